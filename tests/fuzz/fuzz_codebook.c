/* fuzz_codebook.c - any text as a codebook and as a questionnaire: the items tile the
 * file; a book that is read can be formatted, formatting is idempotent and changes no
 * fingerprint. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "codebook/codebook.h"
#include "codebook/outline.h"
#include "codebook/questionnaire.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool condition)
{
	if (!condition)
		abort();
}

static void check_outline(struct sg_str body, struct sg_notes *notes)
{
	struct sg_outline o;
	size_t off = 0;

	sg_outline_read(&o, body, "f.md", notes);
	for (size_t i = 0; i < o.n; i++) {
		check(o.v[i].off == off && o.v[i].len > 0);
		off += o.v[i].len;
	}
	check(off == body.n);
	sg_outline_release(&o);
}

static void check_format(const struct sg_codebook *book, struct sg_notes *notes)
{
	struct sg_codebook *again;
	struct sg_buf once, twice;
	char a[65], b[65];

	sg_buf_init(&once);
	sg_buf_init(&twice);
	check(sg_codebook_format(book->body, "f.md", &once, notes) == 0);
	check(sg_codebook_format(sg_buf_str(&once), "f.md", &twice, notes) == 0);
	check(sg_str_eq(sg_buf_str(&once), sg_buf_str(&twice)));
	check(sg_codebook_read(&again, sg_buf_str(&once), "f.md", notes) == 0);
	check(again->ncodes == book->ncodes);
	for (uint32_t i = 0; i < book->ncodes; i++) {
		sg_code_fingerprint(book, i, a);
		sg_code_fingerprint(again, i, b);
		check(strcmp(a, b) == 0);
		check(sg_str_eq(book->codes[i].label, again->codes[i].label));
	}
	sg_codebook_free(again);
	sg_buf_release(&once);
	sg_buf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_str body = {(const char *)data, size};
	struct sg_questionnaire *questionnaire;
	struct sg_codebook *book;
	struct sg_notes notes;

	if (size > 64 * 1024 || sg_utf8_check(body) != SIZE_MAX)
		return 0;
	sg_notes_init(&notes);
	check_outline(body, &notes);
	int rc = sg_questionnaire_read(&questionnaire, body, "f.md", &notes);
	check((rc == 0) == (questionnaire != NULL));
	if (sg_codebook_read(&book, body, "f.md", &notes) == 0) {
		if (questionnaire)
			sg_codebook_check_places(book, questionnaire, &notes);
		check_format(book, &notes);
		sg_codebook_free(book);
	} else {
		check(notes.errors > 0);
	}
	sg_questionnaire_free(questionnaire);
	sg_notes_release(&notes);
	return 0;
}
