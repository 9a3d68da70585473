/* draft.h - a document while a reader builds it. sg_draft_emit completes it: states
 * and kinds of answers, parts, questions without an answer; and hands it to the sink. */
#ifndef SG_INGEST_DRAFT_H
#define SG_INGEST_DRAFT_H

#include "ingest/reader.h"

struct sg_draft {
	struct sg_arena arena;  /* owns all text but path and body */
	struct sg_document doc; /* name, path, reader, encoding, file_sha256, body and
				   respondent are set by the reader */
	SG_VEC(struct sg_attribute) attributes;
	SG_VEC(struct sg_answer) answers;
	bool undivided; /* no questions are known: text under none is an answer */
};

void sg_draft_init(struct sg_draft *d);
void sg_draft_release(struct sg_draft *d);
/* Empties d for the next document of the same file. */
void sg_draft_reset(struct sg_draft *d);

/* Copies both. A name that is there already gets the new value only if it had none. */
void sg_draft_attribute(struct sg_draft *d, struct sg_str name, struct sg_str value);
/* A stretch of the body under a question (label copied; empty: unassigned). Spans come
 * in ascending order; they are trimmed. line is that of the heading. */
void sg_draft_answer(struct sg_draft *d, struct sg_str question, size_t start,
	size_t stop, uint32_t line);

/* Completes the document, counts it and calls the sink. Negative when the sink
 * refused; in->stopped is set then. */
int sg_draft_emit(struct sg_draft *d, struct sg_intake *in, struct sg_error *err);

#endif
