/* themes.c - the codebook's tree with how many people raised each code anywhere in the
 * study, in how many places and questions. */
#include "config.h"

#include "analysis/analysis.h"

#include <stdlib.h>

#include "analysis/cqr.h"
#include "analysis/facets.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"
#include "analysis/stretches.h"

struct themes {
	const struct sg_view *v;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_table *table;
	struct sg_tally people, stretches, questions; /* by code: whole subtree */
	struct sg_groups by, shown;
	bool has_by, has_shown, has_facet;
	struct sg_facets facets; /* by code: whole subtree */
	struct sg_buf both;
	uint32_t base, *group_base;
	size_t below_min;
};

static struct sg_str label(const struct themes *th, enum sg_label l)
{
	return sg_label(l, th->v->english);
}

static void tally(struct themes *th, const uint32_t *codings, size_t n)
{
	const struct sg_study *s = th->v->s;
	uint32_t *stretch = sg_alloc(n, sizeof *stretch);
	uint32_t nstretches = sg_stretches_number(s, codings, n, stretch);

	sg_tally_init(&th->people, th->v->arena, s->ncodes, s->ncases);
	sg_tally_init(&th->stretches, th->v->arena, s->ncodes, nstretches);
	sg_tally_init(&th->questions, th->v->arena, s->ncodes, s->nquestions);
	for (size_t i = 0; i < n; i++) {
		const struct sg_study_coding *c = &s->codings[codings[i]];
		const struct sg_study_answer *a = &s->answers[c->answer];
		for (uint32_t k = c->code; k != SG_NONE; k = s->codes[k].parent) {
			sg_tally_set(&th->people, k, a->case_);
			sg_tally_set(&th->stretches, k, stretch[i]);
			if (th->has_facet)
				sg_facets_add(&th->facets, k, c);
			if (a->question != SG_NONE)
				sg_tally_set(&th->questions, k, a->question);
		}
	}
	free(stretch);
}

static size_t by_columns(const struct themes *th)
{
	return th->has_by ? th->by.n : 0;
}

static void name_columns(struct themes *th)
{
	struct sg_tables *t = th->t;
	size_t k = 0;

	sg_table_column(
		t, th->table, k, "code", label(th, SG_LABEL_CODE), false, false);
	th->table->columns[k++].machine = true;
	sg_table_column(t, th->table, k++, "theme", label(th, SG_LABEL_THEME_OR_CODE),
		false, true);
	sg_table_column(t, th->table, k++, "n", SG_STR("n(%)"), true, false);
	if (th->o->cqr)
		sg_cqr_column(t, th->table, k++, th->v->english);
	for (uint32_t g = 0; g < by_columns(th); g++) {
		struct sg_str key = sg_arena_printf(th->v->arena, "%.*s=%.*s",
			SG_ARG(th->o->by), SG_ARG(th->by.names[g]));
		struct sg_str args[] = {
			th->by.names[g], sg_count_str(th->v->arena, th->group_base[g])};
		sg_table_column(t, th->table, k++, key.p,
			sg_fill(th->v->arena, label(th, SG_LABEL_GROUP_SIZE), args, 2),
			true, false);
	}
	sg_table_column(t, th->table, k++, "mentions", label(th, SG_LABEL_MENTIONS),
		true, false);
	sg_table_column(t, th->table, k++, "questions", label(th, SG_LABEL_QUESTIONS),
		true, false);
	if (th->has_facet)
		sg_facets_columns(&th->facets, t, th->table, k);
}

static struct sg_cell *count_cells(struct themes *th, struct sg_cell *cells,
	const struct sg_tally *people, uint32_t row)
{
	uint32_t n = sg_tally_count(people, row);

	*cells++ = sg_cell_share(n, th->base, th->base > 0);
	if (th->o->cqr && people == &th->people)
		*cells++ = sg_cqr_cell(n, th->base, th->v->english);
	else
		cells += th->o->cqr; /* those without a code are no theme */
	for (uint32_t g = 0; g < by_columns(th); g++)
		*cells++ = sg_cell_share(sg_tally_group(people, row, &th->by, g),
			th->group_base[g], th->group_base[g] >= sg_small_group(th->o));
	return cells;
}

static void add_row(struct themes *th, uint32_t code)
{
	const struct sg_study_code *c = &th->v->s->codes[code];

	if (sg_tally_count(&th->people, code) < th->o->min) {
		th->below_min++;
		return;
	}
	struct sg_cell *cells = sg_table_row(th->t, th->table);
	*cells++ = sg_cell_text(c->label);
	*cells = sg_cell_text(sg_view_code_title(th->v, code));
	cells->indent = (uint8_t)(c->level > 16 ? 16 : c->level);
	cells->strong = c->level == 0;
	cells = count_cells(th, cells + 1, &th->people, code);
	*cells++ = sg_cell_count(sg_tally_count(&th->stretches, code));
	*cells++ = sg_cell_count(sg_tally_count(&th->questions, code));
	if (th->has_facet) {
		sg_facets_cells(&th->facets, code, cells);
		sg_facets_both(&th->facets, code, c->label, &th->both);
	}
}

/* Whether the code or one below it is chosen. */
static bool shown(const struct themes *th, uint32_t code)
{
	const struct sg_study *s = th->v->s;

	if (th->o->level && s->codes[code].level >= th->o->level)
		return false;
	for (uint32_t c = code; c < s->ncodes; c++)
		if (th->v->codes[c] && sg_study_code_within(s, c, code))
			return true;
	return false;
}

static void add_tree(struct themes *th, uint32_t parent)
{
	const struct sg_study *s = th->v->s;
	uint32_t *children = sg_alloc(s->ncodes, sizeof *children);
	size_t n = 0;

	for (uint32_t c = 0; c < s->ncodes; c++)
		if (s->codes[c].parent == parent && shown(th, c))
			children[n++] = c;
	sg_view_sort(th->v, th->o->sort, children, n, &th->people);
	for (size_t i = 0; i < n; i++) {
		add_row(th, children[i]);
		if (!s->codes[children[i]].leaf)
			add_tree(th, children[i]);
	}
	free(children);
}

static void add_nocode(struct themes *th)
{
	const struct sg_study *s = th->v->s;
	struct sg_tally none;

	sg_tally_init(&none, th->v->arena, 1, s->ncases);
	for (uint32_t i = 0; i < s->ncases; i++) {
		bool any = false;
		for (uint32_t c = 0; c < s->ncodes && !any; c++)
			any = sg_tally_has(&th->people, c, i);
		if (!any && sg_view_based(th->v, SG_BASE_VALID, SG_NONE, i))
			sg_tally_set(&none, 0, i);
	}
	struct sg_cell *cells = sg_table_row(th->t, th->table);
	cells[1] = sg_cell_text(label(th, SG_LABEL_NO_CODE));
	count_cells(th, cells + 2, &none, 0);
}

static void add_notes(struct themes *th, const uint32_t *codings, size_t n)
{
	struct sg_str none = SG_STR("");

	sg_remark_n(th->t, th->table, th->v, &th->shown, th->has_shown, th->o->base,
		SG_NONE);
	sg_remark(th->t, th->table, th->v, SG_NOTE_ROLL_UP, none, none, none);
	sg_remark(th->t, th->table, th->v, SG_NOTE_MENTIONS, none, none, none);
	if (th->o->cqr)
		sg_cqr_note(th->t, th->table, th->v, th->base);
	for (uint32_t g = 0; g < by_columns(th); g++)
		if (th->group_base[g] < sg_small_group(th->o)) {
			sg_remark(th->t, th->table, th->v, SG_NOTE_SMALL_GROUP,
				sg_count_str(th->v->arena, sg_small_group(th->o)), none,
				none);
			break;
		}
	if (th->below_min)
		sg_remark(th->t, th->table, th->v, SG_NOTE_BELOW_MIN,
			sg_decimal_str(th->v->arena, th->o->min, 0),
			sg_count_str(th->v->arena, th->below_min), none);
	if (th->has_facet)
		sg_facets_notes(&th->facets, th->t, th->table, &th->both);
	sg_remark_review(th->t, th->table, th->v, codings, n);
	sg_remark_source(th->table, th->v);
}

static void count_groups(struct themes *th)
{
	th->base = sg_remark_base(th->v, th->o->base, SG_NONE);
	th->group_base = sg_arena_array(th->v->arena, th->by.n, sizeof *th->group_base);
	for (uint32_t i = 0; i < th->v->s->ncases; i++)
		th->group_base[th->by.of[i]] +=
			sg_view_based(th->v, th->o->base, SG_NONE, i);
}

int sg_themes(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	uint32_t *codings, by, group, facet = SG_NONE;

	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);
	if (rc == 0)
		rc = sg_view_attribute(&v, o->by, &by, err);
	if (rc == 0)
		rc = sg_view_attribute(&v, o->group, &group, err);
	if (rc == 0)
		rc = sg_facet_find(&v, o->facet, &facet, err);
	if (rc < 0)
		return rc;
	struct themes th = {.v = &v,
		.o = o,
		.t = out,
		.has_by = o->by.n > 0 && by != SG_NONE,
		.has_shown = group != SG_NONE,
		.has_facet = facet != SG_NONE};
	size_t more = 0;

	sg_buf_init(&th.both);
	if (th.has_facet) {
		sg_facets_init(&th.facets, &v, facet, s->ncodes);
		more = sg_facets_width(&th.facets);
	}
	sg_groups_init(&th.by, &v, by);
	sg_groups_init(&th.shown, &v, group);
	size_t n = sg_codings_counted(&v, SG_NONE, &codings);
	tally(&th, codings, n);
	count_groups(&th);
	th.table = sg_tables_add(out, "themes", 5 + o->cqr + by_columns(&th) + more);
	th.table->caption = label(&th, SG_LABEL_THEMES_TITLE);
	name_columns(&th);
	add_tree(&th, SG_NONE);
	add_nocode(&th);
	add_notes(&th, codings, n);
	sg_buf_release(&th.both);
	return 0;
}
