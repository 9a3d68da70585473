/* ingest.h - files and folders to documents, one at a time. */
#ifndef SG_INGEST_INGEST_H
#define SG_INGEST_INGEST_H

#include "base/notes.h"
#include "codebook/questionnaire.h"
#include "ingest/document.h"

struct sg_ingest_options {
	const struct sg_questionnaire *questionnaire; /* or NULL: questions are those
					whose headings are found (Q1, Q2, …) */
	const char *encoding;                         /* declared, or NULL */
	/* Columns of tables and fields of JSON Lines; NULL: recognised by name
	   (id, 응답자, respondent, …). Several names are separated by commas. */
	const char *id_field;         /* whose answers a row holds */
	const char *text_fields;      /* "Q1=content" or "content": question = field */
	const char *attribute_fields; /* those kept as attributes; NULL: all others */
	const char *sheet; /* of workbooks, by name or number; NULL: the first */
};

/* What one file came to. */
struct sg_ingest_report {
	size_t documents;
	size_t answers; /* asked, those that say nothing included */
	size_t none;    /* of them say nothing */
	size_t failed; /* files or records that could not be read; each has an error note */
};

/* Reads path, a file or a folder (its files in name order, sub-folders too; unknown
 * extensions are noted), and calls sink for each document; doc is borrowed during the
 * call. A sink that returns nonzero stops the work with that code. Problems of a file
 * are error notes naming file and line, and the other files go on; the return value is
 * negative only when nothing could be done at all (path does not exist, sink failed).
 * Unrecognised headings, unknown columns, answers longer than expected and so on are
 * warning notes. JSON Lines are streamed: memory does not grow with the file. */
int sg_ingest(const char *path, const struct sg_ingest_options *options,
	int (*sink)(void *ctx, const struct sg_document *doc, struct sg_error *err),
	void *ctx, struct sg_ingest_report *report, struct sg_notes *notes,
	struct sg_error *err);

/* Attributes of respondents from a table with one row each (first column or id_field
 * names the respondent). sink gets a document with respondent and attributes only. */
int sg_ingest_attributes(const char *path, const struct sg_ingest_options *options,
	int (*sink)(void *ctx, const struct sg_document *doc, struct sg_error *err),
	void *ctx, struct sg_ingest_report *report, struct sg_notes *notes,
	struct sg_error *err);

/* Classifies an answer's text (nonanswer.c): NONE with its kind, or ANSWERED with
 * FULL or PARTIAL. */
enum sg_answer_state sg_answer_classify(struct sg_str text, enum sg_answer_kind *kind);

#endif
