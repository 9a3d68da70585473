/* near.h - "there is no code 'C1b2'; did you mean 'C1b'?": names that are close to one
 * that does not exist. */
#ifndef SG_ANALYSIS_NEAR_H
#define SG_ANALYSIS_NEAR_H

#include "base/arena.h"

/* Sets SG_ENOTFOUND with the message (which takes the name as %.*s) and up to three of
 * the names that are near: the same but for case, one holding the other, or at most a
 * third of the bytes to change (Levenshtein); without a near one, all of them when they
 * are few. Returns the code. */
int sg_near_error(struct sg_error *err, const char *message, struct sg_str name,
	const struct sg_str *names, size_t n);

#endif
