/* refine.h - what to look at next: text without a code, words that would find more of
 * one, groups of sentences that may be a missing one. Options are those of tables;
 * filter.codes names what is refined. */
#ifndef SG_ANALYSIS_REFINE_H
#define SG_ANALYSIS_REFINE_H

#include "analysis/analysis.h"
#include "analysis/keyness.h"
#include "analysis/view.h"

enum sg_uncoded_order {
	SG_UNCODED_TYPICAL, /* nearest to the words of all uncoded sentences */
	SG_UNCODED_LONGEST,
	SG_UNCODED_TEXT,
};

struct sg_refine_options {
	struct sg_table_options table; /* filter, group; top: rows, 0: the default */
	enum sg_uncoded_order order;
	enum sg_keyness_by by;
};

/* Without codes in the filter: sentences of real answers that no code took (default
 * codings aside). With codes: for each, the answers to the questions in which it or a code
 * below it is usual (coverage.h) without it, with the sentence that is most like what the
 * code has, the likeliest first. */
int sg_uncoded(const struct sg_study *s, const struct sg_refine_options *o,
	struct sg_tables *out, struct sg_error *err);

/* Groups of uncoded sentences that use the same words. */
int sg_uncoded_groups(const struct sg_study *s, const struct sg_refine_options *o,
	struct sg_tables *out, struct sg_error *err);

/* --- terms for one code --- */

enum sg_standing_judged { /* what is known of an answer and the code */
	SG_JUDGED_UNKNOWN,
	SG_JUDGED_YES, /* a person coded it, or accepted the rules' coding */
	SG_JUDGED_NO,  /* a person rejected it, or read the answer without coding it */
};

struct sg_suggested {
	struct sg_str rule;                /* an expression of the rule language */
	uint32_t target, cases, reference; /* as in sg_keyword */
	double g2, z;
	/* answers that the rule would take and the code's rules do not take now */
	uint32_t gain, cost, unknown; /* judged yes, judged no, not judged */
};

struct sg_suggestion {
	struct sg_view v;
	uint32_t code;
	bool by_people;  /* the target is what people coded or accepted */
	uint8_t *judged; /* by answer: enum sg_standing_judged */
	bool *taken;     /* by answer: the code's rules code it now */
	uint32_t ncases, nanswers, nsentences; /* of the target */
	uint32_t njudged[3];
	struct sg_suggested *v_terms;
	size_t n;
};

/* Finds terms that set what the code (filter.codes[0] and its subtree) has apart from
 * all other sentences: single words and pairs of neighbours, at most `top`, each used by
 * at least two respondents. filter.coder: whose codings are the target and the standard.
 * The study must hold rejected codings (SG_STUDY_REJECTED). What out holds lives in
 * arena. gain, cost and unknown are filled by who can run rules. */
int sg_suggest(const struct sg_study *s, const struct sg_refine_options *o,
	struct sg_arena *arena, struct sg_suggestion *out, struct sg_error *err);

/* The table of them, by gain less cost, then strength. */
void sg_suggest_table(struct sg_suggestion *g, const struct sg_refine_options *o,
	struct sg_tables *out);

#endif
