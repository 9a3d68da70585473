/* docx.c - tables as a Word document on A4: numbered captions, a head that is repeated on
 * every page, joined cells, notes below. Tables that are too wide for an upright page
 * stand in sections of their own. */
#include "config.h"

#include "report/docx.h"

#include "report/xml.h"

enum { /* twentieths of a point */
	SHORT_EDGE = 11906,
	LONG_EDGE = 16838,
	MARGIN = 1134, /* 20 mm */
	CELL_SIDE = 80,
	CELL_SIDE_TIGHT = 30,
	INDENT = 160,
};

enum { PLAIN = 0, BOLD = 1, SMALL = 2 };

static void run(struct sg_xml *x, struct sg_str text, unsigned looks)
{
	if (text.n == 0)
		return;
	sg_xml_open(x, "w:r", NULL);
	if (looks) {
		sg_xml_open(x, "w:rPr", NULL);
		if (looks & BOLD) {
			sg_xml_leaf(x, "w:b", NULL);
			sg_xml_leaf(x, "w:bCs", NULL);
		}
		if (looks & SMALL) {
			sg_xml_leaf(x, "w:sz", "w:val", "15", NULL);
			sg_xml_leaf(x, "w:szCs", "w:val", "15", NULL);
		}
		sg_xml_close(x);
	}
	sg_xml_open(x, "w:t", "xml:space", "preserve", NULL);
	sg_xml_text(x, text);
	sg_xml_close(x);
	sg_xml_close(x);
}

static void open_paragraph(struct sg_xml *x, const char *style, unsigned indent)
{
	sg_xml_open(x, "w:p", NULL);
	sg_xml_open(x, "w:pPr", NULL);
	sg_xml_leaf(x, "w:pStyle", "w:val", style, NULL);
	if (indent)
		sg_xml_leaf(x, "w:ind", "w:left", sg_xml_num(x, (long)indent * INDENT),
			NULL);
	sg_xml_close(x);
}

static void paragraph(struct sg_xml *x, const char *style, unsigned indent,
	struct sg_str text, unsigned looks)
{
	open_paragraph(x, style, indent);
	run(x, text, looks);
	sg_xml_close(x);
}

/* "<표 " and the number as a field that Word counts, so that a table put before this one
 * in the report renumbers it. */
static void caption(struct sg_xml *x, const struct sg_print_table *t,
	const struct sg_write_options *o, struct sg_arena *arena)
{
	const char *word = sg_word(SG_WORD_TABLE, o);
	struct sg_str field = sg_arena_printf(arena, " SEQ %s \\* ARABIC ", word);

	open_paragraph(x, "Caption", 0);
	run(x, sg_arena_printf(arena, o->english ? "%s " : "<%s ", word), PLAIN);
	sg_xml_open(x, "w:fldSimple", "w:instr", field.p, NULL);
	run(x, sg_arena_printf(arena, "%zu", t->number), PLAIN);
	sg_xml_close(x);
	run(x,
		sg_arena_printf(
			arena, "%s %.*s", o->english ? "." : ">", SG_ARG(t->caption)),
		PLAIN);
	sg_xml_close(x);
}

static void cell_properties(struct sg_xml *x, long width, const char *merge,
	const char *fill, const char *align)
{
	sg_xml_open(x, "w:tcPr", NULL);
	sg_xml_leaf(x, "w:tcW", "w:w", sg_xml_num(x, width), "w:type", "dxa", NULL);
	if (merge)
		sg_xml_leaf(x, "w:vMerge", "w:val", merge, NULL);
	if (fill)
		sg_xml_leaf(x, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill",
			fill, NULL);
	sg_xml_leaf(x, "w:vAlign", "w:val", align, NULL);
	sg_xml_close(x);
}

static const char *style_of(const struct sg_print_cell *c, size_t line)
{
	if (c->right)
		return "TableNumber";
	return c->lines[line].kind == SG_PRINT_QUOTE && line ? "TableQuote"
							     : "TableText";
}

static void cell(
	struct sg_xml *x, const struct sg_print_cell *c, long width, unsigned small)
{
	sg_xml_open(x, "w:tc", NULL);
	cell_properties(x, width,
		c->covered    ? "continue"
		: c->rows > 1 ? "restart"
			      : NULL,
		NULL, "top");
	for (size_t i = 0; !c->covered && i < c->nlines; i++)
		paragraph(x, style_of(c, i), c->indent, c->lines[i].text,
			(c->lines[i].strong ? BOLD : PLAIN) | small);
	if (c->covered || c->nlines == 0) /* a cell holds a paragraph at least */
		paragraph(x, "TableText", 0, (struct sg_str){"", 0}, PLAIN);
	sg_xml_close(x);
}

static void border(struct sg_xml *x, const char *side, const char *size)
{
	sg_xml_leaf(x, side, "w:val", "single", "w:sz", size, "w:space", "0", "w:color",
		"555555", NULL);
}

static void table_properties(struct sg_xml *x, const struct sg_print_table *t, long all)
{
	const char *side =
		t->tight ? sg_xml_num(x, CELL_SIDE_TIGHT) : sg_xml_num(x, CELL_SIDE);

	sg_xml_open(x, "w:tblPr", NULL);
	sg_xml_leaf(x, "w:tblW", "w:w", sg_xml_num(x, all), "w:type", "dxa", NULL);
	sg_xml_open(x, "w:tblBorders", NULL);
	border(x, "w:top", "8");
	border(x, "w:left", "4");
	border(x, "w:bottom", "8");
	border(x, "w:right", "4");
	border(x, "w:insideH", "4");
	border(x, "w:insideV", "4");
	sg_xml_close(x);
	sg_xml_leaf(x, "w:tblLayout", "w:type", "fixed", NULL);
	sg_xml_open(x, "w:tblCellMar", NULL);
	sg_xml_leaf(x, "w:top", "w:w", "30", "w:type", "dxa", NULL);
	sg_xml_leaf(x, "w:left", "w:w", side, "w:type", "dxa", NULL);
	sg_xml_leaf(x, "w:bottom", "w:w", "30", "w:type", "dxa", NULL);
	sg_xml_leaf(x, "w:right", "w:w", side, "w:type", "dxa", NULL);
	sg_xml_close(x);
	sg_xml_leaf(x, "w:tblLook", "w:val", "0020", "w:firstRow", "1", "w:lastRow",
		"0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "0",
		"w:noVBand", "0", NULL);
	sg_xml_close(x);
}

static void head_row(
	struct sg_xml *x, const struct sg_print_table *t, const long *width)
{
	sg_xml_open(x, "w:tr", NULL);
	sg_xml_open(x, "w:trPr", NULL);
	sg_xml_leaf(x, "w:cantSplit", NULL);
	sg_xml_leaf(x, "w:tblHeader", NULL);
	sg_xml_close(x);
	for (size_t k = 0; k < t->ncolumns; k++) {
		sg_xml_open(x, "w:tc", NULL);
		cell_properties(x, width[k], NULL, "E9E9E9", "center");
		paragraph(x, "TableHead", 0, t->columns[k].label,
			t->tight ? SMALL : PLAIN);
		sg_xml_close(x);
	}
	sg_xml_close(x);
}

static void row(
	struct sg_xml *x, const struct sg_print_table *t, size_t at, const long *width)
{
	sg_xml_open(x, "w:tr", NULL);
	if (!t->tall[at]) {
		sg_xml_open(x, "w:trPr", NULL);
		sg_xml_leaf(x, "w:cantSplit", NULL);
		sg_xml_close(x);
	}
	for (size_t k = 0; k < t->ncolumns; k++)
		cell(x, &t->cells[at * t->ncolumns + k], width[k],
			t->tight ? SMALL : PLAIN);
	sg_xml_close(x);
}

static void grid(struct sg_xml *x, const struct sg_print_table *t,
	struct sg_arena *arena, const struct sg_write_options *o)
{
	long all = (t->landscape ? LONG_EDGE : SHORT_EDGE) - 2 * MARGIN;
	long *width = sg_arena_array(arena, t->ncolumns + 1, sizeof *width);

	sg_xml_open(x, "w:tbl", NULL);
	table_properties(x, t, all);
	sg_xml_open(x, "w:tblGrid", NULL);
	for (size_t k = 0; k < t->ncolumns; k++) {
		width[k] = (long)(t->columns[k].width * (double)all);
		sg_xml_leaf(x, "w:gridCol", "w:w", sg_xml_num(x, width[k]), NULL);
	}
	sg_xml_close(x);
	head_row(x, t, width);
	for (size_t i = 0; i < t->nrows; i++)
		row(x, t, i, width);
	sg_xml_close(x);
	if (t->nrows == 0)
		paragraph(x, "TableNote", 0, sg_str_of(sg_word(SG_WORD_NO_ROWS, o)),
			false);
}

static void below(struct sg_xml *x, const char *word, struct sg_str text)
{
	struct sg_str rest = text, line;

	if (text.n == 0)
		return;
	open_paragraph(x, "TableNote", 0);
	run(x, sg_str_of(word), PLAIN);
	for (bool first = true; sg_str_line(&rest, &line); first = false) {
		if (!first) {
			sg_xml_open(x, "w:r", NULL);
			sg_xml_leaf(x, "w:br", NULL);
			sg_xml_close(x);
		}
		run(x, line, PLAIN);
	}
	sg_xml_close(x);
}

static void section(struct sg_xml *x, bool landscape)
{
	sg_xml_open(x, "w:sectPr", NULL);
	sg_xml_leaf(x, "w:footerReference", "w:type", "default", "r:id", "rId3", NULL);
	if (landscape)
		sg_xml_leaf(x, "w:pgSz", "w:w", sg_xml_num(x, LONG_EDGE), "w:h",
			sg_xml_num(x, SHORT_EDGE), "w:orient", "landscape", NULL);
	else
		sg_xml_leaf(x, "w:pgSz", "w:w", sg_xml_num(x, SHORT_EDGE), "w:h",
			sg_xml_num(x, LONG_EDGE), NULL);
	sg_xml_leaf(x, "w:pgMar", "w:top", "1134", "w:right", "1134", "w:bottom",
		"1134", "w:left", "1134", "w:header", "567", "w:footer", "567",
		"w:gutter", "0", NULL);
	sg_xml_close(x);
}

static void document(struct sg_xml *x, const struct sg_tables *tables,
	const struct sg_write_options *o, struct sg_arena *arena)
{
	bool landscape = false;

	sg_xml_open(x, "w:document", "xmlns:w", SG_DOCX_W, "xmlns:r", SG_DOCX_R, NULL);
	sg_xml_open(x, "w:body", NULL);
	for (size_t i = 0; i < tables->n; i++) {
		struct sg_print_table t;
		sg_print_layout(tables, i, o, arena, &t);
		if (i && t.landscape != landscape) { /* ends the section before */
			sg_xml_open(x, "w:p", NULL);
			sg_xml_open(x, "w:pPr", NULL);
			section(x, landscape);
			sg_xml_close(x);
			sg_xml_close(x);
		}
		landscape = t.landscape;
		caption(x, &t, o, arena);
		if (t.lead.n)
			paragraph(x, "TableLead", 0, t.lead, PLAIN);
		grid(x, &t, arena, o);
		below(x, sg_word(SG_WORD_NOTE, o), t.notes);
		below(x, sg_word(SG_WORD_SOURCE, o), t.source);
	}
	section(x, landscape);
	sg_xml_close(x);
	sg_xml_close(x);
}

int sg_write_docx(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err)
{
	struct sg_str title = o->title;
	struct sg_arena arena;
	struct sg_zip zip;
	struct sg_xml x;

	sg_arena_init(&arena);
	sg_zip_init(&zip);
	if (title.n == 0 && tables->n)
		title = tables->v[0].caption;
	int rc = sg_docx_fixed_parts(&zip, sg_print_text(title, &arena), o, err);
	if (rc == 0) {
		sg_xml_init(&x);
		document(&x, tables, o, &arena);
		rc = sg_xml_finish(
			&x, sg_zip_add(&zip, "word/document.xml", false), err);
	}
	if (rc == 0)
		rc = sg_zip_write(&zip, o->time, out, err);
	sg_zip_release(&zip);
	sg_arena_release(&arena);
	return rc;
}
