/* team_conflicts.c - after two files were merged: where two people disagree, and where
 * one person said different things in the two. Nothing is decided here: of one person
 * the last word counts, two people settle it. */
#include "config.h"

#include "store/team_job.h"
#include "text/utf8.h"

static int cut(struct sg_str quote)
{
	size_t at = sg_utf8_offset(quote, 40), line = sg_str_findc(quote, '\n');

	return (int)(line < at ? line : at);
}

static void add(struct sg_team *t)
{
	t->sum->conflicts++;
}

static int disagreements(struct sg_team *t, int64_t id)
{
	struct sg_query q;
	int rc;

	sg_query_open(&q, t->ours, SG_SQL_TEAM_DISAGREE, t->err);
	sg_query_int(&q, ":id", id);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_str quote = sg_col_text(&q, 7);
		add(t);
		sg_notes_add(t->notes, SG_NOTE, NULL, 0, 0,
			_("conflict: %.*s %.*s, %.*s %.*s: %.*s %.*s %.*s '%.*s'"),
			SG_ARG(sg_col_text(&q, 0)), SG_ARG(sg_col_text(&q, 1)),
			SG_ARG(sg_col_text(&q, 2)), SG_ARG(sg_col_text(&q, 3)),
			SG_ARG(sg_col_text(&q, 4)), SG_ARG(sg_col_text(&q, 5)),
			SG_ARG(sg_col_text(&q, 6)), cut(quote), quote.p);
	}
	sg_query_close(&q);
	return rc;
}

/* Whether a row of ours is news to them. */
static int only_ours(
	struct sg_team *t, enum sg_sql_id statement, struct sg_str guid, bool *only)
{
	int64_t id = 0;
	int rc = sg_team_guid(t, t->theirs, statement, guid, &id);

	*only = id == 0;
	return rc;
}

static int changed_minds(struct sg_team *t, int64_t id)
{
	struct sg_query q;
	bool only;
	int rc;

	sg_query_open(&q, t->ours, SG_SQL_TEAM_TWICE, t->err);
	sg_query_int(&q, ":id", id);
	sg_query_int(&q, ":first", t->first);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_str quote = sg_col_text(&q, 8);
		bool here = sg_col_int(&q, 3) != 0;
		rc = only_ours(t, SG_SQL_JUDGEMENT_GUID, sg_col_text(&q, 0), &only);
		if (rc < 0)
			break;
		if (!only)
			continue;
		add(t);
		sg_notes_add(t->notes, SG_NOTE, NULL, 0, 0,
			_("conflict: %.*s said '%.*s' here and '%.*s' there; the later "
			  "counts, '%.*s': %.*s %.*s %.*s '%.*s'"),
			SG_ARG(sg_col_text(&q, 4)), SG_ARG(sg_col_text(&q, 1)),
			SG_ARG(sg_col_text(&q, 2)),
			SG_ARG(sg_col_text(&q, here ? 1 : 2)),
			SG_ARG(sg_col_text(&q, 5)), SG_ARG(sg_col_text(&q, 6)),
			SG_ARG(sg_col_text(&q, 7)), cut(quote), quote.p);
	}
	sg_query_close(&q);
	return rc;
}

static int two_memos(struct sg_team *t, int64_t id)
{
	struct sg_query q;
	bool only;
	int rc;

	sg_query_open(&q, t->ours, SG_SQL_TEAM_MEMO_TWICE, t->err);
	sg_query_int(&q, ":id", id);
	sg_query_int(&q, ":first", t->first);
	while ((rc = sg_query_step(&q)) > 0) {
		bool here = sg_col_int(&q, 1) != 0;
		rc = only_ours(t, SG_SQL_MEMO_GUID, sg_col_text(&q, 0), &only);
		if (rc < 0)
			break;
		if (!only)
			continue;
		add(t);
		sg_notes_add(t->notes, SG_NOTE, NULL, 0, 0,
			here ? _("conflict: a memo of %.*s on %.*s %.*s %.*s is "
				 "different in the two files; the one here is the "
				 "later")
			     : _("conflict: a memo of %.*s on %.*s %.*s %.*s is "
				 "different in the two files; the one from there is "
				 "the later"),
			SG_ARG(sg_col_text(&q, 2)), SG_ARG(sg_col_text(&q, 4)),
			SG_ARG(sg_col_text(&q, 5)), SG_ARG(sg_col_text(&q, 3)));
	}
	sg_query_close(&q);
	return rc;
}

static int two_rulings(struct sg_team *t, int64_t id)
{
	struct sg_query q;
	bool only;
	int rc;

	sg_query_open(&q, t->ours, SG_SQL_TEAM_RULING_TWICE, t->err);
	sg_query_int(&q, ":id", id);
	sg_query_int(&q, ":first", t->first);
	while ((rc = sg_query_step(&q)) > 0) {
		bool here = sg_col_int(&q, 3) != 0;
		rc = only_ours(t, SG_SQL_RULING_GUID, sg_col_text(&q, 0), &only);
		if (rc < 0)
			break;
		if (!only)
			continue;
		add(t);
		sg_notes_add(t->notes, SG_NOTE, NULL, 0, 0,
			_("conflict: %.*s said '%.*s' and %.*s '%.*s' of the answer "
			  "%.*s %.*s; the later counts, '%.*s'"),
			SG_ARG(sg_col_text(&q, 4)), SG_ARG(sg_col_text(&q, 1)),
			SG_ARG(sg_col_text(&q, 5)), SG_ARG(sg_col_text(&q, 2)),
			SG_ARG(sg_col_text(&q, 6)), SG_ARG(sg_col_text(&q, 7)),
			SG_ARG(sg_col_text(&q, here ? 1 : 2)));
	}
	sg_query_close(&q);
	return rc;
}

int sg_team_conflicts(struct sg_team *t)
{
	int64_t end = 0;
	int rc = sg_human_next(t->ours, &end, t->err);

	/* Ids of the three kinds come from one sequence; a look at another kind's finds
	 * nothing. */
	for (int64_t id = t->first + 1; rc == 0 && id < end; id++) {
		rc = disagreements(t, id);
		if (rc == 0)
			rc = changed_minds(t, id);
		if (rc == 0)
			rc = two_memos(t, id);
		if (rc == 0)
			rc = two_rulings(t, id);
	}
	return rc;
}
