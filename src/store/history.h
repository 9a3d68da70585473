/* history.h - the runs of a project: what each changed, and what was said and frozen
 * after it; and the codebook a run was made with. */
#ifndef SG_STORE_HISTORY_H
#define SG_STORE_HISTORY_H

#include "store/frozen.h"
#include "store/store.h"

enum sg_log_what { SG_LOG_NEW, SG_LOG_RULES, SG_LOG_RENAMED, SG_LOG_GONE };
struct sg_log_code {
	uint32_t run;
	enum sg_log_what what;
	struct sg_str label, was; /* was: of RENAMED */
};
struct sg_log_said {  /* judgements in force or replaced, not those taken back */
	uint32_t run; /* the last one then */
	struct sg_str coder, verdict;
	size_t n;
};
struct sg_log_run {
	uint32_t id, restores;
	struct sg_str at, path, note;
	char sha256[65]; /* of the codebook */
	size_t born, died, live;
	bool from_scratch;
};
struct sg_log { /* each by run */
	struct sg_arena arena;
	struct sg_log_run *runs;
	size_t nruns;
	struct sg_log_code *codes;
	size_t ncodes;
	struct sg_log_said *said;
	size_t nsaid;
	struct sg_freezes freezes;
};
/* The caller releases. */
int sg_log_load(struct sg_log *out, struct sg_store *s, struct sg_error *err);
void sg_log_release(struct sg_log *l);

struct sg_run_book {
	struct sg_str path, body; /* of its codebook; path ends with a NUL behind it */
	bool ignored_scopes;
};
/* SG_ENOTFOUND when there is no such run. */
int sg_run_book_load(struct sg_run_book *out, struct sg_arena *arena,
	struct sg_store *s, uint32_t run, struct sg_error *err);
/* The codebook of a run, read under the path, or under its own when NULL. SG_ENOTFOUND
 * when there is no such run, the reader's code when it cannot be read. The caller
 * frees. */
int sg_run_codebook(struct sg_codebook **out, struct sg_store *s, uint32_t run,
	const char *path, struct sg_error *err);
/* Segments that the run left and that are not there now, or the other way round, in
 * texts that are the same. */
int sg_run_difference(
	struct sg_store *s, uint32_t run, size_t *n, struct sg_error *err);

#endif
