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
	const struct sg_study *study;
	struct sg_table_options o;
	struct sg_tables tables;
	struct sg_report report;
};

static int make(
	struct work *w, const char *name, const char *columns, struct sg_error *err)
{
	const struct sg_table_kind *kind = sg_table_kind_find(name);
	struct sg_table_options o = w->o;

	o.columns = columns;
	return kind ? kind->make(w->study, &o, &w->tables, err) : 0;
}

static int tables(struct work *w, struct sg_error *err)
{
	int rc = make(w, "overview", NULL, err);

	w->report.noverview = w->tables.n;
	if (rc == 0 && w->study->nquestions)
		rc = make(w, "findings", NULL, err);
	w->report.nfindings = w->tables.n - w->report.noverview;
	for (size_t i = 0; rc == 0 && i < sizeof further / sizeof *further; i++) {
		struct sg_error why = {0};
		bool by_question = further[i].columns && !w->study->nquestions;
		if (by_question)
			continue;
		rc = make(w, further[i].table, further[i].columns, &why);
		if (rc < 0)
			*err = why;
	}
	return rc;
}

/* A figure that has nothing to show is said to have nothing. */
static int figures(struct work *w, struct sg_arena *arena, struct sg_error *err)
{
	struct sg_chart_options draw = {
		.english = sg_str_eqz(w->study->language, "en"), .inside = true};
	struct sg_report_figure *v;
	size_t n = 0;

	while (sg_charts[n].name)
		n++;
	w->report.figures = v = sg_arena_array(arena, n, sizeof *v);
	for (size_t i = 0; i < n; i++) {
		const struct sg_chart *chart = &sg_charts[i];
		struct sg_table_options o = w->o;
		struct sg_error why = {0};
		struct sg_buf svg;
		sg_buf_init(&svg);
		if (strcmp(chart->name, "bars") == 0 ||
			strcmp(chart->name, "groups") == 0)
			o.level = 2;
		int rc = sg_plot_study(w->study, chart, &o, &draw, &svg, &why);
		if (rc == 0) {
			v[w->report.nfigures++] = (struct sg_report_figure){
				chart->name, sg_arena_str(arena, sg_buf_str(&svg))};
		} else if (why.code == SG_EINPUT) {
			v[w->report.nfigures++] =
				(struct sg_report_figure){chart->name, SG_STR("")};
			rc = 0;
		}
		sg_buf_release(&svg);
		if (rc < 0 && why.code != SG_ENOTFOUND && why.code != SG_EUSAGE) {
			*err = why;
			return rc;
		}
	}
	return 0;
}

/* The codebook of the study's run; a study that was never coded has none. */
static int read_book(struct sg_project *p, const struct sg_study *study,
	struct sg_arena *arena, struct sg_codebook **book)
{
	struct sg_run_book kept;
	struct sg_notes notes;

	*book = NULL;
	if (study->run == 0)
		return 0;
	int rc = sg_run_book_load(
		&kept, arena, sg_project_store(p), study->run, sg_project_err(p));
	if (rc < 0)
		return rc;
	sg_notes_init(&notes);
	sg_codebook_read(book, kept.body, kept.path.p, &notes);
	sg_notes_release(&notes);
	return 0;
}

int sg_project_report(struct sg_project *p, const struct sg_report_choices *choices,
	struct sg_buf *out)
{
	struct sg_error *err = sg_project_err(p);
	struct sg_codebook *book = NULL;
	struct sg_study study;

	sg_error_reset(err);
	int rc = sg_project_study(p, SG_STUDY_BODIES, &study);
	if (rc < 0)
		return rc;
	struct work w = {.study = &study,
		.o = {.filter = choices->filter, .group = choices->group}};
	sg_tables_init(&w.tables);
	rc = read_book(p, &study, &study.arena, &book);
	if (rc == 0)
		rc = tables(&w, err);
	if (rc == 0)
		rc = figures(&w, &study.arena, err);
	w.report.study = &study;
	w.report.book = book;
	w.report.o = &w.o;
	w.report.title = choices->title;
	w.report.tables = &w.tables;
	if (rc == 0)
		rc = sg_report_page(&w.report, out, err);
	sg_codebook_free(book);
	sg_tables_release(&w.tables);
	sg_study_release(&study);
	return rc;
}
