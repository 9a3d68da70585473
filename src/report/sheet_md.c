/* sheet_md.c - a coding sheet in Markdown. Its form is described in ingest/sheet_md.c. */
#include "config.h"

#include "report/sheet.h"

#include "analysis/labels.h"
#include "ingest/sheet_file.h"

static void add(const struct sg_sheet *s, enum sg_label l, struct sg_buf *out)
{
	sg_buf_add(out, sg_label(l, s->english));
}

/* "  - 포함: text" */
static void criterion(const struct sg_sheet *s, enum sg_label l, struct sg_str text,
	uint32_t level, struct sg_buf *out)
{
	struct sg_str rest = text, line;

	while (sg_str_line(&rest, &line)) {
		if (sg_str_trim(line).n == 0)
			continue;
		sg_buf_pad(out, ' ', 2 * (level + 1));
		sg_buf_addz(out, "- ");
		add(s, l, out);
		sg_buf_printf(out, ": %.*s\n", SG_ARG(sg_str_trim(line)));
	}
}

static void code(
	const struct sg_sheet *s, const struct sg_sheet_code *c, struct sg_buf *out)
{
	struct sg_str rest = c->definition, line;
	bool first = true;

	sg_buf_pad(out, ' ', 2 * c->level);
	sg_buf_printf(out, "- **%.*s", SG_ARG(c->label));
	if (!sg_str_ends(c->label, c->name))
		sg_buf_printf(out, " %.*s", SG_ARG(c->name));
	sg_buf_addz(out, "**");
	while (sg_str_line(&rest, &line)) {
		if (sg_str_trim(line).n == 0)
			continue;
		sg_buf_printf(
			out, "%s %.*s", first ? ":" : "", SG_ARG(sg_str_trim(line)));
		first = false;
	}
	sg_buf_addc(out, '\n');
	criterion(s, SG_LABEL_SHEET_INCLUDE, c->include, c->level, out);
	criterion(s, SG_LABEL_SHEET_EXCLUDE, c->exclude, c->level, out);
	for (size_t i = 0; i < c->nexamples; i++)
		criterion(s, SG_LABEL_SHEET_EXAMPLE, c->examples[i], c->level, out);
}

static void answer(
	const struct sg_sheet *s, const struct sg_sheet_answer *a, struct sg_buf *out)
{
	sg_buf_printf(out, "\n### %.*s" SG_SHEET_BETWEEN "%.*s", SG_ARG(a->respondent),
		SG_ARG(a->question));
	if (a->title.n)
		sg_buf_printf(out, SG_SHEET_BETWEEN "%.*s", SG_ARG(a->title));
	sg_buf_addz(out, "\n\n");
	if (a->wording.n)
		sg_buf_printf(out, "> %.*s\n\n", SG_ARG(a->wording));
	for (uint32_t i = 0; i < a->nsentences; i++) {
		const struct sg_sheet_sentence *t = &a->sentences[i];
		sg_buf_printf(out, "[%u] %.*s\n", i + 1, SG_ARG(t->text));
		if (t->suggested.n) {
			add(s, SG_LABEL_SHEET_RULES, out);
			sg_buf_printf(out, ": %.*s\n", SG_ARG(t->suggested));
		}
		sg_buf_addz(out, SG_SHEET_ARROW " \n\n");
	}
	add(s, SG_LABEL_SHEET_WHOLE, out);
	sg_buf_addz(out, " " SG_SHEET_ARROW " \n");
}

void sg_sheet_md(const struct sg_sheet *s, struct sg_buf *out)
{
	sg_buf_printf(out, SG_SHEET_MARK " coder=\"%.*s\" blind=\"%s\" -->\n# ",
		SG_ARG(s->coder), s->blind ? "yes" : "no");
	add(s, SG_LABEL_SHEET_TITLE, out);
	sg_buf_printf(out, ": %.*s\n\n", SG_ARG(s->title));
	add(s, SG_LABEL_SHEET_HOW, out);
	sg_buf_addc(out, '\n');
	if (!s->blind) {
		sg_buf_addc(out, '\n');
		add(s, SG_LABEL_SHEET_NOT_BLIND, out);
		sg_buf_addc(out, '\n');
	}
	sg_buf_addz(out, "\n## ");
	add(s, SG_LABEL_SHEET_CODES, out);
	sg_buf_addz(out, "\n\n");
	for (size_t i = 0; i < s->ncodes; i++)
		code(s, &s->codes[i], out);
	sg_buf_addz(out, "\n## ");
	add(s, SG_LABEL_SHEET_ANSWERS, out);
	sg_buf_addc(out, '\n');
	for (size_t i = 0; i < s->nanswers; i++)
		answer(s, &s->answers[i], out);
}
