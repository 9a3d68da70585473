/* study_coding.c - codings of a study: the rules' live segments, minus what people
 * rejected, plus what people coded; pins. The SQL view v_coding says the
 * same for those who read the file directly; a test compares them. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "store/study_load.h"

enum verdict { CODE, ACCEPT, REJECT, FACET, PIN, BAR, REVIEWED, NVERDICTS };

static const char *const verdicts[] = {
	"code", "accept", "reject", "facet", "pin", "bar", "reviewed"};

struct judged {
	uint32_t answer, code, coder;
	uint32_t start, stop;
	uint32_t facet, value; /* of FACET */
	uint32_t run;          /* last one the person could have seen */
	uint32_t id;
	enum verdict verdict;
	bool suggested; /* said in a review */
	bool live;      /* ACCEPT: the rules still code something there */
};

struct values { /* one text of segment.facets, and what it means */
	struct sg_str json;
	uint32_t *v;
};

struct batch { /* of codings, each twice the one before: none is moved */
	struct sg_study_coding *v;
	size_t n, cap;
};

struct codings {
	struct sg_loader *l;
	SG_VEC(struct judged) judged; /* by answer, then as they were said */
	size_t *first;                /* of each answer in judged; one more behind */
	SG_VEC(struct batch) out;
	size_t n; /* codings in out */
	SG_VEC(struct values) values;
	SG_VEC(struct sg_study_hit) hits; /* of one segment */
};

static uint32_t facet_index(const struct sg_study *s, struct sg_str name)
{
	for (uint32_t i = 0; i < s->nfacets; i++)
		if (sg_str_eq(s->facets[i].name, name))
			return i;
	return SG_NONE;
}

static uint32_t value_index(const struct sg_study_facet *f, struct sg_str value)
{
	for (uint32_t i = 0; i < f->nvalues; i++)
		if (sg_str_eq(f->values[i], value))
			return i;
	return SG_NONE;
}

static enum verdict verdict_of(struct sg_str word)
{
	size_t i = 0;

	while (i < NVERDICTS && !sg_str_eqz(word, verdicts[i]))
		i++;
	return (enum verdict)i;
}

/* Judgements on codes that are not in the codebook now, or on facets it does not
 * declare, stay in the store and are not shown. */
static void add_judged(struct codings *c, const struct sg_query *q)
{
	const struct sg_study *s = c->l->study;
	struct judged j = {.answer = sg_idmap_get(&c->l->answers, sg_col_int(q, 0)),
		.code = sg_idmap_get(&c->l->codes, sg_col_int(q, 1)),
		.coder = sg_idmap_get(&c->l->coders, sg_col_int(q, 2)),
		.verdict = verdict_of(sg_col_text(q, 3)),
		.facet = SG_NONE,
		.value = SG_NONE,
		.start = sg_col_u32(q, 6),
		.stop = sg_col_u32(q, 7),
		.run = sg_col_u32(q, 8),
		.id = sg_col_u32(q, 9),
		.suggested = sg_str_eqz(sg_col_text(q, 11), "review")};
	sg_past_place(c->l, sg_col_int(q, 10), &j.answer, &j.start, &j.stop);
	if (j.answer == SG_NONE || (!sg_col_null(q, 1) && j.code == SG_NONE))
		return;
	if (j.verdict == FACET) {
		j.facet = facet_index(s, sg_col_text(q, 4));
		if (j.facet == SG_NONE)
			return;
		j.value = value_index(&s->facets[j.facet], sg_col_text(q, 5));
	}
	SG_PUSH(&c->judged, j);
}

/* By answer, keeping the order in time; then finds where each answer's begin. */
static void sort_judged(struct codings *c)
{
	size_t n = c->l->study->nanswers;
	struct judged *sorted = sg_alloc(c->judged.n, sizeof *sorted);
	size_t *at = sg_zalloc(n + 2, sizeof *at);

	for (size_t i = 0; i < c->judged.n; i++)
		at[c->judged.v[i].answer + 2]++;
	for (size_t i = 2; i < n + 2; i++)
		at[i] += at[i - 1];
	for (size_t i = 0; i < c->judged.n; i++)
		sorted[at[c->judged.v[i].answer + 1]++] = c->judged.v[i];
	free(c->judged.v);
	c->judged.v = sorted;
	c->judged.cap = c->judged.n;
	c->first = at;
}

static int load_judged(struct codings *c)
{
	struct sg_query q;
	int rc;

	sg_loader_open(c->l, &q, SG_SQL_STUDY_JUDGEMENTS, SG_SQL_STUDY_JUDGEMENTS_THEN);
	while ((rc = sg_query_step(&q)) > 0)
		add_judged(c, &q);
	sg_query_close(&q);
	sort_judged(c);
	return rc;
}

/* What a text of segment.facets means; few different ones exist. SQLite reads the
 * JSON. */
static int facet_values(struct codings *c, struct sg_str json, const uint32_t **out)
{
	const struct sg_study *s = c->l->study;
	struct sg_query q;
	int rc;

	for (size_t i = c->values.n; i-- > 0;)
		if (sg_str_eq(c->values.v[i].json, json)) {
			*out = c->values.v[i].v;
			return 0;
		}
	uint32_t *v = sg_arena_array(&c->l->study->arena, s->nfacets, sizeof *v);
	for (size_t i = 0; i < s->nfacets; i++)
		v[i] = SG_NONE;
	struct sg_str kept = sg_arena_str(&c->l->study->arena, json);
	sg_query_open(&q, c->l->store, SG_SQL_JSON_PAIRS, c->l->err);
	sg_query_text(&q, ":json", kept);
	while ((rc = sg_query_step(&q)) > 0) {
		uint32_t f = facet_index(s, sg_col_text(&q, 0));
		if (f != SG_NONE)
			v[f] = value_index(&s->facets[f], sg_col_text(&q, 1));
	}
	sg_query_close(&q);
	SG_PUSH(&c->values, (struct values){kept, v});
	*out = v;
	return rc;
}

/* People's word on the facets of a coding; a later one replaces an earlier. */
static void override_facets(struct codings *c, struct sg_study_coding *k)
{
	const struct sg_study *s = c->l->study;
	uint32_t *values = NULL;

	for (size_t i = c->first[k->answer]; i < c->first[k->answer + 1]; i++) {
		const struct judged *j = &c->judged.v[i];
		if (j->verdict != FACET || j->code != k->code || j->start > k->start ||
			j->stop < k->stop)
			continue;
		if (!values)
			k->facets = values = sg_loader_keep(
				c->l, k->facets, s->nfacets, sizeof *k->facets);
		values[j->facet] = j->value;
	}
}

/* Whether all evidence of the segment lies in [start, stop). */
static bool evidence_within(struct sg_str hits, uint32_t start, uint32_t stop)
{
	struct sg_rule_hit hit;

	while (sg_next_hit(&hits, &hit))
		if (hit.start < start || hit.stop > stop)
			return false;
	return true;
}

static void keep_hits(struct codings *c, struct sg_study_coding *k, struct sg_str hits)
{
	struct sg_rule_hit hit;

	c->hits.n = 0;
	while (sg_next_hit(&hits, &hit))
		SG_PUSH(&c->hits, (struct sg_study_hit){hit.start, hit.stop});
	k->nhits = c->hits.n;
	if (k->nhits)
		k->hits = sg_loader_keep(c->l, c->hits.v, k->nhits, sizeof *k->hits);
}

/* Whether what was said of [j->start, j->stop) holds for the segment: all of it lies
 * there, or all its evidence. */
static bool covers(
	const struct judged *j, const struct sg_study_coding *k, struct sg_str hits)
{
	if (j->start <= k->start && j->stop >= k->stop)
		return true;
	return k->origin == SG_ORIGIN_RULE && evidence_within(hits, j->start, j->stop);
}

/* Whether the coder of a covering rejection took the segment back in later: by coding
 * or accepting something that covers it too. */
static bool taken_back(const struct codings *c, const struct judged *reject,
	const struct sg_study_coding *k, struct sg_str hits)
{
	const struct judged *end = c->judged.v + c->first[k->answer + 1];

	for (const struct judged *j = reject + 1; j < end; j++)
		if (j->coder == reject->coder && j->code == k->code &&
			(j->verdict == CODE || j->verdict == ACCEPT) &&
			covers(j, k, hits))
			return true;
	return false;
}

/* Whether the coder of a coding or an acceptance later rejected all of it. */
static bool withdrawn(const struct codings *c, const struct judged *said)
{
	const struct judged *end = c->judged.v + c->first[said->answer + 1];

	for (const struct judged *j = said + 1; j < end; j++)
		if (j->verdict == REJECT && j->coder == said->coder &&
			j->code == said->code && j->start <= said->start &&
			j->stop >= said->stop)
			return true;
	return false;
}

/* What people said about this segment. Returns whether one of them rejected it: whose
 * last word that covers it is a rejection. */
static bool judge_segment(
	struct codings *c, struct sg_study_coding *k, const struct sg_query *q)
{
	struct sg_str hits = sg_col_text(q, 6);
	bool rejected = false;

	for (size_t i = c->first[k->answer]; i < c->first[k->answer + 1]; i++) {
		struct judged *j = &c->judged.v[i];
		if (j->code != k->code && j->code != SG_NONE)
			continue;
		/* Who marked an answer or a code in it as reviewed said so of what was
		 * there. */
		if (j->verdict == REVIEWED)
			k->reviewed |= k->born <= j->run;
		if (j->verdict == REVIEWED || j->code == SG_NONE)
			continue;
		bool of_this = covers(j, k, hits);
		k->reviewed = true;
		k->judged |= of_this && j->verdict != PIN && j->verdict != BAR;
		if (j->verdict == REJECT && !rejected)
			rejected = of_this && !taken_back(c, j, k, hits);
		if (j->start < k->stop && j->stop > k->start)
			j->live = true;
	}
	return rejected;
}

static void add_coding(struct codings *c, const struct sg_study_coding *k)
{
	struct batch *to = c->out.n ? &c->out.v[c->out.n - 1] : NULL;

	if (!to || to->n == to->cap) {
		size_t cap = to ? 2 * to->cap : 256;
		SG_PUSH(&c->out,
			(struct batch){sg_alloc_large(cap, sizeof *k), 0, cap});
		to = &c->out.v[c->out.n - 1];
	}
	to->v[to->n++] = *k;
	c->n++;
}

static int add_segment(struct codings *c, const struct sg_query *q)
{
	const struct sg_study *s = c->l->study;
	struct sg_study_coding k = {
		.answer = sg_idmap_get(&c->l->answers, sg_col_int(q, 0)),
		.code = sg_idmap_get(&c->l->codes, sg_col_int(q, 1)),
		.start = sg_col_u32(q, 2),
		.stop = sg_col_u32(q, 3),
		.id = sg_col_u32(q, 8),
		.origin = sg_col_text(q, 4).p[0] == 'd' ? SG_ORIGIN_DEFAULT
							: SG_ORIGIN_RULE,
		.born = sg_col_u32(q, 7)};

	if (k.answer == SG_NONE || k.code == SG_NONE ||
		s->answers[k.answer].state != SG_ANSWER_ANSWERED)
		return 0;
	int rc = facet_values(c, sg_col_text(q, 5), &k.facets);
	if (rc < 0)
		return rc;
	if (c->first[k.answer] < c->first[k.answer + 1]) {
		k.rejected = judge_segment(c, &k, q);
		override_facets(c, &k);
	}
	if (c->l->want & SG_STUDY_BODIES)
		keep_hits(c, &k, sg_col_text(q, 6));
	if (!k.rejected || (c->l->want & SG_STUDY_REJECTED))
		add_coding(c, &k);
	return 0;
}

static int load_segments(struct codings *c)
{
	struct sg_query q;
	int rc;

	sg_loader_open(c->l, &q, SG_SQL_STUDY_SEGMENTS, SG_SQL_STUDY_SEGMENTS_THEN);
	while ((rc = sg_query_step(&q)) > 0) {
		rc = add_segment(c, &q);
		if (rc < 0)
			break;
	}
	sg_query_close(&q);
	return rc;
}

/* People's own codings, and acceptances of what the rules do not code any more, but
 * for those that the same person rejected later. */
static int add_people(struct codings *c)
{
	const struct sg_study *s = c->l->study;

	for (size_t i = 0; i < c->judged.n; i++) {
		const struct judged *j = &c->judged.v[i];
		enum sg_answer_state state = s->answers[j->answer].state;
		struct sg_study_coding k = {.answer = j->answer,
			.code = j->code,
			.start = j->start,
			.stop = j->stop,
			.coder = j->coder,
			.id = j->id,
			.origin = SG_ORIGIN_PERSON,
			.accepted = j->verdict == ACCEPT,
			.suggested = j->suggested,
			.reviewed = true};
		if (j->code == SG_NONE || j->start == j->stop ||
			!(j->verdict == CODE || (j->verdict == ACCEPT && !j->live)) ||
			(state != SG_ANSWER_ANSWERED &&
				state != SG_ANSWER_UNASSIGNED) ||
			withdrawn(c, j))
			continue;
		int rc = facet_values(c, SG_STR("{}"), &k.facets);
		if (rc < 0)
			return rc;
		override_facets(c, &k);
		add_coding(c, &k);
	}
	return 0;
}

static int coding_cmp(const void *a, const void *b)
{
	const struct sg_study_coding *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->stop != y->stop)
		return x->stop < y->stop ? -1 : 1;
	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	if (x->coder != y->coder)
		return x->coder < y->coder ? -1 : 1;
	return (int)x->origin - (int)y->origin;
}

/* In order, but that of answers: a run stores them as it finds them, so that most of
 * the time there is nothing to do. */
static void sort_answer(struct sg_study_coding *v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (coding_cmp(&v[i - 1], &v[i]) > 0) {
			qsort(v, n, sizeof *v, coding_cmp);
			return;
		}
}

/* By answer first, through counting: there may be a million. */
static void sort_codings(struct codings *c)
{
	struct sg_study *s = c->l->study;
	size_t n = c->n;
	size_t *at = sg_zalloc(s->nanswers + 2, sizeof *at);

	s->codings = sg_arena_take(&s->arena, n, sizeof *s->codings);
	s->ncodings = n;
	for (size_t b = 0; b < c->out.n; b++)
		for (size_t i = 0; i < c->out.v[b].n; i++)
			at[c->out.v[b].v[i].answer + 2]++;
	for (size_t i = 2; i < s->nanswers + 2; i++)
		at[i] += at[i - 1];
	for (size_t b = 0; b < c->out.n; b++) {
		const struct batch *from = &c->out.v[b];
		for (size_t i = 0; i < from->n; i++)
			s->codings[at[from->v[i].answer + 1]++] = from->v[i];
	}
	for (size_t i = 0; i < s->nanswers; i++)
		sort_answer(s->codings + at[i], at[i + 1] - at[i]);
	free(at);
}

static void load_pins(struct codings *c)
{
	struct sg_study *s = c->l->study;
	SG_VEC(struct sg_study_pin) v = {NULL, 0, 0};

	for (size_t i = 0; i < c->judged.n; i++) {
		const struct judged *j = &c->judged.v[i];
		if (j->verdict == PIN || j->verdict == BAR)
			SG_PUSH(&v, (struct sg_study_pin){j->answer, j->code, j->start,
					    j->stop, j->verdict == BAR});
	}
	s->pins = sg_loader_keep(c->l, v.v, v.n, sizeof *v.v);
	s->npins = v.n;
	free(v.v);
}

/* Everything but the choice of quotations means that the person looked at the code
 * there. */
static void load_seen(struct codings *c)
{
	static const enum sg_seen says[NVERDICTS] = {[CODE] = SG_SEEN_HOLDS,
		[ACCEPT] = SG_SEEN_HOLDS,
		[REJECT] = SG_SEEN_NOT,
		[FACET] = SG_SEEN_FACET,
		[REVIEWED] = SG_SEEN_READ};
	struct sg_study *s = c->l->study;
	SG_VEC(struct sg_study_seen) v = {NULL, 0, 0};

	for (size_t i = 0; i < c->judged.n; i++) {
		const struct judged *j = &c->judged.v[i];
		if (j->verdict != PIN && j->verdict != BAR)
			SG_PUSH(&v,
				(struct sg_study_seen){j->answer, j->code, j->coder,
					j->start, j->stop, j->run, says[j->verdict]});
	}
	s->seen = sg_loader_keep(c->l, v.v, v.n, sizeof *v.v);
	s->nseen = v.n;
	free(v.v);
}

int sg_load_codings(struct sg_loader *l)
{
	struct codings c = {.l = l};
	int rc = load_judged(&c);

	if (rc == 0)
		rc = load_segments(&c);
	if (rc == 0)
		rc = add_people(&c);
	if (rc == 0) {
		sort_codings(&c);
		load_pins(&c);
		load_seen(&c);
	}
	free(c.judged.v);
	free(c.first);
	for (size_t b = 0; b < c.out.n; b++)
		free(c.out.v[b].v);
	free(c.out.v);
	free(c.values.v);
	free(c.hits.v);
	return rc;
}
