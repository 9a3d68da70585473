/* fuzz_match.c - a codebook from the bytes before the first line "====" over the text
 * behind it: no crash, hits inside their answers and in order, the same twice and when
 * a code is compiled without the others, explained by the same evaluator, reviewed. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "codebook/codebook.h"
#include "coding/explain.h"
#include "coding/review.h"
#include "match/engine.h"
#include "match/survey.h"
#include "match/trace.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Two answers, cut at the first blank line, the second with a part. */
struct sample {
	struct sg_doc doc;
	struct sg_layout layout;
	struct sg_part_view part;
	struct sg_answer_view answers[2];
	bool given;
};

static void make_sample(struct sample *s, struct sg_str text)
{
	size_t cut = sg_str_find(text, SG_STR("\n\n"));
	uint32_t middle = (uint32_t)(cut == SIZE_MAX ? text.n : cut + 1);
	uint32_t end = (uint32_t)text.n;

	sg_layout_init(&s->layout);
	sg_layout_build(&s->layout, text);
	size_t line = sg_str_findc(sg_str_skip(text, middle), '\n');
	s->part = (struct sg_part_view){
		{middle, line == SIZE_MAX ? end : middle + (uint32_t)line},
		SG_STR("p")};
	s->answers[0] = (struct sg_answer_view){
		.span = {0, middle}, .question = SG_STR("Q1"), .answered = true};
	s->answers[1] = (struct sg_answer_view){.span = {middle, end},
		.question = SG_STR("Q2"),
		.answered = true,
		.parts = &s->part,
		.nparts = 1};
	s->doc = (struct sg_doc){.name = "fuzz",
		.body = text,
		.layout = &s->layout,
		.answers = s->answers,
		.nanswers = 2};
	s->given = false;
}

static int next_sample(void *ctx, struct sg_doc *doc, struct sg_error *err)
{
	struct sample *s = ctx;

	(void)err;
	if (s->given)
		return 0;
	s->given = true;
	*doc = s->doc;
	return 1;
}

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_hits(const struct sample *s, const struct sg_hits *hits)
{
	for (size_t i = 0; i < hits->n; i++) {
		const struct sg_hit *h = &hits->v[i];
		require(h->span.start < h->span.stop && h->answer < 2);
		require(h->span.start >= s->answers[h->answer].span.start);
		require(h->span.stop <= s->answers[h->answer].span.stop);
		require(!sg_utf8_inner(s->doc.body.p[h->span.start]));
		if (i == 0 || hits->v[i - 1].code != h->code)
			continue;
		require(hits->v[i - 1].span.start <= h->span.start);
	}
}

/* As many spans explained as selected, for each code. */
static void check_explained(const struct sg_engine *e, const struct sg_codebook *book,
	const struct sample *s, const struct sg_hits *hits, struct sg_notes *notes)
{
	struct sg_trace trace = {0};
	struct sg_error err = {0};

	for (uint32_t code = 0; code < book->ncodes && code < 4; code++) {
		size_t selected = 0, explained = 0;
		if (sg_explain(e, &s->doc, code, &trace, notes, &err) < 0)
			continue;
		for (size_t i = 0; i < hits->n; i++)
			selected += hits->v[i].code == code;
		for (size_t i = 0; i < trace.n; i++)
			explained += trace.v[i].kind == SG_TRACE_SELECTED;
		require(selected == explained);
	}
	sg_trace_release(&trace);
}

/* A code selects the same when only it is compiled: coding what changed relies on it. */
static void check_alone(const struct sg_codebook *book, const struct sample *s,
	const struct sg_hits *all, struct sg_notes *notes)
{
	bool *only = sg_zalloc(book->ncodes, sizeof *only);
	struct sg_engine_options options = {.match_limit = 2000, .only = only};
	struct sg_error err = {0};

	for (uint32_t code = 0; code < book->ncodes && code < 4; code++) {
		struct sg_engine *engine = NULL;
		struct sg_hits hits = {0};
		size_t n = 0;
		only[code] = true;
		require(sg_engine_new(&engine, book, &options, notes, &err) == 0);
		struct sg_scanner *scanner = sg_scanner_new(engine);
		require(sg_scan(scanner, &s->doc, &hits, notes, &err) == 0);
		for (size_t i = 0; i < all->n; i++) {
			if (all->v[i].code != code)
				continue;
			require(n < hits.n);
			require(memcmp(&hits.v[n], &all->v[i], sizeof *all->v) == 0);
			n++;
		}
		require(n == hits.n);
		free(hits.v);
		sg_scanner_free(scanner);
		sg_engine_free(engine);
		only[code] = false;
	}
	free(only);
}

/* What `explain` and `codebook check --with` make of it. */
static void check_told(const struct sg_engine *e, const struct sg_codebook *book,
	struct sample *s, struct sg_notes *notes)
{
	struct sg_reasons reasons = {0};
	struct sg_trace trace = {0};
	struct sg_review review;
	struct sg_error err = {0};
	struct sg_doc one = s->doc;

	one.nanswers = 1;
	for (uint32_t code = 0; code < book->ncodes && code < 4; code++)
		if (sg_explain(e, &one, code, &trace, notes, &err) == 0)
			sg_reasons_of(book, &one, code, &trace, &reasons);
	for (size_t i = 0; i < reasons.n; i++)
		require(reasons.v[i].unit.stop <= one.body.n);
	s->given = false;
	if (sg_review_run(&review, book, next_sample, s, &err) == 0)
		sg_review_release(&review);
	free(reasons.v);
	sg_trace_release(&trace);
}

static void run(
	const struct sg_codebook *book, struct sample *s, struct sg_notes *notes)
{
	struct sg_engine_options options = {.match_limit = 2000};
	struct sg_engine *engine = NULL;
	struct sg_survey survey;
	struct sg_hits first = {0}, second = {0};
	struct sg_error err = {0};

	if (sg_engine_new(&engine, book, &options, notes, &err) < 0)
		return;
	struct sg_scanner *scanner = sg_scanner_new(engine);
	require(sg_scan(scanner, &s->doc, &first, notes, &err) == 0);
	check_hits(s, &first);
	require(sg_scan(scanner, &s->doc, &second, notes, &err) == 0);
	require(first.n == second.n);
	require(first.n == 0 ||
		memcmp(first.v, second.v, first.n * sizeof *first.v) == 0);
	check_explained(engine, book, s, &first, notes);
	check_alone(book, s, &first, notes);
	check_told(engine, book, s, notes);
	s->given = false;
	if (sg_survey_run(&survey, book, next_sample, s, notes, &err) == 0)
		sg_survey_release(&survey);
	free(first.v);
	free(second.v);
	sg_scanner_free(scanner);
	sg_engine_free(engine);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_str all = {(const char *)data, size};
	struct sg_codebook *book = NULL;
	struct sg_notes notes;
	struct sample sample;

	size_t cut = sg_str_find(all, SG_STR("\n====\n"));
	if (cut == SIZE_MAX || size > 20000 || sg_utf8_check(all) != SIZE_MAX)
		return 0;
	sg_notes_init(&notes);
	make_sample(&sample, sg_str_skip(all, cut + 6));
	if (sg_codebook_read(&book, sg_str_sub(all, 0, cut), "fuzz.md", &notes) == 0)
		run(book, &sample, &notes);
	sg_codebook_free(book);
	sg_layout_release(&sample.layout);
	sg_notes_release(&notes);
	return 0;
}
