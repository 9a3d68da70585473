/* tally.h - who is in what: a bit for each row and column, so that nobody is counted
 * twice. */
#ifndef SG_ANALYSIS_TALLY_H
#define SG_ANALYSIS_TALLY_H

#include "base/arena.h"

struct sg_tally {
	size_t rows, words;
	uint64_t *bits;
};
void sg_tally_init(
	struct sg_tally *t, struct sg_arena *arena, size_t rows, size_t columns);
void sg_tally_set(struct sg_tally *t, size_t row, size_t column);
void sg_tally_clear(struct sg_tally *t, size_t row, size_t column);
bool sg_tally_has(const struct sg_tally *t, size_t row, size_t column);
uint32_t sg_tally_count(const struct sg_tally *t, size_t row);
/* Columns of a row that are not in met (words words), to which they are added. */
uint32_t sg_tally_new(const struct sg_tally *t, size_t row, uint64_t *met);
/* Columns that both rows have. */
uint32_t sg_tally_both(const struct sg_tally *t, size_t a, size_t b);

#endif
