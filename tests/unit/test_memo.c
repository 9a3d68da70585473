/* test_memo.c - memos on words, and sheets of memos read back. */
#include "config.h"

#include "fixture.h"

#include "analysis/memo_sheet.h"
#include "coding/memo_import.h"

static const char answers[] = "## Q1\n예산이 넉넉하지 못하여 일을 제때 마치기 "
			      "어렵습니다. 좋은 점도 있기는 합니다 분명히.\n";
static const char book[] = "## A 가\n### A1 예산\n- 예산\n### A2 인력\n- 인력\n";

static void start(struct fx *f)
{
	fx_open(f, false);
	fx_put(f, "a.txt", "가", answers);
	fx_code(f, book);
}

static void put(struct fx *f, const char *coder, const char *respondent,
	const char *question, const char *code, const char *quote, const char *body)
{
	struct sg_memo m = {sg_str_of(coder), sg_str_of(respondent),
		sg_str_of(question), sg_str_of(code), sg_str_of(quote), sg_str_of(body),
		0, 0, FX_NOW};

	FX_OK(f, sg_memo_write(f->store, &m, &f->err));
}

static char *sheet(struct fx *f, const char *coder)
{
	struct sg_study study;
	struct sg_buf b;

	sg_buf_init(&b);
	FX_OK(f, sg_study_load(&study, f->store, SG_STUDY_BODIES, &f->err));
	FX_OK(f, sg_memo_sheet(&study, sg_str_of(coder), NULL, 0, &b, &f->err));
	sg_study_release(&study);
	return b.p;
}

static int import(
	struct fx *f, const char *text, bool force, struct sg_memo_import *sum)
{
	sg_error_reset(&f->err);
	sg_notes_release(&f->notes);
	sg_notes_init(&f->notes);
	return sg_memo_import(f->store, sg_str_of(text), "m.md", SG_STR("김"), force,
		FX_NOW, sum, &f->notes, &f->err);
}

static char *with(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	struct sg_buf b;

	if (!at)
		fail_msg("no '%s' in:\n%s", from, text);
	sg_buf_init(&b);
	sg_buf_add(&b, (struct sg_str){text, (size_t)(at - text)});
	sg_buf_addz(&b, to);
	sg_buf_addz(&b, at + strlen(from));
	return b.p;
}

#define MEMOS                                                                          \
	"SELECT question_label,code_label,respondent,replace(body,char(10),'/') FROM " \
	"v_memo ORDER BY said"

static void memos_on_words(void **state)
{
	struct fx f;

	(void)state;
	start(&f);
	put(&f, "김", "가", "Q1", "A1", "예산이", "말");
	put(&f, "김", "가", "Q1", "A1", "", "답변과 코드");
	put(&f, "김", "가", "Q1", "A1", "예산이", "다시");
	fx_expect(&f,
		"SELECT m.body,a.quote FROM v_memo m LEFT JOIN anchor a ON "
		"a.id=m.anchor "
		"ORDER BY m.said",
		"답변과 코드|NULL\n다시|예산이 넉넉하지 못하여 일을 제때 마치기 "
		"어렵습니다.\n");
	struct sg_study study;
	FX_OK(&f, sg_study_load(&study, f.store, SG_STUDY_BODIES, &f.err));
	assert_int_equal(study.nmemos, 2);
	assert_true(study.memos[1].anchored);
	assert_int_equal(study.memos[1].start, 6);
	sg_study_release(&study);
	/* The words go with the text, and the memo stays. */
	fx_put(&f, "a.txt", "가", "## Q1\n아주 다른 이야기만 남았습니다 이제는.\n");
	FX_OK(&f, sg_study_load(&study, f.store, SG_STUDY_BODIES, &f.err));
	assert_int_equal(study.nmemos, 2);
	assert_true(study.memos[1].anchored && study.memos[1].answer == SG_NONE);
	sg_study_release(&study);
	struct sg_memo nowhere = {SG_STR("김"), SG_STR("가"), SG_STR("Q1"), SG_STR(""),
		SG_STR("없는 말"), SG_STR("글"), 0, 0, FX_NOW};
	assert_int_equal(sg_memo_write(f.store, &nowhere, &f.err), SG_ENOTFOUND);
	fx_close(&f);
}

static void sheets_come_back_as_they_were(void **state)
{
	static const char *const bodies[] = {"한 줄", "두\n줄", "# 제목 같은 줄\n## 또",
		"\n앞뒤 빈 줄\n\n가운데\n\n", "<!-- 주석 같은 줄 -->", "\\역슬래시",
		"(삭제)", "  들여 쓴 줄\n\t탭  ", "- 목록\n- 목록", "끝에 --> 이것",
		" \n글"};
	struct sg_memo_import sum;
	struct fx f;

	(void)state;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		start(&f);
		put(&f, "김", "", "Q1", "A1", "", bodies[i]);
		put(&f, "김", "", "Q1", "", "", bodies[i]);
		put(&f, "김", "", "", "A", "", bodies[i]);
		put(&f, "김", "가", "", "", "", bodies[i]);
		put(&f, "김", "가", "Q1", "A1", "예산이", bodies[i]);
		put(&f, "이", "", "Q1", "A1", "", bodies[i]);
		char *text = sheet(&f, "김");
		FX_OK(&f, import(&f, text, false, &sum));
		assert_int_equal(sum.unchanged, 5);
		assert_int_equal(
			sum.added + sum.changed + sum.removed + sum.conflicts, 0);
		/* In a project without memos all but the one on words' place is new, and
		 * reads the same. */
		struct fx g;
		start(&g);
		FX_OK(&g, import(&g, text, false, &sum));
		assert_int_equal(sum.added, 5);
		char *a = fx_rows(&f,
			"SELECT hex(body) FROM v_memo WHERE "
			"coder_name='김' ORDER BY code_label,question_label,"
			"respondent,anchor");
		char *b = fx_rows(&g, "SELECT hex(body) FROM v_memo ORDER BY "
				      "code_label,question_label,respondent,anchor");
		assert_string_equal(a, b);
		free(a);
		free(b);
		free(text);
		fx_close(&g);
		fx_close(&f);
	}
}

static void cells_are_offered(void **state)
{
	struct fx f;

	(void)state;
	start(&f);
	put(&f, "이", "", "Q1", "A1", "", "이의 말");
	char *text = sheet(&f, "김");
	char *cell = strstr(text, "### 문항 Q1 × 코드 A1 — 예산\n");
	assert_non_null(cell);
	assert_non_null(strstr(cell, "<!-- n 1 / 1 단독 언급 -->\n"));
	assert_non_null(strstr(cell, "<!-- \"예산이 넉넉하지 못하여 일을 제때 마치기 "
				     "어렵습니다.\" (가) -->\n"));
	assert_non_null(strstr(cell, "<!-- 이: 이의 말 -->\n"));
	/* Written under the heading, it is the implication of the cell. */
	struct sg_memo_import sum;
	char *edited =
		with(text, "<!-- 이: 이의 말 -->\n", "\n함의다.\n\n둘째 문단.\n");
	FX_OK(&f, import(&f, edited, false, &sum));
	assert_int_equal(sum.added, 1);
	fx_expect(&f, MEMOS, "Q1|A1|NULL|이의 말\nQ1|A1|NULL|함의다.//둘째 문단.\n");
	free(text);
	free(edited);
	fx_close(&f);
}

static void edits_conflicts_and_removals(void **state)
{
	struct sg_memo_import sum;
	struct fx f;

	(void)state;
	start(&f);
	put(&f, "김", "", "Q1", "A1", "", "처음");
	char *text = sheet(&f, "김");
	char *edited = with(text, "처음", "고침");
	FX_OK(&f, import(&f, edited, false, &sum));
	assert_int_equal(sum.changed, 1);
	fx_expect(&f, MEMOS, "Q1|A1|NULL|고침\n");
	/* The same sheet again: it is so already. Another edit of the old sheet: not. */
	FX_OK(&f, import(&f, edited, false, &sum));
	assert_int_equal(sum.unchanged, 1);
	char *other = with(text, "처음", "다르게");
	FX_OK(&f, import(&f, other, false, &sum));
	assert_int_equal(sum.conflicts, 1);
	assert_true(fx_noted(&f, "고침"));
	fx_expect(&f, MEMOS, "Q1|A1|NULL|고침\n");
	/* Left alone on an old sheet, it does not take the newer one back. */
	FX_OK(&f, import(&f, text, false, &sum));
	assert_int_equal(sum.unchanged, 1);
	FX_OK(&f, import(&f, other, true, &sum));
	assert_int_equal(sum.changed, 1);
	fx_expect(&f, MEMOS, "Q1|A1|NULL|다르게\n");
	free(text);
	free(edited);
	free(other);
	text = sheet(&f, "김");
	edited = with(text, "다르게", "");
	FX_OK(&f, import(&f, edited, false, &sum));
	fx_expect(&f, MEMOS, "Q1|A1|NULL|다르게\n");
	other = with(text, "다르게", " (삭제) ");
	FX_OK(&f, import(&f, other, false, &sum));
	assert_int_equal(sum.removed, 1);
	fx_expect(&f, MEMOS, "");
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM memo"), 4);
	free(text);
	free(edited);
	free(other);
	fx_close(&f);
}

static void wrong(struct fx *f, const char *text, uint32_t line, const char *why)
{
	struct sg_memo_import sum;

	assert_int_equal(import(f, text, false, &sum), SG_EINPUT);
	assert_int_equal(f->notes.v[0].line, line);
	if (!strstr(f->notes.v[0].text.p, why))
		fail_msg("'%s' does not say '%s'", f->notes.v[0].text.p, why);
	fx_expect(f, MEMOS, "");
}

static void what_is_wrong_is_told(void **state)
{
	struct sg_memo_import sum;
	struct fx f;

	(void)state;
	start(&f);
	wrong(&f, "# 제목\n\n글\n", 3, "no heading");
	wrong(&f, "## 문항 Q1\n글\n\n## 문항 Q9\n글\n", 4, "Q9");
	wrong(&f, "## Q1\n글\n", 1, "nothing known");
	wrong(&f, "## 문항 Q1 × 코드 Z\n글\n", 1, "Z");
	wrong(&f, "## 문항 Q1\n가\n## 문항 Q1\n나\n", 3, "line 1");
	wrong(&f, "## 문항 Q1\n<!-- 열고\n닫지 않음\n", 2, "never closed");
	wrong(&f, "### 응답자 가 × 문항 Q1 × 인용 없는 말이다\n글\n", 1, "quotation");
	/* English words, CRLF, a byte order mark. */
	FX_OK(&f, import(&f, "\xEF\xBB\xBF## question Q1 × code A1 — x\r\n가\r\n나\r\n",
			  false, &sum));
	fx_expect(&f, MEMOS, "Q1|A1|NULL|가/나\n");
	fx_close(&f);
}

/* Written on the line of a comment, the first or the last of several, it is kept. */
static void text_behind_a_comment(void **state)
{
	struct sg_memo_import sum;
	struct fx f;

	(void)state;
	start(&f);
	FX_OK(&f, import(&f,
			  "## 문항 Q1\n"
			  "<!-- 하나 --> 가\n"
			  "<!-- 둘 --><!-- 셋\n"
			  "넷 --> 나\n"
			  "<!-- 다섯 -->\n"
			  "다 <!-- 여섯 --> 라\n",
			  false, &sum));
	fx_expect(&f, MEMOS, "Q1|NULL|NULL|가/나/다 <!-- 여섯 --> 라\n");
	fx_close(&f);
}

static void a_merged_code_keeps_both(void **state)
{
	struct sg_memo_import sum;
	struct fx f;

	(void)state;
	start(&f);
	put(&f, "김", "", "Q1", "A1", "", "하나");
	put(&f, "김", "", "Q1", "A2", "", "둘");
	fx_code(&f, "## A 가\n### A1 예산\n* was: A2\n- 예산\n- 인력\n");
	fx_expect(&f, MEMOS, "Q1|A1|NULL|하나\nQ1|A1|NULL|둘\n");
	char *text = sheet(&f, "김");
	FX_OK(&f, import(&f, text, false, &sum));
	assert_int_equal(sum.unchanged, 1);
	fx_expect(&f, MEMOS, "Q1|A1|NULL|하나\nQ1|A1|NULL|둘\n");
	free(text);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memos_on_words),
		cmocka_unit_test(sheets_come_back_as_they_were),
		cmocka_unit_test(cells_are_offered),
		cmocka_unit_test(edits_conflicts_and_removals),
		cmocka_unit_test(what_is_wrong_is_told),
		cmocka_unit_test(text_behind_a_comment),
		cmocka_unit_test(a_merged_code_keeps_both),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
