/* args.c - options of a command, parsed by getopt_long from the command's table. */
#include "config.h"

#include "cli/command.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "codebook/locate.h"
#include "text/decode.h"
#include "text/utf8.h"

/* Values of getopt_long for long options: the global ones after the command's own. */
enum { OWN = 1000, GLOBAL = 2000 };

const struct sg_option sg_global_options[] = {
	{"project", 'p', N_("FILE"), NULL,
		N_("the project (default: $SAEGIM_PROJECT, or the only *.saegim "
		   "here)")},
	{"quiet", 'q', NULL, NULL, N_("say only what went wrong")},
	{"help", 'h', NULL, NULL, N_("show this help")},
	{NULL, 0, NULL, NULL, NULL},
};

/* Other spellings, which are taken and not told: of an option, and of the value of one
 * that has the first among its values. */
static const struct {
	const char *name, *also;
} options_also[] = {{"columns", "cols"}}, values_also[] = {{"respondent", "case"}};
enum {
	OPTIONS_ALSO = sizeof options_also / sizeof *options_also,
	VALUES_ALSO = sizeof values_also / sizeof *values_also,
};

static size_t count(const struct sg_option *o)
{
	size_t n = 0;

	while (o && o[n].name)
		n++;
	return n;
}

static void fill(const struct sg_option *table, int base, struct option *longs,
	size_t *nlongs, struct sg_buf *shorts)
{
	for (size_t i = 0; i < count(table); i++) {
		struct option o = {table[i].name,
			table[i].arg ? required_argument : no_argument, NULL,
			base + (int)i};
		longs[(*nlongs)++] = o;
		for (size_t k = 0; k < OPTIONS_ALSO; k++) {
			if (strcmp(o.name, options_also[k].name) != 0)
				continue;
			o.name = options_also[k].also;
			longs[(*nlongs)++] = o;
		}
		if (table[i].letter)
			sg_buf_printf(shorts, "%c%s", table[i].letter,
				table[i].arg ? ":" : "");
	}
}

/* The option that getopt's answer c means: OWN + i, GLOBAL + i, or -1. */
static int which(const struct sg_option *own, int c)
{
	if (c >= OWN)
		return c;
	for (size_t i = 0; i < count(own); i++)
		if (own[i].letter == c)
			return OWN + (int)i;
	for (size_t i = 0; i < count(sg_global_options); i++)
		if (sg_global_options[i].letter == c)
			return GLOBAL + (int)i;
	return -1;
}

static void take_global(struct sg_cli *cli, size_t i, bool *help)
{
	switch (sg_global_options[i].letter) {
	case 'p': cli->project = optarg; break;
	case 'q': cli->quiet = true; break;
	default: *help = true; break;
	}
}

static bool allowed(const struct sg_option *o, const char *value)
{
	struct sg_str rest = sg_str_of(o->values), word;

	while (sg_str_split(&rest, '|', &word))
		if (sg_str_eqz(word, value))
			return true;
	return false;
}

static const char *spelled(const struct sg_option *o, const char *value)
{
	for (size_t i = 0; value && i < VALUES_ALSO; i++)
		if (o->values && strcmp(value, values_also[i].also) == 0 &&
			allowed(o, values_also[i].name))
			return values_also[i].name;
	return value;
}

static int take_own(struct sg_cli *cli, const struct sg_command *command, size_t i,
	const char *value)
{
	struct sg_args *args = &cli->args;

	value = spelled(&command->options[i], value);
	if (command->options[i].values && !allowed(&command->options[i], value))
		return sg_usage(cli, command->name, _("--%s takes %s, not '%s'"),
			command->options[i].name, command->options[i].values, value);
	args->given[i] = true;
	args->value[i] = value;
	if (args->nall == sizeof args->all / sizeof *args->all)
		return sg_usage(cli, command->name, _("too many options"));
	args->all[args->nall].option = i;
	args->all[args->nall++].value = value;
	return 0;
}

static int check_operands(
	const struct sg_cli *cli, const struct sg_command *command, size_t n)
{
	if (n < command->min_operands)
		return sg_usage(cli, command->name, _("missing %s"),
			command->operands ? command->operands : "");
	if (n > command->max_operands)
		return sg_usage(cli, command->name, _("unexpected '%s'"),
			cli->args.operands[command->max_operands]);
	return 0;
}

static int unknown_option(const struct sg_cli *cli, const struct option *longs,
	size_t n, const char *word)
{
	enum { NEAR = 2 };
	struct sg_str *names = sg_zalloc(n + 1, sizeof *names);
	size_t best = SIZE_MAX;
	int rc;

	for (size_t i = 0; i < n; i++)
		names[i] = sg_str_of(longs[i].name);
	if (strncmp(word, "--", 2) == 0)
		best = sg_nearest(sg_str_of(word + 2), names, n, NEAR);
	if (best == SIZE_MAX)
		rc = sg_usage(cli, cli->command, _("unknown option '%s'"), word);
	else
		rc = sg_usage(cli, cli->command,
			_("unknown option '%s'; did you mean '--%.*s'?"), word,
			SG_ARG(names[best]));
	free(names);
	return rc;
}

int sg_args_parse(struct sg_cli *cli, const struct sg_command *command, int argc,
	char **argv, bool *help)
{
	struct sg_args *args = &cli->args;
	struct option *longs = sg_zalloc(
		count(command->options) + count(sg_global_options) + OPTIONS_ALSO + 1,
		sizeof *longs);
	size_t nlongs = 0;
	struct sg_buf shorts;
	int c, rc = 0;

	sg_buf_init(&shorts);
	sg_buf_addz(&shorts, ":");
	memset(args, 0, sizeof *args);
	args->options = command->options;
	cli->command = command->name;
	fill(command->options, OWN, longs, &nlongs, &shorts);
	fill(sg_global_options, GLOBAL, longs, &nlongs, &shorts);
	*help = false;
	optind = 1;
	opterr = 0;
	while (rc == 0 &&
		(c = getopt_long(argc, argv, sg_buf_z(&shorts), longs, NULL)) != -1) {
		int w = which(command->options, c);
		if (c == ':')
			rc = sg_usage(cli, command->name, _("'%s' needs a value"),
				argv[optind - 1]);
		else if (c == '?' || w < 0)
			rc = unknown_option(cli, longs, nlongs, argv[optind - 1]);
		else if (w >= GLOBAL)
			take_global(cli, (size_t)(w - GLOBAL), help);
		else
			rc = take_own(cli, command, (size_t)(w - OWN), optarg);
	}
	args->operands = argv + optind;
	args->noperands = (size_t)(argc - optind);
	if (rc == 0 && !*help)
		rc = check_operands(cli, command, args->noperands);
	sg_buf_release(&shorts);
	free(longs);
	return rc;
}

static size_t index_of(const struct sg_args *args, const char *name)
{
	for (size_t i = 0; i < count(args->options); i++)
		if (strcmp(args->options[i].name, name) == 0)
			return i;
	abort(); /* a command asks for an option that its table does not have */
}

const char *sg_args_get(const struct sg_args *args, const char *name)
{
	return args->value[index_of(args, name)];
}

const char *sg_args_find(const struct sg_args *args, const char *name)
{
	for (size_t i = 0; i < count(args->options); i++)
		if (strcmp(args->options[i].name, name) == 0)
			return args->value[i];
	return NULL;
}

bool sg_args_has(const struct sg_args *args, const char *name)
{
	return args->given[index_of(args, name)];
}

int sg_args_refuse(struct sg_cli *cli, const char *options, const char *form)
{
	const struct sg_args *args = &cli->args;
	struct sg_str rest = sg_str_of(options), word;

	while (sg_str_split(&rest, '|', &word))
		for (size_t i = 0; i < count(args->options); i++)
			if (args->given[i] && sg_str_eqz(word, args->options[i].name))
				return sg_usage(cli, NULL,
					_("--%s does not apply to '%s'"),
					args->options[i].name, form);
	return 0;
}

int sg_args_needs(struct sg_cli *cli, const char *option, const char *other)
{
	if (!sg_args_has(&cli->args, option) || sg_args_has(&cli->args, other))
		return 0;
	return sg_usage(cli, NULL, _("--%s is for --%s"), option, other);
}

struct sg_str sg_args_text(struct sg_cli *cli, const char *z)
{
	struct sg_buf composed;

	sg_buf_init(&composed);
	if (z && sg_utf8_check(sg_str_of(z)) == SIZE_MAX)
		sg_compose(sg_str_of(z), &composed);
	else
		sg_buf_addz(&composed, z);
	struct sg_str s = sg_arena_str(&cli->arena, sg_buf_str(&composed));
	sg_buf_release(&composed);
	return s;
}

bool sg_args_uint(struct sg_cli *cli, const char *name, uint64_t max, uint64_t fallback,
	uint64_t *out)
{
	const char *value = sg_args_get(&cli->args, name);

	*out = fallback;
	if (!value)
		return true;
	if (sg_str_uint(sg_str_of(value), max, out))
		return true;
	sg_usage(cli, NULL, _("--%s takes a whole number from 0 to %llu, not '%s'"),
		name, (unsigned long long)max, value);
	return false;
}
