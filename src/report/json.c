/* json.c - tables as JSON: an array of {id, caption, lead, columns, rows, notes,
 * source}, keys always in this order. Rows are objects by column key; a cell is null, a
 * string, a number, {"text", "n", "base", "percent"} for a share, or an array of
 * quotations. A cell that spans rows is repeated. */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include <jansson.h>

#include "report/cells.h"

static json_t *string(struct sg_str s)
{
	return json_stringn(s.p ? s.p : "", s.n);
}

static json_t *number(double value)
{
	if (!isfinite(value))
		return json_null();
	if (value == floor(value) && fabs(value) < 1e15)
		return json_integer((json_int_t)value);
	return json_real(value);
}

static json_t *real(const struct sg_cell *c)
{
	/* Rounded as printed elsewhere and one digit more. */
	double scale = pow(10, c->digits + 1.0);

	return isfinite(c->number) ? json_real(round(c->number * scale) / scale)
				   : json_null();
}

static json_t *share(const struct sg_cell *c)
{
	json_t *o = json_object();

	if (c->text.n)
		json_object_set_new(o, "text", string(c->text));
	json_object_set_new(o, "n", number(c->number));
	json_object_set_new(o, "base", number(c->base));
	json_object_set_new(o, "percent",
		c->percent && c->base > 0
			? json_real(round(c->number * 1000 / c->base) / 10)
			: json_null());
	return o;
}

static json_t *quotations(const struct sg_cell *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->nquotes; i++) {
		const struct sg_quote *q = &c->quotes[i];
		json_t *o = json_object();
		json_object_set_new(o, "text", string(q->text));
		json_object_set_new(o, "respondent", string(q->respondent));
		json_object_set_new(o, "group", string(q->group));
		json_object_set_new(o, "question", string(q->question));
		json_object_set_new(o, "dissent", json_boolean(q->counter));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *cell(const struct sg_cell *c)
{
	switch (c->kind) {
	case SG_CELL_TEXT: return string(c->text);
	case SG_CELL_COUNT: return number(c->number);
	case SG_CELL_REAL: return real(c);
	case SG_CELL_SHARE: return share(c);
	case SG_CELL_QUOTES: return quotations(c);
	case SG_CELL_EMPTY: break;
	}
	return json_null();
}

static json_t *rows(const struct sg_table *t)
{
	json_t *list = json_array();
	size_t *above =
		sg_zalloc(t->ncolumns, sizeof *above); /* row of the spanning cell */

	for (size_t i = 0; i < t->nrows; i++) {
		json_t *row = json_object();
		for (size_t k = 0; k < t->ncolumns; k++) {
			const struct sg_cell *c = &t->cells[above[k] * t->ncolumns + k];
			if (i == 0 || c->rows <= i - above[k]) {
				above[k] = i;
				c = &t->cells[i * t->ncolumns + k];
			}
			struct sg_str key = t->columns[k].key;
			json_object_set_new(row, key.p, cell(c)); /* ends in NUL */
		}
		json_array_append_new(list, row);
	}
	free(above);
	return list;
}

static json_t *columns(const struct sg_table *t)
{
	json_t *list = json_array();

	for (size_t k = 0; k < t->ncolumns; k++) {
		json_t *o = json_object();
		json_object_set_new(o, "key", string(t->columns[k].key));
		json_object_set_new(o, "label", string(t->columns[k].label));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *table(const struct sg_table *t)
{
	json_t *o = json_object();
	json_t *notes = json_array();

	for (size_t i = 0; i < t->nnotes; i++)
		json_array_append_new(notes, string(t->notes[i].text));
	json_object_set_new(o, "id", string(t->id));
	json_object_set_new(o, "caption", string(t->caption));
	json_object_set_new(o, "lead", string(t->lead));
	json_object_set_new(o, "columns", columns(t));
	json_object_set_new(o, "rows", rows(t));
	json_object_set_new(o, "notes", notes);
	json_object_set_new(o, "source", string(t->source));
	return o;
}

static int append(const char *bytes, size_t n, void *out)
{
	sg_buf_add(out, (struct sg_str){bytes, n});
	return 0;
}

int sg_write_json(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	json_t *list = json_array();

	(void)o;
	for (size_t i = 0; i < tables->n; i++)
		json_array_append_new(list, table(&tables->v[i]));
	int rc = json_dump_callback(
		list, append, out, JSON_INDENT(1) | JSON_REAL_PRECISION(9));
	json_decref(list);
	if (rc != 0)
		return sg_error_set(
			err, SG_EINPUT, _("a text cannot be written as JSON"));
	sg_buf_addc(out, '\n');
	return 0;
}
