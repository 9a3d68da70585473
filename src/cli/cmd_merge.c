/* cmd_merge.c - what others said in their file of the study. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"
#include "store/team.h"

int sg_cmd_merge(struct sg_cli *cli)
{
	bool dry = sg_args_has(&cli->args, "dry-run");
	struct sg_merged sum;
	struct sg_notes notes;

	cli->other = cli->args.operands[0]; /* a colleague's file may lie beside ours */
	struct sg_project *p = sg_session_open(cli, true);
	if (!p)
		return sg_fail(cli);
	sg_notes_init(&notes);
	int rc = sg_store_merge(sg_project_store(p), cli->args.operands[0], cli->now,
		dry, &sum, &notes, &cli->err);
	sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli,
		_("new: %zu judgements, %zu corrected answers, %zu memos, %zu "
		  "assignments, %zu frozen studies; %zu without a place, %zu "
		  "conflicts"),
		sum.judgements, sum.rulings, sum.memos, sum.assignments, sum.frozen,
		sum.orphans, sum.conflicts);
	if (dry)
		sg_say(cli, _("nothing was changed (--dry-run)"));
	else if (sum.rulings)
		sg_say(cli, _("answers were corrected: run saegim code again"));
	return SG_EXIT_DONE;
}
