/* store.h - a project file. The only room that knows SQL.
 *
 * A project is one SQLite file. Machine-owned tables (source, text, answer, part,
 * codebook, code, rule, run, segment) are rebuilt by ingest and code; human-owned ones
 * (coder, anchor, judgement, ruling, memo) are only appended to. Times are ISO 8601
 * strings given by the caller. doc/schema.md documents every table and view.
 */
#ifndef SG_STORE_STORE_H
#define SG_STORE_STORE_H

#include "base/arena.h"
#include "base/notes.h"
#include "codebook/codebook.h"
#include "codebook/questionnaire.h"
#include "ingest/document.h"

struct sg_store;

enum sg_store_mode { SG_STORE_READ, SG_STORE_WRITE };

/* Creates a project at path (":memory:" for none on disk). SG_ECONFLICT when
 * something is there already. */
int sg_store_create(struct sg_store **out, const char *path, struct sg_str title,
	struct sg_str language, const char *now, struct sg_error *err);
/* Opens one; migrates an older one in write mode (a copy of the old file is not made:
 * a migration is one transaction). Refuses: no SQLite file, another program's file,
 * a newer schema, a read-only file in write mode; each with its own message. */
int sg_store_open(struct sg_store **out, const char *path, enum sg_store_mode mode,
	struct sg_error *err);
void sg_store_close(struct sg_store *s);

/* Transactions; they nest by counting, and a rollback inside undoes all. */
int sg_store_begin(struct sg_store *s, struct sg_error *err);
int sg_store_commit(struct sg_store *s, struct sg_error *err);
void sg_store_rollback(struct sg_store *s);

/* The questionnaire the project was ingested with. */
int sg_store_set_questionnaire(
	struct sg_store *s, const struct sg_questionnaire *q, struct sg_error *err);
/* *out is NULL when the project has none. The caller frees. */
int sg_store_questionnaire(
	struct sg_store *s, struct sg_questionnaire **out, struct sg_error *err);

/* The codebook of the last run, read from the copy that the project keeps; its path is
 * the one it was given as. SG_ENOTFOUND when the project was never coded. The caller
 * frees. */
int sg_store_codebook(struct sg_store *s, struct sg_codebook **out,
	struct sg_notes *notes, struct sg_error *err);

enum sg_put { SG_PUT_NEW, SG_PUT_CHANGED, SG_PUT_UNCHANGED };

/* Stores a document: a new source, a new text of a known one (anchors are re-placed,
 * orphans become warning notes), or nothing when text and answers are as they were.
 * Attributes are merged into the respondent's (a changed value is a note). */
int sg_store_put_document(struct sg_store *s, const struct sg_document *doc,
	const char *now, enum sg_put *what, struct sg_notes *notes,
	struct sg_error *err);
int sg_store_put_attributes(struct sg_store *s, const struct sg_document *doc,
	struct sg_notes *notes, struct sg_error *err);

/* Sources that once came from the same folders as the documents put since the store was
 * opened or this was last asked, or from a table among them, and whose file or row is no longer there. Each is
 * a note; drop: they are taken out (their texts are no longer current, which ends their
 * codings with the next run; what people said stays, and holds again when the source
 * comes back). *n is their number. */
int sg_store_gone(struct sg_store *s, bool drop, const char *now, size_t *n,
	struct sg_notes *notes, struct sg_error *err);

/* --- what a project holds (status.c) --- */

struct sg_status {
	size_t sources, texts;          /* texts: all revisions */
	size_t cases, questions, codes; /* of current texts; live codes */
	size_t answers[4];              /* by effective enum sg_answer_state */
	size_t runs, segments;          /* segments alive after the last run */
	size_t pending; /* current texts that the last run has not seen so */
	/* people's, in force */
	size_t code, accept, reject, facet, pin, bar, reviewed;
	size_t rulings, memos, orphans; /* orphans: judgements without a place */
	size_t removed; /* sources taken out, and judgements in force on them */
	size_t removed_judgements;
	size_t merged; /* known from a merge, never read here; judgements on them */
	size_t merged_judgements;
	bool unscoped; /* the last run ignored scopes */
	uint32_t run;  /* the last; 0: never coded */
	char run_at[40];
	char codebook_sha256[65]; /* of the last run's codebook */
	char codebook_path[1024]; /* as it was given */
};
int sg_store_status(struct sg_store *s, struct sg_status *out, struct sg_error *err);
/* Whether its reports are in English. */
int sg_store_english(struct sg_store *s, bool *english, struct sg_error *err);
/* The id of the last run, 0: never coded. */
int sg_store_last_run(struct sg_store *s, uint32_t *run, struct sg_error *err);

struct sg_source_row {
	struct sg_str name, path, reader, encoding, ingested;
	uint32_t length, revisions; /* code points */
	bool pending;
};
struct sg_run_info {
	uint32_t id;
	struct sg_str at, codebook_path, note;
	size_t born, died, live; /* segments */
};
struct sg_orphan_row { /* a judgement in force whose quotation is gone */
	struct sg_str coder, verdict, code, respondent, question, quote, source;
};
struct sg_silent_row { /* an answer that says nothing */
	struct sg_str respondent, question, text;
	enum sg_answer_kind kind;
	bool confirmed; /* a person said so */
};
struct sg_buried_row { /* a code that left the codebook with people's words on it */
	struct sg_str label, name;
	size_t judgements, memos; /* in force; kept, and shown nowhere else */
};

struct sg_conflict_row { /* contrary words of two people in force, by name */
	struct sg_str coder[2], says[2];                 /* a verdict, or FACET=VALUE */
	struct sg_str code, respondent, question, quote; /* quote: the second's */
};

/* The lists behind the counts, in a fixed order: sources by name, runs by id, orphans
 * as they were said, silent answers by respondent and question, buried codes by label,
 * conflicts that nobody settled by respondent, question and code. */
struct sg_lists {
	struct sg_arena arena;
	struct sg_source_row *sources;
	size_t nsources;
	struct sg_run_info *runs;
	size_t nruns;
	struct sg_orphan_row *orphans;
	size_t norphans;
	struct sg_silent_row *silent;
	size_t nsilent;
	struct sg_buried_row *buried;
	size_t nburied;
	struct sg_conflict_row *conflicts;
	size_t nconflicts;
};
/* The caller releases. */
int sg_store_lists(struct sg_store *s, struct sg_lists *out, struct sg_error *err);
void sg_lists_release(struct sg_lists *l);
struct sg_judged_row {
	struct sg_str coder, verdict, respondent, question, quote;
};
/* Judgements in force on a code, in the order in which they were said. The caller
 * releases. */
struct sg_judged {
	struct sg_arena arena;
	struct sg_judged_row *v;
	size_t n, cap;
};
int sg_store_judged(struct sg_store *s, struct sg_str label, struct sg_judged *out,
	struct sg_error *err);
void sg_judged_release(struct sg_judged *j);
/* A warning for each code that the codebook has no more and that judgements or memos
 * in force are about. */
int sg_store_note_buried(
	struct sg_store *s, struct sg_notes *notes, struct sg_error *err);
/* Appends the lines in the codebook of the rules behind a segment, ascending. */
struct sg_lines_of {
	uint32_t *v;
	size_t n, cap;
};
int sg_store_segment_lines(struct sg_store *s, uint32_t segment,
	struct sg_lines_of *out, struct sg_error *err);

#endif
