/* layout.c - see layout.h. Lines give paragraphs, blanks eojeols; sentence.c
 * divides paragraphs. One pass over the text for each, so linear in it. */
#include "config.h"

#include "text/layout.h"

#include <stdlib.h>

#include "text/fold.h"
#include "text/sentence.h"
#include "text/utf8.h"

void sg_layout_init(struct sg_layout *l)
{
	*l = (struct sg_layout){{NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}};
}

void sg_layout_release(struct sg_layout *l)
{
	free(l->paragraphs.v);
	free(l->sentences.v);
	free(l->eojeols.v);
	sg_layout_init(l);
}

void sg_spans_add(struct sg_spans *spans, uint32_t start, uint32_t stop)
{
	SG_PUSH(spans, (struct sg_span){start, stop});
}

size_t sg_spans_at(const struct sg_spans *spans, uint32_t off)
{
	size_t low = 0, high = spans->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (spans->v[mid].start <= off)
			low = mid + 1;
		else
			high = mid;
	}
	return low == 0 ? SIZE_MAX : low - 1;
}

/* What a byte begins: 0 something to decode, 'w' a letter or digit, 'b' a blank,
 * 'n' the end of a line, 'o' a sign. */
static char kind_of_byte(unsigned char c)
{
	if (c == '\n')
		return 'n';
	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return 'b';
	if (c < 0x80)
		return sg_script_of(c) == SG_SCRIPT_NONE ? 'o' : 'w';
	return c >= 0xEB && c <= 0xEC ? 'w' : 0;
}

static char kind_at(struct sg_str s, size_t off)
{
	uint32_t cp = sg_utf8_next(s, &off);
	enum sg_script script = sg_script_of(cp);

	if (script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP)
		return 'w';
	return sg_is_blank(cp) ? 'b' : 'o';
}

/* Adds the line's paragraph and eojeols; returns the offset of its LF or s.n. */
static size_t add_line(struct sg_layout *l, struct sg_str s, size_t at)
{
	size_t start = SIZE_MAX, stop = 0; /* of the paragraph */
	size_t word = SIZE_MAX; /* of the eojeol */
	bool speaks = false;
	char kind = 0;

	for (; kind != 'n';
		at += kind == 'n' ? 0 : sg_utf8_len((unsigned char)s.p[at])) {
		kind = at < s.n ? kind_of_byte((unsigned char)s.p[at]) : 'n';
		if (!kind)
			kind = kind_at(s, at);
		if (kind == 'w' || kind == 'o') {
			if (word == SIZE_MAX)
				word = at;
			speaks = speaks || kind == 'w';
			continue;
		}
		if (word == SIZE_MAX)
			continue;
		if (speaks)
			sg_spans_add(&l->eojeols, (uint32_t)word, (uint32_t)at);
		start = start == SIZE_MAX ? word : start;
		stop = at;
		word = SIZE_MAX;
		speaks = false;
	}
	if (start != SIZE_MAX)
		sg_spans_add(&l->paragraphs, (uint32_t)start, (uint32_t)stop);
	return at;
}

void sg_layout_build(struct sg_layout *l, struct sg_str s)
{
	struct sg_spans scratch = {NULL, 0, 0};

	l->paragraphs.n = l->sentences.n = l->eojeols.n = 0;
	for (size_t at = 0; at < s.n; at++)
		at = add_line(l, s, at);
	for (size_t i = 0; i < l->paragraphs.n; i++)
		sg_sentences_add(s, l->paragraphs.v[i], &scratch, &l->sentences);
	free(scratch.v);
}
