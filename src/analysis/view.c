/* view.c - see view.h. */
#include "config.h"

#include "analysis/view.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/labels.h"
#include "analysis/near.h"

static bool among(struct sg_str value, struct sg_str values)
{
	struct sg_str piece;

	while (sg_str_split(&values, '|', &piece))
		if (sg_str_eq(sg_str_trim(piece), value))
			return true;
	return false;
}

int sg_view_attribute(const struct sg_view *v, struct sg_str name, uint32_t *out,
	struct sg_error *err)
{
	const struct sg_study *s = v->s;

	if (name.n == 0) {
		*out = s->nattributes ? 0 : SG_NONE;
		return 0;
	}
	for (size_t i = 0; i < s->nattributes; i++)
		if (sg_str_eq(s->attributes[i], name)) {
			*out = (uint32_t)i;
			return 0;
		}
	return sg_near_error(err, _("there is no attribute '%.*s'"), name,
		s->attributes, s->nattributes);
}

/* A value that no respondent has would give an empty table without a word. */
static int check_values(const struct sg_view *v, uint32_t attribute,
	struct sg_str values, struct sg_error *err)
{
	const struct sg_study *s = v->s;
	struct sg_str piece;
	struct sg_groups g;

	sg_groups_init(&g, v, attribute);
	while (sg_str_split(&values, '|', &piece)) {
		bool found = false;
		piece = sg_str_trim(piece);
		for (size_t i = 0; i < s->ncases && !found; i++)
			found = sg_str_eq(s->cases[i].values[attribute], piece);
		if (!found)
			return sg_near_error(err,
				_("no respondent has the value '%.*s'"), piece, g.names,
				g.n);
	}
	return 0;
}

static int choose_cases(struct sg_view *v, struct sg_error *err)
{
	const struct sg_study *s = v->s;

	v->cases = sg_arena_array(v->arena, s->ncases, sizeof *v->cases);
	for (size_t i = 0; i < s->ncases; i++)
		v->cases[i] = !v->filter->cases || v->filter->cases[i];
	for (size_t w = 0; w < v->filter->nwhere; w++) {
		const struct sg_condition *c = &v->filter->where[w];
		uint32_t at;
		int rc = sg_view_attribute(v, c->attribute, &at, err);
		if (rc == 0 && at == SG_NONE)
			rc = sg_error_set(err, SG_ENOTFOUND,
				_("the respondents have no attributes"));
		if (rc == 0)
			rc = check_values(v, at, c->values, err);
		if (rc < 0)
			return rc;
		for (size_t i = 0; i < s->ncases; i++)
			if (!among(s->cases[i].values[at], c->values))
				v->cases[i] = false;
	}
	for (size_t i = 0; i < s->ncases; i++)
		v->ncases += v->cases[i];
	return 0;
}

static int choose_questions(struct sg_view *v, struct sg_error *err)
{
	const struct sg_study *s = v->s;
	const struct sg_filter *f = v->filter;

	v->questions = sg_arena_array(v->arena, s->nquestions, sizeof *v->questions);
	for (size_t i = 0; i < s->nquestions; i++)
		v->questions[i] = f->nquestions == 0;
	for (size_t i = 0; i < f->nquestions; i++) {
		uint32_t q = sg_study_question_find(s, f->questions[i]);
		if (q == SG_NONE) {
			struct sg_str *labels =
				sg_arena_array(v->arena, s->nquestions, sizeof *labels);
			for (size_t k = 0; k < s->nquestions; k++)
				labels[k] = s->questions[k].label;
			return sg_near_error(err, _("there is no question '%.*s'"),
				f->questions[i], labels, s->nquestions);
		}
		v->questions[q] = true;
	}
	return 0;
}

static int choose_codes(struct sg_view *v, struct sg_error *err)
{
	const struct sg_study *s = v->s;
	const struct sg_filter *f = v->filter;

	v->codes = sg_arena_array(v->arena, s->ncodes, sizeof *v->codes);
	for (size_t i = 0; i < s->ncodes; i++)
		v->codes[i] = f->ncodes == 0;
	for (size_t i = 0; i < f->ncodes; i++) {
		uint32_t code = sg_study_code_find(s, f->codes[i]);
		if (code == SG_NONE) {
			struct sg_str *labels =
				sg_arena_array(v->arena, 2 * s->ncodes, sizeof *labels);
			for (size_t k = 0; k < s->ncodes; k++) {
				labels[k] = s->codes[k].label;
				labels[s->ncodes + k] = s->codes[k].name;
			}
			return sg_near_error(err, _("there is no code '%.*s'"),
				f->codes[i], labels, 2 * s->ncodes);
		}
		for (uint32_t k = 0; k < s->ncodes; k++)
			v->codes[k] = v->codes[k] || sg_study_code_within(s, k, code);
	}
	return 0;
}

static int choose_coder(struct sg_view *v, struct sg_error *err)
{
	const struct sg_study *s = v->s;

	v->coder = SG_NONE;
	if (v->filter->coder.n == 0)
		return 0;
	for (size_t i = 0; i < s->ncoders; i++)
		if (sg_str_eq(s->coders[i], v->filter->coder))
			v->coder = (uint32_t)i;
	if (v->coder != SG_NONE)
		return 0;
	return sg_near_error(err, _("there is no coder '%.*s'"), v->filter->coder,
		s->coders, s->ncoders);
}

static void raise_to(uint8_t *standing, enum sg_standing to)
{
	if (*standing < (uint8_t)to)
		*standing = (uint8_t)to;
}

static void find_standing(struct sg_view *v)
{
	const struct sg_study *s = v->s;

	v->standing = sg_arena_array(v->arena, s->nquestions, s->ncases);
	v->anywhere = sg_arena_array(v->arena, s->ncases, 1);
	for (size_t i = 0; i < s->nanswers; i++) {
		const struct sg_study_answer *a = &s->answers[i];
		enum sg_standing to = a->state == SG_ANSWER_ANSWERED ? SG_STANDING_VALID
				      : a->state == SG_ANSWER_NONE
					      ? SG_STANDING_ASKED
					      : SG_STANDING_NOT_ASKED;
		if (a->case_ == SG_NONE)
			continue;
		if (a->question == SG_NONE) {
			if (s->nquestions == 0 && a->stop > a->start)
				raise_to(&v->anywhere[a->case_], SG_STANDING_VALID);
			continue;
		}
		raise_to(&v->standing[a->question * s->ncases + a->case_], to);
		if (v->questions[a->question])
			raise_to(&v->anywhere[a->case_], to);
	}
}

/* Codings are by answer in a study. */
static void index_codings(struct sg_view *v)
{
	const struct sg_study *s = v->s;
	size_t k = 0;

	v->first = sg_arena_take(v->arena, s->nanswers + 1, sizeof *v->first);
	for (size_t a = 0; a <= s->nanswers; a++) {
		while (k < s->ncodings && s->codings[k].answer < a)
			k++;
		v->first[a] = (uint32_t)k;
	}
}

int sg_view_init(struct sg_view *v, const struct sg_study *s, const struct sg_filter *f,
	struct sg_arena *arena, struct sg_error *err)
{
	memset(v, 0, sizeof *v);
	v->s = s;
	v->filter = f;
	v->arena = arena;
	v->english = sg_str_eqz(s->language, "en");
	int rc = choose_cases(v, err);
	if (rc == 0)
		rc = choose_questions(v, err);
	if (rc == 0)
		rc = choose_codes(v, err);
	if (rc == 0)
		rc = choose_coder(v, err);
	if (rc < 0)
		return rc;
	find_standing(v);
	index_codings(v);
	return 0;
}

bool sg_answer_says(const struct sg_study *s, uint32_t answer)
{
	const struct sg_study_answer *a = &s->answers[answer];

	return a->question == SG_NONE ? s->nquestions == 0 && a->stop > a->start
				      : a->state == SG_ANSWER_ANSWERED;
}

static bool chosen_answer(const struct sg_view *v, uint32_t answer)
{
	const struct sg_study_answer *a = &v->s->answers[answer];

	return a->case_ != SG_NONE && v->cases[a->case_] &&
	       (a->question == SG_NONE ? v->filter->nquestions == 0
				       : v->questions[a->question]);
}

bool sg_view_answer(const struct sg_view *v, uint32_t answer)
{
	return chosen_answer(v, answer) && sg_answer_says(v->s, answer);
}

static bool chosen(const struct sg_view *v, const struct sg_study_coding *c)
{
	return !c->rejected && v->codes[c->code] &&
	       (v->coder == SG_NONE || c->coder == v->coder) &&
	       chosen_answer(v, c->answer);
}

bool sg_view_counts(const struct sg_view *v, const struct sg_study_coding *c)
{
	return chosen(v, c) && sg_answer_says(v->s, c->answer);
}

bool sg_view_in_none(const struct sg_view *v, const struct sg_study_coding *c)
{
	return chosen(v, c) && v->s->answers[c->answer].question != SG_NONE &&
	       v->s->answers[c->answer].state != SG_ANSWER_ANSWERED;
}

enum sg_standing sg_view_standing(
	const struct sg_view *v, uint32_t question, uint32_t case_)
{
	return (enum sg_standing)v->standing[question * v->s->ncases + case_];
}

bool sg_view_based(
	const struct sg_view *v, enum sg_base base, uint32_t question, uint32_t case_)
{
	if (!v->cases[case_])
		return false;
	if (base == SG_BASE_ALL)
		return true;
	enum sg_standing st = question == SG_NONE
				      ? (enum sg_standing)v->anywhere[case_]
				      : sg_view_standing(v, question, case_);
	return base == SG_BASE_ASKED ? st != SG_STANDING_NOT_ASKED
				     : st == SG_STANDING_VALID;
}

void sg_groups_init(struct sg_groups *g, const struct sg_view *v, uint32_t attribute)
{
	const struct sg_study *s = v->s;
	bool missing = false;

	g->names = sg_arena_array(v->arena, s->ncases + 1, sizeof *g->names);
	g->of = sg_arena_array(v->arena, s->ncases, sizeof *g->of);
	g->n = 0;
	for (size_t i = 0; i < s->ncases; i++) {
		struct sg_str value = attribute == SG_NONE
					      ? SG_STR("")
					      : s->cases[i].values[attribute];
		uint32_t k = 0;
		if (value.n == 0) {
			g->of[i] = SG_NONE;
			missing = true;
			continue;
		}
		while (k < g->n && !sg_str_eq(g->names[k], value))
			k++;
		if (k == g->n)
			g->names[g->n++] = value;
		g->of[i] = k;
	}
	if (!missing)
		return;
	for (size_t i = 0; i < s->ncases; i++)
		if (g->of[i] == SG_NONE)
			g->of[i] = g->n;
	g->names[g->n++] = sg_label(SG_LABEL_NO_VALUE, v->english);
}

struct sg_str sg_view_code_title(const struct sg_view *v, uint32_t code)
{
	const struct sg_study_code *c = &v->s->codes[code];

	/* In a book without IDs the label is the path, and its end is the name. */
	if (c->label.n == 0 || sg_str_ends(c->label, c->name))
		return c->name;
	return sg_arena_printf(
		v->arena, "%.*s %.*s", SG_ARG(c->label), SG_ARG(c->name));
}

struct sg_str sg_view_question_title(const struct sg_view *v, uint32_t question)
{
	const struct sg_study_question *q = &v->s->questions[question];
	struct sg_str label = q->label;
	uint64_t number;

	if (label.n > 1 && (label.p[0] == 'Q' || label.p[0] == 'q') &&
		sg_str_uint(sg_str_skip(label, 1), UINT32_MAX, &number))
		label = sg_str_skip(label, 1);
	struct sg_str args[] = {label, q->title};
	return sg_fill(v->arena,
		sg_label(q->title.n ? SG_LABEL_QUESTION_TITLED : SG_LABEL_QUESTION,
			v->english),
		args, 2);
}

uint32_t sg_view_rolled(const struct sg_view *v, uint32_t code, uint32_t level)
{
	while (v->s->codes[code].level > level && v->s->codes[code].parent != SG_NONE)
		code = v->s->codes[code].parent;
	return code;
}

uint32_t sg_view_rows(const struct sg_view *v, uint32_t level, const uint32_t *codings,
	size_t n, uint32_t **rows)
{
	const struct sg_study *s = v->s;
	bool *wanted = sg_zalloc(s->ncodes, sizeof *wanted);
	uint32_t count = 0;

	for (uint32_t c = 0; c < s->ncodes; c++)
		if (v->codes[c] && s->codes[c].leaf)
			wanted[sg_view_rolled(v, c, level)] = true;
	for (size_t i = 0; i < n; i++)
		wanted[sg_view_rolled(v, s->codings[codings[i]].code, level)] = true;
	*rows = sg_arena_array(v->arena, s->ncodes, sizeof **rows);
	for (uint32_t c = 0; c < s->ncodes; c++)
		if (wanted[c])
			(*rows)[count++] = c;
	free(wanted);
	return count;
}

void sg_view_sort(const struct sg_view *v, enum sg_sort sort, uint32_t *rows, size_t n,
	const struct sg_tally *counts)
{
	const struct sg_study_code *codes = v->s->codes;

	/* Rows are few; insertion keeps equal ones in codebook order. */
	for (size_t i = 1; i < n && sort != SG_SORT_CODEBOOK; i++) {
		uint32_t row = rows[i];
		uint32_t count = sg_tally_count(counts, row);
		size_t k = i;
		for (; k > 0; k--) {
			bool before =
				sort == SG_SORT_COUNT
					? count > sg_tally_count(counts, rows[k - 1])
					: sg_str_cmp(codes[row].name,
						  codes[rows[k - 1]].name) < 0;
			if (!before)
				break;
			rows[k] = rows[k - 1];
		}
		rows[k] = row;
	}
}

uint32_t sg_tally_group(
	const struct sg_tally *t, size_t row, const struct sg_groups *g, uint32_t group)
{
	uint32_t n = 0;

	for (size_t i = 0; i < t->words * 64; i++)
		if (sg_tally_has(t, row, i) && g->of[i] == group)
			n++;
	return n;
}
