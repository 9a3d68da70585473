/* document.c - names of answer states and kinds; see document.h. */
#include "config.h"

#include "ingest/document.h"

static const char *const state_names[] = {
	[SG_ANSWER_ANSWERED] = "answered",
	[SG_ANSWER_NONE] = "none",
	[SG_ANSWER_NOT_ASKED] = "not_asked",
	[SG_ANSWER_UNASSIGNED] = "unassigned",
};

static const char *const kind_names[] = {
	[SG_KIND_FULL] = "full",
	[SG_KIND_MISSING] = "missing",
	[SG_KIND_BLANK] = "blank",
	[SG_KIND_UNKNOWN] = "unknown",
	[SG_KIND_NOT_MY_FIELD] = "not_my_field",
	[SG_KIND_PARTIAL] = "partial",
	[SG_KIND_CROSS_REFERENCE] = "cross_reference",
};

enum {
	N_STATES = sizeof state_names / sizeof *state_names,
	N_KINDS = sizeof kind_names / sizeof *kind_names,
};

const char *sg_answer_state_name(enum sg_answer_state state)
{
	return (unsigned)state < N_STATES ? state_names[state] : "";
}

const char *sg_answer_kind_name(enum sg_answer_kind kind)
{
	return (unsigned)kind < N_KINDS ? kind_names[kind] : "";
}

static int find(const char *const *names, int n, struct sg_str word)
{
	for (int i = 0; i < n; i++)
		if (sg_str_eqz(word, names[i]))
			return i;
	return -1;
}

bool sg_answer_state_parse(struct sg_str word, enum sg_answer_state *state)
{
	int i = find(state_names, N_STATES, word);

	if (i >= 0)
		*state = (enum sg_answer_state)i;
	return i >= 0;
}

bool sg_answer_kind_parse(struct sg_str word, enum sg_answer_kind *kind)
{
	int i = find(kind_names, N_KINDS, word);

	if (i >= 0)
		*kind = (enum sg_answer_kind)i;
	return i >= 0;
}
