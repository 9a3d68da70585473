/* utf8.h - walking over checked UTF-8. Everything the rooms hand each other is
 * valid UTF-8 (sg_utf8_check, or out of sg_decode); these do not check again. */
#ifndef SG_TEXT_UTF8_H
#define SG_TEXT_UTF8_H

#include "base/str.h"

/* Byte offset of the first byte that does not belong to valid UTF-8 (overlong
 * forms, surrogates and U+110000 up are invalid), or SIZE_MAX. */
size_t sg_utf8_check(struct sg_str s);

/* The code point at s.p[*off]; *off moves behind it. *off < s.n. */
uint32_t sg_utf8_next(struct sg_str s, size_t *off);
/* The code point before s.p[*off]; *off moves to its start. *off > 0. */
uint32_t sg_utf8_prev(struct sg_str s, size_t *off);
/* Appends cp. */
void sg_utf8_put(struct sg_buf *out, uint32_t cp);
/* Number of code points. */
size_t sg_utf8_count(struct sg_str s);
/* Byte offset of the code point number cp (0-based); s.n when past the end. */
size_t sg_utf8_offset(struct sg_str s, size_t cp);

/* Turns ascending byte offsets into code point offsets in one pass:
 * sg_cpmap_init(&m, s); cp = sg_cpmap_at(&m, off). Going back restarts. */
struct sg_cpmap {
	struct sg_str s;
	size_t off, cp;
};
void sg_cpmap_init(struct sg_cpmap *m, struct sg_str s);
size_t sg_cpmap_at(struct sg_cpmap *m, size_t off);
/* The other way: code point offset to byte offset. */
size_t sg_cpmap_off(struct sg_cpmap *m, size_t cp);

#endif
