/* book_names.c - which row a code of a codebook is: that of its label, or of a label it
 * had before, so that what people said of it stays with it through new names, moves and
 * merges. */
#include "config.h"

#include <stdlib.h>

#include "store/book_names.h"
#include "store/db.h"

static int labelled(struct sg_book_names *b, struct sg_str label, int64_t *id)
{
	struct sg_query q;

	sg_query_open(&q, b->store, SG_SQL_CODE_LABELLED, b->err);
	sg_query_text(&q, ":label", label);
	return sg_query_value(&q, id);
}

static bool in_book(const struct sg_book_names *b, struct sg_str label)
{
	for (size_t i = 0; i < b->book->ncodes; i++)
		if (sg_str_eq(b->book->codes[i].label, label))
			return true;
	return false;
}

/* The row that had the label, unless the book has it under another, and the label it
 * has now. */
static int formerly(
	struct sg_book_names *b, struct sg_str label, int64_t *id, struct sg_str *now)
{
	struct sg_query q;
	int rc;

	*id = 0;
	sg_query_open(&q, b->store, SG_SQL_CODE_FORMERLY, b->err);
	sg_query_text(&q, ":label", label);
	while ((rc = sg_query_step(&q)) > 0 && *id == 0)
		if (!in_book(b, sg_col_text(&q, 1))) {
			*id = sg_col_int(&q, 0);
			*now = sg_arena_str(b->arena, sg_col_text(&q, 1));
		}
	sg_query_close(&q);
	return rc < 0 ? rc : 0;
}

/* The last name of a label, which is what rules without IDs refer to. */
static struct sg_str last_name(struct sg_str label)
{
	size_t at;

	while ((at = sg_str_find(label, SG_STR(" > "))) != SIZE_MAX)
		label = sg_str_skip(label, at + 3);
	return label;
}

static void add_pair(struct sg_book_names *b, struct sg_str from, struct sg_str to)
{
	if (!sg_str_eq(from, to))
		SG_PUSH(&b->pairs,
			(struct sg_label_pair){sg_arena_str(b->arena, from), to});
}

static int rename_row(struct sg_book_names *b, int64_t id, struct sg_str old,
	const struct sg_code *code)
{
	struct sg_query q;

	add_pair(b, old, code->label);
	if (!b->book->has_ids)
		add_pair(b, last_name(old), code->name);
	sg_query_open(&q, b->store, SG_SQL_CODE_FORMER_PUT, b->err);
	sg_query_int(&q, ":id", id);
	int rc = sg_query_run(&q);
	if (rc < 0)
		return rc;
	sg_query_open(&q, b->store, SG_SQL_CODE_RENAME, b->err);
	sg_query_int(&q, ":id", id);
	sg_query_text(&q, ":label", code->label);
	return sg_query_run(&q);
}

int sg_book_names_claim(struct sg_book_names *b, const struct sg_code *code)
{
	int64_t id, old = 0;
	struct sg_str from = code->label;
	int rc = labelled(b, code->label, &id);

	if (rc < 0 || id)
		return rc;
	for (size_t i = 0; rc == 0 && old == 0 && i < code->nwas; i++) {
		from = code->was[i].label;
		rc = labelled(b, from, &old);
		if (rc == 0 && old && in_book(b, from))
			old = 0;
		if (rc == 0 && old == 0)
			rc = formerly(b, code->was[i].label, &old, &from);
	}
	if (rc == 0 && old == 0)
		rc = formerly(b, code->label, &old, &from);
	return rc == 0 && old ? rename_row(b, old, from, code) : rc;
}

int sg_book_names_merge(struct sg_book_names *b, const struct sg_code *code, int64_t id)
{
	struct sg_query q;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < code->nwas; i++) {
		int64_t old = 0;
		rc = labelled(b, code->was[i].label, &old);
		if (rc < 0 || old == 0 || old == id || in_book(b, code->was[i].label))
			continue;
		sg_query_open(&q, b->store, SG_SQL_CODE_MERGE, b->err);
		sg_query_int(&q, ":id", old);
		sg_query_int(&q, ":into", id);
		rc = sg_query_run(&q);
	}
	return rc;
}

/* A byte that goes on with the name behind an @. */
static bool in_name(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' ||
	       ((unsigned char)c & 0x80);
}

/* body with every reference to a renamed code as it was written before. */
static bool spell_old(
	const struct sg_book_names *b, struct sg_str body, struct sg_buf *out)
{
	bool any = false;

	for (size_t i = 0; i < body.n;) {
		size_t stop = i + 1;
		if (body.p[i] != '@') {
			sg_buf_addc(out, body.p[i++]);
			continue;
		}
		while (stop < body.n && in_name(body.p[stop]))
			stop++;
		struct sg_str name = sg_str_sub(body, i + 1, stop);
		for (size_t k = 0; k < b->pairs.n; k++)
			if (sg_str_eq(b->pairs.v[k].to, name)) {
				name = b->pairs.v[k].from;
				any = true;
				break;
			}
		sg_buf_addc(out, '@');
		sg_buf_add(out, name);
		i = stop;
	}
	return any;
}

int sg_book_names_respell(struct sg_book_names *b, int64_t code, struct sg_str body)
{
	struct sg_query q;
	struct sg_buf old;
	int rc = 0;

	if (b->pairs.n == 0 || sg_str_findc(body, '@') == SIZE_MAX)
		return 0;
	sg_buf_init(&old);
	if (spell_old(b, body, &old)) {
		sg_query_open(&q, b->store, SG_SQL_RULE_RESPELL, b->err);
		sg_query_int(&q, ":code", code);
		sg_query_text(&q, ":body", body);
		sg_query_text(&q, ":old", sg_buf_str(&old));
		rc = sg_query_run(&q);
	}
	sg_buf_release(&old);
	return rc;
}

void sg_book_names_release(struct sg_book_names *b)
{
	free(b->pairs.v);
}
