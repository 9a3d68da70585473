/* page.h - a study as one HTML page that needs nothing beside it: overview, findings with
 * quotations that open in their answers, figures, further tables, the codebook, methods,
 * and behind all of it the people and statements of every number. Everything can be read
 * without its script; the script opens numbers in place, filters and copies tables.
 * Texts of people are text wherever they stand. Equal studies give equal bytes. */
#ifndef SG_REPORT_PAGE_H
#define SG_REPORT_PAGE_H

#include "analysis/analysis.h"
#include "codebook/codebook.h"

struct sg_report_figure {
	const char *name;  /* of the chart */
	struct sg_str svg; /* drawn for the inside of a page; empty: nothing to draw */
};

struct sg_report {
	const struct sg_study *study;     /* with bodies */
	const struct sg_codebook *book;   /* of its run, or NULL */
	const struct sg_table_options *o; /* that the tables were made with */
	struct sg_str title;              /* empty: the study's */
	const struct sg_tables *tables;   /* in the order of the page: */
	size_t noverview, nfindings;      /* sg_overview; sg_findings, one a chosen
					      question in their order; all others */
	const struct sg_report_figure *figures;
	size_t nfigures;
};

/* Appends the page. Errors are those of the filter. */
int sg_report_page(const struct sg_report *r, struct sg_buf *out, struct sg_error *err);

#endif
