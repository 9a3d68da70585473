/* test_judgement.c - what people say: judgements, imports, rulings, memos, undo. */
#include "config.h"

#include "fixture.h"

#include "base/file.h"
#include "coding/quote.h"
#include "ingest/ingest.h"

static const char answers[] =
	"## Q1\n예산이 부족합니다. 인력도 예산도 없습니다. 좋습니다.\n"
	"\n## Q2\n-\n\n## Q3\n가. 데이터가 중요합니다.\n나. 예산 확보\n"
	"\n## Q4\n";

static const char book[] =
	"# 책\n* facet 입장: 찬성 | 반대\n\n## A 가\n### A1 예산\n- 예산\n"
	"### A2 데이터\n* default: Q3\n- 데이터 => 입장: 찬성\n";

#define CODINGS                                                             \
	"SELECT question_label,code_label,coder,origin,quote FROM v_coding" \
	" ORDER BY start,stop,code_label,coder"

static void open_coded(struct fx *f)
{
	fx_open(f, false);
	fx_put(f, "a.txt", "가", answers);
	fx_code(f, book);
}

static void people_code_stretches(void **state)
{
	struct fx f;

	(void)state;
	open_coded(&f);
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "A2", "좋습니다"), 1);
	/* Said again: nothing new. By another: their own. */
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "A2", "좋습니다."), 0);
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "이", "가", "Q1", "데이터", "좋습니다."),
		1);
	fx_expect(&f,
		"SELECT coder,origin,quote FROM v_coding WHERE code_label='A2'"
		" AND question_label='Q1' ORDER BY coder",
		"김|person|좋습니다.\n이|person|좋습니다.\n");
	fx_expect(&f, "SELECT quote,before,how FROM anchor",
		"좋습니다.|## Q1\n예산이 부족합니다. 인력도 예산도 없습니다. |exact\n");
	fx_close(&f);
}

static void says(struct fx *f, int rc, enum sg_errcode code, const char *why)
{
	assert_int_equal(rc, code);
	if (!strstr(f->err.text, why))
		fail_msg("'%s' does not say '%s'", f->err.text, why);
	sg_error_reset(&f->err);
}

static void what_does_not_exist_is_named(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "A1", ""),
		SG_ENOTFOUND, "run `saegim code");
	fx_code(&f, book);
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "김", "나", "Q1", "A1", ""),
		SG_ENOTFOUND, "no respondent '나'");
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q9", "A1", ""),
		SG_ENOTFOUND, "no question 'Q9'");
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "Z", ""), SG_ENOTFOUND,
		"no code 'Z'");
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q4", "A1", ""),
		SG_ENOTFOUND, "가 wrote nothing for Q4");
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "A1", "인력도 예산은"),
		SG_ENOTFOUND, "only its beginning is: '인력도 예산'");
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "A1", "교육"),
		SG_ENOTFOUND, "the quotation is not in 가 Q1: '교육'");
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q2", "A1", ""),
		SG_ECONFLICT, "saegim answer 가 Q2 answered");
	says(&f, fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q1", "A2", ""),
		SG_ENOTFOUND, "the rules do not code A2 in 가 Q1");
	says(&f, fx_judge(&f, SG_VERDICT_CODE, "rules", "가", "Q1", "A1", ""),
		SG_EUSAGE, "a name of their own");
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM judgement"), 0);
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM coder"), 0);
	fx_close(&f);
}

static void rejections(void **state)
{
	struct fx f;

	(void)state;
	open_coded(&f);
	/* A word stands for the coded sentence around it. */
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q1", "A1", "인력"), 1);
	fx_expect(&f, CODINGS,
		"Q1|A1|rules|rule|예산이 부족합니다.\n"
		"Q3|A2|rules|rule|가. 데이터가 중요합니다.\n"
		"Q3|A2|rules|default|가. 데이터가 중요합니다.\n나. 예산 확보\n"
		"Q3|A1|rules|rule|나. 예산 확보\n");
	/* It survives a codebook that finds the same evidence in a wider unit. */
	fx_code(&f, "# 책\n\n## A 가\n### A1 예산\n* unit: paragraph\n"
		    "* questions: Q1\n- 인력도 예산\n");
	fx_expect(&f, CODINGS, "");
	fx_code(&f, "# 책\n\n## A 가\n### A1 예산\n* unit: paragraph\n"
		    "* questions: Q1\n- 예산\n");
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM v_coding"), 1);
	fx_close(&f);
}

/* A whole answer's default is judged with the whole answer. */
static void defaults_are_judged_whole(void **state)
{
	struct fx f;

	(void)state;
	open_coded(&f);
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q3", "A2", "데이터가"), 1);
	assert_int_equal(
		fx_int(&f, "SELECT count(*) FROM v_coding WHERE code_label='A2'"
			   " AND origin='default'"),
		1);
	assert_int_equal(
		fx_int(&f, "SELECT count(*) FROM v_coding WHERE code_label='A2'"
			   " AND origin='rule'"),
		0);
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q3", "A2", "확보"), 1);
	assert_int_equal(
		fx_int(&f, "SELECT count(*) FROM v_coding WHERE code_label='A2'"), 0);
	fx_close(&f);
}

static void the_last_word_counts(void **state)
{
	struct fx f;
	struct sg_buf what;

	(void)state;
	open_coded(&f);
	sg_buf_init(&what);
	fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q1", "A1", "예산이");
	fx_judge(&f, SG_VERDICT_ACCEPT, "김", "가", "Q1", "A1", "예산이");
	fx_expect(&f, "SELECT verdict FROM v_judgement", "accept\n");
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM v_coding WHERE"
				    " question_label='Q1'"),
		2);
	/* Taking that back brings the rejection back; and so on. */
	FX_OK(&f, sg_judge_undo(f.store, SG_STR("김"), FX_NOW, &what, &f.err));
	assert_string_equal(what.p, "accept A1 가 Q1 '예산이 부족합니다.'");
	fx_expect(&f, "SELECT verdict FROM v_judgement", "reject\n");
	sg_buf_reset(&what);
	FX_OK(&f, sg_judge_undo(f.store, SG_STR("김"), FX_NOW, &what, &f.err));
	fx_expect(&f, "SELECT verdict FROM v_judgement", "");
	assert_int_equal(sg_judge_undo(f.store, SG_STR("김"), FX_NOW, &what, &f.err),
		SG_ENOTFOUND);
	sg_error_reset(&f.err);
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM judgement"), 4);
	sg_buf_release(&what);
	fx_close(&f);
}

/* What was accepted stays when the rules find it no more. */
static void acceptances_outlive_rules(void **state)
{
	struct fx f;

	(void)state;
	open_coded(&f);
	fx_judge(&f, SG_VERDICT_ACCEPT, "김", "가", "Q1", "A1", "예산이");
	assert_int_equal(
		fx_int(&f, "SELECT count(*) FROM v_coding WHERE coder='김'"), 0);
	fx_code(&f, "# 책\n\n## A 가\n### A1 예산\n- 인력\n");
	fx_expect(&f, CODINGS,
		"Q1|A1|김|person|예산이 부족합니다.\nQ1|A1|rules|rule|인력도 예산도 "
		"없습니다.\n");
	fx_close(&f);
}

static int set_facet(
	struct fx *f, const char *quote, const char *facet, const char *value)
{
	struct sg_judge j = {.verdict = SG_VERDICT_FACET,
		.coder = SG_STR("김"),
		.respondent = SG_STR("가"),
		.question = SG_STR("Q3"),
		.code = SG_STR("A2"),
		.quote = sg_str_of(quote),
		.facet = sg_str_of(facet),
		.value = sg_str_of(value),
		.origin = "manual",
		.now = FX_NOW};
	bool recorded;

	return sg_judge(f->store, &j, &recorded, &f->err);
}

static void facets_by_people(void **state)
{
	struct fx f;

	(void)state;
	open_coded(&f);
	says(&f, set_facet(&f, "", "성격", "제안"), SG_ENOTFOUND, "no facet '성격'");
	says(&f, set_facet(&f, "", "입장", "중립"), SG_ENOTFOUND, "찬성 | 반대");
	fx_expect(&f,
		"SELECT facets FROM v_coding WHERE code_label='A2' AND origin='rule'",
		"{\"입장\":\"찬성\"}\n");
	FX_OK(&f, set_facet(&f, "데이터가", "입장", "반대"));
	fx_expect(&f,
		"SELECT facets FROM v_coding WHERE code_label='A2' ORDER BY origin",
		"{}\n{\"입장\":\"반대\"}\n");
	fx_close(&f);
}

static void rulings_need_an_answer(void **state)
{
	struct fx f;

	(void)state;
	open_coded(&f);
	says(&f,
		sg_rule_answer(f.store, SG_STR("김"), SG_STR("가"), SG_STR("Q4"),
			SG_ANSWER_ANSWERED, SG_KIND_FULL, FX_NOW, &f.err),
		SG_ENOTFOUND, "wrote nothing for Q4");
	FX_OK(&f, sg_rule_answer(f.store, SG_STR("김"), SG_STR("가"), SG_STR("Q2"),
			  SG_ANSWER_ANSWERED, SG_KIND_FULL, FX_NOW, &f.err));
	FX_OK(&f, sg_rule_answer(f.store, SG_STR("김"), SG_STR("가"), SG_STR("Q2"),
			  SG_ANSWER_ANSWERED, SG_KIND_FULL, FX_NOW, &f.err));
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM ruling"), 1);
	assert_int_equal(fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q2", "A1", ""), 1);
	/* Another person's later word wins. */
	FX_OK(&f, sg_rule_answer(f.store, SG_STR("이"), SG_STR("가"), SG_STR("Q2"),
			  SG_ANSWER_NONE, SG_KIND_BLANK, FX_NOW, &f.err));
	fx_expect(&f, "SELECT state,confirmed FROM v_answer WHERE question_label='Q2'",
		"none|1\n");
	assert_int_equal(
		fx_int(&f, "SELECT count(*) FROM v_coding WHERE coder='김'"), 0);
	fx_close(&f);
}

static int memo(struct fx *f, const char *question, const char *code, const char *body)
{
	return sg_memo_put(f->store, SG_STR("김"), SG_STR(""), sg_str_of(question),
		sg_str_of(code), sg_str_of(body), FX_NOW, &f->err);
}

static void memos(void **state)
{
	struct fx f;
	struct sg_buf what;

	(void)state;
	open_coded(&f);
	sg_buf_init(&what);
	FX_OK(&f, memo(&f, "Q1", "A1", "처음"));
	FX_OK(&f, memo(&f, "Q1", "A1", "고침"));
	FX_OK(&f, memo(&f, "Q1", "A1", "고침"));
	FX_OK(&f, memo(&f, "Q1", "", "문항"));
	fx_expect(&f, "SELECT question_label,code_label,body FROM v_memo ORDER BY id",
		"Q1|A1|고침\nQ1|NULL|문항\n");
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM memo"), 3);
	FX_OK(&f, memo(&f, "Q1", "", ""));
	FX_OK(&f, sg_judge_undo(f.store, SG_STR("김"), FX_NOW, &what, &f.err));
	fx_expect(&f, "SELECT body FROM v_memo ORDER BY id", "고침\n문항\n");
	FX_OK(&f, sg_judge_undo(f.store, SG_STR("김"), FX_NOW, &what, &f.err));
	FX_OK(&f, sg_judge_undo(f.store, SG_STR("김"), FX_NOW, &what, &f.err));
	fx_expect(&f, "SELECT body FROM v_memo ORDER BY id", "처음\n");
	assert_int_equal(memo(&f, "", "", "x"), SG_EUSAGE);
	sg_buf_release(&what);
	fx_close(&f);
}

static void write_tsv(const char *path, const char *text)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void imports(void **state)
{
	struct fx f;
	struct sg_buf what;
	char path[128];
	size_t recorded, unplaced;

	(void)state;
	fx_open(&f, true);
	sg_buf_init(&what);
	snprintf(path, sizeof path, "%s/codings.tsv", f.dir);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f, book);
	write_tsv(path, "respondent\tquestion\tcode\tquote\n"
			"가\tQ1\tA1\t예산이 부족합니다.\n"
			"가\tQ3\tA1\t- 예산  확보.\n"
			"가\tQ3\tA9\t예산 확보\n"
			"가\tQ1\tA1\t\"없는\" 말\n");
	FX_OK(&f, sg_judge_import(f.store, path, SG_STR("a"), FX_NOW, &recorded,
			  &unplaced, &f.notes, &f.err));
	assert_int_equal(recorded, 2);
	assert_int_equal(unplaced, 2);
	assert_int_equal(f.notes.n, 2);
	assert_int_equal(f.notes.v[0].line, 4);
	assert_int_equal(f.notes.v[1].line, 5);
	fx_expect(&f, "SELECT quote FROM v_coding WHERE coder='a' ORDER BY start",
		"예산이 부족합니다.\n나. 예산 확보\n");
	FX_OK(&f, sg_judge_import(f.store, path, SG_STR("a"), FX_NOW, &recorded,
			  &unplaced, &f.notes, &f.err));
	assert_int_equal(recorded, 0);
	/* An import is one thing to take back. */
	FX_OK(&f, sg_judge_undo(f.store, SG_STR("a"), FX_NOW, &what, &f.err));
	assert_string_equal(what.p, "an import of 2 codings");
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM v_judgement"), 0);
	write_tsv(path, "가\tQ1\tA1\t예산\n");
	assert_int_equal(sg_judge_import(f.store, path, SG_STR("a"), FX_NOW, &recorded,
				 &unplaced, &f.notes, &f.err),
		SG_EINPUT);
	unlink(path);
	sg_buf_release(&what);
	fx_close(&f);
}

/* Where a quotation stands: exactly, spaced otherwise, cut short. */
static void quotations(void **state)
{
	static const struct {
		const char *quote, *found;
	} cases[] = {
		{"인력도 예산도 없습니다", "인력도 예산도 없습니다."},
		{"인력도", "인력도 예산도 없습니다."},
		{"예산도", "예산도"},
		{"인력도예산도  없습니다…", "인력도 예산도 없습니다."},
		{"부족합니다. 인력도", "부족합니다. 인력도"},
		{"- 예산 확보", "나. 예산 확보"},
		{"교육", NULL},
		{"...", NULL},
	};
	static const char text[] =
		"예산이 부족합니다. 인력도 예산도 없습니다.\n나. 예산 확보\n";
	struct sg_str body = sg_str_of(text);
	struct sg_layout layout;

	(void)state;
	sg_layout_init(&layout);
	sg_layout_build(&layout, body);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sg_span span = {0, 0};
		bool found = sg_quote_place(body, &layout,
			(struct sg_span){0, (uint32_t)body.n},
			sg_str_of(cases[i].quote), &span);
		assert_int_equal(found, cases[i].found != NULL);
		if (!found)
			continue;
		struct sg_str got = sg_str_sub(body, span.start, span.stop);
		if (!sg_str_eqz(got, cases[i].found))
			fail_msg("%s: '%.*s'", cases[i].quote, SG_ARG(got));
	}
	sg_layout_release(&layout);
}

static int keep_document(void *ctx, const struct sg_document *doc, struct sg_error *err)
{
	struct fx *f = ctx;
	enum sg_put what;

	return sg_store_put_document(f->store, doc, FX_NOW, &what, &f->notes, err);
}

/* A codebook of the codes that a table of codings names, without rules. */
static char *codes_of(const char *path)
{
	struct sg_buf b, seen, line;
	struct sg_error err = {0};
	struct sg_buf text;
	struct sg_str rest, row, piece;
	size_t n = 0;

	sg_buf_init(&b);
	sg_buf_init(&seen);
	sg_buf_init(&line);
	sg_buf_init(&text);
	sg_buf_addz(&b, "# 책\n");
	assert_int_equal(sg_file_read(path, 1 << 24, &text, &err), 0);
	rest = sg_buf_str(&text);
	sg_str_line(&rest, &row);
	while (sg_str_line(&rest, &row)) {
		for (int i = 0; i < 3; i++)
			sg_str_split(&row, '\t', &piece);
		sg_buf_reset(&line);
		sg_buf_printf(&line, " %.*s ", SG_ARG(piece));
		if (sg_str_find(sg_buf_str(&seen), sg_buf_str(&line)) != SIZE_MAX)
			continue;
		sg_buf_add(&seen, sg_buf_str(&line));
		sg_buf_printf(&b, "\n## %.*s 이름%zu\n", SG_ARG(piece), n++);
	}
	sg_buf_release(&seen);
	sg_buf_release(&line);
	sg_buf_release(&text);
	return b.p;
}

/* Every line of the bundled study's two codings finds its place. */
static void the_bundled_study(void **state)
{
	static const struct {
		const char *file, *coder;
		size_t lines;
	} codings[] = {{"coder_a.tsv", "a", 1858}, {"coder_b.tsv", "b", 721}};
	const char *srcdir = getenv("srcdir");
	struct sg_ingest_report report = {0};
	struct sg_ingest_options o = {0};
	struct sg_questionnaire *q;
	struct sg_buf path;
	struct fx f;

	(void)state;
	sg_buf_init(&path);
	fx_open(&f, false);
	sg_buf_printf(
		&path, "%s/corpora/intelligent-government", srcdir ? srcdir : ".");
	size_t root = path.n;
	sg_buf_addz(&path, "/questionnaire.md");
	FX_OK(&f, sg_questionnaire_load(&q, path.p, &f.notes, &f.err));
	FX_OK(&f, sg_store_set_questionnaire(f.store, q, &f.err));
	o.questionnaire = q;
	path.n = root;
	sg_buf_addz(&path, "/interviews");
	FX_OK(&f, sg_ingest(path.p, &o, keep_document, &f, &report, &f.notes, &f.err));
	sg_questionnaire_free(q);
	assert_int_equal(report.documents, 30);
	for (size_t i = 0; i < 2; i++) {
		size_t recorded, unplaced;
		path.n = root;
		sg_buf_printf(&path, "/codings/%s", codings[i].file);
		if (i == 0) {
			char *text = codes_of(path.p);
			fx_code(&f, text);
			free(text);
		}
		FX_OK(&f, sg_judge_import(f.store, path.p, sg_str_of(codings[i].coder),
				  FX_NOW, &recorded, &unplaced, &f.notes, &f.err));
		assert_int_equal(unplaced, 0);
		assert_int_equal(recorded, codings[i].lines);
	}
	sg_buf_release(&path);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_code_stretches),
		cmocka_unit_test(what_does_not_exist_is_named),
		cmocka_unit_test(rejections),
		cmocka_unit_test(defaults_are_judged_whole),
		cmocka_unit_test(the_last_word_counts),
		cmocka_unit_test(acceptances_outlive_rules),
		cmocka_unit_test(facets_by_people),
		cmocka_unit_test(rulings_need_an_answer),
		cmocka_unit_test(memos),
		cmocka_unit_test(imports),
		cmocka_unit_test(quotations),
		cmocka_unit_test(the_bundled_study),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
