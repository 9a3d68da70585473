/* automaton.h - finds all patterns at once in folded code points, read straight from
 * UTF-8.
 *
 * The patterns are a trie, walked from each place whose two next characters may begin
 * some pattern; for each first character a set of bits tells what may follow, so that most
 * of a text costs one look at the class of each character and one at those bits. The characters
 * a gap may hold (blanks, middle dots, dashes, slashes) and zero-width ones are passed
 * over in the text, so that a phrase is one pattern however it is spaced; callers check
 * what was passed over. Built once, then read-only; each thread has a struct
 * sg_automaton_scratch of its own.
 */
#ifndef SG_MATCH_AUTOMATON_H
#define SG_MATCH_AUTOMATON_H

#include "base/str.h"

/* Whether a folded code point is one that the automaton passes over. */
static inline bool sg_is_passed(uint32_t folded)
{
	return folded == 0 || folded == ' ' || folded == '-' || folded == '/' ||
	       folded == 0xB7;
}

struct sg_automaton;
struct sg_automaton_scratch; /* classes of code points, and the stretch looked at */

struct sg_automaton *sg_automaton_new(void);
void sg_automaton_free(struct sg_automaton *a);

/* Adds a pattern of n > 0 folded code points, none of them passed over. The patterns
 * are numbered from 0 in the order they are added; equal ones are all reported. */
void sg_automaton_add(struct sg_automaton *a, const uint32_t *cps, size_t n);

/* Builds the transitions; afterwards only scanning is possible. Memory is linear in
 * the patterns: the rows lie in a comb with gaps. Errors: SG_ETOOBIG for more than
 * 64,000 different code points or 2^24 states. */
int sg_automaton_build(struct sg_automaton *a, struct sg_error *err);

size_t sg_automaton_states(const struct sg_automaton *a);

struct sg_automaton_scratch *sg_automaton_scratch_new(const struct sg_automaton *a);
void sg_automaton_scratch_free(struct sg_automaton_scratch *s);

/* Reports each occurrence of a pattern in text (valid UTF-8), in the order of their
 * starts, shorter ones first: bytes from its first character to behind its last. Time
 * is linear in the text; where it repeats the beginnings of patterns, a place costs up
 * to the length of the longest. */
typedef void sg_automaton_hit(void *ctx, uint32_t pattern, size_t start, size_t stop);
void sg_automaton_scan(const struct sg_automaton *a, struct sg_automaton_scratch *s,
	struct sg_str text, sg_automaton_hit *hit, void *ctx);

#endif
