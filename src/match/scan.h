/* scan.h - the compiled engine and the state of a scan, shared by the files of this
 * room: engine.c compiles, scan.c finds leaves and collects hits, eval.c and near.c
 * evaluate expressions, code.c evaluates codes.
 */
#ifndef SG_MATCH_SCAN_H
#define SG_MATCH_SCAN_H

#include "match/engine.h"
#include "match/spans.h"
#include "match/terms.h"
#include "match/trace.h"

/* An expression with its names looked up. */
struct sg_node {
	const struct sg_expr *expr;
	uint32_t ref;       /* leaf, list or code */
	struct sg_node **v; /* expr->n operands */
};

struct sg_engine_code {
	bool wanted;            /* its hits are put out */
	bool compiled;          /* it or a code that refers to it is wanted */
	bool busy;              /* while compiling */
	struct sg_node **rules; /* book->codes[].nrules */
	uint32_t first_rule;    /* number of its first rule among all */
	uint32_t first_word;    /* of its rules in sg_scanner.awake_rules */
	uint32_t last;          /* no descendant has a higher index */
};

struct sg_rule_place {
	uint32_t code, rule; /* indices in the codebook */
};

/* A rule of nothing but terms, that no mask or scope concerns, is direct: what its leaves
 * find is what it selects, and goes to its code at once. All others are evaluated.
 *
 * Who wakes whom: a leaf that occurs wakes the rules and lists that hold it, a list
 * those that hold the list, a code the rules that refer to it. Sources: leaves, lists,
 * codes; targets: rules, lists. */
struct sg_wakes {
	uint32_t *at; /* [sources + 1] */
	uint32_t *targets;
};

/* A pattern that one direct rule alone wants, and whose occurrences need no closer look
 * than this: the most frequent thing there is. */
struct sg_sole {
	uint32_t bytes; /* of an occurrence without gaps; 0: it takes the long way */
	bool anywhere;  /* else where a word plainly begins with it */
	struct sg_rule_place rule;
};

struct sg_engine {
	const struct sg_codebook *book;
	struct sg_arena arena;
	struct sg_terms terms;
	struct sg_engine_code *codes;
	struct sg_node **lists;
	bool *list_busy;
	uint32_t nrules;
	uint32_t nwords;             /* of sg_scanner.awake_rules */
	struct sg_rule_place *rules; /* [nrules] */
	bool *is_direct;             /* [nrules] */
	struct sg_wakes wakes;       /* of rules that are not direct, and lists */
	struct sg_wakes direct;      /* of direct rules; sources: leaves */
	struct sg_sole *soles;       /* [patterns] */
	SG_VEC(uint32_t)
	always; /* rules that hold a regex without prefix or a searched
				      literal */
	SG_VEC(uint32_t) searched; /* leaves */
	bool ignore_scopes;
	uint32_t match_limit;
	const char *path; /* of the codebook, for notes */
};

/* A hit of a code before it is put out. */
struct sg_code_hit {
	struct sg_span span;
	uint32_t rule;
};

struct sg_code_state {
	uint32_t done, awake, busy; /* stamps */
	struct sg_code_hit *v;      /* of direct rules until done */
	size_t n, cap;
	uint32_t tree_done;
	struct sg_span_list tree; /* of the code and its descendants */
};

struct sg_list_state {
	uint32_t done;
	struct sg_span_list spans;
};

typedef void sg_leaf_watch(
	void *ctx, uint32_t leaf, enum sg_verdict verdict, struct sg_span span);

struct sg_scanner {
	const struct sg_engine *e;
	struct sg_automaton_scratch *automaton;
	struct sg_regex_scratch *regex;
	uint32_t stamp; /* number of the text; what has it is of this text */
	struct sg_spans *leaf_hits; /* [leaves] of a regex with a prefix, the places of
				       that until it has its leaf_stamp */
	uint32_t *leaf_stamp;
	uint32_t *prefix_stamp; /* [leaves] regexes whose prefix occurs */
	uint32_t *wake_stamp;   /* [rules + lists] */
	uint64_t *awake_rules;  /* [nwords] a bit a rule; of this text where the
				  code is awake */
	struct sg_code_state *codes;
	struct sg_list_state *lists; /* [lists * 4], by `within` */
	const struct sg_doc *doc;
	uint32_t answer; /* being looked through */
	size_t nhits;
	uint32_t *part_keys; /* [answers], see sg_unit_key */
	size_t part_cap;
	struct sg_arena scratch;
	struct sg_notes *notes;
	sg_leaf_watch *watch; /* who watches is told of all: then no rule is direct */
	void *watch_ctx;
	struct sg_trace *trace;
};

/* What an expression is evaluated in. */
struct sg_context {
	struct sg_scanner *s;
	enum sg_unit within;
	struct sg_masks masks;
	struct sg_trace *trace; /* NULL: nobody asks */
	uint32_t rule;
};

/* scan.c: takes up a text and finds all leaves but regexes. Errors: SG_ETOOBIG. */
int sg_scanner_begin(struct sg_scanner *s, const struct sg_doc *doc,
	struct sg_notes *notes, struct sg_error *err);
void sg_scanner_end(struct sg_scanner *s);
/* The hits of a leaf in the text, by start; runs a regex when it is the first to ask. */
struct sg_span_list sg_scanner_leaf(struct sg_scanner *s, uint32_t leaf);
/* The answer that holds byte off. */
uint32_t sg_answer_at(const struct sg_doc *doc, uint32_t off);

/* eval.c: what an expression selects. */
struct sg_span_list sg_eval(const struct sg_context *c, const struct sg_node *node);
/* A number for the unit of byte off, ascending through the text but for parts, where
 * what stands outside all parts of an answer has one number. */
uint32_t sg_unit_key(const struct sg_context *c, uint32_t off);
/* near.c: a chain of NEAR and THEN, or NOT NEARs, over what its operands selected. */
struct sg_span_list sg_eval_near(const struct sg_context *c, const struct sg_node *node,
	const struct sg_span_list *operands);

/* code.c: fills s->codes[code] for this text; asking again costs nothing. */
void sg_eval_code(struct sg_scanner *s, uint32_t code, struct sg_trace *trace);
/* What code and its descendants select. */
struct sg_span_list sg_eval_tree(struct sg_scanner *s, uint32_t code);

/* Adds a record when somebody asks. */
void sg_trace_add(const struct sg_context *c, enum sg_trace_kind kind,
	const struct sg_expr *expr, struct sg_span span, const struct sg_expr *mask,
	struct sg_span other);

#endif
