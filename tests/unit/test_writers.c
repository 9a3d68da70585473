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
	{SG_STR("지문이 닳아서 인식이 안 되는 분도 많고요."), SG_STR("R04"), SG_STR("공무원"),
		SG_STR("Q4"), false},
	{SG_STR("\"제약\"이라 부르는 데 반대합니다."), SG_STR("R28"), SG_STR(""),
		SG_STR("Q4"), true},
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
	sg_table_note(&tables, t, SG_STR("질문 30명, 유효응답 30명."));
	sg_table_note(&tables, t, SG_STR("언급하지 않은 것은 반대를 뜻하지 않는다."));
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
	assert_string_equal(written("text", &o), "");
	widest(80);
}

static void test_text_200(void **state)
{
	struct sg_write_options o = {.width = 200};

	(void)state;
	build();
	assert_string_equal(written("text", &o), "");
	widest(200);
}

static void test_text_40(void **state)
{
	struct sg_write_options o = {.width = 40};

	(void)state;
	build();
	assert_string_equal(written("text", &o), "");
	widest(40);
}
int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_text_80, setup, teardown),
		cmocka_unit_test_setup_teardown(test_text_200, setup, teardown),
		cmocka_unit_test_setup_teardown(test_text_40, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
