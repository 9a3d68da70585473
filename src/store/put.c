/* put.c - documents into rows: source, text, answers, parts. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "match/signature.h"
#include "store/db.h"
#include "store/offsets.h"
#include "store/respondents.h"
#include "store/rows.h"

/* SHA-256 of everything about the answers that matters to coding: with the body's it
 * says whether a document is what is stored. */
static void structure_of(const struct sg_document *doc, char out[65])
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_printf(&b, "%.*s\n", SG_ARG(doc->respondent));
	for (size_t i = 0; i < doc->nanswers; i++) {
		const struct sg_answer *a = &doc->answers[i];
		sg_buf_printf(&b, "a\t%.*s\t%u\t%u\t%s\t%s\n", SG_ARG(a->question),
			a->span.start, a->span.stop, sg_answer_state_name(a->state),
			sg_answer_kind_name(a->kind));
		for (size_t p = 0; p < a->nparts; p++)
			sg_buf_printf(&b, "p\t%.*s\t%u\t%u\n",
				SG_ARG(a->parts[p].label), a->parts[p].span.start,
				a->parts[p].span.stop);
	}
	sg_sha256_hex(sg_buf_str(&b), out);
	sg_buf_release(&b);
}

struct known { /* what the store has of a source */
	int64_t source, text;
	bool same;
	struct sg_str old_path; /* in arena; empty: read from where it was before */
};

static int find_source(struct sg_store *s, const struct sg_document *doc,
	const char *sha256, const char *structure, struct sg_arena *arena,
	struct known *k, struct sg_error *err)
{
	struct sg_query q;

	*k = (struct known){0};
	sg_query_open(&q, s, SG_SQL_SOURCE_FIND, err);
	sg_query_text(&q, ":name", doc->name);
	int rc = sg_query_step(&q);
	bool moved = false;
	if (rc > 0) {
		k->source = sg_col_int(&q, 0);
		moved = !sg_str_eq(sg_col_text(&q, 1), doc->path) ||
			!sg_col_null(&q, 2);
		if (moved)
			k->old_path = sg_arena_str(arena, sg_col_text(&q, 1));
		k->text = sg_col_int(&q, 3);
		k->same = sg_str_eqz(sg_col_text(&q, 4), sha256) &&
			  sg_str_eqz(sg_col_text(&q, 5), structure);
	}
	sg_query_close(&q);
	if (rc <= 0 || !moved)
		return rc < 0 ? rc : 0;
	sg_query_open(&q, s, SG_SQL_SOURCE_MOVED, err);
	sg_query_int(&q, ":id", k->source);
	sg_query_text(&q, ":path", doc->path);
	return sg_query_run(&q);
}

static int new_source(struct sg_store *s, const struct sg_document *doc, int64_t *id,
	struct sg_error *err)
{
	struct sg_query q;
	char guid[37];

	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_SOURCE_NEW, err);
	sg_query_textz(&q, ":guid", guid);
	sg_query_text(&q, ":name", doc->name);
	sg_query_text(&q, ":path", doc->path);
	int rc = sg_query_run(&q);
	*id = sg_store_rowid(s);
	return rc;
}

struct put {
	struct sg_store *s;
	const struct sg_document *doc;
	struct sg_offsets offsets;
	int64_t case_, text;
	struct sg_error *err;
};

static int put_parts(struct put *p, const struct sg_answer *a, int64_t answer)
{
	struct sg_query q;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < a->nparts; i++) {
		sg_query_open(&q, p->s, SG_SQL_PART_NEW, p->err);
		sg_query_int(&q, ":answer", answer);
		sg_query_int(&q, ":ord", (int64_t)i);
		sg_query_text(&q, ":label", a->parts[i].label);
		sg_query_int(&q, ":start",
			sg_offsets_cp(&p->offsets, a->parts[i].span.start));
		sg_query_int(
			&q, ":stop", sg_offsets_cp(&p->offsets, a->parts[i].span.stop));
		rc = sg_query_run(&q);
	}
	return rc;
}

static int put_answer(struct put *p, size_t at)
{
	const struct sg_answer *a = &p->doc->answers[at];
	struct sg_query q;
	int64_t question = 0;
	int rc = a->question.n ? sg_question_need(p->s, a->question, &question, p->err)
			       : 0;

	if (rc < 0)
		return rc;
	sg_query_open(&q, p->s, SG_SQL_ANSWER_NEW, p->err);
	sg_query_int(&q, ":text", p->text);
	sg_query_int(&q, ":ord", (int64_t)at);
	sg_query_int(&q, ":case", p->case_);
	sg_query_ref(&q, ":question", question);
	sg_query_int(&q, ":start", sg_offsets_cp(&p->offsets, a->span.start));
	sg_query_int(&q, ":stop", sg_offsets_cp(&p->offsets, a->span.stop));
	sg_query_textz(&q, ":state", sg_answer_state_name(a->state));
	sg_query_textz(&q, ":kind", sg_answer_kind_name(a->kind));
	rc = sg_query_run(&q);
	return rc < 0 ? rc : put_parts(p, a, sg_store_rowid(p->s));
}

static int put_signature(struct put *p)
{
	struct sg_query q;
	struct sg_buf bits;

	sg_buf_init(&bits);
	sg_signature_make(p->doc->body, &bits);
	sg_query_open(&q, p->s, SG_SQL_SIGNATURE_NEW, p->err);
	sg_query_int(&q, ":text", p->text);
	sg_query_blob(&q, ":bits", sg_buf_str(&bits));
	int rc = sg_query_run(&q);
	sg_buf_release(&bits);
	return rc;
}

static int new_text(struct put *p, int64_t source, const char *sha256,
	const char *structure, const char *now)
{
	const struct sg_document *doc = p->doc;
	struct sg_query q;

	sg_query_open(&q, p->s, SG_SQL_TEXT_NEW, p->err);
	sg_query_int(&q, ":source", source);
	sg_query_int(&q, ":length", p->offsets.length);
	sg_query_textz(&q, ":sha256", sha256);
	sg_query_textz(&q, ":structure", structure);
	sg_query_textz(&q, ":reader", doc->reader);
	sg_query_textz(&q, ":encoding", doc->encoding);
	sg_query_textz(&q, ":file_sha256", doc->file_sha256);
	sg_query_textz(&q, ":ingested", now);
	sg_query_text(&q, ":body", doc->body);
	int rc = sg_query_run(&q);
	p->text = sg_store_rowid(p->s);
	if (rc == 0)
		rc = put_signature(p);
	for (size_t i = 0; rc == 0 && i < doc->nanswers; i++)
		rc = put_answer(p, i);
	return rc;
}

/* Makes the source's text the one that doc is: a revision it had before, or a new. */
static int put_text(struct put *p, int64_t source, int64_t old, const char *sha256,
	const char *structure, const char *now)
{
	struct sg_query q;
	int rc = 0;

	if (old) {
		sg_query_open(&q, p->s, SG_SQL_TEXT_ABANDON, p->err);
		sg_query_int(&q, ":id", old);
		rc = sg_query_run(&q);
	}
	if (rc < 0)
		return rc;
	sg_query_open(&q, p->s, SG_SQL_TEXT_FIND, p->err);
	sg_query_int(&q, ":source", source);
	sg_query_textz(&q, ":sha256", sha256);
	sg_query_textz(&q, ":structure", structure);
	rc = sg_query_value(&q, &p->text);
	if (rc < 0 || p->text == 0)
		return rc < 0 ? rc : new_text(p, source, sha256, structure, now);
	sg_query_open(&q, p->s, SG_SQL_TEXT_RETURN, p->err);
	sg_query_int(&q, ":id", p->text);
	return sg_query_run(&q);
}

/* A new source of a respondent who has answers from an earlier ingest: most often a
 * file that was renamed, whose answers would now count twice. Within one ingest the
 * reader has said so itself. */
static int note_elsewhere(struct sg_store *s, const struct sg_document *doc,
	int64_t case_, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_CASE_ELSEWHERE, err);
	sg_query_int(&q, ":case", case_);
	sg_query_int(&q, ":first", s->first_source);
	int rc = sg_query_step(&q);
	if (rc > 0)
		sg_notes_add(notes, SG_WARNING, sg_arena_strz(&notes->arena, doc->path),
			0, 0,
			_("respondent '%.*s' has answers from '%.*s' already; both "
			  "count"),
			SG_ARG(sg_respondent_name(doc)), SG_ARG(sg_col_text(&q, 0)));
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

static int put_document(struct sg_store *s, const struct sg_document *doc,
	const char *now, enum sg_put *what, struct sg_notes *notes,
	struct sg_error *err)
{
	char sha256[65], structure[65];
	struct sg_arena arena;
	struct known k = {0};
	struct put p = {.s = s, .doc = doc, .err = err};
	bool new_case;

	sg_sha256_hex(doc->body, sha256);
	structure_of(doc, structure);
	sg_arena_init(&arena);
	int rc = find_source(s, doc, sha256, structure, &arena, &k, err);
	*what = k.same ? SG_PUT_UNCHANGED : k.source ? SG_PUT_CHANGED : SG_PUT_NEW;
	if (rc == 0 && k.source)
		rc = sg_respondent_drop_stale(s, doc, k.source, notes, err);
	else if (rc == 0)
		rc = new_source(s, doc, &k.source, err);
	if (rc == 0)
		rc = sg_respondent_put(
			s, doc, k.source, &p.case_, &new_case, notes, err);
	if (rc == 0)
		sg_intake_saw(s, k.source, doc, k.old_path);
	if (rc < 0 || k.same)
		goto out;
	sg_offsets_init(&p.offsets, &arena, doc->body);
	if (*what == SG_PUT_NEW) {
		if (s->first_source == 0)
			s->first_source = k.source;
		if (!new_case)
			rc = note_elsewhere(s, doc, p.case_, notes, err);
		if (rc == 0)
			rc = new_text(&p, k.source, sha256, structure, now);
		goto out;
	}
	if (rc == 0)
		rc = put_text(&p, k.source, k.text, sha256, structure, now);
	if (rc == 0)
		rc = sg_anchors_replace(s, k.source, sg_arena_strz(&arena, doc->name),
			p.text, notes, err);
out:
	sg_arena_release(&arena);
	return rc;
}

int sg_store_put_document(struct sg_store *s, const struct sg_document *doc,
	const char *now, enum sg_put *what, struct sg_notes *notes,
	struct sg_error *err)
{
	int rc = sg_store_begin(s, err);

	if (rc < 0)
		return rc;
	rc = put_document(s, doc, now, what, notes, err);
	if (rc == 0)
		return sg_store_commit(s, err);
	sg_store_rollback(s);
	return rc;
}
