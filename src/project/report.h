/* report.h - a study as one HTML page: its tables and figures made, its codebook read. */
#ifndef SG_PROJECT_REPORT_H
#define SG_PROJECT_REPORT_H

#include "project/project.h"

struct sg_report_choices {
	struct sg_filter filter;
	struct sg_str group; /* attribute shown with quotations; empty: the first */
	struct sg_str title; /* empty: the study's */
};

/* Appends the page of the project, of the time that sg_project_set_at names. */
int sg_project_report(struct sg_project *p, const struct sg_report_choices *choices,
	struct sg_buf *out);

#endif
