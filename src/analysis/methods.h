/* methods.h - the methods appendix of a report, written from the project: what reviewers
 * ask of a qualitative study (doc/methods.md) and the program knows. What it cannot know is
 * one of the fields below: the researcher's own words, or a marked blank, never a guess. */
#ifndef SG_ANALYSIS_METHODS_H
#define SG_ANALYSIS_METHODS_H

#include "analysis/analysis.h"
#include "codebook/codebook.h"
#include "store/history.h"

/* The names of the fields, "sampling", "fieldwork", …; NULL ends. */
extern const char *const sg_methods_fields[];
/* What is to be written there. */
struct sg_str sg_methods_ask(const char *field, bool english);

/* What was written into a field; "english.C1a" is the English wording of a code. */
struct sg_methods_text {
	struct sg_str name, text;
};

/* What the study does not hold. All may be empty. */
struct sg_methods {
	const struct sg_log *log; /* or NULL */
	const struct sg_methods_text *texts;
	size_t ntexts;
	struct sg_str version;            /* of the program */
	size_t units[SG_UNIT_ANSWER + 1]; /* codes with rules by enum sg_unit */
	struct sg_str findings, themes;   /* SHA-256 of the tables as JSON */
};
/* What was written under the name, or empty. */
struct sg_str sg_methods_text(const struct sg_methods *m, const char *name);

/* The study must have been loaded with bodies and rejected codings. */
int sg_methods_tables(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err);

#endif
