/* utf8.c - see utf8.h. Checking and counting go eight bytes at a time through
 * ASCII and a character at a time elsewhere; Korean text is mostly three-byte
 * characters, so that branch comes first. */
#include "config.h"

#include "text/utf8.h"

#include <string.h>

#define HIGH_BITS 0x8080808080808080ULL
#define LOW_BITS  0x0101010101010101ULL

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

size_t sg_utf8_check(struct sg_str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t at = 0;

	while (at < s.n) {
		while (s.n - at >= 3 && p[at] >= 0xE1 && p[at] <= 0xEC &&
			inner(p[at + 1]) && inner(p[at + 2]))
			at += 3;
		while (s.n - at >= 8 && !(load8(s.p + at) & HIGH_BITS))
			at += 8;
		if (at == s.n)
			break;
		size_t len = valid_len(p + at, s.n - at);
		if (!len)
			return at;
		at += len;
	}
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

void sg_signs_look(struct sg_signs *s, size_t off)
{
	char rest[64];
	const char *p = s->text + off;
	size_t n = s->stop - off;

	s->block = off;
	s->bits = 0;
	if (n < sizeof rest) {
		memset(rest, 'a', sizeof rest);
		memcpy(rest, p, n);
		p = rest;
	}
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
		s->bits |= (uint64_t)(~(uint32_t)_mm_movemask_epi8(plain) & 0xFFFFU)
			   << i;
	}
#else
	for (unsigned i = 0; i < 64; i++)
		s->bits |= (uint64_t)is_sign_lead((unsigned char)p[i]) << i;
#endif
}

void sg_utf8_put(struct sg_buf *out, uint32_t cp)
{
	char z[4];
	size_t n;

	if (cp < 0x80) {
		z[0] = (char)cp;
		n = 1;
	} else if (cp < 0x800) {
		z[0] = (char)(0xC0 | cp >> 6);
		z[1] = (char)(0x80 | (cp & 0x3F));
		n = 2;
	} else if (cp < 0x10000) {
		z[0] = (char)(0xE0 | cp >> 12);
		z[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		z[2] = (char)(0x80 | (cp & 0x3F));
		n = 3;
	} else {
		z[0] = (char)(0xF0 | cp >> 18);
		z[1] = (char)(0x80 | (cp >> 12 & 0x3F));
		z[2] = (char)(0x80 | (cp >> 6 & 0x3F));
		z[3] = (char)(0x80 | (cp & 0x3F));
		n = 4;
	}
	sg_buf_add(out, (struct sg_str){z, n});
}

/* Number of bytes in the eight at p that begin a character: those whose two
 * high bits are not 10. */
static size_t starts8(const char *p)
{
	uint64_t word = load8(p);
	uint64_t inside = (word >> 7) & ~(word >> 6) & LOW_BITS;

	return 8 - (size_t)((inside * LOW_BITS) >> 56);
}

size_t sg_utf8_count(struct sg_str s)
{
	size_t count = 0, at = 0;

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
	 * second loop passes over the rest of it. */
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
