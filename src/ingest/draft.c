/* draft.c - see draft.h. */
#include "config.h"

#include "ingest/draft.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/key.h"
#include "ingest/parts.h"

void sg_draft_init(struct sg_draft *d)
{
	memset(d, 0, sizeof *d);
	sg_arena_init(&d->arena);
}

void sg_draft_release(struct sg_draft *d)
{
	free(d->answers.v);
	free(d->attributes.v);
	sg_arena_release(&d->arena);
}

void sg_draft_reset(struct sg_draft *d)
{
	sg_arena_release(&d->arena);
	d->attributes.n = 0;
	d->answers.n = 0;
	memset(&d->doc, 0, sizeof d->doc);
}

void sg_draft_attribute(struct sg_draft *d, struct sg_str name, struct sg_str value)
{
	name = sg_str_trim(name);
	value = sg_arena_str(&d->arena, sg_str_trim(value));
	for (size_t i = 0; i < d->attributes.n; i++) {
		struct sg_attribute *a = &d->attributes.v[i];
		if (!sg_str_eq(a->name, name))
			continue;
		if (a->value.n == 0)
			a->value = value;
		return;
	}
	name = sg_arena_str(&d->arena, name);
	SG_PUSH(&d->attributes, (struct sg_attribute){name, value});
}

void sg_draft_answer(struct sg_draft *d, struct sg_str question, size_t start,
	size_t stop, uint32_t line)
{
	struct sg_str body = d->doc.body;
	struct sg_str text = sg_str_trim(sg_str_sub(body, start, stop));
	struct sg_answer a = {
		.question = sg_arena_str(&d->arena, question), .line = line};

	a.span.start = (uint32_t)(text.n ? (size_t)(text.p - body.p) : start);
	a.span.stop = a.span.start + (uint32_t)text.n;
	SG_PUSH(&d->answers, a);
}

static struct sg_str answer_text(const struct sg_draft *d, const struct sg_answer *a)
{
	return sg_str_sub(d->doc.body, a->span.start, a->span.stop);
}

/* A questionnaire copied above the answers gives each heading twice: the empty
 * stretch goes. Two stretches with text both stay, and the user hears of it. */
static void settle_repeated(struct sg_draft *d, struct sg_intake *in, const char *path)
{
	struct sg_seen labels = {NULL, 0, 0};
	size_t kept = 0;

	for (size_t i = 0; i < d->answers.n; i++) {
		struct sg_answer a = d->answers.v[i];
		size_t first = kept;
		if (a.question.n && sg_seen_add(&labels, a.question))
			for (first = kept; first-- > 0;)
				if (sg_str_eq(d->answers.v[first].question, a.question))
					break;
		if (first >= kept) { /* kept, or SIZE_MAX when hashes collided */
			d->answers.v[kept++] = a;
			continue;
		}
		struct sg_answer *f = &d->answers.v[first];
		if (a.span.start == a.span.stop)
			continue;
		if (f->span.start == f->span.stop) {
			memmove(f, f + 1, (kept - first - 1) * sizeof *f);
			d->answers.v[kept - 1] = a;
			continue;
		}
		sg_notes_add(in->notes, SG_WARNING, path, a.line, 0,
			_("%.*s is answered again (first on line %u); both are kept"),
			SG_ARG(a.question), f->line);
		d->answers.v[kept++] = a;
	}
	d->answers.n = kept;
	sg_seen_release(&labels);
}

/* Whether the questionnaire asked this respondent; an attribute that the document
 * does not know counts as asked. */
static bool is_asked(const struct sg_draft *d, const struct sg_question *q)
{
	if (q->asked_attribute.n == 0)
		return true;
	for (size_t i = 0; i < d->attributes.n; i++) {
		if (!sg_key_eq(d->attributes.v[i].name, q->asked_attribute))
			continue;
		for (size_t j = 0; j < q->nasked_values; j++)
			if (sg_key_eq(d->attributes.v[i].value, q->asked_values[j]))
				return true;
		return d->attributes.v[i].value.n == 0;
	}
	return true;
}

static void complete_answer(struct sg_draft *d, struct sg_intake *in,
	struct sg_answer *a, const struct sg_question *q, const char *path)
{
	if (a->question.n == 0 && !d->undivided) {
		a->state = SG_ANSWER_UNASSIGNED;
		return;
	}
	a->state = sg_answer_classify(answer_text(d, a), &a->kind);
	if (!q)
		return;
	if (!is_asked(d, q)) {
		if (a->state == SG_ANSWER_NONE) {
			a->state = SG_ANSWER_NOT_ASKED;
			a->kind = SG_KIND_FULL;
		} else {
			sg_notes_add(in->notes, SG_WARNING, path, a->line, 0,
				_("%.*s was not asked of respondents like '%.*s' but "
				  "is "
				  "answered; the answer counts"),
				SG_ARG(q->label), SG_ARG(d->doc.respondent));
		}
	}
	if (a->state == SG_ANSWER_ANSWERED && q->nparts)
		a->nparts =
			sg_parts_find(&d->arena, q, d->doc.body, a->span, &a->parts);
}

static void complete_answers(struct sg_draft *d, struct sg_intake *in, const char *path)
{
	const struct sg_questionnaire *qs = in->options->questionnaire;
	size_t found = d->answers.n, nq = qs ? qs->nquestions : 0;
	bool *met = sg_zalloc(nq, sizeof *met);

	for (size_t i = 0; i < found; i++) {
		struct sg_answer *a = &d->answers.v[i];
		uint32_t at = nq && a->question.n
				      ? sg_questionnaire_find(qs, a->question)
				      : SG_NO_QUESTION;
		if (at != SG_NO_QUESTION)
			met[at] = true;
		complete_answer(d, in, a,
			at == SG_NO_QUESTION ? NULL : &qs->questions[at], path);
	}
	for (size_t i = 0; i < nq; i++) {
		uint32_t end = (uint32_t)d->doc.body.n;
		bool asked = is_asked(d, &qs->questions[i]);
		if (met[i])
			continue;
		SG_PUSH(&d->answers,
			(struct sg_answer){.question = qs->questions[i].label,
				.span = {end, end},
				.state = asked ? SG_ANSWER_NONE : SG_ANSWER_NOT_ASKED,
				.kind = asked ? SG_KIND_MISSING : SG_KIND_FULL});
	}
	free(met);
}

int sg_draft_emit(struct sg_draft *d, struct sg_intake *in, struct sg_error *err)
{
	const char *path = sg_arena_strz(&d->arena, d->doc.path);

	settle_repeated(d, in, path);
	complete_answers(d, in, path);
	d->doc.attributes = d->attributes.v;
	d->doc.nattributes = d->attributes.n;
	d->doc.answers = d->answers.v;
	d->doc.nanswers = d->answers.n;
	in->report->documents++;
	for (size_t i = 0; i < d->answers.n; i++) {
		enum sg_answer_state state = d->answers.v[i].state;
		in->report->none += state == SG_ANSWER_NONE;
		in->report->answers +=
			state == SG_ANSWER_NONE || state == SG_ANSWER_ANSWERED;
	}
	int rc = in->sink(in->ctx, &d->doc, err);
	in->stopped = rc != 0;
	return rc;
}
