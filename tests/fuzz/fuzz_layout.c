/* fuzz_layout.c - any text: paragraphs, sentences and eojeols ascend, lie inside one
 * another, and every letter or digit is in exactly one sentence and one eojeol. */
#include "config.h"

#include <stdlib.h>

#include "text/fold.h"
#include "text/layout.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_ascending(const struct sg_spans *spans, size_t n)
{
	uint32_t last = 0;

	for (size_t i = 0; i < spans->n; i++) {
		if (spans->v[i].start < last || spans->v[i].stop <= spans->v[i].start ||
			spans->v[i].stop > n)
			abort();
		last = spans->v[i].stop;
	}
}

/* Whether off is inside one of the spans; they do not overlap. */
static bool covered(const struct sg_spans *spans, size_t off)
{
	size_t i = sg_spans_at(spans, (uint32_t)off);

	return i != SIZE_MAX && off < spans->v[i].stop;
}

static void check_inside(const struct sg_spans *inner, const struct sg_spans *outer)
{
	for (size_t i = 0; i < inner->n; i++) {
		size_t at = sg_spans_at(outer, inner->v[i].start);
		if (at == SIZE_MAX || inner->v[i].stop > outer->v[at].stop)
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_str text = {(const char *)data, size};
	struct sg_layout l;

	if (sg_utf8_check(text) != SIZE_MAX)
		return 0;
	sg_layout_init(&l);
	sg_layout_build(&l, text);
	check_ascending(&l.paragraphs, size);
	check_ascending(&l.sentences, size);
	check_ascending(&l.eojeols, size);
	check_inside(&l.sentences, &l.paragraphs);
	check_inside(&l.eojeols, &l.paragraphs);
	if (l.sentences.n < l.paragraphs.n)
		abort();
	for (size_t at = 0; at < size;) {
		size_t off = at;
		enum sg_script script = sg_script_of(sg_utf8_next(text, &at));
		if (script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP &&
			(!covered(&l.sentences, off) || !covered(&l.eojeols, off)))
			abort();
	}
	for (size_t i = 0; i < l.paragraphs.n; i++) {
		struct sg_span p = l.paragraphs.v[i];
		if (sg_bullet(sg_str_sub(text, p.start, p.stop)) > p.stop - p.start)
			abort();
	}
	sg_layout_release(&l);
	return 0;
}
