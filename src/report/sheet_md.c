/* sheet_md.c - a coding sheet in Markdown. Its form is described in ingest/sheet_md.c. */
#include "config.h"

#include "report/sheet.h"

#include "analysis/labels.h"
#include "ingest/sheet_file.h"

static void add(const struct sg_coding_sheet *s, enum sg_label l, struct sg_buf *out)
{
	sg_buf_add(out, sg_label(l, s->english));
}

/* "  - 포함: text" */
static void criterion(const struct sg_coding_sheet *s, enum sg_label l,
	struct sg_str text, uint32_t level, struct sg_buf *out)
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

static void code(const struct sg_coding_sheet *s, const struct sg_sheet_code *c,
	struct sg_buf *out)
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

static void answer(const struct sg_coding_sheet *s, const struct sg_sheet_answer *a,
	struct sg_buf *out)
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

void sg_sheet_md(const struct sg_coding_sheet *s, struct sg_buf *out)
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

/* On one line, whatever paragraphs it spans. */
static void one_line(struct sg_str text, struct sg_buf *out)
{
	struct sg_str rest = text, line;
	bool first = true;

	while (sg_str_line(&rest, &line)) {
		line = sg_str_trim(line);
		if (line.n == 0)
			continue;
		if (!first)
			sg_buf_addc(out, ' ');
		sg_buf_add(out, line);
		first = false;
	}
}

static void side(const struct sg_study *s, struct sg_str name, const uint32_t *codes,
	uint32_t n, struct sg_buf *out)
{
	sg_buf_printf(out, "- %.*s:", SG_ARG(name));
	for (uint32_t i = 0; i < n; i++) {
		const struct sg_study_code *c = &s->codes[codes[i]];
		sg_buf_printf(out, "%s %.*s", i ? "," : "", SG_ARG(c->label));
		if (!sg_str_ends(c->label, c->name))
			sg_buf_printf(out, " %.*s", SG_ARG(c->name));
	}
	sg_buf_addz(out, n ? "\n" : " –\n");
}

void sg_settle_md(const struct sg_study *s, const struct sg_settlement *settlement,
	struct sg_buf *out)
{
	bool english = sg_str_eqz(s->language, "en");
	uint32_t answer = SG_NONE;
	struct sg_str first = s->coders[settlement->coders[0]];
	struct sg_str second = s->coders[settlement->coders[1]];

	sg_buf_printf(out, SG_SETTLE_MARK " first=\"%.*s\" second=\"%.*s\" -->\n# ",
		SG_ARG(first), SG_ARG(second));
	sg_buf_add(out, sg_label(SG_LABEL_SETTLE_TITLE, english));
	sg_buf_printf(out, ": %.*s, %.*s\n\n", SG_ARG(first), SG_ARG(second));
	sg_buf_add(out, sg_label(SG_LABEL_SETTLE_HOW, english));
	sg_buf_addc(out, '\n');
	for (size_t i = 0; i < settlement->ndisputes; i++) {
		const struct sg_dispute *d = &settlement->disputes[i];
		const struct sg_study_answer *a = &s->answers[d->answer];
		if (d->answer != answer) {
			sg_buf_printf(out, "\n### %.*s" SG_SHEET_BETWEEN "%.*s\n",
				SG_ARG(s->cases[a->case_].name),
				SG_ARG(s->questions[a->question].label));
			answer = d->answer;
		}
		sg_buf_printf(out, "\n[%u] ", d->sentence);
		one_line(d->text, out);
		sg_buf_addz(out, "\n\n");
		side(s, first, d->codes[0], d->n[0], out);
		side(s, second, d->codes[1], d->n[1], out);
		if (d->both.n)
			sg_buf_printf(out, "- %.*s: %.*s\n",
				SG_ARG(sg_label(SG_LABEL_SETTLE_BOTH, english)),
				SG_ARG(d->both));
		sg_buf_addc(out, '\n');
		sg_buf_add(out, sg_label(SG_LABEL_SETTLE_DECISION, english));
		sg_buf_addz(out, " " SG_SHEET_ARROW " \n");
	}
}
