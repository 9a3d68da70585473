/* suggest.c - see suggest.h. The suggestions become a codebook of one rule a code, so
 * that each means exactly what it will mean when it is pasted, and one scan of the texts
 * answers for all. */
#include "config.h"

#include "project/suggest.h"

#include <stdlib.h>

#include "match/engine.h"
#include "text/utf8.h"

struct trial {
	const struct sg_study *s;
	struct sg_suggestion *g;
	struct sg_arena arena;
	struct sg_scanner *scanner;
	struct sg_hits hits;
	struct sg_notes notes;
	uint32_t *last; /* by suggestion: answer + 1 that was counted last */
};

static struct sg_codebook *book_of(
	const struct sg_suggestion *g, struct sg_notes *notes)
{
	struct sg_codebook *book = NULL;
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < g->n; i++)
		sg_buf_printf(
			&b, "## T%zu\n- %.*s\n", i + 1, SG_ARG(g->v_terms[i].rule));
	sg_codebook_read(&book, sg_buf_str(&b), "suggest", notes);
	sg_buf_release(&b);
	return book;
}

static void count(struct trial *t, uint32_t term, uint32_t answer)
{
	struct sg_suggested *k = &t->g->v_terms[term];

	if (t->last[term] == answer + 1)
		return;
	t->last[term] = answer + 1;
	if (t->g->taken[answer])
		return;
	k->gain += t->g->judged[answer] == SG_JUDGED_YES;
	k->cost += t->g->judged[answer] == SG_JUDGED_NO;
	k->unknown += t->g->judged[answer] == SG_JUDGED_UNKNOWN;
}

/* Scans one text. of: its wanted answers in the order of the text. */
static int try_text(struct trial *t, uint32_t text, const uint32_t *of, size_t n,
	struct sg_error *err)
{
	struct sg_str body = t->s->texts[text].body;
	struct sg_answer_view *views = sg_zalloc(n, sizeof *views);
	struct sg_layout layout;
	struct sg_cpmap map;

	sg_layout_init(&layout);
	sg_layout_build(&layout, body);
	sg_cpmap_init(&map, body);
	for (size_t i = 0; i < n; i++) {
		const struct sg_study_answer *a = &t->s->answers[of[i]];
		views[i] = (struct sg_answer_view){
			.span = {(uint32_t)sg_cpmap_off(&map, a->start),
				(uint32_t)sg_cpmap_off(&map, a->stop)},
			.answered = true};
		if (a->question != SG_NONE)
			views[i].question = t->s->questions[a->question].label;
	}
	struct sg_doc doc = {.name = "",
		.body = body,
		.layout = &layout,
		.answers = views,
		.nanswers = n};
	int rc = sg_scan(t->scanner, &doc, &t->hits, &t->notes, err);
	for (size_t i = 0; rc == 0 && i < t->hits.n; i++)
		count(t, t->hits.v[i].code, of[t->hits.v[i].answer]);
	sg_layout_release(&layout);
	free(views);
	return rc;
}

struct place {
	uint32_t text, start, answer;
};

static int by_place(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->text != y->text)
		return x->text < y->text ? -1 : 1;
	return (x->start > y->start) - (x->start < y->start);
}

static int try_texts(struct trial *t, struct sg_error *err)
{
	SG_VEC(struct place) places = {NULL, 0, 0};
	uint32_t *of = sg_alloc(t->s->nanswers, sizeof *of);
	size_t n;
	int rc = 0;

	for (uint32_t a = 0; a < t->s->nanswers; a++)
		if (sg_view_answer(&t->g->v, a))
			SG_PUSH(&places, (struct place){t->s->answers[a].text,
						 t->s->answers[a].start, a});
	if (places.n > 1)
		qsort(places.v, places.n, sizeof *places.v, by_place);
	for (size_t i = 0; rc == 0 && i < places.n; i += n) {
		for (n = 0; i + n < places.n; n++) {
			if (places.v[i + n].text != places.v[i].text)
				break;
			of[n] = places.v[i + n].answer;
		}
		rc = try_text(t, places.v[i].text, of, n, err);
	}
	free(places.v);
	free(of);
	return rc;
}

int sg_suggest_try(
	const struct sg_study *s, struct sg_suggestion *g, struct sg_error *err)
{
	struct trial t = {.s = s, .g = g};
	struct sg_engine_options options = {0};
	struct sg_engine *engine = NULL;

	if (g->n == 0)
		return 0;
	sg_notes_init(&t.notes);
	struct sg_codebook *book = book_of(g, &t.notes);
	int rc = book ? sg_engine_new(&engine, book, &options, &t.notes, err)
		      : sg_error_set(err, SG_EINPUT,
				_("the suggested terms are no valid rules"));
	if (rc == 0) {
		t.scanner = sg_scanner_new(engine);
		t.last = sg_zalloc(g->n, sizeof *t.last);
		rc = try_texts(&t, err);
	}
	free(t.last);
	free(t.hits.v);
	sg_scanner_free(t.scanner);
	sg_engine_free(engine);
	sg_codebook_free(book);
	sg_notes_release(&t.notes);
	return rc;
}
