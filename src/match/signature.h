/* signature.h - which pairs of characters stand next to each other in a text, as a few
 * bits: so that a text in which no term of a rule can occur need not be read.
 *
 * A Bloom filter with one bit a pair (B. H. Bloom, CACM 13(7), 1970): it may say "maybe"
 * where there is none, never "no" where there is one. Pairs are of folded code points
 * without those that the automaton passes over; only ASCII, Hangul syllables and hanja
 * count, whose folding no version of Unicode changes.
 */
#ifndef SG_MATCH_SIGNATURE_H
#define SG_MATCH_SIGNATURE_H

#include "match/engine.h"

/* Replaces out by the signature of body: its form's number and the bits. */
void sg_signature_make(struct sg_str body, struct sg_buf *out);

/* Bits of a pair of folded code points, for struct sg_pattern; 0: one that does not
 * count. */
uint32_t sg_signature_pair(uint32_t a, uint32_t b);

/* Whether code may select something, or stands for an answer by default, in a text with
 * that signature; always, if the signature is empty or of a form that is not known.
 * rules: one flag a rule, whether those flagged may select something; or NULL. */
bool sg_signature_allows(const struct sg_engine *e, struct sg_str signature,
	uint32_t code, const bool *rules);

#endif
