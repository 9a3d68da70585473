/* evidence.c - see evidence.h. */
#include "config.h"

#include "store/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"

bool sg_next_hit(struct sg_str *hits, struct sg_rule_hit *out)
{
	uint64_t number = 0, fields[3] = {0, 0, 0};
	unsigned field = 0;

	while (hits->n) {
		char ch = *hits->p;
		*hits = sg_str_skip(*hits, 1);
		if (ch >= '0' && ch <= '9') {
			number = number * 10 + (uint64_t)(ch - '0');
			continue;
		}
		if (field < 3)
			fields[field] = number;
		if (ch == ']' && field == 2) {
			*out = (struct sg_rule_hit){(uint32_t)fields[0],
				(uint32_t)fields[1], (uint32_t)fields[2]};
			return true;
		}
		field = ch == '[' ? 0 : ch == ',' ? field + 1 : field;
		number = 0;
	}
	return false;
}

static int load_hits(struct sg_evidence *e, struct sg_store *s, uint32_t id,
	struct sg_evidence_of *of, struct sg_error *err)
{
	SG_VEC(struct sg_rule_hit) v = {NULL, 0, 0};
	struct sg_rule_hit hit;
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SEGMENT_HITS, err);
	sg_query_int(&q, ":id", id);
	int rc = sg_query_step(&q);
	if (rc > 0) {
		struct sg_str hits = sg_col_text(&q, 0);
		while (sg_next_hit(&hits, &hit))
			SG_PUSH(&v, hit);
	}
	sg_query_close(&q);
	struct sg_rule_hit *kept = sg_arena_array(&e->arena, v.n, sizeof *kept);
	if (v.n)
		memcpy(kept, v.v, v.n * sizeof *kept);
	*of = (struct sg_evidence_of){kept, v.n};
	free(v.v);
	return rc < 0 ? rc : 0;
}

static int by_id(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The rules that the hits name, each once. */
static int load_rules(
	struct sg_evidence *e, struct sg_store *s, size_t n, struct sg_error *err)
{
	SG_VEC(uint32_t) ids = {NULL, 0, 0};
	struct sg_query q;
	int rc = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < e->of[i].nhits; k++)
			if (ids.n == 0 || ids.v[ids.n - 1] != e->of[i].hits[k].rule)
				SG_PUSH(&ids, e->of[i].hits[k].rule);
	if (ids.n)
		qsort(ids.v, ids.n, sizeof *ids.v, by_id);
	e->rules = sg_arena_array(&e->arena, ids.n, sizeof *e->rules);
	for (size_t i = 0; rc >= 0 && i < ids.n; i++) {
		if (i && ids.v[i] == ids.v[i - 1])
			continue;
		sg_query_open(&q, s, SG_SQL_RULE_BODY, err);
		sg_query_int(&q, ":id", ids.v[i]);
		rc = sg_query_step(&q);
		if (rc > 0)
			e->rules[e->nrules++] =
				(struct sg_evidence_rule){ids.v[i], sg_col_u32(&q, 0),
					sg_arena_str(&e->arena, sg_col_text(&q, 1))};
		sg_query_close(&q);
	}
	free(ids.v);
	return rc < 0 ? rc : 0;
}

int sg_evidence_load(struct sg_evidence *out, struct sg_store *s, const uint32_t *ids,
	size_t n, struct sg_error *err)
{
	int rc = 0;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	out->of = sg_arena_array(&out->arena, n, sizeof *out->of);
	for (size_t i = 0; rc == 0 && i < n; i++)
		if (ids[i])
			rc = load_hits(out, s, ids[i], &out->of[i], err);
	if (rc == 0)
		rc = load_rules(out, s, n, err);
	if (rc < 0)
		sg_evidence_release(out);
	return rc;
}

void sg_evidence_release(struct sg_evidence *e)
{
	sg_arena_release(&e->arena);
	memset(e, 0, sizeof *e);
}

const struct sg_evidence_rule *sg_evidence_rule(
	const struct sg_evidence *e, uint32_t id)
{
	size_t low = 0, high = e->nrules;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (e->rules[mid].id == id)
			return &e->rules[mid];
		if (e->rules[mid].id < id)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}
