/* bullet.c - sg_bullet of layout.h: the list marks of Korean documents. */
#include "config.h"

#include "text/layout.h"

#include "text/fold.h"
#include "text/hangul.h"
#include "text/utf8.h"

/* A cursor over the paragraph. */
struct scan {
	struct sg_str s;
	size_t at;
};

static uint32_t peek(const struct scan *c)
{
	size_t at = c->at;

	return at < c->s.n ? sg_utf8_next(c->s, &at) : 0;
}

static void step(struct scan *c)
{
	if (c->at < c->s.n)
		sg_utf8_next(c->s, &c->at);
}

static bool accept(struct scan *c, uint32_t cp)
{
	if (peek(c) != cp)
		return false;
	step(c);
	return true;
}

/* At the end or before a blank. */
static bool at_gap(const struct scan *c)
{
	return c->at >= c->s.n || sg_is_blank(peek(c));
}

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool is_latin(uint32_t cp)
{
	return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
}

/* Signs that open a list item with or without a blank behind them. */
static bool is_sign(uint32_t cp)
{
	static const uint32_t signs[] = {0x203B, 0x2023, 0x2022, 0x2043, 0x2192, 0x21D2,
		0x2219, 0x22C5, 0x25E6, 0x2605, 0x2606, 0x2610, 0x2611, 0x2612, 0x261E,
		0x2666, 0x2713, 0x2714, 0x2794, 0x27A1, 0x27A2, 0x27A4, 0x2756, 0x274D,
		0x274F, 0x2751, 0xB7, 0x30FB, 0x318D, 0x119E, 0};

	/* Geometric shapes; the private use area holds what word processors keep
	 * their own bullet fonts in. */
	return (cp >= 0x25A0 && cp <= 0x25FF) || (cp >= 0xE000 && cp <= 0xF8FF) ||
	       cp >= 0xF0000 || sg_cp_among(cp, signs);
}

/* One character that holds a number or letter and its brackets: ① ㉮ ㈀ ⓐ ❶. */
static bool is_enclosed(uint32_t cp)
{
	return (cp >= 0x2460 && cp <= 0x24FF) || (cp >= 0x2776 && cp <= 0x2793) ||
	       (cp >= 0x3200 && cp <= 0x3243) || (cp >= 0x3248 && cp <= 0x32BF);
}

static bool is_list_syllable(uint32_t cp)
{
	static const uint32_t order[] = {U'가', U'나', U'다', U'라', U'마', U'바',
		U'사', U'아', U'자', U'차', U'카', U'타', U'파', U'하', U'거', U'너',
		U'더', U'러', U'머', U'버', U'서', U'어', U'저', U'처', 0};

	return sg_cp_among(cp, order) || (cp >= 0x3131 && cp <= 0x314E);
}

/* Whether a whole word like 시 or 부 follows: ○시 is a place left unnamed. */
static bool is_left_out(const struct scan *c)
{
	static const uint32_t kinds[] = {
		U'시', U'도', U'군', U'구', U'부', U'처', U'청', U'씨', 0};
	struct scan ahead = *c;

	if (!sg_cp_among(peek(c), kinds))
		return false;
	step(&ahead);
	return !sg_is_syllable(peek(&ahead));
}

/* A sign, or a hyphen or letter used as one. */
static bool sign(struct scan *c)
{
	uint32_t cp = peek(c);

	step(c);
	uint32_t next = peek(c);
	if (is_enclosed(cp))
		return true;
	/* Twice the same is a rule, or a name left out (○○시). */
	if (next == cp)
		return false;
	if (is_sign(cp))
		return !is_left_out(c);
	if (sg_fold(cp) == '-')
		return at_gap(c) || sg_is_syllable(next);
	if (cp == '*' || cp == '+' || cp == '>' || cp == 'o' || cp == 0x3147)
		return at_gap(c);
	return false;
}

/* What may stand for a number: 12, 1-2, 1.2, 가, ㄱ, a, iv, Ⅳ. */
static bool number(struct scan *c)
{
	uint32_t cp = peek(c);
	size_t start = c->at;

	if (is_list_syllable(cp) || (cp >= 0x2160 && cp <= 0x217F)) {
		step(c);
		return true;
	}
	if (is_latin(cp)) {
		do
			step(c);
		while (c->at - start < 4 &&
			sg_cp_among(
				peek(c) | 0x20, (const uint32_t[]){'i', 'v', 'x', 0}));
		size_t n = c->at - start;
		return n == 1 ||
		       sg_cp_among(cp | 0x20, (const uint32_t[]){'i', 'v', 'x', 0});
	}
	while (is_digit(peek(c))) {
		for (size_t n = 0; is_digit(peek(c)); n++) {
			if (n == 3)
				return false;
			step(c);
		}
		struct scan ahead = *c;
		step(&ahead);
		if ((peek(c) != '.' && peek(c) != '-') || !is_digit(peek(&ahead)))
			break;
		*c = ahead;
	}
	return c->at > start;
}

/* A number between brackets: (1) [가] <3>. */
static bool bracketed(struct scan *c)
{
	static const struct {
		uint32_t open, close;
	} pairs[] = {{'(', ')'}, {'[', ']'}, {'<', '>'}, {0xFF08, 0xFF09}};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		if (!accept(c, pairs[i].open))
			continue;
		bool digit = is_digit(peek(c));
		/* (사)한국행정학회 is a kind of corporation, not an item. */
		return number(c) && accept(c, pairs[i].close) && (digit || at_gap(c));
	}
	return false;
}

/* A number and a full stop or a bracket: 1. 가. 1) Ⅰ. a) 1.1. */
static bool numbered(struct scan *c)
{
	bool digit = is_digit(peek(c)), roman = peek(c) >= 0x2160 && peek(c) <= 0x217F;

	if (!number(c))
		return false;
	if (accept(c, ')') || accept(c, 0xFF09))
		return at_gap(c) || sg_script_of(peek(c)) != SG_SCRIPT_NONE;
	if (!accept(c, '.') && !accept(c, 0xFF0E))
		return roman && at_gap(c);
	if (!at_gap(c))
		return (digit || roman) && sg_is_syllable(peek(c));
	/* 5. 1. is a date, of which the year was left out. */
	struct scan ahead = *c;
	while (sg_is_blank(peek(&ahead)))
		step(&ahead);
	size_t start = ahead.at;
	while (is_digit(peek(&ahead)))
		step(&ahead);
	return !digit || ahead.at == start || peek(&ahead) != '.';
}

size_t sg_bullet(struct sg_str paragraph)
{
	static bool (*const kinds[])(struct scan *) = {sign, bracketed, numbered};

	/* A syllable is a mark only with a full stop or bracket behind it, and no other
	 * syllable is: most sentences begin so. */
	if (paragraph.n >= 6 && sg_begins_syllable(paragraph.p) &&
		sg_begins_syllable(paragraph.p + 3))
		return 0;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct scan c = {paragraph, 0};
		if (!kinds[i](&c))
			continue;
		while (c.at < paragraph.n && sg_is_blank(peek(&c)))
			step(&c);
		return c.at;
	}
	return 0;
}
