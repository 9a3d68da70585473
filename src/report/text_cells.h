/* text_cells.h - the cells of one table as lines of visible text with their widths,
 * before the text writer decides on a layout. */
#ifndef SG_REPORT_TEXT_CELLS_H
#define SG_REPORT_TEXT_CELLS_H

#include "report/cells.h"

struct sg_text_cell {
	struct sg_str text; /* lines end in LF; control characters are visible */
	uint32_t rows;      /* as in sg_cell */
	uint32_t indent;    /* columns before every line */
	uint32_t hang;      /* columns more before the continuation of a line */
	bool strong;
	bool number; /* its lines are parts of one number: name, 8(26.7), mark */
};

struct sg_text_grid {
	struct sg_arena arena;
	size_t ncolumns, nrows; /* row 0 holds the column labels */
	struct sg_text_cell *cells;
	const struct sg_column **columns; /* the visible ones */
	size_t *natural;                  /* width of each when nothing is broken */
};

void sg_text_grid_init(struct sg_text_grid *g, const struct sg_table *table,
	const struct sg_write_options *o);
void sg_text_grid_release(struct sg_text_grid *g);
const struct sg_text_cell *sg_text_grid_at(
	const struct sg_text_grid *g, size_t row, size_t column);

/* A cell broken to a width. Lines borrow from the grid; release frees the array. */
struct sg_text_lines {
	struct sg_str *v;
	bool *continued; /* the line goes on with the one before it */
	size_t n, cap;
};
void sg_text_break(
	const struct sg_text_cell *cell, size_t width, struct sg_text_lines *out);
void sg_text_lines_release(struct sg_text_lines *l);

#endif
