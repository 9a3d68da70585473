/* agree.h - what the files of the agreement tables share. Internal to this room. */
#ifndef SG_ANALYSIS_AGREE_H
#define SG_ANALYSIS_AGREE_H

#include "analysis/agree_cells.h"
#include "analysis/bootstrap.h"
#include "analysis/remarks.h"

enum { SG_AGREE_DRAWS = 8 }; /* kept at a time */

struct sg_agreeing {
	struct sg_view v;
	struct sg_tables *t;
	struct sg_units units;
	const struct sg_agree_options *o;
	uint32_t coders[SG_AGREE_CODERS], ncoders;
	struct sg_reading readings[SG_AGREE_CODERS];
	struct sg_agree_cells cells; /* at the declared unit */
	uint32_t *codes, ncodes;     /* rows */
	struct sg_draws draws[SG_AGREE_DRAWS];
	size_t ndraws;
};

enum { SG_AGREE_RARE = 5 }; /* answers with the code from which it is estimated */

struct sg_str sg_agree_name(const struct sg_agreeing *g, uint32_t coder);
struct sg_str sg_agree_unit_name(const struct sg_agreeing *g, enum sg_agree_unit unit);

/* agree_lists.c: which codes stand for each other, and every difference. */
void sg_agree_confusions(struct sg_agreeing *g);
void sg_agree_differences(struct sg_agreeing *g);

#endif
