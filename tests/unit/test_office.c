/* The office writers read back by other means: what stands in which cell, joined cells,
 * repeated heads, texts that would do harm, the same bytes twice. Expected texts are
 * written by hand. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "ingest/xlsx.h"
#include "office.h"
#include "report/clock.h"
#include "report/writer.h"

static struct sg_tables tables;
static struct sg_buf out;

/* Text, and how it must be shown. */
static const struct {
	const char *text, *shown;
} hostile[] = {
	{"<script>alert(1)</script>", NULL},
	{"=HYPERLINK(\"http://x\",\"y\")", NULL},
	{"+1", NULL},
	{"@SUM(A1)", NULL},
	{"-2", NULL},
	{"]]>&amp;<![CDATA[", NULL},
	{"a\x01"
	 "b\x1b[31m",
		"a\\x01b\\x1b[31m"},
	{"\xE2\x80\xAE뒤집힘\xE2\x80\xAC", "\\u202e뒤집힘\\u202c"},
	{"\xEF\xBF\xBF\xEF\xBF\xBE", "\\uffff\\ufffe"},
	{"\xE2\x80\x8B\xE2\x80\x8D영폭\xEF\xBB\xBF", NULL},
	{"\xEE\x80\x80\xF3\xB0\x80\x80", NULL}, /* private use */
	{"  앞뒤  빈칸  ", NULL},
	{"_x0041_", NULL},
	{"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB", NULL},
};
enum { NHOSTILE = sizeof hostile / sizeof *hostile };

static const char *shown(size_t i)
{
	return hostile[i].shown ? hostile[i].shown : hostile[i].text;
}

/* Column 0 joins all rows; 1 holds the text, 2 a quotation of it, 3 its number. */
static void build(void)
{
	static struct sg_quote quotes[NHOSTILE];
	struct sg_table *t = sg_tables_add(&tables, "hostile", 4);

	t->caption = SG_STR("제목 <b>");
	t->lead = SG_STR("문항: \"무엇\" & 왜?");
	t->source = SG_STR("서면 <면접>");
	sg_table_column(&tables, t, 0, "theme", SG_STR("상위주제 n(%)"), false, true);
	sg_table_column(&tables, t, 1, "text", SG_STR("글"), false, true);
	sg_table_column(&tables, t, 2, "quote", SG_STR("=진술"), false, true);
	sg_table_column(&tables, t, 3, "n", SG_STR("n(%)"), true, false);
	for (size_t i = 0; i < NHOSTILE; i++) {
		struct sg_cell *c = sg_table_row(&tables, t);
		if (i == 0) {
			c[0] = sg_cell_share(8, 30, true);
			c[0].text = SG_STR("C1 맥락적");
			c[0].strong = true;
			c[0].rows = NHOSTILE;
		}
		c[1] = sg_cell_text(sg_str_of(hostile[i].text));
		c[1].indent = (uint8_t)(i % 3);
		quotes[i] = (struct sg_quote){.text = sg_str_of(hostile[i].text),
			.respondent = SG_STR("R01"),
			.counter = true};
		c[2] = (struct sg_cell){
			.kind = SG_CELL_QUOTES, .quotes = &quotes[i], .nquotes = 1};
		c[3] = sg_cell_share((double)i, 30, i != 1);
	}
	sg_table_note(&tables, t, SG_ABOUT_RULE, SG_STR("질문 30명."));
	sg_table_note(&tables, t, SG_ABOUT_RULE, SG_STR("\x02"));
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

static struct sg_str written(const char *format)
{
	struct sg_write_options o = {
		.title = SG_STR("연구"), .time = SG_STR("2026-11-29T04:05:06Z")};
	struct sg_error err;

	sg_error_reset(&err);
	sg_buf_reset(&out);
	assert_int_equal(sg_writer_find(format)->write(&tables, &o, &out, &err), 0);
	return sg_buf_str(&out);
}

static void grid_is(const struct of_grid *g, size_t row, size_t col, const char *text)
{
	struct sg_str got = g->cells[row * g->cols + col];

	if (!sg_str_eqz(got, text))
		fail_msg("%zu,%zu: '%.*s' is not '%s'", row, col, SG_ARG(got), text);
}

static void check_grid(struct of_grids *g)
{
	char text[256];

	assert_int_equal(g->tables.n, 1);
	const struct of_grid *t = &g->tables.v[0];
	assert_int_equal(t->rows, NHOSTILE + 1);
	assert_int_equal(t->cols, 4);
	grid_is(t, 0, 0, "상위주제 n(%)");
	grid_is(t, 0, 2, "=진술");
	for (size_t i = 0; i < NHOSTILE; i++) {
		bool marked = strchr(shown(i), '"');
		grid_is(t, i + 1, 0, "C1 맥락적\n8(26.7)");
		grid_is(t, i + 1, 1, shown(i));
		snprintf(text, sizeof text,
			marked ? "〔반론〕 “%s” (R01)" : "〔반론〕 \"%s\" (R01)",
			shown(i));
		grid_is(t, i + 1, 2, text);
	}
	grid_is(t, 1, 3, "0(0.0)");
	grid_is(t, 2, 3, "1");
	grid_is(t, 9, 3, "8(26.7)");
	of_release(g);
}

static void holds(struct sg_str whole, const char *text)
{
	if (sg_str_find(whole, sg_str_of(text)) == SIZE_MAX)
		fail_msg("no '%s'", text);
}

static size_t times(struct sg_str whole, const char *text)
{
	size_t n = 0, at;

	while ((at = sg_str_find(whole, sg_str_of(text))) != SIZE_MAX) {
		whole = sg_str_skip(whole, at + 1);
		n++;
	}
	return n;
}

static void test_html(void **state)
{
	struct of_grids g;

	(void)state;
	build();
	struct sg_str page = written("html");
	holds(page, "<caption");
	holds(page, "&lt;표 1&gt; 제목 &lt;b&gt;");
	holds(page, "자료: 서면 &lt;면접&gt;");
	holds(page, "주: 질문 30명.<br>\\x02");
	holds(page, "scope=\"rowgroup\"");
	assert_int_equal(times(page, "<script"), 0);
	assert_int_equal(times(page, "http://"), 2); /* the text and its quotation */
	of_html(&g, page);
	check_grid(&g);
}

static void test_docx(void **state)
{
	struct of_grids g;
	struct sg_buf part;

	(void)state;
	build();
	struct sg_str file = written("docx");
	sg_buf_init(&part);
	of_part(file, "word/document.xml", &part);
	assert_int_equal(times(sg_buf_str(&part), "<w:tblHeader/>"), 1);
	assert_int_equal(times(sg_buf_str(&part), "<w:cantSplit/>"), NHOSTILE + 1);
	assert_int_equal(times(sg_buf_str(&part), "w:val=\"restart\""), 1);
	assert_int_equal(times(sg_buf_str(&part), "w:val=\"continue\""), NHOSTILE - 1);
	holds(sg_buf_str(&part), "SEQ 표 \\* ARABIC");
	holds(sg_buf_str(&part), "w:w=\"11906\" w:h=\"16838\"");
	sg_buf_reset(&part);
	of_part(file, "docProps/core.xml", &part);
	holds(sg_buf_str(&part), "<dc:title>연구</dc:title>");
	holds(sg_buf_str(&part), "2026-11-29T04:05:06Z");
	of_docx(&g, file);
	check_grid(&g);
	sg_buf_release(&part);
}

static void test_hwpx(void **state)
{
	struct of_grids g;
	struct sg_buf part;

	(void)state;
	build();
	struct sg_str file = written("hwpx");
	/* the first entry, not compressed: name and content behind its 30 bytes */
	assert_memory_equal(file.p + 8, "\0\0", 2);
	assert_memory_equal(file.p + 30, "mimetypeapplication/hwp+zip", 27);
	sg_buf_init(&part);
	of_part(file, "Contents/section0.xml", &part);
	holds(sg_buf_str(&part), "repeatHeader=\"1\"");
	assert_int_equal(times(sg_buf_str(&part), "<hp:tc name=\"\" header=\"1\""), 4);
	holds(sg_buf_str(&part), "<hp:cellSpan colSpan=\"1\" rowSpan=\"14\"/>");
	holds(sg_buf_str(&part), "numType=\"TABLE\"");
	holds(sg_buf_str(&part), "&gt; 제목 &lt;b&gt;");
	holds(sg_buf_str(&part), "<hp:t>자료: 서면 &lt;면접&gt;</hp:t>");
	of_hwpx(&g, file);
	check_grid(&g);
	sg_buf_release(&part);
}

/* What the section refers to by number is in the header. */
static void test_hwpx_references(void **state)
{
	static const struct {
		const char *list, *item, *reference;
	} kinds[] = {{"charProperties", "charPr", "charPrIDRef"},
		{"paraProperties", "paraPr", "paraPrIDRef"},
		{"styles", "style", "styleIDRef"},
		{"borderFills", "borderFill", "borderFillIDRef"}};
	struct sg_buf head, section;
	char text[64];

	(void)state;
	build();
	struct sg_str file = written("hwpx");
	sg_buf_init(&head);
	sg_buf_init(&section);
	of_part(file, "Contents/header.xml", &head);
	of_part(file, "Contents/section0.xml", &section);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t n, found = 0;
		snprintf(text, sizeof text, "<hh:%s id=", kinds[i].item);
		n = times(sg_buf_str(&head), text);
		snprintf(
			text, sizeof text, "<hh:%s itemCnt=\"%zu\">", kinds[i].list, n);
		holds(sg_buf_str(&head), text);
		for (size_t id = 0; id <= n; id++) {
			snprintf(text, sizeof text, "%s=\"%zu\"", kinds[i].reference,
				id);
			size_t used = times(sg_buf_str(&section), text);
			snprintf(text, sizeof text, "<hh:%s id=\"%zu\"", kinds[i].item,
				id);
			if (used)
				holds(sg_buf_str(&head), text);
			found += used;
		}
		snprintf(text, sizeof text, "%s=\"", kinds[i].reference);
		assert_int_equal(found, times(sg_buf_str(&section), text));
	}
	sg_buf_release(&head);
	sg_buf_release(&section);
}

static void test_xlsx(void **state)
{
	struct sg_workbook book;
	struct sg_error err;

	(void)state;
	build();
	sg_error_reset(&err);
	assert_int_equal(sg_xlsx_read_bytes(&book, written("xlsx"), "t.xlsx", &err), 0);
	const struct sg_sheet *s = &book.v[0];
	assert_true(sg_str_eqz(s->name, "1 제목 <b>"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 0, 0), "<표 1> 제목 <b>"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 2, 0), "상위주제"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 2, 1), "상위주제 n"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 2, 2), "상위주제 %"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 2, 4), "=진술"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 3, 0), "C1 맥락적"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 3, 1), "8"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 3, 2), "26.7"));
	for (size_t i = 0; i < NHOSTILE; i++)
		assert_true(sg_str_eqz(sg_sheet_cell(s, i + 3, 3), shown(i)));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 4, 6), "")); /* no % of it */
	assert_true(sg_str_eqz(sg_sheet_cell(s, 11, 5), "8"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, 11, 6), "26.7"));
	assert_true(sg_str_eqz(sg_sheet_cell(s, NHOSTILE + 3, 0), "주: 질문 30명."));
	sg_workbook_release(&book);
}

/* Data has no caption: the header is the first row, which stays when the rest is
 * scrolled, and nothing in it or under it is a formula. */
static void test_xlsx_data(void **state)
{
	struct sg_table *t = sg_tables_add(&tables, "cases", 2);
	struct sg_workbook book;
	struct sg_error err;
	struct sg_buf part;

	(void)state;
	sg_table_column(&tables, t, 0, "respondent", SG_STR("응답자"), false, false);
	sg_table_column(&tables, t, 1, "=1+1", SG_STR("=1+1"), false, false);
	struct sg_cell *row = sg_table_row(&tables, t);
	row[0] = sg_cell_text(SG_STR("R01"));
	row[1] = sg_cell_text(SG_STR("=HYPERLINK(\"x\")"));
	sg_error_reset(&err);
	assert_int_equal(sg_xlsx_read_bytes(&book, written("xlsx"), "t.xlsx", &err), 0);
	assert_true(sg_str_eqz(sg_sheet_cell(&book.v[0], 0, 0), "응답자"));
	assert_true(sg_str_eqz(sg_sheet_cell(&book.v[0], 0, 1), "=1+1"));
	assert_true(sg_str_eqz(sg_sheet_cell(&book.v[0], 1, 1), "=HYPERLINK(\"x\")"));
	sg_workbook_release(&book);
	sg_buf_init(&part);
	of_part(sg_buf_str(&out), "xl/worksheets/sheet1.xml", &part);
	holds(sg_buf_str(&part), "<pane ySplit=\"1\" topLeftCell=\"A2\"");
	holds(sg_buf_str(&part), "state=\"frozen\"");
	assert_int_equal(times(sg_buf_str(&part), "<f>"), 0);
	sg_buf_release(&part);
}

static void test_same_bytes(void **state)
{
	static const char *const formats[] = {"html", "docx", "hwpx", "xlsx"};
	struct sg_buf first;

	(void)state;
	build();
	sg_buf_init(&first);
	for (size_t i = 0; i < 4; i++) {
		sg_buf_reset(&first);
		sg_buf_add(&first, written(formats[i]));
		struct sg_str again = written(formats[i]);
		assert_int_equal(first.n, again.n);
		assert_memory_equal(first.p, again.p, first.n);
	}
	sg_buf_release(&first);
}

/* A word of 10,000 syllables, and tables too wide for an upright page beside others. */
static void test_long_and_wide(void **state)
{
	struct of_grids g;
	struct sg_buf word, part;

	(void)state;
	sg_buf_init(&word);
	sg_buf_init(&part);
	for (size_t i = 0; i < 10000; i++)
		sg_buf_addz(&word, "가");
	struct sg_table *t = sg_tables_add(&tables, "long", 1);
	sg_table_column(&tables, t, 0, "a", SG_STR("글"), false, true);
	*sg_table_row(&tables, t) = sg_cell_text(sg_buf_str(&word));
	t = sg_tables_add(&tables, "wide", 40);
	for (size_t k = 0; k < 40; k++)
		sg_table_column(&tables, t, k, "n", SG_STR("R01"), true, false);
	struct sg_cell *row = sg_table_row(&tables, t);
	for (size_t k = 0; k < 40; k++)
		row[k] = sg_cell_count((double)k);
	t = sg_tables_add(&tables, "empty", 2);
	sg_table_column(&tables, t, 0, "a", SG_STR("하나"), false, true);
	sg_table_column(&tables, t, 1, "b", SG_STR("둘"), false, true);

	of_docx(&g, written("docx"));
	assert_int_equal(g.tables.n, 3);
	grid_is(&g.tables.v[0], 1, 0, sg_buf_z(&word));
	grid_is(&g.tables.v[1], 1, 39, "39");
	assert_int_equal(g.tables.v[2].rows, 1);
	of_release(&g);
	of_part(sg_buf_str(&out), "word/document.xml", &part);
	assert_int_equal(times(sg_buf_str(&part), "<w:sectPr>"), 3);
	assert_int_equal(times(sg_buf_str(&part), "w:orient=\"landscape\""), 1);
	of_hwpx(&g, written("hwpx"));
	assert_int_equal(g.tables.n, 3);
	grid_is(&g.tables.v[0], 1, 0, sg_buf_z(&word));
	grid_is(&g.tables.v[1], 1, 39, "39");
	of_release(&g);
	sg_buf_reset(&part);
	of_part(sg_buf_str(&out), "Contents/section1.xml", &part);
	holds(sg_buf_str(&part), "landscape=\"NARROWLY\"");
	of_html(&g, written("html"));
	grid_is(&g.tables.v[0], 1, 0, sg_buf_z(&word));
	grid_is(&g.tables.v[2], 1, 1, "(행 없음)");
	of_release(&g);
	sg_buf_release(&word);
	sg_buf_release(&part);
}

static void test_clock(void **state)
{
	uint16_t time, date;

	(void)state;
	/* date -u -d 2026-11-29T04:05:06Z +%s */
	assert_int_equal(sg_clock_seconds(SG_STR("2026-11-29T04:05:06Z")), 1795925106);
	assert_int_equal(sg_clock_seconds(SG_STR("2000-02-29T00:00:00Z")), 951782400);
	assert_int_equal(sg_clock_seconds(SG_STR("")), 315532800);
	assert_int_equal(sg_clock_seconds(SG_STR("1970-01-01T00:00:00Z")), 315532800);
	sg_clock_dos(SG_STR("2026-11-29T04:05:06Z"), &time, &date);
	assert_int_equal(time, 4 << 11 | 5 << 5 | 3);
	assert_int_equal(date, 46 << 9 | 11 << 5 | 29);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_html, setup, teardown),
		cmocka_unit_test_setup_teardown(test_docx, setup, teardown),
		cmocka_unit_test_setup_teardown(test_hwpx, setup, teardown),
		cmocka_unit_test_setup_teardown(test_hwpx_references, setup, teardown),
		cmocka_unit_test_setup_teardown(test_xlsx, setup, teardown),
		cmocka_unit_test_setup_teardown(test_xlsx_data, setup, teardown),
		cmocka_unit_test_setup_teardown(test_same_bytes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_long_and_wide, setup, teardown),
		cmocka_unit_test(test_clock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
