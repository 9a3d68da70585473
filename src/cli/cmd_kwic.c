/* cmd_kwic.c - the concordance of a rule expression: aligned by display width on a
 * terminal, as a table for machines, or the forms with their frequencies. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "coding/concordance.h"
#include "text/utf8.h"
#include "text/width.h"

enum { CONTEXT = 60 };

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

static void put_text(struct sg_cli *cli, const struct sg_kwic *k, struct sg_buf *out)
{
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
		sg_buf_printf(out, "%s%.*s%s", cli->colour_out ? "\x1b[1;33m" : "[",
			SG_ARG(l->hit), cli->colour_out ? "\x1b[0m" : "]");
		size_t w = sg_width(l->hit);
		put_right(out, l->right, side + (w < hit ? hit - w : 0));
		sg_buf_addc(out, '\n');
	}
}

static void fill_lines(const struct sg_kwic *k, struct sg_tables *tables)
{
	static const char *const keys[] = {
		"respondent", "question", "left", "hit", "right"};
	struct sg_table *t = sg_tables_add(tables, "kwic", 5);

	for (size_t c = 0; c < 5; c++)
		sg_table_column(
			tables, t, c, keys[c], sg_str_of(keys[c]), false, c > 1);
	for (size_t i = 0; i < k->n; i++) {
		const struct sg_kwic_line *l = &k->v[i];
		const struct sg_str v[] = {
			l->respondent, l->question, l->left, l->hit, l->right};
		struct sg_cell *row = sg_table_row(tables, t);
		for (size_t c = 0; c < 5; c++) {
			row[c].kind = SG_CELL_TEXT;
			row[c].text = v[c];
		}
	}
}

struct form {
	struct sg_str text;
	size_t n;
};

static int more_first(const void *x, const void *y)
{
	const struct form *a = x, *b = y;

	return a->n != b->n ? (a->n < b->n ? 1 : -1) : sg_str_cmp(a->text, b->text);
}

/* Forms with frequencies. The lines are ordered by form on entry. */
static void fill_forms(const struct sg_kwic *k, struct sg_tables *tables)
{
	SG_VEC(struct form) forms = {NULL, 0, 0};
	struct sg_table *t = sg_tables_add(tables, "forms", 2);

	for (size_t i = 0; i < k->n; i++) {
		if (i == 0 || !sg_str_eq(k->v[i].form, k->v[i - 1].form))
			SG_PUSH(&forms, (struct form){k->v[i].form, 0});
		forms.v[forms.n - 1].n++;
	}
	if (forms.n)
		qsort(forms.v, forms.n, sizeof *forms.v, more_first);
	sg_table_column(tables, t, 0, "form", sg_str_of(_("form")), false, true);
	sg_table_column(tables, t, 1, "n", SG_STR("n"), true, false);
	for (size_t i = 0; i < forms.n; i++) {
		struct sg_cell *row = sg_table_row(tables, t);
		row[0].kind = SG_CELL_TEXT;
		row[0].text = forms.v[i].text;
		row[1].kind = SG_CELL_COUNT;
		row[1].number = (double)forms.v[i].n;
	}
	free(forms.v);
}

static bool print(struct sg_cli *cli, struct sg_kwic *k, const struct sg_writer *writer,
	const struct sg_write_options *w)
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
			fill_forms(k, &tables);
		else
			fill_lines(k, &tables);
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

int sg_cmd_kwic(struct sg_cli *cli)
{
	const struct sg_writer *writer;
	struct sg_write_options w;
	struct sg_kwic k;
	struct sg_notes notes;

	if (sg_session_writer(cli, &writer, &w) != 0)
		return SG_EXIT_USAGE;
	w.english = true;
	struct sg_project *p = sg_session_open(cli, false);
	if (!p)
		return sg_fail(cli);
	sg_notes_init(&notes);
	int rc = sg_kwic_run(&k, sg_project_store(p), sg_str_of(cli->args.operands[0]),
		CONTEXT, &notes, &cli->err);
	sg_print_notes(cli, &notes);
	sg_notes_release(&notes);
	if (rc == 0) {
		sg_kwic_order(&k, sort_of(&cli->args));
		rc = print(cli, &k, writer, &w) ? 0 : -1;
	}
	if (rc == 0)
		sg_say(cli, sg_plural("%zu place", "%zu places", k.n), k.n);
	sg_kwic_release(&k);
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
