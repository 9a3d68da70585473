/* identify_groups.h - how few respondents share what is printed with a quotation.
 * Internal to identify*.c. */
#ifndef SG_ANALYSIS_IDENTIFY_GROUPS_H
#define SG_ANALYSIS_IDENTIFY_GROUPS_H

#include "analysis/view.h"

/* Adds the table "identify-groups" (identify.h), none without attributes. quotes: by
 * case, how many of their words will be printed. Errors: SG_ENOTFOUND for an attribute
 * that is not there, SG_EUSAGE for one that is named twice. */
int sg_identify_groups(const struct sg_view *v, const struct sg_table_options *o,
	const uint32_t *quotes, struct sg_tables *out, struct sg_error *err);

#endif
