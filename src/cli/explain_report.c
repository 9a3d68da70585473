/* explain_report.c - see explain_report.h. */
#include "config.h"

#include "cli/explain_report.h"

#include <stdlib.h>

#include "cli/reason_text.h"
#include "text/width.h"

#define MARK  "\x1b[1;33m"
#define FAINT "\x1b[36m"
#define BOLD  "\x1b[1m"
#define PLAIN "\x1b[0m"

struct page {
	const struct sg_codebook *book;
	const struct sg_explained *e;
	const struct sg_explain_style *style;
	struct sg_buf *out;
	size_t indent, hang; /* of the first line and of those that go on */
	bool first;
	SG_VEC(struct sg_span) marks; /* ascending, apart */
};

static const char *paint(const struct page *p, const char *code)
{
	return p->style->colour ? code : "";
}

static size_t room(const struct page *p, size_t indent)
{
	return p->style->width > indent + 20 ? p->style->width - indent : 20;
}

static void put_line(void *ctx, struct sg_str line)
{
	struct page *p = ctx;

	if (sg_str_trim(line).n == 0)
		return;
	sg_buf_pad(p->out, ' ', p->first ? p->indent : p->hang);
	sg_buf_add(p->out, line);
	sg_buf_addc(p->out, '\n');
	p->first = false;
}

/* s in lines that fit, the first indented less. */
static void put_wrapped(struct page *p, struct sg_str s, size_t indent, size_t hang)
{
	p->indent = indent;
	p->hang = hang;
	p->first = true;
	sg_width_wrap(s, room(p, hang), put_line, p);
}

static int span_cmp(const void *x, const void *y)
{
	const struct sg_span *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->stop > b->stop) - (a->stop < b->stop);
}

/* Marks the hits of n reasons. */
static void mark(struct page *p, const struct sg_reason *v, size_t n)
{
	size_t kept = 0;

	p->marks.n = 0;
	for (size_t i = 0; i < n; i++) {
		bool hit = v[i].why == SG_WHY_SELECTED || v[i].why == SG_WHY_FOUND ||
			   v[i].why == SG_WHY_SCOPED || v[i].why == SG_WHY_MASKED;
		if (hit)
			SG_PUSH(&p->marks, v[i].span);
	}
	if (p->marks.n)
		qsort(p->marks.v, p->marks.n, sizeof *p->marks.v, span_cmp);
	for (size_t i = 0; i < p->marks.n; i++) {
		struct sg_span m = p->marks.v[i];
		if (kept && m.start < p->marks.v[kept - 1].stop) {
			if (m.stop > p->marks.v[kept - 1].stop)
				p->marks.v[kept - 1].stop = m.stop;
		} else {
			p->marks.v[kept++] = m;
		}
	}
	p->marks.n = kept;
}

/* Appends bytes [start, stop) of the text with the marks in it. */
static void put_marked(const struct page *p, size_t start, size_t stop,
	const char *open, const char *shut, struct sg_buf *out)
{
	struct sg_str body = p->e->doc.body;

	for (size_t i = 0; i < p->marks.n && start < stop; i++) {
		size_t from = p->marks.v[i].start, to = p->marks.v[i].stop;
		if (to <= start || from >= stop)
			continue;
		from = from < start ? start : from;
		to = to > stop ? stop : to;
		sg_buf_add(out, sg_str_sub(body, start, from));
		sg_buf_printf(out, "%s%.*s%s", open, SG_ARG(sg_str_sub(body, from, to)),
			shut);
		start = to;
	}
	sg_buf_add(out, sg_str_sub(body, start, stop));
}

static void put_coloured(void *ctx, struct sg_str line)
{
	struct page *p = ctx;
	size_t start = (size_t)(line.p - p->e->doc.body.p);

	if (sg_str_trim(line).n == 0)
		return;
	sg_buf_pad(p->out, ' ', p->indent);
	put_marked(p, start, start + line.n, MARK, PLAIN, p->out);
	sg_buf_addc(p->out, '\n');
}

/* The text of span with the marks: on a terminal painted after it was broken into
 * lines, since escapes take no columns. */
static void put_text(struct page *p, struct sg_span span)
{
	struct sg_buf b;

	p->indent = p->hang = 2;
	if (p->style->colour) {
		sg_width_wrap(sg_str_sub(p->e->doc.body, span.start, span.stop),
			room(p, 2), put_coloured, p);
		return;
	}
	sg_buf_init(&b);
	put_marked(p, span.start, span.stop, "[", "]", &b);
	put_wrapped(p, sg_buf_str(&b), 2, 2);
	sg_buf_release(&b);
}

/* "; 예산 → 예산" for each of n selected by one rule. */
static void put_selected(
	const struct page *p, const struct sg_reason *v, size_t n, struct sg_buf *b)
{
	for (size_t i = 0; i < n; i++) {
		struct sg_str hit =
			sg_str_sub(p->e->doc.body, v[i].span.start, v[i].span.stop);
		sg_buf_addz(b, i ? "; " : "");
		sg_operand_text(v[i].list, v[i].expr, b);
		sg_buf_printf(b, " → %.*s", SG_ARG(hit));
	}
}

static void put_head(struct page *p)
{
	const struct sg_explained *e = p->e;

	sg_buf_printf(p->out, "%s%.*s %.*s%s\n", paint(p, BOLD), SG_ARG(e->respondent),
		SG_ARG(e->question), paint(p, PLAIN));
	if (e->doc.answers->answered)
		return;
	sg_buf_printf(p->out, "  %s\n",
		e->state == SG_ANSWER_NOT_ASKED
			? _("this question was not asked: no rule looks at it")
		: e->bare ? _("there is no answer: no rule looks at it")
			  : _("this answer says nothing: no rule looks at it"));
}

/* What people said of the code of w[0], which the first n are about, a line a word, and
 * whether it counts after all. named: begin each with the code. */
static void put_words(struct page *p, const struct sg_word_row *w, size_t n, bool named)
{
	bool part = p->e->passage.stop != 0;
	const char *verdict = w->counts
				      ? part ? _("so this passage counts in the tables")
					     : _("so it counts in the tables")
			      : part ? _("so this passage does not count in the tables")
				     : _("so it does not count in the tables");
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i <= n; i++) {
		sg_buf_reset(&b);
		if (named)
			sg_buf_printf(
				&b, "%.*s %.*s: ", SG_ARG(w->code), SG_ARG(w->name));
		if (i < n)
			sg_word_text(&w[i], &b);
		else
			sg_buf_addz(&b, verdict);
		put_wrapped(p, sg_buf_str(&b), 2, 4);
	}
	sg_buf_release(&b);
}

/* The words on the code of that label; *n of them. */
static const struct sg_word_row *words_on(
	const struct sg_explained *e, struct sg_str label, size_t *n)
{
	const struct sg_word_row *first = NULL;

	*n = 0;
	for (size_t i = 0; i < e->nwords; i++) {
		if (!sg_str_eq(e->words[i].code, label))
			continue;
		first = first ? first : &e->words[i];
		++*n;
	}
	return first;
}

static bool by_default(const struct sg_code *c, struct sg_str question)
{
	for (size_t i = 0; i < c->ndefaults; i++) {
		if (sg_str_eq(c->defaults[i], question))
			return true;
	}
	return false;
}

static void put_default(const struct page *p, uint32_t code)
{
	const struct sg_code *c = &p->book->codes[code];

	if (p->e->doc.answers->answered && by_default(c, p->e->question))
		sg_buf_printf(p->out, _("  every answer here carries %.*s %.*s\n"),
			SG_ARG(c->label), SG_ARG(c->id.n ? c->name : SG_STR("")));
}

/* Under a sentence: "C1a 디지털 격차  book.md:12: 격차 → 격차", a line a rule. */
static void put_evidence(struct page *p, const struct sg_reason *v, size_t n)
{
	const struct sg_code *c = &p->book->codes[v->code];
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_printf(&b, "%.*s%s%.*s  %.*s:%u: ", SG_ARG(c->label), c->id.n ? " " : "",
		SG_ARG(c->id.n ? c->name : SG_STR("")), SG_ARG(p->book->path),
		c->rules[v->rule].line);
	put_selected(p, v, n, &b);
	sg_buf_addz(p->out, paint(p, FAINT));
	put_wrapped(p, sg_buf_str(&b), 6, 8);
	sg_buf_addz(p->out, paint(p, PLAIN));
	sg_buf_release(&b);
}

static bool same_rule(const struct sg_reason *a, const struct sg_reason *b)
{
	return a->code == b->code && a->rule == b->rule;
}

static void put_sentence(struct page *p, struct sg_span sentence)
{
	SG_VEC(struct sg_reason) here = {NULL, 0, 0};

	for (size_t i = 0; i < p->e->reasons.n; i++) {
		const struct sg_reason *r = &p->e->reasons.v[i];
		if (r->span.start < sentence.stop && r->span.stop > sentence.start)
			SG_PUSH(&here, *r);
	}
	mark(p, here.v, here.n);
	put_text(p, sentence);
	for (size_t i = 0, n; i < here.n; i += n) {
		for (n = 1; i + n < here.n && same_rule(&here.v[i], &here.v[i + n]);)
			n++;
		put_evidence(p, &here.v[i], n);
	}
	free(here.v);
}

void sg_explain_answer(const struct sg_codebook *book, const struct sg_explained *e,
	const struct sg_explain_style *style, struct sg_buf *out)
{
	struct page p = {.book = book, .e = e, .style = style, .out = out};
	const struct sg_spans *sentences = &e->doc.layout->sentences;
	struct sg_span answer = e->doc.answers->span, passage = e->passage;

	put_head(&p);
	for (uint32_t i = 0; i < book->ncodes; i++)
		put_default(&p, i);
	for (size_t i = 0; i < sentences->n; i++) {
		struct sg_span s = sentences->v[i];
		if (s.start >= answer.stop || s.stop <= answer.start)
			continue;
		if (passage.stop &&
			(s.start >= passage.stop || s.stop <= passage.start))
			continue;
		put_sentence(
			&p, sg_doc_unit(&e->doc, SG_UNIT_SENTENCE, 0,
				    s.start > answer.start ? s.start : answer.start));
	}
	for (size_t i = 0, n; i < e->nwords; i += n) {
		for (n = 1; i + n < e->nwords &&
			    sg_str_eq(e->words[i].code, e->words[i + n].code);)
			n++;
		put_words(&p, &e->words[i], n, true);
	}
	sg_buf_addc(out, '\n');
	free(p.marks.v);
}

/* One unit of a rule: its text, and what was selected or why nothing was. */
static void put_unit(struct page *p, const struct sg_reason *v, size_t n)
{
	struct sg_buf b;

	mark(p, v, n);
	put_text(p, v->unit);
	sg_buf_init(&b);
	if (v->why == SG_WHY_SELECTED) {
		sg_buf_addz(&b, _("selected: "));
		put_selected(p, v, n, &b);
		put_wrapped(p, sg_buf_str(&b), 6, 8);
	}
	for (size_t i = 0; i < n; i++) {
		sg_buf_reset(&b);
		sg_reason_text(p->book, &p->e->doc, &v[i], &b);
		put_wrapped(p, sg_buf_str(&b), 6, 8);
	}
	sg_buf_release(&b);
}

/* A rule and its reasons, unit by unit. */
static void put_rule(struct page *p, const struct sg_reason *v, size_t n)
{
	const struct sg_rule *rule = &p->book->codes[v->code].rules[v->rule];
	struct sg_buf b;

	sg_buf_init(&b);
	sg_buf_printf(&b, "%.*s:%u: ", SG_ARG(p->book->path), rule->line);
	sg_text_brief(rule->text, room(p, sg_width(sg_buf_str(&b))), &b);
	sg_buf_printf(
		p->out, "%s%s%s\n", paint(p, FAINT), sg_buf_z(&b), paint(p, PLAIN));
	sg_buf_release(&b);
	for (size_t i = 0, k; i < n; i += k) {
		for (k = 1; i + k < n && v[i + k].unit.start == v[i].unit.start;)
			k++;
		put_unit(p, &v[i], k);
	}
}

/* The lines of the rules of which nothing is in the answer. */
static void put_silent(
	struct page *p, uint32_t code, const struct sg_reason *v, size_t n)
{
	const struct sg_code *c = &p->book->codes[code];
	struct sg_buf b;
	size_t at = 0, silent = 0;

	sg_buf_init(&b);
	sg_buf_addz(&b, p->e->passage.stop
				? _("nothing of these rules is in the passage: line ")
				: _("nothing of these rules is in the answer: line "));
	for (uint32_t r = 0; r < c->nrules; r++) {
		while (at < n && v[at].rule < r)
			at++;
		if (c->rules[r].kind != SG_RULE_SELECT || (at < n && v[at].rule == r))
			continue;
		sg_buf_printf(&b, "%s%u", silent++ ? ", " : "", c->rules[r].line);
	}
	if (silent && p->e->doc.answers->answered)
		put_wrapped(p, sg_buf_str(&b), 0, 2);
	sg_buf_release(&b);
}

static void put_code(struct page *p, uint32_t code, const struct sg_reason *v, size_t n)
{
	const struct sg_code *c = &p->book->codes[code];
	const struct sg_word_row *words;
	size_t nwords;
	bool coded = false;

	for (size_t i = 0; i < n; i++)
		coded = coded || v[i].why == SG_WHY_SELECTED;
	sg_buf_printf(p->out, "%s%.*s%s%.*s%s: %s\n", paint(p, BOLD), SG_ARG(c->label),
		c->id.n ? " " : "", SG_ARG(c->id.n ? c->name : SG_STR("")),
		paint(p, PLAIN),
		!c->nrules           ? _("it has no rules")
		: p->e->passage.stop ? coded ? _("its rules code this passage")
					     : _("its rules do not code this passage")
		: coded ? _("its rules code this answer")
				     : _("its rules do not code this answer"));
	put_default(p, code);
	words = words_on(p->e, c->label, &nwords);
	if (nwords)
		put_words(p, words, nwords, false);
	for (size_t i = 0, k; i < n; i += k) {
		for (k = 1; i + k < n && same_rule(&v[i], &v[i + k]);)
			k++;
		put_rule(p, &v[i], k);
	}
	put_silent(p, code, v, n);
}

void sg_explain_code(const struct sg_codebook *book, const struct sg_explained *e,
	uint32_t code, const struct sg_explain_style *style, struct sg_buf *out)
{
	struct page p = {.book = book, .e = e, .style = style, .out = out};
	size_t at = 0, said;

	put_head(&p);
	for (uint32_t i = 0; !e->bare && i < book->ncodes; i++) {
		size_t from = at;
		while (at < e->reasons.n && e->reasons.v[at].code == i)
			at++;
		words_on(e, book->codes[i].label, &said);
		if (sg_code_within(book, i, code) && (book->codes[i].nrules || said))
			put_code(&p, i, e->reasons.v ? e->reasons.v + from : NULL,
				at - from);
	}
	sg_buf_addc(out, '\n');
	free(p.marks.v);
}
