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

enum {
	LONG_ANSWER = 20000, /* code points that make a missed heading likely */
	ATTRIBUTES_MAX = 1000,
	EXCERPT = 40, /* code points of a line that a message repeats */
};

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
	struct line begin; /* the line before the first that is looked at */
	uint32_t *numbers; /* of the fallback: heading number of each line, else 0 */
	unsigned rank;     /* of the respondent's key found so far */
	uint32_t level;    /* number of # of the last question's heading */
	/* the stretch that is open */
	bool open;
	bool reported; /* that it is unassigned */
	struct sg_str label;
	uint32_t question, line;
	size_t start, asks;
};

static const struct sg_str none = {"", 0};

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
		sg_notes_add(w->in->notes, SG_NOTE, w->path, w->line, 0,
			_("the rest of the line of %.*s is taken as the question, not "
			  "as "
			  "answer"),
			SG_ARG(w->label));
	}
	if (w->label.n)
		start = skip_answer_mark(w->body, start, stop);
	struct sg_str text = sg_str_trim(sg_str_sub(w->body, start, stop));
	if (w->label.n == 0 && text.n == 0)
		return;
	sg_draft_answer(&w->draft, w->label, start, stop, w->line);
	if (w->label.n && sg_utf8_count(text) > LONG_ANSWER)
		sg_notes_add(w->in->notes, SG_WARNING, w->path, w->line, 0,
			_("the answer to %.*s has more than %d characters: is a "
			  "heading "
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
	w->line = l->no;
	w->asks = 0;
	w->reported = false;
}

static void warn_line(struct work *w, const struct line *l, const char *what)
{
	struct sg_str text = sg_str_trim(line_text(w, l));
	struct sg_str cut = sg_str_sub(text, 0, sg_utf8_offset(text, EXCERPT));

	sg_notes_add(w->in->notes, SG_WARNING, w->path, l->no, 0, "%s: '%.*s%s'", what,
		SG_ARG(cut), cut.n < text.n ? "…" : "");
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

	if (w->draft.attributes.n >= ATTRIBUTES_MAX ||
		!sg_header_line(text, &name, &value))
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
	struct line l = w->begin;
	uint32_t expected = 1, n = (uint32_t)w->q->nquestions;
	char mark = 0;

	if (n < 3)
		return false;
	for (int pass = 0; pass < 2; pass++) {
		l = w->begin;
		while (next_line(w->body, &l)) {
			size_t text;
			char m;
			uint32_t number =
				sg_heading_number(line_text(w, &l), &m, &text);
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
	size_t text;
	char mark;
	uint32_t number = w->numbers[l->no];
	if (number &&
		sg_heading_read(w->q, SG_NO_QUESTION, w->body, l->start, l->stop, h) ==
			SG_HEADING_QUESTION &&
		h->question == number - 1)
		return h->kind; /* its title or wording is repeated */
	*h = (struct sg_heading){.question = SG_NO_QUESTION};
	if (number == 0)
		return SG_HEADING_NONE;
	h->question = sg_heading_number(line_text(w, l), &mark, &text) - 1;
	h->text = l->start + text;
	return h->kind = SG_HEADING_QUESTION;
}

static void take_question(
	struct work *w, const struct sg_heading *h, const struct line *l)
{
	struct sg_str label =
		h->question != SG_NO_QUESTION
			? w->q->questions[h->question].label
			: sg_arena_str(&w->draft.arena, sg_str_of(h->label));

	open_stretch(w, label, h->question, h->text, l);
	w->level = h->level;
	w->asks = h->asks;
}

/* A Markdown heading that is no question: below the questions' level it belongs to the
 * answer, else it ends it. */
static void take_other(struct work *w, const struct sg_heading *h, const struct line *l)
{
	if (w->level == 0 || h->level > w->level)
		return;
	warn_line(w, l, _("heading is no question; its text stays unassigned"));
	open_stretch(w, none, SG_NO_QUESTION, l->start, l);
	w->reported = true;
}

static void take_line(struct work *w, const struct line *l)
{
	struct sg_heading h;

	switch (read_heading(w, l, &h)) {
	case SG_HEADING_QUESTION: take_question(w, &h, l); break;
	case SG_HEADING_UNKNOWN:
		warn_line(w, l,
			_("no question of the questionnaire; its text stays "
			  "unassigned"));
		open_stretch(w, none, SG_NO_QUESTION, l->start, l);
		w->reported = true;
		break;
	case SG_HEADING_GROUP: open_stretch(w, none, SG_NO_QUESTION, l->stop, l); break;
	case SG_HEADING_OTHER: take_other(w, &h, l); break;
	case SG_HEADING_NONE: break;
	}
	if (w->open && w->label.n == 0 && !w->reported && l->start >= w->start &&
		sg_str_trim(line_text(w, l)).n) {
		warn_line(w, l, _("text under no question stays unassigned"));
		w->reported = true;
	}
}

/* The first line behind w->begin that begins an answer; no 0: none. *all is whether the
 * headings are enough: one has a label, or there are as many as questions. */
static struct line find_first(struct work *w, bool *all)
{
	struct line l = w->begin, first = {0, 0, 0};
	struct sg_heading h;
	size_t found = 0;

	*all = false;
	while (next_line(w->body, &l) && !*all) {
		enum sg_heading_kind kind = read_heading(w, &l, &h);
		if (kind != SG_HEADING_QUESTION && kind != SG_HEADING_UNKNOWN)
			continue;
		if (first.no == 0)
			first = l;
		found++;
		*all = !h.by_number || !w->q || found == w->q->nquestions;
	}
	return first;
}

/* What stands above the first question: headers, titles, and text that no question
 * owns. */
static void read_top(struct work *w, const struct line *first)
{
	struct line l = w->begin;
	bool reported = false;

	while (next_line(w->body, &l) && l.no < first->no) {
		struct sg_heading h;
		struct sg_str text = sg_str_trim(line_text(w, &l));
		enum sg_heading_kind kind =
			text.n ? read_heading(w, &l, &h) : SG_HEADING_NONE;
		bool title = kind == SG_HEADING_GROUP || kind == SG_HEADING_OTHER;
		if (text.n == 0)
			continue;
		if (title || take_header(w, text)) {
			close_stretch(w, l.start);
			continue;
		}
		if (!w->open)
			open_stretch(w, none, SG_NO_QUESTION, l.start, &l);
		w->reported = true;
		if (!reported)
			warn_line(w, &l,
				_("text above the first question stays unassigned"));
		reported = true;
	}
	close_stretch(w, first->start);
}

/* Lines between `---` fences at the top hold headers; w->begin moves behind them. */
static void skip_front_matter(struct work *w)
{
	struct line l = {0, 0, 0};
	struct sg_str name, value;

	if (!next_line(w->body, &l) ||
		!sg_str_eqz(sg_str_trim(line_text(w, &l)), "---"))
		return;
	struct line top = l;
	for (;;) {
		if (!next_line(w->body, &l))
			return;
		struct sg_str text = sg_str_trim(line_text(w, &l));
		if (sg_str_eqz(text, "---") || sg_str_eqz(text, "..."))
			break;
		if (text.n && text.p[0] != '#' && !sg_header_line(text, &name, &value))
			return;
	}
	w->begin = l;
	while (next_line(w->body, &top) && top.no < l.no)
		take_header(w, line_text(w, &top));
}

/* In a text without question headings, `키: 값` lines count only as a block at the top
 * that names the respondent and ends with a blank line: answers hold such lines too. */
static void read_block(struct work *w)
{
	struct line l = w->begin;
	struct sg_str name, value;
	bool named = false;

	while (next_line(w->body, &l)) {
		struct sg_str text = sg_str_trim(line_text(w, &l));
		if (text.n == 0 && named)
			break;
		if (text.n == 0 && l.no == w->begin.no + 1)
			continue;
		if (!sg_header_line(text, &name, &value))
			return;
		named |= sg_header_rank(name) > 0;
	}
	if (!named)
		return;
	struct line at = w->begin;
	while (next_line(w->body, &at) && at.no < l.no)
		take_header(w, line_text(w, &at));
	w->begin = l;
}

/* Whether a file has a name that people give to what they write about their data, and
 * to no interview. */
static bool is_named_as_note(const char *path)
{
	static const char *const names[] = {"readme", "read me", "source", "sources",
		"license", "licence", "copying", "notice", "changes", "changelog",
		"읽어보기", "읽어두기", "출처", "자료출처", "자료설명"};
	struct sg_str stem = sg_path_stem(path);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (sg_key_eqz(stem, names[i]))
			return true;
	return false;
}

/* A text without question headings. false: it is not read as answers at all. */
static bool read_whole(struct work *w)
{
	struct sg_ingest_options const *options = w->in->options;
	struct line l = w->begin;

	read_block(w);
	l = w->begin;
	bool plain = !w->in->named && w->rank == 0 && w->draft.attributes.n == 0;
	bool markdown = sg_str_eqz(sg_path_ext(w->path), "md");
	if ((markdown && !w->in->named && w->rank == 0) ||
		(plain && is_named_as_note(w->path))) {
		sg_notes_add(w->in->notes, SG_WARNING, w->path, 0, 0,
			_("no question headings and no respondent: not read as "
			  "answers; "
			  "name the file itself to force it"));
		return false;
	}
	w->draft.undivided = !options->questionnaire;
	if (plain && options->questionnaire)
		sg_notes_add(w->in->notes, SG_WARNING, w->path, 0, 0,
			_("no question headings and no respondent: the whole text "
			  "stays unassigned, and counts as a respondent with no "
			  "answer; if it is no interview, take it out of the folder"));
	else if (options->questionnaire)
		sg_notes_add(w->in->notes, SG_WARNING, w->path, 0, 0,
			_("no question headings found; the whole text stays "
			  "unassigned"));
	else
		sg_notes_add(w->in->notes, SG_NOTE, w->path, 0, 0,
			_("no question headings found: the whole text is one answer"));
	if (plain)
		SG_PUSH(&w->in->plain, sg_strdup(sg_str_of(w->path)));
	while (next_line(w->body, &l) && sg_str_trim(line_text(w, &l)).n == 0)
		;
	open_stretch(w, none, SG_NO_QUESTION, l.start, &l);
	return true;
}

/* The questionnaire may lie in the folder of the answers. */
static bool is_questionnaire(const struct work *w)
{
	struct line l = {0, 0, 0};
	size_t settings = 0;

	if (w->in->named)
		return false;
	if (w->q && sg_str_eq(sg_str_trim(w->q->body), sg_str_trim(w->body)))
		return true;
	while (!w->q && next_line(w->body, &l)) {
		struct sg_str text = line_text(w, &l);
		settings += sg_str_starts(text, SG_STR("* focus:")) ||
			    sg_str_starts(text, SG_STR("* parts:")) ||
			    sg_str_starts(text, SG_STR("* asked:")) ||
			    sg_str_starts(text, SG_STR("* 관심 코드:")) ||
			    sg_str_starts(text, SG_STR("* 부분:")) ||
			    sg_str_starts(text, SG_STR("* 대상:"));
	}
	return settings > 0;
}

static bool read_body(struct work *w)
{
	if (is_questionnaire(w)) {
		sg_notes_add(w->in->notes, SG_NOTE, w->path, 0, 0,
			_("is a questionnaire, not answers; left out"));
		return false;
	}
	skip_front_matter(w);
	bool all;
	struct line first = find_first(w, &all);
	if (!all && w->q && find_numbered(w)) {
		first = find_first(w, &all);
		sg_notes_add(w->in->notes, SG_NOTE, w->path, first.no, 0,
			_("numbers alone are taken as headings: 1 to %zu in order"),
			w->q->nquestions);
	}
	if (first.no == 0) {
		if (!read_whole(w))
			return false;
	} else {
		w->in->divided = true;
		read_top(w, &first);
		struct line l = first;
		take_line(w, &l);
		while (next_line(w->body, &l))
			take_line(w, &l);
	}
	close_stretch(w, w->body.n);
	return true;
}

static void name_document(struct work *w)
{
	struct sg_document *doc = &w->draft.doc;

	if (doc->respondent.n == 0) {
		struct sg_buf stem;
		sg_buf_init(&stem);
		sg_intake_name(sg_path_stem(w->path), &stem);
		doc->respondent =
			sg_arena_str(&w->draft.arena, sg_str_trim(sg_buf_str(&stem)));
		sg_buf_release(&stem);
	}
	if (sg_seen_add(&w->in->respondents, doc->respondent))
		sg_notes_add(w->in->notes, SG_WARNING, w->path, 0, 0,
			_("respondent '%.*s' has another file already; both are kept"),
			SG_ARG(doc->respondent));
}

int sg_text_read_bytes(struct sg_intake *in, const char *path, struct sg_str bytes,
	struct sg_error *err)
{
	struct work w = {.in = in,
		.path = path,
		.q = in->options->questionnaire,
		.question = SG_NO_QUESTION};
	struct sg_buf body;
	struct sg_document *doc = &w.draft.doc;

	sg_buf_init(&body);
	sg_draft_init(&w.draft);
	int rc = sg_intake_decode(in, path, bytes, &body, &doc->encoding, err);
	if (rc < 0)
		goto out;
	w.body = sg_buf_str(&body);
	doc->name = in->name;
	doc->path = sg_str_of(path);
	doc->reader = "text";
	doc->body = w.body;
	sg_sha256_hex(bytes, doc->file_sha256);
	if (!read_body(&w))
		goto out;
	name_document(&w);
	rc = sg_draft_emit(&w.draft, in, err);
out:
	sg_draft_release(&w.draft);
	sg_buf_release(&body);
	return rc;
}

int sg_text_read(struct sg_intake *in, const char *path, struct sg_error *err)
{
	struct sg_buf bytes;

	sg_buf_init(&bytes);
	int rc = sg_file_read(path, SG_TEXT_CAP, &bytes, err);
	if (rc == 0)
		rc = sg_text_read_bytes(in, path, sg_buf_str(&bytes), err);
	sg_buf_release(&bytes);
	return rc;
}
