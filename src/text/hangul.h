/* hangul.h - the parts of a precomposed syllable, as the rules of this room ask
 * for them. Indices are those of the Unicode Standard, section 3.12. */
#ifndef SG_TEXT_HANGUL_H
#define SG_TEXT_HANGUL_H

#include <stdbool.h>
#include <stdint.h>

/* Indices of final consonants (받침) that rules name. */
enum {
	SG_FINAL_NONE = 0,
	SG_FINAL_N = 4,   /* ㄴ */
	SG_FINAL_L = 8,   /* ㄹ */
	SG_FINAL_M = 16,  /* ㅁ */
	SG_FINAL_B = 17,  /* ㅂ */
	SG_FINAL_SS = 20, /* ㅆ */
};

static inline bool sg_is_syllable(uint32_t cp)
{
	return cp - 0xAC00U <= 0xD7A3U - 0xAC00U;
}

/* Whether the character at p, of two bytes at least, is a syllable. Not so for the last
 * few (U+D780 on), which no one writes: for a quick look before a whole one. */
static inline bool sg_begins_syllable(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	return ((uint32_t)u[0] << 8 | u[1]) - 0xEAB0U < 0xED9EU - 0xEAB0U;
}

/* Index of the final consonant of a syllable, 0 for none. */
static inline uint32_t sg_final_of(uint32_t cp)
{
	return sg_is_syllable(cp) ? (cp - 0xAC00U) % 28 : 0;
}

/* The syllable without its final consonant. */
static inline uint32_t sg_open_syllable(uint32_t cp)
{
	return cp - sg_final_of(cp);
}

/* Whether cp is in set, which ends with 0. */
static inline bool sg_cp_among(uint32_t cp, const uint32_t *set)
{
	while (*set && *set != cp)
		set++;
	return *set != 0;
}

#endif
