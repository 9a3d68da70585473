/* identify.h - before a report goes out: what in the quotations that will be printed can
 * tell who somebody is, and how few respondents share the attributes printed with them. */
#ifndef SG_ANALYSIS_IDENTIFY_H
#define SG_ANALYSIS_IDENTIFY_H

#include "analysis/analysis.h"

struct sg_identify_options {
	struct sg_table_options tables; /* of the findings that will be printed; `by`:
			attributes printed together, "직군,지역" (empty: the group) */
	bool all;                       /* every answer and not only what is printed */
	const struct sg_str *accepted;  /* keys that a person took for harmless */
	size_t naccepted;
};

enum { SG_IDENTIFY_KEY = 8 }; /* letters of a key */

/* Adds two tables: "identify", a row a find, with the key by which it can be accepted
 * (of kind, found text and the words around it: it holds in later runs), and
 * "identify-groups", how many respondents share each combination of attributes that is
 * shown with a quotation; 1 to 4 are marked. *nfound: finds not accepted. */
int sg_identify(const struct sg_study *s, const struct sg_identify_options *o,
	struct sg_tables *out, size_t *nfound, struct sg_error *err);

#endif
