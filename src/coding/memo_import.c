/* memo_import.c - see memo_import.h. */
#include "config.h"

#include "coding/memo_import.h"

#include <string.h>

#include "coding/place.h"

struct import {
	struct sg_store *store;
	const char *path, *now;
	struct sg_str coder;
	int64_t coder_id;
	bool force;
	struct sg_memo_import *sum;
	struct sg_notes *notes;
	struct sg_error *err;
	struct sg_buf old, exported;
};

/* What is named may not exist: that is the line's fault. */
static int of_line(struct import *im, const struct sg_memo_section *s, int rc)
{
	if (rc != SG_ENOTFOUND && rc != SG_EUSAGE)
		return rc;
	sg_notes_add(im->notes, SG_ERROR, im->path, s->line, 1, "%s", im->err->text);
	sg_error_reset(im->err);
	return 0;
}

static int find_code(struct import *im, const struct sg_memo_section *s, int64_t *code)
{
	static const struct sg_str dash = {" — ", sizeof " — " - 1};
	struct sg_str name = s->title;

	/* A label may hold a dash itself: the longest that is a code. */
	*code = 0;
	for (size_t at = s->title.n; *code == 0 && name.n;
		name = sg_str_sub(name, 0, at)) {
		int rc = sg_code_id(im->store, sg_str_trim(name), code, im->err);
		if (rc < 0)
			return rc;
		size_t next = SIZE_MAX;
		for (size_t i = 0; i + dash.n <= name.n; i++)
			if (sg_str_starts(sg_str_skip(name, i), dash))
				next = i;
		if (next == SIZE_MAX)
			break;
		at = next;
	}
	return *code ? 0 : sg_place_code(im->store, s->code, code, im->err);
}

static int find_target(
	struct import *im, const struct sg_memo_section *s, struct sg_memo_row *m)
{
	int rc = sg_place_case(im->store, s->respondent, &m->case_, im->err);

	m->coder = im->coder_id;
	if (rc == 0)
		rc = sg_place_question(im->store, s->question, &m->question, im->err);
	if (rc == 0 && s->code.n)
		rc = find_code(im, s, &m->code);
	return rc;
}

static int place_quote(
	struct import *im, const struct sg_memo_section *s, struct sg_memo_row *m)
{
	struct sg_judge j = {.respondent = s->respondent,
		.question = s->question,
		.quote = s->quote};

	return sg_memo_place(im->store, &j, m, im->err);
}

static void conflict(struct import *im, const struct sg_memo_section *s)
{
	struct sg_str old = sg_buf_str(&im->old);
	struct sg_str first = sg_str_sub(old, 0, sg_str_findc(old, '\n'));

	im->sum->conflicts++;
	sg_notes_add(im->notes, SG_WARNING, im->path, s->line, 1,
		_("the memo kept here is newer than the sheet: '%.*s%s'; not changed"),
		SG_ARG(first), first.n < old.n ? "…" : "");
}

/* m: what it is about; exported: id of the memo that was on the sheet, 0: none. */
static int apply(struct import *im, const struct sg_memo_section *s,
	const struct sg_memo_row *m, int64_t exported)
{
	int64_t now = 0;
	int rc;

	sg_buf_reset(&im->old);
	rc = sg_memo_find(im->store, m, &now, &im->old, im->err);
	if (rc < 0)
		return rc;
	bool same = now && !s->removed && sg_str_eq(sg_buf_str(&im->old), s->body);
	bool untouched = exported && !s->removed &&
			 sg_str_eq(sg_buf_str(&im->exported), s->body);
	if (same || untouched || (s->removed && now == 0)) {
		im->sum->unchanged++;
		return 0;
	}
	if (now != exported && !im->force) {
		conflict(im, s);
		return 0;
	}
	*(s->removed  ? &im->sum->removed
		: now ? &im->sum->changed
		      : &im->sum->added) += 1;
	return sg_memo_new(
		im->store, m, s->removed ? SG_STR("") : s->body, now, im->now, im->err);
}

static int import_section(struct import *im, const struct sg_memo_section *s)
{
	struct sg_memo_row m = {0}, stored = {0};
	int64_t id = 0;
	int rc = of_line(im, s, find_target(im, s, &m));

	if (rc < 0 || im->notes->errors || (s->body.n == 0 && !s->removed))
		return rc;
	sg_buf_reset(&im->exported);
	if (s->guid.n)
		rc = sg_memo_by_guid(
			im->store, s->guid, &id, &stored, &im->exported, im->err);
	if (rc < 0)
		return rc;
	/* The comment of another memo, or of another person's: the heading decides. */
	if (id && (stored.coder != m.coder || stored.case_ != m.case_ ||
			  stored.question != m.question ||
			  (m.code == 0) != (stored.code == 0)))
		id = 0;
	if (id)
		m = stored;
	else if (s->quoted)
		rc = of_line(im, s, place_quote(im, s, &m));
	return rc < 0 || im->notes->errors ? rc : apply(im, s, &m, id);
}

/* A heading that was not understood; the reader has named it. */
static bool about_nothing(const struct sg_memo_section *s)
{
	return s->respondent.n + s->question.n + s->code.n == 0;
}

/* Headings that say the same. Quoted ones are told apart by their memo. */
static void find_twins(struct import *im, const struct sg_memo_sections *all)
{
	for (size_t i = 1; i < all->n; i++)
		for (size_t k = 0; k < i; k++) {
			const struct sg_memo_section *a = &all->v[k], *b = &all->v[i];
			if (a->quoted || b->quoted || about_nothing(b) ||
				!sg_str_eq(a->respondent, b->respondent) ||
				!sg_str_eq(a->question, b->question) ||
				!sg_str_eq(a->code, b->code))
				continue;
			sg_notes_add(im->notes, SG_ERROR, im->path, b->line, 1,
				_("this heading is there already, on line %u"),
				(unsigned)a->line);
			break;
		}
}

static int import_all(struct import *im, const struct sg_memo_sections *all)
{
	int rc = sg_coder_need(im->store, im->coder, &im->coder_id, im->err);

	for (size_t i = 0; rc == 0 && i < all->n; i++)
		if (!about_nothing(&all->v[i]))
			rc = import_section(im, &all->v[i]);
	if (rc == 0 && im->notes->errors)
		rc = sg_error_at(im->err, SG_EINPUT, im->path, 0, 0,
			_("the memos have errors; nothing was stored"));
	return rc;
}

int sg_memo_import(struct sg_store *store, struct sg_str sheet, const char *path,
	struct sg_str coder, bool force, const char *now, struct sg_memo_import *sum,
	struct sg_notes *notes, struct sg_error *err)
{
	struct import im = {.store = store,
		.path = path,
		.now = now,
		.coder = coder,
		.force = force,
		.sum = sum,
		.notes = notes,
		.err = err};
	struct sg_memo_sections all;

	memset(sum, 0, sizeof *sum);
	sg_buf_init(&im.old);
	sg_buf_init(&im.exported);
	sg_memo_sections_read(&all, sheet, path, notes);
	find_twins(&im, &all);
	int rc = sg_store_begin(store, err);
	if (rc == 0) {
		rc = import_all(&im, &all);
		if (rc == 0)
			rc = sg_store_commit(store, err);
		else
			sg_store_rollback(store);
	}
	sg_memo_sections_release(&all);
	sg_buf_release(&im.old);
	sg_buf_release(&im.exported);
	return rc;
}
