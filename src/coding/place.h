/* place.h - from what a person names (respondent, question, code, quotation) to rows
 * of the store. Internal to src/coding. */
#ifndef SG_CODING_PLACE_H
#define SG_CODING_PLACE_H

#include "coding/coding.h"
#include "store/rows.h"

/* Keeps the last text, since judgements of one respondent come together. */
struct sg_placer {
	struct sg_store *store;
	struct sg_text text; /* text.id 0: none loaded yet */
};
void sg_placer_init(struct sg_placer *p, struct sg_store *store);
void sg_placer_release(struct sg_placer *p);

/* Ids by name; empty names give 0. SG_ENOTFOUND says which name is unknown. */
int sg_place_case(
	struct sg_store *s, struct sg_str name, int64_t *id, struct sg_error *err);
int sg_place_question(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err);
int sg_place_code(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err);

/* The stretch of the respondent's answer that j->quote is (empty: all of it);
 * p->text is then its text. *answered: whether the answer says something. */
int sg_place_find(struct sg_placer *p, const struct sg_judge *j,
	struct sg_place_row *out, bool *answered, struct sg_error *err);

/* Where j->quote stands, as what a memo is about: anchor, case and question. */
int sg_memo_place(struct sg_store *store, const struct sg_judge *j,
	struct sg_memo_row *m, struct sg_error *err);

#endif
