/* code_units.h - which codes lie on which units: sentences, paragraphs, answers,
 * respondents, or the stretches that overlapping codings share. What asks where codes
 * meet (co-occurrence, code queries, matrices of codes) works on one of these. */
#ifndef SG_ANALYSIS_CODE_UNITS_H
#define SG_ANALYSIS_CODE_UNITS_H

#include "analysis/labels.h"
#include "analysis/units.h"
#include "analysis/view.h"

enum sg_code_unit {
	SG_CODE_UNIT_SENTENCE,
	SG_CODE_UNIT_PARAGRAPH,
	SG_CODE_UNIT_ANSWER,
	SG_CODE_UNIT_CASE,
	SG_CODE_UNIT_OVERLAP, /* the borders of codings cut an answer into stretches */
	SG_CODE_UNITS,
};

struct sg_code_units {
	const struct sg_view *v;
	enum sg_code_unit unit;
	struct sg_units units;
	uint32_t *
		first; /* by answer: number of its first unit; one more behind the last.
			    Units of answers that are not counted have no number. */
	uint32_t n;    /* units, coded or not; of overlap: coded ones */
	uint32_t coded;   /* units with any of the codes */
	uint32_t columns; /* of the tally: numbers of units, or of cases */
	uint32_t **cuts;  /* OVERLAP, by answer: where its stretches begin and end */
	uint32_t *ncuts;
	const uint32_t *codings;
	size_t ncodings;
	struct sg_tally tally; /* code × unit */
	bool defaults_left_out; /* a default coding stands for no unit below the answer */
};

/* The unit of that name ("answer" for NULL). Errors: SG_EUSAGE for an unknown one, and
 * for one that needs the bodies of texts where they are not loaded. */
int sg_code_unit_find(const struct sg_study *s, const char *name,
	enum sg_code_unit *out, struct sg_error *err);
enum sg_label sg_code_unit_label(enum sg_code_unit unit);
/* The word for it on the command line. */
struct sg_str sg_code_unit_word(enum sg_code_unit unit);

/* Marks the codings (indices into the study's), their codes rolled up to `level`
 * (UINT32_MAX: as they are). Everything lives in the view's arena. */
void sg_code_units_init(struct sg_code_units *u, const struct sg_view *v,
	enum sg_code_unit unit, uint32_t level, const uint32_t *codings, size_t n);

/* The numbers of the units that a coding lies on, at most sg_code_units_most of them;
 * returns how many. */
uint32_t sg_code_units_of(
	struct sg_code_units *u, const struct sg_study_coding *c, uint32_t *out);
/* The most units that one coding can lie on. */
uint32_t sg_code_units_most(struct sg_code_units *u);

#endif
