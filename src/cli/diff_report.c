/* diff_report.c - see diff_report.h. */
#include "config.h"

#include "cli/diff_report.h"

#include <stdlib.h>

#include "report/cells.h"
#include "text/utf8.h"
#include "text/width.h"

#define RED   "\x1b[31m"
#define GREEN "\x1b[32m"
#define MARK  "\x1b[1;33m"
#define BOLD  "\x1b[1m"
#define PLAIN "\x1b[0m"
#define MINUS "\xE2\x88\x92"
#define ARROW "\xE2\x86\x92"

enum { NAMES_SHOWN = 24, PEOPLE_ROOM = 16 };

struct page {
	struct sg_change *c;
	const struct sg_diff_style *style;
	struct sg_buf *out;
	size_t column;       /* where the line stands */
	size_t indent, hang; /* of wrapped text */
	bool first;
};

static const char *paint(const struct page *p, const char *code)
{
	return p->style->colour ? code : "";
}

static void end_line(struct page *p)
{
	sg_buf_addc(p->out, '\n');
	p->column = 0;
}

static void put(struct page *p, struct sg_str s)
{
	sg_buf_add(p->out, s);
	p->column += sg_width(s);
}

static void pad_to(struct page *p, size_t column)
{
	if (p->column >= column)
		return;
	sg_buf_pad(p->out, ' ', column - p->column);
	p->column = column;
}

/* --- cells --- */

/* What a cell is called: its code, and what of it. */
static struct sg_str cell_title(struct page *p, const struct sg_diff_cell *cell)
{
	struct sg_diff *d = &p->c->diff;
	struct sg_arena *a = &d->arena;

	if (cell->kind == SG_DIFF_NO_CODE)
		return sg_str_of(_("(no code)"));
	if (cell->kind == SG_DIFF_BASE)
		return SG_STR("N");
	struct sg_str title = sg_diff_code_title(d, cell);
	if (cell->kind == SG_DIFF_THEME)
		return sg_arena_printf(a, _("%.*s (theme)"), SG_ARG(title));
	if (cell->kind == SG_DIFF_FACET)
		return sg_arena_printf(a, "%.*s %.*s:%.*s", SG_ARG(title),
			SG_ARG(cell->facet), SG_ARG(cell->value));
	if (cell->outside)
		return sg_arena_printf(a, _("%.*s (outside the topic)"), SG_ARG(title));
	return title;
}

static void put_names(struct page *p, const struct sg_str *names, size_t n,
	const char *sign, const char *colour, size_t hang)
{
	for (size_t i = 0; i < n; i++) {
		bool rest = i == NAMES_SHOWN && n > NAMES_SHOWN + 1;
		struct sg_str name = rest ? sg_arena_printf(&p->c->diff.arena,
						    _("and %zu more"), n - NAMES_SHOWN)
					  : names[i];
		size_t width = 1 + sg_width(name) + 1;
		if (p->column + width > p->style->width && p->column > hang) {
			end_line(p);
			pad_to(p, hang);
		}
		sg_buf_printf(p->out, "%s%s%.*s%s ", paint(p, colour), sign,
			SG_ARG(name), paint(p, PLAIN));
		p->column += width;
		if (rest)
			break;
	}
}

struct columns {
	size_t question, title, number; /* widths */
};

static struct sg_str number_text(struct page *p, const struct sg_diff_cell *cell)
{
	return sg_arena_printf(&p->c->diff.arena, "%u" ARROW "%u", cell->n[SG_BEFORE],
		cell->n[SG_AFTER]);
}

static void widen(size_t *column, size_t width, size_t most)
{
	if (width > *column)
		*column = width < most ? width : most;
}

static struct columns measure(struct page *p, size_t n)
{
	const struct sg_diff *d = &p->c->diff;
	size_t room = p->style->width > 60 ? p->style->width / 2 - 10 : 20;
	struct columns w = {0, 0, 0};

	for (size_t i = 0; i < n; i++) {
		const struct sg_diff_cell *cell = &d->cells[i];
		widen(&w.question, sg_width(sg_diff_question_label(d, cell)), 12);
		widen(&w.title, sg_width(cell_title(p, cell)), room);
		widen(&w.number, sg_width(number_text(p, cell)), 12);
	}
	return w;
}

/* Takes the blank off that stands behind the last name. */
static void trim_line(struct page *p)
{
	while (p->out->n && p->out->p[p->out->n - 1] == ' ')
		p->out->p[--p->out->n] = '\0';
}

static void put_cell(
	struct page *p, const struct sg_diff_cell *cell, const struct columns *w)
{
	struct sg_str number = number_text(p, cell);

	put(p, sg_diff_question_label(&p->c->diff, cell));
	pad_to(p, w->question + 2);
	put(p, cell_title(p, cell));
	pad_to(p, w->question + 2 + w->title);
	put(p, SG_STR("  "));
	pad_to(p,
		p->column + (w->number > sg_width(number) ? w->number - sg_width(number)
							  : 0));
	sg_buf_addz(p->out, paint(p, BOLD));
	put(p, number);
	sg_buf_addz(p->out, paint(p, PLAIN));
	put(p, SG_STR("  "));
	size_t hang = w->question + w->title + w->number + 6;
	if (hang + PEOPLE_ROOM > p->style->width)
		hang = 4;
	put_names(p, cell->lost, cell->nlost, MINUS, RED, hang);
	put_names(p, cell->gained, cell->ngained, "+", GREEN, hang);
	trim_line(p);
	end_line(p);
}

static void put_renames(struct page *p)
{
	struct sg_diff *d = &p->c->diff;

	for (size_t i = 0; i < d->nrenames; i++) {
		const uint32_t *code = d->renames[i].code;
		struct sg_str was = sg_diff_title(d, SG_BEFORE, code[SG_BEFORE]);
		struct sg_str is = sg_diff_title(d, SG_AFTER, code[SG_AFTER]);
		if (sg_str_eq(was, is))
			sg_buf_printf(p->out, _("moved: %.*s\n"), SG_ARG(is));
		else
			sg_buf_printf(p->out, _("renamed: %.*s %s %.*s\n"), SG_ARG(was),
				ARROW, SG_ARG(is));
	}
}

void sg_diff_report_cells(struct sg_change *c, const struct sg_diff_style *style,
	size_t most, struct sg_buf *out)
{
	struct page p = {.c = c, .style = style, .out = out};
	size_t n = c->diff.ncells;

	if (most && n > most + 1)
		n = most;
	put_renames(&p);
	struct columns w = measure(&p, n);
	for (size_t i = 0; i < n; i++)
		put_cell(&p, &c->diff.cells[i], &w);
}

/* --- codings --- */

struct item {
	int side;
	uint32_t coding;   /* of its study */
	size_t at;         /* in diff.only */
	uint32_t group[3]; /* line and id of its first rule; coder */
	size_t order;
};

static int item_cmp(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	for (int i = 0; i < 3; i++)
		if (x->group[i] != y->group[i])
			return x->group[i] < y->group[i] ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* The first of its rules in the codebook, or NULL. */
static const struct sg_evidence_rule *first_rule(
	const struct sg_change *c, int side, size_t at)
{
	const struct sg_evidence_of *of = &c->evidence[side].of[at];
	const struct sg_evidence_rule *first = NULL;

	for (size_t i = 0; i < of->nhits; i++) {
		const struct sg_evidence_rule *r =
			sg_evidence_rule(&c->evidence[side], of->hits[i].rule);
		if (r && (!first || r->line < first->line))
			first = r;
	}
	return first;
}

/* Escapes take no columns: while lines are broken, control characters (of which the
 * text has none any more) stand for them. */
static void put_line(void *ctx, struct sg_str line)
{
	static const char *const escapes[] = {NULL, MARK, PLAIN, RED, GREEN};
	struct page *p = ctx;

	if (sg_str_trim(line).n == 0)
		return;
	sg_buf_pad(p->out, ' ', p->first ? p->indent : p->hang);
	for (size_t i = 0; i < line.n; i++) {
		unsigned char sign = (unsigned char)line.p[i];
		if (sign > 0 && sign < sizeof escapes / sizeof *escapes)
			sg_buf_addz(p->out, escapes[sign]);
		else
			sg_buf_addc(p->out, line.p[i]);
	}
	sg_buf_addc(p->out, '\n');
	p->first = false;
}

static void put_wrapped(struct page *p, struct sg_str s, size_t indent, size_t hang)
{
	size_t width = p->style->width;

	p->indent = indent;
	p->hang = hang;
	p->first = true;
	sg_width_wrap(s, width > hang + 20 ? width - hang : 20, put_line, p);
}

/* The words of a coding with its hits marked. */
static void marked(struct page *p, const struct item *it, struct sg_buf *out)
{
	const struct sg_study *s = &p->c->study[it->side];
	const struct sg_study_coding *g = &s->codings[it->coding];
	const struct sg_evidence_of *of = &p->c->evidence[it->side].of[it->at];
	uint32_t text = s->answers[g->answer].text, at = g->start;

	while (at < g->stop) {
		uint32_t start = g->stop, stop = g->stop;
		for (size_t i = 0; i < of->nhits; i++) { /* the next one, joined */
			uint32_t from = of->hits[i].start < at ? at : of->hits[i].start;
			uint32_t to =
				of->hits[i].stop < g->stop ? of->hits[i].stop : g->stop;
			if (to <= from || from > start)
				continue;
			stop = from < start || to > stop ? to : stop;
			start = from;
		}
		sg_visible(sg_study_quote(s, text, at, start), out);
		if (start < stop) {
			sg_buf_addz(out, p->style->colour ? "\1" : "[");
			sg_visible(sg_study_quote(s, text, start, stop), out);
			sg_buf_addz(out, p->style->colour ? "\2" : "]");
		}
		at = stop;
	}
	for (size_t i = 0; i < out->n; i++)
		if (out->p[i] == '\n')
			out->p[i] = ' ';
}

static void put_item(struct page *p, const struct item *it)
{
	const struct sg_study *s = &p->c->study[it->side];
	const struct sg_study_answer *a = &s->answers[s->codings[it->coding].answer];
	struct sg_str question =
		a->question == SG_NONE ? SG_STR("") : s->questions[a->question].label;
	bool gained = it->side == SG_AFTER;
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_printf(&b, "%s%s %.*s %.*s%s  ",
		p->style->colour ? gained ? "\4" : "\3" : "", gained ? "+" : MINUS,
		SG_ARG(s->cases[a->case_].name), SG_ARG(question),
		p->style->colour ? "\2" : "");
	marked(p, it, &b);
	put_wrapped(p, sg_buf_str(&b), 4, 6);
	sg_buf_release(&b);
}

/* What coded: a rule with its place, a default, a person. */
static void put_group(struct page *p, const struct item *it)
{
	const struct sg_study *s = &p->c->study[it->side];
	const struct sg_study_coding *g = &s->codings[it->coding];
	const struct sg_evidence_rule *r = first_rule(p->c, it->side, it->at);
	struct sg_buf b;

	sg_buf_init(&b);
	if (r)
		sg_buf_printf(&b, "%.*s:%u  %.*s", SG_ARG(s->codebook_path), r->line,
			SG_ARG(r->body));
	else if (g->origin == SG_ORIGIN_DEFAULT)
		sg_buf_addz(&b, _("by default"));
	else
		sg_buf_printf(&b, _("by %.*s"), SG_ARG(s->coders[g->coder]));
	size_t room = p->style->width > 24 ? p->style->width - 4 : 20;
	size_t cut = sg_width_prefix(sg_buf_str(&b), room);
	sg_buf_printf(p->out, "  %.*s%s\n", (int)cut, b.p, cut < b.n ? "…" : "");
	sg_buf_release(&b);
}

static void put_code(struct page *p, struct item *items, size_t n)
{
	struct sg_diff *d = &p->c->diff;
	const struct item *last = &items[n - 1];
	size_t count[SG_SIDES] = {0, 0};

	for (size_t i = 0; i < n; i++)
		count[items[i].side]++;
	struct sg_str title = sg_diff_title(
		d, last->side, d->s[last->side]->codings[last->coding].code);
	sg_buf_printf(
		p->out, "\n%s%.*s%s", paint(p, BOLD), SG_ARG(title), paint(p, PLAIN));
	if (count[SG_BEFORE])
		sg_buf_printf(p->out, "  " MINUS "%zu", count[SG_BEFORE]);
	if (count[SG_AFTER])
		sg_buf_printf(p->out, "  +%zu", count[SG_AFTER]);
	sg_buf_addc(p->out, '\n');
	qsort(items, n, sizeof *items, item_cmp);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || items[i].group[0] != items[i - 1].group[0] ||
			items[i].group[1] != items[i - 1].group[1] ||
			items[i].group[2] != items[i - 1].group[2])
			put_group(p, &items[i]);
		put_item(p, &items[i]);
	}
}

typedef SG_VEC(struct item) items_vec;

/* The codings of one code (of the side) that only that side has; *at goes on. */
static void take_code(
	struct sg_change *c, int side, uint32_t code, size_t *at, items_vec *items)
{
	const struct sg_diff_codings *only = &c->diff.only[side];
	const struct sg_study *s = &c->study[side];

	for (; *at < only->n && s->codings[only->v[*at]].code <= code; ++*at) {
		const struct sg_study_coding *g = &s->codings[only->v[*at]];
		const struct sg_evidence_rule *r = first_rule(c, side, *at);
		if (g->code < code)
			continue;
		SG_PUSH(items,
			(struct item){.side = side,
				.coding = only->v[*at],
				.at = *at,
				.group = {r ? r->line : UINT32_MAX, r ? r->id : 0,
					r ? 0 : g->coder + (uint32_t)g->origin},
				.order = items->n});
	}
}

void sg_diff_report_codings(
	struct sg_change *c, const struct sg_diff_style *style, struct sg_buf *out)
{
	struct page p = {.c = c, .style = style, .out = out};
	const struct sg_diff *d = &c->diff;
	items_vec items = {NULL, 0, 0};
	size_t gained = 0;

	for (uint32_t code = 0; code < d->s[SG_AFTER]->ncodes; code++) {
		uint32_t was = d->other[SG_AFTER][code];
		size_t lost = 0;
		items.n = 0;
		if (was != SG_NONE)
			take_code(c, SG_BEFORE, was, &lost, &items);
		take_code(c, SG_AFTER, code, &gained, &items);
		if (items.n)
			put_code(&p, items.v, items.n);
	}
	for (uint32_t code = 0; code < d->s[SG_BEFORE]->ncodes; code++) {
		size_t lost = 0;
		items.n = 0;
		if (d->other[SG_BEFORE][code] == SG_NONE)
			take_code(c, SG_BEFORE, code, &lost, &items);
		if (items.n)
			put_code(&p, items.v, items.n);
	}
	free(items.v);
}
