/* methods_job.h - what the files of the methods appendix share. Internal to this room. */
#ifndef SG_ANALYSIS_METHODS_JOB_H
#define SG_ANALYSIS_METHODS_JOB_H

#include "analysis/coverage.h"
#include "analysis/methods.h"
#include "analysis/methods_words.h"
#include "analysis/number.h"
#include "analysis/reading.h"
#include "analysis/remarks.h"

/* What was done with a code, over all answers. */
struct sg_methods_work {
	uint32_t rules, defaults, accepted, rejected, added;
	uint32_t cells, cells_seen;
};

struct sg_methods_job {
	struct sg_view v;
	const struct sg_methods *m;
	const struct sg_table_options *o;
	struct sg_tables *t;
	size_t blanks;
	struct sg_methods_work *work; /* by code; one more for all */
	uint32_t *people, npeople;    /* coders that read something, the settler not */
	struct sg_reading *readings;  /* of them */
	uint32_t answers, twice;      /* that say something; that two or more read */
};

/* A word with up to three texts in it. */
struct sg_str sg_m(const struct sg_methods_job *j, enum sg_methods_word word,
	struct sg_str a, struct sg_str b, struct sg_str c);
struct sg_str sg_m_count(const struct sg_methods_job *j, uint64_t n);

/* A table of items and what is to be said of them. */
struct sg_table *sg_m_items(
	struct sg_methods_job *j, const char *id, enum sg_methods_word caption);
void sg_m_item(struct sg_methods_job *j, struct sg_table *t, enum sg_methods_word item,
	struct sg_str text);
/* What the researcher wrote into the field, or a blank that is counted. */
void sg_m_field(struct sg_methods_job *j, struct sg_table *t, const char *field);
void sg_m_column(struct sg_methods_job *j, struct sg_table *t, size_t at,
	const char *key, enum sg_methods_word word, bool number);

/* methods_coding.c */
void sg_m_work_init(struct sg_methods_job *j);
void sg_m_coding(struct sg_methods_job *j);
void sg_m_coders(struct sg_methods_job *j);
int sg_m_agreement(struct sg_methods_job *j, struct sg_error *err);
void sg_m_review(struct sg_methods_job *j);
void sg_m_versions(struct sg_methods_job *j);

#endif
