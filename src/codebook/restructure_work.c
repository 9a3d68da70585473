/* restructure_work.c - the file of a codebook as items and bytes, for the changes of
 * restructure.c and restructure_merge.c. */
#include "config.h"

#include "codebook/restructure_work.h"

#include "codebook/expr_lex.h"
#include "text/utf8.h"

void sg_work_init(struct sg_work *w, const struct sg_codebook *book,
	struct sg_edits *edits, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_notes known;

	*w = (struct sg_work){.book = book, .edits = edits, .notes = notes, .err = err};
	sg_notes_init(&known); /* said when the book was read */
	sg_outline_read(&w->outline, book->body, book->path.p, &known);
	sg_notes_release(&known);
	bool crlf = sg_str_find(book->body, SG_STR("\r\n")) != SIZE_MAX;
	w->eol = crlf ? SG_STR("\r\n") : SG_STR("\n");
}

void sg_work_release(struct sg_work *w)
{
	sg_outline_release(&w->outline);
}

size_t sg_work_items(
	const struct sg_work *w, size_t off, size_t stop, const struct sg_item **first)
{
	size_t low = 0, high = w->outline.n, n = 0;

	while (low < high) {
		size_t at = low + (high - low) / 2;
		if (w->outline.v[at].off < off)
			low = at + 1;
		else
			high = at;
	}
	while (low + n < w->outline.n && w->outline.v[low + n].off < stop)
		n++;
	*first = w->outline.v + low;
	return n;
}

const struct sg_item *sg_work_heading(const struct sg_work *w, uint32_t code)
{
	const struct sg_item *first;
	size_t off = w->book->codes[code].off;

	sg_work_items(w, off, off + 1, &first);
	return first;
}

size_t sg_work_own(const struct sg_work *w, uint32_t code, const struct sg_item **first)
{
	const struct sg_code *c = &w->book->codes[code];
	size_t n = sg_work_items(w, c->off, c->off + c->len, first);

	++*first;
	return n - 1;
}

size_t sg_work_end(const struct sg_work *w, uint32_t code)
{
	if (code == SG_NO_CODE)
		return w->book->body.n;
	for (uint32_t i = code + 1; i < w->book->ncodes; i++)
		if (!sg_code_within(w->book, i, code))
			return w->book->codes[i].off;
	return w->book->body.n;
}

struct sg_str sg_work_raw(const struct sg_work *w, const struct sg_item *item)
{
	return sg_str_sub(w->book->body, item->off, item->off + item->len);
}

bool sg_work_setting(const struct sg_item *item, const char *name, const char *korean,
	struct sg_str *value)
{
	size_t at = 0;

	if (item->kind != SG_ITEM_SETTING)
		return false;
	/* The colon may be of full width. */
	while (at < item->text.n) {
		size_t next = at;
		if (sg_sign(sg_utf8_next(item->text, &next)) == ':') {
			struct sg_str key = sg_str_trim(sg_str_sub(item->text, 0, at));
			*value = sg_str_trim(sg_str_skip(item->text, next));
			return sg_str_eqz(key, name) || sg_str_eqz(key, korean);
		}
		at = next;
	}
	return false;
}

void sg_work_heading_line(
	const struct sg_work *w, uint32_t level, struct sg_str text, struct sg_buf *out)
{
	sg_buf_pad(out, '#', level);
	sg_buf_addc(out, ' ');
	sg_buf_add(out, text);
	sg_buf_add(out, w->eol);
}

int sg_work_relevel(
	struct sg_work *w, size_t off, size_t stop, int delta, struct sg_buf *out)
{
	const struct sg_item *v;
	size_t n = sg_work_items(w, off, stop, &v);

	for (size_t i = 0; i < n; i++) {
		struct sg_str raw = sg_work_raw(w, &v[i]);
		int level = (int)v[i].level + delta;
		if (v[i].kind != SG_ITEM_HEADING) {
			sg_buf_add(out, raw);
			continue;
		}
		if (level > SG_DEEPEST_MARKDOWN || level < 1)
			return sg_error_at(w->err, SG_EUSAGE, w->book->path.p,
				v[i].line, 0,
				_("the heading '%.*s' would be at level %d; 1 to %d "
				  "are possible"),
				SG_ARG(v[i].text), level, SG_DEEPEST_MARKDOWN);
		sg_buf_pad(out, '#', (size_t)level);
		sg_buf_add(out, sg_str_skip(raw, v[i].level));
	}
	return 0;
}

void sg_work_lines(const struct sg_work *w, struct sg_str text, struct sg_buf *out)
{
	sg_buf_add(out, text);
	if (text.n && text.p[text.n - 1] != '\n')
		sg_buf_add(out, w->eol);
}

/* Whether the file's bytes before off end in an empty line. */
static bool blank_before(struct sg_str body, size_t off)
{
	size_t ends = 0;

	while (off > 0 && (body.p[off - 1] == '\n' || body.p[off - 1] == '\r'))
		ends += body.p[--off] == '\n';
	return ends > 1 || off == 0;
}

void sg_work_insert_block(struct sg_work *w, size_t off, struct sg_str text)
{
	struct sg_str body = w->book->body;
	struct sg_buf b;

	sg_buf_init(&b);
	if (off > 0 && body.p[off - 1] != '\n')
		sg_buf_add(&b, w->eol);
	if (!blank_before(body, off))
		sg_buf_add(&b, w->eol);
	sg_work_lines(w, text, &b);
	if (off < body.n && !blank_before(text, text.n))
		sg_buf_add(&b, w->eol);
	sg_edits_add(w->edits, off, 0, sg_buf_str(&b));
	sg_buf_release(&b);
}

void sg_work_insert_lines(struct sg_work *w, size_t off, struct sg_str text)
{
	struct sg_str body = w->book->body;
	struct sg_buf b;

	if (text.n == 0)
		return;
	sg_buf_init(&b);
	if (off > 0 && body.p[off - 1] != '\n') {
		sg_buf_add(&b, w->eol);
		/* The file ended without an end of line, and goes on doing so. */
		text = sg_str_trim(text);
	}
	sg_buf_add(&b, text);
	sg_edits_add(w->edits, off, 0, sg_buf_str(&b));
	sg_buf_release(&b);
}

int sg_work_try(struct sg_work *w, struct sg_codebook **out)
{
	struct sg_buf body;
	struct sg_notes notes;

	*out = NULL;
	sg_buf_init(&body);
	sg_notes_init(&notes);
	int rc = sg_edits_apply(w->edits, w->book->body, &body, w->err);
	if (rc == 0 &&
		sg_codebook_read(out, sg_buf_str(&body), w->book->path.p, &notes)) {
		for (size_t i = 0; i < notes.n; i++)
			if (notes.v[i].severity == SG_ERROR) {
				/* Of a text that is nowhere to be seen. */
				sg_notes_add(w->notes, SG_ERROR, w->book->path.p, 0, 0,
					"%.*s", SG_ARG(notes.v[i].text));
			}
		rc = sg_error_at(w->err, SG_EINPUT, w->book->path.p, 0, 0,
			_("the codebook would have errors after this; nothing was "
			  "changed"));
	}
	sg_notes_release(&notes);
	sg_buf_release(&body);
	return rc;
}
