/* record.c - see record.h. */
#include "config.h"

#include "ingest/record.h"

#include <string.h>

#include "base/file.h"
#include "ingest/header.h"
#include "ingest/heading.h"
#include "ingest/key.h"

enum { LONG_VALUE = 200 /* letters that an attribute seldom has */ };

bool sg_column_listed(const char *list, struct sg_str name, struct sg_str *label)
{
	struct sg_str rest = sg_str_of(list), item;

	while (sg_str_split(&rest, ',', &item)) {
		size_t at = sg_str_findc(item, '=');
		struct sg_str field =
			sg_str_trim(at == SIZE_MAX ? item : sg_str_skip(item, at + 1));
		/* names of signs only have no key: they must be the same */
		bool same = sg_key_length(field) ? sg_key_eq(field, name)
						 : field.n && sg_str_eq(field, name);
		if (!same)
			continue;
		*label = at == SIZE_MAX ? field : sg_str_trim(sg_str_sub(item, 0, at));
		return true;
	}
	return false;
}

/* As a Markdown heading, a name may say more than label, title or wording. */
struct sg_str sg_column_question(const struct sg_questionnaire *q, struct sg_str name,
	struct sg_arena *arena, bool *unknown)
{
	struct sg_heading h;
	struct sg_str found = {"", 0};
	struct sg_buf line;

	sg_buf_init(&line);
	sg_buf_addz(&line, "# ");
	for (size_t i = 0; i < name.n; i++) /* a wording may have line breaks */
		sg_buf_addc(&line, name.p[i] == '\n' ? ' ' : name.p[i]);
	enum sg_heading_kind kind =
		sg_heading_read(q, SG_NO_QUESTION, sg_buf_str(&line), 0, line.n, &h);
	*unknown = kind == SG_HEADING_UNKNOWN;
	if (kind == SG_HEADING_QUESTION)
		found = h.question == SG_NO_QUESTION
				? sg_arena_str(arena, sg_str_of(h.label))
				: q->questions[h.question].label;
	sg_buf_release(&line);
	return found;
}

void sg_column_classify(const struct sg_ingest_options *o, struct sg_str name,
	struct sg_arena *arena, struct sg_column *out)
{
	struct sg_str label;
	bool unknown;

	*out = (struct sg_column){.name = name, .role = SG_ROLE_ATTRIBUTE};
	if (o->id_field && sg_column_listed(o->id_field, name, &label)) {
		out->role = SG_ROLE_RESPONDENT;
		out->rank = 3;
		return;
	}
	if (o->text_fields) {
		if (sg_column_listed(o->text_fields, name, &label)) {
			out->role = SG_ROLE_ANSWER;
			out->label = label;
			label = sg_column_question(
				o->questionnaire, label, arena, &unknown);
			if (label.n)
				out->label = label;
			out->label = sg_arena_str(arena, out->label);
			return;
		}
	} else {
		out->label =
			sg_column_question(o->questionnaire, name, arena, &unknown);
		if (out->label.n || unknown) {
			out->role = out->label.n ? SG_ROLE_ANSWER : SG_ROLE_UNASSIGNED;
			return;
		}
	}
	out->rank = o->id_field ? 0 : sg_header_rank(name);
	if (out->rank)
		out->role = SG_ROLE_RESPONDENT;
	else if (o->attribute_fields &&
		 !sg_column_listed(o->attribute_fields, name, &label))
		out->role = SG_ROLE_LEFT_OUT;
}

size_t sg_column_respondent(
	const struct sg_ingest_options *o, struct sg_column *v, size_t n)
{
	size_t best = SIZE_MAX;
	struct sg_str label;

	for (size_t i = 0; i < n; i++)
		if (v[i].role == SG_ROLE_RESPONDENT &&
			(best == SIZE_MAX || v[i].rank > v[best].rank))
			best = i;
	for (size_t i = 0; i < n; i++)
		if (v[i].role == SG_ROLE_RESPONDENT && i != best)
			v[i].role = o->attribute_fields && !sg_column_listed(
								   o->attribute_fields,
								   v[i].name, &label)
					    ? SG_ROLE_LEFT_OUT
					    : SG_ROLE_ATTRIBUTE;
	return best;
}

static void add_attribute(struct sg_intake *in, struct sg_draft *d,
	const struct sg_record *r, const struct sg_cell *cell)
{
	struct sg_column *column = cell->column;

	sg_draft_attribute(d, column->name, cell->value);
	if (column->warned || sg_key_length(cell->value) <= LONG_VALUE)
		return;
	column->warned = true;
	sg_notes_add(in->notes, SG_WARNING, r->path, cell->line, 0,
		_("'%.*s' is kept as an attribute but holds long text: if it is an "
		  "answer, name it as a text field"),
		SG_ARG(column->name));
}

static void warn_unassigned(
	struct sg_intake *in, const struct sg_record *r, const struct sg_cell *cell)
{
	if (cell->column->warned)
		return;
	cell->column->warned = true;
	sg_notes_add(in->notes, SG_WARNING, r->path, cell->line, 0,
		_("'%.*s' is no question of the questionnaire; its text stays "
		  "unassigned"),
		SG_ARG(cell->column->name));
}

/* Where each answer stands in the body while that still grows. */
struct place {
	size_t start, stop;
};

static void build_body(const struct sg_record *r, struct sg_buf *body, struct place *at)
{
	for (size_t i = 0; i < r->ncells; i++) {
		const struct sg_column *c = r->cells[i].column;
		bool answer = c->role == SG_ROLE_ANSWER;
		struct sg_str value = sg_str_trim(r->cells[i].value);
		if (!answer && (c->role != SG_ROLE_UNASSIGNED || value.n == 0))
			continue;
		if (body->n)
			sg_buf_addz(body, "\n");
		sg_buf_add(body, answer ? c->label : c->name);
		sg_buf_addc(body, '\n');
		at[i].start = body->n;
		sg_buf_add(body, value);
		at[i].stop = body->n;
		sg_buf_addc(body, '\n');
	}
}

static void hash_record(const struct sg_record *r, char out[65])
{
	struct sg_sha256 *h = sg_sha256_new();

	for (size_t i = 0; i < r->ncells; i++) {
		if (r->cells[i].column->role == SG_ROLE_LEFT_OUT)
			continue;
		sg_sha256_add(h, r->cells[i].column->name);
		sg_sha256_add(h, SG_STR("\x1f"));
		sg_sha256_add(h, r->cells[i].value);
		sg_sha256_add(h, SG_STR("\x1e"));
	}
	sg_sha256_done(h, out);
}

/* A name of its own: two rows of one respondent must not replace each other. */
static void name_record(
	struct sg_intake *in, struct sg_draft *d, const struct sg_record *r)
{
	struct sg_document *doc = &d->doc;
	struct sg_str key = sg_str_trim(r->respondent);

	if (key.n == 0) {
		struct sg_buf stem;
		sg_buf_init(&stem);
		sg_intake_name(sg_path_stem(r->path), &stem);
		doc->respondent = sg_arena_printf(
			&d->arena, "%.*s#%u", SG_ARG(sg_buf_str(&stem)), r->line);
		sg_buf_release(&stem);
		doc->name = sg_arena_printf(
			&d->arena, "%.*s#%u", SG_ARG(in->name), r->line);
	} else {
		doc->respondent = sg_arena_str(&d->arena, key);
		doc->name = sg_arena_printf(
			&d->arena, "%.*s#%.*s", SG_ARG(in->name), SG_ARG(key));
	}
	if (!sg_seen_add(&in->names, doc->name)) {
		if (sg_seen_add(&in->respondents, doc->respondent))
			sg_notes_add(in->notes, SG_WARNING, r->path, r->line, 0,
				_("respondent '%.*s' has another file already; both "
				  "are "
				  "kept"),
				SG_ARG(doc->respondent));
		return;
	}
	sg_notes_add(in->notes, SG_WARNING, r->path, r->line, 0,
		_("respondent '%.*s' has another row above; both are kept"),
		SG_ARG(doc->respondent));
	doc->name = sg_arena_printf(&d->arena, "%.*s~%u", SG_ARG(doc->name), r->line);
	sg_seen_add(&in->names, doc->name);
}

int sg_record_emit(struct sg_intake *in, struct sg_draft *d, const struct sg_record *r,
	struct sg_error *err)
{
	struct sg_buf body;

	sg_draft_reset(d);
	struct place *at = sg_arena_array(&d->arena, r->ncells, sizeof *at);
	sg_buf_init(&body);
	build_body(r, &body, at);
	d->doc.path = sg_str_of(r->path);
	d->doc.reader = r->reader;
	d->doc.encoding = r->encoding;
	d->doc.body = sg_buf_str(&body);
	hash_record(r, d->doc.file_sha256);
	name_record(in, d, r);
	for (size_t i = 0; i < r->ncells; i++) {
		const struct sg_cell *cell = &r->cells[i];
		enum sg_role role = cell->column->role;
		if (role == SG_ROLE_ATTRIBUTE)
			add_attribute(in, d, r, cell);
		if (role == SG_ROLE_UNASSIGNED && at[i].stop)
			warn_unassigned(in, r, cell);
		if (role == SG_ROLE_ANSWER ||
			(role == SG_ROLE_UNASSIGNED && at[i].stop))
			sg_draft_answer(d,
				role == SG_ROLE_ANSWER ? cell->column->label
						       : (struct sg_str){"", 0},
				at[i].start, at[i].stop, cell->line);
	}
	int rc = sg_draft_emit(d, in, err);
	sg_buf_release(&body);
	return rc;
}
