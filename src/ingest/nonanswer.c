/* nonanswer.c - whether an answer says anything (doc/ingest.md).
 *
 * An answer is none when each of its statements only disclaims. A statement disclaims
 * when its letters can be read, without a rest, as a chain of the words in
 * nonanswer_words.h with at least one core: fillers (이 부분은, 특별히, endings) and cores,
 * which are a fixed phrase (무응답, 문외한) or a pair of noun and denial (의견 + 없, 소관 +
 * 아니). One free topic may stand first ("디자인에 관하여는 식견이 없다") before cores that allow
 * it. So a phrase inside a sentence that goes on to say something never empties an
 * answer. */
#include "config.h"

#include <pthread.h>
#include <string.h>

#include "ingest/ingest.h"
#include "ingest/key.h"
#include "ingest/nonanswer_words.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
	STATEMENT_MAX = 80, /* letters; a longer statement says something */
	TOPIC_MAX = 24,     /* letters of a free topic */
};

#define N(table) (sizeof(table) / sizeof *(table))

static const enum sg_answer_kind kinds[N_CORES] = {SG_KIND_FULL, SG_KIND_BLANK,
	SG_KIND_CROSS_REFERENCE, SG_KIND_UNKNOWN, SG_KIND_NOT_MY_FIELD};

/* Nouns and the denials that make a core of them. */
static const struct pair {
	const struct phrase *first;
	size_t nfirst;
	const char *const *denials;
	size_t ndenials;
} pairs[] = {
	{nouns, N(nouns), lacks, N(lacks)},
	{fields, N(fields), nots, N(nots)},
	{tasks, N(tasks), hards, N(hards)},
};

struct statement {
	uint32_t key[STATEMENT_MAX];
	bool starts[STATEMENT_MAX + 1]; /* an eojeol begins here (or the end) */
	bool comma[STATEMENT_MAX + 1];  /* a comma stands before this letter */
	size_t n;
	bool too_long;
};

/* Sets of states at a letter: bit core, and core + N_CORES behind a free topic. */
typedef uint16_t states;
struct chain {
	const struct statement *s;
	states at[STATEMENT_MAX + 1];
};

/* Whether the three bytes are a Hangul syllable, and another than the letter: nearly all
 * words differ from a statement in their first letter, or their last. */
static inline bool other_syllable(uint32_t letter, const char *p)
{
	return (unsigned char)p[0] >= 0xEA && (unsigned char)p[0] <= 0xED &&
	       letter != ((uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 |
				 (uint32_t)(p[2] & 0x3F));
}

static size_t match_all(const struct statement *s, size_t from, struct sg_str word)
{
	size_t off = 0, i = from;
	uint32_t cp;

	while ((cp = sg_key_next(word, &off)) != 0)
		if (i >= s->n || s->key[i++] != cp)
			return SIZE_MAX;
	return i;
}

/* Where the word ends that begins at the letter from, or SIZE_MAX: another stands there. */
static inline size_t match(const struct statement *s, size_t from, const char *word)
{
	if (from < s->n && other_syllable(s->key[from], word))
		return SIZE_MAX;
	return match_all(s, from, sg_str_of(word));
}

/* Adds core to the states at from and carries them to the letter stop. */
static void step(struct chain *c, size_t from, size_t stop, enum core core, bool open)
{
	states now = c->at[from];

	for (int bit = 0; bit < 2 * N_CORES; bit++) {
		int had = bit % N_CORES, free = bit - had;
		if (!(now >> bit & 1) || (core && free && !open && had == NO_CORE))
			continue;
		c->at[stop] |=
			(states)(1 << (free + (had > (int)core ? had : (int)core)));
	}
}

static void step_pairs(struct chain *c, size_t from, const struct pair *pair)
{
	for (size_t i = 0; i < pair->nfirst; i++) {
		size_t noun = match(c->s, from, pair->first[i].text);
		if (noun == SIZE_MAX)
			continue;
		for (size_t p = 0; p < N(particles); p++) {
			size_t particle = match(c->s, noun, particles[p]);
			if (particle == SIZE_MAX)
				continue;
			for (size_t a = 0; a < N(adverbs); a++) {
				size_t adverb = match(c->s, particle, adverbs[a]);
				if (adverb == SIZE_MAX)
					continue;
				for (size_t d = 0; d < pair->ndenials; d++) {
					size_t stop =
						match(c->s, adverb, pair->denials[d]);
					if (stop != SIZE_MAX)
						step(c, from, stop, pair->first[i].core,
							pair->first[i].open);
				}
			}
		}
	}
}

/* The first letters of all words that step_all looks for, by their lowest bits: most
 * letters of most statements are none. */
static struct {
	pthread_once_t once;
	uint64_t bits[32];
} firsts = {.once = PTHREAD_ONCE_INIT};

static void add_first(const char *word)
{
	size_t off = 0;
	uint32_t key = sg_key_next(sg_str_of(word), &off) % (64 * N(firsts.bits));

	firsts.bits[key / 64] |= UINT64_C(1) << key % 64;
}

static void list_firsts(void)
{
	for (size_t i = 0; i < N(phrases); i++)
		add_first(phrases[i].text);
	for (size_t i = 0; i < N(pairs); i++)
		for (size_t k = 0; k < pairs[i].nfirst; k++)
			add_first(pairs[i].first[k].text);
	for (size_t i = 0; i < N(fillers); i++)
		add_first(fillers[i]);
	for (size_t i = 0; i < N(suffixes); i++)
		add_first(suffixes[i]);
	for (char digit[] = "0"; digit[0] <= '9'; digit[0]++)
		add_first(digit);
}

static bool may_be_first(uint32_t key)
{
	key %= 64 * N(firsts.bits);
	return firsts.bits[key / 64] >> key % 64 & 1;
}

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static void step_all(struct chain *c, size_t from)
{
	const struct statement *s = c->s;
	size_t stop;

	if (!may_be_first(s->key[from]))
		return;
	for (size_t i = 0; i < N(phrases); i++)
		if ((stop = match(s, from, phrases[i].text)) != SIZE_MAX)
			step(c, from, stop, phrases[i].core, phrases[i].open);
	for (size_t i = 0; i < N(pairs); i++)
		step_pairs(c, from, &pairs[i]);
	for (size_t i = 0; i < N(fillers); i++)
		if ((stop = match(s, from, fillers[i])) != SIZE_MAX)
			step(c, from, stop, NO_CORE, true);
	for (size_t i = 0; i < N(suffixes) && !s->starts[from]; i++)
		if ((stop = match(s, from, suffixes[i])) != SIZE_MAX)
			step(c, from, stop, NO_CORE, true);
	if (is_digit(s->key[from]))
		step(c, from, from + 1, NO_CORE, true);
}

static bool ends_with(
	const struct statement *s, size_t stop, const char *const *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct sg_str word = sg_str_of(table[i]);
		if (stop > 0 && word.n >= 3 &&
			other_syllable(s->key[stop - 1], word.p + word.n - 3))
			continue;
		size_t letters = sg_key_length(word);
		if (letters <= stop && match(s, stop - letters, table[i]) == stop)
			return true;
	}
	return false;
}

static void read_chain(struct chain *c, const struct statement *s)
{
	bool barred = false;

	memset(c, 0, sizeof *c);
	c->s = s;
	c->at[0] = 1 << NO_CORE;
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0 && i <= TOPIC_MAX && s->starts[i]) {
			barred = barred || ends_with(s, i, no_topics, N(no_topics));
			if (!barred && ends_with(s, i, topic_ends, N(topic_ends)))
				c->at[i] |= 1 << (NO_CORE + N_CORES);
		}
		if (c->at[i])
			step_all(c, i);
	}
}

/* The most telling core of a chain that ends at letter stop. */
static enum core core_at(const struct chain *c, size_t stop)
{
	for (int core = N_CORES - 1; core > NO_CORE; core--)
		if (c->at[stop] >> core & 1 || c->at[stop] >> (core + N_CORES) & 1)
			return (enum core)core;
	return NO_CORE;
}

static bool is_end(uint32_t cp)
{
	static const char ends[] = ".!?;\n()[]";

	return (cp < 0x80 && cp && strchr(ends, (int)cp)) || cp == 0x3002 /* 。 */ ||
	       cp == 0x2026 /* … */ || cp == 0xFF01 || cp == 0xFF1F;
}

/* Cuts the next statement off text at *off; false at the end. */
static bool next_statement(struct sg_str text, size_t *off, struct statement *s)
{
	bool blank = true, comma = false;

	memset(s, 0, sizeof *s);
	while (*off < text.n) {
		uint32_t cp = sg_utf8_next(text, off);
		enum sg_script script = sg_script_of(cp);
		if (is_end(cp) && s->n)
			break;
		if (script == SG_SCRIPT_NONE || script == SG_SCRIPT_SKIP) {
			blank = blank || script == SG_SCRIPT_NONE;
			comma = comma || cp == ',' || cp == 0xFF0C;
			continue;
		}
		if (s->n == STATEMENT_MAX) {
			s->too_long = true;
			continue;
		}
		s->starts[s->n] = blank;
		s->comma[s->n] = comma;
		s->key[s->n++] = sg_fold(cp);
		blank = comma = false;
	}
	if (s->n < STATEMENT_MAX)
		s->starts[s->n] = true;
	return s->n > 0;
}

static bool holds(const struct statement *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = 0; j < n; j++)
			if (match(s, i, words[j]) != SIZE_MAX)
				return true;
	return false;
}

/* Whether a statement begins with a disclaimer: up to a comma, or up to the end of an
 * eojeol when it says whose field it is not ("법은 비전문가라 짧게 적습니다"). */
static bool begins_disclaiming(const struct chain *c)
{
	const struct statement *s = c->s;

	for (size_t i = 1; i < s->n; i++)
		if ((s->comma[i] && core_at(c, i)) ||
			(s->starts[i] && core_at(c, i) == FIELD))
			return true;
	return false;
}

enum sg_answer_state sg_answer_classify(struct sg_str text, enum sg_answer_kind *kind)
{
	struct statement s;
	struct chain c;
	enum core worst = NO_CORE;
	bool substance = false, letters = false, nothing_wrong = false;
	size_t off = 0;

	pthread_once(&firsts.once, list_firsts);
	*kind = SG_KIND_FULL;
	while (!substance && next_statement(text, &off, &s)) {
		letters = true;
		read_chain(&c, &s);
		bool says = s.too_long || !c.at[s.n] || holds(&s, answers, N(answers));
		enum core core = says ? NO_CORE : core_at(&c, s.n);
		if (core == BLANK && holds(&s, fine, N(fine))) {
			nothing_wrong = true;
			core = NO_CORE;
		}
		substance = says;
		if (substance && worst == NO_CORE && begins_disclaiming(&c))
			*kind = SG_KIND_PARTIAL;
		worst = core > worst ? core : worst;
	}
	substance |= nothing_wrong && !worst;
	if (!letters)
		*kind = SG_KIND_BLANK;
	else if (substance && worst)
		*kind = SG_KIND_PARTIAL;
	else if (worst)
		*kind = kinds[worst];
	return !substance && (worst || !letters) ? SG_ANSWER_NONE : SG_ANSWER_ANSWERED;
}
