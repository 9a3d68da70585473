/* fold.h - what matching takes as equal, and the script classes at which words
 * begin and end. Per code point, so that no folded copy of a text is needed. */
#ifndef SG_TEXT_FOLD_H
#define SG_TEXT_FOLD_H

#include "base/str.h"

enum sg_script {
	SG_SCRIPT_NONE,	  /* no letter or digit: space, punctuation, symbol */
	SG_SCRIPT_HANGUL, /* syllables, jamo, compatibility jamo, half-width */
	SG_SCRIPT_HAN,	  /* CJK ideographs, compatibility ideographs included */
	SG_SCRIPT_DIGIT,  /* Nd and other numbers */
	SG_SCRIPT_LETTER, /* Latin and every other letter; marks belong to it */
	SG_SCRIPT_SKIP,	  /* zero-width characters: as if they were not there */
};

/* The folded code point: full width to ASCII, Latin case, kinds of space to
 * U+0020, middle dots (· ・ ㆍ ․ • ‧ ∙) to U+00B7, dashes to '-', quotes to ' and ",
 * half-width Hangul jamo to compatibility jamo, NFD never occurs. 0 for
 * characters that matching passes over (zero-width space and joiners, U+FEFF,
 * soft hyphen, variation selectors). */
uint32_t sg_fold(uint32_t cp);

/* The class of an unfolded or folded code point. */
enum sg_script sg_script_of(uint32_t cp);

/* Appends s folded. */
void sg_fold_str(struct sg_str s, struct sg_buf *out);

/* A word can start before the code point `next` when `prev` stands before it
 * (rule 2 of the language: after no letter or digit, or where the script
 * changes, but not from digit to Hangul). prev SG_SCRIPT_NONE at the start. */
bool sg_word_starts(enum sg_script prev, enum sg_script next);

#endif
