/* random_study.h - a small study (codebook, questionnaire, answers, people's words on
 * answers) made and edited at random from a seed, and written out as the files a user
 * would have. Words are few, so that rules meet texts often. Header only.
 */
#ifndef SG_TEST_RANDOM_STUDY_H
#define SG_TEST_RANDOM_STUDY_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

struct rs_rule {
	int kind; /* index of rs_rule_marks */
	char scope[32], expr[160], facet[64];
};
struct rs_code {
	char id[4], name[16];
	int level, unit, within; /* units: index of rs_units, 0: none */
	char questions[32], defaults[32];
	struct rs_rule rules[6];
	size_t nrules;
};
struct rs_book {
	int unit, within;
	bool facets_turned; /* declared in the other order */
	struct rs_code codes[10];
	size_t ncodes;
	struct {
		bool there;
		char expr[160];
	} lists[3];
};
struct rs_question {
	bool there, parts, asked;
	int focus; /* number of an id, -1: none */
};
struct rs_source {
	bool there;
	int respondent, job;
	struct {
		bool there;
		char text[900];
	} answers[4];
};
struct rs_ruling {
	int respondent, question, state; /* state: index of rs_states */
};
struct rs_study {
	struct rs_book book;
	struct rs_question questions[4];
	bool questions_turned;
	struct rs_source sources[5];
	struct rs_ruling rulings[64]; /* as they were said, those taken back included */
	size_t nrulings;
};

static const char *const rs_rule_marks[] = {"", "EXCEPT ", "NOT "};
static const char *const rs_units[] = {"", "sentence", "paragraph", "part", "answer"};
static const char *const rs_ids[] = {"A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3",
	"B4", "B5", "C1", "C2", "C3", "C4", "C5"};
static const char *const rs_lists[] = {"부정", "사람", "제도"};
static const char *const rs_states[] = {"answered", "none", "not_asked"};
enum { RS_IDS = sizeof rs_ids / sizeof *rs_ids };

struct rs_random {
	uint64_t state;
};

/* xorshift64*: Vigna, "An experimental exploration of Marsaglia's xorshift generators,
 * scrambled" (2016). */
static inline size_t rs_below(struct rs_random *r, size_t n)
{
	r->state ^= r->state >> 12;
	r->state ^= r->state << 25;
	r->state ^= r->state >> 27;
	return (size_t)(r->state * UINT64_C(2685821657736338717) >> 33) % n;
}

#define RS_PICK(r, array) (array)[rs_below((r), sizeof(array) / sizeof *(array))]

static inline void rs_term(struct rs_random *r, struct sg_buf *b)
{
	static const char *const terms[] = {"예산", "인력", "데이터", "정부", "^정부",
		"=정부", "*정부", "부족", "담당자", "신뢰", "AI", "개인정보 보호",
		"개인정보보호", "~부족하다", "~어렵다", "~바뀌다", "~낮다", "~없다",
		"담당자가 ~바뀌다", "\"정부는\"", "/[0-9]+ ?년/", "/예산|인력/",
		"/[가-힣]+서비스/", "/부족.{0,20}?정부/"};

	sg_buf_addz(b, RS_PICK(r, terms));
}

static inline void rs_expr(struct rs_random *r, int depth, struct sg_buf *b);

/* An operand: in parentheses where it has to be. */
static inline void rs_item(struct rs_random *r, int depth, struct sg_buf *b)
{
	size_t what = rs_below(r, 12);

	if (what == 0) {
		sg_buf_printf(b, "$%s", RS_PICK(r, rs_lists));
	} else if (what == 1) {
		sg_buf_printf(b, "@%s", RS_PICK(r, rs_ids));
	} else if (what == 2) {
		sg_buf_addz(b, rs_below(r, 2) ? "NEGATED(" : "AFFIRMED(");
		rs_expr(r, depth - 1, b);
		sg_buf_addc(b, ')');
	} else if (depth > 0 && what < 6) {
		sg_buf_addc(b, '(');
		rs_expr(r, depth - 1, b);
		sg_buf_addc(b, ')');
	} else {
		rs_term(r, b);
	}
}

static inline void rs_expr(struct rs_random *r, int depth, struct sg_buf *b)
{
	static const char *const links[] = {" AND ", " NOT ", " NEAR/2 ", " NEAR/5 ",
		" THEN/3 ", " NOT NEAR/2 ", " EXCEPT ", " | ", " | "};
	size_t n = 0;

	rs_item(r, depth, b);
	if (depth <= 0 || rs_below(r, 3) == 0)
		return;
	const char *link = RS_PICK(r, links);
	/* These two take one operand on either side. */
	bool pair = strstr(link, "EXCEPT") || strstr(link, "NOT NEAR");
	do {
		sg_buf_addz(b, link);
		rs_item(r, depth - 1, b);
	} while (!pair && ++n < 3 && rs_below(r, 2));
}

static inline void rs_new_expr(struct rs_random *r, char *out, size_t cap)
{
	struct sg_buf b;

	do {
		sg_buf_init(&b);
		rs_expr(r, 2, &b);
		size_t n = b.n;
		snprintf(out, cap, "%s", sg_buf_z(&b));
		sg_buf_release(&b);
		if (n < cap)
			return;
	} while (true);
}

static inline const char *rs_place(struct rs_random *r)
{
	static const char *const places[] = {
		"Q1", "Q2", "Q3", "Q1, Q4", "Q2.시급", "시급", "단기, Q1"};

	return RS_PICK(r, places);
}

static inline void rs_new_rule(struct rs_random *r, struct rs_rule *rule)
{
	static const char *const facets[] = {"입장: 찬성", "입장: 반대", "성격: 현황",
		"성격: 제안, 입장: 찬성", "입장: 반대, 성격: 제안"};
	size_t kind = rs_below(r, 8);

	memset(rule, 0, sizeof *rule);
	rule->kind = kind > 1 ? 0 : (int)kind + 1;
	rs_new_expr(r, rule->expr, sizeof rule->expr);
	if (rule->kind == 0 && rs_below(r, 4) == 0)
		snprintf(rule->scope, sizeof rule->scope, "%s", rs_place(r));
	if (rule->kind == 0 && rs_below(r, 4) == 0)
		snprintf(rule->facet, sizeof rule->facet, "%s", RS_PICK(r, facets));
}

static inline bool rs_has_id(const struct rs_book *b, const char *id)
{
	for (size_t i = 0; i < b->ncodes; i++)
		if (strcmp(b->codes[i].id, id) == 0)
			return true;
	return false;
}

static inline void rs_new_id(struct rs_random *r, const struct rs_book *b, char *out)
{
	const char *id;

	do
		id = RS_PICK(r, rs_ids);
	while (rs_has_id(b, id));
	snprintf(out, 4, "%s", id);
}

static inline void rs_new_text(struct rs_random *r, char *out, size_t cap)
{
	static const char *const words[] = {"예산", "인력", "데이터", "정부",
		"전자정부", "지능형정부서비스", "담당자", "신뢰", "AI", "개인정보 보호",
		"개인정보보호", "2019년", "공공서비스", "제도"};
	static const char *const tails[] = {
		"", "이", "가", "는", "을", "의", "에서", "도"};
	static const char *const verbs[] = {"부족합니다", "부족하지 않다", "어렵고",
		"어려워서", "바뀝니다", "자주 바뀌었다", "낮다", "없습니다", "좋다",
		"안 낮다"};
	struct sg_buf b;
	size_t sentences = 1 + rs_below(r, 4);

	sg_buf_init(&b);
	if (rs_below(r, 10) == 0)
		sg_buf_addz(&b, rs_below(r, 2) ? "모름" : "");
	else
		for (size_t i = 0; i < sentences; i++) {
			size_t n = 1 + rs_below(r, 4);
			if (rs_below(r, 5) == 0)
				sg_buf_addz(
					&b, rs_below(r, 2) ? "\n시급: " : "\n단기: ");
			for (size_t k = 0; k < n; k++)
				sg_buf_printf(&b, "%s%s ", RS_PICK(r, words),
					RS_PICK(r, tails));
			sg_buf_addz(&b, RS_PICK(r, verbs));
			sg_buf_addz(&b, rs_below(r, 4) ? ". " : ".\n");
		}
	snprintf(out, cap, "%.*s", (int)(b.n < cap ? b.n : 0), b.n ? sg_buf_z(&b) : "");
	sg_buf_release(&b);
}

/* --- edits --- */

static inline void rs_add_code(struct rs_random *r, struct rs_book *b)
{
	static const char *const names[] = {"제약", "동인", "가치", "신뢰", "예산"};
	struct rs_code c = {.level = 2 + (int)rs_below(r, 3)};

	if (b->ncodes == sizeof b->codes / sizeof *b->codes)
		return;
	rs_new_id(r, b, c.id);
	snprintf(c.name, sizeof c.name, "%s %zu", RS_PICK(r, names), rs_below(r, 1000));
	for (c.nrules = rs_below(r, 4); c.nrules < 1;)
		c.nrules = rs_below(r, 4);
	for (size_t i = 0; i < c.nrules; i++)
		rs_new_rule(r, &c.rules[i]);
	size_t at = rs_below(r, b->ncodes + 1);
	memmove(b->codes + at + 1, b->codes + at, (b->ncodes - at) * sizeof c);
	b->codes[at] = c;
	b->ncodes++;
}

static inline void rs_drop_code(struct rs_book *b, size_t at)
{
	b->ncodes--;
	memmove(b->codes + at, b->codes + at + 1, (b->ncodes - at) * sizeof *b->codes);
}

/* References go with a renamed id every other time. */
static inline void rs_rename(struct rs_random *r, struct rs_book *b, struct rs_code *c)
{
	char old[4], new[4];

	memcpy(old, c->id, sizeof old);
	rs_new_id(r, b, new);
	memcpy(c->id, new, sizeof new);
	for (size_t i = 0; i < b->ncodes && rs_below(r, 2); i++)
		for (size_t k = 0; k < b->codes[i].nrules; k++) {
			char *at = b->codes[i].rules[k].expr;
			while ((at = strchr(at, '@')))
				if (strncmp(++at, old, 2) == 0)
					memcpy(at, new, 2);
		}
}

static inline void rs_edit_rules(struct rs_random *r, struct rs_code *c)
{
	struct rs_rule *a = &c->rules[rs_below(r, c->nrules)],
		       *z = &c->rules[rs_below(r, c->nrules)], swap;

	switch (rs_below(r, 5)) {
	case 0:
		if (c->nrules < sizeof c->rules / sizeof *c->rules)
			rs_new_rule(r, &c->rules[c->nrules++]);
		return;
	case 1:
		if (c->nrules > 1)
			*a = c->rules[--c->nrules];
		return;
	case 2:
		swap = *a;
		*a = *z;
		*z = swap;
		return;
	case 3:
		snprintf(a->scope, sizeof a->scope, "%s", a->kind ? "" : rs_place(r));
		return;
	default: rs_new_rule(r, a); return;
	}
}

static inline void rs_edit_code(struct rs_random *r, struct rs_book *b)
{
	size_t at = rs_below(r, b->ncodes), to = rs_below(r, b->ncodes);
	struct rs_code *c = &b->codes[at], swap = *c;

	switch (rs_below(r, 11)) {
	case 0: c->unit = (int)rs_below(r, 5); return;
	case 1: c->within = (int)rs_below(r, 5); return;
	case 2:
		snprintf(c->questions, sizeof c->questions, "%s",
			rs_below(r, 2) ? rs_place(r) : "");
		return;
	case 3:
		snprintf(c->defaults, sizeof c->defaults, "%s",
			rs_below(r, 2)   ? "Q1"
			: rs_below(r, 2) ? "Q2, Q3"
					 : "");
		return;
	case 4: c->level = 2 + (int)rs_below(r, 3); return;
	case 5:
		*c = b->codes[to];
		b->codes[to] = swap;
		return;
	case 6: /* two codes change their places in the tree, not their rules */
		memcpy(c->id, b->codes[to].id, sizeof c->id);
		memcpy(b->codes[to].id, swap.id, sizeof swap.id);
		return;
	case 7: rs_rename(r, b, c); return;
	case 8:
		if (b->ncodes > 2)
			rs_drop_code(b, at);
		return;
	case 9: snprintf(c->name, sizeof c->name, "이름 %zu", rs_below(r, 99)); return;
	default: rs_add_code(r, b); return;
	}
}

static inline void rs_edit_book(struct rs_random *r, struct rs_book *b)
{
	size_t list = rs_below(r, 3);

	switch (rs_below(r, 10)) {
	case 0: b->unit = (int)rs_below(r, 5); return;
	case 1: b->within = (int)rs_below(r, 5); return;
	case 2: b->facets_turned = !b->facets_turned; return;
	case 3:
		b->lists[list].there = !b->lists[list].there;
		rs_new_expr(r, b->lists[list].expr, sizeof b->lists[list].expr);
		return;
	case 4: rs_new_expr(r, b->lists[list].expr, sizeof b->lists[list].expr); return;
	case 5:
	case 6: rs_edit_code(r, b); return;
	default: rs_edit_rules(r, &b->codes[rs_below(r, b->ncodes)]); return;
	}
}

static inline void rs_edit_source(struct rs_random *r, struct rs_source *s)
{
	size_t q = rs_below(r, 4);

	switch (rs_below(r, 6)) {
	case 0: s->there = !s->there; return;
	case 1: s->respondent = (int)rs_below(r, 4); return;
	case 2: s->job = (int)rs_below(r, 3); return;
	case 3: s->answers[q].there = !s->answers[q].there; return;
	default: rs_new_text(r, s->answers[q].text, sizeof s->answers[q].text); return;
	}
}

static inline void rs_edit(struct rs_random *r, struct rs_study *s)
{
	struct rs_question *q = &s->questions[rs_below(r, 4)];

	switch (rs_below(r, 14)) {
	case 0: q->there = !q->there; return;
	case 1: q->parts = !q->parts; return;
	case 2: q->asked = !q->asked; return;
	case 3: q->focus = (int)rs_below(r, RS_IDS + 1) - 1; return;
	case 4: s->questions_turned = !s->questions_turned; return;
	case 5:
	case 6:
	case 7: rs_edit_source(r, &s->sources[rs_below(r, 5)]); return;
	default: rs_edit_book(r, &s->book); return;
	}
}

static inline void rs_init(struct rs_random *r, struct rs_study *s)
{
	memset(s, 0, sizeof *s);
	for (size_t i = 0; i < 5; i++) {
		s->sources[i].there = i < 3;
		s->sources[i].respondent = (int)(i % 4);
		for (size_t q = 0; q < 4; q++) {
			s->sources[i].answers[q].there = rs_below(r, 5) > 0;
			rs_new_text(r, s->sources[i].answers[q].text,
				sizeof s->sources[i].answers[q].text);
		}
	}
	for (size_t q = 0; q < 4; q++)
		s->questions[q] =
			(struct rs_question){q<3, rs_below(r, 2)> 0, false, -1};
	for (size_t i = 0; i < 3; i++) {
		s->book.lists[i].there = true;
		snprintf(s->book.lists[i].expr, sizeof s->book.lists[i].expr, "%s",
			i == 0   ? "부족 | ~어렵다"
			: i == 1 ? "담당자 | 인력"
				 : "제도 | 정부");
	}
	/* References to codes that are not there are errors: begin without. */
	while (s->book.ncodes < 4) {
		size_t before = s->book.ncodes;
		rs_add_code(r, &s->book);
		for (size_t i = 0; i < s->book.ncodes && before < s->book.ncodes; i++)
			for (size_t k = 0; k < s->book.codes[i].nrules; k++)
				if (strchr(s->book.codes[i].rules[k].expr, '@'))
					snprintf(s->book.codes[i].rules[k].expr, 32,
						"예산");
	}
}

/* --- files --- */

static inline void rs_print_code(const struct rs_code *c, int level, struct sg_buf *b)
{
	sg_buf_printf(b, "\n%.*s %s %s\n", level, "####", c->id, c->name);
	if (c->unit)
		sg_buf_printf(b, "* unit: %s\n", rs_units[c->unit]);
	if (c->within)
		sg_buf_printf(b, "* within: %s\n", rs_units[c->within]);
	if (c->questions[0])
		sg_buf_printf(b, "* questions: %s\n", c->questions);
	if (c->defaults[0])
		sg_buf_printf(b, "* default: %s\n", c->defaults);
	for (size_t i = 0; i < c->nrules; i++) {
		const struct rs_rule *r = &c->rules[i];
		sg_buf_printf(b, "- %s%s%s%s%s%s%s\n", r->scope[0] ? "[" : "", r->scope,
			r->scope[0] ? "] " : "", rs_rule_marks[r->kind], r->expr,
			r->facet[0] ? " => " : "", r->facet);
	}
}

static inline void rs_print_book(const struct rs_book *book, struct sg_buf *b)
{
	static const char *const facets[] = {"입장: 찬성 | 반대", "성격: 현황 | 제안"};
	int level = 1;

	sg_buf_reset(b);
	sg_buf_addz(b, "# 책\n");
	if (book->unit)
		sg_buf_printf(b, "* unit: %s\n", rs_units[book->unit]);
	if (book->within)
		sg_buf_printf(b, "* within: %s\n", rs_units[book->within]);
	for (size_t i = 0; i < 2; i++)
		sg_buf_printf(
			b, "* facet %s\n", facets[book->facets_turned ? 1 - i : i]);
	for (size_t i = 0; i < 3; i++)
		if (book->lists[i].there)
			sg_buf_printf(
				b, "* $%s = %s\n", rs_lists[i], book->lists[i].expr);
	for (size_t i = 0; i < book->ncodes; i++) {
		level = book->codes[i].level > level + 1 ? level + 1
							 : book->codes[i].level;
		rs_print_code(&book->codes[i], level, b);
	}
}

static inline void rs_print_questions(const struct rs_study *s, struct sg_buf *b)
{
	sg_buf_reset(b);
	sg_buf_addz(b, "# 조사\n## 1 묶음\n");
	for (size_t i = 0; i < 4; i++) {
		size_t n = s->questions_turned ? 3 - i : i;
		const struct rs_question *q = &s->questions[n];
		if (!q->there && n) /* one at least */
			continue;
		sg_buf_printf(b, "### Q%zu 문항%zu\n", n + 1, n + 1);
		if (q->parts)
			sg_buf_addz(b, "* parts: 시급 | 단기\n");
		if (q->asked)
			sg_buf_addz(b, "* asked: 직군 = 공무원\n");
		if (q->focus >= 0)
			sg_buf_printf(b, "* focus: %s\n", rs_ids[q->focus]);
		sg_buf_printf(b, "%zu번째로 무엇을 생각하십니까?\n", n + 1);
	}
}

static inline void rs_print_source(const struct rs_source *s, struct sg_buf *b)
{
	static const char *const jobs[] = {"", "직군: 공무원\n", "직군: 교수\n"};

	sg_buf_reset(b);
	sg_buf_printf(b, "응답자: R%d\n%s", s->respondent + 1, jobs[s->job]);
	for (size_t q = 0; q < 4; q++)
		if (s->answers[q].there)
			sg_buf_printf(b, "\n## Q%zu\n%s\n", q + 1, s->answers[q].text);
}

#endif
