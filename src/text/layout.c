/* layout.c - see layout.h. Lines give paragraphs, blanks eojeols; sentence.c
 * divides paragraphs. One pass over the text for each, so linear in it. */
#include "config.h"

#include "text/layout.h"

#include <stdlib.h>

#include "text/fold.h"
#include "text/hangul.h"
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

/* What stands at an offset, as far as the layout cares. */
enum kind { SIGN, WORD, BLANK, LINE_END };

static inline enum kind kind_of(uint32_t cp)
{
	if (cp == '\n')
		return LINE_END;
	if (sg_is_blank(cp))
		return BLANK;
	enum sg_script script = sg_script_of(cp);
	return script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP ? WORD : SIGN;
}

static inline enum kind kind_at(struct sg_str s, size_t off)
{
	unsigned char c = (unsigned char)s.p[off];

	if (c == ' ')
		return BLANK;
	if (c < 0x80)
		return kind_of(c);
	return sg_begins_syllable(s.p + off) ? WORD : kind_of(sg_utf8_next(s, &off));
}

/* Whether a run without blanks holds a letter or digit. */
static inline bool speaks(struct sg_str s, size_t start, size_t stop)
{
	for (; start < stop; start += sg_utf8_len((unsigned char)s.p[start]))
		if (kind_at(s, start) == WORD)
			return true;
	return false;
}

/* Adds the line's paragraph and eojeols; returns the offset of its LF or s.n. */
static size_t add_line(
	struct sg_layout *l, struct sg_str s, const struct sg_signs *signs, size_t at)
{
	struct sg_span paragraph = {0, 0};
	enum kind kind = BLANK;

	while (kind != LINE_END) {
		size_t start = at; /* of a run without blanks */
		while ((at = sg_signs_find(signs, at, s.n)) < s.n &&
			(kind = kind_at(s, at)) != BLANK && kind != LINE_END)
			at++;
		if (at > start) {
			if (speaks(s, start, at))
				SG_PUSH(&l->eojeols, (struct sg_span){(uint32_t)start,
							     (uint32_t)at});
			if (paragraph.stop == 0)
				paragraph.start = (uint32_t)start;
			paragraph.stop = (uint32_t)at;
		}
		if (at == s.n)
			break;
		if (kind == BLANK)
			at += sg_utf8_len((unsigned char)s.p[at]);
	}
	if (paragraph.stop)
		sg_spans_add(&l->paragraphs, paragraph.start, paragraph.stop);
	return at;
}

void sg_layout_build(struct sg_layout *l, struct sg_str s)
{
	struct sg_spans scratch = {NULL, 0, 0};
	struct sg_signs signs = {NULL, 0, 0};

	sg_signs_mark(&signs, s);
	l->paragraphs.n = l->sentences.n = l->eojeols.n = 0;
	for (size_t at = 0; at < s.n; at++)
		at = add_line(l, s, &signs, at);
	for (size_t i = 0; i < l->paragraphs.n; i++)
		sg_sentences_add(
			s, &signs, l->paragraphs.v[i], &scratch, &l->sentences);
	free(scratch.v);
	free(signs.v);
}
