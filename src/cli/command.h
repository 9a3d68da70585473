/* command.h - commands and their options as data. The tables in commands_*.c feed the
 * dispatcher, --help, the manual page, the shell completion, and the test that the
 * manual mentions each. */
#ifndef SG_CLI_COMMAND_H
#define SG_CLI_COMMAND_H

#include "base/notes.h"

/* Exit statuses. */
enum { SG_EXIT_DONE = 0, SG_EXIT_FAILED = 1, SG_EXIT_USAGE = 2, SG_EXIT_SOME = 3 };

enum { SG_OPTION_MAX = 32 };

struct sg_option {
	const char *name;   /* long name, without dashes; NULL ends a table */
	char letter;        /* or 0 */
	const char *arg;    /* name of its value, translated with _(); NULL: a flag */
	const char *values; /* words the value may be, "a|b|c", for help and
			       completion; or NULL */
	const char *help;   /* N_() */
};

struct sg_args {
	const struct sg_option *options;
	const char *value[SG_OPTION_MAX]; /* the last one given, by option */
	bool given[SG_OPTION_MAX];
	struct {
		size_t option;
		const char *value;
	} all[64]; /* every value in order of appearance */
	size_t nall;
	char **operands;
	size_t noperands;
};

struct sg_cli {
	const char *program;
	const char *command; /* whose options are parsed, or NULL */
	const char *project; /* --project, SAEGIM_PROJECT, or NULL */
	const char *other;   /* the file to merge, not the project meant, or NULL */
	char now[32];        /* ISO 8601, UTC */
	bool quiet;
	bool unread; /* who reads the output has gone (`| head`) */
	bool colour_out, colour_err;
	bool terminal; /* stdout is one */
	bool can_draw; /* TERM names one that is not dumb */
	size_t width;  /* of the terminal, or of COLUMNS, or 100 */
	size_t fold;   /* columns at which lines break: those of a terminal; SIZE_MAX
			  elsewhere, since what reads on takes them whole */
	struct sg_error err;
	struct sg_args args;
	struct sg_arena arena; /* lives as long as the program */
};

struct sg_command {
	const char *name;
	const char *operands; /* "CODEBOOK RESPONSES..." for the usage line */
	const char *summary;  /* N_(), one line, lower case */
	const char *details;  /* N_(), paragraphs; may be NULL */
	const struct sg_option *options;   /* or NULL */
	size_t min_operands, max_operands; /* max 0 with operands NULL: none */
	const char *words; /* what the first operand may be, "a|b", or NULL */
	int (*run)(struct sg_cli *cli);
};

struct sg_command_group {
	const char *title;                 /* N_() */
	const struct sg_command *commands; /* ends with name NULL */
};

extern const struct sg_command_group sg_command_groups[]; /* ends with title NULL */
extern const struct sg_option sg_global_options[];

/* The command behind c over all groups; NULL: the first. NULL at the end. */
const struct sg_command *sg_command_next(const struct sg_command *c);
const struct sg_command *sg_command_find(const char *name);

/* Sets cli->now: the present time, or SOURCE_DATE_EPOCH; false after a message. */
bool sg_cli_set_now(struct sg_cli *cli);

/* Sets cli->width: columns of the terminal on stdout, or of COLUMNS, or 100; at least 20.
 * A terminal may not know its size, or say 0. And cli->fold, of cli->terminal. */
void sg_cli_set_width(struct sg_cli *cli);

/* --- args.c --- */

/* Parses argv (argv[0] is the command's name) into cli->args, global options into
 * cli. Returns 0, or SG_EXIT_USAGE after a message; *help is set by --help. */
int sg_args_parse(struct sg_cli *cli, const struct sg_command *command, int argc,
	char **argv, bool *help);
/* Value of an option, NULL when not given. The name must be in the table. */
const char *sg_args_get(const struct sg_args *args, const char *name);
/* The same, and NULL when the command has no such option. */
const char *sg_args_find(const struct sg_args *args, const char *name);
bool sg_args_has(const struct sg_args *args, const char *name);
/* A word of the command line as stored text is: composed, so that what was typed on a
 * system that decomposes Hangul finds it. Not for file names. NULL gives "". */
struct sg_str sg_args_text(struct sg_cli *cli, const char *z);
/* Whole number of an option, or fallback; a message and false when it is none. */
bool sg_args_uint(struct sg_cli *cli, const char *name, uint64_t max, uint64_t fallback,
	uint64_t *out);

/* Options that say nothing where they stand are refused by name. Each returns 0, or
 * SG_EXIT_USAGE after a message. */
/* None of "a|b|c" may be given in this form of a command, e.g. "memo export". A command
 * may lack them. */
int sg_args_refuse(struct sg_cli *cli, const char *options, const char *form);
/* One that has an effect only beside another. */
int sg_args_needs(struct sg_cli *cli, const char *option, const char *other);

/* --- help.c, man.c, completion.c --- */
/* In lines of at most `columns`. */
void sg_help_overview(struct sg_buf *out, size_t columns);
void sg_help_command(
	const struct sg_command *command, struct sg_buf *out, size_t columns);
void sg_man_page(struct sg_buf *out);
void sg_bash_completion(struct sg_buf *out);

/* --- output.c: the only place that prints; pager.c --- */

/* Writes to stdout; a failure (full disk, closed pipe) ends in a message and false. */
bool sg_out(struct sg_cli *cli, struct sg_str s);
/* The same with lines broken at cli->fold. */
bool sg_out_folded(struct sg_cli *cli, struct sg_str s);
/* The same through $PAGER (less -FRX) when stdout is a terminal. */
bool sg_page(struct sg_cli *cli, struct sg_str s);
/* One line to stderr: "saegim: …", with source:line:col before it when known. */
void sg_complain(const struct sg_cli *cli, const char *fmt, ...) SG_PRINTF(2, 3);
/* A remark on stderr that --quiet silences. */
void sg_say(const struct sg_cli *cli, const char *fmt, ...) SG_PRINTF(2, 3);
/* Prints cli->err; returns SG_EXIT_FAILED. */
int sg_fail(struct sg_cli *cli);
/* A usage mistake: message and a hint at --help of the command (NULL: the one whose
 * options are parsed); returns SG_EXIT_USAGE. */
int sg_usage(const struct sg_cli *cli, const char *command, const char *fmt, ...)
	SG_PRINTF(3, 4);
void sg_print_note(const struct sg_cli *cli, const struct sg_note *note);
void sg_print_notes(const struct sg_cli *cli, const struct sg_notes *notes);

#endif
