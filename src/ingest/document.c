/* document.c - names of answer states and kinds; see document.h. */
#include "config.h"

#include "ingest/document.h"

#include "base/i18n.h"

/* By state and kind: the name, and the words that are taken for it besides, "a|b": those
 * that it is shown by in Korean (po/ko.po, analysis/labels_words.def). */
static const struct word {
	const char *name, *others;
} states[] =
	{
		[SG_ANSWER_ANSWERED] = {N_("answered"), "답함"},
		[SG_ANSWER_NONE] = {N_("none"), "내용 없음|무응답"},
		[SG_ANSWER_NOT_ASKED] = {N_("not_asked"), "묻지 않음"},
		[SG_ANSWER_UNASSIGNED] = {N_("unassigned"), "문항 밖"},
},
  kinds[] = {
	  [SG_KIND_FULL] = {N_("full"), "온전함"},
	  [SG_KIND_MISSING] = {N_("missing"), "답변란 없음"},
	  [SG_KIND_BLANK] = {N_("blank"), "무응답"},
	  [SG_KIND_UNKNOWN] = {N_("unknown"), "모름"},
	  [SG_KIND_NOT_MY_FIELD] = {N_("not_my_field"), "소관 아님"},
	  [SG_KIND_PARTIAL] = {N_("partial"), "부분"},
	  [SG_KIND_CROSS_REFERENCE] = {N_("cross_reference"), "교차참조"},
};

enum {
	N_STATES = sizeof states / sizeof *states,
	N_KINDS = sizeof kinds / sizeof *kinds,
};

const char *sg_answer_state_name(enum sg_answer_state state)
{
	return (unsigned)state < N_STATES ? states[state].name : "";
}

const char *sg_answer_kind_name(enum sg_answer_kind kind)
{
	return (unsigned)kind < N_KINDS ? kinds[kind].name : "";
}

/* Whether both are the same, however they are spaced. */
static bool same_signs(struct sg_str a, struct sg_str b)
{
	size_t i = 0, k = 0;

	for (;; i++, k++) {
		while (i < a.n && a.p[i] == ' ')
			i++;
		while (k < b.n && b.p[k] == ' ')
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		if (a.p[i] != b.p[k])
			return false;
	}
}

static bool means(const struct word *w, struct sg_str said)
{
	struct sg_str rest = sg_str_of(w->others), other;

	if (sg_str_eqz(said, w->name))
		return true;
	while (sg_str_split(&rest, '|', &other))
		if (same_signs(said, other))
			return true;
	return false;
}

static int find(const struct word *words, int n, struct sg_str said)
{
	for (int i = 0; i < n; i++)
		if (means(&words[i], said))
			return i;
	return -1;
}

bool sg_answer_state_parse(struct sg_str word, enum sg_answer_state *state)
{
	int i = find(states, N_STATES, word);

	if (i >= 0)
		*state = (enum sg_answer_state)i;
	return i >= 0;
}

bool sg_answer_kind_parse(struct sg_str word, enum sg_answer_kind *kind)
{
	int i = find(kinds, N_KINDS, word);

	if (i >= 0)
		*kind = (enum sg_answer_kind)i;
	return i >= 0;
}
