/* writer.h - table values to text, Markdown, CSV, TSV, JSON, HTML, XLSX, DOCX, HWPX: one
 * row of the table of writers a format. */
#ifndef SG_REPORT_WRITER_H
#define SG_REPORT_WRITER_H

#include "analysis/table.h"

struct sg_write_options {
	size_t width; /* columns of the terminal, for text; 0: 100 */
	bool colour;  /* ANSI emphasis in text */
	bool bom;     /* CSV or TSV begins with a BOM (Excel) */
	bool english; /* fixed words (주, 자료, 언급 없음, 반론) in English */
	bool notes;   /* CSV and TSV: notes and sources in lines that begin with # */
	struct sg_str title; /* of the study, for office files; may be empty */
	struct sg_str time;  /* recorded in office files, ISO 8601, UTC; empty:
				1980-01-01, so that the same tables give the same bytes */
};

struct sg_writer {
	const char *name; /* "text", "md", "csv", "tsv", "json", … */
	const char *ext;  /* of its files */
	bool binary;      /* for a file, not for a terminal */
	const char *help;
	int (*write)(const struct sg_tables *tables, const struct sg_write_options *o,
		struct sg_buf *out, struct sg_error *err);
	bool network; /* takes pairs of codes with the codes beside them */
};

/* NULL-name terminated. */
extern const struct sg_writer sg_writers[];
const struct sg_writer *sg_writer_find(const char *name);
/* The writer that a file's ending asks for, in any case of letters, or NULL. */
const struct sg_writer *sg_writer_for(const char *path);

#endif
