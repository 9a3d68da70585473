/* sentence.c - see sentence.h. Walks over a paragraph from one place where a
 * sentence may end (stops, blanks, closing quotes) to the next and asks the
 * orthography (한글 맞춤법, 문장 부호) and the endings whether it does.
 *
 * A stop inside a closed quotation or bracket never ends the sentence around
 * it. Where the signs contradict each other, no sentence ends.
 */
#include "config.h"

#include "text/sentence.h"

#include <string.h>

#include "text/brackets.h"
#include "text/ending.h"
#include "text/fold.h"
#include "text/hangul.h"
#include "text/particle.h"
#include "text/utf8.h"

struct splitter {
	struct sg_str s; /* the text up to the paragraph's end */
	size_t from;     /* start of the sentence */
	size_t mute;     /* up to here it holds no letter, when that is behind from */
	size_t body;     /* the same behind blanks and list mark */
	size_t word;     /* start of the eojeol */
	size_t words;    /* eojeols of the sentence before that */
	size_t first;    /* sentences before this one are other paragraphs' */
	size_t start;    /* of the paragraph */
	enum { UNKNOWN, CLIPPED, FULL } style; /* see is_clipped */
	size_t shield;                  /* index of the first bracket pair not passed */
	struct sg_span last;            /* the pair passed last */
	const struct sg_spans *shields; /* closed quotations and brackets */
	struct sg_spans *out;
};

/* Eojeols after which a sentence left open (…) counts as one. */
#define LONG_ENOUGH 3

#define FIRST_EMOJI 0x1F300

/* A run of stops and what hangs on it: ?!, ..., ." and .ㅎㅎ */
struct stops {
	size_t start, stop; /* bytes */
	size_t dots;
	bool asks;   /* holds ? or ! */
	bool trails; /* … or several dots */
};

static uint32_t char_at(const struct splitter *w, size_t off)
{
	return off < w->s.n ? sg_utf8_next(w->s, &off) : ' ';
}

static uint32_t char_before(const struct splitter *w, size_t off)
{
	return off > w->from ? sg_utf8_prev(w->s, &off) : ' ';
}

static size_t skip_blanks(const struct splitter *w, size_t off)
{
	while (off < w->s.n) {
		size_t next = off;
		if (!sg_is_blank(sg_utf8_next(w->s, &next)))
			break;
		off = next;
	}
	return off;
}

/* The run of syllables at off. */
static struct sg_str syllables_at(const struct splitter *w, size_t off)
{
	size_t stop = off;

	while (stop < w->s.n) {
		size_t next = stop;
		if (!sg_is_syllable(sg_utf8_next(w->s, &next)))
			break;
		stop = next;
	}
	return sg_str_sub(w->s, off, stop);
}

static bool is_digit(uint32_t cp)
{
	return sg_script_of(cp) == SG_SCRIPT_DIGIT;
}

static bool is_latin(uint32_t cp)
{
	return sg_script_of(cp) == SG_SCRIPT_LETTER;
}

static bool is_stop(uint32_t cp)
{
	return cp == '.' || cp == '?' || cp == '!' || cp == 0x2026 || cp == 0x2025 ||
	       cp == 0x203C || (cp >= 0x2047 && cp <= 0x2049) || cp == 0x3002 ||
	       cp == 0xFF01 || cp == 0xFF0E || cp == 0xFF1F || cp == 0xFF61;
}

/* Jamo and signs that laugh, cry or wave: ㅎㅎ ㅠㅠ ^^ ;; ~ ♥. */
static bool is_face(uint32_t cp)
{
	return (cp >= 0x3131 && cp <= 0x3163) || cp == '^' || cp == ';' || cp == '~' ||
	       cp == 0x2661 || cp == 0x2665 || (cp >= FIRST_EMOJI && cp <= 0x1FAFF);
}

/* The quotation or bracket pair that begins at off, or NULL. Offsets ascend. */
static const struct sg_span *shield_at(struct splitter *w, size_t off)
{
	while (w->shield < w->shields->n && w->shields->v[w->shield].start < off)
		w->shield++;
	if (w->shield < w->shields->n && w->shields->v[w->shield].start == off)
		return &w->shields->v[w->shield];
	return NULL;
}

static bool is_parenthesis(const struct splitter *w, const struct sg_span *pair)
{
	return sg_fold(char_at(w, pair->start)) == '(';
}

/* s without the faces at its end. */
static struct sg_str without_faces(struct sg_str s)
{
	while (s.n > 0) {
		size_t at = s.n;
		if (!is_face(sg_utf8_prev(s, &at)))
			break;
		s.n = at;
	}
	return s;
}

/* Whether what stands in the pair ends as a sentence does. */
static bool ends_inside(const struct splitter *w, const struct sg_span *pair)
{
	size_t stop = pair->stop;

	sg_utf8_prev(w->s, &stop);
	struct sg_str inside = without_faces(sg_str_sub(w->s, pair->start, stop));
	size_t last = inside.n;
	return is_stop(sg_utf8_prev(inside, &last)) ||
	       (is_parenthesis(w, pair) && sg_ending_of(inside) == SG_ENDING_STRONG);
}

static bool speaks(struct sg_str s)
{
	for (size_t at = 0; at < s.n;) {
		enum sg_script script = sg_script_of(sg_utf8_next(s, &at));
		if (script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP)
			return true;
	}
	return false;
}

/* Writes what stands between from and to out as a sentence. What holds no
 * letter or digit is added to the sentence before it; without one it is left to
 * the sentence behind. */
static void emit(struct splitter *w, size_t to, bool last)
{
	size_t start = skip_blanks(w, w->from), stop = to;

	while (stop > start) {
		size_t prev = stop;
		if (!sg_is_blank(sg_utf8_prev(w->s, &prev)))
			break;
		stop = prev;
	}
	if (start >= stop)
		return;
	size_t unheard = w->mute > start && w->mute < stop ? w->mute : start;
	bool alone = speaks(sg_str_sub(w->s, unheard, stop));
	if (!alone)
		w->mute = stop;
	if (!alone && w->out->n > w->first)
		w->out->v[w->out->n - 1].stop = (uint32_t)stop;
	else if (alone || last)
		sg_spans_add(w->out, (uint32_t)start, (uint32_t)stop);
	else
		return;
	w->from = to;
}

/* Bytes of the token at off when it only laughs, cries or waves, else 0. */
static size_t face_len(const struct splitter *w, size_t off)
{
	size_t at = off;
	bool face = false;

	while (at < w->s.n) {
		size_t next = at;
		uint32_t cp = sg_utf8_next(w->s, &next);
		if (sg_is_blank(cp))
			break;
		if (!is_face(cp) && !is_stop(cp))
			return 0;
		face = face || is_face(cp);
		at = next;
	}
	if (!face || sg_bullet(sg_str_skip(w->s, off)) > 0)
		return 0;
	return at - off;
}

/* Bytes of a token that laughs or cries (가고 싶다 ㅠㅠ) at off, else 0. What else
 * is_face takes may join the words around it when blanks part them: ~ ㅡ ㄱㄱ. */
static size_t mood_len(const struct splitter *w, size_t off)
{
	static const uint32_t moods[] = {U'ㅋ', U'ㅎ', U'ㅠ', U'ㅜ', U'^', 0};
	uint32_t cp = char_at(w, off);

	if (sg_is_syllable(cp) || (!sg_cp_among(cp, moods) && cp < FIRST_EMOJI))
		return 0;
	return face_len(w, off);
}

/* Begins a sentence at off and returns where the walk goes on: behind the list
 * mark, whose full stop is none. */
static size_t begin(struct splitter *w, size_t off)
{
	size_t start = skip_blanks(w, off);

	w->from = off;
	w->words = 0;
	w->word = w->body = start + sg_bullet(sg_str_skip(w->s, start));
	return w->body;
}

/* Bytes of a remark in parentheses at off, (웃음) or (2021년 3월), else 0. What
 * ends as a sentence does is one, and (1) is a list mark. */
static size_t remark_len(struct splitter *w, size_t off)
{
	const struct sg_span *pair = shield_at(w, off);

	if (!pair || !is_parenthesis(w, pair) || ends_inside(w, pair) ||
		!sg_is_blank(char_at(w, pair->stop)) ||
		sg_bullet(sg_str_skip(w->s, off)) > 0)
		return 0;
	return pair->stop - off;
}

/* Ends the sentence at off, or behind the faces and the remark that follow, and
 * begins the next. */
static size_t cut(struct splitter *w, size_t off)
{
	size_t len, at;

	while ((at = skip_blanks(w, off), len = face_len(w, at)) > 0)
		off = at + len;
	if ((len = remark_len(w, at)) > 0)
		off = at + len;
	emit(w, off, false);
	return w->from == off ? begin(w, off) : off;
}

/* At the opening mark of a pair: the walk goes on behind it, where a sentence
 * ends when the pair was all of it. */
static size_t at_shield(struct splitter *w, const struct sg_span *pair)
{
	size_t next = skip_blanks(w, pair->stop);

	w->last = *pair;
	if (pair->start == w->body && next > pair->stop && ends_inside(w, pair) &&
		!sg_carries_on(sg_str_skip(w->s, next), false))
		return cut(w, pair->stop);
	return pair->stop;
}

/* 왔다 갔다: a pair of two-syllable words, not two sentences. */
static bool is_pair(const struct splitter *w, struct sg_str word, size_t next)
{
	struct sg_str other = syllables_at(w, next);

	return word.n == 6 && other.n >= 6 && memcmp(word.p + 3, other.p + 3, 3) == 0;
}

/* Whether a sentence of the paragraph ends in -음 without a full stop (했음, 없음):
 * then its -함 and -임 before blanks end sentences, too. */
static bool is_clipped(struct splitter *w)
{
	static const struct sg_str sign = {"음 ", 4};
	struct sg_str paragraph = sg_str_sub(w->s, w->start, w->s.n);
	size_t at, off = 0;

	if (w->style != UNKNOWN)
		return w->style == CLIPPED;
	w->style = FULL;
	while ((at = sg_str_find(sg_str_skip(paragraph, off), sign)) != SIZE_MAX) {
		off += at + sign.n;
		if (sg_ending_of(sg_str_sub(paragraph, 0, off - 1)) ==
			SG_ENDING_STRONG) {
			w->style = CLIPPED;
			break;
		}
	}
	return w->style == CLIPPED;
}

/* Whether a sentence may end with the word although no stop follows it. waves:
 * a face (ㅎㅎ, ~) does. */
static bool may_end(
	struct splitter *w, struct sg_str word, struct sg_str follower, bool waves)
{
	size_t at = word.n;

	switch (sg_ending_of(word)) {
	case SG_ENDING_STRONG: return true;
	case SG_ENDING_FINAL: return waves || sg_opens_sentence(follower);
	case SG_ENDING_NOMINAL:
		return waves || is_clipped(w) || sg_opens_sentence(follower);
	case SG_ENDING_WEAK: return waves;
	case SG_ENDING_NONE: break;
	}
	return waves && w->words > LONG_ENOUGH && at > 0 &&
	       sg_is_syllable(sg_utf8_prev(word, &at)) && !sg_pauses(word);
}

/* A blank at off: texts from the web leave full stops out. */
static size_t at_blank(struct splitter *w, size_t off, size_t next)
{
	struct sg_str word = sg_str_sub(w->s, w->word, off);
	bool opens = w->word == w->body;

	w->words++;
	w->word = skip_blanks(w, next);
	if (w->last.stop == off && w->last.start > w->from)
		word.n -= off - w->last.start < word.n ? off - w->last.start : word.n;
	size_t mood = mood_len(w, w->word);
	size_t behind = mood > 0 ? skip_blanks(w, w->word + mood) : w->word;
	struct sg_str bare = without_faces(word), follower = sg_str_skip(w->s, behind);
	/* One semicolon is punctuation, ;; is embarrassment. */
	bool waves =
		mood > 0 ||
		(bare.n < word.n && !(word.n - bare.n == 1 && word.p[bare.n] == ';'));
	if (!may_end(w, bare, follower, waves))
		return w->word;
	if (opens && !waves && !sg_str_ends(bare, SG_STR("니다")) &&
		!sg_str_ends(bare, SG_STR("요")))
		return w->word;
	if (sg_carries_on(follower, false) || is_pair(w, bare, w->word))
		return w->word;
	return cut(w, off);
}

/* Whether the space at off stands between syllables of which the first ends no sentence,
 * as most do; then all that is done at a blank is to go on to the next word. */
static inline bool is_idle_blank(struct splitter *w, size_t off)
{
	const char *p = w->s.p + off;

	if (*p != ' ' || off < w->word + 3 || w->s.n - off < 4 ||
		!sg_begins_syllable(p + 1) || !sg_begins_syllable(p - 3))
		return false;
	size_t before = off - 3;
	if (sg_may_be_ending(sg_utf8_next(w->s, &before)))
		return false;
	w->words++;
	w->word = off + 1;
	return true;
}

/* Whether the syllables at off go on with the word before them, which ends in
 * the character last: particles, or 하고, 라는. */
static bool joins(const struct splitter *w, size_t off, uint32_t last)
{
	return sg_particle_tail(last, syllables_at(w, off)) ||
	       sg_carries_on(sg_str_skip(w->s, off), false);
}

/* e.g. U.S. No. Dr.: the Latin letters and full stops before the one at off. */
static bool is_abbreviation(const struct splitter *w, size_t off)
{
	static const char *const known[] = {"vs", "cf", "no", "dr", "mr", "mrs", "ms",
		"prof", "st", "fig", "vol", "pp", "al", "etc", "inc", "co", "ltd", "jr",
		"sr", "eg", "ie", "ed", "eds", "art", "sec", "dept", "est", "approx"};
	struct sg_buf low;
	size_t start = off;
	bool dotted = false, found = false;

	while (start > w->word) {
		size_t at = start;
		uint32_t cp = sg_utf8_prev(w->s, &at);
		if (cp != '.' && !is_latin(cp))
			break;
		dotted = dotted || cp == '.';
		start = at;
	}
	if (dotted || off - start == 1)
		return true;
	if (off - start > 6)
		return false;
	sg_buf_init(&low);
	sg_fold_str(sg_str_sub(w->s, start, off), &low);
	for (size_t i = 0; i < sizeof known / sizeof *known && !found; i++)
		found = sg_str_eqz(sg_buf_str(&low), known[i]);
	sg_buf_release(&low);
	return found;
}

/* Whether the word before off is nothing but a number: 1987. 3.1. (2). */
static bool is_number(const struct splitter *w, size_t off)
{
	for (size_t at = w->word; at < off;) {
		enum sg_script script = sg_script_of(sg_utf8_next(w->s, &at));
		if (script != SG_SCRIPT_DIGIT && script != SG_SCRIPT_NONE)
			return false;
	}
	return true;
}

/* 제3조. 제1장.: the number of a section stands before its heading. */
static bool is_section(const struct splitter *w, size_t off)
{
	static const char kinds[] = "조항호장절편목관권";
	size_t at = w->word;

	if (char_at(w, at) != U'제' || off - at < 3 + 1 + 3)
		return false;
	for (at += 3; is_digit(char_at(w, at));)
		at++;
	return at > w->word + 3 && off - at == 3 &&
	       sg_str_find(SG_STR(kinds), sg_str_sub(w->s, at, off)) != SIZE_MAX;
}

/* One full stop at the stops' start, a blank behind them. */
static bool full_stop_ends(const struct splitter *w, const struct stops *r)
{
	uint32_t last = char_before(w, r->start);

	if (sg_carries_on(sg_str_skip(w->s, skip_blanks(w, r->stop)), true))
		return false;
	if (is_digit(last))
		return !is_number(w, r->start);
	if (is_latin(last))
		return !is_abbreviation(w, r->start);
	return !sg_is_syllable(last) || !is_section(w, r->start);
}

/* Something other than a blank follows the stops. */
static bool ends_unspaced(struct splitter *w, const struct stops *r)
{
	uint32_t last = char_before(w, r->start), next = char_at(w, r->stop);
	enum sg_ending ending = sg_ending_of(sg_str_sub(w->s, w->word, r->start));

	if (sg_is_syllable(next)) {
		if (joins(w, r->stop, last))
			return false;
		if (w->last.stop == r->start)
			return true;
		if (r->asks)
			return sg_is_syllable(last) || is_face(last);
		return ending >= (r->trails ? SG_ENDING_FINAL : SG_ENDING_NOMINAL);
	}
	return ending >= SG_ENDING_FINAL &&
	       (is_digit(next) || is_latin(next) || shield_at(w, r->stop) != NULL);
}

static bool ends(struct splitter *w, const struct stops *r)
{
	if (r->stop >= w->s.n)
		return false;
	if (!sg_is_blank(char_at(w, r->stop)))
		return ends_unspaced(w, r);
	if (!r->asks && !r->trails)
		return full_stop_ends(w, r);
	if (sg_carries_on(sg_str_skip(w->s, skip_blanks(w, r->stop)), false))
		return false;
	struct sg_str word = sg_str_sub(w->s, w->word, r->start);
	return r->asks || sg_ending_of(word) >= SG_ENDING_NOMINAL ||
	       (w->words >= LONG_ENOUGH && !sg_pauses(word));
}

/* Whether the pair is a note that hangs on the stop before it, as in
 * 유명하다.[3] or 보낸다."(요한 3:13) */
static bool is_note(const struct splitter *w, const struct sg_span *pair)
{
	uint32_t open = char_at(w, pair->start);

	return open == '[' || (open == '(' && sg_is_blank(char_at(w, pair->stop)) &&
				      !ends_inside(w, pair));
}

/* A stop at off: takes in the whole run of them and what hangs on it. */
static size_t at_stop(struct splitter *w, size_t off)
{
	struct stops r = {.start = off, .stop = off};
	const struct sg_span *pair;

	while (r.stop < w->s.n) {
		size_t next = r.stop;
		uint32_t cp = sg_utf8_next(w->s, &next);
		if (is_stop(cp)) {
			uint32_t folded = sg_fold(cp);
			r.dots += folded == '.' || cp == 0x3002;
			r.trails = r.trails || cp == 0x2026 || cp == 0x2025;
			r.asks = r.asks || folded == '?' || folded == '!' ||
				 cp == 0x203C || (cp >= 0x2047 && cp <= 0x2049);
		} else if ((pair = shield_at(w, r.stop)) != NULL) {
			if (!is_note(w, pair))
				break;
			next = pair->stop;
		} else if (!is_face(cp) && !sg_closes(cp)) {
			break;
		}
		r.stop = next;
	}
	r.trails = r.trails || r.dots > 1;
	return ends(w, &r) ? cut(w, r.stop) : r.stop;
}

/* Bytes with which something begins that the walk stops at: blanks, stops,
 * opening marks, and the lead bytes of their kin beyond ASCII. */
static const bool matters[256] = {
	[' '] = true,
	['\t'] = true,
	['\v'] = true,
	['\f'] = true,
	['.'] = true,
	['?'] = true,
	['!'] = true,
	['"'] = true,
	['\''] = true,
	['`'] = true,
	['('] = true,
	['['] = true,
	['{'] = true,
	['<'] = true,
	[0xC2] = true,
	[0xCA] = true,
	[0xE1] = true,
	[0xE2] = true,
	[0xE3] = true,
	[0xEF] = true,
};

void sg_sentences_add(struct sg_str s, const struct sg_signs *signs,
	struct sg_span paragraph, struct sg_spans *scratch, struct sg_spans *out)
{
	struct splitter w = {.s = {s.p, paragraph.stop},
		.first = out->n,
		.start = paragraph.start,
		.shields = scratch,
		.out = out};

	sg_brackets_find(s, signs, paragraph.start, paragraph.stop, scratch);
	size_t at = begin(&w, paragraph.start);
	while ((at = sg_signs_find(signs, at, paragraph.stop)) < paragraph.stop) {
		if (!matters[(unsigned char)s.p[at]] || is_idle_blank(&w, at)) {
			at++;
			continue;
		}
		const struct sg_span *pair = shield_at(&w, at);
		size_t next = at;
		uint32_t cp = sg_utf8_next(s, &next);
		if (pair)
			at = at_shield(&w, pair);
		else if (is_stop(cp))
			at = at_stop(&w, at);
		else if (sg_is_blank(cp))
			at = at_blank(&w, at, next);
		else
			at = next;
	}
	emit(&w, paragraph.stop, true);
}
