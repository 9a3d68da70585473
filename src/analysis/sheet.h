/* sheet.h - a coding sheet as a value: the answers a coder is to read, sentence by
 * sentence, and the codes with their definitions; and where the lines of a sheet that
 * came back belong. Written by report/sheet_*.c. */
#ifndef SG_ANALYSIS_SHEET_H
#define SG_ANALYSIS_SHEET_H

#include "analysis/units.h"
#include "codebook/codebook.h"

struct sg_sheet_sentence {
	struct sg_str text;
	struct sg_str suggested; /* codes of the rules, "C1a, C2b", or empty */
};

struct sg_sheet_answer {
	struct sg_str respondent, question, title, wording;
	struct sg_sheet_sentence *sentences;
	uint32_t nsentences;
};

struct sg_sheet_code {
	struct sg_str label, name, definition, include, exclude;
	struct sg_str *examples; /* + lines */
	size_t nexamples;
	uint32_t level;
	bool leaf;
};

struct sg_coding_sheet {
	struct sg_str title, coder;
	bool blind, english;
	struct sg_sheet_answer *answers;
	size_t nanswers;
	struct sg_sheet_code *codes;
	size_t ncodes;
};

struct sg_sheet_options {
	struct sg_str coder;
	bool blind; /* without the rules' suggestions; no person's codes are ever shown */
	bool all;   /* every answer that says something, not only those drawn */
	bool unread; /* only answers the coder has not read */
};

/* What is drawn for the coder, in the order of respondents and questions. book: the last
 * run's, for the criteria and examples. SG_ENOTFOUND when nothing is drawn. The sheet
 * lives in arena. */
int sg_sheet_make(const struct sg_study *s, const struct sg_codebook *book,
	const struct sg_sheet_options *o, struct sg_arena *arena,
	struct sg_coding_sheet *out, struct sg_error *err);

/* The place of a sentence of a sheet in the study as it is now: by number and text, or,
 * when the answer was revised, by its text where that stands once. number 0: the whole
 * answer. */
struct sg_sheet_place {
	uint32_t answer, start, stop;
};
int sg_sheet_place(const struct sg_study *s, struct sg_units *units,
	struct sg_str respondent, struct sg_str question, uint32_t number,
	struct sg_str text, struct sg_sheet_place *out, struct sg_error *err);

/* A code as people write it: its label, its name where one code has it, or both as
 * printed ("C1a 디지털 격차"); or SG_NONE. */
uint32_t sg_sheet_code(const struct sg_study *s, struct sg_str written);

#endif
