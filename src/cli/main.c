/* main.c - saegim: finds the command in the table, reads what the environment says
 * once, and runs it. */
#include "config.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/console.h"
#include "cli/command.h"
#include "codebook/locate.h"
#include "project/project.h"
#include "saegim.h"

static void set_console(struct sg_cli *cli)
{
	const char *no_colour = getenv("NO_COLOR");
	const char *term = getenv("TERM");
	bool plain = (no_colour && *no_colour) || (term && strcmp(term, "dumb") == 0);

	cli->can_draw = term && *term && strcmp(term, "dumb") != 0;
	cli->colour_out = !plain && sg_console_is_terminal(STDOUT_FILENO);
	cli->colour_err = !plain && sg_console_is_terminal(STDERR_FILENO);
	cli->terminal = sg_console_is_terminal(STDOUT_FILENO);
	sg_cli_set_width(cli);
}

static int print(struct sg_cli *cli, struct sg_buf *text)
{
	bool ok = sg_out(cli, sg_buf_str(text));

	sg_buf_release(text);
	return ok ? SG_EXIT_DONE : sg_fail(cli);
}

/* A table's name, or one near a command's, says what was meant. */
static int unknown_command(struct sg_cli *cli, const char *word)
{
	enum { MOST = 128, NEAR = 2 };
	const struct sg_command *c = NULL;
	struct sg_str names[MOST];
	size_t n = 0;

	if (sg_table_kind_find(word))
		return sg_usage(cli, "table",
			_("there is no command '%s'; it is a table: %s table %s"), word,
			cli->program, word);
	while (n < MOST && (c = sg_command_next(c)))
		names[n++] = sg_str_of(c->name);
	size_t best = sg_nearest(sg_str_of(word), names, n, NEAR);
	if (best == SIZE_MAX)
		return sg_usage(cli, NULL, _("there is no command '%s'"), word);
	return sg_usage(cli, NULL, _("there is no command '%s'; did you mean '%.*s'?"),
		word, SG_ARG(names[best]));
}

/* `saegim help [COMMAND]`, --help, --version, and what the build asks for. */
static int meta(struct sg_cli *cli, const char *word, const char *of)
{
	const struct sg_command *c = of ? sg_command_find(of) : NULL;
	struct sg_buf out;

	sg_buf_init(&out);
	if (strcmp(word, "--version") == 0)
		sg_buf_printf(&out, "saegim %s\n", sg_version());
	else if (strcmp(word, "--man") == 0)
		sg_man_page(&out);
	else if (strcmp(word, "--bash-completion") == 0)
		sg_bash_completion(&out);
	else if (c)
		sg_help_command(c, &out, cli->fold);
	else if (of)
		return unknown_command(cli, of);
	else
		sg_help_overview(&out, cli->fold);
	return print(cli, &out);
}

/* `saegim -p FILE COMMAND …` is the same as `saegim COMMAND -p FILE …`: moves global
 * options that stand before the command behind it. */
static void command_first(int argc, char **argv)
{
	int at = 1;

	while (at < argc && argv[at][0] == '-') {
		bool takes_value = strcmp(argv[at], "-p") == 0 ||
				   strcmp(argv[at], "--project") == 0;
		bool global = takes_value || strncmp(argv[at], "-p", 2) == 0 ||
			      strncmp(argv[at], "--project=", 10) == 0 ||
			      strcmp(argv[at], "-q") == 0 ||
			      strcmp(argv[at], "--quiet") == 0;
		if (!global)
			return;
		at += takes_value ? 2 : 1;
	}
	if (at >= argc)
		return;
	char *command = argv[at];
	memmove(argv + 2, argv + 1, (size_t)(at - 1) * sizeof *argv);
	argv[1] = command;
}

static int dispatch(struct sg_cli *cli, int argc, char **argv)
{
	bool help;

	command_first(argc, argv);
	if (argc < 2) {
		struct sg_buf out;
		sg_buf_init(&out);
		sg_help_overview(&out, cli->fold);
		fputs(sg_buf_z(&out), stderr);
		sg_buf_release(&out);
		return SG_EXIT_USAGE;
	}
	const char *word = argv[1];
	if (strcmp(word, "-h") == 0)
		word = "--help";
	if (strcmp(word, "help") == 0 || strcmp(word, "--help") == 0 ||
		strcmp(word, "--version") == 0 || strcmp(word, "--man") == 0 ||
		strcmp(word, "--bash-completion") == 0)
		return meta(cli, word, argc > 2 ? argv[2] : NULL);
	const struct sg_command *c = sg_command_find(word);
	if (!c)
		return unknown_command(cli, word);
	int rc = sg_args_parse(cli, c, argc - 1, argv + 1, &help);
	if (rc != 0)
		return rc;
	return help ? meta(cli, "--help", c->name) : c->run(cli);
}

int main(int argc, char **argv)
{
	struct sg_cli cli = {.program = "saegim", .project = getenv("SAEGIM_PROJECT")};

	setlocale(LC_ALL, "");
#ifdef ENABLE_NLS
	/* Where the program was built but not yet installed, its catalogue can be named. */
	const char *catalogue = getenv("SAEGIM_LOCALEDIR");
	bindtextdomain("saegim", catalogue ? catalogue : LOCALEDIR);
	bind_textdomain_codeset("saegim", "UTF-8");
	textdomain("saegim");
#endif
	/* A quit pager and a file over its size limit come back as errors of write(). */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	if (cli.project && !*cli.project)
		cli.project = NULL;
	set_console(&cli);
	if (!sg_cli_set_now(&cli))
		return SG_EXIT_FAILED;
	sg_arena_init(&cli.arena);
	int status = dispatch(&cli, argc, argv);
	sg_arena_release(&cli.arena);
	if (fflush(stdout) != 0 && status == SG_EXIT_DONE && !cli.unread)
		status = SG_EXIT_FAILED;
	return status;
}
