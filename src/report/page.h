/* page.h - a study as one HTML page that needs nothing beside it: overview, findings with
 * quotations that open in their answers, figures, further tables, the codebook, methods,
 * and behind all of it the people and statements of every number. Everything can be read
 * without its script; the script opens numbers in place, filters and copies tables.
 * Texts of people are text wherever they stand. Equal studies give equal bytes. */
#ifndef SG_REPORT_PAGE_H
#define SG_REPORT_PAGE_H

#include "analysis/view.h"
#include "codebook/codebook.h"
#include "report/chart.h"

struct sg_report_figure {
	const struct sg_chart *chart;
	const struct sg_table *table; /* that it draws */
	uint32_t level;               /* that its codes are rolled up to */
};

/* People that the page can be filtered by: those with a value of an attribute that has
 * not too many. What cannot be counted again in the page is there for each: */
struct sg_report_group {
	uint32_t attribute;
	struct sg_str value;
	const struct sg_tables *saturation; /* its table of them, or NULL */
};
/* The groups of the cases that a filter chooses, in the arena; returns how many. */
size_t sg_report_groups(const struct sg_view *v, struct sg_report_group **out);
bool sg_report_in_group(
	const struct sg_study *s, const struct sg_report_group *g, uint32_t case_);

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
	const struct sg_report_group *groups;
	size_t ngroups;
};

/* Appends the page. Errors are those of the filter. */
int sg_report_page(const struct sg_report *r, struct sg_buf *out, struct sg_error *err);

#endif
