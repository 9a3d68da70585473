/* svg.h - drawing as SVG (W3C SVG 1.1). Units are CSS pixels; y grows downwards. What is
 * drawn with SG_SVG_INK takes the colour of the page around it, so that a figure inside
 * a page follows its light and dark; a figure by itself is black on white. Numbers are
 * written alike in every locale. */
#ifndef SG_REPORT_SVG_H
#define SG_REPORT_SVG_H

#include "base/arena.h"

#define SG_SVG_INK  "currentColor"
#define SG_SVG_NONE "none"

enum sg_anchor { SG_ANCHOR_START, SG_ANCHOR_MIDDLE, SG_ANCHOR_END };

struct sg_svg {
	struct sg_buf *out;
	struct sg_arena *arena;
	double size; /* of text */
};

/* attributes: of a figure that stands in a page, has no background of its own and holds
 * links, each with a blank before it; NULL: a picture by itself. title and description
 * are what a screen reader says. */
void sg_svg_open(struct sg_svg *s, double width, double height, struct sg_str title,
	struct sg_str description, const char *attributes);
void sg_svg_close(struct sg_svg *s);
/* A number as an attribute, with at most one decimal: " name=\"12.5\"". */
void sg_svg_attribute(struct sg_svg *s, const char *name, double v);

void sg_svg_rect(struct sg_svg *s, double x, double y, double w, double h,
	const char *fill, const char *stroke);
/* opacity and width of the stroke; dashes as in stroke-dasharray, or NULL. */
void sg_svg_line(struct sg_svg *s, double x1, double y1, double x2, double y2,
	double width, double opacity, const char *dashes);
/* n points, x and y in turn; closed ones are filled. */
void sg_svg_polyline(struct sg_svg *s, const double *points, size_t n, double width,
	const char *fill, double opacity, const char *dashes);
/* Marks that differ in shape, filled and then hollow, so that they can be told apart
 * without colour: number 0 … SG_MARKS - 1. */
enum { SG_MARK_SHAPES = 8, SG_MARKS = 2 * SG_MARK_SHAPES };
void sg_svg_mark(struct sg_svg *s, double x, double y, double size, size_t number);
void sg_svg_circle(struct sg_svg *s, double x, double y, double r, const char *fill,
	const char *stroke);
/* y is the baseline. fill NULL: ink. */
void sg_svg_text(struct sg_svg *s, double x, double y, enum sg_anchor anchor, bool bold,
	const char *fill, struct sg_str text);
/* Turned about its end by degrees (negative: upwards). */
void sg_svg_text_turned(struct sg_svg *s, double x, double y, enum sg_anchor anchor,
	double degrees, struct sg_str text);

/* An upper bound of the width of text in common fonts: an em for a wide character, 0.62
 * for others. */
double sg_svg_width(const struct sg_svg *s, struct sg_str text);

/* Breaks text into lines of at most `width`; returns how many, in the arena. */
size_t sg_svg_lines(
	struct sg_svg *s, struct sg_str text, double width, struct sg_str **lines);

/* A grey as "#rrggbb": 0 is the paper's white, 1 nearly black; and the ink that is
 * readable on it. Luminance falls evenly, so that a copy without colour keeps order. */
const char *sg_svg_shade(struct sg_svg *s, double share);
const char *sg_svg_on_shade(double share);

#endif
