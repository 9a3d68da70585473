/* outline.c - see outline.h. One pass over the lines; what belongs to an item is
 * decided by its first line and the indentation of those below. */
#include "config.h"

#include "codebook/outline.h"

#include <stdlib.h>
#include <string.h>

#include "codebook/expr_lex.h"
#include "codebook/locate.h"
#include "text/utf8.h"

enum state { IN_TEXT, IN_QUOTE, IN_REGEX, IN_COMMENT };

/* A line of the file, without its line end and BOM. */
struct line {
	struct sg_str s;
	size_t off, next; /* bytes in the body: its start, and that of the next */
	uint32_t number;
};

struct reader {
	struct sg_outline *out;
	size_t off; /* of the next line */
	uint32_t number;
	/* the text of the item being read */
	struct sg_buf text;
	SG_VEC(uint32_t) cols;
	SG_VEC(uint32_t) lines;
	enum state state;
	bool expression;  /* a rule or list: quotes and regexes are respected */
	bool token_start; /* a slash here would open a regex */
	uint32_t slash;   /* the slash that opened it */
	uint32_t comment_line, comment_col;
};

static bool next_line(const struct reader *r, struct line *line)
{
	struct sg_str body = r->out->body;

	if (r->off >= body.n)
		return false;
	struct sg_str rest = sg_str_skip(body, r->off);
	size_t end = sg_str_findc(rest, '\n');
	line->off = r->off;
	line->next = end == SIZE_MAX ? body.n : r->off + end + 1;
	line->number = r->number;
	line->s = sg_str_sub(rest, 0, end);
	if (line->s.n && line->s.p[line->s.n - 1] == '\r')
		line->s.n--;
	/* A BOM; files that were put together have one further down too. */
	if (sg_str_starts(line->s, SG_STR("\xEF\xBB\xBF")))
		line->s = sg_str_skip(line->s, 3);
	return true;
}

static void take_line(struct reader *r, const struct line *line)
{
	r->off = line->next;
	r->number++;
}

static bool is_blank_line(struct sg_str s)
{
	return sg_str_trim(s).n == 0;
}

static bool is_indented(struct sg_str s)
{
	return s.n && (s.p[0] == '\t' || sg_str_starts(s, SG_STR("  ")));
}

/* Bytes of the blank at the start of s that separates a mark from its text: no-break
 * and ideographic spaces come in by pasting and cannot be seen. 0 for none. */
static size_t blank_bytes(struct sg_str s)
{
	if (s.n == 0)
		return 0;
	if (s.p[0] == ' ' || s.p[0] == '\t')
		return 1;
	if (sg_str_starts(s, SG_STR("\xC2\xA0")))
		return 2;
	return sg_str_starts(s, SG_STR("\xE3\x80\x80")) ? 3 : 0;
}

/* Kind of an unindented line; *mark is how many bytes its mark takes. */
static enum sg_item_kind kind_of(struct sg_str s, size_t *mark)
{
	static const struct {
		char mark;
		enum sg_item_kind kind;
	} marks[] = {
		{'*', SG_ITEM_SETTING}, {'-', SG_ITEM_RULE}, {'+', SG_ITEM_EXAMPLE}};
	size_t hashes = 0;

	*mark = 0;
	if (is_blank_line(s))
		return SG_ITEM_BLANK;
	if (sg_str_starts(sg_str_trim(s), SG_STR("<!--")))
		return SG_ITEM_COMMENT;
	while (hashes < s.n && s.p[hashes] == '#')
		hashes++;
	struct sg_str behind = sg_str_skip(s, hashes ? hashes : 1);
	bool separate = behind.n == 0 || blank_bytes(behind) > 0;
	if (hashes && separate) {
		*mark = hashes;
		return SG_ITEM_HEADING;
	}
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (s.p[0] == marks[i].mark && separate) {
			*mark = 1;
			return marks[i].kind;
		}
	return SG_ITEM_PROSE;
}

static void put(struct reader *r, struct sg_str bytes, uint32_t line, uint32_t col)
{
	sg_buf_add(&r->text, bytes);
	for (size_t i = 0; i < bytes.n; i++) {
		SG_PUSH(&r->cols, col);
		SG_PUSH(&r->lines, line);
	}
}

static bool is_quote(uint32_t cp)
{
	return cp == '"' || cp == 0x201C || cp == 0x201D || cp == 0xFF02;
}

/* Follows quotes and regexes through a rule as the lexer will (expr_lex.c). */
static void step(struct reader *r, uint32_t cp)
{
	static const uint32_t openers[] = {'(', ')', '|', ']', '=', '>', 0xFF08, 0xFF09,
		0xFF5C, 0xFF3D, 0xFF1D, 0xFF1E, 0};

	if (!r->expression)
		return;
	if (r->state == IN_QUOTE) {
		if (is_quote(cp)) {
			r->state = IN_TEXT;
			r->token_start = true;
		}
		return;
	}
	if (r->state == IN_REGEX) {
		if (cp == r->slash) {
			r->state = IN_TEXT;
			r->token_start = false;
		}
		return;
	}
	if (is_quote(cp)) {
		r->state = IN_QUOTE;
		return;
	}
	if ((cp == '/' || cp == 0xFF0F) && r->token_start) {
		r->state = IN_REGEX;
		r->slash = cp;
		return;
	}
	r->token_start = sg_lex_is_blank(cp);
	for (size_t i = 0; openers[i] && !r->token_start; i++)
		r->token_start = cp == openers[i];
}

static bool is_ascii_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
	       (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/* Comments turn into one space, so that the words around them stay apart. */
static bool append_comment(struct reader *r, struct sg_str rest, uint32_t line,
	uint32_t col, size_t *bytes)
{
	if (r->state == IN_COMMENT) {
		bool closed = sg_str_starts(rest, SG_STR("-->"));
		if (closed)
			r->state = IN_TEXT;
		*bytes = closed ? 3 : 0;
		return true;
	}
	if (r->state != IN_TEXT || !sg_str_starts(rest, SG_STR("<!--")))
		return false;
	put(r, SG_STR(" "), line, col);
	r->state = IN_COMMENT;
	r->token_start = true;
	r->comment_line = line;
	r->comment_col = col;
	*bytes = 4;
	return true;
}

/* Appends one line of the file, unescaped and without comments; col is the column of
 * its first byte. */
static void append(struct reader *r, struct sg_str s, uint32_t line, uint32_t col)
{
	for (size_t off = 0; off < s.n;) {
		size_t from = off, bytes;
		uint32_t cp = sg_utf8_next(s, &off);

		if (append_comment(r, sg_str_skip(s, from), line, col, &bytes)) {
			off = bytes ? from + bytes : off;
			col += bytes ? (uint32_t)bytes : 1;
			continue;
		}
		if (cp == '\\' && off < s.n && r->state == IN_REGEX) {
			put(r, sg_str_sub(s, from, off), line, col++);
			from = off;
			sg_utf8_next(s, &off);
			put(r, sg_str_sub(s, from, off), line, col++);
			continue;
		}
		if (cp == '\\' && off < s.n && is_ascii_punctuation(s.p[off])) {
			from = off;
			cp = sg_utf8_next(s, &off);
			col++;
		}
		step(r, cp);
		put(r, sg_str_sub(s, from, off), line, col++);
	}
}

/* Joins a further line to the item: by a space, prose by its own line break. */
static void append_more(
	struct reader *r, enum sg_item_kind kind, const struct line *line)
{
	uint32_t last_line = r->lines.n ? r->lines.v[r->lines.n - 1] : line->number;
	uint32_t last_col = r->cols.n ? r->cols.v[r->cols.n - 1] + 1 : 1;
	struct sg_str s = sg_str_trim(line->s);
	uint32_t col = 1;

	if (r->state != IN_COMMENT) {
		put(r, kind == SG_ITEM_PROSE ? SG_STR("\n") : SG_STR(" "), last_line,
			last_col);
		if (r->state == IN_TEXT)
			r->token_start = true;
	}
	if (kind == SG_ITEM_PROSE)
		s = line->s;
	col += (uint32_t)sg_utf8_count(
		(struct sg_str){line->s.p, (size_t)(s.p - line->s.p)});
	append(r, s, line->number, col);
}

static uint32_t *keep_numbers(
	struct sg_arena *a, const uint32_t *v, size_t n, uint32_t end)
{
	uint32_t *copy = sg_arena_array(a, n + 1, sizeof *copy);

	if (n)
		memcpy(copy, v, n * sizeof *copy);
	copy[n] = end;
	return copy;
}

/* Moves the text read so far into the item, without blanks at its ends. */
static void finish(struct reader *r, struct sg_item *item)
{
	struct sg_arena *a = &r->out->arena;
	struct sg_str all = sg_buf_str(&r->text), text = sg_str_trim(all);
	size_t skip = text.n ? (size_t)(text.p - all.p) : 0;
	uint32_t line = item->line, col = 1;

	if (text.n) {
		line = r->lines.v[skip + text.n - 1];
		col = r->cols.v[skip + text.n - 1] + 1;
	} else if (all.n) {
		col = r->cols.v[0];
	}
	item->text = sg_arena_str(a, text);
	item->cols = keep_numbers(a, r->cols.v ? r->cols.v + skip : NULL, text.n, col);
	item->lines =
		keep_numbers(a, r->lines.v ? r->lines.v + skip : NULL, text.n, line);
}

static void unclosed_comment(const struct reader *r, const char *path,
	struct sg_notes *notes, uint32_t line, uint32_t col)
{
	struct sg_locus locus = {path, r->out->body, 1};

	sg_locus_note(&locus, notes, SG_ERROR, line, col, 4,
		_("the comment is not closed: '-->' is missing"));
}

/* A comment that stands on lines of its own. */
static void read_comment(struct reader *r, const struct line *first, const char *path,
	struct sg_notes *notes)
{
	struct line line = *first;
	bool open = false, more = true;
	uint32_t opened = line.number;

	while (more) {
		struct sg_str rest = line.s;
		for (size_t at;
			(at = sg_str_find(rest,
				 open ? SG_STR("-->") : SG_STR("<!--"))) != SIZE_MAX;) {
			rest = sg_str_skip(rest, at + (open ? 3 : 4));
			open = !open;
			opened = line.number;
		}
		take_line(r, &line);
		if (!open && !is_blank_line(rest)) {
			struct sg_locus locus = {path, line.s, line.number};
			sg_locus_note(&locus, notes, SG_WARNING, line.number, 1, 1,
				_("the text behind the comment is part of its line and "
				  "is "
				  "not read"));
		}
		more = open && next_line(r, &line);
	}
	if (open)
		unclosed_comment(r, path, notes, opened, 1);
}

static bool continues(const struct reader *r, enum sg_item_kind kind, struct sg_str s)
{
	size_t mark;

	if (r->state == IN_COMMENT)
		return true;
	if (kind == SG_ITEM_HEADING || is_blank_line(s))
		return false;
	if (is_indented(s))
		return true;
	return kind == SG_ITEM_PROSE && kind_of(s, &mark) == SG_ITEM_PROSE;
}

/* Without the closing #s that Markdown allows behind a heading. */
static struct sg_str heading_text(struct sg_str s)
{
	struct sg_str t = s;

	while (t.n && (blank_bytes(sg_str_skip(t, t.n - 1)) > 0))
		t.n--;
	size_t n = t.n;
	while (n && t.p[n - 1] == '#')
		n--;
	if (n == 0 || (n < t.n && (t.p[n - 1] == ' ' || t.p[n - 1] == '\t')))
		t.n = n;
	return t;
}

static void read_item(struct reader *r, const struct line *first, struct sg_item *item,
	const char *path, struct sg_notes *notes)
{
	struct line line = *first;
	size_t mark;

	item->kind = kind_of(line.s, &mark);
	if (item->kind == SG_ITEM_COMMENT) {
		read_comment(r, first, path, notes);
		return;
	}
	if (item->kind == SG_ITEM_BLANK) {
		do
			take_line(r, &line);
		while (next_line(r, &line) && is_blank_line(line.s));
		return;
	}
	struct sg_str s = sg_str_skip(line.s, mark);
	if (item->kind == SG_ITEM_HEADING) {
		item->level = mark > UINT32_MAX ? UINT32_MAX : (uint32_t)mark;
		s = heading_text(s);
	}
	struct sg_str head = sg_str_trim(s);
	r->expression = item->kind == SG_ITEM_RULE ||
			(item->kind == SG_ITEM_SETTING &&
				(sg_str_starts(head, SG_STR("$")) ||
					sg_str_starts(head, SG_STR("\\$")) ||
					sg_str_starts(head, SG_STR("\xEF\xBC\x84"))));
	r->state = IN_TEXT;
	r->token_start = true;
	append(r, s, line.number, (uint32_t)mark + 1);
	take_line(r, &line);
	while (next_line(r, &line) && continues(r, item->kind, line.s)) {
		append_more(r, item->kind, &line);
		take_line(r, &line);
	}
	if (r->state == IN_COMMENT)
		unclosed_comment(r, path, notes, r->comment_line, r->comment_col);
}

/* U+0000 is refused as in every stored text. */
static void refuse_nul(struct sg_str body, const char *path, struct sg_notes *notes)
{
	size_t nul = sg_str_findc(body, '\0');
	uint32_t line = 1;

	if (nul == SIZE_MAX)
		return;
	for (size_t i = 0; i < nul; i++)
		line += body.p[i] == '\n';
	sg_notes_add(notes, SG_ERROR, path, line, 0,
		_("the file holds a NUL character; it is not a text file"));
}

void sg_outline_read(struct sg_outline *out, struct sg_str body, const char *path,
	struct sg_notes *notes)
{
	struct reader r = {.out = out, .number = 1};
	struct line line;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	out->body = sg_arena_str(&out->arena, body);
	refuse_nul(body, path, notes);
	sg_buf_init(&r.text);
	while (next_line(&r, &line)) {
		struct sg_item item = {.line = line.number, .off = line.off};
		sg_buf_reset(&r.text);
		r.cols.n = r.lines.n = 0;
		read_item(&r, &line, &item, path, notes);
		finish(&r, &item);
		item.len = r.off - item.off;
		SG_PUSH(out, item);
	}
	sg_buf_release(&r.text);
	free(r.cols.v);
	free(r.lines.v);
}

void sg_outline_release(struct sg_outline *o)
{
	sg_arena_release(&o->arena);
	free(o->v);
	memset(o, 0, sizeof *o);
}
