/* codebook.c - asking a codebook that has been read (see codebook.h). */
#include "config.h"

#include "codebook/codebook.h"

#include <stdlib.h>

static const struct {
	struct sg_str name, korean;
} units[] = {
	[SG_UNIT_SENTENCE] = {{"sentence", 8}, {"문장", sizeof "문장" - 1}},
	[SG_UNIT_PARAGRAPH] = {{"paragraph", 9}, {"문단", sizeof "문단" - 1}},
	[SG_UNIT_PART] = {{"part", 4}, {"부분", sizeof "부분" - 1}},
	[SG_UNIT_ANSWER] = {{"answer", 6}, {"답변", sizeof "답변" - 1}},
};

const char *sg_unit_name(enum sg_unit unit)
{
	return units[unit].name.p;
}

bool sg_unit_parse(struct sg_str word, enum sg_unit *unit)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (sg_str_eq(word, units[i].name) ||
			sg_str_eq(word, units[i].korean)) {
			*unit = (enum sg_unit)i;
			return true;
		}
	return false;
}

void sg_codebook_free(struct sg_codebook *book)
{
	if (!book)
		return;
	sg_arena_release(&book->arena);
	free(book);
}

uint32_t sg_codebook_find(const struct sg_codebook *book, struct sg_str label)
{
	uint32_t found = SG_NO_CODE;

	for (size_t i = 0; i < book->ncodes; i++)
		if (sg_str_eq(book->codes[i].label, label))
			return (uint32_t)i;
	for (size_t i = 0; i < book->ncodes; i++)
		if (sg_str_eq(book->codes[i].name, label)) {
			if (found != SG_NO_CODE)
				return SG_NO_CODE;
			found = (uint32_t)i;
		}
	return found;
}

const struct sg_list *sg_codebook_list(
	const struct sg_codebook *book, struct sg_str name)
{
	for (size_t i = 0; i < book->nlists; i++)
		if (sg_str_eq(book->lists[i].name, name))
			return &book->lists[i];
	return NULL;
}

bool sg_code_within(const struct sg_codebook *book, uint32_t code, uint32_t ancestor)
{
	while (code != SG_NO_CODE && code != ancestor)
		code = book->codes[code].parent;
	return code == ancestor && code != SG_NO_CODE;
}

static void print_scope(const struct sg_places *scope, struct sg_buf *out)
{
	for (size_t i = 0; i < scope->n; i++) {
		const struct sg_place *p = &scope->v[i];
		sg_buf_addz(out, i ? ", " : "[");
		sg_buf_add(out, p->question);
		if (p->question.n && p->part.n)
			sg_buf_addc(out, '.');
		sg_buf_add(out, p->part);
	}
	sg_buf_addz(out, scope->n ? "] " : "");
}

void sg_rule_print(const struct sg_rule *rule, struct sg_buf *out)
{
	static const char *const words[] = {[SG_RULE_SELECT] = "",
		[SG_RULE_MASK] = "EXCEPT ",
		[SG_RULE_VETO] = "NOT "};

	print_scope(&rule->scope, out);
	sg_buf_addz(out, words[rule->kind]);
	sg_expr_print(rule->expr, out);
	for (size_t i = 0; i < rule->nfacets; i++) {
		sg_buf_addz(out, i ? ", " : " => ");
		sg_buf_add(out, rule->facets[i].facet);
		sg_buf_addz(out, ": ");
		sg_buf_add(out, rule->facets[i].value);
	}
}
