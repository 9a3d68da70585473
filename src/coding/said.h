/* said.h - judgements at places that are known as offsets: of sheets that were filled
 * in, and of differences that were settled. For quotations there is coding.h. */
#ifndef SG_CODING_SAID_H
#define SG_CODING_SAID_H

#include "coding/coding.h"

struct sg_said {
	enum sg_verdict verdict;   /* CODE, or REVIEWED */
	struct sg_str coder, code; /* code: label; empty of REVIEWED: any */
	int64_t text, answer;      /* rows, as in a study */
	uint32_t start, stop;      /* code points of the text */
	const char *origin, *now;
	bool batch; /* as in sg_judge */
	struct sg_str reason;
};

struct sg_sayer;
struct sg_sayer *sg_sayer_new(struct sg_store *store);
void sg_sayer_free(struct sg_sayer *s);

/* Records it, inside the caller's transaction. *recorded is false when the same is in
 * force already. */
int sg_say_at(struct sg_sayer *s, const struct sg_said *said, bool *recorded,
	struct sg_error *err);

/* Takes back the coder's last n words in force, in one transaction. */
int sg_unsay(struct sg_store *store, struct sg_str coder, size_t n, const char *now,
	struct sg_error *err);

#endif
