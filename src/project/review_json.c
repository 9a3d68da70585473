/* review_json.c - see review_json.h. */
#include "config.h"

#include "project/review_json.h"

#include <stdlib.h>

#include <jansson.h>

static json_t *string(struct sg_str s)
{
	return json_stringn(s.p ? s.p : "", s.n);
}

static void set(json_t *o, const char *key, struct sg_str s)
{
	json_object_set_new(o, key, string(s));
}

static void set_number(json_t *o, const char *key, uint64_t n)
{
	json_object_set_new(o, key, json_integer((json_int_t)n));
}

static json_t *coverage(const struct sg_reviewing *r)
{
	const struct sg_coverage *c = &r->list.coverage;
	json_t *o = json_object();

	set_number(o, "cells", c->all);
	set_number(o, "cells_seen", c->all_seen);
	set_number(o, "coded", c->coded);
	set_number(o, "coded_seen", c->coded_seen);
	set_number(o, "usual_uncoded", c->usual);
	set_number(o, "usual_uncoded_seen", c->usual_seen);
	return o;
}

static json_t *stretch(const struct sg_reviewing *r, uint32_t start, uint32_t stop)
{
	uint32_t text = r->study.answers[r->work->cell.answer].text;
	json_t *o = json_object();

	set_number(o, "start", start);
	set_number(o, "stop", stop);
	set(o, "quote", sg_study_quote(&r->study, text, start, stop));
	return o;
}

static json_t *segments(const struct sg_reviewing *r)
{
	json_t *list = json_array();

	for (size_t i = 0; i < r->nsegments; i++) {
		const struct sg_review_segment *g = &r->segments[i];
		json_t *o = stretch(r, g->start, g->stop);
		set(o, "coder", r->study.coders[g->coder]);
		json_object_set_new(o, "default", json_boolean(g->by_default));
		json_object_set_new(o, "rejected", json_boolean(g->dropped));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *hits(const struct sg_reviewing *r)
{
	json_t *list = json_array();

	for (size_t i = 0; i < r->nhits; i++) {
		const struct sg_entry_hit *e = &r->hits[i];
		json_t *o = stretch(r, e->start, e->stop);
		set_number(o, "line", e->line);
		set(o, "rule", e->rule);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *facets(const struct sg_reviewing *r)
{
	json_t *o = json_object();
	struct sg_arena arena;

	sg_arena_init(&arena);
	for (size_t f = 0; f < r->study.nfacets; f++) {
		struct sg_str name = r->study.facets[f].name;
		struct sg_str values = sg_reviewing_values(r, (uint32_t)f, &arena);
		json_object_setn_new(
			o, name.p, name.n, values.n ? string(values) : json_null());
	}
	sg_arena_release(&arena);
	return o;
}

static json_t *cell(const struct sg_reviewing *r)
{
	const struct sg_study_code *c = &r->study.codes[r->work->cell.code];
	const struct sg_study_answer *a = &r->study.answers[r->work->cell.answer];
	json_t *o = json_object();

	set(o, "respondent", sg_reviewing_respondent(r));
	set(o, "question", sg_reviewing_question(r));
	set(o, "code", c->label);
	set(o, "name", c->name);
	set(o, "why", sg_str_of(sg_work_why_name(r->work->why)));
	json_object_set_new(o, "seen", json_boolean(r->work->cell.seen));
	set(o, "definition", r->entry.definition);
	set(o, "include", r->entry.include);
	set(o, "exclude", r->entry.exclude);
	json_object_set_new(o, "facets", facets(r));
	json_object_set_new(o, "segments", segments(r));
	json_object_set_new(o, "hits", hits(r));
	set_number(o, "start", a->start);
	set(o, "answer", r->text);
	return o;
}

void sg_review_json(const struct sg_reviewing *r, struct sg_buf *out)
{
	json_t *o = json_object();
	bool end = sg_reviewing_ended(r);

	json_object_set_new(o, "cell", end ? json_null() : cell(r));
	set_number(o, "waiting", r->list.n - (end ? r->list.n : r->at));
	json_object_set_new(o, "coverage", coverage(r));
	char *text = json_dumps(o, JSON_INDENT(2));
	json_decref(o);
	sg_buf_addz(out, text);
	sg_buf_addc(out, '\n');
	free(text);
}
