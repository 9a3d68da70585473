/* agree_cells.h - what several coders said of the same units, ready to be counted:
 * units (sentences, answers, respondents, or stretches of characters, which count by
 * their length), who read them, and who gave which code. Used by agree*.c. */
#ifndef SG_ANALYSIS_AGREE_CELLS_H
#define SG_ANALYSIS_AGREE_CELLS_H

#include "analysis/agreement.h"
#include "analysis/reading.h"
#include "analysis/units.h"

enum { SG_AGREE_CODERS = 16 };

enum sg_agree_unit {
	SG_AGREE_SENTENCE,
	SG_AGREE_ANSWER,
	SG_AGREE_RESPONDENT,
	SG_AGREE_CHARACTERS,
	SG_AGREE_UNITS
};

/* "sentence", "answer", "respondent", "characters"; false for another word. */
bool sg_agree_unit_parse(const char *word, enum sg_agree_unit *out);

struct sg_agree_piece {
	uint32_t answer;      /* of the study; of a respondent, SG_NONE */
	uint32_t owner;       /* number of its respondent */
	uint32_t start, stop; /* code points of the answer's text */
	uint32_t weight;      /* characters, or 1 */
};

struct sg_agree_cells {
	const struct sg_view *v;
	struct sg_units *units;
	const uint32_t *coders;
	uint32_t ncoders;
	const struct sg_reading *readings; /* by coder */
	enum sg_agree_unit unit;
	uint32_t level; /* codes are rolled up to it; UINT32_MAX: as they are */
	const bool
		*base; /* answers that two coders or more read (of respondents: all) */
	struct sg_agree_piece *pieces;
	uint32_t npieces;
	uint32_t *first; /* answer of the study → its first piece; one more behind */
	uint32_t *owner_of; /* case → number of respondent, or SG_NONE */
	uint32_t nrespondents;
	struct sg_tally said[SG_AGREE_CODERS]; /* code × piece */
	struct sg_tally read;                  /* coder × piece */
};

/* v: who and what is chosen; units: of its study. The arrays are borrowed. */
void sg_agree_cells_init(struct sg_agree_cells *c, const struct sg_view *v,
	struct sg_units *units, const uint32_t *coders, uint32_t ncoders,
	const struct sg_reading *readings, enum sg_agree_unit unit, uint32_t level);

/* Adds the comparison of two coders (numbers among coders) on one code to sums, by
 * respondent, over the pieces that both read. */
void sg_agree_compare(const struct sg_agree_cells *c, uint32_t a, uint32_t b,
	uint32_t code, struct sg_fourfold *sums);
/* Adds all coders' word on one code to rows of nominal.h with two values, by respondent. */
void sg_agree_all(const struct sg_agree_cells *c, uint32_t code, double *rows);
/* Answers in which one of the coders (all: SG_NONE) gave the code, among those counted. */
uint32_t sg_agree_answers(
	const struct sg_agree_cells *c, uint32_t a, uint32_t b, uint32_t code);
/* Answers, and their respondents, that both read. */
uint32_t sg_agree_base(
	const struct sg_agree_cells *c, uint32_t a, uint32_t b, uint32_t *respondents);

#endif
