/* test_ingest.c - texts, tables and JSON Lines to documents: who answered what, and
 * what is reported. Inputs are written by hand here; what they mean was decided by
 * reading them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "ingest/reader.h"

static const char questions[] =
	"# 조사\n\n## 1 서비스의 개념\n\n### Q1 개념\n\n"
	"서비스의 개념을 어떻게 정의해야 합니까?\n\n"
	"### Q2 제약\n* parts: 제도 | 시급\n\n"
	"가장 큰 제약은 무엇이며, 어떻게 풀어야 합니까?\n\n"
	"## 2 실행 방안\n\n### Q3 법령\n* asked: 직군 = 공무원\n\n"
	"고쳐야 할 법령은 무엇입니까?\n";

struct world {
	struct sg_questionnaire *q;
	struct sg_ingest_options options;
	struct sg_ingest_report report;
	struct sg_notes notes;
	struct sg_buf out;
	struct sg_error err;
	int rc;
};

/* "name|respondent|key=value,|label=text(state kind part…);" LF shown as "/". Answers
 * that say something in full show no state. */
static int show(void *ctx, const struct sg_document *d, struct sg_error *err)
{
	struct sg_buf *out = ctx;
	size_t from = out->n;

	(void)err;
	sg_buf_printf(out, "%.*s|%.*s|", SG_ARG(d->name), SG_ARG(d->respondent));
	for (size_t i = 0; i < d->nattributes; i++)
		sg_buf_printf(out, "%.*s=%.*s,", SG_ARG(d->attributes[i].name),
			SG_ARG(d->attributes[i].value));
	sg_buf_addc(out, '|');
	for (size_t i = 0; i < d->nanswers; i++) {
		const struct sg_answer *a = &d->answers[i];
		assert_true(a->span.start <= a->span.stop && a->span.stop <= d->body.n);
		sg_buf_printf(out, "%.*s=%.*s", SG_ARG(a->question),
			SG_ARG(sg_str_sub(d->body, a->span.start, a->span.stop)));
		if (a->state != SG_ANSWER_ANSWERED || a->kind != SG_KIND_FULL)
			sg_buf_printf(out, "(%s %s)", sg_answer_state_name(a->state),
				sg_answer_kind_name(a->kind));
		for (size_t j = 0; j < a->nparts; j++)
			sg_buf_printf(out, "<%.*s>", SG_ARG(a->parts[j].label));
		sg_buf_addc(out, ';');
	}
	sg_buf_addc(out, '\n');
	for (size_t i = from; i + 1 < out->n; i++)
		if (out->p[i] == '\n')
			out->p[i] = '/';
	return 0;
}

static void begin(struct world *w, bool questionnaire)
{
	memset(w, 0, sizeof *w);
	sg_notes_init(&w->notes);
	if (questionnaire)
		assert_int_equal(sg_questionnaire_read(
					 &w->q, SG_STR(questions), "q.md", &w->notes),
			0);
	w->options.questionnaire = w->q;
}

static void end(struct world *w)
{
	sg_buf_release(&w->out);
	sg_notes_release(&w->notes);
	sg_questionnaire_free(w->q);
}

typedef int reader(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_error *err);

static void read_with(struct world *w, reader *read, const char *name, const char *text)
{
	struct sg_intake in = {.options = &w->options,
		.sink = show,
		.ctx = &w->out,
		.report = &w->report,
		.notes = &w->notes,
		.name = sg_str_of(name),
		.named = true};

	w->rc = read(&in, name, sg_str_of(text), &w->err);
	sg_seen_release(&in.names);
	sg_seen_release(&in.respondents);
}

/* Notes as "line severity;". */
static void check_notes(const struct world *w, const char *expected)
{
	static const char letters[] = "nwe";
	struct sg_buf out;

	sg_buf_init(&out);
	for (size_t i = 0; i < w->notes.n; i++)
		sg_buf_printf(&out, "%u%c;", w->notes.v[i].line,
			letters[w->notes.v[i].severity]);
	if (strcmp(sg_buf_z(&out), expected) != 0)
		for (size_t i = 0; i < w->notes.n; i++)
			print_message("%u: %.*s\n", w->notes.v[i].line,
				SG_ARG(w->notes.v[i].text));
	assert_string_equal(sg_buf_z(&out), expected);
	sg_buf_release(&out);
}

static void text_is(
	bool questionnaire, const char *text, const char *expected, const char *notes)
{
	struct world w;

	begin(&w, questionnaire);
	read_with(&w, sg_text_read_bytes, "R9.txt", text);
	assert_string_equal(w.err.text, "");
	assert_string_equal(sg_buf_z(&w.out), expected);
	check_notes(&w, notes);
	end(&w);
}

static void table_is(
	struct world *w, const char *text, const char *expected, const char *notes)
{
	read_with(w, sg_table_read_bytes, "t.csv", text);
	assert_string_equal(w->err.text, "");
	assert_string_equal(sg_buf_z(&w->out), expected);
	check_notes(w, notes);
	end(w);
}

static void headers(void **data)
{
	(void)data;
	text_is(false, "응답자: R01\n직군： 공무원\n\n## Q1\n제도: 있음\n## Q2\n없음\n",
		"R9.txt|R01|직군=공무원,|Q1=제도: 있음;Q2=없음(none blank);\n", "");
	text_is(false, "---\nID: 7\n이름: 홍길동\n---\nQ1. 가",
		"R9.txt|7|이름=홍길동,|Q1=가;\n", "");
	text_is(false, "이름: 홍길동\n- **직군**: 교수\n\nQ1) 가",
		"R9.txt|홍길동|이름=홍길동,직군=교수,|Q1=가;\n", "");
	text_is(false,
		"# 면담 기록\n직군: 교수\n안녕하십니까.\n반갑습니다.\n\nQ1\n가\n",
		"R9.txt|R9|직군=교수,|=안녕하십니까./반갑습니다.(unassigned "
		"full);Q1=가;\n",
		"3w;");
}

static void heading_forms(void **data)
{
	static const char *const forms[] = {"Q2", "q2.", "Q2)", "[Q2]", "Q2:", "## Q2",
		"### 문2", "문2)", "문 2.", "질문 2:", "질문2", "<문항 3>", "# Q2 제약",
		"Q.2)", "2번 문항", "문항 2.", "□ Q2.", "**Q2.**", "【질문 2】",
		"Ｑ２．", "제2문.", "Question 2."};
	(void)data;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct sg_buf text, expected;
		sg_buf_init(&text);
		sg_buf_init(&expected);
		sg_buf_printf(&text, "Q1\n가\n\n%s\n나 다\n", forms[i]);
		sg_buf_printf(&expected, "R9.txt|R9||Q1=가;Q%c=나 다;\n",
			strstr(forms[i], "3") ? '3' : '2');
		text_is(false, sg_buf_z(&text), sg_buf_z(&expected), "");
		sg_buf_release(&text);
		sg_buf_release(&expected);
	}
}

static void no_headings(void **data)
{
	(void)data;
	text_is(false,
		"Q1. 가\nQ4에서 말한 대로이다.\nQ2와 같음\n문제는 3가지다.\n1. "
		"하나\n2) 둘\n"
		"제3조. 넷\n문 3개를 열었다\nQ3 참조\n",
		"R9.txt|R9||Q1=가/Q4에서 말한 대로이다./Q2와 같음/문제는 3가지다./1. "
		"하나/2) 둘/"
		"제3조. 넷/문 3개를 열었다/Q3 참조;\n",
		"");
	text_is(true, "Q1. 가\n2. 둘째로 말하면\n3. 법은 좋다\nQ2. 나\nQ3. 다\n",
		"R9.txt|R9||Q1=가/2. 둘째로 말하면/3. 법은 좋다;Q2=나;Q3=다;\n", "");
}

static void confirmed_numbers(void **data)
{
	(void)data;
	text_is(true,
		"1. 개념\n가\n2) 제약\n제도는 나\n3. 고쳐야 할 법령은 "
		"무엇입니까?\n다\n",
		"R9.txt|R9||Q1=가;Q2=제도는 나<제도>;Q3=다;\n", "");
	/* a number that does not come later is a list; the whole wording is a heading */
	text_is(true,
		"2. 제약\n가\n1. 개념\n나\n서비스의 개념을\n어떻게 정의해야 "
		"합니까?\n다\n## 법령\n라\n",
		"R9.txt|R9||Q2=가/1. 개념/나;Q1=다;Q3=라;\n", "");
	text_is(true, "1. 가\n2. 나\n3. 다\n", "R9.txt|R9||Q1=가;Q2=나;Q3=다;\n",
		"1n;");
	text_is(true, "1. 가\n2. 나\n1. 다\n",
		"R9.txt|R9||=1. 가/2. 나/1. 다(unassigned full);Q1=(none missing);"
		"Q2=(none missing);Q3=(none missing);\n",
		"0w;");
}

static void repeated_wording(void **data)
{
	(void)data;
	text_is(true,
		"Q1. 서비스의 개념을 어떻게 정의해야 합니까?\n답: 가\nQ2 제약 가장 큰 "
		"제약은 무엇이며,\n"
		"어떻게 풀어야 합니까?\n[답변] 나\nQ3. 다\n",
		"R9.txt|R9||Q1=가;Q2=나;Q3=다;\n", "");
	text_is(true,
		"Q1. 서비스 개념은 어떻게 정의해야 할까요?\n가\nQ2. 제약은 많다\nQ3.",
		"R9.txt|R9||Q1=가;Q2=제약은 많다;Q3=(none blank);\n", "1n;");
	text_is(false, "Q1. 무엇이 문제입니까?\n가\nQ2. 왜 묻습니까?\n",
		"R9.txt|R9||Q1=가;Q2=왜 묻습니까?;\n", "1n;");
	text_is(true,
		"## 1 서비스의 개념\n### Q1 개념\n가\n## 2 실행 방안\n### Q3\n나\n",
		"R9.txt|R9||Q1=가;Q3=나;Q2=(none missing);\n", "");
}

static void odd_headings(void **data)
{
	(void)data;
	text_is(true, "Q1\n가\nQ9. 나\nQ2\n다\nQ2\n라\nQ3\n마",
		"R9.txt|R9||Q1=가;=Q9. 나(unassigned full);Q2=다;Q2=라;Q3=마;\n",
		"3w;6w;");
	text_is(true, "## Q1\n가\n## 기타\n나\n## Q2~Q3\n다\n",
		"R9.txt|R9||Q1=가;=## 기타/나(unassigned full);=## Q2~Q3/다(unassigned "
		"full);"
		"Q2=(none missing);Q3=(none missing);\n",
		"3w;5w;");
	/* a questionnaire copied above the answers */
	text_is(true, "Q1\nQ2\nQ3\n\nQ1\n가\nQ2\n나\nQ3\n다\n",
		"R9.txt|R9||Q1=가;Q2=나;Q3=다;\n", "");
	text_is(true, "Q1\n가\nQ2-1. 나\nQ2-2. 다\n### 소제목\n라\nQ3\n마",
		"R9.txt|R9||Q1=가;Q2=나/Q2-2. 다/### 소제목/라;Q3=마;\n", "");
}

static void who_was_asked(void **data)
{
	(void)data;
	text_is(true, "응답자: P\n직군: 교수\n\nQ1\n가\nQ2\n나\n",
		"R9.txt|P|직군=교수,|Q1=가;Q2=나;Q3=(not_asked full);\n", "");
	text_is(true, "응답자: P\n직군: 공무원\n\nQ1\n가\nQ2\n나\n",
		"R9.txt|P|직군=공무원,|Q1=가;Q2=나;Q3=(none missing);\n", "");
	text_is(true, "응답자: P\n직군: 교수\n\nQ1\n가\nQ2\n나\nQ3\n다\n",
		"R9.txt|P|직군=교수,|Q1=가;Q2=나;Q3=다;\n", "8w;");
}

static void whole_texts(void **data)
{
	(void)data;
	text_is(false, "제도: 조달이 문제다.\n\n행위: 없다.\n",
		"R9.txt|R9||=제도: 조달이 문제다.//행위: 없다.;\n", "0n;");
	text_is(false, "응답자: P\n직군: 교수\n\n가\n", "R9.txt|P|직군=교수,|=가;\n",
		"0n;");
}

static void wide_tables(void **data)
{
	struct world w;

	(void)data;
	begin(&w, true);
	table_is(&w,
		"ID,직군,\"서비스의 개념을 어떻게 정의해야 합니까?\",제약,Q3. 법령\n"
		"A,공무원,\"가\n\n나\",제도는 다,\nB,교수,라,의견 없음,\n",
		"t.csv#A|A|직군=공무원,|Q1=가//나;Q2=제도는 다<제도>;Q3=(none blank);\n"
		"t.csv#B|B|직군=교수,|Q1=라;Q2=의견 없음(none blank);Q3=(not_asked "
		"full);\n",
		"");
	begin(&w, false);
	table_is(&w, "이름\tQ1\t문2\n홍\t가\t나\t다\n홍\t라\n\t마\t바\n",
		"t.csv#홍|홍||Q1=가;Q2=나;=다(unassigned full);\n"
		"t.csv#홍~3|홍||Q1=라;Q2=(none blank);\nt.csv#4|t#4||Q1=마;Q2=바;\n",
		"2w;3w;3w;4w;");
	begin(&w, false);
	w.options.id_field = "코드";
	w.options.text_fields = "Q1=소감, 의견";
	w.options.attribute_fields = "나이";
	table_is(&w, "번호;코드;소감;의견;나이;비고\n1;K;가;나;30;x\n",
		"t.csv#K|K|나이=30,|Q1=가;의견=나;\n", "");
}

static void long_tables(void **data)
{
	struct world w;

	(void)data;
	begin(&w, true);
	table_is(&w,
		"respondent,question,answer,직군\nA,Q1,가,공무원\nB,Q1,나,교수\nA,제약,"
		"다,\n"
		"B,Q9,라,교수\n",
		"t.csv#A|A|직군=공무원,|Q1=가;Q2=다;Q3=(none missing);\n"
		"t.csv#B|B|직군=교수,|Q1=나;=라(unassigned full);Q2=(none missing);"
		"Q3=(not_asked full);\n",
		"5w;");
}

static void refused(reader *read, const char *text, const char *options_text,
	uint32_t line, const char *word)
{
	struct world w;

	begin(&w, false);
	w.options.text_fields = options_text;
	read_with(&w, read, "x.csv", text);
	assert_true(w.rc < 0);
	assert_int_equal(w.err.line, line);
	assert_string_equal(w.err.source, "x.csv");
	assert_non_null(strstr(w.err.text, word));
	assert_string_equal(sg_buf_z(&w.out), "");
	end(&w);
}

static void bad_input(void **data)
{
	(void)data;
	refused(sg_table_read_bytes, "id,Q1\nA,\"가\nB,나\n", NULL, 2, "quotation");
	refused(sg_table_read_bytes, "id,Q1\nA,가\nB,\"나\n", NULL, 3, "quotation");
	refused(sg_table_read_bytes, "id,나이\nA,3\n", NULL, 1, "나이");
	refused(sg_table_read_bytes, "id,Q1\n", NULL, 0, "rows");
	refused(sg_table_read_bytes, "id,Q1\nA,가\n", "소감", 1, "소감");
	refused(sg_table_read_bytes, "\n \n", NULL, 0, "no text");
	refused(sg_text_read_bytes, "", NULL, 0, "no text");
	refused(sg_jsonl_read_bytes, "\n\n", NULL, 0, "no text");
	refused(sg_jsonl_read_bytes, "{\"a\":1}\n{\"a\":2}\n", NULL, 1, "question");
}

static void json_lines(void **data)
{
	struct world w;

	(void)data;
	begin(&w, false);
	w.options.text_fields = "Q1=content";
	read_with(&w, sg_jsonl_read_bytes, "p.jsonl",
		"{\"id\":\"a\",\"content\":\"가\\n나\",\"n\":3,\"ok\":true,\"x\":null}"
		"\n\n"
		"{\"id\":2,\"content\":\n[1]\n"
		"{\"id\":\"a\",\"content\":\"다\",\"list\":[1]}\n{\"id\":\"c\",\"n\":4}"
		"\n");
	assert_string_equal(sg_buf_z(&w.out),
		"p.jsonl#a|a|n=3,ok=true,x=,|Q1=가/나;\np.jsonl#a~5|a||Q1=다;\n"
		"p.jsonl#c|c|n=4,|Q1=(none blank);\n");
	check_notes(&w, "3e;4e;5w;5w;6w;");
	assert_int_equal(w.report.failed, 2);
	assert_int_equal(w.report.documents, 3);
	end(&w);
	begin(&w, true);
	read_with(&w, sg_jsonl_read_bytes, "p.jsonl",
		"{\"respondent\":\"r\",\"Q2\":\"가\",\"개념\":"
		"\"\\u1112\\u1161\\u11ab\",\"직군\":\"교수\"}");
	assert_string_equal(sg_buf_z(&w.out),
		"p.jsonl#r|r|직군=교수,|Q2=가;Q1=한;Q3=(not_asked full);\n");
	end(&w);
}

static void write_file(const char *dir, const char *name, const char *text, size_t n)
{
	char *path = sg_path_join(dir, name);
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, n, f), n);
	fclose(f);
	free(path);
}

static void remove_tree(const char *path)
{
	struct sg_names names = {NULL, 0, 0};
	struct sg_error err;

	sg_error_reset(&err);
	if (sg_file_kind(path) == SG_FILE_DIR) {
		sg_dir_list(path, &names, &err);
		for (size_t i = 0; i < names.n; i++) {
			char *child = sg_path_join(path, names.v[i]);
			remove_tree(child);
			free(child);
		}
		sg_names_release(&names);
		rmdir(path);
	} else {
		unlink(path);
	}
}

static int ingest(struct world *w, const char *path)
{
	return sg_ingest(
		path, &w->options, show, &w->out, &w->report, &w->notes, &w->err);
}

#define WRITE(dir, name, lit) write_file(dir, name, lit, sizeof(lit) - 1)

static void folders(void **data)
{
	char dir[] = "/tmp/sg_ingestXXXXXX";
	struct world w;

	(void)data;
	assert_non_null(mkdtemp(dir));
	char *sub = sg_path_join(dir, "sub");
	mkdir(sub, 0700);
	begin(&w, false);
	assert_int_equal(ingest(&w, sub), SG_EINPUT);
	assert_non_null(strstr(w.err.text, "no readable files"));
	end(&w);
	WRITE(dir, "b.txt", "\xEF\xBB\xBFQ1\r\n가\r\n");
	WRITE(dir, "a.txt", "Q1\n\xB0\xA1\n"); /* 가 in CP949 */
	WRITE(dir, "c.txt", "Q1\n\0\1\2");
	WRITE(dir, "d.txt", "");
	WRITE(dir, "e.csv", "id,Q1\nx,\"나\n");
	WRITE(dir, "f.csv", "id,age\nx,3\n");
	WRITE(dir, "g.pdf", "%PDF");
	WRITE(dir, "README.md", "# 안내\n읽어 보세요\n");
	WRITE(dir, "questionnaire.md", "### Q1 가\n* focus: A\n무엇입니까?\n");
	WRITE(dir, ".hidden.txt", "Q1\n숨음\n");
	WRITE(sub, "a.txt", "Q1\n다\n");
	begin(&w, false);
	assert_int_equal(ingest(&w, dir), 0);
	assert_string_equal(sg_buf_z(&w.out),
		"a.txt|a||Q1=가;\nb.txt|b||Q1=가;\nsub/a.txt|a||Q1=다;\n");
	assert_int_equal(w.report.failed, 3);
	assert_int_equal(w.notes.errors, 3);
	/* README.md, f.csv, g.pdf, and a respondent in two files */
	assert_int_equal(w.notes.warnings, 4);
	end(&w);
	begin(&w, false);
	char *missing = sg_path_join(dir, "missing");
	assert_int_equal(ingest(&w, missing), SG_ENOTFOUND);
	end(&w);
	free(missing);
	free(sub);
	remove_tree(dir);
}

static void attributes(void **data)
{
	char dir[] = "/tmp/sg_ingestXXXXXX";
	struct world w;

	(void)data;
	assert_non_null(mkdtemp(dir));
	WRITE(dir, "a.csv", "사람,직군,Q1\nA,교수,1\nB,,2\n");
	char *path = sg_path_join(dir, "a.csv");
	begin(&w, false);
	assert_int_equal(sg_ingest_attributes(path, &w.options, show, &w.out, &w.report,
				 &w.notes, &w.err),
		0);
	assert_string_equal(
		sg_buf_z(&w.out), "a.csv|A|직군=교수,Q1=1,|\na.csv|B|직군=,Q1=2,|\n");
	end(&w);
	free(path);
	remove_tree(dir);
}

static int refuse(void *ctx, const struct sg_document *d, struct sg_error *err)
{
	(void)d;
	++*(int *)ctx;
	return sg_error_set(err, SG_ESTORE, "disk full");
}

static void sink_stops(void **data)
{
	char dir[] = "/tmp/sg_ingestXXXXXX";
	struct world w;
	int calls = 0;

	(void)data;
	assert_non_null(mkdtemp(dir));
	WRITE(dir, "a.csv", "id,Q1\nx,가\ny,나\n");
	WRITE(dir, "b.txt", "Q1\n가\n");
	begin(&w, false);
	assert_int_equal(
		sg_ingest(dir, &w.options, refuse, &calls, &w.report, &w.notes, &w.err),
		SG_ESTORE);
	assert_int_equal(calls, 1);
	assert_string_equal(w.err.text, "disk full");
	assert_int_equal(w.notes.errors, 0);
	end(&w);
	remove_tree(dir);
}

/* Collects "name respondent state kind" of what says nothing, and counts parts. */
struct study {
	struct sg_buf nones;
	size_t parts[4];
};

static int look(void *ctx, const struct sg_document *d, struct sg_error *err)
{
	static const char *const labels[] = {"맥락", "제도", "행위", "시급"};
	struct study *s = ctx;

	(void)err;
	for (size_t i = 0; i < d->nanswers; i++) {
		const struct sg_answer *a = &d->answers[i];
		if (a->state == SG_ANSWER_NONE)
			sg_buf_printf(&s->nones, "%.*s %.*s;", SG_ARG(d->respondent),
				SG_ARG(a->question));
		for (size_t l = 0; l < 4 && sg_str_eqz(a->question, "Q4"); l++)
			for (size_t j = 0; j < a->nparts; j++)
				if (sg_str_eqz(a->parts[j].label, labels[l])) {
					s->parts[l]++;
					break;
				}
	}
	return 0;
}

/* The bundled study: a reader found 19 answers of 360 that say nothing, and labels in
 * 23, 24, 22 and 29 answers to Q4. */
static void bundled_study(void **data)
{
	const char *src = getenv("SRCDIR");
	char *dir = sg_path_join(src ? src : ".", "corpora/intelligent-government");
	char *qpath = sg_path_join(dir, "questionnaire.md");
	char *answers = sg_path_join(dir, "interviews");
	struct study s = {.parts = {0}};
	struct world w;

	(void)data;
	begin(&w, false);
	if (sg_file_kind(qpath) != SG_FILE_REGULAR) {
		print_message("skipped: no %s\n", qpath);
		end(&w);
		free(dir);
		free(qpath);
		free(answers);
		skip();
	}
	assert_int_equal(sg_questionnaire_load(&w.q, qpath, &w.notes, &w.err), 0);
	w.options.questionnaire = w.q;
	assert_int_equal(
		sg_ingest(answers, &w.options, look, &s, &w.report, &w.notes, &w.err),
		0);
	assert_int_equal(w.report.documents, 30);
	assert_int_equal(w.report.answers, 360);
	assert_int_equal(w.report.none, 19);
	assert_string_equal(sg_buf_z(&s.nones),
		"R02 Q5;R04 Q2;R04 Q5;R04 Q8;R07 Q5;R07 Q10;R09 Q10;R10 Q8;R14 Q9;R14 "
		"Q12;"
		"R15 Q9;R18 Q7;R18 Q10;R24 Q10;R25 Q7;R25 Q10;R27 Q9;R28 Q10;R30 Q7;");
	assert_true(s.parts[0] >= 21 && s.parts[0] <= 23);
	assert_true(s.parts[1] >= 23 && s.parts[1] <= 24);
	assert_int_equal(s.parts[2], 22);
	assert_int_equal(s.parts[3], 29);
	sg_buf_release(&s.nones);
	end(&w);
	free(dir);
	free(qpath);
	free(answers);
}

/* Respondents and their answers only. */
static int answers_only(void *ctx, const struct sg_document *d, struct sg_error *err)
{
	struct sg_buf *out = ctx;

	(void)err;
	for (size_t i = 0; i < d->nanswers; i++)
		sg_buf_printf(out, "%.*s %.*s=%.*s\n", SG_ARG(d->respondent),
			SG_ARG(d->answers[i].question),
			SG_ARG(sg_str_sub(d->body, d->answers[i].span.start,
				d->answers[i].span.stop)));
	return 0;
}

static struct sg_str read_shared(struct world *w, const char *dir, const char *name)
{
	char *path = sg_path_join(dir, name);

	sg_buf_reset(&w->out);
	assert_int_equal(sg_ingest(path, &w->options, answers_only, &w->out, &w->report,
				 &w->notes, &w->err),
		0);
	free(path);
	return sg_buf_str(&w->out);
}

/* A real interview as texts and as one table in five encodings: each pair was made from
 * the same source, so the answers must agree. */
static void one_interview_in_many_forms(void **data)
{
	static const char *const tables[] = {"answers_wide.cp949.csv",
		"answers_wide.semicolon.csv", "answers_wide.tsv",
		"answers_wide.utf16le.tsv"};
	static const char four[] =
		"### Q1\n도대체 왜 랩탑에 덕지덕지 스티커를 붙이고 다니는거죠?\n### "
		"Q2\n"
		"지금까지 가장 최고의 디자인을 가진 티셔츠를 꼽는다면?(물론 해커들을 "
		"위한 티셔츠)\n"
		"### Q3\n해킹하기 가장 좋은 본인만의 순간은 언제인가요?\n### Q4\n"
		"본인이 생각하는 해커들의 필수 아이템!\n";
	const char *shared = getenv("SAEGIM_SHARED");
	char *texts = sg_path_join(shared ? shared : "../shared", "data/interview_4q");
	char *encodings = sg_path_join(shared ? shared : "../shared", "data/encodings");
	struct world w;

	(void)data;
	if (sg_file_kind(texts) != SG_FILE_DIR) {
		print_message("skipped: no %s\n", texts);
		free(texts);
		free(encodings);
		skip();
	}
	begin(&w, false);
	assert_int_equal(
		sg_questionnaire_read(&w.q, SG_STR(four), "q.md", &w.notes), 0);
	w.options.questionnaire = w.q;
	char *table = sg_strdup(read_shared(&w, texts, "answers_wide.csv"));
	assert_int_equal(w.report.answers, 28);
	assert_int_equal(w.report.none, 0);
	size_t at = 0;
	for (int i = 1; i <= 7; i++) {
		char name[32];
		snprintf(name, sizeof name, "P%02d.txt", i);
		struct sg_str text = read_shared(&w, texts, name);
		assert_true(sg_str_starts(sg_str_of(table + at), text));
		at += text.n;
	}
	assert_int_equal(at, strlen(table));
	free(table);
	table = sg_strdup(read_shared(&w, encodings, "answers_wide.utf8bom.csv"));
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		assert_true(sg_str_eqz(read_shared(&w, encodings, tables[i]), table));
	free(table);
	end(&w);
	free(texts);
	free(encodings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headers),
		cmocka_unit_test(heading_forms),
		cmocka_unit_test(no_headings),
		cmocka_unit_test(confirmed_numbers),
		cmocka_unit_test(repeated_wording),
		cmocka_unit_test(odd_headings),
		cmocka_unit_test(who_was_asked),
		cmocka_unit_test(whole_texts),
		cmocka_unit_test(wide_tables),
		cmocka_unit_test(long_tables),
		cmocka_unit_test(json_lines),
		cmocka_unit_test(bad_input),
		cmocka_unit_test(folders),
		cmocka_unit_test(attributes),
		cmocka_unit_test(sink_stops),
		cmocka_unit_test(bundled_study),
		cmocka_unit_test(one_interview_in_many_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
