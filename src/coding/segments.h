/* segments.h - from the hits of a scan to segments: the unit around them, with the
 * evidence and the facets of their rules. Internal to src/coding. */
#ifndef SG_CODING_SEGMENTS_H
#define SG_CODING_SEGMENTS_H

#include "store/rows.h"

/* Two rules of a code that set different values of a facet on one segment. */
struct sg_facet_clash {
	uint32_t code, kept, dropped; /* indices in the codebook */
	struct sg_str facet;          /* borrowed from the book */
	size_t count;
	struct sg_str respondent, question; /* of the first; in the builder's arena */
};

struct sg_builder {
	const struct sg_codebook *book;
	const struct sg_book_rows *rows;
	struct sg_arena arena; /* owns what outlives a text: clashes */
	struct {
		struct sg_facet_clash *v;
		size_t n, cap;
	} clashes;
	struct sg_buf json; /* scratch */
};
void sg_builder_init(struct sg_builder *b, const struct sg_codebook *book,
	const struct sg_book_rows *rows);
void sg_builder_release(struct sg_builder *b);

/* Appends the segments of one text for the codes with wanted set (NULL: all), sorted
 * by sg_segment_cmp; their JSON is in arena. */
void sg_builder_segments(struct sg_builder *b, const struct sg_text *text,
	const struct sg_hits *hits, const bool *wanted, struct sg_arena *arena,
	struct sg_segments *out);

/* Adds the clashes that from, a builder of the same book, saw in the texts that come
 * next, and forgets them there. */
void sg_builder_merge(struct sg_builder *into, struct sg_builder *from);

/* One warning note for each pair of rules that clashed. */
void sg_builder_notes(const struct sg_builder *b, struct sg_notes *notes);

#endif
