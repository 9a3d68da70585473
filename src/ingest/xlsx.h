/* xlsx.h - Excel workbooks as sheets of text cells (ECMA-376 Part 1, SpreadsheetML,
 * Transitional and Strict). What a cell shows is what is read; formulas give their last
 * value, and nothing is computed. */
#ifndef SG_INGEST_XLSX_H
#define SG_INGEST_XLSX_H

#include "base/arena.h"

enum {
	SG_XLSX_ROWS = 1048576, /* Excel's own limits */
	SG_XLSX_COLUMNS = 16384,
	SG_XLSX_CELLS = 16 << 20, /* rows × columns of a sheet that are taken */
};

/* Cells that are shown as one: the value is in the first, the others are empty. */
struct sg_merge {
	uint32_t row, col; /* 0-based */
	uint32_t rows, cols;
};

struct sg_sheet {
	struct sg_str name;
	bool hidden;
	size_t nrows, ncols; /* up to the last row and column that hold text */
	const struct sg_str
		*cells; /* row by row from A1; composed, with LF line ends */
	const struct sg_merge *merges; /* those inside nrows × ncols, cut to it */
	size_t nmerges;
	size_t uncomputed; /* formulas whose value the file lacks: they read as empty */
};

struct sg_workbook {
	struct sg_arena arena; /* owns everything below */
	struct sg_sheet *v;    /* in the order of the tabs; charts are left out */
	size_t n;
};

/* Reads a file of at most SG_PACKAGE_CAP bytes. Numbers read as xlsx_number.h says,
 * booleans as TRUE and FALSE, errors as #N/A. Errors (SG_EINPUT, SG_ETOOBIG) name the
 * file and, where it is one, the sheet; out is then empty. Release it in any case. */
int sg_xlsx_read(struct sg_workbook *out, const char *path, struct sg_error *err);
int sg_xlsx_read_bytes(struct sg_workbook *out, struct sg_str bytes, const char *path,
	struct sg_error *err);
void sg_workbook_release(struct sg_workbook *book);

/* The text at row and col, 0-based; empty outside. */
struct sg_str sg_sheet_cell(const struct sg_sheet *sheet, size_t row, size_t col);
/* The sheet of that name (letters and digits count, as in sg_key_eq), or that number
 * from 1 when no name fits; NULL. */
const struct sg_sheet *sg_workbook_find(
	const struct sg_workbook *book, struct sg_str name);

#endif
