/* nouns.c - answers for nouns.py and negation.py through the engine: reads lines
 * "expression<TAB>text" and prints 1 where the rule expression selects something of
 * the text, else 0. Lines of one expression stand together, so that only the last
 * is kept compiled. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "codebook/codebook.h"
#include "match/engine.h"

#define LINE_SIZE 8192

struct rule {
	char expr[LINE_SIZE];
	struct sg_codebook *book;
	struct sg_engine *engine;
	struct sg_scanner *scanner;
	struct sg_layout layout;
	struct sg_hits hits;
	struct sg_notes notes;
	struct sg_error err;
};

static void drop(struct rule *r)
{
	sg_scanner_free(r->scanner);
	sg_engine_free(r->engine);
	sg_codebook_free(r->book);
	r->scanner = NULL;
	r->engine = NULL;
	r->book = NULL;
}

static int compile(struct rule *r, const char *expr)
{
	drop(r);
	snprintf(r->expr, sizeof r->expr, "%s", expr);
	int rc = sg_codebook_of_expr(&r->book, sg_str_of(expr), &r->notes);
	if (rc == 0)
		rc = sg_engine_new(&r->engine, r->book, NULL, &r->notes, &r->err);
	if (rc == 0)
		r->scanner = sg_scanner_new(r->engine);
	return rc;
}

static int answer(struct rule *r, struct sg_str text)
{
	struct sg_answer_view all = {.span = {0, (uint32_t)text.n}, .answered = true};
	struct sg_doc doc = {.name = "line",
		.body = text,
		.layout = &r->layout,
		.answers = &all,
		.nanswers = 1};

	sg_layout_build(&r->layout, text);
	int rc = sg_scan(r->scanner, &doc, &r->hits, &r->notes, &r->err);
	if (rc == 0)
		puts(r->hits.n ? "1" : "0");
	return rc;
}

int main(void)
{
	static struct rule rule;
	char line[LINE_SIZE];
	int rc = 0;

	sg_notes_init(&rule.notes);
	sg_layout_init(&rule.layout);
	while (rc == 0 && fgets(line, sizeof line, stdin)) {
		char *tab = strchr(line, '\t');
		if (!tab)
			continue;
		*tab = '\0';
		struct sg_str text = sg_str_of(tab + 1);
		text.n -= sg_str_ends(text, SG_STR("\n"));
		if (!rule.scanner || strcmp(line, rule.expr) != 0)
			rc = compile(&rule, line);
		if (rc == 0)
			rc = answer(&rule, text);
	}
	if (rc < 0)
		fprintf(stderr, "nouns: %s: %s\n", rule.expr, rule.err.text);
	drop(&rule);
	free(rule.hits.v);
	sg_layout_release(&rule.layout);
	sg_notes_release(&rule.notes);
	return rc < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
