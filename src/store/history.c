/* history.c - see history.h. */
#include "config.h"

#include "store/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"

static struct sg_str keep(struct sg_log *l, const struct sg_query *q, int col)
{
	return sg_arena_str(&l->arena, sg_col_text(q, col));
}

/* Moves a vector into the arena. */
static void *settle(struct sg_log *l, void *v, size_t n, size_t size)
{
	void *p = sg_arena_array(&l->arena, n, size);

	if (n)
		memcpy(p, v, n * size);
	free(v);
	return p;
}

static int load_runs(struct sg_log *l, struct sg_store *s, struct sg_error *err)
{
	SG_VEC(struct sg_log_run) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_LOG_RUNS, err);
	while ((rc = sg_query_step(&q)) > 0) {
		SG_PUSH(&v, (struct sg_log_run){.id = sg_col_u32(&q, 0),
				    .at = keep(l, &q, 1),
				    .path = keep(l, &q, 2),
				    .note = keep(l, &q, 4),
				    .born = (size_t)sg_col_int(&q, 5),
				    .died = (size_t)sg_col_int(&q, 6),
				    .live = (size_t)sg_col_int(&q, 7),
				    .restores = sg_col_u32(&q, 8),
				    .from_scratch = sg_col_int(&q, 9) != 0});
		snprintf(v.v[v.n - 1].sha256, sizeof v.v->sha256, "%s",
			sg_col_text(&q, 3).p);
	}
	sg_query_close(&q);
	l->nruns = v.n;
	l->runs = settle(l, v.v, v.n, sizeof *v.v);
	return rc;
}

static int load_codes(struct sg_log *l, struct sg_store *s, struct sg_error *err)
{
	SG_VEC(struct sg_log_code) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_LOG_CODES, err);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_log_code c = {.run = sg_col_u32(&q, 0),
			.label = keep(l, &q, 1),
			.was = keep(l, &q, 4)};
		c.what = !sg_col_int(&q, 2)           ? SG_LOG_GONE
			 : !sg_col_int(&q, 3)         ? SG_LOG_NEW
			 : !sg_str_eq(c.label, c.was) ? SG_LOG_RENAMED
						      : SG_LOG_RULES;
		SG_PUSH(&v, c);
	}
	sg_query_close(&q);
	l->ncodes = v.n;
	l->codes = settle(l, v.v, v.n, sizeof *v.v);
	return rc;
}

static int load_said(struct sg_log *l, struct sg_store *s, struct sg_error *err)
{
	SG_VEC(struct sg_log_said) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_LOG_SAID, err);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct sg_log_said){sg_col_u32(&q, 0), keep(l, &q, 1),
				    keep(l, &q, 2), (size_t)sg_col_int(&q, 3)});
	sg_query_close(&q);
	l->nsaid = v.n;
	l->said = settle(l, v.v, v.n, sizeof *v.v);
	return rc;
}

int sg_log_load(struct sg_log *out, struct sg_store *s, struct sg_error *err)
{
	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	int rc = sg_store_begin(s, err);
	if (rc < 0)
		return rc;
	rc = load_runs(out, s, err);
	if (rc == 0)
		rc = load_codes(out, s, err);
	if (rc == 0)
		rc = load_said(out, s, err);
	if (rc == 0)
		rc = sg_freezes_load(&out->freezes, s, err);
	if (rc == 0)
		rc = sg_store_commit(s, err);
	else
		sg_store_rollback(s);
	if (rc < 0)
		sg_log_release(out);
	return rc;
}

void sg_log_release(struct sg_log *l)
{
	sg_freezes_release(&l->freezes);
	sg_arena_release(&l->arena);
	memset(l, 0, sizeof *l);
}

int sg_run_book_load(struct sg_run_book *out, struct sg_arena *arena,
	struct sg_store *s, uint32_t run, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_RUN_BOOK, err);
	sg_query_int(&q, ":run", run);
	int rc = sg_query_step(&q);
	if (rc == 0)
		rc = sg_error_set(err, SG_ENOTFOUND, _("there is no run %u"), run);
	if (rc > 0) {
		out->path = sg_arena_str(arena, sg_col_text(&q, 0));
		out->body = sg_arena_str(arena, sg_col_text(&q, 1));
		out->ignored_scopes =
			sg_str_ends(sg_col_text(&q, 2), SG_STR(" without scopes"));
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

int sg_run_codebook(struct sg_codebook **out, struct sg_store *s, uint32_t run,
	const char *path, struct sg_error *err)
{
	struct sg_run_book kept;
	struct sg_arena arena;
	struct sg_notes notes;

	*out = NULL;
	sg_arena_init(&arena);
	sg_notes_init(&notes);
	int rc = sg_run_book_load(&kept, &arena, s, run, err);
	if (rc == 0) {
		rc = sg_codebook_read(
			out, kept.body, path ? path : kept.path.p, &notes);
		if (rc < 0)
			sg_error_set(err, rc,
				_("the codebook of run %u cannot be read"), run);
	}
	sg_notes_release(&notes);
	sg_arena_release(&arena);
	return rc;
}

int sg_run_difference(struct sg_store *s, uint32_t run, size_t *n, struct sg_error *err)
{
	struct sg_query q;
	int64_t count;

	sg_query_open(&q, s, SG_SQL_RUN_DIFFERENCE, err);
	sg_query_int(&q, ":run", run);
	int rc = sg_query_value(&q, &count);
	*n = (size_t)count;
	return rc;
}
