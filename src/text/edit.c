/* edit.c - see edit.h. */
#include "config.h"

#include "text/edit.h"

#include <string.h>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/width.h"

void sg_edit_init(struct sg_edit *e)
{
	sg_buf_init(&e->text);
	e->cursor = 0;
}

void sg_edit_release(struct sg_edit *e)
{
	sg_buf_release(&e->text);
}

void sg_edit_set(struct sg_edit *e, struct sg_str s)
{
	sg_buf_reset(&e->text);
	sg_buf_add(&e->text, s);
	e->cursor = s.n;
}

/* Start of the character before off. */
static size_t before(const struct sg_edit *e, size_t off)
{
	struct sg_str s = sg_buf_str(&e->text);

	while (off > 0)
		if (sg_width_cp(sg_utf8_prev(s, &off)) > 0)
			break;
	return off;
}

/* End of the character at off. */
static size_t behind(const struct sg_edit *e, size_t off)
{
	struct sg_str s = sg_buf_str(&e->text);

	if (off < s.n)
		sg_utf8_next(s, &off);
	return off + sg_width_prefix(sg_str_skip(s, off), 0);
}

static void cut(struct sg_edit *e, size_t start, size_t stop)
{
	if (start == stop)
		return;
	memmove(e->text.p + start, e->text.p + stop, e->text.n - stop);
	e->text.n -= stop - start;
	e->text.p[e->text.n] = '\0';
	e->cursor = start;
}

void sg_edit_insert(struct sg_edit *e, uint32_t cp)
{
	struct sg_buf rest;

	sg_buf_init(&rest);
	sg_buf_add(&rest, sg_str_skip(sg_buf_str(&e->text), e->cursor));
	cut(e, e->cursor, e->text.n);
	sg_utf8_put(&e->text, cp);
	e->cursor = e->text.n;
	sg_buf_add(&e->text, sg_buf_str(&rest));
	sg_buf_release(&rest);
}

void sg_edit_backspace(struct sg_edit *e)
{
	cut(e, before(e, e->cursor), e->cursor);
}

void sg_edit_delete(struct sg_edit *e)
{
	cut(e, e->cursor, behind(e, e->cursor));
}

void sg_edit_left(struct sg_edit *e)
{
	e->cursor = before(e, e->cursor);
}

void sg_edit_right(struct sg_edit *e)
{
	e->cursor = behind(e, e->cursor);
}

void sg_edit_home(struct sg_edit *e)
{
	e->cursor = 0;
}

void sg_edit_end(struct sg_edit *e)
{
	e->cursor = e->text.n;
}

void sg_edit_erase_word(struct sg_edit *e)
{
	struct sg_str s = sg_buf_str(&e->text);
	size_t at = e->cursor;

	while (at > 0) {
		size_t back = at;
		if (!sg_is_blank(sg_utf8_prev(s, &back)))
			break;
		at = back;
	}
	while (at > 0) {
		size_t back = at;
		if (sg_is_blank(sg_utf8_prev(s, &back)))
			break;
		at = back;
	}
	cut(e, at, e->cursor);
}

void sg_edit_erase_before(struct sg_edit *e)
{
	cut(e, 0, e->cursor);
}
