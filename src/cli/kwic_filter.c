/* kwic_filter.c - see kwic_filter.h. The study is loaded only when an option asks
 * something of it. */
#include "config.h"

#include "cli/kwic_filter.h"

#include <string.h>

#include "store/study.h"

int sg_kwic_filter_init(
	struct sg_kwic_filter *f, struct sg_cli *cli, struct sg_store *store)
{
	memset(f, 0, sizeof *f);
	sg_arena_init(&f->arena);
	int rc = sg_session_selection(cli, &f->selection);
	if (rc != 0)
		return rc;
	const struct sg_filter *filter = &f->selection.filter;
	f->uncoded = sg_args_has(&cli->args, "uncoded");
	f->coded = filter->ncodes > 0 && !f->uncoded;
	f->active = f->coded || f->uncoded || filter->nwhere || filter->nquestions;
	if (!f->active)
		return 0;
	rc = sg_study_load(&f->study, store, 0, &cli->err);
	f->loaded = rc == 0;
	if (rc == 0)
		rc = sg_view_init(&f->view, &f->study, filter, &f->arena, &cli->err);
	return rc;
}

void sg_kwic_filter_release(struct sg_kwic_filter *f)
{
	if (f->loaded)
		sg_study_release(&f->study);
	sg_arena_release(&f->arena);
}

static bool case_chosen(const struct sg_kwic_filter *f, struct sg_str name)
{
	size_t low = 0, high = f->study.ncases;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (sg_str_cmp(f->study.cases[mid].name, name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < f->study.ncases && sg_str_eq(f->study.cases[low].name, name) &&
	       f->view.cases[low];
}

static bool question_chosen(const struct sg_kwic_filter *f, struct sg_str label)
{
	for (size_t i = 0; i < f->study.nquestions; i++)
		if (sg_str_eq(f->study.questions[i].label, label))
			return f->view.questions[i];
	return f->selection.filter.nquestions == 0;
}

/* Whether the place touches a coding that counts with one of the chosen codes. */
static bool is_coded(const struct sg_kwic_filter *f, const struct sg_kwic_place *place)
{
	const struct sg_study *s = &f->study;

	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		const struct sg_study_answer *a = &s->answers[c->answer];
		if (c->start < place->stop && place->start < c->stop &&
			sg_view_counts(&f->view, c) &&
			sg_str_eq(s->texts[a->text].source, place->source))
			return true;
	}
	return false;
}

bool sg_kwic_filter_keep(void *ctx, const struct sg_kwic_place *place)
{
	const struct sg_kwic_filter *f = ctx;

	if (!f->active)
		return true;
	if (!case_chosen(f, place->respondent) || !question_chosen(f, place->question))
		return false;
	if (f->coded || f->uncoded)
		return is_coded(f, place) == f->coded;
	return true;
}
