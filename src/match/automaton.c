/* automaton.c - scanning and the class table; see automaton.h. A stretch of text is
 * turned into classes, without a branch that depends on the text, and the places that
 * may begin a pattern are noted; then the trie is walked from each. Its rows lie in one
 * comb, overlaid so that the number of a state is where its row begins: state + class is
 * the slot, and the slot says whose it is. A slot carries a flag when the state it leads
 * to ends a pattern. */
#include "config.h"

#include "match/automaton.h"

#include <stdlib.h>
#include <string.h>

#include "match/automaton_impl.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
	ROW_BITS = 6,
	ROW = 1 << ROW_BITS,
	STRETCH = 4096, /* characters at a time */
	BLOCK = 64,     /* bytes */
};

/* Classes by the bytes of UTF-8: the first two lead to a row, the third into it; rows
 * of shorter characters hold one class. Row 0 is of what was not looked up yet. */
struct sg_automaton_scratch {
	uint16_t row_of[256 << ROW_BITS];
	uint16_t *rows;
	size_t nrows, cap;
	/* The stretch: classes of what is not passed over, [0] and the last NONE;
	 * where each starts; which may begin a pattern. */
	uint16_t *class;
	uint32_t *start;
	uint32_t *places;
};

static uint16_t *add_row(struct sg_automaton_scratch *s)
{
	if (s->nrows == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 64;
		s->rows = sg_realloc(s->rows, s->cap * ROW, sizeof *s->rows);
	}
	return s->rows + s->nrows++ * ROW;
}

struct sg_automaton_scratch *sg_automaton_scratch_new(const struct sg_automaton *a)
{
	struct sg_automaton_scratch *s = sg_zalloc(1, sizeof *s);
	size_t n = STRETCH + a->longest + 2;

	memset(add_row(s), 0xFF, ROW * sizeof *s->rows);
	s->class = sg_zalloc(n, sizeof *s->class);
	s->start = sg_zalloc(n, sizeof *s->start);
	s->places = sg_zalloc(n, sizeof *s->places);
	return s;
}

void sg_automaton_scratch_free(struct sg_automaton_scratch *s)
{
	if (!s)
		return;
	free(s->rows);
	free(s->class);
	free(s->start);
	free(s->places);
	free(s);
}

static uint16_t class_of(const struct sg_automaton *a, uint32_t cp)
{
	uint32_t folded = sg_fold(cp);

	if (sg_is_passed(folded))
		return CLASS_PASSED;
	return (uint16_t)sg_symbols_find(&a->symbols, folded);
}

/* The class of the character at off, looked up; one of up to three bytes is in the
 * table from then on. Rows of one class are not shared, since few are ever used. */
static uint16_t look_up(const struct sg_automaton *a, struct sg_automaton_scratch *s,
	struct sg_str text, size_t off)
{
	const unsigned char *p = (const unsigned char *)text.p + off;
	uint32_t cp = sg_utf8_next(text, &off);
	uint16_t class = class_of(a, cp);
	uint16_t row = (uint16_t)s->nrows;

	if (cp > 0xFFFF)
		return class;
	uint16_t *v = add_row(s);
	for (uint32_t i = 0; i < ROW; i++)
		v[i] = cp < 0x800 ? class : class_of(a, (cp & ~(ROW - 1U)) + i);
	uint16_t *to = s->row_of + ((size_t)p[0] << ROW_BITS);
	if (cp < 0x80)
		for (uint32_t i = 0; i < ROW; i++)
			to[i] = row;
	else
		to[p[1] & (ROW - 1)] = row;
	return class;
}

/* The class of the character at off. Reads two bytes behind its first, which must be
 * there though they may belong to the next. */
static inline uint32_t class_at(const struct sg_automaton *a,
	struct sg_automaton_scratch *s, struct sg_str text, size_t off)
{
	const unsigned char *p = (const unsigned char *)text.p + off;
	size_t row = s->row_of[(size_t)p[0] << ROW_BITS | (p[1] & (ROW - 1))];
	uint32_t class = s->rows[row << ROW_BITS | (p[2] & (ROW - 1))];

	return class == CLASS_UNKNOWN ? look_up(a, s, text, off) : class;
}

/* Where a stretch has got to. */
struct fill {
	size_t off;     /* in the text */
	size_t n;       /* characters */
	size_t nplaces; /* noted */
	size_t noted;   /* characters that were looked at for that */
};

/* Takes the character of that class at off up as the n-th, unless it is passed over: it
 * is written, and then counts or not. Whether it does is as good as random, and a wrong
 * guess would cost more than the rest. */
static inline size_t take(
	struct sg_automaton_scratch *s, size_t n, size_t off, uint32_t class)
{
	s->class[n] = (uint16_t) class;
	s->start[n] = (uint32_t)off;
	return n + (class != CLASS_PASSED);
}

/* Fills the stretch as far as it holds, or to the text's end. Where characters start is
 * taken from blocks of bytes at once, so that no character waits for the length of the
 * one before; spaces, which are passed over, are left out there. */
static void fill(const struct sg_automaton *a, struct sg_automaton_scratch *s,
	struct sg_str text, struct fill *f, size_t limit)
{
	size_t n = f->n, off = f->off;

	while (limit - n >= BLOCK && text.n - off >= BLOCK + 2) {
		struct sg_utf8_block b = sg_utf8_block(text.p + off);
		uint64_t starts = b.starts & ~b.spaces;
		for (; starts; starts &= starts - 1) {
			size_t at = off + (size_t)__builtin_ctzll(starts);
			n = take(s, n, at, class_at(a, s, text, at));
		}
		off += BLOCK;
	}
	for (; n < limit && off < text.n; off++) {
		size_t next = off;
		if (sg_utf8_inner(text.p[off]))
			continue;
		n = take(s, n, off,
			off + 2 < text.n ? class_at(a, s, text, off)
					 : class_of(a, sg_utf8_next(text, &next)));
	}
	f->n = n;
	f->off = off;
}

/* Notes the places that may begin a pattern, of all characters but the last. As above,
 * without a branch on the text. */
static void note_places(
	const struct sg_automaton *a, struct sg_automaton_scratch *s, struct fill *f)
{
	const uint64_t *follow = a->follow;
	const uint16_t *class = s->class;
	uint32_t *places = s->places;
	size_t n = f->nplaces, i = f->noted;

	for (; i + 1 < f->n; i++) {
		places[n] = (uint32_t)i;
		n += follow[class[i]] >> sg_follow_bit(class[i + 1]) & 1;
	}
	f->noted = i;
	f->nplaces = n;
}

/* Reports what begins at the character at. */
static inline void walk(const struct sg_automaton *a,
	const struct sg_automaton_scratch *s, struct sg_str text, size_t at,
	sg_automaton_hit *hit, void *ctx)
{
	uint32_t next = a->root[s->class[at]];
	size_t start = s->start[at];

	while (next) {
		uint32_t state = next & STATE_MASK;
		if (next & STATE_OUTPUT) {
			size_t stop = s->start[at] +
				      sg_utf8_len((unsigned char)text.p[s->start[at]]);
			uint32_t o = a->output_at[state];
			for (; o != NO_OUTPUT; o = a->outputs[o].next)
				hit(ctx, a->outputs[o].pattern, start, stop);
		}
		const struct sg_slot *slot = &a->comb[state + s->class[++at]];
		next = slot->owner == state ? slot->next : 0;
	}
}

void sg_automaton_scan(const struct sg_automaton *a, struct sg_automaton_scratch *s,
	struct sg_str text, sg_automaton_hit *hit, void *ctx)
{
	struct fill f = {.n = 1};
	size_t limit = STRETCH + a->longest;

	s->class[0] = CLASS_NONE;
	if (a->npatterns == 0)
		return;
	for (;;) {
		fill(a, s, text, &f, limit);
		bool last = f.off == text.n;
		if (last) /* something for the last character to stand before */
			s->class[f.n++] = CLASS_NONE;
		note_places(a, s, &f);
		size_t i = 0, whole = last ? f.n : f.n - a->longest;
		for (; i < f.nplaces && s->places[i] < whole; i++)
			walk(a, s, text, s->places[i], hit, ctx);
		if (last)
			return;
		/* What may go on behind the stretch is looked at with the next. */
		size_t kept = f.n - whole;
		memmove(s->class, s->class + whole, kept * sizeof *s->class);
		memmove(s->start, s->start + whole, kept * sizeof *s->start);
		size_t left = 0;
		for (; i < f.nplaces; i++)
			s->places[left++] = s->places[i] - (uint32_t)whole;
		f.nplaces = left;
		f.noted -= whole;
		f.n = kept;
	}
}
