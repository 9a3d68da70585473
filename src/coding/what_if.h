/* what_if.h - a codebook with, beside its own codes, one code for every change of a
 * rule worth asking about: without this operand, with that distance, regardless of
 * edges. One scan then shows what each change would do. Internal to src/coding. */
#ifndef SG_CODING_WHAT_IF_H
#define SG_CODING_WHAT_IF_H

#include "codebook/codebook.h"

enum sg_change {
	SG_CHANGE_DROP,   /* the rule without an operand of AND, NEAR or EXCEPT */
	SG_CHANGE_LINE,   /* the code without this EXCEPT or NOT line */
	SG_CHANGE_BRANCH, /* an operand of an OR alone */
	SG_CHANGE_EDGES,  /* terms match anywhere in a word */
	SG_CHANGE_NEAR1, /* NEAR and THEN reach 1, 2, 3 eojeols further; all the unit */
	SG_CHANGE_NEAR2,
	SG_CHANGE_NEAR3,
	SG_CHANGE_NEAR_ALL,
	SG_CHANGE_SCOPE, /* everywhere */
	SG_CHANGE_MASK,  /* without EXCEPT, in the rule and of the code */
	SG_CHANGE_VETO,  /* without the code's NOT lines */
	SG_CHANGES,
};

struct sg_what_if {
	enum sg_change change;
	uint32_t code, rule;           /* of the codebook; code SG_NO_CODE: a list */
	uint32_t list;                 /* BRANCH of a list */
	const struct sg_expr *parent;  /* DROP, BRANCH: of the codebook */
	const struct sg_expr *operand; /* the same */
};

/* Borrows from the codebook it was made of, which must outlive it. */
struct sg_what_ifs {
	struct sg_arena arena;
	struct sg_codebook book; /* its own codes first, then one for each of v */
	struct sg_what_if *v;
	size_t n;
};

void sg_what_ifs_make(struct sg_what_ifs *out, const struct sg_codebook *book);
void sg_what_ifs_release(struct sg_what_ifs *w);

#endif
