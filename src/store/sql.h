/* sql.h - the statements of the store, by name. Their texts stand in sql_*.def. */
#ifndef SG_STORE_SQL_H
#define SG_STORE_SQL_H

#include <stdbool.h>

enum sg_sql_id {
#define SG_SQL_ONE(name, text) SG_SQL_##name,
#define SG_SQL_ALL(name, text) SG_SQL_##name,
#include "store/sql_list.def"
#undef SG_SQL_ONE
#undef SG_SQL_ALL
	SG_SQL_COUNT
};

struct sg_sql {
	const char *text;
	bool one; /* gives at most one row; every other SELECT has an ORDER BY */
};

/* The statement of that name. Parameters are named (":id"). */
const struct sg_sql *sg_sql(enum sg_sql_id id);

#endif
