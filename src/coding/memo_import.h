/* memo_import.h - memos from a sheet (analysis/memo_sheet.h), edited by hand.
 *
 * A heading of two to six # says what the memo is about, the lines under it are the memo.
 * Comments are not read, but for the one that says which memo was there when the sheet
 * was made; what stands behind one on its line is. An empty heading means nothing; "(삭제)" or "(delete)" alone takes the memo
 * away. */
#ifndef SG_CODING_MEMO_IMPORT_H
#define SG_CODING_MEMO_IMPORT_H

#include "coding/coding.h"

struct sg_memo_import {
	size_t added, changed, removed, unchanged;
	size_t conflicts; /* notes; not applied unless forced */
};

/* Reads the sheet (path is for messages) as memos of coder, in one transaction. Headings
 * that name nothing, text without a heading and a heading twice are errors with their
 * line, and nothing is stored then. */
int sg_memo_import(struct sg_store *store, struct sg_str sheet, const char *path,
	struct sg_str coder, bool force, const char *now, struct sg_memo_import *sum,
	struct sg_notes *notes, struct sg_error *err);

/* One heading of a sheet with its lines; slices of arena or of the sheet. */
struct sg_memo_section {
	struct sg_str respondent, question, code,
		title; /* title: behind " — ", or "" */
	struct sg_str quote, guid, body;
	bool quoted, removed; /* about words; "(삭제)" */
	uint32_t line;
};
struct sg_memo_sections {
	struct sg_arena arena;
	struct sg_memo_section *v;
	size_t n, cap;
};
/* Cuts a sheet; errors are notes. The caller releases. */
void sg_memo_sections_read(struct sg_memo_sections *out, struct sg_str sheet,
	const char *path, struct sg_notes *notes);
void sg_memo_sections_release(struct sg_memo_sections *s);

#endif
