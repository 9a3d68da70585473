/* trace.h - why a code was or was not found in a text: what each operand selected,
 * what was missing, and which mask, veto, scope or edge took a hit away. Records come
 * from the evaluator itself; wording them is the command line's job.
 */
#ifndef SG_MATCH_TRACE_H
#define SG_MATCH_TRACE_H

#include "match/engine.h"

enum sg_trace_kind {
	SG_TRACE_FOUND,    /* expr selected span (a term, or what is built of terms) */
	SG_TRACE_INSIDE,   /* the edges of expr refused span: inside that word */
	SG_TRACE_FORM,     /* the word span is no form of the predicate expr */
	SG_TRACE_SPACED,   /* span has the letters of expr, spaced otherwise */
	SG_TRACE_MASKED,   /* expr's span touches other, which mask selected */
	SG_TRACE_SCOPED,   /* expr's span is outside the rule's or code's scope */
	SG_TRACE_MISSING,  /* AND: nothing of expr in the unit span */
	SG_TRACE_BLOCKED,  /* NOT: expr has other in the unit span */
	SG_TRACE_APART,    /* NEAR, THEN: expr's span has no partner close enough */
	SG_TRACE_CLOSE,    /* NOT NEAR: expr's span has a partner too close */
	SG_TRACE_POLARITY, /* NEGATED: expr's span stands unnegated; AFFIRMED: negated */
	SG_TRACE_VETOED, /* the rule's span falls: mask (a veto) has other in its unit */
	SG_TRACE_SELECTED, /* the rule selected span */
};

struct sg_trace_record {
	enum sg_trace_kind kind;
	uint32_t rule;              /* of the code */
	uint32_t answer;            /* index in the doc */
	const struct sg_expr *expr; /* of the codebook; NULL for VETOED and SELECTED */
	const struct sg_expr *mask; /* MASKED, VETOED */
	struct sg_span span, other; /* bytes; other empty where there is none */
};

/* In the order of evaluation: masks of the code first, then rule by rule, operands
 * before what is built of them, then vetoes; the selected last. */
struct sg_trace {
	struct sg_trace_record *v;
	size_t n, cap;
};

/* Explains code in doc. engine must hold the code: SG_ENOTFOUND otherwise. What a
 * code it refers to selects is one FOUND each; explain that code for more. Notes and
 * errors as for sg_scan. Replaces out; the caller releases. */
int sg_explain(const struct sg_engine *engine, const struct sg_doc *doc, uint32_t code,
	struct sg_trace *out, struct sg_notes *notes, struct sg_error *err);
void sg_trace_release(struct sg_trace *t);

#endif
