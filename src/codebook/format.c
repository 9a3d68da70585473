/* format.c - a codebook in canonical spelling (sg_codebook_format): expressions are
 * written back token by token, so that parentheses and line breaks stay the author's;
 * settings move above the first rule of their code.
 */
#include "config.h"

#include "codebook/reader.h"

#include <stdlib.h>

#include "codebook/load.h"
#include "text/utf8.h"

/* An item with the comments directly above it: they move together. */
struct group {
	size_t first, n;        /* items */
	enum sg_item_kind kind; /* of the last */
};

struct formatter {
	struct sg_outline outline;
	const char *path;
	struct sg_notes *notes;
	struct sg_buf *out;
	size_t start;    /* of this file in out */
	const char *eol; /* the file's line end */
	bool blank;      /* the last line written is one */
};

static void end_line(struct formatter *f)
{
	sg_buf_addz(f->out, f->eol);
	f->blank = false;
}

static struct sg_str bytes_of(const struct formatter *f, const struct sg_item *item)
{
	return sg_str_sub(f->outline.body, item->off, item->off + item->len);
}

/* As it stands in the file, but without a BOM, and with a line end. */
static void write_raw(struct formatter *f, const struct sg_item *item)
{
	struct sg_str s = bytes_of(f, item);

	if (item->off == 0 && sg_str_starts(s, SG_STR("\xEF\xBB\xBF")))
		s = sg_str_skip(s, 3);
	sg_buf_add(f->out, s);
	f->blank = false;
	if (s.n && s.p[s.n - 1] != '\n')
		end_line(f);
}

static bool hugs_left(const struct sg_token *t)
{
	return t->kind == SG_TOKEN_OPEN || t->kind == SG_TOKEN_POLARITY;
}

/* Writes the tokens of text, a slice of the item's. A token on a later line of the file
 * than the one before it begins an indented line. */
static void write_expression(
	struct formatter *f, const struct sg_item *item, struct sg_str text)
{
	struct sg_notes ignored;
	struct sg_tokens tokens;
	struct sg_expr_place nowhere = {0};

	sg_notes_init(&ignored); /* lower-case operators were warned of in reading */
	if (sg_lex(&tokens, text, &nowhere, &ignored)) {
		sg_buf_add(f->out, text); /* cannot be: the book was read before */
		sg_notes_release(&ignored);
		return;
	}
	uint32_t line = text.n ? item->lines[text.p - item->text.p] : 0;
	for (size_t i = 0; i + 1 < tokens.n; i++) {
		const struct sg_token *t = &tokens.v[i];
		size_t off = (size_t)(t->raw.p - item->text.p);
		bool near = i == 0 || t->kind == SG_TOKEN_CLOSE || hugs_left(t - 1);
		if (item->lines[off] != line) {
			end_line(f);
			sg_buf_addz(f->out, "  ");
		} else if (!near) {
			sg_buf_addc(f->out, ' ');
		}
		if (t->kind == SG_TOKEN_NOT || t->kind != SG_TOKEN_AND ||
			t[1].kind != SG_TOKEN_NOT)
			sg_token_print(t, true, f->out);
		else
			sg_token_print(++i < tokens.n ? &tokens.v[i] : t, true, f->out);
		const struct sg_token *last = &tokens.v[i];
		line = item->lines[(size_t)(last->raw.p - item->text.p) + last->raw.n -
				   1];
	}
	sg_tokens_release(&tokens);
	sg_notes_release(&ignored);
}

/* "a,b" as "a, b"; pairs "a:b" as "a: b" when `pairs`. */
static void write_commas(struct formatter *f, struct sg_str text, bool pairs)
{
	struct sg_str piece;

	for (size_t i = 0; sg_split_commas(&text, &piece); i++) {
		size_t len, colon = pairs ? sg_find_sign(piece, ':', &len) : SIZE_MAX;
		sg_buf_addz(f->out, i ? ", " : "");
		if (colon == SIZE_MAX) {
			sg_escape(sg_str_trim(piece), f->out);
			continue;
		}
		sg_escape(sg_str_trim(sg_str_sub(piece, 0, colon)), f->out);
		sg_buf_addz(f->out, ": ");
		sg_escape(sg_str_trim(sg_str_skip(piece, colon + len)), f->out);
	}
}

static void write_rule(struct formatter *f, const struct sg_item *item)
{
	struct sg_str rest = item->text, facets = {NULL, 0};
	size_t len, close;

	sg_buf_addz(f->out, "- ");
	if (sg_find_sign(rest, '[', &len) == 0 &&
		(close = sg_find_sign(rest, ']', &len)) != SIZE_MAX) {
		size_t open;
		sg_find_sign(rest, '[', &open);
		sg_buf_addc(f->out, '[');
		write_commas(f, sg_str_sub(rest, open, close), false);
		sg_buf_addz(f->out, "] ");
		rest = sg_str_trim(sg_str_skip(rest, close + len));
	}
	size_t arrow = sg_lex_arrow(rest, &len);
	if (arrow != SIZE_MAX) {
		facets = sg_str_skip(rest, arrow + len);
		rest = sg_str_trim(sg_str_sub(rest, 0, arrow));
	}
	write_expression(f, item, rest);
	if (arrow != SIZE_MAX) {
		sg_buf_addz(f->out, " => ");
		write_commas(f, facets, true);
	}
	end_line(f);
}

static void write_list(struct formatter *f, const struct sg_item *item)
{
	struct sg_str text = item->text;
	size_t len, sign = sg_find_sign(text, '=', &len), off = 0;

	sg_utf8_next(text, &off);
	sg_buf_addz(f->out, "* $");
	sg_buf_add(f->out, sg_str_trim(sg_str_sub(text, off, sign)));
	sg_buf_addz(f->out, " = ");
	write_expression(f, item, sg_str_trim(sg_str_skip(text, sign + len)));
	end_line(f);
}

static void write_item(struct formatter *f, const struct sg_item *item)
{
	bool commented = sg_str_find(bytes_of(f, item), SG_STR("<!--")) != SIZE_MAX;
	size_t off = 0;

	if (item->kind == SG_ITEM_BLANK) {
		/* Blank lines at the start go; runs of them become one. */
		if (!f->blank && f->out->n > f->start) {
			end_line(f);
			f->blank = true;
		}
		return;
	}
	if (item->kind == SG_ITEM_HEADING && !f->blank && f->out->n > f->start)
		end_line(f);
	if (item->kind == SG_ITEM_RULE && !commented)
		write_rule(f, item);
	else if (item->kind == SG_ITEM_SETTING && !commented &&
		 sg_sign(sg_utf8_next(item->text, &off)) == '$')
		write_list(f, item);
	else
		write_raw(f, item);
}

/* The group that begins with item i of a section that ends at `end`. */
static struct group group_at(const struct formatter *f, size_t i, size_t end)
{
	const struct sg_item *v = f->outline.v;
	size_t last = i;

	while (v[last].kind == SG_ITEM_COMMENT && last + 1 < end)
		last++;
	/* Comments above a blank or prose are no one's. */
	if (last > i && v[last].kind != SG_ITEM_SETTING &&
		v[last].kind != SG_ITEM_RULE && v[last].kind != SG_ITEM_EXAMPLE)
		last = i;
	return (struct group){i, last - i + 1, v[last].kind};
}

static void write_group(struct formatter *f, const struct group *g)
{
	for (size_t i = 0; i < g->n; i++)
		write_item(f, &f->outline.v[g->first + i]);
}

static bool is_evidence(enum sg_item_kind kind)
{
	return kind == SG_ITEM_RULE || kind == SG_ITEM_EXAMPLE;
}

/* Items from..end: a heading and all up to the next. */
static void write_section(struct formatter *f, size_t from, size_t end)
{
	bool rules = false; /* one was written */
	struct group g;

	for (size_t i = from; i < end; i += g.n) {
		g = group_at(f, i, end);
		if (!rules && is_evidence(g.kind)) {
			struct group late;
			rules = true;
			for (size_t k = i + g.n; k < end; k += late.n) {
				late = group_at(f, k, end);
				if (late.kind == SG_ITEM_SETTING)
					write_group(f, &late);
			}
		}
		if (!rules || g.kind != SG_ITEM_SETTING)
			write_group(f, &g);
	}
}

/* That of the first line that stays: blank ones at the start go. */
static const char *line_end(const struct sg_outline *o)
{
	size_t first = o->n && o->v[0].kind == SG_ITEM_BLANK ? o->v[0].len : 0;
	size_t lf = sg_str_findc(sg_str_skip(o->body, first), '\n');

	return lf != SIZE_MAX && lf > 0 && o->body.p[first + lf - 1] == '\r' ? "\r\n"
									     : "\n";
}

static void write_file(struct formatter *f)
{
	struct sg_outline *o = &f->outline;

	f->eol = line_end(o);
	if (sg_str_starts(o->body, SG_STR("\xEF\xBB\xBF")))
		sg_buf_addz(f->out, "\xEF\xBB\xBF");
	f->start = f->out->n;
	for (size_t i = 0, end; i < o->n; i = end) {
		end = i + 1;
		while (end < o->n && o->v[end].kind != SG_ITEM_HEADING)
			end++;
		write_section(f, i, end);
	}
	size_t eol = f->eol[0] == '\r' ? 2 : 1;
	if (f->blank && f->out->n >= f->start + eol) { /* none at the end either */
		f->out->n -= eol;
		f->out->p[f->out->n] = '\0';
	}
}

int sg_codebook_format(struct sg_str body, const char *path, struct sg_buf *out,
	struct sg_notes *notes)
{
	struct formatter f = {.path = path, .notes = notes, .out = out};
	struct sg_codebook *book;
	struct sg_notes again;

	int rc = sg_codebook_read(&book, body, path, notes);
	if (rc)
		return rc;
	sg_codebook_free(book);
	sg_notes_init(&again);
	sg_outline_read(&f.outline, body, path, &again);
	write_file(&f);
	sg_outline_release(&f.outline);
	sg_notes_release(&again);
	return 0;
}
