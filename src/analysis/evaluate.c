/* evaluate.c - the rules against a human standard, beside their baselines: what is
 * reached by coding everything, by giving each code to its usual questions unread, and
 * by a second person. doc/coders.md, 5. */
#include "config.h"

#include "analysis/evaluate.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/near.h"
#include "analysis/number.h"

enum {
	SAMPLES = 1000,
	SEED = 20201207,
	USUAL = 20, /* per cent of other answers that make a code usual in a question:
		       gives the published .437 at answer × code on the bundled study */
	LARGEST = 10,
};

struct sg_str sg_eval_label(const struct sg_evaluation *e, enum sg_label l)
{
	return sg_label(l, e->v.english);
}

const struct sg_cell_units *sg_eval_units(
	const struct sg_evaluation *e, enum sg_evaluated who)
{
	return who == SG_EVAL_SECOND ? &e->shared : &e->all;
}

const struct sg_marks *sg_eval_gold(
	const struct sg_evaluation *e, enum sg_evaluated who)
{
	return who == SG_EVAL_SECOND ? &e->gold_shared : &e->gold;
}

/* Sums by respondent over the codes within `within` (SG_NONE: all) into e->sums;
 * returns their sum. */
static struct sg_fourfold compare(struct sg_evaluation *e, enum sg_evaluated who,
	enum sg_cell_level level, uint32_t within)
{
	const struct sg_cell_units *u = sg_eval_units(e, who);
	const struct sg_marks *gold = sg_eval_gold(e, who);
	struct sg_fourfold total = {0, 0, 0, 0};

	for (uint32_t i = 0; i < u->nrespondents; i++)
		e->sums[i] = total;
	for (uint32_t c = 0; c < e->ncodes; c++)
		if (within == SG_NONE ||
			sg_study_code_within(e->v.s, e->codes[c], within))
			sg_marks_compare(
				u, gold, &e->marks[who], level, e->codes[c], e->sums);
	for (uint32_t i = 0; i < u->nrespondents; i++)
		sg_fourfold_add(&total, &e->sums[i]);
	return total;
}

struct sg_str sg_eval_name(struct sg_evaluation *e, enum sg_evaluated who)
{
	struct sg_str args[] = {
		e->second_name, sg_count_str(e->v.arena, e->shared.nrespondents)};
	static const enum sg_label labels[] = {
		SG_LABEL_RULES, SG_LABEL_EVERYTHING, SG_LABEL_BY_QUESTION};

	if (who == SG_EVAL_SECOND)
		return sg_fill(
			e->v.arena, sg_eval_label(e, SG_LABEL_CODER_OF), args, 2);
	return sg_eval_label(e, labels[who]);
}

static const enum sg_label level_labels[SG_LEVELS] = {
	SG_LABEL_UNIT_SENTENCE, SG_LABEL_UNIT_ANSWER, SG_LABEL_UNIT_CASE};

enum {
	WHO,
	UNIT,
	GOLD,
	CODED,
	BOTH,
	PRECISION,
	RECALL,
	F1,
	F1_RANGE,
	KAPPA,
	KAPPA_RANGE,
	F1_LOW,
	F1_HIGH,
	KAPPA_LOW,
	KAPPA_HIGH,
	NOVERALL
};

static void overall_columns(struct sg_evaluation *e, struct sg_table *table)
{
	static const struct {
		const char *key, *plain;
		enum sg_label label;
		bool right, machine;
	} columns[NOVERALL] = {
		[WHO] = {"coder", NULL, SG_LABEL_CODER, false, false},
		[UNIT] = {"unit", NULL, SG_LABEL_UNIT, false, false},
		[GOLD] = {"gold", NULL, SG_LABEL_GOLD_N, true, false},
		[CODED] = {"coded", NULL, SG_LABEL_RULE_N, true, false},
		[BOTH] = {"both", NULL, SG_LABEL_BOTH_N, true, false},
		[PRECISION] = {"precision", NULL, SG_LABEL_PRECISION, true, false},
		[RECALL] = {"recall", NULL, SG_LABEL_RECALL, true, false},
		[F1] = {"f1", "F1", 0, true, false},
		[F1_RANGE] = {"f1_range", NULL, SG_LABEL_INTERVAL, true, false},
		[KAPPA] = {"kappa", "κ", 0, true, false},
		[KAPPA_RANGE] = {"kappa_range", NULL, SG_LABEL_INTERVAL, true, false},
		[F1_LOW] = {"f1_low", "F1", 0, true, true},
		[F1_HIGH] = {"f1_high", "F1", 0, true, true},
		[KAPPA_LOW] = {"kappa_low", "κ", 0, true, true},
		[KAPPA_HIGH] = {"kappa_high", "κ", 0, true, true},
	};

	for (size_t k = 0; k < NOVERALL; k++) {
		struct sg_str shown = columns[k].plain
					      ? sg_str_of(columns[k].plain)
					      : sg_eval_label(e, columns[k].label);
		sg_table_column(e->t, table, k, columns[k].key, shown, columns[k].right,
			k == WHO);
		table->columns[k].machine = columns[k].machine;
	}
}

static void overall_row(struct sg_evaluation *e, struct sg_table *table,
	enum sg_evaluated who, enum sg_cell_level level)
{
	struct sg_fourfold f = compare(e, who, level, SG_NONE);
	const struct sg_draws *draws =
		who == SG_EVAL_SECOND ? &e->shared_draws : &e->draws;
	struct sg_cell *cells = sg_table_row(e->t, table);
	double low, high;

	if (level == 0) {
		cells[WHO] = sg_cell_text(sg_eval_name(e, who));
		cells[WHO].strong = who == SG_EVAL_RULES;
		cells[WHO].rows = SG_LEVELS;
	}
	cells[UNIT] = sg_cell_text(sg_eval_label(e, level_labels[level]));
	cells[GOLD] = sg_cell_count((double)(f.n11 + f.n10));
	cells[CODED] = sg_cell_count((double)(f.n11 + f.n01));
	cells[BOTH] = sg_cell_count((double)f.n11);
	cells[PRECISION] = sg_cell_real(sg_precision(&f), 3);
	cells[RECALL] = sg_cell_real(sg_recall(&f), 3);
	cells[F1] = sg_cell_real(sg_f1(&f), 3);
	sg_draws_fourfold(draws, e->sums, sg_f1, &low, &high);
	cells[F1_RANGE] = sg_cell_text(sg_interval_str(e->v.arena, low, high));
	cells[F1_LOW] = sg_cell_real(low, 3);
	cells[F1_HIGH] = sg_cell_real(high, 3);
	cells[KAPPA] = sg_cell_real(sg_kappa(&f), 3);
	sg_draws_fourfold(draws, e->sums, sg_kappa, &low, &high);
	cells[KAPPA_RANGE] = sg_cell_text(sg_interval_str(e->v.arena, low, high));
	cells[KAPPA_LOW] = sg_cell_real(low, 3);
	cells[KAPPA_HIGH] = sg_cell_real(high, 3);
}

static uint64_t count_rejected(const struct sg_evaluation *e)
{
	const struct sg_study *s = e->v.s;
	uint64_t n = 0;

	for (size_t i = 0; i < s->ncodings; i++)
		n += s->codings[i].coder == 0 && s->codings[i].rejected &&
		     e->all.number[s->codings[i].answer] != SG_NONE;
	return n;
}

static struct sg_str respondents(const struct sg_evaluation *e)
{
	const struct sg_cell_units *u = &e->all;
	struct sg_buf b;

	sg_buf_init(&b);
	for (uint32_t i = 0; i < u->nrespondents; i++)
		sg_buf_printf(&b, "%s%.*s", i ? ", " : "",
			SG_ARG(e->v.s->cases[u->respondents[i]].name));
	struct sg_str s = sg_arena_str(e->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static void overall_notes(struct sg_evaluation *e, struct sg_table *table)
{
	struct sg_arena *a = e->v.arena;
	struct sg_str none = SG_STR("");
	struct sg_str units[] = {sg_count_str(a, e->all.n[SG_LEVEL_SENTENCE]),
		sg_count_str(a, e->all.n[SG_LEVEL_ANSWER]),
		sg_count_str(a, e->all.n[SG_LEVEL_RESPONDENT]),
		sg_count_str(a, e->ncodes)};
	uint64_t rejected = count_rejected(e);

	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_RESPONDENTS, respondents(e),
		none, none);
	sg_table_note(e->t, table, SG_ABOUT_RULE,
		sg_fill(a, sg_eval_label(e, SG_NOTE_EVALUATE_UNITS), units, 4));
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_MATCH, none, none, none);
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_DEFAULT, none, none, none);
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_BASELINES,
		sg_count_str(a, USUAL), none, none);
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_BOOTSTRAP,
		sg_count_str(a, SAMPLES), sg_count_str(a, SEED), none);
	if (rejected)
		sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_REJECTED,
			sg_count_str(a, rejected), none, none);
	sg_remark_source(table, &e->v);
}

static void overall(struct sg_evaluation *e, enum sg_label caption)
{
	struct sg_table *table = sg_tables_add(e->t, "evaluate", NOVERALL);

	table->caption =
		sg_fill(e->v.arena, sg_eval_label(e, caption), &e->gold_name, 1);
	overall_columns(e, table);
	for (enum sg_evaluated who = SG_EVAL_RULES; who < SG_EVALUATED; who++)
		for (int level = 0;
			(who != SG_EVAL_SECOND || e->has_second) && level < SG_LEVELS;
			level++)
			overall_row(e, table, who, (enum sg_cell_level)level);
	overall_notes(e, table);
}

/* A measure of one code or theme, unless the gold coder has too few cells for it. */
static struct sg_cell measured(
	struct sg_fourfold f, double (*measure)(const struct sg_fourfold *))
{
	bool rare = f.n11 + f.n10 < SG_EVAL_RARE;

	return sg_cell_real(rare ? (double)NAN : measure(&f), 3);
}

enum {
	T_CODE,
	T_NAME,
	T_GOLD,
	T_CODED,
	T_SENTENCE,
	T_ANSWER,
	T_USUAL,
	T_KAPPA,
	T_SECOND_SENTENCE,
	T_SECOND_ANSWER,
	T_SECOND_KAPPA,
	NTHEMES
};

static void part_columns(struct sg_evaluation *e, struct sg_table *table)
{
	static const struct {
		const char *key;
		enum sg_label label;
	} columns[] = {
		[T_CODE] = {"code", SG_LABEL_CODE},
		[T_NAME] = {"name", SG_LABEL_THEME_OR_CODE},
		[T_GOLD] = {"gold_sentences", SG_LABEL_GOLD_N},
		[T_CODED] = {"coded_sentences", SG_LABEL_RULE_N},
		[T_SENTENCE] = {"sentence_f1", SG_LABEL_SENTENCE_F1},
		[T_ANSWER] = {"answer_f1", SG_LABEL_ANSWER_F1},
		[T_USUAL] = {"by_question_answer_f1", SG_LABEL_USUAL_ANSWER_F1},
		[T_KAPPA] = {"respondent_kappa", SG_LABEL_RESPONDENT_KAPPA},
		[T_SECOND_SENTENCE] = {"second_sentence_f1", SG_LABEL_UNIT_SENTENCE},
		[T_SECOND_ANSWER] = {"second_answer_f1", SG_LABEL_UNIT_ANSWER},
		[T_SECOND_KAPPA] = {"second_respondent_kappa", SG_LABEL_UNIT_CASE},
	};

	for (size_t k = 0; k < table->ncolumns; k++) {
		struct sg_str shown = sg_eval_label(e, columns[k].label);
		if (k >= T_SECOND_SENTENCE) /* "a/b 문장": of the second coder */
			shown = sg_arena_printf(e->v.arena, "%.*s/%.*s %.*s",
				SG_ARG(e->gold_name), SG_ARG(e->second_name),
				SG_ARG(shown));
		sg_table_column(e->t, table, k, columns[k].key, shown, k >= T_GOLD,
			k == T_NAME);
	}
	table->columns[T_CODE].machine = true;
}

static void part_row(struct sg_evaluation *e, struct sg_table *table, uint32_t code)
{
	struct sg_cell *cells = sg_table_row(e->t, table);
	struct sg_fourfold f = compare(e, SG_EVAL_RULES, SG_LEVEL_SENTENCE, code);

	cells[T_CODE] = sg_cell_text(e->v.s->codes[code].label);
	cells[T_NAME] = sg_cell_text(sg_view_code_title(&e->v, code));
	cells[T_GOLD] = sg_cell_count((double)(f.n11 + f.n10));
	cells[T_CODED] = sg_cell_count((double)(f.n11 + f.n01));
	cells[T_SENTENCE] = measured(f, sg_f1);
	cells[T_ANSWER] =
		measured(compare(e, SG_EVAL_RULES, SG_LEVEL_ANSWER, code), sg_f1);
	cells[T_USUAL] =
		measured(compare(e, SG_EVAL_BY_QUESTION, SG_LEVEL_ANSWER, code), sg_f1);
	cells[T_KAPPA] = measured(
		compare(e, SG_EVAL_RULES, SG_LEVEL_RESPONDENT, code), sg_kappa);
	if (!e->has_second)
		return;
	cells[T_SECOND_SENTENCE] =
		measured(compare(e, SG_EVAL_SECOND, SG_LEVEL_SENTENCE, code), sg_f1);
	cells[T_SECOND_ANSWER] =
		measured(compare(e, SG_EVAL_SECOND, SG_LEVEL_ANSWER, code), sg_f1);
	cells[T_SECOND_KAPPA] = measured(
		compare(e, SG_EVAL_SECOND, SG_LEVEL_RESPONDENT, code), sg_kappa);
}

static struct sg_table *parts(
	struct sg_evaluation *e, const char *id, enum sg_label caption)
{
	struct sg_table *table =
		sg_tables_add(e->t, id, e->has_second ? NTHEMES : T_SECOND_SENTENCE);

	table->caption = sg_eval_label(e, caption);
	part_columns(e, table);
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_PARTS, SG_STR(""), SG_STR(""),
		SG_STR(""));
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_RARE,
		sg_count_str(e->v.arena, SG_EVAL_RARE), SG_STR(""), SG_STR(""));
	sg_remark_source(table, &e->v);
	return table;
}

/* Whether codes below were chosen. */
static bool has_codes(const struct sg_evaluation *e, uint32_t theme)
{
	for (uint32_t c = 0; c < e->ncodes; c++)
		if (sg_study_code_within(e->v.s, e->codes[c], theme))
			return true;
	return false;
}

static void themes(struct sg_evaluation *e)
{
	struct sg_table *table = parts(e, "evaluate-themes", SG_LABEL_EVALUATE_THEMES);

	for (uint32_t c = 0; c < e->v.s->ncodes; c++)
		if (e->v.s->codes[c].parent == SG_NONE && has_codes(e, c))
			part_row(e, table, c);
}

static void codes(struct sg_evaluation *e)
{
	struct sg_table *table = parts(e, "evaluate-codes", SG_LABEL_EVALUATE_CODES);

	for (uint32_t c = 0; c < e->ncodes; c++)
		part_row(e, table, e->codes[c]);
}

/* A rule that codes nearly everything is no answer: which codes take the most. */
static void shares(struct sg_evaluation *e)
{
	const struct sg_tally *rules = &e->marks[SG_EVAL_RULES].at[SG_LEVEL_SENTENCE];
	const struct sg_tally *gold = &e->gold.at[SG_LEVEL_SENTENCE];
	uint32_t n = e->all.n[SG_LEVEL_SENTENCE];
	uint32_t *sorted = sg_arena_array(e->v.arena, e->ncodes, sizeof *sorted);
	struct sg_table *table = sg_tables_add(e->t, "evaluate-shares", 4);

	table->caption = sg_eval_label(e, SG_LABEL_EVALUATE_SHARES);
	sg_table_column(
		e->t, table, 0, "code", sg_eval_label(e, SG_LABEL_CODE), false, false);
	table->columns[0].machine = true;
	sg_table_column(
		e->t, table, 1, "name", sg_eval_label(e, SG_LABEL_CODE), false, true);
	sg_table_column(e->t, table, 2, "rules", sg_eval_label(e, SG_LABEL_RULE_SHARE),
		true, false);
	sg_table_column(e->t, table, 3, "gold", sg_eval_label(e, SG_LABEL_GOLD_SHARE),
		true, false);
	for (uint32_t c = 0; c < e->ncodes; c++)
		sorted[c] = e->codes[c];
	sg_view_sort(&e->v, SG_SORT_COUNT, sorted, e->ncodes, rules);
	for (uint32_t c = 0; c < e->ncodes && c < LARGEST; c++) {
		struct sg_cell *cells = sg_table_row(e->t, table);
		cells[0] = sg_cell_text(e->v.s->codes[sorted[c]].label);
		cells[1] = sg_cell_text(sg_view_code_title(&e->v, sorted[c]));
		cells[2] = sg_cell_share(sg_tally_count(rules, sorted[c]), n, n > 0);
		cells[3] = sg_cell_share(sg_tally_count(gold, sorted[c]), n, n > 0);
	}
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_SHARES,
		sg_count_str(e->v.arena, n), SG_STR(""), SG_STR(""));
	sg_remark_source(table, &e->v);
}

static bool named(const struct sg_evaluate_options *o, struct sg_str name)
{
	for (size_t i = 0; i < o->nrespondents; i++)
		if (sg_str_eq(o->respondents[i], name))
			return true;
	return o->nrespondents == 0;
}

static int check_names(const struct sg_evaluation *e, struct sg_error *err)
{
	const struct sg_study *s = e->v.s;

	for (size_t i = 0; i < e->o->nrespondents; i++) {
		if (sg_study_case_find(s, e->o->respondents[i]) != SG_NONE)
			continue;
		struct sg_str *names =
			sg_arena_array(e->v.arena, s->ncases, sizeof *names);
		for (size_t k = 0; k < s->ncases; k++)
			names[k] = s->cases[k].name;
		return sg_near_error(err, _("there is no respondent '%.*s'"),
			e->o->respondents[i], names, s->ncases);
	}
	return 0;
}

/* Answers to look at: the coder has read them, or all of a respondent's who was read
 * whole, also those that say nothing. Returns whether there is one. */
static bool choose_answers(struct sg_evaluation *e, uint32_t coder, const bool *part,
	const bool *within, bool *answers)
{
	const struct sg_study *s = e->v.s;
	struct sg_reading r;
	bool any = false;

	sg_reading_of(&e->v, coder, &r);
	for (size_t i = 0; i < s->nanswers; i++) {
		uint32_t who = s->answers[i].case_;
		if (who == SG_NONE || !named(e->o, s->cases[who].name) ||
			(part && !part[who]) || (within && !within[i]))
			continue;
		answers[i] = r.answers[i] || r.whole[who];
		any = any || answers[i];
	}
	return any;
}

/* Leaf codes, and those above them that the rules or the gold coder used themselves. */
static void choose_codes(struct sg_evaluation *e)
{
	const struct sg_study *s = e->v.s;
	uint32_t *used = sg_arena_array(e->v.arena, s->ncodings, sizeof *used);
	size_t n = 0;

	for (uint32_t i = 0; i < s->ncodings; i++)
		if ((s->codings[i].coder == 0 ||
			    s->codings[i].coder == e->gold_coder) &&
			e->v.codes[s->codings[i].code] &&
			e->all.number[s->codings[i].answer] != SG_NONE)
			used[n++] = i;
	e->ncodes = sg_view_rows(&e->v, UINT32_MAX, used, n, &e->codes);
}

static void mark(struct sg_evaluation *e)
{
	for (enum sg_evaluated who = 0; who < SG_EVALUATED; who++)
		sg_marks_init(&e->marks[who], sg_eval_units(e, who));
	sg_marks_init(&e->gold, &e->all);
	sg_marks_of_coder(&e->gold, &e->all, e->gold_coder);
	sg_marks_of_coder(&e->marks[SG_EVAL_RULES], &e->all, 0);
	sg_marks_everything(
		&e->marks[SG_EVAL_EVERYTHING], &e->all, e->codes, e->ncodes);
	sg_marks_by_question(&e->marks[SG_EVAL_BY_QUESTION], &e->all, &e->gold,
		e->codes, e->ncodes, USUAL / 100.0);
	if (!e->has_second)
		return;
	sg_marks_init(&e->gold_shared, &e->shared);
	sg_marks_of_coder(&e->gold_shared, &e->shared, e->gold_coder);
	sg_marks_of_coder(&e->marks[SG_EVAL_SECOND], &e->shared, e->second_coder);
}

static int find_coders(struct sg_evaluation *e, struct sg_error *err)
{
	const struct sg_study *s = e->v.s;
	int rc = sg_coder_find(s, e->o->gold, &e->gold_coder, err);

	if (rc == 0 && e->gold_coder == 0)
		rc = sg_error_set(err, SG_EUSAGE,
			_("the rules cannot be their own standard; name a person"));
	e->has_second = e->o->second.n > 0;
	if (rc == 0 && e->has_second)
		rc = sg_coder_find(s, e->o->second, &e->second_coder, err);
	e->gold_name = e->o->gold;
	e->second_name = e->o->second;
	return rc == 0 ? check_names(e, err) : rc;
}

static int nobody(const struct sg_evaluation *e, const bool *part, struct sg_error *err)
{
	struct sg_str gold = e->gold_name;

	if (!e->o->held)
		return sg_error_set(err, SG_ENOTFOUND,
			_("coder '%.*s' has coded nobody"), SG_ARG(gold));
	if (part == e->o->held)
		return sg_error_set(err, SG_ENOTFOUND,
			_("coder '%.*s' has coded none of the respondents held out"),
			SG_ARG(gold));
	return sg_error_set(err, SG_ENOTFOUND,
		_("coder '%.*s' has coded none of the respondents that are not held "
		  "out"),
		SG_ARG(gold));
}

int sg_eval_init(struct sg_evaluation *e, const struct sg_study *s,
	const struct sg_evaluate_options *o, const bool *part, struct sg_tables *t,
	struct sg_error *err)
{
	struct sg_arena *arena = &t->arena;

	*e = (struct sg_evaluation){.t = t, .o = o};
	int rc = sg_units_check(s, err);
	if (rc == 0)
		rc = sg_view_init(&e->v, s, &o->filter, arena, err);
	if (rc == 0)
		rc = find_coders(e, err);
	if (rc < 0)
		return rc;
	bool *answers = sg_arena_array(arena, s->nanswers, sizeof *answers);
	bool *both = sg_arena_array(arena, s->nanswers, sizeof *both);
	if (!choose_answers(e, e->gold_coder, part, NULL, answers))
		return nobody(e, part, err);
	if (e->has_second)
		choose_answers(e, e->second_coder, part, answers, both);
	e->sums = sg_arena_array(arena, s->ncases, sizeof *e->sums);
	sg_units_init(&e->units, s, arena);
	sg_cell_units_init(&e->all, &e->v, &e->units, answers);
	sg_cell_units_init(&e->shared, &e->v, &e->units, both);
	sg_draws_init(&e->draws, arena, e->all.nrespondents, SAMPLES, SEED);
	sg_draws_init(&e->shared_draws, arena, e->shared.nrespondents, SAMPLES, SEED);
	choose_codes(e);
	mark(e);
	return 0;
}

/* The part that was kept unseen: figures, and nothing to read. */
static int held_out(struct sg_evaluation *seen, const struct sg_study *s,
	const struct sg_evaluate_options *o, struct sg_tables *out,
	struct sg_error *err)
{
	struct sg_evaluation held;

	int rc = sg_eval_init(&held, s, o, o->held, out, err);
	if (rc < 0)
		return rc;
	overall(&held, SG_LABEL_EVALUATE_HELD);
	sg_remark(out, &out->v[out->n - 1], &held.v, SG_NOTE_EVALUATE_HELD,
		sg_count_str(&out->arena, held.all.nrespondents), SG_STR(""),
		SG_STR(""));
	return o->before ? sg_eval_gain(seen, &held) : 0;
}

int sg_evaluate(const struct sg_study *s, const struct sg_evaluate_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_evaluation e;
	bool *seen = NULL;

	if (o->held) {
		seen = sg_arena_array(&out->arena, s->ncases, sizeof *seen);
		for (size_t i = 0; i < s->ncases; i++)
			seen[i] = !o->held[i];
	}
	int rc = sg_eval_init(&e, s, o, seen, out, err);
	if (rc < 0)
		return rc;
	overall(&e, seen ? SG_LABEL_EVALUATE_SEEN : SG_LABEL_EVALUATE_OVERALL);
	if (seen)
		rc = held_out(&e, s, o, out, err);
	if (rc < 0)
		return rc;
	sg_eval_cells(&e);
	themes(&e);
	if (o->per_code)
		codes(&e);
	shares(&e);
	return 0;
}
