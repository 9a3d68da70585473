/* sheet_md.c - a coding sheet in Markdown, as report/sheet_md.c prints it:
 *
 *	<!-- saegim sheet coder="b" blind="yes" -->
 *	### R04 · Q4 · 제약
 *	[1] a sentence
 *	→ C1a, C2b
 *	전체 →
 *
 * An arrow line belongs to the numbered sentence above it; one with words before the
 * arrow, to the whole answer. */
#include "config.h"

#include "ingest/sheet_file.h"

#include <stdlib.h>

void sg_sheet_file_init(struct sg_sheet_file *f)
{
	*f = (struct sg_sheet_file){.blind = true};
	sg_arena_init(&f->arena);
}

void sg_sheet_file_release(struct sg_sheet_file *f)
{
	sg_arena_release(&f->arena);
	free(f->v);
}

bool sg_sheet_is_md(struct sg_str text)
{
	struct sg_str head = sg_str_sub(text, 0, text.n < 4096 ? text.n : 4096);

	return sg_str_find(head, SG_STR(SG_SHEET_MARK)) != SIZE_MAX;
}

bool sg_sheet_next_code(struct sg_str *codes, struct sg_str *code)
{
	static const char *const marks[] = {",", ";", "、", "，", "；"};

	*codes = sg_str_trim(*codes);
	if (codes->n == 0)
		return false;
	size_t end = codes->n, width = 0;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t at = sg_str_find(*codes, sg_str_of(marks[i]));
		if (at < end) {
			end = at;
			width = sg_str_of(marks[i]).n;
		}
	}
	*code = sg_str_trim(sg_str_sub(*codes, 0, end));
	*codes = sg_str_skip(*codes, end + width);
	return true;
}

bool sg_sheet_says_none(struct sg_str code)
{
	static const char *const words[] = {"-", "–", "—", "없음", "none", "None"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (sg_str_eqz(code, words[i]))
			return true;
	return false;
}

struct reading {
	struct sg_sheet_file *out;
	const char *source;
	struct sg_notes *notes;
	struct sg_str respondent, question; /* of the answer at hand */
	struct sg_sheet_entry sentence;     /* waiting for its arrow; number 0: none */
};

/* The value of key="…" in the comment, or empty. */
static struct sg_str comment_value(struct sg_str line, const char *key)
{
	size_t at = sg_str_find(line, sg_str_of(key));

	if (at == SIZE_MAX)
		return SG_STR("");
	struct sg_str rest = sg_str_skip(line, at + sg_str_of(key).n);
	if (!sg_str_starts(rest, SG_STR("=\"")))
		return SG_STR("");
	rest = sg_str_skip(rest, 2);
	return sg_str_sub(rest, 0, sg_str_findc(rest, '"'));
}

/* "R04 · Q4 · title" */
static void heading(struct reading *r, struct sg_str line, uint32_t no)
{
	struct sg_str between = SG_STR(SG_SHEET_BETWEEN), rest = sg_str_trim(line);
	size_t at = sg_str_find(rest, between);

	r->respondent = r->question = SG_STR("");
	r->sentence.sentence = 0;
	if (at == SIZE_MAX) {
		sg_notes_add(r->notes, SG_ERROR, r->source, no, 1,
			_("this heading does not name an answer as "
			  "'### RESPONDENT · QUESTION' does"));
		return;
	}
	r->respondent = sg_str_trim(sg_str_sub(rest, 0, at));
	rest = sg_str_skip(rest, at + between.n);
	at = sg_str_find(rest, between);
	r->question = sg_str_trim(sg_str_sub(rest, 0, at < rest.n ? at : rest.n));
}

/* "[12] text": its number, and the text. */
static bool numbered(struct sg_str line, uint32_t *number, struct sg_str *text)
{
	uint64_t n;

	if (line.n == 0 || line.p[0] != '[')
		return false;
	size_t end = sg_str_findc(line, ']');
	if (end == SIZE_MAX || !sg_str_uint(sg_str_sub(line, 1, end), 100000, &n) ||
		n == 0)
		return false;
	*number = (uint32_t)n;
	*text = sg_str_trim(sg_str_skip(line, end + 1));
	return true;
}

/* What people type for the arrow. */
static size_t find_arrow(struct sg_str line, size_t *width)
{
	static const char *const arrows[] = {SG_SHEET_ARROW, "->", "=>", "⇒"};

	for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
		size_t at = sg_str_find(line, sg_str_of(arrows[i]));
		*width = sg_str_of(arrows[i]).n;
		if (at != SIZE_MAX)
			return at;
	}
	return SIZE_MAX;
}

static bool is_whole(struct sg_str word)
{
	static const char *const words[] = {"전체", "whole answer", "Whole answer"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (sg_str_eqz(word, words[i]))
			return true;
	return false;
}

static bool is_decision(struct sg_str word)
{
	return sg_str_eqz(word, "결정") || sg_str_eqz(word, "Decision");
}

/* An arrow line: after "전체" that of the answer, bare that of the sentence above. */
static bool arrow(struct reading *r, struct sg_str line, uint32_t no)
{
	size_t width, at = find_arrow(line, &width);
	struct sg_str before;

	if (at == SIZE_MAX)
		return false;
	before = sg_str_trim(sg_str_sub(line, 0, at));
	bool whole = is_whole(before);
	if (before.n && !whole && !is_decision(before))
		return false;
	struct sg_sheet_entry e = r->sentence;
	if (whole)
		e = (struct sg_sheet_entry){.sentence = 0};
	e.respondent = r->respondent;
	e.question = r->question;
	e.codes = sg_str_trim(sg_str_skip(line, at + width));
	e.line = no;
	if (!whole && e.sentence == 0) {
		if (e.codes.n)
			sg_notes_add(r->notes, SG_ERROR, r->source, no, 1,
				_("there is no numbered sentence above this line"));
		return true;
	}
	SG_PUSH(r->out, e);
	if (!whole)
		r->sentence.sentence = 0;
	return true;
}

static void read_line(struct reading *r, struct sg_str line, uint32_t no)
{
	struct sg_str text;
	uint32_t number;

	line = sg_str_trim(line);
	/* Editors put a backslash before brackets. */
	if (sg_str_starts(line, SG_STR("\\[")))
		line = sg_str_skip(line, 1);
	if (sg_str_starts(line, SG_STR(SG_SHEET_MARK))) {
		r->out->coder =
			sg_arena_str(&r->out->arena, comment_value(line, "coder"));
		r->out->blind = sg_str_eqz(comment_value(line, "blind"), "yes");
	} else if (sg_str_starts(line, SG_STR("### "))) {
		heading(r, sg_str_skip(line, 4), no);
	} else if (line.n && line.p[0] == '#') {
		r->respondent = SG_STR(""); /* the list of codes, instructions */
		r->sentence.sentence = 0;
	} else if (r->respondent.n == 0) {
		return;
	} else if (numbered(line, &number, &text)) {
		r->sentence = (struct sg_sheet_entry){
			.sentence = number, .text = text, .line = no};
	} else {
		arrow(r, line, no);
	}
}

int sg_sheet_read_md(struct sg_sheet_file *out, struct sg_str text, const char *source,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_str rest = sg_arena_str(&out->arena, text), line;
	struct reading r = {.out = out, .source = source, .notes = notes};
	uint32_t no = 0;

	while (sg_str_line(&rest, &line))
		read_line(&r, line, ++no);
	if (out->n == 0)
		return sg_error_at(err, SG_EINPUT, source, 0, 0,
			_("there is no answer in this sheet"));
	return 0;
}
