/* xlsx_number.h - how a spreadsheet's number reads: plain, or as the date, percentage
 * or padded number that its cell's format makes of it (ECMA-376 Part 1, 18.8.30). */
#ifndef SG_INGEST_XLSX_NUMBER_H
#define SG_INGEST_XLSX_NUMBER_H

#include "base/arena.h"

enum sg_number_kind {
	SG_NUMBER_PLAIN,
	SG_NUMBER_DATE, /* with_date, with_time say what is shown of it */
	SG_NUMBER_PERCENT,
	SG_NUMBER_PADDED, /* 007, R07: text before and after, at least `zeros` digits */
};

struct sg_number_style {
	enum sg_number_kind kind;
	bool with_date, with_time;
	uint8_t zeros;
	struct sg_str before, after;
};

/* What a format's code means; texts are copied to the arena. */
struct sg_number_style sg_number_style_of(struct sg_str code, struct sg_arena *arena);
/* A format known by its number only. */
struct sg_number_style sg_number_style_builtin(uint64_t id);

/* Appends the number written in raw as it reads: the fewest digits that Excel keeps (15),
 * never 1E+05 for what has a plain form of at most 21 digits; dates as 2026-11-29,
 * times as 13:05, both as 2026-11-29 13:05. A raw that is no number is appended as it
 * is. */
void sg_number_show(const struct sg_number_style *style, bool from_1904,
	struct sg_str raw, struct sg_buf *out);

#endif
