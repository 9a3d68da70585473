/* quotation.h - which sentences of the codings stand for a row of the findings table.
 *
 * The rules (examples of published tables, and the choices behind them): two quotations
 * where five people or more spoke of it, one of them from the side with fewer people
 * where there is one; else one. Whole sentences, at most two that follow one another in
 * one coding and paragraph, 20 to 90 code points; none that leans on what stood before
 * it (이, 그, 다만, 그래서 …); a sentence once in a table; a respondent at most twice;
 * different groups first; what a person pinned wins, what was barred never appears.
 * Of a unit wider than the sentence, what holds evidence of its rules; only where none
 * of that can stand is another sentence taken, for the first quotation of a row.
 * Where no sentence has the length, the one nearest to it is taken whole: nothing is
 * ever cut. */
#ifndef SG_ANALYSIS_QUOTATION_H
#define SG_ANALYSIS_QUOTATION_H

#include "analysis/table.h"
#include "analysis/units.h"
#include "analysis/view.h"

enum {
	SG_QUOTE_MIN = 20, /* code points */
	SG_QUOTE_MAX = 90,
	SG_QUOTE_TYPICAL =
		40, /* median length of coded sentences in the bundled study */
	SG_QUOTE_TWO_FROM = 5, /* people */
	SG_QUOTE_PER_PERSON = 2,
};

/* A row that wants quotations. */
struct sg_quote_row {
	const uint32_t *codings; /* indices into the study's */
	size_t ncodings;
	const bool *counter;   /* by coding: from the side with fewer people; or NULL */
	uint32_t n;            /* people */
	const uint32_t *codes; /* that a pin may name: the row's own */
	size_t ncodes;
	struct sg_quote *quotes; /* out, in the arena of the view */
	size_t nquotes;
};

struct sg_quote_options {
	uint32_t most;     /* a row; 0: none */
	uint32_t question; /* the rows'; SG_NONE: of any */
	const struct sg_groups *groups;
	bool show_groups; /* the groups are an attribute's */
};

/* Fills quotes and nquotes of all rows of one table. The choice depends on nothing but
 * the study: equal studies give equal quotations. units: of the same study. */
void sg_quotations_choose(const struct sg_view *v, struct sg_units *units,
	const struct sg_quote_options *o, struct sg_quote_row *rows, size_t nrows);

/* Whether a sentence opens with a word that points at what stood before it. */
bool sg_quotation_leans(struct sg_str sentence);

#endif
