/* share.c - see share.h. */
#include "config.h"

#include "store/share.h"

#include <stdlib.h>

#include "store/rows.h"
#include "store/study_load.h"

static int assign_one(struct sg_store *s, int64_t coder, const struct sg_drawn *d,
	double share, uint64_t seed, const char *way, const char *now,
	struct sg_error *err)
{
	struct sg_query q;
	char guid[37];

	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_ASSIGNED_NEW, err);
	sg_query_textz(&q, ":guid", guid);
	sg_query_int(&q, ":coder", coder);
	sg_query_text(&q, ":case", d->respondent);
	sg_query_text(&q, ":question", d->question);
	sg_query_real(&q, ":share", share);
	sg_query_int(&q, ":seed", (int64_t)seed);
	sg_query_textz(&q, ":way", way);
	sg_query_textz(&q, ":at", now);
	return sg_query_run(&q);
}

/* Ends the transaction that was begun: commits when rc is 0. */
static int finish(struct sg_store *s, int rc, struct sg_error *err)
{
	if (rc == 0)
		return sg_store_commit(s, err);
	sg_store_rollback(s);
	return rc;
}

int sg_store_assign(struct sg_store *s, struct sg_str coder,
	const struct sg_drawn *drawn, size_t n, double share, uint64_t seed,
	const char *way, const char *now, struct sg_error *err)
{
	int64_t id = 0;
	int rc = sg_store_begin(s, err);

	if (rc < 0)
		return rc;
	rc = sg_coder_need(s, coder, &id, err);
	for (size_t i = 0; rc == 0 && i < n; i++)
		rc = assign_one(s, id, &drawn[i], share, seed, way, now, err);
	return finish(s, rc, err);
}

static int undo_all(struct sg_store *s, int64_t coder, const char *now, size_t *n,
	struct sg_error *err)
{
	struct sg_ids ids = {NULL, 0, 0};
	struct sg_query q;
	char guid[37];
	int rc;

	sg_query_open(&q, s, SG_SQL_ASSIGNED_OF, err);
	sg_query_int(&q, ":coder", coder);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&ids, sg_col_int(&q, 0));
	sg_query_close(&q);
	for (size_t i = 0; rc == 0 && i < ids.n; i++) {
		sg_store_guid(guid);
		sg_query_open(&q, s, SG_SQL_ASSIGNED_UNDO, err);
		sg_query_textz(&q, ":guid", guid);
		sg_query_textz(&q, ":at", now);
		sg_query_int(&q, ":undoes", ids.v[i]);
		rc = sg_query_run(&q);
	}
	*n = ids.n;
	sg_ids_release(&ids);
	return rc;
}

int sg_store_assign_undo(struct sg_store *s, struct sg_str coder, const char *now,
	size_t *n, struct sg_error *err)
{
	struct sg_query q;
	int64_t id = 0;
	int rc = sg_store_begin(s, err);

	*n = 0;
	if (rc < 0)
		return rc;
	sg_query_open(&q, s, SG_SQL_CODER_ID, err);
	sg_query_text(&q, ":name", coder);
	rc = sg_query_value(&q, &id);
	if (rc == 0 && id)
		rc = undo_all(s, id, now, n, err);
	return finish(s, rc, err);
}

int sg_load_assigned(struct sg_loader *l)
{
	SG_VEC(struct sg_study_assigned) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, l->store, SG_SQL_STUDY_ASSIGNED, l->err);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_study_assigned a = {
			.coder = sg_idmap_get(&l->coders, sg_col_int(&q, 0)),
			.case_ = sg_idmap_get(&l->cases, sg_col_int(&q, 1)),
			.question = sg_idmap_get(&l->questions, sg_col_int(&q, 2)),
			.share = sg_col_real(&q, 3),
			.seed = (uint64_t)sg_col_int(&q, 4),
			.way = sg_loader_str(l, &q, 5)};
		/* Of a respondent or question that is not there now: kept. */
		if (a.case_ != SG_NONE && a.question != SG_NONE)
			SG_PUSH(&v, a);
	}
	sg_query_close(&q);
	l->study->assigned = sg_loader_keep(l, v.v, v.n, sizeof *v.v);
	l->study->nassigned = v.n;
	free(v.v);
	return rc;
}

int sg_store_setting(struct sg_store *s, const char *name, struct sg_buf *out,
	bool *found, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SETTING_GET, err);
	sg_query_textz(&q, ":name", name);
	int rc = sg_query_step(&q);
	*found = rc > 0;
	if (rc > 0)
		sg_buf_add(out, sg_col_text(&q, 0));
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

int sg_store_set(
	struct sg_store *s, const char *name, const char *value, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, value ? SG_SQL_SETTING_PUT : SG_SQL_SETTING_DROP, err);
	sg_query_textz(&q, ":name", name);
	if (value)
		sg_query_textz(&q, ":value", value);
	return sg_query_run(&q);
}
