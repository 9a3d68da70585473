/* cmd_identify.c - identify: what in printed quotations can tell who somebody is. What a
 * person took for harmless is the setting "identify.harmless", a key a line. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/identify.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "store/share.h"

enum { QUOTES = 2, QUOTES_MOST = 20 };

static const char setting[] = "identify.harmless";

struct keys {
	struct sg_buf text;
	struct sg_str *v;
	size_t n, cap;
};

static int load(struct sg_store *store, struct keys *k, struct sg_error *err)
{
	struct sg_str rest, line;
	bool found;

	sg_buf_init(&k->text);
	int rc = sg_store_setting(store, setting, &k->text, &found, err);
	rest = sg_buf_str(&k->text);
	while (rc == 0 && sg_str_line(&rest, &line))
		SG_PUSH(k, line);
	return rc;
}

static void release(struct keys *k)
{
	sg_buf_release(&k->text);
	free(k->v);
}

static bool is_key(const char *word)
{
	return strlen(word) == SG_IDENTIFY_KEY &&
	       strspn(word, "0123456789abcdef") == SG_IDENTIFY_KEY;
}

/* Whether the operand is there once more before. */
static bool is_twin(const struct sg_cli *cli, size_t at)
{
	for (size_t a = 1; a < at; a++)
		if (strcmp(cli->args.operands[a], cli->args.operands[at]) == 0)
			return true;
	return false;
}

static bool has(const struct keys *k, const char *word)
{
	for (size_t i = 0; i < k->n; i++)
		if (sg_str_eqz(k->v[i], word))
			return true;
	return false;
}

/* Adds the keys of the finds that are listed with these options to k; the texts live in
 * out. */
static int add_finds(const struct sg_study *study, const struct sg_identify_options *o,
	struct sg_tables *out, struct keys *k, struct sg_error *err)
{
	size_t found;
	int rc = sg_identify(study, o, out, &found, err);

	for (size_t t = 0; rc == 0 && t < out->n; t++) {
		const struct sg_table *table = &out->v[t];
		for (size_t i = 0;
			sg_str_eqz(table->id, "identify") && i < table->nrows; i++)
			SG_PUSH(k, table->cells[i * table->ncolumns].text);
	}
	return rc;
}

/* Whether each key to accept is one that `identify` lists, with these options or with
 * --all; names the first that is none. */
static int check_finds(
	struct sg_cli *cli, struct sg_project *p, const struct sg_table_options *tables)
{
	struct sg_identify_options o = {.tables = *tables};
	struct keys k = {.n = 0};
	struct sg_study study;
	struct sg_tables out;
	int rc = sg_project_study(p, SG_STUDY_BODIES, &study);

	if (rc < 0)
		return rc;
	sg_tables_init(&out);
	rc = add_finds(&study, &o, &out, &k, &cli->err);
	o.all = true;
	if (rc == 0)
		rc = add_finds(&study, &o, &out, &k, &cli->err);
	for (size_t a = 1; rc == 0 && a < cli->args.noperands; a++)
		if (!has(&k, cli->args.operands[a]))
			rc = sg_error_set(&cli->err, SG_ENOTFOUND,
				_("there is no find '%s'; 'saegim identify' lists them "
				  "(give its options here too)"),
				cli->args.operands[a]);
	free(k.v);
	sg_tables_release(&out);
	sg_study_release(&study);
	return rc;
}

/* Adds the keys to those kept, or takes them out: all or none. */
static int keep(struct sg_cli *cli, struct sg_store *store, bool accept)
{
	struct keys k = {.n = 0};
	struct sg_buf text;
	int rc = load(store, &k, &cli->err);

	sg_buf_init(&text);
	for (size_t a = 1; rc == 0 && !accept && a < cli->args.noperands; a++)
		if (!has(&k, cli->args.operands[a]))
			rc = sg_error_set(&cli->err, SG_ENOTFOUND,
				_("'%s' was not taken for harmless"),
				cli->args.operands[a]);
	for (size_t i = 0; rc == 0 && i < k.n; i++) {
		bool named = false;
		for (size_t a = 1; a < cli->args.noperands; a++)
			named |= sg_str_eqz(k.v[i], cli->args.operands[a]);
		if (!named)
			sg_buf_printf(&text, "%.*s\n", SG_ARG(k.v[i]));
	}
	for (size_t a = 1; accept && a < cli->args.noperands; a++)
		if (!is_twin(cli, a))
			sg_buf_printf(&text, "%s\n", cli->args.operands[a]);
	if (rc == 0)
		rc = sg_store_set(
			store, setting, text.n ? sg_buf_z(&text) : NULL, &cli->err);
	sg_buf_release(&text);
	release(&k);
	return rc;
}

static int decide(
	struct sg_cli *cli, bool accept, const struct sg_table_options *tables)
{
	size_t n = 0;

	for (size_t a = 1; a < cli->args.noperands; a++)
		if (!is_key(cli->args.operands[a]))
			return sg_usage(cli, NULL,
				_("a key is the eight letters before a find, not '%s'"),
				cli->args.operands[a]);
	if (cli->args.noperands < 2)
		return sg_usage(cli, NULL, _("missing %s"), "KEY");
	struct sg_project *p = sg_session_open(cli, true);
	if (!p)
		return sg_fail(cli);
	bool frozen = sg_session_at(cli, p);
	int rc = accept ? check_finds(cli, p, tables) : 0;
	if (rc == 0)
		rc = keep(cli, sg_project_store(p), accept);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_session_say_at(cli, frozen);
	sg_project_close(p);
	for (size_t a = 1; a < cli->args.noperands; a++)
		n += !is_twin(cli, a);
	sg_say(cli, accept ? _("taken for harmless: %zu") : _("listed again: %zu"), n);
	return SG_EXIT_DONE;
}

static int list(struct sg_cli *cli, const struct sg_table_options *tables)
{
	struct sg_project *p = sg_session_open(cli, false);
	struct sg_identify_options o = {
		.tables = *tables, .all = sg_args_has(&cli->args, "all")};
	struct keys k = {.n = 0};
	struct sg_study study;
	struct sg_tables out;
	size_t found;

	if (!p)
		return sg_fail(cli);
	bool frozen = sg_session_at(cli, p);
	int rc = sg_project_study(p, SG_STUDY_BODIES, &study);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_tables_init(&out);
	rc = load(sg_project_store(p), &k, &cli->err);
	o.accepted = k.v;
	o.naccepted = k.n;
	if (rc == 0)
		rc = sg_identify(&study, &o, &out, &found, &cli->err);
	if (rc == 0)
		rc = sg_session_write_tables(cli, &study, &out);
	sg_tables_release(&out);
	sg_study_release(&study);
	release(&k);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_session_say_at(cli, frozen && rc == 0);
	sg_project_close(p);
	return rc; /* or SG_EXIT_USAGE */
}

int sg_cmd_identify(struct sg_cli *cli)
{
	const char *word = cli->args.noperands ? cli->args.operands[0] : NULL;
	bool accept = word && strcmp(word, "accept") == 0;
	struct sg_selection sel;
	uint64_t quotes;

	if (word && !accept && strcmp(word, "undo") != 0)
		return sg_usage(cli, NULL,
			_("say: identify, identify accept KEY..., or identify undo "
			  "KEY..."));
	int rc = sg_session_selection(cli, &sel);
	if (rc == 0 && accept)
		rc = sg_args_refuse(cli, "format|output|notes", "identify accept");
	else if (rc == 0 && word)
		rc = sg_args_refuse(cli,
			"question|code|where|coder|format|output|notes|at|group|by|"
			"quotes|all",
			"identify undo");
	else if (rc == 0 && sg_args_has(&cli->args, "all"))
		rc = sg_args_refuse(cli, "quotes", "identify --all");
	if (rc != 0)
		return rc;
	/* What is accepted may come from a list with more quotations. */
	if (!sg_args_uint(
		    cli, "quotes", QUOTES_MOST, accept ? QUOTES_MOST : QUOTES, &quotes))
		return SG_EXIT_USAGE;
	struct sg_table_options o = {.filter = sel.filter,
		.by = sg_args_text(cli, sg_args_get(&cli->args, "by")),
		.group = sg_args_text(cli, sg_args_get(&cli->args, "group")),
		.quotes = quotes ? (uint32_t)quotes : UINT32_MAX};
	return word ? decide(cli, accept, &o) : list(cli, &o);
}
