/* cqr.c - see cqr.h. */
#include "config.h"

#include "analysis/cqr.h"

#include "analysis/number.h"
#include "analysis/remarks.h"

enum sg_cqr sg_cqr_of(uint32_t n, uint32_t base)
{
	if (n < 2 || n > base)
		return SG_CQR_NONE;
	if (n + 1 >= base)
		return SG_CQR_GENERAL;
	if (n > base / 2) /* halves of odd numbers too: 3 of 5 is more than half */
		return SG_CQR_TYPICAL;
	return base > SG_CQR_LARGE && n < 4 ? SG_CQR_RARE : SG_CQR_VARIANT;
}

void sg_cqr_column(struct sg_tables *t, struct sg_table *table, size_t at, bool english)
{
	sg_table_column(
		t, table, at, "cqr", sg_label(SG_LABEL_CQR, english), false, false);
}

struct sg_cell sg_cqr_cell(uint32_t n, uint32_t base, bool english)
{
	static const enum sg_label words[] = {
		[SG_CQR_GENERAL] = SG_LABEL_CQR_GENERAL,
		[SG_CQR_TYPICAL] = SG_LABEL_CQR_TYPICAL,
		[SG_CQR_VARIANT] = SG_LABEL_CQR_VARIANT,
		[SG_CQR_RARE] = SG_LABEL_CQR_RARE,
	};
	enum sg_cqr cqr = sg_cqr_of(n, base);

	if (cqr == SG_CQR_NONE)
		return (struct sg_cell){.kind = SG_CELL_EMPTY};
	return sg_cell_text(sg_label(words[cqr], english));
}

void sg_cqr_note(struct sg_tables *t, struct sg_table *table, const struct sg_view *v,
	uint32_t base)
{
	struct sg_arena *a = v->arena;

	/* Below four cases general reaches down to what variant would be. */
	sg_remark(t, table, v, base > SG_CQR_LARGE ? SG_NOTE_CQR_LARGE : SG_NOTE_CQR,
		sg_count_str(a, base), sg_count_str(a, base / 2 + 1),
		sg_count_str(a, base / 2));
}
