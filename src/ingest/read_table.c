/* read_table.c - reader of .csv, .tsv and .xlsx: one row a respondent with a column for each
 * question, or one row an answer (columns respondent, question, answer). */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "ingest/csv.h"
#include "ingest/key.h"
#include "ingest/record.h"
#include "ingest/sheet_rows.h"

enum {
	COLUMNS_MAX = 10000,
	RAGGED_MAX = 20, /* rows that are named one by one */
};

struct long_row { /* one row an answer */
	struct sg_str respondent, label, answer;
	struct sg_cell *cells; /* attributes */
	size_t ncells;
	struct sg_column *column; /* made for this row: answer or unassigned */
	uint32_t line;
	size_t order;
};

struct table {
	struct sg_intake *in;
	const char *path, *encoding, *reader;
	struct sg_arena arena; /* column names; cells of long tables */
	struct sg_draft draft;
	SG_VEC(struct sg_column) columns;
	SG_VEC(struct sg_cell) cells;
	size_t respondent, question, answer; /* columns, or SIZE_MAX */
	bool attributes_only;
	bool left_out; /* it has no answers, and nobody asked for this file */
	size_t rows, ragged;
	SG_VEC(struct long_row) kept;
};

static const char *const question_names[] = {"질문", "문항", "문항번호", "질문번호",
	"문", "question", "question id", "item"};
static const char *const answer_names[] = {"답변", "응답", "답", "답변 내용",
	"응답 내용", "내용", "answer", "response", "text"};

static bool is_one_of(struct sg_str name, const char *const *table, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (sg_key_eqz(name, table[i]))
			return true;
	return false;
}

static int complain_columns(struct table *t, struct sg_error *err)
{
	struct sg_buf names;

	if (!t->in->named) {
		sg_notes_add(t->in->notes, SG_WARNING, t->path, 1, 0,
			_("no column is a question; left out (a table of attributes is "
			  "given by itself)"));
		t->left_out = true;
		return 0;
	}
	sg_buf_init(&names);
	for (size_t i = 0; i < t->columns.n && names.n < 300; i++)
		sg_buf_printf(
			&names, "%s%.*s", i ? ", " : "", SG_ARG(t->columns.v[i].name));
	sg_error_at(err, SG_EINPUT, t->path, 1, 0,
		_("no column is a question: name the columns of answers with --text, "
		  "or "
		  "give a questionnaire with their titles or wordings (columns: %s)"),
		sg_buf_z(&names));
	sg_buf_release(&names);
	return SG_EINPUT;
}

/* Every name that the options list must be a column. */
static int check_listed(const struct table *t, const char *list, struct sg_error *err)
{
	struct sg_str rest = sg_str_of(list), item, label;

	while (list && sg_str_split(&rest, ',', &item)) {
		char *one = sg_strdup(item);
		bool found = sg_str_trim(item).n == 0;
		for (size_t i = 0; i < t->columns.n && !found; i++)
			found = sg_column_listed(one, t->columns.v[i].name, &label);
		free(one);
		if (!found)
			return sg_error_at(err, SG_EINPUT, t->path, 1, 0,
				_("there is no column '%.*s'"),
				SG_ARG(sg_str_trim(item)));
	}
	return 0;
}

static void warn_duplicates(struct table *t, uint32_t line)
{
	for (size_t i = 1; i < t->columns.n; i++)
		for (size_t j = 0; j < i; j++) {
			struct sg_str name = t->columns.v[i].name;
			if (name.n == 0 || !sg_str_eq(name, t->columns.v[j].name))
				continue;
			sg_notes_add(t->in->notes, SG_WARNING, t->path, line, 0,
				_("two columns are named '%.*s'"), SG_ARG(name));
			break;
		}
}

/* Roles of long tables: the column of questions and that of answers. */
static void find_long(struct table *t)
{
	size_t nq = sizeof question_names / sizeof *question_names;
	size_t na = sizeof answer_names / sizeof *answer_names;

	for (size_t i = 0; i < t->columns.n; i++) {
		struct sg_str name = t->columns.v[i].name;
		if (t->question == SIZE_MAX && is_one_of(name, question_names, nq))
			t->question = i;
		else if (t->answer == SIZE_MAX && is_one_of(name, answer_names, na))
			t->answer = i;
	}
}

static int read_header(struct table *t, const struct sg_row *row, struct sg_error *err)
{
	const struct sg_ingest_options *o = t->in->options;
	size_t answers = 0;

	if (row->n > COLUMNS_MAX)
		return sg_error_at(err, SG_ETOOBIG, t->path, row->line, 0,
			_("more than %d columns"), COLUMNS_MAX);
	for (size_t i = 0; i < row->n; i++) {
		struct sg_column c;
		struct sg_str name = sg_arena_str(&t->arena, sg_str_trim(row->v[i]));
		if (name.n == 0)
			name = sg_arena_printf(&t->arena, "#%zu", i + 1);
		sg_column_classify(o, name, &t->arena, &c);
		if (t->attributes_only && c.role != SG_ROLE_RESPONDENT &&
			c.role != SG_ROLE_LEFT_OUT)
			c.role = SG_ROLE_ATTRIBUTE;
		answers += c.role == SG_ROLE_ANSWER;
		SG_PUSH(&t->columns, c);
	}
	warn_duplicates(t, row->line);
	if (check_listed(t, o->id_field, err) < 0 ||
		check_listed(t, o->attribute_fields, err) < 0 ||
		(!t->attributes_only && check_listed(t, o->text_fields, err) < 0))
		return err->code;
	t->respondent = sg_column_respondent(o, t->columns.v, t->columns.n);
	if (t->attributes_only) {
		if (t->respondent == SIZE_MAX)
			t->respondent = 0;
		t->columns.v[t->respondent].role = SG_ROLE_RESPONDENT;
		return 0;
	}
	if (answers == 0) {
		find_long(t);
		if (t->question == SIZE_MAX || t->answer == SIZE_MAX ||
			t->respondent == SIZE_MAX)
			return complain_columns(t, err);
	}
	if (t->respondent == SIZE_MAX)
		sg_notes_add(t->in->notes, SG_WARNING, t->path, row->line, 0,
			_("no column names the respondents; rows are numbered"));
	return 0;
}

/* The row's cells with their columns; fields beyond the header get a column that
 * stays unassigned, so that nothing is dropped. */
static void collect_cells(
	struct table *t, const struct sg_row *row, struct sg_column *extra)
{
	t->cells.n = 0;
	for (size_t i = 0; i < t->columns.n; i++)
		SG_PUSH(&t->cells,
			(struct sg_cell){&t->columns.v[i],
				i < row->n ? row->v[i] : (struct sg_str){"", 0},
				row->line});
	for (size_t i = t->columns.n; i < row->n; i++)
		if (sg_str_trim(row->v[i]).n)
			SG_PUSH(&t->cells,
				(struct sg_cell){extra, row->v[i], row->line});
	if (row->n == t->columns.n || ++t->ragged > RAGGED_MAX)
		return;
	sg_notes_add(t->in->notes, SG_WARNING, t->path, row->line, 0,
		_("row has %zu fields, the header %zu"), row->n, t->columns.n);
}

static struct sg_str cell_of(const struct table *t, size_t column)
{
	return column == SIZE_MAX ? (struct sg_str){"", 0}
				  : sg_str_trim(t->cells.v[column].value);
}

static int emit_wide(struct table *t, const struct sg_row *row, struct sg_error *err)
{
	struct sg_record r = {.path = t->path,
		.reader = t->reader,
		.encoding = t->encoding,
		.respondent = cell_of(t, t->respondent),
		.line = row->line,
		.cells = t->cells.v,
		.ncells = t->cells.n};

	if (t->respondent != SIZE_MAX && r.respondent.n == 0)
		sg_notes_add(t->in->notes, SG_WARNING, t->path, row->line, 0,
			_("row names no respondent; it gets a number"));
	return sg_record_emit(t->in, &t->draft, &r, err);
}

static int emit_attributes(
	struct table *t, const struct sg_row *row, struct sg_error *err)
{
	struct sg_draft *d = &t->draft;

	sg_draft_reset(d);
	d->doc.path = sg_str_of(t->path);
	d->doc.name = t->in->name;
	d->doc.reader = t->reader;
	d->doc.encoding = t->encoding;
	d->doc.body = (struct sg_str){"", 0};
	d->doc.respondent = cell_of(t, t->respondent);
	if (d->doc.respondent.n == 0) {
		sg_notes_add(t->in->notes, SG_WARNING, t->path, row->line, 0,
			_("row names no respondent; left out"));
		return 0;
	}
	if (sg_seen_add(&t->in->respondents, d->doc.respondent))
		sg_notes_add(t->in->notes, SG_WARNING, t->path, row->line, 0,
			_("respondent '%.*s' has another row above"),
			SG_ARG(d->doc.respondent));
	for (size_t i = 0; i < t->cells.n; i++)
		if (t->cells.v[i].column->role == SG_ROLE_ATTRIBUTE)
			sg_draft_attribute(
				d, t->cells.v[i].column->name, t->cells.v[i].value);
	d->doc.attributes = d->attributes.v;
	d->doc.nattributes = d->attributes.n;
	t->in->report->documents++;
	int rc = t->in->sink(t->in->ctx, &d->doc, err);
	t->in->stopped = rc != 0;
	return rc;
}

static void keep_long(struct table *t, const struct sg_row *row)
{
	struct long_row kept = {.line = row->line, .order = t->kept.n};
	struct sg_str name = cell_of(t, t->question);
	bool unknown;

	kept.respondent = sg_arena_str(&t->arena, cell_of(t, t->respondent));
	if (kept.respondent.n == 0)
		sg_notes_add(t->in->notes, SG_WARNING, t->path, row->line, 0,
			_("row names no respondent; it gets a number"));
	kept.answer = sg_arena_str(&t->arena, cell_of(t, t->answer));
	kept.column = sg_arena_alloc(&t->arena, sizeof *kept.column);
	kept.column->label = sg_column_question(
		t->in->options->questionnaire, name, &t->arena, &unknown);
	kept.column->name = sg_arena_str(&t->arena, name);
	kept.column->role = kept.column->label.n ? SG_ROLE_ANSWER : SG_ROLE_UNASSIGNED;
	kept.cells = sg_arena_array(&t->arena, t->cells.n, sizeof *kept.cells);
	for (size_t i = 0; i < t->cells.n; i++) {
		struct sg_cell c = t->cells.v[i];
		if (i == t->respondent || i == t->question || i == t->answer)
			continue;
		c.value = sg_arena_str(&t->arena, c.value);
		kept.cells[kept.ncells++] = c;
	}
	SG_PUSH(&t->kept, kept);
}

static int by_respondent(const void *a, const void *b)
{
	const struct long_row *x = a, *y = b;
	int c = sg_str_cmp(x->respondent, y->respondent);

	return c ? c : (x->order > y->order) - (x->order < y->order);
}

struct group {
	size_t first, stop; /* of the sorted rows */
	size_t order;
};

static int by_order(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	return (x->order > y->order) - (x->order < y->order);
}

/* Attributes of a respondent are those of the first row; a row that says otherwise is
 * named. */
static void check_same(
	struct table *t, const struct long_row *a, const struct long_row *b)
{
	for (size_t i = 0; i < a->ncells && i < b->ncells; i++)
		if (b->cells[i].value.n && a->cells[i].value.n &&
			!sg_str_eq(a->cells[i].value, b->cells[i].value) &&
			!a->cells[i].column->warned) {
			a->cells[i].column->warned = true;
			sg_notes_add(t->in->notes, SG_WARNING, t->path, b->line, 0,
				_("'%.*s' of '%.*s' is not what line %u says; that "
				  "stays"),
				SG_ARG(a->cells[i].column->name), SG_ARG(a->respondent),
				a->line);
		}
}

static int emit_group(struct table *t, const struct group *g, struct sg_error *err)
{
	const struct long_row *first = &t->kept.v[g->first];

	t->cells.n = 0;
	for (size_t i = 0; i < first->ncells; i++)
		SG_PUSH(&t->cells, first->cells[i]);
	for (size_t i = g->first; i < g->stop; i++) {
		const struct long_row *row = &t->kept.v[i];
		check_same(t, first, row);
		SG_PUSH(&t->cells,
			(struct sg_cell){row->column, row->answer, row->line});
	}
	struct sg_record r = {.path = t->path,
		.reader = t->reader,
		.encoding = t->encoding,
		.respondent = first->respondent,
		.line = first->line,
		.cells = t->cells.v,
		.ncells = t->cells.n};
	return sg_record_emit(t->in, &t->draft, &r, err);
}

static int emit_long(struct table *t, struct sg_error *err)
{
	SG_VEC(struct group) groups = {NULL, 0, 0};
	int rc = 0;

	if (t->kept.n)
		qsort(t->kept.v, t->kept.n, sizeof *t->kept.v, by_respondent);
	for (size_t i = 0; i < t->kept.n; i++) {
		if (i == 0 || t->kept.v[i].respondent.n == 0 ||
			!sg_str_eq(
				t->kept.v[i].respondent, t->kept.v[i - 1].respondent))
			SG_PUSH(&groups, (struct group){i, i, t->kept.v[i].order});
		groups.v[groups.n - 1].stop = i + 1;
	}
	if (groups.n)
		qsort(groups.v, groups.n, sizeof *groups.v, by_order);
	for (size_t i = 0; i < groups.n && rc == 0; i++)
		rc = emit_group(t, &groups.v[i], err);
	free(groups.v);
	return rc;
}

static int on_row(void *ctx, const struct sg_row *row, struct sg_error *err)
{
	struct table *t = ctx;
	struct sg_column extra = {
		.name = SG_STR("+"), .role = SG_ROLE_UNASSIGNED, .warned = true};

	if (t->columns.n == 0)
		return read_header(t, row, err);
	t->rows++;
	if (t->left_out)
		return 0;
	collect_cells(t, row, &extra);
	if (t->attributes_only)
		return emit_attributes(t, row, err);
	if (t->question == SIZE_MAX)
		return emit_wide(t, row, err);
	t->cells.n = t->columns.n; /* long rows keep their own columns only */
	keep_long(t, row);
	return 0;
}

static int pass(void *ctx, const struct sg_row *row, struct sg_error *err)
{
	(void)ctx;
	(void)row;
	(void)err;
	return 0;
}

/* The rows of delimited text. */
static int read_text(struct table *t, struct sg_str bytes, struct sg_error *err)
{
	struct sg_buf text;

	sg_buf_init(&text);
	t->reader = "table";
	int rc = sg_intake_decode(t->in, t->path, bytes, &text, &t->encoding, err);
	/* a first pass over the quotation marks, so that a broken table gives nothing
	 * rather than its beginning */
	if (rc == 0)
		rc = sg_csv_read(sg_buf_str(&text), t->path, 0, true, pass, NULL, err);
	if (rc == 0)
		rc = sg_csv_read(sg_buf_str(&text), t->path, 0, true, on_row, t, err);
	sg_buf_release(&text);
	return rc;
}

/* The rows of a sheet. */
static int read_workbook(struct table *t, struct sg_str bytes, struct sg_error *err)
{
	struct sg_workbook book;

	t->reader = "xlsx";
	t->encoding = "UTF-8";
	int rc = sg_xlsx_read_bytes(&book, bytes, t->path, err);
	if (rc < 0)
		return rc;
	const struct sg_sheet *sheet = sg_sheet_choose(
		&book, t->in->options->sheet, t->path, t->in->notes, err);
	rc = sheet ? sg_sheet_rows(sheet, t->path, t->in->notes, on_row, t, err)
		   : (int)err->code;
	sg_workbook_release(&book);
	return rc;
}

static int read_bytes(struct sg_intake *in, const char *path, struct sg_str bytes,
	bool attributes_only, struct sg_error *err)
{
	struct table t = {.in = in,
		.path = path,
		.respondent = SIZE_MAX,
		.question = SIZE_MAX,
		.answer = SIZE_MAX,
		.attributes_only = attributes_only};

	sg_arena_init(&t.arena);
	sg_draft_init(&t.draft);
	int rc = sg_is_workbook(bytes) ? read_workbook(&t, bytes, err)
				       : read_text(&t, bytes, err);
	if (rc == 0 && t.rows == 0 && !t.left_out)
		rc = sg_error_at(
			err, SG_EINPUT, path, 0, 0, _("no rows under the header"));
	if (t.ragged > RAGGED_MAX)
		sg_notes_add(in->notes, SG_WARNING, path, 0, 0,
			_("%zu more rows have not as many fields as the header"),
			t.ragged - RAGGED_MAX);
	if (rc == 0)
		rc = emit_long(&t, err);
	free(t.kept.v);
	free(t.cells.v);
	free(t.columns.v);
	sg_draft_release(&t.draft);
	sg_arena_release(&t.arena);
	return rc;
}

int sg_table_read_bytes(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_error *err)
{
	return read_bytes(in, path, bytes, false, err);
}

static int read_path(struct sg_intake *in, const char *path, bool attributes_only,
	struct sg_error *err)
{
	struct sg_buf bytes;

	sg_buf_init(&bytes);
	int rc = sg_file_read(path, SG_TEXT_CAP, &bytes, err);
	if (rc == 0)
		rc = read_bytes(in, path, sg_buf_str(&bytes), attributes_only, err);
	sg_buf_release(&bytes);
	return rc;
}

int sg_table_read(struct sg_intake *in, const char *path, struct sg_error *err)
{
	return read_path(in, path, false, err);
}

int sg_table_read_attributes(
	struct sg_intake *in, const char *path, struct sg_error *err)
{
	return read_path(in, path, true, err);
}
