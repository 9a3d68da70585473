/* locate.h - notes that carry their place: line, column, width and the source line,
 * so that the command line can draw a caret under what is wrong. Internal to
 * src/codebook.
 */
#ifndef SG_CODEBOOK_LOCATE_H
#define SG_CODEBOOK_LOCATE_H

#include "base/notes.h"

/* Some whole lines of a file, the first of which has the number `first`. When first
 * is 0 the text is no file's (an expression from the command line): notes then have
 * line 0 and all of it as excerpt. */
struct sg_locus {
	const char *path; /* or NULL */
	struct sg_str text;
	uint32_t first;
};

/* Adds a note at line and col (1-based code points), `width` code points wide, with
 * the line of locus as excerpt. */
void sg_locus_note(const struct sg_locus *locus, struct sg_notes *notes,
	enum sg_severity severity, uint32_t line, uint32_t col, uint32_t width,
	const char *fmt, ...) SG_PRINTF(7, 8);
void sg_locus_vnote(const struct sg_locus *locus, struct sg_notes *notes,
	enum sg_severity severity, uint32_t line, uint32_t col, uint32_t width,
	const char *fmt, va_list ap) SG_PRINTF(7, 0);

/* Where the bytes off..off+len of a text stand that has the cols and lines of struct
 * sg_item. The width ends with the line that off is on and is at least 1. */
struct sg_stretch {
	uint32_t line, col, width;
};
struct sg_stretch sg_stretch_of(struct sg_str text, const uint32_t *cols,
	const uint32_t *lines, size_t off, size_t len);

/* Index of the name that word was probably meant to be: fewest edits over code points
 * (Levenshtein), the first of equals; SIZE_MAX when all are further than `most`. */
size_t sg_nearest(
	struct sg_str word, const struct sg_str *names, size_t n, size_t most);

#endif
