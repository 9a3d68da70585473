/* review_rules.c - compares what each rule codes with what it would code with one thing
 * changed; see review.h and what_if.h. */
#include "config.h"

#include "coding/review.h"

#include <stdlib.h>
#include <string.h>

#include "coding/review_answers.h"
#include "coding/what_if.h"

/* Places in all texts: number of the text in the upper half, byte in the lower. */
struct places {
	uint64_t *v;
	size_t n, cap;
};

/* A hit of one branch of an OR. */
struct branch_hit {
	uint64_t start, stop;
	size_t branch; /* index among the what-ifs */
	bool shared;   /* a hit of another branch touches it */
};

struct branch_hits {
	struct branch_hit *v;
	size_t n, cap;
};

struct job {
	struct sg_review *out;
	const struct sg_codebook *book;
	struct sg_what_ifs ifs;
	struct places *codes;         /* [codes]: the units they code */
	struct places **rules;        /* [codes][rules] */
	struct places *changed;       /* [what-ifs] */
	struct branch_hits *branches; /* [what-ifs], of BRANCH */
	uint64_t text;
};

static int place_cmp(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void tidy(struct places *p)
{
	size_t kept = 0;

	if (p->n)
		qsort(p->v, p->n, sizeof *p->v, place_cmp);
	for (size_t i = 0; i < p->n; i++) {
		if (i == 0 || p->v[i] != p->v[kept - 1])
			p->v[kept++] = p->v[i];
	}
	p->n = kept;
}

/* How many of a are not in b. */
static size_t beyond(const struct places *a, const struct places *b)
{
	size_t n = 0, j = 0;

	for (size_t i = 0; i < a->n; i++) {
		while (j < b->n && b->v[j] < a->v[i])
			j++;
		n += j == b->n || b->v[j] != a->v[i];
	}
	return n;
}

static void put(struct places *p, uint64_t place)
{
	if (p->n == 0 || p->v[p->n - 1] != place)
		SG_PUSH(p, place);
}

static void take_hit(struct job *j, const struct sg_doc *doc, const struct sg_hit *h)
{
	const struct sg_code *code = &j->ifs.book.codes[h->code];
	uint64_t base = j->text << 32;
	size_t at = h->code - j->book->ncodes;

	if (h->code >= j->book->ncodes && j->ifs.v[at].change == SG_CHANGE_BRANCH) {
		SG_PUSH(&j->branches[at], (struct branch_hit){base | h->span.start,
						  base | h->span.stop, at, false});
		return;
	}
	uint64_t unit =
		base | sg_doc_unit(doc, code->unit, h->answer, h->span.start).start;
	if (h->code >= j->book->ncodes) {
		put(&j->changed[at], unit);
		return;
	}
	put(&j->codes[h->code], unit);
	put(&j->rules[h->code][h->rule], unit);
}

static int scan_all(struct job *j, struct sg_answer_tally *tally,
	int (*next)(void *ctx, struct sg_doc *doc, struct sg_error *err), void *ctx,
	struct sg_error *err)
{
	struct sg_engine *engine = NULL;
	struct sg_scanner *scanner = NULL;
	struct sg_hits hits = {NULL, 0, 0};
	struct sg_notes notes; /* the survey tells of match limits */
	struct sg_doc doc;

	sg_notes_init(&notes);
	int rc = sg_engine_new(&engine, &j->ifs.book, NULL, &notes, err);
	if (rc < 0)
		goto out;
	scanner = sg_scanner_new(engine);
	while ((rc = next(ctx, &doc, err)) > 0) {
		rc = sg_scan(scanner, &doc, &hits, &notes, err);
		if (rc < 0)
			break;
		for (size_t i = 0; i < hits.n; i++)
			take_hit(j, &doc, &hits.v[i]);
		sg_answer_tally_add(tally, &doc, &hits);
		j->text++;
	}
out:
	free(hits.v);
	sg_scanner_free(scanner);
	sg_engine_free(engine);
	sg_notes_release(&notes);
	return rc;
}

static void tidy_all(struct job *j)
{
	for (size_t c = 0; c < j->book->ncodes; c++) {
		tidy(&j->codes[c]);
		for (size_t r = 0; r < j->book->codes[c].nrules; r++)
			tidy(&j->rules[c][r]);
	}
	for (size_t i = 0; i < j->ifs.n; i++)
		tidy(&j->changed[i]);
}

/* A sibling that codes every unit of the rule. */
static uint32_t find_cover(const struct job *j, uint32_t code, uint32_t rule)
{
	const struct places *rules = j->rules[code];

	if (rules[rule].n == 0 || j->book->codes[code].rules[rule].nfacets)
		return UINT32_MAX;
	for (uint32_t i = 0; i < j->book->codes[code].nrules; i++) {
		bool twin = rules[i].n == rules[rule].n && i > rule;
		if (i != rule && !twin && rules[i].n >= rules[rule].n &&
			beyond(&rules[rule], &rules[i]) == 0)
			return i;
	}
	return UINT32_MAX;
}

static void fill_rules(struct job *j)
{
	struct sg_review *out = j->out;
	size_t n = 0;

	for (size_t c = 0; c < j->book->ncodes; c++)
		n += j->book->codes[c].nrules;
	out->rules = sg_arena_array(&out->arena, n, sizeof *out->rules);
	for (uint32_t c = 0; c < j->book->ncodes; c++) {
		for (uint32_t r = 0; r < j->book->codes[c].nrules; r++) {
			if (j->book->codes[c].rules[r].kind != SG_RULE_SELECT)
				continue;
			out->rules[out->nrules++] = (struct sg_rule_review){.code = c,
				.rule = r,
				.units = j->rules[c][r].n,
				.covered_by = find_cover(j, c, r)};
		}
	}
}

/* The misses of a rule, each change less what a smaller one of its kind gives. */
static void fill_misses(struct job *j)
{
	static const enum sg_miss misses[SG_CHANGES] = {
		[SG_CHANGE_EDGES] = SG_MISS_EDGES,
		[SG_CHANGE_NEAR1] = SG_MISS_FAR1,
		[SG_CHANGE_NEAR2] = SG_MISS_FAR2,
		[SG_CHANGE_NEAR3] = SG_MISS_FAR3,
		[SG_CHANGE_NEAR_ALL] = SG_MISS_FAR_MORE,
		[SG_CHANGE_SCOPE] = SG_MISS_SCOPE,
		[SG_CHANGE_MASK] = SG_MISS_MASK,
		[SG_CHANGE_VETO] = SG_MISS_VETO,
	};
	size_t at = 0, less = 0;

	/* Both are in order of codes and rules. */
	for (size_t i = 0; i < j->ifs.n; i++) {
		const struct sg_what_if *w = &j->ifs.v[i];
		if (w->change < SG_CHANGE_EDGES)
			continue;
		while (j->out->rules[at].code != w->code ||
			j->out->rules[at].rule != w->rule)
			at++;
		size_t more = beyond(&j->changed[i], &j->codes[w->code]);
		if (w->change <= SG_CHANGE_NEAR1 || w->change > SG_CHANGE_NEAR_ALL)
			less = 0;
		j->out->rules[at].misses[misses[w->change]] = more - less;
		less = more;
	}
}

static int hit_cmp(const void *x, const void *y)
{
	const struct branch_hit *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->stop != b->stop)
		return a->stop < b->stop ? -1 : 1;
	return (a->branch > b->branch) - (a->branch < b->branch);
}

/* The farthest end so far, and the farthest of any other branch than its. */
struct reach {
	uint64_t first, second;
	size_t branch;
};

static bool reaches(const struct reach *r, size_t branch, uint64_t start)
{
	return (r->branch == branch ? r->second : r->first) > start;
}

static void extend(struct reach *r, size_t branch, uint64_t stop)
{
	if (branch == r->branch) {
		r->first = stop > r->first ? stop : r->first;
	} else if (stop > r->first) {
		r->second = r->first;
		r->first = stop;
		r->branch = branch;
	} else if (stop > r->second) {
		r->second = stop;
	}
}

/* Marks the hits that one of another branch touches: once along the text, for what
 * began before, and once back, with the places counted from the end. */
static void mark_shared(struct branch_hits *h)
{
	struct reach along = {0, 0, SIZE_MAX}, back = {0, 0, SIZE_MAX};

	if (h->n == 0)
		return;
	qsort(h->v, h->n, sizeof *h->v, hit_cmp);
	for (size_t i = 0; i < h->n; i++) {
		struct branch_hit *b = &h->v[i];
		b->shared = reaches(&along, b->branch, b->start);
		extend(&along, b->branch, b->stop);
	}
	for (size_t i = h->n; i-- > 0;) {
		struct branch_hit *b = &h->v[i];
		b->shared =
			b->shared || reaches(&back, b->branch, UINT64_MAX - b->stop);
		extend(&back, b->branch, UINT64_MAX - b->start);
	}
}

static bool is_leaf(const struct sg_expr *e)
{
	return e->kind == SG_EXPR_TERM || e->kind == SG_EXPR_LITERAL ||
	       e->kind == SG_EXPR_REGEX;
}

static void add_idle(struct job *j, const struct sg_what_if *w, size_t hits)
{
	j->out->idle[j->out->nidle++] = (struct sg_idle){
		w->code, w->rule, w->list, w->parent, w->operand, hits};
}

/* The branches of one OR, whose first is the what-if `first`: those without a hit of
 * their own. Terms that never occur are the survey's to tell. */
static void fill_or(struct job *j, size_t first, size_t *own)
{
	const struct sg_expr *parent = j->ifs.v[first].parent;
	struct branch_hits all = {NULL, 0, 0};
	size_t i = first, left = parent->n;

	for (; left > 0; i++) {
		const struct sg_what_if *w = &j->ifs.v[i];
		if (w->change != SG_CHANGE_BRANCH || w->parent != parent)
			continue;
		for (size_t k = 0; k < j->branches[i].n; k++)
			SG_PUSH(&all, j->branches[i].v[k]);
		left--;
	}
	mark_shared(&all);
	for (size_t k = 0; k < all.n; k++)
		own[all.v[k].branch] += !all.v[k].shared;
	free(all.v);
}

static void fill_idle(struct job *j)
{
	size_t *own = sg_zalloc(j->ifs.n + 1, sizeof *own);

	j->out->idle = sg_arena_array(&j->out->arena, j->ifs.n, sizeof *j->out->idle);
	for (size_t i = 0; i < j->ifs.n; i++) {
		const struct sg_what_if *w = &j->ifs.v[i];
		const struct places *units =
			w->change == SG_CHANGE_LINE   ? &j->codes[w->code]
			: w->change == SG_CHANGE_DROP ? &j->rules[w->code][w->rule]
						      : NULL;
		size_t hits = j->branches[i].n;
		if (w->change == SG_CHANGE_BRANCH) {
			if (w->operand == w->parent->v[0].expr)
				fill_or(j, i, own);
			if (own[i] == 0 && (hits || !is_leaf(w->operand)))
				add_idle(j, w, hits);
		} else if (units && units->n && units->n == j->changed[i].n &&
			   beyond(units, &j->changed[i]) == 0) {
			add_idle(j, w, 0);
		}
	}
	free(own);
}

static void open_job(struct job *j)
{
	const struct sg_codebook *book = j->book;

	sg_what_ifs_make(&j->ifs, book);
	j->codes = sg_zalloc(book->ncodes + 1, sizeof *j->codes);
	j->rules = sg_zalloc(book->ncodes + 1, sizeof(struct places *));
	for (size_t c = 0; c < book->ncodes; c++)
		j->rules[c] = sg_zalloc(book->codes[c].nrules + 1, sizeof **j->rules);
	j->changed = sg_zalloc(j->ifs.n + 1, sizeof *j->changed);
	j->branches = sg_zalloc(j->ifs.n + 1, sizeof *j->branches);
}

static void close_job(struct job *j)
{
	for (size_t c = 0; c < j->book->ncodes; c++) {
		for (size_t r = 0; r < j->book->codes[c].nrules; r++)
			free(j->rules[c][r].v);
		free(j->rules[c]);
		free(j->codes[c].v);
	}
	for (size_t i = 0; i < j->ifs.n; i++) {
		free(j->changed[i].v);
		free(j->branches[i].v);
	}
	free(j->codes);
	free(j->rules);
	free(j->changed);
	free(j->branches);
	sg_what_ifs_release(&j->ifs);
}

int sg_review_run(struct sg_review *out, const struct sg_codebook *book,
	int (*next)(void *ctx, struct sg_doc *doc, struct sg_error *err), void *ctx,
	struct sg_error *err)
{
	struct job j = {.out = out, .book = book};
	struct sg_answer_tally *tally = sg_answer_tally_new(book);

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	open_job(&j);
	int rc = scan_all(&j, tally, next, ctx, err);
	if (rc == 0) {
		tidy_all(&j);
		fill_rules(&j);
		fill_misses(&j);
		fill_idle(&j);
		sg_answer_tally_fill(tally, out);
	} else {
		sg_review_release(out);
	}
	close_job(&j);
	sg_answer_tally_free(tally);
	return rc;
}

void sg_review_release(struct sg_review *r)
{
	sg_arena_release(&r->arena);
	memset(r, 0, sizeof *r);
}
