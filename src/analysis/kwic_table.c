/* kwic_table.c - see kwic_table.h. */
#include "config.h"

#include "analysis/kwic_table.h"

#include <stdlib.h>

#include "analysis/labels.h"

void sg_kwic_lines_table(const struct sg_kwic *k, struct sg_str expr, bool english,
	struct sg_tables *out)
{
	static const struct {
		const char *key;
		enum sg_label label;
	} columns[] = {
		{"respondent", SG_LABEL_RESPONDENT},
		{"question", SG_LABEL_QUESTION_COLUMN},
		{"left", SG_LABEL_KWIC_LEFT},
		{"hit", SG_LABEL_KWIC_HIT},
		{"right", SG_LABEL_KWIC_RIGHT},
	};
	enum { N = sizeof columns / sizeof *columns };
	struct sg_table *t = sg_tables_add(out, "kwic", N);

	t->caption =
		sg_fill(&out->arena, sg_label(SG_LABEL_KWIC_LINES, english), &expr, 1);
	for (size_t c = 0; c < N; c++)
		sg_table_column(out, t, c, columns[c].key,
			sg_label(columns[c].label, english), false, c > 1);
	for (size_t i = 0; i < k->n; i++) {
		const struct sg_kwic_line *l = &k->v[i];
		struct sg_cell *row = sg_table_row(out, t);
		row[0] = sg_cell_text(l->respondent);
		row[1] = sg_cell_text(l->question);
		row[2] = sg_cell_text(l->left);
		row[3] = sg_cell_text(l->hit);
		row[4] = sg_cell_text(l->right);
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

void sg_kwic_forms_table(const struct sg_kwic *k, struct sg_str expr, bool english,
	struct sg_tables *out)
{
	SG_VEC(struct form) forms = {NULL, 0, 0};
	struct sg_table *t = sg_tables_add(out, "forms", 2);

	for (size_t i = 0; i < k->n; i++) {
		if (i == 0 || !sg_str_eq(k->v[i].form, k->v[i - 1].form))
			SG_PUSH(&forms, (struct form){k->v[i].form, 0});
		forms.v[forms.n - 1].n++;
	}
	if (forms.n)
		qsort(forms.v, forms.n, sizeof *forms.v, more_first);
	t->caption =
		sg_fill(&out->arena, sg_label(SG_LABEL_KWIC_FORMS, english), &expr, 1);
	sg_table_column(
		out, t, 0, "form", sg_label(SG_LABEL_KWIC_FORM, english), false, true);
	sg_table_column(out, t, 1, "n", SG_STR("n"), true, false);
	for (size_t i = 0; i < forms.n; i++) {
		struct sg_cell *row = sg_table_row(out, t);
		row[0] = sg_cell_text(forms.v[i].text);
		row[1] = sg_cell_count((double)forms.v[i].n);
	}
	free(forms.v);
}
