/* match_driver.c - runs rules over texts and prints their hits as code point offsets,
 * one `text rule start stop` a line, for match_vs_prototype.py.
 *
 * usage: match_driver CODEBOOK TEXTS   (TEXTS: one a line, \n for a line end; by
 *            turns an answer to Q1 and to Q2)
 *        match_driver --words          (answers 0 or 1 to each line of stdin:
 *            t TAB last character TAB rest of the word: is the rest particles?
 *            p TAB dictionary form TAB word: is the word a form of the predicate?)
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "codebook/codebook.h"
#include "match/engine.h"
#include "text/particle.h"
#include "text/predicate.h"
#include "text/utf8.h"

static void print_notes(const struct sg_notes *notes)
{
	for (size_t i = 0; i < notes->n; i++)
		fprintf(stderr, "%u:%u: %.*s\n", notes->v[i].line, notes->v[i].col,
			SG_ARG(notes->v[i].text));
}

static void unescape(struct sg_str line, struct sg_buf *out)
{
	sg_buf_reset(out);
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '\\' && i + 1 < line.n && line.p[i + 1] == 'n') {
			sg_buf_addc(out, '\n');
			i++;
		} else {
			sg_buf_addc(out, line.p[i]);
		}
	}
}

static int scan_line(struct sg_scanner *s, struct sg_str body, size_t number,
	struct sg_layout *layout, struct sg_hits *hits, struct sg_notes *notes,
	struct sg_error *err)
{
	struct sg_answer_view answer = {.span = {0, (uint32_t)body.n},
		.question = number % 2 ? SG_STR("Q2") : SG_STR("Q1"),
		.answered = true};
	struct sg_cpmap starts, stops;

	sg_layout_build(layout, body);
	struct sg_doc doc = {.name = "texts",
		.body = body,
		.layout = layout,
		.answers = &answer,
		.nanswers = 1};
	sg_cpmap_init(&starts, body);
	sg_cpmap_init(&stops, body);
	int rc = sg_scan(s, &doc, hits, notes, err);
	for (size_t i = 0; rc == 0 && i < hits->n; i++) {
		size_t start = sg_cpmap_at(&starts, hits->v[i].span.start);
		size_t stop = sg_cpmap_at(&stops, hits->v[i].span.stop);
		printf("%zu %u %zu %zu\n", number, hits->v[i].code, start, stop);
	}
	return rc;
}

static bool answer_line(struct sg_str line)
{
	struct sg_str kind = {"", 0}, given = {"", 0};
	struct sg_error err = {0};
	size_t off = 0;

	sg_str_split(&line, '\t', &kind);
	sg_str_split(&line, '\t', &given);
	if (sg_str_eqz(kind, "t"))
		return sg_particle_tail(given.n ? sg_utf8_next(given, &off) : 0, line);
	struct sg_predicate *p = sg_predicate_new(given, &err);
	bool yes = p && sg_predicate_match(p, line);
	sg_predicate_free(p);
	return yes;
}

static int answer_words(void)
{
	char line[4096];

	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = 0;
		puts(answer_line(sg_str_of(line)) ? "1" : "0");
		fflush(stdout);
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct sg_error err = {0};
	struct sg_notes notes;
	struct sg_codebook *book = NULL;
	struct sg_engine *engine = NULL;
	struct sg_scanner *scanner = NULL;
	struct sg_layout layout;
	struct sg_hits hits = {0};
	struct sg_buf texts, body;
	struct sg_str rest, line;
	int rc = SG_EUSAGE;

	if (argc == 2 && strcmp(argv[1], "--words") == 0)
		return answer_words();
	sg_notes_init(&notes);
	sg_layout_init(&layout);
	sg_buf_init(&texts);
	sg_buf_init(&body);
	if (argc != 3 || sg_codebook_load(&book, argv[1], &notes, &err) < 0 ||
		sg_file_read(argv[2], 1 << 28, &texts, &err) < 0 ||
		sg_engine_new(&engine, book, NULL, &notes, &err) < 0)
		goto out;
	scanner = sg_scanner_new(engine);
	rest = sg_buf_str(&texts);
	rc = 0;
	for (size_t i = 0; rc == 0 && sg_str_line(&rest, &line); i++) {
		unescape(line, &body);
		rc = scan_line(
			scanner, sg_buf_str(&body), i, &layout, &hits, &notes, &err);
	}
out:
	if (rc < 0) {
		print_notes(&notes);
		fprintf(stderr, "match_driver: %s\n", err.text);
	}
	free(hits.v);
	sg_scanner_free(scanner);
	sg_engine_free(engine);
	sg_codebook_free(book);
	sg_layout_release(&layout);
	sg_buf_release(&texts);
	sg_buf_release(&body);
	sg_notes_release(&notes);
	return rc < 0;
}
