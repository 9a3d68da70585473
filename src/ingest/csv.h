/* csv.h - rows of a delimited table, over libcsv. Used by ingest and by commands
 * that read codings. */
#ifndef SG_INGEST_CSV_H
#define SG_INGEST_CSV_H

#include "base/notes.h"

struct sg_row {
	const struct sg_str *v; /* fields, borrowed during the call */
	size_t n;
	uint32_t line; /* of the row's first character, 1-based */
};

/* Reads text (decoded). delimiter 0: found out from the first line among , ; TAB |.
 * quoted false: a quote is an ordinary character (plain TSV). fn returns nonzero to
 * stop. Errors: SG_EINPUT with line for an unclosed quote. */
int sg_csv_read(struct sg_str text, const char *source, char delimiter, bool quoted,
	int (*fn)(void *ctx, const struct sg_row *row, struct sg_error *err), void *ctx,
	struct sg_error *err);

#endif
