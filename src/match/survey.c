/* survey.c - counts what each leaf accepted and refused, by the word it stood in; see
 * survey.h. Leaves that stand in several places share one count. */
#include "config.h"

#include "match/survey.h"

#include <stdlib.h>
#include <string.h>

#include "match/scan.h"
#include "text/utf8.h"

enum { FORM_CHARS = 40 };

enum form_kind { FORM_MATCHED, FORM_INSIDE, FORM_SPACED, FORM_KINDS };

struct entry {
	uint32_t leaf;
	enum form_kind kind;
	struct sg_form form;
};

/* The forms seen so far. */
struct census {
	struct sg_survey *out;
	struct sg_scanner *s;
	SG_VEC(struct entry) entries;
	uint32_t *table; /* open addressing: entry + 1 */
	size_t cap;
};

static uint64_t hash(uint32_t leaf, enum form_kind kind, struct sg_str text)
{
	uint64_t h = 0xCBF29CE484222325ULL ^ ((uint64_t)leaf * FORM_KINDS + kind);

	for (size_t i = 0; i < text.n; i++)
		h = (h ^ (unsigned char)text.p[i]) * 0x100000001B3ULL;
	return h ^ h >> 29;
}

static size_t find_slot(
	const struct census *c, uint32_t leaf, enum form_kind kind, struct sg_str text)
{
	size_t i = hash(leaf, kind, text) & (c->cap - 1);

	for (; c->table[i]; i = (i + 1) & (c->cap - 1)) {
		const struct entry *e = &c->entries.v[c->table[i] - 1];
		if (e->leaf == leaf && e->kind == kind && sg_str_eq(e->form.text, text))
			break;
	}
	return i;
}

static void grow(struct census *c)
{
	c->cap *= 2;
	free(c->table);
	c->table = sg_zalloc(c->cap, sizeof *c->table);
	for (size_t i = 0; i < c->entries.n; i++) {
		const struct entry *e = &c->entries.v[i];
		c->table[find_slot(c, e->leaf, e->kind, e->form.text)] =
			(uint32_t)i + 1;
	}
}

static void count(
	struct census *c, uint32_t leaf, enum form_kind kind, struct sg_str text)
{
	size_t cut = sg_utf8_offset(text, FORM_CHARS);
	struct sg_str form = sg_str_sub(text, 0, cut);
	size_t slot = find_slot(c, leaf, kind, form);

	if (c->table[slot]) {
		c->entries.v[c->table[slot] - 1].form.count++;
		return;
	}
	SG_PUSH(&c->entries,
		(struct entry){leaf, kind, {sg_arena_str(&c->out->arena, form), 1}});
	c->table[slot] = (uint32_t)c->entries.n;
	if (2 * c->entries.n > c->cap)
		grow(c);
}

static void watch(
	void *ctx, uint32_t leaf, enum sg_verdict verdict, struct sg_span span)
{
	static const enum form_kind kinds[] = {
		[SG_VERDICT_ACCEPTED] = FORM_MATCHED,
		[SG_VERDICT_INSIDE] = FORM_INSIDE,
		[SG_VERDICT_SCRIPT] = FORM_INSIDE,
		[SG_VERDICT_FORM] = FORM_INSIDE,
		[SG_VERDICT_SPACED] = FORM_SPACED,
	};
	struct census *c = ctx;
	const struct sg_doc *doc = c->s->doc;
	const struct sg_span *a = &doc->answers[sg_answer_at(doc, span.start)].span;
	struct sg_str text = sg_str_sub(doc->body, a->start, a->stop);
	struct sg_span word = sg_word_around(
		text, (struct sg_span){span.start - a->start, span.stop - a->start});

	count(c, leaf, kinds[verdict], sg_str_sub(text, word.start, word.stop));
}

/* Where the leaves stand in the book. */
struct places {
	const struct sg_engine *e;
	SG_VEC(struct sg_term_survey) terms;
	SG_VEC(uint32_t) leaves; /* of each of terms */
	uint32_t code, rule, list;
};

static void collect(struct places *p, const struct sg_node *node)
{
	switch (node->expr->kind) {
	case SG_EXPR_TERM:
	case SG_EXPR_LITERAL:
	case SG_EXPR_REGEX:
		SG_PUSH(&p->terms, (struct sg_term_survey){.expr = node->expr,
					   .code = p->code,
					   .rule = p->rule,
					   .list = p->list});
		SG_PUSH(&p->leaves, node->ref);
		return;
	default: break;
	}
	for (size_t i = 0; node->v && i < node->expr->n; i++)
		collect(p, node->v[i]);
}

static void collect_all(struct places *p)
{
	const struct sg_codebook *book = p->e->book;

	p->code = SG_NO_CODE;
	for (size_t i = 0; i < book->nlists; i++) {
		p->list = (uint32_t)i;
		if (p->e->lists[i])
			collect(p, p->e->lists[i]);
	}
	p->list = UINT32_MAX;
	for (uint32_t i = 0; i < book->ncodes; i++) {
		p->code = i;
		for (uint32_t r = 0; r < book->codes[i].nrules; r++) {
			p->rule = r;
			collect(p, p->e->codes[i].rules[r]);
		}
	}
}

static int entry_cmp(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->leaf != y->leaf)
		return x->leaf < y->leaf ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->form.count != y->form.count)
		return x->form.count > y->form.count ? -1 : 1;
	return sg_str_cmp(x->form.text, y->form.text);
}

static int term_cmp(const void *a, const void *b)
{
	const struct sg_term_survey *x = a, *y = b;

	if (x->expr->line != y->expr->line)
		return x->expr->line < y->expr->line ? -1 : 1;
	return x->expr->col < y->expr->col ? -1 : x->expr->col > y->expr->col;
}

/* What became of one leaf, shared by all places where it stands. */
struct result {
	struct sg_form *forms[FORM_KINDS];
	size_t n[FORM_KINDS];
	uint64_t total[FORM_KINDS];
};

static struct result *summarise(struct census *c, size_t nleaves)
{
	struct result *results = sg_zalloc(nleaves + 1, sizeof *results);
	struct sg_form *forms =
		sg_arena_array(&c->out->arena, c->entries.n, sizeof *forms);

	if (c->entries.n)
		qsort(c->entries.v, c->entries.n, sizeof *c->entries.v, entry_cmp);
	for (size_t i = 0; i < c->entries.n; i++) {
		const struct entry *e = &c->entries.v[i];
		struct result *r = &results[e->leaf];
		forms[i] = e->form;
		if (r->n[e->kind]++ == 0)
			r->forms[e->kind] = &forms[i];
		r->total[e->kind] += e->form.count;
	}
	return results;
}

static void fill(struct sg_survey *out, struct places *p, const struct result *results)
{
	out->n = p->terms.n;
	out->v = sg_arena_array(&out->arena, out->n, sizeof *out->v);
	for (size_t i = 0; i < out->n; i++) {
		const struct result *r = &results[p->leaves.v[i]];
		struct sg_term_survey *t = &p->terms.v[i];
		t->hits = r->total[FORM_MATCHED];
		t->refused = r->total[FORM_INSIDE];
		t->forms = r->forms[FORM_MATCHED];
		t->nforms = r->n[FORM_MATCHED];
		t->inside = r->forms[FORM_INSIDE];
		t->ninside = r->n[FORM_INSIDE];
		t->spaced = r->forms[FORM_SPACED];
		t->nspaced = r->n[FORM_SPACED];
		out->v[i] = *t;
	}
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, term_cmp);
}

/* Every text through the leaves; regexes too, which no rule asks for here. */
static int scan_all(struct sg_scanner *s,
	int (*next)(void *ctx, struct sg_doc *doc, struct sg_error *err), void *ctx,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_doc doc;
	int rc;

	while ((rc = next(ctx, &doc, err)) > 0) {
		rc = sg_scanner_begin(s, &doc, notes, err);
		for (uint32_t i = 0; rc == 0 && i < s->e->terms.leaves.n; i++) {
			if (s->e->terms.leaves.v[i].regex)
				sg_scanner_leaf(s, i);
		}
		sg_scanner_end(s);
		if (rc < 0)
			return rc;
	}
	return rc;
}

int sg_survey_run(struct sg_survey *out, const struct sg_codebook *book,
	int (*next)(void *ctx, struct sg_doc *doc, struct sg_error *err), void *ctx,
	struct sg_notes *notes, struct sg_error *err)
{
	struct census census = {.out = out, .cap = 1024};
	struct places places = {0};
	struct sg_engine *engine = NULL;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	census.table = sg_zalloc(census.cap, sizeof *census.table);
	int rc = sg_engine_new(&engine, book, NULL, notes, err);
	if (rc < 0)
		goto out;
	census.s = sg_scanner_new(engine);
	census.s->watch = watch;
	census.s->watch_ctx = &census;
	rc = scan_all(census.s, next, ctx, notes, err);
	if (rc < 0)
		goto out;
	places.e = engine;
	collect_all(&places);
	struct result *results = summarise(&census, engine->terms.leaves.n);
	fill(out, &places, results);
	free(results);
out:
	if (rc < 0)
		sg_survey_release(out);
	free(places.terms.v);
	free(places.leaves.v);
	free(census.entries.v);
	free(census.table);
	sg_scanner_free(census.s);
	sg_engine_free(engine);
	return rc;
}

void sg_survey_release(struct sg_survey *s)
{
	sg_arena_release(&s->arena);
	s->v = NULL;
	s->n = 0;
}
