/* read_jsonl.c - reader of JSON Lines: an object a line is a respondent's document.
 * Streamed: one line is held at a time. A line that is no object is an error note and
 * the others go on. */
#include "config.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/lines.h"
#include "ingest/flat_json.h"
#include "ingest/key.h"
#include "ingest/library_error.h"
#include "ingest/record.h"
#include "text/decode.h"

enum {
	FIELDS_MAX = 1000,
	BAD_MAX = 100, /* lines that are named one by one */
};

struct jsonl {
	struct sg_intake *in;
	const char *path;
	const char *encoding; /* of the last line */
	struct sg_draft draft;
	struct sg_arena names; /* of columns: as many as the file has fields */
	SG_VEC(struct sg_column *) columns; /* by first appearance */
	SG_VEC(struct sg_cell) cells;
	struct sg_flat_fields fields;
	struct sg_buf text; /* the line, decoded */
	bool lacks_id;
	bool useless; /* its first object has no field of answers: nothing is read */
	size_t objects;
};

static struct sg_column *column_of(struct jsonl *j, struct sg_str name)
{
	struct sg_column *c;

	for (size_t i = 0; i < j->columns.n; i++)
		if (sg_str_eq(j->columns.v[i]->name, name))
			return j->columns.v[i];
	c = sg_arena_alloc(&j->names, sizeof *c);
	sg_column_classify(j->in->options, sg_arena_str(&j->names, name), &j->names, c);
	SG_PUSH(&j->columns, c);
	return c;
}

/* s composed: itself, or in arena. */
static struct sg_str composed(struct sg_str s, struct sg_arena *arena)
{
	struct sg_buf b;

	if (sg_is_composed(s))
		return s;
	sg_buf_init(&b);
	sg_compose(s, &b);
	s = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

/* The text of a scalar, composed; false for arrays and objects. */
static bool scalar_text(const json_t *v, struct sg_arena *arena, struct sg_str *out)
{
	*out = (struct sg_str){"", 0};
	if (json_is_string(v)) {
		*out = composed(
			(struct sg_str){json_string_value(v), json_string_length(v)},
			arena);
	} else if (json_is_integer(v) || json_is_real(v)) {
		char *z = json_dumps(v, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
		*out = sg_arena_str(arena, sg_str_of(z));
		free(z);
	} else if (json_is_boolean(v)) {
		*out = sg_str_of(json_is_true(v) ? "true" : "false");
	} else if (!json_is_null(v)) {
		return false;
	}
	return true;
}

/* Text fields that the options name and the line lacks are answers left blank. */
static void add_absent(struct jsonl *j, struct sg_arena *arena, uint32_t line)
{
	struct sg_str rest = sg_str_of(j->in->options->text_fields), item, label;

	while (j->in->options->text_fields && sg_str_split(&rest, ',', &item)) {
		const char *one = sg_arena_strz(arena, item);
		bool there = sg_str_trim(item).n == 0;
		for (size_t i = 0; i < j->cells.n && !there; i++)
			there = sg_column_listed(
				one, j->cells.v[i].column->name, &label);
		if (there)
			continue;
		size_t at = sg_str_findc(item, '=');
		struct sg_str name =
			sg_str_trim(at == SIZE_MAX ? item : sg_str_skip(item, at + 1));
		sg_notes_add(j->in->notes, SG_WARNING, j->path, line, 0,
			_("there is no field '%.*s'"), SG_ARG(name));
		SG_PUSH(&j->cells, (struct sg_cell){column_of(j, name),
					   (struct sg_str){"", 0}, line});
	}
}

static void collect_flat(struct jsonl *j, struct sg_arena *arena, uint32_t line)
{
	for (size_t i = 0; i < j->fields.n; i++) {
		const struct sg_flat_field *f = &j->fields.v[i];
		SG_PUSH(&j->cells, (struct sg_cell){.column = column_of(j,
							    composed(f->name, arena)),
					   .value = composed(f->value, arena),
					   .line = line});
	}
}

static void collect(
	struct jsonl *j, json_t *object, struct sg_arena *arena, uint32_t line)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
	{
		struct sg_cell cell = {.line = line};
		cell.column = column_of(j, composed(sg_str_of(key), arena));
		if (scalar_text(value, arena, &cell.value)) {
			SG_PUSH(&j->cells, cell);
			continue;
		}
		if (!cell.column->warned)
			sg_notes_add(j->in->notes, SG_WARNING, j->path, line, 0,
				_("field '%.*s' is a list or an object; left out"),
				SG_ARG(cell.column->name));
		cell.column->warned = true;
	}
}

/* The cell that names the respondent, by the rank of its column among the line's. */
static size_t find_respondent(const struct jsonl *j)
{
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < j->cells.n; i++)
		if (j->cells.v[i].column->rank &&
			(best == SIZE_MAX || j->cells.v[i].column->rank >
						     j->cells.v[best].column->rank))
			best = i;
	return best;
}

/* Nothing in the object is an answer: its fields, to choose from. */
static int no_question(const struct jsonl *j, uint32_t line, struct sg_error *err)
{
	struct sg_buf names;

	sg_buf_init(&names);
	for (size_t i = 0; i < j->cells.n && names.n < 300; i++)
		sg_buf_printf(&names, "%s%.*s", i ? ", " : "",
			SG_ARG(j->cells.v[i].column->name));
	sg_error_at(err, SG_EINPUT, j->path, line, 0,
		_("no field is a question: name the fields of answers with --text, or "
		  "give a questionnaire with their titles or wordings (fields: %s)"),
		sg_buf_z(&names));
	sg_buf_release(&names);
	return SG_EINPUT;
}

static int emit(struct jsonl *j, uint32_t line, struct sg_error *err)
{
	size_t id = find_respondent(j), answers = 0;
	struct sg_record r = {.path = j->path,
		.reader = "jsonl",
		.encoding = j->encoding,
		.line = line,
		.cells = j->cells.v,
		.ncells = j->cells.n};

	for (size_t i = 0; i < j->cells.n; i++) {
		struct sg_column *c = j->cells.v[i].column;
		answers += c->role == SG_ROLE_ANSWER;
		if (c->role == SG_ROLE_RESPONDENT && i != id)
			c->role = SG_ROLE_ATTRIBUTE;
		else if (i == id)
			c->role = SG_ROLE_RESPONDENT;
	}
	j->objects++;
	j->useless = answers == 0 && j->objects == 1;
	if (answers == 0)
		return no_question(j, line, err);
	if (id != SIZE_MAX)
		r.respondent = j->cells.v[id].value;
	else if (!j->lacks_id)
		sg_notes_add(j->in->notes, SG_NOTE, j->path, line, 0,
			_("no field names the respondents; lines are numbered"));
	j->lacks_id = j->lacks_id || id == SIZE_MAX;
	return sg_record_emit(j->in, &j->draft, &r, err);
}

static int no_json(const struct jsonl *j, const json_error_t *why, uint32_t no,
	struct sg_error *err)
{
	uint32_t column = why->column > 0 ? (uint32_t)why->column : 0;
	struct sg_str near;
	const char *reason = sg_json_reason(why, &near);

	if (near.n == 0)
		return sg_error_at(
			err, SG_EINPUT, j->path, no, column, _("no JSON: %s"), reason);
	return sg_error_at(err, SG_EINPUT, j->path, no, column,
		_("no JSON: %s, at '%.*s'"), reason, SG_ARG(near));
}

static int parse(struct jsonl *j, struct sg_str text, json_t **out, uint32_t no,
	struct sg_error *err)
{
	json_error_t why;

	*out = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &why);
	if (!*out)
		return no_json(j, &why, no, err);
	if (!json_is_object(*out))
		return sg_error_at(
			err, SG_EINPUT, j->path, no, 0, _("line holds no JSON object"));
	if (json_object_size(*out) > FIELDS_MAX || j->columns.n > FIELDS_MAX)
		return sg_error_at(err, SG_ETOOBIG, j->path, no, 0,
			_("more than %d different fields"), FIELDS_MAX);
	return 0;
}

static int read_line(
	struct jsonl *j, struct sg_str line, uint32_t no, struct sg_error *err)
{
	struct sg_arena arena;
	json_t *object = NULL;
	int rc;

	sg_buf_reset(&j->text);
	sg_arena_init(&arena);
	j->cells.n = 0;
	rc = sg_decode_apart(
		line, j->in->options->encoding, j->path, &j->text, &j->encoding, err);
	struct sg_str text = sg_buf_str(&j->text);
	if (rc < 0) {
		err->line = no; /* the decoder saw one line only */
	} else if (j->columns.n <= FIELDS_MAX &&
		   sg_flat_json(text, FIELDS_MAX, &arena, &j->fields)) {
		collect_flat(j, &arena, no);
	} else {
		rc = parse(j, text, &object, no, err);
		if (rc == 0)
			collect(j, object, &arena, no);
	}
	if (rc == 0) {
		add_absent(j, &arena, no);
		rc = emit(j, no, err);
	}
	json_decref(object);
	sg_arena_release(&arena);
	return rc;
}

static int read_lines(struct sg_intake *in, const char *path, struct sg_lines *lines,
	struct sg_error *err)
{
	struct jsonl j = {.in = in, .path = path};
	struct sg_str line;
	uint32_t no;
	size_t lines_read = 0, bad = 0;

	sg_arena_init(&j.names);
	sg_draft_init(&j.draft);
	for (;;) {
		struct sg_error mine;
		sg_error_reset(&mine);
		int more = sg_lines_next(lines, &line, &no, &mine);
		if (more == 0)
			break;
		lines_read++;
		int rc = more < 0 ? more : 0;
		if (more > 0 && sg_str_trim(line).n)
			rc = read_line(&j, line, no, &mine);
		else if (more > 0)
			lines_read--;
		if (in->stopped || j.useless) {
			*err = mine;
			break;
		}
		if (rc == 0)
			continue;
		in->report->failed++;
		if (++bad > BAD_MAX)
			continue;
		sg_error_locate(&mine, path, no, 0);
		sg_notes_add_error(in->notes, &mine);
	}
	if (bad > BAD_MAX)
		sg_notes_add(in->notes, SG_ERROR, path, 0, 0,
			_("%zu more lines could not be read"), bad - BAD_MAX);
	if (lines_read == 0)
		sg_error_at(err, SG_EINPUT, path, 0, 0, _("file holds no text"));
	free(j.cells.v);
	free(j.fields.v);
	sg_buf_release(&j.text);
	free(j.columns.v);
	sg_draft_release(&j.draft);
	sg_arena_release(&j.names);
	return err->code;
}

int sg_jsonl_read_bytes(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_error *err)
{
	struct sg_lines *lines = sg_lines_of(bytes, SG_LINE_CAP);
	int rc = read_lines(in, path, lines, err);

	sg_lines_free(lines);
	return rc;
}

int sg_jsonl_read(struct sg_intake *in, const char *path, struct sg_error *err)
{
	struct sg_lines *lines = sg_lines_open(path, SG_LINE_CAP, err);

	if (!lines)
		return err->code;
	int rc = read_lines(in, path, lines, err);
	sg_lines_free(lines);
	return rc;
}
