/* page_answers.c - what stands behind the numbers of the page: statements by code, with
 * who made them where; the answers as written, in pieces that can be marked; and the
 * respondents with their attributes. */
#include "config.h"

#include "report/page_parts.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/labels.h"
#include "analysis/number.h"

/* --- statements by code --- */

static int by_place(const void *a, const void *b, const struct sg_study *s)
{
	const struct sg_study_coding *x = &s->codings[*(const uint32_t *)a];
	const struct sg_study_coding *y = &s->codings[*(const uint32_t *)b];
	uint32_t p = s->answers[x->answer].question, q = s->answers[y->answer].question;

	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (p != q)
		return p < q ? -1 : 1;
	if (x->answer != y->answer)
		return x->answer < y->answer ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->stop != y->stop)
		return x->stop < y->stop ? -1 : 1;
	return 0;
}

/* Merges, so that equal places stay in the order of the study. */
static void sort(uint32_t *v, uint32_t *spare, size_t n, const struct sg_study *s)
{
	size_t half = n / 2;

	if (n < 2)
		return;
	sort(v, spare, half, s);
	sort(v + half, spare, n - half, s);
	memcpy(spare, v, half * sizeof *v);
	for (size_t i = 0, k = half, at = 0; i < half; at++)
		v[at] = k < n && by_place(&v[k], &spare[i], s) < 0 ? v[k++]
								   : spare[i++];
}

static struct sg_str statement(
	const struct sg_page_job *j, const struct sg_study_coding *k)
{
	if (k->origin == SG_ORIGIN_DEFAULT)
		return sg_page_say(j, SG_SAY_WHOLE_ANSWER);
	return sg_study_quote(j->s, j->s->answers[k->answer].text, k->start, k->stop);
}

/* " data-f=\"FACET:VALUE …\"" of what any of the codings says. */
static void facets(struct sg_page_job *j, const uint32_t *codings, size_t n)
{
	const char *before = " data-f=\"", *after = "";

	for (size_t f = 0; f < j->s->nfacets; f++)
		for (uint32_t v = 0; v < j->s->facets[f].nvalues; v++) {
			bool has = false;
			for (size_t i = 0; i < n; i++) {
				const uint32_t *values =
					j->s->codings[codings[i]].facets;
				has |= values && values[f] == v;
			}
			if (!has)
				continue;
			sg_buf_printf(j->out, "%s%zu:%u", before, f, v);
			before = " ";
			after = "\"";
		}
	sg_buf_addz(j->out, after);
}

/* One statement, whoever coded it; n codings of the same place. */
static void add_statement(struct sg_page_job *j, const uint32_t *codings, size_t n)
{
	const struct sg_study_coding *k = &j->s->codings[codings[0]];
	const struct sg_study_answer *a = &j->s->answers[k->answer];
	bool seen = false;

	for (size_t i = 0; i < n; i++) {
		const struct sg_study_coding *c = &j->s->codings[codings[i]];
		seen |= c->reviewed || c->origin == SG_ORIGIN_PERSON;
	}
	sg_buf_printf(j->out,
		"<li data-r=\"%u\" data-a=\"%u\" data-s=\"%u\" data-e=\"%u\"%s",
		a->case_, k->answer, k->start, k->stop, seen ? " data-v=\"\"" : "");
	facets(j, codings, n);
	sg_buf_addz(j->out, "><b>");
	sg_page_text_of(j, sg_page_person(j, a->case_));
	sg_buf_printf(
		j->out, "</b> <a class=\"q\" href=\"#a-%u-%u\">", k->answer, k->start);
	sg_page_text_of(j, statement(j, k));
	sg_buf_addz(j->out, "</a></li>\n");
}

static bool same_place(const struct sg_study_coding *a, const struct sg_study_coding *b)
{
	return a->answer == b->answer && a->start == b->start && a->stop == b->stop;
}

static void statements(
	struct sg_page_job *j, const uint32_t *codings, size_t n, uint32_t code)
{
	uint32_t before = 0;
	bool open = false;

	for (size_t i = 0, run; i < n; i += run) {
		const struct sg_study_coding *k = &j->s->codings[codings[i]];
		uint32_t q = j->s->answers[k->answer].question;
		for (run = 1;
			i + run < n && same_place(k, &j->s->codings[codings[i + run]]);)
			run++;
		if (!open || q != before) {
			sg_buf_addz(j->out, open ? "</ul></div>\n" : "");
			if (q == SG_NONE)
				sg_buf_addz(j->out, "<div><h4>");
			else
				sg_buf_printf(j->out,
					"<div id=\"e-%u-%u\" data-q=\"%u\"><h4>", code,
					q, q);
			sg_page_text_of(j, q == SG_NONE
						   ? sg_page_say(j, SG_SAY_UNDER_NONE)
						   : sg_view_question_title(&j->v, q));
			sg_buf_addz(j->out, "</h4><ul>\n");
		}
		open = true;
		before = q;
		add_statement(j, codings + i, run);
	}
	sg_buf_addz(j->out, open ? "</ul></div>\n" : "");
}

static void code_tree(struct sg_page_job *j, uint32_t parent, const uint32_t *sorted)
{
	for (uint32_t c = 0; c < j->s->ncodes; c++) {
		if (j->s->codes[c].parent != parent)
			continue;
		size_t first = 0, n = 0;
		while (first < j->ncodings && j->s->codings[sorted[first]].code < c)
			first++;
		while (first + n < j->ncodings &&
			j->s->codings[sorted[first + n]].code == c)
			n++;
		sg_buf_printf(j->out,
			"<details class=\"code\" id=\"e-%u\" data-code=\"%u\"", c, c);
		if (parent != SG_NONE)
			sg_buf_printf(j->out, " data-up=\"%u\"", parent);
		sg_buf_addz(j->out, "><summary><span class=\"title\">");
		sg_page_text_of(j, sg_view_code_title(&j->v, c));
		sg_buf_addz(j->out, "</span> <span class=\"count\">");
		sg_page_text_of(
			j, sg_page_fill(j, SG_SAY_N_PEOPLE,
				   sg_count_str(&j->arena, sg_page_people_of(j, c)),
				   SG_STR("")));
		sg_buf_addz(j->out, "</span></summary>\n");
		statements(j, sorted + first, n, c);
		code_tree(j, c, sorted);
		sg_buf_addz(j->out, "</details>\n");
	}
}

void sg_page_evidence(struct sg_page_job *j)
{
	uint32_t *sorted = sg_alloc(j->ncodings + 1, sizeof *sorted);
	uint32_t *spare = sg_alloc(j->ncodings + 1, sizeof *spare);

	if (j->ncodings)
		memcpy(sorted, j->codings, j->ncodings * sizeof *sorted);
	sort(sorted, spare, j->ncodings, j->s);
	if (j->ncodings == 0)
		sg_page_element(j, "p", sg_page_say(j, SG_SAY_NO_EVIDENCE));
	code_tree(j, SG_NONE, sorted);
	free(spare);
	free(sorted);
}

/* --- answers --- */

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Where something that opens begins or ends in the answer: *v is heap. */
static size_t cuts_of(
	const struct sg_page_job *j, uint32_t answer, size_t *next, uint32_t **v)
{
	const struct sg_study_answer *a = &j->s->answers[answer];
	SG_VEC(uint32_t) cuts = {NULL, 0, 0};
	size_t n = 0;

	SG_PUSH(&cuts, a->start);
	SG_PUSH(&cuts, a->stop);
	while (*next < j->ncodings && j->s->codings[j->codings[*next]].answer < answer)
		(*next)++;
	for (; *next < j->ncodings; (*next)++) {
		const struct sg_study_coding *k = &j->s->codings[j->codings[*next]];
		if (k->answer != answer)
			break;
		SG_PUSH(&cuts, k->start);
		SG_PUSH(&cuts, k->stop);
	}
	for (size_t t = 0; t < j->r->tables->n; t++) {
		const struct sg_table *table = &j->r->tables->v[t];
		for (size_t i = 0; i < table->nrows * table->ncolumns; i++)
			for (size_t q = 0; q < table->cells[i].nquotes; q++) {
				const struct sg_quote *o = &table->cells[i].quotes[q];
				if (o->stop == 0 || o->answer != answer)
					continue;
				SG_PUSH(&cuts, o->start);
				SG_PUSH(&cuts, o->stop);
			}
	}
	qsort(cuts.v, cuts.n, sizeof *cuts.v, by_number);
	for (size_t i = 0; i < cuts.n; i++)
		if ((n == 0 || cuts.v[n - 1] != cuts.v[i]) && cuts.v[i] >= a->start &&
			cuts.v[i] <= a->stop)
			cuts.v[n++] = cuts.v[i];
	*v = cuts.v;
	return n;
}

static void codes_here(struct sg_page_job *j, size_t first, size_t next)
{
	bool *has = sg_zalloc(j->s->ncodes, sizeof *has), any = false;

	for (size_t i = first; i < next; i++)
		has[j->s->codings[j->codings[i]].code] = true;
	for (uint32_t c = 0; c < j->s->ncodes; c++) {
		if (!has[c])
			continue;
		if (!any) {
			sg_buf_addz(j->out, "<p class=\"codes\">");
			sg_page_text_of(j, sg_page_say(j, SG_SAY_CODES_HERE));
			sg_buf_addz(j->out, ": ");
		}
		sg_buf_addz(j->out, any ? ", " : "");
		sg_page_text_of(j, sg_view_code_title(&j->v, c));
		any = true;
	}
	sg_buf_addz(j->out, any ? "</p>\n" : "");
	free(has);
}

static void answer_text(struct sg_page_job *j, uint32_t at, size_t *next)
{
	const struct sg_study_answer *a = &j->s->answers[at];
	uint32_t *cuts;

	while (*next < j->ncodings && j->s->codings[j->codings[*next]].answer < at)
		(*next)++;
	size_t first = *next, n = cuts_of(j, at, next, &cuts);
	sg_buf_addz(j->out, "<div class=\"text\">");
	for (size_t i = 0; i + 1 < n; i++) {
		sg_buf_printf(j->out, "<span id=\"a-%u-%u\" data-o=\"%u\">", at,
			cuts[i], cuts[i]);
		sg_page_text_of(j, sg_study_quote(j->s, a->text, cuts[i], cuts[i + 1]));
		sg_buf_addz(j->out, "</span>");
	}
	sg_buf_addz(j->out, "</div>\n");
	codes_here(j, first, *next);
	free(cuts);
}

static void one_answer(struct sg_page_job *j, uint32_t at, size_t *next)
{
	const struct sg_study_answer *a = &j->s->answers[at];
	bool valid = a->state == SG_ANSWER_ANSWERED || a->question == SG_NONE;

	sg_buf_printf(j->out,
		"<details class=\"answer\" id=\"a-%u\" data-r=\"%u\" "
		"data-q=\"%u\"><summary>"
		"<b class=\"title\">",
		at, a->case_, a->question);
	sg_page_text_of(j, sg_page_person(j, a->case_));
	sg_buf_addz(j->out, "</b> <span class=\"count\">");
	sg_page_text_of(
		j, valid ? sg_page_say(j, SG_SAY_ANSWERED)
			 : sg_label((enum sg_label)(SG_LABEL_KIND_FULL + a->kind),
				   j->v.english));
	sg_buf_addz(j->out, "</span></summary>\n");
	answer_text(j, at, next);
	sg_buf_addz(j->out, "</details>\n");
}

void sg_page_answers(struct sg_page_job *j)
{
	for (uint32_t q = 0; q <= j->s->nquestions; q++) {
		bool none = q == j->s->nquestions, any = false;
		size_t next = 0;
		if (!none && !j->v.questions[q])
			continue;
		for (uint32_t i = 0; i < j->s->nanswers; i++) {
			const struct sg_study_answer *a = &j->s->answers[i];
			if (a->question != (none ? SG_NONE : q) ||
				a->case_ == SG_NONE || !j->v.cases[a->case_] ||
				(none && a->stop == a->start))
				continue;
			if (!any) {
				sg_buf_printf(j->out, "<div id=\"aq-%u\"><h3>", q);
				sg_page_text_of(
					j, none ? sg_page_say(j, SG_SAY_UNDER_NONE)
						: sg_view_question_title(&j->v, q));
				sg_buf_addz(j->out, "</h3>\n");
			}
			any = true;
			one_answer(j, i, &next);
		}
		sg_buf_addz(j->out, any ? "</div>\n" : "");
	}
}

/* --- respondents --- */

static void groups_of(struct sg_page_job *j, uint32_t who)
{
	const char *gap = "";

	for (size_t g = 0; g < j->r->ngroups; g++)
		if (sg_report_in_group(j->s, &j->r->groups[g], who)) {
			sg_buf_printf(j->out, "%s%zu", gap, g);
			gap = " ";
		}
}

void sg_page_people(struct sg_page_job *j)
{
	sg_buf_addz(j->out, "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
	sg_page_element(j, "th", sg_page_say(j, SG_SAY_PEOPLE));
	for (size_t i = 0; i < j->s->nattributes; i++)
		sg_page_element(j, "th", j->s->attributes[i]);
	sg_buf_addz(j->out, "</tr></thead><tbody>\n");
	for (uint32_t c = 0; c < j->s->ncases; c++) {
		if (!j->v.cases[c])
			continue;
		sg_buf_printf(j->out, "<tr data-r=\"%u\" data-g=\"", c);
		groups_of(j, c);
		sg_buf_addz(j->out, "\" data-name=\"");
		sg_page_text_of(j, sg_page_person(j, c));
		sg_buf_addz(j->out, "\"><th scope=\"row\">");
		sg_page_text_of(j, j->s->cases[c].name);
		sg_buf_addz(j->out, "</th>");
		for (size_t i = 0; i < j->s->nattributes; i++)
			sg_page_element(j, "td", j->s->cases[c].values[i]);
		sg_buf_addz(j->out, "</tr>\n");
	}
	sg_buf_addz(j->out, "</tbody></table></div>\n");
}
