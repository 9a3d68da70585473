/* fuzz_sheet.c - coding sheets and lists of decisions over arbitrary bytes. The first
 * byte chooses the form; every entry names an answer and stands on a line of the text,
 * and its codes come to an end. */
#include "config.h"

#include <stdlib.h>

#include "ingest/sheet_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check(const struct sg_sheet_file *f, uint32_t lines, bool md)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct sg_sheet_entry *e = &f->v[i];
		struct sg_str rest = e->codes, code;
		size_t left = rest.n;
		require(!md || e->respondent.n > 0);
		require(e->line > 0 && e->line <= lines);
		while (sg_sheet_next_code(&rest, &code)) {
			require(rest.n < left);
			left = rest.n;
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_error err = {0};
	struct sg_sheet_file f;
	struct sg_notes notes;
	uint32_t lines = 2;

	if (size == 0)
		return 0;
	struct sg_str text = {(const char *)data + 1, size - 1};
	for (size_t i = 0; i < text.n; i++)
		lines += text.p[i] == '\n' || text.p[i] == '\r';
	sg_sheet_file_init(&f);
	sg_notes_init(&notes);
	if (data[0] % 3 == 0)
		sg_sheet_read_md(&f, text, "fuzz", &notes, &err);
	else
		sg_sheet_read_rows(&f, text, "fuzz", data[0] % 3 == 1, &notes, &err);
	check(&f, lines, data[0] % 3 == 0);
	sg_sheet_file_release(&f);
	sg_notes_release(&notes);
	return 0;
}
