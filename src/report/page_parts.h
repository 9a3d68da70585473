/* page_parts.h - the parts of the page (page.h) and what they share. Everything is named
 * by its index in the study: e-CODE-QUESTION is a list of statements, a-ANSWER an answer,
 * a-ANSWER-START a place in it. Internal to src/report/page*.c. */
#ifndef SG_REPORT_PAGE_PARTS_H
#define SG_REPORT_PAGE_PARTS_H

#include "analysis/view.h"
#include "report/html.h"
#include "report/page.h"
#include "report/page_words.h"

struct sg_page_job {
	const struct sg_report *r;
	const struct sg_study *s;
	struct sg_view v;
	struct sg_write_options w;
	struct sg_arena arena;
	struct sg_buf *out;
	uint32_t *codings; /* counted ones */
	size_t ncodings;
	bool *with; /* codes × questions + 1: counted codings; the last: under none */
};

struct sg_page_source; /* page_number.h */

/* A word of the page, and one with holes filled. */
struct sg_str sg_page_say(const struct sg_page_job *j, enum sg_page_word word);
struct sg_str sg_page_fill(const struct sg_page_job *j, enum sg_page_word word,
	struct sg_str a, struct sg_str b);
/* Appends visible text, escaped. */
void sg_page_escape(struct sg_str text, struct sg_buf *out);
void sg_page_text_of(struct sg_page_job *j, struct sg_str text);
/* The same in an element, e.g. "h3". */
void sg_page_element(struct sg_page_job *j, const char *tag, struct sg_str text);
/* R04(공무원): the name and the value of the attribute shown with quotations. */
struct sg_str sg_page_person(const struct sg_page_job *j, uint32_t case_);
/* People with codings of a code or one below it. */
uint32_t sg_page_people_of(const struct sg_page_job *j, uint32_t code);
/* Whether a code itself is found in a question. */
bool sg_page_any(const struct sg_page_job *j, uint32_t code, uint32_t question);

/* A table whose numbers and quotations open; question: what a findings table is about,
 * SG_NONE for others. */
void sg_page_table(struct sg_page_job *j, size_t at, uint32_t question);
/* An attribute of indices of people who stand somewhere in a question (SG_NONE: in any). */
void sg_page_based(struct sg_page_job *j, const char *attribute, enum sg_base base,
	uint32_t question);
/* The notes and the source below a table or a figure: those about the people have numbers
 * that open, and others are marked as true of everybody only. */
void sg_page_notes(const struct sg_page_source *o);
void sg_page_figures(struct sg_page_job *j);
void sg_page_codebook(struct sg_page_job *j);
void sg_page_evidence(struct sg_page_job *j);
void sg_page_answers(struct sg_page_job *j);
void sg_page_people(struct sg_page_job *j);

#endif
