/* sheet.h - coding sheets to files. What comes back is read by ingest/sheet_file.h. */
#ifndef SG_REPORT_SHEET_H
#define SG_REPORT_SHEET_H

#include "analysis/sheet.h"

/* Markdown that reads well unrendered: a place to write under each sentence. */
void sg_sheet_md(const struct sg_sheet *sheet, struct sg_buf *out);

#endif
