/* test_survey.c - what each term did in a small corpus, counted by hand. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "match/survey.h"

static const char *const texts[] = {
	"정부는 행정부담을 줄인다. 정부가 전자정부는 어떤가. 행정부담",
	"개인정보 보호와 개인정보보호를 개인정보·보호는 정부는 AI XAI 제3조",
	"어려워서 어렵게 어려운데 어려니",
};

struct corpus {
	size_t next;
	struct sg_layout layout;
	struct sg_answer_view answer;
};

static int next_text(void *ctx, struct sg_doc *doc, struct sg_error *err)
{
	struct corpus *c = ctx;

	(void)err;
	if (c->next == sizeof texts / sizeof *texts)
		return 0;
	struct sg_str body = sg_str_of(texts[c->next++]);
	sg_layout_build(&c->layout, body);
	c->answer = (struct sg_answer_view){
		.span = {0, (uint32_t)body.n}, .answered = true};
	*doc = (struct sg_doc){.name = "t",
		.body = body,
		.layout = &c->layout,
		.answers = &c->answer,
		.nanswers = 1};
	return 1;
}

static void expect_form(struct sg_form f, const char *text, uint64_t count)
{
	assert_int_equal(f.text.n, strlen(text));
	assert_memory_equal(f.text.p, text, f.text.n);
	assert_int_equal(f.count, count);
}

static void counts(void **state)
{
	const char *body =
		"# t\n* $목록 = 정부\n\n## C1 하나\n- $목록\n- 개인정보보호 | AI\n"
		"- =정부\n- /제\\d조/\n- ~어렵다\n";
	struct sg_codebook *book = NULL;
	struct sg_survey s;
	struct sg_notes notes;
	struct sg_error err = {0};
	struct corpus corpus = {0};

	(void)state;
	sg_notes_init(&notes);
	sg_layout_init(&corpus.layout);
	assert_int_equal(sg_codebook_read(&book, sg_str_of(body), "t.md", &notes), 0);
	assert_int_equal(sg_survey_run(&s, book, next_text, &corpus, &notes, &err), 0);
	assert_int_equal(s.n, 6);

	/* 정부 in the list: 정부는 twice, 정부가, 전자정부는; refused in 행정부담(을). */
	assert_int_equal(s.v[0].code, SG_NO_CODE);
	assert_int_equal(s.v[0].list, 0);
	assert_int_equal(s.v[0].hits, 4);
	assert_int_equal(s.v[0].refused, 2);
	assert_int_equal(s.v[0].nforms, 3);
	expect_form(s.v[0].forms[0], "정부는", 2);
	expect_form(s.v[0].forms[1], "전자정부는", 1);
	expect_form(s.v[0].forms[2], "정부가", 1);
	assert_int_equal(s.v[0].ninside, 2);
	expect_form(s.v[0].inside[0], "행정부담", 1);
	expect_form(s.v[0].inside[1], "행정부담을", 1);

	/* 개인정보보호: once; spaced otherwise twice. */
	assert_int_equal(s.v[1].code, 0);
	assert_int_equal(s.v[1].rule, 1);
	assert_int_equal(s.v[1].hits, 1);
	assert_int_equal(s.v[1].nspaced, 2);
	expect_form(s.v[1].spaced[0], "개인정보 보호와", 1);
	expect_form(s.v[1].spaced[1], "개인정보·보호는", 1);

	/* AI: once, refused in XAI. */
	assert_int_equal(s.v[2].hits, 1);
	assert_int_equal(s.v[2].refused, 1);
	expect_form(s.v[2].inside[0], "XAI", 1);

	/* =정부 is another term than 정부. */
	assert_int_equal(s.v[3].rule, 2);
	assert_int_equal(s.v[3].hits, 3);
	assert_int_equal(s.v[3].refused, 3);

	assert_int_equal(s.v[4].hits, 1);
	expect_form(s.v[4].forms[0], "제3조", 1);

	assert_int_equal(s.v[5].hits, 3);
	sg_survey_release(&s);
	sg_codebook_free(book);
	sg_layout_release(&corpus.layout);
	sg_notes_release(&notes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(counts)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
