/* ancestry.c - former labels of codes (`* was: C1a`). In a book without IDs a label is
 * the path of names, so that a new name of a theme is one of everything below it too:
 * those labels are worked out here and need not be written. */
#include "config.h"

#include "codebook/reader.h"

#include <stdlib.h>
#include <string.h>

static const struct sg_str joint = {" > ", 3};

static bool any_was(const struct sg_codebook *book)
{
	for (size_t i = 0; i < book->ncodes; i++)
		if (book->codes[i].nwas)
			return true;
	return false;
}

/* Labels of the book come before former ones; two equal labels are check.c's. */
static void twice(const struct sg_codebook *book, struct sg_notes *notes,
	const struct sg_entry *first, const struct sg_entry *again)
{
	const struct sg_code *other = &book->codes[first->index];

	if (again->group != 1)
		return;
	struct sg_locus locus = {book->path.p, book->body, 1};
	sg_locus_note(&locus, notes, SG_ERROR, again->line, 1, 1,
		_("'%.*s' cannot be a former name: '%.*s' on line %u has it"),
		SG_ARG(again->s), SG_ARG(other->label), (unsigned)first->line);
}

static int entry_cmp(const void *a, const void *b)
{
	const struct sg_entry *x = a, *y = b;
	int c = sg_str_cmp(x->s, y->s);

	if (c)
		return c;
	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

struct names {
	struct sg_entry *v; /* sorted: labels (group 0) and written former ones (1) */
	size_t n;
};

static void collect(struct names *all, const struct sg_codebook *book)
{
	size_t n = book->ncodes;

	for (size_t i = 0; i < book->ncodes; i++)
		n += book->codes[i].nwas;
	all->v = sg_alloc(n, sizeof *all->v);
	all->n = 0;
	for (size_t i = 0; i < book->ncodes; i++) {
		const struct sg_code *c = &book->codes[i];
		all->v[all->n++] = (struct sg_entry){c->label, 0, c->line, i};
		for (size_t k = 0; k < c->nwas; k++)
			all->v[all->n++] = (struct sg_entry){
				c->was[k].label, 1, c->was[k].line, i};
	}
	qsort(all->v, all->n, sizeof *all->v, entry_cmp);
}

static bool has(const struct names *all, struct sg_str label)
{
	size_t low = 0, high = all->n;

	while (low < high) {
		size_t at = low + (high - low) / 2;
		int c = sg_str_cmp(all->v[at].s, label);
		if (c == 0)
			return true;
		if (c < 0)
			low = at + 1;
		else
			high = at;
	}
	return false;
}

struct labels {
	struct sg_was *v;
	size_t n, cap;
};

static void derive(struct labels *out, const struct names *all, struct sg_str label)
{
	for (size_t i = 0; i < out->n; i++)
		if (sg_str_eq(out->v[i].label, label))
			return;
	if (!has(all, label))
		SG_PUSH(out, (struct sg_was){label, 0});
}

/* The former labels of the code above with this code's names behind them. */
static void inherit(
	struct sg_codebook *book, struct sg_code *c, const struct names *all)
{
	const struct sg_code *above = &book->codes[c->parent];
	struct labels out = {NULL, 0, 0};

	for (size_t i = 0; i < c->nwas; i++)
		SG_PUSH(&out, c->was[i]);
	for (size_t i = 0; i < above->nwas; i++) {
		struct sg_str old = above->was[i].label;
		derive(&out, all,
			sg_arena_printf(&book->arena, "%.*s > %.*s", SG_ARG(old),
				SG_ARG(c->name)));
		for (size_t k = 0; k < c->nwas; k++) {
			struct sg_str rest =
				sg_str_skip(c->was[k].label, above->label.n);
			if (sg_str_starts(c->was[k].label, above->label) &&
				sg_str_starts(rest, joint))
				derive(&out, all,
					sg_arena_printf(&book->arena, "%.*s%.*s",
						SG_ARG(old), SG_ARG(rest)));
		}
	}
	c->was = sg_arena_array(&book->arena, out.n, sizeof *c->was);
	c->nwas = out.n;
	if (out.n)
		memcpy(c->was, out.v, out.n * sizeof *c->was);
	free(out.v);
}

void sg_book_ancestry(struct sg_codebook *book, struct sg_notes *notes)
{
	struct names all;

	if (!any_was(book))
		return;
	collect(&all, book);
	for (size_t i = 1; i < all.n; i++)
		if (sg_str_eq(all.v[i].s, all.v[i - 1].s))
			twice(book, notes, &all.v[i - 1], &all.v[i]);
	for (size_t i = 0; i < book->ncodes && !book->has_ids; i++)
		if (book->codes[i].parent != SG_NO_CODE &&
			book->codes[book->codes[i].parent].nwas)
			inherit(book, &book->codes[i], &all);
	free(all.v);
}
