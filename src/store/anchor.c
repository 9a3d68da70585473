/* anchor.c - the places of what people said, found again when a source is revised.
 *
 * A place is found by its words (blanks may differ), in the answer of the same
 * respondent to the same question, and by the words around it where that is not
 * enough. Nothing less certain is accepted: then the anchor is an orphan, and named.
 * What was said of a whole answer stays with the whole answer, whatever its words.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "store/rows.h"
#include "text/utf8.h"

enum {
	CONTEXT = 40, /* code points kept before and after a quotation */
	/* Code points of quotation and context that must agree: in the same answer, and
	 * anywhere else in the text. Shorter ones ("AI", "없음") are found by chance. */
	ENOUGH_SAME = 8,
	ENOUGH_ELSEWHERE = 24,
};

struct anchor_row {
	int64_t id, case_, question, made_in;
	uint32_t start, stop; /* in made_in */
	struct sg_str quote, before, after;
	bool orphan;
	bool whole; /* was made on all of an answer */
};

/* A text without its blanks, and where each byte of it stands in the text. */
struct squeezed {
	struct sg_buf text;
	uint32_t *off; /* one more than text.n */
};

static size_t blank_length(struct sg_str s)
{
	unsigned char c = (unsigned char)s.p[0];

	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return 1;
	if (sg_str_starts(s, SG_STR("\xC2\xA0")))
		return 2;
	if (sg_str_starts(s, SG_STR("\xE3\x80\x80")) ||
		sg_str_starts(s, SG_STR("\xE2\x80\x8B")) ||
		sg_str_starts(s, SG_STR("\xEF\xBB\xBF")))
		return 3;
	return 0;
}

static void squeeze(struct squeezed *q, struct sg_str s)
{
	sg_buf_init(&q->text);
	sg_buf_reserve(&q->text, s.n);
	q->off = sg_alloc(s.n + 1, sizeof *q->off);
	for (size_t i = 0; i < s.n;) {
		size_t skip = blank_length(sg_str_skip(s, i));
		if (skip) {
			i += skip;
			continue;
		}
		q->off[q->text.n] = (uint32_t)i;
		sg_buf_addc(&q->text, s.p[i++]);
	}
	q->off[q->text.n] = (uint32_t)s.n;
}

static void squeezed_release(struct squeezed *q)
{
	sg_buf_release(&q->text);
	free(q->off);
}

/* Code points that agree going back from the ends of a and b, and going on from
 * their starts. */
static uint32_t common_end(struct sg_str a, struct sg_str b)
{
	size_t n = 0;
	uint32_t cps = 0;

	while (n < a.n && n < b.n && a.p[a.n - 1 - n] == b.p[b.n - 1 - n]) {
		cps += ((unsigned char)a.p[a.n - 1 - n] & 0xC0) != 0x80;
		n++;
	}
	return cps;
}

static uint32_t common_start(struct sg_str a, struct sg_str b)
{
	size_t n = 0;
	uint32_t cps = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n]) {
		cps += ((unsigned char)a.p[n] & 0xC0) != 0x80;
		n++;
	}
	/* The last character may agree only in its first bytes. */
	if (cps && n < a.n && ((unsigned char)a.p[n] & 0xC0) == 0x80)
		cps--;
	return cps;
}

struct candidate {
	uint32_t start, stop; /* bytes of the body */
	size_t answer;
	bool same, exact;
	uint32_t context;
};

static int better(const struct candidate *a, const struct candidate *b)
{
	if (a->same != b->same)
		return a->same ? 1 : -1;
	if (a->exact != b->exact)
		return a->exact ? 1 : -1;
	return (a->context > b->context) - (a->context < b->context);
}

static size_t answer_around(const struct sg_text *t, uint32_t start, uint32_t stop)
{
	for (size_t i = 0; i < t->doc.nanswers; i++)
		if (t->doc.answers[i].span.start <= start &&
			t->doc.answers[i].span.stop >= stop)
			return i;
	return SIZE_MAX;
}

struct wanted { /* an anchor's texts without blanks */
	struct squeezed quote, before, after;
};

static struct candidate judge_place(const struct sg_text *t,
	const struct squeezed *body, const struct anchor_row *a, const struct wanted *w,
	size_t at)
{
	struct sg_str all = sg_buf_str(&body->text);
	size_t last = at + w->quote.text.n - 1;
	struct candidate c = {.start = body->off[at]};

	/* Behind the last character, which may be followed by blanks. */
	size_t stop = body->off[last] + 1;
	c.stop = (uint32_t)stop;
	c.answer = answer_around(t, c.start, c.stop);
	if (c.answer != SIZE_MAX)
		c.same = t->answers[c.answer].case_ == a->case_ &&
			 t->answers[c.answer].question == a->question;
	c.exact = sg_str_eq(
		sg_str_sub(t->doc.body, c.start, c.stop), sg_str_trim(a->quote));
	c.context =
		common_end(sg_str_sub(all, 0, at), sg_buf_str(&w->before.text)) +
		common_start(sg_str_skip(all, last + 1), sg_buf_str(&w->after.text));
	return c;
}

/* The one place where the anchor belongs; false when there is none, or two are as
 * good. */
static bool find_place(const struct sg_text *t, const struct squeezed *body,
	const struct anchor_row *a, const struct wanted *w, struct candidate *best)
{
	struct sg_str all = sg_buf_str(&body->text), quote = sg_buf_str(&w->quote.text);
	bool found = false, tie = false;
	size_t at = 0;

	if (quote.n == 0)
		return false;
	for (;; at++) {
		size_t next = sg_str_find(sg_str_skip(all, at), quote);
		if (next == SIZE_MAX)
			break;
		at += next;
		struct candidate c = judge_place(t, body, a, w, at);
		if (c.answer == SIZE_MAX)
			continue;
		int order = found ? better(&c, best) : 1;
		tie = order == 0 || (order < 0 && tie);
		if (order > 0)
			*best = c;
		found = true;
	}
	uint32_t agree = (uint32_t)sg_utf8_count(quote) + (found ? best->context : 0);
	return found && !tie && agree >= (best->same ? ENOUGH_SAME : ENOUGH_ELSEWHERE);
}

/* All of the answer that the same respondent gives to the same question now; false
 * when nothing is written there, or the question is answered twice. */
static bool find_answer(
	const struct sg_text *t, const struct anchor_row *a, struct candidate *best)
{
	size_t found = 0;

	for (size_t i = 0; i < t->doc.nanswers; i++) {
		if (t->answers[i].case_ != a->case_ ||
			t->answers[i].question != a->question)
			continue;
		best->start = t->doc.answers[i].span.start;
		best->stop = t->doc.answers[i].span.stop;
		best->answer = i;
		found++;
	}
	return found == 1;
}

static int store_place(struct sg_store *s, const struct sg_text *t,
	const struct anchor_row *a, const struct candidate *c, struct sg_error *err)
{
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_ANCHOR_PLACE, err);
	sg_query_int(&q, ":id", a->id);
	if (c) {
		uint32_t start = sg_offsets_cp(&t->offsets, c->start);
		uint32_t stop = sg_offsets_cp(&t->offsets, c->stop);
		bool there =
			a->made_in == t->id && start == a->start && stop == a->stop;
		sg_query_int(&q, ":text", t->id);
		sg_query_int(&q, ":answer", t->answers[c->answer].id);
		sg_query_int(&q, ":start", start);
		sg_query_int(&q, ":stop", stop);
		sg_query_textz(&q, ":how", there ? "exact" : "moved");
	} else {
		sg_query_null(&q, ":text");
		sg_query_null(&q, ":answer");
		sg_query_null(&q, ":start");
		sg_query_null(&q, ":stop");
		sg_query_textz(&q, ":how", "orphan");
	}
	return sg_query_run(&q);
}

/* Names what lost its place: every judgement in force that stands on it. */
static int note_orphan(struct sg_store *s, const char *source,
	const struct anchor_row *a, struct sg_notes *notes, struct sg_error *err)
{
	size_t cut = sg_utf8_offset(a->quote, CONTEXT);
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ANCHOR_USE, err);
	sg_query_int(&q, ":id", a->id);
	while ((rc = sg_query_step(&q)) > 0)
		sg_notes_add(notes, SG_WARNING, source, 0, 0,
			_("'%.*s%s' is not in the new text of %.*s %.*s: the %.*s of "
			  "%.*s "
			  "(%.*s) has no place now"),
			(int)cut, a->quote.p, cut < a->quote.n ? "…" : "",
			SG_ARG(sg_col_text(&q, 3)), SG_ARG(sg_col_text(&q, 4)),
			SG_ARG(sg_col_text(&q, 0)), SG_ARG(sg_col_text(&q, 1)),
			SG_ARG(sg_col_text(&q, 2)));
	sg_query_close(&q);
	return rc;
}

/* Where the anchor stands in the text; false: nowhere for certain. */
static bool place_anchor(const struct sg_text *t, const struct squeezed *body,
	const struct anchor_row *a, struct candidate *best)
{
	struct wanted w;

	if (a->made_in == t->id) {
		best->start = sg_offsets_byte(&t->offsets, a->start);
		best->stop = sg_offsets_byte(&t->offsets, a->stop);
		best->answer = answer_around(t, best->start, best->stop);
		return best->answer != SIZE_MAX;
	}
	if (a->whole && find_answer(t, a, best))
		return true;
	squeeze(&w.quote, a->quote);
	squeeze(&w.before, a->before);
	squeeze(&w.after, a->after);
	bool placed = find_place(t, body, a, &w, best);
	squeezed_release(&w.quote);
	squeezed_release(&w.before);
	squeezed_release(&w.after);
	return placed;
}

static int load_anchors(struct sg_store *s, int64_t source, struct sg_arena *arena,
	struct anchor_row **out, size_t *n, struct sg_error *err)
{
	SG_VEC(struct anchor_row) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ANCHORS_OF, err);
	sg_query_int(&q, ":source", source);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct anchor_row){.id = sg_col_int(&q, 0),
				    .case_ = sg_col_int(&q, 1),
				    .question = sg_col_int(&q, 2),
				    .made_in = sg_col_int(&q, 3),
				    .start = sg_col_u32(&q, 4),
				    .stop = sg_col_u32(&q, 5),
				    .quote = sg_arena_str(arena, sg_col_text(&q, 6)),
				    .before = sg_arena_str(arena, sg_col_text(&q, 7)),
				    .after = sg_arena_str(arena, sg_col_text(&q, 8)),
				    .orphan = sg_str_eqz(sg_col_text(&q, 9), "orphan"),
				    .whole = sg_col_int(&q, 10) != 0});
	sg_query_close(&q);
	*out = v.v;
	*n = v.n;
	return rc;
}

/* Anchors of a source and a text of it, in which they are to be found. */
struct places {
	struct sg_arena arena;
	struct anchor_row *v;
	size_t n;
	struct sg_text text;
	struct squeezed body;
	bool loaded;
};

static int open_places(struct places *p, struct sg_store *s, int64_t source,
	int64_t text, struct sg_error *err)
{
	memset(p, 0, sizeof *p);
	sg_arena_init(&p->arena);
	int rc = load_anchors(s, source, &p->arena, &p->v, &p->n, err);
	if (rc < 0 || p->n == 0)
		return rc;
	sg_text_init(&p->text);
	p->loaded = true;
	rc = sg_text_load(&p->text, s, text, err);
	squeeze(&p->body, rc == 0 ? p->text.doc.body : SG_STR(""));
	return rc;
}

static void close_places(struct places *p)
{
	if (p->loaded) {
		squeezed_release(&p->body);
		sg_text_release(&p->text);
	}
	free(p->v);
	sg_arena_release(&p->arena);
}

int sg_anchors_replace(struct sg_store *s, int64_t source, const char *source_name,
	int64_t text, struct sg_notes *notes, struct sg_error *err)
{
	struct places p;
	int rc = open_places(&p, s, source, text, err);

	for (size_t i = 0; rc == 0 && i < p.n; i++) {
		struct candidate best = {0};
		bool placed = place_anchor(&p.text, &p.body, &p.v[i], &best);
		rc = store_place(s, &p.text, &p.v[i], placed ? &best : NULL, err);
		if (rc == 0 && !placed && !p.v[i].orphan)
			rc = note_orphan(s, source_name, &p.v[i], notes, err);
	}
	close_places(&p);
	return rc;
}

int sg_anchors_in(struct sg_store *s, int64_t text, struct sg_anchor_places *out,
	struct sg_error *err)
{
	struct sg_query q;
	struct places p;
	int64_t source;

	sg_query_open(&q, s, SG_SQL_TEXT_SOURCE, err);
	sg_query_int(&q, ":id", text);
	int rc = sg_query_value(&q, &source);
	if (rc < 0)
		return rc;
	rc = open_places(&p, s, source, text, err);
	for (size_t i = 0; rc == 0 && i < p.n; i++) {
		const struct sg_text *t = &p.text;
		struct candidate best = {0};
		if (place_anchor(t, &p.body, &p.v[i], &best))
			SG_PUSH(out, (struct sg_anchor_place){p.v[i].id,
					     t->answers[best.answer].id,
					     sg_offsets_cp(&t->offsets, best.start),
					     sg_offsets_cp(&t->offsets, best.stop)});
	}
	close_places(&p);
	return rc;
}

int sg_anchor_need(struct sg_store *s, const struct sg_text *t,
	const struct sg_place_row *place, int64_t *id, struct sg_error *err)
{
	const struct sg_offsets *o = &t->offsets;
	struct sg_str body = t->doc.body;
	uint32_t start = sg_offsets_byte(o, place->start);
	uint32_t stop = sg_offsets_byte(o, place->stop);
	struct sg_query q;

	sg_query_open(&q, s, SG_SQL_ANCHOR_AT, err);
	sg_query_int(&q, ":case", place->case_);
	sg_query_ref(&q, ":question", place->question);
	sg_query_text(&q, ":quote", sg_str_sub(body, start, stop));
	sg_query_int(&q, ":text", place->text);
	sg_query_int(&q, ":start", place->start);
	sg_query_int(&q, ":stop", place->stop);
	sg_query_int(&q, ":answer", place->answer);
	int rc = sg_query_value(&q, id);
	if (rc < 0 || *id)
		return rc;
	uint32_t from = place->start > CONTEXT ? place->start - CONTEXT : 0;
	sg_query_open(&q, s, SG_SQL_ANCHOR_NEW, err);
	sg_query_int(&q, ":case", place->case_);
	sg_query_ref(&q, ":question", place->question);
	sg_query_int(&q, ":text", place->text);
	sg_query_int(&q, ":answer", place->answer);
	sg_query_int(&q, ":start", place->start);
	sg_query_int(&q, ":stop", place->stop);
	sg_query_text(&q, ":quote", sg_str_sub(body, start, stop));
	sg_query_text(&q, ":before", sg_str_sub(body, sg_offsets_byte(o, from), start));
	sg_query_text(&q, ":after",
		sg_str_sub(body, stop, sg_offsets_byte(o, place->stop + CONTEXT)));
	rc = sg_query_run(&q);
	*id = sg_store_rowid(s);
	return rc;
}
