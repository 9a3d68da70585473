/* splice.c - see splice.h. */
#include "config.h"

#include "codebook/splice.h"

#include <string.h>

#include "base/file.h"
#include "codebook/load.h"
#include "text/utf8.h"

static bool inside_character(struct sg_str s, size_t off)
{
	return off < s.n && ((unsigned char)s.p[off] & 0xC0) == 0x80;
}

int sg_codebook_splice(const char *path, const char sha256[65], size_t off, size_t len,
	struct sg_str replacement, struct sg_error *err)
{
	struct sg_buf now, then;
	char hash[65];

	sg_buf_init(&now);
	sg_buf_init(&then);
	int rc = sg_file_read(path, SG_CODEBOOK_MOST_BYTES, &now, err);
	if (rc)
		goto out;
	struct sg_str s = sg_buf_str(&now);
	if (sg_utf8_check(s) != SIZE_MAX || sg_utf8_check(replacement) != SIZE_MAX) {
		rc = sg_error_at(err, SG_EINPUT, path, 0, 0,
			_("cannot edit a file that is not UTF-8; save it as UTF-8 "
			  "first"));
		goto out;
	}
	sg_sha256_hex(s, hash);
	if (strcmp(hash, sha256) != 0) {
		rc = sg_error_at(err, SG_ECONFLICT, path, 0, 0,
			_("the file has changed since it was read; nothing was "
			  "written"));
		goto out;
	}
	if (off > s.n || len > s.n - off || inside_character(s, off) ||
		inside_character(s, off + len)) {
		rc = sg_error_at(err, SG_EUSAGE, path, 0, 0,
			_("bytes %zu to %zu are no range of the file"), off, off + len);
		goto out;
	}
	sg_buf_add(&then, sg_str_sub(s, 0, off));
	sg_buf_add(&then, replacement);
	sg_buf_add(&then, sg_str_skip(s, off + len));
	rc = sg_file_write(path, sg_buf_str(&then), err);
out:
	sg_buf_release(&then);
	sg_buf_release(&now);
	return rc;
}
