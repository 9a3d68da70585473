/* test_anchor.c - what people said keeps its place when a source is revised, or is
 * named as having lost it. */
#include "config.h"

#include "fixture.h"

static const char book[] = "# 책\n\n## A1 예산\n- 예산\n\n## A2 데이터\n- 데이터\n";

static const char original[] =
	"응답자: 가\n\n## Q1\n예산이 크게 부족합니다. 인력은 있습니다.\n\n"
	"## Q2\n데이터를 공유해야 합니다. AI도 필요합니다. 예산이 크게 부족합니다.\n";

#define PLACES                                                                       \
	"SELECT a.how,q.label,substr(t.body,a.start+1,a.stop-a.start) FROM anchor a" \
	" LEFT JOIN text t ON t.id=a.text LEFT JOIN answer w ON w.id=a.answer"       \
	" LEFT JOIN question q ON q.id=w.question ORDER BY a.id"

static void open_judged(struct fx *f, const char *question, const char *quote)
{
	fx_open(f, false);
	fx_put(f, "a.txt", "가", original);
	fx_code(f, book);
	assert_int_equal(
		fx_judge(f, SG_VERDICT_CODE, "김", "가", question, "A1", quote), 1);
}

static void text_before_it_changes(void **state)
{
	struct fx f;

	(void)state;
	open_judged(&f, "Q2", "데이터를 공유해야 합니다.");
	fx_put(&f, "a.txt", "가",
		"응답자: 가\n경력: 14\n\n## Q1\n예산은 넉넉합니다.\n\n## Q2\n맞습니다. "
		"데이터를 공유해야 합니다. AI도 필요합니다.\n");
	fx_expect(&f, PLACES, "moved|Q2|데이터를 공유해야 합니다.\n");
	assert_int_equal(f.notes.n, 0);
	fx_expect(&f, "SELECT coder,quote FROM v_coding WHERE origin='person'",
		"김|데이터를 공유해야 합니다.\n");
	fx_close(&f);
}

static void line_breaks_change(void **state)
{
	struct fx f;

	(void)state;
	open_judged(&f, "Q2", "데이터를 공유해야 합니다.");
	fx_put(&f, "a.txt", "가",
		"## Q1\n예산.\n\n## Q2\n데이터를  공유해야\n합니다. AI도 "
		"필요합니다.\n");
	fx_expect(&f, PLACES, "moved|Q2|데이터를  공유해야\n합니다.\n");
	fx_close(&f);
}

/* The same words stand in two answers: each keeps its own. */
static void same_words_elsewhere(void **state)
{
	struct fx f;

	(void)state;
	open_judged(&f, "Q1", "예산이 크게 부족합니다.");
	assert_int_equal(fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q2", "A1",
				 "예산이 크게 부족합니다."),
		1);
	fx_put(&f, "a.txt", "가",
		"## Q1\n네. 예산이 크게 부족합니다. 인력은 있습니다.\n\n"
		"## Q2\n데이터. 예산이 크게 부족합니다.\n");
	fx_expect(&f, PLACES,
		"moved|Q1|예산이 크게 부족합니다.\nmoved|Q2|예산이 크게 부족합니다.\n");
	/* And when only one of them is left, the other has no place. */
	fx_put(&f, "a.txt", "가",
		"## Q1\n예산이 크게 부족합니다.\n\n## Q2\n없습니다.\n");
	fx_expect(&f, PLACES, "moved|Q1|예산이 크게 부족합니다.\norphan|NULL|NULL\n");
	assert_true(fx_noted(&f,
		"'예산이 크게 부족합니다.' is not in the new text of 가 Q2: the"
		" code of 김 (A1) has no place now"));
	fx_close(&f);
}

/* Twice in one answer: the words around decide; when they do not, nothing does. */
static void twice_in_an_answer(void **state)
{
	struct fx f;

	(void)state;
	open_judged(&f, "Q2", "예산이 크게 부족합니다.");
	fx_put(&f, "a.txt", "가",
		"## Q1\n아닙니다.\n\n## Q2\n예산이 크게 부족합니다. 데이터도 "
		"그렇습니다. "
		"AI도 필요합니다. 예산이 크게 부족합니다.\n");
	fx_expect(&f, "SELECT how,start FROM anchor", "moved|56\n");
	fx_put(&f, "a.txt", "가",
		"## Q1\n아닙니다.\n\n## Q2\n새 글. 예산이 크게 부족합니다. 새 글. "
		"예산이 크게 부족합니다. 새 글. 새 글.\n");
	fx_expect(&f, "SELECT how,start FROM anchor", "orphan|NULL\n");
	fx_close(&f);
}

/* A short word is found by chance anywhere. */
static void short_words_are_not_guessed(void **state)
{
	struct fx f;

	(void)state;
	open_judged(&f, "Q2", "공유");
	fx_put(&f, "a.txt", "가",
		"## Q1\n공유는 다른 이야기.\n\n## Q2\n새로 썼습니다. 공유.\n");
	fx_expect(&f, PLACES, "orphan|NULL|NULL\n");
	fx_put(&f, "a.txt", "가",
		"## Q1\n-\n\n## Q2\n먼저 데이터를 공유해야 합니다. AI도 필요합니다.\n");
	fx_expect(&f, PLACES, "moved|Q2|공유\n");
	fx_close(&f);
}

/* What was said of one answer moves onto the words of another respondent's: what is said
 * of those then is a thing of its own. */
static void words_of_another_at_the_same_place(void **state)
{
	static const char words[] = "데이터를 기관끼리 먼저 공유해야 하고 사람도 더 "
				    "있어야 한다고 생각합니다.";
	struct sg_buf b;
	struct fx f;

	(void)state;
	sg_buf_init(&b);
	sg_buf_printf(&b, "## Q1\n%s\n", words);
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", sg_buf_z(&b));
	fx_code(&f, "## A1 데이터\n- 데이터\n");
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "A1", words), 1);
	/* The file is another's, and the answer one to another question. */
	sg_buf_reset(&b);
	sg_buf_printf(&b, "## Q2\n%s\n", words);
	fx_put(&f, "a.txt", "나", sg_buf_z(&b));
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "김", "나", "Q2", "A1", words), 1);
	fx_expect(&f,
		"SELECT s.name,q.label,w.case_=a.case_ FROM judgement j JOIN anchor a "
		"ON "
		"a.id=j.anchor JOIN case_ s ON s.id=a.case_ JOIN question q ON "
		"q.id=a.question JOIN answer w ON w.id=a.answer ORDER BY j.id",
		"가|Q1|0\n나|Q2|1\n");
	sg_buf_release(&b);
	fx_close(&f);
}

/* The whole answer was judged, and is another now: its judgement goes with it, but what is
 * said of the new words is said of these. */
static void a_new_answer_is_quoted_as_it_is(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", "## Q1\n예산이 없습니다.\n");
	fx_code(&f, "## A1 예산\n- 예산\n");
	assert_int_equal(fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "A1", ""), 1);
	fx_put(&f, "a.txt", "가", "## Q1\n사람이 없습니다.\n");
	assert_int_equal(fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q1", "A1", ""),
		SG_ENOTFOUND);
	assert_int_equal(fx_judge(&f, SG_VERDICT_CODE, "이", "가", "Q1", "A1", ""), 1);
	fx_expect(&f,
		"SELECT j.coder_name,a.quote,a.how FROM v_judgement j JOIN anchor a ON "
		"a.id=j.anchor ORDER BY j.id",
		"김|예산이 없습니다.|moved\n이|사람이 없습니다.|exact\n");
	fx_close(&f);
}

static void back_to_the_first_text(void **state)
{
	struct fx f;

	(void)state;
	open_judged(&f, "Q1", "인력은 있습니다.");
	fx_put(&f, "a.txt", "가", "## Q1\n다릅니다.\n");
	fx_expect(&f, PLACES, "orphan|NULL|NULL\n");
	assert_int_equal(
		fx_int(&f, "SELECT count(*) FROM v_coding WHERE coder='김'"), 0);
	struct sg_status st;
	FX_OK(&f, sg_store_status(f.store, &st, &f.err));
	assert_int_equal(st.orphans, 1);
	fx_put(&f, "a.txt", "가", original);
	fx_expect(&f, PLACES, "exact|Q1|인력은 있습니다.\n");
	assert_int_equal(
		fx_int(&f, "SELECT count(*) FROM v_coding WHERE coder='김'"), 1);
	fx_close(&f);
}

/* The questionnaire renamed a question: the words have not moved. */
static void questions_change(void **state)
{
	struct fx f;

	(void)state;
	open_judged(&f, "Q2", "데이터를 공유해야 합니다.");
	fx_put(&f, "a.txt", "가",
		"응답자: 가\n\n## Q1\n예산이 크게 부족합니다. 인력은 있습니다.\n\n"
		"## Q9\n데이터를 공유해야 합니다. AI도 필요합니다. 예산이 크게 "
		"부족합니다.\n");
	fx_expect(&f, PLACES, "moved|Q9|데이터를 공유해야 합니다.\n");
	fx_close(&f);
}

/* What was said of a whole answer is still said of it when a word of it changes, even
 * when none is left; not when the answer is gone. */
static void whole_answers(void **state)
{
	struct fx f;

	(void)state;
	open_judged(&f, "Q1", "");
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_REJECT, "이", "가", "Q1", "A1", ""), 1);
	fx_put(&f, "a.txt", "가",
		"응답자: 가\n\n## Q1\n예산이 매우 부족합니다. 인력은 없습니다.\n\n"
		"## Q2\n데이터를 공유해야 합니다.\n");
	fx_expect(&f, PLACES, "moved|Q1|예산이 매우 부족합니다. 인력은 없습니다.\n");
	assert_int_equal(f.notes.n, 0);
	fx_code(&f, book);
	fx_expect(&f, "SELECT coder,quote FROM v_coding WHERE code_label='A1'",
		"김|예산이 매우 부족합니다. 인력은 없습니다.\n");
	fx_put(&f, "a.txt", "가", "## Q1\n네.\n\n## Q2\n-\n");
	fx_expect(&f, PLACES, "moved|Q1|네.\n");
	assert_int_equal(f.notes.n, 0);
	/* Nothing is written there now: by its words, and all who spoke are named. */
	fx_put(&f, "a.txt", "가", "## Q1\n\n## Q2\n데이터.\n");
	fx_expect(&f, PLACES, "orphan|NULL|NULL\n");
	assert_int_equal(f.notes.n, 2);
	assert_true(fx_noted(&f, "the code of 김 (A1) has no place now"));
	assert_true(fx_noted(&f, "the reject of 이 (A1) has no place now"));
	/* The question was renamed: found by the words, and those behind them. */
	fx_put(&f, "a.txt", "가",
		"응답자: 가\n\n## Q7\n예산이 크게 부족합니다. 인력은 있습니다.\n\n"
		"## Q2\n데이터를 공유해야 합니다.\n");
	fx_expect(&f, PLACES, "moved|Q7|예산이 크게 부족합니다. 인력은 있습니다.\n");
	fx_put(&f, "a.txt", "가", original);
	fx_expect(&f, PLACES, "exact|Q1|예산이 크게 부족합니다. 인력은 있습니다.\n");
	fx_close(&f);
}

/* What was taken back needs no place, and no warning. */
static void no_word_no_warning(void **state)
{
	struct fx f;
	struct sg_buf what;

	(void)state;
	open_judged(&f, "Q1", "인력은 있습니다.");
	sg_buf_init(&what);
	FX_OK(&f, sg_judge_undo(f.store, SG_STR("김"), FX_NOW, &what, &f.err));
	sg_buf_release(&what);
	fx_put(&f, "a.txt", "가", "## Q1\n다릅니다.\n");
	assert_int_equal(f.notes.n, 0);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_before_it_changes),
		cmocka_unit_test(line_breaks_change),
		cmocka_unit_test(same_words_elsewhere),
		cmocka_unit_test(twice_in_an_answer),
		cmocka_unit_test(short_words_are_not_guessed),
		cmocka_unit_test(words_of_another_at_the_same_place),
		cmocka_unit_test(a_new_answer_is_quoted_as_it_is),
		cmocka_unit_test(back_to_the_first_text),
		cmocka_unit_test(questions_change),
		cmocka_unit_test(whole_answers),
		cmocka_unit_test(no_word_no_warning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
