/* identify_groups.c - see identify_groups.h. Respondents are sorted by their values, so
 * that those who share them stand together. */
#include "config.h"

#include "analysis/identify_groups.h"

#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"

enum { FEW = 4 }; /* respondents up to which a combination is marked */

/* The attributes printed together; none: nothing is. */
static int shown_attributes(const struct sg_view *v, const struct sg_table_options *o,
	uint32_t **out, size_t *n, struct sg_error *err)
{
	struct sg_str rest = o->by, name;
	int rc = 0;

	*out = sg_arena_array(v->arena, v->s->nattributes + 1, sizeof **out);
	*n = 0;
	if (rest.n == 0) {
		rc = sg_view_attribute(v, o->group, &(*out)[0], err);
		*n = rc == 0 && (*out)[0] != SG_NONE;
		return rc;
	}
	while (rc == 0 && sg_str_split(&rest, ',', &name)) {
		if (*n == v->s->nattributes)
			return sg_error_set(err, SG_EUSAGE,
				_("an attribute is named twice in '%.*s'"),
				SG_ARG(o->by));
		rc = sg_view_attribute(v, sg_str_trim(name), &(*out)[(*n)++], err);
	}
	return rc;
}

/* qsort has no context argument in C11: what is compared is in the member. */
struct member {
	const struct sg_study_case *who;
	const uint32_t *by;
	size_t nby;
	uint32_t case_;
};

static int by_values(const void *a, const void *b)
{
	const struct member *x = a, *y = b;

	for (size_t i = 0; i < x->nby; i++) {
		int c = sg_str_cmp(x->who->values[x->by[i]], y->who->values[x->by[i]]);
		if (c)
			return c;
	}
	return 0;
}

static int by_values_and_case(const void *a, const void *b)
{
	const struct member *x = a, *y = b;
	int c = by_values(a, b);

	return c ? c : (x->case_ > y->case_) - (x->case_ < y->case_);
}

/* Members with the same values, in the order of the respondents. */
struct group {
	const struct member *first;
	size_t n;
};

static int by_size(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	return (x->first->case_ > y->first->case_) -
	       (x->first->case_ < y->first->case_);
}

static size_t find_members(
	const struct sg_view *v, const uint32_t *by, size_t nby, struct member *out)
{
	size_t n = 0;

	for (uint32_t i = 0; i < v->s->ncases; i++)
		if (v->cases[i])
			out[n++] = (struct member){&v->s->cases[i], by, nby, i};
	if (n > 1)
		qsort(out, n, sizeof *out, by_values_and_case);
	return n;
}

static size_t find_groups(const struct member *members, size_t n, struct group *out)
{
	size_t ngroups = 0;

	for (size_t i = 0; i < n; i++) {
		if (i == 0 || by_values(&members[i - 1], &members[i]) != 0)
			out[ngroups++] = (struct group){&members[i], 0};
		out[ngroups - 1].n++;
	}
	if (ngroups > 1)
		qsort(out, ngroups, sizeof *out, by_size);
	return ngroups;
}

static struct sg_str names(const struct group *g, struct sg_arena *arena)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < g->n; i++)
		sg_buf_printf(
			&b, "%s%.*s", b.n ? ", " : "", SG_ARG(g->first[i].who->name));
	struct sg_str s = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

/* A combination of which nothing is printed has no row. */
static void add_row(const struct sg_view *v, const struct group *g,
	const uint32_t *quotes, struct sg_tables *out, struct sg_table *t)
{
	size_t n = g->first->nby;
	uint32_t printed = 0;

	for (size_t i = 0; i < g->n; i++)
		printed += quotes[g->first[i].case_];
	if (printed == 0)
		return;
	struct sg_cell *row = sg_table_row(out, t);
	for (size_t i = 0; i < n; i++)
		row[i] = sg_cell_text(g->first->who->values[g->first->by[i]]);
	row[n] = sg_cell_count((double)g->n);
	row[n + 1] = sg_cell_count(printed);
	if (g->n > FEW)
		return;
	row[n].mark = sg_label(SG_LABEL_IDENTIFY_RARE, v->english);
	row[n + 2] = sg_cell_text(names(g, v->arena));
}

static struct sg_table *new_table(
	const struct sg_view *v, const uint32_t *by, size_t n, struct sg_tables *out)
{
	struct sg_table *t = sg_tables_add(out, "identify-groups", n + 3);

	t->caption = sg_label(SG_LABEL_IDENTIFY_GROUPS, v->english);
	for (size_t i = 0; i < n; i++)
		sg_table_column(out, t, i,
			sg_arena_str(v->arena, v->s->attributes[by[i]]).p,
			v->s->attributes[by[i]], false, false);
	sg_table_column(
		out, t, n, "k", sg_label(SG_LABEL_IDENTIFY_K, v->english), true, false);
	sg_table_column(out, t, n + 1, "quotations",
		sg_label(SG_LABEL_IDENTIFY_QUOTES, v->english), true, false);
	sg_table_column(out, t, n + 2, "respondents",
		sg_label(SG_LABEL_RESPONDENT, v->english), false, true);
	return t;
}

int sg_identify_groups(const struct sg_view *v, const struct sg_table_options *o,
	const uint32_t *quotes, struct sg_tables *out, struct sg_error *err)
{
	uint32_t *by;
	size_t nby;
	int rc = shown_attributes(v, o, &by, &nby, err);

	if (rc < 0 || nby == 0)
		return rc;
	struct sg_table *t = new_table(v, by, nby, out);
	struct member *members = sg_alloc(v->s->ncases, sizeof *members);
	struct group *groups = sg_alloc(v->s->ncases, sizeof *groups);
	size_t n = find_groups(members, find_members(v, by, nby, members), groups);
	/* The rarest first, then in the order of the respondents. */
	for (size_t i = 0; i < n; i++)
		add_row(v, &groups[i], quotes, out, t);
	free(groups);
	free(members);
	sg_remark(out, t, v, SG_NOTE_IDENTIFY_GROUPS, sg_count_str(v->arena, FEW),
		SG_STR(""), SG_STR(""));
	return 0;
}
