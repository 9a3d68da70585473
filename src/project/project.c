/* project.c - include/saegim.h over the rooms: each call gathers what the rooms found,
 * passes it on as messages, and keeps the error for sg_project_error. */
#include "config.h"

#include "project/project.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "coding/coding.h"
#include "ingest/ingest.h"

struct sg_project {
	struct sg_store *store;
	struct sg_project_options options;
	struct sg_str at; /* time that tables are of; empty: now */
	char now[40];
	struct sg_error err;
	char error_text[1400];
};

const char *sg_version(void)
{
	return PACKAGE_VERSION;
}

struct sg_store *sg_project_store(struct sg_project *p)
{
	return p->store;
}

struct sg_error *sg_project_err(struct sg_project *p)
{
	return &p->err;
}

bool sg_project_english(struct sg_project *p)
{
	struct sg_error ignored = {0};
	bool english = false;

	/* What cannot be read fails in the reading that follows. */
	if (sg_store_english(p->store, &english, &ignored) < 0)
		return false;
	return english;
}

const char *sg_project_now(const struct sg_project *p)
{
	return p->now;
}

void sg_project_set_at(struct sg_project *p, struct sg_str at)
{
	p->at = at;
}

int sg_project_study(struct sg_project *p, unsigned want, struct sg_study *out)
{
	return sg_study_load_at(out, p->store, p->at, want, &p->err);
}

static struct sg_project *new_project(const struct sg_project_options *options)
{
	struct sg_project *p = sg_zalloc(1, sizeof *p);

	p->options = *options;
	snprintf(p->now, sizeof p->now, "%s", options->now);
	p->options.now = p->now;
	return p;
}

int sg_project_create(struct sg_project **out, const char *path,
	const struct sg_project_options *options)
{
	struct sg_project *p = *out = new_project(options);
	struct sg_str title = options->title ? sg_str_of(options->title)
			      : strcmp(path, ":memory:") == 0 ? SG_STR("")
							      : sg_path_stem(path);

	return sg_store_create(&p->store, path, title,
		sg_str_of(options->language ? options->language : "ko"), p->now,
		&p->err);
}

int sg_project_open(struct sg_project **out, const char *path, bool write,
	const struct sg_project_options *options)
{
	struct sg_project *p = *out = new_project(options);

	return sg_store_open(
		&p->store, path, write ? SG_STORE_WRITE : SG_STORE_READ, &p->err);
}

void sg_project_close(struct sg_project *p)
{
	if (!p)
		return;
	sg_store_close(p->store);
	free(p);
}

const char *sg_project_error(struct sg_project *p)
{
	const struct sg_error *e = &p->err;

	if (e->code == SG_OK)
		return "";
	if (e->source[0] && e->line)
		snprintf(p->error_text, sizeof p->error_text, "%s:%u:%u: %s", e->source,
			e->line, e->col, e->text);
	else
		snprintf(p->error_text, sizeof p->error_text, "%s%s%s", e->source,
			e->source[0] ? ": " : "", e->text);
	return p->error_text;
}

void sg_project_tell(const struct sg_project *p, const struct sg_notes *notes)
{
	for (size_t i = 0; p->options.message && i < notes->n; i++) {
		const struct sg_note *n = &notes->v[i];
		/* Notes keep a NUL behind every text (arena). */
		p->options.message(
			p->options.ctx, &(struct sg_message){(int)n->severity,
						n->source.n ? n->source.p : "", n->line,
						n->col, n->width ? n->width : 1,
						n->excerpt.n ? n->excerpt.p : "",
						n->text.n ? n->text.p : ""});
	}
}

int sg_project_questionnaire(struct sg_project *p, const char *path)
{
	struct sg_questionnaire *q = NULL;
	struct sg_notes notes;

	sg_error_reset(&p->err);
	sg_notes_init(&notes);
	int rc = sg_questionnaire_load(&q, path, &notes, &p->err);
	sg_project_tell(p, &notes);
	if (rc == 0 && q->nquestions == 0)
		rc = sg_error_at(&p->err, SG_EINPUT, path, 0, 0,
			_("there is no question in it: '### Q1 TITLE' makes one"));
	if (rc == 0)
		rc = sg_store_set_questionnaire(p->store, q, &p->err);
	sg_questionnaire_free(q);
	sg_notes_release(&notes);
	return rc;
}

struct intake {
	struct sg_project *p;
	struct sg_notes *notes;
	struct sg_ingest_counts *counts;
};

static int put_document(void *ctx, const struct sg_document *doc, struct sg_error *err)
{
	struct intake *in = ctx;
	enum sg_put what;
	int rc = sg_store_put_document(
		in->p->store, doc, in->p->now, &what, in->notes, err);

	if (rc == 0) {
		in->counts->added += what == SG_PUT_NEW;
		in->counts->changed += what == SG_PUT_CHANGED;
		in->counts->unchanged += what == SG_PUT_UNCHANGED;
	}
	return rc;
}

static int put_attributes(
	void *ctx, const struct sg_document *doc, struct sg_error *err)
{
	struct intake *in = ctx;
	int rc = sg_store_put_attributes(in->p->store, doc, in->notes, err);

	in->counts->added += rc == 0;
	return rc;
}

int sg_project_ingest(struct sg_project *p, const char *path,
	const struct sg_ingest_choices *choices, struct sg_ingest_counts *counts)
{
	static const struct sg_ingest_choices none;
	const struct sg_ingest_choices *c = choices ? choices : &none;
	struct sg_questionnaire *q = NULL;
	struct sg_ingest_report report = {0};
	struct sg_notes notes;
	struct intake in = {p, &notes, counts};

	sg_error_reset(&p->err);
	memset(counts, 0, sizeof *counts);
	sg_notes_init(&notes);
	int rc = sg_store_begin(p->store, &p->err);
	if (rc < 0)
		goto out;
	rc = sg_store_questionnaire(p->store, &q, &p->err);
	if (rc == 0) {
		struct sg_ingest_options o = {q, c->encoding, c->id_field,
			c->text_fields, c->attribute_fields, c->sheet};
		rc = c->attributes_only ? sg_ingest_attributes(path, &o, put_attributes,
						  &in, &report, &notes, &p->err)
					: sg_ingest(path, &o, put_document, &in,
						  &report, &notes, &p->err);
	}
	if (rc == 0)
		rc = sg_store_commit(p->store, &p->err);
	else
		sg_store_rollback(p->store);
	counts->failed = report.failed;
	counts->answers = report.answers;
	counts->none = report.none;
out:
	sg_project_tell(p, &notes);
	sg_notes_release(&notes);
	sg_questionnaire_free(q);
	return rc;
}

int sg_project_gone(struct sg_project *p, enum sg_gone what, size_t *n)
{
	struct sg_notes notes;
	int rc = 0;

	*n = 0;
	sg_error_reset(&p->err);
	sg_notes_init(&notes);
	if (what != SG_GONE_KEEP)
		rc = sg_store_gone(
			p->store, what == SG_GONE_DROP, p->now, n, &notes, &p->err);
	sg_project_tell(p, &notes);
	sg_notes_release(&notes);
	return rc;
}

void sg_project_excerpts(const struct sg_codebook *book, struct sg_notes *notes)
{
	for (size_t i = 0; i < notes->n; i++) {
		struct sg_note *note = &notes->v[i];
		struct sg_str rest = book->body, line;
		uint32_t no = 0;
		if (note->excerpt.n || !note->line || !note->col ||
			!sg_str_eq(note->source, book->path))
			continue;
		while (no < note->line && sg_str_line(&rest, &line))
			no++;
		if (no == note->line)
			note->excerpt = sg_arena_str(&notes->arena, line);
	}
}

/* Scopes that name no question or part of the project: the run goes on, since a
 * codebook may be older or wider than the project, but such a rule is silent. */
static int check_places(
	struct sg_project *p, const struct sg_codebook *book, struct sg_notes *notes)
{
	struct sg_questionnaire *q = NULL;
	size_t before = notes->n;
	int rc = sg_store_questionnaire(p->store, &q, &p->err);

	if (rc == 0 && q)
		sg_codebook_check_places(book, q, notes);
	for (size_t i = before; i < notes->n; i++)
		notes->v[i].severity = SG_WARNING;
	notes->warnings += notes->n - before;
	notes->errors -= notes->n - before;
	sg_questionnaire_free(q);
	return rc;
}

/* Reads the codebook. Its errors are told; of its warnings, which belong to `codebook
 * check`, only the number. One without codes would take every coding away. */
static struct sg_codebook *load_codebook(struct sg_project *p, const char *path)
{
	struct sg_codebook *book = NULL;
	struct sg_notes notes, told;

	sg_notes_init(&notes);
	sg_notes_init(&told);
	int rc = sg_codebook_load(&book, path, &notes, &p->err);
	if (rc < 0) {
		sg_project_tell(p, &notes);
	} else if (notes.warnings) {
		sg_notes_add(&told, SG_NOTE, path, 0, 0,
			sg_plural("%zu warning; 'saegim codebook check' shows it",
				"%zu warnings; 'saegim codebook check' shows them",
				notes.warnings),
			notes.warnings);
		sg_project_tell(p, &told);
	}
	if (book && book->ncodes == 0) {
		sg_error_at(&p->err, SG_EINPUT, path, 0, 0,
			_("there is no code in it: '## NAME' makes one"));
		sg_codebook_free(book);
		book = NULL;
	}
	sg_notes_release(&told);
	sg_notes_release(&notes);
	return book;
}

/* SG_EINPUT when the file is the questionnaire that the project holds: its headings
 * would be codes without rules, and every coding would go. */
static int refuse_questionnaire(struct sg_project *p, const char *path)
{
	struct sg_questionnaire *held = NULL, *given = NULL;
	struct sg_error ignored = {0};
	struct sg_notes notes;
	int rc = sg_store_questionnaire(p->store, &held, &p->err);

	if (rc < 0 || !held)
		return rc;
	sg_notes_init(&notes);
	if (sg_questionnaire_load(&given, path, &notes, &ignored) == 0 &&
		sg_str_eq(sg_str_trim(held->body), sg_str_trim(given->body)))
		rc = sg_error_at(&p->err, SG_EINPUT, path, 0, 0,
			_("this is the questionnaire of the project, not a codebook"));
	sg_notes_release(&notes);
	sg_questionnaire_free(given);
	sg_questionnaire_free(held);
	return rc;
}

int sg_project_code(struct sg_project *p, const char *codebook_path,
	const struct sg_code_choices *choices, struct sg_code_counts *counts)
{
	static const struct sg_code_choices none;
	const struct sg_code_choices *c = choices ? choices : &none;
	struct sg_code_options o = {.now = p->now,
		.note = c->note,
		.from_scratch = c->from_scratch,
		.ignore_scopes = c->ignore_scopes,
		.threads = c->threads};
	struct sg_run_summary sum = {0};
	struct sg_notes notes;

	sg_error_reset(&p->err);
	int rc = refuse_questionnaire(p, codebook_path);
	if (rc < 0)
		return rc;
	struct sg_codebook *book = load_codebook(p, codebook_path);
	if (!book)
		return p->err.code;
	sg_notes_init(&notes);
	if (!c->ignore_scopes)
		rc = check_places(p, book, &notes);
	if (rc == 0)
		rc = sg_code_run(p->store, book, &o, &sum, &notes, &p->err);
	if (rc == 0)
		*counts = (struct sg_code_counts){sum.run, sum.codes, sum.evaluated,
			sum.texts, sum.born, sum.died, sum.live};
	sg_notes_fold(&notes, SG_NOTES_SHOWN);
	sg_project_excerpts(book, &notes);
	sg_project_tell(p, &notes);
	sg_codebook_free(book);
	sg_notes_release(&notes);
	return rc;
}
