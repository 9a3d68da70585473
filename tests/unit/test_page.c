/* The report page and the overview of a small study whose counts were worked by hand: what
 * numbers say and open, where links lead, and that nobody's words become marks. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/cells.h"
#include "report/page.h"
#include "study_dsl.h"

/* Six people were asked Q4, R6 said nothing; three Q5, R1 said nothing; R7 nothing.
 * Cells of answer and code in Q4: R1 C1a D1a, R2 C1a C1b, R3 C1a C2a, R4 C1a C2a D1b,
 * R5 C1a D1a; a person saw two of them (R2 C1a, R4 C1a). In Q5: R2 D1b, R3 D1b D1a. */
static const char study_text[] =
	"attributes 직군\n"
	"facet 입장 찬성|반대|유보\n"
	"code C 제약\n"
	"\tcode C1 맥락\n"
	"\t\tcode C1a 격차\n"
	"\t\tcode C1b 신뢰\n"
	"\tcode C2 제도\n"
	"\t\tcode C2a 법\n"
	"\t\tcode C2b 칸막이\n"
	"code D 가치\n"
	"\tcode D1 결정\n"
	"\t\tcode D1a 증거\n"
	"\t\tcode D1b 참여\n"
	"question Q4 제약 C | 제약은 무엇입니까?\n"
	"question Q5 가치 - | 가치는 무엇입니까?\n"
	"case R1 공무원\n"
	"case R2 공무원\n"
	"case R3 공무원\n"
	"case R4 교수\n"
	"case R5 교수\n"
	"case R6 교수\n"
	"case R7 -\n"
	"answer R1 Q4 노인은 화면 글씨가 작아서 신청을 못 하신다. 면사무소까지 오시는 "
	"데만 두 "
	"시간이 걸린다고 하신다. 근거가 되는 자료부터 모아야 한다고 생각합니다.\n"
	"answer R2 Q4 □ 정보가 닿지 않는 마을이 아직도 여럿 남아 있음\n"
	"answer R3 Q4 배제되는 사람이 생기는 것은 어쩔 수 없는 과정이다. 법이 먼저 "
	"바뀌지 않으면 "
	"아무 일도 시작하지 못한다.\n"
	"answer R4 Q4 격차라는 말은 과장되었다고 보며 제약이 아니다. 법령이 낡아서 "
	"담당자마다 "
	"해석을 다르게 합니다.\n"
	"answer R5 Q4 장애인은 점자 안내가 없는 단말기를 쓸 수가 없다. 통계가 없으니 "
	"아무도 "
	"그 수를 알지 못합니다.\n"
	"none R6 Q4 blank 의견 없음\n"
	"none R1 Q5 missing\n"
	"answer R2 Q5 함께 정하는 것.\n"
	"answer R3 Q5 함께 정하는 것. </span></script><script>alert(1)</script>\\n"
	"=HYPERLINK(\"x\") & \001 \342\200\256거꾸로\n"
	"coding R1 Q4 C1a rules \"노인은 화면 글씨가 작아서 신청을 못 하신다.\"\n"
	"coding R1 Q4 C1a rules \"면사무소까지 오시는 데만 두 시간이 걸린다고 "
	"하신다.\"\n"
	"coding R1 Q4 D1a rules \"근거가 되는 자료부터 모아야 한다고 생각합니다.\"\n"
	"coding R2 Q4 C1a reviewed 입장=찬성 \"정보가 닿지 않는 마을이 아직도 여럿 "
	"남아 있음\"\n"
	"coding R2 Q4 C1b rules \"정보가 닿지 않는 마을이 아직도 여럿 남아 있음\"\n"
	"coding R3 Q4 C1a rules 입장=찬성 \"배제되는 사람이 생기는 것은 어쩔 수 없는 "
	"과정이다.\"\n"
	"coding R3 Q4 C2a rules \"법이 먼저 바뀌지 않으면 아무 일도 시작하지 "
	"못한다.\"\n"
	"coding R4 Q4 C1a kim 입장=반대 \"격차라는 말은 과장되었다고 보며 제약이 "
	"아니다.\"\n"
	"coding R4 Q4 C2a rules \"법령이 낡아서 담당자마다 해석을 다르게 합니다.\"\n"
	"coding R4 Q4 D1b rules \"법령이 낡아서 담당자마다 해석을 다르게 합니다.\"\n"
	"coding R5 Q4 C1a rules \"장애인은 점자 안내가 없는 단말기를 쓸 수가 없다.\"\n"
	"coding R5 Q4 D1a rules \"통계가 없으니 아무도 그 수를 알지 못합니다.\"\n"
	"coding R5 Q4 C2b rejected \"통계가 없으니 아무도 그 수를 알지 못합니다.\"\n"
	"coding R6 Q4 C1a rules \"의견 없음\"\n"
	"coding R2 Q5 D1b rules \"함께 정하는 것.\"\n"
	"coding R3 Q5 D1b rules \"함께 정하는 것.\"\n"
	"coding R3 Q5 D1a rules \"함께 정하는 것.\"\n"
	"memo Q4 C1a 창구를 남겨 둔다.\n"
	"memo Q4 C1 격차가 먼저다.\n"
	"memo Q4 D1b 참여도 보자.\n";

static struct sg_study study;
static struct sg_tables tables;
static struct sg_error err;
static struct sg_buf page;

static void make_of(const char *text, struct sg_table_options o)
{
	struct sg_report r = {.study = &study, .o = &o, .tables = &tables};

	dsl_study(&study, text);
	sg_tables_init(&tables);
	sg_buf_init(&page);
	sg_error_reset(&err);
	assert_int_equal(sg_overview(&study, &o, &tables, &err), 0);
	r.noverview = tables.n;
	assert_int_equal(sg_findings(&study, &o, &tables, &err), 0);
	r.nfindings = tables.n - r.noverview;
	assert_int_equal(sg_themes(&study, &o, &tables, &err), 0);
	assert_int_equal(sg_report_page(&r, &page, &err), 0);
}

static void make(struct sg_table_options o)
{
	make_of(study_text, o);
}

static int done(void **state)
{
	(void)state;
	sg_tables_release(&tables);
	sg_arena_release(&study.arena);
	sg_buf_release(&page);
	memset(&tables, 0, sizeof tables);
	memset(&study, 0, sizeof study);
	return 0;
}

static size_t count(struct sg_str within, const char *part)
{
	size_t n = 0, at;

	while ((at = sg_str_find(within, sg_str_of(part))) != SIZE_MAX) {
		within = sg_str_skip(within, at + 1);
		n++;
	}
	return n;
}

/* What stands between two marks, the first time. */
static struct sg_str between(struct sg_str s, const char *from, const char *to)
{
	size_t start = sg_str_find(s, sg_str_of(from));

	if (start == SIZE_MAX)
		fail_msg("no %s", from);
	s = sg_str_skip(s, start + strlen(from));
	size_t stop = sg_str_find(s, sg_str_of(to));
	if (stop == SIZE_MAX)
		fail_msg("no %s behind %s", to, from);
	return sg_str_sub(s, 0, stop);
}

/* Asserts that a row of table t is as written: its cells joined by |. */
static void row_is(const struct sg_table *t, size_t row, const char *expected)
{
	struct sg_write_options o = {0};
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t k = 0; k < t->ncolumns; k++) {
		const struct sg_cell *c = &t->cells[row * t->ncolumns + k];
		sg_buf_addz(&b, k ? "|" : "");
		sg_buf_add(&b, c->text);
		sg_cell_number(c, &o, &b);
	}
	assert_string_equal(sg_buf_z(&b), expected);
	sg_buf_release(&b);
}

static void test_overview(void **state)
{
	(void)state;
	make((struct sg_table_options){0});
	const struct sg_table *people = &tables.v[0], *questions = &tables.v[1];
	assert_int_equal(people->nrows, 4);
	row_is(people, 0, "전체||7(100.0)");
	row_is(people, 1, "직군|공무원|3(42.9)");
	row_is(people, 2, "|교수|3(42.9)");
	assert_int_equal(people->cells[1 * 3].rows, 3);
	assert_int_equal(questions->nrows, 3);
	row_is(questions, 0, "Q4|문항 4: 제약|6|5(83.3)|1|11|2(18.2)");
	row_is(questions, 1, "Q5|문항 5: 가치|3|2(66.7)|1|3|0(0.0)");
	row_is(questions, 2, "|전체|6|5(83.3)|1|14|2(14.3)");
}

/* From the next link of a number on, but for those of facets. */
static struct sg_str next_number(struct sg_str html)
{
	struct sg_str tag;

	do {
		size_t at = sg_str_find(html, SG_STR("class=\"n\""));
		if (at == SIZE_MAX)
			fail_msg("no more numbers");
		html = sg_str_skip(html, at + 9);
		tag = sg_str_sub(html, 0, sg_str_findc(html, '>'));
	} while (count(tag, "data-facet"));
	return html;
}

/* The numbers of a table on the page, in order, are those of its cells. */
static void test_same_numbers(void **state)
{
	struct sg_write_options o = {0};
	size_t links = 0;

	(void)state;
	make((struct sg_table_options){0});
	for (size_t t = 0; t < tables.n; t++) {
		const struct sg_table *table = &tables.v[t];
		char id[64];
		snprintf(id, sizeof id, "id=\"t-%.*s\"", SG_ARG(table->id));
		struct sg_str html = between(sg_buf_str(&page), id, "</table>");
		for (size_t i = 0; i < table->nrows * table->ncolumns; i++) {
			const struct sg_cell *c = &table->cells[i];
			struct sg_buf number;
			sg_buf_init(&number);
			if (!table->columns[i % table->ncolumns].machine)
				sg_cell_number(c, &o, &number);
			if (number.n) {
				html = next_number(html);
				struct sg_str shown = between(html, ">", "</a>");
				if (!sg_str_eq(shown, sg_buf_str(&number)))
					fail_msg("%s: '%.*s' is not '%s'", id,
						SG_ARG(shown), sg_buf_z(&number));
				links++;
			}
			/* The line of other codes has numbers too: "D1a 증거 2; 1명 …". */
			size_t more = sg_str_starts(c->text, SG_STR("D1a 증거 2")) ? 2
				      : sg_str_starts(c->text, SG_STR("1명 1개 코드"))
					      ? 1
					      : 0;
			for (; more > 0; more--)
				html = next_number(html);
			sg_buf_release(&number);
		}
	}
	assert_true(links > 60);
}

static void test_numbers_open(void **state)
{
	(void)state;
	make((struct sg_table_options){0});
	struct sg_str all = sg_buf_str(&page);
	uint32_t c1a = sg_study_code_find(&study, SG_STR("C1a"));
	uint32_t c1 = sg_study_code_find(&study, SG_STR("C1"));
	char text[256];

	snprintf(text, sizeof text,
		"<a class=\"n\" href=\"#e-%u-0\" data-m=\"people\" data-code=\"%u\" "
		"data-q=\"0\" data-b=\"valid\">5(100.0)</a>",
		c1a, c1a);
	assert_int_equal(count(all, text), 1);
	snprintf(text, sizeof text,
		"data-code=\"%u\" data-q=\"0\" data-b=\"valid\">5(100.0)", c1);
	assert_int_equal(count(all, text), 1); /* the theme, with its subtree */
	/* Its list: six statements of five people, R6's not among them. */
	snprintf(text, sizeof text, "<div id=\"e-%u-0\"", c1a);
	struct sg_str list = between(all, text, "</ul>");
	assert_int_equal(count(list, "<li data-r="), 6);
	assert_int_equal(count(list, "R1(공무원)"), 2);
	assert_int_equal(count(list, "R4(교수)"), 1);
	assert_int_equal(count(list, "R6"), 0);
	assert_int_equal(count(list, "data-v"), 2); /* seen by a person */
	/* Codes outside the topic, D1a two people and D1b one. */
	snprintf(text, sizeof text, "data-code=\"%u\" data-q=\"0\">2</a>",
		sg_study_code_find(&study, SG_STR("D1a")));
	assert_int_equal(count(all, text), 1);
	snprintf(text, sizeof text,
		"1명 <a class=\"n\" href=\"#evidence\" data-m=\"codes\" "
		"data-codes=\"%u\" data-q=\"0\">1</a>개 코드</td>",
		sg_study_code_find(&study, SG_STR("D1b")));
	assert_int_equal(count(all, text), 1);
}

/* Codes 1 to 5, B to F, are outside the topic A: B and C of two people and with marks in
 * their names that also part the line, E and F of one. */
static const char marks_text[] =
	"code A 주제\n"
	"code B 인력, 2명 부족\n"
	"code C 법; 3명\n"
	"code D 돈\n"
	"code E 그 밖, 1명 2개 코드\n"
	"code F <b>\001\n"
	"question Q1 하나 A\n"
	"case R1\ncase R2\ncase R3\n"
	"answer R1 Q1 글이다.\nanswer R2 Q1 글이다.\nanswer R3 Q1 글이다.\n"
	"coding R1 Q1 A rules \"*\"\n"
	"coding R1 Q1 B rules \"*\"\ncoding R2 Q1 B rules \"*\"\n"
	"coding R1 Q1 C rules \"*\"\ncoding R2 Q1 C rules \"*\"\n"
	"coding R1 Q1 D rules \"*\"\ncoding R2 Q1 D rules \"*\"\n"
	"coding R3 Q1 D rules \"*\"\n"
	"coding R2 Q1 E rules \"*\"\ncoding R3 Q1 F rules \"*\"\n";

#define NUMBER(code, n)                                                             \
	"<a class=\"n\" href=\"#e-" code "-0\" data-m=\"people\" data-code=\"" code \
	"\" data-q=\"0\">" n "</a>"
#define CODES(codes, n)                                                          \
	"<a class=\"n\" href=\"#evidence\" data-m=\"codes\" data-codes=\"" codes \
	"\" data-q=\"0\">" n "</a>"

/* The cell of the row of other codes. */
static void others_are(const char *expected)
{
	struct sg_str row = between(sg_buf_str(&page), "<tr data-c=\"\">", "</tr>");
	size_t at = sg_str_find(row, SG_STR("<td>D 돈 "));

	assert_true(at != SIZE_MAX);
	row = between(sg_str_skip(row, at), "<td>", "</td>");
	if (!sg_str_eqz(row, expected))
		fail_msg("'%.*s' is not '%s'", SG_ARG(row), expected);
}

static void test_marks_in_names(void **state)
{
	(void)state;
	make_of(marks_text, (struct sg_table_options){0});
	others_are("D 돈 " NUMBER("3", "3") ", B 인력, 2명 부족 " NUMBER(
		"1", "2") ", C 법; 3명 " NUMBER("2", "2") "; 1명 " CODES("4 5",
		"2") "개 코드");
}

/* In English the number of codes stands before that of people. */
static void test_codes_of_people(void **state)
{
	char text[sizeof marks_text + 32];

	(void)state;
	snprintf(text, sizeof text, "language en\n%s", marks_text);
	make_of(text, (struct sg_table_options){0});
	others_are("D 돈 " NUMBER("3", "3") ", B 인력, 2명 부족 " NUMBER(
		"1", "2") ", C 법; 3명 " NUMBER("2", "2") "; " CODES("4 5",
		"2") " codes of 1");
}

/* C1a in Q4: for R2 and R3, against R4, R1 and R5 undecided. */
static void test_facets_open(void **state)
{
	(void)state;
	make((struct sg_table_options){0});
	struct sg_str cell = between(sg_buf_str(&page), "<td>찬성 ", "</td>");
	assert_int_equal(count(cell, "data-facet=\"0:0\">2</a>"), 1);
	assert_int_equal(count(cell, "data-facet=\"0:1\">1</a>"), 1);
	assert_int_equal(count(cell, "data-facet=\"0:3\" data-unset=\"\">2</a>"), 1);
	assert_int_equal(count(sg_buf_str(&page), " data-f=\"0:0\">"), 2);
	assert_int_equal(count(sg_buf_str(&page), " data-f=\"0:1\">"), 1);
}

static void test_quotations_open(void **state)
{
	(void)state;
	make((struct sg_table_options){0});
	struct sg_str all = sg_buf_str(&page);
	struct sg_str link = between(all, "<p class=\"quote\"", "</p>");
	struct sg_str place = between(link, "href=\"#", "\"");
	char text[64];

	snprintf(text, sizeof text, "<span id=\"%.*s\"", SG_ARG(place));
	struct sg_str piece = between(all, text, "</span>");
	piece = sg_str_skip(piece, sg_str_findc(piece, '>') + 1);
	struct sg_str said = between(link, "&quot;", "&quot;");
	assert_true(said.n > 20);
	assert_true(sg_str_starts(said, sg_str_trim(piece)) ||
		    sg_str_starts(sg_str_trim(piece), said));
}

/* Without script a link leads somewhere. */
static void test_links_lead(void **state)
{
	(void)state;
	make((struct sg_table_options){0});
	struct sg_str rest = sg_buf_str(&page);
	size_t at, n = 0;

	while ((at = sg_str_find(rest, SG_STR(" href=\"#"))) != SIZE_MAX) {
		char id[80];
		rest = sg_str_skip(rest, at + 8);
		struct sg_str to = sg_str_sub(rest, 0, sg_str_findc(rest, '"'));
		snprintf(id, sizeof id, " id=\"%.*s\"", SG_ARG(to));
		if (count(sg_buf_str(&page), id) != 1)
			fail_msg("%s is there %zu times", id,
				count(sg_buf_str(&page), id));
		n++;
	}
	assert_true(n > 60);
}

static void test_hostile(void **state)
{
	(void)state;
	make((struct sg_table_options){.filter = {0}});
	struct sg_str all = sg_buf_str(&page);

	assert_int_equal(count(all, "<script"), 2);
	assert_int_equal(count(all, "</script"), 2);
	assert_true(
		count(all, "&lt;/span&gt;&lt;/script&gt;&lt;script&gt;alert(1)") >= 1);
	assert_true(
		count(all, "=HYPERLINK(&quot;x&quot;) &amp; \\x01 \\u202e거꾸로") >= 1);
	assert_int_equal(count(all, "\001"), 0);
	assert_int_equal(count(all, "\342\200\256"), 0);
	assert_int_equal(count(all, "javascript:"), 0);
	assert_int_equal(count(all, "onclick="), 0);
	assert_int_equal(count(all, "default-src 'none'"), 1);
}

static void test_english(void **state)
{
	struct sg_table_options o = {0};
	struct sg_report r = {.study = &study,
		.o = &o,
		.tables = &tables,
		.title = SG_STR("A <study>")};

	(void)state;
	make(o);
	study.language = SG_STR("en");
	sg_buf_reset(&page);
	assert_int_equal(sg_report_page(&r, &page, &err), 0);
	assert_int_equal(count(sg_buf_str(&page), "<html lang=\"en\">"), 1);
	assert_int_equal(count(sg_buf_str(&page), "<h1>A &lt;study&gt;</h1>"), 1);
	assert_int_equal(count(sg_buf_str(&page), "<h2>Answers as written</h2>"), 1);
}

/* Appends a page of one figure and what the groups have. */
static void draw(const char *text, const char *chart, struct sg_table_options o,
	int (*table)(const struct sg_study *, const struct sg_table_options *,
		struct sg_tables *, struct sg_error *))
{
	struct sg_table_options plain = {0};
	struct sg_tables drawn, orders[2];
	struct sg_report_group *groups;
	struct sg_view v;
	bool cases[2][7] = {{false}};

	make_of(text, plain);
	sg_buf_reset(&page);
	sg_tables_init(&drawn);
	assert_int_equal(table(&study, &o, &drawn, &err), 0);
	assert_int_equal(sg_view_init(&v, &study, &o.filter, &drawn.arena, &err), 0);
	assert_int_equal(sg_report_groups(&v, &groups), 2);
	for (size_t g = 0; g < 2; g++) {
		for (uint32_t i = 0; i < study.ncases; i++)
			cases[g][i] = sg_report_in_group(&study, &groups[g], i);
		struct sg_table_options some = {.filter.cases = cases[g]};
		sg_tables_init(&orders[g]);
		assert_int_equal(sg_saturation(&study, &some, &orders[g], &err), 0);
		groups[g].saturation = &orders[g];
	}
	const struct sg_report_figure figure = {
		sg_chart_find(chart), &drawn.v[0], o.level};
	const struct sg_report r = {.study = &study,
		.o = &plain,
		.tables = &tables,
		.figures = &figure,
		.nfigures = 1,
		.groups = groups,
		.ngroups = 2};
	assert_int_equal(sg_report_page(&r, &page, &err), 0);
	sg_tables_release(&orders[0]);
	sg_tables_release(&orders[1]);
	sg_tables_release(&drawn);
}

/* Codes are 0 C, 1 C1, 2 C1a, 3 C1b, 4 C2, 5 C2a, 6 C2b, 7 D, 8 D1, 9 D1a, 10 D1b. C1a
 * and D1a are both in the answers of R1 and R5 to Q4. */
static void test_pairs_open(void **state)
{
	(void)state;
	draw(study_text, "cooccur", (struct sg_table_options){.filter = {0}},
		sg_cooccur);
	struct sg_str figure = between(sg_buf_str(&page),
		"<figure class=\"swaps\" id=\"f-cooccur\">", "</figure>");
	struct sg_str row = between(figure, "<g class=\"row\"", "</g>");
	assert_true(sg_str_find(row, SG_STR(" data-c=\"2\">")) != SIZE_MAX);
	assert_int_equal(count(figure, "href=\"#e-2\" data-m=\"answers\" "
				       "data-code=\"2\" data-with=\"9\" "
				       "data-direct=\"\"><rect"),
		2);
	struct sg_str square =
		between(figure, "data-code=\"2\" data-with=\"9\"", "</a>");
	assert_int_equal(count(square, ">2</text>"), 1);
	assert_int_equal(count(figure, "data-with=\"10\""), 6); /* C1a, C2a, D1a */
	assert_int_equal(count(figure, "role=\"group\""), 1);
	assert_int_equal(count(figure, "<p class=\"note\">"), 2);
}

/* Of the officials R1, R2, R3 raised C1a; of the professors R4, R5. */
static void test_groups_open(void **state)
{
	(void)state;
	draw(study_text, "groups", (struct sg_table_options){.by = SG_STR("직군")},
		sg_crosstab);
	struct sg_str figure = between(sg_buf_str(&page),
		"<figure class=\"swaps\" id=\"f-groups\">", "</figure>");
	struct sg_str mark = between(figure,
		"data-m=\"people\" data-code=\"2\" data-of=\"0 1 2\" "
		"data-who=\"공무원\">",
		"</a>");
	assert_int_equal(count(mark, ">3</text>"), 1);
	mark = between(figure,
		"data-m=\"people\" data-code=\"2\" data-of=\"3 4 5\" "
		"data-who=\"교수\">",
		"</a>");
	assert_int_equal(count(mark, ">2</text>"), 1);
	/* The name of a group opens those of it with a valid answer. */
	mark = between(figure, "data-p=\"0 1 2\" data-who=\"공무원\">", "</a>");
	assert_int_equal(count(mark, ">공무원(3)</text>"), 1);
	/* And so do the numbers of the note. */
	struct sg_str note = between(figure, "<p class=\"note\">", "</p>");
	assert_int_equal(count(note, "data-p=\"0 1 2 3 4 5 6\">7</a>"), 1);
	assert_int_equal(count(note, "data-p=\"0 1 2 3 4\">5</a>"), 2);
	assert_int_equal(count(note, "공무원 <a"), 1);
	assert_int_equal(
		count(note, "<span class=\"part\" data-of=\"group\" hidden>"), 1);
	assert_int_equal(
		count(note, "<span class=\"part\" data-of=\"group code\" hidden>"), 1);
}

/* Groups may be called as columns are. */
static void test_groups_named_n(void **state)
{
	(void)state;
	draw("attributes 동의\ncode A 가\nquestion Q1 하나 A\ncase R1 n\ncase R2 y\n"
	     "answer R1 Q1 첫째.\nanswer R2 Q1 둘째.\ncoding R1 Q1 A rules \"첫째.\"\n"
	     "coding R2 Q1 A rules \"둘째.\"\n",
		"groups", (struct sg_table_options){.by = SG_STR("동의")}, sg_crosstab);
	struct sg_str figure = between(sg_buf_str(&page),
		"<figure class=\"swaps\" id=\"f-groups\">", "</figure>");
	assert_int_equal(count(between(figure,
				       "data-code=\"0\" data-of=\"0\" "
				       "data-who=\"n\">",
				       "</a>"),
				 ">1</text>"),
		1);
}

/* New codes of R1 C1a D1a, of R2 C1b D1b, of R3 C2a; R6 and R7 said nothing. */
static void test_interviews_open(void **state)
{
	(void)state;
	draw(study_text, "saturation", (struct sg_table_options){.filter = {0}},
		sg_saturation);
	struct sg_str figure = between(sg_buf_str(&page),
		"<figure class=\"swaps\" id=\"f-saturation\">", "</figure>");
	assert_int_equal(count(figure, "data-order=\"0 1 2 3 4\""), 1);
	assert_int_equal(count(figure, "<template data-group=\"0\">"), 1);
	struct sg_str group =
		between(figure, "<template data-group=\"1\">", "</template>");
	assert_int_equal(count(group, "data-order=\"3 4\""), 1);
	assert_int_equal(count(group, "<svg"), 1);
	assert_int_equal(
		count(group, "data-m=\"codes\" data-at=\"1\" data-v=\"4\">"), 1);
	assert_int_equal(count(group, "data-at=\"2\""), 0);
}

/* Of some people and one question, nobody else is on the page. */
static void test_filter(void **state)
{
	struct sg_condition where = {SG_STR("직군"), SG_STR("교수")};
	struct sg_str q4 = SG_STR("Q4");

	(void)state;
	make((struct sg_table_options){.filter = {.where = &where,
					       .nwhere = 1,
					       .questions = &q4,
					       .nquestions = 1}});
	struct sg_str all = sg_buf_str(&page);
	assert_int_equal(count(all, "R1("), 0);
	assert_int_equal(count(all, "문항 5"), 0);
	assert_int_equal(count(all, "<tr data-r="), 3);
	assert_int_equal(count(all, "class=\"answer\""), 3);
}

static void test_same_bytes(void **state)
{
	struct sg_buf first;

	(void)state;
	make((struct sg_table_options){0});
	sg_buf_init(&first);
	sg_buf_add(&first, sg_buf_str(&page));
	done(NULL);
	make((struct sg_table_options){0});
	assert_true(sg_str_eq(sg_buf_str(&first), sg_buf_str(&page)));
	sg_buf_release(&first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_overview, done),
		cmocka_unit_test_teardown(test_same_numbers, done),
		cmocka_unit_test_teardown(test_numbers_open, done),
		cmocka_unit_test_teardown(test_marks_in_names, done),
		cmocka_unit_test_teardown(test_codes_of_people, done),
		cmocka_unit_test_teardown(test_facets_open, done),
		cmocka_unit_test_teardown(test_quotations_open, done),
		cmocka_unit_test_teardown(test_links_lead, done),
		cmocka_unit_test_teardown(test_hostile, done),
		cmocka_unit_test_teardown(test_english, done),
		cmocka_unit_test_teardown(test_pairs_open, done),
		cmocka_unit_test_teardown(test_groups_open, done),
		cmocka_unit_test_teardown(test_groups_named_n, done),
		cmocka_unit_test_teardown(test_interviews_open, done),
		cmocka_unit_test_teardown(test_filter, done),
		cmocka_unit_test_teardown(test_same_bytes, done),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
