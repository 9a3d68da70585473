/* josa.c - see josa.h. */
#include "config.h"

#include "text/josa.h"

#include "text/hangul.h"
#include "text/utf8.h"

enum { FINAL_UNKNOWN = -1, FINAL_OTHER = 1 };

/* Written form, form behind a final consonant, form behind none. */
static const struct pair {
	const char *both, *closed, *open;
	bool liquid; /* ㄹ counts as none: 서울로 */
} pairs[] = {
	{"은(는)", "은", "는", false},
	{"이(가)", "이", "가", false},
	{"을(를)", "을", "를", false},
	{"과(와)", "과", "와", false},
	{"와(과)", "과", "와", false},
	{"(으)로", "으로", "로", true},
	{"(이)라", "이라", "라", false},
};

static bool closes(uint32_t cp)
{
	static const uint32_t marks[] = {'\'', '"', ')', ']', '}', '>', 0x2019, 0x201D,
		0x300D, 0x300F, 0x3009, 0x300B, 0x3011, 0};

	return sg_cp_among(cp, marks);
}

static bool is_latin(uint32_t cp)
{
	return (cp | 32) - 'a' < 26;
}

/* The final consonant of a Latin letter's name: 엘, 엠, 엔, 알; the others have none. */
static int final_of_letter(uint32_t cp)
{
	switch (cp | 32) {
	case 'l':
	case 'r': return SG_FINAL_L;
	case 'm': return SG_FINAL_M;
	case 'n': return SG_FINAL_N;
	default: return SG_FINAL_NONE;
	}
}

/* A run of Latin letters that ends at off: capitals, a single letter (C1a) and endings of
 * file names (.md) are read letter by letter; a word's sound is not known, but for what
 * ends with m or n. */
static int final_of_latin(struct sg_str s, size_t off)
{
	size_t start = off, letters = 0, small = 0;
	uint32_t last = (uint8_t)s.p[off - 1];

	while (start > 0 && is_latin((uint8_t)s.p[start - 1])) {
		start--;
		letters++;
		small += (uint8_t)s.p[start] >= 'a';
	}
	bool ending = start > 0 && s.p[start - 1] == '.' && letters <= 4;
	if (letters == 1 || small == 0 || ending || (last | 32) == 'm' ||
		(last | 32) == 'n')
		return final_of_letter(last);
	return FINAL_UNKNOWN;
}

/* The final consonant of what the letter before off is read as. */
static int final_before(struct sg_str s, size_t off)
{
	/* 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; 10, 100, 1000 end in one as 0 does */
	static const int digits[] = {FINAL_OTHER, SG_FINAL_L, SG_FINAL_NONE, SG_FINAL_M,
		SG_FINAL_NONE, SG_FINAL_NONE, FINAL_OTHER, SG_FINAL_L, SG_FINAL_L,
		SG_FINAL_NONE};

	while (off > 0) {
		size_t end = off;
		uint32_t cp = sg_utf8_prev(s, &off);
		if (is_latin(cp))
			return final_of_latin(s, end);
		if (sg_is_syllable(cp))
			return (int)sg_final_of(cp);
		if (cp >= '0' && cp <= '9')
			return digits[cp - '0'];
		if (!closes(cp))
			break;
	}
	return FINAL_UNKNOWN;
}

static const struct pair *pair_at(struct sg_str s)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (sg_str_starts(s, sg_str_of(pairs[i].both)))
			return &pairs[i];
	return NULL;
}

void sg_josa_settle(struct sg_str message, struct sg_buf *out)
{
	size_t at = 0;

	while (at < message.n) {
		const struct pair *p = pair_at(sg_str_skip(message, at));
		int last = p ? final_before(message, at) : FINAL_UNKNOWN;
		if (last == FINAL_UNKNOWN) {
			sg_buf_addc(out, message.p[at++]);
			continue;
		}
		bool open = last == SG_FINAL_NONE || (p->liquid && last == SG_FINAL_L);
		sg_buf_addz(out, open ? p->open : p->closed);
		at += sg_str_of(p->both).n;
	}
}
