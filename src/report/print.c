/* print.c - see print.h. Widths are display columns (a Hangul syllable is two) of 9-point
 * text, of which A4 portrait with 20 mm margins takes 107 and landscape 161; of 7.5
 * points, landscape takes 194. */
#include "config.h"

#include "report/print.h"

#include <math.h>
#include <string.h>

#include "text/width.h"

enum {
	PORTRAIT = 107,
	LANDSCAPE = 161,
	LANDSCAPE_SMALL = 194,
	ROOMY = 2,         /* beside the text of a cell, in columns */
	MANY_COLUMNS = 10, /* then half of it */
	LEAST_NUMBER = 3,
	LEAST_WRAPPED = 14, /* of a column of running text */
	NAME_MOST = 26,     /* of a column that need not be broken */
	NAME_WRAPPED = 19,  /* of one that may be, beside running text */
	NAME_ALONE = 34,    /* the same where there is none */
	RUNNING = 44,       /* from this width, text is no name but runs on */
	SHORT_ROW = 10,     /* lines that stay on one page */
};

/* Letters and digits of Korean fonts are a little wider than half a syllable. */
static const double SLACK = 1.18;

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
	bool empty;                /* nothing stands below the label */
};

static void measure(struct need *n, struct sg_str text, double extra)
{
	struct sg_str rest = text, line, word;

	while (sg_str_line(&rest, &line)) {
		double width = (double)sg_width(line) * SLACK + extra;
		n->whole = width > n->whole ? width : n->whole;
		n->total += width;
		while (sg_str_split(&line, ' ', &word)) {
			double w = (double)sg_width(word) * SLACK + extra;
			n->word = w > n->word ? w : n->word;
		}
	}
}

static void measure_columns(const struct sg_print_table *t, struct need *need)
{
	for (size_t k = 0; k < t->ncolumns; k++) {
		measure(&need[k], t->columns[k].label, 1); /* bold */
		need[k].empty = true;
		for (size_t row = 0; row < t->nrows; row++) {
			const struct sg_print_cell *c =
				&t->cells[row * t->ncolumns + k];
			need[k].empty &= c->nlines == 0;
			for (size_t i = 0; i < c->nlines; i++)
				measure(&need[k], c->lines[i].text, c->indent);
		}
	}
}

/* Whether a column holds running text, or waits for it (함의). */
static bool is_running(
	const struct sg_print_table *t, const struct need *need, size_t k)
{
	return t->columns[k].column->wrap && (need[k].whole > RUNNING || need[k].empty);
}

static bool any_running(const struct sg_print_table *t, const struct need *need)
{
	for (size_t k = 0; k < t->ncolumns; k++)
		if (is_running(t, need, k))
			return true;
	return false;
}

/* What a column wants, and what it can live with. */
static void wishes(const struct sg_print_table *t, const struct need *need, size_t k,
	bool running, double *want, double *least)
{
	double word = need[k].word < NAME_MOST / 2 ? need[k].word : NAME_MOST / 2;

	if (t->columns[k].column->right) /* a number is not broken */
		word = need[k].word;
	*least = is_running(t, need, k) && word < LEAST_WRAPPED ? LEAST_WRAPPED : word;
	*least = *least < LEAST_NUMBER ? LEAST_NUMBER : *least;
	double most = !t->columns[k].column->wrap ? NAME_MOST
		      : running                   ? NAME_WRAPPED
						  : NAME_ALONE;

	*want = need[k].whole > most ? most : need[k].whole;
	*want = is_running(t, need, k) ? *least : *want;
	*want = *want < *least ? *least : *want;
}

/* Widths that fill `room`; false when words would have to be broken for it. */
static bool divide(const struct sg_print_table *t, const struct need *need, double room,
	double *width)
{
	double want, least, wanted = 0, needed = 0, weights = 0;
	bool running = any_running(t, need);

	for (size_t k = 0; k < t->ncolumns; k++) {
		wishes(t, need, k, running, &want, &least);
		wanted += want;
		needed += least;
		weights += is_running(t, need, k) ? sqrt(need[k].total + 100) : 0;
	}
	for (size_t k = 0; k < t->ncolumns; k++) {
		wishes(t, need, k, running, &want, &least);
		double part = weights > 0 ? (is_running(t, need, k)
							    ? sqrt(need[k].total + 100)
							    : 0) /
						    weights
					  : want / wanted;
		if (wanted <= room)
			width[k] = want + (room - wanted) * part;
		else if (needed < room) /* the names give way before the numbers */
			width[k] = least +
				   (want - least) * (room - needed) / (wanted - needed);
		else
			width[k] = least * room / needed;
	}
	return needed <= room;
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
		divide(t, need, (t->tight ? LANDSCAPE_SMALL : LANDSCAPE) - beside,
			width);
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
		sg_buf_add(&b, t->notes[i].text);
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
