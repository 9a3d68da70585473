/* settle.c - see settle.h. */
#include "config.h"

#include "analysis/settle.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/agree_cells.h"
#include "analysis/labels.h"
#include "analysis/remarks.h"

struct settling {
	struct sg_view v;
	struct sg_units units;
	struct sg_reading readings[2];
	struct sg_agree_cells cells;          /* of answers that both read or judged */
	bool *read;                           /* answers that both read */
	struct sg_tally holds[2], rejects[2]; /* code × piece: their last words */
	uint32_t settler;                     /* coder, or SG_NONE */
	struct sg_tally decided;              /* code × piece */
	bool *marked; /* answers that the settler marked as settled */
	struct sg_settlement *out;
	SG_VEC(struct sg_agreed) agreed;
	SG_VEC(struct sg_dispute) disputes;
};

struct sg_str sg_code_labels(const struct sg_study *s, const uint32_t *codes,
	uint32_t n, struct sg_arena *arena)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (uint32_t i = 0; i < n; i++) {
		if (i)
			sg_buf_addz(&b, ", ");
		sg_buf_add(&b, s->codes[codes[i]].label);
	}
	struct sg_str text = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return text;
}

static void decide(struct settling *g, uint32_t answer, uint32_t code, uint32_t start,
	uint32_t stop)
{
	const struct sg_agree_cells *c = &g->cells;

	for (uint32_t i = c->first[answer]; i < c->first[answer + 1]; i++)
		if (c->pieces[i].start < stop && c->pieces[i].stop > start)
			sg_tally_set(&g->decided, code, i);
}

/* What was settled: a coding, or a mark that a code was looked at and does not hold. */
static void find_decided(struct settling *g)
{
	const struct sg_study *s = g->v.s;

	sg_tally_init(&g->decided, g->v.arena, s->ncodes, g->cells.npieces);
	g->marked = sg_arena_array(g->v.arena, s->nanswers, sizeof *g->marked);
	for (size_t i = 0; g->settler != SG_NONE && i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (c->coder == g->settler)
			decide(g, c->answer, c->code, c->start, c->stop);
	}
	for (size_t i = 0; g->settler != SG_NONE && i < s->nseen; i++) {
		const struct sg_study_seen *m = &s->seen[i];
		if (m->coder != g->settler || m->says != SG_SEEN_READ)
			continue;
		if (m->code == SG_NONE)
			g->marked[m->answer] = true;
		else
			decide(g, m->answer, m->code, m->start, m->stop);
	}
}

/* Whether a coder gave the code to the piece, or accepted it there of the rules: an
 * acceptance is no word of their own to count agreement by, but it is no difference
 * either. */
static bool stands(const struct settling *g, uint32_t code, uint32_t piece, int coder)
{
	return sg_tally_has(&g->cells.said[coder], code, piece) ||
	       sg_tally_has(&g->holds[coder], code, piece);
}

/* Whether a coding in a piece is by whom the code stands there: their own word, or where
 * there is none, what they accepted. */
static bool stands_by(const struct settling *g, const struct sg_study_coding *c,
	uint32_t piece, int coder)
{
	uint32_t who = g->cells.coders[coder];

	if (sg_tally_has(&g->cells.said[coder], c->code, piece))
		return sg_reading_own(c, who);
	return c->coder == who || (c->coder == 0 && c->origin == SG_ORIGIN_RULE);
}

/* What of the sentence the code stands for by both coders: where their stretches overlap,
 * or all of it. */
static struct sg_agreed common(const struct settling *g, uint32_t code, uint32_t piece)
{
	const struct sg_study *s = g->v.s;
	const struct sg_agree_piece *p = &g->cells.pieces[piece];
	uint32_t start[2] = {UINT32_MAX, UINT32_MAX}, stop[2] = {0, 0};

	for (size_t i = g->v.first[p->answer]; i < g->v.first[p->answer + 1]; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (c->code != code || c->start >= p->stop || c->stop <= p->start)
			continue;
		for (int k = 0; k < 2; k++) {
			if (!stands_by(g, c, piece, k))
				continue;
			start[k] = c->start < start[k] ? c->start : start[k];
			stop[k] = c->stop > stop[k] ? c->stop : stop[k];
		}
	}
	uint32_t from = start[0] > start[1] ? start[0] : start[1];
	uint32_t to = stop[0] < stop[1] ? stop[0] : stop[1];
	from = from < p->start ? p->start : from;
	to = to > p->stop ? p->stop : to;
	if (from >= to) {
		from = p->start;
		to = p->stop;
	}
	return (struct sg_agreed){p->answer, code, from, to};
}

/* Where silence says nothing, since they did not both read the answer, they differ only
 * on what the other rejected. */
static bool by_one(const struct settling *g, uint32_t code, uint32_t piece, int coder)
{
	if (stands(g, code, piece, 1 - coder))
		return false;
	return (g->read[g->cells.pieces[piece].answer] &&
		       sg_tally_has(&g->cells.said[coder], code, piece)) ||
	       (sg_tally_has(&g->holds[coder], code, piece) &&
		       sg_tally_has(&g->rejects[1 - coder], code, piece));
}

static bool by_both(const struct settling *g, uint32_t code, uint32_t piece)
{
	return stands(g, code, piece, 0) && stands(g, code, piece, 1);
}

/* Codes of a piece into v: open ones of the coder alone, or those of both. */
static uint32_t codes_of(
	const struct settling *g, uint32_t piece, int coder, bool both, uint32_t *v)
{
	uint32_t n = 0;

	for (uint32_t code = 0; code < g->v.s->ncodes; code++)
		if (both ? by_both(g, code, piece)
			 : by_one(g, code, piece, coder) &&
					!sg_tally_has(&g->decided, code, piece))
			v[n++] = code;
	return n;
}

static bool same_codes(const uint32_t *a, uint32_t na, const uint32_t *b, uint32_t nb)
{
	return na == nb && (na == 0 || memcmp(a, b, na * sizeof *a) == 0);
}

/* Goes on with the dispute before where the next sentence differs in the same way. */
static bool goes_on(
	struct settling *g, const struct sg_dispute *d, uint32_t piece, bool adjacent)
{
	struct sg_dispute *last =
		g->disputes.n ? &g->disputes.v[g->disputes.n - 1] : NULL;

	if (!last || !adjacent || last->answer != d->answer ||
		!same_codes(last->codes[0], last->n[0], d->codes[0], d->n[0]) ||
		!same_codes(last->codes[1], last->n[1], d->codes[1], d->n[1]) ||
		!sg_str_eq(last->both, d->both))
		return false;
	last->stop = g->cells.pieces[piece].stop;
	return true;
}

static void look(struct settling *g, uint32_t piece, bool *adjacent, uint32_t *scratch)
{
	const struct sg_study *s = g->v.s;
	const struct sg_agree_piece *p = &g->cells.pieces[piece];
	struct sg_dispute d = {.answer = p->answer,
		.start = p->start,
		.stop = p->stop,
		.sentence = piece - g->cells.first[p->answer] + 1};

	uint32_t n = codes_of(g, piece, 0, true, scratch);
	d.both = sg_code_labels(s, scratch, n, g->v.arena);
	for (uint32_t i = 0; i < n && g->read[p->answer]; i++)
		if (!sg_tally_has(&g->decided, scratch[i], piece))
			SG_PUSH(&g->agreed, common(g, scratch[i], piece));
	for (int k = 0; k < 2; k++) {
		d.n[k] = codes_of(g, piece, k, false, scratch);
		d.codes[k] = sg_arena_array(g->v.arena, d.n[k], sizeof(uint32_t));
		if (d.n[k])
			memcpy(d.codes[k], scratch, d.n[k] * sizeof(uint32_t));
	}
	bool differs = d.n[0] + d.n[1] > 0;
	if (differs && !goes_on(g, &d, piece, *adjacent)) {
		g->out->open[p->answer]++;
		SG_PUSH(&g->disputes, d);
	}
	*adjacent = differs;
}

/* Sentence × code of a difference that was settled. */
static size_t count_decided(const struct settling *g)
{
	const struct sg_agree_cells *c = &g->cells;
	size_t n = 0;

	for (uint32_t i = 0; i < c->npieces; i++)
		for (uint32_t code = 0; code < g->v.s->ncodes; code++)
			n += sg_tally_has(&g->decided, code, i) &&
			     (by_one(g, code, i, 0) || by_one(g, code, i, 1));
	return n;
}

static void collect(struct settling *g)
{
	const struct sg_study *s = g->v.s;
	struct sg_settlement *out = g->out;
	struct sg_arena *arena = g->v.arena;
	uint32_t *scratch = sg_alloc(s->ncodes + 1, sizeof *scratch);

	out->open = sg_arena_array(arena, s->nanswers, sizeof *out->open);
	out->whole = sg_arena_array(arena, s->nanswers, sizeof *out->whole);
	for (uint32_t i = 0; i < s->nanswers; i++) {
		bool adjacent = false;
		if (!g->cells.base[i])
			continue;
		for (uint32_t k = g->cells.first[i]; k < g->cells.first[i + 1]; k++)
			look(g, k, &adjacent, scratch);
		if (g->read[i] && out->open[i] == 0 && !g->marked[i] &&
			s->answers[i].start < s->answers[i].stop)
			out->whole[out->nwhole++] = i;
	}
	free(scratch);
	out->agreed = sg_arena_array(arena, g->agreed.n, sizeof *out->agreed);
	out->nagreed = g->agreed.n;
	if (g->agreed.n)
		memcpy(out->agreed, g->agreed.v, g->agreed.n * sizeof *out->agreed);
	out->disputes = sg_arena_array(arena, g->disputes.n, sizeof *out->disputes);
	out->ndisputes = g->disputes.n;
	for (size_t i = 0; i < g->disputes.n; i++) {
		struct sg_dispute *d = &out->disputes[i];
		*d = g->disputes.v[i];
		d->text = sg_study_quote(
			s, s->answers[d->answer].text, d->start, d->stop);
	}
	out->decided = count_decided(g);
	free(g->agreed.v);
	free(g->disputes.v);
}

static int find_coders(
	struct settling *g, struct sg_str a, struct sg_str b, struct sg_error *err)
{
	const struct sg_study *s = g->v.s;
	struct sg_settlement *out = g->out;

	int rc = sg_coder_find(s, a, &out->coders[0], err);
	if (rc == 0)
		rc = sg_coder_find(s, b, &out->coders[1], err);
	if (rc < 0)
		return rc;
	if (out->coders[0] == 0 || out->coders[1] == 0)
		return sg_error_set(err, SG_EUSAGE,
			_("people settle with people; what the rules coded is for "
			  "review"));
	if (out->coders[0] == out->coders[1] || sg_str_eq(out->name, a) ||
		sg_str_eq(out->name, b))
		return sg_error_set(err, SG_EUSAGE,
			_("two coders and a third name are needed, not '%.*s' twice"),
			SG_ARG(sg_str_eq(out->name, b) ? b : a));
	g->settler = SG_NONE;
	for (uint32_t i = 1; i < s->ncoders; i++)
		if (sg_str_eq(s->coders[i], out->name))
			g->settler = i;
	return 0;
}

/* The number of the coder among the two, or -1. */
static int number_of(const struct settling *g, uint32_t coder)
{
	return coder == g->out->coders[0] ? 0 : coder == g->out->coders[1] ? 1 : -1;
}

/* What both read, and what there is to look at: that, and what one of them judged. */
static void find_answers(struct settling *g, bool *any)
{
	const struct sg_study *s = g->v.s;

	*any = false;
	for (int k = 0; k < 2; k++)
		sg_reading_of(&g->v, g->out->coders[k], &g->readings[k]);
	g->read = sg_arena_array(g->v.arena, s->nanswers, sizeof *g->read);
	for (size_t i = 0; i < s->nanswers; i++) {
		g->read[i] = g->readings[0].answers[i] && g->readings[1].answers[i];
		*any |= g->read[i];
	}
	for (size_t i = 0; i < s->nseen; i++) {
		const struct sg_study_seen *m = &s->seen[i];
		if (m->says == SG_SEEN_NOT && number_of(g, m->coder) >= 0 &&
			sg_view_answer(&g->v, m->answer))
			for (int k = 0; k < 2; k++)
				g->readings[k].answers[m->answer] = true;
	}
	g->out->read = g->read;
}

/* Keeps the word for what of its answer lies in [start, stop). */
static void keep(struct settling *g, const struct sg_study_seen *m, int coder,
	uint32_t start, uint32_t stop)
{
	const struct sg_agree_cells *c = &g->cells;
	struct sg_tally *is = &g->holds[coder], *was = &g->rejects[coder];

	if (m->says == SG_SEEN_NOT) {
		is = &g->rejects[coder];
		was = &g->holds[coder];
	}
	for (uint32_t i = c->first[m->answer]; i < c->first[m->answer + 1]; i++)
		if (c->pieces[i].start < stop && c->pieces[i].stop > start) {
			sg_tally_set(is, m->code, i);
			sg_tally_clear(was, m->code, i);
		}
}

/* Whether a word that holds is about the coding: one's own, or one of the rules, whoever
 * rejected it. */
static bool about(const struct sg_study_seen *m, const struct sg_study_coding *c)
{
	return c->code == m->code && (c->coder == m->coder || c->coder == 0) &&
	       c->start < m->stop && c->stop > m->start;
}

/* An acceptance of a whole answer says nothing of sentences that the rules did not code,
 * unless what they coded is the answer: a code's default, with nothing narrower. */
static void keep_holding(struct settling *g, const struct sg_study_seen *m, int coder)
{
	size_t first = g->v.first[m->answer], end = g->v.first[m->answer + 1];
	bool narrower = false;

	for (size_t i = first; i < end; i++)
		narrower |= about(m, &g->v.s->codings[i]) &&
			    g->v.s->codings[i].origin == SG_ORIGIN_RULE;
	for (size_t i = first; i < end; i++) {
		const struct sg_study_coding *c = &g->v.s->codings[i];
		if (about(m, c) && !(narrower && c->origin == SG_ORIGIN_DEFAULT))
			keep(g, m, coder, c->start > m->start ? c->start : m->start,
				c->stop < m->stop ? c->stop : m->stop);
	}
}

/* A rejection is of the code anywhere in its stretch: it takes back one's own codings
 * there too. It differs only from what the other holds. */
static void keep_word(struct settling *g, const struct sg_study_seen *m, int coder)
{
	if (m->says == SG_SEEN_NOT)
		keep(g, m, coder, m->start, m->stop);
	else
		keep_holding(g, m, coder);
}

/* Rows are in the order of time: of one coder's words about a code and a piece, the last
 * is kept. */
static void find_words(struct settling *g)
{
	const struct sg_study *s = g->v.s;

	for (int k = 0; k < 2; k++) {
		sg_tally_init(&g->holds[k], g->v.arena, s->ncodes, g->cells.npieces);
		sg_tally_init(&g->rejects[k], g->v.arena, s->ncodes, g->cells.npieces);
	}
	for (size_t i = 0; i < s->nseen; i++) {
		const struct sg_study_seen *m = &s->seen[i];
		int coder = number_of(g, m->coder);
		if (coder >= 0 && m->code != SG_NONE &&
			(m->says == SG_SEEN_HOLDS || m->says == SG_SEEN_NOT))
			keep_word(g, m, coder);
	}
}

int sg_settle_find(const struct sg_study *s, struct sg_str a, struct sg_str b,
	struct sg_str name, struct sg_arena *arena, struct sg_settlement *out,
	struct sg_error *err)
{
	static const struct sg_filter everything = {0};
	struct settling g = {.out = out};
	bool any;

	*out = (struct sg_settlement){.name = name};
	int rc = sg_view_init(&g.v, s, &everything, arena, err);
	if (rc == 0)
		rc = find_coders(&g, a, b, err);
	if (rc < 0)
		return rc;
	sg_units_init(&g.units, s, arena);
	find_answers(&g, &any);
	sg_agree_cells_init(&g.cells, &g.v, &g.units, out->coders, 2, g.readings,
		SG_AGREE_SENTENCE, UINT32_MAX);
	find_words(&g);
	find_decided(&g);
	collect(&g);
	if (!any && out->ndisputes == 0 && out->decided == 0)
		return sg_error_set(err, SG_ENOTFOUND,
			_("there is no answer that '%.*s' and '%.*s' both read"),
			SG_ARG(a), SG_ARG(b));
	return 0;
}

int sg_settle_table(const struct sg_study *s, const struct sg_settlement *settlement,
	struct sg_tables *out, struct sg_error *err)
{
	static const struct sg_filter everything = {0};
	static const char *const keys[] = {"respondent", "question", "sentence",
		"first", "second", "both", "decision", "text"};
	enum { NKEYS = sizeof keys / sizeof *keys };
	struct sg_view v;
	int rc = sg_view_init(&v, s, &everything, &out->arena, err);

	if (rc < 0)
		return rc;
	struct sg_str labels[NKEYS] = {sg_label(SG_LABEL_RESPONDENT, v.english),
		sg_label(SG_LABEL_QUESTION_COLUMN, v.english),
		sg_label(SG_LABEL_SETTLE_SENTENCE, v.english),
		s->coders[settlement->coders[0]], s->coders[settlement->coders[1]],
		sg_label(SG_LABEL_SETTLE_BOTH, v.english),
		sg_label(SG_LABEL_SETTLE_DECISION, v.english),
		sg_label(SG_LABEL_TEXT, v.english)};
	struct sg_table *table = sg_tables_add(out, "settle", NKEYS);
	table->caption = sg_label(SG_LABEL_SETTLE_TITLE, v.english);
	for (size_t k = 0; k < NKEYS; k++)
		sg_table_column(out, table, k, keys[k], labels[k], k == 2, k == 7);
	for (size_t i = 0; i < settlement->ndisputes; i++) {
		const struct sg_dispute *d = &settlement->disputes[i];
		const struct sg_study_answer *a = &s->answers[d->answer];
		struct sg_cell *cells = sg_table_row(out, table);
		cells[0] = sg_cell_text(s->cases[a->case_].name);
		if (a->question != SG_NONE)
			cells[1] = sg_cell_text(s->questions[a->question].label);
		cells[2] = sg_cell_count(d->sentence);
		for (int k = 0; k < 2; k++)
			cells[3 + k] = sg_cell_text(
				sg_code_labels(s, d->codes[k], d->n[k], &out->arena));
		cells[5] = sg_cell_text(d->both);
		cells[7] = sg_cell_text(d->text);
	}
	sg_remark(out, table, &v, SG_NOTE_SETTLE, settlement->name, SG_STR(""),
		SG_STR(""));
	sg_remark_source(table, &v);
	return 0;
}
