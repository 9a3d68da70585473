/* cmd_explain.c - which rules selected what in an answer, and why a code did not. */
#include "config.h"

#include "cli/commands.h"
#include "cli/explain_report.h"
#include "cli/session.h"

/* The codebook of --codebook, or that of the last run. */
static struct sg_codebook *open_book(struct sg_cli *cli, struct sg_project *p)
{
	const char *path = sg_args_get(&cli->args, "codebook");
	struct sg_codebook *book = NULL;
	struct sg_notes read;

	sg_notes_init(&read);
	int rc = path ? sg_codebook_load(&book, path, &read, &cli->err)
		      : sg_store_codebook(sg_project_store(p), &book, &read, &cli->err);
	/* Its warnings belong to `codebook check`. */
	if (rc < 0)
		sg_print_notes(cli, &read);
	sg_notes_release(&read);
	return book;
}

static int find_code(struct sg_cli *cli, const struct sg_codebook *book, uint32_t *code)
{
	const char *label = sg_args_get(&cli->args, "code");

	*code = label ? sg_codebook_find(book, sg_args_text(cli, label)) : SG_NO_CODE;
	if (label && *code == SG_NO_CODE)
		return sg_error_set(&cli->err, SG_ENOTFOUND,
			_("there is no code '%s' in the codebook"), label);
	return 0;
}

static int explain(struct sg_cli *cli, struct sg_project *p,
	const struct sg_codebook *book, const struct sg_explain_place *place,
	struct sg_notes *notes, struct sg_buf *out)
{
	const struct sg_explain_style style = {cli->width, cli->colour_out};
	struct sg_explainer *explainer = NULL;
	struct sg_explained e;
	uint32_t code;

	int rc = find_code(cli, book, &code);
	if (rc == 0)
		rc = sg_explainer_new(&explainer, sg_project_store(p), book, place,
			code, notes, &cli->err);
	if (rc < 0)
		return rc;
	while ((rc = sg_explainer_next(explainer, &e, notes, &cli->err)) > 0) {
		if (code == SG_NO_CODE)
			sg_explain_answer(book, &e, &style, out);
		else
			sg_explain_code(book, &e, code, &style, out);
	}
	sg_explainer_free(explainer);
	return rc;
}

/* RESPONDENT QUESTION [QUOTATION], or the number of a segment. */
static bool place_of(struct sg_cli *cli, struct sg_explain_place *place)
{
	char **v = cli->args.operands;
	uint64_t id = 0;

	*place = (struct sg_explain_place){0};
	if (cli->args.noperands == 1) {
		if (!sg_str_uint(sg_str_of(v[0]), INT64_MAX, &id) || id == 0) {
			sg_usage(cli, NULL, _("missing %s"), "QUESTION");
			return false;
		}
		place->segment = (int64_t)id;
		return true;
	}
	place->respondent = sg_args_text(cli, v[0]);
	place->question = sg_args_text(cli, v[1]);
	if (cli->args.noperands > 2)
		place->quote = sg_args_text(cli, v[2]);
	return true;
}

int sg_cmd_explain(struct sg_cli *cli)
{
	struct sg_explain_place place;

	if (!place_of(cli, &place))
		return SG_EXIT_USAGE;
	struct sg_project *p = sg_session_open(cli, false);
	struct sg_notes notes;
	struct sg_buf out;

	if (!p)
		return sg_fail(cli);
	sg_notes_init(&notes);
	sg_buf_init(&out);
	struct sg_codebook *book = open_book(cli, p);
	int rc = book ? explain(cli, p, book, &place, &notes, &out) : -1;
	sg_print_notes(cli, &notes);
	if (rc == 0 && !sg_out(cli, sg_buf_str(&out)))
		rc = -1;
	sg_codebook_free(book);
	sg_buf_release(&out);
	sg_notes_release(&notes);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
