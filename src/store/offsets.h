/* offsets.h - between byte offsets (the engine's) and code point offsets (those a
 * user sees), in any order and in constant time. */
#ifndef SG_STORE_OFFSETS_H
#define SG_STORE_OFFSETS_H

#include "base/arena.h"

struct sg_offsets {
	struct sg_str body; /* borrowed */
	uint32_t *blocks;   /* code points before each block of 64 bytes */
	size_t nblocks;
	uint32_t length; /* of body, code points */
};

/* body is valid UTF-8 of less than 4 GiB and must outlive o; blocks come from arena. */
void sg_offsets_init(struct sg_offsets *o, struct sg_arena *arena, struct sg_str body);
/* Code points before byte off; off is at a character's start, or the end. */
uint32_t sg_offsets_cp(const struct sg_offsets *o, size_t off);
/* Byte offset of code point cp; the end when it is past it. */
uint32_t sg_offsets_byte(const struct sg_offsets *o, uint32_t cp);

#endif
