/* migrations.h - the numbered steps that make the schema, and nothing else does. */
#ifndef SG_STORE_MIGRATIONS_H
#define SG_STORE_MIGRATIONS_H

#include <stddef.h>

/* "SGM1": what PRAGMA application_id holds in a project file. */
#define SG_APPLICATION_ID 0x53474D31

/* Number of migrations; user_version of an up-to-date file. */
size_t sg_migration_count(void);
/* The SQL script that leads from version n to n + 1, n from 0; or NULL. */
const char *sg_migration_sql(size_t n);

/* Scripts of files of their own. */
extern const char sg_migration_2[], sg_migration_3[];

#endif
