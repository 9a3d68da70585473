/* groups.c - uncoded sentences that use the same words, as candidates for a code that
 * is missing; see refine.h. Average-linkage clustering (UPGMA, Sokal & Michener 1958) of
 * cosines, by chains of nearest neighbours, so that the result does not depend on the
 * order in which equal pairs are met. */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/refine.h"
#include "analysis/remarks.h"
#include "analysis/uncoded.h"

enum {
	MOST = 3000, /* sentences compared with each other */
	WORDS_MIN = 3,
	SENTENCES_MIN = 3,
	PEOPLE_MIN = 2,
	WORDS_SHOWN = 6,
	SENTENCES_SHOWN = 3,
	TOP = 10,
};
#define LEAST 0.15f /* mean cosine of the sentences of two groups that become one */

struct member {
	uint32_t sentence;
	double score; /* typicality; then nearness to its group */
};

struct group {
	struct member *v;
	uint32_t n, people;
	struct sg_str words;
};

struct grouping {
	struct sg_uncoded u;
	struct member *v; /* compared sentences */
	size_t n;
	double *weight; /* by term */
	float *like;    /* n × n; of merged clusters, in the row of the first */
	uint32_t *size; /* of the cluster whose first is i; 0: merged into another */
	uint32_t *into; /* the cluster that i is in */
	SG_VEC(struct group) groups;
};

static int by_score(const void *a, const void *b)
{
	const struct member *x = a, *y = b;

	if (x->score > y->score || x->score < y->score)
		return x->score > y->score ? -1 : 1;
	return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static int by_sentence(const void *a, const void *b)
{
	const struct member *x = a, *y = b;

	return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static uint32_t distinct(const struct sg_lexicon *l, uint32_t sentence)
{
	const uint32_t *t = l->tokens + l->sentences[sentence].first;
	uint32_t n = 0;

	for (uint32_t i = 0; i < l->sentences[sentence].n; i++) {
		uint32_t b = 0;
		while (t[b] != t[i])
			b++;
		n += b == i;
	}
	return n;
}

static void choose_sentences(struct grouping *g)
{
	const struct sg_uncoded *u = &g->u;
	double *typical = sg_uncoded_typicality(u);

	g->v = sg_arena_array(u->v.arena, u->nfree, sizeof *g->v);
	for (uint32_t i = 0; i < u->lexicon.nsentences; i++)
		if (u->free[i] && distinct(&u->lexicon, i) >= WORDS_MIN)
			g->v[g->n++] = (struct member){i, typical[i]};
	if (g->n > MOST) {
		qsort(g->v, g->n, sizeof *g->v, by_score);
		g->n = MOST;
	}
	if (g->n > 1)
		qsort(g->v, g->n, sizeof *g->v, by_sentence);
}

/* Cosine of two sentences. mark holds a + 1 for the terms of the first. */
static double cosine(const struct grouping *g, uint32_t a, uint32_t b,
	const uint32_t *mark, const double *norm)
{
	const struct sg_lexicon *l = &g->u.lexicon;
	const struct sg_lexicon_sentence *k = &l->sentences[g->v[b].sentence];
	double dot = 0;

	for (uint32_t t = 0; t < k->n; t++) {
		const uint32_t *v = l->tokens + k->first;
		uint32_t before = 0;
		while (v[before] != v[t])
			before++;
		if (before == t && mark[v[t]] == a + 1)
			dot += g->weight[v[t]] * g->weight[v[t]];
	}
	return norm[a] > 0 && norm[b] > 0 ? dot / (norm[a] * norm[b]) : 0;
}

static void compare_all(struct grouping *g)
{
	const struct sg_lexicon *l = &g->u.lexicon;
	uint32_t *mark = sg_zalloc(l->nterms, sizeof *mark);
	double *norm = sg_zalloc(g->n, sizeof *norm);

	g->weight = sg_uncoded_weights(&g->u, g->u.free);
	g->like = sg_zalloc(g->n * g->n, sizeof *g->like);
	for (uint32_t a = 0; a < g->n; a++) {
		const struct sg_lexicon_sentence *k = &l->sentences[g->v[a].sentence];
		double sum = 0;
		for (uint32_t t = k->first; t < k->first + k->n; t++) {
			double w = g->weight[l->tokens[t]];
			sum += mark[l->tokens[t]] == a + 1 ? 0 : w * w;
			mark[l->tokens[t]] = a + 1;
		}
		norm[a] = sqrt(sum);
		for (uint32_t b = 0; b < a; b++)
			g->like[a * g->n + b] = g->like[b * g->n + a] =
				(float)cosine(g, a, b, mark, norm);
	}
	free(mark);
	free(norm);
}

/* The nearest other cluster of a; of equal ones the first, `before` above all. */
static uint32_t nearest(const struct grouping *g, uint32_t a, uint32_t before)
{
	const float *row = g->like + (size_t)a * g->n;
	uint32_t best = before;

	for (uint32_t b = 0; b < g->n; b++)
		if (b != a && g->size[b] && (best == SG_NONE || row[b] > row[best]))
			best = b;
	return best;
}

/* b becomes part of a: mean likeness, weighted by size. */
static void merge(struct grouping *g, uint32_t a, uint32_t b)
{
	float na = (float)g->size[a], nb = (float)g->size[b];

	for (uint32_t c = 0; c < g->n; c++) {
		if (c == a || c == b || !g->size[c])
			continue;
		float *row = g->like + (size_t)c * g->n;
		row[a] = (na * row[a] + nb * row[b]) / (na + nb);
		g->like[(size_t)a * g->n + c] = row[a];
	}
	for (uint32_t i = 0; i < g->n; i++)
		if (g->into[i] == b)
			g->into[i] = a;
	g->size[a] += g->size[b];
	g->size[b] = 0;
}

/* Follows chains of nearest neighbours; a pair that are each other's nearest is merged,
 * or stays apart for good where it is not alike enough: with mean linkage no later pair
 * of the two would be nearer. */
static void cluster(struct grouping *g)
{
	uint32_t *chain = sg_alloc(g->n + 1, sizeof *chain);
	bool *done = sg_zalloc(g->n, sizeof *done);
	size_t n = 0;
	uint32_t next = 0;

	g->size = sg_arena_array(g->u.v.arena, g->n, sizeof *g->size);
	g->into = sg_arena_array(g->u.v.arena, g->n, sizeof *g->into);
	for (uint32_t i = 0; i < g->n; i++) {
		g->size[i] = 1;
		g->into[i] = i;
	}
	for (;;) {
		while (n == 0 && next < g->n && (!g->size[next] || done[next]))
			next++;
		if (n == 0 && next == g->n)
			break;
		if (n == 0)
			chain[n++] = next;
		uint32_t a = chain[n - 1], before = n > 1 ? chain[n - 2] : SG_NONE;
		uint32_t b = nearest(g, a, before);
		if (b == SG_NONE || g->like[(size_t)a * g->n + b] < LEAST) {
			done[a] = true; /* nothing is like it, now or later */
			n--;
		} else if (b == before) {
			merge(g, a < b ? a : b, a < b ? b : a);
			n -= 2;
		} else {
			chain[n++] = b;
		}
	}
	free(chain);
	free(done);
}

/* --- the groups --- */

/* The words that set a group apart from the other compared sentences, and, by score, its
 * sentences nearest to them. */
static void describe(struct grouping *g, struct group *group)
{
	const struct sg_lexicon *l = &g->u.lexicon;
	bool *target = sg_zalloc(l->nsentences, sizeof *target);
	bool *rest = sg_zalloc(l->nsentences, sizeof *rest);
	double *g2 = sg_zalloc(l->nterms, sizeof *g2);
	struct sg_buf words;
	size_t n, shown = 0;

	for (size_t i = 0; i < g->n; i++)
		rest[g->v[i].sentence] = true;
	for (uint32_t i = 0; i < group->n; i++) {
		target[group->v[i].sentence] = true;
		rest[group->v[i].sentence] = false;
	}
	struct sg_keyword *k =
		sg_keyness(l, &g->u.units, target, rest, SG_KEYNESS_G2, &n);
	sg_buf_init(&words);
	for (size_t i = 0; i < n && k[i].g2 > 0; i++) {
		g2[k[i].term] = k[i].g2;
		if (shown == WORDS_SHOWN || k[i].target < 2)
			continue;
		sg_buf_printf(&words, "%s%.*s", shown++ ? " | " : "",
			SG_ARG(l->terms[k[i].term]));
	}
	group->words = sg_arena_str(g->u.v.arena, sg_buf_str(&words));
	for (uint32_t i = 0; i < group->n; i++) {
		const struct sg_lexicon_sentence *s =
			&l->sentences[group->v[i].sentence];
		group->v[i].score = 0;
		for (uint32_t t = s->first; t < s->first + s->n; t++)
			group->v[i].score += g2[l->tokens[t]] / s->n;
	}
	qsort(group->v, group->n, sizeof *group->v, by_score);
	sg_buf_release(&words);
	free(target);
	free(rest);
	free(g2);
}

static uint32_t people_of(const struct grouping *g, const struct group *group)
{
	const struct sg_study *s = g->u.v.s;
	struct sg_tally t;

	sg_tally_init(&t, g->u.v.arena, 1, s->ncases);
	for (uint32_t i = 0; i < group->n; i++)
		sg_tally_set(&t, 0,
			s->answers[g->u.lexicon.sentences[group->v[i].sentence].answer]
				.case_);
	return sg_tally_count(&t, 0);
}

static int by_people(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->people != y->people)
		return x->people > y->people ? -1 : 1;
	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return by_sentence(x->v, y->v);
}

static void collect(struct grouping *g)
{
	for (uint32_t a = 0; a < g->n; a++) {
		struct group group = {NULL, 0, 0, SG_STR("")};
		if (g->size[a] < SENTENCES_MIN)
			continue;
		group.v = sg_arena_array(g->u.v.arena, g->size[a], sizeof *group.v);
		for (uint32_t i = 0; i < g->n; i++)
			if (g->into[i] == a)
				group.v[group.n++] = g->v[i];
		group.people = people_of(g, &group);
		if (group.people >= PEOPLE_MIN)
			SG_PUSH(&g->groups, group);
	}
	if (g->groups.n > 1)
		qsort(g->groups.v, g->groups.n, sizeof *g->groups.v, by_people);
}

enum { PEOPLE, SENTENCES, WORDS, EXAMPLES, NCOLUMNS };

static void add_row(struct grouping *g, const struct group *group,
	struct sg_tables *out, struct sg_table *t)
{
	const struct sg_study *s = g->u.v.s;
	struct sg_cell *cells = sg_table_row(out, t);
	uint32_t n = group->n < SENTENCES_SHOWN ? group->n : SENTENCES_SHOWN;
	struct sg_quote *quotes = sg_arena_array(g->u.v.arena, n, sizeof *quotes);

	for (uint32_t i = 0; i < n; i++) {
		uint32_t at = group->v[i].sentence;
		const struct sg_study_answer *a =
			&s->answers[g->u.lexicon.sentences[at].answer];
		quotes[i] = (struct sg_quote){.text = sg_uncoded_text(&g->u, at),
			.respondent = s->cases[a->case_].name,
			.question = a->question == SG_NONE
					    ? SG_STR("")
					    : s->questions[a->question].label};
		if (g->u.grouped)
			quotes[i].group = g->u.groups.names[g->u.groups.of[a->case_]];
	}
	cells[PEOPLE] = sg_cell_count(group->people);
	cells[SENTENCES] = sg_cell_count(group->n);
	cells[WORDS] = sg_cell_text(group->words);
	cells[EXAMPLES] = (struct sg_cell){
		.kind = SG_CELL_QUOTES, .quotes = quotes, .nquotes = n};
}

static void fill_table(
	struct grouping *g, const struct sg_refine_options *o, struct sg_tables *out)
{
	bool en = g->u.v.english;
	struct sg_table *t = sg_tables_add(out, "groups", NCOLUMNS);
	size_t top = o->table.top ? o->table.top : TOP;

	t->caption = sg_label(SG_LABEL_GROUPS_TITLE, en);
	sg_table_column(
		out, t, PEOPLE, "people", sg_label(SG_LABEL_PEOPLE, en), true, false);
	sg_table_column(out, t, SENTENCES, "sentences",
		sg_label(SG_LABEL_UNIT_SENTENCE, en), true, false);
	sg_table_column(
		out, t, WORDS, "words", sg_label(SG_LABEL_WORDS, en), false, true);
	sg_table_column(out, t, EXAMPLES, "quotations",
		sg_label(SG_LABEL_QUOTATIONS, en), false, true);
	for (size_t i = 0; i < g->groups.n && i < top; i++) {
		describe(g, &g->groups.v[i]);
		add_row(g, &g->groups.v[i], out, t);
	}
	sg_remark(out, t, &g->u.v, SG_NOTE_UNCODED_COUNT,
		sg_count_str(g->u.v.arena, g->u.lexicon.nsentences),
		sg_count_str(g->u.v.arena, g->u.nfree),
		sg_percent_str(g->u.v.arena, g->u.nfree, g->u.lexicon.nsentences));
	sg_remark(out, t, &g->u.v, SG_NOTE_GROUPS, sg_count_str(g->u.v.arena, g->n),
		sg_count_str(g->u.v.arena, g->groups.n), SG_STR(""));
	if (g->groups.n > top)
		sg_remark(out, t, &g->u.v, SG_NOTE_UNCODED_SHOWN,
			sg_count_str(g->u.v.arena, top),
			sg_count_str(g->u.v.arena, g->groups.n), SG_STR(""));
	sg_remark_source(t, &g->u.v);
}

int sg_uncoded_groups(const struct sg_study *s, const struct sg_refine_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct grouping g = {.n = 0};
	int rc = sg_uncoded_init(&g.u, s, &o->table, &out->arena, err);

	if (rc < 0)
		return rc;
	choose_sentences(&g);
	compare_all(&g);
	cluster(&g);
	collect(&g);
	fill_table(&g, o, out);
	free(g.like);
	free(g.groups.v);
	return 0;
}
