/* study_load.h - what the files that load a study share: maps from ids of rows to
 * indices of the study. Internal to src/store. */
#ifndef SG_STORE_STUDY_LOAD_H
#define SG_STORE_STUDY_LOAD_H

#include "store/db.h"
#include "store/evidence.h"
#include "store/rows.h"
#include "store/study.h"

/* Index by id; SG_NONE for ids that are not in the study. */
struct sg_idmap {
	uint32_t *v;
	size_t n, cap;
};
void sg_idmap_put(struct sg_idmap *m, int64_t id, uint32_t index);
uint32_t sg_idmap_get(const struct sg_idmap *m, int64_t id);

/* Places of anchors in texts of a past run, by id of the anchor. */
struct sg_past_places {
	struct sg_idmap at; /* anchor → index of found */
	struct sg_anchor_places found;
};

struct sg_loader {
	struct sg_study *study;
	struct sg_store *store;
	unsigned want;
	struct sg_error *err;
	uint32_t run;                 /* of the past, or 0: now */
	const struct sg_study *other; /* has bodies of texts, or NULL */
	struct sg_idmap cases, questions, codes, texts, answers, coders;
	struct sg_past_places places;
};

/* Opens the statement for the present, or the other one, with :run, for the past. */
void sg_loader_open(struct sg_loader *l, struct sg_query *q, enum sg_sql_id now,
	enum sg_sql_id then);
/* Copies v[0..n) into the study's arena. */
void *sg_loader_keep(struct sg_loader *l, const void *v, size_t n, size_t size);
struct sg_str sg_loader_str(struct sg_loader *l, const struct sg_query *q, int col);

/* The project and, from the codebook of l->run, codes and facets (study_past.c). */
int sg_load_past(struct sg_loader *l);
/* Finds where anchors stand in texts of l->run that were revised since; nothing when the
 * study is of now. */
int sg_load_past_places(struct sg_loader *l);
/* Where the anchor stood for the run, when that is in such a text; otherwise nothing is
 * changed. */
void sg_past_place(const struct sg_loader *l, int64_t anchor, uint32_t *answer,
	uint32_t *start, uint32_t *stop);

/* Codings and pins, and memos, after everything else is there (study_coding.c,
 * study_memo.c). */
int sg_load_codings(struct sg_loader *l);
int sg_load_memos(struct sg_loader *l);
/* What was drawn for coders (share.c). */
int sg_load_assigned(struct sg_loader *l);

#endif
