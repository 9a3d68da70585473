/* remarks.c - see remarks.h. */
#include "config.h"

#include "analysis/remarks.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/coverage.h"
#include "analysis/number.h"
#include "text/width.h"

#define NOTHING SG_STR("")

enum { SMALL_GROUP = 20 };

uint32_t sg_small_group(const struct sg_table_options *o)
{
	return o->small_group ? o->small_group : SMALL_GROUP;
}

static enum sg_about about(enum sg_label label)
{
	switch (label) {
	case SG_NOTE_ASKED_VALID:
	case SG_NOTE_STUDY_VALID: return SG_ABOUT_PEOPLE;
	case SG_NOTE_REVIEW_EMPTY:
	case SG_NOTE_REVIEW_NONE:
	case SG_NOTE_REVIEW_SOME:
	case SG_NOTE_REVIEW_ALL: return SG_ABOUT_REVIEW;
	case SG_NOTE_NONE_ANSWERS:
	case SG_NOTE_NONE_UNCONFIRMED:
	case SG_NOTE_PARTIAL:
	case SG_NOTE_OVERVIEW_PEOPLE: return SG_ABOUT_ANSWERS;
	case SG_NOTE_CODED_IN_NONE:
	case SG_NOTE_DEFAULT_CODED:
	case SG_NOTE_CODERS:
	case SG_NOTE_UNIT:
	case SG_NOTE_DEFAULT_IN_UNITS:
	case SG_NOTE_FACET_BOTH:
	case SG_NOTE_MINORITY_SIDES: return SG_ABOUT_CODINGS;
	default: return SG_ABOUT_RULE;
	}
}

void sg_remark(struct sg_tables *t, struct sg_table *table, const struct sg_view *v,
	enum sg_label label, struct sg_str a, struct sg_str b, struct sg_str c)
{
	struct sg_str args[] = {a, b, c};

	sg_table_note(t, table, about(label),
		sg_fill(v->arena, sg_label(label, v->english), args, 3));
}

uint32_t sg_remark_base(const struct sg_view *v, enum sg_base base, uint32_t question)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < v->s->ncases; i++)
		n += sg_view_based(v, base, question, i);
	return n;
}

/* "(공무원 11, 교수 8)" of the cases with a valid answer. */
static struct sg_str by_group(
	const struct sg_view *v, const struct sg_groups *g, uint32_t question)
{
	struct sg_buf b;
	bool any = false;

	sg_buf_init(&b);
	for (uint32_t k = 0; k < g->n; k++) {
		uint32_t n = 0;
		for (uint32_t i = 0; i < v->s->ncases; i++)
			n += g->of[i] == k &&
			     sg_view_based(v, SG_BASE_VALID, question, i);
		if (n == 0)
			continue;
		sg_buf_printf(&b, "%s%.*s %u",
			any          ? ", "
			: v->english ? " ("
				     : "(",
			SG_ARG(g->names[k]), n);
		any = true;
	}
	if (any)
		sg_buf_addc(&b, ')');
	struct sg_str s = sg_arena_str(v->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static const enum sg_label base_notes[] = {
	[SG_BASE_VALID] = SG_NOTE_MULTIPLE_VALID,
	[SG_BASE_ASKED] = SG_NOTE_MULTIPLE_ASKED,
	[SG_BASE_ALL] = SG_NOTE_MULTIPLE_ALL,
};

enum sg_label sg_remark_people_label(uint32_t question)
{
	return question == SG_NONE ? SG_NOTE_STUDY_VALID : SG_NOTE_ASKED_VALID;
}

struct sg_str sg_remark_base_text(
	const struct sg_view *v, enum sg_base base, uint32_t question, struct sg_str n)
{
	struct sg_str what = sg_label(
		question == SG_NONE ? SG_NOTE_N_STUDY : SG_NOTE_N_QUESTION, v->english);
	struct sg_str of =
		sg_fill(v->arena, sg_label(base_notes[base], v->english), &n, 1);

	return sg_arena_printf(v->arena, "%.*s %.*s", SG_ARG(what), SG_ARG(of));
}

void sg_remark_n(struct sg_tables *t, struct sg_table *table, const struct sg_view *v,
	const struct sg_groups *groups, bool grouped, enum sg_base base,
	uint32_t question)
{
	bool study = question == SG_NONE;
	struct sg_str people = sg_count_str(v->arena,
		study ? v->ncases : sg_remark_base(v, SG_BASE_ASKED, question));
	struct sg_str valid =
		sg_count_str(v->arena, sg_remark_base(v, SG_BASE_VALID, question));
	struct sg_str n = sg_count_str(v->arena, sg_remark_base(v, base, question));
	struct sg_str by = grouped ? by_group(v, groups, question) : NOTHING;

	sg_remark(t, table, v, sg_remark_people_label(question), people, valid, by);
	sg_table_note(
		t, table, SG_ABOUT_BASE, sg_remark_base_text(v, base, question, n));
}

/* "답변란 없음 R05; 무응답 R04, R08": answers of the state and kinds, and how many of
 * them nobody confirmed. */
static struct sg_str list_kinds(const struct sg_view *v, uint32_t question,
	enum sg_answer_state state, const enum sg_answer_kind *kinds, size_t nkinds,
	uint32_t *unconfirmed)
{
	const struct sg_study *s = v->s;
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t k = 0; k < nkinds; k++) {
		bool named = false;
		for (size_t i = 0; i < s->nanswers; i++) {
			const struct sg_study_answer *a = &s->answers[i];
			if (a->question != question || a->state != state ||
				a->kind != kinds[k] || a->case_ == SG_NONE ||
				!v->cases[a->case_])
				continue;
			if (state == SG_ANSWER_NONE &&
				sg_view_standing(v, question, a->case_) ==
					SG_STANDING_VALID)
				continue; /* answered in another source */
			*unconfirmed += !a->confirmed;
			if (!named) {
				struct sg_str kind = sg_label(
					(enum sg_label)(SG_LABEL_KIND_FULL + kinds[k]),
					v->english);
				sg_buf_printf(
					&b, "%s%.*s ", b.n ? "; " : "", SG_ARG(kind));
			}
			sg_buf_printf(&b, "%s%.*s", named ? ", " : "",
				SG_ARG(s->cases[a->case_].name));
			named = true;
		}
	}
	struct sg_str out = sg_arena_str(v->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return out;
}

void sg_remark_none(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, uint32_t question)
{
	static const enum sg_answer_kind none_kinds[] = {SG_KIND_MISSING, SG_KIND_BLANK,
		SG_KIND_UNKNOWN, SG_KIND_NOT_MY_FIELD, SG_KIND_CROSS_REFERENCE,
		SG_KIND_PARTIAL, SG_KIND_FULL};
	static const enum sg_answer_kind partial[] = {SG_KIND_PARTIAL};
	uint32_t unconfirmed = 0, ignored = 0;
	uint32_t none = sg_remark_base(v, SG_BASE_ASKED, question) -
			sg_remark_base(v, SG_BASE_VALID, question);
	struct sg_str list = list_kinds(v, question, SG_ANSWER_NONE, none_kinds,
		sizeof none_kinds / sizeof *none_kinds, &unconfirmed);

	if (none)
		sg_remark(t, table, v, SG_NOTE_NONE_ANSWERS,
			sg_count_str(v->arena, none), list, NOTHING);
	if (none && unconfirmed)
		sg_remark(t, table, v, SG_NOTE_NONE_UNCONFIRMED,
			sg_count_str(v->arena, unconfirmed), NOTHING, NOTHING);
	list = list_kinds(v, question, SG_ANSWER_ANSWERED, partial, 1, &ignored);
	if (list.n)
		sg_remark(t, table, v, SG_NOTE_PARTIAL,
			sg_str_skip(list, sg_str_findc(list, ' ') + 1), NOTHING,
			NOTHING);
	uint64_t uncounted = 0;
	for (size_t a = 0; a < v->s->nanswers; a++)
		for (size_t i = v->first[a];
			i < v->first[a + 1] && v->s->answers[a].question == question;
			i++)
			uncounted += sg_view_in_none(v, &v->s->codings[i]);
	if (uncounted)
		sg_remark(t, table, v, SG_NOTE_CODED_IN_NONE,
			sg_count_str(v->arena, uncounted), NOTHING, NOTHING);
}

static int by_index(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Answer × code cells that have codings, and those of them that a person has seen.
 * Codings are by answer in a study. */
static void count_cells(const struct sg_study *s, const uint32_t *codings, size_t n,
	uint64_t *all, uint64_t *reviewed)
{
	uint32_t *coded = sg_zalloc(s->ncodes, sizeof *coded); /* last answer, 1 up */
	uint32_t *seen = sg_zalloc(s->ncodes, sizeof *seen);

	for (size_t i = 0; i < n; i++) {
		const struct sg_study_coding *c = &s->codings[codings[i]];
		uint32_t answer = c->answer + 1;
		*all += coded[c->code] != answer;
		coded[c->code] = answer;
		if (!c->reviewed && c->origin != SG_ORIGIN_PERSON)
			continue;
		*reviewed += seen[c->code] != answer;
		seen[c->code] = answer;
	}
	free(coded);
	free(seen);
}

static void review_note(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, const uint32_t *codings, size_t n)
{
	uint32_t *sorted = NULL;
	uint64_t all = 0, reviewed = 0;

	for (size_t i = 1; i < n && !sorted; i++)
		if (codings[i - 1] > codings[i]) {
			sorted = sg_alloc(n, sizeof *sorted);
			memcpy(sorted, codings, n * sizeof *sorted);
			qsort(sorted, n, sizeof *sorted, by_index);
		}
	count_cells(v->s, sorted ? sorted : codings, n, &all, &reviewed);
	free(sorted);
	enum sg_label label = all == 0          ? SG_NOTE_REVIEW_EMPTY
			      : reviewed == 0   ? SG_NOTE_REVIEW_NONE
			      : reviewed == all ? SG_NOTE_REVIEW_ALL
						: SG_NOTE_REVIEW_SOME;
	sg_remark(t, table, v, label, sg_count_str(v->arena, all),
		sg_count_str(v->arena, reviewed),
		sg_percent_str(v->arena, reviewed, all));
}

static void coverage_note(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, uint32_t question)
{
	struct sg_coverage c;

	sg_coverage_count(&c, v, question);
	if (c.all == 0)
		return;
	struct sg_str args[] = {
		sg_count_str(v->arena, c.answers),
		sg_count_str(v->arena, c.codes),
		sg_count_str(v->arena, c.all),
		sg_count_str(v->arena, c.all_seen),
		sg_percent_str(v->arena, c.all_seen, c.all),
		sg_count_str(v->arena, c.usual),
		sg_count_str(v->arena, c.usual_seen),
		sg_percent_str(v->arena, c.usual_seen, c.usual),
	};
	enum sg_label label = c.usual ? SG_NOTE_COVERAGE_USUAL : SG_NOTE_COVERAGE;
	sg_table_note(t, table, SG_ABOUT_CODINGS,
		sg_fill(v->arena, sg_label(label, v->english), args,
			sizeof args / sizeof *args));
}

/* "A1a 27건": codes that every real answer carries, with the answers that only the
 * default gave them. */
static void default_note(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, const uint32_t *codings, size_t n)
{
	const struct sg_study *s = v->s;
	uint32_t *count = sg_zalloc(s->ncodes, sizeof *count);
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < n; i++)
		if (s->codings[codings[i]].origin == SG_ORIGIN_DEFAULT)
			count[s->codings[codings[i]].code]++;
	for (uint32_t c = 0; c < s->ncodes; c++) {
		if (!count[c])
			continue;
		struct sg_str title = sg_view_code_title(v, c);
		sg_buf_printf(&b, "%s%.*s %u%s", b.n ? ", " : "", SG_ARG(title),
			count[c], v->english ? "" : "건");
	}
	if (b.n)
		sg_remark(t, table, v, SG_NOTE_DEFAULT_CODED, sg_buf_str(&b), NOTHING,
			NOTHING);
	sg_buf_release(&b);
	free(count);
}

static void coder_note(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, const uint32_t *codings, size_t n)
{
	const struct sg_study *s = v->s;
	uint64_t *count = sg_zalloc(s->ncoders, sizeof *count);
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < n; i++)
		count[s->codings[codings[i]].coder]++;
	for (size_t i = 0; i < s->ncoders; i++) {
		if (!count[i])
			continue;
		struct sg_str name =
			i == 0 ? sg_label(SG_LABEL_RULES, v->english) : s->coders[i];
		sg_buf_printf(&b, "%s%.*s %llu%s", b.n ? ", " : "", SG_ARG(name),
			(unsigned long long)count[i], v->english ? "" : "건");
	}
	if (b.n)
		sg_remark(
			t, table, v, SG_NOTE_CODERS, sg_buf_str(&b), NOTHING, NOTHING);
	sg_buf_release(&b);
	free(count);
}

static void where_note(
	struct sg_tables *t, struct sg_table *table, const struct sg_view *v)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < v->filter->nwhere; i++)
		sg_buf_printf(&b, "%s%.*s=%.*s", i ? ", " : "",
			SG_ARG(v->filter->where[i].attribute),
			SG_ARG(v->filter->where[i].values));
	if (b.n)
		sg_remark(t, table, v, SG_NOTE_WHERE, sg_buf_str(&b), NOTHING, NOTHING);
	sg_buf_release(&b);
}

void sg_remark_review_of(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, uint32_t question, const uint32_t *codings, size_t n)
{
	where_note(t, table, v);
	if (v->s->past)
		sg_remark(t, table, v, SG_NOTE_AT_RUN,
			sg_arena_printf(v->arena, "%u", v->s->run), v->s->run_at,
			v->s->codebook_path);
	if (v->s->run && v->s->pending)
		sg_remark(t, table, v, SG_NOTE_PENDING,
			sg_arena_printf(v->arena, "%u", v->s->pending), NOTHING,
			NOTHING);
	if (v->s->unscoped)
		sg_remark(t, table, v, SG_NOTE_UNSCOPED, NOTHING, NOTHING, NOTHING);
	coder_note(t, table, v, codings, n);
	default_note(t, table, v, codings, n);
	review_note(t, table, v, codings, n);
	coverage_note(t, table, v, question);
}

void sg_remark_review(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, const uint32_t *codings, size_t n)
{
	sg_remark_review_of(t, table, v, SG_NONE, codings, n);
}

/* Names like R01 are given as a range; of longer ones only the number. */
enum { RANGE_NAME_WIDTH = 12 };

void sg_remark_source(struct sg_table *table, const struct sg_view *v)
{
	const struct sg_study *s = v->s;
	struct sg_str args[] = {s->title, NOTHING, NOTHING};
	enum sg_label label = SG_NOTE_SOURCE;
	size_t n = 0;

	if (args[0].n == 0)
		args[0] = sg_label(SG_NOTE_SOURCE_UNTITLED, v->english);
	for (size_t i = 0; i < s->ncases; i++) {
		if (!v->cases[i])
			continue;
		if (n++ == 0)
			args[1] = s->cases[i].name;
		args[2] = s->cases[i].name;
		label = SG_NOTE_SOURCE_RANGE;
	}
	if (n && (sg_width(args[1]) > RANGE_NAME_WIDTH ||
			 sg_width(args[2]) > RANGE_NAME_WIDTH)) {
		args[1] = sg_arena_printf(v->arena, "%zu", n);
		label = SG_NOTE_SOURCE_COUNT;
	}
	table->source = sg_fill(v->arena, sg_label(label, v->english), args, 3);
}

size_t sg_codings_counted(
	const struct sg_view *v, uint32_t question, uint32_t **codings)
{
	const struct sg_study *s = v->s;
	size_t most = 0, n = 0;

	for (size_t a = 0; a < s->nanswers; a++)
		if (question == SG_NONE || s->answers[a].question == question)
			most += v->first[a + 1] - v->first[a];
	*codings = sg_arena_take(v->arena, most, sizeof **codings);
	for (size_t a = 0; a < s->nanswers; a++) {
		if (question != SG_NONE && s->answers[a].question != question)
			continue;
		for (uint32_t i = v->first[a]; i < v->first[a + 1]; i++)
			if (sg_view_counts(v, &s->codings[i]))
				(*codings)[n++] = i;
	}
	return n;
}
