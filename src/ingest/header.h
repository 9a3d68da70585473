/* header.h - who answered: names under which people write a respondent's key, and
 * `키: 값` lines above the first question. Shared by all readers. */
#ifndef SG_INGEST_HEADER_H
#define SG_INGEST_HEADER_H

#include "base/str.h"

/* How surely a field of that name holds the respondent's key: 0 not at all, 1 a name
 * or running number, 2 an identifier (응답자, ID, participant …). */
unsigned sg_header_rank(struct sg_str name);

/* Reads `키: 값`, `- **키**: 값` or `키： 값`. The key has at most four words and no
 * sentence signs, the value at most 200 letters. */
bool sg_header_line(struct sg_str line, struct sg_str *name, struct sg_str *value);

#endif
