/* study_past.c - what of a study is told otherwise when it is one of the past: codes and
 * facets come from the copy of the run's codebook, and what people said of a text that
 * was revised since is looked for in the text the run had. */
#include "config.h"

#include <stdlib.h>

#include "store/history.h"
#include "store/study_load.h"

/* Which row each label of the codebook meant then. */
struct names {
	SG_VEC(struct name {
		int64_t id;
		struct sg_str label;
	})
	v;
};

static int load_names(struct sg_loader *l, struct names *names)
{
	struct sg_query q;
	int rc;

	sg_query_open(&q, l->store, SG_SQL_RUN_CODES, l->err);
	sg_query_int(&q, ":run", l->run);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&names->v,
			(struct name){sg_col_int(&q, 0), sg_loader_str(l, &q, 1)});
	sg_query_close(&q);
	return rc;
}

static int64_t id_of(const struct names *names, struct sg_str label)
{
	for (size_t i = 0; i < names->v.n; i++)
		if (sg_str_eq(names->v.v[i].label, label))
			return names->v.v[i].id;
	return 0;
}

static struct sg_str keep(struct sg_loader *l, struct sg_str s)
{
	return sg_arena_str(&l->study->arena, s);
}

static void take_codes(
	struct sg_loader *l, const struct sg_codebook *book, const struct names *names)
{
	struct sg_study *s = l->study;

	s->codes = sg_arena_array(&s->arena, book->ncodes, sizeof *s->codes);
	s->ncodes = book->ncodes;
	for (uint32_t i = 0; i < book->ncodes; i++) {
		const struct sg_code *c = &book->codes[i];
		int64_t id = id_of(names, c->label);
		s->codes[i] = (struct sg_study_code){.id = (uint32_t)id,
			.label = keep(l, c->label),
			.name = keep(l, c->name),
			.definition = keep(l, c->definition),
			.parent = c->parent == SG_NO_CODE ? SG_NONE : c->parent,
			.level = c->level,
			.leaf = true};
		if (s->codes[i].parent != SG_NONE)
			s->codes[s->codes[i].parent].leaf = false;
		if (id)
			sg_idmap_put(&l->codes, id, i);
	}
}

static void take_facets(struct sg_loader *l, const struct sg_codebook *book)
{
	struct sg_study *s = l->study;

	s->facets = sg_arena_array(&s->arena, book->nfacets, sizeof *s->facets);
	s->nfacets = book->nfacets;
	for (size_t f = 0; f < book->nfacets; f++) {
		const struct sg_facet *from = &book->facets[f];
		struct sg_study_facet *to = &s->facets[f];
		to->name = keep(l, from->name);
		to->nvalues = from->nvalues;
		to->values =
			sg_arena_array(&s->arena, from->nvalues, sizeof *to->values);
		for (size_t v = 0; v < from->nvalues; v++)
			to->values[v] = keep(l, from->values[v]);
	}
}

static int load_run(struct sg_loader *l)
{
	struct sg_study *s = l->study;
	struct sg_query q;

	sg_query_open(&q, l->store, SG_SQL_STUDY_PROJECT_THEN, l->err);
	sg_query_int(&q, ":run", l->run);
	int rc = sg_query_step(&q);
	if (rc == 0)
		rc = sg_error_set(
			l->err, SG_ENOTFOUND, _("there is no run %u"), l->run);
	if (rc > 0) {
		s->title = sg_loader_str(l, &q, 0);
		s->language = sg_loader_str(l, &q, 1);
		s->run = sg_col_u32(&q, 2);
		s->run_at = sg_loader_str(l, &q, 3);
		s->codebook_path = sg_loader_str(l, &q, 4);
		s->past = sg_col_u32(&q, 5) > l->run || sg_col_u32(&q, 6) > 0;
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

int sg_load_past(struct sg_loader *l)
{
	struct sg_codebook *book = NULL;
	struct names names = {{NULL, 0, 0}};
	int rc = load_run(l);

	if (rc == 0)
		rc = sg_run_codebook(&book, l->store, l->run, NULL, l->err);
	if (rc == 0)
		rc = load_names(l, &names);
	if (rc == 0) {
		take_codes(l, book, &names);
		take_facets(l, book);
	}
	free(names.v.v);
	sg_codebook_free(book);
	return rc;
}

int sg_load_past_places(struct sg_loader *l)
{
	struct sg_past_places *out = &l->places;
	SG_VEC(int64_t) texts = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	if (l->run == 0)
		return 0;
	sg_query_open(&q, l->store, SG_SQL_STUDY_TEXTS_GONE, l->err);
	sg_query_int(&q, ":run", l->run);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&texts, sg_col_int(&q, 0));
	sg_query_close(&q);
	for (size_t i = 0; rc == 0 && i < texts.n; i++)
		rc = sg_anchors_in(l->store, texts.v[i], &out->found, l->err);
	for (size_t i = 0; i < out->found.n; i++)
		sg_idmap_put(&out->at, out->found.v[i].anchor, (uint32_t)i);
	free(texts.v);
	return rc;
}

void sg_past_place(const struct sg_loader *l, int64_t anchor, uint32_t *answer,
	uint32_t *start, uint32_t *stop)
{
	uint32_t moved = sg_idmap_get(&l->places.at, anchor);

	if (moved == SG_NONE)
		return;
	const struct sg_anchor_place *p = &l->places.found.v[moved];
	*answer = sg_idmap_get(&l->answers, p->answer);
	*start = p->start;
	*stop = p->stop;
}
