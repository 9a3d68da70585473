/* labels.h - the words of reports in the two languages a report can have. The language
 * is a setting of the project and not the user's locale, so these do not go through
 * gettext. Sentences are templates with {0} … {9} where texts go; Korean ones avoid
 * particles behind a hole, whose form would depend on what is put there. */
#ifndef SG_ANALYSIS_LABELS_H
#define SG_ANALYSIS_LABELS_H

#include "base/arena.h"

enum sg_label {
#define SG_TERM(name, ko, en) name,
#include "analysis/labels.def"
#undef SG_TERM
	SG_LABEL_COUNT_
};

/* The label in Korean, or in English. Static text. */
struct sg_str sg_label(enum sg_label label, bool english);

/* The template with {i} replaced by args[i]; a hole without an argument stays empty. */
struct sg_str sg_fill(struct sg_arena *arena, struct sg_str template,
	const struct sg_str *args, size_t n);

#endif
