/* team_places.c - anchors of the other file: the same one here, or one made in the same
 * text and placed as after a revision. */
#include "config.h"

#include <stdlib.h>

#include "store/rows.h"
#include "store/team_job.h"
#include "text/utf8.h"

/* columns of THEIR_ANCHORS */
enum {
	ID,
	CASE,
	QUESTION,
	GUID,
	NAME,
	PATH,
	TEXT,
	SHA,
	START,
	STOP,
	QUOTE,
	BEFORE,
	AFTER
};

static int need_source(struct sg_team *t, const struct sg_query *theirs, int64_t *id)
{
	struct sg_query q;

	sg_query_open(&q, t->ours, SG_SQL_SOURCE_MATCH, t->err);
	sg_query_text(&q, ":guid", sg_col_text(theirs, GUID));
	sg_query_text(&q, ":name", sg_col_text(theirs, NAME));
	sg_query_text(&q, ":sha256", sg_col_text(theirs, SHA));
	int rc = sg_query_value(&q, id);
	if (rc < 0 || *id)
		return rc;
	sg_query_open(&q, t->ours, SG_SQL_SOURCE_TAKE, t->err);
	sg_query_text(&q, ":guid", sg_col_text(theirs, GUID));
	sg_query_text(&q, ":name", sg_col_text(theirs, NAME));
	sg_query_text(&q, ":path", sg_col_text(theirs, PATH));
	sg_query_textz(&q, ":removed", t->now);
	rc = sg_query_run(&q);
	*id = sg_store_rowid(t->ours);
	t->sum->sources++;
	return rc;
}

/* The text in which it was made, copied when it is not here. */
static int need_text(
	struct sg_team *t, const struct sg_query *theirs, int64_t source, int64_t *id)
{
	struct sg_query q, from;

	sg_query_open(&q, t->ours, SG_SQL_TEXT_MATCH, t->err);
	sg_query_int(&q, ":source", source);
	sg_query_text(&q, ":sha256", sg_col_text(theirs, SHA));
	int rc = sg_query_value(&q, id);
	if (rc < 0 || *id)
		return rc;
	sg_query_open(&from, t->theirs, SG_SQL_THEIR_TEXT, t->err);
	sg_query_int(&from, ":id", sg_col_int(theirs, TEXT));
	rc = sg_query_step(&from);
	if (rc > 0) {
		sg_query_open(&q, t->ours, SG_SQL_TEXT_TAKE, t->err);
		sg_query_int(&q, ":source", source);
		sg_query_int(&q, ":length", sg_col_int(&from, 0));
		sg_query_text(&q, ":sha256", sg_col_text(&from, 1));
		sg_query_text(&q, ":reader", sg_col_text(&from, 2));
		sg_query_text(&q, ":encoding", sg_col_text(&from, 3));
		sg_query_text(&q, ":file_sha256", sg_col_text(&from, 4));
		sg_query_text(&q, ":ingested", sg_col_text(&from, 5));
		sg_query_text(&q, ":body", sg_col_text(&from, 6));
		rc = sg_query_run(&q);
		*id = sg_store_rowid(t->ours);
	}
	sg_query_close(&from);
	return rc < 0 ? rc : 0;
}

static int find_anchor(
	struct sg_team *t, const struct sg_query *theirs, int64_t text, int64_t *id)
{
	struct sg_query q;

	sg_query_open(&q, t->ours, SG_SQL_ANCHOR_MADE, t->err);
	sg_query_int(&q, ":text", text);
	sg_query_int(&q, ":start", sg_col_int(theirs, START));
	sg_query_int(&q, ":stop", sg_col_int(theirs, STOP));
	sg_query_int(&q, ":case", sg_idpairs_get(&t->cases, sg_col_int(theirs, CASE)));
	sg_query_ref(&q, ":question",
		sg_idpairs_get(&t->questions, sg_col_int(theirs, QUESTION)));
	return sg_query_value(&q, id);
}

static void remember(struct sg_team *t, int64_t source)
{
	for (size_t i = 0; i < t->sources.n; i++)
		if (t->sources.v[i] == source)
			return;
	SG_PUSH(&t->sources, source);
}

static int new_anchor(struct sg_team *t, const struct sg_query *theirs, int64_t source,
	int64_t text, int64_t *id)
{
	struct sg_query q;

	sg_query_open(&q, t->ours, SG_SQL_ANCHOR_TAKE, t->err);
	sg_query_int(&q, ":source", source);
	sg_query_int(&q, ":case", sg_idpairs_get(&t->cases, sg_col_int(theirs, CASE)));
	sg_query_ref(&q, ":question",
		sg_idpairs_get(&t->questions, sg_col_int(theirs, QUESTION)));
	sg_query_int(&q, ":text", text);
	sg_query_int(&q, ":start", sg_col_int(theirs, START));
	sg_query_int(&q, ":stop", sg_col_int(theirs, STOP));
	sg_query_text(&q, ":quote", sg_col_text(theirs, QUOTE));
	sg_query_text(&q, ":before", sg_col_text(theirs, BEFORE));
	sg_query_text(&q, ":after", sg_col_text(theirs, AFTER));
	int rc = sg_query_run(&q);
	*id = sg_store_rowid(t->ours);
	SG_PUSH(&t->lost, *id);
	remember(t, source);
	return rc;
}

static int take_anchor(struct sg_team *t, const struct sg_query *theirs)
{
	int64_t source = 0, text = 0, id = 0;
	int rc = need_source(t, theirs, &source);

	if (rc == 0)
		rc = need_text(t, theirs, source, &text);
	if (rc == 0)
		rc = find_anchor(t, theirs, text, &id);
	if (rc == 0 && id == 0)
		rc = new_anchor(t, theirs, source, text, &id);
	sg_idpairs_put(&t->anchors, sg_col_int(theirs, ID), id);
	return rc;
}

/* Places the new anchors of a source in the text it has now, if it has one. */
static int place(struct sg_team *t, int64_t source)
{
	struct sg_query q;
	struct sg_buf name;
	int64_t text = 0;

	sg_query_open(&q, t->ours, SG_SQL_TEXT_CURRENT_OF, t->err);
	sg_query_int(&q, ":source", source);
	int rc = sg_query_value(&q, &text);
	if (rc < 0 || text == 0)
		return rc;
	sg_buf_init(&name);
	sg_query_open(&q, t->ours, SG_SQL_SOURCE_NAME, t->err);
	sg_query_int(&q, ":id", source);
	rc = sg_query_step(&q);
	if (rc > 0)
		sg_buf_add(&name, sg_col_text(&q, 0));
	sg_query_close(&q);
	if (rc >= 0)
		rc = sg_anchors_replace(
			t->ours, source, sg_buf_z(&name), text, t->notes, t->err);
	sg_buf_release(&name);
	return rc;
}

int sg_team_places(struct sg_team *t)
{
	struct sg_query q;
	int rc;

	sg_query_open(&q, t->theirs, SG_SQL_THEIR_ANCHORS, t->err);
	while ((rc = sg_query_step(&q)) > 0) {
		rc = take_anchor(t, &q);
		if (rc < 0)
			break;
	}
	sg_query_close(&q);
	for (size_t i = 0; rc == 0 && i < t->sources.n; i++)
		rc = place(t, t->sources.v[i]);
	return rc;
}

int sg_team_orphans(struct sg_team *t)
{
	struct sg_query q;
	int rc = 0;

	for (size_t i = 0; rc >= 0 && i < t->lost.n; i++) {
		sg_query_open(&q, t->ours, SG_SQL_ANCHOR_LOST, t->err);
		sg_query_int(&q, ":id", t->lost.v[i]);
		rc = sg_query_step(&q);
		if (rc > 0) {
			struct sg_str quote = sg_col_text(&q, 2);
			t->sum->orphans++;
			sg_notes_add(t->notes, SG_WARNING, NULL, 0, 0,
				_("%.*s %.*s: '%.*s' is in no text here; what was said "
				  "of it is kept without a place"),
				SG_ARG(sg_col_text(&q, 0)), SG_ARG(sg_col_text(&q, 1)),
				(int)sg_utf8_offset(quote, 40), quote.p);
		}
		sg_query_close(&q);
	}
	return rc < 0 ? rc : 0;
}
