/* review_ui.c - see review_ui.h. */
#include "config.h"

#include "project/review_ui.h"

#include <stdio.h>
#include <string.h>

#include "analysis/labels.h"
#include "text/decode.h"
#include "text/jamo.h"

/* In the language of the project: what is said of the texts does not depend on whose
 * messages are in which. */
static const enum sg_label reasons[] = {SG_LABEL_REASON_COUNTER, SG_LABEL_REASON_OTHERS,
	SG_LABEL_REASON_NO_PROPOSAL, SG_LABEL_REASON_THEME};
enum { NREASONS = sizeof reasons / sizeof *reasons, SHOWN_CHOICES = 60 };

void sg_review_ui_init(struct sg_review_ui *ui, struct sg_reviewing *r)
{
	memset(ui, 0, sizeof *ui);
	ui->r = r;
	ui->scroll = SIZE_MAX;
	sg_buf_init(&ui->message);
	sg_edit_init(&ui->edit);
	sg_arena_init(&ui->arena);
}

void sg_review_ui_release(struct sg_review_ui *ui)
{
	sg_buf_release(&ui->message);
	sg_edit_release(&ui->edit);
	sg_arena_release(&ui->arena);
	memset(ui, 0, sizeof *ui);
}

SG_PRINTF(2, 3)
static void tell(struct sg_review_ui *ui, const char *fmt, ...)
{
	struct sg_error text = {0};
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text.text, sizeof text.text, fmt, ap);
	va_end(ap);
	sg_buf_reset(&ui->message);
	sg_buf_addz(&ui->message, text.text);
	ui->alert = false;
}

/* After a step: what failed is told; a new cell is shown from its stretch. */
static bool done(struct sg_review_ui *ui, int rc, const struct sg_error *err)
{
	if (rc == 0)
		return true;
	tell(ui, "%s", err->text);
	ui->alert = true;
	return false;
}

static void fresh(struct sg_review_ui *ui)
{
	ui->scroll = SIZE_MAX;
	ui->entry_scroll = 0;
}

/* --- menus --- */

static void choices_begin(struct sg_review_ui *ui, size_t most)
{
	sg_arena_release(&ui->arena);
	sg_arena_init(&ui->arena);
	ui->choices = sg_arena_array(&ui->arena, most, sizeof *ui->choices);
	ui->codes = sg_arena_array(&ui->arena, most, sizeof *ui->codes);
	ui->nchoices = ui->chosen = 0;
}

static struct sg_str reason(const struct sg_review_ui *ui, size_t i)
{
	return sg_label(reasons[i], sg_str_eqz(ui->r->study.language, "en"));
}

static void ask_reason(struct sg_review_ui *ui)
{
	ui->mode = SG_REVIEW_REASON;
	choices_begin(ui, NREASONS + 2);
	for (size_t i = 0; i < NREASONS; i++)
		ui->choices[ui->nchoices++] =
			sg_arena_printf(&ui->arena, "%zu %s", i + 1, reason(ui, i).p);
	ui->choices[ui->nchoices++] = sg_arena_printf(
		&ui->arena, "%d %s", NREASONS + 1, _("in your own words"));
	ui->choices[ui->nchoices++] =
		sg_arena_printf(&ui->arena, "0 %s", _("no reason"));
}

/* Codes whose label begins with what was typed, or whose label or name holds it. */
static void find_codes(struct sg_review_ui *ui)
{
	const struct sg_study *s = &ui->r->study;
	struct sg_str typed = sg_buf_str(&ui->edit.text);

	choices_begin(ui, s->ncodes);
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t c = 0; c < s->ncodes; c++) {
			const struct sg_study_code *k = &s->codes[c];
			bool first = sg_str_starts(k->label, typed) && typed.n;
			bool any = sg_jamo_within(k->label, typed) ||
				   sg_jamo_within(k->name, typed);
			if (first != (pass == 0) || !(first || any) ||
				c == ui->r->work->cell.code ||
				ui->nchoices == SHOWN_CHOICES)
				continue;
			ui->codes[ui->nchoices] = c;
			ui->choices[ui->nchoices++] =
				sg_str_ends(k->label, k->name)
					? k->label
					: sg_arena_printf(&ui->arena, "%.*s %.*s",
						  SG_ARG(k->label), SG_ARG(k->name));
		}
}

static void ask_line(
	struct sg_review_ui *ui, enum sg_review_mode mode, struct sg_str before)
{
	ui->mode = mode;
	sg_edit_set(&ui->edit, before);
	choices_begin(ui, 1);
}

/* --- keys of a cell --- */

static void say_no(struct sg_review_ui *ui, struct sg_str reason)
{
	struct sg_error err = {0};

	ui->mode = SG_REVIEW_CELL;
	if (done(ui, sg_reviewing_no(ui->r, reason, &err), &err))
		fresh(ui);
}

static void decide(struct sg_review_ui *ui,
	int (*fn)(struct sg_reviewing *r, struct sg_error *err))
{
	struct sg_error err = {0};

	if (done(ui, fn(ui->r, &err), &err))
		fresh(ui);
}

static void yes(struct sg_review_ui *ui)
{
	struct sg_error err = {0};
	int rc = sg_reviewing_yes(ui->r, &err);

	/* Nothing is coded yet: the person shows where it is said. */
	if (rc == SG_EUSAGE && sg_reviewing_point(ui->r, SG_STRETCH_NEXT)) {
		tell(ui, _("which sentence says it? Tab moves on, y takes it"));
		ui->scroll = SIZE_MAX;
	} else if (done(ui, rc, &err)) {
		fresh(ui);
	}
}

static void point(struct sg_review_ui *ui, enum sg_stretch_move move)
{
	if (sg_reviewing_point(ui->r, move))
		ui->scroll = SIZE_MAX;
}

static void pin(struct sg_review_ui *ui, bool bar)
{
	struct sg_error err = {0};

	if (done(ui, sg_reviewing_pin(ui->r, bar, &err), &err))
		tell(ui, bar ? _("will not be quoted") : _("chosen as a quotation"));
}

/* The number of a value over all facets, as the page shows it. */
static void facet(struct sg_review_ui *ui, uint32_t number)
{
	const struct sg_study *s = &ui->r->study;
	struct sg_error err = {0};

	for (uint32_t f = 0; f < s->nfacets; f++) {
		if (number >= s->facets[f].nvalues) {
			number -= (uint32_t)s->facets[f].nvalues;
			continue;
		}
		if (done(ui, sg_reviewing_facet(ui->r, f, number, &err), &err))
			tell(ui, "%.*s: %.*s", SG_ARG(s->facets[f].name),
				SG_ARG(s->facets[f].values[number]));
		return;
	}
}

static void memo(struct sg_review_ui *ui)
{
	struct sg_error err = {0};
	struct sg_buf before;

	sg_buf_init(&before);
	if (done(ui, sg_reviewing_memo_get(ui->r, &before, &err), &err))
		ask_line(ui, SG_REVIEW_MEMO, sg_buf_str(&before));
	sg_buf_release(&before);
}

static bool has_segments(const struct sg_reviewing *r)
{
	return r->work->cell.coded || r->work->cell.rejected;
}

static void scroll_by(struct sg_review_ui *ui, bool down, size_t lines)
{
	if (ui->scroll == SIZE_MAX)
		ui->scroll = 0;
	if (down)
		ui->scroll += lines;
	else
		ui->scroll = ui->scroll > lines ? ui->scroll - lines : 0;
}

static void key_scroll(struct sg_review_ui *ui, uint32_t key)
{
	size_t page = ui->shown > 1 ? ui->shown - 1 : 1;

	switch (key) {
	case SG_KEY_UP: scroll_by(ui, false, 1); break;
	case SG_KEY_DOWN: scroll_by(ui, true, 1); break;
	case SG_KEY_PAGE_UP: scroll_by(ui, false, page); break;
	case ' ':
	case SG_KEY_PAGE_DOWN: scroll_by(ui, true, page); break;
	case SG_KEY_HOME: ui->scroll = 0; break;
	case SG_KEY_END: ui->scroll = ui->lines; break;
	case SG_KEY_RIGHT: ui->entry_scroll++; break;
	case SG_KEY_LEFT: ui->entry_scroll -= ui->entry_scroll > 0; break;
	default: break;
	}
}

static void key_cell(struct sg_review_ui *ui, uint32_t key)
{
	switch (key) {
	case 'y': yes(ui); break;
	case 'n':
		if (has_segments(ui->r))
			ask_reason(ui);
		else
			say_no(ui, (struct sg_str){"", 0});
		break;
	case '0': say_no(ui, (struct sg_str){"", 0}); break;
	case 'A': decide(ui, sg_reviewing_whole); break;
	case 's': decide(ui, sg_reviewing_skip); break;
	case 'x': decide(ui, sg_reviewing_drop); break;
	case '<':
	case ',': point(ui, SG_STRETCH_START_BACK); break;
	case '>':
	case '.': point(ui, SG_STRETCH_STOP_ON); break;
	case '[': point(ui, SG_STRETCH_START_ON); break;
	case ']': point(ui, SG_STRETCH_STOP_BACK); break;
	case SG_KEY_TAB: point(ui, SG_STRETCH_NEXT); break;
	case SG_KEY_BACK_TAB: point(ui, SG_STRETCH_PREVIOUS); break;
	case 'a':
		ask_line(ui, SG_REVIEW_CODE, (struct sg_str){"", 0});
		find_codes(ui);
		break;
	case 'p': pin(ui, false); break;
	case 'b': pin(ui, true); break;
	case 'm': memo(ui); break;
	default:
		if (key >= '1' && key <= '9')
			facet(ui, key - '1');
		else
			key_scroll(ui, key);
	}
}

/* Keys that Korean letters lie on, when the input method is still on: ㅛ is on y. */
static uint32_t from_hangul(uint32_t key)
{
	static const struct {
		uint32_t jamo;
		char latin;
	} keys[] = {
		{0x315B, 'y'}, /* ㅛ */
		{0x315C, 'n'}, /* ㅜ */
		{0x3134, 's'}, /* ㄴ */
		{0x3155, 'u'}, /* ㅕ */
		{0x314C, 'x'}, /* ㅌ */
		{0x3141, 'a'}, /* ㅁ */
		{0x3154, 'p'}, /* ㅔ */
		{0x3160, 'b'}, /* ㅠ */
		{0x3161, 'm'}, /* ㅡ */
		{0x3142, 'q'}, /* ㅂ */
		{0x314F, 'k'}, /* ㅏ */
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i].jamo == key)
			return (uint32_t)keys[i].latin;
	return key;
}

static void key_round(struct sg_review_ui *ui, uint32_t key)
{
	key = from_hangul(key);
	switch (key) {
	case 'q': ui->quit = true; return;
	case 'u': decide(ui, sg_reviewing_undo); return;
	case 'k': decide(ui, sg_reviewing_back); return;
	case '?':
		ui->mode = SG_REVIEW_HELP;
		ui->help_scroll = 0;
		return;
	default: break;
	}
	if (!sg_reviewing_ended(ui->r))
		key_cell(ui, key);
}

/* --- keys of a menu or a line --- */

static void take_reason(struct sg_review_ui *ui, size_t choice)
{
	if (choice < NREASONS)
		say_no(ui, reason(ui, choice));
	else if (choice == NREASONS)
		ask_line(ui, SG_REVIEW_REASON_TEXT, (struct sg_str){"", 0});
	else
		say_no(ui, (struct sg_str){"", 0});
}

static void take_code(struct sg_review_ui *ui)
{
	const struct sg_study *s = &ui->r->study;
	struct sg_error err = {0};

	if (ui->nchoices == 0)
		return;
	uint32_t code = ui->codes[ui->chosen];
	ui->mode = SG_REVIEW_CELL;
	if (done(ui, sg_reviewing_add(ui->r, code, &err), &err))
		tell(ui, _("coded too: %.*s %.*s"), SG_ARG(s->codes[code].label),
			SG_ARG(s->codes[code].name));
}

static void take_line(struct sg_review_ui *ui)
{
	struct sg_error err = {0};
	struct sg_buf composed;

	sg_buf_init(&composed);
	sg_compose(sg_buf_str(&ui->edit.text), &composed);
	struct sg_str line = sg_str_trim(sg_buf_str(&composed));
	if (ui->mode == SG_REVIEW_REASON_TEXT) {
		say_no(ui, line);
	} else {
		ui->mode = SG_REVIEW_CELL;
		if (done(ui, sg_reviewing_memo(ui->r, line, &err), &err))
			tell(ui, _("memo kept"));
	}
	sg_buf_release(&composed);
}

static void choose(struct sg_review_ui *ui, uint32_t key)
{
	if (ui->nchoices == 0)
		return;
	if (key == SG_KEY_DOWN)
		ui->chosen = (ui->chosen + 1) % ui->nchoices;
	else
		ui->chosen = (ui->chosen + ui->nchoices - 1) % ui->nchoices;
}

static void key_reason(struct sg_review_ui *ui, uint32_t key)
{
	if (key == SG_KEY_UP || key == SG_KEY_DOWN)
		choose(ui, key);
	else if (key == SG_KEY_ENTER)
		take_reason(ui, ui->chosen);
	else if (key >= '1' && key <= '1' + NREASONS)
		take_reason(ui, key - '1');
	else if (key == '0')
		take_reason(ui, NREASONS + 1);
}

static bool key_edit(struct sg_edit *e, uint32_t key)
{
	enum { CTRL_A = 1, CTRL_E = 5, CTRL_H = 8, CTRL_U = 21, CTRL_W = 23 };

	switch (key) {
	case SG_KEY_LEFT: sg_edit_left(e); break;
	case SG_KEY_RIGHT: sg_edit_right(e); break;
	case CTRL_A:
	case SG_KEY_HOME: sg_edit_home(e); break;
	case CTRL_E:
	case SG_KEY_END: sg_edit_end(e); break;
	case CTRL_H:
	case SG_KEY_BACKSPACE: sg_edit_backspace(e); return true;
	case SG_KEY_DELETE: sg_edit_delete(e); return true;
	case CTRL_U: sg_edit_erase_before(e); return true;
	case CTRL_W: sg_edit_erase_word(e); return true;
	default:
		if (key < 0x20 || key >= SG_KEY_UP)
			return false;
		sg_edit_insert(e, key);
		return true;
	}
	return false;
}

static void key_line(struct sg_review_ui *ui, uint32_t key)
{
	bool code = ui->mode == SG_REVIEW_CODE;

	if (code && (key == SG_KEY_UP || key == SG_KEY_DOWN))
		choose(ui, key);
	else if (key == SG_KEY_ENTER && code)
		take_code(ui);
	else if (key == SG_KEY_ENTER)
		take_line(ui);
	else if (key_edit(&ui->edit, key) && code)
		find_codes(ui);
}

static void key_help(struct sg_review_ui *ui, uint32_t key)
{
	size_t step = key == SG_KEY_UP || key == SG_KEY_DOWN ? 1 : 10;

	if (key == SG_KEY_DOWN || key == ' ' || key == SG_KEY_PAGE_DOWN)
		ui->help_scroll += step;
	else if (key == SG_KEY_UP || key == SG_KEY_PAGE_UP)
		ui->help_scroll -= ui->help_scroll < step ? ui->help_scroll : step;
	else
		ui->mode = SG_REVIEW_CELL;
}

void sg_review_ui_key(struct sg_review_ui *ui, uint32_t key)
{
	sg_buf_reset(&ui->message);
	ui->alert = false;
	if (key == '\r')
		key = SG_KEY_ENTER;
	if (ui->mode != SG_REVIEW_CELL && key == SG_KEY_ESCAPE) {
		ui->mode = SG_REVIEW_CELL;
		return;
	}
	switch (ui->mode) {
	case SG_REVIEW_CELL: key_round(ui, key); break;
	case SG_REVIEW_REASON: key_reason(ui, key); break;
	case SG_REVIEW_HELP: key_help(ui, key); break;
	case SG_REVIEW_REASON_TEXT:
	case SG_REVIEW_CODE:
	case SG_REVIEW_MEMO: key_line(ui, key); break;
	}
}

/* --- pages --- */

static const char *help_text(void)
{
	return _("y  yes: the respondent says this here. What the rules coded is "
		 "accepted; where nothing is coded, point at the sentence first\n"
		 "n  no, with a reason\n"
		 "0  none: read, and it is not said here\n"
		 "A  the whole answer is read: nothing more for any code\n"
		 "s  skip, k  back to the cell before, u  take the last thing back\n"
		 "1-9  set a facet\n"
		 "Tab, Shift-Tab  the next or former place that is coded, or sentence\n"
		 "< >  the stretch a sentence wider at its start or end\n"
		 "[ ]  a sentence narrower at its start or end\n"
		 "x  not this sentence (the others stay)\n"
		 "a  code the stretch with another code; type a part of its name, "
		 "initial "
		 "consonants do\n"
		 "p  choose the stretch as a quotation, b  never quote it\n"
		 "m  a memo on this respondent, question and code\n"
		 "up, down, space, Page Up  scroll the answer; left, right  the "
		 "codebook "
		 "entry\n"
		 "q  quit: everything said so far is kept already\n");
}

static void fill_panel(const struct sg_review_ui *ui, struct sg_page_panel *p)
{
	static const char *const titles[] = {
		[SG_REVIEW_CELL] = "",
		[SG_REVIEW_HELP] = "",
		[SG_REVIEW_REASON] = N_("why not?"),
		[SG_REVIEW_REASON_TEXT] = N_("why not, in your own words"),
		[SG_REVIEW_CODE] = N_("another code for the stretch"),
		[SG_REVIEW_MEMO] = N_("memo on this cell"),
	};

	*p = (struct sg_page_panel){.title = sg_str_of(_(titles[ui->mode])),
		.lines = ui->choices,
		.nlines = ui->nchoices,
		.chosen = ui->nchoices ? ui->chosen : SIZE_MAX,
		.input = ui->mode != SG_REVIEW_REASON,
		.typed = sg_buf_str(&ui->edit.text),
		.cursor = ui->edit.cursor};
}

void sg_review_ui_page(
	struct sg_review_ui *ui, struct sg_page *out, size_t width, size_t height)
{
	struct sg_page_panel panel;
	struct sg_page_ask ask = {.width = width,
		.height = height,
		.scroll = ui->scroll,
		.entry_scroll = ui->entry_scroll,
		.message = sg_buf_str(&ui->message),
		.alert = ui->alert};

	if (ui->mode == SG_REVIEW_HELP) {
		ask.scroll = ui->help_scroll;
		ask.message = sg_str_of(_("any other key: back"));
		sg_page_text(out, sg_str_of(help_text()), &ask);
		ui->help_scroll = out->scroll;
		return;
	}
	if (ui->mode != SG_REVIEW_CELL) {
		fill_panel(ui, &panel);
		ask.panel = &panel;
	}
	sg_page_make(out, ui->r, &ask);
	ui->scroll = out->scroll;
	ui->entry_scroll =
		ui->mode == SG_REVIEW_CELL ? out->entry_scroll : ui->entry_scroll;
	ui->shown = out->text_rows;
	ui->lines = out->text_lines;
}
