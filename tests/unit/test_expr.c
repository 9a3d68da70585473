/* test_expr.c - the rule language's parser: trees written out by hand as
 * s-expressions, and each kind of error with its place. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "codebook/expr.h"

static void show(const struct sg_expr *e, struct sg_buf *out)
{
	static const char *const kinds[] = {[SG_EXPR_OR] = "or",
		[SG_EXPR_AND] = "and",
		[SG_EXPR_NEAR] = "near",
		[SG_EXPR_EXCEPT] = "except"};
	static const char *const links[] = {"", "", "", "!", "~", ">", "!~", "-"};
	static const char edges[] = {' ', '^', '=', '*'};

	switch (e->kind) {
	case SG_EXPR_TERM:
		sg_buf_addc(out, '<');
		if (e->edge)
			sg_buf_addc(out, edges[e->edge]);
		for (size_t i = 0; i < e->nwords; i++)
			sg_buf_printf(out, "%s%.*s", i ? "_" : "", SG_ARG(e->words[i]));
		if (e->predicate.n)
			sg_buf_printf(out, "~%.*s", SG_ARG(e->predicate));
		sg_buf_addc(out, '>');
		break;
	case SG_EXPR_LITERAL: sg_buf_printf(out, "lit:%.*s", SG_ARG(e->text)); break;
	case SG_EXPR_REGEX:
		sg_buf_printf(out, "re%s:%.*s", e->icase ? "i" : "", SG_ARG(e->text));
		break;
	case SG_EXPR_LIST: sg_buf_printf(out, "$%.*s", SG_ARG(e->text)); break;
	case SG_EXPR_CODE: sg_buf_printf(out, "@%.*s", SG_ARG(e->text)); break;
	default:
		sg_buf_printf(out, "(%s",
			e->kind == SG_EXPR_POLARITY ? e->negated ? "neg" : "aff"
						    : kinds[e->kind]);
		for (size_t i = 0; i < e->n; i++) {
			sg_buf_printf(out, " %s", links[e->v[i].link]);
			if (e->v[i].link >= SG_LINK_NEAR &&
				e->v[i].link <= SG_LINK_NOT_NEAR)
				sg_buf_printf(out, "%u", (unsigned)e->v[i].distance);
			show(e->v[i].expr, out);
		}
		sg_buf_addc(out, ')');
	}
}

struct parsed {
	struct sg_arena arena;
	struct sg_notes notes;
	struct sg_expr *e;
	int rc;
};

static void parse(struct parsed *p, const char *text)
{
	struct sg_expr_place place = {0};

	sg_arena_init(&p->arena);
	sg_notes_init(&p->notes);
	p->rc = sg_expr_parse(&p->arena, sg_str_of(text), &place, &p->e, &p->notes);
}

static void release(struct parsed *p)
{
	sg_notes_release(&p->notes);
	sg_arena_release(&p->arena);
}

static void assert_tree(const char *text, const char *tree, const char *canonical)
{
	struct parsed p, q;
	struct sg_buf b;

	parse(&p, text);
	for (size_t i = 0; i < p.notes.n; i++)
		if (p.notes.v[i].severity == SG_ERROR)
			fail_msg("%s: %.*s", text, SG_ARG(p.notes.v[i].text));
	sg_buf_init(&b);
	show(p.e, &b);
	assert_string_equal(sg_buf_z(&b), tree);
	sg_buf_reset(&b);
	sg_expr_print(p.e, &b);
	assert_string_equal(sg_buf_z(&b), canonical);
	parse(&q, sg_buf_z(&b)); /* what is printed reads as the same tree */
	assert_int_equal(q.rc, 0);
	sg_buf_reset(&b);
	show(q.e, &b);
	assert_string_equal(sg_buf_z(&b), tree);
	sg_buf_release(&b);
	release(&q);
	release(&p);
}

static void test_terms(void **state)
{
	(void)state;
	static const char *const cases[][3] = {
		{"정부", "<정부>", "정부"},
		{"^정부", "<^정부>", "^정부"},
		{"=정부", "<=정부>", "=정부"},
		{"*정부", "<*정부>", "*정부"},
		{"디지털  플랫폼 정부", "<디지털_플랫폼_정부>", "디지털 플랫폼 정부"},
		{"^디지털 정부", "<^디지털_정부>", "^디지털 정부"},
		{"~어렵다", "<~어렵다>", "~어렵다"},
		{"발목을 ~잡다", "<발목을~잡다>", "발목을 ~잡다"},
		{"이용 ~어렵다", "<이용~어렵다>", "이용 ~어렵다"},
		{"R&D | Q&A | B/C | 정부3.0 | 100% | e-나라도움",
			"(or <R&D> <Q&A> <B/C> <정부3.0> <100%> <e-나라도움>)",
			"R&D | Q&A | B/C | 정부3.0 | 100% | e-나라도움"},
		{"a.b_c:d'e+f%g", "<a.b_c:d'e+f%g>", "a.b_c:d'e+f%g"},
		{"중앙·지방", "<중앙·지방>", "중앙·지방"},
		{"중앙ㆍ지방", "<중앙ㆍ지방>", "중앙ㆍ지방"},
		{"行政 國家", "<行政_國家>", "行政 國家"},
		/* zero-width space inside; ideographic space between */
		{"정\xE2\x80\x8B부　국회", "<정부_국회>", "정부 국회"},
		/* conjoining jamo are composed */
		{"\xE1\x84\x8C\xE1\x85\xA5\xE1\x86\xBC\xE1\x84\x87\xE1\x85\xAE",
			"<정부>", "정부"},
		{"\"정부, 국회\"", "lit:정부, 국회", "\"정부, 국회\""},
		{"“제1조(목적)”", "lit:제1조(목적)", "\"제1조(목적)\""},
		{"/\\d+\\/[가-힣]|나/i", "rei:\\d+\\/[가-힣]|나",
			"/\\d+\\/[가-힣]|나/i"},
		{"$부정 | @C1a", "(or $부정 @C1a)", "$부정 | @C1a"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_tree(cases[i][0], cases[i][1], cases[i][2]);
}

static void test_operators(void **state)
{
	(void)state;
	static const char *const cases[][3] = {
		{"A OR B｜C", "(or <A> <B> <C>)", "A | B | C"},
		{"A AND B NOT C", "(and <A> <B> !<C>)", "A AND B NOT C"},
		{"AI AND NOT 로봇", "(and <AI> !<로봇>)", "AI NOT 로봇"},
		{"A NEAR/3 B", "(near <A> ~3<B>)", "A NEAR/3 B"},
		{"A THEN/1 B THEN/0 C", "(near <A> >1<B> >0<C>)",
			"A THEN/1 B THEN/0 C"},
		{"A NOT NEAR/2 B", "(near <A> !~2<B>)", "A NOT NEAR/2 B"},
		{"A EXCEPT B", "(except <A> -<B>)", "A EXCEPT B"},
		{"A AND B NEAR/2 C", "(and <A> (near <B> ~2<C>))",
			"A AND (B NEAR/2 C)"},
		{"A NOT B EXCEPT C", "(and <A> !(except <B> -<C>))",
			"A NOT (B EXCEPT C)"},
		{"(A | B) AND ((C))", "(and (or <A> <B>) <C>)", "(A | B) AND C"},
		{"(A AND B) | C", "(or (and <A> <B>) <C>)", "(A AND B) | C"},
		{"NEGATED(A | B) AND AFFIRMED (C)",
			"(and (neg (or <A> <B>)) (aff <C>))",
			"NEGATED(A | B) AND AFFIRMED(C)"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_tree(cases[i][0], cases[i][1], cases[i][2]);
}

/* The full-width forms that a Korean input method gives. */
static void test_full_width(void **state)
{
	(void)state;
	static const char *const cases[][3] = {
		{"＝정부", "<=정부>", "=정부"},
		{"＊정부｜＾국회", "(or <*정부> <^국회>)", "*정부 | ^국회"},
		{"～어렵다", "<~어렵다>", "~어렵다"},
		{"（＄부정 OR ＠C1）", "(or $부정 @C1)", "$부정 | @C1"},
		{"A ＡＮＤ B ＮＥＡＲ／３ C", "(and <A> (near <B> ~3<C>))",
			"A AND (B NEAR/3 C)"},
		{"A EXCEP\xE2\x80\x8BT B", "(except <A> -<B>)", "A EXCEPT B"},
		{"A THEN／2 B", "(near <A> >2<B>)", "A THEN/2 B"},
		{"／a/b／i", "rei:a\\/b", "/a\\/b/i"},
		{"＂가 나＂", "lit:가 나", "\"가 나\""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_tree(cases[i][0], cases[i][1], cases[i][2]);
}

struct bad {
	const char *text;
	uint32_t col, width;
	const char *message;
};

static void assert_bad(const struct bad *b)
{
	struct parsed p;

	parse(&p, b->text);
	if (p.rc == 0)
		fail_msg("accepted: %s", b->text);
	assert_null(p.e);
	assert_int_equal(p.rc, SG_EINPUT);
	assert_int_equal(p.notes.errors, 1);
	const struct sg_note *n = &p.notes.v[p.notes.n - 1];
	char got[1024];
	snprintf(got, sizeof got, "%.*s", SG_ARG(n->text));
	assert_string_equal(got, b->message);
	if (n->col != b->col || n->width != b->width)
		fail_msg("%s: at %u+%u", b->text, (unsigned)n->col, (unsigned)n->width);
	assert_int_equal(n->line, 0);
	assert_true(sg_str_eqz(n->excerpt, b->text));
	release(&p);
}

/* The refused expressions that the language's slow reference lists. It accepts some
 * that are here too, or refuses some that are accepted; each with its reason:
 *  - "＝정부" is accepted (test_full_width): the reference knows no full-width marks;
 *  - "AI AND NOT 로봇", "이용 ~어렵다", "발목을 ~잡다", the joints and "정부｜국회" are in
 *    its list as well and accepted by both;
 *  - it lets NEAR and NOT NEAR through its parser and refuses them when evaluating, and
 *    does not miss the parenthesis of "NEGATED(A AND B" (test_more_errors). */
static void test_reference_errors(void **state)
{
	(void)state;
	static const struct bad cases[] = {
		{"고령자 | 노인 AND 어렵다", 10, 3,
			"'|' and 'AND' are mixed; parentheses must say what belongs "
			"together"},
		{"A NEAR B", 3, 4,
			"write NEAR/5: the number says how many eojeols apart at most"},
		{"서비스 $부정", 5, 3, "an operator is missing before '$부정'"},
		{"$부정 =부족", 5, 3, "an operator is missing before '=부족'"},
		{"~어려워", 1, 4,
			"'~어려워': ~ takes the dictionary form of one predicate, "
			"ending in 다 "
			"(~어렵다)"},
		{"https://a.b", 1, 11,
			"'https://a.b' holds '://'; quote it: \"https://a.b\""},
		{"정부, 국회", 1, 3, "'정부,' holds ','; quote it: \"정부,\""},
		{"\"정부", 1, 3, "the quotation mark is not closed: '\"' is missing"},
		{"/a[/]b/", 5, 3, "']b/' holds ']'; quote it: \"]b/\""},
		{"*정부*", 1, 4,
			"'*정부*' ends with '*'; a single * before the word means "
			"anywhere"},
		{"정부?", 1, 3, "'정부?' holds '?'; quote it: \"정부?\""},
		{"(정부", 1, 1, "the parenthesis is not closed: ')' is missing"},
		{"제1조(목적)", 4, 1, "an operator is missing before '('"},
		{"- 정부", 1, 1, "'-' holds '-'; quote it: \"-\""},
		{"C++", 1, 3, "'C++' holds '++'; quote it: \"C++\""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_bad(&cases[i]);
}

static void test_more_errors(void **state)
{
	(void)state;
	static const struct bad cases[] = {
		{"", 1, 1, "an expression is missing"},
		{"A AND", 3, 3, "a word is missing after 'AND'"},
		{"| A", 1, 1, "a word is missing before '|'"},
		{"A | | B", 5, 1, "a word is missing before '|'"},
		{"A AND (", 7, 1, "the parenthesis is not closed: ')' is missing"},
		{"(A AND", 4, 3, "a word is missing after 'AND'"},
		{"()", 2, 1, "the parentheses are empty"},
		{"A)", 2, 1, "')' has no '('"},
		{"A ~어렵다 B", 3, 4, "'~어렵다' must be the last word of its phrase"},
		{"~다", 1, 2,
			"'~다': ~ takes the dictionary form of one predicate, ending "
			"in 다 "
			"(~어렵다)"},
		{"정부 ^국회", 4, 3, "an operator is missing before '^국회'"},
		{"정부 \"국회\"", 4, 4, "an operator is missing before '\"국회\"'"},
		{"= 정부", 1, 1, "'=' stands alone; write it directly before its word"},
		{"/a/x", 4, 1, "'x' is no flag of a regular expression; only i is"},
		{"A | /a", 5, 2,
			"the regular expression is not closed: '/' is missing"},
		{"//", 1, 2, "nothing stands between the slashes"},
		{"\"\"", 1, 2, "nothing stands between the quotation marks"},
		{"$", 1, 1, "a list's name is missing after '$'"},
		{"A near/3 B", 3, 6,
			"write NEAR/5: the number says how many eojeols apart at most"},
		{"A NEAR/x B", 3, 6,
			"write NEAR/5: the number says how many eojeols apart at most"},
		{"A THEN5 B", 3, 5,
			"write THEN/5: the number says how many eojeols apart at most"},
		{"A NEAR/99999 B", 3, 10,
			"write NEAR/5: the number says how many eojeols apart at most"},
		{"A NOT THEN/3 B", 3, 3,
			"there is no NOT THEN; NOT NEAR/3 looks on both sides"},
		{"A NEAR/3 B EXCEPT C", 12, 6,
			"'NEAR/3' and 'EXCEPT' are mixed; parentheses must say what "
			"belongs "
			"together"},
		{"A NEAR/3 B NOT NEAR/2 C", 12, 10,
			"'NEAR/3' and 'NOT NEAR/2' are mixed; parentheses must say "
			"what "
			"belongs together"},
		{"A NEAR/1 B | C", 12, 1,
			"'NEAR/1' and '|' are mixed; parentheses must say what belongs "
			"together"},
		{"NEGATED(A AND B", 8, 1,
			"the parenthesis is not closed: ')' is missing"},
		{"NEGATED A", 1, 7, "'NEGATED' takes its expression in parentheses"},
		{"A => 입장: 반대", 3, 2,
			"facet values ('=> 입장: 반대') stand only at the end of a "
			"rule"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_bad(&cases[i]);
}

static void test_warning(void **state)
{
	(void)state;
	struct parsed p;

	parse(&p, "정부 and 국회");
	assert_int_equal(p.rc, 0);
	assert_int_equal(p.notes.warnings, 1);
	assert_int_equal(p.notes.v[0].col, 4);
	release(&p);
}

/* 64 parentheses are read, 65 are not. */
static void test_depth(void **state)
{
	(void)state;
	char text[200];

	for (size_t deep = 64; deep <= 65; deep++) {
		struct parsed p;
		memset(text, '(', deep);
		text[deep] = 'A';
		memset(text + deep + 1, ')', deep);
		text[2 * deep + 1] = '\0';
		parse(&p, text);
		assert_int_equal(p.rc, deep == 64 ? 0 : SG_EINPUT);
		release(&p);
	}
}

static void test_places(void **state)
{
	(void)state;
	struct parsed p;

	parse(&p, "정부 서비스 AND (어렵다 NEAR/3 $부정)");
	assert_int_equal(p.rc, 0);
	assert_int_equal(p.e->col, 1);
	assert_int_equal(p.e->width, 27);
	assert_int_equal(p.e->v[0].expr->width, 6);
	assert_int_equal(p.e->v[1].expr->col, 13);
	assert_int_equal(p.e->v[1].expr->v[1].expr->col, 24);
	assert_int_equal(p.e->v[1].expr->v[1].expr->width, 3);
	release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_terms),
		cmocka_unit_test(test_operators),
		cmocka_unit_test(test_full_width),
		cmocka_unit_test(test_reference_errors),
		cmocka_unit_test(test_more_errors),
		cmocka_unit_test(test_warning),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
