/* units.c - see units.h. An answer is laid out by itself: a heading on the same line
 * ("Q1. …") is then never part of its first sentence. */
#include "config.h"

#include "analysis/units.h"

#include "text/layout.h"
#include "text/utf8.h"

void sg_units_init(struct sg_units *u, const struct sg_study *s, struct sg_arena *arena)
{
	u->s = s;
	u->arena = arena;
	u->answers = sg_arena_array(arena, s->nanswers, sizeof *u->answers);
}

int sg_units_check(const struct sg_study *s, struct sg_error *err)
{
	for (size_t i = 0; i < s->ntexts; i++)
		if (!s->texts[i].body.p && s->texts[i].length)
			return sg_error_set(err, SG_EUSAGE,
				_("the texts of the study are not loaded"));
	return 0;
}

/* base and base_off: where the body begins in its text, code points and bytes. */
static void build(struct sg_answer_units *out, struct sg_arena *arena,
	struct sg_str body, uint32_t base, size_t base_off)
{
	struct sg_layout l;
	struct sg_cpmap map;

	sg_layout_init(&l);
	sg_layout_build(&l, body);
	uint32_t *paragraphs =
		sg_arena_array(arena, 2 * l.paragraphs.n, sizeof *paragraphs);
	sg_cpmap_init(&map, body);
	for (size_t i = 0; i < l.paragraphs.n; i++) {
		struct sg_span p = l.paragraphs.v[i];
		paragraphs[2 * i] = base + (uint32_t)sg_cpmap_at(&map, p.start);
		paragraphs[2 * i + 1] = base + (uint32_t)sg_cpmap_at(&map, p.stop);
	}
	struct sg_sentence *sentences =
		sg_arena_array(arena, l.sentences.n, sizeof *sentences);
	sg_cpmap_init(&map, body);
	for (size_t i = 0, p = 0; i < l.sentences.n; i++) {
		struct sg_span at = l.sentences.v[i];
		while (p + 1 < l.paragraphs.n && l.paragraphs.v[p].stop <= at.start)
			p++;
		struct sg_span par = l.paragraphs.v[p];
		size_t mark =
			par.start + sg_bullet(sg_str_sub(body, par.start, par.stop));
		sentences[i].start = base + (uint32_t)sg_cpmap_at(&map, at.start);
		sentences[i].shown = sentences[i].start;
		sentences[i].shown_off = base_off + at.start;
		if (mark > at.start && mark < at.stop) {
			sentences[i].shown = base + (uint32_t)sg_cpmap_at(&map, mark);
			sentences[i].shown_off = base_off + mark;
		}
		sentences[i].stop = base + (uint32_t)sg_cpmap_at(&map, at.stop);
		sentences[i].stop_off = base_off + at.stop;
		sentences[i].paragraph = (uint32_t)p;
	}
	out->paragraphs = paragraphs;
	out->nparagraphs = (uint32_t)l.paragraphs.n;
	out->sentences = sentences;
	out->nsentences = (uint32_t)l.sentences.n;
	sg_layout_release(&l);
}

const struct sg_answer_units *sg_units_of(struct sg_units *u, uint32_t answer)
{
	struct sg_answer_units *out = &u->answers[answer];
	const struct sg_study_answer *a = &u->s->answers[answer];

	if (out->built)
		return out;
	out->built = true;
	struct sg_str body = sg_study_quote(u->s, a->text, a->start, a->stop);
	if (body.n)
		build(out, u->arena, body, a->start,
			(size_t)(body.p - u->s->texts[a->text].body.p));
	return out;
}
