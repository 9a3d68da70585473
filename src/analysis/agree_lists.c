/* agree_lists.c - where coders differ: the codes that stand for each other, and the
 * places, in the respondents' words. */
#include "config.h"

#include "analysis/agree.h"

#include <stdlib.h>

#include "analysis/labels.h"
#include "analysis/number.h"

enum { CONFUSIONS = 10, DIFFERENCES = 10 }; /* shown unless all are asked for */

static struct sg_str label(const struct sg_agreeing *g, enum sg_label l)
{
	return sg_label(l, g->v.english);
}

/* Among pieces that both read: a gave the code, b did not. */
static bool only(const struct sg_agree_cells *c, uint32_t a, uint32_t b, uint32_t code,
	uint32_t piece)
{
	return sg_tally_has(&c->read, a, piece) && sg_tally_has(&c->read, b, piece) &&
	       sg_tally_has(&c->said[a], code, piece) &&
	       !sg_tally_has(&c->said[b], code, piece);
}

struct confusion {
	uint32_t a, b; /* coders */
	uint32_t said, other;
	uint64_t n; /* characters, or units */
};

struct confusions {
	SG_VEC(struct confusion) v;
};

static int most_first(const void *x, const void *y)
{
	const struct confusion *a = x, *b = y;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	if (a->b != b->b)
		return a->b < b->b ? -1 : 1;
	if (a->said != b->said)
		return a->said < b->said ? -1 : 1;
	return (a->other > b->other) - (a->other < b->other);
}

static void confused(
	const struct sg_agreeing *g, uint32_t a, uint32_t b, struct confusions *out)
{
	const struct sg_agree_cells *c = &g->cells;
	size_t n = g->ncodes;
	uint64_t *counts = sg_zalloc(n * n + 1, sizeof *counts);
	uint32_t *mine = sg_alloc(n + 1, sizeof *mine);
	uint32_t *theirs = sg_alloc(n + 1, sizeof *theirs);

	for (uint32_t i = 0; i < c->npieces; i++) {
		uint32_t nmine = 0, ntheirs = 0;
		for (uint32_t k = 0; k < n; k++) {
			if (only(c, a, b, g->codes[k], i))
				mine[nmine++] = k;
			if (only(c, b, a, g->codes[k], i))
				theirs[ntheirs++] = k;
		}
		for (uint32_t x = 0; x < nmine; x++)
			for (uint32_t y = 0; y < ntheirs; y++)
				counts[mine[x] * n + theirs[y]] += c->pieces[i].weight;
	}
	for (size_t i = 0; i < n * n; i++)
		if (counts[i])
			SG_PUSH(&out->v, (struct confusion){a, b, g->codes[i / n],
						 g->codes[i % n], counts[i]});
	free(counts);
	free(mine);
	free(theirs);
}

static struct sg_str said_by(struct sg_agreeing *g, uint32_t coder, uint32_t code)
{
	return sg_arena_printf(g->v.arena, "%.*s: %.*s",
		SG_ARG(sg_agree_name(g, coder)),
		SG_ARG(sg_view_code_title(&g->v, code)));
}

void sg_agree_confusions(struct sg_agreeing *g)
{
	struct sg_table *table = sg_tables_add(g->t, "agree-confusions", 7);
	struct sg_str unit = sg_agree_unit_name(g, g->cells.unit);
	struct confusions found = {.v = {NULL, 0, 0}};

	table->caption =
		sg_fill(g->v.arena, label(g, SG_LABEL_AGREE_CONFUSIONS), &unit, 1);
	sg_table_column(
		g->t, table, 0, "first", label(g, SG_LABEL_CODE_A), false, true);
	sg_table_column(
		g->t, table, 1, "second", label(g, SG_LABEL_CODE_B), false, true);
	sg_table_column(g->t, table, 2, "n", SG_STR("n"), true, false);
	sg_table_column(g->t, table, 3, "first_coder", SG_STR(""), false, false);
	sg_table_column(g->t, table, 4, "first_code", SG_STR(""), false, false);
	sg_table_column(g->t, table, 5, "second_coder", SG_STR(""), false, false);
	sg_table_column(g->t, table, 6, "second_code", SG_STR(""), false, false);
	for (size_t k = 3; k < 7; k++)
		table->columns[k].machine = true;
	for (uint32_t a = 0; a < g->ncoders; a++)
		for (uint32_t b = a + 1; b < g->ncoders; b++)
			confused(g, a, b, &found);
	if (found.v.n)
		qsort(found.v.v, found.v.n, sizeof *found.v.v, most_first);
	size_t shown =
		g->o->disagreements || found.v.n < CONFUSIONS ? found.v.n : CONFUSIONS;
	for (size_t i = 0; i < shown; i++) {
		const struct confusion *f = &found.v.v[i];
		struct sg_cell *cells = sg_table_row(g->t, table);
		cells[0] = sg_cell_text(said_by(g, f->a, f->said));
		cells[1] = sg_cell_text(said_by(g, f->b, f->other));
		cells[2] = sg_cell_count((double)f->n);
		cells[3] = sg_cell_text(g->v.s->coders[g->coders[f->a]]);
		cells[4] = sg_cell_text(g->v.s->codes[f->said].label);
		cells[5] = sg_cell_text(g->v.s->coders[g->coders[f->b]]);
		cells[6] = sg_cell_text(g->v.s->codes[f->other].label);
	}
	sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_CONFUSIONS, SG_STR(""), SG_STR(""),
		SG_STR(""));
	if (shown < found.v.n)
		sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_MORE,
			sg_count_str(g->v.arena, found.v.n),
			sg_count_str(g->v.arena, shown), SG_STR(""));
	sg_remark_source(table, &g->v);
	free(found.v.v);
}

/* Whether the coders who read the piece are not of one mind on the code. */
static bool disputed(const struct sg_agree_cells *c, uint32_t code, uint32_t piece)
{
	uint32_t readers = 0, sayers = 0;

	for (uint32_t k = 0; k < c->ncoders; k++) {
		readers += sg_tally_has(&c->read, k, piece);
		sayers += sg_tally_has(&c->read, k, piece) &&
			  sg_tally_has(&c->said[k], code, piece);
	}
	return sayers > 0 && sayers < readers;
}

/* The disputed codes that a coder gave; "–" for a coder who did not read it. */
static struct sg_str disputed_codes(const struct sg_agreeing *g,
	const struct sg_agree_cells *c, uint32_t coder, uint32_t piece)
{
	struct sg_buf b;

	if (!sg_tally_has(&c->read, coder, piece))
		return SG_STR("–");
	sg_buf_init(&b);
	for (uint32_t k = 0; k < g->ncodes; k++) {
		uint32_t code = g->codes[k];
		if (!sg_tally_has(&c->said[coder], code, piece) ||
			!disputed(c, code, piece))
			continue;
		if (b.n)
			sg_buf_addz(&b, ", ");
		sg_buf_add(&b, g->v.s->codes[code].label);
	}
	struct sg_str s = sg_arena_str(g->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}

static bool in_piece(const struct sg_agreeing *g, const struct sg_agree_cells *c,
	uint32_t piece, const struct sg_study_coding *k)
{
	const struct sg_agree_piece *p = &c->pieces[piece];

	if (!c->base[k->answer])
		return false;
	if (p->answer == SG_NONE)
		return c->owner_of[g->v.s->answers[k->answer].case_] == p->owner;
	return p->answer == k->answer && p->start < k->stop && p->stop > k->start;
}

/* The codings of disputed codes in a unit wider than a sentence: what they quote, each
 * once. *answer: of the first. */
static struct sg_str quotations(const struct sg_agreeing *g,
	const struct sg_agree_cells *c, uint32_t piece, uint32_t *answer)
{
	const struct sg_study *s = g->v.s;
	uint32_t last_start = SG_NONE, last_stop = SG_NONE;
	uint32_t at = c->pieces[piece].answer;
	size_t from = at == SG_NONE ? 0 : g->v.first[at];
	size_t to = at == SG_NONE ? s->ncodings : g->v.first[at + 1];
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = from; i < to; i++) {
		const struct sg_study_coding *k = &s->codings[i];
		bool its = false;
		for (uint32_t who = 0; who < c->ncoders; who++)
			its = its || sg_reading_own(k, c->coders[who]);
		if (!its || !in_piece(g, c, piece, k) ||
			!disputed(c, sg_view_rolled(&g->v, k->code, c->level), piece))
			continue;
		if (*answer == SG_NONE)
			*answer = k->answer;
		if (k->answer == *answer && k->start == last_start &&
			k->stop == last_stop)
			continue;
		last_start = k->start;
		last_stop = k->stop;
		if (b.n)
			sg_buf_addz(&b, " / ");
		sg_buf_add(&b, sg_study_quote(s, s->answers[k->answer].text, k->start,
				       k->stop));
	}
	struct sg_str text = sg_arena_str(g->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return text;
}

static void difference(struct sg_agreeing *g, struct sg_table *table,
	const struct sg_agree_cells *c, uint32_t piece)
{
	const struct sg_study *s = g->v.s;
	const struct sg_agree_piece *p = &c->pieces[piece];
	struct sg_cell *cells = sg_table_row(g->t, table);
	uint32_t answer = p->answer;
	struct sg_str text;

	if (c->unit == SG_AGREE_SENTENCE)
		text = sg_study_quote(s, s->answers[answer].text, p->start, p->stop);
	else
		text = quotations(g, c, piece, &answer);
	cells[0] = sg_cell_text(s->cases[s->answers[answer].case_].name);
	if (s->answers[answer].question != SG_NONE && c->unit != SG_AGREE_RESPONDENT)
		cells[1] =
			sg_cell_text(s->questions[s->answers[answer].question].label);
	for (uint32_t k = 0; k < g->ncoders; k++)
		cells[2 + k] = sg_cell_text(disputed_codes(g, c, k, piece));
	cells[2 + g->ncoders] = sg_cell_text(text);
}

static bool differs(
	const struct sg_agreeing *g, const struct sg_agree_cells *c, uint32_t piece)
{
	for (uint32_t k = 0; k < g->ncodes; k++)
		if (disputed(c, g->codes[k], piece))
			return true;
	return false;
}

void sg_agree_differences(struct sg_agreeing *g)
{
	struct sg_table *table =
		sg_tables_add(g->t, "agree-differences", 3 + g->ncoders);
	struct sg_agree_cells sentences, *c = &g->cells;
	uint64_t all = 0, shown = 0;

	if (c->unit == SG_AGREE_CHARACTERS) { /* read sentence by sentence */
		sg_agree_cells_init(&sentences, &g->v, &g->units, g->coders, g->ncoders,
			g->readings, SG_AGREE_SENTENCE, c->level);
		c = &sentences;
	}
	table->caption = label(g, SG_LABEL_AGREE_DIFFERENCES);
	sg_table_column(g->t, table, 0, "respondent", label(g, SG_LABEL_RESPONDENT),
		false, false);
	sg_table_column(g->t, table, 1, "question", label(g, SG_LABEL_QUESTION_COLUMN),
		false, false);
	for (uint32_t k = 0; k < g->ncoders; k++)
		sg_table_column(g->t, table, 2 + k,
			sg_arena_printf(g->v.arena, "coder_%.*s",
				SG_ARG(g->v.s->coders[g->coders[k]]))
				.p,
			sg_agree_name(g, k), false, false);
	sg_table_column(g->t, table, 2 + g->ncoders, "text", label(g, SG_LABEL_TEXT),
		false, true);
	for (uint32_t i = 0; i < c->npieces; i++) {
		if (!differs(g, c, i))
			continue;
		if (all++ >= DIFFERENCES && !g->o->disagreements)
			continue;
		difference(g, table, c, i);
		shown++;
	}
	sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_DIFFERENCES,
		sg_count_str(g->v.arena, all), SG_STR(""), SG_STR(""));
	if (shown < all)
		sg_remark(g->t, table, &g->v, SG_NOTE_AGREE_MORE,
			sg_count_str(g->v.arena, all), sg_count_str(g->v.arena, shown),
			SG_STR(""));
	sg_remark_source(table, &g->v);
}
