/* change.c - see change.h. */
#include "config.h"

#include "project/change.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned want_of(const struct sg_diff_options *o)
{
	return o->codings ? SG_STUDY_TEXTS : 0;
}

/* Most texts are those of the study before. */
static int load_after(struct sg_change *c, struct sg_store *store, struct sg_str at,
	const struct sg_diff_options *o, struct sg_error *err)
{
	const struct sg_study *before = &c->study[SG_BEFORE];

	/* What is frozen numbers its texts by itself. */
	if (before->frozen.n)
		return sg_study_load_at(
			&c->study[SG_AFTER], store, at, want_of(o), err);
	return sg_study_load_beside(
		&c->study[SG_AFTER], store, at, want_of(o), before, err);
}

static int load_evidence(
	struct sg_change *c, struct sg_store *store, int k, struct sg_error *err)
{
	const struct sg_study *s = &c->study[k];
	size_t n = c->diff.only[k].n;
	uint32_t *ids = sg_zalloc(n, sizeof *ids);

	for (size_t i = 0; i < n; i++) {
		const struct sg_study_coding *g = &s->codings[c->diff.only[k].v[i]];
		ids[i] = g->origin == SG_ORIGIN_RULE ? g->id : 0;
	}
	int rc = sg_evidence_load(&c->evidence[k], store, ids, n, err);
	free(ids);
	return rc;
}

/* Both studies are loaded. */
static int compare(
	struct sg_change *c, struct sg_project *p, const struct sg_diff_options *o)
{
	struct sg_error *err = sg_project_err(p);
	int rc = sg_diff_make(
		&c->diff, &c->study[SG_BEFORE], &c->study[SG_AFTER], o, err);

	for (int k = 0; rc == 0 && k < SG_SIDES; k++)
		rc = load_evidence(c, sg_project_store(p), k, err);
	return rc;
}

int sg_change_between(struct sg_change *out, struct sg_project *p, struct sg_str before,
	struct sg_str after, const struct sg_diff_options *o)
{
	struct sg_store *store = sg_project_store(p);
	struct sg_error *err = sg_project_err(p);

	memset(out, 0, sizeof *out);
	sg_error_reset(err);
	/* One transaction, so that both are of one moment. */
	int rc = sg_store_begin(store, err);
	if (rc < 0)
		return rc;
	rc = sg_study_load_at(&out->study[SG_BEFORE], store, before, want_of(o), err);
	if (rc == 0)
		rc = load_after(out, store, after, o, err);
	if (rc == 0)
		rc = compare(out, p, o);
	if (rc == 0)
		return sg_store_commit(store, err);
	sg_store_rollback(store);
	sg_change_release(out);
	return rc;
}

void sg_change_release(struct sg_change *c)
{
	for (int k = 0; k < SG_SIDES; k++) {
		sg_evidence_release(&c->evidence[k]);
		sg_study_release(&c->study[k]);
	}
	sg_diff_release(&c->diff);
}

static int code_and_compare(struct sg_change *changed, bool *known,
	struct sg_project *p, const char *path, const struct sg_code_choices *choices,
	const struct sg_diff_options *o, struct sg_code_counts *counts)
{
	struct sg_store *store = sg_project_store(p);
	struct sg_error *err = sg_project_err(p);
	uint32_t last = 0;

	int rc = sg_store_last_run(store, &last, err);
	if (rc == 0)
		rc = sg_project_code(p, path, choices, counts);
	if (rc < 0 || !changed || last == 0 || counts->run == 0)
		return rc;
	rc = sg_study_load_run(
		&changed->study[SG_BEFORE], store, last, want_of(o), err);
	if (rc == 0)
		rc = load_after(changed, store, SG_STR(""), o, err);
	if (rc == 0)
		rc = compare(changed, p, o);
	*known = rc == 0;
	return rc;
}

int sg_change_by_code(struct sg_change *changed, bool *known, struct sg_project *p,
	const char *codebook_path, const struct sg_code_choices *choices, bool dry_run,
	const struct sg_diff_options *o, struct sg_code_counts *counts)
{
	struct sg_store *store = sg_project_store(p);
	int rc = 0;

	*known = false;
	if (changed)
		memset(changed, 0, sizeof *changed);
	sg_error_reset(sg_project_err(p));
	if (dry_run)
		rc = sg_store_begin(store, sg_project_err(p));
	if (rc < 0)
		return rc;
	rc = code_and_compare(changed, known, p, codebook_path, choices, o, counts);
	if (dry_run)
		sg_store_rollback(store);
	if (rc < 0 && changed)
		sg_change_release(changed);
	return rc;
}
