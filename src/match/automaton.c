/* automaton.c - scanning and the class table; see automaton.h. Transitions that
 * differ from those of the root lie in one comb, overlaid so that the number of a
 * state is where its row begins: state + class is the slot, and the slot says whose
 * it is. The root has a full row of its own. A comb slot and a root entry carry a flag
 * when the state they lead to ends a pattern. */
#include "config.h"

#include "match/automaton.h"

#include <stdlib.h>
#include <string.h>

#include "match/automaton_impl.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { PAGE_BITS = 6, PAGE = 1 << PAGE_BITS, NPAGES = 0x110000 >> PAGE_BITS };

enum { SYLLABLES = 0xAC00, NSYLLABLES = 0xD7A4 - 0xAC00 };

struct sg_classes {
	uint16_t syllables[NSYLLABLES]; /* of Hangul, filled from the start */
	uint16_t index[NPAGES]; /* page of a block of code points; 0: not filled yet */
	uint16_t *pages;        /* npages * PAGE classes; page 0 is all CLASS_UNKNOWN */
	size_t npages, cap;
};

struct sg_classes *sg_classes_new(const struct sg_automaton *a)
{
	struct sg_classes *c = sg_zalloc(1, sizeof *c);

	for (uint32_t i = 0; i < NSYLLABLES; i++)
		c->syllables[i] = (uint16_t)sg_symbols_find(&a->symbols, SYLLABLES + i);
	c->cap = 64;
	c->pages = sg_alloc(c->cap * PAGE, sizeof *c->pages);
	for (size_t i = 0; i < PAGE; i++)
		c->pages[i] = CLASS_UNKNOWN;
	c->npages = 1;
	return c;
}

void sg_classes_free(struct sg_classes *c)
{
	if (!c)
		return;
	free(c->pages);
	free(c);
}

static uint16_t class_of(const struct sg_automaton *a, uint32_t cp)
{
	uint32_t folded = sg_fold(cp);

	if (sg_is_passed(folded))
		return CLASS_PASSED;
	return (uint16_t)sg_symbols_find(&a->symbols, folded);
}

/* Fills the page of cp and returns the class of cp. */
static uint16_t fill(const struct sg_automaton *a, struct sg_classes *c, uint32_t cp)
{
	if (c->npages == c->cap) {
		c->cap *= 2;
		c->pages = sg_realloc(c->pages, c->cap * PAGE, sizeof *c->pages);
	}
	uint16_t *page = c->pages + c->npages * PAGE;
	for (uint32_t i = 0; i < PAGE; i++)
		page[i] = class_of(a, (cp & ~(uint32_t)(PAGE - 1)) + i);
	c->index[cp >> PAGE_BITS] = (uint16_t)c->npages++;
	return page[cp & (PAGE - 1)];
}

static void report(const struct sg_automaton *a, uint32_t state, size_t stop,
	size_t passed, sg_automaton_hit *hit, void *ctx)
{
	for (uint32_t o = a->output_at[state]; o != NO_OUTPUT; o = a->outputs[o].next)
		hit(ctx, a->outputs[o].pattern, stop, passed);
}

/* The state behind class from a state whose row does not hold it: along the failure
 * links of rows that hold only their own children. */
static uint32_t fall(const struct sg_automaton *a, uint32_t state, uint32_t class)
{
	while (state) {
		const struct sg_slot *slot = &a->comb[state + class];
		if (slot->owner == state)
			return slot->next;
		state = a->fall[state];
	}
	return a->root[class];
}

/* The class of the character at *off, which is no Hangul syllable. */
static uint32_t class_at(const struct sg_automaton *a, struct sg_classes *c,
	struct sg_str text, size_t *off)
{
	uint32_t cp = sg_utf8_next(text, off);
	uint32_t class =
		c->pages[c->index[cp >> PAGE_BITS] * (size_t)PAGE + (cp & (PAGE - 1))];

	return class == CLASS_UNKNOWN ? fill(a, c, cp) : class;
}

void sg_automaton_scan(const struct sg_automaton *a, struct sg_classes *c,
	struct sg_str text, sg_automaton_hit *hit, void *ctx)
{
	const struct sg_slot *comb = a->comb;
	const uint32_t *root = a->root;
	const unsigned char *p = (const unsigned char *)text.p;
	size_t off = 0, passed = 0;
	uint32_t state = 0, class;

	while (off < text.n) {
		/* Three-byte characters from U+A000 to U+DFFF; most are syllables. */
		uint32_t syllable = UINT32_MAX;
		if (p[off] - 0xEAU <= 3)
			syllable = ((p[off] & 0x0FU) << 12 | (p[off + 1] & 0x3FU) << 6 |
					   (p[off + 2] & 0x3FU)) -
				   SYLLABLES;
		if (syllable < NSYLLABLES) {
			class = c->syllables[syllable];
			off += 3;
		} else {
			class = class_at(a, c, text, &off);
			if (class == CLASS_PASSED) {
				passed = off;
				continue;
			}
		}
		struct sg_slot slot = comb[state + class];
		uint32_t next = slot.owner == state ? slot.next : root[class];
		if (slot.owner != state && !a->complete)
			next = fall(a, state, class);
		state = next & STATE_MASK;
		if (next & STATE_OUTPUT)
			report(a, state, off, passed, hit, ctx);
	}
}
