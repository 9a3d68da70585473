/* review_screen.c - see review_screen.h. Paints the pages of the review with ncurses and
 * turns its keys into those of the review; decides nothing itself. */
#include "config.h"

#include "cli/review_screen.h"

#ifdef HAVE_NCURSES

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

bool sg_review_screen_there(void)
{
	return true;
}

/* ncurses asks the locale how characters are written and how wide they are. The text is
 * UTF-8 whatever the person's locale is. */
static void use_utf8(void)
{
	static const char *const locales[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};

	for (size_t i = 0; strcmp(nl_langinfo(CODESET), "UTF-8") != 0 &&
			   i < sizeof locales / sizeof *locales;
		i++)
		setlocale(LC_CTYPE, locales[i]);
}

struct look {
	attr_t plain;    /* on a terminal without colours */
	attr_t coloured; /* with them, beside the pair */
	short ink;       /* -1: the terminal's own */
	short paper;
};

static const struct look looks[SG_PAGE_STYLES] = {
	[SG_PAGE_PLAIN] = {A_NORMAL, A_NORMAL, -1, -1},
	[SG_PAGE_STRONG] = {A_BOLD, A_BOLD, -1, -1},
	[SG_PAGE_DIM] = {A_DIM, A_DIM, -1, -1},
	[SG_PAGE_ALERT] = {A_BOLD | A_REVERSE, A_BOLD, COLOR_RED, -1},
	[SG_PAGE_CHOSEN] = {A_REVERSE, A_REVERSE, -1, -1},
	[SG_PAGE_STRETCH] = {A_BOLD, A_BOLD, -1, -1},
	[SG_PAGE_SEGMENT] = {A_UNDERLINE, A_UNDERLINE, -1, -1},
	[SG_PAGE_DROPPED] = {A_DIM, A_DIM, -1, -1},
	[SG_PAGE_HIT] = {A_BOLD | A_REVERSE, A_BOLD, COLOR_BLACK, COLOR_YELLOW},
	[SG_PAGE_HIT_ELSEWHERE] = {A_UNDERLINE | A_BOLD, A_UNDERLINE | A_BOLD,
		COLOR_YELLOW, -1},
};

static bool coloured;

static void start_colours(const struct sg_cli *cli)
{
	coloured = cli->colour_out && has_colors() && start_color() == OK &&
		   use_default_colors() == OK;
	for (short i = 0; coloured && i < SG_PAGE_STYLES; i++)
		init_pair((short)(i + 1), looks[i].ink, looks[i].paper);
}

static void paint(const struct sg_page *p, int height)
{
	erase();
	for (int y = 0; y < height && (size_t)y < p->nrows; y++) {
		const struct sg_page_row *row = &p->rows[y];
		for (size_t k = 0; k < row->nruns; k++) {
			const struct look *l = &looks[row->runs[k].style];
			attr_set(coloured ? l->coloured : l->plain,
				(short)(coloured ? row->runs[k].style + 1 : 0), NULL);
			mvaddnstr(y, (int)row->runs[k].col, row->runs[k].text.p,
				(int)row->runs[k].text.n);
		}
	}
	attr_set(A_NORMAL, 0, NULL);
	curs_set(p->has_cursor);
	if (p->has_cursor)
		move((int)p->cursor_row, (int)p->cursor_col);
	refresh();
}

static uint32_t special(wint_t c)
{
	static const struct {
		wint_t from;
		uint32_t to;
	} keys[] = {
		{KEY_UP, SG_KEY_UP},
		{KEY_DOWN, SG_KEY_DOWN},
		{KEY_LEFT, SG_KEY_LEFT},
		{KEY_RIGHT, SG_KEY_RIGHT},
		{KEY_PPAGE, SG_KEY_PAGE_UP},
		{KEY_NPAGE, SG_KEY_PAGE_DOWN},
		{KEY_HOME, SG_KEY_HOME},
		{KEY_END, SG_KEY_END},
		{KEY_DC, SG_KEY_DELETE},
		{KEY_BTAB, SG_KEY_BACK_TAB},
		{KEY_ENTER, SG_KEY_ENTER},
		{KEY_BACKSPACE, SG_KEY_BACKSPACE},
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i].from == c)
			return keys[i].to;
	return 0;
}

enum { CTRL_C = 3, CTRL_L = 12 };

/* Waits for a key; false when the terminal is gone. */
static bool next_key(uint32_t *key)
{
	wint_t c;
	int kind = get_wch(&c);

	if (kind == ERR)
		return false;
	*key = kind == KEY_CODE_YES ? special(c) : (uint32_t)c;
	if (kind == OK && c == CTRL_L) {
		clearok(curscr, TRUE);
		*key = 0;
	}
	return true;
}

int sg_review_screen(struct sg_cli *cli, struct sg_review_ui *ui)
{
	use_utf8();
	SCREEN *screen = newterm(NULL, stdout, stdin);
	if (!screen)
		return sg_error_set(&cli->err, SG_EIO,
			_("this terminal is not known (TERM=%s)"),
			getenv("TERM") ? getenv("TERM") : "");
	set_term(screen);
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	start_colours(cli);
	while (!ui->quit) {
		struct sg_page page;
		uint32_t key;
		int height, width;
		getmaxyx(stdscr, height, width);
		sg_review_ui_page(ui, &page, width > 20 ? (size_t)width : 20,
			height > 8 ? (size_t)height : 8);
		paint(&page, height);
		sg_page_release(&page);
		if (!next_key(&key) || key == CTRL_C)
			break;
		if (key)
			sg_review_ui_key(ui, key);
	}
	endwin();
	delscreen(screen);
	return 0;
}

#else

bool sg_review_screen_there(void)
{
	return false;
}

int sg_review_screen(struct sg_cli *cli, struct sg_review_ui *ui)
{
	(void)ui;
	return sg_error_set(&cli->err, SG_EUSAGE,
		_("this saegim was built without the review on a terminal (ncurses)"));
}

#endif
