/* tables.c - the kinds of tables by name, from study to written bytes. */
#include "config.h"

#include "project/project.h"

#include <stdlib.h>
#include <string.h>

#include "project/methods.h"

/* One name for both: --rows asks for a matrix of codes. */
static int matrix(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	return o->rows.n ? sg_matrix_coding(s, o, out, err) : sg_matrix(s, o, out, err);
}

const struct sg_table_kind sg_table_kinds[] = {
	{"overview", 0, false, sg_overview},
	{"findings", SG_STUDY_BODIES, false, sg_findings},
	{"themes", 0, false, sg_themes},
	{"matrix", SG_STUDY_BODIES, false, matrix},
	{"cooccur", SG_STUDY_BODIES, false, sg_cooccur},
	{"network", SG_STUDY_BODIES, false, sg_network},
	{"crosstab", 0, false, sg_crosstab},
	{"saturation", 0, false, sg_saturation},
	{"keyness", SG_STUDY_BODIES, false, sg_keyness_table},
	{"quotes", SG_STUDY_BODIES, false, sg_quotes},
	{"methods", SG_STUDY_BODIES | SG_STUDY_REJECTED, true, sg_methods_tables},
	{NULL, 0, false, NULL},
};

const struct sg_table_kind *sg_table_kind_find(const char *name)
{
	for (const struct sg_table_kind *k = sg_table_kinds; k->name; k++)
		if (strcmp(k->name, name) == 0)
			return k;
	return NULL;
}

int sg_project_make(struct sg_project *p, const struct sg_study *study,
	const struct sg_table_request *request, struct sg_tables *tables)
{
	struct sg_error *err = sg_project_err(p);
	struct sg_table_options o = request->options;
	struct sg_methods_kept kept;

	if (!request->kind->methods)
		return request->kind->make(study, &o, tables, err);
	int rc = sg_methods_load(&kept, sg_project_store(p), study, err);
	o.methods = &kept.m;
	if (rc == 0)
		rc = request->kind->make(study, &o, tables, err);
	sg_methods_hand_over(&kept, &tables->arena);
	return rc;
}

static int make_all(struct sg_project *p, const struct sg_table_request *requests,
	size_t n, struct sg_study *study, struct sg_tables *tables)
{
	unsigned want = 0;

	for (size_t i = 0; i < n; i++)
		want |= requests[i].kind->want;
	int rc = sg_project_study(p, want, study);
	for (size_t i = 0; rc == 0 && i < n; i++)
		rc = sg_project_make(p, study, &requests[i], tables);
	return rc;
}

int sg_project_write_tables(struct sg_project *p,
	const struct sg_table_request *requests, size_t n,
	const struct sg_writer *writer, struct sg_write_options *write,
	struct sg_buf *out)
{
	struct sg_error *err = sg_project_err(p);
	struct sg_store *store = sg_project_store(p);
	struct sg_study study = {.now = false};
	struct sg_tables tables;

	sg_error_reset(err);
	/* One transaction, so that all tables are of one moment. */
	int rc = sg_store_begin(store, err);
	if (rc < 0)
		return rc;
	sg_tables_init(&tables);
	rc = make_all(p, requests, n, &study, &tables);
	if (rc == 0)
		rc = sg_store_commit(store, err);
	else
		sg_store_rollback(store);
	write->english = sg_str_eqz(study.language, "en");
	write->title = study.title;
	write->time = study.run_at;
	if (rc == 0)
		rc = writer->write(&tables, write, out, err);
	sg_tables_release(&tables);
	sg_study_release(&study);
	return rc;
}

int sg_project_table(struct sg_project *p, const char *table,
	const struct sg_table_choices *choices, char **out, size_t *size)
{
	struct sg_error *err = sg_project_err(p);
	const char *format = choices && choices->format ? choices->format : "text";
	const struct sg_table_kind *kind = sg_table_kind_find(table);
	const struct sg_writer *writer = sg_writer_find(format);
	struct sg_write_options write = {.width = choices ? choices->width : 0};
	struct sg_table_request request = {.kind = kind};
	SG_VEC(struct sg_str) questions = {NULL, 0, 0};
	struct sg_buf buf;

	sg_error_reset(err);
	sg_project_set_at(p, sg_str_of(choices ? choices->at : NULL));
	if (!kind)
		return sg_error_set(err, SG_EUSAGE, _("there is no table '%s'"), table);
	if (!writer)
		return sg_error_set(
			err, SG_EUSAGE, _("there is no format '%s'"), format);
	struct sg_str rest = sg_str_of(choices ? choices->question : NULL), label;
	while (sg_str_split(&rest, ',', &label))
		SG_PUSH(&questions, sg_str_trim(label));
	request.options.filter.questions = questions.v;
	request.options.filter.nquestions = questions.n;
	sg_buf_init(&buf);
	int rc = sg_project_write_tables(p, &request, 1, writer, &write, &buf);
	if (rc == 0) {
		*size = buf.n;
		*out = sg_strdup(sg_buf_str(&buf));
	}
	sg_buf_release(&buf);
	free(questions.v);
	return rc;
}
