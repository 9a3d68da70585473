/* import.c - codings of one coder from a table: respondent, question, code, quote. */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "coding/judgement.h"
#include "ingest/sheet_rows.h"
#include "text/decode.h"

enum { RESPONDENT, QUESTION, CODE, QUOTE, NCOLUMNS };

enum { CAP = 256 << 20 }; /* bytes of a file of codings */

/* What a column may be called. */
static const struct column {
	const char *names[6];
} columns[NCOLUMNS] = {
	[RESPONDENT] = {{"respondent", "응답자", "case", "id", NULL}},
	[QUESTION] = {{"question", "문항", "질문", NULL}},
	[CODE] = {{"code", "코드", NULL}},
	[QUOTE] = {{"quote", "인용", "인용문", "원문", "text", NULL}},
};

struct import {
	struct sg_placer placer;
	const char *path, *now;
	struct sg_str coder;
	size_t at[NCOLUMNS]; /* column of each, SIZE_MAX: none */
	bool header;         /* seen */
	size_t recorded, unplaced;
	struct sg_notes *notes;
};

/* A review sheet has these columns too, but its rows are questions: every one of them
 * would become a coding. */
static bool is_review_sheet(const struct sg_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (sg_str_eqz(sg_str_trim(row->v[i]), "판정") ||
			sg_str_eqz(sg_str_trim(row->v[i]), "verdict"))
			return true;
	return false;
}

static bool read_header(struct import *im, const struct sg_row *row)
{
	for (size_t c = 0; c < NCOLUMNS; c++) {
		im->at[c] = SIZE_MAX;
		for (size_t i = 0; i < row->n; i++)
			for (size_t k = 0; columns[c].names[k]; k++)
				if (sg_str_eqz(sg_str_trim(row->v[i]),
					    columns[c].names[k]))
					im->at[c] = i;
	}
	im->header = true;
	return im->at[RESPONDENT] != SIZE_MAX && im->at[CODE] != SIZE_MAX &&
	       (im->at[QUESTION] != SIZE_MAX || im->at[QUOTE] != SIZE_MAX);
}

static struct sg_str field(const struct import *im, const struct sg_row *row, size_t c)
{
	if (im->at[c] >= row->n)
		return (struct sg_str){"", 0};
	return sg_str_trim(row->v[im->at[c]]);
}

/* What a line names may be missing; anything else stops the import. */
static bool of_the_line(int rc)
{
	return rc == SG_ENOTFOUND || rc == SG_ECONFLICT || rc == SG_EUSAGE;
}

static int import_row(void *ctx, const struct sg_row *row, struct sg_error *err)
{
	struct import *im = ctx;
	struct sg_error own = {0};
	bool recorded;

	if (!im->header && is_review_sheet(row))
		return sg_error_at(err, SG_EINPUT, im->path, row->line, 1,
			_("this is a review sheet; 'saegim review --import' reads it"));
	if (!im->header)
		return read_header(im, row)
			       ? 0
			       : sg_error_at(err, SG_EINPUT, im->path, row->line, 1,
					 _("the first line must name the columns: "
					   "respondent, question, code, quote"));
	struct sg_judge j = {.verdict = SG_VERDICT_CODE,
		.coder = im->coder,
		.respondent = field(im, row, RESPONDENT),
		.question = field(im, row, QUESTION),
		.code = field(im, row, CODE),
		.quote = field(im, row, QUOTE),
		.origin = "import",
		.now = im->now,
		.batch = true};
	if (!j.respondent.n && !j.question.n && !j.code.n && !j.quote.n)
		return 0;
	int rc = sg_judge_inside(&im->placer, &j, &recorded, &own);
	if (rc == 0) {
		im->recorded += recorded;
		return 0;
	}
	if (!of_the_line(rc)) {
		*err = own;
		return rc;
	}
	im->unplaced++;
	sg_notes_add(im->notes, SG_WARNING, im->path, row->line, 1, "%s", own.text);
	return 0;
}

static int read_text(struct import *im, struct sg_str bytes, struct sg_error *err)
{
	struct sg_buf text;
	const char *encoding;
	bool tsv = sg_str_eqz(sg_path_ext(im->path), "tsv");

	sg_buf_init(&text);
	int rc = sg_decode(bytes, NULL, im->path, &text, &encoding, err);
	if (rc == 0)
		rc = sg_csv_read(sg_buf_str(&text), im->path, tsv ? '\t' : 0, !tsv,
			import_row, im, err);
	sg_buf_release(&text);
	return rc;
}

static int read_workbook(struct import *im, struct sg_str bytes, struct sg_error *err)
{
	struct sg_workbook book;
	int rc = sg_xlsx_read_bytes(&book, bytes, im->path, err);

	if (rc < 0)
		return rc;
	const struct sg_sheet *sheet =
		sg_sheet_choose(&book, NULL, im->path, im->notes, err);
	rc = sheet ? sg_sheet_rows(sheet, im->path, im->notes, import_row, im, err)
		   : (int)err->code;
	sg_workbook_release(&book);
	return rc;
}

static int read_table(struct import *im, struct sg_error *err)
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
	return rc < 0 ? rc : 0;
}

int sg_judge_import(struct sg_store *store, const char *path, struct sg_str coder,
	const char *now, size_t *recorded, size_t *unplaced, struct sg_notes *notes,
	struct sg_error *err)
{
	struct import im = {.path = path, .now = now, .coder = coder, .notes = notes};
	int rc = sg_store_begin(store, err);

	*recorded = *unplaced = 0;
	if (rc < 0)
		return rc;
	sg_placer_init(&im.placer, store);
	rc = read_table(&im, err);
	sg_placer_release(&im.placer);
	if (rc == 0)
		rc = sg_store_commit(store, err);
	else
		sg_store_rollback(store);
	if (rc == 0) {
		*recorded = im.recorded;
		*unplaced = im.unplaced;
	}
	return rc;
}
