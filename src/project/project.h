/* project.h - what the command line may see of a project beyond include/saegim.h. */
#ifndef SG_PROJECT_PROJECT_H
#define SG_PROJECT_PROJECT_H

#include "analysis/analysis.h"
#include "codebook/codebook.h"
#include "report/writer.h"
#include "saegim.h"
#include "store/store.h"

/* The open store; borrowed. */
struct sg_store *sg_project_store(struct sg_project *p);
/* Where the last failure is kept; what works on behalf of the project fills it. */
struct sg_error *sg_project_err(struct sg_project *p);

/* Whether its reports are in English. */
bool sg_project_english(struct sg_project *p);
/* The time recorded with changes. */
const char *sg_project_now(const struct sg_project *p);

/* Tables by name: one row a table; the CLI's `table` command and sg_project_table
 * share it. */
struct sg_table_kind {
	const char *name;
	unsigned want; /* sg_study_want */
	bool methods;  /* wants what is not in the study */
	int (*make)(const struct sg_study *s, const struct sg_table_options *o,
		struct sg_tables *out, struct sg_error *err);
};
extern const struct sg_table_kind sg_table_kinds[]; /* ends with name NULL */
const struct sg_table_kind *sg_table_kind_find(const char *name);

struct sg_table_request {
	const struct sg_table_kind *kind;
	struct sg_table_options options;
};

/* From now on tables are of that time: "3" is run 3, another word what was frozen under
 * that name, "" now (sg_study_load_at). Borrowed. */
void sg_project_set_at(struct sg_project *p, struct sg_str at);
/* The study of the time set. The caller releases. */
int sg_project_study(struct sg_project *p, unsigned want, struct sg_study *out);

/* Makes the tables asked for, from one view of the project, and appends them to out as
 * one document of the writer. write->english is set by the project's language. */
int sg_project_write_tables(struct sg_project *p,
	const struct sg_table_request *requests, size_t n,
	const struct sg_writer *writer, struct sg_write_options *write,
	struct sg_buf *out);

/* Passes notes to the message function. */
void sg_project_tell(const struct sg_project *p, const struct sg_notes *notes);

/* Gives notes on places of the codebook that have no excerpt the line they are on. */
void sg_project_excerpts(const struct sg_codebook *book, struct sg_notes *notes);

#endif
