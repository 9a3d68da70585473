/* places.c - the places that scopes and `questions:` name, and whether a questionnaire
 * has them.
 */
#include "config.h"

#include "codebook/reader.h"

#include <stdlib.h>

#include "codebook/questionnaire.h"
#include "text/utf8.h"

size_t sg_find_sign(struct sg_str s, uint32_t sign, size_t *len)
{
	for (size_t off = 0; off < s.n;) {
		size_t from = off;
		if (sg_sign(sg_utf8_next(s, &off)) == sign) {
			*len = off - from;
			return from;
		}
	}
	*len = 0;
	return SIZE_MAX;
}

bool sg_split_commas(struct sg_str *rest, struct sg_str *piece)
{
	if (!rest->p)
		return false;
	for (size_t off = 0; off < rest->n;) {
		size_t from = off;
		uint32_t cp = sg_sign(sg_utf8_next(*rest, &off));
		if (cp == ',' || cp == 0x3001) {
			*piece = sg_str_sub(*rest, 0, from);
			*rest = sg_str_skip(*rest, off);
			return true;
		}
	}
	*piece = *rest;
	*rest = (struct sg_str){NULL, 0};
	return true;
}

static size_t digits(struct sg_str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

bool sg_looks_like_question(struct sg_str s)
{
	static const struct sg_str words[] = {{"질문", sizeof "질문" - 1},
		{"문항", sizeof "문항" - 1}, {"문", sizeof "문" - 1}};
	size_t n = 0;

	while (n < s.n && n < 3 &&
		((s.p[n] >= 'A' && s.p[n] <= 'Z') || (s.p[n] >= 'a' && s.p[n] <= 'z')))
		n++;
	for (size_t i = 0; n == 0 && i < sizeof words / sizeof *words; i++)
		if (sg_str_starts(s, words[i]))
			n = words[i].n;
	s = sg_str_trim(sg_str_skip(s, n));
	n = digits(s);
	if (n == 0)
		return false;
	s = sg_str_skip(s, n);
	if (s.n > 1 && s.p[0] == '-' && digits(sg_str_skip(s, 1)) > 0)
		s = sg_str_skip(s, 1 + digits(sg_str_skip(s, 1)));
	if (s.n &&
		((s.p[0] >= 'a' && s.p[0] <= 'z') || (s.p[0] >= 'A' && s.p[0] <= 'Z')))
		s = sg_str_skip(s, 1);
	return s.n == 0;
}

static bool read_place(struct sg_reader *r, struct sg_str piece, struct sg_place *out)
{
	struct sg_str s = sg_str_trim(piece), question = s, part = {NULL, 0};
	size_t len, dot = sg_find_sign(s, '.', &len);

	if (s.n == 0) {
		sg_reader_note(r, SG_ERROR, piece,
			_("a question or part is missing here (Q4, Q4.시급, 시급)"));
		return false;
	}
	if (dot != SIZE_MAX) {
		question = sg_str_trim(sg_str_sub(s, 0, dot));
		part = sg_str_trim(sg_str_skip(s, dot + len));
		if (!question.n || !part.n) {
			sg_reader_note(r, SG_ERROR, s,
				_("'%.*s' is no place; write Q4, Q4.시급 or 시급"),
				SG_ARG(s));
			return false;
		}
	} else if (!sg_looks_like_question(s)) {
		part = s;
		question = (struct sg_str){NULL, 0};
	}
	struct sg_expr_place at = sg_reader_place(r, s);
	out->question = sg_reader_keep(r, question);
	out->part = sg_reader_keep(r, part);
	out->line = at.lines[0];
	out->col = at.cols[0];
	return true;
}

bool sg_reader_places(struct sg_reader *r, struct sg_str text, struct sg_places *out)
{
	SG_VEC(struct sg_place) v = {0};
	struct sg_str rest = text, piece;
	struct sg_place place;
	bool good = true;

	while (good && sg_split_commas(&rest, &piece)) {
		good = read_place(r, piece, &place);
		if (good)
			SG_PUSH(&v, place);
	}
	if (good) {
		out->v = sg_arena_array(&r->book->arena, v.n, sizeof *out->v);
		out->n = v.n;
		for (size_t i = 0; i < v.n; i++)
			out->v[i] = v.v[i];
	}
	free(v.v);
	return good;
}

struct places_check {
	const struct sg_codebook *book;
	const struct sg_questionnaire *questionnaire;
	struct sg_notes *notes;
	int rc;
};

#define place_error(c, place, what, ...)                                           \
	do {                                                                       \
		struct sg_locus locus_ = {(c)->book->path.p, (c)->book->body, 1};  \
		sg_locus_note(&locus_, (c)->notes, SG_ERROR, (place)->line,        \
			(place)->col, (uint32_t)sg_utf8_count(what), __VA_ARGS__); \
		(c)->rc = SG_EINPUT;                                               \
	} while (0)

static bool has_part(const struct sg_question *q, struct sg_str part)
{
	for (size_t i = 0; i < q->nparts; i++)
		if (sg_str_eq(q->parts[i], part))
			return true;
	return false;
}

static void check_question(struct places_check *c, const struct sg_place *place)
{
	uint32_t at = sg_questionnaire_find(c->questionnaire, place->question);

	if (at == SG_NO_QUESTION) {
		place_error(c, place, place->question,
			_("the questionnaire has no question '%.*s'"),
			SG_ARG(place->question));
		return;
	}
	const struct sg_question *q = &c->questionnaire->questions[at];
	if (!sg_str_eq(q->label, place->question))
		place_error(c, place, place->question,
			_("the questionnaire has no question '%.*s'; write '%.*s'"),
			SG_ARG(place->question), SG_ARG(q->label));
	else if (place->part.n && !has_part(q, place->part))
		place_error(c, place, place->part,
			_("question '%.*s' has no part '%.*s'"), SG_ARG(q->label),
			SG_ARG(place->part));
}

static void check_place(struct places_check *c, const struct sg_place *place)
{
	if (place->question.n) {
		check_question(c, place);
		return;
	}
	for (size_t i = 0; i < c->questionnaire->nquestions; i++)
		if (has_part(&c->questionnaire->questions[i], place->part))
			return;
	place_error(c, place, place->part, _("no question has a part '%.*s'"),
		SG_ARG(place->part));
}

int sg_codebook_check_places(const struct sg_codebook *book,
	const struct sg_questionnaire *questionnaire, struct sg_notes *notes)
{
	struct places_check c = {book, questionnaire, notes, 0};

	for (size_t i = 0; i < book->ncodes; i++) {
		const struct sg_code *code = &book->codes[i];
		const struct sg_code *parent =
			code->parent == SG_NO_CODE ? NULL : &book->codes[code->parent];
		/* Inherited places are one array with the ancestor's: said once. */
		bool inherited =
			(parent && parent->questions.v == code->questions.v) ||
			(i > 0 && book->codes[i - 1].questions.v == code->questions.v);
		for (size_t k = 0; k < code->questions.n && !inherited; k++)
			check_place(&c, &code->questions.v[k]);
		for (size_t k = 0; k < code->ndefaults; k++)
			check_place(&c, &code->default_places[k]);
		for (size_t k = 0; k < code->nrules; k++)
			for (size_t j = 0; j < code->rules[k].scope.n; j++)
				check_place(&c, &code->rules[k].scope.v[j]);
	}
	return c.rc;
}
