/* evidence.h - what segments rest on: which rule selected which words. Asked for a few
 * segments at a time by id, since a study keeps no rules. */
#ifndef SG_STORE_EVIDENCE_H
#define SG_STORE_EVIDENCE_H

#include "store/store.h"

struct sg_rule_hit {
	uint32_t rule;        /* id of its row */
	uint32_t start, stop; /* code points of the text */
};
/* Takes the next hit off segment.hits, [[rule,start,stop],...]. */
bool sg_next_hit(struct sg_str *hits, struct sg_rule_hit *out);

struct sg_evidence_rule {
	uint32_t id;
	uint32_t line;      /* in the last codebook that has it */
	struct sg_str body; /* canonical spelling */
};

struct sg_evidence_of { /* a segment */
	const struct sg_rule_hit *hits;
	size_t nhits;
};

struct sg_evidence {
	struct sg_arena arena;
	struct sg_evidence_of *of;      /* aligned with the ids asked for */
	struct sg_evidence_rule *rules; /* by id */
	size_t nrules;
};

/* ids of segments; 0 has no evidence. The caller releases. */
int sg_evidence_load(struct sg_evidence *out, struct sg_store *s, const uint32_t *ids,
	size_t n, struct sg_error *err);
void sg_evidence_release(struct sg_evidence *e);
/* NULL when it is not among those loaded. */
const struct sg_evidence_rule *sg_evidence_rule(
	const struct sg_evidence *e, uint32_t id);

#endif
