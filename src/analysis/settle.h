/* settle.h - what two coders agree on and where they differ, sentence by sentence, less
 * what was settled before. They differ on a code that only one of them gave in an answer
 * that both read and the other did not even accept of the rules, and, in any answer, on
 * one that one gave or accepted of the rules and the other rejected. What is accepted is
 * what the rules coded, rejected since or not: the study must hold rejected codings
 * (SG_STUDY_REJECTED). Deciding is up to people; recording, to project/settle.h. */
#ifndef SG_ANALYSIS_SETTLE_H
#define SG_ANALYSIS_SETTLE_H

#include "analysis/analysis.h"

struct sg_agreed { /* a code that both gave a sentence, or accepted there */
	uint32_t answer, code;
	uint32_t start, stop; /* what both coded of it, or all of it */
};

struct sg_dispute { /* neighbouring sentences with the same difference */
	uint32_t answer, start, stop;
	uint32_t sentence; /* number in the answer, from 1 */
	struct sg_str text;
	uint32_t *codes[2], n[2]; /* only by the first, only by the second */
	struct sg_str both;       /* labels of those for both, "C1a, C2b", or empty */
};

struct sg_settlement {
	uint32_t coders[2];
	struct sg_str name;       /* of the coder whose the decisions become */
	struct sg_agreed *agreed; /* not recorded yet */
	size_t nagreed;
	struct sg_dispute *disputes; /* open ones, by answer and place */
	size_t ndisputes;
	size_t decided; /* differences that were settled before: sentence × code */
	uint32_t
		*whole; /* answers without an open dispute, not marked as settled yet */
	size_t nwhole;
	const bool *read; /* answers that both read */
	uint32_t *open;   /* answer → its open disputes */
};

/* Everything in arena. SG_ENOTFOUND for an unknown coder, or when nothing was read by
 * both; SG_EUSAGE for the rules, and for a name that is one of the two. */
int sg_settle_find(const struct sg_study *s, struct sg_str a, struct sg_str b,
	struct sg_str name, struct sg_arena *arena, struct sg_settlement *out,
	struct sg_error *err);

/* The labels of codes, "C1a, C2b". */
struct sg_str sg_code_labels(const struct sg_study *s, const uint32_t *codes,
	uint32_t n, struct sg_arena *arena);

/* The open disputes as a table, with an empty column for decisions. */
int sg_settle_table(const struct sg_study *s, const struct sg_settlement *settlement,
	struct sg_tables *out, struct sg_error *err);

#endif
