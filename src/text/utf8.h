/* utf8.h - walking over checked UTF-8. Everything the rooms hand each other is
 * valid UTF-8 (sg_utf8_check, or out of sg_decode); these do not check again. */
#ifndef SG_TEXT_UTF8_H
#define SG_TEXT_UTF8_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/str.h"

/* Byte offset of the first byte that does not belong to valid UTF-8 (overlong
 * forms, surrogates and U+110000 up are invalid), or SIZE_MAX. */
size_t sg_utf8_check(struct sg_str s);

/* Bytes of the character that begins with the byte lead. Sums, not branches: which
 * it is cannot be foreseen at the ends of words. */
static inline size_t sg_utf8_len(unsigned char lead)
{
	return 1U + (lead >= 0x80) + (lead >= 0xE0) + (lead >= 0xF0);
}

/* Whether c is a byte inside a character, not the first of one. */
static inline bool sg_utf8_inner(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* 64 bytes of text, a bit for each byte. */
struct sg_utf8_block {
	uint64_t starts; /* that begins a character */
	uint64_t spaces; /* that is U+0020 */
};

static inline struct sg_utf8_block sg_utf8_block(const char *p)
{
	struct sg_utf8_block b = {0, 0};

#ifdef __SSE2__
	for (unsigned i = 0; i < 64; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
		__m128i start = _mm_cmpgt_epi8(v, _mm_set1_epi8(-65));
		__m128i space = _mm_cmpeq_epi8(v, _mm_set1_epi8(' '));
		b.starts |= (uint64_t)(uint32_t)_mm_movemask_epi8(start) << i;
		b.spaces |= (uint64_t)(uint32_t)_mm_movemask_epi8(space) << i;
	}
#else
	for (unsigned i = 0; i < 64; i++) {
		b.starts |= (uint64_t)!sg_utf8_inner(p[i]) << i;
		b.spaces |= (uint64_t)(p[i] == ' ') << i;
	}
#endif
	return b;
}

/* The code point at s.p[*off]; *off moves behind it. *off < s.n. In the header
 * because every loop over text calls it. */
static inline uint32_t sg_utf8_next(struct sg_str s, size_t *off)
{
	const unsigned char *p = (const unsigned char *)s.p + *off;

	if (p[0] < 0x80) {
		*off += 1;
		return p[0];
	}
	if (p[0] < 0xE0) {
		*off += 2;
		return (p[0] & 0x1FU) << 6 | (p[1] & 0x3FU);
	}
	if (p[0] < 0xF0) {
		*off += 3;
		return (p[0] & 0x0FU) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU);
	}
	*off += 4;
	return (p[0] & 0x07U) << 18 | (p[1] & 0x3FU) << 12 | (p[2] & 0x3FU) << 6 |
	       (p[3] & 0x3FU);
}

/* The code point before s.p[*off]; *off moves to its start. *off > 0. */
static inline uint32_t sg_utf8_prev(struct sg_str s, size_t *off)
{
	do
		*off -= 1;
	while (sg_utf8_inner(s.p[*off]));
	size_t at = *off;
	return sg_utf8_next(s, &at);
}

/* Where the characters of a text stand that are no plain letters: a bit a byte, set where
 * one begins with an ASCII byte that is no letter or digit, or with a byte that also begins
 * signs (U+0080 to U+3FFF, U+E000 up). Hangul, hanja and ASCII words are passed over 64
 * bytes at a time. */
struct sg_signs {
	uint64_t *v;
	size_t n, cap;
};

/* Replaces what s held by the signs of text. The caller frees s->v in the end. */
void sg_signs_mark(struct sg_signs *s, struct sg_str text);

/* The first sign at or behind off, or stop, which is at most the text's length. */
static inline size_t sg_signs_find(const struct sg_signs *s, size_t off, size_t stop)
{
	if (off >= stop)
		return stop;
	size_t word = off / 64;
	uint64_t left = s->v[word] & UINT64_MAX << off % 64;
	while (!left) {
		if (++word * 64 >= stop)
			return stop;
		left = s->v[word];
	}
	size_t at = word * 64 + (size_t)__builtin_ctzll(left);
	return at < stop ? at : stop;
}

/* Writes cp, a Unicode scalar value, to at most four bytes; returns how many. */
size_t sg_utf8_write(char *to, uint32_t cp);
/* Appends cp, which must be a Unicode scalar value. */
void sg_utf8_put(struct sg_buf *out, uint32_t cp);
/* Number of code points. */
size_t sg_utf8_count(struct sg_str s);
/* Byte offset of the code point number cp (0-based); s.n when past the end. */
size_t sg_utf8_offset(struct sg_str s, size_t cp);

/* Turns ascending byte offsets into code point offsets in one pass:
 * sg_cpmap_init(&m, s); cp = sg_cpmap_at(&m, off). Going back restarts. */
struct sg_cpmap {
	struct sg_str s;
	size_t off, cp;
};
void sg_cpmap_init(struct sg_cpmap *m, struct sg_str s);
size_t sg_cpmap_at(struct sg_cpmap *m, size_t off);
/* The other way: code point offset to byte offset. */
size_t sg_cpmap_off(struct sg_cpmap *m, size_t cp);

#endif
