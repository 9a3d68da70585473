/* segment.c - runs, and the segments that live from run to run. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "store/db.h"
#include "store/rows.h"

int sg_run_last(struct sg_store *s, struct sg_run_row *out, struct sg_error *err)
{
	struct sg_query q;

	memset(out, 0, sizeof *out);
	sg_query_open(&q, s, SG_SQL_RUN_LAST, err);
	int rc = sg_query_step(&q);
	if (rc > 0) {
		out->id = sg_col_int(&q, 0);
		snprintf(out->codebook_sha256, sizeof out->codebook_sha256, "%s",
			sg_col_text(&q, 1).p);
		snprintf(out->engine, sizeof out->engine, "%s", sg_col_text(&q, 2).p);
		out->live = sg_col_int(&q, 3);
	}
	sg_query_close(&q);
	if (rc < 0)
		return rc;
	sg_query_open(&q, s, SG_SQL_TEXT_COUNTS, err);
	rc = sg_query_step(&q);
	if (rc > 0) {
		out->pending = sg_col_int(&q, 0) != 0;
		out->texts = (size_t)sg_col_int(&q, 1);
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

int sg_store_english(struct sg_store *s, bool *english, struct sg_error *err)
{
	struct sg_query q;
	int64_t yes;

	sg_query_open(&q, s, SG_SQL_PROJECT_ENGLISH, err);
	int rc = sg_query_value(&q, &yes);
	*english = yes != 0;
	return rc;
}

int sg_store_last_run(struct sg_store *s, uint32_t *run, struct sg_error *err)
{
	struct sg_query q;
	int64_t id;

	sg_query_open(&q, s, SG_SQL_RUN_LAST_ID, err);
	int rc = sg_query_value(&q, &id);
	*run = rc == 0 ? (uint32_t)id : 0;
	return rc;
}

int sg_run_new(struct sg_store *s, const struct sg_run_start *start, int64_t *id,
	struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_RUN_NEW, err);
	sg_query_int(&q, ":codebook", start->codebook);
	sg_query_text(&q, ":path", start->path);
	sg_query_textz(&q, ":at", start->at);
	sg_query_textz(&q, ":engine", start->engine);
	sg_query_int(&q, ":from_scratch", start->from_scratch);
	sg_query_ref(&q, ":restores", start->restores);
	sg_query_textz(&q, ":note", start->note);
	int rc = sg_query_run(&q);
	*id = sg_store_rowid(s);
	return rc;
}

int sg_run_codes(struct sg_store *s, int64_t run, const int64_t *evaluated, size_t n,
	struct sg_error *err)
{
	static const enum sg_sql_id rest[] = {
		SG_SQL_RUN_CODES_NAMED, SG_SQL_RUN_CODES_GONE};
	struct sg_query q;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < n; i++) {
		sg_query_open(&q, s, SG_SQL_RUN_CODE_EVALUATED, err);
		sg_query_int(&q, ":run", run);
		sg_query_int(&q, ":code", evaluated[i]);
		rc = sg_query_run(&q);
	}
	for (size_t i = 0; rc == 0 && i < sizeof rest / sizeof *rest; i++) {
		sg_query_open(&q, s, rest[i], err);
		sg_query_int(&q, ":run", run);
		rc = sg_query_run(&q);
	}
	return rc;
}

int sg_run_done(struct sg_store *s, int64_t run, size_t born, size_t died, size_t *live,
	struct sg_error *err)
{
	struct sg_query q;
	int64_t n;

	sg_query_open(&q, s, SG_SQL_RUN_DONE, err);
	sg_query_int(&q, ":run", run);
	sg_query_int(&q, ":born", (int64_t)born);
	sg_query_int(&q, ":died", (int64_t)died);
	int rc = sg_query_value(&q, &n);
	*live = (size_t)n;
	return rc;
}

int sg_segment_find(struct sg_store *s, int64_t id, struct sg_segment_place *out,
	struct sg_error *err)
{
	struct sg_query q;

	memset(out, 0, sizeof *out);
	sg_query_open(&q, s, SG_SQL_SEGMENT_PLACE, err);
	sg_query_int(&q, ":id", id);
	int rc = sg_query_step(&q);
	if (rc > 0)
		*out = (struct sg_segment_place){sg_col_int(&q, 0), sg_col_int(&q, 1),
			sg_col_int(&q, 2), sg_col_u32(&q, 3), sg_col_u32(&q, 4)};
	sg_query_close(&q);
	if (rc == 0)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("there is no segment %lld after the last run"),
			(long long)id);
	return rc < 0 ? rc : 0;
}

int sg_segment_cmp(const void *a, const void *b)
{
	const struct sg_segment *x = a, *y = b;

	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->stop != y->stop)
		return x->stop < y->stop ? -1 : 1;
	return (int)x->by_default - (int)y->by_default;
}

static int collect(struct sg_query *q, struct sg_arena *arena, struct sg_segments *out)
{
	int rc;

	while ((rc = sg_query_step(q)) > 0)
		SG_PUSH(out, (struct sg_segment){.id = sg_col_int(q, 0),
				     .answer = sg_col_int(q, 1),
				     .code = sg_col_int(q, 2),
				     .start = sg_col_u32(q, 3),
				     .stop = sg_col_u32(q, 4),
				     .by_default = sg_col_text(q, 5).p[0] == 'd',
				     .hits = sg_arena_str(arena, sg_col_text(q, 6)),
				     .facets = sg_arena_str(arena, sg_col_text(q, 7))});
	sg_query_close(q);
	return rc;
}

int sg_segments_live(struct sg_store *s, int64_t text, struct sg_arena *arena,
	struct sg_segments *out, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SEGMENTS_LIVE, err);
	sg_query_int(&q, ":text", text);
	return collect(&q, arena, out);
}

int sg_segments_live_of(struct sg_store *s, int64_t text, int64_t code,
	struct sg_arena *arena, struct sg_segments *out, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SEGMENTS_LIVE_OF, err);
	sg_query_int(&q, ":text", text);
	sg_query_int(&q, ":code", code);
	return collect(&q, arena, out);
}

int sg_segments_any_of(
	struct sg_store *s, int64_t text, int64_t code, bool *any, struct sg_error *err)
{
	struct sg_query q;
	int64_t n;

	sg_query_open(&q, s, SG_SQL_SEGMENTS_ANY_OF, err);
	sg_query_int(&q, ":text", text);
	sg_query_int(&q, ":code", code);
	int rc = sg_query_value(&q, &n);
	*any = n != 0;
	return rc;
}

int sg_segment_born(struct sg_store *s, int64_t text, const struct sg_segment *g,
	int64_t run, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SEGMENT_BORN, err);
	sg_query_int(&q, ":text", text);
	sg_query_int(&q, ":answer", g->answer);
	sg_query_int(&q, ":start", g->start);
	sg_query_int(&q, ":stop", g->stop);
	sg_query_int(&q, ":code", g->code);
	sg_query_textz(&q, ":origin", g->by_default ? "default" : "rule");
	sg_query_text(&q, ":hits", g->hits);
	sg_query_text(&q, ":facets", g->facets);
	sg_query_int(&q, ":run", run);
	return sg_query_run(&q);
}

int sg_segment_died(struct sg_store *s, int64_t id, int64_t run, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SEGMENT_DIED, err);
	sg_query_int(&q, ":id", id);
	sg_query_int(&q, ":run", run);
	return sg_query_run(&q);
}

int sg_segments_drop_codes(
	struct sg_store *s, int64_t run, size_t *n, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SEGMENTS_DROP_CODES, err);
	sg_query_int(&q, ":run", run);
	int rc = sg_query_run(&q);
	*n += rc == 0 ? (size_t)sqlite3_changes64(s->db) : 0;
	return rc;
}

int sg_segments_drop_text(
	struct sg_store *s, int64_t text, int64_t run, size_t *n, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SEGMENTS_DROP_TEXT, err);
	sg_query_int(&q, ":run", run);
	sg_query_int(&q, ":text", text);
	int rc = sg_query_run(&q);
	*n += rc == 0 ? (size_t)sqlite3_changes64(s->db) : 0;
	if (rc < 0)
		return rc;
	sg_query_open(&q, s, SG_SQL_TEXT_LEFT, err);
	sg_query_int(&q, ":run", run);
	sg_query_int(&q, ":text", text);
	return sg_query_run(&q);
}

int sg_store_segment_lines(struct sg_store *s, uint32_t segment,
	struct sg_lines_of *out, struct sg_error *err)
{
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_SEGMENT_LINES, err);
	sg_query_int(&q, ":id", segment);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(out, sg_col_u32(&q, 0));
	sg_query_close(&q);
	return rc;
}
