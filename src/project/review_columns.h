/* review_columns.h - the columns of a review sheet, shared by its writer and its reader.
 * Facets of the codebook follow as columns of their own names. */
#ifndef SG_PROJECT_REVIEW_COLUMNS_H
#define SG_PROJECT_REVIEW_COLUMNS_H

#include "project/reviewing.h"

enum sg_review_column {
	SG_REVIEW_RESPONDENT,
	SG_REVIEW_GROUP,
	SG_REVIEW_QUESTION,
	SG_REVIEW_CODE_LABEL,
	SG_REVIEW_CODE_NAME,
	SG_REVIEW_WHY,
	SG_REVIEW_ANSWER,
	SG_REVIEW_DEFINITION,
	SG_REVIEW_VERDICT,
	SG_REVIEW_WHY_NOT,
	SG_REVIEW_QUOTE,
	SG_REVIEW_NOTE,
	SG_REVIEW_TEXT,
	SG_REVIEW_COLUMNS
};

/* Heads in Korean and English, and other words that a head may be. */
struct sg_review_head {
	const char *ko, *en;
	double width; /* in a workbook */
	bool open;    /* the person writes there */
};
extern const struct sg_review_head sg_review_heads[SG_REVIEW_COLUMNS];

enum { SG_REVIEW_FINGERPRINT = 12 };
/* The first characters of the SHA-256 of an answer's text, and a NUL. */
void sg_review_fingerprint(struct sg_str text, char out[SG_REVIEW_FINGERPRINT + 1]);

#endif
