/* splice.h - writing an edit into a codebook without touching the rest of it. */
#ifndef SG_CODEBOOK_SPLICE_H
#define SG_CODEBOOK_SPLICE_H

#include "base/str.h"

/* Replaces the bytes off..off+len of the file at path, atomically. sha256 is that of
 * the content the range was taken from (sg_codebook's): when the file has changed since,
 * SG_ECONFLICT and nothing is written. SG_EUSAGE for a range outside of the file or
 * inside a character, SG_EINPUT for a file or replacement that is not UTF-8; errors of
 * sg_file_read and sg_file_write. */
int sg_codebook_splice(const char *path, const char sha256[65], size_t off, size_t len,
	struct sg_str replacement, struct sg_error *err);

#endif
