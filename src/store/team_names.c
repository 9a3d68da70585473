/* team_names.c - coders, respondents, questions and codes of the other file as rows of
 * this one. */
#include "config.h"

#include "store/rows.h"
#include "store/team_job.h"

/* guid, or a new one where a row of the statement has it already. */
static int free_guid(
	struct sg_team *t, enum sg_sql_id id, struct sg_str guid, struct sg_buf *out)
{
	char fresh[37];
	int64_t taken;
	int rc = sg_team_guid(t, t->ours, id, guid, &taken);

	sg_store_guid(fresh);
	sg_buf_reset(out);
	sg_buf_add(out, taken ? sg_str_of(fresh) : guid);
	return rc;
}

static int take_coder(struct sg_team *t, struct sg_str guid, struct sg_str name,
	struct sg_buf *b, int64_t *id)
{
	struct sg_query q;

	sg_query_open(&q, t->ours, SG_SQL_CODER_ID, t->err);
	sg_query_text(&q, ":name", name);
	int rc = sg_query_value(&q, id);
	if (rc < 0 || *id)
		return rc;
	rc = free_guid(t, SG_SQL_CODER_GUID, guid, b);
	if (rc < 0)
		return rc;
	sg_query_open(&q, t->ours, SG_SQL_CODER_NEW, t->err);
	sg_query_text(&q, ":guid", sg_buf_str(b));
	sg_query_text(&q, ":name", name);
	rc = sg_query_run(&q);
	*id = sg_store_rowid(t->ours);
	t->sum->coders++;
	return rc;
}

static int take_case(struct sg_team *t, struct sg_str guid, struct sg_str name,
	struct sg_buf *b, int64_t *id)
{
	struct sg_query q;

	int rc = sg_case_id(t->ours, name, id, t->err);
	if (rc < 0 || *id)
		return rc;
	rc = free_guid(t, SG_SQL_CASE_GUID, guid, b);
	if (rc < 0)
		return rc;
	sg_query_open(&q, t->ours, SG_SQL_CASE_NEW, t->err);
	sg_query_text(&q, ":guid", sg_buf_str(b));
	sg_query_text(&q, ":name", name);
	rc = sg_query_run(&q);
	*id = sg_store_rowid(t->ours);
	t->sum->cases++;
	sg_notes_add(t->notes, SG_WARNING, NULL, 0, 0,
		_("there is no respondent '%.*s' here; what was said of them is kept"),
		SG_ARG(name));
	return rc;
}

static int take_named(struct sg_team *t, enum sg_sql_id statement,
	int (*take)(struct sg_team *t, struct sg_str guid, struct sg_str name,
		struct sg_buf *b, int64_t *id),
	struct sg_idpairs *pairs)
{
	struct sg_query q;
	struct sg_buf b;
	int64_t id = 0;
	int rc;

	sg_buf_init(&b);
	sg_query_open(&q, t->theirs, statement, t->err);
	while ((rc = sg_query_step(&q)) > 0) {
		rc = take(t, sg_col_text(&q, 1), sg_col_text(&q, 2), &b, &id);
		if (rc < 0)
			break;
		sg_idpairs_put(pairs, sg_col_int(&q, 0), id);
	}
	sg_query_close(&q);
	sg_buf_release(&b);
	return rc;
}

static int take_questions(struct sg_team *t)
{
	struct sg_query q;
	int64_t id = 0;
	int rc;

	sg_query_open(&q, t->theirs, SG_SQL_THEIR_QUESTIONS, t->err);
	while ((rc = sg_query_step(&q)) > 0) {
		rc = sg_question_need(t->ours, sg_col_text(&q, 1), &id, t->err);
		if (rc < 0)
			break;
		sg_idpairs_put(&t->questions, sg_col_int(&q, 0), id);
	}
	sg_query_close(&q);
	return rc;
}

static int code_labelled(struct sg_team *t, struct sg_str label, int64_t *id)
{
	struct sg_query q;

	sg_query_open(&q, t->ours, SG_SQL_CODE_HAD_LABEL, t->err);
	sg_query_text(&q, ":label", label);
	return sg_query_value(&q, id);
}

/* By guid, label, or a label that it had in one of the files. */
static int find_code(struct sg_team *t, const struct sg_query *theirs, int64_t *id)
{
	struct sg_query q;
	int rc = sg_team_guid(t, t->ours, SG_SQL_CODE_GUID, sg_col_text(theirs, 1), id);

	if (rc == 0 && *id == 0)
		rc = code_labelled(t, sg_col_text(theirs, 2), id);
	if (rc < 0 || *id)
		return rc;
	sg_query_open(&q, t->theirs, SG_SQL_THEIR_FORMER, t->err);
	sg_query_int(&q, ":code", sg_col_int(theirs, 0));
	while (*id == 0 && (rc = sg_query_step(&q)) > 0) {
		rc = code_labelled(t, sg_col_text(&q, 0), id);
		if (rc < 0)
			break;
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

/* A code that the codebook here does not have: kept, and there when it gets it. */
static int new_code(struct sg_team *t, const struct sg_query *theirs, int64_t *id)
{
	struct sg_query q;

	sg_query_open(&q, t->ours, SG_SQL_CODE_TAKE, t->err);
	sg_query_text(&q, ":guid", sg_col_text(theirs, 1));
	sg_query_text(&q, ":label", sg_col_text(theirs, 2));
	sg_query_text(&q, ":name", sg_col_text(theirs, 3));
	sg_query_text(&q, ":path", sg_col_text(theirs, 4));
	sg_query_text(&q, ":definition", sg_col_text(theirs, 5));
	sg_query_text(&q, ":unit", sg_col_text(theirs, 6));
	int rc = sg_query_run(&q);
	*id = sg_store_rowid(t->ours);
	t->sum->codes++;
	sg_notes_add(t->notes, SG_WARNING, NULL, 0, 0,
		_("there is no code '%.*s' (%.*s) here; what was said of it is kept "
		  "and counts when the codebook has it"),
		SG_ARG(sg_col_text(theirs, 2)), SG_ARG(sg_col_text(theirs, 3)));
	return rc;
}

static int take_codes(struct sg_team *t)
{
	struct sg_query q;
	int64_t id = 0;
	int rc;

	sg_query_open(&q, t->theirs, SG_SQL_THEIR_CODES, t->err);
	while ((rc = sg_query_step(&q)) > 0) {
		rc = find_code(t, &q, &id);
		if (rc == 0 && id == 0)
			rc = new_code(t, &q, &id);
		if (rc < 0)
			break;
		sg_idpairs_put(&t->codes, sg_col_int(&q, 0), id);
	}
	sg_query_close(&q);
	return rc;
}

int sg_team_names(struct sg_team *t)
{
	int rc = take_named(t, SG_SQL_THEIR_CODERS, take_coder, &t->coders);

	if (rc == 0)
		rc = take_named(t, SG_SQL_THEIR_CASES, take_case, &t->cases);
	if (rc == 0)
		rc = take_questions(t);
	return rc == 0 ? take_codes(t) : rc;
}
