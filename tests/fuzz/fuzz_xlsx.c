/* fuzz_xlsx.c - Excel files. The first byte chooses what the others are: a whole file, or
 * one part (sheet, shared strings, styles) of a file that is otherwise sound. Whatever is
 * read is valid UTF-8, inside its sheet, and goes through the rows of a table. */
#include "config.h"

#include <stdlib.h>

#include "ingest/sheet_rows.h"
#include "report/zip.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define RELS   "<Relationships><Relationship Id=\"a\" Type=\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const char *const parts[][2] = {
	{"_rels/.rels",
		RELS OFFICE "officeDocument\" Target=\"w.xml\"/></Relationships>"},
	{"w.xml", "<workbook><sheets><sheet name=\"s\" id=\"a\"/></sheets></workbook>"},
	{"_rels/w.xml.rels", RELS OFFICE
		"worksheet\" Target=\"s.xml\"/><Relationship Id=\"b\" Type=\"" OFFICE
		"sharedStrings\" Target=\"t.xml\"/><Relationship Id=\"c\" "
		"Type=\"" OFFICE "styles\" Target=\"y.xml\"/></Relationships>"},
	{"s.xml",
		"<worksheet><sheetData><row><c t=\"s\" s=\"0\"><v>0</v></c><c s=\"0\">"
		"<v>45454.5</v></c></row><row><c><v>1</v></c><c "
		"s=\"0\"><v>2</v></c></row>"
		"</sheetData></worksheet>"},
	{"t.xml", "<sst><si><t>a</t></si></sst>"},
	{"y.xml", "<styleSheet><cellXfs><xf numFmtId=\"22\"/></cellXfs></styleSheet>"},
};
enum { PARTS = sizeof parts / sizeof *parts, FIRST = 3 };

static void require(bool holds)
{
	if (!holds)
		abort();
}

static int on_row(void *ctx, const struct sg_row *row, struct sg_error *err)
{
	uint32_t *last = ctx;

	(void)err;
	require(row->line > *last);
	*last = row->line;
	for (size_t i = 0; i < row->n; i++)
		require(sg_utf8_check(row->v[i]) == SIZE_MAX);
	return 0;
}

static void read(struct sg_str bytes)
{
	struct sg_workbook book;
	struct sg_notes notes;
	struct sg_error err;

	sg_error_reset(&err);
	sg_notes_init(&notes);
	if (sg_xlsx_read_bytes(&book, bytes, "f.xlsx", &err) == 0)
		for (size_t i = 0; i < book.n; i++) {
			const struct sg_sheet *s = &book.v[i];
			uint32_t last = 0;
			for (size_t k = 0; k < s->nmerges; k++)
				require(s->merges[k].row + s->merges[k].rows <=
						s->nrows &&
					s->merges[k].col + s->merges[k].cols <=
						s->ncols);
			require(sg_utf8_check(s->name) == SIZE_MAX);
			sg_sheet_rows(s, "f.xlsx", &notes, on_row, &last, &err);
		}
	else
		require(err.code != SG_OK && err.text[0] && book.n == 0);
	sg_workbook_release(&book);
	sg_notes_release(&notes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_str rest = {(const char *)data + 1, size - 1};
	struct sg_zip zip;
	struct sg_buf bytes;
	struct sg_error err;

	if (size == 0)
		return 0;
	size_t chosen = data[0] % 4;
	if (chosen == 0) {
		read(rest);
		return 0;
	}
	sg_error_reset(&err);
	sg_zip_init(&zip);
	sg_buf_init(&bytes);
	for (size_t i = 0; i < PARTS; i++) {
		struct sg_buf *part = sg_zip_add(&zip, parts[i][0], true);
		if (i == FIRST + chosen - 1)
			sg_buf_add(part, rest);
		else
			sg_buf_addz(part, parts[i][1]);
	}
	if (sg_zip_write(&zip, SG_STR(""), &bytes, &err) == 0)
		read(sg_buf_str(&bytes));
	sg_zip_release(&zip);
	sg_buf_release(&bytes);
	return 0;
}
