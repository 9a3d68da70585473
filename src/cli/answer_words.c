/* answer_words.c - see answer_words.h. */
#include "config.h"

#include "cli/answer_words.h"

#include "base/i18n.h"

const char *sg_answer_state_word(enum sg_answer_state state)
{
	static const char *const words[] = {
		[SG_ANSWER_ANSWERED] = N_("answered"),
		[SG_ANSWER_NONE] = N_("none"),
		[SG_ANSWER_NOT_ASKED] = N_("not_asked"),
		[SG_ANSWER_UNASSIGNED] = N_("unassigned"),
	};

	return _(words[state]);
}

const char *sg_answer_kind_word(enum sg_answer_kind kind)
{
	static const char *const words[] = {
		[SG_KIND_FULL] = N_("full"),
		[SG_KIND_MISSING] = N_("missing"),
		[SG_KIND_BLANK] = N_("blank"),
		[SG_KIND_UNKNOWN] = N_("unknown"),
		[SG_KIND_NOT_MY_FIELD] = N_("not_my_field"),
		[SG_KIND_PARTIAL] = N_("partial"),
		[SG_KIND_CROSS_REFERENCE] = N_("cross_reference"),
	};

	return _(words[kind]);
}
