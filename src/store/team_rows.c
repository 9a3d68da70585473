/* team_rows.c - judgements, rulings, memos, assignments and frozen studies of the other
 * file that this one does not have, in the order of their rows. */
#include "config.h"

#include "store/rows.h"
#include "store/team_job.h"

/* The row here whose guid is in a column; 0 where that is NULL. */
static int ours(struct sg_team *t, const struct sg_query *theirs, int col,
	enum sg_sql_id statement, int64_t *id)
{
	*id = 0;
	if (sg_col_null(theirs, col))
		return 0;
	return sg_team_guid(t, t->ours, statement, sg_col_text(theirs, col), id);
}

/* The last run here with the codebook that theirs had then. */
static int run_of(
	struct sg_team *t, const struct sg_query *theirs, int col, int64_t *id)
{
	struct sg_query q;

	*id = 0;
	if (sg_col_null(theirs, col))
		return 0;
	sg_query_open(&q, t->ours, SG_SQL_RUN_OF_BOOK, t->err);
	sg_query_text(&q, ":sha256", sg_col_text(theirs, col));
	return sg_query_value(&q, id);
}

static void bind_pair(struct sg_query *q, const char *name, const struct sg_idpairs *p,
	const struct sg_query *theirs, int col)
{
	sg_query_ref(q, name, sg_idpairs_get(p, sg_col_int(theirs, col)));
}

static int take_judgement(struct sg_team *t, const struct sg_query *r)
{
	int64_t id = 0, undoes = 0, run = 0;
	struct sg_query q;
	int rc = sg_human_next(t->ours, &id, t->err);

	if (rc == 0)
		rc = ours(t, r, 11, SG_SQL_JUDGEMENT_GUID, &undoes);
	if (rc == 0)
		rc = run_of(t, r, 12, &run);
	if (rc < 0)
		return rc;
	sg_query_open(&q, t->ours, SG_SQL_JUDGEMENT_TAKE, t->err);
	sg_query_int(&q, ":id", id);
	sg_query_text(&q, ":guid", sg_col_text(r, 0));
	bind_pair(&q, ":anchor", &t->anchors, r, 1);
	bind_pair(&q, ":code", &t->codes, r, 2);
	bind_pair(&q, ":coder", &t->coders, r, 3);
	sg_query_text(&q, ":verdict", sg_col_text(r, 4));
	sg_query_opt(&q, ":facet", sg_col_text(r, 5));
	sg_query_opt(&q, ":value", sg_col_text(r, 6));
	sg_query_text(&q, ":reason", sg_col_text(r, 7));
	sg_query_text(&q, ":origin", sg_col_text(r, 8));
	sg_query_text(&q, ":at", sg_col_text(r, 9));
	sg_query_ref(&q, ":run", run);
	sg_query_ref(&q, ":undoes", undoes);
	sg_query_int(&q, ":n", sg_col_int(r, 10));
	sg_query_int(&q, ":batch", sg_col_int(r, 13));
	sg_query_ref(&q, ":first", sg_col_int(r, 14));
	t->sum->judgements++;
	return sg_query_run(&q);
}

/* An answer that is said to say something is coded, others are not. */
static int wake(struct sg_team *t, int64_t case_, int64_t question)
{
	struct sg_query q;

	sg_query_open(&q, t->ours, SG_SQL_TEXTS_WAKE, t->err);
	sg_query_int(&q, ":case", case_);
	sg_query_int(&q, ":question", question);
	return sg_query_run(&q);
}

static int take_ruling(struct sg_team *t, const struct sg_query *r)
{
	int64_t id = 0, undoes = 0;
	struct sg_query q;
	int rc = sg_human_next(t->ours, &id, t->err);

	if (rc == 0)
		rc = ours(t, r, 8, SG_SQL_RULING_GUID, &undoes);
	if (rc < 0)
		return rc;
	sg_query_open(&q, t->ours, SG_SQL_RULING_TAKE, t->err);
	sg_query_int(&q, ":id", id);
	sg_query_text(&q, ":guid", sg_col_text(r, 0));
	bind_pair(&q, ":case", &t->cases, r, 1);
	bind_pair(&q, ":question", &t->questions, r, 2);
	bind_pair(&q, ":coder", &t->coders, r, 3);
	sg_query_opt(&q, ":state", sg_col_text(r, 4));
	sg_query_opt(&q, ":kind", sg_col_text(r, 5));
	sg_query_text(&q, ":at", sg_col_text(r, 6));
	sg_query_ref(&q, ":undoes", undoes);
	sg_query_int(&q, ":n", sg_col_int(r, 7));
	rc = sg_query_run(&q);
	t->sum->rulings++;
	return rc < 0 ? rc
		      : wake(t, sg_idpairs_get(&t->cases, sg_col_int(r, 1)),
				sg_idpairs_get(&t->questions, sg_col_int(r, 2)));
}

static int take_memo(struct sg_team *t, const struct sg_query *r)
{
	int64_t id = 0, replaces = 0, undoes = 0;
	struct sg_query q;
	int rc = sg_human_next(t->ours, &id, t->err);

	if (rc == 0)
		rc = ours(t, r, 9, SG_SQL_MEMO_GUID, &replaces);
	if (rc == 0)
		rc = ours(t, r, 10, SG_SQL_MEMO_GUID, &undoes);
	if (rc < 0)
		return rc;
	sg_query_open(&q, t->ours, SG_SQL_MEMO_TAKE, t->err);
	sg_query_int(&q, ":id", id);
	sg_query_text(&q, ":guid", sg_col_text(r, 0));
	bind_pair(&q, ":coder", &t->coders, r, 1);
	sg_query_text(&q, ":at", sg_col_text(r, 2));
	sg_query_text(&q, ":body", sg_col_text(r, 3));
	bind_pair(&q, ":code", &t->codes, r, 4);
	bind_pair(&q, ":case", &t->cases, r, 5);
	bind_pair(&q, ":question", &t->questions, r, 6);
	bind_pair(&q, ":anchor", &t->anchors, r, 7);
	sg_query_int(&q, ":n", sg_col_int(r, 8));
	sg_query_ref(&q, ":replaces", replaces);
	sg_query_ref(&q, ":undoes", undoes);
	t->sum->memos++;
	return sg_query_run(&q);
}

static int take_assignment(struct sg_team *t, const struct sg_query *r)
{
	int64_t undoes = 0;
	struct sg_query q;
	int rc = ours(t, r, 7, SG_SQL_ASSIGNMENT_GUID, &undoes);

	if (rc < 0)
		return rc;
	sg_query_open(&q, t->ours, SG_SQL_ASSIGNMENT_TAKE, t->err);
	sg_query_text(&q, ":guid", sg_col_text(r, 0));
	bind_pair(&q, ":coder", &t->coders, r, 1);
	bind_pair(&q, ":case", &t->cases, r, 2);
	bind_pair(&q, ":question", &t->questions, r, 3);
	sg_query_real(&q, ":share", sg_col_real(r, 4));
	sg_query_int(&q, ":seed", sg_col_int(r, 5));
	sg_query_text(&q, ":at", sg_col_text(r, 6));
	sg_query_ref(&q, ":undoes", undoes);
	sg_query_text(&q, ":way", sg_col_text(r, 8));
	t->sum->assignments++;
	return sg_query_run(&q);
}

/* A frozen study belongs to a run; without a run of its codebook it goes to the last. */
static int take_frozen(struct sg_team *t, const struct sg_query *r)
{
	struct sg_run_row last;
	struct sg_query q;
	int64_t run = 0;
	int rc = run_of(t, r, 7, &run);

	if (rc == 0 && run == 0) {
		rc = sg_run_last(t->ours, &last, t->err);
		run = last.id;
	}
	if (rc == 0 && run == 0) {
		sg_notes_add(t->notes, SG_WARNING, NULL, 0, 0,
			_("the frozen study '%.*s' is not taken: this project was "
			  "never coded; code it and merge again"),
			SG_ARG(sg_col_text(r, 1)));
		return 0;
	}
	if (rc < 0)
		return rc;
	sg_query_open(&q, t->ours, SG_SQL_FROZEN_TAKE, t->err);
	sg_query_text(&q, ":guid", sg_col_text(r, 0));
	sg_query_text(&q, ":name", sg_col_text(r, 1));
	sg_query_int(&q, ":run", run);
	bind_pair(&q, ":coder", &t->coders, r, 2);
	sg_query_text(&q, ":at", sg_col_text(r, 3));
	sg_query_text(&q, ":program", sg_col_text(r, 4));
	sg_query_text(&q, ":sha256", sg_col_text(r, 5));
	sg_query_text(&q, ":study", sg_col_text(r, 6));
	sg_query_text(&q, ":note", sg_col_text(r, 8));
	t->sum->frozen++;
	return sg_query_run(&q);
}

int sg_team_rows(struct sg_team *t)
{
	static const struct {
		enum sg_sql_id rows, guid;
		int (*take)(struct sg_team *t, const struct sg_query *r);
	} kinds[] = {
		{SG_SQL_THEIR_JUDGEMENTS, SG_SQL_JUDGEMENT_GUID, take_judgement},
		{SG_SQL_THEIR_RULINGS, SG_SQL_RULING_GUID, take_ruling},
		{SG_SQL_THEIR_MEMOS, SG_SQL_MEMO_GUID, take_memo},
		{SG_SQL_THEIR_ASSIGNMENTS, SG_SQL_ASSIGNMENT_GUID, take_assignment},
		{SG_SQL_THEIR_FROZEN, SG_SQL_FROZEN_GUID, take_frozen},
	};
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < sizeof kinds / sizeof *kinds; i++) {
		struct sg_query q;
		int64_t known;
		sg_query_open(&q, t->theirs, kinds[i].rows, t->err);
		while ((rc = sg_query_step(&q)) > 0) {
			rc = ours(t, &q, 0, kinds[i].guid, &known);
			if (rc == 0 && known == 0)
				rc = kinds[i].take(t, &q);
			if (rc < 0)
				break;
		}
		sg_query_close(&q);
	}
	return rc;
}
