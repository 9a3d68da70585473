/* library_error.h - what libzip, libxml2 and jansson say of a broken file, in our words
 * where people meet it (and so in the language of the messages), else in theirs. */
#ifndef SG_INGEST_LIBRARY_ERROR_H
#define SG_INGEST_LIBRARY_ERROR_H

#include <jansson.h>
#include <libxml/xmlerror.h>
#include <zip.h>

#include "base/str.h"

/* Each is valid as long as the error. */
const char *sg_zip_reason(zip_error_t *why);
struct sg_str sg_xml_reason(const xmlError *why);
/* near: the text that it stopped at, as it stands there, or empty. */
const char *sg_json_reason(const json_error_t *why, struct sg_str *near);

#endif
