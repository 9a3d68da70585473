/* study.h - a project as plain data for the analysis: loaded once, then pure
 * functions work on it. Offsets are code points of the text, half-open. Rows are in
 * a fixed order (cases by name, questions and codes by their order, answers by case
 * and question, codings by answer, start, stop, code, coder). */
#ifndef SG_STORE_STUDY_H
#define SG_STORE_STUDY_H

#include "base/arena.h"
#include "ingest/document.h"
#include "store/store.h"

#define SG_NONE UINT32_MAX

struct sg_study_case {
	struct sg_str name;
	struct sg_str *values; /* aligned with study->attributes; empty: unknown */
};

struct sg_study_question {
	struct sg_str label, title, wording;
	struct sg_str group; /* title of its group, or empty */
	uint32_t *focus;     /* codes; unknown labels are left out */
	size_t nfocus;
	struct sg_str *parts;
	size_t nparts;
};

struct sg_study_code {
	uint32_t id; /* of its row: the same code under every name; 0: unknown */
	struct sg_str label, name, definition;
	uint32_t parent; /* SG_NONE for a theme */
	uint32_t level;  /* 0 for a theme */
	bool leaf;
};

struct sg_study_text {
	uint32_t id;          /* of its row: the same words; 0: unknown */
	struct sg_str source; /* name of its source */
	struct sg_str body;   /* loaded when asked for, else p NULL */
	uint32_t length;      /* code points */
};

struct sg_study_part {
	uint32_t part; /* index into the question's parts */
	uint32_t start, stop;
};

struct sg_study_answer {
	uint32_t id; /* of its row, to write back what is said of it; 0: unknown */
	uint32_t case_, question; /* question may be SG_NONE */
	uint32_t text;
	uint32_t start, stop;
	enum sg_answer_state state; /* after people's corrections */
	enum sg_answer_kind kind;
	bool confirmed; /* a person confirmed or corrected the state */
	struct sg_study_part *parts;
	size_t nparts;
};

enum sg_coding_origin { SG_ORIGIN_RULE, SG_ORIGIN_DEFAULT, SG_ORIGIN_PERSON };

struct sg_study_hit { /* a stretch of text that a rule found */
	uint32_t start, stop;
};

struct sg_study_coding {
	uint32_t answer, code;
	uint32_t start, stop;
	uint32_t coder; /* index into coders; 0 is "rules" */
	enum sg_coding_origin origin;
	uint32_t id;   /* of its row in segment, of a PERSON in judgement; 0: unknown */
	bool rejected; /* a rule coding that a person rejected: only there when asked
			  for (SG_STUDY_REJECTED), for evaluate */
	bool accepted; /* of a PERSON: no coding of their own but an acceptance of a rule
			  coding that the rules do not make any more; no standard for
			  evaluate */
	bool suggested; /* of a PERSON: made in a review, with other codings in sight */
	bool reviewed; /* a person judged this code in this answer or coded it, or marked
			  the answer as reviewed when this coding was there */
	bool judged;   /* of the rules: a person judged this very stretch, or more */
	uint32_t born;          /* run that made it; 0 of a PERSON */
	const uint32_t *facets; /* per study->facets: index of its value, or SG_NONE;
				   shared between codings */
	const struct sg_study_hit *hits; /* evidence of a RULE coding, as it is stored;
			none of others, and none unless bodies are loaded */
	size_t nhits;
};

struct sg_study_pin {          /* a quotation a person pinned or barred */
	uint32_t answer, code; /* code may be SG_NONE: for any */
	uint32_t start, stop;
	bool barred;
};

enum sg_seen {
	SG_SEEN_FACET, /* the person gave a coding a facet */
	SG_SEEN_READ, /* marked as read, with nothing (more) to say there of the code */
	SG_SEEN_HOLDS, /* coded, or accepted what the rules coded */
	SG_SEEN_NOT,   /* rejected */
	SG_SEEN_KINDS
};

struct sg_study_seen {         /* a person looked at a code in an answer */
	uint32_t answer, code; /* code SG_NONE: the whole answer was marked as reviewed,
				  for every code */
	uint32_t coder;
	uint32_t start, stop;
	uint32_t run; /* the last run then: what was born later they have not seen */
	enum sg_seen says;
};

struct sg_study_assigned { /* drawn for a coder, in the order of drawing */
	uint32_t coder, case_, question;
	double share; /* 0 … 1, that was asked for */
	uint64_t seed;
	struct sg_str way; /* "answer", "question", "respondent" */
};

struct sg_study_memo {
	struct sg_str body, author, at;
	uint32_t code, question, case_, answer; /* SG_NONE where it is not about one; a
			memo on a question and a code is that cell's 함의 */
	uint32_t start, stop;                   /* when answer is set */
	bool anchored; /* about words; answer SG_NONE: they are not there now */
	struct sg_str guid;
};

struct sg_study_facet {
	struct sg_str name;
	struct sg_str *values;
	size_t nvalues;
};

struct sg_study {
	struct sg_arena arena;
	struct sg_str title, language; /* "ko" or "en": of reports */
	struct sg_str codebook_path;
	uint32_t run; /* id of the last run, 0: never coded */
	struct sg_str run_at;
	bool unscoped; /* that run ignored where rules look (`--ignore-scopes`) */
	bool now;      /* loaded as it is at present */
	bool past;     /* loaded as that run left it, and there is more since */
	bool foreign;  /* frozen in another file: its run is that file's */
	struct sg_str frozen; /* name of the freeze it was read from, or empty */
	uint32_t pending;     /* texts that the last run has not seen as they are now */
	struct sg_str
		*attributes; /* names: those most have first, as headers order them */
	size_t nattributes;
	struct sg_study_case *cases;
	size_t ncases;
	struct sg_study_question *questions;
	size_t nquestions;
	struct sg_study_code *codes; /* live ones, parents before children */
	size_t ncodes;
	struct sg_study_text *texts; /* current ones */
	size_t ntexts;
	struct sg_study_answer *answers;
	size_t nanswers;
	struct sg_study_facet *facets;
	size_t nfacets;
	struct sg_str *coders; /* [0] is "rules" */
	size_t ncoders;
	struct sg_study_coding *codings;
	size_t ncodings;
	struct sg_study_pin *pins;
	size_t npins;
	struct sg_study_seen *seen; /* codings, acceptances, rejections, facets and
				       "reviewed" in force, by answer */
	size_t nseen;
	struct sg_study_assigned *assigned;
	size_t nassigned;
	struct sg_study_memo *memos; /* in force */
	size_t nmemos;
};

enum sg_study_want {
	SG_STUDY_BODIES = 1,   /* load the bodies of texts, and evidence */
	SG_STUDY_REJECTED = 2, /* rejected rule codings too, marked */
	SG_STUDY_TEXTS = 4,    /* the bodies of texts without evidence */
};

/* Loads the current state. Codings are what v_coding counts: live rule segments that
 * nobody rejected and people's codings. The caller releases. */
int sg_study_load(struct sg_study *out, struct sg_store *store, unsigned want,
	struct sg_error *err);
/* As a run left it: its texts, its codebook, its segments; under what people say now,
 * whose places are found in those texts, and with questions and attributes of now.
 * SG_ENOTFOUND when there is no such run. */
int sg_study_load_run(struct sg_study *out, struct sg_store *store, uint32_t run,
	unsigned want, struct sg_error *err);
/* A frozen study, as it was in every respect (frozen.h keeps one); one that was merged
 * from another file knows no ids of rows. SG_ENOTFOUND when there is none of that name,
 * SG_ESTORE when its checksum does not hold. */
int sg_study_load_frozen(struct sg_study *out, struct sg_store *store,
	struct sg_str name, unsigned want, struct sg_error *err);
/* A whole number is a run, other words name a frozen study, "" is now. */
int sg_study_load_at(struct sg_study *out, struct sg_store *store, struct sg_str at,
	unsigned want, struct sg_error *err);
/* The same; bodies that another study of the same store, of now or of a run, was loaded
 * with are borrowed from it, which must live as long. */
int sg_study_load_beside(struct sg_study *out, struct sg_store *store, struct sg_str at,
	unsigned want, const struct sg_study *other, struct sg_error *err);
void sg_study_release(struct sg_study *s);

/* The run of the study as a row of the store it was loaded from; 0: it has none there. */
uint32_t sg_study_run_here(const struct sg_study *s);

/* Index by label, or by name where one code has it (by title for a question, and its
 * label in any case of Latin letters), or SG_NONE. */
uint32_t sg_study_code_find(const struct sg_study *s, struct sg_str label);
uint32_t sg_study_question_find(const struct sg_study *s, struct sg_str label);
uint32_t sg_study_case_find(const struct sg_study *s, struct sg_str name);
/* The answers of a case to a question (or under none, SG_NONE): from the index returned
 * up to *end, none where both are the same. */
uint32_t sg_study_answers_of(
	const struct sg_study *s, uint32_t case_, uint32_t question, uint32_t *end);
bool sg_study_code_within(const struct sg_study *s, uint32_t code, uint32_t ancestor);
/* Text of a code point range of a loaded body; borrowed. */
struct sg_str sg_study_quote(
	const struct sg_study *s, uint32_t text, uint32_t start, uint32_t stop);

#endif
