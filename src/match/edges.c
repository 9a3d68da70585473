/* edges.c - whether a pattern that the automaton found is what the term means: gaps,
 * the edges of words (doc/rule-language.md, rule 2), and the forms of predicates. */
#include "config.h"

#include "match/edges.h"

#include <string.h>

#include "match/terms.h"
#include "text/fold.h"
#include "text/hangul.h"
#include "text/particle.h"
#include "text/utf8.h"

enum {
	GAP_BLANKS = 16, /* at either side of the sign in a gap, or in all */
	TAIL_CHARS = 24, /* a longer rest of a word holds more than particles */
	RUN_CHARS = 64,  /* a longer run of Hangul is no form of one predicate */
	WORD_CHARS = 24,
};

/* The signs passed over between two characters of a pattern. */
struct between {
	unsigned blanks; /* on the side read last */
	unsigned signs;
	bool any_blank;
	uint32_t sign;
};

/* Reads back over passed-over signs before *off. False when there are more than any
 * gap has; *off is then of no use. */
static bool read_between(struct sg_str text, size_t *off, struct between *b)
{
	*b = (struct between){0};
	while (*off > 0) {
		size_t at = *off;
		uint32_t folded = sg_fold(sg_utf8_prev(text, &at));
		if (!sg_is_passed(folded))
			break;
		*off = at;
		if (folded == ' ') {
			b->any_blank = true;
			if (++b->blanks > GAP_BLANKS)
				return false;
		} else if (folded) {
			b->blanks = 0;
			b->sign = folded;
			if (++b->signs > 1)
				return false;
		}
	}
	return true;
}

/* Walks back over the pattern's characters from stop. */
static enum sg_verdict walk(
	const struct sg_pattern *p, struct sg_str text, size_t stop, size_t *stem)
{
	enum sg_verdict verdict = SG_VERDICT_ACCEPTED;
	size_t off = stop;

	for (uint32_t i = p->n; i-- > 0;) {
		struct between b;
		sg_utf8_prev(text, &off);
		if (i == p->stem)
			*stem = off;
		if (i == 0)
			break;
		if (!read_between(text, &off, &b))
			return SG_VERDICT_NOT_HERE;
		if (p->before[i] == SG_BEFORE_GAP)
			continue;
		if (p->before[i] != SG_BEFORE_NOTHING) {
			if (b.any_blank || b.sign != p->before[i])
				return SG_VERDICT_NOT_HERE;
		} else if (b.any_blank || b.signs) {
			verdict = SG_VERDICT_SPACED;
		}
	}
	return verdict;
}

static enum sg_script script_before(struct sg_str text, size_t off)
{
	while (off > 0) {
		enum sg_script s = sg_script_of(sg_utf8_prev(text, &off));
		if (s != SG_SCRIPT_SKIP)
			return s;
	}
	return SG_SCRIPT_NONE;
}

static enum sg_script script_behind(struct sg_str text, size_t off)
{
	while (off < text.n) {
		enum sg_script s = sg_script_of(sg_utf8_next(text, &off));
		if (s != SG_SCRIPT_SKIP)
			return s;
	}
	return SG_SCRIPT_NONE;
}

/* ㅋㅋ, ㅠㅠ: a laugh or tears behind a word, no part of it. */
static bool is_lone_jamo(uint32_t cp)
{
	return cp - 0x3131U <= 0x3163U - 0x3131U;
}

/* Copies the run of letters behind off without zero-width characters; false when it
 * is longer than max characters, or holds other than Hangul. */
static bool hangul_run(
	struct sg_str text, size_t off, unsigned max, char *to, size_t *n, size_t *stop)
{
	unsigned count = 0;

	*n = 0;
	*stop = off;
	while (off < text.n) {
		size_t at = off;
		uint32_t cp = sg_utf8_next(text, &off);
		enum sg_script s = sg_script_of(cp);
		if (s == SG_SCRIPT_SKIP)
			continue;
		if (s == SG_SCRIPT_NONE || is_lone_jamo(cp))
			break;
		if (s != SG_SCRIPT_HANGUL || ++count > max)
			return false;
		memcpy(to + *n, text.p + at, off - at);
		*n += off - at;
		*stop = off;
	}
	return true;
}

static bool ends_word(struct sg_str text, size_t stop, uint32_t last)
{
	char tail[TAIL_CHARS * 4];
	size_t n, end;

	if (!hangul_run(text, stop, TAIL_CHARS, tail, &n, &end))
		return false;
	struct sg_str rest = {tail, n};
	return sg_particle_tail(last, rest) ||
	       sg_person_tail(sg_str_sub(text, 0, stop), rest);
}

/* Latin or digits that go on beyond the term. */
static bool goes_on(enum sg_script inside, enum sg_script outside)
{
	return (inside == SG_SCRIPT_LETTER || inside == SG_SCRIPT_DIGIT) &&
	       inside == outside;
}

/* The run of syllables behind off; false when it is too long to be one form. */
static bool syllable_run(
	struct sg_str text, size_t off, char *to, size_t *n, size_t *stop)
{
	unsigned count = 0;

	*n = 0;
	*stop = off;
	while (off < text.n) {
		size_t at = off;
		uint32_t cp = sg_utf8_next(text, &off);
		if (sg_script_of(cp) == SG_SCRIPT_SKIP)
			continue;
		if (cp - 0xAC00U > 0xD7A3U - 0xAC00U)
			break;
		if (++count > RUN_CHARS)
			return false;
		memcpy(to + *n, text.p + at, 3);
		*n += 3;
		*stop = off;
	}
	return true;
}

/* Whether 안 or 못 stands before off and begins the word there. */
static bool behind_short_negation(struct sg_str text, size_t off)
{
	if (off == 0)
		return false;
	uint32_t cp = sg_utf8_prev(text, &off);
	return (cp == U'안' || cp == U'못') &&
	       sg_word_starts(script_before(text, off), SG_SCRIPT_HANGUL);
}

/* Whether run is a predicate where 안 or 못 is written together with it: 안줘요. Syllables
 * that make other words with 안 do not count (안내, 안전하다), nor 하 and 되, whose forms
 * with it are words (못하다, 안되다). */
static bool takes_short_negation(struct sg_str run)
{
	static const uint32_t other[] = {U'내', U'보', U'주', U'전', U'정', U'심',
		U'착', U'이', U'기', U'녕', U'도', U'위', U'일', U'지', U'하', U'한',
		U'할', U'함', U'합', U'해', U'했', U'되', U'된', U'될', U'됨', U'됩',
		U'돼', U'됐', U'나', U'난', U'마', U'타', U'쓰', U'간', U'산', U'락',
		U'식', 0};
	size_t off = 0;

	return run.n >= 6 && !sg_cp_among(sg_utf8_next(run, &off), other);
}

static enum sg_verdict check_predicate(const struct sg_leaf *leaf,
	const struct sg_pattern *p, struct sg_str text, size_t stem,
	struct sg_span *span)
{
	enum sg_script before = script_before(text, span->start);
	char run[RUN_CHARS * 3];
	bool joined = false;
	size_t n, stop;

	if (p->stem) {
		enum sg_script first = sg_script_of(p->first);
		if (goes_on(first, before))
			return SG_VERDICT_SCRIPT;
		if (leaf->expr->edge != SG_EDGE_ANYWHERE &&
			!sg_word_starts(before, first))
			return SG_VERDICT_INSIDE;
	} else if (!sg_word_starts(before, SG_SCRIPT_HANGUL)) {
		joined = behind_short_negation(text, stem);
		if (!joined)
			return SG_VERDICT_INSIDE;
	}
	if (!syllable_run(text, stem, run, &n, &stop))
		return SG_VERDICT_FORM;
	if (joined && !takes_short_negation((struct sg_str){run, n}))
		return SG_VERDICT_INSIDE;
	span->stop = (uint32_t)stop;
	return sg_predicate_match(leaf->predicate, (struct sg_str){run, n})
		       ? SG_VERDICT_ACCEPTED
		       : SG_VERDICT_FORM;
}

static enum sg_verdict check_word(const struct sg_leaf *leaf,
	const struct sg_pattern *p, struct sg_str text, const struct sg_span *span)
{
	enum sg_script first = sg_script_of(p->first), last = sg_script_of(p->last);
	enum sg_script before = script_before(text, span->start);
	bool begins, fits;

	if (goes_on(first, before) ||
		((last == SG_SCRIPT_LETTER || last == SG_SCRIPT_DIGIT) &&
			goes_on(last, script_behind(text, span->stop))))
		return SG_VERDICT_SCRIPT;
	begins = sg_word_starts(before, first);
	switch (leaf->expr->edge) {
	case SG_EDGE_EITHER:
		fits = begins || ends_word(text, span->stop, p->last);
		break;
	case SG_EDGE_WORD: fits = begins && ends_word(text, span->stop, p->last); break;
	case SG_EDGE_BEGINS: fits = begins; break;
	default: fits = true;
	}
	return fits ? SG_VERDICT_ACCEPTED : SG_VERDICT_INSIDE;
}

static enum sg_verdict check_literal(const struct sg_leaf *leaf,
	const struct sg_pattern *p, struct sg_str text, size_t stop,
	struct sg_span *span)
{
	struct sg_str literal = leaf->expr->text;

	if (text.n - stop < p->behind || stop + p->behind < literal.n)
		return SG_VERDICT_NOT_HERE;
	size_t start = stop + p->behind - literal.n;
	if (memcmp(text.p + start, literal.p, literal.n) != 0)
		return SG_VERDICT_NOT_HERE;
	*span = (struct sg_span){(uint32_t)start, (uint32_t)(start + literal.n)};
	return SG_VERDICT_ACCEPTED;
}

/* Whether a word spaced otherwise is worth telling: three characters at least, and
 * both its edges are those of words ("한 국가" is no 한국). */
static bool spaced_word(
	const struct sg_pattern *p, struct sg_str text, const struct sg_span *span)
{
	return p->n > 2 && p->stem == p->n &&
	       sg_word_starts(
		       script_before(text, span->start), sg_script_of(p->first)) &&
	       ends_word(text, span->stop, p->last);
}

enum sg_verdict sg_terms_check(const struct sg_terms *t, uint32_t pattern,
	struct sg_str text, size_t start, size_t stop, struct sg_span *span)
{
	const struct sg_pattern *p = &t->patterns.v[pattern];
	const struct sg_leaf *leaf = &t->leaves.v[p->leaf];
	size_t stem = 0;

	if (!p->before)
		return check_literal(leaf, p, text, stop, span);
	if (p->bytes == stop - start) { /* nothing was passed over */
		if (p->joined)
			return SG_VERDICT_NOT_HERE;
		stem = start + 3 * (size_t)p->stem;
	} else {
		enum sg_verdict v = walk(p, text, stop, &stem);
		if (v == SG_VERDICT_NOT_HERE)
			return v;
		*span = (struct sg_span){(uint32_t)start, (uint32_t)stop};
		if (v == SG_VERDICT_SPACED)
			return spaced_word(p, text, span) ? v : SG_VERDICT_NOT_HERE;
	}
	*span = (struct sg_span){(uint32_t)start, (uint32_t)stop};
	return leaf->predicate ? check_predicate(leaf, p, text, stem, span)
			       : check_word(leaf, p, text, span);
}

struct sg_span sg_word_around(struct sg_str text, struct sg_span span)
{
	size_t start = span.start, stop = span.stop;

	for (unsigned i = 0; i < WORD_CHARS && start > 0; i++) {
		size_t at = start;
		if (sg_script_of(sg_utf8_prev(text, &at)) == SG_SCRIPT_NONE)
			break;
		start = at;
	}
	for (unsigned i = 0; i < WORD_CHARS && stop < text.n; i++) {
		size_t at = stop;
		if (sg_script_of(sg_utf8_next(text, &at)) == SG_SCRIPT_NONE)
			break;
		stop = at;
	}
	return (struct sg_span){(uint32_t)start, (uint32_t)stop};
}
