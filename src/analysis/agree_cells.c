/* agree_cells.c - see agree_cells.h. */
#include "config.h"

#include "analysis/agree_cells.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/nominal.h"

static const char *const unit_words[SG_AGREE_UNITS] = {
	"sentence", "answer", "respondent", "characters"};

bool sg_agree_unit_parse(const char *word, enum sg_agree_unit *out)
{
	for (int i = 0; i < SG_AGREE_UNITS; i++)
		if (strcmp(word, unit_words[i]) == 0) {
			*out = (enum sg_agree_unit)i;
			return true;
		}
	return false;
}

/* Answers that count for anybody: read by two coders; a respondent is judged whole, so
 * that there all must have read the same. */
static void find_base(struct sg_agree_cells *c)
{
	const struct sg_study *s = c->v->s;
	bool *base = sg_arena_array(c->v->arena, s->nanswers, sizeof *base);
	uint32_t need = c->unit == SG_AGREE_RESPONDENT ? c->ncoders : 2;

	c->owner_of = sg_arena_array(c->v->arena, s->ncases, sizeof *c->owner_of);
	for (uint32_t i = 0; i < s->ncases; i++)
		c->owner_of[i] = SG_NONE;
	for (uint32_t i = 0; i < s->nanswers; i++) {
		uint32_t readers = 0, who = s->answers[i].case_;
		for (uint32_t k = 0; k < c->ncoders; k++)
			readers += c->readings[k].answers[i];
		base[i] = readers >= need;
		if (base[i] && c->owner_of[who] == SG_NONE)
			c->owner_of[who] = c->nrespondents++;
	}
	c->base = base;
}

/* A coding that counts here, and by which coder (SG_NONE: by none). */
static uint32_t said_by(const struct sg_agree_cells *c, const struct sg_study_coding *k)
{
	if (!c->base[k->answer] || !c->v->codes[k->code])
		return SG_NONE;
	for (uint32_t i = 0; i < c->ncoders; i++)
		if (sg_reading_own(k, c->coders[i]) &&
			c->readings[i].answers[k->answer])
			return i;
	return SG_NONE;
}

struct pieces {
	struct sg_agree_cells *c;
	SG_VEC(struct sg_agree_piece) v;
};

static void add(struct pieces *p, uint32_t answer, uint32_t start, uint32_t stop,
	uint32_t weight)
{
	uint32_t owner = p->c->owner_of[p->c->v->s->answers[answer].case_];

	SG_PUSH(&p->v, (struct sg_agree_piece){answer, owner, start, stop, weight});
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* An answer cut wherever a coding of anyone begins or ends. codings: of the answer. */
static void cut(struct pieces *p, uint32_t answer, size_t from, size_t to)
{
	const struct sg_study *s = p->c->v->s;
	const struct sg_study_answer *a = &s->answers[answer];
	SG_VEC(uint32_t) at = {NULL, 0, 0};

	SG_PUSH(&at, a->start);
	SG_PUSH(&at, a->stop);
	for (size_t i = from; i < to; i++) {
		const struct sg_study_coding *k = &s->codings[i];
		if (said_by(p->c, k) == SG_NONE)
			continue;
		if (k->start > a->start && k->start < a->stop)
			SG_PUSH(&at, k->start);
		if (k->stop > a->start && k->stop < a->stop)
			SG_PUSH(&at, k->stop);
	}
	qsort(at.v, at.n, sizeof *at.v, by_number);
	for (size_t i = 0; i + 1 < at.n; i++)
		if (at.v[i] < at.v[i + 1])
			add(p, answer, at.v[i], at.v[i + 1], at.v[i + 1] - at.v[i]);
	free(at.v);
}

static void add_sentences(struct pieces *p, uint32_t answer)
{
	const struct sg_answer_units *u = sg_units_of(p->c->units, answer);

	for (uint32_t i = 0; i < u->nsentences; i++)
		add(p, answer, u->sentences[i].start, u->sentences[i].stop, 1);
}

static void find_pieces(struct sg_agree_cells *c)
{
	const struct sg_study *s = c->v->s;
	struct pieces p = {.c = c};
	size_t from = 0;

	c->first = sg_arena_array(c->v->arena, s->nanswers + 1, sizeof *c->first);
	for (uint32_t i = 0; i < s->nanswers; i++) {
		size_t to = from;
		while (to < s->ncodings && s->codings[to].answer == i)
			to++;
		c->first[i] = (uint32_t)p.v.n;
		if (c->base[i] && c->unit == SG_AGREE_SENTENCE)
			add_sentences(&p, i);
		else if (c->base[i] && c->unit == SG_AGREE_CHARACTERS)
			cut(&p, i, from, to);
		else if (c->base[i] && c->unit == SG_AGREE_ANSWER)
			add(&p, i, s->answers[i].start, s->answers[i].stop, 1);
		from = to;
	}
	c->first[s->nanswers] = (uint32_t)p.v.n;
	for (uint32_t i = 0; c->unit == SG_AGREE_RESPONDENT && i < s->ncases; i++)
		if (c->owner_of[i] != SG_NONE)
			SG_PUSH(&p.v, (struct sg_agree_piece){
					      SG_NONE, c->owner_of[i], 0, 0, 1});
	c->npieces = (uint32_t)p.v.n;
	c->pieces = sg_arena_array(c->v->arena, p.v.n, sizeof *c->pieces);
	if (p.v.n)
		memcpy(c->pieces, p.v.v, p.v.n * sizeof *c->pieces);
	free(p.v.v);
}

/* Respondents are numbered as their answers come, by case: so their pieces are too. */
static void mark_coding(struct sg_agree_cells *c, const struct sg_study_coding *k)
{
	uint32_t who = said_by(c, k);

	if (who == SG_NONE)
		return;
	uint32_t code = sg_view_rolled(c->v, k->code, c->level);
	if (c->unit == SG_AGREE_RESPONDENT) {
		sg_tally_set(&c->said[who], code,
			c->owner_of[c->v->s->answers[k->answer].case_]);
		return;
	}
	/* A default stands for the answer, and for no place in it. */
	if (k->origin == SG_ORIGIN_DEFAULT && c->unit != SG_AGREE_ANSWER)
		return;
	for (uint32_t i = c->first[k->answer]; i < c->first[k->answer + 1]; i++)
		if (c->pieces[i].start < k->stop && c->pieces[i].stop > k->start)
			sg_tally_set(&c->said[who], code, i);
}

void sg_agree_cells_init(struct sg_agree_cells *c, const struct sg_view *v,
	struct sg_units *units, const uint32_t *coders, uint32_t ncoders,
	const struct sg_reading *readings, enum sg_agree_unit unit, uint32_t level)
{
	const struct sg_study *s = v->s;

	memset(c, 0, sizeof *c);
	c->v = v;
	c->units = units;
	c->coders = coders;
	c->ncoders = ncoders;
	c->readings = readings;
	c->unit = unit;
	c->level = level;
	find_base(c);
	find_pieces(c);
	sg_tally_init(&c->read, v->arena, ncoders, c->npieces);
	for (uint32_t k = 0; k < ncoders; k++) {
		sg_tally_init(&c->said[k], v->arena, s->ncodes, c->npieces);
		for (uint32_t i = 0; i < c->npieces; i++) {
			uint32_t answer = c->pieces[i].answer;
			if (answer == SG_NONE || readings[k].answers[answer])
				sg_tally_set(&c->read, k, i);
		}
	}
	for (size_t i = 0; i < s->ncodings; i++)
		mark_coding(c, &s->codings[i]);
}

static bool both_read(const struct sg_agree_cells *c, uint32_t a, uint32_t b, size_t i)
{
	return sg_tally_has(&c->read, a, i) && sg_tally_has(&c->read, b, i);
}

void sg_agree_compare(const struct sg_agree_cells *c, uint32_t a, uint32_t b,
	uint32_t code, struct sg_fourfold *sums)
{
	for (uint32_t i = 0; i < c->npieces; i++) {
		struct sg_fourfold *f = &sums[c->pieces[i].owner];
		bool x = sg_tally_has(&c->said[a], code, i);
		bool y = sg_tally_has(&c->said[b], code, i);
		uint32_t w = c->pieces[i].weight;
		if (!both_read(c, a, b, i))
			continue;
		f->n11 += x && y ? w : 0;
		f->n10 += x && !y ? w : 0;
		f->n01 += !x && y ? w : 0;
		f->n00 += !x && !y ? w : 0;
	}
}

void sg_agree_all(const struct sg_agree_cells *c, uint32_t code, double *rows)
{
	enum { WIDTH = SG_NOMINAL_COUNTS + 2 };

	for (uint32_t i = 0; i < c->npieces; i++) {
		uint32_t counts[2] = {0, 0};
		for (uint32_t k = 0; k < c->ncoders; k++)
			if (sg_tally_has(&c->read, k, i))
				counts[sg_tally_has(&c->said[k], code, i)]++;
		sg_nominal_unit(rows + (size_t)c->pieces[i].owner * WIDTH, counts, 2,
			c->ncoders, c->pieces[i].weight);
	}
}

uint32_t sg_agree_answers(
	const struct sg_agree_cells *c, uint32_t a, uint32_t b, uint32_t code)
{
	const struct sg_study *s = c->v->s;
	uint32_t n = 0, last = SG_NONE;

	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *k = &s->codings[i];
		uint32_t who = said_by(c, k);
		if (who == SG_NONE || k->answer == last ||
			sg_view_rolled(c->v, k->code, c->level) != code)
			continue;
		if (b != SG_NONE &&
			((who != a && who != b) || !c->readings[a].answers[k->answer] ||
				!c->readings[b].answers[k->answer]))
			continue;
		last = k->answer; /* codings of an answer stand together */
		n++;
	}
	return n;
}

uint32_t sg_agree_base(
	const struct sg_agree_cells *c, uint32_t a, uint32_t b, uint32_t *respondents)
{
	const struct sg_study *s = c->v->s;
	bool *seen = sg_zalloc(s->ncases + 1, sizeof *seen);
	uint32_t n = 0;

	*respondents = 0;
	for (uint32_t i = 0; i < s->nanswers; i++) {
		if (!c->readings[a].answers[i] || !c->readings[b].answers[i])
			continue;
		n++;
		*respondents += !seen[s->answers[i].case_];
		seen[s->answers[i].case_] = true;
	}
	free(seen);
	return n;
}
