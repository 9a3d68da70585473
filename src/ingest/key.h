/* key.h - comparing headings, column names and labels as people write them: only
 * letters and digits count, folded; spaces, punctuation and width do not. */
#ifndef SG_INGEST_KEY_H
#define SG_INGEST_KEY_H

#include "base/str.h"

/* The next folded letter or digit of s at or after *off, which moves behind it;
 * 0 at the end. */
uint32_t sg_key_next(struct sg_str s, size_t *off);
/* Number of letters and digits. */
size_t sg_key_length(struct sg_str s);
bool sg_key_eq(struct sg_str a, struct sg_str b);
bool sg_key_eqz(struct sg_str a, const char *z);
/* 64-bit FNV-1a of the key, for sets of names. */
uint64_t sg_key_hash(struct sg_str s);

/* Walks text beside pattern. Returns the bytes of text up to the end of the last
 * letter that agrees and sets *left to what remains of pattern, without letters when
 * all of it was met. SIZE_MAX when a letter differs; a text that ends first agrees. */
size_t sg_key_match(struct sg_str text, struct sg_str pattern, struct sg_str *left);

#endif
