/* cmd_export.c - export: the study as flat data for R, Python, SPSS and Excel. */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/tidy.h"
#include "base/console.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "text/encode.h"

struct kind {
	const char *name;
	unsigned want;
	int (*make)(const struct sg_study *s, const struct sg_tidy_options *o,
		struct sg_tables *out, struct sg_error *err);
};

static const struct kind kinds[] = {
	{"codings", SG_STUDY_TEXTS, sg_tidy_codings},
	{"cases", 0, sg_tidy_cases},
	{"answers", 0, sg_tidy_answers},
};

struct export
{
	const struct kind *kind;
	const struct sg_writer *writer;
	const char *path; /* NULL: stdout */
	bool excel, cp949;
	struct sg_tidy_options tidy;
};

/* A spreadsheet takes what begins so for a formula, in whatever file it comes, also where
 * the sign is a full-width one (OWASP, "CSV Injection"). */
static bool is_formula(struct sg_str s)
{
	static const char *const wide[] = {"＝", "＋", "－", "＠"};

	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (sg_str_starts(s, sg_str_of(wide[i])))
			return true;
	return s.n && s.p[0] && strchr("=+-@\t\r\n", s.p[0]);
}

/* An apostrophe before it makes it text; it is only written when Excel was asked for,
 * since it is no part of the data. */
static void guard_text(struct sg_tables *tables, struct sg_str *s)
{
	if (is_formula(*s))
		*s = sg_arena_printf(&tables->arena, "'%.*s", SG_ARG(*s));
}

/* The names of columns too: attributes are called as their file calls them. */
static void guard(struct sg_tables *tables)
{
	for (size_t i = 0; i < tables->n; i++) {
		struct sg_table *t = &tables->v[i];
		for (size_t k = 0; k < t->ncolumns; k++)
			guard_text(tables, &t->columns[k].key);
		for (size_t k = 0; k < t->nrows * t->ncolumns; k++)
			guard_text(tables, &t->cells[k].text);
	}
}

/* What the operand names: "codings", or a file of that name, "out/codings.csv". */
static int parse(struct sg_cli *cli, struct export *x)
{
	const char *word = cli->args.operands[0];
	const char *output = sg_args_get(&cli->args, "output");
	const char *format = sg_args_get(&cli->args, "format");
	const char *encoding = sg_args_get(&cli->args, "encoding");
	bool file = sg_path_ext(word).n > 0;
	struct sg_str name = file ? sg_path_stem(word) : sg_str_of(word);

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (sg_str_eqz(name, kinds[i].name))
			x->kind = &kinds[i];
	if (!x->kind)
		return sg_usage(cli, NULL,
			_("'%s' does not say what: codings, cases or answers, or a "
			  "file of that name; other names with --output"),
			word);
	if (file && output)
		return sg_usage(cli, NULL,
			_("'%s' is a file already; --output is one "
			  "too many"),
			word);
	x->path = file ? word : output;
	if (format)
		x->writer = sg_writer_find(format);
	else if (x->path && sg_path_ext(x->path).n)
		x->writer = sg_writer_for(x->path);
	else
		x->writer = sg_writer_find("csv");
	if (!x->writer)
		return sg_usage(cli, NULL,
			_("no format has the ending '.%.*s': choose one with --format"),
			SG_ARG(sg_path_ext(x->path)));
	if (x->writer->binary && !x->path && sg_console_is_terminal(STDOUT_FILENO))
		return sg_usage(cli, NULL,
			_("%s is not for a terminal: name a file with --output"),
			x->writer->name);
	x->excel = sg_args_has(&cli->args, "excel");
	x->cp949 = encoding && strcmp(encoding, "cp949") == 0;
	if ((x->excel || x->cp949) && strcmp(x->writer->name, "csv") != 0 &&
		strcmp(x->writer->name, "tsv") != 0)
		return sg_usage(cli, NULL,
			_("--excel and --encoding are for csv and "
			  "tsv"));
	if (x->excel && x->cp949)
		return sg_usage(cli, NULL,
			_("--excel writes UTF-8 with a BOM; --encoding cp949 does not "
			  "go with it"));
	return 0;
}

static bool put(struct sg_cli *cli, const struct export *x, struct sg_str bytes)
{
	if (!x->path)
		return sg_out(cli, bytes);
	if (sg_file_write(x->path, bytes, &cli->err) < 0)
		return false;
	sg_say(cli, _("wrote %s"), x->path);
	return true;
}

static int write_study(
	struct sg_cli *cli, const struct export *x, const struct sg_study *study)
{
	struct sg_write_options w = {.bom = x->excel,
		.english = sg_str_eqz(study->language, "en"),
		.width = cli->width,
		.title = study->title,
		.time = study->run_at};
	struct sg_tables tables;
	struct sg_buf out, old;

	sg_buf_init(&out);
	sg_buf_init(&old);
	sg_tables_init(&tables);
	int rc = x->kind->make(study, &x->tidy, &tables, &cli->err);
	if (rc == 0 && x->excel)
		guard(&tables);
	if (rc == 0)
		rc = x->writer->write(&tables, &w, &out, &cli->err);
	if (rc == 0 && x->cp949)
		rc = sg_encode_cp949(sg_buf_str(&out), &old, &cli->err);
	if (rc == 0 && !put(cli, x, sg_buf_str(x->cp949 ? &old : &out)))
		rc = -1;
	sg_tables_release(&tables);
	sg_buf_release(&out);
	sg_buf_release(&old);
	return rc;
}

int sg_cmd_export(struct sg_cli *cli)
{
	struct sg_selection sel;
	struct sg_study study;
	struct export x = {.kind = NULL};
	int rc = parse(cli, &x);

	if (rc == 0 && strcmp(x.kind->name, "codings") == 0)
		rc = sg_args_refuse(cli, "counts", "export codings");
	if (rc == 0)
		rc = sg_session_selection(cli, &sel);
	if (rc != 0)
		return rc;
	x.tidy = (struct sg_tidy_options){
		.filter = sel.filter, .counts = sg_args_has(&cli->args, "counts")};
	struct sg_project *p = sg_session_open(cli, false);
	if (!p)
		return sg_fail(cli);
	bool frozen = sg_session_at(cli, p);
	rc = sg_project_study(p, x.kind->want, &study);
	if (rc == 0) {
		rc = write_study(cli, &x, &study);
		sg_study_release(&study);
	}
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_session_say_at(cli, frozen);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
