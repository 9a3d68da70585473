/* arena.c - see arena.h. Blocks double up to 32 MiB; a larger request gets a
 * block of its own. Nothing of a block is touched before it is asked for. */
#include "config.h"

#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 32 << 20 };

struct sg_arena_block {
	struct sg_arena_block *next;
	size_t used, cap;
	max_align_t data[];
};

void sg_arena_init(struct sg_arena *a)
{
	a->head = NULL;
}

void sg_arena_release(struct sg_arena *a)
{
	while (a->head) {
		struct sg_arena_block *next = a->head->next;
		free(a->head);
		a->head = next;
	}
}

void sg_arena_adopt(struct sg_arena *a, struct sg_arena *from)
{
	struct sg_arena_block **end = &a->head;

	while (*end)
		end = &(*end)->next;
	*end = from->head;
	from->head = NULL;
}

/* n bytes as they come. */
static char *take(struct sg_arena *a, size_t n)
{
	const size_t align = sizeof(max_align_t);

	if (n > SIZE_MAX / 2)
		abort();
	n = (n + align - 1) / align * align;
	if (!a->head || a->head->cap - a->head->used < n) {
		size_t cap = a->head ? a->head->cap * 2 : FIRST_BLOCK;
		if (cap > LARGEST_BLOCK)
			cap = LARGEST_BLOCK;
		if (cap < n)
			cap = n;
		struct sg_arena_block *b = sg_alloc_large(1, sizeof *b + cap);
		b->next = a->head;
		b->used = 0;
		b->cap = cap;
		a->head = b;
	}
	char *p = (char *)a->head->data + a->head->used;
	a->head->used += n;
	return p;
}

void *sg_arena_alloc(struct sg_arena *a, size_t n)
{
	return memset(take(a, n), 0, n);
}

void *sg_arena_take(struct sg_arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / 2 / size)
		abort();
	return take(a, n * size);
}

void *sg_arena_array(struct sg_arena *a, size_t n, size_t size)
{
	return memset(sg_arena_take(a, n, size), 0, n * size);
}

struct sg_str sg_arena_str(struct sg_arena *a, struct sg_str s)
{
	char *p = take(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct sg_str){p, s.n};
}

const char *sg_arena_strz(struct sg_arena *a, struct sg_str s)
{
	return sg_arena_str(a, s).p;
}

struct sg_str sg_arena_printf(struct sg_arena *a, const char *fmt, ...)
{
	va_list ap, again;

	va_start(ap, fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	char *p = sg_arena_alloc(a, n > 0 ? (size_t)n + 1 : 1);
	if (n > 0)
		vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	va_end(ap);
	return (struct sg_str){p, n > 0 ? (size_t)n : 0};
}
