/* cmd_show.c - an answer as it was written, sentence by sentence, with its codes. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "text/layout.h"
#include "text/utf8.h"
#include "text/width.h"

struct show {
	struct sg_cli *cli;
	const struct sg_study *s;
	struct sg_buf *out;
	size_t indent;
};

static void put_line(void *ctx, struct sg_str line)
{
	struct show *sh = ctx;

	sg_buf_pad(sh->out, ' ', sh->indent);
	sg_buf_add(sh->out, line);
	sg_buf_addc(sh->out, '\n');
}

static const char *paint(const struct show *sh, const char *code)
{
	return sh->cli->colour_out ? code : "";
}

/* "C3b(규칙 검토됨) C2d" for the codings that touch cps [start, stop). */
static void put_codes(const struct show *sh, uint32_t answer, size_t start, size_t stop)
{
	const struct sg_study *s = sh->s;
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (c->answer != answer || c->start >= stop || c->stop <= start ||
			c->origin == SG_ORIGIN_DEFAULT)
			continue;
		struct sg_str label = s->codes[c->code].label;
		sg_buf_printf(&b, "%s%.*s", b.n ? "  " : "", SG_ARG(label));
		if (c->coder != 0)
			sg_buf_printf(&b, "(%.*s)", SG_ARG(s->coders[c->coder]));
		for (size_t f = 0; f < s->nfacets; f++)
			if (c->facets && c->facets[f] != SG_NONE)
				sg_buf_printf(&b, " %.*s:%.*s",
					SG_ARG(s->facets[f].name),
					SG_ARG(s->facets[f].values[c->facets[f]]));
	}
	if (b.n)
		sg_buf_printf(sh->out, "%s      → %s%s\n", paint(sh, "\x1b[36m"), b.p,
			paint(sh, "\x1b[0m"));
	sg_buf_release(&b);
}

static void put_defaults(const struct show *sh, uint32_t answer)
{
	const struct sg_study *s = sh->s;

	for (size_t i = 0; i < s->ncodings; i++)
		if (s->codings[i].answer == answer &&
			s->codings[i].origin == SG_ORIGIN_DEFAULT)
			sg_buf_printf(sh->out,
				_("  every answer here carries %.*s %.*s\n"),
				SG_ARG(s->codes[s->codings[i].code].label),
				SG_ARG(s->codes[s->codings[i].code].name));
}

static void put_answer(struct show *sh, uint32_t at)
{
	const struct sg_study *s = sh->s;
	const struct sg_study_answer *a = &s->answers[at];
	struct sg_str text = sg_study_quote(s, a->text, a->start, a->stop);
	struct sg_layout layout;
	struct sg_cpmap map;

	sg_buf_printf(sh->out, "%s%.*s", paint(sh, "\x1b[1m"),
		SG_ARG(s->cases[a->case_].name));
	if (a->question != SG_NONE)
		sg_buf_printf(sh->out, " %.*s %.*s",
			SG_ARG(s->questions[a->question].label),
			SG_ARG(s->questions[a->question].title));
	sg_buf_printf(sh->out, "%s  [%s", paint(sh, "\x1b[0m"),
		_(sg_answer_state_name(a->state)));
	if (a->kind != SG_KIND_FULL)
		sg_buf_printf(sh->out, ", %s", _(sg_answer_kind_name(a->kind)));
	sg_buf_printf(sh->out, "%s]\n", a->confirmed ? _(", confirmed") : "");
	put_defaults(sh, at);
	sg_layout_init(&layout);
	sg_layout_build(&layout, text);
	sg_cpmap_init(&map, text);
	for (size_t i = 0; i < layout.sentences.n; i++) {
		struct sg_span span = layout.sentences.v[i];
		sh->indent = 2;
		sg_width_wrap(sg_str_sub(text, span.start, span.stop),
			sh->cli->width > 24 ? sh->cli->width - 2 : 22, put_line, sh);
		size_t start = a->start + sg_cpmap_at(&map, span.start);
		size_t stop = a->start + sg_cpmap_at(&map, span.stop);
		put_codes(sh, at, start, stop);
	}
	sg_layout_release(&layout);
	sg_buf_addc(sh->out, '\n');
}

static void put_attributes(struct show *sh, uint32_t case_)
{
	const struct sg_study *s = sh->s;
	const struct sg_study_case *c = &s->cases[case_];
	bool first = true;

	for (size_t i = 0; i < s->nattributes; i++) {
		if (!c->values[i].n)
			continue;
		sg_buf_printf(sh->out, "%s%.*s: %.*s", first ? "" : " · ",
			SG_ARG(s->attributes[i]), SG_ARG(c->values[i]));
		first = false;
	}
	sg_buf_addz(sh->out, first ? "" : "\n\n");
}

static int show(struct sg_cli *cli, const struct sg_study *s)
{
	char **v = cli->args.operands;
	uint32_t case_ = sg_study_case_find(s, sg_args_text(cli, v[0]));
	uint32_t question = SG_NONE;
	struct sg_buf out;
	struct show sh = {cli, s, &out, 2};

	if (case_ == SG_NONE)
		return sg_error_set(&cli->err, SG_ENOTFOUND,
			_("there is no respondent '%s'"), v[0]);
	if (cli->args.noperands > 1) {
		question = sg_study_question_find(s, sg_args_text(cli, v[1]));
		if (question == SG_NONE)
			return sg_error_set(&cli->err, SG_ENOTFOUND,
				_("there is no question '%s'"), v[1]);
	}
	sg_buf_init(&out);
	put_attributes(&sh, case_);
	for (uint32_t i = 0; i < s->nanswers; i++)
		if (s->answers[i].case_ == case_ &&
			(question == SG_NONE || s->answers[i].question == question))
			put_answer(&sh, i);
	bool ok = sg_out(cli, sg_buf_str(&out));
	sg_buf_release(&out);
	return ok ? 0 : -1;
}

int sg_cmd_show(struct sg_cli *cli)
{
	struct sg_project *p = sg_session_open(cli, false);
	struct sg_study study;

	if (!p)
		return sg_fail(cli);
	bool frozen = sg_session_at(cli, p);
	int rc = sg_project_study(p, SG_STUDY_BODIES, &study);
	if (rc == 0) {
		rc = show(cli, &study);
		sg_study_release(&study);
	}
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_session_say_at(cli, frozen);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
