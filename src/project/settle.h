/* settle.h - settling what two coders differ on: the first pass, decisions one by one or
 * from a file, each recorded at once under a third name. The originals stay. */
#ifndef SG_PROJECT_SETTLE_H
#define SG_PROJECT_SETTLE_H

#include "analysis/settle.h"
#include "project/project.h"

/* An open settlement: the study as it was, and what is still to decide. */
struct sg_settle {
	struct sg_project *p;
	struct sg_study study;
	struct sg_settlement found;
	const char *now;
	bool *settled; /* of each dispute: decided since this was opened */
	size_t agreed; /* codings that the first pass recorded */
};

/* Loads and finds; nothing is written. The caller closes. */
int sg_settle_open(struct sg_settle *out, struct sg_project *p, struct sg_str a,
	struct sg_str b, struct sg_str name, const char *now, struct sg_error *err);
void sg_settle_close(struct sg_settle *s);
/* The first pass: records what both agree on. */
int sg_settle_take_over(struct sg_settle *s, struct sg_error *err);

/* A decision as people write it: the name of one of the two coders (or 1, 2), both or
 * 둘 다, neither or 없음, or the labels of codes. False when it is none of these; why
 * then names what is wrong. codes gets those that hold, at most the study's number. */
bool sg_settle_parse(const struct sg_settle *s, const struct sg_dispute *d,
	struct sg_str words, uint32_t *codes, uint32_t *n, struct sg_error *why);

/* Records that these codes hold there and the others do not, in one transaction. *words:
 * how many rows that were, to take it back. d is one of s->found.disputes. */
int sg_settle_record(struct sg_settle *s, const struct sg_dispute *d,
	const uint32_t *codes, uint32_t n, size_t *words, struct sg_error *err);

/* Takes such a decision back, as many rows as it was, in one transaction: the dispute is
 * open again. */
int sg_settle_take_back(struct sg_settle *s, const struct sg_dispute *d, size_t words,
	struct sg_error *err);

/* Writes the open differences to a file to decide on: md, or as a table. */
int sg_settle_export(const struct sg_settle *s, const char *path, struct sg_error *err);

struct sg_settle_counts {
	size_t decided, empty, failed;
};
/* Takes the decisions of such a file, the first of each difference. What cannot be taken
 * is a warning note. */
int sg_settle_import(struct sg_settle *s, const char *path,
	struct sg_settle_counts *out, struct sg_notes *notes, struct sg_error *err);

#endif
