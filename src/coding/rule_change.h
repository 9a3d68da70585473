/* rule_change.h - which rules of a code are new in a codebook, so that only texts that
 * these concern are looked at again. Internal to src/coding. */
#ifndef SG_CODING_RULE_CHANGE_H
#define SG_CODING_RULE_CHANGE_H

#include "codebook/codebook.h"

struct sg_rule_change {
	const bool
		*added; /* a flag a rule, if rules came or went and that is all; NULL:
			      the code has changed otherwise */
	bool removed;   /* some went */
};

/* Compares code of book with the code of that label in last, which had the fingerprint
 * was: otherwise last is not what the code's segments come from. Rules that came and
 * went are all if without these the two have one fingerprint. Flags lie in arena. */
struct sg_rule_change sg_rules_compare(const struct sg_codebook *book, uint32_t code,
	const struct sg_codebook *last, struct sg_str was,
	struct sg_str (*fingerprint)(void *ctx, const struct sg_codebook *book,
		uint32_t code, struct sg_arena *arena),
	void *ctx, struct sg_arena *arena);

#endif
