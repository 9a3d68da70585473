/* predicate.h - inflected forms of a Korean predicate, without a dictionary:
 * closed irregular classes and an automaton of endings over jamo.
 *
 * `~어렵다` matches a Hangul run that begins with a form of it: 어려워서, 어려움,
 * 어렵습니다. The engine puts the stems into its automaton and asks
 * sg_predicate_match about each place where one occurs. */
#ifndef SG_TEXT_PREDICATE_H
#define SG_TEXT_PREDICATE_H

#include "base/str.h"

struct sg_predicate;

/* Compiles a dictionary form, 다 at the end (어렵다, 필요하다, 있다). Errors: SG_EINPUT
 * when it is no such form. The caller frees. */
struct sg_predicate *sg_predicate_new(struct sg_str form, struct sg_error *err);
void sg_predicate_free(struct sg_predicate *p);

/* Whole-syllable beginnings such that every form begins with one of them, none
 * a prefix of another (어렵, 어려우, 어려운, 어려워, 어려웠 …). Borrowed. */
size_t sg_predicate_stems(const struct sg_predicate *p, const struct sg_str **stems);

/* Whether run (a whole run of Hangul, from a word's start) is a form of p,
 * auxiliaries, bound nouns and particles written together included (알고있습니다,
 * 할수있는, 어려움은). Common misspellings count (됬다, 할께요, 하구요); words of other
 * kinds that are spelled like a form (하지만, 그래서, 도움) do not. Runs of more than
 * 48 syllables never match. Does not allocate; linear in the run. */
bool sg_predicate_match(const struct sg_predicate *p, struct sg_str run);

#endif
