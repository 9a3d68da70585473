/* str.h - text slices, growing buffers, and arrays that grow.
 *
 * A slice is borrowed bytes with a length; it is not NUL-terminated. Buffers
 * own their bytes. Small allocations abort when memory is out; sizes that come
 * from input are capped by their callers.
 */
#ifndef SG_BASE_STR_H
#define SG_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct sg_str {
	const char *p;
	size_t n; /* bytes */
};

/* printf("%.*s", SG_ARG(s)) */
#define SG_ARG(s)   (int)(s).n, (s).p
#define SG_STR(lit) ((struct sg_str){(lit), sizeof(lit) - 1})

struct sg_str sg_str_of(const char *z); /* NULL gives the empty slice */
bool sg_str_eq(struct sg_str a, struct sg_str b);
bool sg_str_eqz(struct sg_str a, const char *z);
int sg_str_cmp(struct sg_str a, struct sg_str b); /* by bytes: code point order */
bool sg_str_starts(struct sg_str s, struct sg_str prefix);
bool sg_str_ends(struct sg_str s, struct sg_str suffix);
/* s without its first n bytes; empty when n is past the end. */
struct sg_str sg_str_skip(struct sg_str s, size_t n);
struct sg_str sg_str_sub(struct sg_str s, size_t start, size_t stop);
/* Without ASCII blanks, tabs, CR, LF and U+3000, U+00A0, U+FEFF at both ends. */
struct sg_str sg_str_trim(struct sg_str s);
/* Byte offset of needle in s, or SIZE_MAX. An empty needle is at 0. */
size_t sg_str_find(struct sg_str s, struct sg_str needle);
size_t sg_str_findc(struct sg_str s, char c);
/* Cuts the next line off *rest (without its LF); false at the end. */
bool sg_str_line(struct sg_str *rest, struct sg_str *line);
/* Cuts what stands before the next c off *rest; false when nothing is left.
 * "a|b" gives a, b; "a|" gives a, "". */
bool sg_str_split(struct sg_str *rest, char c, struct sg_str *piece);
/* A whole decimal number of at most max; false for anything else. */
bool sg_str_uint(struct sg_str s, uint64_t max, uint64_t *out);

struct sg_buf {
	char *p; /* NUL-terminated behind n when n > 0 or after any append */
	size_t n, cap;
};

void sg_buf_init(struct sg_buf *b);
void sg_buf_release(struct sg_buf *b);
void sg_buf_reset(struct sg_buf *b); /* empty, memory kept */
void sg_buf_reserve(struct sg_buf *b, size_t more);
void sg_buf_add(struct sg_buf *b, struct sg_str s);
void sg_buf_addz(struct sg_buf *b, const char *z);
void sg_buf_addc(struct sg_buf *b, char c);
void sg_buf_pad(struct sg_buf *b, char c, size_t n);
void sg_buf_printf(struct sg_buf *b, const char *fmt, ...) SG_PRINTF(2, 3);
struct sg_str sg_buf_str(const struct sg_buf *b); /* borrowed until the next change */
const char *sg_buf_z(struct sg_buf *b); /* the same, NUL-terminated, never NULL */

/* malloc, calloc and realloc that abort with a message on stderr's last word
 * when memory is out; n * size is checked for overflow. */
void *sg_alloc(size_t n, size_t size);
void *sg_zalloc(size_t n, size_t size);
void *sg_alloc_large(size_t n, size_t size); /* the same, for what may be large */
void *sg_realloc(void *p, size_t n, size_t size);
char *sg_strdup(struct sg_str s); /* NUL-terminated; the caller frees */

/* Makes room for one more element of a {T *v; size_t n, cap;} array. */
#define SG_VEC(T)           \
	struct {            \
		T *v;       \
		size_t n;   \
		size_t cap; \
	}
#define SG_PUSH(vec, ...)                                                            \
	do {                                                                         \
		if ((vec)->n == (vec)->cap)                                          \
			(vec)->v = sg_grow((vec)->v, &(vec)->cap, sizeof *(vec)->v); \
		(vec)->v[(vec)->n++] = (__VA_ARGS__);                                \
	} while (0)
void *sg_grow(void *p, size_t *cap, size_t size);

/* Room for `more` elements, after which they may be stored without SG_PUSH. */
#define SG_RESERVE(vec, more)                                                        \
	do {                                                                         \
		while ((vec)->cap - (vec)->n < (more))                               \
			(vec)->v = sg_grow((vec)->v, &(vec)->cap, sizeof *(vec)->v); \
	} while (0)

#endif
