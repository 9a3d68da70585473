/* package.c - see package.h. */
#include "config.h"

#include "ingest/package.h"

#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "ingest/library_error.h"

struct sg_package {
	zip_t *zip;
	const char *path;
	size_t unpacked; /* bytes of all parts so far */
};

/* UTF-16LE, as names of streams are in an OLE file. */
static bool holds_wide(struct sg_str bytes, const char *word)
{
	char wide[64];
	size_t n = strlen(word);

	memset(wide, 0, sizeof wide);
	for (size_t i = 0; i < n; i++)
		wide[2 * i] = word[i];
	return sg_str_find(bytes, (struct sg_str){wide, 2 * n}) != SIZE_MAX;
}

/* Says why bytes are no package, if that can be seen from outside. */
static int check_signature(struct sg_str bytes, const char *path, struct sg_error *err)
{
	static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

	if (sg_str_starts(bytes, SG_STR("PK\x03\x04")))
		return 0;
	if (!sg_str_starts(bytes, (struct sg_str){ole, sizeof ole - 1}))
		return sg_error_at(err, SG_EINPUT, path, 0, 0,
			_("not a zip file, as this format must be"));
	if (holds_wide(bytes, "EncryptedPackage"))
		return sg_error_at(err, SG_EINPUT, path, 0, 0,
			_("protected by a password: save it without one"));
	if (holds_wide(bytes, "Workbook") || holds_wide(bytes, "Book"))
		return sg_error_at(err, SG_EINPUT, path, 0, 0,
			_("a workbook of Excel 97-2003: save it as .xlsx"));
	return sg_error_at(err, SG_EINPUT, path, 0, 0,
		_("a file of an older program: save it in the present format"));
}

int sg_package_open(struct sg_package **out, struct sg_str bytes, const char *path,
	struct sg_error *err)
{
	zip_error_t why;

	*out = NULL;
	if (check_signature(bytes, path, err) < 0)
		return err->code;
	zip_error_init(&why);
	zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;
	if (!zip) {
		sg_error_at(err, SG_EINPUT, path, 0, 0, _("a broken zip file: %s"),
			sg_zip_reason(&why));
		if (source)
			zip_source_free(source);
		zip_error_fini(&why);
		return SG_EINPUT;
	}
	zip_error_fini(&why);
	if (zip_get_num_entries(zip, 0) > SG_PACKAGE_PARTS) {
		zip_discard(zip);
		return sg_error_at(err, SG_ETOOBIG, path, 0, 0,
			_("more than %d files in the zip file"), SG_PACKAGE_PARTS);
	}
	*out = sg_alloc(1, sizeof **out);
	**out = (struct sg_package){zip, path, 0};
	return 0;
}

void sg_package_free(struct sg_package *p)
{
	if (!p)
		return;
	zip_discard(p->zip);
	free(p);
}

bool sg_package_has(const struct sg_package *p, const char *part)
{
	return zip_name_locate(p->zip, part, ZIP_FL_ENC_GUESS) >= 0;
}

static zip_file_t *open_part(
	const struct sg_package *p, const char *part, struct sg_error *err)
{
	zip_stat_t st;
	zip_int64_t at = zip_name_locate(p->zip, part, ZIP_FL_ENC_GUESS);

	if (at < 0) {
		sg_error_at(err, SG_EINPUT, p->path, 0, 0,
			_("there is no part '%s' in it"), part);
		return NULL;
	}
	if (zip_stat_index(p->zip, (zip_uint64_t)at, 0, &st) == 0 &&
		(st.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
		st.encryption_method != ZIP_EM_NONE) {
		sg_error_at(err, SG_EINPUT, p->path, 0, 0,
			_("protected by a password: save it without one"));
		return NULL;
	}
	zip_file_t *file = zip_fopen_index(p->zip, (zip_uint64_t)at, 0);
	if (!file)
		sg_error_at(err, SG_EINPUT, p->path, 0, 0, _("cannot unpack '%s': %s"),
			part, sg_zip_reason(zip_get_error(p->zip)));
	return file;
}

static int too_big(const struct sg_package *p, const char *part, struct sg_error *err)
{
	return sg_error_at(err, SG_ETOOBIG, p->path, 0, 0,
		_("'%s' is larger than what is read of it"), part);
}

int sg_package_read(struct sg_package *p, const char *part, size_t cap,
	struct sg_buf *out, struct sg_error *err)
{
	char block[16384];
	size_t before = out->n;
	zip_int64_t n;
	int rc = 0;

	zip_file_t *file = open_part(p, part, err);
	if (!file)
		return err->code;
	while ((n = zip_fread(file, block, sizeof block)) > 0 && rc == 0) {
		p->unpacked += (size_t)n;
		if (out->n - before + (size_t)n > cap || p->unpacked > SG_UNPACKED_CAP)
			rc = too_big(p, part, err);
		else
			sg_buf_add(out, (struct sg_str){block, (size_t)n});
	}
	if (rc == 0 && n < 0)
		rc = sg_error_at(err, SG_EINPUT, p->path, 0, 0,
			_("cannot unpack '%s': %s"), part,
			sg_zip_reason(zip_file_get_error(file)));
	zip_fclose(file);
	return rc;
}

/* --- a part as XML --- */

static int feed(void *ctx, char *buffer, int len)
{
	struct sg_part *part = ctx;
	zip_int64_t n = zip_fread(part->file, buffer, (zip_uint64_t)len);

	if (n < 0) {
		part->broken = true;
		return -1;
	}
	part->read += (size_t)n;
	part->package->unpacked += (size_t)n;
	if (part->read > SG_PART_CAP || part->package->unpacked > SG_UNPACKED_CAP) {
		part->toobig = true;
		return -1;
	}
	return (int)n;
}

/* Keeps the first message of the parser, of those that end the reading when there is
 * one. An undeclared prefix is none of them. */
static void complain(void *ctx, xmlErrorPtr why)
{
	struct sg_part *part = ctx;
	struct sg_str text = sg_xml_reason(why);

	if (part->broken || part->toobig || why->level < XML_ERR_ERROR)
		return;
	if (why->level == XML_ERR_FATAL && !part->fatal) {
		sg_error_reset(&part->why);
		part->fatal = true;
	}
	sg_error_at(&part->why, SG_EINPUT, part->package->path, 0, 0,
		_("'%s' in it is broken, line %d: %.*s"), part->name, why->line,
		SG_ARG(text));
}

static int unreadable(const struct sg_part *part, struct sg_error *err)
{
	if (part->why.code)
		return sg_error_at(err, part->why.code, part->why.source, 0, 0, "%s",
			part->why.text);
	return sg_error_at(err, SG_EINPUT, part->package->path, 0, 0,
		_("cannot read '%s' in it"), part->name);
}

/* libxml2 prints what it has no parser at hand for (a broken encoding), unless the thread
 * has a function for it. */
struct quiet {
	xmlStructuredErrorFunc before;
	void *ctx;
};

static struct quiet be_quiet(struct sg_part *part)
{
	struct quiet q = {xmlStructuredError, xmlStructuredErrorContext};

	xmlSetStructuredErrorFunc(part, complain);
	return q;
}

static void restore(const struct quiet *q)
{
	xmlSetStructuredErrorFunc(q->ctx, q->before);
}

int sg_part_open(struct sg_part *part, struct sg_package *p, const char *name,
	struct sg_error *err)
{
	*part = (struct sg_part){.package = p, .name = name, .err = err};
	part->file = open_part(p, name, err);
	if (!part->file)
		return err->code;
	/* neither entities, nor a DTD, nor the net, and libxml2's own limits */
	struct quiet q = be_quiet(part);
	part->xml = xmlReaderForIO(feed, NULL, part, NULL, NULL,
		XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
	restore(&q);
	if (!part->xml) {
		sg_part_close(part);
		return unreadable(part, err);
	}
	xmlTextReaderSetStructuredErrorHandler(part->xml, complain, part);
	return 0;
}

int sg_part_next(struct sg_part *part)
{
	struct quiet q = be_quiet(part);
	int rc = xmlTextReaderRead(part->xml);
	const char *path = part->package->path;

	restore(&q);
	if (rc == 1 &&
		xmlTextReaderNodeType(part->xml) == XML_READER_TYPE_DOCUMENT_TYPE)
		return sg_error_at(part->err, SG_EINPUT, path, 0, 0,
			_("'%s' in it declares a document type, which is refused"),
			part->name);
	if (rc >= 0)
		return rc;
	if (part->toobig)
		return too_big(part->package, part->name, part->err);
	if (part->broken)
		return sg_error_at(part->err, SG_EINPUT, path, 0, 0,
			_("cannot unpack '%s': %s"), part->name,
			sg_zip_reason(zip_file_get_error(part->file)));
	return unreadable(part, part->err);
}

void sg_part_close(struct sg_part *part)
{
	if (part->xml)
		xmlFreeTextReader(part->xml);
	if (part->file)
		zip_fclose(part->file);
	part->xml = NULL;
	part->file = NULL;
}

static bool named(const struct sg_part *part, const char *local)
{
	const xmlChar *name = xmlTextReaderConstLocalName(part->xml);

	return name && strcmp((const char *)name, local) == 0;
}

bool sg_part_starts(const struct sg_part *part, const char *local)
{
	return xmlTextReaderNodeType(part->xml) == XML_READER_TYPE_ELEMENT &&
	       named(part, local);
}

bool sg_part_ends(const struct sg_part *part, const char *local)
{
	int type = xmlTextReaderNodeType(part->xml);

	return (type == XML_READER_TYPE_END_ELEMENT ||
		       (type == XML_READER_TYPE_ELEMENT &&
			       xmlTextReaderIsEmptyElement(part->xml) == 1)) &&
	       named(part, local);
}

struct sg_str sg_part_attribute(
	const struct sg_part *part, const char *local, struct sg_arena *arena)
{
	struct sg_str value = {"", 0};
	int rc = xmlTextReaderMoveToFirstAttribute(part->xml);

	for (; rc == 1; rc = xmlTextReaderMoveToNextAttribute(part->xml)) {
		if (!named(part, local) || xmlTextReaderIsNamespaceDecl(part->xml) == 1)
			continue;
		const xmlChar *v = xmlTextReaderConstValue(part->xml);
		value = sg_arena_str(arena, sg_str_of((const char *)v));
		break;
	}
	xmlTextReaderMoveToElement(part->xml);
	return value;
}
