/* survey.h - what each term of a codebook did in a corpus: the forms it matched, the
 * words its edges refused, spacing variants it did not cover. Feeds
 * `codebook check --with` and, later, explain. Collected by a scan that is asked to.
 */
#ifndef SG_MATCH_SURVEY_H
#define SG_MATCH_SURVEY_H

#include "match/engine.h"

struct sg_form {
	struct sg_str text; /* the word or words in the text, as written */
	uint64_t count;
};

struct sg_term_survey {
	const struct sg_expr *expr; /* a term, literal or regex of the codebook */
	uint32_t code, rule; /* where it stands; code SG_NO_CODE: in list `list` */
	uint32_t list;
	uint64_t hits;         /* occurrences accepted */
	uint64_t refused;      /* occurrences whose edges were refused */
	struct sg_form *forms; /* words accepted, most frequent first */
	size_t nforms;
	struct sg_form *inside; /* words refused ("also inside": 빅데이터 14) */
	size_t ninside;
	struct sg_form *spaced; /* the same letters spaced otherwise in the text
				   (개인정보 보호 for 개인정보보호), not matched */
	size_t nspaced;
};

struct sg_survey {
	struct sg_arena arena;
	struct sg_term_survey *v; /* in order of the codebook file */
	size_t n;
};

/* Scans ndocs texts given one at a time by next (which returns 1 with *doc filled,
 * 0 at the end, or a negative code). The caller releases. */
int sg_survey_run(struct sg_survey *out, const struct sg_codebook *book,
	int (*next)(void *ctx, struct sg_doc *doc, struct sg_error *err), void *ctx,
	struct sg_notes *notes, struct sg_error *err);
void sg_survey_release(struct sg_survey *s);

#endif
