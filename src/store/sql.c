/* sql.c - see sql.h. With the migrations, the only place with SQL. */
#include "config.h"

#include "store/sql.h"

static const struct sg_sql statements[SG_SQL_COUNT] = {
#define SG_SQL_ONE(name, text) {text, true},
#define SG_SQL_ALL(name, text) {text, false},
#include "store/sql_list.def"
#undef SG_SQL_ONE
#undef SG_SQL_ALL
};

const struct sg_sql *sg_sql(enum sg_sql_id id)
{
	return &statements[id];
}
