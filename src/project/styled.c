/* styled.c - see styled.h. */
#include "config.h"

#include "project/styled.h"

#include <stdlib.h>
#include <string.h>

#include "text/width.h"

void sg_styled_add(struct sg_styled *t, struct sg_str s, enum sg_page_style style)
{
	size_t from = t->text.n;

	sg_buf_add(&t->text, s);
	for (size_t i = from; i < t->text.n; i++) {
		unsigned char c = (unsigned char)t->text.p[i];
		if ((c < 0x20 && c != '\n') || c == 0x7F)
			t->text.p[i] = ' ';
	}
	SG_RESERVE(&t->style, s.n);
	if (s.n)
		memset(t->style.v + t->style.n, (int)style, s.n);
	t->style.n += s.n;
}

void sg_styled_addz(struct sg_styled *t, const char *z, enum sg_page_style style)
{
	sg_styled_add(t, sg_str_of(z), style);
}

void sg_styled_release(struct sg_styled *t)
{
	sg_buf_release(&t->text);
	free(t->style.v);
}

void sg_row_put(struct sg_arena *arena, struct sg_page_row *row, size_t col,
	struct sg_str text, enum sg_page_style style)
{
	if (text.n == 0)
		return;
	if (row->nruns == row->cap) {
		size_t cap = row->cap ? 2 * row->cap : 4;
		struct sg_page_run *v = sg_arena_array(arena, cap, sizeof *v);
		if (row->nruns)
			memcpy(v, row->runs, row->nruns * sizeof *v);
		row->runs = v;
		row->cap = cap;
	}
	row->runs[row->nruns++] =
		(struct sg_page_run){style, col, sg_arena_str(arena, text)};
}

static void add_line(void *ctx, struct sg_str line)
{
	struct sg_block *b = ctx;
	struct sg_page_row row = {0};
	size_t at = (size_t)(line.p - b->text->text.p), col = b->col;

	for (size_t i = 0; i < line.n;) {
		size_t k = i;
		uint8_t style = b->text->style.v[at + i];
		while (k < line.n && b->text->style.v[at + k] == style)
			k++;
		struct sg_str run = sg_str_sub(line, i, k);
		sg_row_put(b->arena, &row, col, run, (enum sg_page_style)style);
		col += sg_width(run);
		i = k;
	}
	SG_PUSH(&b->rows, row);
	SG_PUSH(&b->at, at);
}

void sg_block_wrap(struct sg_block *b, struct sg_arena *arena,
	const struct sg_styled *text, size_t col, size_t width)
{
	*b = (struct sg_block){.arena = arena, .text = text, .col = col};
	if (text->text.n)
		sg_width_wrap(sg_buf_str(&text->text), width, add_line, b);
}

void sg_block_release(struct sg_block *b)
{
	free(b->rows.v);
	free(b->at.v);
}
