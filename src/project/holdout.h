/* holdout.h - respondents kept unseen while the rules are refined, by a recorded draw. */
#ifndef SG_PROJECT_HOLDOUT_H
#define SG_PROJECT_HOLDOUT_H

#include "store/store.h"
#include "store/study.h"

struct sg_holdout {
	double share; /* 0: nobody is held out */
	uint64_t seed;
	bool *held; /* by case of the study */
	size_t n;
};

/* Who is held out. Lives in the study's arena. */
int sg_holdout_load(struct sg_store *store, struct sg_study *study,
	struct sg_holdout *out, struct sg_error *err);
/* Draws and keeps. The same draw again changes nothing; SG_ECONFLICT for another one:
 * what was read once cannot be unseen. */
int sg_holdout_draw(struct sg_store *store, struct sg_study *study, double share,
	uint64_t seed, struct sg_error *err);
int sg_holdout_end(struct sg_store *store, struct sg_error *err);

#endif
