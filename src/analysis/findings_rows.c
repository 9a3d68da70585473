/* findings_rows.c - see findings_rows.h. */
#include "config.h"

#include "analysis/findings_rows.h"

#include <stdlib.h>

#include "analysis/facets.h"
#include "analysis/remarks.h"

static bool in_focus(const struct sg_findings_rows *r, uint32_t code)
{
	const struct sg_study_question *q = &r->v->s->questions[r->question];

	for (size_t i = 0; i < q->nfocus; i++)
		if (sg_study_code_within(r->v->s, code, q->focus[i]))
			return true;
	return false;
}

static void count(struct sg_findings_rows *r)
{
	const struct sg_study *s = r->v->s;
	bool *any = sg_zalloc(s->ncases, sizeof *any);

	sg_tally_init(&r->by_row, r->v->arena, s->ncodes, s->ncases);
	sg_tally_init(&r->by_tree, r->v->arena, s->ncodes, s->ncases);
	r->facets = sg_arena_array(r->v->arena, s->nfacets, sizeof *r->facets);
	for (size_t i = 0; i < r->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[r->codings[i]];
		uint32_t who = s->answers[c->answer].case_;
		any[who] = true;
		sg_tally_set(&r->by_row, sg_view_rolled(r->v, c->code, r->level), who);
		for (uint32_t k = c->code; k != SG_NONE; k = s->codes[k].parent)
			sg_tally_set(&r->by_tree, k, who);
		for (size_t f = 0; c->facets && f < s->nfacets; f++)
			r->facets[f] = r->facets[f] || c->facets[f] != SG_NONE;
	}
	for (uint32_t i = 0; i < s->ncases; i++)
		r->nocode +=
			!any[i] && sg_view_based(r->v, SG_BASE_VALID, r->question, i);
	free(any);
}

/* Codes that the question's table is about: leaves as rolled up, and codes that have
 * codings of their own. */
static void find_rows(struct sg_findings_rows *r)
{
	const struct sg_study *s = r->v->s;
	bool *wanted = sg_zalloc(s->ncodes, sizeof *wanted);
	bool *inside = sg_zalloc(s->ncodes, sizeof *inside);

	for (uint32_t c = 0; c < s->ncodes; c++) {
		uint32_t to = sg_view_rolled(r->v, c, r->level);
		bool focus = in_focus(r, c) || in_focus(r, to);
		if (!r->v->codes[c])
			continue;
		wanted[to] |= s->codes[c].leaf && focus;
		inside[to] |= focus;
	}
	for (size_t i = 0; i < r->ncodings; i++)
		wanted[sg_view_rolled(r->v, s->codings[r->codings[i]].code, r->level)] =
			true;
	r->rows = sg_arena_array(r->v->arena, s->ncodes, sizeof *r->rows);
	for (uint32_t c = 0; c < s->ncodes; c++) {
		if (!wanted[c])
			continue;
		struct sg_finding *row = &r->rows[r->nrows++];
		row->code = c;
		row->direct = !s->codes[c].leaf && s->codes[c].level < r->level;
		row->parent = row->direct ? c : s->codes[c].parent;
		row->n = sg_tally_count(&r->by_row, c);
		row->inside = inside[c];
	}
	free(wanted);
	free(inside);
}

static void mark_pinned(const struct sg_findings_rows *r, struct sg_finding *row)
{
	const struct sg_study *s = r->v->s;

	for (size_t i = 0; i < s->npins; i++) {
		const struct sg_study_pin *p = &s->pins[i];
		row->pinned |= !p->barred && p->code != SG_NONE &&
			       s->answers[p->answer].question == r->question &&
			       sg_view_rolled(r->v, p->code, r->level) == row->code;
	}
}

static void give_codings(struct sg_findings_rows *r)
{
	const struct sg_study *s = r->v->s;
	size_t *row_of = sg_zalloc(s->ncodes, sizeof *row_of);
	size_t *count_of = sg_zalloc(r->nrows, sizeof *count_of);

	for (size_t k = 0; k < r->nrows; k++)
		row_of[r->rows[k].code] = k;
	for (size_t pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < r->ncodings; i++) {
			uint32_t code = s->codings[r->codings[i]].code;
			size_t k = row_of[sg_view_rolled(r->v, code, r->level)];
			struct sg_finding *row = &r->rows[k];
			if (pass == 0) {
				count_of[k]++;
				continue;
			}
			if (!row->codings)
				row->codings = sg_arena_array(
					r->v->arena, count_of[k], sizeof *row->codings);
			row->codings[row->ncodings++] = r->codings[i];
		}
	for (size_t k = 0; k < r->nrows; k++)
		mark_pinned(r, &r->rows[k]);
	free(row_of);
	free(count_of);
}

/* Takes out the rows whose n is too small; in a question without focus, decides which
 * of the others have a row. */
static void apply_thresholds(
	struct sg_findings_rows *r, const struct sg_table_options *o)
{
	uint32_t outside = o->outside_min ? o->outside_min : 2;
	size_t kept = 0;

	for (size_t i = 0; i < r->nrows; i++) {
		struct sg_finding *row = &r->rows[i];
		if (!r->focused)
			row->inside = row->n >= outside || row->pinned;
		if (row->inside && row->n < o->min) {
			r->below_min++;
			continue;
		}
		r->ninside += row->inside;
		r->rows[kept++] = *row;
	}
	r->nrows = kept;
}

/* qsort has no context argument in C11: what is compared is copied into the keys. */
struct sortable {
	struct sg_finding row;
	uint32_t key[3]; /* ascending */
	struct sg_str name[2];
};

static int compare(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;

	if (x->row.inside != y->row.inside)
		return x->row.inside ? -1 : 1;
	int c = sg_str_cmp(x->name[0], y->name[0]);
	for (size_t i = 0; i < 2 && c == 0; i++)
		c = (x->key[i] > y->key[i]) - (x->key[i] < y->key[i]);
	if (c == 0)
		c = sg_str_cmp(x->name[1], y->name[1]);
	if (c == 0)
		c = (x->key[2] > y->key[2]) - (x->key[2] < y->key[2]);
	return c ? c : (x->row.code > y->row.code) - (x->row.code < y->row.code);
}

static void order(struct sg_findings_rows *r, enum sg_sort sort)
{
	const struct sg_study *s = r->v->s;
	struct sortable *all = sg_zalloc(r->nrows, sizeof *all);

	for (size_t i = 0; i < r->nrows; i++) {
		struct sg_finding *row = &r->rows[i];
		struct sortable *k = &all[i];
		uint32_t theme = row->parent == SG_NONE ? row->code : row->parent;
		uint32_t fewer = UINT32_MAX - row->n;
		k->row = *row;
		if (!row->inside) { /* one line, n descending */
			k->key[2] = fewer;
			continue;
		}
		if (sort == SG_SORT_COUNT)
			k->key[0] = UINT32_MAX - sg_tally_count(&r->by_tree, theme);
		if (sort == SG_SORT_NAME) {
			k->name[0] = s->codes[theme].name;
			k->name[1] = s->codes[row->code].name;
		}
		/* Rows without a theme are a group together. */
		k->key[1] =
			row->parent == SG_NONE && sort != SG_SORT_NAME ? 0 : theme + 1;
		k->key[2] = fewer;
	}
	qsort(all, r->nrows, sizeof *all, compare);
	for (size_t i = 0; i < r->nrows; i++)
		r->rows[i] = all[i].row;
	free(all);
}

static void add_memo(struct sg_buf **to, struct sg_str about, struct sg_str body)
{
	if (!*to) {
		*to = sg_alloc(1, sizeof **to);
		sg_buf_init(*to);
	}
	if ((*to)->n)
		sg_buf_addc(*to, '\n');
	if (about.n)
		sg_buf_printf(*to, "%.*s: ", SG_ARG(about));
	sg_buf_add(*to, body);
}

/* A memo on a question and a code goes to the row of the code; one on a theme to the
 * theme's first row; one on a code outside to the line of others, so that none is
 * lost. */
static void place_memos(struct sg_findings_rows *r)
{
	const struct sg_study *s = r->v->s;

	for (size_t i = 0; i < s->nmemos; i++) {
		const struct sg_study_memo *m = &s->memos[i];
		if (m->question != r->question || m->case_ != SG_NONE ||
			m->answer != SG_NONE)
			continue;
		if (m->code == SG_NONE) {
			add_memo(&r->question_memo, SG_STR(""), m->body);
			continue;
		}
		uint32_t code = sg_view_rolled(r->v, m->code, r->level);
		struct sg_finding *to = NULL;
		for (size_t k = 0; k < r->nrows && !to; k++)
			if (r->rows[k].code == code)
				to = &r->rows[k];
		for (size_t k = 0; k < r->nrows && !to; k++)
			if (sg_study_code_within(s, r->rows[k].code, code))
				to = &r->rows[k];
		struct sg_str about = sg_view_code_title(r->v, m->code);
		if (to)
			add_memo(&to->implication,
				to->code == m->code && to->inside ? SG_STR("") : about,
				m->body);
		else
			add_memo(&r->question_memo, about, m->body);
	}
}

void sg_findings_rows_init(struct sg_findings_rows *r, const struct sg_view *v,
	const struct sg_table_options *o, uint32_t question)
{
	*r = (struct sg_findings_rows){.v = v,
		.question = question,
		.level = o->level ? o->level - 1 : UINT32_MAX,
		.focused = v->s->questions[question].nfocus > 0};
	r->ncodings = sg_codings_counted(v, question, &r->codings);
	count(r);
	r->shown = sg_arena_array(v->arena, v->s->nfacets, sizeof *r->shown);
	for (size_t f = 0; f < v->s->nfacets; f++)
		r->shown[f] = r->facets[f];
	find_rows(r);
	give_codings(r);
	apply_thresholds(r, o);
	order(r, o->sort);
	place_memos(r);
}

static void release(struct sg_buf *b)
{
	if (b)
		sg_buf_release(b);
	free(b);
}

void sg_findings_rows_release(struct sg_findings_rows *r)
{
	for (size_t i = 0; i < r->nrows; i++)
		release(r->rows[i].implication);
	release(r->question_memo);
}

void sg_finding_facet(const struct sg_findings_rows *r, const struct sg_finding *row,
	size_t facet, uint32_t *counts)
{
	struct sg_facets f;

	sg_facets_init(&f, r->v, (uint32_t)facet, 1);
	for (size_t i = 0; i < row->ncodings; i++)
		sg_facets_add(&f, 0, &r->v->s->codings[row->codings[i]]);
	sg_facets_counts(&f, 0, counts);
}

static bool is_one_of(struct sg_str s, const char *const *words)
{
	for (; *words; words++)
		if (sg_str_eqz(s, *words))
			return true;
	return false;
}

static bool is_stance(const struct sg_study_facet *f)
{
	static const char *const names[] = {
		"입장", "태도", "stance", "position", "Stance", "Position", NULL};
	static const char *const against[] = {"반대", "against", "con", NULL};

	if (is_one_of(f->name, names))
		return true;
	for (size_t i = 0; i < f->nvalues; i++)
		if (is_one_of(f->values[i], against))
			return true;
	return false;
}

bool sg_finding_minority(const struct sg_findings_rows *r, const struct sg_finding *row,
	size_t *facet, uint32_t *value)
{
	static const char *const neither[] = {"유보", "중립", "미정", "모름", "양가",
		"neutral", "undecided", "reserved", "mixed", NULL};
	const struct sg_study *s = r->v->s;
	bool found = false;

	for (size_t f = 0; f < s->nfacets && !found; f++) {
		const struct sg_study_facet *facets = &s->facets[f];
		uint32_t sides = 0, smallest = 0;
		if (!is_stance(facets) || !r->facets[f])
			continue;
		uint32_t *counts = sg_zalloc(facets->nvalues + 1, sizeof *counts);
		sg_finding_facet(r, row, f, counts);
		for (uint32_t k = 0; k < facets->nvalues; k++) {
			if (!counts[k] || is_one_of(facets->values[k], neither))
				continue;
			if (sides++ == 0 || counts[k] <= counts[smallest])
				smallest = k;
		}
		free(counts);
		found = sides > 1;
		*facet = f;
		*value = smallest;
	}
	return found;
}
