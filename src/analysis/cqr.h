/* cqr.h - the frequency labels of consensual qualitative research: in how many of the
 * cases a theme occurs, in a word. */
#ifndef SG_ANALYSIS_CQR_H
#define SG_ANALYSIS_CQR_H

#include "analysis/labels.h"
#include "analysis/table.h"
#include "analysis/view.h"

/* Hill et al. (2005), J. Counseling Psychology 52(2): 196-205, p. 201: general, all cases
 * or all but one; typical, more than half up to the cutoff for general; variant, two up
 * to the cutoff for typical; in samples above 15 rare, two or three, and then variant is
 * four and more. What one person said has no label, however small the sample. */
enum sg_cqr {
	SG_CQR_NONE,
	SG_CQR_GENERAL,
	SG_CQR_TYPICAL,
	SG_CQR_VARIANT,
	SG_CQR_RARE
};

enum { SG_CQR_LARGE = 15 }; /* cases above which there is "rare" */

enum sg_cqr sg_cqr_of(uint32_t n, uint32_t base);

/* The column, the cell of a row, and the note that says what the words mean. */
void sg_cqr_column(
	struct sg_tables *t, struct sg_table *table, size_t at, bool english);
struct sg_cell sg_cqr_cell(uint32_t n, uint32_t base, bool english);
void sg_cqr_note(struct sg_tables *t, struct sg_table *table, const struct sg_view *v,
	uint32_t base);

#endif
