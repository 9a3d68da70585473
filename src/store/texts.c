/* texts.c - stored texts as the engine reads them. */
#include "config.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/rows.h"

void sg_ids_release(struct sg_ids *ids)
{
	free(ids->v);
	*ids = (struct sg_ids){NULL, 0, 0};
}

static int collect(struct sg_query *q, struct sg_ids *out)
{
	int rc;

	while ((rc = sg_query_step(q)) > 0)
		SG_PUSH(out, sg_col_int(q, 0));
	sg_query_close(q);
	return rc;
}

int sg_text_ids(struct sg_store *s, enum sg_texts_which which, struct sg_ids *out,
	struct sg_error *err)
{
	static const enum sg_sql_id statements[] = {
		[SG_TEXTS_CURRENT] = SG_SQL_TEXTS_CURRENT,
		[SG_TEXTS_PENDING] = SG_SQL_TEXTS_PENDING,
		[SG_TEXTS_SEEN] = SG_SQL_TEXTS_SEEN,
		[SG_TEXTS_ABANDONED] = SG_SQL_TEXTS_ABANDONED,
	};
	struct sg_query q;

	sg_query_open(&q, s, statements[which], err);
	return collect(&q, out);
}

int sg_text_ids_of(struct sg_store *s, int64_t case_, int64_t question,
	struct sg_ids *out, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_TEXTS_OF, err);
	sg_query_int(&q, ":case", case_);
	sg_query_ref(&q, ":question", question);
	return collect(&q, out);
}

int sg_text_coded(struct sg_store *s, int64_t text, int64_t run, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_TEXT_CODED, err);
	sg_query_int(&q, ":run", run);
	sg_query_int(&q, ":id", text);
	int rc = sg_query_run(&q);
	if (rc < 0)
		return rc;
	sg_query_open(&q, s, SG_SQL_TEXT_SEEN, err);
	sg_query_int(&q, ":run", run);
	sg_query_int(&q, ":id", text);
	return sg_query_run(&q);
}

int sg_text_signature(
	struct sg_store *s, int64_t text, struct sg_buf *out, struct sg_error *err)
{
	struct sg_query q;

	sg_buf_reset(out);
	sg_query_open(&q, s, SG_SQL_TEXT_SIGNATURE, err);
	sg_query_int(&q, ":text", text);
	int rc = sg_query_step(&q);
	if (rc > 0)
		sg_buf_add(out, sg_col_blob(&q, 0));
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

void sg_text_init(struct sg_text *t)
{
	memset(t, 0, sizeof *t);
	sg_arena_init(&t->arena);
	sg_layout_init(&t->layout);
}

void sg_text_release(struct sg_text *t)
{
	sg_layout_release(&t->layout);
	sg_arena_release(&t->arena);
	memset(t, 0, sizeof *t);
}

static int load_body(struct sg_text *t, struct sg_store *s, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_TEXT_BODY, err);
	sg_query_int(&q, ":id", t->id);
	int rc = sg_query_step(&q);
	if (rc > 0) {
		t->doc.name = sg_arena_strz(&t->arena, sg_col_text(&q, 0));
		t->doc.body = sg_arena_str(&t->arena, sg_col_text(&q, 1));
	} else if (rc == 0) {
		rc = sg_error_set(err, SG_ENOTFOUND, _("there is no text %lld"),
			(long long)t->id);
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

struct part_row {
	int64_t answer;
	struct sg_part_view view;
};

struct rows {
	SG_VEC(struct sg_answer_view) views;
	SG_VEC(struct sg_text_answer) answers;
	SG_VEC(struct part_row) parts;
};

static struct sg_span bytes_of(const struct sg_text *t, struct sg_span cps)
{
	return (struct sg_span){sg_offsets_byte(&t->offsets, cps.start),
		sg_offsets_byte(&t->offsets, cps.stop)};
}

/* Spans are those of the table, in code points, until sg_text_prepare. Empty answers
 * are left out: there is nothing to look at in them. */
static int load_answers(
	struct sg_text *t, struct sg_store *s, struct rows *r, struct sg_error *err)
{
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_TEXT_ANSWERS, err);
	sg_query_int(&q, ":text", t->id);
	while ((rc = sg_query_step(&q)) > 0) {
		uint32_t start = sg_col_u32(&q, 4), stop = sg_col_u32(&q, 5);
		SG_PUSH(&r->answers, (struct sg_text_answer){.id = sg_col_int(&q, 0),
					     .case_ = sg_col_int(&q, 1),
					     .question = sg_col_int(&q, 2),
					     .respondent = sg_arena_str(
						     &t->arena, sg_col_text(&q, 7)),
					     .start = start,
					     .stop = stop});
		SG_PUSH(&r->views,
			(struct sg_answer_view){.span = {start, stop},
				.question = sg_arena_str(&t->arena, sg_col_text(&q, 3)),
				.answered =
					sg_str_eqz(sg_col_text(&q, 6), "answered")});
	}
	sg_query_close(&q);
	return rc;
}

static int load_parts(
	struct sg_text *t, struct sg_store *s, struct rows *r, struct sg_error *err)
{
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_TEXT_PARTS, err);
	sg_query_int(&q, ":text", t->id);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&r->parts,
			(struct part_row){sg_col_int(&q, 0),
				{{sg_col_u32(&q, 2), sg_col_u32(&q, 3)},
					sg_arena_str(&t->arena, sg_col_text(&q, 1))}});
	sg_query_close(&q);
	return rc;
}

/* Moves the rows into t's arena; parts come in the order of the answers. */
static void keep_rows(struct sg_text *t, const struct rows *r)
{
	struct sg_arena *a = &t->arena;
	size_t n = r->answers.n, at = 0;
	struct sg_answer_view *views = sg_arena_array(a, n, sizeof *views);
	struct sg_part_view *parts = sg_arena_array(a, r->parts.n, sizeof *parts);

	t->answers = sg_arena_array(a, n, sizeof *t->answers);
	for (size_t i = 0; i < r->parts.n; i++)
		parts[i] = r->parts.v[i].view;
	for (size_t i = 0; i < n; i++) {
		t->answers[i] = r->answers.v[i];
		views[i] = r->views.v[i];
		size_t first = at;
		while (at < r->parts.n && r->parts.v[at].answer == t->answers[i].id)
			at++;
		views[i].parts = parts + first;
		views[i].nparts = at - first;
	}
	t->views = views;
	t->parts = parts;
	t->doc.answers = views;
	t->doc.nanswers = n;
}

int sg_text_fetch(
	struct sg_text *t, struct sg_store *s, int64_t id, struct sg_error *err)
{
	struct rows r = {0};

	sg_arena_release(&t->arena);
	sg_arena_init(&t->arena);
	t->id = id;
	t->doc = (struct sg_doc){0};
	int rc = load_body(t, s, err);
	if (rc == 0)
		rc = load_answers(t, s, &r, err);
	if (rc == 0)
		rc = load_parts(t, s, &r, err);
	if (rc == 0)
		keep_rows(t, &r);
	free(r.answers.v);
	free(r.views.v);
	free(r.parts.v);
	return rc;
}

static void divide(const struct sg_doc *doc)
{
	struct sg_text *t = (struct sg_text *)((char *)(uintptr_t)doc -
					       offsetof(struct sg_text, doc));

	sg_layout_build(&t->layout, t->doc.body);
	t->doc.divide = NULL;
}

void sg_text_prepare(struct sg_text *t)
{
	sg_offsets_init(&t->offsets, &t->arena, t->doc.body);
	for (size_t i = 0; i < t->doc.nanswers; i++) {
		struct sg_answer_view *view = &t->views[i];
		view->span = bytes_of(t, view->span);
		for (size_t k = 0; k < view->nparts; k++) {
			struct sg_part_view *part =
				&t->parts[view->parts - t->parts + (ptrdiff_t)k];
			part->span = bytes_of(t, part->span);
		}
	}
	t->doc.layout = &t->layout;
	t->doc.divide = divide;
}

int sg_text_load(
	struct sg_text *t, struct sg_store *s, int64_t id, struct sg_error *err)
{
	int rc = sg_text_fetch(t, s, id, err);

	if (rc < 0)
		return rc;
	sg_text_prepare(t);
	divide(&t->doc);
	return 0;
}
