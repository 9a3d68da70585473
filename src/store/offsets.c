/* offsets.c - see offsets.h. */
#include "config.h"

#include "store/offsets.h"

#include <string.h>

enum { BLOCK = 64 };

/* Characters that begin in p[0, n): bytes whose upper bits are not 10. Eight at a time,
 * since every offset that is stored is counted here. */
static uint32_t count(const char *p, size_t n)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint32_t cps = 0;
	size_t i = 0;

	for (; i + 8 <= n; i += 8) {
		uint64_t w;
		memcpy(&w, p + i, sizeof w);
		/* The sum of eight ones or zeros is the upper byte of the product. */
		cps += (uint32_t)((((~w >> 7) | (w >> 6)) & ones) * ones >> 56);
	}
	for (; i < n; i++)
		cps += ((unsigned char)p[i] & 0xC0) != 0x80;
	return cps;
}

void sg_offsets_init(struct sg_offsets *o, struct sg_arena *arena, struct sg_str body)
{
	uint32_t cps = 0;

	o->body = body;
	o->nblocks = body.n / BLOCK + 1;
	o->blocks = sg_arena_array(arena, o->nblocks, sizeof *o->blocks);
	for (size_t b = 0; b < o->nblocks; b++) {
		size_t left = body.n - b * BLOCK;
		o->blocks[b] = cps;
		cps += count(body.p + b * BLOCK, left < BLOCK ? left : BLOCK);
	}
	o->length = cps;
}

uint32_t sg_offsets_cp(const struct sg_offsets *o, size_t off)
{
	if (off > o->body.n)
		off = o->body.n;
	size_t b = off / BLOCK;
	return o->blocks[b] + count(o->body.p + b * BLOCK, off % BLOCK);
}

uint32_t sg_offsets_byte(const struct sg_offsets *o, uint32_t cp)
{
	size_t low = 0, high = o->nblocks;

	if (cp >= o->length)
		return (uint32_t)o->body.n;
	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;
		if (o->blocks[mid] <= cp)
			low = mid;
		else
			high = mid;
	}
	/* The character starts in this block; a block may begin inside the one before. */
	uint32_t left = cp - o->blocks[low] + 1;
	size_t off = low * BLOCK;
	for (;; off++)
		if (((unsigned char)o->body.p[off] & 0xC0) != 0x80 && --left == 0)
			return (uint32_t)off;
}
