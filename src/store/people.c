/* people.c - rows of what people say: coders, judgements, rulings, memos. Rows are
 * only ever added; taking something back adds a row that says so. Ids of the three
 * kinds come from one sequence, so that a larger id was always said later. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/rows.h"

int sg_coder_need(
	struct sg_store *s, struct sg_str name, int64_t *id, struct sg_error *err)
{
	struct sg_query q;
	char guid[37];

	if (name.n == 0 || sg_str_eqz(name, "rules"))
		return sg_error_set(err, SG_EUSAGE,
			_("a coder needs a name of their own, not '%.*s'"),
			SG_ARG(name));
	sg_query_open(&q, s, SG_SQL_CODER_ID, err);
	sg_query_text(&q, ":name", name);
	int rc = sg_query_value(&q, id);
	if (rc < 0 || *id)
		return rc;
	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_CODER_NEW, err);
	sg_query_textz(&q, ":guid", guid);
	sg_query_text(&q, ":name", name);
	rc = sg_query_run(&q);
	*id = sg_store_rowid(s);
	return rc;
}

int sg_code_id(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_CODE_ID, err);
	sg_query_text(&q, ":label", label);
	return sg_query_value(&q, id);
}

int sg_codes_exist(struct sg_store *s, bool *exists, struct sg_error *err)
{
	struct sg_query q;
	int64_t n;

	sg_query_open(&q, s, SG_SQL_CODES_EXIST, err);
	int rc = sg_query_value(&q, &n);
	*exists = n != 0;
	return rc;
}

int sg_facet_value(struct sg_store *s, struct sg_str facet, struct sg_str value,
	bool *found, struct sg_buf *values, struct sg_error *err)
{
	struct sg_query q;
	int rc;

	*found = false;
	sg_query_open(&q, s, SG_SQL_FACET_VALUES, err);
	sg_query_text(&q, ":name", facet);
	while ((rc = sg_query_step(&q)) > 0) {
		if (values->n)
			sg_buf_addz(values, " | ");
		sg_buf_add(values, sg_col_text(&q, 0));
		*found = *found || sg_str_eq(sg_col_text(&q, 0), value);
	}
	sg_query_close(&q);
	return rc;
}

int sg_human_next(struct sg_store *s, int64_t *id, struct sg_error *err)
{
	struct sg_query q;
	int rc = 0;

	if (s->last_human == 0) {
		sg_query_open(&q, s, SG_SQL_HUMAN_LAST, err);
		rc = sg_query_value(&q, &s->last_human);
	}
	*id = ++s->last_human;
	return rc;
}

static int same_in_force(struct sg_store *s, const struct sg_judgement_row *j,
	bool *same, struct sg_error *err)
{
	struct sg_query q;
	int64_t n;

	sg_query_open(&q, s, SG_SQL_JUDGEMENT_SAME, err);
	sg_query_int(&q, ":anchor", j->anchor);
	sg_query_ref(&q, ":code", j->code);
	sg_query_int(&q, ":coder", j->coder);
	sg_query_textz(&q, ":verdict", j->verdict);
	sg_query_opt(&q, ":facet", j->facet);
	sg_query_opt(&q, ":value", j->value);
	sg_query_text(&q, ":reason", j->reason);
	int rc = sg_query_value(&q, &n);
	*same = n != 0;
	return rc;
}

int sg_judgement_put(struct sg_store *s, const struct sg_judgement_row *j,
	bool *recorded, struct sg_error *err)
{
	struct sg_query q;
	char guid[37];
	int64_t id;
	bool same;

	*recorded = false;
	int rc = same_in_force(s, j, &same, err);
	if (rc < 0 || same)
		return rc;
	rc = sg_human_next(s, &id, err);
	if (rc < 0)
		return rc;
	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_JUDGEMENT_NEW, err);
	sg_query_int(&q, ":id", id);
	sg_query_textz(&q, ":guid", guid);
	sg_query_int(&q, ":anchor", j->anchor);
	sg_query_ref(&q, ":code", j->code);
	sg_query_int(&q, ":coder", j->coder);
	sg_query_textz(&q, ":verdict", j->verdict);
	sg_query_opt(&q, ":facet", j->facet);
	sg_query_opt(&q, ":value", j->value);
	sg_query_text(&q, ":reason", j->reason);
	sg_query_textz(&q, ":origin", j->origin);
	sg_query_textz(&q, ":at", j->at);
	if (j->batch && s->batch == 0)
		s->batch = id;
	sg_query_int(&q, ":batch", j->batch);
	sg_query_ref(&q, ":first", j->batch ? s->batch : 0);
	rc = sg_query_run(&q);
	*recorded = rc == 0;
	return rc;
}

int sg_codings_at(struct sg_store *s, bool rules, int64_t answer, int64_t code,
	struct sg_segments *out, struct sg_error *err)
{
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, rules ? SG_SQL_SEGMENTS_AT : SG_SQL_JUDGED_AT, err);
	sg_query_int(&q, ":answer", answer);
	sg_query_int(&q, ":code", code);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(out, (struct sg_segment){.id = sg_col_int(&q, 0),
				     .answer = answer,
				     .code = code,
				     .start = sg_col_u32(&q, 1),
				     .stop = sg_col_u32(&q, 2),
				     .by_default = sg_col_text(&q, 3).p[0] == 'd'});
	sg_query_close(&q);
	return rc;
}

/* The answer's text is to be matched again, or not any more. */
static int wake_texts(
	struct sg_store *s, int64_t case_, int64_t question, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_TEXTS_WAKE, err);
	sg_query_int(&q, ":case", case_);
	sg_query_int(&q, ":question", question);
	return sg_query_run(&q);
}

int sg_ruling_put(struct sg_store *s, int64_t case_, int64_t question, int64_t coder,
	enum sg_answer_state state, enum sg_answer_kind kind, const char *now,
	struct sg_error *err)
{
	struct sg_query q;
	char guid[37];
	int64_t id = 0;
	int64_t same;

	sg_query_open(&q, s, SG_SQL_RULING_SAME, err);
	sg_query_int(&q, ":case", case_);
	sg_query_int(&q, ":question", question);
	sg_query_int(&q, ":coder", coder);
	sg_query_textz(&q, ":state", sg_answer_state_name(state));
	sg_query_textz(&q, ":kind", sg_answer_kind_name(kind));
	int rc = sg_query_value(&q, &same);
	if (rc < 0 || same)
		return rc;
	rc = sg_human_next(s, &id, err);
	if (rc < 0)
		return rc;
	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_RULING_NEW, err);
	sg_query_int(&q, ":id", id);
	sg_query_textz(&q, ":guid", guid);
	sg_query_int(&q, ":case", case_);
	sg_query_int(&q, ":question", question);
	sg_query_int(&q, ":coder", coder);
	sg_query_textz(&q, ":state", sg_answer_state_name(state));
	sg_query_textz(&q, ":kind", sg_answer_kind_name(kind));
	sg_query_textz(&q, ":at", now);
	rc = sg_query_run(&q);
	return rc < 0 ? rc : wake_texts(s, case_, question, err);
}

int sg_memo_find(struct sg_store *s, const struct sg_memo_row *m, int64_t *id,
	struct sg_buf *body, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_MEMO_FIND, err);
	sg_query_int(&q, ":coder", m->coder);
	sg_query_ref(&q, ":case", m->case_);
	sg_query_ref(&q, ":question", m->question);
	sg_query_ref(&q, ":code", m->code);
	sg_query_ref(&q, ":anchor", m->anchor);
	int rc = sg_query_step(&q);
	*id = rc > 0 ? sg_col_int(&q, 0) : 0;
	if (rc > 0)
		sg_buf_add(body, sg_col_text(&q, 1));
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

int sg_memo_by_guid(struct sg_store *s, struct sg_str guid, int64_t *id,
	struct sg_memo_row *out, struct sg_buf *body, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_MEMO_OF_GUID, err);
	sg_query_text(&q, ":guid", guid);
	int rc = sg_query_step(&q);
	*id = rc > 0 ? sg_col_int(&q, 0) : 0;
	if (rc > 0) {
		*out = (struct sg_memo_row){sg_col_int(&q, 1), sg_col_int(&q, 2),
			sg_col_int(&q, 3), sg_col_int(&q, 4), sg_col_int(&q, 5)};
		sg_buf_add(body, sg_col_text(&q, 6));
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

int sg_memo_new(struct sg_store *s, const struct sg_memo_row *m, struct sg_str body,
	int64_t replaces, const char *now, struct sg_error *err)
{
	struct sg_query q;
	char guid[37];
	int64_t id;
	int rc = sg_human_next(s, &id, err);

	if (rc < 0)
		return rc;
	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_MEMO_NEW, err);
	sg_query_int(&q, ":id", id);
	sg_query_textz(&q, ":guid", guid);
	sg_query_int(&q, ":coder", m->coder);
	sg_query_textz(&q, ":at", now);
	sg_query_text(&q, ":body", body);
	sg_query_ref(&q, ":code", m->code);
	sg_query_ref(&q, ":case", m->case_);
	sg_query_ref(&q, ":question", m->question);
	sg_query_ref(&q, ":anchor", m->anchor);
	sg_query_ref(&q, ":replaces", replaces);
	return sg_query_run(&q);
}

int sg_last_word(struct sg_store *s, int64_t coder, struct sg_arena *arena,
	struct sg_last_word *out, struct sg_error *err)
{
	static const struct kind {
		const char *name;
		enum sg_sql_id id;
	} kinds[] = {
		{"judgement", SG_SQL_LAST_JUDGEMENT},
		{"ruling", SG_SQL_LAST_RULING},
		{"memo", SG_SQL_LAST_MEMO},
	};

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct sg_query q;
		sg_query_open(&q, s, kinds[i].id, err);
		sg_query_int(&q, ":coder", coder);
		int rc = sg_query_step(&q);
		if (rc > 0 && sg_col_int(&q, 0) > out->id)
			*out = (struct sg_last_word){.kind = kinds[i].name,
				.id = sg_col_int(&q, 0),
				.count = (size_t)sg_col_int(&q, 1),
				.what = sg_arena_str(arena, sg_col_text(&q, 2)),
				.respondent = sg_arena_str(arena, sg_col_text(&q, 3)),
				.question = sg_arena_str(arena, sg_col_text(&q, 4)),
				.code = sg_arena_str(arena, sg_col_text(&q, 5)),
				.quote = sg_arena_str(arena, sg_col_text(&q, 6))};
		sg_query_close(&q);
		if (rc < 0)
			return rc;
	}
	return 0;
}

static int undo_one(struct sg_store *s, enum sg_sql_id statement, int64_t coder,
	int64_t undoes, const char *now, struct sg_error *err)
{
	struct sg_query q;
	char guid[37];
	int64_t id;
	int rc = sg_human_next(s, &id, err);

	if (rc < 0)
		return rc;
	sg_store_guid(guid);
	sg_query_open(&q, s, statement, err);
	sg_query_int(&q, ":id", id);
	sg_query_textz(&q, ":guid", guid);
	sg_query_int(&q, ":coder", coder);
	sg_query_textz(&q, ":at", now);
	sg_query_int(&q, ":undoes", undoes);
	return sg_query_run(&q);
}

static int undo_judgements(struct sg_store *s, int64_t coder, int64_t id,
	const char *now, struct sg_error *err)
{
	struct sg_ids ids = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_JUDGEMENT_BATCH, err);
	sg_query_int(&q, ":id", id);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&ids, sg_col_int(&q, 0));
	sg_query_close(&q);
	for (size_t i = 0; rc == 0 && i < ids.n; i++)
		rc = undo_one(s, SG_SQL_JUDGEMENT_UNDO, coder, ids.v[i], now, err);
	sg_ids_release(&ids);
	return rc;
}

static int undo_ruling(struct sg_store *s, int64_t coder, int64_t id, const char *now,
	struct sg_error *err)
{
	struct sg_query q;
	int rc = undo_one(s, SG_SQL_RULING_UNDO, coder, id, now, err);

	if (rc < 0)
		return rc;
	sg_query_open(&q, s, SG_SQL_TEXTS_WAKE_RULING, err);
	sg_query_int(&q, ":id", id);
	return sg_query_run(&q);
}

int sg_word_undo(struct sg_store *s, int64_t coder, const struct sg_last_word *word,
	const char *now, struct sg_error *err)
{
	if (strcmp(word->kind, "ruling") == 0)
		return undo_ruling(s, coder, word->id, now, err);
	if (strcmp(word->kind, "memo") == 0)
		return undo_one(s, SG_SQL_MEMO_UNDO, coder, word->id, now, err);
	return undo_judgements(s, coder, word->id, now, err);
}
