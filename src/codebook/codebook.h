/* codebook.h - a codebook as data: the tree of codes with their rules, lists,
 * facets and examples. Read from the Markdown outline; knows no text and no store.
 */
#ifndef SG_CODEBOOK_CODEBOOK_H
#define SG_CODEBOOK_CODEBOOK_H

#include "codebook/expr.h"

#define SG_NO_CODE UINT32_MAX

enum sg_unit { SG_UNIT_SENTENCE, SG_UNIT_PARAGRAPH, SG_UNIT_PART, SG_UNIT_ANSWER };

/* "sentence", "paragraph", "part", "answer". */
const char *sg_unit_name(enum sg_unit unit);
/* English and Korean names (문장, 문단, 부분, 답변); false for any other word. */
bool sg_unit_parse(struct sg_str word, enum sg_unit *unit);

/* A place of a scope: a question, a part of one, or a part of any. */
struct sg_place {
	struct sg_str question; /* "Q4", or empty: any */
	struct sg_str part;     /* "시급", or empty: the whole answer */
	uint32_t line, col;
};

struct sg_places {
	struct sg_place *v;
	size_t n; /* 0: everywhere */
};

struct sg_facet_value {
	struct sg_str facet, value;
};

enum sg_rule_kind { SG_RULE_SELECT, SG_RULE_MASK, SG_RULE_VETO };

struct sg_rule {
	enum sg_rule_kind kind;
	struct sg_str text; /* the line without "- ", unescaped, joined */
	struct sg_places scope;
	struct sg_expr *expr; /* of a mask or veto: what follows EXCEPT or NOT */
	struct sg_facet_value *facets;
	size_t nfacets;
	uint32_t line;
	size_t off, len; /* byte range in the file */
};

struct sg_example {
	bool counter; /* + ! */
	struct sg_str text;
	uint32_t line;
};

/* A label that a code had before: of a code that was renamed, moved (in a book without
 * IDs) or merged into this one. */
struct sg_was {
	struct sg_str label;
	uint32_t line; /* of the setting; 0: follows from those of the codes above */
};

struct sg_code {
	struct sg_str id;   /* "C1a", or empty in a book without IDs */
	struct sg_str name; /* "디지털 격차" */
	/* What users and the store name it by: the ID, or in a book without IDs the
	 * names from the root joined by " > ". */
	struct sg_str label;
	struct sg_str definition, include, exclude, color;
	uint32_t parent; /* index, or SG_NO_CODE */
	uint32_t level;  /* 0 for a theme */
	uint32_t line;
	size_t off, len; /* byte range of the heading and all of its own items */
	enum sg_unit unit, within;  /* own setting, or the nearest ancestor's */
	struct sg_places questions; /* the same; n 0: everywhere */
	struct sg_str *defaults;    /* questions whose every real answer carries it */
	struct sg_place *default_places; /* the same with their places in the file */
	size_t ndefaults;
	struct sg_was *was; /* `* was: C1a`; those written first */
	size_t nwas;
	struct sg_rule *rules;
	size_t nrules;
	struct sg_example *examples;
	size_t nexamples;
};

struct sg_list {
	struct sg_str name; /* without $ */
	struct sg_expr *expr;
	uint32_t line;
	size_t off, len; /* byte range in the file */
};

struct sg_facet {
	struct sg_str name;
	struct sg_str *values;
	size_t nvalues;
	uint32_t line;
};

struct sg_codebook {
	struct sg_arena arena;           /* owns everything below */
	struct sg_str path, body, title; /* path ends with a NUL behind it */
	char sha256[65];                 /* of body */
	struct sg_code *codes; /* in order of the file: a parent before its children */
	size_t ncodes;
	struct sg_list *lists;
	size_t nlists;
	struct sg_facet *facets;
	size_t nfacets;
	bool has_ids;
};

/* Reads a codebook from body (valid UTF-8). Every problem is added to notes; when
 * one of them is an error, returns SG_EINPUT and *out is NULL. Errors: syntax,
 * unknown setting, list, code, facet or value; IDs mixed or twice; a name twice
 * under one parent; loops through $ and @, or deeper than 32; unit smaller than
 * within. Warnings: one-syllable terms, unused lists, a code without rule. The
 * caller frees *out. */
int sg_codebook_read(struct sg_codebook **out, struct sg_str body, const char *path,
	struct sg_notes *notes);
/* The same from a file; SG_EIO and friends in err; content problems in notes,
 * and err then only says that there are some. A file in
 * UTF-8 is read as it is, so that its byte ranges hold for sg_codebook_splice; any other
 * (CP949, UTF-16, CR line ends) is decoded first and cannot be spliced. */
int sg_codebook_load(struct sg_codebook **out, const char *path, struct sg_notes *notes,
	struct sg_error *err);
/* A book of one code "kwic" with one rule expr (for concordances). Notes have line 0
 * and expr as excerpt. */
int sg_codebook_of_expr(
	struct sg_codebook **out, struct sg_str expr, struct sg_notes *notes);
void sg_codebook_free(struct sg_codebook *book);

/* Index of the code with that label, ID or (when only one has it) name; or SG_NO_CODE. */
uint32_t sg_codebook_find(const struct sg_codebook *book, struct sg_str label);
const struct sg_list *sg_codebook_list(
	const struct sg_codebook *book, struct sg_str name);

struct sg_questionnaire;
/* Adds an error note with its place for every question and part that a scope,
 * `questions:` or `default:` names and the questionnaire does not have (a question
 * must be spelled as its label there). 0, or SG_EINPUT when there was one. */
int sg_codebook_check_places(const struct sg_codebook *book,
	const struct sg_questionnaire *questionnaire, struct sg_notes *notes);
/* Whether code is ancestor or one of its descendants. */
bool sg_code_within(const struct sg_codebook *book, uint32_t code, uint32_t ancestor);

/* SHA-256 over everything that decides what the code selects: its rules in canonical
 * spelling, the lists and codes they refer to (transitively), unit, within, scope,
 * questions, defaults. Equal fingerprints select equally on equal text. */
void sg_code_fingerprint(const struct sg_codebook *book, uint32_t code, char out[65]);

/* Appends the rule in canonical spelling, without "- ". */
void sg_rule_print(const struct sg_rule *rule, struct sg_buf *out);

/* Appends the file in canonical spelling: one space around operators, settings
 * before rules, one blank line before headings and never two, everything else
 * untouched. Parentheses, line breaks inside a rule, comments and prose stay; a rule
 * with a comment inside is not touched. A book with errors gives SG_EINPUT, its notes,
 * and nothing in out. Formatting twice gives the same as once. */
int sg_codebook_format(struct sg_str body, const char *path, struct sg_buf *out,
	struct sg_notes *notes);

#endif
