/* table_options.c - see table_options.h. */
#include "config.h"

#include "cli/table_options.h"

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
	{"columns", "matrix"},
	{"rows", "matrix --rows"},
	{"cols", "matrix --rows"},
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

static bool is_one(const char *table, const char *tables)
{
	struct sg_str rest = sg_str_of(tables), word;

	while (sg_str_split(&rest, '|', &word))
		if (sg_str_eqz(word, table))
			return true;
	return false;
}

int sg_table_options_check(struct sg_cli *cli, const char *table, const char *form)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < sizeof uses / sizeof *uses; i++)
		if (!is_one(table, uses[i].tables))
			rc = sg_args_refuse(cli, uses[i].option, form);
	return rc;
}
