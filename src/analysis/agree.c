/* agree.c - agreement between coders, over all codes and by code. doc/coders.md, 3;
 * the formulas are in agreement.h and nominal.h. */
#include "config.h"

#include "analysis/agree.h"

#include <math.h>
#include <string.h>

#include "analysis/labels.h"
#include "analysis/nominal.h"
#include "analysis/number.h"
#include "analysis/unitizing.h"

enum { WIDTH = SG_NOMINAL_COUNTS + 2 };

static struct sg_str label(const struct sg_agreeing *g, enum sg_label l)
{
	return sg_label(l, g->v.english);
}

struct sg_str sg_agree_name(const struct sg_agreeing *g, uint32_t coder)
{
	uint32_t index = g->coders[coder];

	return index ? g->v.s->coders[index] : label(g, SG_LABEL_RULES);
}

struct sg_str sg_agree_unit_name(const struct sg_agreeing *g, enum sg_agree_unit unit)
{
	static const enum sg_label labels[SG_AGREE_UNITS] = {SG_LABEL_UNIT_SENTENCE,
		SG_LABEL_UNIT_ANSWER, SG_LABEL_UNIT_CASE, SG_LABEL_UNIT_CHARACTERS};

	return label(g, labels[unit]);
}

/* One line of figures: two coders (b a coder), or all of them (b SG_NONE). */
struct figures {
	struct sg_fourfold f; /* of two */
	double agreement, holsti, pi, kappa, bp, ac1, alpha;
	double kappa_low, kappa_high, alpha_low, alpha_high;
};

static double all_alpha(const double *row, const void *ctx)
{
	(void)ctx;
	return sg_nominal_alpha(row, 2);
}

static double all_fleiss(const double *row, const void *ctx)
{
	(void)ctx;
	return sg_nominal_fleiss(row, 2);
}

/* Draws of n respondents; the same ones wherever as many are counted. */
static const struct sg_draws *draws_of(struct sg_agreeing *g, uint32_t n)
{
	for (size_t i = 0; i < g->ndraws; i++)
		if (g->draws[i].n == n)
			return &g->draws[i];
	if (g->ndraws == SG_AGREE_DRAWS) /* another pair's may go */
		g->ndraws--;
	struct sg_draws *d = &g->draws[g->ndraws++];
	sg_draws_init(d, g->v.arena, n, g->o->samples, g->o->seed);
	return d;
}

/* Moves the respondents that both coders read to the front; returns how many. */
static uint32_t keep_read(struct sg_fourfold *sums, uint32_t n)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < n; i++)
		if (sums[i].n11 + sums[i].n10 + sums[i].n01 + sums[i].n00)
			sums[kept++] = sums[i];
	return kept;
}

/* Of the codes given. */
static struct figures of_two(struct sg_agreeing *g, const struct sg_agree_cells *c,
	uint32_t a, uint32_t b, const uint32_t *codes, uint32_t ncodes)
{
	struct sg_fourfold *sums =
		sg_arena_array(g->v.arena, c->nrespondents, sizeof *sums);
	struct figures r = {.f = {0, 0, 0, 0}};

	for (uint32_t i = 0; i < ncodes; i++)
		sg_agree_compare(c, a, b, codes[i], sums);
	uint32_t n = keep_read(sums, c->nrespondents);
	const struct sg_draws *draws = draws_of(g, n);
	for (uint32_t i = 0; i < n; i++)
		sg_fourfold_add(&r.f, &sums[i]);
	r.agreement = sg_agreement(&r.f);
	r.holsti = sg_holsti(&r.f);
	r.pi = sg_scott_pi(&r.f);
	r.kappa = sg_kappa(&r.f);
	r.bp = sg_brennan_prediger(&r.f);
	r.ac1 = sg_ac1(&r.f);
	r.alpha = sg_alpha(&r.f);
	sg_draws_fourfold(draws, sums, sg_kappa, &r.kappa_low, &r.kappa_high);
	sg_draws_fourfold(draws, sums, sg_alpha, &r.alpha_low, &r.alpha_high);
	return r;
}

static struct figures of_all(struct sg_agreeing *g, const struct sg_agree_cells *c,
	const uint32_t *codes, uint32_t ncodes)
{
	const struct sg_draws *draws = draws_of(g, c->nrespondents);
	double *rows = sg_arena_array(
		g->v.arena, (size_t)c->nrespondents * WIDTH, sizeof *rows);
	double sum[WIDTH] = {0};
	struct figures r = {.holsti = (double)NAN,
		.pi = (double)NAN,
		.bp = (double)NAN,
		.ac1 = (double)NAN};

	for (uint32_t i = 0; i < ncodes; i++)
		sg_agree_all(c, codes[i], rows);
	for (size_t i = 0; i < (size_t)c->nrespondents * WIDTH; i++)
		sum[i % WIDTH] += rows[i];
	r.agreement = sg_nominal_agreement(sum, 2);
	r.kappa = sg_nominal_fleiss(sum, 2);
	r.alpha = sg_nominal_alpha(sum, 2);
	sg_draws_interval(
		draws, rows, WIDTH, all_fleiss, NULL, &r.kappa_low, &r.kappa_high);
	sg_draws_interval(
		draws, rows, WIDTH, all_alpha, NULL, &r.alpha_low, &r.alpha_high);
	return r;
}

enum {
	WHO,
	UNIT,
	N_A,
	N_B,
	BOTH,
	PERCENT,
	HOLSTI,
	KAPPA,
	KAPPA_RANGE,
	ALPHA,
	ALPHA_RANGE,
	AC1,
	PI,
	BP,
	CELLS,
	KAPPA_LOW,
	KAPPA_HIGH,
	ALPHA_LOW,
	ALPHA_HIGH,
	UNITIZING, /* by code over characters only */
	NFIGURES
};

/* The columns from N_A on are those of both tables. */
static const struct {
	const char *key, *plain;
	enum sg_label label;
	bool machine;
} columns[NFIGURES] = {
	[WHO] = {"coders", NULL, SG_LABEL_CODERS, false},
	[UNIT] = {"unit", NULL, SG_LABEL_UNIT, false},
	[N_A] = {"n_first", NULL, SG_LABEL_N_FIRST, false},
	[N_B] = {"n_second", NULL, SG_LABEL_N_SECOND, false},
	[BOTH] = {"both", NULL, SG_LABEL_BOTH_N, false},
	[PERCENT] = {"agreement", NULL, SG_LABEL_AGREEMENT, false},
	[HOLSTI] = {"holsti", "Holsti", 0, false},
	[KAPPA] = {"kappa", "κ", 0, false},
	[KAPPA_RANGE] = {"kappa_range", NULL, SG_LABEL_KAPPA_RANGE, false},
	[ALPHA] = {"alpha", "α", 0, false},
	[ALPHA_RANGE] = {"alpha_range", NULL, SG_LABEL_ALPHA_RANGE, false},
	[AC1] = {"ac1", "AC1", 0, false},
	[PI] = {"pi", "π", 0, false},
	[BP] = {"brennan_prediger", "BP", 0, false},
	[CELLS] = {"cells", NULL, SG_LABEL_CELLS_N, false},
	[KAPPA_LOW] = {"kappa_low", "κ", 0, true},
	[KAPPA_HIGH] = {"kappa_high", "κ", 0, true},
	[ALPHA_LOW] = {"alpha_low", "α", 0, true},
	[ALPHA_HIGH] = {"alpha_high", "α", 0, true},
	[UNITIZING] = {"unitizing_alpha", "uα", 0, false},
};

static void figure_columns(struct sg_agreeing *g, struct sg_table *table, size_t from)
{
	for (size_t k = from; k < table->ncolumns; k++) {
		struct sg_str shown = columns[k].plain ? sg_str_of(columns[k].plain)
						       : label(g, columns[k].label);
		sg_table_column(
			g->t, table, k, columns[k].key, shown, k >= N_A, k == WHO);
		table->columns[k].machine = columns[k].machine;
	}
}

static void figure_cells(
	struct sg_agreeing *g, struct sg_cell *cells, const struct figures *r, bool two)
{
	const struct sg_fourfold *f = &r->f;

	if (two) {
		cells[N_A] = sg_cell_count((double)(f->n11 + f->n10));
		cells[N_B] = sg_cell_count((double)(f->n11 + f->n01));
		cells[BOTH] = sg_cell_count((double)f->n11);
		cells[CELLS] =
			sg_cell_count((double)(f->n11 + f->n10 + f->n01 + f->n00));
		cells[HOLSTI] = sg_cell_real(r->holsti, 3);
		cells[PI] = sg_cell_real(r->pi, 3);
		cells[BP] = sg_cell_real(r->bp, 3);
		cells[AC1] = sg_cell_real(r->ac1, 3);
	}
	cells[PERCENT] = sg_cell_real(100 * r->agreement, 1);
	cells[KAPPA] = sg_cell_real(r->kappa, 3);
	cells[KAPPA_RANGE] =
		sg_cell_text(sg_interval_str(g->v.arena, r->kappa_low, r->kappa_high));
	cells[ALPHA] = sg_cell_real(r->alpha, 3);
	cells[ALPHA_RANGE] =
		sg_cell_text(sg_interval_str(g->v.arena, r->alpha_low, r->alpha_high));
	cells[KAPPA_LOW] = sg_cell_real(r->kappa_low, 3);
	cells[KAPPA_HIGH] = sg_cell_real(r->kappa_high, 3);
	cells[ALPHA_LOW] = sg_cell_real(r->alpha_low, 3);
	cells[ALPHA_HIGH] = sg_cell_real(r->alpha_high, 3);
}

static struct sg_str who(struct sg_agreeing *g, uint32_t a, uint32_t b)
{
	if (b == SG_NONE)
		return label(g, SG_LABEL_ALL_CODERS);
	return sg_arena_printf(g->v.arena, "%.*s–%.*s", SG_ARG(sg_agree_name(g, a)),
		SG_ARG(sg_agree_name(g, b)));
}

/* Whether there is no answer that both coders have read. */
static bool apart(const struct sg_agreeing *g, uint32_t a, uint32_t b)
{
	uint32_t people;

	return sg_agree_base(&g->cells, a, b, &people) == 0;
}

/* Of a pair among several. A respondent is judged whole, from what all coders compared
 * have read: of a pair, the two. */
static struct figures of_pair(
	struct sg_agreeing *g, const struct sg_agree_cells *c, uint32_t a, uint32_t b)
{
	struct sg_agree_cells two;
	uint32_t *coders;
	struct sg_reading *readings;

	if (g->ncoders == 2 || c->unit != SG_AGREE_RESPONDENT)
		return of_two(g, c, a, b, g->codes, g->ncodes);
	coders = sg_arena_array(g->v.arena, 2, sizeof *coders);
	readings = sg_arena_array(g->v.arena, 2, sizeof *readings);
	coders[0] = g->coders[a];
	coders[1] = g->coders[b];
	readings[0] = g->readings[a];
	readings[1] = g->readings[b];
	sg_agree_cells_init(
		&two, &g->v, &g->units, coders, 2, readings, c->unit, c->level);
	return of_two(g, &two, 0, 1, g->codes, g->ncodes);
}

/* The lines of one unit: each pair of coders, and all where there are more. */
static void unit_rows(
	struct sg_agreeing *g, struct sg_table *table, const struct sg_agree_cells *c)
{
	for (uint32_t a = 0; a < g->ncoders; a++)
		for (uint32_t b = a + 1; b < g->ncoders; b++) {
			if (apart(g, a, b))
				continue;
			struct figures r = of_pair(g, c, a, b);
			struct sg_cell *cells = sg_table_row(g->t, table);
			cells[WHO] = sg_cell_text(who(g, a, b));
			cells[UNIT] = sg_cell_text(sg_agree_unit_name(g, c->unit));
			figure_cells(g, cells, &r, true);
		}
	if (g->ncoders > 2 && c->nrespondents) {
		struct figures r = of_all(g, c, g->codes, g->ncodes);
		struct sg_cell *cells = sg_table_row(g->t, table);
		cells[WHO] = sg_cell_text(who(g, 0, SG_NONE));
		cells[UNIT] = sg_cell_text(sg_agree_unit_name(g, c->unit));
		figure_cells(g, cells, &r, false);
	}
}

static void base_note(
	struct sg_agreeing *g, struct sg_table *table, uint32_t a, uint32_t b)
{
	uint32_t people, n = sg_agree_base(&g->cells, a, b, &people);

	sg_remark(g->t, table, &g->v, n ? SG_NOTE_AGREE_BASE : SG_NOTE_AGREE_APART,
		who(g, a, b), sg_count_str(g->v.arena, n),
		sg_count_str(g->v.arena, people));
}

/* What the lines of all coders are counted over. */
static void base_of_all_note(struct sg_agreeing *g, struct sg_table *table)
{
	struct sg_arena *arena = g->v.arena;
	struct sg_str coders = sg_count_str(arena, g->ncoders);
	uint32_t several = 0, all = 0;

	for (size_t i = 0; i < g->v.s->nanswers; i++) {
		uint32_t readers = 0;
		for (uint32_t k = 0; k < g->ncoders; k++)
			readers += g->readings[k].answers[i];
		several += readers > 1;
		all += readers == g->ncoders;
	}
	sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_ALL, coders,
		sg_count_str(arena, several), sg_count_str(arena, all));
	if (all == 0)
		sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_ALL_NONE, coders,
			SG_STR(""), SG_STR(""));
}

/* Codings that were not made apart. */
static void suggested_note(struct sg_agreeing *g, struct sg_table *table, uint32_t k)
{
	const struct sg_study *s = g->v.s;
	uint64_t n = 0;

	for (size_t i = 0; i < s->ncodings; i++)
		n += sg_reading_own(&s->codings[i], g->coders[k]) &&
		     s->codings[i].suggested &&
		     g->readings[k].answers[s->codings[i].answer];
	if (n)
		sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_SUGGESTED,
			sg_agree_name(g, k), sg_count_str(g->v.arena, n), SG_STR(""));
}

/* What is known of who read what. */
static void reading_notes(struct sg_agreeing *g, struct sg_table *table)
{
	struct sg_arena *arena = g->v.arena;
	struct sg_str none = SG_STR("");

	for (uint32_t a = 0; a < g->ncoders; a++)
		for (uint32_t b = a + 1; b < g->ncoders; b++)
			base_note(g, table, a, b);
	if (g->ncoders > 2)
		base_of_all_note(g, table);
	for (uint32_t k = 0; k < g->ncoders; k++) {
		const struct sg_reading *r = &g->readings[k];
		struct sg_str name = sg_agree_name(g, k);
		if (r->how == SG_READING_RULES)
			sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_RULES, none, none,
				none);
		else if (r->how == SG_READING_ASSIGNED)
			sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_ASSIGNED, name,
				sg_count_str(arena, r->drawn),
				sg_count_str(arena, r->n));
		else if (r->nwhole)
			sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_WHOLE, name,
				sg_count_str(arena, r->nwhole), none);
		else
			sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_MARKED, name,
				sg_count_str(arena, r->n), none);
		suggested_note(g, table, k);
	}
}

static void note(struct sg_agreeing *g, struct sg_table *table, enum sg_label l)
{
	sg_remark(g->t, table, &g->v, l, SG_STR(""), SG_STR(""), SG_STR(""));
}

static void overall(struct sg_agreeing *g)
{
	struct sg_table *table = sg_tables_add(g->t, "agree", UNITIZING);
	struct sg_arena *arena = g->v.arena;

	table->caption = label(g, SG_LABEL_AGREE_OVERALL);
	figure_columns(g, table, 0);
	if (g->o->unit) {
		unit_rows(g, table, &g->cells);
	} else {
		for (int u = 0; u < SG_AGREE_UNITS; u++) {
			struct sg_agree_cells c;
			sg_agree_cells_init(&c, &g->v, &g->units, g->coders, g->ncoders,
				g->readings, (enum sg_agree_unit)u, g->cells.level);
			unit_rows(g, table, &c);
		}
	}
	reading_notes(g, table);
	sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_CELLS,
		sg_count_str(arena, g->ncodes), SG_STR(""), SG_STR(""));
	note(g, table, SG_NOTE_AGREE_MEASURES);
	if (g->ncoders > 2)
		note(g, table, SG_NOTE_AGREE_SEVERAL);
	sg_remark(g->t, table, &g->v, SG_NOTE_EVALUATE_BOOTSTRAP,
		sg_count_str(arena, g->o->samples), sg_count_str(arena, g->o->seed),
		SG_STR(""));
	note(g, table, SG_NOTE_AGREE_BEFORE);
	note(g, table, SG_NOTE_AGREE_INDEPENDENT);
	sg_remark_source(table, &g->v);
}

/* A code that hardly anyone gave has no coefficients, and says so. */
static void rare_cells(struct sg_agreeing *g, struct sg_cell *cells, size_t ncolumns)
{
	static const int coefficients[] = {
		PERCENT, HOLSTI, KAPPA, KAPPA_RANGE, ALPHA, ALPHA_RANGE, AC1, PI, BP};
	static const int limits[] = {KAPPA_LOW, KAPPA_HIGH, ALPHA_LOW, ALPHA_HIGH};

	for (size_t i = 0; i < sizeof coefficients / sizeof *coefficients; i++)
		cells[coefficients[i]] = sg_cell_real((double)NAN, 3);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		cells[limits[i]] = sg_cell_real((double)NAN, 3);
	cells[KAPPA_RANGE] = sg_cell_text(label(g, SG_LABEL_RARE));
	cells[ALPHA_RANGE] = sg_cell_text(SG_STR("–"));
	if (ncolumns > UNITIZING)
		cells[UNITIZING] = sg_cell_real((double)NAN, 3);
}

static void code_row(struct sg_agreeing *g, struct sg_table *table, uint32_t code)
{
	struct sg_cell *cells = sg_table_row(g->t, table);
	bool two = g->ncoders == 2;
	uint32_t answers = sg_agree_answers(&g->cells, 0, two ? 1 : SG_NONE, code);
	struct figures r = two ? of_two(g, &g->cells, 0, 1, &code, 1)
			       : of_all(g, &g->cells, &code, 1);

	cells[WHO] = sg_cell_text(sg_view_code_title(&g->v, code));
	cells[UNIT] = sg_cell_text(g->v.s->codes[code].label);
	figure_cells(g, cells, &r, two);
	if (table->ncolumns > UNITIZING) {
		struct sg_unitizing u;
		sg_unitizing_count(&g->cells, code, &u);
		cells[UNITIZING] = sg_cell_real(sg_unitizing_alpha(&u), 3);
	}
	if (answers < SG_AGREE_RARE)
		rare_cells(g, cells, table->ncolumns);
	if (!two) /* how often each gave it does not fit two columns */
		cells[BOTH] = sg_cell_count(answers);
}

static void by_code(struct sg_agreeing *g)
{
	bool places = g->cells.unit == SG_AGREE_CHARACTERS;
	struct sg_table *table =
		sg_tables_add(g->t, "agree-codes", places ? NFIGURES : UNITIZING);
	struct sg_str unit = sg_agree_unit_name(g, g->cells.unit);

	table->caption = sg_fill(g->v.arena, label(g, SG_LABEL_AGREE_CODES), &unit, 1);
	figure_columns(g, table, N_A);
	sg_table_column(g->t, table, WHO, "name", label(g, SG_LABEL_CODE), false, true);
	sg_table_column(
		g->t, table, UNIT, "code", label(g, SG_LABEL_CODE), false, false);
	table->columns[UNIT].machine = true;
	if (g->ncoders == 2) {
		table->columns[N_A].label = sg_agree_name(g, 0);
		table->columns[N_B].label = sg_agree_name(g, 1);
	} else {
		table->columns[BOTH].label = label(g, SG_LABEL_UNIT_ANSWER);
		table->columns[N_A].machine = table->columns[N_B].machine = true;
		table->columns[HOLSTI].machine = table->columns[AC1].machine = true;
		table->columns[PI].machine = table->columns[BP].machine = true;
		table->columns[CELLS].machine = true;
	}
	for (uint32_t i = 0; i < g->ncodes && g->cells.nrespondents; i++)
		code_row(g, table, g->codes[i]);
	if (g->cells.nrespondents == 0)
		sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_ALL_NONE,
			sg_count_str(g->v.arena, g->ncoders), SG_STR(""), SG_STR(""));
	sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_RARE,
		sg_count_str(g->v.arena, SG_AGREE_RARE), SG_STR(""), SG_STR(""));
	note(g, table, SG_NOTE_AGREE_CODES);
	if (places)
		note(g, table, SG_NOTE_AGREE_UNITIZING);
	if (g->ncoders > 2)
		note(g, table, SG_NOTE_AGREE_SEVERAL);
	sg_remark_source(table, &g->v);
}

static int find_coders(struct sg_agreeing *g, struct sg_error *err)
{
	const struct sg_agree_options *o = g->o;

	if (o->ncoders < 2 || o->ncoders > SG_AGREE_CODERS)
		return sg_error_set(err, SG_EUSAGE,
			_("agreement is between two coders or more, at most %d"),
			SG_AGREE_CODERS);
	for (size_t i = 0; i < o->ncoders; i++) {
		int rc = sg_coder_find(g->v.s, o->coders[i], &g->coders[i], err);
		if (rc < 0)
			return rc;
		for (size_t k = 0; k < i; k++)
			if (g->coders[k] == g->coders[i])
				return sg_error_set(err, SG_EUSAGE,
					_("'%.*s' is named twice"),
					SG_ARG(o->coders[i]));
	}
	g->ncoders = (uint32_t)o->ncoders;
	return 0;
}

/* Each has read something and, unless pairs may be apart, some of it every other too. */
static int check_reading(const struct sg_agreeing *g, struct sg_error *err)
{
	const struct sg_study *s = g->v.s;

	for (uint32_t k = 0; k < g->ncoders; k++) {
		if (g->coders[k] == 0 && s->run == 0)
			return sg_error_set(err, SG_ENOTFOUND,
				_("no codes are known yet: run `saegim code CODEBOOK` "
				  "first"));
		if (g->readings[k].n == 0)
			return sg_error_set(err, SG_ENOTFOUND,
				_("coder '%.*s' has read nothing of what is compared"),
				SG_ARG(s->coders[g->coders[k]]));
	}
	for (uint32_t a = 0; a < g->ncoders && !g->o->apart; a++)
		for (uint32_t b = a + 1; b < g->ncoders; b++)
			if (apart(g, a, b))
				return sg_error_set(err, SG_ENOTFOUND,
					_("there is no answer that '%.*s' and '%.*s' "
					  "both read"),
					SG_ARG(s->coders[g->coders[a]]),
					SG_ARG(s->coders[g->coders[b]]));
	return 0;
}

/* Leaf codes, and others that one of the coders gave. */
static void find_codes(struct sg_agreeing *g)
{
	const struct sg_study *s = g->v.s;
	uint32_t *used = sg_arena_array(g->v.arena, s->ncodings, sizeof *used);
	size_t n = 0;

	for (uint32_t i = 0; i < s->ncodings; i++)
		for (uint32_t k = 0; k < g->ncoders; k++)
			if (sg_reading_own(&s->codings[i], g->coders[k]) &&
				g->v.codes[s->codings[i].code] &&
				g->readings[k].answers[s->codings[i].answer])
				used[n++] = i;
	g->ncodes = sg_view_rows(&g->v, g->cells.level, used, n, &g->codes);
}

int sg_agree(const struct sg_study *s, const struct sg_agree_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_agreeing g = {.t = out, .o = o};
	enum sg_agree_unit unit = SG_AGREE_SENTENCE;

	int rc = sg_units_check(s, err);
	if (rc == 0)
		rc = sg_view_init(&g.v, s, &o->filter, &out->arena, err);
	if (rc == 0 && o->unit && !sg_agree_unit_parse(o->unit, &unit))
		rc = sg_error_set(err, SG_EUSAGE, _("there is no unit '%s'"), o->unit);
	if (rc == 0)
		rc = find_coders(&g, err);
	if (rc < 0)
		return rc;
	sg_units_init(&g.units, s, &out->arena);
	for (uint32_t k = 0; k < g.ncoders; k++)
		sg_reading_of(&g.v, g.coders[k], &g.readings[k]);
	sg_agree_cells_init(&g.cells, &g.v, &g.units, g.coders, g.ncoders, g.readings,
		unit, o->level ? o->level - 1 : UINT32_MAX);
	rc = check_reading(&g, err);
	if (rc < 0)
		return rc;
	find_codes(&g);
	overall(&g);
	by_code(&g);
	sg_agree_confusions(&g);
	sg_agree_differences(&g);
	return 0;
}
