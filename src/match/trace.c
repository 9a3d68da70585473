/* trace.c - records of one evaluation; see trace.h. */
#include "config.h"

#include "match/trace.h"

#include <stdlib.h>

#include "match/scan.h"

void sg_trace_release(struct sg_trace *t)
{
	free(t->v);
	*t = (struct sg_trace){0};
}

void sg_trace_add(const struct sg_context *c, enum sg_trace_kind kind,
	const struct sg_expr *expr, struct sg_span span, const struct sg_expr *mask,
	struct sg_span other)
{
	if (!c->trace)
		return;
	SG_PUSH(c->trace,
		(struct sg_trace_record){kind, c->rule,
			sg_answer_at(c->s->doc, span.start), expr, mask, span, other});
}

/* What edges refused, by leaf, noted while the leaves are found. */
struct refusal {
	uint32_t leaf;
	enum sg_trace_kind kind;
	struct sg_span span;
};

struct refusals {
	struct sg_scanner *s;
	SG_VEC(struct refusal) v;
	struct sg_trace *out;
	uint32_t rule;
};

static void note_refusal(
	void *ctx, uint32_t leaf, enum sg_verdict verdict, struct sg_span span)
{
	static const enum sg_trace_kind kinds[] = {
		[SG_VERDICT_INSIDE] = SG_TRACE_INSIDE,
		[SG_VERDICT_SCRIPT] = SG_TRACE_INSIDE,
		[SG_VERDICT_FORM] = SG_TRACE_FORM,
		[SG_VERDICT_SPACED] = SG_TRACE_SPACED,
	};
	struct refusals *r = ctx;
	const struct sg_answer_view *a = &r->s->doc->answers[r->s->answer];

	if (verdict == SG_VERDICT_ACCEPTED)
		return;
	struct sg_str text = sg_str_sub(r->s->doc->body, a->span.start, a->span.stop);
	struct sg_span word =
		sg_word_around(text, (struct sg_span){span.start - a->span.start,
					     span.stop - a->span.start});
	word.start += a->span.start;
	word.stop += a->span.start;
	SG_PUSH(&r->v, (struct refusal){leaf, kinds[verdict], word});
}

/* Records what the edges of the leaves under node refused. */
static void tell_refusals(struct refusals *r, const struct sg_node *node)
{
	struct sg_context c = {.s = r->s, .trace = r->out, .rule = r->rule};
	const struct sg_expr *e = node->expr;

	if (e->kind == SG_EXPR_LIST)
		tell_refusals(r, r->s->e->lists[node->ref]);
	for (size_t i = 0; node->v && i < e->n; i++)
		tell_refusals(r, node->v[i]);
	if (e->kind != SG_EXPR_TERM)
		return;
	for (size_t i = 0; i < r->v.n; i++) {
		if (r->v.v[i].leaf == node->ref)
			sg_trace_add(&c, r->v.v[i].kind, e, r->v.v[i].span, NULL,
				(struct sg_span){0, 0});
	}
}

int sg_explain(const struct sg_engine *engine, const struct sg_doc *doc, uint32_t code,
	struct sg_trace *out, struct sg_notes *notes, struct sg_error *err)
{
	struct refusals refusals = {.out = out};

	out->n = 0;
	if (code >= engine->book->ncodes || !engine->codes[code].compiled)
		return sg_error_set(
			err, SG_ENOTFOUND, _("the code to explain was not compiled"));
	struct sg_scanner *s = sg_scanner_new(engine);
	refusals.s = s;
	s->watch = note_refusal;
	s->watch_ctx = &refusals;
	int rc = sg_scanner_begin(s, doc, notes, err);
	if (rc == 0) {
		for (size_t i = 0; i < engine->book->codes[code].nrules; i++) {
			refusals.rule = (uint32_t)i;
			tell_refusals(&refusals, engine->codes[code].rules[i]);
		}
		sg_eval_code(s, code, out);
	}
	sg_scanner_end(s);
	free(refusals.v.v);
	sg_scanner_free(s);
	return rc;
}
