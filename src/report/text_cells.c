/* text_cells.c - see text_cells.h. */
#include "config.h"

#include "report/text_cells.h"

#include <stdlib.h>

#include "text/width.h"

enum { INDENT = 2, HANG = 1 };

static void cell_text(const struct sg_cell *cell, const struct sg_write_options *o,
	struct sg_buf *out)
{
	struct sg_buf raw;

	sg_buf_init(&raw);
	sg_visible(cell->text, out);
	if (cell->kind == SG_CELL_QUOTES) {
		for (size_t i = 0; i < cell->nquotes; i++) {
			if (i)
				sg_buf_addc(out, '\n');
			sg_buf_reset(&raw);
			sg_quote_line(&cell->quotes[i], o, &raw);
			sg_visible(sg_buf_str(&raw), out);
		}
	} else if (cell->kind != SG_CELL_TEXT && cell->kind != SG_CELL_EMPTY) {
		if (cell->text.n)
			sg_buf_addc(out, '\n');
		sg_cell_number(cell, o, out);
		if (cell->mark.n)
			sg_buf_addc(out, '\n');
		sg_visible(cell->mark, out);
	}
	sg_buf_release(&raw);
}

static size_t widest_line(const struct sg_text_cell *cell)
{
	struct sg_str rest = cell->text, line;
	size_t widest = 0;

	while (sg_str_line(&rest, &line)) {
		size_t width = sg_width(line) + cell->indent;
		if (width > widest)
			widest = width;
	}
	return widest;
}

static void put(struct sg_text_grid *g, size_t row, size_t column,
	const struct sg_cell *cell, const struct sg_write_options *o, struct sg_buf *b)
{
	struct sg_text_cell *to = &g->cells[row * g->ncolumns + column];

	sg_buf_reset(b);
	cell_text(cell, o, b);
	to->text = sg_arena_str(&g->arena, sg_buf_str(b));
	to->rows = cell->rows;
	to->indent = (uint32_t)cell->indent * INDENT;
	to->hang = HANG;
	to->strong = cell->strong;
	to->number = cell->kind == SG_CELL_COUNT || cell->kind == SG_CELL_SHARE ||
		     cell->kind == SG_CELL_REAL;
	size_t width = widest_line(to);
	if (width > g->natural[column])
		g->natural[column] = width;
}

void sg_text_grid_init(struct sg_text_grid *g, const struct sg_table *table,
	const struct sg_write_options *o)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_arena_init(&g->arena);
	g->columns = sg_arena_array(&g->arena, table->ncolumns, sizeof *g->columns);
	g->natural = sg_arena_array(&g->arena, table->ncolumns, sizeof *g->natural);
	g->nrows = table->nrows + 1;
	g->ncolumns = 0;
	for (size_t k = 0; k < table->ncolumns; k++)
		g->ncolumns += !table->columns[k].machine;
	g->cells = sg_arena_array(&g->arena, g->nrows * g->ncolumns, sizeof *g->cells);
	for (size_t k = 0, at = 0; k < table->ncolumns; k++) {
		if (table->columns[k].machine)
			continue;
		struct sg_cell head = sg_cell_text(table->columns[k].label);
		head.strong = true;
		g->columns[at] = &table->columns[k];
		put(g, 0, at, &head, o, &b);
		for (size_t i = 0; i < table->nrows; i++)
			put(g, i + 1, at, &table->cells[i * table->ncolumns + k], o,
				&b);
		at++;
	}
	sg_buf_release(&b);
}

void sg_text_grid_release(struct sg_text_grid *g)
{
	sg_arena_release(&g->arena);
}

const struct sg_text_cell *sg_text_grid_at(
	const struct sg_text_grid *g, size_t row, size_t column)
{
	return &g->cells[row * g->ncolumns + column];
}

static void add_line(struct sg_text_lines *l, struct sg_str line, bool continued)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 8;
		l->v = sg_realloc(l->v, l->cap, sizeof *l->v);
		l->continued = sg_realloc(l->continued, l->cap, sizeof *l->continued);
	}
	l->v[l->n] = line;
	l->continued[l->n++] = continued;
}

struct breaking {
	struct sg_text_lines *out;
	bool continued;
};

static void take_line(void *ctx, struct sg_str line)
{
	struct breaking *b = ctx;

	add_line(b->out, line, b->continued);
	b->continued = true;
}

void sg_text_break(
	const struct sg_text_cell *cell, size_t width, struct sg_text_lines *out)
{
	struct sg_str rest = cell->text, line;
	size_t taken = cell->indent + cell->hang;
	size_t room = width > taken + 2 ? width - taken : 2;

	out->n = 0;
	while (sg_str_line(&rest, &line)) {
		struct breaking b = {out, false};
		if (sg_width(line) + cell->indent <= width || line.n == 0)
			add_line(out, line, false);
		else
			sg_width_wrap(line, room, take_line, &b);
	}
}

void sg_text_lines_release(struct sg_text_lines *l)
{
	free(l->v);
	free(l->continued);
	*l = (struct sg_text_lines){NULL, NULL, 0, 0};
}
