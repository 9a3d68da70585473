/* review_point.c - see reviewing.h: the stretch of the answer that the person points at. */
#include "config.h"

#include "project/reviewing.h"

#include "text/utf8.h"

void sg_reviewing_point_segment(struct sg_reviewing *r, size_t segment)
{
	r->segment = segment;
	r->start = r->segments[segment].start;
	r->stop = r->segments[segment].stop;
}

void sg_reviewing_point_none(struct sg_reviewing *r)
{
	r->start = r->stop = 0;
	r->segment = SIZE_MAX;
}

void sg_reviewing_point_first(struct sg_reviewing *r)
{
	sg_reviewing_point_none(r);
	for (size_t i = 0; i < r->nsegments; i++)
		if (!r->segments[i].dropped && !r->segments[i].by_default) {
			sg_reviewing_point_segment(r, i);
			return;
		}
}

size_t sg_reviewing_standing(const struct sg_reviewing *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->nsegments; i++)
		n += !r->segments[i].dropped;
	return n;
}

void sg_reviewing_point_all(struct sg_reviewing *r)
{
	const struct sg_study_answer *a = &r->study.answers[r->work->cell.answer];

	r->start = a->start;
	r->stop = a->stop;
	r->segment = SIZE_MAX;
}

bool sg_reviewing_point_quote(struct sg_reviewing *r, struct sg_str quote)
{
	size_t at = sg_str_find(r->text, quote);

	if (at == SIZE_MAX || quote.n == 0)
		return false;
	r->start = r->study.answers[r->work->cell.answer].start +
		   (uint32_t)sg_utf8_count(sg_str_sub(r->text, 0, at));
	r->stop = r->start + (uint32_t)sg_utf8_count(quote);
	r->segment = SIZE_MAX;
	for (size_t i = 0; i < r->nsegments; i++)
		if (!r->segments[i].dropped && r->segments[i].start == r->start &&
			r->segments[i].stop == r->stop)
			r->segment = i;
	return true;
}

struct sg_str sg_reviewing_values(
	const struct sg_reviewing *r, uint32_t facet, struct sg_arena *arena)
{
	const struct sg_study_facet *f = &r->study.facets[facet];
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t v = 0; v < f->nvalues; v++)
		if (r->facets[facet][v])
			sg_buf_printf(
				&b, "%s%.*s", b.n ? " | " : "", SG_ARG(f->values[v]));
	struct sg_str words = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return words;
}

uint32_t sg_reviewing_value(const struct sg_reviewing *r, uint32_t facet)
{
	uint32_t only = SG_NONE;

	if (r->start < r->stop)
		return r->segment == SIZE_MAX ? SG_NONE
					      : r->segments[r->segment].facets[facet];
	for (uint32_t v = 0; v < r->study.facets[facet].nvalues; v++) {
		if (r->facets[facet][v] && only != SG_NONE)
			return SG_NONE;
		only = r->facets[facet][v] ? v : only;
	}
	return only;
}

/* Numbers of the sentences at both ends of the stretch, or SIZE_MAX. */
static void ends(const struct sg_reviewing *r, const struct sg_answer_units *u,
	size_t *first, size_t *last)
{
	*first = *last = SIZE_MAX;
	for (size_t i = 0; i < u->nsentences; i++)
		if (u->sentences[i].start < r->stop &&
			u->sentences[i].stop > r->start) {
			*first = *first == SIZE_MAX ? i : *first;
			*last = i;
		}
}

static void point_sentences(struct sg_reviewing *r, const struct sg_answer_units *u,
	size_t first, size_t last)
{
	r->start = u->sentences[first].shown;
	r->stop = u->sentences[last].stop;
	r->segment = SIZE_MAX;
	/* Back at what is coded, it is that again, list mark or not. */
	for (size_t i = 0; i < r->nsegments; i++)
		if (!r->segments[i].dropped && r->segments[i].stop == r->stop &&
			r->segments[i].start >= u->sentences[first].start &&
			r->segments[i].start <= r->start) {
			sg_reviewing_point_segment(r, i);
			return;
		}
}

/* The next coding that stands; false when there is none but this. */
static bool step_segment(struct sg_reviewing *r, bool back)
{
	size_t n = r->nsegments,
	       at = r->segment == SIZE_MAX ? (back ? 0 : n - 1) : r->segment;

	for (size_t i = 0; i < n; i++) {
		at = back ? (at + n - 1) % n : (at + 1) % n;
		if (!r->segments[at].dropped) {
			bool moved = at != r->segment;
			sg_reviewing_point_segment(r, at);
			return moved;
		}
	}
	return false;
}

static bool step_sentence(
	struct sg_reviewing *r, const struct sg_answer_units *u, bool back)
{
	size_t first, last, n = u->nsentences;

	ends(r, u, &first, &last);
	if (first == SIZE_MAX)
		first = back ? n - 1 : 0;
	else
		first = back ? (first + n - 1) % n : (last + 1) % n;
	point_sentences(r, u, first, first);
	return true;
}

bool sg_reviewing_point(struct sg_reviewing *r, enum sg_stretch_move move)
{
	const struct sg_answer_units *u = sg_units_of(&r->units, r->work->cell.answer);
	bool back = move == SG_STRETCH_PREVIOUS;
	size_t first, last;

	if (u->nsentences == 0)
		return false;
	if (back || move == SG_STRETCH_NEXT)
		return sg_reviewing_standing(r) ? step_segment(r, back)
						: step_sentence(r, u, back);
	ends(r, u, &first, &last);
	if (first == SIZE_MAX) {
		first = last = move == SG_STRETCH_START_BACK ? u->nsentences - 1 : 0;
	} else if (move == SG_STRETCH_START_BACK && first > 0) {
		first--;
	} else if (move == SG_STRETCH_STOP_ON && last + 1 < u->nsentences) {
		last++;
	} else if (move == SG_STRETCH_START_ON && first < last) {
		first++;
	} else if (move == SG_STRETCH_STOP_BACK && first < last) {
		last--;
	} else {
		return false;
	}
	point_sentences(r, u, first, last);
	return true;
}
