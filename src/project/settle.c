/* settle.c - see settle.h. */
#include "config.h"

#include "project/settle.h"

#include <stdlib.h>

#include <string.h>

#include "analysis/sheet.h"
#include "base/file.h"
#include "coding/said.h"
#include "project/sheets.h"
#include "report/sheet.h"

static struct sg_said said(const struct sg_settle *s, uint32_t answer, uint32_t start,
	uint32_t stop, uint32_t code, bool holds, const char *origin)
{
	const struct sg_study_answer *a = &s->study.answers[answer];

	return (struct sg_said){
		.verdict = holds ? SG_VERDICT_CODE : SG_VERDICT_REVIEWED,
		.coder = s->found.name,
		.code = code == SG_NONE ? SG_STR("") : s->study.codes[code].label,
		.text = s->study.texts[a->text].id,
		.answer = a->id,
		.start = start,
		.stop = stop,
		.origin = origin,
		.now = s->now};
}

/* Marks an answer as settled through and through. */
static int mark_whole(struct sg_settle *s, struct sg_sayer *sayer, uint32_t answer,
	const char *origin, bool *recorded, struct sg_error *err)
{
	const struct sg_study_answer *a = &s->study.answers[answer];
	struct sg_said w = said(s, answer, a->start, a->stop, SG_NONE, false, origin);

	return sg_say_at(sayer, &w, recorded, err);
}

static int first_pass(struct sg_settle *s, struct sg_sayer *sayer, struct sg_error *err)
{
	bool recorded;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < s->found.nagreed; i++) {
		const struct sg_agreed *a = &s->found.agreed[i];
		struct sg_said w =
			said(s, a->answer, a->start, a->stop, a->code, true, "import");
		rc = sg_say_at(sayer, &w, &recorded, err);
		s->agreed += recorded;
	}
	for (size_t i = 0; rc == 0 && i < s->found.nwhole; i++)
		rc = mark_whole(s, sayer, s->found.whole[i], "import", &recorded, err);
	return rc;
}

/* Ends the transaction that was begun: commits when rc is 0. */
static int finish(
	struct sg_settle *s, struct sg_sayer *sayer, int rc, struct sg_error *err)
{
	struct sg_store *store = sg_project_store(s->p);

	sg_sayer_free(sayer);
	if (rc == 0)
		return sg_store_commit(store, err);
	sg_store_rollback(store);
	return rc;
}

int sg_settle_take_over(struct sg_settle *s, struct sg_error *err)
{
	struct sg_store *store = sg_project_store(s->p);

	if (s->found.nagreed + s->found.nwhole == 0)
		return 0;
	int rc = sg_store_begin(store, err);
	if (rc < 0)
		return rc;
	struct sg_sayer *sayer = sg_sayer_new(store);
	return finish(s, sayer, first_pass(s, sayer, err), err);
}

int sg_settle_open(struct sg_settle *out, struct sg_project *p, struct sg_str a,
	struct sg_str b, struct sg_str name, const char *now, struct sg_error *err)
{
	*out = (struct sg_settle){.p = p, .now = now};
	int rc = sg_study_load(&out->study, sg_project_store(p),
		SG_STUDY_BODIES | SG_STUDY_REJECTED, err);

	if (rc < 0)
		return rc;
	rc = sg_settle_find(
		&out->study, a, b, name, &out->study.arena, &out->found, err);
	if (rc < 0)
		sg_settle_close(out);
	else
		out->settled = sg_arena_array(
			&out->study.arena, out->found.ndisputes, sizeof(bool));
	return rc;
}

void sg_settle_close(struct sg_settle *s)
{
	sg_study_release(&s->study);
}

static bool is_word(struct sg_str words, const char *const *v)
{
	for (; *v; v++)
		if (sg_str_eqz(words, *v))
			return true;
	return false;
}

static void push(uint32_t *codes, uint32_t *n, uint32_t code)
{
	for (uint32_t i = 0; i < *n; i++)
		if (codes[i] == code)
			return;
	codes[(*n)++] = code;
}

static void push_side(
	const struct sg_dispute *d, int side, uint32_t *codes, uint32_t *n)
{
	for (uint32_t i = 0; i < d->n[side]; i++)
		push(codes, n, d->codes[side][i]);
}

bool sg_settle_parse(const struct sg_settle *s, const struct sg_dispute *d,
	struct sg_str words, uint32_t *codes, uint32_t *n, struct sg_error *why)
{
	static const char *const both[] = {"both", "둘 다", "둘다", NULL};
	static const char *const neither[] = {"neither", "없음", "none", "-", NULL};
	const struct sg_study *study = &s->study;
	struct sg_str written, rest = words;

	*n = 0;
	for (int k = 0; k < 2; k++)
		if (sg_str_eqz(words, k == 0 ? "1" : "2") ||
			sg_str_eq(words, study->coders[s->found.coders[k]])) {
			push_side(d, k, codes, n);
			return true;
		}
	if (is_word(words, neither))
		return true;
	if (is_word(words, both)) {
		push_side(d, 0, codes, n);
		push_side(d, 1, codes, n);
		return true;
	}
	while (sg_sheet_next_code(&rest, &written)) {
		uint32_t code = sg_sheet_code(study, written);
		if (code == SG_NONE) {
			sg_error_set(why, SG_ENOTFOUND,
				_("'%.*s' is no decision: %.*s, %.*s, both, neither, "
				  "or "
				  "codes"),
				SG_ARG(written),
				SG_ARG(study->coders[s->found.coders[0]]),
				SG_ARG(study->coders[s->found.coders[1]]));
			return false;
		}
		push(codes, n, code);
	}
	return *n > 0;
}

static bool among(uint32_t code, const uint32_t *codes, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (codes[i] == code)
			return true;
	return false;
}

static bool *settled(const struct sg_settle *s, const struct sg_dispute *d)
{
	return &s->settled[d - s->found.disputes];
}

/* Counts the disputes of its answer that are still open. */
static void set_settled(struct sg_settle *s, const struct sg_dispute *d, bool now)
{
	if (now && !*settled(s, d))
		s->found.open[d->answer]--;
	else if (!now && *settled(s, d))
		s->found.open[d->answer]++;
	*settled(s, d) = now;
}

/* Whether all of the answer is settled with this dispute: its last, and there is nothing
 * in it that one of the two has not read. */
static bool settles_all(const struct sg_settle *s, const struct sg_dispute *d)
{
	const struct sg_study_answer *a = &s->study.answers[d->answer];

	return s->found.open[d->answer] == 1 &&
	       (s->found.read[d->answer] ||
		       (d->start <= a->start && d->stop >= a->stop));
}

static int record_all(struct sg_settle *s, struct sg_sayer *sayer,
	const struct sg_dispute *d, const uint32_t *codes, uint32_t n, size_t *words,
	struct sg_error *err)
{
	bool recorded;
	int rc = 0;

	for (uint32_t i = 0; rc == 0 && i < n; i++) {
		struct sg_said w =
			said(s, d->answer, d->start, d->stop, codes[i], true, "manual");
		rc = sg_say_at(sayer, &w, &recorded, err);
		*words += recorded;
	}
	for (int k = 0; k < 2; k++)
		for (uint32_t i = 0; rc == 0 && i < d->n[k]; i++) {
			if (among(d->codes[k][i], codes, n))
				continue;
			struct sg_said w = said(s, d->answer, d->start, d->stop,
				d->codes[k][i], false, "manual");
			rc = sg_say_at(sayer, &w, &recorded, err);
			*words += recorded;
		}
	if (rc == 0 && !*settled(s, d) && settles_all(s, d)) {
		rc = mark_whole(s, sayer, d->answer, "manual", &recorded, err);
		*words += recorded;
	}
	return rc;
}

int sg_settle_record(struct sg_settle *s, const struct sg_dispute *d,
	const uint32_t *codes, uint32_t n, size_t *words, struct sg_error *err)
{
	struct sg_store *store = sg_project_store(s->p);
	int rc = sg_store_begin(store, err);

	*words = 0;
	if (rc < 0)
		return rc;
	struct sg_sayer *sayer = sg_sayer_new(store);
	rc = finish(s, sayer, record_all(s, sayer, d, codes, n, words, err), err);
	if (rc == 0)
		set_settled(s, d, true);
	return rc;
}

int sg_settle_take_back(struct sg_settle *s, const struct sg_dispute *d, size_t words,
	struct sg_error *err)
{
	int rc = sg_unsay(sg_project_store(s->p), s->found.name, words, s->now, err);

	if (rc == 0)
		set_settled(s, d, false);
	return rc;
}

static int export_table(const struct sg_settle *s, const struct sg_writer *writer,
	bool bom, struct sg_buf *out, struct sg_error *err)
{
	struct sg_write_options w = {
		.bom = bom, .english = sg_str_eqz(s->study.language, "en")};
	struct sg_tables tables;

	sg_tables_init(&tables);
	int rc = sg_settle_table(&s->study, &s->found, &tables, err);
	if (rc == 0)
		rc = writer->write(&tables, &w, out, err);
	sg_tables_release(&tables);
	return rc;
}

int sg_settle_export(const struct sg_settle *s, const char *path, struct sg_error *err)
{
	struct sg_str ext = sg_path_ext(path);
	bool csv = sg_str_eqz(ext, "csv");
	struct sg_buf out;
	int rc = 0;

	sg_buf_init(&out);
	if (sg_str_eqz(ext, "md"))
		sg_settle_md(&s->study, &s->found, &out);
	else if (csv || sg_str_eqz(ext, "tsv") || sg_str_eqz(ext, "xlsx"))
		rc = export_table(s, sg_writer_for(path), csv, &out, err);
	else
		rc = sg_error_set(err, SG_EUSAGE,
			_("differences are written as md, xlsx, csv or tsv, not '%s'"),
			path);
	if (rc == 0)
		rc = sg_file_write(path, sg_buf_str(&out), err);
	sg_buf_release(&out);
	return rc;
}

/* Whether two texts are the same but for blanks. */
static bool same_words(struct sg_str a, struct sg_str b)
{
	for (;;) {
		a = sg_str_trim(a);
		b = sg_str_trim(b);
		if (a.n == 0 || b.n == 0)
			return a.n == b.n;
		if (a.p[0] != b.p[0])
			return false;
		a = sg_str_skip(a, 1);
		b = sg_str_skip(b, 1);
	}
}

/* The open difference a line is about, or NULL. */
static const struct sg_dispute *find_dispute(
	const struct sg_settle *s, const struct sg_sheet_entry *e)
{
	const struct sg_study *study = &s->study;

	for (size_t i = 0; i < s->found.ndisputes; i++) {
		const struct sg_dispute *d = &s->found.disputes[i];
		const struct sg_study_answer *a = &study->answers[d->answer];
		if (!s->settled[i] && d->sentence == e->sentence &&
			a->question != SG_NONE &&
			sg_str_eq(study->cases[a->case_].name, e->respondent) &&
			sg_str_eq(study->questions[a->question].label, e->question) &&
			same_words(d->text, e->text))
			return d;
	}
	return NULL;
}

static int import_entry(struct sg_settle *s, const struct sg_sheet_entry *e,
	const char *path, struct sg_settle_counts *out, struct sg_notes *notes,
	struct sg_error *err)
{
	const struct sg_dispute *d = find_dispute(s, e);
	uint32_t *codes, n;
	struct sg_error why = {0};
	size_t words;
	int rc = 0;

	if (!d) {
		out->failed++;
		sg_notes_add(notes, SG_WARNING, path, e->line, 0,
			_("nothing is open there: %.*s %.*s, sentence %u"),
			SG_ARG(e->respondent), SG_ARG(e->question), e->sentence);
		return 0;
	}
	codes = sg_alloc(s->study.ncodes + 1, sizeof *codes);
	if (!sg_settle_parse(s, d, e->codes, codes, &n, &why)) {
		out->failed++;
		sg_notes_add(notes, SG_WARNING, path, e->line, 0, "%s", why.text);
	} else {
		rc = sg_settle_record(s, d, codes, n, &words, err);
		out->decided += rc == 0;
	}
	free(codes);
	return rc;
}

int sg_settle_import(struct sg_settle *s, const char *path,
	struct sg_settle_counts *out, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_store *store = sg_project_store(s->p);
	struct sg_sheet_file f;

	memset(out, 0, sizeof *out);
	sg_sheet_file_init(&f);
	int rc = sg_project_sheet_load(&f, path, notes, err);
	out->failed = notes->errors;
	if (rc == 0)
		rc = sg_store_begin(store, err);
	if (rc < 0)
		goto out;
	for (size_t i = 0; rc == 0 && i < f.n; i++) {
		out->empty += f.v[i].codes.n == 0;
		if (f.v[i].codes.n)
			rc = import_entry(s, &f.v[i], path, out, notes, err);
	}
	if (rc == 0)
		rc = sg_store_commit(store, err);
	else
		sg_store_rollback(store);
out:
	sg_sheet_file_release(&f);
	return rc;
}
