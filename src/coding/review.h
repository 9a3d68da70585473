/* review.h - what a codebook's rules did over a corpus, looked at critically: rules and
 * operands that change nothing, hits narrowly missed, codes that take nearly every
 * answer, codes that respondents file elsewhere. Feeds `codebook check --with`. */
#ifndef SG_CODING_REVIEW_H
#define SG_CODING_REVIEW_H

#include "match/engine.h"

/* Units the code would also have got, had one thing alone been otherwise. */
enum sg_miss {
	SG_MISS_EDGES, /* an edge refused */
	SG_MISS_FAR1,  /* NEAR, THEN: too far by 1, 2, 3 eojeols, by more */
	SG_MISS_FAR2,
	SG_MISS_FAR3,
	SG_MISS_FAR_MORE,
	SG_MISS_SCOPE,
	SG_MISS_MASK, /* an EXCEPT, of the rule or the code */
	SG_MISS_VETO, /* a NOT line of the code */
	SG_MISSES,
};

struct sg_rule_review { /* of a rule that selects, by code and line */
	uint32_t code, rule;
	size_t units;        /* that it codes */
	uint32_t covered_by; /* a sibling that codes all of them, or UINT32_MAX; of two
				that code the same, the later is covered; never a rule
				that sets facets */
	size_t misses[SG_MISSES];
};

struct sg_idle {             /* what could be left out without a unit more or less */
	uint32_t code, rule; /* code SG_NO_CODE: in list `list` */
	uint32_t list;
	const struct sg_expr *parent; /* AND, NEAR, EXCEPT, OR; NULL: the line itself */
	const struct sg_expr *operand; /* NULL: the line itself, an EXCEPT or NOT */
	size_t hits; /* of the branch of an OR, each beside or under one of another */
};

struct sg_greedy { /* a code in more than two thirds of a question's answers */
	uint32_t code;
	struct sg_str question;
	size_t n, answers; /* with the code; answered, at least 3 */
};

struct sg_part_clash {           /* more often in parts with another theme's label */
	uint32_t code, ancestor; /* whose name holds `label` */
	struct sg_str label, other;
	size_t here, there; /* units in parts labelled so */
};

struct sg_review {
	struct sg_arena arena;
	struct sg_rule_review *rules;
	size_t nrules;
	struct sg_idle *idle; /* lists first, then by code and line */
	size_t nidle;
	struct sg_greedy *greedy; /* by code, then question in order of appearance */
	size_t ngreedy;
	struct sg_part_clash *clashes; /* by code */
	size_t nclashes;
};

/* Scans the texts that next gives (as for sg_survey_run), once. The caller releases. */
int sg_review_run(struct sg_review *out, const struct sg_codebook *book,
	int (*next)(void *ctx, struct sg_doc *doc, struct sg_error *err), void *ctx,
	struct sg_error *err);
void sg_review_release(struct sg_review *r);

#endif
