/* memo_sheet.h - memos as one Markdown file with a heading for each thing that can have
 * one: every cell of the findings tables with its n and quotations beside it, as comments
 * that help the writer; src/coding/memo_import.h reads it back. */
#ifndef SG_ANALYSIS_MEMO_SHEET_H
#define SG_ANALYSIS_MEMO_SHEET_H

#include "analysis/analysis.h"

/* Appends the sheet of a coder. questions: labels of those whose cells are wanted, none:
 * all; memos on codes and respondents come with all. Needs bodies. */
int sg_memo_sheet(const struct sg_study *s, struct sg_str coder,
	const struct sg_str *questions, size_t nquestions, struct sg_buf *out,
	struct sg_error *err);

#endif
