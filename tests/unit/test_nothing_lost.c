/* test_nothing_lost.c - thousands of random steps of a study and of a colleague's copy of
 * it: codebooks edited and restructured, answers revised, renamed, taken out and brought
 * back, coded from scratch and not, judged, remarked on, taken back, merged, restored,
 * settled, frozen. After every step everything that was ever said is there as it was said,
 * in its place or named as lost (lasting_record.h). The same with processes that are killed
 * in the middle of a step, at any write of theirs (killer.h).
 *
 * SAEGIM_STEPS=N makes N steps from SAEGIM_SEED (1) on; SAEGIM_TALLY=1 tells how often
 * each step did something. */
#include "config.h"

#include "killer.h"
#include "lasting_said.h"

#include <sys/wait.h>

#include "project/restore.h"
#include "store/history.h"
#include "store/team.h"

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

/* Whether the code of that label had it once before. */
static bool had_before(struct sg_project *p, struct sg_str label)
{
	char sql[200];

	snprintf(sql, sizeof sql,
		"SELECT count(*) FROM code k JOIN former_label f ON f.code=k.id AND "
		"f.label=k.label WHERE k.label='%.*s'",
		SG_ARG(label));
	char *n = ask(p, sql);
	bool had = strcmp(n, "0") != 0;
	free(n);
	return had;
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
		/* Back under a label it had, when an older book is applied, whose code
		 * of the other label is back there, too. */
		bool back = *at == '1' &&
			    (restored || (should.p == label.p && !in_book) ||
				    (had_before(p, now) && had_before(p, should)));
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
	"(SELECT group_concat(r.kind||r.body||(h.value->>1)||'-'||(h.value->>2),';') "
	"FROM "
	"json_each(g.hits) h JOIN rule r ON r.id=h.value->>0) FROM segment g JOIN code "
	"k "
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
	struct sg_code_options o = {.now = w->now, .from_scratch = true, .threads = 1};
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
		sg_project_restore(
			p, (uint32_t)strtoul(run, NULL, 10), 1, &arena, &out));
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
	free(run);
	return out.counts.run > 0;
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

/* One step, in f or in both files. */
static bool act(struct world *w, struct file *f, size_t what)
{
	if (!steps[what].act)
		return step_merge(w);
	struct sg_project *p = open_file(w, f);
	bool done = steps[what].act(w, p);
	write_files(w);
	sg_project_close(p);
	return done;
}

static void check_file(struct world *w, struct file *f)
{
	struct sg_project *p = open_file(w, f);

	check(w, p, f);
	sg_project_close(p);
}

static bool has_journal(const struct file *f)
{
	char path[96];

	snprintf(path, sizeof path, "%s-journal", f->path);
	return access(path, F_OK) == 0;
}

/* What a merge that is killed may have made one. */
static void learn_aliases(struct world *w)
{
	struct sg_project *p = open_file(w, &w->files[0]),
			  *q = open_file(w, &w->files[1]);

	lr_learn_aliases(&w->aliases, db_of(p), db_of(q));
	lr_learn_aliases(&w->aliases, db_of(q), db_of(p));
	sg_project_close(p);
	sg_project_close(q);
}

/* A child takes the step and is killed on the way, unless it is done before. */
static void kill_within(struct world *w, struct file *f, size_t what)
{
	unsigned long changes =
		1 + rs_below(&w->random, rs_below(&w->random, 2) ? 12 : 80);
	int status;

	if (!steps[what].act && w->files[1].there)
		learn_aliases(w);
	fflush(NULL);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		/* A failed assertion ends the child, and not the test in it. */
		setenv("CMOCKA_TEST_ABORT", "1", 1);
		killer_start(changes);
		act(w, f, what);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
	if (!killed && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
		wrong(w, "the process that was to be killed ended by itself");
	w->kills += killed;
	w->freezes++; /* the child may have used the name */
	write_files(w);
	for (size_t i = 0; i < FILES; i++) {
		if (!w->files[i].there)
			continue;
		w->journals += has_journal(&w->files[i]);
		check_file(w, &w->files[i]);
	}
}

static bool take_step(struct world *w, size_t what, bool killing)
{
	struct file *f =
		&w->files[w->files[1].there && rs_below(&w->random, 3) == 0 ? 1 : 0];

	w->what = steps[what].name;
	sg_buf_reset(&w->said);
	tick(w);
	if (killing)
		kill_within(w, f, what);
	bool done = act(w, f, what);
	check_file(w, f);
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
	snprintf(w->dir, sizeof w->dir, "%.30s/saegim-XXXXXX",
		tmp && *tmp ? tmp : "/tmp");
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

static void live(struct world *w, size_t n, bool killing)
{
	size_t did[STEPS] = {0}, tried[STEPS] = {0};

	make_world(w, (unsigned)fx_number_of("SAEGIM_SEED", 1));
	for (w->step = 1; w->step <= n; w->step++) {
		size_t what = draw_step(&w->random);
		tried[what]++;
		did[what] += take_step(w, what, killing);
	}
	for (size_t i = 0; i < STEPS; i++) {
		if (getenv("SAEGIM_TALLY"))
			print_message(
				"# %s: %zu of %zu\n", steps[i].name, did[i], tried[i]);
		/* Steps that never come to anything would prove nothing. */
		if (tried[i] >= 8)
			assert_true(did[i] > 0);
	}
	if (!getenv("SAEGIM_TALLY"))
		return;
	for (int t = LR_JUDGEMENT; t < LR_TABLES; t++)
		print_message(
			"# table %d: %zu rows\n", t, w->files[0].record.said[t].n);
	print_message(
		"# kills: %zu, with a journal left: %zu\n", w->kills, w->journals);
}

static void nothing_is_lost(void **state)
{
	struct world w;

	(void)state;
	live(&w, fx_number_of("SAEGIM_STEPS", 300), false);
	drop_world(&w);
}

/* And where processes are killed: everything they had said they kept is there. */
static void nothing_is_lost_to_kills(void **state)
{
	size_t n = fx_number_of("SAEGIM_STEPS", 150);
	struct world w;

	(void)state;
	live(&w, n, true);
	/* Many of them in the middle of a commit. */
	assert_true(w.kills > n / 5);
	assert_true(w.journals > n / 20);
	drop_world(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(nothing_is_lost_to_kills),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
