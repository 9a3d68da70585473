/* sheets.c - see sheets.h. */
#include "config.h"

#include "project/sheets.h"

#include <stdlib.h>

#include "base/file.h"
#include "coding/said.h"
#include "ingest/sheet_file.h"
#include "report/sheet.h"
#include "text/decode.h"

enum { CAP = 64 << 20 }; /* bytes of a sheet */

static int write_sheet(
	const struct sg_coding_sheet *sheet, const char *path, struct sg_error *err)
{
	struct sg_str ext = sg_path_ext(path);
	struct sg_buf out;
	int rc = 0;

	sg_buf_init(&out);
	if (sg_str_eqz(ext, "md"))
		sg_sheet_md(sheet, &out);
	else if (sg_str_eqz(ext, "xlsx"))
		rc = sg_sheet_xlsx(sheet, &out, err);
	else
		rc = sg_error_set(err, SG_EUSAGE,
			_("a sheet is written as FILE.md or FILE.xlsx, not '%s'"),
			path);
	if (rc == 0)
		rc = sg_file_write(path, sg_buf_str(&out), err);
	sg_buf_release(&out);
	return rc;
}

int sg_project_sheet(struct sg_project *p, const struct sg_sheet_options *o,
	const char *path, size_t *answers, struct sg_error *err)
{
	struct sg_codebook *book = NULL;
	struct sg_notes notes;
	struct sg_study study;
	struct sg_coding_sheet sheet;
	int rc = sg_study_load(&study, sg_project_store(p), SG_STUDY_BODIES, err);

	if (rc < 0)
		return rc;
	sg_notes_init(&notes);
	rc = sg_store_codebook(sg_project_store(p), &book, &notes, err);
	if (rc == 0)
		rc = sg_sheet_make(&study, book, o, &study.arena, &sheet, err);
	if (rc == 0)
		rc = write_sheet(&sheet, path, err);
	if (rc == 0)
		*answers = sheet.nanswers;
	sg_notes_release(&notes);
	sg_codebook_free(book);
	sg_study_release(&study);
	return rc;
}

bool sg_project_is_sheet(const char *path)
{
	struct sg_error ignored = {0};
	struct sg_buf bytes, text;
	const char *encoding;
	bool is = false;

	sg_buf_init(&bytes);
	sg_buf_init(&text);
	if (sg_file_read(path, CAP, &bytes, &ignored) < 0)
		goto out;
	if (sg_str_eqz(sg_path_ext(path), "xlsx"))
		is = sg_sheet_is_xlsx(sg_buf_str(&bytes), path);
	else if (sg_str_eqz(sg_path_ext(path), "md"))
		is = sg_decode(sg_buf_str(&bytes), NULL, path, &text, &encoding,
			     &ignored) == 0 &&
		     sg_sheet_is_md(sg_buf_str(&text));
out:
	sg_buf_release(&bytes);
	sg_buf_release(&text);
	return is;
}

int sg_project_sheet_load(struct sg_sheet_file *f, const char *path,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_str ext = sg_path_ext(path);
	struct sg_buf bytes, text;
	const char *encoding;

	sg_buf_init(&bytes);
	sg_buf_init(&text);
	int rc = sg_file_read(path, CAP, &bytes, err);
	if (rc < 0)
		goto out;
	if (sg_str_eqz(ext, "xlsx")) {
		rc = sg_sheet_read_xlsx(f, sg_buf_str(&bytes), path, notes, err);
		goto out;
	}
	rc = sg_decode(sg_buf_str(&bytes), NULL, path, &text, &encoding, err);
	if (rc == 0 && sg_str_eqz(ext, "md"))
		rc = sg_sheet_read_md(f, sg_buf_str(&text), path, notes, err);
	else if (rc == 0)
		rc = sg_sheet_read_rows(
			f, sg_buf_str(&text), path, sg_str_eqz(ext, "tsv"), notes, err);
out:
	sg_buf_release(&bytes);
	sg_buf_release(&text);
	return rc;
}

struct recording {
	const struct sg_study *s;
	const struct sg_sheet_file *f;
	const char *path, *now;
	struct sg_units units;
	struct sg_sayer *sayer;
	bool *read; /* answers of the study */
	struct sg_sheet_counts *out;
	struct sg_notes *notes;
};

static void trouble(
	struct recording *r, const struct sg_sheet_entry *e, const struct sg_error *why)
{
	r->out->unplaced++;
	sg_notes_add(r->notes, SG_WARNING, r->path, e->line, 0, "%s", why->text);
}

static int say(struct recording *r, const struct sg_sheet_place *at,
	enum sg_verdict verdict, struct sg_str code, bool *recorded,
	struct sg_error *err)
{
	const struct sg_study_answer *a = &r->s->answers[at->answer];

	return sg_say_at(r->sayer,
		&(struct sg_said){.verdict = verdict,
			.coder = r->out->coder,
			.code = code,
			.text = r->s->texts[a->text].id,
			.answer = a->id,
			.start = at->start,
			.stop = at->stop,
			.origin = r->f->blind ? "import" : "review",
			.now = r->now,
			.batch = true},
		recorded, err);
}

/* One code as written; a word that is none may be several, parted by blanks. */
static int record_code(struct recording *r, const struct sg_sheet_entry *e,
	const struct sg_sheet_place *at, struct sg_str written, struct sg_error *err)
{
	uint32_t code = sg_sheet_code(r->s, written);
	struct sg_error why = {0};
	bool recorded = false;

	if (code == SG_NONE && sg_str_findc(written, ' ') != SIZE_MAX) {
		struct sg_str rest = written, word;
		int rc = 0;
		while (rc == 0 && sg_str_split(&rest, ' ', &word))
			if (sg_str_trim(word).n)
				rc = record_code(r, e, at, sg_str_trim(word), err);
		return rc;
	}
	if (code == SG_NONE) {
		sg_error_set(&why, SG_ENOTFOUND,
			_("there is no code '%.*s' in the codebook"), SG_ARG(written));
		trouble(r, e, &why);
		return 0;
	}
	int rc = say(r, at, SG_VERDICT_CODE, r->s->codes[code].label, &recorded, err);
	r->out->codings += recorded;
	return rc;
}

static int record_entry(
	struct recording *r, const struct sg_sheet_entry *e, struct sg_error *err)
{
	struct sg_str rest = e->codes, written;
	struct sg_sheet_place at;
	struct sg_error why = {0};
	int rc = 0;

	if (e->codes.n == 0)
		return 0;
	if (sg_sheet_place(r->s, &r->units, e->respondent, e->question, e->sentence,
		    e->text, &at, &why) < 0) {
		trouble(r, e, &why);
		return 0;
	}
	r->read[at.answer] = true;
	while (rc == 0 && sg_sheet_next_code(&rest, &written))
		if (written.n && !sg_sheet_says_none(written))
			rc = record_code(r, e, &at, written, err);
	return rc;
}

/* Every answer with something written in it was read as a whole. */
static int mark_read(struct recording *r, struct sg_error *err)
{
	bool *listed = sg_zalloc(r->s->nanswers + 1, sizeof *listed);
	int rc = 0;

	for (size_t i = 0; i < r->f->n; i++) {
		const struct sg_sheet_entry *e = &r->f->v[i];
		struct sg_sheet_place at;
		struct sg_error why = {0};
		if (sg_sheet_place(r->s, &r->units, e->respondent, e->question, 0,
			    e->text, &at, &why) == 0)
			listed[at.answer] = true;
	}
	for (uint32_t i = 0; rc == 0 && i < r->s->nanswers; i++) {
		const struct sg_study_answer *a = &r->s->answers[i];
		bool recorded;
		r->out->unread += listed[i] && !r->read[i];
		if (!r->read[i])
			continue;
		r->out->answers++;
		rc = say(r, &(struct sg_sheet_place){i, a->start, a->stop},
			SG_VERDICT_REVIEWED, SG_STR(""), &recorded, err);
	}
	free(listed);
	return rc;
}

static int record(struct recording *r, struct sg_store *store, struct sg_error *err)
{
	int rc = sg_store_begin(store, err);

	if (rc < 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < r->f->n; i++)
		rc = record_entry(r, &r->f->v[i], err);
	if (rc == 0)
		rc = mark_read(r, err);
	if (rc == 0)
		return sg_store_commit(store, err);
	sg_store_rollback(store);
	return rc;
}

static int read_file(struct sg_sheet_file *f, const char *path, struct sg_str coder,
	struct sg_notes *notes, struct sg_error *err)
{
	int rc = sg_project_sheet_load(f, path, notes, err);

	if (rc == 0 && coder.n && f->coder.n && !sg_str_eq(coder, f->coder))
		rc = sg_error_at(err, SG_ECONFLICT, path, 1, 1,
			_("this sheet was printed for '%.*s', not for '%.*s'"),
			SG_ARG(f->coder), SG_ARG(coder));
	if (rc == 0 && !coder.n && !f->coder.n)
		rc = sg_error_at(err, SG_EINPUT, path, 1, 1,
			_("it does not say for whom it was printed; name the coder "
			  "with --coder"));
	return rc;
}

int sg_project_sheet_read(struct sg_project *p, const char *path, struct sg_str coder,
	const char *now, struct sg_arena *arena, struct sg_sheet_counts *out,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_store *store = sg_project_store(p);
	struct sg_sheet_file f;
	struct sg_study study;

	*out = (struct sg_sheet_counts){.answers = 0};
	sg_sheet_file_init(&f);
	int rc = read_file(&f, path, coder, notes, err);
	if (rc == 0)
		rc = sg_study_load(&study, store, SG_STUDY_BODIES, err);
	if (rc < 0)
		goto out;
	out->coder = sg_arena_str(arena, coder.n ? coder : f.coder);
	out->unplaced = notes->errors;
	struct recording r = {.s = &study,
		.f = &f,
		.path = path,
		.now = now,
		.sayer = sg_sayer_new(store),
		.read = sg_arena_array(&study.arena, study.nanswers, sizeof(bool)),
		.out = out,
		.notes = notes};
	sg_units_init(&r.units, &study, &study.arena);
	rc = record(&r, store, err);
	sg_sayer_free(r.sayer);
	sg_study_release(&study);
out:
	sg_sheet_file_release(&f);
	return rc;
}
