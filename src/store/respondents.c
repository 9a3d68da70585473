/* respondents.c - see respondents.h. */
#include "config.h"

#include "store/respondents.h"

#include <stdlib.h>
#include <string.h>

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

struct held { /* the value of an attribute that holds, NULL: nobody says it */
	char *value;
	int64_t source; /* 0: a table of attributes */
	bool current;
};

/* The caller frees the value. */
static int find_held(struct sg_store *s, int64_t case_, struct sg_str name,
	struct held *out, struct sg_error *err)
{
	struct sg_query q;

	*out = (struct held){0};
	sg_query_open(&q, s, SG_SQL_ATTRIBUTE_GET, err);
	sg_query_int(&q, ":case", case_);
	sg_query_text(&q, ":name", name);
	int rc = sg_query_step(&q);
	if (rc > 0)
		*out = (struct held){sg_strdup(sg_col_text(&q, 0)), sg_col_int(&q, 1),
			sg_col_int(&q, 2) != 0};
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

static void note_change(struct sg_notes *notes, const struct sg_document *doc,
	struct sg_str who, struct sg_str name, struct sg_str from, struct sg_str to)
{
	sg_notes_add(notes, SG_NOTE, sg_arena_strz(&notes->arena, doc->path), 0, 0,
		_("%.*s of %.*s changes from '%.*s' to '%.*s'"), SG_ARG(name),
		SG_ARG(who), SG_ARG(from), SG_ARG(to));
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

/* Of a respondent of whom nothing is known: the attribute number ord. */
static int put_first(struct sg_store *s, int64_t case_, int64_t source,
	const struct sg_attribute *a, int64_t ord, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_ATTRIBUTE_NEW, err);
	sg_query_int(&q, ":case", case_);
	sg_query_text(&q, ":name", a->name);
	sg_query_text(&q, ":value", a->value);
	sg_query_ref(&q, ":source", source);
	sg_query_int(&q, ":ord", ord);
	return sg_query_run(&q);
}

/* Leaves what holds already by the word of the same source. */
static int take_attribute(struct sg_store *s, int64_t case_, int64_t source,
	const struct sg_document *doc, const struct sg_attribute *a,
	struct sg_notes *notes, struct sg_error *err)
{
	struct held held;
	int rc = find_held(s, case_, a->name, &held, err);

	if (rc < 0)
		return rc;
	bool same = held.value && sg_str_eqz(a->value, held.value);
	if (held.value && !same)
		note_change(notes, doc, sg_respondent_name(doc), a->name,
			sg_str_of(held.value), a->value);
	if (!same || held.source != source)
		rc = put_attribute(s, case_, source, a, err);
	free(held.value);
	return rc;
}

int sg_respondent_put(struct sg_store *s, const struct sg_document *doc, int64_t source,
	int64_t *case_, bool *made, struct sg_notes *notes, struct sg_error *err)
{
	int rc = case_need(s, sg_respondent_name(doc), case_, made, err);
	int64_t ord = 0;

	for (size_t i = 0; rc == 0 && i < doc->nattributes; i++) {
		const struct sg_attribute *a = &doc->attributes[i];
		if (a->value.n)
			rc = *made ? put_first(s, *case_, source, a, ord++, err)
				   : take_attribute(
					     s, *case_, source, doc, a, notes, err);
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
	char *who, *name;
};

/* What is told is what becomes of the value that held: another source may say it too. */
static int drop_attribute(struct sg_store *s, const struct sg_document *doc,
	int64_t source, const struct stale *stale, struct sg_notes *notes,
	struct sg_error *err)
{
	struct sg_str name = sg_str_of(stale->name);
	struct held before, after = {0};
	struct sg_query q;
	int rc = find_held(s, stale->case_, name, &before, err);

	if (rc < 0)
		return rc;
	sg_query_open(&q, s, SG_SQL_ATTRIBUTE_DROP, err);
	sg_query_int(&q, ":case", stale->case_);
	sg_query_text(&q, ":name", name);
	sg_query_int(&q, ":source", source);
	rc = sg_query_run(&q);
	if (rc == 0)
		rc = find_held(s, stale->case_, name, &after, err);
	if (rc == 0 && before.value && !after.current)
		sg_notes_add(notes, SG_NOTE, sg_arena_strz(&notes->arena, doc->path), 0,
			0, _("%.*s ('%.*s') is no longer in the file and goes"),
			SG_ARG(name), SG_ARG(sg_str_of(before.value)));
	else if (rc == 0 && before.value && strcmp(before.value, after.value) != 0)
		note_change(notes, doc, sg_str_of(stale->who), name,
			sg_str_of(before.value), sg_str_of(after.value));
	free(before.value);
	free(after.value);
	return rc;
}

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
	while ((rc = sg_query_step(&q)) > 0)
		if (sg_col_int(&q, 0) != case_ ||
			!has_attribute(doc, sg_col_text(&q, 2)))
			SG_PUSH(&stale, (struct stale){sg_col_int(&q, 0),
						sg_strdup(sg_col_text(&q, 1)),
						sg_strdup(sg_col_text(&q, 2))});
	sg_query_close(&q);
	for (size_t i = 0; i < stale.n; i++) {
		if (rc == 0)
			rc = drop_attribute(s, doc, source, &stale.v[i], notes, err);
		free(stale.v[i].who);
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
