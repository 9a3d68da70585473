/* parts.c - see parts.h. A label counts at the beginning of a line, sentence or clause
 * and only with a mark behind it: a sign ("제도:"), a topic particle ("제도적으로는"), or the
 * end of its line ("□ 제도적"). Between label and mark may stand -적, a noun of aspect
 * (측면, 쪽, 과제) and brackets. What is most urgent is said in many ways; for such a label
 * the sentence that says so is the part's beginning. */
#include "config.h"

#include "ingest/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "ingest/key.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
	BRACKET_MAX = 90,    /* bytes of brackets behind a label */
	SENTENCE_MAX = 1500, /* bytes */
	JOINED_MAX = 8,      /* labels in one mark, "조직·인사는" */
};

enum place { INSIDE, CLAUSE, SENTENCE, LINE };

static const char *const derived[] = {"적인", "적", "상", "성"};
static const char *const aspects[] = {"제약", "측면", "차원", "쪽", "부분", "단계",
	"과정", "과제", "요인", "문제", "분야", "면", "사항", "방안", "영역", "관점",
	"조건", "방향", "개선", "대책", "전략", "이슈", "정비", "개정", "제·개정",
	"제개정", "계획", "목표", "가치", "경우"};
/* Aspects that a particle less than the topic's is enough for: "결정 단계에서 …". */
static const char *const stages[] = {"단계", "과정", "측면", "차원", "쪽"};
static const char *const stage_marks[] = {"에서", "의", "에", "에선"};
static const char *const signs[] = {
	":", "：", "-", "–", "—", "―", "=", "→", ")", "]", ">", "】", "〉", "|"};
/* Topic particles and phrases; an eojeol ends behind them. Longest first. */
static const char *const topics[] = {"이라고 하면", "라고 하면", "이라 하면",
	"을 말하자면", "를 말하자면", "을 말하면", "를 말하면", "으로 말하면",
	"로 말하면", "부터 말씀드리면", "부터 말하면", "부터 말하자면", "을 두고",
	"를 두고", "에 관해서는", "에 관하여는", "에 대해서는", "에 대하여는",
	"에서라면", "에 있어서는", "으로서는", "로서는", "으로는", "로는", "에서는",
	"에는", "이라면", "라면", "이라고는", "으론", "론", "에선", "엔", "부터는",
	"은요", "는요", "은", "는", "이요", "요", "이란", "란"};
static const char *const joints[] = {
	"·", "ㆍ", "・", "/", ",", "와", "과", "및", "하고", ""};
static const char *const bullets[] = {"□", "■", "◇", "◆", "○", "●", "◎", "▶", "▷", "▪",
	"•", "◦", "※", "⇒", "→", "-", "*", "·", "ㅇ ", "o ", "[", "<", "(", "【", "〈",
	"**"};

/* Labels that ask what comes first, and how people say it; ^ at an eojeol's start. */
static const char *const urgent_labels[] = {
	"시급", "시급성", "시급 과제", "우선", "우선 과제", "최우선", "급선무"};
static const char *const urgent[] = {"^시급", "^가장 시급", "^제일 시급", "^급한 것",
	"^급한 건", "^급한 순서", "^급한 일", "^급한 과제", "^가장 급", "^제일 급",
	"^급하냐", "^급하다고", "^급하다", "^급함", "^급합니다", "^급선무",
	"^가장 먼저", "^제일 먼저", "^무엇보다 먼저", "^최우선", "^하나만 고르",
	"^하나만 꼽", "^하나만 들", "^하나를 고르", "^하나를 꼽", "^하나만 말",
	"^하나를 들", "^한 가지만 고르", "^한 가지만 꼽", "^한 가지를 꼽",
	"^한 가지를 고르"};

#define N(table) (sizeof(table) / sizeof *(table))

struct mark {
	size_t label[JOINED_MAX], start[JOINED_MAX];
	size_t n;
};

struct finder {
	struct sg_arena *arena;
	const struct sg_question *q;
	struct sg_str s; /* the answer */
	uint32_t base;   /* its offset in the body */
	size_t looked;   /* sentences before this were asked what is urgent */
	size_t urgent;   /* label that asks what comes first, or SIZE_MAX */
	SG_VEC(struct sg_part) parts; /* spans of the answer; stop is filled in late */
};

static bool is_letter_at(struct sg_str s, size_t off)
{
	if (off >= s.n)
		return false;
	enum sg_script script = sg_script_of(sg_utf8_next(s, &off));
	return script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP;
}

static size_t skip_spaces(struct sg_str s, size_t off)
{
	while (off < s.n && (s.p[off] == ' ' || s.p[off] == '\t'))
		off++;
	return off;
}

/* Behind word at off, its spaces being optional in the text; SIZE_MAX for none. */
static size_t match(struct sg_str s, size_t off, struct sg_str word)
{
	size_t j = 0;

	while (j < word.n) {
		uint32_t want = sg_fold(sg_utf8_next(word, &j));
		if (want == ' ') {
			off = skip_spaces(s, off);
			continue;
		}
		if (off < s.n && s.p[off] == ' ' && j > 3)
			off = skip_spaces(s, off);
		if (off >= s.n || sg_fold(sg_utf8_next(s, &off)) != want)
			return SIZE_MAX;
	}
	return off;
}

/* Behind the first word of table at off; SIZE_MAX for none. */
static size_t match_any(struct sg_str s, size_t off, const char *const *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct sg_str word = sg_str_of(table[i]);
		if (sg_str_starts(sg_str_skip(s, off), word))
			return off + word.n;
	}
	return SIZE_MAX;
}

static size_t skip_any(struct sg_str s, size_t off, const char *const *table, size_t n)
{
	size_t stop = match_any(s, off, table, n);

	return stop == SIZE_MAX ? off : stop;
}

/* An aspect at off, perhaps after 의 and blanks; off when there is none. */
static size_t skip_aspect(struct sg_str s, size_t off, bool *stage)
{
	size_t at = skip_spaces(s, off);

	if (sg_str_starts(sg_str_skip(s, at), SG_STR("의 ")))
		at = skip_spaces(s, at + strlen("의 "));
	size_t stop = match_any(s, at, aspects, N(aspects));
	if (stop == SIZE_MAX)
		return off;
	*stage = match_any(s, at, stages, N(stages)) != SIZE_MAX;
	return stop;
}

static size_t skip_brackets(struct sg_str s, size_t off)
{
	size_t at = skip_spaces(s, off);

	if (at >= s.n || s.p[at] != '(')
		return off;
	struct sg_str inner = sg_str_sub(s, at, at + BRACKET_MAX);
	size_t close = sg_str_findc(inner, ')');
	size_t line = sg_str_findc(inner, '\n');
	return close == SIZE_MAX || line < close ? off : at + close + 1;
}

/* Whether a mark stands at off, behind a label and what may follow it. */
static bool is_mark(
	const struct finder *f, size_t off, enum place place, bool stage, bool period)
{
	struct sg_str s = f->s;
	size_t at = skip_spaces(s, off);

	if (sg_str_starts(sg_str_skip(s, at), SG_STR("**")))
		at = skip_spaces(s, at + 2);
	if (at >= s.n || s.p[at] == '\n')
		return place == LINE;
	if (place == LINE && s.p[at] == '.')
		return true;
	if (match_any(s, at, signs, N(signs)) != SIZE_MAX)
		return true;
	for (size_t i = 0; i < N(topics); i++) {
		size_t stop = match(s, off, sg_str_of(topics[i]));
		if (stop != SIZE_MAX && !is_letter_at(s, stop))
			return true;
	}
	size_t stop = SIZE_MAX;
	if (stage)
		stop = match_any(s, off, stage_marks, N(stage_marks));
	else if (period)
		stop = match_any(s, off, (const char *const[]){"으로", "로", "에"}, 3);
	return stop != SIZE_MAX && !is_letter_at(s, stop);
}

/* Half of a label of four letters, when a stage or at a line's beginning a sign
 * follows: "결정 단계에서는", "전달:". */
static size_t match_half(
	struct sg_str s, size_t off, struct sg_str label, enum place place)
{
	size_t half = sg_utf8_offset(label, 2);

	if (sg_utf8_count(label) != 4)
		return SIZE_MAX;
	for (int second = 0; second < 2; second++) {
		bool stage = false;
		size_t stop = match(s, off,
			second ? sg_str_skip(label, half) : sg_str_sub(label, 0, half));
		if (stop == SIZE_MAX)
			continue;
		if (place == LINE &&
			match_any(s, skip_spaces(s, stop), signs, N(signs)) != SIZE_MAX)
			return stop;
		if (skip_aspect(s, stop, &stage) != stop && stage)
			return stop;
	}
	return SIZE_MAX;
}

/* The label at off, the longest; SIZE_MAX for none. */
static size_t find_label(
	const struct finder *f, size_t off, enum place place, size_t *stop)
{
	size_t best = SIZE_MAX, longest = 0;

	for (size_t i = 0; i < f->q->nparts; i++) {
		struct sg_str label = f->q->parts[i];
		size_t end = match(f->s, off, label);
		if (end == SIZE_MAX)
			end = match_half(f->s, off, label, place);
		if (end == SIZE_MAX || end - off <= longest)
			continue;
		longest = end - off;
		best = i;
		*stop = end;
	}
	return best;
}

/* Reads "조직·인사는" or "제도적으로는" at off into m; false when no mark follows. */
static bool read_mark(
	const struct finder *f, size_t off, enum place place, struct mark *m)
{
	struct sg_str s = f->s;

	m->n = 0;
	while (m->n < JOINED_MAX) {
		bool stage = false;
		size_t stop = off, label = find_label(f, off, place, &stop);
		if (label == SIZE_MAX)
			return false;
		m->label[m->n] = label;
		m->start[m->n++] = off;
		/* "단기로", but not in "단기·중기·장기로 나누어" */
		bool period =
			m->n == 1 && sg_str_ends(f->q->parts[label], SG_STR("기"));
		size_t at = skip_any(s, stop, derived, N(derived));
		if (is_mark(f, at, place, false, period) ||
			is_mark(f, skip_brackets(s, at), place, false, period))
			return true;
		size_t after = skip_aspect(s, at, &stage);
		if (after != at) {
			bool more = false;
			after = skip_aspect(s, after, &more);
			if (is_mark(f, skip_brackets(s, after), place, stage || more,
				    period))
				return true;
		}
		size_t joint = match_any(s, at, joints, N(joints) - 1);
		if (joint == SIZE_MAX) /* "중기 장기는" */
			joint = at;
		off = skip_spaces(s, joint);
		if (off == at)
			return false;
	}
	return false;
}

static bool says_urgent(struct sg_str sentence)
{
	for (size_t off = 0, prev = 1; off < sentence.n;) {
		bool start = prev;
		for (size_t i = 0; i < N(urgent) && start; i++)
			if (match(sentence, off, sg_str_of(urgent[i] + 1)) != SIZE_MAX)
				return true;
		prev = !is_letter_at(sentence, off);
		sg_utf8_next(sentence, &off);
	}
	return false;
}

static bool is_stop(struct sg_str s, size_t off)
{
	return s.p[off] == '.' || s.p[off] == '?' || s.p[off] == '!';
}

/* Where the sentence from off ends: at its line's end, or behind a stop before a blank
 * or after Hangul; a longer one is cut, so that the work stays linear. */
static size_t sentence_end(struct sg_str s, size_t off)
{
	size_t limit = off + SENTENCE_MAX;

	while (off < s.n && off < limit && s.p[off] != '\n') {
		bool stop = is_stop(s, off++);
		if (stop && (off >= s.n || s.p[off] == ' ' ||
				    (off > 1 && (unsigned char)s.p[off - 2] >= 0x80)))
			break;
	}
	while (off < s.n && ((unsigned char)s.p[off] & 0xC0) == 0x80)
		off++; /* a cut at the limit falls between code points */
	return off;
}

static void add_part(struct finder *f, size_t label, size_t cut, size_t start)
{
	struct sg_part *last = f->parts.n ? &f->parts.v[f->parts.n - 1] : NULL;
	struct sg_str name = f->q->parts[label];

	if (last && sg_str_eq(last->label, name))
		return;
	if (last)
		last->span.stop = (uint32_t)cut;
	SG_PUSH(&f->parts, (struct sg_part){name, {(uint32_t)start, (uint32_t)f->s.n}});
}

/* What of a text may begin at off, judged by what stands before it. */
static enum place place_of(struct sg_str s, size_t off)
{
	size_t at = off;

	while (at > 0 && (s.p[at - 1] == ' ' || s.p[at - 1] == '\t'))
		at--;
	if (at == 0 || s.p[at - 1] == '\n')
		return LINE;
	if (is_stop(s, at - 1))
		return SENTENCE;
	return at < off && (s.p[at - 1] == ',' || s.p[at - 1] == ';' ||
				   s.p[at - 1] == '/')
		       ? CLAUSE
		       : INSIDE;
}

static size_t skip_bullet(struct sg_str s, size_t off)
{
	size_t mark = sg_bullet(sg_str_skip(s, off));

	off = skip_spaces(s, off + mark);
	for (int i = 0; i < 3; i++)
		off = skip_spaces(s, skip_any(s, off, bullets, N(bullets)));
	return off;
}

/* Takes what begins at off; returns where to go on. */
static size_t take(struct finder *f, size_t off, enum place place)
{
	struct mark m;
	size_t start = place == LINE ? skip_bullet(f->s, off) : off;

	if (start >= f->s.n)
		return f->s.n;
	if (read_mark(f, start, place, &m)) {
		for (size_t i = 0; i < m.n; i++)
			add_part(f, m.label[i], i ? m.start[i] : off, m.start[i]);
		off = m.start[m.n - 1];
		sg_utf8_next(f->s, &off);
		return off;
	}
	if (f->urgent != SIZE_MAX && place != CLAUSE && start >= f->looked) {
		f->looked = sentence_end(f->s, start);
		if (says_urgent(sg_str_sub(f->s, start, f->looked)))
			add_part(f, f->urgent, off, start);
	}
	if (start == off)
		sg_utf8_next(f->s, &start);
	return start;
}

static size_t finish(struct finder *f, struct sg_part **out)
{
	size_t n = f->parts.n;

	*out = n ? sg_arena_array(f->arena, n, sizeof **out) : NULL;
	for (size_t i = 0; i < n; i++) {
		struct sg_part p = f->parts.v[i];
		struct sg_str text =
			sg_str_trim(sg_str_sub(f->s, p.span.start, p.span.stop));
		p.span.start += f->base;
		p.span.stop = p.span.start + (uint32_t)text.n;
		(*out)[i] = p;
	}
	free(f->parts.v);
	return n;
}

size_t sg_parts_find(struct sg_arena *arena, const struct sg_question *question,
	struct sg_str body, struct sg_span span, struct sg_part **out)
{
	struct finder f = {.arena = arena,
		.q = question,
		.s = sg_str_sub(body, span.start, span.stop),
		.base = span.start,
		.urgent = SIZE_MAX};

	for (size_t i = 0; i < question->nparts; i++)
		for (size_t j = 0; j < N(urgent_labels) && f.urgent == SIZE_MAX; j++)
			if (sg_key_eqz(question->parts[i], urgent_labels[j]))
				f.urgent = i;
	for (size_t off = 0; off < f.s.n;) {
		enum place place =
			(unsigned char)f.s.p[off] <= ' ' ? INSIDE : place_of(f.s, off);
		if (place != INSIDE)
			off = take(&f, off, place);
		else
			sg_utf8_next(f.s, &off);
	}
	return finish(&f, out);
}
