/* test_engine.c - what rules select. Expectations are worked by hand from the rule
 * language's table and its six rules; hits are written text@code-point. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "codebook/codebook.h"
#include "match/engine.h"
#include "match/trace.h"
#include "text/utf8.h"

struct fixture {
	struct sg_codebook *book;
	struct sg_engine *engine;
	struct sg_scanner *scanner;
	struct sg_layout layout;
	struct sg_hits hits;
	struct sg_notes notes;
	struct sg_error err;
};

static int open_book(
	struct fixture *f, const char *body, const struct sg_engine_options *options)
{
	memset(f, 0, sizeof *f);
	sg_notes_init(&f->notes);
	sg_layout_init(&f->layout);
	int rc = sg_codebook_read(&f->book, sg_str_of(body), "test.md", &f->notes);
	for (size_t i = 0; rc < 0 && i < f->notes.n; i++)
		print_message("%u:%u %.*s\n", f->notes.v[i].line, f->notes.v[i].col,
			SG_ARG(f->notes.v[i].text));
	assert_int_equal(rc, 0);
	rc = sg_engine_new(&f->engine, f->book, options, &f->notes, &f->err);
	if (rc == 0)
		f->scanner = sg_scanner_new(f->engine);
	return rc;
}

static void close_book(struct fixture *f)
{
	free(f->hits.v);
	sg_scanner_free(f->scanner);
	sg_engine_free(f->engine);
	sg_codebook_free(f->book);
	sg_layout_release(&f->layout);
	sg_notes_release(&f->notes);
}

static void scan_answers(struct fixture *f, const char *text,
	const struct sg_answer_view *answers, size_t n)
{
	struct sg_doc doc = {.name = "text",
		.body = sg_str_of(text),
		.layout = &f->layout,
		.answers = answers,
		.nanswers = n};

	sg_layout_build(&f->layout, doc.body);
	assert_int_equal(sg_scan(f->scanner, &doc, &f->hits, &f->notes, &f->err), 0);
}

/* The hits of code as "text@cp text@cp". */
static void write_hits(
	const struct fixture *f, uint32_t code, const char *text, struct sg_buf *out)
{
	struct sg_str s = sg_str_of(text);

	sg_buf_reset(out);
	for (size_t i = 0; i < f->hits.n; i++) {
		const struct sg_hit *h = &f->hits.v[i];
		if (h->code != code)
			continue;
		sg_buf_printf(out, "%s%.*s@%zu", out->n ? " " : "",
			SG_ARG(sg_str_sub(s, h->span.start, h->span.stop)),
			sg_utf8_count(sg_str_sub(s, 0, h->span.start)));
	}
}

static void expect_hits(
	const struct fixture *f, uint32_t code, const char *text, const char *wanted)
{
	struct sg_buf got;

	sg_buf_init(&got);
	write_hits(f, code, text, &got);
	assert_string_equal(sg_buf_z(&got), wanted);
	sg_buf_release(&got);
}

/* Expects what a book's code number `code` selects in text, all of it one answer. */
static void expect_book(
	const char *body, uint32_t code, const char *text, const char *wanted)
{
	struct fixture f;
	struct sg_answer_view all = {
		.span = {0, (uint32_t)strlen(text)}, .answered = true};

	assert_int_equal(open_book(&f, body, NULL), 0);
	scan_answers(&f, text, &all, 1);
	expect_hits(&f, code, text, wanted);
	close_book(&f);
}

/* The same for one rule. */
static void expect(const char *rule, const char *text, const char *wanted)
{
	struct sg_buf body;

	sg_buf_init(&body);
	sg_buf_printf(&body, "# t\n\n* unit: sentence\n\n## C1 code\n- %s\n", rule);
	expect_book(sg_buf_z(&body), 0, text, wanted);
	sg_buf_release(&body);
}

static void edges_of_words(void **state)
{
	const char *text =
		"지능형정부서비스라고 하나 전자정부는 행정부담이 크고 정부의 몫, "
		"'정부'로, 정부3.0";

	(void)state;
	expect("정부", text, "정부@16 정부@29 정부@37 정부@43");
	expect("^정부", text, "정부@29 정부@37 정부@43");
	expect("=정부", text, "정부@29 정부@37");
	expect("*정부", text, "정부@3 정부@16 정부@21 정부@29 정부@37 정부@43");
	expect("정부", "행정부를 정부서비스 정부이다 정부들은",
		"정부@1 정부@5 정부@11 정부@16");
	expect("성과", "적법성과 효율성과 성과를 1인가구 인가",
		"성과@2 성과@7 성과@10");
	expect("인가", "적법성과 효율성과 성과를 1인가구 인가", "인가@19");
	expect("정부", "①정부 (정부) 정부\n정부", "정부@1 정부@5 정부@9 정부@12");
	expect("중국", "反중국 중국産", "중국@1 중국@4");
	expect("=정부", "정부ㅋㅋ 정부는ㅠㅠ 정부ㅋ는", "정부@0 정부@5 정부@11");
	expect("=친구", "친구하고 친구요구", "친구@0");
}

static void gaps_in_phrases(void **state)
{
	const char *text = "중앙·지방 간, 중앙–지방, 중앙지방, 중앙 지방, 중앙과 지방";

	(void)state;
	expect("중앙 지방", text, "중앙·지방@0 중앙–지방@9 중앙지방@16 중앙 지방@22");
	expect("지방", text, "지방@3 지방@12 지방@18 지방@25 지방@33");
	expect("한국", "한 국가의 한국 정부", "한국@6");
	expect("한국 정부", "한 국가의 한국 정부", "한국 정부@6");
	expect("개인정보 보호", "개인정보보호와 개인정보 보호, 개인정보의 보호",
		"개인정보보호@0 개인정보 보호@8");
	expect("개인정보보호", "개인정보보호와 개인정보 보호", "개인정보보호@0");
	expect("중앙 지방",
		"중앙 / 지방, 중앙  지방, 중앙   지방, 중앙, 지방, 중앙··지방",
		"중앙 / 지방@0 중앙  지방@9 중앙   지방@17");
	expect("중앙 지방", "중앙\n지방", "");
	expect("중앙·지방", "중앙・지방 중앙지방 중앙 · 지방 중앙-지방",
		"중앙・지방@0");
	expect("디지털 플랫폼 정부",
		"디지털플랫폼정부의 디지털플랫폼 정부, 디지털 플랫폼-정부",
		"디지털플랫폼정부@0 디지털플랫폼 정부@10 디지털 플랫폼-정부@21");
}

static void other_scripts(void **state)
{
	(void)state;
	expect("AI", "AI기반 챗봇과 생성형AI, XAI, Blockchain, AI는",
		"AI@0 AI@12 AI@33");
	expect("=AI", "AI기반 챗봇과 생성형AI, XAI, Blockchain, AI는", "AI@12 AI@33");
	expect("*ai", "XAI ＡＩ ai2 aid", "ＡＩ@4 ai@7");
	expect("R&D | 정부3.0 | 100% | e-나라도움 | B/C",
		"R&D를, Ｒ＆Ｄ, 정부3.0의, 정부 3.0, 100%로, E-나라도움, B/C와 B·C",
		"R&D@0 Ｒ＆Ｄ@6 정부3.0@11 100%@27 E-나라도움@34 B/C@42");
	expect("3", "3은 13, 3.5, 30", "3@0 3@7");
}

static void zero_width_characters(void **state)
{
	(void)state;
	expect("정부", "정\u200B부는 \uFEFF정부 행\u00AD정부담", "정\u200B부@0 정부@6");
	expect("=정부", "정부\u200B는", "정부@0");
	expect("~어렵다", "어려\u200B워서", "어려\u200B워서@0");
}

static void predicates(void **state)
{
	(void)state;
	expect("~어렵다", "이용이 어려워서 어려움이 많고 어렵습니다. 우연히 힘들다",
		"어려워서@4 어려움이@9 어렵습니다@17");
	expect("발목을 ~잡다", "규제가 발목을 잡고 발목을잡는 발목만 잡는다",
		"발목을 잡고@4 발목을잡는@11");
	expect("~어렵다", "더어려워서", "");
	expect("어르신 NEAR/3 ~어렵다", "어르신들은 키오스크 이용을 어려워하십니다.",
		"어르신@0 어려워하십니다@15");
}

static void literals(void **state)
{
	(void)state;
	expect("\"정부\"", "행정부담 정 부 정부", "정부@1 정부@9");
	expect("\"AI\"", "XAI ai AI", "AI@1 AI@7");
	expect("\"로. 정부\"", "정부로. 정부는 정부로  정부", "로. 정부@2");
	expect("\" - \"", "가 - 나 -다", " - @1");
	expect("\"- 정부 \"", "- 정부 는 - 정부는", "- 정부 @0");
	expect("\"··\"", "가···나", "··@1 ··@2");
}

static void regexes(void **state)
{
	(void)state;
	expect("/제\\d+조/", "제3조와 제12조, 제조", "제3조@0 제12조@5");
	expect("/ai|로봇/i", "AI 로봇 ai", "AI@0 로봇@3 ai@6");
	expect("/정부.*국회/", "정부와 국회\n정부\n국회", "정부와 국회@0");
	expect("/^정부/", "정부 정부\n정부", "정부@0 정부@6");
	expect("/(?<=새)정부/", "새정부 헌정부", "정부@1");
}

static void and_and_not(void **state)
{
	(void)state;
	expect("신뢰 NOT 높", "신뢰가 낮다. 정부 신뢰는 높다.", "신뢰@0");
	expect("신뢰 AND 낮", "신뢰가 낮다. 정부 신뢰는 높다.", "신뢰@0 낮@4");
	expect("예산 AND 부족",
		"예산은 부족하지만 사람은 있다\n- 인력 부족\n- 예산 충분",
		"예산@0 부족@4");
	expect("예산 AND 부족 AND 사람", "예산은 부족하지만 사람은 있다\n- 인력 부족",
		"예산@0 부족@4 사람@10");
	expect("(예산 | 인력) AND 부족", "예산 부족. 인력 부족. 예산 인력.",
		"예산@0 부족@3 인력@7 부족@10");
	expect("부족 NOT 예산", "예산 부족. 인력 부족.", "부족@10");
	expect("부족 AND NOT 예산", "예산 부족. 인력 부족.", "부족@10");
}

static void masks(void **state)
{
	(void)state;
	expect("투명 EXCEPT 투명인간", "투명인간 취급이라 투명하지 않다.", "투명@10");
	expect("(투명 AND 취급) EXCEPT 투명인간", "투명인간 취급이라 투명하지 않다.",
		"취급@5 투명@10");
	/* The mask goes before AND looks: the second sentence has no 투명 left. */
	expect("(투명 AND 취급) EXCEPT 투명인간", "투명인간 취급이다.", "");
	expect("정부 NOT (국회 EXCEPT 국회의사당)", "정부와 국회의사당. 정부와 국회.",
		"정부@0");
}

static void distances(void **state)
{
	const char *text = "어르신들은 키오스크 이용을 어려워하십니다.";

	(void)state;
	expect("어르신 NEAR/2 ~어렵다", text, "");
	expect("~어렵다 THEN/3 어르신", text, "");
	expect("어르신 THEN/1 키오스크 THEN/2 ~어렵다", text,
		"어르신@0 키오스크@6 어려워하십니다@15");
	expect("어르신 NOT NEAR/2 ~어렵다", text, "어르신@0");
	expect("어르신 NOT NEAR/3 ~어렵다", text, "");
	expect("중앙 THEN/0 지방", "중앙지방 중앙 지방", "중앙@0 지방@2");
	expect("중앙 NEAR/1 지방", "지방 - 중앙", "지방@0 중앙@5");
	/* Not over the end of a sentence. */
	expect("중앙 NEAR/1 지방", "중앙이다. 지방이다.", "");
	/* A hit does not partner with itself or with what it overlaps. */
	expect("*정부 NEAR/0 *정", "정부", "");
	expect("정부 NEAR/1 정부", "정부", "");
	expect("정부 NEAR/1 정부", "정부 정부", "정부@0 정부@3");
	/* A chain keeps only what is on a complete path. */
	expect("가나 THEN/1 다라 THEN/1 마바", "가나 다라 가나 다라 마바",
		"가나@6 다라@9 마바@12");
}

static void lists_and_codes(void **state)
{
	const char *body = "# t\n* $부정 = 부족 | 미비\n\n"
			   "## C1 하나\n- 예산 AND $부정\n"
			   "### C1a 아래\n- 인력\n"
			   "## C2 둘\n- @C1 NEAR/1 증원\n"
			   "## C3 셋\n- @C1a EXCEPT \"인력난\"\n";
	const char *text = "예산이 부족. 인력 증원. 인력난. 예산 증원.";

	(void)state;
	expect_book(body, 0, text, "예산@0 부족@4");
	expect_book(body, 1, text, "인력@8 인력@15");
	expect_book(body, 2, text, "인력@8 증원@11");
	expect_book(body, 3, text, "인력@8");
}

static void code_masks_and_vetoes(void **state)
{
	const char *body = "# t\n\n## C1 하나\n- 격차\n- 정보 AND 지수\n"
			   "- EXCEPT 정보 격차 지수\n- NOT 재정\n";

	(void)state;
	expect_book(body, 0, "정보 격차 지수가 낮다. 격차가 크다. 재정 격차가 크다.",
		"격차@14");
	expect_book(body, 0, "정보의 지수.", "정보@0 지수@4");
	/* The veto reaches as far as `within`. */
	expect_book("# t\n\n## C1 하나\n* within: paragraph\n* unit: paragraph\n"
		    "- 격차\n- NOT 재정\n",
		0, "격차가 크다. 재정은 좋다.\n격차다.", "격차@16");
}

static void scopes(void **state)
{
	const char *text = "정부 하나\n정부 둘\n정부 셋";
	const char *body = "# t\n\n## C1 하나\n- [Q2] 정부\n"
			   "## C2 둘\n* questions: Q1, Q3\n- 정부\n"
			   "## C3 셋\n- [시급] 정부\n## C4 넷\n- [Q3.맥락] 정부\n"
			   "## C5 다섯\n- 하나 AND 정부\n";
	struct sg_part_view part = {.span = {27, 37}, .label = SG_STR("시급")};
	const struct sg_answer_view answers[3] = {
		{.span = {0, 14}, .question = SG_STR("Q1"), .answered = true},
		{.span = {14, 25}, .question = SG_STR("Q2"), .answered = true},
		{.span = {25, 35},
			.question = SG_STR("Q3"),
			.answered = true,
			.parts = &part,
			.nparts = 1},
	};
	struct sg_answer_view silent[3];
	struct sg_engine_options open = {.ignore_scopes = true};
	struct fixture f;

	(void)state;
	part.span = answers[2].span;
	assert_int_equal(strlen(text), 35);
	assert_int_equal(open_book(&f, body, NULL), 0);
	scan_answers(&f, text, answers, 3);
	expect_hits(&f, 0, text, "정부@6");
	expect_hits(&f, 1, text, "정부@0 정부@11");
	expect_hits(&f, 2, text, "정부@11");
	expect_hits(&f, 3, text, "");
	expect_hits(&f, 4, text, "정부@0 하나@3");
	/* Two answers, and the one that says nothing is not looked at. */
	memcpy(silent, answers, sizeof answers);
	silent[0].answered = false;
	scan_answers(&f, text, silent, 3);
	expect_hits(&f, 1, text, "정부@11");
	assert_int_equal(f.hits.v[f.hits.n - 1].answer, 2);
	close_book(&f);
	assert_int_equal(open_book(&f, body, &open), 0);
	scan_answers(&f, text, answers, 3);
	expect_hits(&f, 3, text, "정부@0 정부@6 정부@11");
	close_book(&f);
}

static void nothing_crosses_an_answer(void **state)
{
	const char *text = "중앙 지방 정부";
	const struct sg_answer_view answers[2] = {{.span = {0, 7}, .answered = true},
		{.span = {7, 20}, .answered = true}};
	struct fixture f;

	(void)state;
	assert_int_equal(open_book(&f,
				 "# t\n\n## C1 하나\n- 중앙 지방\n- 중앙 AND 지방\n"
				 "- 중앙 NEAR/1 지방\n- /앙 지/\n- \"앙 지\"\n",
				 NULL),
		0);
	scan_answers(&f, text, answers, 2);
	expect_hits(&f, 0, text, "");
	close_book(&f);
}

static void parts_as_units(void **state)
{
	/* Bytes: 맥락 7 + 정부 ... one line each; outside the parts a unit of its own. */
	const char *text = "정부\n정부 예산\n예산";
	const struct sg_part_view parts[1] = {
		{.span = {7, 20}, .label = SG_STR("맥락")}};
	const struct sg_answer_view answer = {
		.span = {0, 27}, .answered = true, .parts = parts, .nparts = 1};
	struct fixture f;

	(void)state;
	assert_int_equal(strlen(text), 27);
	assert_int_equal(open_book(&f,
				 "# t\n* within: part\n\n## C1 하나\n- 정부 AND 예산\n"
				 "## C2 둘\n- 정부 THEN/9 예산\n",
				 NULL),
		0);
	scan_answers(&f, text, &answer, 1);
	expect_hits(&f, 0, text, "정부@0 정부@3 예산@6 예산@9");
	expect_hits(&f, 1, text, "정부@0 정부@3 예산@6 예산@9");
	struct sg_doc doc = {.body = sg_str_of(text),
		.layout = &f.layout,
		.answers = &answer,
		.nanswers = 1};
	struct sg_span part = sg_doc_unit(&doc, SG_UNIT_PART, 0, 8);
	struct sg_span none = sg_doc_unit(&doc, SG_UNIT_PART, 0, 22);
	assert_int_equal(part.start, 7);
	assert_int_equal(part.stop, 20);
	assert_int_equal(none.start, 0);
	assert_int_equal(none.stop, 27);
	close_book(&f);
}

static void several_rules_and_texts(void **state)
{
	struct fixture f;
	struct sg_answer_view all = {.span = {0, 0}, .answered = true};
	const char *text = "정부 정부서비스";

	(void)state;
	assert_int_equal(
		open_book(&f, "# t\n\n## C1 하나\n- 정부서비스\n- 정부\n", NULL), 0);
	all.span.stop = (uint32_t)strlen(text);
	scan_answers(&f, text, &all, 1);
	/* By start, stop, rule. */
	expect_hits(&f, 0, text, "정부@0 정부@3 정부서비스@3");
	assert_int_equal(f.hits.v[0].rule, 1);
	assert_int_equal(f.hits.v[2].rule, 0);
	/* Nothing stays from one text to the next. */
	all.span.stop = 3;
	scan_answers(&f, "국회", &all, 1);
	assert_int_equal(f.hits.n, 0);
	close_book(&f);
}

static void only_some_codes(void **state)
{
	const bool only[3] = {false, false, true};
	struct sg_engine_options options = {.only = only};
	struct sg_answer_view all = {.span = {0, 13}, .answered = true};
	struct fixture f;

	(void)state;
	assert_int_equal(open_book(&f,
				 "# t\n\n## C1 하나\n- 정부\n## C2 둘\n- 인력\n"
				 "## C3 셋\n- @C1 AND 국회\n",
				 &options),
		0);
	scan_answers(&f, "정부 국회", &all, 1);
	expect_hits(&f, 2, "정부 국회", "정부@0 국회@3");
	assert_int_equal(f.hits.n, 2);
	close_book(&f);
}

static void polarity(void **state)
{
	(void)state;
	expect("NEGATED(신뢰)", "정부를 신뢰하지 않는다.", "신뢰@4");
	expect("AFFIRMED(신뢰)", "정부를 신뢰하지 않는다.", "");
	expect("AFFIRMED(신뢰)", "정부를 신뢰한다.", "신뢰@4");
	expect("NEGATED(책임)", "책임이 전혀 없다.", "책임@0");
	expect("NEGATED(정부)", "정부에는 책임이 없다.", "");
	expect("NEGATED(대안)", "그것은 대안이 아니다.", "대안@4");
	expect("NEGATED(~믿다)", "아무도 안 믿는다.", "믿는다@6");
	expect("NEGATED(~믿다)", "도저히 믿을 수 없다.", "믿을@4");
	expect("NEGATED(투명)", "투명하지는 못하다.", "투명@0");
	/* Another clause. */
	expect("NEGATED(신뢰)", "신뢰는 높지만 예산이 없다.", "");
	expect("NEGATED(신뢰)", "신뢰가 높고, 예산은 늘지 않았다.", "");
	expect("NEGATED(정부)", "믿지 않는 정부가 많다.", "");
	/* Two cancel; some only look like it. */
	expect("NEGATED(개방)", "개방하지 않을 수 없다.", "");
	expect("NEGATED(신뢰)", "없어서는 안 될 신뢰이다.", "");
	expect("NEGATED(예산)", "예산이 없어서는 안 된다.", "");
	expect("NEGATED(민간)", "민간 못지않게 빠르다.", "");
	expect("NEGATED(개방)", "개방을 안 하는 것보다 낫다.", "");
	expect("NEGATED(효율)", "효율뿐만 아니라 형평도 본다.", "");
}

static void refusals(void **state)
{
	const struct {
		const char *rule, *says;
	} bad[] = {
		{"/a*/", "can match nothing"},
		{"/(?=정부)/", "can match nothing"},
		{"/(정부/", "does not compile"},
		{"/a\\Cb/", "does not compile"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct fixture f;
		struct sg_buf body;
		sg_buf_init(&body);
		sg_buf_printf(&body, "# t\n\n## C1 code\n- 정부 | %s\n", bad[i].rule);
		assert_int_equal(open_book(&f, sg_buf_z(&body), NULL), SG_EINPUT);
		assert_null(f.engine);
		assert_true(f.notes.errors > 0);
		const struct sg_note *n = &f.notes.v[f.notes.n - 1];
		assert_int_equal(n->line, 4);
		assert_int_equal(n->col, 8);
		assert_non_null(strstr(n->text.p, bad[i].says));
		sg_buf_release(&body);
		close_book(&f);
	}
}

static void match_limit_is_told(void **state)
{
	struct sg_engine_options options = {.match_limit = 100};
	const char *text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!b 정부";
	struct sg_answer_view all = {
		.span = {0, (uint32_t)strlen(text)}, .answered = true};
	struct fixture f;

	(void)state;
	assert_int_equal(
		open_book(&f, "# t\n\n## C1 code\n- /(a+)+b/\n- 정부\n", &options), 0);
	scan_answers(&f, text, &all, 1);
	expect_hits(&f, 0, text, "정부@39");
	assert_int_equal(f.notes.warnings, 1);
	assert_int_equal(f.notes.v[f.notes.n - 1].line, 4);
	assert_non_null(strstr(f.notes.v[f.notes.n - 1].text.p, "'text'"));
	close_book(&f);
}

static void examples(void **state)
{
	const char *body =
		"# t\n\n## C1 하나\n- [Q9] 격차\n"
		"+ 격차가 크다.\n+ 차이가 크다.\n+ ! 재정 격차다.\n+ ! 재정이다.\n";
	struct sg_notes notes;
	struct sg_error err = {0};
	struct sg_codebook *book;
	size_t ran = 0;

	(void)state;
	sg_notes_init(&notes);
	assert_int_equal(sg_codebook_read(&book, sg_str_of(body), "t.md", &notes), 0);
	size_t before = notes.n;
	assert_int_equal(sg_engine_check_examples(book, "t.md", &ran, &notes, &err), 2);
	assert_int_equal(ran, 4);
	assert_int_equal(notes.n, before + 2);
	assert_int_equal(notes.v[before].line, 6);
	assert_string_equal(notes.v[before].text.p, "C1 is not coded here");
	assert_int_equal(notes.v[before + 1].line, 7);
	assert_string_equal(notes.v[before + 1].text.p, "C1 is coded here by line 4");
	sg_codebook_free(book);
	sg_notes_release(&notes);
}

static size_t count_kind(
	const struct sg_trace *t, enum sg_trace_kind kind, uint32_t rule)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		n += t->v[i].kind == kind && t->v[i].rule == rule;
	return n;
}

static void explains(void **state)
{
	const char *text = "정부 예산은 행정부담이다. 정부는 크다. 국회 정부.";
	const struct sg_answer_view all = {
		.span = {0, (uint32_t)strlen(text)}, .answered = true};
	struct sg_trace trace = {0};
	struct fixture f;

	(void)state;
	assert_int_equal(
		open_book(&f,
			"# t\n\n## C1 하나\n- 정부 AND 예산\n- 정부 EXCEPT 정부 예산\n"
			"- 예산 NEAR/1 국회\n- NOT 국회\n",
			NULL),
		0);
	sg_layout_build(&f.layout, sg_str_of(text));
	struct sg_doc doc = {.name = "text",
		.body = sg_str_of(text),
		.layout = &f.layout,
		.answers = &all,
		.nanswers = 1};
	assert_int_equal(sg_explain(f.engine, &doc, 0, &trace, &f.notes, &f.err), 0);
	assert_int_equal(count_kind(&trace, SG_TRACE_INSIDE, 0), 1);  /* 행정부담 */
	assert_int_equal(count_kind(&trace, SG_TRACE_MISSING, 0), 2); /* 예산, twice */
	assert_int_equal(count_kind(&trace, SG_TRACE_SELECTED, 0), 2);
	assert_int_equal(count_kind(&trace, SG_TRACE_MASKED, 1), 1);
	assert_int_equal(count_kind(&trace, SG_TRACE_VETOED, 1), 1);
	assert_int_equal(count_kind(&trace, SG_TRACE_SELECTED, 1), 1);
	assert_true(count_kind(&trace, SG_TRACE_APART, 2) >= 1);
	assert_int_equal(count_kind(&trace, SG_TRACE_SELECTED, 2), 0);
	assert_int_equal(
		sg_explain(f.engine, &doc, 7, &trace, &f.notes, &f.err), SG_ENOTFOUND);
	sg_trace_release(&trace);
	close_book(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edges_of_words),
		cmocka_unit_test(gaps_in_phrases),
		cmocka_unit_test(other_scripts),
		cmocka_unit_test(zero_width_characters),
		cmocka_unit_test(predicates),
		cmocka_unit_test(literals),
		cmocka_unit_test(regexes),
		cmocka_unit_test(and_and_not),
		cmocka_unit_test(masks),
		cmocka_unit_test(distances),
		cmocka_unit_test(lists_and_codes),
		cmocka_unit_test(code_masks_and_vetoes),
		cmocka_unit_test(scopes),
		cmocka_unit_test(nothing_crosses_an_answer),
		cmocka_unit_test(parts_as_units),
		cmocka_unit_test(several_rules_and_texts),
		cmocka_unit_test(only_some_codes),
		cmocka_unit_test(polarity),
		cmocka_unit_test(refusals),
		cmocka_unit_test(match_limit_is_told),
		cmocka_unit_test(examples),
		cmocka_unit_test(explains),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
