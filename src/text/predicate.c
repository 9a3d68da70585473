/* predicate.c - compiles a dictionary form (see predicate.h) and checks words.
 *
 * A word is walked from left to right over the table of inflect.c: at each place
 * the set of states that some row leads to is kept, so that the work is linear
 * in the word. A place is before a syllable, or before the final consonant of
 * the syllable whose open part was read. */
#include "config.h"

#include "text/predicate.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "text/hangul.h"
#include "text/inflect.h"
#include "text/lookalike.h"
#include "text/particle.h"
#include "text/stem.h"
#include "text/utf8.h"

#define RUN_LENGTH 48 /* syllables; a longer run is no word */
#define BUCKETS    128
#define JAMO_FIRST 0x3131U /* compatibility jamo in rows are finals */
#define JAMO_LAST  0x314EU

struct sg_predicate {
	struct sg_stem stem;
	const char16_t *lookalikes;
	struct sg_str *beginnings;
	size_t beginning_count;
	char *text; /* of the beginnings */
};

/* Rows by the first letter of their ending: made when the first predicate is, and the same
 * for all. */
static struct {
	pthread_once_t once;
	uint16_t start[BUCKETS + 1];
	uint16_t *rows;
} table = {.once = PTHREAD_ONCE_INIT};

/* A Hangul run: the syllables, and each one's open part and final as the rows
 * write it. */
struct run {
	char16_t syllable[RUN_LENGTH + 1];
	size_t n;
	struct sg_str text;
};

/* Compatibility jamo of the finals, Unicode Standard section 3.12. */
static const char16_t final_letter[28] =
	u"\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

static bool is_final_letter(char16_t c)
{
	return c >= JAMO_FIRST && c <= JAMO_LAST;
}

/* c is a final's letter, or a syllable: its final does not count, because an
 * ending of one open syllable also stands before a further final. */
static unsigned bucket_of(char16_t c)
{
	if (is_final_letter(c))
		return c - JAMO_FIRST;
	return 32 + (c - 0xAC00U) / 28 % (BUCKETS - 32);
}

static void index_rows(void)
{
	uint16_t next[BUCKETS];

	table.rows = sg_alloc(sg_inflect_row_count, sizeof *table.rows);
	for (size_t i = 0; i < sg_inflect_row_count; i++)
		table.start[bucket_of(sg_inflect_rows[i].text[0]) + 1]++;
	for (size_t b = 0; b < BUCKETS; b++)
		table.start[b + 1] = (uint16_t)(table.start[b + 1] + table.start[b]);
	memcpy(next, table.start, sizeof next);
	for (size_t i = 0; i < sg_inflect_row_count; i++)
		table.rows[next[bucket_of(sg_inflect_rows[i].text[0])]++] = (uint16_t)i;
}

static int compare_str(const void *a, const void *b)
{
	return sg_str_cmp(*(const struct sg_str *)a, *(const struct sg_str *)b);
}

/* Appends the base with final (0: none) under its last syllable; NUL between. */
static void put_beginning(
	struct sg_buf *out, const struct sg_stem_base *b, unsigned final)
{
	for (size_t i = 0; i + 1 < b->n; i++)
		sg_utf8_put(out, b->text[i]);
	sg_utf8_put(out, b->text[b->n - 1] + final);
	sg_buf_addc(out, '\n');
}

/* The whole-syllable beginnings of all shapes: those without a final also with
 * each final that an ending of theirs begins with. */
static void list_beginnings(struct sg_predicate *p)
{
	struct sg_buf out;
	struct sg_str rest, line;
	size_t n = 0;

	sg_buf_init(&out);
	for (size_t i = 0; i < p->stem.n; i++) {
		const struct sg_stem_base *b = &p->stem.base[i];
		put_beginning(&out, b, 0);
		for (unsigned final = 1; final < 28; final++) {
			if (sg_final_of(b->text[b->n - 1]))
				break;
			unsigned k = bucket_of(final_letter[final]);
			uint32_t from = 0;
			for (size_t r = table.start[k]; r < table.start[k + 1]; r++)
				from |= sg_inflect_rows[table.rows[r]].from;
			if (from & b->state)
				put_beginning(&out, b, final);
		}
	}
	p->text = sg_strdup(sg_buf_str(&out));
	rest = (struct sg_str){p->text, out.n};
	sg_buf_release(&out);
	for (struct sg_str all = rest; sg_str_line(&all, &line);)
		n++;
	p->beginnings = sg_alloc(n, sizeof *p->beginnings);
	n = 0;
	while (sg_str_line(&rest, &line))
		p->beginnings[n++] = line;
	qsort(p->beginnings, n, sizeof *p->beginnings, compare_str);
	for (size_t i = 0; i < n; i++) { /* sorted: a prefix stands before */
		size_t k = p->beginning_count;
		if (k == 0 || !sg_str_starts(p->beginnings[i], p->beginnings[k - 1]))
			p->beginnings[p->beginning_count++] = p->beginnings[i];
	}
}

/* Decodes text; false when it is not Hangul throughout, or too long. */
static bool decode(struct run *run, struct sg_str text)
{
	size_t off = 0;

	run->n = 0;
	run->text = text;
	while (off < text.n) {
		uint32_t cp = sg_utf8_next(text, &off);
		if (!sg_is_syllable(cp) || run->n == RUN_LENGTH)
			return false;
		run->syllable[run->n++] = (char16_t)cp;
	}
	run->syllable[run->n] = 0;
	return run->n > 0;
}

struct sg_predicate *sg_predicate_new(struct sg_str form, struct sg_error *err)
{
	struct sg_predicate *p;
	struct run run;

	if (!decode(&run, form) || run.n < 2 || run.n - 1 > SG_STEM_LENGTH ||
		run.syllable[run.n - 1] != u'다') {
		sg_error_set(err, SG_EINPUT,
			_("'%.*s' is not the dictionary form of a predicate"),
			SG_ARG(form));
		return NULL;
	}
	pthread_once(&table.once, index_rows);
	p = sg_zalloc(1, sizeof *p);
	sg_stem_expand(&p->stem, run.syllable, run.n - 1);
	p->lookalikes = sg_lookalikes(run.syllable, run.n - 1);
	list_beginnings(p);
	return p;
}

void sg_predicate_free(struct sg_predicate *p)
{
	if (!p)
		return;
	free(p->beginnings);
	free(p->text);
	free(p);
}

size_t sg_predicate_stems(const struct sg_predicate *p, const struct sg_str **stems)
{
	*stems = p->beginnings;
	return p->beginning_count;
}

/* Sets of states by place: whole[i] before syllable i, final[i] before the final
 * consonant of syllable i - 1. */
struct walk {
	uint32_t whole[RUN_LENGTH + 1], final[RUN_LENGTH + 1];
};

/* Reads text (n > 0 syllables) at syllable `at` of run and marks where it ends. */
static void step(struct walk *w, const struct run *run, size_t at, const char16_t *text,
	size_t n, uint32_t state)
{
	size_t last = at + n - 1;

	if (last >= run->n)
		return;
	for (size_t i = 0; i + 1 < n; i++)
		if (run->syllable[at + i] != text[i])
			return;
	if (run->syllable[last] == text[n - 1])
		w->whole[last + 1] |= state;
	else if (sg_open_syllable(run->syllable[last]) == text[n - 1])
		w->final[last + 1] |= state;
}

/* Follows all rows whose first letter is `first`, read before syllable `at`. */
static void follow(struct walk *w, const struct run *run, size_t at, char16_t first,
	uint32_t states)
{
	unsigned bucket = bucket_of(first);

	for (size_t r = table.start[bucket]; r < table.start[bucket + 1]; r++) {
		const struct sg_inflect_row *row = &sg_inflect_rows[table.rows[r]];
		const char16_t *text = row->text;
		size_t n = 0;
		if (!(row->from & states))
			continue;
		if (is_final_letter(*text))
			text++;
		while (text[n])
			n++;
		if (n > 0)
			step(w, run, at, text, n, row->to);
		else
			w->whole[at] |= row->to;
	}
}

/* Whether the word may end before syllable `at` or with what a noun takes. */
static bool accepts(const struct run *run, size_t at, uint32_t states)
{
	if (at == run->n)
		return states & SG_INFLECT_END;
	if (states & SG_INFLECT_PARTICLE &&
		sg_particle_tail(run->syllable[at - 1], sg_str_skip(run->text, at * 3)))
		return true;
	return states & SG_INFLECT_ANYTHING;
}

bool sg_predicate_match(const struct sg_predicate *p, struct sg_str text)
{
	struct run run;
	struct walk w;

	if (!decode(&run, text))
		return false;
	memset(w.whole, 0, (run.n + 1) * sizeof *w.whole);
	memset(w.final, 0, (run.n + 1) * sizeof *w.final);
	for (size_t i = 0; i < p->stem.n; i++)
		step(&w, &run, 0, p->stem.base[i].text, p->stem.base[i].n,
			p->stem.base[i].state);
	for (size_t at = 1; at <= run.n; at++) {
		char16_t before = run.syllable[at - 1];
		if (w.final[at])
			follow(&w, &run, at, final_letter[sg_final_of(before)],
				w.final[at]);
		if (!w.whole[at])
			continue;
		if (accepts(&run, at, w.whole[at]))
			return !sg_lookalike_in(p->lookalikes, run.syllable, run.n);
		if (at < run.n)
			follow(&w, &run, at, run.syllable[at], w.whole[at]);
	}
	return false;
}
