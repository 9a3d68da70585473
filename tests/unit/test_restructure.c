/* test_restructure.c - codes that are renamed, moved, merged, split: the file to the byte,
 * and what people said afterwards. */
#include "config.h"

#include "fixture.h"

#include "base/file.h"
#include "codebook/restructure.h"

static const char plain[] = "# 책\n"
			    "* $공통 = 돈 | @A2\n"
			    "\n"
			    "## A 가\n"
			    "### A1 예산\n"
			    "돈 이야기.\n"
			    "* include: 국비\n"
			    "- 예산\n"
			    "- EXCEPT 예산실\n"
			    "- 재정 AND $공통\n"
			    "+ 예산이 부족하다.\n"
			    "\n"
			    "### A2 데이터\n"
			    "- 데이터 NOT \"@A1\"\n"
			    "\n"
			    "## B 나\n"
			    "### B1 사람\n"
			    "사람 이야기.\n"
			    "* unit: paragraph\n"
			    "- 사람 AND @A1\n"
			    "- 예산\n"
			    "#### B1a 인력\n"
			    "- 인력\n";

struct edited {
	struct sg_codebook *book;
	struct sg_edits edits;
	struct sg_notes notes;
	struct sg_error err;
	struct sg_buf body;
	int rc;
};

static void begin(struct edited *e, const char *text)
{
	memset(e, 0, sizeof *e);
	sg_edits_init(&e->edits);
	sg_notes_init(&e->notes);
	sg_buf_init(&e->body);
	assert_int_equal(
		sg_codebook_read(&e->book, sg_str_of(text), "b.md", &e->notes), 0);
	sg_notes_release(&e->notes);
	sg_notes_init(&e->notes);
}

static const char *end(struct edited *e)
{
	if (e->rc == 0)
		assert_int_equal(
			sg_edits_apply(&e->edits, e->book->body, &e->body, &e->err), 0);
	return sg_buf_z(&e->body);
}

static void drop(struct edited *e)
{
	sg_buf_release(&e->body);
	sg_edits_release(&e->edits);
	sg_notes_release(&e->notes);
	sg_codebook_free(e->book);
}

static uint32_t code(const struct edited *e, const char *label)
{
	return sg_codebook_find(e->book, sg_str_of(label));
}

static const char *renamed(
	struct edited *e, const char *text, const char *label, const char *heading)
{
	begin(e, text);
	e->rc = sg_restructure_rename(e->book, code(e, label), sg_str_of(heading),
		&e->edits, &e->notes, &e->err);
	return end(e);
}

static const char *moved(
	struct edited *e, const char *text, const char *label, const char *parent)
{
	begin(e, text);
	e->rc = sg_restructure_move(e->book, code(e, label),
		parent ? code(e, parent) : SG_NO_CODE, &e->edits, &e->notes, &e->err);
	return end(e);
}

static const char *merged(
	struct edited *e, const char *text, const char *from, const char *into)
{
	begin(e, text);
	e->rc = sg_restructure_merge(
		e->book, code(e, from), code(e, into), &e->edits, &e->notes, &e->err);
	return end(e);
}

/* text with the first `from` in it replaced by `to`, in a buffer of its own. */
static char *with(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	struct sg_buf b;

	assert_non_null(at);
	sg_buf_init(&b);
	sg_buf_add(&b, (struct sg_str){text, (size_t)(at - text)});
	sg_buf_addz(&b, to);
	sg_buf_addz(&b, at + strlen(from));
	return b.p;
}

static void rename_keeps_the_rest(void **state)
{
	struct edited e;

	(void)state;
	/* The reference in B1 follows; the text "@A1" between quotation marks does not. */
	char *a = with(plain, "### A1 예산\n", "### A9 예산\n* was: A1\n");
	char *b = with(a, "AND @A1", "AND @A9");
	assert_string_equal(renamed(&e, plain, "A1", "A9"), b);
	drop(&e);
	/* Back again: no trace of the first, one of the second. */
	char *c = with(plain, "### A1 예산\n", "### A1 예산\n* was: A9\n");
	assert_string_equal(renamed(&e, b, "A9", "A1"), c);
	drop(&e);
	free(a);
	a = with(plain, "A2 데이터", "A2 자료");
	assert_string_equal(renamed(&e, plain, "A2", "자료"), a);
	drop(&e);
	free(a);
	free(b);
	free(c);
	renamed(&e, plain, "A1", "A2");
	assert_int_equal(e.rc, SG_EINPUT); /* twice the same ID */
	drop(&e);
	renamed(&e, plain, "A1", "예산");
	assert_int_equal(e.rc, SG_EUSAGE); /* nothing new */
	drop(&e);
}

static void rename_without_ids(void **state)
{
	static const char before[] =
		"## 제약\r\n### 격차\r\n- 격차\r\n## 다른\r\n- 다름"
		" AND @격차\r\n";
	static const char after[] =
		"## 걸림돌\r\n* was: 제약\r\n### 격차\r\n- 격차\r\n## 다른\r\n- 다름"
		" AND @격차\r\n";
	struct edited e;

	(void)state;
	assert_string_equal(renamed(&e, before, "제약", "걸림돌"), after);
	drop(&e);
	assert_string_equal(renamed(&e, before, "격차", "차이"),
		"## 제약\r\n### 차이\r\n* was: 제약 > 격차\r\n- 격차\r\n## 다른\r\n- "
		"다름"
		" AND @차이\r\n");
	drop(&e);
	/* The code below has its former label without a line of its own. */
	begin(&e, after);
	uint32_t gap = code(&e, "격차");
	assert_int_equal(e.book->codes[gap].nwas, 1);
	assert_true(sg_str_eqz(e.book->codes[gap].was[0].label, "제약 > 격차"));
	drop(&e);
}

static void move_takes_its_settings_along(void **state)
{
	static const char after[] = "# 책\n* $공통 = 돈 | @A2\n\n## A 가\n### A1 예산\n"
				    "돈 이야기.\n* include: 국비\n- 예산\n"
				    "- EXCEPT 예산실\n- 재정 AND $공통\n"
				    "+ 예산이 부족하다.\n\n"
				    "### A2 데이터\n- 데이터 NOT \"@A1\"\n\n"
				    "### B1a 인력\n* unit: paragraph\n"
				    "* within: sentence\n- 인력\n\n"
				    "## B 나\n### B1 사람\n사람 이야기.\n"
				    "* unit: paragraph\n- 사람 AND @A1\n- 예산\n";
	struct edited e;

	(void)state;
	assert_string_equal(moved(&e, plain, "B1a", "A"), after);
	drop(&e);
	moved(&e, plain, "B", "B1");
	assert_int_equal(e.rc, SG_EUSAGE);
	drop(&e);
	moved(&e, plain, "A1", "A");
	assert_int_equal(e.rc, SG_EUSAGE);
	drop(&e);
	/* A to the bottom: two blank lines do not arise, levels go down. */
	assert_string_equal(moved(&e, "## A 가\n- 가\n\n## B 나\n- 나\n", "A", "B"),
		"## B 나\n- 나\n\n### A 가\n- 가\n\n");
	drop(&e);
	/* A rule that means the subtree it leaves is told. */
	moved(&e, "## A 가\n### A1 다\n- 다\n## B 나\n- 나 AND @A\n", "A1", NULL);
	assert_int_equal(e.rc, 0);
	assert_int_equal(e.notes.warnings, 1);
	assert_int_equal(e.notes.v[0].line, 5);
	drop(&e);
}

static void merge_adds_what_is_new(void **state)
{
	/* The rule 예산 is there already; the child comes along; @B1 has become @A1, but
	 * B1's own rule that refers to A1 would be a loop. */
	static const char book[] =
		"## A 가\n### A1 예산\n돈.\n* include: 국비\n- 예산\n"
		"+ 예산이 부족하다.\n\n### A2 비용\n돈 말고.\n"
		"* include: 국비\n* include: 시비\n* was: A3\n"
		"- 비용\n- 예산\n- EXCEPT 비용편익\n"
		"+ 비용이 크다.\n#### A2a 운영비\n- 운영비\n\n"
		"## B 나\n- 나 AND @A2\n";
	static const char after[] = "## A 가\n### A1 예산\n돈.\n\n돈 말고.\n"
				    "* include: 국비\n* was: A2\n* include: 시비\n"
				    "* was: A3\n- 예산\n- 비용\n- EXCEPT 비용편익\n"
				    "+ 예산이 부족하다.\n+ 비용이 크다.\n\n"
				    "#### A2a 운영비\n- 운영비\n\n"
				    "## B 나\n- 나 AND @A1\n";
	struct edited e;

	(void)state;
	assert_string_equal(merged(&e, book, "A2", "A1"), after);
	assert_int_equal(e.notes.warnings, 1); /* the mask */
	drop(&e);
	merged(&e, book, "A", "A1");
	assert_int_equal(e.rc, SG_EUSAGE);
	drop(&e);
	merged(&e, plain, "B1", "A1");
	assert_int_equal(e.rc, SG_EINPUT); /* A1 would refer to itself */
	drop(&e);
	/* The questions of a code become the scope of its rules. */
	assert_string_equal(merged(&e,
				    "## A 가\n- 가\n## B 나\n* questions: Q1, Q2\n"
				    "- 나\n  | 다\n",
				    "B", "A"),
		"## A 가\n* was: B\n- 가\n- [Q1, Q2] 나\n  | 다\n");
	drop(&e);
}

static void split_keeps_what_they_select(void **state)
{
	struct edited e;

	(void)state;
	begin(&e, plain);
	e.rc = sg_restructure_split(e.book, code(&e, "A1"), SG_STR("A3 재정"),
		SG_STR("재정"), &e.edits, &e.notes, &e.err);
	char *a = with(plain, "- 재정 AND $공통\n", "");
	char *b = with(a, "### A2",
		"### A3 재정\n- EXCEPT 예산실\n- 재정 AND $공통\n\n### A2");
	assert_string_equal(end(&e), b);
	drop(&e);
	begin(&e, plain);
	e.rc = sg_restructure_split(e.book, code(&e, "A1"), SG_STR("A3 재정"),
		SG_STR("10"), &e.edits, &e.notes, &e.err);
	assert_string_equal(end(&e), b);
	drop(&e);
	begin(&e, plain);
	assert_int_equal(sg_restructure_split(e.book, code(&e, "A1"), SG_STR("A3 재정"),
				 SG_STR("99"), &e.edits, &e.notes, &e.err),
		SG_ENOTFOUND);
	drop(&e);
	free(a);
	free(b);
}

static void former_names_are_of_one_code(void **state)
{
	struct sg_codebook *book = NULL;
	struct sg_notes notes;

	(void)state;
	sg_notes_init(&notes);
	assert_int_equal(sg_codebook_read(&book,
				 SG_STR("## A 가\n* was: B\n- 가\n## B 나\n- 나\n"),
				 "b.md", &notes),
		SG_EINPUT);
	assert_int_equal(notes.v[0].line, 2);
	assert_int_equal(
		sg_codebook_read(&book,
			SG_STR("## A 가\n* 옛이름: X\n- 가\n## B 나\n* was: X\n- 나\n"),
			"b.md", &notes),
		SG_EINPUT);
	sg_notes_release(&notes);
}

static void focus_follows(void **state)
{
	struct sg_relabel changes[] = {{SG_STR("A1"), SG_STR("A9")}};
	struct sg_relabels r = {changes, 1, 1};
	struct sg_str q = SG_STR("## 1 묶음\n### Q1 제약\n* focus: B, A1 , A1a\n말.\n");
	struct sg_edits edits;
	struct sg_notes notes;
	struct sg_error err = {0};
	struct sg_buf out;

	(void)state;
	sg_edits_init(&edits);
	sg_notes_init(&notes);
	sg_buf_init(&out);
	sg_restructure_focus(q, "q.md", &r, &edits, &notes);
	assert_int_equal(sg_edits_apply(&edits, q, &out, &err), 0);
	assert_string_equal(
		sg_buf_z(&out), "## 1 묶음\n### Q1 제약\n* focus: B, A9 , A1a\n말.\n");
	assert_int_equal(notes.v[0].line, 3);
	sg_buf_release(&out);
	sg_edits_release(&edits);
	sg_notes_release(&notes);
}

/* --- in a project --- */

#define IN_FORCE \
	"SELECT coder_name,verdict,code_label,quote FROM v_judgement ORDER BY said"
#define CODINGS                                                            \
	"SELECT code_label,coder,quote FROM v_coding WHERE code_label<>''" \
	" ORDER BY start,stop,code_label,coder"

static const char answers[] =
	"## Q1\n예산이 부족합니다. 인력도 사람도 없습니다. 좋습니다.\n";

static void open_judged(struct fx *f, const char *book)
{
	fx_open(f, false);
	fx_put(f, "a.txt", "가", answers);
	fx_code(f, book);
	assert_int_equal(
		fx_judge(f, SG_VERDICT_CODE, "김", "가", "Q1", "A1", "좋습니다."), 1);
	assert_int_equal(
		fx_judge(f, SG_VERDICT_REJECT, "김", "가", "Q1", "A1", "예산이"), 1);
	FX_OK(f, sg_memo_put(f->store, SG_STR("김"), SG_STR(""), SG_STR("Q1"),
			 SG_STR("A1"), SG_STR("함의"), FX_NOW, &f->err));
}

static void people_follow_a_rename(void **state)
{
	static const char before[] =
		"## A 가\n### A1 예산\n- 예산\n### A2 인력\n- 인력\n"
		"## B 나\n- 사람 AND @A2\n";
	static const char after[] = "## A 가\n### X1 예산\n* was: A1\n- 예산\n"
				    "### X2 인력\n* was: A2\n- 인력\n"
				    "## B 나\n- 사람 AND @X2\n";
	struct fx f;

	(void)state;
	open_judged(&f, before);
	char *said = fx_human(&f, true);
	char *segments = fx_rows(&f, "SELECT * FROM segment ORDER BY id");
	char *guids = fx_rows(&f, "SELECT id,guid FROM code ORDER BY id");
	struct sg_run_summary sum = fx_code(&f, after);
	assert_int_equal(sum.born + sum.died, 0);
	fx_expect(&f, IN_FORCE,
		"김|code|X1|좋습니다.\n김|reject|X1|예산이 부족합니다.\n");
	fx_expect(&f, "SELECT question_label,code_label,body FROM v_memo",
		"Q1|X1|함의\n");
	fx_expect(&f, CODINGS,
		"B|rules|인력도 사람도 없습니다.\nX2|rules|인력도 사람도 없습니다.\n"
		"X1|김|좋습니다.\n");
	/* An old copy of the codebook leads back. */
	sum = fx_code(&f, before);
	assert_int_equal(sum.born + sum.died, 0);
	fx_expect(&f, IN_FORCE,
		"김|code|A1|좋습니다.\n김|reject|A1|예산이 부족합니다.\n");
	char *rows = fx_human(&f, true);
	assert_string_equal(rows, said);
	free(rows);
	rows = fx_rows(&f, "SELECT * FROM segment ORDER BY id");
	assert_string_equal(rows, segments);
	free(rows);
	rows = fx_rows(&f, "SELECT id,guid FROM code ORDER BY id");
	assert_string_equal(rows, guids);
	free(rows);
	free(said);
	free(segments);
	free(guids);
	fx_close(&f);
}

static void names_follow_without_ids(void **state)
{
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f, "## 가\n### 예산\n- 예산\n## 나\n- 사람\n");
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "김", "가", "Q1", "예산", "좋습니다."),
		1);
	/* First the theme got a new name, then the code was moved. */
	struct sg_run_summary sum = fx_code(&f,
		"## 나\n- 사람\n### 돈\n* was: 다 > 예산\n* was: 가 > 예산\n- 예산\n"
		"## 다\n* was: 가\n");
	assert_int_equal(sum.born + sum.died, 0);
	fx_expect(&f, IN_FORCE, "김|code|나 > 돈|좋습니다.\n");
	fx_close(&f);
}

static void people_follow_a_merge(void **state)
{
	static const char book[] = "## A1 예산\n- 예산\n## A2 인력\n- 인력\n";
	static const char one[] = "## A2 인력\n* was: A1\n- 인력\n- 예산\n";
	struct fx f;

	(void)state;
	open_judged(&f, book);
	assert_int_equal(
		fx_judge(&f, SG_VERDICT_CODE, "이", "가", "Q1", "A2", "좋습니다."), 1);
	char *said = fx_human(&f, true);
	fx_code(&f, one);
	/* 김's coding of A1 and 이's of A2 both are of A2 now; the rejection holds. */
	fx_expect(&f, IN_FORCE,
		"김|code|A2|좋습니다.\n김|reject|A2|예산이 부족합니다.\n"
		"이|code|A2|좋습니다.\n");
	fx_expect(&f, CODINGS,
		"A2|rules|인력도 사람도 없습니다.\nA2|김|좋습니다.\nA2|이|좋습니다.\n");
	fx_expect(&f, "SELECT code_label,body FROM v_memo", "A2|함의\n");
	struct sg_study study;
	FX_OK(&f, sg_study_load(&study, f.store, 0, &f.err));
	assert_int_equal(study.ncodings, 3);
	assert_int_equal(study.nmemos, 1);
	sg_study_release(&study);
	/* Nobody is told that A1 is gone: it is not. */
	assert_false(fx_noted(&f, "A1"));
	fx_code(&f, book);
	char *rows = fx_human(&f, true);
	assert_string_equal(rows, said);
	fx_expect(&f, IN_FORCE,
		"김|code|A1|좋습니다.\n김|reject|A1|예산이 부족합니다.\n"
		"이|code|A2|좋습니다.\n");
	free(rows);
	free(said);
	fx_close(&f);
}

static void focus_of_a_renamed_code(void **state)
{
	struct sg_questionnaire *q = NULL;
	struct sg_study study;
	struct fx f;

	(void)state;
	fx_open(&f, false);
	FX_OK(&f, sg_questionnaire_read(&q, SG_STR("### Q1 제약\n* focus: A1\n무엇?\n"),
			  "q.md", &f.notes));
	FX_OK(&f, sg_store_set_questionnaire(f.store, q, &f.err));
	sg_questionnaire_free(q);
	fx_put(&f, "a.txt", "가", answers);
	fx_code(&f, "## A1 예산\n- 예산\n");
	fx_code(&f, "## X1 예산\n* was: A1\n- 예산\n");
	FX_OK(&f, sg_study_load(&study, f.store, 0, &f.err));
	assert_int_equal(study.questions[0].nfocus, 1);
	sg_study_release(&study);
	fx_close(&f);
}

static void backups_are_numbered(void **state)
{
	struct sg_codebook *book = NULL;
	struct sg_buf backup, body;
	char path[128], bak[140];
	struct fx f;

	(void)state;
	fx_open(&f, true);
	sg_buf_init(&backup);
	sg_buf_init(&body);
	snprintf(path, sizeof path, "%s/b.md", f.dir);
	snprintf(bak, sizeof bak, "%s.bak", path);
	FX_OK(&f, sg_file_write(path, sg_str_of(plain), &f.err));
	FX_OK(&f, sg_file_write(bak, SG_STR("남의 것"), &f.err));
	FX_OK(&f, sg_codebook_load(&book, path, &f.notes, &f.err));
	FX_OK(&f, sg_codebook_rewrite(
			  path, book->sha256, SG_STR("## A 가\n"), &backup, &f.err));
	assert_string_equal(sg_buf_z(&backup) + strlen(bak), ".2");
	FX_OK(&f, sg_file_read(bak, 100, &body, &f.err));
	assert_string_equal(sg_buf_z(&body), "남의 것");
	sg_buf_reset(&body);
	FX_OK(&f, sg_file_read(sg_buf_z(&backup), 10000, &body, &f.err));
	assert_string_equal(sg_buf_z(&body), plain);
	unlink(sg_buf_z(&backup));
	/* The file is another now. */
	assert_int_equal(
		sg_codebook_rewrite(path, book->sha256, SG_STR("x"), &backup, &f.err),
		SG_ECONFLICT);
	unlink(path);
	unlink(bak);
	sg_codebook_free(book);
	sg_buf_release(&backup);
	sg_buf_release(&body);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rename_keeps_the_rest),
		cmocka_unit_test(rename_without_ids),
		cmocka_unit_test(move_takes_its_settings_along),
		cmocka_unit_test(merge_adds_what_is_new),
		cmocka_unit_test(split_keeps_what_they_select),
		cmocka_unit_test(former_names_are_of_one_code),
		cmocka_unit_test(focus_follows),
		cmocka_unit_test(people_follow_a_rename),
		cmocka_unit_test(names_follow_without_ids),
		cmocka_unit_test(people_follow_a_merge),
		cmocka_unit_test(focus_of_a_renamed_code),
		cmocka_unit_test(backups_are_numbered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
