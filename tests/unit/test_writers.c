/* The writers: exact output of one table at three widths and in every format, and of
 * texts that would break a format. Expected outputs were drawn by hand. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "report/writer.h"
#include "text/width.h"

static struct sg_tables tables;
static struct sg_buf out;

static const struct sg_quote quotes[] = {
	{.text = SG_STR("지문이 닳아서 인식이 안 되는 분도 많고요."),
		.respondent = SG_STR("R04"),
		.group = SG_STR("공무원"),
		.question = SG_STR("Q4")},
	{.text = SG_STR("\"제약\"이라 부르는 데 반대합니다."),
		.respondent = SG_STR("R28"),
		.question = SG_STR("Q4"),
		.counter = true},
};

static struct sg_cell theme(const char *name, double n, uint32_t rows)
{
	struct sg_cell c = sg_cell_share(n, 30, true);

	c.text = sg_str_of(name);
	c.strong = true;
	c.rows = rows;
	return c;
}

static void row(struct sg_table *t, const char *code, const char *name, double n)
{
	struct sg_cell *c = sg_table_row(&tables, t);

	c[1] = sg_cell_text(sg_str_of(code));
	c[2] = sg_cell_text(sg_str_of(name));
	c[3] = sg_cell_share(n, 30, true);
}

static struct sg_cell *last(struct sg_table *t)
{
	return &t->cells[(t->nrows - 1) * t->ncolumns];
}

static void build(void)
{
	struct sg_table *t = sg_tables_add(&tables, "findings-Q4", 5);

	t->caption = SG_STR("문항 4: 제약");
	t->lead = SG_STR("문항: 제약은 무엇입니까?");
	t->source = SG_STR("서면 심층인터뷰(R01–R30)");
	sg_table_column(&tables, t, 0, "theme", SG_STR("상위주제 n(%)"), false, true);
	sg_table_column(&tables, t, 1, "code", SG_STR("코드"), false, false);
	sg_table_column(&tables, t, 2, "subtheme", SG_STR("하위주제"), false, true);
	sg_table_column(&tables, t, 3, "n", SG_STR("n(%)"), true, false);
	sg_table_column(&tables, t, 4, "quotations", SG_STR("대표 진술"), false, true);
	t->columns[1].machine = true;
	row(t, "C1a", "디지털 격차", 5);
	last(t)[0] = theme("맥락적", 8, 2);
	last(t)[4] = (struct sg_cell){
		.kind = SG_CELL_QUOTES, .quotes = quotes, .nquotes = 2};
	row(t, "C1b", "신뢰 부족", 1);
	last(t)[3].mark = SG_STR("단독 언급");
	last(t)[4] = sg_cell_text(SG_STR("(인용 없음)"));
	row(t, "C2a", "법·제도", 20);
	last(t)[0] = theme("제도적", 30, 1);
	sg_table_note(&tables, t, SG_ABOUT_RULE, SG_STR("질문 30명, 유효응답 30명."));
	sg_table_note(&tables, t, SG_ABOUT_RULE,
		SG_STR("언급하지 않은 것은 반대를 뜻하지 않는다."));
}

static int setup(void **state)
{
	(void)state;
	sg_tables_init(&tables);
	sg_buf_init(&out);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_buf_release(&out);
	return 0;
}

static const char *written(const char *format, const struct sg_write_options *o)
{
	struct sg_write_options none = {0};
	struct sg_error err;

	sg_error_reset(&err);
	sg_buf_reset(&out);
	const struct sg_writer *w = sg_writer_find(format);
	assert_non_null(w);
	assert_int_equal(w->write(&tables, o ? o : &none, &out, &err), 0);
	return sg_buf_z(&out);
}

static void widest(size_t most)
{
	struct sg_str rest = sg_buf_str(&out), line;

	while (sg_str_line(&rest, &line))
		if (sg_width(line) > most)
			fail_msg("%zu columns: %.*s", sg_width(line), SG_ARG(line));
}

#define RULE10 "──────────"
#define RULE40 RULE10 RULE10 RULE10 RULE10

static void test_text_80(void **state)
{
	struct sg_write_options o = {.width = 80};

	(void)state;
	build();
	assert_string_equal(written("text", &o),
		"[표] 문항 4: 제약\n"
		"문항: 제약은 무엇입니까?\n" RULE40 RULE40 "\n"
		"상위주제 n(%)  하위주제          n(%)  대표 진술\n" RULE40 RULE40 "\n"
		"맥락적         디지털 격차    5(16.7)  \"지문이 닳아서 인식이 안 되는 "
		"분도\n"
		"8(26.7)                                 많고요.\" (R04, 공무원)\n"
		"                                       〔반론〕 “\"제약\"이라 부르는 "
		"데\n"
		"                                        반대합니다.” (R28)\n"
		"               " RULE40 RULE10 RULE10 "─────\n"
		"               신뢰 부족       1(3.3)  (인용 없음)\n"
		"                            단독 언급\n" RULE40 RULE40 "\n"
		"제도적         법·제도       20(66.7)\n"
		"30(100.0)\n" RULE40 RULE40 "\n"
		"주: 질문 30명, 유효응답 30명.\n"
		"    언급하지 않은 것은 반대를 뜻하지 않는다.\n"
		"자료: 서면 심층인터뷰(R01–R30)\n");
	widest(80);
}

/* All fits beside each other: nothing is broken, and lines between rows of two lines
 * are not drawn. */
static void test_text_200(void **state)
{
	struct sg_write_options o = {.width = 200};

	(void)state;
	build();
	assert_string_equal(written("text", &o),
		"[표] 문항 4: 제약\n"
		"문항: 제약은 무엇입니까?\n" RULE40 RULE40 RULE10 "──────\n"
		"상위주제 n(%)  하위주제          n(%)  대표 진술\n" RULE40 RULE40
			RULE10 "──────\n"
		"맥락적         디지털 격차    5(16.7)  \"지문이 닳아서 인식이 안 되는 "
		"분도 "
		"많고요.\" (R04, 공무원)\n"
		"8(26.7)                                〔반론〕 “\"제약\"이라 부르는 "
		"데 "
		"반대합니다.” (R28)\n"
		"               신뢰 부족       1(3.3)  (인용 없음)\n"
		"                            단독 언급\n"
		"제도적         법·제도       20(66.7)\n"
		"30(100.0)\n" RULE40 RULE40 RULE10 "──────\n"
		"주: 질문 30명, 유효응답 30명.\n"
		"    언급하지 않은 것은 반대를 뜻하지 않는다.\n"
		"자료: 서면 심층인터뷰(R01–R30)\n");
	widest(200);
}

/* Too narrow for columns: a field a line. */
static void test_text_40(void **state)
{
	struct sg_write_options o = {.width = 40};

	(void)state;
	build();
	assert_string_equal(written("text", &o),
		"[표] 문항 4: 제약\n"
		"문항: 제약은 무엇입니까?\n" RULE40 "\n"
		"맥락적 8(26.7)\n"
		"  하위주제: 디지털 격차\n"
		"  n(%): 5(16.7)\n"
		"  대표 진술: \"지문이 닳아서 인식이 안\n"
		"    되는 분도 많고요.\" (R04, 공무원)\n"
		"    〔반론〕 “\"제약\"이라 부르는 데\n"
		"    반대합니다.” (R28)\n"
		"\n"
		"  하위주제: 신뢰 부족\n"
		"  n(%): 1(3.3) 단독 언급\n"
		"  대표 진술: (인용 없음)\n"
		"\n"
		"제도적 30(100.0)\n"
		"  하위주제: 법·제도\n"
		"  n(%): 20(66.7)\n" RULE40 "\n"
		"주: 질문 30명, 유효응답 30명.\n"
		"    언급하지 않은 것은 반대를 뜻하지\n"
		"    않는다.\n"
		"자료: 서면 심층인터뷰(R01–R30)\n");
	widest(40);
}

static void test_colour(void **state)
{
	struct sg_write_options o = {.width = 200, .colour = true};

	(void)state;
	build();
	const char *text = written("text", &o);
	assert_non_null(strstr(text, "\x1b[1m[표] 문항 4: 제약\x1b[0m\n"));
	assert_non_null(strstr(text, "\x1b[1m맥락적       \x1b[0m  디지털 격차"));
}

/* A table of numbers is cut into panels that repeat the names. */
static void test_panels(void **state)
{
	struct sg_write_options o = {.width = 24};
	struct sg_table *t = sg_tables_add(&tables, "m", 7);

	(void)state;
	t->caption = SG_STR("코드와 응답자");
	sg_table_column(&tables, t, 0, "name", SG_STR("코드"), false, true);
	for (size_t k = 1; k < 7; k++)
		sg_table_column(&tables, t, k, "r",
			sg_arena_printf(&tables.arena, "R%02zu", k), true, false);
	for (size_t i = 0; i < 2; i++) {
		struct sg_cell *c = sg_table_row(&tables, t);
		c[0] = sg_cell_text(i ? SG_STR("B 동인") : SG_STR("A 개념"));
		for (size_t k = 1; k < 7; k++)
			c[k] = sg_cell_count((double)(i * 10 + k));
	}
	assert_string_equal(written("text", &o),
		"[표] 코드와 응답자\n" RULE10 RULE10 "─\n"
		"코드    R01  R02  R03\n" RULE10 RULE10 "─\n"
		"A 개념    1    2    3\n"
		"B 동인   11   12   13\n" RULE10 RULE10 "─\n"
		"\n(계속)\n" RULE10 RULE10 "─\n"
		"코드    R04  R05  R06\n" RULE10 RULE10 "─\n"
		"A 개념    4    5    6\n"
		"B 동인   14   15   16\n" RULE10 RULE10 "─\n");
}

static void test_markdown(void **state)
{
	(void)state;
	build();
	assert_string_equal(written("md", NULL),
		"### 문항 4: 제약\n\n"
		"문항: 제약은 무엇입니까?\n\n"
		"| 상위주제 n(%) | 하위주제 | n(%) | 대표 진술 |\n"
		"|---|---|---:|---|\n"
		"| **맥락적**<br>8(26.7) | 디지털 격차 | 5(16.7) | \"지문이 닳아서 "
		"인식이 안 되는 "
		"분도 많고요.\" (R04, 공무원)<br>〔반론〕 “\"제약\"이라 부르는 데 "
		"반대합니다.” (R28) "
		"|\n"
		"|  | 신뢰 부족 | 1(3.3)<br>단독 언급 | (인용 없음) |\n"
		"| **제도적**<br>30(100.0) | 법·제도 | 20(66.7) |  |\n\n"
		"주: 질문 30명, 유효응답 30명.<br>\n"
		"언급하지 않은 것은 반대를 뜻하지 않는다.\n\n"
		"자료: 서면 심층인터뷰(R01–R30)\n");
}

static void test_csv(void **state)
{
	struct sg_write_options bom = {.bom = true};

	(void)state;
	build();
	assert_string_equal(written("csv", NULL),
		"theme,theme_n,theme_percent,theme_base,code,subtheme,n,n_percent,n_"
		"base,"
		"quotations\r\n"
		"맥락적,8,26.7,30,C1a,디지털 격차,5,16.7,30,\"\"\"지문이 닳아서 인식이 "
		"안 되는 분도 "
		"많고요.\"\" (R04, 공무원)\n"
		"〔반론〕 “\"\"제약\"\"이라 부르는 데 반대합니다.” (R28)\"\r\n"
		"맥락적,8,26.7,30,C1b,신뢰 부족,1,3.3,30,(인용 없음)\r\n"
		"제도적,30,100.0,30,C2a,법·제도,20,66.7,30,\r\n");
	assert_memory_equal(written("csv", &bom), "\xEF\xBB\xBFtheme", 8);
}

static void test_tsv(void **state)
{
	(void)state;
	build();
	written("tsv", NULL);
	struct sg_str rest = sg_buf_str(&out), line;
	sg_str_line(&rest, &line);
	sg_str_line(&rest, &line);
	assert_true(sg_str_eqz(line, "맥락적\t8\t26.7\t30\tC1a\t디지털 "
				     "격차\t5\t16.7\t30\t\"지문이 닳아서 인식이 안 "
				     "되는 분도 많고요.\" (R04, 공무원) / 〔반론〕 "
				     "“\"제약\"이라 부르는 데 반대합니다.” "
				     "(R28)"));
}

/* Read back by the library that did not write the keys' order. */
static void test_json(void **state)
{
	(void)state;
	build();
	json_error_t error;
	json_t *list = json_loads(written("json", NULL), 0, &error);
	assert_non_null(list);
	json_t *t = json_array_get(list, 0);
	assert_string_equal(json_string_value(json_object_get(t, "id")), "findings-Q4");
	assert_int_equal(json_array_size(json_object_get(t, "notes")), 2);
	json_t *rows = json_object_get(t, "rows");
	assert_int_equal(json_array_size(rows), 3);
	json_t *second = json_array_get(rows, 1);
	json_t *th = json_object_get(second, "theme"); /* spans are repeated */
	assert_string_equal(json_string_value(json_object_get(th, "text")), "맥락적");
	assert_int_equal(json_integer_value(json_object_get(th, "n")), 8);
	json_t *percent = json_object_get(th, "percent");
	assert_true(fabs(json_real_value(percent) - 26.7) < 1e-9);
	json_t *q = json_object_get(json_array_get(rows, 0), "quotations");
	assert_int_equal(json_array_size(q), 2);
	assert_true(json_is_true(json_object_get(json_array_get(q, 1), "dissent")));
	assert_true(
		json_is_null(json_object_get(json_array_get(rows, 2), "quotations")));
	assert_int_equal(sg_buf_z(&out)[0], '[');
	assert_true(sg_str_find(sg_buf_str(&out), SG_STR("\"percent\": 26.7\n")) !=
		    SIZE_MAX);
	json_decref(list);
}

/* One cell of text, and one of a real number, by format. */
static void hostile(const char *text, double number)
{
	struct sg_table *t = sg_tables_add(&tables, "t", 2);

	t->caption = SG_STR("표");
	sg_table_column(&tables, t, 0, "text", SG_STR("글"), false, true);
	sg_table_column(&tables, t, 1, "x", SG_STR("값"), true, false);
	struct sg_cell *c = sg_table_row(&tables, t);
	c[0] = sg_cell_text(sg_str_of(text));
	c[1] = sg_cell_real(number, 3);
}

static void contains(const char *format, const char *part)
{
	if (!strstr(written(format, NULL), part))
		fail_msg("%s: %s", format, sg_buf_z(&out));
}

static void test_control_characters(void **state)
{
	(void)state;
	hostile("가\x1b[31m나\x07\t다\xe2\x80\xae라\xc2\x9b", 0.5);
	contains("text", "가\\x1b[31m나\\x07 다\\u202e라\\x9b  0.500\n");
	assert_null(strchr(sg_buf_z(&out), '\x1b'));
	contains("md", "| 가\\\\x1b\\[31m나\\\\x07 다\\\\u202e라\\\\x9b | 0.500 |\n");
	contains("csv", "가\x1b[31m나\x07\t다\xe2\x80\xae라\xc2\x9b,0.500\r\n");
	contains("tsv", "가\x1b[31m나\x07\\t다");
	contains("json", "가\\u001B[31m나\\u0007\\t다");
}

static void test_signs(void **state)
{
	(void)state;
	hostile("=1+1, \"a\"|b\n<i>*c*</i> \\ & `d`", (double)NAN);
	contains("md", "| =1+1, \"a\"\\|b<br>&lt;i\\>\\*c\\*&lt;/i\\> \\\\ &amp; "
		       "\\`d\\` | – |\n");
	contains("csv", "\"=1+1, \"\"a\"\"|b\n<i>*c*</i> \\ & `d`\",\r\n");
	contains("tsv", "=1+1, \"a\"|b\\n<i>*c*</i> \\\\ & `d`\t\n");
	contains("json", "\"x\": null");
}

/* Two tables of different columns: joined by key, with a column for the table. */
static void test_several(void **state)
{
	(void)state;
	hostile("하나", 1);
	struct sg_table *t = sg_tables_add(&tables, "u", 2);
	t->caption = SG_STR("둘째");
	sg_table_column(&tables, t, 0, "x", SG_STR("값"), true, false);
	sg_table_column(&tables, t, 1, "y", SG_STR("y"), true, false);
	struct sg_cell *c = sg_table_row(&tables, t);
	c[0] = sg_cell_real(-2.0005, 2);
	c[1] = sg_cell_share(3, 4, false);
	assert_string_equal(written("csv", NULL), "table,text,x,y,y_percent,y_base\r\n"
						  "t,하나,1.000,,,\r\n"
						  "u,,-2.00,3,,4\r\n");
	contains("text", "[표 1] 표\n");
	contains("text", "\n[표 2] 둘째\n");
}

static void test_english(void **state)
{
	struct sg_write_options o = {.width = 120, .english = true};

	(void)state;
	build();
	const char *text = written("text", &o);
	assert_non_null(strstr(text, "[Table] "));
	assert_non_null(strstr(text, "5 (16.7)"));
	assert_non_null(strstr(text, "[dissent] "));
	assert_non_null(strstr(text, "\nNote: 질문"));
	assert_non_null(strstr(text, "\nSource: "));
}

static void test_empty(void **state)
{
	(void)state;
	struct sg_table *t = sg_tables_add(&tables, "t", 1);
	t->caption = SG_STR("빈 표");
	sg_table_column(&tables, t, 0, "text", SG_STR("글"), false, true);
	assert_string_equal(
		written("text", NULL), "[표] 빈 표\n──\n글\n──\n(행 없음)\n──\n");
	assert_string_equal(written("csv", NULL), "text\r\n");
	assert_null(sg_writer_find("xml"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_text_80, setup, teardown),
		cmocka_unit_test_setup_teardown(test_text_200, setup, teardown),
		cmocka_unit_test_setup_teardown(test_text_40, setup, teardown),
		cmocka_unit_test_setup_teardown(test_colour, setup, teardown),
		cmocka_unit_test_setup_teardown(test_panels, setup, teardown),
		cmocka_unit_test_setup_teardown(test_markdown, setup, teardown),
		cmocka_unit_test_setup_teardown(test_csv, setup, teardown),
		cmocka_unit_test_setup_teardown(test_tsv, setup, teardown),
		cmocka_unit_test_setup_teardown(test_json, setup, teardown),
		cmocka_unit_test_setup_teardown(
			test_control_characters, setup, teardown),
		cmocka_unit_test_setup_teardown(test_signs, setup, teardown),
		cmocka_unit_test_setup_teardown(test_several, setup, teardown),
		cmocka_unit_test_setup_teardown(test_english, setup, teardown),
		cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
