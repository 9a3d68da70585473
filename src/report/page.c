/* page.c - see page.h: the head, the frame of sections, the filters. */
#include "config.h"

#include "report/page.h"

#include <string.h>

#include <nettle/base64.h>

#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"
#include "base/file.h"
#include "report/page_files.h"
#include "report/page_parts.h"

/* Which codes are found in which questions. */
static void find_with(struct sg_page_job *j)
{
	size_t wide = j->s->nquestions + 1;

	j->ncodings = sg_codings_counted(&j->v, SG_NONE, &j->codings);
	j->with = sg_arena_array(&j->arena, j->s->ncodes * wide + 1, sizeof *j->with);
	for (size_t i = 0; i < j->ncodings; i++) {
		const struct sg_study_coding *k = &j->s->codings[j->codings[i]];
		uint32_t q = j->s->answers[k->answer].question;
		j->with[k->code * wide + (q == SG_NONE ? wide - 1 : q)] = true;
	}
}

/* --- head --- */

/* The digest by which the page lets a script run (CSP level 2). */
static void digest(const char *script, struct sg_buf *out)
{
	char hex[65], text[BASE64_ENCODE_RAW_LENGTH(32) + 1] = {0};
	uint8_t bytes[32];

	sg_sha256_hex(sg_str_of(script), hex);
	for (size_t i = 0; i < sizeof bytes; i++) {
		const char *digits = "0123456789abcdef";
		bytes[i] = (uint8_t)((strchr(digits, hex[2 * i]) - digits) << 4 |
				     (strchr(digits, hex[2 * i + 1]) - digits));
	}
	base64_encode_raw(text, sizeof bytes, bytes);
	sg_buf_printf(out, " 'sha256-%s'", text);
}

static const char *const scripts[] = {sg_page_js, sg_page_figures_js};
enum { NSCRIPTS = sizeof scripts / sizeof *scripts };

static void policy(struct sg_page_job *j)
{
	sg_buf_addz(j->out,
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
		"'none'; style-src 'unsafe-inline'; script-src");
	for (size_t i = 0; i < NSCRIPTS; i++)
		digest(scripts[i], j->out);
	sg_buf_addz(j->out, "; base-uri 'none'; form-action 'none'\">\n");
}

static struct sg_str title_of(const struct sg_page_job *j)
{
	return j->r->title.n ? j->r->title : j->s->title;
}

static void head(struct sg_page_job *j)
{
	sg_buf_printf(j->out,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta "
		"charset=\"utf-8\">\n",
		j->v.english ? "en" : "ko");
	policy(j);
	sg_buf_addz(j->out, "<meta name=\"viewport\" content=\"width=device-width, "
			    "initial-scale=1\">\n<meta name=\"color-scheme\" "
			    "content=\"light dark\">\n");
	sg_page_element(j, "title", title_of(j));
	sg_buf_printf(j->out,
		"\n<style>\n%s</style>\n</head>\n<body>\n<a class=\"skip\" "
		"href=\"#main\">",
		sg_page_css);
	sg_page_text_of(j, sg_page_say(j, SG_SAY_SKIP));
	sg_buf_addz(j->out, "</a>\n<header>\n");
	sg_page_element(j, "h1", title_of(j));
	struct sg_str args[] = {sg_count_str(&j->arena, j->s->run), j->s->run_at,
		sg_path_base(sg_arena_strz(&j->arena, j->s->codebook_path))};
	sg_buf_addz(j->out, "\n<p>");
	sg_page_text_of(
		j, j->s->run ? sg_fill(&j->arena, sg_page_say(j, SG_SAY_RUN), args, 3)
			     : sg_page_say(j, SG_SAY_NEVER));
	if (j->s->frozen.n) {
		sg_buf_addz(j->out, " · ");
		sg_page_text_of(
			j, sg_page_fill(j, SG_SAY_FROZEN, j->s->frozen, SG_STR("")));
	}
	sg_buf_addz(j->out, "</p>\n");
	sg_page_element(j, "p", sg_page_say(j, SG_SAY_HOW_TO));
	sg_buf_addz(j->out, "\n</header>\n");
}

/* --- filters, for the script --- */

static void option(
	struct sg_page_job *j, size_t value, unsigned indent, struct sg_str text)
{
	sg_buf_printf(j->out, "<option value=\"%zu\">", value);
	for (unsigned i = 0; i < indent; i++)
		sg_buf_addz(j->out, "\u2003");
	sg_page_text_of(j, text);
	sg_buf_addz(j->out, "</option>\n");
}

static void select_open(struct sg_page_job *j, const char *id, enum sg_page_word label,
	enum sg_page_word all)
{
	sg_buf_printf(j->out, "<span class=\"pick\"><label for=\"%s\">", id);
	sg_page_text_of(j, sg_page_say(j, label));
	sg_buf_printf(j->out, "</label> <select id=\"%s\"><option value=\"\">", id);
	sg_page_text_of(j, sg_page_say(j, all));
	sg_buf_addz(j->out, "</option>\n");
}

static void button(struct sg_page_job *j, const char *id, enum sg_page_word word)
{
	sg_buf_printf(j->out, "<button type=\"button\" id=\"%s\">", id);
	sg_page_text_of(j, sg_page_say(j, word));
	sg_buf_addz(j->out, "</button>\n");
}

static void filters(struct sg_page_job *j)
{
	sg_buf_addz(j->out,
		"<form id=\"filters\" autocomplete=\"off\" hidden aria-label=\"");
	sg_page_text_of(j, sg_page_say(j, SG_SAY_FILTER));
	sg_buf_addz(j->out, "\">\n");
	select_open(j, "by-group", SG_SAY_GROUP, SG_SAY_EVERYBODY);
	for (size_t g = 0; g < j->r->ngroups; g++) {
		const struct sg_report_group *k = &j->r->groups[g];
		if (g == 0 || k->attribute != k[-1].attribute) {
			sg_buf_addz(j->out, g ? "</optgroup>\n<optgroup label=\""
					      : "<optgroup label=\"");
			sg_page_text_of(j, j->s->attributes[k->attribute]);
			sg_buf_addz(j->out, "\">\n");
		}
		option(j, g, 0, k->value);
	}
	sg_buf_addz(j->out, j->r->ngroups ? "</optgroup>\n</select></span>\n"
					  : "</select></span>\n");
	select_open(j, "by-code", SG_SAY_CODE, SG_SAY_EVERY_CODE);
	for (uint32_t c = 0; c < j->s->ncodes; c++)
		if (j->v.codes[c])
			option(j, c, j->s->codes[c].level,
				sg_view_code_title(&j->v, c));
	sg_buf_addz(j->out, "</select></span>\n");
	button(j, "clear", SG_SAY_RESET);
	button(j, "expand", SG_SAY_EXPAND);
	sg_buf_addz(j->out, "<p id=\"filtered\" role=\"status\"></p>\n</form>\n");
}

/* --- sections --- */

static const struct {
	const char *id;
	enum sg_page_word word;
} sections[] = {
	{"overview", SG_SAY_OVERVIEW},
	{"findings", SG_SAY_FINDINGS},
	{"figures", SG_SAY_FIGURES},
	{"appendix", SG_SAY_APPENDIX},
	{"codebook", SG_SAY_CODEBOOK},
	{"methods", SG_SAY_METHODS},
	{"evidence", SG_SAY_EVIDENCE},
	{"answers", SG_SAY_ANSWERS},
	{"respondents", SG_SAY_PEOPLE},
};
enum { NSECTIONS = sizeof sections / sizeof *sections };

static void overview(struct sg_page_job *j)
{
	for (size_t i = 0; i < j->r->noverview; i++)
		sg_page_table(j, i, SG_NONE);
}

static void findings(struct sg_page_job *j)
{
	uint32_t q = 0;

	for (size_t i = 0; i < j->r->nfindings; i++, q++) {
		while (!j->v.questions[q])
			q++;
		sg_buf_printf(j->out,
			"<section class=\"question\" id=\"q-%u\" data-q=\"%u\"", q, q);
		sg_page_based(j, "asked", SG_BASE_ASKED, q);
		sg_page_based(j, "valid", SG_BASE_VALID, q);
		sg_buf_addz(j->out, ">\n");
		sg_page_element(j, "h3", sg_view_question_title(&j->v, q));
		sg_buf_addc(j->out, '\n');
		sg_page_table(j, j->r->noverview + i, q);
		sg_buf_addz(j->out, "</section>\n");
	}
}

static void appendix(struct sg_page_job *j)
{
	for (size_t i = j->r->noverview + j->r->nfindings; i < j->r->tables->n; i++)
		sg_page_table(j, i, SG_NONE);
}

static struct sg_str coders(struct sg_page_job *j)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (uint32_t c = 0; c < j->s->ncoders; c++) {
		size_t n = 0;
		for (size_t i = 0; i < j->ncodings; i++)
			n += j->s->codings[j->codings[i]].coder == c;
		if (n == 0)
			continue;
		struct sg_str name =
			c ? j->s->coders[c] : sg_label(SG_LABEL_RULES, j->v.english);
		sg_buf_printf(&b, "%s%.*s %zu", b.n ? ", " : "", SG_ARG(name), n);
	}
	struct sg_str s = sg_arena_str(&j->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static void conditions(struct sg_page_job *j)
{
	const struct sg_filter *f = &j->r->o->filter;
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < f->nwhere; i++)
		sg_buf_printf(&b, "%s%.*s = %.*s", i ? ", " : "",
			SG_ARG(f->where[i].attribute), SG_ARG(f->where[i].values));
	if (b.n)
		sg_page_element(j, "p",
			sg_page_fill(
				j, SG_SAY_METHOD_WHERE, sg_buf_str(&b), SG_STR("")));
	sg_buf_release(&b);
}

static void methods(struct sg_page_job *j)
{
	static const enum sg_label notes[] = {
		SG_NOTE_ROLL_UP, SG_NOTE_SILENCE, SG_NOTE_QUOTATIONS, SG_NOTE_MENTIONS};
	struct sg_str by = coders(j), none = SG_STR("");

	sg_page_element(j, "p", sg_page_say(j, SG_SAY_METHOD_CODING));
	if (by.n)
		sg_page_element(
			j, "p", sg_page_fill(j, SG_SAY_METHOD_CODERS, by, none));
	if (j->r->o->filter.coder.n)
		sg_page_element(j, "p",
			sg_page_fill(
				j, SG_SAY_METHOD_ONE, j->r->o->filter.coder, none));
	conditions(j);
	sg_page_element(j, "p", sg_page_say(j, SG_SAY_METHOD_N));
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
		sg_page_element(j, "p", sg_label(notes[i], j->v.english));
}

static void (*const bodies[NSECTIONS])(struct sg_page_job *j) = {overview, findings,
	sg_page_figures, appendix, sg_page_codebook, methods, sg_page_evidence,
	sg_page_answers, sg_page_people};

static bool is_empty(const struct sg_page_job *j, size_t section)
{
	return (bodies[section] == findings && j->r->nfindings == 0) ||
	       (bodies[section] == sg_page_figures && j->r->nfigures == 0) ||
	       (bodies[section] == appendix &&
		       j->r->tables->n == j->r->noverview + j->r->nfindings);
}

static void contents(struct sg_page_job *j)
{
	sg_buf_addz(j->out, "<nav aria-label=\"");
	sg_page_text_of(j, sg_page_say(j, SG_SAY_CONTENTS));
	sg_buf_addz(j->out, "\">\n<ul>\n");
	for (size_t i = 0; i < NSECTIONS; i++) {
		if (is_empty(j, i))
			continue;
		sg_buf_printf(j->out, "<li><a href=\"#%s\">", sections[i].id);
		sg_page_text_of(j, sg_page_say(j, sections[i].word));
		sg_buf_addz(j->out, "</a>");
		for (uint32_t q = 0; bodies[i] == findings && q < j->s->nquestions;
			q++) {
			if (!j->v.questions[q])
				continue;
			sg_buf_printf(j->out, "%s<li><a href=\"#q-%u\">",
				strcmp(j->out->p + j->out->n - 4, "</a>") == 0 ? "<ul>"
									       : "",
				q);
			sg_page_text_of(j, sg_view_question_title(&j->v, q));
			sg_buf_addz(j->out, "</a></li>\n");
		}
		sg_buf_addz(j->out, bodies[i] == findings ? "</ul></li>\n" : "</li>\n");
	}
	sg_buf_addz(j->out, "</ul>\n</nav>\n");
}

/* Words that the script shows, as attributes. */
static void script(struct sg_page_job *j)
{
	static const struct {
		const char *name;
		enum sg_page_word word;
	} words[] = {
		{"copy", SG_SAY_COPY},
		{"copied", SG_SAY_COPIED},
		{"failed", SG_SAY_NOT_COPIED},
		{"found", SG_SAY_FOUND},
		{"found-people", SG_SAY_FOUND_PEOPLE},
		{"nobody", SG_SAY_NOBODY},
		{"filtered", SG_SAY_FILTERED},
		{"only-code", SG_SAY_ONLY_CODE},
		{"people", SG_SAY_N_PEOPLE},
		{"none-of-code", SG_SAY_NONE_OF_CODE},
		{"no-codes", SG_SAY_NO_CODES},
		{"new-codes", SG_SAY_NEW_CODES},
		{"codes-so-far", SG_SAY_CODES_SO_FAR},
		{"found-answers", SG_SAY_FOUND_ANSWERS},
		{"expand", SG_SAY_EXPAND},
		{"collapse", SG_SAY_COLLAPSE},
	};

	sg_buf_addz(j->out, "<div id=\"words\" hidden");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		sg_buf_printf(j->out, " data-%s=\"", words[i].name);
		sg_page_text_of(j, sg_page_say(j, words[i].word));
		sg_buf_addc(j->out, '"');
	}
	sg_buf_addz(j->out, " data-single=\"");
	sg_page_text_of(j, sg_label(SG_LABEL_SINGLE, j->v.english));
	sg_buf_addz(j->out, "\"></div>\n<p id=\"told\" role=\"status\"></p>\n"
			    "<dialog id=\"opened\" aria-labelledby=\"opened-title\">\n"
			    "<div class=\"bar\">");
	button(j, "opened-back", SG_SAY_BACK);
	sg_buf_addz(j->out, "<h2 id=\"opened-title\" tabindex=\"-1\"></h2>");
	button(j, "opened-close", SG_SAY_CLOSE);
	sg_buf_addz(j->out, "</div>\n<div id=\"opened-body\"></div>\n</dialog>\n");
	for (size_t i = 0; i < NSCRIPTS; i++)
		sg_buf_printf(j->out, "<script>%s</script>\n", scripts[i]);
}

static void page(struct sg_page_job *j)
{
	head(j);
	filters(j);
	contents(j);
	sg_buf_addz(j->out, "<main id=\"main\" tabindex=\"-1\"");
	sg_page_based(j, "asked", SG_BASE_ASKED, SG_NONE);
	sg_page_based(j, "valid", SG_BASE_VALID, SG_NONE);
	sg_buf_printf(j->out, " data-questions=\"%zu\" data-small=\"%u\">\n",
		(size_t)j->s->nquestions, sg_small_group(j->r->o));
	for (size_t i = 0; i < NSECTIONS; i++) {
		if (is_empty(j, i))
			continue;
		sg_buf_printf(j->out, "<section id=\"%s\">\n<h2>", sections[i].id);
		sg_page_text_of(j, sg_page_say(j, sections[i].word));
		sg_buf_addz(j->out, "</h2>\n");
		bodies[i](j);
		sg_buf_addz(j->out, "</section>\n");
	}
	sg_buf_addz(j->out, "</main>\n");
	script(j);
	sg_buf_addz(j->out, "</body>\n</html>\n");
}

int sg_report_page(const struct sg_report *r, struct sg_buf *out, struct sg_error *err)
{
	struct sg_page_job j = {.r = r, .s = r->study, .out = out};

	sg_arena_init(&j.arena);
	int rc = sg_view_init(&j.v, r->study, &r->o->filter, &j.arena, err);
	if (rc == 0) {
		uint32_t group;
		j.w = (struct sg_write_options){.english = j.v.english};
		rc = sg_view_attribute(&j.v, r->o->group, &group, err);
	}
	if (rc == 0) {
		find_with(&j);
		page(&j);
	}
	sg_arena_release(&j.arena);
	return rc;
}
