/* table_options.h - which options each table has a use for. */
#ifndef SG_CLI_TABLE_OPTIONS_H
#define SG_CLI_TABLE_OPTIONS_H

#include "cli/command.h"

/* Refuses an option that was given and that the table ("themes"; a matrix of codes is
 * "matrix --rows") would not look at, be it on account of another option. form: what was
 * asked for, in the message. 0 or SG_EXIT_USAGE. */
int sg_table_options_check(struct sg_cli *cli, const char *table, const char *form);

#endif
