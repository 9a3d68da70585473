/* ending.h - how strongly a word looks like the last one of a Korean sentence.
 * Used by the sentence rules only. */
#ifndef SG_TEXT_ENDING_H
#define SG_TEXT_ENDING_H

#include "base/str.h"

enum sg_ending {
	SG_ENDING_NONE,
	SG_ENDING_WEAK, /* 지, 네, 군: ends one only with a sign of it (ㅎㅎ, ~) */
	SG_ENDING_NOMINAL, /* 음, 함, 임, 됨 */
	SG_ENDING_FINAL,   /* 하다, 고요, 할까: ends one before a full stop */
	SG_ENDING_STRONG,  /* 습니다, 했다, 어요: ends one before a blank, too */
};

/* Whether some sentence-final ending has the syllable cp last: the quick way out for
 * most of the words of a text. */
bool sg_may_be_ending(uint32_t cp);

/* Judges the Hangul syllables that s ends with. */
enum sg_ending sg_ending_of(struct sg_str s);

/* Whether the word that s begins with carries on what was quoted or ended
 * before it (라고, 하는, 싶었다, 보니까), so that no sentence ends there. stopped:
 * a full stop stands between them. */
bool sg_carries_on(struct sg_str s, bool stopped);

/* Whether the word that s begins with opens a sentence (하지만, 따라서). */
bool sg_opens_sentence(struct sg_str s);

/* Whether s ends in what may be a particle, after which a speaker pauses (저는…)
 * rather than ends. */
bool sg_pauses(struct sg_str s);

#endif
