/* sheet_rows.h - a sheet of a workbook as the rows of a table, in place of a CSV file:
 * which sheet, where its header is, what merged cells say. Used by ingest and by
 * commands that read codings. */
#ifndef SG_INGEST_SHEET_ROWS_H
#define SG_INGEST_SHEET_ROWS_H

#include "ingest/csv.h"
#include "ingest/xlsx.h"

/* Whether bytes are those of a workbook, or of a file that users take for one: then
 * sg_xlsx_read_bytes says what is wrong with it. */
bool sg_is_workbook(struct sg_str bytes);

/* The sheet called `wish`, or, when that is NULL, the first that is not hidden and not
 * empty; a warning names the others. Errors: SG_ENOTFOUND with the sheets there are,
 * SG_EINPUT when all are empty. */
const struct sg_sheet *sg_sheet_choose(const struct sg_workbook *book, const char *wish,
	const char *path, struct sg_notes *notes, struct sg_error *err);

/* Calls fn for the header and every row below that is not blank; line is the row's
 * number in Excel. Lines above the header with one cell only (a title) are noted and
 * left out. A cell merged over rows gives its value to each of them. fn as in
 * sg_csv_read. */
int sg_sheet_rows(const struct sg_sheet *sheet, const char *path,
	struct sg_notes *notes,
	int (*fn)(void *ctx, const struct sg_row *row, struct sg_error *err), void *ctx,
	struct sg_error *err);

#endif
