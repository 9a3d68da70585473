/* place.c - see place.h. */
#include "config.h"

#include "coding/place.h"

#include <string.h>

#include "coding/quote.h"
#include "text/utf8.h"

void sg_placer_init(struct sg_placer *p, struct sg_store *store)
{
	p->store = store;
	sg_text_init(&p->text);
}

void sg_placer_release(struct sg_placer *p)
{
	sg_text_release(&p->text);
}

int sg_place_case(
	struct sg_store *s, struct sg_str name, int64_t *id, struct sg_error *err)
{
	*id = 0;
	if (name.n == 0)
		return 0;
	int rc = sg_case_id(s, name, id, err);
	if (rc == 0 && *id == 0)
		rc = sg_error_set(err, SG_ENOTFOUND, _("there is no respondent '%.*s'"),
			SG_ARG(name));
	return rc;
}

int sg_place_question(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err)
{
	*id = 0;
	if (label.n == 0)
		return 0;
	int rc = sg_question_named(s, label, id, err);
	if (rc == 0 && *id == 0)
		rc = sg_error_set(err, SG_ENOTFOUND, _("there is no question '%.*s'"),
			SG_ARG(label));
	return rc;
}

int sg_place_code(
	struct sg_store *s, struct sg_str label, int64_t *id, struct sg_error *err)
{
	bool exist;

	*id = 0;
	if (label.n == 0)
		return 0;
	int rc = sg_code_id(s, label, id, err);
	if (rc < 0 || *id)
		return rc;
	rc = sg_codes_exist(s, &exist, err);
	if (rc < 0)
		return rc;
	if (!exist)
		return sg_error_set(err, SG_ENOTFOUND,
			_("no codes are known yet: run `saegim code CODEBOOK` first"));
	return sg_error_set(err, SG_ENOTFOUND,
		_("there is no code '%.*s' in the codebook"), SG_ARG(label));
}

static int need_text(struct sg_placer *p, int64_t id, struct sg_error *err)
{
	return p->text.id == id ? 0 : sg_text_load(&p->text, p->store, id, err);
}

/* The stretch that j names by its code points, when it lies in the answer and still reads
 * as it did. */
static bool stretch(const struct sg_text *t, size_t answer, const struct sg_judge *j,
	struct sg_span *out)
{
	struct sg_span within = t->doc.answers[answer].span;

	if (j->start < t->answers[answer].start || j->stop > t->answers[answer].stop)
		return false;
	struct sg_str rest = sg_str_skip(t->doc.body, within.start);
	size_t start = within.start +
		       sg_utf8_offset(rest, j->start - t->answers[answer].start);
	*out = (struct sg_span){(uint32_t)start, (uint32_t)(start + j->quote.n)};
	return start + j->quote.n <= within.stop &&
	       sg_str_eq(sg_str_sub(t->doc.body, start, start + j->quote.n), j->quote);
}

/* Whether the answer has what j is about; *out is then its place. */
static bool quoted(const struct sg_text *t, size_t answer, const struct sg_judge *j,
	struct sg_span *out)
{
	if (j->stop > j->start)
		return stretch(t, answer, j, out);
	return j->quote.n == 0 || sg_quote_place(t->doc.body, &t->layout,
					  t->doc.answers[answer].span, j->quote, out);
}

/* Looks through the answers of one text. Returns whether the place was found; *longest
 * is the most of the quotation that any answer has. */
static bool look(struct sg_placer *p, const struct sg_judge *j,
	struct sg_place_row *out, bool *answered, bool *any, size_t *longest)
{
	const struct sg_text *t = &p->text;

	for (size_t i = 0; i < t->doc.nanswers; i++) {
		const struct sg_text_answer *a = &t->answers[i];
		struct sg_span answer = t->doc.answers[i].span, span = answer;
		if (a->case_ != out->case_ ||
			(j->question.n && a->question != out->question))
			continue;
		*any = true;
		if (!quoted(t, i, j, &span)) {
			size_t reach = sg_quote_reach(t->doc.body, answer, j->quote);
			*longest = reach > *longest ? reach : *longest;
			continue;
		}
		out->text = t->id;
		out->answer = a->id;
		out->question = a->question;
		out->start = sg_offsets_cp(&t->offsets, span.start);
		out->stop = sg_offsets_cp(&t->offsets, span.stop);
		*answered = t->doc.answers[i].answered || a->question == 0;
		return true;
	}
	return false;
}

/* A beginning shorter than this, in bytes, is found anywhere and says nothing. */
enum { TELLING_BEGINNING = 9 };

static int not_found(
	const struct sg_judge *j, bool any, size_t longest, struct sg_error *err)
{
	if (!any)
		return sg_error_set(err, SG_ENOTFOUND, _("%.*s wrote nothing for %.*s"),
			SG_ARG(j->respondent), SG_ARG(j->question));
	if (longest < TELLING_BEGINNING)
		return sg_error_set(err, SG_ENOTFOUND,
			_("the quotation is not in %.*s %.*s: '%.*s'"),
			SG_ARG(j->respondent), SG_ARG(j->question), SG_ARG(j->quote));
	return sg_error_set(err, SG_ENOTFOUND,
		_("the quotation is not in %.*s %.*s; only its beginning is: '%.*s'"),
		SG_ARG(j->respondent), SG_ARG(j->question), (int)longest, j->quote.p);
}

int sg_place_find(struct sg_placer *p, const struct sg_judge *j,
	struct sg_place_row *out, bool *answered, struct sg_error *err)
{
	struct sg_ids ids = {NULL, 0, 0};
	bool found = false, any = false;
	size_t longest = 0;

	memset(out, 0, sizeof *out);
	if (j->respondent.n == 0)
		return sg_error_set(
			err, SG_EUSAGE, _("a judgement needs a respondent"));
	int rc = sg_place_case(p->store, j->respondent, &out->case_, err);
	if (rc == 0)
		rc = sg_place_question(p->store, j->question, &out->question, err);
	if (rc == 0 && j->question.n == 0 && j->quote.n == 0)
		rc = sg_error_set(err, SG_EUSAGE,
			_("name a question, or quote what '%.*s' wrote"),
			SG_ARG(j->respondent));
	if (rc == 0)
		rc = sg_text_ids_of(p->store, out->case_, out->question, &ids, err);
	for (size_t i = 0; rc == 0 && !found && i < ids.n; i++) {
		rc = need_text(p, ids.v[i], err);
		if (rc == 0)
			found = look(p, j, out, answered, &any, &longest);
	}
	sg_ids_release(&ids);
	return rc == 0 && !found ? not_found(j, any, longest, err) : rc;
}
