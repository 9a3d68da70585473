/* overview.c - the study before its findings: respondents by attribute; by question who
 * was asked, who answered, and how much of the coding a person has reviewed. */
#include "config.h"

#include "analysis/analysis.h"

#include "analysis/coverage.h"
#include "analysis/number.h"
#include "analysis/remarks.h"

struct overview {
	const struct sg_view *v;
	struct sg_tables *t;
};

static struct sg_str label(const struct overview *o, enum sg_label l)
{
	return sg_label(l, o->v->english);
}

/* --- respondents --- */

static uint32_t people_of(
	const struct overview *o, const struct sg_groups *g, uint32_t group)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < o->v->s->ncases; i++)
		n += o->v->cases[i] && g->of[i] == group;
	return n;
}

static void value_row(const struct overview *o, struct sg_table *t, struct sg_str name,
	struct sg_str value, uint32_t span, uint32_t n)
{
	struct sg_cell *cells = sg_table_row(o->t, t);

	if (span)
		cells[0] = sg_cell_text(name);
	cells[0].rows = span;
	cells[1] = sg_cell_text(value);
	cells[2] = sg_cell_share(n, o->v->ncases, o->v->ncases > 0);
}

static void attribute_rows(const struct overview *o, struct sg_table *t, uint32_t at)
{
	const struct sg_study *s = o->v->s;
	struct sg_groups g;
	uint32_t shown = 0, people = 0;

	sg_groups_init(&g, o->v, at);
	for (uint32_t k = 0; k < g.n; k++)
		shown += people_of(o, &g, k) > 0;
	if (shown > SG_OVERVIEW_VALUES) {
		struct sg_str n = sg_count_str(o->v->arena, shown);
		for (uint32_t i = 0; i < s->ncases; i++)
			people += o->v->cases[i] && s->cases[i].values[at].n > 0;
		value_row(o, t, s->attributes[at],
			sg_fill(o->v->arena, label(o, SG_LABEL_OVERVIEW_DISTINCT), &n,
				1),
			1, people);
		return;
	}
	for (uint32_t k = 0, span = shown; k < g.n; k++) {
		uint32_t n = people_of(o, &g, k);
		if (n == 0)
			continue;
		value_row(o, t, s->attributes[at], g.names[k], span, n);
		span = 0;
	}
}

static void people_table(const struct overview *o)
{
	struct sg_table *t = sg_tables_add(o->t, "overview-people", 3);
	struct sg_str n = sg_count_str(o->v->arena, o->v->ncases), none = SG_STR("");

	t->caption = label(o, SG_LABEL_OVERVIEW_PEOPLE);
	sg_table_column(o->t, t, 0, "attribute", label(o, SG_LABEL_OVERVIEW_ATTRIBUTE),
		false, true);
	sg_table_column(
		o->t, t, 1, "value", label(o, SG_LABEL_OVERVIEW_VALUE), false, true);
	sg_table_column(o->t, t, 2, "n", SG_STR("n(%)"), true, false);
	value_row(o, t, label(o, SG_LABEL_OVERVIEW_ALL), none, 1, o->v->ncases);
	for (uint32_t i = 0; i < o->v->s->nattributes; i++)
		attribute_rows(o, t, i);
	sg_remark(o->t, t, o->v, SG_NOTE_OVERVIEW_PEOPLE, n, none, none);
	sg_remark_source(t, o->v);
}

/* --- questions --- */

/* question SG_NONE: all of them. */
static void question_row(
	const struct overview *o, struct sg_table *t, uint32_t question)
{
	const struct sg_view *v = o->v;
	struct sg_cell *cells = sg_table_row(o->t, t);
	bool all = question == SG_NONE;
	uint32_t asked = sg_remark_base(v, SG_BASE_ASKED, question);
	uint32_t valid = sg_remark_base(v, SG_BASE_VALID, question);
	struct sg_coverage c;

	sg_coverage_count(&c, v, question);
	cells[0] = sg_cell_text(all ? SG_STR("") : v->s->questions[question].label);
	cells[1] = sg_cell_text(all ? label(o, SG_LABEL_OVERVIEW_ALL)
				    : sg_view_question_title(v, question));
	cells[1].strong = all;
	cells[2] = sg_cell_count(asked);
	cells[3] = sg_cell_share(valid, asked, asked > 0);
	cells[4] = sg_cell_count(asked - valid);
	cells[5] = sg_cell_count((double)c.coded);
	cells[6] = sg_cell_share((double)c.coded_seen, (double)c.coded, c.coded > 0);
}

static void questions_table(const struct overview *o)
{
	static const struct {
		const char *key;
		enum sg_label label;
	} columns[] = {
		{"question", SG_LABEL_QUESTION_COLUMN},
		{"title", SG_LABEL_QUESTION_COLUMN},
		{"asked", SG_LABEL_OVERVIEW_ASKED},
		{"valid", SG_LABEL_OVERVIEW_VALID},
		{"none", SG_LABEL_OVERVIEW_NONE},
		{"coded", SG_LABEL_OVERVIEW_CODED},
		{"reviewed", SG_LABEL_OVERVIEW_SEEN},
	};
	enum { NCOLUMNS = sizeof columns / sizeof *columns };
	struct sg_table *t = sg_tables_add(o->t, "overview-questions", NCOLUMNS);
	struct sg_str none = SG_STR("");

	t->caption = label(o, SG_LABEL_OVERVIEW_QUESTIONS);
	for (size_t k = 0; k < NCOLUMNS; k++)
		sg_table_column(o->t, t, k, columns[k].key, label(o, columns[k].label),
			k > 1, k == 1);
	t->columns[0].machine = true;
	for (uint32_t q = 0; q < o->v->s->nquestions; q++)
		if (o->v->questions[q])
			question_row(o, t, q);
	question_row(o, t, SG_NONE);
	sg_remark(o->t, t, o->v, SG_NOTE_OVERVIEW_STANDING, none, none, none);
	sg_remark(o->t, t, o->v, SG_NOTE_OVERVIEW_CELLS, none, none, none);
	sg_remark_source(t, o->v);
}

int sg_overview(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);

	if (rc < 0)
		return rc;
	struct overview w = {.v = &v, .t = out};
	people_table(&w);
	questions_table(&w);
	return 0;
}
