/* xlsx.c - see xlsx.h. libxlsxwriter writes to a file only: a temporary one, read back
 * and removed. */
#include "config.h"

#include "report/xlsx_impl.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "text/utf8.h"
#include "text/width.h"

enum {
	ROWS_MAX = 1048576, /* of Excel's sheets */
	COLUMNS_MAX = 16384,
	CELL_MAX = 32767, /* UTF-16 units */
	NAME_MAX_UNITS = 31,
	NARROW = 6,
	WIDE = 60,
};

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
size_t sg_xlsx_prefix(struct sg_str s, size_t units)
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
	return strcasecmp(name, SG_XLSX_LISTS) == 0 ||
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
	name.n = sg_xlsx_prefix(name, NAME_MAX_UNITS);
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
		head.n = sg_xlsx_prefix(head, NAME_MAX_UNITS - strlen(tail));
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

size_t sg_xlsx_add_sheet(struct sg_xlsx *x, char *name)
{
	struct sg_xlsx_sheet s = {
		.name = name, .ws = workbook_add_worksheet(x->book, name)};

	if (!s.ws) /* a name that libxlsxwriter alone refuses */
		s.ws = workbook_add_worksheet(x->book, NULL);
	SG_PUSH(&x->sheets, s);
	return x->sheets.n - 1;
}

size_t sg_xlsx_sheet(struct sg_xlsx *x, struct sg_str name)
{
	return sg_xlsx_add_sheet(x, sheet_name(x, name));
}

/* --- cells --- */

/* Whether a cell is covered by, or begins, a merge over several columns. */
static bool is_spread(const struct sg_xlsx_sheet *s, uint32_t row, uint32_t col)
{
	for (size_t i = 0; i < s->merged.n; i++) {
		const struct sg_xlsx_area *a = &s->merged.v[i];
		if (row >= a->row && row <= a->last_row && col >= a->col &&
			col <= a->last_col)
			return true;
	}
	return false;
}

struct sg_xlsx_column *sg_xlsx_column_of(struct sg_xlsx_sheet *s, uint32_t col)
{
	while (s->columns.n <= col)
		SG_PUSH(&s->columns, (struct sg_xlsx_column){0, 0});
	return &s->columns.v[col];
}

static void measure(struct sg_xlsx_sheet *s, uint32_t row, uint32_t col,
	struct sg_str text, struct sg_xlsx_look look)
{
	struct sg_str line;

	if (look.flags & (SG_XLSX_TITLE | SG_XLSX_SMALL) || is_spread(s, row, col))
		return;
	struct sg_xlsx_column *c = sg_xlsx_column_of(s, col);
	while (c->width <= 0 && sg_str_line(&text, &line)) {
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

void sg_xlsx_check(struct sg_xlsx *x, lxw_error rc)
{
	if (rc != LXW_NO_ERROR)
		sg_error_set(&x->err, SG_EIO, _("cannot write the workbook: %s"),
			lxw_strerror(rc));
}

/* A cell outside a sheet, or over what a cell holds, would be left out or cut. */
bool sg_xlsx_fits(
	struct sg_xlsx *x, const struct sg_xlsx_sheet *s, uint32_t row, uint32_t col)
{
	if (row >= ROWS_MAX)
		sg_error_set(&x->err, SG_ETOOBIG,
			_("the sheet '%s' needs more rows than a workbook has (%d): "
			  "write it in another format"),
			s->name, ROWS_MAX);
	else if (col >= COLUMNS_MAX)
		sg_error_set(&x->err, SG_ETOOBIG,
			_("the sheet '%s' needs more columns than a workbook has "
			  "(%d): write it in another format"),
			s->name, COLUMNS_MAX);
	return row < ROWS_MAX && col < COLUMNS_MAX;
}

static bool text_fits(struct sg_xlsx *x, const struct sg_xlsx_sheet *s, uint32_t row,
	uint32_t col, struct sg_str text)
{
	char cell[LXW_MAX_CELL_NAME_LENGTH];

	if (text.n <= CELL_MAX || sg_xlsx_prefix(text, CELL_MAX) == text.n)
		return true;
	lxw_rowcol_to_cell(cell, row, (lxw_col_t)col);
	sg_error_set(&x->err, SG_ETOOBIG,
		_("the sheet '%s', cell %s: a text of %zu characters, and a cell of a "
		  "workbook holds %d: write it in another format"),
		s->name, cell, sg_utf8_count(text), CELL_MAX);
	return false;
}

/* The text as Excel takes it: it reads _x0041_ as the letter A. */
static void escape(struct sg_str text, struct sg_buf *out)
{
	size_t off = 0, kept = 0; /* what lies between is taken as it is */

	while (off < text.n) {
		size_t at = off;
		uint32_t cp = sg_utf8_next(text, &off);
		bool escaped = cp == '_' && looks_escaped(text, at);
		if (cp && cp != 0xFFFE && cp != 0xFFFF && !escaped)
			continue;
		sg_buf_add(out, sg_str_sub(text, kept, at));
		kept = off;
		if (escaped)
			sg_buf_addz(out, "_x005F_");
		else if (cp)
			sg_buf_printf(out, "\\u%04x", cp);
	}
	sg_buf_add(out, sg_str_skip(text, kept));
}

void sg_xlsx_text(struct sg_xlsx *x, size_t sheet, uint32_t row, uint32_t col,
	struct sg_str text, struct sg_xlsx_look look)
{
	struct sg_xlsx_sheet *s = &x->sheets.v[sheet];
	struct sg_buf b;

	if (!sg_xlsx_fits(x, s, row, col))
		return;
	sg_buf_init(&b);
	escape(text, &b);
	if (text_fits(x, s, row, col, sg_buf_str(&b))) {
		lxw_format *f = sg_xlsx_format_of(x, look);
		measure(s, row, col, sg_buf_str(&b), look);
		sg_xlsx_check(x,
			b.n == 0 ? worksheet_write_blank(s->ws, row, (lxw_col_t)col, f)
				 : worksheet_write_string(s->ws, row, (lxw_col_t)col,
					   sg_buf_z(&b), f));
	}
	sg_buf_release(&b);
}

void sg_xlsx_number(struct sg_xlsx *x, size_t sheet, uint32_t row, uint32_t col,
	double value, struct sg_xlsx_look look)
{
	struct sg_xlsx_sheet *s = &x->sheets.v[sheet];
	char shown[64];

	if (value - value != 0) { /* neither NAN nor infinity is a number in a file */
		sg_xlsx_text(x, sheet, row, col, (struct sg_str){"", 0}, look);
		return;
	}
	if (!sg_xlsx_fits(x, s, row, col))
		return;
	int n = snprintf(shown, sizeof shown, "%.*f", (int)look.decimals, value);
	measure(s, row, col, (struct sg_str){shown, n > 0 && n < 64 ? (size_t)n : 10},
		look);
	sg_xlsx_check(x, worksheet_write_number(s->ws, row, (lxw_col_t)col, value,
				 sg_xlsx_format_of(x, look)));
}

void sg_xlsx_merge(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area a,
	struct sg_xlsx_look look)
{
	struct sg_xlsx_sheet *s = &x->sheets.v[sheet];

	if ((a.row == a.last_row && a.col == a.last_col) ||
		!sg_xlsx_fits(x, s, a.last_row, a.last_col))
		return;
	if (a.col != a.last_col)
		SG_PUSH(&s->merged, a);
	sg_xlsx_check(
		x, worksheet_merge_range(s->ws, a.row, (lxw_col_t)a.col, a.last_row,
			   (lxw_col_t)a.last_col, "", sg_xlsx_format_of(x, look)));
}

static void set_widths(struct sg_xlsx *x, struct sg_xlsx_sheet *s)
{
	for (size_t i = 0; i < s->columns.n; i++) {
		const struct sg_xlsx_column *c = &s->columns.v[i];
		double width = c->width;
		if (width <= 0) {
			width = (double)c->widest + 2;
			width = width < NARROW ? NARROW : width > WIDE ? WIDE : width;
		}
		sg_xlsx_check(x, worksheet_set_column(s->ws, (lxw_col_t)i, (lxw_col_t)i,
					 width, NULL));
	}
}

int sg_xlsx_write(struct sg_xlsx *x, struct sg_buf *out, struct sg_error *err)
{
	sg_xlsx_write_lists(x);
	for (size_t i = 0; i < x->sheets.n; i++)
		set_widths(x, &x->sheets.v[i]);
	if (x->err.code)
		return sg_error_set(err, x->err.code, "%s", x->err.text);
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
