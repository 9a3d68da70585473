/* facets.h - how many people of a row hold each value of a facet: 찬성 3 · 반대 5 ·
 * 미정 4. A person whose codings hold two values counts under both, so that the sum may
 * be more than n; undecided is who has codings in the row and no value on any. */
#ifndef SG_ANALYSIS_FACETS_H
#define SG_ANALYSIS_FACETS_H

#include "analysis/table.h"
#include "analysis/view.h"

struct sg_facets {
	const struct sg_view *v;
	uint32_t facet;
	uint32_t nvalues;
	struct sg_tally people; /* row × value (the last: no value) × case */
};

/* Index of the facet; SG_ENOTFOUND naming near ones. Empty: SG_NONE. */
int sg_facet_find(const struct sg_view *v, struct sg_str name, uint32_t *out,
	struct sg_error *err);

void sg_facets_init(
	struct sg_facets *f, const struct sg_view *v, uint32_t facet, size_t nrows);
void sg_facets_add(struct sg_facets *f, size_t row, const struct sg_study_coding *c);
/* nvalues + 1 of them, the last for undecided. */
void sg_facets_counts(const struct sg_facets *f, size_t row, uint32_t *counts);
/* "찬성 3 · 반대 5 · 미정 4", without values that nobody holds; in the arena. */
struct sg_str sg_facets_text(const struct sg_facets *f, size_t row);
/* Appends "title R11, R12" when people of the row hold two values, after a "; ". */
void sg_facets_both(
	const struct sg_facets *f, size_t row, struct sg_str title, struct sg_buf *out);
/* Whether any coding that was added has a value. */
bool sg_facets_any(const struct sg_facets *f);

/* A column of the text, then one for each value and the undecided, which only machine
 * formats show: 2 + nvalues from `at` on. */
size_t sg_facets_width(const struct sg_facets *f);
void sg_facets_columns(const struct sg_facets *f, struct sg_tables *t,
	struct sg_table *table, size_t at);
void sg_facets_cells(const struct sg_facets *f, size_t row, struct sg_cell *cells);

/* Notes that say the rule, and who is on two sides (both: as sg_facets_both wrote). */
void sg_facets_notes(const struct sg_facets *f, struct sg_tables *t,
	struct sg_table *table, const struct sg_buf *both);

#endif
