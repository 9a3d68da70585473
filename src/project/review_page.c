/* review_page.c - see review_page.h. */
#include "config.h"

#include "project/review_page.h"

#include <stdlib.h>
#include <string.h>

#include "project/review_compose.h"
#include "text/utf8.h"
#include "text/width.h"

enum { SIDE_BY_SIDE = 100, GUTTER = 3, ENTRY_MIN = 5 };

/* --- rows around them --- */

const char *sg_page_why(enum sg_work_why why)
{
	switch (why) {
	case SG_WORK_ONE_HIT: return _("one sentence was hit");
	case SG_WORK_UNUSUAL: return _("outside the questions it is usual in");
	case SG_WORK_UNCODED: return _("not coded, though usual here");
	case SG_WORK_CODED: return _("hit more than once");
	case SG_WORK_WHYS: break;
	}
	return "";
}

static const char *said_word(const struct sg_reviewing *r)
{
	switch ((enum sg_cell_said)r->said[r->at]) {
	case SG_SAID_YES: return _("you said: yes");
	case SG_SAID_NO: return _("you said: no");
	case SG_SAID_NONE: return _("you said: none");
	case SG_SAID_WHOLE: return _("you marked the whole answer");
	case SG_SAID_SKIP: return _("you skipped it");
	case SG_SAID_NOTHING: break;
	}
	return "";
}

static const char *why_word(const struct sg_reviewing *r)
{
	enum sg_work_why why = r->work->why;

	if (why == SG_WORK_CODED && r->nhits == 0) {
		for (size_t i = 0; i < r->nsegments; i++)
			if (r->segments[i].coder != 0)
				return _("coded by a person");
		return _("coded by default");
	}
	return sg_page_why(why);
}

struct maker {
	struct sg_page *page;
	const struct sg_reviewing *r;
	const struct sg_page_ask *ask;
	SG_VEC(struct sg_page_row) rows;
};

static struct sg_page_row *new_row(struct maker *m)
{
	SG_PUSH(&m->rows, (struct sg_page_row){0});
	return &m->rows.v[m->rows.n - 1];
}

/* left, cut to what fits, and right at the end of the row. */
static void two_ends(struct maker *m, struct sg_str left, enum sg_page_style style,
	struct sg_str right, enum sg_page_style right_style)
{
	struct sg_page_row *row = new_row(m);
	size_t width = m->ask->width, rw = sg_width(right);

	if (rw + 12 > width) { /* no room for both */
		right.n = 0;
		rw = 0;
	}
	left.n = sg_width_prefix(left, rw ? width - rw - 1 : width);
	sg_row_put(&m->page->arena, row, 0, left, style);
	sg_row_put(&m->page->arena, row, width - rw, right, right_style);
}

static void rule_row(struct maker *m, struct sg_str note)
{
	struct sg_page_row *row = new_row(m);
	size_t nw = note.n ? sg_width(note) + 1 : 0;
	struct sg_buf line;

	sg_buf_init(&line);
	for (size_t i = nw; i < m->ask->width; i++)
		sg_buf_addz(&line, "─");
	sg_row_put(&m->page->arena, row, 0, sg_buf_str(&line), SG_PAGE_DIM);
	sg_row_put(&m->page->arena, row, m->ask->width - (nw ? nw - 1 : 0), note,
		SG_PAGE_DIM);
	sg_buf_release(&line);
}

static void head(struct maker *m)
{
	const struct sg_reviewing *r = m->r;
	const struct sg_study *s = &r->study;
	const struct sg_study_answer *a = &s->answers[r->work->cell.answer];
	const struct sg_study_code *c = &s->codes[r->work->cell.code];
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_add(&b, s->cases[a->case_].name);
	if (s->nattributes && s->cases[a->case_].values[0].n)
		sg_buf_printf(&b, "(%.*s)", SG_ARG(s->cases[a->case_].values[0]));
	if (a->question != SG_NONE)
		sg_buf_printf(&b, " · %.*s %.*s",
			SG_ARG(s->questions[a->question].label),
			SG_ARG(s->questions[a->question].title));
	sg_buf_addz(&b, " · ");
	if (!sg_str_ends(c->label, c->name))
		sg_buf_printf(&b, "%.*s ", SG_ARG(c->label));
	sg_buf_add(&b, c->name);
	two_ends(m, sg_buf_str(&b), SG_PAGE_STRONG, (struct sg_str){"", 0},
		SG_PAGE_PLAIN);
	sg_buf_release(&b);
	const char *said = said_word(r);
	two_ends(m, sg_str_of(_("does this respondent, in this answer, say this?")),
		SG_PAGE_PLAIN, sg_str_of(*said ? said : why_word(r)),
		*said ? SG_PAGE_STRONG : SG_PAGE_DIM);
}

/* "입장 1 찬성  2 반대": keys and values, those in force marked. */
static void facets_row(struct maker *m)
{
	const struct sg_study *s = &m->r->study;
	struct sg_arena *arena = &m->page->arena;
	struct sg_page_row *row;
	size_t col = 0, key = 0;

	if (s->nfacets == 0)
		return;
	row = new_row(m);
	for (size_t f = 0; f < s->nfacets; f++) {
		sg_row_put(arena, row, col, s->facets[f].name, SG_PAGE_STRONG);
		col += sg_width(s->facets[f].name) + 1;
		for (uint32_t v = 0; v < s->facets[f].nvalues && key < 9; v++) {
			struct sg_str value = sg_arena_printf(arena, "%zu %.*s", ++key,
				SG_ARG(s->facets[f].values[v]));
			if (col + sg_width(value) > m->ask->width)
				return;
			sg_row_put(arena, row, col, value,
				m->r->facets[f][v] ? SG_PAGE_CHOSEN : SG_PAGE_PLAIN);
			col += sg_width(value) + 2;
		}
		col++;
	}
}

/* A key stays beside its word: one blank between them does not break, two do. */
static void compose_keys(struct sg_styled *out, struct sg_str keys)
{
	for (size_t i = 0; i < keys.n; i++) {
		bool joint = keys.p[i] == ' ' && i > 0 && keys.p[i - 1] != ' ' &&
			     i + 1 < keys.n && keys.p[i + 1] != ' ';
		sg_styled_add(out,
			joint ? SG_STR("\u00A0") : sg_str_sub(keys, i, i + 1),
			SG_PAGE_DIM);
	}
}

static void keys_rows(struct maker *m, size_t *rows)
{
	struct sg_styled text = {0};
	struct sg_block b;

	compose_keys(&text,
		sg_str_of(
			m->ask->panel
				? _("Enter: take it   Esc: back   ↑ ↓: choose")
				: _("y yes  n no  0 none  A all of it  s skip  u undo  "
				    "Tab next  < > [ ] stretch  x drop  a code  p pin  "
				    "b bar  m memo  ? help  q quit")));
	sg_block_wrap(&b, &m->page->arena, &text, 0, m->ask->width);
	if (rows)
		*rows = b.rows.n;
	else
		for (size_t i = 0; i < b.rows.n; i++)
			*new_row(m) = b.rows.v[i];
	sg_block_release(&b);
	sg_styled_release(&text);
}

static void append(
	struct maker *m, const struct sg_block *b, size_t first, size_t rows, bool fill)
{
	for (size_t i = first; i < first + rows; i++) {
		if (i < b->rows.n)
			*new_row(m) = b->rows.v[i];
		else if (fill)
			new_row(m);
	}
}

/* How far the round is, and what of the study was seen. */
static struct sg_str progress(struct maker *m, struct sg_str scrolled)
{
	const struct sg_reviewing *r = m->r;
	uint64_t seen, cells;

	sg_reviewing_coverage(r, &seen, &cells);
	struct sg_str far = sg_arena_printf(&m->page->arena,
		_("%zu of %zu · seen %llu of %llu"), r->at + 1, r->list.n,
		(unsigned long long)seen, (unsigned long long)cells);
	return scrolled.n ? sg_arena_printf(&m->page->arena, "%.*s · %.*s", SG_ARG(far),
				    SG_ARG(scrolled))
			  : far;
}

/* "▼ 3" when there are so many lines below. */
static struct sg_str more(struct maker *m, size_t lines, size_t scroll, size_t rows)
{
	if (lines <= scroll + rows && scroll == 0)
		return (struct sg_str){"", 0};
	if (lines <= scroll + rows)
		return sg_arena_printf(&m->page->arena, "▲ %zu", scroll);
	if (scroll == 0)
		return sg_arena_printf(&m->page->arena, "▼ %zu", lines - scroll - rows);
	return sg_arena_printf(
		&m->page->arena, "▲ %zu ▼ %zu", scroll, lines - scroll - rows);
}

static size_t clamp(size_t scroll, size_t lines, size_t rows)
{
	size_t most = lines > rows ? lines - rows : 0;

	return scroll > most ? most : scroll;
}

/* The first line shown so that the stretch is, with a line before it. */
static size_t scroll_to(const struct sg_block *b, size_t byte, size_t rows)
{
	size_t line = 0;

	while (line + 1 < b->rows.n && b->at.v[line + 1] <= byte)
		line++;
	return line < rows - rows / 4 ? 0 : line - rows / 4;
}

/* What is typed, as the second line of the panel. */
static void lay_input(struct maker *m, struct sg_block *b, size_t col, size_t width)
{
	const struct sg_page_panel *p = m->ask->panel;
	struct sg_page_row row = {0};
	struct sg_str before, after;

	if (!p || !p->input || b->rows.n < 2)
		return;
	before = sg_str_sub(p->typed, 0, p->cursor);
	while (sg_width(before) + 4 > width && before.n) {
		size_t cut = 0;
		sg_utf8_next(before, &cut);
		before = sg_str_skip(before, cut);
	}
	after = sg_str_skip(p->typed, p->cursor);
	after.n = sg_width_prefix(after, width - 3 - sg_width(before));
	sg_row_put(b->arena, &row, col, SG_STR("> "), SG_PAGE_STRONG);
	sg_row_put(b->arena, &row, col + 2, before, SG_PAGE_PLAIN);
	sg_row_put(b->arena, &row, col + 2 + sg_width(before), after, SG_PAGE_PLAIN);
	m->page->has_cursor = true;
	m->page->cursor_col = col + 2 + sg_width(before);
	b->rows.v[1] = row;
}

static void beside(struct maker *m, const struct sg_block *answer,
	const struct sg_block *entry, size_t rows, size_t col)
{
	struct sg_page *p = m->page;

	for (size_t i = 0; i < rows; i++) {
		struct sg_page_row *row = new_row(m);
		if (p->scroll + i < answer->rows.n)
			*row = answer->rows.v[p->scroll + i];
		sg_row_put(&p->arena, row, col - 2, SG_STR("│"), SG_PAGE_DIM);
		if (p->entry_scroll + i >= entry->rows.n)
			continue;
		const struct sg_page_row *e = &entry->rows.v[p->entry_scroll + i];
		for (size_t k = 0; k < e->nruns; k++)
			sg_row_put(&p->arena, row, e->runs[k].col, e->runs[k].text,
				e->runs[k].style);
	}
}

/* How the rows between head and keys are shared. */
static void share_rows(struct maker *m, size_t room, bool side)
{
	struct sg_page *p = m->page;

	if (m->ask->height == 0) {
		p->text_rows = p->text_lines;
		p->entry_rows = p->entry_lines;
	} else if (side) {
		p->text_rows = p->entry_rows = room;
	} else {
		/* A menu gets half, the entry a third. */
		size_t least = m->ask->panel ? room / 2 : room / 3;
		least = least > ENTRY_MIN ? least : ENTRY_MIN;
		p->entry_rows = p->entry_lines < least ? p->entry_lines : least;
		if (p->entry_rows > room)
			p->entry_rows = room;
		p->text_rows = room - p->entry_rows;
		/* What a short answer leaves is the entry's. */
		if (p->text_lines < p->text_rows) {
			size_t left = p->text_rows - p->text_lines;
			size_t want = p->entry_lines - p->entry_rows;
			size_t more_rows = want < left ? want : left;
			p->entry_rows += more_rows;
			p->text_rows -= more_rows;
		}
	}
}

static void body(struct maker *m, size_t used)
{
	const struct sg_page_ask *ask = m->ask;
	struct sg_page *p = m->page;
	bool side = ask->width >= SIDE_BY_SIDE && ask->height > 0;
	size_t left = side ? ask->width * 3 / 5 : ask->width;
	size_t col = side ? left + GUTTER : 0;
	size_t right = ask->width - col, stretch;
	struct sg_styled answer = {0}, entry = {0};
	struct sg_block a, e;

	sg_compose_answer(m->r, &answer, ask->marks, &stretch);
	sg_block_wrap(&a, &p->arena, &answer, 0, left);
	if (!ask->panel) {
		sg_compose_entry(m->r, &entry);
		sg_block_wrap(&e, &p->arena, &entry, col, right);
	}
	p->text_lines = a.rows.n;
	p->entry_lines = ask->panel ? sg_compose_panel_lines(ask->panel) : e.rows.n;
	/* Two rules when one is above the other. */
	size_t rules = side ? 2 : 3;
	size_t room = ask->height > used + rules ? ask->height - used - rules : 2;
	share_rows(m, room, side);
	if (ask->panel) {
		sg_compose_panel(ask->panel, &entry, p->entry_rows);
		sg_block_wrap(&e, &p->arena, &entry, col, right);
		lay_input(m, &e, col, right);
		p->entry_lines = p->entry_rows;
	}
	p->scroll = ask->height == 0
			    ? 0
			    : clamp(ask->scroll == SIZE_MAX
					      ? scroll_to(&a, stretch, p->text_rows)
					      : ask->scroll,
				      p->text_lines, p->text_rows);
	p->entry_scroll =
		ask->panel ? 0
			   : clamp(ask->entry_scroll, p->entry_lines, p->entry_rows);
	struct sg_str below = more(m, p->text_lines, p->scroll, p->text_rows);
	struct sg_str beyond = more(m, p->entry_lines, p->entry_scroll, p->entry_rows);
	rule_row(m, progress(m, side ? (struct sg_str){"", 0} : below));
	size_t first = m->rows.n;
	if (side) {
		beside(m, &a, &e, p->text_rows, col);
		rule_row(m, below.n ? below : beyond);
	} else {
		append(m, &a, p->scroll, p->text_rows, ask->height > 0);
		rule_row(m, beyond);
		first = m->rows.n;
		append(m, &e, p->entry_scroll, p->entry_rows, ask->height > 0);
		if (ask->height)
			rule_row(m, (struct sg_str){"", 0});
	}
	p->cursor_row = first + 1;
	sg_block_release(&a);
	sg_block_release(&e);
	sg_styled_release(&answer);
	sg_styled_release(&entry);
}

static void finish(struct maker *m)
{
	struct sg_page *p = m->page;

	p->nrows = m->rows.n;
	p->rows = sg_arena_array(&p->arena, p->nrows, sizeof *p->rows);
	if (p->nrows)
		memcpy(p->rows, m->rows.v, p->nrows * sizeof *p->rows);
	free(m->rows.v);
}

static void message_row(struct maker *m)
{
	if (m->ask->height == 0 && m->ask->message.n == 0)
		return;
	two_ends(m, m->ask->message, m->ask->alert ? SG_PAGE_ALERT : SG_PAGE_STRONG,
		(struct sg_str){"", 0}, SG_PAGE_PLAIN);
}

static void ended(struct maker *m)
{
	const struct sg_reviewing *r = m->r;
	uint64_t seen, cells;

	sg_reviewing_coverage(r, &seen, &cells);
	two_ends(m,
		r->list.n ? sg_arena_printf(&m->page->arena,
				    _("the round is over: %zu of %zu cells decided"),
				    r->decided, r->list.n)
			  : sg_str_of(_("there is nothing to review here")),
		SG_PAGE_STRONG, (struct sg_str){"", 0}, SG_PAGE_PLAIN);
	two_ends(m,
		sg_arena_printf(&m->page->arena,
			_("a person has seen %llu of the %llu cells that are coded or "
			  "usual"),
			(unsigned long long)seen, (unsigned long long)cells),
		SG_PAGE_PLAIN, (struct sg_str){"", 0}, SG_PAGE_PLAIN);
	if (m->ask->height)
		two_ends(m, sg_str_of(_("u: take the last one back   q: quit")),
			SG_PAGE_DIM, (struct sg_str){"", 0}, SG_PAGE_PLAIN);
	message_row(m);
}

void sg_page_make(struct sg_page *out, const struct sg_reviewing *r,
	const struct sg_page_ask *ask)
{
	struct maker m = {.page = out, .r = r, .ask = ask};
	size_t keys = 0;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	if (sg_reviewing_ended(r)) {
		ended(&m);
		finish(&m);
		return;
	}
	head(&m);
	if (ask->height)
		keys_rows(&m, &keys);
	/* head, facets, message, keys */
	body(&m, m.rows.n + (r->study.nfacets > 0) + 1 + keys);
	facets_row(&m);
	if (ask->height) {
		message_row(&m);
		keys_rows(&m, NULL);
	}
	finish(&m);
}

void sg_page_text(
	struct sg_page *out, struct sg_str text, const struct sg_page_ask *ask)
{
	struct maker m = {.page = out, .ask = ask};
	struct sg_styled s = {0};
	struct sg_block b;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	sg_styled_add(&s, text, SG_PAGE_PLAIN);
	sg_block_wrap(&b, &out->arena, &s, 0, ask->width);
	out->text_lines = b.rows.n;
	out->text_rows = ask->height > 1 ? ask->height - 1 : b.rows.n;
	out->scroll = clamp(ask->scroll, out->text_lines, out->text_rows);
	append(&m, &b, out->scroll, out->text_rows, ask->height > 0);
	message_row(&m);
	finish(&m);
	sg_block_release(&b);
	sg_styled_release(&s);
}

void sg_page_release(struct sg_page *p)
{
	sg_arena_release(&p->arena);
	memset(p, 0, sizeof *p);
}

void sg_page_print(const struct sg_page *p, struct sg_buf *out)
{
	for (size_t i = 0; i < p->nrows; i++) {
		const struct sg_page_row *row = &p->rows[i];
		size_t col = 0;
		for (size_t k = 0; k < row->nruns; k++) {
			if (row->runs[k].col > col)
				sg_buf_pad(out, ' ', row->runs[k].col - col);
			sg_buf_add(out, row->runs[k].text);
			col = row->runs[k].col + sg_width(row->runs[k].text);
		}
		while (out->n && out->p[out->n - 1] == ' ')
			out->p[--out->n] = '\0';
		sg_buf_addc(out, '\n');
	}
}
