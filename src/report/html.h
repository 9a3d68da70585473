/* html.h - tables as HTML fragments, for the HTML writer and for pages that hold tables
 * among other things. Marks are plain and styles inline, so that a copied table keeps its
 * looks in Hangul and Word; there is no script and nothing is loaded. */
#ifndef SG_REPORT_HTML_H
#define SG_REPORT_HTML_H

#include "report/print.h"

/* Appends text with & < > " ' as references: fit for text and quoted attributes. */
void sg_html_escape(struct sg_str s, struct sg_buf *out);

/* Appends the lines of a cell: the text of a single one, else a <p> each. */
void sg_html_lines(const struct sg_print_cell *cell, struct sg_buf *out);

/* Appends <table>…</table> with caption, head, and joined cells; then <p> for 주: and
 * 자료:. The lead (the question's wording) stands in the caption. */
void sg_html_table(const struct sg_print_table *table, const struct sg_write_options *o,
	struct sg_buf *out);

/* What a page that has a style sheet does differently. */
struct sg_html_hooks {
	void *ctx;
	/* Appends attributes of a row's <tr>, each with a blank before it. */
	void (*row)(void *ctx, size_t row, struct sg_buf *out);
	/* Appends what stands in a cell; column is one of those shown. */
	void (*cell)(void *ctx, const struct sg_print_cell *cell, size_t row,
		size_t column, struct sg_buf *out);
	/* Appends what stands in the head of a column shown. */
	void (*name)(void *ctx, size_t column, struct sg_buf *out);
	/* Appends the paragraphs below the table in place of the notes. */
	void (*notes)(void *ctx, struct sg_buf *out);
};

/* The same with classes (note, num, in1 … in3) instead of styles. */
void sg_html_table_with(const struct sg_print_table *table,
	const struct sg_write_options *o, const struct sg_html_hooks *hooks,
	struct sg_buf *out);

#endif
