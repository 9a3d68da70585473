/* test_study.c - a project as plain data, against the same said in SQL. */
#include "config.h"

#include "fixture.h"

static const char questionnaire_text[] =
	"# 조사\n\n## 1 첫째 묶음\n\n### Q1 개념\n* focus: A, Z9\n무엇입니까?\n\n"
	"### Q2 과제\n* parts: 단기 | 장기\n무엇이 남았습니까?\n\n### Q3 기타\n";

static const char book[] = "# 책\n* facet 입장: 찬성 | 반대\n\n## A 가\n뜻.\n"
			   "### A1 예산\n- 예산 => 입장: 반대\n### A2 데이터\n"
			   "* default: Q2\n- 데이터\n\n## B 나\n";

static void open_study(struct fx *f)
{
	struct sg_questionnaire *q;
	struct fx_doc d;
	struct sg_attribute v[] = {
		{SG_STR("직군"), SG_STR("공무원")}, {SG_STR("경력"), SG_STR("14")}};
	enum sg_put what;

	fx_open(f, false);
	FX_OK(f, sg_questionnaire_read(
			 &q, sg_str_of(questionnaire_text), "q.md", &f->notes));
	FX_OK(f, sg_store_set_questionnaire(f->store, q, &f->err));
	sg_questionnaire_free(q);
	/* The second by name comes first. */
	fx_parse(&d, "b.txt", "나",
		"## Q1\n예산과 데이터. 예산.\n\n## Q2\n[단기] 조사\n"
		"[장기] 데이터\n\n## Q3\n-\n");
	d.doc.attributes = v;
	d.doc.nattributes = 2;
	FX_OK(f, sg_store_put_document(
			 f->store, &d.doc, FX_NOW, &what, &f->notes, &f->err));
	fx_put(f, "c.txt", "가", "## Q1\n예산 😀 예산. 데이터.\n\n## Q2\n\n");
	fx_code(f, book);
}

/* Codings as v_coding gives its rows. */
static char *study_rows(const struct sg_study *s)
{
	static const char *const origins[] = {"rule", "default", "person"};
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, "");
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		const struct sg_study_answer *a = &s->answers[c->answer];
		struct sg_str quote = sg_study_quote(s, a->text, c->start, c->stop);
		bool set = s->nfacets && c->facets[0] != SG_NONE;
		struct sg_str value = {"", 0};
		if (set)
			value = s->facets[0].values[c->facets[0]];
		if (c->rejected)
			continue;
		sg_buf_printf(&b, "%.*s|%.*s|%u|%u|%.*s|%.*s|%s|%s%.*s%s|%.*s\n",
			SG_ARG(s->cases[a->case_].name),
			SG_ARG(s->questions[a->question].label), c->start, c->stop,
			SG_ARG(s->codes[c->code].label), SG_ARG(s->coders[c->coder]),
			origins[c->origin], set ? "{\"입장\":\"" : "{", SG_ARG(value),
			set ? "\"}" : "}", SG_ARG(quote));
	}
	return b.p;
}

#define ROWS                                                                           \
	"SELECT v.respondent,v.question_label,v.start,v.stop,v.code_label,v.coder,"    \
	"v.origin,v.facets,v.quote FROM v_coding v JOIN code k ON k.id=v.code"         \
	" LEFT JOIN coder c ON c.name=v.coder ORDER BY v.respondent,v.question_label," \
	"v.start,v.stop,k.ord,coalesce(c.id,0),v.origin='default'"

static void same_as_sql(struct fx *f)
{
	struct sg_study s;

	FX_OK(f, sg_study_load(
			 &s, f->store, SG_STUDY_BODIES | SG_STUDY_REJECTED, &f->err));
	char *rows = study_rows(&s);
	fx_expect(f, ROWS, rows);
	free(rows);
	sg_study_release(&s);
}

/* Evidence of the rules' codings as v_hit gives it; none without the bodies. */
static void same_hits(struct fx *f)
{
	struct sg_study s;
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, "");
	FX_OK(f, sg_study_load(&s, f->store, SG_STUDY_BODIES, &f->err));
	for (size_t i = 0; i < s.ncodings; i++)
		for (size_t h = 0; h < s.codings[i].nhits; h++) {
			const struct sg_study_coding *c = &s.codings[i];
			struct sg_str quote =
				sg_study_quote(&s, s.answers[c->answer].text,
					c->hits[h].start, c->hits[h].stop);
			assert_int_equal(c->origin, SG_ORIGIN_RULE);
			sg_buf_printf(&b, "%u|%u|%u|%.*s\n", c->start, c->hits[h].start,
				c->hits[h].stop, SG_ARG(quote));
		}
	sg_study_release(&s);
	fx_expect(f,
		"SELECT g.start,h.start,h.stop,h.quote FROM v_hit h JOIN segment g ON "
		"g.id=h.segment JOIN answer a ON a.id=g.answer JOIN case_ c ON "
		"c.id=a.case_ JOIN code k ON k.id=g.code ORDER BY "
		"c.name,a.ord,g.start,g.stop,k.ord,h.start",
		sg_buf_z(&b));
	assert_int_equal(fx_int(f, "SELECT count(*) FROM v_hit"), 7);
	sg_buf_release(&b);
	FX_OK(f, sg_study_load(&s, f->store, 0, &f->err));
	for (size_t i = 0; i < s.ncodings; i++)
		assert_int_equal(s.codings[i].nhits, 0);
	sg_study_release(&s);
}

static void tables(void **state)
{
	struct fx f;
	struct sg_study s;

	(void)state;
	open_study(&f);
	FX_OK(&f, sg_study_load(&s, f.store, SG_STUDY_BODIES, &f.err));
	assert_true(sg_str_eqz(s.title, "시험"));
	assert_int_equal(s.run, 1);
	assert_true(sg_str_eqz(s.codebook_path, "book.md"));
	assert_int_equal(s.ncases, 2);
	assert_true(sg_str_eqz(s.cases[0].name, "가"));
	assert_int_equal(s.nattributes, 2);
	assert_true(sg_str_eqz(s.attributes[0], "직군"));
	assert_int_equal(s.cases[0].values[0].n, 0);
	assert_true(sg_str_eqz(s.cases[1].values[1], "14"));
	assert_int_equal(s.nquestions, 3);
	assert_true(sg_str_eqz(s.questions[0].group, "1 첫째 묶음"));
	/* Z9 is no code. */
	assert_int_equal(s.questions[0].nfocus, 1);
	assert_int_equal(s.questions[0].focus[0], 0);
	assert_int_equal(s.questions[1].nparts, 2);
	assert_int_equal(s.ncodes, 4);
	assert_int_equal(s.codes[0].parent, SG_NONE);
	assert_false(s.codes[0].leaf);
	assert_int_equal(s.codes[2].parent, 0);
	assert_int_equal(s.codes[2].level, 1);
	assert_true(s.codes[3].leaf);
	/* 가: Q1 Q2; 나: Q1 Q2 Q3. */
	assert_int_equal(s.nanswers, 5);
	assert_int_equal(s.answers[1].state, SG_ANSWER_NONE);
	assert_int_equal(s.answers[1].kind, SG_KIND_MISSING);
	assert_int_equal(s.answers[3].nparts, 2);
	assert_int_equal(s.answers[3].parts[1].part, 1);
	struct sg_str part = sg_study_quote(&s, s.answers[3].text,
		s.answers[3].parts[1].start, s.answers[3].parts[1].stop);
	assert_true(sg_str_eqz(part, "[장기] 데이터"));
	assert_int_equal(s.ncoders, 1);
	assert_int_equal(s.nfacets, 1);
	sg_study_release(&s);
	same_as_sql(&f);
	same_hits(&f);
	fx_close(&f);
}

static void lookups(void **state)
{
	struct fx f;
	struct sg_study s;

	(void)state;
	open_study(&f);
	FX_OK(&f, sg_study_load(&s, f.store, 0, &f.err));
	assert_int_equal(sg_study_code_find(&s, SG_STR("A2")), 2);
	assert_int_equal(sg_study_code_find(&s, SG_STR("데이터")), 2);
	assert_int_equal(sg_study_code_find(&s, SG_STR("x")), SG_NONE);
	assert_int_equal(sg_study_case_find(&s, SG_STR("나")), 1);
	assert_int_equal(sg_study_case_find(&s, SG_STR("다")), SG_NONE);
	assert_int_equal(sg_study_question_find(&s, SG_STR("Q2")), 1);
	assert_true(sg_study_code_within(&s, 2, 0));
	assert_false(sg_study_code_within(&s, 0, 2));
	assert_null(s.texts[0].body.p);
	assert_int_equal(sg_study_quote(&s, 0, 0, 3).n, 0);
	sg_study_release(&s);
	fx_close(&f);
}

static void people(void **state)
{
	struct fx f;
	struct sg_study s;

	(void)state;
	open_study(&f);
	fx_judge(&f, SG_VERDICT_REJECT, "김", "가", "Q1", "A1", "");
	fx_judge(&f, SG_VERDICT_CODE, "김", "나", "Q2", "B", "");
	fx_judge(&f, SG_VERDICT_CODE, "이", "나", "Q1", "A1", "예산.");
	fx_judge(&f, SG_VERDICT_ACCEPT, "김", "나", "Q2", "A2", "데이터");
	fx_judge(&f, SG_VERDICT_PIN, "김", "나", "Q1", "A1", "예산과 데이터.");
	fx_judge(&f, SG_VERDICT_BAR, "김", "나", "Q1", "", "예산.");
	same_as_sql(&f);
	FX_OK(&f, sg_memo_put(f.store, SG_STR("김"), SG_STR("나"), SG_STR("Q1"),
			  SG_STR(""), SG_STR("메모"), FX_NOW, &f.err));
	FX_OK(&f, sg_study_load(&s, f.store, SG_STUDY_REJECTED, &f.err));
	size_t rejected = 0, reviewed = 0;
	for (size_t i = 0; i < s.ncodings; i++) {
		rejected += s.codings[i].rejected;
		reviewed += s.codings[i].reviewed;
	}
	assert_int_equal(rejected, 1);
	/* The rejected one, two of people's, A1 twice in 나 Q1 and A2 twice in 나 Q2. */
	assert_int_equal(reviewed, 7);
	assert_int_equal(s.npins, 2);
	assert_false(s.pins[0].barred);
	assert_int_equal(s.pins[1].code, SG_NONE);
	assert_true(s.pins[1].barred);
	assert_int_equal(s.nmemos, 1);
	assert_int_equal(s.memos[0].answer, 2);
	assert_int_equal(s.memos[0].code, SG_NONE);
	size_t all = s.ncodings;
	sg_study_release(&s);
	FX_OK(&f, sg_study_load(&s, f.store, 0, &f.err));
	assert_int_equal(s.ncodings, all - 1);
	sg_study_release(&s);
	/* Another codebook: codes that are gone are not shown, nothing is lost. */
	fx_code(&f, "# 책\n\n## A1 예산\n- 조사\n");
	same_as_sql(&f);
	fx_close(&f);
}

/* Of one person's words that cover a coding the last counts, wherever they were said.
 * 나 Q1 holds A1 twice: "예산과 데이터." and "예산.". */
static void last_words(void **state)
{
	static const struct {
		enum sg_verdict verdict;
		const char *coder, *quote;
		const char *left; /* A1 in 나 Q1 after it */
	} said[] = {
		{SG_VERDICT_REJECT, "김", "", ""},
		{SG_VERDICT_ACCEPT, "김", "예산.", "rules|예산.\n"},
		/* One person's acceptance does not lift another's rejection. */
		{SG_VERDICT_REJECT, "이", "예산.", ""},
		{SG_VERDICT_ACCEPT, "김", "예산과 데이터.", "rules|예산과 데이터.\n"},
		{SG_VERDICT_ACCEPT, "이", "", "rules|예산과 데이터.\nrules|예산.\n"},
		/* The same words as at first, and news again. */
		{SG_VERDICT_REJECT, "김", "", ""},
		{SG_VERDICT_ACCEPT, "김", "예산.", "rules|예산.\n"},
		{SG_VERDICT_REJECT, "김", "", ""},
		/* To code a stretch is to hold that the code is there. */
		{SG_VERDICT_CODE, "김", "예산과 데이터.",
			"rules|예산과 데이터.\n김|예산과 데이터.\n"},
		{SG_VERDICT_REJECT, "이", "", "김|예산과 데이터.\n"},
		{SG_VERDICT_REJECT, "김", "", ""},
	};
	struct fx f;

	(void)state;
	open_study(&f);
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		assert_int_equal(fx_judge(&f, said[i].verdict, said[i].coder, "나",
					 "Q1", "A1", said[i].quote),
			1);
		fx_expect(&f,
			"SELECT coder,quote FROM v_coding WHERE code_label='A1' AND "
			"respondent='나' AND question_label='Q1' "
			"ORDER BY start,coder<>'rules'",
			said[i].left);
		same_as_sql(&f);
	}
	/* An acceptance that a later rejection took back does not outlive the rules. */
	fx_code(&f, "# 책\n\n## A1 예산\n- 조사\n");
	fx_expect(&f,
		"SELECT coder,quote FROM v_coding WHERE code_label='A1' AND "
		"question_label='Q1' AND respondent='나'",
		"");
	same_as_sql(&f);
	fx_close(&f);
}

/* "Reviewed" speaks of what was there then. */
static void reviewed_answers(void **state)
{
	struct fx f;
	struct sg_study s;

	(void)state;
	open_study(&f);
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_REVIEWED, "김", "나", "Q1", "", ""), 1);
	fx_code(&f, "# 책\n* facet 입장: 찬성 | 반대\n\n## A 가\n### A1 예산\n"
		    "- 예산 => 입장: 반대\n### A2 데이터\n- 데이터 | 예산\n");
	FX_OK(&f, sg_study_load(&s, f.store, 0, &f.err));
	for (size_t i = 0; i < s.ncodings; i++) {
		const struct sg_study_coding *c = &s.codings[i];
		bool seen = s.answers[c->answer].case_ == 1 &&
			    s.answers[c->answer].question == 0 &&
			    sg_str_eqz(s.codes[c->code].label, "A1");
		assert_int_equal(c->reviewed, seen);
	}
	sg_study_release(&s);
	fx_close(&f);
}

static void empty_projects(void **state)
{
	struct fx f;
	struct sg_study s;

	(void)state;
	fx_open(&f, false);
	FX_OK(&f, sg_study_load(&s, f.store, SG_STUDY_BODIES, &f.err));
	assert_int_equal(s.run, 0);
	assert_int_equal(s.ncases + s.nanswers + s.ncodings + s.ncodes, 0);
	assert_int_equal(s.ncoders, 1);
	sg_study_release(&s);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables),
		cmocka_unit_test(lookups),
		cmocka_unit_test(people),
		cmocka_unit_test(last_words),
		cmocka_unit_test(reviewed_answers),
		cmocka_unit_test(empty_projects),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
