/* methods.c - see methods.h. The fields are settings of the project, "methods.NAME". */
#include "config.h"

#include "project/methods.h"

#include <string.h>

#include "base/file.h"
#include "store/share.h"

#define PREFIX  "methods."
#define ENGLISH "english."

/* What stands in a field; empty when nothing does. */
static int load_text(struct sg_methods_kept *k, struct sg_store *store,
	struct sg_str field, struct sg_methods_text *out, struct sg_error *err)
{
	const char *name = sg_arena_printf(&k->arena, PREFIX "%.*s", SG_ARG(field)).p;
	struct sg_buf b;
	bool found;

	sg_buf_init(&b);
	int rc = sg_store_setting(store, name, &b, &found, err);
	out->name = field;
	out->text = sg_arena_str(&k->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return rc;
}

static int load_texts(struct sg_methods_kept *k, struct sg_store *store,
	const struct sg_study *s, struct sg_error *err)
{
	size_t n = 0, nfields = 0;
	int rc = 0;

	while (sg_methods_fields[nfields])
		nfields++;
	struct sg_methods_text *texts =
		sg_arena_array(&k->arena, nfields + s->ncodes, sizeof *texts);
	for (size_t i = 0; rc == 0 && i < nfields; i++)
		rc = load_text(
			k, store, sg_str_of(sg_methods_fields[i]), &texts[n++], err);
	for (size_t i = 0; rc == 0 && i < s->ncodes; i++)
		rc = load_text(k, store,
			sg_arena_printf(
				&k->arena, ENGLISH "%.*s", SG_ARG(s->codes[i].label)),
			&texts[n++], err);
	k->m.texts = texts;
	k->m.ntexts = n;
	return rc;
}

/* The units of the codebook of the study's run, where that is known. */
static int load_units(struct sg_methods_kept *k, struct sg_store *store, uint32_t run,
	struct sg_error *err)
{
	struct sg_codebook *book;

	if (run == 0)
		return 0;
	int rc = sg_run_codebook(&book, store, run, NULL, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; i < book->ncodes; i++)
		k->m.units[book->codes[i].unit] += book->codes[i].nrules > 0;
	sg_codebook_free(book);
	return 0;
}

/* The checksum of a table that is printed much, so that a reader can tell whether theirs
 * is the same: that of `saegim table NAME --format json`. */
static int sum_table(struct sg_methods_kept *k, const struct sg_study *s,
	int (*make)(const struct sg_study *s, const struct sg_table_options *o,
		struct sg_tables *out, struct sg_error *err),
	struct sg_str *sum, struct sg_error *err)
{
	const struct sg_table_options o = {.quotes = 2};
	struct sg_write_options w = {.english = sg_str_eqz(s->language, "en")};
	struct sg_tables tables;
	struct sg_buf out;
	char hex[65];

	sg_tables_init(&tables);
	sg_buf_init(&out);
	int rc = make(s, &o, &tables, err);
	if (rc == 0)
		rc = sg_writer_find("json")->write(&tables, &w, &out, err);
	if (rc == 0) {
		sg_sha256_hex(sg_buf_str(&out), hex);
		*sum = sg_arena_str(&k->arena, sg_str_of(hex));
	}
	sg_buf_release(&out);
	sg_tables_release(&tables);
	return rc;
}

int sg_methods_load(struct sg_methods_kept *out, struct sg_store *store,
	const struct sg_study *study, struct sg_error *err)
{
	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	int rc = sg_log_load(&out->log, store, err);
	if (rc < 0)
		return rc;
	out->m.log = &out->log;
	out->m.version = SG_STR(PACKAGE_VERSION);
	rc = load_texts(out, store, study, err);
	if (rc == 0)
		rc = load_units(out, store, sg_study_run_here(study), err);
	if (rc == 0 && study->nquestions)
		rc = sum_table(out, study, sg_findings, &out->m.findings, err);
	if (rc == 0)
		rc = sum_table(out, study, sg_themes, &out->m.themes, err);
	return rc;
}

void sg_methods_release(struct sg_methods_kept *k)
{
	if (k->m.log)
		sg_log_release(&k->log);
	sg_arena_release(&k->arena);
}

void sg_methods_hand_over(struct sg_methods_kept *k, struct sg_arena *to)
{
	if (k->m.log) {
		sg_arena_adopt(to, &k->log.arena);
		sg_arena_adopt(to, &k->log.freezes.arena);
	}
	sg_arena_adopt(to, &k->arena);
	sg_methods_release(k);
}

static bool is_field(const struct sg_study *s, const char *field)
{
	for (size_t i = 0; sg_methods_fields[i]; i++)
		if (strcmp(field, sg_methods_fields[i]) == 0)
			return true;
	if (strncmp(field, ENGLISH, strlen(ENGLISH)) != 0)
		return false;
	for (size_t i = 0; i < s->ncodes; i++)
		if (sg_str_eqz(s->codes[i].label, field + strlen(ENGLISH)))
			return true;
	return false;
}

int sg_methods_write(struct sg_store *store, const struct sg_study *study,
	const char *field, const char *text, struct sg_error *err)
{
	struct sg_buf name, known;
	int rc;

	if (!is_field(study, field)) {
		sg_buf_init(&known);
		for (size_t i = 0; sg_methods_fields[i]; i++)
			sg_buf_printf(
				&known, "%s%s", i ? ", " : "", sg_methods_fields[i]);
		rc = sg_error_set(err, SG_EUSAGE,
			_("the methods have no '%s': %s, or english.CODE"), field,
			sg_buf_z(&known));
		sg_buf_release(&known);
		return rc;
	}
	sg_buf_init(&name);
	sg_buf_printf(&name, PREFIX "%s", field);
	rc = sg_store_set(store, sg_buf_z(&name), text, err);
	sg_buf_release(&name);
	return rc;
}
