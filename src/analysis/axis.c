/* axis.c - see axis.h. */
#include "config.h"

#include "analysis/axis.h"

#include "analysis/labels.h"
#include "analysis/near.h"

static void add(struct sg_axis *a, uint32_t item, struct sg_str name, struct sg_str key)
{
	a->items[a->n] = item;
	a->names[a->n] = name;
	a->keys[a->n++] = key;
}

static void reserve(struct sg_axis *a, size_t n)
{
	a->items = sg_arena_array(a->v->arena, n, sizeof *a->items);
	a->names = sg_arena_array(a->v->arena, n, sizeof *a->names);
	a->keys = sg_arena_array(a->v->arena, n, sizeof *a->keys);
}

/* Whether code is shown for `top`: a direct subcode, or one at the level given; a leaf
 * stands for itself. */
static bool is_item(
	const struct sg_study *s, uint32_t code, uint32_t top, uint32_t level)
{
	if (!sg_study_code_within(s, code, top))
		return false;
	if (s->codes[top].leaf)
		return code == top;
	return level ? s->codes[code].level + 1 == level : s->codes[code].parent == top;
}

static bool add_codes(struct sg_axis *a, struct sg_str what, uint32_t level)
{
	const struct sg_study *s = a->v->s;
	struct sg_str rest = what, name;
	struct sg_buf title;
	bool known = true;

	while (known && sg_str_split(&rest, ',', &name))
		known = sg_study_code_find(s, sg_str_trim(name)) != SG_NONE;
	if (!known)
		return false;
	a->kind = SG_AXIS_CODES;
	reserve(a, s->ncodes);
	sg_buf_init(&title);
	rest = what;
	while (sg_str_split(&rest, ',', &name)) {
		uint32_t top = sg_study_code_find(s, sg_str_trim(name));
		struct sg_str own = sg_view_code_title(a->v, top);
		sg_buf_printf(&title, "%s%.*s", title.n ? ", " : "", SG_ARG(own));
		for (uint32_t c = 0; c < s->ncodes; c++)
			if (is_item(s, c, top, level) && a->n < s->ncodes)
				add(a, c, sg_view_code_title(a->v, c),
					s->codes[c].label);
	}
	a->title = sg_arena_str(a->v->arena, sg_buf_str(&title));
	sg_buf_release(&title);
	return true;
}

static bool add_facet(struct sg_axis *a, struct sg_str what)
{
	const struct sg_study *s = a->v->s;

	if (sg_str_starts(what, SG_STR("facet:")))
		what = sg_str_skip(what, 6);
	for (size_t f = 0; f < s->nfacets; f++) {
		const struct sg_study_facet *facet = &s->facets[f];
		if (!sg_str_eq(facet->name, what))
			continue;
		a->kind = SG_AXIS_FACET;
		a->facet = f;
		a->title = facet->name;
		reserve(a, facet->nvalues + 1);
		for (uint32_t i = 0; i < facet->nvalues; i++)
			add(a, i, facet->values[i], facet->values[i]);
		add(a, SG_NONE, sg_label(SG_LABEL_UNDECIDED, a->v->english),
			SG_STR("undecided"));
		return true;
	}
	return false;
}

/* Labels of parts over the chosen questions, each once. */
static void add_parts(struct sg_axis *a)
{
	const struct sg_study *s = a->v->s;
	size_t most = 0;

	for (size_t q = 0; q < s->nquestions; q++)
		most += s->questions[q].nparts;
	a->kind = SG_AXIS_PARTS;
	a->title = sg_label(SG_LABEL_PART, a->v->english);
	reserve(a, most);
	for (size_t q = 0; q < s->nquestions; q++)
		for (size_t p = 0; a->v->questions[q] && p < s->questions[q].nparts;
			p++) {
			struct sg_str label = s->questions[q].parts[p];
			uint32_t i = 0;
			while (i < a->n && !sg_str_eq(a->names[i], label))
				i++;
			if (i == a->n)
				add(a, i, label, label);
		}
}

static void add_questions(struct sg_axis *a)
{
	const struct sg_study *s = a->v->s;

	a->kind = SG_AXIS_QUESTIONS;
	a->title = sg_label(SG_LABEL_QUESTION_COLUMN, a->v->english);
	reserve(a, s->nquestions);
	for (uint32_t q = 0; q < s->nquestions; q++)
		if (a->v->questions[q])
			add(a, q, s->questions[q].label, s->questions[q].label);
}

static bool add_groups(struct sg_axis *a, struct sg_str what)
{
	const struct sg_study *s = a->v->s;

	for (uint32_t i = 0; i < s->nattributes; i++) {
		if (!sg_str_eq(s->attributes[i], what))
			continue;
		a->kind = SG_AXIS_GROUPS;
		a->title = what;
		sg_groups_init(&a->groups, a->v, i);
		reserve(a, a->groups.n);
		for (uint32_t g = 0; g < a->groups.n; g++)
			add(a, g, a->groups.names[g], a->groups.names[g]);
		return true;
	}
	return false;
}

static int unknown(const struct sg_axis *a, struct sg_str what, struct sg_error *err)
{
	const struct sg_study *s = a->v->s;
	size_t n = 0;
	struct sg_str *names = sg_arena_array(
		a->v->arena, s->ncodes + s->nfacets + s->nattributes, sizeof *names);

	for (size_t i = 0; i < s->ncodes; i++)
		names[n++] = s->codes[i].label;
	for (size_t i = 0; i < s->nfacets; i++)
		names[n++] = s->facets[i].name;
	for (size_t i = 0; i < s->nattributes; i++)
		names[n++] = s->attributes[i];
	return sg_near_error(err,
		_("'%.*s' is no code, facet, attribute, 'part' or 'question'"), what,
		names, n);
}

int sg_axis_init(struct sg_axis *a, const struct sg_view *v, struct sg_str what,
	uint32_t level, struct sg_error *err)
{
	*a = (struct sg_axis){.v = v};
	if (add_codes(a, what, level) || add_facet(a, what) || add_groups(a, what))
		return 0;
	if (sg_str_eqz(what, "part") || sg_str_eqz(what, "부분"))
		add_parts(a);
	else if (sg_str_eqz(what, "question") || sg_str_eqz(what, "문항"))
		add_questions(a);
	else
		return unknown(a, what, err);
	return 0;
}

static bool in_part(
	const struct sg_axis *a, uint32_t i, const struct sg_study_coding *c)
{
	const struct sg_study_answer *answer = &a->v->s->answers[c->answer];

	for (size_t p = 0; p < answer->nparts; p++) {
		const struct sg_study_part *part = &answer->parts[p];
		const struct sg_study_question *q =
			&a->v->s->questions[answer->question];
		if (part->start < c->stop && part->stop > c->start &&
			sg_str_eq(q->parts[part->part], a->names[i]))
			return true;
	}
	return false;
}

bool sg_axis_has(const struct sg_axis *a, uint32_t i, const struct sg_study_coding *c)
{
	const struct sg_study_answer *answer = &a->v->s->answers[c->answer];

	switch (a->kind) {
	case SG_AXIS_CODES: return sg_study_code_within(a->v->s, c->code, a->items[i]);
	case SG_AXIS_PARTS: return in_part(a, i, c);
	case SG_AXIS_FACET:
		return (c->facets ? c->facets[a->facet] : SG_NONE) == a->items[i];
	case SG_AXIS_QUESTIONS: return answer->question == a->items[i];
	case SG_AXIS_GROUPS: return a->groups.of[answer->case_] == a->items[i];
	}
	return false;
}
