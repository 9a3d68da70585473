/* cmd_codebook.c - check, show and format a codebook file. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/review_report.h"
#include "cli/session.h"
#include "cli/survey_report.h"
#include "codebook/codebook.h"
#include "coding/coding.h"
#include "coding/review.h"
#include "match/engine.h"
#include "match/survey.h"

enum { CODEBOOK_CAP = 16 << 20 };

struct counts {
	size_t rules, examples;
};

static struct counts count(const struct sg_codebook *book)
{
	struct counts c = {0, 0};

	for (size_t i = 0; i < book->ncodes; i++) {
		c.rules += book->codes[i].nrules;
		c.examples += book->codes[i].nexamples;
	}
	return c;
}

/* Prints what the terms of book do in the project. */
static int survey(struct sg_cli *cli, const struct sg_codebook *book,
	struct sg_store *store, struct sg_notes *notes, struct sg_buf *out)
{
	struct sg_corpus *corpus = NULL;
	struct sg_survey result;

	int rc = sg_corpus_open(&corpus, store, &cli->err);
	if (rc == 0) {
		rc = sg_survey_run(
			&result, book, sg_corpus_next, corpus, notes, &cli->err);
		if (rc == 0)
			sg_survey_report(book, &result, out);
		sg_survey_release(&result);
	}
	sg_corpus_close(corpus);
	return rc;
}

/* And what its rules do. */
static int review(struct sg_cli *cli, const struct sg_codebook *book,
	struct sg_store *store, struct sg_buf *out)
{
	struct sg_corpus *corpus = NULL;
	struct sg_review result;

	int rc = sg_corpus_open(&corpus, store, &cli->err);
	if (rc == 0)
		rc = sg_review_run(&result, book, sg_corpus_next, corpus, &cli->err);
	if (rc == 0) {
		sg_review_report(book, &result, cli->width, out);
		sg_review_release(&result);
	}
	sg_corpus_close(corpus);
	return rc;
}

/* The codebook against a project: its places, terms and rules. */
static int try_with(struct sg_cli *cli, const struct sg_codebook *book,
	const char *project, struct sg_notes *notes)
{
	struct sg_questionnaire *q = NULL;
	struct sg_store *store = NULL;
	struct sg_buf out;

	sg_buf_init(&out);
	int rc = sg_store_open(&store, project, SG_STORE_READ, &cli->err);
	if (rc == 0)
		rc = sg_store_questionnaire(store, &q, &cli->err);
	if (rc == 0 && q)
		sg_codebook_check_places(book, q, notes);
	if (rc == 0)
		rc = survey(cli, book, store, notes, &out);
	if (rc == 0)
		rc = review(cli, book, store, &out);
	if (rc == 0 && !sg_out(cli, sg_buf_str(&out)))
		rc = -1;
	sg_buf_release(&out);
	sg_questionnaire_free(q);
	sg_store_close(store);
	return rc;
}

/* Regexes and terms compile, and the examples hold. */
static int compile(struct sg_cli *cli, const struct sg_codebook *book, const char *path,
	struct sg_notes *notes, size_t *ran, size_t *failed)
{
	struct sg_engine_options options = {0};
	struct sg_engine *engine = NULL;
	int rc = sg_engine_new(&engine, book, &options, notes, &cli->err);

	sg_engine_free(engine);
	*ran = *failed = 0;
	if (rc < 0)
		return rc;
	rc = sg_engine_check_examples(book, path, ran, notes, &cli->err);
	if (rc > 0)
		*failed = (size_t)rc;
	return rc < 0 ? rc : 0;
}

static int check(struct sg_cli *cli, const char *path)
{
	const char *with = sg_args_get(&cli->args, "with");
	struct sg_codebook *book = NULL;
	struct sg_notes notes;
	size_t ran = 0, failed = 0;

	sg_notes_init(&notes);
	int rc = sg_codebook_load(&book, path, &notes, &cli->err);
	if (rc == 0)
		rc = compile(cli, book, path, &notes, &ran, &failed);
	if (rc == 0 && with)
		rc = try_with(cli, book, with, &notes);
	sg_notes_fold(&notes, SG_NOTES_SHOWN);
	if (book)
		sg_project_excerpts(book, &notes);
	sg_print_notes(cli, &notes);
	if (book) {
		struct counts c = count(book);
		sg_say(cli,
			_("%s: %zu codes, %zu rules, %zu of %zu examples hold; %zu "
			  "errors, "
			  "%zu warnings"),
			path, book->ncodes, c.rules, ran - failed, ran, notes.errors,
			notes.warnings);
	}
	int status = rc < 0 || notes.errors ? SG_EXIT_FAILED : SG_EXIT_DONE;
	if (rc < 0 && notes.errors == 0)
		sg_fail(cli);
	sg_codebook_free(book);
	sg_notes_release(&notes);
	return status;
}

static void fill_tree(const struct sg_codebook *book, struct sg_tables *tables)
{
	struct sg_table *t = sg_tables_add(tables, "codebook", 5);

	sg_table_column(tables, t, 0, "code", sg_str_of(_("code")), false, false);
	sg_table_column(tables, t, 1, "name", sg_str_of(_("name")), false, true);
	sg_table_column(tables, t, 2, "rules", sg_str_of(_("rules")), true, false);
	sg_table_column(
		tables, t, 3, "examples", sg_str_of(_("examples")), true, false);
	sg_table_column(tables, t, 4, "line", sg_str_of(_("line")), true, false);
	for (size_t i = 0; i < book->ncodes; i++) {
		const struct sg_code *c = &book->codes[i];
		struct sg_cell *row = sg_table_row(tables, t);
		row[0].kind = row[1].kind = SG_CELL_TEXT;
		row[0].text = c->id;
		row[1].text = c->name;
		row[1].indent = (uint8_t)(c->level > 9 ? 9 : c->level);
		row[1].strong = c->level == 0;
		row[2].kind = row[3].kind = row[4].kind = SG_CELL_COUNT;
		row[2].number = (double)c->nrules;
		row[3].number = (double)c->nexamples;
		row[4].number = c->line;
	}
}

static int show(struct sg_cli *cli, const char *path)
{
	const char *format = sg_args_get(&cli->args, "format");
	const struct sg_write_options w = {
		.width = cli->width, .colour = cli->colour_out, .english = true};
	struct sg_codebook *book = NULL;
	struct sg_notes notes;
	struct sg_tables tables;
	struct sg_buf out;

	sg_notes_init(&notes);
	sg_tables_init(&tables);
	sg_buf_init(&out);
	int rc = sg_codebook_load(&book, path, &notes, &cli->err);
	if (rc < 0)
		sg_print_notes(cli, &notes);
	if (rc == 0) {
		fill_tree(book, &tables);
		rc = sg_writer_find(format ? format : "text")
			     ->write(&tables, &w, &out, &cli->err);
	}
	if (rc == 0 && !sg_out(cli, sg_buf_str(&out)))
		rc = -1;
	sg_buf_release(&out);
	sg_tables_release(&tables);
	sg_codebook_free(book);
	sg_notes_release(&notes);
	return rc < 0 ? sg_fail(cli) : SG_EXIT_DONE;
}

static int format(struct sg_cli *cli, const char *path)
{
	struct sg_buf body, out;
	struct sg_notes notes;

	sg_buf_init(&body);
	sg_buf_init(&out);
	sg_notes_init(&notes);
	int rc = sg_file_read(path, CODEBOOK_CAP, &body, &cli->err);
	if (rc == 0)
		rc = sg_codebook_format(sg_buf_str(&body), path, &out, &notes);
	if (rc < 0)
		sg_print_notes(cli, &notes);
	else if (!sg_args_has(&cli->args, "in-place"))
		rc = sg_out(cli, sg_buf_str(&out)) ? 0 : -1;
	else if (!sg_str_eq(sg_buf_str(&body), sg_buf_str(&out)))
		rc = sg_file_write(path, sg_buf_str(&out), &cli->err);
	sg_notes_release(&notes);
	sg_buf_release(&out);
	sg_buf_release(&body);
	return rc < 0 ? sg_fail(cli) : SG_EXIT_DONE;
}

int sg_cmd_codebook(struct sg_cli *cli)
{
	static const struct {
		const char *word;
		const char * not ; /* options without use there */
		int (*run)(struct sg_cli *cli, const char *path); /* NULL: an edit */
	} actions[] = {
		{"check", "in-place|format|rules|questionnaire|dry-run", check},
		{"show", "with|in-place|rules|questionnaire|dry-run", show},
		{"format", "with|format|rules|questionnaire|dry-run", format},
		{"rename", "with|in-place|format|rules", NULL},
		{"move", "with|in-place|format|rules", NULL},
		{"merge", "with|in-place|format|rules", NULL},
		{"split", "with|in-place|format|questionnaire", NULL},
	};

	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
		if (strcmp(cli->args.operands[0], actions[i].word) != 0)
			continue;
		struct sg_str form =
			sg_arena_printf(&cli->arena, "codebook %s", actions[i].word);
		if (sg_args_refuse(cli, actions[i].not, form.p))
			return SG_EXIT_USAGE;
		if (!actions[i].run)
			return sg_cmd_restructure(cli);
		if (cli->args.noperands > 2)
			return sg_usage(cli, "codebook", _("'%s' is too much"),
				cli->args.operands[2]);
		return actions[i].run(cli, cli->args.operands[1]);
	}
	return sg_usage(cli, "codebook",
		_("there is no action '%s': check, show, format, rename, move, merge, "
		  "split"),
		cli->args.operands[0]);
}
