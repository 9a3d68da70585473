/* segments.c - see segments.h. */
#include "config.h"

#include "coding/segments.h"

#include <stdlib.h>
#include <string.h>

void sg_builder_init(struct sg_builder *b, const struct sg_codebook *book,
	const struct sg_book_rows *rows)
{
	memset(b, 0, sizeof *b);
	b->book = book;
	b->rows = rows;
	sg_arena_init(&b->arena);
}

void sg_builder_release(struct sg_builder *b)
{
	free(b->clashes.v);
	sg_buf_release(&b->json);
	sg_arena_release(&b->arena);
	memset(b, 0, sizeof *b);
}

/* The clash of the same rules and facet that was seen before. */
static struct sg_facet_clash *find_clash(
	struct sg_builder *b, const struct sg_facet_clash *like)
{
	for (size_t i = 0; i < b->clashes.n; i++) {
		struct sg_facet_clash *c = &b->clashes.v[i];
		if (c->code == like->code && c->kept == like->kept &&
			c->dropped == like->dropped && sg_str_eq(c->facet, like->facet))
			return c;
	}
	return NULL;
}

void sg_builder_merge(struct sg_builder *into, struct sg_builder *from)
{
	for (size_t i = 0; i < from->clashes.n; i++) {
		struct sg_facet_clash c = from->clashes.v[i];
		struct sg_facet_clash *known = find_clash(into, &c);
		if (known) {
			known->count += c.count;
			continue;
		}
		c.respondent = sg_arena_str(&into->arena, c.respondent);
		c.question = sg_arena_str(&into->arena, c.question);
		SG_PUSH(&into->clashes, c);
	}
	if (from->clashes.n) {
		from->clashes.n = 0;
		sg_arena_release(&from->arena);
	}
}

/* Where the units around a hit begin and end; never less than the hit. */
static struct sg_span units_around(
	const struct sg_doc *doc, enum sg_unit unit, const struct sg_hit *hit)
{
	struct sg_span u = sg_doc_unit(doc, unit, hit->answer, hit->span.start);

	if (hit->span.stop > u.stop && hit->span.stop > hit->span.start) {
		struct sg_span last =
			sg_doc_unit(doc, unit, hit->answer, hit->span.stop - 1);
		if (last.stop > u.stop)
			u.stop = last.stop;
	}
	if (u.start > hit->span.start)
		u.start = hit->span.start;
	if (u.stop < hit->span.stop)
		u.stop = hit->span.stop;
	return u;
}

static int by_place(const void *a, const void *b)
{
	const struct sg_hit *x = a, *y = b;

	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->span.stop != y->span.stop)
		return x->span.stop < y->span.stop ? -1 : 1;
	return (x->rule > y->rule) - (x->rule < y->rule);
}

/* Appends n and the sign behind it. */
static void add_number(struct sg_buf *b, int64_t n, char behind)
{
	char digits[24];
	size_t at = sizeof digits;

	digits[--at] = behind;
	do
		digits[--at] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	sg_buf_add(b, (struct sg_str){digits + at, sizeof digits - at});
}

/* [[rule,start,stop],...] in order of place, then of the rules in the file. Written
 * for every segment, so without printf. */
static struct sg_str hits_json(struct sg_builder *b, const struct sg_text *text,
	const struct sg_hit *v, size_t n, struct sg_arena *arena)
{
	sg_buf_reset(&b->json);
	for (size_t i = 0; i < n; i++) {
		if (i && by_place(&v[i - 1], &v[i]) == 0)
			continue;
		sg_buf_add(&b->json, i ? SG_STR(",[") : SG_STR("[["));
		add_number(&b->json, b->rows->rules[v[i].code][v[i].rule], ',');
		add_number(
			&b->json, sg_offsets_cp(&text->offsets, v[i].span.start), ',');
		add_number(
			&b->json, sg_offsets_cp(&text->offsets, v[i].span.stop), ']');
	}
	sg_buf_addc(&b->json, ']');
	return sg_arena_str(arena, sg_buf_str(&b->json));
}

static void add_clash(struct sg_builder *b, uint32_t code, uint32_t kept,
	uint32_t dropped, struct sg_str facet, const struct sg_text *text,
	uint32_t answer)
{
	struct sg_facet_clash clash = {.code = code,
		.kept = kept,
		.dropped = dropped,
		.facet = facet,
		.count = 1};
	struct sg_facet_clash *known = find_clash(b, &clash);

	if (known) {
		known->count++;
		return;
	}
	clash.respondent = sg_arena_str(&b->arena, text->answers[answer].respondent);
	clash.question = sg_arena_str(&b->arena, text->doc.answers[answer].question);
	SG_PUSH(&b->clashes, clash);
}

static bool rule_hit(const struct sg_hit *v, size_t n, uint32_t rule)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].rule == rule)
			return true;
	return false;
}

struct chosen { /* the value of one facet, and the rule that set it */
	const struct sg_facet_value *value;
	uint32_t rule;
};

/* The values that the rules of these hits set; the first rule in the file wins. */
static size_t choose_facets(struct sg_builder *b, const struct sg_text *text,
	const struct sg_hit *v, size_t n, struct chosen *out, size_t cap)
{
	const struct sg_code *code = &b->book->codes[v[0].code];
	size_t nout = 0;

	for (uint32_t r = 0; r < code->nrules; r++) {
		const struct sg_rule *rule = &code->rules[r];
		if (rule->nfacets == 0 || !rule_hit(v, n, r))
			continue;
		for (size_t f = 0; f < rule->nfacets; f++) {
			size_t at = 0;
			while (at < nout &&
				!sg_str_eq(out[at].value->facet, rule->facets[f].facet))
				at++;
			if (at == nout && nout < cap)
				out[nout++] = (struct chosen){&rule->facets[f], r};
			else if (at < nout && !sg_str_eq(out[at].value->value,
						      rule->facets[f].value))
				add_clash(b, v[0].code, out[at].rule, r,
					rule->facets[f].facet, text, v[0].answer);
		}
	}
	return nout;
}

/* {"facet":"value",...} in the order in which the rules set them. */
static struct sg_str facets_json(struct sg_builder *b, const struct sg_text *text,
	const struct sg_hit *v, size_t n, struct sg_arena *arena)
{
	size_t nfacets = b->book->nfacets;

	if (nfacets == 0)
		return SG_STR("{}");
	struct chosen *chosen = sg_arena_array(arena, nfacets, sizeof *chosen);
	size_t nchosen = choose_facets(b, text, v, n, chosen, nfacets);
	if (nchosen == 0)
		return SG_STR("{}");
	sg_buf_reset(&b->json);
	for (size_t i = 0; i < nchosen; i++) {
		sg_buf_addc(&b->json, i ? ',' : '{');
		sg_json_str(&b->json, chosen[i].value->facet);
		sg_buf_addc(&b->json, ':');
		sg_json_str(&b->json, chosen[i].value->value);
	}
	sg_buf_addc(&b->json, '}');
	return sg_arena_str(arena, sg_buf_str(&b->json));
}

static void add_segment(struct sg_builder *b, const struct sg_text *text,
	struct sg_span span, const struct sg_hit *v, size_t n, struct sg_arena *arena,
	struct sg_segments *out)
{
	SG_PUSH(out, (struct sg_segment){.answer = text->answers[v[0].answer].id,
			     .code = b->rows->codes[v[0].code],
			     .start = sg_offsets_cp(&text->offsets, span.start),
			     .stop = sg_offsets_cp(&text->offsets, span.stop),
			     .hits = hits_json(b, text, v, n, arena),
			     .facets = facets_json(b, text, v, n, arena)});
}

/* Segments of one code in one answer. Hits that share a unit share a segment; a hit
 * over two units joins them. */
static void one_answer(struct sg_builder *b, const struct sg_text *text,
	const struct sg_hit *v, size_t n, struct sg_arena *arena,
	struct sg_segments *out)
{
	enum sg_unit unit = b->book->codes[v[0].code].unit;
	struct sg_span span = units_around(&text->doc, unit, &v[0]);
	size_t first = 0;

	for (size_t i = 1; i < n; i++) {
		struct sg_span next = units_around(&text->doc, unit, &v[i]);
		if (next.start < span.stop) {
			if (next.stop > span.stop)
				span.stop = next.stop;
			if (next.start < span.start)
				span.start = next.start;
			continue;
		}
		add_segment(b, text, span, v + first, i - first, arena, out);
		span = next;
		first = i;
	}
	add_segment(b, text, span, v + first, n - first, arena, out);
}

/* The code stands for every real answer to its default questions. */
static void add_defaults(struct sg_builder *b, const struct sg_text *text,
	uint32_t code, struct sg_segments *out)
{
	const struct sg_code *c = &b->book->codes[code];

	for (size_t a = 0; a < text->doc.nanswers; a++) {
		const struct sg_answer_view *view = &text->doc.answers[a];
		bool here = false;
		for (size_t d = 0; d < c->ndefaults; d++)
			here = here || sg_str_eq(c->defaults[d], view->question);
		if (here && view->answered && view->span.stop > view->span.start)
			SG_PUSH(out, (struct sg_segment){.answer = text->answers[a].id,
					     .code = b->rows->codes[code],
					     .start = text->answers[a].start,
					     .stop = text->answers[a].stop,
					     .by_default = true,
					     .hits = SG_STR("[]"),
					     .facets = SG_STR("{}")});
	}
}

void sg_builder_segments(struct sg_builder *b, const struct sg_text *text,
	const struct sg_hits *hits, const bool *wanted, struct sg_arena *arena,
	struct sg_segments *out)
{
	size_t n;

	for (size_t i = 0; i < hits->n; i += n) {
		struct sg_hit *v = hits->v + i;
		for (n = 1; i + n < hits->n; n++)
			if (v[n].code != v[0].code || v[n].answer != v[0].answer)
				break;
		if (!wanted || wanted[v[0].code])
			one_answer(b, text, v, n, arena, out);
	}
	for (uint32_t c = 0; c < b->book->ncodes; c++)
		if (b->book->codes[c].ndefaults && (!wanted || wanted[c]))
			add_defaults(b, text, c, out);
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, sg_segment_cmp);
}

void sg_builder_notes(const struct sg_builder *b, struct sg_notes *notes)
{
	const char *path = sg_arena_strz(&notes->arena, b->book->path);

	for (size_t i = 0; i < b->clashes.n; i++) {
		const struct sg_facet_clash *c = &b->clashes.v[i];
		const struct sg_code *code = &b->book->codes[c->code];
		sg_notes_add(notes, SG_WARNING, path, code->rules[c->dropped].line, 1,
			_("%.*s: '%.*s' is set otherwise by the rule in line %u, which "
			  "counts "
			  "(%zu segments, e.g. %.*s %.*s)"),
			SG_ARG(code->label), SG_ARG(c->facet),
			code->rules[c->kept].line, c->count, SG_ARG(c->respondent),
			SG_ARG(c->question));
	}
}
