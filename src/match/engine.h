/* engine.h - from a codebook to the exact spans its rules select in a text.
 *
 * Compiled once from a codebook, then used read-only over any number of texts. One
 * Aho–Corasick automaton over folded code points finds every term, literal and
 * predicate stem of all rules in one pass; regexes run through PCRE2 by paragraph;
 * one evaluator combines their hits. Knows no store.
 */
#ifndef SG_MATCH_ENGINE_H
#define SG_MATCH_ENGINE_H

#include "codebook/codebook.h"
#include "text/layout.h"

/* A labelled piece of an answer. */
struct sg_part_view {
	struct sg_span span;
	struct sg_str label;
};

/* One answer as the engine sees it. Answers do not overlap and ascend. */
struct sg_answer_view {
	struct sg_span span;
	struct sg_str question; /* label, or empty when it belongs to none */
	bool answered;          /* false: says nothing, or not asked: never matched */
	const struct sg_part_view *parts;
	size_t nparts;
};

/* One text. All borrowed, valid during the scan. */
struct sg_doc {
	const char *name; /* for messages */
	struct sg_str body;
	const struct sg_layout *layout; /* of body */
	const struct sg_answer_view *answers;
	size_t nanswers;
	/* Makes the layout and sets itself to NULL; called when the layout is first
	 * needed, since a text without hits need not be divided. NULL: it is there. */
	void (*divide)(const struct sg_doc *doc);
};

/* A span that a rule of a code selected: after masks, vetoes and scopes. */
struct sg_hit {
	uint32_t code, rule; /* indices in the codebook */
	uint32_t answer;     /* index in the doc */
	struct sg_span span; /* bytes */
};

struct sg_hits {
	struct sg_hit *v;
	size_t n, cap;
};

struct sg_engine;
struct sg_scanner; /* scratch memory of one thread */

struct sg_engine_options {
	const bool *only;     /* one flag per code: compile these (and what they refer
				to); NULL: all */
	bool ignore_scopes;   /* rule scopes and `questions:` are taken as everywhere */
	uint32_t match_limit; /* PCRE2 match limit; 0: 1,000,000 */
};

/* Compiles. Problems with rules (a regex that does not compile or can match nothing)
 * are error notes with their place; then SG_EINPUT. book is borrowed and must
 * outlive the engine. */
int sg_engine_new(struct sg_engine **out, const struct sg_codebook *book,
	const struct sg_engine_options *options, struct sg_notes *notes,
	struct sg_error *err);
void sg_engine_free(struct sg_engine *e);

struct sg_scanner *sg_scanner_new(const struct sg_engine *e);
void sg_scanner_free(struct sg_scanner *s);

/* Replaces hits by those of doc, ordered by code, answer, start, stop, rule. A regex
 * that hits its match limit in this text is a warning note naming rule and text; the
 * rest goes on. Errors: only out of limits (SG_ELIMIT, SG_ETOOBIG). */
int sg_scan(struct sg_scanner *s, const struct sg_doc *doc, struct sg_hits *hits,
	struct sg_notes *notes, struct sg_error *err);

/* The layout of doc, made if need be. */
static inline const struct sg_layout *sg_doc_layout(const struct sg_doc *doc)
{
	if (doc->divide)
		doc->divide(doc);
	return doc->layout;
}

/* The unit of that kind around byte off of an answer (a sentence, a paragraph, the
 * part holding it or else the whole answer, the answer), cut to the answer. */
struct sg_span sg_doc_unit(
	const struct sg_doc *doc, enum sg_unit unit, size_t answer, uint32_t off);

/* Runs the + and + ! examples of every code: each is a text of its own, with scopes
 * ignored. Failures become error notes at the example's line ("C1a is not coded
 * here", "C1a is coded here by line 31"). Returns how many failed, or a negative
 * code. *ran is the number of examples. */
int sg_engine_check_examples(const struct sg_codebook *book, const char *path,
	size_t *ran, struct sg_notes *notes, struct sg_error *err);

#endif
