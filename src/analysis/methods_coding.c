/* methods_coding.c - the sections of the methods appendix on coding: codebook and units,
 * coders and how their share was drawn, agreement, what rules did and what people did,
 * versions of the codebook. */
#include "config.h"

#include "analysis/agree_cells.h"
#include "analysis/log_table.h"
#include "analysis/methods_job.h"

#include <string.h>

#define NOTHING SG_STR("")

/* The coder whose codings are decisions on what two coders left open (settle.h). */
#define SETTLER "합의"

enum { SAMPLES = 1000, SEED = 20201207 }; /* as `agree` */

static void count_coding(struct sg_methods_job *j, const struct sg_study_coding *c)
{
	const struct sg_study *s = j->v.s;
	struct sg_methods_work *both[] = {&j->work[c->code], &j->work[s->ncodes]};

	if (!j->v.codes[c->code] || !sg_view_answer(&j->v, c->answer))
		return;
	for (size_t i = 0; i < 2; i++) {
		struct sg_methods_work *w = both[i];
		w->rules += c->origin == SG_ORIGIN_RULE;
		w->defaults += c->origin == SG_ORIGIN_DEFAULT;
		w->rejected += c->rejected;
		w->accepted += c->accepted || (c->origin != SG_ORIGIN_PERSON &&
						      c->judged && !c->rejected);
		w->added += c->origin == SG_ORIGIN_PERSON && !c->accepted;
	}
}

static void count_cell(void *ctx, const struct sg_review_cell *cell)
{
	struct sg_methods_job *j = ctx;
	struct sg_methods_work *all = &j->work[j->v.s->ncodes];

	if (!cell->coded)
		return;
	j->work[cell->code].cells++;
	j->work[cell->code].cells_seen += cell->seen;
	all->cells++;
	all->cells_seen += cell->seen;
}

/* Who read what: people other than the settler. */
static void find_people(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	uint8_t *readers = sg_arena_array(j->v.arena, s->nanswers, sizeof *readers);

	j->people = sg_arena_array(j->v.arena, s->ncoders, sizeof *j->people);
	j->readings = sg_arena_array(j->v.arena, s->ncoders, sizeof *j->readings);
	for (uint32_t k = 1; k < s->ncoders; k++) {
		struct sg_reading *r = &j->readings[j->npeople];
		if (sg_str_eqz(s->coders[k], SETTLER))
			continue;
		sg_reading_of(&j->v, k, r);
		if (r->n == 0)
			continue;
		for (size_t i = 0; i < s->nanswers; i++)
			readers[i] = (uint8_t)(readers[i] +
					       (r->answers[i] && readers[i] < 2));
		j->people[j->npeople++] = k;
	}
	for (uint32_t i = 0; i < s->nanswers; i++) {
		j->answers += sg_view_answer(&j->v, i);
		j->twice += readers[i] == 2;
	}
}

void sg_m_work_init(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	struct sg_usual usual;

	j->work = sg_arena_array(j->v.arena, s->ncodes + 1, sizeof *j->work);
	for (size_t i = 0; i < s->ncodings; i++)
		count_coding(j, &s->codings[i]);
	sg_usual_init(&usual, s, j->v.arena);
	sg_review_cells(&j->v, &usual, SG_NONE, SG_NONE, count_cell, j);
	find_people(j);
}

static void coverage(struct sg_methods_job *j, struct sg_table *t)
{
	struct sg_arena *a = j->v.arena;
	struct sg_coverage c;

	sg_coverage_count(&c, &j->v, SG_NONE);
	struct sg_str args[] = {sg_m_count(j, c.coded), sg_m_count(j, c.coded_seen),
		sg_percent_str(a, c.coded_seen, c.coded), sg_m_count(j, c.usual),
		sg_m_count(j, c.usual_seen), sg_percent_str(a, c.usual_seen, c.usual)};
	sg_m_item(j, t, SG_M_COVERAGE,
		sg_fill(a, sg_methods_word(SG_M_COVERAGE_TEXT, j->v.english), args, 6));
}

static void double_coded(struct sg_methods_job *j, struct sg_table *t)
{
	if (j->twice == 0) {
		sg_m_item(j, t, SG_M_DOUBLE,
			sg_methods_word(SG_M_DOUBLE_NONE, j->v.english));
		return;
	}
	sg_m_item(j, t, SG_M_DOUBLE,
		sg_m(j, SG_M_DOUBLE_TEXT, sg_m_count(j, j->answers),
			sg_m_count(j, j->twice),
			sg_percent_str(j->v.arena, j->twice, j->answers)));
}

/* The findings of the saturation table are its notes. */
static void saturation(struct sg_methods_job *j, struct sg_table *t)
{
	const struct sg_table_options o = {.filter = j->o->filter,
		.base_size = j->o->base_size,
		.run_length = j->o->run_length};
	struct sg_tables scratch;
	struct sg_error err;
	struct sg_buf b;

	sg_error_reset(&err);
	sg_tables_init(&scratch);
	sg_buf_init(&b);
	if (sg_saturation(j->v.s, &o, &scratch, &err) == 0)
		for (size_t i = 0; i < scratch.v[0].nnotes; i++) {
			sg_buf_addz(&b, b.n ? " " : "");
			sg_buf_add(&b, scratch.v[0].notes[i].text);
		}
	sg_m_item(j, t, SG_M_SATURATION, sg_arena_str(j->v.arena, sg_buf_str(&b)));
	sg_buf_release(&b);
	sg_tables_release(&scratch);
}

/* "문장 54, 답변 1" */
static struct sg_str units(struct sg_methods_job *j)
{
	const struct sg_str names[] = {
		[SG_UNIT_SENTENCE] = sg_label(SG_LABEL_UNIT_SENTENCE, j->v.english),
		[SG_UNIT_PARAGRAPH] = sg_label(SG_LABEL_UNIT_PARAGRAPH, j->v.english),
		[SG_UNIT_PART] = sg_methods_word(SG_M_PART, j->v.english),
		[SG_UNIT_ANSWER] = sg_label(SG_LABEL_UNIT_ANSWER, j->v.english),
	};
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t u = 0; u <= SG_UNIT_ANSWER; u++)
		if (j->m->units[u])
			sg_buf_printf(&b, "%s%.*s %zu", b.n ? ", " : "",
				SG_ARG(names[u]), j->m->units[u]);
	struct sg_str out = sg_arena_str(j->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return out;
}

void sg_m_coding(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	const struct sg_methods_work *all = &j->work[s->ncodes];
	struct sg_table *t = sg_m_items(j, "methods-coding", SG_M_CODING);
	uint32_t themes = 0, leaves = 0;

	for (uint32_t c = 0; c < s->ncodes; c++) {
		themes += s->codes[c].level == 0;
		leaves += s->codes[c].leaf;
	}
	sg_m_item(j, t, SG_M_CODEBOOK,
		sg_m(j, SG_M_CODEBOOK_TEXT, sg_m_count(j, themes),
			sg_m_count(j, s->ncodes), sg_m_count(j, leaves)));
	sg_m_field(j, t, "approach");
	struct sg_str kinds = units(j);
	if (kinds.n)
		sg_m_item(j, t, SG_M_UNIT,
			sg_m(j, SG_M_UNIT_TEXT, kinds, NOTHING, NOTHING));
	sg_m_item(j, t, SG_M_RULE_WORK,
		sg_m(j, SG_M_RULE_WORK_TEXT, sg_m_count(j, all->rules),
			sg_m_count(j, all->defaults), NOTHING));
	sg_m_item(j, t, SG_M_PEOPLE_WORK,
		sg_m(j, SG_M_PEOPLE_WORK_TEXT, sg_m_count(j, all->accepted),
			sg_m_count(j, all->rejected), sg_m_count(j, all->added)));
	coverage(j, t);
	sg_m_field(j, t, "training");
	double_coded(j, t);
	sg_m_field(j, t, "settling");
	saturation(j, t);
}

/* "20.0%, 7, answer" of the coder's first draw, or empty. */
static struct sg_str drawn(struct sg_methods_job *j, uint32_t coder)
{
	const struct sg_study *s = j->v.s;

	for (size_t i = 0; i < s->nassigned; i++) {
		const struct sg_study_assigned *a = &s->assigned[i];
		struct sg_str share;
		if (a->coder != coder)
			continue;
		share = sg_decimal_str(j->v.arena, 100 * a->share, 1);
		return sg_arena_printf(j->v.arena, "%.*s%%, %llu, %.*s", SG_ARG(share),
			(unsigned long long)a->seed, SG_ARG(a->way));
	}
	return NOTHING;
}

void sg_m_coders(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;

	if (j->npeople == 0)
		return;
	struct sg_table *t = sg_tables_add(j->t, "methods-coders", 4);
	t->caption = sg_methods_word(SG_M_CODERS, j->v.english);
	sg_table_column(j->t, t, 0, "coder", sg_label(SG_LABEL_CODER, j->v.english),
		false, true);
	sg_m_column(j, t, 1, "read", SG_M_READ, true);
	sg_m_column(j, t, 2, "own", SG_M_OWN, true);
	sg_m_column(j, t, 3, "drawn", SG_M_DRAWN, false);
	for (uint32_t k = 0; k < j->npeople; k++) {
		struct sg_cell *row = sg_table_row(j->t, t);
		uint32_t own = 0;
		for (size_t i = 0; i < s->ncodings; i++)
			own += s->codings[i].coder == j->people[k] &&
			       sg_reading_own(&s->codings[i], j->people[k]) &&
			       sg_view_counts(&j->v, &s->codings[i]);
		row[0] = sg_cell_text(s->coders[j->people[k]]);
		row[1] = sg_cell_share(j->readings[k].n, j->answers, j->answers > 0);
		row[2] = sg_cell_count(own);
		row[3] = sg_cell_text(drawn(j, j->people[k]));
	}
	if (j->twice && j->npeople > SG_AGREE_CODERS)
		sg_table_note(j->t, t, SG_ABOUT_RULE,
			sg_m(j, SG_M_NOTE_MANY_CODERS, sg_m_count(j, SG_AGREE_CODERS),
				NOTHING, NOTHING));
}

/* The first and second tables of `agree` (overall, and by code), where two people read
 * the same answers; pairs that did not are named. */
int sg_m_agreement(struct sg_methods_job *j, struct sg_error *err)
{
	const struct sg_study *s = j->v.s;
	size_t before = j->t->n;

	if (j->twice == 0 || j->npeople > SG_AGREE_CODERS)
		return 0;
	struct sg_str *names = sg_arena_array(j->v.arena, j->npeople, sizeof *names);
	for (uint32_t k = 0; k < j->npeople; k++)
		names[k] = s->coders[j->people[k]];
	struct sg_agree_options o = {.filter = j->o->filter,
		.coders = names,
		.ncoders = j->npeople,
		.apart = true,
		.samples = SAMPLES,
		.seed = SEED};
	int rc = sg_agree(s, &o, j->t, err);
	if (rc < 0)
		return rc;
	if (j->t->n > before + 2)
		j->t->n = before + 2;
	sg_table_note(j->t, &j->t->v[before + 1], SG_ABOUT_RULE,
		sg_methods_word(SG_M_NOTE_NO_COEFFICIENT, j->v.english));
	return 0;
}

static void review_row(struct sg_methods_job *j, struct sg_table *t, uint32_t code)
{
	const struct sg_methods_work *w = &j->work[code];
	bool all = code == j->v.s->ncodes;
	struct sg_cell *row = sg_table_row(j->t, t);

	if (!all)
		row[0] = sg_cell_text(j->v.s->codes[code].label);
	row[1] = sg_cell_text(all ? sg_methods_word(SG_M_ALL_CODES, j->v.english)
				  : sg_view_code_title(&j->v, code));
	row[1].strong = all;
	row[2] = sg_cell_count(w->rules);
	row[3] = sg_cell_count(w->defaults);
	row[4] = sg_cell_count(w->accepted);
	row[5] = sg_cell_count(w->rejected);
	row[6] = sg_cell_count(w->added);
	row[7] = sg_cell_count(w->cells);
	row[8] = sg_cell_share(w->cells_seen, w->cells, w->cells > 0);
}

void sg_m_review(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	struct sg_table *t = sg_tables_add(j->t, "methods-review", 9);

	t->caption = sg_methods_word(SG_M_REVIEW, j->v.english);
	sg_table_column(j->t, t, 0, "code", sg_label(SG_LABEL_CODE, j->v.english),
		false, false);
	t->columns[0].machine = true;
	sg_table_column(
		j->t, t, 1, "name", sg_label(SG_LABEL_CODE, j->v.english), false, true);
	sg_m_column(j, t, 2, "rules", SG_M_RULES_N, true);
	sg_m_column(j, t, 3, "default", SG_M_DEFAULT_N, true);
	sg_m_column(j, t, 4, "accepted", SG_M_ACCEPTED, true);
	sg_m_column(j, t, 5, "rejected", SG_M_REJECTED, true);
	sg_m_column(j, t, 6, "added", SG_M_ADDED, true);
	sg_m_column(j, t, 7, "cells", SG_M_CELLS, true);
	sg_m_column(j, t, 8, "seen", SG_M_CELLS_SEEN, true);
	for (uint32_t c = 0; c < s->ncodes; c++) {
		const struct sg_methods_work *w = &j->work[c];
		if (j->v.codes[c] &&
			(s->codes[c].leaf || w->rules + w->defaults + w->added))
			review_row(j, t, c);
	}
	review_row(j, t, (uint32_t)s->ncodes);
	sg_table_note(
		j->t, t, SG_ABOUT_RULE, sg_methods_word(SG_M_NOTE_RULES, j->v.english));
}

/* A row for each run whose codebook is not that of the run before it. */
void sg_m_versions(struct sg_methods_job *j)
{
	const struct sg_log *log = j->m->log;
	const char *last = "";

	if (!log || log->nruns == 0)
		return;
	struct sg_table *t = sg_tables_add(j->t, "methods-versions", 6);
	t->caption = sg_methods_word(SG_M_VERSIONS, j->v.english);
	sg_table_column(
		j->t, t, 0, "run", sg_label(SG_LABEL_RUN, j->v.english), true, false);
	sg_table_column(j->t, t, 1, "time", sg_label(SG_LABEL_TIME, j->v.english),
		false, false);
	sg_table_column(j->t, t, 2, "codebook",
		sg_label(SG_LABEL_CODEBOOK, j->v.english), false, true);
	sg_m_column(j, t, 3, "sha256", SG_M_SHA, false);
	t->columns[3].wrap = false;
	sg_m_column(j, t, 4, "changed", SG_M_CHANGED, false);
	sg_table_column(j->t, t, 5, "note", sg_label(SG_LABEL_REMARK, j->v.english),
		false, true);
	uint32_t run = sg_study_run_here(j->v.s);
	for (size_t i = 0; i < log->nruns && log->runs[i].id <= run; i++) {
		const struct sg_log_run *r = &log->runs[i];
		if (strcmp(last, r->sha256) == 0)
			continue;
		last = r->sha256;
		struct sg_cell *row = sg_table_row(j->t, t);
		row[0] = sg_cell_count(r->id);
		row[1] = sg_cell_text(sg_arena_str(j->v.arena, r->at));
		row[2] = sg_cell_text(sg_arena_str(j->v.arena, r->path));
		row[3] = sg_cell_text(sg_arena_printf(j->v.arena, "%.12s", r->sha256));
		row[4] = sg_cell_text(sg_log_codes(log, r->id, false, j->v.arena));
		row[5] = sg_cell_text(sg_arena_str(j->v.arena, r->note));
	}
	sg_table_note(j->t, t, SG_ABOUT_RULE,
		sg_methods_word(SG_M_NOTE_CHANGES, j->v.english));
}
