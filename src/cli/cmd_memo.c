/* cmd_memo.c - memos: written one by one, listed, or as one Markdown file. */
#include "config.h"

#include <string.h>

#include "analysis/memo_sheet.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "coding/memo_copy.h"
#include "coding/memo_import.h"
#include "text/decode.h"

enum { SHEET_CAP = 64 << 20 };

/* Where there is a question of which memos: those asked for. */
struct wanted {
	uint32_t code, question, case_; /* SG_NONE: any */
	struct sg_str coder;            /* empty: any */
};

static struct sg_str option(struct sg_cli *cli, const char *name)
{
	return sg_args_text(cli, sg_args_get(&cli->args, name));
}

static int find_one(struct sg_cli *cli, const char *name, const struct sg_study *s,
	uint32_t (*find)(const struct sg_study *s, struct sg_str label),
	const char *message, uint32_t *out)
{
	struct sg_str word = option(cli, name);

	*out = word.n ? find(s, word) : SG_NONE;
	if (word.n == 0 || *out != SG_NONE)
		return 0;
	return sg_error_set(
		&cli->err, SG_ENOTFOUND, "%s: '%.*s'", message, SG_ARG(word));
}

static int find_wanted(struct sg_cli *cli, const struct sg_study *s, struct wanted *w)
{
	int rc = find_one(cli, "code", s, sg_study_code_find,
		_("there is no such code"), &w->code);

	if (rc == 0)
		rc = find_one(cli, "question", s, sg_study_question_find,
			_("there is no such question"), &w->question);
	if (rc == 0)
		rc = find_one(cli, "respondent", s, sg_study_case_find,
			_("there is no such respondent"), &w->case_);
	w->coder = option(cli, "coder");
	return rc;
}

static bool is_wanted(const struct wanted *w, const struct sg_study_memo *m)
{
	return (w->code == SG_NONE || w->code == m->code) &&
	       (w->question == SG_NONE || w->question == m->question) &&
	       (w->case_ == SG_NONE || w->case_ == m->case_) &&
	       (w->coder.n == 0 || sg_str_eq(w->coder, m->author));
}

static struct sg_str quote_of(const struct sg_study *s, const struct sg_study_memo *m)
{
	if (!m->anchored)
		return SG_STR("");
	if (m->answer == SG_NONE)
		return sg_str_of(_("(the words are not in the text now)"));
	return sg_study_quote(s, s->answers[m->answer].text, m->start, m->stop);
}

static void print_memo(
	const struct sg_study *s, const struct sg_study_memo *m, struct sg_buf *out)
{
	struct sg_str quote = quote_of(s, m);

	if (m->case_ != SG_NONE)
		sg_buf_printf(out, "%.*s ", SG_ARG(s->cases[m->case_].name));
	if (m->question != SG_NONE)
		sg_buf_printf(out, "%.*s ", SG_ARG(s->questions[m->question].label));
	if (m->code != SG_NONE)
		sg_buf_printf(out, "%.*s ", SG_ARG(s->codes[m->code].label));
	sg_buf_printf(out, "(%.*s, %.*s)\n", SG_ARG(m->author), SG_ARG(m->at));
	if (quote.n)
		sg_buf_printf(out, "  \"%.*s\"\n", SG_ARG(quote));
	sg_buf_addz(out, "  ");
	for (size_t i = 0; i < m->body.n; i++) {
		sg_buf_addc(out, m->body.p[i]);
		if (m->body.p[i] == '\n')
			sg_buf_addz(out, "  ");
	}
	sg_buf_addc(out, '\n');
}

enum { RESPONDENT, QUESTION, CODE, QUOTE, CODER, AT, MEMO, COLUMNS };

static void fill_table(
	const struct sg_study *s, const struct wanted *w, struct sg_tables *tables)
{
	static const char *const names[COLUMNS][2] = {
		{"respondent", N_("respondent")},
		{"question", N_("question")},
		{"code", N_("code")},
		{"quote", N_("quotation")},
		{"coder", N_("coder")},
		{"at", N_("time")},
		{"memo", N_("memo")},
	};
	struct sg_table *t = sg_tables_add(tables, "memos", COLUMNS);

	for (size_t i = 0; i < COLUMNS; i++)
		sg_table_column(tables, t, i, names[i][0], sg_str_of(_(names[i][1])),
			false, i == QUOTE || i == MEMO);
	for (size_t i = 0; i < s->nmemos; i++) {
		const struct sg_study_memo *m = &s->memos[i];
		if (!is_wanted(w, m))
			continue;
		struct sg_cell *row = sg_table_row(tables, t);
		if (m->case_ != SG_NONE)
			row[RESPONDENT] = sg_cell_text(s->cases[m->case_].name);
		if (m->question != SG_NONE)
			row[QUESTION] = sg_cell_text(s->questions[m->question].label);
		if (m->code != SG_NONE)
			row[CODE] = sg_cell_text(s->codes[m->code].label);
		row[QUOTE] = sg_cell_text(quote_of(s, m));
		row[CODER] = sg_cell_text(m->author);
		row[AT] = sg_cell_text(m->at);
		row[MEMO] = sg_cell_text(m->body);
	}
}

static int write_list(struct sg_cli *cli, const struct sg_study *s,
	const struct wanted *w, struct sg_buf *out)
{
	const struct sg_writer *writer;
	struct sg_write_options o;
	struct sg_tables tables;
	size_t n = 0;
	int rc = sg_session_writer(cli, &writer, &o);

	if (rc != 0)
		return rc;
	for (size_t i = 0; i < s->nmemos; i++)
		n += is_wanted(w, &s->memos[i]);
	if (n == 0)
		sg_say(cli, _("no memos"));
	if (writer == sg_writer_find("text")) {
		for (size_t i = 0; i < s->nmemos; i++)
			if (is_wanted(w, &s->memos[i]))
				print_memo(s, &s->memos[i], out);
		return 0;
	}
	sg_tables_init(&tables);
	fill_table(s, w, &tables);
	o.english = sg_str_eqz(s->language, "en");
	rc = writer->write(&tables, &o, out, &cli->err);
	sg_tables_release(&tables);
	return rc;
}

/* Loads the study, lets make write, and prints. */
static int from_study(struct sg_cli *cli,
	int (*make)(struct sg_cli *cli, const struct sg_study *s, struct sg_buf *out))
{
	struct sg_project *p = sg_session_open(cli, false);
	struct sg_study study;
	struct sg_buf out;

	if (!p)
		return sg_fail(cli);
	if (sg_study_load(&study, sg_project_store(p), SG_STUDY_BODIES, &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_buf_init(&out);
	int rc = make(cli, &study, &out);
	sg_buf_release(&out);
	sg_study_release(&study);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return rc;
}

static int list(struct sg_cli *cli, const struct sg_study *s, struct sg_buf *out)
{
	struct wanted w;
	int rc = find_wanted(cli, s, &w);

	if (rc == 0)
		rc = write_list(cli, s, &w, out);
	if (rc == 0 && !sg_session_write(cli, sg_buf_str(out)))
		rc = -1;
	return rc;
}

static int export(struct sg_cli *cli, const struct sg_study *s, struct sg_buf *out)
{
	const char *path = cli->args.operands[1];
	struct sg_str question = option(cli, "question");

	if (sg_file_kind(path) != SG_FILE_NONE && !sg_args_has(&cli->args, "force"))
		return sg_error_set(&cli->err, SG_ECONFLICT,
			_("'%s' exists already; import it first, or say --force"),
			path);
	int rc = sg_memo_sheet(
		s, sg_session_coder(cli), &question, question.n > 0, out, &cli->err);
	if (rc == 0)
		rc = sg_file_write(path, sg_buf_str(out), &cli->err);
	if (rc == 0)
		sg_say(cli, _("wrote %s"), path);
	return rc;
}

static int read_sheet(struct sg_cli *cli, struct sg_project *p, const char *path,
	struct sg_memo_import *sum, struct sg_notes *notes)
{
	struct sg_buf bytes, text;
	const char *encoding;

	sg_buf_init(&bytes);
	sg_buf_init(&text);
	int rc = sg_file_read(path, SHEET_CAP, &bytes, &cli->err);
	if (rc == 0)
		rc = sg_decode(
			sg_buf_str(&bytes), NULL, path, &text, &encoding, &cli->err);
	if (rc == 0)
		rc = sg_memo_import(sg_project_store(p), sg_buf_str(&text), path,
			sg_session_coder(cli), sg_args_has(&cli->args, "force"),
			cli->now, sum, notes, &cli->err);
	sg_buf_release(&bytes);
	sg_buf_release(&text);
	return rc;
}

static int import(struct sg_cli *cli)
{
	struct sg_project *p = sg_session_open(cli, true);
	struct sg_memo_import sum = {0};
	struct sg_notes notes;

	if (!p)
		return sg_fail(cli);
	sg_notes_init(&notes);
	int rc = read_sheet(cli, p, cli->args.operands[1], &sum, &notes);
	sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli,
		_("memos: %zu new, %zu changed, %zu removed, %zu unchanged, %zu "
		  "conflicts"),
		sum.added, sum.changed, sum.removed, sum.unchanged, sum.conflicts);
	return sum.conflicts ? SG_EXIT_SOME : SG_EXIT_DONE;
}

static int copy(struct sg_cli *cli)
{
	struct sg_project *p = sg_session_open(cli, true);
	struct sg_memo_copied sum = {0, 0, 0};
	struct sg_study study;
	struct sg_notes notes;
	uint32_t codes[2];
	int rc = 0;

	if (!p)
		return sg_fail(cli);
	/* What is there is seen and written over by no one else. */
	struct sg_store *store = sg_project_store(p);
	if (sg_store_begin(store, &cli->err) < 0)
		return sg_session_fail(cli, p);
	if (sg_study_load(&study, store, SG_STUDY_BODIES, &cli->err) < 0) {
		sg_store_rollback(store);
		return sg_session_fail(cli, p);
	}
	for (size_t i = 0; rc == 0 && i < 2; i++) {
		struct sg_str word = sg_args_text(cli, cli->args.operands[1 + i]);
		codes[i] = sg_study_code_find(&study, word);
		if (codes[i] == SG_NONE)
			rc = sg_error_set(&cli->err, SG_ENOTFOUND, "%s: '%.*s'",
				_("there is no such code"), SG_ARG(word));
	}
	sg_notes_init(&notes);
	if (rc == 0)
		rc = sg_memo_copy(store, &study, sg_session_coder(cli), codes[0],
			codes[1], cli->now, &sum, &notes, &cli->err);
	if (rc == 0)
		rc = sg_store_commit(store, &cli->err);
	else
		sg_store_rollback(store);
	if (rc == 0)
		sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	sg_study_release(&study);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	if (sum.there + sum.left)
		sg_say(cli, _("memos copied: %zu; %zu were there, %zu not copied"),
			sum.copied, sum.there, sum.left);
	else
		sg_say(cli, _("memos copied: %zu"), sum.copied);
	return sum.left ? SG_EXIT_SOME : SG_EXIT_DONE;
}

static int write_one(struct sg_cli *cli)
{
	struct sg_memo m = {.coder = sg_session_coder(cli),
		.respondent = option(cli, "respondent"),
		.question = option(cli, "question"),
		.code = option(cli, "code"),
		.quote = option(cli, "quote"),
		.body = sg_args_text(cli, cli->args.operands[0]),
		.now = cli->now};

	if (!m.code.n && !m.question.n && !m.respondent.n)
		return sg_usage(cli, "memo",
			_("say what it is about: --code, --question, --respondent"));
	struct sg_project *p = sg_session_open(cli, true);
	if (!p)
		return sg_fail(cli);
	if (sg_memo_write(sg_project_store(p), &m, &cli->err) < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	sg_say(cli, m.body.n ? _("memo kept") : _("memo taken away"));
	return SG_EXIT_DONE;
}

/* Options that the form which begins with word would not look at. */
static int check_options(struct sg_cli *cli, const char *word)
{
	static const struct {
		const char *word, *form, *not ;
	} forms[] = {
		{"list", "memo list", "quote|force"},
		{"export", "memo export", "code|respondent|quote|format|output|notes"},
		{"import", "memo import",
			"code|question|respondent|quote|format|output|notes"},
		{"copy", "memo copy",
			"code|question|respondent|quote|format|output|notes|force"},
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(word, forms[i].word) == 0)
			return sg_args_refuse(cli, forms[i].not, forms[i].form);
	return sg_args_refuse(cli, "format|output|notes|force", "memo TEXT");
}

int sg_cmd_memo(struct sg_cli *cli)
{
	char **v = cli->args.operands;
	size_t n = cli->args.noperands;

	if (check_options(cli, n ? v[0] : "list") != 0)
		return SG_EXIT_USAGE;
	if (n == 0 || (n == 1 && strcmp(v[0], "list") == 0))
		return from_study(cli, list);
	if (strcmp(v[0], "export") == 0 || strcmp(v[0], "import") == 0) {
		if (n != 2)
			return sg_usage(cli, "memo", _("missing %s"), "FILE");
		return v[0][0] == 'e' ? from_study(cli, export) : import(cli);
	}
	if (strcmp(v[0], "copy") == 0)
		return n == 3 ? copy(cli)
			      : sg_usage(cli, "memo", _("missing %s"), "CODE CODE");
	if (n > 1)
		return sg_usage(cli, "memo", _("'%s' is too much"), v[1]);
	return write_one(cli);
}
