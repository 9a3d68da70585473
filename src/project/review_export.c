/* review_export.c - a round of review to a workbook or to CSV and TSV (review_sheet.h). */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/labels.h"
#include "base/file.h"
#include "project/review_columns.h"
#include "project/review_page.h"
#include "project/review_sheet.h"
#include "report/writer.h"
#include "report/xlsx.h"
#include "text/width.h"

const struct sg_review_head sg_review_heads[SG_REVIEW_COLUMNS] = {
	[SG_REVIEW_RESPONDENT] = {"응답자", "respondent", 9, false},
	[SG_REVIEW_GROUP] = {"집단", "group", 9, false},
	[SG_REVIEW_QUESTION] = {"문항", "question", 7, false},
	[SG_REVIEW_CODE_LABEL] = {"코드", "code", 8, false},
	[SG_REVIEW_CODE_NAME] = {"코드 이름", "name", 18, false},
	[SG_REVIEW_WHY] = {"차례의 까닭", "why", 14, false},
	[SG_REVIEW_ANSWER] = {"답변", "answer", 72, false},
	[SG_REVIEW_DEFINITION] = {"정의", "definition", 40, false},
	[SG_REVIEW_VERDICT] = {"판정", "verdict", 8, true},
	[SG_REVIEW_WHY_NOT] = {"아닌 까닭", "reason", 12, true},
	[SG_REVIEW_QUOTE] = {"구간", "quote", 24, true},
	[SG_REVIEW_NOTE] = {"메모", "memo", 24, true},
	[SG_REVIEW_TEXT] = {"글 지문", "text", 14, false},
};

void sg_review_fingerprint(struct sg_str text, char out[SG_REVIEW_FINGERPRINT + 1])
{
	char hex[65];

	sg_sha256_hex(text, hex);
	memcpy(out, hex, SG_REVIEW_FINGERPRINT);
	out[SG_REVIEW_FINGERPRINT] = '\0';
}

/* Columns: those before the facets, the facets, those behind. */
struct layout {
	const struct sg_study *s;
	bool english;
	size_t n;
};

/* The column of the sheet for a column of the table above; facets stand behind the
 * reason. */
static size_t place(const struct layout *l, enum sg_review_column c)
{
	return c <= SG_REVIEW_WHY_NOT ? (size_t)c : c + l->s->nfacets;
}

static size_t facet_place(size_t f)
{
	return SG_REVIEW_WHY_NOT + 1 + f;
}

static struct sg_str head(const struct layout *l, size_t col)
{
	size_t after = SG_REVIEW_WHY_NOT + 1;

	if (col >= after && col < after + l->s->nfacets)
		return l->s->facets[col - after].name;
	const struct sg_review_head *h =
		&sg_review_heads[col < after ? col : col - l->s->nfacets];
	return sg_str_of(l->english ? h->en : h->ko);
}

static struct sg_str definition(const struct sg_reviewing *r, struct sg_arena *arena)
{
	const struct sg_str parts[] = {
		r->entry.definition, r->entry.include, r->entry.exclude};
	const char *const heads[] = {"", "+ ", "- "};
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < 3; i++)
		if (parts[i].n) {
			sg_buf_addz(&b, b.n ? "\n" : "");
			sg_buf_addz(&b, heads[i]);
			size_t from = b.n;
			sg_buf_add(&b, parts[i]);
			/* Line ends are those of the codebook file. */
			for (size_t k = from; k < b.n; k++)
				if (b.p[k] == '\n')
					b.p[k] = ' ';
		}
	struct sg_str s = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static bool has_controls(struct sg_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (((unsigned char)s.p[i] < 0x20 && s.p[i] != '\n') || s.p[i] == 0x7F)
			return true;
	return false;
}

/* The answer with its hits marked. */
static struct sg_str marked(const struct sg_reviewing *r, struct sg_arena *arena)
{
	struct sg_buf b;

	if (r->nhits == 0 && !has_controls(r->text))
		return r->text;
	sg_buf_init(&b);
	sg_page_marked(r, &b);
	struct sg_str s = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

/* The current cell; v has l->n texts. */
static void fill_row(const struct sg_reviewing *r, const struct layout *l,
	struct sg_arena *arena, struct sg_str *v)
{
	const struct sg_study *s = &r->study;
	const struct sg_study_answer *a = &s->answers[r->work->cell.answer];
	const struct sg_study_code *c = &s->codes[r->work->cell.code];
	char mark[SG_REVIEW_FINGERPRINT + 1];

	sg_review_fingerprint(r->text, mark);
	v[place(l, SG_REVIEW_RESPONDENT)] = s->cases[a->case_].name;
	if (s->nattributes)
		v[place(l, SG_REVIEW_GROUP)] = s->cases[a->case_].values[0];
	v[place(l, SG_REVIEW_QUESTION)] = sg_reviewing_question(r);
	v[place(l, SG_REVIEW_CODE_LABEL)] = c->label;
	v[place(l, SG_REVIEW_CODE_NAME)] = c->name;
	v[place(l, SG_REVIEW_WHY)] = sg_label(
		(enum sg_label)(SG_LABEL_WHY_ONE_HIT + r->work->why), l->english);
	v[place(l, SG_REVIEW_ANSWER)] = marked(r, arena);
	v[place(l, SG_REVIEW_DEFINITION)] = definition(r, arena);
	for (size_t f = 0; f < s->nfacets; f++)
		v[facet_place(f)] = sg_reviewing_values(r, (uint32_t)f, arena);
	v[place(l, SG_REVIEW_TEXT)] = sg_arena_str(arena, sg_str_of(mark));
}

/* --- CSV and TSV: the writers of tables, with the heads as keys --- */

static int fill_table(struct sg_reviewing *r, const struct layout *l,
	struct sg_tables *t, size_t *rows, struct sg_error *err)
{
	struct sg_table *table = sg_tables_add(t, "review", l->n);
	struct sg_str *v = sg_alloc(l->n, sizeof *v);
	int rc = 0;

	for (size_t i = 0; i < l->n; i++)
		sg_table_column(t, table, i, sg_arena_strz(&t->arena, head(l, i)),
			head(l, i), false, true);
	for (; rc == 0 && !sg_reviewing_ended(r); rc = sg_reviewing_skip(r, err)) {
		memset(v, 0, l->n * sizeof *v);
		fill_row(r, l, &t->arena, v);
		struct sg_cell *cells = sg_table_row(t, table);
		for (size_t i = 0; i < l->n; i++)
			if (v[i].n)
				cells[i] = sg_cell_text(v[i]);
		++*rows;
	}
	free(v);
	return rc;
}

static int delimited(struct sg_reviewing *r, const struct layout *l, const char *format,
	struct sg_buf *out, size_t *rows, struct sg_error *err)
{
	struct sg_write_options w = {
		.bom = strcmp(format, "csv") == 0, .english = l->english};
	struct sg_tables t;

	sg_tables_init(&t);
	int rc = fill_table(r, l, &t, rows, err);
	if (rc == 0)
		rc = sg_writer_find(format)->write(&t, &w, out, err);
	sg_tables_release(&t);
	return rc;
}

/* --- the workbook --- */

static void choices(const struct sg_reviewing *r, const struct layout *l,
	struct sg_xlsx *x, size_t sheet, uint32_t rows)
{
	const struct sg_str verdicts[] = {sg_label(SG_LABEL_VERDICT_YES, l->english),
		sg_label(SG_LABEL_VERDICT_NO, l->english),
		sg_label(SG_LABEL_VERDICT_HOLD, l->english)};
	const struct sg_str reasons[] = {sg_label(SG_LABEL_REASON_COUNTER, l->english),
		sg_label(SG_LABEL_REASON_OTHERS, l->english),
		sg_label(SG_LABEL_REASON_NO_PROPOSAL, l->english),
		sg_label(SG_LABEL_REASON_THEME, l->english)};
	struct sg_xlsx_area at = {.row = 1, .last_row = rows};

	if (rows == 0)
		return;
	at.col = at.last_col = (uint32_t)place(l, SG_REVIEW_VERDICT);
	sg_xlsx_choices(x, sheet, at, verdicts, 3,
		sg_label(SG_LABEL_SHEET_VERDICT_HELP, l->english));
	at.col = at.last_col = (uint32_t)place(l, SG_REVIEW_WHY_NOT);
	sg_xlsx_choices(x, sheet, at, reasons, 4, (struct sg_str){"", 0});
	for (size_t f = 0; f < r->study.nfacets; f++) {
		at.col = at.last_col = (uint32_t)facet_place(f);
		sg_xlsx_choices(x, sheet, at, r->study.facets[f].values,
			r->study.facets[f].nvalues, (struct sg_str){"", 0});
	}
}

static bool is_open(const struct layout *l, size_t col)
{
	size_t after = SG_REVIEW_WHY_NOT + 1;

	if (col < after)
		return sg_review_heads[col].open;
	return col < after + l->s->nfacets || sg_review_heads[col - l->s->nfacets].open;
}

static void fill_heads(const struct layout *l, struct sg_xlsx *x, size_t sheet)
{
	size_t after = SG_REVIEW_WHY_NOT + 1;

	for (size_t i = 0; i < l->n; i++) {
		bool facet = i >= after && i < after + l->s->nfacets;
		sg_xlsx_text(x, sheet, 0, (uint32_t)i, head(l, i),
			(struct sg_xlsx_look){.flags = SG_XLSX_HEAD});
		sg_xlsx_width(x, sheet, (uint32_t)i,
			facet ? 10
			      : sg_review_heads[i < after ? i : i - l->s->nfacets]
					.width);
	}
}

static void count_line(void *ctx, struct sg_str line)
{
	(void)line;
	++*(size_t *)ctx;
}

/* Height of the row in points, so that its wrapped texts are seen whole: not every
 * program fits rows by itself. Excel's rows are at most 409 points high. */
static double height(const struct layout *l, const struct sg_str *v)
{
	static const enum sg_review_column tall[] = {
		SG_REVIEW_ANSWER, SG_REVIEW_DEFINITION, SG_REVIEW_CODE_NAME};
	size_t most = 1;

	for (size_t i = 0; i < sizeof tall / sizeof *tall; i++) {
		struct sg_str text = v[place(l, tall[i])];
		size_t lines = 0,
		       width = (size_t)(sg_review_heads[tall[i]].width * 1.1);
		/* No character is wider than it has bytes. */
		if (text.n <= width && sg_str_findc(text, '\n') == SIZE_MAX)
			continue;
		sg_width_wrap(text, width, count_line, &lines);
		most = lines > most ? lines : most;
	}
	return most < 26 ? 15.5 * (double)most + 1 : 409;
}

static int fill_workbook(struct sg_reviewing *r, const struct layout *l,
	struct sg_xlsx *x, size_t sheet, size_t *rows, struct sg_error *err)
{
	struct sg_str *v = sg_alloc(l->n, sizeof *v);
	struct sg_arena arena;
	int rc = 0;

	for (; rc == 0 && !sg_reviewing_ended(r); rc = sg_reviewing_skip(r, err)) {
		sg_arena_init(&arena);
		memset(v, 0, l->n * sizeof *v);
		fill_row(r, l, &arena, v);
		for (size_t i = 0; i < l->n; i++) {
			unsigned open = is_open(l, i) ? SG_XLSX_OPEN : 0;
			sg_xlsx_text(x, sheet, (uint32_t)*rows + 1, (uint32_t)i, v[i],
				(struct sg_xlsx_look){
					.flags = SG_XLSX_WRAP | SG_XLSX_BORDER | open});
		}
		sg_xlsx_height(x, sheet, (uint32_t)*rows + 1, height(l, v));
		sg_arena_release(&arena);
		++*rows;
	}
	free(v);
	return rc;
}

static int workbook(struct sg_reviewing *r, const struct layout *l, struct sg_buf *out,
	size_t *rows, struct sg_error *err)
{
	struct sg_xlsx_properties p = {.title = r->study.title};
	struct sg_xlsx *x = sg_xlsx_new(&p);
	size_t sheet = sg_xlsx_sheet(x, sg_label(SG_LABEL_SHEET_REVIEW, l->english));

	fill_heads(l, x, sheet);
	int rc = fill_workbook(r, l, x, sheet, rows, err);
	if (rc == 0) {
		choices(r, l, x, sheet, (uint32_t)*rows);
		sg_xlsx_freeze(x, sheet, 1, (uint32_t)SG_REVIEW_CODE_NAME, 0);
		sg_xlsx_filter(x, sheet,
			(struct sg_xlsx_area){
				0, 0, (uint32_t)*rows, (uint32_t)l->n - 1});
		sg_xlsx_page(x, sheet, true);
		sg_xlsx_protect(x, sheet);
		rc = sg_xlsx_write(x, out, err);
	}
	sg_xlsx_free(x);
	return rc;
}

int sg_review_export(
	struct sg_reviewing *r, const char *path, size_t *rows, struct sg_error *err)
{
	struct layout l = {.s = &r->study,
		.english = sg_str_eqz(r->study.language, "en"),
		.n = SG_REVIEW_COLUMNS + r->study.nfacets};
	struct sg_str ext = sg_path_ext(path);
	struct sg_buf out;
	int rc;

	*rows = 0;
	/* Of one moment; and each cell's questions to the store need no lock of their own. */
	rc = sg_store_begin(r->store, err);
	if (rc < 0)
		return rc;
	sg_buf_init(&out);
	if (sg_str_eqz(ext, "xlsx"))
		rc = workbook(r, &l, &out, rows, err);
	else if (sg_str_eqz(ext, "csv") || sg_str_eqz(ext, "tsv"))
		rc = delimited(
			r, &l, sg_str_eqz(ext, "csv") ? "csv" : "tsv", &out, rows, err);
	else
		rc = sg_error_set(err, SG_EUSAGE,
			_("a review is written as .xlsx, .csv or .tsv, not '%s'"),
			path);
	sg_store_rollback(r->store);
	if (rc == 0)
		rc = sg_file_write(path, sg_buf_str(&out), err);
	sg_buf_release(&out);
	return rc;
}
