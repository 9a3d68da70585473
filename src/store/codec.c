/* codec.c - see codec.h. */
#include "config.h"

#include "store/codec.h"

#include <stdlib.h>
#include <string.h>

#include "store/rows.h"
#include "text/utf8.h"

static void skip_blanks(struct sg_codec *c)
{
	while (c->in.n && (*c->in.p == ' ' || (*c->in.p >= '\t' && *c->in.p <= '\r')))
		c->in = sg_str_skip(c->in, 1);
}

/* Reads the sign; false, and bad, when it does not stand there. */
static bool take(struct sg_codec *c, char sign)
{
	skip_blanks(c);
	if (c->bad || c->in.n == 0 || *c->in.p != sign) {
		c->bad = true;
		return false;
	}
	c->in = sg_str_skip(c->in, 1);
	return true;
}

static bool take_word(struct sg_codec *c, const char *word)
{
	skip_blanks(c);
	if (!sg_str_starts(c->in, sg_str_of(word)))
		return false;
	c->in = sg_str_skip(c->in, strlen(word));
	return true;
}

static bool hex4(struct sg_str s, uint32_t *cp)
{
	*cp = 0;
	for (size_t i = 0; i < 4; i++) {
		char d = i < s.n ? s.p[i] : 0;
		if (d >= '0' && d <= '9')
			*cp = *cp * 16 + (uint32_t)(d - '0');
		else if (d >= 'a' && d <= 'f')
			*cp = *cp * 16 + (uint32_t)(d - 'a' + 10);
		else
			return false;
	}
	return true;
}

/* What stands behind a backslash: what sg_json_str writes, and nothing else. */
static bool unescape(struct sg_codec *c, struct sg_buf *b)
{
	uint32_t cp;

	if (c->in.n == 0)
		return false;
	char sign = *c->in.p;
	c->in = sg_str_skip(c->in, 1);
	if (sign == '"' || sign == '\\') {
		sg_buf_addc(b, sign);
		return true;
	}
	if (sign != 'u' || !hex4(c->in, &cp) || cp >= 0x20)
		return false;
	c->in = sg_str_skip(c->in, 4);
	sg_buf_addc(b, (char)cp);
	return true;
}

/* A string; most have nothing escaped and are copied at once. */
static struct sg_str take_string(struct sg_codec *c)
{
	struct sg_buf b;

	if (!take(c, '"'))
		return SG_STR("");
	sg_buf_init(&b);
	for (;;) {
		size_t n = 0;
		while (n < c->in.n && c->in.p[n] != '"' && c->in.p[n] != '\\')
			n++;
		sg_buf_add(&b, sg_str_sub(c->in, 0, n));
		c->in = sg_str_skip(c->in, n);
		if (c->in.n == 0) {
			c->bad = true;
			break;
		}
		char sign = *c->in.p;
		c->in = sg_str_skip(c->in, 1);
		if (sign == '"')
			break;
		if (!unescape(c, &b)) {
			c->bad = true;
			break;
		}
	}
	c->bad = c->bad || sg_utf8_check(sg_buf_str(&b)) != SIZE_MAX;
	struct sg_str s = c->bad ? SG_STR("") : sg_arena_str(c->to, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

/* The comma before all but the first, and the name. */
static void lead(struct sg_codec *c, const char *name)
{
	if (c->out) {
		if (!c->first)
			sg_buf_addc(c->out, ',');
		if (name)
			sg_buf_printf(c->out, "\"%s\":", name);
	} else {
		if (!c->first)
			take(c, ',');
		if (name && (!take(c, '"') || !take_word(c, name) || !take(c, '"') ||
				    !take(c, ':')))
			c->bad = true;
	}
	c->first = false;
}

void sg_codec_open(struct sg_codec *c, const char *name, char bracket)
{
	lead(c, name);
	if (c->out)
		sg_buf_addc(c->out, bracket);
	else
		take(c, bracket);
	c->first = true;
}

void sg_codec_close(struct sg_codec *c, char bracket)
{
	if (c->out)
		sg_buf_addc(c->out, bracket);
	else
		take(c, bracket);
	c->first = false;
}

void sg_codec_str(struct sg_codec *c, const char *name, struct sg_str *s)
{
	lead(c, name);
	if (c->out)
		sg_json_str(c->out, *s);
	else
		*s = take_string(c);
}

static void put_number(struct sg_buf *out, uint32_t n)
{
	char digits[10];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + n % 10);
	while (n /= 10);
	sg_buf_add(out, (struct sg_str){digits + at, sizeof digits - at});
}

void sg_codec_u32(struct sg_codec *c, const char *name, uint32_t *n)
{
	uint64_t value = 0;
	size_t digits = 0;

	lead(c, name);
	if (c->out) {
		if (*n == UINT32_MAX)
			sg_buf_addz(c->out, "null");
		else
			put_number(c->out, *n);
		return;
	}
	*n = 0;
	if (take_word(c, "null")) {
		*n = UINT32_MAX;
		return;
	}
	for (; digits < c->in.n && digits < 11; digits++) {
		char d = c->in.p[digits];
		if (d < '0' || d > '9')
			break;
		value = value * 10 + (uint64_t)(d - '0');
	}
	c->in = sg_str_skip(c->in, digits);
	if (digits == 0 || value >= UINT32_MAX)
		c->bad = true;
	else
		*n = (uint32_t)value;
}

void sg_codec_bool(struct sg_codec *c, const char *name, bool *b)
{
	lead(c, name);
	if (c->out) {
		sg_buf_addz(c->out, *b ? "true" : "false");
		return;
	}
	*b = take_word(c, "true");
	if (!*b && !take_word(c, "false"))
		c->bad = true;
}

bool sg_codec_old_bool(struct sg_codec *c, bool *b)
{
	struct sg_str next = sg_str_skip(c->in, c->first ? 0 : 1);

	if (c->out || (!sg_str_starts(next, SG_STR("true")) &&
			      !sg_str_starts(next, SG_STR("false"))))
		return false;
	sg_codec_bool(c, NULL, b);
	return true;
}

/* Whether the list goes on: no closing bracket stands next. */
static bool goes_on(struct sg_codec *c)
{
	skip_blanks(c);
	return !c->bad && c->in.n && *c->in.p != ']';
}

static void read_list(struct sg_codec *c, void **v, size_t *n, size_t size,
	void (*item)(struct sg_codec *c, void *element, void *ctx), void *ctx)
{
	char *grown = NULL;
	size_t cap = 0;

	*n = 0;
	while (goes_on(c)) {
		if (*n == cap)
			grown = sg_grow(grown, &cap, size);
		memset(grown + *n * size, 0, size);
		item(c, grown + (*n)++ * size, ctx);
	}
	*v = sg_arena_array(c->to, *n, size);
	if (*n)
		memcpy(*v, grown, *n * size);
	free(grown);
}

void sg_codec_list(struct sg_codec *c, const char *name, void **v, size_t *n,
	size_t size, void (*item)(struct sg_codec *c, void *element, void *ctx),
	void *ctx)
{
	sg_codec_open(c, name, '[');
	if (c->out)
		for (size_t i = 0; i < *n; i++)
			item(c, (char *)*v + i * size, ctx);
	else
		read_list(c, v, n, size, item, ctx);
	sg_codec_close(c, ']');
}

bool sg_codec_done(const struct sg_codec *c)
{
	struct sg_codec rest = *c;

	skip_blanks(&rest);
	return !rest.bad && rest.in.n == 0;
}
