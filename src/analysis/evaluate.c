/* evaluate.c - the rules against a human standard, beside their baselines: what is
 * reached by coding everything, by giving each code to its usual questions unread, and
 * by a second person. METHODS, "Rules against a human standard". */
#include "config.h"

#include "analysis/analysis.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/bootstrap.h"
#include "analysis/cells.h"
#include "analysis/labels.h"
#include "analysis/near.h"
#include "analysis/number.h"
#include "analysis/reading.h"
#include "analysis/remarks.h"

enum {
	SAMPLES = 1000,
	SEED = 20201207,
	USUAL = 20, /* per cent of other answers that make a code usual in a question:
		       gives the published .437 at answer × code on the bundled study */
	RARE = 5,   /* gold cells below which no value of a code is printed */
	LARGEST = 10,
};

enum who { RULES, EVERYTHING, BY_QUESTION, SECOND, NWHO };

struct evaluation {
	struct sg_view v;
	struct sg_tables *t;
	struct sg_units units;
	struct sg_cell_units all, shared; /* shared: respondents of the second coder */
	struct sg_marks gold, gold_shared, marks[NWHO];
	bool has_second;
	uint32_t *codes, ncodes;
	struct sg_str gold_name, second_name;
	struct sg_draws draws, shared_draws;
	struct sg_fourfold *sums; /* scratch, by respondent */
};

static struct sg_str label(const struct evaluation *e, enum sg_label l)
{
	return sg_label(l, e->v.english);
}

static const struct sg_cell_units *units_of(const struct evaluation *e, enum who who)
{
	return who == SECOND ? &e->shared : &e->all;
}

/* Sums by respondent over the codes within `within` (SG_NONE: all) into e->sums;
 * returns their sum. */
static struct sg_fourfold compare(
	struct evaluation *e, enum who who, enum sg_cell_level level, uint32_t within)
{
	const struct sg_cell_units *u = units_of(e, who);
	const struct sg_marks *gold = who == SECOND ? &e->gold_shared : &e->gold;
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

static struct sg_str who_name(struct evaluation *e, enum who who)
{
	struct sg_str args[] = {
		e->second_name, sg_count_str(e->v.arena, e->shared.nrespondents)};
	static const enum sg_label labels[] = {
		SG_LABEL_RULES, SG_LABEL_EVERYTHING, SG_LABEL_BY_QUESTION};

	if (who == SECOND)
		return sg_fill(e->v.arena, label(e, SG_LABEL_CODER_OF), args, 2);
	return label(e, labels[who]);
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

static void overall_columns(struct evaluation *e, struct sg_table *table)
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
		struct sg_str shown = columns[k].plain ? sg_str_of(columns[k].plain)
						       : label(e, columns[k].label);
		sg_table_column(e->t, table, k, columns[k].key, shown, columns[k].right,
			k == WHO);
		table->columns[k].machine = columns[k].machine;
	}
}

static void overall_row(struct evaluation *e, struct sg_table *table, enum who who,
	enum sg_cell_level level)
{
	struct sg_fourfold f = compare(e, who, level, SG_NONE);
	const struct sg_draws *draws = who == SECOND ? &e->shared_draws : &e->draws;
	struct sg_cell *cells = sg_table_row(e->t, table);
	double low, high;

	if (level == 0) {
		cells[WHO] = sg_cell_text(who_name(e, who));
		cells[WHO].strong = who == RULES;
		cells[WHO].rows = SG_LEVELS;
	}
	cells[UNIT] = sg_cell_text(label(e, level_labels[level]));
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

static uint64_t count_rejected(const struct evaluation *e)
{
	const struct sg_study *s = e->v.s;
	uint64_t n = 0;

	for (size_t i = 0; i < s->ncodings; i++)
		n += s->codings[i].coder == 0 && s->codings[i].rejected &&
		     e->all.number[s->codings[i].answer] != SG_NONE;
	return n;
}

static struct sg_str respondents(const struct evaluation *e)
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

static void overall_notes(struct evaluation *e, struct sg_table *table)
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
	sg_table_note(
		e->t, table, sg_fill(a, label(e, SG_NOTE_EVALUATE_UNITS), units, 4));
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

static void overall(struct evaluation *e)
{
	struct sg_table *table = sg_tables_add(e->t, "evaluate", NOVERALL);

	table->caption = sg_fill(
		e->v.arena, label(e, SG_LABEL_EVALUATE_OVERALL), &e->gold_name, 1);
	overall_columns(e, table);
	for (enum who who = RULES; who < NWHO; who++)
		for (int level = 0;
			(who != SECOND || e->has_second) && level < SG_LEVELS; level++)
			overall_row(e, table, who, (enum sg_cell_level)level);
	overall_notes(e, table);
}

/* A measure of one code or theme, unless the gold coder has too few cells for it. */
static struct sg_cell measured(
	struct sg_fourfold f, double (*measure)(const struct sg_fourfold *))
{
	bool rare = f.n11 + f.n10 < RARE;

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

static void part_columns(struct evaluation *e, struct sg_table *table)
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
		struct sg_str shown = label(e, columns[k].label);
		if (k >= T_SECOND_SENTENCE) /* "a/b 문장": of the second coder */
			shown = sg_arena_printf(e->v.arena, "%.*s/%.*s %.*s",
				SG_ARG(e->gold_name), SG_ARG(e->second_name),
				SG_ARG(shown));
		sg_table_column(e->t, table, k, columns[k].key, shown, k >= T_GOLD,
			k == T_NAME);
	}
	table->columns[T_CODE].machine = true;
}

static void part_row(struct evaluation *e, struct sg_table *table, uint32_t code)
{
	struct sg_cell *cells = sg_table_row(e->t, table);
	struct sg_fourfold f = compare(e, RULES, SG_LEVEL_SENTENCE, code);

	cells[T_CODE] = sg_cell_text(e->v.s->codes[code].label);
	cells[T_NAME] = sg_cell_text(sg_view_code_title(&e->v, code));
	cells[T_GOLD] = sg_cell_count((double)(f.n11 + f.n10));
	cells[T_CODED] = sg_cell_count((double)(f.n11 + f.n01));
	cells[T_SENTENCE] = measured(f, sg_f1);
	cells[T_ANSWER] = measured(compare(e, RULES, SG_LEVEL_ANSWER, code), sg_f1);
	cells[T_USUAL] =
		measured(compare(e, BY_QUESTION, SG_LEVEL_ANSWER, code), sg_f1);
	cells[T_KAPPA] =
		measured(compare(e, RULES, SG_LEVEL_RESPONDENT, code), sg_kappa);
	if (!e->has_second)
		return;
	cells[T_SECOND_SENTENCE] =
		measured(compare(e, SECOND, SG_LEVEL_SENTENCE, code), sg_f1);
	cells[T_SECOND_ANSWER] =
		measured(compare(e, SECOND, SG_LEVEL_ANSWER, code), sg_f1);
	cells[T_SECOND_KAPPA] =
		measured(compare(e, SECOND, SG_LEVEL_RESPONDENT, code), sg_kappa);
}

static struct sg_table *parts(
	struct evaluation *e, const char *id, enum sg_label caption)
{
	struct sg_table *table =
		sg_tables_add(e->t, id, e->has_second ? NTHEMES : T_SECOND_SENTENCE);

	table->caption = label(e, caption);
	part_columns(e, table);
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_PARTS, SG_STR(""), SG_STR(""),
		SG_STR(""));
	sg_remark(e->t, table, &e->v, SG_NOTE_EVALUATE_RARE,
		sg_count_str(e->v.arena, RARE), SG_STR(""), SG_STR(""));
	sg_remark_source(table, &e->v);
	return table;
}

static void themes(struct evaluation *e)
{
	struct sg_table *table = parts(e, "evaluate-themes", SG_LABEL_EVALUATE_THEMES);

	for (uint32_t c = 0; c < e->v.s->ncodes; c++)
		if (e->v.s->codes[c].parent == SG_NONE)
			part_row(e, table, c);
}

static void codes(struct evaluation *e)
{
	struct sg_table *table = parts(e, "evaluate-codes", SG_LABEL_EVALUATE_CODES);

	for (uint32_t c = 0; c < e->ncodes; c++)
		part_row(e, table, e->codes[c]);
}

/* A rule that codes nearly everything is no answer: which codes take the most. */
static void shares(struct evaluation *e)
{
	const struct sg_tally *rules = &e->marks[RULES].at[SG_LEVEL_SENTENCE];
	const struct sg_tally *gold = &e->gold.at[SG_LEVEL_SENTENCE];
	uint32_t n = e->all.n[SG_LEVEL_SENTENCE];
	uint32_t *sorted = sg_arena_array(e->v.arena, e->ncodes, sizeof *sorted);
	struct sg_table *table = sg_tables_add(e->t, "evaluate-shares", 4);

	table->caption = label(e, SG_LABEL_EVALUATE_SHARES);
	sg_table_column(e->t, table, 0, "code", label(e, SG_LABEL_CODE), false, false);
	table->columns[0].machine = true;
	sg_table_column(e->t, table, 1, "name", label(e, SG_LABEL_CODE), false, true);
	sg_table_column(
		e->t, table, 2, "rules", label(e, SG_LABEL_RULE_SHARE), true, false);
	sg_table_column(
		e->t, table, 3, "gold", label(e, SG_LABEL_GOLD_SHARE), true, false);
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

static void coded_by(const struct evaluation *e, uint32_t coder, bool *cases)
{
	const struct sg_study *s = e->v.s;

	for (size_t i = 0; i < s->ncodings; i++)
		if (s->codings[i].coder == coder &&
			s->answers[s->codings[i].answer].case_ != SG_NONE)
			cases[s->answers[s->codings[i].answer].case_] = true;
}

static int choose_respondents(const struct evaluation *e,
	const struct sg_evaluate_options *o, uint32_t gold, bool *cases,
	struct sg_error *err)
{
	const struct sg_study *s = e->v.s;

	if (o->nrespondents == 0)
		coded_by(e, gold, cases);
	for (size_t i = 0; i < o->nrespondents; i++) {
		uint32_t at = sg_study_case_find(s, o->respondents[i]);
		if (at == SG_NONE) {
			struct sg_str *names =
				sg_arena_array(e->v.arena, s->ncases, sizeof *names);
			for (size_t k = 0; k < s->ncases; k++)
				names[k] = s->cases[k].name;
			return sg_near_error(err, _("there is no respondent '%.*s'"),
				o->respondents[i], names, s->ncases);
		}
		cases[at] = true;
	}
	for (size_t i = 0; i < s->ncases; i++)
		if (cases[i])
			return 0;
	return sg_error_set(err, SG_ENOTFOUND, _("coder '%.*s' has coded nobody"),
		SG_ARG(s->coders[gold]));
}

/* Leaf codes, and those above them that the rules or the gold coder used themselves. */
static void choose_codes(struct evaluation *e, uint32_t gold)
{
	const struct sg_study *s = e->v.s;
	uint32_t *used = sg_arena_array(e->v.arena, s->ncodings, sizeof *used);
	size_t n = 0;

	for (uint32_t i = 0; i < s->ncodings; i++)
		if ((s->codings[i].coder == 0 || s->codings[i].coder == gold) &&
			e->all.number[s->codings[i].answer] != SG_NONE)
			used[n++] = i;
	e->ncodes = sg_view_rows(&e->v, UINT32_MAX, used, n, &e->codes);
}

static void mark(struct evaluation *e, uint32_t gold, uint32_t second)
{
	for (enum who who = RULES; who < NWHO; who++)
		sg_marks_init(&e->marks[who], units_of(e, who));
	sg_marks_init(&e->gold, &e->all);
	sg_marks_of_coder(&e->gold, &e->all, gold);
	sg_marks_of_coder(&e->marks[RULES], &e->all, 0);
	sg_marks_everything(&e->marks[EVERYTHING], &e->all, e->codes, e->ncodes);
	sg_marks_by_question(&e->marks[BY_QUESTION], &e->all, &e->gold, e->codes,
		e->ncodes, USUAL / 100.0);
	if (!e->has_second)
		return;
	sg_marks_init(&e->gold_shared, &e->shared);
	sg_marks_of_coder(&e->gold_shared, &e->shared, gold);
	sg_marks_of_coder(&e->marks[SECOND], &e->shared, second);
}

static int prepare(struct evaluation *e, const struct sg_evaluate_options *o,
	uint32_t *gold, uint32_t *second, struct sg_error *err)
{
	const struct sg_study *s = e->v.s;
	bool *cases = sg_arena_array(e->v.arena, s->ncases, sizeof *cases);
	bool *both = sg_arena_array(e->v.arena, s->ncases, sizeof *both);

	int rc = sg_units_check(s, err);
	if (rc == 0)
		rc = sg_coder_find(s, o->gold, gold, err);
	if (rc == 0 && *gold == 0)
		rc = sg_error_set(err, SG_EUSAGE,
			_("the rules cannot be their own standard; name a person"));
	if (rc == 0 && o->second.n)
		rc = sg_coder_find(s, o->second, second, err);
	if (rc == 0)
		rc = choose_respondents(e, o, *gold, cases, err);
	if (rc < 0)
		return rc;
	e->has_second = o->second.n > 0;
	if (e->has_second)
		coded_by(e, *second, both);
	for (size_t i = 0; i < s->ncases; i++)
		both[i] = both[i] && cases[i];
	e->gold_name = o->gold;
	e->second_name = o->second;
	e->sums = sg_arena_array(e->v.arena, s->ncases, sizeof *e->sums);
	sg_units_init(&e->units, s, e->v.arena);
	sg_cell_units_init(&e->all, &e->v, &e->units, cases);
	sg_cell_units_init(&e->shared, &e->v, &e->units, both);
	sg_draws_init(&e->draws, e->v.arena, e->all.nrespondents, SAMPLES, SEED);
	sg_draws_init(
		&e->shared_draws, e->v.arena, e->shared.nrespondents, SAMPLES, SEED);
	return 0;
}

int sg_evaluate(const struct sg_study *s, const struct sg_evaluate_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	static const struct sg_filter everything = {0};
	struct evaluation e = {.t = out};
	uint32_t gold = 0, second = 0;

	int rc = sg_view_init(&e.v, s, &everything, &out->arena, err);
	if (rc == 0)
		rc = prepare(&e, o, &gold, &second, err);
	if (rc < 0)
		return rc;
	choose_codes(&e, gold);
	mark(&e, gold, second);
	overall(&e);
	themes(&e);
	if (o->per_code)
		codes(&e);
	shares(&e);
	return 0;
}
