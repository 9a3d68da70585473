/* splice.c - see splice.h. */
#include "config.h"

#include "codebook/splice.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "codebook/load.h"
#include "text/utf8.h"

enum { MOST_BACKUPS = 1000 };

void sg_edits_init(struct sg_edits *e)
{
	memset(e, 0, sizeof *e);
	sg_arena_init(&e->arena);
}

void sg_edits_release(struct sg_edits *e)
{
	free(e->v);
	sg_arena_release(&e->arena);
}

void sg_edits_add(struct sg_edits *e, size_t off, size_t len, struct sg_str text)
{
	SG_PUSH(e, (struct sg_edit){off, len, sg_arena_str(&e->arena, text)});
}

/* Whether a stands behind b: what is only put in at a place goes before what is taken
 * out there. */
static bool behind(const struct sg_edit *a, const struct sg_edit *b)
{
	return a->off > b->off || (a->off == b->off && a->len > 0 && b->len == 0);
}

/* By place, keeping the order of those at one place: there are few. */
static void sort_edits(struct sg_edits *e)
{
	for (size_t i = 1; i < e->n; i++) {
		struct sg_edit one = e->v[i];
		size_t at = i;
		for (; at > 0 && behind(&e->v[at - 1], &one); at--)
			e->v[at] = e->v[at - 1];
		e->v[at] = one;
	}
}

static bool inside_character(struct sg_str s, size_t off)
{
	return off < s.n && ((unsigned char)s.p[off] & 0xC0) == 0x80;
}

int sg_edits_apply(struct sg_edits *e, struct sg_str body, struct sg_buf *out,
	struct sg_error *err)
{
	size_t done = 0;

	sort_edits(e);
	for (size_t i = 0; i < e->n; i++) {
		const struct sg_edit *one = &e->v[i];
		if (one->off < done || one->off > body.n ||
			one->len > body.n - one->off ||
			inside_character(body, one->off) ||
			inside_character(body, one->off + one->len))
			return sg_error_set(err, SG_EUSAGE,
				_("bytes %zu to %zu are no range of the file"),
				one->off, one->off + one->len);
		done = one->off + one->len;
	}
	done = 0;
	for (size_t i = 0; i < e->n; i++) {
		sg_buf_add(out, sg_str_sub(body, done, e->v[i].off));
		sg_buf_add(out, e->v[i].text);
		done = e->v[i].off + e->v[i].len;
	}
	sg_buf_add(out, sg_str_skip(body, done));
	return 0;
}

/* The file's content, which must be that of sha256; and what is to go into it. */
static int read_same(const char *path, const char sha256[65], struct sg_str replacement,
	struct sg_buf *out, struct sg_error *err)
{
	char hash[65];
	int rc = sg_file_read(path, SG_CODEBOOK_MOST_BYTES, out, err);

	if (rc)
		return rc;
	struct sg_str s = sg_buf_str(out);
	if (sg_utf8_check(s) != SIZE_MAX || sg_utf8_check(replacement) != SIZE_MAX)
		return sg_error_at(err, SG_EINPUT, path, 0, 0,
			_("cannot edit a file that is not UTF-8; save it as UTF-8 "
			  "first"));
	sg_sha256_hex(s, hash);
	if (strcmp(hash, sha256) != 0)
		return sg_error_at(err, SG_ECONFLICT, path, 0, 0,
			_("the file has changed since it was read; nothing was "
			  "written"));
	return 0;
}

int sg_codebook_splice(const char *path, const char sha256[65], size_t off, size_t len,
	struct sg_str replacement, struct sg_error *err)
{
	struct sg_buf now, then;
	struct sg_edits edits;

	sg_buf_init(&now);
	sg_buf_init(&then);
	sg_edits_init(&edits);
	int rc = read_same(path, sha256, replacement, &now, err);
	if (rc == 0) {
		sg_edits_add(&edits, off, len, replacement);
		rc = sg_edits_apply(&edits, sg_buf_str(&now), &then, err);
		sg_error_locate(err, path, 0, 0);
	}
	if (rc == 0)
		rc = sg_file_write(path, sg_buf_str(&then), err);
	sg_edits_release(&edits);
	sg_buf_release(&then);
	sg_buf_release(&now);
	return rc;
}

/* Keeps content beside path, never over another file. */
static int keep(const char *path, struct sg_str content, struct sg_buf *backup,
	struct sg_error *err)
{
	struct sg_buf there;
	int rc = SG_ECONFLICT;

	sg_buf_init(&there);
	for (unsigned n = 1; rc == SG_ECONFLICT && n <= MOST_BACKUPS; n++) {
		sg_buf_reset(backup);
		sg_buf_printf(backup, "%s.bak", path);
		if (n > 1)
			sg_buf_printf(backup, ".%u", n);
		enum sg_file_kind kind = sg_file_kind(sg_buf_z(backup));
		if (kind == SG_FILE_NONE) {
			rc = sg_file_write(sg_buf_z(backup), content, err);
			break;
		}
		sg_buf_reset(&there);
		struct sg_error none = {0};
		if (kind == SG_FILE_REGULAR &&
			sg_file_read(sg_buf_z(backup), SG_CODEBOOK_MOST_BYTES, &there,
				&none) == 0 &&
			sg_str_eq(sg_buf_str(&there), content))
			rc = 0;
	}
	if (rc == SG_ECONFLICT)
		sg_error_at(err, rc, path, 0, 0,
			_("there are too many backups (%s); take some away"),
			sg_buf_z(backup));
	sg_buf_release(&there);
	return rc;
}

int sg_codebook_rewrite(const char *path, const char sha256[65], struct sg_str body,
	struct sg_buf *backup, struct sg_error *err)
{
	struct sg_buf now;

	sg_buf_init(&now);
	int rc = read_same(path, sha256, body, &now, err);
	if (rc == 0)
		rc = keep(path, sg_buf_str(&now), backup, err);
	if (rc == 0)
		rc = sg_file_write(path, body, err);
	sg_buf_release(&now);
	return rc;
}
