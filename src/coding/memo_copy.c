/* memo_copy.c - see memo_copy.h. */
#include "config.h"

#include "coding/memo_copy.h"

struct copying {
	struct sg_store *store;
	const struct sg_study *s;
	uint32_t from, to;
	struct sg_memo like; /* coder, code and time of every copy */
	struct sg_memo_copied *sum;
	struct sg_notes *notes;
};

/* The coder's memo on the other code in the place of m, or NULL. */
static const struct sg_study_memo *memo_there(
	const struct copying *c, const struct sg_study_memo *m)
{
	for (size_t i = 0; i < c->s->nmemos; i++) {
		const struct sg_study_memo *k = &c->s->memos[i];
		if (k->code == c->to && k->question == m->question &&
			k->case_ == m->case_ && k->anchored == m->anchored &&
			k->answer == m->answer && k->start == m->start &&
			k->stop == m->stop && sg_str_eq(k->author, m->author))
			return k;
	}
	return NULL;
}

/* Says that m is not copied: its words are gone, or another memo is in its place. */
static void leave(const struct copying *c, const struct sg_memo *m, bool gone)
{
	struct sg_str first = sg_str_sub(m->body, 0, sg_str_findc(m->body, '\n'));
	struct sg_buf about;

	sg_buf_init(&about);
	sg_buf_printf(&about, "%.*s%s%.*s", SG_ARG(m->respondent),
		m->respondent.n && m->question.n ? " " : "", SG_ARG(m->question));
	c->sum->left++;
	sg_notes_add(c->notes, SG_WARNING, sg_buf_z(&about), 0, 0,
		gone ? _("memo not copied, its words are not in the text now: '%.*s%s'")
		     : _("memo not copied, there is another one already: '%.*s%s'"),
		SG_ARG(first), first.n < m->body.n ? "…" : "");
	sg_buf_release(&about);
}

static int copy_one(
	const struct copying *c, const struct sg_study_memo *m, struct sg_error *err)
{
	const struct sg_study *s = c->s;
	const struct sg_study_memo *there = memo_there(c, m);
	bool gone = m->anchored && m->answer == SG_NONE;
	struct sg_memo copy = c->like;

	copy.body = m->body;
	if (m->case_ != SG_NONE)
		copy.respondent = s->cases[m->case_].name;
	if (m->question != SG_NONE)
		copy.question = s->questions[m->question].label;
	if (there && sg_str_eq(there->body, m->body)) {
		c->sum->there++;
		return 0;
	}
	if (there || gone) {
		leave(c, &copy, gone);
		return 0;
	}
	if (m->anchored) {
		copy.quote = sg_study_quote(
			s, s->answers[m->answer].text, m->start, m->stop);
		copy.start = m->start;
		copy.stop = m->stop;
	}
	int rc = sg_memo_write(c->store, &copy, err);
	c->sum->copied += rc == 0;
	return rc;
}

int sg_memo_copy(struct sg_store *store, const struct sg_study *s, struct sg_str coder,
	uint32_t from, uint32_t to, const char *now, struct sg_memo_copied *sum,
	struct sg_notes *notes, struct sg_error *err)
{
	struct copying c = {store, s, from, to,
		{.coder = coder, .code = s->codes[to].label, .now = now}, sum, notes};

	*sum = (struct sg_memo_copied){0, 0, 0};
	int rc = sg_store_begin(store, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; rc == 0 && i < s->nmemos; i++)
		if (s->memos[i].code == from && sg_str_eq(s->memos[i].author, coder))
			rc = copy_one(&c, &s->memos[i], err);
	if (rc == 0)
		return sg_store_commit(store, err);
	sg_store_rollback(store);
	return rc;
}
