/* reader.h - what the parts of the codebook reader share: read.c (items, headings),
 * settings.c (the `*` lines), rules.c (the `-` lines), check.c (what needs the whole
 * book). Internal to src/codebook.
 */
#ifndef SG_CODEBOOK_READER_H
#define SG_CODEBOOK_READER_H

#include "codebook/codebook.h"
#include "codebook/expr_lex.h"
#include "codebook/locate.h"
#include "codebook/outline.h"

enum { SG_MOST_CODES = 20000, SG_DEEPEST_HEADING = 32 };

/* What the reader must remember of a code, or (the first) of the book itself. */
struct sg_own {
	uint32_t set[8]; /* line on which each setting stands, 0: not; by row of the
			    settings table */
	bool has_unit, has_within;
	uint32_t heading_level;
};

struct sg_reader {
	struct sg_codebook *book;
	struct sg_notes *notes;
	const char *path;
	struct sg_outline outline;
	const struct sg_item *item; /* the one being read */

	SG_VEC(struct sg_code) codes;
	SG_VEC(struct sg_own) own; /* of each code */
	struct sg_code whole;      /* book-level unit, within and questions */
	struct sg_own whole_own;
	bool has_title;
	size_t title_level;
	SG_VEC(struct sg_list) lists;
	SG_VEC(struct sg_facet) facets;
	/* of the code being read, moved into it when it ends */
	SG_VEC(struct sg_rule) rules;
	SG_VEC(struct sg_example) examples;
	struct sg_buf definition, include, exclude;
	bool gap; /* a blank line since the last prose */
};

/* The code being read, or NULL before the first. */
struct sg_code *sg_reader_code(struct sg_reader *r);

/* A note about `at`, a slice of the current item's text. */
void sg_reader_note(struct sg_reader *r, enum sg_severity severity, struct sg_str at,
	const char *fmt, ...) SG_PRINTF(4, 5);

/* Copies s into the book, composed. */
struct sg_str sg_reader_keep(struct sg_reader *r, struct sg_str s);

/* Where `text`, a slice of the item's text that ends where the item's does not matter,
 * stands. excerpt is the item's lines. */
struct sg_expr_place sg_reader_place(const struct sg_reader *r, struct sg_str text);

/* settings.c: the current item is a setting, a facet or a list. */
void sg_reader_facet(struct sg_reader *r); /* reads it when it declares a facet */
void sg_reader_setting(struct sg_reader *r);

/* rules.c: the current item is a rule, mask or veto. */
void sg_reader_rule(struct sg_reader *r);

/* places.c: reads "Q4, Q11.시급, 단기" (a slice of the item's text). An error is a note
 * and false. */
bool sg_reader_places(struct sg_reader *r, struct sg_str text, struct sg_places *out);
/* Whether s looks like a question's label: Q4, 문4, 질문 4, Q4-1, or a number. */
bool sg_looks_like_question(struct sg_str s);

/* Bytes of the ID that a heading's text begins with, 0 for none; *with_dot is where the
 * name may begin. */
size_t sg_heading_id(struct sg_str s, size_t *with_dot);

/* ancestry.c: completes the former labels of the codes; errors where one is a label of
 * the book, or that of two codes. */
void sg_book_ancestry(struct sg_codebook *book, struct sg_notes *notes);

/* check.c: what needs the whole book: names, references, loops; errors as notes, and
 * warnings about lists that no rule uses. */
void sg_book_check(const struct sg_codebook *book, struct sg_notes *notes);
/* lint.c: warnings about what is allowed and probably not meant. */
void sg_book_lint(const struct sg_codebook *book, struct sg_notes *notes);

/* Equal strings of a group, found by sorting. */
struct sg_entry {
	struct sg_str s;
	uint32_t group, line;
	size_t index; /* what the caller wants; order among equals */
};
/* Calls fn for every entry that equals an earlier one of its group. Sorts v. */
void sg_find_twins(struct sg_entry *v, size_t n,
	void (*fn)(
		void *ctx, const struct sg_entry *first, const struct sg_entry *again),
	void *ctx);

/* The lines of the file that off..off+len touches, the first numbered `line`. */
struct sg_locus sg_book_locus(
	const struct sg_codebook *book, uint32_t line, size_t off, size_t len);

/* Cuts the next piece up to a comma (also , 、 full width) off *rest. */
bool sg_split_commas(struct sg_str *rest, struct sg_str *piece);
/* Offset of the first code point of s whose sign is `sign`, and its length. */
size_t sg_find_sign(struct sg_str s, uint32_t sign, size_t *len);

#endif
