/* zip.c - see zip.h. */
#include "config.h"

#include "report/zip.h"

#include <stdlib.h>

#include <zip.h>

#include "report/clock.h"

void sg_zip_init(struct sg_zip *z)
{
	z->parts.v = NULL;
	z->parts.n = z->parts.cap = 0;
}

void sg_zip_release(struct sg_zip *z)
{
	for (size_t i = 0; i < z->parts.n; i++)
		sg_buf_release(&z->parts.v[i].bytes);
	free(z->parts.v);
	sg_zip_init(z);
}

struct sg_buf *sg_zip_add(struct sg_zip *z, const char *name, bool stored)
{
	struct sg_zip_part part = {.name = name, .stored = stored};

	sg_buf_init(&part.bytes);
	SG_PUSH(&z->parts, part);
	return &z->parts.v[z->parts.n - 1].bytes;
}

static int add_part(zip_t *zip, const struct sg_zip_part *part, struct sg_str iso)
{
	uint16_t time, date;
	zip_source_t *source = zip_source_buffer(zip, part->bytes.p, part->bytes.n, 0);

	if (!source)
		return -1;
	zip_int64_t at = zip_file_add(zip, part->name, source, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(source);
		return -1;
	}
	sg_clock_dos(iso, &time, &date);
	if (zip_file_set_dostime(zip, (zip_uint64_t)at, time, date, 0) != 0)
		return -1;
	return zip_set_file_compression(
		zip, (zip_uint64_t)at, part->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
}

static int read_back(zip_source_t *source, struct sg_buf *out)
{
	char block[65536];
	zip_int64_t n;

	if (zip_source_open(source) != 0)
		return -1;
	while ((n = zip_source_read(source, block, sizeof block)) > 0)
		sg_buf_add(out, (struct sg_str){block, (size_t)n});
	zip_source_close(source);
	return n < 0 ? -1 : 0;
}

int sg_zip_write(const struct sg_zip *z, struct sg_str iso, struct sg_buf *out,
	struct sg_error *err)
{
	zip_error_t why;
	int rc = -1;

	zip_error_init(&why);
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &why);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_TRUNCATE, &why) : NULL;
	if (zip) {
		zip_source_keep(source); /* zip_close frees the archive's hold on it */
		rc = 0;
		for (size_t i = 0; i < z->parts.n && rc == 0; i++)
			rc = add_part(zip, &z->parts.v[i], iso);
		if (rc == 0)
			rc = zip_close(zip);
		if (rc != 0)
			zip_discard(zip);
		else
			rc = read_back(source, out);
	}
	if (source)
		zip_source_free(source);
	zip_error_fini(&why);
	return rc == 0 ? 0 : sg_error_set(err, SG_EIO, _("cannot make the zip file"));
}
