/* utf8.c - see utf8.h. Where the machine can, bytes are looked at by the block: which
 * lengths follow each other in Korean text cannot be foreseen, so that anything that
 * goes character by character waits at every blank. */
#include "config.h"

#include "text/utf8.h"

#include <string.h>

#define LOW_BITS 0x0101010101010101ULL

static uint64_t load8(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return word;
}

static bool inner(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* Bytes of the valid character at p, of which n > 0 bytes are there, or 0
 * (Unicode 15, table 3-7). */
static size_t valid_len(const unsigned char *p, size_t n)
{
	unsigned char a = p[0];

	if (a < 0x80)
		return 1;
	if (a < 0xC2)
		return 0;
	if (a < 0xE0)
		return n >= 2 && inner(p[1]) ? 2 : 0;
	if (a < 0xF0) {
		if (n < 3 || !inner(p[1]) || !inner(p[2]))
			return 0;
		if ((a == 0xE0 && p[1] < 0xA0) || (a == 0xED && p[1] > 0x9F))
			return 0;
		return 3;
	}
	if (a > 0xF4 || n < 4 || !inner(p[1]) || !inner(p[2]) || !inner(p[3]))
		return 0;
	if ((a == 0xF0 && p[1] < 0x90) || (a == 0xF4 && p[1] > 0x8F))
		return 0;
	return 4;
}

#ifdef __SSE2__
/* Whether 64 bytes that begin with a character hold nothing but ASCII and characters of
 * two and three bytes that need no closer look (not E0, where overlong forms begin); *n
 * is the bytes of those that are whole. Each lead byte says which of the bytes behind
 * it must be inner ones, and these must be just those that are. */
static bool valid_block(const char *p, size_t *n)
{
	uint64_t beyond = 0, inside = 0, two = 0, three = 0, surrogate = 0;

	for (unsigned i = 0; i < 64; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
		__m128i second =
			_mm_loadu_si128((const __m128i *)(const void *)(p + i + 1));
		__m128i is_inside = _mm_cmpgt_epi8(_mm_set1_epi8(0xC0 - 256), v);
		__m128i is_two =
			_mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8(0xC1 - 256)),
				_mm_cmpgt_epi8(_mm_set1_epi8(0xE0 - 256), v));
		__m128i is_three =
			_mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8(0xE0 - 256)),
				_mm_cmpgt_epi8(_mm_set1_epi8(0xF0 - 256), v));
		__m128i is_surrogate =
			_mm_and_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0xED - 256)),
				_mm_cmpgt_epi8(second, _mm_set1_epi8(0x9F - 256)));
		beyond |= (uint64_t)(uint32_t)_mm_movemask_epi8(v) << i;
		inside |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_inside) << i;
		two |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_two) << i;
		three |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_three) << i;
		surrogate |= (uint64_t)(uint32_t)_mm_movemask_epi8(is_surrogate) << i;
	}
	*n = three >> 62 & 1 ? 62 : (two | three) >> 63 ? 63 : 64;
	return beyond == (inside | two | three) && !surrogate &&
	       inside == (two << 1 | three << 1 | three << 2);
}
#endif

size_t sg_utf8_check(struct sg_str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t at = 0, slow = 0; /* up to here, character by character */

	while (at < s.n) {
#ifdef __SSE2__
		size_t n;
		if (at >= slow && s.n - at > 64) {
			if (valid_block(s.p + at, &n)) {
				at += n;
				continue;
			}
			slow = at + 64;
		}
#endif
		size_t len = valid_len(p + at, s.n - at);
		if (!len)
			return at;
		at += len;
	}
	(void)slow;
	return SIZE_MAX;
}

#ifndef __SSE2__
static bool is_sign_lead(unsigned char c)
{
	if (c < 0x80)
		return c - '0' > '9' - '0' && (c | 0x20) - 'a' > 'z' - 'a';
	return c >= 0xC0 && (c < 0xE4 || c >= 0xEE);
}
#endif

/* The signs of the 64 bytes at p. */
static uint64_t signs_of(const char *p)
{
	uint64_t bits = 0;

#ifdef __SSE2__
	/* Signed, bytes beyond ASCII are below 0; those inside characters below -64. */
	for (unsigned i = 0; i < 64; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
		__m128i low = _mm_or_si128(v, _mm_set1_epi8(0x20));
		__m128i digit = _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('0' - 1)),
			_mm_cmpgt_epi8(_mm_set1_epi8('9' + 1), v));
		__m128i letter =
			_mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
				_mm_cmpgt_epi8(_mm_set1_epi8('z' + 1), low));
		__m128i han = _mm_and_si128(
			_mm_cmpgt_epi8(v, _mm_set1_epi8((char)(0xE4 - 1 - 256))),
			_mm_cmpgt_epi8(_mm_set1_epi8((char)(0xEE - 256)), v));
		__m128i inside = _mm_cmpgt_epi8(_mm_set1_epi8(-64), v);
		__m128i plain = _mm_or_si128(
			_mm_or_si128(digit, letter), _mm_or_si128(han, inside));
		bits |= (uint64_t)(~(uint32_t)_mm_movemask_epi8(plain) & 0xFFFFU) << i;
	}
#else
	for (unsigned i = 0; i < 64; i++)
		bits |= (uint64_t)is_sign_lead((unsigned char)p[i]) << i;
#endif
	return bits;
}

void sg_signs_mark(struct sg_signs *s, struct sg_str text)
{
	size_t whole = text.n / 64, rest = text.n % 64;
	char last[64];

	s->n = 0;
	SG_RESERVE(s, whole + 1);
	for (; s->n < whole; s->n++)
		s->v[s->n] = signs_of(text.p + s->n * 64);
	memset(last, 'a', sizeof last);
	if (rest)
		memcpy(last, text.p + whole * 64, rest);
	s->v[s->n++] = signs_of(last);
}

size_t sg_utf8_write(char *to, uint32_t cp)
{
	size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};

	for (size_t i = n; i-- > 1; cp >>= 6)
		to[i] = (char)(0x80 | (cp & 0x3F));
	to[0] = (char)(leads[n] | cp);
	return n;
}

void sg_utf8_put(struct sg_buf *out, uint32_t cp)
{
	char z[4];

	sg_buf_add(out, (struct sg_str){z, sg_utf8_write(z, cp)});
}

/* Number of bytes in the eight at p that begin a character: those whose two
 * high bits are not 10. */
static size_t starts8(const char *p)
{
	uint64_t word = load8(p);
	uint64_t inside = (word >> 7) & ~(word >> 6) & LOW_BITS;

	return 8 - (size_t)((inside * LOW_BITS) >> 56);
}

/* The same of 64 bytes. */
static size_t starts64(const char *p)
{
#ifdef __SSE2__
	__m128i sum = _mm_setzero_si128();

	for (unsigned i = 0; i < 64; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
		sum = _mm_sub_epi8(sum, _mm_cmpgt_epi8(v, _mm_set1_epi8(-65)));
	}
	sum = _mm_sad_epu8(sum, _mm_setzero_si128());
	return (size_t)(_mm_cvtsi128_si32(sum) + _mm_extract_epi16(sum, 4));
#else
	size_t n = 0;

	for (unsigned i = 0; i < 64; i += 8)
		n += starts8(p + i);
	return n;
#endif
}

size_t sg_utf8_count(struct sg_str s)
{
	size_t count = 0, at = 0;

	for (; s.n - at >= 64; at += 64)
		count += starts64(s.p + at);
	for (; s.n - at >= 8; at += 8)
		count += starts8(s.p + at);
	for (; at < s.n; at++)
		count += !sg_utf8_inner(s.p[at]);
	return count;
}

size_t sg_utf8_offset(struct sg_str s, size_t cp)
{
	size_t at = 0;

	/* at may stop inside a character whose first byte has been counted; the
	 * last loop passes over the rest of it. */
	while (s.n - at >= 64) {
		size_t starts = starts64(s.p + at);
		if (starts > cp)
			break;
		cp -= starts;
		at += 64;
	}
	while (s.n - at >= 8) {
		size_t starts = starts8(s.p + at);
		if (starts > cp)
			break;
		cp -= starts;
		at += 8;
	}
	while (at < s.n) {
		if (!sg_utf8_inner(s.p[at])) {
			if (cp == 0)
				return at;
			cp--;
		}
		at++;
	}
	return s.n;
}

void sg_cpmap_init(struct sg_cpmap *m, struct sg_str s)
{
	*m = (struct sg_cpmap){.s = s};
}

size_t sg_cpmap_at(struct sg_cpmap *m, size_t off)
{
	if (off > m->s.n)
		off = m->s.n;
	if (off < m->off)
		m->off = m->cp = 0;
	m->cp += sg_utf8_count(sg_str_sub(m->s, m->off, off));
	m->off = off;
	return m->cp;
}

size_t sg_cpmap_off(struct sg_cpmap *m, size_t cp)
{
	if (cp < m->cp)
		m->off = m->cp = 0;
	struct sg_str rest = sg_str_skip(m->s, m->off);
	size_t step = sg_utf8_offset(rest, cp - m->cp);
	if (step == rest.n)
		m->cp += sg_utf8_count(rest);
	else
		m->cp = cp;
	m->off += step;
	return m->off;
}
