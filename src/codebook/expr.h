/* expr.h - the tree of a rule's expression, and its parser.
 *
 * The grammar is in doc/rule-language.md: `|` never mixes with
 * another operator without parentheses; AND and NOT go left to right; a chain of
 * NEAR and THEN is one node; NOT NEAR and EXCEPT bind like NEAR and do not mix.
 */
#ifndef SG_CODEBOOK_EXPR_H
#define SG_CODEBOOK_EXPR_H

#include "base/arena.h"
#include "base/notes.h"

enum sg_expr_kind {
	SG_EXPR_TERM,     /* words, edge, predicate */
	SG_EXPR_LITERAL,  /* "…": text */
	SG_EXPR_REGEX,    /* /…/: text, icase */
	SG_EXPR_LIST,     /* $name: text is the name */
	SG_EXPR_CODE,     /* @ID: text is the ID */
	SG_EXPR_OR,       /* operands */
	SG_EXPR_AND,      /* operands, each with SG_LINK_AND or SG_LINK_NOT */
	SG_EXPR_NEAR,     /* operands, links NEAR, THEN (a chain), or NOT_NEAR */
	SG_EXPR_EXCEPT,   /* operands; all but the first are masks */
	SG_EXPR_POLARITY, /* NEGATED(…), AFFIRMED(…): one operand, negated */
};

enum sg_link {
	SG_LINK_FIRST,
	SG_LINK_OR,
	SG_LINK_AND,
	SG_LINK_NOT,
	SG_LINK_NEAR,
	SG_LINK_THEN,
	SG_LINK_NOT_NEAR,
	SG_LINK_EXCEPT,
};

enum sg_edge {
	SG_EDGE_EITHER,   /* bare: begins or ends the word */
	SG_EDGE_BEGINS,   /* ^ */
	SG_EDGE_WORD,     /* = */
	SG_EDGE_ANYWHERE, /* * */
};

struct sg_operand {
	enum sg_link link;
	uint32_t distance; /* eojeols, of NEAR, THEN and NOT_NEAR */
	struct sg_expr *expr;
};

struct sg_expr {
	enum sg_expr_kind kind;
	uint32_t line, col;   /* where it stands in its file, 1-based */
	uint32_t width;       /* code points it takes there, at least 1 */
	struct sg_operand *v; /* operators only */
	size_t n;
	enum sg_edge edge;       /* TERM */
	struct sg_str *words;    /* TERM: as written, without edge mark and predicate */
	size_t nwords;           /* may be 0 when there is only a predicate */
	struct sg_str predicate; /* TERM: dictionary form without ~, or empty */
	struct sg_str text;
	bool icase;   /* REGEX */
	bool negated; /* POLARITY */
};

/* Where the bytes of an expression stand: cols and lines as in struct sg_item. */
struct sg_expr_place {
	const char *path;
	const uint32_t *cols, *lines; /* NULL: line 0, columns counted from 1 */
	struct sg_str excerpt;        /* whole source lines that hold it, for carets */
	uint32_t first_line; /* number of the first of them; 0: they are no file's */
};

/* Parses all of text into *out, allocated from arena (strings are copied, composed as
 * stored text is, and without zero-width characters). On a syntax error adds one
 * SG_ERROR note with place, width and excerpt and returns SG_EINPUT. Lower-case
 * operators read as words are warnings. Depth of parentheses is limited to 64, a rule
 * to 64 KiB. */
int sg_expr_parse(struct sg_arena *arena, struct sg_str text,
	const struct sg_expr_place *place, struct sg_expr **out,
	struct sg_notes *notes);

/* Appends e in canonical spelling; parsing it again gives an equal tree. */
void sg_expr_print(const struct sg_expr *e, struct sg_buf *out);

/* Calls fn for e and every expression below it, parents first. */
void sg_expr_walk(const struct sg_expr *e,
	void (*fn)(void *ctx, const struct sg_expr *e), void *ctx);

#endif
