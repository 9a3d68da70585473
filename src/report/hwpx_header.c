/* hwpx_header.c - see hwpx_header.h: what the sections refer to by number. The order of
 * elements and attributes is that of files which Hangul itself writes. */
#include "config.h"

#include "report/hwpx_header.h"

static void fonts(struct sg_xml *x)
{
	static const char *const languages[] = {
		"HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"};
	static const struct {
		const char *face, *family;
	} faces[] = {{"함초롬바탕", "FCAT_MYUNGJO"}, {"맑은 고딕", "FCAT_GOTHIC"}};

	sg_xml_open(x, "hh:fontfaces", "itemCnt", "7", NULL);
	for (size_t i = 0; i < 7; i++) {
		sg_xml_open(
			x, "hh:fontface", "lang", languages[i], "fontCnt", "2", NULL);
		for (size_t k = 0; k < 2; k++) {
			sg_xml_open(x, "hh:font", "id", sg_xml_num(x, (long)k), "face",
				faces[k].face, "type", "TTF", "isEmbedded", "0", NULL);
			sg_xml_leaf(x, "hh:typeInfo", "familyType", faces[k].family,
				"weight", "8", "proportion", "4", "contrast", "0",
				"strokeVariation", "1", "armStyle", "1", "letterform",
				"1", "midline", "1", "xHeight", "1", NULL);
			sg_xml_close(x);
		}
		sg_xml_close(x);
	}
	sg_xml_close(x);
}

static void border_fill(struct sg_xml *x, long id, const char *line, const char *width,
	const char *fill)
{
	static const char *const sides[] = {
		"hh:leftBorder", "hh:rightBorder", "hh:topBorder", "hh:bottomBorder"};

	sg_xml_open(x, "hh:borderFill", "id", sg_xml_num(x, id), "threeD", "0",
		"shadow", "0", "centerLine", "NONE", "breakCellSeparateLine", "0",
		NULL);
	sg_xml_leaf(
		x, "hh:slash", "type", "NONE", "Crooked", "0", "isCounter", "0", NULL);
	sg_xml_leaf(x, "hh:backSlash", "type", "NONE", "Crooked", "0", "isCounter", "0",
		NULL);
	for (size_t i = 0; i < 4; i++)
		sg_xml_leaf(x, sides[i], "type", line, "width", width, "color",
			"#000000", NULL);
	sg_xml_leaf(x, "hh:diagonal", "type", "SOLID", "width", "0.1 mm", "color",
		"#000000", NULL);
	if (fill) {
		sg_xml_open(x, "hc:fillBrush", NULL);
		sg_xml_leaf(x, "hc:winBrush", "faceColor", fill, "hatchColor",
			"#999999", "alpha", "0", NULL);
		sg_xml_close(x);
	}
	sg_xml_close(x);
}

/* The same value for each of the seven languages. */
static void seven(struct sg_xml *x, const char *name, const char *v)
{
	sg_xml_leaf(x, name, "hangul", v, "latin", v, "hanja", v, "japanese", v,
		"other", v, "symbol", v, "user", v, NULL);
}

static void char_shape(
	struct sg_xml *x, long id, const char *height, const char *font, bool bold)
{
	sg_xml_open(x, "hh:charPr", "id", sg_xml_num(x, id), "height", height,
		"textColor", "#000000", "shadeColor", "none", "useFontSpace", "0",
		"useKerning", "0", "symMark", "NONE", "borderFillIDRef", "2", NULL);
	seven(x, "hh:fontRef", font);
	seven(x, "hh:ratio", "100");
	seven(x, "hh:spacing", "0");
	seven(x, "hh:relSz", "100");
	seven(x, "hh:offset", "0");
	if (bold)
		sg_xml_leaf(x, "hh:bold", NULL);
	sg_xml_leaf(x, "hh:underline", "type", "NONE", "shape", "SOLID", "color",
		"#000000", NULL);
	sg_xml_leaf(x, "hh:strikeout", "shape", "NONE", "color", "#000000", NULL);
	sg_xml_leaf(x, "hh:outline", "type", "NONE", NULL);
	sg_xml_leaf(x, "hh:shadow", "type", "NONE", "color", "#B2B2B2", "offsetX", "10",
		"offsetY", "10", NULL);
	sg_xml_close(x);
}

struct para {
	const char *align;
	long left, prev, next; /* hundredths of a point */
	const char *spacing;   /* per cent */
	bool keep_next;
};

/* Margins count double where a program does not know the newer unit. */
static void para_margin(struct sg_xml *x, const struct para *p, long times)
{
	sg_xml_open(x, "hh:margin", NULL);
	sg_xml_leaf(x, "hc:intent", "value", "0", "unit", "HWPUNIT", NULL);
	sg_xml_leaf(x, "hc:left", "value", sg_xml_num(x, p->left * times), "unit",
		"HWPUNIT", NULL);
	sg_xml_leaf(x, "hc:right", "value", "0", "unit", "HWPUNIT", NULL);
	sg_xml_leaf(x, "hc:prev", "value", sg_xml_num(x, p->prev * times), "unit",
		"HWPUNIT", NULL);
	sg_xml_leaf(x, "hc:next", "value", sg_xml_num(x, p->next * times), "unit",
		"HWPUNIT", NULL);
	sg_xml_close(x);
	sg_xml_leaf(x, "hh:lineSpacing", "type", "PERCENT", "value", p->spacing, "unit",
		"HWPUNIT", NULL);
}

static void para_shape(struct sg_xml *x, long id, const struct para *p)
{
	sg_xml_open(x, "hh:paraPr", "id", sg_xml_num(x, id), "tabPrIDRef", "0",
		"condense", "0", "fontLineHeight", "0", "snapToGrid", "1",
		"suppressLineNumbers", "0", "checked", "0", NULL);
	sg_xml_leaf(
		x, "hh:align", "horizontal", p->align, "vertical", "BASELINE", NULL);
	sg_xml_leaf(x, "hh:heading", "type", "NONE", "idRef", "0", "level", "0", NULL);
	sg_xml_leaf(x, "hh:breakSetting", "breakLatinWord", "KEEP_WORD",
		"breakNonLatinWord", "KEEP_WORD", "widowOrphan", "0", "keepWithNext",
		p->keep_next ? "1" : "0", "keepLines", "0", "pageBreakBefore", "0",
		"lineWrap", "BREAK", NULL);
	sg_xml_leaf(x, "hh:autoSpacing", "eAsianEng", "0", "eAsianNum", "0", NULL);
	sg_xml_open(x, "hp:switch", NULL);
	sg_xml_open(x, "hp:case", "hp:required-namespace",
		"http://www.hancom.co.kr/hwpml/2016/HwpUnitChar", NULL);
	para_margin(x, p, 1);
	sg_xml_close(x);
	sg_xml_open(x, "hp:default", NULL);
	para_margin(x, p, 2);
	sg_xml_close(x);
	sg_xml_close(x);
	sg_xml_leaf(x, "hh:border", "borderFillIDRef", "2", "offsetLeft", "0",
		"offsetRight", "0", "offsetTop", "0", "offsetBottom", "0", "connect",
		"0", "ignoreMargin", "0", NULL);
	sg_xml_close(x);
}

static void para_shapes(struct sg_xml *x)
{
	static const struct para shapes[] = {
		[SG_HWPX_PARA_BODY] = {"JUSTIFY", 0, 0, 0, "160", false},
		[SG_HWPX_PARA_CAPTION] = {"LEFT", 0, 0, 0, "140", true},
		[SG_HWPX_PARA_CELL] = {"LEFT", 0, 0, 0, "130", false},
		[SG_HWPX_PARA_NUMBER] = {"RIGHT", 0, 0, 0, "130", false},
		[SG_HWPX_PARA_HEAD] = {"CENTER", 0, 0, 0, "130", false},
		[SG_HWPX_PARA_QUOTE] = {"LEFT", 0, 200, 0, "130", false},
		[SG_HWPX_PARA_NOTE] = {"LEFT", 0, 100, 0, "130", false},
	};

	sg_xml_open(x, "hh:paraProperties", "itemCnt",
		sg_xml_num(x, SG_HWPX_PARA_INDENT + SG_HWPX_INDENTS), NULL);
	for (long i = 0; i < SG_HWPX_PARA_INDENT; i++)
		para_shape(x, i, &shapes[i]);
	for (long i = 0; i < SG_HWPX_INDENTS; i++) {
		struct para p = shapes[SG_HWPX_PARA_CELL];
		p.left = 800 * (i + 1);
		para_shape(x, SG_HWPX_PARA_INDENT + i, &p);
	}
	sg_xml_close(x);
}

static void styles(struct sg_xml *x)
{
	static const struct {
		const char *name, *english;
		enum sg_hwpx_char shape;
	} table[SG_HWPX_PARA_INDENT] = {
		[SG_HWPX_PARA_BODY] = {"바탕글", "Normal", SG_HWPX_CHAR_BODY},
		[SG_HWPX_PARA_CAPTION] = {"표 제목", "Table Caption",
			SG_HWPX_CHAR_CAPTION},
		[SG_HWPX_PARA_CELL] = {"표 본문", "Table Text", SG_HWPX_CHAR_CELL},
		[SG_HWPX_PARA_NUMBER] = {"표 숫자", "Table Number", SG_HWPX_CHAR_CELL},
		[SG_HWPX_PARA_HEAD] = {"표 머리", "Table Head", SG_HWPX_CHAR_HEAD},
		[SG_HWPX_PARA_QUOTE] = {"표 인용", "Table Quote", SG_HWPX_CHAR_CELL},
		[SG_HWPX_PARA_NOTE] = {"표 주석", "Table Note", SG_HWPX_CHAR_NOTE},
	};

	sg_xml_open(
		x, "hh:styles", "itemCnt", sg_xml_num(x, SG_HWPX_PARA_INDENT), NULL);
	for (long i = 0; i < SG_HWPX_PARA_INDENT; i++)
		sg_xml_leaf(x, "hh:style", "id", sg_xml_num(x, i), "type", "PARA",
			"name", table[i].name, "engName", table[i].english,
			"paraPrIDRef", sg_xml_num(x, i), "charPrIDRef",
			sg_xml_num(x, (long)table[i].shape), "nextStyleIDRef",
			sg_xml_num(x, i), "langID", "1042", "lockForm", "0", NULL);
	sg_xml_close(x);
}

static void numbering(struct sg_xml *x)
{
	static const char *const heads[] = {
		"^1.", "^2.", "^3)", "^4)", "(^5)", "(^6)", "^7"};

	sg_xml_open(x, "hh:numberings", "itemCnt", "1", NULL);
	sg_xml_open(x, "hh:numbering", "id", "1", "start", "0", NULL);
	for (long i = 0; i < 7; i++) {
		sg_xml_open(x, "hh:paraHead", "start", "1", "level",
			sg_xml_num(x, i + 1), "align", "LEFT", "useInstWidth", "1",
			"autoIndent", "1", "widthAdjust", "0", "textOffsetType",
			"PERCENT", "textOffset", "50", "numFormat",
			i % 2 ? "HANGUL_SYLLABLE" : "DIGIT", "charPrIDRef",
			"4294967295", "checkable", "0", NULL);
		sg_xml_text(x, sg_str_of(heads[i]));
		sg_xml_close(x);
	}
	sg_xml_close(x);
	sg_xml_close(x);
}

static void lists(struct sg_xml *x)
{
	fonts(x);
	sg_xml_open(
		x, "hh:borderFills", "itemCnt", sg_xml_num(x, SG_HWPX_BORDERS), NULL);
	border_fill(x, SG_HWPX_BORDER_NONE, "NONE", "0.1 mm", NULL);
	border_fill(x, SG_HWPX_BORDER_TEXT, "NONE", "0.1 mm", "none");
	border_fill(x, SG_HWPX_BORDER_CELL, "SOLID", "0.12 mm", NULL);
	border_fill(x, SG_HWPX_BORDER_HEAD, "SOLID", "0.12 mm", "#E9E9E9");
	sg_xml_close(x);
	sg_xml_open(
		x, "hh:charProperties", "itemCnt", sg_xml_num(x, SG_HWPX_CHARS), NULL);
	char_shape(x, SG_HWPX_CHAR_BODY, "1000", "0", false);
	char_shape(x, SG_HWPX_CHAR_CAPTION, "1000", "1", true);
	char_shape(x, SG_HWPX_CHAR_CELL, "900", "0", false);
	char_shape(x, SG_HWPX_CHAR_STRONG, "900", "0", true);
	char_shape(x, SG_HWPX_CHAR_HEAD, "900", "1", true);
	char_shape(x, SG_HWPX_CHAR_NOTE, "850", "0", false);
	char_shape(x, SG_HWPX_CHAR_SMALL, "750", "0", false);
	char_shape(x, SG_HWPX_CHAR_SMALL_STRONG, "750", "0", true);
	char_shape(x, SG_HWPX_CHAR_SMALL_HEAD, "750", "1", true);
	sg_xml_close(x);
	sg_xml_open(x, "hh:tabProperties", "itemCnt", "1", NULL);
	sg_xml_leaf(x, "hh:tabPr", "id", "0", "autoTabLeft", "0", "autoTabRight", "0",
		NULL);
	sg_xml_close(x);
	numbering(x);
	para_shapes(x);
	styles(x);
}

int sg_hwpx_header(struct sg_zip *zip, size_t sections, struct sg_error *err)
{
	struct sg_xml x;

	sg_xml_init(&x);
	sg_hwpx_root(&x, "hh:head");
	sg_xml_attribute(&x, "version", "1.4");
	sg_xml_attribute(&x, "secCnt", sg_xml_num(&x, (long)sections));
	sg_xml_leaf(&x, "hh:beginNum", "page", "1", "footnote", "1", "endnote", "1",
		"pic", "1", "tbl", "1", "equation", "1", NULL);
	sg_xml_open(&x, "hh:refList", NULL);
	lists(&x);
	sg_xml_close(&x);
	sg_xml_open(&x, "hh:compatibleDocument", "targetProgram", "HWP201X", NULL);
	sg_xml_leaf(&x, "hh:layoutCompatibility", NULL);
	sg_xml_close(&x);
	sg_xml_open(&x, "hh:docOption", NULL);
	sg_xml_leaf(&x, "hh:linkinfo", "path", "", "pageInherit", "0",
		"footnoteInherit", "0", NULL);
	sg_xml_close(&x);
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "Contents/header.xml", false), err);
}
