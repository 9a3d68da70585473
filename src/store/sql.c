/* sql.c - see sql.h. The only place with SQL besides the migrations. */
#include "config.h"

#include "store/sql.h"

static const struct sg_sql statements[SG_SQL_COUNT] = {
	/* --- project and questionnaire --- */
	[SG_SQL_PROJECT_NEW] = {"INSERT INTO project(one,guid,title,language,created) "
				"VALUES(1,:guid,:title,"
				":language,:created)",
		false},
	[SG_SQL_PROJECT_QUESTIONNAIRE] =
		{"SELECT questionnaire,questionnaire_path FROM project", true},
	[SG_SQL_PROJECT_QUESTIONNAIRE_SET] =
		{"UPDATE project SET questionnaire=:body,questionnaire_path=:path",
			false},
	[SG_SQL_QUESTION_ID] = {"SELECT id FROM question WHERE label=:label", true},
	[SG_SQL_QUESTION_NAMED] =
		{"SELECT id FROM question WHERE label=:label COLLATE NOCASE "
		 "ORDER BY label<>:label,id LIMIT 1",
			true},
	[SG_SQL_QUESTION_PUT] =
		{"INSERT INTO "
		 "question(label,listed,ord,title,wording,group_,asked_attribute,"
		 "asked_values) "
		 "VALUES(:label,1,:ord,:title,:wording,:group,:attribute,:values) "
		 "ON CONFLICT(label) DO UPDATE SET listed=1,ord=:ord,title=:title,"
		 "wording=:wording,group_=:group,asked_attribute=:attribute,asked_"
		 "values=:values",
			false},
	[SG_SQL_QUESTION_FOUND] =
		{"INSERT INTO question(label,listed,ord) VALUES(:label,0,:ord)", false},
	[SG_SQL_QUESTION_UNLIST] = {"UPDATE question SET listed=0 WHERE listed", false},
	[SG_SQL_FOCUS_CLEAR] = {"DELETE FROM question_focus", false},
	[SG_SQL_FOCUS_NEW] = {"INSERT INTO question_focus(question,ord,code) "
			      "VALUES(:question,:ord,:label)",
		false},
	[SG_SQL_QUESTION_PART_CLEAR] = {"DELETE FROM question_part", false},
	[SG_SQL_QUESTION_PART_NEW] = {"INSERT INTO question_part(question,ord,label) "
				      "VALUES(:question,:ord,:label)",
		false},
	/* --- documents --- */
	[SG_SQL_CASE_ID] = {"SELECT id FROM case_ WHERE name=:name", true},
	[SG_SQL_CASE_NEW] = {"INSERT INTO case_(guid,name) VALUES(:guid,:name)", false},
	[SG_SQL_CASE_ELSEWHERE] =
		{"SELECT s.name FROM answer a JOIN text t ON t.id=a.text AND t.current "
		 "JOIN source s ON s.id=t.source WHERE a.case_=:case AND s.id<:first "
		 "ORDER BY s.name LIMIT 1",
			true},
	[SG_SQL_CASE_ANSWERS] =
		{"SELECT EXISTS(SELECT 1 FROM answer WHERE case_=:case)", true},
	[SG_SQL_ATTRIBUTE_GET] =
		{"SELECT value FROM attribute WHERE case_=:case AND name=:name", true},
	[SG_SQL_ATTRIBUTE_PUT] = {"INSERT INTO attribute(case_,name,value,ord) "
				  "VALUES(:case,:name,:value,(SELECT "
				  "count(*) FROM attribute WHERE case_=:case)) ON "
				  "CONFLICT(case_,name) DO UPDATE "
				  "SET value=:value",
		false},
	[SG_SQL_SOURCE_FIND] =
		{"SELECT s.id,s.path,s.removed,t.id,t.sha256,t.structure FROM source s "
		 "LEFT "
		 "JOIN text t ON t.source=s.id AND t.current WHERE s.name=:name",
			true},
	[SG_SQL_SOURCE_MOVED] =
		{"UPDATE source SET path=:path,removed=NULL WHERE id=:id", false},
	[SG_SQL_SOURCE_NEW] =
		{"INSERT INTO source(guid,name,path) VALUES(:guid,:name,:path)", false},
	[SG_SQL_TEXT_FIND] =
		{"SELECT id FROM text WHERE source=:source AND sha256=:sha256 AND "
		 "structure=:structure",
			true},
	[SG_SQL_TEXT_ABANDON] =
		{"UPDATE text SET current=0,pending=(coded IS NOT NULL) WHERE id=:id",
			false},
	[SG_SQL_TEXT_RETURN] = {"UPDATE text SET current=1,pending=1 WHERE id=:id",
		false},
	[SG_SQL_TEXT_NEW] =
		{"INSERT INTO "
		 "text(source,current,pending,length,sha256,structure,reader,"
		 "encoding,file_sha256,ingested,body) "
		 "VALUES(:source,1,1,:length,:sha256,"
		 ":structure,:reader,:encoding,:file_sha256,:ingested,:body)",
			false},
	[SG_SQL_ANSWER_NEW] =
		{"INSERT INTO answer(text,ord,case_,question,start,stop,state,kind) "
		 "VALUES(:text,:ord,:case,:question,:start,:stop,:state,:kind)",
			false},
	[SG_SQL_PART_NEW] = {"INSERT INTO part(answer,ord,label,start,stop) "
			     "VALUES(:answer,:ord,:label,"
			     ":start,:stop)",
		false},
	/* --- texts for the engine --- */
	[SG_SQL_TEXTS_CURRENT] = {"SELECT t.id FROM text t JOIN source s ON "
				  "s.id=t.source WHERE t.current ORDER "
				  "BY s.name",
		false},
	[SG_SQL_TEXTS_PENDING] = {"SELECT t.id FROM text t JOIN source s ON "
				  "s.id=t.source WHERE t.pending AND "
				  "t.current ORDER BY s.name",
		false},
	[SG_SQL_TEXTS_SEEN] = {"SELECT t.id FROM text t JOIN source s ON s.id=t.source "
			       "WHERE t.current AND "
			       "NOT t.pending ORDER BY s.name",
		false},
	[SG_SQL_TEXTS_ABANDONED] =
		{"SELECT id FROM text WHERE pending AND NOT current ORDER BY id",
			false},
	[SG_SQL_TEXTS_OF] = {"SELECT t.id FROM answer a JOIN text t ON t.id=a.text AND "
			     "t.current JOIN "
			     "source s ON s.id=t.source WHERE a.case_=:case AND "
			     "(:question IS NULL OR "
			     "a.question=:question) GROUP BY t.id ORDER BY s.name",
		false},
	[SG_SQL_TEXTS_WAKE] = {"UPDATE text SET pending=1 WHERE current AND id "
			       "IN(SELECT text FROM answer "
			       "WHERE case_=:case AND question=:question)",
		false},
	[SG_SQL_TEXTS_WAKE_RULING] = {"UPDATE text SET pending=1 WHERE current AND id "
				      "IN(SELECT a.text FROM answer a "
				      "JOIN ruling r ON r.case_=a.case_ AND "
				      "r.question=a.question WHERE r.id=:id)",
		false},
	[SG_SQL_TEXT_CODED] = {"UPDATE text SET pending=0,coded=:run WHERE id=:id",
		false},
	[SG_SQL_TEXT_BODY] = {"SELECT s.name,t.body FROM text t JOIN source s ON "
			      "s.id=t.source WHERE t.id=:id",
		true},
	[SG_SQL_TEXT_ANSWERS] =
		{"SELECT "
		 "a.id,a.case_,a.question,q.label,a.start,a.stop,coalesce(r.state,"
		 "a.state),c.name FROM answer a JOIN case_ c ON c.id=a.case_ LEFT JOIN "
		 "question "
		 "q ON q.id=a.question LEFT JOIN v_ruling r ON r.case_=a.case_ AND "
		 "r.question=a.question WHERE a.text=:text AND a.stop>a.start ORDER BY "
		 "a.ord",
			false},
	[SG_SQL_TEXT_PARTS] =
		{"SELECT p.answer,p.label,p.start,p.stop FROM answer a JOIN part p ON "
		 "p.answer=a.id WHERE a.text=:text AND a.stop>a.start ORDER BY "
		 "a.ord,p.ord",
			false},
	/* --- codebook --- */
	[SG_SQL_CODEBOOK_PUT] = {"INSERT INTO codebook(sha256,path,body) "
				 "VALUES(:sha256,:path,:body) ON "
				 "CONFLICT(sha256) DO UPDATE SET path=:path",
		false},
	[SG_SQL_CODEBOOK_ID] = {"SELECT id FROM codebook WHERE sha256=:sha256", true},
	[SG_SQL_CODEBOOK_LAST] =
		{"SELECT c.path,c.body FROM run r JOIN codebook c ON c.id=r.codebook "
		 "ORDER BY r.id DESC LIMIT 1",
			true},
	[SG_SQL_CODES_RETIRE] = {"UPDATE code SET live=0 WHERE live", false},
	[SG_SQL_CODES_BURY] = {"UPDATE code SET fingerprint=NULL WHERE NOT live AND "
			       "fingerprint IS NOT NULL",
		false},
	[SG_SQL_CODE_FINGERPRINT] = {"SELECT fingerprint FROM code WHERE label=:label",
		true},
	[SG_SQL_CODE_PUT] =
		{"INSERT INTO "
		 "code(guid,label,name,parent,ord,level,path,definition,include,"
		 "exclude,color,unit,fingerprint,live) "
		 "VALUES(:guid,:label,:name,:parent,:ord,"
		 ":level,:path,:definition,:include,:exclude,:color,:unit,:fingerprint,"
		 "1) ON "
		 "CONFLICT(label) DO UPDATE SET "
		 "name=:name,parent=:parent,ord=:ord,level=:level,"
		 "path=:path,definition=:definition,include=:include,exclude=:exclude,"
		 "color=:color,unit=:unit,fingerprint=:fingerprint,live=1 RETURNING id",
			true},
	[SG_SQL_CODE_ID] = {"SELECT id FROM code WHERE live AND label=:label UNION ALL "
			    "SELECT min(id) FROM "
			    "code WHERE live AND name=:label AND NOT EXISTS(SELECT 1 "
			    "FROM code WHERE live "
			    "AND label=:label) HAVING count(*)=1",
		true},
	[SG_SQL_CODES_EXIST] = {"SELECT EXISTS(SELECT 1 FROM run)", true},
	[SG_SQL_RULES_RETIRE] = {"UPDATE rule SET live=0 WHERE live", false},
	[SG_SQL_RULE_PUT] = {"INSERT INTO rule(code,kind,body,line,live) "
			     "VALUES(:code,:kind,:body,:line,1) "
			     "ON CONFLICT(code,body) DO UPDATE SET "
			     "kind=:kind,line=:line,live=1 RETURNING id",
		true},
	[SG_SQL_FACETS_CLEAR] = {"DELETE FROM facet", false},
	[SG_SQL_FACET_NEW] =
		{"INSERT INTO facet(name,value,ord) VALUES(:name,:value,:ord)", false},
	[SG_SQL_FACET_VALUES] =
		{"SELECT value FROM facet WHERE name=:name ORDER BY ord", false},
	/* --- runs and segments --- */
	[SG_SQL_RUN_LAST] =
		{"SELECT r.id,c.sha256,r.engine,r.live FROM run r JOIN codebook c ON "
		 "c.id=r.codebook ORDER BY r.id DESC LIMIT 1",
			true},
	[SG_SQL_TEXT_COUNTS] = {"SELECT EXISTS(SELECT 1 FROM text WHERE pending),"
				"(SELECT count(*) FROM text WHERE current)",
		true},
	[SG_SQL_RUN_NEW] = {"INSERT INTO run(codebook,at,engine,from_scratch,note) "
			    "VALUES(:codebook,:at,"
			    ":engine,:from_scratch,:note)",
		false},
	[SG_SQL_RUN_DONE] =
		{"UPDATE run SET born=:born,died=:died,live=coalesce((SELECT b.live "
		 "FROM run b "
		 "WHERE b.id<:run ORDER BY b.id DESC LIMIT 1),0)+:born-:died WHERE "
		 "id=:run "
		 "RETURNING live",
			true},
	[SG_SQL_SEGMENTS_LIVE] =
		{"SELECT id,answer,code,start,stop,origin,hits,facets FROM segment "
		 "WHERE "
		 "text=:text AND died IS NULL ORDER BY code,start,stop,origin DESC",
			false},
	[SG_SQL_SEGMENTS_LIVE_OF] =
		{"SELECT id,answer,code,start,stop,origin,hits,facets FROM segment "
		 "WHERE "
		 "text=:text AND code=:code AND died IS NULL ORDER BY "
		 "start,stop,origin DESC",
			false},
	[SG_SQL_SEGMENT_BORN] =
		{"INSERT INTO "
		 "segment(text,answer,start,stop,code,origin,hits,facets,born) "
		 "VALUES(:text,:answer,:start,:stop,:code,:origin,:hits,:facets,:run)",
			false},
	[SG_SQL_SEGMENT_DIED] = {"UPDATE segment SET died=:run WHERE id=:id", false},
	[SG_SQL_SEGMENTS_DROP_CODES] = {"UPDATE segment SET died=:run WHERE died IS "
					"NULL AND code IN(SELECT id FROM "
					"code WHERE NOT live)",
		false},
	[SG_SQL_SEGMENTS_DROP_TEXT] =
		{"UPDATE segment SET died=:run WHERE died IS NULL AND text=:text",
			false},
	[SG_SQL_SEGMENTS_AT] = {"SELECT s.id,s.start,s.stop,s.origin FROM segment s "
				"WHERE s.text=(SELECT text "
				"FROM answer WHERE id=:answer) AND s.answer=:answer "
				"AND s.code=:code AND "
				"s.died IS NULL ORDER BY s.start,s.stop,s.origin",
		false},
	/* --- people --- */
	[SG_SQL_CODER_ID] = {"SELECT id FROM coder WHERE name=:name", true},
	[SG_SQL_CODER_NEW] = {"INSERT INTO coder(guid,name) VALUES(:guid,:name)",
		false},
	[SG_SQL_HUMAN_LAST] =
		{"SELECT max(coalesce((SELECT max(id) FROM "
		 "judgement),0),coalesce((SELECT "
		 "max(id) FROM ruling),0),coalesce((SELECT max(id) FROM memo),0))",
			true},
	/* Said again after a contrary word on an overlapping place, it is news. */
	[SG_SQL_JUDGEMENT_SAME] =
		{"SELECT EXISTS(SELECT 1 FROM v_judgement j WHERE j.anchor=:anchor "
		 "AND j.code IS :code AND j.coder=:coder AND j.verdict=:verdict "
		 "AND j.facet IS :facet AND j.value IS :value "
		 "AND(:reason='' OR j.reason=:reason) "
		 "AND NOT(:verdict IN('code','accept','reject') "
		 "AND EXISTS(SELECT 1 FROM v_judgement n WHERE n.text=j.text "
		 "AND n.code=j.code AND n.coder=j.coder AND n.id>j.id "
		 "AND n.start<j.stop AND n.stop>j.start "
		 "AND n.verdict IN('code','accept','reject') "
		 "AND(n.verdict='reject')<>(j.verdict='reject'))))",
			true},
	[SG_SQL_JUDGEMENT_NEW] =
		{"INSERT INTO "
		 "judgement(id,guid,anchor,code,coder,verdict,facet,value,reason,"
		 "origin,at,run) "
		 "VALUES(:id,:guid,:anchor,:code,:coder,:verdict,:facet,:value,"
		 ":reason,:origin,:at,(SELECT max(id) FROM run))",
			false},
	[SG_SQL_JUDGED_AT] = {"SELECT id,start,stop,verdict FROM v_judgement WHERE "
			      "answer=:answer AND "
			      "text=(SELECT text FROM answer WHERE id=:answer) AND "
			      "code=:code AND verdict "
			      "IN('code','accept') ORDER BY start,stop,id",
		false},
	[SG_SQL_JUDGEMENT_BATCH] =
		{"SELECT b.id FROM judgement j JOIN judgement b ON b.coder=j.coder AND "
		 "b.at=j.at AND b.origin=j.origin AND b.undoes IS NULL AND(b.id=j.id "
		 "OR "
		 "j.origin='import') WHERE j.id=:id AND NOT EXISTS(SELECT 1 FROM "
		 "judgement u "
		 "WHERE u.undoes=b.id) ORDER BY b.id",
			false},
	[SG_SQL_JUDGEMENT_UNDO] =
		{"INSERT INTO "
		 "judgement(id,guid,anchor,code,coder,verdict,origin,at,run,undoes) "
		 "SELECT :id,:guid,anchor,code,:coder,'undo','manual',:at,(SELECT "
		 "max(id) FROM "
		 "run),id FROM judgement WHERE id=:undoes",
			false},
	[SG_SQL_RULING_SAME] = {"SELECT EXISTS(SELECT 1 FROM v_ruling WHERE "
				"case_=:case AND question=:question "
				"AND coder=:coder AND state=:state AND kind=:kind)",
		true},
	[SG_SQL_RULING_NEW] =
		{"INSERT INTO ruling(id,guid,case_,question,coder,state,kind,at) "
		 "VALUES(:id,"
		 ":guid,:case,:question,:coder,:state,:kind,:at)",
			false},
	[SG_SQL_RULING_UNDO] =
		{"INSERT INTO ruling(id,guid,case_,question,coder,at,undoes) SELECT "
		 ":id,:guid,"
		 "case_,question,:coder,:at,id FROM ruling WHERE id=:undoes",
			false},
	[SG_SQL_MEMO_FIND] = {"SELECT id,body FROM v_memo WHERE coder=:coder AND case_ "
			      "IS :case AND question "
			      "IS :question AND code IS :code AND anchor IS NULL ORDER "
			      "BY id DESC LIMIT 1",
		true},
	[SG_SQL_MEMO_NEW] =
		{"INSERT INTO memo(id,guid,coder,at,body,code,case_,question,replaces) "
		 "VALUES(:id,:guid,:coder,:at,:body,:code,:case,:question,:replaces)",
			false},
	[SG_SQL_MEMO_UNDO] =
		{"INSERT INTO "
		 "memo(id,guid,coder,at,body,code,case_,question,anchor,undoes) "
		 "SELECT :id,:guid,:coder,:at,'',code,case_,question,anchor,id FROM "
		 "memo WHERE "
		 "id=:undoes",
			false},
	[SG_SQL_LAST_JUDGEMENT] =
		{"SELECT j.id,CASE j.origin WHEN 'import' THEN(SELECT count(*) FROM "
		 "judgement b "
		 "WHERE b.coder=j.coder AND b.at=j.at AND b.origin=j.origin AND "
		 "b.undoes IS "
		 "NULL AND NOT EXISTS(SELECT 1 FROM judgement u WHERE u.undoes=b.id)) "
		 "ELSE 1 "
		 "END,j.verdict,c.name,q.label,k.label,a.quote FROM judgement j JOIN "
		 "anchor a "
		 "ON a.id=j.anchor JOIN case_ c ON c.id=a.case_ LEFT JOIN question q "
		 "ON "
		 "q.id=a.question LEFT JOIN code k ON k.id=j.code WHERE j.coder=:coder "
		 "AND "
		 "j.undoes IS NULL AND NOT EXISTS(SELECT 1 FROM judgement u WHERE "
		 "u.undoes=j.id) ORDER BY j.id DESC LIMIT 1",
			true},
	[SG_SQL_LAST_RULING] = {"SELECT r.id,1,r.state,c.name,q.label,NULL,NULL FROM "
				"ruling r JOIN case_ c ON "
				"c.id=r.case_ JOIN question q ON q.id=r.question WHERE "
				"r.coder=:coder AND "
				"r.undoes IS NULL AND NOT EXISTS(SELECT 1 FROM ruling "
				"u WHERE u.undoes=r.id) "
				"ORDER BY r.id DESC LIMIT 1",
		true},
	[SG_SQL_LAST_MEMO] = {"SELECT m.id,1,'memo',c.name,q.label,k.label,m.body FROM "
			      "memo m LEFT JOIN "
			      "case_ c ON c.id=m.case_ LEFT JOIN question q ON "
			      "q.id=m.question LEFT JOIN "
			      "code k ON k.id=m.code WHERE m.coder=:coder AND m.undoes "
			      "IS NULL AND NOT "
			      "EXISTS(SELECT 1 FROM memo u WHERE u.undoes=m.id) ORDER "
			      "BY m.id DESC LIMIT 1",
		true},
	/* --- anchors --- */
	[SG_SQL_ANCHORS_OF] =
		{"SELECT "
		 "id,case_,question,made_in,made_start,made_stop,quote,"
		 "before,after,how,"
		 "EXISTS(SELECT 1 FROM answer w WHERE w.text=made_in AND "
		 "w.case_=anchor.case_ AND w.question=anchor.question AND "
		 "w.start=made_start AND w.stop=made_stop) "
		 "FROM anchor WHERE source=:source ORDER BY id",
			false},
	[SG_SQL_ANCHOR_PLACE] =
		{"UPDATE anchor SET "
		 "text=:text,answer=:answer,start=:start,stop=:stop,how=:how "
		 "WHERE id=:id",
			false},
	[SG_SQL_ANCHOR_USE] =
		{"SELECT j.verdict,j.coder_name,coalesce(j.code_label,''),c.name,"
		 "coalesce(q.label,'') FROM v_judgement j JOIN anchor a ON "
		 "a.id=j.anchor JOIN "
		 "case_ c ON c.id=a.case_ LEFT JOIN question q ON q.id=a.question "
		 "WHERE "
		 "j.anchor=:id ORDER BY j.id",
			false},
	[SG_SQL_ANCHOR_AT] = {"SELECT id FROM anchor WHERE text=:text AND start=:start "
			      "AND stop=:stop AND "
			      "answer=:answer ORDER BY id LIMIT 1",
		true},
	[SG_SQL_ANCHOR_NEW] =
		{"INSERT INTO "
		 "anchor(source,case_,question,made_in,made_start,made_stop,quote,"
		 "before,after,text,answer,start,stop,how) SELECT "
		 "source,:case,:question,id,"
		 ":start,:stop,:quote,:before,:after,id,:answer,:start,:stop,'exact' "
		 "FROM text "
		 "WHERE id=:text",
			false},
	/* --- study --- */
	[SG_SQL_STUDY_PROJECT] = {"SELECT p.title,p.language,r.id,r.at,c.path,"
				  "(SELECT count(*) FROM text WHERE current AND "
				  "pending) FROM project p LEFT JOIN run r ON "
				  "r.id=(SELECT max(id) FROM run) LEFT JOIN codebook c "
				  "ON c.id=r.codebook",
		true},
	[SG_SQL_STUDY_ATTRIBUTES] =
		{"SELECT name FROM attribute GROUP BY name ORDER BY "
		 "count(*)*2>=(SELECT count(*) FROM case_) DESC,avg(ord),name",
			false},
	[SG_SQL_STUDY_CODERS] = {"SELECT name,id FROM coder ORDER BY id", false},
	[SG_SQL_STUDY_CASES] =
		{"SELECT c.id,c.name FROM case_ c WHERE EXISTS(SELECT 1 FROM answer a "
		 "JOIN text "
		 "t ON t.id=a.text AND t.current WHERE a.case_=c.id) ORDER BY c.name",
			false},
	[SG_SQL_STUDY_VALUES] =
		{"SELECT case_,name,value FROM attribute ORDER BY case_,name", false},
	[SG_SQL_STUDY_QUESTIONS] =
		{"SELECT q.id,q.label,q.title,q.wording,q.group_,(SELECT count(*) FROM "
		 "question_focus f WHERE f.question=q.id),(SELECT count(*) FROM "
		 "question_part p "
		 "WHERE p.question=q.id) FROM question q WHERE q.listed OR q.id "
		 "IN(SELECT "
		 "a.question FROM answer a JOIN text t ON t.id=a.text AND t.current) "
		 "ORDER BY "
		 "q.listed DESC,q.ord,q.id",
			false},
	[SG_SQL_STUDY_FOCUS] =
		{"SELECT question,code FROM question_focus ORDER BY question,ord",
			false},
	[SG_SQL_STUDY_PARTS] =
		{"SELECT question,label FROM question_part ORDER BY question,ord",
			false},
	[SG_SQL_STUDY_CODES] = {"SELECT id,label,name,definition,parent,level FROM "
				"code WHERE live ORDER BY ord",
		false},
	[SG_SQL_STUDY_TEXTS] = {"SELECT t.id,s.name,t.length FROM text t JOIN source s "
				"ON s.id=t.source WHERE "
				"t.current ORDER BY s.name",
		false},
	[SG_SQL_STUDY_TEXTS_WITH_BODY] = {"SELECT t.id,s.name,t.length,t.body FROM "
					  "text t JOIN source s ON s.id=t.source "
					  "WHERE t.current ORDER BY s.name",
		false},
	[SG_SQL_STUDY_ANSWERS] =
		{"SELECT "
		 "a.id,a.text,a.case_,a.question,a.start,a.stop,coalesce(r.state,"
		 "a.state),coalesce(r.kind,a.kind),r.id FROM answer a JOIN text t ON "
		 "t.id=a.text AND t.current LEFT JOIN v_ruling r ON r.case_=a.case_ "
		 "AND "
		 "r.question=a.question ORDER BY a.text,a.ord",
			false},
	[SG_SQL_STUDY_ANSWER_PARTS] = {"SELECT p.answer,p.label,p.start,p.stop FROM "
				       "part p ORDER BY p.answer,p.ord",
		false},
	[SG_SQL_STUDY_FACETS] = {"SELECT name,value FROM facet ORDER BY ord", false},
	[SG_SQL_STUDY_SEGMENTS] =
		{"SELECT answer,code,start,stop,origin,facets,hits,born FROM segment "
		 "WHERE died "
		 "IS NULL ORDER BY id",
			false},
	[SG_SQL_STUDY_JUDGEMENTS] =
		{"SELECT answer,code,coder,verdict,facet,value,start,stop,run FROM "
		 "v_judgement "
		 "WHERE how<>'orphan' ORDER BY id",
			false},
	[SG_SQL_JSON_PAIRS] = {"SELECT key,value FROM json_each(:json) ORDER BY key",
		false},
	[SG_SQL_STUDY_MEMOS] = {"SELECT body,coder_name,at,code,question,case_ FROM "
				"v_memo ORDER BY id",
		false},
	/* --- status --- */
	[SG_SQL_STATUS_COUNTS] =
		{"SELECT (SELECT count(*) FROM source),(SELECT count(*) FROM "
		 "text),(SELECT "
		 "count(DISTINCT a.case_) FROM answer a JOIN text t ON t.id=a.text AND "
		 "t.current),(SELECT count(*) FROM question q WHERE q.listed OR q.id "
		 "IN(SELECT "
		 "a.question FROM answer a JOIN text t ON t.id=a.text AND "
		 "t.current)),(SELECT "
		 "count(*) FROM code WHERE live),(SELECT count(*) FROM run),(SELECT "
		 "count(*) "
		 "FROM v_memo),(SELECT count(*) FROM anchor a WHERE a.how='orphan' AND "
		 "EXISTS(SELECT 1 FROM v_judgement j WHERE j.anchor=a.id)),(SELECT "
		 "count(*) "
		 "FROM text WHERE current AND pending),(SELECT count(*) FROM v_ruling)",
			true},
	[SG_SQL_STATUS_ANSWERS] =
		{"SELECT state,count(*) FROM v_answer GROUP BY state ORDER BY state",
			false},
	[SG_SQL_STATUS_JUDGEMENTS] = {"SELECT verdict,count(*) FROM v_judgement GROUP "
				      "BY verdict ORDER BY verdict",
		false},
	[SG_SQL_STATUS_RUN] = {"SELECT r.id,r.at,r.live,c.path,c.sha256 FROM run r "
			       "JOIN codebook c ON "
			       "c.id=r.codebook ORDER BY r.id DESC LIMIT 1",
		true},
	[SG_SQL_ROWS_SOURCES] =
		{"SELECT s.name,s.path,t.reader,t.encoding,t.ingested,t.length,(SELECT "
		 "count(*) "
		 "FROM text x WHERE x.source=s.id),t.pending FROM source s JOIN text t "
		 "ON "
		 "t.source=s.id AND t.current ORDER BY s.name",
			false},
	[SG_SQL_ROWS_RUNS] = {"SELECT r.id,r.at,c.path,r.note,r.born,r.died,r.live "
			      "FROM run r JOIN codebook "
			      "c ON c.id=r.codebook ORDER BY r.id",
		false},
	[SG_SQL_ROWS_ORPHANS] =
		{"SELECT j.coder_name,j.verdict,coalesce(j.code_label,''),c.name,"
		 "coalesce(q.label,''),a.quote,s.name FROM anchor a JOIN v_judgement j "
		 "ON "
		 "j.anchor=a.id JOIN case_ c ON c.id=a.case_ JOIN source s ON "
		 "s.id=a.source "
		 "LEFT JOIN question q ON q.id=a.question WHERE a.how='orphan' ORDER "
		 "BY j.id",
			false},
	[SG_SQL_ROWS_SILENT] =
		{"SELECT "
		 "v.respondent,coalesce(v.question_label,''),v.kind,v.body,v.confirmed "
		 "FROM v_answer v LEFT JOIN question q ON q.id=v.question WHERE "
		 "v.state='none' "
		 "ORDER BY v.respondent,q.listed DESC,q.ord,v.question,v.ord",
			false},
	[SG_SQL_ROWS_BURIED] =
		{"SELECT label,name,judgements,memos FROM (SELECT k.label,k.name,"
		 "(SELECT count(*) FROM v_judgement j WHERE j.code=k.id) AS judgements,"
		 "(SELECT count(*) FROM v_memo m WHERE m.code=k.id) AS memos "
		 "FROM code k WHERE NOT k.live) WHERE judgements OR memos "
		 "ORDER BY label",
			false},
};

const struct sg_sql *sg_sql(enum sg_sql_id id)
{
	return &statements[id];
}
