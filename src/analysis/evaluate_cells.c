/* evaluate_cells.c - what the findings table would print: of each question × code, how
 * many people the rules find, how many the standard has, and whether they are the same
 * people. doc/coders.md, 5. */
#include "config.h"

#include "analysis/evaluate.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/number.h"

/* A cell: who of the respondents gold and other have there. */
struct people {
	uint32_t gold, other, both;
};

/* Codes a question's table has rows for: those of its focus, or all. */
static bool in_table(const struct sg_evaluation *e, uint32_t question, uint32_t code)
{
	const struct sg_study_question *q = &e->v.s->questions[question];

	for (size_t i = 0; i < q->nfocus; i++)
		if (sg_study_code_within(e->v.s, code, q->focus[i]))
			return true;
	return q->nfocus == 0;
}

/* Whether the respondent has the code in an answer of the question. */
static bool has(const struct sg_cell_units *u, const struct sg_marks *m, uint32_t code,
	uint32_t first, uint32_t question, uint32_t *next)
{
	const struct sg_study *s = u->v->s;
	uint32_t who = s->answers[u->answers[first]].case_;
	bool any = false;

	*next = first;
	while (*next < u->nanswers && s->answers[u->answers[*next]].case_ == who &&
		s->answers[u->answers[*next]].question == question) {
		any = any ||
		      (sg_answer_says(s, u->answers[*next]) &&
			      sg_tally_has(&m->at[SG_LEVEL_ANSWER], code, *next));
		++*next;
	}
	return any;
}

static struct people count(const struct sg_evaluation *e, enum sg_evaluated who,
	uint32_t question, uint32_t code)
{
	const struct sg_cell_units *u = sg_eval_units(e, who);
	const struct sg_study *s = e->v.s;
	struct people p = {0, 0, 0};

	for (uint32_t i = 0, next; i < u->nanswers; i = next) {
		next = i + 1;
		if (s->answers[u->answers[i]].question != question)
			continue;
		bool a = has(u, sg_eval_gold(e, who), code, i, question, &next);
		bool b = has(u, &e->marks[who], code, i, question, &next);
		p.gold += a;
		p.other += b;
		p.both += a && b;
	}
	return p;
}

static bool same(const struct people *p)
{
	return p->both == p->gold && p->both == p->other;
}

enum { C_WHO, C_CELLS, C_SAME, C_EQUAL, C_APART, C_GOLD, C_OTHER, NSUMMARY };

static void summary_row(
	struct sg_evaluation *e, struct sg_table *table, enum sg_evaluated who)
{
	uint64_t cells = 0, exact = 0, equal = 0, gold = 0, other = 0;
	double apart = 0;

	for (uint32_t q = 0; q < e->v.s->nquestions; q++)
		for (uint32_t c = 0; c < e->ncodes; c++) {
			if (!in_table(e, q, e->codes[c]))
				continue;
			struct people p = count(e, who, q, e->codes[c]);
			if (p.gold + p.other == 0)
				continue;
			cells++;
			exact += same(&p);
			equal += p.gold == p.other;
			apart += fabs((double)p.other - (double)p.gold);
			gold += p.gold;
			other += p.other;
		}
	struct sg_cell *row = sg_table_row(e->t, table);
	row[C_WHO] = sg_cell_text(sg_eval_name(e, who));
	row[C_WHO].strong = who == SG_EVAL_RULES;
	row[C_CELLS] = sg_cell_count((double)cells);
	row[C_SAME] = sg_cell_share((double)exact, (double)cells, cells > 0);
	row[C_EQUAL] = sg_cell_share((double)equal, (double)cells, cells > 0);
	row[C_APART] = sg_cell_real(cells ? apart / (double)cells : (double)NAN, 2);
	row[C_GOLD] = sg_cell_count((double)gold);
	row[C_OTHER] = sg_cell_count((double)other);
}

static void column(struct sg_evaluation *e, struct sg_table *table, size_t at,
	const char *key, enum sg_label l, bool right)
{
	sg_table_column(e->t, table, at, key, sg_eval_label(e, l), right, !right);
}

static void summary(struct sg_evaluation *e)
{
	struct sg_table *table = sg_tables_add(e->t, "evaluate-cells", NSUMMARY);

	table->caption = sg_eval_label(e, SG_LABEL_EVALUATE_CELLS);
	column(e, table, C_WHO, "coder", SG_LABEL_CODER, false);
	column(e, table, C_CELLS, "cells", SG_LABEL_CELLS_N, true);
	column(e, table, C_SAME, "same_people", SG_LABEL_CELLS_SAME, true);
	column(e, table, C_EQUAL, "same_n", SG_LABEL_CELLS_EQUAL, true);
	column(e, table, C_APART, "mean_difference", SG_LABEL_CELLS_APART, true);
	column(e, table, C_GOLD, "gold", SG_LABEL_GOLD_N, true);
	column(e, table, C_OTHER, "coded", SG_LABEL_RULE_N, true);
	for (enum sg_evaluated who = 0; who < SG_EVALUATED; who++)
		if (who != SG_EVAL_SECOND || e->has_second)
			summary_row(e, table, who);
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_CELLS, SG_STR(""), SG_STR(""),
		SG_STR(""));
	if (!e->o->cells)
		sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_CELLS_MORE, SG_STR(""),
			SG_STR(""), SG_STR(""));
	sg_remark_source(table, &e->v);
}

/* Names of those who only gold (or only the rules) have. */
static struct sg_str names(
	const struct sg_evaluation *e, uint32_t question, uint32_t code, bool of_gold)
{
	const struct sg_cell_units *u = &e->all;
	const struct sg_study *s = e->v.s;
	struct sg_buf b;

	sg_buf_init(&b);
	for (uint32_t i = 0, next; i < u->nanswers; i = next) {
		next = i + 1;
		if (s->answers[u->answers[i]].question != question)
			continue;
		bool a = has(u, &e->gold, code, i, question, &next);
		bool r = has(u, &e->marks[SG_EVAL_RULES], code, i, question, &next);
		if (a == r || a != of_gold)
			continue;
		sg_buf_printf(&b, "%s%.*s", b.n ? ", " : "",
			SG_ARG(s->cases[s->answers[u->answers[i]].case_].name));
	}
	struct sg_str text = sg_arena_str(e->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return text;
}

enum {
	L_QUESTION,
	L_CODE,
	L_NAME,
	L_GOLD,
	L_RULES,
	L_DELTA,
	L_BOTH,
	L_MISSED,
	L_EXTRA,
	NLIST
};

static struct sg_str difference(struct sg_arena *arena, const struct people *p)
{
	if (same(p))
		return SG_STR("=");
	return p->other < p->gold ? sg_arena_printf(arena, "−%u", p->gold - p->other)
				  : sg_arena_printf(arena, "+%u", p->other - p->gold);
}

static void list(struct sg_evaluation *e)
{
	struct sg_table *table = sg_tables_add(e->t, "evaluate-cell-list", NLIST);

	table->caption = sg_eval_label(e, SG_LABEL_EVALUATE_CELL_LIST);
	column(e, table, L_QUESTION, "question", SG_LABEL_QUESTION_COLUMN, false);
	table->columns[L_QUESTION].wrap = false;
	column(e, table, L_CODE, "code", SG_LABEL_CODE, false);
	table->columns[L_CODE].machine = true;
	column(e, table, L_NAME, "name", SG_LABEL_CODE, false);
	column(e, table, L_GOLD, "gold", SG_LABEL_GOLD_N, true);
	column(e, table, L_RULES, "rules", SG_LABEL_RULES, true);
	sg_table_column(e->t, table, L_DELTA, "difference", SG_STR("Δn"), true, false);
	column(e, table, L_BOTH, "both", SG_LABEL_BOTH_N, true);
	column(e, table, L_MISSED, "missed", SG_LABEL_CELLS_MISSED, false);
	column(e, table, L_EXTRA, "extra", SG_LABEL_CELLS_EXTRA, false);
	for (uint32_t q = 0; q < e->v.s->nquestions; q++)
		for (uint32_t c = 0; c < e->ncodes; c++) {
			uint32_t code = e->codes[c];
			if (!in_table(e, q, code))
				continue;
			struct people p = count(e, SG_EVAL_RULES, q, code);
			if (p.gold + p.other == 0)
				continue;
			struct sg_cell *row = sg_table_row(e->t, table);
			row[L_QUESTION] = sg_cell_text(e->v.s->questions[q].label);
			row[L_CODE] = sg_cell_text(e->v.s->codes[code].label);
			row[L_NAME] = sg_cell_text(sg_view_code_title(&e->v, code));
			row[L_GOLD] = sg_cell_count(p.gold);
			row[L_RULES] = sg_cell_count(p.other);
			row[L_DELTA] = sg_cell_text(difference(e->v.arena, &p));
			row[L_BOTH] = sg_cell_count(p.both);
			row[L_MISSED] = sg_cell_text(names(e, q, code, true));
			row[L_EXTRA] = sg_cell_text(names(e, q, code, false));
		}
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_CELL_LIST, SG_STR(""),
		SG_STR(""), SG_STR(""));
	sg_remark_source(table, &e->v);
}

void sg_eval_cells(struct sg_evaluation *e)
{
	if (e->v.s->nquestions == 0)
		return;
	summary(e);
	if (e->o->cells)
		list(e);
}
