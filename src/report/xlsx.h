/* xlsx.h - writing an Excel workbook: sheets of texts and numbers with widths that fit
 * Korean, drop-down lists, frozen heads, protection. Over libxlsxwriter. Text is always
 * text: nothing that begins with = or + becomes a formula. Rows and columns are counted
 * from 0. The same calls give the same bytes. */
#ifndef SG_REPORT_XLSX_H
#define SG_REPORT_XLSX_H

#include "base/arena.h"

struct sg_xlsx;

struct sg_xlsx_properties {
	struct sg_str title, subject, author; /* may be empty */
	int64_t time; /* recorded in the file, seconds of 1970, UTC; 0: 1980-01-01 */
};

/* How a cell looks; flags are joined with |. Cells stand at the top, texts left,
 * numbers right unless said otherwise. */
enum {
	SG_XLSX_HEAD = 1 << 0,   /* bold, centred, on grey, with borders, wrapped */
	SG_XLSX_STRONG = 1 << 1, /* bold */
	SG_XLSX_WRAP = 1 << 2,
	SG_XLSX_BORDER = 1 << 3,
	SG_XLSX_TITLE = 1 << 4, /* bold, larger */
	SG_XLSX_SMALL = 1 << 5, /* smaller, for notes */
	SG_XLSX_OPEN = 1 << 6,  /* may be changed in a protected sheet; light yellow */
	SG_XLSX_RIGHT = 1 << 7,
	SG_XLSX_MIDDLE = 1 << 8, /* in the middle of its height */
};
struct sg_xlsx_look {
	unsigned flags;
	uint8_t decimals; /* of numbers */
	uint8_t indent;   /* levels, at most 15 */
};

struct sg_xlsx_area {
	uint32_t row, col, last_row, last_col; /* both ends in it */
};

struct sg_xlsx *sg_xlsx_new(const struct sg_xlsx_properties *p);
void sg_xlsx_free(struct sg_xlsx *x);

/* A new sheet; its number. Signs that a name may not have become spaces, a name that is
 * too long (31) is cut, one that is there already gets a number. English when empty. */
size_t sg_xlsx_sheet(struct sg_xlsx *x, struct sg_str name);

/* Cells. Texts are copied. What a workbook cannot hold (1,048,576 rows, 16,384 columns,
 * 32,767 UTF-16 units in a cell) is not cut: sg_xlsx_write then fails and names it.
 * U+FFFE and U+FFFF, which XML cannot hold, are shown as \ufffe and \uffff; an empty text
 * gives an empty cell. */
void sg_xlsx_text(struct sg_xlsx *x, size_t sheet, uint32_t row, uint32_t col,
	struct sg_str text, struct sg_xlsx_look look);
void sg_xlsx_number(struct sg_xlsx *x, size_t sheet, uint32_t row, uint32_t col,
	double value, struct sg_xlsx_look look);
/* Joins cells; the value is given to the first by _text or _number afterwards. */
void sg_xlsx_merge(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	struct sg_xlsx_look look);

/* Width of a column in digits of the normal font; a Hangul syllable takes about two.
 * A column without a width gets one from its texts, between 6 and 60 (texts of TITLE
 * and SMALL cells and of merged ones over several columns do not count). */
void sg_xlsx_width(struct sg_xlsx *x, size_t sheet, uint32_t col, double width);
/* Height of a row in points; rows without one are fitted when the file is opened. */
void sg_xlsx_height(struct sg_xlsx *x, size_t sheet, uint32_t row, double points);
/* Rows above and columns before stay when the rest is scrolled; the rows are repeated on
 * every printed page, from the row `repeat_from`. */
void sg_xlsx_freeze(struct sg_xlsx *x, size_t sheet, uint32_t rows, uint32_t cols,
	uint32_t repeat_from);
void sg_xlsx_filter(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area);
/* A4, one page wide. */
void sg_xlsx_page(struct sg_xlsx *x, size_t sheet, bool landscape);

/* Drop-down lists: the cells take one of the words (copied), or stay empty. Words with a
 * comma or over 255 characters together are kept on a hidden sheet. help, which may be
 * empty, is shown beside the cell (255 characters are). */
void sg_xlsx_choices(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	const struct sg_str *words, size_t n, struct sg_str help);
/* The words stand in cells of a sheet of this workbook (a column or row). */
void sg_xlsx_choices_from(struct sg_xlsx *x, size_t sheet, struct sg_xlsx_area area,
	size_t from_sheet, struct sg_xlsx_area from);

/* Only OPEN cells can be changed (no password: it guards against slips). Rows and columns
 * can still be resized and sorted and filtered. */
void sg_xlsx_protect(struct sg_xlsx *x, size_t sheet);
void sg_xlsx_hide(struct sg_xlsx *x, size_t sheet); /* not the first */

/* Appends the file to out. Once only. A workbook without a sheet gets an empty one.
 * Errors: SG_ETOOBIG naming the first sheet (and cell) that is over what a workbook can
 * hold, SG_EIO; out is untouched. */
int sg_xlsx_write(struct sg_xlsx *x, struct sg_buf *out, struct sg_error *err);

#endif
