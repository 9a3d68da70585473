/* fold.c - see fold.h. Case and compatibility ideographs come from utf8proc's
 * tables; what Korean writers use for one another is listed here by block. */
#include "config.h"

#include "text/fold.h"

#include <utf8proc.h>

#include "text/utf8.h"

/* Ranges that fold to one code point; 0: passed over. Sorted. Dashes: those of
 * category Pd that are drawn as a bar, the minus sign, and the box-drawing bars
 * Korean keyboards offer for them. Passed over: Default_Ignorable_Code_Point
 * (Unicode, DerivedCoreProperties), but for the visible Hangul fillers. */
static const struct fold_range {
	uint32_t first, last, to;
} ranges[] = {
	{0x00, 0x08, 0},
	{'\t', '\t', ' '},
	{0x0B, 0x0D, ' '},
	{0x0E, 0x1F, 0},
	{'`', '`', '\''},
	{0x7F, 0x84, 0},
	{0x85, 0x85, ' '},
	{0x86, 0x9F, 0},
	{0xA0, 0xA0, ' '},
	{0xAB, 0xAB, '"'},
	{0xAD, 0xAD, 0},
	{0xB4, 0xB4, '\''},
	{0xBB, 0xBB, '"'},
	{0x2BC, 0x2BC, '\''},
	{0x2DC, 0x2DC, '~'},
	{0x34F, 0x34F, 0},
	{0x387, 0x387, 0xB7},
	{0x3C2, 0x3C2, 0x3C3},
	{0x61C, 0x61C, 0},
	{0x115F, 0x1160, 0},
	{0x119E, 0x119E, 0xB7},
	{0x1680, 0x1680, ' '},
	{0x17B4, 0x17B5, 0},
	{0x180B, 0x180F, 0},
	{0x2000, 0x200A, ' '},
	{0x200B, 0x200F, 0},
	{0x2010, 0x2015, '-'},
	{0x2018, 0x201B, '\''},
	{0x201C, 0x201F, '"'},
	{0x2022, 0x2022, 0xB7},
	{0x2024, 0x2024, 0xB7},
	{0x2027, 0x2027, 0xB7},
	{0x2028, 0x2029, ' '},
	{0x202A, 0x202E, 0},
	{0x202F, 0x202F, ' '},
	{0x2032, 0x2032, '\''},
	{0x2033, 0x2033, '"'},
	{0x2035, 0x2035, '\''},
	{0x2036, 0x2036, '"'},
	{0x2039, 0x203A, '\''},
	{0x2043, 0x2043, '-'},
	{0x2044, 0x2044, '/'},
	{0x205F, 0x205F, ' '},
	{0x2060, 0x206F, 0},
	{0x2212, 0x2212, '-'},
	{0x2215, 0x2215, '/'},
	{0x2219, 0x2219, 0xB7},
	{0x2236, 0x2236, ':'},
	{0x223C, 0x223C, '~'},
	{0x22C5, 0x22C5, 0xB7},
	{0x2500, 0x2501, '-'},
	{0x2796, 0x2796, '-'},
	{0x2800, 0x2800, ' '},
	{0x2E31, 0x2E31, 0xB7},
	{0x2E33, 0x2E33, 0xB7},
	{0x2E3A, 0x2E3B, '-'},
	{0x3000, 0x3000, ' '},
	{0x301C, 0x301C, '~'},
	{0x301D, 0x301F, '"'},
	{0x3030, 0x3030, '~'},
	{0x30FB, 0x30FB, 0xB7},
	{0x3164, 0x3164, ' '},
	{0x318D, 0x318D, 0xB7},
	{0xFE00, 0xFE0F, 0},
	{0xFE31, 0xFE32, '-'},
	{0xFE58, 0xFE58, '-'},
	{0xFEFF, 0xFEFF, 0},
	{0xFF07, 0xFF07, '\''},
	{0xFF40, 0xFF40, '\''},
	{0xFF65, 0xFF65, 0xB7},
	{0xFFA0, 0xFFA0, ' '},
	{0xFFF0, 0xFFFB, 0},
	{0x1BCA0, 0x1BCA3, 0},
	{0x1D173, 0x1D17A, 0},
	{0xE0000, 0xE0FFF, 0},
};

/* Compatibility jamo for conjoining U+1100 up and U+11A8 up (KS X 1026-1). */
static const uint16_t initials[19] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139,
	0x3141, 0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B,
	0x314C, 0x314D, 0x314E};
static const uint16_t finals[27] = {0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136,
	0x3137, 0x3139, 0x313A, 0x313B, 0x313C, 0x313D, 0x313E, 0x313F, 0x3140, 0x3141,
	0x3142, 0x3144, 0x3145, 0x3146, 0x3147, 0x3148, 0x314A, 0x314B, 0x314C, 0x314D,
	0x314E};
/* U+FFE0 up: signs, arrows and shapes. */
static const uint16_t wide_signs[15] = {0xA2, 0xA3, 0xAC, 0xAF, 0xA6, 0xA5, 0x20A9, 0,
	0x2502, 0x2190, 0x2191, 0x2192, 0x2193, 0x25A0, 0x25CB};

static const struct fold_range *find_range(uint32_t cp)
{
	size_t low = 0, high = sizeof ranges / sizeof *ranges;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (cp > ranges[mid].last)
			low = mid + 1;
		else if (cp < ranges[mid].first)
			high = mid;
		else
			return &ranges[mid];
	}
	return NULL;
}

/* The jamo of a modern syllable as compatibility jamo, or 0. */
static uint32_t fold_jamo(uint32_t cp)
{
	if (cp >= 0x1100 && cp <= 0x1112)
		return initials[cp - 0x1100];
	if (cp >= 0x1161 && cp <= 0x1175)
		return cp - 0x1161 + 0x314F;
	if (cp >= 0x11A8 && cp <= 0x11C2)
		return finals[cp - 0x11A8];
	if (cp >= 0xFFA1 && cp <= 0xFFBE)
		return cp - 0xFFA1 + 0x3131;
	/* Vowels stand in rows of six with two code points between them. */
	if (cp >= 0xFFC2 && cp <= 0xFFDC && (cp - 0xFFC0) % 8 >= 2)
		return 0x314F + (cp - 0xFFC2) / 8 * 6 + (cp - 0xFFC2) % 8;
	return 0;
}

/* The single code point cp decomposes to, or cp; options as in utf8proc. */
static uint32_t fold_one(uint32_t cp, int options)
{
	utf8proc_int32_t to[8];
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, to, 8,
		(utf8proc_option_t)(UTF8PROC_DECOMPOSE | options), NULL);

	return n == 1 ? (uint32_t)to[0] : cp;
}

uint32_t sg_fold_other(uint32_t cp)
{
	const struct fold_range *range = find_range(cp);
	uint32_t jamo;

	if (range)
		return range->to;
	if (cp < 0x80)
		return cp;
	if ((jamo = fold_jamo(cp)) != 0)
		return jamo;
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		return sg_fold(cp - 0xFF01 + '!');
	if (cp >= 0xFFE0 && cp <= 0xFFEE)
		return wide_signs[cp - 0xFFE0] ? wide_signs[cp - 0xFFE0] : cp;
	/* Half-width katakana and punctuation, small forms, Kangxi radicals. */
	if ((cp >= 0xFF61 && cp <= 0xFF9F) || (cp >= 0xFE50 && cp <= 0xFE6B) ||
		(cp >= 0x2F00 && cp <= 0x2FD5))
		return fold_one(cp, UTF8PROC_COMPAT);
	if ((cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x2F800 && cp <= 0x2FA1F))
		return fold_one(cp, 0);
	if (cp == 0xB5 || cp == 0x17F)
		return fold_one(cp, UTF8PROC_COMPAT);
	if ((cp >= 0x3131 && cp <= 0x9FFF) || cp > 0x10FFFF)
		return cp;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

/* Numbers in circles, parentheses or with a full stop: marks of list items. */
static bool is_list_number(uint32_t cp)
{
	return (cp >= 0x2460 && cp <= 0x249B) || (cp >= 0x24EA && cp <= 0x24FF) ||
	       (cp >= 0x2776 && cp <= 0x2793) || (cp >= 0x3220 && cp <= 0x3229) ||
	       (cp >= 0x3248 && cp <= 0x325F) || (cp >= 0x3280 && cp <= 0x3289) ||
	       (cp >= 0x32B1 && cp <= 0x32BF);
}

static bool is_jamo(uint32_t cp)
{
	return (cp >= 0x1100 && cp <= 0x11FF) || (cp >= 0x3131 && cp <= 0x318E) ||
	       (cp >= 0xA960 && cp <= 0xA97F) || (cp >= 0xD7B0 && cp <= 0xD7FF) ||
	       (cp >= 0xFFA1 && cp <= 0xFFDC);
}

static bool is_han(uint32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x4E00 && cp <= 0x9FFF) ||
	       (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFD) ||
	       (cp >= 0x2E80 && cp <= 0x2FDF) || (cp >= 0x3005 && cp <= 0x3007) ||
	       (cp >= 0x3021 && cp <= 0x3029) || (cp >= 0x3038 && cp <= 0x303B);
}

enum sg_script sg_script_of_other(uint32_t cp)
{
	if (is_han(cp))
		return SG_SCRIPT_HAN;
	const struct fold_range *range = find_range(cp);
	if (range && range->to == 0)
		return SG_SCRIPT_SKIP;
	if (range && range->to <= 0xB7)
		return SG_SCRIPT_NONE;
	if (is_jamo(cp))
		return SG_SCRIPT_HANGUL;
	if (cp > 0x10FFFF)
		return SG_SCRIPT_NONE;
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
	if (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME)
		return SG_SCRIPT_LETTER;
	if (c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO)
		return is_list_number(cp) ? SG_SCRIPT_NONE : SG_SCRIPT_DIGIT;
	return SG_SCRIPT_NONE;
}

void sg_fold_str(struct sg_str s, struct sg_buf *out)
{
	size_t at = 0;

	sg_buf_reserve(out, s.n);
	while (at < s.n) {
		uint32_t cp = sg_fold(sg_utf8_next(s, &at));
		if (cp)
			sg_utf8_put(out, cp);
	}
}

bool sg_word_starts(enum sg_script prev, enum sg_script next)
{
	if (next == SG_SCRIPT_NONE || next == SG_SCRIPT_SKIP)
		return false;
	if (prev == SG_SCRIPT_NONE || prev == SG_SCRIPT_SKIP)
		return true;
	return prev != next && !(prev == SG_SCRIPT_DIGIT && next == SG_SCRIPT_HANGUL);
}
