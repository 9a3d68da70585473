/* evaluate_errors.c - misses and false alarms as text, sentence by sentence, of the
 * respondents that are not held out. */
#include "config.h"

#include "analysis/evaluate.h"

#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/number.h"

/* The rules' segment with the code on that stretch, or 0. */
static uint32_t segment_at(const struct sg_study *s, uint32_t answer, uint32_t code,
	uint32_t start, uint32_t stop)
{
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (c->answer == answer && c->code == code && c->coder == 0 &&
			c->origin == SG_ORIGIN_RULE && c->start < stop &&
			c->stop > start)
			return c->id;
	}
	return 0;
}

struct collecting {
	SG_VEC(struct sg_eval_error) v;
};

static void add_code(
	struct sg_evaluation *e, uint32_t code, struct collecting *out, size_t *misses)
{
	const struct sg_cell_units *u = &e->all;
	const struct sg_study *s = e->v.s;

	for (uint32_t i = 0; i < u->nanswers; i++) {
		uint32_t answer = u->answers[i];
		const struct sg_answer_units *a = sg_units_of(&e->units, answer);
		for (uint32_t k = 0; k < a->nsentences; k++) {
			uint32_t at = u->first[i] + k;
			const struct sg_sentence *t = &a->sentences[k];
			bool gold =
				sg_tally_has(&e->gold.at[SG_LEVEL_SENTENCE], code, at);
			bool rules = sg_tally_has(
				&e->marks[SG_EVAL_RULES].at[SG_LEVEL_SENTENCE], code,
				at);
			if (gold == rules)
				continue;
			*misses += gold;
			SG_PUSH(&out->v,
				(struct sg_eval_error){.miss = gold,
					.code = code,
					.answer = answer,
					.start = t->start,
					.stop = t->stop,
					.segment = gold ? 0
							: segment_at(s, answer, code,
								  t->start, t->stop)});
		}
	}
}

int sg_evaluate_errors(const struct sg_study *s, const struct sg_evaluate_options *o,
	struct sg_tables *out, struct sg_eval_errors *errors, struct sg_error *err)
{
	struct collecting found = {.v = {NULL, 0, 0}};
	struct sg_evaluation e;
	bool *seen = sg_arena_array(&out->arena, s->ncases, sizeof *seen);

	for (size_t i = 0; i < s->ncases; i++)
		seen[i] = !o->held || !o->held[i];
	*errors = (struct sg_eval_errors){.v = NULL};
	int rc = sg_eval_init(&e, s, o, seen, out, err);
	if (rc < 0)
		return rc;
	for (uint32_t c = 0; c < e.ncodes; c++)
		add_code(&e, e.codes[c], &found, &errors->misses);
	errors->n = found.v.n;
	errors->v = sg_arena_array(&out->arena, found.v.n, sizeof *errors->v);
	for (size_t i = 0; i < found.v.n; i++)
		errors->v[i] = found.v.v[i];
	free(found.v.v);
	return 0;
}

int sg_evaluate_errors_table(const struct sg_study *s,
	const struct sg_eval_errors *errors, size_t shown, struct sg_tables *out,
	struct sg_error *err)
{
	static const struct sg_filter everything = {0};
	static const struct {
		const char *key;
		enum sg_label label;
		bool wrap;
	} columns[] = {{"kind", SG_LABEL_ERROR_KIND, false},
		{"code", SG_LABEL_CODE, false},
		{"respondent", SG_LABEL_RESPONDENT, false},
		{"question", SG_LABEL_QUESTION_COLUMN, false},
		{"text", SG_LABEL_TEXT, true}, {"rule", SG_LABEL_ERROR_RULE, true}};
	enum { N = sizeof columns / sizeof *columns };
	struct sg_view v;
	int rc = sg_view_init(&v, s, &everything, &out->arena, err);

	if (rc < 0)
		return rc;
	struct sg_table *table = sg_tables_add(out, "evaluate-errors", N);
	table->caption = sg_label(SG_LABEL_EVALUATE_ERRORS, v.english);
	for (size_t k = 0; k < N; k++)
		sg_table_column(out, table, k, columns[k].key,
			sg_label(columns[k].label, v.english), false, columns[k].wrap);
	for (size_t i = 0; i < shown && i < errors->n; i++) {
		const struct sg_eval_error *x = &errors->v[i];
		const struct sg_study_answer *a = &s->answers[x->answer];
		struct sg_cell *cells = sg_table_row(out, table);
		cells[0] = sg_cell_text(
			sg_label(x->miss ? SG_LABEL_ERROR_MISS : SG_LABEL_ERROR_ALARM,
				v.english));
		cells[1] = sg_cell_text(s->codes[x->code].label);
		cells[2] = sg_cell_text(s->cases[a->case_].name);
		if (a->question != SG_NONE)
			cells[3] = sg_cell_text(s->questions[a->question].label);
		cells[4] = sg_cell_text(sg_study_quote(s, a->text, x->start, x->stop));
		cells[5] = sg_cell_text(x->rule);
	}
	sg_remark(out, table, &v, SG_NOTE_EVALUATE_ERRORS,
		sg_count_str(&out->arena, errors->misses),
		sg_count_str(&out->arena, errors->n - errors->misses), SG_STR(""));
	if (shown < errors->n)
		sg_remark(out, table, &v, SG_NOTE_EVALUATE_ERRORS_MORE,
			sg_count_str(&out->arena, errors->n),
			sg_count_str(&out->arena, shown), SG_STR(""));
	sg_remark_source(table, &v);
	return 0;
}
