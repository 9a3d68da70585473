/* record.h - a row of a table or an object of JSON Lines as one respondent's document:
 * what each column is, and the document made of its cells. */
#ifndef SG_INGEST_RECORD_H
#define SG_INGEST_RECORD_H

#include "ingest/draft.h"

enum sg_role {
	SG_ROLE_LEFT_OUT, /* the options name other attributes */
	SG_ROLE_ATTRIBUTE,
	SG_ROLE_RESPONDENT, /* may be; the one with the highest rank is */
	SG_ROLE_ANSWER,     /* to the question label */
	SG_ROLE_UNASSIGNED, /* has a question's form that the questionnaire lacks */
};

struct sg_column {
	struct sg_str name, label;
	enum sg_role role;
	unsigned rank; /* RESPONDENT: sg_header_rank, or 3 when the options name it */
	bool warned;   /* something about it was said already */
};

/* What a column of that name is by itself. name is borrowed; label is copied to arena. */
void sg_column_classify(const struct sg_ingest_options *options, struct sg_str name,
	struct sg_arena *arena, struct sg_column *out);
/* The respondent's column among v: highest rank, the first of them. The others of that
 * role become attributes. Index, or SIZE_MAX. */
size_t sg_column_respondent(
	const struct sg_ingest_options *options, struct sg_column *v, size_t n);
/* The label of a question written as label, number, title or wording; empty when it is
 * none. *unknown: has the form of one, but the questionnaire lacks it. */
struct sg_str sg_column_question(const struct sg_questionnaire *q, struct sg_str name,
	struct sg_arena *arena, bool *unknown);
/* Whether one of the comma-separated names in list (each perhaps "Q1=name") is name;
 * *label is what stands before "=", or the name. */
bool sg_column_listed(const char *list, struct sg_str name, struct sg_str *label);

struct sg_cell {
	struct sg_column *column;
	struct sg_str value;
	uint32_t line;
};

struct sg_record {
	const char *path, *reader, *encoding;
	struct sg_str respondent; /* empty: file and number */
	uint32_t line;            /* of the record in the file */
	const struct sg_cell *cells;
	size_t ncells;
};

/* Makes the document "file#respondent" and hands it to the sink. Its body gives each
 * answer under a line with its question. */
int sg_record_emit(struct sg_intake *in, struct sg_draft *draft,
	const struct sg_record *record, struct sg_error *err);

#endif
