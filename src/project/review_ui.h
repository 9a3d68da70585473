/* review_ui.h - a round of review as keys in and pages out: what each key does, the menus
 * and the lines that are typed. No terminal: src/cli feeds keys and paints pages, and
 * tests do the same. */
#ifndef SG_PROJECT_REVIEW_UI_H
#define SG_PROJECT_REVIEW_UI_H

#include "project/review_page.h"
#include "text/edit.h"

/* A key is a code point, or one of these. */
enum {
	SG_KEY_UP = 0x110000,
	SG_KEY_DOWN,
	SG_KEY_LEFT,
	SG_KEY_RIGHT,
	SG_KEY_PAGE_UP,
	SG_KEY_PAGE_DOWN,
	SG_KEY_HOME,
	SG_KEY_END,
	SG_KEY_DELETE,
	SG_KEY_BACK_TAB,
	SG_KEY_TAB = '\t',
	SG_KEY_ENTER = '\n',
	SG_KEY_ESCAPE = 0x1B,
	SG_KEY_BACKSPACE = 0x7F,
};

enum sg_review_mode {
	SG_REVIEW_CELL,
	SG_REVIEW_REASON,      /* why not, from a menu */
	SG_REVIEW_REASON_TEXT, /* in words */
	SG_REVIEW_CODE,        /* another code, by what is typed of it */
	SG_REVIEW_MEMO,
	SG_REVIEW_HELP,
};

struct sg_review_ui {
	struct sg_reviewing *r;
	enum sg_review_mode mode;
	bool quit;
	size_t scroll, entry_scroll, help_scroll;
	size_t shown, lines; /* rows and lines of the answer on the last page */
	struct sg_buf message;
	bool alert;
	struct sg_edit edit;
	struct sg_arena arena; /* of the menu shown */
	struct sg_str *choices;
	uint32_t *codes; /* of the choices, when they are codes */
	size_t nchoices, chosen;
};

void sg_review_ui_init(struct sg_review_ui *ui, struct sg_reviewing *r);
void sg_review_ui_release(struct sg_review_ui *ui);
/* Failures of decisions become messages; the store has then changed nothing. */
void sg_review_ui_key(struct sg_review_ui *ui, uint32_t key);
/* The caller releases the page. */
void sg_review_ui_page(
	struct sg_review_ui *ui, struct sg_page *out, size_t width, size_t height);

#endif
