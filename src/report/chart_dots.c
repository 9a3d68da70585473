/* chart_dots.c - a row a code, a mark a group at the number of people who raised it, told
 * apart by shape; marks at one number stand below each other. */
#include "config.h"

#include "report/chart_parts.h"

#include <math.h>
#include <stdio.h>

#define STEP 13.0 /* between marks at one number */

struct dots {
	struct sg_chart_drawing d;
	struct sg_chart_labels labels;
	size_t first, groups; /* columns */
	double left, right, most;
};

static const struct sg_cell *group(const struct dots *c, size_t row, size_t g)
{
	return sg_table_cell(c->d.t, row, c->first + g);
}

/* The place of a group's mark among those with the same number. */
static size_t place(const struct dots *c, size_t row, size_t g, size_t *of)
{
	size_t at = 0;

	*of = 0;
	for (size_t i = 0; i < c->groups; i++)
		if (fabs(group(c, row, i)->number - group(c, row, g)->number) < 0.5) {
			at += i < g;
			++*of;
		}
	return at;
}

static double row_height(const struct dots *c, size_t row)
{
	size_t most = 1, of;

	for (size_t g = 0; g < c->groups; g++) {
		place(c, row, g, &of);
		most = of > most ? of : most;
	}
	return fmax(STEP * (double)most,
		       sg_chart_label_height(&c->d, &c->labels, row)) +
	       8;
}

static double x_of(const struct dots *c, double n)
{
	return c->left + (c->most > 0 ? n / c->most : 0) * (c->right - c->left);
}

static void draw_row(struct dots *c, size_t row)
{
	double height = row_height(c, row), middle = c->d.y + height / 2;

	sg_chart_row(&c->d, sg_chart_code_label(c->d.t, row), height);
	sg_chart_label(&c->d, &c->labels, row, c->left - 14, middle);
	sg_svg_line(&c->d.svg, c->left, middle, c->right, middle, 1, 0.2, NULL);
	for (size_t g = 0; g < c->groups; g++) {
		const struct sg_cell *cell = group(c, row, g);
		size_t of, at = place(c, row, g, &of);
		double y = middle + STEP * ((double)at - ((double)of - 1) / 2);
		double x = x_of(c, cell->number);
		bool linked = sg_chart_link(&c->d, row, c->first + g);
		sg_svg_mark(&c->d.svg, x, y, 4.5, g);
		sg_svg_text(&c->d.svg, x + 8, y + 4, SG_ANCHOR_START, false, NULL,
			sg_chart_number(&c->d, cell));
		sg_chart_unlink(&c->d, linked);
	}
	sg_chart_part_end(&c->d);
	c->d.y += height;
}

static void legend(struct dots *c)
{
	double x = SG_CHART_PAD, line = c->d.svg.size * SG_CHART_LINE;

	for (size_t g = 0; g < c->groups; g++) {
		struct sg_str name = c->d.t->columns[c->first + g].label;
		double w = sg_svg_width(&c->d.svg, name) + 34;
		if (x + w > c->d.width - SG_CHART_PAD && x > SG_CHART_PAD) {
			x = SG_CHART_PAD;
			c->d.y += line;
		}
		sg_svg_mark(&c->d.svg, x + 6, c->d.y + 8, 4.5, g);
		bool linked = sg_chart_name_link(&c->d, c->first + g);
		sg_svg_text(&c->d.svg, x + 17, c->d.y + 12, SG_ANCHOR_START, false,
			NULL, name);
		sg_chart_unlink(&c->d, linked);
		x += w;
	}
	c->d.y += line + SG_CHART_PAD;
}

static void axis(struct dots *c, double top)
{
	double step = fmax(1, pow(10, floor(log10(fmax(c->most, 1)))));
	char digits[24];

	while (c->most / step < 4 && step > 1)
		step /= step > 5 && fmod(step, 5) == 0 ? 2 : 5;
	step = fmax(1, floor(step));
	sg_chart_part(&c->d, "tall");
	for (double n = 0; n <= c->most + 0.5; n += step)
		sg_svg_line(
			&c->d.svg, x_of(c, n), top, x_of(c, n), c->d.y, 1, 0.15, NULL);
	sg_chart_part_end(&c->d);
	sg_chart_part(&c->d, "foot");
	for (double n = 0; n <= c->most + 0.5; n += step) {
		snprintf(digits, sizeof digits, "%ld", lround(n));
		sg_svg_text(&c->d.svg, x_of(c, n), c->d.y + 14, SG_ANCHOR_MIDDLE, false,
			NULL, sg_str_of(digits));
	}
	sg_chart_part_end(&c->d);
	c->d.y += 18;
}

int sg_chart_dots(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct dots c = {.first = sg_table_find(t, "n")};
	size_t end = sg_table_find(t, "chi2");
	double number = 0;

	if (c.first == SIZE_MAX || c.first == 0 || t->nrows == 0 ||
		t->ncolumns == c.first + 1)
		return sg_error_set(err, SG_EINPUT, _("there is nothing to draw"));
	c.first++;
	c.groups = (end == SIZE_MAX ? t->ncolumns : end) - c.first;
	if (c.groups > SG_MARKS)
		return sg_error_set(err, SG_EINPUT,
			_("%zu groups cannot be told apart by their marks; %d can"),
			c.groups, SG_MARKS);
	sg_chart_begin(&c.d, t, o);
	sg_chart_labels_init(&c.d, c.first - 2, c.d.width * 0.4, &c.labels);
	for (size_t r = 0; r < t->nrows; r++)
		for (size_t g = 0; g < c.groups; g++) {
			const struct sg_cell *cell = group(&c, r, g);
			c.most = fmax(c.most, cell->number);
			number = fmax(number,
				sg_svg_width(&c.d.svg, sg_chart_number(&c.d, cell)));
		}
	c.left = SG_CHART_PAD + c.labels.width + 14;
	c.right = c.d.width - SG_CHART_PAD - number - 12;
	legend(&c);
	double top = c.d.y;
	for (size_t r = 0; r < t->nrows; r++)
		draw_row(&c, r);
	axis(&c, top);
	c.d.span = c.right - c.left;
	c.d.most = c.most;
	c.d.step = STEP;
	sg_chart_end(&c.d, out);
	return 0;
}
