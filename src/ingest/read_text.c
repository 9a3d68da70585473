/* read_text.c - reader of .txt and .md: one respondent a file, `키: 값` lines above,
 * answers under headings. Nothing of the text is dropped: what stands under no question
 * becomes an unassigned stretch and is reported. */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "ingest/draft.h"
#include "ingest/heading.h"
#include "ingest/header.h"
#include "ingest/key.h"
#include "text/utf8.h"

enum { LONG_ANSWER = 20000 /* code points that make a missed heading likely */ };

struct line {
	size_t start, stop; /* bytes of the body, without LF */
	uint32_t no;
};

struct work {
	struct sg_intake *in;
	const char *path;
	const struct sg_questionnaire *q;
	struct sg_draft draft;
	struct sg_str body;
	uint32_t *numbers; /* of the fallback: heading number of each line, else 0 */
	size_t headings;   /* questions found */
	unsigned rank;	   /* of the respondent's key found so far */
	/* the stretch that is open */
	bool open;
	struct sg_str label;
	uint32_t question, level, heading_line;
	size_t start, asks;
	bool has_text; /* it holds more than blanks */
};

static bool next_line(struct sg_str body, struct line *l)
{
	size_t start = l->no ? l->stop + 1 : 0;

	if (start >= body.n)
		return false;
	size_t at = sg_str_findc(sg_str_skip(body, start), '\n');
	l->start = start;
	l->stop = at == SIZE_MAX ? body.n : start + at;
	l->no++;
	return true;
}

static struct sg_str line_text(const struct work *w, const struct line *l)
{
	return sg_str_sub(w->body, l->start, l->stop);
}

/* "답변:", "A1.", "[응답]" at the beginning of an answer name it and are not of it. */
static size_t skip_answer_mark(struct sg_str body, size_t start, size_t stop)
{
	static const char *const words[] = {"답변", "응답", "답", "Answer", "A"};
	struct sg_str s = sg_str_trim(sg_str_sub(body, start, stop));
	size_t off = 0;
	bool bracket = s.n && memchr("[<(", s.p[0], 3);

	off += bracket;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct sg_str word = sg_str_of(words[i]);
		if (!sg_str_starts(sg_str_skip(s, off), word))
			continue;
		size_t at = off + word.n;
		while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
			at++;
		while (at < s.n && s.p[at] == ' ')
			at++;
		struct sg_str rest = sg_str_skip(s, at);
		if (rest.n && (bracket ? memchr("]>)", rest.p[0], 3) != NULL
				       : memchr(":.)", rest.p[0], 3) != NULL))
			return (size_t)(rest.p - body.p) + 1;
		if (!bracket && sg_str_starts(rest, SG_STR("：")))
			return (size_t)(rest.p - body.p) + 3;
	}
	return start;
}

static void close_stretch(struct work *w, size_t stop)
{
	size_t start = w->start;

	if (!w->open)
		return;
	w->open = false;
	if (w->asks && sg_str_trim(sg_str_sub(w->body, w->asks, stop)).n) {
		start = w->asks;
		sg_notes_add(w->in->notes, SG_NOTE, w->path, w->heading_line, 0,
			_("the rest of the line of %.*s is taken as the question, not as "
			  "answer"),
			SG_ARG(w->label));
	}
	if (w->label.n)
		start = skip_answer_mark(w->body, start, stop);
	struct sg_str text = sg_str_trim(sg_str_sub(w->body, start, stop));
	if (w->label.n == 0 && text.n == 0)
		return;
	sg_draft_answer(&w->draft, w->label, start, stop, w->heading_line);
	if (w->label.n && sg_utf8_count(text) > LONG_ANSWER)
		sg_notes_add(w->in->notes, SG_WARNING, w->path, w->heading_line, 0,
			_("the answer to %.*s has more than %d characters: is a heading "
			  "missing in it?"),
			SG_ARG(w->label), (int)LONG_ANSWER);
}

static void open_stretch(struct work *w, struct sg_str label, uint32_t question,
	size_t start, const struct line *l)
{
	close_stretch(w, l->start);
	w->open = true;
	w->label = label;
	w->question = question;
	w->start = start;
	w->heading_line = l->no;
	w->asks = 0;
	w->has_text = false;
}

static void warn_heading(struct work *w, const struct line *l, const char *what)
{
	struct sg_str text = sg_str_trim(line_text(w, l));
	size_t cut = sg_utf8_offset(text, 60);
	struct sg_note *note = sg_notes_add(w->in->notes, SG_WARNING, w->path, l->no, 1,
		"%s: '%.*s'", what, SG_ARG(sg_str_sub(text, 0, cut)));

	note->width = (uint32_t)sg_utf8_count(text);
	note->excerpt = sg_arena_str(&w->in->notes->arena, line_text(w, l));
}

static void set_respondent(struct work *w, struct sg_str value, unsigned rank)
{
	if (rank <= w->rank || value.n == 0)
		return;
	w->draft.doc.respondent = sg_arena_str(&w->draft.arena, value);
	w->rank = rank;
}

/* Takes a header line above the first question; false when it is none. */
static bool take_header(struct work *w, struct sg_str text)
{
	struct sg_str name, value;

	if (!sg_header_line(text, &name, &value))
		return false;
	unsigned rank = sg_header_rank(name);
	if (rank < 2)
		sg_draft_attribute(&w->draft, name, value);
	set_respondent(w, value, rank);
	return true;
}

/* Numbers alone ("1. 저는 …") count when they run from 1 to the last question, each once
 * and in order, with one sign behind them; anything else could be a list. */
static bool find_numbered(struct work *w)
{
	struct line l = {0, 0, 0};
	uint32_t expected = 1, n = (uint32_t)w->q->nquestions;
	char mark = 0;

	if (n < 3)
		return false;
	for (int pass = 0; pass < 2; pass++) {
		l = (struct line){0, 0, 0};
		while (next_line(w->body, &l)) {
			size_t text;
			char m;
			uint32_t number = sg_heading_number(line_text(w, &l), &m, &text);
			if (pass) {
				w->numbers[l.no] = number && m == mark ? number : 0;
				continue;
			}
			if (number == 0 || (mark && m != mark))
				continue;
			if (number != expected || number > n)
				return false;
			mark = m;
			expected++;
		}
		if (expected != n + 1)
			return false;
		if (!pass)
			w->numbers = sg_arena_array(
				&w->draft.arena, (size_t)l.no + 2, sizeof *w->numbers);
	}
	return true;
}

static enum sg_heading_kind read_heading(
	struct work *w, const struct line *l, struct sg_heading *h)
{
	if (!w->numbers)
		return sg_heading_read(w->q,
			w->open && w->label.n ? w->question : SG_NO_QUESTION, w->body,
			l->start, l->stop, h);
	*h = (struct sg_heading){.question = SG_NO_QUESTION};
	if (w->numbers[l->no] == 0)
		return SG_HEADING_NONE;
	size_t text;
	char mark;
	h->question = sg_heading_number(line_text(w, l), &mark, &text) - 1;
	h->text = l->start + text;
	return h->kind = SG_HEADING_QUESTION;
}

static void take_question(struct work *w, const struct sg_heading *h, const struct line *l)
{
	struct sg_str label = h->question != SG_NO_QUESTION
				      ? w->q->questions[h->question].label
				      : sg_arena_str(&w->draft.arena, sg_str_of(h->label));

	w->headings++;
	open_stretch(w, label, h->question, h->text, l);
	w->level = h->level;
	w->asks = h->asks;
}

/* A Markdown heading that is no question: below the questions' level it belongs to the
 * answer, else it ends it. */
static void take_other(struct work *w, const struct sg_heading *h, const struct line *l)
{
	static const struct sg_str none = {"", 0};

	if (w->headings == 0 || h->kind == SG_HEADING_GROUP) {
		close_stretch(w, l->start);
		if (w->headings)
			open_stretch(w, none, SG_NO_QUESTION, l->stop, l);
		return;
	}
	if (w->level == 0 || h->level > w->level)
		return;
	warn_heading(w, l, _("heading is no question; its text stays unassigned"));
	open_stretch(w, none, SG_NO_QUESTION, h->text, l);
}

static void take_text(struct work *w, const struct line *l)
{
	static const struct sg_str none = {"", 0};
	struct sg_str text = sg_str_trim(line_text(w, l));

	if (text.n == 0)
		return;
	if (w->headings == 0 && !w->numbers && take_header(w, text)) {
		close_stretch(w, l->start);
		return;
	}
	if (!w->open) {
		warn_heading(w, l, _("text above the first question stays unassigned"));
		open_stretch(w, none, SG_NO_QUESTION, l->start, l);
	} else if (w->label.n == 0 && !w->has_text && w->headings) {
		/* under a group's title or an unknown heading, which was reported */
	}
	w->has_text = true;
}

/* Lines of `---` fences around the headers; returns the first line behind them. */
static struct line skip_front_matter(struct work *w)
{
	struct line l = {0, 0, 0}, start = l;

	if (!next_line(w->body, &l) ||
		!sg_str_eqz(sg_str_trim(line_text(w, &l)), "---"))
		return start;
	while (next_line(w->body, &l)) {
		struct sg_str text = sg_str_trim(line_text(w, &l)), name, value;
		if (sg_str_eqz(text, "---") || sg_str_eqz(text, "...")) {
			start = l;
			break;
		}
		if (text.n && text.p[0] != '#' && !sg_header_line(text, &name, &value))
			return start;
	}
	if (start.no == 0)
		return start;
	struct line end = start;
	l = (struct line){0, 0, 0};
	next_line(w->body, &l);
	while (next_line(w->body, &l) && l.no < end.no)
		take_header(w, line_text(w, &l));
	return end;
}
