/* page_notes.c - the notes below tables and figures of the page. Numbers of people open
 * and are counted again for a group; a note that speaks of everybody alone is marked, so
 * that the script can put it aside, and what the group is stands before all of them. */
#include "config.h"

#include "report/page_number.h"

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
	n.here = true;
	return link_of(o->j, &n, SG_STR("0"));
}

/* A line that is shown for a part of the study: "group", "code", or both. */
static void open_part(const struct sg_page_job *j, const char *of)
{
	sg_buf_printf(j->out, "<span class=\"part\" data-of=\"%s\" hidden>", of);
}

static void part(const struct sg_page_job *j, const char *of, enum sg_page_word word)
{
	open_part(j, of);
	sg_page_escape(sg_page_say(j, word), j->out);
	sg_buf_addz(j->out, "<br></span>");
}

/* In place of the sentence about everything: its wording depends on the numbers. */
static void review_of_part(const struct sg_page_source *o)
{
	struct sg_str marks[] = {cells(o, "cells", NULL), cells(o, "seen", "cells")};

	if (o->j->v.coder != SG_NONE)
		return;
	open_part(o->j, "group code");
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

/* Filters for which a note is not true. */
static const char *untrue_for(enum sg_about about)
{
	switch (about) {
	case SG_ABOUT_ANSWERS: return "group";
	case SG_ABOUT_REVIEW:
	case SG_ABOUT_CODINGS: return "group code";
	case SG_ABOUT_RULE:
	case SG_ABOUT_PEOPLE:
	case SG_ABOUT_BASE: break;
	}
	return NULL;
}

static void one(const struct sg_page_source *o, const struct sg_footnote *n)
{
	const char *untrue = sg_page_whole(o) ? NULL : untrue_for(n->about);

	if (untrue)
		sg_buf_printf(
			o->j->out, "<span class=\"whole\" data-of=\"%s\">", untrue);
	else
		sg_buf_addz(o->j->out, "<span>");
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

/* What the filter is, for the tables that follow it: by code those that have codes. */
static void of_filter(const struct sg_page_source *o)
{
	bool codes = o->code != SIZE_MAX || o->code1 != SIZE_MAX;

	if (sg_page_whole(o)) {
		part(o->j, "group code", SG_SAY_WHOLE_STUDY);
		return;
	}
	sg_buf_printf(o->j->out, "<span class=\"where\" data-of=\"%s\" hidden></span>",
		codes ? "group code" : "group");
	if (codes)
		part(o->j, "group", SG_SAY_ROWS_KEPT);
}

/* The people named are those of the whole study. */
static void source(const struct sg_page_source *o)
{
	const struct sg_page_job *j = o->j;
	bool stays = sg_page_whole(o) || sg_str_eqz(o->t->id, "saturation");
	struct sg_str title = j->s->title;

	sg_buf_addz(j->out, "<p class=\"note\">");
	sg_page_escape(sg_str_of(sg_word(SG_WORD_SOURCE, &j->w)), j->out);
	sg_buf_addz(
		j->out, stays ? "<span>" : "<span class=\"whole\" data-of=\"group\">");
	sg_page_escape(o->t->source, j->out);
	sg_buf_addz(j->out, "</span>");
	if (!stays) {
		if (title.n == 0)
			title = sg_label(SG_NOTE_SOURCE_UNTITLED, j->v.english);
		open_part(j, "group");
		sg_page_escape(title, j->out);
		sg_buf_addz(j->out, "</span>");
	}
	sg_buf_addz(j->out, "</p>\n");
}

void sg_page_notes(const struct sg_page_source *o)
{
	const struct sg_page_job *j = o->j;

	sg_buf_addz(j->out, "<p class=\"note\">");
	if (o->t->nnotes)
		sg_page_escape(sg_str_of(sg_word(SG_WORD_NOTE, &j->w)), j->out);
	of_filter(o);
	for (size_t i = 0; i < o->t->nnotes; i++)
		one(o, &o->t->notes[i]);
	sg_buf_addz(j->out, "</p>\n");
	if (o->t->source.n)
		source(o);
}
