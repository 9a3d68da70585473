/* db.c - see db.h. */
#include "config.h"

#include "store/db.h"

#include <stdio.h>
#include <string.h>

/* What a researcher can do about a failure, for the codes that have an answer. */
static const struct failure {
	int rc;
	enum sg_errcode code;
	const char *text;
} failures[] = {
	{SQLITE_FULL, SG_EIO, N_("the disk is full; nothing was changed")},
	{SQLITE_BUSY, SG_ECONFLICT, N_("another program is writing to it; try again")},
	{SQLITE_LOCKED, SG_ECONFLICT,
		N_("another program is writing to it; try again")},
	{SQLITE_READONLY, SG_EIO, N_("the project is read-only")},
	{SQLITE_NOTADB, SG_EINPUT, N_("this is not a saegim project")},
	{SQLITE_CORRUPT, SG_ESTORE,
		N_("the project is damaged; take the last copy of it")},
	{SQLITE_CANTOPEN, SG_EIO, N_("cannot open the project or its journal")},
	{SQLITE_IOERR, SG_EIO, N_("reading or writing failed; nothing was changed")},
};

int sg_store_fail(struct sg_store *s, int rc, struct sg_error *err)
{
	for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
		if (failures[i].rc == (rc & 0xFF))
			return sg_error_at(err, failures[i].code, s->path, 0, 0, "%s",
				_(failures[i].text));
	return sg_error_at(err, SG_ESTORE, s->path, 0, 0, "%s",
		s->db ? sqlite3_errmsg(s->db) : sqlite3_errstr(rc));
}

void sg_query_open(
	struct sg_query *q, struct sg_store *s, enum sg_sql_id id, struct sg_error *err)
{
	*q = (struct sg_query){s, s->statements[id], SQLITE_OK, 0, err};
	if (q->st)
		return;
	q->rc = sqlite3_prepare_v3(s->db, sg_sql(id)->text, -1,
		SQLITE_PREPARE_PERSISTENT, &s->statements[id], NULL);
	q->st = s->statements[id];
}

/* Number of a parameter. A name the statement does not have is a mistake of ours and
 * must not bind somewhere else. Most callers bind in the order of the statement, so
 * the next one is looked at first. */
static int param(struct sg_query *q, const char *name)
{
	if (q->rc != SQLITE_OK)
		return 0;
	const char *next = sqlite3_bind_parameter_name(q->st, q->bound + 1);
	int at = next && strcmp(next, name) == 0
			 ? q->bound + 1
			 : sqlite3_bind_parameter_index(q->st, name);
	if (at == 0)
		q->rc = SQLITE_RANGE;
	q->bound = at;
	return at;
}

static void bound(struct sg_query *q, int rc)
{
	if (q->rc == SQLITE_OK)
		q->rc = rc;
}

void sg_query_int(struct sg_query *q, const char *name, int64_t value)
{
	int at = param(q, name);

	if (at)
		bound(q, sqlite3_bind_int64(q->st, at, value));
}

void sg_query_real(struct sg_query *q, const char *name, double value)
{
	int at = param(q, name);

	if (at)
		bound(q, sqlite3_bind_double(q->st, at, value));
}

void sg_query_text(struct sg_query *q, const char *name, struct sg_str value)
{
	int at = param(q, name);

	if (at)
		bound(q, sqlite3_bind_text64(q->st, at, value.p ? value.p : "", value.n,
				 SQLITE_STATIC, SQLITE_UTF8));
}

void sg_query_blob(struct sg_query *q, const char *name, struct sg_str value)
{
	int at = param(q, name);

	if (at)
		bound(q, sqlite3_bind_blob64(q->st, at, value.p ? value.p : "", value.n,
				 SQLITE_STATIC));
}

void sg_query_textz(struct sg_query *q, const char *name, const char *value)
{
	sg_query_text(q, name, sg_str_of(value));
}

void sg_query_null(struct sg_query *q, const char *name)
{
	int at = param(q, name);

	if (at)
		bound(q, sqlite3_bind_null(q->st, at));
}

void sg_query_ref(struct sg_query *q, const char *name, int64_t value)
{
	if (value)
		sg_query_int(q, name, value);
	else
		sg_query_null(q, name);
}

void sg_query_opt(struct sg_query *q, const char *name, struct sg_str value)
{
	if (value.n)
		sg_query_text(q, name, value);
	else
		sg_query_null(q, name);
}

int sg_query_step(struct sg_query *q)
{
	if (q->rc == SQLITE_OK) {
		int rc = sqlite3_step(q->st);
		if (rc == SQLITE_ROW)
			return 1;
		if (rc == SQLITE_DONE)
			return 0;
		q->rc = rc;
	}
	return sg_store_fail(q->store, q->rc, q->err);
}

void sg_query_close(struct sg_query *q)
{
	if (q->st) {
		sqlite3_reset(q->st);
		sqlite3_clear_bindings(q->st);
	}
	q->st = NULL;
}

int sg_query_run(struct sg_query *q)
{
	int rc;

	while ((rc = sg_query_step(q)) > 0)
		;
	sg_query_close(q);
	return rc;
}

int sg_query_value(struct sg_query *q, int64_t *out)
{
	int rc = sg_query_step(q);

	*out = rc > 0 ? sg_col_int(q, 0) : 0;
	sg_query_close(q);
	return rc < 0 ? rc : 0;
}

int64_t sg_col_int(const struct sg_query *q, int col)
{
	return sqlite3_column_int64(q->st, col);
}

double sg_col_real(const struct sg_query *q, int col)
{
	return sqlite3_column_double(q->st, col);
}

uint32_t sg_col_u32(const struct sg_query *q, int col)
{
	return (uint32_t)sqlite3_column_int64(q->st, col);
}

struct sg_str sg_col_text(const struct sg_query *q, int col)
{
	const char *p = (const char *)sqlite3_column_text(q->st, col);

	return (struct sg_str){
		p ? p : "", p ? (size_t)sqlite3_column_bytes(q->st, col) : 0};
}

struct sg_str sg_col_blob(const struct sg_query *q, int col)
{
	const char *p = sqlite3_column_blob(q->st, col);

	return (struct sg_str){
		p ? p : "", p ? (size_t)sqlite3_column_bytes(q->st, col) : 0};
}

bool sg_col_null(const struct sg_query *q, int col)
{
	return sqlite3_column_type(q->st, col) == SQLITE_NULL;
}

int64_t sg_store_rowid(const struct sg_store *s)
{
	return sqlite3_last_insert_rowid(s->db);
}

int sg_store_exec(struct sg_store *s, const char *sql, struct sg_error *err)
{
	int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? 0 : sg_store_fail(s, rc, err);
}

void sg_store_guid(char out[37])
{
	static const char hex[] = "0123456789abcdef";
	uint8_t b[16];
	char *p = out;

	sqlite3_randomness(sizeof b, b);
	b[6] = (uint8_t)((b[6] & 0x0F) | 0x40);
	b[8] = (uint8_t)((b[8] & 0x3F) | 0x80);
	for (size_t i = 0; i < sizeof b; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*p++ = '-';
		*p++ = hex[b[i] >> 4];
		*p++ = hex[b[i] & 15];
	}
	*p = '\0';
}
