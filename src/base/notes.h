/* notes.h - a list of findings about an input that do not stop the work:
 * an unrecognised heading, a rule that matched nothing, a line not placed.
 * Whoever works collects them; the command line prints them. */
#ifndef SG_BASE_NOTES_H
#define SG_BASE_NOTES_H

#include "base/arena.h"

enum sg_severity { SG_NOTE, SG_WARNING, SG_ERROR };

struct sg_note {
	enum sg_severity severity;
	struct sg_str source;  /* file name, or empty */
	uint32_t line;         /* 1-based, 0: none */
	uint32_t col;          /* 1-based code points, 0: none */
	uint32_t width;        /* code points to underline, 0: one */
	struct sg_str excerpt; /* the line of the source that holds it, or empty */
	struct sg_str text;    /* one message, lower case, no full stop */
};

struct sg_notes {
	struct sg_arena arena; /* owns every text */
	struct sg_note *v;
	size_t n, cap;
	size_t errors, warnings;
};

void sg_notes_init(struct sg_notes *l);
void sg_notes_release(struct sg_notes *l);
/* Adds a note and returns it, so that the caller may set width and excerpt
 * (sg_arena_str(&l->arena, …)); valid until the next note. source may be NULL. */
struct sg_note *sg_notes_add(struct sg_notes *l, enum sg_severity severity,
	const char *source, uint32_t line, uint32_t col, const char *fmt, ...)
	SG_PRINTF(6, 7);
/* The note that says what err says. */
struct sg_note *sg_notes_add_error(struct sg_notes *l, const struct sg_error *err);
enum { SG_NOTES_SHOWN = 10 /* of the warnings about one place, to people */ };
/* Of the warnings about one place (line and column; a regex that gives up in text after
 * text), keeps the first `most` and says how many more there are. */
void sg_notes_fold(struct sg_notes *l, size_t most);

#endif
