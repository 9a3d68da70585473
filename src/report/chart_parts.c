/* chart_parts.c - see chart_parts.h. */
#include "config.h"

#include "report/chart_parts.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/number.h"
#include "report/cells.h"

enum { TEXT_SIZE = 12, NOTE_SIZE = 10 };

struct sg_str sg_chart_code_label(const struct sg_table *t, size_t row)
{
	size_t k = sg_table_find(t, "code");

	return k == SIZE_MAX ? SG_STR("") : sg_table_cell(t, row, k)->text;
}

/* Paragraphs below each other from d->y on. */
static void paragraph(
	struct sg_chart_drawing *d, struct sg_str text, double size, bool bold)
{
	struct sg_str *lines;

	d->svg.size = size;
	size_t n = sg_svg_lines(&d->svg, text, d->width - 2 * SG_CHART_PAD, &lines);
	for (size_t i = 0; i < n; i++) {
		d->y += size * SG_CHART_LINE;
		sg_buf_printf(&d->body, "<g font-size=\"%d\">", (int)size);
		sg_svg_text(&d->svg, SG_CHART_PAD, d->y, SG_ANCHOR_START, bold, NULL,
			lines[i]);
		sg_buf_addz(&d->body, "</g>\n");
	}
	d->svg.size = TEXT_SIZE;
}

void sg_chart_begin(struct sg_chart_drawing *d, const struct sg_table *t,
	const struct sg_chart_options *o)
{
	*d = (struct sg_chart_drawing){.t = t,
		.o = o,
		.width = o->width > 0 ? o->width : SG_CHART_WIDTH,
		.y = SG_CHART_PAD / 2.0};
	sg_arena_init(&d->arena);
	sg_buf_init(&d->body);
	d->svg = (struct sg_svg){&d->body, &d->arena, TEXT_SIZE};
	if (o->links)
		return;
	paragraph(d, t->caption, TEXT_SIZE + 2, true);
	d->y += SG_CHART_PAD;
}

bool sg_chart_link(struct sg_chart_drawing *d, size_t row, size_t column)
{
	const struct sg_chart_links *l = d->o->links;

	return l && l->open(l->ctx, row, column, &d->body);
}

bool sg_chart_name_link(struct sg_chart_drawing *d, size_t column)
{
	const struct sg_chart_links *l = d->o->links;

	return l && l->open_name(l->ctx, column, &d->body);
}

void sg_chart_unlink(struct sg_chart_drawing *d, bool linked)
{
	if (linked)
		sg_buf_addz(&d->body, "</a>\n");
}

void sg_chart_row(struct sg_chart_drawing *d, struct sg_str code, double height)
{
	const struct sg_chart_links *l = d->o->links;

	if (!l)
		return;
	sg_buf_addz(&d->body, "<g class=\"row\"");
	sg_svg_attribute(&d->svg, "data-h", height);
	l->code(l->ctx, code, SG_STR(""), &d->body);
	sg_buf_addz(&d->body, ">\n");
}

void sg_chart_part_of(
	struct sg_chart_drawing *d, struct sg_str code, struct sg_str other)
{
	const struct sg_chart_links *l = d->o->links;

	if (!l)
		return;
	sg_buf_addz(&d->body, "<g");
	l->code(l->ctx, code, other, &d->body);
	sg_buf_addz(&d->body, ">\n");
}

bool sg_chart_column_part(struct sg_chart_drawing *d, size_t column)
{
	const struct sg_chart_links *l = d->o->links;

	return l && l->column(l->ctx, column, &d->body);
}

void sg_chart_part(struct sg_chart_drawing *d, const char *name)
{
	if (d->o->links)
		sg_buf_printf(&d->body, "<g class=\"%s\">\n", name);
}

void sg_chart_part_end(struct sg_chart_drawing *d)
{
	if (d->o->links)
		sg_buf_addz(&d->body, "</g>\n");
}

/* The first note has the word for it before it. */
static void note(struct sg_chart_drawing *d, struct sg_str text, bool *first)
{
	const struct sg_write_options w = {.english = d->o->english};

	paragraph(d,
		sg_arena_printf(&d->arena, "%s%.*s",
			*first ? sg_word(SG_WORD_NOTE, &w) : "", SG_ARG(text)),
		NOTE_SIZE, false);
	*first = false;
}

static void notes(struct sg_chart_drawing *d)
{
	const struct sg_write_options w = {.english = d->o->english};
	bool first = true;

	d->y += SG_CHART_PAD;
	if (d->left_out.n)
		note(d, d->left_out, &first);
	for (size_t i = 0; i < d->t->nnotes; i++)
		note(d, d->t->notes[i].text, &first);
	if (d->t->source.n)
		paragraph(d,
			sg_arena_printf(&d->arena, "%s%.*s",
				sg_word(SG_WORD_SOURCE, &w), SG_ARG(d->t->source)),
			NOTE_SIZE, false);
}

/* In a page only what the figure leaves out: the page has the notes of the table. */
static void notes_inside(struct sg_chart_drawing *d)
{
	bool first = false; /* the page's notes begin with the word */

	if (d->left_out.n == 0)
		return;
	d->y += SG_CHART_PAD;
	sg_chart_part(d, "foot");
	note(d, d->left_out, &first);
	sg_chart_part_end(d);
}

static const char *attributes(struct sg_chart_drawing *d, struct sg_buf *b)
{
	struct sg_svg svg = {b, &d->arena, TEXT_SIZE};

	if (!d->o->links)
		return NULL;
	sg_buf_printf(b, " data-figure=\"%s\"", d->o->links->figure);
	if (d->step > 0) {
		sg_svg_attribute(&svg, "data-span", d->span);
		sg_svg_attribute(&svg, "data-most", d->most);
		sg_svg_attribute(&svg, "data-step", d->step);
	}
	return sg_arena_str(&d->arena, sg_buf_str(b)).p;
}

void sg_chart_end(struct sg_chart_drawing *d, struct sg_buf *out)
{
	struct sg_buf b;

	sg_buf_init(&b);
	if (d->o->links)
		notes_inside(d);
	else
		notes(d);
	struct sg_svg svg = {out, &d->arena, TEXT_SIZE};
	sg_svg_open(&svg, ceil(d->width), ceil(d->y + SG_CHART_PAD), d->t->caption,
		d->t->lead, attributes(d, &b));
	sg_buf_add(out, sg_buf_str(&d->body));
	sg_svg_close(&svg);
	sg_buf_release(&b);
	sg_buf_release(&d->body);
	sg_arena_release(&d->arena);
}

void sg_chart_labels_init(struct sg_chart_drawing *d, size_t column, double most,
	struct sg_chart_labels *out)
{
	const struct sg_table *t = d->t;

	*out = (struct sg_chart_labels){.width = 0};
	out->lines = sg_arena_array(&d->arena, t->nrows, sizeof *out->lines);
	out->n = sg_arena_array(&d->arena, t->nrows, sizeof *out->n);
	for (size_t r = 0; r < t->nrows; r++) {
		out->n[r] = sg_svg_lines(&d->svg, sg_table_cell(t, r, column)->text,
			most, &out->lines[r]);
		for (size_t i = 0; i < out->n[r]; i++) {
			double w = sg_svg_width(&d->svg, out->lines[r][i]);
			out->width = w > out->width ? w : out->width;
		}
	}
}

double sg_chart_label_height(
	const struct sg_chart_drawing *d, const struct sg_chart_labels *l, size_t row)
{
	return (double)l->n[row] * d->svg.size * SG_CHART_LINE;
}

void sg_chart_label(struct sg_chart_drawing *d, const struct sg_chart_labels *l,
	size_t row, double x, double y)
{
	double line = d->svg.size * SG_CHART_LINE;
	double top = y - (double)l->n[row] * line / 2;

	for (size_t i = 0; i < l->n[row]; i++)
		sg_svg_text(&d->svg, x, top + line * ((double)i + 0.78), SG_ANCHOR_END,
			false, NULL, l->lines[row][i]);
}

struct sg_str sg_chart_number(struct sg_chart_drawing *d, const struct sg_cell *cell)
{
	const struct sg_write_options w = {.english = d->o->english};
	struct sg_buf b;

	sg_buf_init(&b);
	sg_cell_number(cell, &w, &b);
	struct sg_str s = sg_arena_str(&d->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

size_t sg_chart_code_find(
	const struct sg_chart_code *codes, size_t n, struct sg_str code)
{
	size_t i = 0;

	while (i < n && !sg_str_eq(codes[i].code, code))
		i++;
	return i;
}

static int by_code(const void *a, const void *b)
{
	return sg_str_cmp(((const struct sg_chart_code *)a)->code,
		((const struct sg_chart_code *)b)->code);
}

/* Says how many of the codes are drawn, and how many pairs lie between them. */
static void leave_out(struct sg_chart_drawing *d, const struct sg_chart_code *codes,
	size_t drawn, size_t all)
{
	const struct sg_table *t = d->t;
	size_t a = sg_table_find(t, "code1"), b = sg_table_find(t, "code2"), pairs = 0;

	for (size_t r = 0; r < t->nrows; r++)
		pairs += sg_chart_code_find(
				 codes, drawn, sg_table_cell(t, r, a)->text) < drawn &&
			 sg_chart_code_find(
				 codes, drawn, sg_table_cell(t, r, b)->text) < drawn;
	struct sg_str args[] = {sg_count_str(&d->arena, drawn),
		sg_count_str(&d->arena, all), sg_count_str(&d->arena, pairs)};
	d->left_out = sg_fill(
		&d->arena, sg_label(SG_NOTE_CHART_CODES, d->o->english), args, 3);
	if (d->o->notes)
		sg_notes_add(d->o->notes, SG_WARNING, NULL, 0, 0,
			_("the figure has %zu of %zu codes, those of the strongest "
			  "pairs"),
			drawn, all);
}

size_t sg_chart_codes(
	struct sg_chart_drawing *d, size_t most, struct sg_chart_code **out)
{
	static const char *const keys[2][3] = {
		{"code1", "name1", "n1"}, {"code2", "name2", "n2"}};
	const struct sg_table *t = d->t;
	struct sg_chart_code *v = sg_arena_array(&d->arena, 2 * t->nrows, sizeof *v);
	size_t n = 0;

	for (size_t r = 0; r < t->nrows; r++)
		for (int side = 0; side < 2; side++) {
			const struct sg_cell *cells[3];
			for (int k = 0; k < 3; k++)
				cells[k] = sg_table_cell(
					t, r, sg_table_find(t, keys[side][k]));
			if (sg_chart_code_find(v, n, cells[0]->text) == n)
				v[n++] = (struct sg_chart_code){cells[0]->text,
					cells[1]->text, cells[2]->number, r,
					sg_table_find(t, keys[side][2])};
		}
	if (n > most) {
		leave_out(d, v, most, n);
		n = most;
	}
	if (n > 1)
		qsort(v, n, sizeof *v, by_code);
	*out = v;
	return n;
}
