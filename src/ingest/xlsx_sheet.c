/* xlsx_sheet.c - the cells of one sheet as a stream, then as a table of texts. */
#include "config.h"

#include <string.h>

#include "ingest/xlsx_parts.h"

enum type { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_BOOLEAN };

struct reading {
	struct sg_xlsx_parts *x;
	struct sg_sheet *out;
	struct sg_part part;
	uint32_t row, col; /* 1-based, of the cell in hand */
	enum type type;
	size_t style;
	bool in_cell, in_value;
	bool formula, value;   /* of the cell in hand: <f> and <v> were there */
	struct sg_arena small; /* attributes of one cell */
};

/* "BC12" to 1-based row and column; false when it is none. */
static bool parse_ref(struct sg_str ref, uint32_t *row, uint32_t *col)
{
	uint64_t r;
	uint32_t c = 0;
	size_t i = 0;

	for (; i < ref.n && ref.p[i] >= 'A' && ref.p[i] <= 'Z' && i < 3; i++)
		c = c * 26 + (uint32_t)(ref.p[i] - 'A') + 1;
	if (c == 0 || c > SG_XLSX_COLUMNS ||
		!sg_str_uint(sg_str_skip(ref, i), SG_XLSX_ROWS, &r) || r == 0)
		return false;
	*row = (uint32_t)r;
	*col = c;
	return true;
}

static int bad_ref(struct reading *r, struct sg_str ref)
{
	return sg_error_at(r->x->err, SG_EINPUT, r->x->path, 0, 0,
		_("'%s' in it has a cell at '%.*s'"), r->part.name, SG_ARG(ref));
}

static enum type type_of(struct sg_str t)
{
	if (sg_str_eqz(t, "s"))
		return TYPE_SHARED;
	if (sg_str_eqz(t, "b"))
		return TYPE_BOOLEAN;
	/* inlineStr, str (of a formula), d (a date in ISO form), e (an error) */
	return t.n == 0 || sg_str_eqz(t, "n") ? TYPE_NUMBER : TYPE_TEXT;
}

static int begin_row(struct reading *r)
{
	struct sg_str at = sg_part_attribute(&r->part, "r", &r->small);
	uint64_t row = (uint64_t)r->row + 1;

	if ((at.n && !sg_str_uint(at, SG_XLSX_ROWS, &row)) || row == 0 ||
		row > SG_XLSX_ROWS)
		return bad_ref(r, at);
	r->row = (uint32_t)row;
	r->col = 0;
	return 0;
}

static int begin_cell(struct reading *r)
{
	struct sg_str at = sg_part_attribute(&r->part, "r", &r->small);
	uint64_t style = 0;

	r->col++;
	if (at.n && !parse_ref(at, &r->row, &r->col))
		return bad_ref(r, at);
	if (r->row == 0 || r->col > SG_XLSX_COLUMNS)
		return bad_ref(r, at);
	r->type = type_of(sg_part_attribute(&r->part, "t", &r->small));
	sg_str_uint(sg_part_attribute(&r->part, "s", &r->small), UINT32_MAX, &style);
	r->style = (size_t)style;
	r->in_cell = true;
	r->formula = r->value = false;
	r->x->phonetic = 0;
	sg_buf_reset(&r->x->raw);
	return 0;
}

static struct sg_str cell_text(struct reading *r)
{
	static const struct sg_number_style plain = {.kind = SG_NUMBER_PLAIN};
	struct sg_xlsx_parts *x = r->x;
	struct sg_str raw = sg_buf_str(&x->raw);
	struct sg_buf shown;
	uint64_t at;

	switch (r->type) {
	case TYPE_TEXT: return sg_xlsx_stored(x, raw);
	case TYPE_BOOLEAN:
		if (sg_str_eqz(raw, "1"))
			return SG_STR("TRUE");
		return sg_str_eqz(raw, "0") ? SG_STR("FALSE") : sg_xlsx_stored(x, raw);
	case TYPE_SHARED:
		if (sg_str_uint(sg_str_trim(raw), UINT32_MAX, &at) && at < x->strings.n)
			return x->strings.v[at];
		return (struct sg_str){"", 0};
	case TYPE_NUMBER: break;
	}
	raw = sg_str_trim(raw);
	if (raw.n == 0)
		return (struct sg_str){"", 0};
	sg_buf_init(&shown);
	sg_number_show(r->style < x->styles.n ? &x->styles.v[r->style] : &plain,
		x->from_1904, raw, &shown);
	struct sg_str text = sg_xlsx_stored(x, sg_buf_str(&shown));
	sg_buf_release(&shown);
	return text;
}

static int end_cell(struct reading *r)
{
	struct sg_xlsx_parts *x = r->x;
	struct sg_str raw = sg_buf_str(&x->raw);
	uint64_t at;

	r->in_cell = false;
	if (r->type == TYPE_SHARED && raw.n &&
		(!sg_str_uint(sg_str_trim(raw), UINT32_MAX, &at) || at >= x->strings.n))
		return sg_error_at(x->err, SG_EINPUT, x->path, 0, 0,
			_("'%s' in it has a cell whose text is missing, row %u"),
			r->part.name, r->row);
	struct sg_str text = cell_text(r);
	if (text.n == 0)
		return 0;
	if (x->cells.n == SG_XLSX_CELLS)
		return sg_error_at(x->err, SG_ETOOBIG, x->path, 0, 0,
			_("more than %d cells in a sheet"), SG_XLSX_CELLS);
	struct sg_xlsx_cell cell = {r->row - 1, r->col - 1, text};
	SG_PUSH(&x->cells, cell);
	return 0;
}

static int add_merge(struct reading *r)
{
	struct sg_str ref = sg_part_attribute(&r->part, "ref", &r->small), first;
	uint32_t row, col, last_row, last_col;

	if (!sg_str_split(&ref, ':', &first) || !parse_ref(first, &row, &col) ||
		!parse_ref(ref, &last_row, &last_col) || last_row < row ||
		last_col < col)
		return 0; /* only looks depend on it */
	struct sg_merge m = {row - 1, col - 1, last_row - row + 1, last_col - col + 1};
	SG_PUSH(&r->x->merges, m);
	return 0;
}

static int on_node(struct reading *r)
{
	struct sg_part *part = &r->part;
	int rc = 0;

	if (xmlTextReaderNodeType(part->xml) == XML_READER_TYPE_ELEMENT &&
		!r->in_cell) {
		sg_arena_release(&r->small);
		sg_arena_init(&r->small);
	}
	if (sg_part_starts(part, "row"))
		rc = begin_row(r);
	else if (sg_part_starts(part, "c"))
		rc = begin_cell(r);
	else if (sg_part_starts(part, "mergeCell"))
		rc = add_merge(r);
	if (rc < 0 || !r->in_cell)
		return rc;
	r->formula |= sg_part_starts(part, "f");
	if (sg_part_starts(part, "v") || sg_part_starts(part, "t"))
		r->in_value = r->value = true;
	if (r->in_value || sg_part_starts(part, "rPh") || sg_part_ends(part, "rPh"))
		sg_xlsx_append(part, &r->x->phonetic, &r->x->raw);
	if (sg_part_ends(part, "v") || sg_part_ends(part, "t"))
		r->in_value = false;
	if (!sg_part_ends(part, "c"))
		return 0;
	r->out->uncomputed += r->formula && !r->value;
	return end_cell(r);
}

/* Covered cells show nothing, whatever they hold. */
static void blank_covered(struct sg_str *cells, const struct sg_sheet *s)
{
	size_t left = s->nrows * s->ncols; /* merges that overlap are no merges */

	for (size_t i = 0; i < s->nmerges; i++) {
		const struct sg_merge *m = &s->merges[i];
		size_t area = (size_t)m->rows * m->cols;
		if (area > left)
			return;
		left -= area;
		for (size_t row = 0; row < m->rows; row++)
			for (size_t col = row == 0; col < m->cols; col++)
				cells[(m->row + row) * s->ncols + m->col + col] =
					(struct sg_str){"", 0};
	}
}

static void keep_merges(struct sg_xlsx_parts *x, struct sg_sheet *s)
{
	struct sg_merge *kept = sg_arena_array(x->arena, x->merges.n + 1, sizeof *kept);

	for (size_t i = 0; i < x->merges.n; i++) {
		struct sg_merge m = x->merges.v[i];
		if (m.row >= s->nrows || m.col >= s->ncols)
			continue;
		if (m.rows > s->nrows - m.row)
			m.rows = (uint32_t)s->nrows - m.row;
		if (m.cols > s->ncols - m.col)
			m.cols = (uint32_t)s->ncols - m.col;
		kept[s->nmerges++] = m;
	}
	s->merges = kept;
}

static int lay_out(struct sg_xlsx_parts *x, struct sg_sheet *out)
{
	for (size_t i = 0; i < x->cells.n; i++) {
		if (x->cells.v[i].row >= out->nrows)
			out->nrows = x->cells.v[i].row + (size_t)1;
		if (x->cells.v[i].col >= out->ncols)
			out->ncols = x->cells.v[i].col + (size_t)1;
	}
	if (out->nrows && out->ncols > (SG_XLSX_CELLS - x->laid_out) / out->nrows)
		return sg_error_at(x->err, SG_ETOOBIG, x->path, 0, 0,
			_("sheet '%.*s' reaches over %zu rows and %zu columns; delete "
			  "the stray cells far out"),
			SG_ARG(out->name), out->nrows, out->ncols);
	struct sg_str *cells =
		sg_arena_array(x->arena, out->nrows * out->ncols + 1, sizeof *cells);
	x->laid_out += out->nrows * out->ncols;
	for (size_t i = 0; i < out->nrows * out->ncols; i++)
		cells[i].p = "";
	for (size_t i = 0; i < x->cells.n; i++)
		cells[x->cells.v[i].row * out->ncols + x->cells.v[i].col] =
			x->cells.v[i].text;
	keep_merges(x, out);
	blank_covered(cells, out);
	out->cells = cells;
	return 0;
}

int sg_xlsx_read_sheet(struct sg_xlsx_parts *x, const char *part, struct sg_sheet *out)
{
	struct reading r = {.x = x, .out = out};

	x->cells.n = 0;
	x->merges.n = 0;
	int rc = sg_part_open(&r.part, x->package, part, x->err);
	if (rc < 0)
		return rc;
	sg_arena_init(&r.small);
	while ((rc = sg_part_next(&r.part)) > 0) {
		rc = on_node(&r);
		if (rc < 0)
			break;
	}
	sg_arena_release(&r.small);
	sg_part_close(&r.part);
	return rc < 0 ? rc : lay_out(x, out);
}
