/* concordance.c - see concordance.h. The expression is compiled as the only rule of a
 * codebook of its own, so that it means exactly what it means in a codebook. */
#include "config.h"

#include "coding/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "text/utf8.h"

/* s with line ends and tabs as blanks, in the arena. */
static struct sg_str one_line(struct sg_arena *arena, struct sg_str s)
{
	struct sg_str copy = sg_arena_str(arena, s);
	char *p = (char *)(uintptr_t)copy.p; /* just made by this arena */

	for (size_t i = 0; i < copy.n; i++)
		if (p[i] == '\n' || p[i] == '\t')
			p[i] = ' ';
	return copy;
}

/* Whether the code point before or behind off goes on with a word. */
static bool word_before(struct sg_str s, size_t off)
{
	enum sg_script script =
		off ? sg_script_of(sg_utf8_prev(s, &off)) : SG_SCRIPT_NONE;

	return script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP;
}

static bool word_behind(struct sg_str s, size_t off)
{
	enum sg_script script =
		off < s.n ? sg_script_of(sg_utf8_next(s, &off)) : SG_SCRIPT_NONE;

	return script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP;
}

static struct sg_str form_of(struct sg_str s, struct sg_span hit)
{
	size_t start = hit.start, stop = hit.stop;

	while (word_before(s, start))
		sg_utf8_prev(s, &start);
	while (word_behind(s, stop))
		sg_utf8_next(s, &stop);
	return sg_str_sub(s, start, stop);
}

static void add_line(struct sg_kwic *out, const struct sg_doc *doc,
	struct sg_str respondent, const struct sg_hit *hit, size_t context)
{
	const struct sg_answer_view *a = &doc->answers[hit->answer];
	size_t from = hit->span.start, to = hit->span.stop;

	for (size_t i = 0; i < context && from > a->span.start; i++)
		sg_utf8_prev(doc->body, &from);
	for (size_t i = 0; i < context && to < a->span.stop; i++)
		sg_utf8_next(doc->body, &to);
	SG_PUSH(out,
		(struct sg_kwic_line){sg_arena_str(&out->arena, respondent),
			sg_arena_str(&out->arena, a->question),
			one_line(&out->arena,
				sg_str_sub(doc->body, from, hit->span.start)),
			one_line(&out->arena,
				sg_str_sub(doc->body, hit->span.start, hit->span.stop)),
			one_line(
				&out->arena, sg_str_sub(doc->body, hit->span.stop, to)),
			one_line(&out->arena, form_of(doc->body, hit->span)), out->n});
}

static bool is_kept(const struct sg_kwic_options *o, const struct sg_corpus *corpus,
	const struct sg_doc *doc, const struct sg_hit *hit)
{
	struct sg_span cps = sg_corpus_code_points(corpus, hit->span);
	const struct sg_kwic_place place = {sg_str_of(doc->name),
		sg_corpus_case(corpus, hit->answer), doc->answers[hit->answer].question,
		cps.start, cps.stop};

	return !o->keep || o->keep(o->ctx, &place);
}

static int scan_all(struct sg_kwic *out, struct sg_corpus *corpus,
	struct sg_scanner *scanner, const struct sg_kwic_options *o,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_hits hits = {NULL, 0, 0};
	struct sg_doc doc;
	int rc;

	while ((rc = sg_corpus_next(corpus, &doc, err)) > 0) {
		rc = sg_scan(scanner, &doc, &hits, notes, err);
		if (rc < 0)
			break;
		for (size_t i = 0; i < hits.n; i++)
			if (is_kept(o, corpus, &doc, &hits.v[i]))
				add_line(out, &doc,
					sg_corpus_case(corpus, hits.v[i].answer),
					&hits.v[i], o->context);
	}
	free(hits.v);
	return rc;
}

/* The last code of base and the expression as the only rule of a code behind it. The
 * name is one that no codebook has: a heading cannot hold a line end. */
static int extend(struct sg_codebook **out, const struct sg_codebook *base,
	struct sg_str expr, struct sg_notes *notes)
{
	struct sg_buf body;
	struct sg_notes all;

	sg_buf_init(&body);
	sg_notes_init(&all);
	sg_buf_add(&body, base->body);
	sg_buf_printf(&body, "\n\n## %s\n- %.*s\n",
		base->has_ids ? "KWIC0000 kwic" : "kwic kwic kwic", SG_ARG(expr));
	int rc = sg_codebook_read(out, sg_buf_str(&body), "", &all);
	/* Places in the longer text say nothing to who typed the expression. */
	for (size_t i = 0; rc < 0 && i < all.n; i++)
		if (all.v[i].severity == SG_ERROR)
			sg_notes_add(notes, SG_ERROR, "", 0, 0, "%.*s",
				SG_ARG(all.v[i].text));
	sg_notes_release(&all);
	sg_buf_release(&body);
	return rc;
}

/* Alone, or where it names lists or codes, behind the codes of base. */
static int read_expr(struct sg_codebook **out, const struct sg_kwic_options *o,
	struct sg_notes *notes)
{
	bool refers = sg_str_findc(o->expr, '$') != SIZE_MAX ||
		      sg_str_findc(o->expr, '@') != SIZE_MAX;
	struct sg_expr *parsed;
	struct sg_arena arena;

	if (!o->base || !refers)
		return sg_codebook_of_expr(out, o->expr, notes);
	/* Its own errors are told with their place in it. */
	sg_arena_init(&arena);
	int rc = sg_expr_parse(&arena, o->expr, NULL, &parsed, notes);
	sg_arena_release(&arena);
	return rc < 0 ? rc : extend(out, o->base, o->expr, notes);
}

int sg_kwic_run(struct sg_kwic *out, struct sg_store *store,
	const struct sg_kwic_options *o, struct sg_notes *notes, struct sg_error *err)
{
	bool *only = NULL;
	struct sg_codebook *book = NULL;
	struct sg_engine *engine = NULL;
	struct sg_scanner *scanner = NULL;
	struct sg_corpus *corpus = NULL;
	struct sg_engine_options options = {0};
	struct sg_error compiling = {0};

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	int rc = read_expr(&book, o, notes);
	if (rc < 0) {
		sg_error_set(err, rc, _("the expression has an error"));
		goto out;
	}
	only = sg_zalloc(book->ncodes, sizeof *only);
	only[book->ncodes - 1] = true;
	book->codes[book->ncodes - 1].within = o->within;
	options.only = only;
	rc = sg_engine_new(&engine, book, &options, notes, &compiling);
	if (rc < 0) {
		sg_error_set(err, rc, "%s",
			notes->errors ? _("the expression has an error")
				      : compiling.text);
		goto out;
	}
	rc = sg_corpus_open(&corpus, store, err);
	if (rc < 0)
		goto out;
	scanner = sg_scanner_new(engine);
	rc = scan_all(out, corpus, scanner, o, notes, err);
out:
	sg_scanner_free(scanner);
	sg_corpus_close(corpus);
	sg_engine_free(engine);
	sg_codebook_free(book);
	free(only);
	return rc;
}

void sg_kwic_release(struct sg_kwic *k)
{
	sg_arena_release(&k->arena);
	free(k->v);
	memset(k, 0, sizeof *k);
}

/* Compares from the end backwards, code point by code point. */
static int cmp_backwards(struct sg_str a, struct sg_str b)
{
	size_t i = a.n, j = b.n;

	while (i > 0 && j > 0) {
		uint32_t x = sg_utf8_prev(a, &i), y = sg_utf8_prev(b, &j);
		if (x != y)
			return x < y ? -1 : 1;
	}
	return (i > 0) - (j > 0);
}

static int in_text(const void *x, const void *y)
{
	const struct sg_kwic_line *a = x, *b = y;

	return (a->order > b->order) - (a->order < b->order);
}

static int by_left(const void *x, const void *y)
{
	const struct sg_kwic_line *a = x, *b = y;
	int c = cmp_backwards(sg_str_trim(a->left), sg_str_trim(b->left));

	return c ? c : in_text(x, y);
}

static int by_right(const void *x, const void *y)
{
	const struct sg_kwic_line *a = x, *b = y;
	int c = sg_str_cmp(sg_str_trim(a->right), sg_str_trim(b->right));

	return c ? c : in_text(x, y);
}

static int by_form(const void *x, const void *y)
{
	const struct sg_kwic_line *a = x, *b = y;
	int c = sg_str_cmp(a->form, b->form);

	return c ? c : by_right(x, y);
}

void sg_kwic_order(struct sg_kwic *k, enum sg_kwic_sort by)
{
	static int (*const order[])(const void *, const void *) = {
		NULL, by_left, by_right, by_form};

	if (order[by] && k->n)
		qsort(k->v, k->n, sizeof *k->v, order[by]);
}
