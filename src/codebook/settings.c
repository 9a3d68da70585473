/* settings.c - the `*` lines of a codebook: one row of a table for each setting, with
 * its Korean name; facets and lists, which hold for the whole book.
 */
#include "config.h"

#include "codebook/reader.h"

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

static bool set_unit(struct sg_reader *r, struct sg_str value);
static bool set_within(struct sg_reader *r, struct sg_str value);
static bool set_include(struct sg_reader *r, struct sg_str value);
static bool set_exclude(struct sg_reader *r, struct sg_str value);
static bool set_color(struct sg_reader *r, struct sg_str value);
static bool set_questions(struct sg_reader *r, struct sg_str value);
static bool set_default(struct sg_reader *r, struct sg_str value);
static bool set_was(struct sg_reader *r, struct sg_str value);

/* apply adds its own notes; its value is a slice of the item's text. */
static const struct setting {
	const char *name, *korean;
	bool of_book; /* may stand before the first code, for all of them */
	bool often;   /* may be given several times */
	bool (*apply)(struct sg_reader *r, struct sg_str value);
} settings[] = {
	{"unit", "단위", true, false, set_unit},
	{"within", "범위", true, false, set_within},
	{"include", "포함", false, true, set_include},
	{"exclude", "제외", false, true, set_exclude},
	{"color", "색", false, false, set_color},
	{"questions", "문항", true, false, set_questions},
	{"default", "기본", false, false, set_default},
	{"was", "옛이름", false, true, set_was},
};
enum { SETTINGS = sizeof settings / sizeof *settings };

static const struct sg_str facet_words[] = {
	{"facet", sizeof "facet" - 1}, {"갈래", sizeof "갈래" - 1}};

/* The code or the book that the setting belongs to. */
static struct sg_code *target(struct sg_reader *r, struct sg_own **own)
{
	struct sg_code *code = sg_reader_code(r);

	*own = code ? &r->own.v[r->own.n - 1] : &r->whole_own;
	return code ? code : &r->whole;
}

static bool read_unit(struct sg_reader *r, struct sg_str value, enum sg_unit *unit)
{
	if (sg_unit_parse(value, unit))
		return true;
	sg_reader_note(r, SG_ERROR, value,
		_("'%.*s' is no unit; units are sentence, paragraph, part, answer "
		  "(문장, 문단, "
		  "부분, 답변)"),
		SG_ARG(value));
	return false;
}

static bool set_unit(struct sg_reader *r, struct sg_str value)
{
	struct sg_own *own;
	struct sg_code *code = target(r, &own);

	own->has_unit = read_unit(r, value, &code->unit);
	return own->has_unit;
}

static bool set_within(struct sg_reader *r, struct sg_str value)
{
	struct sg_own *own;
	struct sg_code *code = target(r, &own);

	own->has_within = read_unit(r, value, &code->within);
	return own->has_within;
}

static void add_line(struct sg_buf *b, struct sg_str s)
{
	if (b->n)
		sg_buf_addc(b, '\n');
	sg_buf_add(b, s);
}

static bool set_include(struct sg_reader *r, struct sg_str value)
{
	add_line(&r->include, value);
	return true;
}

static bool set_exclude(struct sg_reader *r, struct sg_str value)
{
	add_line(&r->exclude, value);
	return true;
}

static bool set_color(struct sg_reader *r, struct sg_str value)
{
	sg_reader_code(r)->color = sg_reader_keep(r, value);
	return true;
}

static bool set_questions(struct sg_reader *r, struct sg_str value)
{
	struct sg_own *own;

	return sg_reader_places(r, value, &target(r, &own)->questions);
}

static bool set_default(struct sg_reader *r, struct sg_str value)
{
	struct sg_code *code = sg_reader_code(r);
	struct sg_places places;

	if (!sg_reader_places(r, value, &places))
		return false;
	for (size_t i = 0; i < places.n; i++)
		if (places.v[i].part.n) {
			sg_reader_note(r, SG_ERROR, value,
				_("'default' names whole questions (Q1), not parts"));
			return false;
		}
	code->default_places = places.v;
	code->ndefaults = places.n;
	code->defaults =
		sg_arena_array(&r->book->arena, places.n, sizeof *code->defaults);
	for (size_t i = 0; i < places.n; i++)
		code->defaults[i] = places.v[i].question;
	return true;
}

/* One label a line: names may hold commas. */
static bool set_was(struct sg_reader *r, struct sg_str value)
{
	struct sg_code *code = sg_reader_code(r);
	struct sg_was *was =
		sg_arena_array(&r->book->arena, code->nwas + 1, sizeof *was);

	if (code->nwas)
		memcpy(was, code->was, code->nwas * sizeof *was);
	was[code->nwas++] = (struct sg_was){sg_reader_keep(r, value), r->item->line};
	code->was = was;
	return true;
}

static bool same_key(struct sg_str key, const char *name)
{
	struct sg_str n = sg_str_of(name);

	if (key.n != n.n)
		return false;
	for (size_t i = 0; i < n.n; i++) {
		char c = key.p[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 0x20);
		if (c != name[i])
			return false;
	}
	return true;
}

static void unknown_setting(struct sg_reader *r, struct sg_str key)
{
	struct sg_str names[2 * SETTINGS + 2];
	size_t n = 0;

	for (size_t i = 0; i < SETTINGS; i++) {
		names[n++] = sg_str_of(settings[i].name);
		names[n++] = sg_str_of(settings[i].korean);
	}
	names[n++] = facet_words[0];
	names[n++] = facet_words[1];
	struct sg_str best = names[sg_nearest(key, names, n, SIZE_MAX)];
	sg_reader_note(r, SG_ERROR, key,
		_("'%.*s' is no setting; did you mean '%.*s'?"), SG_ARG(key),
		SG_ARG(best));
}

static void apply(
	struct sg_reader *r, size_t row, struct sg_str key, struct sg_str value)
{
	const struct setting *s = &settings[row];
	struct sg_own *own;

	target(r, &own);
	if (!s->of_book && !sg_reader_code(r)) {
		sg_reader_note(r, SG_ERROR, key,
			_("'%.*s' belongs under a code; no code's heading stands above "
			  "it"),
			SG_ARG(key));
		return;
	}
	if (value.n == 0) {
		sg_reader_note(r, SG_ERROR, key, _("the setting '%.*s' has no value"),
			SG_ARG(key));
		return;
	}
	if (own->set[row] && !s->often) {
		sg_reader_note(r, SG_ERROR, key, _("'%.*s' is set already, on line %u"),
			SG_ARG(key), (unsigned)own->set[row]);
		return;
	}
	own->set[row] = r->item->line;
	s->apply(r, value);
}

/* "facet 입장: …": the rest behind the word, or empty when it is another setting. */
static struct sg_str facet_part(struct sg_str text)
{
	for (size_t i = 0; i < sizeof facet_words / sizeof *facet_words; i++) {
		struct sg_str rest = sg_str_skip(text, facet_words[i].n);
		struct sg_str trimmed = sg_str_trim(rest);
		if (sg_str_starts(text, facet_words[i]) && rest.n &&
			(trimmed.p > rest.p ||
				sg_sign((unsigned char)rest.p[0]) == ':'))
			return rest;
	}
	return (struct sg_str){NULL, 0};
}

static bool facet_is_known(struct sg_reader *r, struct sg_str name)
{
	for (size_t i = 0; i < r->facets.n; i++)
		if (sg_str_eq(r->facets.v[i].name, name)) {
			sg_reader_note(r, SG_ERROR, r->item->text,
				_("the facet '%.*s' is declared already, on line %u"),
				SG_ARG(name), (unsigned)r->facets.v[i].line);
			return true;
		}
	return false;
}

struct values {
	struct sg_str *v;
	size_t n, cap;
};

/* "찬성 | 반대 | 유보" */
static bool read_values(struct sg_reader *r, struct sg_str text, struct values *out)
{
	size_t bar, len;

	for (bool more = true; more; text = sg_str_skip(text, bar + len)) {
		bar = sg_find_sign(text, '|', &len);
		more = bar != SIZE_MAX;
		struct sg_str piece = sg_str_sub(text, 0, bar);
		struct sg_str value = sg_reader_keep(r, sg_str_trim(piece));
		if (value.n == 0) {
			sg_reader_note(r, SG_ERROR, piece,
				_("a value of the facet is missing here"));
			return false;
		}
		for (size_t i = 0; i < out->n; i++)
			if (sg_str_eq(out->v[i], value)) {
				sg_reader_note(r, SG_ERROR, sg_str_trim(piece),
					_("the value '%.*s' stands twice"),
					SG_ARG(value));
				return false;
			}
		SG_PUSH(out, value);
		if (!more)
			break;
	}
	return true;
}

void sg_reader_facet(struct sg_reader *r)
{
	struct sg_str rest = facet_part(r->item->text);
	size_t len, colon = sg_find_sign(rest, ':', &len);
	struct values values = {0};

	if (!rest.p)
		return;
	struct sg_str name = sg_reader_keep(r, sg_str_trim(sg_str_sub(rest, 0, colon)));
	if (colon == SIZE_MAX || name.n == 0) {
		sg_reader_note(r, SG_ERROR, r->item->text,
			_("a facet is written 'facet 입장: 찬성 | 반대 | 유보'"));
		return;
	}
	if (facet_is_known(r, name) ||
		!read_values(r, sg_str_skip(rest, colon + len), &values))
		goto out;
	struct sg_facet facet = {
		.name = name, .line = r->item->line, .nvalues = values.n};
	facet.values = sg_arena_array(&r->book->arena, values.n, sizeof *facet.values);
	for (size_t i = 0; i < values.n; i++)
		facet.values[i] = values.v[i];
	SG_PUSH(&r->facets, facet);
out:
	free(values.v);
}

static bool list_name_is_good(struct sg_reader *r, struct sg_str name)
{
	for (size_t off = 0; off < name.n;) {
		size_t from = off;
		uint32_t cp = sg_utf8_next(name, &off);
		if (!sg_is_wchar(cp) && cp != '_') {
			sg_reader_note(r, SG_ERROR, sg_str_sub(name, from, off),
				_("a list's name is letters and digits without "
				  "spaces"));
			return false;
		}
	}
	for (size_t i = 0; i < r->lists.n; i++)
		if (sg_str_eq(r->lists.v[i].name, name)) {
			sg_reader_note(r, SG_ERROR, name,
				_("the list '$%.*s' is defined already, on line %u"),
				SG_ARG(name), (unsigned)r->lists.v[i].line);
			return false;
		}
	return true;
}

/* "$name = expr" */
static void read_list(struct sg_reader *r)
{
	struct sg_str text = r->item->text;
	size_t sign, len, at = 0;

	sg_utf8_next(text, &at);
	sign = sg_find_sign(text, '=', &len);
	struct sg_str name = sg_str_trim(sg_str_sub(text, at, sign));
	if (sign == SIZE_MAX || name.n == 0) {
		sg_reader_note(r, SG_ERROR, text,
			_("a list is written '$name = word | word'"));
		return;
	}
	if (!list_name_is_good(r, name))
		return;
	struct sg_list list = {
		.line = r->item->line, .off = r->item->off, .len = r->item->len};
	list.name = sg_reader_keep(r, name);
	struct sg_str value = sg_str_trim(sg_str_skip(text, sign + len));
	if (value.n == 0) {
		sg_reader_note(r, SG_ERROR, text, _("the list '$%.*s' is empty"),
			SG_ARG(name));
		return;
	}
	struct sg_expr_place place = sg_reader_place(r, value);
	if (sg_expr_parse(&r->book->arena, value, &place, &list.expr, r->notes) == 0)
		SG_PUSH(&r->lists, list);
}

void sg_reader_setting(struct sg_reader *r)
{
	struct sg_str text = r->item->text;
	size_t len, colon = sg_find_sign(text, ':', &len), at = 0;

	if (text.n && sg_sign(sg_utf8_next(text, &at)) == '$') {
		read_list(r);
		return;
	}
	if (facet_part(text).p)
		return; /* read before the rest: facets hold for the whole book */
	if (colon == SIZE_MAX || colon == 0) {
		sg_reader_note(r, SG_ERROR, text,
			_("a line with * is a setting, 'name: value'; rules begin with "
			  "-"));
		return;
	}
	struct sg_str key = sg_str_trim(sg_str_sub(text, 0, colon));
	for (size_t i = 0; i < SETTINGS; i++)
		if (same_key(key, settings[i].name) ||
			same_key(key, settings[i].korean)) {
			apply(r, i, key, sg_str_trim(sg_str_skip(text, colon + len)));
			return;
		}
	unknown_setting(r, key);
}
