/* automaton.h - Aho–Corasick over folded code points, read straight from UTF-8.
 *
 * A. V. Aho and M. J. Corasick, Efficient string matching, CACM 18(6), 1975. Symbols
 * are folded code points; the characters a gap may hold (blanks, middle dots, dashes,
 * slashes) and zero-width ones are passed over in the text, so that a phrase is one
 * pattern however it is spaced; callers check what was passed over. Built once, then
 * read-only; each thread has a struct sg_classes of its own.
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
struct sg_classes; /* from code point to symbol class, filled page by page on use */

struct sg_automaton *sg_automaton_new(void);
void sg_automaton_free(struct sg_automaton *a);

/* Adds a pattern of n > 0 folded code points, none of them passed over. The patterns
 * are numbered from 0 in the order they are added; equal ones are all reported. */
void sg_automaton_add(struct sg_automaton *a, const uint32_t *cps, size_t n);

/* Builds the transitions; afterwards only scanning is possible. Memory is linear in
 * the patterns: rows hold two transitions a state on average (16,384 more in all), and
 * lie in a comb with gaps; 30,000 states take 3 MB. Errors: SG_ETOOBIG for more than
 * 65,000 different code points or 2^24 states. */
int sg_automaton_build(struct sg_automaton *a, struct sg_error *err);

size_t sg_automaton_states(const struct sg_automaton *a);
size_t sg_automaton_bytes(const struct sg_automaton *a); /* memory of the transitions */

struct sg_classes *sg_classes_new(const struct sg_automaton *a);
void sg_classes_free(struct sg_classes *c);

/* Reports each occurrence of a pattern in text (valid UTF-8), in the order of their
 * ends: stop is the byte offset behind its last character, passed the offset behind
 * the last passed-over character before that (0: none so far). */
typedef void sg_automaton_hit(void *ctx, uint32_t pattern, size_t stop, size_t passed);
void sg_automaton_scan(const struct sg_automaton *a, struct sg_classes *c,
	struct sg_str text, sg_automaton_hit *hit, void *ctx);

#endif
