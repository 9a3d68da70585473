/* quotes.c - every coding of some codes in full: who said it where, and who coded it;
 * or of codes where they meet others. */
#include "config.h"

#include "analysis/analysis.h"

#include <stdlib.h>

#include "analysis/code_query.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"

enum { CODE, CODE_NAME, RESPONDENT, GROUP, QUESTION, TEXT, CODER, REVIEWED, FACETS };

struct quotes {
	const struct sg_view *v;
	struct sg_tables *t;
	struct sg_table *table;
	struct sg_units units;
	struct sg_groups groups;
	bool grouped;
	uint32_t *codings;
	size_t n;
	bool *facets;
	size_t nfacets;
	struct sg_code_query query; /* text empty: there is none */
	struct sg_str asked;        /* name of its unit */
};

static struct sg_str label(const struct quotes *q, enum sg_label l)
{
	return sg_label(l, q->v->english);
}

static const struct sg_study_coding *coding(const struct quotes *q, size_t i)
{
	return &q->v->s->codings[q->codings[i]];
}

/* Codes in their order, then as the study has them: by case, question and place. */
static void order(struct quotes *q)
{
	uint32_t *sorted = sg_arena_array(q->v->arena, q->n, sizeof *sorted);
	size_t n = 0;

	for (uint32_t c = 0; c < q->v->s->ncodes; c++)
		for (size_t i = 0; i < q->n; i++)
			if (coding(q, i)->code == c)
				sorted[n++] = q->codings[i];
	q->codings = sorted;
}

static void find_facets(struct quotes *q)
{
	const struct sg_study *s = q->v->s;

	q->facets = sg_arena_array(q->v->arena, s->nfacets, sizeof *q->facets);
	for (size_t i = 0; i < q->n; i++)
		for (size_t f = 0; f < s->nfacets; f++)
			if (coding(q, i)->facets && coding(q, i)->facets[f] != SG_NONE)
				q->facets[f] = true;
	for (size_t f = 0; f < s->nfacets; f++)
		q->nfacets += q->facets[f];
}

static void name_columns(struct quotes *q)
{
	static const struct {
		const char *key;
		enum sg_label label;
		bool wrap;
	} columns[FACETS] = {
		[CODE] = {"code", SG_LABEL_CODE, false},
		[CODE_NAME] = {"name", SG_LABEL_CODE, true},
		[RESPONDENT] = {"respondent", SG_LABEL_RESPONDENT, false},
		[GROUP] = {"group", SG_LABEL_GROUP, false},
		[QUESTION] = {"question", SG_LABEL_QUESTION_COLUMN, false},
		[TEXT] = {"text", SG_LABEL_TEXT, true},
		[CODER] = {"coder", SG_LABEL_CODER, false},
		[REVIEWED] = {"reviewed", SG_LABEL_REVIEWED, false},
	};

	for (size_t k = 0; k < FACETS; k++)
		sg_table_column(q->t, q->table, k, columns[k].key,
			label(q, columns[k].label), false, columns[k].wrap);
	q->table->columns[CODE].machine = true;
	/* The caption names a single code. */
	q->table->columns[CODE_NAME].machine =
		q->n == 0 || coding(q, 0)->code == coding(q, q->n - 1)->code;
	for (size_t f = 0, k = FACETS; f < q->v->s->nfacets; f++)
		if (q->facets[f]) {
			struct sg_str name = q->v->s->facets[f].name;
			sg_table_column(q->t, q->table, k++,
				sg_arena_strz(q->v->arena, name), name, false, false);
		}
}

/* The coded stretch without the list mark it may begin with. */
static struct sg_str text_of(struct quotes *q, const struct sg_study_coding *c)
{
	const struct sg_answer_units *u = sg_units_of(&q->units, c->answer);
	uint32_t start = c->start;

	for (uint32_t i = 0; i < u->nsentences; i++)
		if (start >= u->sentences[i].start && start < u->sentences[i].shown &&
			u->sentences[i].shown < c->stop)
			start = u->sentences[i].shown;
	return sg_arena_str(
		q->v->arena, sg_study_quote(q->v->s, q->v->s->answers[c->answer].text,
				     start, c->stop));
}

static void add_row(struct quotes *q, const struct sg_study_coding *c)
{
	const struct sg_study *s = q->v->s;
	const struct sg_study_answer *a = &s->answers[c->answer];
	struct sg_cell *cells = sg_table_row(q->t, q->table);

	cells[CODE] = sg_cell_text(s->codes[c->code].label);
	cells[CODE_NAME] = sg_cell_text(sg_view_code_title(q->v, c->code));
	cells[RESPONDENT] = sg_cell_text(s->cases[a->case_].name);
	if (q->grouped)
		cells[GROUP] = sg_cell_text(q->groups.names[q->groups.of[a->case_]]);
	if (a->question != SG_NONE)
		cells[QUESTION] = sg_cell_text(s->questions[a->question].label);
	cells[TEXT] = sg_cell_text(text_of(q, c));
	cells[CODER] =
		sg_cell_text(c->origin == SG_ORIGIN_DEFAULT ? label(q, SG_LABEL_DEFAULT)
			     : c->coder == 0                ? label(q, SG_LABEL_RULES)
							    : s->coders[c->coder]);
	if (c->reviewed)
		cells[REVIEWED] = sg_cell_text(label(q, SG_LABEL_YES));
	for (size_t f = 0, k = FACETS; f < s->nfacets; f++) {
		if (!q->facets[f])
			continue;
		if (c->facets && c->facets[f] != SG_NONE)
			cells[k] = sg_cell_text(s->facets[f].values[c->facets[f]]);
		k++;
	}
}

static uint32_t people(const struct quotes *q)
{
	struct sg_tally t;

	sg_tally_init(&t, q->v->arena, 1, q->v->s->ncases);
	for (size_t i = 0; i < q->n; i++)
		sg_tally_set(&t, 0, q->v->s->answers[coding(q, i)->answer].case_);
	return sg_tally_count(&t, 0);
}

/* "C1a 디지털 격차, C1b …" as asked for. */
static struct sg_str title(const struct quotes *q)
{
	const struct sg_filter *f = q->v->filter;
	struct sg_buf b;

	if (q->query.text.n)
		return sg_fill(q->v->arena, label(q, SG_LABEL_QUOTES_TITLE),
			&q->query.text, 1);
	sg_buf_init(&b);
	for (size_t i = 0; i < f->ncodes; i++) {
		uint32_t code = sg_study_code_find(q->v->s, f->codes[i]);
		struct sg_str name = sg_view_code_title(q->v, code);
		sg_buf_printf(&b, "%s%.*s", i ? ", " : "", SG_ARG(name));
	}
	if (b.n == 0)
		sg_buf_add(&b, label(q, SG_LABEL_CODE));
	struct sg_str codes = sg_arena_str(q->v->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return sg_fill(q->v->arena, label(q, SG_LABEL_QUOTES_TITLE), &codes, 1);
}

/* The codings that a query of codes finds, in place of all that are counted. */
static int ask(struct quotes *q, const struct sg_table_options *o, struct sg_error *err)
{
	enum sg_code_unit unit;
	struct sg_code_units units;
	int rc = sg_code_unit_find(q->v->s, o->unit, &unit, err);

	if (rc < 0)
		return rc;
	sg_code_units_init(&units, q->v, unit, UINT32_MAX, q->codings, q->n);
	rc = sg_code_query_run(&q->query, &units, o->query, err);
	if (rc < 0)
		return rc;
	q->codings = q->query.codings;
	q->n = q->query.ncodings;
	q->asked = label(q, sg_code_unit_label(unit));
	return 0;
}

int sg_quotes(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	struct quotes q = {.v = &v, .t = out};
	struct sg_filter filter = o->filter;
	bool one = o->query.n && sg_study_code_find(s, o->query) != SG_NONE;
	uint32_t group = SG_NONE;

	if (one && o->unit)
		return sg_error_set(err, SG_EUSAGE,
			_("--unit is for a query of several codes, and '%.*s' is one"),
			SG_ARG(o->query));
	if (one) { /* a code by itself, whatever signs its name holds */
		filter.codes = &o->query;
		filter.ncodes = 1;
	}
	int rc = sg_view_init(&v, s, &filter, &out->arena, err);
	if (rc == 0)
		rc = sg_view_attribute(&v, o->group, &group, err);
	if (rc == 0)
		rc = sg_units_check(s, err);
	if (rc < 0)
		return rc;
	sg_units_init(&q.units, s, &out->arena);
	sg_groups_init(&q.groups, &v, group);
	q.grouped = group != SG_NONE;
	q.n = sg_codings_counted(&v, SG_NONE, &q.codings);
	if (o->query.n && !one)
		rc = ask(&q, o, err);
	if (rc < 0)
		return rc;
	order(&q);
	find_facets(&q);
	q.table = sg_tables_add(out, "quotes", FACETS + q.nfacets);
	q.table->caption = title(&q);
	name_columns(&q);
	for (size_t i = 0; i < q.n; i++)
		add_row(&q, coding(&q, i));
	if (q.query.text.n)
		sg_remark(out, q.table, &v, SG_NOTE_QUERY_UNITS, q.asked,
			sg_count_str(&out->arena, q.query.nunits), SG_STR(""));
	sg_remark(out, q.table, &v, SG_NOTE_QUOTES_COUNT,
		sg_count_str(&out->arena, people(&q)), sg_count_str(&out->arena, q.n),
		SG_STR(""));
	sg_remark_review(out, q.table, &v, q.codings, q.n);
	sg_remark_source(q.table, &v);
	return 0;
}
