/* page_codebook.c - the codebook on the page: the tree of codes with definitions,
 * criteria, rules and examples, and the lists that rules refer to. */
#include "config.h"

#include "report/page_parts.h"

static void fact(struct sg_page_job *j, enum sg_page_word word, struct sg_str text)
{
	if (text.n == 0)
		return;
	sg_buf_addz(j->out, "<p><b>");
	sg_page_text_of(j, sg_page_say(j, word));
	sg_buf_addz(j->out, "</b> ");
	sg_page_text_of(j, text);
	sg_buf_addz(j->out, "</p>\n");
}

static void rules(struct sg_page_job *j, const struct sg_code *c)
{
	if (c->nrules == 0)
		return;
	sg_page_element(j, "h4", sg_page_say(j, SG_SAY_RULES));
	sg_buf_addz(j->out, "<ul class=\"rules\">\n");
	for (size_t i = 0; i < c->nrules; i++) {
		sg_buf_addz(j->out, "<li>");
		sg_page_element(j, "code", c->rules[i].text);
		sg_buf_addz(j->out, "</li>\n");
	}
	sg_buf_addz(j->out, "</ul>\n");
}

static void examples(struct sg_page_job *j, const struct sg_code *c)
{
	if (c->nexamples == 0)
		return;
	sg_page_element(j, "h4", sg_page_say(j, SG_SAY_EXAMPLES));
	sg_buf_addz(j->out, "<ul>\n");
	for (size_t i = 0; i < c->nexamples; i++) {
		sg_buf_addz(j->out, c->examples[i].counter ? "<li>✕ " : "<li>○ ");
		sg_page_text_of(j, c->examples[i].text);
		sg_buf_addz(j->out, "</li>\n");
	}
	sg_buf_addz(j->out, "</ul>\n");
}

static void defaults(struct sg_page_job *j, const struct sg_code *c)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < c->ndefaults; i++)
		sg_buf_printf(&b, "%s%.*s", i ? ", " : "", SG_ARG(c->defaults[i]));
	fact(j, SG_SAY_DEFAULT, sg_buf_str(&b));
	sg_buf_release(&b);
}

static void code(struct sg_page_job *j, const struct sg_codebook *book, uint32_t at)
{
	const struct sg_code *c = &book->codes[at];
	uint32_t mine = sg_study_code_find(j->s, c->label);

	sg_buf_addz(j->out, "<details class=\"code\"");
	if (mine != SG_NONE)
		sg_buf_printf(j->out, " id=\"c-%u\" data-code=\"%u\"", mine, mine);
	sg_buf_addz(j->out, "><summary><span class=\"title\">");
	if (c->id.n) {
		sg_page_text_of(j, c->id);
		sg_buf_addc(j->out, ' ');
	}
	sg_page_text_of(j, c->name);
	sg_buf_addz(j->out, "</span></summary>\n");
	if (c->definition.n)
		sg_page_element(j, "p", c->definition);
	fact(j, SG_SAY_INCLUDE, c->include);
	fact(j, SG_SAY_EXCLUDE, c->exclude);
	defaults(j, c);
	if (c->nrules)
		fact(j, SG_SAY_UNIT, sg_str_of(sg_unit_name(c->unit)));
	rules(j, c);
	examples(j, c);
	for (uint32_t i = at + 1; i < book->ncodes; i++)
		if (book->codes[i].parent == at)
			code(j, book, i);
	sg_buf_addz(j->out, "</details>\n");
}

void sg_page_codebook(struct sg_page_job *j)
{
	const struct sg_codebook *book = j->r->book;

	if (!book) {
		sg_page_element(j, "p", sg_page_say(j, SG_SAY_NO_BOOK));
		return;
	}
	for (uint32_t i = 0; i < book->ncodes; i++)
		if (book->codes[i].parent == SG_NO_CODE)
			code(j, book, i);
	for (size_t i = 0; i < book->nlists; i++) {
		const struct sg_list *l = &book->lists[i];
		sg_buf_addz(j->out, i ? "" : "<ul class=\"rules\">\n");
		sg_buf_addz(j->out, "<li>");
		sg_page_element(j, "code",
			sg_str_trim(sg_str_sub(book->body, l->off, l->off + l->len)));
		sg_buf_addz(j->out, "</li>\n");
	}
	sg_buf_addz(j->out, book->nlists ? "</ul>\n" : "");
}
