/* xlsx_impl.h - what the files of xlsx*.c share: the workbook and its sheets. */
#ifndef SG_REPORT_XLSX_IMPL_H
#define SG_REPORT_XLSX_IMPL_H

#include <xlsxwriter.h>

#include "report/xlsx.h"

struct sg_xlsx_column {
	double width;  /* asked for; 0: fitted */
	size_t widest; /* columns of display */
};

struct sg_xlsx_sheet {
	lxw_worksheet *ws;
	char *name;
	SG_VEC(struct sg_xlsx_column) columns;
	SG_VEC(struct sg_xlsx_area) merged; /* over several columns */
};

struct sg_xlsx_format {
	struct sg_xlsx_look look;
	lxw_format *format;
};

/* Words that do not fit into a rule, for the hidden sheet. */
struct sg_xlsx_list {
	SG_VEC(char *) words;
};

struct sg_xlsx {
	lxw_workbook *book;
	char *path;          /* of the temporary file */
	struct sg_error err; /* the first, of making or filling it */
	SG_VEC(struct sg_xlsx_sheet) sheets;
	SG_VEC(struct sg_xlsx_format) formats;
	SG_VEC(struct sg_xlsx_list) lists;
};

#define SG_XLSX_LISTS "_lists" /* name of the hidden sheet */

/* Keeps the first thing that libxlsxwriter refused; sg_xlsx_write returns it. */
void sg_xlsx_check(struct sg_xlsx *x, lxw_error rc);
/* Whether a workbook has such a cell; else an error that names the sheet. */
bool sg_xlsx_fits(
	struct sg_xlsx *x, const struct sg_xlsx_sheet *s, uint32_t row, uint32_t col);
/* Longest prefix of at most `units` UTF-16 units, in bytes. */
size_t sg_xlsx_prefix(struct sg_str s, size_t units);
/* A sheet of that very name, which is taken over. */
size_t sg_xlsx_add_sheet(struct sg_xlsx *x, char *name);
struct sg_xlsx_column *sg_xlsx_column_of(struct sg_xlsx_sheet *s, uint32_t col);
/* xlsx_looks.c */
lxw_format *sg_xlsx_format_of(struct sg_xlsx *x, struct sg_xlsx_look look);
/* xlsx_lists.c: writes the words of lists that stand on the hidden sheet. */
void sg_xlsx_write_lists(struct sg_xlsx *x);

#endif
