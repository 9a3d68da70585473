/* said.c - see said.h. */
#include "config.h"

#include "coding/said.h"

#include <stdlib.h>

#include "coding/place.h"

struct sg_sayer {
	struct sg_store *store;
	struct sg_text text; /* the last one */
};

struct sg_sayer *sg_sayer_new(struct sg_store *store)
{
	struct sg_sayer *s = sg_zalloc(1, sizeof *s);

	s->store = store;
	sg_text_init(&s->text);
	return s;
}

void sg_sayer_free(struct sg_sayer *s)
{
	if (!s)
		return;
	sg_text_release(&s->text);
	free(s);
}

static int find_place(struct sg_sayer *s, const struct sg_said *said,
	struct sg_place_row *place, struct sg_error *err)
{
	int rc = s->text.id == said->text
			 ? 0
			 : sg_text_load(&s->text, s->store, said->text, err);

	for (size_t i = 0; rc == 0 && i < s->text.doc.nanswers; i++) {
		const struct sg_text_answer *a = &s->text.answers[i];
		if (a->id != said->answer)
			continue;
		*place = (struct sg_place_row){said->text, a->id, a->case_, a->question,
			said->start, said->stop};
		return 0;
	}
	return rc < 0 ? rc
		      : sg_error_set(err, SG_ENOTFOUND,
				_("the answer is not there any more"));
}

int sg_say_at(struct sg_sayer *s, const struct sg_said *said, bool *recorded,
	struct sg_error *err)
{
	struct sg_judgement_row row = {
		.verdict = said->verdict == SG_VERDICT_CODE ? "code" : "reviewed",
		.reason = said->reason,
		.origin = said->origin,
		.at = said->now,
		.batch = said->batch};
	struct sg_place_row place;

	*recorded = false;
	int rc = sg_place_code(s->store, said->code, &row.code, err);
	if (rc == 0)
		rc = find_place(s, said, &place, err);
	if (rc == 0)
		rc = sg_coder_need(s->store, said->coder, &row.coder, err);
	if (rc == 0)
		rc = sg_anchor_need(s->store, &s->text, &place, &row.anchor, err);
	if (rc == 0)
		rc = sg_judgement_put(s->store, &row, recorded, err);
	return rc;
}

static int unsay(struct sg_store *store, struct sg_str coder, size_t n, const char *now,
	struct sg_error *err)
{
	struct sg_arena arena;
	struct sg_last_word word;
	int64_t id;
	int rc = sg_coder_need(store, coder, &id, err);

	sg_arena_init(&arena);
	for (; rc == 0 && n > 0; n--) {
		rc = sg_last_word(store, id, &arena, &word, err);
		if (rc == 0 && word.kind)
			rc = sg_word_undo(store, id, &word, now, err);
	}
	sg_arena_release(&arena);
	return rc;
}

int sg_unsay(struct sg_store *store, struct sg_str coder, size_t n, const char *now,
	struct sg_error *err)
{
	int rc = sg_store_begin(store, err);

	if (rc < 0)
		return rc;
	rc = unsay(store, coder, n, now, err);
	if (rc == 0)
		return sg_store_commit(store, err);
	sg_store_rollback(store);
	return rc;
}
