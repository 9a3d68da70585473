/* restore.h - a run brought back: its codebook is applied again as a new run. */
#ifndef SG_PROJECT_RESTORE_H
#define SG_PROJECT_RESTORE_H

#include "project/project.h"

struct sg_restored {
	struct sg_code_counts counts; /* run 0: the codings are those of that run */
	struct sg_str path;           /* where the codebook of that run lies now */
	bool wrote;                   /* it was written there */
	size_t differ; /* segments that came out otherwise than then in the same texts:
			  the program or people's word on answers changed since */
};

/* Brings the codings of a run back as a new run, and its codebook to a file beside the
 * one it was ("my.run3.md"), unless it still lies where it was. A file of other content
 * is never written over. path is kept in arena. */
int sg_project_restore(struct sg_project *p, uint32_t run, unsigned threads,
	struct sg_arena *arena, struct sg_restored *out);

#endif
