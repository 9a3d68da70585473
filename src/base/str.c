/* str.c - see str.h. */
#include "config.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct sg_str sg_str_of(const char *z)
{
	return (struct sg_str){z, z ? strlen(z) : 0};
}

bool sg_str_eq(struct sg_str a, struct sg_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool sg_str_eqz(struct sg_str a, const char *z)
{
	return sg_str_eq(a, sg_str_of(z));
}

int sg_str_cmp(struct sg_str a, struct sg_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool sg_str_starts(struct sg_str s, struct sg_str prefix)
{
	return s.n >= prefix.n && sg_str_eq((struct sg_str){s.p, prefix.n}, prefix);
}

bool sg_str_ends(struct sg_str s, struct sg_str suffix)
{
	return s.n >= suffix.n && sg_str_eq(sg_str_skip(s, s.n - suffix.n), suffix);
}

struct sg_str sg_str_skip(struct sg_str s, size_t n)
{
	if (n > s.n)
		n = s.n;
	return (struct sg_str){s.p ? s.p + n : NULL, s.n - n};
}

struct sg_str sg_str_sub(struct sg_str s, size_t start, size_t stop)
{
	if (stop > s.n)
		stop = s.n;
	if (start > stop)
		start = stop;
	return (struct sg_str){s.p ? s.p + start : NULL, stop - start};
}

/* Bytes of the blank that s begins with, 0 for none. */
static size_t blank_at_start(struct sg_str s)
{
	if (s.n && (s.p[0] == ' ' || (s.p[0] >= '\t' && s.p[0] <= '\r')))
		return 1;
	if (sg_str_starts(s, SG_STR("\xC2\xA0")))
		return 2;
	if (sg_str_starts(s, SG_STR("\xE3\x80\x80")) ||
		sg_str_starts(s, SG_STR("\xEF\xBB\xBF")))
		return 3;
	return 0;
}

static size_t blank_at_end(struct sg_str s)
{
	for (size_t n = 1; n <= 3 && n <= s.n; n++)
		if (blank_at_start(sg_str_skip(s, s.n - n)) == n)
			return n;
	return 0;
}

struct sg_str sg_str_trim(struct sg_str s)
{
	size_t n;

	while ((n = blank_at_start(s)) > 0)
		s = sg_str_skip(s, n);
	while ((n = blank_at_end(s)) > 0)
		s.n -= n;
	return s;
}

size_t sg_str_find(struct sg_str s, struct sg_str needle)
{
	if (needle.n == 0)
		return 0;
	for (size_t at = 0; at + needle.n <= s.n; at++) {
		const char *hit =
			memchr(s.p + at, needle.p[0], s.n - needle.n - at + 1);
		if (!hit)
			return SIZE_MAX;
		at = (size_t)(hit - s.p);
		if (memcmp(hit, needle.p, needle.n) == 0)
			return at;
	}
	return SIZE_MAX;
}

size_t sg_str_findc(struct sg_str s, char c)
{
	const char *hit = s.n ? memchr(s.p, c, s.n) : NULL;

	return hit ? (size_t)(hit - s.p) : SIZE_MAX;
}

bool sg_str_line(struct sg_str *rest, struct sg_str *line)
{
	if (rest->n == 0)
		return false;
	size_t at = sg_str_findc(*rest, '\n');
	*line = sg_str_sub(*rest, 0, at);
	*rest = at == SIZE_MAX ? (struct sg_str){rest->p + rest->n, 0}
			       : sg_str_skip(*rest, at + 1);
	return true;
}

bool sg_str_split(struct sg_str *rest, char c, struct sg_str *piece)
{
	if (!rest->p)
		return false;
	size_t at = sg_str_findc(*rest, c);
	*piece = sg_str_sub(*rest, 0, at);
	*rest = at == SIZE_MAX ? (struct sg_str){NULL, 0} : sg_str_skip(*rest, at + 1);
	return true;
}

bool sg_str_uint(struct sg_str s, uint64_t max, uint64_t *out)
{
	uint64_t value = 0;

	if (s.n == 0)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		uint64_t digit = (uint64_t)(s.p[i] - '0');
		if (value > (max - digit) / 10 || digit > max)
			return false;
		value = value * 10 + digit;
	}
	*out = value;
	return true;
}

void sg_buf_init(struct sg_buf *b)
{
	*b = (struct sg_buf){NULL, 0, 0};
}

void sg_buf_release(struct sg_buf *b)
{
	free(b->p);
	sg_buf_init(b);
}

void sg_buf_reset(struct sg_buf *b)
{
	b->n = 0;
	if (b->p)
		b->p[0] = '\0';
}

void sg_buf_reserve(struct sg_buf *b, size_t more)
{
	if (more >= SIZE_MAX - b->n - 1)
		abort();
	size_t need = b->n + more + 1;
	if (need <= b->cap)
		return;
	size_t cap = b->cap ? b->cap : 64;
	while (cap < need)
		cap = cap > SIZE_MAX / 2 ? need : cap * 2;
	b->p = sg_realloc(b->p, cap, 1);
	b->cap = cap;
	b->p[b->n] = '\0';
}

void sg_buf_add(struct sg_buf *b, struct sg_str s)
{
	sg_buf_reserve(b, s.n);
	if (s.n)
		memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = '\0';
}

void sg_buf_addz(struct sg_buf *b, const char *z)
{
	sg_buf_add(b, sg_str_of(z));
}

void sg_buf_addc(struct sg_buf *b, char c)
{
	sg_buf_add(b, (struct sg_str){&c, 1});
}

void sg_buf_pad(struct sg_buf *b, char c, size_t n)
{
	sg_buf_reserve(b, n);
	memset(b->p + b->n, c, n);
	b->n += n;
	b->p[b->n] = '\0';
}

SG_PRINTF(2, 0)
static void buf_vprintf(struct sg_buf *b, const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);
	if (n > 0) {
		sg_buf_reserve(b, (size_t)n);
		vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

void sg_buf_printf(struct sg_buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

struct sg_str sg_buf_str(const struct sg_buf *b)
{
	return (struct sg_str){b->p ? b->p : "", b->n};
}

const char *sg_buf_z(struct sg_buf *b)
{
	return b->p ? b->p : "";
}

static void *checked(void *p)
{
	if (!p) {
		fputs("saegim: out of memory\n", stderr);
		abort();
	}
	return p;
}

void *sg_alloc(size_t n, size_t size)
{
	return sg_realloc(NULL, n, size);
}

void *sg_zalloc(size_t n, size_t size)
{
	return checked(calloc(n ? n : 1, size ? size : 1));
}

void *sg_realloc(void *p, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		return checked(NULL);
	size_t bytes = n * size;
	return checked(realloc(p, bytes > 0 ? bytes : 1));
}

char *sg_strdup(struct sg_str s)
{
	char *z = sg_alloc(s.n + 1, 1);

	if (s.n)
		memcpy(z, s.p, s.n);
	z[s.n] = '\0';
	return z;
}

/* Memory that is soon filled is asked for in large pages, where there are any: the
 * system hands it out page by page, and doing so takes longer than filling it. */
static void *in_large_pages(void *p, size_t bytes)
{
#ifdef MADV_HUGEPAGE
	const uintptr_t page = (uintptr_t)2 << 20;
	uintptr_t from = ((uintptr_t)p + page - 1) / page * page;
	uintptr_t to = ((uintptr_t)p + bytes) / page * page;

	/* It is only advice: that it was not taken is no error. */
	if (bytes >= 4 * page && to > from)
		madvise((char *)p + (from - (uintptr_t)p), to - from, MADV_HUGEPAGE);
#else
	(void)bytes;
#endif
	return p;
}

void *sg_alloc_large(size_t n, size_t size)
{
	return in_large_pages(sg_alloc(n, size), n * size);
}

void *sg_grow(void *p, size_t *cap, size_t size)
{
	*cap = *cap ? *cap * 2 : 8;
	return in_large_pages(sg_realloc(p, *cap, size), *cap * size);
}
