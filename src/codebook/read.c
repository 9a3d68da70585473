/* read.c - from the items of an outline to a codebook: headings make codes, the lines
 * under them belong to them, settings come down from ancestors.
 */
#include "config.h"

#include "codebook/reader.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "codebook/load.h"
#include "text/utf8.h"

/* Rows of the settings table, for the lines on which unit and within are set. */
enum { ROW_UNIT = 0, ROW_WITHIN = 1 };

struct sg_code *sg_reader_code(struct sg_reader *r)
{
	return r->codes.n ? &r->codes.v[r->codes.n - 1] : NULL;
}

struct sg_str sg_reader_keep(struct sg_reader *r, struct sg_str s)
{
	return sg_keep_composed(&r->book->arena, s);
}

static struct sg_str item_lines(const struct sg_reader *r)
{
	return sg_str_sub(r->outline.body, r->item->off, r->item->off + r->item->len);
}

struct sg_expr_place sg_reader_place(const struct sg_reader *r, struct sg_str text)
{
	size_t off = (size_t)(text.p - r->item->text.p);

	return (struct sg_expr_place){.path = r->path,
		.cols = r->item->cols + off,
		.lines = r->item->lines + off,
		.excerpt = item_lines(r),
		.first_line = r->item->line};
}

void sg_reader_note(struct sg_reader *r, enum sg_severity severity, struct sg_str at,
	const char *fmt, ...)
{
	const struct sg_item *item = r->item;
	struct sg_locus locus = {r->path, item_lines(r), item->line};
	struct sg_stretch s = sg_stretch_of(item->text, item->cols, item->lines,
		(size_t)(at.p - item->text.p), at.n);
	va_list ap;

	va_start(ap, fmt);
	sg_locus_vnote(&locus, r->notes, severity, s.line, s.col, s.width, fmt, ap);
	va_end(ap);
}

/* Settles unit and within from the code's own settings and those above it. */
static void settle_units(struct sg_reader *r, struct sg_code *code, struct sg_own *own)
{
	bool top = code->parent == SG_NO_CODE;
	const struct sg_code *above = top ? &r->whole : &r->codes.v[code->parent];
	const struct sg_own *above_own = top ? &r->whole_own : &r->own.v[code->parent];
	uint32_t unit_line = own->set[ROW_UNIT], within_line = own->set[ROW_WITHIN];

	if (!own->has_unit && above_own->has_unit) {
		own->has_unit = true;
		code->unit = above->unit;
	}
	if (!own->has_within && above_own->has_within) {
		own->has_within = true;
		code->within = above->within;
	}
	if (!own->has_within)
		code->within = SG_UNIT_SENTENCE;
	if (!own->has_unit)
		code->unit = code->within;
	if (code->questions.n == 0)
		code->questions = above->questions;
	uint32_t line = unit_line > within_line ? unit_line : within_line;
	if (code->unit < code->within && line) {
		struct sg_locus locus = {r->path,
			sg_str_sub(r->outline.body, code->off, code->off + code->len),
			code->line};
		sg_locus_note(&locus, r->notes, SG_ERROR, line, 1, 1,
			_("the unit (%s) is smaller than within (%s)"),
			sg_unit_name(code->unit), sg_unit_name(code->within));
	}
}

/* Unit and within before the first code must fit as well, once. */
static void check_book_units(struct sg_reader *r)
{
	struct sg_own *own = &r->whole_own;

	if (own->has_unit && own->has_within && r->whole.unit < r->whole.within) {
		struct sg_locus locus = {r->path, r->outline.body, 1};
		uint32_t a = own->set[ROW_UNIT], b = own->set[ROW_WITHIN];
		sg_locus_note(&locus, r->notes, SG_ERROR, a > b ? a : b, 1, 1,
			_("the unit (%s) is smaller than within (%s)"),
			sg_unit_name(r->whole.unit), sg_unit_name(r->whole.within));
	}
}

/* Ends the code being read; `end` is where the next heading or the file's end is. */
static void finish_code(struct sg_reader *r, size_t end)
{
	struct sg_code *code = sg_reader_code(r);
	struct sg_arena *a = &r->book->arena;

	if (!code) {
		check_book_units(r);
	} else {
		code->len = end - code->off;
		code->rules = sg_arena_array(a, r->rules.n, sizeof *code->rules);
		code->nrules = r->rules.n;
		if (r->rules.n)
			memcpy(code->rules, r->rules.v,
				r->rules.n * sizeof *code->rules);
		code->examples =
			sg_arena_array(a, r->examples.n, sizeof *code->examples);
		code->nexamples = r->examples.n;
		if (r->examples.n)
			memcpy(code->examples, r->examples.v,
				r->examples.n * sizeof *code->examples);
		code->definition = sg_reader_keep(r, sg_buf_str(&r->definition));
		code->include = sg_reader_keep(r, sg_buf_str(&r->include));
		code->exclude = sg_reader_keep(r, sg_buf_str(&r->exclude));
		settle_units(r, code, &r->own.v[r->own.n - 1]);
	}
	r->rules.n = r->examples.n = 0;
	sg_buf_reset(&r->definition);
	sg_buf_reset(&r->include);
	sg_buf_reset(&r->exclude);
	r->gap = false;
}

/* IDs are ASCII, so that 「4차 산업혁명」 has none; the dot of 「C1. 맥락」 is no part of
 * it. */
size_t sg_heading_id(struct sg_str s, size_t *with_dot)
{
	size_t n = 0, letters = 0, numbers = 0;

	for (; n < s.n; n++) {
		char c = s.p[n];
		bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
		bool number = c >= '0' && c <= '9';
		if (!letter && !number && c != '.' && c != '_' && c != '-')
			break;
		letters += letter;
		numbers += number;
	}
	*with_dot = n;
	bool ends = n == s.n || sg_str_trim(sg_str_skip(s, n)).p > s.p + n;
	while (n && s.p[n - 1] == '.')
		n--;
	return ends && (numbers || (letters == 1 && n == 1)) ? n : 0;
}

static uint32_t parent_of(const struct sg_reader *r, uint32_t level)
{
	uint32_t at = r->codes.n ? (uint32_t)(r->codes.n - 1) : SG_NO_CODE;

	while (at != SG_NO_CODE && r->own.v[at].heading_level >= level)
		at = r->codes.v[at].parent;
	return at;
}

static void start_code(struct sg_reader *r)
{
	const struct sg_item *item = r->item;
	struct sg_code code = {.line = item->line, .off = item->off};
	struct sg_own own = {.heading_level = item->level};
	struct sg_str text = item->text;
	size_t dotted, id = sg_heading_id(text, &dotted);

	code.parent = parent_of(r, item->level);
	code.level = code.parent == SG_NO_CODE ? 0 : r->codes.v[code.parent].level + 1;
	struct sg_str name = sg_str_trim(sg_str_skip(text, id ? dotted : 0));
	code.id = sg_arena_str(&r->book->arena, sg_str_sub(text, 0, id));
	code.name = name.n ? sg_reader_keep(r, name) : code.id;
	SG_PUSH(&r->codes, code);
	SG_PUSH(&r->own, own);
}

static void read_heading(struct sg_reader *r)
{
	const struct sg_item *item = r->item;
	bool first = r->codes.n == 0 && !r->has_title;

	if (item->text.n == 0) {
		sg_reader_note(r, SG_ERROR, item->text, _("the heading has no name"));
		return;
	}
	if (item->level > SG_DEEPEST_HEADING || r->codes.n >= SG_MOST_CODES) {
		sg_reader_note(r, SG_ERROR, item->text,
			item->level > SG_DEEPEST_HEADING
				? _("the heading is too deep; %d levels are the most")
				: _("the codebook has more than %d codes"),
			item->level > SG_DEEPEST_HEADING ? SG_DEEPEST_HEADING
							 : SG_MOST_CODES);
		return;
	}
	if (first && item->level == 1) {
		r->has_title = true;
		r->book->title = sg_reader_keep(r, item->text);
		return;
	}
	finish_code(r, item->off);
	start_code(r);
}

static void read_example(struct sg_reader *r)
{
	struct sg_str text = r->item->text;
	struct sg_example example = {.line = r->item->line};
	size_t len;

	if (!sg_reader_code(r)) {
		sg_reader_note(r, SG_ERROR, text,
			_("the example stands before the first code"));
		return;
	}
	if (sg_find_sign(text, '!', &len) == 0) {
		example.counter = true;
		text = sg_str_trim(sg_str_skip(text, len));
	}
	if (text.n == 0) {
		sg_reader_note(r, SG_ERROR, r->item->text, _("the example is empty"));
		return;
	}
	example.text = sg_reader_keep(r, text);
	SG_PUSH(&r->examples, example);
}

/* Why a line of prose was perhaps meant to be something else, or NULL. */
static const char *suspicion(struct sg_str line, bool under_code)
{
	static const struct sg_str dashes[] = {
		{"–", sizeof "–" - 1}, {"—", sizeof "—" - 1}, {"•", sizeof "•" - 1}};
	struct sg_str s = sg_str_trim(line);
	char c = s.n ? s.p[0] : '\0', d = s.n > 1 ? s.p[1] : '\0';

	if (c == '#' && s.p == line.p)
		return _("this line is read as prose: a heading needs a space after #");
	if (c == '$')
		return _("this line is read as prose: a list is written '* $name = …'");
	if (!under_code)
		return NULL;
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (sg_str_starts(s, dashes[i]))
			return _("this line is read as prose: a rule begins with '- '");
	if (c != '-' && c != '+' && c != '*')
		return NULL;
	if (d == ' ' || d == '\t')
		return _("this line is read as prose: rules, settings and examples "
			 "begin in "
			 "the first column");
	bool emphasis = c == '*' && sg_str_findc(sg_str_skip(s, 1), '*') != SIZE_MAX;
	if (d == c || d == '\0' || emphasis || (d >= '0' && d <= '9'))
		return NULL;
	return _("this line is read as prose: a space is missing after its first sign");
}

static void read_prose(struct sg_reader *r)
{
	struct sg_str rest = item_lines(r), line;
	bool under_code = sg_reader_code(r) != NULL;

	for (uint32_t number = r->item->line; sg_str_line(&rest, &line); number++) {
		const char *why = suspicion(line, under_code);
		struct sg_locus locus = {r->path, line, number};
		if (why)
			sg_locus_note(
				&locus, r->notes, SG_WARNING, number, 1, 1, "%s", why);
	}
	if (!under_code || r->item->text.n == 0)
		return;
	if (r->definition.n)
		sg_buf_addz(&r->definition, r->gap ? "\n\n" : "\n");
	sg_buf_add(&r->definition, r->item->text);
	r->gap = false;
}

static void read_blank(struct sg_reader *r)
{
	r->gap = true;
}

static void read_nothing(struct sg_reader *r)
{
	(void)r;
}

static void read_items(struct sg_reader *r)
{
	static void (*const readers[])(struct sg_reader * r) = {
		[SG_ITEM_HEADING] = read_heading,
		[SG_ITEM_SETTING] = sg_reader_setting,
		[SG_ITEM_RULE] = sg_reader_rule,
		[SG_ITEM_EXAMPLE] = read_example,
		[SG_ITEM_PROSE] = read_prose,
		[SG_ITEM_COMMENT] = read_nothing,
		[SG_ITEM_BLANK] = read_blank,
	};

	for (size_t i = 0; i < r->outline.n; i++) {
		r->item = &r->outline.v[i];
		if (r->item->kind == SG_ITEM_SETTING)
			sg_reader_facet(r);
	}
	for (size_t i = 0; i < r->outline.n; i++) {
		r->item = &r->outline.v[i];
		readers[r->item->kind](r);
	}
	finish_code(r, r->outline.body.n);
}

/* Moves the codes, lists and facets into the book and gives the codes their labels. */
static void move_into_book(struct sg_reader *r)
{
	struct sg_codebook *book = r->book;

	book->ncodes = r->codes.n;
	book->codes = sg_arena_array(&book->arena, r->codes.n, sizeof *book->codes);
	book->nlists = r->lists.n;
	book->lists = sg_arena_array(&book->arena, r->lists.n, sizeof *book->lists);
	book->nfacets = r->facets.n;
	book->facets = sg_arena_array(&book->arena, r->facets.n, sizeof *book->facets);
	for (size_t i = 0; i < r->codes.n; i++)
		book->codes[i] = r->codes.v[i];
	for (size_t i = 0; i < r->lists.n; i++)
		book->lists[i] = r->lists.v[i];
	for (size_t i = 0; i < r->facets.n; i++)
		book->facets[i] = r->facets.v[i];
	book->has_ids = book->ncodes > 0 && book->codes[0].id.n > 0;
	for (size_t i = 0; i < book->ncodes; i++) {
		struct sg_code *c = &book->codes[i];
		struct sg_str above = c->parent == SG_NO_CODE
					      ? SG_STR("")
					      : book->codes[c->parent].label;
		if (book->has_ids)
			c->label = c->id;
		else
			c->label = sg_arena_printf(&book->arena, "%.*s%s%.*s",
				SG_ARG(above), above.n ? " > " : "", SG_ARG(c->name));
	}
}

static void release(struct sg_reader *r)
{
	sg_outline_release(&r->outline);
	free(r->codes.v);
	free(r->own.v);
	free(r->lists.v);
	free(r->facets.v);
	free(r->rules.v);
	free(r->examples.v);
	sg_buf_release(&r->definition);
	sg_buf_release(&r->include);
	sg_buf_release(&r->exclude);
}

static struct sg_codebook *new_book(struct sg_str body, const char *path)
{
	struct sg_codebook *book = sg_zalloc(1, sizeof *book);

	sg_arena_init(&book->arena);
	book->path = sg_arena_str(&book->arena, sg_str_of(path));
	book->body = sg_arena_str(&book->arena, body);
	sg_sha256_hex(book->body, book->sha256);
	return book;
}

int sg_codebook_read(struct sg_codebook **out, struct sg_str body, const char *path,
	struct sg_notes *notes)
{
	size_t errors = notes->errors;
	struct sg_reader r = {
		.book = new_book(body, path), .notes = notes, .path = path};

	*out = NULL;
	sg_outline_read(&r.outline, r.book->body, path, notes);
	read_items(&r);
	move_into_book(&r);
	sg_book_ancestry(r.book, notes);
	sg_book_check(r.book, notes);
	sg_book_lint(r.book, notes);
	release(&r);
	if (notes->errors > errors) {
		sg_codebook_free(r.book);
		return SG_EINPUT;
	}
	*out = r.book;
	return 0;
}

int sg_codebook_load(struct sg_codebook **out, const char *path, struct sg_notes *notes,
	struct sg_error *err)
{
	struct sg_buf body;

	*out = NULL;
	sg_buf_init(&body);
	int rc = sg_outline_load(path, &body, err);
	if (rc == 0) {
		rc = sg_codebook_read(out, sg_buf_str(&body), path, notes);
		if (rc)
			sg_error_at(err, rc, path, 0, 0, _("the codebook has errors"));
	}
	sg_buf_release(&body);
	return rc;
}

int sg_codebook_of_expr(
	struct sg_codebook **out, struct sg_str expr, struct sg_notes *notes)
{
	struct sg_codebook *book = new_book(expr, NULL);
	struct sg_code *code = sg_arena_alloc(&book->arena, sizeof *code);
	struct sg_rule *rule = sg_arena_alloc(&book->arena, sizeof *rule);
	size_t errors = notes->errors;

	*out = NULL;
	code->id = code->name = code->label = SG_STR("kwic");
	code->parent = SG_NO_CODE;
	code->rules = rule;
	code->nrules = 1;
	rule->text = sg_keep_composed(&book->arena, sg_str_trim(expr));
	book->has_ids = true;
	book->codes = code;
	book->ncodes = 1;
	int rc = sg_expr_parse(&book->arena, book->body, NULL, &rule->expr, notes);
	if (rc == 0) {
		sg_book_check(book, notes);
		rc = notes->errors > errors ? SG_EINPUT : 0;
	}
	if (rc) {
		sg_codebook_free(book);
		return rc;
	}
	*out = book;
	return 0;
}
