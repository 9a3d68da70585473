/* questionnaire.c - see questionnaire.h. Rule and example marks mean nothing here: such
 * lines are part of a question's wording.
 */
#include "config.h"

#include "codebook/questionnaire.h"

#include <stdlib.h>

#include "codebook/load.h"
#include "codebook/locate.h"
#include "codebook/outline.h"
#include "codebook/reader.h"
#include "text/utf8.h"

struct form {
	struct sg_questionnaire *q;
	struct sg_notes *notes;
	const char *path;
	struct sg_outline outline;
	const struct sg_item *item;
	bool headed; /* a heading was read */
	bool open;   /* the last question is being read */
	SG_VEC(struct sg_str) groups;
	SG_VEC(struct sg_question) questions;
	struct sg_buf wording;
};

struct strings {
	struct sg_str *v;
	size_t n, cap;
};

#define form_error(f, at, ...) form_note(f, SG_ERROR, at, __VA_ARGS__)

static void form_note(struct form *f, enum sg_severity severity, struct sg_str at,
	const char *fmt, ...) SG_PRINTF(4, 5);

static void form_note(struct form *f, enum sg_severity severity, struct sg_str at,
	const char *fmt, ...)
{
	const struct sg_item *item = f->item;
	struct sg_locus locus = {f->path,
		sg_str_sub(f->outline.body, item->off, item->off + item->len),
		item->line};
	struct sg_stretch s = sg_stretch_of(item->text, item->cols, item->lines,
		(size_t)(at.p - item->text.p), at.n);
	va_list ap;

	va_start(ap, fmt);
	sg_locus_vnote(&locus, f->notes, severity, s.line, s.col, s.width, fmt, ap);
	va_end(ap);
}

static struct sg_str keep(struct form *f, struct sg_str s)
{
	return sg_keep_composed(&f->q->arena, sg_str_trim(s));
}

/* The question being read, or NULL before the first and below a group's heading. */
static struct sg_question *question(struct form *f)
{
	return f->open ? &f->questions.v[f->questions.n - 1] : NULL;
}

static void finish_question(struct form *f)
{
	if (question(f))
		question(f)->wording = keep(f, sg_buf_str(&f->wording));
	sg_buf_reset(&f->wording);
	f->open = false;
}

/* The first word of a heading without a full stop, bracket or colon at its end. */
static struct sg_str first_word(struct sg_str s, struct sg_str *rest)
{
	size_t off = 0, end = s.n;

	while (off < s.n) {
		size_t from = off;
		uint32_t cp = sg_utf8_next(s, &off);
		if (cp == ' ' || cp == '\t' || cp == 0x3000 || cp == 0xA0) {
			end = from;
			break;
		}
	}
	*rest = sg_str_trim(sg_str_skip(s, end));
	while (end &&
		(s.p[end - 1] == '.' || s.p[end - 1] == ')' || s.p[end - 1] == ':'))
		end--;
	return sg_str_sub(s, 0, end);
}

static bool begins_with_digit(struct sg_str s)
{
	return s.n && s.p[0] >= '0' && s.p[0] <= '9';
}

static void start_question(struct form *f, struct sg_str label, struct sg_str title)
{
	struct sg_question q = {.line = f->item->line, .group = UINT32_MAX};

	for (size_t i = 0; i < f->questions.n; i++)
		if (sg_str_eq(f->questions.v[i].label, label))
			form_error(f, label,
				_("the question '%.*s' stands already on line %u"),
				SG_ARG(label), (unsigned)f->questions.v[i].line);
	q.label = keep(f, label);
	q.title = keep(f, title);
	if (f->groups.n)
		q.group = (uint32_t)(f->groups.n - 1);
	SG_PUSH(&f->questions, q);
	f->open = true;
}

static void read_heading(struct form *f)
{
	const struct sg_item *item = f->item;
	struct sg_str title, label = first_word(item->text, &title);
	bool first = !f->headed;

	f->headed = true;
	finish_question(f);
	if (item->text.n == 0) {
		form_error(f, item->text, _("the heading has no name"));
	} else if (first && item->level == 1) {
		f->q->title = keep(f, item->text);
	} else if (sg_looks_like_question(label) &&
		   (item->level >= 3 || !begins_with_digit(label))) {
		start_question(f, label, title);
	} else if (item->level <= 2) {
		SG_PUSH(&f->groups, keep(f, item->text));
	} else {
		form_error(f, label,
			_("a question's heading begins with its label (### Q4 …)"));
	}
}

static struct sg_str *keep_strings(struct form *f, struct strings *s, size_t *n)
{
	struct sg_str *v = sg_arena_array(&f->q->arena, s->n, sizeof *v);

	for (size_t i = 0; i < s->n; i++)
		v[i] = s->v[i];
	*n = s->n;
	free(s->v);
	return v;
}

static void set_focus(struct form *f, struct sg_str value)
{
	struct strings codes = {0};
	struct sg_str piece;

	while (sg_split_commas(&value, &piece)) {
		if (sg_str_trim(piece).n)
			SG_PUSH(&codes, keep(f, piece));
		else
			form_error(f, piece, _("a code is missing here"));
	}
	question(f)->focus = keep_strings(f, &codes, &question(f)->nfocus);
}

/* Cuts "a | b" into *out. */
static void split_bars(struct form *f, struct sg_str value, struct strings *out)
{
	size_t bar, len;

	do {
		bar = sg_find_sign(value, '|', &len);
		struct sg_str piece = sg_str_sub(value, 0, bar);
		if (sg_str_trim(piece).n)
			SG_PUSH(out, keep(f, piece));
		else
			form_error(f, piece, _("a word is missing beside '|'"));
		value = bar == SIZE_MAX ? value : sg_str_skip(value, bar + len);
	} while (bar != SIZE_MAX);
}

static void set_parts(struct form *f, struct sg_str value)
{
	struct strings parts = {0};

	split_bars(f, value, &parts);
	for (size_t i = 0; i < parts.n; i++)
		for (size_t k = 0; k < i; k++)
			if (sg_str_eq(parts.v[i], parts.v[k]))
				form_error(f, value, _("the part '%.*s' stands twice"),
					SG_ARG(parts.v[i]));
	question(f)->parts = keep_strings(f, &parts, &question(f)->nparts);
}

static void set_asked(struct form *f, struct sg_str value)
{
	struct sg_question *q = question(f);
	size_t len, sign = sg_find_sign(value, '=', &len);
	struct strings values = {0};

	if (sign == SIZE_MAX || !sg_str_trim(sg_str_sub(value, 0, sign)).n) {
		form_error(f, value,
			_("who was asked is written 'asked: 직군 = 공무원 | 교수'"));
		return;
	}
	q->asked_attribute = keep(f, sg_str_sub(value, 0, sign));
	split_bars(f, sg_str_skip(value, sign + len), &values);
	q->asked_values = keep_strings(f, &values, &q->nasked_values);
}

static const struct setting {
	struct sg_str name, korean;
	void (*apply)(struct form *f, struct sg_str value);
} settings[] = {
	{{"focus", 5}, {"관심 코드", sizeof "관심 코드" - 1}, set_focus},
	{{"parts", 5}, {"부분", sizeof "부분" - 1}, set_parts},
	{{"asked", 5}, {"대상", sizeof "대상" - 1}, set_asked},
};
enum { SETTINGS = sizeof settings / sizeof *settings };

static void unknown_setting(struct form *f, struct sg_str key)
{
	struct sg_str names[2 * SETTINGS];

	for (size_t i = 0; i < SETTINGS; i++) {
		names[2 * i] = settings[i].name;
		names[2 * i + 1] = settings[i].korean;
	}
	struct sg_str best = names[sg_nearest(key, names, 2 * SETTINGS, SIZE_MAX)];
	form_error(f, key, _("'%.*s' is no setting; did you mean '%.*s'?"), SG_ARG(key),
		SG_ARG(best));
}

static void read_setting(struct form *f)
{
	struct sg_str text = f->item->text;
	size_t len, colon = sg_find_sign(text, ':', &len);

	if (colon == SIZE_MAX || colon == 0) {
		form_error(f, text, _("a line with * is a setting, 'name: value'"));
		return;
	}
	struct sg_str key = sg_str_trim(sg_str_sub(text, 0, colon));
	struct sg_str value = sg_str_trim(sg_str_skip(text, colon + len));
	for (size_t i = 0; i < SETTINGS; i++) {
		const struct setting *s = &settings[i];
		if (!sg_str_eq(key, s->name) && !sg_str_eq(key, s->korean))
			continue;
		if (!question(f))
			form_error(f, key,
				_("'%.*s' belongs under a question; none stands above "
				  "it"),
				SG_ARG(key));
		else if (value.n == 0)
			form_error(f, key, _("the setting '%.*s' has no value"),
				SG_ARG(key));
		else
			s->apply(f, value);
		return;
	}
	unknown_setting(f, key);
}

static void read_wording(struct form *f)
{
	struct sg_str raw =
		sg_str_sub(f->outline.body, f->item->off, f->item->off + f->item->len);

	if (!question(f))
		return;
	if (f->wording.n)
		sg_buf_addc(&f->wording, '\n');
	if (f->item->kind != SG_ITEM_PROSE)
		sg_buf_printf(&f->wording, "%c ", raw.n ? raw.p[0] : '-');
	sg_buf_add(&f->wording, f->item->text);
}

static void read_nothing(struct form *f)
{
	(void)f;
}

int sg_questionnaire_read(struct sg_questionnaire **out, struct sg_str body,
	const char *path, struct sg_notes *notes)
{
	static void (*const readers[])(struct form * f) = {
		[SG_ITEM_HEADING] = read_heading,
		[SG_ITEM_SETTING] = read_setting,
		[SG_ITEM_RULE] = read_wording,
		[SG_ITEM_EXAMPLE] = read_wording,
		[SG_ITEM_PROSE] = read_wording,
		[SG_ITEM_COMMENT] = read_nothing,
		[SG_ITEM_BLANK] = read_nothing,
	};
	struct sg_questionnaire *q = sg_zalloc(1, sizeof *q);
	struct form f = {.q = q, .notes = notes, .path = path};
	size_t errors = notes->errors;

	sg_arena_init(&q->arena);
	q->path = sg_arena_str(&q->arena, sg_str_of(path));
	q->body = sg_arena_str(&q->arena, body);
	sg_outline_read(&f.outline, q->body, path, notes);
	for (size_t i = 0; i < f.outline.n; i++) {
		f.item = &f.outline.v[i];
		readers[f.item->kind](&f);
	}
	finish_question(&f);
	q->ngroups = f.groups.n;
	q->groups = sg_arena_array(&q->arena, f.groups.n, sizeof *q->groups);
	for (size_t i = 0; i < f.groups.n; i++)
		q->groups[i] = f.groups.v[i];
	q->nquestions = f.questions.n;
	q->questions = sg_arena_array(&q->arena, f.questions.n, sizeof *q->questions);
	for (size_t i = 0; i < f.questions.n; i++)
		q->questions[i] = f.questions.v[i];
	sg_outline_release(&f.outline);
	free(f.groups.v);
	free(f.questions.v);
	sg_buf_release(&f.wording);
	*out = NULL;
	if (notes->errors > errors) {
		sg_questionnaire_free(q);
		return SG_EINPUT;
	}
	*out = q;
	return 0;
}

int sg_questionnaire_load(struct sg_questionnaire **out, const char *path,
	struct sg_notes *notes, struct sg_error *err)
{
	struct sg_buf body;

	*out = NULL;
	sg_buf_init(&body);
	int rc = sg_outline_load(path, &body, err);
	if (rc == 0) {
		rc = sg_questionnaire_read(out, sg_buf_str(&body), path, notes);
		if (rc)
			sg_error_at(
				err, rc, path, 0, 0, _("the questionnaire has errors"));
	}
	sg_buf_release(&body);
	return rc;
}

void sg_questionnaire_free(struct sg_questionnaire *q)
{
	if (!q)
		return;
	sg_arena_release(&q->arena);
	free(q);
}

static bool same_label(struct sg_str a, struct sg_str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++) {
		char x = a.p[i], y = b.p[i];
		x = x >= 'A' && x <= 'Z' ? (char)(x | 0x20) : x;
		y = y >= 'A' && y <= 'Z' ? (char)(y | 0x20) : y;
		if (x != y)
			return false;
	}
	return true;
}

static struct sg_str from_first_digit(struct sg_str s)
{
	while (s.n && !begins_with_digit(s))
		s = sg_str_skip(s, 1);
	return s;
}

uint32_t sg_questionnaire_find(const struct sg_questionnaire *q, struct sg_str label)
{
	uint32_t found = SG_NO_QUESTION;
	struct sg_str rest;

	label = sg_str_trim(label);
	for (size_t i = 0; i < q->nquestions; i++)
		if (same_label(q->questions[i].label, label))
			return (uint32_t)i;
	if (sg_str_ends(label, SG_STR("번")))
		label.n -= sizeof "번" - 1;
	bool korean = sg_str_starts(label, SG_STR("문")) ||
		      sg_str_starts(label, SG_STR("질문"));
	if (!sg_looks_like_question(label) || (!korean && !begins_with_digit(label)))
		return SG_NO_QUESTION;
	rest = from_first_digit(label);
	for (size_t i = 0; i < q->nquestions; i++)
		if (same_label(from_first_digit(q->questions[i].label), rest)) {
			if (found != SG_NO_QUESTION)
				return SG_NO_QUESTION;
			found = (uint32_t)i;
		}
	return found;
}
