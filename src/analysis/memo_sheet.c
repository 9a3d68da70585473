/* memo_sheet.c - see memo_sheet.h. The words of headings are those that the reader takes
 * back; a line of a memo that would look like a part of the sheet begins with a
 * backslash. */
#include "config.h"

#include "analysis/memo_sheet.h"

#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/view.h"

struct sheet {
	const struct sg_study *s;
	struct sg_view v;
	struct sg_str coder;
	struct sg_buf *out;
	bool *written; /* by memo */
	bool english;
};

static struct sg_str label(const struct sheet *sh, enum sg_label l)
{
	return sg_label(l, sh->english);
}

/* Text inside a comment, which must not end it; on one line. */
static void comment_text(struct sg_buf *out, struct sg_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '-' && i + 1 < s.n && s.p[i + 1] == '-')
			sg_buf_addz(out, "- ");
		else
			sg_buf_addc(out, s.p[i] == '\n' ? ' ' : s.p[i]);
	}
}

static void comment(struct sheet *sh, struct sg_str s)
{
	sg_buf_addz(sh->out, "<!-- ");
	comment_text(sh->out, s);
	sg_buf_addz(sh->out, " -->\n");
}

static bool looks_special(struct sg_str line, bool edge)
{
	return (edge && line.n == 0) || sg_str_starts(line, SG_STR("\\")) ||
	       sg_str_starts(line, SG_STR("#")) ||
	       sg_str_starts(line, SG_STR("<!--")) ||
	       sg_str_eq(line, SG_STR("(삭제)")) || sg_str_eqz(line, "(delete)");
}

static void write_body(struct sg_buf *out, struct sg_str body)
{
	struct sg_str first = body;

	/* Pieces between line ends, an empty one behind the last included. */
	for (bool more = true; more;) {
		size_t end = sg_str_findc(first, '\n');
		struct sg_str line = sg_str_sub(first, 0, end);
		more = end != SIZE_MAX;
		bool edge =
			line.p == body.p || !more ||
			sg_str_trim(sg_str_sub(body, 0, (size_t)(line.p - body.p))).n ==
				0 ||
			sg_str_trim(sg_str_skip(first, line.n)).n == 0;
		if (looks_special(line, edge) || (edge && sg_str_trim(line).n == 0))
			sg_buf_addc(out, '\\');
		sg_buf_add(out, line);
		sg_buf_addc(out, '\n');
		first = sg_str_skip(first, line.n + 1);
	}
}

/* The coder's memos on exactly that, the first as the body; a second one, of a code that
 * was merged into this one, stays a comment. */
static void write_memos(
	struct sheet *sh, uint32_t case_, uint32_t question, uint32_t code)
{
	bool first = true;

	for (size_t i = 0; i < sh->s->nmemos; i++) {
		const struct sg_study_memo *m = &sh->s->memos[i];
		if (m->anchored || m->case_ != case_ || m->question != question ||
			m->code != code)
			continue;
		bool mine = sg_str_eq(m->author, sh->coder);
		if (mine && first) {
			sg_buf_printf(sh->out, "<!-- saegim memo %.*s -->\n",
				SG_ARG(m->guid));
			write_body(sh->out, m->body);
			first = false;
		} else {
			sg_buf_printf(sh->out, "<!-- %.*s: ", SG_ARG(m->author));
			comment_text(sh->out, m->body);
			sg_buf_addz(sh->out, " -->\n");
		}
		sh->written[i] = true;
	}
}

static void part(struct sheet *sh, enum sg_label word, struct sg_str name, bool *first)
{
	struct sg_str w = label(sh, word);

	sg_buf_printf(
		sh->out, "%s%.*s %.*s", *first ? " " : " × ", SG_ARG(w), SG_ARG(name));
	*first = false;
}

static void heading(struct sheet *sh, const char *marks, uint32_t case_,
	uint32_t question, uint32_t code, struct sg_str quote)
{
	struct sg_str title = {"", 0};
	bool first = true;

	sg_buf_printf(sh->out, "\n%s", marks);
	if (case_ != SG_NONE)
		part(sh, SG_WORD_RESPONDENT, sh->s->cases[case_].name, &first);
	if (question != SG_NONE) {
		part(sh, SG_WORD_QUESTION, sh->s->questions[question].label, &first);
		title = sh->s->questions[question].title;
	}
	if (code != SG_NONE) {
		part(sh, SG_WORD_CODE, sh->s->codes[code].label, &first);
		title = sh->s->codes[code].name;
	}
	if (quote.n) {
		part(sh, SG_WORD_QUOTE, SG_STR(""), &first);
		comment_text(sh->out, quote);
	} else if (title.n && case_ == SG_NONE) {
		sg_buf_printf(sh->out, " — %.*s", SG_ARG(title));
	}
	sg_buf_addc(sh->out, '\n');
}

/* One row of a findings table: n and quotations, then the memo. */
static void write_cell(
	struct sheet *sh, uint32_t question, const struct sg_table *t, size_t row)
{
	uint32_t code = sg_study_code_find(sh->s, sg_table_at(t, row, "code")->text);
	const struct sg_cell *n = sg_table_at(t, row, "n");
	const struct sg_cell *q = sg_table_at(t, row, "quotations");

	if (code == SG_NONE)
		return;
	heading(sh, "###", SG_NONE, question, code, SG_STR(""));
	sg_buf_printf(sh->out, "<!-- n %.0f / %.0f", n->number, n->base);
	if (n->mark.n)
		sg_buf_printf(sh->out, " %.*s", SG_ARG(n->mark));
	sg_buf_addz(sh->out, " -->\n");
	for (size_t i = 0; q && i < q->nquotes; i++) {
		const struct sg_quote *one = &q->quotes[i];
		struct sg_str counter = label(sh, SG_LABEL_COUNTER);
		struct sg_str said =
			sg_arena_printf(sh->v.arena, "%.*s%s\"%.*s\" (%.*s%s%.*s)",
				one->counter ? (int)counter.n : 0, counter.p,
				one->counter ? " " : "", SG_ARG(one->text),
				SG_ARG(one->respondent), one->group.n ? ", " : "",
				SG_ARG(one->group));
		comment(sh, said);
	}
	write_memos(sh, SG_NONE, question, code);
}

/* Memos that no cell of the tables has: of this question, or of none. */
static void write_rest(struct sheet *sh, uint32_t question, const char *marks)
{
	for (size_t i = 0; i < sh->s->nmemos; i++) {
		const struct sg_study_memo *m = &sh->s->memos[i];
		struct sg_str quote = SG_STR("");
		if (sh->written[i] || m->question != question ||
			!sg_str_eq(m->author, sh->coder))
			continue;
		if (!m->anchored) {
			heading(sh, marks, m->case_, m->question, m->code, quote);
			write_memos(sh, m->case_, m->question, m->code);
			continue;
		}
		if (m->answer != SG_NONE)
			quote = sg_study_quote(sh->s, sh->s->answers[m->answer].text,
				m->start, m->stop);
		heading(sh, marks, m->case_, m->question, m->code,
			quote.n ? quote : SG_STR("…"));
		sg_buf_printf(sh->out, "<!-- saegim memo %.*s -->\n", SG_ARG(m->guid));
		write_body(sh->out, m->body);
		sh->written[i] = true;
	}
}

static int write_question(struct sheet *sh, uint32_t question, struct sg_error *err)
{
	const struct sg_study_question *q = &sh->s->questions[question];
	struct sg_table_options o = {
		.filter = {.questions = &q->label, .nquestions = 1}, .outside_min = 1};
	struct sg_tables tables;

	heading(sh, "##", SG_NONE, question, SG_NONE, SG_STR(""));
	write_memos(sh, SG_NONE, question, SG_NONE);
	sg_tables_init(&tables);
	int rc = sg_findings(sh->s, &o, &tables, err);
	for (size_t i = 0; rc == 0 && i < tables.v[0].nrows; i++)
		write_cell(sh, question, &tables.v[0], i);
	if (rc == 0)
		write_rest(sh, question, "###");
	sg_tables_release(&tables);
	return rc;
}

int sg_memo_sheet(const struct sg_study *s, struct sg_str coder,
	const struct sg_str *questions, size_t nquestions, struct sg_buf *out,
	struct sg_error *err)
{
	struct sg_filter filter = {.questions = questions, .nquestions = nquestions};
	struct sheet sh = {.s = s, .coder = coder, .out = out};
	struct sg_arena arena;

	sg_arena_init(&arena);
	sh.written = sg_zalloc(s->nmemos + 1, sizeof *sh.written);
	int rc = sg_view_init(&sh.v, s, &filter, &arena, err);
	sh.english = sh.v.english;
	if (rc == 0) {
		sg_buf_printf(out, "# %.*s\n", SG_ARG(label(&sh, SG_LABEL_MEMO_SHEET)));
		comment(&sh, label(&sh, SG_LABEL_MEMO_SHEET_HELP));
	}
	for (uint32_t q = 0; rc == 0 && q < s->nquestions; q++)
		if (sh.v.questions[q])
			rc = write_question(&sh, q, err);
	if (rc == 0 && nquestions == 0)
		write_rest(&sh, SG_NONE, "##");
	free(sh.written);
	sg_arena_release(&arena);
	return rc;
}
