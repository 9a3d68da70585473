/* share.h - rows of what was drawn for a coder, and settings of the project. What is
 * drawn is decided above (analysis/draw.h); here it is kept. */
#ifndef SG_STORE_SHARE_H
#define SG_STORE_SHARE_H

#include "store/store.h"

struct sg_drawn {
	struct sg_str respondent, question; /* names */
};

/* Appends answers to the coder's share, in this order, in one transaction. The coder's
 * row is made when missing. */
int sg_store_assign(struct sg_store *s, struct sg_str coder,
	const struct sg_drawn *drawn, size_t n, double share, uint64_t seed,
	const char *way, const char *now, struct sg_error *err);
/* Takes the coder's whole share back; *n: how many answers that were. */
int sg_store_assign_undo(struct sg_store *s, struct sg_str coder, const char *now,
	size_t *n, struct sg_error *err);

/* A setting of the project: its text is appended to out; *found tells whether there is
 * one. */
int sg_store_setting(struct sg_store *s, const char *name, struct sg_buf *out,
	bool *found, struct sg_error *err);
/* value NULL takes it away. */
int sg_store_set(
	struct sg_store *s, const char *name, const char *value, struct sg_error *err);

#endif
