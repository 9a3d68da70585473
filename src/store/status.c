/* status.c - what a project holds: counts, and the lists behind them. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"

static int load_counts(struct sg_store *s, struct sg_status *out, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_STATUS_COUNTS, err);
	int rc = sg_query_step(&q);
	if (rc > 0) {
		size_t *const counts[] = {&out->sources, &out->texts, &out->cases,
			&out->questions, &out->codes, &out->runs, &out->memos,
			&out->orphans, &out->pending, &out->rulings, &out->removed,
			&out->removed_judgements, &out->merged,
			&out->merged_judgements};
		for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
			*counts[i] = (size_t)sg_col_int(&q, (int)i);
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

static int load_answers(struct sg_store *s, struct sg_status *out, struct sg_error *err)
{
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_STATUS_ANSWERS, err);
	while ((rc = sg_query_step(&q)) > 0) {
		enum sg_answer_state state;
		if (sg_answer_state_parse(sg_col_text(&q, 0), &state))
			out->answers[state] = (size_t)sg_col_int(&q, 1);
	}
	sg_query_close(&q);
	return rc;
}

static int load_judgements(
	struct sg_store *s, struct sg_status *out, struct sg_error *err)
{
	const struct {
		const char *verdict;
		size_t *count;
	} counts[] = {{"code", &out->code}, {"accept", &out->accept},
		{"reject", &out->reject}, {"facet", &out->facet}, {"pin", &out->pin},
		{"bar", &out->bar}, {"reviewed", &out->reviewed}};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_STATUS_JUDGEMENTS, err);
	while ((rc = sg_query_step(&q)) > 0)
		for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
			if (sg_str_eqz(sg_col_text(&q, 0), counts[i].verdict))
				*counts[i].count = (size_t)sg_col_int(&q, 1);
	sg_query_close(&q);
	return rc;
}

static int load_run(struct sg_store *s, struct sg_status *out, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_STATUS_RUN, err);
	int rc = sg_query_step(&q);
	if (rc > 0) {
		out->run = sg_col_u32(&q, 0);
		snprintf(out->run_at, sizeof out->run_at, "%s", sg_col_text(&q, 1).p);
		out->segments = (size_t)sg_col_int(&q, 2);
		snprintf(out->codebook_path, sizeof out->codebook_path, "%s",
			sg_col_text(&q, 3).p);
		snprintf(out->codebook_sha256, sizeof out->codebook_sha256, "%s",
			sg_col_text(&q, 4).p);
		out->unscoped = sg_col_int(&q, 5) != 0;
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

int sg_store_status(struct sg_store *s, struct sg_status *out, struct sg_error *err)
{
	memset(out, 0, sizeof *out);
	int rc = load_counts(s, out, err);
	if (rc == 0)
		rc = load_answers(s, out, err);
	if (rc == 0)
		rc = load_judgements(s, out, err);
	if (rc == 0)
		rc = load_run(s, out, err);
	return rc;
}

static struct sg_str keep(struct sg_lists *l, const struct sg_query *q, int col)
{
	return sg_arena_str(&l->arena, sg_col_text(q, col));
}

/* Moves a vector into the arena. */
static void *settle(struct sg_lists *l, void *v, size_t n, size_t size)
{
	void *p = sg_arena_array(&l->arena, n, size);

	if (n)
		memcpy(p, v, n * size);
	free(v);
	return p;
}

static int list_sources(struct sg_store *s, struct sg_lists *l, struct sg_error *err)
{
	SG_VEC(struct sg_source_row) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ROWS_SOURCES, err);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct sg_source_row){.name = keep(l, &q, 0),
				    .path = keep(l, &q, 1),
				    .reader = keep(l, &q, 2),
				    .encoding = keep(l, &q, 3),
				    .ingested = keep(l, &q, 4),
				    .length = sg_col_u32(&q, 5),
				    .revisions = sg_col_u32(&q, 6),
				    .pending = sg_col_int(&q, 7) != 0});
	sg_query_close(&q);
	l->sources = settle(l, v.v, v.n, sizeof *v.v);
	l->nsources = v.n;
	return rc;
}

static int list_runs(struct sg_store *s, struct sg_lists *l, struct sg_error *err)
{
	SG_VEC(struct sg_run_info) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ROWS_RUNS, err);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct sg_run_info){.id = sg_col_u32(&q, 0),
				    .at = keep(l, &q, 1),
				    .codebook_path = keep(l, &q, 2),
				    .note = keep(l, &q, 3),
				    .born = (size_t)sg_col_int(&q, 4),
				    .died = (size_t)sg_col_int(&q, 5),
				    .live = (size_t)sg_col_int(&q, 6)});
	sg_query_close(&q);
	l->runs = settle(l, v.v, v.n, sizeof *v.v);
	l->nruns = v.n;
	return rc;
}

static int list_orphans(struct sg_store *s, struct sg_lists *l, struct sg_error *err)
{
	SG_VEC(struct sg_orphan_row) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ROWS_ORPHANS, err);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct sg_orphan_row){.coder = keep(l, &q, 0),
				    .verdict = keep(l, &q, 1),
				    .code = keep(l, &q, 2),
				    .respondent = keep(l, &q, 3),
				    .question = keep(l, &q, 4),
				    .quote = keep(l, &q, 5),
				    .source = keep(l, &q, 6)});
	sg_query_close(&q);
	l->orphans = settle(l, v.v, v.n, sizeof *v.v);
	l->norphans = v.n;
	return rc;
}

static int list_silent(struct sg_store *s, struct sg_lists *l, struct sg_error *err)
{
	SG_VEC(struct sg_silent_row) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ROWS_SILENT, err);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_silent_row row = {.respondent = keep(l, &q, 0),
			.question = keep(l, &q, 1),
			.text = keep(l, &q, 3),
			.confirmed = sg_col_int(&q, 4) != 0};
		sg_answer_kind_parse(sg_col_text(&q, 2), &row.kind);
		SG_PUSH(&v, row);
	}
	sg_query_close(&q);
	l->silent = settle(l, v.v, v.n, sizeof *v.v);
	l->nsilent = v.n;
	return rc;
}

static int list_buried(struct sg_store *s, struct sg_lists *l, struct sg_error *err)
{
	SG_VEC(struct sg_buried_row) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ROWS_BURIED, err);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct sg_buried_row){.label = keep(l, &q, 0),
				    .name = keep(l, &q, 1),
				    .judgements = (size_t)sg_col_int(&q, 2),
				    .memos = (size_t)sg_col_int(&q, 3)});
	sg_query_close(&q);
	l->buried = settle(l, v.v, v.n, sizeof *v.v);
	l->nburied = v.n;
	return rc;
}

static int list_conflicts(struct sg_store *s, struct sg_lists *l, struct sg_error *err)
{
	SG_VEC(struct sg_conflict_row) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ROWS_CONFLICTS, err);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct sg_conflict_row){
				    .coder = {keep(l, &q, 0), keep(l, &q, 2)},
				    .says = {keep(l, &q, 1), keep(l, &q, 3)},
				    .code = keep(l, &q, 4),
				    .respondent = keep(l, &q, 5),
				    .question = keep(l, &q, 6),
				    .quote = keep(l, &q, 7)});
	sg_query_close(&q);
	l->conflicts = settle(l, v.v, v.n, sizeof *v.v);
	l->nconflicts = v.n;
	return rc;
}

int sg_store_note_buried(
	struct sg_store *s, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_lists l = {0};

	sg_arena_init(&l.arena);
	int rc = list_buried(s, &l, err);
	for (size_t i = 0; rc == 0 && i < l.nburied; i++) {
		const struct sg_buried_row *b = &l.buried[i];
		sg_notes_add(notes, SG_WARNING, NULL, 0, 0,
			_("%.*s is no longer in the codebook; kept but not shown: "
			  "judgements %zu, memos %zu"),
			SG_ARG(b->label), b->judgements, b->memos);
	}
	sg_lists_release(&l);
	return rc;
}

int sg_store_lists(struct sg_store *s, struct sg_lists *out, struct sg_error *err)
{
	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	int rc = list_sources(s, out, err);
	if (rc == 0)
		rc = list_runs(s, out, err);
	if (rc == 0)
		rc = list_orphans(s, out, err);
	if (rc == 0)
		rc = list_silent(s, out, err);
	if (rc == 0)
		rc = list_buried(s, out, err);
	if (rc == 0)
		rc = list_conflicts(s, out, err);
	if (rc < 0)
		sg_lists_release(out);
	return rc;
}

void sg_lists_release(struct sg_lists *l)
{
	sg_arena_release(&l->arena);
	memset(l, 0, sizeof *l);
}
