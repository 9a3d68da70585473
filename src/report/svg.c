/* svg.c - see svg.h. */
#include "config.h"

#include "report/svg.h"

#include <math.h>
#include <stdlib.h>

#include "report/html.h"
#include "text/width.h"

#define FONTS                                                                          \
	"'Noto Sans CJK KR','Noto Sans KR','맑은 고딕','Malgun Gothic','Apple SD " \
	"Gothic Neo',"                                                                 \
	"'함초롬돋움',sans-serif"

/* A number with at most one decimal. */
static void num(struct sg_svg *s, double v)
{
	long tenths = lround(v * 10);

	if (tenths < 0)
		sg_buf_addc(s->out, '-');
	tenths = labs(tenths);
	sg_buf_printf(s->out, "%ld", tenths / 10);
	if (tenths % 10)
		sg_buf_printf(s->out, ".%ld", tenths % 10);
}

void sg_svg_attribute(struct sg_svg *s, const char *name, double v)
{
	sg_buf_printf(s->out, " %s=\"", name);
	num(s, v);
	sg_buf_addc(s->out, '"');
}

static void text(struct sg_svg *s, struct sg_str t)
{
	sg_html_escape(sg_print_text(t, s->arena), s->out);
}

void sg_svg_open(struct sg_svg *s, double width, double height, struct sg_str title,
	struct sg_str description, const char *attributes)
{
	sg_buf_printf(s->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"%s\"",
		attributes ? "group" : "img");
	sg_svg_attribute(s, "width", width);
	sg_svg_attribute(s, "height", height);
	sg_buf_addz(s->out, " viewBox=\"0 0 ");
	num(s, width);
	sg_buf_addc(s->out, ' ');
	num(s, height);
	sg_buf_addz(s->out, "\" font-family=\"" FONTS "\"");
	sg_svg_attribute(s, "font-size", s->size);
	sg_buf_addz(s->out, attributes ? attributes : " color=\"#111\"");
	sg_buf_addz(s->out, ">\n<title>");
	text(s, title);
	sg_buf_addz(s->out, "</title>\n<desc>");
	text(s, description);
	sg_buf_addz(s->out, "</desc>\n");
	if (!attributes)
		sg_svg_rect(s, 0, 0, width, height, "#fff", SG_SVG_NONE);
}

void sg_svg_close(struct sg_svg *s)
{
	sg_buf_addz(s->out, "</svg>\n");
}

void sg_svg_rect(struct sg_svg *s, double x, double y, double w, double h,
	const char *fill, const char *stroke)
{
	sg_buf_addz(s->out, "<rect");
	sg_svg_attribute(s, "x", x);
	sg_svg_attribute(s, "y", y);
	sg_svg_attribute(s, "width", w);
	sg_svg_attribute(s, "height", h);
	sg_buf_printf(s->out, " fill=\"%s\" stroke=\"%s\"/>\n", fill, stroke);
}

static void stroke(struct sg_svg *s, double width, double opacity, const char *dashes)
{
	sg_buf_addz(s->out, " stroke=\"" SG_SVG_INK "\"");
	sg_svg_attribute(s, "stroke-width", width);
	if (opacity < 1)
		sg_svg_attribute(s, "stroke-opacity", opacity);
	if (dashes)
		sg_buf_printf(s->out, " stroke-dasharray=\"%s\"", dashes);
}

void sg_svg_line(struct sg_svg *s, double x1, double y1, double x2, double y2,
	double width, double opacity, const char *dashes)
{
	sg_buf_addz(s->out, "<line");
	sg_svg_attribute(s, "x1", x1);
	sg_svg_attribute(s, "y1", y1);
	sg_svg_attribute(s, "x2", x2);
	sg_svg_attribute(s, "y2", y2);
	stroke(s, width, opacity, dashes);
	sg_buf_addz(s->out, "/>\n");
}

void sg_svg_polyline(struct sg_svg *s, const double *points, size_t n, double width,
	const char *fill, double opacity, const char *dashes)
{
	sg_buf_addz(s->out, "<polyline points=\"");
	for (size_t i = 0; i < n; i++) {
		if (i)
			sg_buf_addc(s->out, ' ');
		num(s, points[2 * i]);
		sg_buf_addc(s->out, ',');
		num(s, points[2 * i + 1]);
	}
	sg_buf_printf(s->out, "\" fill=\"%s\"", fill);
	if (opacity < 1)
		sg_svg_attribute(s, "fill-opacity", opacity);
	if (width > 0)
		stroke(s, width, 1, dashes);
	sg_buf_addz(s->out, "/>\n");
}

void sg_svg_circle(struct sg_svg *s, double x, double y, double r, const char *fill,
	const char *line)
{
	sg_buf_addz(s->out, "<circle");
	sg_svg_attribute(s, "cx", x);
	sg_svg_attribute(s, "cy", y);
	sg_svg_attribute(s, "r", r);
	sg_buf_printf(s->out, " fill=\"%s\" stroke=\"%s\"/>\n", fill, line);
}

/* Corners in eighths of the radius; up to eight, the first again behind the last. */
static const signed char shapes[SG_MARK_SHAPES][16] = {
	{0}, /* a circle */
	{-8, -8, 8, -8, 8, 8, -8, 8, -8, -8}, {0, -8, 8, 8, -8, 8, 0, -8},
	{0, -8, 8, 0, 0, 8, -8, 0, 0, -8}, {-8, -8, 8, -8, 0, 8, -8, -8},
	{-8, -8, 8, 0, -8, 8, -8, -8}, {8, -8, 8, 8, -8, 0, 8, -8},
	{-8, -8, 8, 8, 8, -8, -8, 8, -8, -8}, /* an hourglass */
};
static const size_t corners[SG_MARK_SHAPES] = {0, 5, 4, 5, 4, 4, 4, 5};

void sg_svg_mark(struct sg_svg *s, double x, double y, double r, size_t number)
{
	size_t shape = number % SG_MARK_SHAPES;
	const char *fill = number / SG_MARK_SHAPES % 2 == 0 ? SG_SVG_INK : SG_SVG_NONE;
	double points[16];

	if (corners[shape] == 0) {
		sg_svg_circle(s, x, y, r, fill, SG_SVG_INK);
		return;
	}
	for (size_t i = 0; i < 2 * corners[shape]; i++)
		points[i] = (i % 2 ? y : x) + shapes[shape][i] * r / 8;
	sg_svg_polyline(s, points, corners[shape], 1, fill, 1, NULL);
}

static const char *const anchors[] = {"start", "middle", "end"};

void sg_svg_text(struct sg_svg *s, double x, double y, enum sg_anchor anchor, bool bold,
	const char *fill, struct sg_str t)
{
	sg_buf_addz(s->out, "<text");
	sg_svg_attribute(s, "x", x);
	sg_svg_attribute(s, "y", y);
	if (anchor != SG_ANCHOR_START)
		sg_buf_printf(s->out, " text-anchor=\"%s\"", anchors[anchor]);
	if (bold)
		sg_buf_addz(s->out, " font-weight=\"bold\"");
	sg_buf_printf(s->out, " fill=\"%s\">", fill ? fill : SG_SVG_INK);
	text(s, t);
	sg_buf_addz(s->out, "</text>\n");
}

void sg_svg_text_turned(struct sg_svg *s, double x, double y, enum sg_anchor anchor,
	double degrees, struct sg_str t)
{
	sg_buf_printf(s->out,
		"<text text-anchor=\"%s\" fill=\"" SG_SVG_INK
		"\" transform=\"translate(",
		anchors[anchor]);
	num(s, x);
	sg_buf_addc(s->out, ' ');
	num(s, y);
	sg_buf_addz(s->out, ") rotate(");
	num(s, degrees);
	sg_buf_addz(s->out, ")\">");
	text(s, t);
	sg_buf_addz(s->out, "</text>\n");
}

double sg_svg_width(const struct sg_svg *s, struct sg_str t)
{
	size_t columns = sg_width(t), wide = 0;

	/* Wide characters take two columns and one code point of three or more bytes. */
	for (size_t i = 0; i < t.n; i++)
		wide += (unsigned char)t.p[i] >= 0xE0;
	if (wide * 2 > columns)
		wide = columns / 2;
	return s->size * ((double)wide + 0.62 * (double)(columns - 2 * wide));
}

struct breaking {
	struct sg_svg *s;
	SG_VEC(struct sg_str) lines;
};

static void keep_line(void *ctx, struct sg_str line)
{
	struct breaking *b = ctx;

	SG_PUSH(&b->lines, sg_arena_str(b->s->arena, line));
}

size_t sg_svg_lines(
	struct sg_svg *s, struct sg_str t, double width, struct sg_str **lines)
{
	struct breaking b = {.s = s};
	size_t columns = (size_t)(width / (0.62 * s->size));

	/* Columns of Latin letters are the wider ones. */
	sg_width_wrap(
		sg_print_text(t, s->arena), columns < 4 ? 4 : columns, keep_line, &b);
	*lines = sg_arena_array(s->arena, b.lines.n, sizeof **lines);
	for (size_t i = 0; i < b.lines.n; i++)
		(*lines)[i] = b.lines.v[i];
	size_t n = b.lines.n;
	free(b.lines.v);
	return n;
}

const char *sg_svg_shade(struct sg_svg *s, double share)
{
	unsigned grey;

	share = share < 0 ? 0 : share > 1 ? 1 : share;
	grey = (unsigned)lround(255 - share * 215);
	return sg_arena_printf(s->arena, "#%02x%02x%02x", grey, grey, grey).p;
}

const char *sg_svg_on_shade(double share)
{
	return share > 0.5 ? "#fff" : "#111";
}
