/* main.c - saegim: finds the command in the table, reads what the environment says
 * once, and runs it. */
#include "config.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/console.h"
#include "cli/command.h"
#include "saegim.h"

/* The time recorded with every change: now, or SOURCE_DATE_EPOCH. */
bool sg_cli_set_now(struct sg_cli *cli)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	time_t t = time(NULL);
	struct tm tm;

	if (fixed) {
		uint64_t seconds;
		if (!sg_str_uint(sg_str_of(fixed), 253402300799u, &seconds)) {
			sg_complain(cli,
				_("SOURCE_DATE_EPOCH is no number of seconds: '%s'"),
				fixed);
			return false;
		}
		t = (time_t)seconds;
	}
	if (!gmtime_r(&t, &tm))
		return false;
	strftime(cli->now, sizeof cli->now, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return true;
}

static void set_console(struct sg_cli *cli)
{
	const char *no_colour = getenv("NO_COLOR"), *columns = getenv("COLUMNS");
	const char *term = getenv("TERM");
	bool plain = (no_colour && *no_colour) || (term && strcmp(term, "dumb") == 0);
	uint64_t n;

	cli->colour_out = !plain && sg_console_is_terminal(STDOUT_FILENO);
	cli->colour_err = !plain && sg_console_is_terminal(STDERR_FILENO);
	cli->width = sg_console_width(STDOUT_FILENO);
	if (cli->width == 0 && columns && sg_str_uint(sg_str_of(columns), 10000, &n))
		cli->width = (size_t)n;
	if (cli->width == 0)
		cli->width = 100;
	if (cli->width < 20)
		cli->width = 20;
}

static int print(struct sg_cli *cli, struct sg_buf *text)
{
	bool ok = sg_out(cli, sg_buf_str(text));

	sg_buf_release(text);
	return ok ? SG_EXIT_DONE : sg_fail(cli);
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
		sg_help_command(c, &out);
	else if (of)
		return sg_usage(cli, NULL, _("there is no command '%s'"), of);
	else
		sg_help_overview(&out);
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
		sg_help_overview(&out);
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
		return sg_usage(cli, NULL, _("there is no command '%s'"), word);
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
	if (fflush(stdout) != 0 && status == SG_EXIT_DONE)
		status = SG_EXIT_FAILED;
	return status;
}
