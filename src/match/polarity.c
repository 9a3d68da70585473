/* polarity.c - negation of a hit by the grammar of its clause; see polarity.h.
 *
 * A predicate's own eojeol is followed along the chain of auxiliaries, quotation and
 * dependent nouns that belong to it (고치려고 하지 않다, 쓸 수 없다, 좋다고 보지 않다); negations
 * met there are counted, and an odd number negates. For a noun the predicate it depends
 * on is looked for first. The classes of words are those of Korean grammars; no content
 * words are listed but dependent nouns, auxiliaries, adverbs and verbs of becoming.
 */
#include "config.h"

#include "match/polarity.h"

#include "match/polarity_words.h"
#include "text/fold.h"
#include "text/hangul.h"
#include "text/particle.h"
#include "text/utf8.h"

enum {
	MAX_WORDS = 14,
	REACH = 5, /* words between a noun and its predicate */
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
	size_t hit;         /* the word where the hit ends */
	struct sg_str from; /* of that word, from the hit's start on */
	struct sg_str rest; /* of that word, behind the hit */
	uint32_t last;      /* the hit's last character */
	bool asked;         /* a word of asking why stands before */
	bool joined;        /* 안 or 못 is written together before it: 안줘요 */
};

static bool any_is(struct sg_str s, table list)
{
	for (; *list; list++) {
		if (sg_str_eqz(s, *list))
			return true;
	}
	return false;
}

static bool any_start(struct sg_str s, table list)
{
	for (; *list; list++) {
		if (sg_str_starts(s, sg_str_of(*list)))
			return true;
	}
	return false;
}

static bool any_end(struct sg_str s, table list)
{
	for (; *list; list++) {
		if (sg_str_ends(s, sg_str_of(*list)))
			return true;
	}
	return false;
}

static bool any_inside(struct sg_str s, table list)
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

/* 안 or 못 by itself, which stands next to its verb. */
static bool is_short(struct sg_str s)
{
	return sg_str_eqz(s, "안") || sg_str_eqz(s, "못");
}

/* The words of the sentence from the one before the hit on; hit is relative to s. */
static void read_clause(struct sg_str s, struct sg_span hit, struct clause *c)
{
	struct word w, before = {{"", 0}, false};
	size_t off = 0, stop, last = hit.stop;

	*c = (struct clause){.hit = SIZE_MAX, .last = sg_utf8_prev(s, &last)};
	while (c->n < MAX_WORDS && next_word(s, &off, &w, &stop)) {
		if (stop <= hit.start) {
			c->asked = c->asked || any_is(w.text, why);
			before = w;
			continue;
		}
		if (c->n == 0)
			c->v[c->n++] = before;
		c->v[c->n] = w;
		if (c->hit == SIZE_MAX && stop >= hit.stop) {
			size_t start = stop - w.text.n;
			c->hit = c->n;
			c->from = sg_str_sub(
				s, hit.start > start ? hit.start : start, stop);
			c->rest = sg_str_sub(s, hit.stop, stop);
			c->joined = hit.start > start &&
				    is_short(sg_str_sub(s, start, hit.start));
		}
		c->n++;
	}
	if (c->hit == SIZE_MAX)
		c->hit = c->n ? c->n - 1 : 0;
}

static struct sg_str word_at(const struct clause *c, size_t i)
{
	return i < c->n ? c->v[i].text : (struct sg_str){"", 0};
}

/* The final consonant of the word's last syllable. */
static uint32_t final_of(struct sg_str s)
{
	size_t off = s.n;

	return s.n ? sg_final_of(sg_utf8_prev(s, &off)) : SG_FINAL_NONE;
}

/* Where -지 or a form of it with a particle begins that s ends with (하지, 하지는, 하질, 원치);
 * or SIZE_MAX. */
static size_t ji_at(struct sg_str s)
{
	static table forms = {"지", "지는", "지도", "지를", "지가", "지만은", "지조차",
		"지까지", "치", "치는", "치도", "치를", "질", "진", NULL};

	for (const char *const *f = forms; *f; f++) {
		if (sg_str_ends(s, sg_str_of(*f)))
			return s.n - sg_str_of(*f).n;
	}
	return SIZE_MAX;
}

static bool is_ji(struct sg_str s)
{
	return ji_at(s) != SIZE_MAX;
}

/* -ㄴ, -ㄹ, -는, -던: what a noun can follow. */
static bool is_adnominal(struct sg_str s)
{
	uint32_t final = final_of(s);

	return final == SG_FINAL_N || final == SG_FINAL_L;
}

static bool is_dependent(struct sg_str s)
{
	for (const char *const *d = dependent; *d; d++) {
		struct sg_str noun = sg_str_of(*d);
		if (sg_str_starts(s, noun) &&
			any_is(sg_str_skip(s, noun.n), dependent_tails))
			return true;
	}
	return false;
}

/* Whether word i asserts by asking; 왜 asks in earnest. */
static bool asserts(const struct clause *c, size_t i)
{
	return !c->asked && any_start(word_at(c, i), rhetorical);
}

/* A form in -아/어, by its last syllable: one that ends in ㅏ, ㅐ, ㅓ, ㅔ, ㅕ, ㅘ, ㅙ or ㅝ
 * and begins no other ending. */
static bool is_vowel_form(struct sg_str s)
{
	static const uint32_t vowels[] = {
		U'아', U'애', U'어', U'에', U'여', U'와', U'왜', U'워', 0};
	static const uint32_t other[] = {
		U'게', U'나', U'네', U'냐', U'다', U'데', U'라', U'서', U'자', 0};
	size_t off = s.n;

	if (!s.n)
		return false;
	uint32_t cp = sg_utf8_prev(s, &off);
	if (!sg_is_syllable(cp) || (sg_cp_among(cp, other) && !any_end(s, stems_in_na)))
		return false;
	return sg_cp_among(U'아' + (cp - U'가') % 588, vowels);
}

/* Whether the word next goes on with the predicate that text is a form of. */
static bool links(struct sg_str text, struct sg_str next)
{
	static const struct {
		const char *const *ends, *const *next;
	} kinds[] = {{end_go, next_go}, {end_will, next_will}, {end_must, next_must},
		{end_says, next_says}};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (any_end(text, kinds[i].ends) && any_start(next, kinds[i].next))
			return true;
	}
	return is_vowel_form(text) && any_start(next, next_vowel);
}

/* Where a chain stands. */
struct chain {
	size_t i;           /* word */
	struct sg_str text; /* its form, or the part of it that is the predicate */
	unsigned count;     /* negations passed */
	bool stop;
};

/* Goes on to word i, which is negative unless it only asks. */
static void negate(const struct clause *c, struct chain *at, size_t i)
{
	at->stop = asserts(c, i);
	at->count += !at->stop;
	at->i = i;
	at->text = word_at(c, i);
}

static void follow(const struct clause *c, struct chain *at, size_t i)
{
	at->i = i;
	at->text = word_at(c, i);
}

static size_t past_adverbs(const struct clause *c, size_t i)
{
	while (i < c->n && any_is(c->v[i].text, adverbs))
		i++;
	return i;
}

/* -면 안 되다, -서는 안 되다. */
static bool step_forbidden(const struct clause *c, struct chain *at)
{
	static table ends = {"면", "서는", "선", "서", "면은", NULL};
	struct sg_str next = word_at(c, at->i + 1);

	if (!any_end(at->text, ends))
		return false;
	if (any_start(next, allowed)) {
		at->count++;
		follow(c, at, at->i + 1);
		return true;
	}
	if (!sg_str_eqz(next, "안") || !any_start(word_at(c, at->i + 2), become))
		return false;
	at->count++;
	follow(c, at, at->i + 2);
	return true;
}

/* -ㄹ 수 없다, -는 것은 아니다, -ㄴ 것 같지 않다. */
static bool step_dependent(const struct clause *c, struct chain *at)
{
	static table seems = {"같", "보이", NULL};
	static table spoken = {"것", "말", "얘기", "이야기", "일", NULL};
	static table light = {
		"있", "하", "한", "할", "합", "했", "해", "들", "나", NULL};
	static table comparing = {"것보다", "편보다", NULL};
	struct sg_str noun = word_at(c, at->i + 1);

	if (!is_adnominal(at->text))
		return false;
	if (any_start(noun, comparing)) {
		at->count = 0;
		at->stop = true;
		return true;
	}
	if (any_start(noun, seeming)) {
		follow(c, at, at->i + 1);
		return true;
	}
	size_t k = past_adverbs(c, at->i + 2);
	struct sg_str verb = word_at(c, k);
	/* 나아질 것이라고 보지 않다 */
	if (sg_str_starts(noun, SG_STR("것이라")) && any_end(noun, end_says) &&
		any_start(verb, next_says)) {
		follow(c, at, k);
		return true;
	}
	if ((sg_str_eqz(noun, "것") || sg_str_eqz(noun, "것으로")) &&
		any_start(verb, seems)) {
		follow(c, at, k);
		return true;
	}
	if (!is_dependent(noun))
		return false;
	if (sg_str_starts(verb, SG_STR("없")) || any_start(verb, is_not)) {
		negate(c, at, k);
		return true;
	}
	/* 움직일 생각을 안 한다, 쓸 수 있지 않다 */
	bool denied = is_short(verb);
	if (any_start(noun, spoken) || !any_start(word_at(c, k + denied), light))
		return false;
	at->count += denied;
	follow(c, at, k + denied);
	return true;
}

static bool step(const struct clause *c, struct chain *at)
{
	static table thought = {"생각", "말", "말씀", NULL};
	struct sg_str next = word_at(c, at->i + 1);

	if (c->v[at->i].comma || at->i + 1 >= c->n)
		return false;
	if (sg_str_eqz(next, "커녕")) {
		at->count++;
		return false;
	}
	if (is_ji(at->text) && any_start(next, negative)) {
		negate(c, at, at->i + 1);
		return true;
	}
	if (any_end(at->text, reason) && any_start(next, is_not)) {
		negate(c, at, at->i + 1);
		return true;
	}
	if (step_forbidden(c, at) || step_dependent(c, at))
		return true;
	if (is_short(next) &&
		(any_is(at->text, thought) || links(at->text, word_at(c, at->i + 2)))) {
		at->count++;
		follow(c, at, at->i + 2);
		return true;
	}
	if (links(at->text, next)) {
		follow(c, at, at->i + 1);
		return true;
	}
	return false;
}

/* Negations along the chain of the predicate in word i, of which text is the part
 * that counts, added to those counted before it. */
static unsigned count_chain(
	const struct clause *c, size_t i, struct sg_str text, unsigned count)
{
	struct chain at = {.i = i, .text = text, .count = count};

	if (!sg_str_starts(text, SG_STR("못지않")) && any_inside(text, joined))
		at.count++;
	while (!at.stop && step(c, &at))
		;
	return at.count;
}

/* What a noun is in its clause. */
enum role { NONE, BARE, SUBJECT, OBJECT, TOPIC, JOINED, DENIED };

/* By what follows the noun in its word. */
static enum role role_of(struct sg_str rest)
{
	static const struct {
		const char *const *forms;
		enum role role;
	} kinds[] = {{subject, SUBJECT}, {object, OBJECT}, {topic, TOPIC},
		{joining, JOINED}};
	static table denied = {"은커녕", "는커녕", "커녕", NULL};

	if (rest.n == 0)
		return BARE;
	if (any_end(rest, denied))
		return DENIED;
	if (sg_str_starts(rest, SG_STR("들")) && rest.n > 3)
		rest = sg_str_skip(rest, 3);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (any_is(rest, kinds[i].forms))
			return kinds[i].role;
	}
	return NONE;
}

/* The same for a word whose noun is not known. */
static enum role role_of_word(struct sg_str word)
{
	if (any_end(word, object))
		return OBJECT;
	if (any_end(word, subject))
		return SUBJECT;
	return any_end(word, topic) ? TOPIC : NONE;
}

/* -어지다 (고쳐지다) and a noun with 받다 (인정받다). */
static bool is_passive(struct sg_str stem)
{
	if (stem.n > 6 && sg_str_ends(stem, SG_STR("받")))
		return true;
	return sg_str_ends(stem, SG_STR("지")) &&
	       is_vowel_form(sg_str_sub(stem, 0, stem.n - 3));
}

/* Whether a noun in that role stands under the negation of the predicate in word i:
 * the subject of an action does not. */
static bool under(const struct clause *c, enum role role, size_t i)
{
	if (role != SUBJECT)
		return true;
	struct sg_str noun = sg_str_sub(c->from, 0, c->from.n - c->rest.n);
	bool goes = any_is(noun, mental);
	if (is_short(word_at(c, i))) {
		struct sg_str verb = word_at(c, i + 1);
		return any_start(verb, becoming_next) || any_is(verb, coming_out) ||
		       (goes && any_is(verb, going));
	}
	struct sg_str word = word_at(c, i);
	size_t ji = ji_at(word);
	if (ji == SIZE_MAX)
		return false;
	struct sg_str stem = sg_str_sub(word, 0, ji);
	return is_passive(stem) || any_end(stem, becoming) ||
	       any_is(stem, coming_out) || (goes && any_is(stem, going));
}

/* Negations of the predicate in word i that reach a noun in that role. */
static unsigned count_predicate(const struct clause *c, enum role role, size_t i)
{
	struct sg_str w = word_at(c, i);

	if (any_start(w, is_not) && asserts(c, i))
		return 0;
	if (sg_str_starts(w, SG_STR("없")) || any_start(w, is_not))
		return role != OBJECT ? count_chain(c, i, w, 1) : 0;
	if (is_short(w) && i + 1 < c->n)
		return under(c, role, i) ? count_chain(c, i + 1, word_at(c, i + 1), 1)
					 : 0;
	if (any_start(w, joined_next))
		return role != SUBJECT || any_start(w, allowed)
			       ? count_chain(c, i, w, 1)
			       : 0;
	if (role == BARE && sg_str_starts(w, SG_STR("말고")))
		return 1;
	/* 확보 못 했다: the noun of the verb stands alone. */
	if (is_short(word_at(c, i + 1)) && !links(w, word_at(c, i + 2)) &&
		!any_end(w, closing) && i + 2 < c->n)
		return role == OBJECT ? count_chain(c, i + 2, word_at(c, i + 2), 1) : 0;
	return under(c, role, i) || !is_ji(w) ? count_chain(c, i, w, 0) : 0;
}

/* Whether the search for the predicate passes over word w. */
static bool passes(enum role role, struct sg_str w)
{
	enum role other = role_of_word(w);

	if (any_is(w, adverbs) || any_end(w, adverbial))
		return true;
	/* Behind an object -는 is its verb's: 제도를 고치는 일. */
	if (role == OBJECT)
		return other == SUBJECT || sg_str_ends(w, SG_STR("도"));
	return role == TOPIC && sg_str_ends(w, SG_STR("도"));
}

static unsigned count_noun(const struct clause *c)
{
	enum role role = role_of(c->rest);
	size_t i = c->hit + 1;

	if (role == DENIED || (role == BARE && sg_str_eqz(word_at(c, i), "커녕")))
		return 1;
	if (role == NONE || c->v[c->hit].comma)
		return 0;
	/* A compound or a row of nouns goes on to its last one. */
	for (unsigned k = 0; k < 2 && (role == BARE || role == JOINED); k++, i++) {
		struct sg_str w = word_at(c, i);
		if (any_is(w, adverbs) || is_short(w) || any_start(w, is_not) ||
			any_start(w, joined_next) || sg_str_starts(w, SG_STR("없")) ||
			sg_str_starts(w, SG_STR("말고")))
			break;
		enum role next = role_of_word(w);
		if (next == NONE &&
			(any_end(w, adverbial) || !w.n || sg_str_ends(w, SG_STR("의"))))
			return 0;
		role = next != NONE ? next : role;
	}
	if (role == JOINED)
		return 0;
	for (unsigned k = 0; k < REACH && i < c->n && !c->v[i - 1].comma; k++, i++) {
		struct sg_str w = word_at(c, i);
		if (is_short(w) || sg_str_starts(w, SG_STR("없")) ||
			any_start(w, is_not) || any_start(w, joined_next) ||
			(is_ji(w) && any_start(word_at(c, i + 1), negative)) ||
			!passes(role, w))
			return count_predicate(c, role, i);
	}
	return 0;
}

/* Whether the noun's word is a predicate made of it: 신뢰하지, 혁신이라고. */
static bool is_made_predicate(const struct clause *c)
{
	static table copula = {"이라고", "라고", "이라는", "인", "일", "이지", NULL};
	static table says = {"다고", "라고", NULL};

	if (!sg_particle_tail(c->last, c->rest))
		return any_end(c->rest, says) || role_of_word(c->rest) != OBJECT;
	return c->rest.n && any_is(c->rest, copula);
}

static unsigned count_negations(const struct clause *c, bool predicate)
{
	bool made = !predicate && is_made_predicate(c);
	unsigned count = 0;

	if (!predicate && !made)
		return count_noun(c);
	count += is_short(c->v[0].text) || c->joined;
	if (made && any_start(c->rest, joined_rest))
		count++;
	return count_chain(c, c->hit, made ? c->rest : c->from, count);
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

bool sg_is_negated(
	struct sg_str body, struct sg_span sentence, struct sg_span hit, bool predicate)
{
	struct clause c;

	if (hit.start < sentence.start || hit.start >= sentence.stop ||
		hit.stop <= hit.start)
		return false;
	struct sg_span w = window(body, sentence, hit);
	if (hit.stop > w.stop)
		return false;
	read_clause(sg_str_sub(body, w.start, w.stop),
		(struct sg_span){hit.start - w.start, hit.stop - w.start}, &c);
	return c.n > 0 && count_negations(&c, predicate) % 2 == 1;
}
