/* quotation.c - see quotation.h. Candidates are collected row by row; pins are placed
 * first in the whole table, then the rows with the fewest people choose, because they
 * have the fewest sentences to choose from and a respondent may stand only twice. */
#include "config.h"

#include "analysis/quotation.h"

#include <stdlib.h>
#include <string.h>

#include "text/layout.h"
#include "text/utf8.h"

/* Words that point back when a sentence opens with them: `whole` ones only as the
 * whole first eojeol (without a comma), others also as its beginning. */
static const struct {
	const char *word;
	bool whole;
} leaning[] = {
	{"이", true},
	{"그", true},
	{"저", true},
	{"또", true},
	{"즉", true},
	{"곧", true},
	{"이는", true},
	{"이를", true},
	{"이에", true},
	{"이와", true},
	{"이로", true},
	{"이도", true},
	{"이때", true},
	{"이것", false},
	{"이런", false},
	{"이러", false},
	{"이렇", false},
	{"이처럼", false},
	{"이와는", true},
	{"이외", false},
	{"이상의", true},
	{"이밖", false},
	{"이후", true},
	{"이 밖", false},
	{"그는", true},
	{"그를", true},
	{"그에", true},
	{"그와", true},
	{"그때", false},
	{"그것", false},
	{"그건", true},
	{"그게", true},
	{"그걸", true},
	{"이건", true},
	{"이게", true},
	{"이걸", true},
	{"그런", false},
	{"그러", false},
	{"그렇", false},
	{"그래", true},
	{"그래서", false},
	{"그래도", false},
	{"그래야", false},
	{"그리고", true},
	{"그리하", false},
	{"그럼", false},
	{"그중", false},
	{"그만큼", true},
	{"그동안", true},
	{"그나마", true},
	{"그다음", false},
	{"다만", true},
	{"단", true},
	{"하지만", true},
	{"허나", true},
	{"한데", true},
	{"하여", true},
	{"해서", true},
	{"또한", true},
	{"또는", true},
	{"또다른", true},
	{"특히", true},
	{"특히나", true},
	{"따라서", true},
	{"때문에", true},
	{"반면", false},
	{"반대로", true},
	{"한편", true},
	{"아울러", true},
	{"더구나", true},
	{"더욱이", true},
	{"게다가", true},
	{"나아가", true},
	{"오히려", true},
	{"결국", true},
	{"물론", true},
	{"예컨대", true},
	{"예를", true},
	{"왜냐하면", true},
	{"요컨대", true},
	{"이어", true},
	{"이어서", true},
	{"여기", false},
	{"거기", false},
	{"저것", false},
	{"전자는", true},
	{"후자는", true},
	{"둘째", false},
	{"셋째", false},
	{"넷째", false},
	{"두번째", false},
	{"세번째", false},
	{"마찬가지", false},
	{"같은", true},
	{"같이", true},
	{"아니면", true},
	{"어쨌든", true},
	{"아무튼", true},
	{"왜냐면", true},
	{"위와", true},
	{"앞서", true},
	{"앞의", true},
};

bool sg_quotation_leans(struct sg_str sentence)
{
	struct sg_str first = sentence;
	size_t blank = sg_str_findc(first, ' ');

	first = sg_str_sub(first, 0, blank);
	struct sg_str bare = first;
	while (bare.n && (bare.p[bare.n - 1] == ',' || bare.p[bare.n - 1] == ':' ||
				 bare.p[bare.n - 1] == '.'))
		bare.n--;
	for (size_t i = 0; i < sizeof leaning / sizeof *leaning; i++) {
		struct sg_str word = sg_str_of(leaning[i].word);
		if (leaning[i].whole ? sg_str_eq(bare, word)
				     : sg_str_starts(sentence, word))
			return true;
	}
	return false;
}

struct candidate {
	uint32_t answer, case_, start, stop;
	uint32_t length; /* code points */
	uint32_t others; /* other codes on the same stretch */
	uint8_t sentences;
	bool evident; /* holds what the rule found, or no rule says where to look */
	bool counter, by_default, reviewed;
};

struct candidates {
	struct candidate *v;
	size_t n, cap;
};

struct stretch {
	uint32_t answer, start, stop;
};

struct chooser {
	const struct sg_view *v;
	struct sg_units *units;
	const struct sg_quote_options *o;
	uint32_t *first, *of_answer; /* codings of answer i: of_answer[first[i]…] */
	uint32_t *uses;              /* by case */
	SG_VEC(struct stretch) used;
};

static void index_codings(struct chooser *c)
{
	const struct sg_study *s = c->v->s;

	c->first = sg_zalloc(s->nanswers + 2, sizeof *c->first);
	c->of_answer = sg_alloc(s->ncodings + 1, sizeof *c->of_answer);
	for (size_t i = 0; i < s->ncodings; i++)
		c->first[s->codings[i].answer + 2]++;
	for (size_t i = 2; i < s->nanswers + 2; i++)
		c->first[i] += c->first[i - 1];
	for (uint32_t i = 0; i < s->ncodings; i++)
		c->of_answer[c->first[s->codings[i].answer + 1]++] = i;
}

/* How many codes but `own` are on a stretch. Default codings cover every answer whole
 * and say nothing about a sentence. */
static uint32_t other_codes(const struct chooser *c, uint32_t answer, uint32_t own,
	uint32_t start, uint32_t stop)
{
	const struct sg_study *s = c->v->s;
	uint32_t n = 0;

	for (uint32_t i = c->first[answer]; i < c->first[answer + 1]; i++) {
		const struct sg_study_coding *k = &s->codings[c->of_answer[i]];
		bool seen = k->code == own || k->origin == SG_ORIGIN_DEFAULT ||
			    !sg_view_counts(c->v, k) || k->start >= stop ||
			    k->stop <= start;
		for (uint32_t j = c->first[answer]; j < i && !seen; j++) {
			const struct sg_study_coding *e = &s->codings[c->of_answer[j]];
			seen = e->code == k->code && sg_view_counts(c->v, e) &&
			       e->start < stop && e->stop > start;
		}
		n += !seen;
	}
	return n;
}

static bool has_hit(const struct sg_study_coding *k, uint32_t start, uint32_t stop)
{
	for (size_t i = 0; i < k->nhits; i++)
		if (k->hits[i].start < stop && k->hits[i].stop > start)
			return true;
	return false;
}

/* A unit wider than the sentence brings in sentences that say nothing of the code. A
 * default coding covers the whole answer: where rules found its code there, they say
 * which sentences speak of it. */
static bool is_evident(const struct chooser *c, const struct sg_study_coding *k,
	uint32_t start, uint32_t stop)
{
	bool told = k->nhits > 0;

	if (k->origin != SG_ORIGIN_DEFAULT)
		return !told || has_hit(k, start, stop);
	for (uint32_t i = c->first[k->answer]; i < c->first[k->answer + 1]; i++) {
		const struct sg_study_coding *o = &c->v->s->codings[c->of_answer[i]];
		if (o->code != k->code || !o->nhits || !sg_view_counts(c->v, o))
			continue;
		if (has_hit(o, start, stop))
			return true;
		told = true;
	}
	return !told;
}

static bool barred(const struct chooser *c, const struct sg_quote_row *row,
	uint32_t answer, uint32_t start, uint32_t stop);

static void add_candidate(struct chooser *c, const struct sg_quote_row *row, size_t at,
	const struct sg_sentence *from, const struct sg_sentence *to,
	struct candidates *out)
{
	const struct sg_study_coding *k = &c->v->s->codings[row->codings[at]];
	uint32_t text = c->v->s->answers[k->answer].text;
	struct sg_str shown = sg_study_quote(c->v->s, text, from->shown, to->stop);

	if (to->stop <= from->shown ||
		barred(c, row, k->answer, from->shown, to->stop) ||
		sg_quotation_leans(shown))
		return;
	struct candidate new = {
		.answer = k->answer,
		.case_ = c->v->s->answers[k->answer].case_,
		.start = from->shown,
		.stop = to->stop,
		.length = to->stop - from->shown,
		.others = other_codes(c, k->answer, k->code, from->shown, to->stop),
		.sentences = from == to ? 1 : 2,
		.evident = is_evident(c, k, from->start, to->stop),
		.counter = row->counter && row->counter[at],
		.by_default = k->origin == SG_ORIGIN_DEFAULT,
		.reviewed = k->reviewed || k->origin == SG_ORIGIN_PERSON,
	};
	SG_PUSH(out, new);
}

static void collect(
	struct chooser *c, const struct sg_quote_row *row, struct candidates *out)
{
	out->n = 0;
	for (size_t i = 0; i < row->ncodings; i++) {
		const struct sg_study_coding *k = &c->v->s->codings[row->codings[i]];
		const struct sg_answer_units *u = sg_units_of(c->units, k->answer);
		for (uint32_t j = 0; j < u->nsentences; j++) {
			const struct sg_sentence *s = &u->sentences[j];
			if (s->start >= k->stop || s->stop <= k->start)
				continue;
			add_candidate(c, row, i, s, s, out);
			if (j + 1 < u->nsentences && s[1].start < k->stop &&
				s[1].paragraph == s->paragraph)
				add_candidate(c, row, i, s, s + 1, out);
		}
	}
}

static bool overlaps(
	const struct stretch *a, uint32_t answer, uint32_t start, uint32_t stop)
{
	return a->answer == answer && a->start < stop && a->stop > start;
}

static bool is_used(
	const struct chooser *c, uint32_t answer, uint32_t start, uint32_t stop)
{
	for (size_t i = 0; i < c->used.n; i++)
		if (overlaps(&c->used.v[i], answer, start, stop))
			return true;
	return false;
}

static bool pin_is_for(const struct sg_study_pin *pin, const struct sg_quote_row *row)
{
	if (pin->code == SG_NONE)
		return true;
	for (size_t i = 0; i < row->ncodes; i++)
		if (row->codes[i] == pin->code)
			return true;
	return false;
}

static bool barred(const struct chooser *c, const struct sg_quote_row *row,
	uint32_t answer, uint32_t start, uint32_t stop)
{
	const struct sg_study *s = c->v->s;

	for (size_t i = 0; i < s->npins; i++) {
		const struct sg_study_pin *p = &s->pins[i];
		if (p->barred && p->answer == answer && p->start < stop &&
			p->stop > start && pin_is_for(p, row))
			return true;
	}
	return false;
}

static struct sg_str group_of(const struct chooser *c, uint32_t case_)
{
	if (!c->o->show_groups)
		return SG_STR("");
	return c->o->groups->names[c->o->groups->of[case_]];
}

static void put(struct chooser *c, struct sg_quote_row *row, uint32_t answer,
	uint32_t start, uint32_t stop, bool counter)
{
	const struct sg_study *s = c->v->s;
	const struct sg_study_answer *a = &s->answers[answer];
	struct sg_quote *all =
		sg_arena_array(c->v->arena, row->nquotes + 1, sizeof *all);

	if (row->nquotes)
		memcpy(all, row->quotes, row->nquotes * sizeof *all);
	row->quotes = all;
	struct sg_quote *q = &all[row->nquotes++];
	q->text = sg_arena_str(c->v->arena, sg_study_quote(s, a->text, start, stop));
	q->respondent = s->cases[a->case_].name;
	q->group = group_of(c, a->case_);
	if (a->question != SG_NONE)
		q->question = s->questions[a->question].label;
	q->counter = counter;
	q->answer = answer;
	q->start = start;
	q->stop = stop;
	c->uses[a->case_]++;
	SG_PUSH(&c->used, (struct stretch){answer, start, stop});
}

/* A pinned stretch stands as the person marked it, but for a list mark. */
static uint32_t without_mark(const struct chooser *c, const struct sg_study_pin *p)
{
	const struct sg_answer_units *u = sg_units_of(c->units, p->answer);

	for (uint32_t i = 0; i < u->nsentences; i++)
		if (p->start >= u->sentences[i].start &&
			p->start < u->sentences[i].shown &&
			u->sentences[i].shown < p->stop)
			return u->sentences[i].shown;
	return p->start;
}

static void put_pins(struct chooser *c, struct sg_quote_row *row)
{
	const struct sg_study *s = c->v->s;

	for (size_t i = 0; i < s->npins; i++) {
		const struct sg_study_pin *p = &s->pins[i];
		const struct sg_study_answer *a = &s->answers[p->answer];
		if (p->barred || a->case_ == SG_NONE || !c->v->cases[a->case_] ||
			(c->o->question != SG_NONE && a->question != c->o->question) ||
			!pin_is_for(p, row))
			continue;
		bool coded = false, counter = false;
		for (size_t k = 0; k < row->ncodings; k++) {
			const struct sg_study_coding *o = &s->codings[row->codings[k]];
			if (o->answer == p->answer && o->start < p->stop &&
				o->stop > p->start) {
				coded = true;
				counter |= row->counter && row->counter[k];
			}
		}
		uint32_t start = without_mark(c, p);
		if (coded && !is_used(c, p->answer, start, p->stop))
			put(c, row, p->answer, start, p->stop, counter);
	}
}

static bool group_shown(
	const struct chooser *c, const struct sg_quote_row *row, uint32_t case_)
{
	struct sg_str group = group_of(c, case_);

	for (size_t i = 0; i < row->nquotes; i++)
		if (c->o->show_groups && sg_str_eq(row->quotes[i].group, group))
			return true;
	return false;
}

static bool person_shown(
	const struct chooser *c, const struct sg_quote_row *row, uint32_t case_)
{
	for (size_t i = 0; i < row->nquotes; i++)
		if (sg_str_eq(row->quotes[i].respondent, c->v->s->cases[case_].name))
			return true;
	return false;
}

static uint32_t away(uint32_t length, uint32_t from, uint32_t to)
{
	return length < from ? from - length : length > to ? length - to : 0;
}

/* What makes one candidate better than another, most important first; the smaller the
 * better. Variety comes before typicality; a coding that a person looked at comes
 * before one that only a rule made; a stretch with fewer other codes on it speaks more
 * plainly of this one; a length near the usual one reads as typical. The last two keep
 * the choice the same however the codings are ordered. */
enum { NKEYS = 11 };
static void keys_of(const struct chooser *c, const struct sg_quote_row *row,
	const struct candidate *k, bool strict, uint32_t key[NKEYS])
{
	size_t i = 0;

	key[i++] = person_shown(c, row, k->case_);
	key[i++] = strict ? 0 : away(k->length, SG_QUOTE_MIN, SG_QUOTE_MAX);
	key[i++] = group_shown(c, row, k->case_);
	key[i++] = k->by_default;
	key[i++] = c->uses[k->case_];
	key[i++] = !k->reviewed;
	key[i++] = k->sentences;
	key[i++] = k->others;
	key[i++] = away(k->length, SG_QUOTE_TYPICAL, SG_QUOTE_TYPICAL);
	key[i++] = k->answer;
	key[i++] = k->start;
}

enum side { SIDE_ANY, SIDE_MAJORITY, SIDE_COUNTER };

struct wish {
	bool evident; /* or not: those that hold no evidence */
	bool strict;  /* of a fitting length */
	enum side side;
};

static const struct candidate *best(const struct chooser *c,
	const struct sg_quote_row *row, const struct candidates *all, struct wish wish)
{
	const struct candidate *found = NULL;
	uint32_t found_key[NKEYS], key[NKEYS];

	for (size_t i = 0; i < all->n; i++) {
		const struct candidate *k = &all->v[i];
		bool fits = k->length >= SG_QUOTE_MIN && k->length <= SG_QUOTE_MAX;
		if (k->evident != wish.evident ||
			(wish.strict ? !fits : k->sentences > 1) ||
			(wish.side != SIDE_ANY &&
				k->counter != (wish.side == SIDE_COUNTER)) ||
			c->uses[k->case_] >= SG_QUOTE_PER_PERSON ||
			is_used(c, k->answer, k->start, k->stop))
			continue;
		keys_of(c, row, k, wish.strict, key);
		size_t at = 0;
		while (found && at < NKEYS && key[at] == found_key[at])
			at++;
		if (!found || (at < NKEYS && key[at] < found_key[at])) {
			found = k;
			memcpy(found_key, key, sizeof key);
		}
	}
	return found;
}

/* The first quotation of a row is shown even when its length does not fit, and, where
 * no sentence with evidence can be shown, without evidence; a further one is not. */
static const struct candidate *choose(const struct chooser *c,
	const struct sg_quote_row *row, const struct candidates *all, enum side side)
{
	const struct wish wishes[] = {{true, true, side}, {true, true, SIDE_ANY},
		{true, false, SIDE_ANY}, {false, true, side}, {false, true, SIDE_ANY},
		{false, false, SIDE_ANY}};
	size_t n = row->nquotes ? 2 : sizeof wishes / sizeof *wishes;
	const struct candidate *k = NULL;

	for (size_t i = 0; i < n && !k; i++)
		k = best(c, row, all, wishes[i]);
	return k;
}

static void fill(struct chooser *c, struct sg_quote_row *row, struct candidates *all)
{
	uint32_t most = row->n >= SG_QUOTE_TWO_FROM ? c->o->most : 1;

	collect(c, row, all);
	while (row->nquotes < most) {
		bool last = row->nquotes + 1 == most && most > 1, counter_shown = false;
		for (size_t i = 0; i < row->nquotes; i++)
			counter_shown |= row->quotes[i].counter;
		enum side side = last && !counter_shown ? SIDE_COUNTER : SIDE_MAJORITY;
		const struct candidate *k = choose(c, row, all, side);
		if (!k)
			break;
		put(c, row, k->answer, k->start, k->stop, k->counter);
	}
}

/* 〔반론〕 stands behind what it answers, whatever was chosen first. */
static void counter_last(struct sg_quote_row *row)
{
	for (size_t pass = 0; pass + 1 < row->nquotes; pass++)
		for (size_t i = 0; i + 1 < row->nquotes; i++)
			if (row->quotes[i].counter && !row->quotes[i + 1].counter) {
				struct sg_quote q = row->quotes[i];
				row->quotes[i] = row->quotes[i + 1];
				row->quotes[i + 1] = q;
			}
}

void sg_quotations_choose(const struct sg_view *v, struct sg_units *units,
	const struct sg_quote_options *o, struct sg_quote_row *rows, size_t nrows)
{
	struct chooser c = {.v = v, .units = units, .o = o};
	struct candidates all = {NULL, 0, 0};
	uint32_t most = 0;

	for (size_t i = 0; i < nrows; i++) {
		rows[i].quotes = NULL;
		rows[i].nquotes = 0;
		if (rows[i].n > most)
			most = rows[i].n;
	}
	if (o->most == 0)
		return;
	c.uses = sg_zalloc(v->s->ncases, sizeof *c.uses);
	index_codings(&c);
	for (size_t i = 0; i < nrows; i++)
		put_pins(&c, &rows[i]);
	for (uint32_t n = 1; n <= most; n++)
		for (size_t i = 0; i < nrows; i++)
			if (rows[i].n == n)
				fill(&c, &rows[i], &all);
	for (size_t i = 0; i < nrows; i++)
		counter_last(&rows[i]);
	free(all.v);
	free(c.used.v);
	free(c.first);
	free(c.of_answer);
	free(c.uses);
}
