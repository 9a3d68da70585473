/* db.h - the database under the store: open file, prepared statements, one way to
 * bind, step and fail. Internal to src/store (and its tests).
 *
 * A struct sg_query is a statement in use. Binding problems are kept in it, so that
 * a caller binds without looking and sg_query_step or sg_query_run reports.
 */
#ifndef SG_STORE_DB_H
#define SG_STORE_DB_H

#include <sqlite3.h>

#include "store/gone.h"
#include "store/sql.h"
#include "store/store.h"

struct sg_store {
	sqlite3 *db;
	char *path;
	bool write;
	unsigned depth;       /* of transactions */
	bool doomed;          /* one inside was rolled back */
	int64_t first_source; /* made in this transaction, 0: none yet */
	int64_t batch; /* id of the first judgement of a batch in this transaction, or 0 */
	int64_t last_human; /* highest id in judgement, ruling and memo, 0: not read */
	struct sg_intake_memory intake;
	sqlite3_stmt *statements[SG_SQL_COUNT];
};

struct sg_query {
	struct sg_store *store;
	sqlite3_stmt *st;
	int rc;    /* first failure of SQLite */
	int bound; /* parameter bound last */
	struct sg_error *err;
};

/* Takes the statement into use, preparing it the first time. One use at a time. */
void sg_query_open(struct sg_query *q, struct sg_store *s, enum sg_sql_id id,
	struct sg_error *err);
/* Values by name (":id"). Texts are borrowed until the query is closed. */
void sg_query_int(struct sg_query *q, const char *name, int64_t value);
void sg_query_real(struct sg_query *q, const char *name, double value);
void sg_query_text(struct sg_query *q, const char *name, struct sg_str value);
void sg_query_blob(struct sg_query *q, const char *name, struct sg_str value);
void sg_query_textz(struct sg_query *q, const char *name, const char *value);
void sg_query_null(struct sg_query *q, const char *name);
/* value, or NULL when it is 0. */
void sg_query_ref(struct sg_query *q, const char *name, int64_t value);
/* value, or NULL when it is empty. */
void sg_query_opt(struct sg_query *q, const char *name, struct sg_str value);
/* 1 on a row, 0 at the end, negative on failure. */
int sg_query_step(struct sg_query *q);
/* Makes the statement free for its next use. */
void sg_query_close(struct sg_query *q);
/* Steps to the end and closes. 0 or negative. */
int sg_query_run(struct sg_query *q);
/* The one integer of the first row (0 when there is none), and closes. */
int sg_query_value(struct sg_query *q, int64_t *out);

/* Columns of the current row; texts are valid until the next step. NULL gives 0, and
 * the empty text. */
int64_t sg_col_int(const struct sg_query *q, int col);
double sg_col_real(const struct sg_query *q, int col);
uint32_t sg_col_u32(const struct sg_query *q, int col);
struct sg_str sg_col_text(const struct sg_query *q, int col);
struct sg_str sg_col_blob(const struct sg_query *q, int col);
bool sg_col_null(const struct sg_query *q, int col);

/* The id of the row that was inserted last. */
int64_t sg_store_rowid(const struct sg_store *s);
/* The next id of judgement, ruling and memo; inside a transaction. */
int sg_human_next(struct sg_store *s, int64_t *id, struct sg_error *err);
/* Runs a script of fixed SQL. */
int sg_store_exec(struct sg_store *s, const char *sql, struct sg_error *err);
/* A copy of a project in memory, of this version of the schema; the file is only read.
 * Refuses what sg_store_open refuses. */
int sg_store_copy(struct sg_store **out, const char *path, struct sg_error *err);
/* Fills err from SQLite's code rc; returns a negative sg_errcode. */
int sg_store_fail(struct sg_store *s, int rc, struct sg_error *err);
/* A new random GUID (RFC 4122, version 4), lower case. */
void sg_store_guid(char out[37]);

#endif
