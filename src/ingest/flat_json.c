/* flat_json.c - see flat_json.h; RFC 8259. */
#include "config.h"

#include "ingest/flat_json.h"

#include <string.h>

#include "text/utf8.h"

enum { MOST_DIGITS = 18 /* of a number that needs no care */ };

struct reader {
	struct sg_str rest;
	struct sg_arena *arena;
};

static void skip_blanks(struct reader *r)
{
	size_t n = 0;

	while (n < r->rest.n && strchr(" \t\n\r", r->rest.p[n]) && r->rest.p[n])
		n++;
	r->rest = sg_str_skip(r->rest, n);
}

static bool take(struct reader *r, char c)
{
	if (r->rest.n == 0 || r->rest.p[0] != c)
		return false;
	r->rest = sg_str_skip(r->rest, 1);
	return true;
}

/* The four digits at *off; false when they are none. */
static bool read_hex(struct sg_str s, size_t *off, uint32_t *out)
{
	*out = 0;
	for (size_t stop = *off + 4; *off < stop; ++*off) {
		char c = *off < s.n ? s.p[*off] : '\0';
		uint32_t low = (uint32_t)(unsigned char)c | 0x20;
		if (c >= '0' && c <= '9')
			*out = *out << 4 | (uint32_t)(c - '0');
		else if (low >= 'a' && low <= 'f')
			*out = *out << 4 | (low - 'a' + 10);
		else
			return false;
	}
	return true;
}

/* What the escape behind the backslash at *off stands for; 0: nothing taken here. */
static uint32_t read_escape(struct sg_str s, size_t *off)
{
	static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
	uint32_t cp, second;
	char c = *off < s.n ? s.p[(*off)++] : '\0';
	const char *at = c ? strchr(names, c) : NULL;

	if (at)
		return (uint32_t)values[at - names];
	if (c != 'u' || !read_hex(s, off, &cp) || (cp >= 0xDC00 && cp <= 0xDFFF))
		return 0;
	if (cp < 0xD800 || cp > 0xDFFF)
		return cp;
	if (s.n - *off < 6 || s.p[*off] != '\\' || s.p[*off + 1] != 'u')
		return 0;
	*off += 2;
	if (!read_hex(s, off, &second) || second < 0xDC00 || second > 0xDFFF)
		return 0;
	return 0x10000 + ((cp - 0xD800) << 10) + (second - 0xDC00);
}

static bool has_control(struct sg_str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0;
	unsigned char least = 0xFF;

	for (; s.n - i >= 64; i += 64) /* which a compiler does at once */
		for (size_t k = i; k < i + 64; k++)
			least = p[k] < least ? p[k] : least;
	for (; i < s.n; i++)
		least = p[i] < least ? p[i] : least;
	return least < 0x20;
}

/* Copies s, a string that holds escapes, without them. */
static bool unescape(struct reader *r, struct sg_str s, struct sg_str *out)
{
	char *to = sg_arena_array(r->arena, s.n, 1);
	size_t n = 0;

	for (size_t off = 0; off < s.n;) {
		size_t run = sg_str_findc(sg_str_skip(s, off), '\\');
		run = run == SIZE_MAX ? s.n - off : run;
		memcpy(to + n, s.p + off, run);
		n += run;
		off += run + 1;
		if (off > s.n)
			break;
		uint32_t cp = read_escape(s, &off);
		if (!cp)
			return false;
		n += sg_utf8_write(to + n, cp);
	}
	*out = (struct sg_str){to, n};
	return true;
}

static bool read_string(struct reader *r, struct sg_str *out)
{
	size_t stop = 0;

	if (!take(r, '"'))
		return false;
	for (;;) { /* to the quotation mark that no odd number of backslashes is before */
		size_t at = sg_str_findc(sg_str_skip(r->rest, stop), '"'), slashes = 0;
		if (at == SIZE_MAX)
			return false;
		stop += at;
		while (slashes < stop && r->rest.p[stop - slashes - 1] == '\\')
			slashes++;
		if (slashes % 2 == 0)
			break;
		stop++;
	}
	*out = sg_str_sub(r->rest, 0, stop);
	r->rest = sg_str_skip(r->rest, stop + 1);
	if (has_control(*out))
		return false;
	return sg_str_findc(*out, '\\') == SIZE_MAX || unescape(r, *out, out);
}

/* A whole number, as it is written: -0, 007 and long ones are for others. */
static bool read_number(struct reader *r, struct sg_str *out)
{
	size_t n = 0, sign = r->rest.n > 0 && r->rest.p[0] == '-';

	for (n = sign; n < r->rest.n && r->rest.p[n] >= '0' && r->rest.p[n] <= '9';)
		n++;
	if (n == sign || n > MOST_DIGITS || (r->rest.p[sign] == '0' && n > 1) ||
		(n < r->rest.n && strchr(".eE", r->rest.p[n])))
		return false;
	*out = sg_str_sub(r->rest, 0, n);
	r->rest = sg_str_skip(r->rest, n);
	return true;
}

static bool read_value(struct reader *r, struct sg_str *out)
{
	static const struct {
		const char *word, *value;
	} words[] = {{"true", "true"}, {"false", "false"}, {"null", ""}};

	if (r->rest.n && r->rest.p[0] == '"')
		return read_string(r, out);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct sg_str word = sg_str_of(words[i].word);
		if (!sg_str_starts(r->rest, word))
			continue;
		*out = sg_str_of(words[i].value);
		r->rest = sg_str_skip(r->rest, word.n);
		return true;
	}
	return read_number(r, out);
}

static bool is_new(const struct sg_flat_fields *fields, struct sg_str name)
{
	for (size_t i = 0; i < fields->n; i++)
		if (sg_str_eq(fields->v[i].name, name))
			return false;
	return true;
}

bool sg_flat_json(struct sg_str text, size_t max, struct sg_arena *arena,
	struct sg_flat_fields *fields)
{
	struct reader r = {text, arena};

	fields->n = 0;
	skip_blanks(&r);
	if (!take(&r, '{'))
		return false;
	do {
		struct sg_flat_field f;
		skip_blanks(&r);
		if (fields->n == max || !read_string(&r, &f.name) ||
			!is_new(fields, f.name))
			return false;
		skip_blanks(&r);
		if (!take(&r, ':'))
			return false;
		skip_blanks(&r);
		if (!read_value(&r, &f.value))
			return false;
		SG_PUSH(fields, f);
		skip_blanks(&r);
	} while (take(&r, ','));
	if (!take(&r, '}'))
		return false;
	skip_blanks(&r);
	return r.rest.n == 0;
}
