/* findings_rows.h - which rows the findings table of one question has, who is in them,
 * on which side, and what the analyst wrote to them. findings.c turns them into cells. */
#ifndef SG_ANALYSIS_FINDINGS_ROWS_H
#define SG_ANALYSIS_FINDINGS_ROWS_H

#include "analysis/quotation.h"
#include "analysis/view.h"

struct sg_finding {
	uint32_t code;     /* what the row is about */
	uint32_t parent;   /* the theme it stands under, SG_NONE: none */
	bool direct;       /* codings of a code that has codes below it */
	bool inside;       /* has a row; else it is counted in the line of others */
	bool pinned;       /* a quotation of it is pinned */
	uint32_t n;        /* people */
	uint32_t *codings; /* indices into the study's */
	size_t ncodings;
	struct sg_buf *implication; /* memos; heap, released with the rows; or NULL */
};

struct sg_findings_rows {
	const struct sg_view *v;
	uint32_t question;
	uint32_t level;    /* codes below it are rolled up; UINT32_MAX: none */
	bool focused;      /* the question has a focus */
	uint32_t *codings; /* counted ones of the question */
	size_t ncodings;
	struct sg_tally by_row;  /* row's code × case */
	struct sg_tally by_tree; /* code × case: whole subtree */
	struct sg_finding *rows;
	size_t nrows; /* in the order of the table, those inside first */
	size_t ninside;
	size_t below_min; /* rows left out for their n */
	uint32_t nocode;  /* people in the base without any coding */
	bool *facets;     /* facets with any value among the codings */
	bool *shown; /* facets that have a column: those, unless one is asked for */
	struct sg_buf *question_memo;
};

void sg_findings_rows_init(struct sg_findings_rows *r, const struct sg_view *v,
	const struct sg_table_options *o, uint32_t question);
void sg_findings_rows_release(struct sg_findings_rows *r);

/* People of a row by value of a facet: values × cases; undecided have none. Returned
 * in counts (nvalues + 1, the last for undecided). */
void sg_finding_facet(const struct sg_findings_rows *r, const struct sg_finding *row,
	size_t facet, uint32_t *counts);

/* The value of a facet of stance that fewer people of the row hold, where both sides
 * have people: *facet and *value, else false. A facet is one of stance when it is named
 * so (입장, 태도, stance, position) or has a value 반대, against or con; its sides are
 * its values but those that take none (유보, 중립, …). On a tie the side declared later
 * is the smaller one. */
bool sg_finding_minority(const struct sg_findings_rows *r, const struct sg_finding *row,
	size_t *facet, uint32_t *value);

#endif
