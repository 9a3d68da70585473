/* chart.h - figures drawn from table values (analysis/table.h) as SVG. A figure shows
 * the numbers of its table and no others, can be read without colour, and its labels
 * are neither cut nor on top of each other. One row of the table of charts a figure. */
#ifndef SG_REPORT_CHART_H
#define SG_REPORT_CHART_H

#include "analysis/table.h"
#include "base/notes.h"

/* What a page adds to a figure that stands in it, so that its numbers open and it can be
 * counted again for some of the people. Each appends to out. */
struct sg_chart_links {
	const char *figure; /* name of the chart */
	void *ctx;
	/* The attributes that tell whose a row, a node or (with two) a line is. */
	void (*code)(void *ctx, struct sg_str label, struct sg_str other,
		struct sg_buf *out);
	/* Begins a part "<g …>" for the name or a cell of a column and returns true; false:
	 * the page leaves that column as it is. */
	bool (*column)(void *ctx, size_t column, struct sg_buf *out);
	/* Begins a link around what shows a cell of the table, or around the name of a
	 * column, and returns true; false: it opens nothing. */
	bool (*open)(void *ctx, size_t row, size_t column, struct sg_buf *out);
	bool (*open_name)(void *ctx, size_t column, struct sg_buf *out);
};

struct sg_chart_options {
	bool english;
	const struct sg_chart_links *links; /* in a page, which has caption, notes and
					       background itself; or NULL */
	double width; /* of the figure in pixels; 0: 760. Height follows from the rows. */
	struct sg_notes *notes; /* gets what the figure leaves out, which it says itself
				   too; or NULL */
};

struct sg_chart {
	const char *name;
	const char *table; /* whose value it draws */
	const char *help;  /* translated when shown */
	/* Draws table t. SG_EINPUT when there is nothing to draw. */
	int (*draw)(const struct sg_table *t, const struct sg_chart_options *o,
		struct sg_buf *out, struct sg_error *err);
};

extern const struct sg_chart sg_charts[]; /* ends with name NULL */
const struct sg_chart *sg_chart_find(const char *name);

/* PNG of an SVG figure at `scale` pixels a unit. A warning when no font has the Korean
 * letters in it. SG_EUSAGE when the program was built without librsvg, or the library is
 * not there. */
int sg_png_of_svg(struct sg_str svg, double scale, struct sg_buf *out,
	struct sg_notes *notes, struct sg_error *err);

#endif
