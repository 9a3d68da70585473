/* rows.h - rows of the store as the coding room needs them: texts as engine
 * documents, the codebook's codes and rules, segments, what people said, anchors.
 * Nothing above src/coding includes it; analysis reads a study (study.h).
 *
 * Ids are those of the tables; 0 is none. Functions return 0 or a negative
 * sg_errcode.
 */
#ifndef SG_STORE_ROWS_H
#define SG_STORE_ROWS_H

#include "match/engine.h"
#include "store/offsets.h"
#include "store/store.h"

/* --- names --- */

/* *id is 0 when there is no such row. */
int sg_question_id(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err);
/* The same as a person types it: case of Latin letters does not matter. */
int sg_question_named(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err);
/* The id of exactly that label, making the row when it is missing. */
int sg_question_need(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err);
int sg_case_id(
	struct sg_store *s, struct sg_str name, int64_t *id, struct sg_error *err);
/* A live code by label, or by name when only one live code has it. */
int sg_code_id(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err);
/* *exists: whether any codebook was ever coded with. */
int sg_codes_exist(struct sg_store *s, bool *exists, struct sg_error *err);
/* *found tells whether the last codebook declares the value; values gets the declared
 * ones joined by " | ", empty when there is no such facet. */
int sg_facet_value(struct sg_store *s, struct sg_str facet, struct sg_str value,
	bool *found, struct sg_buf *values, struct sg_error *err);
/* The coder's row, made when missing. SG_EUSAGE for "" and "rules". */
int sg_coder_need(
	struct sg_store *s, struct sg_str name, int64_t *id, struct sg_error *err);

/* Appends s as a JSON string. */
void sg_json_str(struct sg_buf *out, struct sg_str s);

/* --- texts (texts.c) --- */

enum sg_texts_which {
	SG_TEXTS_CURRENT,   /* current ones */
	SG_TEXTS_PENDING,   /* current ones that no run has seen as they are */
	SG_TEXTS_SEEN,      /* the other current ones */
	SG_TEXTS_ABANDONED, /* pending and no longer current */
};

struct sg_ids {
	int64_t *v;
	size_t n, cap;
};
void sg_ids_release(struct sg_ids *ids);
/* Ids in order of the sources' names. */
int sg_text_ids(struct sg_store *s, enum sg_texts_which which, struct sg_ids *out,
	struct sg_error *err);

/* An answer beside its view in doc.answers. */
struct sg_text_answer {
	int64_t id, case_, question;
	struct sg_str respondent;
	uint32_t start, stop; /* code points */
};

/* A text with its answers that hold text, effective states included. Memory is kept
 * for the next sg_text_load. */
struct sg_text {
	struct sg_arena arena;
	struct sg_doc doc;
	struct sg_layout layout;
	struct sg_text_answer *answers; /* doc.nanswers of them */
	struct sg_answer_view *views;   /* what doc.answers points to */
	struct sg_part_view *parts;     /* of all answers */
	struct sg_offsets offsets;      /* of doc.body */
	int64_t id;
};
void sg_text_init(struct sg_text *t);
void sg_text_release(struct sg_text *t);
/* Reads the rows of a text; until sg_text_prepare, which needs no store and may run on
 * another thread, it has no byte offsets. Its layout is made by doc.divide, which a scan
 * calls when it needs it. SG_ENOTFOUND when there is no such text. */
int sg_text_fetch(
	struct sg_text *t, struct sg_store *s, int64_t id, struct sg_error *err);
void sg_text_prepare(struct sg_text *t);
/* Both, and the layout. */
int sg_text_load(
	struct sg_text *t, struct sg_store *s, int64_t id, struct sg_error *err);

/* The signature of a text (match/signature.h), copied to out; empty when it has none. */
int sg_text_signature(
	struct sg_store *s, int64_t text, struct sg_buf *out, struct sg_error *err);
/* Whether a code has live segments in a text. */
int sg_segments_any_of(struct sg_store *s, int64_t text, int64_t code, bool *any,
	struct sg_error *err);

/* The texts that hold answers of a respondent (to a question, 0: to any). */
int sg_text_ids_of(struct sg_store *s, int64_t case_, int64_t question,
	struct sg_ids *out, struct sg_error *err);
/* Marks a text as seen by run, and a current one as looked at from then on. */
int sg_text_coded(struct sg_store *s, int64_t text, int64_t run, struct sg_error *err);

/* --- codebook (book.c) --- */

struct sg_book_rows {
	int64_t codebook;
	int64_t *codes;     /* aligned with book->codes */
	int64_t **rules;    /* aligned with their rules */
	struct sg_str *was; /* fingerprints that were stored, or empty */
	bool *changed;      /* that was another, or none */
	size_t removed;     /* codes that were live and are not in the book */
	struct sg_arena arena;
};
/* Brings code, rule, facet and codebook in line with book; fingerprints[i] is that of
 * book->codes[i]. The caller releases. */
int sg_book_put(struct sg_store *s, const struct sg_codebook *book,
	const struct sg_str *fingerprints, struct sg_book_rows *out,
	struct sg_error *err);
void sg_book_rows_release(struct sg_book_rows *b);

/* --- runs and segments (segment.c) --- */

struct sg_run_row {
	int64_t id; /* 0: never coded */
	char codebook_sha256[65];
	char engine[64];
	int64_t live;
	bool pending; /* a text waits to be coded */
	size_t texts; /* current ones */
};
int sg_run_last(struct sg_store *s, struct sg_run_row *out, struct sg_error *err);
struct sg_run_start {
	int64_t codebook;
	struct sg_str path; /* of its file, as it was given */
	const char *at, *engine;
	bool from_scratch;
	int64_t restores; /* the run brought back, or 0 */
	const char *note; /* or NULL */
};
int sg_run_new(struct sg_store *s, const struct sg_run_start *start, int64_t *id,
	struct sg_error *err);
/* Records, of the codes as they now are, what is new to run: those evaluated (ids),
 * those called otherwise than before, those that are live no more. */
int sg_run_codes(struct sg_store *s, int64_t run, const int64_t *evaluated, size_t n,
	struct sg_error *err);
/* Records the counts of the finished run; *live is what the run before left alive,
 * with born and without died. */
int sg_run_done(struct sg_store *s, int64_t run, size_t born, size_t died, size_t *live,
	struct sg_error *err);

/* Where a live segment stands. SG_ENOTFOUND: there is none with that id. */
struct sg_segment_place {
	int64_t text, case_, question;
	uint32_t start, stop; /* code points */
};
int sg_segment_find(struct sg_store *s, int64_t id, struct sg_segment_place *out,
	struct sg_error *err);

struct sg_segment {
	int64_t id; /* 0: not stored yet */
	int64_t answer, code;
	uint32_t start, stop;
	bool by_default;
	struct sg_str hits, facets; /* JSON */
};
struct sg_segments {
	struct sg_segment *v;
	size_t n, cap;
};
/* By code, start, stop, origin (rule before default). */
int sg_segment_cmp(const void *a, const void *b);
/* Appends the live segments of a text; their texts are copied into arena. */
int sg_segments_live(struct sg_store *s, int64_t text, struct sg_arena *arena,
	struct sg_segments *out, struct sg_error *err);
/* The same of one code only. */
int sg_segments_live_of(struct sg_store *s, int64_t text, int64_t code,
	struct sg_arena *arena, struct sg_segments *out, struct sg_error *err);
int sg_segment_born(struct sg_store *s, int64_t text, const struct sg_segment *g,
	int64_t run, struct sg_error *err);
int sg_segment_died(struct sg_store *s, int64_t id, int64_t run, struct sg_error *err);
/* Ends the segments of codes that are live no more; of a text, which no run looks at
 * from then on. *n is added to. */
int sg_segments_drop_codes(
	struct sg_store *s, int64_t run, size_t *n, struct sg_error *err);
int sg_segments_drop_text(
	struct sg_store *s, int64_t text, int64_t run, size_t *n, struct sg_error *err);

/* --- people (people.c) --- */

/* A stretch of a text: where an anchor is made or found. */
struct sg_place_row {
	int64_t text, answer, case_, question;
	uint32_t start, stop;
};
/* The anchor at that place, made with quote and context when missing. */
int sg_anchor_need(struct sg_store *s, const struct sg_text *t,
	const struct sg_place_row *place, int64_t *id, struct sg_error *err);

struct sg_judgement_row {
	int64_t anchor, code, coder;
	const char *verdict;        /* as in the table */
	struct sg_str facet, value; /* facet empty: none */
	struct sg_str reason;
	const char *origin, *at;
	bool batch; /* sg_last_word counts it with the others of this transaction */
};
/* *recorded is false when the same one is in force already. */
int sg_judgement_put(struct sg_store *s, const struct sg_judgement_row *j,
	bool *recorded, struct sg_error *err);
/* Live segments (rules true) or codings of people in force (rules false) of code in an
 * answer, appended as segments (hits and facets empty). */
int sg_codings_at(struct sg_store *s, bool rules, int64_t answer, int64_t code,
	struct sg_segments *out, struct sg_error *err);

int sg_ruling_put(struct sg_store *s, int64_t case_, int64_t question, int64_t coder,
	enum sg_answer_state state, enum sg_answer_kind kind, const char *now,
	struct sg_error *err);
/* What a memo is about, and whose it is; ids that are 0 where it is not about one. A
 * memo on an anchor has the case and question of its place too. */
struct sg_memo_row {
	int64_t coder, case_, question, code, anchor;
};
/* The memo in force on exactly that; *id is 0 when there is none. Its text is appended
 * to body. */
int sg_memo_find(struct sg_store *s, const struct sg_memo_row *m, int64_t *id,
	struct sg_buf *body, struct sg_error *err);
/* The memo of that guid, in force or not; *id is 0 when there is none. */
int sg_memo_by_guid(struct sg_store *s, struct sg_str guid, int64_t *id,
	struct sg_memo_row *out, struct sg_buf *body, struct sg_error *err);
int sg_memo_new(struct sg_store *s, const struct sg_memo_row *m, struct sg_str body,
	int64_t replaces, const char *now, struct sg_error *err);

/* The last thing of a coder in force. kind is "judgement", "ruling", "memo", or NULL
 * when there is none. An import or a batch is one thing: count judgements. */
struct sg_last_word {
	const char *kind;
	int64_t id;
	size_t count;
	struct sg_str respondent, question, code, what, quote; /* in arena */
};
int sg_last_word(struct sg_store *s, int64_t coder, struct sg_arena *arena,
	struct sg_last_word *out, struct sg_error *err);
/* Records that it is taken back. */
int sg_word_undo(struct sg_store *s, int64_t coder, const struct sg_last_word *word,
	const char *now, struct sg_error *err);

/* --- anchors (anchor.c) --- */

struct sg_anchor_place {
	int64_t anchor, answer;
	uint32_t start, stop; /* code points of the text */
};
/* Where the anchors of a text's source stand in that text; those that have no place
 * there are left out. Appended to *out, an array that grows; nothing is stored. */
struct sg_anchor_places {
	struct sg_anchor_place *v;
	size_t n, cap;
};
int sg_anchors_in(struct sg_store *s, int64_t text, struct sg_anchor_places *out,
	struct sg_error *err);
/* Finds the place of every anchor of a source again, in its new current text. */
int sg_anchors_replace(struct sg_store *s, int64_t source, const char *source_name,
	int64_t text, struct sg_notes *notes, struct sg_error *err);

#endif
