/* reading.h - which answers a coder has read, so that silence there is a judgement:
 * agreement and evaluation count only those. */
#ifndef SG_ANALYSIS_READING_H
#define SG_ANALYSIS_READING_H

#include "analysis/view.h"

/* How it is known. */
enum sg_reading_how {
	SG_READING_RULES,    /* rules read every answer */
	SG_READING_ASSIGNED, /* drawn for the coder, and coded or marked as read */
	SG_READING_PERSON, /* coded or marked as read; of respondents without any mark,
			      whom somebody coded before marks were kept, all answers */
};

struct sg_reading {
	enum sg_reading_how how;
	bool *answers;  /* of the study */
	uint32_t n;     /* read */
	uint32_t drawn; /* answers drawn for the coder (ASSIGNED) */
	bool *whole;    /* cases taken as read whole (PERSON) */
	uint32_t nwhole;
};

/* Of answers that say something, have a respondent, and are chosen by the view. */
void sg_reading_of(const struct sg_view *v, uint32_t coder, struct sg_reading *out);

/* Whether a coding is the coder's own word, made before any settling: not an acceptance
 * of what the rules said. Of the rules (0), whatever they coded. */
bool sg_reading_own(const struct sg_study_coding *c, uint32_t coder);

/* The index of a coder by name, 0 for the rules; SG_ENOTFOUND naming near ones. */
int sg_coder_find(const struct sg_study *s, struct sg_str name, uint32_t *out,
	struct sg_error *err);

#endif
