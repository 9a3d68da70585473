/* hwpx_section.c - see hwpx_section.h. Lines are not laid out (hp:linesegarray): a program
 * that opens the file does that. Lengths are in HWPUNIT, 7200 an inch. */
#include "config.h"

#include "report/hwpx_section.h"

#include <stdio.h>
#include <stdlib.h>

#include "text/width.h"

enum {
	SHORT_EDGE = 59528, /* A4 */
	LONG_EDGE = 84188,
	MARGIN = 5669,      /* 20 mm */
	HEAD_MARGIN = 2834, /* 10 mm */
	OUTSIDE = 283,      /* 1 mm around a table */
	CELL_SIDE = 425,
	CELL_SIDE_TIGHT = 142,
	CELL_ABOVE = 113,
	LINE = 1170,  /* 9 points at 130 % */
	COLUMN = 450, /* half a Hangul syllable of 9 points */
};

struct section {
	struct sg_xml x;
	const struct sg_write_options *o;
	bool landscape, begun; /* the first paragraph holds the section's properties */
	long ids;
};

static void note_shape(struct sg_xml *x, const char *name, const char *length,
	const char *between, const char *place)
{
	sg_xml_open(x, name, NULL);
	sg_xml_leaf(x, "hp:autoNumFormat", "type", "DIGIT", "userChar", "",
		"prefixChar", "", "suffixChar", ")", "supscript", "0", NULL);
	sg_xml_leaf(x, "hp:noteLine", "length", length, "type", "SOLID", "width",
		"0.12 mm", "color", "#000000", NULL);
	sg_xml_leaf(x, "hp:noteSpacing", "betweenNotes", between, "belowLine", "567",
		"aboveLine", "850", NULL);
	sg_xml_leaf(x, "hp:numbering", "type", "CONTINUOUS", "newNum", "1", NULL);
	sg_xml_leaf(x, "hp:placement", "place", place, "beneathText", "0", NULL);
	sg_xml_close(x);
}

static void page(struct section *s)
{
	struct sg_xml *x = &s->x;
	const char *edge = sg_xml_num(x, MARGIN), *head = sg_xml_num(x, HEAD_MARGIN);

	/* an upright page is WIDELY; width and height stay those of the upright sheet */
	sg_xml_open(x, "hp:pagePr", "landscape", s->landscape ? "NARROWLY" : "WIDELY",
		"width", sg_xml_num(x, SHORT_EDGE), "height", sg_xml_num(x, LONG_EDGE),
		"gutterType", "LEFT_ONLY", NULL);
	sg_xml_leaf(x, "hp:margin", "header", head, "footer", head, "gutter", "0",
		"left", edge, "right", edge, "top", edge, "bottom", edge, NULL);
	sg_xml_close(x);
}

static void properties(struct section *s)
{
	static const char *const pages[] = {"BOTH", "EVEN", "ODD"};
	struct sg_xml *x = &s->x;

	sg_xml_open(x, "hp:secPr", "id", "", "textDirection", "HORIZONTAL",
		"spaceColumns", "1134", "tabStop", "8000", "tabStopVal", "4000",
		"tabStopUnit", "HWPUNIT", "outlineShapeIDRef", "1", "memoShapeIDRef",
		"0", "textVerticalWidthHead", "0", "masterPageCnt", "0", NULL);
	sg_xml_leaf(x, "hp:grid", "lineGrid", "0", "charGrid", "0", "wonggojiFormat",
		"0", NULL);
	sg_xml_leaf(x, "hp:startNum", "pageStartsOn", "BOTH", "page", "0", "pic", "0",
		"tbl", "0", "equation", "0", NULL);
	sg_xml_leaf(x, "hp:visibility", "hideFirstHeader", "0", "hideFirstFooter", "0",
		"hideFirstMasterPage", "0", "border", "SHOW_ALL", "fill", "SHOW_ALL",
		"hideFirstPageNum", "0", "hideFirstEmptyLine", "0", "showLineNumber",
		"0", NULL);
	sg_xml_leaf(x, "hp:lineNumberShape", "restartType", "0", "countBy", "0",
		"distance", "0", "startNumber", "0", NULL);
	page(s);
	note_shape(x, "hp:footNotePr", "-1", "283", "EACH_COLUMN");
	note_shape(x, "hp:endNotePr", "14692344", "0", "END_OF_DOCUMENT");
	for (size_t i = 0; i < 3; i++) {
		sg_xml_open(x, "hp:pageBorderFill", "type", pages[i], "borderFillIDRef",
			"1", "textBorder", "PAPER", "headerInside", "0", "footerInside",
			"0", "fillArea", "PAPER", NULL);
		sg_xml_leaf(x, "hp:offset", "left", "1417", "right", "1417", "top",
			"1417", "bottom", "1417", NULL);
		sg_xml_close(x);
	}
	sg_xml_close(x);
	sg_xml_open(x, "hp:ctrl", NULL);
	sg_xml_leaf(x, "hp:colPr", "id", "", "type", "NEWSPAPER", "layout", "LEFT",
		"colCount", "1", "sameSz", "1", "sameGap", "0", NULL);
	sg_xml_close(x);
	sg_xml_open(x, "hp:ctrl", NULL);
	sg_xml_leaf(x, "hp:pageNum", "pos", "BOTTOM_CENTER", "formatType", "DIGIT",
		"sideChar", "-", NULL);
	sg_xml_close(x);
}

/* Opens a paragraph and a run in it. */
static void open_paragraph(struct section *s, long para, enum sg_hwpx_char shape)
{
	struct sg_xml *x = &s->x;
	long style = para < SG_HWPX_PARA_INDENT ? para : 0;

	sg_xml_open(x, "hp:p", "id", sg_xml_num(x, s->ids++), "paraPrIDRef",
		sg_xml_num(x, para), "styleIDRef", sg_xml_num(x, style), "pageBreak",
		"0", "columnBreak", "0", "merged", "0", NULL);
	sg_xml_open(x, "hp:run", "charPrIDRef", sg_xml_num(x, (long)shape), NULL);
}

static void close_paragraph(struct section *s)
{
	sg_xml_close(&s->x);
	sg_xml_close(&s->x);
}

/* A paragraph of the body; the first of a section carries its properties. */
static void open_body(struct section *s, long para, enum sg_hwpx_char shape)
{
	open_paragraph(s, para, shape);
	if (!s->begun)
		properties(s);
	s->begun = true;
}

static void paragraph(
	struct section *s, long para, enum sg_hwpx_char shape, struct sg_str text)
{
	open_paragraph(s, para, shape);
	if (text.n)
		sg_xml_element(&s->x, "hp:t", text);
	close_paragraph(s);
}

static void open_list(struct section *s, const char *align)
{
	sg_xml_open(&s->x, "hp:subList", "id", "", "textDirection", "HORIZONTAL",
		"lineWrap", "BREAK", "vertAlign", align, "linkListIDRef", "0",
		"linkListNextIDRef", "0", "textWidth", "0", "textHeight", "0",
		"hasTextRef", "0", "hasNumRef", "0", NULL);
}

/* "<표 ", a number that Hangul counts itself, and the caption; the question's wording
 * below it. */
static void caption(struct section *s, const struct sg_print_table *t, long width)
{
	struct sg_xml *x = &s->x;
	struct sg_buf b;

	sg_xml_open(x, "hp:caption", "side", "TOP", "fullSz", "0", "width", "8504",
		"gap", "283", "lastWidth", sg_xml_num(x, width), NULL);
	open_list(s, "TOP");
	sg_buf_init(&b);
	open_paragraph(s, SG_HWPX_PARA_CAPTION, SG_HWPX_CHAR_CAPTION);
	sg_buf_printf(&b, s->o->english ? "%s " : "<%s ", sg_word(SG_WORD_TABLE, s->o));
	sg_xml_element(x, "hp:t", sg_buf_str(&b));
	sg_xml_open(x, "hp:ctrl", NULL);
	sg_xml_open(x, "hp:autoNum", "num", sg_xml_num(x, (long)t->number), "numType",
		"TABLE", NULL);
	sg_xml_leaf(x, "hp:autoNumFormat", "type", "DIGIT", "userChar", "",
		"prefixChar", "", "suffixChar", "", "supscript", "0", NULL);
	sg_xml_close(x);
	sg_xml_close(x);
	sg_buf_reset(&b);
	sg_buf_printf(&b, "%s %.*s", s->o->english ? "." : ">", SG_ARG(t->caption));
	sg_xml_element(x, "hp:t", sg_buf_str(&b));
	close_paragraph(s);
	sg_buf_release(&b);
	if (t->lead.n)
		paragraph(s, SG_HWPX_PARA_CAPTION, SG_HWPX_CHAR_CELL, t->lead);
	sg_xml_close(x);
	sg_xml_close(x);
}

static long cell_side(const struct sg_print_table *t)
{
	return t->tight ? CELL_SIDE_TIGHT : CELL_SIDE;
}

/* Where a cell stands and how large it is; after its paragraphs. */
static void close_cell(struct section *s, const struct sg_print_table *t, size_t k,
	size_t row, uint32_t rows, long width, long height)
{
	struct sg_xml *x = &s->x;
	const char *side = sg_xml_num(x, cell_side(t)),
		   *above = sg_xml_num(x, CELL_ABOVE);

	sg_xml_leaf(x, "hp:cellAddr", "colAddr", sg_xml_num(x, (long)k), "rowAddr",
		sg_xml_num(x, (long)row), NULL);
	sg_xml_leaf(x, "hp:cellSpan", "colSpan", "1", "rowSpan",
		sg_xml_num(x, (long)rows), NULL);
	sg_xml_leaf(x, "hp:cellSz", "width", sg_xml_num(x, width), "height",
		sg_xml_num(x, height), NULL);
	sg_xml_leaf(x, "hp:cellMargin", "left", side, "right", side, "top", above,
		"bottom", above, NULL);
	sg_xml_close(x);
}

static void open_cell(struct section *s, bool head)
{
	sg_xml_open(&s->x, "hp:tc", "name", "", "header", head ? "1" : "0", "hasMargin",
		"1", "protect", "0", "editable", "0", "dirty", "0", "borderFillIDRef",
		sg_xml_num(&s->x, head ? SG_HWPX_BORDER_HEAD : SG_HWPX_BORDER_CELL),
		NULL);
	open_list(s, head ? "CENTER" : "TOP");
}

/* The shape of letters for a table's size. */
static enum sg_hwpx_char sized(const struct sg_print_table *t, enum sg_hwpx_char shape)
{
	if (!t->tight)
		return shape;
	return shape == SG_HWPX_CHAR_HEAD     ? SG_HWPX_CHAR_SMALL_HEAD
	       : shape == SG_HWPX_CHAR_STRONG ? SG_HWPX_CHAR_SMALL_STRONG
					      : SG_HWPX_CHAR_SMALL;
}

static void lines(struct section *s, const struct sg_print_table *t,
	const struct sg_print_cell *c)
{
	for (size_t i = 0; i < c->nlines; i++) {
		const struct sg_print_line *l = &c->lines[i];
		unsigned levels =
			c->indent > SG_HWPX_INDENTS ? SG_HWPX_INDENTS : c->indent;
		long para = c->right ? SG_HWPX_PARA_NUMBER
			    : levels ? SG_HWPX_PARA_INDENT + (long)levels - 1
			    : l->kind == SG_PRINT_QUOTE && i ? SG_HWPX_PARA_QUOTE
							     : SG_HWPX_PARA_CELL;
		paragraph(s, para,
			sized(t, l->strong ? SG_HWPX_CHAR_STRONG : SG_HWPX_CHAR_CELL),
			l->text);
	}
	if (c->nlines == 0)
		paragraph(s, SG_HWPX_PARA_CELL, SG_HWPX_CHAR_CELL,
			(struct sg_str){"", 0});
}

/* Height that some lines of text need at a width, roughly: Hangul makes a row higher when
 * its text needs more. */
static long height_of(struct sg_str text, long width)
{
	long room = width / COLUMN > 2 ? width / COLUMN : 2;

	return (1 + (long)(sg_width(text) * 21 / 20) / room) * LINE;
}

static long cell_height(
	const struct sg_print_table *t, const struct sg_print_cell *c, long width)
{
	long height = 0;

	for (size_t i = 0; i < c->nlines; i++)
		height += height_of(c->lines[i].text, width - 2 * cell_side(t));
	return (height ? height : LINE) + 2 * CELL_ABOVE;
}

/* Heights of the rows: of their own cells, and what a joined cell needs more goes to the
 * last of its rows. */
static void find_heights(
	const struct sg_print_table *t, const long *width, long *height)
{
	for (size_t row = 0; row < t->nrows; row++) {
		height[row] = LINE + 2 * CELL_ABOVE;
		for (size_t k = 0; k < t->ncolumns; k++) {
			const struct sg_print_cell *c =
				&t->cells[row * t->ncolumns + k];
			long own = cell_height(t, c, width[k]);
			if (!c->covered && c->rows == 1 && own > height[row])
				height[row] = own;
		}
	}
	for (size_t row = 0; row < t->nrows; row++)
		for (size_t k = 0; k < t->ncolumns; k++) {
			const struct sg_print_cell *c =
				&t->cells[row * t->ncolumns + k];
			long have = 0, own = cell_height(t, c, width[k]);
			if (c->covered || c->rows == 1)
				continue;
			for (size_t i = row; i < row + c->rows; i++)
				have += height[i];
			if (own > have)
				height[row + c->rows - 1] += own - have;
		}
}

static void head_row(struct section *s, const struct sg_print_table *t,
	const long *width, long height)
{
	sg_xml_open(&s->x, "hp:tr", NULL);
	for (size_t k = 0; k < t->ncolumns; k++) {
		open_cell(s, true);
		paragraph(s, SG_HWPX_PARA_HEAD, sized(t, SG_HWPX_CHAR_HEAD),
			t->columns[k].label);
		sg_xml_close(&s->x);
		close_cell(s, t, k, 0, 1, width[k], height);
	}
	sg_xml_close(&s->x);
}

static void body_row(struct section *s, const struct sg_print_table *t, size_t row,
	const long *width, const long *height)
{
	sg_xml_open(&s->x, "hp:tr", NULL);
	for (size_t k = 0; k < t->ncolumns; k++) {
		const struct sg_print_cell *c = &t->cells[row * t->ncolumns + k];
		long all = 0;
		if (c->covered)
			continue;
		for (size_t i = row; i < row + c->rows; i++)
			all += height[i];
		open_cell(s, false);
		lines(s, t, c);
		sg_xml_close(&s->x);
		close_cell(s, t, k, row + 1, c->rows, width[k], all);
	}
	sg_xml_close(&s->x);
}

static bool any_tall(const struct sg_print_table *t)
{
	for (size_t i = 0; i < t->nrows; i++)
		if (t->tall[i])
			return true;
	return false;
}

static void table(struct section *s, const struct sg_print_table *t)
{
	struct sg_xml *x = &s->x;
	long *width = sg_zalloc(t->ncolumns + 1, sizeof *width);
	long *height = sg_zalloc(t->nrows + 1, sizeof *height);
	long room = (t->landscape ? LONG_EDGE : SHORT_EDGE) - 2 * MARGIN - 2 * OUTSIDE;
	long all = 0, head = LINE, high;
	const char *outside = sg_xml_num(x, OUTSIDE);

	for (size_t k = 0; k < t->ncolumns; k++) {
		width[k] = (long)(t->columns[k].width * (double)room);
		all += width[k];
		long own = height_of(t->columns[k].label, width[k] - 2 * cell_side(t));
		head = own > head ? own : head;
	}
	find_heights(t, width, height);
	high = head += 2 * CELL_ABOVE;
	for (size_t i = 0; i < t->nrows; i++)
		high += height[i];
	open_body(s, SG_HWPX_PARA_BODY, SG_HWPX_CHAR_BODY);
	/* TABLE: rows stay whole; CELL: they may be broken over pages */
	sg_xml_open(x, "hp:tbl", "id", sg_xml_num(x, 1000000 + (long)t->number),
		"zOrder", sg_xml_num(x, (long)t->number - 1), "numberingType", "TABLE",
		"textWrap", "TOP_AND_BOTTOM", "textFlow", "BOTH_SIDES", "lock", "0",
		"dropcapstyle", "None", "pageBreak", any_tall(t) ? "CELL" : "TABLE",
		"repeatHeader", "1", "rowCnt", sg_xml_num(x, (long)t->nrows + 1),
		"colCnt", sg_xml_num(x, (long)t->ncolumns), "cellSpacing", "0",
		"borderFillIDRef", sg_xml_num(x, SG_HWPX_BORDER_CELL), "noAdjust", "0",
		NULL);
	sg_xml_leaf(x, "hp:sz", "width", sg_xml_num(x, all), "widthRelTo", "ABSOLUTE",
		"height", sg_xml_num(x, high), "heightRelTo", "ABSOLUTE", "protect",
		"0", NULL);
	sg_xml_leaf(x, "hp:pos", "treatAsChar", "0", "affectLSpacing", "0",
		"flowWithText", "1", "allowOverlap", "0", "holdAnchorAndSO", "0",
		"vertRelTo", "PARA", "horzRelTo", "COLUMN", "vertAlign", "TOP",
		"horzAlign", "LEFT", "vertOffset", "0", "horzOffset", "0", NULL);
	outside = sg_xml_num(x, OUTSIDE);
	sg_xml_leaf(x, "hp:outMargin", "left", outside, "right", outside, "top",
		outside, "bottom", outside, NULL);
	caption(s, t, all);
	const char *side = sg_xml_num(x, cell_side(t)),
		   *above = sg_xml_num(x, CELL_ABOVE);
	sg_xml_leaf(x, "hp:inMargin", "left", side, "right", side, "top", above,
		"bottom", above, NULL);
	head_row(s, t, width, head);
	for (size_t row = 0; row < t->nrows; row++)
		body_row(s, t, row, width, height);
	sg_xml_close(x);
	close_paragraph(s);
	free(width);
	free(height);
}

static void below(struct section *s, enum sg_word word, struct sg_str text)
{
	struct sg_str rest = text, line;
	struct sg_buf b;

	sg_buf_init(&b);
	for (bool first = true; sg_str_line(&rest, &line); first = false) {
		sg_buf_reset(&b);
		sg_buf_addz(&b, first ? sg_word(word, s->o) : "");
		sg_buf_add(&b, line);
		paragraph(s, SG_HWPX_PARA_NOTE, SG_HWPX_CHAR_NOTE, sg_buf_str(&b));
	}
	sg_buf_release(&b);
}

int sg_hwpx_section(const struct sg_print_table *tables, size_t first, size_t stop,
	const struct sg_write_options *o, struct sg_buf *out, struct sg_error *err)
{
	struct section s = {.o = o};

	s.landscape = first < stop && tables[first].landscape;
	sg_xml_init(&s.x);
	sg_hwpx_root(&s.x, "hs:sec");
	for (size_t i = first; i < stop; i++) {
		const struct sg_print_table *t = &tables[i];
		table(&s, t);
		if (t->nrows == 0)
			paragraph(&s, SG_HWPX_PARA_NOTE, SG_HWPX_CHAR_NOTE,
				sg_str_of(sg_word(SG_WORD_NO_ROWS, o)));
		below(&s, SG_WORD_NOTE, t->notes);
		below(&s, SG_WORD_SOURCE, t->source);
		paragraph(&s, SG_HWPX_PARA_BODY, SG_HWPX_CHAR_BODY,
			(struct sg_str){"", 0});
	}
	if (!s.begun) {
		open_body(&s, SG_HWPX_PARA_BODY, SG_HWPX_CHAR_BODY);
		close_paragraph(&s);
	}
	sg_xml_close(&s.x);
	return sg_xml_finish(&s.x, out, err);
}
