/* lasting_said.h - steps in which people say something, at the keyboard or by way of
 * files, for test_nothing_lost.c. Each tells whether it did something. Header only.
 */
#ifndef SG_TEST_LASTING_SAID_H
#define SG_TEST_LASTING_SAID_H

#include "lasting_world.h"

#include "analysis/draw.h"
#include "coding/memo_import.h"
#include "project/review_sheet.h"
#include "project/settle.h"
#include "project/sheets.h"
#include "store/frozen.h"
#include "store/share.h"

static const char *const people[] = {"김", "이", "박"};

/* A sentence of an answer, in the test's own files; empty: the whole answer. */
static inline struct sg_str some_words(
	struct world *w, size_t *respondent, size_t *question, char *room, size_t cap)
{
	const struct rs_source *s = &w->study.sources[rs_below(&w->random, SOURCES)];
	struct sg_str rest, line, pick = SG_STR("");
	size_t n = 0;

	*respondent = (size_t)s->respondent;
	*question = rs_below(&w->random, 4);
	if (rs_below(&w->random, 4) == 0)
		return pick;
	rest = sg_str_of(s->answers[*question].text);
	while (sg_str_split(&rest, '.', &line)) {
		line = sg_str_trim(line);
		if (line.n > 8 && sg_str_findc(line, '\n') == SIZE_MAX &&
			rs_below(&w->random, ++n) == 0)
			pick = line;
	}
	snprintf(room, cap, "%.*s", SG_ARG(pick));
	return sg_str_of(room);
}

/* Whether the last judgement is what was said. */
static inline void check_said(struct world *w, struct sg_project *p,
	const struct sg_judge *j, const char *verdict)
{
	struct sg_buf a, b;

	sg_buf_init(&a);
	sg_buf_init(&b);
	char *quote = sg_strdup(j->quote);
	lr_squeeze(&b, quote);
	free(quote);
	char *row = ask(p,
		"SELECT c.name,j.verdict,coalesce(m.label,k.label),s.name,q.label,"
		"coalesce(j.facet,''),coalesce(j.value,''),j.at,replace(a.quote,char("
		"10),''"
		") FROM judgement j JOIN coder c ON c.id=j.coder JOIN anchor a ON "
		"a.id=j.anchor JOIN case_ s ON s.id=a.case_ LEFT JOIN question q ON "
		"q.id=a.question LEFT JOIN code k ON k.id=j.code LEFT JOIN code m ON "
		"m.id=k.merged_into ORDER BY j.id DESC LIMIT 1");
	char *rest = row, words[900];
	snprintf(words, sizeof words,
		"said %.*s %s %.*s %.*s %.*s %.*s %.*s %.300s, recorded %.400s",
		SG_ARG(j->coder), verdict, SG_ARG(j->code), SG_ARG(j->respondent),
		SG_ARG(j->question), SG_ARG(j->facet), SG_ARG(j->value), b.p, row);
	bool ok = sg_str_eq(next_field(&rest), j->coder);
	ok &= sg_str_eqz(next_field(&rest), verdict);
	ok &= sg_str_eq(next_field(&rest), j->code);
	ok &= sg_str_eq(next_field(&rest), j->respondent);
	ok &= sg_str_eq(next_field(&rest), j->question);
	ok &= sg_str_eq(next_field(&rest), j->facet);
	ok &= sg_str_eq(next_field(&rest), j->value);
	ok &= sg_str_eqz(next_field(&rest), w->now);
	lr_squeeze(&a, rest);
	ok &= strstr(a.p, b.p) != NULL;
	if (!ok)
		wrong(w, words);
	free(row);
	sg_buf_release(&a);
	sg_buf_release(&b);
}

static inline bool step_judge(struct world *w, struct sg_project *p)
{
	static const char *const verdicts[] = {
		"code", "accept", "reject", "facet", "pin", "bar", "reviewed"};
	enum sg_verdict verdict = (enum sg_verdict)rs_below(&w->random, 7);
	size_t respondent, question;
	char name[16], label[16], room[900];
	bool recorded = false;
	struct sg_str words = some_words(w, &respondent, &question, room, sizeof room);
	char *code = ask_any(w, p, "SELECT label FROM code WHERE live ORDER BY ord"),
	     *seen = NULL, *rest;
	const char *facets[2][2] = {{"찬성", "반대"}, {"현황", "제안"}};
	size_t facet = rs_below(&w->random, 2);

	snprintf(name, sizeof name, "R%zu", respondent + 1);
	snprintf(label, sizeof label, "Q%zu", question + 1);
	struct sg_judge j = {.verdict = verdict,
		.coder = sg_str_of(RS_PICK(&w->random, people)),
		.respondent = sg_str_of(name),
		.question = sg_str_of(label),
		.code = sg_str_of(code),
		.quote = words,
		.reason = rs_below(&w->random, 3) ? SG_STR("") : SG_STR("남의 말"),
		.origin = rs_below(&w->random, 2) ? "manual" : "review",
		.now = w->now};
	if (verdict == SG_VERDICT_FACET) {
		j.facet = facet ? SG_STR("성격") : SG_STR("입장");
		j.value = sg_str_of(facets[facet][rs_below(&w->random, 2)]);
	}
	if (verdict == SG_VERDICT_REVIEWED && rs_below(&w->random, 2))
		j.code = SG_STR("");
	if (verdict == SG_VERDICT_ACCEPT || verdict == SG_VERDICT_REJECT ||
		verdict == SG_VERDICT_FACET || rs_below(&w->random, 3) == 0) {
		/* Of a coding that is there. */
		seen = ask_any(w, p,
			"SELECT respondent,question_label,code_label,replace(quote,"
			"char(10),' ') FROM v_coding WHERE question_label IS NOT NULL");
		rest = seen;
		j.respondent = next_field(&rest);
		j.question = next_field(&rest);
		j.code = next_field(&rest);
		j.quote = rs_below(&w->random, 6) ? sg_str_of(rest) : SG_STR("");
	}
	int64_t before = count(p, "judgement");
	if (!agreed(w, p,
		    sg_judge(sg_project_store(p), &j, &recorded, sg_project_err(p))))
		recorded = false;
	if (recorded != (count(p, "judgement") > before))
		wrong(w, "a judgement is told as recorded and is not, or is and is not "
			 "told");
	if (recorded)
		check_said(w, p, &j, verdicts[verdict]);
	sg_error_reset(sg_project_err(p));
	free(code);
	free(seen);
	return recorded;
}

static inline bool step_memo(struct world *w, struct sg_project *p)
{
	size_t respondent, question, about = rs_below(&w->random, 6);
	char name[16], label[16], room[900], body[80];
	struct sg_str words = some_words(w, &respondent, &question, room, sizeof room);
	char *code = ask_any(w, p, "SELECT label FROM code WHERE live ORDER BY ord");
	int64_t before = count(p, "memo");

	snprintf(name, sizeof name, "R%zu", respondent + 1);
	snprintf(label, sizeof label, "Q%zu", question + 1);
	snprintf(body, sizeof body, "메모 %zu\n둘째 줄", w->step);
	struct sg_memo m = {.coder = sg_str_of(RS_PICK(&w->random, people)),
		.body = rs_below(&w->random, 8) ? sg_str_of(body) : SG_STR(""),
		.now = w->now};
	if (about != 1)
		m.question = sg_str_of(label);
	if (about == 0 || about == 1 || about == 5)
		m.code = sg_str_of(code);
	if (about > 2)
		m.respondent = sg_str_of(name);
	if (about > 3)
		m.quote = words;
	bool done =
		agreed(w, p, sg_memo_write(sg_project_store(p), &m, sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	free(code);
	if (!done && count(p, "memo") > before)
		wrong(w, "a memo that was refused is there");
	if (done && m.body.n) {
		char *is = ask(p, "SELECT count(*)||v.coder_name||replace(v.body,"
				  "char(10),'') FROM memo m JOIN v_memo v ON v.id=m.id "
				  "WHERE "
				  "m.id=(SELECT max(id) FROM memo)"),
		     should[120];
		snprintf(should, sizeof should, "1%.*s메모 %zu둘째 줄", SG_ARG(m.coder),
			w->step);
		if (count(p, "memo") > before && strcmp(is, should) != 0)
			wrong(w, "a memo is not in force as it was written");
		free(is);
	}
	return done && count(p, "memo") > before;
}

static inline bool step_rule(struct world *w, struct sg_project *p)
{
	static const enum sg_answer_state states[] = {
		SG_ANSWER_ANSWERED, SG_ANSWER_NONE, SG_ANSWER_NOT_ASKED};
	size_t state = rs_below(&w->random, 3);
	char name[16], label[16];
	int64_t before = count(p, "ruling");

	snprintf(name, sizeof name, "R%zu", rs_below(&w->random, 4) + 1);
	snprintf(label, sizeof label, "Q%zu", rs_below(&w->random, 4) + 1);
	agreed(w, p,
		sg_rule_answer(sg_project_store(p),
			sg_str_of(RS_PICK(&w->random, people)), sg_str_of(name),
			sg_str_of(label), states[state],
			state == 1 ? SG_KIND_UNKNOWN : SG_KIND_FULL, w->now,
			sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	return count(p, "ruling") > before;
}

/* What is taken back was in force, and is not now. */
static inline bool step_undo(struct world *w, struct sg_project *p)
{
	struct sg_buf what;
	static const char in_force[] = "(SELECT id FROM v_judgement UNION ALL SELECT "
				       "id FROM v_ruling UNION ALL "
				       "SELECT id FROM v_memo)";
	int64_t rows = count(p, "judgement") + count(p, "ruling") + count(p, "memo");

	(void)in_force;
	sg_buf_init(&what);
	agreed(w, p,
		sg_judge_undo(sg_project_store(p),
			sg_str_of(RS_PICK(&w->random, people)), w->now, &what,
			sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	sg_buf_release(&what);
	return count(p, "judgement") + count(p, "ruling") + count(p, "memo") > rows;
}

static inline bool step_assign(struct world *w, struct sg_project *p)
{
	struct sg_draw d = {
		.share = 0.3, .seed = rs_below(&w->random, 9), .coder = SG_NONE};
	struct sg_str coder = sg_str_of(RS_PICK(&w->random, people));
	struct sg_study study;
	int64_t before = count(p, "assignment");
	size_t n;

	if (rs_below(&w->random, 3) == 0) {
		agreed(w, p,
			sg_store_assign_undo(sg_project_store(p), coder, w->now, &n,
				sg_project_err(p)));
	} else {
		require(w, p, sg_project_study(p, 0, &study));
		for (uint32_t i = 1; i < study.ncoders; i++)
			if (sg_str_eq(study.coders[i], coder))
				d.coder = i;
		sg_draw_answers(&study, &d, &study.arena);
		if (d.n)
			require(w, p,
				sg_store_assign(sg_project_store(p), coder, d.v, d.n,
					d.share, d.seed, "answer", w->now,
					sg_project_err(p)));
		sg_study_release(&study);
	}
	sg_error_reset(sg_project_err(p));
	return count(p, "assignment") > before;
}

static inline char *print_at(struct world *w, struct sg_project *p, const char *at)
{
	static const char *const tables[] = {"findings", "themes", "matrix"};
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, "");
	for (size_t i = 0; i < 3; i++) {
		struct sg_table_choices c = {.format = i ? "json" : "text", .at = at};
		char *out;
		size_t n;
		require(w, p, sg_project_table(p, tables[i], &c, &out, &n));
		sg_buf_add(&b, (struct sg_str){out, n});
		free(out);
	}
	return b.p;
}

static inline struct file *file_of(struct world *w, struct sg_project *p)
{
	for (size_t i = 0; i < FILES; i++)
		if (strcmp(w->files[i].path, sg_project_store(p)->path) == 0)
			return &w->files[i];
	fail();
	return NULL;
}

static inline bool step_freeze(struct world *w, struct sg_project *p)
{
	struct file *f = file_of(w, p);
	struct freeze *new = &f->freezes[f->nfreezes];
	struct sg_freeze freeze = {.coder = SG_STR("김"),
		.note = SG_STR("초안"),
		.now = w->now,
		.program = "시험"};

	if (f->nfreezes == FREEZES || count(p, "run") == 0 || rs_below(&w->random, 3))
		return false;
	snprintf(new->name, sizeof new->name, "보고%zu", ++w->freezes);
	freeze.name = sg_str_of(new->name);
	require(w, p,
		sg_freeze_put(
			sg_project_store(p), &freeze, NULL, NULL, sg_project_err(p)));
	new->bytes = print_at(w, p, new->name);
	/* As it is now, but that its head says when it is of. */
	f->nfreezes++;
	return true;
}

/* --- by way of files --- */

static inline void write_sheet(struct world *w, const char *text)
{
	keep(w->sheet, sg_str_of(text));
}

static inline const char *now_of(void *ctx)
{
	return ((const struct world *)ctx)->now;
}

static inline bool step_review_sheet(struct world *w, struct sg_project *p)
{
	struct sg_reviewing_options o = {
		.list = {.person = sg_str_of(RS_PICK(&w->random, people))},
		.now = now_of,
		.now_ctx = w};
	struct sg_review_counts n = {0};
	struct sg_reviewing r;
	struct sg_notes notes;
	struct sg_buf b;
	int64_t before = count(p, "judgement") + count(p, "memo");

	sg_buf_init(&b);
	sg_buf_addz(&b, "\xEF\xBB\xBF응답자,문항,코드,판정,아닌 까닭,메모\n");
	for (size_t i = 0; i < 6; i++) {
		char *cell = ask_any(w, p,
			"SELECT DISTINCT respondent,question_label,code_label FROM "
			"v_coding "
			"WHERE question_label IS NOT NULL ORDER BY 1,2,3");
		char *rest = cell;
		struct sg_str respondent = next_field(&rest), q = next_field(&rest);
		if (q.n)
			sg_buf_printf(&b, "%.*s,%.*s,%s,%s,,%s\n", SG_ARG(respondent),
				SG_ARG(q), rest,
				rs_below(&w->random, 2) ? "예" : "아니오",
				rs_below(&w->random, 4) ? "" : "칸의 메모");
		free(cell);
	}
	write_sheet(w, sg_buf_z(&b));
	sg_buf_release(&b);
	sg_notes_init(&notes);
	if (sg_reviewing_init(&r, sg_project_store(p), &o, sg_project_err(p)) == 0) {
		if (!agreed(w, p,
			    sg_review_import(
				    &r, w->sheet, &n, &notes, sg_project_err(p))))
			n.decided = 0; /* all or nothing */
		sg_reviewing_release(&r);
	}
	sg_error_reset(sg_project_err(p));
	sg_notes_release(&notes);
	if (count(p, "judgement") + count(p, "memo") < before + (int64_t)n.decided)
		wrong(w, "verdicts of a sheet are told as recorded and are not");
	return n.decided > 0;
}

static inline bool step_coding_sheet(struct world *w, struct sg_project *p)
{
	struct sg_sheet_counts n = {.codings = 0};
	struct sg_notes notes;
	struct sg_arena arena;
	struct sg_buf b;
	int64_t before = count(p, "judgement");

	sg_buf_init(&b);
	sg_buf_addz(&b, "respondent,question,sentence,text,codes\n");
	for (size_t i = 0; i < 5; i++) {
		char *cell = ask_any(w, p,
			     "SELECT respondent,question_label,body FROM v_answer "
			     "WHERE "
			     "state='answered' AND question IS NOT NULL ORDER BY id"),
		     *code = ask_any(
			     w, p, "SELECT label FROM code WHERE live ORDER BY ord");
		char *rest = cell;
		struct sg_str respondent = next_field(&rest), q = next_field(&rest);
		if (q.n)
			sg_buf_printf(&b, "%.*s,%.*s,0,,%s\n", SG_ARG(respondent),
				SG_ARG(q), code);
		free(cell);
		free(code);
	}
	write_sheet(w, sg_buf_z(&b));
	sg_buf_release(&b);
	sg_notes_init(&notes);
	sg_arena_init(&arena);
	agreed(w, p,
		sg_project_sheet_read(p, w->sheet,
			sg_str_of(RS_PICK(&w->random, people)), w->now, &arena, &n,
			&notes, sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	sg_arena_release(&arena);
	sg_notes_release(&notes);
	if (n.codings && count(p, "judgement") < before + (int64_t)n.codings)
		wrong(w, "codings of a sheet are told as recorded and are not");
	return n.codings > 0;
}

static inline bool step_settle(struct world *w, struct sg_project *p)
{
	struct sg_settle s;
	int64_t before = count(p, "judgement");
	size_t words;

	if (!agreed(w, p,
		    sg_settle_open(&s, p, SG_STR("김"), SG_STR("이"), SG_STR("합의"),
			    w->now, sg_project_err(p)))) {
		sg_error_reset(sg_project_err(p));
		return false;
	}
	require(w, p, sg_settle_take_over(&s, sg_project_err(p)));
	for (size_t i = 0; i < s.found.ndisputes && i < 3; i++) {
		const struct sg_dispute *d = &s.found.disputes[i];
		size_t side = rs_below(&w->random, 3);
		require(w, p,
			sg_settle_record(&s, d, side < 2 ? d->codes[side] : NULL,
				side < 2 ? d->n[side] : 0, &words, sg_project_err(p)));
	}
	sg_settle_close(&s);
	return count(p, "judgement") > before;
}

static inline bool step_memo_sheet(struct world *w, struct sg_project *p)
{
	struct sg_memo_import sum = {0};
	struct sg_notes notes;
	char *code = ask_any(w, p, "SELECT label FROM code WHERE live ORDER BY ord"),
	     text[200];
	int64_t before = count(p, "memo");

	snprintf(text, sizeof text,
		"# 메모\n\n## 문항 Q1\n\n문항의 메모 %zu\n\n## 코드 %s\n\n코드 %zu\n",
		w->step, code, w->step);
	sg_notes_init(&notes);
	agreed(w, p,
		sg_memo_import(sg_project_store(p), sg_str_of(text), "memo.md",
			sg_str_of(RS_PICK(&w->random, people)), true, w->now, &sum,
			&notes, sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	sg_notes_release(&notes);
	free(code);
	if (count(p, "memo") <
		before + (int64_t)(sum.added + sum.changed + sum.removed))
		wrong(w, "memos of a sheet are told as kept and are not");
	return sum.added + sum.changed > 0;
}

#endif
