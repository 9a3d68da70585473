/* reviewing.h - a round of review, cell by cell: what is shown, what a person decides of
 * it, taking it back. The terminal (src/cli) and tests drive it; it knows neither.
 *
 * The question of a cell is: does this respondent, in this answer, say this? Every
 * decision is one transaction of its own, committed before the call returns. */
#ifndef SG_PROJECT_REVIEWING_H
#define SG_PROJECT_REVIEWING_H

#include "analysis/units.h"
#include "analysis/worklist.h"
#include "store/entry.h"

enum sg_cell_said { /* of a cell, in this round */
	SG_SAID_NOTHING,
	SG_SAID_YES,
	SG_SAID_NO,    /* what was coded there is rejected */
	SG_SAID_NONE,  /* not coded there, and rightly so */
	SG_SAID_WHOLE, /* the whole answer was marked as reviewed */
	SG_SAID_SKIP,
};

struct sg_review_segment {    /* a coding of the code in the answer */
	uint32_t start, stop; /* code points of the text */
	uint32_t coder;       /* of the study; 0: the rules */
	bool by_default;      /* stands for the whole answer */
	bool dropped;         /* rejected, before or in this round */
	uint32_t *facets; /* by facet of the study: index of its value, or SG_NONE */
};

struct sg_reviewing_options {
	struct sg_worklist_options list; /* list.person is who reviews */
	const char *(*now)(void *ctx);   /* ISO 8601, valid until the next call */
	void *now_ctx;
};

struct sg_reviewing {
	struct sg_store *store;
	const struct sg_reviewing_options *o;
	struct sg_study study;
	struct sg_worklist list;
	struct sg_units units;
	uint8_t *said;                  /* by cell of the list: enum sg_cell_said */
	struct sg_code_entry **entries; /* by code; NULL: not read yet */
	size_t at;                      /* the current cell; list.n: the end */
	size_t decided;                 /* cells of the list */
	size_t words; /* judgements and memos recorded, those taken back included */
	bool batch;   /* of a file: one undo takes all its judgements back, memos go one
			 by one */
	struct sg_work own;          /* a cell that was gone to (sg_reviewing_go) */
	struct sg_review_done *done; /* what can be taken back, last at the end */
	size_t ndone, done_cap;
	/* the current cell, in an arena of its own */
	struct sg_arena arena;
	const struct sg_work *work;
	struct sg_str text; /* of the answer */
	struct sg_review_segment *segments;
	size_t nsegments;
	struct sg_entry_hit *hits; /* of the rules, by place */
	size_t nhits;
	struct sg_code_entry entry;
	bool **facets; /* by facet and value of the study: a coding of the cell has it */
	uint32_t start, stop; /* the stretch the person points at; equal: none */
	size_t segment;       /* that it is, or SIZE_MAX */
};

/* Loads the project and the first cell. o is borrowed. The caller releases; on failure
 * there is nothing to release. */
int sg_reviewing_init(struct sg_reviewing *r, struct sg_store *store,
	const struct sg_reviewing_options *o, struct sg_error *err);
void sg_reviewing_release(struct sg_reviewing *r);
/* Whether all cells of the list were passed. */
bool sg_reviewing_ended(const struct sg_reviewing *r);

/* Names of the current cell; question is empty for text under none. */
struct sg_str sg_reviewing_respondent(const struct sg_reviewing *r);
struct sg_str sg_reviewing_question(const struct sg_reviewing *r);
struct sg_str sg_reviewing_code(const struct sg_reviewing *r);

/* --- decisions; each moves on to the next cell --- */

/* Yes: accepts what the rules coded in the cell, as often as they did. With a stretch
 * that is no such coding, or where nothing was coded, codes the stretch; all of the answer,
 * where all that the rules coded was rejected, takes that back. SG_EUSAGE when nothing is
 * coded and no stretch is pointed at. */
int sg_reviewing_yes(struct sg_reviewing *r, struct sg_error *err);
/* No: rejects the code in the whole answer, or marks the cell as reviewed where the rules
 * did not code it. */
int sg_reviewing_no(struct sg_reviewing *r, struct sg_str reason, struct sg_error *err);
/* Marks the whole answer as reviewed, and passes over its other cells. */
int sg_reviewing_whole(struct sg_reviewing *r, struct sg_error *err);
int sg_reviewing_skip(struct sg_reviewing *r, struct sg_error *err);

/* --- said of the current cell, which stays --- */

/* Rejects the coding that is pointed at and leaves the others. */
int sg_reviewing_drop(struct sg_reviewing *r, struct sg_error *err);
int sg_reviewing_facet(
	struct sg_reviewing *r, uint32_t facet, uint32_t value, struct sg_error *err);
/* Codes the stretch with another code. */
int sg_reviewing_add(struct sg_reviewing *r, uint32_t code, struct sg_error *err);
/* Chooses the stretch as a quotation for the code, or bars it. */
int sg_reviewing_pin(struct sg_reviewing *r, bool bar, struct sg_error *err);
/* A memo on the cell; an empty one takes the former away. */
int sg_reviewing_memo(struct sg_reviewing *r, struct sg_str body, struct sg_error *err);
int sg_reviewing_memo_get(
	struct sg_reviewing *r, struct sg_buf *body, struct sg_error *err);

/* Takes back the last thing said in this round and goes to its cell. SG_ENOTFOUND when
 * nothing was said. */
int sg_reviewing_undo(struct sg_reviewing *r, struct sg_error *err);
/* To the cell before, said or not. */
int sg_reviewing_back(struct sg_reviewing *r, struct sg_error *err);

/* To any cell, on the list or not; decisions then end the round. The study of r is not
 * read again: it shows what was there when the round began. */
int sg_reviewing_go(
	struct sg_reviewing *r, uint32_t answer, uint32_t code, struct sg_error *err);

/* --- pointing (review_point.c) --- */

/* Codings of the cell that are not rejected. */
size_t sg_reviewing_standing(const struct sg_reviewing *r);
void sg_reviewing_point_segment(struct sg_reviewing *r, size_t segment);
/* At nothing: what is said is said of the whole cell. */
void sg_reviewing_point_none(struct sg_reviewing *r);
/* At the first coding that stands and is narrower than the answer; at nothing when there
 * is none. */
void sg_reviewing_point_first(struct sg_reviewing *r);
void sg_reviewing_point_all(struct sg_reviewing *r);
/* At the first place in the answer that reads so; false when there is none. */
bool sg_reviewing_point_quote(struct sg_reviewing *r, struct sg_str quote);
/* The values of a facet in the cell as a sheet shows them, "찬성 | 반대". */
struct sg_str sg_reviewing_values(
	const struct sg_reviewing *r, uint32_t facet, struct sg_arena *arena);
/* The value of a facet (indices of the study) where the person points: of the coding that
 * the stretch is, or of the cell when it is none and has one value; or SG_NONE. */
uint32_t sg_reviewing_value(const struct sg_reviewing *r, uint32_t facet);

enum sg_stretch_move {
	SG_STRETCH_START_BACK, /* a sentence wider at its start */
	SG_STRETCH_STOP_ON,    /* a sentence wider at its end */
	SG_STRETCH_START_ON,   /* narrower at its start */
	SG_STRETCH_STOP_BACK,  /* narrower at its end */
	SG_STRETCH_NEXT,       /* the next coding, or the next sentence where none is */
	SG_STRETCH_PREVIOUS,
};
/* Moves the stretch by sentences of the answer; from none, to the first or last one.
 * False when there is nowhere to go. */
bool sg_reviewing_point(struct sg_reviewing *r, enum sg_stretch_move move);

/* Cells of the coverage (coded or usual) and how many were seen, this round included. */
void sg_reviewing_coverage(
	const struct sg_reviewing *r, uint64_t *seen, uint64_t *cells);

#endif
