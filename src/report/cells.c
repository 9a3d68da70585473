/* cells.c - see cells.h. */
#include "config.h"

#include "report/cells.h"

#include "analysis/number.h"
#include "text/utf8.h"

static const struct {
	const char *ko, *en;
} words[] = {
	[SG_WORD_TABLE] = {"표", "Table"},
	[SG_WORD_NOTE] = {"주: ", "Note: "},
	[SG_WORD_SOURCE] = {"자료: ", "Source: "},
	[SG_WORD_DISSENT] = {"〔반론〕 ", "[dissent] "},
	[SG_WORD_CONTINUED] = {"(계속)", "(continued)"},
	[SG_WORD_NO_ROWS] = {"(행 없음)", "(no rows)"},
};

const char *sg_word(enum sg_word word, const struct sg_write_options *o)
{
	return o->english ? words[word].en : words[word].ko;
}

void sg_cell_number(const struct sg_cell *cell, const struct sg_write_options *o,
	struct sg_buf *out)
{
	switch (cell->kind) {
	case SG_CELL_COUNT: sg_decimal(out, cell->number, 0); break;
	case SG_CELL_REAL: sg_decimal(out, cell->number, cell->digits); break;
	case SG_CELL_SHARE:
		sg_decimal(out, cell->number, 0);
		if (!cell->percent)
			break;
		sg_buf_addz(out, o->english ? " (" : "(");
		sg_percent(out, (uint64_t)cell->number, (uint64_t)cell->base);
		sg_buf_addc(out, ')');
		break;
	case SG_CELL_EMPTY:
	case SG_CELL_TEXT:
	case SG_CELL_QUOTES: return;
	}
}

void sg_quote_line(const struct sg_quote *quote, const struct sg_write_options *o,
	struct sg_buf *out)
{
	if (quote->counter)
		sg_buf_addz(out, sg_word(SG_WORD_DISSENT, o));
	bool marked = sg_str_findc(quote->text, '"') != SIZE_MAX;
	sg_buf_addz(out, marked ? "“" : "\"");
	sg_buf_add(out, quote->text);
	sg_buf_addz(out, marked ? "”" : "\"");
	if (!quote->respondent.n)
		return;
	sg_buf_printf(out, " (%.*s", SG_ARG(quote->respondent));
	if (quote->group.n)
		sg_buf_printf(out, ", %.*s", SG_ARG(quote->group));
	sg_buf_addc(out, ')');
}

/* Characters that turn the direction of what follows on the line. */
static bool turns(uint32_t cp)
{
	return cp == 0x061C || cp == 0x200E || cp == 0x200F ||
	       (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

void sg_visible(struct sg_str s, struct sg_buf *out)
{
	size_t off = 0;

	while (off < s.n) {
		size_t at = off;
		uint32_t cp = sg_utf8_next(s, &off);
		if (cp == '\t')
			sg_buf_addc(out, ' ');
		else if (cp == '\n')
			sg_buf_addc(out, '\n');
		else if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
			sg_buf_printf(out, "\\x%02x", cp);
		else if (turns(cp) || cp == 0x2028 || cp == 0x2029 || cp == 0xFFFE ||
			 cp == 0xFFFF)
			sg_buf_printf(out, "\\u%04x", cp);
		else
			sg_buf_add(out, sg_str_sub(s, at, off));
	}
}

void sg_caption(const struct sg_tables *tables, size_t at,
	const struct sg_write_options *o, struct sg_buf *out)
{
	sg_buf_printf(out, "[%s", sg_word(SG_WORD_TABLE, o));
	if (tables->n > 1)
		sg_buf_printf(out, " %zu", at + 1);
	sg_buf_addz(out, "] ");
	sg_visible(tables->v[at].caption, out);
}

const struct sg_cell *sg_cell_spanning(const struct sg_table *t, size_t row, size_t k)
{
	for (size_t i = row; i > 0; i--) {
		const struct sg_cell *above = &t->cells[(i - 1) * t->ncolumns + k];
		if (above->rows > row - (i - 1))
			return above;
		if (above->kind != SG_CELL_EMPTY)
			break;
	}
	return &t->cells[row * t->ncolumns + k];
}
