/* test_codebook.c - reading, checking, fingerprinting, formatting and splicing a
 * codebook. What is expected was worked out by reading the books below. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "codebook/codebook.h"
#include "codebook/questionnaire.h"
#include "codebook/splice.h"

/* As in the manual. Line numbers are used below. */
static const char sample[] =
	"# 지능형 정부서비스 인터뷰 코드북\n"                     /* 1 */
	"* unit: sentence\n"                                      /* 2 */
	"* facet 입장: 찬성 | 반대 | 유보\n"                      /* 3 */
	"* $부정 = 부족 | 미비 | 미흡 | ~어렵다 | 걸림돌\n"       /* 4 */
	"* $취약계층 = 고령자 | 노인 | 장애인 | 어르신\n"         /* 5 */
	"\n"                                                      /* 6 */
	"## C 제약\n"                                             /* 7 */
	"### C1 맥락적 제약\n"                                    /* 8 */
	"#### C1a 디지털 격차\n"                                  /* 9 */
	"정의: 격차 때문에 배제되는 문제. (콜론이 있어도 된다)\n" /* 10 */
	"* include: 기기를 쓰기 어려워하는 사람, 접근권\n"        /* 11 */
	"* exclude: 지역 간 재정 격차\n"                          /* 12 */
	"- 디지털 격차 | 정보 격차 | 디지털 소외\n"               /* 13 */
	"- $취약계층 AND (이용 | 접근 | 키오스크) AND $부정\n"    /* 14 */
	"- [Q4, Q7] 어르신 THEN/4 ~못하다\n"                      /* 15 */
	"- 격차 NEAR/5 (과장 | 부풀리) => 입장: 반대\n"           /* 16 */
	"- EXCEPT 정보 격차 지수\n"                               /* 17 */
	"+ 어르신들은 키오스크 이용을 어려워하십니다.\n"          /* 18 */
	"+ ! 부처 간 예산 격차가 크다.\n";                        /* 19 */

static void assert_str(struct sg_str s, const char *expected)
{
	char got[2048];

	snprintf(got, sizeof got, "%.*s", SG_ARG(s));
	assert_string_equal(got, expected);
}

static struct sg_codebook *read_good(const char *body, struct sg_notes *notes)
{
	struct sg_codebook *book;

	sg_notes_init(notes);
	sg_codebook_read(&book, sg_str_of(body), "a.md", notes);
	for (size_t i = 0; i < notes->n; i++)
		if (notes->v[i].severity == SG_ERROR)
			fail_msg("%u:%u %.*s", (unsigned)notes->v[i].line,
				(unsigned)notes->v[i].col, SG_ARG(notes->v[i].text));
	assert_non_null(book);
	return book;
}

static void test_sample(void **state)
{
	(void)state;
	struct sg_notes notes;
	struct sg_codebook *book = read_good(sample, &notes);

	assert_int_equal(notes.n, 0);
	assert_str(book->title, "지능형 정부서비스 인터뷰 코드북");
	assert_true(book->has_ids);
	assert_int_equal(book->ncodes, 3);
	assert_int_equal(book->nlists, 2);
	assert_int_equal(book->nfacets, 1);
	assert_int_equal(book->facets[0].nvalues, 3);
	assert_str(book->facets[0].values[2], "유보");
	const struct sg_code *c = &book->codes[2];
	assert_str(c->id, "C1a");
	assert_str(c->label, "C1a");
	assert_str(c->name, "디지털 격차");
	assert_int_equal(c->parent, 1);
	assert_int_equal(c->level, 2);
	assert_int_equal(c->line, 9);
	assert_str(
		c->definition, "정의: 격차 때문에 배제되는 문제. (콜론이 있어도 된다)");
	assert_str(c->include, "기기를 쓰기 어려워하는 사람, 접근권");
	assert_str(c->exclude, "지역 간 재정 격차");
	assert_int_equal(c->nrules, 5);
	assert_int_equal(c->rules[2].scope.n, 2);
	assert_str(c->rules[2].scope.v[1].question, "Q7");
	assert_int_equal(c->rules[2].scope.v[1].line, 15);
	assert_int_equal(c->rules[2].scope.v[1].col, 8);
	assert_int_equal(c->rules[3].nfacets, 1);
	assert_str(c->rules[3].facets[0].facet, "입장");
	assert_str(c->rules[3].facets[0].value, "반대");
	assert_str(c->rules[3].text, "격차 NEAR/5 (과장 | 부풀리) => 입장: 반대");
	assert_int_equal(c->rules[4].kind, SG_RULE_MASK);
	assert_int_equal(c->rules[4].expr->line, 17);
	assert_int_equal(c->rules[4].expr->col, 10);
	assert_int_equal(c->rules[4].expr->nwords, 3);
	assert_int_equal(c->nexamples, 2);
	assert_false(c->examples[0].counter);
	assert_true(c->examples[1].counter);
	assert_str(c->examples[1].text, "부처 간 예산 격차가 크다.");
	/* byte ranges: the rule's is its line, the code's ends with the file */
	const char *line = strstr(sample, "- EXCEPT");
	assert_int_equal(c->rules[4].off, line - sample);
	assert_int_equal(c->rules[4].len, strchr(line, '\n') + 1 - line);
	assert_int_equal(c->off + c->len, strlen(sample));
	assert_true(sg_code_within(book, 2, 0));
	assert_false(sg_code_within(book, 0, 2));
	assert_int_equal(sg_codebook_find(book, SG_STR("C1")), 1);
	assert_int_equal(sg_codebook_find(book, SG_STR("디지털 격차")), 2);
	assert_int_equal(sg_codebook_find(book, SG_STR("없음")), SG_NO_CODE);
	sg_codebook_free(book);
	sg_notes_release(&notes);
}

static void test_settings(void **state)
{
	(void)state;
	static const char body[] =
		"# 책\n"
		"* 범위: 문단\n"
		"* 문항: Q1, Q2.단기\n"
		"## 가나\n* 단위: 답변\n* 색: red\n- 다라\n"
		"### 마바\n* within: part\n* 포함: 하나\n* include: 둘\n* 기본: Q3, "
		"Q4\n"
		"## AI 활용\n* 갈래 성격: 현황｜제안\n* questions: 시급\n"
		"- ［Q9．시급］ 사아 ＝＞ 성격：제안\n- NOT (자차)\n";
	struct sg_notes notes;
	struct sg_codebook *book = read_good(body, &notes);
	const struct sg_code *c = book->codes;

	assert_int_equal(notes.n, 0);
	assert_false(book->has_ids);
	assert_int_equal(book->ncodes, 3);
	assert_str(c[1].label, "가나 > 마바");
	assert_str(c[2].label, "AI 활용");
	assert_int_equal(c[0].unit, SG_UNIT_ANSWER);
	assert_int_equal(c[0].within, SG_UNIT_PARAGRAPH);
	assert_int_equal(c[0].questions.n, 2);
	assert_str(c[0].questions.v[1].part, "단기");
	assert_str(c[0].color, "red");
	assert_int_equal(c[1].unit, SG_UNIT_ANSWER); /* from its parent */
	assert_int_equal(c[1].within, SG_UNIT_PART);
	assert_str(c[1].include, "하나\n둘");
	assert_int_equal(c[1].ndefaults, 2);
	assert_str(c[1].defaults[1], "Q4");
	assert_int_equal(c[2].unit, SG_UNIT_PARAGRAPH); /* as within */
	assert_int_equal(c[2].questions.n, 1);
	assert_int_equal(c[2].questions.v[0].question.n, 0);
	assert_str(c[2].questions.v[0].part, "시급");
	assert_str(c[2].rules[0].scope.v[0].question, "Q9");
	assert_str(c[2].rules[0].scope.v[0].part, "시급");
	assert_str(c[2].rules[0].facets[0].value, "제안");
	assert_int_equal(c[2].rules[1].kind, SG_RULE_VETO);
	sg_codebook_free(book);
	sg_notes_release(&notes);
}

/* The first code's level counts, deeper levels may be skipped, `# 둘` is a code. */
static void test_tree(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		uint32_t parent, level;
	} expected[] = {{"하나", SG_NO_CODE, 0}, {"다섯", 0, 1}, {"셋", 0, 1},
		{"둘", SG_NO_CODE, 0}};
	struct sg_notes notes;
	struct sg_codebook *book = read_good("# 책\n## A 하나\n##### A5 다섯\n- 가나\n"
					     "### A3. 셋\n- 다라\n# B 둘 #\n- 마바\n",
		&notes);

	assert_int_equal(book->ncodes, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_str(book->codes[i].name, expected[i].name);
		assert_int_equal(book->codes[i].parent, expected[i].parent);
		assert_int_equal(book->codes[i].level, expected[i].level);
	}
	assert_str(book->codes[2].id, "A3");
	sg_codebook_free(book);
	sg_notes_release(&notes);
}

static void test_errors(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		uint32_t line, col;
		const char *message;
	} cases[] = {
		{"## A 가\n* untis: part\n- 나다\n", 2, 3,
			"'untis' is no setting; did you mean 'unit'?"},
		{"## A 가\n* 단이: 문장\n- 나다\n", 2, 3,
			"'단이' is no setting; did you mean '단위'?"},
		{"## A 가\n* 정부\n- 나다\n", 2, 3,
			"a line with * is a setting, 'name: value'; rules begin with "
			"-"},
		{"## A 가\n* unit: word\n- 나다\n", 2, 9,
			"'word' is no unit; units are sentence, paragraph, part, "
			"answer (문장, "
			"문단, 부분, 답변)"},
		{"## A 가\n* within: part\n* unit: sentence\n- 나다\n", 3, 1,
			"the unit (sentence) is smaller than within (part)"},
		{"* unit: sentence\n## A 가\n* within: part\n- 나다\n", 3, 1,
			"the unit (sentence) is smaller than within (part)"},
		{"## A 가\n* unit: part\n* unit: part\n- 나다\n", 3, 3,
			"'unit' is set already, on line 2"},
		{"* include: 가\n## A 가\n- 나다\n", 1, 3,
			"'include' belongs under a code; no code's heading stands "
			"above it"},
		{"- 가나\n## A 가\n- 나다\n", 1, 3,
			"the rule stands before the first code (the first # heading is "
			"the "
			"title)"},
		{"+ 가나\n## A 가\n- 나다\n", 1, 3,
			"the example stands before the first code"},
		{"## A 가\n-\n- 나다\n", 2, 1, "the rule has no expression"},
		{"## A 가\n- 정부 국회,\n", 2, 6,
			"'국회,' holds ','; quote it: \"국회,\""},
		{"## A 가\n- 정부 |\n  국회,\n", 3, 3,
			"'국회,' holds ','; quote it: \"국회,\""},
		{"## A 가\n- $없음 | 나다\n", 2, 3, "there is no list '$없음'"},
		{"* $부정 = 부족\n## A 가\n- $부정 | $부성\n", 3, 9,
			"there is no list '$부성'; did you mean '$부정'?"},
		{"* $부정 =\n## A 가\n- 나다\n", 1, 3, "the list '$부정' is empty"},
		{"* $부정 = 가나\n* $부정 = 다라\n## A 가\n- $부정\n", 2, 4,
			"the list '$부정' is defined already, on line 1"},
		{"## A 가\n- @B1\n", 2, 3, "there is no code '@B1'"},
		{"## A 가\n- 나다 => 입장: 찬성\n", 2, 9,
			"no facet '입장' is declared; write '* facet 입장: …'"},
		{"* facet 입장: 찬성 | 반대\n## A 가\n- 나다 => 입장: 중립\n", 3, 13,
			"'중립' is no value of the facet '입장' (찬성 | 반대)"},
		{"* facet 입장: 찬성 | 찬성\n## A 가\n- 나다\n", 1, 18,
			"the value '찬성' stands twice"},
		{"* facet 입장\n## A 가\n- 나다\n", 1, 3,
			"a facet is written 'facet 입장: 찬성 | 반대 | 유보'"},
		{"## A 가\n- [Q4 나다\n", 2, 3,
			"the scope is not closed: ']' is missing"},
		{"## A 가\n- [] 나다\n", 2, 3,
			"the scope is empty; write [Q4], [Q4.시급] or [시급]"},
		{"## A 가\n- [Q4,] 나다\n", 2, 7,
			"a question or part is missing here (Q4, Q4.시급, 시급)"},
		{"## A 가\n- [Q4] EXCEPT 나다\n", 2, 3,
			"EXCEPT holds for the whole code; it takes no scope and no "
			"facet"},
		{"## A 가\n- NOT\n", 2, 3, "an expression is missing here"},
		{"## A 가\n- 나다\n## A 라\n- 마바\n", 3, 1,
			"the ID 'A' is taken already, on line 1"},
		{"## A 가\n- 나다\n## B 가\n- 마바\n", 3, 1,
			"the name '가' stands already under the same heading, on line "
			"1"},
		{"## A 가\n- 나다\n## AI 활용\n- 마바\n", 3, 1,
			"'AI 활용' has no ID, but the code on line 1 has one; all "
			"codes have one "
			"or none (an ID is one letter or holds a digit)"},
		{"## 가\n- 나다\n## B1 라\n- 마바\n", 3, 1,
			"'B1' has an ID, but the code on line 1 has none; all codes "
			"have one or "
			"none"},
		{"## A 가\n+ !\n- 나다\n", 2, 3, "the example is empty"},
		{"##\n", 1, 1, "the heading has no name"},
		{"## A 가\n* default: Q1.시급\n- 나다\n", 2, 12,
			"'default' names whole questions (Q1), not parts"},
		{"## C1 가\n- $a\n* $a = @C1\n", 3, 8,
			"the references go round in a circle: C1 → $a → C1"},
		{"## C1 가\n### C1a 나\n- 다라 | @C1\n", 3, 8,
			"the references go round in a circle: C1 → C1a → C1"},
		{"## C1 가\n- $b\n* $a = $b\n* $b = 다라 | $a\n", 3, 8,
			"the references go round in a circle: $b → $a → $b"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sg_codebook *book;
		struct sg_notes notes;
		sg_notes_init(&notes);
		int rc = sg_codebook_read(
			&book, sg_str_of(cases[i].body), "a.md", &notes);
		if (rc == 0)
			fail_msg("accepted: %s", cases[i].body);
		assert_int_equal(rc, SG_EINPUT);
		assert_null(book);
		assert_int_equal(notes.errors, 1);
		size_t k = 0;
		while (notes.v[k].severity != SG_ERROR)
			k++;
		const struct sg_note *n = &notes.v[k];
		assert_str(n->text, cases[i].message);
		assert_str(n->source, "a.md");
		if (n->line != cases[i].line || n->col != cases[i].col)
			fail_msg("%s: at %u:%u", cases[i].message, (unsigned)n->line,
				(unsigned)n->col);
		assert_true(n->excerpt.n > 0);
		sg_notes_release(&notes);
	}
}

/* 32 references deep is read, 33 is not. */
static void test_depth(void **state)
{
	(void)state;
	for (int deep = 32; deep <= 33; deep++) {
		struct sg_notes notes;
		struct sg_codebook *book;
		struct sg_buf b;
		sg_buf_init(&b);
		sg_notes_init(&notes);
		sg_buf_addz(&b, "## A 가\n- $l1\n");
		for (int i = 1; i < deep; i++)
			sg_buf_printf(&b, "* $l%d = $l%d\n", i, i + 1);
		sg_buf_printf(&b, "* $l%d = 끝말\n", deep);
		int rc = sg_codebook_read(&book, sg_buf_str(&b), "a.md", &notes);
		assert_int_equal(rc, deep == 32 ? 0 : SG_EINPUT);
		if (rc)
			assert_str(notes.v[0].text,
				"references are nested deeper than 32");
		sg_codebook_free(book);
		sg_notes_release(&notes);
		sg_buf_release(&b);
	}
}

static void test_warnings(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		uint32_t line;
		const char *message;
	} cases[] = {
		{"## A 가\n- 법 | =법 | ^법 | 헌법 | 큰 법\n", 2,
			"'법' is one syllable and begins or ends many words; write "
			"=법, ^법 or a "
			"longer term"},
		{"## A 가\n- ~줄다 | 감소\n- 인구 NEAR/2 ~줄다\n- 인구가 ~줄다 | ~알다 "
		 "| ~만들다\n",
			2,
			"~줄다 also finds what 주다 has in common with it (주는); look "
			"with 'saegim kwic', and leave out with EXCEPT"},
		{"* $a = 가나\n## A 가\n- 나다\n", 1, "no rule uses the list '$a'"},
		{"## A 가\n### A1 나\n", 2,
			"the code 'A1' has no rule and will code nothing"},
		{"## A 가\n- 가나 | 다라\n-  가나|다라\n", 3,
			"the rule stands already on line 2"},
		{"## A 가\n- 나다\n+ 하나.\n+ ! 하나.\n", 4,
			"the example stands already on line 3"},
		{"## A 가\n- 나다 AND라마\n", 2,
			"'AND라마' is read as a word; if AND is meant, a space is "
			"missing"},
		{"## A 가\n-정부\n- 나다\n", 2,
			"this line is read as prose: a space is missing after its "
			"first sign"},
		{"## A 가\n- 나다\n\n  - 정부\n", 4,
			"this line is read as prose: rules, settings and examples "
			"begin in the "
			"first column"},
		{"## A 가\n– 정부\n- 나다\n", 2,
			"this line is read as prose: a rule begins with '- '"},
		{"##가\n## A 가\n- 나다\n", 1,
			"this line is read as prose: a heading needs a space after #"},
		{"$a = 나\n## A 가\n- 나다\n", 1,
			"this line is read as prose: a list is written '* $name = …'"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sg_notes notes;
		struct sg_codebook *book = read_good(cases[i].body, &notes);
		assert_int_equal(notes.n, 1);
		assert_int_equal(notes.warnings, 1);
		assert_str(notes.v[0].text, cases[i].message);
		assert_int_equal(notes.v[0].line, cases[i].line);
		sg_codebook_free(book);
		sg_notes_release(&notes);
	}
}

/* A code with a default needs no rule; prose may hold emphasis and numbered lists. */
static void test_no_warnings(void **state)
{
	(void)state;
	struct sg_notes notes;
	struct sg_codebook *book = read_good(
		"# 책\n머리말: 하나\n\n## A 가\n*강조*한 말, **굵게**\n1. 첫째\n---\n"
		"-5% 정도\n* default: Q1\n",
		&notes);

	assert_int_equal(notes.n, 0);
	assert_str(book->codes[0].definition,
		"*강조*한 말, **굵게**\n1. 첫째\n---\n-5% 정도");
	sg_codebook_free(book);
	sg_notes_release(&notes);
}

static void print_of(const char *body, uint32_t code, char out[65])
{
	struct sg_notes notes;
	struct sg_codebook *book = read_good(body, &notes);

	sg_code_fingerprint(book, code, out);
	sg_codebook_free(book);
	sg_notes_release(&notes);
}

static void test_fingerprint(void **state)
{
	(void)state;
	static const char base[] = "* $n = 부족 | 미비\n## A 가\n- 법령 AND $n\n"
				   "## B 나\n- 예산\n## C 다\n- 인력 NOT @B\n";
	/* which of A, B, C (bits 1, 2, 4) an edited book changes */
	static const struct {
		const char *body;
		unsigned changed;
	} cases[] = {
		{"* $n = 부족|미비\n\n## A 가가\n정의.\n-  법령  AND ($n)\n+ 예.\n"
		 "## B 나\n* color: red\n- 예산\n## C 다\n- 인력 AND NOT @B\n",
			0},
		{"* $n = 부족 | 미흡\n## A 가\n- 법령 AND $n\n## B 나\n- 예산\n"
		 "## C 다\n- 인력 NOT @B\n",
			1},
		{"* $n = 부족 | 미비\n## A 가\n- 법령 AND $n\n## B 나\n- 예산액\n"
		 "## C 다\n- 인력 NOT @B\n",
			6},
		{"* $n = 부족 | 미비\n## A 가\n- 법령 AND $n\n## B 나\n- 예산\n### B1 "
		 "라\n- 돈줄\n"
		 "## C 다\n- 인력 NOT @B\n",
			4},
		{"* unit: paragraph\n* $n = 부족 | 미비\n## A 가\n- 법령 AND $n\n## B "
		 "나\n- 예산\n"
		 "## C 다\n- 인력 NOT @B\n",
			7},
		{"* $n = 부족 | 미비\n## A 가\n* questions: Q1\n- 법령 AND $n\n## B "
		 "나\n- 예산\n"
		 "## C 다\n* default: Q2\n- 인력 NOT @B\n",
			5},
		{"* $n = 부족 | 미비\n## A 가\n- [Q1] 법령 AND $n\n## B 나\n- EXCEPT "
		 "예산\n- 예산\n"
		 "## C 다\n- 인력 NOT @B\n",
			7},
	};
	char before[3][65], after[65];

	for (uint32_t k = 0; k < 3; k++)
		print_of(base, k, before[k]);
	assert_string_not_equal(before[0], before[1]);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (uint32_t k = 0; k < 3; k++) {
			/* a child of B moves C one further */
			bool child = strstr(cases[i].body, "### B1") != NULL;
			print_of(cases[i].body, k + (k == 2 && child), after);
			bool changed = strcmp(before[k], after) != 0;
			if (changed != ((cases[i].changed >> k) & 1))
				fail_msg("case %zu code %u", i, (unsigned)k);
		}
}

static void test_format(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"# 책\n##  A 가\n-  가나|다라   AND 나마\n", NULL},
		{"\n\n# 책\n## A 가\n\n\n-  [Q4,Q5.시급]가나|(다라 OR "
		 "마바)=>입장:찬성\n"
		 "* facet 입장: 찬성\n+ 예\n<!-- 목록 -->\n* $a = /\\d\\*/|\\*바사\n- "
		 "$a  "
		 "AND　NOT “가\\\\*”\n\n",
			"# 책\n\n## A 가\n\n* facet 입장: 찬성\n<!-- 목록 -->\n"
			"* $a = /\\d\\*/ | *바사\n"
			"- [Q4, Q5.시급] 가나 | (다라 | 마바) => 입장: 찬성\n"
			"+ 예\n- $a NOT \"가\\\\*\"\n"},
		{"## A 가\n- 가나 |\n      다라 <!-- 왜 -->\n- 마바 |\n      "
		 "사아|자차\n산문  하나\n",
			"## A 가\n- 가나 |\n      다라 <!-- 왜 -->\n- 마바 |\n  사아 | "
			"자차\n산문  "
			"하나\n"},
		{"\xEF\xBB\xBF## A 가\r\n- NOT(가나)\r\n## B 나\r\n- EXCEPT  다라",
			"\xEF\xBB\xBF## A 가\r\n- NOT (가나)\r\n\r\n## B 나\r\n- "
			"EXCEPT 다라\r\n"},
		{"## A 가\n- NEGATED (가나) NOT  NEAR/2 ~크다\n",
			"## A 가\n- NEGATED(가나) NOT NEAR/2 ~크다\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sg_notes notes;
		struct sg_buf once, twice;
		sg_notes_init(&notes);
		sg_buf_init(&once);
		sg_buf_init(&twice);
		int rc = sg_codebook_format(
			sg_str_of(cases[i][0]), "a.md", &once, &notes);
		if (!cases[i][1]) { /* | and AND are mixed: refused */
			assert_int_equal(rc, SG_EINPUT);
			assert_int_equal(once.n, 0);
		} else {
			assert_int_equal(rc, 0);
			assert_string_equal(sg_buf_z(&once), cases[i][1]);
			sg_codebook_format(sg_buf_str(&once), "a.md", &twice, &notes);
			assert_string_equal(sg_buf_z(&twice), cases[i][1]);
		}
		sg_buf_release(&twice);
		sg_buf_release(&once);
		sg_notes_release(&notes);
	}
}

/* Formatting changes no fingerprint and loses no comment and no prose. */
static void check_format_keeps(struct sg_str body)
{
	struct sg_notes notes;
	struct sg_codebook *a, *b;
	struct sg_buf once, twice;
	char x[65], y[65];

	sg_notes_init(&notes);
	sg_buf_init(&once);
	sg_buf_init(&twice);
	assert_int_equal(sg_codebook_read(&a, body, "a.md", &notes), 0);
	assert_int_equal(sg_codebook_format(body, "a.md", &once, &notes), 0);
	assert_int_equal(
		sg_codebook_format(sg_buf_str(&once), "a.md", &twice, &notes), 0);
	assert_true(sg_str_eq(sg_buf_str(&once), sg_buf_str(&twice)));
	assert_int_equal(sg_codebook_read(&b, sg_buf_str(&once), "a.md", &notes), 0);
	assert_int_equal(a->ncodes, b->ncodes);
	for (uint32_t i = 0; i < a->ncodes; i++) {
		sg_code_fingerprint(a, i, x);
		sg_code_fingerprint(b, i, y);
		assert_string_equal(x, y);
		assert_int_equal(a->codes[i].nexamples, b->codes[i].nexamples);
	}
	struct sg_str line;
	while (sg_str_line(&body, &line)) {
		if (line.n == 0 || strchr("*-+ \t\r", line.p[0]))
			continue;
		assert_true(sg_str_find(sg_buf_str(&once), line) != SIZE_MAX);
	}
	sg_codebook_free(a);
	sg_codebook_free(b);
	sg_buf_release(&once);
	sg_buf_release(&twice);
	sg_notes_release(&notes);
}

static void test_format_sample(void **state)
{
	(void)state;
	check_format_keeps(sg_str_of(sample));
}

/* The codebook that comes with the program reads without an error. */
static void test_bundled(void **state)
{
	(void)state;
	const char *srcdir = getenv("srcdir");
	char *path = sg_path_join(
		srcdir ? srcdir : ".", "codebooks/intelligent-government.md");
	struct sg_error err = {0};
	struct sg_buf body;

	sg_buf_init(&body);
	bool there = sg_file_kind(path) == SG_FILE_REGULAR;
	if (there) {
		assert_int_equal(sg_file_read(path, 1 << 24, &body, &err), 0);
		check_format_keeps(sg_buf_str(&body));
	}
	sg_buf_release(&body);
	free(path);
	if (!there)
		skip();
}

static void test_of_expr(void **state)
{
	(void)state;
	struct sg_notes notes;
	struct sg_codebook *book;

	sg_notes_init(&notes);
	assert_int_equal(
		sg_codebook_of_expr(&book, SG_STR("법 NEAR/3 ~어렵다"), &notes), 0);
	assert_int_equal(notes.n, 0);
	assert_str(book->codes[0].label, "kwic");
	assert_int_equal(book->codes[0].nrules, 1);
	assert_int_equal(book->codes[0].rules[0].expr->kind, SG_EXPR_NEAR);
	sg_codebook_free(book);
	assert_int_equal(sg_codebook_of_expr(&book, SG_STR("가나 AND $없음"), &notes),
		SG_EINPUT);
	assert_null(book);
	assert_int_equal(notes.v[0].line, 0);
	assert_int_equal(notes.v[0].col, 8);
	assert_str(notes.v[0].excerpt, "가나 AND $없음");
	sg_notes_release(&notes);
}

static void test_check_places(void **state)
{
	(void)state;
	struct sg_notes notes;
	struct sg_questionnaire *qs;
	struct sg_codebook *book =
		read_good("* questions: Q1, q2\n## A 가\n- [Q1.단기, 장기] 나다\n"
			  "## B 나\n* default: Q9\n- [Q2.단기] 라마\n- [말기] 바사\n",
			&notes);

	assert_int_equal(sg_questionnaire_read(&qs,
				 SG_STR("### Q1\n* parts: 단기 | 장기\n### Q2\n"),
				 "q.md", &notes),
		0);
	assert_int_equal(sg_codebook_check_places(book, qs, &notes), SG_EINPUT);
	static const struct {
		uint32_t line, col;
		const char *message;
	} expected[] = {
		{1, 18, "the questionnaire has no question 'q2'; write 'Q2'"},
		{5, 12, "the questionnaire has no question 'Q9'"},
		{6, 4, "question 'Q2' has no part '단기'"},
		{7, 4, "no question has a part '말기'"},
	};
	assert_int_equal(notes.errors, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_str(notes.v[i].text, expected[i].message);
		assert_int_equal(notes.v[i].line, expected[i].line);
		assert_int_equal(notes.v[i].col, expected[i].col);
	}
	sg_questionnaire_free(qs);
	sg_codebook_free(book);
	sg_notes_release(&notes);
}

/* A file in a private folder. */
static char *temporary(struct sg_str content)
{
	char folder[] = "/tmp/saegim-test-XXXXXX";
	struct sg_error err = {0};

	assert_non_null(mkdtemp(folder));
	char *path = sg_path_join(folder, "a.md");
	assert_int_equal(sg_file_write(path, content, &err), 0);
	return path;
}

static void forget(char *path)
{
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	free(path);
}

static void test_load(void **state)
{
	(void)state;
	/* "## A 법\n- 정부\n" in CP949 and in UTF-16LE with BOM; decomposed UTF-8 stays */
	static const char cp949[] = "## A \xB9\xFD\n- \xC1\xA4\xBA\xCE\n";
	static const char utf16[] =
		"\xFF\xFE#\0#\0 \0A\0 \0\x95\xBC\n\0-\0 \0\x15\xC8\x80\xBD\n";
	static const char nfd[] =
		"## A 법\n- \xE1\x84\x8C\xE1\x85\xA5\xE1\x86\xBC\xE1\x84\x87"
		"\xE1\x85\xAE\n";
	static const struct sg_str files[] = {{cp949, sizeof cp949 - 1},
		{utf16, sizeof utf16}, {nfd, sizeof nfd - 1}};

	for (size_t i = 0; i < 3; i++) {
		struct sg_notes notes;
		struct sg_error err = {0};
		struct sg_codebook *book;
		char *path = temporary(files[i]);
		sg_notes_init(&notes);
		assert_int_equal(sg_codebook_load(&book, path, &notes, &err), 0);
		assert_str(book->codes[0].name, "법");
		assert_str(book->codes[0].rules[0].expr->words[0], "정부");
		if (i == 2)
			assert_true(sg_str_eq(book->body, files[i]));
		sg_codebook_free(book);
		sg_notes_release(&notes);
		forget(path);
	}
	struct sg_notes notes;
	struct sg_error err = {0};
	struct sg_codebook *book;
	sg_notes_init(&notes);
	assert_int_equal(sg_codebook_load(&book, "/nonexistent/a.md", &notes, &err),
		SG_ENOTFOUND);
	assert_null(book);
	sg_notes_release(&notes);
}

static void test_splice(void **state)
{
	(void)state;
	static const char before[] = "\xEF\xBB\xBF## A 가\r\n- 나다\r\n- 라마\r\n";
	char *path = temporary(SG_STR("\xEF\xBB\xBF## A 가\r\n- 나다\r\n- 라마\r\n"));
	struct sg_notes notes;
	struct sg_error err = {0};
	struct sg_codebook *book;
	struct sg_buf now;

	sg_notes_init(&notes);
	sg_buf_init(&now);
	assert_int_equal(sg_codebook_load(&book, path, &notes, &err), 0);
	const struct sg_rule *rule = &book->codes[0].rules[0];
	assert_int_equal(rule->off, strstr(before, "- 나다") - before);
	assert_int_equal(sg_codebook_splice(path, book->sha256, rule->off, rule->len,
				 SG_STR("- 바사\r\n"), &err),
		0);
	assert_int_equal(sg_file_read(path, 1000, &now, &err), 0);
	assert_string_equal(
		sg_buf_z(&now), "\xEF\xBB\xBF## A 가\r\n- 바사\r\n- 라마\r\n");
	/* the file is no longer the one that was read */
	assert_int_equal(
		sg_codebook_splice(path, book->sha256, 0, 0, SG_STR("x"), &err),
		SG_ECONFLICT);
	sg_error_reset(&err);
	char sha[65];
	sg_sha256_hex(sg_buf_str(&now), sha);
	assert_int_equal(
		sg_codebook_splice(path, sha, 9, 0, SG_STR("x"), &err), SG_EUSAGE);
	sg_error_reset(&err);
	assert_int_equal(
		sg_codebook_splice(path, sha, 9999, 0, SG_STR("x"), &err), SG_EUSAGE);
	sg_error_reset(&err);
	assert_int_equal(
		sg_codebook_splice(path, sha, 0, 0, SG_STR("\xFF"), &err), SG_EINPUT);
	sg_buf_release(&now);
	sg_codebook_free(book);
	sg_notes_release(&notes);
	forget(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sample),
		cmocka_unit_test(test_settings),
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_warnings),
		cmocka_unit_test(test_no_warnings),
		cmocka_unit_test(test_fingerprint),
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_format_sample),
		cmocka_unit_test(test_bundled),
		cmocka_unit_test(test_of_expr),
		cmocka_unit_test(test_check_places),
		cmocka_unit_test(test_load),
		cmocka_unit_test(test_splice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
