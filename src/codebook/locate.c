/* locate.c - see locate.h. */
#include "config.h"

#include "codebook/locate.h"

#include <stdio.h>

#include "text/utf8.h"

/* Longer words are cut for comparison: names and settings are short. */
enum { LONGEST_WORD = 48 };

static struct sg_str line_of(const struct sg_locus *locus, uint32_t line)
{
	struct sg_str rest = locus->text, found = {NULL, 0};

	for (uint32_t at = locus->first; at <= line; at++)
		if (!sg_str_line(&rest, &found))
			return (struct sg_str){NULL, 0};
	if (sg_str_starts(found, SG_STR("\xEF\xBB\xBF")))
		found = sg_str_skip(found, 3);
	if (found.n && found.p[found.n - 1] == '\r')
		found.n--;
	return found;
}

void sg_locus_vnote(const struct sg_locus *locus, struct sg_notes *notes,
	enum sg_severity severity, uint32_t line, uint32_t col, uint32_t width,
	const char *fmt, va_list ap)
{
	char text[1024];
	struct sg_str excerpt = locus->first ? line_of(locus, line) : locus->text;

	vsnprintf(text, sizeof text, fmt, ap);
	struct sg_str whole = sg_str_of(text);
	if (whole.n == sizeof text - 1) { /* cut, perhaps inside a code point */
		size_t bad = sg_utf8_check(whole);
		whole.n = bad == SIZE_MAX ? whole.n : bad;
	}
	struct sg_note *note = sg_notes_add(notes, severity, locus->path,
		locus->first ? line : 0, col, "%.*s", SG_ARG(whole));
	note->width = width;
	note->excerpt = sg_arena_str(&notes->arena, excerpt);
}

void sg_locus_note(const struct sg_locus *locus, struct sg_notes *notes,
	enum sg_severity severity, uint32_t line, uint32_t col, uint32_t width,
	const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	sg_locus_vnote(locus, notes, severity, line, col, width, fmt, ap);
	va_end(ap);
}

struct sg_stretch sg_stretch_of(struct sg_str text, const uint32_t *cols,
	const uint32_t *lines, size_t off, size_t len)
{
	struct sg_stretch s = {0, 0, 0};

	if (!cols) {
		s.col = (uint32_t)sg_utf8_count(sg_str_sub(text, 0, off)) + 1;
		s.width = (uint32_t)sg_utf8_count(sg_str_sub(text, off, off + len));
	} else {
		size_t last = off + len;
		while (last > off && lines[last] != lines[off])
			last--;
		s.line = lines[off];
		s.col = cols[off];
		s.width = cols[last] > s.col ? cols[last] - s.col : 1;
		/* A stretch cut at the end of its line holds its last character. */
		if (last < off + len)
			s.width++;
	}
	if (s.width == 0)
		s.width = 1;
	return s;
}

static size_t code_points(struct sg_str s, uint32_t *out)
{
	size_t n = 0;

	for (size_t off = 0; off < s.n && n < LONGEST_WORD;)
		out[n++] = sg_utf8_next(s, &off);
	return n;
}

static size_t edits(const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
	size_t row[LONGEST_WORD + 1];

	for (size_t j = 0; j <= nb; j++)
		row[j] = j;
	for (size_t i = 0; i < na; i++) {
		size_t corner = row[0];
		row[0] = i + 1;
		for (size_t j = 0; j < nb; j++) {
			size_t best = corner + (a[i] != b[j]);
			corner = row[j + 1];
			if (corner + 1 < best)
				best = corner + 1;
			if (row[j] + 1 < best)
				best = row[j] + 1;
			row[j + 1] = best;
		}
	}
	return row[nb];
}

size_t sg_nearest(struct sg_str word, const struct sg_str *names, size_t n, size_t most)
{
	uint32_t a[LONGEST_WORD], b[LONGEST_WORD];
	size_t na = code_points(word, a), found = SIZE_MAX;

	for (size_t i = 0; i < n; i++) {
		size_t d = edits(a, na, b, code_points(names[i], b));
		if (d < most || (d == most && found == SIZE_MAX)) {
			most = d;
			found = i;
		}
	}
	return found;
}
