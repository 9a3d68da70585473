/* edit.h - a line of text being typed: characters in and out at a cursor. A character is
 * a code point with the combining marks and jamo that are drawn into it. */
#ifndef SG_TEXT_EDIT_H
#define SG_TEXT_EDIT_H

#include "base/str.h"

struct sg_edit {
	struct sg_buf text; /* valid UTF-8 */
	size_t cursor;      /* bytes before it */
};

void sg_edit_init(struct sg_edit *e);
void sg_edit_release(struct sg_edit *e);
/* Holds s, with the cursor behind it. */
void sg_edit_set(struct sg_edit *e, struct sg_str s);
void sg_edit_insert(struct sg_edit *e, uint32_t cp);
void sg_edit_backspace(struct sg_edit *e);
void sg_edit_delete(struct sg_edit *e);
void sg_edit_left(struct sg_edit *e);
void sg_edit_right(struct sg_edit *e);
void sg_edit_home(struct sg_edit *e);
void sg_edit_end(struct sg_edit *e);
/* Takes the word before the cursor away, or everything before it. */
void sg_edit_erase_word(struct sg_edit *e);
void sg_edit_erase_before(struct sg_edit *e);

#endif
