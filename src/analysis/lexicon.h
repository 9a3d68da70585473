/* lexicon.h - the words of answers as terms of the rule language: 데이터를 and 데이터가
 * are 데이터, 어려움 and 어려워서 are ~어렵다, AI는 is AI, so that what keyness finds can
 * be pasted into a codebook.
 *
 * There is no dictionary. A word's term is the reading that most different words of the
 * study share: as a noun before particles, or as a form of a predicate. A word nobody
 * shares is its own term. Words of one Hangul syllable are left out. */
#ifndef SG_ANALYSIS_LEXICON_H
#define SG_ANALYSIS_LEXICON_H

#include "analysis/units.h"

struct sg_lexicon_sentence {
	uint32_t answer, sentence; /* of the study; of the answer's units */
	uint32_t first, n;         /* of its tokens */
};

struct sg_lexicon {
	struct sg_str *terms; /* as rules spell them; in byte order */
	uint32_t nterms;
	struct sg_lexicon_sentence *sentences; /* in the order of the study */
	uint32_t nsentences;
	uint32_t *
		first; /* by answer of the study: its first sentence; one more behind */
	uint32_t *tokens; /* terms, in the order of the text */
	bool *bare;       /* by token: the word stands as its term is spelled */
	uint32_t ntokens;
};

/* Reads the sentences of the answers whose flag is set. All of out lives in the arena
 * of units. */
void sg_lexicon_build(
	struct sg_lexicon *out, struct sg_units *units, const bool *answers);

/* Sets the flags (by sentence) of the sentences that a coding overlaps. */
void sg_lexicon_mark(const struct sg_lexicon *l, const struct sg_units *units,
	const struct sg_study_coding *c, bool *flags);

#endif
