/* memo_copy.h - a coder's memos on one code written once more on another, as after a code
 * was split. */
#ifndef SG_CODING_MEMO_COPY_H
#define SG_CODING_MEMO_COPY_H

#include "coding/coding.h"
#include "store/study.h"

struct sg_memo_copied {
	size_t copied;
	size_t there; /* the other code has the same memo already */
	size_t left;  /* not copied; each is a warning note */
};

/* Copies the memos of coder on code `from` (an index of s, loaded with bodies) to code
 * `to`, in one transaction: on failure nothing is copied. A memo stays where it is when
 * the other code has another one of the coder's in its place, which is never written
 * over, or when the words it is about are not in the text now. */
int sg_memo_copy(struct sg_store *store, const struct sg_study *s, struct sg_str coder,
	uint32_t from, uint32_t to, const char *now, struct sg_memo_copied *sum,
	struct sg_notes *notes, struct sg_error *err);

#endif
