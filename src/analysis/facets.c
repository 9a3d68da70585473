/* facets.c - see facets.h. */
#include "config.h"

#include "analysis/facets.h"

#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/near.h"
#include "analysis/remarks.h"

int sg_facet_find(const struct sg_view *v, struct sg_str name, uint32_t *out,
	struct sg_error *err)
{
	const struct sg_study *s = v->s;

	*out = SG_NONE;
	if (name.n == 0)
		return 0;
	for (uint32_t i = 0; i < s->nfacets; i++)
		if (sg_str_eq(s->facets[i].name, name))
			*out = i;
	if (*out != SG_NONE)
		return 0;
	struct sg_str *names = sg_arena_array(v->arena, s->nfacets, sizeof *names);
	for (size_t i = 0; i < s->nfacets; i++)
		names[i] = s->facets[i].name;
	return sg_near_error(err, _("the codebook declares no facet '%.*s'"), name,
		names, s->nfacets);
}

static const struct sg_study_facet *of(const struct sg_facets *f)
{
	return &f->v->s->facets[f->facet];
}

void sg_facets_init(
	struct sg_facets *f, const struct sg_view *v, uint32_t facet, size_t nrows)
{
	*f = (struct sg_facets){.v = v, .facet = facet};
	f->nvalues = (uint32_t)of(f)->nvalues;
	sg_tally_init(&f->people, v->arena, nrows * (f->nvalues + 1), v->s->ncases);
}

static size_t at(const struct sg_facets *f, size_t row, uint32_t value)
{
	return row * (f->nvalues + 1) + value;
}

void sg_facets_add(struct sg_facets *f, size_t row, const struct sg_study_coding *c)
{
	uint32_t value = c->facets ? c->facets[f->facet] : SG_NONE;

	sg_tally_set(&f->people, at(f, row, value == SG_NONE ? f->nvalues : value),
		f->v->s->answers[c->answer].case_);
}

/* Values that a person of the row holds. */
static uint32_t held(const struct sg_facets *f, size_t row, uint32_t who)
{
	uint32_t n = 0;

	for (uint32_t k = 0; k < f->nvalues; k++)
		n += sg_tally_has(&f->people, at(f, row, k), who);
	return n;
}

void sg_facets_counts(const struct sg_facets *f, size_t row, uint32_t *counts)
{
	for (uint32_t k = 0; k < f->nvalues; k++)
		counts[k] = sg_tally_count(&f->people, at(f, row, k));
	counts[f->nvalues] = 0;
	for (uint32_t i = 0; i < f->v->s->ncases; i++)
		counts[f->nvalues] +=
			sg_tally_has(&f->people, at(f, row, f->nvalues), i) &&
			held(f, row, i) == 0;
}

static struct sg_str value_name(const struct sg_facets *f, uint32_t value)
{
	return value < f->nvalues ? of(f)->values[value]
				  : sg_label(SG_LABEL_UNDECIDED, f->v->english);
}

struct sg_str sg_facets_text(const struct sg_facets *f, size_t row)
{
	uint32_t *counts = sg_alloc(f->nvalues + 1, sizeof *counts);
	struct sg_buf b;

	sg_facets_counts(f, row, counts);
	sg_buf_init(&b);
	for (uint32_t k = 0; k <= f->nvalues; k++) {
		struct sg_str name = value_name(f, k);
		if (counts[k])
			sg_buf_printf(&b, "%s%.*s %u", b.n ? " · " : "", SG_ARG(name),
				counts[k]);
	}
	struct sg_str text = sg_arena_str(f->v->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	free(counts);
	return text;
}

void sg_facets_both(
	const struct sg_facets *f, size_t row, struct sg_str title, struct sg_buf *out)
{
	bool any = false;

	for (uint32_t i = 0; i < f->v->s->ncases; i++) {
		if (held(f, row, i) < 2)
			continue;
		if (!any)
			sg_buf_printf(out, "%s%.*s", out->n ? "; " : "", SG_ARG(title));
		sg_buf_printf(out, "%s%.*s", any ? ", " : " ",
			SG_ARG(f->v->s->cases[i].name));
		any = true;
	}
}

bool sg_facets_any(const struct sg_facets *f)
{
	for (size_t i = 0; i < f->people.rows; i++)
		if (i % (f->nvalues + 1) != f->nvalues && sg_tally_count(&f->people, i))
			return true;
	return false;
}

size_t sg_facets_width(const struct sg_facets *f)
{
	return f->nvalues + 2;
}

void sg_facets_columns(const struct sg_facets *f, struct sg_tables *t,
	struct sg_table *table, size_t first)
{
	struct sg_str name = of(f)->name;
	struct sg_str key = sg_arena_str(f->v->arena, name);

	sg_table_column(t, table, first, key.p, name, false, true);
	for (uint32_t k = 0; k <= f->nvalues; k++) {
		struct sg_str value =
			k < f->nvalues ? of(f)->values[k] : SG_STR("undecided");
		key = sg_arena_printf(
			f->v->arena, "%.*s=%.*s", SG_ARG(name), SG_ARG(value));
		sg_table_column(
			t, table, first + 1 + k, key.p, value_name(f, k), true, false);
		table->columns[first + 1 + k].machine = true;
	}
}

void sg_facets_cells(const struct sg_facets *f, size_t row, struct sg_cell *cells)
{
	uint32_t *counts = sg_alloc(f->nvalues + 1, sizeof *counts);

	sg_facets_counts(f, row, counts);
	cells[0] = sg_cell_text(sg_facets_text(f, row));
	for (uint32_t k = 0; k <= f->nvalues; k++)
		cells[1 + k] = sg_cell_count(counts[k]);
	free(counts);
}

void sg_facets_notes(const struct sg_facets *f, struct sg_tables *t,
	struct sg_table *table, const struct sg_buf *both)
{
	struct sg_str none = SG_STR("");

	if (!sg_facets_any(f))
		sg_remark(t, table, f->v, SG_NOTE_FACET_UNSET, of(f)->name, none, none);
	sg_remark(t, table, f->v, SG_NOTE_FACETS, none, none, none);
	if (both->n)
		sg_remark(t, table, f->v, SG_NOTE_FACET_BOTH, sg_buf_str(both), none,
			none);
}
