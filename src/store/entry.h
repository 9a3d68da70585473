/* entry.h - what a reviewer reads beside an answer: the codebook entry of a code, and the
 * rules that hit there. Read one cell at a time; a study does not carry it. */
#ifndef SG_STORE_ENTRY_H
#define SG_STORE_ENTRY_H

#include "store/store.h"

struct sg_code_entry {
	struct sg_str definition, include, exclude; /* any may be empty */
};
/* Texts are in arena. SG_ENOTFOUND when no live code has the label. */
int sg_store_code_entry(struct sg_store *s, struct sg_str label, struct sg_arena *arena,
	struct sg_code_entry *out, struct sg_error *err);

struct sg_entry_hit {
	uint32_t start, stop; /* of the hit, code points of the text */
	uint32_t line;        /* of the rule in the codebook */
	struct sg_str rule;   /* as written there */
};
/* The hits of the rules for a code in a respondent's answers to a question (empty: in
 * text under none), by place, in arena. */
int sg_store_entry_hits(struct sg_store *s, struct sg_str respondent,
	struct sg_str question, struct sg_str code, struct sg_arena *arena,
	struct sg_entry_hit **out, size_t *n, struct sg_error *err);

#endif
