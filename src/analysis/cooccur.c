/* cooccur.c - codes that occur together on a declared unit: sentence, paragraph, answer,
 * respondent, or the stretches that overlapping codings share. Counts of units, never
 * of pairs of quotations, so that every coefficient stays in its range. */
#include "config.h"

#include "analysis/analysis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"
#include "analysis/units.h"

enum unit { SENTENCE, PARAGRAPH, ANSWER, CASE, OVERLAP, NUNITS };

static const struct {
	const char *name;
	enum sg_label label;
} unit_names[NUNITS] = {
	[SENTENCE] = {"sentence", SG_LABEL_UNIT_SENTENCE},
	[PARAGRAPH] = {"paragraph", SG_LABEL_UNIT_PARAGRAPH},
	[ANSWER] = {"answer", SG_LABEL_UNIT_ANSWER},
	[CASE] = {"case", SG_LABEL_UNIT_CASE},
	[OVERLAP] = {"overlap", SG_LABEL_UNIT_OVERLAP},
};

struct cooccur {
	const struct sg_view *v;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_table *table;
	enum unit unit;
	struct sg_units units;
	uint32_t
		*first; /* number of an answer's first unit; one more behind the last */
	uint32_t n;     /* units */
	uint32_t coded; /* units with any code */
	uint32_t **cuts; /* OVERLAP, by answer: where its stretches begin and end */
	uint32_t *ncuts;
	uint32_t *codings;
	size_t ncodings;
	struct sg_tally tally; /* code × unit */
	bool defaults_left_out;
};

struct pair {
	uint32_t a, b;
	struct sg_fourfold f;
	double jaccard;
};

static bool below_answer(enum unit unit)
{
	return unit == SENTENCE || unit == PARAGRAPH || unit == OVERLAP;
}

static bool takes_part(struct cooccur *c, const struct sg_study_coding *k)
{
	if (!below_answer(c->unit) || k->origin != SG_ORIGIN_DEFAULT)
		return true;
	c->defaults_left_out = true;
	return false;
}

static int ascending(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* The borders of codings cut an answer into stretches on which the same codes lie. */
static void find_cuts(struct cooccur *c)
{
	const struct sg_study *s = c->v->s;

	c->cuts = sg_arena_array(c->v->arena, s->nanswers, sizeof *c->cuts);
	c->ncuts = sg_arena_array(c->v->arena, s->nanswers, sizeof *c->ncuts);
	for (size_t i = 0; i < c->ncodings; i++)
		if (takes_part(c, &s->codings[c->codings[i]]))
			c->ncuts[s->codings[c->codings[i]].answer] += 2;
	for (size_t i = 0; i < s->nanswers; i++) {
		c->cuts[i] = sg_arena_array(c->v->arena, c->ncuts[i], sizeof **c->cuts);
		c->ncuts[i] = 0;
	}
	for (size_t i = 0; i < c->ncodings; i++) {
		const struct sg_study_coding *k = &s->codings[c->codings[i]];
		if (!takes_part(c, k))
			continue;
		c->cuts[k->answer][c->ncuts[k->answer]++] = k->start;
		c->cuts[k->answer][c->ncuts[k->answer]++] = k->stop;
	}
	for (size_t i = 0; i < s->nanswers; i++) {
		uint32_t kept = 0;
		qsort(c->cuts[i], c->ncuts[i], sizeof **c->cuts, ascending);
		for (uint32_t k = 0; k < c->ncuts[i]; k++)
			if (kept == 0 || c->cuts[i][kept - 1] != c->cuts[i][k])
				c->cuts[i][kept++] = c->cuts[i][k];
		c->ncuts[i] = kept;
	}
}

static uint32_t units_in(struct cooccur *c, uint32_t answer)
{
	switch (c->unit) {
	case SENTENCE: return sg_units_of(&c->units, answer)->nsentences;
	case PARAGRAPH: return sg_units_of(&c->units, answer)->nparagraphs;
	case OVERLAP: return c->ncuts[answer] ? c->ncuts[answer] - 1 : 0;
	case ANSWER: return 1;
	case CASE:
	case NUNITS: break;
	}
	return 0;
}

static bool counted_answer(const struct sg_view *v, const struct sg_study_answer *a)
{
	if (a->case_ == SG_NONE || !v->cases[a->case_])
		return false;
	return a->question == SG_NONE
		       ? v->s->nquestions == 0 && a->stop > a->start
		       : v->questions[a->question] && a->state == SG_ANSWER_ANSWERED;
}

static void number_units(struct cooccur *c)
{
	const struct sg_study *s = c->v->s;

	c->first = sg_arena_array(c->v->arena, s->nanswers + 1, sizeof *c->first);
	for (uint32_t i = 0; i < s->nanswers; i++) {
		c->first[i] = c->n;
		if (counted_answer(c->v, &s->answers[i]))
			c->n += units_in(c, i);
	}
	c->first[s->nanswers] = c->n;
	if (c->unit == CASE)
		c->n = sg_remark_base(c->v, SG_BASE_VALID, SG_NONE);
}

/* Start and stop of a unit inside an answer. */
static void place_of(struct cooccur *c, uint32_t answer, uint32_t at, uint32_t *start,
	uint32_t *stop)
{
	const struct sg_answer_units *u;

	if (c->unit == OVERLAP) {
		*start = c->cuts[answer][at];
		*stop = c->cuts[answer][at + 1];
		return;
	}
	u = sg_units_of(&c->units, answer);
	*start = c->unit == SENTENCE ? u->sentences[at].start : u->paragraphs[2 * at];
	*stop = c->unit == SENTENCE ? u->sentences[at].stop : u->paragraphs[2 * at + 1];
}

static void mark(struct cooccur *c, const struct sg_study_coding *k)
{
	uint32_t level = c->o->level ? c->o->level - 1 : UINT32_MAX;
	uint32_t row = sg_view_rolled(c->v, k->code, level);

	if (c->unit == CASE || c->unit == ANSWER) {
		sg_tally_set(&c->tally, row,
			c->unit == CASE ? c->v->s->answers[k->answer].case_
					: c->first[k->answer]);
		return;
	}
	if (!takes_part(c, k))
		return;
	uint32_t n = c->first[k->answer + 1] - c->first[k->answer];
	for (uint32_t i = 0; i < n; i++) {
		uint32_t start, stop;
		place_of(c, k->answer, i, &start, &stop);
		if (start < k->stop && stop > k->start)
			sg_tally_set(&c->tally, row, c->first[k->answer] + i);
	}
}

static void tally(struct cooccur *c)
{
	const struct sg_study *s = c->v->s;

	if (c->unit == OVERLAP)
		find_cuts(c);
	number_units(c);
	size_t columns = c->unit == CASE ? s->ncases : c->n;
	sg_tally_init(&c->tally, c->v->arena, s->ncodes, columns);
	for (size_t i = 0; i < c->ncodings; i++)
		mark(c, &s->codings[c->codings[i]]);
	for (size_t i = 0; i < columns; i++) {
		bool any = false;
		for (size_t k = 0; k < s->ncodes && !any; k++)
			any = sg_tally_has(&c->tally, k, i);
		c->coded += any;
	}
	if (c->unit == OVERLAP) /* what lies between codings is no stretch of any */
		c->n = c->coded;
}

static int stronger(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->f.n11 != y->f.n11)
		return x->f.n11 > y->f.n11 ? -1 : 1;
	if (x->jaccard != y->jaccard) /* NAN cannot be: n11 is at least 1 */
		return x->jaccard > y->jaccard ? -1 : 1;
	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

static struct pair *find_pairs(
	struct cooccur *c, size_t *npairs, size_t *all, uint64_t min)
{
	const struct sg_study *s = c->v->s;
	uint32_t *rows;
	uint32_t n = sg_view_rows(c->v, c->o->level ? c->o->level - 1 : UINT32_MAX,
		c->codings, c->ncodings, &rows);
	struct pair *pairs =
		sg_arena_array(c->v->arena, (size_t)n * n / 2 + 1, sizeof *pairs);

	*npairs = *all = 0;
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = i + 1; k < n; k++) {
			uint32_t a = rows[i], b = rows[k];
			uint64_t n1 = sg_tally_count(&c->tally, a);
			uint64_t n2 = sg_tally_count(&c->tally, b);
			uint64_t both = sg_tally_both(&c->tally, a, b);
			if (both == 0 || sg_study_code_within(s, b, a))
				continue;
			++*all;
			if (both < min)
				continue;
			struct pair *p = &pairs[(*npairs)++];
			p->a = a;
			p->b = b;
			p->f = (struct sg_fourfold){
				both, n1 - both, n2 - both, c->n - n1 - n2 + both};
			p->jaccard = sg_jaccard(&p->f);
		}
	qsort(pairs, *npairs, sizeof *pairs, stronger);
	return pairs;
}

static struct sg_str label(const struct cooccur *c, enum sg_label l)
{
	return sg_label(l, c->v->english);
}

enum {
	A,
	B,
	A_NAME,
	B_NAME,
	N1,
	N2,
	N11,
	JACCARD,
	N10,
	N01,
	N00,
	N,
	DICE,
	OVERLAPS,
	COSINE,
	LIFT,
	PHI,
	NCOLUMNS
};

static void name_columns(struct cooccur *c)
{
	static const struct {
		const char *key, *label;
	} numbers[NCOLUMNS] = {
		[N1] = {"n1", "n1"},
		[N2] = {"n2", "n2"},
		[N11] = {"n11", "n11"},
		[JACCARD] = {"jaccard", "Jaccard"},
		[N10] = {"n10", "n10"},
		[N01] = {"n01", "n01"},
		[N00] = {"n00", "n00"},
		[N] = {"units", "N"},
		[DICE] = {"dice", "Dice"},
		[OVERLAPS] = {"overlap", "overlap"},
		[COSINE] = {"cosine", "cosine"},
		[LIFT] = {"lift", "lift"},
		[PHI] = {"phi", "φ"},
	};

	sg_table_column(
		c->t, c->table, A, "code1", label(c, SG_LABEL_CODE_A), false, false);
	sg_table_column(
		c->t, c->table, B, "code2", label(c, SG_LABEL_CODE_B), false, false);
	c->table->columns[A].machine = c->table->columns[B].machine = true;
	sg_table_column(c->t, c->table, A_NAME, "name1", label(c, SG_LABEL_CODE_A),
		false, true);
	sg_table_column(c->t, c->table, B_NAME, "name2", label(c, SG_LABEL_CODE_B),
		false, true);
	for (size_t k = N1; k < c->table->ncolumns; k++)
		sg_table_column(c->t, c->table, k, numbers[k].key,
			sg_str_of(numbers[k].label), true, false);
}

static void add_pair(struct cooccur *c, const struct pair *p)
{
	struct sg_cell *cells = sg_table_row(c->t, c->table);
	const struct sg_fourfold *f = &p->f;

	cells[A] = sg_cell_text(c->v->s->codes[p->a].label);
	cells[B] = sg_cell_text(c->v->s->codes[p->b].label);
	cells[A_NAME] = sg_cell_text(sg_view_code_title(c->v, p->a));
	cells[B_NAME] = sg_cell_text(sg_view_code_title(c->v, p->b));
	cells[N1] = sg_cell_count((double)(f->n11 + f->n10));
	cells[N2] = sg_cell_count((double)(f->n11 + f->n01));
	cells[N11] = sg_cell_count((double)f->n11);
	cells[JACCARD] = sg_cell_real(p->jaccard, 3);
	if (!c->o->more)
		return;
	cells[N10] = sg_cell_count((double)f->n10);
	cells[N01] = sg_cell_count((double)f->n01);
	cells[N00] = sg_cell_count((double)f->n00);
	cells[N] = sg_cell_count((double)c->n);
	cells[DICE] = sg_cell_real(sg_dice(f), 3);
	cells[OVERLAPS] = sg_cell_real(sg_overlap(f), 3);
	cells[COSINE] = sg_cell_real(sg_cosine(f), 3);
	cells[LIFT] = sg_cell_real(sg_lift(f), 2);
	cells[PHI] = sg_cell_real(sg_phi(f), 3);
}

static void add_notes(
	struct cooccur *c, size_t shown, size_t kept, size_t all, uint64_t min)
{
	struct sg_arena *arena = c->v->arena;
	struct sg_str none = SG_STR("");

	sg_remark(c->t, c->table, c->v, SG_NOTE_UNIT,
		label(c, unit_names[c->unit].label), sg_count_str(arena, c->n),
		sg_count_str(arena, c->coded));
	sg_remark(c->t, c->table, c->v, SG_NOTE_JACCARD, none, none, none);
	if (c->o->more)
		sg_remark(
			c->t, c->table, c->v, SG_NOTE_MORE_MEASURES, none, none, none);
	if (shown < kept)
		sg_remark(c->t, c->table, c->v, SG_NOTE_PAIRS_TOP,
			sg_count_str(arena, kept), sg_count_str(arena, shown), none);
	if (kept < all)
		sg_remark(c->t, c->table, c->v, SG_NOTE_PAIRS_MIN,
			sg_count_str(arena, min), sg_count_str(arena, all - kept),
			none);
	if (c->defaults_left_out)
		sg_remark(c->t, c->table, c->v, SG_NOTE_DEFAULT_IN_UNITS, none, none,
			none);
	sg_remark_review(c->t, c->table, c->v, SG_NONE, c->codings, c->ncodings);
	sg_remark_source(c->table, c->v);
}

static int choose_unit(struct cooccur *c, struct sg_error *err)
{
	const char *name = c->o->unit ? c->o->unit : "answer";

	for (c->unit = SENTENCE; c->unit < NUNITS; c->unit++)
		if (strcmp(unit_names[c->unit].name, name) == 0)
			break;
	if (c->unit == NUNITS)
		return sg_error_set(err, SG_EUSAGE,
			_("there is no unit '%s': sentence, paragraph, answer, case, "
			  "overlap"),
			name);
	if (c->unit == SENTENCE || c->unit == PARAGRAPH)
		return sg_units_check(c->v->s, err);
	return 0;
}

int sg_cooccur(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	struct cooccur c = {.v = &v, .o = o, .t = out};
	uint64_t min = o->min > 1 ? (uint64_t)ceil(o->min) : 1;
	size_t kept, all;

	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);
	if (rc == 0)
		rc = choose_unit(&c, err);
	if (rc < 0)
		return rc;
	sg_units_init(&c.units, s, &out->arena);
	c.ncodings = sg_codings_counted(&v, SG_NONE, &c.codings);
	tally(&c);
	struct pair *pairs = find_pairs(&c, &kept, &all, min);
	size_t shown = o->top && o->top < kept ? o->top : kept;
	c.table = sg_tables_add(out, "cooccur", o->more ? NCOLUMNS : JACCARD + 1);
	struct sg_str unit = label(&c, unit_names[c.unit].label);
	c.table->caption =
		sg_fill(&out->arena, label(&c, SG_LABEL_COOCCUR_TITLE), &unit, 1);
	name_columns(&c);
	for (size_t i = 0; i < shown; i++)
		add_pair(&c, &pairs[i]);
	add_notes(&c, shown, kept, all, min);
	return 0;
}
