/* scan_driver.c - the in-process timings of the large benchmark (large.sh):
 *
 *   scan_driver scan BOOK TEXTS        compile, divide and scan; a line is a text
 *   scan_driver pcre PATTERNS TEXTS    PCRE2 with JIT, one pattern after the other
 *   scan_driver scanning PROJECT BOOK THREADS  what `code` does but for storing
 *   scan_driver insert PROJECT         the project's segments again, by a bare loop
 *   scan_driver rows TEXTS OUT         the lines as rows of a new database
 *   scan_driver run FILE COMMAND...    runs it; appends user, system, wall, peak KiB
 *
 * Prints name=value pairs on a line; times are CPU seconds of the process, but for
 * `run`, which asks the system about the child. */
#define _GNU_SOURCE /* wait4 */
#include "config.h"

#define PCRE2_CODE_UNIT_WIDTH 8

#include <fcntl.h>
#include <pcre2.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "coding/pool.h"

static double now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double cpu(void)
{
	return now(CLOCK_PROCESS_CPUTIME_ID);
}

static int fail(const struct sg_error *err)
{
	fprintf(stderr, "scan_driver: %s\n", err->text);
	return 1;
}

static int fail_db(sqlite3 *db)
{
	fprintf(stderr, "scan_driver: %s\n", sqlite3_errmsg(db));
	return 1;
}

/* A codebook and its engine. */
struct compiled {
	struct sg_codebook *book;
	struct sg_engine *engine;
	struct sg_notes notes;
	double seconds;
};

static int compile(struct compiled *c, const char *path, struct sg_error *err)
{
	double t0 = cpu();

	memset(c, 0, sizeof *c);
	sg_notes_init(&c->notes);
	int rc = sg_codebook_load(&c->book, path, &c->notes, err);
	if (rc == 0)
		rc = sg_engine_new(&c->engine, c->book, NULL, &c->notes, err);
	c->seconds = cpu() - t0;
	return rc;
}

static void release(struct compiled *c)
{
	sg_engine_free(c->engine);
	sg_codebook_free(c->book);
	sg_notes_release(&c->notes);
}

/* Texts between two looks at the clock, which costs as much as dividing a short one. */
enum { BATCH = 64 };

struct batch {
	struct sg_str lines[BATCH];
	struct sg_layout layouts[BATCH];
	size_t n, bytes, hits;
	double divide, scan; /* seconds */
};

static int scan_batch(struct batch *b, struct sg_scanner *scanner, struct compiled *c,
	const char *name)
{
	struct sg_hits hits = {NULL, 0, 0};
	struct sg_error err = {0};
	double t0 = cpu(), t1;
	int rc = 0;

	for (size_t i = 0; i < b->n; i++)
		sg_layout_build(&b->layouts[i], b->lines[i]);
	t1 = cpu();
	b->divide += t1 - t0;
	for (size_t i = 0; rc == 0 && i < b->n; i++) {
		struct sg_answer_view answer = {
			.span = {0, (uint32_t)b->lines[i].n}, .answered = true};
		struct sg_doc doc = {.name = name,
			.body = b->lines[i],
			.layout = &b->layouts[i],
			.answers = &answer,
			.nanswers = 1};
		rc = sg_scan(scanner, &doc, &hits, &c->notes, &err);
		b->hits += hits.n;
		b->bytes += b->lines[i].n;
	}
	b->scan += cpu() - t1;
	b->n = 0;
	free(hits.v);
	return rc < 0 ? fail(&err) : 0;
}

static int scan(const char *book, const char *texts)
{
	struct sg_error err = {0};
	static struct batch batch;
	struct compiled c;
	struct sg_buf file;
	struct sg_str rest, line;
	int rc = 0;

	sg_buf_init(&file);
	if (compile(&c, book, &err) < 0 ||
		sg_file_read(texts, SIZE_MAX / 2, &file, &err) < 0)
		return fail(&err);
	struct sg_scanner *scanner = sg_scanner_new(c.engine);
	for (size_t i = 0; i < BATCH; i++)
		sg_layout_init(&batch.layouts[i]);
	rest = sg_buf_str(&file);
	while (rc == 0 && sg_str_line(&rest, &line)) {
		batch.lines[batch.n++] = line;
		if (batch.n == BATCH || rest.n == 0)
			rc = scan_batch(&batch, scanner, &c, texts);
	}
	printf("compile=%.4f divide=%.3f scan=%.3f hits=%zu bytes=%zu\n", c.seconds,
		batch.divide, batch.scan, batch.hits, batch.bytes);
	for (size_t i = 0; i < BATCH; i++)
		sg_layout_release(&batch.layouts[i]);
	sg_scanner_free(scanner);
	sg_buf_release(&file);
	release(&c);
	return rc;
}

/* Matches of one pattern in all of s. */
static size_t count_matches(const pcre2_code *code, pcre2_match_data *data,
	pcre2_match_context *context, struct sg_str s)
{
	const PCRE2_SIZE *span = pcre2_get_ovector_pointer(data);
	size_t n = 0, at = 0;

	while (at < s.n &&
		pcre2_jit_match(code, (PCRE2_SPTR)s.p, s.n, at, 0, data, context) > 0) {
		n++;
		at = span[1] > at ? span[1] : at + 1;
	}
	return n;
}

static int pcre(const char *patterns, const char *texts)
{
	struct sg_error err = {0};
	struct sg_buf file, list;
	struct sg_str rest, line;
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);
	pcre2_match_context *context = pcre2_match_context_create(NULL);
	size_t total = 0, n = 0;
	double seconds = 0;

	sg_buf_init(&file);
	sg_buf_init(&list);
	if (sg_file_read(patterns, 1 << 24, &list, &err) < 0 ||
		sg_file_read(texts, SIZE_MAX / 2, &file, &err) < 0)
		return fail(&err);
	rest = sg_buf_str(&list);
	while (sg_str_line(&rest, &line)) {
		int why;
		PCRE2_SIZE at;
		double t0 = cpu();
		pcre2_code *code = pcre2_compile((PCRE2_SPTR)line.p, line.n,
			PCRE2_UTF | PCRE2_UCP, &why, &at, NULL);
		if (!code || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) != 0) {
			fprintf(stderr, "scan_driver: no JIT for a pattern\n");
			return 1;
		}
		total += count_matches(code, data, context, sg_buf_str(&file));
		seconds += cpu() - t0;
		pcre2_code_free(code);
		n++;
	}
	printf("patterns=%zu scan=%.3f hits=%zu\n", n, seconds, total);
	pcre2_match_data_free(data);
	pcre2_match_context_free(context);
	sg_buf_release(&file);
	sg_buf_release(&list);
	return 0;
}

/* Row ids stand in for those of the tables: only the number of their digits counts. */
static struct sg_book_rows *rows_of(const struct sg_codebook *book)
{
	struct sg_book_rows *r = sg_zalloc(1, sizeof *r);
	int64_t id = 1;

	sg_arena_init(&r->arena);
	r->codes = sg_arena_array(&r->arena, book->ncodes, sizeof *r->codes);
	r->rules = sg_arena_array(&r->arena, book->ncodes, sizeof(int64_t *));
	for (size_t c = 0; c < book->ncodes; c++) {
		size_t n = book->codes[c].nrules;
		r->codes[c] = (int64_t)c + 1;
		r->rules[c] = sg_arena_array(&r->arena, n, sizeof **r->rules);
		for (size_t i = 0; i < n; i++)
			r->rules[c][i] = id++;
	}
	return r;
}

static int count_segments(void *ctx, struct sg_scanned *text, struct sg_error *err)
{
	size_t *total = ctx;

	(void)err;
	*total += text->segments.n;
	return 0;
}

static int scanning(const char *project, const char *book, const char *threads)
{
	struct sg_error err = {0};
	struct sg_store *store;
	struct sg_ids ids = {NULL, 0, 0};
	struct compiled c;
	size_t total = 0;

	if (sg_store_open(&store, project, SG_STORE_READ, &err) < 0 ||
		compile(&c, book, &err) < 0 ||
		sg_text_ids(store, SG_TEXTS_CURRENT, &ids, &err) < 0)
		return fail(&err);
	struct sg_book_rows *rows = rows_of(c.book);
	struct sg_pool_job job = {.store = store,
		.ids = ids.v,
		.nids = ids.n,
		.engine = c.engine,
		.book = c.book,
		.rows = rows,
		.threads = (unsigned)strtoul(threads, NULL, 10),
		.take = count_segments,
		.ctx = &total};
	double t0 = cpu(), w0 = now(CLOCK_MONOTONIC);
	if (sg_pool_run(&job, &c.notes, &err) < 0)
		return fail(&err);
	printf("scanning=%.3f wall=%.3f segments=%zu\n", cpu() - t0,
		now(CLOCK_MONOTONIC) - w0, total);
	sg_book_rows_release(rows);
	free(rows);
	sg_ids_release(&ids);
	release(&c);
	sg_store_close(store);
	return 0;
}

/* The table as it is, with its indexes and checks, but empty: its rows lie in memory
 * and go in again from one prepared statement in one transaction. */
static int insert(const char *project)
{
	static const char setup[] =
		"PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
		"PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
		"ATTACH ':memory:' AS kept;"
		"CREATE TABLE kept.segment AS SELECT text,answer,start,stop,code,"
		"origin,hits,facets,born FROM main.segment ORDER BY id;"
		"DELETE FROM main.segment; VACUUM main;";
	sqlite3 *db;
	sqlite3_stmt *from, *into;
	size_t n = 0;

	if (sqlite3_open(project, &db) != SQLITE_OK ||
		sqlite3_exec(db, setup, NULL, NULL, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(db,
			"SELECT text,answer,start,stop,code,origin,hits,facets,born "
			"FROM kept.segment ORDER BY rowid",
			-1, &from, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(db,
			"INSERT INTO main.segment(text,answer,start,stop,code,origin,"
			"hits,facets,born) VALUES(?,?,?,?,?,?,?,?,?)",
			-1, &into, NULL) != SQLITE_OK)
		return fail_db(db);
	double t0 = cpu(), w0 = now(CLOCK_MONOTONIC), reading;
	while (sqlite3_step(from) == SQLITE_ROW)
		for (int i = 0; i < 9; i++)
			n += sqlite3_column_bytes(from, i) > 0;
	reading = cpu() - t0;
	sqlite3_reset(from);
	n = 0;
	t0 = cpu();
	w0 = now(CLOCK_MONOTONIC);
	sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	while (sqlite3_step(from) == SQLITE_ROW) {
		for (int i = 0; i < 9; i++)
			sqlite3_bind_value(into, i + 1, sqlite3_column_value(from, i));
		if (sqlite3_step(into) != SQLITE_DONE)
			return fail_db(db);
		sqlite3_reset(into);
		n++;
	}
	if (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
		return fail_db(db);
	printf("insert=%.3f wall=%.3f rows=%zu\n", cpu() - t0 - reading,
		now(CLOCK_MONOTONIC) - w0, n);
	sqlite3_finalize(from);
	sqlite3_finalize(into);
	sqlite3_close(db);
	return 0;
}

static int rows(const char *texts, const char *out)
{
	struct sg_error err = {0};
	struct sg_buf file;
	struct sg_str rest, line;
	sqlite3 *db;
	sqlite3_stmt *into;
	size_t n = 0;

	sg_buf_init(&file);
	if (sg_file_read(texts, SIZE_MAX / 2, &file, &err) < 0)
		return fail(&err);
	if (sqlite3_open(out, &db) != SQLITE_OK ||
		sqlite3_exec(db,
			"PRAGMA synchronous=FULL; CREATE TABLE text(id INTEGER PRIMARY "
			"KEY, body TEXT NOT NULL); BEGIN",
			NULL, NULL, NULL) != SQLITE_OK ||
		sqlite3_prepare_v2(db, "INSERT INTO text(body) VALUES(?)", -1, &into,
			NULL) != SQLITE_OK)
		return fail_db(db);
	rest = sg_buf_str(&file);
	for (; sg_str_line(&rest, &line); n++) {
		sqlite3_bind_text64(
			into, 1, line.p, line.n, SQLITE_STATIC, SQLITE_UTF8);
		if (sqlite3_step(into) != SQLITE_DONE)
			return fail_db(db);
		sqlite3_reset(into);
	}
	if (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
		return fail_db(db);
	printf("rows=%zu\n", n);
	sqlite3_finalize(into);
	sqlite3_close(db);
	sg_buf_release(&file);
	return 0;
}

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static int run(const char *report, char **command)
{
	struct rusage use;
	double t0 = now(CLOCK_MONOTONIC);
	int status;
	pid_t child = fork();

	if (child == 0) {
		execvp(command[0], command);
		perror(command[0]);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &use) < 0)
		return 1;
	FILE *f = fopen(report, "a");
	if (!f)
		return 1;
	fprintf(f, "%.3f %.3f %.3f %ld\n", seconds(use.ru_utime), seconds(use.ru_stime),
		now(CLOCK_MONOTONIC) - t0, use.ru_maxrss);
	fclose(f);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		int (*call)(const char *a, const char *b);
	} modes[] = {
		{"scan", scan},
		{"pcre", pcre},
		{"rows", rows},
	};

	if (argc > 3 && strcmp(argv[1], "run") == 0)
		return run(argv[2], argv + 3);
	if (argc == 5 && strcmp(argv[1], "scanning") == 0)
		return scanning(argv[2], argv[3], argv[4]);
	if (argc == 3 && strcmp(argv[1], "insert") == 0)
		return insert(argv[2]);
	for (size_t i = 0; argc == 4 && i < sizeof modes / sizeof *modes; i++)
		if (strcmp(argv[1], modes[i].name) == 0)
			return modes[i].call(argv[2], argv[3]);
	fprintf(stderr, "usage: scan_driver scan|pcre|scanning|insert|rows|run ...\n");
	return 2;
}
