/* respondents.c - see respondents.h. */
#include "config.h"

#include "store/respondents.h"

#include <stdlib.h>

#include "store/db.h"
#include "store/rows.h"

struct sg_str sg_respondent_name(const struct sg_document *doc)
{
	return doc->respondent.n ? doc->respondent : doc->name;
}

int sg_case_id(
	struct sg_store *s, struct sg_str name, int64_t *id, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_CASE_ID, err);
	sg_query_text(&q, ":name", name);
	return sg_query_value(&q, id);
}

/* made: there was none of that name. */
static int case_need(struct sg_store *s, struct sg_str name, int64_t *id, bool *made,
	struct sg_error *err)
{
	struct sg_query q;
	char guid[37];
	int rc = sg_case_id(s, name, id, err);

	*made = rc == 0 && *id == 0;
	if (!*made)
		return rc;
	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_CASE_NEW, err);
	sg_query_textz(&q, ":guid", guid);
	sg_query_text(&q, ":name", name);
	rc = sg_query_run(&q);
	*id = sg_store_rowid(s);
	return rc;
}

/* Whether the respondent has the value already, from that source; another value is told
 * of. The last source to say a value is the one whose head it goes with, but a table of
 * attributes has said it for good. */
static int has_value(struct sg_store *s, int64_t case_, int64_t source,
	const struct sg_document *doc, const struct sg_attribute *a, bool *same,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_str who = sg_respondent_name(doc);
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_ATTRIBUTE_GET, err);
	sg_query_int(&q, ":case", case_);
	sg_query_text(&q, ":name", a->name);
	int rc = sg_query_step(&q);
	bool value = rc > 0 && sg_str_eq(sg_col_text(&q, 0), a->value);
	*same = value && (sg_col_null(&q, 1) || sg_col_int(&q, 1) == source);
	if (rc > 0 && !value)
		sg_notes_add(notes, SG_NOTE, sg_arena_strz(&notes->arena, doc->path), 0,
			0, _("%.*s of %.*s changes from '%.*s' to '%.*s'"),
			SG_ARG(a->name), SG_ARG(who), SG_ARG(sg_col_text(&q, 0)),
			SG_ARG(a->value));
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

static int put_attribute(struct sg_store *s, int64_t case_, int64_t source,
	const struct sg_attribute *a, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_ATTRIBUTE_PUT, err);
	sg_query_int(&q, ":case", case_);
	sg_query_text(&q, ":name", a->name);
	sg_query_text(&q, ":value", a->value);
	sg_query_ref(&q, ":source", source);
	return sg_query_run(&q);
}

int sg_respondent_put(struct sg_store *s, const struct sg_document *doc, int64_t source,
	int64_t *case_, bool *made, struct sg_notes *notes, struct sg_error *err)
{
	int rc = case_need(s, sg_respondent_name(doc), case_, made, err);

	for (size_t i = 0; rc == 0 && i < doc->nattributes; i++) {
		const struct sg_attribute *a = &doc->attributes[i];
		bool same = a->value.n == 0;
		if (!same && !*made)
			rc = has_value(s, *case_, source, doc, a, &same, notes, err);
		if (rc == 0 && !same)
			rc = put_attribute(s, *case_, source, a, err);
	}
	return rc;
}

static bool has_attribute(const struct sg_document *doc, struct sg_str name)
{
	for (size_t i = 0; i < doc->nattributes; i++)
		if (doc->attributes[i].value.n &&
			sg_str_eq(doc->attributes[i].name, name))
			return true;
	return false;
}

struct stale { /* an attribute that its source has no more */
	int64_t case_;
	char *name;
};

int sg_respondent_drop_stale(struct sg_store *s, const struct sg_document *doc,
	int64_t source, struct sg_notes *notes, struct sg_error *err)
{
	SG_VEC(struct stale) stale = {NULL, 0, 0};
	struct sg_query q;
	int64_t case_;
	int rc = sg_case_id(s, sg_respondent_name(doc), &case_, err);

	if (rc < 0)
		return rc;
	sg_query_open(&q, s, SG_SQL_ATTRIBUTES_FROM, err);
	sg_query_int(&q, ":source", source);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_str name = sg_col_text(&q, 1);
		if (sg_col_int(&q, 0) == case_ && has_attribute(doc, name))
			continue;
		SG_PUSH(&stale, (struct stale){sg_col_int(&q, 0), sg_strdup(name)});
		sg_notes_add(notes, SG_NOTE, sg_arena_strz(&notes->arena, doc->path), 0,
			0, _("%.*s ('%.*s') is no longer in the file and goes"),
			SG_ARG(name), SG_ARG(sg_col_text(&q, 2)));
	}
	sg_query_close(&q);
	for (size_t i = 0; i < stale.n; i++) {
		if (rc == 0) {
			sg_query_open(&q, s, SG_SQL_ATTRIBUTE_DROP, err);
			sg_query_int(&q, ":case", stale.v[i].case_);
			sg_query_textz(&q, ":name", stale.v[i].name);
			rc = sg_query_run(&q);
		}
		free(stale.v[i].name);
	}
	free(stale.v);
	return rc;
}

static int note_silent_case(struct sg_store *s, const struct sg_document *doc,
	int64_t case_, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_query q;
	int64_t answers;

	sg_query_open(&q, s, SG_SQL_CASE_ANSWERS, err);
	sg_query_int(&q, ":case", case_);
	int rc = sg_query_value(&q, &answers);
	if (rc == 0 && answers == 0)
		sg_notes_add(notes, SG_NOTE, sg_arena_strz(&notes->arena, doc->path), 0,
			0, _("'%.*s' has attributes but no answers yet"),
			SG_ARG(sg_respondent_name(doc)));
	return rc;
}

int sg_store_put_attributes(struct sg_store *s, const struct sg_document *doc,
	struct sg_notes *notes, struct sg_error *err)
{
	int64_t case_;
	bool made;
	int rc = sg_store_begin(s, err);

	if (rc < 0)
		return rc;
	rc = sg_respondent_put(s, doc, 0, &case_, &made, notes, err);
	if (rc == 0)
		rc = note_silent_case(s, doc, case_, notes, err);
	if (rc == 0)
		return sg_store_commit(s, err);
	sg_store_rollback(s);
	return rc;
}
