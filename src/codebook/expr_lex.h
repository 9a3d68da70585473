/* expr_lex.h - the tokens of the rule language. Internal to src/codebook: the parser
 * reads them, the formatter writes them back with one space between.
 */
#ifndef SG_CODEBOOK_EXPR_LEX_H
#define SG_CODEBOOK_EXPR_LEX_H

#include "codebook/expr.h"

enum sg_token_kind {
	SG_TOKEN_END,
	SG_TOKEN_OPEN,
	SG_TOKEN_CLOSE,
	SG_TOKEN_OR,
	SG_TOKEN_AND,
	SG_TOKEN_NOT,
	SG_TOKEN_EXCEPT,
	SG_TOKEN_NEAR,
	SG_TOKEN_THEN,
	SG_TOKEN_POLARITY,
	SG_TOKEN_LITERAL,
	SG_TOKEN_REGEX,
	SG_TOKEN_LIST,
	SG_TOKEN_CODE,
	SG_TOKEN_WORD,
	SG_TOKEN_PREDICATE,
};

struct sg_token {
	enum sg_token_kind kind;
	struct sg_str raw;  /* as it stands in the text, signs included */
	struct sg_str text; /* of words, names, literals, regexes: without the signs */
	uint32_t distance;  /* NEAR, THEN */
	enum sg_edge edge;  /* WORD */
	bool marked;        /* WORD: an edge mark stands before it */
	bool icase;         /* REGEX */
	bool negated;       /* POLARITY */
};

struct sg_tokens {
	struct sg_token *v; /* the last one is SG_TOKEN_END */
	size_t n, cap;
};

enum { SG_RULE_MOST_BYTES = 64 * 1024, SG_MOST_EOJEOLS = 10000 };

/* Cuts text into tokens whose strings are slices of it. On an error adds one note and
 * returns SG_EINPUT; out is empty then. */
int sg_lex(struct sg_tokens *out, struct sg_str text, const struct sg_expr_place *place,
	struct sg_notes *notes);
void sg_tokens_release(struct sg_tokens *t);

/* Adds a note about the slice `at` of text. */
void sg_expr_note(const struct sg_expr_place *place, struct sg_str text,
	struct sg_str at, struct sg_notes *notes, enum sg_severity severity,
	const char *fmt, ...) SG_PRINTF(6, 7);

/* Byte offset of the => (full width too) that ends the expression, outside of quotes
 * and regexes, and its length in bytes; SIZE_MAX when there is none. */
size_t sg_lex_arrow(struct sg_str text, size_t *len);

/* The full-width form of an ASCII sign as that sign, curly quotes as "; others as they
 * are. */
uint32_t sg_sign(uint32_t cp);
/* Whether cp is a space, a line break or a control character. */
bool sg_lex_is_blank(uint32_t cp);
/* Whether cp can stand in a bare word and in a name: letter, mark, number. */
bool sg_is_wchar(uint32_t cp);

/* Appends t in canonical spelling; text is escaped for a Markdown line when `escape`. */
void sg_token_print(const struct sg_token *t, bool escape, struct sg_buf *out);
/* Appends s with the backslashes doubled that the outline would take away. */
void sg_escape(struct sg_str s, struct sg_buf *out);

#endif
