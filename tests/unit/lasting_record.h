/* lasting_record.h - a record of what people said in a project, kept by a test in plain
 * lists, and checks that the project holds all of it: every row as it was, in its place
 * or named as lost, and in force what the record says is in force. Header only.
 */
#ifndef SG_TEST_LASTING_RECORD_H
#define SG_TEST_LASTING_RECORD_H

#include "fixture.h"

enum lr_table {
	LR_CODER,
	LR_ANCHOR,
	LR_JUDGEMENT,
	LR_RULING,
	LR_MEMO,
	LR_ASSIGNMENT,
	LR_FROZEN,
	LR_TABLES
};

/* Rows as they are, but for the placement of anchors. */
static const char *const lr_raw[LR_TABLES] = {
	[LR_CODER] = "SELECT * FROM coder WHERE id>?1 ORDER BY id",
	[LR_ANCHOR] =
		"SELECT id,source,case_,question,made_in,made_start,made_stop,quote,"
		"before,after FROM anchor WHERE id>?1 ORDER BY id",
	[LR_JUDGEMENT] = "SELECT * FROM judgement WHERE id>?1 ORDER BY id",
	[LR_RULING] = "SELECT * FROM ruling WHERE id>?1 ORDER BY id",
	[LR_MEMO] = "SELECT * FROM memo WHERE id>?1 ORDER BY id",
	[LR_ASSIGNMENT] = "SELECT * FROM assignment WHERE id>?1 ORDER BY id",
	[LR_FROZEN] = "SELECT * FROM frozen WHERE id>?1 ORDER BY id",
};

/* Rows as they are in every file of a team: by guids and names. The first column is the
 * guid, the second that of the code. */
static const char *const lr_said[LR_TABLES] = {
	[LR_JUDGEMENT] =
		"SELECT j.guid,coalesce(k.guid,''),c.name,j.verdict,j.facet,j.value,"
		"j.reason,j.origin,j.at,u.guid,s.name,q.label,a.quote,a.before,a.after"
		" FROM judgement j JOIN coder c ON c.id=j.coder JOIN anchor a ON "
		"a.id=j.anchor JOIN case_ s ON s.id=a.case_ LEFT JOIN question q ON "
		"q.id=a.question LEFT JOIN code k ON k.id=j.code LEFT JOIN judgement u "
		"ON "
		"u.id=j.undoes ORDER BY j.guid",
	[LR_RULING] =
		"SELECT r.guid,'',c.name,s.name,q.label,r.state,r.kind,r.at,u.guid"
		" FROM ruling r JOIN coder c ON c.id=r.coder JOIN case_ s ON "
		"s.id=r.case_ JOIN question q ON q.id=r.question LEFT JOIN ruling u"
		" ON u.id=r.undoes ORDER BY r.guid",
	[LR_MEMO] =
		"SELECT m.guid,coalesce(k.guid,''),c.name,m.at,m.body,s.name,q.label,"
		"a.quote,u.guid FROM memo m JOIN coder c ON c.id=m.coder"
		" LEFT JOIN code k ON k.id=m.code LEFT JOIN case_ s ON s.id=m.case_"
		" LEFT JOIN question q ON q.id=m.question LEFT JOIN anchor a ON "
		"a.id=m.anchor LEFT JOIN memo u ON u.id=m.undoes ORDER BY m.guid",
	[LR_ASSIGNMENT] =
		"SELECT "
		"a.guid,'',c.name,s.name,q.label,a.share,a.seed,a.way,a.at,u.guid"
		" FROM assignment a JOIN coder c ON c.id=a.coder JOIN case_ s ON "
		"s.id=a.case_ JOIN question q ON q.id=a.question LEFT JOIN assignment "
		"u ON"
		" u.id=a.undoes ORDER BY a.guid",
	[LR_FROZEN] = "SELECT f.guid,'',f.sha256,f.study,c.name,f.at,f.note FROM "
		      "frozen f JOIN "
		      "coder c ON c.id=f.coder ORDER BY f.guid",
};

struct lr_row {
	char guid[40], code[40];
	char *text;
};
struct lr_rows {
	struct lr_row *v; /* by guid */
	size_t n, cap;
};
struct lr_record {
	char *raw[LR_TABLES]; /* rows, a line each */
	int64_t last[LR_TABLES];
	struct lr_rows said[LR_TABLES];
};

static inline void lr_add_field(struct sg_buf *b, sqlite3_stmt *st, int i)
{
	const char *z = (const char *)sqlite3_column_text(st, i);

	for (; z && *z; z++) {
		if (*z == '\n')
			sg_buf_addz(b, "\\n");
		else
			sg_buf_addc(b, *z);
	}
	sg_buf_addc(b, z ? '|' : '~');
}

/* The rows of a table with an id above *last, appended; *last is the highest then. */
static inline void lr_read_raw(
	sqlite3 *db, enum lr_table t, int64_t *last, struct sg_buf *out)
{
	sqlite3_stmt *st = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, lr_raw[t], -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_bind_int64(st, 1, *last), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		*last = sqlite3_column_int64(st, 0);
		for (int i = 0; i < sqlite3_column_count(st); i++)
			lr_add_field(out, st, i);
		sg_buf_addc(out, '\n');
	}
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
}

static inline void lr_release_rows(struct lr_rows *r)
{
	for (size_t i = 0; i < r->n; i++)
		free(r->v[i].text);
	free(r->v);
	memset(r, 0, sizeof *r);
}

static inline void lr_release(struct lr_record *r)
{
	for (int t = 0; t < LR_TABLES; t++) {
		free(r->raw[t]);
		lr_release_rows(&r->said[t]);
	}
	memset(r, 0, sizeof *r);
}

static inline void lr_read_said(sqlite3 *db, enum lr_table t, struct lr_rows *out)
{
	sqlite3_stmt *st = NULL;

	memset(out, 0, sizeof *out);
	if (!lr_said[t])
		return;
	assert_int_equal(sqlite3_prepare_v2(db, lr_said[t], -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct lr_row row = {.text = NULL};
		struct sg_buf b;
		snprintf(row.guid, sizeof row.guid, "%s",
			(const char *)sqlite3_column_text(st, 0));
		snprintf(row.code, sizeof row.code, "%s",
			(const char *)sqlite3_column_text(st, 1));
		sg_buf_init(&b);
		for (int i = 2; i < sqlite3_column_count(st); i++)
			lr_add_field(&b, st, i);
		row.text = b.p;
		SG_PUSH(out, row);
	}
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
}

/* Takes what is there as the record. */
static inline void lr_take(struct lr_record *r, sqlite3 *db)
{
	lr_release(r);
	for (int t = 0; t < LR_TABLES; t++) {
		struct sg_buf b;
		sg_buf_init(&b);
		sg_buf_addz(&b, "");
		lr_read_raw(db, (enum lr_table)t, &r->last[t], &b);
		r->raw[t] = b.p;
		lr_read_said(db, (enum lr_table)t, &r->said[t]);
	}
}

/* NULL, or what of the record is not in the project any more as it was. The caller frees
 * nothing: the text is static. */
static inline const char *lr_lost(const struct lr_record *r, sqlite3 *db)
{
	static char words[700];

	for (int t = 0; t < LR_TABLES; t++) {
		struct sg_buf b;
		int64_t last = 0;
		size_t n = strlen(r->raw[t]), at = 0, line = 0;
		sg_buf_init(&b);
		sg_buf_addz(&b, "");
		lr_read_raw(db, (enum lr_table)t, &last, &b);
		while (at < n && at < b.n && r->raw[t][at] == b.p[at]) {
			at++;
			if (r->raw[t][at - 1] == '\n')
				line = at;
		}
		if (at < n)
			snprintf(words, sizeof words, "table %d: was '%.*s', is '%.*s'",
				t, (int)(strcspn(r->raw[t] + line, "\n") % 300),
				r->raw[t] + line,
				(int)(strcspn(b.p + line, "\n") % 300), b.p + line);
		sg_buf_release(&b);
		if (at < n)
			return words;
	}
	return NULL;
}

/* --- a code that two files made each for itself is one after a merge --- */

struct lr_alias {
	char from[40], to[40];
};
struct lr_aliases {
	struct lr_alias *v;
	size_t n, cap;
};

static inline const char *lr_code(const struct lr_aliases *a, const char *guid)
{
	for (size_t i = a->n; i-- > 0;)
		if (strcmp(a->v[i].from, guid) == 0) {
			guid = a->v[i].to;
			i = a->n;
		}
	return guid;
}

/* Before theirs is merged into ours: their codes that ours knows by label only. */
static inline void lr_learn_aliases(
	struct lr_aliases *a, sqlite3 *ours, sqlite3 *theirs)
{
	sqlite3_stmt *st = NULL, *mine = NULL;
	static const char sql[] = "SELECT guid FROM code WHERE label=?1 AND NOT "
				  "EXISTS(SELECT 1 FROM code "
				  "WHERE guid=?2)";

	assert_int_equal(
		sqlite3_prepare_v2(theirs, "SELECT guid,label FROM code ORDER BY id",
			-1, &st, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(ours, sql, -1, &mine, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct lr_alias new;
		const char *guid = (const char *)sqlite3_column_text(st, 0);
		sqlite3_bind_text(mine, 1, (const char *)sqlite3_column_text(st, 1), -1,
			SQLITE_TRANSIENT);
		sqlite3_bind_text(mine, 2, guid, -1, SQLITE_TRANSIENT);
		if (sqlite3_step(mine) == SQLITE_ROW) {
			snprintf(new.from, sizeof new.from, "%s", guid);
			snprintf(new.to, sizeof new.to, "%s",
				(const char *)sqlite3_column_text(mine, 0));
			/* Both directions have happened when files go back and forth. */
			if (strcmp(lr_code(a, new.from), lr_code(a, new.to)) != 0) {
				struct lr_alias root;
				snprintf(root.from, sizeof root.from, "%s",
					lr_code(a, new.from));
				snprintf(root.to, sizeof root.to, "%s",
					lr_code(a, new.to));
				SG_PUSH(a, root);
			}
		}
		sqlite3_reset(mine);
	}
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
	assert_int_equal(sqlite3_finalize(mine), SQLITE_OK);
}

/* NULL, or the first row of a that the other does not have word for word. */
static inline const char *lr_missing(const struct lr_record *a,
	const struct lr_record *in, const struct lr_aliases *al)
{
	static char words[700];

	for (int t = 0; t < LR_TABLES; t++) {
		const struct lr_rows *x = &a->said[t], *y = &in->said[t];
		size_t k = 0;
		for (size_t i = 0; i < x->n; i++) {
			const struct lr_row *row = &x->v[i];
			while (k < y->n && strcmp(y->v[k].guid, row->guid) < 0)
				k++;
			bool there = k < y->n && strcmp(y->v[k].guid, row->guid) == 0;
			if (there && strcmp(y->v[k].text, row->text) == 0 &&
				strcmp(lr_code(al, y->v[k].code),
					lr_code(al, row->code)) == 0)
				continue;
			snprintf(words, sizeof words,
				"table %d guid %s: '%.250s' (%s), there '%.250s' (%s)",
				t, row->guid, row->text, row->code,
				there ? y->v[k].text : "nothing",
				there ? y->v[k].code : "");
			return words;
		}
	}
	return NULL;
}

/* --- in force --- */

struct lr_word {
	int64_t id, key[5], undoes; /* key: what it is about */
	char order[120];            /* at, n, guid */
	char facet[64];
	bool undone, empty;
};
struct lr_words {
	struct lr_word *v;
	size_t n, cap;
};

/* id, order, undoes, facet or body, what it is about. */
static const char *const lr_words_sql[] = {
	"SELECT j.id,j.at||'/'||printf('%012d',coalesce(j.n,j.id))||'/'||j.guid,"
	"coalesce(j.undoes,0),coalesce(j.facet,''),j.anchor,"
	"coalesce((SELECT merged_into FROM code WHERE id=j.code),j.code,0),j.coder,"
	"CASE WHEN j.verdict IN('code','accept','reject') THEN 1 WHEN j.verdict "
	"IN('pin','bar') THEN 2 WHEN j.verdict='facet' THEN 3 ELSE 4 END,0 FROM "
	"judgement "
	"j",
	"SELECT r.id,r.at||'/'||printf('%012d',coalesce(r.n,r.id))||'/'||r.guid,"
	"coalesce(r.undoes,0),'',r.case_,r.question,0,0,0 FROM ruling r",
	"SELECT m.id,m.at||'/'||printf('%012d',coalesce(m.n,m.id))||'/'||m.guid,"
	"coalesce(m.undoes,0),m.body='',coalesce(m.code,0),"
	"coalesce(m.case_,0),coalesce(m.question,0),coalesce(m.anchor,0),m.coder FROM "
	"memo "
	"m",
};
static const char *const lr_views[] = {"v_judgement", "v_ruling", "v_memo"};

static inline void lr_load_words(sqlite3 *db, int t, struct lr_words *out)
{
	sqlite3_stmt *st = NULL;

	assert_int_equal(
		sqlite3_prepare_v2(db, lr_words_sql[t], -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		struct lr_word w = {.id = sqlite3_column_int64(st, 0),
			.undoes = sqlite3_column_int64(st, 2)};
		snprintf(w.order, sizeof w.order, "%s",
			(const char *)sqlite3_column_text(st, 1));
		snprintf(w.facet, sizeof w.facet, "%s",
			t == 2 ? "" : (const char *)sqlite3_column_text(st, 3));
		w.empty = t == 2 && sqlite3_column_int(st, 3);
		for (int i = 0; i < 5; i++)
			w.key[i] = sqlite3_column_int64(st, 4 + i);
		SG_PUSH(out, w);
	}
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
}

static inline int lr_by_matter(const void *a, const void *b)
{
	const struct lr_word *x = a, *y = b;

	for (int i = 0; i < 5; i++)
		if (x->key[i] != y->key[i])
			return x->key[i] < y->key[i] ? -1 : 1;
	int c = strcmp(x->facet, y->facet);
	return c ? c : strcmp(x->order, y->order);
}

static inline bool lr_same_matter(const struct lr_word *a, const struct lr_word *b)
{
	return memcmp(a->key, b->key, sizeof a->key) == 0 &&
	       strcmp(a->facet, b->facet) == 0;
}

static inline int lr_id_cmp(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Of what nobody took back, the last of one coder about one thing. */
static inline void lr_in_force(sqlite3 *db, int t, struct sg_buf *out)
{
	struct lr_words w = {NULL, 0, 0};
	struct {
		int64_t *v;
		size_t n, cap;
	} undone = {NULL, 0, 0}, ids = {NULL, 0, 0};

	lr_load_words(db, t, &w);
	for (size_t i = 0; i < w.n; i++)
		if (w.v[i].undoes)
			SG_PUSH(&undone, w.v[i].undoes);
	if (undone.n)
		qsort(undone.v, undone.n, sizeof *undone.v, lr_id_cmp);
	size_t n = 0;
	for (size_t i = 0; i < w.n; i++)
		if (!w.v[i].undoes &&
			!(undone.n && bsearch(&w.v[i].id, undone.v, undone.n,
					      sizeof *undone.v, lr_id_cmp)))
			w.v[n++] = w.v[i];
	if (n)
		qsort(w.v, n, sizeof *w.v, lr_by_matter);
	for (size_t i = 0; i < n; i++)
		if ((i + 1 == n || !lr_same_matter(&w.v[i], &w.v[i + 1])) &&
			!w.v[i].empty)
			SG_PUSH(&ids, w.v[i].id);
	if (ids.n)
		qsort(ids.v, ids.n, sizeof *ids.v, lr_id_cmp);
	for (size_t i = 0; i < ids.n; i++)
		sg_buf_printf(out, "%lld\n", (long long)ids.v[i]);
	free(ids.v);
	free(undone.v);
	free(w.v);
}

static inline const char *lr_wrong_in_force(sqlite3 *db)
{
	static char words[300];

	for (int t = 0; t < 3; t++) {
		struct sg_buf b;
		char sql[80];
		sg_buf_init(&b);
		lr_in_force(db, t, &b);
		snprintf(sql, sizeof sql, "SELECT id FROM %s ORDER BY id", lr_views[t]);
		char *rows = fx_rows_db(db, sql);
		size_t at = 0;
		const char *should = sg_buf_z(&b);
		while (rows[at] && rows[at] == should[at])
			at++;
		bool same = strcmp(rows, should) == 0;
		while (at && rows[at - 1] != '\n')
			at--;
		snprintf(words, sizeof words, "%s: is %.20s, should be %.20s",
			lr_views[t], rows + at, should + at);
		free(rows);
		sg_buf_release(&b);
		if (!same)
			return words;
	}
	return NULL;
}

/* --- places --- */

static inline void lr_squeeze(struct sg_buf *out, const char *z)
{
	sg_buf_reset(out);
	for (; z && *z; z++)
		if (*z != ' ' && *z != '\n' && *z != '\t' && *z != '\r')
			sg_buf_addc(out, *z);
	sg_buf_addz(out, "");
}

static inline size_t lr_times(const char *in, const char *what)
{
	size_t n = 0;

	for (const char *p = in; *what && (p = strstr(p, what)); p++)
		n++;
	return n;
}

/* id, how, the words at the place, quote, whether it was made of a whole answer, the
 * answer at the place, whether respondent and question are the same, the answer of the
 * respondent to the question in the present text, whether the place's text is the
 * present one or the source is taken out, made in the present text. */
static const char lr_places[] =
	"SELECT a.id,a.how,substr(t.body,a.start+1,a.stop-a.start),a.quote,"
	"EXISTS(SELECT 1 FROM answer x WHERE x.text=a.made_in AND x.case_=a.case_ AND "
	"x.question IS a.question AND x.start=a.made_start AND x.stop=a.made_stop),"
	"substr(t.body,w.start+1,w.stop-w.start),w.case_=a.case_ AND w.question IS "
	"a.question,(SELECT group_concat(substr(p.body,x.start+1,x.stop-x.start),'//') "
	"FROM "
	"text p JOIN answer x ON x.text=p.id WHERE p.source=a.source AND p.current AND "
	"x.case_=a.case_ AND x.question IS a.question),"
	"t.current OR NOT EXISTS(SELECT 1 FROM text p WHERE p.source=a.source AND "
	"p.current),EXISTS(SELECT 1 FROM text p WHERE p.id=a.made_in AND p.current),"
	"a.start=a.made_start AND a.stop=a.made_stop AND a.text=a.made_in,"
	"a.start>=w.start AND a.stop<=w.stop AND w.text=a.text AND t.source=a.source"
	" FROM anchor a LEFT JOIN text t ON t.id=a.text LEFT JOIN answer w ON "
	"w.id=a.answer ORDER BY a.id";

/* What is wrong with the place of one anchor, or NULL. */
static inline const char *lr_wrong_place(
	sqlite3_stmt *st, struct sg_buf *a, struct sg_buf *b)
{
	const char *how = (const char *)sqlite3_column_text(st, 1);
	const char *quote = (const char *)sqlite3_column_text(st, 3);
	const char *answers = (const char *)sqlite3_column_text(st, 7);
	bool whole = sqlite3_column_int(st, 4), here = sqlite3_column_int(st, 9);

	lr_squeeze(b, quote);
	if (strcmp(how, "orphan") == 0) {
		lr_squeeze(a, answers);
		if (here)
			return "an orphan in the text it was made in";
		/* Short words are found by chance, and twice is not certain. */
		if (b->n >= (size_t)3 * 8 && lr_times(a->p, b->p) == 1)
			return "an orphan though its words stand there";
		return NULL;
	}
	if (!sqlite3_column_int(st, 11))
		return "outside of its answer";
	if (!sqlite3_column_int(st, 8))
		return "in an old text";
	if (here && (!sqlite3_column_int(st, 10) || strcmp(how, "exact") != 0))
		return "elsewhere in the text it was made in";
	lr_squeeze(a, (const char *)sqlite3_column_text(st, 2));
	if (strcmp(a->p, b->p) == 0)
		return NULL;
	lr_squeeze(b, (const char *)sqlite3_column_text(st, 5));
	if (whole && sqlite3_column_int(st, 6) && strcmp(a->p, b->p) == 0)
		return NULL;
	return "at other words";
}

static inline const char *lr_misplaced(sqlite3 *db)
{
	static char words[900];
	const char *wrong = NULL;
	sqlite3_stmt *st = NULL;
	struct sg_buf a, b;

	sg_buf_init(&a);
	sg_buf_init(&b);
	assert_int_equal(sqlite3_prepare_v2(db, lr_places, -1, &st, NULL), SQLITE_OK);
	while (!wrong && sqlite3_step(st) == SQLITE_ROW) {
		wrong = lr_wrong_place(st, &a, &b);
		if (wrong)
			snprintf(words, sizeof words,
				"anchor %lld (%s) is %s: '%.200s' at '%.200s' of "
				"'%.200s'",
				(long long)sqlite3_column_int64(st, 0),
				(const char *)sqlite3_column_text(st, 1), wrong,
				(const char *)sqlite3_column_text(st, 3),
				(const char *)sqlite3_column_text(st, 2),
				(const char *)sqlite3_column_text(st, 7));
	}
	sqlite3_finalize(st);
	sg_buf_release(&a);
	sg_buf_release(&b);
	return wrong ? words : NULL;
}

/* Every judgement in force without a place is on the list of orphans. */
static inline const char *lr_unlisted(struct sg_store *s, sqlite3 *db)
{
	struct sg_error err = {0};
	struct sg_lists lists;
	struct sg_buf b;

	assert_int_equal(sg_store_lists(s, &lists, &err), 0);
	char *should = fx_rows_db(db, "SELECT c.name,a.quote FROM judgement j JOIN "
				      "coder c ON c.id=j.coder JOIN "
				      "anchor a ON a.id=j.anchor WHERE a.how='orphan' "
				      "AND j.id IN(SELECT id FROM "
				      "v_judgement) ORDER BY j.id");
	sg_buf_init(&b);
	sg_buf_addz(&b, "");
	for (size_t i = 0; i < lists.norphans; i++)
		sg_buf_printf(&b, "%.*s|%.*s\n", SG_ARG(lists.orphans[i].coder),
			SG_ARG(lists.orphans[i].quote));
	bool same = strcmp(sg_buf_z(&b), should) == 0;
	free(should);
	sg_buf_release(&b);
	sg_lists_release(&lists);
	return same ? NULL : "orphans are not all listed";
}

/* --- two ways to the codings: the view, and the study --- */

static inline int lr_line_cmp(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static inline void lr_sort_lines(char *text, struct sg_buf *out)
{
	struct {
		char **v;
		size_t n, cap;
	} lines = {NULL, 0, 0};

	for (char *p = strtok(text, "\n"); p; p = strtok(NULL, "\n"))
		SG_PUSH(&lines, p);
	if (lines.n)
		qsort(lines.v, lines.n, sizeof *lines.v, lr_line_cmp);
	sg_buf_reset(out);
	sg_buf_addz(out, "");
	for (size_t i = 0; i < lines.n; i++)
		sg_buf_printf(out, "%s\n", lines.v[i]);
	free(lines.v);
}

static inline void lr_study_codings(const struct sg_study *s, struct sg_buf *out)
{
	static const char *const origins[] = {"rule", "default", "person"};
	static const char *const facets[] = {"입장", "성격"};

	sg_buf_addz(out, "");
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		const struct sg_study_answer *a = &s->answers[c->answer];
		sg_buf_printf(out, "%u|%.*s|%.*s|%u|%u|%.*s|%.*s|%s",
			s->texts[a->text].id, SG_ARG(s->cases[a->case_].name),
			SG_ARG(a->question == SG_NONE
					? SG_STR("NULL")
					: s->questions[a->question].label),
			c->start, c->stop, SG_ARG(s->codes[c->code].label),
			SG_ARG(s->coders[c->coder]), origins[c->origin]);
		for (size_t k = 0; k < 2; k++) {
			struct sg_str value = SG_STR("NULL");
			for (size_t f = 0; f < s->nfacets; f++)
				if (sg_str_eqz(s->facets[f].name, facets[k]) &&
					c->facets[f] != SG_NONE)
					value = s->facets[f].values[c->facets[f]];
			sg_buf_printf(out, "|%.*s", SG_ARG(value));
		}
		sg_buf_addc(out, '\n');
	}
}

/* Facets or values that the codebook declares no more are no part of a study. */
static inline const char *lr_codings_differ(struct sg_store *s, sqlite3 *db)
{
	static char words[700];
	struct sg_error err = {0};
	struct sg_buf study, view, text;
	struct sg_study now;

	assert_int_equal(sg_study_load(&now, s, 0, &err), 0);
	sg_buf_init(&text);
	sg_buf_init(&study);
	sg_buf_init(&view);
	lr_study_codings(&now, &text);
	sg_study_release(&now);
	lr_sort_lines(text.p, &study);
	sg_buf_release(&text);
	char *rows = fx_rows_db(db,
		"SELECT "
		"text,respondent,question_label,start,stop,code_label,coder,origin,"
		"(SELECT value FROM facet f WHERE f.name='입장' AND "
		"f.value=facets->>'입장'),"
		"(SELECT value FROM facet f WHERE f.name='성격' AND "
		"f.value=facets->>'성격')"
		" FROM v_coding");
	lr_sort_lines(rows, &view);
	free(rows);
	size_t at = 0, line = 0;
	while (view.p[at] && view.p[at] == study.p[at])
		if (view.p[at++] == '\n')
			line = at;
	bool same = strcmp(view.p, study.p) == 0;
	snprintf(words, sizeof words, "v_coding: %.300s study: %.300s", view.p + line,
		study.p + line);
	sg_buf_release(&study);
	sg_buf_release(&view);
	return same ? NULL : words;
}

#endif
