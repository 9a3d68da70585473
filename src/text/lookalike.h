/* lookalike.h - words that are spelled like a form of a predicate and mostly are
 * something else. */
#ifndef SG_TEXT_LOOKALIKE_H
#define SG_TEXT_LOOKALIKE_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

/* The words that are spelled like a form of the stem text[0..n), one string of
 * words separated by blanks, or NULL. A word that ends in '*' stands for all
 * runs that begin with it. Static. */
const char16_t *sg_lookalikes(const char16_t *text, size_t n);

/* Whether run[0..n) is one of words (NULL: none). */
bool sg_lookalike_in(const char16_t *words, const char16_t *run, size_t n);

#endif
