/* diff_tables.c - the difference of two studies (diff.h) as tables. */
#include "config.h"

#include <stdlib.h>

#include "analysis/diff.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/view.h"
#include "store/evidence.h"

struct maker {
	struct sg_diff *d;
	const struct sg_evidence *evidence;
	struct sg_tables *t;
	struct sg_table *table;
	bool english;
};

static struct sg_str label(const struct maker *m, enum sg_label l)
{
	return sg_label(l, m->english);
}

static struct sg_str fill(const struct maker *m, enum sg_label l, struct sg_str a)
{
	return sg_fill(&m->t->arena, label(m, l), &a, 1);
}

/* "run 3", "now", or the name it was frozen under. */
static struct sg_str time_of(const struct sg_study *s, struct sg_arena *arena)
{
	bool english = sg_str_eqz(s->language, "en");
	struct sg_str run;

	if (s->frozen.n)
		return sg_arena_str(arena, s->frozen);
	if (s->now)
		return sg_label(SG_LABEL_NOW, english);
	run = sg_arena_printf(arena, "%u", s->run);
	return sg_fill(arena, sg_label(SG_LABEL_RUN_N, english), &run, 1);
}

struct column {
	const char *key;
	enum sg_label label;
	bool right, wrap, machine;
};

static void begin(struct maker *m, const char *id, enum sg_label title,
	const struct column *columns, size_t n)
{
	struct sg_str times[SG_SIDES];

	for (int k = 0; k < SG_SIDES; k++)
		times[k] = time_of(m->d->s[k], &m->t->arena);
	m->table = sg_tables_add(m->t, id, n);
	m->table->caption = sg_fill(&m->t->arena, label(m, title), times, SG_SIDES);
	for (size_t i = 0; i < n; i++) {
		sg_table_column(m->t, m->table, i, columns[i].key,
			label(m, columns[i].label), columns[i].right, columns[i].wrap);
		m->table->columns[i].machine = columns[i].machine;
	}
}

static struct sg_str cell_title(const struct maker *m, const struct sg_diff_cell *c)
{
	if (c->kind == SG_DIFF_NO_CODE)
		return label(m, SG_LABEL_NO_CODE);
	if (c->kind == SG_DIFF_BASE)
		return label(m, SG_LABEL_BASE_N);
	struct sg_str title = sg_diff_code_title(m->d, c);
	if (c->kind == SG_DIFF_THEME)
		return fill(m, SG_LABEL_AS_THEME, title);
	if (c->kind == SG_DIFF_FACET)
		return sg_arena_printf(&m->t->arena, "%.*s %.*s:%.*s", SG_ARG(title),
			SG_ARG(c->facet), SG_ARG(c->value));
	return c->outside ? fill(m, SG_LABEL_AS_OUTSIDE, title) : title;
}

static struct sg_str join(const struct maker *m, const struct sg_str *names, size_t n)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < n; i++)
		sg_buf_printf(&b, "%s%.*s", i ? ", " : "", SG_ARG(names[i]));
	struct sg_str s = sg_arena_str(&m->t->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static void note_renames(struct maker *m, enum sg_label note, bool moved)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < m->d->nrenames; i++) {
		const struct sg_diff_rename *r = &m->d->renames[i];
		struct sg_str was = sg_diff_title(m->d, SG_BEFORE, r->code[SG_BEFORE]);
		struct sg_str is = sg_diff_title(m->d, SG_AFTER, r->code[SG_AFTER]);
		if (sg_str_eq(was, is) != moved)
			continue;
		if (moved)
			sg_buf_printf(&b, "%s%.*s", b.n ? ", " : "", SG_ARG(is));
		else
			sg_buf_printf(&b, "%s%.*s → %.*s", b.n ? ", " : "", SG_ARG(was),
				SG_ARG(is));
	}
	if (b.n)
		sg_table_note(
			m->t, m->table, SG_ABOUT_RULE, fill(m, note, sg_buf_str(&b)));
	sg_buf_release(&b);
}

static void cells_table(struct maker *m)
{
	static const char *const kinds[] = {[SG_DIFF_THEME] = "theme",
		[SG_DIFF_ROW] = "row",
		[SG_DIFF_FACET] = "facet",
		[SG_DIFF_NO_CODE] = "no_code",
		[SG_DIFF_BASE] = "base"};
	static const struct column columns[] = {
		{"question", SG_LABEL_QUESTION_COLUMN, false, false, false},
		{"cell", SG_LABEL_CHANGE, false, false, true},
		{"code", SG_LABEL_CODE, false, false, true},
		{"title", SG_LABEL_CODE, false, true, false},
		{"before", SG_LABEL_BEFORE, true, false, false},
		{"after", SG_LABEL_AFTER, true, false, false},
		{"lost", SG_LABEL_LOST_PEOPLE, false, true, false},
		{"gained", SG_LABEL_GAINED_PEOPLE, false, true, false},
	};

	begin(m, "diff-cells", SG_LABEL_DIFF_CELLS, columns,
		sizeof columns / sizeof *columns);
	for (size_t i = 0; i < m->d->ncells; i++) {
		const struct sg_diff_cell *c = &m->d->cells[i];
		int k = c->code[SG_AFTER] == SG_NONE ? SG_BEFORE : SG_AFTER;
		struct sg_cell *cells = sg_table_row(m->t, m->table);
		cells[0] = sg_cell_text(sg_diff_question_label(m->d, c));
		cells[1] = sg_cell_text(sg_str_of(kinds[c->kind]));
		if (c->code[k] != SG_NONE)
			cells[2] = sg_cell_text(m->d->s[k]->codes[c->code[k]].label);
		cells[3] = sg_cell_text(cell_title(m, c));
		cells[4] = sg_cell_count(c->n[SG_BEFORE]);
		cells[5] = sg_cell_count(c->n[SG_AFTER]);
		cells[6] = sg_cell_text(join(m, c->lost, c->nlost));
		cells[7] = sg_cell_text(join(m, c->gained, c->ngained));
	}
	note_renames(m, SG_NOTE_RENAMED, false);
	note_renames(m, SG_NOTE_MOVED, true);
}

/* The rules that selected a coding, in their canonical spelling. */
static struct sg_str rules_of(const struct maker *m, int k, size_t at)
{
	const struct sg_evidence *e = m->evidence ? &m->evidence[k] : NULL;
	struct sg_buf b;
	uint32_t last = 0;

	if (!e)
		return SG_STR("");
	sg_buf_init(&b);
	for (size_t i = 0; i < e->of[at].nhits; i++) {
		const struct sg_evidence_rule *r =
			sg_evidence_rule(e, e->of[at].hits[i].rule);
		if (!r || r->id == last)
			continue;
		sg_buf_printf(&b, "%s%.*s", b.n ? "; " : "", SG_ARG(r->body));
		last = r->id;
	}
	struct sg_str s = sg_arena_str(&m->t->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static void add_codings(struct maker *m, int k)
{
	const struct sg_study *s = m->d->s[k];
	const struct sg_diff_codings *only = &m->d->only[k];

	for (size_t i = 0; i < only->n; i++) {
		const struct sg_study_coding *g = &s->codings[only->v[i]];
		const struct sg_study_answer *a = &s->answers[g->answer];
		struct sg_cell *cells = sg_table_row(m->t, m->table);
		cells[0] = sg_cell_text(k == SG_AFTER ? SG_STR("+") : SG_STR("-"));
		cells[1] = sg_cell_text(s->codes[g->code].label);
		cells[2] = sg_cell_text(sg_diff_title(m->d, k, g->code));
		cells[3] = sg_cell_text(s->cases[a->case_].name);
		if (a->question != SG_NONE)
			cells[4] = sg_cell_text(s->questions[a->question].label);
		cells[5] = sg_cell_text(g->origin == SG_ORIGIN_DEFAULT
						? label(m, SG_LABEL_DEFAULT)
					: g->coder == 0 ? label(m, SG_LABEL_RULES)
							: s->coders[g->coder]);
		cells[6] = sg_cell_text(sg_arena_str(
			&m->t->arena, sg_study_quote(s, a->text, g->start, g->stop)));
		cells[7] = sg_cell_text(rules_of(m, k, i));
	}
}

static void codings_table(struct maker *m)
{
	static const struct column columns[] = {
		{"change", SG_LABEL_CHANGE, false, false, false},
		{"code", SG_LABEL_CODE, false, false, true},
		{"title", SG_LABEL_CODE, false, true, false},
		{"respondent", SG_LABEL_RESPONDENT, false, false, false},
		{"question", SG_LABEL_QUESTION_COLUMN, false, false, false},
		{"coder", SG_LABEL_CODER, false, false, false},
		{"text", SG_LABEL_TEXT, false, true, false},
		{"rules", SG_LABEL_RULE, false, true, false},
	};

	begin(m, "diff-codings", SG_LABEL_DIFF_CODINGS, columns,
		sizeof columns / sizeof *columns);
	add_codings(m, SG_BEFORE);
	add_codings(m, SG_AFTER);
}

void sg_diff_tables(
	struct sg_diff *d, const struct sg_evidence *evidence, struct sg_tables *out)
{
	struct maker m = {.d = d,
		.evidence = evidence,
		.t = out,
		.english = sg_str_eqz(d->s[SG_AFTER]->language, "en")};

	cells_table(&m);
	if (d->compared)
		codings_table(&m);
}
