/* encode.h - from stored text to the bytes of an older Korean program's encoding. */
#ifndef SG_TEXT_ENCODE_H
#define SG_TEXT_ENCODE_H

#include "base/str.h"

/* Appends checked UTF-8 as CP949. Nothing is replaced by a question mark: SG_EINPUT, with
 * the first ten characters that it does not have, each with its code and the line it is
 * first on, and how many such characters there are. */
int sg_encode_cp949(struct sg_str utf8, struct sg_buf *out, struct sg_error *err);

#endif
