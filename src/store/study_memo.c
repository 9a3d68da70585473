/* study_memo.c - memos of a study, with the answers that they are about. */
#include "config.h"

#include <stdlib.h>

#include "store/study_load.h"

/* The respondent's answer to a question that a memo is about: the first of them. */
static void find_answer(const struct sg_study *s, struct sg_study_memo *m)
{
	uint32_t end;

	m->answer = SG_NONE;
	if (m->case_ == SG_NONE || m->question == SG_NONE)
		return;
	uint32_t at = sg_study_answers_of(s, m->case_, m->question, &end);
	if (at == end)
		return;
	m->answer = at;
	m->start = s->answers[at].start;
	m->stop = s->answers[at].stop;
}

int sg_load_memos(struct sg_loader *l)
{
	SG_VEC(struct sg_study_memo) v = {NULL, 0, 0};
	struct sg_study *s = l->study;
	struct sg_query q;
	int rc;

	sg_query_open(&q, l->store, SG_SQL_STUDY_MEMOS, l->err);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_study_memo m = {.body = sg_loader_str(l, &q, 0),
			.author = sg_loader_str(l, &q, 1),
			.at = sg_loader_str(l, &q, 2),
			.code = sg_idmap_get(&l->codes, sg_col_int(&q, 3)),
			.question = sg_idmap_get(&l->questions, sg_col_int(&q, 4)),
			.case_ = sg_idmap_get(&l->cases, sg_col_int(&q, 5)),
			.answer = sg_idmap_get(&l->answers, sg_col_int(&q, 6)),
			.start = sg_col_u32(&q, 7),
			.stop = sg_col_u32(&q, 8),
			.anchored = !sg_col_null(&q, 9),
			.guid = sg_loader_str(l, &q, 10)};
		if (m.anchored)
			sg_past_place(
				l, sg_col_int(&q, 9), &m.answer, &m.start, &m.stop);
		/* About something that is not there now: kept in the store. */
		if ((!sg_col_null(&q, 3) && m.code == SG_NONE) ||
			(!sg_col_null(&q, 4) && m.question == SG_NONE) ||
			(!sg_col_null(&q, 5) && m.case_ == SG_NONE))
			continue;
		if (!m.anchored)
			find_answer(s, &m);
		SG_PUSH(&v, m);
	}
	sg_query_close(&q);
	s->memos = sg_loader_keep(l, v.v, v.n, sizeof *v.v);
	s->nmemos = v.n;
	free(v.v);
	return rc;
}
