/* Excel workbooks. Reading: files put together here by hand from the standard's text, and
 * those of other programs in SAEGIM_SHARED beside what they hold. Writing: read back. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "ingest/csv.h"
#include "ingest/package.h"
#include "ingest/sheet_rows.h"
#include "ingest/xlsx.h"
#include "ingest/xlsx_number.h"
#include "report/xlsx.h"
#include "report/zip.h"

#define RELS              \
	"<Relationships " \
	"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define MAIN   "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

static struct sg_workbook book;
static struct sg_error err;

/* A workbook with one sheet "시트" of the given XML; strings and styles may be NULL. */
static int read_made(const char *sheet, const char *strings, const char *styles)
{
	struct sg_zip zip;
	struct sg_buf bytes;

	sg_zip_init(&zip);
	sg_buf_init(&bytes);
	sg_buf_addz(sg_zip_add(&zip, "_rels/.rels", false),
		RELS "<Relationship Id=\"r\" Type=\"" OFFICE
		     "officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
	sg_buf_addz(sg_zip_add(&zip, "xl/workbook.xml", false),
		"<workbook " MAIN
		" xmlns:r=\"x\"><sheets><sheet name=\"시트\" sheetId=\"1\" "
		"r:id=\"a\"/></sheets></workbook>");
	sg_buf_addz(sg_zip_add(&zip, "xl/_rels/workbook.xml.rels", false),
		RELS "<Relationship Id=\"a\" Type=\"" OFFICE
		     "worksheet\" Target=\"worksheets/../s.xml\"/>"
		     "<Relationship Id=\"b\" Type=\"" OFFICE
		     "sharedStrings\" Target=\"t.xml\"/>"
		     "<Relationship Id=\"c\" Type=\"" OFFICE
		     "styles\" Target=\"y.xml\"/></Relationships>");
	sg_buf_addz(sg_zip_add(&zip, "xl/s.xml", false), sheet);
	if (strings)
		sg_buf_addz(sg_zip_add(&zip, "xl/t.xml", false), strings);
	if (styles)
		sg_buf_addz(sg_zip_add(&zip, "xl/y.xml", false), styles);
	assert_int_equal(sg_zip_write(&zip, SG_STR(""), &bytes, &err), 0);
	sg_error_reset(&err);
	int rc = sg_xlsx_read_bytes(&book, sg_buf_str(&bytes), "m.xlsx", &err);
	sg_zip_release(&zip);
	sg_buf_release(&bytes);
	return rc;
}

static void cell_is(size_t sheet, size_t row, size_t col, const char *expected)
{
	struct sg_str got = sg_sheet_cell(&book.v[sheet], row, col);

	if (!sg_str_eqz(got, expected))
		fail_msg(
			"%zu,%zu: '%.*s' is not '%s'", row, col, SG_ARG(got), expected);
}

static void test_cells(void **state)
{
	(void)state;
	int rc = read_made(
		"<worksheet " MAIN "><sheetData>"
		"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
		"<c r=\"D1\" "
		"t=\"inlineStr\"><is><t>안</t><r><t>에</t></r></is></c></row>"
		"<row r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\" t=\"e\">"
		"<v>#N/A</v></c><c r=\"C3\"><f>1+1</f><v>2</v></c><c r=\"D3\" "
		"t=\"str\"><f>A1</f><v>값</v></c><c r=\"E3\"><f>NOW()</f></c></row>"
		"</sheetData><mergeCells><mergeCell ref=\"A3:A4\"/></mergeCells>"
		"</worksheet>",
		"<sst " MAIN "><si><t>하나</t></si><si><r><rPr><b/></rPr><t>굵"
		"은</t></r><r><t xml:space=\"preserve\"> 글</t></r><rPh sb=\"0\" "
		"eb=\"1\"><t>읽기</t></rPh></si></sst>",
		NULL);
	assert_int_equal(rc, 0);
	assert_int_equal(book.n, 1);
	assert_true(sg_str_eqz(book.v[0].name, "시트"));
	assert_int_equal(book.v[0].nrows, 3);
	assert_int_equal(book.v[0].ncols, 4);
	cell_is(0, 0, 0, "하나");
	cell_is(0, 0, 1, "굵은 글");
	cell_is(0, 0, 2, "");
	cell_is(0, 0, 3, "안에");
	cell_is(0, 1, 0, "");
	cell_is(0, 2, 0, "TRUE");
	cell_is(0, 2, 1, "#N/A");
	cell_is(0, 2, 2, "2");
	cell_is(0, 2, 3, "값");
	assert_int_equal(book.v[0].uncomputed, 1);
	sg_workbook_release(&book);
}

static void test_escapes_and_composition(void **state)
{
	(void)state;
	/* NFD 가 and a CR LF written as ST_Xstring escapes */
	int rc = read_made("<worksheet " MAIN "><sheetData><row><c t=\"inlineStr\"><is>"
			   "<t>a_x000D_\nb_x005F_x0041_ \xE1\x84\x80\xE1\x85\xA1"
			   "_x001B_</t></is></c></row></sheetData></worksheet>",
		NULL, NULL);

	assert_int_equal(rc, 0);
	cell_is(0, 0, 0, "a\nb_x0041_ 가\x1b");
	sg_workbook_release(&book);
}

/* Serial numbers and what Excel shows for them (ECMA-376 Part 1, 18.17.4.1). */
static void test_numbers(void **state)
{
	static const struct {
		const char *format, *raw, *shown;
		bool from_1904;
	} cases[] = {
		{"General", "0.30000000000000004", "0.3", false},
		{"General", "123456789012", "123456789012", false},
		{"General", "1E+05", "100000", false},
		{"General", "1.5e-3", "0.0015", false},
		{"General", "-0.25", "-0.25", false},
		{"General", "1e300", "1E+300", false},
		{"General", "0", "0", false},
		{"General", "not", "not", false},
		{"yyyy\\-mm\\-dd", "1", "1900-01-01", false},
		{"yyyy-mm-dd", "59", "1900-02-28", false},
		{"yyyy-mm-dd", "60", "1900-02-29", false},
		{"yyyy-mm-dd", "61", "1900-03-01", false},
		{"yyyy\"년\" m\"월\" d\"일\"", "45454", "2024-06-11", false},
		{"yyyy-mm-dd", "43992", "2024-06-11", true},
		{"[$-412]yyyy-mm-dd hh:mm", "45454.5625", "2024-06-11 13:30", false},
		{"h:mm:ss", "0.5000115740740741", "12:00:01", false},
		{"[h]:mm", "1.5", "36:00", false},
		{"0%", "0.25", "25%", false},
		{"0.0%", "0.267", "26.7%", false},
		{"000", "7", "007", false},
		{"\"R\"00", "7", "R07", false},
		{"#,##0", "1234", "1234", false},
		{"0.00E+00", "1234", "1234", false},
		{"[Red]0.00", "1.5", "1.5", false},
		{"[Magenta]0", "1.5", "1.5", false},
		{"[HH]:mm", "1.5", "36:00", false},
		{"[Magenta][h]:mm", "1.5", "36:00", false},
		{"[>=100][Magenta]0.0", "1.5", "1.5", false},
		{"[$hms-412]0.0", "1.5", "1.5", false},
		{"yyyy-mm-dd", "-1", "-1", false},
	};
	struct sg_arena arena;
	struct sg_buf b;

	(void)state;
	sg_arena_init(&arena);
	sg_buf_init(&b);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sg_number_style style =
			sg_number_style_of(sg_str_of(cases[i].format), &arena);
		sg_buf_reset(&b);
		sg_number_show(&style, cases[i].from_1904, sg_str_of(cases[i].raw), &b);
		if (strcmp(sg_buf_z(&b), cases[i].shown) != 0)
			fail_msg("%s as %s: '%s' is not '%s'", cases[i].raw,
				cases[i].format, sg_buf_z(&b), cases[i].shown);
	}
	sg_buf_release(&b);
	sg_arena_release(&arena);
}

static void test_styled_cells(void **state)
{
	(void)state;
	int rc = read_made("<worksheet " MAIN "><sheetData><row><c s=\"0\"><v>45454</v>"
			   "</c><c s=\"1\"><v>45454</v></c><c s=\"2\"><v>5</v></c>"
			   "<c s=\"99\"><v>6</v></c></row></sheetData></worksheet>",
		NULL,
		"<styleSheet " MAIN "><numFmts><numFmt numFmtId=\"164\" "
		"formatCode=\"&quot;응답&quot;000\"/></numFmts><cellStyleXfs><xf "
		"numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
		"numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");

	assert_int_equal(rc, 0);
	cell_is(0, 0, 0, "45454");
	cell_is(0, 0, 1, "2024-06-11");
	cell_is(0, 0, 2, "응답005");
	cell_is(0, 0, 3, "6");
	sg_workbook_release(&book);
}

static void refused(int rc, int code, const char *part_of_text)
{
	assert_int_equal(rc, code);
	if (!strstr(err.text, part_of_text))
		fail_msg("'%s' is not in '%s'", part_of_text, err.text);
	assert_int_equal(book.n, 0);
	sg_workbook_release(&book);
}

static void test_refused(void **state)
{
	static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
				  "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

	(void)state;
	refused(read_made("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet " MAIN
			  "><sheetData/></worksheet>",
			NULL, NULL),
		SG_EINPUT, "document type");
	refused(read_made("<worksheet " MAIN "><sheetData>", NULL, NULL), SG_EINPUT,
		"is broken");
	refused(read_made("<worksheet " MAIN "><sheetData><row><c r=\"ZZZ1\"><v>1</v>"
			  "</c></row></sheetData></worksheet>",
			NULL, NULL),
		SG_EINPUT, "ZZZ1");
	refused(read_made("<worksheet " MAIN "><sheetData><row><c t=\"s\"><v>7</v></c>"
			  "</row></sheetData></worksheet>",
			NULL, NULL),
		SG_EINPUT, "text is missing");
	refused(read_made("<worksheet " MAIN "><sheetData><row><c r=\"A1\"><v>1</v></c>"
			  "</row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c>"
			  "</row></sheetData></worksheet>",
			NULL, NULL),
		SG_ETOOBIG, "stray cells");
	sg_error_reset(&err);
	refused(sg_xlsx_read_bytes(
			&book, (struct sg_str){ole, sizeof ole - 1}, "e.xlsx", &err),
		SG_EINPUT, "password");
	sg_error_reset(&err);
	refused(sg_xlsx_read_bytes(&book, SG_STR("PK\x03\x04 no"), "b.xlsx", &err),
		SG_EINPUT, "broken zip");
	sg_error_reset(&err);
	refused(sg_xlsx_read_bytes(&book, SG_STR("id,답\n"), "c.xlsx", &err), SG_EINPUT,
		"not a zip file");
}

/* What an XML parser reads over is no error, and does not hide the one that follows. */
static void test_recoverable(void **state)
{
	(void)state;
	assert_int_equal(read_made("<worksheet " MAIN
				   "><sheetData><row><c x:y=\"1\"><v>7</v></c>"
				   "</row></sheetData></worksheet>",
				 NULL, NULL),
		0);
	assert_int_equal(err.code, 0);
	cell_is(0, 0, 0, "7");
	sg_workbook_release(&book);
	refused(read_made("<worksheet " MAIN "><sheetData><row><c x:y=\"1\"><v>7</c>"
			  "</row></sheetData></worksheet>",
			NULL, NULL),
		SG_EINPUT, "line 1: a tag is not closed");
}

/* What people can meet is said in our words, which are translated. */
static void test_broken_xml(void **state)
{
	static const struct {
		const char *xml, *says;
	} bad[] = {
		{"", "it has no end, or something stands behind it"},
		{"text", "it does not begin with a tag"},
		{"<worksheet " MAIN ">\n<sheetData>",
			"line 2: it has no end, or something stands behind it"},
		{"<worksheet " MAIN "/><more/>",
			"it has no end, or something stands behind it"},
		{"<worksheet " MAIN "><sheetData><row></sheetData></worksheet>",
			"a tag is not closed"},
		{"<worksheet " MAIN "><row><v>a & b</v></row></worksheet>",
			"a < or & stands where none may"},
		{"<worksheet " MAIN "><row><v>1 < 2</v></row></worksheet>",
			"a < or & stands where none may"},
		{"<worksheet " MAIN "><row><v>&none;</v></row></worksheet>",
			"an entity is not declared"},
		{"<worksheet " MAIN "><row><v>\x01</v></row></worksheet>",
			"a character is not allowed in XML"},
		{"<worksheet " MAIN "><row><v>\xFF</v></row></worksheet>",
			"a character is"},
		{"<?xml version=\"1.0\" encoding=\"none\"?><worksheet/>",
			"its encoding is not known"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		refused(read_made(bad[i].xml, NULL, NULL), SG_EINPUT, bad[i].says);
}

/* A byte of the packed sheet, or of its checksum, is another one; the end is missing. */
static void test_broken_zip(void **state)
{
	struct sg_package *package;
	struct sg_zip zip;
	struct sg_buf bytes, out;

	(void)state;
	sg_zip_init(&zip);
	sg_buf_init(&bytes);
	sg_buf_init(&out);
	sg_buf_addz(sg_zip_add(&zip, "part", true), "stored as it is");
	sg_error_reset(&err);
	assert_int_equal(sg_zip_write(&zip, SG_STR(""), &bytes, &err), 0);
	size_t at = sg_str_find(sg_buf_str(&bytes), SG_STR("stored"));
	assert_int_not_equal(at, SIZE_MAX);
	bytes.p[at] = 'S';
	assert_int_equal(
		sg_package_open(&package, sg_buf_str(&bytes), "z.xlsx", &err), 0);
	refused(sg_package_read(package, "part", 1 << 20, &out, &err), SG_EINPUT,
		"cannot unpack 'part': its checksum is wrong");
	sg_package_free(package);
	sg_error_reset(&err);
	bytes.n -= 10;
	refused(sg_package_open(&package, sg_buf_str(&bytes), "z.xlsx", &err),
		SG_EINPUT, "its end is missing");
	sg_zip_release(&zip);
	sg_buf_release(&bytes);
	sg_buf_release(&out);
}

/* 40 MB of spaces in some KB: no text of that length is taken, and a part can be read
 * with a cap. */
static void test_bomb(void **state)
{
	struct sg_package *package;
	struct sg_zip zip;
	struct sg_buf bytes, whole;

	(void)state;
	sg_zip_init(&zip);
	sg_buf_init(&bytes);
	sg_buf_init(&whole);
	struct sg_buf *part = sg_zip_add(&zip, "xl/workbook.xml", false);
	sg_buf_addz(part, "<workbook>");
	sg_buf_pad(part, ' ', 40 << 20);
	sg_buf_addz(part, "</workbook>");
	sg_error_reset(&err);
	assert_int_equal(sg_zip_write(&zip, SG_STR(""), &bytes, &err), 0);
	assert_true(bytes.n < 100000);
	refused(sg_xlsx_read_bytes(&book, sg_buf_str(&bytes), "bomb.xlsx", &err),
		SG_EINPUT, "is broken");
	sg_error_reset(&err);
	assert_int_equal(
		sg_package_open(&package, sg_buf_str(&bytes), "bomb.xlsx", &err), 0);
	assert_int_equal(
		sg_package_read(package, "xl/workbook.xml", 1 << 20, &whole, &err),
		SG_ETOOBIG);
	assert_true(whole.n <= 1 << 20);
	sg_package_free(package);
	sg_zip_release(&zip);
	sg_buf_release(&bytes);
	sg_buf_release(&whole);
}

struct seen_rows {
	char text[256];
};

static int see(void *ctx, const struct sg_row *row, struct sg_error *e)
{
	struct seen_rows *seen = ctx;
	size_t n = strlen(seen->text);

	(void)e;
	n += (size_t)snprintf(seen->text + n, sizeof seen->text - n, "%u:", row->line);
	for (size_t i = 0; i < row->n; i++)
		n += (size_t)snprintf(seen->text + n, sizeof seen->text - n, "%s%.*s",
			i ? "," : "", SG_ARG(row->v[i]));
	snprintf(seen->text + n, sizeof seen->text - n, "\n");
	return 0;
}

/* A title above the header, a respondent merged over two rows, a blank row. */
static void test_rows(void **state)
{
	struct seen_rows seen = {""};
	struct sg_notes notes;

	(void)state;
	int rc = read_made(
		"<worksheet " MAIN "><sheetData>"
		"<row r=\"1\"><c t=\"inlineStr\"><is><t>제목</t></is></c></row>"
		"<row r=\"3\"><c t=\"inlineStr\"><is><t>응답자</t></is></c><c "
		"t=\"inlineStr\"><is><t>답변</t></is></c></row>"
		"<row r=\"4\"><c t=\"inlineStr\"><is><t>R1</t></is></c><c><v>1</v></c>"
		"</row><row r=\"5\"><c r=\"B5\"><v>2</v></c></row>"
		"<row r=\"7\"><c r=\"B7\"><v>3</v></c></row>"
		"</sheetData><mergeCells><mergeCell ref=\"A4:A5\"/></mergeCells>"
		"</worksheet>",
		NULL, NULL);
	assert_int_equal(rc, 0);
	sg_notes_init(&notes);
	assert_int_equal(
		sg_sheet_rows(&book.v[0], "m.xlsx", &notes, see, &seen, &err), 0);
	assert_string_equal(seen.text, "3:응답자,답변\n4:R1,1\n5:R1,2\n7:,3\n");
	assert_int_equal(notes.n, 1);
	assert_int_equal(notes.v[0].line, 1);
	sg_notes_release(&notes);
	sg_workbook_release(&book);
}

/* Texts that would do harm, or would be lost, in a workbook. */
static const char *const hostile[] = {"=HYPERLINK(\"http://x\",\"y\")", "+1", "-1+2",
	"@SUM(A1)", "'quoted", "<script>alert(1)</script>", "a\nb", "_x0041_", " 앞뒤 ",
	"007", "1E5", "\xE2\x80\x8B영폭", "\xEE\x80\x80", "\xF0\x9F\x98\x80"};

static void write_sample(struct sg_buf *out)
{
	struct sg_xlsx_properties p = {.title = SG_STR("제목"), .time = 1700000000};
	struct sg_str words[] = {SG_STR("찬성"), SG_STR("반대, 조건부")};
	struct sg_xlsx *x = sg_xlsx_new(&p);
	size_t a = sg_xlsx_sheet(x, SG_STR("문항 4: 제약?")),
	       b = sg_xlsx_sheet(x, SG_STR("문항 4  제약 "));

	for (uint32_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
		sg_xlsx_text(x, a, i, 0, sg_str_of(hostile[i]),
			(struct sg_xlsx_look){.flags = SG_XLSX_WRAP});
	sg_xlsx_number(x, a, 0, 1, 26.7, (struct sg_xlsx_look){.decimals = 1});
	sg_xlsx_merge(
		x, b, (struct sg_xlsx_area){1, 0, 3, 0}, (struct sg_xlsx_look){0});
	sg_xlsx_text(x, b, 1, 0, SG_STR("합친 칸"), (struct sg_xlsx_look){0});
	sg_xlsx_choices(
		x, b, (struct sg_xlsx_area){0, 1, 9, 1}, words, 2, SG_STR("입장"));
	sg_xlsx_choices(x, b, (struct sg_xlsx_area){0, 2, 9, 2}, words, 1, SG_STR(""));
	sg_xlsx_freeze(x, b, 1, 0, 0);
	sg_xlsx_protect(x, b);
	sg_error_reset(&err);
	assert_int_equal(sg_xlsx_write(x, out, &err), 0);
	sg_xlsx_free(x);
}

static void test_written(void **state)
{
	struct sg_buf first, again;

	(void)state;
	sg_buf_init(&first);
	sg_buf_init(&again);
	write_sample(&first);
	write_sample(&again);
	assert_int_equal(first.n, again.n);
	assert_memory_equal(first.p, again.p, first.n);
	assert_int_equal(
		sg_xlsx_read_bytes(&book, sg_buf_str(&first), "w.xlsx", &err), 0);
	assert_int_equal(book.n, 3);
	assert_true(sg_str_eqz(book.v[0].name, "문항 4  제약"));
	assert_true(sg_str_eqz(book.v[1].name, "문항 4  제약 (2)"));
	assert_true(book.v[2].hidden); /* words with a comma */
	cell_is(2, 1, 0, "반대, 조건부");
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
		cell_is(0, i, 0, hostile[i]);
	cell_is(0, 0, 1, "26.7");
	cell_is(1, 1, 0, "합친 칸");
	assert_int_equal(book.v[1].nmerges, 1);
	sg_workbook_release(&book);
	sg_buf_release(&first);
	sg_buf_release(&again);
}

/* Writing the workbook must fail and name what it cannot hold. */
static void too_large(struct sg_xlsx *x, const char *what)
{
	struct sg_buf out;

	sg_buf_init(&out);
	sg_error_reset(&err);
	assert_int_equal(sg_xlsx_write(x, &out, &err), SG_ETOOBIG);
	if (!strstr(err.text, what))
		fail_msg("%s", err.text);
	assert_int_equal(out.n, 0);
	sg_xlsx_free(x);
}

/* Excel's limit of a cell, in UTF-16 units: a text that fits is whole, one that does not
 * is no text cut, also when only what its spelling becomes in the file is too long. */
static void test_long_text(void **state)
{
	struct sg_xlsx_properties p = {.time = 0};
	const struct sg_xlsx_look plain = {0};
	struct sg_xlsx *x = sg_xlsx_new(&p);
	struct sg_buf text, out;

	(void)state;
	sg_buf_init(&text);
	sg_buf_init(&out);
	for (size_t i = 0; i < 32767; i++)
		sg_buf_addz(&text, "가");
	size_t s = sg_xlsx_sheet(x, SG_STR(""));
	sg_xlsx_text(x, s, 0, 0, sg_buf_str(&text), plain);
	sg_error_reset(&err);
	assert_int_equal(sg_xlsx_write(x, &out, &err), 0);
	assert_int_equal(
		sg_xlsx_read_bytes(&book, sg_buf_str(&out), "l.xlsx", &err), 0);
	assert_true(sg_str_eq(sg_sheet_cell(&book.v[0], 0, 0), sg_buf_str(&text)));
	sg_workbook_release(&book);
	sg_xlsx_free(x);
	sg_buf_addz(&text, "나");
	x = sg_xlsx_new(&p);
	s = sg_xlsx_sheet(x, SG_STR("긴 글"));
	sg_xlsx_text(x, s, 6, 2, sg_buf_str(&text), plain);
	too_large(x, "the sheet '긴 글', cell C7: a text of 32768 characters");
	sg_buf_reset(&text);
	for (size_t i = 0; i < 4000; i++) /* 28,000, and 52,000 in the file */
		sg_buf_addz(&text, "_x0041_");
	x = sg_xlsx_new(&p);
	s = sg_xlsx_sheet(x, SG_STR("표"));
	sg_xlsx_text(x, s, 0, 0, sg_buf_str(&text), plain);
	too_large(x, "the sheet '표', cell A1");
	sg_buf_release(&text);
	sg_buf_release(&out);
}

/* The last row and column are there, those behind them are not left out in silence. */
static void test_large_sheet(void **state)
{
	struct sg_xlsx_properties p = {.time = 0};
	const struct sg_xlsx_look plain = {0};
	struct sg_buf out;

	(void)state;
	sg_buf_init(&out);
	struct sg_xlsx *x = sg_xlsx_new(&p);
	size_t s = sg_xlsx_sheet(x, SG_STR("큰 표"));
	sg_xlsx_text(x, s, 1048575, 0, SG_STR("끝"), plain);
	sg_xlsx_number(x, s, 0, 16383, 1, plain);
	sg_error_reset(&err);
	assert_int_equal(sg_xlsx_write(x, &out, &err), 0);
	sg_buf_release(&out);
	sg_xlsx_free(x);
	x = sg_xlsx_new(&p);
	s = sg_xlsx_sheet(x, SG_STR("큰 표"));
	sg_xlsx_text(x, s, 1048576, 0, SG_STR("끝"), plain);
	too_large(x, "the sheet '큰 표' needs more rows");
	x = sg_xlsx_new(&p);
	s = sg_xlsx_sheet(x, SG_STR("큰 표"));
	sg_xlsx_number(x, s, 0, 16384, 1, plain);
	too_large(x, "the sheet '큰 표' needs more columns");
	x = sg_xlsx_new(&p);
	s = sg_xlsx_sheet(x, SG_STR("큰 표"));
	sg_xlsx_merge(x, s, (struct sg_xlsx_area){1048575, 0, 1048576, 0}, plain);
	too_large(x, "the sheet '큰 표' needs more rows");
}

struct table {
	size_t row;
};

static int same_row(void *ctx, const struct sg_row *row, struct sg_error *e)
{
	struct table *t = ctx;

	(void)e;
	for (size_t i = 0; i < row->n; i++) {
		struct sg_str cell = sg_sheet_cell(&book.v[0], t->row, i);
		if (!sg_str_eq(cell, row->v[i]))
			fail_msg("row %zu: '%.*s' is not '%.*s'", t->row, SG_ARG(cell),
				SG_ARG(row->v[i]));
	}
	t->row++;
	return 0;
}

/* The same answers from LibreOffice and openpyxl, and as CSV. */
static void test_other_programs(void **state)
{
	static const char *const files[] = {
		"answers_wide.xlsx", "answers_two_sheets.openpyxl.xlsx"};
	const char *shared = getenv("SAEGIM_SHARED");
	struct sg_buf csv;
	char path[1024];

	(void)state;
	if (!shared)
		skip();
	snprintf(path, sizeof path,
		"%s/data/documents/docx_odt_xlsx/expected/answers_wide.csv", shared);
	sg_buf_init(&csv);
	sg_error_reset(&err);
	if (sg_file_read(path, SIZE_MAX, &csv, &err) < 0) {
		sg_buf_release(&csv);
		skip();
	}
	for (size_t i = 0; i < 2; i++) {
		struct table t = {0};
		snprintf(path, sizeof path, "%s/data/documents/docx_odt_xlsx/xlsx/%s",
			shared, files[i]);
		sg_error_reset(&err);
		assert_int_equal(sg_xlsx_read(&book, path, &err), 0);
		assert_int_equal(sg_csv_read(sg_buf_str(&csv), path, ',', true,
					 same_row, &t, &err),
			0);
		assert_int_equal(t.row, book.v[0].nrows);
		sg_workbook_release(&book);
	}
	snprintf(path, sizeof path,
		"%s/data/documents/docx_odt_xlsx/xlsx/speeches_3000.openpyxl.xlsx",
		shared);
	assert_int_equal(sg_xlsx_read(&book, path, &err), 0);
	assert_int_equal(book.v[0].nrows, 3001);
	cell_is(0, 1, 0, "2024-06-11");
	sg_workbook_release(&book);
	sg_buf_release(&csv);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_escapes_and_composition),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_styled_cells),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_recoverable),
		cmocka_unit_test(test_broken_xml),
		cmocka_unit_test(test_broken_zip),
		cmocka_unit_test(test_bomb),
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_written),
		cmocka_unit_test(test_long_text),
		cmocka_unit_test(test_large_sheet),
		cmocka_unit_test(test_other_programs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
