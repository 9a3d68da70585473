/* man.c - the manual page saegim(1), made from the command table. */
#include "config.h"

#include "cli/command.h"

#include <stdlib.h>

/* Text with what roff would take as markup made harmless. */
static void put(struct sg_buf *out, const char *text)
{
	bool start = true;

	for (const char *p = text; *p; p++) {
		if (start && (*p == '.' || *p == '\''))
			sg_buf_addz(out, "\\&");
		if (*p == '\\')
			sg_buf_addz(out, "\\e");
		else if (*p == '-')
			sg_buf_addz(out, "\\-");
		else
			sg_buf_addc(out, *p);
		start = *p == '\n';
	}
}

static void put_option(struct sg_buf *out, const struct sg_option *o)
{
	sg_buf_addz(out, ".TP\n\\fB");
	if (o->letter)
		sg_buf_printf(out, "\\-%c\\fR, \\fB", o->letter);
	sg_buf_addz(out, "\\-\\-");
	put(out, o->name);
	sg_buf_addz(out, "\\fR");
	if (o->values || o->arg) {
		sg_buf_addz(out, " \\fI");
		put(out, o->values ? o->values : o->arg);
		sg_buf_addz(out, "\\fR");
	}
	sg_buf_addc(out, '\n');
	put(out, o->help);
	sg_buf_addc(out, '\n');
}

static void put_details(struct sg_buf *out, const char *details)
{
	struct sg_str rest = sg_str_of(details), line;
	bool verbatim = false;

	while (sg_str_line(&rest, &line)) {
		bool indented = line.n && line.p[0] == ' ';
		if (indented != verbatim)
			sg_buf_addz(out, indented ? ".nf\n" : ".fi\n");
		verbatim = indented;
		if (line.n == 0) {
			sg_buf_addz(out, ".PP\n");
			continue;
		}
		char *z = sg_strdup(line);
		put(out, z);
		free(z);
		sg_buf_addc(out, '\n');
	}
	if (verbatim)
		sg_buf_addz(out, ".fi\n");
}

void sg_man_page(struct sg_buf *out)
{
	sg_buf_printf(out,
		".TH SAEGIM 1 \"\" \"saegim %s\" \"User Commands\"\n"
		".SH NAME\nsaegim \\- code written Korean interviews and print the "
		"tables "
		"of the report\n"
		".SH SYNOPSIS\n.B saegim\n.I COMMAND\n[\\fIOPTION\\fR...] "
		"[\\fIARGUMENT\\fR...]\n"
		".SH DESCRIPTION\nSaegim applies a hierarchical codebook of keyword "
		"and regex "
		"rules to written interview answers, keeps the coded segments and "
		"every human "
		"decision in one SQLite file, and prints theme tables question by "
		"question.\n"
		".SH COMMANDS\n",
		PACKAGE_VERSION);
	for (const struct sg_command *c = NULL; (c = sg_command_next(c));) {
		sg_buf_printf(out, ".SS saegim %s", c->name);
		if (c->operands) {
			sg_buf_addc(out, ' ');
			put(out, c->operands);
		}
		sg_buf_addc(out, '\n');
		put(out, c->summary);
		sg_buf_addz(out, ".\n");
		if (c->details)
			put_details(out, c->details);
		for (const struct sg_option *o = c->options; o && o->name; o++)
			put_option(out, o);
	}
	sg_buf_addz(out, ".SH OPTIONS OF EVERY COMMAND\n");
	for (const struct sg_option *o = sg_global_options; o->name; o++)
		put_option(out, o);
	sg_buf_addz(out, ".SH ENVIRONMENT\n"
			 ".TP\n.B SAEGIM_PROJECT\nthe project file\n"
			 ".TP\n.B SAEGIM_CODER\nname of the person whose judgements "
			 "are recorded\n"
			 ".TP\n.B SOURCE_DATE_EPOCH\nseconds since 1970 used as the "
			 "time of every "
			 "change\n"
			 ".TP\n.B NO_COLOR\nno colours on a terminal\n"
			 ".TP\n.B COLUMNS\nwidth of tables when stdout is no terminal\n"
			 ".SH EXIT STATUS\n0 done, 1 failed, 2 usage, 3 some inputs "
			 "failed while the "
			 "others went in\n");
}
