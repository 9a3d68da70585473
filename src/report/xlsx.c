/* xlsx.c - see xlsx.h. libxlsxwriter writes to a file only: a temporary one, read back
 * and removed. */
#include "config.h"

#include "report/xlsx.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <xlsxwriter.h>

#include "base/file.h"
#include "text/utf8.h"
#include "text/width.h"

/* libxlsxwriter 1.1 copies the formula of a drop-down list twice and frees one copy: a
 * leak of some bytes a list, which must not end the tests under LeakSanitizer. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#define LEAKS_BEGIN() __lsan_disable()
#define LEAKS_END()   __lsan_enable()
#endif
#endif
#ifndef LEAKS_BEGIN
#define LEAKS_BEGIN() ((void)0)
#define LEAKS_END()   ((void)0)
#endif

enum {
	CELL_MAX = 32767, /* UTF-16 units */
	NAME_MAX_UNITS = 31,
	LIST_MAX = 255,
	HELP_MAX = 255,
	NARROW = 6,
	WIDE = 60,
	PAPER_A4 = 9,
};

struct column {
	double width;  /* asked for; 0: fitted */
	size_t widest; /* columns of display */
};

struct sheet {
	lxw_worksheet *ws;
	char *name;
	SG_VEC(struct column) columns;
	SG_VEC(struct sg_xlsx_area) merged;
};

struct format {
	struct sg_xlsx_look look;
	lxw_format *format;
};

/* Words that do not fit into a rule, for the hidden sheet. */
struct list {
	SG_VEC(char *) words;
};

struct sg_xlsx {
	lxw_workbook *book;
	char *path;          /* of the temporary file */
	struct sg_error err; /* of making it */
	SG_VEC(struct sheet) sheets;
	SG_VEC(struct format) formats;
	SG_VEC(struct list) lists;
	size_t cut;
};

static const char lists_name[] = "_lists";

static void set_properties(struct sg_xlsx *x, const struct sg_xlsx_properties *p)
{
	char *title = sg_strdup(p->title), *subject = sg_strdup(p->subject),
	     *author = sg_strdup(p->author);
	lxw_doc_properties properties = {.title = title,
		.subject = subject,
		.author = author,
		/* 0 would be the time of writing; Excel's own zip entries are of
		 * this day */
		.created = (time_t)(p->time > 0 ? p->time : 315532800)};

	workbook_set_properties(x->book, &properties);
	free(title);
	free(subject);
	free(author);
}

struct sg_xlsx *sg_xlsx_new(const struct sg_xlsx_properties *p)
{
	struct sg_xlsx *x = sg_zalloc(1, sizeof *x);

	sg_error_reset(&x->err);
	x->path = sg_file_temporary(&x->err);
	x->book = workbook_new(x->path ? x->path : "");
	if (!x->book)
		abort(); /* as everywhere when memory is out */
	set_properties(x, p);
	return x;
}

void sg_xlsx_free(struct sg_xlsx *x)
{
	if (!x)
		return;
	if (x->book)
		lxw_workbook_free(x->book);
	if (x->path)
		sg_file_remove(x->path);
	free(x->path);
	for (size_t i = 0; i < x->sheets.n; i++) {
		free(x->sheets.v[i].name);
		free(x->sheets.v[i].columns.v);
		free(x->sheets.v[i].merged.v);
	}
	for (size_t i = 0; i < x->lists.n; i++) {
		for (size_t k = 0; k < x->lists.v[i].words.n; k++)
			free(x->lists.v[i].words.v[k]);
		free(x->lists.v[i].words.v);
	}
	free(x->sheets.v);
	free(x->formats.v);
	free(x->lists.v);
	free(x);
}

/* Longest prefix of at most `units` UTF-16 units, in bytes. */
static size_t prefix_units(struct sg_str s, size_t units)
{
	size_t off = 0, used = 0;

	while (off < s.n) {
		size_t at = off;
		used += sg_utf8_next(s, &off) >= 0x10000 ? 2 : 1;
		if (used > units)
			return at;
	}
	return s.n;
}

/* --- sheets --- */

static bool name_taken(const struct sg_xlsx *x, const char *name)
{
	for (size_t i = 0; i < x->sheets.n; i++)
		if (strcasecmp(x->sheets.v[i].name, name) == 0)
			return true;
	return strcasecmp(name, lists_name) == 0 ||
	       strcasecmp(name, "history") == 0; /* Excel keeps that one */
}

/* A name that Excel takes and that no sheet has; the caller frees. */
static char *sheet_name(const struct sg_xlsx *x, struct sg_str wish)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < wish.n; i++) {
		char c = wish.p[i];
		bool bad =
			(unsigned char)c < 0x20 || c == 0x7F || strchr("[]:*?/\\", c);
		sg_buf_addc(&b, bad ? ' ' : c);
	}
	struct sg_str name = sg_str_trim(sg_buf_str(&b));
	while (name.n && name.p[0] == '\'')
		name = sg_str_skip(name, 1);
	name.n = prefix_units(name, NAME_MAX_UNITS);
	while (name.n && name.p[name.n - 1] == '\'')
		name.n--;
	if (name.n == 0)
		name = SG_STR("Sheet");
	char *out = sg_strdup(name);
	for (unsigned k = 2; name_taken(x, out); k++) {
		struct sg_buf numbered;
		char tail[16];
		snprintf(tail, sizeof tail, " (%u)", k);
		struct sg_str head = name;
		head.n = prefix_units(head, NAME_MAX_UNITS - strlen(tail));
		sg_buf_init(&numbered);
		sg_buf_add(&numbered, head);
		sg_buf_addz(&numbered, tail);
		free(out);
		out = sg_strdup(sg_buf_str(&numbered));
		sg_buf_release(&numbered);
	}
	sg_buf_release(&b);
	return out;
}

static size_t add_sheet(struct sg_xlsx *x, char *name)
{
	struct sheet s = {.name = name, .ws = workbook_add_worksheet(x->book, name)};

	if (!s.ws) /* a name that libxlsxwriter alone refuses */
		s.ws = workbook_add_worksheet(x->book, NULL);
	SG_PUSH(&x->sheets, s);
	return x->sheets.n - 1;
}

size_t sg_xlsx_sheet(struct sg_xlsx *x, struct sg_str name)
{
	return add_sheet(x, sheet_name(x, name));
}

/* --- looks --- */

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

static lxw_format *format_of(struct sg_xlsx *x, struct sg_xlsx_look look)
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
	SG_PUSH(&x->formats, (struct format){look, f});
	return f;
}

/* --- cells --- */

/* Whether a cell is covered by, or begins, a merge over several columns. */
static bool is_spread(const struct sheet *s, uint32_t row, uint32_t col)
{
	for (size_t i = 0; i < s->merged.n; i++) {
		const struct sg_xlsx_area *a = &s->merged.v[i];
		if (a->col != a->last_col && row >= a->row && row <= a->last_row &&
			col >= a->col && col <= a->last_col)
			return true;
	}
	return false;
}

static struct column *column_of(struct sheet *s, uint32_t col)
{
	while (s->columns.n <= col)
		SG_PUSH(&s->columns, (struct column){0, 0});
	return &s->columns.v[col];
}

static void measure(struct sheet *s, uint32_t row, uint32_t col, struct sg_str text,
	struct sg_xlsx_look look)
{
	struct sg_str line;

	if (look.flags & (SG_XLSX_TITLE | SG_XLSX_SMALL) || is_spread(s, row, col))
		return;
	struct column *c = column_of(s, col);
	while (sg_str_line(&text, &line)) {
		size_t width = sg_width(line) + 2 * (size_t)look.indent;
		if (width > c->widest)
			c->widest = width;
	}
}

/* Whether "_x0041_" stands at off: Excel would read it as the letter A. */
static bool looks_escaped(struct sg_str s, size_t off)
{
	if (off + 7 > s.n || s.p[off + 1] != 'x' || s.p[off + 6] != '_')
		return false;
	for (size_t i = off + 2; i < off + 6; i++)
		if (!s.p[i] || !strchr("0123456789abcdefABCDEF", s.p[i]))
			return false;
	return true;
}

void sg_xlsx_text(struct sg_xlsx *x, size_t sheet, uint32_t row, uint32_t col,
	struct sg_str text, struct sg_xlsx_look look)
{
	struct sheet *s = &x->sheets.v[sheet];
	struct sg_buf b;
	size_t off = 0, units = prefix_units(text, CELL_MAX);

	if (units < text.n) {
		text.n = prefix_units(text, CELL_MAX - 4);
		x->cut++;
	} else {
		units = SIZE_MAX;
	}
	sg_buf_init(&b);
	while (off < text.n) {
		size_t at = off;
		uint32_t cp = sg_utf8_next(text, &off);
		if (cp == 0xFFFE || cp == 0xFFFF)
			sg_buf_printf(&b, "\\u%04x", cp);
		else if (cp == '_' && looks_escaped(text, at))
			sg_buf_addz(&b, "_x005F_");
		else if (cp)
			sg_buf_add(&b, sg_str_sub(text, at, off));
	}
	sg_buf_addz(&b, units == SIZE_MAX ? "" : " […]");
	measure(s, row, col, sg_buf_str(&b), look);
	if (b.n == 0)
		worksheet_write_blank(s->ws, row, (lxw_col_t)col, format_of(x, look));
	else
		worksheet_write_string(
			s->ws, row, (lxw_col_t)col, sg_buf_z(&b), format_of(x, look));
	sg_buf_release(&b);
}

void sg_xlsx_number(struct sg_xlsx *x, size_t sheet, uint32_t row, uint32_t col,
	double value, struct sg_xlsx_look look)
{
	struct sheet *s = &x->sheets.v[sheet];
	char shown[64];

	if (value - value != 0) { /* neither NAN nor infinity is a number in a file */
		sg_xlsx_text(x, sheet, row, col, (struct sg_str){"", 0}, look);
		return;
	}
	int n = snprintf(shown, sizeof shown, "%.*f", (int)look.decimals, value);
	measure(s, row, col, (struct sg_str){shown, n > 0 && n < 64 ? (size_t)n : 10},
		look);
	worksheet_write_number(s->ws, row, (lxw_col_t)col, value, format_of(x, look));
}

size_t sg_xlsx_cut(const struct sg_xlsx *x)
{
	return x->cut;
}

void sg_xlsx_merge(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area a,
	struct sg_xlsx_look look)
{
	struct sheet *s = &x->sheets.v[sheet];

	if (a.row == a.last_row && a.col == a.last_col)
		return;
	SG_PUSH(&s->merged, a);
	worksheet_merge_range(s->ws, a.row, (lxw_col_t)a.col, a.last_row,
		(lxw_col_t)a.last_col, "", format_of(x, look));
}

/* --- looks of a sheet --- */

void sg_xlsx_width(struct sg_xlsx *x, size_t sheet, uint32_t col, double width)
{
	column_of(&x->sheets.v[sheet], col)->width = width;
}

void sg_xlsx_height(struct sg_xlsx *x, size_t sheet, uint32_t row, double points)
{
	worksheet_set_row(x->sheets.v[sheet].ws, row, points, NULL);
}

void sg_xlsx_freeze(struct sg_xlsx *x, size_t sheet, uint32_t rows, uint32_t cols,
	uint32_t repeat_from)
{
	lxw_worksheet *ws = x->sheets.v[sheet].ws;

	worksheet_freeze_panes(ws, rows, (lxw_col_t)cols);
	if (rows > repeat_from)
		worksheet_repeat_rows(ws, repeat_from, rows - 1);
}

void sg_xlsx_filter(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area a)
{
	worksheet_autofilter(x->sheets.v[sheet].ws, a.row, (lxw_col_t)a.col, a.last_row,
		(lxw_col_t)a.last_col);
}

void sg_xlsx_page(struct sg_xlsx *x, size_t sheet, bool landscape)
{
	lxw_worksheet *ws = x->sheets.v[sheet].ws;

	worksheet_set_paper(ws, PAPER_A4);
	if (landscape)
		worksheet_set_landscape(ws);
	worksheet_set_margins(ws, 0.6, 0.6, 0.7, 0.7);
	worksheet_fit_to_pages(ws, 1, 0);
	worksheet_set_footer(ws, "&C&P / &N");
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

/* --- drop-down lists --- */

static void validate(struct sheet *s, struct sg_xlsx_area a, const char *formula,
	char **words, const char *help)
{
	/* libxlsxwriter reads these strings only; its struct has no const */
	union {
		const char *in;
		char *out;
	} f = {formula}, h = {help};
	lxw_data_validation rule = {
		.validate = words ? LXW_VALIDATION_TYPE_LIST
				  : LXW_VALIDATION_TYPE_LIST_FORMULA,
		.ignore_blank = LXW_VALIDATION_ON,
		.dropdown = LXW_VALIDATION_ON,
		.show_error = LXW_VALIDATION_ON,
		.show_input = LXW_VALIDATION_ON,
		.value_list = words,
		.value_formula = f.out,
		.input_message = help && help[0] ? h.out : NULL,
	};

	LEAKS_BEGIN();
	worksheet_data_validation_range(s->ws, a.row, (lxw_col_t)a.col, a.last_row,
		(lxw_col_t)a.last_col, &rule);
	LEAKS_END();
}

/* "='Sheet name'!$A$1:$A$9"; apostrophes in the name are doubled. */
static void add_range(struct sg_buf *b, const char *name, struct sg_xlsx_area a)
{
	char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];

	lxw_rowcol_to_cell_abs(first, a.row, (lxw_col_t)a.col, 1, 1);
	lxw_rowcol_to_cell_abs(last, a.last_row, (lxw_col_t)a.last_col, 1, 1);
	sg_buf_addz(b, "='");
	for (; *name; name++) {
		sg_buf_addc(b, *name);
		if (*name == '\'')
			sg_buf_addc(b, '\'');
	}
	sg_buf_printf(b, "'!%s:%s", first, last);
}

static void validate_range(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	const char *name, struct sg_xlsx_area from, const char *help)
{
	struct sg_buf b;

	sg_buf_init(&b);
	add_range(&b, name, from);
	validate(&x->sheets.v[sheet], area, sg_buf_z(&b), NULL, help);
	sg_buf_release(&b);
}

void sg_xlsx_choices_from(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	size_t from_sheet, struct sg_xlsx_area from)
{
	validate_range(x, sheet, area, x->sheets.v[from_sheet].name, from, "");
}

void sg_xlsx_choices(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	const struct sg_str *words, size_t n, struct sg_str help)
{
	struct list list = {.words = {NULL, 0, 0}};
	size_t length = 0;
	bool plain = true;

	if (n == 0)
		return;
	help.n = prefix_units(help, HELP_MAX);
	char *beside = sg_strdup(help);
	for (size_t i = 0; i < n; i++) {
		length += sg_utf8_count(words[i]) + 1;
		plain = plain && sg_str_findc(words[i], ',') == SIZE_MAX &&
			sg_str_findc(words[i], '"') == SIZE_MAX && words[i].n &&
			words[i].p[0] != '=' && words[i].p[0] != ' ';
		SG_PUSH(&list.words, sg_strdup(words[i]));
	}
	if (plain && length <= LIST_MAX) {
		SG_PUSH(&list.words, NULL);
		validate(&x->sheets.v[sheet], area, NULL, list.words.v, beside);
		for (size_t i = 0; i < n; i++)
			free(list.words.v[i]);
		free(list.words.v);
	} else {
		uint32_t col = (uint32_t)x->lists.n;
		SG_PUSH(&x->lists, list);
		validate_range(x, sheet, area, lists_name,
			(struct sg_xlsx_area){0, col, (uint32_t)n - 1, col}, beside);
	}
	free(beside);
}

static void write_lists(struct sg_xlsx *x)
{
	if (x->lists.n == 0)
		return;
	size_t sheet = add_sheet(x, sg_strdup(sg_str_of(lists_name)));
	for (size_t i = 0; i < x->lists.n; i++)
		for (size_t k = 0; k < x->lists.v[i].words.n; k++)
			sg_xlsx_text(x, sheet, (uint32_t)k, (uint32_t)i,
				sg_str_of(x->lists.v[i].words.v[k]),
				(struct sg_xlsx_look){0});
	sg_xlsx_hide(x, sheet);
}

static void set_widths(struct sheet *s)
{
	for (size_t i = 0; i < s->columns.n; i++) {
		const struct column *c = &s->columns.v[i];
		double width = c->width;
		if (width <= 0) {
			width = (double)c->widest + 2;
			width = width < NARROW ? NARROW : width > WIDE ? WIDE : width;
		}
		worksheet_set_column(s->ws, (lxw_col_t)i, (lxw_col_t)i, width, NULL);
	}
}

int sg_xlsx_write(struct sg_xlsx *x, struct sg_buf *out, struct sg_error *err)
{
	if (!x->path)
		return sg_error_set(err, x->err.code, "%s", x->err.text);
	write_lists(x);
	for (size_t i = 0; i < x->sheets.n; i++)
		set_widths(&x->sheets.v[i]);
	/* libxlsxwriter prints numbers with the decimal sign of the locale */
	locale_t plain = newlocale(LC_NUMERIC_MASK, "C", (locale_t)0);
	locale_t before = plain ? uselocale(plain) : (locale_t)0;
	lxw_error rc = workbook_close(x->book);
	x->book = NULL;
	if (plain) {
		uselocale(before);
		freelocale(plain);
	}
	if (rc != LXW_NO_ERROR)
		return sg_error_set(err, SG_EIO, _("cannot write the workbook: %s"),
			lxw_strerror(rc));
	return sg_file_read(x->path, SIZE_MAX, out, err);
}
