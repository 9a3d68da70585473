/* output.c - everything the program prints goes through here: data to stdout, checked;
 * messages to stderr, once each, with a caret under the place in the source. */
#include "config.h"

#include "cli/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/console.h"
#include "text/josa.h"
#include "text/utf8.h"
#include "text/width.h"

#define BOLD   "\x1b[1m"
#define RED    "\x1b[31m"
#define YELLOW "\x1b[33m"
#define PLAIN  "\x1b[0m"

enum { WIDTH = 100, LEAST_WIDTH = 20, MOST_WIDTH = 10000 };

void sg_cli_set_width(struct sg_cli *cli)
{
	const char *columns = getenv("COLUMNS");
	uint64_t n;

	cli->width = sg_console_width(STDOUT_FILENO);
	if (cli->width == 0 && columns &&
		sg_str_uint(sg_str_of(columns), MOST_WIDTH, &n))
		cli->width = (size_t)n;
	if (cli->width == 0)
		cli->width = WIDTH;
	if (cli->width < LEAST_WIDTH)
		cli->width = LEAST_WIDTH;
	cli->fold = cli->terminal ? cli->width : SIZE_MAX;
}

bool sg_out(struct sg_cli *cli, struct sg_str s)
{
	if ((s.n == 0 || fwrite(s.p, 1, s.n, stdout) == s.n) && fflush(stdout) == 0)
		return true;
	if (errno == EPIPE) { /* a reader that has seen enough is no mistake */
		cli->unread = true;
		return true;
	}
	sg_error_set(
		&cli->err, SG_EIO, _("cannot write the output: %s"), strerror(errno));
	return false;
}

bool sg_out_folded(struct sg_cli *cli, struct sg_str s)
{
	struct sg_buf folded;

	sg_buf_init(&folded);
	sg_width_fold(&folded, s, cli->fold);
	bool ok = sg_out(cli, sg_buf_str(&folded));
	sg_buf_release(&folded);
	return ok;
}

/* A message with its particles, to stderr. */
static void put(struct sg_str message)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_josa_settle(message, &b);
	sg_buf_addc(&b, '\n');
	fwrite(b.p, 1, b.n, stderr);
	sg_buf_release(&b);
}

SG_PRINTF(1, 0)
static void put_format(const char *fmt, va_list ap)
{
	struct sg_buf b;
	va_list again;

	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	sg_buf_init(&b);
	if (n > 0) {
		sg_buf_reserve(&b, (size_t)n);
		vsnprintf(b.p, (size_t)n + 1, fmt, ap);
		b.n = (size_t)n;
	}
	put(sg_buf_str(&b));
	sg_buf_release(&b);
}

SG_PRINTF(2, 0)
static void complain(const struct sg_cli *cli, const char *fmt, va_list ap)
{
	fprintf(stderr, "%s: ", cli->program);
	put_format(fmt, ap);
}

void sg_complain(const struct sg_cli *cli, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain(cli, fmt, ap);
	va_end(ap);
}

void sg_say(const struct sg_cli *cli, const char *fmt, ...)
{
	va_list ap;

	if (cli->quiet)
		return;
	va_start(ap, fmt);
	put_format(fmt, ap);
	va_end(ap);
}

static void place(struct sg_buf *out, struct sg_str source, uint32_t line, uint32_t col)
{
	if (source.n)
		sg_buf_printf(out, "%.*s:", SG_ARG(source));
	if (line)
		sg_buf_printf(out, "%u:", line);
	if (line && col)
		sg_buf_printf(out, "%u:", col);
	if (out->n)
		sg_buf_addc(out, ' ');
}

int sg_fail(struct sg_cli *cli)
{
	struct sg_buf b;

	if (cli->err.code == SG_OK)
		return SG_EXIT_FAILED;
	sg_buf_init(&b);
	place(&b, sg_str_of(cli->err.source), cli->err.line, cli->err.col);
	sg_buf_addz(&b, cli->err.text);
	fprintf(stderr, "%s: ", cli->program);
	put(sg_buf_str(&b));
	sg_buf_release(&b);
	return cli->err.code == SG_EUSAGE ? SG_EXIT_USAGE : SG_EXIT_FAILED;
}

int sg_usage(const struct sg_cli *cli, const char *command, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	complain(cli, fmt, ap);
	va_end(ap);
	if (!command)
		command = cli->command;
	if (command)
		fprintf(stderr, _("try '%s %s --help'\n"), cli->program, command);
	else
		fprintf(stderr, _("try '%s --help'\n"), cli->program);
	return SG_EXIT_USAGE;
}

/* The line of the source with a caret under the place, cut to the terminal. */
static void caret(
	const struct sg_cli *cli, const struct sg_note *note, struct sg_buf *b)
{
	size_t start = sg_utf8_offset(note->excerpt, note->col - 1);
	size_t stop = sg_utf8_offset(
		note->excerpt, note->col - 1 + (note->width ? note->width : 1));
	struct sg_str before = sg_str_sub(note->excerpt, 0, start);
	struct sg_str at = sg_str_sub(note->excerpt, start, stop);
	size_t room = cli->width > 16 ? cli->width - 4 : 12;
	size_t cut = 0;

	while (sg_width(sg_str_skip(before, cut)) > room / 2)
		sg_utf8_next(before, &cut);
	struct sg_str shown = sg_str_skip(note->excerpt, cut);
	shown.n = sg_width_prefix(shown, room);
	before = sg_str_skip(before, cut);

	sg_buf_addz(b, "    ");
	for (size_t i = 0; i < shown.n; i++)
		sg_buf_addc(b, shown.p[i] == '\t' ? ' ' : shown.p[i]);
	sg_buf_addz(b, "\n    ");
	size_t lead = 0, tabs = 0;
	for (size_t i = 0; i < before.n; i++)
		tabs += before.p[i] == '\t';
	lead = sg_width(before) + tabs; /* a tab is shown as one space */
	sg_buf_pad(b, ' ', lead);
	size_t marks = sg_width(at);
	if (marks == 0)
		marks = 1;
	if (lead + marks > room)
		marks = room > lead ? room - lead : 1;
	sg_buf_pad(b, '^', marks);
	sg_buf_addc(b, '\n');
}

void sg_print_note(const struct sg_cli *cli, const struct sg_note *note)
{
	static const char *const colour[] = {BOLD, BOLD YELLOW, BOLD RED};
	const char *word[] = {_("note"), _("warning"), _("error")};
	struct sg_buf b;

	if (cli->quiet && note->severity == SG_NOTE)
		return;
	sg_buf_init(&b);
	place(&b, note->source, note->line, note->col);
	sg_buf_printf(&b, "%s%s:%s ", cli->colour_err ? colour[note->severity] : "",
		word[note->severity], cli->colour_err ? PLAIN : "");
	sg_josa_settle(note->text, &b);
	sg_buf_addc(&b, '\n');
	if (note->excerpt.n && note->col)
		caret(cli, note, &b);
	fwrite(b.p, 1, b.n, stderr);
	sg_buf_release(&b);
}

void sg_print_notes(const struct sg_cli *cli, const struct sg_notes *notes)
{
	for (size_t i = 0; i < notes->n; i++)
		sg_print_note(cli, &notes->v[i]);
}
