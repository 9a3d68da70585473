/* pool.h - texts scanned by several threads and handed back in their order, so that
 * what is stored does not depend on the number of threads. The store is used only on
 * the caller's thread. Internal to src/coding. */
#ifndef SG_CODING_POOL_H
#define SG_CODING_POOL_H

#include "coding/segments.h"

/* One text after the scan. All belongs to the pool and is valid during the call. */
struct sg_scanned {
	struct sg_text text;
	struct sg_segments segments; /* in the text's arena, sorted by sg_segment_cmp */
	struct sg_builder builder;   /* with the clashes of this text */
	struct sg_hits hits;
	struct sg_notes notes; /* of this text; the pool passes them on */
};

struct sg_pool_job {
	struct sg_store *store;
	const int64_t *ids; /* of texts */
	size_t nids;
	const struct sg_engine *engine;
	const struct sg_codebook *book;
	const struct sg_book_rows *rows;
	const bool *wanted; /* codes that make segments; NULL: all */
	unsigned threads;   /* the caller's counts; 0: one */
	/* Called on the caller's thread, in the order of ids. Nonzero ends the work. */
	int (*take)(void *ctx, struct sg_scanned *text, struct sg_error *err);
	void *ctx;
};

/* Scans the texts. Notes of a text come before take is called for it. Returns the first
 * error in the order of the texts, whichever thread met it; texts before it have been
 * taken. Memory is that of a few texts a thread. */
int sg_pool_run(
	const struct sg_pool_job *job, struct sg_notes *notes, struct sg_error *err);

#endif
