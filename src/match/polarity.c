/* polarity.c - negation in the clause of a hit, without a dictionary; see polarity.h.
 *
 * Looks at the eojeols from the one before the hit to the end of its clause: the first
 * that closes with a connective ending or a comma, or the sentence's last. Negations
 * there are counted; an odd number negates. The forms are those of Korean grammars
 * (안/못 short negation, -지 않다/못하다/말다 long negation, 없다, 아니다). What the model
 * does not see: negation by prefix (비-, 불-, 미-), and whose adnominal clause
 * (…지 않은) it is when the hit stands further before it.
 */
#include "config.h"

#include "match/polarity.h"

#include "text/fold.h"
#include "text/utf8.h"

enum {
	MAX_WORDS = 10,
	REACH = 6,
	/* Bytes looked at, so that a text without blanks or full stops costs no more. */
	WINDOW_BEFORE = 192,
	WINDOW_BEHIND = 512,
};

struct word {
	struct sg_str text; /* without punctuation around it */
	bool comma;         /* one follows */
};

struct clause {
	struct word v[MAX_WORDS];
	size_t n;
	size_t hit; /* the word where the hit ends */
	bool whole; /* the hit ends where that word does */
};

static bool any_start(struct sg_str s, const char *const *list)
{
	for (; *list; list++) {
		if (sg_str_starts(s, sg_str_of(*list)))
			return true;
	}
	return false;
}

static bool any_end(struct sg_str s, const char *const *list)
{
	for (; *list; list++) {
		if (sg_str_ends(s, sg_str_of(*list)))
			return true;
	}
	return false;
}

static bool any_inside(struct sg_str s, const char *const *list)
{
	for (; *list; list++) {
		if (sg_str_find(s, sg_str_of(*list)) != SIZE_MAX)
			return true;
	}
	return false;
}

/* The eojeol at *off of s, past blanks; false at the end. */
static bool next_word(struct sg_str s, size_t *off, struct word *w, size_t *word_stop)
{
	size_t start = SIZE_MAX, stop = 0;
	bool comma = false;

	while (*off < s.n) {
		size_t at = *off;
		uint32_t cp = sg_utf8_next(s, off);
		if (sg_is_blank(cp) || cp == '\n') {
			if (start != SIZE_MAX)
				break;
			continue;
		}
		if (sg_script_of(cp) == SG_SCRIPT_NONE) {
			comma = comma || cp == ',' || cp == ';' || cp == 0x3001;
			continue;
		}
		if (start == SIZE_MAX)
			start = at;
		stop = *off;
		comma = false;
	}
	if (start == SIZE_MAX)
		return false;
	*w = (struct word){sg_str_sub(s, start, stop), comma};
	*word_stop = stop;
	return true;
}

/* The words of the sentence from the one before the hit on; hit is relative to s. */
static void read_clause(struct sg_str s, struct sg_span hit, struct clause *c)
{
	struct word w, before = {{"", 0}, false};
	size_t off = 0, stop;

	c->n = 0;
	c->hit = SIZE_MAX;
	while (c->n < MAX_WORDS && next_word(s, &off, &w, &stop)) {
		if (stop <= hit.start) {
			before = w;
			continue;
		}
		if (c->n == 0)
			c->v[c->n++] = before;
		c->v[c->n] = w;
		if (c->hit == SIZE_MAX && stop >= hit.stop) {
			c->hit = c->n;
			c->whole = stop == hit.stop;
		}
		c->n++;
	}
	if (c->hit == SIZE_MAX)
		c->hit = c->n ? c->n - 1 : 0;
}

/* Whether the clause ends with word i; -면 안 되다 is one predicate. */
static bool closes(const struct clause *c, size_t i)
{
	static const char *const endings[] = {"지만", "는데", "은데", "한데", "인데",
		"던데", "으나", "므로", "니까", "면서", "며", "고", "으면", "하면",
		"되면", "거나", "아서", "어서", "해서", "여서", "워서", "려서", "져서",
		"돼서", NULL};

	const struct word *w = &c->v[i];

	if (i + 1 < c->n && sg_str_ends(w->text, SG_STR("면")) &&
		sg_str_starts(c->v[i + 1].text, SG_STR("안")))
		return false;
	return w->comma || any_end(w->text, endings);
}

/* -지 and its forms with a particle: 하지, 하지는, 하질. */
static bool is_ji(struct sg_str s)
{
	static const char *const forms[] = {
		"지", "지는", "지도", "지를", "지가", "지만은", "질", "진", NULL};

	return any_end(s, forms);
}

/* The words between the hit's and number i are adverbs at most: what is said there of
 * a subject is said of the hit. */
static bool said_of_hit(const struct clause *c, size_t i)
{
	static const char *const particles[] = {
		"이", "가", "은", "는", "도", "을", "를", "에게", "에서", NULL};

	if (i <= c->hit || i - c->hit > 3)
		return false;
	for (size_t k = c->hit + 1; k < i; k++) {
		if (any_end(c->v[k].text, particles))
			return false;
	}
	return true;
}

/* 수 없다, 수는 없다, 수밖에 없다 (which is none): the word before 없다. */
static bool is_possibility(struct sg_str s)
{
	static const char *const forms[] = {
		"수", "수가", "수는", "수도", "순", "줄", NULL};

	for (const char *const *f = forms; *f; f++) {
		if (sg_str_eqz(s, *f))
			return true;
	}
	return false;
}

/* Negations that word i of the clause makes: 0 or 1. */
static unsigned negations(const struct clause *c, size_t i)
{
	static const char *const none[] = {"못지않", "수밖에", "않을까", "않나",
		"않은가", "않습니까", "않느냐", "안팎", NULL};
	static const char *const joined[] = {
		"지않", "지못", "지말", "지는않", "지도않", "지는못", "지도못", NULL};
	static const char *const single[] = {"않", "아니하", "못하", "못했", "못한",
		"못할", "못합", "못해", "안되", "안돼", "안된", "안될", "안됩", "안됐",
		NULL};
	static const char *const stop[] = {
		"말고", "말아", "말라", "마라", "맙시", "말자", "마십", "말", NULL};
	static const char *const absent[] = {"없", NULL};
	static const char *const is_not[] = {
		"아니", "아닌", "아닙", "아님", "아닐", NULL};
	static const char *const only[] = {"뿐", "뿐만", "만", NULL};
	struct sg_str w = c->v[i].text;
	struct sg_str before = i ? c->v[i - 1].text : (struct sg_str){"", 0};

	if (any_inside(w, none))
		return 0;
	if (i + 1 < c->n && sg_str_starts(c->v[i + 1].text, SG_STR("것보다")))
		return 0;
	if (sg_str_eqz(w, "안") || sg_str_eqz(w, "못"))
		return !(i + 2 < c->n &&
			 sg_str_starts(c->v[i + 2].text, SG_STR("것보다")));
	if (i < c->hit)
		return 0;
	if (any_inside(w, joined) || any_start(w, single))
		return 1;
	if (any_start(w, stop))
		return is_ji(before);
	if (any_start(w, absent))
		return is_possibility(before) || said_of_hit(c, i);
	if (any_start(w, is_not))
		return !any_end(before, only) && said_of_hit(c, i);
	return 0;
}

/* The part of the sentence that can matter. */
static struct sg_span window(
	struct sg_str body, struct sg_span sentence, struct sg_span hit)
{
	if (hit.start - sentence.start > WINDOW_BEFORE) {
		sentence.start = hit.start - WINDOW_BEFORE;
		while (sg_utf8_inner(body.p[sentence.start]))
			sentence.start++;
	}
	if (sentence.stop > hit.stop && sentence.stop - hit.stop > WINDOW_BEHIND) {
		sentence.stop = hit.stop + WINDOW_BEHIND;
		while (sg_utf8_inner(body.p[sentence.stop]))
			sentence.stop--;
	}
	return sentence;
}

bool sg_is_negated(struct sg_str body, struct sg_span sentence, struct sg_span hit)
{
	struct clause c;
	unsigned count = 0;

	if (hit.start < sentence.start || hit.start >= sentence.stop)
		return false;
	struct sg_span w = window(body, sentence, hit);
	read_clause(sg_str_sub(body, w.start, w.stop),
		(struct sg_span){hit.start - w.start, hit.stop - w.start}, &c);
	/* The word before counts only with 안 or 못, which stand next to their verb. */
	for (size_t i = 0; i < c.n && i <= c.hit + REACH; i++) {
		count += negations(&c, i);
		/* A hit that is the whole word is a noun, whatever it ends with. */
		if (i >= c.hit && closes(&c, i) &&
			!(i == c.hit && c.whole && !c.v[i].comma))
			break;
	}
	return count % 2 == 1;
}
