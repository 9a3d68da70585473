/* cells.h - what the writers share: a cell's number as text, a quotation with its
 * speaker, the fixed words, control characters made visible. */
#ifndef SG_REPORT_CELLS_H
#define SG_REPORT_CELLS_H

#include "report/writer.h"

enum sg_word {
	SG_WORD_TABLE,
	SG_WORD_NOTE,
	SG_WORD_SOURCE,
	SG_WORD_DISSENT,
	SG_WORD_CONTINUED,
	SG_WORD_NO_ROWS,
};
const char *sg_word(enum sg_word word, const struct sg_write_options *o);

/* Appends "8(26.7)" ("8 (26.7)" in English), "8", "0.048" as the cell asks, without its
 * text and mark. Nothing for cells without a number. */
void sg_cell_number(const struct sg_cell *cell, const struct sg_write_options *o,
	struct sg_buf *out);

/* Appends 〔반론〕 "text" (R04, 공무원); a text that holds " stands in “ ”. */
void sg_quote_line(const struct sg_quote *quote, const struct sg_write_options *o,
	struct sg_buf *out);

/* Appends s with control characters, those that turn the direction of a line, and the
 * two that XML cannot hold, as \x1b or \u202e; tabs as a space. Line ends stay. What is shown then cannot steer a
 * terminal, and nothing is hidden. */
void sg_visible(struct sg_str s, struct sg_buf *out);

/* The cell at a place, or the one above that covers it. */
const struct sg_cell *sg_cell_spanning(const struct sg_table *t, size_t row, size_t k);

/* "[표 2] 문항 4: 제약"; a single table has no number. */
void sg_caption(const struct sg_tables *tables, size_t at,
	const struct sg_write_options *o, struct sg_buf *out);

/* The writers themselves, rows of sg_writers. */
int sg_write_html(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_xlsx(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_docx(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_hwpx(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_text(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_markdown(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_csv(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_tsv(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_graphml(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_gexf(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_sav(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);
int sg_write_json(const struct sg_tables *tables, const struct sg_write_options *o,
	struct sg_buf *out, struct sg_error *err);

#endif
