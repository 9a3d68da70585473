/* tally.c - see tally.h. */
#include "config.h"

#include "analysis/tally.h"

void sg_tally_init(
	struct sg_tally *t, struct sg_arena *arena, size_t rows, size_t columns)
{
	t->rows = rows;
	t->words = (columns + 63) / 64;
	t->bits = sg_arena_array(arena, rows * t->words, sizeof *t->bits);
}

void sg_tally_set(struct sg_tally *t, size_t row, size_t column)
{
	t->bits[row * t->words + column / 64] |= UINT64_C(1) << (column % 64);
}

void sg_tally_clear(struct sg_tally *t, size_t row, size_t column)
{
	t->bits[row * t->words + column / 64] &= ~((uint64_t)1 << (column % 64));
}

bool sg_tally_has(const struct sg_tally *t, size_t row, size_t column)
{
	return t->bits[row * t->words + column / 64] >> (column % 64) & 1;
}

static uint32_t bits(uint64_t word)
{
	uint32_t n = 0;

	for (; word; word &= word - 1)
		n++;
	return n;
}

uint32_t sg_tally_count(const struct sg_tally *t, size_t row)
{
	uint32_t n = 0;

	for (size_t i = 0; i < t->words; i++)
		n += bits(t->bits[row * t->words + i]);
	return n;
}

uint32_t sg_tally_new(const struct sg_tally *t, size_t row, uint64_t *met)
{
	uint32_t n = 0;

	for (size_t i = 0; i < t->words; i++) {
		uint64_t word = t->bits[row * t->words + i];
		n += bits(word & ~met[i]);
		met[i] |= word;
	}
	return n;
}

uint32_t sg_tally_both(const struct sg_tally *t, size_t a, size_t b)
{
	uint32_t n = 0;

	for (size_t i = 0; i < t->words; i++)
		n += bits(t->bits[a * t->words + i] & t->bits[b * t->words + i]);
	return n;
}
