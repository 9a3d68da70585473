/* sheet_file.h - a coding sheet that a coder filled in, read back: which codes were
 * written at which sentence of which answer. Its forms: Markdown
 * (sheet_md.c), a table (sheet_table.c), Excel (sheet_xlsx.c). */
#ifndef SG_INGEST_SHEET_FILE_H
#define SG_INGEST_SHEET_FILE_H

#include "base/notes.h"

struct sg_sheet_entry {
	struct sg_str respondent, question;
	uint32_t sentence;   /* 1-based; 0: the whole answer */
	struct sg_str text;  /* of the sentence as printed; empty of a whole answer */
	struct sg_str codes; /* as written; empty: nothing was */
	uint32_t line;       /* or row */
};

struct sg_sheet_file {
	struct sg_arena arena;
	struct sg_str coder; /* for whom it was printed; may be empty */
	bool blind;          /* printed without the rules' suggestions */
	struct sg_sheet_entry *v;
	size_t n, cap;
};

void sg_sheet_file_init(struct sg_sheet_file *f);
void sg_sheet_file_release(struct sg_sheet_file *f);

/* Whether the text begins as a sheet of saegim does, in Markdown. */
bool sg_sheet_is_md(struct sg_str text);
/* Reads one. Lines that are out of place are error notes with their number. */
int sg_sheet_read_md(struct sg_sheet_file *out, struct sg_str text, const char *source,
	struct sg_notes *notes, struct sg_error *err);

/* A table with the columns respondent, question, sentence, text, and codes or decision. */
int sg_sheet_read_rows(struct sg_sheet_file *out, struct sg_str text,
	const char *source, bool tsv, struct sg_notes *notes, struct sg_error *err);

/* Reads the rows of a table, one a call; used by the readers above. */
enum { SG_TABLE_READER_CODES = 16 };
struct sg_table_reader {
	struct sg_sheet_file *out;
	const char *source;
	struct sg_notes *notes;
	size_t at[5]; /* columns but those of codes */
	size_t codes[SG_TABLE_READER_CODES], ncodes;
	bool header, tsv;
};
void sg_table_reader_init(struct sg_table_reader *r, struct sg_sheet_file *out,
	const char *source, bool tsv, struct sg_notes *notes);
struct sg_row;
int sg_table_reader_row(void *reader, const struct sg_row *row, struct sg_error *err);

/* An Excel workbook: whether it is one of our coding sheets; its entries. */
bool sg_sheet_is_xlsx(struct sg_str bytes, const char *source);
int sg_sheet_read_xlsx(struct sg_sheet_file *out, struct sg_str bytes,
	const char *source, struct sg_notes *notes, struct sg_error *err);

/* Takes the next code off *codes: parted by , ; or the full-width signs. False at the
 * end. */
bool sg_sheet_next_code(struct sg_str *codes, struct sg_str *code);
/* "-", "없음", "none": read, and nothing to code. */
bool sg_sheet_says_none(struct sg_str code);

/* What the printed form and the reader agree on. */
#define SG_SHEET_MARK    "<!-- saegim sheet"
#define SG_SHEET_META    "saegim"
#define SG_SETTLE_MARK   "<!-- saegim settle"
#define SG_SHEET_ARROW   "→"
#define SG_SHEET_BETWEEN " · "

#endif
