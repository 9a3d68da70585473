/* writers.c - the table of writers. A new format is one file and one row. */
#include "config.h"

#include "report/writer.h"

#include <string.h>

#include "report/cells.h"

const struct sg_writer sg_writers[] = {
	{"text", N_("aligned columns, fitted to the terminal"), sg_write_text},
	{"md", N_("Markdown with pipe tables"), sg_write_markdown},
	{"csv", N_("comma-separated values (RFC 4180), flat rows"), sg_write_csv},
	{"tsv", N_("tab-separated values, flat rows"), sg_write_tsv},
	{"json", N_("JSON, numbers as numbers"), sg_write_json},
	{NULL, NULL, NULL},
};

const struct sg_writer *sg_writer_find(const char *name)
{
	for (const struct sg_writer *w = sg_writers; w->name; w++)
		if (strcmp(w->name, name) == 0)
			return w;
	return NULL;
}
