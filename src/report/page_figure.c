/* page_figure.c - figures of the page: drawn as anywhere else (chart.h), with their
 * numbers as links, and with marks of what belongs to which code and respondent, so that
 * the script can count them again for a group and leave out codes. */
#include "config.h"

#include "report/page_number.h"

#include <string.h>

struct figure {
	struct sg_page_source of;
	const struct sg_chart *chart;
};

static enum sg_page_word title(const char *name)
{
	static const struct {
		const char *name;
		enum sg_page_word word;
	} names[] = {
		{"bars", SG_SAY_FIGURE_BARS},
		{"respondents", SG_SAY_FIGURE_RESPONDENTS},
		{"questions", SG_SAY_FIGURE_QUESTIONS},
		{"groups", SG_SAY_FIGURE_GROUPS},
		{"cooccur", SG_SAY_FIGURE_COOCCUR},
		{"network", SG_SAY_FIGURE_NETWORK},
		{"saturation", SG_SAY_FIGURE_SATURATION},
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].name, name) == 0)
			return names[i].word;
	return SG_SAY_FIGURE;
}

/* --- what the chart asks for --- */

static void code(
	void *ctx, struct sg_str label, struct sg_str other, struct sg_buf *out)
{
	const struct figure *f = ctx;
	const struct sg_study *s = f->of.j->s;
	uint32_t a = label.n ? sg_study_code_find(s, label) : SG_NONE;
	uint32_t b = other.n ? sg_study_code_find(s, other) : SG_NONE;

	if (a == SG_NONE)
		return;
	sg_buf_printf(out, " data-c=\"%u", a);
	if (b != SG_NONE)
		sg_buf_printf(out, " %u", b);
	sg_buf_addc(out, '"');
}

static bool column(void *ctx, size_t k, struct sg_buf *out)
{
	const struct figure *f = ctx;
	uint32_t who;

	if (!sg_str_eqz(f->of.t->id, "matrix-case"))
		return false;
	who = sg_study_case_find(f->of.j->s, f->of.t->columns[k].key);
	if (who == SG_NONE)
		return false;
	sg_buf_printf(out, "<g data-r=\"%u\">", who);
	return true;
}

static bool link(
	const struct figure *f, bool is, struct sg_page_number *n, struct sg_buf *out)
{
	if (!is)
		return false;
	sg_page_link(f->of.j, n, out);
	sg_page_number_release(n);
	return true;
}

static bool open(void *ctx, size_t row, size_t k, struct sg_buf *out)
{
	const struct figure *f = ctx;
	struct sg_page_number n;

	return link(f, sg_page_number_of(&f->of, row, k, &n), &n, out);
}

static bool open_name(void *ctx, size_t k, struct sg_buf *out)
{
	const struct figure *f = ctx;
	struct sg_page_number n;

	return link(f, sg_page_number_of_name(&f->of, k, &n), &n, out);
}

/* --- the figure --- */

static void draw(struct figure *f)
{
	struct sg_page_job *j = f->of.j;
	const struct sg_chart_links links = {
		f->chart->name, f, code, column, open, open_name};
	const struct sg_chart_options o = {.english = j->v.english, .links = &links};
	struct sg_error err = {0};
	struct sg_buf svg;

	sg_buf_init(&svg);
	sg_buf_addz(j->out, "<div class=\"swap scroll\" tabindex=\"0\"");
	sg_page_order(&f->of);
	sg_buf_addz(j->out, ">\n");
	if (f->chart->draw(f->of.t, &o, &svg, &err) == 0)
		sg_buf_add(j->out, sg_buf_str(&svg));
	else
		sg_page_element(j, "p",
			sg_page_say(j,
				f->of.t->nrows ? SG_SAY_TOO_WIDE : SG_SAY_NOT_DRAWN));
	sg_buf_addz(j->out, "</div>\n");
	sg_buf_release(&svg);
}

static void notes(struct figure *f)
{
	struct sg_page_job *j = f->of.j;

	sg_buf_addz(j->out, "<div class=\"swap\">\n");
	sg_page_notes(&f->of);
	sg_buf_addz(j->out, "</div>\n");
}

static void caption(struct figure *f, size_t number)
{
	struct sg_page_job *j = f->of.j;

	sg_buf_printf(j->out,
		j->v.english ? "<figcaption>%s %zu. " : "<figcaption>&lt;%s %zu&gt; ",
		sg_page_say(j, SG_SAY_FIGURE).p, number);
	sg_page_text_of(j, sg_page_say(j, title(f->chart->name)));
	sg_buf_addz(j->out, "</figcaption>\n");
	sg_buf_addz(j->out, "<p class=\"note of-code\" role=\"status\" hidden></p>\n");
}

void sg_page_figures(struct sg_page_job *j)
{
	for (size_t i = 0; i < j->r->nfigures; i++) {
		const struct sg_report_figure *r = &j->r->figures[i];
		struct figure f = {.chart = r->chart};
		sg_page_source_init(&f.of, j, r->table, SG_NONE, r->level);
		sg_buf_printf(j->out, "<figure class=\"swaps\" id=\"f-%s\">\n",
			r->chart->name);
		draw(&f);
		caption(&f, i + 1);
		notes(&f);
		for (size_t g = 0;
			sg_str_eqz(r->table->id, "saturation") && g < j->r->ngroups;
			g++) {
			if (!j->r->groups[g].saturation)
				continue;
			sg_page_source_init(&f.of, j, &j->r->groups[g].saturation->v[0],
				SG_NONE, r->level);
			sg_buf_printf(j->out, "<template data-group=\"%zu\">", g);
			draw(&f);
			notes(&f);
			sg_buf_addz(j->out, "</template>\n");
		}
		sg_buf_addz(j->out, "</figure>\n");
	}
}
