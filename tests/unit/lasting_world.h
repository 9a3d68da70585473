/* lasting_world.h - a study, the files a user has of it, and two project files, for
 * test_nothing_lost.c. Header only.
 */
#ifndef SG_TEST_LASTING_WORLD_H
#define SG_TEST_LASTING_WORLD_H

#include "lasting_book.h"
#include "lasting_record.h"

#include <sys/stat.h>

#include "base/file.h"
#include "project/project.h"

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
	size_t kills, journals; /* processes killed; such as left a journal */
	const char *what;
	char now[40];
};

/* --- the files a user has --- */

static inline void hear(void *ctx, const struct sg_message *m)
{
	struct world *w = ctx;

	sg_buf_printf(&w->said, "%s:%u: %s\n", m->source, m->line, m->text);
}

static inline void keep(const char *path, struct sg_str text)
{
	struct sg_error err = {0};

	assert_int_equal(sg_file_write(path, text, &err), 0);
}

static inline void source_path(
	const struct world *w, size_t i, bool renamed, char out[96])
{
	snprintf(out, 96, "%s/%c%zu.txt", w->answers, renamed ? 't' : 's', i);
}

static inline void write_files(struct world *w)
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

static inline void tick(struct world *w)
{
	w->clock += (unsigned)rs_below(&w->random, 3);
	snprintf(w->now, sizeof w->now, "2026-03-%02uT%02u:%02u:%02uZ",
		1 + w->clock / 86400 % 28, w->clock / 3600 % 24, w->clock / 60 % 60,
		w->clock % 60);
}

static inline void wrong(struct world *w, const char *what)
{
	if (what)
		fail_msg("seed %u step %zu (%s): %s\n%s\n%s", w->seed, w->step, w->what,
			what, w->said.n ? sg_buf_z(&w->said) : "", sg_buf_z(&w->body));
}

static inline struct sg_project *open_file(struct world *w, const struct file *f)
{
	struct sg_project_options o = {.now = w->now, .message = hear, .ctx = w};
	struct sg_project *p;

	if (sg_project_open(&p, f->path, true, &o) < 0)
		wrong(w, sg_project_error(p));
	return p;
}

static inline void require(struct world *w, struct sg_project *p, int rc)
{
	if (rc < 0)
		wrong(w, sg_project_error(p));
}

/* A refusal for a reason that may well be is no failure. */
static inline bool agreed(struct world *w, struct sg_project *p, int rc)
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
static inline char *ask(struct sg_project *p, const char *sql)
{
	char *rows = fx_rows_db(db_of(p), sql);

	if (*rows)
		rows[strcspn(rows, "\n")] = '\0';
	return rows;
}

static inline char *ask_any(struct world *w, struct sg_project *p, const char *what)
{
	char sql[600];

	snprintf(sql, sizeof sql,
		"WITH x AS(%s) SELECT * FROM x LIMIT 1 OFFSET %zu%%max(1,(SELECT "
		"count(*) "
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

static inline struct sg_str next_field(char **rest)
{
	char *at = *rest, *bar = strchr(at, '|');

	*rest = bar ? bar + 1 : at + strlen(at);
	if (bar)
		*bar = '\0';
	return strcmp(at, "NULL") == 0 ? SG_STR("") : sg_str_of(at);
}

#endif
