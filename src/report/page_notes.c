/* page_notes.c - the notes below tables and figures of the page. Numbers of people open
 * and are counted again for a group; a note that speaks of everybody alone is marked, so
 * that the script can put it aside, and what the group is stands before all of them. */
#include "config.h"

#include "report/page_number.h"

#include <string.h>

#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"

/* A label whose holes are filled with marks, appended as a line of the notes. */
static void fill(
	const struct sg_page_job *j, struct sg_str text, struct sg_str *marks, size_t n)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_html_escape(text, &b);
	sg_buf_add(j->out, sg_fill(j->v.arena, sg_buf_str(&b), marks, n));
	sg_buf_release(&b);
}

static struct sg_str link_of(
	const struct sg_page_job *j, struct sg_page_number *n, struct sg_str text)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_page_link(j, n, &b);
	sg_html_escape(text, &b);
	sg_buf_addz(&b, "</a>");
	struct sg_str s = sg_arena_str(j->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	sg_page_number_release(n);
	return s;
}

/* A number of people in the base of a question, of a group (SG_NONE: of all). */
static struct sg_str people(const struct sg_page_source *o, enum sg_base base,
	const struct sg_groups *groups, uint32_t group)
{
	const struct sg_page_job *j = o->j;
	struct sg_page_number n = sg_page_number();
	size_t count = 0;

	n.listed = true;
	n.question = o->question;
	n.people = sg_zalloc(j->s->ncases, sizeof *n.people);
	for (uint32_t i = 0; i < j->s->ncases; i++) {
		n.people[i] = (base == SG_BASE_ALL ? j->v.cases[i]
						   : sg_view_based(&j->v, base,
							     o->question, i)) &&
			      (group == SG_NONE || groups->of[i] == group);
		count += n.people[i];
	}
	if (count == 0 && group != SG_NONE) {
		sg_page_number_release(&n);
		return SG_STR("");
	}
	return link_of(j, &n, sg_count_str(j->v.arena, count));
}

/* "(공무원 11, 교수 8)" of those with a valid answer. */
static struct sg_str by_group(const struct sg_page_source *o)
{
	const struct sg_page_job *j = o->j;
	struct sg_groups g;
	uint32_t attribute;
	struct sg_buf b;

	if (sg_view_attribute(
		    &j->v, j->r->o->group, &attribute, &(struct sg_error){0}) < 0 ||
		attribute == SG_NONE)
		return SG_STR("");
	sg_groups_init(&g, &j->v, attribute);
	sg_buf_init(&b);
	for (uint32_t k = 0; k < g.n; k++) {
		struct sg_str n = people(o, SG_BASE_VALID, &g, k);
		if (n.n == 0)
			continue;
		sg_buf_addz(&b, b.n ? ", " : j->v.english ? " (" : "(");
		sg_page_escape(g.names[k], &b);
		sg_buf_addc(&b, ' ');
		sg_buf_add(&b, n);
	}
	sg_buf_addz(&b, b.n ? ")" : "");
	struct sg_str s = sg_arena_str(j->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static void people_line(const struct sg_page_source *o)
{
	enum sg_base all = o->question == SG_NONE ? SG_BASE_ALL : SG_BASE_ASKED;
	struct sg_str marks[] = {people(o, all, NULL, SG_NONE),
		people(o, SG_BASE_VALID, NULL, SG_NONE), by_group(o)};

	fill(o->j, sg_label(sg_remark_people_label(o->question), o->j->v.english),
		marks, 3);
}

static void base_line(const struct sg_page_source *o)
{
	const struct sg_page_job *j = o->j;
	struct sg_str n = people(o, j->r->o->base, NULL, SG_NONE);

	fill(j, sg_remark_base_text(&j->v, j->r->o->base, o->question, SG_STR("{0}")),
		&n, 1);
}

static struct sg_str cells(
	const struct sg_page_source *o, const char *measure, const char *base)
{
	struct sg_page_number n = sg_page_number();

	n.question = o->question;
	n.measure = measure;
	n.base = base;
	return link_of(o->j, &n, SG_STR("0"));
}

/* In place of the sentence about everybody: its wording depends on the numbers. */
static void review_of_part(const struct sg_page_source *o)
{
	struct sg_str marks[] = {cells(o, "cells", NULL), cells(o, "seen", "cells")};

	if (o->j->v.coder != SG_NONE)
		return;
	sg_buf_addz(o->j->out, "<span class=\"part\" hidden>");
	fill(o->j, sg_page_say(o->j, SG_SAY_REVIEW_PART), marks, 2);
	sg_buf_addz(o->j->out, "<br></span>");
}

static void plain(const struct sg_page_job *j, struct sg_str text)
{
	struct sg_str rest = text, line;

	for (bool first = true; sg_str_line(&rest, &line); first = false) {
		sg_buf_addz(j->out, first ? "" : "<br>");
		sg_page_escape(line, j->out);
	}
}

/* A line for when the page is filtered. */
static void for_part(const struct sg_page_job *j, enum sg_page_word word)
{
	sg_buf_addz(j->out, "<span class=\"part\" hidden>");
	sg_page_escape(sg_page_say(j, word), j->out);
	sg_buf_addz(j->out, "<br></span>");
}

static bool whole_study(const struct sg_page_source *o)
{
	return strncmp(o->t->id.p, "methods", 7) == 0;
}

static void one(const struct sg_page_source *o, const struct sg_footnote *n)
{
	bool counts = n->about == SG_ABOUT_REVIEW || n->about == SG_ABOUT_COUNTS;

	sg_buf_addz(o->j->out,
		counts && !whole_study(o) ? "<span class=\"whole\">" : "<span>");
	if (n->about == SG_ABOUT_PEOPLE)
		people_line(o);
	else if (n->about == SG_ABOUT_BASE)
		base_line(o);
	else
		plain(o->j, n->text);
	sg_buf_addz(o->j->out, "<br></span>");
	if (n->about == SG_ABOUT_REVIEW)
		review_of_part(o);
}

void sg_page_notes(const struct sg_page_source *o)
{
	const struct sg_page_job *j = o->j;

	sg_buf_addz(j->out, "<p class=\"note\">");
	if (o->t->nnotes)
		sg_page_escape(sg_str_of(sg_word(SG_WORD_NOTE, &j->w)), j->out);
	if (whole_study(o)) {
		for_part(j, SG_SAY_WHOLE_STUDY);
	} else {
		sg_buf_addz(j->out, "<span class=\"where\" hidden></span>");
		if (o->code != SIZE_MAX || o->code1 != SIZE_MAX)
			for_part(j, SG_SAY_ROWS_KEPT);
	}
	for (size_t i = 0; i < o->t->nnotes; i++)
		one(o, &o->t->notes[i]);
	sg_buf_addz(j->out, "</p>\n");
	if (o->t->source.n == 0)
		return;
	sg_buf_addz(j->out, "<p class=\"note\">");
	sg_page_escape(sg_str_of(sg_word(SG_WORD_SOURCE, &j->w)), j->out);
	sg_page_escape(o->t->source, j->out);
	sg_buf_addz(j->out, "</p>\n");
}
