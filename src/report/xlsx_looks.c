/* xlsx_looks.c - how cells, rows and sheets of a workbook look; see xlsx.h. */
#include "config.h"

#include "report/xlsx_impl.h"

#include <stdlib.h>
#include <string.h>

enum { PAPER_A4 = 9 };

static void apply(lxw_format *f, const struct sg_xlsx_look *look)
{
	unsigned flags = look->flags;

	format_set_font_name(f, "맑은 고딕");
	format_set_font_size(f, flags & SG_XLSX_TITLE   ? 12
				: flags & SG_XLSX_SMALL ? 9
							: 10);
	format_set_align(f, flags & (SG_XLSX_MIDDLE | SG_XLSX_HEAD)
				    ? LXW_ALIGN_VERTICAL_CENTER
				    : LXW_ALIGN_VERTICAL_TOP);
	if (flags & (SG_XLSX_STRONG | SG_XLSX_HEAD | SG_XLSX_TITLE))
		format_set_bold(f);
	if (flags & (SG_XLSX_WRAP | SG_XLSX_HEAD))
		format_set_text_wrap(f);
	if (flags & (SG_XLSX_BORDER | SG_XLSX_HEAD)) {
		format_set_border(f, LXW_BORDER_THIN);
		format_set_border_color(f, 0x808080);
	}
	if (flags & SG_XLSX_HEAD) {
		format_set_align(f, LXW_ALIGN_CENTER);
		format_set_bg_color(f, 0xE7E6E6);
	}
	if (flags & SG_XLSX_RIGHT)
		format_set_align(f, LXW_ALIGN_RIGHT);
	if (flags & SG_XLSX_OPEN) {
		format_set_unlocked(f);
		format_set_bg_color(f, 0xFFFBE6);
	}
	if (look->indent)
		format_set_indent(f, look->indent > 15 ? 15 : look->indent);
	if (look->decimals) {
		char code[32] = "0.";
		memset(code + 2, '0', look->decimals < 20 ? look->decimals : 20);
		format_set_num_format(f, code);
	}
}

lxw_format *sg_xlsx_format_of(struct sg_xlsx *x, struct sg_xlsx_look look)
{
	for (size_t i = 0; i < x->formats.n; i++) {
		const struct sg_xlsx_look *have = &x->formats.v[i].look;
		if (have->flags == look.flags && have->decimals == look.decimals &&
			have->indent == look.indent)
			return x->formats.v[i].format;
	}
	lxw_format *f = workbook_add_format(x->book);
	if (!f)
		abort();
	apply(f, &look);
	SG_PUSH(&x->formats, (struct sg_xlsx_format){look, f});
	return f;
}

void sg_xlsx_width(struct sg_xlsx *x, size_t sheet, uint32_t col, double width)
{
	sg_xlsx_column_of(&x->sheets.v[sheet], col)->width = width;
}

void sg_xlsx_height(struct sg_xlsx *x, size_t sheet, uint32_t row, double points)
{
	if (sg_xlsx_fits(x, &x->sheets.v[sheet], row, 0))
		sg_xlsx_check(
			x, worksheet_set_row(x->sheets.v[sheet].ws, row, points, NULL));
}

void sg_xlsx_freeze(struct sg_xlsx *x, size_t sheet, uint32_t rows, uint32_t cols,
	uint32_t repeat_from)
{
	lxw_worksheet *ws = x->sheets.v[sheet].ws;

	worksheet_freeze_panes(ws, rows, (lxw_col_t)cols);
	if (rows > repeat_from)
		sg_xlsx_check(x, worksheet_repeat_rows(ws, repeat_from, rows - 1));
}

void sg_xlsx_filter(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area a)
{
	sg_xlsx_check(x, worksheet_autofilter(x->sheets.v[sheet].ws, a.row,
				 (lxw_col_t)a.col, a.last_row, (lxw_col_t)a.last_col));
}

void sg_xlsx_page(struct sg_xlsx *x, size_t sheet, bool landscape)
{
	lxw_worksheet *ws = x->sheets.v[sheet].ws;

	worksheet_set_paper(ws, PAPER_A4);
	if (landscape)
		worksheet_set_landscape(ws);
	worksheet_set_margins(ws, 0.6, 0.6, 0.7, 0.7);
	worksheet_fit_to_pages(ws, 1, 0);
	sg_xlsx_check(x, worksheet_set_footer(ws, "&C&P / &N"));
}

void sg_xlsx_protect(struct sg_xlsx *x, size_t sheet)
{
	lxw_protection options = {.format_columns = 1,
		.format_rows = 1,
		.autofilter = 1,
		.sort = 1,
		.objects = 1,
		.scenarios = 1};

	worksheet_protect(x->sheets.v[sheet].ws, NULL, &options);
}

void sg_xlsx_hide(struct sg_xlsx *x, size_t sheet)
{
	worksheet_hide(x->sheets.v[sheet].ws);
}
