/* methods.h - what the methods appendix needs of a project beyond the study: its runs,
 * what was written into its fields, the units of its codebook, checksums. */
#ifndef SG_PROJECT_METHODS_H
#define SG_PROJECT_METHODS_H

#include "analysis/methods.h"
#include "project/project.h"

struct sg_methods_kept {
	struct sg_arena arena;
	struct sg_log log;
	struct sg_methods m; /* points into the above */
};
/* Of the study given, which has bodies. The caller releases, also after an error. */
int sg_methods_load(struct sg_methods_kept *out, struct sg_store *store,
	const struct sg_study *study, struct sg_error *err);
void sg_methods_release(struct sg_methods_kept *k);
/* Instead of releasing: to the arena of the tables that were made of it: their cells borrow its text. */
void sg_methods_hand_over(struct sg_methods_kept *k, struct sg_arena *to);

/* Writes into a field of the appendix (text NULL: empties it): one of
 * sg_methods_fields, or "english." and a code. SG_EUSAGE for another. */
int sg_methods_write(struct sg_store *store, const struct sg_study *study,
	const char *field, const char *text, struct sg_error *err);

#endif
