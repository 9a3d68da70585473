/* reading.c - see reading.h. */
#include "config.h"

#include "analysis/reading.h"

#include "analysis/near.h"

int sg_coder_find(const struct sg_study *s, struct sg_str name, uint32_t *out,
	struct sg_error *err)
{
	for (uint32_t i = 0; i < s->ncoders; i++)
		if (sg_str_eq(s->coders[i], name)) {
			*out = i;
			return 0;
		}
	return sg_near_error(
		err, _("there is no coder '%.*s'"), name, s->coders, s->ncoders);
}

bool sg_reading_own(const struct sg_study_coding *c, uint32_t coder)
{
	return c->coder == coder && !c->accepted;
}

/* Answers that the coder coded something in or marked as read; of respondents, whether
 * they have a mark, and whether a coding. */
struct traces {
	bool *touched;        /* answers */
	bool *marked, *coded; /* cases */
};

static void find_traces(const struct sg_view *v, uint32_t coder, struct traces *t)
{
	const struct sg_study *s = v->s;

	t->touched = sg_arena_array(v->arena, s->nanswers, sizeof *t->touched);
	t->marked = sg_arena_array(v->arena, s->ncases, sizeof *t->marked);
	t->coded = sg_arena_array(v->arena, s->ncases, sizeof *t->coded);
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (!sg_reading_own(c, coder))
			continue;
		t->touched[c->answer] = true;
		if (s->answers[c->answer].case_ != SG_NONE)
			t->coded[s->answers[c->answer].case_] = true;
	}
	for (size_t i = 0; i < s->nseen; i++) {
		const struct sg_study_seen *m = &s->seen[i];
		if (m->coder != coder || m->says != SG_SEEN_READ || m->code != SG_NONE)
			continue;
		t->touched[m->answer] = true;
		if (s->answers[m->answer].case_ != SG_NONE)
			t->marked[s->answers[m->answer].case_] = true;
	}
}

/* cases × questions, or NULL when nothing was drawn for the coder. */
static const bool *drawn_of(const struct sg_view *v, uint32_t coder)
{
	const struct sg_study *s = v->s;
	bool *drawn = NULL;

	for (size_t i = 0; i < s->nassigned; i++) {
		const struct sg_study_assigned *a = &s->assigned[i];
		if (a->coder != coder)
			continue;
		if (!drawn)
			drawn = sg_arena_array(
				v->arena, s->ncases * s->nquestions, sizeof *drawn);
		drawn[a->case_ * s->nquestions + a->question] = true;
	}
	return drawn;
}

void sg_reading_of(const struct sg_view *v, uint32_t coder, struct sg_reading *out)
{
	const struct sg_study *s = v->s;
	const bool *drawn = coder ? drawn_of(v, coder) : NULL;
	struct traces t;

	*out = (struct sg_reading){.how = coder == 0 ? SG_READING_RULES
					  : drawn    ? SG_READING_ASSIGNED
						     : SG_READING_PERSON,
		.answers = sg_arena_array(v->arena, s->nanswers, sizeof(bool)),
		.whole = sg_arena_array(v->arena, s->ncases, sizeof(bool))};
	find_traces(v, coder, &t);
	for (uint32_t i = 0; i < s->nanswers; i++) {
		const struct sg_study_answer *a = &s->answers[i];
		bool read = t.touched[i];
		if (!sg_view_answer(v, i))
			continue;
		if (coder == 0) {
			read = true;
		} else if (drawn) {
			bool its = a->question != SG_NONE &&
				   drawn[a->case_ * s->nquestions + a->question];
			out->drawn += its;
			read = read && its;
		} else if (!t.marked[a->case_]) {
			read = t.coded[a->case_];
		}
		out->answers[i] = read;
		out->n += read;
	}
	for (uint32_t i = 0; i < s->ncases; i++) {
		out->whole[i] =
			coder && !drawn && v->cases[i] && t.coded[i] && !t.marked[i];
		out->nwhole += out->whole[i];
	}
}
