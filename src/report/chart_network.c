/* chart_network.c - codes on a circle, joined where they occur together: the wider a
 * line, the more often. The labels stand in two columns beside the circle, each led to
 * its code, so that none covers another. The layout depends on the table alone. */
#include "config.h"

#include "report/chart_parts.h"

#include <math.h>

enum { NODES_MAX = 40 };
#define TURN 6.283185307179586

struct node {
	double x, y;
	struct sg_str *lines;
	size_t nlines;
	double label; /* top of its label */
};

struct network {
	struct sg_chart_drawing d;
	struct sg_chart_code *codes;
	struct node v[NODES_MAX];
	size_t n; /* of both */
	double most_n, most_edge;
	double radius, cx, cy;
};

static void collect(struct network *g)
{
	const struct sg_table *t = g->d.t;
	size_t n11 = sg_table_find(t, "n11");

	g->n = sg_chart_codes(&g->d, NODES_MAX, &g->codes);
	for (size_t i = 0; i < g->n; i++)
		g->most_n = fmax(g->most_n, g->codes[i].n);
	for (size_t r = 0; r < t->nrows; r++)
		g->most_edge = fmax(g->most_edge, sg_table_cell(t, r, n11)->number);
}

static bool right_side(const struct network *g, size_t i)
{
	return i < (g->n + 1) / 2;
}

/* The first half goes down the right side, the second up the left one; labels of a side
 * are spread over the height. Returns the height. */
static double place(struct network *g, double column)
{
	double line = g->d.svg.size * SG_CHART_LINE, height[2] = {0, 0};

	for (size_t i = 0; i < g->n; i++) {
		struct sg_str text = sg_arena_printf(&g->d.arena, "%.*s (%ld)",
			SG_ARG(g->codes[i].name), lround(g->codes[i].n));
		g->v[i].nlines = sg_svg_lines(&g->d.svg, text, column, &g->v[i].lines);
		height[right_side(g, i)] += (double)g->v[i].nlines * line + 6;
	}
	double all = fmax(fmax(height[0], height[1]), 2 * g->radius + 20);
	double gap[2];
	for (int side = 0; side < 2; side++) {
		size_t count = side ? (g->n + 1) / 2 : g->n / 2;
		gap[side] = count ? (all - height[side]) / (double)count : 0;
	}
	double down = g->d.y + gap[1] / 2, up = g->d.y + all - gap[0] / 2;
	for (size_t i = 0; i < g->n; i++) {
		double h = (double)g->v[i].nlines * line + 6;
		bool right = right_side(g, i);
		double angle = TURN * ((double)i + 0.5) / (double)g->n - TURN / 4;
		g->v[i].x = g->cx + g->radius * cos(angle);
		g->v[i].y = g->d.y + all / 2 + g->radius * sin(angle);
		if (right) {
			g->v[i].label = down;
			down += h + gap[1];
		} else {
			up -= h;
			g->v[i].label = up;
			up -= gap[0];
		}
	}
	g->cy = g->d.y + all / 2;
	return all;
}

static void draw_edges(struct network *g)
{
	const struct sg_table *t = g->d.t;
	size_t a = sg_table_find(t, "code1"), b = sg_table_find(t, "code2"),
	       n11 = sg_table_find(t, "n11");

	/* The strongest are drawn last, over the others. */
	for (size_t r = t->nrows; r-- > 0;) {
		size_t i = sg_chart_code_find(
			g->codes, g->n, sg_table_cell(t, r, a)->text);
		size_t k = sg_chart_code_find(
			g->codes, g->n, sg_table_cell(t, r, b)->text);
		double share = sg_table_cell(t, r, n11)->number / g->most_edge;
		if (i == g->n || k == g->n)
			continue;
		sg_chart_part_of(&g->d, g->codes[i].code, g->codes[k].code);
		bool linked = sg_chart_link(&g->d, r, n11);
		sg_svg_line(&g->d.svg, g->v[i].x, g->v[i].y, g->v[k].x, g->v[k].y,
			0.7 + 6 * share, 0.2 + 0.6 * share, NULL);
		sg_chart_unlink(&g->d, linked);
		sg_chart_part_end(&g->d);
	}
}

static void draw_nodes(struct network *g, double left, double right)
{
	double line = g->d.svg.size * SG_CHART_LINE;

	for (size_t i = 0; i < g->n; i++) {
		const struct node *v = &g->v[i];
		bool r = right_side(g, i);
		double x = r ? right : left;
		double middle = v->label + ((double)v->nlines * line + 6) / 2;
		double size =
			4 + 7 * sqrt(g->most_n > 0 ? g->codes[i].n / g->most_n : 0);
		sg_chart_part_of(&g->d, g->codes[i].code, SG_STR(""));
		sg_svg_line(&g->d.svg, v->x, v->y, r ? x - 4 : x + 4, middle, 0.7, 0.45,
			"2 3");
		bool linked = sg_chart_link(&g->d, g->codes[i].row, g->codes[i].column);
		sg_svg_circle(&g->d.svg, v->x, v->y, size, "#8a8a8a", SG_SVG_INK);
		for (size_t k = 0; k < v->nlines; k++)
			sg_svg_text(&g->d.svg, x,
				middle + line * ((double)k + 0.78 -
							(double)v->nlines / 2),
				r ? SG_ANCHOR_START : SG_ANCHOR_END, false, NULL,
				v->lines[k]);
		sg_chart_unlink(&g->d, linked);
		sg_chart_part_end(&g->d);
	}
}

int sg_chart_network(const struct sg_table *t, const struct sg_chart_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct network g = {.n = 0};

	if (t->nrows == 0 || sg_table_find(t, "n11") == SIZE_MAX)
		return sg_error_set(err, SG_EINPUT, _("there is nothing to draw"));
	sg_chart_begin(&g.d, t, o);
	collect(&g);
	double column = g.d.width * 0.27;
	g.cx = g.d.width / 2;
	g.radius = g.d.width / 2 - column - SG_CHART_PAD - 26;
	double height = place(&g, column);
	draw_edges(&g);
	draw_nodes(&g, SG_CHART_PAD + column, g.d.width - SG_CHART_PAD - column);
	g.d.y += height;
	sg_chart_end(&g.d, out);
	return 0;
}
