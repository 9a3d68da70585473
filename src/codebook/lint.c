/* lint.c - warnings about what a codebook may say but probably does not mean. */
#include "config.h"

#include "codebook/reader.h"

#include <stdlib.h>

#include "text/hangul.h"
#include "text/utf8.h"

struct lint {
	const struct sg_codebook *book;
	struct sg_notes *notes;
	struct sg_locus locus; /* of the code or list being looked at */
};

/* ~줄다 by itself, whose forms without ㄹ (주는, 준, 주세요) are also those of 주다 and stand
 * for that most often. With other words beside it, those tell the two apart. */
static void check_alone(struct lint *l, const struct sg_expr *e)
{
	static const uint32_t twins[] = {U'주', U'나', U'가', U'사', U'쓰', U'파',
		U'푸', U'트', U'비', U'미', U'기', 0};
	char twin[4];
	size_t off = 0;

	for (size_t i = 0; e->kind == SG_EXPR_OR && i < e->n; i++)
		check_alone(l, e->v[i].expr);
	if (e->kind != SG_EXPR_TERM || e->nwords || e->predicate.n != 6)
		return;
	uint32_t stem = sg_utf8_next(e->predicate, &off);

	if (sg_final_of(stem) != SG_FINAL_L ||
		!sg_cp_among(sg_open_syllable(stem), twins))
		return;
	int n = (int)sg_utf8_write(twin, sg_open_syllable(stem));
	sg_locus_note(&l->locus, l->notes, SG_WARNING, e->line, e->col, e->width,
		_("~%.*s also finds what %.*s다 has in common with it (%.*s는); look "
		  "with "
		  "'saegim kwic', and leave out with EXCEPT"),
		SG_ARG(e->predicate), n, twin, n, twin);
}

static void check_term(void *ctx, const struct sg_expr *e)
{
	struct lint *l = ctx;
	size_t off = 0;

	if (e->kind != SG_EXPR_TERM || e->nwords != 1 || e->predicate.n ||
		e->edge != SG_EDGE_EITHER || e->words[0].n == 0)
		return;
	uint32_t cp = sg_utf8_next(e->words[0], &off);
	if (off == e->words[0].n && cp >= 0xAC00 && cp <= 0xD7A3)
		sg_locus_note(&l->locus, l->notes, SG_WARNING, e->line, e->col,
			e->width,
			_("'%.*s' is one syllable and begins or ends many words; write "
			  "=%.*s, ^%.*s or a longer term"),
			SG_ARG(e->words[0]), SG_ARG(e->words[0]), SG_ARG(e->words[0]));
}

static void same_rule(
	void *ctx, const struct sg_entry *first, const struct sg_entry *again)
{
	struct lint *l = ctx;

	sg_locus_note(&l->locus, l->notes, SG_WARNING, again->line, 1, 1,
		_("the rule stands already on line %u"), (unsigned)first->line);
}

static void same_example(
	void *ctx, const struct sg_entry *first, const struct sg_entry *again)
{
	struct lint *l = ctx;

	sg_locus_note(&l->locus, l->notes, SG_WARNING, again->line, 1, 1,
		_("the example stands already on line %u"), (unsigned)first->line);
}

static void check_twins(struct lint *l, const struct sg_code *code)
{
	size_t most = code->nrules > code->nexamples ? code->nrules : code->nexamples;
	struct sg_entry *v = sg_zalloc(most, sizeof *v);
	struct sg_arena arena;
	struct sg_buf b;

	sg_arena_init(&arena);
	sg_buf_init(&b);
	for (size_t i = 0; i < code->nrules; i++) {
		sg_buf_reset(&b);
		sg_rule_print(&code->rules[i], &b);
		v[i] = (struct sg_entry){sg_arena_str(&arena, sg_buf_str(&b)), 0,
			code->rules[i].line, i};
	}
	sg_find_twins(v, code->nrules, same_rule, l);
	for (size_t i = 0; i < code->nexamples; i++)
		v[i] = (struct sg_entry){
			code->examples[i].text, 0, code->examples[i].line, i};
	sg_find_twins(v, code->nexamples, same_example, l);
	sg_buf_release(&b);
	sg_arena_release(&arena);
	free(v);
}

static bool selects(const struct sg_code *code)
{
	for (size_t i = 0; i < code->nrules; i++)
		if (code->rules[i].kind == SG_RULE_SELECT)
			return true;
	return code->ndefaults > 0;
}

static void check_code(struct lint *l, size_t index)
{
	const struct sg_code *code = &l->book->codes[index];
	bool leaf = index + 1 == l->book->ncodes ||
		    l->book->codes[index + 1].parent != (uint32_t)index;

	l->locus = sg_book_locus(l->book, code->line, code->off, code->len);
	if (leaf && !selects(code))
		sg_locus_note(&l->locus, l->notes, SG_WARNING, code->line, 1, 1,
			_("the code '%.*s' has no rule and will code nothing"),
			SG_ARG(code->label));
	for (size_t i = 0; i < code->nrules; i++)
		sg_expr_walk(code->rules[i].expr, check_term, l);
	for (size_t i = 0; i < code->nrules; i++)
		if (code->rules[i].kind == SG_RULE_SELECT)
			check_alone(l, code->rules[i].expr);
	check_twins(l, code);
}

void sg_book_lint(const struct sg_codebook *book, struct sg_notes *notes)
{
	struct lint l = {.book = book, .notes = notes};

	for (size_t i = 0; i < book->nlists; i++) {
		const struct sg_list *list = &book->lists[i];
		l.locus = sg_book_locus(book, list->line, list->off, list->len);
		sg_expr_walk(list->expr, check_term, &l);
	}
	for (size_t i = 0; i < book->ncodes; i++)
		check_code(&l, i);
}
