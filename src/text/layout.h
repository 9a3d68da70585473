/* layout.h - a text divided into paragraphs, sentences and eojeols. Spans are
 * half-open byte offsets into the text. */
#ifndef SG_TEXT_LAYOUT_H
#define SG_TEXT_LAYOUT_H

#include "base/str.h"

struct sg_span {
	uint32_t start, stop; /* bytes, half-open */
};

struct sg_spans {
	struct sg_span *v;
	size_t n, cap;
};

struct sg_layout {
	struct sg_spans paragraphs; /* a line that holds more than blanks; a bullet
				       line is one; without blanks at its ends */
	struct sg_spans sentences;  /* by Korean rules; inside one paragraph; without
				       blanks at their ends; every letter or digit of a
				       paragraph is in exactly one */
	struct sg_spans eojeols; /* runs without blanks that hold a letter or digit */
};

void sg_layout_init(struct sg_layout *l);
void sg_layout_release(struct sg_layout *l);

/* Divides s, replacing what l held. s is stored text of at most 1 GiB. */
void sg_layout_build(struct sg_layout *l, struct sg_str s);

/* Index of the span that holds byte off, or of the last one starting at or
 * before it; SIZE_MAX when off is before the first. */
size_t sg_spans_at(const struct sg_spans *spans, uint32_t off);
void sg_spans_add(struct sg_spans *spans, uint32_t start, uint32_t stop);

/* Bytes of the list mark a paragraph begins with, its blanks included (□ ○ - · ㅇ o
 * ※ ① ㉮ 1. 가. 1) 가) (1) (가) …), or 0. */
size_t sg_bullet(struct sg_str paragraph);

#endif
