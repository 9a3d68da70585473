/* session.c - see session.h. */
#include "config.h"

#include "cli/session.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/console.h"
#include "base/file.h"

static void message(void *ctx, const struct sg_message *m)
{
	const struct sg_cli *cli = ctx;

	sg_print_note(cli, &(struct sg_note){(enum sg_severity)m->severity,
				   sg_str_of(m->source), m->line, m->col, m->width,
				   sg_str_of(m->excerpt), sg_str_of(m->text)});
}

/* Whether path names the file of that name in the current folder. */
static bool is_here(const char *path, const char *name)
{
	return strcmp(path, name) == 0 ||
	       (strncmp(path, "./", 2) == 0 && strcmp(path + 2, name) == 0);
}

/* The only *.saegim in the current folder; the caller frees. */
static char *only_project(struct sg_cli *cli)
{
	struct sg_names names = {NULL, 0, 0};
	char *found = NULL;
	bool other = false;
	size_t n = 0;

	if (sg_dir_list(".", &names, &cli->err) < 0)
		return NULL;
	for (size_t i = 0; i < names.n; i++) {
		if (!sg_str_eqz(sg_path_ext(names.v[i]), "saegim"))
			continue;
		if (cli->other && is_here(cli->other, names.v[i])) {
			other = true;
			continue;
		}
		if (n++ == 0)
			found = sg_strdup(sg_str_of(names.v[i]));
	}
	sg_names_release(&names);
	if (n == 1)
		return found;
	free(found);
	if (n == 0 && other)
		sg_error_set(&cli->err, SG_ENOTFOUND,
			_("no project: '%s', the file to merge, is the only *.saegim "
			  "here; name the project with -p FILE"),
			cli->other);
	else if (n == 0)
		sg_error_set(&cli->err, SG_ENOTFOUND,
			_("no project: there is no *.saegim here; name one with -p "
			  "FILE, or "
			  "make one with 'saegim init study.saegim'"));
	else
		sg_error_set(&cli->err, SG_EUSAGE,
			_("%zu projects (*.saegim) are here: name one with -p FILE"),
			n);
	return NULL;
}

static struct sg_project_options project_options(struct sg_cli *cli)
{
	return (struct sg_project_options){
		.now = cli->now, .message = message, .ctx = cli};
}

struct sg_project *sg_session_open(struct sg_cli *cli, bool write)
{
	char *found = cli->project ? NULL : only_project(cli);
	const char *path = cli->project ? cli->project : found;
	struct sg_project_options o = project_options(cli);
	struct sg_project *p = NULL;

	if (path && sg_project_open(&p, path, write, &o) < 0) {
		cli->err = *sg_project_err(p);
		sg_project_close(p);
		p = NULL;
	}
	free(found);
	return p;
}

struct sg_project *sg_session_create(
	struct sg_cli *cli, const char *path, const char *title, const char *language)
{
	struct sg_project_options o = project_options(cli);
	struct sg_project *p;

	o.title = title;
	o.language = language;
	if (sg_project_create(&p, path, &o) < 0) {
		cli->err = *sg_project_err(p);
		sg_project_close(p);
		return NULL;
	}
	return p;
}

int sg_session_fail(struct sg_cli *cli, struct sg_project *p)
{
	if (cli->err.code == SG_OK)
		cli->err = *sg_project_err(p);
	sg_project_close(p);
	return sg_fail(cli);
}

struct sg_str sg_session_coder(struct sg_cli *cli)
{
	const char *name = sg_args_get(&cli->args, "coder");

	if (!name || !*name)
		name = getenv("SAEGIM_CODER");
	if (!name || !*name)
		name = getenv("USER");
	if (!name || !*name) {
		const struct passwd *who = getpwuid(getuid());
		name = who ? who->pw_name : NULL;
	}
	return sg_args_text(cli, name && *name ? name : "me");
}

static int split_labels(struct sg_cli *cli, const char *option, struct sg_str *out,
	size_t cap, size_t *n)
{
	const char *given = sg_args_get(&cli->args, option);
	struct sg_str rest = given ? sg_args_text(cli, given) : sg_str_of(NULL), label;

	for (*n = 0; sg_str_split(&rest, ',', &label); (*n)++) {
		if (*n == cap)
			return sg_usage(cli, NULL, _("--%s takes at most %zu names"),
				option, cap);
		out[*n] = sg_str_trim(label);
	}
	return 0;
}

static int split_where(struct sg_cli *cli, struct sg_selection *sel, size_t *n)
{
	const struct sg_args *args = &cli->args;

	for (size_t i = 0; i < args->nall; i++) {
		if (strcmp(args->options[args->all[i].option].name, "where") != 0)
			continue;
		struct sg_str s = sg_args_text(cli, args->all[i].value);
		size_t eq = sg_str_findc(s, '=');
		if (eq == SIZE_MAX || eq == 0)
			return sg_usage(cli, NULL,
				_("--where takes NAME=VALUE, not '%s'"),
				args->all[i].value);
		if (*n == sizeof sel->where / sizeof *sel->where)
			return sg_usage(cli, NULL, _("too many --where"));
		sel->where[(*n)++] =
			(struct sg_condition){sg_str_trim(sg_str_sub(s, 0, eq)),
				sg_str_trim(sg_str_skip(s, eq + 1))};
	}
	return 0;
}

int sg_session_choice(struct sg_cli *cli, struct sg_selection *sel)
{
	struct sg_filter *f = &sel->filter;
	int rc;

	memset(sel, 0, sizeof *sel);
	f->where = sel->where;
	f->questions = sel->questions;
	f->codes = sel->codes;
	rc = split_labels(cli, "question", sel->questions,
		sizeof sel->questions / sizeof *sel->questions, &f->nquestions);
	if (rc == 0)
		rc = split_labels(cli, "code", sel->codes,
			sizeof sel->codes / sizeof *sel->codes, &f->ncodes);
	if (rc == 0)
		rc = split_where(cli, sel, &f->nwhere);
	return rc;
}

int sg_session_selection(struct sg_cli *cli, struct sg_selection *sel)
{
	int rc = sg_session_choice(cli, sel);

	sel->filter.coder = sg_args_text(cli, sg_args_get(&cli->args, "coder"));
	return rc;
}

static const struct {
	const char *word;
	enum sg_sort sort;
} sorts[] = {
	{"codebook", SG_SORT_CODEBOOK},
	{"n", SG_SORT_COUNT},
	{"name", SG_SORT_NAME},
};

static const struct {
	const char *word;
	enum sg_base base;
} bases[] = {
	{"valid", SG_BASE_VALID},
	{"asked", SG_BASE_ASKED},
	{"all", SG_BASE_ALL},
};

enum sg_sort sg_session_sort(const char *word)
{
	for (size_t i = 0; word && i < sizeof sorts / sizeof *sorts; i++)
		if (strcmp(sorts[i].word, word) == 0)
			return sorts[i].sort;
	return SG_SORT_CODEBOOK;
}

enum sg_base sg_session_base(const char *word)
{
	for (size_t i = 0; word && i < sizeof bases / sizeof *bases; i++)
		if (strcmp(bases[i].word, word) == 0)
			return bases[i].base;
	return SG_BASE_VALID;
}

bool sg_session_write(struct sg_cli *cli, struct sg_str s)
{
	const char *path = sg_args_find(&cli->args, "output");

	if (!path)
		return sg_out(cli, s);
	if (sg_file_write(path, s, &cli->err) < 0)
		return false;
	sg_say(cli, _("wrote %s"), path);
	return true;
}

bool sg_session_page(
	struct sg_cli *cli, const struct sg_writer *writer, struct sg_str s)
{
	return writer->binary || sg_args_find(&cli->args, "output")
		       ? sg_session_write(cli, s)
		       : sg_page(cli, s);
}

int sg_session_writer(struct sg_cli *cli, const struct sg_writer **writer,
	struct sg_write_options *options)
{
	const char *format = sg_args_get(&cli->args, "format");
	const char *path = sg_args_get(&cli->args, "output");
	const struct sg_writer *by_name = path ? sg_writer_for(path) : NULL;

	*writer = format ? sg_writer_find(format) : by_name;
	if (!*writer && path && sg_path_ext(path).n)
		return sg_usage(cli, NULL,
			_("no format has the ending '.%.*s': choose one with --format"),
			SG_ARG(sg_path_ext(path)));
	if (!*writer)
		*writer = sg_writer_find("text");
	if (sg_args_has(&cli->args, "notes") && strcmp((*writer)->name, "csv") != 0 &&
		strcmp((*writer)->name, "tsv") != 0)
		return sg_args_refuse(cli, "notes", (*writer)->name);
	if ((*writer)->binary && !path && sg_console_is_terminal(STDOUT_FILENO))
		return sg_usage(cli, NULL,
			_("%s is not for a terminal: name a file with --output"),
			(*writer)->name);
	*options = (struct sg_write_options){.width = cli->width,
		.colour = cli->colour_out && !path,
		.bom = path && strcmp((*writer)->name, "csv") == 0,
		.notes = sg_args_has(&cli->args, "notes")};
	return 0;
}

bool sg_session_at(struct sg_cli *cli, struct sg_project *p)
{
	struct sg_str at = sg_args_text(cli, sg_args_find(&cli->args, "at"));
	uint64_t run;

	sg_project_set_at(p, at);
	return at.n && !sg_str_uint(at, UINT32_MAX, &run);
}

void sg_session_say_at(struct sg_cli *cli, bool frozen)
{
	if (frozen)
		sg_say(cli, _("as frozen: %s"), sg_args_get(&cli->args, "at"));
}

int sg_session_write_tables(struct sg_cli *cli, const struct sg_study *study,
	const struct sg_tables *tables)
{
	const struct sg_writer *writer;
	struct sg_write_options w;
	struct sg_buf out;

	int rc = sg_session_writer(cli, &writer, &w);
	if (rc != 0)
		return rc;
	w.english = sg_str_eqz(study->language, "en");
	w.title = study->title;
	w.time = study->run_at;
	sg_buf_init(&out);
	rc = writer->write(tables, &w, &out, &cli->err);
	if (rc == 0 && !sg_session_write(cli, sg_buf_str(&out)))
		rc = -1;
	sg_buf_release(&out);
	return rc;
}

int sg_session_table(struct sg_cli *cli, struct sg_project *p,
	const struct sg_table_kind *kind, const struct sg_table_options *options)
{
	const struct sg_writer *writer;
	struct sg_write_options w;
	struct sg_buf out;

	int rc = sg_session_writer(cli, &writer, &w);
	if (rc != 0) {
		sg_project_close(p);
		return rc;
	}
	sg_buf_init(&out);
	bool frozen = sg_session_at(cli, p);
	rc = sg_project_write_tables(
		p, &(struct sg_table_request){kind, *options}, 1, writer, &w, &out);
	bool ok = rc == 0 && sg_session_write(cli, sg_buf_str(&out));
	sg_buf_release(&out);
	if (!ok)
		return sg_session_fail(cli, p);
	sg_session_say_at(cli, frozen);
	sg_project_close(p);
	return SG_EXIT_DONE;
}

int sg_session_make(struct sg_cli *cli, struct sg_project *p, unsigned want,
	sg_tables_make *make, const void *ctx, struct sg_session_made *made)
{
	int rc = sg_study_load(&made->study, sg_project_store(p), want, &cli->err);

	if (rc < 0)
		return rc;
	sg_tables_init(&made->tables);
	rc = make(&made->study, ctx, &made->tables, &cli->err);
	if (rc != 0)
		sg_session_release(made);
	return rc;
}

int sg_session_write_made(struct sg_cli *cli, struct sg_session_made *made)
{
	int rc = sg_session_write_tables(cli, &made->study, &made->tables);

	sg_session_release(made);
	return rc;
}

void sg_session_release(struct sg_session_made *made)
{
	sg_tables_release(&made->tables);
	sg_study_release(&made->study);
}

int sg_session_tables_of(struct sg_cli *cli, struct sg_project *p, unsigned want,
	sg_tables_make *make, const void *ctx)
{
	struct sg_session_made made;
	int rc = sg_session_make(cli, p, want, make, ctx, &made);

	return rc == 0 ? sg_session_write_made(cli, &made) : rc;
}

int sg_session_tables(
	struct sg_cli *cli, unsigned want, sg_tables_make *make, const void *ctx)
{
	struct sg_project *p = sg_session_open(cli, false);

	if (!p)
		return sg_fail(cli);
	int rc = sg_session_tables_of(cli, p, want, make, ctx);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return rc; /* or SG_EXIT_USAGE */
}

bool sg_session_share(struct sg_cli *cli, const char *name, double *share)
{
	const char *z = sg_args_get(&cli->args, name);
	struct sg_str s = sg_str_of(z);
	bool percent = sg_str_ends(s, SG_STR("%"));
	double value = 0, digit = 1;
	bool dot = false, good = s.n > percent;

	for (size_t i = 0; good && i < s.n - percent; i++) {
		if (s.p[i] == '.' && !dot) {
			dot = true;
			continue;
		}
		good = s.p[i] >= '0' && s.p[i] <= '9' && i < 12;
		digit = dot ? digit / 10 : digit;
		value = dot ? value + digit * (s.p[i] - '0')
			    : 10 * value + (s.p[i] - '0');
	}
	*share = percent ? value / 100 : value;
	if (good && *share > 0 && *share <= 1)
		return true;
	sg_usage(
		cli, NULL, _("--%s takes a share like 20%% or 0.2, not '%s'"), name, z);
	return false;
}
