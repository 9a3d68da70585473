/* identify.c - what the rules of `saegim identify` find in labelled sentences: recall and
 * precision by kind. A find counts when its kind is right and it overlaps the label.
 *
 * usage: identify FILE [-v]   (lines: sentence, tab, "kind:text;kind:text" or "-") */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/identify_rules.h"
#include "base/file.h"

struct figures {
	const char *kind;
	unsigned labelled, hit, found;
};

static struct figures figures[32];
static size_t nfigures;

static struct figures *of(struct sg_str kind)
{
	for (size_t i = 0; i < nfigures; i++)
		if (sg_str_eqz(kind, figures[i].kind))
			return &figures[i];
	fprintf(stderr, "no such kind: %.*s\n", SG_ARG(kind));
	exit(1);
}

static void line(struct sg_identifier *d, struct sg_str s, bool verbose)
{
	size_t tab = sg_str_findc(s, '\t');
	struct sg_str text = sg_str_sub(s, 0, tab), rest = sg_str_skip(s, tab + 1), one;
	struct sg_identified_list found = {NULL, 0, 0};
	bool *right;

	sg_identify_text(d, text, &found);
	right = sg_zalloc(found.n + 1, sizeof *right);
	while (!sg_str_eqz(rest, "-") && sg_str_split(&rest, ';', &one)) {
		size_t colon = sg_str_findc(one, ':');
		struct sg_str kind = sg_str_sub(one, 0, colon);
		struct sg_str what = sg_str_skip(one, colon + 1);
		size_t at = sg_str_find(text, what);
		bool hit = false;
		for (size_t i = 0; i < found.n; i++)
			if (sg_str_eqz(kind, found.v[i].rule->kind) &&
				found.v[i].span.start < at + what.n &&
				at < found.v[i].span.stop)
				hit = right[i] = true;
		of(kind)->labelled++;
		of(kind)->hit += hit;
		if (!hit && verbose)
			printf("missed %.*s: %.*s\n", SG_ARG(one), SG_ARG(text));
	}
	for (size_t i = 0; i < found.n; i++) {
		struct sg_str what =
			sg_str_sub(text, found.v[i].span.start, found.v[i].span.stop);
		of(sg_str_of(found.v[i].rule->kind))->found++;
		if (!right[i] && verbose)
			printf("false %s '%.*s': %.*s\n", found.v[i].rule->kind,
				SG_ARG(what), SG_ARG(text));
	}
	free(right);
	free(found.v);
}

static void print(const char *kind, unsigned labelled, unsigned hit, unsigned found)
{
	printf("%-12s labelled %3u  found %3u  recall %.3f  precision %.3f\n", kind,
		labelled, found, labelled ? (double)hit / labelled : 1.0,
		found ? (double)hit / found : 1.0);
}

int main(int argc, char **argv)
{
	struct sg_error err;
	struct sg_buf file;
	struct sg_str rest, s;
	unsigned n = 0, labelled = 0, hit = 0, found = 0;

	sg_error_reset(&err);
	sg_buf_init(&file);
	struct sg_identifier *d = sg_identifier_new(&err);
	if (argc < 2 || !d || sg_file_read(argv[1], 1 << 24, &file, &err) < 0) {
		fprintf(stderr, "identify: %s\n", err.text);
		return 1;
	}
	for (const struct sg_identify_rule *r = sg_identify_rules; r->kind; r++)
		figures[nfigures++].kind = r->kind;
	rest = sg_buf_str(&file);
	while (sg_str_line(&rest, &s))
		if (s.n && s.p[0] != '#') {
			line(d, s, argc > 2);
			n++;
		}
	for (size_t i = 0; i < nfigures; i++) {
		const struct figures *f = &figures[i];
		print(f->kind, f->labelled, f->hit, f->found);
		labelled += f->labelled;
		hit += f->hit;
		found += f->found;
	}
	print("all", labelled, hit, found);
	printf("%u sentences\n", n);
	sg_buf_release(&file);
	sg_identifier_free(d);
	return 0;
}
