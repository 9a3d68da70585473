/* team_job.h - what the files that merge two projects share. Internal to src/store. */
#ifndef SG_STORE_TEAM_JOB_H
#define SG_STORE_TEAM_JOB_H

#include "store/db.h"
#include "store/team.h"

/* Ids of theirs to ids of ours; 0 where there is none. */
struct sg_idpairs {
	int64_t *v;
	size_t n;
};
int64_t sg_idpairs_get(const struct sg_idpairs *p, int64_t theirs);
void sg_idpairs_put(struct sg_idpairs *p, int64_t theirs, int64_t ours);

struct sg_team {
	struct sg_store *ours, *theirs;
	const char *now;
	struct sg_merged *sum;
	struct sg_notes *notes;
	struct sg_error *err;
	struct sg_idpairs coders, cases, questions, codes, anchors;
	SG_VEC(int64_t) lost;    /* anchors that were made here, to look at */
	SG_VEC(int64_t) sources; /* whose anchors are to be placed */
	int64_t first;           /* ids from here on are new */
};

/* The id that a statement gives for the guid in the store, 0: none. */
int sg_team_guid(struct sg_team *t, struct sg_store *s, enum sg_sql_id id,
	struct sg_str guid, int64_t *out);

/* team_kinship.c: whether the two are of one study; team_names.c: coders, cases,
 * questions, codes; team_places.c: anchors and the texts they stand in; team_rows.c: what
 * was said; team_conflicts.c: who disagrees. */
int sg_team_kinship(struct sg_team *t);
int sg_team_names(struct sg_team *t);
int sg_team_places(struct sg_team *t);
int sg_team_orphans(struct sg_team *t);
int sg_team_rows(struct sg_team *t);
int sg_team_conflicts(struct sg_team *t);

#endif
