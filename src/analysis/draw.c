/* draw.c - see draw.h. */
#include "config.h"

#include "analysis/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/view.h"
#include "base/file.h"

static const char *const ways[] = {"answer", "question", "respondent"};

bool sg_draw_way_parse(const char *word, enum sg_draw_way *out)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (strcmp(word, ways[i]) == 0) {
			*out = (enum sg_draw_way)i;
			return true;
		}
	return false;
}

const char *sg_draw_way_name(enum sg_draw_way way)
{
	return ways[way];
}

void sg_draw_rank(uint64_t seed, struct sg_str a, struct sg_str b, char out[65])
{
	struct sg_buf text;

	sg_buf_init(&text);
	sg_buf_printf(&text, "%llu\t%.*s", (unsigned long long)seed, SG_ARG(a));
	if (b.n)
		sg_buf_printf(&text, "\t%.*s", SG_ARG(b));
	sg_sha256_hex(sg_buf_str(&text), out);
	sg_buf_release(&text);
}

/* Something to draw: an answer, or all answers of a respondent. */
struct lot {
	char rank[65];
	uint32_t stratum, case_, question;
	bool before; /* drawn earlier */
};

static int by_rank(const void *a, const void *b)
{
	const struct lot *x = a, *y = b;
	int order = strcmp(x->rank, y->rank);

	if (order)
		return order;
	if (x->case_ != y->case_)
		return x->case_ < y->case_ ? -1 : 1;
	return (x->question > y->question) - (x->question < y->question);
}

/* How many of n the share is. */
static size_t of_share(double share, size_t n)
{
	size_t k = (size_t)(share * (double)n + 0.5 + 1e-9);

	return n && k == 0 ? 1 : k > n ? n : k;
}

/* The cells of cases × questions that hold an answer that says something. */
static bool *eligible(const struct sg_study *s)
{
	bool *cells = sg_zalloc(s->ncases * s->nquestions + 1, sizeof *cells);

	for (uint32_t i = 0; i < s->nanswers; i++) {
		const struct sg_study_answer *a = &s->answers[i];
		if (a->case_ != SG_NONE && a->question != SG_NONE &&
			sg_answer_says(s, i))
			cells[a->case_ * s->nquestions + a->question] = true;
	}
	return cells;
}

static bool *drawn_before(const struct sg_study *s, uint32_t coder)
{
	bool *cells = sg_zalloc(s->ncases * s->nquestions + 1, sizeof *cells);

	for (size_t i = 0; i < s->nassigned; i++)
		if (s->assigned[i].coder == coder)
			cells[s->assigned[i].case_ * s->nquestions +
				s->assigned[i].question] = true;
	return cells;
}

struct lots {
	SG_VEC(struct lot) v;
};

static void add_lot(struct lots *lots, const struct sg_study *s,
	const struct sg_draw *d, uint32_t c, uint32_t q, bool before)
{
	struct lot lot = {.stratum = d->way == SG_DRAW_QUESTION ? q : 0,
		.case_ = c,
		.question = q,
		.before = before};
	bool whole = d->way == SG_DRAW_RESPONDENT;

	sg_draw_rank(d->seed, s->cases[c].name,
		whole ? SG_STR("") : s->questions[q].label, lot.rank);
	SG_PUSH(&lots->v, lot);
}

/* Cells as lots; of respondents, one each (question SG_NONE). */
static void find_lots(struct lots *lots, const struct sg_study *s, struct sg_draw *d,
	const bool *cells, const bool *before)
{
	for (uint32_t c = 0; c < s->ncases; c++) {
		bool any = false, had = false;
		for (uint32_t q = 0; q < s->nquestions; q++) {
			size_t at = c * s->nquestions + q;
			d->eligible += cells[at];
			d->before += cells[at] && before[at];
			any = any || cells[at];
			had = had || before[at];
			if (cells[at] && d->way != SG_DRAW_RESPONDENT)
				add_lot(lots, s, d, c, q, before[at]);
		}
		if (any && d->way == SG_DRAW_RESPONDENT)
			add_lot(lots, s, d, c, SG_NONE, had);
	}
}

static void take(struct sg_draw *d, const struct sg_study *s, const bool *cells,
	const bool *before, const struct lot *lot)
{
	for (uint32_t q = 0; q < s->nquestions; q++) {
		size_t at = lot->case_ * s->nquestions + q;
		if ((lot->question == SG_NONE || lot->question == q) && cells[at] &&
			!before[at])
			d->v[d->n++] = (struct sg_drawn){
				s->cases[lot->case_].name, s->questions[q].label};
	}
}

void sg_draw_answers(
	const struct sg_study *s, struct sg_draw *d, struct sg_arena *arena)
{
	bool *cells = eligible(s), *before = drawn_before(s, d->coder);
	size_t nstrata = d->way == SG_DRAW_QUESTION ? s->nquestions : 1;
	size_t *want = sg_zalloc(nstrata + 1, sizeof *want);
	struct lots lots = {.v = {NULL, 0, 0}};

	d->n = d->eligible = d->before = 0;
	find_lots(&lots, s, d, cells, before);
	d->v = sg_arena_array(arena, d->eligible, sizeof *d->v);
	for (size_t i = 0; i < lots.v.n; i++)
		want[lots.v.v[i].stratum]++;
	for (size_t i = 0; i < nstrata; i++)
		want[i] = of_share(d->share, want[i]);
	for (size_t i = 0; i < lots.v.n; i++)
		if (lots.v.v[i].before && want[lots.v.v[i].stratum])
			want[lots.v.v[i].stratum]--;
	if (lots.v.n)
		qsort(lots.v.v, lots.v.n, sizeof *lots.v.v, by_rank);
	for (size_t i = 0; i < lots.v.n; i++) {
		const struct lot *lot = &lots.v.v[i];
		if (lot->before || want[lot->stratum] == 0)
			continue;
		want[lot->stratum]--;
		take(d, s, cells, before, lot);
	}
	free(lots.v.v);
	free(want);
	free(cells);
	free(before);
}

void sg_draw_respondents(
	const struct sg_study *s, double share, uint64_t seed, bool *drawn)
{
	struct lot *lots = sg_zalloc(s->ncases + 1, sizeof *lots);
	size_t n = of_share(share, s->ncases);

	for (uint32_t i = 0; i < s->ncases; i++) {
		lots[i].case_ = i;
		sg_draw_rank(seed, s->cases[i].name, SG_STR(""), lots[i].rank);
	}
	if (s->ncases)
		qsort(lots, s->ncases, sizeof *lots, by_rank);
	for (uint32_t i = 0; i < s->ncases; i++)
		drawn[lots[i].case_] = i < n;
	free(lots);
}
