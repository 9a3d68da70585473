/* code.c - the main job: a codebook over the texts of a project, recorded as a run.
 * Codes that did not change are looked at only in texts that are new to them. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "coding/coding.h"
#include "coding/pool.h"
#include "coding/rule_change.h"
#include "match/signature.h"

enum { A_FEW = 8 /* changed codes: texts and segments are asked for one by one */ };

struct job {
	struct sg_store *store;
	const struct sg_codebook *book;
	const struct sg_code_options *options;
	struct sg_run_summary *sum;
	struct sg_notes *notes;
	struct sg_error *err;
	struct sg_book_rows rows;
	struct sg_builder builder;
	struct sg_segments before;
	const bool *wanted; /* codes being looked at; NULL: all */
	bool pending;       /* the texts being looked at are new to the codes */
	struct sg_rule_change *rules; /* of the changed codes */
	bool *changed_ids;            /* by id of the code */
	size_t nchanged;
	int64_t run;
	size_t done, total; /* texts, for progress */
};

/* What a run was made with besides the codebook. */
static const char *engine_of(const struct sg_code_options *o)
{
	return o->ignore_scopes ? SG_ENGINE_VERSION " without scopes"
				: SG_ENGINE_VERSION;
}

/* What decides about a code's segments: what it selects, and its rules in the order
 * of the file, which decides between facet values. */
static struct sg_str fingerprint_of(void *job, const struct sg_codebook *book,
	uint32_t code, struct sg_arena *arena)
{
	const struct job *j = job;
	const struct sg_code *c = &book->codes[code];
	struct sg_buf b;
	char hex[65];

	sg_buf_init(&b);
	sg_code_fingerprint(book, code, hex);
	sg_buf_printf(
		&b, "%s\n%s\n%s\n", engine_of(j->options), hex, sg_unit_name(c->unit));
	for (size_t i = 0; i < c->nrules; i++) {
		sg_rule_print(&c->rules[i], &b);
		sg_buf_addc(&b, '\n');
	}
	sg_sha256_hex(sg_buf_str(&b), hex);
	sg_buf_release(&b);
	return sg_arena_str(arena, sg_str_of(hex));
}

static int put_book(struct job *j)
{
	struct sg_arena arena;

	sg_arena_init(&arena);
	struct sg_str *prints = sg_arena_array(&arena, j->book->ncodes, sizeof *prints);
	for (uint32_t c = 0; c < j->book->ncodes; c++)
		prints[c] = fingerprint_of(j, j->book, c, &arena);
	int rc = sg_book_put(j->store, j->book, prints, &j->rows, j->err);
	sg_arena_release(&arena);
	return rc;
}

/* Compares the codes that changed with the book of the last run. */
static void compare_rules(struct job *j)
{
	struct sg_codebook *last = NULL;
	struct sg_notes unread;
	size_t changed = 0;

	j->rules = sg_arena_array(&j->rows.arena, j->book->ncodes, sizeof *j->rules);
	for (size_t c = 0; c < j->book->ncodes; c++)
		changed += j->rows.changed[c];
	if (changed == 0 || changed > A_FEW || j->options->from_scratch)
		return;
	sg_notes_init(&unread);
	/* Without one, or if it cannot be read any more, whole codes have changed. */
	struct sg_error none = {0};
	if (sg_store_codebook(j->store, &last, &unread, &none) == 0)
		for (uint32_t c = 0; c < j->book->ncodes; c++)
			if (j->rows.changed[c])
				j->rules[c] = sg_rules_compare(j->book, c, last,
					j->rows.was[c], fingerprint_of, j,
					&j->rows.arena);
	sg_codebook_free(last);
	sg_notes_release(&unread);
}

static bool same_segment(const struct sg_segment *a, const struct sg_segment *b)
{
	return a->answer == b->answer && sg_str_eq(a->hits, b->hits) &&
	       sg_str_eq(a->facets, b->facets);
}

/* The live segments of the codes that are looked at. A few codes are asked for one by
 * one: reading all segments to leave most out costs more than coding anew. */
static int load_before(struct job *j, struct sg_text *text, struct sg_error *err)
{
	size_t kept = 0;
	int rc = 0;

	j->before.n = 0;
	if (j->wanted && j->sum->evaluated <= A_FEW) {
		for (size_t c = 0; rc == 0 && c < j->nchanged; c++)
			if (j->changed_ids[c])
				rc = sg_segments_live_of(j->store, text->id, (int64_t)c,
					&text->arena, &j->before, err);
		return rc;
	}
	rc = sg_segments_live(j->store, text->id, &text->arena, &j->before, err);
	for (size_t i = 0; j->wanted && i < j->before.n; i++) {
		size_t code = (size_t)j->before.v[i].code;
		if (code < j->nchanged && j->changed_ids[code])
			j->before.v[kept++] = j->before.v[i];
	}
	if (j->wanted)
		j->before.n = kept;
	return rc;
}

/* The flags of changed codes by their ids. */
static void flag_changed(struct job *j)
{
	for (size_t c = 0; c < j->book->ncodes; c++)
		if ((size_t)j->rows.codes[c] >= j->nchanged)
			j->nchanged = (size_t)j->rows.codes[c] + 1;
	j->changed_ids =
		sg_arena_array(&j->rows.arena, j->nchanged, sizeof *j->changed_ids);
	for (size_t c = 0; c < j->book->ncodes; c++)
		j->changed_ids[j->rows.codes[c]] = j->rows.changed[c];
}

/* Both sides are sorted: what is only there dies, what is only here is born. The dead
 * go first, since one that is born may take their place in the index. */
static int store_difference(struct job *j, const struct sg_scanned *text)
{
	const struct sg_segments *now = &text->segments;
	size_t b = 0, n = 0;
	int rc = 0;
	SG_VEC(const struct sg_segment *) born = {NULL, 0, 0};

	while (rc == 0 && (b < j->before.n || n < now->n)) {
		const struct sg_segment *was = b < j->before.n ? &j->before.v[b] : NULL;
		const struct sg_segment *is = n < now->n ? &now->v[n] : NULL;
		int order = !was ? 1 : !is ? -1 : sg_segment_cmp(was, is);
		bool same = order == 0 && same_segment(was, is);
		if (order <= 0 && !same) {
			rc = sg_segment_died(j->store, was->id, j->run, j->err);
			j->sum->died++;
		}
		if (order >= 0 && !same)
			SG_PUSH(&born, is);
		b += order <= 0;
		n += order >= 0;
	}
	for (size_t i = 0; rc == 0 && i < born.n; i++)
		rc = sg_segment_born(
			j->store, text->text.id, born.v[i], j->run, j->err);
	j->sum->born += born.n;
	free(born.v);
	return rc;
}

static int take_text(void *ctx, struct sg_scanned *text, struct sg_error *err)
{
	struct job *j = ctx;
	int rc = load_before(j, &text->text, err);

	if (rc < 0)
		return rc;
	sg_builder_merge(&j->builder, &text->builder);
	rc = store_difference(j, text);
	if (rc == 0 && j->pending)
		rc = sg_text_coded(j->store, text->text.id, j->run, err);
	j->sum->scanned++;
	j->done++;
	if (rc == 0 && j->options->progress)
		j->options->progress(j->options->progress_ctx, j->done, j->total);
	return rc;
}

/* Whether the segments that changed codes have in the text may change: one of the rules
 * that are new may select something there; or one that is gone may have. */
static int concerns(struct job *j, const struct sg_engine *engine, int64_t text,
	struct sg_buf *signature, bool *yes)
{
	int rc = sg_text_signature(j->store, text, signature, j->err);

	*yes = false;
	for (uint32_t c = 0; rc == 0 && !*yes && c < j->book->ncodes; c++) {
		const struct sg_rule_change *change = &j->rules[c];
		if (!j->rows.changed[c])
			continue;
		*yes = sg_signature_allows(
			engine, sg_buf_str(signature), c, change->added);
		if (!*yes && (!change->added || change->removed))
			rc = sg_segments_any_of(
				j->store, text, j->rows.codes[c], yes, j->err);
	}
	return rc;
}

/* The texts that a few changed codes concern; of many, all are looked at. */
static int sift(struct job *j, const struct sg_engine *engine, const struct sg_ids *ids,
	struct sg_ids *out)
{
	struct sg_buf signature;
	bool few = j->sum->evaluated <= A_FEW;
	int rc = 0;

	sg_buf_init(&signature);
	for (size_t i = 0; rc == 0 && i < ids->n; i++) {
		bool yes = true;
		if (few)
			rc = concerns(j, engine, ids->v[i], &signature, &yes);
		if (yes)
			SG_PUSH(out, ids->v[i]);
		else
			j->done++;
	}
	sg_buf_release(&signature);
	return rc;
}

/* wanted: the codes that changed, or NULL for all. */
static int code_texts(struct job *j, const struct sg_ids *ids, const bool *wanted)
{
	struct sg_engine_options o = {
		.only = wanted, .ignore_scopes = j->options->ignore_scopes};
	struct sg_engine *engine = NULL;
	struct sg_ids sifted = {NULL, 0, 0};

	if (ids->n == 0)
		return 0;
	int rc = sg_engine_new(&engine, j->book, &o, j->notes, j->err);
	j->wanted = wanted;
	if (rc == 0 && wanted) {
		rc = sift(j, engine, ids, &sifted);
		ids = &sifted;
	}
	if (rc == 0)
		rc = sg_pool_run(&(struct sg_pool_job){.store = j->store,
					 .ids = ids->v,
					 .nids = ids->n,
					 .engine = engine,
					 .book = j->book,
					 .rows = &j->rows,
					 .wanted = wanted,
					 .threads = j->options->threads,
					 .take = take_text,
					 .ctx = j},
			j->notes, j->err);
	sg_engine_free(engine);
	sg_ids_release(&sifted);
	return rc;
}

/* Texts that were replaced by a newer one. */
static int drop_abandoned(struct job *j)
{
	struct sg_ids ids = {NULL, 0, 0};
	int rc = sg_text_ids(j->store, SG_TEXTS_ABANDONED, &ids, j->err);

	for (size_t i = 0; rc == 0 && i < ids.n; i++) {
		rc = sg_segments_drop_text(
			j->store, ids.v[i], j->run, &j->sum->died, j->err);
		if (rc == 0)
			rc = sg_text_coded(j->store, ids.v[i], j->run, j->err);
	}
	sg_ids_release(&ids);
	return rc;
}

static int evaluate(struct job *j)
{
	struct sg_ids pending = {NULL, 0, 0}, seen = {NULL, 0, 0}, none = {NULL, 0, 0};
	const bool *wanted = j->options->from_scratch ? NULL : j->rows.changed;
	int rc = sg_text_ids(j->store, SG_TEXTS_PENDING, &pending, j->err);

	/* Where none is pending the others are all, which costs no look at the rows. */
	if (rc == 0)
		rc = sg_text_ids(j->store, pending.n ? SG_TEXTS_SEEN : SG_TEXTS_CURRENT,
			&seen, j->err);
	if (rc == 0) {
		j->sum->texts = pending.n + seen.n;
		const struct sg_ids *again = j->sum->evaluated ? &seen : &none;
		j->total = pending.n + again->n;
		j->pending = true;
		rc = code_texts(j, &pending, NULL);
		j->pending = false;
		if (rc == 0)
			rc = code_texts(j, again, wanted);
	}
	sg_ids_release(&pending);
	sg_ids_release(&seen);
	return rc;
}

static int record_codes(struct job *j)
{
	int64_t *ids = sg_alloc(j->book->ncodes, sizeof *ids);
	size_t n = 0;

	for (size_t c = 0; c < j->book->ncodes; c++)
		if (j->rows.changed[c])
			ids[n++] = j->rows.codes[c];
	int rc = sg_run_codes(j->store, j->run, ids, n, j->err);
	free(ids);
	return rc;
}

static int make_run(struct job *j)
{
	struct sg_run_summary *sum = j->sum;
	int rc = put_book(j);

	if (rc < 0)
		return rc;
	flag_changed(j);
	compare_rules(j);
	sg_builder_init(&j->builder, j->book, &j->rows);
	for (size_t c = 0; c < j->book->ncodes; c++)
		sum->evaluated += j->options->from_scratch || j->rows.changed[c];
	struct sg_run_start start = {.codebook = j->rows.codebook,
		.path = j->book->path,
		.at = j->options->now,
		.engine = engine_of(j->options),
		.from_scratch = j->options->from_scratch,
		.restores = j->options->restores,
		.note = j->options->note};
	rc = sg_run_new(j->store, &start, &j->run, j->err);
	if (rc == 0)
		rc = record_codes(j);
	if (rc == 0 && j->rows.removed)
		rc = sg_segments_drop_codes(j->store, j->run, &sum->died, j->err);
	if (rc == 0 && j->rows.removed)
		rc = sg_store_note_buried(j->store, j->notes, j->err);
	if (rc == 0)
		rc = drop_abandoned(j);
	if (rc == 0)
		rc = evaluate(j);
	if (rc == 0)
		rc = sg_run_done(
			j->store, j->run, sum->born, sum->died, &sum->live, j->err);
	sum->run = (uint32_t)j->run;
	if (rc == 0)
		sg_builder_notes(&j->builder, j->notes);
	sg_builder_release(&j->builder);
	sg_book_rows_release(&j->rows);
	return rc;
}

/* Whether the last run did all this already. */
static int nothing_new(struct job *j, bool *nothing)
{
	struct sg_run_row last;
	int rc = sg_run_last(j->store, &last, j->err);

	*nothing = rc == 0 && last.id && !last.pending && !j->options->from_scratch &&
		   strcmp(last.codebook_sha256, j->book->sha256) == 0 &&
		   strcmp(last.engine, engine_of(j->options)) == 0;
	j->sum->live = (size_t)last.live;
	j->sum->texts = last.texts;
	return rc;
}

static int code_inside(struct job *j)
{
	bool nothing;
	int rc = nothing_new(j, &nothing);

	return rc < 0 || nothing ? rc : make_run(j);
}

int sg_code_run(struct sg_store *store, const struct sg_codebook *book,
	const struct sg_code_options *options, struct sg_run_summary *out,
	struct sg_notes *notes, struct sg_error *err)
{
	struct job j = {.store = store,
		.book = book,
		.options = options,
		.sum = out,
		.notes = notes,
		.err = err};

	memset(out, 0, sizeof *out);
	out->codes = book->ncodes;
	int rc = sg_store_begin(store, err);
	if (rc < 0)
		return rc;
	rc = code_inside(&j);
	if (rc == 0)
		rc = sg_store_commit(store, err);
	else
		sg_store_rollback(store);
	free(j.before.v);
	return rc;
}
