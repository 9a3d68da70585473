/* uncoded.c - text that no code took, and answers to a code's usual questions without
 * it; see refine.h. */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/coverage.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/refine.h"
#include "analysis/remarks.h"
#include "analysis/uncoded.h"
#include "text/utf8.h"

enum { TOP = 20 };

enum { RESPONDENT, GROUP, QUESTION, TEXT, NCOLUMNS };

struct listed {
	uint32_t sentence; /* of the lexicon; SG_NONE: the answer has none */
	uint32_t answer;
	double score; /* larger first */
};

static struct sg_str label(const struct sg_uncoded *u, enum sg_label l)
{
	return sg_label(l, u->v.english);
}

int sg_uncoded_init(struct sg_uncoded *u, const struct sg_study *s,
	const struct sg_table_options *o, struct sg_arena *arena, struct sg_error *err)
{
	u->filter = o->filter;
	u->filter.codes = NULL;
	u->filter.ncodes = 0;
	int rc = sg_view_init(&u->v, s, &u->filter, arena, err);
	uint32_t group = SG_NONE;
	if (rc == 0)
		rc = sg_view_attribute(&u->v, o->group, &group, err);
	if (rc == 0)
		rc = sg_units_check(s, err);
	if (rc < 0)
		return rc;
	sg_groups_init(&u->groups, &u->v, group);
	u->grouped = group != SG_NONE;
	sg_units_init(&u->units, s, arena);
	u->answers = sg_arena_array(arena, s->nanswers, sizeof *u->answers);
	for (uint32_t i = 0; i < s->nanswers; i++)
		u->answers[i] = sg_view_answer(&u->v, i);
	sg_lexicon_build(&u->lexicon, &u->units, u->answers);
	u->taken = sg_arena_array(arena, u->lexicon.nsentences, sizeof *u->taken);
	u->free = sg_arena_array(arena, u->lexicon.nsentences, sizeof *u->free);
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (u->answers[c->answer] && c->origin != SG_ORIGIN_DEFAULT &&
			sg_view_counts(&u->v, c))
			sg_lexicon_mark(&u->lexicon, &u->units, c, u->taken);
	}
	for (uint32_t i = 0; i < u->lexicon.nsentences; i++) {
		u->free[i] = !u->taken[i] && u->lexicon.sentences[i].n > 0;
		u->nfree += u->free[i];
	}
	return 0;
}

struct sg_str sg_uncoded_text(const struct sg_uncoded *u, uint32_t sentence)
{
	const struct sg_lexicon_sentence *k = &u->lexicon.sentences[sentence];
	const struct sg_sentence *at =
		&u->units.answers[k->answer].sentences[k->sentence];

	return sg_arena_str(
		u->v.arena, sg_study_quote(u->v.s, u->v.s->answers[k->answer].text,
				    at->shown, at->stop));
}

/* --- how like one another --- */

/* Predicates with a stem of one syllable (~하다, ~있다, ~되다) mostly help others. */
static bool auxiliary(struct sg_str term)
{
	return term.n && term.p[0] == '~' && sg_utf8_count(term) <= 3;
}

double *sg_uncoded_weights(const struct sg_uncoded *u, const bool *of)
{
	const struct sg_lexicon *l = &u->lexicon;
	double *weight = sg_arena_array(u->v.arena, l->nterms, sizeof *weight);
	uint32_t *last = sg_zalloc(l->nterms, sizeof *last); /* sentence + 1 */
	double n = 0;

	for (uint32_t i = 0; i < l->nsentences; i++) {
		const struct sg_lexicon_sentence *k = &l->sentences[i];
		n += of[i];
		for (uint32_t t = k->first; of[i] && t < k->first + k->n; t++) {
			weight[l->tokens[t]] += last[l->tokens[t]] != i + 1;
			last[l->tokens[t]] = i + 1;
		}
	}
	for (uint32_t t = 0; t < l->nterms; t++)
		weight[t] = weight[t] > 0 && !auxiliary(l->terms[t])
				    ? log((1 + n) / weight[t])
				    : 0;
	free(last);
	return weight;
}

double *sg_uncoded_typicality(const struct sg_uncoded *u)
{
	const struct sg_lexicon *l = &u->lexicon;
	double *weight = sg_uncoded_weights(u, u->free);
	double *sum = sg_zalloc(l->nterms, sizeof *sum);
	double *score = sg_arena_array(u->v.arena, l->nsentences, sizeof *score);

	for (uint32_t i = 0; i < l->nsentences; i++)
		for (uint32_t t = 0; u->free[i] && t < l->sentences[i].n; t++) {
			uint32_t term = l->tokens[l->sentences[i].first + t];
			sum[term] += weight[term];
		}
	for (uint32_t i = 0; i < l->nsentences; i++) {
		double dot = 0, norm = 0;
		for (uint32_t t = 0; u->free[i] && t < l->sentences[i].n; t++) {
			uint32_t term = l->tokens[l->sentences[i].first + t];
			/* What the sentence itself put into the sum does not count. */
			dot += weight[term] * (sum[term] - weight[term]);
			norm += weight[term] * weight[term];
		}
		score[i] = norm > 0 ? dot / sqrt(norm) : 0;
	}
	free(sum);
	return score;
}

static int by_score(const void *a, const void *b)
{
	const struct listed *x = a, *y = b;

	if (x->score > y->score || x->score < y->score)
		return x->score > y->score ? -1 : 1;
	if (x->answer != y->answer)
		return x->answer < y->answer ? -1 : 1;
	return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

/* --- tables --- */

static struct sg_table *new_table(
	struct sg_uncoded *u, struct sg_tables *out, const char *id, enum sg_label text)
{
	struct sg_table *t = sg_tables_add(out, id, NCOLUMNS);

	sg_table_column(out, t, RESPONDENT, "respondent", label(u, SG_LABEL_RESPONDENT),
		false, false);
	sg_table_column(out, t, GROUP, "group", label(u, SG_LABEL_GROUP), false, false);
	sg_table_column(out, t, QUESTION, "question",
		label(u, SG_LABEL_QUESTION_COLUMN), false, false);
	sg_table_column(out, t, TEXT, "text", label(u, text), false, true);
	return t;
}

static void add_row(struct sg_uncoded *u, struct sg_tables *out, struct sg_table *t,
	const struct listed *l)
{
	const struct sg_study *s = u->v.s;
	const struct sg_study_answer *a = &s->answers[l->answer];
	struct sg_cell *cells = sg_table_row(out, t);

	cells[RESPONDENT] = sg_cell_text(s->cases[a->case_].name);
	if (u->grouped)
		cells[GROUP] = sg_cell_text(u->groups.names[u->groups.of[a->case_]]);
	if (a->question != SG_NONE)
		cells[QUESTION] = sg_cell_text(s->questions[a->question].label);
	if (l->sentence != SG_NONE)
		cells[TEXT] = sg_cell_text(sg_uncoded_text(u, l->sentence));
}

/* The first `top` of v by score. */
static size_t add_rows(struct sg_uncoded *u, struct sg_tables *out, struct sg_table *t,
	struct listed *v, size_t n, uint32_t top)
{
	if (n > 1)
		qsort(v, n, sizeof *v, by_score);
	size_t shown = top && top < n ? top : n;
	for (size_t i = 0; i < shown; i++)
		add_row(u, out, t, &v[i]);
	return shown;
}

static uint32_t top_of(const struct sg_refine_options *o)
{
	return o->table.top ? o->table.top : TOP;
}

static void note_shown(struct sg_uncoded *u, struct sg_tables *out, struct sg_table *t,
	size_t shown, size_t n)
{
	if (shown < n)
		sg_remark(out, t, &u->v, SG_NOTE_UNCODED_SHOWN,
			sg_count_str(u->v.arena, shown), sg_count_str(u->v.arena, n),
			SG_STR(""));
}

static void sentences_table(
	struct sg_uncoded *u, const struct sg_refine_options *o, struct sg_tables *out)
{
	static const enum sg_label orders[] = {
		SG_NOTE_UNCODED_TYPICAL, SG_NOTE_UNCODED_LONGEST, SG_NOTE_UNCODED_TEXT};
	const struct sg_lexicon *l = &u->lexicon;
	struct sg_table *t = new_table(u, out, "uncoded", SG_LABEL_TEXT);
	double *typical =
		o->order == SG_UNCODED_TYPICAL ? sg_uncoded_typicality(u) : NULL;
	struct listed *v = sg_alloc(u->nfree, sizeof *v);
	size_t n = 0;

	t->caption = label(u, SG_LABEL_UNCODED_TITLE);
	for (uint32_t i = 0; i < l->nsentences; i++) {
		const struct sg_lexicon_sentence *k = &l->sentences[i];
		const struct sg_sentence *at =
			&u->units.answers[k->answer].sentences[k->sentence];
		if (u->free[i])
			v[n++] = (struct listed){i, k->answer,
				typical ? typical[i]
				: o->order == SG_UNCODED_LONGEST
					? (double)(at->stop - at->shown)
					: 0};
	}
	size_t shown = add_rows(u, out, t, v, n, top_of(o));
	free(v);
	sg_remark(out, t, &u->v, SG_NOTE_UNCODED_COUNT,
		sg_count_str(u->v.arena, l->nsentences), sg_count_str(u->v.arena, n),
		sg_percent_str(u->v.arena, n, l->nsentences));
	sg_remark(out, t, &u->v, orders[o->order], SG_STR(""), SG_STR(""), SG_STR(""));
	note_shown(u, out, t, shown, n);
	sg_remark_source(t, &u->v);
}

/* --- answers without a code --- */

/* How like what the code has a sentence is: the z of its words, those that stand out. */
static double likeness(const struct sg_lexicon *l, uint32_t sentence, const double *z)
{
	const struct sg_lexicon_sentence *k = &l->sentences[sentence];
	double sum = 0;

	for (uint32_t t = k->first; t < k->first + k->n; t++) {
		bool again = false;
		for (uint32_t b = k->first; b < t && !again; b++)
			again = l->tokens[b] == l->tokens[t];
		if (!again)
			sum += z[l->tokens[t]];
	}
	return sum;
}

/* By term: its z where the code has it more than the rest, else 0. */
static double *strengths(struct sg_uncoded *u, uint32_t code, bool *has)
{
	const struct sg_study *s = u->v.s;
	const struct sg_lexicon *l = &u->lexicon;
	bool *target = sg_arena_array(u->v.arena, l->nsentences, sizeof *target);
	bool *rest = sg_arena_array(u->v.arena, l->nsentences, sizeof *rest);
	double *z = sg_arena_array(u->v.arena, l->nterms, sizeof *z);
	size_t n;

	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (!u->answers[c->answer] || !sg_view_counts(&u->v, c) ||
			!sg_study_code_within(s, c->code, code))
			continue;
		has[c->answer] = true;
		if (c->origin != SG_ORIGIN_DEFAULT)
			sg_lexicon_mark(l, &u->units, c, target);
	}
	for (uint32_t i = 0; i < l->nsentences; i++)
		rest[i] = !target[i];
	struct sg_keyword *k = sg_keyness(l, &u->units, target, rest, SG_KEYNESS_Z, &n);
	for (size_t i = 0; i < n && k[i].z > 0; i++)
		z[k[i].term] = k[i].z;
	return z;
}

/* Whether some question has the code, or one above or below it, in its focus. */
static bool in_a_focus(const struct sg_study *s, uint32_t code)
{
	for (uint32_t q = 0; q < s->nquestions; q++)
		for (size_t f = 0; f < s->questions[q].nfocus; f++) {
			uint32_t focus = s->questions[q].focus[f];
			if (sg_study_code_within(s, code, focus) ||
				sg_study_code_within(s, focus, code))
				return true;
		}
	return false;
}

/* Whether enough of the question's answers have the theme or a code below it, though no one
 * of these is usual there by itself. What has a focus is usual only there. */
static bool together_usual(
	const struct sg_uncoded *u, uint32_t code, uint32_t question, const bool *has)
{
	const struct sg_study *s = u->v.s;
	uint32_t n = 0, with = 0;

	if (s->codes[code].leaf || in_a_focus(s, code))
		return false;
	for (uint32_t a = 0; a < s->nanswers; a++)
		if (u->answers[a] && s->answers[a].question == question) {
			n++;
			with += has[a];
		}
	return sg_usual_enough(with, n);
}

static void answers_table(struct sg_uncoded *u, const struct sg_usual *usual,
	uint32_t code, const struct sg_refine_options *o, struct sg_tables *out)
{
	const struct sg_study *s = u->v.s;
	bool *has = sg_arena_array(u->v.arena, s->nanswers, sizeof *has);
	double *z = strengths(u, code, has);
	struct sg_str id = sg_arena_printf(
		u->v.arena, "uncoded-%.*s", SG_ARG(s->codes[code].label));
	struct sg_table *t = new_table(u, out, id.p, SG_LABEL_LIKELY);
	struct sg_str title = sg_view_code_title(&u->v, code);
	struct listed *v = sg_alloc(s->nanswers, sizeof *v);
	struct sg_buf questions;
	size_t n = 0;

	t->caption = sg_fill(u->v.arena, label(u, SG_LABEL_MISSING_TITLE), &title, 1);
	sg_buf_init(&questions);
	for (uint32_t q = 0; q < s->nquestions; q++) {
		if (!u->v.questions[q] || !(sg_usual_within(usual, q, code) ||
						  together_usual(u, code, q, has)))
			continue;
		sg_buf_printf(&questions, "%s%.*s", questions.n ? ", " : "",
			SG_ARG(s->questions[q].label));
		for (uint32_t a = 0; a < s->nanswers; a++) {
			if (!u->answers[a] || s->answers[a].question != q || has[a])
				continue;
			struct listed best = {SG_NONE, a, -1};
			for (uint32_t i = u->lexicon.first[a];
				i < u->lexicon.first[a + 1]; i++) {
				double score = likeness(&u->lexicon, i, z);
				if (score > best.score)
					best = (struct listed){i, a, score};
			}
			v[n++] = best;
		}
	}
	size_t shown = add_rows(u, out, t, v, n, o->table.top);
	free(v);
	if (questions.n)
		sg_remark(out, t, &u->v, SG_NOTE_UNCODED_USUAL, sg_buf_str(&questions),
			sg_count_str(u->v.arena, n), SG_STR(""));
	else
		sg_remark(out, t, &u->v, SG_NOTE_UNCODED_NOWHERE, SG_STR(""),
			SG_STR(""), SG_STR(""));
	note_shown(u, out, t, shown, n);
	sg_remark_source(t, &u->v);
	sg_buf_release(&questions);
}

int sg_uncoded(const struct sg_study *s, const struct sg_refine_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_uncoded u = {0};
	struct sg_usual usual;
	struct sg_view named; /* tells the codes' names from unknown ones */

	int rc = sg_view_init(&named, s, &o->table.filter, &out->arena, err);
	if (rc == 0)
		rc = sg_uncoded_init(&u, s, &o->table, &out->arena, err);
	if (rc < 0)
		return rc;
	if (o->table.filter.ncodes)
		sg_usual_init(&usual, s, &out->arena);
	for (size_t i = 0; i < o->table.filter.ncodes; i++)
		answers_table(&u, &usual,
			sg_study_code_find(s, o->table.filter.codes[i]), o, out);
	if (o->table.filter.ncodes == 0)
		sentences_table(&u, o, out);
	return 0;
}
