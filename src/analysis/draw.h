/* draw.h - random shares that come out the same on every machine and do not depend on
 * what else there is: each thing has a rank, the SHA-256 of "SEED<tab>NAME..." in hex,
 * and the lowest ranks are drawn. Anyone can check it with sha256sum. */
#ifndef SG_ANALYSIS_DRAW_H
#define SG_ANALYSIS_DRAW_H

#include "analysis/analysis.h"
#include "store/share.h"

enum sg_draw_way {
	SG_DRAW_ANSWER,     /* simple random over the answers */
	SG_DRAW_QUESTION,   /* the share of every question's answers, at least one */
	SG_DRAW_RESPONDENT, /* respondents, with all of their answers */
};

/* "answer", "question", "respondent"; false for another word. */
bool sg_draw_way_parse(const char *word, enum sg_draw_way *out);
const char *sg_draw_way_name(enum sg_draw_way way);

/* The rank of a thing with one or two names (b may be empty). */
void sg_draw_rank(uint64_t seed, struct sg_str a, struct sg_str b, char out[65]);

struct sg_draw {
	double share; /* 0 < share ≤ 1 of the answers that say something; halves round up,
			 and one is the least */
	uint64_t seed;
	enum sg_draw_way way;
	uint32_t coder;     /* whose earlier share counts as drawn, or SG_NONE */
	struct sg_drawn *v; /* out: what is new, in the order of drawing */
	size_t n;
	size_t eligible, before; /* out: answers to draw from; drawn before */
};

/* Fills the outs, in arena. */
void sg_draw_answers(
	const struct sg_study *s, struct sg_draw *draw, struct sg_arena *arena);

/* Marks the share of the respondents (true), at least one. */
void sg_draw_respondents(
	const struct sg_study *s, double share, uint64_t seed, bool *drawn);

#endif
