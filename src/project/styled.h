/* styled.h - text with a style for each byte, wrapped by display width into rows of a
 * page. Used by review_page.c. */
#ifndef SG_PROJECT_STYLED_H
#define SG_PROJECT_STYLED_H

#include "project/review_page.h"

struct sg_styled {
	struct sg_buf text;
	SG_VEC(uint8_t) style; /* enum sg_page_style, by byte */
};
/* Control characters but line ends become blanks. */
void sg_styled_add(struct sg_styled *t, struct sg_str s, enum sg_page_style style);
void sg_styled_addz(struct sg_styled *t, const char *z, enum sg_page_style style);
void sg_styled_release(struct sg_styled *t);

/* Adds a run to a row; the text is copied. */
void sg_row_put(struct sg_arena *arena, struct sg_page_row *row, size_t col,
	struct sg_str text, enum sg_page_style style);

struct sg_block { /* wrapped lines */
	struct sg_arena *arena;
	const struct sg_styled *text;
	size_t col; /* where its lines begin */
	SG_VEC(struct sg_page_row) rows;
	SG_VEC(size_t) at; /* byte of the text where each begins */
};
void sg_block_wrap(struct sg_block *b, struct sg_arena *arena,
	const struct sg_styled *text, size_t col, size_t width);
void sg_block_release(struct sg_block *b);

#endif
