/* heading.c - see heading.h. A line is read from the left: marks (#, bullets,
 * brackets), then a question's label or number, then a closing sign, then perhaps the
 * title or wording again. What may be an ordinary sentence ("Q4에서 말한 대로") counts as
 * a heading only when the questionnaire confirms it. */
#include "config.h"

#include "ingest/heading.h"

#include <stdio.h>
#include <string.h>

#include "ingest/key.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
	TITLE_MAX = 60, /* letters that a Markdown heading may have beside its label */
	WORDING_MIN = 18,   /* bytes of a wording that is a heading without number */
	PREFIX_MIN = 4,     /* letters of the beginning of a wording that confirm it */
	QUESTION_MAX = 150, /* letters of an unknown wording */
};

static const char *const bullets[] = {"□", "■", "◇", "◆", "○", "●", "◎", "▶", "▷", "►",
	"▣", "☐", "※", "★", "☆", "▪", "▫", "◦", "•", "❍", "ㅇ ", "- ", "* ", "+ "};
static const char *const openers[] = {
	"[", "<", "(", "{", "【", "〔", "「", "『", "《", "〈", "［", "＜", "（"};
static const char *const closers[] = {
	"]", ">", ")", "}", "】", "〕", "」", "』", "》", "〉", "］", "＞", "）"};
/* Longest first where one begins another; Latin letters in any case. */
static const char *const prefixes[] = {
	"question", "질문사항", "질문", "질의", "문항", "물음", "설문", "문", "q"};
static const char *const after_prefix[] = {"no.", ".", "#", "-", ":"};
static const char *const nouns[] = {"문항", "질문", "질의", "물음", "문"};
static const char *const terminators[] = {".", ")", ":", "|", "=", "：", "）", "．",
	"。", ">", "]", "-", "–", "—", "―", "→"};
static const char *const joiners[] = {
	"~", "～", "∼", ",", "/", "·", "ㆍ", "・", "&", "와", "과", "및", "-"};

#define N(table) (sizeof(table) / sizeof *(table))

struct scan {
	struct sg_str s; /* the line */
	size_t off;
	uint32_t level;
	bool bold, bullet;
	int bracket;          /* index of the opener, or -1 */
	bool closed;          /* a closing sign followed the label */
	bool strong;          /* a word like 문항 stood before or behind the number */
	bool joint;           /* several questions: "Q4~Q6" */
	uint32_t number, sub; /* sub 0: none */
	uint32_t literal;     /* question whose label stood there, or SG_NO_QUESTION */
};

static bool is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x3000 || cp == 0xFEFF ||
	       cp == 0x200B;
}

static void skip_blanks(struct scan *z)
{
	while (z->off < z->s.n) {
		size_t next = z->off;
		if (!is_blank(sg_utf8_next(z->s, &next)))
			return;
		z->off = next;
	}
}

/* Bytes of s at off that equal word, Latin case and width apart; 0 for none. */
static size_t folded_prefix(struct sg_str s, size_t off, struct sg_str word)
{
	size_t i = off, j = 0;

	while (j < word.n) {
		if (i >= s.n ||
			sg_fold(sg_utf8_next(s, &i)) != sg_fold(sg_utf8_next(word, &j)))
			return 0;
	}
	return i - off;
}

/* Index of the table's word at the cursor, which moves behind it; -1 for none. */
static int eat(struct scan *z, const char *const *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = folded_prefix(z->s, z->off, sg_str_of(table[i]));
		if (len) {
			z->off += len;
			return (int)i;
		}
	}
	return -1;
}

static bool at_letter(struct sg_str s, size_t off)
{
	if (off >= s.n)
		return false;
	enum sg_script script = sg_script_of(sg_utf8_next(s, &off));
	return script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP;
}

static bool eat_bold(struct scan *z)
{
	static const char *const signs[] = {"**", "__"};

	return eat(z, signs, N(signs)) >= 0;
}

static void read_marks(struct scan *z)
{
	skip_blanks(z);
	while (z->off < z->s.n && z->s.p[z->off] == '#' && z->level < 6) {
		z->level++;
		z->off++;
	}
	skip_blanks(z);
	z->bullet = eat(z, bullets, N(bullets)) >= 0;
	skip_blanks(z);
	z->bold = eat_bold(z);
	z->bracket = eat(z, openers, N(openers));
	skip_blanks(z);
	z->bold |= eat_bold(z);
}

/* One to three digits, of any width; 0 for none or more. */
static uint32_t read_number(struct scan *z)
{
	uint32_t value = 0;
	size_t digits = 0, at = z->off;

	while (at < z->s.n) {
		size_t next = at;
		uint32_t cp = sg_fold(sg_utf8_next(z->s, &next));
		if (cp < '0' || cp > '9')
			break;
		if (++digits > 3)
			return 0;
		value = value * 10 + (cp - '0');
		at = next;
	}
	if (value)
		z->off = at;
	return value;
}

static uint32_t read_circled(struct scan *z)
{
	size_t next = z->off;

	if (z->off >= z->s.n)
		return 0;
	uint32_t cp = sg_utf8_next(z->s, &next);
	if (cp < 0x2460 || cp > 0x2473) /* ① to ⑳ */
		return 0;
	z->off = next;
	return cp - 0x2460 + 1;
}

/* "-1" behind a number, when a digit follows at once. */
static void read_sub(struct scan *z)
{
	size_t before = z->off;

	if (before >= z->s.n || (z->s.p[before] != '-' && z->s.p[before] != '_'))
		return;
	z->off++;
	z->sub = read_number(z);
	if (z->sub == 0)
		z->off = before;
}

/* "~Q6", ", 5" behind a number. */
static void read_joined(struct scan *z)
{
	size_t before = z->off;

	for (;;) {
		skip_blanks(z);
		if (eat(z, joiners, N(joiners)) < 0)
			break;
		skip_blanks(z);
		eat(z, prefixes, N(prefixes));
		skip_blanks(z);
		if (read_number(z) == 0)
			break;
		z->joint = true;
		before = z->off;
	}
	z->off = before;
}

static void read_literal(struct scan *z, const struct sg_questionnaire *q)
{
	size_t longest = 0;

	for (size_t i = 0; q && i < q->nquestions; i++) {
		struct sg_str label = q->questions[i].label;
		uint64_t number;
		if (sg_str_uint(label, UINT32_MAX, &number))
			continue;
		size_t n = folded_prefix(z->s, z->off, label);
		if (n > longest && !at_letter(z->s, z->off + n)) {
			longest = n;
			z->literal = (uint32_t)i;
		}
	}
	z->off += longest;
	z->strong = longest > 0;
	if (z->strong)
		read_sub(z);
}

/* Label or number at the cursor; false when there is none. */
static bool read_label(struct scan *z, const struct sg_questionnaire *q)
{
	size_t before = z->off;

	read_literal(z, q);
	if (!z->strong) {
		if (eat(z, (const char *const[]){"제"}, 1) < 0 &&
			eat(z, prefixes, N(prefixes)) >= 0) {
			z->strong = true;
			skip_blanks(z);
			eat(z, after_prefix, N(after_prefix));
		}
		skip_blanks(z);
		z->number = read_number(z);
		if (z->number == 0 && !z->strong)
			z->number = read_circled(z);
		if (z->number == 0) {
			z->off = before;
			z->strong = false;
			return false;
		}
		read_sub(z);
		bool counted = eat(z, (const char *const[]){"번"}, 1) >= 0;
		size_t at = z->off;
		skip_blanks(z);
		if ((counted || !z->strong) && eat(z, nouns, N(nouns)) >= 0)
			z->strong = true;
		else
			z->off = at;
	}
	if (z->strong)
		read_joined(z);
	return true;
}

/* A full stop before a digit is a decimal point, a dash before a letter a compound. */
static bool is_terminator(const struct scan *z, int which)
{
	struct sg_str s = z->s;

	if (which < 0)
		return false;
	const char *sign = terminators[which];
	if (*sign == '.' && z->off < s.n && s.p[z->off] >= '0' && s.p[z->off] <= '9')
		return false;
	return *sign != '-' || !at_letter(s, z->off);
}

static void read_closing(struct scan *z)
{
	for (;;) {
		size_t before = z->off;
		skip_blanks(z);
		if (eat_bold(z)) {
			z->closed |= z->bold;
			continue;
		}
		if (z->bracket >= 0 && !z->closed &&
			eat(z, &closers[z->bracket], 1) >= 0) {
			z->closed = true;
			continue;
		}
		size_t at = z->off;
		int which = eat(z, terminators, N(terminators));
		/* "Q1. - 가": the dash is a list mark of the answer */
		if (is_terminator(z, which) &&
			!(z->closed && *terminators[which] == '-')) {
			z->closed = true;
			continue;
		}
		z->off = at > before && !z->closed && at < z->s.n ? before : at;
		return;
	}
}

static size_t skip_signs(struct sg_str s, size_t off, size_t stop)
{
	while (off < stop) {
		size_t next = off;
		uint32_t cp = sg_utf8_next(s, &next);
		if (cp == '\n' || at_letter(s, off))
			break;
		off = next;
	}
	return off;
}

/* Where the wording ends that body repeats from off, or 0. It may go on over lines; a
 * line that holds only its beginning counts too. */
static size_t wording_end(
	struct sg_str wording, struct sg_str body, size_t off, size_t stop, bool *whole)
{
	struct sg_str left;
	size_t reach = off + 4 * wording.n + 64;
	while (reach < body.n && ((unsigned char)body.p[reach] & 0xC0) == 0x80)
		reach++; /* between code points */
	size_t met = sg_key_match(sg_str_sub(body, off, reach), wording, &left);

	*whole = met != SIZE_MAX && left.n == 0 && met > 0;
	if (*whole) {
		/* its own closing signs, at most as many as it was written with */
		size_t end = off + met, signs = 0;
		while (signs < 3 && end < body.n && memchr("?.!)\"", body.p[end], 5)) {
			end++;
			signs++;
		}
		return end;
	}
	struct sg_str line = sg_str_sub(body, off, stop);
	met = sg_key_match(line, wording, &left);
	return met != SIZE_MAX && sg_key_length(line) >= PREFIX_MIN ? stop : 0;
}

/* The same for the title, which must stand alone or before a sign or the wording. */
static size_t title_end(const struct sg_question *qn, struct sg_str body, size_t off,
	size_t stop, bool *whole)
{
	struct sg_str left, line = sg_str_sub(body, off, stop);
	size_t met = sg_key_match(line, qn->title, &left);

	*whole = false;
	if (met == SIZE_MAX || met == 0)
		return 0;
	if (left.n) /* "조직" may be a part's label, not "조직·인사·예산" cut short */
		return 2 * sg_key_length(line) >= sg_key_length(qn->title) ? stop : 0;
	if (at_letter(body, off + met))
		return 0;
	size_t next = skip_signs(body, off + met, stop);
	size_t end =
		qn->wording.n ? wording_end(qn->wording, body, next, stop, whole) : 0;
	if (end)
		return end;
	struct sg_str rest = sg_str_trim(sg_str_sub(body, off + met, next));
	return next == stop || (rest.n && !memchr("\"'", rest.p[0], 2)) ? next : 0;
}

/* Where the question's title and wording end that follow its label, or 0. */
static size_t repeated_end(const struct sg_question *qn, struct sg_str body, size_t off,
	size_t stop, bool *whole)
{
	size_t end = 0;

	*whole = false;
	if (off >= stop)
		return 0;
	if (qn->title.n)
		end = title_end(qn, body, off, stop, whole);
	if (!end && qn->wording.n)
		end = wording_end(qn->wording, body, off, stop, whole);
	return end;
}

/* Share of letter pairs of a that b has too is at least a half. */
static bool resembles(struct sg_str a, struct sg_str b)
{
	size_t pairs = 0, common = 0, i = 0;
	uint32_t first = sg_key_next(a, &i), second;

	while (first && (second = sg_key_next(a, &i)) != 0) {
		size_t j = 0;
		uint32_t x = sg_key_next(b, &j), y;
		pairs++;
		while (x && (y = sg_key_next(b, &j)) != 0) {
			if (x == first && y == second) {
				common++;
				break;
			}
			x = y;
		}
		first = second;
	}
	return pairs && common * 2 >= pairs;
}

/* Whether the rest of a heading's line is a question rather than an answer. */
static bool reads_as_question(struct sg_str rest, const struct sg_question *qn)
{
	rest = sg_str_trim(rest);
	if (rest.n == 0 || sg_key_length(rest) > QUESTION_MAX)
		return false;
	if (!sg_str_ends(rest, SG_STR("?")) && !sg_str_ends(rest, SG_STR("？")) &&
		!sg_str_ends(rest, SG_STR("시오")) &&
		!sg_str_ends(rest, SG_STR("시오.")))
		return false;
	return !qn || !qn->wording.n || resembles(rest, qn->wording);
}

static enum sg_heading_kind take_question(const struct scan *z,
	const struct sg_question *qn, struct sg_str body, size_t start, size_t stop,
	struct sg_heading *out)
{
	struct sg_str rest = sg_str_trim(sg_str_sub(body, start + z->off, stop));
	bool whole = false;
	size_t end = qn ? repeated_end(qn, body, start + z->off, stop, &whole) : 0;

	if (!z->level && !z->closed && !z->bold && rest.n && !end)
		return SG_HEADING_NONE;
	out->text = end ? end : start + z->off;
	if (!end && z->level && sg_key_length(rest) <= TITLE_MAX)
		out->text = stop;
	else if (!end && reads_as_question(rest, qn))
		out->asks = stop;
	return SG_HEADING_QUESTION;
}

static uint32_t find_question(const struct sg_questionnaire *q, const struct scan *z)
{
	char label[40];
	uint32_t at = SG_NO_QUESTION;

	if (z->literal != SG_NO_QUESTION)
		return z->literal;
	for (int bare = 0; bare < 2 && at == SG_NO_QUESTION; bare++) {
		if (z->sub)
			snprintf(label, sizeof label, "%s%u-%u", bare ? "" : "Q",
				z->number, z->sub);
		else
			snprintf(label, sizeof label, "%s%u", bare ? "" : "Q",
				z->number);
		at = sg_questionnaire_find(q, sg_str_of(label));
	}
	return at;
}

/* A label with a word ("Q4", "문 4", "4번 문항") or of the questionnaire. */
static enum sg_heading_kind read_strong(const struct sg_questionnaire *q, uint32_t last,
	struct scan *z, struct sg_str body, size_t start, size_t stop,
	struct sg_heading *out)
{
	bool alone = sg_str_trim(sg_str_sub(body, start + z->off, stop)).n == 0;

	if (z->sub)
		snprintf(out->label, sizeof out->label, "Q%u-%u", z->number, z->sub);
	else
		snprintf(out->label, sizeof out->label, "Q%u", z->number);
	if (z->joint) {
		out->text = start + z->off;
		return z->level || z->closed || alone ? SG_HEADING_UNKNOWN
						      : SG_HEADING_NONE;
	}
	if (!q)
		return take_question(z, NULL, body, start, stop, out);
	out->question = find_question(q, z);
	if (z->sub &&
		(z->literal != SG_NO_QUESTION || out->question == SG_NO_QUESTION)) {
		/* an item of a question that the questionnaire does not divide */
		z->sub = 0;
		out->question = find_question(q, z);
		if (out->question != SG_NO_QUESTION && out->question == last)
			return SG_HEADING_NONE;
	}
	if (out->question != SG_NO_QUESTION)
		return take_question(
			z, &q->questions[out->question], body, start, stop, out);
	out->text = start + z->off;
	return z->level || z->closed || z->bold || alone ? SG_HEADING_UNKNOWN
							 : SG_HEADING_NONE;
}

/* "4. 제약": the questionnaire must know number and text, and the number must come
 * after the open question unless the whole wording is there. */
static enum sg_heading_kind read_weak(const struct sg_questionnaire *q, uint32_t last,
	const struct scan *z, struct sg_str body, size_t start, size_t stop,
	struct sg_heading *out)
{
	bool whole = false, marked = z->level || (z->bracket >= 0 && z->closed);
	uint32_t at = find_question(q, z);

	if (at == SG_NO_QUESTION)
		return SG_HEADING_NONE;
	bool later = last == SG_NO_QUESTION || at > last;
	bool alone = sg_str_trim(sg_str_sub(body, start + z->off, stop)).n == 0;
	size_t end =
		repeated_end(&q->questions[at], body, start + z->off, stop, &whole);
	if (!(end && (later || whole)) && !(alone && marked && later))
		return SG_HEADING_NONE;
	out->question = at;
	out->by_number = true;
	out->text = end ? end : start + z->off;
	return SG_HEADING_QUESTION;
}

/* A line without number: the whole wording, or with a mark the title. */
static enum sg_heading_kind read_wording(const struct sg_questionnaire *q,
	const struct scan *z, struct sg_str body, size_t start, size_t stop,
	struct sg_heading *out)
{
	bool marked = z->level || z->bold || z->bracket >= 0, whole;
	struct sg_str rest = sg_str_sub(body, start + z->off, stop);

	for (size_t i = 0; i < q->nquestions; i++) {
		const struct sg_question *qn = &q->questions[i];
		size_t end = 0;
		if (qn->wording.n >= WORDING_MIN) {
			end = wording_end(
				qn->wording, body, start + z->off, stop, &whole);
			end = whole ? end : 0;
		}
		if (!end && marked && qn->title.n && sg_key_eq(rest, qn->title))
			end = stop;
		if (!end)
			continue;
		out->question = (uint32_t)i;
		out->text = end;
		return SG_HEADING_QUESTION;
	}
	return SG_HEADING_NONE;
}

static struct sg_str without_number(struct sg_str s)
{
	struct scan z = {.s = s, .bracket = -1, .literal = SG_NO_QUESTION};

	skip_blanks(&z);
	if (read_number(&z) || read_circled(&z))
		read_closing(&z);
	return sg_str_skip(s, z.off);
}

static bool is_group(const struct sg_questionnaire *q, struct sg_str rest, bool marked)
{
	rest = without_number(rest);
	size_t letters = sg_key_length(rest);
	for (size_t i = 0; i < q->ngroups; i++)
		if (letters >= (marked ? 2 : 8) &&
			sg_key_eq(rest, without_number(q->groups[i])))
			return true;
	return false;
}

enum sg_heading_kind sg_heading_read(const struct sg_questionnaire *q, uint32_t last,
	struct sg_str body, size_t start, size_t stop, struct sg_heading *out)
{
	struct scan z = {.s = sg_str_sub(body, start, stop),
		.bracket = -1,
		.literal = SG_NO_QUESTION};
	enum sg_heading_kind kind = SG_HEADING_NONE;

	memset(out, 0, sizeof *out);
	out->question = SG_NO_QUESTION;
	read_marks(&z);
	out->level = z.level;
	struct scan marks = z;
	if (read_label(&z, q) && !at_letter(z.s, z.off)) {
		read_closing(&z);
		if (z.strong)
			kind = read_strong(q, last, &z, body, start, stop, out);
		else if (q)
			kind = read_weak(q, last, &z, body, start, stop, out);
	}
	if (kind == SG_HEADING_NONE && q && marks.off < marks.s.n) {
		kind = read_wording(q, &marks, body, start, stop, out);
		if (kind == SG_HEADING_NONE &&
			is_group(q, sg_str_skip(marks.s, marks.off), z.level > 0))
			kind = SG_HEADING_GROUP;
	}
	if (kind == SG_HEADING_NONE && z.level &&
		sg_str_trim(sg_str_skip(marks.s, marks.off)).n)
		kind = SG_HEADING_OTHER;
	if (kind == SG_HEADING_GROUP || kind == SG_HEADING_OTHER)
		out->text = stop;
	return out->kind = kind;
}

uint32_t sg_heading_number(struct sg_str line, char *mark, size_t *text)
{
	struct scan z = {.s = line, .bracket = -1, .literal = SG_NO_QUESTION};

	skip_blanks(&z);
	uint32_t number = read_number(&z);
	if (number == 0 || z.off >= line.n)
		return 0;
	*mark = line.p[z.off];
	*text = z.off + 1;
	if (*mark == '.' && *text < line.n && line.p[*text] >= '0' &&
		line.p[*text] <= '9')
		return 0;
	return *mark == '.' || *mark == ')' ? number : 0;
}
