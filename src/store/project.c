/* project.c - the questionnaire of a project, and its questions as rows. */
#include "config.h"

#include <string.h>

#include "store/db.h"
#include "store/rows.h"

/* ["a","b"]; NULL when there is none. */
static void json_list(struct sg_buf *out, const struct sg_str *v, size_t n)
{
	sg_buf_addc(out, '[');
	for (size_t i = 0; i < n; i++) {
		if (i)
			sg_buf_addc(out, ',');
		sg_json_str(out, v[i]);
	}
	sg_buf_addc(out, ']');
}

void sg_json_str(struct sg_buf *out, struct sg_str s)
{
	sg_buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0x20) {
			sg_buf_printf(out, "\\u%04x", c);
			continue;
		}
		if (c == '"' || c == '\\')
			sg_buf_addc(out, '\\');
		sg_buf_addc(out, s.p[i]);
	}
	sg_buf_addc(out, '"');
}

static int put_labels(struct sg_store *s, enum sg_sql_id id, int64_t question,
	const struct sg_str *v, size_t n, struct sg_error *err)
{
	struct sg_query q;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < n; i++) {
		sg_query_open(&q, s, id, err);
		sg_query_int(&q, ":question", question);
		sg_query_int(&q, ":ord", (int64_t)i);
		sg_query_text(&q, ":label", v[i]);
		rc = sg_query_run(&q);
	}
	return rc;
}

static int put_question(struct sg_store *s, const struct sg_questionnaire *book,
	size_t at, struct sg_error *err)
{
	const struct sg_question *o = &book->questions[at];
	struct sg_query q;
	struct sg_buf values;
	int64_t id = 0;

	sg_buf_init(&values);
	json_list(&values, o->asked_values, o->nasked_values);
	sg_query_open(&q, s, SG_SQL_QUESTION_PUT, err);
	sg_query_text(&q, ":label", o->label);
	sg_query_int(&q, ":ord", (int64_t)at);
	sg_query_text(&q, ":title", o->title);
	sg_query_text(&q, ":wording", o->wording);
	sg_query_text(&q, ":group",
		o->group < book->ngroups ? book->groups[o->group] : SG_STR(""));
	sg_query_opt(&q, ":attribute", o->asked_attribute);
	sg_query_opt(&q, ":values",
		o->asked_attribute.n ? sg_buf_str(&values) : (struct sg_str){NULL, 0});
	int rc = sg_query_run(&q);
	sg_buf_release(&values);
	if (rc == 0)
		rc = sg_question_id(s, o->label, &id, err);
	if (rc == 0)
		rc = put_labels(s, SG_SQL_FOCUS_NEW, id, o->focus, o->nfocus, err);
	if (rc == 0)
		rc = put_labels(
			s, SG_SQL_QUESTION_PART_NEW, id, o->parts, o->nparts, err);
	return rc;
}

static int run_plain(struct sg_store *s, enum sg_sql_id id, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, id, err);
	return sg_query_run(&q);
}

/* Questions that are listed no more keep their row: answers, rulings and memos may
 * name them. */
static int replace_questions(
	struct sg_store *s, const struct sg_questionnaire *book, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_PROJECT_QUESTIONNAIRE_SET, err);
	sg_query_text(&q, ":body", book->body);
	sg_query_text(&q, ":path", book->path);
	int rc = sg_query_run(&q);
	if (rc == 0)
		rc = run_plain(s, SG_SQL_FOCUS_CLEAR, err);
	if (rc == 0)
		rc = run_plain(s, SG_SQL_QUESTION_PART_CLEAR, err);
	if (rc == 0)
		rc = run_plain(s, SG_SQL_QUESTION_UNLIST, err);
	for (size_t i = 0; rc == 0 && i < book->nquestions; i++)
		rc = put_question(s, book, i, err);
	return rc;
}

int sg_store_set_questionnaire(
	struct sg_store *s, const struct sg_questionnaire *q, struct sg_error *err)
{
	int rc = sg_store_begin(s, err);

	if (rc < 0)
		return rc;
	rc = replace_questions(s, q, err);
	if (rc == 0)
		return sg_store_commit(s, err);
	sg_store_rollback(s);
	return rc;
}

int sg_store_questionnaire(
	struct sg_store *s, struct sg_questionnaire **out, struct sg_error *err)
{
	struct sg_query q;
	struct sg_notes notes;

	*out = NULL;
	sg_query_open(&q, s, SG_SQL_PROJECT_QUESTIONNAIRE, err);
	int rc = sg_query_step(&q);
	if (rc > 0 && !sg_col_null(&q, 0)) {
		struct sg_str path = sg_col_text(&q, 1);
		sg_notes_init(&notes);
		/* It was read without errors before it was stored. */
		rc = sg_questionnaire_read(out, sg_col_text(&q, 0), path.p, &notes);
		if (rc < 0)
			sg_error_set(err, rc,
				_("the stored questionnaire '%.*s' has errors"),
				SG_ARG(path));
		sg_notes_release(&notes);
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

/* Where a question stands that no questionnaire lists: by its number. */
static int64_t natural_ord(struct sg_str label)
{
	uint64_t n = 0;
	size_t start = 0;

	while (start < label.n && !(label.p[start] >= '0' && label.p[start] <= '9'))
		start++;
	size_t stop = start;
	while (stop < label.n && label.p[stop] >= '0' && label.p[stop] <= '9')
		stop++;
	if (!sg_str_uint(sg_str_sub(label, start, stop), 1000000, &n))
		n = 1000001;
	return (int64_t)n;
}

int sg_question_id(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_QUESTION_ID, err);
	sg_query_text(&q, ":label", label);
	return sg_query_value(&q, id);
}

int sg_question_named(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_QUESTION_NAMED, err);
	sg_query_text(&q, ":label", label);
	return sg_query_value(&q, id);
}

int sg_question_need(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err)
{
	struct sg_query q;
	int rc = sg_question_id(s, label, id, err);

	if (rc < 0 || *id)
		return rc;
	sg_query_open(&q, s, SG_SQL_QUESTION_FOUND, err);
	sg_query_text(&q, ":label", label);
	sg_query_int(&q, ":ord", natural_ord(label));
	rc = sg_query_run(&q);
	*id = sg_store_rowid(s);
	return rc;
}
