/* survey_report.c - see survey_report.h. */
#include "config.h"

#include "cli/survey_report.h"

#include "text/utf8.h"

enum { FORMS_SHOWN = 8 };

static void put_forms(
	struct sg_buf *out, const char *head, const struct sg_form *forms, size_t n)
{
	if (n == 0)
		return;
	sg_buf_printf(out, "      %s", head);
	for (size_t i = 0; i < n && i < FORMS_SHOWN; i++)
		sg_buf_printf(out, "%s%.*s %llu", i ? ", " : " ", SG_ARG(forms[i].text),
			(unsigned long long)forms[i].count);
	if (n > FORMS_SHOWN)
		sg_buf_printf(out, _(", and %zu more"), n - FORMS_SHOWN);
	sg_buf_addc(out, '\n');
}

static void put_where(struct sg_buf *out, const struct sg_codebook *book,
	const struct sg_term_survey *t)
{
	if (t->code == SG_NO_CODE)
		sg_buf_printf(out, "$%.*s\n", SG_ARG(book->lists[t->list].name));
	else
		sg_buf_printf(out, "%.*s %.*s\n", SG_ARG(book->codes[t->code].label),
			SG_ARG(book->codes[t->code].id.n ? book->codes[t->code].name
							 : SG_STR("")));
}

static bool one_syllable(const struct sg_expr *e)
{
	return e->kind == SG_EXPR_TERM && e->nwords == 1 && !e->predicate.n &&
	       sg_utf8_count(e->words[0]) == 1;
}

static void put_term(
	struct sg_buf *out, const struct sg_term_survey *t, uint64_t broad_from)
{
	struct sg_buf term;

	sg_buf_init(&term);
	sg_expr_print(t->expr, &term);
	sg_buf_printf(out, "  %u: %s  %llu", t->expr->line, sg_buf_z(&term),
		(unsigned long long)t->hits);
	sg_buf_release(&term);
	if (t->hits == 0)
		sg_buf_printf(out, "  %s", _("never matched"));
	if (one_syllable(t->expr))
		sg_buf_printf(out, "  %s", _("one syllable"));
	if (t->hits > broad_from)
		sg_buf_printf(out, "  %s", _("very broad"));
	sg_buf_addc(out, '\n');
	put_forms(out, _("forms:"), t->forms, t->nforms);
	put_forms(out, _("also inside, refused:"), t->inside, t->ninside);
	put_forms(out, _("spaced otherwise, not matched:"), t->spaced, t->nspaced);
}

/* A term is very broad when it alone makes more than a twentieth of all hits, and at
 * least 20. */
static uint64_t broad_limit(const struct sg_survey *survey)
{
	uint64_t all = 0;

	for (size_t i = 0; i < survey->n; i++)
		all += survey->v[i].hits;
	return all / 20 > 20 ? all / 20 : 20;
}

void sg_survey_report(const struct sg_codebook *book, const struct sg_survey *survey,
	struct sg_buf *out)
{
	uint64_t broad_from = broad_limit(survey);
	size_t silent = 0;

	for (size_t i = 0; i < survey->n; i++) {
		const struct sg_term_survey *t = &survey->v[i], *before = t - 1;
		if (i == 0 || before->code != t->code || before->list != t->list)
			put_where(out, book, t);
		put_term(out, t, broad_from);
		silent += t->hits == 0;
	}
	sg_buf_printf(
		out, _("%zu terms, %zu of them never matched\n"), survey->n, silent);
}
