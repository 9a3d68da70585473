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

/* What stands at an offset, as far as the layout cares. */
enum kind { SIGN, WORD, BLANK, LINE_END };

static enum kind decoded_kind_at(struct sg_str s, size_t off)
{
	uint32_t cp = sg_utf8_next(s, &off);

	if (cp == '\n')
		return LINE_END;
	if (sg_is_blank(cp))
		return BLANK;
	enum sg_script script = sg_script_of(cp);
	return script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP ? WORD : SIGN;
}

static inline enum kind kind_at(struct sg_str s, size_t off)
{
	const unsigned char *p = (const unsigned char *)s.p + off;

	/* Lead bytes of which every character, or all but the first or last block,
	 * are Hangul syllables. */
	if (*p == 0xEB || *p == 0xEC || (*p == 0xEA && p[1] >= 0xB0) ||
		(*p == 0xED && p[1] < 0x9E))
		return WORD;
	return *p == ' ' ? BLANK : decoded_kind_at(s, off);
}

/* First bytes of line ends, blanks and what shares theirs (U+0085, U+00A0, U+1680,
 * U+2000, U+3000, U+FFA0 …). */
static const bool may_be_blank[256] = {
	['\t'] = true,
	['\n'] = true,
	['\v'] = true,
	['\f'] = true,
	['\r'] = true,
	[' '] = true,
	[0xC2] = true,
	[0xE1] = true,
	[0xE2] = true,
	[0xE3] = true,
	[0xEF] = true,
};

/* Offset behind the run without blanks at off; *speaks is whether it holds a
 * letter or digit. */
static size_t run_end(struct sg_str s, size_t off, bool *speaks)
{
	*speaks = false;
	while (off < s.n) {
		enum kind kind = kind_at(s, off);
		if (kind == BLANK || kind == LINE_END)
			break;
		*speaks = *speaks || kind == WORD;
		off += sg_utf8_len((unsigned char)s.p[off]);
		if (*speaks)
			off = sg_utf8_find_lead(s.p, off, s.n, may_be_blank);
	}
	return off;
}

/* Adds the line's paragraph and eojeols; returns the offset of its LF or s.n. */
static size_t add_line(struct sg_layout *l, struct sg_str s, size_t at)
{
	struct sg_span paragraph = {0, 0};
	bool empty = true, speaks;

	while (at < s.n) {
		enum kind kind = kind_at(s, at);
		if (kind == LINE_END)
			break;
		if (kind == BLANK) {
			at += sg_utf8_len((unsigned char)s.p[at]);
			continue;
		}
		size_t stop = run_end(s, at, &speaks);
		if (speaks)
			sg_spans_add(&l->eojeols, (uint32_t)at, (uint32_t)stop);
		if (empty)
			paragraph.start = (uint32_t)at;
		paragraph.stop = (uint32_t)stop;
		empty = false;
		at = stop;
	}
	if (!empty)
		sg_spans_add(&l->paragraphs, paragraph.start, paragraph.stop);
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
