/* study_json.h - a whole study as JSON and back: what a freeze keeps. Both go through the
 * same description of the fields, so that what is read equals what was written. */
#ifndef SG_STORE_STUDY_JSON_H
#define SG_STORE_STUDY_JSON_H

#include "store/study.h"

enum { SG_STUDY_FORMAT = 1 }; /* changes when a field is added to the JSON */

/* Appends the study, which must have its bodies loaded. past, frozen and foreign are not part
 * of it. */
void sg_study_write(const struct sg_study *s, struct sg_buf *out);
/* SG_ESTORE when it is none, or damaged. Every index in it is checked. The caller
 * releases. */
int sg_study_read(struct sg_study *out, struct sg_str json, struct sg_error *err);

#endif
