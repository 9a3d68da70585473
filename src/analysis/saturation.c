/* saturation.c - new codes by interview in the order of the study, the ratio of new
 * information of runs of interviews, and the curve over random orders; see saturation.h.
 */
#include "config.h"

#include "analysis/saturation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/analysis.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/random.h"
#include "analysis/remarks.h"

enum {
	BASE = 4, /* interviews; Guest et al. use 4, 5 and 6 */
	RUN = 2,  /* and runs of 2 and 3 */
	ORDERS = 1000,
	SEED = 20201207,
	THRESHOLD = 5, /* per cent */
};

uint32_t sg_saturation_run(
	const uint32_t *codes_new, uint32_t run, uint32_t base, uint32_t length)
{
	uint32_t sum = 0;

	for (uint32_t i = 0; i < length; i++)
		sum += codes_new[base + run + i];
	return sum;
}

void sg_saturation_of(struct sg_saturation *out, const uint32_t *codes_new, uint32_t n,
	uint32_t base, uint32_t length)
{
	memset(out, 0, sizeof *out);
	for (uint32_t i = 0; i < base && i < n; i++)
		out->base_codes += codes_new[i];
	if (n >= base + length)
		out->nruns = n - base - length + 1;
	for (uint32_t r = 0; r < out->nruns && out->base_codes; r++) {
		uint32_t more = sg_saturation_run(codes_new, r, base, length);
		if (!out->at_5 && more * 100 <= out->base_codes * THRESHOLD)
			out->at_5 = base + r;
		if (!out->at_0 && more == 0)
			out->at_0 = base + r;
	}
}

struct curve {
	const struct sg_view *v;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_tally codes; /* case × code */
	uint32_t *cases, n;    /* with a valid answer, in the order of the study */
	uint32_t base, length;
	uint32_t *fresh, *seen; /* by place in the order: new codes, codes so far */
	uint32_t *draws; /* place × (codes + 1): in how many orders so many so far */
};

static struct sg_str label(const struct curve *c, enum sg_label l)
{
	return sg_label(l, c->v->english);
}

/* New and seen codes in an order of the cases. */
static void follow(
	const struct curve *c, const uint32_t *order, uint32_t *fresh, uint32_t *seen)
{
	uint64_t *met = sg_zalloc(c->codes.words, sizeof *met);
	uint32_t total = 0;

	for (uint32_t i = 0; i < c->n; i++) {
		fresh[i] = sg_tally_new(&c->codes, order[i], met);
		seen[i] = total += fresh[i];
	}
	free(met);
}

/* Codes so far over random orders of the interviews (Fisher and Yates). */
static void draw_orders(struct curve *c)
{
	uint32_t *order = sg_alloc(c->n, sizeof *order);
	uint32_t *fresh = sg_alloc(c->n, sizeof *fresh),
		 *seen = sg_alloc(c->n, sizeof *seen);
	struct sg_random random;

	size_t wide = c->v->s->ncodes + 1;

	c->draws = sg_arena_array(c->v->arena, c->n * wide, sizeof *c->draws);
	sg_random_init(&random, SEED, 0);
	for (uint32_t d = 0; d < ORDERS; d++) {
		for (uint32_t i = 0; i < c->n; i++)
			order[i] = c->cases[i];
		for (uint32_t i = c->n; i > 1; i--) {
			uint32_t k = sg_random_below(&random, i), held = order[i - 1];
			order[i - 1] = order[k];
			order[k] = held;
		}
		follow(c, order, fresh, seen);
		for (uint32_t i = 0; i < c->n; i++)
			c->draws[i * wide + seen[i]]++;
	}
	free(order);
	free(fresh);
	free(seen);
}

static void tally(struct curve *c)
{
	const struct sg_study *s = c->v->s;
	uint32_t *codings, level = c->o->level ? c->o->level - 1 : UINT32_MAX;
	size_t n = sg_codings_counted(c->v, SG_NONE, &codings);

	sg_tally_init(&c->codes, c->v->arena, s->ncases, s->ncodes);
	for (size_t i = 0; i < n; i++) {
		const struct sg_study_coding *k = &s->codings[codings[i]];
		sg_tally_set(&c->codes, s->answers[k->answer].case_,
			sg_view_rolled(c->v, k->code, level));
	}
	c->cases = sg_arena_array(c->v->arena, s->ncases, sizeof *c->cases);
	for (uint32_t i = 0; i < s->ncases; i++)
		if (sg_view_based(c->v, SG_BASE_VALID, SG_NONE, i))
			c->cases[c->n++] = i;
	c->fresh = sg_arena_array(c->v->arena, c->n, sizeof *c->fresh);
	c->seen = sg_arena_array(c->v->arena, c->n, sizeof *c->seen);
	follow(c, c->cases, c->fresh, c->seen);
}

enum { NUMBER, WHO, FRESH, SEEN, RATIO, MEAN, LOW, HIGH, NCOLUMNS };

static struct sg_table *new_table(struct curve *c)
{
	static const struct {
		const char *key;
		enum sg_label label;
		bool right;
	} columns[NCOLUMNS] = {
		[NUMBER] = {"interview", SG_LABEL_INTERVIEW, true},
		[WHO] = {"respondent", SG_LABEL_RESPONDENT, false},
		[FRESH] = {"new", SG_LABEL_NEW_CODES, true},
		[SEEN] = {"codes", SG_LABEL_CODES_SO_FAR, true},
		[RATIO] = {"run_percent", SG_LABEL_NEW_RATIO, true},
		[MEAN] = {"random_mean", SG_LABEL_RANDOM_MEAN, true},
		[LOW] = {"random_low", SG_LABEL_RANDOM_LOW, true},
		[HIGH] = {"random_high", SG_LABEL_RANDOM_HIGH, true},
	};
	struct sg_table *t = sg_tables_add(c->t, "saturation", NCOLUMNS);

	t->caption = label(c, SG_LABEL_SATURATION_TITLE);
	for (size_t k = 0; k < NCOLUMNS; k++)
		sg_table_column(c->t, t, k, columns[k].key, label(c, columns[k].label),
			columns[k].right, false);
	return t;
}

/* The number of codes at a rank, from 1, among the orders (nearest rank). */
static uint32_t ranked(const uint32_t *draws, uint32_t rank)
{
	uint32_t n = 0, below = draws[0];

	while (below < rank)
		below += draws[++n];
	return n;
}

static void add_row(struct curve *c, const struct sg_saturation *sat,
	struct sg_table *t, uint32_t i)
{
	struct sg_cell *cells = sg_table_row(c->t, t);
	size_t wide = c->v->s->ncodes + 1;
	const uint32_t *draws = c->draws + i * wide;
	double sum = 0;

	for (size_t n = 0; n < wide; n++)
		sum += (double)n * draws[n];
	cells[NUMBER] = sg_cell_count(i + 1);
	cells[WHO] = sg_cell_text(c->v->s->cases[c->cases[i]].name);
	cells[FRESH] = sg_cell_count(c->fresh[i]);
	cells[SEEN] = sg_cell_count(c->seen[i]);
	/* The ratio of a run stands beside its last interview. */
	if (sat->base_codes && i + 1 >= c->base + c->length)
		cells[RATIO] = sg_cell_real(
			100.0 *
				sg_saturation_run(c->fresh, i + 1 - c->base - c->length,
					c->base, c->length) /
				sat->base_codes,
			1);
	cells[MEAN] = sg_cell_real(sum / ORDERS, 1);
	cells[LOW] = sg_cell_count(ranked(draws, (ORDERS * 25 + 999) / 1000));
	cells[HIGH] = sg_cell_count(ranked(draws, (ORDERS * 975 + 999) / 1000));
}

/* "6+2", or that it was not reached. */
static struct sg_str reached(const struct curve *c, uint32_t at)
{
	return at ? sg_arena_printf(c->v->arena, "%u+%u", at, c->length)
		  : label(c, SG_LABEL_NOT_REACHED);
}

int sg_saturation(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	struct curve c = {.v = &v,
		.o = o,
		.t = out,
		.base = o->base_size ? o->base_size : BASE,
		.length = o->run_length ? o->run_length : RUN};
	struct sg_saturation sat;

	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);
	if (rc < 0)
		return rc;
	tally(&c);
	draw_orders(&c);
	sg_saturation_of(&sat, c.fresh, c.n, c.base, c.length);
	struct sg_table *t = new_table(&c);
	for (uint32_t i = 0; i < c.n; i++)
		add_row(&c, &sat, t, i);
	struct sg_arena *a = &out->arena;
	sg_remark(out, t, &v, SG_NOTE_SATURATION_RULE, sg_count_str(a, c.base),
		sg_count_str(a, c.length), sg_count_str(a, sat.base_codes));
	sg_remark(out, t, &v, SG_NOTE_SATURATION_REACHED, reached(&c, sat.at_5),
		reached(&c, sat.at_0), SG_STR(""));
	sg_remark(out, t, &v, SG_NOTE_SATURATION_ORDERS, sg_count_str(a, ORDERS),
		sg_count_str(a, SEED), SG_STR(""));
	sg_remark(out, t, &v, SG_NOTE_SATURATION_CAUTION, SG_STR(""), SG_STR(""),
		SG_STR(""));
	sg_remark_source(t, &v);
	return 0;
}
