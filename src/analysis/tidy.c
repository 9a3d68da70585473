/* tidy.c - see tidy.h. */
#include "config.h"

#include "analysis/tidy.h"

#include <stdlib.h>
#include <strings.h>

#include "analysis/labels.h"
#include "analysis/remarks.h"
#include "analysis/stretches.h"

struct tidy {
	struct sg_view v;
	const struct sg_tidy_options *o;
	struct sg_tables *t;
	struct sg_table *table;
	size_t at; /* columns described */
	uint32_t *codings;
	size_t ncodings;
	uint32_t *codes, ncodes; /* that have a column */
};

/* Cells from which on a table is no longer one to open in R or Excel. */
#define MOST_CELLS (20u * 1000 * 1000)

static int check_size(size_t rows, size_t columns, struct sg_error *err)
{
	if (rows <= MOST_CELLS / columns)
		return 0;
	return sg_error_set(err, SG_ETOOBIG,
		_("%zu rows of %zu columns are too many: narrow with --where, "
		  "--question or --code, or open the project itself"),
		rows, columns);
}

static int begin(struct tidy *x, const struct sg_study *s,
	const struct sg_tidy_options *o, struct sg_tables *out, struct sg_error *err)
{
	*x = (struct tidy){.o = o, .t = out};
	int rc = sg_view_init(&x->v, s, &o->filter, &out->arena, err);
	if (rc < 0)
		return rc;
	x->ncodings = sg_codings_counted(&x->v, SG_NONE, &x->codings);
	x->codes = sg_arena_array(&out->arena, s->ncodes, sizeof *x->codes);
	for (uint32_t c = 0; c < s->ncodes; c++)
		if (x->v.codes[c])
			x->codes[x->ncodes++] = c;
	return 0;
}

static bool taken(const struct tidy *x, struct sg_str key)
{
	for (size_t k = 0; k < x->at; k++) {
		struct sg_str other = x->table->columns[k].key;
		if (other.n == key.n && strncasecmp(other.p, key.p, key.n) == 0)
			return true;
	}
	return false;
}

/* The next column. Names are apart, in any case of letters: an attribute that is named
 * like a code or one of our words gets a number. */
static struct sg_column *column(
	struct tidy *x, struct sg_str key, struct sg_str label, bool number)
{
	struct sg_str name = sg_arena_str(x->v.arena, key);

	for (unsigned i = 2; taken(x, name); i++)
		name = sg_arena_printf(x->v.arena, "%.*s_%u", SG_ARG(key), i);
	sg_table_column(x->t, x->table, x->at, name.p, label, number, false);
	return &x->table->columns[x->at++];
}

static void word(struct tidy *x, const char *key, enum sg_label label)
{
	column(x, sg_str_of(key), sg_label(label, x->v.english), false);
}

static void number(struct tidy *x, const char *key, enum sg_label label)
{
	column(x, sg_str_of(key), sg_label(label, x->v.english), true);
}

static void attribute_columns(struct tidy *x)
{
	const struct sg_study *s = x->v.s;

	for (size_t i = 0; i < s->nattributes; i++)
		column(x, s->attributes[i], s->attributes[i], false);
}

static struct sg_cell *attribute_cells(
	const struct tidy *x, uint32_t case_, struct sg_cell *cells)
{
	const struct sg_study *s = x->v.s;

	for (size_t i = 0; i < s->nattributes; i++)
		*cells++ = sg_cell_text(s->cases[case_].values[i]);
	return cells;
}

static void code_columns(struct tidy *x)
{
	const struct sg_study *s = x->v.s;

	for (uint32_t i = 0; i < x->ncodes; i++) {
		struct sg_column *c = column(x, s->codes[x->codes[i]].label,
			sg_view_code_title(&x->v, x->codes[i]), true);
		c->binary = !x->o->counts;
	}
}

/* Coded stretches by row and code, subtrees included, each stretch once: rows × codes.
 * row: of each coding. Codings of one row need not stand together. */
static uint32_t *count(struct tidy *x, const uint32_t *row, size_t nrows)
{
	const struct sg_study *s = x->v.s;
	uint32_t *cells = sg_arena_array(x->v.arena, nrows * s->ncodes, sizeof *cells);
	uint32_t *stretch = sg_alloc(x->ncodings, sizeof *stretch);
	uint32_t n = sg_stretches_number(s, x->codings, x->ncodings, stretch);
	struct sg_tally seen;

	sg_tally_init(&seen, x->v.arena, s->ncodes, n);
	for (size_t i = 0; i < x->ncodings; i++) {
		uint32_t c = s->codings[x->codings[i]].code;
		for (; c != SG_NONE; c = s->codes[c].parent) {
			if (row[i] == SG_NONE || sg_tally_has(&seen, c, stretch[i]))
				continue;
			sg_tally_set(&seen, c, stretch[i]);
			cells[row[i] * s->ncodes + c]++;
		}
	}
	free(stretch);
	return cells;
}

static void code_cells(
	const struct tidy *x, const uint32_t *counts, bool valid, struct sg_cell *cells)
{
	for (uint32_t i = 0; valid && i < x->ncodes; i++) {
		uint32_t n = counts[x->codes[i]];
		cells[i] = sg_cell_count(x->o->counts ? n : n > 0);
	}
}

/* Questions that a respondent answered, of those chosen. */
static uint32_t answered(const struct tidy *x, uint32_t case_)
{
	uint32_t n = 0;

	for (uint32_t q = 0; q < x->v.s->nquestions; q++)
		n += x->v.questions[q] &&
		     sg_view_standing(&x->v, q, case_) == SG_STANDING_VALID;
	return n;
}

int sg_tidy_cases(const struct sg_study *s, const struct sg_tidy_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct tidy x;
	int rc = begin(&x, s, o, out, err);

	if (rc == 0)
		rc = check_size(s->ncases, s->ncodes + s->nattributes + 2, err);
	if (rc < 0)
		return rc;
	uint32_t *row = sg_arena_array(x.v.arena, x.ncodings, sizeof *row);
	for (size_t i = 0; i < x.ncodings; i++)
		row[i] = s->answers[s->codings[x.codings[i]].answer].case_;
	uint32_t *counts = count(&x, row, s->ncases);
	x.table = sg_tables_add(out, "cases", 2 + s->nattributes + x.ncodes);
	word(&x, "respondent", SG_LABEL_RESPONDENT);
	attribute_columns(&x);
	number(&x, "answered", SG_LABEL_TIDY_ANSWERED);
	code_columns(&x);
	for (uint32_t i = 0; i < s->ncases; i++) {
		if (!x.v.cases[i])
			continue;
		struct sg_cell *cells = sg_table_row(out, x.table);
		*cells++ = sg_cell_text(s->cases[i].name);
		cells = attribute_cells(&x, i, cells);
		*cells++ = sg_cell_count(answered(&x, i));
		code_cells(&x, counts + (size_t)i * s->ncodes,
			x.v.anywhere[i] == SG_STANDING_VALID, cells);
	}
	return 0;
}

static void answer_row(struct tidy *x, uint32_t i, uint32_t q, const uint32_t *counts)
{
	static const char *const states[] = {
		[SG_STANDING_NOT_ASKED] = "not_asked",
		[SG_STANDING_ASKED] = "none",
		[SG_STANDING_VALID] = "answered",
	};
	const struct sg_study *s = x->v.s;
	enum sg_standing standing = sg_view_standing(&x->v, q, i);
	struct sg_cell *cells = sg_table_row(x->t, x->table);

	*cells++ = sg_cell_text(s->cases[i].name);
	cells = attribute_cells(x, i, cells);
	*cells++ = sg_cell_text(s->questions[q].label);
	*cells++ = sg_cell_text(sg_str_of(states[standing]));
	code_cells(x, counts, standing == SG_STANDING_VALID, cells);
}

int sg_tidy_answers(const struct sg_study *s, const struct sg_tidy_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct tidy x;
	int rc = begin(&x, s, o, out, err);

	if (rc == 0 && s->nquestions == 0)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("the study has no questions; 'cases' needs none"));
	if (rc == 0)
		rc = check_size(
			s->ncases * s->nquestions, s->ncodes + s->nattributes + 3, err);
	if (rc < 0)
		return rc;
	uint32_t *row = sg_arena_array(x.v.arena, x.ncodings, sizeof *row);
	for (size_t i = 0; i < x.ncodings; i++) {
		const struct sg_study_answer *a =
			&s->answers[s->codings[x.codings[i]].answer];
		row[i] = a->question == SG_NONE
				 ? SG_NONE
				 : a->case_ * (uint32_t)s->nquestions + a->question;
	}
	uint32_t *counts = count(&x, row, s->ncases * s->nquestions);
	x.table = sg_tables_add(out, "answers", 3 + s->nattributes + x.ncodes);
	word(&x, "respondent", SG_LABEL_RESPONDENT);
	attribute_columns(&x);
	word(&x, "question", SG_LABEL_QUESTION_COLUMN);
	word(&x, "state", SG_LABEL_TIDY_STATE);
	code_columns(&x);
	for (uint32_t i = 0; i < s->ncases; i++)
		for (uint32_t q = 0; q < s->nquestions; q++)
			if (x.v.cases[i] && x.v.questions[q])
				answer_row(&x, i, q,
					counts + ((size_t)i * s->nquestions + q) *
							 s->ncodes);
	return 0;
}

static void coding_row(struct tidy *x, const struct sg_study_coding *c)
{
	static const char *const origins[] = {
		[SG_ORIGIN_RULE] = "rule",
		[SG_ORIGIN_DEFAULT] = "default",
		[SG_ORIGIN_PERSON] = "person",
	};
	const struct sg_study *s = x->v.s;
	const struct sg_study_answer *a = &s->answers[c->answer];
	struct sg_cell *cells = sg_table_row(x->t, x->table);

	*cells++ = sg_cell_text(s->cases[a->case_].name);
	cells = attribute_cells(x, a->case_, cells);
	if (a->question != SG_NONE)
		*cells = sg_cell_text(s->questions[a->question].label);
	cells++;
	*cells++ = sg_cell_text(s->codes[c->code].label);
	*cells++ = sg_cell_text(s->codes[c->code].name);
	*cells++ = sg_cell_text(s->codes[sg_view_rolled(&x->v, c->code, 0)].label);
	*cells++ = sg_cell_text(s->coders[c->coder]);
	*cells++ = sg_cell_text(sg_str_of(origins[c->origin]));
	*cells++ = sg_cell_count(c->reviewed);
	for (size_t f = 0; f < s->nfacets; f++, cells++)
		if (c->facets && c->facets[f] != SG_NONE)
			*cells = sg_cell_text(s->facets[f].values[c->facets[f]]);
	*cells++ = sg_cell_text(s->texts[a->text].source);
	*cells++ = sg_cell_count(c->start);
	*cells++ = sg_cell_count(c->stop);
	*cells = sg_cell_text(sg_study_quote(s, a->text, c->start, c->stop));
}

int sg_tidy_codings(const struct sg_study *s, const struct sg_tidy_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct tidy x;
	int rc = begin(&x, s, o, out, err);

	if (rc < 0)
		return rc;
	x.table = sg_tables_add(out, "codings", 12 + s->nattributes + s->nfacets);
	word(&x, "respondent", SG_LABEL_RESPONDENT);
	attribute_columns(&x);
	word(&x, "question", SG_LABEL_QUESTION_COLUMN);
	word(&x, "code", SG_LABEL_CODE);
	word(&x, "code_name", SG_LABEL_THEME_OR_CODE);
	word(&x, "theme", SG_LABEL_TIDY_THEME);
	word(&x, "coder", SG_LABEL_CODER);
	word(&x, "origin", SG_LABEL_TIDY_ORIGIN);
	number(&x, "reviewed", SG_LABEL_REVIEWED);
	for (size_t f = 0; f < s->nfacets; f++)
		column(&x, s->facets[f].name, s->facets[f].name, false);
	word(&x, "source", SG_LABEL_TIDY_SOURCE);
	number(&x, "start", SG_LABEL_TIDY_START);
	number(&x, "stop", SG_LABEL_TIDY_STOP);
	word(&x, "quote", SG_LABEL_TEXT);
	for (size_t i = 0; i < x.ncodings; i++)
		coding_row(&x, &s->codings[x.codings[i]]);
	return 0;
}
