/* findings.c - the findings table: question by question the themes, how many people
 * raised them, on which side, in whose words, and what the analyst makes of it.
 * findings_rows.c decides the rows, quotation.c the quotations. */
#include "config.h"

#include "analysis/analysis.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/cqr.h"
#include "analysis/facets.h"
#include "analysis/findings_rows.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"

enum { QUOTES = 2 };

struct findings {
	const struct sg_view *v;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_table *table;
	struct sg_units units;
	struct sg_groups shown, by; /* groups beside quotations; of the columns */
	bool has_shown, has_by, has_single;
	struct sg_findings_rows rows;
	uint32_t base;
	uint32_t facet; /* that was asked for, or SG_NONE */
	bool themes;    /* a column of themes */
	struct {
		size_t theme, theme_code, code, sub, n, cqr, by, facets, quotes,
			implication;
	} at;
};

static struct sg_str label(const struct findings *f, enum sg_label l)
{
	return sg_label(l, f->v->english);
}

static bool any_theme(const struct findings *f)
{
	for (size_t i = 0; i < f->rows.ninside; i++)
		if (f->rows.rows[i].parent != SG_NONE)
			return true;
	return false;
}

static size_t count_facets(const struct findings *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->v->s->nfacets; i++)
		n += f->rows.shown[i];
	return n;
}

static size_t lay_columns(struct findings *f)
{
	size_t n = 0;

	f->at.theme = n;
	n += f->themes;
	f->at.theme_code = n;
	n += f->themes;
	f->at.code = n++;
	f->at.sub = n++;
	f->at.n = n++;
	f->at.cqr = n;
	n += f->o->cqr;
	f->at.by = n;
	n += f->has_by ? f->by.n : 0;
	f->at.facets = n;
	n += count_facets(f);
	f->at.quotes = n++;
	f->at.implication = n++;
	return n;
}

/* People of a group in the base. */
static uint32_t group_base(const struct findings *f, uint32_t group)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < f->v->s->ncases; i++)
		n += f->by.of[i] == group &&
		     sg_view_based(f->v, f->o->base, f->rows.question, i);
	return n;
}

static void name_columns(struct findings *f)
{
	struct sg_tables *t = f->t;
	struct sg_table *table = f->table;
	const struct sg_study *s = f->v->s;

	if (f->themes) {
		sg_table_column(t, table, f->at.theme, "theme",
			label(f, SG_LABEL_THEME), false, true);
		sg_table_column(t, table, f->at.theme_code, "theme_code",
			label(f, SG_LABEL_CODE), false, false);
		table->columns[f->at.theme_code].machine = true;
	}
	sg_table_column(
		t, table, f->at.code, "code", label(f, SG_LABEL_CODE), false, false);
	table->columns[f->at.code].machine = true;
	sg_table_column(t, table, f->at.sub, "subtheme", label(f, SG_LABEL_SUBTHEME),
		false, true);
	sg_table_column(t, table, f->at.n, "n", SG_STR("n(%)"), true, false);
	if (f->o->cqr)
		sg_cqr_column(t, table, f->at.cqr, f->v->english);
	for (uint32_t k = 0; f->has_by && k < f->by.n; k++) {
		struct sg_str args[] = {
			f->by.names[k], sg_count_str(f->v->arena, group_base(f, k))};
		struct sg_str key = sg_arena_printf(f->v->arena, "%.*s=%.*s",
			SG_ARG(f->o->by), SG_ARG(f->by.names[k]));
		sg_table_column(t, table, f->at.by + k, key.p,
			sg_fill(f->v->arena, label(f, SG_LABEL_GROUP_SIZE), args, 2),
			true, false);
	}
	for (size_t i = 0, k = 0; i < s->nfacets; i++)
		if (f->rows.shown[i]) {
			struct sg_str key =
				sg_arena_str(f->v->arena, s->facets[i].name);
			sg_table_column(t, table, f->at.facets + k++, key.p,
				s->facets[i].name, false, true);
		}
	sg_table_column(t, table, f->at.quotes, "quotations",
		label(f, SG_LABEL_QUOTATIONS), false, true);
	sg_table_column(t, table, f->at.implication, "implication",
		label(f, SG_LABEL_IMPLICATION), false, true);
}

/* People of a row by value of a facet. */
static void split(const struct findings *f, const struct sg_finding *row, size_t facet,
	struct sg_facets *out)
{
	sg_facets_init(out, f->v, (uint32_t)facet, 1);
	for (size_t i = 0; i < row->ncodings; i++)
		sg_facets_add(out, 0, &f->v->s->codings[row->codings[i]]);
}

static struct sg_str facet_text(
	const struct findings *f, const struct sg_finding *row, size_t facet)
{
	struct sg_facets people;

	split(f, row, facet, &people);
	return sg_facets_text(&people, 0);
}

static void fill_groups(
	struct findings *f, struct sg_cell *cells, const struct sg_tally *t, size_t row)
{
	for (uint32_t k = 0; f->has_by && k < f->by.n; k++) {
		uint32_t base = group_base(f, k);
		cells[f->at.by + k] = sg_cell_share(sg_tally_group(t, row, &f->by, k),
			base, base >= sg_small_group(f->o));
	}
}

static void fill_theme(struct findings *f, size_t first, struct sg_cell *cells)
{
	const struct sg_finding *rows = f->rows.rows;
	uint32_t theme = rows[first].parent;
	uint32_t span = 1;

	if (!f->themes || theme == SG_NONE ||
		(first > 0 && rows[first - 1].parent == theme))
		return;
	while (first + span < f->rows.ninside && rows[first + span].parent == theme)
		span++;
	struct sg_cell *c = &cells[f->at.theme];
	*c = sg_cell_share(
		sg_tally_count(&f->rows.by_tree, theme), f->base, f->base > 0);
	c->text = sg_view_code_title(f->v, theme);
	c->strong = true;
	c->rows = span;
	cells[f->at.theme_code] = sg_cell_text(f->v->s->codes[theme].label);
	cells[f->at.theme_code].rows = span;
}

static void fill_row(struct findings *f, size_t at, const struct sg_quote_row *quotes)
{
	const struct sg_finding *row = &f->rows.rows[at];
	struct sg_cell *cells = sg_table_row(f->t, f->table);
	struct sg_str title = sg_view_code_title(f->v, row->code);

	fill_theme(f, at, cells);
	if (row->direct)
		title = sg_fill(f->v->arena, label(f, SG_LABEL_DIRECT), &title, 1);
	cells[f->at.code] = sg_cell_text(f->v->s->codes[row->code].label);
	cells[f->at.sub] = sg_cell_text(title);
	cells[f->at.n] = sg_cell_share(row->n, f->base, f->base > 0);
	if (f->o->cqr)
		cells[f->at.cqr] = sg_cqr_cell(row->n, f->base, f->v->english);
	if (row->n == 1)
		cells[f->at.n].mark = label(f, SG_LABEL_SINGLE);
	fill_groups(f, cells, &f->rows.by_row, row->code);
	for (size_t i = 0, k = 0; row->n && i < f->v->s->nfacets; i++)
		if (f->rows.shown[i])
			cells[f->at.facets + k++] = sg_cell_text(facet_text(f, row, i));
	struct sg_cell *q = &cells[f->at.quotes];
	if (row->n == 0)
		*q = sg_cell_text(label(f, SG_LABEL_NOT_MENTIONED));
	else if (quotes->nquotes)
		*q = (struct sg_cell){.kind = SG_CELL_QUOTES,
			.quotes = quotes->quotes,
			.nquotes = quotes->nquotes};
	else if (f->o->quotes != UINT32_MAX)
		*q = sg_cell_text(label(f, SG_LABEL_NO_QUOTATION));
	if (row->implication)
		cells[f->at.implication] = sg_cell_text(
			sg_arena_str(f->v->arena, sg_buf_str(row->implication)));
}

/* The line of codes outside, as it grows. */
struct outside {
	const struct findings *f;
	struct sg_buf text;
	struct sg_named *named; /* room for every code outside */
	size_t nnamed;
	uint32_t *codes; /* likewise; those of each number stand together */
	size_t ncodes;
};

/* A number behind words and a gap, of the last `of` codes. */
static void add_number(struct outside *l, const char *gap, struct sg_str words,
	size_t number, size_t of, uint32_t people, bool counted)
{
	sg_buf_printf(&l->text, "%s%.*s", gap, SG_ARG(words));
	size_t start = l->text.n;
	sg_buf_printf(&l->text, "%zu", number);
	l->named[l->nnamed++] = (struct sg_named){
		start, l->text.n, people, l->codes + l->ncodes - of, of, counted};
}

static void name_outside(struct outside *l, const struct sg_finding *row)
{
	struct sg_str title = sg_view_code_title(l->f->v, row->code);
	struct sg_str words = sg_arena_printf(l->f->v->arena, "%.*s ", SG_ARG(title));

	l->codes[l->ncodes++] = row->code;
	add_number(l, l->text.n ? ", " : "", words, row->n, 1, row->n, false);
}

/* "1명 12개 코드": those of n people that are not named. */
static void count_outside(struct outside *l, const char *gap, uint32_t n)
{
	const struct sg_findings_rows *rows = &l->f->rows;
	struct sg_arena *arena = l->f->v->arena;
	struct sg_str people = sg_count_str(arena, n), hole = SG_STR("{1}");
	struct sg_str words = label(l->f, SG_LABEL_OUTSIDE_REST);
	size_t at = sg_str_find(words, hole), codes = 0;

	for (size_t i = rows->ninside; i < rows->nrows; i++)
		if (rows->rows[i].n == n && !rows->rows[i].pinned) {
			l->codes[l->ncodes++] = rows->rows[i].code;
			codes++;
		}
	if (codes == 0)
		return;
	add_number(l, gap, sg_fill(arena, sg_str_sub(words, 0, at), &people, 1), codes,
		codes, n, true);
	sg_buf_add(
		&l->text, sg_fill(arena, sg_str_skip(words, at + hole.n), &people, 1));
}

/* Codes outside the question's topic (without a focus: those that few mention) in one
 * line: those of outside_min people and more
 * (or pinned) by name, the others as numbers of codes. */
static struct sg_cell outside_cell(const struct findings *f)
{
	uint32_t least = f->o->outside_min ? f->o->outside_min : 2;
	size_t n = f->rows.nrows - f->rows.ninside;
	struct outside l = {.f = f,
		.named = sg_arena_array(f->v->arena, n, sizeof *l.named),
		.codes = sg_arena_array(f->v->arena, n, sizeof *l.codes)};

	sg_buf_init(&l.text);
	for (size_t i = f->rows.ninside; i < f->rows.nrows; i++)
		if (f->rows.rows[i].n >= least || f->rows.rows[i].pinned)
			name_outside(&l, &f->rows.rows[i]);
	size_t names = l.text.n;
	for (uint32_t k = least - 1; k > 0; k--)
		count_outside(&l,
			l.text.n == 0       ? ""
			: l.text.n == names ? "; "
					    : ", ",
			k);
	struct sg_cell c = sg_cell_text(sg_arena_str(f->v->arena, sg_buf_str(&l.text)));
	c.named = l.named;
	c.nnamed = l.nnamed;
	sg_buf_release(&l.text);
	return c;
}

static void fill_outside(struct findings *f)
{
	struct sg_buf memos;

	if (f->rows.ninside == f->rows.nrows)
		return;
	sg_buf_init(&memos);
	for (size_t i = f->rows.ninside; i < f->rows.nrows; i++)
		if (f->rows.rows[i].implication)
			sg_buf_printf(&memos, "%s%s", memos.n ? "\n" : "",
				sg_buf_z(f->rows.rows[i].implication));
	struct sg_cell *cells = sg_table_row(f->t, f->table);
	cells[f->themes ? f->at.theme : f->at.sub] = sg_cell_text(
		label(f, f->rows.focused ? SG_LABEL_OUTSIDE : SG_LABEL_OTHERS));
	if (f->themes)
		cells[f->at.sub] = sg_cell_text(label(f, SG_LABEL_OUTSIDE_N_ONLY));
	cells[f->at.quotes] = outside_cell(f);
	if (memos.n)
		cells[f->at.implication] =
			sg_cell_text(sg_arena_str(f->v->arena, sg_buf_str(&memos)));
	sg_buf_release(&memos);
}

static void fill_nocode(struct findings *f)
{
	struct sg_cell *cells = sg_table_row(f->t, f->table);
	const struct sg_study *s = f->v->s;
	struct sg_tally none;

	cells[f->themes ? f->at.theme : f->at.sub] =
		sg_cell_text(label(f, SG_LABEL_NO_CODE));
	cells[f->at.n] = sg_cell_share(f->rows.nocode, f->base, f->base > 0);
	if (!f->has_by)
		return;
	sg_tally_init(&none, f->v->arena, 1, s->ncases);
	for (uint32_t i = 0; i < s->ncases; i++) {
		bool any = false;
		for (uint32_t c = 0; c < s->ncodes && !any; c++)
			any = sg_tally_has(&f->rows.by_row, c, i);
		if (!any && sg_view_based(f->v, SG_BASE_VALID, f->rows.question, i))
			sg_tally_set(&none, 0, i);
	}
	fill_groups(f, cells, &none, 0);
}

static bool *counter_flags(const struct findings *f, const struct sg_finding *row)
{
	size_t facet;
	uint32_t value;

	if (!sg_finding_minority(&f->rows, row, &facet, &value))
		return NULL;
	bool *flags = sg_arena_array(f->v->arena, row->ncodings, sizeof *flags);
	for (size_t i = 0; i < row->ncodings; i++) {
		const struct sg_study_coding *c = &f->v->s->codings[row->codings[i]];
		flags[i] = c->facets && c->facets[facet] == value;
	}
	return flags;
}

/* Codes rolled up into a row: those a pin may name. */
static void row_codes(const struct findings *f, uint32_t row, struct sg_quote_row *out)
{
	uint32_t *codes = sg_arena_array(f->v->arena, f->v->s->ncodes, sizeof *codes);

	for (uint32_t c = 0; c < f->v->s->ncodes; c++)
		if (sg_view_rolled(f->v, c, f->rows.level) == row)
			codes[out->ncodes++] = c;
	out->codes = codes;
}

static struct sg_quote_row *choose_quotes(struct findings *f, bool *dissent)
{
	size_t n = f->rows.ninside;
	struct sg_quote_row *rows = sg_arena_array(f->v->arena, n, sizeof *rows);
	struct sg_quote_options o = {.most = f->o->quotes ? f->o->quotes : QUOTES,
		.question = f->rows.question,
		.groups = &f->shown,
		.show_groups = f->has_shown};

	if (f->o->quotes == UINT32_MAX)
		o.most = 0;
	for (size_t i = 0; i < n; i++) {
		const struct sg_finding *row = &f->rows.rows[i];
		rows[i].codings = row->codings;
		rows[i].ncodings = row->ncodings;
		rows[i].n = row->n;
		rows[i].counter = counter_flags(f, row);
		row_codes(f, row->code, &rows[i]);
	}
	sg_quotations_choose(f->v, &f->units, &o, rows, n);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < rows[i].nquotes; k++)
			*dissent |= rows[i].quotes[k].counter;
	return rows;
}

/* People of a theme that the rows shown under it do not have: it reaches beyond the
 * question's focus, or rows were left out. */
static bool wider(const struct findings *f, uint32_t theme)
{
	for (uint32_t i = 0; i < f->v->s->ncases; i++) {
		bool shown = !sg_tally_has(&f->rows.by_tree, theme, i);
		for (size_t k = 0; k < f->rows.ninside && !shown; k++)
			shown = f->rows.rows[k].parent == theme &&
				sg_tally_has(&f->rows.by_row, f->rows.rows[k].code, i);
		if (!shown)
			return true;
	}
	return false;
}

static void add_wider_note(struct findings *f)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t k = 0; k < f->rows.ninside; k++) {
		uint32_t theme = f->rows.rows[k].parent;
		if (theme == SG_NONE || (k && f->rows.rows[k - 1].parent == theme) ||
			!wider(f, theme))
			continue;
		struct sg_str title = sg_view_code_title(f->v, theme);
		sg_buf_printf(&b, "%s%.*s", b.n ? ", " : "", SG_ARG(title));
	}
	if (b.n)
		sg_remark(f->t, f->table, f->v, SG_NOTE_THEME_WIDER, sg_buf_str(&b),
			SG_STR(""), SG_STR(""));
	sg_buf_release(&b);
}

/* Of the facet that was asked for: who is on two sides, and which side is the smaller
 * one. */
static void add_sides(struct findings *f)
{
	struct sg_str none = SG_STR("");
	struct sg_buf both, minority;

	sg_buf_init(&both);
	sg_buf_init(&minority);
	for (size_t i = 0; i < f->rows.ninside; i++) {
		const struct sg_finding *row = &f->rows.rows[i];
		struct sg_str title = sg_view_code_title(f->v, row->code);
		struct sg_facets people;
		uint32_t value, counts[64];
		size_t facet;
		split(f, row, f->facet, &people);
		sg_facets_both(&people, 0, title, &both);
		if (!sg_finding_minority(&f->rows, row, &facet, &value) ||
			facet != f->facet || people.nvalues >= 64)
			continue;
		sg_facets_counts(&people, 0, counts);
		sg_buf_printf(&minority, "%s%.*s %.*s %u", minority.n ? ", " : "",
			SG_ARG(title), SG_ARG(f->v->s->facets[facet].values[value]),
			counts[value]);
	}
	if (both.n)
		sg_remark(f->t, f->table, f->v, SG_NOTE_FACET_BOTH, sg_buf_str(&both),
			none, none);
	if (minority.n)
		sg_remark(f->t, f->table, f->v, SG_NOTE_MINORITY_SIDES,
			sg_buf_str(&minority), none, none);
	if (!f->rows.facets[f->facet])
		sg_remark(f->t, f->table, f->v, SG_NOTE_FACET_UNSET,
			f->v->s->facets[f->facet].name, none, none);
	sg_buf_release(&both);
	sg_buf_release(&minority);
}

static void add_notes(struct findings *f, bool dissent)
{
	struct sg_str none = SG_STR("");
	struct sg_tables *t = f->t;
	const struct sg_view *v = f->v;
	uint32_t q = f->rows.question;

	sg_remark_n(t, f->table, v, &f->shown, f->has_shown, f->o->base, q);
	if (f->themes)
		sg_remark(t, f->table, v, SG_NOTE_ROLL_UP, none, none, none);
	if (f->o->cqr)
		sg_cqr_note(t, f->table, v, f->base);
	add_wider_note(f);
	sg_remark(t, f->table, v, SG_NOTE_SILENCE, none, none, none);
	if (f->o->quotes != UINT32_MAX)
		sg_remark(t, f->table, v, SG_NOTE_QUOTATIONS, none, none, none);
	if (count_facets(f))
		sg_remark(t, f->table, v, SG_NOTE_FACETS, none, none, none);
	if (f->facet != SG_NONE)
		add_sides(f);
	if (dissent)
		sg_remark(t, f->table, v, SG_NOTE_MINORITY, none, none, none);
	for (uint32_t k = 0; f->has_by && k < f->by.n; k++)
		if (group_base(f, k) < sg_small_group(f->o)) {
			sg_remark(t, f->table, v, SG_NOTE_SMALL_GROUP,
				sg_count_str(v->arena, sg_small_group(f->o)), none,
				none);
			break;
		}
	if (!f->rows.focused)
		sg_remark(t, f->table, v, SG_NOTE_NO_FOCUS,
			sg_count_str(
				v->arena, f->o->outside_min ? f->o->outside_min : 2),
			none, none);
	if (f->rows.below_min)
		sg_remark(t, f->table, v, SG_NOTE_BELOW_MIN,
			sg_decimal_str(v->arena, f->o->min, 0),
			sg_count_str(v->arena, f->rows.below_min), none);
	sg_remark_none(t, f->table, v, q);
	if (f->rows.question_memo)
		sg_remark(t, f->table, v, SG_NOTE_QUESTION_MEMO,
			sg_buf_str(f->rows.question_memo), none, none);
	sg_remark_review_of(t, f->table, v, q, f->rows.codings, f->rows.ncodings);
	sg_remark_source(f->table, v);
}

static void make_table(struct findings *f, uint32_t question)
{
	const struct sg_study_question *q = &f->v->s->questions[question];
	struct sg_str id =
		sg_arena_printf(f->v->arena, "findings-%.*s", SG_ARG(q->label));
	bool dissent = false;

	sg_findings_rows_init(&f->rows, f->v, f->o, question);
	for (uint32_t i = 0; f->facet != SG_NONE && i < f->v->s->nfacets; i++)
		f->rows.shown[i] = i == f->facet;
	f->base = sg_remark_base(f->v, f->o->base, question);
	f->themes = any_theme(f);
	f->table = sg_tables_add(f->t, id.p, lay_columns(f));
	f->table->caption = sg_view_question_title(f->v, question);
	if (q->wording.n)
		f->table->lead = sg_fill(
			f->v->arena, label(f, SG_LABEL_WORDING), &q->wording, 1);
	name_columns(f);
	struct sg_quote_row *quotes = choose_quotes(f, &dissent);
	for (size_t i = 0; i < f->rows.ninside; i++)
		fill_row(f, i, &quotes[i]);
	fill_outside(f);
	fill_nocode(f);
	add_notes(f, dissent);
	sg_findings_rows_release(&f->rows);
}

int sg_findings(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_view v;
	uint32_t group, by, facet = SG_NONE;

	int rc = sg_view_init(&v, s, &o->filter, &out->arena, err);
	if (rc == 0)
		rc = sg_view_attribute(&v, o->group, &group, err);
	if (rc == 0)
		rc = sg_view_attribute(&v, o->by, &by, err);
	if (rc == 0)
		rc = sg_facet_find(&v, o->facet, &facet, err);
	if (rc == 0 && o->quotes != UINT32_MAX)
		rc = sg_units_check(s, err);
	if (rc == 0 && s->nquestions == 0)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("the study has no questions; the table 'themes' needs none"));
	if (rc < 0)
		return rc;
	struct findings f = {.v = &v,
		.o = o,
		.t = out,
		.facet = facet,
		.has_shown = group != SG_NONE,
		.has_by = o->by.n > 0 && by != SG_NONE};
	sg_units_init(&f.units, s, &out->arena);
	sg_groups_init(&f.shown, &v, group);
	sg_groups_init(&f.by, &v, by);
	for (uint32_t q = 0; q < s->nquestions; q++)
		if (v.questions[q])
			make_table(&f, q);
	return 0;
}
