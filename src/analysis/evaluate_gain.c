/* evaluate_gain.c - what an edit of the rules did: F1 of answers before and after, among
 * the respondents that were seen while refining and among those held out. A rule that
 * gained on the seen part only was fitted to what was read. */
#include "config.h"

#include "analysis/evaluate.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/across.h"
#include "analysis/labels.h"
#include "analysis/number.h"

/* Code × counted answer that the rules of before gave. */
static void mark_before(const struct sg_evaluation *e, struct sg_tally *t)
{
	const struct sg_study *s = e->v.s, *before = e->o->before;
	uint32_t *codes = sg_across_codes(before, s, e->v.arena);
	uint32_t *answers = sg_across_answers(before, s, e->v.arena);

	sg_tally_init(t, e->v.arena, s->ncodes, e->all.nanswers);
	for (size_t i = 0; i < before->ncodings; i++) {
		const struct sg_study_coding *c = &before->codings[i];
		uint32_t code = codes[c->code], now = answers[c->answer];
		if (c->coder == 0 && code != SG_NONE && now != SG_NONE &&
			e->all.number[now] != SG_NONE)
			sg_tally_set(t, code, e->all.number[now]);
	}
}

struct change {
	struct sg_fourfold before, after; /* gold first */
};

static void add_cells(const struct sg_evaluation *e, const struct sg_tally *rules,
	uint32_t code, struct sg_fourfold *f)
{
	for (uint32_t i = 0; i < e->all.nanswers; i++) {
		bool a = sg_tally_has(&e->gold.at[SG_LEVEL_ANSWER], code, i);
		bool b = sg_tally_has(rules, code, i);
		f->n11 += a && b;
		f->n10 += a && !b;
		f->n01 += !a && b;
		f->n00 += !a && !b;
	}
}

static bool changed(
	const struct sg_evaluation *e, const struct sg_tally *before, uint32_t code)
{
	const struct sg_tally *after = &e->marks[SG_EVAL_RULES].at[SG_LEVEL_ANSWER];

	for (uint32_t i = 0; i < e->all.nanswers; i++)
		if (sg_tally_has(before, code, i) != sg_tally_has(after, code, i))
			return true;
	return false;
}

static struct change change_of(
	const struct sg_evaluation *e, const struct sg_tally *before, uint32_t code)
{
	struct change c = {{0, 0, 0, 0}, {0, 0, 0, 0}};

	add_cells(e, before, code, &c.before);
	add_cells(e, &e->marks[SG_EVAL_RULES].at[SG_LEVEL_ANSWER], code, &c.after);
	return c;
}

/* F1 counts as 0 where the rules give nothing right; NAN only without any cell. */
static double gain(const struct change *c)
{
	return sg_f1(&c->after) - sg_f1(&c->before);
}

static enum sg_label verdict(const struct change *seen, const struct change *held)
{
	double a = gain(seen), b = gain(held);

	if (held->after.n11 + held->after.n10 < SG_EVAL_RARE)
		return SG_LABEL_GAIN_RARE;
	if (a > 0 && !(b > 0))
		return SG_LABEL_GAIN_SEEN_ONLY;
	if (a > 0)
		return SG_LABEL_GAIN_BOTH;
	return b > 0 ? SG_LABEL_GAIN_HELD_ONLY : SG_LABEL_GAIN_NONE;
}

enum { NAME, CODE, SEEN_BEFORE, SEEN_AFTER, HELD_BEFORE, HELD_AFTER, VERDICT, NGAIN };

static void row(struct sg_evaluation *e, struct sg_table *table, struct sg_str name,
	struct sg_str code, const struct change *seen, const struct change *held)
{
	struct sg_cell *cells = sg_table_row(e->t, table);
	enum sg_label v = verdict(seen, held);

	cells[NAME] = sg_cell_text(name);
	cells[CODE] = sg_cell_text(code);
	cells[SEEN_BEFORE] = sg_cell_real(sg_f1(&seen->before), 3);
	cells[SEEN_AFTER] = sg_cell_real(sg_f1(&seen->after), 3);
	cells[HELD_BEFORE] = sg_cell_real(sg_f1(&held->before), 3);
	cells[HELD_AFTER] = sg_cell_real(sg_f1(&held->after), 3);
	cells[VERDICT] = sg_cell_text(sg_eval_label(e, v));
	cells[VERDICT].strong = v == SG_LABEL_GAIN_SEEN_ONLY;
}

static void columns(struct sg_evaluation *e, struct sg_table *table)
{
	static const struct {
		const char *key;
		enum sg_label label;
	} c[NGAIN] = {
		[NAME] = {"name", SG_LABEL_CODE},
		[CODE] = {"code", SG_LABEL_CODE},
		[SEEN_BEFORE] = {"seen_before", SG_LABEL_GAIN_SEEN_BEFORE},
		[SEEN_AFTER] = {"seen_after", SG_LABEL_GAIN_AFTER},
		[HELD_BEFORE] = {"held_before", SG_LABEL_GAIN_HELD_BEFORE},
		[HELD_AFTER] = {"held_after", SG_LABEL_GAIN_AFTER},
		[VERDICT] = {"verdict", SG_LABEL_GAIN_VERDICT},
	};

	for (size_t k = 0; k < NGAIN; k++)
		sg_table_column(e->t, table, k, c[k].key, sg_eval_label(e, c[k].label),
			k >= SEEN_BEFORE && k <= HELD_AFTER, k == NAME || k == VERDICT);
	table->columns[CODE].machine = true;
}

static void add(struct change *to, const struct change *c)
{
	sg_fourfold_add(&to->before, &c->before);
	sg_fourfold_add(&to->after, &c->after);
}

int sg_eval_gain(struct sg_evaluation *seen, struct sg_evaluation *held)
{
	struct sg_table *table = sg_tables_add(seen->t, "evaluate-gain", NGAIN);
	struct change all_seen = {{0, 0, 0, 0}, {0, 0, 0, 0}}, all_held = all_seen;
	struct sg_tally seen_before, held_before;
	struct sg_arena *arena = seen->v.arena;
	uint32_t n = 0;

	struct sg_str run = sg_count_str(arena, seen->o->before_run);
	table->caption =
		sg_fill(arena, sg_eval_label(seen, SG_LABEL_EVALUATE_GAIN), &run, 1);
	columns(seen, table);
	mark_before(seen, &seen_before);
	mark_before(held, &held_before);
	for (uint32_t i = 0; i < seen->ncodes; i++) {
		uint32_t code = seen->codes[i];
		if (!changed(seen, &seen_before, code) &&
			!changed(held, &held_before, code))
			continue;
		struct change a = change_of(seen, &seen_before, code);
		struct change b = change_of(held, &held_before, code);
		row(seen, table, sg_view_code_title(&seen->v, code),
			seen->v.s->codes[code].label, &a, &b);
		add(&all_seen, &a);
		add(&all_held, &b);
		n++;
	}
	if (n > 1)
		row(seen, table, sg_eval_label(seen, SG_LABEL_GAIN_ALL), SG_STR(""),
			&all_seen, &all_held);
	sg_remark(seen->t, table, &seen->v, SG_NOTE_EVALUATE_GAIN,
		sg_count_str(arena, SG_EVAL_RARE), SG_STR(""), SG_STR(""));
	sg_remark_source(table, &seen->v);
	return 0;
}
