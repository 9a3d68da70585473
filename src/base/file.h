/* file.h - all contact with the file system: reading with a cap, writing
 * atomically, folders in a fixed order, paths, checksums. */
#ifndef SG_BASE_FILE_H
#define SG_BASE_FILE_H

#include "base/str.h"

enum sg_file_kind { SG_FILE_NONE, SG_FILE_REGULAR, SG_FILE_DIR, SG_FILE_OTHER };

/* SG_FILE_NONE when nothing can be seen there. Follows links. */
enum sg_file_kind sg_file_kind(const char *path);

/* Reads a whole regular file into out (appended). Errors: SG_ENOTFOUND, SG_EIO,
 * SG_ETOOBIG when it is longer than cap bytes; the text names the path. */
int sg_file_read(
	const char *path, size_t cap, struct sg_buf *out, struct sg_error *err);

/* Writes data to a new file beside path and renames it over path, so that a
 * reader sees the old or the new content, never a part. fsync before rename. A link
 * is followed; a device or pipe is written to as it is. */
int sg_file_write(const char *path, struct sg_str data, struct sg_error *err);

/* A new empty file in the system's folder for temporary ones, that only this user can
 * read; its path, which the caller frees and removes, or NULL with err. */
char *sg_file_temporary(struct sg_error *err);
void sg_file_remove(const char *path); /* one that is not there is fine */

/* Names (not paths) in a folder, without those starting with '.', in byte
 * order. The caller frees each and the array with sg_names_release. */
struct sg_names {
	char **v;
	size_t n, cap;
};
int sg_dir_list(const char *path, struct sg_names *out, struct sg_error *err);
void sg_names_release(struct sg_names *names);

/* "a/b" + "c" = "a/b/c"; an absolute or empty dir behaves as expected. */
char *sg_path_join(const char *dir, const char *name); /* the caller frees */
struct sg_str sg_path_base(const char *path);          /* last component, borrowed */
struct sg_str sg_path_stem(const char *path); /* last component without extension */
/* Extension without the dot as written, or empty; ".hidden" has none. */
struct sg_str sg_path_ext(const char *path);

/* Processors at work, at least 1 and at most max. */
unsigned sg_processors(unsigned max);

/* SHA-256 of data in lower-case hex, NUL-terminated. */
void sg_sha256_hex(struct sg_str data, char out[65]);
struct sg_sha256 *sg_sha256_new(void);
void sg_sha256_add(struct sg_sha256 *h, struct sg_str data);
void sg_sha256_done(struct sg_sha256 *h, char out[65]); /* frees h */

#endif
