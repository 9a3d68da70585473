/* standing.h - how one answer stands: its state, and what people said of codes in it
 * and whether those count. Asked for an answer at a time, where no study is loaded. */
#ifndef SG_STORE_STANDING_H
#define SG_STORE_STANDING_H

#include "base/arena.h"
#include "ingest/document.h"
#include "store/store.h"

struct sg_standing_row { /* an answer */
	int64_t id;
	struct sg_str respondent, question; /* its label, or empty */
	enum sg_answer_state state;         /* after people's corrections */
	bool bare;                          /* no text at all */
};
struct sg_standing {
	struct sg_arena arena;
	struct sg_standing_row *v;
	size_t n, cap;
};
/* The answers of a respondent to a question (0: under none) in the present texts, by
 * id. The caller releases. */
int sg_standing_load(struct sg_standing *out, struct sg_store *s, int64_t case_,
	int64_t question, struct sg_error *err);
void sg_standing_release(struct sg_standing *t);

struct sg_word_row {              /* a person coded, accepted or rejected a code */
	struct sg_str code, name; /* the code's label and name */
	struct sg_str coder, verdict, reason; /* verdict: code, accept, reject */
	struct sg_str quote;                  /* of what; empty: of the whole answer */
	bool counts; /* some coding of that code there counts (v_coding), whoever made it */
};
struct sg_words {
	struct sg_arena arena;
	struct sg_word_row *v;
	size_t n, cap;
};
/* What is in force in code points [start, stop) of an answer's text, by code and then as
 * it was said: no word that a contrary one of the same coder on the same stretch or more
 * followed. The caller releases. */
int sg_words_load(struct sg_words *out, struct sg_store *s, int64_t answer,
	uint32_t start, uint32_t stop, struct sg_error *err);
void sg_words_release(struct sg_words *w);

#endif
