/* fold.h - what matching takes as equal, and the script classes at which words
 * begin and end. Per code point, so that no folded copy of a text is needed. */
#ifndef SG_TEXT_FOLD_H
#define SG_TEXT_FOLD_H

#include "base/str.h"

enum sg_script {
	SG_SCRIPT_NONE,   /* no letter or digit: space, punctuation, symbol */
	SG_SCRIPT_HANGUL, /* syllables, jamo, compatibility jamo, half-width */
	SG_SCRIPT_HAN,    /* CJK ideographs, compatibility ideographs included */
	SG_SCRIPT_DIGIT,  /* Nd and other numbers */
	SG_SCRIPT_LETTER, /* Latin and every other letter; marks belong to it */
	SG_SCRIPT_SKIP,   /* zero-width characters: as if they were not there */
};

/* What sg_fold and sg_script_of do beyond ASCII and Hangul syllables. */
uint32_t sg_fold_other(uint32_t cp);
enum sg_script sg_script_of_other(uint32_t cp);

/* The folded code point: full width to ASCII, letter case (Latin, Greek, Cyrillic
 * …), kinds of space and Hangul fillers to U+0020, middle dots (· ・ ㆍ ᆞ ․ • ‧ ∙ …)
 * to U+00B7, dashes to '-', tildes to '~', quotes to ' and ", half-width and
 * conjoining Hangul jamo to compatibility jamo, compatibility ideographs to
 * the ideograph they stand for; NFD never occurs. LF stays. 0 for characters
 * that matching passes over (zero-width space and joiners, U+FEFF, soft
 * hyphen, variation selectors). Folding twice changes nothing more. */
static inline uint32_t sg_fold(uint32_t cp)
{
	if (cp - 0xAC00U <= 0xD7A3U - 0xAC00U)
		return cp;
	if (cp - 'A' <= 'Z' - 'A')
		return cp + ('a' - 'A');
	if (cp < 0x7F && cp >= 0x20 && cp != '`')
		return cp;
	return sg_fold_other(cp);
}

/* The class of an unfolded or folded code point. Circled and parenthesised
 * numbers (① ⑴) are list marks, not digits: ①정부 begins the word 정부. */
static inline enum sg_script sg_script_of(uint32_t cp)
{
	if (cp - 0xAC00U <= 0xD7A3U - 0xAC00U)
		return SG_SCRIPT_HANGUL;
	if (cp >= 0x7F || cp < 0x20)
		return sg_script_of_other(cp);
	if ((cp | 0x20U) - 'a' <= 'z' - 'a')
		return SG_SCRIPT_LETTER;
	return cp - '0' <= '9' - '0' ? SG_SCRIPT_DIGIT : SG_SCRIPT_NONE;
}

/* Appends s folded. */
void sg_fold_str(struct sg_str s, struct sg_buf *out);

/* A word can start before the code point `next` when `prev` stands before it
 * (rule 2 of the language: after no letter or digit, or where the script
 * changes, but not from digit to Hangul). prev SG_SCRIPT_NONE at the start. prev
 * is the last class that is not SG_SCRIPT_SKIP: such characters do not count. */
bool sg_word_starts(enum sg_script prev, enum sg_script next);

/* Whether cp is a blank: tab, LF and their like, or a character that folds to
 * U+0020. Eojeols, paragraphs and lines end at blanks. */
static inline bool sg_is_blank(uint32_t cp)
{
	return cp < 0x80 ? cp == ' ' || cp - '\t' <= '\r' - '\t' : sg_fold(cp) == ' ';
}

#endif
