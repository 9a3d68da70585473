/* table.h - the one value that analysis makes and report writes: a table with its
 * caption, base, notes, and cells that still know their numbers. */
#ifndef SG_ANALYSIS_TABLE_H
#define SG_ANALYSIS_TABLE_H

#include "base/arena.h"

enum sg_cell_kind {
	SG_CELL_EMPTY,
	SG_CELL_TEXT,
	SG_CELL_COUNT, /* number */
	SG_CELL_SHARE, /* number of base: shown 8(26.7), or 8 where percent is false */
	SG_CELL_REAL,  /* number with `digits` decimals */
	SG_CELL_QUOTES,
};

struct sg_quote {
	struct sg_str text;       /* occurs as shown in its source */
	struct sg_str respondent; /* "R04" */
	struct sg_str group;      /* "공무원", or empty */
	struct sg_str question;   /* where it was said */
	bool counter;             /* from the side against the theme: 〔반론〕 */
	uint32_t answer, start, stop; /* of the study, code points of its text; stop 0:
					 not known */
};

/* A number in the text of a cell that counts codes it speaks of: how many people raised
 * one ("D1a 증거 2"), or how many codes were raised by so many ("1명 12개 코드"). */
struct sg_named {
	size_t start, stop;    /* bytes of the text: the number */
	uint32_t people;       /* that raised the code, or each of the codes */
	const uint32_t *codes; /* of the study */
	size_t ncodes;
	bool counted; /* the number is ncodes; else it is people, of one code */
};

struct sg_cell {
	enum sg_cell_kind kind;
	uint8_t digits; /* of REAL */
	uint8_t indent; /* levels */
	bool strong;
	bool percent;  /* SHARE: the percentage may be shown */
	uint32_t rows; /* cell spans so many rows downwards; 0 and 1: its own; cells
			    it covers are EMPTY */
	struct sg_str text;  /* of TEXT; of COUNT, SHARE and REAL what stands before the
			       number ("C1 맥락적"), or empty */
	struct sg_str mark;  /* of a number: what stands behind it, or empty */
	double number, base; /* REAL: NAN where there is nothing to show */
	const struct sg_quote *quotes;
	size_t nquotes;
	const struct sg_named *named; /* of TEXT, in the order of the text */
	size_t nnamed;
};

/* What a footnote speaks of, for those that count again for a part of the people. */
enum sg_about {
	SG_ABOUT_RULE,   /* how it is counted: true of every part */
	SG_ABOUT_PEOPLE, /* who was asked and who answered */
	SG_ABOUT_BASE,   /* what percentages are of */
	SG_ABOUT_REVIEW, /* how many answer × code cells of the table were reviewed */
	SG_ABOUT_ANSWERS, /* other numbers of the people in the table and their answers */
	SG_ABOUT_CODINGS, /* and of their codings */
};

struct sg_footnote {
	struct sg_str text;
	enum sg_about about;
};

struct sg_column {
	struct sg_str key;      /* English, for machine formats */
	struct sg_str label;    /* in the report's language */
	bool right;             /* numbers */
	bool wrap;              /* may be broken over lines; gets the spare width */
	bool binary;            /* 1: mentioned, 0: not */
	bool machine;           /* only in machine formats (csv, tsv, json) */
	enum sg_cell_kind kind; /* of its cells, for formats that declare it before the
				   first; EMPTY: not said */
};

struct sg_table {
	struct sg_str id;      /* "findings-Q4", for file names and JSON */
	struct sg_str caption; /* "<표 4> 문항 4: …" without its number mark */
	struct sg_str lead;    /* e.g. the question's wording; may be empty */
	struct sg_column *columns;
	size_t ncolumns;
	struct sg_cell *cells; /* row by row, nrows × ncolumns */
	size_t nrows, cap;
	struct sg_footnote *notes; /* 주: base, N, review coverage, rules, cautions */
	size_t nnotes;
	struct sg_str source; /* 자료: */
};

/* Several tables under one heading, sharing an arena. */
struct sg_tables {
	struct sg_arena arena;
	struct sg_table *v;
	size_t n, cap;
};

void sg_tables_init(struct sg_tables *t);
void sg_tables_release(struct sg_tables *t);
/* A new table with room for columns; valid until the next sg_tables_add. The id is
 * copied. */
struct sg_table *sg_tables_add(struct sg_tables *t, const char *id, size_t ncolumns);
/* Describes the column number `at`; key is copied, label borrowed. */
void sg_table_column(struct sg_tables *t, struct sg_table *table, size_t at,
	const char *key, struct sg_str label, bool right, bool wrap);
/* The index of the first column with a key, or SIZE_MAX; a cell under one that is there. */
size_t sg_table_find(const struct sg_table *table, const char *key);
const struct sg_cell *sg_table_cell(
	const struct sg_table *table, size_t row, size_t column);
/* The cell of a row under a key; NULL: no such column. */
const struct sg_cell *sg_table_at(
	const struct sg_table *table, size_t row, const char *key);
/* Appends a row of empty cells and returns its first; valid until the next row. */
struct sg_cell *sg_table_row(struct sg_tables *t, struct sg_table *table);
/* Adds a note; the text is copied. An empty one is not added. */
void sg_table_note(struct sg_tables *t, struct sg_table *table, enum sg_about about,
	struct sg_str note);

/* What a cell becomes; texts are borrowed and live as long as the tables. */
struct sg_cell sg_cell_text(struct sg_str text);
struct sg_cell sg_cell_count(double number);
/* percent: whether the percentage may be shown. */
struct sg_cell sg_cell_share(double number, double base, bool percent);
struct sg_cell sg_cell_real(double number, uint8_t digits);

#endif
