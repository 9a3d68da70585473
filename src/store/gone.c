/* gone.c - sources that are no longer where they were read from. An ingest remembers
 * what it was given (sg_intake_saw, called for each document); what once came from the
 * same folders and is there no more is named, and taken out when a person says so.
 * Taking out ends its answers and codings, never a judgement. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "store/db.h"
#include "store/gone.h"
#include "text/decode.h"
#include "text/utf8.h"

enum { NAMED = 20 /* notes at most; the rest is counted */ };

/* The name of a table's row is FILE#RESPONDENT: the part that is the file's. */
static struct sg_str file_part(struct sg_str name, struct sg_str path)
{
	while (name.n && !sg_str_ends(path, name)) {
		size_t at = name.n;
		while (at > 0 && name.p[at - 1] != '#')
			at--;
		name.n = at ? at - 1 : 0;
	}
	return name;
}

/* The folder that a source's name is relative to, with its slash, in b. Names are
 * composed; paths are as the system gives them. */
static struct sg_str folder_of(struct sg_str name, struct sg_str path, struct sg_buf *b)
{
	sg_buf_reset(b);
	if (sg_utf8_check(path) == SIZE_MAX)
		sg_compose(path, b);
	else
		sg_buf_add(b, path);
	struct sg_str whole = sg_buf_str(b);
	return sg_str_sub(whole, 0, whole.n - file_part(name, whole).n);
}

static void remember(struct sg_intake_paths *v, struct sg_str path)
{
	for (size_t i = v->n; i-- > 0;)
		if (sg_str_eqz(path, v->v[i]))
			return;
	SG_PUSH(v, sg_strdup(path));
}

static bool remembered(const struct sg_intake_paths *v, struct sg_str path)
{
	for (size_t i = 0; i < v->n; i++)
		if (sg_str_eqz(path, v->v[i]))
			return true;
	return false;
}

void sg_intake_saw(struct sg_store *s, int64_t source, const struct sg_document *doc,
	struct sg_str old_path)
{
	struct sg_intake_memory *m = &s->intake;
	struct sg_buf b;

	sg_buf_init(&b);
	SG_PUSH(&m->sources, source);
	struct sg_str folder = folder_of(doc->name, doc->path, &b);
	remember(&m->folders, folder);
	if (file_part(doc->name, sg_buf_str(&b)).n < doc->name.n)
		remember(&m->tables, doc->path);
	if (old_path.n)
		remember(&m->folders, folder_of(doc->name, old_path, &b));
	sg_buf_release(&b);
}

static void release_paths(struct sg_intake_paths *v)
{
	for (size_t i = 0; i < v->n; i++)
		free(v->v[i]);
	free(v->v);
	*v = (struct sg_intake_paths){NULL, 0, 0};
}

void sg_intake_forget(struct sg_store *s)
{
	free(s->intake.sources.v);
	release_paths(&s->intake.folders);
	release_paths(&s->intake.tables);
	memset(&s->intake, 0, sizeof s->intake);
}

static int id_cmp(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Whether a source that was not among what was read now has gone: it came from one of
 * the folders, and its file, or its row of a file that was read, is not there. */
static bool has_gone(const struct sg_intake_memory *m, int64_t id, struct sg_str name,
	const char *path)
{
	struct sg_buf b;

	if (m->sources.n && bsearch(&id, m->sources.v, m->sources.n, sizeof id, id_cmp))
		return false;
	sg_buf_init(&b);
	bool from = remembered(&m->folders, folder_of(name, sg_str_of(path), &b));
	sg_buf_release(&b);
	if (!from)
		return false;
	return remembered(&m->tables, sg_str_of(path)) ||
	       sg_file_kind(path) == SG_FILE_NONE;
}

struct gone {
	int64_t id;
	char *place; /* its path, with #RESPONDENT of a table's row */
};
struct gone_list {
	struct gone *v;
	size_t n, cap;
};

static char *place_of(struct sg_str name, const char *path)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_addz(&b, path);
	size_t file = file_part(name, sg_str_of(path)).n;
	if (file)
		sg_buf_add(&b, sg_str_skip(name, file));
	char *place = sg_strdup(sg_buf_str(&b));
	sg_buf_release(&b);
	return place;
}

/* Sorts the ids of what was read, and tells whether that is all there is, as it is
 * after a first ingest: then there is no need to look at each. */
static int saw_all(struct sg_store *s, bool *all, struct sg_error *err)
{
	struct sg_intake_memory *m = &s->intake;
	struct sg_query q;
	int64_t here;
	size_t n = 0;

	if (m->sources.n)
		qsort(m->sources.v, m->sources.n, sizeof *m->sources.v, id_cmp);
	for (size_t i = 0; i < m->sources.n; i++)
		n += i == 0 || m->sources.v[i] != m->sources.v[i - 1];
	sg_query_open(&q, s, SG_SQL_SOURCES_HERE_COUNT, err);
	int rc = sg_query_value(&q, &here);
	*all = rc == 0 && n >= (size_t)here;
	return rc;
}

static int find_gone(struct sg_store *s, struct gone_list *out, struct sg_error *err)
{
	struct sg_query q;
	bool all;
	int rc = saw_all(s, &all, err);
	if (rc < 0 || all)
		return rc;
	sg_query_open(&q, s, SG_SQL_SOURCES_HERE, err);
	while ((rc = sg_query_step(&q)) > 0) {
		char *path = sg_strdup(sg_col_text(&q, 2));
		if (has_gone(&s->intake, sg_col_int(&q, 0), sg_col_text(&q, 1), path))
			SG_PUSH(out, (struct gone){sg_col_int(&q, 0),
					     place_of(sg_col_text(&q, 1), path)});
		free(path);
	}
	sg_query_close(&q);
	return rc;
}

static int take_out(
	struct sg_store *s, int64_t id, const char *now, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SOURCE_TEXT_ABANDON, err);
	sg_query_int(&q, ":id", id);
	int rc = sg_query_run(&q);
	if (rc < 0)
		return rc;
	sg_query_open(&q, s, SG_SQL_SOURCE_REMOVED, err);
	sg_query_int(&q, ":id", id);
	sg_query_textz(&q, ":now", now);
	return sg_query_run(&q);
}

static int tell(struct sg_store *s, const struct gone *g, bool dropped,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_str path = sg_arena_str(&notes->arena, sg_str_of(g->place));
	int64_t judgements = 0;
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_SOURCE_JUDGEMENTS, err);
	sg_query_int(&q, ":id", g->id);
	int rc = sg_query_value(&q, &judgements);
	if (rc < 0)
		return rc;
	if (!dropped)
		sg_notes_add(notes, SG_WARNING, path.p, 0, 0,
			_("is no longer there, and its answers still count; 'ingest "
			  "--gone drop' takes them out, '--gone keep' leaves them"));
	else if (judgements)
		sg_notes_add(notes, SG_WARNING, path.p, 0, 0,
			sg_plural("taken out: its answers no longer count; %lld "
				  "judgement on them is kept and holds again when it "
				  "is read again",
				"taken out: its answers no longer count; %lld "
				"judgements on them are kept and hold again when it "
				"is read again",
				(unsigned long)judgements),
			(long long)judgements);
	else
		sg_notes_add(notes, SG_NOTE, path.p, 0, 0,
			_("taken out: its answers no longer count"));
	return 0;
}

int sg_store_gone(struct sg_store *s, bool drop, const char *now, size_t *n,
	struct sg_notes *notes, struct sg_error *err)
{
	struct gone_list list = {NULL, 0, 0};
	int rc = sg_store_begin(s, err);

	*n = 0;
	if (rc < 0)
		return rc;
	rc = find_gone(s, &list, err);
	for (size_t i = 0; rc == 0 && i < list.n; i++) {
		if (i < NAMED)
			rc = tell(s, &list.v[i], drop, notes, err);
		if (rc == 0 && drop)
			rc = take_out(s, list.v[i].id, now, err);
	}
	if (rc == 0 && list.n > NAMED)
		sg_notes_add(notes, SG_WARNING, "", 0, 0,
			drop ? sg_plural("%zu more source is taken out",
				       "%zu more sources are taken out", list.n - NAMED)
			     : sg_plural("%zu more source is no longer there",
				       "%zu more sources are no longer there",
				       list.n - NAMED),
			list.n - NAMED);
	*n = list.n;
	sg_intake_forget(s);
	for (size_t i = 0; i < list.n; i++)
		free(list.v[i].place);
	free(list.v);
	if (rc == 0)
		return sg_store_commit(s, err);
	sg_store_rollback(s);
	return rc;
}
