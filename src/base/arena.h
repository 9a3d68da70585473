/* arena.h - memory that is freed all at once: parsed codebooks, result tables.
 * Nothing taken from an arena is freed by itself. */
#ifndef SG_BASE_ARENA_H
#define SG_BASE_ARENA_H

#include "base/str.h"

struct sg_arena_block;
struct sg_arena {
	struct sg_arena_block *head;
};

void sg_arena_init(struct sg_arena *a);
void sg_arena_release(struct sg_arena *a);
/* What was taken from the other lives as long as a; the other is empty then. */
void sg_arena_adopt(struct sg_arena *a, struct sg_arena *from);
/* n bytes, zeroed, aligned for any type. */
void *sg_arena_alloc(struct sg_arena *a, size_t n);
/* n elements of size bytes each, zeroed; overflow aborts. */
void *sg_arena_array(struct sg_arena *a, size_t n, size_t size);
/* The same as they come, for what is filled at once. */
void *sg_arena_take(struct sg_arena *a, size_t n, size_t size);
/* Copies with a NUL behind. */
struct sg_str sg_arena_str(struct sg_arena *a, struct sg_str s);
const char *sg_arena_strz(struct sg_arena *a, struct sg_str s);
struct sg_str sg_arena_printf(struct sg_arena *a, const char *fmt, ...) SG_PRINTF(2, 3);

#endif
