/* completion.c - the bash completion, made from the command table. */
#include "config.h"

#include "cli/command.h"

static void put_words(struct sg_buf *out, const char *words)
{
	struct sg_str rest = sg_str_of(words), word;
	bool first = true;

	while (sg_str_split(&rest, '|', &word)) {
		if (!first)
			sg_buf_addc(out, ' ');
		first = false;
		sg_buf_add(out, word);
	}
}

static void put_option_names(struct sg_buf *out, const struct sg_option *table)
{
	for (; table && table->name; table++)
		sg_buf_printf(out, " --%s", table->name);
}

/* A case branch for each option with a closed list of values. */
static void put_values(struct sg_buf *out, const struct sg_command *c)
{
	for (const struct sg_option *o = c->options; o && o->name; o++) {
		if (!o->values)
			continue;
		sg_buf_printf(out, "\t%s:--%s) words=\"", c->name, o->name);
		put_words(out, o->values);
		sg_buf_addz(out, "\" ;;\n");
	}
}

void sg_bash_completion(struct sg_buf *out)
{
	sg_buf_addz(out, "# bash completion of saegim, made from its command table\n"
			 "_saegim()\n{\n"
			 "\tlocal cur=${COMP_WORDS[COMP_CWORD]}\n"
			 "\tlocal prev=${COMP_WORDS[COMP_CWORD-1]}\n"
			 "\tlocal command=${COMP_WORDS[1]} words=\n"
			 "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\twords=\"");
	for (const struct sg_command *c = NULL; (c = sg_command_next(c));)
		sg_buf_printf(out, "%s ", c->name);
	sg_buf_addz(out, "--help --version\"\n"
			 "\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
			 "\t\treturn\n\tfi\n"
			 "\tcase $command:$prev in\n");
	for (const struct sg_command *c = NULL; (c = sg_command_next(c));) {
		put_values(out, c);
		if (c->words) {
			sg_buf_printf(out,
				"\t%s:%s) [ \"${cur#-}\" != \"$cur\" ] || words=\"",
				c->name, c->name);
			put_words(out, c->words);
			sg_buf_addz(out, "\" ;;\n");
		}
	}
	sg_buf_addz(out,
		"\tesac\n"
		"\tif [ -z \"$words\" ] && [ \"${cur#-}\" != \"$cur\" ]; then\n"
		"\t\tcase $command in\n");
	for (const struct sg_command *c = NULL; (c = sg_command_next(c));) {
		sg_buf_printf(out, "\t\t%s) words=\"", c->name);
		put_option_names(out, c->options);
		put_option_names(out, sg_global_options);
		sg_buf_addz(out, "\" ;;\n");
	}
	sg_buf_addz(out, "\t\tesac\n\tfi\n"
			 "\tif [ -n \"$words\" ]; then\n"
			 "\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
			 "\telse\n\t\tcompopt -o filenames 2>/dev/null\n"
			 "\t\tCOMPREPLY=($(compgen -f -- \"$cur\"))\n\tfi\n}\n"
			 "complete -F _saegim saegim\n");
}
