/* kwic_table.h - a concordance as a table: its lines, or its forms with frequencies. */
#ifndef SG_ANALYSIS_KWIC_TABLE_H
#define SG_ANALYSIS_KWIC_TABLE_H

#include "analysis/table.h"
#include "coding/concordance.h"

/* Appends a table of the lines of k, in their order. expr: what was looked for, for the
 * caption. Texts of k are borrowed. */
void sg_kwic_lines_table(const struct sg_kwic *k, struct sg_str expr, bool english,
	struct sg_tables *out);
/* The same of the forms, the most frequent first. k is ordered by SG_KWIC_FORM. */
void sg_kwic_forms_table(const struct sg_kwic *k, struct sg_str expr, bool english,
	struct sg_tables *out);

#endif
