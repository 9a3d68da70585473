/* test_incremental.c - coding after random edits gives the rows that coding from
 * scratch in a fresh project gives: codebook, questionnaire, answers and people's words
 * on answers are edited, threads and scopes vary. SAEGIM_EDITS=N makes N edits from each
 * of SAEGIM_SEEDS seeds (the default is small enough for every `make check`). */
#include "config.h"

#include "fixture.h"

#include <sys/stat.h>

#include "project/project.h"
#include "random_study.h"

/* All that a run decides, with what a person reads instead of ids. */
static const char *const looks[] = {
	"SELECT s.name,a.ord,c.name,q.label,k.label,g.start,g.stop,g.origin,g.facets,"
	"(SELECT group_concat(r.kind||' '||r.body||' '||r.line||'@'||(h.value->>1)||'-'"
	"||(h.value->>2),' ; ') FROM json_each(g.hits) h JOIN rule r ON "
	"r.id=h.value->>0)"
	" FROM segment g JOIN text t ON t.id=g.text JOIN source s ON s.id=t.source"
	" JOIN answer a ON a.id=g.answer JOIN case_ c ON c.id=a.case_"
	" LEFT JOIN question q ON q.id=a.question JOIN code k ON k.id=g.code"
	" WHERE g.died IS NULL ORDER BY s.name,a.ord,k.label,g.start,g.stop,g.origin",
	"SELECT "
	"s.name,v.respondent,v.question_label,v.code_label,v.start,v.stop,v.origin,"
	"v.facets,v.quote FROM v_coding v JOIN text t ON t.id=v.text"
	" JOIN source s ON s.id=t.source"
	" ORDER BY s.name,v.question_label,v.code_label,v.start,v.stop,v.origin",
	"SELECT k.label,k.name,k.path,k.ord,k.level,k.unit,k.fingerprint,p.label FROM "
	"code k LEFT JOIN code p ON p.id=k.parent WHERE k.live ORDER BY k.ord",
	"SELECT k.label,r.kind,r.body,r.line FROM rule r JOIN code k ON k.id=r.code"
	" WHERE r.live ORDER BY k.ord,r.line,r.body",
	"SELECT name,value FROM facet ORDER BY ord",
	"SELECT s.name,v.respondent,v.question_label,v.start,v.stop,v.state,v.kind "
	"FROM "
	"v_answer v JOIN text t ON t.id=v.text JOIN source s ON s.id=t.source"
	" ORDER BY s.name,v.ord",
	"SELECT live FROM run ORDER BY id DESC LIMIT 1",
};
enum { LOOKS = sizeof looks / sizeof *looks };

struct world {
	char dir[64], answers[80], book[80], questions[80], project[80];
	struct rs_random random;
	struct rs_study study;
	struct sg_buf said; /* the last error message */
	unsigned seed;
	size_t step;
};

static void hear(void *ctx, const struct sg_message *m)
{
	struct world *w = ctx;

	if (m->severity == 2)
		sg_buf_printf(&w->said, "%s:%u: %s\n", m->source, m->line, m->text);
}

static void keep(const char *path, struct sg_str text)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text.p, 1, text.n, f), text.n);
	assert_int_equal(fclose(f), 0);
}

static void source_path(const struct world *w, size_t i, char out[96])
{
	snprintf(out, 96, "%s/s%zu.txt", w->answers, i);
}

static void write_files(struct world *w)
{
	struct sg_buf b;
	char path[96];

	sg_buf_init(&b);
	rs_print_book(&w->study.book, &b);
	keep(w->book, sg_buf_str(&b));
	rs_print_questions(&w->study, &b);
	keep(w->questions, sg_buf_str(&b));
	for (size_t i = 0; i < 5; i++) {
		source_path(w, i, path);
		unlink(path);
		rs_print_source(&w->study.sources[i], &b);
		if (w->study.sources[i].there)
			keep(path, sg_buf_str(&b));
	}
	sg_buf_release(&b);
}

static void make_world(struct world *w, unsigned seed)
{
	const char *tmp = getenv("TMPDIR");

	memset(w, 0, sizeof *w);
	w->seed = seed;
	w->random.state = seed * UINT64_C(0x9E3779B97F4A7C15) + 1;
	snprintf(w->dir, sizeof w->dir, "%.30s/saegim-XXXXXX",
		tmp && *tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(w->dir));
	snprintf(w->answers, sizeof w->answers, "%.60s/answers", w->dir);
	assert_int_equal(mkdir(w->answers, 0700), 0);
	snprintf(w->book, sizeof w->book, "%.60s/book.md", w->dir);
	snprintf(w->questions, sizeof w->questions, "%.60s/questions.md", w->dir);
	snprintf(w->project, sizeof w->project, "%.60s/p.saegim", w->dir);
	sg_buf_init(&w->said);
	rs_init(&w->random, &w->study);
}

static void drop_world(struct world *w)
{
	char path[96];

	for (size_t i = 0; i < 5; i++) {
		source_path(w, i, path);
		unlink(path);
	}
	unlink(w->book);
	unlink(w->questions);
	unlink(w->project);
	rmdir(w->answers);
	rmdir(w->dir);
	sg_buf_release(&w->said);
}

static void require(struct world *w, struct sg_project *p, int rc, const char *what)
{
	if (rc >= 0)
		return;
	fail_msg("seed %u step %zu: %s: %s\n%s", w->seed, w->step, what,
		sg_project_error(p), w->said.n ? sg_buf_z(&w->said) : "");
}

static void rule_answer(struct sg_project *p, const struct rs_ruling *r)
{
	char respondent[16], question[16];
	enum sg_answer_state states[] = {
		SG_ANSWER_ANSWERED, SG_ANSWER_NONE, SG_ANSWER_NOT_ASKED};

	snprintf(respondent, sizeof respondent, "R%d", r->respondent + 1);
	snprintf(question, sizeof question, "Q%d", r->question + 1);
	/* Not to be said of one who is not there. */
	sg_rule_answer(sg_project_store(p), SG_STR("김"), sg_str_of(respondent),
		sg_str_of(question), states[r->state],
		r->state == 1 ? SG_KIND_UNKNOWN : SG_KIND_FULL, FX_NOW,
		sg_project_err(p));
}

/* The same word as a row: it was said of an answer that may be gone by now. */
static void put_ruling(struct sg_project *p, const struct rs_ruling *r, size_t at)
{
	char sql[600];

	snprintf(sql, sizeof sql,
		"INSERT INTO coder(guid,name) SELECT 'c','김' WHERE NOT EXISTS(SELECT "
		"1 "
		"FROM coder); INSERT INTO "
		"ruling(guid,case_,question,coder,state,kind,at)"
		" SELECT 'r%zu',c.id,q.id,1,'%s','%s','%s' FROM case_ c,question q"
		" WHERE c.name='R%d' AND q.label='Q%d'",
		at, rs_states[r->state], r->state == 1 ? "unknown" : "full", FX_NOW,
		r->respondent + 1, r->question + 1);
	assert_int_equal(sqlite3_exec(sg_project_store(p)->db, sql, NULL, NULL, NULL),
		SQLITE_OK);
}

static void take_in(struct world *w, struct sg_project *p)
{
	struct sg_ingest_counts counts;
	size_t gone;

	require(w, p, sg_project_questionnaire(p, w->questions), "questionnaire");
	require(w, p, sg_project_ingest(p, w->answers, NULL, &counts), "ingest");
	require(w, p, sg_project_gone(p, SG_GONE_DROP, &gone), "gone");
}

/* What sg_project_code said; a book in error leaves the project as it was. */
static int apply(struct world *w, struct sg_project *p, bool ignore_scopes, bool all)
{
	struct sg_code_counts counts;
	struct sg_code_choices choices = {.threads = (unsigned)rs_below(&w->random, 4),
		.ignore_scopes = ignore_scopes,
		.from_scratch = all};

	sg_buf_reset(&w->said);
	return sg_project_code(p, w->book, &choices, &counts);
}

static char *look_at(struct sg_project *p)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < LOOKS; i++) {
		char *rows = fx_rows_db(sg_project_store(p)->db, looks[i]);
		sg_buf_printf(&b, "== %zu\n%s", i, rows);
		free(rows);
	}
	return b.p;
}

static struct sg_project *open_project(struct world *w, const char *path)
{
	struct sg_project_options o = {.now = FX_NOW, .message = hear, .ctx = w};
	struct sg_project *p;

	require(w, NULL, sg_project_create(&p, path, &o), "create");
	return p;
}

/* The first line in which they differ, and the book. */
static void tell_difference(struct world *w, const char *is, const char *should)
{
	struct sg_buf book;
	size_t at = 0;

	for (size_t i = 0; is[i] && is[i] == should[i]; i++)
		if (is[i] == '\n')
			at = i + 1;
	sg_buf_init(&book);
	rs_print_book(&w->study.book, &book);
	fail_msg("seed %u step %zu\nincremental:  %.*s\nfrom scratch: %.*s\n%s",
		w->seed, w->step, (int)strcspn(is + at, "\n"), is + at,
		(int)strcspn(should + at, "\n"), should + at, sg_buf_z(&book));
}

static void compare(struct world *w, struct sg_project *p, bool ignore_scopes)
{
	struct sg_project *fresh = open_project(w, ":memory:");

	take_in(w, fresh);
	for (size_t i = 0; i < w->study.nrulings; i++)
		put_ruling(fresh, &w->study.rulings[i], i);
	require(w, fresh, apply(w, fresh, ignore_scopes, false), "code from scratch");
	char *is = look_at(p), *should = look_at(fresh);
	if (strcmp(is, should) != 0)
		tell_difference(w, is, should);
	free(is);
	free(should);
	sg_project_close(fresh);
}

static void maybe_rule(struct world *w, struct sg_project *p)
{
	struct rs_ruling r = {(int)rs_below(&w->random, 4),
		(int)rs_below(&w->random, 4), (int)rs_below(&w->random, 3)};
	const size_t cap = sizeof w->study.rulings / sizeof *w->study.rulings;

	if (rs_below(&w->random, 6) || w->study.nrulings == cap)
		return;
	rule_answer(p, &r);
	if (sg_project_err(p)->code == SG_OK)
		w->study.rulings[w->study.nrulings++] = r;
	sg_error_reset(sg_project_err(p));
}

static size_t live_segments(struct sg_project *p)
{
	char *n = fx_rows_db(sg_project_store(p)->db,
		"SELECT count(*) FROM segment WHERE died IS NULL");
	size_t count = (size_t)strtoul(n, NULL, 10);

	free(n);
	return count;
}

/* The live segments of all steps. */
static size_t edit_and_compare(unsigned seed, size_t steps)
{
	struct world w;
	size_t applied = 0, segments = 0;

	make_world(&w, seed);
	write_files(&w);
	struct sg_project *p = open_project(&w, w.project);
	for (w.step = 0; w.step < steps; w.step++) {
		struct rs_study before = w.study;
		bool ignore = rs_below(&w.random, 12) == 0;
		size_t edits = rs_below(&w.random, 4);
		for (size_t i = 0; w.step && i < edits; i++)
			rs_edit(&w.random, &w.study);
		bool some = false;
		for (size_t i = 0; i < 5; i++)
			some = some || w.study.sources[i].there;
		if (!some)
			w.study = before;
		write_files(&w);
		take_in(&w, p);
		maybe_rule(&w, p);
		int rc = apply(&w, p, ignore, rs_below(&w.random, 20) == 0);
		if (rc == SG_EINPUT && w.step) { /* an edit that does not read */
			w.study.book = before.book;
			write_files(&w);
			rc = apply(&w, p, ignore, false);
		}
		require(&w, p, rc, "code");
		compare(&w, p, ignore);
		applied++;
		segments += live_segments(p);
	}
	assert_int_equal(applied, steps);
	sg_project_close(p);
	drop_world(&w);
	return segments;
}

static void random_edits(void **state)
{
	size_t seeds = fx_number_of("SAEGIM_SEEDS", 8),
	       edits = fx_number_of("SAEGIM_EDITS", 40);
	size_t first = fx_number_of("SAEGIM_SEED", 1), segments = 0;

	(void)state;
	for (size_t seed = first; seed < first + seeds; seed++)
		segments += edit_and_compare((unsigned)seed, edits);
	/* Rows that are equal because there are none would prove nothing. */
	if (seeds >= 8)
		assert_true(segments > seeds * edits);
}

/* Two referenced codes change places in the tree of a third: nothing that is printed
 * of their rules differs, but what the third selects does. */
static void swapped_subtrees(void **state)
{
	static const char before[] =
		"# 책\n\n## X 가\n- (@A1 | @A2) NOT @B1\n\n## B1 나\n"
		"- 없음\n\n### A1 다\n- 예산\n\n## A2 라\n- 인력\n",
			  after[] =
				  "# 책\n\n## X 가\n- (@A1 | @A2) NOT @B1\n\n## B1 나\n"
				  "- 없음\n\n### A2 라\n- 인력\n\n## A1 다\n- 예산\n",
			  rows[] = "SELECT quote FROM v_coding WHERE code_label='X'";
	struct fx f;

	(void)state;
	fx_open(&f, false);
	fx_put(&f, "a.txt", "가", "## Q1\n예산이다. 인력이다.\n");
	fx_code(&f, before);
	fx_expect(&f, rows, "인력이다.\n");
	fx_code(&f, after);
	fx_expect(&f, rows, "예산이다.\n");
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_edits),
		cmocka_unit_test(swapped_subtrees),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
