/* identify_rules.h - what can tell who or where somebody is: one table of expressions, each
 * with a sentence it finds something in and one it must not. Lists of words are given to
 * the expressions by {NAME}. What they reach is measured (tests/accuracy, doc/methods.md):
 * they point at places to read, and are no proof that the rest is safe. */
#ifndef SG_ANALYSIS_IDENTIFY_RULES_H
#define SG_ANALYSIS_IDENTIFY_RULES_H

#include "match/regex.h"

struct sg_identify_rule {
	const char *kind;    /* "name", "institution", … */
	const char *ko, *en; /* the kind, in reports */
	const char *pattern; /* PCRE2, UTF and UCP */
	const char *finds, *passes;
};
extern const struct sg_identify_rule sg_identify_rules[]; /* ends with kind NULL */

struct sg_identifier; /* the rules, compiled */
/* NULL with err when one does not compile. */
struct sg_identifier *sg_identifier_new(struct sg_error *err);
void sg_identifier_free(struct sg_identifier *d);

struct sg_identified {
	const struct sg_identify_rule *rule;
	struct sg_span span; /* bytes of the text */
};
struct sg_identified_list {
	struct sg_identified
		*v; /* by place; a stretch belongs to one rule, the first of
				    the table that finds it */
	size_t n, cap;
};
/* Appends what the rules find in text. SG_ELIMIT when a limit of the regex engine was
 * hit: what was found stays. The caller frees out->v. */
int sg_identify_text(
	struct sg_identifier *d, struct sg_str text, struct sg_identified_list *out);

#endif
