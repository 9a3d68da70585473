/* heading.h - lines that begin the answer to a question, in the forms people use;
 * doc/ingest.md lists them. */
#ifndef SG_INGEST_HEADING_H
#define SG_INGEST_HEADING_H

#include "codebook/questionnaire.h"

enum sg_heading_kind {
	SG_HEADING_NONE,     /* ordinary text */
	SG_HEADING_QUESTION, /* a question's answer begins */
	SG_HEADING_UNKNOWN,  /* has the form of a question the questionnaire lacks, or
				joins several */
	SG_HEADING_GROUP,    /* title of a group of the questionnaire */
	SG_HEADING_OTHER,    /* another Markdown heading */
};

struct sg_heading {
	enum sg_heading_kind kind;
	uint32_t question; /* index in the questionnaire, or SG_NO_QUESTION */
	char label[40]; /* "Q4" as read off the line, for when question is not known */
	uint32_t level; /* number of #, 0 without */
	size_t text;    /* bytes of body where the answer may begin: label, title and
			      repeated wording are before it */
	bool by_number; /* by a number that the questionnaire confirms, not by a label */
	size_t asks;    /* end of the rest of the line when that reads like a
			      question's wording but is not known as one, else 0 */
};

/* What line [start, stop) of body is. q may be NULL; last is the question whose answer
 * is open, or SG_NO_QUESTION: numbers alone must come after it. */
enum sg_heading_kind sg_heading_read(const struct sg_questionnaire *q, uint32_t last,
	struct sg_str body, size_t start, size_t stop, struct sg_heading *out);

/* The number of a line that begins "3." or "3)" and goes on or ends there, or 0. *mark
 * is the sign behind it, *text where the rest begins in line. */
uint32_t sg_heading_number(struct sg_str line, char *mark, size_t *text);

#endif
