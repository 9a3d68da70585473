/* survey_report.h - what the terms of a codebook did in a project, as text. */
#ifndef SG_CLI_SURVEY_REPORT_H
#define SG_CLI_SURVEY_REPORT_H

#include "match/survey.h"

/* Appends, code by code: terms that never matched, words the edges refused, spacing
 * variants, one-syllable and very broad terms, and the forms each term matched. */
void sg_survey_report(const struct sg_codebook *book, const struct sg_survey *survey,
	struct sg_buf *out);

#endif
