/* table.c - see table.h. Rows, notes and texts live in the arena of the tables; only
 * the array of tables itself is on the heap. */
#include "config.h"

#include "analysis/table.h"

#include <stdlib.h>
#include <string.h>

void sg_tables_init(struct sg_tables *t)
{
	sg_arena_init(&t->arena);
	t->v = NULL;
	t->n = t->cap = 0;
}

void sg_tables_release(struct sg_tables *t)
{
	free(t->v);
	sg_arena_release(&t->arena);
	t->v = NULL;
	t->n = t->cap = 0;
}

struct sg_table *sg_tables_add(struct sg_tables *t, const char *id, size_t ncolumns)
{
	struct sg_table table = {0};

	table.id = sg_arena_str(&t->arena, sg_str_of(id));
	table.ncolumns = ncolumns;
	table.columns = sg_arena_array(&t->arena, ncolumns, sizeof *table.columns);
	SG_PUSH(t, table);
	return &t->v[t->n - 1];
}

void sg_table_column(struct sg_tables *t, struct sg_table *table, size_t at,
	const char *key, struct sg_str label, bool right, bool wrap)
{
	struct sg_column *column = &table->columns[at];

	column->key = sg_arena_str(&t->arena, sg_str_of(key));
	column->label = label;
	column->right = right;
	column->wrap = wrap;
	column->machine = false;
	column->kind = SG_CELL_EMPTY;
}

size_t sg_table_find(const struct sg_table *table, const char *key)
{
	for (size_t k = 0; k < table->ncolumns; k++)
		if (sg_str_eqz(table->columns[k].key, key))
			return k;
	return SIZE_MAX;
}

const struct sg_cell *sg_table_cell(
	const struct sg_table *table, size_t row, size_t column)
{
	return &table->cells[row * table->ncolumns + column];
}

const struct sg_cell *sg_table_at(
	const struct sg_table *table, size_t row, const char *key)
{
	size_t k = sg_table_find(table, key);

	return k == SIZE_MAX ? NULL : sg_table_cell(table, row, k);
}

struct sg_cell *sg_table_row(struct sg_tables *t, struct sg_table *table)
{
	size_t n = table->ncolumns;

	if (table->nrows == table->cap) {
		size_t cap = table->cap ? table->cap * 2 : 16;
		struct sg_cell *cells =
			sg_arena_array(&t->arena, cap, n * sizeof *cells);
		if (table->nrows)
			memcpy(cells, table->cells, table->nrows * n * sizeof *cells);
		table->cells = cells;
		table->cap = cap;
	}
	struct sg_cell *row = table->cells + table->nrows++ * n;
	memset(row, 0, n * sizeof *row);
	return row;
}

void sg_table_note(struct sg_tables *t, struct sg_table *table, enum sg_about about,
	struct sg_str note)
{
	if (note.n == 0)
		return;
	/* Notes are few: the array is taken anew at every power of two. */
	size_t n = table->nnotes;
	if ((n & (n - 1)) == 0) {
		struct sg_footnote *notes =
			sg_arena_array(&t->arena, n ? 2 * n : 1, sizeof *notes);
		if (n)
			memcpy(notes, table->notes, n * sizeof *notes);
		table->notes = notes;
	}
	table->notes[table->nnotes++] =
		(struct sg_footnote){sg_arena_str(&t->arena, note), about};
}

struct sg_cell sg_cell_text(struct sg_str text)
{
	return (struct sg_cell){.kind = SG_CELL_TEXT, .text = text};
}

struct sg_cell sg_cell_count(double number)
{
	return (struct sg_cell){.kind = SG_CELL_COUNT, .number = number};
}

struct sg_cell sg_cell_share(double number, double base, bool percent)
{
	return (struct sg_cell){.kind = SG_CELL_SHARE,
		.number = number,
		.base = base,
		.percent = percent};
}

struct sg_cell sg_cell_real(double number, uint8_t digits)
{
	return (struct sg_cell){
		.kind = SG_CELL_REAL, .number = number, .digits = digits};
}
