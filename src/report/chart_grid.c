/* chart_grid.c - numbers in shaded squares: codes by respondents, by questions, or with
 * each other. The number stands in each square, so that the shade only helps. */
#include "config.h"

#include "report/chart_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { COLUMNS_MAX = 400, CELL_MIN = 18, CELL_MAX = 46, CODES_MAX = 24 };

struct place {
	size_t row, column;
};

struct grid {
	struct sg_chart_drawing d;
	size_t nrows, ncolumns;
	struct sg_str *columns;        /* names */
	struct sg_str *codes;          /* of rows */
	struct place *cells;           /* of the table; nrows × ncolumns */
	bool pairs;                    /* columns are codes, not those of the table */
	struct sg_chart_labels labels; /* of rows */
	double *values;                /* nrows × ncolumns; NAN: no square */
	double *scale; /* what full shade is, by column; or one for all */
};

/* Around what stands in a column of the table that a page moves. */
static bool begin_column(struct grid *g, size_t k)
{
	return !g->pairs && sg_chart_column_part(&g->d, g->cells[k].column);
}

static void end_column(struct grid *g, bool part)
{
	if (part)
		sg_chart_part_end(&g->d);
}

/* Column names turned upwards; returns the height they take. */
static double head_height(const struct grid *g, double turned)
{
	double most = 0;

	for (size_t k = 0; k < g->ncolumns; k++)
		most = fmax(most, sg_svg_width(&g->d.svg, g->columns[k]));
	return turned > 0 ? most * 0.87 + g->d.svg.size : g->d.svg.size * 1.6;
}

static void square(struct grid *g, double x, double y, double w, double h, size_t row,
	size_t column)
{
	size_t at = row * g->ncolumns + column;
	double value = g->values[at], full = g->scale[column];
	double share = full > 0 ? value / full : 0;
	char digits[24];

	if (isnan(value))
		return;
	bool linked = value > 0 &&
		      sg_chart_link(&g->d, g->cells[at].row, g->cells[at].column);
	sg_svg_rect(
		&g->d.svg, x, y, w, h, sg_svg_shade(&g->d.svg, share * 0.85), "#bbb");
	snprintf(digits, sizeof digits, "%ld", lround(value));
	if (value > 0)
		sg_svg_text(&g->d.svg, x + w / 2, y + h / 2 + g->d.svg.size * 0.36,
			SG_ANCHOR_MIDDLE, false, sg_svg_on_shade(share * 0.85),
			sg_str_of(digits));
	sg_chart_unlink(&g->d, linked);
}

/* Column names above the squares; turned where they are wider than those. */
static void names(struct grid *g, double left, double w, bool turned)
{
	for (size_t k = 0; k < g->ncolumns; k++) {
		double x = left + w * ((double)k + 0.5);
		bool part = begin_column(g, k);
		bool linked =
			!g->pairs && sg_chart_name_link(&g->d, g->cells[k].column);
		if (turned)
			sg_svg_text_turned(&g->d.svg, x, g->d.y - 4, SG_ANCHOR_START,
				-60, g->columns[k]);
		else
			sg_svg_text(&g->d.svg, x, g->d.y - 4, SG_ANCHOR_MIDDLE, false,
				NULL, g->columns[k]);
		sg_chart_unlink(&g->d, linked);
		end_column(g, part);
	}
}

static double widest_name(const struct grid *g)
{
	double most = 0;

	for (size_t k = 0; k < g->ncolumns; k++)
		most = fmax(most, sg_svg_width(&g->d.svg, g->columns[k]));
	return most;
}

static void draw(struct grid *g, struct sg_buf *out)
{
	double left = SG_CHART_PAD + g->labels.width + 8;
	double room = g->d.width - SG_CHART_PAD - left;
	double w = fmin(CELL_MAX, fmax(CELL_MIN, room / (double)g->ncolumns));
	bool turned = widest_name(g) > w - 2;
	double slant = turned ? head_height(g, 1) * 0.58 : 0;
	double need = left + w * (double)g->ncolumns + slant + SG_CHART_PAD;

	/* A grid of many columns makes the figure wider rather than its numbers small. */
	g->d.width = fmax(g->d.width, need);
	g->d.y += head_height(g, turned ? 1 : 0);
	names(g, left, w, turned);
	for (size_t r = 0; r < g->nrows; r++) {
		double h =
			fmax(CELL_MIN, sg_chart_label_height(&g->d, &g->labels, r) + 3);
		sg_chart_row(&g->d, g->codes[r], h);
		sg_chart_label(&g->d, &g->labels, r, left - 8, g->d.y + h / 2);
		for (size_t k = 0; k < g->ncolumns; k++) {
			bool part = begin_column(g, k);
			square(g, left + w * (double)k, g->d.y, w, h, r, k);
			end_column(g, part);
		}
		sg_chart_part_end(&g->d);
		g->d.y += h;
	}
	sg_chart_end(&g->d, out);
}

static void take(struct grid *g)
{
	size_t n = g->nrows * g->ncolumns;

	g->columns = sg_arena_array(&g->d.arena, g->ncolumns, sizeof *g->columns);
	g->scale = sg_arena_array(&g->d.arena, g->ncolumns, sizeof *g->scale);
	g->codes = sg_arena_array(&g->d.arena, g->nrows, sizeof *g->codes);
	g->values = sg_arena_array(&g->d.arena, n, sizeof *g->values);
	g->cells = sg_arena_array(&g->d.arena, n, sizeof *g->cells);
}

/* Of a matrix: the columns behind n are its squares. A column whose cells are shares is
 * shaded by its base. */
int sg_chart_grid(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct grid g = {.nrows = t->nrows};
	size_t first = sg_table_find(t, "n");
	double most = 0;

	if (first == SIZE_MAX || first == 0 || t->nrows == 0 ||
		t->ncolumns == first + 1)
		return sg_error_set(err, SG_EINPUT, _("there is nothing to draw"));
	g.ncolumns = t->ncolumns - first - 1;
	if (g.ncolumns > COLUMNS_MAX)
		return sg_error_set(err, SG_EINPUT,
			_("a figure of %zu columns cannot be read; choose fewer"),
			g.ncolumns);
	sg_chart_begin(&g.d, t, o);
	take(&g);
	for (size_t r = 0; r < g.nrows; r++)
		for (size_t k = 0; k < g.ncolumns; k++) {
			const struct sg_cell *c = sg_table_cell(t, r, first + 1 + k);
			double v = c->kind == SG_CELL_EMPTY ? 0 : c->number;
			g.values[r * g.ncolumns + k] = v;
			g.cells[r * g.ncolumns + k] = (struct place){r, first + 1 + k};
			most = fmax(most, v);
			if (c->kind == SG_CELL_SHARE)
				g.scale[k] = fmax(g.scale[k], c->base);
		}
	for (size_t r = 0; r < g.nrows; r++)
		g.codes[r] = sg_chart_code_label(t, r);
	for (size_t k = 0; k < g.ncolumns; k++) {
		g.columns[k] = t->columns[first + 1 + k].label;
		g.scale[k] = g.scale[k] > 0 ? g.scale[k] : most;
	}
	sg_chart_labels_init(&g.d, first - 1, g.d.width * 0.4, &g.labels);
	draw(&g, out);
	return 0;
}

/* --- co-occurrence: a square for every two codes --- */

int sg_chart_cooccur(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	size_t a = sg_table_find(t, "code1"), b = sg_table_find(t, "code2");
	size_t n11 = sg_table_find(t, "n11");
	struct grid g = {.pairs = true};
	struct sg_chart_code *codes;
	double most = 0;

	if (t->nrows == 0 || n11 == SIZE_MAX)
		return sg_error_set(err, SG_EINPUT, _("there is nothing to draw"));
	sg_chart_begin(&g.d, t, o);
	g.nrows = sg_chart_codes(&g.d, CODES_MAX, &codes);
	g.ncolumns = g.nrows;
	take(&g);
	for (size_t i = 0; i < g.nrows; i++)
		g.values[i * g.nrows + i] = NAN;
	for (size_t r = 0; r < t->nrows; r++) {
		size_t i = sg_chart_code_find(
			codes, g.nrows, sg_table_cell(t, r, a)->text);
		size_t k = sg_chart_code_find(
			codes, g.nrows, sg_table_cell(t, r, b)->text);
		double n = sg_table_cell(t, r, n11)->number;
		if (i == g.nrows || k == g.nrows)
			continue;
		g.values[i * g.nrows + k] = g.values[k * g.nrows + i] = n;
		g.cells[i * g.nrows + k] = g.cells[k * g.nrows + i] =
			(struct place){r, n11};
		most = fmax(most, n);
	}
	for (size_t k = 0; k < g.nrows; k++)
		g.scale[k] = most;
	/* The labels come from the codes, not from the table's rows. */
	struct sg_cell *cells = sg_arena_array(&g.d.arena, g.nrows, sizeof *cells);
	for (size_t i = 0; i < g.nrows; i++) {
		g.columns[i] = g.codes[i] = codes[i].code;
		cells[i].text = codes[i].name;
	}
	const struct sg_table rows = {.cells = cells, .nrows = g.nrows, .ncolumns = 1};
	g.d.t = &rows;
	sg_chart_labels_init(&g.d, 0, g.d.width * 0.4, &g.labels);
	g.d.t = t;
	draw(&g, out);
	return 0;
}
