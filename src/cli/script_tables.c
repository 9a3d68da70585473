/* script_tables.c - see script_tables.h. */
#include "config.h"

#include "cli/script_tables.h"

#include <string.h>

#include "report/writer.h"

bool sg_script_wanted(const struct sg_cli *cli)
{
	const char *format = sg_args_get(&cli->args, "format");

	return format && strcmp(format, "json") == 0;
}

struct sg_table *sg_script_table(
	struct sg_tables *tables, const char *id, const char *keys)
{
	struct sg_str rest = sg_str_of(keys), key;
	size_t n = 0, at = 0;

	while (sg_str_split(&rest, '|', &key))
		n++;
	struct sg_table *t = sg_tables_add(tables, id, n);
	rest = sg_str_of(keys);
	while (sg_str_split(&rest, '|', &key)) {
		struct sg_str label = sg_arena_str(&tables->arena, key);
		sg_table_column(tables, t, at++, label.p, label, false, false);
	}
	return t;
}

struct sg_cell sg_script_text(struct sg_tables *tables, struct sg_str text)
{
	return sg_cell_text(sg_arena_str(&tables->arena, text));
}

bool sg_script_write(struct sg_cli *cli, const struct sg_tables *tables)
{
	struct sg_write_options o = {.english = true};
	struct sg_buf out;

	sg_buf_init(&out);
	bool ok = sg_writer_find("json")->write(tables, &o, &out, &cli->err) == 0 &&
		  sg_out(cli, sg_buf_str(&out));
	sg_buf_release(&out);
	return ok;
}
