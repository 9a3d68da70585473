/* identify.c - see identify.h. */
#include "config.h"

#include "analysis/identify.h"

#include <stdlib.h>

#include "analysis/identify_groups.h"
#include "analysis/identify_rules.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"
#include "base/file.h"

struct printed { /* words that will be read */
	struct sg_str text, respondent, question;
};

struct identify {
	struct sg_view v;
	const struct sg_identify_options *o;
	struct sg_tables *t;
	struct sg_identifier *rules;
	struct {
		struct printed *v;
		size_t n, cap;
	} printed;
	struct {
		struct sg_str *v;
		size_t n, cap;
	} own; /* names that attributes hold */
	size_t found, accepted;
};

struct keyed { /* for sorting */
	struct sg_str key[2];
	size_t at;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int c = sg_str_cmp(x->key[0], y->key[0]);

	if (c == 0)
		c = sg_str_cmp(x->key[1], y->key[1]);
	return c ? c : (x->at > y->at) - (x->at < y->at);
}

/* Which of v stand there for the first time; the caller frees. Sorts v. */
static bool *first_ones(struct keyed *v, size_t n)
{
	bool *first = sg_zalloc(n, sizeof *first);

	if (n > 1)
		qsort(v, n, sizeof *v, by_key);
	for (size_t i = 0; i < n; i++)
		first[v[i].at] = i == 0 || !sg_str_eq(v[i].key[0], v[i - 1].key[0]) ||
				 !sg_str_eq(v[i].key[1], v[i - 1].key[1]);
	return first;
}

/* A quotation may stand in several tables. */
static void keep_printed_once(struct identify *x)
{
	size_t n = x->printed.n, kept = 0;
	struct keyed *v = sg_alloc(n, sizeof *v);

	for (size_t i = 0; i < n; i++)
		v[i] = (struct keyed){
			{x->printed.v[i].text, x->printed.v[i].respondent}, i};
	bool *first = first_ones(v, n);
	for (size_t i = 0; i < n; i++)
		if (first[i])
			x->printed.v[kept++] = x->printed.v[i];
	x->printed.n = kept;
	free(first);
	free(v);
}

static void keep_own_once(struct identify *x)
{
	size_t n = x->own.n, kept = 0;
	struct keyed *v = sg_alloc(n, sizeof *v);

	for (size_t i = 0; i < n; i++)
		v[i] = (struct keyed){{x->own.v[i], SG_STR("")}, i};
	bool *first = first_ones(v, n);
	for (size_t i = 0; i < n; i++)
		if (first[i])
			x->own.v[kept++] = x->own.v[i];
	x->own.n = kept;
	free(first);
	free(v);
}

/* Every quotation of the findings; their texts live in scratch. */
static void from_findings(struct identify *x, const struct sg_tables *scratch)
{
	for (size_t i = 0; i < scratch->n; i++) {
		const struct sg_table *t = &scratch->v[i];
		for (size_t k = 0; k < t->nrows * t->ncolumns; k++)
			for (size_t q = 0; q < t->cells[k].nquotes; q++) {
				const struct sg_quote *quote = &t->cells[k].quotes[q];
				SG_PUSH(&x->printed,
					(struct printed){quote->text, quote->respondent,
						quote->question});
			}
	}
}

static void from_study(
	struct identify *x, uint32_t answer, uint32_t start, uint32_t stop)
{
	const struct sg_study *s = x->v.s;
	const struct sg_study_answer *a = &s->answers[answer];

	if (a->case_ == SG_NONE || !x->v.cases[a->case_] ||
		(a->question != SG_NONE && !x->v.questions[a->question]))
		return;
	SG_PUSH(&x->printed,
		(struct printed){sg_study_quote(s, a->text, start, stop),
			s->cases[a->case_].name,
			a->question == SG_NONE ? SG_STR("")
					       : s->questions[a->question].label});
}

/* What is to be looked at; without questions there are no findings, only pins. */
static int collect(struct identify *x, struct sg_tables *scratch, struct sg_error *err)
{
	const struct sg_study *s = x->v.s;
	struct sg_table_options o = x->o->tables;
	int rc = 0;

	o.by = SG_STR("");
	if (x->o->all) {
		for (uint32_t i = 0; i < s->nanswers; i++)
			from_study(x, i, s->answers[i].start, s->answers[i].stop);
		return 0;
	}
	if (s->nquestions)
		rc = sg_findings(s, &o, scratch, err);
	if (rc < 0)
		return rc;
	from_findings(x, scratch);
	for (size_t i = 0; i < s->npins; i++)
		if (!s->pins[i].barred)
			from_study(x, s->pins[i].answer, s->pins[i].start,
				s->pins[i].stop);
	return 0;
}

/* Attributes that hold who somebody is, and respondents' names that are no numbers. */
static void find_own(struct identify *x)
{
	static const char *const names[] = {"이름", "성명", "성함", "name", "소속",
		"기관", "기관명", "부서", "직장", "회사", "학교", "affiliation",
		"organization"};
	const struct sg_study *s = x->v.s;

	for (size_t i = 0; i < s->ncases; i++)
		for (size_t a = 0; a < s->nattributes; a++)
			for (size_t k = 0; k < sizeof names / sizeof *names; k++)
				if (sg_str_eqz(s->attributes[a], names[k]) &&
					s->cases[i].values[a].n > 3)
					SG_PUSH(&x->own, s->cases[i].values[a]);
	for (size_t i = 0; i < s->ncases; i++)
		if (s->cases[i].name.n >= 6 &&
			(unsigned char)s->cases[i].name.p[0] >= 0xEA)
			SG_PUSH(&x->own, s->cases[i].name);
}

static struct sg_str key_of(
	struct identify *x, const char *kind, struct sg_str found, struct sg_str text)
{
	struct sg_str all = sg_arena_printf(
		x->v.arena, "%s\t%.*s\t%.*s", kind, SG_ARG(found), SG_ARG(text));
	char hex[65];

	sg_sha256_hex(all, hex);
	return sg_arena_str(x->v.arena, (struct sg_str){hex, SG_IDENTIFY_KEY});
}

static bool is_accepted(const struct identify *x, struct sg_str key)
{
	for (size_t i = 0; i < x->o->naccepted; i++)
		if (sg_str_eq(x->o->accepted[i], key))
			return true;
	return false;
}

enum { KEY, KIND, FOUND, RESPONDENT, QUESTION, TEXT, COLUMNS };

static void report(struct identify *x, struct sg_table *t, const char *kind,
	struct sg_str label, struct sg_str found, const struct printed *p)
{
	struct sg_arena *a = x->v.arena;
	struct sg_str key = key_of(x, kind, found, p->text);

	if (is_accepted(x, key)) {
		x->accepted++;
		return;
	}
	x->found++;
	struct sg_cell *row = sg_table_row(x->t, t);
	row[KEY] = sg_cell_text(key);
	row[KIND] = sg_cell_text(label);
	row[FOUND] = sg_cell_text(sg_arena_str(a, found));
	row[RESPONDENT] = sg_cell_text(sg_arena_str(a, p->respondent));
	row[QUESTION] = sg_cell_text(sg_arena_str(a, p->question));
	row[TEXT] = sg_cell_text(sg_arena_str(a, p->text));
}

/* A name of a respondent or of where they work, wherever it stands. */
static void look_for_own(
	struct identify *x, struct sg_table *t, const struct printed *p)
{
	struct sg_str label = sg_label(SG_LABEL_IDENTIFY_OWN, x->v.english);

	for (size_t i = 0; i < x->own.n; i++)
		if (sg_str_find(p->text, x->own.v[i]) != SIZE_MAX)
			report(x, t, "own", label, x->own.v[i], p);
}

static int look(struct identify *x, struct sg_table *t, struct sg_error *err)
{
	struct sg_identified_list list = {NULL, 0, 0};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < x->printed.n; i++) {
		const struct printed *p = &x->printed.v[i];
		list.n = 0;
		if (sg_identify_text(x->rules, p->text, &list) < 0)
			rc = sg_error_set(err, SG_ELIMIT,
				_("a quotation of %.*s is too long to look through"),
				SG_ARG(p->respondent));
		look_for_own(x, t, p);
		for (size_t k = 0; k < list.n; k++) {
			const struct sg_identify_rule *r = list.v[k].rule;
			report(x, t, r->kind, sg_str_of(x->v.english ? r->en : r->ko),
				sg_str_sub(p->text, list.v[k].span.start,
					list.v[k].span.stop),
				p);
		}
	}
	free(list.v);
	return rc;
}

static struct sg_str label(const struct identify *x, enum sg_label l)
{
	return sg_label(l, x->v.english);
}

static struct sg_table *new_table(struct identify *x)
{
	struct sg_table *t = sg_tables_add(x->t, "identify", COLUMNS);

	t->caption = label(x, SG_LABEL_IDENTIFY_TITLE);
	sg_table_column(
		x->t, t, KEY, "key", label(x, SG_LABEL_IDENTIFY_KEY), false, false);
	sg_table_column(
		x->t, t, KIND, "kind", label(x, SG_LABEL_ERROR_KIND), false, false);
	sg_table_column(x->t, t, FOUND, "found", label(x, SG_LABEL_IDENTIFY_FOUND),
		false, true);
	sg_table_column(x->t, t, RESPONDENT, "respondent",
		label(x, SG_LABEL_RESPONDENT), false, false);
	sg_table_column(x->t, t, QUESTION, "question",
		label(x, SG_LABEL_QUESTION_COLUMN), false, false);
	sg_table_column(x->t, t, TEXT, "text", label(x, SG_LABEL_TEXT), false, true);
	return t;
}

/* How many words of each respondent will be printed. */
static uint32_t *quotes_by_case(const struct identify *x)
{
	uint32_t *n = sg_arena_array(x->v.arena, x->v.s->ncases, sizeof *n);

	for (size_t i = 0; i < x->printed.n; i++) {
		uint32_t who = sg_study_case_find(x->v.s, x->printed.v[i].respondent);
		if (who != SG_NONE)
			n[who]++;
	}
	return n;
}

static int run(struct identify *x, struct sg_tables *scratch, struct sg_error *err)
{
	int rc = collect(x, scratch, err);

	if (rc < 0)
		return rc;
	keep_printed_once(x);
	find_own(x);
	keep_own_once(x);
	struct sg_table *t = new_table(x);
	rc = look(x, t, err);
	if (rc < 0)
		return rc;
	sg_remark(x->t, t, &x->v,
		x->o->all ? SG_NOTE_IDENTIFY_ALL : SG_NOTE_IDENTIFY_PRINTED,
		sg_count_str(x->v.arena, x->printed.n),
		sg_count_str(x->v.arena, x->found),
		sg_count_str(x->v.arena, x->accepted));
	sg_remark(x->t, t, &x->v, SG_NOTE_IDENTIFY_CAUTION, SG_STR(""), SG_STR(""),
		SG_STR(""));
	sg_remark_source(t, &x->v);
	uint32_t *quotes = quotes_by_case(x);
	return sg_identify_groups(&x->v, &x->o->tables, quotes, x->t, err);
}

int sg_identify(const struct sg_study *s, const struct sg_identify_options *o,
	struct sg_tables *out, size_t *nfound, struct sg_error *err)
{
	struct identify x = {.o = o, .t = out};
	struct sg_tables scratch;

	int rc = sg_view_init(&x.v, s, &o->tables.filter, &out->arena, err);
	if (rc < 0)
		return rc;
	x.rules = sg_identifier_new(err);
	if (!x.rules)
		return SG_EINPUT;
	sg_tables_init(&scratch);
	rc = run(&x, &scratch, err);
	*nfound = x.found;
	sg_tables_release(&scratch);
	sg_identifier_free(x.rules);
	free(x.printed.v);
	free(x.own.v);
	return rc;
}
