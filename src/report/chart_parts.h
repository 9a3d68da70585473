/* chart_parts.h - what figures share: finding columns of a table value, captions, the
 * block of row labels. */
#ifndef SG_REPORT_CHART_PARTS_H
#define SG_REPORT_CHART_PARTS_H

#include "report/chart.h"
#include "report/svg.h"

enum { SG_CHART_WIDTH = 760, SG_CHART_PAD = 12 };
#define SG_CHART_LINE 1.35 /* of the size of text */

struct sg_chart_drawing {
	struct sg_arena arena;
	struct sg_buf body; /* what is drawn so far; the frame is known at the end */
	struct sg_svg svg;  /* writes into body */
	const struct sg_table *t;
	const struct sg_chart_options *o;
	double width, y;         /* y: the free space below the caption */
	struct sg_str left_out;  /* a note below the figure, or empty */
	double span, most, step; /* what a page moves marks by: the pixels of the number
				    `most`, those between marks below each other; or 0 */
};

/* Begins a figure: the caption is drawn, y is below it. */
void sg_chart_begin(struct sg_chart_drawing *d, const struct sg_table *t,
	const struct sg_chart_options *o);
/* Draws the notes and the source below y and appends the figure to out. Releases d. */
void sg_chart_end(struct sg_chart_drawing *d, struct sg_buf *out);

/* Around what shows a cell of the table, or the name of a column: a link in a page. The
 * result is what closes it. */
bool sg_chart_link(struct sg_chart_drawing *d, size_t row, size_t column);
bool sg_chart_name_link(struct sg_chart_drawing *d, size_t column);
void sg_chart_unlink(struct sg_chart_drawing *d, bool linked);
/* Around what a page moves or hides: a row or another part of one or two codes, the
 * cells of a column (false: that one stays), lines along all rows ("tall"), what stands
 * below them ("foot"). Nothing elsewhere. Each is closed by sg_chart_part_end. */
void sg_chart_row(struct sg_chart_drawing *d, struct sg_str code, double height);
void sg_chart_part_of(
	struct sg_chart_drawing *d, struct sg_str code, struct sg_str other);
bool sg_chart_column_part(struct sg_chart_drawing *d, size_t column);
void sg_chart_part(struct sg_chart_drawing *d, const char *name);
void sg_chart_part_end(struct sg_chart_drawing *d);

/* The label of a row's code. */
struct sg_str sg_chart_code_label(const struct sg_table *t, size_t row);

/* The labels of rows in a column of the table, broken to at most `most` pixels. */
struct sg_chart_labels {
	struct sg_str **lines; /* by row */
	size_t *n;
	double width; /* of the widest */
};
void sg_chart_labels_init(struct sg_chart_drawing *d, size_t column, double most,
	struct sg_chart_labels *out);
/* Draws those of a row, centred about y, ending at x. */
void sg_chart_label(struct sg_chart_drawing *d, const struct sg_chart_labels *l,
	size_t row, double x, double y);
/* Height of a row's labels. */
double sg_chart_label_height(
	const struct sg_chart_drawing *d, const struct sg_chart_labels *l, size_t row);

/* Appends "8", or "8(26.7)" where the cell may show its share. */
struct sg_str sg_chart_number(struct sg_chart_drawing *d, const struct sg_cell *cell);

/* A code of a table of pairs. */
struct sg_chart_code {
	struct sg_str code, name;
	double n;           /* units with the code */
	size_t row, column; /* of a cell of the table that says so */
};
/* The codes of the pairs, at most `most`, ordered by their labels; in d's arena. Pairs
 * come strongest first, so that those of the strongest are there; how many are not is
 * said below the figure and in its notes. Returns how many. */
size_t sg_chart_codes(
	struct sg_chart_drawing *d, size_t most, struct sg_chart_code **out);
/* Index of a code among them, or n. */
size_t sg_chart_code_find(
	const struct sg_chart_code *codes, size_t n, struct sg_str code);

int sg_chart_bars(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_chart_grid(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_chart_dots(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_chart_cooccur(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_chart_network(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_chart_saturation(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err);

#endif
