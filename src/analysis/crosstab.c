/* crosstab.c - how many people of each group raised each code: by one attribute or by
 * two crossed. Percentages only where a group is large enough; tests only on request. */
#include "config.h"

#include "analysis/analysis.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"
#include "analysis/significance.h"

enum {
	SAMPLES = 9999,
	SEED = 20201207,
	FIXED = 3, /* columns before those of groups */
};

enum { CHI2, DF, P, ADJUSTED, V, TEST, NTESTS };

struct crosstab {
	const struct sg_view *v;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_table *table;
	struct sg_groups groups;
	uint32_t *size; /* by group: cases in the base */
	uint32_t base;
	struct sg_tally people; /* code × case */
	uint32_t *rows, nrows;
	uint32_t *with; /* row × group */
	double *p;      /* by row, then adjusted */
	size_t tested, below_min;
	bool small;
};

static struct sg_str label(const struct crosstab *c, enum sg_label l)
{
	return sg_label(l, c->v->english);
}

/* Groups of two attributes: the values of the second inside those of the first, where
 * anybody has both. */
static void cross(struct sg_groups *out, const struct sg_view *v,
	const struct sg_groups *a, const struct sg_groups *b)
{
	size_t ncases = v->s->ncases;

	out->n = 0;
	out->of = sg_arena_array(v->arena, ncases, sizeof *out->of);
	out->names = sg_arena_array(v->arena, ncases, sizeof *out->names);
	for (uint32_t i = 0; i < a->n; i++)
		for (uint32_t k = 0; k < b->n; k++) {
			bool any = false;
			for (size_t c = 0; c < ncases; c++) {
				if (a->of[c] != i || b->of[c] != k)
					continue;
				out->of[c] = out->n;
				any = true;
			}
			if (any)
				out->names[out->n++] = sg_arena_printf(v->arena,
					"%.*s·%.*s", SG_ARG(a->names[i]),
					SG_ARG(b->names[k]));
		}
}

static int find_groups(struct crosstab *c, struct sg_error *err)
{
	struct sg_str rest = c->o->by, name, more;
	struct sg_groups a, b;
	uint32_t at;

	if (rest.n == 0 || !sg_str_split(&rest, ',', &name))
		return sg_error_set(err, SG_EUSAGE,
			_("a crosstab needs an attribute: --by NAME or --by "
			  "NAME,NAME"));
	bool two = sg_str_split(&rest, ',', &more);
	if (rest.n)
		return sg_error_set(
			err, SG_EUSAGE, _("a crosstab takes at most two attributes"));
	int rc = sg_view_attribute(c->v, sg_str_trim(name), &at, err);
	if (rc < 0)
		return rc;
	sg_groups_init(&a, c->v, at);
	c->groups = a;
	if (!two)
		return 0;
	rc = sg_view_attribute(c->v, sg_str_trim(more), &at, err);
	if (rc < 0)
		return rc;
	sg_groups_init(&b, c->v, at);
	cross(&c->groups, c->v, &a, &b);
	return 0;
}

/* A code counts a person once over its subtree. */
static void count(struct crosstab *c, const uint32_t *codings, size_t n)
{
	const struct sg_study *s = c->v->s;
	uint32_t level = c->o->level ? c->o->level - 1 : UINT32_MAX;

	sg_tally_init(&c->people, c->v->arena, s->ncodes, s->ncases);
	for (size_t i = 0; i < n; i++) {
		const struct sg_study_coding *k = &s->codings[codings[i]];
		uint32_t who = s->answers[k->answer].case_;
		if (sg_view_based(c->v, c->o->base, SG_NONE, who))
			sg_tally_set(
				&c->people, sg_view_rolled(c->v, k->code, level), who);
	}
	c->size = sg_arena_array(c->v->arena, c->groups.n, sizeof *c->size);
	for (uint32_t i = 0; i < s->ncases; i++)
		c->size[c->groups.of[i]] += sg_view_based(c->v, c->o->base, SG_NONE, i);
	c->base = sg_remark_base(c->v, c->o->base, SG_NONE);
	c->nrows = sg_view_rows(c->v, level, codings, n, &c->rows);
	sg_view_sort(c->v, c->o->sort, c->rows, c->nrows, &c->people);
}

static void choose_rows(struct crosstab *c)
{
	uint32_t kept = 0;

	for (uint32_t r = 0; r < c->nrows; r++) {
		if (sg_tally_count(&c->people, c->rows[r]) < c->o->min)
			c->below_min++;
		else
			c->rows[kept++] = c->rows[r];
	}
	c->nrows = kept;
	c->with = sg_arena_array(
		c->v->arena, (size_t)kept * c->groups.n, sizeof *c->with);
	for (uint32_t r = 0; r < kept; r++)
		for (uint32_t g = 0; g < c->groups.n; g++)
			c->with[r * c->groups.n + g] =
				sg_tally_group(&c->people, c->rows[r], &c->groups, g);
}

static struct sg_presence presence(const struct crosstab *c, uint32_t row)
{
	return (struct sg_presence){c->with + row * c->groups.n, c->size, c->groups.n};
}

static void name_columns(struct crosstab *c)
{
	static const struct {
		const char *key;
		enum sg_label label;
	} tests[NTESTS] = {
		[CHI2] = {"chi2", SG_LABEL_CHI2},
		[DF] = {"df", SG_LABEL_DF},
		[P] = {"p", SG_LABEL_P},
		[ADJUSTED] = {"p_adjusted", SG_LABEL_P_ADJUSTED},
		[V] = {"cramer_v", SG_LABEL_CRAMER_V},
		[TEST] = {"test", SG_LABEL_TEST},
	};
	struct sg_table *t = c->table;
	size_t k = FIXED;

	sg_table_column(c->t, t, 0, "code", label(c, SG_LABEL_CODE), false, false);
	t->columns[0].machine = true;
	sg_table_column(
		c->t, t, 1, "theme", label(c, SG_LABEL_THEME_OR_CODE), false, true);
	sg_table_column(c->t, t, 2, "n", SG_STR("n(%)"), true, false);
	for (uint32_t g = 0; g < c->groups.n; g++) {
		struct sg_str args[] = {
			c->groups.names[g], sg_count_str(c->v->arena, c->size[g])};
		sg_table_column(c->t, t, k++, sg_arena_strz(c->v->arena, args[0]),
			sg_fill(c->v->arena, label(c, SG_LABEL_GROUP_SIZE), args, 2),
			true, false);
	}
	if (!c->o->tests)
		return;
	for (size_t i = 0; i < NTESTS; i++)
		sg_table_column(c->t, t, k++, tests[i].key, label(c, tests[i].label),
			i != TEST, false);
	t->columns[FIXED + c->groups.n + CHI2].machine = true;
	t->columns[FIXED + c->groups.n + DF].machine = true;
	for (uint32_t g = 0; g < c->groups.n; g++) {
		struct sg_str key = sg_arena_printf(
			c->v->arena, "residual:%.*s", SG_ARG(c->groups.names[g]));
		sg_table_column(c->t, t, k, key.p, key, true, false);
		t->columns[k++].machine = true;
	}
}

static void add_tests(struct crosstab *c, uint32_t row, struct sg_cell *cells)
{
	static const enum sg_label names[] = {[SG_TEST_NONE] = SG_LABEL_NO_VALUE,
		[SG_TEST_CHI2] = SG_LABEL_TEST_CHI2,
		[SG_TEST_FISHER] = SG_LABEL_TEST_FISHER,
		[SG_TEST_SAMPLED] = SG_LABEL_TEST_SAMPLED};
	struct sg_presence p = presence(c, row);
	unsigned df;
	double chi2 = sg_presence_chi2(&p, &df), raw;
	enum sg_test test = sg_presence_test(&p, SAMPLES, SEED, &raw);

	cells[CHI2] = sg_cell_real(chi2, 2);
	if (test != SG_TEST_NONE)
		cells[DF] = sg_cell_count(df);
	cells[P] = sg_cell_real(raw, 4);
	cells[ADJUSTED] = sg_cell_real(c->p[row], 4);
	cells[V] = sg_cell_real(sg_presence_v(&p), 3);
	if (test != SG_TEST_NONE)
		cells[TEST] = sg_cell_text(label(c, names[test]));
	for (uint32_t g = 0; g < c->groups.n; g++)
		cells[NTESTS + g] = sg_cell_real(sg_presence_residual(&p, g), 2);
}

static void add_row(struct crosstab *c, uint32_t row)
{
	struct sg_cell *cells = sg_table_row(c->t, c->table);
	uint32_t code = c->rows[row];

	cells[0] = sg_cell_text(c->v->s->codes[code].label);
	cells[1] = sg_cell_text(sg_view_code_title(c->v, code));
	cells[2] =
		sg_cell_share(sg_tally_count(&c->people, code), c->base, c->base > 0);
	for (uint32_t g = 0; g < c->groups.n; g++) {
		bool large = c->size[g] >= sg_small_group(c->o);
		cells[FIXED + g] = sg_cell_share(
			c->with[row * c->groups.n + g], c->size[g], large);
		c->small = c->small || !large;
	}
	if (c->o->tests)
		add_tests(c, row, cells + FIXED + c->groups.n);
}

static void test_rows(struct crosstab *c)
{
	c->p = sg_arena_array(c->v->arena, c->nrows, sizeof *c->p);
	for (uint32_t r = 0; r < c->nrows; r++) {
		struct sg_presence p = presence(c, r);
		c->tested +=
			sg_presence_test(&p, SAMPLES, SEED, &c->p[r]) != SG_TEST_NONE;
	}
	sg_adjust_bh(c->p, c->nrows);
}

static void add_notes(struct crosstab *c, const uint32_t *codings, size_t n)
{
	struct sg_str none = SG_STR("");

	sg_remark_n(c->t, c->table, c->v, &c->groups, true, c->o->base, SG_NONE);
	if (c->small)
		sg_remark(c->t, c->table, c->v, SG_NOTE_SMALL_GROUP,
			sg_count_str(c->v->arena, sg_small_group(c->o)), none, none);
	if (c->o->tests)
		sg_remark(c->t, c->table, c->v, SG_NOTE_CROSSTAB_TESTS,
			sg_count_str(c->v->arena, SAMPLES),
			sg_count_str(c->v->arena, SEED),
			sg_count_str(c->v->arena, c->tested));
	if (c->below_min)
		sg_remark(c->t, c->table, c->v, SG_NOTE_BELOW_MIN,
			sg_decimal_str(c->v->arena, c->o->min, 0),
			sg_count_str(c->v->arena, c->below_min), none);
	sg_remark_review(c->t, c->table, c->v, codings, n);
	sg_remark_source(c->table, c->v);
}

int sg_crosstab(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	struct crosstab c = {.v = &v, .o = o, .t = out};
	uint32_t *codings;

	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);
	if (rc == 0)
		rc = find_groups(&c, err);
	if (rc < 0)
		return rc;
	size_t n = sg_codings_counted(&v, SG_NONE, &codings);
	count(&c, codings, n);
	choose_rows(&c);
	if (o->tests)
		test_rows(&c);
	c.table = sg_tables_add(out, "crosstab",
		FIXED + c.groups.n + (o->tests ? NTESTS + c.groups.n : 0));
	c.table->caption =
		sg_fill(&out->arena, label(&c, SG_LABEL_CROSSTAB_TITLE), &o->by, 1);
	name_columns(&c);
	for (uint32_t r = 0; r < c.nrows; r++)
		add_row(&c, r);
	add_notes(&c, codings, n);
	return 0;
}
