/* cmd_status.c - what is in the project, and what is open. */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/script_tables.h"
#include "cli/session.h"
#include "text/width.h"

/* Whether a shell takes the byte as it is. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c && strchr("/._-+,:@%", c)) ||
	       (unsigned char)c >= 0x80;
}

/* "saegim code" with the codebook of the last run, as it is typed in a shell. */
static void code_command(struct sg_buf *out, const struct sg_status *st)
{
	struct sg_str path = sg_str_of(st->codebook_path);
	size_t plain = 0;

	while (plain < path.n && is_plain(path.p[plain]))
		plain++;
	sg_buf_addz(out, "saegim code ");
	if (path.n && plain == path.n) {
		sg_buf_add(out, path);
		return;
	}
	sg_buf_addc(out, '\'');
	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '\'')
			sg_buf_addz(out, "'\\''");
		else
			sg_buf_addc(out, path.p[i]);
	sg_buf_addc(out, '\'');
}

enum file_state { AS_APPLIED, CHANGED, NOT_THERE };

/* Whether the codebook's file is still what the last run applied. */
static enum file_state codebook_state(const struct sg_status *st)
{
	struct sg_error ignored = {0};
	enum file_state state = NOT_THERE;
	struct sg_buf body;
	char hex[65];

	sg_buf_init(&body);
	if (sg_file_read(st->codebook_path, (size_t)16 << 20, &body, &ignored) == 0) {
		sg_sha256_hex(sg_buf_str(&body), hex);
		state = strcmp(hex, st->codebook_sha256) == 0 ? AS_APPLIED : CHANGED;
	}
	sg_buf_release(&body);
	return state;
}

static void put_codebook(
	struct sg_buf *out, const struct sg_status *st, const char *command)
{
	if (st->run == 0 && st->sources == 0) {
		sg_buf_addz(
			out, _("codebook      none applied yet; next: saegim ingest "
			       "--questionnaire Q.md RESPONSES...\n"));
		return;
	}
	if (st->run == 0) {
		sg_buf_addz(out, _("codebook      none applied yet; next: saegim code "
				   "CODEBOOK\n"));
		return;
	}
	enum file_state state = codebook_state(st);
	if (state == CHANGED)
		sg_buf_printf(out, _("codebook      %s (changed since; next: %s)\n"),
			st->codebook_path, command);
	else
		sg_buf_printf(out, _("codebook      %s (%s)\n"), st->codebook_path,
			state == AS_APPLIED ? _("as applied")
					    : _("the file is not there now"));
	sg_buf_printf(out, _("last run      %u of %zu, %s; %zu codes, %zu segments\n"),
		st->run, st->runs, st->run_at, st->codes, st->segments);
}

static void put_status(
	struct sg_buf *out, const struct sg_status *st, const struct sg_lists *l)
{
	struct sg_buf command;

	sg_buf_init(&command);
	sg_buf_printf(out, _("sources       %zu (%zu texts with their revisions)\n"),
		st->sources, st->texts);
	sg_buf_printf(out, _("respondents   %zu\n"), st->cases);
	sg_buf_printf(out, _("questions     %zu\n"), st->questions);
	sg_buf_printf(out,
		_("answers       %zu answered, %zu say nothing, %zu not asked, %zu "
		  "stretches "
		  "under no question\n"),
		st->answers[SG_ANSWER_ANSWERED], st->answers[SG_ANSWER_NONE],
		st->answers[SG_ANSWER_NOT_ASKED], st->answers[SG_ANSWER_UNASSIGNED]);
	if (st->removed)
		sg_buf_printf(out,
			_("taken out     sources no longer there: %zu; judgements on "
			  "them, kept: %zu\n"),
			st->removed, st->removed_judgements);
	if (st->merged)
		sg_buf_printf(out,
			_("from a merge  sources not ingested here: %zu; judgements on "
			  "them, kept: %zu\n"),
			st->merged, st->merged_judgements);
	code_command(&command, st);
	put_codebook(out, st, sg_buf_z(&command));
	if (st->unscoped)
		sg_buf_printf(out,
			_("              it ignored where rules look "
			  "(--ignore-scopes); "
			  "for a report: %s\n"),
			sg_buf_z(&command));
	if (st->run && st->pending)
		sg_buf_printf(out,
			_("not coded     %zu texts are new or changed; next: %s\n"),
			st->pending, sg_buf_z(&command));
	sg_buf_release(&command);
	sg_buf_printf(out,
		_("judgements    %zu coded by hand, %zu accepted, %zu rejected, %zu "
		  "facets, %zu "
		  "pinned, %zu barred, %zu answers reviewed\n"),
		st->code, st->accept, st->reject, st->facet, st->pin, st->bar,
		st->reviewed);
	sg_buf_printf(out, _("              %zu corrected answers, %zu memos\n"),
		st->rulings, st->memos);
	if (st->orphans)
		sg_buf_printf(out,
			_("orphans       %zu judgements have no place in the present "
			  "texts\n"),
			st->orphans);
	if (l->nconflicts)
		sg_buf_printf(out,
			_("conflicts     %zu open: two people disagree and nobody has "
			  "settled it\n"),
			l->nconflicts);
}

/* The first line of s, cut to what is left of the terminal's width. */
static void put_start(struct sg_buf *out, const struct sg_cli *cli, struct sg_str s)
{
	struct sg_str line = sg_str_sub(s, 0, sg_str_findc(s, '\n'));
	size_t room = cli->width > 48 ? cli->width - 40 : 8;
	size_t cut = sg_width_prefix(line, room);

	sg_buf_printf(out, "%.*s%s", (int)cut, line.p, cut < s.n ? " …" : "");
}

static void put_conflicts(
	struct sg_buf *out, const struct sg_cli *cli, const struct sg_lists *l)
{
	enum { SHOWN = 10 };

	if (l->nconflicts)
		sg_buf_addz(out, _("\nOpen conflicts between coders:\n"));
	for (size_t i = 0; i < l->nconflicts && i < SHOWN; i++) {
		const struct sg_conflict_row *r = &l->conflicts[i];
		sg_buf_printf(out, "%.*s %.*s  %.*s  %.*s %.*s, %.*s %.*s  ",
			SG_ARG(r->respondent), SG_ARG(r->question), SG_ARG(r->code),
			SG_ARG(r->coder[0]), SG_ARG(r->says[0]), SG_ARG(r->coder[1]),
			SG_ARG(r->says[1]));
		put_start(out, cli, r->quote);
		sg_buf_addc(out, '\n');
	}
	if (l->nconflicts > SHOWN)
		sg_buf_printf(out, _("and %zu more\n"), l->nconflicts - SHOWN);
}

static void put_lists(
	struct sg_buf *out, const struct sg_cli *cli, const struct sg_lists *l)
{
	if (sg_args_has(&cli->args, "answers"))
		sg_buf_addz(out, _("\nAnswers that say nothing ('saegim answer' "
				   "corrects one):\n"));
	for (size_t i = 0; sg_args_has(&cli->args, "answers") && i < l->nsilent; i++) {
		const struct sg_silent_row *r = &l->silent[i];
		sg_buf_printf(out, "%.*s %.*s  %s%s  ", SG_ARG(r->respondent),
			SG_ARG(r->question), _(sg_answer_kind_name(r->kind)),
			r->confirmed ? _(", confirmed") : "");
		put_start(out, cli, r->text);
		sg_buf_addc(out, '\n');
	}
	if (l->norphans)
		sg_buf_addz(out,
			_("\nJudgements whose quotation is in no present text:\n"));
	for (size_t i = 0; i < l->norphans; i++) {
		const struct sg_orphan_row *r = &l->orphans[i];
		sg_buf_printf(out, "%.*s %.*s  %.*s %.*s (%.*s)  ",
			SG_ARG(r->respondent), SG_ARG(r->question), SG_ARG(r->verdict),
			SG_ARG(r->code), SG_ARG(r->coder));
		put_start(out, cli, r->quote);
		sg_buf_addc(out, '\n');
	}
	if (l->nburied)
		sg_buf_addz(out,
			_("\nCodes no longer in the codebook; what people said on them "
			  "is kept but not shown:\n"));
	for (size_t i = 0; i < l->nburied; i++)
		sg_buf_printf(out, _("%.*s %.*s  judgements %zu, memos %zu\n"),
			SG_ARG(l->buried[i].label), SG_ARG(l->buried[i].name),
			l->buried[i].judgements, l->buried[i].memos);
	put_conflicts(out, cli, l);
}

/* The counts as one row; what is not known yet is empty. */
static void add_counts(
	struct sg_tables *t, const struct sg_status *st, const struct sg_lists *l)
{
	static const char *const states[] = {[AS_APPLIED] = "as_applied",
		[CHANGED] = "changed",
		[NOT_THERE] = "gone"};
	const struct {
		const char *key;
		size_t n;
	} counts[] = {
		{"sources", st->sources},
		{"texts", st->texts},
		{"respondents", st->cases},
		{"questions", st->questions},
		{"answered", st->answers[SG_ANSWER_ANSWERED]},
		{"none", st->answers[SG_ANSWER_NONE]},
		{"not_asked", st->answers[SG_ANSWER_NOT_ASKED]},
		{"unassigned", st->answers[SG_ANSWER_UNASSIGNED]},
		{"runs", st->runs},
		{"codes", st->codes},
		{"segments", st->segments},
		{"not_coded", st->run ? st->pending : 0},
		{"scopes_ignored", st->unscoped},
		{"code", st->code},
		{"accept", st->accept},
		{"reject", st->reject},
		{"facet", st->facet},
		{"pin", st->pin},
		{"bar", st->bar},
		{"reviewed", st->reviewed},
		{"corrected", st->rulings},
		{"memos", st->memos},
		{"orphans", st->orphans},
		{"conflicts", l->nconflicts},
		{"removed", st->removed},
		{"removed_judgements", st->removed_judgements},
		{"merged", st->merged},
		{"merged_judgements", st->merged_judgements},
	};
	enum { COUNTS = sizeof counts / sizeof *counts };
	struct sg_buf keys;

	sg_buf_init(&keys);
	for (size_t i = 0; i < COUNTS; i++)
		sg_buf_printf(&keys, "%s|", counts[i].key);
	sg_buf_addz(&keys, "run|run_at|codebook|codebook_sha256|codebook_state");
	struct sg_table *table = sg_script_table(t, "status", sg_buf_z(&keys));
	struct sg_cell *c = sg_table_row(t, table);
	for (size_t i = 0; i < COUNTS; i++)
		c[i] = sg_cell_count((double)counts[i].n);
	c += COUNTS;
	if (st->run) {
		c[0] = sg_cell_count(st->run);
		c[1] = sg_script_text(t, sg_str_of(st->run_at));
		c[2] = sg_script_text(t, sg_str_of(st->codebook_path));
		c[3] = sg_script_text(t, sg_str_of(st->codebook_sha256));
		c[4] = sg_cell_text(sg_str_of(states[codebook_state(st)]));
	}
	sg_buf_release(&keys);
}

static void add_silent(struct sg_tables *t, const struct sg_lists *l)
{
	struct sg_table *table = sg_script_table(
		t, "answers", "respondent|question|kind|confirmed|text");

	for (size_t i = 0; i < l->nsilent; i++) {
		const struct sg_silent_row *r = &l->silent[i];
		struct sg_cell *c = sg_table_row(t, table);
		c[0] = sg_cell_text(r->respondent);
		c[1] = sg_cell_text(r->question);
		c[2] = sg_cell_text(sg_str_of(sg_answer_kind_name(r->kind)));
		c[3] = sg_cell_count(r->confirmed);
		c[4] = sg_cell_text(r->text);
	}
}

static void add_open(struct sg_tables *t, const struct sg_lists *l)
{
	struct sg_table *table = sg_script_table(
		t, "orphans", "respondent|question|verdict|code|coder|source|text");

	for (size_t i = 0; i < l->norphans; i++) {
		const struct sg_orphan_row *r = &l->orphans[i];
		struct sg_cell *c = sg_table_row(t, table);
		c[0] = sg_cell_text(r->respondent);
		c[1] = sg_cell_text(r->question);
		c[2] = sg_cell_text(r->verdict);
		c[3] = sg_cell_text(r->code);
		c[4] = sg_cell_text(r->coder);
		c[5] = sg_cell_text(r->source);
		c[6] = sg_cell_text(r->quote);
	}
	table = sg_script_table(t, "codes-gone", "code|name|judgements|memos");
	for (size_t i = 0; i < l->nburied; i++) {
		struct sg_cell *c = sg_table_row(t, table);
		c[0] = sg_cell_text(l->buried[i].label);
		c[1] = sg_cell_text(l->buried[i].name);
		c[2] = sg_cell_count((double)l->buried[i].judgements);
		c[3] = sg_cell_count((double)l->buried[i].memos);
	}
	table = sg_script_table(t, "conflicts",
		"respondent|question|code|coder_1|says_1|coder_2|says_2|text");
	for (size_t i = 0; i < l->nconflicts; i++) {
		const struct sg_conflict_row *r = &l->conflicts[i];
		struct sg_cell *c = sg_table_row(t, table);
		c[0] = sg_cell_text(r->respondent);
		c[1] = sg_cell_text(r->question);
		c[2] = sg_cell_text(r->code);
		for (size_t k = 0; k < 2; k++) {
			c[3 + 2 * k] = sg_cell_text(r->coder[k]);
			c[4 + 2 * k] = sg_cell_text(r->says[k]);
		}
		c[7] = sg_cell_text(r->quote);
	}
}

static bool status_for_scripts(
	struct sg_cli *cli, const struct sg_status *st, const struct sg_lists *l)
{
	struct sg_tables tables;

	sg_tables_init(&tables);
	add_counts(&tables, st, l);
	add_open(&tables, l);
	if (sg_args_has(&cli->args, "answers"))
		add_silent(&tables, l);
	bool ok = sg_script_write(cli, &tables);
	sg_tables_release(&tables);
	return ok;
}

static bool status_for_people(
	struct sg_cli *cli, const struct sg_status *st, const struct sg_lists *l)
{
	struct sg_buf out;

	sg_buf_init(&out);
	put_status(&out, st, l);
	put_lists(&out, cli, l);
	bool ok = sg_out_folded(cli, sg_buf_str(&out));
	sg_buf_release(&out);
	return ok;
}

int sg_cmd_status(struct sg_cli *cli)
{
	struct sg_project *p = sg_session_open(cli, false);
	struct sg_status st;
	struct sg_lists lists;

	if (!p)
		return sg_fail(cli);
	if (sg_store_status(sg_project_store(p), &st, &cli->err) < 0 ||
		sg_store_lists(sg_project_store(p), &lists, &cli->err) < 0)
		return sg_session_fail(cli, p);
	bool ok = sg_script_wanted(cli) ? status_for_scripts(cli, &st, &lists)
					: status_for_people(cli, &st, &lists);
	sg_lists_release(&lists);
	if (!ok)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
