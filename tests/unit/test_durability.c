/* test_durability.c - a program that is killed at any moment leaves a project that
 * opens, is whole, and holds every judgement that was acknowledged. */
#include "config.h"

#include "fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 200 };

static const char *const books[] = {
	"# 책\n\n## A1 예산\n- 예산\n", "# 책\n\n## A1 예산\n- 예산\n- 인력\n"};

static void code(struct fx *f, size_t book)
{
	fx_code(f, books[book % 2]);
}

/* Judges, and now and then codes and revises, until it is killed. One byte is written
 * for each judgement after it was recorded. */
static void work(const char *path, int out, unsigned number)
{
	struct fx f = {0};
	char reason[32];

	sg_notes_init(&f.notes);
	if (sg_store_open(&f.store, path, SG_STORE_WRITE, &f.err) < 0)
		_exit(2);
	for (unsigned i = 0;; i++) {
		snprintf(reason, sizeof reason, "%u.%u", number, i);
		struct sg_judge j = {.verdict = SG_VERDICT_CODE,
			.coder = SG_STR("김"),
			.respondent = SG_STR("가"),
			.question = SG_STR("Q1"),
			.code = SG_STR("A1"),
			.quote = i % 2 ? SG_STR("인력") : SG_STR("예산이"),
			.reason = sg_str_of(reason),
			.origin = "manual",
			.now = FX_NOW};
		bool recorded = false;
		if (sg_judge(f.store, &j, &recorded, &f.err) < 0 || !recorded)
			_exit(3);
		if (write(out, "x", 1) != 1)
			_exit(4);
		if (i % 4 == 3)
			code(&f, i / 4 + number);
		if (i % 8 == 7)
			fx_put(&f, "a.txt", "가",
				i % 16 == 7
					? "## Q1\n새 글. 예산이 없다. 인력도 없다.\n"
					: "## Q1\n예산이 없다. 인력도 없다.\n");
	}
}

/* Lets a child work and kills it after some judgements and a moment more. Returns how
 * many it acknowledged. */
static size_t work_and_die(const char *path, unsigned number, uint32_t random)
{
	int ends[2];
	char buf[64];
	size_t acknowledged = 0;
	ssize_t n;

	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(ends[0]);
		work(path, ends[1], number);
	}
	close(ends[1]);
	size_t enough = random % 5;
	while (acknowledged < enough) {
		n = read(ends[0], buf, 1);
		if (n <= 0)
			break;
		acknowledged++;
	}
	nanosleep(&(struct timespec){0, (long)(random / 5 % 4000) * 1000}, NULL);
	kill(child, SIGKILL);
	while ((n = read(ends[0], buf, sizeof buf)) > 0)
		acknowledged += (size_t)n;
	close(ends[0]);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	return acknowledged;
}

static void killed_at_any_moment(void **state)
{
	struct fx f;
	uint32_t random = 12345;
	size_t total = 0;
	char sql[128];

	(void)state;
	/* Where there is a file system in memory: what is tested is the death of a
	 * process, and hundreds of synced commits take their time on a disk. */
	setenv("TMPDIR", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp", 1);
	fx_open(&f, true);
	fx_put(&f, "a.txt", "가", "## Q1\n예산이 없다. 인력도 없다.\n");
	code(&f, 0);
	sg_store_close(f.store);
	for (unsigned number = 0; number < KILLS; number++) {
		random = random * 1664525u + 1013904223u;
		size_t acknowledged = work_and_die(f.path, number, random >> 8);
		total += acknowledged;
		/* A reader takes back what was left in the journal. */
		FX_OK(&f, sg_store_open(&f.store, f.path, SG_STORE_READ, &f.err));
		fx_expect(&f, "PRAGMA quick_check", "ok\n");
		fx_expect(&f, "PRAGMA foreign_key_check", "");
		snprintf(sql, sizeof sql,
			"SELECT count(*) FROM judgement WHERE reason LIKE '%u.%%'",
			number);
		int64_t held = fx_int(&f, sql);
		/* One may be recorded whose acknowledgement was cut off. */
		assert_in_range(held, acknowledged, acknowledged + 1);
		sg_store_close(f.store);
	}
	assert_true(total > KILLS);
	FX_OK(&f, sg_store_open(&f.store, f.path, SG_STORE_WRITE, &f.err));
	fx_expect(&f, "PRAGMA integrity_check", "ok\n");
	assert_int_equal(fx_int(&f, "SELECT live FROM run ORDER BY id DESC LIMIT 1"),
		fx_int(&f, "SELECT count(*) FROM segment WHERE died IS NULL"));
	char journal[128];
	snprintf(journal, sizeof journal, "%s-journal", f.path);
	unlink(journal);
	fx_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(killed_at_any_moment)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
