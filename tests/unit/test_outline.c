/* test_outline.c - items, their places and texts, counted by hand. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "codebook/outline.h"

static void assert_text(struct sg_str s, const char *expected)
{
	assert_int_equal(s.n, strlen(expected));
	assert_memory_equal(s.p, expected, s.n);
}

static void read(struct sg_outline *o, struct sg_notes *notes, const char *body)
{
	size_t off = 0;

	sg_notes_init(notes);
	sg_outline_read(o, sg_str_of(body), "a.md", notes);
	for (size_t i = 0; i < o->n; i++) { /* items tile the file */
		assert_int_equal(o->v[i].off, off);
		off += o->v[i].len;
	}
	assert_int_equal(off, strlen(body));
}

static void release(struct sg_outline *o, struct sg_notes *notes)
{
	sg_outline_release(o);
	sg_notes_release(notes);
}

static void test_kinds(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		enum sg_item_kind kind;
		const char *text;
	} cases[] = {
		{"# 제목", SG_ITEM_HEADING, "제목"},
		{"### C1 맥락 ##\n", SG_ITEM_HEADING, "C1 맥락"},
		{"## C#\n", SG_ITEM_HEADING, "C#"},
		{"## \n", SG_ITEM_HEADING, ""},
		{"#제목\n", SG_ITEM_PROSE, "#제목"},
		{"* unit: part\n", SG_ITEM_SETTING, "unit: part"},
		{"*강조* 하는 말\n", SG_ITEM_PROSE, "*강조* 하는 말"},
		{"**굵게**\n", SG_ITEM_PROSE, "**굵게**"},
		{"- 정부  \n", SG_ITEM_RULE, "정부"},
		{"-\t정부\n", SG_ITEM_RULE, "정부"},
		{"-\xC2\xA0정부\n", SG_ITEM_RULE, "정부"},
		{"-정부\n", SG_ITEM_PROSE, "-정부"},
		{"---\n", SG_ITEM_PROSE, "---"},
		{" - 정부\n", SG_ITEM_PROSE, "- 정부"},
		{"+ ! 예\n", SG_ITEM_EXAMPLE, "! 예"},
		{"1. 첫째: 둘\n", SG_ITEM_PROSE, "1. 첫째: 둘"},
		{" \t\n\n  \n", SG_ITEM_BLANK, ""},
		{"<!-- a\nb -->\n", SG_ITEM_COMMENT, ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sg_outline o;
		struct sg_notes notes;
		read(&o, &notes, cases[i].body);
		assert_int_equal(o.n, 1);
		assert_int_equal(o.v[0].kind, cases[i].kind);
		assert_text(o.v[0].text, cases[i].text);
		assert_int_equal(notes.n, 0);
		release(&o, &notes);
	}
}

static void test_escapes(void **state)
{
	(void)state;
	static const struct {
		const char *body, *text;
	} cases[] = {
		{"- \\*정부 \\| \\~어렵다\n", "*정부 | ~어렵다"},
		{"- /\\d+\\.\\// \\| 나\n", "/\\d+\\.\\// | 나"},
		{"- (/a\\b/ | \\[나)\n", "(/a\\b/ | [나)"},
		{"- B/C\\*\n", "B/C*"},     /* no regex: the slash is inside a word */
		{"- \"/\\*\"\n", "\"/*\""}, /* nor inside quotes */
		{"- A NEAR/5 \\*B\n", "A NEAR/5 *B"},
		{"- ／\\d／ \\*나\n", "／\\d／ *나"},
		{"- [Q4\\_a] /\\d/\n", "[Q4_a] /\\d/"},
		{"* $a = /\\d/\n", "$a = /\\d/"},
		{"* include: 접근 /\\*\n", "include: 접근 /*"},
		{"가\\*나\\가\n", "가*나\\가"}, /* only before punctuation */
		{"- 정부 <!-- 왜 --> | 국회\n", "정부   | 국회"},
		{"- \"<!--\"\n", "\"<!--\""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sg_outline o;
		struct sg_notes notes;
		read(&o, &notes, cases[i].body);
		assert_int_equal(o.n, 1);
		assert_text(o.v[0].text, cases[i].text);
		assert_int_equal(notes.n, 0);
		release(&o, &notes);
	}
}

static void test_continuation(void **state)
{
	(void)state;
	struct sg_outline o;
	struct sg_notes notes;

	read(&o, &notes, "- 가 |\n  나\n\t| 다\n정의 하나\n둘\n  셋\n\n  - 넷\n");
	assert_int_equal(o.n, 4);
	assert_text(o.v[0].text, "가 | 나 | 다");
	assert_int_equal(o.v[0].kind, SG_ITEM_RULE);
	assert_text(o.v[1].text, "정의 하나\n둘\n  셋");
	assert_int_equal(o.v[1].line, 4);
	assert_int_equal(o.v[2].kind, SG_ITEM_BLANK);
	/* nothing stands above it to continue */
	assert_int_equal(o.v[3].kind, SG_ITEM_PROSE);
	release(&o, &notes);
}

/* Places: "- 가 |" has 가 in column 3; "  나" has 나 in column 3 of line 2. */
static void test_places(void **state)
{
	(void)state;
	struct sg_outline o;
	struct sg_notes notes;

	read(&o, &notes, "\xEF\xBB\xBF- 가 |\r\n  나\r\n## 다\r\n");
	assert_int_equal(o.n, 2);
	assert_int_equal(notes.n, 0);
	const struct sg_item *rule = &o.v[0];
	assert_text(rule->text, "가 | 나");
	/* bytes: 가 0-2, space 3, | 4, space 5, 나 6-8, end 9 */
	static const uint32_t cols[] = {3, 3, 3, 4, 5, 6, 3, 3, 3, 4};
	static const uint32_t lines[] = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2};
	for (size_t i = 0; i < 10; i++) {
		assert_int_equal(rule->cols[i], cols[i]);
		assert_int_equal(rule->lines[i], lines[i]);
	}
	assert_int_equal(o.v[1].level, 2);
	assert_int_equal(o.v[1].line, 3);
	assert_int_equal(o.v[1].off, 19); /* BOM 3, "- 가 |\r\n" 9, "  나\r\n" 7 */
	release(&o, &notes);
}

static void test_escaped_place(void **state)
{
	(void)state;
	struct sg_outline o;
	struct sg_notes notes;

	read(&o, &notes, "- \\*정부\n");
	assert_int_equal(o.v[0].cols[0], 4); /* the star, behind its backslash */
	assert_int_equal(o.v[0].cols[1], 5);
	release(&o, &notes);
}

static void test_comments(void **state)
{
	(void)state;
	struct sg_outline o;
	struct sg_notes notes;

	read(&o, &notes, "<!-- 하나\n## 둘 -->\n- 가 <!-- 여러\n줄 --> | 나\n");
	assert_int_equal(o.n, 2);
	assert_text(o.v[1].text, "가   | 나");
	assert_int_equal(notes.n, 0);
	release(&o, &notes);

	read(&o, &notes, "# 가\n- 나 <!-- 다\n## 라\n");
	assert_int_equal(o.n, 2);
	assert_int_equal(notes.errors, 1);
	assert_int_equal(notes.v[0].line, 2);
	assert_int_equal(notes.v[0].col, 5);
	assert_text(notes.v[0].excerpt, "- 나 <!-- 다");
	release(&o, &notes);

	read(&o, &notes, "<!-- 가");
	assert_int_equal(notes.errors, 1);
	release(&o, &notes);

	read(&o, &notes, "<!-- 가 --> - 나\n");
	assert_int_equal(notes.warnings, 1);
	release(&o, &notes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_continuation),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_escaped_place),
		cmocka_unit_test(test_comments),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
