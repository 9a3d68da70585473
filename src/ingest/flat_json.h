/* flat_json.h - JSON objects as most files have them, one a line: strings and whole
 * numbers, nothing nested. Takes a tenth of the time a tree of values takes. What it does
 * not take is not wrong: the caller asks a full reader, which also words the errors. */
#ifndef SG_INGEST_FLAT_JSON_H
#define SG_INGEST_FLAT_JSON_H

#include "base/arena.h"

struct sg_flat_field {
	struct sg_str name, value; /* strings without their escapes; null is empty */
};

struct sg_flat_fields {
	struct sg_flat_field *v;
	size_t n, cap;
};

/* Replaces fields by those of the object in text, valid UTF-8. Slices lie in text or in
 * arena. False for anything else: no or a broken object, lists and objects in it,
 * fractions, a name twice, more than max fields, U+0000. */
bool sg_flat_json(struct sg_str text, size_t max, struct sg_arena *arena,
	struct sg_flat_fields *fields);

#endif
