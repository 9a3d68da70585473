/* review_json.h - the current cell of a review as JSON, for scripts. */
#ifndef SG_PROJECT_REVIEW_JSON_H
#define SG_PROJECT_REVIEW_JSON_H

#include "project/reviewing.h"

/* Appends an object and a line end. At the end of a round "cell" is null. Offsets are
 * code points of the text. */
void sg_review_json(const struct sg_reviewing *r, struct sg_buf *out);

#endif
