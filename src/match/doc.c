/* doc.c - units and answers of a text; see engine.h. */
#include "config.h"

#include "match/scan.h"

static struct sg_span cut(struct sg_span s, struct sg_span to)
{
	if (s.start < to.start)
		s.start = to.start;
	if (s.stop > to.stop)
		s.stop = to.stop;
	return s;
}

struct sg_span sg_doc_unit(
	const struct sg_doc *doc, enum sg_unit unit, size_t answer, uint32_t off)
{
	const struct sg_answer_view *a = &doc->answers[answer];

	if (unit == SG_UNIT_ANSWER)
		return a->span;
	if (unit == SG_UNIT_PART) {
		for (size_t i = 0; i < a->nparts; i++) {
			if (off >= a->parts[i].span.start &&
				off < a->parts[i].span.stop)
				return cut(a->parts[i].span, a->span);
		}
		return a->span;
	}
	const struct sg_layout *layout = sg_doc_layout(doc);
	const struct sg_spans *spans =
		unit == SG_UNIT_SENTENCE ? &layout->sentences : &layout->paragraphs;
	size_t i = sg_spans_at(spans, off);
	if (i == SIZE_MAX || spans->v[i].stop <= a->span.start)
		return a->span; /* only blanks before the answer's first */
	return cut(spans->v[i], a->span);
}

uint32_t sg_answer_at(const struct sg_doc *doc, uint32_t off)
{
	size_t low = 0, high = doc->nanswers;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (doc->answers[mid].span.start <= off)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? (uint32_t)(low - 1) : 0;
}
