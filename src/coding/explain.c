/* explain.c - finds the answers to explain and runs the traces; see explain.h. */
#include "config.h"

#include "coding/explain.h"

#include <stdlib.h>
#include <string.h>

#include "coding/place.h"
#include "coding/quote.h"

struct sg_explainer {
	struct sg_store *store;
	const struct sg_codebook *book;
	struct sg_engine *engine;
	bool *wanted; /* [codes] */
	bool why;     /* reasons beside what was selected */
	int64_t case_, question;
	struct sg_str quote;             /* in arena */
	struct sg_segment_place segment; /* text 0: none */
	bool found;                      /* the quotation, in some answer */
	struct sg_standing standing;     /* of the answers asked for */
	size_t next_bare;                /* in standing */
	struct sg_answer_view bare;
	struct sg_words words; /* on the last answer */
	struct sg_arena arena;
	struct sg_ids ids;
	size_t next_text, next_answer;
	struct sg_text text;
	struct sg_trace trace;
	struct sg_reasons reasons;
};

static int find_segment(struct sg_explainer *e, int64_t id, struct sg_error *err)
{
	int rc = sg_segment_find(e->store, id, &e->segment, err);

	if (rc < 0)
		return rc;
	e->case_ = e->segment.case_;
	e->question = e->segment.question;
	SG_PUSH(&e->ids, e->segment.text);
	return 0;
}

static int find_places(struct sg_explainer *e, const struct sg_explain_place *place,
	struct sg_error *err)
{
	struct sg_str respondent = place->respondent, question = place->question;

	if (place->segment)
		return find_segment(e, place->segment, err);
	e->quote = sg_arena_str(&e->arena, place->quote);
	int rc = sg_place_case(e->store, respondent, &e->case_, err);
	if (rc == 0)
		rc = sg_place_question(e->store, question, &e->question, err);
	if (rc == 0)
		rc = sg_text_ids_of(e->store, e->case_, e->question, &e->ids, err);
	if (rc == 0 && e->ids.n == 0)
		rc = sg_error_set(err, SG_ENOTFOUND, _("%.*s wrote nothing for %.*s"),
			SG_ARG(respondent), SG_ARG(question));
	return rc;
}

static int find_answers(struct sg_explainer *e, const struct sg_explain_place *place,
	struct sg_error *err)
{
	int rc = find_places(e, place, err);

	if (rc < 0)
		return rc;
	sg_standing_release(&e->standing);
	return sg_standing_load(&e->standing, e->store, e->case_, e->question, err);
}

int sg_explainer_new(struct sg_explainer **out, struct sg_store *store,
	const struct sg_codebook *book, const struct sg_explain_place *place,
	uint32_t code, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_explainer *e = sg_zalloc(1, sizeof *e);

	*out = NULL;
	e->store = store;
	e->book = book;
	e->why = code != SG_NO_CODE;
	e->wanted = sg_zalloc(book->ncodes + 1, sizeof *e->wanted);
	sg_text_init(&e->text);
	sg_arena_init(&e->arena);
	sg_arena_init(&e->standing.arena);
	sg_arena_init(&e->words.arena);
	for (uint32_t i = 0; i < book->ncodes; i++)
		e->wanted[i] = !e->why || sg_code_within(book, i, code);
	const struct sg_engine_options options = {.only = e->wanted};
	int rc = find_answers(e, place, err);
	if (rc == 0)
		rc = sg_engine_new(&e->engine, book, &options, notes, err);
	if (rc < 0)
		sg_explainer_free(e);
	else
		*out = e;
	return rc;
}

void sg_explainer_free(struct sg_explainer *e)
{
	if (!e)
		return;
	free(e->reasons.v);
	sg_words_release(&e->words);
	sg_standing_release(&e->standing);
	sg_trace_release(&e->trace);
	sg_engine_free(e->engine);
	sg_text_release(&e->text);
	sg_ids_release(&e->ids);
	free(e->wanted);
	sg_arena_release(&e->arena);
	free(e);
}

/* The next answer of the respondent to the question: its number in e->text, or
 * SIZE_MAX at the end. */
static int next_answer(struct sg_explainer *e, size_t *at, struct sg_error *err)
{
	for (;;) {
		while (e->text.id && e->next_answer < e->text.doc.nanswers) {
			const struct sg_text_answer *a =
				&e->text.answers[e->next_answer++];
			if (a->case_ != e->case_ || a->question != e->question)
				continue;
			*at = e->next_answer - 1;
			return 0;
		}
		*at = SIZE_MAX;
		if (e->next_text == e->ids.n)
			return 0;
		int rc =
			sg_text_load(&e->text, e->store, e->ids.v[e->next_text++], err);
		if (rc < 0)
			return rc;
		e->next_answer = 0;
	}
}

static bool touch(struct sg_span a, struct sg_span b)
{
	return a.start < b.stop && b.start < a.stop;
}

/* Without a code asked for: only what was selected; of a passage: only its units. */
static void drop_reasons(
	const struct sg_explainer *e, struct sg_reasons *r, struct sg_span passage)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->n; i++) {
		if (passage.stop && !touch(r->v[i].unit, passage))
			continue;
		if (e->why || r->v[i].why == SG_WHY_SELECTED)
			r->v[kept++] = r->v[i];
	}
	r->n = kept;
}

/* The passage asked about in answer `at` of the text; false: it is not in there. */
static bool find_passage(const struct sg_explainer *e, size_t at, struct sg_span *out)
{
	const struct sg_text *t = &e->text;
	struct sg_span answer = t->doc.answers[at].span;

	*out = (struct sg_span){0, 0};
	if (e->segment.text) {
		out->start = sg_offsets_byte(&t->offsets, e->segment.start);
		out->stop = sg_offsets_byte(&t->offsets, e->segment.stop);
		return touch(*out, answer);
	}
	return e->quote.n == 0 ||
	       sg_quote_place(t->doc.body, &t->layout, answer, e->quote, out);
}

/* The next answer that holds what was asked about. */
static int next_passage(struct sg_explainer *e, size_t *at, struct sg_span *passage,
	struct sg_error *err)
{
	for (;;) {
		int rc = next_answer(e, at, err);
		if (rc < 0)
			return rc;
		if (*at == SIZE_MAX)
			break;
		if (find_passage(e, *at, passage)) {
			e->found = true;
			return 0;
		}
	}
	if (e->quote.n && !e->found)
		return sg_error_set(err, SG_ENOTFOUND,
			_("the quotation is not in this answer: '%.*s'"),
			SG_ARG(e->quote));
	return 0;
}

/* The codes to trace in doc: all that were asked for, or those with a hit. */
static int find_codes(struct sg_explainer *e, const struct sg_doc *doc, bool *codes,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_hits hits = {NULL, 0, 0};

	if (e->why) {
		memcpy(codes, e->wanted, e->book->ncodes * sizeof *codes);
		return 0;
	}
	struct sg_scanner *scanner = sg_scanner_new(e->engine);
	int rc = sg_scan(scanner, doc, &hits, notes, err);
	for (size_t i = 0; rc == 0 && i < hits.n; i++)
		codes[hits.v[i].code] = true;
	free(hits.v);
	sg_scanner_free(scanner);
	return rc;
}

/* The next answer without text, which no text's answers hold; 0 at the end. */
static int next_bare(struct sg_explainer *e, struct sg_explained *out)
{
	while (e->next_bare < e->standing.n) {
		const struct sg_standing_row *row = &e->standing.v[e->next_bare++];
		if (!row->bare || e->segment.text || e->quote.n)
			continue;
		e->bare = (struct sg_answer_view){.question = row->question};
		*out = (struct sg_explained){.respondent = row->respondent,
			.question = row->question,
			.doc = {.name = "",
				.layout = &e->text.layout,
				.answers = &e->bare,
				.nanswers = 1},
			.state = row->state,
			.bare = true};
		return 1;
	}
	return 0;
}

/* The state of an answer with text, and what people said there. */
static int stand(struct sg_explainer *e, size_t at, struct sg_explained *out,
	struct sg_error *err)
{
	const struct sg_text_answer *a = &e->text.answers[at];
	uint32_t start = a->start, stop = a->stop;

	for (size_t i = 0; i < e->standing.n; i++)
		if (e->standing.v[i].id == a->id)
			out->state = e->standing.v[i].state;
	if (out->passage.stop) {
		start = sg_offsets_cp(&e->text.offsets, out->passage.start);
		stop = sg_offsets_cp(&e->text.offsets, out->passage.stop);
	}
	sg_words_release(&e->words);
	int rc = sg_words_load(&e->words, e->store, a->id, start, stop, err);
	out->words = e->words.v;
	out->nwords = e->words.n;
	return rc;
}

int sg_explainer_next(struct sg_explainer *e, struct sg_explained *out,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_span passage;
	size_t at;
	int rc = next_passage(e, &at, &passage, err);

	if (rc < 0)
		return rc;
	if (at == SIZE_MAX)
		return next_bare(e, out);
	*out = (struct sg_explained){.respondent = e->text.answers[at].respondent,
		.question = e->text.doc.answers[at].question,
		.doc = e->text.doc,
		.passage = passage};
	/* Nothing crosses an answer, so that one alone gives the same. */
	out->doc.answers = &e->text.doc.answers[at];
	out->doc.nanswers = 1;
	e->reasons.n = 0;
	rc = stand(e, at, out, err);
	if (rc < 0)
		return rc;
	bool *codes = sg_zalloc(e->book->ncodes + 1, sizeof *codes);
	struct sg_notes told; /* by the scan for codes already */
	sg_notes_init(&told);
	rc = find_codes(e, &out->doc, codes, notes, err);
	for (uint32_t i = 0; rc == 0 && i < e->book->ncodes; i++) {
		if (!codes[i] || !out->doc.answers->answered)
			continue;
		rc = sg_explain(e->engine, &out->doc, i, &e->trace,
			e->why ? notes : &told, err);
		if (rc == 0)
			sg_reasons_of(e->book, &out->doc, i, &e->trace, &e->reasons);
	}
	drop_reasons(e, &e->reasons, passage);
	sg_notes_release(&told);
	free(codes);
	out->reasons = e->reasons;
	return rc < 0 ? rc : 1;
}
