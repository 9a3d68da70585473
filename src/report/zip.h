/* zip.h - a ZIP file in memory, part by part, for DOCX and HWPX: the same parts give the
 * same bytes. Over libzip. */
#ifndef SG_REPORT_ZIP_H
#define SG_REPORT_ZIP_H

#include "base/str.h"

struct sg_zip_part {
	const char *name;
	struct sg_buf bytes;
	bool stored; /* not compressed */
};

struct sg_zip {
	SG_VEC(struct sg_zip_part) parts;
};

void sg_zip_init(struct sg_zip *z);
void sg_zip_release(struct sg_zip *z);
/* A new part, in this order; its bytes are filled by the caller before the next call.
 * name is borrowed until sg_zip_write. */
struct sg_buf *sg_zip_add(struct sg_zip *z, const char *name, bool stored);
/* Appends the file to out. Every part has the time that iso (see clock.h) says. */
int sg_zip_write(const struct sg_zip *z, struct sg_str iso, struct sg_buf *out,
	struct sg_error *err);

#endif
