/* review_answers.c - see review_answers.h. */
#include "config.h"

#include "coding/review_answers.h"

#include <stdlib.h>
#include <string.h>

enum { FEWEST_ANSWERS = 3 };

/* A question or a part label, with a count for each code. */
struct column {
	struct sg_str name;
	size_t answers; /* answered, of a question */
	size_t *counts; /* [codes] */
};

struct columns {
	struct column *v;
	size_t n, cap;
};

struct sg_answer_tally {
	const struct sg_codebook *book;
	struct sg_arena arena;
	struct columns questions, labels;
};

struct sg_answer_tally *sg_answer_tally_new(const struct sg_codebook *book)
{
	struct sg_answer_tally *t = sg_zalloc(1, sizeof *t);

	t->book = book;
	sg_arena_init(&t->arena);
	return t;
}

void sg_answer_tally_free(struct sg_answer_tally *t)
{
	if (!t)
		return;
	free(t->questions.v);
	free(t->labels.v);
	sg_arena_release(&t->arena);
	free(t);
}

static struct column *column_of(
	struct sg_answer_tally *t, struct columns *c, struct sg_str name)
{
	for (size_t i = 0; i < c->n; i++) {
		if (sg_str_eq(c->v[i].name, name))
			return &c->v[i];
	}
	SG_PUSH(c, (struct column){sg_arena_str(&t->arena, name), 0,
			   sg_arena_array(&t->arena, t->book->ncodes, sizeof(size_t))});
	return &c->v[c->n - 1];
}

/* Label of the part of a that holds byte off, or empty. */
static struct sg_str label_at(const struct sg_answer_view *a, uint32_t off)
{
	for (size_t i = 0; i < a->nparts; i++) {
		if (off >= a->parts[i].span.start && off < a->parts[i].span.stop)
			return a->parts[i].label;
	}
	return SG_STR("");
}

static void add_hits(
	struct sg_answer_tally *t, const struct sg_doc *doc, const struct sg_hits *hits)
{
	const struct sg_hit *before = NULL;
	uint32_t last_unit = 0;

	for (size_t i = 0; i < hits->n; i++) {
		const struct sg_hit *h = &hits->v[i];
		if (h->code >= t->book->ncodes)
			break; /* hits are ordered by code */
		const struct sg_answer_view *a = &doc->answers[h->answer];
		bool new_answer = !before || before->code != h->code ||
				  before->answer != h->answer;
		uint32_t unit = sg_doc_unit(
			doc, t->book->codes[h->code].unit, h->answer, h->span.start)
					.start;
		if (new_answer && a->question.n)
			column_of(t, &t->questions, a->question)->counts[h->code]++;
		struct sg_str label = label_at(a, h->span.start);
		if (label.n && (new_answer || unit != last_unit))
			column_of(t, &t->labels, label)->counts[h->code]++;
		last_unit = unit;
		before = h;
	}
}

void sg_answer_tally_add(
	struct sg_answer_tally *t, const struct sg_doc *doc, const struct sg_hits *hits)
{
	for (size_t i = 0; i < doc->nanswers; i++) {
		const struct sg_answer_view *a = &doc->answers[i];
		if (a->question.n && a->answered)
			column_of(t, &t->questions, a->question)->answers++;
	}
	add_hits(t, doc, hits);
}

static bool by_default(const struct sg_code *c, struct sg_str question)
{
	for (size_t i = 0; i < c->ndefaults; i++) {
		if (sg_str_eq(c->defaults[i], question))
			return true;
	}
	return false;
}

static void fill_greedy(const struct sg_answer_tally *t, struct sg_review *out)
{
	const struct sg_codebook *book = t->book;

	out->greedy = sg_arena_array(
		&out->arena, book->ncodes * t->questions.n, sizeof *out->greedy);
	for (uint32_t c = 0; c < book->ncodes; c++) {
		for (size_t q = 0; q < t->questions.n; q++) {
			const struct column *col = &t->questions.v[q];
			if (col->answers < FEWEST_ANSWERS ||
				3 * col->counts[c] <= 2 * col->answers ||
				by_default(&book->codes[c], col->name))
				continue;
			out->greedy[out->ngreedy++] = (struct sg_greedy){c,
				sg_arena_str(&out->arena, col->name), col->counts[c],
				col->answers};
		}
	}
}

static bool named(const struct sg_code *c, struct sg_str label)
{
	return sg_str_find(c->name, label) != SIZE_MAX;
}

/* The nearest ancestor of code whose name holds label, or SG_NO_CODE. */
static uint32_t theme_of(
	const struct sg_codebook *book, uint32_t code, struct sg_str label)
{
	uint32_t at = book->codes[code].parent;

	while (at != SG_NO_CODE && !named(&book->codes[at], label))
		at = book->codes[at].parent;
	return at;
}

/* Whether some code with codes below it is named so. */
static bool names_theme(const struct sg_codebook *book, struct sg_str label)
{
	for (uint32_t i = 0; i < book->ncodes; i++) {
		if (theme_of(book, i, label) != SG_NO_CODE)
			return true;
	}
	return false;
}

/* Compares the parts that bear the name of the code's theme with those that bear
 * another theme's; labels that name no theme (시급, 단기) say nothing. */
static void fill_clashes(const struct sg_answer_tally *t, struct sg_review *out)
{
	const struct sg_codebook *book = t->book;
	const struct columns *labels = &t->labels;
	bool *themes = sg_zalloc(labels->n + 1, sizeof *themes);

	for (size_t i = 0; i < labels->n; i++)
		themes[i] = names_theme(book, labels->v[i].name);
	out->clashes = sg_arena_array(&out->arena, book->ncodes, sizeof *out->clashes);
	for (uint32_t c = 0; c < book->ncodes; c++) {
		const struct column *own = NULL, *other = NULL;
		for (size_t i = 0; i < labels->n; i++) {
			const struct column *l = &labels->v[i];
			const struct column **side =
				theme_of(book, c, l->name) != SG_NO_CODE ? &own
									 : &other;
			if (themes[i] && (!*side || l->counts[c] > (*side)->counts[c]))
				*side = l;
		}
		if (!own || !other || other->counts[c] <= own->counts[c])
			continue;
		out->clashes[out->nclashes++] =
			(struct sg_part_clash){c, theme_of(book, c, own->name),
				sg_arena_str(&out->arena, own->name),
				sg_arena_str(&out->arena, other->name), own->counts[c],
				other->counts[c]};
	}
	free(themes);
}

void sg_answer_tally_fill(const struct sg_answer_tally *t, struct sg_review *out)
{
	fill_greedy(t, out);
	fill_clashes(t, out);
}
