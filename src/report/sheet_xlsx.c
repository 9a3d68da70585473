/* sheet_xlsx.c - a coding sheet as an Excel workbook: a row a sentence with cells for
 * codes that take one of the list; the codes with their definitions on a second sheet;
 * for whom it is on a hidden one, which ingest/sheet_xlsx.c reads. */
#include "config.h"

#include "report/sheet.h"

#include <stdio.h>

#include "analysis/labels.h"
#include "ingest/sheet_file.h"
#include "report/xlsx.h"

enum { CODES = 5 }; /* cells for codes in a row */

enum { RESPONDENT, QUESTION, NUMBER, TEXT, RULES, FIRST_CODE };

struct book {
	const struct sg_coding_sheet *s;
	struct sg_xlsx *x;
	size_t rows, codes; /* numbers of the sheets */
	uint32_t row;
};

static const struct sg_xlsx_look head = {.flags = SG_XLSX_HEAD};
static const struct sg_xlsx_look plain = {.flags = SG_XLSX_BORDER | SG_XLSX_WRAP};
static const struct sg_xlsx_look open_ = {.flags = SG_XLSX_BORDER | SG_XLSX_OPEN};

static struct sg_str word(const struct book *b, enum sg_label l)
{
	return sg_label(l, b->s->english);
}

/* Column of a code cell: without suggestions there is no column for them. */
static uint32_t code_col(const struct book *b, uint32_t i)
{
	return (b->s->blind ? RULES : FIRST_CODE) + i;
}

static void heads(struct book *b)
{
	static const enum sg_label labels[] = {SG_LABEL_RESPONDENT,
		SG_LABEL_QUESTION_COLUMN, SG_LABEL_SETTLE_SENTENCE, SG_LABEL_TEXT,
		SG_LABEL_SHEET_RULES};
	static const double widths[] = {8, 7, 6, 60, 16};

	for (uint32_t k = 0; k < code_col(b, 0); k++) {
		sg_xlsx_text(b->x, b->rows, 0, k, word(b, labels[k]), head);
		sg_xlsx_width(b->x, b->rows, k, widths[k]);
	}
	for (uint32_t i = 0; i < CODES; i++) {
		char name[32];
		snprintf(name, sizeof name, "%s %u", b->s->english ? "code" : "코드",
			i + 1);
		sg_xlsx_text(b->x, b->rows, 0, code_col(b, i), sg_str_of(name), head);
		sg_xlsx_width(b->x, b->rows, code_col(b, i), 12);
	}
	b->row = 1;
}

static void row(struct book *b, const struct sg_sheet_answer *a, uint32_t number,
	struct sg_str text, struct sg_str rules)
{
	sg_xlsx_text(b->x, b->rows, b->row, RESPONDENT, a->respondent, plain);
	sg_xlsx_text(b->x, b->rows, b->row, QUESTION, a->question, plain);
	if (number)
		sg_xlsx_number(b->x, b->rows, b->row, NUMBER, number, plain);
	else
		sg_xlsx_text(b->x, b->rows, b->row, NUMBER, SG_STR(""), plain);
	sg_xlsx_text(b->x, b->rows, b->row, TEXT, text, plain);
	if (!b->s->blind)
		sg_xlsx_text(b->x, b->rows, b->row, RULES, rules, plain);
	for (uint32_t i = 0; i < CODES; i++)
		sg_xlsx_text(b->x, b->rows, b->row, code_col(b, i), SG_STR(""), open_);
	b->row++;
}

static void answers(struct book *b)
{
	for (size_t i = 0; i < b->s->nanswers; i++) {
		const struct sg_sheet_answer *a = &b->s->answers[i];
		for (uint32_t k = 0; k < a->nsentences; k++)
			row(b, a, k + 1, a->sentences[k].text,
				a->sentences[k].suggested);
		row(b, a, 0, word(b, SG_LABEL_SHEET_WHOLE_ROW), SG_STR(""));
	}
}

static void code_row(struct book *b, uint32_t at, const struct sg_sheet_code *c)
{
	struct sg_xlsx_look look = plain;
	struct sg_buf examples;

	if (!c->leaf)
		look.flags |= SG_XLSX_STRONG;
	sg_buf_init(&examples);
	for (size_t i = 0; i < c->nexamples; i++) {
		if (i)
			sg_buf_addc(&examples, '\n');
		sg_buf_add(&examples, c->examples[i]);
	}
	sg_xlsx_text(b->x, b->codes, at, 0, c->label, look);
	sg_xlsx_text(b->x, b->codes, at, 1, c->name, look);
	sg_xlsx_text(b->x, b->codes, at, 2, c->definition, plain);
	sg_xlsx_text(b->x, b->codes, at, 3, c->include, plain);
	sg_xlsx_text(b->x, b->codes, at, 4, c->exclude, plain);
	sg_xlsx_text(b->x, b->codes, at, 5, sg_buf_str(&examples), plain);
	sg_buf_release(&examples);
}

static void codes(struct book *b)
{
	static const enum sg_label labels[] = {SG_LABEL_CODE, SG_LABEL_SHEET_NAME,
		SG_LABEL_SHEET_DEFINITION, SG_LABEL_SHEET_INCLUDE,
		SG_LABEL_SHEET_EXCLUDE, SG_LABEL_SHEET_EXAMPLE};
	static const double widths[] = {10, 22, 50, 30, 30, 40};

	for (uint32_t k = 0; k < sizeof widths / sizeof *widths; k++) {
		sg_xlsx_text(b->x, b->codes, 0, k, word(b, labels[k]), head);
		sg_xlsx_width(b->x, b->codes, k, widths[k]);
	}
	for (uint32_t i = 0; i < b->s->ncodes; i++)
		code_row(b, i + 1, &b->s->codes[i]);
	/* What says that an answer was read and holds no code. */
	sg_xlsx_text(b->x, b->codes, (uint32_t)b->s->ncodes + 1, 0,
		word(b, SG_LABEL_SHEET_NONE), plain);
	sg_xlsx_text(b->x, b->codes, (uint32_t)b->s->ncodes + 3, 0,
		word(b, SG_LABEL_SHEET_HOW_XLSX),
		(struct sg_xlsx_look){.flags = SG_XLSX_SMALL});
	sg_xlsx_freeze(b->x, b->codes, 1, 0, 0);
}

static void meta(struct book *b)
{
	const struct sg_xlsx_look none = {.flags = 0};
	size_t sheet = sg_xlsx_sheet(b->x, SG_STR(SG_SHEET_META));

	sg_xlsx_text(b->x, sheet, 0, 0, SG_STR("coder"), none);
	sg_xlsx_text(b->x, sheet, 0, 1, b->s->coder, none);
	sg_xlsx_text(b->x, sheet, 1, 0, SG_STR("blind"), none);
	sg_xlsx_text(
		b->x, sheet, 1, 1, b->s->blind ? SG_STR("yes") : SG_STR("no"), none);
	sg_xlsx_hide(b->x, sheet);
}

int sg_sheet_xlsx(
	const struct sg_coding_sheet *s, struct sg_buf *out, struct sg_error *err)
{
	struct sg_xlsx_properties p = {.title = s->title};
	struct book b = {.s = s, .x = sg_xlsx_new(&p)};

	b.rows = sg_xlsx_sheet(b.x, word(&b, SG_LABEL_SHEET_TITLE));
	b.codes = sg_xlsx_sheet(b.x, word(&b, SG_LABEL_SHEET_CODES));
	heads(&b);
	answers(&b);
	codes(&b);
	meta(&b);
	struct sg_xlsx_area cells = {
		1, code_col(&b, 0), b.row > 1 ? b.row - 1 : 1, code_col(&b, CODES - 1)};
	struct sg_xlsx_area list = {1, 0, (uint32_t)s->ncodes + 1, 0};
	sg_xlsx_choices_from(b.x, b.rows, cells, b.codes, list);
	sg_xlsx_freeze(b.x, b.rows, 1, 0, 0);
	sg_xlsx_protect(b.x, b.rows);
	sg_xlsx_page(b.x, b.rows, true);
	int rc = sg_xlsx_write(b.x, out, err);
	sg_xlsx_free(b.x);
	return rc;
}
