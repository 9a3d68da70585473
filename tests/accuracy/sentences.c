/* sentences.c - measures the sentence rules against texts divided by hand: one
 * sentence a line, documents parted by blank lines. The sentences of a document
 * are joined with a space, as the layout never sees where lines ended, and
 * divided again. A sentence is right when both its ends are; a boundary is a
 * place inside a document where one sentence ends, right when both lists have it.
 *
 * Usage: sentences FOLDER [-v]. -v prints what differs. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "text/decode.h"
#include "text/layout.h"

#define CAP (64U << 20)

struct score {
	size_t found, gold, right;
};

struct scores {
	struct score spans, boundaries;
};

static double f1(struct score s, double *p, double *r)
{
	*p = s.found ? (double)s.right / (double)s.found : 0;
	*r = s.gold ? (double)s.right / (double)s.gold : 0;
	return *p + *r > 0 ? 2 * *p * *r / (*p + *r) : 0;
}

static void print_scores(const char *name, struct scores s)
{
	double p, r, f = f1(s.spans, &p, &r);

	printf("%-16s %5zu gold %5zu found  sentences P %.3f R %.3f F1 %.3f", name,
		s.spans.gold, s.spans.found, p, r, f);
	f = f1(s.boundaries, &p, &r);
	printf("  boundaries P %.3f R %.3f F1 %.3f\n", p, r, f);
}

static void add_score(struct score *to, struct score from)
{
	to->found += from.found;
	to->gold += from.gold;
	to->right += from.right;
}

/* Counts the ends of sentences, but for the last of each list. */
static void compare_ends(
	const struct sg_spans *gold, const struct sg_spans *found, struct score *score)
{
	size_t i = 0, j = 0;

	while (i + 1 < gold->n && j + 1 < found->n) {
		uint32_t a = gold->v[i].stop, b = found->v[j].stop;
		score->right += a == b;
		i += a <= b;
		j += b <= a;
	}
	score->gold += gold->n ? gold->n - 1 : 0;
	score->found += found->n ? found->n - 1 : 0;
}

static bool same(struct sg_span a, struct sg_span b)
{
	return a.start == b.start && a.stop == b.stop;
}

static void print_span(char sign, struct sg_str text, struct sg_span span)
{
	struct sg_str s = sg_str_sub(text, span.start, span.stop);

	printf("%c %.*s\n", sign, SG_ARG(s));
}

/* Walks over both lists of ascending spans. */
static void compare(struct sg_str text, const struct sg_spans *gold,
	const struct sg_spans *found, bool verbose, struct score *score)
{
	size_t i = 0, j = 0;

	while (i < gold->n || j < found->n) {
		if (i < gold->n && j < found->n && same(gold->v[i], found->v[j])) {
			score->right++;
			i++;
			j++;
		} else if (j == found->n ||
			   (i < gold->n && gold->v[i].start <= found->v[j].start)) {
			if (verbose)
				print_span('<', text, gold->v[i]);
			i++;
		} else {
			if (verbose)
				print_span('>', text, found->v[j]);
			j++;
		}
	}
	score->gold += gold->n;
	score->found += found->n;
}

struct reader {
	struct sg_layout layout;
	struct sg_spans gold;
	struct sg_buf document;
	struct scores scores;
	bool verbose;
};

static void end_document(struct reader *r)
{
	struct sg_str text = sg_buf_str(&r->document);

	sg_layout_build(&r->layout, text);
	compare(text, &r->gold, &r->layout.sentences, r->verbose, &r->scores.spans);
	compare_ends(&r->gold, &r->layout.sentences, &r->scores.boundaries);
	r->gold.n = 0;
	sg_buf_reset(&r->document);
}

static int read_gold(struct reader *r, const char *path, struct sg_error *err)
{
	struct sg_buf bytes, text;
	struct sg_str rest, line;

	sg_buf_init(&bytes);
	sg_buf_init(&text);
	int rc = sg_file_read(path, CAP, &bytes, err);
	if (!rc)
		rc = sg_decode(sg_buf_str(&bytes), NULL, path, &text, NULL, err);
	rest = sg_buf_str(&text);
	while (!rc && sg_str_line(&rest, &line)) {
		line = sg_str_trim(line);
		if (line.n == 0) {
			end_document(r);
			continue;
		}
		if (r->document.n > 0)
			sg_buf_addc(&r->document, ' ');
		size_t start = r->document.n;
		sg_buf_add(&r->document, line);
		sg_spans_add(&r->gold, (uint32_t)start, (uint32_t)r->document.n);
	}
	if (!rc)
		end_document(r);
	sg_buf_release(&text);
	sg_buf_release(&bytes);
	return rc;
}

static int measure_folder(struct reader *r, const char *folder, struct sg_error *err)
{
	struct sg_names names = {NULL, 0, 0};
	struct scores all = {{0, 0, 0}, {0, 0, 0}};

	int rc = sg_dir_list(folder, &names, err);
	for (size_t i = 0; !rc && i < names.n; i++) {
		char *path = sg_path_join(folder, names.v[i]);
		if (sg_str_eqz(sg_path_ext(path), "txt")) {
			r->scores = (struct scores){{0, 0, 0}, {0, 0, 0}};
			rc = read_gold(r, path, err);
			print_scores(names.v[i], r->scores);
			add_score(&all.spans, r->scores.spans);
			add_score(&all.boundaries, r->scores.boundaries);
		}
		free(path);
	}
	if (!rc)
		print_scores("all", all);
	sg_names_release(&names);
	return rc;
}

int main(int argc, char **argv)
{
	struct reader r = {.verbose = argc > 2 && strcmp(argv[2], "-v") == 0};
	struct sg_error err;

	if (argc < 2) {
		fprintf(stderr, "usage: sentences FOLDER [-v]\n");
		return 2;
	}
	sg_error_reset(&err);
	sg_layout_init(&r.layout);
	sg_buf_init(&r.document);
	int rc = measure_folder(&r, argv[1], &err);
	if (rc)
		fprintf(stderr, "sentences: %s: %s\n", err.source, err.text);
	sg_buf_release(&r.document);
	free(r.gold.v);
	sg_layout_release(&r.layout);
	return rc ? 1 : 0;
}
