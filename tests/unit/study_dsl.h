/* study_dsl.h - a study written as lines of text, for tests of the tables. One thing a
 * line, fields parted by blanks, the last one to the end of the line:
 *
 *	title 연구		language en
 *	attributes 직군 지역	facet 입장 찬성|반대|유보
 *	code A 개념		a tab before "code" for each level below a theme
 *	question Q4 제약 C,D	label, title, focus codes or - ; wording follows a |
 *	case R01 공무원 도시	values of the attributes, - for none
 *	answer R01 Q4 글	\n is a line end; question - for text under none
 *	none R02 Q4 blank 글	kinds: missing blank unknown field cross partial full
 *	partial R02 Q4 글	answered, with a disclaimer
 *	coding R01 Q4 A1a rules 입장=반대 "글"	facet is optional; "*" is the whole answer
 *				coders: rules, rejected, reviewed and default (of the
 *				rules), or a name
 *	hit 글			evidence of the coding above, in its answer
 *	pin R01 Q4 A1a "글"	bar likewise; code - for any
 *	read R01 Q4 b		coder b marked the answer as read
 *	drawn R01 Q4 b		it was drawn for the coder
 *	seen R01 Q4 A1a 김	a person looked at it; code - for the whole answer
 *	holds R01 Q4 A1a 김 "글."	a person coded or accepted it there; likewise rejects,
 *				and nothing: marked as read with nothing of the code
 *	memo Q4 A1a 글		question or code may be -
 *
 * Each answer is a text of its own, behind two code points of heading, so that offsets
 * of answer and text differ. Rows must come after what they name. */
#ifndef SG_TESTS_STUDY_DSL_H
#define SG_TESTS_STUDY_DSL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/study.h"
#include "text/utf8.h"

#define DSL_HEADING "# "

static inline void *dsl_push(struct sg_study *s, void *array, size_t *n, size_t size)
{
	char *grown = sg_arena_array(&s->arena, *n + 1, size);

	if (*n)
		memcpy(grown, array, *n * size);
	++*n;
	return grown;
}
#define DSL_ADD(s, field, count)                                                \
	((s)->field = dsl_push(s, (s)->field, &(s)->count, sizeof *(s)->field), \
		&(s)->field[(s)->count - 1])

static inline void dsl_die(const char *why, struct sg_str line)
{
	fprintf(stderr, "study: %s: %.*s\n", why, SG_ARG(line));
	abort();
}

static inline struct sg_str dsl_word(struct sg_str *rest)
{
	*rest = sg_str_trim(*rest);
	size_t at = sg_str_findc(*rest, ' ');
	struct sg_str word = sg_str_sub(*rest, 0, at);
	*rest = sg_str_trim(sg_str_skip(*rest, at));
	return word;
}

static inline struct sg_str dsl_keep(struct sg_study *s, struct sg_str text)
{
	struct sg_str copy = sg_arena_str(&s->arena, text);
	char *p = sg_arena_alloc(&s->arena, copy.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < copy.n; i++) {
		if (copy.p[i] == '\\' && i + 1 < copy.n && copy.p[i + 1] == 'n') {
			p[n++] = '\n';
			i++;
		} else {
			p[n++] = copy.p[i];
		}
	}
	return (struct sg_str){p, n};
}

static inline uint32_t dsl_code(struct sg_study *s, struct sg_str label)
{
	for (uint32_t i = 0; i < s->ncodes; i++)
		if (sg_str_eq(s->codes[i].label, label))
			return i;
	if (!sg_str_eqz(label, "-"))
		dsl_die("no such code", label);
	return SG_NONE;
}

static inline uint32_t dsl_question(struct sg_study *s, struct sg_str label)
{
	for (uint32_t i = 0; i < s->nquestions; i++)
		if (sg_str_eq(s->questions[i].label, label))
			return i;
	if (!sg_str_eqz(label, "-"))
		dsl_die("no such question", label);
	return SG_NONE;
}

static inline uint32_t dsl_case(struct sg_study *s, struct sg_str name)
{
	for (uint32_t i = 0; i < s->ncases; i++)
		if (sg_str_eq(s->cases[i].name, name))
			return i;
	dsl_die("no such case", name);
	return SG_NONE;
}

static inline uint32_t dsl_answer(struct sg_study *s, struct sg_str *rest)
{
	uint32_t who = dsl_case(s, dsl_word(rest));
	uint32_t question = dsl_question(s, dsl_word(rest));

	for (uint32_t i = 0; i < s->nanswers; i++)
		if (s->answers[i].case_ == who && s->answers[i].question == question)
			return i;
	dsl_die("no such answer", *rest);
	return SG_NONE;
}

static inline void dsl_add_code(struct sg_study *s, struct sg_str rest, uint32_t level)
{
	struct sg_study_code *c = DSL_ADD(s, codes, ncodes);

	c->label = dsl_keep(s, dsl_word(&rest));
	c->name = dsl_keep(s, rest);
	c->level = level;
	c->leaf = true;
	c->parent = SG_NONE;
	for (size_t i = s->ncodes - 1; level > 0 && i-- > 0;)
		if (s->codes[i].level + 1 == level) {
			c->parent = (uint32_t)i;
			s->codes[i].leaf = false;
			break;
		}
}

static inline void dsl_add_question(struct sg_study *s, struct sg_str rest)
{
	struct sg_study_question *q = DSL_ADD(s, questions, nquestions);
	struct sg_str focus, label;

	q->label = dsl_keep(s, dsl_word(&rest));
	q->title = dsl_keep(s, dsl_word(&rest));
	focus = dsl_word(&rest);
	if (rest.n && rest.p[0] == '|')
		q->wording = dsl_keep(s, sg_str_trim(sg_str_skip(rest, 1)));
	q->focus = sg_arena_array(&s->arena, s->ncodes, sizeof *q->focus);
	while (!sg_str_eqz(focus, "-") && sg_str_split(&focus, ',', &label))
		q->focus[q->nfocus++] = dsl_code(s, label);
}

static inline void dsl_add_case(struct sg_study *s, struct sg_str rest)
{
	struct sg_study_case *c = DSL_ADD(s, cases, ncases);

	c->name = dsl_keep(s, dsl_word(&rest));
	c->values = sg_arena_array(&s->arena, s->nattributes, sizeof *c->values);
	for (size_t i = 0; i < s->nattributes; i++) {
		struct sg_str value = dsl_word(&rest);
		c->values[i] = sg_str_eqz(value, "-") ? SG_STR("") : dsl_keep(s, value);
	}
}

static inline void dsl_add_answer(
	struct sg_study *s, struct sg_str rest, enum sg_answer_state state)
{
	static const char *const kinds[] = {
		"full", "missing", "blank", "unknown", "field", "partial", "cross"};
	uint32_t who = dsl_case(s, dsl_word(&rest));
	uint32_t question = dsl_question(s, dsl_word(&rest));
	struct sg_study_answer *a = DSL_ADD(s, answers, nanswers);
	struct sg_study_text *t = DSL_ADD(s, texts, ntexts);

	a->case_ = who;
	a->question = question;
	a->text = (uint32_t)s->ntexts - 1;
	a->state = question == SG_NONE ? SG_ANSWER_UNASSIGNED : state;
	if (state == SG_ANSWER_NONE) {
		struct sg_str kind = dsl_word(&rest);
		for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
			if (sg_str_eqz(kind, kinds[i]))
				a->kind = (enum sg_answer_kind)i;
	}
	rest = dsl_keep(s, rest);
	t->source = s->cases[who].name;
	t->body = sg_arena_printf(&s->arena, DSL_HEADING "%.*s", SG_ARG(rest));
	t->length = (uint32_t)sg_utf8_count(t->body);
	a->start = (uint32_t)strlen(DSL_HEADING);
	a->stop = t->length;
}

/* The place of a quoted text in an answer. */
static inline void dsl_place(struct sg_study *s, uint32_t answer, struct sg_str rest,
	uint32_t *start, uint32_t *stop)
{
	const struct sg_study_answer *a = &s->answers[answer];
	struct sg_str body = s->texts[a->text].body;

	*start = a->start;
	*stop = a->stop;
	if (rest.n >= 2 && rest.p[0] == '"')
		rest = sg_str_sub(rest, 1, rest.n - 1);
	rest = dsl_keep(s, rest);
	if (sg_str_eqz(rest, "*"))
		return;
	size_t at = sg_str_find(body, rest);
	if (at == SIZE_MAX)
		dsl_die("no such text", rest);
	*start = (uint32_t)sg_utf8_count(sg_str_sub(body, 0, at));
	*stop = *start + (uint32_t)sg_utf8_count(rest);
}

static inline void dsl_facet(struct sg_study *s, uint32_t *facets, struct sg_str pair)
{
	size_t eq = sg_str_findc(pair, '=');

	for (size_t f = 0; f < s->nfacets; f++)
		for (uint32_t v = 0; v < s->facets[f].nvalues; v++)
			if (sg_str_eq(s->facets[f].name, sg_str_sub(pair, 0, eq)) &&
				sg_str_eq(s->facets[f].values[v],
					sg_str_skip(pair, eq + 1)))
				facets[f] = v;
}

static inline uint32_t dsl_person(struct sg_study *s, struct sg_str name)
{
	for (uint32_t i = 1; i < s->ncoders; i++)
		if (sg_str_eq(s->coders[i], name))
			return i;
	*DSL_ADD(s, coders, ncoders) = dsl_keep(s, name);
	return (uint32_t)s->ncoders - 1;
}

static inline void dsl_coder(
	struct sg_study *s, struct sg_study_coding *c, struct sg_str name)
{
	c->born = 1;
	c->rejected = sg_str_eqz(name, "rejected");
	c->reviewed = sg_str_eqz(name, "reviewed") || c->rejected;
	c->origin = sg_str_eqz(name, "default") ? SG_ORIGIN_DEFAULT : SG_ORIGIN_RULE;
	if (c->reviewed || c->origin == SG_ORIGIN_DEFAULT || sg_str_eqz(name, "rules"))
		return;
	c->origin = SG_ORIGIN_PERSON;
	c->reviewed = true;
	c->born = 0;
	c->coder = dsl_person(s, name);
}

static inline void dsl_add_coding(struct sg_study *s, struct sg_str rest)
{
	uint32_t answer = dsl_answer(s, &rest);
	uint32_t code = dsl_code(s, dsl_word(&rest));
	struct sg_study_coding *c = DSL_ADD(s, codings, ncodings);

	c->answer = answer;
	c->code = code;
	uint32_t *facets = sg_arena_array(&s->arena, s->nfacets, sizeof *facets);
	for (size_t f = 0; f < s->nfacets; f++)
		facets[f] = SG_NONE;
	c->facets = facets;
	dsl_coder(s, c, dsl_word(&rest));
	while (rest.n && rest.p[0] != '"')
		dsl_facet(s, facets, dsl_word(&rest));
	dsl_place(s, answer, rest, &c->start, &c->stop);
}

static inline void dsl_add_hit(struct sg_study *s, struct sg_str rest)
{
	struct sg_study_coding *c = &s->codings[s->ncodings - 1];
	struct sg_study_hit *v = sg_arena_array(&s->arena, c->nhits + 1, sizeof *v);

	if (c->nhits)
		memcpy(v, c->hits, c->nhits * sizeof *v);
	dsl_place(s, c->answer, rest, &v[c->nhits].start, &v[c->nhits].stop);
	c->hits = v;
	c->nhits++;
}

static inline void dsl_add_pin(struct sg_study *s, struct sg_str rest, bool bar)
{
	struct sg_study_pin *p = DSL_ADD(s, pins, npins);

	p->answer = dsl_answer(s, &rest);
	p->code = dsl_code(s, dsl_word(&rest));
	p->barred = bar;
	dsl_place(s, p->answer, rest, &p->start, &p->stop);
}

static inline void dsl_add_read(struct sg_study *s, struct sg_str rest)
{
	uint32_t answer = dsl_answer(s, &rest), coder = dsl_person(s, rest);

	*DSL_ADD(s, seen, nseen) = (struct sg_study_seen){.answer = answer,
		.code = SG_NONE,
		.coder = coder,
		.start = s->answers[answer].start,
		.stop = s->answers[answer].stop,
		.run = 1,
		.says = SG_SEEN_READ};
}

static inline void dsl_add_drawn(struct sg_study *s, struct sg_str rest)
{
	uint32_t answer = dsl_answer(s, &rest), coder = dsl_person(s, rest);

	*DSL_ADD(s, assigned, nassigned) = (struct sg_study_assigned){.coder = coder,
		.case_ = s->answers[answer].case_,
		.question = s->answers[answer].question,
		.share = 0.5,
		.seed = 1,
		.way = SG_STR("answer")};
}

/* Rows are to be given by answer, as a loaded study has them. */
static inline void dsl_add_seen(struct sg_study *s, struct sg_str rest)
{
	struct sg_study_seen *seen = DSL_ADD(s, seen, nseen);

	seen->answer = dsl_answer(s, &rest);
	seen->code = dsl_code(s, dsl_word(&rest));
	seen->coder = dsl_person(s, dsl_word(&rest));
	seen->run = 1;
}

static inline void dsl_add_said(
	struct sg_study *s, struct sg_str rest, enum sg_seen says)
{
	struct sg_study_seen *seen = DSL_ADD(s, seen, nseen);

	seen->answer = dsl_answer(s, &rest);
	seen->code = dsl_code(s, dsl_word(&rest));
	seen->coder = dsl_person(s, dsl_word(&rest));
	seen->run = 1;
	seen->says = says;
	dsl_place(s, seen->answer, rest, &seen->start, &seen->stop);
}

static inline void dsl_add_memo(struct sg_study *s, struct sg_str rest)
{
	struct sg_study_memo *m = DSL_ADD(s, memos, nmemos);

	m->question = dsl_question(s, dsl_word(&rest));
	m->code = dsl_code(s, dsl_word(&rest));
	m->case_ = m->answer = SG_NONE;
	m->body = dsl_keep(s, rest);
}

static inline void dsl_add_facet(struct sg_study *s, struct sg_str rest)
{
	struct sg_study_facet *f = DSL_ADD(s, facets, nfacets);
	struct sg_str value;

	f->name = dsl_keep(s, dsl_word(&rest));
	while (sg_str_split(&rest, '|', &value))
		*(struct sg_str *)(f->values = dsl_push(s, f->values, &f->nvalues,
					   sizeof *f->values),
			&f->values[f->nvalues - 1]) = dsl_keep(s, value);
}

static inline void dsl_line(struct sg_study *s, struct sg_str line)
{
	uint32_t level = 0;

	while (level < line.n && line.p[level] == '\t')
		level++;
	struct sg_str rest = line, word = dsl_word(&rest);
	if (word.n == 0)
		return;
	if (sg_str_eqz(word, "title"))
		s->title = dsl_keep(s, rest);
	else if (sg_str_eqz(word, "language"))
		s->language = dsl_keep(s, rest);
	else if (sg_str_eqz(word, "attributes"))
		while (rest.n)
			*DSL_ADD(s, attributes, nattributes) =
				dsl_keep(s, dsl_word(&rest));
	else if (sg_str_eqz(word, "facet"))
		dsl_add_facet(s, rest);
	else if (sg_str_eqz(word, "code"))
		dsl_add_code(s, rest, level);
	else if (sg_str_eqz(word, "question"))
		dsl_add_question(s, rest);
	else if (sg_str_eqz(word, "case"))
		dsl_add_case(s, rest);
	else if (sg_str_eqz(word, "answer"))
		dsl_add_answer(s, rest, SG_ANSWER_ANSWERED);
	else if (sg_str_eqz(word, "none"))
		dsl_add_answer(s, rest, SG_ANSWER_NONE);
	else if (sg_str_eqz(word, "partial")) {
		dsl_add_answer(s, rest, SG_ANSWER_ANSWERED);
		s->answers[s->nanswers - 1].kind = SG_KIND_PARTIAL;
	} else if (sg_str_eqz(word, "coding"))
		dsl_add_coding(s, rest);
	else if (sg_str_eqz(word, "hit"))
		dsl_add_hit(s, rest);
	else if (sg_str_eqz(word, "pin") || sg_str_eqz(word, "bar"))
		dsl_add_pin(s, rest, sg_str_eqz(word, "bar"));
	else if (sg_str_eqz(word, "read"))
		dsl_add_read(s, rest);
	else if (sg_str_eqz(word, "drawn"))
		dsl_add_drawn(s, rest);
	else if (sg_str_eqz(word, "seen"))
		dsl_add_seen(s, rest);
	else if (sg_str_eqz(word, "holds"))
		dsl_add_said(s, rest, SG_SEEN_HOLDS);
	else if (sg_str_eqz(word, "rejects"))
		dsl_add_said(s, rest, SG_SEEN_NOT);
	else if (sg_str_eqz(word, "nothing"))
		dsl_add_said(s, rest, SG_SEEN_READ);
	else if (sg_str_eqz(word, "memo"))
		dsl_add_memo(s, rest);
	else
		dsl_die("what is that", line);
}

/* Builds a study; sg_arena_release(&s->arena) frees it. Aborts on a mistake. */
static inline bool dsl_before(
	const struct sg_study_coding *a, const struct sg_study_coding *b)
{
	const uint32_t x[] = {a->answer, a->start, a->stop, a->code, a->coder};
	const uint32_t y[] = {b->answer, b->start, b->stop, b->code, b->coder};
	size_t i = 0;

	while (i < 4 && x[i] == y[i])
		i++;
	return x[i] < y[i];
}

/* Codings are in the order that study.h says, however the lines are. */
static inline void dsl_sort(struct sg_study *s)
{
	for (size_t i = 1; i < s->ncodings; i++) {
		struct sg_study_coding c = s->codings[i];
		size_t k = i;
		for (; k > 0 && dsl_before(&c, &s->codings[k - 1]); k--)
			s->codings[k] = s->codings[k - 1];
		s->codings[k] = c;
	}
}

static inline void dsl_study(struct sg_study *s, const char *text)
{
	struct sg_str rest = sg_str_of(text), line;

	memset(s, 0, sizeof *s);
	sg_arena_init(&s->arena);
	s->title = SG_STR("연구");
	s->language = SG_STR("ko");
	*DSL_ADD(s, coders, ncoders) = SG_STR("rules");
	while (sg_str_line(&rest, &line))
		dsl_line(s, line);
	dsl_sort(s);
}

#endif
