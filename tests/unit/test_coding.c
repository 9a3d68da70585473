/* test_coding.c - applying a codebook: segments, runs, and that coding only what
 * changed gives the same rows as coding everything. */
#include "config.h"

#include "fixture.h"

#define LIVE                                                                         \
	"SELECT s.name,a.ord,k.label,g.start,g.stop,g.origin,g.facets,"              \
	"(SELECT group_concat(r.body||'@'||(h.value->>1)||'-'||(h.value->>2),' ; ')" \
	" FROM json_each(g.hits) h JOIN rule r ON r.id=h.value->>0)"                 \
	" FROM segment g JOIN text t ON t.id=g.text JOIN source s ON s.id=t.source"  \
	" JOIN answer a ON a.id=g.answer JOIN code k ON k.id=g.code"                 \
	" WHERE g.died IS NULL ORDER BY s.name,a.ord,k.label,g.start,g.stop,g.origin"

static const char answers[] =
	"응답자: 가\n\n"
	"## Q1\n예산이 부족합니다. 인력도 예산도 없습니다. 좋습니다.\n"
	"\n## Q2\n-\n\n## Q3\n데이터가 중요합니다.\n";

static void units_hold_all_evidence(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	struct sg_run_summary sum =
		fx_code(&f, "# 책\n\n## A 가\n- 예산\n- 인력\n\n## B 나\n- 데이터\n");
	assert_int_equal(sum.run, 1);
	assert_int_equal(sum.codes, 2);
	assert_int_equal(sum.evaluated, 2);
	assert_int_equal(sum.scanned, 1);
	assert_int_equal(sum.live, 3);
	/* Offsets counted by hand: the head takes 7 + 1, "## Q1\n" 6. */
	fx_expect(&f, LIVE,
		"a.txt|0|A|14|24|rule|{}|예산@14-16\n"
		"a.txt|0|A|25|38|rule|{}|인력@25-27 ; 예산@29-31\n"
		"a.txt|2|B|61|72|rule|{}|데이터@61-64\n");
	fx_expect(&f, "SELECT quote FROM v_coding ORDER BY start",
		"예산이 부족합니다.\n인력도 예산도 없습니다.\n데이터가 중요합니다.\n");
	fx_expect(&f, "SELECT quote,line FROM v_hit ORDER BY start",
		"예산|4\n인력|5\n예산|4\n데이터|8\n");
	fx_close(&f);
}

static void wider_units(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f,
		"# 책\n\n## A 가\n* unit: answer\n* within: answer\n- 예산\n- 인력\n");
	fx_expect(&f, "SELECT quote FROM v_coding",
		"예산이 부족합니다. 인력도 예산도 없습니다. 좋습니다.\n");
	assert_int_equal(fx_int(&f, "SELECT json_array_length(hits) FROM segment"), 3);
	fx_close(&f);
}

/* A default stands for each real answer, beside what rules find there. */
static void default_codes(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f, "# 책\n\n## A 가\n* default: Q1, Q2\n- 인력\n");
	fx_expect(&f, "SELECT origin,quote FROM v_coding ORDER BY origin",
		"default|예산이 부족합니다. 인력도 예산도 없습니다. 좋습니다.\n"
		"rule|인력도 예산도 없습니다.\n");
	fx_close(&f);
}

static void facets_of_rules(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f,
		"# 책\n* facet 입장: 찬성 | 반대\n* facet 성격: 현황 | 제안\n\n## A "
		"가\n"
		"- 인력 => 성격: 현황\n- 예산 => 입장: 반대\n- ^인력 => 입장: 찬성\n");
	fx_expect(&f, "SELECT quote,facets FROM v_coding ORDER BY start",
		"예산이 부족합니다.|{\"입장\":\"반대\"}\n"
		"인력도 예산도 없습니다.|{\"성격\":\"현황\",\"입장\":\"반대\"}\n");
	assert_true(fx_noted(&f, "'입장' is set otherwise by the rule in line 7"));
	fx_close(&f);
}

static void only_what_changed(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_put(&f, "b.txt", "나", "## Q1\n예산 데이터.\n");
	fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## B 나\n- 데이터\n");
	/* The same book: no run. */
	struct sg_run_summary sum =
		fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## B 나\n- 데이터\n");
	assert_int_equal(sum.run, 0);
	assert_int_equal(sum.live, 5);
	assert_int_equal(sum.texts, 2);
	/* Other prose: a run that evaluates nothing. */
	sum = fx_code(&f, "# 책\n설명.\n\n## A 가\n- 예산\n\n## B 나\n- 데이터\n");
	assert_int_equal(sum.run, 2);
	assert_int_equal(sum.evaluated, 0);
	assert_int_equal(sum.scanned, 0);
	assert_int_equal(sum.live, 5);
	/* A rule more: its code only, in the one text that it can be about. */
	sum = fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## B 나\n- 데이터\n- 인력\n");
	assert_int_equal(sum.evaluated, 1);
	assert_int_equal(sum.scanned, 1);
	assert_int_equal(sum.born, 1);
	assert_int_equal(sum.died, 0);
	/* A text more: that text only. */
	fx_put(&f, "c.txt", "다", "## Q1\n예산.\n");
	sum = fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## B 나\n- 데이터\n- 인력\n");
	assert_int_equal(sum.evaluated, 0);
	assert_int_equal(sum.scanned, 1);
	assert_int_equal(sum.born, 1);
	assert_int_equal(sum.texts, 3);
	/* A code less: its segments end, its row stays. */
	sum = fx_code(&f, "# 책\n\n## A 가\n- 예산\n");
	assert_int_equal(sum.died, 3);
	assert_int_equal(sum.live, 4);
	fx_expect(&f, "SELECT label,live,fingerprint IS NULL FROM code ORDER BY id",
		"A|1|0\nB|0|1\n");
	/* And back: the same id. */
	sum = fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## B 나\n- 데이터\n");
	assert_int_equal(sum.born, 2);
	fx_expect(&f, "SELECT id,label,live FROM code ORDER BY id", "1|A|1\n2|B|1\n");
	fx_close(&f);
}

static void a_new_text_takes_over(void **state)
{
	static const char book[] = "# 책\n\n## A 가\n- 예산\n";
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", "## Q1\n예산. 예산이다.\n");
	fx_code(&f, book);
	fx_put(&f, "a.txt", "가", "## Q1\n예산.\n");
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM v_coding"), 0);
	struct sg_run_summary sum = fx_code(&f, book);
	assert_int_equal(sum.run, 2);
	assert_int_equal(sum.died, 2);
	assert_int_equal(sum.born, 1);
	assert_int_equal(sum.live, 1);
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM v_coding"), 1);
	fx_close(&f);
}

/* A person's word that an answer says nothing counts at once, and in the next run. */
static void rulings(void **state)
{
	static const char book[] = "# 책\n\n## A 가\n* default: Q3\n- 예산\n";
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f, book);
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM v_coding"), 3);
	FX_OK(&f, sg_rule_answer(f.store, SG_STR("김"), SG_STR("가"), SG_STR("Q1"),
			  SG_ANSWER_NONE, SG_KIND_UNKNOWN, FX_NOW, &f.err));
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM v_coding"), 1);
	fx_expect(&f,
		"SELECT question_label,state,kind,read_state,confirmed FROM v_answer"
		" ORDER BY ord",
		"Q1|none|unknown|answered|1\nQ2|none|blank|none|0\n"
		"Q3|answered|full|answered|0\n");
	struct sg_run_summary sum = fx_code(&f, book);
	assert_int_equal(sum.run, 2);
	assert_int_equal(sum.died, 2);
	struct sg_buf what;
	sg_buf_init(&what);
	FX_OK(&f, sg_judge_undo(f.store, SG_STR("김"), FX_NOW, &what, &f.err));
	assert_string_equal(what.p, "none 가 Q1");
	sg_buf_release(&what);
	sum = fx_code(&f, book);
	assert_int_equal(sum.born, 2);
	assert_int_equal(sum.live, 3);
	fx_close(&f);
}

/* Coding and ingesting write no row that belongs to people. */
static void human_tables_are_left_alone(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_put(&f, "b.txt", "나", answers);
	fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## B 나\n- 데이터\n");
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q1", "A", "예산이"), 1);
	assert_int_equal(fx_judge(&f, SG_VERDICT_CODE, "이", "가", "Q3", "B", ""), 1);
	FX_OK(&f, sg_rule_answer(f.store, SG_STR("김"), SG_STR("가"), SG_STR("Q2"),
			  SG_ANSWER_NOT_ASKED, SG_KIND_FULL, FX_NOW, &f.err));
	FX_OK(&f, sg_memo_put(f.store, SG_STR("김"), SG_STR(""), SG_STR("Q1"),
			  SG_STR("B"), SG_STR("함의"), FX_NOW, &f.err));
	char *all = fx_human(&f, true), *words = fx_human(&f, false);
	fx_code(&f, "# 책\n\n## A 가\n- 인력\n");
	fx_code(&f, "# 책\n\n## C 다\n- 인력\n");
	fx_put(&f, "b.txt", "나", "## Q1\n다릅니다.\n");
	char *after = fx_human(&f, true);
	assert_string_equal(all, after);
	free(after);
	/* The judged source itself: only places may change. */
	fx_put(&f, "a.txt", "가", "## Q1\n다릅니다.\n");
	fx_code(&f, "# 책\n\n## A 가\n- 예산\n");
	after = fx_human(&f, false);
	assert_string_equal(words, after);
	free(after);
	free(all);
	free(words);
	fx_close(&f);
}

static void failed_runs_leave_nothing(void **state)
{
	struct fx f;
	struct sg_run_summary sum;
	struct sg_code_options o = {.now = FX_NOW};

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f, "# 책\n\n## A 가\n- 예산\n");
	struct sg_codebook *book =
		fx_book(&f, "# 책\n\n## A 가\n- /x*/\n\n## B 나\n- 예산\n");
	assert_true(sg_code_run(f.store, book, &o, &sum, &f.notes, &f.err) < 0);
	sg_codebook_free(book);
	fx_expect(&f, "SELECT count(*) FROM run", "1\n");
	fx_expect(&f, "SELECT label FROM code", "A\n");
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM v_coding"), 2);
	fx_close(&f);
}

static void scopes_may_be_ignored(void **state)
{
	struct fx f;
	struct sg_run_summary sum;
	struct sg_code_options o = {.now = FX_NOW, .ignore_scopes = true};

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	static const char text[] = "# 책\n\n## A 가\n* questions: Q3\n- 예산\n";
	assert_int_equal(fx_code(&f, text).live, 0);
	struct sg_codebook *book = fx_book(&f, text);
	FX_OK(&f, sg_code_run(f.store, book, &o, &sum, &f.notes, &f.err));
	assert_int_equal(sum.live, 2);
	FX_OK(&f, sg_code_run(f.store, book, &o, &sum, &f.notes, &f.err));
	assert_int_equal(sum.run, 0);
	sg_codebook_free(book);
	assert_int_equal(fx_code(&f, text).live, 0);
	fx_close(&f);
}

static void corpus_gives_each_text(void **state)
{
	struct fx f;
	struct sg_corpus *c;
	struct sg_doc doc;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "b.txt", "나", answers);
	fx_put(&f, "a.txt", "가", answers);
	FX_OK(&f, sg_corpus_open(&c, f.store, &f.err));
	assert_int_equal(sg_corpus_next(c, &doc, &f.err), 1);
	assert_string_equal(doc.name, "a.txt");
	assert_int_equal(doc.nanswers, 3);
	assert_true(doc.answers[0].answered);
	assert_false(doc.answers[1].answered);
	assert_true(sg_str_eqz(sg_corpus_case(c, 2), "가"));
	assert_true(sg_str_eqz(sg_str_sub(doc.body, doc.answers[2].span.start,
				       doc.answers[2].span.stop),
		"데이터가 중요합니다."));
	assert_int_equal(sg_corpus_next(c, &doc, &f.err), 1);
	assert_string_equal(doc.name, "b.txt");
	assert_int_equal(sg_corpus_next(c, &doc, &f.err), 0);
	sg_corpus_close(c);
	fx_close(&f);
}

/* --- the property: what is left after any edits is what a fresh project gives --- */

static uint32_t seed;

static uint32_t below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static const char *const rules[] = {"- 예산", "- 인력 | 조직", "- 데이터 AND 활용",
	"- $부정 NEAR/3 예산", "- [Q1] 칸막이", "- [단기] 조사", "- @A1",
	"- 법 => 입장: 반대", "- 예산 => 입장: 찬성", "- EXCEPT 예산안",
	"- NOT 좋습니다", "- /제[0-9]+조/", "- 데이터 THEN/2 품질"};

static const char *const settings[] = {"* unit: paragraph\n* within: paragraph\n",
	"* unit: answer\n* within: answer\n", "* default: Q2\n",
	"* questions: Q1, Q3\n", "", "", "", ""};

static const char *const sentences[] = {"예산이 부족합니다.", "예산안은 좋습니다.",
	"인력과 조직이 필요합니다.", "데이터를 활용해야 합니다.",
	"데이터의 낮은 품질이 문제입니다.", "부처 칸막이가 높습니다.",
	"법 제3조를 고쳐야 합니다.", "모르겠습니다.", "부족한 것은 예산입니다."};

/* Rules of a book by number, so that an edit changes some and keeps others. */
struct recipe {
	uint32_t codes; /* bits: which of A1..B3 are there */
	uint32_t rule[6][3], setting[6];
	uint32_t list;
	char *docs[4]; /* NULL: not there */
};

static char *make_book(const struct recipe *r)
{
	static const char *const labels[] = {"A1", "A2", "A3", "B1", "B2", "B3"};
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, "# 책\n* facet 입장: 찬성 | 반대\n");
	sg_buf_printf(
		&b, "* $부정 = %s\n\n## A 가\n", r->list ? "부족 | 낮은" : "부족");
	for (size_t c = 0; c < 6; c++) {
		if (c == 3)
			sg_buf_addz(&b, "## B 나\n");
		if (c && !(r->codes >> c & 1))
			continue;
		sg_buf_printf(&b, "### %s 이름%zu\n%s", labels[c], c,
			settings[r->setting[c]]);
		for (size_t i = 0; i < 3; i++)
			if (c > 0 || r->rule[c][i] != 6)
				sg_buf_printf(&b, "%s\n", rules[r->rule[c][i]]);
	}
	return b.p;
}

static char *make_doc(void)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (unsigned q = 1; q <= 3; q++) {
		sg_buf_printf(&b, "## Q%u\n", q);
		if (below(6) == 0) {
			sg_buf_addz(&b, "-\n\n");
			continue;
		}
		for (unsigned n = below(4) + 1; n > 0; n--)
			sg_buf_printf(&b, "%s%s%s",
				below(5) == 0 ? "\n[단기] 조사 " : "",
				sentences[below(9)], below(2) ? " " : "\n");
		sg_buf_addz(&b, "\n\n");
	}
	return b.p;
}

static void edit(struct recipe *r)
{
	for (unsigned n = below(3) + 1; n > 0; n--)
		switch (below(6)) {
		case 0: r->codes ^= 1u << below(6); break;
		case 1: r->rule[below(6)][below(3)] = below(13); break;
		case 2: r->setting[below(6)] = below(8); break;
		case 3: r->list ^= 1; break;
		default: {
			char **doc = &r->docs[below(4)];
			free(*doc);
			*doc = make_doc();
		}
		}
}

static void put_docs(struct fx *f, const struct recipe *r)
{
	static const char *const names[] = {"a", "b", "c", "d"};

	for (size_t i = 0; i < 4; i++)
		if (r->docs[i])
			fx_put(f, names[i], names[i], r->docs[i]);
}

static void rule_answer(struct fx *f, const char *who, const char *question, bool none)
{
	struct sg_error err = {0};

	sg_rule_answer(f->store, SG_STR("김"), sg_str_of(who), sg_str_of(question),
		none ? SG_ANSWER_NONE : SG_ANSWER_NOT_ASKED, SG_KIND_BLANK, FX_NOW,
		&err);
}

static void equals_from_scratch(void **state)
{
	struct fx f;
	struct recipe r = {.codes = 63};
	bool ruled[2] = {false, false};

	(void)state;
	seed = 20240501;
	for (size_t c = 0; c < 6; c++) {
		r.setting[c] = below(8);
		for (size_t i = 0; i < 3; i++)
			r.rule[c][i] = below(13);
	}
	r.docs[0] = make_doc();
	fx_open(&f, false);
	size_t rows = 0;
	for (unsigned step = 0; step < 120; step++) {
		struct fx scratch;
		edit(&r);
		char *book = make_book(&r);
		put_docs(&f, &r);
		if (step == 40 || step == 80) {
			rule_answer(&f, "a", step == 40 ? "Q1" : "Q2", step == 40);
			ruled[step == 80] = true;
		}
		struct sg_run_summary sum = fx_code(&f, book);
		fx_open(&scratch, false);
		put_docs(&scratch, &r);
		if (ruled[0])
			rule_answer(&scratch, "a", "Q1", true);
		if (ruled[1])
			rule_answer(&scratch, "a", "Q2", false);
		struct sg_run_summary fresh = fx_code(&scratch, book);
		char *got = fx_rows(&f, LIVE), *expected = fx_rows(&scratch, LIVE);
		if (strcmp(got, expected) != 0)
			print_error("step %u with\n%s\n", step, book);
		assert_string_equal(got, expected);
		assert_int_equal(sum.live, fresh.live);
		assert_int_equal(sum.live,
			fx_int(&f, "SELECT count(*) FROM segment WHERE died IS NULL"));
		rows += fresh.live;
		free(got);
		free(expected);
		free(book);
		fx_close(&scratch);
	}
	/* The random books do select things. */
	assert_true(rows > 1000);
	for (size_t i = 0; i < 4; i++)
		free(r.docs[i]);
	fx_close(&f);
}

/* What people said on a code that leaves the book is not lost without a word. */
static void buried_codes_are_named(void **state)
{
	struct sg_lists l;
	struct fx f;
	size_t named = 0;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## B 나\n- 데이터\n\n## C 다\n");
	fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q1", "A", "예산이");
	fx_judge(&f, SG_VERDICT_CODE, "이", "가", "Q3", "A", "");
	FX_OK(&f, sg_memo_put(f.store, SG_STR("김"), SG_STR(""), SG_STR("Q1"),
			  SG_STR("A"), SG_STR("함의"), FX_NOW, &f.err));
	fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## C 다\n");
	assert_false(fx_noted(&f, "no longer in the codebook"));
	fx_code(&f, "# 책\n\n## A9 가\n- 예산\n\n## C 다\n");
	assert_true(fx_noted(&f, "A is no longer in the codebook; kept but not shown: "
				 "judgements 2, memos 1"));
	for (size_t i = 0; i < f.notes.n; i++)
		named += sg_str_find(f.notes.v[i].text, SG_STR("no longer in")) !=
			 SIZE_MAX;
	assert_int_equal(named, 1);
	FX_OK(&f, sg_store_lists(f.store, &l, &f.err));
	assert_int_equal(l.nburied, 1);
	assert_true(sg_str_eqz(l.buried[0].label, "A"));
	assert_int_equal(l.buried[0].judgements, 2);
	assert_int_equal(l.buried[0].memos, 1);
	sg_lists_release(&l);
	/* It comes back, and so does what was said. */
	fx_code(&f, "# 책\n\n## A 가\n- 예산\n\n## C 다\n");
	FX_OK(&f, sg_store_lists(f.store, &l, &f.err));
	assert_int_equal(l.nburied, 0);
	sg_lists_release(&l);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(units_hold_all_evidence),
		cmocka_unit_test(wider_units),
		cmocka_unit_test(default_codes),
		cmocka_unit_test(facets_of_rules),
		cmocka_unit_test(only_what_changed),
		cmocka_unit_test(a_new_text_takes_over),
		cmocka_unit_test(rulings),
		cmocka_unit_test(human_tables_are_left_alone),
		cmocka_unit_test(failed_runs_leave_nothing),
		cmocka_unit_test(scopes_may_be_ignored),
		cmocka_unit_test(corpus_gives_each_text),
		cmocka_unit_test(equals_from_scratch),
		cmocka_unit_test(buried_codes_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
