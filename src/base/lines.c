/* lines.c - see lines.h. */
#include "config.h"

#include "base/lines.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct sg_lines {
	FILE *file;
	char *path;
	size_t cap;
	struct sg_str rest; /* read and not yet given out */
	struct sg_buf line;
	uint32_t no;
	char block[65536];
};

struct sg_lines *sg_lines_open(const char *path, size_t cap, struct sg_error *err)
{
	FILE *file = fopen(path, "rbe");

	if (!file) {
		sg_error_set(err, errno == ENOENT ? SG_ENOTFOUND : SG_EIO,
			_("cannot open '%s': %s"), path, strerror(errno));
		return NULL;
	}
	struct sg_lines *l = sg_lines_of((struct sg_str){NULL, 0}, cap);
	l->file = file;
	l->path = sg_strdup(sg_str_of(path));
	return l;
}

struct sg_lines *sg_lines_of(struct sg_str bytes, size_t cap)
{
	struct sg_lines *l = sg_zalloc(1, sizeof *l);

	l->rest = bytes;
	l->cap = cap;
	return l;
}

void sg_lines_free(struct sg_lines *l)
{
	if (!l)
		return;
	if (l->file)
		fclose(l->file);
	sg_buf_release(&l->line);
	free(l->path);
	free(l);
}

/* Reads another block; 0 at the end. */
static int fill(struct sg_lines *l, struct sg_error *err)
{
	if (!l->file)
		return 0;
	size_t n = fread(l->block, 1, sizeof l->block, l->file);
	if (n == 0 && ferror(l->file)) {
		int why = errno;
		fclose(l->file);
		l->file = NULL;
		return sg_error_at(err, SG_EIO, l->path, l->no, 0, _("cannot read: %s"),
			strerror(why));
	}
	l->rest = (struct sg_str){l->block, n};
	return n > 0;
}

int sg_lines_next(
	struct sg_lines *l, struct sg_str *line, uint32_t *no, struct sg_error *err)
{
	size_t length = 0;
	bool started = false;

	sg_buf_reset(&l->line);
	*no = ++l->no;
	for (;;) {
		if (l->rest.n == 0) {
			int rc = fill(l, err);
			if (rc < 0)
				return rc;
			if (rc == 0)
				break;
		}
		started = true;
		size_t at = sg_str_findc(l->rest, '\n');
		struct sg_str piece = sg_str_sub(l->rest, 0, at);
		length += piece.n;
		if (length <= l->cap)
			sg_buf_add(&l->line, piece);
		l->rest = at == SIZE_MAX ? (struct sg_str){NULL, 0}
					 : sg_str_skip(l->rest, at + 1);
		if (at != SIZE_MAX)
			break;
	}
	if (length > l->cap)
		return sg_error_at(err, SG_ETOOBIG, l->path, l->no, 0,
			_("line is longer than the %zu MiB that are taken"),
			l->cap >> 20);
	*line = sg_buf_str(&l->line);
	return started;
}
