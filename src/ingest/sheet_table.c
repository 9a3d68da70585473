/* sheet_table.c - a sheet or a list of decisions as a table: CSV or TSV whose first line
 * names the columns. */
#include "config.h"

#include <string.h>

#include "ingest/csv.h"
#include "ingest/sheet_file.h"

enum { RESPONDENT, QUESTION, SENTENCE, TEXT, CODES, NCOLUMNS };

static const char *const names[NCOLUMNS][6] = {
	[RESPONDENT] = {"respondent", "응답자", NULL},
	[QUESTION] = {"question", "문항", NULL},
	[SENTENCE] = {"sentence", "번호", "문장 번호", NULL},
	[TEXT] = {"text", "문장", "진술", NULL},
	[CODES] = {"codes", "decision", "코드", "결정", NULL},
};

struct rows {
	struct sg_sheet_file *out;
	const char *source;
	struct sg_notes *notes;
	size_t at[NCOLUMNS];
	bool header, tsv;
};

static int read_header(struct rows *r, const struct sg_row *row, struct sg_error *err)
{
	for (size_t c = 0; c < NCOLUMNS; c++) {
		r->at[c] = SIZE_MAX;
		for (size_t i = 0; i < row->n; i++)
			for (size_t k = 0; names[c][k]; k++)
				if (sg_str_eqz(sg_str_trim(row->v[i]), names[c][k]))
					r->at[c] = i;
		if (r->at[c] == SIZE_MAX)
			return sg_error_at(err, SG_EINPUT, r->source, row->line, 1,
				_("there is no column '%s'"), names[c][0]);
	}
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

static struct sg_str field(const struct rows *r, const struct sg_row *row, size_t c)
{
	if (r->at[c] >= row->n)
		return SG_STR("");
	struct sg_str s = sg_str_trim(row->v[r->at[c]]);
	return r->tsv ? unescaped(&r->out->arena, s) : sg_arena_str(&r->out->arena, s);
}

static int read_row(void *ctx, const struct sg_row *row, struct sg_error *err)
{
	struct rows *r = ctx;
	uint64_t number = 0;

	if (!r->header)
		return read_header(r, row, err);
	struct sg_sheet_entry e = {.respondent = field(r, row, RESPONDENT),
		.question = field(r, row, QUESTION),
		.text = field(r, row, TEXT),
		.codes = field(r, row, CODES),
		.line = row->line};
	struct sg_str written = field(r, row, SENTENCE);
	if (!e.respondent.n && !e.question.n && !e.codes.n)
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
	struct rows r = {.out = out, .source = source, .notes = notes, .tsv = tsv};

	return sg_csv_read(text, source, tsv ? '\t' : 0, !tsv, read_row, &r, err);
}
