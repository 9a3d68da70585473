/* csv.c - see csv.h. libcsv is fed a line at a time, which gives rows their line
 * numbers and an unclosed quote the line where it opened. */
#include "config.h"

#include "ingest/csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

struct csv {
	struct csv_parser parser;
	int (*fn)(void *ctx, const struct sg_row *row, struct sg_error *err);
	void *ctx;
	struct sg_error *err;
	struct sg_buf text;   /* of the row's fields, one behind the other */
	SG_VEC(size_t) stops; /* where each field ends in text */
	SG_VEC(struct sg_str) fields;
	uint32_t start, line, quote; /* first of the row; now; where a quote opened */
	bool in_row;
	int rc;
};

/* The sign that the first line has most of; a tab is never part of a prose header. */
static char sniff(struct sg_str text)
{
	static const char signs[] = ",;|";
	size_t counts[sizeof signs] = {0};
	bool quoted = false;
	int best = 0;

	for (size_t i = 0; i < text.n && (quoted || text.p[i] != '\n'); i++) {
		const char *sign = text.p[i] ? strchr(signs, text.p[i]) : NULL;
		quoted ^= text.p[i] == '"';
		if (!quoted && text.p[i] == '\t')
			return '\t';
		if (!quoted && sign)
			counts[sign - signs]++;
	}
	for (int i = 1; i < 3; i++)
		if (counts[i] > counts[best])
			best = i;
	return signs[best];
}

static void on_field(void *data, size_t n, void *ctx)
{
	struct csv *c = ctx;

	if (n)
		sg_buf_add(&c->text, (struct sg_str){data, n});
	SG_PUSH(&c->stops, c->text.n);
	c->quote = 0;
}

static void on_row(int ended_by, void *ctx)
{
	struct csv *c = ctx;
	size_t start = 0;
	bool blank = true;

	(void)ended_by;
	c->in_row = false;
	c->fields.n = 0;
	for (size_t i = 0; i < c->stops.n; i++) {
		struct sg_str field =
			sg_str_sub(sg_buf_str(&c->text), start, c->stops.v[i]);
		blank = blank && sg_str_trim(field).n == 0;
		SG_PUSH(&c->fields, field);
		start = c->stops.v[i];
	}
	struct sg_row row = {c->fields.v, c->fields.n, c->start};
	if (!blank && c->rc == 0)
		c->rc = c->fn(c->ctx, &row, c->err);
	sg_buf_reset(&c->text);
	c->stops.n = 0;
}

static bool is_blank(struct sg_str line)
{
	return sg_str_trim(line).n == 0;
}

static void feed(struct csv *c, struct sg_str line)
{
	size_t done = csv_parse(&c->parser, line.p, line.n, on_field, on_row, c);

	if (done != line.n && c->rc == 0)
		c->rc = sg_error_set(
			c->err, SG_EINPUT, "%s", csv_strerror(csv_error(&c->parser)));
}

static int read_lines(struct csv *c, struct sg_str text)
{
	bool ends = sg_str_ends(text, SG_STR("\n"));

	while (text.n && c->rc == 0) {
		size_t at = sg_str_findc(text, '\n');
		struct sg_str line =
			sg_str_sub(text, 0, at == SIZE_MAX ? text.n : at + 1);
		text = sg_str_skip(text, line.n);
		c->line++;
		if (!c->in_row)
			c->start = c->line;
		c->in_row = c->in_row || !is_blank(line);
		feed(c, line);
		/* a row that a line does not end has an open quotation mark */
		if (c->in_row && c->quote == 0)
			c->quote = c->line;
	}
	if (c->rc == 0 && !ends && c->line) /* settles `"…"` before the end of text */
		feed(c, SG_STR("\n"));
	return c->rc;
}

int sg_csv_read(struct sg_str text, const char *source, char delimiter, bool quoted,
	int (*fn)(void *ctx, const struct sg_row *row, struct sg_error *err), void *ctx,
	struct sg_error *err)
{
	struct csv c = {.fn = fn, .ctx = ctx, .err = err};

	if (csv_init(&c.parser, 0) != 0)
		return sg_error_set(err, SG_EIO, _("cannot start the csv reader"));
	if (sg_str_starts(text, SG_STR("\xEF\xBB\xBF")))
		text = sg_str_skip(text, 3);
	csv_set_delim(&c.parser, (unsigned char)(delimiter ? delimiter : sniff(text)));
	if (!quoted) /* a byte that UTF-8 never has */
		csv_set_quote(&c.parser, 0xFF);
	int rc = read_lines(&c, text);
	if (rc == 0 && c.in_row)
		rc = sg_error_at(err, SG_EINPUT, source, c.quote, 0,
			_("a quotation mark opens here and is never closed"));
	csv_free(&c.parser);
	sg_buf_release(&c.text);
	free(c.stops.v);
	free(c.fields.v);
	return rc;
}
