/* help.c - the help texts, made from the command table. */
#include "config.h"

#include "cli/command.h"

#include "text/width.h"

enum { TEXT_WIDTH = 78, PARTS = 3 }; /* a third for the words that are explained */

struct help {
	struct sg_buf *out;
	size_t columns, indent;
};

struct fold {
	struct sg_buf *out;
	size_t indent;
	bool first;
};

static struct help help_of(struct sg_buf *out, size_t columns)
{
	size_t width = columns < TEXT_WIDTH ? columns : TEXT_WIDTH;

	return (struct help){out, width, width / PARTS};
}

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
static void put_wrapped(const struct help *h, struct sg_str text, size_t indent)
{
	struct fold f = {h->out, indent, true};

	sg_width_wrap(text, h->columns - indent, put_line, &f);
}

static void put_entry(const struct help *h, struct sg_str head, const char *text)
{
	sg_buf_addz(h->out, "  ");
	if (sg_width(head) + 2 < h->indent) {
		sg_width_pad(h->out, head, h->indent - 2, false);
	} else {
		sg_buf_add(h->out, head);
		sg_buf_addc(h->out, '\n');
		sg_buf_pad(h->out, ' ', h->indent);
	}
	put_wrapped(h, sg_str_of(text), h->indent);
}

static void put_option(const struct help *h, const struct sg_option *o)
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
	put_entry(h, sg_buf_str(&head), _(o->help));
	sg_buf_release(&head);
}

static void put_options(const struct help *h, const struct sg_option *table)
{
	for (; table && table->name; table++)
		put_option(h, table);
}

static void overview(const struct help *h)
{
	struct sg_buf *out = h->out;

	sg_buf_addz(out, _("usage: saegim COMMAND [OPTION...] [ARGUMENT...]\n\n"));
	put_wrapped(h,
		sg_str_of(_("Codes written Korean interview answers with a codebook of "
			    "keyword "
			    "and regex "
			    "rules, and prints the tables of the report.")),
		0);
	for (const struct sg_command_group *g = sg_command_groups; g->title; g++) {
		sg_buf_printf(out, "\n%s:\n", _(g->title));
		for (const struct sg_command *c = g->commands; c->name; c++)
			put_entry(h, sg_str_of(c->name), _(c->summary));
	}
	sg_buf_addz(out, _("\nOptions of every command:\n"));
	put_options(h, sg_global_options);
	put_entry(h, SG_STR("    --version"), _("show the version"));
	sg_buf_addz(out,
		_("\nExit status: 0 done, 1 failed, 2 usage, 3 some inputs failed.\n"
		  "'saegim COMMAND --help' tells more of one command.\n"));
}

static void command(const struct help *h, const struct sg_command *c)
{
	struct sg_buf *out = h->out;
	struct sg_str rest = sg_str_of(c->details ? _(c->details) : NULL), paragraph;

	sg_buf_printf(out, _("usage: saegim %s"), c->name);
	if (c->options)
		sg_buf_addz(out, _(" [OPTION...]"));
	if (c->operands)
		sg_buf_printf(out, " %s", c->operands);
	sg_buf_addz(out, "\n\n");
	put_wrapped(h, sg_str_of(_(c->summary)), 0);
	if (c->details)
		sg_buf_addc(out, '\n');
	while (sg_str_line(&rest, &paragraph)) {
		if (paragraph.n && paragraph.p[0] != ' ') {
			put_wrapped(h, paragraph, 0);
			continue;
		}
		sg_buf_add(out, paragraph);
		sg_buf_addc(out, '\n');
	}
	if (c->options)
		sg_buf_addz(out, _("\nOptions:\n"));
	put_options(h, c->options);
	sg_buf_addz(out, _("\nOptions of every command:\n"));
	put_options(h, sg_global_options);
}

/* The text of a help; what stands in it as it is, as usage and examples do, breaks where
 * the terminal ends. */
void sg_help_overview(struct sg_buf *out, size_t columns)
{
	struct sg_buf text;
	struct help h = help_of(&text, columns);

	sg_buf_init(&text);
	overview(&h);
	sg_width_fold(out, sg_buf_str(&text), columns);
	sg_buf_release(&text);
}

void sg_help_command(const struct sg_command *c, struct sg_buf *out, size_t columns)
{
	struct sg_buf text;
	struct help h = help_of(&text, columns);

	sg_buf_init(&text);
	command(&h, c);
	sg_width_fold(out, sg_buf_str(&text), columns);
	sg_buf_release(&text);
}
