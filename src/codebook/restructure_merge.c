/* restructure_merge.c - two codes made one, and one made two; see restructure.h. */
#include "config.h"

#include "codebook/restructure.h"

#include <stdlib.h>

#include "codebook/reader.h"
#include "codebook/restructure_work.h"

static size_t end_of(const struct sg_item *item)
{
	return item->off + item->len;
}

/* Behind the last own item of a kind; 0 when there is none. */
static size_t behind_last(
	const struct sg_work *w, uint32_t code, enum sg_item_kind kind)
{
	const struct sg_item *v;
	size_t n = sg_work_own(w, code, &v), at = 0;

	for (size_t i = 0; i < n; i++)
		if (v[i].kind == kind)
			at = end_of(&v[i]);
	return at;
}

/* Behind the last own item that is no blank line, the heading at least. */
static size_t behind_all(const struct sg_work *w, uint32_t code)
{
	const struct sg_item *v;
	size_t n = sg_work_own(w, code, &v), at = end_of(sg_work_heading(w, code));

	for (size_t i = 0; i < n; i++)
		if (v[i].kind != SG_ITEM_BLANK)
			at = end_of(&v[i]);
	return at;
}

static const struct sg_rule *rule_at(
	const struct sg_code *c, const struct sg_item *item)
{
	for (size_t i = 0; i < c->nrules; i++)
		if (c->rules[i].off == item->off)
			return &c->rules[i];
	return NULL;
}

static bool has_rule(const struct sg_code *c, const struct sg_rule *rule)
{
	struct sg_buf a, b;
	bool found = false;

	sg_buf_init(&a);
	sg_buf_init(&b);
	sg_rule_print(rule, &a);
	for (size_t i = 0; i < c->nrules && !found; i++) {
		sg_buf_reset(&b);
		sg_rule_print(&c->rules[i], &b);
		found = sg_str_eq(sg_buf_str(&a), sg_buf_str(&b));
	}
	sg_buf_release(&a);
	sg_buf_release(&b);
	return found;
}

/* Whether the code has an own item of that kind and text. */
static bool has_text(const struct sg_work *w, uint32_t code, const struct sg_item *item)
{
	const struct sg_item *v;
	size_t n = sg_work_own(w, code, &v);

	for (size_t i = 0; i < n; i++)
		if (v[i].kind == item->kind &&
			sg_str_eq(sg_str_trim(v[i].text), sg_str_trim(item->text)))
			return true;
	return false;
}

/* What of `from` goes to `into`, kind by kind. */
struct pieces {
	struct sg_buf settings, prose, rules, examples;
};

/* The questions that a code is limited to, in front of its rules. */
static void scope_text(const struct sg_places *p, struct sg_buf *out)
{
	for (size_t i = 0; i < p->n; i++)
		sg_buf_printf(out, "%s%.*s%s%.*s", i ? ", " : "[",
			SG_ARG(p->v[i].question),
			p->v[i].question.n && p->v[i].part.n ? "." : "",
			SG_ARG(p->v[i].part));
	sg_buf_addz(out, p->n ? "] " : "");
}

static bool same_questions(const struct sg_code *a, const struct sg_code *b)
{
	struct sg_buf x, y;

	sg_buf_init(&x);
	sg_buf_init(&y);
	scope_text(&a->questions, &x);
	scope_text(&b->questions, &y);
	bool same = sg_str_eq(sg_buf_str(&x), sg_buf_str(&y));
	sg_buf_release(&x);
	sg_buf_release(&y);
	return same;
}

static void take_rule(struct sg_work *w, uint32_t from, uint32_t into,
	const struct sg_item *item, struct pieces *p)
{
	const struct sg_code *a = &w->book->codes[from], *b = &w->book->codes[into];
	const struct sg_rule *rule = rule_at(a, item);
	struct sg_str raw = sg_work_raw(w, item);
	bool limited = !same_questions(a, b);

	if (!rule || (!limited && has_rule(b, rule)))
		return;
	if (rule->kind != SG_RULE_SELECT)
		sg_notes_add(w->notes, SG_WARNING, w->book->path.p, rule->line, 0,
			_("this line of '%.*s' now also holds for the rules of '%.*s'"),
			SG_ARG(a->label), SG_ARG(b->label));
	if (limited && b->questions.n)
		sg_notes_add(w->notes, SG_WARNING, w->book->path.p, rule->line, 0,
			_("the questions of '%.*s' now hold for this rule"),
			SG_ARG(b->label));
	if (limited && a->questions.n && rule->scope.n)
		sg_notes_add(w->notes, SG_WARNING, w->book->path.p, rule->line, 0,
			_("the questions of '%.*s' held for this rule, and do not now"),
			SG_ARG(a->label));
	if (limited && a->questions.n && !rule->scope.n &&
		rule->kind == SG_RULE_SELECT) {
		/* "- " stays, the scope stands behind it. */
		sg_buf_addz(&p->rules, "- ");
		scope_text(&a->questions, &p->rules);
		raw = sg_str_trim(sg_str_skip(raw, 1));
	}
	sg_work_lines(w, raw, &p->rules);
}

static void take_setting(struct sg_work *w, uint32_t from, uint32_t into,
	const struct sg_item *item, struct pieces *p)
{
	const struct sg_code *a = &w->book->codes[from], *b = &w->book->codes[into];
	struct sg_str value;

	if (item->text.n && item->text.p[0] == '$') { /* lists are the book's */
		sg_work_lines(w, sg_work_raw(w, item), &p->settings);
		return;
	}
	if (sg_work_setting(item, "include", "포함", &value) ||
		sg_work_setting(item, "exclude", "제외", &value)) {
		if (!has_text(w, into, item))
			sg_work_lines(w, sg_work_raw(w, item), &p->settings);
	} else if (sg_work_setting(item, "was", "옛이름", &value)) {
		if (!sg_str_eq(value, b->label))
			sg_work_lines(w, sg_work_raw(w, item), &p->settings);
	} else if (sg_work_setting(item, "default", "기본", &value)) {
		if (b->ndefaults == 0)
			sg_work_lines(w, sg_work_raw(w, item), &p->settings);
		else if (!has_text(w, into, item))
			sg_notes_add(w->notes, SG_WARNING, w->book->path.p, item->line,
				0,
				_("'%.*s' has a `default` of its own; this one of "
				  "'%.*s' is left out"),
				SG_ARG(b->label), SG_ARG(a->label));
	} else if (!sg_work_setting(item, "color", "색", &value) &&
		   !sg_work_setting(item, "unit", "단위", &value) &&
		   !sg_work_setting(item, "within", "범위", &value) &&
		   !sg_work_setting(item, "questions", "문항", &value)) {
		sg_work_lines(w, sg_work_raw(w, item), &p->settings);
	}
}

static void take_items(
	struct sg_work *w, uint32_t from, uint32_t into, struct pieces *p)
{
	const struct sg_item *v;
	size_t n = sg_work_own(w, from, &v);

	for (size_t i = 0; i < n; i++)
		switch (v[i].kind) {
		case SG_ITEM_SETTING: take_setting(w, from, into, &v[i], p); break;
		case SG_ITEM_RULE: take_rule(w, from, into, &v[i], p); break;
		case SG_ITEM_EXAMPLE:
			if (!has_text(w, into, &v[i]))
				sg_work_lines(w, sg_work_raw(w, &v[i]), &p->examples);
			break;
		case SG_ITEM_PROSE:
			if (!has_text(w, into, &v[i])) {
				sg_buf_add(&p->prose, w->eol);
				sg_work_lines(w, sg_work_raw(w, &v[i]), &p->prose);
			}
			break;
		case SG_ITEM_COMMENT:
			sg_work_lines(w, sg_work_raw(w, &v[i]), &p->examples);
			break;
		case SG_ITEM_HEADING:
		case SG_ITEM_BLANK: break;
		}
}

static void warn_units(
	struct sg_work *w, const struct sg_code *a, const struct sg_code *b)
{
	if (a->nrules && (a->unit != b->unit || a->within != b->within))
		sg_notes_add(w->notes, SG_WARNING, w->book->path.p, a->line, 0,
			_("the rules of '%.*s' coded a %s within a %s; under '%.*s' "
			  "they code a %s within a %s"),
			SG_ARG(a->label), sg_unit_name(a->unit),
			sg_unit_name(a->within), SG_ARG(b->label),
			sg_unit_name(b->unit), sg_unit_name(b->within));
}

static void add_was(struct sg_work *w, const struct sg_code *a, struct sg_buf *out)
{
	sg_buf_printf(out, "* was: %.*s%.*s", SG_ARG(a->label), SG_ARG(w->eol));
}

static int merge_codes(struct sg_work *w, uint32_t from, uint32_t into)
{
	const struct sg_code *a = &w->book->codes[from], *b = &w->book->codes[into];
	size_t end = sg_work_end(w, from),
	       settings = behind_last(w, into, SG_ITEM_SETTING);
	size_t prose = behind_last(w, into, SG_ITEM_PROSE);
	size_t rules = behind_last(w, into, SG_ITEM_RULE);
	size_t examples = behind_last(w, into, SG_ITEM_EXAMPLE);
	size_t all = behind_all(w, into);
	int delta = (int)sg_work_heading(w, into)->level -
		    (int)sg_work_heading(w, from)->level;
	struct pieces p = {{NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}};
	struct sg_buf below;

	if (from == into || sg_code_within(w->book, into, from))
		return sg_error_set(w->err, SG_EUSAGE,
			_("'%.*s' cannot be merged into itself or a code below it"),
			SG_ARG(a->label));
	if (settings == 0)
		settings = end_of(sg_work_heading(w, into));
	sg_buf_init(&below);
	add_was(w, a, &p.settings);
	take_items(w, from, into, &p);
	warn_units(w, a, b);
	int rc = sg_work_relevel(w, a->off + a->len, end, delta, &below);
	if (rc == 0) {
		sg_edits_add(w->edits, a->off, end - a->off, SG_STR(""));
		sg_work_insert_lines(w, settings, sg_buf_str(&p.settings));
		sg_work_insert_lines(w, prose ? prose : settings, sg_buf_str(&p.prose));
		sg_work_insert_lines(w, rules ? rules : all, sg_buf_str(&p.rules));
		sg_work_insert_lines(
			w, examples ? examples : all, sg_buf_str(&p.examples));
		if (below.n)
			sg_work_insert_block(
				w, sg_work_end(w, into), sg_buf_str(&below));
		sg_work_references(w, from, w->book->has_ids ? b->id : b->name,
			w->book->has_ids ? b->id : b->name, a->off, end);
	}
	sg_buf_release(&below);
	sg_buf_release(&p.settings);
	sg_buf_release(&p.prose);
	sg_buf_release(&p.rules);
	sg_buf_release(&p.examples);
	return rc;
}

int sg_restructure_merge(const struct sg_codebook *book, uint32_t from, uint32_t into,
	struct sg_edits *out, struct sg_notes *notes, struct sg_error *err)
{
	struct sg_codebook *after = NULL;
	struct sg_work w;

	sg_work_init(&w, book, out, notes, err);
	int rc = merge_codes(&w, from, into);
	if (rc == 0)
		rc = sg_work_try(&w, &after);
	sg_codebook_free(after);
	sg_work_release(&w);
	return rc;
}

/* Flags the rules that one piece of `which` names; false when there are none. */
static bool choose_some(const struct sg_code *c, struct sg_str piece, bool *chosen)
{
	uint64_t line;
	bool number = sg_str_uint(piece, UINT32_MAX, &line), any = false;

	for (size_t i = 0; i < c->nrules; i++)
		if (number ? c->rules[i].line == line
			   : sg_str_find(c->rules[i].text, piece) != SIZE_MAX)
			chosen[i] = any = true;
	return any;
}

static int choose(
	struct sg_work *w, const struct sg_code *c, struct sg_str which, bool *chosen)
{
	struct sg_str piece;

	if (c->nrules == 0)
		return sg_error_set(w->err, SG_ENOTFOUND,
			_("'%.*s' has no rules to split"), SG_ARG(c->label));
	while (sg_str_split(&which, ',', &piece)) {
		piece = sg_str_trim(piece);
		if (piece.n && !choose_some(c, piece, chosen))
			return sg_error_set(w->err, SG_ENOTFOUND,
				_("no rule of '%.*s' is on line %.*s or contains that; "
				  "they are on lines %u to %u"),
				SG_ARG(c->label), SG_ARG(piece),
				(unsigned)c->rules[0].line,
				(unsigned)c->rules[c->nrules - 1].line);
	}
	for (size_t i = 0; i < c->nrules; i++)
		if (chosen[i])
			return 0;
	return sg_error_set(w->err, SG_EUSAGE,
		_("say which rules go to the new code: --rules LINES or words"));
}

/* Settings that decide what the rules select go with them; masks and vetoes stay and
 * go. */
static void split_items(
	struct sg_work *w, uint32_t code, const bool *chosen, struct sg_buf *out)
{
	const struct sg_code *c = &w->book->codes[code];
	const struct sg_item *v;
	size_t n = sg_work_own(w, code, &v);
	struct sg_str value;

	for (size_t i = 0; i < n; i++)
		if (sg_work_setting(&v[i], "unit", "단위", &value) ||
			sg_work_setting(&v[i], "within", "범위", &value) ||
			sg_work_setting(&v[i], "questions", "문항", &value))
			sg_work_lines(w, sg_work_raw(w, &v[i]), out);
	for (size_t i = 0; i < n; i++) {
		const struct sg_rule *rule =
			v[i].kind == SG_ITEM_RULE ? rule_at(c, &v[i]) : NULL;
		if (!rule)
			continue;
		if (chosen[rule - c->rules] && rule->kind == SG_RULE_SELECT)
			sg_edits_add(w->edits, v[i].off, v[i].len, SG_STR(""));
		if (chosen[rule - c->rules] || rule->kind != SG_RULE_SELECT)
			sg_work_lines(w, sg_work_raw(w, &v[i]), out);
	}
}

int sg_restructure_split(const struct sg_codebook *book, uint32_t code,
	struct sg_str heading, struct sg_str which, struct sg_edits *out,
	struct sg_notes *notes, struct sg_error *err)
{
	const struct sg_code *c = &book->codes[code];
	bool *chosen = sg_zalloc(c->nrules + 1, sizeof *chosen);
	struct sg_codebook *after = NULL;
	struct sg_buf block;
	struct sg_work w;

	sg_work_init(&w, book, out, notes, err);
	sg_buf_init(&block);
	int rc = choose(&w, c, which, chosen);
	if (rc == 0) {
		sg_work_heading_line(&w, sg_work_heading(&w, code)->level,
			sg_str_trim(heading), &block);
		split_items(&w, code, chosen, &block);
		sg_work_insert_block(&w, sg_work_end(&w, code), sg_buf_str(&block));
		rc = sg_work_try(&w, &after);
	}
	if (rc == 0 && after->ncodes != book->ncodes + 1)
		rc = sg_error_set(err, SG_EUSAGE,
			_("'%.*s' cannot be the heading of a code"), SG_ARG(heading));
	sg_codebook_free(after);
	sg_buf_release(&block);
	sg_work_release(&w);
	free(chosen);
	return rc;
}
