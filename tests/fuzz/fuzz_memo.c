/* fuzz_memo.c - any text as a sheet of memos, and as a codebook that is changed: sections
 * are in order and inside of the sheet; an edit that is made gives a codebook. */
#include "config.h"

#include <stdlib.h>

#include "codebook/restructure.h"
#include "coding/memo_import.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool condition)
{
	if (!condition)
		abort();
}

static void check_sheet(struct sg_str s)
{
	struct sg_memo_sections all;
	struct sg_notes notes;
	uint32_t line = 0;

	sg_notes_init(&notes);
	sg_memo_sections_read(&all, s, "f.md", &notes);
	for (size_t i = 0; i < all.n; i++) {
		check(all.v[i].line > line);
		check(!(all.v[i].removed && all.v[i].body.n));
		line = all.v[i].line;
	}
	sg_memo_sections_release(&all);
	sg_notes_release(&notes);
}

/* Each operation on the first codes, on edits of its own. */
static void change(const struct sg_codebook *book, unsigned how)
{
	struct sg_codebook *after = NULL;
	struct sg_edits edits;
	struct sg_notes notes;
	struct sg_error err = {0};
	struct sg_buf out;
	int rc = -1;

	sg_edits_init(&edits);
	sg_notes_init(&notes);
	sg_buf_init(&out);
	switch (how) {
	case 0:
		rc = sg_restructure_rename(book, 0,
			book->has_ids ? SG_STR("Z9 새 이름") : SG_STR("새 이름"),
			&edits, &notes, &err);
		break;
	case 1:
		rc = sg_restructure_move(book, 1, SG_NO_CODE, &edits, &notes, &err);
		break;
	case 2: rc = sg_restructure_merge(book, 1, 0, &edits, &notes, &err); break;
	case 3: rc = sg_restructure_merge(book, 0, 1, &edits, &notes, &err); break;
	default:
		rc = sg_restructure_split(book, 0,
			book->has_ids ? SG_STR("Z9 새 이름") : SG_STR("새 이름"),
			SG_STR("1,2,3,4"), &edits, &notes, &err);
	}
	if (rc == 0) {
		check(sg_edits_apply(&edits, book->body, &out, &err) == 0);
		check(sg_codebook_read(&after, sg_buf_str(&out), "f.md", &notes) == 0);
		check(after->ncodes ==
			book->ncodes + (how > 3) - (how == 2 || how == 3));
	}
	sg_codebook_free(after);
	sg_buf_release(&out);
	sg_notes_release(&notes);
	sg_edits_release(&edits);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_str s = {(const char *)data, size};
	struct sg_codebook *book = NULL;
	struct sg_notes notes;

	check_sheet(s);
	if (sg_utf8_check(s) != SIZE_MAX)
		return 0;
	sg_notes_init(&notes);
	if (sg_codebook_read(&book, s, "f.md", &notes) == 0 && book->ncodes > 1)
		for (unsigned how = 0; how < 5; how++)
			change(book, how);
	sg_codebook_free(book);
	sg_notes_release(&notes);
	return 0;
}
