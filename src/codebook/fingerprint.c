/* fingerprint.c - what decides what a code selects, as one hash (see codebook.h). It
 * follows references, so that editing a list changes the codes that use it and no
 * other.
 */
#include "config.h"

#include "codebook/codebook.h"

#include <stdlib.h>

#include "base/file.h"

struct print {
	const struct sg_codebook *book;
	struct sg_buf out;
	bool *code_done, *list_done;
};

static void print_code(struct print *p, uint32_t index);

static void follow(void *ctx, const struct sg_expr *e)
{
	struct print *p = ctx;

	if (e->kind == SG_EXPR_LIST) {
		const struct sg_list *list = sg_codebook_list(p->book, e->text);
		size_t index = list ? (size_t)(list - p->book->lists) : 0;
		if (!list || p->list_done[index])
			return;
		p->list_done[index] = true;
		sg_buf_printf(&p->out, "list %.*s = ", SG_ARG(list->name));
		sg_expr_print(list->expr, &p->out);
		sg_buf_addc(&p->out, '\n');
		sg_expr_walk(list->expr, follow, p);
	} else if (e->kind == SG_EXPR_CODE) {
		uint32_t code = sg_codebook_find(p->book, e->text);
		for (uint32_t i = code; i < p->book->ncodes; i++) {
			if (!sg_code_within(p->book, i, code))
				break; /* a subtree is a run of codes */
			/* Its label too: what was printed before is not again. */
			sg_buf_printf(&p->out, "of %.*s: %.*s\n", SG_ARG(e->text),
				SG_ARG(p->book->codes[i].label));
			print_code(p, i);
		}
	}
}

static void print_places(
	struct print *p, const char *name, const struct sg_places *places)
{
	for (size_t i = 0; i < places->n; i++)
		sg_buf_printf(&p->out, "%s %.*s.%.*s\n", name,
			SG_ARG(places->v[i].question), SG_ARG(places->v[i].part));
}

static void print_code(struct print *p, uint32_t index)
{
	const struct sg_code *code = &p->book->codes[index];

	if (p->code_done[index])
		return;
	p->code_done[index] = true;
	sg_buf_printf(&p->out, "code unit %s within %s\n", sg_unit_name(code->unit),
		sg_unit_name(code->within));
	print_places(p, "question", &code->questions);
	for (size_t i = 0; i < code->ndefaults; i++)
		sg_buf_printf(&p->out, "default %.*s\n", SG_ARG(code->defaults[i]));
	for (size_t i = 0; i < code->nrules; i++) {
		sg_buf_addz(&p->out, "rule ");
		sg_rule_print(&code->rules[i], &p->out);
		sg_buf_addc(&p->out, '\n');
	}
	for (size_t i = 0; i < code->nrules; i++)
		sg_expr_walk(code->rules[i].expr, follow, p);
}

void sg_code_fingerprint(const struct sg_codebook *book, uint32_t code, char out[65])
{
	struct print p = {.book = book};

	sg_buf_init(&p.out);
	p.code_done = sg_zalloc(book->ncodes, sizeof *p.code_done);
	p.list_done = sg_zalloc(book->nlists, sizeof *p.list_done);
	print_code(&p, code);
	sg_sha256_hex(sg_buf_str(&p.out), out);
	free(p.list_done);
	free(p.code_done);
	sg_buf_release(&p.out);
}
