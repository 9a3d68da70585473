/* diff.h - two studies of one project beside each other: the cells of the findings
 * tables that come out otherwise, with the people who make the difference, and the
 * codings that only one of them has. Codes, texts and answers are known by their rows,
 * so that a code with a new name is renamed and not lost. */
#ifndef SG_ANALYSIS_DIFF_H
#define SG_ANALYSIS_DIFF_H

#include "analysis/analysis.h"

enum { SG_BEFORE, SG_AFTER, SG_SIDES };

enum sg_diff_kind {
	SG_DIFF_THEME,   /* of a theme's rows together */
	SG_DIFF_ROW,     /* of a row, or of the line of codes outside the topic */
	SG_DIFF_FACET,   /* of a row, people on one side of a facet */
	SG_DIFF_NO_CODE, /* people without a code */
	SG_DIFF_BASE,    /* people in the base of the percentages */
};

struct sg_diff_cell {
	enum sg_diff_kind kind;
	uint32_t question[SG_SIDES]; /* SG_NONE where it is not there */
	uint32_t code[SG_SIDES];     /* of THEME, ROW, FACET */
	struct sg_str facet, value;  /* of FACET; people without a value are under the
					word for undecided */
	bool outside;                /* a code outside the question's topic, in both */
	uint32_t n[SG_SIDES];
	struct sg_str *lost, *gained; /* respondents, by name */
	size_t nlost, ngained;
};

struct sg_diff_rename { /* indices of a code whose label, name or place differs */
	uint32_t code[SG_SIDES];
	bool moved;
};

struct sg_diff_codings {
	uint32_t *v; /* indices into the study's, by code, respondent, place */
	size_t n;
};

struct sg_diff {
	struct sg_arena arena;
	const struct sg_study *s[SG_SIDES];
	struct sg_diff_cell *cells; /* by question, in the order of its table */
	size_t ncells;
	struct sg_diff_rename *renames;
	size_t nrenames;
	bool compared;                         /* codings too */
	struct sg_diff_codings only[SG_SIDES]; /* then: lost, gained */
	/* code of one side → of the other, or SG_NONE */
	uint32_t *other[SG_SIDES];
};

struct sg_diff_options {
	struct sg_filter filter; /* names of either study */
	uint32_t level;          /* as sg_table_options */
	enum sg_base base;
	bool codings; /* compare codings too; texts that were revised between the two
			 need their bodies */
};

/* Errors: SG_ENOTFOUND for names that neither study knows. The caller releases; the
 * studies must stay. */
int sg_diff_make(struct sg_diff *out, const struct sg_study *before,
	const struct sg_study *after, const struct sg_diff_options *o,
	struct sg_error *err);
void sg_diff_release(struct sg_diff *d);

/* Tables of the difference: the cells and, when codings were compared, the codings.
 * evidence: of d->only by side, or NULL. */
struct sg_evidence;
void sg_diff_tables(
	struct sg_diff *d, const struct sg_evidence *evidence, struct sg_tables *out);

/* The title of a cell's code, as in its table: "C3b 저항·소극행정". In d's arena. */
struct sg_str sg_diff_code_title(struct sg_diff *d, const struct sg_diff_cell *cell);
/* The same of a code of one side. */
struct sg_str sg_diff_title(struct sg_diff *d, int side, uint32_t code);
struct sg_str sg_diff_question_label(
	const struct sg_diff *d, const struct sg_diff_cell *cell);

#endif
