/* cmd_restructure.c - codebook rename, move, merge, split: the file is edited in place,
 * its old content kept beside it. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "codebook/load.h"
#include "codebook/questionnaire.h"
#include "codebook/restructure.h"
#include "text/utf8.h"

/* Everything is made ready before anything is written, so that what fails leaves the
 * files as they were. */
struct change {
	struct sg_cli *cli;
	const char *path;
	struct sg_codebook *book, *after;
	struct sg_edits edits;
	struct sg_notes notes;
	struct sg_buf body; /* the edited file */
	struct sg_relabels changes;
	struct sg_buf
		focus; /* the questionnaire of --questionnaire, edited; or empty */
	char focus_sha256[65];   /* of what it was */
	struct sg_judged judged; /* what people said of the code; or nothing */
	struct sg_str judged_of; /* its label */
	bool lists, splits;      /* shows what people said; the code is split */
};

static int find(struct change *c, const char *word, uint32_t *code)
{
	struct sg_str label = sg_args_text(c->cli, word);

	*code = sg_codebook_find(c->book, label);
	if (*code != SG_NO_CODE)
		return 0;
	return sg_error_at(&c->cli->err, SG_ENOTFOUND, c->path, 0, 0,
		_("there is no code '%s' in the codebook"), word);
}

/* The operands from `at` on as one heading. */
static struct sg_str heading(struct change *c, size_t at)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = at; i < c->cli->args.noperands; i++)
		sg_buf_printf(&b, "%s%s", b.n ? " " : "", c->cli->args.operands[i]);
	struct sg_str s = sg_args_text(c->cli, sg_buf_z(&b));
	sg_buf_release(&b);
	return s;
}

static int do_rename(struct change *c)
{
	uint32_t code = 0;
	int rc = find(c, c->cli->args.operands[2], &code);

	return rc < 0 ? rc
		      : sg_restructure_rename(c->book, code, heading(c, 3), &c->edits,
				&c->notes, &c->cli->err);
}

static int do_move(struct change *c)
{
	char **v = c->cli->args.operands;
	uint32_t code = 0, parent = SG_NO_CODE;
	int rc = find(c, v[2], &code);

	if (rc == 0 && strcmp(v[3], "/") != 0)
		rc = find(c, v[3], &parent);
	return rc < 0 ? rc
		      : sg_restructure_move(c->book, code, parent, &c->edits, &c->notes,
				&c->cli->err);
}

static int do_merge(struct change *c)
{
	char **v = c->cli->args.operands;
	uint32_t from = 0, into = 0;
	int rc = find(c, v[2], &from);

	if (rc == 0)
		rc = find(c, v[3], &into);
	return rc < 0 ? rc
		      : sg_restructure_merge(c->book, from, into, &c->edits, &c->notes,
				&c->cli->err);
}

static int do_split(struct change *c)
{
	const char *which = sg_args_get(&c->cli->args, "rules");
	uint32_t code = 0;
	int rc = find(c, c->cli->args.operands[2], &code);

	return rc < 0 ? rc
		      : sg_restructure_split(c->book, code, heading(c, 3),
				sg_args_text(c->cli, which), &c->edits, &c->notes,
				&c->cli->err);
}

/* Makes the `focus:` lines of the questionnaire that was named ready. */
static int change_focus(struct change *c)
{
	const char *path = sg_args_get(&c->cli->args, "questionnaire");
	struct sg_edits edits;
	struct sg_buf body;

	if (!path)
		return 0;
	sg_edits_init(&edits);
	sg_buf_init(&body);
	int rc = sg_file_read(path, SG_CODEBOOK_MOST_BYTES, &body, &c->cli->err);
	if (rc == 0) {
		sg_sha256_hex(sg_buf_str(&body), c->focus_sha256);
		sg_restructure_focus(
			sg_buf_str(&body), path, &c->changes, &edits, &c->notes);
	}
	if (rc == 0 && edits.n && sg_utf8_check(sg_buf_str(&body)) != SIZE_MAX)
		rc = sg_error_at(&c->cli->err, SG_EINPUT, path, 0, 0,
			_("cannot edit a file that is not UTF-8; save it as UTF-8 "
			  "first"));
	if (rc == 0 && edits.n)
		rc = sg_edits_apply(&edits, sg_buf_str(&body), &c->focus, &c->cli->err);
	sg_buf_release(&body);
	sg_edits_release(&edits);
	return rc;
}

/* The beginning of a quotation, on one line. */
static struct sg_str beginning(struct sg_str quote)
{
	size_t cut = sg_utf8_offset(quote, 40), line = sg_str_findc(quote, '\n');

	return sg_str_sub(quote, 0, line < cut ? line : cut);
}

/* What people said of the code that is split or merged: they may look again. */
static void tell_judged(const struct change *c)
{
	if (c->judged.n)
		sg_say(c->cli,
			c->splits ? _("%zu judgements stay with %.*s; look whether "
				      "they "
				      "belong to the new code:")
				  : _("%zu judgements of %.*s now hold for the code it "
				      "went into; look at them again:"),
			c->judged.n, SG_ARG(c->judged_of));
	for (size_t i = 0; i < c->judged.n; i++) {
		const struct sg_judged_row *r = &c->judged.v[i];
		struct sg_str quote = beginning(r->quote);
		sg_say(c->cli, "  %.*s %.*s %.*s %.*s '%.*s%s'", SG_ARG(r->coder),
			SG_ARG(r->verdict), SG_ARG(r->respondent), SG_ARG(r->question),
			SG_ARG(quote), quote.n < r->quote.n ? "…" : "");
	}
}

/* Finds which lines of the project's questionnaire name what has another name now, and
 * for a split or merge what people said of the old code. */
static int look_at_project(struct change *c)
{
	struct sg_questionnaire *q = NULL;
	struct sg_edits edits;
	struct sg_store *store = NULL;
	uint32_t code = 0;
	int rc = 0;

	if (!c->cli->project)
		return 0;
	sg_edits_init(&edits);
	rc = sg_store_open(&store, c->cli->project, SG_STORE_READ, &c->cli->err);
	if (rc == 0 && c->changes.n && !sg_args_has(&c->cli->args, "questionnaire"))
		rc = sg_store_questionnaire(store, &q, &c->cli->err);
	if (rc == 0 && q)
		sg_restructure_focus(
			q->body, q->path.p, &c->changes, &edits, &c->notes);
	if (rc == 0 && c->lists)
		rc = find(c, c->cli->args.operands[2], &code);
	if (rc == 0 && c->lists) {
		c->judged_of = c->book->codes[code].label;
		rc = sg_store_judged(store, c->judged_of, &c->judged, &c->cli->err);
	}
	sg_questionnaire_free(q);
	sg_store_close(store);
	sg_edits_release(&edits);
	return rc;
}

/* The codebook as it was, from its backup, after something else failed; where that fails,
 * too, it says where the backup is. */
static void put_back(const struct change *c, struct sg_buf *backup)
{
	struct sg_error why = {0};
	struct sg_buf was;

	sg_buf_init(&was);
	if (sg_file_read(sg_buf_z(backup), SG_CODEBOOK_MOST_BYTES, &was, &why) < 0 ||
		sg_file_write(c->path, sg_buf_str(&was), &why) < 0)
		sg_complain(c->cli, _("%s is changed; what it was is in %s"), c->path,
			sg_buf_z(backup));
	sg_buf_release(&was);
}

/* Both files, or none: the first is put back where the second fails. */
static int write_change(struct change *c)
{
	const char *focus = sg_args_get(&c->cli->args, "questionnaire");
	struct sg_buf backup, focus_backup;

	sg_buf_init(&backup);
	sg_buf_init(&focus_backup);
	int rc = sg_codebook_rewrite(
		c->path, c->book->sha256, sg_buf_str(&c->body), &backup, &c->cli->err);
	if (rc == 0 && c->focus.n) {
		rc = sg_codebook_rewrite(focus, c->focus_sha256, sg_buf_str(&c->focus),
			&focus_backup, &c->cli->err);
		if (rc < 0)
			put_back(c, &backup);
	}
	if (rc == 0)
		sg_say(c->cli, _("%s is changed; what it was is in %s"), c->path,
			sg_buf_z(&backup));
	if (rc == 0 && c->focus.n)
		sg_say(c->cli, _("%s is changed; what it was is in %s"), focus,
			sg_buf_z(&focus_backup));
	sg_buf_release(&backup);
	sg_buf_release(&focus_backup);
	return rc;
}

/* Makes the edited codebook and all that goes with it. */
static int prepare(struct change *c, int (*make)(struct change *c))
{
	int rc = sg_codebook_load(&c->book, c->path, &c->notes, &c->cli->err);

	/* Warnings of a book that was fine before are no news. */
	if (rc == 0) {
		sg_notes_release(&c->notes);
		sg_notes_init(&c->notes);
		rc = make(c);
	}
	if (rc == 0)
		rc = sg_edits_apply(&c->edits, c->book->body, &c->body, &c->cli->err);
	if (rc == 0) {
		struct sg_notes known;
		sg_notes_init(&known);
		rc = sg_codebook_read(&c->after, sg_buf_str(&c->body), c->path, &known);
		sg_notes_release(&known);
	}
	if (rc < 0)
		return rc;
	sg_restructure_relabels(c->book, c->after, &c->changes);
	rc = change_focus(c);
	return rc < 0 ? rc : look_at_project(c);
}

static int try_change(struct change *c, int (*make)(struct change *c))
{
	int rc = prepare(c, make);

	if (rc < 0)
		return rc;
	if (!sg_args_has(&c->cli->args, "dry-run"))
		rc = write_change(c);
	else if (!sg_out(c->cli, sg_buf_str(&c->body)))
		rc = -1;
	if (rc == 0)
		tell_judged(c);
	return rc;
}

int sg_cmd_restructure(struct sg_cli *cli)
{
	static const struct {
		const char *word, *operands;
		size_t least, most;
		int (*make)(struct change *c);
	} actions[] = {
		{"rename", "FILE CODE NEW", 4, 5, do_rename},
		{"move", "FILE CODE PARENT", 4, 4, do_move},
		{"merge", "FILE CODE INTO", 4, 4, do_merge},
		{"split", "FILE CODE NEW", 4, 5, do_split},
	};
	struct change c = {.cli = cli, .path = cli->args.operands[1]};
	size_t i = 0;

	while (strcmp(actions[i].word, cli->args.operands[0]) != 0)
		i++;
	if (cli->args.noperands < actions[i].least)
		return sg_usage(cli, "codebook", _("missing %s"), actions[i].operands);
	if (cli->args.noperands > actions[i].most)
		return sg_usage(cli, "codebook", _("'%s' is too much"),
			cli->args.operands[actions[i].most]);
	sg_edits_init(&c.edits);
	sg_notes_init(&c.notes);
	sg_buf_init(&c.body);
	sg_buf_init(&c.focus);
	c.splits = actions[i].make == do_split;
	c.lists = c.splits || actions[i].make == do_merge;
	int rc = try_change(&c, actions[i].make);
	/* Of a change that was not made only what is wrong is of interest. */
	for (size_t k = 0; k < c.notes.n; k++)
		if (rc == 0 || c.notes.v[k].severity == SG_ERROR)
			sg_print_note(cli, &c.notes.v[k]);
	sg_buf_release(&c.body);
	sg_buf_release(&c.focus);
	sg_judged_release(&c.judged);
	free(c.changes.v);
	sg_notes_release(&c.notes);
	sg_edits_release(&c.edits);
	sg_codebook_free(c.after);
	sg_codebook_free(c.book);
	return rc < 0 ? sg_fail(cli) : SG_EXIT_DONE;
}
