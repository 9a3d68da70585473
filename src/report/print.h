/* print.h - a table laid out for paper, before a writer of HTML, DOCX, HWPX or XLSX turns
 * it into marks: what stands in each cell line by line, which cells are joined, how wide
 * the columns are on A4. All text is visible (sg_visible) and fit for XML. */
#ifndef SG_REPORT_PRINT_H
#define SG_REPORT_PRINT_H

#include "report/cells.h"

enum sg_print_kind {
	SG_PRINT_TEXT,
	SG_PRINT_NUMBER, /* "8(26.7)" */
	SG_PRINT_MARK,   /* behind a number */
	SG_PRINT_QUOTE,
};

struct sg_print_line { /* a paragraph of a cell */
	struct sg_str text;
	enum sg_print_kind kind;
	bool strong;
};

struct sg_print_cell {
	struct sg_print_line *lines;
	size_t nlines;
	uint32_t rows;              /* at least 1 */
	bool covered;               /* by a cell above: not drawn */
	uint8_t indent;             /* levels */
	bool right;                 /* numbers */
	const struct sg_cell *cell; /* the value itself */
};

struct sg_print_column {
	const struct sg_column *column;
	struct sg_str label;
	double width; /* share of the table's width; all make 1 */
};

struct sg_print_table {
	struct sg_str mark; /* "<표 2>", "Table 2." */
	struct sg_str caption, lead, source;
	struct sg_str notes; /* joined by LF; without 주: */
	size_t number;       /* 2 */
	struct sg_print_column *columns;
	size_t ncolumns;
	struct sg_print_cell *cells; /* nrows × ncolumns */
	size_t nrows;
	bool landscape;
	bool tight; /* many columns: 7.5 points, little space beside the text */
	bool *tall; /* by row: may be broken over pages */
};

/* Lays out table number `at` of tables; everything lives in arena. */
void sg_print_layout(const struct sg_tables *tables, size_t at,
	const struct sg_write_options *o, struct sg_arena *arena,
	struct sg_print_table *out);

/* Text as a writer may put it into XML: control characters and those that turn the
 * direction are visible. */
struct sg_str sg_print_text(struct sg_str s, struct sg_arena *arena);

#endif
