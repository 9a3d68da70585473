/* test_runs.c - the study of another time: as a run left it, and as it was frozen. What
 * is expected was taken from the study when that time was now. */
#include "config.h"

#include "fixture.h"
#include "store/evidence.h"
#include "store/frozen.h"
#include "store/history.h"
#include "store/study_json.h"

#define BOOK1                                                                                      \
	"# 책\n* facet 입장: 찬성 | 반대\n\n## A 예산\n- 예산 => 입장: 반대\n## B " \
	"인력\n- 사람\n"
#define BOOK2                                                                                          \
	"# 책\n* facet 입장: 찬성 | 반대\n\n## B 사람\n- 사람 | 담당자\n## C 날씨\n- " \
	"날씨\n"

static const char text1[] =
	"## Q1\n예산이 적고 사람이 없다.\n\n## Q2\n담당자가 바뀐다.\n";
static const char text1b[] =
	"## Q1\n먼저 말한다. 예산이 적고 사람이 없다.\n\n## Q2\n날씨가 좋다.\n";
static const char text2[] = "## Q1\n사람이 없다.\n\n## Q2\n-\n";

/* The study as lines, so that two can be compared. */
static char *lines(const struct sg_study *s)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < s->ncodes; i++)
		sg_buf_printf(&b, "code %.*s %.*s %u\n", SG_ARG(s->codes[i].label),
			SG_ARG(s->codes[i].name), s->codes[i].leaf);
	for (size_t i = 0; i < s->nfacets; i++)
		sg_buf_printf(&b, "facet %.*s\n", SG_ARG(s->facets[i].name));
	for (size_t i = 0; i < s->nanswers; i++) {
		const struct sg_study_answer *a = &s->answers[i];
		sg_buf_printf(&b, "answer %.*s %.*s %d: %.*s\n",
			SG_ARG(s->cases[a->case_].name),
			SG_ARG(s->questions[a->question].label), (int)a->state,
			SG_ARG(sg_study_quote(s, a->text, a->start, a->stop)));
	}
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		const struct sg_study_answer *a = &s->answers[c->answer];
		sg_buf_printf(&b, "coding %.*s %.*s %d %zu %u %.*s\n",
			SG_ARG(s->codes[c->code].label), SG_ARG(s->coders[c->coder]),
			(int)c->origin, c->nhits, s->nfacets ? c->facets[0] : 9,
			SG_ARG(sg_study_quote(s, a->text, c->start, c->stop)));
	}
	for (size_t i = 0; i < s->nmemos; i++) {
		const struct sg_study_memo *m = &s->memos[i];
		sg_buf_printf(&b, "memo %.*s:", SG_ARG(m->body));
		if (m->answer != SG_NONE)
			sg_buf_printf(&b, " %.*s",
				SG_ARG(sg_study_quote(s, s->answers[m->answer].text,
					m->start, m->stop)));
		sg_buf_addc(&b, '\n');
	}
	return b.p;
}

static void memo(struct fx *f, const char *question, const char *quote)
{
	struct sg_memo m = {.coder = SG_STR("김"),
		.respondent = SG_STR("R01"),
		.question = sg_str_of(question),
		.quote = sg_str_of(quote),
		.body = SG_STR("메모"),
		.now = FX_NOW};

	FX_OK(f, sg_memo_write(f->store, &m, &f->err));
}

static char *lines_at(struct fx *f, const char *at)
{
	struct sg_study s;

	FX_OK(f, sg_study_load_at(
			 &s, f->store, sg_str_of(at), SG_STUDY_BODIES, &f->err));
	char *got = lines(&s);
	sg_study_release(&s);
	return got;
}

static void expect_at(struct fx *f, const char *at, const char *expected)
{
	char *got = lines_at(f, at);

	assert_string_equal(got, expected);
	free(got);
}

static void as_run_left_it(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	char *one = lines_at(&f, "");
	assert_non_null(strstr(one, "coding A rules 0 1 1 예산이 적고 사람이 없다.\n"));
	/* Another book: A gone, B with another name and rule, C new; a second source. */
	fx_put(&f, "b.txt", "R02", text2);
	fx_code(&f, BOOK2);
	char *two = lines_at(&f, "");
	assert_non_null(strstr(two, "answer R02 Q2"));
	/* The first source is revised; back to the first book. */
	fx_put(&f, "a.txt", "R01", text1b);
	fx_code(&f, BOOK1);
	char *three = lines_at(&f, "");
	expect_at(&f, "1", one);
	expect_at(&f, "2", two);
	expect_at(&f, "3", three);
	/* And to the first text: run 4 sees what run 1 saw, and the second source. */
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	char *four = lines_at(&f, "");
	expect_at(&f, "1", one);
	expect_at(&f, "3", three);
	expect_at(&f, "4", four);
	assert_int_equal(fx_int(&f, "SELECT count(*) FROM run_text WHERE text=1"), 2);
	struct sg_study s;
	assert_int_equal(sg_study_load_run(&s, f.store, 5, 0, &f.err), SG_ENOTFOUND);
	free(one);
	free(two);
	free(three);
	free(four);
	fx_close(&f);
}

/* Whether scopes were ignored is told of the run that is asked for. */
static void without_scopes(void **state)
{
	struct sg_code_options o = {.now = FX_NOW, .ignore_scopes = true};
	struct sg_run_summary sum;
	struct sg_codebook *book;
	struct sg_study s;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	book = fx_book(&f, BOOK1);
	FX_OK(&f, sg_code_run(f.store, book, &o, &sum, &f.notes, &f.err));
	sg_codebook_free(book);
	fx_code(&f, BOOK2);
	for (uint32_t run = 1; run <= 3; run++) {
		FX_OK(&f, sg_study_load_run(&s, f.store, run, 0, &f.err));
		assert_int_equal(s.unscoped, run == 2);
		sg_study_release(&s);
	}
	fx_close(&f);
}

/* What people say now holds for runs of the past, in the words of their texts. */
static void peoples_words(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	assert_int_equal(fx_judge(&f, SG_VERDICT_REJECT, "김", "R01", "Q1", "A",
				 "예산이 적고 사람이 없다."),
		1);
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "김", "R01", "Q1", "B", "사람이 없다"),
		1);
	memo(&f, "Q1", "사람이 없다");
	memo(&f, "Q2", "담당자가");
	memo(&f, "Q2", "");
	char *one = lines_at(&f, "");
	assert_non_null(strstr(one, "memo 메모: 담당자가 바뀐다.\n"));
	assert_null(strstr(one, "coding A"));
	assert_non_null(strstr(one, "coding B 김 2 0 4294967295 사람이 없다\n"));
	/* The anchors move to the new text; run 1 has them where they were. */
	fx_put(&f, "a.txt", "R01", text1b);
	fx_code(&f, BOOK1);
	expect_at(&f, "1", one);
	/* Said in the new text only, and found in the old one. */
	assert_int_equal(fx_judge(&f, SG_VERDICT_CODE, "박", "R01", "Q1", "A",
				 "예산이 적고 사람이 없다."),
		1);
	char *again = lines_at(&f, "1");
	assert_non_null(
		strstr(again, "coding A 박 2 0 4294967295 예산이 적고 사람이 없다.\n"));
	free(again);
	free(one);
	fx_close(&f);
}

static struct sg_freeze freeze_as(const char *name)
{
	return (struct sg_freeze){.name = sg_str_of(name),
		.coder = SG_STR("김"),
		.note = SG_STR("적바림"),
		.now = FX_NOW,
		.program = "0"};
}

static void frozen(void **state)
{
	struct sg_freeze name = freeze_as("최종");
	struct sg_freezes all;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	assert_int_equal(
		sg_freeze_put(f.store, &name, NULL, NULL, &f.err), SG_ENOTFOUND);
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	fx_judge(&f, SG_VERDICT_CODE, "김", "R01", "Q1", "B", "사람이 없다");
	fx_judge(&f, SG_VERDICT_REJECT, "김", "R01", "Q1", "A", "");
	char *then = lines_at(&f, "");
	FX_OK(&f, sg_freeze_put(f.store, &name, NULL, NULL, &f.err));
	/* Everything changes. */
	fx_put(&f, "a.txt", "R01", text1b);
	fx_code(&f, BOOK2);
	fx_judge(&f, SG_VERDICT_CODE, "박", "R01", "Q2", "C", "");
	FX_OK(&f, sg_rule_answer(f.store, SG_STR("김"), SG_STR("R01"), SG_STR("Q1"),
			  SG_ANSWER_NONE, SG_KIND_BLANK, FX_NOW, &f.err));
	expect_at(&f, "최종", then);
	/* Names. */
	assert_int_equal(
		sg_freeze_put(f.store, &name, NULL, NULL, &f.err), SG_ECONFLICT);
	static const char *const bad[] = {"", "3", " a"};
	for (size_t i = 0; i < 3; i++) {
		struct sg_freeze no = freeze_as(bad[i]);
		sg_error_reset(&f.err);
		assert_int_equal(
			sg_freeze_put(f.store, &no, NULL, NULL, &f.err), SG_EUSAGE);
	}
	FX_OK(&f, sg_freezes_load(&all, f.store, &f.err));
	assert_int_equal(all.n, 1);
	assert_int_equal(all.v[0].run, 1);
	assert_true(sg_str_eqz(all.v[0].note, "적바림"));
	sg_freezes_release(&all);
	free(then);
	fx_close(&f);
}

static void changed_outside(void **state)
{
	struct sg_freeze name = freeze_as("최종");
	struct sg_study s;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	FX_OK(&f, sg_freeze_put(f.store, &name, NULL, NULL, &f.err));
	assert_int_equal(sqlite3_exec(f.store->db,
				 "DROP TRIGGER frozen_no_update; UPDATE frozen SET "
				 "study=replace(study,'예산','여산')",
				 NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(sg_study_load_frozen(&s, f.store, SG_STR("최종"), 0, &f.err),
		SG_ESTORE);
	fx_close(&f);
}

/* Written, read and written again it is the same; with a byte less it is none. */
static void there_and_back(void **state)
{
	struct sg_buf one, two;
	struct sg_study s, t;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "R01",
		"## Q1\n예산 \"따옴\" \\ 뒤\t탭.\n\n## Q2\n[단기] 사람\n[장기] 예산\n");
	fx_code(&f, BOOK1);
	fx_judge(&f, SG_VERDICT_PIN, "김", "R01", "Q1", "A", "");
	FX_OK(&f, sg_memo_put(f.store, SG_STR("김"), SG_STR(""), SG_STR("Q1"),
			  SG_STR("A"), SG_STR("함의\n둘째 줄"), FX_NOW, &f.err));
	FX_OK(&f, sg_study_load(
			  &s, f.store, SG_STUDY_BODIES | SG_STUDY_REJECTED, &f.err));
	sg_buf_init(&one);
	sg_buf_init(&two);
	sg_study_write(&s, &one);
	FX_OK(&f, sg_study_read(&t, sg_buf_str(&one), &f.err));
	sg_study_write(&t, &two);
	assert_string_equal(one.p, two.p);
	assert_int_equal(t.npins, 1);
	assert_int_equal(t.nmemos, 1);
	sg_study_release(&t);
	for (size_t cut = 1; cut < one.n; cut += 7) {
		sg_error_reset(&f.err);
		assert_int_equal(
			sg_study_read(
				&t, sg_str_sub(sg_buf_str(&one), 0, cut - 1), &f.err),
			SG_ESTORE);
	}
	sg_study_release(&s);
	sg_buf_release(&one);
	sg_buf_release(&two);
	fx_close(&f);
}

static void valid_json(void **state)
{
	struct sg_freeze name = freeze_as("최종");
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	FX_OK(&f, sg_freeze_put(f.store, &name, NULL, NULL, &f.err));
	fx_expect(&f,
		"SELECT json_valid(study),json_extract(study,'$.codes[0].label'),"
		"json_array_length(study,'$.codings') FROM frozen",
		"1|A|2\n");
	fx_close(&f);
}

static void log_of_runs(void **state)
{
	struct sg_log log;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	fx_judge(&f, SG_VERDICT_ACCEPT, "김", "R01", "Q1", "A", "");
	fx_code(&f, BOOK2);
	FX_OK(&f, sg_log_load(&log, f.store, &f.err));
	assert_int_equal(log.nruns, 2);
	/* Run 1: A and B new; run 2: B with other rules, C new, A gone. */
	static const struct {
		uint32_t run;
		enum sg_log_what what;
		const char *label;
	} codes[] = {{1, SG_LOG_NEW, "A"}, {1, SG_LOG_NEW, "B"}, {2, SG_LOG_GONE, "A"},
		{2, SG_LOG_RULES, "B"}, {2, SG_LOG_NEW, "C"}};
	assert_int_equal(log.ncodes, 5);
	for (size_t i = 0; i < 5; i++) {
		assert_int_equal(log.codes[i].run, codes[i].run);
		bool found = false;
		for (size_t k = 0; k < 5; k++)
			found |= log.codes[k].run == codes[i].run &&
				 log.codes[k].what == codes[i].what &&
				 sg_str_eqz(log.codes[k].label, codes[i].label);
		assert_true(found);
	}
	assert_int_equal(log.nsaid, 1);
	assert_int_equal(log.said[0].run, 1);
	assert_true(sg_str_eqz(log.said[0].verdict, "accept"));
	sg_log_release(&log);
	fx_close(&f);
}

static void evidence(void **state)
{
	struct sg_evidence e;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "R01", text1);
	fx_code(&f, BOOK1);
	const uint32_t ids[] = {
		(uint32_t)fx_int(&f,
			"SELECT s.id FROM segment s JOIN code c ON c.id=s.code "
			"WHERE c.label='A'"),
		0};
	FX_OK(&f, sg_evidence_load(&e, f.store, ids, 2, &f.err));
	assert_int_equal(e.of[0].nhits, 1);
	assert_int_equal(e.of[1].nhits, 0);
	assert_int_equal(e.nrules, 1);
	/* "예산 => 입장: 반대" stands in line 5. */
	assert_int_equal(e.rules[0].line, 5);
	assert_ptr_equal(sg_evidence_rule(&e, e.rules[0].id), &e.rules[0]);
	assert_null(sg_evidence_rule(&e, e.rules[0].id + 1));
	sg_evidence_release(&e);
	fx_close(&f);
}

/* A file of the first version: runs are filled in from what their segments tell. */
static void older_file(void **state)
{
	static const char rows[] =
		"INSERT INTO project VALUES(1,'g','t','ko',NULL,NULL,'n');"
		"INSERT INTO question VALUES(1,'Q1',1,0,'','','',NULL,NULL);"
		"INSERT INTO source VALUES(1,'s','a.txt','a.txt',NULL);"
		"INSERT INTO case_ VALUES(1,'c','R01');"
		"INSERT INTO codebook VALUES(1,'h1','book.md','## A 가\n- 가\n'),"
		"(2,'h2','book2.md','## B 나\n- 가\n');"
		"INSERT INTO code(id,guid,label,name,ord,level,path,definition,include,"
		"exclude,color,unit,live) VALUES(1,'a','A','가',0,0,'가','','','','',"
		"'sentence',0),(2,'b','B','나',0,0,'나','','','','','sentence',1);"
		"INSERT INTO run(id,codebook,at,engine,from_scratch) VALUES"
		"(1,1,'t1','1',0),(2,2,'t2','1',0);"
		"INSERT INTO text "
		"VALUES(1,1,0,0,2,2,'x1','y','text','UTF-8','f','n','가.'),"
		"(2,1,1,0,2,3,'x2','y','text','UTF-8','f','n','가나.');"
		"INSERT INTO answer VALUES(1,1,0,1,1,0,2,'answered','full'),"
		"(2,2,0,1,1,0,3,'answered','full');"
		"INSERT INTO segment VALUES(1,1,1,0,2,1,'rule','[]','{}',1,2),"
		"(2,2,2,0,3,2,'rule','[]','{}',2,NULL);";
	struct fx f;

	(void)state;
	fx_open_older(&f, 1, rows);
	fx_expect(&f, "SELECT text,born,died FROM run_text ORDER BY text",
		"1|1|2\n2|2|NULL\n");
	fx_expect(&f, "SELECT run,label,live FROM run_code ORDER BY run,label",
		"1|A|1\n1|B|1\n2|A|0\n");
	fx_expect(&f, "SELECT path FROM run ORDER BY id", "book.md\nbook2.md\n");
	expect_at(&f, "1",
		"code A 가 1\nanswer R01 Q1 0: 가.\ncoding A rules 0 0 9 가.\n");
	expect_at(&f, "2",
		"code B 나 1\nanswer R01 Q1 0: 가나.\ncoding B rules 0 0 9 가나.\n");
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_run_left_it),
		cmocka_unit_test(without_scopes),
		cmocka_unit_test(peoples_words),
		cmocka_unit_test(frozen),
		cmocka_unit_test(changed_outside),
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(valid_json),
		cmocka_unit_test(log_of_runs),
		cmocka_unit_test(evidence),
		cmocka_unit_test(older_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
