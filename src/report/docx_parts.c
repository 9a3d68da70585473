/* docx_parts.c - see docx.h. */
#include "config.h"

#include "report/clock.h"
#include "report/docx.h"
#include "report/xml.h"

#define OPC    "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define WORD   "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define FONT   "맑은 고딕"

static int content_types(struct sg_zip *zip, struct sg_error *err)
{
	static const char *const parts[][2] = {
		{"/word/document.xml", WORD "document.main+xml"},
		{"/word/styles.xml", WORD "styles+xml"},
		{"/word/settings.xml", WORD "settings+xml"},
		{"/word/footer1.xml", WORD "footer+xml"},
		{"/docProps/core.xml",
			"application/vnd.openxmlformats-package.core-properties+xml"},
		{"/docProps/app.xml", "application/vnd.openxmlformats-officedocument."
				      "extended-properties+xml"},
	};
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "Types", "xmlns", OPC "content-types", NULL);
	sg_xml_leaf(&x, "Default", "Extension", "rels", "ContentType",
		"application/vnd.openxmlformats-package.relationships+xml", NULL);
	sg_xml_leaf(&x, "Default", "Extension", "xml", "ContentType", "application/xml",
		NULL);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		sg_xml_leaf(&x, "Override", "PartName", parts[i][0], "ContentType",
			parts[i][1], NULL);
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "[Content_Types].xml", false), err);
}

static int relations(struct sg_zip *zip, const char *name, const char *const (*rows)[2],
	size_t n, struct sg_error *err)
{
	char id[24];
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "Relationships", "xmlns", OPC "relationships", NULL);
	for (size_t i = 0; i < n; i++) {
		snprintf(id, sizeof id, "rId%zu", i + 1);
		sg_xml_leaf(&x, "Relationship", "Id", id, "Type", rows[i][0], "Target",
			rows[i][1], NULL);
	}
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, name, false), err);
}

static int properties(struct sg_zip *zip, struct sg_str title,
	const struct sg_write_options *o, struct sg_error *err)
{
	static const char *const dates[] = {"dcterms:created", "dcterms:modified"};
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "cp:coreProperties", "xmlns:cp", OPC "metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms",
		"http://purl.org/dc/terms/", "xmlns:xsi",
		"http://www.w3.org/2001/XMLSchema-instance", NULL);
	sg_xml_element(&x, "dc:title", title);
	sg_xml_element(&x, "dc:creator", SG_STR("saegim"));
	for (size_t i = 0; i < 2; i++) {
		sg_xml_open(&x, dates[i], "xsi:type", "dcterms:W3CDTF", NULL);
		sg_xml_text(&x, sg_clock_iso(o->time));
		sg_xml_close(&x);
	}
	sg_xml_close(&x);
	if (sg_xml_finish(&x, sg_zip_add(zip, "docProps/core.xml", false), err) < 0)
		return err->code;
	sg_xml_init(&x);
	sg_xml_open(&x, "Properties", "xmlns", OFFICE "extended-properties", NULL);
	sg_xml_element(&x, "Application", SG_STR("saegim"));
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "docProps/app.xml", false), err);
}

struct style {
	const char *id, *name, *based;
	const char *before, *after, *align; /* twentieths of a point; alignment */
	bool keep_next, bold;
	const char *size; /* half points, or NULL */
};

static void style(struct sg_xml *x, const struct style *s)
{
	sg_xml_open(x, "w:style", "w:type", "paragraph", "w:styleId", s->id, NULL);
	sg_xml_leaf(x, "w:name", "w:val", s->name, NULL);
	sg_xml_leaf(x, "w:basedOn", "w:val", s->based, NULL);
	sg_xml_leaf(x, "w:qFormat", NULL);
	sg_xml_open(x, "w:pPr", NULL);
	if (s->keep_next)
		sg_xml_leaf(x, "w:keepNext", NULL);
	sg_xml_leaf(x, "w:spacing", "w:before", s->before, "w:after", s->after,
		"w:line", "264", "w:lineRule", "auto", NULL);
	sg_xml_leaf(x, "w:jc", "w:val", s->align, NULL);
	sg_xml_close(x);
	sg_xml_open(x, "w:rPr", NULL);
	if (s->bold) {
		sg_xml_leaf(x, "w:b", NULL);
		sg_xml_leaf(x, "w:bCs", NULL);
	}
	if (s->size) {
		sg_xml_leaf(x, "w:sz", "w:val", s->size, NULL);
		sg_xml_leaf(x, "w:szCs", "w:val", s->size, NULL);
	}
	sg_xml_close(x);
	sg_xml_close(x);
}

static void defaults(struct sg_xml *x)
{
	sg_xml_open(x, "w:docDefaults", NULL);
	sg_xml_open(x, "w:rPrDefault", NULL);
	sg_xml_open(x, "w:rPr", NULL);
	sg_xml_leaf(x, "w:rFonts", "w:ascii", FONT, "w:hAnsi", FONT, "w:eastAsia", FONT,
		"w:cs", "Times New Roman", NULL);
	sg_xml_leaf(x, "w:kern", "w:val", "2", NULL);
	sg_xml_leaf(x, "w:sz", "w:val", "20", NULL);
	sg_xml_leaf(x, "w:szCs", "w:val", "20", NULL);
	sg_xml_leaf(x, "w:lang", "w:val", "en-US", "w:eastAsia", "ko-KR", "w:bidi",
		"ar-SA", NULL);
	sg_xml_close(x);
	sg_xml_close(x);
	sg_xml_leaf(x, "w:pPrDefault", NULL);
	sg_xml_close(x);
}

static int styles(struct sg_zip *zip, struct sg_error *err)
{
	static const struct style table[] = {
		{"Caption", "caption", "Normal", "240", "60", "left", true, true, "20"},
		{"TableLead", "Table Lead", "Normal", "0", "60", "left", true, false,
			"18"},
		{"TableText", "Table Text", "Normal", "0", "0", "left", false, false,
			"18"},
		{"TableNumber", "Table Number", "TableText", "0", "0", "right", false,
			false, "18"},
		{"TableHead", "Table Head", "TableText", "0", "0", "center", false,
			true, "18"},
		{"TableQuote", "Table Quote", "TableText", "40", "0", "left", false,
			false, "18"},
		{"TableNote", "Table Note", "Normal", "40", "0", "left", false, false,
			"17"},
	};
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "w:styles", "xmlns:w", SG_DOCX_W, NULL);
	defaults(&x);
	sg_xml_open(&x, "w:style", "w:type", "paragraph", "w:default", "1", "w:styleId",
		"Normal", NULL);
	sg_xml_leaf(&x, "w:name", "w:val", "Normal", NULL);
	sg_xml_leaf(&x, "w:qFormat", NULL);
	sg_xml_close(&x);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		style(&x, &table[i]);
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "word/styles.xml", false), err);
}

static int settings(struct sg_zip *zip, struct sg_error *err)
{
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "w:settings", "xmlns:w", SG_DOCX_W, NULL);
	sg_xml_leaf(&x, "w:defaultTabStop", "w:val", "800", NULL);
	sg_xml_leaf(&x, "w:characterSpacingControl", "w:val", "doNotCompress", NULL);
	sg_xml_open(&x, "w:compat", NULL);
	sg_xml_leaf(&x, "w:compatSetting", "w:name", "compatibilityMode", "w:uri",
		"http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
	sg_xml_close(&x);
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "word/settings.xml", false), err);
}

static int footer(struct sg_zip *zip, struct sg_error *err)
{
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "w:ftr", "xmlns:w", SG_DOCX_W, NULL);
	sg_xml_open(&x, "w:p", NULL);
	sg_xml_open(&x, "w:pPr", NULL);
	sg_xml_leaf(&x, "w:jc", "w:val", "center", NULL);
	sg_xml_close(&x);
	sg_xml_open(&x, "w:fldSimple", "w:instr", " PAGE ", NULL);
	sg_xml_open(&x, "w:r", NULL);
	sg_xml_element(&x, "w:t", SG_STR("1"));
	sg_xml_close(&x);
	sg_xml_close(&x);
	sg_xml_close(&x);
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "word/footer1.xml", false), err);
}

int sg_docx_fixed_parts(struct sg_zip *zip, struct sg_str title,
	const struct sg_write_options *o, struct sg_error *err)
{
	static const char *const package[][2] = {
		{OFFICE "relationships/officeDocument", "word/document.xml"},
		{OPC "relationships/metadata/core-properties", "docProps/core.xml"},
		{OFFICE "relationships/extended-properties", "docProps/app.xml"},
	};
	static const char *const document[][2] = {
		{OFFICE "relationships/styles", "styles.xml"},
		{OFFICE "relationships/settings", "settings.xml"},
		{OFFICE "relationships/footer", "footer1.xml"}, /* rId3 */
	};

	if (content_types(zip, err) < 0 ||
		relations(zip, "_rels/.rels", package, 3, err) < 0 ||
		relations(zip, "word/_rels/document.xml.rels", document, 3, err) < 0 ||
		styles(zip, err) < 0 || settings(zip, err) < 0 || footer(zip, err) < 0)
		return err->code;
	return properties(zip, title, o, err);
}
