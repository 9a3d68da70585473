/* width.h - display columns, for tables and carets on a terminal. Hangul, Han
 * and full-width forms take two, combining and zero-width characters none;
 * ambiguous characters (· “ ” ‹) take one. */
#ifndef SG_TEXT_WIDTH_H
#define SG_TEXT_WIDTH_H

#include "base/str.h"

size_t sg_width_cp(uint32_t cp);
size_t sg_width(struct sg_str s);
/* Longest prefix of s at most `columns` wide, in bytes; never splits a code
 * point from its combining marks. */
size_t sg_width_prefix(struct sg_str s, size_t columns);
/* Appends s padded with spaces to `columns` (left-aligned; right when right). */
void sg_width_pad(struct sg_buf *out, struct sg_str s, size_t columns, bool right);
/* Breaks s into lines of at most `columns` at spaces, and inside an eojeol only when it
 * is longer than a line: behind its last | or / that fits, or between syllables. Each
 * line is passed to fn. */
void sg_width_wrap(struct sg_str s, size_t columns,
	void (*fn)(void *ctx, struct sg_str line), void *ctx);
/* Appends the lines of s, those wider than `columns` broken likewise. They go on under
 * what stands behind their first gap of two blanks where that leaves half of the
 * columns, or else two columns in from their start. */
void sg_width_fold(struct sg_buf *out, struct sg_str s, size_t columns);

#endif
