/* Sheets that come back: what people write into them, and what is out of place. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/sheet_file.h"

struct fx {
	struct sg_sheet_file f;
	struct sg_notes notes;
	struct sg_error err;
};

static int read_md(struct fx *x, const char *text)
{
	memset(x, 0, sizeof *x);
	sg_sheet_file_init(&x->f);
	sg_notes_init(&x->notes);
	return sg_sheet_read_md(&x->f, sg_str_of(text), "s.md", &x->notes, &x->err);
}

static void done(struct fx *x)
{
	sg_sheet_file_release(&x->f);
	sg_notes_release(&x->notes);
}

static void entry(const struct fx *x, size_t at, const char *respondent,
	const char *question, uint32_t sentence, const char *codes, uint32_t line)
{
	const struct sg_sheet_entry *e = &x->f.v[at];

	assert_true(at < x->f.n);
	assert_true(sg_str_eqz(e->respondent, respondent));
	assert_true(sg_str_eqz(e->question, question));
	assert_int_equal(e->sentence, sentence);
	assert_true(sg_str_eqz(e->codes, codes));
	assert_int_equal(e->line, line);
}

static void test_filled(void **state)
{
	struct fx x;

	(void)state;
	assert_int_equal(read_md(&x, "<!-- saegim sheet coder=\"b\" blind=\"no\" -->\n"
				     "# 코딩 시트\n\n"
				     "→ 화살표 뒤에 적는다\n" /* before any answer */
				     "## 답변\n\n"
				     "### R04 · Q4 · 제약\n\n"
				     "[1] 첫 문장.\n"
				     "규칙: C1a\n"
				     "→ C1a, C2b\n\n"
				     "\\[2] 둘째 문장.\r\n"
				     "->   D1\r\n\n"
				     "[3] 셋째 문장.\n"
				     "→ \n\n"
				     "전체 → 없음\n"),
		0);
	assert_true(sg_str_eqz(x.f.coder, "b"));
	assert_false(x.f.blind);
	assert_int_equal(x.f.n, 4);
	assert_int_equal(x.notes.n, 0);
	entry(&x, 0, "R04", "Q4", 1, "C1a, C2b", 11);
	assert_true(sg_str_eqz(x.f.v[0].text, "첫 문장."));
	entry(&x, 1, "R04", "Q4", 2, "D1", 14);
	entry(&x, 2, "R04", "Q4", 3, "", 17);
	entry(&x, 3, "R04", "Q4", 0, "없음", 19);
	done(&x);
}

/* A sentence with an arrow in it is no place to write. */
static void test_out_of_place(void **state)
{
	struct fx x;

	(void)state;
	assert_int_equal(read_md(&x, "### R04\n\n[1] 문장\n→ C1a\n"
				     "### R05 · Q1\n→ C1a\n[1] 수요 → 공급\n→ C2\n"),
		0);
	assert_int_equal(x.notes.errors, 2);
	assert_int_equal(x.notes.v[0].line, 1);
	assert_int_equal(x.notes.v[1].line, 6);
	assert_int_equal(x.f.n, 1);
	entry(&x, 0, "R05", "Q1", 1, "C2", 8);
	assert_true(sg_str_eqz(x.f.v[0].text, "수요 → 공급"));
	done(&x);
	assert_int_equal(read_md(&x, "# 보고서\n"), SG_EINPUT);
	done(&x);
}

static void test_codes(void **state)
{
	struct sg_str codes = SG_STR(" C1a,C2b ; 디지털 격차， D ,"), code;
	static const char *const expected[] = {"C1a", "C2b", "디지털 격차", "D"};

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_true(sg_sheet_next_code(&codes, &code));
		assert_true(sg_str_eqz(code, expected[i]));
	}
	assert_false(sg_sheet_next_code(&codes, &code));
	assert_true(sg_sheet_says_none(SG_STR("없음")));
	assert_false(sg_sheet_says_none(SG_STR("C1")));
}

static void test_rows(void **state)
{
	struct fx x = {.err = {0}};

	(void)state;
	sg_sheet_file_init(&x.f);
	sg_notes_init(&x.notes);
	assert_int_equal(
		sg_sheet_read_rows(&x.f,
			SG_STR("respondent\tquestion\tsentence\ta\tdecision\ttext\n"
			       "R01\tQ1\t2\tC1\tboth\t한 줄\\n두 줄\n"
			       "R01\tQ1\t둘\tC1\ta\t글\n"),
			"d.tsv", true, &x.notes, &x.err),
		0);
	assert_int_equal(x.f.n, 1);
	entry(&x, 0, "R01", "Q1", 2, "both", 2);
	assert_true(sg_str_eqz(x.f.v[0].text, "한 줄\n두 줄"));
	assert_int_equal(x.notes.errors, 1);
	assert_int_equal(x.notes.v[0].line, 3);
	assert_int_equal(sg_sheet_read_rows(&x.f, SG_STR("respondent,text\n"), "d.csv",
				 false, &x.notes, &x.err),
		SG_EINPUT);
	done(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_filled),
		cmocka_unit_test(test_out_of_place),
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
