/* review_page.h - a cell of a review as rows of a page: the answer, wrapped by display
 * width, with what the rules found marked; the codebook entry beside or below it. Knows
 * no terminal: the command line paints the rows, or prints them. */
#ifndef SG_PROJECT_REVIEW_PAGE_H
#define SG_PROJECT_REVIEW_PAGE_H

#include "project/reviewing.h"

enum sg_page_style {
	SG_PAGE_PLAIN,
	SG_PAGE_STRONG,
	SG_PAGE_DIM,
	SG_PAGE_ALERT,
	SG_PAGE_CHOSEN,  /* line of a menu; value of a facet in force */
	SG_PAGE_STRETCH, /* what the person points at */
	SG_PAGE_SEGMENT, /* coded with the code, not pointed at */
	SG_PAGE_DROPPED, /* rejected */
	SG_PAGE_HIT,     /* evidence; in the stretch */
	SG_PAGE_HIT_ELSEWHERE,
	SG_PAGE_STYLES
};

struct sg_page_run {
	enum sg_page_style style;
	size_t col; /* where it begins, in display columns */
	struct sg_str text;
};
struct sg_page_row {
	struct sg_page_run *runs;
	size_t nruns, cap;
};

/* What stands in the place of the codebook entry while the person is asked something:
 * lines to choose from, and a line that is being typed. */
struct sg_page_panel {
	struct sg_str title;
	const struct sg_str *lines;
	size_t nlines, chosen; /* SIZE_MAX: none */
	bool input;
	struct sg_str typed;
	size_t cursor; /* bytes of typed before the cursor */
};

struct sg_page_ask {
	size_t width, height; /* height 0: as many rows as it takes, without keys */
	size_t scroll;        /* first line of the answer; SIZE_MAX: so that the stretch
				 is seen */
	size_t entry_scroll;
	bool marks; /* 【】 around hits, for output without styles */
	struct sg_str message;
	bool alert;                        /* the message is a failure */
	const struct sg_page_panel *panel; /* or NULL */
};

struct sg_page {
	struct sg_arena arena;
	struct sg_page_row *rows;
	size_t nrows;
	size_t text_lines, text_rows, scroll;         /* of the answer: in all, shown */
	size_t entry_lines, entry_rows, entry_scroll; /* of the codebook entry */
	bool has_cursor;
	size_t cursor_row, cursor_col;
};

/* The current cell (or that the round is over). The caller releases. */
void sg_page_make(struct sg_page *out, const struct sg_reviewing *r,
	const struct sg_page_ask *ask);
/* A text alone, such as the help, from its line `scroll`. */
void sg_page_text(
	struct sg_page *out, struct sg_str text, const struct sg_page_ask *ask);
void sg_page_release(struct sg_page *p);

/* The rows as text, a line each, without blanks at their ends. */
void sg_page_print(const struct sg_page *p, struct sg_buf *out);

/* The answer with 【】 around the hits, for a cell of a sheet. */
void sg_page_marked(const struct sg_reviewing *r, struct sg_buf *out);

/* Why the cell is on the list, in a few words. */
const char *sg_page_why(enum sg_work_why why);

#endif
