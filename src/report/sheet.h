/* sheet.h - coding sheets to files. What comes back is read by ingest/sheet_file.h. */
#ifndef SG_REPORT_SHEET_H
#define SG_REPORT_SHEET_H

#include "analysis/settle.h"
#include "analysis/sheet.h"

/* Markdown that reads well unrendered: a place to write under each sentence. */
void sg_sheet_md(const struct sg_coding_sheet *sheet, struct sg_buf *out);

/* An Excel workbook: a row a sentence, drop-downs from the list of codes. */
int sg_sheet_xlsx(
	const struct sg_coding_sheet *sheet, struct sg_buf *out, struct sg_error *err);

/* Differences to settle, with a place for each decision. */
void sg_settle_md(const struct sg_study *s, const struct sg_settlement *settlement,
	struct sg_buf *out);

#endif
