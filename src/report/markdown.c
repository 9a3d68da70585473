/* markdown.c - tables as GitHub-flavoured pipe tables. Everything that Markdown or HTML
 * would read as a sign is escaped, so that a quotation is rendered as it was written. */
#include "config.h"

#include <string.h>

#include "report/cells.h"

/* Appends text for a place inside a line; line ends become `lf`. */
static void escaped(struct sg_str text, const char *lf, struct sg_buf *out)
{
	struct sg_buf visible;

	sg_buf_init(&visible);
	sg_visible(text, &visible);
	for (size_t i = 0; i < visible.n; i++) {
		char c = visible.p[i];
		if (c == '\n') {
			sg_buf_addz(out, lf);
			continue;
		}
		if (c == '&') {
			sg_buf_addz(out, "&amp;");
			continue;
		}
		if (c == '<') {
			sg_buf_addz(out, "&lt;");
			continue;
		}
		if (strchr("\\`*_[]>|~$", c))
			sg_buf_addc(out, '\\');
		sg_buf_addc(out, c);
	}
	sg_buf_release(&visible);
}

static void cell(
	const struct sg_cell *c, const struct sg_write_options *o, struct sg_buf *out)
{
	struct sg_buf raw;

	sg_buf_init(&raw);
	for (size_t i = 0; i < c->indent; i++)
		sg_buf_addz(out, "&emsp;");
	if (c->strong)
		sg_buf_addz(out, "**");
	escaped(c->text, "<br>", out);
	if (c->strong)
		sg_buf_addz(out, "**");
	sg_cell_number(c, o, &raw);
	if (raw.n) {
		sg_buf_addz(out, c->text.n ? "<br>" : "");
		sg_buf_add(out, sg_buf_str(&raw));
		sg_buf_addz(out, c->mark.n ? "<br>" : "");
		escaped(c->mark, "<br>", out);
	}
	for (size_t i = 0; c->kind == SG_CELL_QUOTES && i < c->nquotes; i++) {
		sg_buf_reset(&raw);
		sg_quote_line(&c->quotes[i], o, &raw);
		sg_buf_addz(out, i ? "<br>" : "");
		escaped(sg_buf_str(&raw), "<br>", out);
	}
	sg_buf_release(&raw);
}

static void line(const struct sg_table *table, size_t row,
	const struct sg_write_options *o, struct sg_buf *out)
{
	for (size_t k = 0; k < table->ncolumns; k++) {
		if (table->columns[k].machine)
			continue;
		sg_buf_addz(out, "| ");
		cell(&table->cells[row * table->ncolumns + k], o, out);
		sg_buf_addc(out, ' ');
	}
	sg_buf_addz(out, "|\n");
}

static void head(const struct sg_table *table, struct sg_buf *out)
{
	for (size_t k = 0; k < table->ncolumns; k++) {
		if (table->columns[k].machine)
			continue;
		sg_buf_addz(out, "| ");
		escaped(table->columns[k].label, "<br>", out);
		sg_buf_addc(out, ' ');
	}
	sg_buf_addz(out, "|\n");
	for (size_t k = 0; k < table->ncolumns; k++)
		if (!table->columns[k].machine)
			sg_buf_addz(out, table->columns[k].right ? "|---:" : "|---");
	sg_buf_addz(out, "|\n");
}

static void paragraph(const char *word, struct sg_str text, struct sg_buf *out)
{
	if (text.n == 0)
		return;
	sg_buf_addc(out, '\n');
	sg_buf_addz(out, word);
	escaped(text, "<br>\n", out);
	sg_buf_addc(out, '\n');
}

static void table(const struct sg_tables *tables, size_t at,
	const struct sg_write_options *o, struct sg_buf *out)
{
	const struct sg_table *t = &tables->v[at];
	struct sg_buf notes;

	sg_buf_addz(out, "### ");
	if (tables->n > 1)
		sg_buf_printf(out, "%s %zu. ", sg_word(SG_WORD_TABLE, o), at + 1);
	escaped(t->caption, " ", out);
	sg_buf_addc(out, '\n');
	paragraph("", t->lead, out);
	sg_buf_addc(out, '\n');
	head(t, out);
	for (size_t i = 0; i < t->nrows; i++)
		line(t, i, o, out);
	sg_buf_init(&notes);
	for (size_t i = 0; i < t->nnotes; i++) {
		sg_buf_addz(&notes, i ? "\n" : "");
		sg_buf_add(&notes, t->notes[i].text);
	}
	paragraph(sg_word(SG_WORD_NOTE, o), sg_buf_str(&notes), out);
	paragraph(sg_word(SG_WORD_SOURCE, o), t->source, out);
	sg_buf_release(&notes);
}

int sg_write_markdown(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	(void)err;
	for (size_t i = 0; i < tables->n; i++) {
		if (i)
			sg_buf_addc(out, '\n');
		table(tables, i, o, out);
	}
	return 0;
}
