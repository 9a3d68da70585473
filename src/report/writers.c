/* writers.c - the table of writers. A new format is one file and one row. */
#include "config.h"

#include "report/writer.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "report/cells.h"

const struct sg_writer sg_writers[] = {
	{"text", "txt", false, N_("aligned columns, fitted to the terminal"),
		sg_write_text, false},
	{"md", "md", false, N_("Markdown with pipe tables"), sg_write_markdown, false},
	{"csv", "csv", false, N_("comma-separated values (RFC 4180), flat rows"),
		sg_write_csv, false},
	{"tsv", "tsv", false, N_("tab-separated values, flat rows"), sg_write_tsv,
		false},
	{"json", "json", false, N_("JSON, numbers as numbers"), sg_write_json, false},
	{"html", "html", false, N_("a page that pastes well into Hangul and Word"),
		sg_write_html, false},
	{"xlsx", "xlsx", true, N_("Excel, a sheet a table, numbers as numbers"),
		sg_write_xlsx, false},
	{"docx", "docx", true, N_("Word, A4, for print"), sg_write_docx, false},
	{"hwpx", "hwpx", true, N_("Hangul, A4, for print"), sg_write_hwpx, false},
	{"graphml", "graphml", false, N_("the network of table cooccur"),
		sg_write_graphml, true},
	{"gexf", "gexf", false, N_("the same network for Gephi"), sg_write_gexf, true},
	{"sav", "sav", true, N_("SPSS, one table, with labels"), sg_write_sav, false},
	{NULL, NULL, false, NULL, NULL, false},
};

const struct sg_writer *sg_writer_find(const char *name)
{
	for (const struct sg_writer *w = sg_writers; w->name; w++)
		if (strcmp(w->name, name) == 0)
			return w;
	return NULL;
}

const struct sg_writer *sg_writer_for(const char *path)
{
	struct sg_str ext = sg_path_ext(path);

	for (const struct sg_writer *w = sg_writers; w->name && ext.n; w++)
		if (strcasecmp(ext.p, w->ext) == 0 || strcasecmp(ext.p, w->name) == 0)
			return w;
	return NULL;
}
