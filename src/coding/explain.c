/* explain.c - finds the answers to explain and runs the traces; see explain.h. */
#include "config.h"

#include "coding/explain.h"

#include <stdlib.h>
#include <string.h>

#include "coding/place.h"

struct sg_explainer {
	struct sg_store *store;
	const struct sg_codebook *book;
	struct sg_engine *engine;
	bool *wanted; /* [codes] */
	bool why;     /* reasons beside what was selected */
	int64_t case_, question;
	struct sg_ids ids;
	size_t next_text, next_answer;
	struct sg_text text;
	struct sg_trace trace;
	struct sg_reasons reasons;
};

static int find_places(struct sg_explainer *e, struct sg_str respondent,
	struct sg_str question, struct sg_error *err)
{
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

int sg_explainer_new(struct sg_explainer **out, struct sg_store *store,
	const struct sg_codebook *book, struct sg_str respondent,
	struct sg_str question, uint32_t code, struct sg_notes *notes,
	struct sg_error *err)
{
	struct sg_explainer *e = sg_zalloc(1, sizeof *e);

	*out = NULL;
	e->store = store;
	e->book = book;
	e->why = code != SG_NO_CODE;
	e->wanted = sg_zalloc(book->ncodes + 1, sizeof *e->wanted);
	sg_text_init(&e->text);
	for (uint32_t i = 0; i < book->ncodes; i++)
		e->wanted[i] = !e->why || sg_code_within(book, i, code);
	const struct sg_engine_options options = {.only = e->wanted};
	int rc = find_places(e, respondent, question, err);
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
	sg_trace_release(&e->trace);
	sg_engine_free(e->engine);
	sg_text_release(&e->text);
	sg_ids_release(&e->ids);
	free(e->wanted);
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

/* Without a code asked for: only what was selected. */
static void drop_why(struct sg_reasons *r, size_t from)
{
	size_t kept = from;

	for (size_t i = from; i < r->n; i++) {
		if (r->v[i].why == SG_WHY_SELECTED)
			r->v[kept++] = r->v[i];
	}
	r->n = kept;
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

int sg_explainer_next(struct sg_explainer *e, struct sg_explained *out,
	struct sg_notes *notes, struct sg_error *err)
{
	size_t at;
	int rc = next_answer(e, &at, err);

	if (rc < 0 || at == SIZE_MAX)
		return rc;
	*out = (struct sg_explained){.respondent = e->text.answers[at].respondent,
		.question = e->text.doc.answers[at].question,
		.doc = e->text.doc};
	/* Nothing crosses an answer, so that one alone gives the same. */
	out->doc.answers = &e->text.doc.answers[at];
	out->doc.nanswers = 1;
	e->reasons.n = 0;
	bool *codes = sg_zalloc(e->book->ncodes + 1, sizeof *codes);
	rc = find_codes(e, &out->doc, codes, notes, err);
	for (uint32_t i = 0; rc == 0 && i < e->book->ncodes; i++) {
		size_t from = e->reasons.n;
		if (!codes[i] || !out->doc.answers->answered)
			continue;
		rc = sg_explain(e->engine, &out->doc, i, &e->trace, notes, err);
		if (rc == 0)
			sg_reasons_of(e->book, &out->doc, i, &e->trace, &e->reasons);
		if (!e->why)
			drop_why(&e->reasons, from);
	}
	free(codes);
	out->reasons = e->reasons;
	return rc < 0 ? rc : 1;
}
