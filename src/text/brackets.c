/* brackets.c - see brackets.h. */
#include "config.h"

#include "text/brackets.h"

#include "text/fold.h"
#include "text/utf8.h"

#define DEPTH      16
#define PAIR_BYTES 1200 /* about 400 syllables, the longest quotation kept whole */

static const struct {
	uint32_t open, close;
} pairs[] = {
	{'(', ')'},
	{'[', ']'},
	{'{', '}'},
	{'<', '>'},
	{0x300A, 0x300B},
	{0x3008, 0x3009},
	{0x300C, 0x300D},
	{0x300E, 0x300F},
	{0x3010, 0x3011},
	{0x3014, 0x3015},
};
/* Quotation marks are told from their surroundings, since writers mix “ ” ". */
enum { QUOTE_SINGLE = 100, QUOTE_DOUBLE };

struct mark {
	uint32_t off;
	int kind; /* index in pairs, or a quote */
};

struct finder {
	struct sg_str s;
	uint32_t start, stop;
	struct mark open[DEPTH];
	size_t depth;
	struct sg_spans *out;
};

static void push(struct finder *f, uint32_t off, int kind)
{
	/* Deeper marks than anyone writes push out the outermost. */
	if (f->depth == DEPTH) {
		for (size_t i = 1; i < DEPTH; i++)
			f->open[i - 1] = f->open[i];
		f->depth--;
	}
	f->open[f->depth++] = (struct mark){off, kind};
}

/* Index of the innermost open mark of kind, or f->depth. */
static size_t find_open(const struct finder *f, int kind)
{
	for (size_t i = f->depth; i-- > 0;)
		if (f->open[i].kind == kind)
			return i;
	return f->depth;
}

static void close_at(struct finder *f, size_t index, uint32_t stop)
{
	uint32_t start = f->open[index].off;

	f->depth = index;
	if (stop - start > PAIR_BYTES)
		return;
	while (f->out->n > 0 && f->out->v[f->out->n - 1].start > start)
		f->out->n--;
	sg_spans_add(f->out, start, stop);
}

/* The character before off or behind it, ' ' at the paragraph's ends. */
static uint32_t before(const struct finder *f, size_t off)
{
	return off > f->start ? sg_utf8_prev(f->s, &off) : ' ';
}

static uint32_t behind(const struct finder *f, size_t off)
{
	return off < f->stop ? sg_utf8_next(f->s, &off) : ' ';
}

static void quote(struct finder *f, int kind, uint32_t cp, size_t off, size_t next)
{
	uint32_t a = before(f, off), b = behind(f, next);
	size_t open = find_open(f, kind);
	bool starts = sg_is_blank(a) && !sg_is_blank(b);
	bool ends = !sg_is_blank(a) && sg_is_blank(b);

	/* An apostrophe: don't, '90s, rock 'n'. */
	if (kind == QUOTE_SINGLE && open == f->depth &&
		sg_script_of(a) >= SG_SCRIPT_DIGIT &&
		sg_script_of(a) <= SG_SCRIPT_LETTER)
		return;
	if (cp == 0x201C || cp == 0x2018)
		starts = true;
	if (open < f->depth && !starts)
		close_at(f, open, (uint32_t)next);
	else if (open == f->depth && !ends)
		push(f, (uint32_t)off, kind);
	else if (open < f->depth)
		f->open[open].off = (uint32_t)off;
}

static void bracket(struct finder *f, uint32_t cp, size_t off, size_t next)
{
	for (int i = 0; i < (int)(sizeof pairs / sizeof *pairs); i++) {
		if (cp == pairs[i].open)
			push(f, (uint32_t)off, i);
		if (cp != pairs[i].close)
			continue;
		size_t open = find_open(f, i);
		if (open < f->depth)
			close_at(f, open, (uint32_t)next);
	}
}

/* Bytes with which a bracket or quotation mark may begin. */
static const bool matters[256] = {
	['"'] = true,
	['\''] = true,
	['`'] = true,
	['('] = true,
	[')'] = true,
	['['] = true,
	[']'] = true,
	['{'] = true,
	['}'] = true,
	['<'] = true,
	['>'] = true,
	[0xC2] = true,
	[0xCA] = true,
	[0xE2] = true,
	[0xE3] = true,
	[0xEF] = true,
};

bool sg_closes(uint32_t cp)
{
	uint32_t folded = sg_fold(cp);

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (folded == pairs[i].close)
			return true;
	return folded == '"' || folded == '\'';
}

void sg_brackets_find(struct sg_str s, const struct sg_signs *signs, uint32_t start,
	uint32_t stop, struct sg_spans *out)
{
	struct finder f = {.s = s, .start = start, .stop = stop, .out = out};
	size_t at = start;

	out->n = 0;
	while ((at = sg_signs_find(signs, at, stop)) < stop) {
		size_t next = at;
		if (!matters[(unsigned char)s.p[at]]) {
			at++;
			continue;
		}
		uint32_t cp = sg_utf8_next(s, &next), folded = sg_fold(cp);
		if (folded == '"')
			quote(&f, QUOTE_DOUBLE, cp, at, next);
		else if (folded == '\'')
			quote(&f, QUOTE_SINGLE, cp, at, next);
		else
			bracket(&f, folded, at, next);
		at = next;
	}
}
