/* report.c - see report.h. */
#include "config.h"

#include "project/report.h"

#include <string.h>

#include "project/plot.h"
#include "report/page.h"
#include "store/history.h"

/* Behind the findings, where there is such a table. */
static const struct {
	const char *table;
	const char *columns;
} further[] = {
	{"themes", NULL},
	{"matrix", "question"},
	{"saturation", NULL},
	{"methods", NULL},
};

struct work {
	struct sg_project *p;
	const struct sg_study *study;
	struct sg_study with_rejected; /* loaded when a table wants it */
	bool has_rejected;
	struct sg_table_options o;
	struct sg_tables tables;
	struct sg_tables *drawn;  /* by figure */
	struct sg_tables *orders; /* by group: saturation */
	struct sg_report report;
};

/* The study as a kind of table wants it: all but some are made of the same one. */
static int study_for(
	struct work *w, const struct sg_table_kind *kind, const struct sg_study **out)
{
	*out = w->study;
	if (!(kind->want & SG_STUDY_REJECTED))
		return 0;
	if (!w->has_rejected) {
		int rc = sg_project_study(
			w->p, SG_STUDY_BODIES | SG_STUDY_REJECTED, &w->with_rejected);
		if (rc < 0)
			return rc;
		w->has_rejected = true;
	}
	*out = &w->with_rejected;
	return 0;
}

static int make(struct work *w, const char *name, const char *columns)
{
	const struct sg_table_kind *kind = sg_table_kind_find(name);
	struct sg_table_request request = {.kind = kind, .options = w->o};
	const struct sg_study *study;

	if (!kind)
		return 0;
	request.options.columns = columns;
	int rc = study_for(w, kind, &study);
	return rc < 0 ? rc : sg_project_make(w->p, study, &request, &w->tables);
}

static int tables(struct work *w)
{
	int rc = make(w, "overview", NULL);

	w->report.noverview = w->tables.n;
	if (rc == 0 && w->study->nquestions)
		rc = make(w, "findings", NULL);
	w->report.nfindings = w->tables.n - w->report.noverview;
	for (size_t i = 0; rc == 0 && i < sizeof further / sizeof *further; i++)
		if (!further[i].columns || w->study->nquestions)
			rc = make(w, further[i].table, further[i].columns);
	return rc;
}

/* The tables that figures draw. One that cannot be made (no attributes, no questions) has
 * no figure. */
static int figures(struct work *w, struct sg_arena *arena, struct sg_error *err)
{
	size_t n = 0;

	while (sg_charts[n].name)
		n++;
	struct sg_report_figure *v = sg_arena_array(arena, n, sizeof *v);
	w->drawn = sg_arena_array(arena, n, sizeof *w->drawn);
	w->report.figures = v;
	for (size_t i = 0; i < n; i++) {
		const struct sg_chart *chart = &sg_charts[i];
		struct sg_tables *t = &w->drawn[w->report.nfigures];
		struct sg_table_options o = w->o;
		struct sg_error why = {0};
		if (strcmp(chart->name, "bars") == 0 ||
			strcmp(chart->name, "groups") == 0)
			o.level = 2;
		sg_tables_init(t);
		int rc = sg_plot_table(w->study, chart, &o, t, &why);
		if (rc == 0) {
			v[w->report.nfigures++] =
				(struct sg_report_figure){chart, &t->v[0], o.level};
			continue;
		}
		sg_tables_release(t);
		if (why.code != SG_ENOTFOUND && why.code != SG_EUSAGE) {
			*err = why;
			return rc;
		}
	}
	return 0;
}

/* The groups to filter by, each with what only the program can count: the random orders
 * of its interviews. */
static int groups(struct work *w, struct sg_arena *arena, struct sg_error *err)
{
	const struct sg_study *s = w->study;
	struct sg_report_group *v;
	struct sg_view view;

	int rc = sg_view_init(&view, s, &w->o.filter, arena, err);
	if (rc < 0)
		return rc;
	size_t n = sg_report_groups(&view, &v);
	w->orders = sg_arena_array(arena, n, sizeof *w->orders);
	w->report.groups = v;
	while (rc == 0 && w->report.ngroups < n) {
		size_t at = w->report.ngroups++;
		struct sg_table_options o = w->o;
		bool *cases = sg_arena_array(arena, s->ncases, sizeof *cases);
		for (uint32_t i = 0; i < s->ncases; i++)
			cases[i] = sg_report_in_group(s, &v[at], i);
		o.filter.cases = cases;
		sg_tables_init(&w->orders[at]);
		v[at].saturation = &w->orders[at];
		rc = sg_saturation(s, &o, &w->orders[at], err);
	}
	return rc;
}

static void release(struct work *w)
{
	for (size_t i = 0; i < w->report.nfigures; i++)
		sg_tables_release(&w->drawn[i]);
	for (size_t i = 0; i < w->report.ngroups; i++)
		sg_tables_release(&w->orders[i]);
	sg_tables_release(&w->tables);
	if (w->has_rejected)
		sg_study_release(&w->with_rejected);
}

/* What comes out of the project: the study, its codebook where that is known, tables. */
static int gather(struct work *w, struct sg_study *study, struct sg_codebook **book)
{
	struct sg_project *p = w->p;
	int rc = sg_project_study(p, SG_STUDY_BODIES, study);

	if (rc < 0)
		return rc;
	w->study = study;
	uint32_t run = sg_study_run_here(study);
	if (run)
		rc = sg_run_codebook(
			book, sg_project_store(p), run, NULL, sg_project_err(p));
	return rc == 0 ? tables(w) : rc;
}

/* In one transaction, so that all of it is of one moment. */
static int gather_at_once(
	struct work *w, struct sg_study *study, struct sg_codebook **book)
{
	struct sg_store *store = sg_project_store(w->p);
	int rc = sg_store_begin(store, sg_project_err(w->p));

	if (rc < 0)
		return rc;
	rc = gather(w, study, book);
	if (rc == 0)
		return sg_store_commit(store, sg_project_err(w->p));
	sg_store_rollback(store);
	return rc;
}

int sg_project_report(struct sg_project *p, const struct sg_report_choices *choices,
	struct sg_buf *out)
{
	struct sg_error *err = sg_project_err(p);
	struct sg_codebook *book = NULL;
	struct sg_study study = {.now = false};
	struct work w = {
		.p = p, .o = {.filter = choices->filter, .group = choices->group}};

	sg_error_reset(err);
	sg_tables_init(&w.tables);
	int rc = gather_at_once(&w, &study, &book);
	if (rc == 0)
		rc = figures(&w, &study.arena, err);
	if (rc == 0)
		rc = groups(&w, &study.arena, err);
	w.report.study = &study;
	w.report.book = book;
	w.report.o = &w.o;
	w.report.title = choices->title;
	w.report.tables = &w.tables;
	if (rc == 0)
		rc = sg_report_page(&w.report, out, err);
	sg_codebook_free(book);
	release(&w);
	sg_study_release(&study);
	return rc;
}
