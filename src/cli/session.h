/* session.h - what most commands begin with: finding the project and opening it, the
 * person at the keyboard, options shared by several commands. */
#ifndef SG_CLI_SESSION_H
#define SG_CLI_SESSION_H

#include "cli/command.h"
#include "project/project.h"

/* Opens the project that --project, SAEGIM_PROJECT or the only *.saegim in this
 * folder names; NULL after cli->err is set. */
struct sg_project *sg_session_open(struct sg_cli *cli, bool write);
/* Creates one at path. */
struct sg_project *sg_session_create(
	struct sg_cli *cli, const char *path, const char *title, const char *language);
/* Moves the project's error into cli->err, closes it; returns sg_fail(cli). */
int sg_session_fail(struct sg_cli *cli, struct sg_project *p);

/* Name of the coder: --coder, SAEGIM_CODER, the login name, or "me". */
struct sg_str sg_session_coder(struct sg_cli *cli);

/* Every writer; graphml, gexf and sav are for some tables and say so. */
#define SG_FORMATS "text|md|csv|tsv|json|html|xlsx|docx|hwpx|graphml|gexf|sav"

/* Where tables go, and how. */
#define SG_OUTPUT_OPTIONS                                                         \
	{"format", 'f', N_("FORMAT"), SG_FORMATS,                                 \
		N_("form of the output (default: by the ending of --output, or "  \
		   "text)")},                                                     \
		{"output", 'o', N_("FILE"), NULL,                                 \
			N_("write to a file (CSV then begins with a BOM)")},      \
	{                                                                         \
		"notes", 0, NULL, NULL,                                           \
			N_("csv, tsv: captions, notes and sources too, in lines " \
			   "that begin with #")                                   \
	}

/* Which questions, codes and respondents (sg_session_choice). */
#define SG_WHICH_OPTIONS                                                            \
	{"question", 'Q', N_("Q4,Q9"), NULL, N_("only these questions")},           \
		{"code", 'c', N_("C1,D"), NULL,                                     \
			N_("only these codes and those below them")},               \
	{                                                                           \
		"where", 'w', N_("NAME=VALUE|..."), NULL,                           \
			N_("only respondents with this attribute; may be repeated") \
	}

/* Whose codings count, and those of when. */
#define SG_COUNTED_OPTION                                                              \
	{                                                                              \
		"coder", 0, N_("NAME"), NULL,                                          \
			N_("count the codings of this coder only (rules: the rules')") \
	}
#define SG_AT_OPTION                                                               \
	{                                                                          \
		"at", 0, N_("RUN|NAME"), NULL,                                     \
			N_("as a run left the codings, or as frozen under a name") \
	}

/* Who speaks, of commands that record something. */
#define SG_WHO_OPTION                                                                \
	{                                                                            \
		"coder", 0, N_("NAME"), NULL,                                        \
			N_("who says so (default: $SAEGIM_CODER or the login name)") \
	}

/* What to look at and where to write it. */
#define SG_SELECT_OPTIONS SG_WHICH_OPTIONS, SG_COUNTED_OPTION, SG_OUTPUT_OPTIONS

/* Options that every table takes (also those of `quotes`), for option tables. */
#define SG_TABLE_OPTIONS SG_SELECT_OPTIONS, SG_AT_OPTION

struct sg_selection {
	struct sg_condition where[16];
	struct sg_str questions[64], codes[64];
	struct sg_filter filter; /* points into the arrays above */
};

/* Fills sel from --question, --code and --where; 0 or SG_EXIT_USAGE. */
int sg_session_choice(struct sg_cli *cli, struct sg_selection *sel);
/* And from --coder. */
int sg_session_selection(struct sg_cli *cli, struct sg_selection *sel);

/* The values of --sort and --base; NULL gives the default. */
enum sg_sort sg_session_sort(const char *word);
enum sg_base sg_session_base(const char *word);
/* Tables of p are of the time that --at names, where the command has that option.
 * Whether it names a frozen study: sg_session_say_at. */
bool sg_session_at(struct sg_cli *cli, struct sg_project *p);
/* Says on stderr, when all is done, that a frozen study was asked for: what is printed
 * stays as it was printed then. */
void sg_session_say_at(struct sg_cli *cli, bool frozen);

/* Makes a table and writes it as --format and --output say; an exit status. Closes p. */
int sg_session_table(struct sg_cli *cli, struct sg_project *p,
	const struct sg_table_kind *kind, const struct sg_table_options *options);

/* Tables that make gives for the study of a project, written as --format and --output
 * say; 0, SG_EXIT_USAGE, or negative. */
typedef int sg_tables_make(const struct sg_study *s, const void *ctx,
	struct sg_tables *out, struct sg_error *err);
int sg_session_tables_of(struct sg_cli *cli, struct sg_project *p, unsigned want,
	sg_tables_make *make, const void *ctx);
/* The two halves of it, for a command that ends a transaction between them, so that
 * nobody waits for a reader of its output; made is released when the first fails and by
 * the second. */
struct sg_session_made {
	struct sg_study study;
	struct sg_tables tables;
};
int sg_session_make(struct sg_cli *cli, struct sg_project *p, unsigned want,
	sg_tables_make *make, const void *ctx, struct sg_session_made *made);
int sg_session_write_made(struct sg_cli *cli, struct sg_session_made *made);
void sg_session_release(struct sg_session_made *made);
/* The same as a whole command: opens the project for reading; an exit status. */
int sg_session_tables(
	struct sg_cli *cli, unsigned want, sg_tables_make *make, const void *ctx);

/* An option that is a share, "20%" or "0.2", above 0 and at most 1; a message and false
 * when it is none. */
bool sg_session_share(struct sg_cli *cli, const char *name, double *share);

/* The writer that --format or the ending of --output asks for, with its options; a
 * binary one needs a file. 0 or SG_EXIT_USAGE. */
int sg_session_writer(struct sg_cli *cli, const struct sg_writer **writer,
	struct sg_write_options *options);

/* Writes tables that a command made of the study itself, in the language of its reports;
 * 0, SG_EXIT_USAGE, or negative with cli->err or after the message is out. */
int sg_session_write_tables(struct sg_cli *cli, const struct sg_study *study,
	const struct sg_tables *tables);

/* Writes s to --output, where the command has it and it was given, or to stdout. */
bool sg_session_write(struct sg_cli *cli, struct sg_str s);
/* The same, through a pager where it comes to a terminal. */
bool sg_session_page(
	struct sg_cli *cli, const struct sg_writer *writer, struct sg_str s);

#endif
