/* chart_saturation.c - codes so far by interview, beside the mean and the band of many
 * random orders. */
#include "config.h"

#include "report/chart_parts.h"

#include <math.h>
#include <stdio.h>

enum { HEIGHT = 300, LABELS_MAX = 24, MARK = 4 };

struct curve {
	struct sg_chart_drawing d;
	size_t seen, mean, low, high; /* columns */
	double left, right, top, most;
};

static double x_of(const struct curve *c, size_t row)
{
	double n = c->d.t->nrows > 1 ? (double)c->d.t->nrows - 1 : 1;

	return c->left + (c->right - c->left) * (double)row / n;
}

static double y_of(const struct curve *c, double codes)
{
	return c->top + HEIGHT * (1 - (c->most > 0 ? codes / c->most : 0));
}

static double *points(struct curve *c, size_t column, size_t room)
{
	double *v = sg_arena_array(&c->d.arena, 2 * room, sizeof *v);

	for (size_t r = 0; r < c->d.t->nrows; r++) {
		v[2 * r] = x_of(c, r);
		v[2 * r + 1] = y_of(c, sg_table_cell(c->d.t, r, column)->number);
	}
	return v;
}

static void axes(struct curve *c)
{
	const struct sg_table *t = c->d.t;
	size_t every = t->nrows / LABELS_MAX + 1;
	double step = fmax(1, ceil(c->most / 6 / 5) * 5);
	char digits[24];

	for (double n = 0; n <= c->most; n += step) {
		snprintf(digits, sizeof digits, "%ld", lround(n));
		sg_svg_line(&c->d.svg, c->left, y_of(c, n), c->right, y_of(c, n), 1,
			0.15, NULL);
		sg_svg_text(&c->d.svg, c->left - 6, y_of(c, n) + 4, SG_ANCHOR_END,
			false, NULL, sg_str_of(digits));
	}
	for (size_t r = 0; r < t->nrows; r += every) {
		snprintf(digits, sizeof digits, "%zu", r + 1);
		sg_svg_text(&c->d.svg, x_of(c, r), c->top + HEIGHT + 16,
			SG_ANCHOR_MIDDLE, false, NULL, sg_str_of(digits));
	}
	sg_svg_line(&c->d.svg, c->left, c->top, c->left, c->top + HEIGHT, 1, 1, NULL);
	sg_svg_line(&c->d.svg, c->left, c->top + HEIGHT, c->right, c->top + HEIGHT, 1,
		1, NULL);
}

/* What each line is, above the curve: a piece of the line and the column's label. */
static void legend(struct curve *c)
{
	const size_t columns[] = {c->seen, c->mean};
	double x = c->left;

	for (size_t i = 0; i < 2; i++) {
		struct sg_str name = c->d.t->columns[columns[i]].label;
		sg_svg_line(&c->d.svg, x, c->d.y + 8, x + 26, c->d.y + 8, i ? 1 : 2, 1,
			i ? "5 4" : NULL);
		sg_svg_text(&c->d.svg, x + 32, c->d.y + 12, SG_ANCHOR_START, false,
			NULL, name);
		x += sg_svg_width(&c->d.svg, name) + 54;
	}
	sg_svg_rect(&c->d.svg, x, c->d.y + 3, 26, 10, sg_svg_shade(&c->d.svg, 0.2),
		SG_SVG_NONE);
	struct sg_str band = sg_arena_printf(&c->d.arena, "%.*s–%.*s",
		SG_ARG(c->d.t->columns[c->low].label),
		SG_ARG(c->d.t->columns[c->high].label));
	sg_svg_text(&c->d.svg, x + 32, c->d.y + 12, SG_ANCHOR_START, false, NULL, band);
	c->d.y += 24;
}

static void band(struct curve *c)
{
	size_t n = c->d.t->nrows;
	double *v = points(c, c->low, 2 * n);

	for (size_t r = 0; r < n; r++) {
		size_t back = n - 1 - r;
		v[2 * (n + r)] = x_of(c, back);
		v[2 * (n + r) + 1] =
			y_of(c, sg_table_cell(c->d.t, back, c->high)->number);
	}
	sg_svg_polyline(&c->d.svg, v, 2 * n, 0, sg_svg_shade(&c->d.svg, 0.2), 1, NULL);
}

/* In a page, where they open. */
static void marks(struct curve *c)
{
	for (size_t r = 0; r < c->d.t->nrows; r++) {
		if (!sg_chart_link(&c->d, r, c->seen))
			return;
		sg_svg_circle(&c->d.svg, x_of(c, r),
			y_of(c, sg_table_cell(c->d.t, r, c->seen)->number), MARK,
			SG_SVG_INK, SG_SVG_INK);
		sg_chart_unlink(&c->d, true);
	}
}

int sg_chart_saturation(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct curve c = {.seen = sg_table_find(t, "codes"),
		.mean = sg_table_find(t, "random_mean"),
		.low = sg_table_find(t, "random_low"),
		.high = sg_table_find(t, "random_high")};

	if (t->nrows == 0 || c.seen == SIZE_MAX)
		return sg_error_set(err, SG_EINPUT, _("there is nothing to draw"));
	for (size_t r = 0; r < t->nrows; r++)
		c.most = fmax(c.most, fmax(sg_table_cell(t, r, c.seen)->number,
					      sg_table_cell(t, r, c.high)->number));
	sg_chart_begin(&c.d, t, o);
	c.left = SG_CHART_PAD + 34;
	c.right = c.d.width - SG_CHART_PAD - 12;
	legend(&c);
	c.top = c.d.y;
	band(&c);
	axes(&c);
	sg_svg_polyline(&c.d.svg, points(&c, c.mean, t->nrows), t->nrows, 1.2,
		SG_SVG_NONE, 1, "5 4");
	sg_svg_polyline(&c.d.svg, points(&c, c.seen, t->nrows), t->nrows, 2,
		SG_SVG_NONE, 1, NULL);
	marks(&c);
	c.d.y = c.top + HEIGHT + 22;
	sg_chart_end(&c.d, out);
	return 0;
}
