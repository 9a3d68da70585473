/* log_table.h - the runs of a project as a table, and the parts of its rows. */
#ifndef SG_ANALYSIS_LOG_TABLE_H
#define SG_ANALYSIS_LOG_TABLE_H

#include "analysis/table.h"
#include "store/history.h"

void sg_log_table(const struct sg_log *log, bool english, struct sg_tables *out);

/* "C1a, +C9, −D3, C3b→C3x": codes with other rules, new ones, those that went, renamed
 * ones. Of a first run, whose codes are all new, only their number, unless all. */
struct sg_str sg_log_codes(
	const struct sg_log *log, uint32_t run, bool all, struct sg_arena *arena);
/* "김연구 accept 2, reject 1; b code 40"; word: another word for a verdict, or NULL. */
struct sg_str sg_log_said(const struct sg_log *log, uint32_t run,
	struct sg_str (*word)(struct sg_str verdict), struct sg_arena *arena);
/* Names of what was frozen at the run. */
struct sg_str sg_log_frozen(
	const struct sg_log *log, uint32_t run, struct sg_arena *arena);

#endif
