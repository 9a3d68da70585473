/* quote.c - see quote.h. */
#include "config.h"

#include "coding/quote.h"

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

/* Text without blanks and list marks, and where each byte of it stood. */
struct plain {
	struct sg_buf text;
	size_t *off;
};

static size_t blank_length(struct sg_str s)
{
	return s.n - sg_str_trim(s).n ? (size_t)(sg_str_trim(s).p - s.p) : 0;
}

static void add_line(struct plain *p, struct sg_str line, size_t base)
{
	for (size_t i = 0; i < line.n;) {
		unsigned char c = (unsigned char)line.p[i];
		size_t blank = c <= ' ' || c == 0xC2 || c == 0xE3 || c == 0xEF
				       ? blank_length(sg_str_skip(line, i))
				       : 0;
		if (blank) {
			i += blank;
			continue;
		}
		p->off[p->text.n] = base + i;
		sg_buf_addc(&p->text, line.p[i++]);
	}
}

static void plain_init(struct plain *p, struct sg_str s, size_t base)
{
	struct sg_str rest = s, line;

	sg_buf_init(&p->text);
	sg_buf_reserve(&p->text, s.n);
	p->off = sg_alloc(s.n + 1, sizeof *p->off);
	while (sg_str_line(&rest, &line)) {
		struct sg_str held = sg_str_trim(line);
		size_t mark = sg_bullet(held);
		if (mark < held.n)
			held = sg_str_skip(held, mark);
		add_line(p, held, base + (size_t)(held.p - s.p));
	}
}

static void plain_release(struct plain *p)
{
	sg_buf_release(&p->text);
	free(p->off);
}

/* Without full stops, ellipses and closing quotes at its end. */
static struct sg_str without_end(struct sg_str s)
{
	static const char *const ends[] = {
		"…", ".", ",", ";", ":", "!", "?", "。", "\"", "'", "”", "’", "」"};
	size_t i = 0;

	while (i < sizeof ends / sizeof *ends) {
		struct sg_str end = sg_str_of(ends[i]);
		if (sg_str_ends(s, end)) {
			s.n -= end.n;
			i = 0;
		} else {
			i++;
		}
	}
	return s;
}

/* The end of the sentence that holds the last byte of span, when span begins where a
 * sentence begins (its list mark apart). */
static void whole_sentences(struct sg_str body, const struct sg_layout *layout,
	struct sg_span answer, struct sg_span *span)
{
	const struct sg_spans *s = &layout->sentences;
	size_t first = sg_spans_at(s, span->start);
	size_t last = sg_spans_at(s, span->stop - 1);

	if (first == SIZE_MAX || last == SIZE_MAX)
		return;
	struct sg_str head = sg_str_sub(body, s->v[first].start, s->v[first].stop);
	size_t begin = s->v[first].start, words = begin + sg_bullet(head);
	if (span->start != begin && span->start != words)
		return;
	span->start = (uint32_t)begin;
	if (span->stop < s->v[last].stop)
		span->stop = s->v[last].stop;
	if (span->start < answer.start)
		span->start = answer.start;
	if (span->stop > answer.stop)
		span->stop = answer.stop;
}

static bool find_plain(
	struct sg_str held, size_t base, struct sg_str quote, struct sg_span *out)
{
	struct plain text, wanted;

	plain_init(&text, held, base);
	plain_init(&wanted, quote, 0);
	struct sg_str needle = without_end(sg_buf_str(&wanted.text));
	size_t at = needle.n ? sg_str_find(sg_buf_str(&text.text), needle) : SIZE_MAX;
	if (at != SIZE_MAX) {
		out->start = (uint32_t)text.off[at];
		out->stop = (uint32_t)(text.off[at + needle.n - 1] + 1);
	}
	plain_release(&text);
	plain_release(&wanted);
	return at != SIZE_MAX;
}

bool sg_quote_place(struct sg_str body, const struct sg_layout *layout,
	struct sg_span answer, struct sg_str quote, struct sg_span *out)
{
	struct sg_str held = sg_str_sub(body, answer.start, answer.stop);

	quote = sg_str_trim(quote);
	if (quote.n == 0)
		return false;
	size_t at = sg_str_find(held, quote);
	if (at != SIZE_MAX) {
		out->start = (uint32_t)(answer.start + at);
		out->stop = (uint32_t)(out->start + quote.n);
	} else if (!find_plain(held, answer.start, quote, out)) {
		return false;
	}
	whole_sentences(body, layout, answer, out);
	return true;
}

size_t sg_quote_reach(struct sg_str body, struct sg_span answer, struct sg_str quote)
{
	struct plain text, wanted;
	size_t reach = 0;

	plain_init(&text, sg_str_sub(body, answer.start, answer.stop), 0);
	plain_init(&wanted, quote, 0);
	struct sg_str all = sg_buf_str(&text.text), needle = sg_buf_str(&wanted.text);
	/* Prefixes that occur are all shorter than one that does not. */
	size_t low = 0, high = needle.n;
	while (low < high) {
		size_t mid = low + (high - low + 1) / 2;
		if (sg_str_find(all, sg_str_sub(needle, 0, mid)) != SIZE_MAX)
			low = mid;
		else
			high = mid - 1;
	}
	while (low > 0 && low < needle.n &&
		((unsigned char)needle.p[low] & 0xC0) == 0x80)
		low--;
	if (low > 0)
		reach = wanted.off[low - 1] + 1;
	plain_release(&text);
	plain_release(&wanted);
	return reach;
}
