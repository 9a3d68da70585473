/* xlsx_parts.h - a workbook while it is read: shared by xlsx.c and xlsx_sheet.c. */
#ifndef SG_INGEST_XLSX_PARTS_H
#define SG_INGEST_XLSX_PARTS_H

#include "ingest/package.h"
#include "ingest/xlsx.h"
#include "ingest/xlsx_number.h"

struct sg_xlsx_tab {
	struct sg_str name, id, part;
	bool hidden;
};

struct sg_xlsx_format {
	uint64_t id;
	struct sg_number_style style;
};

struct sg_xlsx_cell {
	uint32_t row, col;
	struct sg_str text;
};

struct sg_xlsx_parts {
	struct sg_package *package;
	const char *path;
	struct sg_arena *arena;  /* of the workbook */
	struct sg_arena scratch; /* until reading ends */
	struct sg_error *err;
	struct sg_str base; /* the part whose relations are read */
	struct sg_str main, strings_part, styles_part;
	SG_VEC(struct sg_xlsx_tab) sheets;
	SG_VEC(struct sg_xlsx_format) formats;
	SG_VEC(struct sg_number_style) styles; /* by number of the cell's style */
	SG_VEC(struct sg_str) strings;         /* shared ones */
	bool from_1904, in_cell_styles;
	/* the text being collected */
	bool in_text;
	unsigned phonetic;
	struct sg_buf raw, plain, composed;
	size_t laid_out; /* cells of all sheets so far */
	/* the sheet being read */
	SG_VEC(struct sg_xlsx_cell) cells;
	SG_VEC(struct sg_merge) merges;
};

/* The text of a cell or name as it is stored: escapes resolved, composed, LF. */
struct sg_str sg_xlsx_stored(struct sg_xlsx_parts *x, struct sg_str raw);
/* Appends the text node that the part stands on; counts phonetic runs, whose text is
 * passed over. */
bool sg_xlsx_append(struct sg_part *part, unsigned *phonetic, struct sg_buf *text);
/* Cells and merges of one sheet. */
int sg_xlsx_read_sheet(struct sg_xlsx_parts *x, const char *part, struct sg_sheet *out);

#endif
