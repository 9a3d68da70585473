/* migration_3.c - from version 2 to 3: see migrations.c for the rules of the house. */
#include "config.h"

#include "store/migrations.h"

/* What each source says of a respondent, so that it goes with the source and with its
 * head, and what another says stays. source NULL: a table of attributes, or the file was
 * of the first version. read: the order in which sources were read that say this. */
#define ATTRIBUTES                                                              \
	"ALTER TABLE attribute RENAME TO attribute_2;"                          \
	"CREATE TABLE attribute("                                               \
	"case_ INTEGER NOT NULL REFERENCES case_, name TEXT NOT NULL,"          \
	" source INTEGER REFERENCES source, value TEXT NOT NULL,"               \
	" ord INTEGER NOT NULL, read INTEGER NOT NULL) STRICT;"                 \
	"CREATE UNIQUE INDEX attribute_said ON attribute(case_,name,"           \
	"coalesce(source,0));"                                                  \
	"CREATE INDEX attribute_source ON attribute(source);"                   \
	"INSERT INTO attribute(case_,name,source,value,ord,read) SELECT case_," \
	"name,source,value,ord,1 FROM attribute_2;"                             \
	"DROP TABLE attribute_2;"

/* The value that holds: what the source says that was read last, of those that were not
 * taken out. Where all were, current is 0: of a respondent of the past. */
#define ATTRIBUTES_IN_FORCE                                                    \
	"CREATE VIEW v_attribute AS"                                           \
	" SELECT case_,respondent,name,value,ord,source,current FROM("         \
	"SELECT a.case_,c.name AS respondent,a.name,a.value,a.ord,a.source,"   \
	"s.removed IS NULL AS current,row_number() OVER(PARTITION BY a.case_," \
	"a.name ORDER BY s.removed IS NULL DESC,a.read DESC) AS nth"           \
	" FROM attribute a JOIN case_ c ON c.id=a.case_"                       \
	" LEFT JOIN source s ON s.id=a.source) WHERE nth=1;"

/* Words that one file brought are taken back together: the id of the first of them, in
 * the file where it was said; NULL: a word by itself, or of before, where those of one
 * time are together. */
#define BATCHES "ALTER TABLE judgement ADD COLUMN batch_first INTEGER;"

const char sg_migration_3[] = ATTRIBUTES ATTRIBUTES_IN_FORCE BATCHES;
