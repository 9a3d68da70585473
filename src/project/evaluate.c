/* evaluate.c - see evaluate.h. */
#include "config.h"

#include "project/evaluate.h"

#include <stdlib.h>

#include "analysis/labels.h"
#include "base/file.h"
#include "coding/nearest.h"

struct naming {
	struct sg_store *store;
	const struct sg_study *study;
	const struct sg_codebook *book;
	struct sg_near_finder *finder;
	struct sg_arena *arena; /* of the tables */
	struct sg_notes *notes;
	bool english;
};

/* "codebook.md:215, 230" */
static int name_made_by(struct naming *n, struct sg_eval_error *x, struct sg_error *err)
{
	struct sg_lines_of lines = {NULL, 0, 0};
	struct sg_buf b;
	int rc = sg_store_segment_lines(n->store, x->segment, &lines, err);

	sg_buf_init(&b);
	sg_buf_add(&b, sg_path_base(n->book->path.p));
	for (size_t i = 0; i < lines.n; i++)
		sg_buf_printf(&b, "%s%u", i ? ", " : ":", lines.v[i]);
	x->rule = sg_arena_str(n->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	free(lines.v);
	return rc;
}

static enum sg_label why_label(enum sg_why why)
{
	switch (why) {
	case SG_WHY_INSIDE: return SG_LABEL_NEAR_EDGE;
	case SG_WHY_FORM: return SG_LABEL_NEAR_FORM;
	case SG_WHY_SPACED: return SG_LABEL_NEAR_SPACED;
	case SG_WHY_FAR:
	case SG_WHY_ORDER:
	case SG_WHY_OVERLAP: return SG_LABEL_NEAR_FAR;
	case SG_WHY_CLOSE:
	case SG_WHY_BLOCKED:
	case SG_WHY_MASKED:
	case SG_WHY_VETOED: return SG_LABEL_NEAR_BLOCKED;
	case SG_WHY_AFFIRMED:
	case SG_WHY_NEGATED: return SG_LABEL_NEAR_POLARITY;
	case SG_WHY_SCOPED: return SG_LABEL_NEAR_SCOPE;
	case SG_WHY_SELECTED:
	case SG_WHY_FOUND:
	case SG_WHY_MISSING:
	case SG_WHY_NEARBY: break;
	}
	return SG_LABEL_NEAR_MISSING;
}

/* "codebook.md:216 없음: 신뢰" */
static int name_nearest(
	struct naming *n, struct sg_eval_error *x, uint32_t code, struct sg_error *err)
{
	const struct sg_study_answer *a = &n->study->answers[x->answer];
	struct sg_near_place place = {
		n->study->texts[a->text].id, a->id, x->start, x->stop, code};
	struct sg_near_rule near;

	int rc = sg_near_find(n->finder, &place, &near, n->notes, err);
	if (rc < 0)
		return rc;
	x->rule = sg_label(SG_LABEL_ERROR_NO_RULE, n->english);
	if (near.found)
		x->rule = sg_arena_printf(n->arena, "%.*s:%u %.*s",
			SG_ARG(sg_path_base(n->book->path.p)), near.line,
			SG_ARG(sg_fill(n->arena,
				sg_label(why_label(near.why), n->english), &near.what,
				1)));
	return 0;
}

static int name_rules(struct naming *n, struct sg_eval_errors *errors, size_t shown,
	struct sg_error *err)
{
	bool *codes = sg_zalloc(n->book->ncodes + 1, sizeof *codes);
	int rc = 0;

	for (size_t i = 0; i < shown; i++) {
		uint32_t code = sg_codebook_find(
			n->book, n->study->codes[errors->v[i].code].label);
		if (errors->v[i].miss && code != SG_NO_CODE)
			codes[code] = true;
	}
	rc = sg_near_finder_new(&n->finder, n->store, n->book, codes, n->notes, err);
	for (size_t i = 0; rc == 0 && i < shown; i++) {
		struct sg_eval_error *x = &errors->v[i];
		uint32_t code =
			sg_codebook_find(n->book, n->study->codes[x->code].label);
		if (!x->miss)
			rc = name_made_by(n, x, err);
		else if (code != SG_NO_CODE)
			rc = name_nearest(n, x, code, err);
	}
	sg_near_finder_free(n->finder);
	free(codes);
	return rc;
}

static int add_errors(struct sg_store *store, const struct sg_study *study,
	const struct sg_evaluate_request *r, const struct sg_evaluate_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct sg_eval_errors errors;
	struct sg_codebook *book = NULL;
	struct sg_notes notes;

	sg_notes_init(&notes);
	int rc = sg_evaluate_errors(study, o, out, &errors, err);
	size_t shown = errors.n < r->top ? errors.n : r->top;
	if (rc == 0)
		rc = sg_store_codebook(store, &book, &notes, err);
	if (rc == 0) {
		struct naming n = {.store = store,
			.study = study,
			.book = book,
			.arena = &out->arena,
			.notes = &notes,
			.english = sg_str_eqz(study->language, "en")};
		rc = name_rules(&n, &errors, shown, err);
	}
	if (rc == 0)
		rc = sg_evaluate_errors_table(study, &errors, shown, out, err);
	sg_codebook_free(book);
	sg_notes_release(&notes);
	return rc;
}

int sg_project_evaluate(struct sg_store *store, struct sg_study *study,
	const struct sg_evaluate_request *r, struct sg_tables *out,
	struct sg_error *err)
{
	struct sg_evaluate_options o = r->o;
	struct sg_holdout holdout;
	struct sg_study before;
	bool compare;

	int rc = sg_holdout_load(store, study, &holdout, err);
	if (rc < 0)
		return rc;
	o.held = holdout.held;
	uint32_t run = sg_study_run_here(study);
	if (r->since && !o.held)
		return sg_error_set(err, SG_EUSAGE,
			_("--since compares where respondents are held out, and none "
			  "are (--holdout 30%%)"));
	if (r->since && r->since >= run)
		return sg_error_set(err, SG_ENOTFOUND,
			_("there is no run %u before the last, which is %u"), r->since,
			run);
	o.before_run = r->since ? r->since : run > 1 ? run - 1 : 0;
	compare = o.held && o.before_run && o.before_run < run;
	if (compare) {
		rc = sg_study_load_run(
			&before, store, o.before_run, SG_STUDY_REJECTED, err);
		if (rc < 0)
			return rc;
		o.before = &before;
	}
	rc = sg_evaluate(study, &o, out, err);
	if (rc == 0 && r->errors)
		rc = add_errors(store, study, r, &o, out, err);
	if (compare)
		sg_study_release(&before);
	return rc;
}
