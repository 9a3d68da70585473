/* test_csv.c - rows, line numbers and errors of delimited tables; expected values were
 * worked out by hand after RFC 4180. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/csv.h"

/* Rows as "line:field|field;". */
static int on_row(void *ctx, const struct sg_row *row, struct sg_error *err)
{
	struct sg_buf *out = ctx;

	(void)err;
	sg_buf_printf(out, "%u:", row->line);
	for (size_t i = 0; i < row->n; i++) {
		if (i)
			sg_buf_addc(out, '|');
		sg_buf_add(out, row->v[i]);
	}
	sg_buf_addc(out, ';');
	return 0;
}

static void check(const char *text, char delimiter, bool quoted, const char *expected)
{
	struct sg_buf out;
	struct sg_error err;

	sg_buf_init(&out);
	sg_error_reset(&err);
	assert_int_equal(sg_csv_read(sg_str_of(text), "t.csv", delimiter, quoted,
				 on_row, &out, &err),
		0);
	assert_string_equal(sg_buf_z(&out), expected);
	sg_buf_release(&out);
}

static void reads_rows(void **data)
{
	(void)data;
	check("a,b\n1,2\n", 0, true, "1:a|b;2:1|2;");
	check("a,b\n1,2", 0, true, "1:a|b;2:1|2;");
	check("\xEF\xBB\xBF"
	      "a,b\n1,2",
		0, true, "1:a|b;2:1|2;");
	check("이름,답\n홍,\"가, \"\"나\"\"\"\n", 0, true,
		"1:이름|답;2:홍|가, \"나\";");
}

static void finds_delimiter(void **data)
{
	(void)data;
	check("a;b, c;d\n1;2;3\n", 0, true, "1:a|b, c|d;2:1|2|3;");
	check("가, 나, 다\t라\n1\t2\n", 0, true, "1:가, 나, 다|라;2:1|2;");
	check("a|b\n1,5|2\n", 0, true, "1:a|b;2:1,5|2;");
}

static void counts_lines(void **data)
{
	(void)data;
	check("a,b\n\n\"x\ny\",2\n  \n3,4\n,,\n5,6\n", 0, true,
		"1:a|b;3:x\ny|2;6:3|4;8:5|6;");
}

static void sees_plain_quotes(void **data)
{
	(void)data;
	check("a\tb\n\"왜 샀느냐\"는 질문\tx\n", '\t', false,
		"1:a|b;2:\"왜 샀느냐\"는 질문|x;");
}

static void names_unclosed_quote(void **data)
{
	struct sg_buf out;
	struct sg_error err;

	(void)data;
	sg_buf_init(&out);
	sg_error_reset(&err);
	const char *text = "a,b\n\"1\n2\",\"3\n4,5\n6,7\n";
	assert_int_equal(
		sg_csv_read(sg_str_of(text), "t.csv", 0, true, on_row, &out, &err),
		SG_EINPUT);
	assert_string_equal(err.source, "t.csv");
	assert_int_equal(
		err.line, 3); /* the row begins on line 2, the quote opens on 3 */
	sg_buf_release(&out);
}

static int stop(void *ctx, const struct sg_row *row, struct sg_error *err)
{
	(void)row;
	++*(int *)ctx;
	return sg_error_set(err, SG_ESTORE, "full");
}

static void stops_with_the_caller(void **data)
{
	struct sg_error err;
	int rows = 0;

	(void)data;
	sg_error_reset(&err);
	assert_int_equal(
		sg_csv_read(SG_STR("a\nb\nc\n"), NULL, 0, true, stop, &rows, &err),
		SG_ESTORE);
	assert_int_equal(rows, 1);
	assert_string_equal(err.text, "full");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_rows),
		cmocka_unit_test(finds_delimiter),
		cmocka_unit_test(counts_lines),
		cmocka_unit_test(sees_plain_quotes),
		cmocka_unit_test(names_unclosed_quote),
		cmocka_unit_test(stops_with_the_caller),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
