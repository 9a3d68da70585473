/* rules.c - the `-` lines of a codebook: scope, expression, facet values; masks
 * (EXCEPT …) and vetoes (NOT …).
 */
#include "config.h"

#include "codebook/reader.h"

#include <stdlib.h>

#include "text/fold.h"
#include "text/utf8.h"

/* Takes "[Q4, Q11]" off the front of *rest. False after an error note. */
static bool take_scope(
	struct sg_reader *r, struct sg_str *rest, struct sg_places *scope)
{
	size_t open, len, close, end;

	open = sg_find_sign(*rest, '[', &len);
	if (open != 0)
		return true;
	close = sg_find_sign(*rest, ']', &end);
	if (close == SIZE_MAX) {
		sg_reader_note(r, SG_ERROR, sg_str_sub(*rest, 0, len),
			_("the scope is not closed: ']' is missing"));
		return false;
	}
	struct sg_str inner = sg_str_sub(*rest, len, close);
	if (sg_str_trim(inner).n == 0) {
		sg_reader_note(r, SG_ERROR, sg_str_sub(*rest, 0, close + end),
			_("the scope is empty; write [Q4], [Q4.시급] or [시급]"));
		return false;
	}
	*rest = sg_str_trim(sg_str_skip(*rest, close + end));
	return sg_reader_places(r, inner, scope);
}

static const struct sg_facet *find_facet(const struct sg_reader *r, struct sg_str name)
{
	for (size_t i = 0; i < r->facets.n; i++)
		if (sg_str_eq(r->facets.v[i].name, name))
			return &r->facets.v[i];
	return NULL;
}

static bool has_value(const struct sg_facet *f, struct sg_str value)
{
	for (size_t i = 0; i < f->nvalues; i++)
		if (sg_str_eq(f->values[i], value))
			return true;
	return false;
}

static void unknown_facet(struct sg_reader *r, struct sg_str at)
{
	struct sg_str names[64];
	size_t n = r->facets.n < 64 ? r->facets.n : 64;

	for (size_t i = 0; i < n; i++)
		names[i] = r->facets.v[i].name;
	size_t best = sg_nearest(at, names, n, SIZE_MAX);
	if (best == SIZE_MAX)
		sg_reader_note(r, SG_ERROR, at,
			_("no facet '%.*s' is declared; write '* facet %.*s: …'"),
			SG_ARG(at), SG_ARG(at));
	else
		sg_reader_note(r, SG_ERROR, at,
			_("no facet '%.*s' is declared; did you mean '%.*s'?"),
			SG_ARG(at), SG_ARG(names[best]));
}

static void unknown_value(
	struct sg_reader *r, const struct sg_facet *f, struct sg_str at)
{
	struct sg_buf known;

	sg_buf_init(&known);
	for (size_t i = 0; i < f->nvalues; i++) {
		sg_buf_addz(&known, i ? " | " : "");
		sg_buf_add(&known, f->values[i]);
	}
	sg_reader_note(r, SG_ERROR, at,
		_("'%.*s' is no value of the facet '%.*s' (%s)"), SG_ARG(at),
		SG_ARG(f->name), sg_buf_z(&known));
	sg_buf_release(&known);
}

struct facet_values {
	struct sg_facet_value *v;
	size_t n, cap;
};

static bool read_facet_value(
	struct sg_reader *r, struct sg_str piece, struct facet_values *out)
{
	size_t len, colon = sg_find_sign(piece, ':', &len);
	struct sg_str at_name = sg_str_trim(sg_str_sub(piece, 0, colon));
	struct sg_str at_value = sg_str_trim(sg_str_skip(piece, colon + len));

	if (colon == SIZE_MAX || !at_name.n || !at_value.n) {
		sg_reader_note(r, SG_ERROR, piece,
			_("behind => stand facet values, '=> 입장: 반대, 성격: 제안'"));
		return false;
	}
	struct sg_facet_value fv = {
		sg_reader_keep(r, at_name), sg_reader_keep(r, at_value)};
	const struct sg_facet *facet = find_facet(r, fv.facet);
	if (!facet) {
		unknown_facet(r, at_name);
		return false;
	}
	if (!has_value(facet, fv.value)) {
		unknown_value(r, facet, at_value);
		return false;
	}
	for (size_t i = 0; i < out->n; i++)
		if (sg_str_eq(out->v[i].facet, fv.facet)) {
			sg_reader_note(r, SG_ERROR, at_name,
				_("the rule gives '%.*s' two values"),
				SG_ARG(fv.facet));
			return false;
		}
	SG_PUSH(out, fv);
	return true;
}

/* Cuts "=> 입장: 반대" off the end of *rest into the rule. */
static bool take_facets(struct sg_reader *r, struct sg_str *rest, struct sg_rule *rule)
{
	size_t len, arrow = sg_lex_arrow(*rest, &len);
	struct facet_values values = {0};
	struct sg_str piece;
	bool good = true;

	if (arrow == SIZE_MAX)
		return true;
	struct sg_str list = sg_str_skip(*rest, arrow + len);
	*rest = sg_str_trim(sg_str_sub(*rest, 0, arrow));
	while (good && sg_split_commas(&list, &piece))
		good = read_facet_value(r, piece, &values);
	if (good) {
		rule->facets =
			sg_arena_array(&r->book->arena, values.n, sizeof *rule->facets);
		rule->nfacets = values.n;
		for (size_t i = 0; i < values.n; i++)
			rule->facets[i] = values.v[i];
	}
	free(values.v);
	return good;
}

/* Takes the word EXCEPT or NOT off the front of *rest. */
static enum sg_rule_kind take_kind(struct sg_str *rest)
{
	static const struct {
		struct sg_str word;
		enum sg_rule_kind kind;
	} kinds[] = {{{"EXCEPT", 6}, SG_RULE_MASK}, {{"NOT", 3}, SG_RULE_VETO}};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct sg_str behind = sg_str_skip(*rest, kinds[i].word.n);
		struct sg_str trimmed = sg_str_trim(behind);
		if (!sg_str_starts(*rest, kinds[i].word))
			continue;
		size_t off = 0;
		uint32_t next = trimmed.n ? sg_sign(sg_utf8_next(trimmed, &off)) : 0;
		if (behind.n && trimmed.p == behind.p && next != '(' && next != '"')
			continue;
		*rest = trimmed;
		return kinds[i].kind;
	}
	return SG_RULE_SELECT;
}

static bool read_expression(
	struct sg_reader *r, struct sg_str rest, struct sg_rule *rule)
{
	static const char *const names[] = {[SG_RULE_SELECT] = "",
		[SG_RULE_MASK] = "EXCEPT",
		[SG_RULE_VETO] = "NOT"};
	struct sg_str text = r->item->text;

	if (rule->kind != SG_RULE_SELECT && (rule->scope.n || rule->nfacets)) {
		sg_reader_note(r, SG_ERROR, text,
			_("%s holds for the whole code; it takes no scope and no "
			  "facet"),
			names[rule->kind]);
		return false;
	}
	if (rest.n == 0) {
		sg_reader_note(r, SG_ERROR, text,
			rule->kind == SG_RULE_SELECT
				? _("the rule has no expression")
				: _("an expression is missing here"));
		return false;
	}
	struct sg_expr_place place = sg_reader_place(r, rest);
	return sg_expr_parse(&r->book->arena, rest, &place, &rule->expr, r->notes) == 0;
}

void sg_reader_rule(struct sg_reader *r)
{
	struct sg_str rest = r->item->text;
	struct sg_rule rule = {
		.line = r->item->line, .off = r->item->off, .len = r->item->len};

	if (!sg_reader_code(r)) {
		sg_reader_note(r, SG_ERROR, rest,
			_("the rule stands before the first code (the first # heading "
			  "is the "
			  "title)"));
		return;
	}
	rule.text = sg_reader_keep(r, rest);
	if (!take_scope(r, &rest, &rule.scope) || !take_facets(r, &rest, &rule))
		return;
	rule.kind = take_kind(&rest);
	if (read_expression(r, rest, &rule))
		SG_PUSH(&r->rules, rule);
}
