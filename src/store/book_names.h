/* book_names.h - which row a code of a codebook is. Internal to src/store (book.c). */
#ifndef SG_STORE_BOOK_NAMES_H
#define SG_STORE_BOOK_NAMES_H

#include "store/store.h"

struct sg_label_pair {
	struct sg_str from, to;
};

struct sg_book_names {
	struct sg_store *store;
	const struct sg_codebook *book;
	struct sg_arena *arena;
	struct sg_error *err;
	SG_VEC(struct sg_label_pair) pairs; /* of the codes that got a new label */
};

/* Gives the row that the code had under a former label its label of now, when no row
 * has that. A label the row itself had before counts too: going back to an old codebook
 * is no new code. */
int sg_book_names_claim(struct sg_book_names *b, const struct sg_code *code);
/* Rows under the code's former labels that are not its own row, id, were merged into
 * it. */
int sg_book_names_merge(
	struct sg_book_names *b, const struct sg_code *code, int64_t id);
/* A rule that refers to renamed codes keeps its row. */
int sg_book_names_respell(struct sg_book_names *b, int64_t code, struct sg_str body);
void sg_book_names_release(struct sg_book_names *b);

#endif
