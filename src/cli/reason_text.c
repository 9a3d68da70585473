/* reason_text.c - one function a kind of reason; see reason_text.h. */
#include "config.h"

#include "cli/reason_text.h"

#include "text/particle.h"
#include "text/utf8.h"
#include "text/width.h"

enum { BRIEF = 44 };

struct wording {
	const struct sg_codebook *book;
	const struct sg_doc *doc;
	const struct sg_reason *r;
	struct sg_buf expr, with; /* the operands as text */
	struct sg_buf hit, mate;  /* span and other, with the operand that found them */
	struct sg_str span, other;
	struct sg_buf *out;
};

typedef void word_fn(struct wording *w);

void sg_text_brief(struct sg_str s, size_t columns, struct sg_buf *out)
{
	if (sg_width(s) <= columns) {
		sg_buf_add(out, s);
		return;
	}
	sg_buf_add(out, sg_str_sub(s, 0, sg_width_prefix(s, columns - 1)));
	sg_buf_addz(out, "…");
}

void sg_expr_brief(const struct sg_expr *e, struct sg_buf *out)
{
	struct sg_buf all;

	sg_buf_init(&all);
	sg_expr_print(e, &all);
	sg_text_brief(sg_buf_str(&all), BRIEF, out);
	sg_buf_release(&all);
}

void sg_operand_text(
	const struct sg_expr *list, const struct sg_expr *e, struct sg_buf *out)
{
	if (!list) {
		sg_expr_brief(e, out);
		return;
	}
	sg_expr_brief(list, out);
	sg_buf_addz(out, " (");
	sg_expr_brief(e, out);
	sg_buf_addc(out, ')');
}

void sg_places_text(const struct sg_places *places, struct sg_buf *out)
{
	for (size_t i = 0; i < places->n; i++) {
		const struct sg_place *p = &places->v[i];
		sg_buf_printf(out, "%s%.*s%s%.*s", i ? ", " : "", SG_ARG(p->question),
			p->question.n && p->part.n ? "." : "", SG_ARG(p->part));
	}
}

/* "'바뀝니다' (~바뀌다)", or "'예산'" where the operand says no more. */
static void put_hit(struct sg_str hit, const struct sg_buf *operand, struct sg_buf *out)
{
	sg_buf_printf(out, "'%.*s'", SG_ARG(hit));
	if (operand->n && !sg_str_eq(hit, sg_buf_str(operand)))
		sg_buf_printf(out, " (%.*s)", SG_ARG(sg_buf_str(operand)));
}

static void missing(struct wording *w)
{
	sg_buf_printf(w->out, _("missing: %s"), sg_buf_z(&w->expr));
}

static void nearby(struct wording *w)
{
	unsigned n = w->r->distance;

	if (w->r->most == 2)
		sg_buf_printf(w->out,
			sg_plural("%s stands %u sentence away in the same paragraph; "
				  "'within: paragraph' would see it",
				"%s stands %u sentences away in the same paragraph; "
				"'within: paragraph' would see it",
				n),
			sg_buf_z(&w->mate), n);
	else if (w->r->most == 1)
		sg_buf_printf(w->out,
			sg_plural("%s stands %u paragraph away",
				"%s stands %u paragraphs away", n),
			sg_buf_z(&w->mate), n);
	else
		sg_buf_printf(w->out,
			sg_plural("%s stands %u sentence away",
				"%s stands %u sentences away", n),
			sg_buf_z(&w->mate), n);
}

static void too_far(struct wording *w)
{
	sg_buf_printf(w->out,
		_("%s and %s are %u eojeols apart; at most %u are "
		  "allowed"),
		sg_buf_z(&w->hit), sg_buf_z(&w->mate), w->r->distance, w->r->most);
}

static void order(struct wording *w)
{
	sg_buf_printf(w->out, _("%s stands behind %s; THEN asks for it before"),
		sg_buf_z(&w->hit), sg_buf_z(&w->mate));
}

static void overlap(struct wording *w)
{
	sg_buf_printf(
		w->out, _("%s and %s overlap"), sg_buf_z(&w->hit), sg_buf_z(&w->mate));
}

static void too_close(struct wording *w)
{
	sg_buf_printf(w->out, _("%s is %u eojeols from %s; NOT NEAR/%u forbids it"),
		sg_buf_z(&w->hit), w->r->distance, sg_buf_z(&w->mate), w->r->most);
}

static void blocked(struct wording *w)
{
	sg_buf_printf(w->out, _("NOT %s forbids '%.*s'"), sg_buf_z(&w->expr),
		SG_ARG(w->other));
}

static void affirmed(struct wording *w)
{
	sg_buf_printf(w->out, _("%s is not negated; NEGATED asks for that"),
		sg_buf_z(&w->hit));
}

static void negated(struct wording *w)
{
	sg_buf_printf(
		w->out, _("%s is negated; AFFIRMED forbids that"), sg_buf_z(&w->hit));
}

static void masked(struct wording *w)
{
	sg_buf_printf(w->out, _("%s is masked by %s: EXCEPT in line %u"),
		sg_buf_z(&w->hit), sg_buf_z(&w->mate), w->r->with->line);
}

static void vetoed(struct wording *w)
{
	sg_buf_printf(w->out, _("'%.*s' is vetoed by %s: NOT in line %u"),
		SG_ARG(w->span), sg_buf_z(&w->mate), w->r->with->line);
}

static void scoped(struct wording *w)
{
	const struct sg_code *code = &w->book->codes[w->r->code];
	const struct sg_places *rule = &code->rules[w->r->rule].scope;
	struct sg_buf places;

	sg_buf_init(&places);
	sg_places_text(rule, &places);
	if (rule->n)
		sg_buf_printf(
			w->out, _("the rule looks only in [%s]"), sg_buf_z(&places));
	sg_buf_reset(&places);
	sg_places_text(&code->questions, &places);
	if (code->questions.n)
		sg_buf_printf(w->out,
			rule->n ? _(", and the code only in [%s]")
				: _("the code is looked for only in [%s]"),
			sg_buf_z(&places));
	sg_buf_release(&places);
}

/* The words of a term without its edge mark. */
static void put_words(const struct sg_expr *e, struct sg_buf *out)
{
	for (size_t i = 0; i < e->nwords; i++)
		sg_buf_printf(out, "%s%.*s", i ? " " : "", SG_ARG(e->words[i]));
	if (e->predicate.n)
		sg_buf_printf(
			out, "%s~%.*s", e->nwords ? " " : "", SG_ARG(e->predicate));
}

static bool ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* Terms of Latin letters or digits end where their script ends, whatever their mark. */
static bool ends_with_script(struct sg_str words)
{
	return words.n &&
	       (ascii_letter(words.p[0]) || ascii_letter(words.p[words.n - 1]));
}

/* Where in a refused word the term could stand: at its begin, or at its end with what
 * may follow a noun. Blanks and joints apart, as the term is written. */
static void ends_of(
	const struct sg_expr *e, struct sg_str word, bool *begins, bool *ends)
{
	struct sg_str term = e->nwords ? e->words[0] : (struct sg_str){"", 0};
	size_t at = 0, next;

	*begins = e->nwords == 1 && !e->predicate.n && sg_str_starts(word, term);
	*ends = false;
	if (e->nwords != 1 || e->predicate.n || term.n == 0)
		return;
	size_t last = term.n;
	uint32_t cp = sg_utf8_prev(term, &last);
	while ((next = sg_str_find(sg_str_skip(word, at), term)) != SIZE_MAX) {
		at += next + term.n;
		*ends = *ends || sg_particle_tail(cp, sg_str_skip(word, at));
	}
}

/* What would find the term in this word. */
static void advise(struct wording *w, const char *words)
{
	bool begins, ends;

	ends_of(w->r->expr, w->span, &begins, &ends);
	if (begins)
		sg_buf_printf(w->out, _("; write %s, ^%s or *%s"), words, words, words);
	else if (ends)
		sg_buf_printf(w->out, _("; write %s or *%s"), words, words);
	else
		sg_buf_printf(w->out, _("; write *%s"), words);
}

static void inside(struct wording *w)
{
	const struct sg_expr *e = w->r->expr;
	struct sg_buf b;

	sg_buf_init(&b);
	put_words(e, &b);
	const char *words = sg_buf_z(&b);
	if (ends_with_script(sg_buf_str(&b)))
		sg_buf_printf(w->out,
			_("%.*s: the letters go on beside %s; \"%s\" in quotation "
			  "marks is found anywhere"),
			SG_ARG(w->span), words, words);
	else if (e->predicate.n && e->nwords == 0)
		sg_buf_printf(w->out, _("%.*s: %s does not begin the word"),
			SG_ARG(w->span), words);
	else if (e->edge == SG_EDGE_WORD)
		sg_buf_printf(w->out, _("%.*s: %s is not the word itself"),
			SG_ARG(w->span), words);
	else if (e->edge == SG_EDGE_BEGINS)
		sg_buf_printf(w->out, _("%.*s: %s does not begin the word"),
			SG_ARG(w->span), words);
	else
		sg_buf_printf(w->out,
			_("%.*s: %s neither begins nor ends the word; write *%s"),
			SG_ARG(w->span), words, words);
	if (!ends_with_script(sg_buf_str(&b)) &&
		(e->edge == SG_EDGE_WORD || e->edge == SG_EDGE_BEGINS) &&
		!(e->predicate.n && e->nwords == 0))
		advise(w, words);
	sg_buf_release(&b);
}

static void form(struct wording *w)
{
	sg_buf_printf(
		w->out, _("%.*s: no form of %s"), SG_ARG(w->span), sg_buf_z(&w->expr));
}

static void spaced(struct wording *w)
{
	sg_buf_printf(w->out,
		_("%.*s: the letters of %s, spaced otherwise; written with its blank "
		  "the term finds both"),
		SG_ARG(w->span), sg_buf_z(&w->expr));
}

static word_fn *const words[] = {
	[SG_WHY_MISSING] = missing,
	[SG_WHY_NEARBY] = nearby,
	[SG_WHY_FAR] = too_far,
	[SG_WHY_ORDER] = order,
	[SG_WHY_OVERLAP] = overlap,
	[SG_WHY_CLOSE] = too_close,
	[SG_WHY_BLOCKED] = blocked,
	[SG_WHY_AFFIRMED] = affirmed,
	[SG_WHY_NEGATED] = negated,
	[SG_WHY_MASKED] = masked,
	[SG_WHY_VETOED] = vetoed,
	[SG_WHY_SCOPED] = scoped,
	[SG_WHY_INSIDE] = inside,
	[SG_WHY_FORM] = form,
	[SG_WHY_SPACED] = spaced,
};

void sg_reason_text(const struct sg_codebook *book, const struct sg_doc *doc,
	const struct sg_reason *r, struct sg_buf *out)
{
	struct wording w = {.book = book,
		.doc = doc,
		.r = r,
		.span = sg_str_sub(doc->body, r->span.start, r->span.stop),
		.other = sg_str_sub(doc->body, r->other.start, r->other.stop),
		.out = out};

	if (!words[r->why])
		return;
	sg_buf_init(&w.expr);
	sg_buf_init(&w.with);
	sg_buf_init(&w.hit);
	sg_buf_init(&w.mate);
	if (r->expr)
		sg_operand_text(r->list, r->expr, &w.expr);
	if (r->with)
		sg_expr_brief(r->with, &w.with);
	put_hit(w.span, &w.expr, &w.hit);
	put_hit(w.other, r->with ? &w.with : &w.expr, &w.mate);
	words[r->why](&w);
	sg_buf_release(&w.mate);
	sg_buf_release(&w.hit);
	sg_buf_release(&w.with);
	sg_buf_release(&w.expr);
}

void sg_word_text(const struct sg_word_row *w, struct sg_buf *out)
{
	sg_buf_printf(out,
		sg_str_eqz(w->verdict, "reject")   ? _("%.*s rejected it")
		: sg_str_eqz(w->verdict, "accept") ? _("%.*s accepted it")
						   : _("%.*s coded it"),
		SG_ARG(w->coder));
	if (w->quote.n) {
		sg_buf_addz(out, " '");
		sg_text_brief(w->quote, BRIEF, out);
		sg_buf_addc(out, '\'');
	}
	if (w->reason.n)
		sg_buf_printf(out, ": %.*s", SG_ARG(w->reason));
}
