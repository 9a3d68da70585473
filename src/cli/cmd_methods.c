/* cmd_methods.c - methods: what only the researcher knows, for the methods appendix. */
#include "config.h"

#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "project/methods.h"

static void list(struct sg_cli *cli, const struct sg_methods *m, bool english,
	struct sg_buf *out)
{
	for (size_t i = 0; sg_methods_fields[i]; i++) {
		struct sg_str text = sg_methods_text(m, sg_methods_fields[i]);
		struct sg_str ask = sg_methods_ask(sg_methods_fields[i], english);
		sg_buf_printf(out, "%s  (%.*s)\n    %.*s\n", sg_methods_fields[i],
			SG_ARG(ask), SG_ARG(text.n ? text : SG_STR("〔 〕")));
	}
	for (size_t i = 0; i < m->ntexts; i++)
		if (m->texts[i].text.n &&
			sg_str_starts(m->texts[i].name, SG_STR("english.")))
			sg_buf_printf(out, "%.*s\n    %.*s\n", SG_ARG(m->texts[i].name),
				SG_ARG(m->texts[i].text));
	(void)cli;
}

static int show(struct sg_cli *cli, struct sg_project *p, const struct sg_study *study)
{
	struct sg_methods_kept kept;
	struct sg_buf out;

	int rc = sg_methods_load(&kept, sg_project_store(p), study, &cli->err);
	sg_buf_init(&out);
	if (rc == 0) {
		list(cli, &kept.m, sg_project_english(p), &out);
		rc = sg_out(cli, sg_buf_str(&out)) ? 0 : -1;
	}
	sg_buf_release(&out);
	sg_methods_release(&kept);
	return rc;
}

/* "set NAME TEXT" and "clear NAME"; others are usage errors. */
static bool is_known(struct sg_cli *cli, bool *writes)
{
	char **v = cli->args.operands;
	size_t n = cli->args.noperands;
	bool set = n > 0 && strcmp(v[0], "set") == 0;
	bool clear = n > 0 && strcmp(v[0], "clear") == 0;

	*writes = set || clear;
	if (n == 0 || (set && n == 3) || (clear && n == 2))
		return true;
	sg_usage(cli, "methods",
		_("say: methods, methods set NAME TEXT, or methods "
		  "clear NAME"));
	return false;
}

int sg_cmd_methods(struct sg_cli *cli)
{
	char **v = cli->args.operands;
	struct sg_study study;
	bool writes;

	if (!is_known(cli, &writes))
		return SG_EXIT_USAGE;
	struct sg_project *p = sg_session_open(cli, writes);
	if (!p)
		return sg_fail(cli);
	int rc = sg_study_load(&study, sg_project_store(p), SG_STUDY_BODIES, &cli->err);
	if (rc < 0)
		return sg_session_fail(cli, p);
	if (writes) {
		bool set = v[0][0] == 's';
		rc = sg_methods_write(sg_project_store(p), &study,
			sg_args_text(cli, v[1]).p,
			set ? sg_args_text(cli, v[2]).p : NULL, &cli->err);
		if (rc == 0)
			sg_say(cli, set ? _("kept: %s") : _("cleared: %s"), v[1]);
	} else {
		rc = show(cli, p, &study);
	}
	sg_study_release(&study);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
