/* restructure_refs.c - where codes are named: `@C1a` in rules and lists, `focus: C1a` in
 * questionnaires. */
#include "config.h"

#include <stdlib.h>

#include "codebook/expr_lex.h"
#include "codebook/restructure_work.h"
#include "text/utf8.h"

static bool in_name(uint32_t cp)
{
	return sg_is_wchar(cp) || cp == '_' || cp == '.' || cp == '-';
}

/* Whether a name can stand behind an @. */
static bool can_refer(struct sg_str name)
{
	for (size_t at = 0; at < name.n;)
		if (!in_name(sg_utf8_next(name, &at)))
			return false;
	return name.n > 0;
}

/* Behind the closing sign of a quotation or regex that begins at `at`. */
static size_t skip_closed(struct sg_str s, size_t at, char close)
{
	for (at++; at < s.n; at++) {
		if (s.p[at] == '\\')
			at++;
		else if (s.p[at] == close)
			return at + 1;
	}
	return s.n;
}

/* The next reference in s from *at on: its name's bytes. */
static bool next_reference(struct sg_str s, size_t *at, struct sg_str *name)
{
	uint32_t before = ' ';

	while (*at < s.n) {
		size_t from = *at;
		uint32_t cp = sg_sign(sg_utf8_next(s, at));
		if (cp == '"' || (cp == '/' && (before == ' ' || before == '(' ||
						       before == '|'))) {
			*at = skip_closed(s, from, s.p[from]);
		} else if (cp == '@') {
			size_t stop = *at, start = *at;
			while (stop < s.n) {
				size_t next = stop;
				if (!in_name(sg_utf8_next(s, &next)))
					break;
				stop = next;
			}
			*at = stop;
			*name = sg_str_sub(s, start, stop);
			if (name->n)
				return true;
		}
		before = cp == '\n' || cp == '\t' ? ' ' : cp;
	}
	return false;
}

static bool has_expression(const struct sg_item *item)
{
	size_t at = 0;

	if (item->kind == SG_ITEM_RULE)
		return true;
	return item->kind == SG_ITEM_SETTING && item->text.n &&
	       sg_sign(sg_utf8_next(item->text, &at)) == '$';
}

size_t sg_work_references(struct sg_work *w, uint32_t code, struct sg_str label,
	struct sg_str name, size_t off, size_t stop)
{
	const struct sg_code *c = &w->book->codes[code];
	size_t n = 0;

	for (size_t i = 0; i < w->outline.n; i++) {
		const struct sg_item *item = &w->outline.v[i];
		struct sg_str raw = sg_work_raw(w, item), found;
		size_t at = 0;
		if (!has_expression(item) || (item->off >= off && item->off < stop))
			continue;
		while (next_reference(raw, &at, &found)) {
			if (sg_codebook_find(w->book, found) != code)
				continue;
			bool by_label = sg_str_eq(found, c->label);
			struct sg_str to = by_label || !can_refer(name) ? label : name;
			if (sg_str_eq(to, found))
				continue;
			sg_edits_add(w->edits, (size_t)(found.p - w->book->body.p),
				found.n, to);
			n++;
		}
	}
	return n;
}

void sg_work_warn_references(struct sg_work *w, uint32_t code, const char *fmt)
{
	for (size_t i = 0; i < w->outline.n; i++) {
		const struct sg_item *item = &w->outline.v[i];
		struct sg_str raw = sg_work_raw(w, item), found;
		size_t at = 0;
		if (!has_expression(item))
			continue;
		while (next_reference(raw, &at, &found))
			if (sg_codebook_find(w->book, found) == code) {
				sg_notes_add(w->notes, SG_WARNING, w->book->path.p,
					item->line, 0, "@%.*s: %s", SG_ARG(found), fmt);
				break;
			}
	}
}

void sg_restructure_relabels(const struct sg_codebook *before,
	const struct sg_codebook *after, struct sg_relabels *out)
{
	*out = (struct sg_relabels){NULL, 0, 0};
	for (size_t i = 0; i < after->ncodes; i++) {
		const struct sg_code *now = &after->codes[i];
		uint32_t old = sg_codebook_find(before, now->label);
		if (old != SG_NO_CODE &&
			!sg_str_eq(before->codes[old].label, now->label))
			old = SG_NO_CODE;
		for (size_t k = 0; k < now->nwas; k++)
			for (uint32_t j = 0; j < before->ncodes; j++)
				if (sg_str_eq(before->codes[j].label,
					    now->was[k].label)) {
					SG_PUSH(out,
						(struct sg_relabel){
							now->was[k].label, now->label});
					old = old == SG_NO_CODE ? j : old;
				}
		if (old != SG_NO_CODE &&
			!sg_str_eq(before->codes[old].name, now->name) &&
			sg_codebook_find(before, before->codes[old].name) == old)
			SG_PUSH(out, (struct sg_relabel){
					     before->codes[old].name, now->name});
	}
}

static const struct sg_relabel *change_of(
	const struct sg_relabels *changes, struct sg_str name)
{
	for (size_t i = 0; i < changes->n; i++)
		if (sg_str_eq(changes->v[i].from, name))
			return &changes->v[i];
	return NULL;
}

void sg_restructure_focus(struct sg_str body, const char *path,
	const struct sg_relabels *changes, struct sg_edits *out, struct sg_notes *notes)
{
	struct sg_outline outline;
	struct sg_notes known;
	struct sg_str value;

	sg_notes_init(&known);
	sg_outline_read(&outline, body, path, &known);
	for (size_t i = 0; i < outline.n; i++) {
		const struct sg_item *item = &outline.v[i];
		if (!sg_work_setting(item, "focus", "관심 코드", &value))
			continue;
		size_t start = item->off, stop = item->off + item->len;
		while (start < stop && sg_sign((unsigned char)body.p[start]) != ':' &&
			!sg_str_starts(sg_str_skip(body, start), SG_STR("：")))
			start++;
		start += body.p[start] == ':' ? 1 : 3;
		struct sg_str rest = sg_str_sub(body, start, stop), piece;
		while (sg_str_split(&rest, ',', &piece)) {
			struct sg_str name = sg_str_trim(piece);
			const struct sg_relabel *to = change_of(changes, name);
			if (!to)
				continue;
			sg_edits_add(out, (size_t)(name.p - body.p), name.n, to->to);
			sg_notes_add(notes, SG_NOTE, path, item->line, 0,
				_("focus: '%.*s' is now '%.*s'"), SG_ARG(name),
				SG_ARG(to->to));
		}
	}
	sg_outline_release(&outline);
	sg_notes_release(&known);
}
