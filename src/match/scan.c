/* scan.c - one text through the automaton, and the hits of its codes; see engine.h. */
#include "config.h"

#include "match/scan.h"

#include <stdlib.h>
#include <string.h>

#include "text/fold.h"

enum { MAX_TEXT = 1 << 30, MAX_HITS = 1 << 26 };

struct sg_scanner *sg_scanner_new(const struct sg_engine *e)
{
	struct sg_scanner *s = sg_zalloc(1, sizeof *s);

	s->e = e;
	s->automaton = sg_automaton_scratch_new(e->terms.automaton);
	s->regex = sg_regex_scratch_new(e->match_limit);
	s->leaf_hits = sg_zalloc(e->terms.leaves.n + 1, sizeof *s->leaf_hits);
	s->leaf_stamp = sg_zalloc(e->terms.leaves.n + 1, sizeof *s->leaf_stamp);
	s->prefix_stamp = sg_zalloc(e->terms.leaves.n + 1, sizeof *s->prefix_stamp);
	s->wake_stamp =
		sg_zalloc(e->nrules + e->book->nlists + 1, sizeof *s->wake_stamp);
	s->awake_rules = sg_zalloc(e->nwords + 1, sizeof *s->awake_rules);
	s->codes = sg_zalloc(e->book->ncodes + 1, sizeof *s->codes);
	s->lists = sg_zalloc(e->book->nlists * 4 + 1, sizeof *s->lists);
	sg_arena_init(&s->scratch);
	return s;
}

void sg_scanner_free(struct sg_scanner *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->e->terms.leaves.n; i++)
		free(s->leaf_hits[i].v);
	for (size_t i = 0; i < s->e->book->ncodes; i++)
		free(s->codes[i].v);
	free(s->leaf_hits);
	free(s->leaf_stamp);
	free(s->prefix_stamp);
	free(s->wake_stamp);
	free(s->awake_rules);
	free(s->codes);
	free(s->lists);
	free(s->part_keys);
	sg_automaton_scratch_free(s->automaton);
	sg_regex_scratch_free(s->regex);
	sg_arena_release(&s->scratch);
	free(s);
}

static void wake(struct sg_scanner *s, uint32_t target);

static void wake_source(struct sg_scanner *s, size_t source)
{
	const struct sg_wakes *w = &s->e->wakes;

	for (uint32_t i = w->at[source]; i < w->at[source + 1]; i++)
		wake(s, w->targets[i]);
}

static void wake_code(struct sg_scanner *s, uint32_t code)
{
	const struct sg_engine *e = s->e;
	struct sg_code_state *state = &s->codes[code];
	size_t nwords = (e->book->codes[code].nrules + 63) / 64;

	if (state->awake == s->stamp)
		return;
	state->awake = s->stamp;
	state->n = 0;
	memset(s->awake_rules + e->codes[code].first_word, 0,
		nwords * sizeof *s->awake_rules);
	wake_source(s, e->terms.leaves.n + e->book->nlists + code);
}

static void wake(struct sg_scanner *s, uint32_t target)
{
	const struct sg_engine *e = s->e;

	if (s->wake_stamp[target] == s->stamp)
		return;
	s->wake_stamp[target] = s->stamp;
	if (target >= e->nrules) {
		wake_source(s, e->terms.leaves.n + (target - e->nrules));
		return;
	}
	struct sg_rule_place at = e->rules[target];
	wake_code(s, at.code);
	s->awake_rules[e->codes[at.code].first_word + at.rule / 64] |= UINT64_C(1)
								       << at.rule % 64;
}

static inline void add_direct(
	struct sg_scanner *s, struct sg_rule_place at, struct sg_span span)
{
	struct sg_code_state *state = &s->codes[at.code];

	if (state->awake != s->stamp)
		wake_code(s, at.code);
	SG_PUSH(state, (struct sg_code_hit){span, at.rule});
}

static void add_hit(struct sg_scanner *s, uint32_t leaf, struct sg_span span)
{
	const struct sg_wakes *wakes = &s->e->wakes, *direct = &s->e->direct;
	struct sg_spans *hits = &s->leaf_hits[leaf];

	if (s->nhits++ >= MAX_HITS)
		return;
	for (uint32_t i = direct->at[leaf]; i < direct->at[leaf + 1]; i++) {
		if (s->watch)
			wake(s, direct->targets[i]);
		else
			add_direct(s, s->e->rules[direct->targets[i]], span);
	}
	if (wakes->at[leaf] == wakes->at[leaf + 1] && !s->watch)
		return;
	if (s->leaf_stamp[leaf] != s->stamp) {
		s->leaf_stamp[leaf] = s->stamp;
		hits->n = 0;
		wake_source(s, leaf);
	}
	SG_PUSH(hits, span);
}

/* A place where matches of a regex may begin. */
static void add_prefix(struct sg_scanner *s, uint32_t leaf, struct sg_span span)
{
	struct sg_spans *places = &s->leaf_hits[leaf];

	if (s->nhits++ >= MAX_HITS)
		return;
	if (s->prefix_stamp[leaf] != s->stamp) {
		s->prefix_stamp[leaf] = s->stamp;
		places->n = 0;
		wake_source(s, leaf);
	}
	SG_PUSH(places, span);
}

/* The stretch of text being looked through. */
struct pass {
	struct sg_scanner *s;
	struct sg_str text;
	uint32_t start; /* of text in the body */
};

/* An occurrence that a look at what it holds and stands in has to decide on. */
static void check(struct pass *p, uint32_t pattern, size_t start, size_t stop)
{
	const struct sg_terms *t = &p->s->e->terms;
	uint32_t leaf = t->patterns.v[pattern].leaf;
	struct sg_span span = {0, 0};
	enum sg_verdict v = sg_terms_check(t, pattern, p->text, start, stop, &span);

	if (v == SG_VERDICT_NOT_HERE)
		return;
	span.start += p->start;
	span.stop += p->start;
	if (p->s->watch)
		p->s->watch(p->s->watch_ctx, leaf, v, span);
	if (v == SG_VERDICT_ACCEPTED)
		add_hit(p->s, leaf, span);
}

/* Whether a blank or an ASCII sign stands before off, or nothing: a word begins there. */
static inline bool begins_plainly(struct sg_str text, size_t off)
{
	unsigned char c = off ? (unsigned char)text.p[off - 1] : ' ';

	return c >= ' ' && c < 0x7F && sg_script_of(c) == SG_SCRIPT_NONE;
}

static void on_pattern(void *ctx, uint32_t pattern, size_t start, size_t stop)
{
	struct pass *p = ctx;
	struct sg_scanner *s = p->s;
	const struct sg_sole *sole = &s->e->soles[pattern];
	struct sg_span span = {p->start + (uint32_t)start, p->start + (uint32_t)stop};

	if (stop - start == sole->bytes && !s->watch &&
		(sole->anywhere || begins_plainly(p->text, start))) {
		if (s->nhits++ < MAX_HITS)
			add_direct(s, sole->rule, span);
		return;
	}
	const struct sg_pattern *pat = &s->e->terms.patterns.v[pattern];
	if (pat->prefix)
		add_prefix(s, pat->leaf, span);
	else if (pat->plain && !s->watch && stop - start == pat->bytes)
		add_hit(s, pat->leaf, span);
	else
		check(p, pattern, start, stop);
}

/* Literals of passed-over signs only, by plain search. */
static void search_literals(struct pass *p)
{
	const struct sg_engine *e = p->s->e;

	for (size_t i = 0; i < e->searched.n; i++) {
		uint32_t leaf = e->searched.v[i];
		struct sg_str literal = e->terms.leaves.v[leaf].expr->text;
		size_t off = 0;
		for (;;) {
			size_t at = sg_str_find(sg_str_skip(p->text, off), literal);
			if (at == SIZE_MAX)
				break;
			struct sg_span span = {p->start + (uint32_t)(off + at),
				p->start + (uint32_t)(off + at + literal.n)};
			if (p->s->watch)
				p->s->watch(p->s->watch_ctx, leaf, SG_VERDICT_ACCEPTED,
					span);
			add_hit(p->s, leaf, span);
			off += at + 1;
		}
	}
}

/* Numbers for the parts of each answer: one for what is in none, one for each. */
static void number_parts(struct sg_scanner *s)
{
	const struct sg_doc *doc = s->doc;
	uint32_t key = 0;

	if (doc->nanswers > s->part_cap) {
		s->part_cap = doc->nanswers;
		s->part_keys =
			sg_realloc(s->part_keys, s->part_cap, sizeof *s->part_keys);
	}
	for (size_t i = 0; i < doc->nanswers; i++) {
		s->part_keys[i] = key;
		key += (uint32_t)doc->answers[i].nparts + 1;
	}
}

/* Stamps tell texts apart; after 2^32 - 1 of them all are old again. */
static void next_stamp(struct sg_scanner *s)
{
	const struct sg_engine *e = s->e;

	if (++s->stamp != 0)
		return;
	s->stamp = 1;
	memset(s->leaf_stamp, 0, e->terms.leaves.n * sizeof *s->leaf_stamp);
	memset(s->prefix_stamp, 0, e->terms.leaves.n * sizeof *s->prefix_stamp);
	memset(s->wake_stamp, 0, (e->nrules + e->book->nlists) * sizeof *s->wake_stamp);
	for (size_t i = 0; i < e->book->ncodes; i++)
		s->codes[i].done = s->codes[i].awake = s->codes[i].tree_done = 0;
	for (size_t i = 0; i < e->book->nlists * 4; i++)
		s->lists[i].done = 0;
}

int sg_scanner_begin(struct sg_scanner *s, const struct sg_doc *doc,
	struct sg_notes *notes, struct sg_error *err)
{
	if (doc->body.n > MAX_TEXT)
		return sg_error_at(err, SG_ETOOBIG, doc->name, 0, 0,
			_("the text is longer than 1 GiB"));
	s->doc = doc;
	s->notes = notes;
	s->nhits = 0;
	next_stamp(s);
	number_parts(s);
	for (uint32_t i = 0; i < doc->nanswers; i++) {
		const struct sg_answer_view *a = &doc->answers[i];
		if (!a->answered || a->span.stop <= a->span.start)
			continue;
		struct pass pass = {s,
			sg_str_sub(doc->body, a->span.start, a->span.stop),
			a->span.start};
		s->answer = i;
		sg_automaton_scan(s->e->terms.automaton, s->automaton, pass.text,
			on_pattern, &pass);
		search_literals(&pass);
	}
	for (size_t i = 0; i < s->e->always.n; i++)
		wake(s, s->e->always.v[i]);
	if (s->nhits >= MAX_HITS)
		return sg_error_at(err, SG_ELIMIT, doc->name, 0, 0,
			_("the codebook's terms occur more than %d times"), MAX_HITS);
	return 0;
}

void sg_scanner_end(struct sg_scanner *s)
{
	sg_arena_release(&s->scratch);
}

static struct sg_span cut_to_answer(
	const struct sg_answer_view *a, struct sg_span paragraph)
{
	if (paragraph.start < a->span.start)
		paragraph.start = a->span.start;
	if (paragraph.stop > a->span.stop)
		paragraph.stop = a->span.stop;
	return paragraph;
}

/* A regex over the paragraphs of all answers. */
static int search_all(struct sg_scanner *s, const struct sg_leaf *l,
	const struct sg_spans *paragraphs, struct sg_spans *hits)
{
	const struct sg_doc *doc = s->doc;
	size_t p = 0;
	int rc = 0;

	hits->n = 0;
	for (size_t i = 0; i < doc->nanswers; i++) {
		const struct sg_answer_view *a = &doc->answers[i];
		while (p < paragraphs->n && paragraphs->v[p].stop <= a->span.start)
			p++;
		for (size_t k = p; a->answered && k < paragraphs->n &&
				   paragraphs->v[k].start < a->span.stop;
			k++) {
			if (sg_regex_scan(l->regex, s->regex, doc->body,
				    cut_to_answer(a, paragraphs->v[k]), hits) < 0)
				rc = SG_ELIMIT;
		}
	}
	return rc;
}

/* A regex at the places of its prefix, which its matches replace. One that begins in
 * a match is passed over, as is the rest of a paragraph in which a limit was hit. */
static int search_places(struct sg_scanner *s, const struct sg_leaf *l,
	const struct sg_spans *paragraphs, struct sg_spans *places)
{
	const struct sg_doc *doc = s->doc;
	size_t kept = 0;
	uint32_t from = 0;
	int rc = 0;

	for (size_t i = 0; i < places->n; i++) {
		uint32_t off = places->v[i].start, stop;
		if (off < from)
			continue;
		const struct sg_answer_view *a = &doc->answers[sg_answer_at(doc, off)];
		struct sg_span where =
			cut_to_answer(a, paragraphs->v[sg_spans_at(paragraphs, off)]);
		int found =
			sg_regex_at(l->regex, s->regex, doc->body, where, off, &stop);
		if (found > 0)
			places->v[kept++] = (struct sg_span){off, stop};
		from = found > 0 ? stop : found < 0 ? where.stop : off;
		rc = found < 0 ? SG_ELIMIT : rc;
	}
	places->n = kept;
	return rc;
}

static void run_regex(struct sg_scanner *s, uint32_t leaf)
{
	const struct sg_leaf *l = &s->e->terms.leaves.v[leaf];
	const struct sg_spans *paragraphs = &sg_doc_layout(s->doc)->paragraphs;
	struct sg_spans *hits = &s->leaf_hits[leaf];

	s->leaf_stamp[leaf] = s->stamp;
	int rc = l->prefixed ? search_places(s, l, paragraphs, hits)
			     : search_all(s, l, paragraphs, hits);
	if (rc < 0) {
		struct sg_note *note = sg_notes_add(s->notes, SG_WARNING, s->e->path,
			l->expr->line, l->expr->col,
			_("the regex /%.*s/ reached its match limit in '%s'; hits may "
			  "be "
			  "missing"),
			SG_ARG(l->expr->text), s->doc->name ? s->doc->name : "?");
		note->width = l->expr->width;
	}
	for (size_t i = 0; s->watch && i < hits->n; i++)
		s->watch(s->watch_ctx, leaf, SG_VERDICT_ACCEPTED, hits->v[i]);
}

struct sg_span_list sg_scanner_leaf(struct sg_scanner *s, uint32_t leaf)
{
	struct sg_spans *hits = &s->leaf_hits[leaf];

	if (s->leaf_stamp[leaf] != s->stamp) {
		const struct sg_leaf *l = &s->e->terms.leaves.v[leaf];
		if (!l->regex || (l->prefixed && s->prefix_stamp[leaf] != s->stamp))
			return (struct sg_span_list){NULL, 0};
		run_regex(s, leaf);
	}
	hits->n = sg_spans_sort(hits->v, hits->n);
	return (struct sg_span_list){hits->v, hits->n};
}

/* Appends what code selected. */
static void put_hits(const struct sg_scanner *s, uint32_t code, struct sg_hits *hits)
{
	const struct sg_code_state *state = &s->codes[code];
	uint32_t answer = 0, stop = 0;

	if (state->n == 0)
		return;
	SG_RESERVE(hits, state->n);
	answer = sg_answer_at(s->doc, state->v[0].span.start);
	stop = s->doc->answers[answer].span.stop;
	for (size_t i = 0; i < state->n; i++) {
		struct sg_span span = state->v[i].span;
		while (stop <= span.start)
			stop = s->doc->answers[++answer].span.stop;
		hits->v[hits->n++] =
			(struct sg_hit){code, state->v[i].rule, answer, span};
	}
}

int sg_scan(struct sg_scanner *s, const struct sg_doc *doc, struct sg_hits *hits,
	struct sg_notes *notes, struct sg_error *err)
{
	hits->n = 0;
	int rc = sg_scanner_begin(s, doc, notes, err);
	for (uint32_t i = 0; rc == 0 && i < s->e->book->ncodes; i++) {
		if (!s->e->codes[i].wanted || s->codes[i].awake != s->stamp)
			continue;
		sg_eval_code(s, i, NULL);
		put_hits(s, i, hits);
	}
	sg_scanner_end(s);
	return rc;
}
