/* reviewing_world.h - a small project and a round of review over it, for the tests that
 * type its keys and those that read its sheets. Header only. */
#ifndef SG_TEST_REVIEWING_WORLD_H
#define SG_TEST_REVIEWING_WORLD_H

#include "fixture.h"

#include "project/review_ui.h"
#include "text/utf8.h"

/* Cells by hand. Q1 is about A (A1, A2), Q2 about A2. The rules code A1 in R01 Q1 twice,
 * A2 in R01 Q2 and A1 in R02 Q2, outside its questions. So the list is
 *	0 R02 Q2 A1 outside	1 R01 Q2 A2 one hit
 *	2 R02 Q1 A1 uncoded (half of Q1 carry it)	3 R02 Q2 A2 (half of Q2)
 *	4 R01 Q1 A2, 5 R02 Q1 A2 uncoded (nobody)	6 R01 Q1 A1, hit twice */
static const char questions[] = "# 조사\n### Q1 제약\n* focus: A\n무엇이 어렵습니까?\n"
				"### Q2 대안\n* focus: A2\n무엇이 필요합니까?\n";
static const char r01[] =
	"## Q1\n예산이 부족합니다. 인력도 예산도 없습니다. 좋습니다.\n"
	"\n## Q2\n데이터가 중요합니다.\n";
static const char r02[] = "## Q1\n사람이 문제입니다. 제도는 좋습니다.\n"
			  "\n## Q2\n예산을 늘립니다. 끝입니다.\n";
static const char book[] =
	"# 책\n* facet 입장: 찬성 | 반대\n\n## A 제약\n### A1 예산·재정\n"
	"돈이 모자란다는 말.\n* exclude: 인력\n- 예산\n"
	"### A2 데이터\n- 데이터 => 입장: 찬성\n## B 격차\n### B1 디지털 격차\n- "
	"격차\n";

struct rx {
	struct fx f;
	struct sg_reviewing_options o;
	struct sg_reviewing r;
	struct sg_review_ui ui;
};

static inline const char *now(void *ctx)
{
	(void)ctx;
	return FX_NOW;
}

static inline void round_open(struct rx *x)
{
	x->o = (struct sg_reviewing_options){
		.list = {.person = SG_STR("김")}, .now = now};
	FX_OK(&x->f, sg_reviewing_init(&x->r, x->f.store, &x->o, &x->f.err));
	sg_review_ui_init(&x->ui, &x->r);
}

static inline void round_close(struct rx *x)
{
	sg_review_ui_release(&x->ui);
	sg_reviewing_release(&x->r);
}

static inline void open_all(struct rx *x)
{
	struct sg_questionnaire *q;

	memset(x, 0, sizeof *x);
	fx_open(&x->f, false);
	FX_OK(&x->f,
		sg_questionnaire_read(&q, sg_str_of(questions), "q.md", &x->f.notes));
	FX_OK(&x->f, sg_store_set_questionnaire(x->f.store, q, &x->f.err));
	sg_questionnaire_free(q);
	fx_put(&x->f, "r01.txt", "R01", r01);
	fx_put(&x->f, "r02.txt", "R02", r02);
	fx_code(&x->f, book);
	round_open(x);
}

static inline void close_all(struct rx *x)
{
	round_close(x);
	fx_close(&x->f);
}

static inline void type(struct rx *x, const char *keys)
{
	struct sg_str s = sg_str_of(keys);

	for (size_t at = 0; at < s.n;) {
		size_t next = at + sg_utf8_len((unsigned char)s.p[at]);
		uint32_t cp = sg_utf8_next(s, &at);
		assert_int_equal(at, next);
		sg_review_ui_key(&x->ui, cp);
	}
}

#define SAID                                                            \
	"SELECT j.verdict,j.code_label,c.name,q.label,j.quote,j.reason" \
	" FROM v_judgement j JOIN anchor a ON a.id=j.anchor JOIN case_" \
	" c ON c.id=a.case_ JOIN question q ON q.id=a.question ORDER BY j.id"

static inline void at_cell(
	struct rx *x, const char *respondent, const char *question, const char *code)
{
	assert_false(sg_reviewing_ended(&x->r));
	assert_true(sg_str_eqz(sg_reviewing_respondent(&x->r), respondent));
	assert_true(sg_str_eqz(sg_reviewing_question(&x->r), question));
	assert_true(sg_str_eqz(sg_reviewing_code(&x->r), code));
}

#endif
