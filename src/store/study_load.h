/* study_load.h - what the files that load a study share: maps from ids of rows to
 * indices of the study. Internal to src/store. */
#ifndef SG_STORE_STUDY_LOAD_H
#define SG_STORE_STUDY_LOAD_H

#include "store/db.h"
#include "store/study.h"

/* Index by id; SG_NONE for ids that are not in the study. */
struct sg_idmap {
	uint32_t *v;
	size_t n, cap;
};
void sg_idmap_put(struct sg_idmap *m, int64_t id, uint32_t index);
uint32_t sg_idmap_get(const struct sg_idmap *m, int64_t id);

struct sg_loader {
	struct sg_study *study;
	struct sg_store *store;
	unsigned want;
	struct sg_error *err;
	struct sg_idmap cases, questions, codes, texts, answers, coders;
};

/* Copies v[0..n) into the study's arena. */
void *sg_loader_keep(struct sg_loader *l, const void *v, size_t n, size_t size);
struct sg_str sg_loader_str(struct sg_loader *l, const struct sg_query *q, int col);

/* Codings, pins and memos, after everything else is there (study_coding.c). */
int sg_load_codings(struct sg_loader *l);
int sg_load_memos(struct sg_loader *l);
/* What was drawn for coders (share.c). */
int sg_load_assigned(struct sg_loader *l);

#endif
