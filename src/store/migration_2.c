/* migration_2.c - the second version of the schema: settings, a second coder's share,
 * what was printed, what runs looked at, ancestry of codes, words of several files in
 * one order. See migrations.h. */
#include "config.h"

#include "store/append_only.h"
#include "store/migrations.h"

/* Choices that hold for the whole project (which respondents are held out, ...). */
#define SETTINGS                                                           \
	"CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL)" \
	" STRICT, WITHOUT ROWID;"

/* Answers drawn for a coder by a recorded seed, in the order of drawing; undoes takes
 * one back. way: what was drawn (answers, answers within each question, respondents). */
#define ASSIGNMENTS                                                           \
	"CREATE TABLE assignment("                                            \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE,"                  \
	" coder INTEGER NOT NULL REFERENCES coder,"                           \
	" case_ INTEGER NOT NULL REFERENCES case_,"                           \
	" question INTEGER NOT NULL REFERENCES question,"                     \
	" share REAL NOT NULL, seed INTEGER NOT NULL,"                        \
	" way TEXT NOT NULL CHECK(way IN('answer','question','respondent'))," \
	" at TEXT NOT NULL, undoes INTEGER REFERENCES assignment) STRICT;"    \
	"CREATE INDEX assignment_coder ON assignment(coder,case_,question);"  \
	"CREATE INDEX assignment_undoes ON assignment(undoes)"                \
	" WHERE undoes IS NOT NULL;" APPEND_TABLE("assignment")
#define ASSIGNMENTS_IN_FORCE                                               \
	"CREATE VIEW v_assignment AS"                                      \
	" SELECT a.id,a.coder,c.name AS coder_name,a.case_,s.name AS "     \
	"respondent,a.question,q.label AS question_label,a.share,a.seed,"  \
	"a.way,a.at FROM assignment a JOIN coder c ON c.id=a.coder"        \
	" JOIN case_ s ON s.id=a.case_ JOIN question q ON q.id=a.question" \
	" WHERE a.undoes IS NULL AND NOT EXISTS("                          \
	"SELECT 1 FROM assignment u WHERE u.undoes=a.id);"

/* A study as tables were printed from it, whole (doc/schema.md tells the JSON). taken: it
 * came from another file, whose rows the ids in it mean. */
#define FROZEN                                                        \
	"CREATE TABLE frozen("                                        \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE,"          \
	" name TEXT NOT NULL UNIQUE CHECK(name<>''),"                 \
	" run INTEGER NOT NULL REFERENCES run,"                       \
	" coder INTEGER NOT NULL REFERENCES coder, at TEXT NOT NULL," \
	" note TEXT NOT NULL DEFAULT '', program TEXT NOT NULL,"      \
	" sha256 TEXT NOT NULL, study TEXT NOT NULL,"                 \
	" taken INTEGER NOT NULL DEFAULT 0 CHECK(taken IN(0,1)))"     \
	" STRICT;" APPEND_TABLE("frozen")

/* The source whose head an attribute comes from, so that it goes when the head no
 * longer has it; NULL: from a table of attributes, or from before this version. */
#define ATTRIBUTE_SOURCES                         \
	"ALTER TABLE attribute ADD COLUMN source" \
	" INTEGER REFERENCES source;"

/* Words in the order in which they were said, wherever: files of a team are merged, so
 * a row's id says nothing any more. n is its id in the file where it was said. */
#define SAID(t)                                                      \
	"ALTER TABLE " t " ADD COLUMN n INTEGER;"                    \
	"ALTER TABLE " t " ADD COLUMN said TEXT GENERATED ALWAYS AS" \
	"(at||'/'||printf('%012d',coalesce(n,id))||'/'||guid) VIRTUAL;"

/* Words that one file brought are taken back together. */
#define BATCHES                                                    \
	"ALTER TABLE judgement ADD COLUMN batch INTEGER NOT NULL " \
	"DEFAULT 0 CHECK(batch IN(0,1));"

/* For v_memo, and to find the anchors that a file of a team has too. */
#define INDICES                                                              \
	"CREATE INDEX memo_about ON memo(coder,case_,question,code,anchor);" \
	"CREATE INDEX anchor_made ON anchor(made_in,made_start,made_stop);"

/* Labels that a code had before it was renamed or moved. */
#define FORMER_LABELS                                                 \
	"CREATE TABLE former_label("                                  \
	"label TEXT NOT NULL, code INTEGER NOT NULL REFERENCES code," \
	" PRIMARY KEY(label,code)) STRICT, WITHOUT ROWID;"            \
	"CREATE INDEX code_merged ON code(merged_into)"               \
	" WHERE merged_into IS NOT NULL;"

/* As in the first version, but: later is what `said` says, and what was said of a code
 * that was merged into another holds for that one. */
#define VIEWS_SAID                                                                    \
	"DROP VIEW v_ruling; DROP VIEW v_judgement; DROP VIEW v_memo;"                \
	"DROP VIEW v_coding;"                                                         \
	"CREATE VIEW v_ruling AS"                                                     \
	" SELECT r.id,r.case_,r.question,r.coder,r.state,r.kind,r.at,r.guid,r.said "  \
	"FROM ruling r"                                                               \
	" WHERE r.undoes IS NULL AND NOT EXISTS("                                     \
	"SELECT 1 FROM ruling u WHERE u.undoes=r.id)"                                 \
	" AND NOT EXISTS(SELECT 1 FROM ruling n WHERE n.case_=r.case_"                \
	" AND n.question=r.question AND n.said>r.said AND n.undoes IS NULL"           \
	" AND NOT EXISTS(SELECT 1 FROM ruling u WHERE u.undoes=n.id));"               \
	"CREATE VIEW v_judgement AS"                                                  \
	" SELECT j.id,j.anchor,coalesce(m.id,j.code) AS "                             \
	"code,j.coder,j.verdict,j.facet,j.value,j.reason,"                            \
	"j.origin,j.at,j.run,a.text,a.answer,a.start,a.stop,a.quote,a.how,"           \
	"c.name AS coder_name,coalesce(m.label,k.label) AS code_label,j.guid,j.said," \
	"k.id AS said_of"                                                             \
	" FROM judgement j JOIN anchor a ON a.id=j.anchor"                            \
	" JOIN coder c ON c.id=j.coder LEFT JOIN code k ON k.id=j.code"               \
	" LEFT JOIN code m ON m.id=k.merged_into"                                     \
	" WHERE j.undoes IS NULL"                                                     \
	" AND NOT EXISTS(SELECT 1 FROM judgement u WHERE u.undoes=j.id)"              \
	" AND NOT EXISTS(SELECT 1 FROM judgement n WHERE n.anchor=j.anchor"           \
	" AND coalesce((SELECT o.merged_into FROM code o WHERE o.id=n.code),n.code)"  \
	" IS coalesce(m.id,j.code) AND n.coder=j.coder AND n.said>j.said"             \
	" AND n.undoes IS NULL AND n.facet IS j.facet"                                \
	" AND CASE n.verdict WHEN 'code' THEN 1 WHEN 'accept' THEN 1"                 \
	" WHEN 'reject' THEN 1 WHEN 'pin' THEN 2 WHEN 'bar' THEN 2"                   \
	" WHEN 'facet' THEN 3 ELSE 4 END"                                             \
	"=CASE j.verdict WHEN 'code' THEN 1 WHEN 'accept' THEN 1"                     \
	" WHEN 'reject' THEN 1 WHEN 'pin' THEN 2 WHEN 'bar' THEN 2"                   \
	" WHEN 'facet' THEN 3 ELSE 4 END"                                             \
	" AND NOT EXISTS(SELECT 1 FROM judgement u WHERE u.undoes=n.id));"            \
	"CREATE VIEW v_memo AS"                                                       \
	" SELECT m.id,m.at,m.body,m.coder,c.name AS coder_name,"                      \
	"coalesce(o.id,m.code) AS code,"                                              \
	"coalesce(o.label,k.label) AS code_label,m.case_,s.name AS "                  \
	"respondent,m.question,"                                                      \
	"q.label AS question_label,m.anchor,m.guid,m.said,m.code AS said_of"          \
	" FROM memo m JOIN coder c ON c.id=m.coder LEFT JOIN code k ON k.id=m.code"   \
	" LEFT JOIN code o ON o.id=k.merged_into"                                     \
	" LEFT JOIN case_ s ON s.id=m.case_ LEFT JOIN question q ON q.id=m.question"  \
	" WHERE m.undoes IS NULL AND m.body<>''"                                      \
	" AND NOT EXISTS(SELECT 1 FROM memo u WHERE u.undoes=m.id)"                   \
	" AND NOT EXISTS(SELECT 1 FROM memo n WHERE n.replaces=m.id"                  \
	" AND NOT EXISTS(SELECT 1 FROM memo u WHERE u.undoes=n.id))"                  \
	" AND NOT EXISTS(SELECT 1 FROM memo n WHERE n.coder=m.coder"                  \
	" AND n.code IS m.code AND n.case_ IS m.case_"                                \
	" AND n.question IS m.question AND n.anchor IS m.anchor"                      \
	" AND n.said>m.said AND n.undoes IS NULL"                                     \
	" AND NOT EXISTS(SELECT 1 FROM memo u WHERE u.undoes=n.id));"                 \
	"CREATE VIEW v_coding AS"                                                     \
	" SELECT s.id AS segment,NULL AS judgement,s.text,s.answer,a.respondent,"     \
	"a.question_label,s.code,k.label AS code_label,s.start,s.stop,"               \
	"'rules' AS coder,s.origin,"                                                  \
	"json_patch(s.facets,'{'||coalesce((SELECT group_concat(json_quote(f.facet)"  \
	"||':'||json_quote(f.value)) FROM(SELECT j.facet,j.value,max(j.said)"         \
	" FROM v_judgement j WHERE j.verdict='facet' AND j.text=s.text"               \
	" AND j.code=s.code AND j.start<=s.start AND j.stop>=s.stop"                  \
	" GROUP BY j.facet) f),'')||'}') AS facets,"                                  \
	"substr(t.body,s.start+1,s.stop-s.start) AS quote"                            \
	" FROM segment s JOIN v_answer a ON a.id=s.answer JOIN text t ON t.id=s.text" \
	" JOIN code k ON k.id=s.code AND k.live"                                      \
	" WHERE s.died IS NULL AND a.state='answered'"                                \
	" AND NOT EXISTS(SELECT 1 FROM v_judgement j WHERE j.text=s.text"             \
	" AND j.code=s.code AND j.verdict='reject'"                                   \
	" AND (j.start<=s.start AND j.stop>=s.stop OR s.origin='rule'"                \
	" AND NOT EXISTS(SELECT 1 FROM json_each(s.hits) h"                           \
	" WHERE h.value->>1<j.start OR h.value->>2>j.stop))"                          \
	" AND NOT EXISTS(SELECT 1 FROM v_judgement n WHERE n.text=s.text"             \
	" AND n.code=s.code AND n.coder=j.coder AND n.said>j.said"                    \
	" AND n.verdict IN('code','accept')"                                          \
	" AND (n.start<=s.start AND n.stop>=s.stop OR s.origin='rule'"                \
	" AND NOT EXISTS(SELECT 1 FROM json_each(s.hits) h"                           \
	" WHERE h.value->>1<n.start OR h.value->>2>n.stop))))"                        \
	" UNION ALL"                                                                  \
	" SELECT NULL,j.id,j.text,j.answer,a.respondent,a.question_label,j.code,"     \
	"j.code_label,j.start,j.stop,j.coder_name,'person',"                          \
	"'{'||coalesce((SELECT group_concat(json_quote(f.facet)"                      \
	"||':'||json_quote(f.value)) FROM(SELECT x.facet,x.value,max(x.said)"         \
	" FROM v_judgement x WHERE x.verdict='facet' AND x.text=j.text"               \
	" AND x.code=j.code AND x.start<=j.start AND x.stop>=j.stop"                  \
	" GROUP BY x.facet) f),'')||'}',"                                             \
	"substr(t.body,j.start+1,j.stop-j.start)"                                     \
	" FROM v_judgement j JOIN v_answer a ON a.id=j.answer"                        \
	" JOIN text t ON t.id=j.text JOIN code k ON k.id=j.code AND k.live"           \
	" WHERE a.state IN('answered','unassigned') AND j.start<j.stop"               \
	" AND (j.verdict='code' OR j.verdict='accept' AND NOT EXISTS("                \
	"SELECT 1 FROM segment s WHERE s.text=j.text AND s.code=j.code"               \
	" AND s.died IS NULL AND s.start<j.stop AND s.stop>j.start))"                 \
	" AND NOT EXISTS(SELECT 1 FROM v_judgement n WHERE n.text=j.text"             \
	" AND n.code=j.code AND n.coder=j.coder AND n.said>j.said"                    \
	" AND n.verdict='reject' AND n.start<=j.start AND n.stop>=j.stop);"

/* What a run looked at, so that its result can be told again: the texts that were
 * current for it, and what its codes were called. Runs of the first version are filled
 * in as far as their segments tell. */
#define RUN_RECORDS                                                                  \
	"ALTER TABLE run ADD COLUMN path TEXT NOT NULL DEFAULT '';"                  \
	"UPDATE run SET path=(SELECT path FROM codebook WHERE id=run.codebook);"     \
	"CREATE TABLE run_text("                                                     \
	"text INTEGER NOT NULL REFERENCES text, born INTEGER NOT NULL REFERENCES "   \
	"run, died INTEGER REFERENCES run CHECK(died>born), PRIMARY KEY(text,born))" \
	" STRICT, WITHOUT ROWID;"                                                    \
	"CREATE TABLE run_code("                                                     \
	"run INTEGER NOT NULL REFERENCES run, code INTEGER NOT NULL REFERENCES "     \
	"code, label TEXT NOT NULL, evaluated INTEGER NOT NULL CHECK(evaluated IN"   \
	"(0,1)), live INTEGER NOT NULL CHECK(live IN(0,1)), PRIMARY KEY(run,code))"  \
	" STRICT, WITHOUT ROWID;"                                                    \
	"CREATE INDEX run_code_code ON run_code(code,run);"                          \
	"INSERT INTO run_text(text,born,died) SELECT id,born,CASE WHEN current OR "  \
	"pending THEN NULL ELSE coded END FROM(SELECT t.id,t.current,t.pending,"     \
	"t.coded,coalesce((SELECT min(g.born) FROM segment g WHERE g.text=t.id),"    \
	"CASE WHEN t.current THEN t.coded ELSE(SELECT min(id) FROM run) END) AS "    \
	"born FROM text t WHERE t.coded IS NOT NULL) WHERE current OR pending OR "   \
	"coded>born;"                                                                \
	"INSERT INTO run_code(run,code,label,evaluated,live) SELECT(SELECT min(id) " \
	"FROM run),id,label,1,1 FROM code WHERE EXISTS(SELECT 1 FROM run);"          \
	"INSERT OR IGNORE INTO run_code(run,code,label,evaluated,live) SELECT("      \
	"SELECT max(id) FROM run),id,label,0,0 FROM code WHERE NOT live;"

/* What stands next to what in a text (match/signature.h): says which texts a code need
 * not be looked for in. Made by ingest. */
#define SIGNATURES                                  \
	"CREATE TABLE signature("                   \
	"text INTEGER PRIMARY KEY REFERENCES text," \
	" bits BLOB NOT NULL) STRICT;"

const char sg_migration_2[] = SETTINGS ASSIGNMENTS ASSIGNMENTS_IN_FORCE FROZEN
	ATTRIBUTE_SOURCES RUN_RECORDS SIGNATURES FORMER_LABELS SAID("judgement")
		SAID("ruling") SAID("memo") BATCHES INDICES VIEWS_SAID;
