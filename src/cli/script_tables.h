/* script_tables.h - lists that a command prints for people in its own way, and for scripts
 * as the JSON of tables (report/json.c). Their labels are their keys. */
#ifndef SG_CLI_SCRIPT_TABLES_H
#define SG_CLI_SCRIPT_TABLES_H

#include "analysis/table.h"
#include "cli/command.h"

#define SG_JSON_OPTION                                           \
	{                                                        \
		"format", 'f', N_("FORMAT"), "text|json",        \
			N_("form of the output (default: text)") \
	}
bool sg_script_wanted(const struct sg_cli *cli);

/* An empty table with the columns "a|b|c", and a row of it. */
struct sg_table *sg_script_table(
	struct sg_tables *tables, const char *id, const char *keys);
/* The text is copied. */
struct sg_cell sg_script_text(struct sg_tables *tables, struct sg_str text);
/* A message is in cli->err when it is false. */
bool sg_script_write(struct sg_cli *cli, const struct sg_tables *tables);

#endif
