/* explain.h - one answer and what the rules did in it: every hit with the operand that
 * selected it, or, for one code, what kept each rule from selecting. Records only;
 * wording them is the command line's job. */
#ifndef SG_CODING_EXPLAIN_H
#define SG_CODING_EXPLAIN_H

#include "coding/coding.h"
#include "match/trace.h"
#include "store/standing.h"

enum sg_why {
	SG_WHY_SELECTED, /* the rule selected span: term found it, through list if any */
	SG_WHY_FOUND,   /* term found span, but the rule selected nothing in the unit */
	SG_WHY_MISSING, /* nothing of expr in the unit */
	SG_WHY_NEARBY, /* but other has it, distance sentences (most 0) or paragraphs (1)
			  away; most 2: sentences, in the same paragraph */
	SG_WHY_FAR, /* expr's span and with's other: distance eojeols apart, not most */
	SG_WHY_ORDER,   /* THEN: with's other stands before expr's span, not behind */
	SG_WHY_OVERLAP, /* NEAR, THEN: expr's span and with's other overlap */
	SG_WHY_CLOSE, /* NOT NEAR: with's other is distance eojeols away, within most */
	SG_WHY_BLOCKED,  /* NOT: expr has other in the unit */
	SG_WHY_AFFIRMED, /* NEGATED(expr): span is not negated */
	SG_WHY_NEGATED,  /* AFFIRMED(expr): span is negated */
	SG_WHY_MASKED,   /* expr's span touches other, which with (EXCEPT) selected */
	SG_WHY_VETOED,   /* with (- NOT) selected other in the unit of span */
	SG_WHY_SCOPED,   /* expr's span is outside the scope of the rule or code */
	SG_WHY_INSIDE,   /* span is a word whose edges expr refuses */
	SG_WHY_FORM,     /* span is a word that is no form of expr's predicate */
	SG_WHY_SPACED,   /* span has expr's letters, spaced otherwise */
};

struct sg_reason {
	enum sg_why why;
	uint32_t code, rule;               /* in the codebook */
	struct sg_span unit;               /* `within` of the code; bytes */
	const struct sg_expr *expr, *with; /* of the codebook; with may be NULL */
	const struct sg_expr
		*list; /* $name or @ID through which expr stands, or NULL */
	struct sg_span span, other; /* bytes; empty where there is none */
	uint32_t distance, most;    /* eojeols: FAR, CLOSE */
};

struct sg_reasons {
	struct sg_reason *v;
	size_t n, cap;
};

/* The reasons in a trace of code in doc, which has one answer: by rule, unit, kind and
 * place, each once. Appended to out. In a unit where the rule selected something, only
 * what it selected is told. */
void sg_reasons_of(const struct sg_codebook *book, const struct sg_doc *doc,
	uint32_t code, const struct sg_trace *trace, struct sg_reasons *out);

/* One answer explained. Borrowed until the next. */
struct sg_explained {
	struct sg_str respondent, question;
	struct sg_doc
		doc; /* the text with this answer alone; its answered tells whether
			      rules look at it */
	struct sg_reasons reasons; /* ordered by code, then as sg_reasons_of */
	struct sg_span passage;    /* bytes: what was asked about; empty: all */
	enum sg_answer_state state;
	bool bare;                       /* there is no text: nothing else is told */
	const struct sg_word_row *words; /* of people on codes there, by code */
	size_t nwords;
};

/* What to explain: an answer, a passage of it, or what a segment stands on. */
struct sg_explain_place {
	struct sg_str respondent, question;
	struct sg_str quote; /* as sg_judge takes it; empty: the whole answer */
	int64_t segment;     /* id; then the others are empty */
};

struct sg_explainer;

/* Prepares explaining the answers (mostly one) of a respondent to a question; of a
 * passage, only what the units that touch it have. code: only
 * it and its descendants, with why their rules did not select; SG_NO_CODE: what every
 * code selected. book is borrowed until the explainer is freed. SG_ENOTFOUND names what
 * does not exist; SG_EINPUT with notes for rules in error. */
int sg_explainer_new(struct sg_explainer **out, struct sg_store *store,
	const struct sg_codebook *book, const struct sg_explain_place *place,
	uint32_t code, struct sg_notes *notes, struct sg_error *err);
void sg_explainer_free(struct sg_explainer *e);
/* 1 with *out filled, 0 at the end, negative on error. */
int sg_explainer_next(struct sg_explainer *e, struct sg_explained *out,
	struct sg_notes *notes, struct sg_error *err);

#endif
