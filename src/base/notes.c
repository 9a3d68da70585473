/* notes.c - see notes.h. */
#include "config.h"

#include "base/notes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

void sg_notes_init(struct sg_notes *l)
{
	memset(l, 0, sizeof *l);
	sg_arena_init(&l->arena);
}

void sg_notes_release(struct sg_notes *l)
{
	sg_arena_release(&l->arena);
	free(l->v);
	memset(l, 0, sizeof *l);
}

static struct sg_note *add(struct sg_notes *l, enum sg_severity severity,
	const char *source, uint32_t line, uint32_t col, struct sg_str text)
{
	SG_PUSH(l,
		(struct sg_note){
			.severity = severity, .line = line, .col = col, .text = text});
	struct sg_note *note = &l->v[l->n - 1];
	if (source)
		note->source = sg_arena_str(&l->arena, sg_str_of(source));
	l->errors += severity == SG_ERROR;
	l->warnings += severity == SG_WARNING;
	return note;
}

struct sg_note *sg_notes_add(struct sg_notes *l, enum sg_severity severity,
	const char *source, uint32_t line, uint32_t col, const char *fmt, ...)
{
	struct sg_buf b;
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	sg_buf_init(&b);
	if (n > 0) {
		sg_buf_reserve(&b, (size_t)n);
		va_start(ap, fmt);
		vsnprintf(b.p, (size_t)n + 1, fmt, ap);
		va_end(ap);
		b.n = (size_t)n;
	}
	struct sg_str text = sg_arena_str(&l->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return add(l, severity, source, line, col, text);
}

struct sg_note *sg_notes_add_error(struct sg_notes *l, const struct sg_error *err)
{
	return add(l, SG_ERROR, err->source[0] ? err->source : NULL, err->line,
		err->col, sg_arena_str(&l->arena, sg_str_of(err->text)));
}

struct place { /* of warnings */
	const struct sg_note *note;
	size_t n;
};
struct places {
	struct place *v;
	size_t n, cap;
};

static struct place *find_place(struct places *places, const struct sg_note *note)
{
	for (size_t i = places->n; i-- > 0;) {
		const struct sg_note *known = places->v[i].note;
		if (known->line == note->line && known->col == note->col &&
			sg_str_eq(known->source, note->source))
			return &places->v[i];
	}
	SG_PUSH(places, (struct place){note, 0});
	return &places->v[places->n - 1];
}

void sg_notes_fold(struct sg_notes *l, size_t most)
{
	struct sg_note *all = l->v;
	struct places places = {NULL, 0, 0};
	size_t n = l->n;

	l->v = NULL;
	l->n = l->cap = 0;
	for (size_t i = 0; i < n; i++) {
		struct place *place = NULL;
		if (all[i].severity == SG_WARNING && all[i].col)
			place = find_place(&places, &all[i]);
		if (!place || place->n++ < most)
			SG_PUSH(l, all[i]);
	}
	for (size_t i = 0; i < places.n; i++) {
		const struct sg_note *first = places.v[i].note;
		if (places.v[i].n <= most)
			continue;
		size_t more = places.v[i].n - most;
		l->warnings -= more;
		sg_notes_add(l, SG_WARNING, sg_arena_strz(&l->arena, first->source),
			first->line, 0,
			sg_plural("%zu more warning about this place",
				"%zu more warnings about this place", more),
			more);
	}
	free(places.v);
	free(all);
}
