/* sheet_table.c - a sheet or a list of decisions as a table: CSV or TSV whose first line
 * names the columns. */
#include "config.h"

#include <string.h>

#include "ingest/csv.h"
#include "ingest/sheet_file.h"

enum { RESPONDENT, QUESTION, SENTENCE, TEXT, NCOLUMNS };

static const char *const names[NCOLUMNS][6] = {
	[RESPONDENT] = {"respondent", "응답자", "Respondent", NULL},
	[QUESTION] = {"question", "문항", "Question", NULL},
	[SENTENCE] = {"sentence", "번호", "문장 번호", "No.", NULL},
	[TEXT] = {"text", "문장", "진술", "Text", NULL},
};

/* "codes", "코드 1", "code 2", "결정". */
static bool is_codes(struct sg_str name)
{
	static const char *const stems[] = {
		"codes", "code", "코드", "decision", "Decision", "결정"};
	struct sg_str stem = name;

	while (stem.n && stem.p[stem.n - 1] >= '0' && stem.p[stem.n - 1] <= '9')
		stem.n--;
	stem = sg_str_trim(stem);
	for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
		if (sg_str_eqz(stem, stems[i]))
			return true;
	return false;
}

void sg_table_reader_init(struct sg_table_reader *r, struct sg_sheet_file *out,
	const char *source, bool tsv, struct sg_notes *notes)
{
	*r = (struct sg_table_reader){
		.out = out, .source = source, .notes = notes, .tsv = tsv};
}

static int no_column(const struct sg_table_reader *r, const struct sg_row *row,
	const char *name, struct sg_error *err)
{
	return sg_error_at(err, SG_EINPUT, r->source, row->line, 1,
		_("there is no column '%s'"), name);
}

static int read_header(
	struct sg_table_reader *r, const struct sg_row *row, struct sg_error *err)
{
	for (size_t c = 0; c < NCOLUMNS; c++) {
		r->at[c] = SIZE_MAX;
		for (size_t i = 0; i < row->n; i++)
			for (size_t k = 0; names[c][k]; k++)
				if (sg_str_eqz(sg_str_trim(row->v[i]), names[c][k]))
					r->at[c] = i;
		if (r->at[c] == SIZE_MAX)
			return no_column(r, row, names[c][0], err);
	}
	for (size_t i = 0; i < row->n && r->ncodes < SG_TABLE_READER_CODES; i++)
		if (is_codes(sg_str_trim(row->v[i])))
			r->codes[r->ncodes++] = i;
	if (r->ncodes == 0)
		return no_column(r, row, "codes", err);
	r->header = true;
	return 0;
}

/* What our TSV writes as \t, \n, \r and \\ . */
static struct sg_str unescaped(struct sg_arena *arena, struct sg_str s)
{
	static const char from[] = "tnr\\", to[] = "\t\n\r\\";
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < s.n; i++) {
		const char *at =
			s.p[i] == '\\' && i + 1 < s.n ? strchr(from, s.p[i + 1]) : NULL;
		sg_buf_addc(&b, at && *at ? to[at - from] : s.p[i]);
		i += at && *at;
	}
	struct sg_str out = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return out;
}

static struct sg_str field(
	const struct sg_table_reader *r, const struct sg_row *row, size_t col)
{
	if (col >= row->n)
		return SG_STR("");
	struct sg_str s = sg_str_trim(row->v[col]);
	return r->tsv ? unescaped(&r->out->arena, s) : sg_arena_str(&r->out->arena, s);
}

/* The code cells, as if written in one. */
static struct sg_str codes_of(const struct sg_table_reader *r, const struct sg_row *row)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < r->ncodes; i++) {
		struct sg_str one = field(r, row, r->codes[i]);
		if (one.n && b.n)
			sg_buf_addz(&b, ", ");
		sg_buf_add(&b, one);
	}
	struct sg_str s = sg_arena_str(&r->out->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

int sg_table_reader_row(void *reader, const struct sg_row *row, struct sg_error *err)
{
	struct sg_table_reader *r = reader;
	uint64_t number = 0;

	if (!r->header)
		return read_header(r, row, err);
	struct sg_sheet_entry e = {.respondent = field(r, row, r->at[RESPONDENT]),
		.question = field(r, row, r->at[QUESTION]),
		.text = field(r, row, r->at[TEXT]),
		.codes = codes_of(r, row),
		.line = row->line};
	struct sg_str written = field(r, row, r->at[SENTENCE]);
	if (!e.question.n && !e.codes.n) /* blank, or a note below the table */
		return 0;
	if (written.n && !sg_str_uint(written, 100000, &number)) {
		sg_notes_add(r->notes, SG_ERROR, r->source, row->line, 1,
			_("'%.*s' is no number of a sentence"), SG_ARG(written));
		return 0;
	}
	e.sentence = (uint32_t)number;
	SG_PUSH(r->out, e);
	return 0;
}

int sg_sheet_read_rows(struct sg_sheet_file *out, struct sg_str text,
	const char *source, bool tsv, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_table_reader r;

	sg_table_reader_init(&r, out, source, tsv, notes);
	return sg_csv_read(
		text, source, tsv ? '\t' : 0, !tsv, sg_table_reader_row, &r, err);
}
