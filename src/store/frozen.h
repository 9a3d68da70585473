/* frozen.h - studies kept whole under a name, so that their tables can be printed again
 * whatever changes later. study.h reads one back. */
#ifndef SG_STORE_FROZEN_H
#define SG_STORE_FROZEN_H

#include "store/store.h"

struct sg_freeze {
	struct sg_str name, coder, note;
	const char *now, *program; /* the program's version: tables are its work */
};
/* Keeps the study as it is now. SG_EUSAGE for a name that means something else (a
 * number is a run), SG_ECONFLICT for one that is taken, SG_ENOTFOUND when the project
 * was never coded. *run and *pending (texts no run has seen) may be NULL. */
int sg_freeze_put(struct sg_store *s, const struct sg_freeze *f, uint32_t *run,
	uint32_t *pending, struct sg_error *err);

struct sg_freeze_row {
	struct sg_str name, coder, at, note, program, sha256;
	uint32_t run;
	size_t bytes;
};
struct sg_freezes {
	struct sg_arena arena;
	struct sg_freeze_row *v; /* as they were made */
	size_t n;
};
/* The caller releases. */
int sg_freezes_load(struct sg_freezes *out, struct sg_store *s, struct sg_error *err);
void sg_freezes_release(struct sg_freezes *f);

#endif
