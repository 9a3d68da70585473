/* fixture.h - small projects for the tests of store and coding: documents written as
 * "## Q1" headings with text below, codebooks as text, and looks at the file in SQL.
 * Header only; each test file includes it.
 */
#ifndef SG_TEST_FIXTURE_H
#define SG_TEST_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "coding/coding.h"
#include "store/db.h"
#include "store/migrations.h"
#include "store/study.h"

#define FX_NOW "2026-01-02T03:04:05Z"

struct fx {
	struct sg_store *store;
	struct sg_notes notes;
	struct sg_error err;
	char dir[64], path[96];
};

static inline void fx_check(struct fx *f, int rc, const char *file, int line)
{
	if (rc >= 0)
		return;
	print_error("%s:%d: %s: %s\n", file, line, f->err.source, f->err.text);
	for (size_t i = 0; i < f->notes.n; i++)
		print_error(
			"  note: %u: %s\n", f->notes.v[i].line, f->notes.v[i].text.p);
	fail();
}
#define FX_OK(f, call) fx_check((f), (call), __FILE__, __LINE__)

/* A number from the environment, by which a longer test is asked for. */
static inline size_t fx_number_of(const char *name, size_t otherwise)
{
	const char *z = getenv(name);

	return z && *z ? (size_t)strtoul(z, NULL, 10) : otherwise;
}

/* A project in memory, or in a folder of its own. */
static inline void fx_open(struct fx *f, bool on_disk)
{
	memset(f, 0, sizeof *f);
	sg_notes_init(&f->notes);
	snprintf(f->path, sizeof f->path, ":memory:");
	if (on_disk) {
		const char *tmp = getenv("TMPDIR");
		snprintf(f->dir, sizeof f->dir, "%.40s/saegim-XXXXXX",
			tmp && *tmp ? tmp : "/tmp");
		assert_non_null(mkdtemp(f->dir));
		snprintf(f->path, sizeof f->path, "%s/p.saegim", f->dir);
	}
	FX_OK(f, sg_store_create(&f->store, f->path, SG_STR("시험"), SG_STR("ko"),
			 FX_NOW, &f->err));
}

/* Opens a project that an older program made: of the version given, and with these rows. */
static inline void fx_open_older(struct fx *f, size_t version, const char *rows)
{
	struct sg_buf head;
	sqlite3 *db;

	fx_open(f, true);
	sg_store_close(f->store);
	unlink(f->path);
	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	for (size_t n = 0; n < version; n++)
		assert_int_equal(
			sqlite3_exec(db, sg_migration_sql(n), NULL, NULL, NULL),
			SQLITE_OK);
	sg_buf_init(&head);
	sg_buf_printf(&head, "PRAGMA application_id=%d; PRAGMA user_version=%zu;",
		SG_APPLICATION_ID, version);
	assert_int_equal(sqlite3_exec(db, head.p, NULL, NULL, NULL), SQLITE_OK);
	sg_buf_release(&head);
	if (sqlite3_exec(db, rows, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
	sqlite3_close(db);
	FX_OK(f, sg_store_open(&f->store, f->path, SG_STORE_WRITE, &f->err));
}

static inline void fx_close(struct fx *f)
{
	sg_store_close(f->store);
	sg_notes_release(&f->notes);
	if (f->dir[0]) {
		unlink(f->path);
		rmdir(f->dir);
	}
}

struct fx_doc {
	struct sg_document doc;
	struct sg_answer answers[16];
	struct sg_part parts[16][4];
};

/* Splits body at lines "## LABEL": an answer each, trimmed; "-" alone is none. A line
 * that begins "[x] " starts part x of its answer. */
static inline void fx_parse(
	struct fx_doc *d, const char *name, const char *respondent, const char *body)
{
	struct sg_str all = sg_str_of(body), rest = all, line;
	struct sg_answer *a = NULL;

	memset(d, 0, sizeof *d);
	d->doc = (struct sg_document){.name = sg_str_of(name),
		.path = sg_str_of(name),
		.reader = "text",
		.encoding = "UTF-8",
		.file_sha256 = "0",
		.body = all,
		.respondent = sg_str_of(respondent),
		.answers = d->answers};
	while (sg_str_line(&rest, &line)) {
		uint32_t at = (uint32_t)(line.p - all.p), end = at + (uint32_t)line.n;
		if (sg_str_starts(line, SG_STR("## "))) {
			a = &d->answers[d->doc.nanswers++];
			a->question = sg_str_skip(line, 3);
			a->parts = d->parts[d->doc.nanswers - 1];
			a->span.start = a->span.stop = 0;
			continue;
		}
		if (!a || sg_str_trim(line).n == 0)
			continue;
		if (a->span.stop == 0)
			a->span.start = at;
		a->span.stop = end;
		if (line.p[0] == '[') {
			struct sg_part *p = &a->parts[a->nparts++];
			p->label = sg_str_sub(line, 1, sg_str_findc(line, ']'));
			p->span.start = at;
		}
		if (a->nparts)
			a->parts[a->nparts - 1].span.stop = end;
	}
	for (size_t i = 0; i < d->doc.nanswers; i++) {
		a = &d->answers[i];
		struct sg_str text = sg_str_sub(all, a->span.start, a->span.stop);
		if (text.n == 0 || sg_str_eqz(text, "-")) {
			a->state = SG_ANSWER_NONE;
			a->kind = text.n ? SG_KIND_BLANK : SG_KIND_MISSING;
		}
	}
}

static inline enum sg_put fx_put(
	struct fx *f, const char *name, const char *respondent, const char *body)
{
	struct fx_doc d;
	enum sg_put what;

	fx_parse(&d, name, respondent, body);
	FX_OK(f, sg_store_put_document(
			 f->store, &d.doc, FX_NOW, &what, &f->notes, &f->err));
	return what;
}

static inline struct sg_codebook *fx_book(struct fx *f, const char *text)
{
	struct sg_codebook *book = NULL;

	FX_OK(f, sg_codebook_read(&book, sg_str_of(text), "book.md", &f->notes));
	return book;
}

static inline struct sg_run_summary fx_code(struct fx *f, const char *text)
{
	struct sg_code_options o = {.now = FX_NOW};
	struct sg_run_summary sum;
	struct sg_codebook *book = fx_book(f, text);

	FX_OK(f, sg_code_run(f->store, book, &o, &sum, &f->notes, &f->err));
	sg_codebook_free(book);
	return sum;
}

/* Judges; returns the code of the failure, if any, and forgets it. */
static inline int fx_judge(struct fx *f, enum sg_verdict verdict, const char *coder,
	const char *respondent, const char *question, const char *code,
	const char *quote)
{
	struct sg_judge j = {.verdict = verdict,
		.coder = sg_str_of(coder),
		.respondent = sg_str_of(respondent),
		.question = sg_str_of(question),
		.code = sg_str_of(code),
		.quote = sg_str_of(quote),
		.origin = "manual",
		.now = FX_NOW};
	bool recorded;

	sg_error_reset(&f->err);
	int rc = sg_judge(f->store, &j, &recorded, &f->err);
	return rc < 0 ? rc : recorded;
}

static inline int64_t fx_int(struct fx *f, const char *sql)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(f->store->db, sql, -1, &st, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(f->store->db));
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	int64_t n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

/* All rows as "a|b|c\n". The caller frees. */
static inline char *fx_rows_db(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st = NULL;
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, "");
	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	while (sqlite3_step(st) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(st); i++) {
			const char *z = (const char *)sqlite3_column_text(st, i);
			sg_buf_printf(&b, "%s%s", i ? "|" : "", z ? z : "NULL");
		}
		sg_buf_addc(&b, '\n');
	}
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
	return b.p;
}

static inline char *fx_rows(struct fx *f, const char *sql)
{
	return fx_rows_db(f->store->db, sql);
}

static inline void fx_expect(struct fx *f, const char *sql, const char *rows)
{
	char *got = fx_rows(f, sql);

	assert_string_equal(got, rows);
	free(got);
}

/* Everything people ever said. */
static inline char *fx_human(struct fx *f, bool with_places)
{
	struct sg_buf b;
	const char *const tables[] = {"SELECT * FROM coder ORDER BY id",
		"SELECT "
		"id,source,case_,question,made_in,made_start,made_stop,quote,before,"
		"after FROM anchor ORDER BY id",
		"SELECT * FROM judgement ORDER BY id",
		"SELECT * FROM ruling ORDER BY id", "SELECT * FROM memo ORDER BY id",
		"SELECT id,text,answer,start,stop,how FROM anchor ORDER BY id"};

	sg_buf_init(&b);
	for (size_t i = 0; i < sizeof tables / sizeof *tables - !with_places; i++) {
		char *rows = fx_rows(f, tables[i]);
		sg_buf_addz(&b, rows);
		free(rows);
	}
	return b.p;
}

static inline bool fx_noted(const struct fx *f, const char *part)
{
	for (size_t i = 0; i < f->notes.n; i++)
		if (strstr(f->notes.v[i].text.p, part))
			return true;
	return false;
}

#endif
