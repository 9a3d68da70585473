/* code_query.h - "C1a AND E1a NOT C2c": on which units codes meet. The words of a rule
 * expression (codebook/expr.h) are taken for labels or names of codes, each standing for
 * its subtree; AND, NOT, | and parentheses mean what they mean in rules. */
#ifndef SG_ANALYSIS_CODE_QUERY_H
#define SG_ANALYSIS_CODE_QUERY_H

#include "analysis/code_units.h"

struct sg_code_query {
	struct sg_str text; /* as canonically spelled, in the arena of the view */
	uint64_t *matched;  /* bits by unit number (or case) */
	bool *codes;        /* named without a NOT, with their subtrees */
	uint32_t nunits;    /* matched */
	uint32_t *codings;  /* indices of codings of those codes on matched units */
	size_t ncodings;
};

/* Evaluates text over units (made with level UINT32_MAX). SG_EUSAGE for what is no query
 * of codes, SG_ENOTFOUND for an unknown code, naming near ones. */
int sg_code_query_run(struct sg_code_query *q, struct sg_code_units *u,
	struct sg_str text, struct sg_error *err);

#endif
