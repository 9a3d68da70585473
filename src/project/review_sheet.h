/* review_sheet.h - a round of review as a spreadsheet: a row for each cell of the list,
 * with a place for the verdict, and back again. */
#ifndef SG_PROJECT_REVIEW_SHEET_H
#define SG_PROJECT_REVIEW_SHEET_H

#include "project/reviewing.h"

/* Writes the cells from the current one to path: .xlsx with drop-down lists and a guard
 * over what is not to be changed, .csv (with a BOM), .tsv. r is at its end then. *rows
 * gets how many. SG_EUSAGE for another ending. */
int sg_review_export(
	struct sg_reviewing *r, const char *path, size_t *rows, struct sg_error *err);

struct sg_review_counts {
	size_t rows;     /* below the header */
	size_t decided;  /* rows whose verdict is recorded now */
	size_t already;  /* was in force already */
	size_t held;     /* 보류 */
	size_t open;     /* without a verdict */
	size_t unusable; /* each is a warning with file, sheet and row */
};

/* Takes the verdicts of such a file, whole or not at all, as r->o->list.person. A row is
 * known by respondent, question and code, and by the fingerprint of the answer's text,
 * when the column is there: a row about a text that has changed is not used. The list of
 * r does not matter; r is not to be used for a round afterwards. */
int sg_review_import(struct sg_reviewing *r, const char *path,
	struct sg_review_counts *out, struct sg_notes *notes, struct sg_error *err);

#endif
