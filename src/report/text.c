/* text.c - tables for a terminal. Three layouts: aligned columns, where long texts are
 * broken inside their cells; the same in panels, for tables of many narrow numbers; and
 * records, one field a line, where columns would be too narrow to read. Light
 * horizontal lines only: columns are told apart by space. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "report/text_cells.h"
#include "text/width.h"

enum {
	WIDTH = 100,    /* when the terminal's is not known */
	NARROWEST = 20, /* narrower terminals are written to as if they were so wide */
	GAP = 2,
	LEAST = 14, /* columns for a broken cell … */
	LONG = 48,  /* … that would take more than this: */
	LEAST_LONG = 24,
	TALL = 3,          /* lines of a row that is a block of text */
	LEAST_NUMBERS = 3, /* columns of numbers that make a table one of numbers */
};

#define BOLD  "\x1b[1m"
#define PLAIN "\x1b[0m"

struct writing {
	const struct sg_write_options *o;
	struct sg_text_grid grid;
	size_t width;
	size_t *widths;  /* by column */
	size_t *columns; /* those of the panel, in order */
	size_t ncolumns;
	struct sg_buf *out;
	struct sg_text_lines *lines; /* by column of the panel: of one row */
};

static void trim_line(struct sg_buf *b)
{
	while (b->n && b->p[b->n - 1] == ' ')
		b->n--;
	sg_buf_addc(b, '\n'); /* ends the string anew, too */
}

static void rule(struct sg_buf *out, size_t from, size_t to)
{
	sg_buf_pad(out, ' ', from);
	for (size_t i = from; i < to; i++)
		sg_buf_addz(out, "─");
	sg_buf_addc(out, '\n');
}

static size_t least_width(const struct writing *w, size_t column)
{
	size_t natural = w->grid.natural[column];

	if (!w->grid.columns[column]->wrap)
		return natural;
	size_t least = natural > LONG ? LEAST_LONG : LEAST;
	return natural < least ? natural : least;
}

static size_t root(size_t n)
{
	size_t r = 1;

	while (r * r < n)
		r++;
	return r;
}

/* Shares `room` among the columns that may be broken: no more than a column needs, no
 * less than its least, in between by the square root of what it would like, so that
 * long texts get the most and short ones are not crushed. */
static void share(struct writing *w, size_t room)
{
	size_t n = w->grid.ncolumns;
	bool *open = sg_zalloc(n, sizeof *open);
	bool again = true;

	for (size_t k = 0; k < n; k++)
		open[k] = w->grid.columns[k]->wrap;
	while (again) {
		size_t weights = 0;
		again = false;
		for (size_t k = 0; k < n; k++)
			weights += open[k] ? root(w->grid.natural[k]) : 0;
		for (size_t k = 0; k < n && !again; k++) {
			if (!open[k])
				continue;
			size_t natural = w->grid.natural[k], least = least_width(w, k);
			size_t part = room * root(natural) / weights;
			if (part > least && part < natural)
				continue;
			w->widths[k] = part >= natural ? natural : least;
			room -= w->widths[k] < room ? w->widths[k] : room;
			open[k] = false;
			again = true;
		}
		for (size_t k = 0; k < n && !again; k++)
			if (open[k])
				w->widths[k] =
					room * root(w->grid.natural[k]) / weights;
	}
	free(open);
}

/* Whether all columns fit beside each other; sets their widths when they do. */
static bool fit(struct writing *w)
{
	size_t n = w->grid.ncolumns;
	size_t gaps = n ? GAP * (n - 1) : 0, natural = gaps, least = gaps, fixed = gaps;

	for (size_t k = 0; k < n; k++) {
		natural += w->grid.natural[k];
		least += least_width(w, k);
		if (!w->grid.columns[k]->wrap)
			fixed += w->grid.natural[k];
		w->widths[k] = w->grid.natural[k];
	}
	if (natural <= w->width)
		return true;
	if (least > w->width)
		return false;
	share(w, w->width - fixed);
	return true;
}

static size_t total_width(const struct writing *w)
{
	size_t total = w->ncolumns ? GAP * (w->ncolumns - 1) : 0;

	for (size_t i = 0; i < w->ncolumns; i++)
		total += w->widths[w->columns[i]];
	return total;
}

static void write_line(struct writing *w, size_t row, size_t line)
{
	struct sg_buf *out = w->out;

	for (size_t i = 0; i < w->ncolumns; i++) {
		size_t k = w->columns[i];
		const struct sg_text_cell *cell = sg_text_grid_at(&w->grid, row, k);
		const struct sg_text_lines *l = &w->lines[i];
		struct sg_str text = line < l->n ? l->v[line] : SG_STR("");
		bool right = w->grid.columns[k]->right;
		size_t lead = cell->indent;
		bool bold = w->o->colour && cell->strong && text.n;
		if (line < l->n && l->continued[line])
			lead += cell->hang;
		if (right || lead > w->widths[k])
			lead = 0;
		if (i)
			sg_buf_pad(out, ' ', GAP);
		sg_buf_pad(out, ' ', lead);
		if (bold)
			sg_buf_addz(out, BOLD);
		sg_width_pad(out, text, w->widths[k] - lead, right);
		if (bold)
			sg_buf_addz(out, PLAIN);
	}
	trim_line(out);
}

static size_t break_row(struct writing *w, size_t row)
{
	size_t height = 1;

	for (size_t i = 0; i < w->ncolumns; i++) {
		size_t k = w->columns[i];
		sg_text_break(
			sg_text_grid_at(&w->grid, row, k), w->widths[k], &w->lines[i]);
		if (w->lines[i].n > height)
			height = w->lines[i].n;
	}
	return height;
}

/* Whether the first column of a row is covered by a cell above it. */
static bool covered(const struct writing *w, size_t row)
{
	for (size_t i = 1; i < row; i++)
		if (sg_text_grid_at(&w->grid, i, w->columns[0])->rows > row - i)
			return true;
	return false;
}

/* Lines between rows help where cells are blocks of text, and only clutter where a
 * name now and then goes on in a second line. */
static bool any_tall_row(struct writing *w)
{
	for (size_t i = 1; i < w->grid.nrows; i++)
		if (break_row(w, i) >= TALL)
			return true;
	return false;
}

static void write_panel(struct writing *w)
{
	size_t total = total_width(w);
	bool tall = any_tall_row(w);
	size_t inner = w->ncolumns > 1 ? w->widths[w->columns[0]] + GAP : 0;

	rule(w->out, 0, total);
	for (size_t i = 0; i < w->grid.nrows; i++) {
		size_t height = break_row(w, i);
		for (size_t line = 0; line < height; line++)
			write_line(w, i, line);
		if (i + 1 == w->grid.nrows || i == 0)
			rule(w->out, 0, total);
		else if (tall)
			rule(w->out, covered(w, i + 1) ? inner : 0, total);
	}
	if (w->grid.nrows == 1) {
		sg_buf_addz(w->out, sg_word(SG_WORD_NO_ROWS, w->o));
		sg_buf_addc(w->out, '\n');
		rule(w->out, 0, total);
	}
}

static size_t first_number(const struct writing *w)
{
	size_t k = 0;

	while (k < w->grid.ncolumns && !w->grid.columns[k]->right)
		k++;
	return k;
}

/* A table of numbers: what stands before the first number names the row, and texts
 * do not follow. */
static bool is_numbers(const struct writing *w)
{
	size_t first = first_number(w);

	for (size_t k = first; k < w->grid.ncolumns; k++)
		if (!w->grid.columns[k]->right)
			return false;
	return first > 0 && w->grid.ncolumns - first >= LEAST_NUMBERS;
}

/* The columns that name the row are repeated in front of as many numbers as fit. */
static void write_panels(struct writing *w)
{
	size_t stub = first_number(w), used = 0;

	for (size_t k = 0; k < stub; k++) {
		size_t most =
			w->width / (2 * stub) > GAP ? w->width / (2 * stub) - GAP : 1;
		w->widths[k] = w->grid.natural[k];
		if (w->grid.columns[k]->wrap && w->widths[k] > most)
			w->widths[k] = most;
		w->columns[k] = k;
		used += w->widths[k] + GAP;
	}
	for (size_t k = stub; k < w->grid.ncolumns;) {
		size_t room = w->width > used ? w->width - used : 0, taken = 0;
		w->ncolumns = stub;
		while (k < w->grid.ncolumns &&
			(w->ncolumns == stub || taken + w->grid.natural[k] <= room)) {
			w->widths[k] = w->grid.natural[k];
			taken += w->widths[k] + GAP;
			w->columns[w->ncolumns++] = k++;
		}
		write_panel(w);
		if (k < w->grid.ncolumns)
			sg_buf_printf(
				w->out, "\n%s\n", sg_word(SG_WORD_CONTINUED, w->o));
	}
}

/* Lines of a text after `prefix`, broken to the width; continuations are indented. */
static void write_wrapped(struct writing *w, struct sg_str prefix, struct sg_str text,
	size_t first, size_t hang, bool strong)
{
	struct sg_text_lines lines = {NULL, NULL, 0, 0};
	struct sg_buf whole;
	bool bold = w->o->colour && strong;

	sg_buf_init(&whole);
	sg_buf_add(&whole, prefix);
	sg_buf_add(&whole, text);
	struct sg_text_cell cell = {.text = sg_buf_str(&whole)};
	size_t room = w->width > hang + 8 ? w->width - hang : 8;
	sg_text_break(&cell, room, &lines);
	for (size_t i = 0; i < lines.n; i++) {
		sg_buf_pad(w->out, ' ', i == 0 ? first : hang);
		if (bold)
			sg_buf_addz(w->out, BOLD);
		sg_buf_add(w->out, lines.v[i]);
		if (bold)
			sg_buf_addz(w->out, PLAIN);
		trim_line(w->out);
	}
	sg_text_lines_release(&lines);
	sg_buf_release(&whole);
}

/* A field of a record; the parts of a number stand on one line. */
static void write_field(
	struct writing *w, size_t column, const struct sg_text_cell *cell)
{
	struct sg_buf label, text;

	sg_buf_init(&label);
	sg_buf_init(&text);
	if (column > 0)
		sg_buf_printf(&label, "%.*s: ", SG_ARG(w->grid.columns[column]->label));
	sg_buf_add(&text, cell->text);
	for (size_t i = 0; i < text.n; i++)
		if (cell->number && text.p[i] == '\n')
			text.p[i] = ' ';
	write_wrapped(w, sg_buf_str(&label), sg_buf_str(&text), column ? 2 : 0,
		column ? 4 : 2, cell->strong);
	sg_buf_release(&text);
	sg_buf_release(&label);
}

static void write_records(struct writing *w)
{
	rule(w->out, 0, w->width);
	for (size_t i = 1; i < w->grid.nrows; i++) {
		if (i > 1)
			sg_buf_addc(w->out, '\n');
		for (size_t k = 0; k < w->grid.ncolumns; k++)
			if (sg_text_grid_at(&w->grid, i, k)->text.n)
				write_field(w, k, sg_text_grid_at(&w->grid, i, k));
	}
	if (w->grid.nrows == 1) {
		sg_buf_addz(w->out, sg_word(SG_WORD_NO_ROWS, w->o));
		sg_buf_addc(w->out, '\n');
	}
	rule(w->out, 0, w->width);
}

/* A text under or over the table, behind a fixed word; its lines hang behind it. */
static void write_visible(
	struct writing *w, const char *prefix, struct sg_str text, size_t first)
{
	struct sg_buf b;
	size_t hang = first + sg_width(sg_str_of(prefix));

	if (text.n == 0)
		return;
	sg_buf_init(&b);
	sg_visible(text, &b);
	write_wrapped(w, sg_str_of(prefix), sg_buf_str(&b), first, hang, false);
	sg_buf_release(&b);
}

static void write_body(struct writing *w)
{
	size_t n = w->grid.ncolumns;

	w->widths = sg_zalloc(n, sizeof *w->widths);
	w->columns = sg_zalloc(n, sizeof *w->columns);
	w->lines = sg_zalloc(n, sizeof *w->lines);
	if (fit(w)) {
		w->ncolumns = n;
		for (size_t k = 0; k < n; k++)
			w->columns[k] = k;
		write_panel(w);
	} else if (is_numbers(w)) {
		write_panels(w);
	} else {
		write_records(w);
	}
	for (size_t k = 0; k < n; k++)
		sg_text_lines_release(&w->lines[k]);
	free(w->lines);
	free(w->columns);
	free(w->widths);
}

static void write_table(const struct sg_tables *tables, size_t at,
	const struct sg_write_options *o, struct sg_buf *out)
{
	const struct sg_table *table = &tables->v[at];
	size_t width = o->width ? o->width : WIDTH;
	struct writing w = {
		.o = o, .out = out, .width = width < NARROWEST ? NARROWEST : width};
	struct sg_buf caption;

	sg_buf_init(&caption);
	sg_caption(tables, at, o, &caption);
	write_wrapped(&w, SG_STR(""), sg_buf_str(&caption), 0, 4, true);
	sg_buf_release(&caption);
	write_visible(&w, "", table->lead, 0);
	sg_text_grid_init(&w.grid, table, o);
	write_body(&w);
	sg_text_grid_release(&w.grid);
	const char *note = sg_word(SG_WORD_NOTE, o);
	for (size_t i = 0; i < table->nnotes; i++)
		write_visible(&w, i ? "" : note, table->notes[i].text,
			i ? sg_width(sg_str_of(note)) : 0);
	write_visible(&w, sg_word(SG_WORD_SOURCE, o), table->source, 0);
}

int sg_write_text(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	(void)err;
	for (size_t i = 0; i < tables->n; i++) {
		if (i)
			sg_buf_addc(out, '\n');
		write_table(tables, i, o, out);
	}
	return 0;
}
