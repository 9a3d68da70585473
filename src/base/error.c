/* error.c - see error.h. */
#include "config.h"

#include "base/error.h"

#include <stdio.h>
#include <string.h>

void sg_error_reset(struct sg_error *err)
{
	memset(err, 0, sizeof *err);
}

/* Takes an incomplete UTF-8 sequence off the end of a cut text. */
static void trim_partial(char *z)
{
	size_t n = strlen(z), back = 0;

	while (back < n && back < 4 && ((unsigned char)z[n - 1 - back] & 0xC0) == 0x80)
		back++;
	if (back == n)
		return;
	unsigned char lead = (unsigned char)z[n - 1 - back];
	size_t need = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
	if (back < need)
		z[n - 1 - back] = '\0';
}

static void set(struct sg_error *err, enum sg_errcode code, const char *fmt, va_list ap)
	SG_PRINTF(3, 0);

static void set(struct sg_error *err, enum sg_errcode code, const char *fmt, va_list ap)
{
	err->code = code;
	int n = vsnprintf(err->text, sizeof err->text, fmt, ap);
	if (n < 0)
		snprintf(err->text, sizeof err->text, "%s", fmt);
	else if ((size_t)n >= sizeof err->text)
		trim_partial(err->text);
}

int sg_error_set(struct sg_error *err, enum sg_errcode code, const char *fmt, ...)
{
	if (err->code != SG_OK)
		return code;
	va_list ap;
	va_start(ap, fmt);
	set(err, code, fmt, ap);
	va_end(ap);
	return code;
}

int sg_error_at(struct sg_error *err, enum sg_errcode code, const char *source,
	uint32_t line, uint32_t col, const char *fmt, ...)
{
	if (err->code != SG_OK)
		return code;
	va_list ap;
	va_start(ap, fmt);
	set(err, code, fmt, ap);
	va_end(ap);
	sg_error_locate(err, source, line, col);
	return code;
}

void sg_error_locate(
	struct sg_error *err, const char *source, uint32_t line, uint32_t col)
{
	if (err->source[0] || err->line)
		return;
	if (source) {
		snprintf(err->source, sizeof err->source, "%s", source);
		trim_partial(err->source);
	}
	err->line = line;
	err->col = col;
}
