/* cooccur.c - codes that occur together on a declared unit: sentence, paragraph, answer,
 * respondent, or the stretches that overlapping codings share. Counts of units, never
 * of pairs of quotations, so that every coefficient stays in its range. */
#include "config.h"

#include "analysis/analysis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/code_units.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"
#include "analysis/significance.h"

struct cooccur {
	const struct sg_view *v;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_table *table;
	struct sg_code_units units;
	uint32_t *codings;
	size_t ncodings;
	size_t tested; /* pairs */
};

struct pair {
	uint32_t a, b;
	struct sg_fourfold f;
	double jaccard, p, adjusted; /* p: NAN where not tested */
	enum sg_test test;
};

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

/* χ², or Fisher's exact test where an expected count is small: is b on units with a as
 * often as on the others? */
static void test(struct pair *p)
{
	uint32_t with[] = {(uint32_t)p->f.n11, (uint32_t)p->f.n01};
	uint32_t size[] = {
		(uint32_t)(p->f.n11 + p->f.n10), (uint32_t)(p->f.n01 + p->f.n00)};

	p->test = sg_presence_test(&(struct sg_presence){with, size, 2}, 0, 0, &p->p);
}

/* p values are adjusted over all pairs that can meet, those that never do included. */
static void adjust(struct cooccur *c, struct pair *pairs, size_t n)
{
	double *p = sg_alloc(n, sizeof *p);

	for (size_t i = 0; i < n; i++) {
		test(&pairs[i]);
		p[i] = pairs[i].p;
		c->tested += pairs[i].test != SG_TEST_NONE;
	}
	sg_adjust_bh(p, n);
	for (size_t i = 0; i < n; i++)
		pairs[i].adjusted = p[i];
	free(p);
}

/* Pairs of codes neither of which holds the other. */
static struct pair *all_pairs(struct cooccur *c, size_t *npairs)
{
	uint32_t *rows;
	uint32_t n = sg_view_rows(c->v, c->o->level ? c->o->level - 1 : UINT32_MAX,
		c->codings, c->ncodings, &rows);
	struct pair *pairs =
		sg_arena_array(c->v->arena, (size_t)n * n / 2 + 1, sizeof *pairs);

	uint32_t *counts = sg_arena_array(c->v->arena, n, sizeof *counts);
	for (uint32_t i = 0; i < n; i++)
		counts[i] = sg_tally_count(&c->units.tally, rows[i]);
	*npairs = 0;
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = i + 1; k < n; k++) {
			uint32_t a = rows[i], b = rows[k];
			uint64_t n1 = counts[i], n2 = counts[k];
			uint64_t both = sg_tally_both(&c->units.tally, a, b);
			if (sg_study_code_within(c->v->s, b, a))
				continue;
			struct pair *p = &pairs[(*npairs)++];
			p->a = a;
			p->b = b;
			p->f = (struct sg_fourfold){both, n1 - both, n2 - both,
				c->units.n - n1 - n2 + both};
			p->jaccard = sg_jaccard(&p->f);
		}
	return pairs;
}

/* Those that meet at least min times, the strongest first; *all meet at all. */
static struct pair *find_pairs(
	struct cooccur *c, size_t *npairs, size_t *all, uint64_t min)
{
	size_t n;
	struct pair *pairs = all_pairs(c, &n);

	if (c->o->tests)
		adjust(c, pairs, n);
	*npairs = *all = 0;
	for (size_t i = 0; i < n; i++) {
		*all += pairs[i].f.n11 > 0;
		if (pairs[i].f.n11 > 0 && pairs[i].f.n11 >= min)
			pairs[(*npairs)++] = pairs[i];
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
	P_VALUE,
	ADJUSTED,
	TEST,
	NCOLUMNS
};

/* Whether a column is shown with these options. */
static bool wanted(const struct cooccur *c, size_t column)
{
	return column <= JACCARD || (column < P_VALUE ? c->o->more : c->o->tests);
}

static void name_columns(struct cooccur *c)
{
	static const struct {
		const char *key, *label;
		enum sg_cell_kind kind;
	} numbers[NCOLUMNS] = {
		[N1] = {"n1", "n1", SG_CELL_COUNT},
		[N2] = {"n2", "n2", SG_CELL_COUNT},
		[N11] = {"n11", "n11", SG_CELL_COUNT},
		[JACCARD] = {"jaccard", "Jaccard", SG_CELL_REAL},
		[N10] = {"n10", "n10", SG_CELL_COUNT},
		[N01] = {"n01", "n01", SG_CELL_COUNT},
		[N00] = {"n00", "n00", SG_CELL_COUNT},
		[N] = {"units", "N", SG_CELL_COUNT},
		[DICE] = {"dice", "Dice", SG_CELL_REAL},
		[OVERLAPS] = {"overlap", "overlap", SG_CELL_REAL},
		[COSINE] = {"cosine", "cosine", SG_CELL_REAL},
		[LIFT] = {"lift", "lift", SG_CELL_REAL},
		[PHI] = {"phi", "φ", SG_CELL_REAL},
		[P_VALUE] = {"p", "p", SG_CELL_REAL},
		[ADJUSTED] = {"p_adjusted", "p(BH)", SG_CELL_REAL},
		[TEST] = {"test", "test", SG_CELL_TEXT},
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
	for (size_t k = N1, at = N1; k < NCOLUMNS; k++) {
		if (!wanted(c, k))
			continue;
		sg_table_column(c->t, c->table, at, numbers[k].key,
			sg_str_of(numbers[k].label), true, false);
		c->table->columns[at++].kind = numbers[k].kind;
	}
}

static size_t count_columns(const struct cooccur *c)
{
	size_t n = 0;

	for (size_t k = 0; k < NCOLUMNS; k++)
		n += wanted(c, k);
	return n;
}

static void add_pair(struct cooccur *c, const struct pair *p)
{
	static const char *const tests[] = {"", "chi2", "fisher", ""};
	struct sg_cell *cells = sg_table_row(c->t, c->table);
	const struct sg_fourfold *f = &p->f;
	const struct sg_cell all[NCOLUMNS] = {
		[A] = sg_cell_text(c->v->s->codes[p->a].label),
		[B] = sg_cell_text(c->v->s->codes[p->b].label),
		[A_NAME] = sg_cell_text(sg_view_code_title(c->v, p->a)),
		[B_NAME] = sg_cell_text(sg_view_code_title(c->v, p->b)),
		[N1] = sg_cell_count((double)(f->n11 + f->n10)),
		[N2] = sg_cell_count((double)(f->n11 + f->n01)),
		[N11] = sg_cell_count((double)f->n11),
		[JACCARD] = sg_cell_real(p->jaccard, 3),
		[N10] = sg_cell_count((double)f->n10),
		[N01] = sg_cell_count((double)f->n01),
		[N00] = sg_cell_count((double)f->n00),
		[N] = sg_cell_count((double)c->units.n),
		[DICE] = sg_cell_real(sg_dice(f), 3),
		[OVERLAPS] = sg_cell_real(sg_overlap(f), 3),
		[COSINE] = sg_cell_real(sg_cosine(f), 3),
		[LIFT] = sg_cell_real(sg_lift(f), 2),
		[PHI] = sg_cell_real(sg_phi(f), 3),
		[P_VALUE] = sg_cell_real(p->p, 4),
		[ADJUSTED] = sg_cell_real(p->adjusted, 4),
		[TEST] = sg_cell_text(sg_str_of(tests[p->test])),
	};

	for (size_t k = 0, at = 0; k < NCOLUMNS; k++)
		if (wanted(c, k))
			cells[at++] = all[k];
}

static void add_notes(
	struct cooccur *c, size_t shown, size_t kept, size_t all, uint64_t min)
{
	struct sg_arena *arena = c->v->arena;
	struct sg_str none = SG_STR("");

	sg_remark(c->t, c->table, c->v, SG_NOTE_UNIT,
		label(c, sg_code_unit_label(c->units.unit)),
		sg_count_str(arena, c->units.n), sg_count_str(arena, c->units.coded));
	sg_remark(c->t, c->table, c->v, SG_NOTE_JACCARD, none, none, none);
	if (c->o->more)
		sg_remark(
			c->t, c->table, c->v, SG_NOTE_MORE_MEASURES, none, none, none);
	if (c->o->tests)
		sg_remark(c->t, c->table, c->v, SG_NOTE_COOCCUR_TESTS,
			sg_count_str(arena, c->tested), none, none);
	sg_remark(c->t, c->table, c->v, SG_NOTE_COOCCUR_OPEN,
		sg_code_unit_word(c->units.unit), none, none);
	if (shown < kept)
		sg_remark(c->t, c->table, c->v, SG_NOTE_PAIRS_TOP,
			sg_count_str(arena, kept), sg_count_str(arena, shown), none);
	if (kept < all)
		sg_remark(c->t, c->table, c->v, SG_NOTE_PAIRS_MIN,
			sg_count_str(arena, min), sg_count_str(arena, all - kept),
			none);
	if (c->units.defaults_left_out)
		sg_remark(c->t, c->table, c->v, SG_NOTE_DEFAULT_IN_UNITS, none, none,
			none);
	sg_remark_review(c->t, c->table, c->v, c->codings, c->ncodings);
	sg_remark_source(c->table, c->v);
}

/* The codes of the pairs and those that meet none: the nodes of the network. */
static void add_nodes(struct cooccur *c)
{
	const struct sg_study *s = c->v->s;
	uint32_t *rows;
	uint32_t n = sg_view_rows(c->v, c->o->level ? c->o->level - 1 : UINT32_MAX,
		c->codings, c->ncodings, &rows);
	struct sg_table *t = sg_tables_add(c->t, "cooccur-codes", 4);

	sg_table_column(c->t, t, 0, "code", label(c, SG_LABEL_CODE), false, false);
	sg_table_column(
		c->t, t, 1, "name", label(c, SG_LABEL_THEME_OR_CODE), false, true);
	sg_table_column(c->t, t, 2, "theme", label(c, SG_LABEL_CODE), false, false);
	sg_table_column(c->t, t, 3, "n", SG_STR("n"), true, false);
	for (uint32_t i = 0; i < n; i++) {
		struct sg_cell *cells = sg_table_row(c->t, t);
		cells[0] = sg_cell_text(s->codes[rows[i]].label);
		cells[1] = sg_cell_text(s->codes[rows[i]].name);
		cells[2] =
			sg_cell_text(s->codes[sg_view_rolled(c->v, rows[i], 0)].label);
		cells[3] = sg_cell_count(sg_tally_count(&c->units.tally, rows[i]));
	}
}

int sg_cooccur(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	struct cooccur c = {.v = &v, .o = o, .t = out};
	uint64_t min = o->min > 1 ? (uint64_t)ceil(o->min) : 1;
	enum sg_code_unit unit;
	size_t kept, all;

	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);
	if (rc == 0)
		rc = sg_code_unit_find(s, o->unit, &unit, err);
	if (rc < 0)
		return rc;
	c.ncodings = sg_codings_counted(&v, SG_NONE, &c.codings);
	sg_code_units_init(&c.units, &v, unit, o->level ? o->level - 1 : UINT32_MAX,
		c.codings, c.ncodings);
	struct pair *pairs = find_pairs(&c, &kept, &all, min);
	size_t shown = o->top && o->top < kept ? o->top : kept;
	c.table = sg_tables_add(out, "cooccur", count_columns(&c));
	struct sg_str name = label(&c, sg_code_unit_label(unit));
	c.table->caption =
		sg_fill(&out->arena, label(&c, SG_LABEL_COOCCUR_TITLE), &name, 1);
	name_columns(&c);
	for (size_t i = 0; i < shown; i++)
		add_pair(&c, &pairs[i]);
	add_notes(&c, shown, kept, all, min);
	if (o->nodes)
		add_nodes(&c);
	return 0;
}
