/* writer.h - table values to text, Markdown, CSV, TSV, JSON: one row of the table of
 * writers a format. */
#ifndef SG_REPORT_WRITER_H
#define SG_REPORT_WRITER_H

#include "analysis/table.h"

struct sg_write_options {
	size_t width; /* columns of the terminal, for text; 0: 100 */
	bool colour;  /* ANSI emphasis in text */
	bool bom;     /* CSV begins with a BOM (Excel) */
	bool english; /* fixed words (주, 자료, 언급 없음, 반론) in English */
};

struct sg_writer {
	const char *name; /* "text", "md", "csv", "tsv", "json" */
	const char *help;
	int (*write)(const struct sg_tables *tables, const struct sg_write_options *o,
		struct sg_buf *out, struct sg_error *err);
};

/* NULL-name terminated. */
extern const struct sg_writer sg_writers[];
const struct sg_writer *sg_writer_find(const char *name);

#endif
