/* suggest.c - terms that set what a code has apart from all other text, and what is
 * known of each answer and the code; see refine.h. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/reading.h"
#include "analysis/refine.h"
#include "analysis/remarks.h"
#include "analysis/uncoded.h"

enum {
	TOP = 15,
	CANDIDATES = 80, /* terms that are tried as rules */
	CASES_MIN = 2,
};
#define G2_MIN 3.84 /* chi-squared with one degree of freedom at .05 */

/* --- what is known of the answers --- */

static bool of_code(const struct sg_suggestion *g, const struct sg_study_coding *c)
{
	return sg_study_code_within(g->v.s, c->code, g->code);
}

static bool of_people(const struct sg_suggestion *g, const struct sg_study_coding *c)
{
	if (g->v.coder != SG_NONE)
		return c->coder == g->v.coder && c->origin == SG_ORIGIN_PERSON;
	return !c->rejected && c->reviewed;
}

/* What was marked as read, for the code or for all, does not have it unless a person
 * said so. */
static void note_marks(struct sg_suggestion *g)
{
	const struct sg_study *s = g->v.s;

	for (size_t i = 0; i < s->nseen; i++) {
		const struct sg_study_seen *m = &s->seen[i];
		if (m->says == SG_SEEN_READ &&
			(g->v.coder == SG_NONE || m->coder == g->v.coder) &&
			(m->code == SG_NONE ||
				sg_study_code_within(s, m->code, g->code)) &&
			g->judged[m->answer] == SG_JUDGED_UNKNOWN)
			g->judged[m->answer] = SG_JUDGED_NO;
	}
}

/* Nor does what the coder who is named has read (reading.h). */
static void note_read(struct sg_suggestion *g)
{
	struct sg_reading r;

	if (g->v.coder == SG_NONE || g->v.coder == 0)
		return;
	sg_reading_of(&g->v, g->v.coder, &r);
	for (uint32_t a = 0; a < g->v.s->nanswers; a++)
		if (r.answers[a] && g->judged[a] == SG_JUDGED_UNKNOWN)
			g->judged[a] = SG_JUDGED_NO;
}

/* Where nobody is named only what was judged is known. */
static void judge(struct sg_suggestion *g, const bool *answers)
{
	const struct sg_study *s = g->v.s;

	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (!of_code(g, c) || !answers[c->answer])
			continue;
		g->taken[c->answer] = g->taken[c->answer] || c->coder == 0;
		if (of_people(g, c))
			g->judged[c->answer] = SG_JUDGED_YES;
		else if (c->rejected && g->judged[c->answer] == SG_JUDGED_UNKNOWN)
			g->judged[c->answer] = SG_JUDGED_NO;
	}
	note_marks(g);
	note_read(g);
	for (uint32_t a = 0; a < s->nanswers; a++)
		if (answers[a])
			g->njudged[g->judged[a]]++;
	g->by_people = g->njudged[SG_JUDGED_YES] > 0;
}

/* --- candidates --- */

struct candidates {
	struct sg_suggestion *g;
	struct sg_uncoded u;
	bool *target, *rest; /* by sentence */
	uint32_t all[2];     /* tokens of target and rest */
	SG_VEC(struct sg_suggested) v;
};

static void mark_target(struct candidates *c)
{
	struct sg_suggestion *g = c->g;
	const struct sg_study *s = g->v.s;
	const struct sg_lexicon *l = &c->u.lexicon;
	struct sg_tally cases, answers;

	c->target = sg_arena_array(g->v.arena, l->nsentences, sizeof *c->target);
	c->rest = sg_arena_array(g->v.arena, l->nsentences, sizeof *c->rest);
	sg_tally_init(&cases, g->v.arena, 1, s->ncases);
	sg_tally_init(&answers, g->v.arena, 1, s->nanswers);
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *k = &s->codings[i];
		if (of_code(g, k) && c->u.answers[k->answer] && !k->rejected &&
			k->origin != SG_ORIGIN_DEFAULT &&
			(!g->by_people || of_people(g, k)))
			sg_lexicon_mark(l, &c->u.units, k, c->target);
	}
	for (uint32_t i = 0; i < l->nsentences; i++) {
		const struct sg_lexicon_sentence *k = &l->sentences[i];
		c->rest[i] = !c->target[i];
		c->all[c->rest[i]] += k->n;
		if (!c->target[i])
			continue;
		g->nsentences++;
		sg_tally_set(&cases, 0, s->answers[k->answer].case_);
		sg_tally_set(&answers, 0, k->answer);
	}
	g->ncases = sg_tally_count(&cases, 0);
	g->nanswers = sg_tally_count(&answers, 0);
}

static void add_words(struct candidates *c, enum sg_keyness_by by)
{
	size_t n;
	struct sg_keyword *k =
		sg_keyness(&c->u.lexicon, &c->u.units, c->target, c->rest, by, &n);

	for (size_t i = 0; i < n; i++)
		if (k[i].g2 >= G2_MIN && k[i].cases >= CASES_MIN)
			SG_PUSH(&c->v, (struct sg_suggested){
					       .rule = c->u.lexicon.terms[k[i].term],
					       .target = k[i].target,
					       .cases = k[i].cases,
					       .reference = k[i].reference,
					       .g2 = k[i].g2,
					       .z = k[i].z});
}

struct pair { /* of neighbours, the first as it is spelled: a phrase */
	uint64_t terms;
	uint32_t case_;
	bool target;
};

static int by_terms(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->terms != y->terms)
		return x->terms < y->terms ? -1 : 1;
	return (x->case_ > y->case_) - (x->case_ < y->case_);
}

static bool is_noun(struct sg_str term)
{
	return term.n > 0 && term.p[0] != '~';
}

/* The pairs v[0] to v[n - 1] are of the same terms. */
static void add_pair(struct candidates *c, const struct pair *v, size_t n)
{
	const struct sg_lexicon *l = &c->u.lexicon;
	struct sg_suggested k = {.rule = SG_STR("")};
	uint32_t last = SG_NONE;

	for (size_t i = 0; i < n; i++) {
		k.target += v[i].target;
		k.reference += !v[i].target;
		k.cases += v[i].target && v[i].case_ != last;
		if (v[i].target)
			last = v[i].case_;
	}
	if (k.cases < CASES_MIN)
		return;
	k.g2 = sg_keyness_g2(k.target, k.reference, c->all[0], c->all[1]);
	k.z = sg_keyness_z(k.target, k.reference, c->all[0], c->all[1]);
	k.rule = sg_arena_printf(c->g->v.arena, "%.*s %.*s",
		SG_ARG(l->terms[v->terms >> 32]),
		SG_ARG(l->terms[v->terms & UINT32_MAX]));
	if (k.g2 >= G2_MIN)
		SG_PUSH(&c->v, k);
}

static void add_pairs(struct candidates *c)
{
	const struct sg_lexicon *l = &c->u.lexicon;
	SG_VEC(struct pair) pairs = {NULL, 0, 0};
	size_t n;

	for (uint32_t i = 0; i < l->nsentences; i++) {
		const struct sg_lexicon_sentence *k = &l->sentences[i];
		uint32_t who = c->g->v.s->answers[k->answer].case_;
		for (uint32_t t = k->first; t + 1 < k->first + k->n; t++)
			if (l->bare[t] && is_noun(l->terms[l->tokens[t]]))
				SG_PUSH(&pairs,
					(struct pair){(uint64_t)l->tokens[t] << 32 |
							      l->tokens[t + 1],
						who, c->target[i]});
	}
	if (pairs.n > 1)
		qsort(pairs.v, pairs.n, sizeof *pairs.v, by_terms);
	for (size_t i = 0; i < pairs.n; i += n) {
		for (n = 1; i + n < pairs.n; n++)
			if (pairs.v[i + n].terms != pairs.v[i].terms)
				break;
		add_pair(c, pairs.v + i, n);
	}
	free(pairs.v);
}

static int by_g2(const void *a, const void *b)
{
	const struct sg_suggested *x = a, *y = b;

	if (x->g2 > y->g2 || x->g2 < y->g2)
		return x->g2 > y->g2 ? -1 : 1;
	return sg_str_cmp(x->rule, y->rule);
}

static int by_z(const void *a, const void *b)
{
	const struct sg_suggested *x = a, *y = b;

	if (x->z > y->z || x->z < y->z)
		return x->z > y->z ? -1 : 1;
	return sg_str_cmp(x->rule, y->rule);
}

int sg_suggest(const struct sg_study *s, const struct sg_refine_options *o,
	struct sg_arena *arena, struct sg_suggestion *out, struct sg_error *err)
{
	struct candidates c = {.g = out};
	struct sg_table_options all = o->table;

	memset(out, 0, sizeof *out);
	int rc = sg_view_init(&out->v, s, &o->table.filter, arena, err);
	/* Sentences of every coder's words are wanted, and of every code. */
	all.filter.coder = SG_STR("");
	if (rc == 0)
		rc = sg_uncoded_init(&c.u, s, &all, arena, err);
	if (rc < 0)
		return rc;
	out->code = sg_study_code_find(s, o->table.filter.codes[0]);
	out->judged = sg_arena_array(arena, s->nanswers, sizeof *out->judged);
	out->taken = sg_arena_array(arena, s->nanswers, sizeof *out->taken);
	judge(out, c.u.answers);
	mark_target(&c);
	add_words(&c, o->by);
	add_pairs(&c);
	if (c.v.n > 1)
		qsort(c.v.v, c.v.n, sizeof *c.v.v,
			o->by == SG_KEYNESS_G2 ? by_g2 : by_z);
	out->n = c.v.n < CANDIDATES ? c.v.n : CANDIDATES;
	out->v_terms = sg_arena_array(arena, out->n, sizeof *out->v_terms);
	if (out->n)
		memcpy(out->v_terms, c.v.v, out->n * sizeof *out->v_terms);
	free(c.v.v);
	return 0;
}

/* --- the table --- */

enum { RULE, G2, Z, TARGET, CASES, REFERENCE, GAIN, COST, UNKNOWN, NCOLUMNS };

static int by_worth(const void *a, const void *b)
{
	const struct sg_suggested *x = a, *y = b;
	int64_t wx = (int64_t)x->gain - x->cost, wy = (int64_t)y->gain - y->cost;

	if (wx != wy)
		return wx > wy ? -1 : 1;
	return by_g2(a, b);
}

static void name_columns(
	struct sg_suggestion *g, struct sg_tables *out, struct sg_table *t)
{
	static const struct {
		const char *key;
		enum sg_label label;
		bool right;
	} columns[NCOLUMNS] = {
		[RULE] = {"rule", SG_LABEL_RULE_LINE, false},
		[G2] = {"g2", SG_LABEL_G2, true},
		[Z] = {"z", SG_LABEL_LOG_ODDS, true},
		[TARGET] = {"inside", SG_LABEL_INSIDE, true},
		[CASES] = {"people", SG_LABEL_PEOPLE, true},
		[REFERENCE] = {"outside", SG_LABEL_ELSEWHERE, true},
		[GAIN] = {"gain", SG_LABEL_GAIN, true},
		[COST] = {"cost", SG_LABEL_COST, true},
		[UNKNOWN] = {"unjudged", SG_LABEL_UNJUDGED, true},
	};

	for (size_t k = 0; k < NCOLUMNS; k++)
		sg_table_column(out, t, k, columns[k].key,
			sg_label(columns[k].label, g->v.english), columns[k].right,
			k == RULE);
}

static void add_row(struct sg_suggestion *g, const struct sg_suggested *k,
	struct sg_tables *out, struct sg_table *t)
{
	struct sg_cell *cells = sg_table_row(out, t);

	cells[RULE] =
		sg_cell_text(sg_arena_printf(g->v.arena, "- %.*s", SG_ARG(k->rule)));
	cells[G2] = sg_cell_real(k->g2, 1);
	cells[Z] = sg_cell_real(k->z, 1);
	cells[TARGET] = sg_cell_count(k->target);
	cells[CASES] = sg_cell_count(k->cases);
	cells[REFERENCE] = sg_cell_count(k->reference);
	cells[GAIN] = sg_cell_count(k->gain);
	cells[COST] = sg_cell_count(k->cost);
	cells[UNKNOWN] = sg_cell_count(k->unknown);
}

static void add_notes(
	struct sg_suggestion *g, struct sg_tables *out, struct sg_table *t)
{
	struct sg_arena *a = g->v.arena;

	sg_remark(out, t, &g->v,
		g->by_people ? SG_NOTE_SUGGEST_PEOPLE : SG_NOTE_SUGGEST_RULES,
		sg_count_str(a, g->ncases), sg_count_str(a, g->nanswers),
		sg_count_str(a, g->nsentences));
	sg_remark(out, t, &g->v, SG_NOTE_SUGGEST_JUDGED,
		sg_count_str(a, g->njudged[SG_JUDGED_YES]),
		sg_count_str(a, g->njudged[SG_JUDGED_NO]),
		sg_count_str(a, g->njudged[SG_JUDGED_UNKNOWN]));
	sg_remark(out, t, &g->v, SG_NOTE_SUGGEST_MEASURES, SG_STR(""), SG_STR(""),
		SG_STR(""));
	sg_remark(
		out, t, &g->v, SG_NOTE_SUGGEST_FIT, SG_STR(""), SG_STR(""), SG_STR(""));
	sg_remark_source(t, &g->v);
}

void sg_suggest_table(struct sg_suggestion *g, const struct sg_refine_options *o,
	struct sg_tables *out)
{
	struct sg_table *t = sg_tables_add(out, "suggest", NCOLUMNS);
	struct sg_str title = sg_view_code_title(&g->v, g->code);
	size_t top = o->table.top ? o->table.top : TOP, shown = 0;

	t->caption = sg_fill(
		g->v.arena, sg_label(SG_LABEL_SUGGEST_TITLE, g->v.english), &title, 1);
	name_columns(g, out, t);
	/* What a rule costs is not known where nothing was judged not to have it. */
	if (g->n > 1 && g->njudged[SG_JUDGED_NO])
		qsort(g->v_terms, g->n, sizeof *g->v_terms, by_worth);
	/* A rule that would add nothing is no suggestion. */
	for (size_t i = 0; i < g->n && shown < top; i++)
		if (g->v_terms[i].gain + g->v_terms[i].cost + g->v_terms[i].unknown) {
			add_row(g, &g->v_terms[i], out, t);
			shown++;
		}
	add_notes(g, out, t);
}
