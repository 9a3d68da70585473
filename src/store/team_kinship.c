/* team_kinship.c - whether two files that are merged have anything of a study in common:
 * a respondent or a source. Where they have not, what was said in the other file has no
 * place here, and a person most likely named the wrong file. */
#include "config.h"

#include "store/rows.h"
#include "store/team_job.h"

static int shares_case(struct sg_team *t, bool *any, bool *shared)
{
	struct sg_query q;
	int64_t id = 0;
	int rc = 0;

	sg_query_open(&q, t->theirs, SG_SQL_THEIR_CASE_NAMES, t->err);
	while (!*shared && (rc = sg_query_step(&q)) > 0) {
		*any = true;
		rc = sg_case_id(t->ours, sg_col_text(&q, 0), &id, t->err);
		if (rc < 0)
			break;
		*shared = id != 0;
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

static int shares_source(struct sg_team *t, bool *shared)
{
	struct sg_query q, match;
	int64_t id = 0;
	int rc = 0;

	sg_query_open(&q, t->theirs, SG_SQL_THEIR_SOURCES, t->err);
	while (!*shared && (rc = sg_query_step(&q)) > 0) {
		sg_query_open(&match, t->ours, SG_SQL_SOURCE_MATCH, t->err);
		sg_query_text(&match, ":guid", sg_col_text(&q, 0));
		sg_query_text(&match, ":name", sg_col_text(&q, 1));
		sg_query_text(&match, ":sha256", sg_col_text(&q, 2));
		rc = sg_query_value(&match, &id);
		if (rc < 0)
			break;
		*shared = id != 0;
	}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

/* A warning when both files have read answers and share nothing. */
int sg_team_kinship(struct sg_team *t)
{
	bool any = false, shared = false;
	struct sg_query q;
	int64_t here = 0;

	sg_query_open(&q, t->ours, SG_SQL_CASES_READ, t->err);
	int rc = sg_query_value(&q, &here);
	if (rc == 0 && here)
		rc = shares_case(t, &any, &shared);
	if (rc == 0 && any && !shared)
		rc = shares_source(t, &shared);
	if (rc == 0 && any && !shared)
		sg_notes_add(t->notes, SG_WARNING, NULL, 0, 0,
			_("no respondent and no source of that file is here: it looks "
			  "like another study"));
	return rc;
}
