/* cmd_kwic.c - the concordance of a rule expression: aligned by display width on a
 * terminal, as a table for machines, or the forms with their frequencies. */
#include "config.h"

#include <string.h>

#include "analysis/kwic_table.h"
#include "cli/commands.h"
#include "cli/kwic_filter.h"
#include "cli/session.h"
#include "coding/concordance.h"
#include "text/utf8.h"
#include "text/width.h"

enum { CONTEXT = 60, LONGEST_CONTEXT = 10000 };

/* The end of s that fits into `columns`, padded on the left. */
static void put_left(struct sg_buf *out, struct sg_str s, size_t columns)
{
	size_t cut = 0;

	while (sg_width(sg_str_skip(s, cut)) > columns)
		sg_utf8_next(s, &cut);
	sg_width_pad(out, sg_str_skip(s, cut), columns, true);
}

static void put_right(struct sg_buf *out, struct sg_str s, size_t columns)
{
	sg_buf_add(out, sg_str_sub(s, 0, sg_width_prefix(s, columns)));
}

/* The hit marked, cut where it is wider than `most`. Returns its columns. */
static size_t put_hit(struct sg_str s, size_t most, bool colour, struct sg_buf *out)
{
	size_t columns = sg_width(s);

	sg_buf_addz(out, colour ? "\x1b[1;33m" : "[");
	if (columns > most) {
		sg_buf_add(out, sg_str_sub(s, 0, sg_width_prefix(s, most - 1)));
		sg_buf_addz(out, "…");
		columns = most;
	} else {
		sg_buf_add(out, s);
	}
	sg_buf_addz(out, colour ? "\x1b[0m" : "]");
	return columns;
}

static void put_text(struct sg_cli *cli, const struct sg_kwic *k, struct sg_buf *out)
{
	bool colour = cli->colour_out && !sg_args_has(&cli->args, "output");
	size_t label = 0, hit = 0;

	for (size_t i = 0; i < k->n; i++) {
		const struct sg_kwic_line *l = &k->v[i];
		size_t w = sg_width(l->respondent) + 1 + sg_width(l->question);
		label = w > label ? w : label;
		w = sg_width(l->hit);
		hit = w > hit ? w : hit;
	}
	if (hit > cli->width / 3)
		hit = cli->width / 3;
	size_t side =
		cli->width > label + hit + 8 ? (cli->width - label - hit - 4) / 2 : 4;
	for (size_t i = 0; i < k->n; i++) {
		const struct sg_kwic_line *l = &k->v[i];
		struct sg_buf name;
		sg_buf_init(&name);
		sg_buf_printf(
			&name, "%.*s %.*s", SG_ARG(l->respondent), SG_ARG(l->question));
		sg_width_pad(out, sg_buf_str(&name), label, false);
		sg_buf_release(&name);
		sg_buf_addz(out, "  ");
		put_left(out, l->left, side);
		size_t left = put_hit(l->hit, hit + side - 2, colour, out);
		put_right(out, l->right, side + hit > left ? side + hit - left : 0);
		sg_buf_addc(out, '\n');
	}
}

static bool print(struct sg_cli *cli, const struct sg_kwic *k, struct sg_str expr,
	const struct sg_writer *writer, const struct sg_write_options *w)
{
	bool count = sg_args_has(&cli->args, "count");
	struct sg_tables tables;
	struct sg_buf out;
	bool ok = true;

	sg_buf_init(&out);
	sg_tables_init(&tables);
	if (!count && strcmp(writer->name, "text") == 0) {
		put_text(cli, k, &out);
	} else {
		if (count)
			sg_kwic_forms_table(k, expr, w->english, &tables);
		else
			sg_kwic_lines_table(k, expr, w->english, &tables);
		ok = writer->write(&tables, w, &out, &cli->err) == 0;
	}
	ok = ok && sg_session_write(cli, sg_buf_str(&out));
	sg_tables_release(&tables);
	sg_buf_release(&out);
	return ok;
}

static enum sg_kwic_sort sort_of(const struct sg_args *args)
{
	const char *sort = sg_args_get(args, "sort");

	if (sg_args_has(args, "count"))
		return SG_KWIC_FORM;
	if (!sort)
		return SG_KWIC_TEXT;
	return strcmp(sort, "left") == 0    ? SG_KWIC_LEFT
	       : strcmp(sort, "right") == 0 ? SG_KWIC_RIGHT
	       : strcmp(sort, "form") == 0  ? SG_KWIC_FORM
					    : SG_KWIC_TEXT;
}

/* Where AND, NOT and NEAR look, and how much is shown; SG_EXIT_USAGE after a message. */
static int fill_options(struct sg_cli *cli, struct sg_kwic_options *o)
{
	const char *within = sg_args_get(&cli->args, "within");
	uint64_t context;

	if (!sg_args_uint(cli, "context", LONGEST_CONTEXT, CONTEXT, &context))
		return SG_EXIT_USAGE;
	*o = (struct sg_kwic_options){.expr = sg_args_text(cli, cli->args.operands[0]),
		.context = (size_t)context,
		.within = SG_UNIT_SENTENCE,
		.keep = sg_kwic_filter_keep};
	for (enum sg_unit u = SG_UNIT_SENTENCE; within && u <= SG_UNIT_ANSWER; u++)
		if (strcmp(within, sg_unit_name(u)) == 0)
			o->within = u;
	return 0;
}

/* The codebook whose lists and codes the expression may name; NULL where it names none
 * or there is none. False when --codebook cannot be read. */
static bool open_base(struct sg_cli *cli, struct sg_store *store,
	const struct sg_kwic_options *o, struct sg_codebook **base)
{
	const char *path = sg_args_get(&cli->args, "codebook");
	struct sg_error ignored = {0};
	struct sg_notes notes;
	int rc = 0;

	*base = NULL;
	sg_notes_init(&notes);
	if (path)
		rc = sg_codebook_load(base, path, &notes, &cli->err);
	else if (sg_str_findc(o->expr, '$') != SIZE_MAX ||
		 sg_str_findc(o->expr, '@') != SIZE_MAX)
		sg_store_codebook(store, base, &notes, &ignored);
	if (rc < 0)
		sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	return rc == 0;
}

static int concord(struct sg_cli *cli, struct sg_store *store,
	struct sg_kwic_options *o, struct sg_kwic *k)
{
	struct sg_codebook *base = NULL;
	struct sg_notes notes;

	if (!open_base(cli, store, o, &base))
		return -1;
	o->base = base;
	sg_notes_init(&notes);
	int rc = sg_kwic_run(k, store, o, &notes, &cli->err);
	sg_notes_fold(&notes, SG_NOTES_SHOWN);
	sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	sg_codebook_free(base);
	return rc;
}

int sg_cmd_kwic(struct sg_cli *cli)
{
	struct sg_kwic_options o;
	struct sg_kwic_filter filter;
	struct sg_kwic k = {0};

	const struct sg_writer *writer;
	struct sg_write_options w;

	if (sg_args_has(&cli->args, "count") &&
		sg_args_refuse(cli, "sort|context", "kwic --count"))
		return SG_EXIT_USAGE;
	/* Whose codings count matters only where codings are asked for. */
	if (!sg_args_has(&cli->args, "uncoded") && sg_args_needs(cli, "coder", "code"))
		return SG_EXIT_USAGE;
	if (fill_options(cli, &o) != 0 || sg_session_writer(cli, &writer, &w) != 0)
		return SG_EXIT_USAGE;
	struct sg_project *p = sg_session_open(cli, false);
	if (!p)
		return sg_fail(cli);
	w.english = sg_project_english(p);
	int rc = sg_kwic_filter_init(&filter, cli, sg_project_store(p));
	o.ctx = &filter;
	if (rc == 0)
		rc = concord(cli, sg_project_store(p), &o, &k);
	if (rc == 0) {
		sg_kwic_order(&k, sort_of(&cli->args));
		rc = print(cli, &k, o.expr, writer, &w) ? 0 : -1;
	}
	if (rc == 0)
		sg_say(cli, sg_plural("%zu place", "%zu places", k.n), k.n);
	sg_kwic_release(&k);
	sg_kwic_filter_release(&filter);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return rc;
}
