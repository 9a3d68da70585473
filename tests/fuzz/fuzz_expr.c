/* fuzz_expr.c - any text as an expression: the parser must end, keep its places inside
 * the text, and what it accepts must survive printing and parsing again. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "codebook/expr.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct sg_expr *parse(
	struct sg_arena *arena, struct sg_str text, struct sg_notes *notes)
{
	struct sg_expr_place place = {0};
	struct sg_expr *e;

	if (sg_expr_parse(arena, text, &place, &e, notes) == 0)
		return e;
	if (e || notes->errors != 1)
		abort();
	return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sg_str text = {(const char *)data, size};
	struct sg_arena arena;
	struct sg_notes notes;
	struct sg_buf once, twice;

	if (sg_utf8_check(text) != SIZE_MAX)
		return 0;
	sg_arena_init(&arena);
	sg_notes_init(&notes);
	sg_buf_init(&once);
	sg_buf_init(&twice);
	struct sg_expr *e = parse(&arena, text, &notes);
	if (e && e->col + e->width > sg_utf8_count(text) + 1)
		abort();
	if (e) {
		sg_expr_print(e, &once);
		struct sg_expr *again =
			once.n > 64 * 1024 ? NULL
					   : parse(&arena, sg_buf_str(&once), &notes);
		if (again)
			sg_expr_print(again, &twice);
		/* Printing may add parentheses and spaces past the limit of a rule. */
		if (again ? !sg_str_eq(sg_buf_str(&once), sg_buf_str(&twice))
			  : once.n <= 64 * 1024)
			abort();
	}
	sg_buf_release(&once);
	sg_buf_release(&twice);
	sg_notes_release(&notes);
	sg_arena_release(&arena);
	return 0;
}
