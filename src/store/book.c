/* book.c - a codebook into rows: code, rule and facet follow it, and a code or rule
 * keeps its id from version to version. */
#include "config.h"

#include <string.h>

#include "store/book_names.h"
#include "store/db.h"
#include "store/rows.h"

struct job {
	struct sg_store *s;
	const struct sg_codebook *book;
	const struct sg_str *fingerprints;
	struct sg_book_rows *out;
	struct sg_error *err;
	struct sg_book_names names;
};

static int run_plain(struct job *j, enum sg_sql_id id)
{
	struct sg_query q;

	sg_query_open(&q, j->s, id, j->err);
	return sg_query_run(&q);
}

static int put_codebook(struct job *j)
{
	struct sg_query q;

	sg_query_open(&q, j->s, SG_SQL_CODEBOOK_PUT, j->err);
	sg_query_textz(&q, ":sha256", j->book->sha256);
	sg_query_text(&q, ":path", j->book->path);
	sg_query_text(&q, ":body", j->book->body);
	int rc = sg_query_run(&q);
	if (rc < 0)
		return rc;
	sg_query_open(&q, j->s, SG_SQL_CODEBOOK_ID, j->err);
	sg_query_textz(&q, ":sha256", j->book->sha256);
	return sg_query_value(&q, &j->out->codebook);
}

/* Names from the root joined by " > ". */
static struct sg_str path_of(struct job *j, size_t at)
{
	const struct sg_code *c = &j->book->codes[at];

	if (c->parent == SG_NO_CODE)
		return c->name;
	struct sg_str above = path_of(j, c->parent);
	return sg_arena_printf(
		&j->out->arena, "%.*s > %.*s", SG_ARG(above), SG_ARG(c->name));
}

static int put_code(struct job *j, size_t at)
{
	const struct sg_code *c = &j->book->codes[at];
	struct sg_query q;
	char guid[37];

	int rc = sg_book_names_claim(&j->names, c);
	if (rc < 0)
		return rc;
	sg_query_open(&q, j->s, SG_SQL_CODE_FINGERPRINT, j->err);
	sg_query_text(&q, ":label", c->label);
	rc = sg_query_step(&q);
	if (rc > 0)
		j->out->was[at] = sg_arena_str(&j->out->arena, sg_col_text(&q, 0));
	j->out->changed[at] =
		rc <= 0 || !sg_str_eq(j->out->was[at], j->fingerprints[at]);
	sg_query_close(&q);
	if (rc < 0)
		return rc;
	sg_store_guid(guid);
	sg_query_open(&q, j->s, SG_SQL_CODE_PUT, j->err);
	sg_query_textz(&q, ":guid", guid);
	sg_query_text(&q, ":label", c->label);
	sg_query_text(&q, ":name", c->name);
	sg_query_ref(
		&q, ":parent", c->parent == SG_NO_CODE ? 0 : j->out->codes[c->parent]);
	sg_query_int(&q, ":ord", (int64_t)at);
	sg_query_int(&q, ":level", c->level);
	sg_query_text(&q, ":path", path_of(j, at));
	sg_query_text(&q, ":definition", c->definition);
	sg_query_text(&q, ":include", c->include);
	sg_query_text(&q, ":exclude", c->exclude);
	sg_query_text(&q, ":color", c->color);
	sg_query_textz(&q, ":unit", sg_unit_name(c->unit));
	sg_query_text(&q, ":fingerprint", j->fingerprints[at]);
	return sg_query_value(&q, &j->out->codes[at]);
}

static int put_rule(struct job *j, size_t code, size_t at, struct sg_buf *body)
{
	static const char *const kinds[] = {[SG_RULE_SELECT] = "select",
		[SG_RULE_MASK] = "mask",
		[SG_RULE_VETO] = "veto"};
	const struct sg_rule *r = &j->book->codes[code].rules[at];
	struct sg_query q;

	sg_buf_reset(body);
	sg_rule_print(r, body);
	int rc =
		sg_book_names_respell(&j->names, j->out->codes[code], sg_buf_str(body));
	if (rc < 0)
		return rc;
	sg_query_open(&q, j->s, SG_SQL_RULE_PUT, j->err);
	sg_query_int(&q, ":code", j->out->codes[code]);
	sg_query_textz(&q, ":kind", kinds[r->kind]);
	sg_query_text(&q, ":body", sg_buf_str(body));
	sg_query_int(&q, ":line", r->line);
	return sg_query_value(&q, &j->out->rules[code][at]);
}

static int put_rules(struct job *j)
{
	struct sg_buf body;
	int rc = run_plain(j, SG_SQL_RULES_RETIRE);

	sg_buf_init(&body);
	for (size_t c = 0; rc == 0 && c < j->book->ncodes; c++) {
		size_t n = j->book->codes[c].nrules;
		j->out->rules[c] =
			sg_arena_array(&j->out->arena, n, sizeof **j->out->rules);
		/* Backwards, so that of two equal rules the first gives the line. */
		for (size_t r = n; rc == 0 && r-- > 0;)
			rc = put_rule(j, c, r, &body);
	}
	sg_buf_release(&body);
	return rc;
}

static int put_facets(struct job *j)
{
	struct sg_query q;
	int64_t ord = 0;
	int rc = run_plain(j, SG_SQL_FACETS_CLEAR);

	for (size_t f = 0; f < j->book->nfacets; f++) {
		const struct sg_facet *facet = &j->book->facets[f];
		for (size_t v = 0; rc == 0 && v < facet->nvalues; v++) {
			sg_query_open(&q, j->s, SG_SQL_FACET_NEW, j->err);
			sg_query_text(&q, ":name", facet->name);
			sg_query_text(&q, ":value", facet->values[v]);
			sg_query_int(&q, ":ord", ord++);
			rc = sg_query_run(&q);
		}
	}
	return rc;
}

/* All are retired, those of the book revived; what then still has a fingerprint has
 * gone with this version. */
static int put_codes(struct job *j)
{
	struct sg_query q;
	int rc = run_plain(j, SG_SQL_CODES_RETIRE);

	for (size_t c = 0; rc == 0 && c < j->book->ncodes; c++)
		rc = put_code(j, c);
	for (size_t c = 0; rc == 0 && c < j->book->ncodes; c++)
		if (j->book->codes[c].nwas)
			rc = sg_book_names_merge(
				&j->names, &j->book->codes[c], j->out->codes[c]);
	if (rc < 0)
		return rc;
	sg_query_open(&q, j->s, SG_SQL_CODES_BURY, j->err);
	rc = sg_query_run(&q);
	j->out->removed = (size_t)sqlite3_changes64(j->s->db);
	return rc;
}

int sg_book_put(struct sg_store *s, const struct sg_codebook *book,
	const struct sg_str *fingerprints, struct sg_book_rows *out,
	struct sg_error *err)
{
	struct job j = {s, book, fingerprints, out, err,
		{.store = s, .book = book, .arena = &out->arena, .err = err}};

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	out->codes = sg_arena_array(&out->arena, book->ncodes, sizeof *out->codes);
	out->rules = sg_arena_array(&out->arena, book->ncodes, sizeof *out->rules);
	out->was = sg_arena_array(&out->arena, book->ncodes, sizeof *out->was);
	out->changed = sg_arena_array(&out->arena, book->ncodes, sizeof *out->changed);
	int rc = put_codebook(&j);
	if (rc == 0)
		rc = put_codes(&j);
	if (rc == 0)
		rc = put_rules(&j);
	if (rc == 0)
		rc = put_facets(&j);
	sg_book_names_release(&j.names);
	if (rc < 0)
		sg_book_rows_release(out);
	return rc;
}

void sg_book_rows_release(struct sg_book_rows *b)
{
	sg_arena_release(&b->arena);
	memset(b, 0, sizeof *b);
}

int sg_store_codebook(struct sg_store *s, struct sg_codebook **out,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_query q;

	*out = NULL;
	sg_query_open(&q, s, SG_SQL_CODEBOOK_LAST, err);
	int rc = sg_query_step(&q);
	if (rc == 0)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("no codes are known yet: run `saegim code CODEBOOK` first"));
	if (rc > 0) {
		struct sg_buf path;
		sg_buf_init(&path);
		sg_buf_add(&path, sg_col_text(&q, 0));
		rc = sg_codebook_read(out, sg_col_text(&q, 1), sg_buf_z(&path), notes);
		if (rc < 0)
			sg_error_set(err, rc,
				_("the codebook of the last run cannot be read"));
		sg_buf_release(&path);
	}
	sg_query_close(&q);
	return rc;
}
