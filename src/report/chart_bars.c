/* chart_bars.c - horizontal bars of a table of themes, with n at their ends; where the
 * table has groups, a thin bar a group below the one of all. */
#include "config.h"

#include "report/chart_parts.h"

#include <math.h>

#define GROUP_GAP 3.0

struct bars {
	struct sg_chart_drawing d;
	struct sg_chart_labels labels;
	size_t n;      /* column of all */
	size_t groups; /* columns of groups, behind it */
	double left, right, most;
	double bar, thin;
};

static double count(const struct sg_cell *c)
{
	return c->kind == SG_CELL_SHARE || c->kind == SG_CELL_COUNT ? c->number : 0;
}

static const char *fill_of(struct bars *b, size_t group)
{
	return sg_svg_shade(
		&b->d.svg, 0.25 + 0.65 * (double)group /
					   (b->groups > 1 ? (double)b->groups - 1 : 1));
}

static void bar(struct bars *b, size_t row, size_t column, double y, double height,
	const char *fill)
{
	const struct sg_cell *c = sg_table_cell(b->d.t, row, column);
	bool linked = sg_chart_link(&b->d, row, column);
	double w = b->most > 0 ? count(c) / b->most * (b->right - b->left) : 0;

	if (count(c) > 0)
		sg_svg_rect(&b->d.svg, b->left, y, w, height, fill, SG_SVG_INK);
	sg_svg_text(&b->d.svg, b->left + w + 4, y + height / 2 + b->d.svg.size * 0.36,
		SG_ANCHOR_START, false, NULL, sg_chart_number(&b->d, c));
	sg_chart_unlink(&b->d, linked);
}

static double row_height(const struct bars *b, size_t row)
{
	double bars = b->bar + (double)b->groups * (b->thin + GROUP_GAP);

	return fmax(bars, sg_chart_label_height(&b->d, &b->labels, row)) + 8;
}

static void draw_row(struct bars *b, size_t row)
{
	const struct sg_table *t = b->d.t;
	double height = row_height(b, row);
	double y = b->d.y + 4;

	sg_chart_row(&b->d, sg_chart_code_label(t, row), height);
	/* The space between labels and bars shows how deep a code lies. */
	sg_chart_label(&b->d, &b->labels, row, b->left - 8, b->d.y + height / 2);
	bar(b, row, b->n, y, b->bar,
		sg_table_cell(t, row, b->n - 1)->strong ? "#333" : "#8a8a8a");
	y += b->bar + GROUP_GAP;
	for (size_t g = 0; g < b->groups; g++, y += b->thin + GROUP_GAP)
		bar(b, row, b->n + 1 + g, y, b->thin, fill_of(b, g));
	sg_chart_part_end(&b->d);
	b->d.y += height;
}

/* Which shade is which group: in the order of the bars. */
static void legend(struct bars *b)
{
	double x = SG_CHART_PAD, line = b->d.svg.size * SG_CHART_LINE;

	for (size_t g = 0; g < b->groups; g++) {
		struct sg_str name = b->d.t->columns[b->n + 1 + g].label;
		double w = sg_svg_width(&b->d.svg, name) + 34;
		if (x + w > b->d.width - SG_CHART_PAD && x > SG_CHART_PAD) {
			x = SG_CHART_PAD;
			b->d.y += line;
		}
		sg_svg_rect(
			&b->d.svg, x, b->d.y + 3, 12, 10, fill_of(b, g), SG_SVG_INK);
		sg_svg_text(&b->d.svg, x + 17, b->d.y + 12, SG_ANCHOR_START, false,
			NULL, name);
		x += w;
	}
	b->d.y += b->groups ? line + SG_CHART_PAD : 0;
}

int sg_chart_bars(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct bars b = {.n = sg_table_find(t, "n"), .bar = 14};
	size_t mentions = sg_table_find(t, "mentions");
	double end = 0;

	if (b.n == SIZE_MAX || b.n == 0 || t->nrows == 0)
		return sg_error_set(err, SG_EINPUT, _("there is nothing to draw"));
	b.groups = mentions == SIZE_MAX ? 0 : mentions - b.n - 1;
	b.thin = b.d.svg.size;
	sg_chart_begin(&b.d, t, o);
	b.thin = b.d.svg.size;
	sg_chart_labels_init(&b.d, b.n - 1, b.d.width * 0.4, &b.labels);
	for (size_t r = 0; r < t->nrows; r++)
		for (size_t k = b.n; k <= b.n + b.groups; k++) {
			const struct sg_cell *c = sg_table_cell(t, r, k);
			double w = sg_svg_width(&b.d.svg, sg_chart_number(&b.d, c));
			end = fmax(end, w);
			b.most = fmax(b.most, count(c));
		}
	b.left = SG_CHART_PAD + b.labels.width + 8;
	b.right = b.d.width - SG_CHART_PAD - end - 8;
	legend(&b);
	double top = b.d.y;
	for (size_t r = 0; r < t->nrows; r++)
		draw_row(&b, r);
	sg_chart_part(&b.d, "tall");
	sg_svg_line(&b.d.svg, b.left, top, b.left, b.d.y, 1, 1, NULL);
	sg_chart_part_end(&b.d);
	sg_chart_end(&b.d, out);
	return 0;
}
