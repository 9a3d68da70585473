/* help.c - the help texts, made from the command table. */
#include "config.h"

#include "cli/command.h"

#include "text/width.h"

enum { TEXT_WIDTH = 78, INDENT = 26 };

struct fold {
	struct sg_buf *out;
	size_t indent;
	bool first;
};

static void put_line(void *ctx, struct sg_str line)
{
	struct fold *f = ctx;

	if (!f->first)
		sg_buf_pad(f->out, ' ', f->indent);
	f->first = false;
	sg_buf_add(f->out, line);
	sg_buf_addc(f->out, '\n');
}

/* text wrapped behind what already stands on the line, at `indent`. */
static void put_wrapped(struct sg_buf *out, const char *text, size_t indent)
{
	struct fold f = {out, indent, true};

	sg_width_wrap(sg_str_of(text), TEXT_WIDTH - indent, put_line, &f);
}

static void put_entry(struct sg_buf *out, struct sg_str head, const char *text)
{
	sg_buf_addz(out, "  ");
	if (sg_width(head) + 2 < INDENT) {
		sg_width_pad(out, head, INDENT - 2, false);
	} else {
		sg_buf_add(out, head);
		sg_buf_addc(out, '\n');
		sg_buf_pad(out, ' ', INDENT);
	}
	put_wrapped(out, text, INDENT);
}

static void put_option(struct sg_buf *out, const struct sg_option *o)
{
	struct sg_buf head;

	sg_buf_init(&head);
	if (o->letter)
		sg_buf_printf(&head, "-%c, ", o->letter);
	else
		sg_buf_addz(&head, "    ");
	sg_buf_printf(&head, "--%s", o->name);
	if (o->values)
		sg_buf_printf(&head, " %s", o->values);
	else if (o->arg)
		sg_buf_printf(&head, " %s", _(o->arg));
	put_entry(out, sg_buf_str(&head), _(o->help));
	sg_buf_release(&head);
}

static void put_options(struct sg_buf *out, const struct sg_option *table)
{
	for (; table && table->name; table++)
		put_option(out, table);
}

void sg_help_overview(struct sg_buf *out)
{
	sg_buf_addz(out, _("usage: saegim COMMAND [OPTION...] [ARGUMENT...]\n\n"));
	put_wrapped(out,
		_("Codes written Korean interview answers with a codebook of keyword "
		  "and regex "
		  "rules, and prints the tables of the report."),
		0);
	for (const struct sg_command_group *g = sg_command_groups; g->title; g++) {
		sg_buf_printf(out, "\n%s:\n", _(g->title));
		for (const struct sg_command *c = g->commands; c->name; c++)
			put_entry(out, sg_str_of(c->name), _(c->summary));
	}
	sg_buf_addz(out, _("\nOptions of every command:\n"));
	put_options(out, sg_global_options);
	put_entry(out, SG_STR("    --version"), _("show the version"));
	sg_buf_addz(out,
		_("\nExit status: 0 done, 1 failed, 2 usage, 3 some inputs failed.\n"
		  "'saegim COMMAND --help' tells more of one command.\n"));
}

void sg_help_command(const struct sg_command *c, struct sg_buf *out)
{
	sg_buf_printf(out, _("usage: saegim %s"), c->name);
	if (c->options)
		sg_buf_addz(out, _(" [OPTION...]"));
	if (c->operands)
		sg_buf_printf(out, " %s", c->operands);
	sg_buf_addz(out, "\n\n");
	put_wrapped(out, _(c->summary), 0);
	if (c->details) {
		sg_buf_addc(out, '\n');
		struct sg_str rest = sg_str_of(_(c->details)), paragraph;
		while (sg_str_line(&rest, &paragraph)) {
			struct fold f = {out, 0, true};
			if (paragraph.n == 0 || paragraph.p[0] == ' ')
				put_line(&f, paragraph);
			else
				sg_width_wrap(paragraph, TEXT_WIDTH, put_line, &f);
		}
	}
	if (c->options)
		sg_buf_addz(out, _("\nOptions:\n"));
	put_options(out, c->options);
	sg_buf_addz(out, _("\nOptions of every command:\n"));
	put_options(out, sg_global_options);
}
