/* review_compose.c - see review_compose.h. */
#include "config.h"

#include "project/review_compose.h"

#include "text/utf8.h"

/* --- the answer --- */

static enum sg_page_style style_at(const struct sg_reviewing *r, uint32_t cp, bool hit)
{
	bool pointed = cp >= r->start && cp < r->stop;
	bool coded = false, dropped = false;

	if (hit)
		return pointed ? SG_PAGE_HIT : SG_PAGE_HIT_ELSEWHERE;
	if (pointed)
		return SG_PAGE_STRETCH;
	for (size_t i = 0; i < r->nsegments; i++) {
		const struct sg_review_segment *g = &r->segments[i];
		if (cp < g->start || cp >= g->stop || g->by_default)
			continue;
		coded |= !g->dropped;
		dropped |= g->dropped;
	}
	return coded ? SG_PAGE_SEGMENT : dropped ? SG_PAGE_DROPPED : SG_PAGE_PLAIN;
}

static bool in_evidence(const struct sg_reviewing *r, uint32_t cp)
{
	for (size_t i = 0; i < r->nhits; i++)
		if (cp >= r->hits[i].start && cp < r->hits[i].stop)
			return true;
	return false;
}

void sg_compose_answer(const struct sg_reviewing *r, struct sg_styled *out, bool marks,
	size_t *stretch)
{
	uint32_t cp = r->study.answers[r->work->cell.answer].start;
	enum sg_page_style style = SG_PAGE_PLAIN; /* of the run from `from` on */
	size_t from = 0;
	bool open = false;

	*stretch = 0;
	for (size_t at = 0; at < r->text.n; cp++) {
		bool hit = in_evidence(r, cp);
		bool begins = cp == r->start && r->start < r->stop;
		enum sg_page_style now = style_at(r, cp, hit);
		if (begins || hit != open || now != style) {
			sg_styled_add(out, sg_str_sub(r->text, from, at), style);
			from = at;
			style = now;
		}
		if (begins)
			*stretch = out->text.n;
		if (marks && hit != open)
			sg_styled_addz(out, hit ? "【" : "】", style);
		open = hit;
		sg_utf8_next(r->text, &at);
	}
	sg_styled_add(out, sg_str_skip(r->text, from), style);
	if (marks && open)
		sg_styled_addz(out, "】", SG_PAGE_PLAIN);
}

void sg_page_marked(const struct sg_reviewing *r, struct sg_buf *out)
{
	struct sg_styled text = {0};
	size_t stretch;

	sg_compose_answer(r, &text, true, &stretch);
	sg_buf_add(out, sg_buf_str(&text.text));
	sg_styled_release(&text);
}

/* --- the codebook entry --- */

/* A labelled part of the entry; line ends in it are those of the codebook file. */
static void part(struct sg_styled *out, const char *label, struct sg_str text)
{
	struct sg_buf flat;

	if (text.n == 0)
		return;
	sg_buf_init(&flat);
	for (size_t i = 0; i < text.n; i++)
		sg_buf_addc(&flat, text.p[i] == '\n' ? ' ' : text.p[i]);
	if (out->text.n)
		sg_styled_addz(out, "\n", SG_PAGE_PLAIN);
	sg_styled_addz(out, label, SG_PAGE_STRONG);
	sg_styled_addz(out, " ", SG_PAGE_PLAIN);
	sg_styled_add(out, sg_buf_str(&flat), SG_PAGE_PLAIN);
	sg_buf_release(&flat);
}

/* The rules that hit, each once, with what they hit. */
static void compose_rules(const struct sg_reviewing *r, struct sg_styled *out)
{
	const struct sg_study_answer *a = &r->study.answers[r->work->cell.answer];
	struct sg_buf label;

	sg_buf_init(&label);
	for (size_t i = 0; i < r->nhits; i++) {
		const struct sg_entry_hit *e = &r->hits[i];
		bool told = false;
		for (size_t k = 0; k < i; k++)
			told |= r->hits[k].line == e->line;
		if (told)
			continue;
		sg_buf_reset(&label);
		sg_buf_printf(&label, _("rule %u:"), e->line);
		part(out, sg_buf_z(&label), e->rule);
		bool first = true;
		for (size_t k = i; k < r->nhits; k++) {
			if (r->hits[k].line != e->line)
				continue;
			sg_styled_addz(out, first ? " → " : ", ", SG_PAGE_DIM);
			sg_styled_add(out,
				sg_study_quote(&r->study, a->text, r->hits[k].start,
					r->hits[k].stop),
				SG_PAGE_HIT_ELSEWHERE);
			first = false;
		}
	}
	sg_buf_release(&label);
}

void sg_compose_entry(const struct sg_reviewing *r, struct sg_styled *out)
{
	const struct sg_study_code *c = &r->study.codes[r->work->cell.code];

	part(out, _("definition:"), r->entry.definition);
	part(out, _("include:"), r->entry.include);
	part(out, _("exclude:"), r->entry.exclude);
	compose_rules(r, out);
	for (size_t i = 0; i < r->nsegments; i++)
		if (r->segments[i].by_default && !r->segments[i].dropped) {
			part(out, _("default:"),
				sg_str_of(_("every answer to this question carries "
					    "it")));
			break;
		}
	uint32_t q = r->study.answers[r->work->cell.answer].question;
	if (q != SG_NONE)
		part(out, _("question:"), r->study.questions[q].wording);
	if (out->text.n == 0)
		sg_styled_add(out, c->name, SG_PAGE_PLAIN);
}

size_t sg_compose_panel_lines(const struct sg_page_panel *p)
{
	return 1 + p->input + p->nlines;
}

void sg_compose_panel(const struct sg_page_panel *p, struct sg_styled *out, size_t rows)
{
	size_t fixed = 1 + p->input;
	size_t room = rows > fixed ? rows - fixed : 0;
	size_t first = p->nlines && p->chosen != SIZE_MAX && p->chosen >= room
			       ? p->chosen - room + 1
			       : 0;

	sg_styled_add(out, p->title, SG_PAGE_STRONG);
	if (p->input) /* laid over this line */
		sg_styled_addz(out, "\n ", SG_PAGE_PLAIN);
	for (size_t i = first; i < p->nlines && i < first + room; i++) {
		sg_styled_addz(out, "\n", SG_PAGE_PLAIN);
		sg_styled_add(out, p->lines[i],
			i == p->chosen ? SG_PAGE_CHOSEN : SG_PAGE_PLAIN);
	}
}
