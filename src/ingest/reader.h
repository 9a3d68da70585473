/* reader.h - what the readers of ingest share: the work in hand and the table of
 * readers. A new format is one file with a read function and one row in ingest.c. */
#ifndef SG_INGEST_READER_H
#define SG_INGEST_READER_H

#include "base/file.h"
#include "ingest/ingest.h"

enum {
	SG_TEXT_CAP = 64 << 20, /* bytes of a file that is read whole */
	SG_LINE_CAP = 16 << 20, /* bytes of a line */
};

/* Names met in one call, as 64-bit hashes (8 to 16 bytes a name). */
struct sg_seen {
	uint64_t *v;
	size_t n, cap;
};
/* Whether name was there before; it is from now on. */
bool sg_seen_add(struct sg_seen *seen, struct sg_str name);
void sg_seen_release(struct sg_seen *seen);

/* One call of sg_ingest or sg_ingest_attributes. */
struct sg_intake {
	const struct sg_ingest_options *options;
	int (*sink)(void *ctx, const struct sg_document *doc, struct sg_error *err);
	void *ctx;
	struct sg_ingest_report *report;
	struct sg_notes *notes;
	struct sg_seen names; /* of documents */
	struct sg_seen respondents;
	struct sg_str name; /* of the file in hand, below the folder that was given */
	bool named;         /* the user named this file, it was not found in a folder */
	bool divided;       /* a text had question headings */
	struct sg_names plain; /* texts of a folder without them and without a header */
	bool stopped;          /* the sink returned nonzero: nothing more is read */
};

/* A file's bytes are not what the reader takes: negative code with err (file and line);
 * the caller makes it an error note and goes on unless in->stopped. */
int sg_text_read(struct sg_intake *in, const char *path, struct sg_error *err);
int sg_table_read(struct sg_intake *in, const char *path, struct sg_error *err);
int sg_jsonl_read(struct sg_intake *in, const char *path, struct sg_error *err);
int sg_table_read_attributes(
	struct sg_intake *in, const char *path, struct sg_error *err);

/* The same over bytes in memory; path is for names and messages. */
int sg_text_read_bytes(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_error *err);
int sg_table_read_bytes(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_error *err);
int sg_jsonl_read_bytes(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_error *err);

/* Decodes a whole file into body (appended). Errors: SG_EINPUT for an empty file or
 * one without any letter, a binary one, and SG_ETOOBIG with its number for a line over
 * SG_LINE_CAP. */
int sg_intake_decode(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_buf *body, const char **encoding, struct sg_error *err);

/* Appends a file name as text: composed, and bytes that are no UTF-8 as \xNN. */
void sg_intake_name(struct sg_str name, struct sg_buf *out);

#endif
