/* xml.c - see xml.h. */
#include "config.h"

#include "report/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void sg_xml_init(struct sg_xml *x)
{
	memset(x, 0, sizeof *x);
	x->bytes = xmlBufferCreate();
	x->writer = x->bytes ? xmlNewTextWriterMemory(x->bytes, 0) : NULL;
	if (!x->writer)
		abort();
	sg_buf_init(&x->text);
	x->failed = xmlTextWriterStartDocument(x->writer, NULL, "UTF-8", "yes") < 0;
}

int sg_xml_finish(struct sg_xml *x, struct sg_buf *out, struct sg_error *err)
{
	x->failed |= xmlTextWriterEndDocument(x->writer) < 0;
	xmlFreeTextWriter(x->writer);
	sg_buf_add(out, (struct sg_str){(const char *)xmlBufferContent(x->bytes),
				(size_t)xmlBufferLength(x->bytes)});
	xmlBufferFree(x->bytes);
	sg_buf_release(&x->text);
	return x->failed ? sg_error_set(err, SG_EIO, _("cannot write XML")) : 0;
}

void sg_xml_attribute(struct sg_xml *x, const char *name, const char *value)
{
	x->failed |= xmlTextWriterWriteAttribute(x->writer, (const xmlChar *)name,
			     (const xmlChar *)value) < 0;
}

static void attributes(struct sg_xml *x, va_list ap)
{
	const char *name;

	while ((name = va_arg(ap, const char *)) != NULL)
		sg_xml_attribute(x, name, va_arg(ap, const char *));
}

static void start(struct sg_xml *x, const char *name)
{
	x->failed |= xmlTextWriterStartElement(x->writer, (const xmlChar *)name) < 0;
}

void sg_xml_open(struct sg_xml *x, const char *name, ...)
{
	va_list ap;

	start(x, name);
	va_start(ap, name);
	attributes(x, ap);
	va_end(ap);
}

void sg_xml_close(struct sg_xml *x)
{
	x->failed |= xmlTextWriterEndElement(x->writer) < 0;
}

void sg_xml_leaf(struct sg_xml *x, const char *name, ...)
{
	va_list ap;

	start(x, name);
	va_start(ap, name);
	attributes(x, ap);
	va_end(ap);
	sg_xml_close(x);
}

void sg_xml_text(struct sg_xml *x, struct sg_str text)
{
	sg_buf_reset(&x->text);
	sg_buf_add(&x->text, text);
	x->failed |= xmlTextWriterWriteString(
			     x->writer, (const xmlChar *)sg_buf_z(&x->text)) < 0;
}

void sg_xml_element(struct sg_xml *x, const char *name, struct sg_str text)
{
	sg_xml_open(x, name, NULL);
	sg_xml_text(x, text);
	sg_xml_close(x);
}

const char *sg_xml_num(struct sg_xml *x, long value)
{
	char *slot = x->numbers[x->next++ % 16];

	snprintf(slot, sizeof x->numbers[0], "%ld", value);
	return slot;
}
