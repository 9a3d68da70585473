/* outline.h - the Markdown outline that codebooks and questionnaires share: it
 * cuts a file into typed items with their places and knows nothing of codes.
 *
 * `#` heading, `* ` setting or list, `- ` rule, `+ ` example, anything else prose;
 * `<!-- -->` comments; an indented line continues the item above; editors' escapes
 * (\* \~ \| \_ \[ …) lose their backslash in text, but not between the slashes of
 * a regex.
 */
#ifndef SG_CODEBOOK_OUTLINE_H
#define SG_CODEBOOK_OUTLINE_H

#include "base/arena.h"
#include "base/notes.h"

enum sg_item_kind {
	SG_ITEM_HEADING,
	SG_ITEM_SETTING,
	SG_ITEM_RULE,
	SG_ITEM_EXAMPLE,
	SG_ITEM_PROSE,
	SG_ITEM_COMMENT,
	SG_ITEM_BLANK,
};

struct sg_item {
	enum sg_item_kind kind;
	uint32_t level;     /* of a heading: number of # */
	uint32_t line;      /* 1-based line it begins on */
	size_t off, len;    /* byte range in the file, continuation lines and the
				last LF included: ranges tile the file */
	struct sg_str text; /* without mark, unescaped, continuation lines joined by
				one space; prose lines keep their own breaks */
	uint32_t *cols;     /* for each byte of text, and one behind: 1-based column in
				code points of the file line it came from */
	uint32_t *lines;    /* the same for the line */
};

struct sg_outline {
	struct sg_arena arena;
	struct sg_item *v;
	size_t n, cap;
	struct sg_str body; /* a copy of the file's text */
};

/* Cuts body, valid UTF-8 (a BOM and CRLF are accepted; ranges count the bytes of
 * body as given). Never fails on content; an unclosed comment and
 * U+0000 are error notes. */
void sg_outline_read(struct sg_outline *out, struct sg_str body, const char *path,
	struct sg_notes *notes);
void sg_outline_release(struct sg_outline *o);

#endif
