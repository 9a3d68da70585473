/* coding.h - the main job: apply a codebook to a project and record the run; and what
 * people say about the result. */
#ifndef SG_CODING_CODING_H
#define SG_CODING_CODING_H

#include "match/engine.h"
#include "store/store.h"

/* Changes when the engine selects otherwise on the same codebook and text: then every
 * code is evaluated again. */
#define SG_ENGINE_VERSION "2"

struct sg_code_options {
	const char *now;    /* ISO 8601 */
	const char *note;   /* of the run, or NULL */
	uint32_t restores;  /* the run this one brings back, or 0 */
	bool from_scratch;  /* evaluate every code again even if unchanged */
	bool ignore_scopes; /* sg_engine_options */
	unsigned threads;   /* that scan; 0: one. The result does not depend on it */
	void (*progress)(void *ctx, size_t done, size_t total); /* or NULL */
	void *progress_ctx;
};

struct sg_run_summary {
	uint32_t run; /* id; 0 when nothing changed and no run was recorded */
	size_t codes, evaluated; /* codes in the book; those with a new fingerprint */
	size_t texts, scanned;   /* current ones; those that were looked at */
	size_t born, died, live; /* segments */
};

/* Applies book to every current text, in one transaction. Codes whose fingerprint did
 * not change are evaluated only over texts that are new to them; a few that did, only
 * over those that the rules which came and went can concern; the result equals
 * coding from scratch, row for row. Problems of regexes are notes. */
int sg_code_run(struct sg_store *store, const struct sg_codebook *book,
	const struct sg_code_options *options, struct sg_run_summary *out,
	struct sg_notes *notes, struct sg_error *err);

/* Texts of the store as engine docs, in order, one at a time: for kwic, survey. */
struct sg_corpus;
int sg_corpus_open(
	struct sg_corpus **out, struct sg_store *store, struct sg_error *err);
void sg_corpus_close(struct sg_corpus *c);
/* 1 with *doc filled (borrowed until the next call), 0 at the end, negative on error.
 * The signature is that of sg_survey_run's next. */
int sg_corpus_next(void *corpus, struct sg_doc *doc, struct sg_error *err);
/* Respondent and question of an answer of the current doc; borrowed like it. */
struct sg_str sg_corpus_case(const struct sg_corpus *c, size_t answer);
/* Bytes of the current doc as code points. */
struct sg_span sg_corpus_code_points(const struct sg_corpus *c, struct sg_span bytes);

/* --- judgements (judgement.c). Each call is one transaction. --- */

enum sg_verdict {
	SG_VERDICT_CODE,   /* a person codes a stretch */
	SG_VERDICT_ACCEPT, /* of rule codings */
	SG_VERDICT_REJECT,
	SG_VERDICT_FACET, /* sets a facet */
	SG_VERDICT_PIN,   /* as quotation */
	SG_VERDICT_BAR,
	SG_VERDICT_REVIEWED, /* read the answer, nothing (more) to say */
};

struct sg_judge {
	enum sg_verdict verdict;
	struct sg_str coder;
	struct sg_str respondent, question; /* whose answer */
	struct sg_str code;  /* label; may be empty for REVIEWED, PIN, BAR */
	struct sg_str quote; /* its stretch, found in the answer exactly, or as the
				   beginning of a sentence, blanks and bullets apart;
				   empty: the whole answer */
	/* With stop > start: the very stretch, in code points of the text that has an
	 * answer of the respondent there with quote in it (a sentence may occur twice,
	 * and the text may have changed since it was shown). */
	uint32_t start, stop;
	struct sg_str facet, value; /* FACET */
	struct sg_str reason;       /* may be empty */
	const char *origin; /* "manual"; "review": what others coded was in sight;
				       "import": a file of one's own codings */
	const char *now;
	bool batch; /* one of a file's words, all of the same now: undo takes them back
		       together, as it does those of an import */
};

/* Records j. SG_ENOTFOUND names what does not exist: respondent, question, code, or
 * the quotation in the answer (near what). ACCEPT and REJECT of a place where the
 * rules coded nothing is SG_ENOTFOUND too. An identical judgement in force is not
 * recorded twice; *recorded tells. */
int sg_judge(struct sg_store *store, const struct sg_judge *j, bool *recorded,
	struct sg_error *err);

/* Codings of one coder from TSV, CSV (respondent, question, code, quote; a header line
 * names them), one transaction. Lines that cannot be placed are warning notes with file
 * and line. */
int sg_judge_import(struct sg_store *store, const char *path, struct sg_str coder,
	const char *now, size_t *recorded, size_t *unplaced, struct sg_notes *notes,
	struct sg_error *err);

/* Takes back the coder's last judgement, ruling or memo in force; what says what. */
int sg_judge_undo(struct sg_store *store, struct sg_str coder, const char *now,
	struct sg_buf *what, struct sg_error *err);

/* A person's word on an answer's state ("R14 Q7 none"). */
int sg_rule_answer(struct sg_store *store, struct sg_str coder,
	struct sg_str respondent, struct sg_str question, enum sg_answer_state state,
	enum sg_answer_kind kind, const char *now, struct sg_error *err);

/* A memo on a code, question, respondent, answer, cell (question and code), or on words
 * of an answer. Empty slices where it is not about one. */
struct sg_memo {
	struct sg_str coder, respondent, question, code, quote, body;
	uint32_t start,
		stop; /* of the quote, as in struct sg_judge; equal: the first */
	const char *now;
};
/* Replaces the coder's earlier memo on the same thing (which stays in the table); an
 * empty body takes it away. */
int sg_memo_write(
	struct sg_store *store, const struct sg_memo *m, struct sg_error *err);
/* The coder's memo in force on exactly that, appended to body; nothing when there is
 * none. */
int sg_memo_get(struct sg_store *store, struct sg_str coder, struct sg_str respondent,
	struct sg_str question, struct sg_str code, struct sg_buf *body,
	struct sg_error *err);
/* sg_memo_write, on no quotation. */
int sg_memo_put(struct sg_store *store, struct sg_str coder, struct sg_str respondent,
	struct sg_str question, struct sg_str code, struct sg_str body, const char *now,
	struct sg_error *err);

#endif
