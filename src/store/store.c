/* store.c - project files: making, opening, refusing, upgrading; transactions. */
#include "config.h"

#include "store/store.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "store/db.h"
#include "store/migrations.h"

static int pragma_value(
	struct sg_store *s, const char *sql, int64_t *out, struct sg_error *err)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	*out = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
	sqlite3_finalize(st);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? 0 : sg_store_fail(s, rc, err);
}

/* Settings of the connection: used by one thread, temporary tables and 64 MiB of pages
 * in memory, and a wait of five seconds for another writer. */
static int connect_db(struct sg_store *s, int flags, struct sg_error *err)
{
	/* Statistics that no one asks for cost a lock for each allocation. Refused, and no
	 * matter, once SQLite is in use. */
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	int rc = sqlite3_open_v2(s->path, &s->db, flags | SQLITE_OPEN_NOMUTEX, NULL);

	if (rc != SQLITE_OK)
		return sg_store_fail(s, rc, err);
	sqlite3_extended_result_codes(s->db, 1);
	sqlite3_busy_timeout(s->db, 5000);
	return sg_store_exec(s,
		"PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA "
		"cache_size=-65536;"
		"PRAGMA synchronous=FULL;",
		err);
}

static struct sg_store *new_store(const char *path, bool write)
{
	struct sg_store *s = sg_zalloc(1, sizeof *s);

	s->path = sg_strdup(sg_str_of(path));
	s->write = write;
	return s;
}

static int migrate(struct sg_store *s, int64_t from, struct sg_error *err)
{
	struct sg_buf b;
	int rc = sg_store_begin(s, err);

	if (rc < 0)
		return rc;
	sg_buf_init(&b);
	sg_buf_printf(&b, "PRAGMA application_id=%d; PRAGMA user_version=%zu;",
		SG_APPLICATION_ID, sg_migration_count());
	for (size_t n = (size_t)from; rc == 0 && sg_migration_sql(n); n++)
		rc = sg_store_exec(s, sg_migration_sql(n), err);
	if (rc == 0)
		rc = sg_store_exec(s, sg_buf_z(&b), err);
	sg_buf_release(&b);
	if (rc == 0)
		return sg_store_commit(s, err);
	sg_store_rollback(s);
	return rc;
}

static int put_project(struct sg_store *s, struct sg_str title, struct sg_str language,
	const char *now, struct sg_error *err)
{
	struct sg_query q;
	char guid[37];

	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_PROJECT_NEW, err);
	sg_query_textz(&q, ":guid", guid);
	sg_query_text(&q, ":title", title);
	sg_query_text(&q, ":language", language);
	sg_query_textz(&q, ":created", now);
	return sg_query_run(&q);
}

int sg_store_create(struct sg_store **out, const char *path, struct sg_str title,
	struct sg_str language, const char *now, struct sg_error *err)
{
	bool memory = strcmp(path, ":memory:") == 0;

	*out = NULL;
	if (!sg_str_eqz(language, "ko") && !sg_str_eqz(language, "en"))
		return sg_error_set(err, SG_EUSAGE,
			_("the language of reports is ko or en, not '%.*s'"),
			SG_ARG(language));
	if (!memory && sg_file_kind(path) != SG_FILE_NONE)
		return sg_error_set(err, SG_ECONFLICT, _("'%s' exists already"), path);
	struct sg_store *s = new_store(path, true);
	int rc = connect_db(s, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
	/* Most answers then lie in one page, with their row. */
	if (rc == 0)
		rc = sg_store_exec(s, "PRAGMA page_size=16384", err);
	if (rc == 0)
		rc = sg_store_begin(s, err);
	if (rc == 0 && (rc = migrate(s, 0, err)) == 0 &&
		(rc = put_project(s, title, language, now, err)) == 0)
		rc = sg_store_commit(s, err);
	if (rc == 0) {
		*out = s;
		return 0;
	}
	bool made = s->db != NULL;
	sg_store_close(s);
	if (made && !memory)
		unlink(path);
	return rc;
}

/* Whose file it is and of which version; upgrades an older one. */
static int check_file(struct sg_store *s, struct sg_error *err)
{
	int64_t application = 0, version = 0;
	int64_t newest = (int64_t)sg_migration_count();

	int rc = pragma_value(s, "PRAGMA application_id", &application, err);
	if (rc == 0)
		rc = pragma_value(s, "PRAGMA user_version", &version, err);
	if (rc < 0)
		return rc;
	if (application != SG_APPLICATION_ID)
		return sg_error_at(err, SG_EINPUT, s->path, 0, 0,
			_("this is no saegim project but a database of another "
			  "program"));
	if (version > newest)
		return sg_error_at(err, SG_EINPUT, s->path, 0, 0,
			_("made by a newer saegim (schema %lld; this one knows up to "
			  "%lld)"),
			(long long)version, (long long)newest);
	if (s->write && sqlite3_db_readonly(s->db, "main") == 1)
		return sg_store_fail(s, SQLITE_READONLY, err);
	if (version < newest && !s->write)
		return sg_error_at(err, SG_EINPUT, s->path, 0, 0,
			_("made by an older saegim; a command that writes upgrades "
			  "it"));
	/* Another program may have left it in WAL mode, in which one file is not all. */
	rc = s->write ? sg_store_exec(s, "PRAGMA journal_mode=DELETE", err) : 0;
	if (rc == 0 && version < newest)
		rc = migrate(s, version, err);
	return rc;
}

int sg_store_open(struct sg_store **out, const char *path, enum sg_store_mode mode,
	struct sg_error *err)
{
	enum sg_file_kind kind = sg_file_kind(path);

	*out = NULL;
	if (kind == SG_FILE_NONE)
		return sg_error_set(
			err, SG_ENOTFOUND, _("there is no project '%s'"), path);
	if (kind != SG_FILE_REGULAR)
		return sg_error_at(
			err, SG_EINPUT, path, 0, 0, _("this is not a saegim project"));
	struct sg_store *s = new_store(path, mode == SG_STORE_WRITE);
	/* A reader opens for writing too: only so can it take back what a killed writer
	 * left in its journal. SQLite falls back by itself where that is not allowed. */
	int rc = connect_db(s, SQLITE_OPEN_READWRITE, err);
	if (rc == 0)
		rc = check_file(s, err);
	if (rc == 0 && mode == SG_STORE_READ)
		rc = sg_store_exec(s, "PRAGMA query_only=ON", err);
	if (rc == 0)
		*out = s;
	else
		sg_store_close(s);
	return rc;
}

/* Copies all pages of the file into s, which is in memory. */
static int copy_pages(struct sg_store *s, const char *path, struct sg_error *err)
{
	struct sg_store *from = new_store(path, false);
	int rc = connect_db(from, SQLITE_OPEN_READWRITE, err);

	if (rc == 0) {
		sqlite3_backup *b =
			sqlite3_backup_init(s->db, "main", from->db, "main");
		int step = b ? sqlite3_backup_step(b, -1) : sqlite3_errcode(s->db);
		if (b)
			sqlite3_backup_finish(b);
		if (step != SQLITE_DONE)
			rc = sg_store_fail(from, step, err);
	}
	sg_store_close(from);
	return rc;
}

int sg_store_copy(struct sg_store **out, const char *path, struct sg_error *err)
{
	enum sg_file_kind kind = sg_file_kind(path);

	*out = NULL;
	if (kind == SG_FILE_NONE)
		return sg_error_set(
			err, SG_ENOTFOUND, _("there is no project '%s'"), path);
	if (kind != SG_FILE_REGULAR)
		return sg_error_at(
			err, SG_EINPUT, path, 0, 0, _("this is not a saegim project"));
	struct sg_store *s = new_store(":memory:", true);
	int rc = connect_db(s, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
	if (rc == 0)
		rc = copy_pages(s, path, err);
	free(s->path);
	s->path = sg_strdup(sg_str_of(path)); /* for messages */
	if (rc == 0)
		rc = check_file(s, err);
	if (rc == 0)
		*out = s;
	else
		sg_store_close(s);
	return rc;
}

void sg_store_close(struct sg_store *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < SG_SQL_COUNT; i++)
		sqlite3_finalize(s->statements[i]);
	sqlite3_close(s->db);
	sg_intake_forget(s);
	free(s->path);
	free(s);
}

int sg_store_begin(struct sg_store *s, struct sg_error *err)
{
	if (s->depth == 0) {
		int rc = sg_store_exec(s, s->write ? "BEGIN IMMEDIATE" : "BEGIN", err);
		if (rc < 0)
			return rc;
		s->doomed = false;
		s->last_human = 0;
		s->first_source = 0;
		s->batch = 0;
	}
	s->depth++;
	return 0;
}

static void undo_all(struct sg_store *s)
{
	/* SQLite has done it by itself after some failures (a full disk). */
	if (!sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

int sg_store_commit(struct sg_store *s, struct sg_error *err)
{
	if (s->depth == 0 || s->doomed) {
		sg_store_rollback(s);
		return sg_error_at(err, SG_ESTORE, s->path, 0, 0,
			_("a change inside failed, so nothing was changed"));
	}
	if (s->depth > 1) {
		s->depth--;
		return 0;
	}
	int rc = sg_store_exec(s, "COMMIT", err);
	if (rc < 0)
		undo_all(s);
	s->depth = 0;
	s->last_human = 0;
	return rc;
}

void sg_store_rollback(struct sg_store *s)
{
	if (s->depth == 0)
		return;
	if (!s->doomed)
		undo_all(s);
	s->doomed = true;
	s->depth--;
}
