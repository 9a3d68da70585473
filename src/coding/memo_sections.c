/* memo_sections.c - cuts a sheet of memos into headings and texts; see memo_import.h. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "coding/memo_import.h"

struct cutter {
	struct sg_memo_sections *out;
	struct sg_notes *notes;
	const char *path;
	struct sg_buf body;
	bool open;    /* a section is being read */
	bool text;    /* it has lines that are not blank */
	bool comment; /* one is open, from the line `opened` on */
	uint32_t line, opened;
};

static struct sg_memo_section *last(struct cutter *c)
{
	return &c->out->v[c->out->n - 1];
}

/* Without blank lines at both ends, then without the backslashes. */
static struct sg_str plain_body(struct cutter *c)
{
	struct sg_str rest = sg_buf_str(&c->body), line;
	struct sg_buf b;
	size_t end = 0;

	sg_buf_init(&b);
	while (sg_str_line(&rest, &line)) {
		if (b.n == 0 && end == 0 && sg_str_trim(line).n == 0)
			continue;
		bool blank = sg_str_trim(line).n == 0;
		bool escaped = sg_str_starts(line, SG_STR("\\"));
		sg_buf_add(&b, sg_str_skip(line, escaped));
		sg_buf_addc(&b, '\n');
		if (!blank)
			end = b.n;
	}
	struct sg_str s = sg_arena_str(
		&c->out->arena, sg_str_sub(sg_buf_str(&b), 0, end ? end - 1 : 0));
	sg_buf_release(&b);
	return s;
}

static void finish(struct cutter *c)
{
	struct sg_str all = sg_str_trim(sg_buf_str(&c->body));

	if (c->open) {
		last(c)->removed =
			sg_str_eqz(all, "(삭제)") || sg_str_eqz(all, "(delete)");
		if (!last(c)->removed)
			last(c)->body = plain_body(c);
	}
	sg_buf_reset(&c->body);
	c->open = c->text = false;
}

static struct sg_str *field_of(struct sg_memo_section *s, struct sg_str *name)
{
	static const struct {
		const char *korean, *english;
		size_t at;
	} words[] = {
		{"응답자 ", "respondent ",
			offsetof(struct sg_memo_section, respondent)},
		{"문항 ", "question ", offsetof(struct sg_memo_section, question)},
		{"코드 ", "code ", offsetof(struct sg_memo_section, code)},
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct sg_str k = sg_str_of(words[i].korean);
		struct sg_str e = sg_str_of(words[i].english);
		if (!sg_str_starts(*name, k) && !sg_str_starts(*name, e))
			continue;
		*name = sg_str_trim(
			sg_str_skip(*name, sg_str_starts(*name, k) ? k.n : e.n));
		/* All of the fields are slices of one struct. */
		return (struct sg_str *)(void *)((char *)s + words[i].at);
	}
	return NULL;
}

/* "문항 Q4 × 코드 C1a — 디지털 격차" */
static bool read_heading(struct sg_memo_section *s, struct sg_str text)
{
	static const struct sg_str times = {" × ", sizeof " × " - 1};
	static const struct sg_str dash = {" — ", sizeof " — " - 1};
	static const struct sg_str quotes[] = {
		{"인용 ", sizeof "인용 " - 1}, {"quote ", sizeof "quote " - 1}};
	bool more = true;

	while (more) {
		for (size_t i = 0; i < 2; i++)
			if (sg_str_starts(text, quotes[i])) {
				s->quote = sg_str_trim(sg_str_skip(text, quotes[i].n));
				s->quoted = true;
				return true;
			}
		size_t end = sg_str_find(text, times);
		more = end != SIZE_MAX;
		struct sg_str name = sg_str_trim(sg_str_sub(text, 0, end));
		struct sg_str *field = field_of(s, &name);
		if (!field || field->n)
			return false;
		*field = name;
		text = more ? sg_str_skip(text, end + times.n) : text;
		if (more)
			continue;
		end = sg_str_find(name, dash);
		if (end != SIZE_MAX) {
			s->title = name; /* whole, should the name hold a dash */
			*field = sg_str_trim(sg_str_sub(name, 0, end));
		}
	}
	return true;
}

static void start(struct cutter *c, struct sg_str line, size_t level)
{
	struct sg_memo_section s = {.line = c->line};
	struct sg_str text = sg_str_trim(sg_str_skip(line, level));

	finish(c);
	if (level == 1)
		return;
	SG_PUSH(c->out, s);
	c->open = true;
	if (!read_heading(last(c), text))
		sg_notes_add(c->notes, SG_ERROR, c->path, c->line, 1,
			_("this heading is about nothing known: '%.*s'; they read "
			  "'문항 Q4 × 코드 C1a'"),
			SG_ARG(text));
}

static size_t heading_level(struct sg_str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == '#')
		n++;
	return n > 0 && n <= 6 && n < line.n && line.p[n] == ' ' ? n : 0;
}

/* A comment that begins the line. */
static void read_comment(struct cutter *c, struct sg_str line)
{
	static const struct sg_str mark = {"<!-- saegim memo ", 17};
	size_t end = sg_str_find(line, SG_STR("-->"));

	if (c->open && sg_str_starts(line, mark) && end != SIZE_MAX && end > mark.n)
		last(c)->guid = sg_str_trim(sg_str_sub(line, mark.n, end));
	c->comment = true;
	c->opened = c->line;
}

/* Takes the end of the open comment off the line; false when it has none, or nothing
 * stands behind it. */
static bool end_comment(struct cutter *c, struct sg_str *line)
{
	size_t end = sg_str_find(*line, SG_STR("-->"));

	if (end == SIZE_MAX)
		return false;
	c->comment = false;
	*line = sg_str_trim(sg_str_skip(*line, end + 3));
	return line->n > 0;
}

static void read_text(struct cutter *c, struct sg_str line)
{
	bool blank = sg_str_trim(line).n == 0;

	if (!c->open && !blank && !c->text) {
		sg_notes_add(c->notes, SG_ERROR, c->path, c->line, 1,
			_("this text stands under no heading that says what it is "
			  "about"));
		c->text = true; /* said once */
	}
	if (!c->open)
		return;
	sg_buf_add(&c->body, line);
	sg_buf_addc(&c->body, '\n');
}

/* What stands behind a comment reads as a line of its own. */
static void read_line(struct cutter *c, struct sg_str line)
{
	while (c->comment || sg_str_starts(line, SG_STR("<!--"))) {
		if (!c->comment)
			read_comment(c, line);
		if (!end_comment(c, &line))
			return;
	}
	size_t level = heading_level(line);
	if (level)
		start(c, line, level);
	else
		read_text(c, line);
}

void sg_memo_sections_read(struct sg_memo_sections *out, struct sg_str sheet,
	const char *path, struct sg_notes *notes)
{
	struct cutter c = {.out = out, .notes = notes, .path = path};
	struct sg_str line;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	sg_buf_init(&c.body);
	if (sg_str_starts(sheet, SG_STR("\xEF\xBB\xBF")))
		sheet = sg_str_skip(sheet, 3);
	while (sg_str_line(&sheet, &line)) {
		c.line++;
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		read_line(&c, line);
	}
	finish(&c);
	if (c.comment)
		sg_notes_add(notes, SG_ERROR, path, c.opened, 1,
			_("a comment opens here and is never closed"));
	sg_buf_release(&c.body);
}

void sg_memo_sections_release(struct sg_memo_sections *s)
{
	free(s->v);
	sg_arena_release(&s->arena);
}
