/* test_nothing_lost.c - thousands of random steps of a study and of a colleague's copy of
 * it: codebooks edited and restructured, answers revised, renamed, taken out and brought
 * back, coded from scratch and not, judged, remarked on, taken back, merged, restored,
 * settled, frozen. After every step everything that was ever said is there as it was said,
 * in its place or named as lost (lasting_record.h).
 *
 * SAEGIM_STEPS=N makes N steps from SAEGIM_SEED (1) on; SAEGIM_TALLY=1 tells how often
 * each step did something. */
#include "config.h"

#include "lasting_book.h"
#include "lasting_record.h"

#include <sys/stat.h>

#include "analysis/draw.h"
#include "base/file.h"
#include "coding/memo_import.h"
#include "project/project.h"
#include "project/restore.h"
#include "project/review_sheet.h"
#include "project/settle.h"
#include "project/sheets.h"
#include "store/frozen.h"
#include "store/history.h"
#include "store/share.h"
#include "store/team.h"

enum { SOURCES = 5, FILES = 2, FREEZES = 64 };

struct freeze {
	char name[16];
	char *bytes;
};

/* A project file and what the test knows of it. */
struct file {
	char path[80];
	struct lr_record record;
	struct freeze freezes[FREEZES];
	size_t nfreezes;
	bool there;
};

struct world {
	char dir[64], answers[80], book[80], questions[80], sheet[80];
	struct rs_random random;
	struct rs_study study;
	bool renamed[SOURCES]; /* the file's name is another */
	struct lb_world edits;
	struct sg_buf body; /* of the codebook */
	struct file files[FILES];
	struct lr_aliases aliases;
	struct sg_buf said; /* the last messages */
	unsigned clock, seed;
	size_t step, freezes;
	const char *what;
	char now[40];
};

/* --- the files a user has --- */

static void hear(void *ctx, const struct sg_message *m)
{
	struct world *w = ctx;

	sg_buf_printf(&w->said, "%s:%u: %s\n", m->source, m->line, m->text);
}

static void keep(const char *path, struct sg_str text)
{
	struct sg_error err = {0};

	assert_int_equal(sg_file_write(path, text, &err), 0);
}

static void source_path(const struct world *w, size_t i, bool renamed, char out[96])
{
	snprintf(out, 96, "%s/%c%zu.txt", w->answers, renamed ? 't' : 's', i);
}

static void write_files(struct world *w)
{
	struct sg_buf b;
	char path[96];

	sg_buf_init(&b);
	keep(w->book, sg_buf_str(&w->body));
	rs_print_questions(&w->study, &b);
	keep(w->questions, sg_buf_str(&b));
	for (size_t i = 0; i < SOURCES; i++) {
		source_path(w, i, !w->renamed[i], path);
		unlink(path);
		source_path(w, i, w->renamed[i], path);
		unlink(path);
		rs_print_source(&w->study.sources[i], &b);
		if (w->study.sources[i].there)
			keep(path, sg_buf_str(&b));
	}
	sg_buf_release(&b);
}

static void tick(struct world *w)
{
	w->clock += (unsigned)rs_below(&w->random, 3);
	snprintf(w->now, sizeof w->now, "2026-03-%02uT%02u:%02u:%02uZ",
		1 + w->clock / 86400 % 28, w->clock / 3600 % 24, w->clock / 60 % 60,
		w->clock % 60);
}

static void wrong(struct world *w, const char *what)
{
	if (what)
		fail_msg("seed %u step %zu (%s): %s\n%s\n%s", w->seed, w->step, w->what,
			what, w->said.n ? sg_buf_z(&w->said) : "", sg_buf_z(&w->body));
}

static struct sg_project *open_file(struct world *w, const struct file *f)
{
	struct sg_project_options o = {.now = w->now, .message = hear, .ctx = w};
	struct sg_project *p;

	if (sg_project_open(&p, f->path, true, &o) < 0)
		wrong(w, sg_project_error(p));
	return p;
}

static void require(struct world *w, struct sg_project *p, int rc)
{
	if (rc < 0)
		wrong(w, sg_project_error(p));
}

/* A refusal for a reason that may well be is no failure. */
static bool agreed(struct world *w, struct sg_project *p, int rc)
{
	if (rc == SG_EIO || rc == SG_ESTORE || rc == SG_ETOOBIG || rc == SG_ELIMIT)
		wrong(w, sg_project_error(p));
	return rc == 0;
}

static sqlite3 *db_of(struct sg_project *p)
{
	return sg_project_store(p)->db;
}

/* One value as text, or "". The caller frees. */
static char *ask(struct sg_project *p, const char *sql)
{
	char *rows = fx_rows_db(db_of(p), sql);

	if (*rows)
		rows[strcspn(rows, "\n")] = '\0';
	return rows;
}

static char *ask_any(struct world *w, struct sg_project *p, const char *what)
{
	char sql[600];

	snprintf(sql, sizeof sql,
		"WITH x AS(%s) SELECT * FROM x LIMIT 1 OFFSET %zu%%max(1,(SELECT count(*) "
		"FROM x))",
		what, rs_below(&w->random, 1000));
	return ask(p, sql);
}

static int64_t count(struct sg_project *p, const char *what)
{
	char sql[300];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", what);
	char *n = ask(p, sql);
	int64_t v = strtoll(n, NULL, 10);
	free(n);
	return v;
}

static struct sg_str next_field(char **rest)
{
	char *at = *rest, *bar = strchr(at, '|');

	*rest = bar ? bar + 1 : at + strlen(at);
	if (bar)
		*bar = '\0';
	return strcmp(at, "NULL") == 0 ? SG_STR("") : sg_str_of(at);
}

/* --- steps. Each tells whether it did something. --- */

static bool step_edit_book(struct world *w, struct sg_project *p)
{
	(void)p;
	for (size_t i = 0; i < 4; i++)
		if (lb_edit(&w->edits, &w->body))
			return true;
	return false;
}

static bool step_edit_answers(struct world *w, struct sg_project *p)
{
	size_t at = rs_below(&w->random, SOURCES);
	struct rs_source *s = &w->study.sources[at];
	struct rs_question *q = &w->study.questions[rs_below(&w->random, 4)];

	(void)p;
	switch (rs_below(&w->random, 8)) {
	case 0: w->renamed[at] = !w->renamed[at]; return true;
	case 1: q->there = !q->there; return true;
	case 2: q->parts = !q->parts; return true;
	case 3: { /* a sentence in front of, or behind, what was said */
		size_t k = rs_below(&w->random, 4);
		bool front = rs_below(&w->random, 2);
		char more[300];
		struct sg_buf b;
		rs_new_text(&w->random, more, sizeof more);
		sg_buf_init(&b);
		sg_buf_printf(&b, "%s%s%s", front ? more : s->answers[k].text,
			rs_below(&w->random, 2) ? " " : "\n",
			front ? s->answers[k].text : more);
		if (b.n < sizeof s->answers[k].text)
			memcpy(s->answers[k].text, b.p, b.n + 1);
		sg_buf_release(&b);
		return true;
	}
	default: rs_edit_source(&w->random, s); return true;
	}
}

static bool step_ingest(struct world *w, struct sg_project *p)
{
	struct sg_ingest_counts counts;
	size_t gone, there = 0;

	for (size_t i = 0; i < SOURCES; i++)
		there += w->study.sources[i].there;
	if (there == 0)
		return false;
	if (rs_below(&w->random, 2))
		require(w, p, sg_project_questionnaire(p, w->questions));
	require(w, p, sg_project_ingest(p, w->answers, NULL, &counts));
	require(w, p,
		sg_project_gone(p,
			rs_below(&w->random, 2) ? SG_GONE_DROP : SG_GONE_KEEP, &gone));
	return counts.added + counts.changed + gone > 0;
}

/* The labels that codes have after a run are those that the book says. */
static void check_labels(
	struct world *w, struct sg_project *p, char *before, bool restored)
{
	struct sg_codebook *book = NULL;
	struct sg_error err = {0};
	struct sg_notes notes;

	sg_notes_init(&notes);
	assert_int_equal(
		sg_store_codebook(sg_project_store(p), &book, &notes, &err), 0);
	for (char *line = strtok(before, "\n"); line; line = strtok(NULL, "\n")) {
		char *rest = line, sql[300];
		struct sg_str guid = next_field(&rest), label = next_field(&rest);
		struct sg_str should = label;
		bool in_book = false;
		for (size_t c = 0; c < book->ncodes; c++)
			in_book |= sg_str_eq(book->codes[c].label, label);
		for (size_t c = 0; !in_book && c < book->ncodes; c++)
			for (size_t i = 0; i < book->codes[c].nwas; i++)
				if (sg_str_eq(book->codes[c].was[i].label, label))
					should = book->codes[c].label;
		snprintf(sql, sizeof sql,
			"SELECT coalesce(m.label,k.label),m.id IS NULL AND k.live AND "
			"EXISTS(SELECT 1 FROM former_label f WHERE f.code=k.id AND "
			"f.label='%.*s') FROM code k LEFT JOIN code m ON "
			"m.id=k.merged_into WHERE k.guid='%.*s'",
			SG_ARG(label), SG_ARG(guid));
		char *is = ask(p, sql), *at = is, words[300];
		struct sg_str now = next_field(&at);
		/* Back under a label it had, when an older book is applied. */
		bool back = should.p == label.p && !in_book && *at == '1';
		snprintf(words, sizeof words, "code %.*s is %.*s, should be %.*s%s",
			SG_ARG(label), SG_ARG(now), SG_ARG(should),
			restored ? " (restored)" : "");
		if (!back && !sg_str_eq(now, should))
			wrong(w, words);
		free(is);
	}
	sg_codebook_free(book);
	sg_notes_release(&notes);
}

static const char own_labels[] = "SELECT guid,label FROM code ORDER BY id";

/* All that a run decides, by the rows of texts. */
static const char *const segments[] = {
	"SELECT g.text,g.answer,k.label,g.start,g.stop,g.origin,g.facets,"
	"(SELECT group_concat(r.kind||r.body||(h.value->>1)||'-'||(h.value->>2),';') FROM "
	"json_each(g.hits) h JOIN rule r ON r.id=h.value->>0) FROM segment g JOIN code k "
	"ON k.id=g.code WHERE g.died IS NULL ORDER BY g.text,k.label,g.start,g.stop,"
	"g.origin",
	"SELECT label,name,path,ord,unit,fingerprint FROM code WHERE live ORDER BY ord",
};

static void copy_file(const char *from, const char *to)
{
	struct sg_error err = {0};
	struct sg_buf b;

	sg_buf_init(&b);
	assert_int_equal(sg_file_read(from, 256 << 20, &b, &err), 0);
	keep(to, sg_buf_str(&b));
	sg_buf_release(&b);
}

/* A copy, coded from scratch, has the same segments. */
static void check_from_scratch(struct world *w, struct sg_project *p, const char *path)
{
	struct sg_code_options o = {
		.now = w->now, .from_scratch = true, .threads = 1};
	struct sg_codebook *book = NULL;
	struct sg_store *copy = NULL;
	struct sg_run_summary sum;
	struct sg_error err = {0};
	struct sg_notes notes;
	char to[96];

	snprintf(to, sizeof to, "%s.copy", path);
	copy_file(path, to);
	sg_notes_init(&notes);
	assert_int_equal(sg_store_open(&copy, to, SG_STORE_WRITE, &err), 0);
	assert_int_equal(sg_store_codebook(copy, &book, &notes, &err), 0);
	assert_int_equal(sg_code_run(copy, book, &o, &sum, &notes, &err), 0);
	for (size_t i = 0; i < 2; i++) {
		char *a = fx_rows_db(db_of(p), segments[i]),
		     *b = fx_rows_db(copy->db, segments[i]);
		if (strcmp(a, b) != 0)
			wrong(w, "coding from scratch gives other segments");
		free(a);
		free(b);
	}
	sg_codebook_free(book);
	sg_notes_release(&notes);
	sg_store_close(copy);
	unlink(to);
}

static bool step_code(struct world *w, struct sg_project *p)
{
	struct sg_code_choices choices = {.threads = (unsigned)rs_below(&w->random, 4),
		.from_scratch = rs_below(&w->random, 6) == 0};
	struct sg_code_counts counts;
	char *before = fx_rows_db(db_of(p), own_labels);

	require(w, p, sg_project_code(p, w->book, &choices, &counts));
	check_labels(w, p, before, false);
	free(before);
	if (rs_below(&w->random, 3) == 0)
		check_from_scratch(w, p, sg_project_store(p)->path);
	return counts.run > 0;
}

static bool step_restore(struct world *w, struct sg_project *p)
{
	char *run = ask_any(w, p, "SELECT id FROM run ORDER BY id");
	struct sg_restored out;
	struct sg_arena arena;

	if (!*run) {
		free(run);
		return false;
	}
	char *before = fx_rows_db(db_of(p), own_labels);
	sg_arena_init(&arena);
	require(w, p,
		sg_project_restore(p, (uint32_t)strtoul(run, NULL, 10), 1, &arena, &out));
	if (out.wrote)
		unlink(out.path.p);
	check_labels(w, p, before, true);
	check_from_scratch(w, p, sg_project_store(p)->path);
	/* As when a person goes on from the restored book. */
	if (rs_below(&w->random, 2)) {
		char *body = ask(p, "SELECT hex(c.body) FROM run r JOIN codebook c ON "
				    "c.id=r.codebook ORDER BY r.id DESC LIMIT 1");
		sg_buf_reset(&w->body);
		for (char *h = body; h[0] && h[1]; h += 2) {
			char pair[3] = {h[0], h[1], '\0'};
			sg_buf_addc(&w->body, (char)strtol(pair, NULL, 16));
		}
		sg_buf_addz(&w->body, "");
		free(body);
	}
	sg_arena_release(&arena);
	free(before);
	return out.counts.run > 0;
}

/* --- what people say --- */

static const char *const people[] = {"김", "이", "박"};

/* A sentence of an answer, in the test's own files; empty: the whole answer. */
static struct sg_str some_words(
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
static void check_said(struct world *w, struct sg_project *p, const struct sg_judge *j,
	const char *verdict)
{
	struct sg_buf a, b;

	sg_buf_init(&a);
	sg_buf_init(&b);
	char *quote = sg_strdup(j->quote);
	lr_squeeze(&b, quote);
	free(quote);
	char *row = ask(p,
		"SELECT c.name,j.verdict,coalesce(m.label,k.label),s.name,q.label,"
		"coalesce(j.facet,''),coalesce(j.value,''),j.at,replace(a.quote,char(10),''"
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

static bool step_judge(struct world *w, struct sg_project *p)
{
	static const char *const verdicts[] = {
		"code", "accept", "reject", "facet", "pin", "bar", "reviewed"};
	enum sg_verdict verdict = (enum sg_verdict)rs_below(&w->random, 7);
	size_t respondent, question;
	char name[16], label[16], room[900];
	bool recorded = false;
	struct sg_str words =
		some_words(w, &respondent, &question, room, sizeof room);
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
	if (!agreed(w, p, sg_judge(sg_project_store(p), &j, &recorded, sg_project_err(p))))
		recorded = false;
	if (recorded != (count(p, "judgement") > before))
		wrong(w, "a judgement is told as recorded and is not, or is and is not told");
	if (recorded)
		check_said(w, p, &j, verdicts[verdict]);
	sg_error_reset(sg_project_err(p));
	free(code);
	free(seen);
	return recorded;
}

static bool step_memo(struct world *w, struct sg_project *p)
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
	bool done = agreed(w, p, sg_memo_write(sg_project_store(p), &m, sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	free(code);
	if (!done && count(p, "memo") > before)
		wrong(w, "a memo that was refused is there");
	if (done && m.body.n) {
		char *is = ask(p, "SELECT count(*)||v.coder_name||replace(v.body,"
				  "char(10),'') FROM memo m JOIN v_memo v ON v.id=m.id WHERE "
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

static bool step_rule(struct world *w, struct sg_project *p)
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
static bool step_undo(struct world *w, struct sg_project *p)
{
	struct sg_buf what;
	static const char in_force[] =
		"(SELECT id FROM v_judgement UNION ALL SELECT id FROM v_ruling UNION ALL "
		"SELECT id FROM v_memo)";
	int64_t rows = count(p, "judgement") + count(p, "ruling") + count(p, "memo");

	(void)in_force;
	sg_buf_init(&what);
	agreed(w, p,
		sg_judge_undo(sg_project_store(p), sg_str_of(RS_PICK(&w->random, people)),
			w->now, &what, sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	sg_buf_release(&what);
	return count(p, "judgement") + count(p, "ruling") + count(p, "memo") > rows;
}

static bool step_assign(struct world *w, struct sg_project *p)
{
	struct sg_draw d = {.share = 0.3, .seed = rs_below(&w->random, 9), .coder = SG_NONE};
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

static char *print_at(struct world *w, struct sg_project *p, const char *at)
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

static struct file *file_of(struct world *w, struct sg_project *p)
{
	for (size_t i = 0; i < FILES; i++)
		if (strcmp(w->files[i].path, sg_project_store(p)->path) == 0)
			return &w->files[i];
	fail();
	return NULL;
}

static bool step_freeze(struct world *w, struct sg_project *p)
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
		sg_freeze_put(sg_project_store(p), &freeze, NULL, NULL, sg_project_err(p)));
	new->bytes = print_at(w, p, new->name);
	/* As it is now, but that its head says when it is of. */
	f->nfreezes++;
	return true;
}

/* --- by way of files --- */

static void write_sheet(struct world *w, const char *text)
{
	keep(w->sheet, sg_str_of(text));
}

static const char *now_of(void *ctx)
{
	return ((const struct world *)ctx)->now;
}

static bool step_review_sheet(struct world *w, struct sg_project *p)
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
			"SELECT DISTINCT respondent,question_label,code_label FROM v_coding "
			"WHERE question_label IS NOT NULL ORDER BY 1,2,3");
		char *rest = cell;
		struct sg_str respondent = next_field(&rest), q = next_field(&rest);
		if (q.n)
			sg_buf_printf(&b, "%.*s,%.*s,%s,%s,,%s\n", SG_ARG(respondent),
				SG_ARG(q), rest, rs_below(&w->random, 2) ? "예" : "아니오",
				rs_below(&w->random, 4) ? "" : "칸의 메모");
		free(cell);
	}
	write_sheet(w, sg_buf_z(&b));
	sg_buf_release(&b);
	sg_notes_init(&notes);
	if (sg_reviewing_init(&r, sg_project_store(p), &o, sg_project_err(p)) == 0) {
		agreed(w, p,
			sg_review_import(&r, w->sheet, &n, &notes, sg_project_err(p)));
		sg_reviewing_release(&r);
	}
	sg_error_reset(sg_project_err(p));
	sg_notes_release(&notes);
	if (count(p, "judgement") + count(p, "memo") < before + (int64_t)n.decided)
		wrong(w, "verdicts of a sheet are told as recorded and are not");
	return n.decided > 0;
}

static bool step_coding_sheet(struct world *w, struct sg_project *p)
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
			"SELECT respondent,question_label,body FROM v_answer WHERE "
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
		sg_project_sheet_read(p, w->sheet, sg_str_of(RS_PICK(&w->random, people)),
			w->now, &arena, &n, &notes, sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	sg_arena_release(&arena);
	sg_notes_release(&notes);
	if (n.codings && count(p, "judgement") < before + (int64_t)n.codings)
		wrong(w, "codings of a sheet are told as recorded and are not");
	return n.codings > 0;
}

static bool step_settle(struct world *w, struct sg_project *p)
{
	struct sg_settle s;
	int64_t before = count(p, "judgement");
	size_t words;

	if (!agreed(w, p,
		    sg_settle_open(&s, p, SG_STR("김"), SG_STR("이"), SG_STR("합의"), w->now,
			    sg_project_err(p)))) {
		sg_error_reset(sg_project_err(p));
		return false;
	}
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

static bool step_memo_sheet(struct world *w, struct sg_project *p)
{
	struct sg_memo_import sum = {0};
	struct sg_notes notes;
	char *code = ask_any(w, p, "SELECT label FROM code WHERE live ORDER BY ord"),
	     text[200];
	int64_t before = count(p, "memo");

	snprintf(text, sizeof text, "# 메모\n\n## 문항 Q1\n\n문항의 메모 %zu\n\n## 코드 %s\n\n코드 %zu\n",
		w->step, code, w->step);
	sg_notes_init(&notes);
	agreed(w, p,
		sg_memo_import(sg_project_store(p), sg_str_of(text), "memo.md",
			sg_str_of(RS_PICK(&w->random, people)), true, w->now, &sum, &notes,
			sg_project_err(p)));
	sg_error_reset(sg_project_err(p));
	sg_notes_release(&notes);
	free(code);
	if (count(p, "memo") < before + (int64_t)(sum.added + sum.changed + sum.removed))
		wrong(w, "memos of a sheet are told as kept and are not");
	return sum.added + sum.changed > 0;
}

/* --- a colleague's copy --- */

static void fork_file(struct world *w)
{
	struct file *a = &w->files[0], *b = &w->files[1];

	copy_file(a->path, b->path);
	struct sg_project *p = open_file(w, b);
	lr_take(&b->record, db_of(p));
	sg_project_close(p);
	for (size_t i = 0; i < b->nfreezes; i++)
		free(b->freezes[i].bytes);
	for (b->nfreezes = 0; b->nfreezes < a->nfreezes; b->nfreezes++) {
		b->freezes[b->nfreezes] = a->freezes[b->nfreezes];
		b->freezes[b->nfreezes].bytes =
			sg_strdup(sg_str_of(a->freezes[b->nfreezes].bytes));
	}
	b->there = true;
}

static struct sg_merged merge_once(
	struct world *w, struct sg_project *p, const char *path)
{
	struct sg_merged sum;
	struct sg_notes notes;

	sg_notes_init(&notes);
	require(w, p,
		sg_store_merge(sg_project_store(p), path, w->now, false, &sum, &notes,
			sg_project_err(p)));
	sg_notes_release(&notes);
	return sum;
}

/* from into to: then to has all that either had; the second time there is nothing new. */
static void merge_files(struct world *w, struct file *to, struct file *from)
{
	struct sg_project *p = open_file(w, to), *q = open_file(w, from);
	struct lr_record after = {{NULL}, {0}, {{NULL, 0, 0}}};

	lr_learn_aliases(&w->aliases, db_of(p), db_of(q));
	sg_project_close(q);
	merge_once(w, p, from->path);
	wrong(w, lr_lost(&to->record, db_of(p)));
	lr_take(&after, db_of(p));
	wrong(w, lr_missing(&to->record, &after, &w->aliases));
	wrong(w, lr_missing(&from->record, &after, &w->aliases));
	for (int t = LR_JUDGEMENT; t < LR_TABLES; t++) {
		size_t both = 0;
		for (size_t i = 0, k = 0; i < from->record.said[t].n; i++) {
			const struct lr_rows *x = &to->record.said[t];
			const char *guid = from->record.said[t].v[i].guid;
			while (k < x->n && strcmp(x->v[k].guid, guid) < 0)
				k++;
			both += k < x->n && strcmp(x->v[k].guid, guid) == 0;
		}
		if (after.said[t].n !=
			to->record.said[t].n + from->record.said[t].n - both)
			wrong(w, "a merge made up rows");
	}
	struct sg_merged sum = merge_once(w, p, from->path);
	if (sum.judgements + sum.rulings + sum.memos + sum.assignments + sum.frozen +
			sum.coders + sum.codes + sum.sources + sum.cases >
		0)
		wrong(w, "merging twice brings something new");
	struct lr_record twice = {{NULL}, {0}, {{NULL, 0, 0}}};
	lr_take(&twice, db_of(p));
	for (int t = 0; t < LR_TABLES; t++)
		if (strcmp(after.raw[t], twice.raw[t]) != 0)
			wrong(w, "merging twice changes a table");
	lr_release(&twice);
	lr_release(&to->record);
	to->record = after;
	sg_project_close(p);
}

static bool step_merge(struct world *w)
{
	if (!w->files[1].there) {
		fork_file(w);
		return false;
	}
	merge_files(w, &w->files[0], &w->files[1]);
	if (rs_below(&w->random, 2))
		merge_files(w, &w->files[1], &w->files[0]);
	if (rs_below(&w->random, 4) == 0)
		w->files[1].there = false; /* a new copy next time */
	return true;
}

/* --- after every step --- */

static void check_frozen(struct world *w, struct sg_project *p, struct file *f)
{
	for (size_t i = 0; i < f->nfreezes; i++) {
		if (f->nfreezes > 4 && rs_below(&w->random, f->nfreezes / 4))
			continue;
		char *is = print_at(w, p, f->freezes[i].name);
		if (strcmp(is, f->freezes[i].bytes) != 0)
			wrong(w, "a frozen study prints otherwise");
		free(is);
	}
}

static void check(struct world *w, struct sg_project *p, struct file *f)
{
	sqlite3 *db = db_of(p);

	wrong(w, lr_lost(&f->record, db));
	lr_take(&f->record, db);
	wrong(w, lr_misplaced(db));
	wrong(w, lr_unlisted(sg_project_store(p), db));
	wrong(w, lr_wrong_in_force(db));
	wrong(w, lr_codings_differ(sg_project_store(p), db));
	if (w->step % 8 == 0)
		check_frozen(w, p, f);
}

struct step {
	const char *name;
	bool (*act)(struct world *w, struct sg_project *p);
	unsigned weight;
};
static const struct step steps[] = {
	{"edit the codebook", step_edit_book, 14},
	{"edit the answers", step_edit_answers, 10},
	{"ingest", step_ingest, 12},
	{"code", step_code, 14},
	{"restore", step_restore, 2},
	{"judge", step_judge, 30},
	{"memo", step_memo, 8},
	{"rule an answer", step_rule, 3},
	{"undo", step_undo, 3},
	{"assign", step_assign, 2},
	{"freeze", step_freeze, 2},
	{"review sheet", step_review_sheet, 4},
	{"coding sheet", step_coding_sheet, 3},
	{"settle", step_settle, 2},
	{"memo sheet", step_memo_sheet, 2},
	{"merge", NULL, 4},
};
enum { STEPS = sizeof steps / sizeof *steps };

static size_t draw_step(struct rs_random *r)
{
	unsigned all = 0;

	for (size_t i = 0; i < STEPS; i++)
		all += steps[i].weight;
	size_t at = rs_below(r, all);
	for (size_t i = 0;; i++) {
		if (at < steps[i].weight)
			return i;
		at -= steps[i].weight;
	}
}

static bool take_step(struct world *w, size_t what)
{
	struct file *f =
		&w->files[w->files[1].there && rs_below(&w->random, 3) == 0 ? 1 : 0];
	bool done = false;

	w->what = steps[what].name;
	sg_buf_reset(&w->said);
	tick(w);
	if (!steps[what].act)
		done = step_merge(w);
	struct sg_project *p = open_file(w, f);
	if (steps[what].act)
		done = steps[what].act(w, p);
	write_files(w);
	check(w, p, f);
	sg_project_close(p);
	return done;
}

static void make_world(struct world *w, unsigned seed)
{
	struct sg_project_options o = {.now = FX_NOW, .message = hear, .ctx = w};
	const char *tmp = getenv("TMPDIR");
	struct sg_ingest_counts in;
	struct sg_code_counts coded;
	struct sg_project *p;

	memset(w, 0, sizeof *w);
	w->seed = seed;
	w->what = "begin";
	w->random.state = seed * UINT64_C(0x9E3779B97F4A7C15) + 5;
	w->edits.random = &w->random;
	snprintf(w->dir, sizeof w->dir, "%.30s/saegim-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(w->dir));
	snprintf(w->answers, sizeof w->answers, "%.60s/answers", w->dir);
	assert_int_equal(mkdir(w->answers, 0700), 0);
	snprintf(w->book, sizeof w->book, "%.60s/book.md", w->dir);
	snprintf(w->questions, sizeof w->questions, "%.60s/questions.md", w->dir);
	snprintf(w->sheet, sizeof w->sheet, "%.60s/sheet.csv", w->dir);
	for (size_t i = 0; i < FILES; i++)
		snprintf(w->files[i].path, sizeof w->files[i].path, "%.60s/%c.saegim",
			w->dir, 'a' + (int)i);
	sg_buf_init(&w->said);
	sg_buf_init(&w->body);
	sg_buf_addz(&w->body, lb_start);
	rs_init(&w->random, &w->study);
	write_files(w);
	tick(w);
	require(w, NULL, sg_project_create(&p, w->files[0].path, &o));
	require(w, p, sg_project_questionnaire(p, w->questions));
	require(w, p, sg_project_ingest(p, w->answers, NULL, &in));
	require(w, p, sg_project_code(p, w->book, NULL, &coded));
	lr_take(&w->files[0].record, db_of(p));
	sg_project_close(p);
	w->files[0].there = true;
}

static void drop_world(struct world *w)
{
	struct sg_error err = {0};
	struct sg_names names = {0};
	const char *const folders[] = {w->answers, w->dir};

	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(sg_dir_list(folders[i], &names, &err), 0);
		for (size_t k = 0; k < names.n; k++) {
			char *path = sg_path_join(folders[i], names.v[k]);
			unlink(path);
			free(path);
		}
		sg_names_release(&names);
		memset(&names, 0, sizeof names);
		rmdir(folders[i]);
	}
	for (size_t i = 0; i < FILES; i++) {
		lr_release(&w->files[i].record);
		for (size_t k = 0; k < w->files[i].nfreezes; k++)
			free(w->files[i].freezes[k].bytes);
	}
	free(w->aliases.v);
	sg_buf_release(&w->said);
	sg_buf_release(&w->body);
}

static size_t number_of(const char *name, size_t otherwise)
{
	const char *z = getenv(name);

	return z && *z ? (size_t)strtoul(z, NULL, 10) : otherwise;
}

static void nothing_is_lost(void **state)
{
	size_t n = number_of("SAEGIM_STEPS", 300), did[STEPS] = {0}, tried[STEPS] = {0};
	struct world w;

	(void)state;
	make_world(&w, (unsigned)number_of("SAEGIM_SEED", 1));
	for (w.step = 1; w.step <= n; w.step++) {
		size_t what = draw_step(&w.random);
		tried[what]++;
		did[what] += take_step(&w, what);
	}
	for (size_t i = 0; i < STEPS; i++) {
		if (getenv("SAEGIM_TALLY"))
			print_message("# %s: %zu of %zu\n", steps[i].name, did[i], tried[i]);
		/* Steps that never come to anything would prove nothing. */
		if (n >= 300)
			assert_true(did[i] > 0);
	}
	if (getenv("SAEGIM_TALLY"))
		for (int t = LR_JUDGEMENT; t < LR_TABLES; t++)
			print_message("# table %d: %zu rows\n", t,
				w.files[0].record.said[t].n);
	drop_world(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
