/* review_import.c - verdicts of a review sheet into the project (review_sheet.h). Every
 * row is looked at before anything of it is said, so that only a failing store can stop
 * the import, and then nothing of it stays. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/labels.h"
#include "base/file.h"
#include "ingest/key.h"
#include "ingest/sheet_rows.h"
#include "project/review_columns.h"
#include "project/review_sheet.h"
#include "text/decode.h"

enum { CAP = 256 << 20 }; /* bytes of a file */

enum verdict { OPEN, YES, NO, HOLD, UNKNOWN };

struct import {
	struct sg_reviewing *r;
	const char *path;
	char place[300]; /* file, and sheet of a workbook */
	size_t at[SG_REVIEW_COLUMNS];
	size_t *facets; /* column of each facet of the study, SIZE_MAX: none */
	bool header, tsv, workbook;
	uint32_t records; /* of a text so far: the rows that a spreadsheet shows */
	struct sg_review_counts *out;
	struct sg_notes *notes;
};

static bool named(struct sg_str cell, const char *name)
{
	return sg_key_eq(cell, sg_str_of(name));
}

static int read_header(
	struct import *im, const struct sg_row *row, struct sg_error *err)
{
	const struct sg_study *s = &im->r->study;

	for (size_t c = 0; c < SG_REVIEW_COLUMNS; c++)
		im->at[c] = SIZE_MAX;
	for (size_t f = 0; f < s->nfacets; f++)
		im->facets[f] = SIZE_MAX;
	for (size_t i = 0; i < row->n; i++) {
		for (size_t c = 0; c < SG_REVIEW_COLUMNS; c++)
			if (named(row->v[i], sg_review_heads[c].ko) ||
				named(row->v[i], sg_review_heads[c].en))
				im->at[c] = i;
		for (size_t f = 0; f < s->nfacets; f++)
			if (sg_key_eq(row->v[i], s->facets[f].name))
				im->facets[f] = i;
	}
	im->header = true;
	static const enum sg_review_column needed[] = {SG_REVIEW_RESPONDENT,
		SG_REVIEW_QUESTION, SG_REVIEW_CODE_LABEL, SG_REVIEW_VERDICT};
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (im->at[needed[i]] == SIZE_MAX)
			return sg_error_at(err, SG_EINPUT, im->place, row->line, 0,
				_("there is no column '%s' (%s); is this a review "
				  "sheet?"),
				sg_review_heads[needed[i]].ko,
				sg_review_heads[needed[i]].en);
	return 0;
}

/* A field; of TSV, with \n, \t and \\ read back. */
static struct sg_str field(struct import *im, const struct sg_row *row, size_t at)
{
	if (at >= row->n)
		return (struct sg_str){"", 0};
	struct sg_str s = sg_str_trim(row->v[at]);
	if (!im->tsv || sg_str_findc(s, '\\') == SIZE_MAX)
		return s;
	char *out = sg_arena_alloc(&im->r->study.arena, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '\\' && i + 1 < s.n) {
			c = s.p[++i];
			c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
		}
		out[n++] = c;
	}
	return (struct sg_str){out, n};
}

static struct sg_str column(
	struct import *im, const struct sg_row *row, enum sg_review_column c)
{
	return field(im, row, im->at[c]);
}

static enum verdict verdict_of(struct sg_str s)
{
	static const struct {
		const char *word;
		enum verdict verdict;
	} words[] = {
		{"예", YES},
		{"네", YES},
		{"yes", YES},
		{"y", YES},
		{"o", YES},
		{"1", YES},
		{"아니오", NO},
		{"아니요", NO},
		{"no", NO},
		{"n", NO},
		{"x", NO},
		{"0", NO},
		{"보류", HOLD},
		{"hold", HOLD},
	};

	if (s.n == 0)
		return OPEN;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (sg_key_eq(s, sg_str_of(words[i].word)))
			return words[i].verdict;
	return UNKNOWN;
}

SG_PRINTF(3, 4)
static void unusable(struct import *im, uint32_t line, const char *fmt, ...)
{
	struct sg_error text = {0};
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text.text, sizeof text.text, fmt, ap);
	va_end(ap);
	im->out->unusable++;
	sg_notes_add(im->notes, SG_WARNING, im->place, line, 0, "%s", text.text);
}

/* The answer that the row is about; SG_NONE after a warning. */
static uint32_t find_answer(struct import *im, const struct sg_row *row)
{
	const struct sg_study *s = &im->r->study;
	struct sg_str who = column(im, row, SG_REVIEW_RESPONDENT);
	struct sg_str label = column(im, row, SG_REVIEW_QUESTION);
	struct sg_str mark = column(im, row, SG_REVIEW_TEXT);
	uint32_t case_ = sg_study_case_find(s, who);
	uint32_t question = label.n ? sg_study_question_find(s, label) : SG_NONE;
	uint32_t end;
	bool any = false;

	if (case_ == SG_NONE) {
		unusable(
			im, row->line, _("there is no respondent '%.*s'"), SG_ARG(who));
		return SG_NONE;
	}
	if (label.n && question == SG_NONE) {
		unusable(
			im, row->line, _("there is no question '%.*s'"), SG_ARG(label));
		return SG_NONE;
	}
	for (uint32_t i = sg_study_answers_of(s, case_, question, &end); i < end; i++) {
		const struct sg_study_answer *a = &s->answers[i];
		char now[SG_REVIEW_FINGERPRINT + 1];
		if (a->stop == a->start)
			continue;
		any = true;
		sg_review_fingerprint(
			sg_study_quote(s, a->text, a->start, a->stop), now);
		if (mark.n == 0 || sg_str_eqz(mark, now))
			return i;
	}
	unusable(im, row->line,
		any ? _("the answer of %.*s to %.*s has changed since the sheet was "
			"written")
		    : _("%.*s wrote nothing for %.*s"),
		SG_ARG(who), SG_ARG(label));
	return SG_NONE;
}

/* Several values are what the sheet showed of codings that differ: they set nothing, as
 * long as it is still so. False after a warning. */
static bool is_as_shown(
	struct import *im, const struct sg_row *row, uint32_t facet, struct sg_str word)
{
	struct sg_reviewing *r = im->r;
	struct sg_str now = sg_reviewing_values(r, facet, &r->arena);

	if (sg_key_eq(word, now))
		return true;
	unusable(im, row->line,
		_("%.*s is '%.*s' there, not '%.*s'; one value can be set"),
		SG_ARG(r->study.facets[facet].name), SG_ARG(now), SG_ARG(word));
	return false;
}

/* Facets that the row sets of the current cell; false after a warning. */
static bool read_facets(struct import *im, const struct sg_row *row, uint32_t *values)
{
	const struct sg_study *s = &im->r->study;

	for (size_t f = 0; f < s->nfacets; f++) {
		struct sg_str word = field(im, row, im->facets[f]);
		values[f] = SG_NONE;
		if (sg_str_findc(word, '|') != SIZE_MAX) {
			if (!is_as_shown(im, row, (uint32_t)f, word))
				return false;
			continue;
		}
		for (uint32_t v = 0; v < s->facets[f].nvalues; v++)
			if (sg_key_eq(word, s->facets[f].values[v]))
				values[f] = v;
		if (word.n && values[f] == SG_NONE) {
			unusable(im, row->line, _("'%.*s' is no value of %.*s"),
				SG_ARG(word), SG_ARG(s->facets[f].name));
			return false;
		}
	}
	return true;
}

/* The stretch that a yes is about: what the row quotes, or where nothing is coded, all of
 * the answer. */
static bool point(struct import *im, const struct sg_row *row)
{
	struct sg_str quote = column(im, row, SG_REVIEW_QUOTE);

	if (quote.n == 0) {
		if (!im->r->work->cell.coded)
			sg_reviewing_point_all(im->r);
		return true;
	}
	if (sg_reviewing_point_quote(im->r, quote))
		return true;
	unusable(im, row->line, _("the quotation is not in the answer: '%.*s'"),
		SG_ARG(quote));
	return false;
}

/* Facets hold where the row points: for its quotation, or for all that is coded in the
 * cell. */
static int say_facets(struct import *im, const struct sg_row *row,
	const uint32_t *facets, struct sg_error *err)
{
	struct sg_str quote = column(im, row, SG_REVIEW_QUOTE);
	struct sg_reviewing *r = im->r;
	int rc = 0;

	if (!sg_reviewing_point_quote(r, quote))
		sg_reviewing_point_none(r);
	for (uint32_t f = 0; rc == 0 && f < r->study.nfacets; f++)
		if (facets[f] != SG_NONE && facets[f] != sg_reviewing_value(r, f))
			rc = sg_reviewing_facet(r, f, facets[f], err);
	return rc;
}

static int say(struct import *im, const struct sg_row *row, bool yes, uint32_t answer,
	uint32_t code, const uint32_t *facets, struct sg_error *err)
{
	struct sg_reviewing *r = im->r;
	size_t words = r->words;
	struct sg_str memo = column(im, row, SG_REVIEW_NOTE);
	int rc;

	if (yes && !point(im, row))
		return 0;
	rc = yes ? sg_reviewing_yes(r, err)
		 : sg_reviewing_no(r, column(im, row, SG_REVIEW_WHY_NOT), err);
	if (rc == 0)
		rc = sg_reviewing_go(r, answer, code, err);
	if (rc == 0 && yes)
		rc = say_facets(im, row, facets, err);
	if (rc == 0 && memo.n)
		rc = sg_reviewing_memo(r, memo, err);
	if (rc == 0 && r->words > words)
		im->out->decided++;
	else if (rc == 0)
		im->out->already++;
	return rc;
}

static int import_verdict(
	struct import *im, const struct sg_row *row, bool yes, struct sg_error *err)
{
	struct sg_reviewing *r = im->r;
	struct sg_str label = column(im, row, SG_REVIEW_CODE_LABEL);
	uint32_t code = sg_study_code_find(&r->study, label);
	uint32_t answer = find_answer(im, row);
	int rc = 0;

	if (answer == SG_NONE)
		return 0;
	if (code == SG_NONE) {
		unusable(im, row->line, _("there is no code '%.*s' in the codebook"),
			SG_ARG(label));
		return 0;
	}
	uint32_t *facets = sg_alloc(r->study.nfacets + 1, sizeof *facets);
	rc = sg_reviewing_go(r, answer, code, err);
	if (rc == 0 && read_facets(im, row, facets))
		rc = say(im, row, yes, answer, code, facets, err);
	free(facets);
	return rc;
}

static int import_row(void *ctx, const struct sg_row *given, struct sg_error *err)
{
	struct import *im = ctx;
	struct sg_row counted = *given;
	const struct sg_row *row = &counted;

	/* A text cell may hold line ends, so that lines are more than rows. */
	im->records++;
	if (!im->workbook)
		counted.line = im->records;
	if (!im->header)
		return read_header(im, row, err);
	struct sg_str word = column(im, row, SG_REVIEW_VERDICT);
	if (!word.n && !column(im, row, SG_REVIEW_RESPONDENT).n)
		return 0;
	im->out->rows++;
	switch (verdict_of(word)) {
	case OPEN:
		im->out->open++;
		if (column(im, row, SG_REVIEW_WHY_NOT).n ||
			column(im, row, SG_REVIEW_QUOTE).n ||
			column(im, row, SG_REVIEW_NOTE).n)
			sg_notes_add(im->notes, SG_WARNING, im->place, row->line, 0,
				_("something is written here but no verdict: the row "
				  "was not used"));
		return 0;
	case HOLD: im->out->held++; return 0;
	case YES: return import_verdict(im, row, true, err);
	case NO: return import_verdict(im, row, false, err);
	case UNKNOWN: break;
	}
	unusable(im, row->line, _("a verdict is 예, 아니오 or 보류, not '%.*s'"),
		SG_ARG(word));
	return 0;
}

static int read_workbook(struct import *im, struct sg_str bytes, struct sg_error *err)
{
	struct sg_workbook book;
	const struct sg_sheet *sheet = NULL;

	im->workbook = true;
	int rc = sg_xlsx_read_bytes(&book, bytes, im->path, err);
	for (int english = 0; rc == 0 && !sheet && english < 2; english++)
		sheet = sg_workbook_find(
			&book, sg_label(SG_LABEL_SHEET_REVIEW, english != 0));
	if (rc == 0 && !sheet) {
		sheet = sg_sheet_choose(&book, NULL, im->path, im->notes, err);
		rc = sheet ? 0 : (int)err->code;
	}
	if (rc == 0) {
		snprintf(im->place, sizeof im->place, "%.200s [%.*s]", im->path,
			(int)(sheet->name.n < 90 ? sheet->name.n : 90), sheet->name.p);
		rc = sg_sheet_rows(sheet, im->place, im->notes, import_row, im, err);
	}
	sg_workbook_release(&book);
	return rc;
}

static int read_text(struct import *im, struct sg_str bytes, struct sg_error *err)
{
	struct sg_buf text;
	const char *encoding;

	sg_buf_init(&text);
	im->tsv = sg_str_eqz(sg_path_ext(im->path), "tsv");
	int rc = sg_decode(bytes, NULL, im->path, &text, &encoding, err);
	if (rc == 0)
		rc = sg_csv_read(sg_buf_str(&text), im->path, im->tsv ? '\t' : 0,
			!im->tsv, import_row, im, err);
	sg_buf_release(&text);
	return rc;
}

static int read_file(struct import *im, struct sg_error *err)
{
	struct sg_buf bytes;

	sg_buf_init(&bytes);
	int rc = sg_file_read(im->path, CAP, &bytes, err);
	if (rc == 0)
		rc = sg_is_workbook(sg_buf_str(&bytes))
			     ? read_workbook(im, sg_buf_str(&bytes), err)
			     : read_text(im, sg_buf_str(&bytes), err);
	if (rc == 0 && !im->header)
		rc = sg_error_set(err, SG_EINPUT, _("'%s' is empty"), im->path);
	sg_buf_release(&bytes);
	return rc;
}

/* A file is read at one time, however long it takes: so its words belong together. */
static const char *when(void *ctx)
{
	return ctx;
}

int sg_review_import(struct sg_reviewing *r, const char *path,
	struct sg_review_counts *out, struct sg_notes *notes, struct sg_error *err)
{
	struct import im = {.r = r, .path = path, .out = out, .notes = notes};
	struct sg_reviewing_options o = *r->o;
	const struct sg_reviewing_options *given = r->o;
	char now[40];

	memset(out, 0, sizeof *out);
	snprintf(im.place, sizeof im.place, "%.290s", path);
	im.facets = sg_zalloc(r->study.nfacets + 1, sizeof *im.facets);
	snprintf(now, sizeof now, "%s", o.now(o.now_ctx));
	o.now = when;
	o.now_ctx = now;
	r->o = &o;
	r->batch = true;
	int rc = sg_store_begin(r->store, err);
	if (rc == 0) {
		rc = read_file(&im, err);
		if (rc == 0)
			rc = sg_store_commit(r->store, err);
		else
			sg_store_rollback(r->store);
	}
	r->o = given;
	free(im.facets);
	return rc < 0 ? rc : 0;
}
