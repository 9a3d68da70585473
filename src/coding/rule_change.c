/* rule_change.c - see rule_change.h. */
#include "config.h"

#include "coding/rule_change.h"

#include <string.h>

/* The rules of a code as they are written. */
static struct sg_str *print_rules(const struct sg_code *code, struct sg_arena *arena)
{
	struct sg_str *v = sg_arena_array(arena, code->nrules, sizeof *v);
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < code->nrules; i++) {
		sg_buf_reset(&b);
		sg_rule_print(&code->rules[i], &b);
		v[i] = sg_arena_str(arena, sg_buf_str(&b));
	}
	sg_buf_release(&b);
	return v;
}

/* Flags the rules of a that select and that b does not have; returns how many. */
static size_t flag_missing(const struct sg_code *a, const struct sg_str *in_a,
	const struct sg_code *b, const struct sg_str *in_b, bool *flags)
{
	size_t n = 0;

	for (size_t i = 0; i < a->nrules; i++) {
		bool there = a->rules[i].kind != SG_RULE_SELECT;
		for (size_t k = 0; k < b->nrules && !there; k++)
			there = sg_str_eq(in_a[i], in_b[k]);
		flags[i] = !there;
		n += flags[i];
	}
	return n;
}

/* The book with the code but without the rules flagged. Shallow, in arena. */
static const struct sg_codebook *without(const struct sg_codebook *book, uint32_t code,
	const bool *flags, struct sg_arena *arena)
{
	struct sg_codebook *less = sg_arena_alloc(arena, sizeof *less);
	const struct sg_code *from = &book->codes[code];
	size_t n = 0;

	*less = *book;
	less->codes = sg_arena_array(arena, book->ncodes, sizeof *less->codes);
	memcpy(less->codes, book->codes, book->ncodes * sizeof *less->codes);
	struct sg_rule *rules = sg_arena_array(arena, from->nrules, sizeof *rules);
	for (size_t i = 0; i < from->nrules; i++)
		if (!flags[i])
			rules[n++] = from->rules[i];
	less->codes[code].rules = rules;
	less->codes[code].nrules = n;
	return less;
}

struct sg_rule_change sg_rules_compare(const struct sg_codebook *book, uint32_t code,
	const struct sg_codebook *last, struct sg_str was,
	struct sg_str (*fingerprint)(void *ctx, const struct sg_codebook *book,
		uint32_t code, struct sg_arena *arena),
	void *ctx, struct sg_arena *arena)
{
	uint32_t old = sg_codebook_find(last, book->codes[code].label);

	if (old == SG_NO_CODE || !sg_str_eq(fingerprint(ctx, last, old, arena), was))
		return (struct sg_rule_change){NULL, false};
	const struct sg_code *now = &book->codes[code], *then = &last->codes[old];
	struct sg_str *in_now = print_rules(now, arena);
	struct sg_str *in_then = print_rules(then, arena);
	bool *added = sg_arena_array(arena, now->nrules + 1, sizeof *added);
	bool *removed = sg_arena_array(arena, then->nrules + 1, sizeof *removed);
	flag_missing(now, in_now, then, in_then, added);
	size_t gone = flag_missing(then, in_then, now, in_now, removed);
	struct sg_str a =
		fingerprint(ctx, without(book, code, added, arena), code, arena);
	struct sg_str b =
		fingerprint(ctx, without(last, old, removed, arena), old, arena);
	if (!sg_str_eq(a, b))
		added = NULL;
	return (struct sg_rule_change){added, gone > 0};
}
