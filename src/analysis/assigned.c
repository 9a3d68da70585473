/* assigned.c - what was drawn for coders, and what of it they have read. */
#include "config.h"

#include "analysis/analysis.h"

#include "analysis/draw.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/reading.h"
#include "analysis/remarks.h"

struct assigned {
	struct sg_view v;
	struct sg_tables *t;
	bool *read; /* cases × questions, of the coder at hand */
};

static struct sg_str label(const struct assigned *a, enum sg_label l)
{
	return sg_label(l, a->v.english);
}

/* The cells that the coder has read, into a->read. */
static void find_read(struct assigned *a, uint32_t coder)
{
	const struct sg_study *s = a->v.s;
	struct sg_reading r;

	sg_reading_of(&a->v, coder, &r);
	for (size_t i = 0; i < s->ncases * s->nquestions; i++)
		a->read[i] = false;
	for (size_t i = 0; i < s->nanswers; i++)
		if (r.answers[i] && s->answers[i].question != SG_NONE)
			a->read[s->answers[i].case_ * s->nquestions +
				s->answers[i].question] = true;
}

/* How a share was drawn, in the words of the report. */
static struct sg_str way(const struct assigned *a, struct sg_str name)
{
	static const enum sg_label words[] = {[SG_DRAW_ANSWER] = SG_LABEL_UNIT_ANSWER,
		[SG_DRAW_QUESTION] = SG_LABEL_QUESTION_COLUMN,
		[SG_DRAW_RESPONDENT] = SG_LABEL_UNIT_CASE};
	enum sg_draw_way w;

	return sg_draw_way_parse(name.p, &w) ? label(a, words[w]) : name;
}

static void column(struct assigned *a, struct sg_table *table, size_t at,
	const char *key, enum sg_label l, bool right)
{
	sg_table_column(a->t, table, at, key, label(a, l), right, false);
}

static void coders(struct assigned *a)
{
	const struct sg_study *s = a->v.s;
	struct sg_table *table = sg_tables_add(a->t, "assigned", 6);

	table->caption = label(a, SG_LABEL_ASSIGNED_TITLE);
	column(a, table, 0, "coder", SG_LABEL_CODER, false);
	column(a, table, 1, "answers", SG_LABEL_ASSIGNED_N, true);
	column(a, table, 2, "read", SG_LABEL_ASSIGNED_READ, true);
	column(a, table, 3, "share", SG_LABEL_ASSIGNED_SHARE, true);
	column(a, table, 4, "seed", SG_LABEL_ASSIGNED_SEED, true);
	column(a, table, 5, "by", SG_LABEL_ASSIGNED_WAY, false);
	for (uint32_t c = 1; c < s->ncoders; c++) {
		uint64_t n = 0, read = 0;
		const struct sg_study_assigned *last = NULL;
		find_read(a, c);
		for (size_t i = 0; i < s->nassigned; i++) {
			const struct sg_study_assigned *d = &s->assigned[i];
			if (d->coder != c)
				continue;
			last = d;
			n++;
			read += a->read[d->case_ * s->nquestions + d->question];
		}
		if (!last)
			continue;
		struct sg_cell *cells = sg_table_row(a->t, table);
		cells[0] = sg_cell_text(s->coders[c]);
		cells[1] = sg_cell_count((double)n);
		cells[2] = sg_cell_count((double)read);
		cells[3] = sg_cell_text(sg_arena_printf(a->v.arena, "%.*s%%",
			SG_ARG(sg_decimal_str(a->v.arena, 100 * last->share, 0))));
		cells[4] = sg_cell_count((double)last->seed);
		cells[5] = sg_cell_text(way(a, last->way));
	}
	sg_remark_source(table, &a->v);
}

static void answers(struct assigned *a, uint32_t coder)
{
	const struct sg_study *s = a->v.s;
	struct sg_table *table = sg_tables_add(a->t, "assigned-answers", 4);
	struct sg_str name = s->coders[coder];
	double n = 0;

	table->caption =
		sg_fill(a->v.arena, label(a, SG_LABEL_ASSIGNED_ANSWERS), &name, 1);
	column(a, table, 0, "order", SG_LABEL_ASSIGNED_ORDER, true);
	column(a, table, 1, "respondent", SG_LABEL_RESPONDENT, false);
	column(a, table, 2, "question", SG_LABEL_QUESTION_COLUMN, false);
	column(a, table, 3, "read", SG_LABEL_ASSIGNED_READ, false);
	find_read(a, coder);
	for (size_t i = 0; i < s->nassigned; i++) {
		const struct sg_study_assigned *d = &s->assigned[i];
		if (d->coder != coder)
			continue;
		struct sg_cell *cells = sg_table_row(a->t, table);
		cells[0] = sg_cell_count(++n);
		cells[1] = sg_cell_text(s->cases[d->case_].name);
		cells[2] = sg_cell_text(s->questions[d->question].label);
		if (a->read[d->case_ * s->nquestions + d->question])
			cells[3] = sg_cell_text(label(a, SG_LABEL_YES));
	}
	sg_remark(a->t, table, &a->v, SG_NOTE_ASSIGNED_RANK, SG_STR(""), SG_STR(""),
		SG_STR(""));
	sg_remark_source(table, &a->v);
}

int sg_assigned(const struct sg_study *s, struct sg_str coder, struct sg_tables *out,
	struct sg_error *err)
{
	static const struct sg_filter everything = {0};
	struct assigned a = {.t = out};
	uint32_t index = 0;

	int rc = sg_view_init(&a.v, s, &everything, &out->arena, err);
	if (rc == 0 && coder.n)
		rc = sg_coder_find(s, coder, &index, err);
	if (rc < 0)
		return rc;
	a.read = sg_arena_array(&out->arena, s->ncases * s->nquestions, sizeof *a.read);
	if (index)
		answers(&a, index);
	else
		coders(&a);
	return 0;
}
