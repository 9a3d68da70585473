/* frozen.c - see frozen.h. */
#include "config.h"

#include "store/frozen.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "store/db.h"
#include "store/rows.h"
#include "store/study_json.h"

static int check_name(struct sg_store *s, struct sg_str name, struct sg_error *err)
{
	struct sg_query q;
	uint64_t run;

	if (name.n == 0 || name.n != sg_str_trim(name).n)
		return sg_error_set(err, SG_EUSAGE,
			_("a frozen study needs a name without blanks at its ends"));
	if (sg_str_uint(name, UINT64_MAX, &run))
		return sg_error_set(err, SG_EUSAGE,
			_("'%.*s' would mean a run: give the frozen study a name"),
			SG_ARG(name));
	sg_query_open(&q, s, SG_SQL_FROZEN_AT, err);
	sg_query_text(&q, ":name", name);
	int rc = sg_query_step(&q);
	if (rc > 0)
		rc = sg_error_set(err, SG_ECONFLICT,
			_("'%.*s' was frozen already, on %.*s; take another name"),
			SG_ARG(name), SG_ARG(sg_col_text(&q, 0)));
	sg_query_close(&q);
	return rc;
}

static int put(struct sg_store *s, const struct sg_freeze *f,
	const struct sg_study *study, struct sg_error *err)
{
	struct sg_query q;
	struct sg_buf json;
	char guid[37], hex[65];
	int64_t coder;

	int rc = sg_coder_need(s, f->coder, &coder, err);
	if (rc < 0)
		return rc;
	sg_buf_init(&json);
	sg_study_write(study, &json);
	sg_sha256_hex(sg_buf_str(&json), hex);
	sg_store_guid(guid);
	sg_query_open(&q, s, SG_SQL_FROZEN_NEW, err);
	sg_query_textz(&q, ":guid", guid);
	sg_query_text(&q, ":name", f->name);
	sg_query_int(&q, ":run", study->run);
	sg_query_int(&q, ":coder", coder);
	sg_query_textz(&q, ":at", f->now);
	sg_query_text(&q, ":note", f->note);
	sg_query_textz(&q, ":program", f->program);
	sg_query_textz(&q, ":sha256", hex);
	sg_query_text(&q, ":study", sg_buf_str(&json));
	rc = sg_query_run(&q);
	sg_buf_release(&json);
	return rc;
}

static int freeze(struct sg_store *s, const struct sg_freeze *f, uint32_t *run,
	uint32_t *pending, struct sg_error *err)
{
	struct sg_study study;

	int rc = check_name(s, f->name, err);
	if (rc < 0)
		return rc;
	rc = sg_study_load(&study, s, SG_STUDY_BODIES | SG_STUDY_REJECTED, err);
	if (rc < 0)
		return rc;
	if (study.run == 0)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("nothing was coded yet: run `saegim code CODEBOOK` first"));
	if (rc == 0)
		rc = put(s, f, &study, err);
	if (run)
		*run = study.run;
	if (pending)
		*pending = study.pending;
	sg_study_release(&study);
	return rc;
}

int sg_freeze_put(struct sg_store *s, const struct sg_freeze *f, uint32_t *run,
	uint32_t *pending, struct sg_error *err)
{
	int rc = sg_store_begin(s, err);

	if (rc < 0)
		return rc;
	rc = freeze(s, f, run, pending, err);
	if (rc == 0)
		return sg_store_commit(s, err);
	sg_store_rollback(s);
	return rc;
}

/* What a load with `want` has not: rejected codings, bodies and evidence. */
static void cut(struct sg_study *s, unsigned want)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->ncodings; i++)
		if (!s->codings[i].rejected || (want & SG_STUDY_REJECTED))
			s->codings[kept++] = s->codings[i];
	s->ncodings = kept;
	if (want & SG_STUDY_BODIES)
		return;
	for (size_t i = 0; i < s->ntexts && !(want & SG_STUDY_TEXTS); i++)
		s->texts[i].body = (struct sg_str){NULL, 0};
	for (size_t i = 0; i < s->ncodings; i++) {
		s->codings[i].hits = NULL;
		s->codings[i].nhits = 0;
	}
}

/* Ids are those of another file: here they would name other rows. */
static void make_foreign(struct sg_study *s)
{
	s->foreign = true;
	for (size_t i = 0; i < s->ncodes; i++)
		s->codes[i].id = 0;
	for (size_t i = 0; i < s->ntexts; i++)
		s->texts[i].id = 0;
	for (size_t i = 0; i < s->ncodings; i++)
		s->codings[i].id = 0;
}

/* Names of what is frozen, to say beside one that is not. */
static int not_frozen(struct sg_store *s, struct sg_str name, struct sg_error *err)
{
	struct sg_freezes all;
	struct sg_buf b;

	int rc = sg_freezes_load(&all, s, err);
	if (rc < 0)
		return rc;
	sg_buf_init(&b);
	for (size_t i = 0; i < all.n; i++)
		sg_buf_printf(&b, "%s%.*s", i ? ", " : "", SG_ARG(all.v[i].name));
	if (b.n)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("nothing is frozen as '%.*s'; there are: %s"), SG_ARG(name),
			b.p);
	else
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("nothing is frozen as '%.*s'; a number is a run"),
			SG_ARG(name));
	sg_buf_release(&b);
	sg_freezes_release(&all);
	return rc;
}

int sg_study_load_frozen(struct sg_study *out, struct sg_store *store,
	struct sg_str name, unsigned want, struct sg_error *err)
{
	struct sg_query q;
	char hex[65];
	bool taken = false;

	memset(out, 0, sizeof *out);
	sg_query_open(&q, store, SG_SQL_FROZEN_STUDY, err);
	sg_query_text(&q, ":name", name);
	int rc = sg_query_step(&q);
	if (rc > 0) {
		struct sg_str json = sg_col_text(&q, 0);
		sg_sha256_hex(json, hex);
		taken = sg_col_int(&q, 2) != 0;
		if (sg_str_eqz(sg_col_text(&q, 1), hex))
			rc = sg_study_read(out, json, err);
		else
			rc = sg_error_set(err, SG_ESTORE,
				_("what was frozen as '%.*s' was changed since: its "
				  "checksum does not hold"),
				SG_ARG(name));
	} else if (rc == 0) {
		rc = not_frozen(store, name, err);
	}
	sg_query_close(&q);
	if (rc < 0)
		return rc;
	out->frozen = sg_arena_str(&out->arena, name);
	if (taken)
		make_foreign(out);
	cut(out, want);
	return 0;
}

int sg_freezes_load(struct sg_freezes *out, struct sg_store *s, struct sg_error *err)
{
	SG_VEC(struct sg_freeze_row) v = {NULL, 0, 0};
	struct sg_arena *a = &out->arena;
	struct sg_query q;
	int rc;

	memset(out, 0, sizeof *out);
	sg_arena_init(a);
	sg_query_open(&q, s, SG_SQL_FROZEN_LIST, err);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct sg_freeze_row){
				    .name = sg_arena_str(a, sg_col_text(&q, 0)),
				    .run = sg_col_u32(&q, 1),
				    .coder = sg_arena_str(a, sg_col_text(&q, 2)),
				    .at = sg_arena_str(a, sg_col_text(&q, 3)),
				    .note = sg_arena_str(a, sg_col_text(&q, 4)),
				    .program = sg_arena_str(a, sg_col_text(&q, 5)),
				    .sha256 = sg_arena_str(a, sg_col_text(&q, 6)),
				    .bytes = (size_t)sg_col_int(&q, 7)});
	sg_query_close(&q);
	out->v = sg_arena_array(a, v.n, sizeof *v.v);
	if (v.n)
		memcpy(out->v, v.v, v.n * sizeof *v.v);
	out->n = v.n;
	free(v.v);
	if (rc < 0)
		sg_freezes_release(out);
	return rc;
}

void sg_freezes_release(struct sg_freezes *f)
{
	sg_arena_release(&f->arena);
	memset(f, 0, sizeof *f);
}
