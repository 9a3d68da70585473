/* page_number.h - what a number of the page counts, and the link it becomes. The link
 * carries it as data, so that the script can open it and count it again for a part of the
 * people; without script it leads to the list that holds it. Internal to
 * src/report/page*.c. */
#ifndef SG_REPORT_PAGE_NUMBER_H
#define SG_REPORT_PAGE_NUMBER_H

#include "report/page_parts.h"

/* A table, or a figure that is drawn from one. */
struct sg_page_source {
	struct sg_page_job *j;
	const struct sg_table *t;
	uint32_t question; /* of a findings table; SG_NONE for others */
	uint32_t level;    /* that codes are rolled up to, as in sg_table_options */
	size_t code, theme, n, code1, code2; /* columns; SIZE_MAX: none */
	struct sg_groups groups;             /* of a crosstab */
};
void sg_page_source_init(struct sg_page_source *o, struct sg_page_job *j,
	const struct sg_table *t, uint32_t question, uint32_t level);
/* Whether the table stays as it is under a filter: it speaks of how the study was made. */
bool sg_page_whole(const struct sg_page_source *o);
/* The code that a cell names, or SG_NONE. */
uint32_t sg_page_code_at(const struct sg_page_source *o, size_t row, size_t column);

struct sg_page_number {
	uint32_t code; /* SG_NONE: every one */
	uint32_t with; /* another code on the same answer; SG_NONE: any */
	bool direct;   /* without the codes below it */
	uint32_t question;
	const char *measure; /* people, statements, questions, cells, seen, answers,
				codes */
	const char *base;    /* valid, asked, all, cells; NULL: no percentage */
	size_t facet;        /* SIZE_MAX: whatever the facets say */
	uint32_t value;      /* as many as the facet has: none was set */
	bool listed;         /* the number is of the people themselves: */
	bool *people;        /* by case; heap; NULL: all */
	bool here;           /* of the code that the page is filtered by, if it is */
	struct sg_str who;   /* what they are called: "공무원"; or empty */
	size_t at;           /* saturation: place of the interview; SIZE_MAX: none */
	bool fresh;          /* codes that are new there */
	double shown;        /* and how many, which a point of a curve does not say */
};
/* Counts every code of everybody, as people. */
struct sg_page_number sg_page_number(void);
void sg_page_number_release(struct sg_page_number *n);

/* What a cell of a table counts; false: nothing that can be opened. */
bool sg_page_number_of(const struct sg_page_source *o, size_t row, size_t column,
	struct sg_page_number *out);
/* What the number in the name of a column counts: "공무원(n=11)". */
bool sg_page_number_of_name(
	const struct sg_page_source *o, size_t column, struct sg_page_number *out);
/* Appends the order of interviews of a saturation table as an attribute; else nothing. */
void sg_page_order(const struct sg_page_source *o);
/* Appends "<a …>". */
void sg_page_link(const struct sg_page_job *j, const struct sg_page_number *n,
	struct sg_buf *out);

#endif
