/* study_find.c - looking things up in a loaded study. */
#include "config.h"

#include "store/study.h"

#include "text/utf8.h"

uint32_t sg_study_run_here(const struct sg_study *s)
{
	return s->foreign ? 0 : s->run;
}

uint32_t sg_study_code_find(const struct sg_study *s, struct sg_str label)
{
	uint32_t named = SG_NONE;

	for (uint32_t i = 0; i < s->ncodes; i++)
		if (sg_str_eq(s->codes[i].label, label))
			return i;
	for (uint32_t i = 0; i < s->ncodes; i++)
		if (sg_str_eq(s->codes[i].name, label)) {
			if (named != SG_NONE)
				return SG_NONE;
			named = i;
		}
	return named;
}

static bool same_latin(struct sg_str a, struct sg_str b)
{
	for (size_t i = 0; a.n == b.n && i < a.n; i++) {
		char x = a.p[i], y = b.p[i];
		x = x >= 'A' && x <= 'Z' ? (char)(x - 'A' + 'a') : x;
		y = y >= 'A' && y <= 'Z' ? (char)(y - 'A' + 'a') : y;
		if (x != y)
			return false;
	}
	return a.n == b.n;
}

uint32_t sg_study_question_find(const struct sg_study *s, struct sg_str label)
{
	for (uint32_t i = 0; i < s->nquestions; i++)
		if (sg_str_eq(s->questions[i].label, label))
			return i;
	for (uint32_t i = 0; i < s->nquestions; i++)
		if (same_latin(s->questions[i].label, label) ||
			(label.n && sg_str_eq(s->questions[i].title, label)))
			return i;
	return SG_NONE;
}

uint32_t sg_study_case_find(const struct sg_study *s, struct sg_str name)
{
	size_t low = 0, high = s->ncases;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = sg_str_cmp(s->cases[mid].name, name);
		if (c == 0)
			return (uint32_t)mid;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return SG_NONE;
}

uint32_t sg_study_answers_of(
	const struct sg_study *s, uint32_t case_, uint32_t question, uint32_t *end)
{
	size_t low = 0, high = s->nanswers;

	/* They are by case and question, SG_NONE last. */
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct sg_study_answer *a = &s->answers[mid];
		if (a->case_ < case_ || (a->case_ == case_ && a->question < question))
			low = mid + 1;
		else
			high = mid;
	}
	for (high = low; high < s->nanswers; high++)
		if (s->answers[high].case_ != case_ ||
			s->answers[high].question != question)
			break;
	*end = (uint32_t)high;
	return (uint32_t)low;
}

bool sg_study_code_within(const struct sg_study *s, uint32_t code, uint32_t ancestor)
{
	while (code != SG_NONE && code != ancestor)
		code = s->codes[code].parent;
	return code != SG_NONE;
}

struct sg_str sg_study_quote(
	const struct sg_study *s, uint32_t text, uint32_t start, uint32_t stop)
{
	struct sg_str body = s->texts[text].body;

	if (!body.p)
		return (struct sg_str){"", 0};
	size_t from = sg_utf8_offset(body, start);
	struct sg_str rest = sg_str_skip(body, from);
	return sg_str_sub(rest, 0, sg_utf8_offset(rest, stop - start));
}
