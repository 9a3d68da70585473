/* package.h - office files of today: a ZIP file with XML parts, opened with caps on
 * everything, over libzip and libxml2. For XLSX, and whoever reads DOCX, ODT or HWPX. */
#ifndef SG_INGEST_PACKAGE_H
#define SG_INGEST_PACKAGE_H

#include <libxml/xmlreader.h>

#include "base/arena.h"

enum {
	SG_PACKAGE_CAP = 64 << 20, /* bytes of the file */
	SG_PART_CAP = 256 << 20,   /* bytes of one part, unpacked */
	SG_UNPACKED_CAP =
		1 << 30, /* bytes of all parts, those read twice counted twice */
	SG_PACKAGE_PARTS = 20000,
};

struct sg_package;

/* Opens the ZIP file in bytes, which are borrowed until sg_package_free; path is for
 * messages. Errors (SG_EINPUT): no ZIP file, a broken one, one with a password, more
 * than SG_PACKAGE_PARTS parts; an OLE file is named for what it is (a document with a
 * password, or of an older program). */
int sg_package_open(struct sg_package **out, struct sg_str bytes, const char *path,
	struct sg_error *err);
void sg_package_free(struct sg_package *p);
bool sg_package_has(const struct sg_package *p, const char *part);
/* A whole part, at most cap bytes, appended to out. */
int sg_package_read(struct sg_package *p, const char *part, size_t cap,
	struct sg_buf *out, struct sg_error *err);

/* A part as a stream of nodes. A document type, a depth or a text beyond libxml2's
 * defaults, and more than SG_PART_CAP bytes are errors. */
struct sg_part {
	struct sg_package *package;
	const char *name; /* borrowed */
	void *file;
	size_t read; /* bytes so far */
	bool toobig, broken;
	xmlTextReaderPtr xml;
	struct sg_error *err; /* filled when opening or reading on fails */
	struct sg_error why;  /* what the parser said; much of it can be read over */
	bool fatal;           /* that, it cannot */
};
int sg_part_open(struct sg_part *part, struct sg_package *p, const char *name,
	struct sg_error *err);
/* 1: stands on the next node; 0: the end; negative with err. */
int sg_part_next(struct sg_part *part);
void sg_part_close(struct sg_part *part);

/* Whether the reader stands on the start (end) of an element of that local name. */
bool sg_part_starts(const struct sg_part *part, const char *local);
bool sg_part_ends(const struct sg_part *part, const char *local);
/* An attribute by its local name, copied to the arena; empty when it is missing. */
struct sg_str sg_part_attribute(
	const struct sg_part *part, const char *local, struct sg_arena *arena);

#endif
