/* print.c - see print.h. Widths are display columns (a Hangul syllable is two) of 9-point
 * text, of which A4 portrait with 20 mm margins takes 107 and landscape 161. */
#include "config.h"

#include "report/print.h"

#include <math.h>
#include <string.h>

#include "text/width.h"

enum {
	PORTRAIT = 107,
	LANDSCAPE = 161,
	ROOMY = 2,         /* beside the text of a cell, in columns */
	MANY_COLUMNS = 10, /* then half of it */
	LEAST = 4,
	LEAST_WRAPPED = 14, /* of a column of running text */
	NAME_MOST = 26,     /* of a column that need not be broken */
	SHORT_ROW = 10,     /* lines that stay on one page */
};

struct sg_str sg_print_text(struct sg_str s, struct sg_arena *arena)
{
	struct sg_buf b;

	if (s.n == 0)
		return (struct sg_str){"", 0};
	sg_buf_init(&b);
	sg_visible(s, &b);
	struct sg_str text = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return text;
}

/* --- lines --- */

struct lines {
	struct sg_print_cell *cell;
	struct sg_arena *arena;
	size_t cap;
};

static void add_line(
	struct lines *l, struct sg_str text, enum sg_print_kind kind, bool strong)
{
	struct sg_print_cell *c = l->cell;

	if (c->nlines == l->cap) {
		size_t cap = l->cap ? l->cap * 2 : 4;
		struct sg_print_line *v = sg_arena_array(l->arena, cap, sizeof *v);
		if (c->nlines)
			memcpy(v, c->lines, c->nlines * sizeof *v);
		c->lines = v;
		l->cap = cap;
	}
	c->lines[c->nlines++] = (struct sg_print_line){text, kind, strong};
}

static void add_lines(
	struct lines *l, struct sg_str text, enum sg_print_kind kind, bool strong)
{
	struct sg_str rest = sg_print_text(text, l->arena), line;

	while (sg_str_line(&rest, &line))
		add_line(l, line, kind, strong);
}

static void fill_cell(const struct sg_cell *cell, const struct sg_write_options *o,
	struct sg_arena *arena, struct sg_print_cell *out)
{
	struct lines l = {out, arena, 0};
	struct sg_buf b;

	sg_buf_init(&b);
	add_lines(&l, cell->text, SG_PRINT_TEXT, cell->strong);
	sg_cell_number(cell, o, &b);
	if (b.n) {
		add_lines(&l, sg_buf_str(&b), SG_PRINT_NUMBER, false);
		add_lines(&l, cell->mark, SG_PRINT_MARK, false);
	}
	for (size_t i = 0; cell->kind == SG_CELL_QUOTES && i < cell->nquotes; i++) {
		sg_buf_reset(&b);
		sg_quote_line(&cell->quotes[i], o, &b);
		add_lines(&l, sg_buf_str(&b), SG_PRINT_QUOTE, false);
	}
	sg_buf_release(&b);
	out->cell = cell;
	out->indent = cell->indent;
}

static void fill_cells(const struct sg_table *t, const struct sg_write_options *o,
	struct sg_arena *arena, struct sg_print_table *out)
{
	out->nrows = t->nrows;
	out->cells =
		sg_arena_array(arena, t->nrows * out->ncolumns + 1, sizeof *out->cells);
	for (size_t k = 0; k < out->ncolumns; k++) {
		size_t column = (size_t)(out->columns[k].column - t->columns);
		size_t until = 0; /* rows before it are covered */
		for (size_t row = 0; row < t->nrows; row++) {
			const struct sg_cell *c = &t->cells[row * t->ncolumns + column];
			struct sg_print_cell *p = &out->cells[row * out->ncolumns + k];
			p->covered = row < until;
			p->rows = c->rows > 1 && !p->covered ? c->rows : 1;
			if (p->rows > t->nrows - row)
				p->rows = (uint32_t)(t->nrows - row);
			if (!p->covered)
				until = row + p->rows;
			p->right = out->columns[k].column->right;
			fill_cell(c, o, arena, p);
		}
	}
}

/* --- widths --- */

struct need {
	double whole, word, total; /* widest line, widest word, of all lines together */
};

static void measure(struct need *n, struct sg_str text, double extra)
{
	struct sg_str rest = text, line, word;

	while (sg_str_line(&rest, &line)) {
		double width = (double)sg_width(line) + extra;
		n->whole = width > n->whole ? width : n->whole;
		n->total += width;
		while (sg_str_split(&line, ' ', &word)) {
			double w = (double)sg_width(word) + extra;
			n->word = w > n->word ? w : n->word;
		}
	}
}

static void measure_columns(const struct sg_print_table *t, struct need *need)
{
	for (size_t k = 0; k < t->ncolumns; k++) {
		measure(&need[k], t->columns[k].label, 0);
		for (size_t row = 0; row < t->nrows; row++) {
			const struct sg_print_cell *c =
				&t->cells[row * t->ncolumns + k];
			for (size_t i = 0; i < c->nlines; i++)
				measure(&need[k], c->lines[i].text, c->indent);
		}
	}
}

/* Widths that fill `room`; false when running text would get too little of it. */
static bool divide(const struct sg_print_table *t, const struct need *need, double room,
	double *width)
{
	double fixed = 0, weights = 0;
	bool enough = true;

	for (size_t k = 0; k < t->ncolumns; k++) {
		bool wrapped = t->columns[k].column->wrap && need[k].whole > NAME_MOST;
		double least =
			need[k].word < NAME_MOST / 2 ? need[k].word : NAME_MOST / 2;
		least = wrapped && least < LEAST_WRAPPED ? LEAST_WRAPPED : least;
		least = least < LEAST ? LEAST : least;
		width[k] = wrapped ? least : need[k].whole;
		if (!wrapped && width[k] > NAME_MOST)
			width[k] = NAME_MOST;
		width[k] = width[k] < least ? least : width[k];
		fixed += width[k];
		weights += wrapped ? sqrt(need[k].total) : 0;
	}
	double spare = room - fixed;
	enough = spare >= 0;
	if (!enough) { /* everybody gives in proportion */
		for (size_t k = 0; k < t->ncolumns; k++)
			width[k] *= room / fixed;
		return false;
	}
	for (size_t k = 0; k < t->ncolumns; k++) {
		bool wrapped = t->columns[k].column->wrap && need[k].whole > NAME_MOST;
		if (weights > 0)
			width[k] += wrapped ? spare * sqrt(need[k].total) / weights : 0;
		else
			width[k] += spare * width[k] / fixed;
	}
	return true;
}

/* Lines that a cell takes at a width, roughly. */
static size_t lines_at(const struct sg_print_cell *c, double width)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nlines; i++)
		n += 1 + (size_t)((double)sg_width(c->lines[i].text) * 1.1 / width);
	return n;
}

static void find_tall(struct sg_print_table *t, const double *width)
{
	for (size_t row = 0; row < t->nrows; row++)
		for (size_t k = 0; k < t->ncolumns; k++) {
			const struct sg_print_cell *c =
				&t->cells[row * t->ncolumns + k];
			if (!c->covered && c->rows == 1 &&
				lines_at(c, width[k]) > SHORT_ROW)
				t->tall[row] = true;
		}
}

static void set_widths(struct sg_print_table *t, struct sg_arena *arena)
{
	struct need *need = sg_arena_array(arena, t->ncolumns + 1, sizeof *need);
	double *width = sg_arena_array(arena, t->ncolumns + 1, sizeof *width);

	t->tight = t->ncolumns > MANY_COLUMNS;
	double beside = (double)t->ncolumns * ROOMY * (t->tight ? 0.5 : 1.0);
	measure_columns(t, need);
	if (!divide(t, need, PORTRAIT - beside, width)) {
		t->landscape = true;
		divide(t, need, LANDSCAPE - beside, width);
	}
	find_tall(t, width);
	double all = 0, pad = beside / (double)(t->ncolumns ? t->ncolumns : 1);
	for (size_t k = 0; k < t->ncolumns; k++)
		all += width[k] + pad;
	for (size_t k = 0; k < t->ncolumns; k++)
		t->columns[k].width = (width[k] + pad) / all;
}

/* --- the whole --- */

static struct sg_str joined_notes(const struct sg_table *t, struct sg_arena *arena)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < t->nnotes; i++) {
		sg_buf_addz(&b, i ? "\n" : "");
		sg_buf_add(&b, t->notes[i]);
	}
	struct sg_str notes = sg_print_text(sg_buf_str(&b), arena);
	sg_buf_release(&b);
	return notes;
}

void sg_print_layout(const struct sg_tables *tables, size_t at,
	const struct sg_write_options *o, struct sg_arena *arena,
	struct sg_print_table *out)
{
	const struct sg_table *t = &tables->v[at];

	memset(out, 0, sizeof *out);
	out->number = at + 1;
	out->mark = sg_arena_printf(arena, o->english ? "%s %zu." : "<%s %zu>",
		sg_word(SG_WORD_TABLE, o), out->number);
	out->caption = sg_print_text(t->caption, arena);
	out->lead = sg_print_text(t->lead, arena);
	out->notes = joined_notes(t, arena);
	out->source = sg_print_text(t->source, arena);
	out->columns = sg_arena_array(arena, t->ncolumns + 1, sizeof *out->columns);
	for (size_t k = 0; k < t->ncolumns; k++) {
		if (t->columns[k].machine)
			continue;
		out->columns[out->ncolumns].column = &t->columns[k];
		out->columns[out->ncolumns++].label =
			sg_print_text(t->columns[k].label, arena);
	}
	out->tall = sg_arena_array(arena, t->nrows + 1, sizeof *out->tall);
	fill_cells(t, o, arena, out);
	set_widths(out, arena);
}
