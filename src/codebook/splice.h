/* splice.h - writing edits into a codebook without touching the rest of it. */
#ifndef SG_CODEBOOK_SPLICE_H
#define SG_CODEBOOK_SPLICE_H

#include "base/arena.h"

/* One replacement of the bytes off..off+len. */
struct sg_edit {
	size_t off, len;
	struct sg_str text;
};

/* Edits of one text, in any order; the texts live in the arena. */
struct sg_edits {
	struct sg_arena arena;
	struct sg_edit *v;
	size_t n, cap;
};
void sg_edits_init(struct sg_edits *e);
void sg_edits_release(struct sg_edits *e);
/* The text is copied. */
void sg_edits_add(struct sg_edits *e, size_t off, size_t len, struct sg_str text);
/* Appends body with the edits in it. Of several at one place those that were added first
 * come first. SG_EUSAGE for a range outside of body, inside a character, or over
 * another. Sorts the edits. */
int sg_edits_apply(struct sg_edits *e, struct sg_str body, struct sg_buf *out,
	struct sg_error *err);

/* Replaces the bytes off..off+len of the file at path, atomically. sha256 is that of
 * the content the range was taken from (sg_codebook's): when the file has changed since,
 * SG_ECONFLICT and nothing is written. SG_EUSAGE for a range outside of the file or
 * inside a character, SG_EINPUT for a file or replacement that is not UTF-8; errors of
 * sg_file_read and sg_file_write. */
int sg_codebook_splice(const char *path, const char sha256[65], size_t off, size_t len,
	struct sg_str replacement, struct sg_error *err);

/* Writes body over the file, under the same conditions. Before that the content goes to
 * path + ".bak", or, where that is something else already, ".bak.2" and so on; backup
 * gets its name. */
int sg_codebook_rewrite(const char *path, const char sha256[65], struct sg_str body,
	struct sg_buf *backup, struct sg_error *err);

#endif
