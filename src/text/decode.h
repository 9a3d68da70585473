/* decode.h - from the bytes of a file to stored text.
 *
 * Stored text is UTF-8, composed (NFC) for Hangul and combining marks only,
 * with LF line ends and without a leading BOM; otherwise it is the author's
 * text character for character (compatibility hanja, brackets, half-width
 * Hangul and symbols that NFC or NFKC would replace stay). U+0000 is refused.
 */
#ifndef SG_TEXT_DECODE_H
#define SG_TEXT_DECODE_H

#include "base/str.h"

/* Names of the encodings sg_decode recognises by itself: "UTF-8", "UTF-8-BOM",
 * "UTF-16LE", "UTF-16BE" (with BOM), "CP949". */

/* Decodes bytes into out (appended) and composes them as above. declared names
 * an iconv encoding ("EUC-KR", "JOHAB", …) or is NULL: then BOM, valid UTF-8 and
 * CP949 are tried in this order. *encoding is set to a static string.
 * Errors: SG_EINPUT with source, line and byte for a binary file (a NUL, or
 * control characters that no text has), for bytes that fit no encoding, and
 * for a file cut inside a character. source is for the message, may be NULL. */
int sg_decode(struct sg_str bytes, const char *declared, const char *source,
	struct sg_buf *out, const char **encoding, struct sg_error *err);

/* The same without the composition, for text of which parts are composed later. */
int sg_decode_apart(struct sg_str bytes, const char *declared, const char *source,
	struct sg_buf *out, const char **encoding, struct sg_error *err);

/* Only the composition and line ends, of valid UTF-8. */
void sg_compose(struct sg_str utf8, struct sg_buf *out);
/* Whether it can be told at a glance that sg_compose would change nothing. */
bool sg_is_composed(struct sg_str utf8);

#endif
