/* diff.c - see diff.h: the cells. diff_sides.c finds what of one study is what of the
 * other, diff_codings.c compares the codings. */
#include "config.h"

#include "analysis/diff.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/diff_sides.h"
#include "analysis/findings_rows.h"
#include "analysis/labels.h"

/* One question in both studies; a side that lacks it has no rows and no people. */
struct pair {
	struct sg_diff_sides *sides;
	uint32_t question[SG_SIDES];
	bool there[SG_SIDES];
	struct sg_findings_rows rows[SG_SIDES];
	struct sg_table_options options;
};

typedef SG_VEC(struct sg_diff_cell) cells_vec;

/* People of a cell on one side: a row of bits, or none. */
struct people {
	const uint64_t *bits;
};

static bool has(struct people p, uint32_t who)
{
	return p.bits && who != SG_NONE && (p.bits[who / 64] >> (who % 64) & 1);
}

static struct people tally_row(const struct sg_tally *t, uint32_t row)
{
	return (struct people){row == SG_NONE ? NULL : t->bits + row * t->words};
}

static size_t words_of(const struct pair *p, int k)
{
	return (p->sides->d->s[k]->ncases + 63) / 64;
}

static bool equal(const struct pair *p, const struct people *people)
{
	size_t n = words_of(p, SG_AFTER);

	if (!p->sides->same_cases || !people[0].bits || !people[1].bits)
		return false;
	return n == 0 ||
	       memcmp(people[0].bits, people[1].bits, n * sizeof *people[0].bits) == 0;
}

/* Names of those who are there on side k and not on the other. */
static void only_on(struct pair *p, int k, const struct people *people,
	struct sg_str **names, size_t *count, uint32_t *n)
{
	const struct sg_study *s = p->sides->d->s[k];
	SG_VEC(struct sg_str) v = {NULL, 0, 0};

	for (uint32_t i = 0; i < s->ncases; i++) {
		if (!has(people[k], i))
			continue;
		++*n;
		if (!has(people[!k], p->sides->case_[k][i]))
			SG_PUSH(&v, s->cases[i].name);
	}
	*names = sg_arena_array(&p->sides->d->arena, v.n, sizeof *v.v);
	if (v.n)
		memcpy(*names, v.v, v.n * sizeof *v.v);
	*count = v.n;
	free(v.v);
}

/* Adds the cell when its people differ. */
static void compare(struct pair *p, cells_vec *out, struct sg_diff_cell cell,
	const struct people *people)
{
	if (equal(p, people))
		return;
	cell.question[0] = p->there[0] ? p->question[0] : SG_NONE;
	cell.question[1] = p->there[1] ? p->question[1] : SG_NONE;
	only_on(p, SG_BEFORE, people, &cell.lost, &cell.nlost, &cell.n[SG_BEFORE]);
	only_on(p, SG_AFTER, people, &cell.gained, &cell.ngained, &cell.n[SG_AFTER]);
	if (cell.nlost + cell.ngained)
		SG_PUSH(out, cell);
}

static const struct sg_finding *row_of(const struct pair *p, int k, uint32_t code)
{
	if (!p->there[k] || code == SG_NONE)
		return NULL;
	for (size_t i = 0; i < p->rows[k].nrows; i++)
		if (p->rows[k].rows[i].code == code)
			return &p->rows[k].rows[i];
	return NULL;
}

static bool is_theme(const struct pair *p, int k, uint32_t code)
{
	if (!p->there[k] || code == SG_NONE)
		return false;
	for (size_t i = 0; i < p->rows[k].ninside; i++)
		if (p->rows[k].rows[i].parent == code)
			return true;
	return false;
}

/* People of a row who hold a value of a facet. */
static struct people holders(struct pair *p, int k, const struct sg_finding *row,
	size_t facet, uint32_t value)
{
	const struct sg_study *s = p->sides->d->s[k];
	uint64_t *bits =
		sg_arena_array(&p->sides->d->arena, words_of(p, k) + 1, sizeof *bits);

	for (size_t i = 0; row && i < row->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[row->codings[i]];
		uint32_t who = s->answers[c->answer].case_;
		if (c->facets && c->facets[facet] == value)
			bits[who / 64] |= UINT64_C(1) << (who % 64);
	}
	return (struct people){bits};
}

static size_t facet_named(const struct sg_study *s, struct sg_str name)
{
	size_t f = 0;

	while (f < s->nfacets && !sg_str_eq(s->facets[f].name, name))
		f++;
	return f;
}

static uint32_t value_named(const struct sg_study_facet *f, struct sg_str name)
{
	uint32_t v = 0;

	while (v < f->nvalues && !sg_str_eq(f->values[v], name))
		v++;
	return v;
}

/* The value's holders on side k, nobody where the facet or the value is not known. */
static struct people holders_named(struct pair *p, int k, const struct sg_finding *row,
	struct sg_str facet, struct sg_str value)
{
	const struct sg_study *s = p->sides->d->s[k];
	size_t f = facet_named(s, facet);
	uint32_t v = f < s->nfacets ? value_named(&s->facets[f], value) : 0;

	if (f == s->nfacets || v == s->facets[f].nvalues)
		return (struct people){NULL};
	return holders(p, k, row, f, v);
}

/* People of the row who hold no value of the facet: on a side without the facet, all.
 * *any becomes true where somebody of the row holds one. */
static struct people undecided(struct pair *p, int k, const struct sg_finding *row,
	struct sg_str facet, bool *any)
{
	const struct sg_study *s = p->sides->d->s[k];
	size_t f = facet_named(s, facet), words = words_of(p, k);
	uint64_t *bits = sg_arena_array(&p->sides->d->arena, words + 1, sizeof *bits);

	if (!row)
		return (struct people){bits};
	memcpy(bits, tally_row(&p->rows[k].by_row, row->code).bits,
		words * sizeof *bits);
	for (uint32_t v = 0; f < s->nfacets && v < s->facets[f].nvalues; v++) {
		struct people side = holders(p, k, row, f, v);
		for (size_t w = 0; w < words; w++) {
			*any |= side.bits[w] != 0;
			bits[w] &= ~side.bits[w];
		}
	}
	return (struct people){bits};
}

/* Where nobody holds a value the undecided are the row, which is compared anyway. */
static void compare_undecided(struct pair *p, cells_vec *out, struct sg_diff_cell cell,
	const struct sg_finding *const *rows)
{
	struct people people[SG_SIDES];
	bool any = false;

	cell.value = sg_label(SG_LABEL_UNDECIDED, p->sides->view[SG_AFTER].english);
	for (int k = 0; k < SG_SIDES; k++)
		people[k] = undecided(p, k, rows[k], cell.facet, &any);
	if (any)
		compare(p, out, cell, people);
}

/* The values that side k declares of a facet, but for those among `but`. */
static void compare_values(struct pair *p, cells_vec *out, struct sg_diff_cell cell,
	const struct sg_finding *const *rows, const struct sg_study_facet *facet,
	const struct sg_study_facet *but)
{
	struct people people[SG_SIDES];

	for (size_t v = 0; v < facet->nvalues; v++) {
		cell.value = facet->values[v];
		if (but && value_named(but, cell.value) < but->nvalues)
			continue;
		for (int k = 0; k < SG_SIDES; k++)
			people[k] =
				holders_named(p, k, rows[k], cell.facet, cell.value);
		compare(p, out, cell, people);
	}
}

/* The facets of after with the values of both sides, then those that only before has. */
static void compare_facets(struct pair *p, cells_vec *out, struct sg_diff_cell cell,
	const struct sg_finding *const *rows)
{
	const struct sg_study *before = p->sides->d->s[SG_BEFORE];
	const struct sg_study *after = p->sides->d->s[SG_AFTER];

	cell.kind = SG_DIFF_FACET;
	for (size_t f = 0; f < after->nfacets; f++) {
		const struct sg_study_facet *facet = &after->facets[f];
		size_t was = facet_named(before, facet->name);
		cell.facet = facet->name;
		compare_values(p, out, cell, rows, facet, NULL);
		if (was < before->nfacets)
			compare_values(p, out, cell, rows, &before->facets[was], facet);
		compare_undecided(p, out, cell, rows);
	}
	for (size_t f = 0; f < before->nfacets; f++) {
		const struct sg_study_facet *facet = &before->facets[f];
		if (facet_named(after, facet->name) < after->nfacets)
			continue;
		cell.facet = facet->name;
		compare_values(p, out, cell, rows, facet, NULL);
		compare_undecided(p, out, cell, rows);
	}
}

/* What the tables print of one code: its theme, its row, the sides of its facets. */
static void compare_code(
	struct pair *p, cells_vec *out, uint32_t before, uint32_t after, bool outside)
{
	const uint32_t code[SG_SIDES] = {before, after};
	const struct sg_finding *rows[SG_SIDES];
	struct people people[SG_SIDES];
	struct sg_diff_cell cell = {.code = {before, after}, .outside = outside};
	bool inside = false, theme = false;

	for (int k = 0; k < SG_SIDES; k++) {
		rows[k] = row_of(p, k, code[k]);
		inside |= rows[k] && rows[k]->inside;
		theme |= is_theme(p, k, code[k]);
	}
	if (theme && !outside) {
		for (int k = 0; k < SG_SIDES; k++)
			people[k] = p->there[k]
					    ? tally_row(&p->rows[k].by_tree, code[k])
					    : (struct people){NULL};
		cell.kind = SG_DIFF_THEME;
		compare(p, out, cell, people);
	}
	if ((!rows[0] && !rows[1]) || inside == outside)
		return;
	for (int k = 0; k < SG_SIDES; k++)
		people[k] = p->there[k] ? tally_row(&p->rows[k].by_row, code[k])
					: (struct people){NULL};
	cell.kind = SG_DIFF_ROW;
	compare(p, out, cell, people);
	if (inside)
		compare_facets(p, out, cell, rows);
}

static void compare_codes(struct pair *p, cells_vec *out, bool outside)
{
	const struct sg_diff *d = p->sides->d;

	for (uint32_t c = 0; c < d->s[SG_AFTER]->ncodes; c++)
		compare_code(p, out, d->other[SG_AFTER][c], c, outside);
	for (uint32_t c = 0; c < d->s[SG_BEFORE]->ncodes; c++)
		if (d->other[SG_BEFORE][c] == SG_NONE)
			compare_code(p, out, c, SG_NONE, outside);
}

/* People in the base, and of them those without any code. */
static void whole_question(struct pair *p, int k, uint64_t **base, uint64_t **nocode)
{
	const struct sg_view *v = &p->sides->view[k];
	const struct sg_study *s = p->sides->d->s[k];
	size_t words = words_of(p, k);
	struct sg_arena *arena = &p->sides->d->arena;
	const struct sg_tally *t = &p->rows[k].by_row;

	*base = sg_arena_array(arena, words + 1, sizeof **base);
	*nocode = sg_arena_array(arena, words + 1, sizeof **nocode);
	if (!p->there[k])
		return;
	for (uint32_t i = 0; i < s->ncases; i++) {
		uint64_t bit = UINT64_C(1) << (i % 64);
		if (sg_view_based(v, p->options.base, p->question[k], i))
			(*base)[i / 64] |= bit;
		if (sg_view_based(v, SG_BASE_VALID, p->question[k], i))
			(*nocode)[i / 64] |= bit;
	}
	for (size_t c = 0; c < s->ncodes; c++)
		for (size_t w = 0; w < words; w++)
			(*nocode)[w] &= ~t->bits[c * t->words + w];
}

static void compare_question(struct pair *p, cells_vec *out)
{
	uint64_t *base[SG_SIDES], *nocode[SG_SIDES];
	struct people people[SG_SIDES];
	struct sg_diff_cell cell = {.code = {SG_NONE, SG_NONE}};

	compare_codes(p, out, false);
	compare_codes(p, out, true);
	for (int k = 0; k < SG_SIDES; k++)
		whole_question(p, k, &base[k], &nocode[k]);
	for (int k = 0; k < SG_SIDES; k++)
		people[k] = (struct people){nocode[k]};
	cell.kind = SG_DIFF_NO_CODE;
	compare(p, out, cell, people);
	for (int k = 0; k < SG_SIDES; k++)
		people[k] = (struct people){base[k]};
	cell.kind = SG_DIFF_BASE;
	compare(p, out, cell, people);
}

static void do_question(
	struct sg_diff_sides *sides, cells_vec *out, uint32_t before, uint32_t after)
{
	struct pair p = {.sides = sides,
		.question = {before, after},
		.options = {.level = sides->o->level, .base = sides->o->base}};

	for (int k = 0; k < SG_SIDES; k++) {
		p.there[k] = p.question[k] != SG_NONE &&
			     sides->view[k].questions[p.question[k]];
		if (p.there[k])
			sg_findings_rows_init(
				&p.rows[k], &sides->view[k], &p.options, p.question[k]);
	}
	if (p.there[0] || p.there[1])
		compare_question(&p, out);
	for (int k = 0; k < SG_SIDES; k++)
		if (p.there[k])
			sg_findings_rows_release(&p.rows[k]);
}

static uint32_t question_labelled(const struct sg_study *s, struct sg_str label)
{
	for (uint32_t q = 0; q < s->nquestions; q++)
		if (sg_str_eq(s->questions[q].label, label))
			return q;
	return SG_NONE;
}

static void compare_cells(struct sg_diff_sides *sides)
{
	struct sg_diff *d = sides->d;
	const struct sg_study *before = d->s[SG_BEFORE], *after = d->s[SG_AFTER];
	cells_vec v = {NULL, 0, 0};

	for (uint32_t q = 0; q < after->nquestions; q++)
		do_question(sides, &v,
			question_labelled(before, after->questions[q].label), q);
	for (uint32_t q = 0; q < before->nquestions; q++)
		if (question_labelled(after, before->questions[q].label) == SG_NONE)
			do_question(sides, &v, q, SG_NONE);
	d->cells = sg_arena_array(&d->arena, v.n, sizeof *v.v);
	if (v.n)
		memcpy(d->cells, v.v, v.n * sizeof *v.v);
	d->ncells = v.n;
	free(v.v);
}

int sg_diff_make(struct sg_diff *out, const struct sg_study *before,
	const struct sg_study *after, const struct sg_diff_options *o,
	struct sg_error *err)
{
	struct sg_diff_sides sides = {.d = out, .o = o};

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	out->s[SG_BEFORE] = before;
	out->s[SG_AFTER] = after;
	int rc = sg_diff_sides_open(&sides, err);
	if (rc == 0) {
		compare_cells(&sides);
		out->compared = o->codings;
		if (o->codings)
			sg_diff_compare_codings(&sides);
	}
	if (rc < 0)
		sg_diff_release(out);
	return rc;
}

void sg_diff_release(struct sg_diff *d)
{
	sg_arena_release(&d->arena);
	memset(d, 0, sizeof *d);
}

struct sg_str sg_diff_code_title(struct sg_diff *d, const struct sg_diff_cell *cell)
{
	int k = cell->code[SG_AFTER] == SG_NONE ? SG_BEFORE : SG_AFTER;

	return sg_diff_title(d, k, cell->code[k]);
}

struct sg_str sg_diff_title(struct sg_diff *d, int side, uint32_t code)
{
	struct sg_view v = {.s = d->s[side], .arena = &d->arena};

	return sg_view_code_title(&v, code);
}

struct sg_str sg_diff_question_label(
	const struct sg_diff *d, const struct sg_diff_cell *cell)
{
	int k = cell->question[SG_AFTER] == SG_NONE ? SG_BEFORE : SG_AFTER;

	return d->s[k]->questions[cell->question[k]].label;
}
