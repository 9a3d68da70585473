/* load.h - the bytes of a codebook or questionnaire file as UTF-8. Internal to
 * src/codebook. */
#ifndef SG_CODEBOOK_LOAD_H
#define SG_CODEBOOK_LOAD_H

#include "base/arena.h"

enum { SG_CODEBOOK_MOST_BYTES = 16 * 1024 * 1024 };

/* Appends the file's content: unchanged when it is UTF-8 with LF or CRLF, decoded and
 * composed otherwise. Errors of sg_file_read and sg_decode. */
int sg_outline_load(const char *path, struct sg_buf *out, struct sg_error *err);

/* s composed as stored text is, in the arena. */
struct sg_str sg_keep_composed(struct sg_arena *a, struct sg_str s);

#endif
