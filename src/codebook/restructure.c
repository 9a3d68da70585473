/* restructure.c - new names and new places for codes; see restructure.h. */
#include "config.h"

#include "codebook/restructure.h"

#include <string.h>

#include "codebook/reader.h"
#include "codebook/restructure_work.h"

/* A heading's words in the file: the ID, and the name. */
struct words {
	struct sg_str all, id, name;
};

static struct words words_of(const struct sg_work *w, const struct sg_item *heading)
{
	struct words s = {.all = sg_str_trim(sg_str_skip(
				  sg_work_raw(w, heading), heading->level))};
	size_t dotted = 0;

	s.id = sg_str_sub(s.all, 0, sg_heading_id(s.all, &dotted));
	s.name = s.id.n ? sg_str_trim(sg_str_skip(s.all, dotted)) : s.all;
	return s;
}

static void replace(struct sg_work *w, struct sg_str old, struct sg_str with)
{
	if (!sg_str_eq(old, with))
		sg_edits_add(w->edits, (size_t)(old.p - w->book->body.p), old.n, with);
}

/* The line that says what the code was, behind its heading; the one that names what it
 * is now goes. */
static void write_was(struct sg_work *w, uint32_t code, struct sg_str label)
{
	const struct sg_code *c = &w->book->codes[code];
	const struct sg_item *v, *heading = sg_work_heading(w, code);
	size_t n = sg_work_own(w, code, &v);
	bool there = false;
	struct sg_str value;
	struct sg_buf line;

	if (sg_str_eq(label, c->label))
		return;
	for (size_t i = 0; i < n; i++) {
		if (!sg_work_setting(&v[i], "was", "옛이름", &value))
			continue;
		there |= sg_str_eq(value, c->label);
		if (sg_str_eq(value, label))
			sg_edits_add(w->edits, v[i].off, v[i].len, SG_STR(""));
	}
	if (there)
		return;
	sg_buf_init(&line);
	sg_buf_printf(&line, "* was: %.*s%.*s", SG_ARG(c->label), SG_ARG(w->eol));
	sg_work_insert_lines(w, heading->off + heading->len, sg_buf_str(&line));
	sg_buf_release(&line);
}

static int check_heading(struct sg_work *w, struct sg_str heading)
{
	if (heading.n && sg_str_findc(heading, '\n') == SIZE_MAX &&
		sg_str_findc(heading, '\\') == SIZE_MAX &&
		sg_str_findc(heading, '<') == SIZE_MAX)
		return 0;
	return sg_error_set(w->err, SG_EUSAGE,
		_("'%.*s' cannot be the heading of a code"), SG_ARG(heading));
}

static int rename_code(struct sg_work *w, uint32_t code, struct sg_str heading)
{
	const struct sg_code *c = &w->book->codes[code];
	const struct sg_item *item = sg_work_heading(w, code);
	struct words old = words_of(w, item);
	struct sg_str id = c->id, name = c->name, label;
	size_t dotted = 0, n = 0;

	heading = sg_str_trim(heading);
	int rc = check_heading(w, heading);
	if (rc < 0)
		return rc;
	if (w->book->has_ids) {
		n = sg_heading_id(heading, &dotted);
		if (n)
			id = sg_str_sub(heading, 0, n);
		struct sg_str rest = sg_str_trim(sg_str_skip(heading, n ? dotted : 0));
		if (rest.n)
			name = rest;
		replace(w, old.id, id);
		label = id;
	} else {
		name = heading;
		label = name;
		if (c->parent != SG_NO_CODE)
			label = sg_arena_printf(&w->edits->arena, "%.*s > %.*s",
				SG_ARG(w->book->codes[c->parent].label), SG_ARG(name));
	}
	if (sg_str_eq(id, c->id) && sg_str_eq(name, c->name))
		return sg_error_set(w->err, SG_EUSAGE, _("'%.*s' is called so already"),
			SG_ARG(c->label));
	if (old.name.n)
		replace(w, old.name, sg_str_eq(name, c->name) ? old.name : name);
	else if (!sg_str_eq(name, c->name))
		sg_edits_add(w->edits,
			(size_t)(old.all.p + old.all.n - w->book->body.p), 0,
			sg_arena_printf(&w->edits->arena, " %.*s", SG_ARG(name)));
	write_was(w, code, label);
	sg_work_references(w, code, w->book->has_ids ? id : name, name, 0, 0);
	return 0;
}

int sg_restructure_rename(const struct sg_codebook *book, uint32_t code,
	struct sg_str heading, struct sg_edits *out, struct sg_notes *notes,
	struct sg_error *err)
{
	struct sg_codebook *after = NULL;
	struct sg_work w;

	sg_work_init(&w, book, out, notes, err);
	int rc = rename_code(&w, code, heading);
	if (rc == 0)
		rc = sg_work_try(&w, &after);
	sg_codebook_free(after);
	sg_work_release(&w);
	return rc;
}

static uint32_t theme_level(const struct sg_work *w)
{
	return sg_work_heading(w, 0)->level;
}

/* The block of the code as it is to stand: `pins` behind its heading. */
static int moved_block(struct sg_work *w, uint32_t code, int delta, struct sg_str label,
	struct sg_str pins, struct sg_buf *out)
{
	const struct sg_code *c = &w->book->codes[code];
	const struct sg_item *v, *heading = sg_work_heading(w, code);
	size_t n = sg_work_own(w, code, &v), at = heading->off + heading->len;
	bool there = sg_str_eq(label, c->label);
	struct sg_str value;
	struct sg_buf head;

	sg_buf_init(&head);
	int rc = sg_work_relevel(w, heading->off, at, delta, &head);
	sg_work_lines(w, sg_buf_str(&head), out);
	sg_buf_release(&head);
	for (size_t i = 0; i < n; i++)
		there |= sg_work_setting(&v[i], "was", "옛이름", &value) &&
			 sg_str_eq(value, c->label);
	if (!there)
		sg_buf_printf(out, "* was: %.*s%.*s", SG_ARG(c->label), SG_ARG(w->eol));
	sg_buf_add(out, pins);
	for (size_t i = 0; i < n; i++) {
		if (!(sg_work_setting(&v[i], "was", "옛이름", &value) &&
			    sg_str_eq(value, label)))
			sg_buf_add(out, sg_work_raw(w, &v[i]));
		at = v[i].off + v[i].len;
	}
	if (rc == 0)
		rc = sg_work_relevel(w, at, sg_work_end(w, code), delta, out);
	return rc;
}

static int move_code(
	struct sg_work *w, uint32_t code, uint32_t parent, struct sg_str pins)
{
	const struct sg_code *c = &w->book->codes[code];
	uint32_t level = parent == SG_NO_CODE ? theme_level(w)
					      : sg_work_heading(w, parent)->level + 1;
	int delta = (int)level - (int)sg_work_heading(w, code)->level;
	struct sg_str label = c->label;
	struct sg_buf block;

	if (!w->book->has_ids)
		label = parent == SG_NO_CODE
				? c->name
				: sg_arena_printf(&w->edits->arena, "%.*s > %.*s",
					  SG_ARG(w->book->codes[parent].label),
					  SG_ARG(c->name));
	sg_buf_init(&block);
	int rc = moved_block(w, code, delta, label, pins, &block);
	if (rc == 0) {
		size_t to = sg_work_end(w, parent);
		sg_edits_add(
			w->edits, c->off, sg_work_end(w, code) - c->off, SG_STR(""));
		sg_work_insert_block(w, to, sg_buf_str(&block));
	}
	sg_buf_release(&block);
	return rc;
}

static bool same_places(const struct sg_places *a, const struct sg_places *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!sg_str_eq(a->v[i].question, b->v[i].question) ||
			!sg_str_eq(a->v[i].part, b->v[i].part))
			return false;
	return true;
}

static void print_questions(const struct sg_places *p, struct sg_buf *out)
{
	for (size_t i = 0; i < p->n; i++)
		sg_buf_printf(out, "%s%.*s%s%.*s", i ? ", " : "",
			SG_ARG(p->v[i].question),
			p->v[i].question.n && p->v[i].part.n ? "." : "",
			SG_ARG(p->v[i].part));
}

/* Settings that the code had from above and would not have there. */
static void find_pins(struct sg_work *w, uint32_t code, const struct sg_codebook *after,
	struct sg_buf *pins)
{
	const struct sg_code *was = &w->book->codes[code], *is = NULL;

	for (size_t i = 0; i < after->ncodes; i++) {
		const struct sg_code *c = &after->codes[i];
		bool same = sg_str_eq(c->label, was->label);
		for (size_t k = 0; k < c->nwas; k++)
			same |= sg_str_eq(c->was[k].label, was->label);
		if (same)
			is = c;
	}
	if (!is)
		return;
	if (is->unit != was->unit || is->within != was->within) {
		sg_buf_printf(pins, "* unit: %s%.*s", sg_unit_name(was->unit),
			SG_ARG(w->eol));
		sg_buf_printf(pins, "* within: %s%.*s", sg_unit_name(was->within),
			SG_ARG(w->eol));
	}
	if (same_places(&is->questions, &was->questions))
		return;
	if (was->questions.n == 0) {
		sg_notes_add(w->notes, SG_WARNING, w->book->path.p, was->line, 0,
			_("'%.*s' was looked for everywhere; the codes above it now "
			  "limit it to some questions"),
			SG_ARG(was->label));
		return;
	}
	sg_buf_addz(pins, "* questions: ");
	print_questions(&was->questions, pins);
	sg_buf_add(pins, w->eol);
}

static void warn_subtrees(struct sg_work *w, uint32_t code, uint32_t parent)
{
	const struct sg_codebook *b = w->book;

	for (uint32_t at = b->codes[code].parent; at != SG_NO_CODE;
		at = b->codes[at].parent)
		if (parent == SG_NO_CODE || !sg_code_within(b, parent, at))
			sg_work_warn_references(w, at,
				_("this rule included the moved code, and does not "
				  "now"));
	for (uint32_t at = parent; at != SG_NO_CODE; at = b->codes[at].parent)
		if (!sg_code_within(b, code, at))
			sg_work_warn_references(w, at,
				_("this rule did not include the moved code, and does "
				  "now"));
}

static int check_move(struct sg_work *w, uint32_t code, uint32_t parent)
{
	const struct sg_code *c = &w->book->codes[code];

	if (parent != SG_NO_CODE && sg_code_within(w->book, parent, code))
		return sg_error_set(w->err, SG_EUSAGE,
			_("'%.*s' cannot be moved below itself"), SG_ARG(c->label));
	if (c->parent == parent)
		return sg_error_set(w->err, SG_EUSAGE, _("'%.*s' is there already"),
			SG_ARG(c->label));
	return 0;
}

int sg_restructure_move(const struct sg_codebook *book, uint32_t code, uint32_t parent,
	struct sg_edits *out, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_codebook *after = NULL;
	struct sg_buf pins;
	struct sg_work w;
	size_t before = out->n;

	sg_work_init(&w, book, out, notes, err);
	sg_buf_init(&pins);
	int rc = check_move(&w, code, parent);
	if (rc == 0)
		rc = move_code(&w, code, parent, SG_STR(""));
	if (rc == 0)
		rc = sg_work_try(&w, &after);
	if (rc == 0)
		find_pins(&w, code, after, &pins);
	if (rc == 0 && pins.n) {
		sg_codebook_free(after);
		out->n = before;
		rc = move_code(&w, code, parent, sg_buf_str(&pins));
		if (rc == 0)
			rc = sg_work_try(&w, &after);
	}
	if (rc == 0)
		warn_subtrees(&w, code, parent);
	sg_codebook_free(after);
	sg_buf_release(&pins);
	sg_work_release(&w);
	return rc;
}
