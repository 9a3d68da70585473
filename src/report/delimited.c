/* delimited.c - tables as flat rows for machines: CSV as RFC 4180 says (comma, CRLF,
 * quotes doubled), and TSV where tab, line ends and backslash are written \t \n \r \\,
 * so that reading it back is exact. Keys are the English column names. A cell that
 * spans rows is repeated in each. A share becomes key, key_percent and key_base (after
 * its text, if a column has any, as key, key_n, key_percent, key_base); its percentage
 * is empty where it may not be shown. Several tables have their columns joined by key
 * and begin with a column "table". Captions, notes and sources are left out, or come
 * last in lines that begin with # when they are asked for. Texts are not changed: a cell
 * that begins with = is data here, and guarding it is the spreadsheet writer's
 * business. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/number.h"
#include "report/cells.h"

struct format {
	char separator;
	const char *eol;
	const char *between; /* quotations in a cell */
	void (*field)(struct sg_str s, struct sg_buf *out);
};

static void csv_field(struct sg_str s, struct sg_buf *out)
{
	bool quote = false;

	for (size_t i = 0; i < s.n; i++)
		quote |= s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' ||
			 s.p[i] == '\r';
	quote |= s.n && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
	if (!quote) {
		sg_buf_add(out, s);
		return;
	}
	sg_buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			sg_buf_addc(out, '"');
		sg_buf_addc(out, s.p[i]);
	}
	sg_buf_addc(out, '"');
}

static void tsv_field(struct sg_str s, struct sg_buf *out)
{
	static const char from[] = "\t\n\r\\", to[] = "tnr\\";

	for (size_t i = 0; i < s.n; i++) {
		const char *hit = s.p[i] ? strchr(from, s.p[i]) : NULL;
		if (hit) {
			sg_buf_addc(out, '\\');
			sg_buf_addc(out, to[hit - from]);
		} else {
			sg_buf_addc(out, s.p[i]);
		}
	}
}

static const struct format csv = {',', "\r\n", "\n", csv_field};
static const struct format tsv = {'\t', "\n", " / ", tsv_field};

/* A column of the output: one of the joined tables' columns by key, and what its cells
 * need room for. */
struct field {
	struct sg_str key;
	bool text, share;
};

struct fields {
	struct field *v;
	size_t n, cap;
};

static struct field *field_of(struct fields *fields, struct sg_str key)
{
	for (size_t i = 0; i < fields->n; i++)
		if (sg_str_eq(fields->v[i].key, key))
			return &fields->v[i];
	SG_PUSH(fields, (struct field){key, false, false});
	return &fields->v[fields->n - 1];
}

static void find_fields(const struct sg_tables *tables, struct fields *fields)
{
	for (size_t i = 0; i < tables->n; i++) {
		const struct sg_table *t = &tables->v[i];
		for (size_t k = 0; k < t->ncolumns; k++) {
			struct field *f = field_of(fields, t->columns[k].key);
			for (size_t row = 0; row < t->nrows; row++) {
				const struct sg_cell *c =
					&t->cells[row * t->ncolumns + k];
				f->share |= c->kind == SG_CELL_SHARE;
				f->text |= c->text.n > 0 || c->kind == SG_CELL_QUOTES;
			}
		}
	}
}

struct row {
	const struct format *format;
	struct sg_buf *out;
	bool begun;
};

static void put(struct row *r, struct sg_str s)
{
	if (r->begun)
		sg_buf_addc(r->out, r->format->separator);
	r->begun = true;
	r->format->field(s, r->out);
}

static void put_key(struct row *r, struct sg_str key, const char *suffix)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_add(&b, key);
	sg_buf_addz(&b, suffix);
	put(r, sg_buf_str(&b));
	sg_buf_release(&b);
}

static void put_head(struct row *r, const struct fields *fields, bool several)
{
	if (several)
		put(r, SG_STR("table"));
	for (size_t i = 0; i < fields->n; i++) {
		const struct field *f = &fields->v[i];
		put(r, f->key);
		if (!f->share)
			continue;
		if (f->text)
			put_key(r, f->key, "_n");
		put_key(r, f->key, "_percent");
		put_key(r, f->key, "_base");
	}
	sg_buf_addz(r->out, r->format->eol);
}

static void plain_number(const struct sg_cell *c, struct sg_buf *out)
{
	if (c->number != c->number) /* NAN: nothing */
		return;
	sg_decimal(out, c->number, c->kind == SG_CELL_REAL ? c->digits : 0);
}

static void put_share(struct row *r, const struct sg_cell *c, struct sg_buf *b)
{
	bool share = c->kind == SG_CELL_SHARE;

	sg_buf_reset(b);
	if (share && c->percent && c->base > 0)
		sg_percent(b, (uint64_t)c->number, (uint64_t)c->base);
	put(r, sg_buf_str(b));
	sg_buf_reset(b);
	if (share)
		sg_decimal(b, c->base, 0);
	put(r, sg_buf_str(b));
}

static void put_cell(struct row *r, const struct field *f, const struct sg_cell *c)
{
	struct sg_write_options plain = {0};
	struct sg_buf b;

	sg_buf_init(&b);
	bool number = c->kind == SG_CELL_COUNT || c->kind == SG_CELL_SHARE ||
		      c->kind == SG_CELL_REAL;
	sg_buf_add(&b, c->text);
	for (size_t i = 0; c->kind == SG_CELL_QUOTES && i < c->nquotes; i++) {
		sg_buf_addz(&b, i ? r->format->between : "");
		sg_quote_line(&c->quotes[i], &plain, &b);
	}
	if (number && !(f->share && f->text))
		plain_number(c, &b);
	put(r, sg_buf_str(&b));
	if (f->share && f->text) {
		sg_buf_reset(&b);
		if (number)
			plain_number(c, &b);
		put(r, sg_buf_str(&b));
	}
	if (f->share)
		put_share(r, c, &b);
	sg_buf_release(&b);
}

static void put_table(struct row *r, const struct fields *fields,
	const struct sg_table *t, bool several)
{
	static const struct sg_cell nothing = {0};

	for (size_t i = 0; i < t->nrows; i++) {
		r->begun = false;
		if (several)
			put(r, t->id);
		for (size_t f = 0; f < fields->n; f++) {
			const struct sg_cell *c = &nothing;
			for (size_t k = 0; k < t->ncolumns; k++)
				if (sg_str_eq(t->columns[k].key, fields->v[f].key))
					c = sg_cell_spanning(t, i, k);
			put_cell(r, &fields->v[f], c);
		}
		sg_buf_addz(r->out, r->format->eol);
	}
}

/* A line of one field that begins with #, which R and pandas pass over when told to. */
static void remark(const struct format *format, const char *word, struct sg_str text,
	struct sg_buf *out)
{
	struct sg_buf b;

	if (text.n == 0)
		return;
	sg_buf_init(&b);
	sg_buf_printf(&b, "# %s", word);
	for (size_t i = 0; i < text.n; i++)
		sg_buf_addc(&b, text.p[i] == '\n' ? ' ' : text.p[i]);
	format->field(sg_buf_str(&b), out);
	sg_buf_addz(out, format->eol);
	sg_buf_release(&b);
}

static void remarks(const struct sg_tables *tables, const struct format *format,
	const struct sg_write_options *o, struct sg_buf *out)
{
	struct sg_buf caption;

	for (size_t i = 0; i < tables->n; i++) {
		const struct sg_table *t = &tables->v[i];
		sg_buf_init(&caption);
		sg_caption(tables, i, o, &caption);
		remark(format, "", sg_buf_str(&caption), out);
		remark(format, "", t->lead, out);
		for (size_t k = 0; k < t->nnotes; k++)
			remark(format, sg_word(SG_WORD_NOTE, o), t->notes[k].text, out);
		remark(format, sg_word(SG_WORD_SOURCE, o), t->source, out);
		sg_buf_release(&caption);
	}
}

static int write(const struct sg_tables *tables, const struct format *format, bool bom,
	const struct sg_write_options *o, struct sg_buf *out)
{
	struct fields fields = {NULL, 0, 0};
	struct row r = {format, out, false};

	if (bom)
		sg_buf_addz(out, "\xEF\xBB\xBF");
	find_fields(tables, &fields);
	put_head(&r, &fields, tables->n > 1);
	for (size_t i = 0; i < tables->n; i++)
		put_table(&r, &fields, &tables->v[i], tables->n > 1);
	if (o->notes)
		remarks(tables, format, o, out);
	free(fields.v);
	return 0;
}

int sg_write_csv(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	(void)err;
	return write(tables, &csv, o->bom, o, out);
}

int sg_write_tsv(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	(void)err;
	return write(tables, &tsv, o->bom, o, out);
}
