/* regex.h - /…/ expressions through PCRE2 (10.3x and later): UTF and UCP, JIT where
 * there is one, with limits on matching. A regex never sees more than one paragraph.
 */
#ifndef SG_MATCH_REGEX_H
#define SG_MATCH_REGEX_H

#include "codebook/expr.h"
#include "text/layout.h"

struct sg_regex;         /* compiled; read-only */
struct sg_regex_scratch; /* match data of one thread */

/* Compiles a regex expression; anchored: for sg_regex_at, else for sg_regex_scan. One
 * that does not compile or that can match the empty string is an error note at its
 * place in path, and SG_EINPUT. */
int sg_regex_new(struct sg_regex **out, const struct sg_expr *e, bool anchored,
	const char *path, struct sg_notes *notes);
void sg_regex_free(struct sg_regex *r);

/* match_limit as in struct sg_engine_options. */
struct sg_regex_scratch *sg_regex_scratch_new(uint32_t match_limit);
void sg_regex_scratch_free(struct sg_regex_scratch *s);

/* Appends the matches in the bytes where of text, left to right, none overlapping;
 * empty ones (\K can make some) are passed over. text is checked UTF-8 and where cuts
 * no character. SG_ELIMIT when a limit of PCRE2 was hit: what was found stays. */
int sg_regex_scan(const struct sg_regex *r, struct sg_regex_scratch *s,
	struct sg_str text, struct sg_span where, struct sg_spans *out);

/* Whether a match in the bytes where begins at byte off of text; then 1, and *stop is
 * its end. 0: none does. SG_ELIMIT as above. */
int sg_regex_at(const struct sg_regex *r, struct sg_regex_scratch *s,
	struct sg_str text, struct sg_span where, uint32_t off, uint32_t *stop);

#endif
