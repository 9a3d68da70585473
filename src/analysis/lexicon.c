/* lexicon.c - see lexicon.h. Every different word gets its readings, every reading the
 * number of different words that share it; a word then takes its strongest one. */
#include "config.h"

#include "analysis/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "text/hangul.h"
#include "text/particle.h"
#include "text/predicate.h"
#include "text/utf8.h"

enum {
	WORD_MAX = 24,  /* code points of a word that is looked into */
	STEM_MAX = 5,   /* syllables of a predicate's stem */
	SHARED_MIN = 2, /* words that must share a predicate */
	SHARED_ONE = 4, /* the same for a stem of one syllable, which many words fit */
};

struct occurrence { /* in the order of the text */
	uint32_t word;
	uint32_t sentence;
};

struct reading {
	struct sg_str term;
	uint32_t word;
	bool predicate;
	bool proven; /* of a predicate: the word is a form of it */
};

struct job {
	struct sg_units *units;
	struct sg_arena *arena;
	SG_VEC(struct sg_lexicon_sentence) sentences;
	SG_VEC(struct occurrence) occurrences;
	SG_VEC(struct sg_str)
	words;           /* different ones; in byte order once all are read */
	uint32_t *table; /* of a hash: number of a word + 1; 0: free */
	size_t slots;    /* a power of two */
	SG_VEC(struct reading) readings;
};

static int by_term(const void *a, const void *b)
{
	const struct reading *x = a, *y = b;
	int c = sg_str_cmp(x->term, y->term);

	return c ? c : (x->word > y->word) - (x->word < y->word);
}

static int str_cmp(const void *a, const void *b)
{
	return sg_str_cmp(*(const struct sg_str *)a, *(const struct sg_str *)b);
}

static void sort(void *v, size_t n, size_t size, int (*cmp)(const void *, const void *))
{
	if (n > 1)
		qsort(v, n, size, cmp);
}

/* --- words --- */

/* FNV-1a (Fowler, Noll & Vo). */
static size_t hash(struct sg_str s)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 32);
}

static size_t slot_of(const struct job *j, struct sg_str word)
{
	size_t at = hash(word) & (j->slots - 1);

	while (j->table[at] && !sg_str_eq(j->words.v[j->table[at] - 1], word))
		at = (at + 1) & (j->slots - 1);
	return at;
}

static void grow_table(struct job *j)
{
	free(j->table);
	j->slots = j->slots ? 2 * j->slots : 1024;
	j->table = sg_zalloc(j->slots, sizeof *j->table);
	for (uint32_t w = 0; w < j->words.n; w++)
		j->table[slot_of(j, j->words.v[w])] = w + 1;
}

/* The number of a word, which is new or was met before. */
static uint32_t word_number(struct job *j, struct sg_str word)
{
	if (2 * (j->words.n + 1) > j->slots)
		grow_table(j);
	size_t at = slot_of(j, word);
	if (j->table[at] == 0) {
		SG_PUSH(&j->words, word);
		j->table[at] = (uint32_t)j->words.n;
	}
	return j->table[at] - 1;
}

/* Numbers the words in byte order, so that nothing depends on the order of the text. */
static void order_words(struct job *j)
{
	struct sg_str *met = sg_alloc(j->words.n, sizeof *met);
	uint32_t *number = sg_alloc(j->words.n, sizeof *number);

	if (j->words.n)
		memcpy(met, j->words.v, j->words.n * sizeof *met);
	sort(j->words.v, j->words.n, sizeof *j->words.v, str_cmp);
	for (uint32_t w = 0; w < j->words.n; w++)
		number[w] = (uint32_t)((struct sg_str *)bsearch(&met[w], j->words.v,
					       j->words.n, sizeof *met, str_cmp) -
				       j->words.v);
	for (size_t i = 0; i < j->occurrences.n; i++)
		j->occurrences.v[i].word = number[j->occurrences.v[i].word];
	free(met);
	free(number);
}

/* The words of a sentence: runs of one script that hold Hangul or Latin letters. */
static void split(struct job *j, struct sg_str s, uint32_t sentence)
{
	enum sg_script was = SG_SCRIPT_NONE;
	size_t off = 0, start = 0;

	while (off <= s.n) {
		size_t at = off;
		enum sg_script script = off < s.n ? sg_script_of(sg_utf8_next(s, &off))
						  : SG_SCRIPT_NONE;
		if (at == off)
			off++; /* the end */
		if (script == was)
			continue;
		struct sg_str word = sg_str_sub(s, start, at);
		if ((was == SG_SCRIPT_HANGUL || was == SG_SCRIPT_LETTER) &&
			sg_utf8_count(word) > 1 && !sg_particle_tail('0', word))
			SG_PUSH(&j->occurrences,
				(struct occurrence){word_number(j, word), sentence});
		was = script;
		start = at;
	}
}

static void read_answers(struct job *j, const bool *answers)
{
	const struct sg_study *s = j->units->s;

	for (uint32_t a = 0; a < s->nanswers; a++) {
		const struct sg_answer_units *u =
			answers[a] ? sg_units_of(j->units, a) : NULL;
		for (uint32_t i = 0; u && i < u->nsentences; i++) {
			uint32_t at = (uint32_t)j->sentences.n;
			SG_PUSH(&j->sentences,
				(struct sg_lexicon_sentence){a, i, 0, 0});
			struct sg_str body = s->texts[s->answers[a].text].body;
			split(j,
				sg_str_sub(body, u->sentences[i].shown_off,
					u->sentences[i].stop_off),
				at);
		}
	}
}

/* --- readings --- */

static void add_reading(
	struct job *j, uint32_t word, struct sg_str term, bool predicate)
{
	SG_PUSH(&j->readings,
		(struct reading){sg_arena_str(j->arena, term), word, predicate, false});
}

/* Every beginning of two syllables or more behind which only particles stand. */
static void read_noun(struct job *j, uint32_t word, struct sg_str w)
{
	size_t off = 0, n = 0;

	while (off < w.n) {
		uint32_t last = sg_utf8_next(w, &off);
		if (++n >= 2 && sg_particle_tail(last, sg_str_skip(w, off)))
			add_reading(j, word, sg_str_sub(w, 0, off), false);
	}
}

static void add_stem(struct job *j, uint32_t word, struct sg_str head, uint32_t last,
	const char *behind)
{
	struct sg_buf b;

	if (!sg_is_syllable(last))
		return;
	sg_buf_init(&b);
	sg_buf_addc(&b, '~');
	sg_buf_add(&b, head);
	sg_utf8_put(&b, last);
	sg_buf_addz(&b, behind);
	sg_buf_addz(&b, "다");
	add_reading(j, word, sg_buf_str(&b), true);
	sg_buf_release(&b);
}

/* The vowel of a stem whose last syllable, joined with -아/-어, shows vowel v; or 0xFF.
 * Indices of medial vowels as in Unicode 3.12: 해 is 하, 려 is 리, 와 is 오, 줘 is 주, 돼
 * is 되, 커 is 크, 바빠 is 바쁘. */
static uint32_t vowel_before(uint32_t v)
{
	enum {
		A = 0,
		AE = 1,
		EO = 4,
		YEO = 6,
		O = 8,
		WA = 9,
		WAE = 10,
		OE = 11,
		U = 13
	};
	enum { WEO = 14, EU = 18, I = 20 };

	switch (v) {
	case AE: return A;
	case YEO: return I;
	case WA: return O;
	case WEO: return U;
	case WAE: return OE;
	case EO:
	case A: return EU;
	default: return 0xFF;
	}
}

/* Stems that a form may begin with: the syllables as they are, with the final consonant
 * of the ending taken off, with the one that an irregular stem lost put back (ㅂ ㅅ ㄷ
 * ㄹ ㅎ), and with the stem's own vowel. */
static void read_stem(struct job *j, uint32_t word, struct sg_str head, uint32_t last)
{
	static const uint32_t endings[] = {
		SG_FINAL_N, SG_FINAL_L, SG_FINAL_M, SG_FINAL_B, SG_FINAL_SS};
	enum { FINAL_D = 7, FINAL_S = 19, FINAL_H = 27 };
	static const uint32_t lost[] = {SG_FINAL_B, FINAL_S, SG_FINAL_L};
	/* Of adjectives in ㅎ: 그렇다, 어떻다, 빨갛다, 하얗다, 까맣다, 퍼렇다 … */
	static const uint32_t before_h[] = {0xB7EC /* 러 */, 0xB5A0 /* 떠 */,
		0xAC00 /* 가 */, 0xC57C /* 야 */, 0xB9C8 /* 마 */, 0xB77C /* 라 */,
		0xAC70 /* 거 */, 0xC5EC /* 여 */, 0xBA38 /* 머 */, 0};
	uint32_t final = sg_final_of(last), open = sg_open_syllable(last);

	add_stem(j, word, head, last, "");
	if (final == SG_FINAL_L)
		add_stem(j, word, head, open + FINAL_D, "");
	for (size_t i = 0; final && i < sizeof endings / sizeof *endings; i++)
		if (final == endings[i])
			add_stem(j, word, head, open, "");
	for (size_t i = 0; !final && i < sizeof lost / sizeof *lost; i++)
		add_stem(j, word, head, open + lost[i], "");
	if (!final && sg_cp_among(open, before_h))
		add_stem(j, word, head, open + FINAL_H, "");
	if (final == SG_FINAL_L)
		add_stem(j, word, head, open, "르");
	uint32_t vowel = vowel_before((open - 0xAC00) / 28 % 21);
	if (vowel == 0xFF || (final && final != SG_FINAL_SS))
		return;
	uint32_t plain = 0xAC00 + ((open - 0xAC00) / 588 * 21 + vowel) * 28;
	size_t off = head.n;
	/* 몰라 is of 모르다; there is no 몰르다. */
	if (plain != 0xB974 /* 르 */ || off == 0 ||
		sg_final_of(sg_utf8_prev(head, &off)) != SG_FINAL_L)
		add_stem(j, word, head, plain, "");
}

static void read_predicate(struct job *j, uint32_t word, struct sg_str w)
{
	size_t off = 0;

	for (size_t n = 0; off < w.n && n < STEM_MAX; n++) {
		size_t at = off;
		uint32_t last = sg_utf8_next(w, &off);
		if (off == w.n && n == 0)
			break;
		read_stem(j, word, sg_str_sub(w, 0, at), last);
	}
}

static void read_word(struct job *j, uint32_t word)
{
	struct sg_str w = j->words.v[word];
	size_t off = 0;

	if (sg_script_of(sg_utf8_next(w, &off)) != SG_SCRIPT_HANGUL) {
		struct sg_buf b;
		sg_buf_init(&b);
		sg_fold_str(w, &b); /* AI and ai are one word */
		add_reading(j, word, sg_buf_str(&b), false);
		sg_buf_release(&b);
		return;
	}
	add_reading(j, word, w, false);
	if (sg_utf8_count(w) > WORD_MAX)
		return;
	read_noun(j, word, w);
	read_predicate(j, word, w);
}

/* Keeps of a predicate's readings those whose word is a form of it. first to last are
 * the readings of one term, each of another word. */
static void prove(struct job *j, size_t first, size_t last)
{
	struct sg_str term = j->readings.v[first].term;
	struct sg_predicate *p;
	struct sg_error err = {0};
	size_t least = sg_utf8_count(term) == 3 ? SHARED_ONE : SHARED_MIN;

	if (last - first < least)
		return;
	p = sg_predicate_new(sg_str_skip(term, 1), &err);
	for (size_t i = first; p && i < last; i++)
		j->readings.v[i].proven =
			sg_predicate_match(p, j->words.v[j->readings.v[i].word]);
	sg_predicate_free(p);
}

struct choice {
	const struct reading *reading;
	uint32_t shared; /* words that have it */
};

/* A shorter reading wins over a longer one that as many words share: what is behind it
 * are particles. */
static bool better(const struct choice *now, const struct reading *r, uint32_t shared)
{
	if (!now->reading || shared != now->shared)
		return !now->reading || shared > now->shared;
	if (r->predicate != now->reading->predicate)
		return !r->predicate;
	return r->term.n < now->reading->term.n;
}

/* The syllable that a word of one syllable with particles begins with (달에, 명이), or
 * 0. */
static uint32_t lone_noun(struct sg_str w)
{
	size_t off = 0;
	uint32_t first = sg_utf8_next(w, &off);

	return off < w.n && sg_is_syllable(first) &&
			       sg_particle_tail(first, sg_str_skip(w, off))
		       ? first
		       : 0;
}

static bool same_noun(
	const struct job *j, const struct choice *nouns, uint32_t a, uint32_t b)
{
	if (nouns[a].shared >= SHARED_MIN)
		return nouns[b].reading &&
		       sg_str_eq(nouns[a].reading->term, nouns[b].reading->term);
	uint32_t lone = lone_noun(j->words.v[a]);
	return lone && lone == lone_noun(j->words.v[b]);
}

/* Whether both words begin with the stem, of n syllables, and the same consonant under
 * its last one: 표준 and 표준안 are no forms of ~표주다. */
static bool same_head(struct sg_str stem, size_t n, struct sg_str a, struct sg_str b)
{
	size_t stop = sg_utf8_offset(a, n), at = stop, last = sg_utf8_offset(stem, n);
	uint32_t under = at ? sg_utf8_prev(a, &at) : 0;

	return sg_str_starts(b, sg_str_sub(a, 0, stop)) && sg_final_of(under) &&
	       sg_open_syllable(under) == sg_utf8_prev(stem, &last) &&
	       sg_str_starts(stem, sg_str_sub(a, 0, at));
}

/* A predicate most of whose words are one noun with particles, or begin with one, is
 * none: 의견 and 의견이 are no forms of ~의겨다, nor 군은 and 군을 of ~군으다. nouns: what
 * the words are as nouns. */
static bool explained(
	const struct job *j, size_t first, size_t last, const struct choice *nouns)
{
	enum { MOST = 64 }; /* a predicate of so many words is one */
	const struct reading *v = j->readings.v;
	struct sg_str stem = sg_str_skip(v[first].term, 1); /* and 다 behind */
	size_t n = sg_utf8_count(stem) - 1, proven = 0, most = 0;

	if (last - first > MOST)
		return false;
	for (size_t i = first; i < last; i++) {
		struct sg_str a = j->words.v[v[i].word];
		size_t same = 0, heads = 0;
		proven += v[i].proven;
		for (size_t k = first; v[i].proven && k < last; k++) {
			same += v[k].proven &&
				same_noun(j, nouns, v[i].word, v[k].word);
			heads += v[k].proven &&
				 same_head(stem, n, a, j->words.v[v[k].word]);
		}
		same = heads > same ? heads : same;
		most = same > most ? same : most;
	}
	return most * 2 >= proven;
}

/* The readings of one term, of distinct words but for nouns, vote for it. */
static void vote(struct job *j, size_t first, size_t last, struct choice *choices)
{
	const struct reading *v = j->readings.v;
	uint32_t shared = 0;

	for (size_t i = first; i < last; i++)
		shared += (i == first || v[i].word != v[i - 1].word) &&
			  (!v[i].predicate || v[i].proven);
	for (size_t i = first; i < last; i++)
		if ((!v[i].predicate || v[i].proven) &&
			better(&choices[v[i].word], &v[i], shared))
			choices[v[i].word] = (struct choice){&v[i], shared};
}

/* One round over the terms: of nouns, or of predicates. */
static void round_of(struct job *j, bool predicates, struct choice *choices,
	const struct choice *nouns)
{
	const struct reading *v = j->readings.v;
	size_t last;

	for (size_t first = 0; first < j->readings.n; first = last) {
		for (last = first + 1; last < j->readings.n; last++)
			if (!sg_str_eq(v[last].term, v[first].term))
				break;
		if (v[first].predicate != predicates)
			continue;
		if (predicates) {
			prove(j, first, last);
			if (explained(j, first, last, nouns))
				continue;
		}
		vote(j, first, last, choices);
	}
}

/* A word that is a lone syllable with particles and nothing else has no term. */
static void drop_lone(const struct job *j, struct choice *choices)
{
	for (size_t w = 0; w < j->words.n; w++)
		if (!choices[w].reading->predicate && choices[w].shared < SHARED_MIN &&
			lone_noun(j->words.v[w]))
			choices[w].reading = NULL;
}

/* The term of every different word; reading NULL: none. */
static struct choice *choose(struct job *j)
{
	size_t n = j->words.n;
	struct choice *choices = sg_zalloc(n, sizeof *choices);
	struct choice *nouns = sg_zalloc(n, sizeof *nouns);

	sort(j->readings.v, j->readings.n, sizeof *j->readings.v, by_term);
	round_of(j, false, nouns, NULL);
	if (n)
		memcpy(choices, nouns, n * sizeof *choices);
	round_of(j, true, choices, nouns);
	drop_lone(j, choices);
	free(nouns);
	return choices;
}

/* --- the lexicon --- */

static uint32_t term_index(const struct sg_lexicon *l, struct sg_str term)
{
	const struct sg_str *at =
		bsearch(&term, l->terms, l->nterms, sizeof term, str_cmp);

	return (uint32_t)(at - l->terms);
}

static void list_terms(
	const struct job *j, const struct choice *choices, struct sg_lexicon *out)
{
	size_t n = 0;

	out->terms = sg_arena_array(j->arena, j->words.n, sizeof *out->terms);
	for (size_t w = 0; w < j->words.n; w++)
		if (choices[w].reading)
			out->terms[n++] = choices[w].reading->term;
	sort(out->terms, n, sizeof *out->terms, str_cmp);
	for (size_t w = 0; w < n; w++)
		if (w == 0 || !sg_str_eq(out->terms[w], out->terms[out->nterms - 1]))
			out->terms[out->nterms++] = out->terms[w];
}

static uint32_t *first_sentences(const struct job *j)
{
	size_t nanswers = j->units->s->nanswers, at = 0;
	uint32_t *first = sg_arena_array(j->arena, nanswers + 1, sizeof *first);

	for (size_t a = 0; a <= nanswers; a++) {
		while (at < j->sentences.n && j->sentences.v[at].answer < a)
			at++;
		first[a] = (uint32_t)at;
	}
	return first;
}

/* The term of each word; SG_NONE: none. */
static uint32_t *terms_of_words(
	const struct job *j, const struct choice *choices, const struct sg_lexicon *l)
{
	uint32_t *term = sg_alloc(j->words.n, sizeof *term);

	for (size_t w = 0; w < j->words.n; w++)
		term[w] = choices[w].reading ? term_index(l, choices[w].reading->term)
					     : SG_NONE;
	return term;
}

static void list_tokens(
	const struct job *j, const struct choice *choices, struct sg_lexicon *out)
{
	uint32_t *term = terms_of_words(j, choices, out);
	size_t n = j->occurrences.n;

	out->tokens = sg_arena_array(j->arena, n, sizeof *out->tokens);
	out->bare = sg_arena_array(j->arena, n, sizeof *out->bare);
	out->nsentences = (uint32_t)j->sentences.n;
	out->first = first_sentences(j);
	out->sentences =
		sg_arena_array(j->arena, j->sentences.n, sizeof *out->sentences);
	for (size_t s = 0, i = 0; s < j->sentences.n; s++) {
		out->sentences[s] = j->sentences.v[s];
		out->sentences[s].first = out->ntokens;
		for (; i < n && j->occurrences.v[i].sentence == s; i++) {
			uint32_t word = j->occurrences.v[i].word;
			if (term[word] == SG_NONE)
				continue;
			out->tokens[out->ntokens] = term[word];
			out->bare[out->ntokens++] =
				sg_str_eq(j->words.v[word], out->terms[term[word]]);
		}
		out->sentences[s].n = out->ntokens - out->sentences[s].first;
	}
	free(term);
}

void sg_lexicon_build(
	struct sg_lexicon *out, struct sg_units *units, const bool *answers)
{
	struct job j = {.units = units, .arena = units->arena};

	memset(out, 0, sizeof *out);
	read_answers(&j, answers);
	order_words(&j);
	for (uint32_t w = 0; w < j.words.n; w++)
		read_word(&j, w);
	struct choice *choices = choose(&j);
	list_terms(&j, choices, out);
	list_tokens(&j, choices, out);
	free(choices);
	free(j.sentences.v);
	free(j.occurrences.v);
	free(j.words.v);
	free(j.table);
	free(j.readings.v);
}

void sg_lexicon_mark(const struct sg_lexicon *l, const struct sg_units *units,
	const struct sg_study_coding *c, bool *flags)
{
	const struct sg_answer_units *u = &units->answers[c->answer];

	for (uint32_t i = l->first[c->answer]; i < l->first[c->answer + 1]; i++) {
		const struct sg_sentence *at = &u->sentences[l->sentences[i].sentence];
		if (at->start < c->stop && at->stop > c->start)
			flags[i] = true;
	}
}
