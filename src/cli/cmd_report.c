/* cmd_report.c - report: the study as one HTML page. */
#include "config.h"

#include <unistd.h>

#include "base/console.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "project/report.h"

static bool is_page(const char *path)
{
	struct sg_str ext = sg_path_ext(path);

	return sg_str_eqz(ext, "html") || sg_str_eqz(ext, "htm") ||
	       sg_str_eqz(ext, "HTML") || sg_str_eqz(ext, "HTM");
}

int sg_cmd_report(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	const char *output = sg_args_get(args, "output");
	struct sg_selection sel;
	struct sg_buf page;

	int rc = sg_session_selection(cli, &sel);
	if (rc != 0)
		return rc;
	if (!output && sg_console_is_terminal(STDOUT_FILENO))
		return sg_usage(cli, "report",
			_("a page is not for a terminal: name a file with --output"));
	if (output && sg_path_ext(output).n && !is_page(output))
		return sg_usage(cli, "report",
			_("the report is HTML; '%s' does not end in .html"), output);
	struct sg_project *p = sg_session_open(cli, false);
	if (!p)
		return sg_fail(cli);
	bool frozen = sg_session_at(cli, p);
	sg_buf_init(&page);
	rc = sg_project_report(p,
		&(struct sg_report_choices){.filter = sel.filter,
			.group = sg_args_text(cli, sg_args_get(args, "group")),
			.title = sg_args_text(cli, sg_args_get(args, "title"))},
		&page);
	bool ok = rc == 0 && sg_session_write(cli, sg_buf_str(&page));
	sg_buf_release(&page);
	if (!ok)
		return sg_session_fail(cli, p);
	sg_session_say_at(cli, frozen);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
