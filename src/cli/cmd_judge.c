/* cmd_judge.c - what a person says of the text: add, accept, reject, pin, bar, undo,
 * answer, facet. Each is one transaction. */
#include "config.h"

#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "coding/coding.h"
#include "project/sheets.h"

/* operands: CODE RESPONDENT QUESTION [QUOTE] */
static int judge_facet(struct sg_cli *cli, enum sg_verdict verdict, const char *done,
	struct sg_str facet, struct sg_str value)
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
		.facet = facet,
		.value = value,
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

static int judge(struct sg_cli *cli, enum sg_verdict verdict, const char *done)
{
	return judge_facet(cli, verdict, done, SG_STR(""), SG_STR(""));
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
	if (from && sg_args_refuse(cli, "reason", "add --from"))
		return SG_EXIT_USAGE;
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

int sg_cmd_facet(struct sg_cli *cli)
{
	const char *last = cli->args.operands[cli->args.noperands - 1];
	struct sg_str s = sg_args_text(cli, last);
	size_t eq = sg_str_findc(s, '=');

	if (eq == SIZE_MAX || eq == 0 || eq + 1 == s.n)
		return sg_usage(cli, "facet",
			_("the last word is FACET=VALUE, not '%s'"), last);
	cli->args.noperands--;
	return judge_facet(cli, SG_VERDICT_FACET, last,
		sg_str_trim(sg_str_sub(s, 0, eq)), sg_str_trim(sg_str_skip(s, eq + 1)));
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

/* The state and kind that the operands from the third on name. A kind that says itself
 * what an answer is needs no state before it. */
static int parse_answer(
	struct sg_cli *cli, enum sg_answer_state *state, enum sg_answer_kind *kind)
{
	char **v = cli->args.operands;
	bool two = cli->args.noperands > 3;
	struct sg_str first = sg_args_text(cli, v[2]);

	*kind = SG_KIND_FULL;
	if (sg_answer_state_parse(first, state) && *state != SG_ANSWER_UNASSIGNED) {
		if (*state == SG_ANSWER_NONE)
			*kind = SG_KIND_BLANK;
	} else if (!two && sg_answer_kind_parse(first, kind) && *kind != SG_KIND_FULL) {
		*state = *kind == SG_KIND_PARTIAL ? SG_ANSWER_ANSWERED : SG_ANSWER_NONE;
	} else {
		return sg_usage(cli, "answer",
			_("a state is answered, none or not_asked, not '%s'"), v[2]);
	}
	if (two && !sg_answer_kind_parse(sg_args_text(cli, v[3]), kind))
		return sg_usage(
			cli, "answer", _("there is no kind of answer '%s'"), v[3]);
	return 0;
}

int sg_cmd_answer(struct sg_cli *cli)
{
	char **v = cli->args.operands;
	enum sg_answer_state state;
	enum sg_answer_kind kind;

	if (parse_answer(cli, &state, &kind) != 0)
		return SG_EXIT_USAGE;
	struct sg_project *p = sg_session_open(cli, true);
	if (!p)
		return sg_fail(cli);
	if (sg_rule_answer(sg_project_store(p), sg_session_coder(cli),
		    sg_args_text(cli, v[0]), sg_args_text(cli, v[1]), state, kind,
		    cli->now, &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	if (state == SG_ANSWER_NOT_ASKED)
		sg_say(cli, _("%s %s is now: %s"), v[0], v[1],
			_(sg_answer_state_name(state)));
	else
		sg_say(cli, _("%s %s is now: %s (%s)"), v[0], v[1],
			_(sg_answer_state_name(state)), _(sg_answer_kind_name(kind)));
	return SG_EXIT_DONE;
}
