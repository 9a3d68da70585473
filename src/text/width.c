/* width.c - see width.h. Widths come from utf8proc's table (East Asian Width,
 * Unicode Standard Annex 11) with the corrections that terminals showing
 * Korean need. */
#include "config.h"

#include "text/width.h"

#include <utf8proc.h>

#include "text/utf8.h"

size_t sg_width_cp(uint32_t cp)
{
	if (cp < 0x7F)
		return cp >= 0x20;
	if (cp >= 0xAC00 && cp <= 0xD7A3)
		return 2;
	/* Medial and final jamo are drawn into the cell of the initial. */
	if ((cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FF))
		return 0;
	if (cp < 0xA0)
		return 0;
	int width = utf8proc_charwidth((utf8proc_int32_t)cp);
	return width > 0 ? (size_t)width : 0;
}

size_t sg_width(struct sg_str s)
{
	size_t at = 0, width = 0;

	while (at < s.n)
		width += sg_width_cp(sg_utf8_next(s, &at));
	return width;
}

size_t sg_width_prefix(struct sg_str s, size_t columns)
{
	size_t at = 0, width = 0;

	while (at < s.n) {
		size_t next = at;
		width += sg_width_cp(sg_utf8_next(s, &next));
		if (width > columns)
			break;
		at = next;
	}
	return at;
}

void sg_width_pad(struct sg_buf *out, struct sg_str s, size_t columns, bool right)
{
	size_t width = sg_width(s);
	size_t blanks = width < columns ? columns - width : 0;

	if (right)
		sg_buf_pad(out, ' ', blanks);
	sg_buf_add(out, s);
	if (!right)
		sg_buf_pad(out, ' ', blanks);
}

/* Bytes of the first eojeol of s, which begins with none of the blanks that
 * lines are broken at. */
static size_t eojeol_len(struct sg_str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] != ' ' && s.p[n] != '\n' && s.p[n] != '\t')
		n++;
	return n;
}

/* Where an eojeol that is cut before byte n is better cut: "a|b|c" and "a/b/c" behind
 * the last sign that joins their pieces. */
static size_t joint_before(struct sg_str s, size_t n)
{
	for (size_t at = n; at > 0; at--)
		if (s.p[at - 1] == '|' || s.p[at - 1] == '/')
			return at;
	return n;
}

/* Bytes of the first line of s when it is to be at most `columns` wide: as many
 * eojeols as fit, or a piece of the first, of one character at least. */
static size_t line_len(struct sg_str s, size_t columns)
{
	size_t at = 0, end = 0, width = 0;

	while (at < s.n && s.p[at] != '\n') {
		size_t word = eojeol_len(sg_str_skip(s, at));
		width += sg_width(sg_str_sub(s, at, at + word));
		if (width > columns)
			break;
		at += word;
		end = at;
		for (; at < s.n && (s.p[at] == ' ' || s.p[at] == '\t'); at++)
			width++;
	}
	if (end > 0 || at == s.n || s.p[at] == '\n')
		return end;
	end = sg_width_prefix(s, columns);
	if (end == 0) {
		sg_utf8_next(s, &end);
		end += sg_width_prefix(sg_str_skip(s, end), 0);
	}
	return joint_before(s, end);
}

void sg_width_wrap(struct sg_str s, size_t columns,
	void (*fn)(void *ctx, struct sg_str line), void *ctx)
{
	size_t at = 0;

	while (at < s.n) {
		size_t n = line_len(sg_str_skip(s, at), columns);
		fn(ctx, sg_str_sub(s, at, at + n));
		at += n;
		while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\t'))
			at++;
		if (at < s.n && s.p[at] == '\n')
			at++;
	}
}

static size_t blanks_at(struct sg_str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == ' ')
		n++;
	return n;
}

/* Column at which a line goes on after a break. */
static size_t hang_of(struct sg_str line, size_t columns)
{
	size_t lead = blanks_at(line, 0);
	size_t gap = sg_str_find(sg_str_skip(line, lead), SG_STR("  "));

	if (gap != SIZE_MAX) {
		gap += lead;
		gap += blanks_at(line, gap);
		size_t hang = sg_width(sg_str_sub(line, 0, gap));
		if (hang <= columns / 2)
			return hang;
	}
	return lead + 2 <= columns / 2 ? lead + 2 : columns / 8;
}

struct hanging {
	struct sg_buf *out;
	size_t hang;
};

static void put_hanging(void *ctx, struct sg_str line)
{
	const struct hanging *h = ctx;

	sg_buf_pad(h->out, ' ', h->hang);
	sg_buf_add(h->out, line);
	sg_buf_addc(h->out, '\n');
}

void sg_width_fold(struct sg_buf *out, struct sg_str s, size_t columns)
{
	struct sg_str line;

	while (sg_str_line(&s, &line)) {
		struct hanging h = {out, 0};
		size_t n = line.n;
		if (sg_width(line) > columns) {
			h.hang = hang_of(line, columns);
			n = line_len(line, columns);
		}
		sg_buf_add(out, sg_str_sub(line, 0, n));
		sg_buf_addc(out, '\n');
		n += blanks_at(line, n);
		sg_width_wrap(sg_str_skip(line, n), columns - h.hang, put_hanging, &h);
	}
}
