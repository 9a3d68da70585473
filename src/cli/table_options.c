/* table_options.c - see table_options.h. */
#include "config.h"

#include "cli/table_options.h"

#include <string.h>

static const struct {
	const char *option, *tables;
} uses[] = {
	{"by", "findings|themes|crosstab|keyness"},
	{"facet", "findings|themes|matrix"},
	{"group", "findings|themes|matrix|matrix --rows"},
	{"level", "findings|themes|matrix|matrix --rows|cooccur|network|crosstab|"
		  "saturation"},
	{"min", "findings|themes|matrix|cooccur|network|crosstab"},
	{"sort", "findings|themes|matrix|crosstab"},
	{"base", "findings|themes|matrix|matrix --rows|crosstab"},
	{"quotes", "findings|matrix --rows"},
	{"outside-min", "findings"},
	{"columns", "matrix|matrix --rows"},
	{"rows", "matrix --rows"},
	{"cell", "matrix --rows"},
	{"tests", "cooccur|crosstab"},
	{"base-size", "saturation|methods"},
	{"run-length", "saturation|methods"},
	{"cqr", "findings|themes"},
	{"presence", "matrix"},
	{"unit", "cooccur|network|matrix --rows"},
	{"more", "cooccur"},
	{"top", "cooccur|keyness"},
	{"measure", "keyness"},
};

/* Options that the table looks at only where another has one of some values; `unset` is
 * what that other means when it is not given. */
static const struct {
	const char *option, *table, *other, *unset, *values;
} conditions[] = {
	/* by the values of an attribute, N is told by that attribute already */
	{"group", "matrix", "columns", "respondent", "respondent|case|question"},
	{"quotes", "matrix --rows", "cell", "n", "quotes"},
};

static bool is_one(const char *word, const char *words)
{
	struct sg_str rest = sg_str_of(words), one;

	while (sg_str_split(&rest, '|', &one))
		if (sg_str_eqz(one, word))
			return true;
	return false;
}

static int check_conditions(struct sg_cli *cli, const char *table, const char *form)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < sizeof conditions / sizeof *conditions; i++) {
		const char *value = sg_args_find(&cli->args, conditions[i].other);
		if (!value)
			value = conditions[i].unset;
		if (strcmp(conditions[i].table, table) == 0 &&
			!is_one(value, conditions[i].values))
			rc = sg_args_refuse(cli, conditions[i].option,
				sg_arena_printf(&cli->arena, "%s --%s %s", form,
					conditions[i].other, value)
					.p);
	}
	return rc;
}

int sg_table_options_check(struct sg_cli *cli, const char *table, const char *form)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < sizeof uses / sizeof *uses; i++)
		if (!is_one(table, uses[i].tables))
			rc = sg_args_refuse(cli, uses[i].option, form);
	return rc == 0 ? check_conditions(cli, table, form) : rc;
}
