/* concordance.h - every place a rule expression selects, in its context (KWIC). */
#ifndef SG_CODING_CONCORDANCE_H
#define SG_CODING_CONCORDANCE_H

#include "base/arena.h"
#include "coding/coding.h"

struct sg_kwic_line {
	struct sg_str respondent, question; /* empty where there is none */
	struct sg_str left, hit,
		right;      /* stored text; line ends as blanks; contexts end
					   where the answer ends */
	struct sg_str form; /* the hit extended to the ends of its words */
	size_t order;       /* number of the line in the order of the text */
};

struct sg_kwic {
	struct sg_arena arena;
	struct sg_kwic_line *v; /* in order of sources and text */
	size_t n, cap;
};

/* A place about to become a line; borrowed. */
struct sg_kwic_place {
	struct sg_str source, respondent, question;
	uint32_t start, stop; /* code points */
};

struct sg_kwic_options {
	struct sg_str expr;             /* a rule expression */
	size_t context;                 /* code points kept on either side */
	enum sg_unit within;            /* where AND, NOT and NEAR look */
	const struct sg_codebook *base; /* whose $lists and @codes expr may name, or
					   NULL */
	bool (*keep)(void *ctx, const struct sg_kwic_place *place); /* or NULL: all */
	void *ctx;
};

/* Finds the expression in every answered answer of the store. Errors in it are notes
 * and SG_EINPUT. */
int sg_kwic_run(struct sg_kwic *out, struct sg_store *store,
	const struct sg_kwic_options *options, struct sg_notes *notes,
	struct sg_error *err);
void sg_kwic_release(struct sg_kwic *k);

enum sg_kwic_sort { SG_KWIC_TEXT, SG_KWIC_LEFT, SG_KWIC_RIGHT, SG_KWIC_FORM };

/* Sorts stably: by the left context read backwards, the right context, or the form. */
void sg_kwic_order(struct sg_kwic *k, enum sg_kwic_sort by);

#endif
