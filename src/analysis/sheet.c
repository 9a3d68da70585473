/* sheet.c - see sheet.h. */
#include "config.h"

#include "analysis/sheet.h"

#include <stdlib.h>

#include "analysis/reading.h"

struct making {
	struct sg_view v;
	const struct sg_codebook *book;
	const struct sg_sheet_options *o;
	struct sg_units units;
	struct sg_coding_sheet *out;
};

/* The rules' codes on a sentence, each once. */
static struct sg_str suggested(
	const struct making *m, uint32_t answer, const struct sg_sentence *at)
{
	const struct sg_study *s = m->v.s;
	bool *codes = sg_zalloc(s->ncodes + 1, sizeof *codes);
	struct sg_buf b;

	for (size_t i = m->v.first[answer]; i < m->v.first[answer + 1]; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (c->coder == 0 && !c->rejected && c->origin == SG_ORIGIN_RULE &&
			c->start < at->stop && c->stop > at->start)
			codes[c->code] = true;
	}
	sg_buf_init(&b);
	for (size_t i = 0; i < s->ncodes; i++) {
		if (!codes[i])
			continue;
		if (b.n)
			sg_buf_addz(&b, ", ");
		sg_buf_add(&b, s->codes[i].label);
	}
	struct sg_str text = sg_arena_str(m->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	free(codes);
	return text;
}

static void add_answer(struct making *m, uint32_t answer)
{
	const struct sg_study *s = m->v.s;
	const struct sg_study_answer *a = &s->answers[answer];
	const struct sg_study_question *q = &s->questions[a->question];
	const struct sg_answer_units *u = sg_units_of(&m->units, answer);
	struct sg_sheet_answer *to = &m->out->answers[m->out->nanswers++];

	*to = (struct sg_sheet_answer){.respondent = s->cases[a->case_].name,
		.question = q->label,
		.title = q->title,
		.wording = q->wording,
		.nsentences = u->nsentences};
	to->sentences =
		sg_arena_array(m->v.arena, u->nsentences, sizeof *to->sentences);
	for (uint32_t i = 0; i < u->nsentences; i++) {
		to->sentences[i].text = sg_str_trim(sg_study_quote(
			s, a->text, u->sentences[i].start, u->sentences[i].stop));
		if (!m->o->blind)
			to->sentences[i].suggested =
				suggested(m, answer, &u->sentences[i]);
	}
}

static void add_codes(struct making *m)
{
	const struct sg_study *s = m->v.s;
	struct sg_arena *arena = m->v.arena;

	m->out->codes = sg_arena_array(arena, s->ncodes, sizeof *m->out->codes);
	for (size_t i = 0; i < s->ncodes; i++) {
		const struct sg_study_code *c = &s->codes[i];
		struct sg_sheet_code *to = &m->out->codes[m->out->ncodes++];
		*to = (struct sg_sheet_code){.label = c->label,
			.name = c->name,
			.definition = c->definition,
			.level = c->level,
			.leaf = c->leaf};
		uint32_t at =
			m->book ? sg_codebook_find(m->book, c->label) : SG_NO_CODE;
		if (at == SG_NO_CODE)
			continue;
		const struct sg_code *k = &m->book->codes[at];
		to->include = k->include;
		to->exclude = k->exclude;
		to->examples =
			sg_arena_array(arena, k->nexamples, sizeof(struct sg_str));
		for (size_t e = 0; e < k->nexamples; e++)
			if (!k->examples[e].counter)
				to->examples[to->nexamples++] = k->examples[e].text;
	}
}

/* Answers that go on the sheet. *drawn: how many are the coder's at all. */
static void choose(struct making *m, uint32_t coder, bool *wanted, size_t *drawn)
{
	const struct sg_study *s = m->v.s;
	bool *mine = sg_zalloc(s->ncases * s->nquestions + 1, sizeof *mine);
	struct sg_reading reading = {.answers = NULL};

	if (coder != SG_NONE)
		sg_reading_of(&m->v, coder, &reading);
	for (size_t i = 0; i < s->nassigned; i++)
		if (s->assigned[i].coder == coder)
			mine[s->assigned[i].case_ * s->nquestions +
				s->assigned[i].question] = true;
	*drawn = 0;
	for (uint32_t i = 0; i < s->nanswers; i++) {
		const struct sg_study_answer *a = &s->answers[i];
		if (a->question == SG_NONE || !sg_view_answer(&m->v, i))
			continue;
		bool its = m->o->all || mine[a->case_ * s->nquestions + a->question];
		*drawn += its;
		wanted[i] =
			its && !(m->o->unread && reading.answers && reading.answers[i]);
	}
	free(mine);
}

int sg_sheet_make(const struct sg_study *s, const struct sg_codebook *book,
	const struct sg_sheet_options *o, struct sg_arena *arena,
	struct sg_coding_sheet *out, struct sg_error *err)
{
	static const struct sg_filter everything = {0};
	struct making m = {.book = book, .o = o, .out = out};
	uint32_t coder = SG_NONE;
	size_t drawn;

	*out = (struct sg_coding_sheet){.title = s->title,
		.coder = o->coder,
		.blind = o->blind,
		.english = sg_str_eqz(s->language, "en")};
	int rc = sg_view_init(&m.v, s, &everything, arena, err);
	if (rc < 0)
		return rc;
	for (uint32_t i = 1; i < s->ncoders; i++)
		if (sg_str_eq(s->coders[i], o->coder))
			coder = i;
	bool *wanted = sg_arena_array(arena, s->nanswers, sizeof *wanted);
	choose(&m, coder, wanted, &drawn);
	if (drawn == 0)
		return sg_error_set(err, SG_ENOTFOUND,
			_("nothing is drawn for '%.*s': say 'saegim assign %.*s "
			  "--share 20%%' first, or --all"),
			SG_ARG(o->coder), SG_ARG(o->coder));
	sg_units_init(&m.units, s, arena);
	out->answers = sg_arena_array(arena, s->nanswers, sizeof *out->answers);
	for (uint32_t i = 0; i < s->nanswers; i++)
		if (wanted[i])
			add_answer(&m, i);
	if (out->nanswers == 0)
		return sg_error_set(err, SG_ENOTFOUND,
			_("'%.*s' has read every answer drawn"), SG_ARG(o->coder));
	add_codes(&m);
	return 0;
}

static bool same_text(const struct sg_study *s, uint32_t answer,
	const struct sg_sentence *at, struct sg_str text)
{
	struct sg_str now =
		sg_study_quote(s, s->answers[answer].text, at->start, at->stop);

	return sg_str_eq(sg_str_trim(now), text);
}

/* The sentence in one answer. *n counts those with its text. */
static void look(const struct sg_study *s, struct sg_units *units, uint32_t answer,
	uint32_t number, struct sg_str text, struct sg_sheet_place *out, uint32_t *n)
{
	const struct sg_answer_units *u = sg_units_of(units, answer);

	for (uint32_t i = 0; i < u->nsentences; i++) {
		if (!same_text(s, answer, &u->sentences[i], text))
			continue;
		*out = (struct sg_sheet_place){
			answer, u->sentences[i].start, u->sentences[i].stop};
		if (i + 1 == number) { /* as it was printed: no doubt */
			*n = 1;
			return;
		}
		++*n;
	}
}

int sg_sheet_place(const struct sg_study *s, struct sg_units *units,
	struct sg_str respondent, struct sg_str question, uint32_t number,
	struct sg_str text, struct sg_sheet_place *out, struct sg_error *err)
{
	uint32_t c = sg_study_case_find(s, respondent);
	uint32_t q = sg_study_question_find(s, question);
	uint32_t found = 0, answers = 0, end;

	if (c == SG_NONE)
		return sg_error_set(err, SG_ENOTFOUND,
			_("there is no respondent '%.*s'"), SG_ARG(respondent));
	if (q == SG_NONE)
		return sg_error_set(err, SG_ENOTFOUND, _("there is no question '%.*s'"),
			SG_ARG(question));
	for (uint32_t i = sg_study_answers_of(s, c, q, &end); i < end && found != 1;
		i++) {
		const struct sg_study_answer *a = &s->answers[i];
		if (!sg_answer_says(s, i))
			continue;
		answers++;
		if (number)
			look(s, units, i, number, text, out, &found);
		else if (a->start < a->stop) {
			*out = (struct sg_sheet_place){i, a->start, a->stop};
			found = 1;
		}
	}
	if (answers == 0)
		return sg_error_set(err, SG_ENOTFOUND,
			_("%.*s says nothing to %.*s now"), SG_ARG(respondent),
			SG_ARG(question));
	if (found > 1)
		return sg_error_set(err, SG_ENOTFOUND,
			_("%.*s %.*s was revised and holds this sentence %u times"),
			SG_ARG(respondent), SG_ARG(question), found);
	return found ? 0
		     : sg_error_set(err, SG_ENOTFOUND,
			       _("sentence %u is not in %.*s %.*s any more"), number,
			       SG_ARG(respondent), SG_ARG(question));
}

uint32_t sg_sheet_code(const struct sg_study *s, struct sg_str written)
{
	uint32_t code = sg_study_code_find(s, written);
	size_t blank = sg_str_findc(written, ' ');

	if (code != SG_NONE || blank == SIZE_MAX)
		return code;
	code = sg_study_code_find(s, sg_str_sub(written, 0, blank));
	if (code != SG_NONE && sg_str_eq(s->codes[code].name,
				       sg_str_trim(sg_str_skip(written, blank))))
		return code;
	return SG_NONE;
}
