/* word.c - people's word on answers, memos, and taking the last word back. */
#include "config.h"

#include <string.h>

#include "coding/place.h"
#include "text/utf8.h"

static int finish(struct sg_store *store, int rc, struct sg_error *err)
{
	if (rc == 0)
		return sg_store_commit(store, err);
	sg_store_rollback(store);
	return rc;
}

static int rule_inside(struct sg_store *store, const struct sg_judge *j,
	enum sg_answer_state state, enum sg_answer_kind kind, struct sg_error *err)
{
	struct sg_placer placer;
	struct sg_place_row place = {0};
	struct sg_ids ids = {NULL, 0, 0};
	int64_t coder = 0;
	bool answered;

	int rc = sg_place_case(store, j->respondent, &place.case_, err);
	if (rc == 0)
		rc = sg_place_question(store, j->question, &place.question, err);
	if (rc == 0)
		rc = sg_text_ids_of(store, place.case_, place.question, &ids, err);
	if (rc == 0 && ids.n == 0)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("there is no answer of %.*s to %.*s"), SG_ARG(j->respondent),
			SG_ARG(j->question));
	sg_ids_release(&ids);
	/* An answer without text cannot become one that says something. */
	if (rc == 0 && state == SG_ANSWER_ANSWERED) {
		sg_placer_init(&placer, store);
		rc = sg_place_find(&placer, j, &place, &answered, err);
		sg_placer_release(&placer);
	}
	if (rc == 0)
		rc = sg_coder_need(store, j->coder, &coder, err);
	if (rc == 0)
		rc = sg_ruling_put(store, place.case_, place.question, coder, state,
			kind, j->now, err);
	return rc;
}

int sg_rule_answer(struct sg_store *store, struct sg_str coder,
	struct sg_str respondent, struct sg_str question, enum sg_answer_state state,
	enum sg_answer_kind kind, const char *now, struct sg_error *err)
{
	struct sg_judge j = {.coder = coder,
		.respondent = respondent,
		.question = question,
		.now = now};

	if (respondent.n == 0 || question.n == 0 || state == SG_ANSWER_UNASSIGNED)
		return sg_error_set(err, SG_EUSAGE,
			_("name a respondent and a question, and a state: answered, "
			  "none, "
			  "not_asked"));
	int rc = sg_store_begin(store, err);
	return rc < 0 ? rc
		      : finish(store, rule_inside(store, &j, state, kind, err), err);
}

int sg_memo_place(struct sg_store *store, const struct sg_judge *j,
	struct sg_memo_row *m, struct sg_error *err)
{
	struct sg_placer placer;
	struct sg_place_row place;
	bool answered;

	sg_placer_init(&placer, store);
	int rc = sg_place_find(&placer, j, &place, &answered, err);
	if (rc == 0)
		rc = sg_anchor_need(store, &placer.text, &place, &m->anchor, err);
	if (rc == 0) {
		m->case_ = place.case_;
		m->question = place.question;
	}
	sg_placer_release(&placer);
	return rc;
}

static int memo_row(struct sg_store *store, const struct sg_judge *j,
	struct sg_memo_row *m, struct sg_error *err)
{
	int rc = sg_place_case(store, j->respondent, &m->case_, err);

	if (rc == 0)
		rc = sg_place_question(store, j->question, &m->question, err);
	if (rc == 0)
		rc = sg_place_code(store, j->code, &m->code, err);
	if (rc == 0 && j->quote.n)
		rc = sg_memo_place(store, j, m, err);
	if (rc == 0)
		rc = sg_coder_need(store, j->coder, &m->coder, err);
	return rc;
}

static int memo_inside(struct sg_store *store, const struct sg_judge *j,
	struct sg_str body, struct sg_error *err)
{
	struct sg_memo_row m = {0};
	int64_t before = 0;
	struct sg_buf old;
	int rc = memo_row(store, j, &m, err);

	if (rc < 0)
		return rc;
	sg_buf_init(&old);
	rc = sg_memo_find(store, &m, &before, &old, err);
	if (rc == 0 && body.n == 0 && !before)
		rc = sg_error_set(
			err, SG_ENOTFOUND, _("there is no such memo to empty"));
	if (rc == 0 && !(before && sg_str_eq(sg_buf_str(&old), body)))
		rc = sg_memo_new(store, &m, body, before, j->now, err);
	sg_buf_release(&old);
	return rc;
}

int sg_memo_put(struct sg_store *store, struct sg_str coder, struct sg_str respondent,
	struct sg_str question, struct sg_str code, struct sg_str body, const char *now,
	struct sg_error *err)
{
	struct sg_memo m = {.coder = coder,
		.respondent = respondent,
		.question = question,
		.code = code,
		.body = body,
		.now = now};

	return sg_memo_write(store, &m, err);
}

int sg_memo_write(struct sg_store *store, const struct sg_memo *m, struct sg_error *err)
{
	struct sg_judge j = {.coder = m->coder,
		.respondent = m->respondent,
		.question = m->question,
		.code = m->code,
		.quote = m->quote,
		.start = m->start,
		.stop = m->stop,
		.now = m->now};

	if (j.respondent.n == 0 && j.question.n == 0 && j.code.n == 0)
		return sg_error_set(
			err, SG_EUSAGE, _("a memo must be about something"));
	int rc = sg_store_begin(store, err);
	return rc < 0 ? rc : finish(store, memo_inside(store, &j, m->body, err), err);
}

int sg_memo_get(struct sg_store *store, struct sg_str coder, struct sg_str respondent,
	struct sg_str question, struct sg_str code, struct sg_buf *body,
	struct sg_error *err)
{
	const struct sg_judge j = {.coder = coder,
		.respondent = respondent,
		.question = question,
		.code = code};
	struct sg_memo_row m = {0};
	int64_t id;
	int rc = sg_store_begin(store, err);

	if (rc == 0)
		rc = memo_row(store, &j, &m, err);
	if (rc == 0)
		rc = sg_memo_find(store, &m, &id, body, err);
	return finish(store, rc, err);
}

/* "reject C1a R07 Q4 '…'" */
static void describe(const struct sg_last_word *w, struct sg_buf *what)
{
	size_t cut = sg_utf8_offset(w->quote, 40);

	if (w->count > 1) {
		sg_buf_printf(what, _("an import of %zu codings"), w->count);
		return;
	}
	sg_buf_add(what, w->what);
	if (w->code.n)
		sg_buf_printf(what, " %.*s", SG_ARG(w->code));
	if (w->respondent.n)
		sg_buf_printf(what, " %.*s", SG_ARG(w->respondent));
	if (w->question.n)
		sg_buf_printf(what, " %.*s", SG_ARG(w->question));
	if (w->quote.n)
		sg_buf_printf(what, " '%.*s%s'", (int)cut, w->quote.p,
			cut < w->quote.n ? "…" : "");
}

static int undo_inside(struct sg_store *store, struct sg_str coder, const char *now,
	struct sg_buf *what, struct sg_error *err)
{
	struct sg_last_word word = {0};
	struct sg_arena arena;
	int64_t id;

	sg_arena_init(&arena);
	int rc = sg_coder_need(store, coder, &id, err);
	if (rc == 0)
		rc = sg_last_word(store, id, &arena, &word, err);
	if (rc == 0 && !word.kind)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("there is nothing of %.*s to take back"), SG_ARG(coder));
	if (rc == 0)
		rc = sg_word_undo(store, id, &word, now, err);
	if (rc == 0)
		describe(&word, what);
	sg_arena_release(&arena);
	return rc;
}

int sg_judge_undo(struct sg_store *store, struct sg_str coder, const char *now,
	struct sg_buf *what, struct sg_error *err)
{
	int rc = sg_store_begin(store, err);

	return rc < 0 ? rc
		      : finish(store, undo_inside(store, coder, now, what, err), err);
}
