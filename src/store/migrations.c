/* migrations.c - see migrations.h. A migration that was released is never edited;
 * a change of the schema is a further entry. doc/schema.md explains every table. */
#include "config.h"

#include "store/migrations.h"

#include "store/append_only.h"

/* Project, sources, respondents, questions, answers: written by ingest. For IN with more
 * than two values SQLite makes a temporary table for each row: answers spell it with OR. */
#define MACHINE_TEXTS                                                                \
	"CREATE TABLE project("                                                      \
	"one INTEGER PRIMARY KEY CHECK(one=1), guid TEXT NOT NULL, title TEXT NOT "  \
	"NULL,"                                                                      \
	" language TEXT NOT NULL CHECK(language IN('ko','en')), questionnaire TEXT," \
	" questionnaire_path TEXT, created TEXT NOT NULL) STRICT;"                   \
	"CREATE TABLE question("                                                     \
	"id INTEGER PRIMARY KEY, label TEXT NOT NULL UNIQUE,"                        \
	" listed INTEGER NOT NULL CHECK(listed IN(0,1)), ord INTEGER NOT NULL,"      \
	" title TEXT NOT NULL DEFAULT '', wording TEXT NOT NULL DEFAULT '',"         \
	" group_ TEXT NOT NULL DEFAULT '', asked_attribute TEXT, asked_values TEXT)" \
	" STRICT;"                                                                   \
	"CREATE TABLE question_focus("                                               \
	"question INTEGER NOT NULL REFERENCES question, ord INTEGER NOT NULL,"       \
	" code TEXT NOT NULL, PRIMARY KEY(question,ord)) STRICT, WITHOUT ROWID;"     \
	"CREATE TABLE question_part("                                                \
	"question INTEGER NOT NULL REFERENCES question, ord INTEGER NOT NULL,"       \
	" label TEXT NOT NULL, PRIMARY KEY(question,ord)) STRICT, WITHOUT ROWID;"    \
	"CREATE TABLE source("                                                       \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL "     \
	"UNIQUE,"                                                                    \
	" path TEXT NOT NULL, removed TEXT) STRICT;"                                 \
	"CREATE TABLE case_("                                                        \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL "     \
	"UNIQUE)"                                                                    \
	" STRICT;"                                                                   \
	"CREATE TABLE attribute("                                                    \
	"case_ INTEGER NOT NULL REFERENCES case_, name TEXT NOT NULL,"               \
	" value TEXT NOT NULL, ord INTEGER NOT NULL, PRIMARY KEY(case_,name))"       \
	" STRICT, WITHOUT ROWID;"

#define MACHINE_ANSWERS                                                               \
	"CREATE TABLE text("                                                          \
	"id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source,"          \
	" current INTEGER NOT NULL CHECK(current IN(0,1)),"                           \
	" pending INTEGER NOT NULL CHECK(pending IN(0,1)),"                           \
	" coded INTEGER REFERENCES run, length INTEGER NOT NULL,"                     \
	" sha256 TEXT NOT NULL, structure TEXT NOT NULL, reader TEXT NOT NULL,"       \
	" encoding TEXT NOT NULL, file_sha256 TEXT NOT NULL, ingested TEXT NOT NULL," \
	" body TEXT NOT NULL, CHECK(length=length(body)),"                            \
	" UNIQUE(source,sha256,structure)) STRICT;"                                   \
	"CREATE UNIQUE INDEX text_current ON text(source) WHERE current;"             \
	"CREATE INDEX text_pending ON text(id) WHERE pending;"                        \
	"CREATE TABLE answer("                                                        \
	"id INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES text,"              \
	" ord INTEGER NOT NULL, case_ INTEGER NOT NULL REFERENCES case_,"             \
	" question INTEGER REFERENCES question, start INTEGER NOT NULL,"              \
	" stop INTEGER NOT NULL CHECK(stop>=start),"                                  \
	" state TEXT NOT NULL CHECK(state='answered' OR state='none' OR "             \
	"state='not_asked' OR state='unassigned'),"                                   \
	" kind TEXT NOT NULL CHECK(kind='full' OR kind='missing' OR kind='blank' OR " \
	"kind='unknown' OR kind='not_my_field' OR kind='partial' OR "                 \
	"kind='cross_reference'), UNIQUE(text,ord))"                                  \
	" STRICT;"                                                                    \
	"CREATE INDEX answer_case ON answer(case_,question);"                         \
	"CREATE TABLE part("                                                          \
	"answer INTEGER NOT NULL REFERENCES answer, ord INTEGER NOT NULL,"            \
	" label TEXT NOT NULL, start INTEGER NOT NULL,"                               \
	" stop INTEGER NOT NULL CHECK(stop>=start), PRIMARY KEY(answer,ord))"         \
	" STRICT, WITHOUT ROWID;"

/* Codebooks, runs and segments: written by code. */
#define MACHINE_CODING                                                                \
	"CREATE TABLE codebook("                                                      \
	"id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, path TEXT NOT NULL,"    \
	" body TEXT NOT NULL) STRICT;"                                                \
	"CREATE TABLE code("                                                          \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, label TEXT NOT NULL "     \
	"UNIQUE,"                                                                     \
	" name TEXT NOT NULL, parent INTEGER REFERENCES code, ord INTEGER NOT NULL,"  \
	" level INTEGER NOT NULL, path TEXT NOT NULL, definition TEXT NOT NULL,"      \
	" include TEXT NOT NULL, exclude TEXT NOT NULL, color TEXT NOT NULL,"         \
	" unit TEXT NOT NULL CHECK(unit IN('sentence','paragraph','part','answer'))," \
	" fingerprint TEXT, live INTEGER NOT NULL CHECK(live IN(0,1)),"               \
	" merged_into INTEGER REFERENCES code) STRICT;"                               \
	"CREATE TABLE rule("                                                          \
	"id INTEGER PRIMARY KEY, code INTEGER NOT NULL REFERENCES code,"              \
	" kind TEXT NOT NULL CHECK(kind IN('select','mask','veto')),"                 \
	" body TEXT NOT NULL, line INTEGER NOT NULL,"                                 \
	" live INTEGER NOT NULL CHECK(live IN(0,1)), UNIQUE(code,body)) STRICT;"      \
	"CREATE TABLE facet("                                                         \
	"name TEXT NOT NULL, value TEXT NOT NULL, ord INTEGER NOT NULL,"              \
	" PRIMARY KEY(name,value)) STRICT, WITHOUT ROWID;"                            \
	"CREATE TABLE run("                                                           \
	"id INTEGER PRIMARY KEY, codebook INTEGER NOT NULL REFERENCES codebook,"      \
	" at TEXT NOT NULL, engine TEXT NOT NULL,"                                    \
	" from_scratch INTEGER NOT NULL CHECK(from_scratch IN(0,1)),"                 \
	" restores INTEGER REFERENCES run, note TEXT NOT NULL DEFAULT '',"            \
	" born INTEGER NOT NULL DEFAULT 0, died INTEGER NOT NULL DEFAULT 0,"          \
	" live INTEGER NOT NULL DEFAULT 0) STRICT;"                                   \
	"CREATE TABLE segment("                                                       \
	"id INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES text,"              \
	" answer INTEGER NOT NULL REFERENCES answer, start INTEGER NOT NULL,"         \
	" stop INTEGER NOT NULL CHECK(stop>start),"                                   \
	" code INTEGER NOT NULL REFERENCES code,"                                     \
	" origin TEXT NOT NULL CHECK(origin IN('rule','default')),"                   \
	" hits TEXT NOT NULL, facets TEXT NOT NULL,"                                  \
	" born INTEGER NOT NULL REFERENCES run,"                                      \
	" died INTEGER REFERENCES run CHECK(died>born)) STRICT;"                      \
	"CREATE UNIQUE INDEX segment_live ON segment(text,code,start,stop,origin)"    \
	" WHERE died IS NULL;"                                                        \
	"CREATE INDEX segment_dead ON segment(died) WHERE died IS NOT NULL;"

/* What people say: only ever appended to. */
#define HUMAN_TABLES                                                                  \
	"CREATE TABLE coder("                                                         \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE,"                          \
	" name TEXT NOT NULL UNIQUE CHECK(name NOT IN('','rules'))) STRICT;"          \
	"CREATE TABLE anchor("                                                        \
	"id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source,"          \
	" case_ INTEGER NOT NULL REFERENCES case_,"                                   \
	" question INTEGER REFERENCES question,"                                      \
	" made_in INTEGER NOT NULL REFERENCES text, made_start INTEGER NOT NULL,"     \
	" made_stop INTEGER NOT NULL CHECK(made_stop>=made_start),"                   \
	" quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,"            \
	" text INTEGER REFERENCES text, answer INTEGER REFERENCES answer,"            \
	" start INTEGER, stop INTEGER,"                                               \
	" how TEXT NOT NULL CHECK(how IN('exact','moved','orphan')),"                 \
	" CHECK((how='orphan')=(start IS NULL) AND (start IS NULL)=(stop IS NULL)"    \
	" AND (start IS NULL)=(answer IS NULL) AND (start IS NULL)=(text IS NULL)))"  \
	" STRICT;"                                                                    \
	"CREATE INDEX anchor_place ON anchor(text,start,stop);"                       \
	"CREATE INDEX anchor_source ON anchor(source);"                               \
	"CREATE TABLE judgement("                                                     \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE,"                          \
	" anchor INTEGER NOT NULL REFERENCES anchor, code INTEGER REFERENCES code,"   \
	" coder INTEGER NOT NULL REFERENCES coder,"                                   \
	" verdict TEXT NOT NULL CHECK(verdict IN('code','accept','reject','facet',"   \
	"'pin','bar','reviewed','undo')), facet TEXT, value TEXT,"                    \
	" reason TEXT NOT NULL DEFAULT '',"                                           \
	" origin TEXT NOT NULL CHECK(origin IN('manual','review','import','merge'))," \
	" at TEXT NOT NULL, run INTEGER REFERENCES run,"                              \
	" undoes INTEGER REFERENCES judgement,"                                       \
	" CHECK((verdict='undo')=(undoes IS NOT NULL)),"                              \
	" CHECK((verdict='facet')=(facet IS NOT NULL)"                                \
	" AND (facet IS NULL)=(value IS NULL))) STRICT;"                              \
	"CREATE INDEX judgement_anchor ON judgement(anchor,code);"                    \
	"CREATE INDEX judgement_undoes ON judgement(undoes) WHERE undoes IS NOT NULL;"

#define HUMAN_MORE                                                                    \
	"CREATE TABLE ruling("                                                        \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE,"                          \
	" case_ INTEGER NOT NULL REFERENCES case_,"                                   \
	" question INTEGER NOT NULL REFERENCES question,"                             \
	" coder INTEGER NOT NULL REFERENCES coder,"                                   \
	" state TEXT CHECK(state IN('answered','none','not_asked')),"                 \
	" kind TEXT CHECK(kind IN('full','missing','blank','unknown','not_my_field'," \
	"'partial','cross_reference')), at TEXT NOT NULL,"                            \
	" undoes INTEGER REFERENCES ruling,"                                          \
	" CHECK((undoes IS NULL)=(state IS NOT NULL)"                                 \
	" AND (state IS NULL)=(kind IS NULL))) STRICT;"                               \
	"CREATE INDEX ruling_answer ON ruling(case_,question);"                       \
	"CREATE INDEX ruling_undoes ON ruling(undoes) WHERE undoes IS NOT NULL;"      \
	"CREATE TABLE memo("                                                          \
	"id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE,"                          \
	" coder INTEGER NOT NULL REFERENCES coder, at TEXT NOT NULL,"                 \
	" body TEXT NOT NULL, code INTEGER REFERENCES code,"                          \
	" case_ INTEGER REFERENCES case_, question INTEGER REFERENCES question,"      \
	" anchor INTEGER REFERENCES anchor, replaces INTEGER REFERENCES memo,"        \
	" undoes INTEGER REFERENCES memo) STRICT;"                                    \
	"CREATE INDEX memo_undoes ON memo(undoes) WHERE undoes IS NOT NULL;"          \
	"CREATE INDEX memo_replaces ON memo(replaces) WHERE replaces IS NOT NULL;"

#define HUMAN_TRIGGERS                                   \
	APPEND_TABLE("coder")                            \
	APPEND_TABLE("judgement")                        \
	APPEND_TABLE("ruling")                           \
	APPEND_TABLE("memo")                             \
	APPEND_ONLY("anchor")                            \
	"CREATE TRIGGER anchor_only_placed BEFORE "      \
	"UPDATE OF id,source,case_,question,"            \
	"made_in,made_start,made_stop,quote,before,"     \
	"after ON anchor BEGIN"                          \
	" SELECT RAISE(ABORT,'only the placement of an " \
	"anchor changes'); END;"

/* In force: of the rows of one coder about one code at one place that nobody took
 * back, the last. code, accept and reject are one matter, pin and bar another, each
 * facet one of its own. */
#define VIEWS_HUMAN                                                                  \
	"CREATE VIEW v_ruling AS"                                                    \
	" SELECT r.id,r.case_,r.question,r.coder,r.state,r.kind,r.at FROM ruling r"  \
	" WHERE r.undoes IS NULL AND NOT EXISTS("                                    \
	"SELECT 1 FROM ruling u WHERE u.undoes=r.id)"                                \
	" AND NOT EXISTS(SELECT 1 FROM ruling n WHERE n.case_=r.case_"               \
	" AND n.question=r.question AND n.id>r.id AND n.undoes IS NULL"              \
	" AND NOT EXISTS(SELECT 1 FROM ruling u WHERE u.undoes=n.id));"              \
	"CREATE VIEW v_judgement AS"                                                 \
	" SELECT j.id,j.anchor,j.code,j.coder,j.verdict,j.facet,j.value,j.reason,"   \
	"j.origin,j.at,j.run,a.text,a.answer,a.start,a.stop,a.quote,a.how,"          \
	"c.name AS coder_name,k.label AS code_label"                                 \
	" FROM judgement j JOIN anchor a ON a.id=j.anchor"                           \
	" JOIN coder c ON c.id=j.coder LEFT JOIN code k ON k.id=j.code"              \
	" WHERE j.undoes IS NULL"                                                    \
	" AND NOT EXISTS(SELECT 1 FROM judgement u WHERE u.undoes=j.id)"             \
	" AND NOT EXISTS(SELECT 1 FROM judgement n WHERE n.anchor=j.anchor"          \
	" AND n.code IS j.code AND n.coder=j.coder AND n.id>j.id"                    \
	" AND n.undoes IS NULL AND n.facet IS j.facet"                               \
	" AND CASE n.verdict WHEN 'code' THEN 1 WHEN 'accept' THEN 1"                \
	" WHEN 'reject' THEN 1 WHEN 'pin' THEN 2 WHEN 'bar' THEN 2"                  \
	" WHEN 'facet' THEN 3 ELSE 4 END"                                            \
	"=CASE j.verdict WHEN 'code' THEN 1 WHEN 'accept' THEN 1"                    \
	" WHEN 'reject' THEN 1 WHEN 'pin' THEN 2 WHEN 'bar' THEN 2"                  \
	" WHEN 'facet' THEN 3 ELSE 4 END"                                            \
	" AND NOT EXISTS(SELECT 1 FROM judgement u WHERE u.undoes=n.id));"           \
	"CREATE VIEW v_memo AS"                                                      \
	" SELECT m.id,m.at,m.body,m.coder,c.name AS coder_name,m.code,"              \
	"k.label AS code_label,m.case_,s.name AS respondent,m.question,"             \
	"q.label AS question_label,m.anchor"                                         \
	" FROM memo m JOIN coder c ON c.id=m.coder LEFT JOIN code k ON k.id=m.code"  \
	" LEFT JOIN case_ s ON s.id=m.case_ LEFT JOIN question q ON q.id=m.question" \
	" WHERE m.undoes IS NULL AND m.body<>''"                                     \
	" AND NOT EXISTS(SELECT 1 FROM memo u WHERE u.undoes=m.id)"                  \
	" AND NOT EXISTS(SELECT 1 FROM memo n WHERE n.replaces=m.id"                 \
	" AND NOT EXISTS(SELECT 1 FROM memo u WHERE u.undoes=n.id));"

/* A word holds for a segment that lies in the stretch it was said of, or all of whose
 * evidence does: a rule unit that grew to the paragraph does not bring a rejected one
 * back. Of one coder's words about one code that hold for it, the last counts. */
#define VIEWS_CODING                                                                   \
	"CREATE VIEW v_answer AS"                                                      \
	" SELECT a.id,a.text,a.ord,a.case_,c.name AS respondent,a.question,"           \
	"q.label AS question_label,a.start,a.stop,coalesce(r.state,a.state) AS state," \
	"coalesce(r.kind,a.kind) AS kind,a.state AS read_state,"                       \
	"r.id IS NOT NULL AS confirmed,substr(t.body,a.start+1,a.stop-a.start) AS "    \
	"body"                                                                         \
	" FROM answer a JOIN text t ON t.id=a.text AND t.current"                      \
	" JOIN case_ c ON c.id=a.case_ LEFT JOIN question q ON q.id=a.question"        \
	" LEFT JOIN v_ruling r ON r.case_=a.case_ AND r.question=a.question;"          \
	"CREATE VIEW v_coding AS"                                                      \
	" SELECT s.id AS segment,NULL AS judgement,s.text,s.answer,a.respondent,"      \
	"a.question_label,s.code,k.label AS code_label,s.start,s.stop,"                \
	"'rules' AS coder,s.origin,"                                                   \
	"json_patch(s.facets,'{'||coalesce((SELECT group_concat(json_quote(f.facet)"   \
	"||':'||json_quote(f.value)) FROM(SELECT j.facet,j.value,max(j.id)"            \
	" FROM v_judgement j WHERE j.verdict='facet' AND j.text=s.text"                \
	" AND j.code=s.code AND j.start<=s.start AND j.stop>=s.stop"                   \
	" GROUP BY j.facet) f),'')||'}') AS facets,"                                   \
	"substr(t.body,s.start+1,s.stop-s.start) AS quote"                             \
	" FROM segment s JOIN v_answer a ON a.id=s.answer JOIN text t ON t.id=s.text"  \
	" JOIN code k ON k.id=s.code AND k.live"                                       \
	" WHERE s.died IS NULL AND a.state='answered'"                                 \
	" AND NOT EXISTS(SELECT 1 FROM v_judgement j WHERE j.text=s.text"              \
	" AND j.code=s.code AND j.verdict='reject'"                                    \
	" AND (j.start<=s.start AND j.stop>=s.stop OR s.origin='rule'"                 \
	" AND NOT EXISTS(SELECT 1 FROM json_each(s.hits) h"                            \
	" WHERE h.value->>1<j.start OR h.value->>2>j.stop))"                           \
	" AND NOT EXISTS(SELECT 1 FROM v_judgement n WHERE n.text=s.text"              \
	" AND n.code=s.code AND n.coder=j.coder AND n.id>j.id"                         \
	" AND n.verdict IN('code','accept')"                                           \
	" AND (n.start<=s.start AND n.stop>=s.stop OR s.origin='rule'"                 \
	" AND NOT EXISTS(SELECT 1 FROM json_each(s.hits) h"                            \
	" WHERE h.value->>1<n.start OR h.value->>2>n.stop))))"                         \
	" UNION ALL"                                                                   \
	" SELECT NULL,j.id,j.text,j.answer,a.respondent,a.question_label,j.code,"      \
	"j.code_label,j.start,j.stop,j.coder_name,'person',"                           \
	"'{'||coalesce((SELECT group_concat(json_quote(f.facet)"                       \
	"||':'||json_quote(f.value)) FROM(SELECT x.facet,x.value,max(x.id)"            \
	" FROM v_judgement x WHERE x.verdict='facet' AND x.text=j.text"                \
	" AND x.code=j.code AND x.start<=j.start AND x.stop>=j.stop"                   \
	" GROUP BY x.facet) f),'')||'}',"                                              \
	"substr(t.body,j.start+1,j.stop-j.start)"                                      \
	" FROM v_judgement j JOIN v_answer a ON a.id=j.answer"                         \
	" JOIN text t ON t.id=j.text JOIN code k ON k.id=j.code AND k.live"            \
	" WHERE a.state IN('answered','unassigned') AND j.start<j.stop"                \
	" AND (j.verdict='code' OR j.verdict='accept' AND NOT EXISTS("                 \
	"SELECT 1 FROM segment s WHERE s.text=j.text AND s.code=j.code"                \
	" AND s.died IS NULL AND s.start<j.stop AND s.stop>j.start))"                  \
	" AND NOT EXISTS(SELECT 1 FROM v_judgement n WHERE n.text=j.text"              \
	" AND n.code=j.code AND n.coder=j.coder AND n.id>j.id"                         \
	" AND n.verdict='reject' AND n.start<=j.start AND n.stop>=j.stop);"            \
	"CREATE VIEW v_hit AS"                                                         \
	" SELECT s.id AS segment,s.text,s.answer,s.code,r.id AS rule,r.line,"          \
	"r.body AS rule_body,h.value->>1 AS start,h.value->>2 AS stop,"                \
	"substr(t.body,(h.value->>1)+1,(h.value->>2)-(h.value->>1)) AS quote"          \
	" FROM segment s JOIN text t ON t.id=s.text AND t.current,"                    \
	" json_each(s.hits) h JOIN rule r ON r.id=h.value->>0 WHERE s.died IS NULL;"

static const char sg_migration_1[] = MACHINE_TEXTS MACHINE_ANSWERS MACHINE_CODING
	HUMAN_TABLES HUMAN_MORE HUMAN_TRIGGERS VIEWS_HUMAN VIEWS_CODING;

static const char *const scripts[] = {sg_migration_1, sg_migration_2, sg_migration_3};

size_t sg_migration_count(void)
{
	return sizeof scripts / sizeof *scripts;
}

const char *sg_migration_sql(size_t n)
{
	return n < sg_migration_count() ? scripts[n] : NULL;
}
