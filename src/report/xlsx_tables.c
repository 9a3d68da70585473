/* xlsx_tables.c - tables as an Excel workbook: a sheet a table, with its caption above
 * and its notes below. Numbers are numbers: what is printed 8(26.7) elsewhere stands in
 * two cells, n and %, each of which Excel can add up; what stands before or behind a
 * number has a cell of its own too. */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/number.h"
#include "report/clock.h"
#include "report/print.h"
#include "report/xlsx.h"
#include "text/width.h"

enum part { PART_TEXT, PART_N, PART_PERCENT, PART_MARK, PARTS };

/* A column of a sheet: one part of a column of the table. */
struct field {
	size_t column;
	enum part part;
	struct sg_str label;
	bool wide;  /* running text */
	bool empty; /* to be written by the analyst */
	double width;
};

struct sheet {
	struct sg_xlsx *x;
	size_t sheet;
	const struct sg_print_table *t;
	const struct sg_write_options *o;
	struct sg_arena *arena;
	SG_VEC(struct field) fields;
	double columns; /* widths of all together */
	uint32_t row;   /* the next one */
};

enum { WIDE = 60, NAME = 36, POINTS_A_LINE = 15 };

static bool is_number(const struct sg_cell *c)
{
	return c->kind == SG_CELL_COUNT || c->kind == SG_CELL_REAL ||
	       c->kind == SG_CELL_SHARE;
}

/* "상위주제 n(%)" is the label of n and %: "상위주제", "상위주제 n", "상위주제 %". */
static struct sg_str label_of(
	struct sheet *s, struct sg_str label, enum part part, bool split)
{
	static const char *const tail[PARTS] = {[PART_TEXT] = "",
		[PART_N] = "n",
		[PART_PERCENT] = "%",
		[PART_MARK] = ""};
	struct sg_str stem = label;

	if (!split)
		return label;
	if (sg_str_ends(label, SG_STR("n(%)")))
		stem = sg_str_trim(sg_str_sub(label, 0, label.n - 4));
	else if (sg_str_ends(label, SG_STR("n (%)")))
		stem = sg_str_trim(sg_str_sub(label, 0, label.n - 5));
	if (part == PART_MARK)
		return s->o->english ? SG_STR("remark") : SG_STR("비고");
	if (stem.n == 0)
		return sg_str_of(tail[part]);
	return sg_arena_printf(s->arena, "%.*s%s%s", SG_ARG(stem),
		tail[part][0] ? " " : "", tail[part]);
}

static void find_fields(struct sheet *s)
{
	for (size_t k = 0; k < s->t->ncolumns; k++) {
		const struct sg_print_column *column = &s->t->columns[k];
		bool has[PARTS] = {false};
		size_t longest = 0, parts = 0;
		for (size_t row = 0; row < s->t->nrows; row++) {
			const struct sg_print_cell *p =
				&s->t->cells[row * s->t->ncolumns + k];
			const struct sg_cell *c = p->cell;
			has[PART_TEXT] |= c->text.n > 0 || c->kind == SG_CELL_QUOTES;
			has[PART_N] |= is_number(c);
			has[PART_PERCENT] |= c->kind == SG_CELL_SHARE && c->percent;
			has[PART_MARK] |= is_number(c) && c->mark.n > 0;
			for (size_t i = 0; i < p->nlines; i++)
				if (p->lines[i].text.n > longest)
					longest = p->lines[i].text.n;
		}
		for (size_t i = 0; i < PARTS; i++)
			parts += has[i];
		bool empty = parts == 0;
		if (empty)
			has[PART_TEXT] = true;
		for (enum part part = 0; part < PARTS; part++)
			if (has[part])
				SG_PUSH(&s->fields,
					(struct field){k, part,
						label_of(s, column->label, part,
							parts > 1),
						part == PART_TEXT && longest > 120,
						empty, 0});
	}
}

/* The lines of a cell that belong to one part, joined by LF. */
static struct sg_str text_of(
	struct sheet *s, const struct sg_print_cell *p, enum part part)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < p->nlines; i++) {
		bool mark = p->lines[i].kind == SG_PRINT_MARK;
		if (p->lines[i].kind == SG_PRINT_NUMBER || mark != (part == PART_MARK))
			continue;
		sg_buf_addz(&b, b.n ? "\n" : "");
		sg_buf_add(&b, p->lines[i].text);
	}
	struct sg_str text = sg_arena_str(s->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return text;
}

/* The percentage as it is printed, to one decimal, rounded from the exact fraction. */
static double printed_percent(const struct sg_cell *c)
{
	return floor((c->number * 2000 + c->base) / (2 * c->base)) / 10;
}

static void put(struct sheet *s, uint32_t col, const struct field *f,
	const struct sg_print_cell *p)
{
	const struct sg_cell *c = p->cell;
	struct sg_xlsx_look look = {.flags = SG_XLSX_BORDER};

	if (f->part == PART_TEXT || f->part == PART_MARK) {
		look.flags |= SG_XLSX_WRAP | (c->strong ? SG_XLSX_STRONG : 0);
		look.indent = p->indent;
	}
	if (p->rows > 1)
		sg_xlsx_merge(s->x, s->sheet,
			(struct sg_xlsx_area){s->row, col, s->row + p->rows - 1, col},
			look);
	if (f->part == PART_TEXT || f->part == PART_MARK) {
		sg_xlsx_text(s->x, s->sheet, s->row, col, text_of(s, p, f->part), look);
		return;
	}
	bool percent = c->kind == SG_CELL_SHARE && c->percent && c->base > 0;
	if (f->part == PART_PERCENT)
		look.decimals = 1;
	else if (c->kind == SG_CELL_REAL)
		look.decimals = c->digits;
	if (f->part == PART_PERCENT && percent)
		sg_xlsx_number(s->x, s->sheet, s->row, col, printed_percent(c), look);
	else if (f->part == PART_N && is_number(c) && isfinite(c->number))
		sg_xlsx_number(s->x, s->sheet, s->row, col, c->number, look);
	else
		sg_xlsx_text(s->x, s->sheet, s->row, col,
			f->part == PART_N && c->kind == SG_CELL_REAL
				? SG_STR("–")
				: (struct sg_str){"", 0},
			look);
}

/* A text over the whole width of the table, as high as its lines. */
static void across(struct sheet *s, struct sg_str text, unsigned flags)
{
	struct sg_xlsx_look look = {.flags = flags | SG_XLSX_WRAP};
	struct sg_str rest = text, line;
	double lines = 0;

	if (text.n == 0)
		return;
	if (s->fields.n > 1)
		sg_xlsx_merge(s->x, s->sheet,
			(struct sg_xlsx_area){
				s->row, 0, s->row, (uint32_t)s->fields.n - 1},
			look);
	sg_xlsx_text(s->x, s->sheet, s->row, 0, text, look);
	while (sg_str_line(&rest, &line))
		lines += 1 + floor((double)sg_width(line) / s->columns);
	sg_xlsx_height(s->x, s->sheet, s->row,
		fmin(lines * (flags & SG_XLSX_TITLE ? 18 : 14) + 3, 400));
	s->row++;
}

static struct sg_str with_word(struct sheet *s, enum sg_word word, struct sg_str text)
{
	if (text.n == 0)
		return text;
	return sg_arena_printf(s->arena, "%s%.*s", sg_word(word, s->o), SG_ARG(text));
}

/* Columns are as wide as their words, running text 60. */
static void set_widths(struct sheet *s)
{
	for (size_t i = 0; i < s->fields.n; i++) {
		struct field *f = &s->fields.v[i];
		size_t most = f->part == PART_TEXT ? NAME : 14;
		size_t width = sg_width(f->label) + 2;
		for (size_t row = 0; f->part == PART_TEXT && row < s->t->nrows; row++) {
			const struct sg_print_cell *p =
				&s->t->cells[row * s->t->ncolumns + f->column];
			for (size_t k = 0; k < p->nlines; k++)
				if (sg_width(p->lines[k].text) + p->indent * 2 + 2 >
					width)
					width = sg_width(p->lines[k].text) +
						p->indent * 2 + 2;
		}
		width = width > most ? most : width < 8 ? 8 : width;
		f->width = f->wide || (f->empty && width < 20) ? (f->wide ? WIDE : 20)
							       : (double)width;
		sg_xlsx_width(s->x, s->sheet, (uint32_t)i, f->width);
		s->columns += f->width;
	}
}

/* Programs other than Excel do not fit rows to wrapped text when they open a file. */
static void set_height(struct sheet *s, size_t row)
{
	double most = 1;

	for (size_t i = 0; i < s->fields.n; i++) {
		const struct field *f = &s->fields.v[i];
		const struct sg_print_cell *p =
			&s->t->cells[row * s->t->ncolumns + f->column];
		double lines = 0;
		if (f->part != PART_TEXT || p->covered || p->rows > 1)
			continue;
		for (size_t k = 0; k < p->nlines; k++)
			lines += 1 + floor(((double)sg_width(p->lines[k].text) * 0.98 +
						   p->indent * 2) /
					     f->width);
		most = fmax(most, lines);
	}
	if (most > 1)
		sg_xlsx_height(
			s->x, s->sheet, s->row, fmin(most * POINTS_A_LINE + 2, 409));
}

static void write_sheet(struct sheet *s)
{
	const struct sg_print_table *t = s->t;

	find_fields(s);
	set_widths(s);
	/* Data for other programs has no caption, and begins with the header. */
	if (t->caption.n)
		across(s,
			sg_arena_printf(s->arena, "%.*s %.*s", SG_ARG(t->mark),
				SG_ARG(t->caption)),
			SG_XLSX_TITLE);
	across(s, t->lead, SG_XLSX_SMALL);
	uint32_t head = s->row++;
	for (uint32_t i = 0; i < s->fields.n; i++)
		sg_xlsx_text(s->x, s->sheet, head, i, s->fields.v[i].label,
			(struct sg_xlsx_look){.flags = SG_XLSX_HEAD});
	sg_xlsx_freeze(s->x, s->sheet, head + 1, 0, head);
	for (size_t row = 0; row < t->nrows; row++, s->row++) {
		set_height(s, row);
		for (uint32_t i = 0; i < s->fields.n; i++) {
			const struct field *f = &s->fields.v[i];
			const struct sg_print_cell *p =
				&t->cells[row * t->ncolumns + f->column];
			if (!p->covered)
				put(s, i, f, p);
		}
	}
	if (t->nrows == 0)
		across(s, sg_str_of(sg_word(SG_WORD_NO_ROWS, s->o)), SG_XLSX_SMALL);
	struct sg_str rest = with_word(s, SG_WORD_NOTE, t->notes), line;
	while (sg_str_line(&rest, &line))
		across(s, line, SG_XLSX_SMALL);
	across(s, with_word(s, SG_WORD_SOURCE, t->source), SG_XLSX_SMALL);
	sg_xlsx_page(s->x, s->sheet, t->landscape || s->columns > 110);
}

int sg_write_xlsx(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct sg_xlsx_properties p = {.title = o->title,
		.author = SG_STR("saegim"),
		.time = sg_clock_seconds(o->time)};
	struct sg_xlsx *x = sg_xlsx_new(&p);
	struct sg_arena arena;

	sg_arena_init(&arena);
	for (size_t i = 0; i < tables->n; i++) {
		struct sg_print_table t;
		sg_print_layout(tables, i, o, &arena, &t);
		struct sheet s = {.x = x, .t = &t, .o = o, .arena = &arena};
		s.sheet = sg_xlsx_sheet(x,
			sg_arena_printf(&arena, "%zu %.*s", i + 1, SG_ARG(t.caption)));
		write_sheet(&s);
		free(s.fields.v);
	}
	int rc = sg_xlsx_write(x, out, err);
	sg_xlsx_free(x);
	sg_arena_release(&arena);
	return rc;
}
