/* terms.h - the leaves of all expressions: terms, literals and regexes, each kept once
 * however many rules use it, and the automaton's patterns that stand for them.
 *
 * The automaton says where the characters of a pattern end; sg_terms_check looks at
 * what was passed over and at the word around it, and says what became of it.
 */
#ifndef SG_MATCH_TERMS_H
#define SG_MATCH_TERMS_H

#include "base/arena.h"
#include "match/automaton.h"
#include "match/regex.h"
#include "text/predicate.h"

enum sg_verdict {
	SG_VERDICT_ACCEPTED,
	SG_VERDICT_NOT_HERE, /* other characters stand between: nothing to tell */
	SG_VERDICT_INSIDE,   /* refused: inside a word, or not as ^ or = ask */
	SG_VERDICT_SCRIPT,   /* refused: Latin or digits go on (XAI) */
	SG_VERDICT_FORM,     /* refused: the word is no form of the predicate */
	SG_VERDICT_SPACED,   /* refused: the same letters, spaced otherwise */
};

struct sg_leaf {
	const struct sg_expr *expr; /* the first in the book that is this leaf */
	struct sg_predicate *predicate;
	struct sg_regex *regex;
	uint32_t first_pattern, npatterns;
	bool searched; /* a literal the automaton cannot find: only passed-over signs */
	bool prefixed; /* a regex; its pattern is only what its matches begin with */
};

struct sg_pattern {
	uint32_t leaf;
	bool prefix;    /* of a regex, whose matches begin with it */
	bool plain;     /* TERM: wherever it stands without gaps, it is a hit */
	bool begins;    /* TERM: it is one where a word begins with it without gaps */
	bool joined;    /* TERM: a sign must stand somewhere in it */
	uint32_t n;     /* code points */
	uint32_t stem;  /* where the predicate's stem begins; n: there is none */
	uint32_t bytes; /* length in any text when nothing is passed over; 0: varies */
	uint32_t first, last; /* folded code points at the ends of the words */
	uint32_t behind; /* LITERAL: its bytes behind the pattern's last character */
	const uint32_t *before; /* TERM: what must stand before each code point */
	const uint32_t *pairs;  /* what a signature must hold, see signature.h */
	uint32_t npairs;
};

struct sg_terms {
	struct sg_arena arena;
	SG_VEC(struct sg_leaf) leaves;
	SG_VEC(struct sg_pattern) patterns;
	struct sg_automaton *automaton;
	uint32_t *table; /* open addressing: leaf + 1 by key */
	const struct sg_str **keys;
	size_t cap;
};

void sg_terms_init(struct sg_terms *t);
void sg_terms_release(struct sg_terms *t);

/* The leaf of a TERM, LITERAL or REGEX expression of the book at path, made when it is
 * the first of its content. e is borrowed. Errors are notes at its place, and SG_EINPUT. */
int sg_terms_add(struct sg_terms *t, const struct sg_expr *e, const char *path,
	struct sg_notes *notes, uint32_t *leaf);

/* Builds the automaton when all leaves are in. Errors: SG_ETOOBIG. */
int sg_terms_build(struct sg_terms *t, struct sg_error *err);

/* What a pattern whose characters stand from start to stop selects in text (an answer:
 * nothing before or behind it counts). *span is set unless the verdict is NOT_HERE: the
 * hit, or the stretch that was refused. */
enum sg_verdict sg_terms_check(const struct sg_terms *t, uint32_t pattern,
	struct sg_str text, size_t start, size_t stop, struct sg_span *span);

/* The run of letters and digits around span, at most 24 characters to either side. */
struct sg_span sg_word_around(struct sg_str text, struct sg_span span);

#endif
