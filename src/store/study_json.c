/* study_json.c - a whole study as JSON and back, through one description of every field
 * (codec.h). doc/schema.md tells what stands where. */
#include "config.h"

#include "store/study_json.h"

#include <stdlib.h>
#include <string.h>

#include "store/codec.h"
#include "text/utf8.h"

/* A field that is added to a study must be described here too, or a frozen table would
 * come out otherwise: these sizes are of the fields described. Not kept, because no table
 * of a frozen study looks at them: ids of answers and what was drawn for coders. */
#if UINTPTR_MAX == UINT64_MAX
_Static_assert(sizeof(struct sg_study_case) == 24, "describe the new field");
_Static_assert(sizeof(struct sg_study_question) == 96, "describe the new field");
_Static_assert(sizeof(struct sg_study_code) == 72, "describe the new field");
_Static_assert(sizeof(struct sg_study_text) == 48, "describe the new field");
_Static_assert(sizeof(struct sg_study_answer) == 56, "describe the new field");
_Static_assert(sizeof(struct sg_study_part) == 12, "describe the new field");
_Static_assert(sizeof(struct sg_study_coding) == 64, "describe the new field");
_Static_assert(sizeof(struct sg_study_hit) == 8, "describe the new field");
_Static_assert(sizeof(struct sg_study_pin) == 20, "describe the new field");
_Static_assert(sizeof(struct sg_study_seen) == 28, "describe the new field");
_Static_assert(sizeof(struct sg_study_memo) == 96, "describe the new field");
_Static_assert(sizeof(struct sg_study_facet) == 32, "describe the new field");
_Static_assert(sizeof(struct sg_study) == 320, "describe the new field");
#endif

/* Indices that are read must be those of a list: what they point into, by its length. */
static void index_of(struct sg_codec *c, uint32_t *i, size_t n, bool or_none)
{
	sg_codec_u32(c, NULL, i);
	if (!c->out && !(*i < n || (or_none && *i == SG_NONE))) {
		c->bad = true;
		*i = 0;
	}
}

static void enumeration(struct sg_codec *c, int value, int most, uint32_t *out)
{
	*out = (uint32_t)value;
	sg_codec_u32(c, NULL, out);
	if (*out > (uint32_t)most) {
		c->bad = true;
		*out = 0;
	}
}

static void flag(struct sg_codec *c, bool *b)
{
	uint32_t n = *b;

	enumeration(c, (int)n, 1, &n);
	*b = n == 1;
}

/* Lists of one kind, so that their pointers need no casts elsewhere. */
#define LIST(c, name, v, n, item, ctx)                                        \
	do {                                                                  \
		void *list_ = (void *)(uintptr_t)(v);                         \
		sg_codec_list(c, name, &list_, &(n), sizeof *(v), item, ctx); \
		(v) = list_;                                                  \
	} while (0)

static void string(struct sg_codec *c, void *element, void *ctx)
{
	(void)ctx;
	sg_codec_str(c, NULL, element);
}

static void case_(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_case *k = element;
	struct sg_study *s = ctx;
	size_t n = s->nattributes;

	sg_codec_open(c, NULL, '{');
	sg_codec_str(c, "name", &k->name);
	LIST(c, "values", k->values, n, string, NULL);
	sg_codec_close(c, '}');
	c->bad = c->bad || n != s->nattributes;
}

static void code(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_code *k = element;

	(void)ctx;
	sg_codec_open(c, NULL, '{');
	sg_codec_u32(c, "id", &k->id);
	sg_codec_str(c, "label", &k->label);
	sg_codec_str(c, "name", &k->name);
	sg_codec_str(c, "definition", &k->definition);
	sg_codec_u32(c, "parent", &k->parent);
	sg_codec_u32(c, "level", &k->level);
	sg_codec_bool(c, "leaf", &k->leaf);
	sg_codec_close(c, '}');
}

static void focus(struct sg_codec *c, void *element, void *ctx)
{
	index_of(c, element, ((struct sg_study *)ctx)->ncodes, false);
}

static void question(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_question *q = element;

	sg_codec_open(c, NULL, '{');
	sg_codec_str(c, "label", &q->label);
	sg_codec_str(c, "title", &q->title);
	sg_codec_str(c, "wording", &q->wording);
	sg_codec_str(c, "group", &q->group);
	LIST(c, "focus", q->focus, q->nfocus, focus, ctx);
	LIST(c, "parts", q->parts, q->nparts, string, NULL);
	sg_codec_close(c, '}');
}

static void text(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_text *t = element;

	(void)ctx;
	sg_codec_open(c, NULL, '{');
	sg_codec_u32(c, "id", &t->id);
	sg_codec_str(c, "source", &t->source);
	sg_codec_u32(c, "length", &t->length);
	sg_codec_str(c, "body", &t->body);
	sg_codec_close(c, '}');
}

static void part(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_part *p = element;
	const struct sg_study_question *q = ctx;

	sg_codec_open(c, NULL, '[');
	index_of(c, &p->part, q ? q->nparts : 0, false);
	sg_codec_u32(c, NULL, &p->start);
	sg_codec_u32(c, NULL, &p->stop);
	sg_codec_close(c, ']');
}

/* [case, question, text, start, stop, state, kind, confirmed, [[part, start, stop]]] */
static void answer(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_answer *a = element;
	struct sg_study *s = ctx;
	uint32_t state, kind;

	sg_codec_open(c, NULL, '[');
	index_of(c, &a->case_, s->ncases, true);
	index_of(c, &a->question, s->nquestions, true);
	index_of(c, &a->text, s->ntexts, true);
	sg_codec_u32(c, NULL, &a->start);
	sg_codec_u32(c, NULL, &a->stop);
	enumeration(c, (int)a->state, SG_ANSWER_UNASSIGNED, &state);
	enumeration(c, (int)a->kind, SG_KIND_CROSS_REFERENCE, &kind);
	a->state = (enum sg_answer_state)state;
	a->kind = (enum sg_answer_kind)kind;
	flag(c, &a->confirmed);
	LIST(c, NULL, a->parts, a->nparts, part,
		a->question < s->nquestions ? &s->questions[a->question] : NULL);
	sg_codec_close(c, ']');
}

static void facet(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_facet *f = element;

	(void)ctx;
	sg_codec_open(c, NULL, '{');
	sg_codec_str(c, "name", &f->name);
	LIST(c, "values", f->values, f->nvalues, string, NULL);
	sg_codec_close(c, '}');
}

/* Values of facets: few different rows exist, so that equal ones are kept once. */
struct rows {
	struct sg_study *s;
	SG_VEC(const uint32_t *) v;
};

static const uint32_t *keep_row(
	struct rows *r, struct sg_codec *c, const uint32_t *values)
{
	size_t n = r->s->nfacets;

	for (size_t i = r->v.n; i-- > 0;)
		if (n == 0 || memcmp(r->v.v[i], values, n * sizeof *values) == 0)
			return r->v.v[i];
	uint32_t *kept = sg_arena_array(c->to, n, sizeof *kept);
	if (n)
		memcpy(kept, values, n * sizeof *kept);
	SG_PUSH(&r->v, kept);
	return kept;
}

static void facet_values(struct sg_codec *c, struct sg_study_coding *k, struct rows *r)
{
	const struct sg_study *s = r->s;
	uint32_t *values = sg_zalloc(s->nfacets, sizeof *values);

	sg_codec_open(c, NULL, '[');
	for (size_t i = 0; i < s->nfacets; i++) {
		values[i] = c->out && k->facets ? k->facets[i] : SG_NONE;
		index_of(c, &values[i], s->facets[i].nvalues, true);
	}
	sg_codec_close(c, ']');
	if (!c->out)
		k->facets = keep_row(r, c, values);
	free(values);
}

/* Flat: start, stop, start, stop, … */
static void hit(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_hit *h = element;

	(void)ctx;
	sg_codec_u32(c, NULL, &h->start);
	sg_codec_u32(c, NULL, &h->stop);
}

/* [answer, code, start, stop, coder, origin, id, rejected, accepted, reviewed,
 * suggested, judged, born, [value of each facet], [hits]] */
static void coding(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_coding *k = element;
	struct rows *r = ctx;
	uint32_t origin;

	sg_codec_open(c, NULL, '[');
	index_of(c, &k->answer, r->s->nanswers, false);
	index_of(c, &k->code, r->s->ncodes, false);
	sg_codec_u32(c, NULL, &k->start);
	sg_codec_u32(c, NULL, &k->stop);
	index_of(c, &k->coder, r->s->ncoders, false);
	enumeration(c, (int)k->origin, SG_ORIGIN_PERSON, &origin);
	k->origin = (enum sg_coding_origin)origin;
	sg_codec_u32(c, NULL, &k->id);
	flag(c, &k->rejected);
	flag(c, &k->accepted);
	flag(c, &k->reviewed);
	flag(c, &k->suggested);
	flag(c, &k->judged);
	sg_codec_u32(c, NULL, &k->born);
	facet_values(c, k, r);
	LIST(c, NULL, k->hits, k->nhits, hit, NULL);
	sg_codec_close(c, ']');
}

static void pin(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_pin *p = element;
	struct sg_study *s = ctx;

	sg_codec_open(c, NULL, '[');
	index_of(c, &p->answer, s->nanswers, false);
	index_of(c, &p->code, s->ncodes, true);
	sg_codec_u32(c, NULL, &p->start);
	sg_codec_u32(c, NULL, &p->stop);
	flag(c, &p->barred);
	sg_codec_close(c, ']');
}

/* [answer, code, coder, start, stop, run, says] */
static void seen(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_seen *m = element;
	struct sg_study *s = ctx;
	uint32_t says;
	bool read;

	sg_codec_open(c, NULL, '[');
	index_of(c, &m->answer, s->nanswers, false);
	index_of(c, &m->code, s->ncodes, true);
	index_of(c, &m->coder, s->ncoders, false);
	sg_codec_u32(c, NULL, &m->start);
	sg_codec_u32(c, NULL, &m->stop);
	sg_codec_u32(c, NULL, &m->run);
	/* Before it said more it was whether it is SG_SEEN_READ. */
	if (sg_codec_old_bool(c, &read)) {
		m->says = read ? SG_SEEN_READ : SG_SEEN_FACET;
	} else {
		enumeration(c, (int)m->says, SG_SEEN_KINDS - 1, &says);
		m->says = (enum sg_seen)says;
	}
	sg_codec_close(c, ']');
}

static void memo(struct sg_codec *c, void *element, void *ctx)
{
	struct sg_study_memo *m = element;
	struct sg_study *s = ctx;

	sg_codec_open(c, NULL, '{');
	sg_codec_str(c, "body", &m->body);
	sg_codec_str(c, "author", &m->author);
	sg_codec_str(c, "at", &m->at);
	sg_codec_open(c, "about", '[');
	index_of(c, &m->code, s->ncodes, true);
	index_of(c, &m->question, s->nquestions, true);
	index_of(c, &m->case_, s->ncases, true);
	index_of(c, &m->answer, s->nanswers, true);
	sg_codec_u32(c, NULL, &m->start);
	sg_codec_u32(c, NULL, &m->stop);
	flag(c, &m->anchored);
	sg_codec_close(c, ']');
	sg_codec_str(c, "guid", &m->guid);
	sg_codec_close(c, '}');
}

/* Lists stand behind those they point into. */
static void study(struct sg_codec *c, struct sg_study *s)
{
	struct rows rows = {.s = s};
	uint32_t format = SG_STUDY_FORMAT;

	sg_codec_open(c, NULL, '{');
	sg_codec_u32(c, "format", &format);
	c->bad = c->bad || format != SG_STUDY_FORMAT;
	sg_codec_str(c, "title", &s->title);
	sg_codec_str(c, "language", &s->language);
	sg_codec_str(c, "codebook", &s->codebook_path);
	sg_codec_u32(c, "run", &s->run);
	sg_codec_str(c, "run_at", &s->run_at);
	sg_codec_bool(c, "unscoped", &s->unscoped);
	sg_codec_u32(c, "pending", &s->pending);
	LIST(c, "attributes", s->attributes, s->nattributes, string, NULL);
	LIST(c, "coders", s->coders, s->ncoders, string, NULL);
	LIST(c, "cases", s->cases, s->ncases, case_, s);
	LIST(c, "facets", s->facets, s->nfacets, facet, NULL);
	LIST(c, "codes", s->codes, s->ncodes, code, NULL);
	LIST(c, "questions", s->questions, s->nquestions, question, s);
	LIST(c, "texts", s->texts, s->ntexts, text, NULL);
	LIST(c, "answers", s->answers, s->nanswers, answer, s);
	LIST(c, "codings", s->codings, s->ncodings, coding, &rows);
	LIST(c, "pins", s->pins, s->npins, pin, s);
	LIST(c, "seen", s->seen, s->nseen, seen, s);
	LIST(c, "memos", s->memos, s->nmemos, memo, s);
	sg_codec_close(c, '}');
	free(rows.v.v);
}

static bool sound_codes(const struct sg_study *s)
{
	for (uint32_t i = 0; i < s->ncodes; i++) {
		const struct sg_study_code *c = &s->codes[i];
		if (c->parent == SG_NONE
				? c->level != 0
				: c->parent >= i ||
					  c->level != s->codes[c->parent].level + 1)
			return false;
	}
	return true;
}

static bool within(uint32_t start, uint32_t stop, uint32_t length)
{
	return start <= stop && stop <= length;
}

/* The text of an answer, or an empty one: no stretch lies in it. */
static uint32_t length_of(const struct sg_study *s, uint32_t answer)
{
	uint32_t text = s->answers[answer].text;

	return text == SG_NONE ? 0 : s->texts[text].length;
}

static bool sound_places(const struct sg_study *s)
{
	for (size_t i = 0; i < s->ntexts; i++)
		if (s->texts[i].length != sg_utf8_count(s->texts[i].body))
			return false;
	for (uint32_t i = 0; i < s->nanswers; i++) {
		const struct sg_study_answer *a = &s->answers[i];
		if (!within(a->start, a->stop, length_of(s, i)) || a->case_ == SG_NONE)
			return false;
	}
	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		uint32_t length = length_of(s, c->answer);
		if (!within(c->start, c->stop, length))
			return false;
		for (size_t h = 0; h < c->nhits; h++)
			if (!within(c->hits[h].start, c->hits[h].stop, length))
				return false;
	}
	for (size_t i = 0; i < s->nseen; i++)
		if (!within(s->seen[i].start, s->seen[i].stop,
			    length_of(s, s->seen[i].answer)))
			return false;
	for (size_t i = 0; i < s->npins; i++)
		if (!within(s->pins[i].start, s->pins[i].stop,
			    length_of(s, s->pins[i].answer)))
			return false;
	return true;
}

/* What a loaded study always is: codes point backwards, stretches lie in their texts,
 * codings stand in the order of answers. */
static bool sound(const struct sg_study *s)
{
	for (size_t i = 1; i < s->ncodings; i++)
		if (s->codings[i].answer < s->codings[i - 1].answer)
			return false;
	for (size_t i = 1; i < s->nseen; i++)
		if (s->seen[i].answer < s->seen[i - 1].answer)
			return false;
	return s->ncoders > 0 && sound_codes(s) && sound_places(s);
}

void sg_study_write(const struct sg_study *s, struct sg_buf *out)
{
	struct sg_study copy = *s; /* the description takes places to read into */
	struct sg_codec c = {.out = out, .first = true};

	study(&c, &copy);
	sg_buf_addc(out, '\n');
}

int sg_study_read(struct sg_study *out, struct sg_str json, struct sg_error *err)
{
	struct sg_codec c = {.in = json, .to = &out->arena, .first = true};

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	study(&c, out);
	if (sg_codec_done(&c) && sound(out))
		return 0;
	sg_study_release(out);
	return sg_error_set(err, SG_ESTORE, _("the frozen study cannot be read"));
}
