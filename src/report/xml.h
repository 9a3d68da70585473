/* xml.h - writing an XML part over libxml2's text writer, element by element. Names are
 * written with their prefixes; the root declares them as attributes. */
#ifndef SG_REPORT_XML_H
#define SG_REPORT_XML_H

#include <libxml/xmlwriter.h>

#include "base/str.h"

struct sg_xml {
	xmlBufferPtr bytes;
	xmlTextWriterPtr writer;
	struct sg_buf text;
	char numbers[16][24]; /* of sg_xml_num */
	unsigned next;
	bool failed;
};

/* Begins with the XML declaration, UTF-8, standalone. */
void sg_xml_init(struct sg_xml *x);
/* Appends what was written to out and frees x; negative when anything failed. */
int sg_xml_finish(struct sg_xml *x, struct sg_buf *out, struct sg_error *err);

/* An element with attributes, name and value in turn, up to NULL. */
void sg_xml_open(struct sg_xml *x, const char *name, ...);
/* One more attribute of the element just opened. */
void sg_xml_attribute(struct sg_xml *x, const char *name, const char *value);
void sg_xml_close(struct sg_xml *x);
/* The same without content. */
void sg_xml_leaf(struct sg_xml *x, const char *name, ...);
/* Text as it is; it must be fit for XML (sg_visible). */
void sg_xml_text(struct sg_xml *x, struct sg_str text);
/* An element that holds text only. */
void sg_xml_element(struct sg_xml *x, const char *name, struct sg_str text);
/* A number as an attribute's value; good until sixteen more were asked for. */
const char *sg_xml_num(struct sg_xml *x, long value);

#endif
