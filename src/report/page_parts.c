/* page_parts.c - see page_parts.h: words and people of the page, and the groups that it can
 * be filtered by. */
#include "config.h"

#include "report/page_parts.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/labels.h"

struct sg_str sg_page_say(const struct sg_page_job *j, enum sg_page_word word)
{
	return sg_page_word(word, j->v.english);
}

struct sg_str sg_page_fill(const struct sg_page_job *j, enum sg_page_word word,
	struct sg_str a, struct sg_str b)
{
	struct sg_str args[] = {a, b};

	return sg_fill(j->v.arena, sg_page_say(j, word), args, 2);
}

void sg_page_escape(struct sg_str text, struct sg_buf *out)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_visible(text, &b);
	sg_html_escape(sg_buf_str(&b), out);
	sg_buf_release(&b);
}

void sg_page_text_of(struct sg_page_job *j, struct sg_str text)
{
	sg_page_escape(text, j->out);
}

void sg_page_element(struct sg_page_job *j, const char *tag, struct sg_str text)
{
	sg_buf_printf(j->out, "<%s>", tag);
	sg_page_text_of(j, text);
	sg_buf_printf(j->out, "</%s>", tag);
}

struct sg_str sg_page_person(const struct sg_page_job *j, uint32_t case_)
{
	const struct sg_study_case *c = &j->s->cases[case_];
	uint32_t at;

	if (sg_view_attribute(&j->v, j->r->o->group, &at, &(struct sg_error){0}) < 0 ||
		at == SG_NONE || c->values[at].n == 0)
		return c->name;
	return sg_arena_printf(j->v.arena, j->v.english ? "%.*s (%.*s)" : "%.*s(%.*s)",
		SG_ARG(c->name), SG_ARG(c->values[at]));
}

bool sg_page_any(const struct sg_page_job *j, uint32_t code, uint32_t question)
{
	return j->with[code * (j->s->nquestions + 1) + question];
}

uint32_t sg_page_people_of(const struct sg_page_job *j, uint32_t code)
{
	bool *has = sg_zalloc(j->s->ncases, sizeof *has);
	uint32_t n = 0;

	for (size_t i = 0; i < j->ncodings; i++) {
		const struct sg_study_coding *k = &j->s->codings[j->codings[i]];
		if (sg_study_code_within(j->s, k->code, code))
			has[j->s->answers[k->answer].case_] = true;
	}
	for (size_t i = 0; i < j->s->ncases; i++)
		n += has[i];
	free(has);
	return n;
}

size_t sg_report_groups(const struct sg_view *v, struct sg_report_group **out)
{
	const struct sg_study *s = v->s;
	SG_VEC(struct sg_report_group) found = {NULL, 0, 0};

	for (uint32_t a = 0; a < s->nattributes; a++) {
		struct sg_groups g;
		sg_groups_init(&g, v, a);
		for (uint32_t k = 0; g.n > 1 && g.n <= SG_OVERVIEW_VALUES && k < g.n;
			k++) {
			const struct sg_report_group group = {a, g.names[k], NULL};
			bool any = false;
			for (uint32_t i = 0; i < s->ncases && !any; i++)
				any = v->cases[i] && sg_report_in_group(s, &group, i);
			if (any)
				SG_PUSH(&found, group);
		}
	}
	*out = sg_arena_array(v->arena, found.n + 1, sizeof **out);
	if (found.n)
		memcpy(*out, found.v, found.n * sizeof **out);
	free(found.v);
	return found.n;
}

bool sg_report_in_group(
	const struct sg_study *s, const struct sg_report_group *g, uint32_t case_)
{
	return sg_str_eq(s->cases[case_].values[g->attribute], g->value);
}
