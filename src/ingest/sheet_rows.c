/* sheet_rows.c - see sheet_rows.h. */
#include "config.h"

#include "ingest/sheet_rows.h"

#include <stdlib.h>
#include <string.h>

bool sg_is_workbook(struct sg_str bytes)
{
	return sg_str_starts(bytes, SG_STR("PK\x03\x04")) ||
	       sg_str_starts(bytes, SG_STR("\xD0\xCF\x11\xE0"));
}

static void list_names(const struct sg_workbook *book, const struct sg_sheet *except,
	struct sg_buf *out)
{
	for (size_t i = 0; i < book->n && out->n < 300; i++)
		if (&book->v[i] != except)
			sg_buf_printf(out, "%s'%.*s'", out->n ? ", " : "",
				SG_ARG(book->v[i].name));
}

static const struct sg_sheet *first_filled(const struct sg_workbook *book)
{
	for (size_t i = 0; i < book->n; i++)
		if (!book->v[i].hidden && book->v[i].nrows)
			return &book->v[i];
	return NULL;
}

const struct sg_sheet *sg_sheet_choose(const struct sg_workbook *book, const char *wish,
	const char *path, struct sg_notes *notes, struct sg_error *err)
{
	const struct sg_sheet *sheet =
		wish ? sg_workbook_find(book, sg_str_of(wish)) : first_filled(book);
	size_t filled = 0;
	struct sg_buf names;

	sg_buf_init(&names);
	list_names(book, sheet, &names);
	for (size_t i = 0; i < book->n; i++)
		filled += !book->v[i].hidden && book->v[i].nrows > 0;
	if (!sheet && wish)
		sg_error_at(err, SG_ENOTFOUND, path, 0, 0,
			_("there is no sheet '%s' (sheets: %s)"), wish,
			sg_buf_z(&names));
	else if (!sheet)
		sg_error_at(err, SG_EINPUT, path, 0, 0, _("file holds no text"));
	else if (!wish && filled > 1)
		sg_notes_add(notes, SG_WARNING, path, 0, 0,
			_("sheet '%.*s' is read; not read: %s (--sheet chooses one)"),
			SG_ARG(sheet->name), sg_buf_z(&names));
	if (sheet && sheet->uncomputed)
		sg_notes_add(notes, SG_WARNING, path, 0, 0,
			_("%zu formulas have no value in the file and read as empty: "
			  "open and save it in Excel"),
			sheet->uncomputed);
	sg_buf_release(&names);
	return sheet;
}

static size_t filled_cells(const struct sg_sheet *s, size_t row)
{
	size_t n = 0;

	for (size_t col = 0; col < s->ncols; col++)
		n += sg_str_trim(sg_sheet_cell(s, row, col)).n > 0;
	return n;
}

/* Row numbers of the cells that give their text to each cell of a row: the row itself,
 * or the first of the merge that covers it. */
struct origins {
	const struct sg_sheet *sheet;
	struct sg_merge *merges; /* over several rows, by first row */
	size_t n;
	uint32_t *row, *until; /* by column */
	size_t next;
};

static int by_row(const void *a, const void *b)
{
	const struct sg_merge *x = a, *y = b;

	return (x->row > y->row) - (x->row < y->row);
}

static void origins_init(struct origins *o, const struct sg_sheet *sheet)
{
	memset(o, 0, sizeof *o);
	o->sheet = sheet;
	o->merges = sg_alloc(sheet->nmerges + 1, sizeof *o->merges);
	o->row = sg_zalloc(sheet->ncols + 1, sizeof *o->row);
	o->until = sg_zalloc(sheet->ncols + 1, sizeof *o->until);
	for (size_t i = 0; i < sheet->nmerges; i++)
		if (sheet->merges[i].rows > 1)
			o->merges[o->n++] = sheet->merges[i];
	if (o->n)
		qsort(o->merges, o->n, sizeof *o->merges, by_row);
}

static void origins_release(struct origins *o)
{
	free(o->merges);
	free(o->row);
	free(o->until);
}

static void origins_enter(struct origins *o, size_t row)
{
	for (; o->next < o->n && o->merges[o->next].row <= row; o->next++) {
		const struct sg_merge *m = &o->merges[o->next];
		o->row[m->col] = m->row;
		o->until[m->col] = m->row + m->rows;
	}
}

static struct sg_str cell_of(const struct origins *o, size_t row, size_t col)
{
	return sg_sheet_cell(o->sheet, row < o->until[col] ? o->row[col] : row, col);
}

int sg_sheet_rows(const struct sg_sheet *s, const char *path, struct sg_notes *notes,
	int (*fn)(void *ctx, const struct sg_row *row, struct sg_error *err), void *ctx,
	struct sg_error *err)
{
	struct sg_str *fields = sg_zalloc(s->ncols + 1, sizeof *fields);
	struct origins o;
	bool header = false;
	int rc = 0;

	origins_init(&o, s);
	for (size_t row = 0; row < s->nrows && rc == 0; row++) {
		size_t filled = filled_cells(s, row);
		origins_enter(&o, row);
		if (filled == 0)
			continue;
		uint32_t line = (uint32_t)row + 1;
		if (!header && filled == 1 && s->ncols > 1 && row + 1 < s->nrows) {
			sg_notes_add(notes, SG_NOTE, path, line, 0,
				_("a line with one cell above the header: taken as a "
				  "title, not read"));
			continue;
		}
		header = true;
		for (size_t col = 0; col < s->ncols; col++)
			fields[col] = cell_of(&o, row, col);
		rc = fn(ctx, &(struct sg_row){fields, s->ncols, line}, err);
	}
	origins_release(&o);
	free(fields);
	return rc;
}
