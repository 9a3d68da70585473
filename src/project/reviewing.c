/* reviewing.c - see reviewing.h. */
#include "config.h"

#include "project/reviewing.h"

#include <stdlib.h>
#include <string.h>

#include "coding/said.h"
#include "text/utf8.h"

/* One thing that was said: how many rows it made, and what it changed here. */
struct sg_review_done {
	size_t at;    /* cell of the list */
	size_t words; /* judgements and memos it recorded */
	bool moves;   /* a decision */
	bool drops;   /* codings in [start, stop) */
	bool sets;    /* a facet of codings in [start, stop) */
	uint32_t start, stop, facet, value;
};

static const struct sg_study_answer *answer(const struct sg_reviewing *r)
{
	return &r->study.answers[r->work->cell.answer];
}

bool sg_reviewing_ended(const struct sg_reviewing *r)
{
	return r->at >= r->list.n;
}

struct sg_str sg_reviewing_respondent(const struct sg_reviewing *r)
{
	return r->study.cases[answer(r)->case_].name;
}

struct sg_str sg_reviewing_question(const struct sg_reviewing *r)
{
	uint32_t q = answer(r)->question;

	return q == SG_NONE ? (struct sg_str){"", 0} : r->study.questions[q].label;
}

struct sg_str sg_reviewing_code(const struct sg_reviewing *r)
{
	return r->study.codes[r->work->cell.code].label;
}

/* --- the current cell --- */

/* Whether this round rejected that coding, or all of the cell. */
static bool dropped_now(const struct sg_reviewing *r, uint32_t start, uint32_t stop)
{
	for (size_t i = 0; i < r->ndone; i++)
		if (r->done[i].at == r->at && r->done[i].drops &&
			r->done[i].start <= start && r->done[i].stop >= stop)
			return true;
	return false;
}

/* Codings of a study are by answer: the first of this one. */
static size_t first_coding(const struct sg_study *s, uint32_t at)
{
	size_t low = 0, high = s->ncodings;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (s->codings[mid].answer < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Facets of a coding, with what was said of them in this round. */
static uint32_t *facets_of(struct sg_reviewing *r, const struct sg_study_coding *k)
{
	size_t n = r->study.nfacets;
	uint32_t *v = sg_arena_array(&r->arena, n, sizeof *v);

	for (size_t f = 0; f < n; f++)
		v[f] = k->facets ? k->facets[f] : SG_NONE;
	for (size_t i = 0; i < r->ndone; i++) {
		const struct sg_review_done *d = &r->done[i];
		if (d->at == r->at && d->sets && d->start <= k->start &&
			d->stop >= k->stop)
			v[d->facet] = d->value;
	}
	return v;
}

/* The values that codings of the cell have: those that stand, or all when none does. And
 * the last that was said, which may be of words that are still to be coded. */
static void find_values(struct sg_reviewing *r)
{
	const struct sg_study *s = &r->study;
	bool none = sg_reviewing_standing(r) == 0;

	for (size_t f = 0; f < s->nfacets; f++) {
		uint32_t said = SG_NONE;
		memset(r->facets[f], 0, s->facets[f].nvalues * sizeof **r->facets);
		for (size_t i = 0; i < r->nsegments; i++) {
			uint32_t v = r->segments[i].facets[f];
			if (v != SG_NONE && (none || !r->segments[i].dropped))
				r->facets[f][v] = true;
		}
		for (size_t i = 0; i < r->ndone; i++)
			if (r->done[i].at == r->at && r->done[i].sets &&
				r->done[i].facet == f)
				said = r->done[i].value;
		if (said != SG_NONE)
			r->facets[f][said] = true;
	}
}

static void find_segments(struct sg_reviewing *r)
{
	const struct sg_study *s = &r->study;
	const struct sg_review_cell *cell = &r->work->cell;
	SG_VEC(struct sg_review_segment) v = {NULL, 0, 0};

	for (size_t i = first_coding(s, cell->answer);
		i < s->ncodings && s->codings[i].answer == cell->answer; i++) {
		const struct sg_study_coding *k = &s->codings[i];
		if (k->code != cell->code)
			continue;
		SG_PUSH(&v, (struct sg_review_segment){k->start, k->stop, k->coder,
				    k->origin == SG_ORIGIN_DEFAULT,
				    k->rejected || dropped_now(r, k->start, k->stop),
				    facets_of(r, k)});
	}
	r->nsegments = v.n;
	r->segments = sg_arena_array(&r->arena, v.n, sizeof *v.v);
	if (v.n)
		memcpy(r->segments, v.v, v.n * sizeof *v.v);
	free(v.v);
	find_values(r);
}

/* Whether the rules code something in the cell, rejected before or not. */
static bool of_rules(const struct sg_reviewing *r)
{
	for (size_t i = 0; i < r->nsegments; i++)
		if (r->segments[i].coder == 0)
			return true;
	return false;
}

/* The codebook entry of the cell's code, which is read once a code. */
static int load_entry(struct sg_reviewing *r, struct sg_error *err)
{
	struct sg_code_entry **entry = &r->entries[r->work->cell.code];
	int rc = 0;

	if (!*entry) {
		struct sg_code_entry *e = sg_arena_array(&r->study.arena, 1, sizeof *e);
		rc = sg_store_code_entry(
			r->store, sg_reviewing_code(r), &r->study.arena, e, err);
		if (rc == 0)
			*entry = e;
	}
	r->entry = *entry ? **entry : (struct sg_code_entry){0};
	return rc;
}

/* Reads what is shown of the cell r->work. */
static int load_cell(struct sg_reviewing *r, struct sg_error *err)
{
	const struct sg_study_answer *a = answer(r);

	r->text = sg_study_quote(&r->study, a->text, a->start, a->stop);
	r->facets = sg_arena_array(&r->arena, r->study.nfacets, sizeof *r->facets);
	for (size_t f = 0; f < r->study.nfacets; f++)
		r->facets[f] = sg_arena_array(
			&r->arena, r->study.facets[f].nvalues, sizeof(bool));
	find_segments(r);
	sg_reviewing_point_first(r);
	int rc = load_entry(r, err);
	if (rc == 0 && of_rules(r))
		rc = sg_store_entry_hits(r->store, sg_reviewing_respondent(r),
			sg_reviewing_question(r), sg_reviewing_code(r), &r->arena,
			&r->hits, &r->nhits, err);
	return rc;
}

static void leave(struct sg_reviewing *r)
{
	sg_arena_release(&r->arena);
	sg_arena_init(&r->arena);
	r->work = NULL;
	r->nsegments = r->nhits = 0;
}

static int enter(struct sg_reviewing *r, struct sg_error *err)
{
	leave(r);
	if (sg_reviewing_ended(r))
		return 0;
	r->work = &r->list.v[r->at];
	return load_cell(r, err);
}

int sg_reviewing_go(
	struct sg_reviewing *r, uint32_t at, uint32_t code, struct sg_error *err)
{
	leave(r);
	r->at = r->list.n;
	r->ndone = 0;
	r->own = (struct sg_work){.cell = {.answer = at, .code = code}};
	r->work = &r->own;
	int rc = load_cell(r, err);
	for (size_t i = 0; i < r->nsegments; i++) {
		r->own.cell.coded |= !r->segments[i].dropped;
		r->own.cell.rejected |= r->segments[i].dropped;
	}
	return rc;
}

int sg_reviewing_init(struct sg_reviewing *r, struct sg_store *store,
	const struct sg_reviewing_options *o, struct sg_error *err)
{
	memset(r, 0, sizeof *r);
	r->store = store;
	r->o = o;
	sg_arena_init(&r->arena);
	int rc = sg_study_load(
		&r->study, store, SG_STUDY_BODIES | SG_STUDY_REJECTED, err);
	if (rc < 0)
		return rc;
	if (r->study.ncodes == 0)
		rc = sg_error_set(err, SG_ENOTFOUND,
			_("no codes are known yet: run `saegim code CODEBOOK` first"));
	else
		rc = sg_worklist_make(&r->list, &r->study, &o->list, err);
	if (rc == 0) {
		sg_units_init(&r->units, &r->study, &r->study.arena);
		r->said = sg_zalloc(r->list.n + 1, sizeof *r->said);
		r->entries = sg_arena_array(&r->study.arena, r->study.ncodes,
			sizeof(struct sg_code_entry *));
		rc = enter(r, err);
	}
	if (rc < 0)
		sg_reviewing_release(r);
	return rc;
}

void sg_reviewing_release(struct sg_reviewing *r)
{
	free(r->said);
	free(r->done);
	sg_arena_release(&r->arena);
	sg_worklist_release(&r->list);
	sg_study_release(&r->study);
	memset(r, 0, sizeof *r);
}

/* --- saying --- */

static void remember(struct sg_reviewing *r, struct sg_review_done done)
{
	if (r->ndone == r->done_cap)
		r->done = sg_grow(r->done, &r->done_cap, sizeof *r->done);
	r->done[r->ndone++] = done;
}

/* To the next cell that nothing was said of, or the end. */
static int move_on(struct sg_reviewing *r, struct sg_error *err)
{
	do
		r->at++;
	while (r->at < r->list.n && r->said[r->at] != SG_SAID_NOTHING);
	return enter(r, err);
}

static bool is_decision(uint8_t said)
{
	return said != SG_SAID_NOTHING && said != SG_SAID_SKIP;
}

static void set_said(struct sg_reviewing *r, size_t at, enum sg_cell_said said)
{
	r->decided -= is_decision(r->said[at]);
	r->said[at] = (uint8_t)said;
	r->decided += is_decision(r->said[at]);
}

static struct sg_judge word(
	struct sg_reviewing *r, enum sg_verdict verdict, uint32_t start, uint32_t stop)
{
	return (struct sg_judge){.verdict = verdict,
		.coder = r->o->list.person,
		.respondent = sg_reviewing_respondent(r),
		.question = sg_reviewing_question(r),
		.code = sg_reviewing_code(r),
		.quote = sg_study_quote(&r->study, answer(r)->text, start, stop),
		.start = start,
		.stop = stop,
		.origin = "review",
		.batch = r->batch,
		.now = r->o->now(r->o->now_ctx)};
}

static int say(struct sg_reviewing *r, const struct sg_judge *j,
	struct sg_review_done *done, struct sg_error *err)
{
	bool recorded;
	int rc = sg_judge(r->store, j, &recorded, err);

	done->words += rc == 0 && recorded;
	r->words += rc == 0 && recorded;
	return rc;
}

/* Says one thing of [start, stop) that leaves the cell where it is. */
static int say_here(struct sg_reviewing *r, enum sg_verdict verdict, uint32_t start,
	uint32_t stop, struct sg_error *err)
{
	struct sg_review_done done = {.at = r->at};
	struct sg_judge j = word(r, verdict, start, stop);
	int rc = say(r, &j, &done, err);

	if (rc == 0 && done.words)
		remember(r, done);
	return rc;
}

/* A decision was recorded: notes it and moves on. */
static int decided(struct sg_reviewing *r, struct sg_review_done done,
	enum sg_cell_said said, struct sg_error *err)
{
	done.at = r->at;
	done.moves = true;
	remember(r, done);
	set_said(r, r->at, said);
	return move_on(r, err);
}

/* Whether the stretch is what is coded there and not one that the person made. */
static bool as_coded(const struct sg_reviewing *r)
{
	return r->start == r->stop || r->segment != SIZE_MAX;
}

/* Those that stand; or, of a cell where none does, what the rules had coded. */
static int accept_all(struct sg_reviewing *r, bool dropped, struct sg_review_done *done,
	struct sg_error *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < r->nsegments; i++) {
		const struct sg_review_segment *g = &r->segments[i];
		if (g->dropped != dropped || (dropped && g->coder != 0))
			continue;
		struct sg_judge j =
			word(r, g->coder == 0 ? SG_VERDICT_ACCEPT : SG_VERDICT_CODE,
				g->start, g->stop);
		rc = say(r, &j, done, err);
	}
	return rc;
}

static bool is_all(const struct sg_reviewing *r)
{
	const struct sg_study_answer *a = answer(r);

	return r->start == a->start && r->stop == a->stop;
}

int sg_reviewing_yes(struct sg_reviewing *r, struct sg_error *err)
{
	struct sg_review_done done = {0};

	if (sg_reviewing_standing(r) == 0 && r->start == r->stop)
		return sg_error_set(
			err, SG_EUSAGE, _("point at the sentence that says it first"));
	int rc = sg_store_begin(r->store, err);
	if (rc < 0)
		return rc;
	if (sg_reviewing_standing(r) && as_coded(r)) {
		rc = accept_all(r, false, &done, err);
	} else if (is_all(r) && sg_reviewing_standing(r) == 0 && of_rules(r)) {
		rc = accept_all(r, true, &done, err);
	} else {
		struct sg_judge j = word(r, SG_VERDICT_CODE, r->start, r->stop);
		rc = say(r, &j, &done, err);
	}
	if (rc == 0)
		rc = sg_store_commit(r->store, err);
	else
		sg_store_rollback(r->store);
	return rc < 0 ? rc : decided(r, done, SG_SAID_YES, err);
}

int sg_reviewing_no(struct sg_reviewing *r, struct sg_str reason, struct sg_error *err)
{
	bool coded = of_rules(r);
	const struct sg_study_answer *a = answer(r);
	struct sg_review_done done = {
		.drops = coded, .start = a->start, .stop = a->stop};
	struct sg_judge j = word(
		r, coded ? SG_VERDICT_REJECT : SG_VERDICT_REVIEWED, a->start, a->stop);

	j.reason = reason;
	int rc = say(r, &j, &done, err);
	return rc < 0 ? rc : decided(r, done, coded ? SG_SAID_NO : SG_SAID_NONE, err);
}

int sg_reviewing_whole(struct sg_reviewing *r, struct sg_error *err)
{
	const struct sg_study_answer *a = answer(r);
	uint32_t of = r->work->cell.answer;
	struct sg_review_done done = {0};
	struct sg_judge j = word(r, SG_VERDICT_REVIEWED, a->start, a->stop);

	j.code = (struct sg_str){"", 0};
	int rc = say(r, &j, &done, err);
	if (rc < 0)
		return rc;
	for (size_t i = 0; i < r->list.n; i++)
		if (r->list.v[i].cell.answer == of && !is_decision(r->said[i]))
			set_said(r, i, SG_SAID_WHOLE);
	return decided(r, done, SG_SAID_WHOLE, err);
}

int sg_reviewing_skip(struct sg_reviewing *r, struct sg_error *err)
{
	return decided(r, (struct sg_review_done){0}, SG_SAID_SKIP, err);
}

int sg_reviewing_drop(struct sg_reviewing *r, struct sg_error *err)
{
	struct sg_review_done done = {.at = r->at, .drops = true};

	if (r->segment == SIZE_MAX || r->segments[r->segment].coder != 0)
		return sg_error_set(err, SG_EUSAGE,
			_("point at something that the rules coded (Tab)"));
	done.start = r->start;
	done.stop = r->stop;
	struct sg_judge j = word(r, SG_VERDICT_REJECT, r->start, r->stop);
	int rc = say(r, &j, &done, err);
	if (rc < 0)
		return rc;
	remember(r, done);
	find_segments(r);
	sg_reviewing_point_first(r);
	return 0;
}

int sg_reviewing_facet(
	struct sg_reviewing *r, uint32_t facet, uint32_t value, struct sg_error *err)
{
	const struct sg_study_facet *f = &r->study.facets[facet];
	const struct sg_study_answer *a = answer(r);
	bool all = r->start == r->stop;
	struct sg_review_done done = {.at = r->at,
		.sets = true,
		.start = all ? a->start : r->start,
		.stop = all ? a->stop : r->stop,
		.facet = facet,
		.value = value};
	struct sg_judge j = word(r, SG_VERDICT_FACET, done.start, done.stop);

	j.facet = f->name;
	j.value = f->values[value];
	int rc = say(r, &j, &done, err);
	if (rc < 0)
		return rc;
	if (!done.words)
		return 0;
	remember(r, done);
	find_segments(r); /* the same ones, in the same order */
	return 0;
}

static int need_stretch(const struct sg_reviewing *r, struct sg_error *err)
{
	return r->start < r->stop ? 0
				  : sg_error_set(err, SG_EUSAGE,
					    _("point at a sentence first (Tab, < >)"));
}

int sg_reviewing_add(struct sg_reviewing *r, uint32_t code, struct sg_error *err)
{
	struct sg_review_done done = {.at = r->at};
	int rc = need_stretch(r, err);

	if (rc < 0)
		return rc;
	struct sg_judge j = word(r, SG_VERDICT_CODE, r->start, r->stop);
	j.code = r->study.codes[code].label;
	rc = say(r, &j, &done, err);
	if (rc == 0 && done.words)
		remember(r, done);
	return rc;
}

int sg_reviewing_pin(struct sg_reviewing *r, bool bar, struct sg_error *err)
{
	int rc = need_stretch(r, err);

	return rc < 0 ? rc
		      : say_here(r, bar ? SG_VERDICT_BAR : SG_VERDICT_PIN, r->start,
				r->stop, err);
}

int sg_reviewing_memo(struct sg_reviewing *r, struct sg_str body, struct sg_error *err)
{
	struct sg_buf before;

	sg_buf_init(&before);
	int rc = sg_reviewing_memo_get(r, &before, err);
	bool same = sg_str_eq(sg_buf_str(&before), body);
	sg_buf_release(&before);
	if (rc < 0 || same)
		return rc;
	rc = sg_memo_put(r->store, r->o->list.person, sg_reviewing_respondent(r),
		sg_reviewing_question(r), sg_reviewing_code(r), body,
		r->o->now(r->o->now_ctx), err);
	if (rc == 0) {
		remember(r, (struct sg_review_done){.at = r->at, .words = 1});
		r->words++;
	}
	return rc;
}

int sg_reviewing_memo_get(
	struct sg_reviewing *r, struct sg_buf *body, struct sg_error *err)
{
	return sg_memo_get(r->store, r->o->list.person, sg_reviewing_respondent(r),
		sg_reviewing_question(r), sg_reviewing_code(r), body, err);
}

/* --- taking back --- */

int sg_reviewing_undo(struct sg_reviewing *r, struct sg_error *err)
{
	if (r->ndone == 0)
		return sg_error_set(err, SG_ENOTFOUND,
			_("nothing was said in this round that could be taken back"));
	struct sg_review_done last = r->done[r->ndone - 1];
	int rc = sg_unsay(
		r->store, r->o->list.person, last.words, r->o->now(r->o->now_ctx), err);
	if (rc < 0)
		return rc;
	r->ndone--;
	if (last.moves && r->said[last.at] == SG_SAID_WHOLE) {
		uint32_t of = r->list.v[last.at].cell.answer;
		for (size_t i = 0; i < r->list.n; i++)
			if (r->list.v[i].cell.answer == of &&
				r->said[i] == SG_SAID_WHOLE)
				set_said(r, i, SG_SAID_NOTHING);
	} else if (last.moves) {
		set_said(r, last.at, SG_SAID_NOTHING);
	}
	r->at = last.at;
	return enter(r, err);
}

int sg_reviewing_back(struct sg_reviewing *r, struct sg_error *err)
{
	if (r->at == 0)
		return sg_error_set(err, SG_ENOTFOUND, _("this is the first cell"));
	r->at--;
	return enter(r, err);
}

void sg_reviewing_coverage(
	const struct sg_reviewing *r, uint64_t *seen, uint64_t *cells)
{
	const struct sg_coverage *c = &r->list.coverage;

	*cells = c->coded + c->usual;
	*seen = c->coded_seen + c->usual_seen;
	for (size_t i = 0; i < r->list.n; i++)
		*seen += is_decision(r->said[i]) && !r->list.v[i].cell.seen;
}
