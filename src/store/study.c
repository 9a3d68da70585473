/* study.c - loads a project as plain data: each table is read once, in the order of
 * its key, and rows find each other through maps from id to index. */
#include "config.h"

#include "store/study.h"

#include <stdlib.h>
#include <string.h>

#include "store/study_load.h"

void sg_idmap_put(struct sg_idmap *m, int64_t id, uint32_t index)
{
	size_t at = (size_t)id;

	if (at >= m->cap) {
		size_t cap = m->cap ? m->cap : 64;
		while (cap <= at)
			cap *= 2;
		m->v = sg_realloc(m->v, cap, sizeof *m->v);
		memset(m->v + m->cap, 0xFF, (cap - m->cap) * sizeof *m->v);
		m->cap = cap;
	}
	m->v[at] = index;
	m->n++;
}

uint32_t sg_idmap_get(const struct sg_idmap *m, int64_t id)
{
	return id > 0 && (size_t)id < m->cap ? m->v[id] : SG_NONE;
}

void *sg_loader_keep(struct sg_loader *l, const void *v, size_t n, size_t size)
{
	void *p = sg_arena_take(&l->study->arena, n, size);

	if (n)
		memcpy(p, v, n * size);
	return p;
}

struct sg_str sg_loader_str(struct sg_loader *l, const struct sg_query *q, int col)
{
	return sg_arena_str(&l->study->arena, sg_col_text(q, col));
}

void sg_loader_open(struct sg_loader *l, struct sg_query *q, enum sg_sql_id now,
	enum sg_sql_id then)
{
	sg_query_open(q, l->store, l->run ? then : now, l->err);
	if (l->run)
		sg_query_int(q, ":run", l->run);
}

static int load_project(struct sg_loader *l)
{
	struct sg_study *s = l->study;
	struct sg_query q;

	sg_query_open(&q, l->store, SG_SQL_STUDY_PROJECT, l->err);
	int rc = sg_query_step(&q);
	if (rc > 0) {
		s->title = sg_loader_str(l, &q, 0);
		s->language = sg_loader_str(l, &q, 1);
		s->run = sg_col_u32(&q, 2);
		s->run_at = sg_loader_str(l, &q, 3);
		s->pending = sg_col_u32(&q, 5);
		s->codebook_path = sg_loader_str(l, &q, 4);
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

static int load_unscoped(struct sg_loader *l)
{
	struct sg_query q;
	int64_t n;

	sg_query_open(&q, l->store, SG_SQL_STUDY_UNSCOPED, l->err);
	sg_query_int(&q, ":run", l->study->run);
	int rc = sg_query_value(&q, &n);
	l->study->unscoped = rc == 0 && n > 0;
	return rc;
}

/* One column of texts: names of attributes, coders. ids, where given, are column 1.
 * Closes q. */
static int load_names(struct sg_loader *l, struct sg_query *q, const char *first,
	struct sg_idmap *ids, struct sg_str **out, size_t *n)
{
	SG_VEC(struct sg_str) names = {NULL, 0, 0};
	int rc;

	if (first)
		SG_PUSH(&names, sg_str_of(first));
	while ((rc = sg_query_step(q)) > 0) {
		if (ids)
			sg_idmap_put(ids, sg_col_int(q, 1), (uint32_t)names.n);
		SG_PUSH(&names, sg_loader_str(l, q, 0));
	}
	sg_query_close(q);
	*out = sg_loader_keep(l, names.v, names.n, sizeof *names.v);
	*n = names.n;
	free(names.v);
	return rc;
}

static int load_attributes(struct sg_loader *l)
{
	struct sg_query q;

	sg_loader_open(l, &q, SG_SQL_STUDY_ATTRIBUTES, SG_SQL_STUDY_ATTRIBUTES_THEN);
	return load_names(
		l, &q, NULL, NULL, &l->study->attributes, &l->study->nattributes);
}

static int load_coders(struct sg_loader *l)
{
	struct sg_query q;

	sg_query_open(&q, l->store, SG_SQL_STUDY_CODERS, l->err);
	return load_names(
		l, &q, "rules", &l->coders, &l->study->coders, &l->study->ncoders);
}

static uint32_t name_index(const struct sg_str *v, size_t n, struct sg_str name)
{
	for (size_t i = 0; i < n; i++)
		if (sg_str_eq(v[i], name))
			return (uint32_t)i;
	return SG_NONE;
}

static int load_cases(struct sg_loader *l)
{
	SG_VEC(struct sg_study_case) v = {NULL, 0, 0};
	struct sg_study *s = l->study;
	struct sg_query q;
	int rc;

	sg_loader_open(l, &q, SG_SQL_STUDY_CASES, SG_SQL_STUDY_CASES_THEN);
	while ((rc = sg_query_step(&q)) > 0) {
		sg_idmap_put(&l->cases, sg_col_int(&q, 0), (uint32_t)v.n);
		SG_PUSH(&v, (struct sg_study_case){sg_loader_str(l, &q, 1),
				    sg_arena_array(&s->arena, s->nattributes,
					    sizeof(struct sg_str))});
	}
	sg_query_close(&q);
	s->cases = sg_loader_keep(l, v.v, v.n, sizeof *v.v);
	s->ncases = v.n;
	free(v.v);
	if (rc < 0)
		return rc;
	sg_loader_open(l, &q, SG_SQL_STUDY_VALUES, SG_SQL_STUDY_VALUES_THEN);
	while ((rc = sg_query_step(&q)) > 0) {
		uint32_t c = sg_idmap_get(&l->cases, sg_col_int(&q, 0));
		uint32_t a =
			name_index(s->attributes, s->nattributes, sg_col_text(&q, 1));
		if (c != SG_NONE && a != SG_NONE)
			s->cases[c].values[a] = sg_loader_str(l, &q, 2);
	}
	sg_query_close(&q);
	return rc;
}

static int load_questions(struct sg_loader *l)
{
	SG_VEC(struct sg_study_question) v = {NULL, 0, 0};
	struct sg_study *s = l->study;
	struct sg_query q;
	int rc;

	sg_loader_open(l, &q, SG_SQL_STUDY_QUESTIONS, SG_SQL_STUDY_QUESTIONS_THEN);
	while ((rc = sg_query_step(&q)) > 0) {
		sg_idmap_put(&l->questions, sg_col_int(&q, 0), (uint32_t)v.n);
		SG_PUSH(&v, (struct sg_study_question){.label = sg_loader_str(l, &q, 1),
				    .title = sg_loader_str(l, &q, 2),
				    .wording = sg_loader_str(l, &q, 3),
				    .group = sg_loader_str(l, &q, 4),
				    .nfocus = sg_col_u32(&q, 5),
				    .nparts = sg_col_u32(&q, 6)});
	}
	sg_query_close(&q);
	s->questions = sg_loader_keep(l, v.v, v.n, sizeof *v.v);
	s->nquestions = v.n;
	free(v.v);
	for (size_t i = 0; i < s->nquestions; i++) {
		struct sg_study_question *o = &s->questions[i];
		o->focus = sg_arena_array(&s->arena, o->nfocus, sizeof *o->focus);
		o->parts = sg_arena_array(&s->arena, o->nparts, sizeof *o->parts);
		o->nfocus = o->nparts = 0;
	}
	return rc;
}

/* The code a question names: of the past, the one that goes by that label now, whatever
 * it was called, or else the one that was called so. */
static uint32_t focus_code(struct sg_loader *l, struct sg_str label)
{
	int64_t id = 0;

	if (l->run && sg_code_id(l->store, label, &id, l->err) == 0) {
		uint32_t at = sg_idmap_get(&l->codes, id);
		if (at != SG_NONE)
			return at;
	}
	return sg_study_code_find(l->study, label);
}

static int load_question_lists(struct sg_loader *l)
{
	struct sg_study *s = l->study;
	struct sg_query q;
	int rc;

	sg_query_open(&q, l->store, SG_SQL_STUDY_FOCUS, l->err);
	while ((rc = sg_query_step(&q)) > 0) {
		uint32_t at = sg_idmap_get(&l->questions, sg_col_int(&q, 0));
		uint32_t code = focus_code(l, sg_col_text(&q, 1));
		if (at != SG_NONE && code != SG_NONE)
			s->questions[at].focus[s->questions[at].nfocus++] = code;
	}
	sg_query_close(&q);
	if (rc < 0)
		return rc;
	sg_query_open(&q, l->store, SG_SQL_STUDY_PARTS, l->err);
	while ((rc = sg_query_step(&q)) > 0) {
		uint32_t at = sg_idmap_get(&l->questions, sg_col_int(&q, 0));
		if (at != SG_NONE)
			s->questions[at].parts[s->questions[at].nparts++] =
				sg_loader_str(l, &q, 1);
	}
	sg_query_close(&q);
	return rc;
}

static int load_codes(struct sg_loader *l)
{
	SG_VEC(struct sg_study_code) v = {NULL, 0, 0};
	struct sg_study *s = l->study;
	struct sg_query q;
	int rc;

	sg_query_open(&q, l->store, SG_SQL_STUDY_CODES, l->err);
	while ((rc = sg_query_step(&q)) > 0) {
		uint32_t parent = sg_idmap_get(&l->codes, sg_col_int(&q, 4));
		sg_idmap_put(&l->codes, sg_col_int(&q, 0), (uint32_t)v.n);
		if (parent != SG_NONE)
			v.v[parent].leaf = false;
		SG_PUSH(&v, (struct sg_study_code){.id = sg_col_u32(&q, 0),
				    .label = sg_loader_str(l, &q, 1),
				    .name = sg_loader_str(l, &q, 2),
				    .definition = sg_loader_str(l, &q, 3),
				    .parent = parent,
				    .level = sg_col_u32(&q, 5),
				    .leaf = true});
	}
	sg_query_close(&q);
	s->codes = sg_loader_keep(l, v.v, v.n, sizeof *v.v);
	s->ncodes = v.n;
	free(v.v);
	return rc;
}

/* The bodies of texts that the other study has, from there; the others are read. */
static int share_bodies(struct sg_loader *l)
{
	struct sg_idmap at = {NULL, 0, 0};
	struct sg_query q;
	int rc = 0;

	for (size_t i = 0; i < l->other->ntexts; i++)
		sg_idmap_put(&at, l->other->texts[i].id, (uint32_t)i);
	for (size_t i = 0; rc >= 0 && i < l->study->ntexts; i++) {
		struct sg_study_text *t = &l->study->texts[i];
		uint32_t same = sg_idmap_get(&at, t->id);
		if (same != SG_NONE) {
			t->body = l->other->texts[same].body;
			continue;
		}
		sg_query_open(&q, l->store, SG_SQL_TEXT_BODY, l->err);
		sg_query_int(&q, ":id", t->id);
		rc = sg_query_step(&q);
		if (rc > 0)
			t->body = sg_loader_str(l, &q, 1);
		sg_query_close(&q);
	}
	free(at.v);
	return rc < 0 ? rc : 0;
}

static int load_texts(struct sg_loader *l)
{
	SG_VEC(struct sg_study_text) v = {NULL, 0, 0};
	bool wanted = (l->want & (SG_STUDY_BODIES | SG_STUDY_TEXTS)) != 0;
	bool bodies = wanted && !l->other;
	struct sg_query q;
	int rc;

	if (bodies)
		sg_loader_open(l, &q, SG_SQL_STUDY_TEXTS_WITH_BODY,
			SG_SQL_STUDY_TEXTS_THEN_WITH_BODY);
	else
		sg_loader_open(l, &q, SG_SQL_STUDY_TEXTS, SG_SQL_STUDY_TEXTS_THEN);
	while ((rc = sg_query_step(&q)) > 0) {
		sg_idmap_put(&l->texts, sg_col_int(&q, 0), (uint32_t)v.n);
		SG_PUSH(&v, (struct sg_study_text){.id = sg_col_u32(&q, 0),
				    .source = sg_loader_str(l, &q, 1),
				    .length = sg_col_u32(&q, 2)});
		if (bodies)
			v.v[v.n - 1].body = sg_loader_str(l, &q, 3);
	}
	sg_query_close(&q);
	l->study->texts = sg_loader_keep(l, v.v, v.n, sizeof *v.v);
	l->study->ntexts = v.n;
	free(v.v);
	if (rc == 0 && wanted && l->other)
		rc = share_bodies(l);
	return rc;
}

struct answer_row {
	int64_t id;
	struct sg_study_answer answer;
};

/* By case, question, text, place. */
static int answer_cmp(const void *a, const void *b)
{
	const struct sg_study_answer *x = &((const struct answer_row *)a)->answer;
	const struct sg_study_answer *y = &((const struct answer_row *)b)->answer;

	if (x->case_ != y->case_)
		return x->case_ < y->case_ ? -1 : 1;
	if (x->question != y->question)
		return x->question < y->question ? -1 : 1;
	if (x->text != y->text)
		return x->text < y->text ? -1 : 1;
	return (x->start > y->start) - (x->start < y->start);
}

static int load_answers(struct sg_loader *l)
{
	SG_VEC(struct answer_row) v = {NULL, 0, 0};
	struct sg_study *s = l->study;
	struct sg_query q;
	int rc;

	sg_loader_open(l, &q, SG_SQL_STUDY_ANSWERS, SG_SQL_STUDY_ANSWERS_THEN);
	while ((rc = sg_query_step(&q)) > 0) {
		struct answer_row row = {.id = sg_col_int(&q, 0),
			.answer = {.id = sg_col_u32(&q, 0),
				.text = sg_idmap_get(&l->texts, sg_col_int(&q, 1)),
				.case_ = sg_idmap_get(&l->cases, sg_col_int(&q, 2)),
				.question =
					sg_idmap_get(&l->questions, sg_col_int(&q, 3)),
				.start = sg_col_u32(&q, 4),
				.stop = sg_col_u32(&q, 5),
				.confirmed = sg_col_int(&q, 8) != 0}};
		sg_answer_state_parse(sg_col_text(&q, 6), &row.answer.state);
		sg_answer_kind_parse(sg_col_text(&q, 7), &row.answer.kind);
		SG_PUSH(&v, row);
	}
	sg_query_close(&q);
	if (v.n)
		qsort(v.v, v.n, sizeof *v.v, answer_cmp);
	s->answers = sg_arena_array(&s->arena, v.n, sizeof *s->answers);
	s->nanswers = v.n;
	for (size_t i = 0; i < v.n; i++) {
		s->answers[i] = v.v[i].answer;
		sg_idmap_put(&l->answers, v.v[i].id, (uint32_t)i);
	}
	free(v.v);
	return rc;
}

static int load_answer_parts(struct sg_loader *l)
{
	SG_VEC(struct sg_study_part) v = {NULL, 0, 0};
	struct sg_study *s = l->study;
	uint32_t answer = SG_NONE;
	struct sg_query q;
	int rc;

	sg_query_open(&q, l->store, SG_SQL_STUDY_ANSWER_PARTS, l->err);
	do {
		rc = sg_query_step(&q);
		uint32_t at =
			rc > 0 ? sg_idmap_get(&l->answers, sg_col_int(&q, 0)) : SG_NONE;
		if (answer != at && v.n) {
			s->answers[answer].parts =
				sg_loader_keep(l, v.v, v.n, sizeof *v.v);
			s->answers[answer].nparts = v.n;
			v.n = 0;
		}
		answer = at;
		if (at == SG_NONE || s->answers[at].question == SG_NONE)
			continue;
		const struct sg_study_question *o =
			&s->questions[s->answers[at].question];
		uint32_t part = name_index(o->parts, o->nparts, sg_col_text(&q, 1));
		if (part != SG_NONE)
			SG_PUSH(&v, (struct sg_study_part){part, sg_col_u32(&q, 2),
					    sg_col_u32(&q, 3)});
	} while (rc > 0);
	sg_query_close(&q);
	free(v.v);
	return rc;
}

static int load_facets(struct sg_loader *l)
{
	SG_VEC(struct sg_study_facet) v = {NULL, 0, 0};
	SG_VEC(struct sg_str) values = {NULL, 0, 0};
	struct sg_study *s = l->study;
	struct sg_query q;
	int rc;

	sg_query_open(&q, l->store, SG_SQL_STUDY_FACETS, l->err);
	while ((rc = sg_query_step(&q)) > 0) {
		if (v.n == 0 || !sg_str_eq(v.v[v.n - 1].name, sg_col_text(&q, 0)))
			SG_PUSH(&v, (struct sg_study_facet){
					    .name = sg_loader_str(l, &q, 0)});
		v.v[v.n - 1].nvalues++;
		SG_PUSH(&values, sg_loader_str(l, &q, 1));
	}
	sg_query_close(&q);
	struct sg_str *all = sg_loader_keep(l, values.v, values.n, sizeof *values.v);
	for (size_t i = 0; i < v.n; i++) {
		v.v[i].values = all;
		all += v.v[i].nvalues;
	}
	s->facets = sg_loader_keep(l, v.v, v.n, sizeof *v.v);
	s->nfacets = v.n;
	free(v.v);
	free(values.v);
	return rc;
}

/* The project row, codes and facets: of now, or as the run had them. */
static int load_frame(struct sg_loader *l)
{
	if (l->run)
		return sg_load_past(l);
	int rc = load_project(l);
	if (rc == 0)
		rc = load_codes(l);
	return rc < 0 ? rc : load_facets(l);
}

static int load_all(struct sg_loader *l)
{
	int rc = load_frame(l);

	if (rc == 0)
		rc = load_unscoped(l);
	if (rc == 0)
		rc = load_attributes(l);
	if (rc == 0)
		rc = load_coders(l);
	if (rc == 0)
		rc = load_cases(l);
	if (rc == 0)
		rc = load_questions(l);
	if (rc == 0)
		rc = load_question_lists(l);
	if (rc == 0)
		rc = load_texts(l);
	if (rc == 0)
		rc = load_answers(l);
	if (rc == 0)
		rc = load_answer_parts(l);
	if (rc == 0)
		rc = sg_load_past_places(l);
	if (rc == 0)
		rc = sg_load_codings(l);
	if (rc == 0)
		rc = sg_load_memos(l);
	if (rc == 0)
		rc = sg_load_assigned(l);
	return rc;
}

static int load(struct sg_loader *l)
{
	struct sg_study *out = l->study;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	out->now = l->run == 0;
	/* One transaction, so that all tables are of one moment. */
	int rc = sg_store_begin(l->store, l->err);
	if (rc == 0) {
		rc = load_all(l);
		if (rc == 0)
			rc = sg_store_commit(l->store, l->err);
		else
			sg_store_rollback(l->store);
	}
	free(l->cases.v);
	free(l->questions.v);
	free(l->codes.v);
	free(l->texts.v);
	free(l->answers.v);
	free(l->coders.v);
	free(l->places.at.v);
	free(l->places.found.v);
	if (rc < 0)
		sg_study_release(out);
	return rc;
}

int sg_study_load(struct sg_study *out, struct sg_store *store, unsigned want,
	struct sg_error *err)
{
	return load(&(struct sg_loader){
		.study = out, .store = store, .want = want, .err = err});
}

int sg_study_load_run(struct sg_study *out, struct sg_store *store, uint32_t run,
	unsigned want, struct sg_error *err)
{
	return load(&(struct sg_loader){
		.study = out, .store = store, .want = want, .err = err, .run = run});
}

int sg_study_load_beside(struct sg_study *out, struct sg_store *store, struct sg_str at,
	unsigned want, const struct sg_study *other, struct sg_error *err)
{
	bool bodies = other->ntexts && other->texts[0].body.p && other->texts[0].id;
	uint64_t run = 0;

	if (!bodies || (at.n && !(sg_str_uint(at, UINT32_MAX, &run) && run > 0)))
		return sg_study_load_at(out, store, at, want, err);
	return load(&(struct sg_loader){.study = out,
		.store = store,
		.want = want,
		.err = err,
		.run = (uint32_t)run,
		.other = other});
}

int sg_study_load_at(struct sg_study *out, struct sg_store *store, struct sg_str at,
	unsigned want, struct sg_error *err)
{
	uint64_t run;

	if (at.n == 0)
		return sg_study_load(out, store, want, err);
	if (sg_str_uint(at, UINT32_MAX, &run) && run > 0)
		return sg_study_load_run(out, store, (uint32_t)run, want, err);
	return sg_study_load_frozen(out, store, at, want, err);
}

void sg_study_release(struct sg_study *s)
{
	sg_arena_release(&s->arena);
	memset(s, 0, sizeof *s);
}
