/* nearest.c - see nearest.h. */
#include "config.h"

#include "coding/nearest.h"

#include <stdlib.h>

#include "store/rows.h"

struct sg_near_finder {
	struct sg_store *store;
	const struct sg_codebook *book;
	struct sg_engine *engine;
	struct sg_text text;
	struct sg_trace trace;
	struct sg_reasons reasons;
	struct sg_arena arena;
};

int sg_near_finder_new(struct sg_near_finder **out, struct sg_store *store,
	const struct sg_codebook *book, const bool *codes, struct sg_notes *notes,
	struct sg_error *err)
{
	struct sg_near_finder *f = sg_zalloc(1, sizeof *f);
	const struct sg_engine_options options = {.only = codes};

	*out = NULL;
	f->store = store;
	f->book = book;
	sg_arena_init(&f->arena);
	sg_text_init(&f->text);
	int rc = sg_engine_new(&f->engine, book, &options, notes, err);
	if (rc < 0)
		sg_near_finder_free(f);
	else
		*out = f;
	return rc;
}

void sg_near_finder_free(struct sg_near_finder *f)
{
	if (!f)
		return;
	free(f->reasons.v);
	sg_trace_release(&f->trace);
	sg_engine_free(f->engine);
	sg_text_release(&f->text);
	sg_arena_release(&f->arena);
	free(f);
}

/* What one rule had and lacked in the units of the stretch. */
struct tried {
	uint32_t found, missing;
	const struct sg_reason *kept;   /* the one thing that kept it, or NULL */
	const struct sg_reason *lacked; /* the first thing missing */
};

/* How far a rule was from selecting: 0 a single thing kept it, n operands missing;
 * UINT32_MAX nothing of it was there. */
static uint32_t distance(const struct tried *t)
{
	if (t->kept)
		return 0;
	return t->found && t->lacked ? t->missing : UINT32_MAX;
}

static void add(struct tried *t, const struct sg_reason *r)
{
	switch (r->why) {
	case SG_WHY_FOUND: t->found++; break;
	case SG_WHY_MISSING:
		t->missing++;
		if (!t->lacked)
			t->lacked = r;
		break;
	case SG_WHY_SELECTED:
	case SG_WHY_NEARBY: break; /* told with what is missing */
	case SG_WHY_FAR:
	case SG_WHY_ORDER:
	case SG_WHY_OVERLAP:
	case SG_WHY_CLOSE:
	case SG_WHY_BLOCKED:
	case SG_WHY_AFFIRMED:
	case SG_WHY_NEGATED:
	case SG_WHY_MASKED:
	case SG_WHY_VETOED:
	case SG_WHY_SCOPED:
	case SG_WHY_INSIDE:
	case SG_WHY_FORM:
	case SG_WHY_SPACED:
		if (!t->kept)
			t->kept = r;
		break;
	}
}

static bool touches(struct sg_span unit, struct sg_span place)
{
	return unit.start < place.stop && unit.stop > place.start;
}

/* What the message names: the operand that is missing, or the word that was refused. */
static struct sg_str what(
	struct sg_near_finder *f, const struct sg_reason *r, struct sg_str body)
{
	bool operand = r->why == SG_WHY_MISSING || r->span.stop <= r->span.start;
	struct sg_buf b;

	sg_buf_init(&b);
	if (operand && r->list)
		sg_expr_print(r->list, &b);
	else if (operand && r->expr)
		sg_expr_print(r->expr, &b);
	else
		sg_buf_add(&b, sg_str_sub(body, r->span.start, r->span.stop));
	struct sg_str s = sg_arena_str(&f->arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static void choose(struct sg_near_finder *f, const struct sg_near_place *place,
	struct sg_span at, struct sg_near_rule *out)
{
	const struct sg_code *code = &f->book->codes[place->code];
	struct tried *tried = sg_zalloc(code->nrules + 1, sizeof *tried);
	uint32_t best = UINT32_MAX;
	size_t rule = 0;

	for (size_t i = 0; i < f->reasons.n; i++) {
		const struct sg_reason *r = &f->reasons.v[i];
		if (r->code == place->code && r->rule < code->nrules &&
			touches(r->unit, at))
			add(&tried[r->rule], r);
	}
	for (size_t i = 0; i < code->nrules; i++)
		if (distance(&tried[i]) < best) {
			best = distance(&tried[i]);
			rule = i;
		}
	if (best < UINT32_MAX) {
		const struct sg_reason *r =
			tried[rule].kept ? tried[rule].kept : tried[rule].lacked;
		*out = (struct sg_near_rule){.found = true,
			.line = code->rules[rule].line,
			.why = r->why,
			.what = what(f, r, f->text.doc.body)};
	}
	free(tried);
}

int sg_near_find(struct sg_near_finder *f, const struct sg_near_place *place,
	struct sg_near_rule *out, struct sg_notes *notes, struct sg_error *err)
{
	int rc = (int64_t)place->text == f->text.id
			 ? 0
			 : sg_text_load(&f->text, f->store, place->text, err);

	*out = (struct sg_near_rule){.found = false};
	for (size_t i = 0; rc == 0 && i < f->text.doc.nanswers; i++) {
		struct sg_doc doc = f->text.doc;
		if (f->text.answers[i].id != (int64_t)place->answer)
			continue;
		doc.answers = &f->text.doc.answers[i];
		doc.nanswers = 1;
		f->reasons.n = 0;
		rc = sg_explain(f->engine, &doc, place->code, &f->trace, notes, err);
		if (rc < 0)
			break;
		sg_reasons_of(f->book, &doc, place->code, &f->trace, &f->reasons);
		choose(f, place,
			(struct sg_span){
				sg_offsets_byte(&f->text.offsets, place->start),
				sg_offsets_byte(&f->text.offsets, place->stop)},
			out);
		break;
	}
	return rc;
}
