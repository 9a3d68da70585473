/* Which sentences are quoted in the findings table. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/analysis.h"
#include "analysis/quotation.h"
#include "study_dsl.h"

static struct sg_study study;
static struct sg_tables tables;

#define CODES                    \
	"attributes 직군\n"    \
	"code C 제약\n"        \
	"\tcode C1 격차\n"     \
	"\tcode C2 법\n"        \
	"question Q4 제약 C\n" \
	"case R1 공무원\n"    \
	"case R2 공무원\n"    \
	"case R3 교수\n"       \
	"case R4 교수\n"       \
	"case R5 연구원\n"

static const struct sg_cell *make(
	const char *text, const struct sg_table_options *given)
{
	struct sg_table_options none = {0};
	struct sg_error err;

	sg_error_reset(&err);
	dsl_study(&study, text);
	sg_tables_init(&tables);
	assert_int_equal(sg_findings(&study, given ? given : &none, &tables, &err), 0);
	return tables.v[0].cells;
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	memset(&tables, 0, sizeof tables);
	memset(&study, 0, sizeof study);
	return 0;
}

/* The quotations cell of the row of a code. */
static const struct sg_cell *quotes(const char *code)
{
	const struct sg_table *t = &tables.v[0];
	size_t at[2] = {0, 0};

	for (size_t k = 0; k < t->ncolumns; k++) {
		if (sg_str_eqz(t->columns[k].key, "code"))
			at[0] = k;
		if (sg_str_eqz(t->columns[k].key, "quotations"))
			at[1] = k;
	}
	for (size_t i = 0; i < t->nrows; i++)
		if (sg_str_eqz(t->cells[i * t->ncolumns + at[0]].text, code))
			return &t->cells[i * t->ncolumns + at[1]];
	fail_msg("no row %s", code);
	return NULL;
}

static void quote_is(
	const char *code, size_t at, const char *respondent, const char *text)
{
	const struct sg_cell *c = quotes(code);

	if (at >= c->nquotes)
		fail_msg("%s has %zu quotations", code, c->nquotes);
	if (!sg_str_eqz(c->quotes[at].respondent, respondent) ||
		!sg_str_eqz(c->quotes[at].text, text))
		fail_msg("%.*s: %.*s", SG_ARG(c->quotes[at].respondent),
			SG_ARG(c->quotes[at].text));
}

static void test_leaning(void **state)
{
	static const char *const leaning[] = {"이 점이 어렵다.", "그 결과가 나빴다.",
		"다만, 예산은 있다.", "그래서 못 했다.", "그러나 되지 않았다.",
		"하지만 어렵다.", "또한 필요하다.", "특히 농촌이 그렇다.",
		"이런 일이 잦다.", "이것은 다르다.", "따라서 고쳐야 한다.",
		"그럼에도 없다."};
	static const char *const standing[] = {"이웃이 알까 봐 신청하지 않는다.",
		"이해관계가 다르다.", "그림이 너무 작다.", "단말기를 쓸 수 없다.",
		"특히나무가 많다.", "저희는 못 합니다.", "그래프가 어렵다.",
		"또래가 없다."};

	(void)state;
	for (size_t i = 0; i < sizeof leaning / sizeof *leaning; i++)
		if (!sg_quotation_leans(sg_str_of(leaning[i])))
			fail_msg("%s", leaning[i]);
	for (size_t i = 0; i < sizeof standing / sizeof *standing; i++)
		if (sg_quotation_leans(sg_str_of(standing[i])))
			fail_msg("%s", standing[i]);
}

/* The first is 11 code points and the second leans: the third is quoted. */
static void test_length_and_opening(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 글씨가 너무 작다. 그래서 어르신들은 신청을 하지 "
		   "못하고 돌아가십니다. "
		   "면사무소까지 오는 데에만 두 시간이 걸린다.\n"
		   "coding R1 Q4 C1 a \"*\"\n",
		NULL);
	assert_int_equal(quotes("C1")->nquotes, 1);
	quote_is("C1", 0, "R1", "면사무소까지 오는 데에만 두 시간이 걸린다.");
}

/* Neither sentence is long enough alone; together they are, in one paragraph. */
static void test_two_sentences(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 글씨가 너무 작습니다. 눈이 침침합니다.\n"
		   "coding R1 Q4 C1 a \"*\"\n",
		NULL);
	quote_is("C1", 0, "R1", "글씨가 너무 작습니다. 눈이 침침합니다.");
}

/* Over two paragraphs they are not one quotation: the one nearest to the length is
 * taken whole. */
static void test_short_only(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 글씨가 작다.\\n눈이 몹시 침침하십니다.\n"
		   "coding R1 Q4 C1 a \"*\"\n",
		NULL);
	quote_is("C1", 0, "R1", "눈이 몹시 침침하십니다.");
}

/* A part of a sentence is coded: the sentence is quoted whole, without its mark. */
static void test_whole_and_without_mark(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 □ 정보가 닿지 않는 마을이 아직도 여럿 남아 있음\n"
		   "coding R1 Q4 C1 a \"정보가 닿지\"\n",
		NULL);
	quote_is("C1", 0, "R1", "정보가 닿지 않는 마을이 아직도 여럿 남아 있음");
}

static void test_nothing_fits(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 그래서 어르신들은 신청을 하지 못하고 돌아가십니다.\n"
		   "coding R1 Q4 C1 a \"*\"\n",
		NULL);
	assert_int_equal(quotes("C1")->kind, SG_CELL_TEXT);
	assert_true(sg_str_eqz(quotes("C1")->text, "(인용 조건에 맞는 문장 없음)"));
}

#define FIVE                                                                                    \
	"answer R1 Q4 글씨가 작아서 신청을 끝내지 못하는 분이 많습니다.\n" \
	"answer R2 Q4 버스가 하루에 네 번만 와서 창구에 오기가 어렵다.\n"   \
	"answer R3 Q4 지문이 닳아 본인 확인을 하지 못하는 농민이 많다.\n"   \
	"answer R4 Q4 단말기 앞에서 뒷사람 눈치를 보느라 포기하신다.\n"     \
	"answer R5 Q4 점자 안내가 없는 화면은 아무 쓸모가 없습니다.\n"       \
	"coding R1 Q4 C1 a \"*\"\n"                                                             \
	"coding R2 Q4 C1 a \"*\"\n"                                                             \
	"coding R3 Q4 C1 a \"*\"\n"                                                             \
	"coding R4 Q4 C1 a \"*\"\n"

static void test_one_below_five_two_from_five(void **state)
{
	struct sg_table_options three = {.quotes = 3}, none = {.quotes = UINT32_MAX};

	(void)state;
	make(CODES FIVE, NULL);
	assert_int_equal(quotes("C1")->nquotes, 1); /* four people */
	done(NULL);
	make(CODES FIVE "coding R5 Q4 C1 a \"*\"\n", NULL);
	const struct sg_cell *c = quotes("C1");
	assert_int_equal(c->nquotes, 2);
	assert_false(sg_str_eq(c->quotes[0].group, c->quotes[1].group));
	done(NULL);
	make(CODES FIVE "coding R5 Q4 C1 a \"*\"\n", &three);
	c = quotes("C1");
	assert_int_equal(c->nquotes, 3);
	assert_false(sg_str_eq(c->quotes[1].group, c->quotes[2].group));
	assert_false(sg_str_eq(c->quotes[0].group, c->quotes[2].group));
	done(NULL);
	make(CODES FIVE "coding R5 Q4 C1 a \"*\"\n", &none);
	assert_int_equal(quotes("C1")->kind, SG_CELL_EMPTY);
}

static void test_pin_and_bar(void **state)
{
	(void)state;
	make(CODES FIVE "coding R5 Q4 C1 a \"*\"\n"
			"pin R4 Q4 C1 \"뒷사람 눈치를 보느라\"\n"
			"bar R1 Q4 - \"글씨가\"\n"
			"bar R2 Q4 C1 \"*\"\n"
			"bar R3 Q4 C2 \"*\"\n"
			"bar R5 Q4 C1 \"*\"\n",
		NULL);
	quote_is("C1", 0, "R4", "뒷사람 눈치를 보느라");
	quote_is("C1", 1, "R3", "지문이 닳아 본인 확인을 하지 못하는 농민이 많다.");
}

/* One sentence under both codes: it stands once, and the row with fewer people has it. */
static void test_sentence_once(void **state)
{
	(void)state;
	make(CODES FIVE "coding R3 Q4 C2 a \"*\"\n", NULL);
	quote_is("C2", 0, "R3", "지문이 닳아 본인 확인을 하지 못하는 농민이 많다.");
	assert_false(sg_str_eqz(quotes("C1")->quotes[0].respondent, "R3"));
}

/* R1 has the only sentences of three codes, and stands in two rows. */
static void test_respondent_twice(void **state)
{
	size_t shown = 0;

	(void)state;
	make("code C 제약\n\tcode C1 가\n\tcode C2 나\n\tcode C3 다\nquestion Q4 제약 "
	     "C\n"
	     "case R1\n"
	     "answer R1 Q4 글씨가 작아서 신청을 끝내지 못하는 분이 많습니다. 버스가 "
	     "하루에 네 번만 "
	     "와서 창구에 오기가 어렵다. 지문이 닳아 본인 확인을 하지 못하는 농민이 "
	     "많다.\n"
	     "coding R1 Q4 C1 a \"글씨가\"\n"
	     "coding R1 Q4 C2 a \"버스가\"\n"
	     "coding R1 Q4 C3 a \"지문이\"\n",
		NULL);
	for (size_t i = 0; i < 3; i++)
		shown += quotes(i == 0 ? "C1" : i == 1 ? "C2" : "C3")->nquotes;
	assert_int_equal(shown, 2);
	assert_int_equal(quotes("C1")->quotes[0].group.n, 0); /* no attributes */
}

/* A stretch with another code on it speaks less plainly of this one; a coding that a
 * person saw comes before one that only a rule made. */
static void test_plain_and_reviewed(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 글씨가 작아서 신청을 끝내지 못하는 분이 많습니다. "
		   "버스가 하루에 "
		   "네 번만 와서 창구에 오기가 어렵다.\n"
		   "coding R1 Q4 C1 rules \"글씨가\"\n"
		   "coding R1 Q4 C1 rules \"버스가\"\n"
		   "coding R1 Q4 C2 rules \"글씨가\"\n",
		NULL);
	quote_is("C1", 0, "R1", "버스가 하루에 네 번만 와서 창구에 오기가 어렵다.");
	done(NULL);
	make(CODES "answer R1 Q4 글씨가 작아서 신청을 끝내지 못하는 분이 많습니다. "
		   "버스가 하루에 "
		   "네 번만 와서 창구에 오기가 어렵다.\n"
		   "coding R1 Q4 C1 reviewed \"글씨가\"\n"
		   "coding R1 Q4 C1 rules \"버스가\"\n",
		NULL);
	quote_is("C1", 0, "R1", "글씨가 작아서 신청을 끝내지 못하는 분이 많습니다.");
}

#define LONG   "서비스는 사람이 만드는 것이라고 늘 생각해 왔습니다."
#define BUDGET "올해는 예산이 없어 사업을 하나도 하지 못했습니다."

/* The whole answer is coded: a sentence that holds evidence is quoted, be it the
 * first or the last, or far too short. */
static void test_evidence(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 " LONG " " BUDGET "\n"
		   "coding R1 Q4 C1 rules \"*\"\nhit 예산\n",
		NULL);
	quote_is("C1", 0, "R1", BUDGET);
	done(NULL);
	make(CODES "answer R1 Q4 " LONG " " BUDGET "\n"
		   "coding R1 Q4 C1 rules \"*\"\nhit 서비스\nhit 사람\n",
		NULL);
	quote_is("C1", 0, "R1", LONG);
	done(NULL);
	make(CODES "answer R1 Q4 " LONG "\\n예산이 없다.\n"
		   "coding R1 Q4 C1 rules \"*\"\nhit 예산\n",
		NULL);
	quote_is("C1", 0, "R1", "예산이 없다.");
}

/* The only sentence with evidence leans: one of the others stands for it. */
static void test_no_evidence_to_show(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 " LONG "\\n그래서 예산이 없다.\n"
		   "coding R1 Q4 C1 rules \"*\"\nhit 예산\n",
		NULL);
	quote_is("C1", 0, "R1", LONG);
}

/* Five people, and one sentence with evidence that fits: no second quotation. */
static void test_second_needs_evidence(void **state)
{
	struct sg_buf b;

	(void)state;
	sg_buf_init(&b);
	sg_buf_addz(&b, CODES "answer R1 Q4 " BUDGET "\n"
			      "coding R1 Q4 C1 rules \"*\"\nhit 예산\n");
	for (int i = 2; i <= 5; i++)
		sg_buf_printf(&b,
			"answer R%d Q4 " LONG "\\n예산이 없다.\n"
			"coding R%d Q4 C1 rules \"*\"\nhit 예산\n",
			i, i);
	make(sg_buf_z(&b), NULL);
	assert_int_equal(quotes("C1")->nquotes, 1);
	quote_is("C1", 0, "R1", BUDGET);
	sg_buf_release(&b);
}

/* A default coding is quoted where a rule found its code; else anywhere. */
static void test_evidence_of_default(void **state)
{
	(void)state;
	make(CODES "answer R1 Q4 " LONG "\\n예산이 없다.\n"
		   "coding R1 Q4 C1 default \"*\"\n"
		   "coding R1 Q4 C1 rules \"예산이 없다.\"\nhit 예산\n",
		NULL);
	quote_is("C1", 0, "R1", "예산이 없다.");
	done(NULL);
	make(CODES "answer R1 Q4 " LONG "\\n예산이 없다.\n"
		   "coding R1 Q4 C1 default \"*\"\n"
		   "coding R1 Q4 C2 rules \"예산이 없다.\"\nhit 예산\n",
		NULL);
	quote_is("C1", 0, "R1", LONG);
}

/* Whatever is shown occurs so in its source. */
static void test_verbatim(void **state)
{
	(void)state;
	make(CODES FIVE "coding R5 Q4 C1 a \"*\"\n", NULL);
	const struct sg_cell *c = quotes("C1");
	for (size_t i = 0; i < c->nquotes; i++) {
		uint32_t who = dsl_case(&study, c->quotes[i].respondent);
		assert_true(sg_str_find(study.texts[who].body, c->quotes[i].text) !=
			    SIZE_MAX);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_leaning),
		cmocka_unit_test_teardown(test_length_and_opening, done),
		cmocka_unit_test_teardown(test_two_sentences, done),
		cmocka_unit_test_teardown(test_short_only, done),
		cmocka_unit_test_teardown(test_whole_and_without_mark, done),
		cmocka_unit_test_teardown(test_nothing_fits, done),
		cmocka_unit_test_teardown(test_one_below_five_two_from_five, done),
		cmocka_unit_test_teardown(test_pin_and_bar, done),
		cmocka_unit_test_teardown(test_sentence_once, done),
		cmocka_unit_test_teardown(test_respondent_twice, done),
		cmocka_unit_test_teardown(test_plain_and_reviewed, done),
		cmocka_unit_test_teardown(test_evidence, done),
		cmocka_unit_test_teardown(test_no_evidence_to_show, done),
		cmocka_unit_test_teardown(test_second_needs_evidence, done),
		cmocka_unit_test_teardown(test_evidence_of_default, done),
		cmocka_unit_test_teardown(test_verbatim, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
