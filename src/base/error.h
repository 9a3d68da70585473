/* error.h - the one way a failure travels from where it happened to the user.
 *
 * Every function that can fail returns 0 or a negative sg_errcode and fills a
 * caller-owned struct sg_error. The first error wins: a later sg_error_set on
 * an error that already holds one changes nothing.
 */
#ifndef SG_BASE_ERROR_H
#define SG_BASE_ERROR_H

#include <stdarg.h>
#include <stdint.h>

#include "base/i18n.h"

enum sg_errcode {
	SG_OK = 0,
	SG_EIO = -1,       /* the system refused: open, read, write, rename */
	SG_EINPUT = -2,    /* the content of an input is not what it must be */
	SG_ETOOBIG = -3,   /* an input is over a documented cap */
	SG_ENOTFOUND = -4, /* a named thing (code, respondent, file) does not exist */
	SG_ESTORE = -5,    /* SQLite refused; the text says why */
	SG_ECONFLICT = -6, /* the thing exists already or changed meanwhile */
	SG_ELIMIT = -7,    /* a match or recursion limit was hit */
	SG_EUSAGE = -8,    /* the caller asked for something that makes no sense */
};

struct sg_error {
	enum sg_errcode code;
	uint32_t line; /* 1-based; 0 where there is none */
	uint32_t col;  /* 1-based, in code points; 0 where there is none */
	char source[256];
	char text[768];
};

#if defined(__GNUC__)
#define SG_PRINTF(f, a) __attribute__((format(printf, f, a), nonnull(f)))
#else
#define SG_PRINTF(f, a)
#endif

/* Empties err. */
void sg_error_reset(struct sg_error *err);

/* Records code and the formatted text unless err already holds an error.
 * Returns code, so that a failing function can end in `return sg_error_set(…)`.
 * The text is cut at a code point boundary when it is too long. */
int sg_error_set(struct sg_error *err, enum sg_errcode code, const char *fmt, ...)
	SG_PRINTF(3, 4);

/* The same with the place: source is a file name (may be NULL), line and col
 * as in the struct. */
int sg_error_at(struct sg_error *err, enum sg_errcode code, const char *source,
	uint32_t line, uint32_t col, const char *fmt, ...) SG_PRINTF(6, 7);

/* Gives an error that has no place yet a source and line. */
void sg_error_locate(
	struct sg_error *err, const char *source, uint32_t line, uint32_t col);

#endif
