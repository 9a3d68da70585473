/* cmd_judge.c - what a person says of the text: add, accept, reject, pin, bar, undo,
 * answer, memo. Each is one transaction. */
#include "config.h"

#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "coding/coding.h"
#include "project/sheets.h"

/* operands: CODE RESPONDENT QUESTION [QUOTE] */
static int judge(struct sg_cli *cli, enum sg_verdict verdict, const char *done)
{
	char **v = cli->args.operands;
	size_t n = cli->args.noperands;
	struct sg_judge j = {
		.verdict = verdict,
		.coder = sg_session_coder(cli),
		.code = sg_args_text(cli, v[0]),
		.respondent = sg_args_text(cli, v[1]),
		.question = sg_args_text(cli, v[2]),
		.quote = sg_args_text(cli, n > 3 ? v[3] : NULL),
		.reason = sg_args_text(cli, sg_args_get(&cli->args, "reason")),
		.origin = "manual",
		.now = cli->now,
	};
	bool recorded;
	struct sg_project *p = sg_session_open(cli, true);

	if (!p)
		return sg_fail(cli);
	if (sg_judge(sg_project_store(p), &j, &recorded, &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	if (recorded)
		sg_say(cli, _("%s: %s %s %s by %.*s"), done, v[0], v[1], v[2],
			SG_ARG(j.coder));
	else
		sg_say(cli, _("already so: %s %s %s by %.*s"), v[0], v[1], v[2],
			SG_ARG(j.coder));
	return SG_EXIT_DONE;
}

static int import(struct sg_cli *cli, const char *path)
{
	struct sg_project *p = sg_session_open(cli, true);
	struct sg_notes notes;
	size_t recorded = 0, unplaced = 0;

	if (!p)
		return sg_fail(cli);
	sg_notes_init(&notes);
	int rc = sg_judge_import(sg_project_store(p), path, sg_session_coder(cli),
		cli->now, &recorded, &unplaced, &notes, &cli->err);
	sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli, _("%zu codings added, %zu lines could not be placed"), recorded,
		unplaced);
	return unplaced == 0 ? SG_EXIT_DONE : recorded ? SG_EXIT_SOME : SG_EXIT_FAILED;
}

/* A coding sheet knows for whom it was printed. */
static int import_sheet(struct sg_cli *cli, const char *path)
{
	struct sg_project *p = sg_session_open(cli, true);
	struct sg_str coder = sg_args_text(cli, sg_args_get(&cli->args, "coder"));
	struct sg_sheet_counts n;
	struct sg_notes notes;

	if (!p)
		return sg_fail(cli);
	sg_notes_init(&notes);
	int rc = sg_project_sheet_read(
		p, path, coder, cli->now, &cli->arena, &n, &notes, &cli->err);
	sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli,
		_("%.*s: %zu answers read, %zu not yet; %zu codings added, %zu could "
		  "not "
		  "be placed"),
		SG_ARG(n.coder), n.answers, n.unread, n.codings, n.unplaced);
	return n.unplaced == 0 ? SG_EXIT_DONE
	       : n.answers     ? SG_EXIT_SOME
			       : SG_EXIT_FAILED;
}

int sg_cmd_add(struct sg_cli *cli)
{
	const char *from = sg_args_get(&cli->args, "from");

	if (from && cli->args.noperands)
		return sg_usage(cli, "add", _("--from takes no further arguments"));
	if (from)
		return sg_project_is_sheet(from) ? import_sheet(cli, from)
						 : import(cli, from);
	if (cli->args.noperands < 3)
		return sg_usage(
			cli, "add", _("missing %s"), "CODE RESPONDENT QUESTION");
	return judge(cli, SG_VERDICT_CODE, _("coded"));
}

int sg_cmd_accept(struct sg_cli *cli)
{
	return judge(cli, SG_VERDICT_ACCEPT, _("accepted"));
}

int sg_cmd_reject(struct sg_cli *cli)
{
	return judge(cli, SG_VERDICT_REJECT, _("rejected"));
}

int sg_cmd_pin(struct sg_cli *cli)
{
	return judge(cli, SG_VERDICT_PIN, _("pinned as a quotation"));
}

int sg_cmd_bar(struct sg_cli *cli)
{
	return judge(cli, SG_VERDICT_BAR, _("barred as a quotation"));
}

int sg_cmd_undo(struct sg_cli *cli)
{
	struct sg_project *p = sg_session_open(cli, true);
	struct sg_buf what;

	if (!p)
		return sg_fail(cli);
	sg_buf_init(&what);
	int rc = sg_judge_undo(
		sg_project_store(p), sg_session_coder(cli), cli->now, &what, &cli->err);
	if (rc == 0)
		sg_say(cli, _("took back: %s"), sg_buf_z(&what));
	sg_buf_release(&what);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}

int sg_cmd_answer(struct sg_cli *cli)
{
	char **v = cli->args.operands;
	enum sg_answer_state state;
	enum sg_answer_kind kind = SG_KIND_FULL;

	if (!sg_answer_state_parse(sg_str_of(v[2]), &state) ||
		state == SG_ANSWER_UNASSIGNED)
		return sg_usage(cli, "answer",
			_("a state is answered, none or not_asked, not '%s'"), v[2]);
	if (state == SG_ANSWER_NONE)
		kind = SG_KIND_BLANK;
	if (cli->args.noperands > 3 && !sg_answer_kind_parse(sg_str_of(v[3]), &kind))
		return sg_usage(
			cli, "answer", _("there is no kind of answer '%s'"), v[3]);
	struct sg_project *p = sg_session_open(cli, true);
	if (!p)
		return sg_fail(cli);
	if (sg_rule_answer(sg_project_store(p), sg_session_coder(cli),
		    sg_args_text(cli, v[0]), sg_args_text(cli, v[1]), state, kind,
		    cli->now, &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli, _("%s %s is now: %s (%s)"), v[0], v[1], sg_answer_state_name(state),
		sg_answer_kind_name(kind));
	return SG_EXIT_DONE;
}

static void print_memo(
	const struct sg_study *s, const struct sg_study_memo *m, struct sg_buf *out)
{
	if (m->case_ != SG_NONE)
		sg_buf_printf(out, "%.*s ", SG_ARG(s->cases[m->case_].name));
	if (m->question != SG_NONE)
		sg_buf_printf(out, "%.*s ", SG_ARG(s->questions[m->question].label));
	if (m->code != SG_NONE)
		sg_buf_printf(out, "%.*s ", SG_ARG(s->codes[m->code].label));
	sg_buf_printf(out, "(%.*s, %.*s)\n  ", SG_ARG(m->author), SG_ARG(m->at));
	for (size_t i = 0; i < m->body.n; i++) {
		sg_buf_addc(out, m->body.p[i]);
		if (m->body.p[i] == '\n')
			sg_buf_addz(out, "  ");
	}
	sg_buf_addc(out, '\n');
}

static int list_memos(struct sg_cli *cli)
{
	struct sg_project *p = sg_session_open(cli, false);
	struct sg_study study;
	struct sg_buf out;

	if (!p)
		return sg_fail(cli);
	if (sg_study_load(&study, sg_project_store(p), 0, &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_buf_init(&out);
	for (size_t i = 0; i < study.nmemos; i++)
		print_memo(&study, &study.memos[i], &out);
	bool ok = sg_out(cli, sg_buf_str(&out));
	sg_buf_release(&out);
	sg_study_release(&study);
	if (!ok)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}

int sg_cmd_memo(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;

	if (args->noperands == 0)
		return list_memos(cli);
	struct sg_str code = sg_args_text(cli, sg_args_get(args, "code"));
	struct sg_str question = sg_args_text(cli, sg_args_get(args, "question"));
	struct sg_str respondent = sg_args_text(cli, sg_args_get(args, "respondent"));
	if (!code.n && !question.n && !respondent.n)
		return sg_usage(cli, "memo",
			_("say what it is about: --code, --question, --respondent"));
	struct sg_project *p = sg_session_open(cli, true);
	if (!p)
		return sg_fail(cli);
	if (sg_memo_put(sg_project_store(p), sg_session_coder(cli), respondent,
		    question, code, sg_args_text(cli, args->operands[0]), cli->now,
		    &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli, _("memo kept"));
	return SG_EXIT_DONE;
}
