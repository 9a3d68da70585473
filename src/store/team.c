/* team.c - see team.h. */
#include "config.h"

#include "store/team.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store/team_job.h"

int64_t sg_idpairs_get(const struct sg_idpairs *p, int64_t theirs)
{
	return theirs > 0 && (size_t)theirs < p->n ? p->v[theirs] : 0;
}

void sg_idpairs_put(struct sg_idpairs *p, int64_t theirs, int64_t ours)
{
	size_t at = (size_t)theirs;

	if (at >= p->n) {
		size_t n = at + 64;
		p->v = sg_realloc(p->v, n, sizeof *p->v);
		memset(p->v + p->n, 0, (n - p->n) * sizeof *p->v);
		p->n = n;
	}
	p->v[at] = ours;
}

int sg_team_guid(struct sg_team *t, struct sg_store *s, enum sg_sql_id id,
	struct sg_str guid, int64_t *out)
{
	struct sg_query q;

	sg_query_open(&q, s, id, t->err);
	sg_query_text(&q, ":guid", guid);
	return sg_query_value(&q, out);
}

static int merge_all(struct sg_team *t)
{
	int rc = sg_human_next(t->ours, &t->first, t->err);

	if (rc == 0)
		rc = sg_team_kinship(t);
	if (rc == 0)
		rc = sg_team_names(t);
	if (rc == 0)
		rc = sg_team_places(t);
	if (rc == 0)
		rc = sg_team_rows(t);
	if (rc == 0)
		rc = sg_team_orphans(t);
	return rc == 0 ? sg_team_conflicts(t) : rc;
}

static bool same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

static int merge_inside(struct sg_team *t, bool dry)
{
	int rc = sg_store_begin(t->ours, t->err);

	if (rc < 0)
		return rc;
	rc = merge_all(t);
	if (rc == 0 && !dry)
		return sg_store_commit(t->ours, t->err);
	sg_store_rollback(t->ours);
	return rc;
}

int sg_store_merge(struct sg_store *s, const char *path, const char *now, bool dry,
	struct sg_merged *out, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_team t = {
		.ours = s, .now = now, .sum = out, .notes = notes, .err = err};

	memset(out, 0, sizeof *out);
	if (same_file(s->path, path))
		return sg_error_set(
			err, SG_EUSAGE, _("'%s' is the project itself"), path);
	int rc = sg_store_copy(&t.theirs, path, err);
	if (rc == 0)
		rc = merge_inside(&t, dry);
	sg_store_close(t.theirs);
	free(t.coders.v);
	free(t.cases.v);
	free(t.questions.v);
	free(t.codes.v);
	free(t.anchors.v);
	free(t.lost.v);
	free(t.sources.v);
	return rc;
}
