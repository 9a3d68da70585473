/* append_only.h - triggers of the tables that are only ever appended to, as text of a
 * migration. Internal to the migrations. */
#ifndef SG_STORE_APPEND_ONLY_H
#define SG_STORE_APPEND_ONLY_H

/* A second row with a known id or guid would, as INSERT OR REPLACE, take the first
 * one away without a DELETE trigger seeing it. */
#define APPEND_ONLY(t)                                                        \
	"CREATE TRIGGER " t "_no_delete BEFORE DELETE ON " t " BEGIN"         \
	" SELECT RAISE(ABORT,'" t " is only appended to'); END;"              \
	"CREATE TRIGGER " t "_no_replace BEFORE INSERT ON " t " WHEN EXISTS(" \
	"SELECT 1 FROM " t " WHERE id=NEW.id) BEGIN"                          \
	" SELECT RAISE(ABORT,'" t " is only appended to'); END;"
#define NO_UPDATE(t)                                                  \
	"CREATE TRIGGER " t "_no_update BEFORE UPDATE ON " t " BEGIN" \
	" SELECT RAISE(ABORT,'" t " is only appended to'); END;"
#define NO_SECOND_GUID(t)                                                    \
	"CREATE TRIGGER " t "_no_second BEFORE INSERT ON " t " WHEN EXISTS(" \
	"SELECT 1 FROM " t " WHERE guid=NEW.guid) BEGIN"                     \
	" SELECT RAISE(ABORT,'" t " is only appended to'); END;"
#define APPEND_TABLE(t) APPEND_ONLY(t) NO_UPDATE(t) NO_SECOND_GUID(t)

#endif
