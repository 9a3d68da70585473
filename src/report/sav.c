/* sav.c - one table as an SPSS file, through ReadStat where the program was built with
 * it. Names of variables are the columns' keys made fit for SPSS (letters of any script,
 * digits, . _ $ # @; at most 64 bytes; no word of its syntax; apart in any case of
 * letters), their labels the columns' labels; columns of 0 and 1 have value labels; an
 * empty cell is system-missing. No value is cut: a text longer than SPSS can hold is an
 * error; a label longer than 255 bytes ends there, at a whole character. */
#include "config.h"

#include "report/cells.h"

#ifdef HAVE_READSTAT
#include <math.h>
#include <readstat.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "report/clock.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { NAME_MAX_ = 64, LABEL_MAX = 255, TEXT_MAX = 32767 }; /* bytes, of SPSS */

struct variable {
	size_t column;
	bool text; /* its texts, not its numbers */
	size_t width;
	char name[NAME_MAX_ + 1];
	readstat_variable_t *at;
};

struct sav {
	const struct sg_table *table;
	const struct sg_write_options *o;
	struct variable *v;
	size_t n;
	readstat_writer_t *writer;
	readstat_label_set_t *yes_no;
	struct sg_buf text; /* scratch */
	struct sg_error *err;
};

/* What a text variable holds of a cell; borrowed until the next. */
static struct sg_str cell_text(struct sav *x, const struct sg_cell *c)
{
	const struct sg_write_options plain = {.english = x->o->english};

	sg_buf_reset(&x->text);
	sg_buf_add(&x->text, c->text);
	for (size_t i = 0; c->kind == SG_CELL_QUOTES && i < c->nquotes; i++) {
		sg_buf_addz(&x->text, x->text.n ? "\n" : "");
		sg_quote_line(&c->quotes[i], &plain, &x->text);
	}
	return sg_buf_str(&x->text);
}

static bool has_number(const struct sg_cell *c)
{
	return c->kind == SG_CELL_COUNT || c->kind == SG_CELL_SHARE ||
	       c->kind == SG_CELL_REAL;
}

/* Whether SPSS takes the character in a name, at its beginning or behind it. */
static bool is_name_char(uint32_t cp, bool first)
{
	enum sg_script script = sg_script_of(cp);

	if (cp >= 0x80)
		return script == SG_SCRIPT_HANGUL || script == SG_SCRIPT_HAN ||
		       script == SG_SCRIPT_LETTER;
	if (script == SG_SCRIPT_LETTER || cp == '@')
		return true;
	return !first && (script == SG_SCRIPT_DIGIT || cp == '.' || cp == '_' ||
				 cp == '$' || cp == '#');
}

static bool is_reserved(const char *name)
{
	static const char *const words[] = {"ALL", "AND", "BY", "EQ", "GE", "GT", "LE",
		"LT", "NE", "NOT", "OR", "TO", "WITH"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcasecmp(words[i], name) == 0)
			return true;
	return false;
}

/* In any case of letters, as SPSS looks at names. */
static bool is_taken(const struct sav *x, const char *name)
{
	struct sg_buf own, other;
	bool taken = false;

	sg_buf_init(&own);
	sg_buf_init(&other);
	sg_fold_str(sg_str_of(name), &own);
	for (size_t i = 0; i < x->n && !taken; i++) {
		sg_buf_reset(&other);
		sg_fold_str(sg_str_of(x->v[i].name), &other);
		taken = sg_str_eq(sg_buf_str(&own), sg_buf_str(&other));
	}
	sg_buf_release(&own);
	sg_buf_release(&other);
	return taken;
}

/* At most `room` bytes of s, whole characters. */
static struct sg_str fit(struct sg_str s, size_t room)
{
	if (s.n > room)
		for (s.n = room; s.n && sg_utf8_inner(s.p[s.n]);)
			s.n--;
	return s;
}

static void name_variable(const struct sav *x, struct variable *v, struct sg_str key)
{
	struct sg_buf b;
	size_t room = NAME_MAX_;

	sg_buf_init(&b);
	for (size_t off = 0, at = 0; off < key.n; at = off) {
		uint32_t cp = sg_utf8_next(key, &off);
		if (at == 0 && !is_name_char(cp, true))
			sg_buf_addz(&b, "v_");
		sg_buf_add(&b, is_name_char(cp, false) ? sg_str_sub(key, at, off)
						       : SG_STR("_"));
	}
	if (b.n == 0)
		sg_buf_addz(&b, "v");
	if (is_reserved(sg_buf_z(&b)))
		sg_buf_addz(&b, "_");
	for (unsigned i = 1;; i++) {
		char tail[16] = "";
		if (i > 1)
			snprintf(tail, sizeof tail, "_%u", i);
		struct sg_str head = fit(sg_buf_str(&b), room - strlen(tail));
		snprintf(v->name, sizeof v->name, "%.*s%s", SG_ARG(head), tail);
		if (i == 1 && head.p[head.n - 1] == '.') /* the end of a command */
			v->name[head.n - 1] = '_';
		if (!is_taken(x, v->name))
			break;
	}
	sg_buf_release(&b);
}

/* A column of both texts and numbers becomes two variables, NAME and NAME_n. */
static int find_variables(struct sav *x)
{
	const struct sg_table *t = x->table;

	x->v = sg_zalloc(2 * t->ncolumns + 1, sizeof *x->v);
	for (size_t k = 0; k < t->ncolumns; k++) {
		bool text = false, number = false;
		size_t width = 1;
		for (size_t i = 0; i < t->nrows; i++) {
			const struct sg_cell *c = &t->cells[i * t->ncolumns + k];
			struct sg_str s = cell_text(x, c);
			text |= s.n > 0;
			number |= has_number(c);
			width = s.n > width ? s.n : width;
			if (s.n > TEXT_MAX)
				return sg_error_set(x->err, SG_ETOOBIG,
					_("row %zu, column '%.*s': SPSS holds texts of "
					  "at most %d bytes"),
					i + 1, SG_ARG(t->columns[k].key), TEXT_MAX);
		}
		struct sg_str key = t->columns[k].key;
		struct variable v = {.column = k, .text = true, .width = width};
		if (text || !number) {
			name_variable(x, &v, key);
			x->v[x->n++] = v;
		}
		if (!number)
			continue;
		v.text = false;
		struct sg_buf b;
		sg_buf_init(&b);
		sg_buf_add(&b, key);
		sg_buf_addz(&b, text ? "_n" : "");
		name_variable(x, &v, sg_buf_str(&b));
		sg_buf_release(&b);
		x->v[x->n++] = v;
	}
	return 0;
}

static void add_variable(struct sav *x, struct variable *v)
{
	const struct sg_column *c = &x->table->columns[v->column];
	char label[LABEL_MAX + 1];

	v->at = readstat_add_variable(x->writer, v->name,
		v->text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE,
		v->text ? v->width : 0);
	struct sg_str shown = fit(c->label, LABEL_MAX);
	snprintf(label, sizeof label, "%.*s", SG_ARG(shown));
	readstat_variable_set_label(v->at, label);
	if (v->text) {
		readstat_variable_set_measure(v->at, READSTAT_MEASURE_NOMINAL);
		readstat_variable_set_display_width(
			v->at, v->width < 40 ? (int)v->width : 40);
		return;
	}
	bool real = false;
	for (size_t i = 0; i < x->table->nrows; i++)
		real |= x->table->cells[i * x->table->ncolumns + v->column].kind ==
			SG_CELL_REAL;
	readstat_variable_set_format(v->at, real ? "F10.4" : "F8.0");
	readstat_variable_set_measure(
		v->at, c->binary ? READSTAT_MEASURE_NOMINAL : READSTAT_MEASURE_SCALE);
	if (c->binary)
		readstat_variable_set_label_set(v->at, x->yes_no);
}

static readstat_error_t put_value(
	struct sav *x, const struct variable *v, const struct sg_cell *c)
{
	if (v->text) {
		cell_text(x, c);
		return readstat_insert_string_value(
			x->writer, v->at, sg_buf_z(&x->text));
	}
	if (!has_number(c) || !isfinite(c->number))
		return readstat_insert_missing_value(x->writer, v->at);
	return readstat_insert_double_value(x->writer, v->at, c->number);
}

static readstat_error_t put_rows(struct sav *x)
{
	readstat_error_t e = READSTAT_OK;

	for (size_t i = 0; e == READSTAT_OK && i < x->table->nrows; i++) {
		e = readstat_begin_row(x->writer);
		for (size_t k = 0; e == READSTAT_OK && k < x->n; k++)
			e = put_value(x, &x->v[k],
				sg_cell_spanning(x->table, i, x->v[k].column));
		if (e == READSTAT_OK)
			e = readstat_end_row(x->writer);
	}
	return e;
}

static ssize_t keep(const void *data, size_t n, void *ctx)
{
	sg_buf_add(ctx, (struct sg_str){data, n});
	return (ssize_t)n;
}

static readstat_error_t write_file(struct sav *x, struct sg_buf *out)
{
	const char *const *words = (const char *const[]){"언급 없음", "언급"};
	char title[65];

	if (x->o->english)
		words = (const char *const[]){"not mentioned", "mentioned"};
	struct sg_str shown = fit(x->o->title, sizeof title - 1);
	snprintf(title, sizeof title, "%.*s", SG_ARG(shown));
	readstat_set_data_writer(x->writer, keep);
	readstat_writer_set_file_label(x->writer, title);
	readstat_writer_set_file_timestamp(
		x->writer, (time_t)sg_clock_seconds(x->o->time));
	x->yes_no =
		readstat_add_label_set(x->writer, READSTAT_TYPE_DOUBLE, "mentioned");
	readstat_label_double_value(x->yes_no, 0, words[0]);
	readstat_label_double_value(x->yes_no, 1, words[1]);
	for (size_t i = 0; i < x->n; i++)
		add_variable(x, &x->v[i]);
	readstat_error_t e =
		readstat_begin_writing_sav(x->writer, out, (long)x->table->nrows);
	if (e == READSTAT_OK)
		e = put_rows(x);
	return e == READSTAT_OK ? readstat_end_writing(x->writer) : e;
}

static int write(const struct sg_table *table, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct sav x = {.table = table, .o = o, .err = err};
	size_t before = out->n;

	sg_buf_init(&x.text);
	int rc = find_variables(&x);
	if (rc == 0) {
		x.writer = readstat_writer_init();
		readstat_error_t e = write_file(&x, out);
		if (e != READSTAT_OK) {
			out->n = before;
			rc = sg_error_set(err, SG_EIO,
				_("cannot write the SPSS file: %s"),
				readstat_error_message(e));
		}
		readstat_writer_free(x.writer);
	}
	sg_buf_release(&x.text);
	free(x.v);
	return rc;
}
#else
static int write(const struct sg_table *table, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	(void)table;
	(void)o;
	(void)out;
	return sg_error_set(err, SG_EUSAGE,
		_("this saegim was built without ReadStat and cannot write SPSS "
		  "files"));
}
#endif

int sg_write_sav(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	if (tables->n != 1)
		return sg_error_set(err, SG_EUSAGE,
			_("an SPSS file holds one table, and these are %zu; narrow "
			  "them, with --question for one"),
			tables->n);
	return write(&tables->v[0], o, out, err);
}
