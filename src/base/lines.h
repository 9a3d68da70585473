/* lines.h - a file line by line with a cap on the line, for inputs that are too long
 * to hold; or the lines of a text in memory. */
#ifndef SG_BASE_LINES_H
#define SG_BASE_LINES_H

#include "base/str.h"

struct sg_lines;

/* The caller frees. NULL with err (SG_ENOTFOUND, SG_EIO) when path cannot be opened. */
struct sg_lines *sg_lines_open(const char *path, size_t cap, struct sg_error *err);
struct sg_lines *sg_lines_of(struct sg_str bytes, size_t cap); /* bytes are borrowed */
void sg_lines_free(struct sg_lines *l);

/* 1 with *line (without LF; borrowed until the next call) and its number, 0 at the end.
 * SG_ETOOBIG for a line over cap, which is passed over: the next call gives the line
 * after it. SG_EIO ends the file. */
int sg_lines_next(
	struct sg_lines *l, struct sg_str *line, uint32_t *no, struct sg_error *err);

#endif
