/* code_units.c - see code_units.h. Counts of units, never of pairs of quotations, so
 * that every coefficient of co-occurrence stays in its range. */
#include "config.h"

#include "analysis/code_units.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/remarks.h"

static const struct {
	const char *name;
	enum sg_label label;
} unit_names[SG_CODE_UNITS] = {
	[SG_CODE_UNIT_SENTENCE] = {"sentence", SG_LABEL_UNIT_SENTENCE},
	[SG_CODE_UNIT_PARAGRAPH] = {"paragraph", SG_LABEL_UNIT_PARAGRAPH},
	[SG_CODE_UNIT_ANSWER] = {"answer", SG_LABEL_UNIT_ANSWER},
	[SG_CODE_UNIT_CASE] = {"respondent", SG_LABEL_UNIT_CASE},
	[SG_CODE_UNIT_OVERLAP] = {"overlap", SG_LABEL_UNIT_OVERLAP},
};

int sg_code_unit_find(const struct sg_study *s, const char *name,
	enum sg_code_unit *out, struct sg_error *err)
{
	if (!name)
		name = "answer";
	for (*out = SG_CODE_UNIT_SENTENCE; *out < SG_CODE_UNITS; ++*out)
		if (strcmp(unit_names[*out].name, name) == 0)
			break;
	if (*out == SG_CODE_UNITS)
		return sg_error_set(err, SG_EUSAGE,
			_("there is no unit '%s': sentence, paragraph, answer, "
			  "respondent, overlap"),
			name);
	if (*out == SG_CODE_UNIT_SENTENCE || *out == SG_CODE_UNIT_PARAGRAPH)
		return sg_units_check(s, err);
	return 0;
}

enum sg_label sg_code_unit_label(enum sg_code_unit unit)
{
	return unit_names[unit].label;
}

struct sg_str sg_code_unit_word(enum sg_code_unit unit)
{
	return sg_str_of(unit_names[unit].name);
}

static bool below_answer(enum sg_code_unit unit)
{
	return unit == SG_CODE_UNIT_SENTENCE || unit == SG_CODE_UNIT_PARAGRAPH ||
	       unit == SG_CODE_UNIT_OVERLAP;
}

static bool takes_part(struct sg_code_units *u, const struct sg_study_coding *k)
{
	if (!below_answer(u->unit) || k->origin != SG_ORIGIN_DEFAULT)
		return true;
	u->defaults_left_out = true;
	return false;
}

static int ascending(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* The borders of codings cut an answer into stretches on which the same codes lie. */
static void find_cuts(struct sg_code_units *u)
{
	const struct sg_study *s = u->v->s;

	u->cuts = sg_arena_array(u->v->arena, s->nanswers, sizeof *u->cuts);
	u->ncuts = sg_arena_array(u->v->arena, s->nanswers, sizeof *u->ncuts);
	for (size_t i = 0; i < u->ncodings; i++)
		if (takes_part(u, &s->codings[u->codings[i]]))
			u->ncuts[s->codings[u->codings[i]].answer] += 2;
	for (size_t i = 0; i < s->nanswers; i++) {
		u->cuts[i] = sg_arena_array(u->v->arena, u->ncuts[i], sizeof **u->cuts);
		u->ncuts[i] = 0;
	}
	for (size_t i = 0; i < u->ncodings; i++) {
		const struct sg_study_coding *k = &s->codings[u->codings[i]];
		if (!takes_part(u, k))
			continue;
		u->cuts[k->answer][u->ncuts[k->answer]++] = k->start;
		u->cuts[k->answer][u->ncuts[k->answer]++] = k->stop;
	}
	for (size_t i = 0; i < s->nanswers; i++) {
		uint32_t kept = 0;
		qsort(u->cuts[i], u->ncuts[i], sizeof **u->cuts, ascending);
		for (uint32_t k = 0; k < u->ncuts[i]; k++)
			if (kept == 0 || u->cuts[i][kept - 1] != u->cuts[i][k])
				u->cuts[i][kept++] = u->cuts[i][k];
		u->ncuts[i] = kept;
	}
}

static uint32_t units_in(struct sg_code_units *u, uint32_t answer)
{
	switch (u->unit) {
	case SG_CODE_UNIT_SENTENCE: return sg_units_of(&u->units, answer)->nsentences;
	case SG_CODE_UNIT_PARAGRAPH: return sg_units_of(&u->units, answer)->nparagraphs;
	case SG_CODE_UNIT_OVERLAP: return u->ncuts[answer] ? u->ncuts[answer] - 1 : 0;
	case SG_CODE_UNIT_ANSWER: return 1;
	case SG_CODE_UNIT_CASE:
	case SG_CODE_UNITS: break;
	}
	return 0;
}

static void number_units(struct sg_code_units *u)
{
	const struct sg_study *s = u->v->s;

	u->first = sg_arena_array(u->v->arena, s->nanswers + 1, sizeof *u->first);
	for (uint32_t i = 0; i < s->nanswers; i++) {
		u->first[i] = u->n;
		if (sg_view_answer(u->v, i))
			u->n += units_in(u, i);
	}
	u->first[s->nanswers] = u->n;
	if (u->unit == SG_CODE_UNIT_CASE)
		u->n = sg_remark_base(u->v, SG_BASE_VALID, SG_NONE);
}

/* Start and stop of a unit inside an answer. */
static void place_of(struct sg_code_units *u, uint32_t answer, uint32_t at,
	uint32_t *start, uint32_t *stop)
{
	const struct sg_answer_units *a;

	if (u->unit == SG_CODE_UNIT_OVERLAP) {
		*start = u->cuts[answer][at];
		*stop = u->cuts[answer][at + 1];
		return;
	}
	a = sg_units_of(&u->units, answer);
	*start = u->unit == SG_CODE_UNIT_SENTENCE ? a->sentences[at].start
						  : a->paragraphs[2 * at];
	*stop = u->unit == SG_CODE_UNIT_SENTENCE ? a->sentences[at].stop
						 : a->paragraphs[2 * at + 1];
}

uint32_t sg_code_units_of(
	struct sg_code_units *u, const struct sg_study_coding *c, uint32_t *out)
{
	uint32_t n = 0;

	if (u->unit == SG_CODE_UNIT_CASE || u->unit == SG_CODE_UNIT_ANSWER) {
		out[0] = u->unit == SG_CODE_UNIT_CASE
				 ? u->v->s->answers[c->answer].case_
				 : u->first[c->answer];
		return 1;
	}
	if (!takes_part(u, c))
		return 0;
	for (uint32_t i = 0; i < u->first[c->answer + 1] - u->first[c->answer]; i++) {
		uint32_t start, stop;
		place_of(u, c->answer, i, &start, &stop);
		if (start < c->stop && stop > c->start)
			out[n++] = u->first[c->answer] + i;
	}
	return n;
}

uint32_t sg_code_units_most(struct sg_code_units *u)
{
	uint32_t most = 1;

	for (size_t i = 0; below_answer(u->unit) && i < u->v->s->nanswers; i++)
		if (u->first[i + 1] - u->first[i] > most)
			most = u->first[i + 1] - u->first[i];
	return most;
}

static void count_coded(struct sg_code_units *u)
{
	for (size_t i = 0; i < u->columns; i++) {
		bool any = false;
		for (size_t k = 0; k < u->v->s->ncodes && !any; k++)
			any = sg_tally_has(&u->tally, k, i);
		u->coded += any;
	}
	if (u->unit ==
		SG_CODE_UNIT_OVERLAP) /* what lies between is no stretch of any */
		u->n = u->coded;
}

void sg_code_units_init(struct sg_code_units *u, const struct sg_view *v,
	enum sg_code_unit unit, uint32_t level, const uint32_t *codings, size_t n)
{
	const struct sg_study *s = v->s;

	memset(u, 0, sizeof *u);
	u->v = v;
	u->unit = unit;
	u->codings = codings;
	u->ncodings = n;
	sg_units_init(&u->units, s, v->arena);
	if (unit == SG_CODE_UNIT_OVERLAP)
		find_cuts(u);
	number_units(u);
	u->columns = unit == SG_CODE_UNIT_CASE ? (uint32_t)s->ncases : u->n;
	sg_tally_init(&u->tally, v->arena, s->ncodes, u->columns);
	uint32_t *on = sg_alloc(sg_code_units_most(u), sizeof *on);
	for (size_t i = 0; i < n; i++) {
		const struct sg_study_coding *c = &s->codings[codings[i]];
		uint32_t row = sg_view_rolled(v, c->code, level);
		uint32_t count = sg_code_units_of(u, c, on);
		for (uint32_t k = 0; k < count; k++)
			sg_tally_set(&u->tally, row, on[k]);
	}
	free(on);
	count_coded(u);
}
