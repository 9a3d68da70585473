/* gone.h - what an ingest has seen, to tell which sources are no longer there. Internal
 * to src/store; sg_store_gone is in store.h. */
#ifndef SG_STORE_GONE_H
#define SG_STORE_GONE_H

#include "ingest/document.h"

struct sg_intake_paths {
	char **v;
	size_t n, cap;
};
struct sg_intake_memory { /* since the store was opened or last asked */
	struct {
		int64_t *v;
		size_t n, cap;
	} sources;                      /* ids */
	struct sg_intake_paths folders; /* names of sources are relative to these */
	struct sg_intake_paths tables;  /* files of many sources */
};

struct sg_store;
/* old_path: where the source was read from before, or empty. */
void sg_intake_saw(struct sg_store *s, int64_t source, const struct sg_document *doc,
	struct sg_str old_path);
void sg_intake_forget(struct sg_store *s);

#endif
