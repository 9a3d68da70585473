/* examples.c - runs the `+` and `+ !` examples of a codebook; see engine.h. */
#include "config.h"

#include "match/engine.h"

#include <stdlib.h>

/* The first hit of code or one of its descendants, or NULL. */
static const struct sg_hit *find_hit(
	const struct sg_codebook *book, uint32_t code, const struct sg_hits *hits)
{
	for (size_t i = 0; i < hits->n; i++) {
		if (sg_code_within(book, hits->v[i].code, code))
			return &hits->v[i];
	}
	return NULL;
}

/* Whether the example did what it says; notes what it did otherwise. */
static bool judge(const struct sg_codebook *book, uint32_t code,
	const struct sg_example *example, const struct sg_hits *hits, const char *path,
	struct sg_notes *notes)
{
	const struct sg_hit *hit = find_hit(book, code, hits);
	struct sg_str label = book->codes[code].label;

	if (example->counter == !hit)
		return true;
	if (!hit) {
		sg_notes_add(notes, SG_ERROR, path, example->line, 0,
			_("%.*s is not coded here"), SG_ARG(label));
		return false;
	}
	sg_notes_add(notes, SG_ERROR, path, example->line, 0,
		_("%.*s is coded here by line %u"), SG_ARG(label),
		book->codes[hit->code].rules[hit->rule].line);
	return false;
}

int sg_engine_check_examples(const struct sg_codebook *book, const char *path,
	size_t *ran, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_engine_options options = {.ignore_scopes = true};
	struct sg_engine *engine = NULL;
	struct sg_scanner *scanner = NULL;
	struct sg_layout layout;
	struct sg_hits hits = {0};
	int failed = 0;

	*ran = 0;
	sg_layout_init(&layout);
	int rc = sg_engine_new(&engine, book, &options, notes, err);
	if (rc < 0)
		goto out;
	scanner = sg_scanner_new(engine);
	for (uint32_t i = 0; i < book->ncodes; i++) {
		for (size_t k = 0; k < book->codes[i].nexamples; k++) {
			const struct sg_example *example = &book->codes[i].examples[k];
			struct sg_answer_view answer = {
				.span = {0, (uint32_t)example->text.n},
				.answered = true};
			sg_layout_build(&layout, example->text);
			struct sg_doc doc = {.name = path,
				.body = example->text,
				.layout = &layout,
				.answers = &answer,
				.nanswers = 1};
			rc = sg_scan(scanner, &doc, &hits, notes, err);
			if (rc < 0)
				goto out;
			++*ran;
			failed += !judge(book, i, example, &hits, path, notes);
		}
	}
	rc = failed;
out:
	free(hits.v);
	sg_scanner_free(scanner);
	sg_engine_free(engine);
	sg_layout_release(&layout);
	return rc;
}
