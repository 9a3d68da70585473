/* uncoded.h - the sentences of the chosen answers, their words, and which of them no
 * code took. Shared by what refines a codebook (refine.h). */
#ifndef SG_ANALYSIS_UNCODED_H
#define SG_ANALYSIS_UNCODED_H

#include "analysis/lexicon.h"
#include "analysis/view.h"

struct sg_uncoded {
	struct sg_filter filter; /* without codes: a sentence is taken by any */
	struct sg_view v;
	struct sg_groups groups;
	bool grouped;
	struct sg_units units;
	bool *answers; /* of the study: chosen ones that say something */
	struct sg_lexicon lexicon;
	bool *taken; /* by sentence: a coding that is no default overlaps it */
	bool *free;  /* not taken, and it has words */
	size_t nfree;
};

/* Errors as those of sg_view_init; everything lives in arena. */
int sg_uncoded_init(struct sg_uncoded *u, const struct sg_study *s,
	const struct sg_table_options *o, struct sg_arena *arena, struct sg_error *err);

/* The sentence without its list mark; in the arena. */
struct sg_str sg_uncoded_text(const struct sg_uncoded *u, uint32_t sentence);

/* By sentence: cosine of a free one with the sum of the other free ones, terms by the
 * weights below; 0 of the others. */
double *sg_uncoded_typicality(const struct sg_uncoded *u);

/* By term: ln((1 + N) / sentences with it) over the flagged sentences; 0 without any,
 * and of predicates with a stem of one syllable. (Inverse document frequency, Spärck Jones 1972.) */
double *sg_uncoded_weights(const struct sg_uncoded *u, const bool *of);

#endif
