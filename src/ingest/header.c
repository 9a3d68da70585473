/* header.c - see header.h. */
#include "config.h"

#include "ingest/header.h"

#include <string.h>

#include "ingest/key.h"

enum { KEY_LETTERS = 24, KEY_WORDS = 4, VALUE_LETTERS = 200 };

static const struct {
	unsigned rank;
	const char *name;
} respondent_names[] = {
	{2, "응답자"},
	{2, "응답자번호"},
	{2, "응답자 ID"},
	{2, "응답자 코드"},
	{2, "응답자 식별자"},
	{2, "응답번호"},
	{2, "응답 ID"},
	{2, "참여자"},
	{2, "참여자번호"},
	{2, "참여자 ID"},
	{2, "참가자"},
	{2, "참가자번호"},
	{2, "대상자"},
	{2, "대상자번호"},
	{2, "면담자"},
	{2, "피면담자"},
	{2, "면담대상자"},
	{2, "인터뷰이"},
	{2, "인터뷰 대상자"},
	{2, "사례"},
	{2, "사례번호"},
	{2, "케이스"},
	{2, "식별자"},
	{2, "식별번호"},
	{2, "설문번호"},
	{2, "아이디"},
	{2, "ID"},
	{2, "respondent"},
	{2, "respondent id"},
	{2, "respondent no"},
	{2, "participant"},
	{2, "participant id"},
	{2, "participant no"},
	{2, "interviewee"},
	{2, "interviewee id"},
	{2, "subject"},
	{2, "subject id"},
	{2, "case"},
	{2, "case id"},
	{2, "PID"},
	{2, "response id"},
	{1, "성명"},
	{1, "이름"},
	{1, "성함"},
	{1, "응답자명"},
	{1, "응답자 성명"},
	{1, "name"},
	{1, "번호"},
	{1, "일련번호"},
	{1, "연번"},
	{1, "순번"},
	{1, "no"},
	{1, "number"},
};

unsigned sg_header_rank(struct sg_str name)
{
	for (size_t i = 0; i < sizeof respondent_names / sizeof *respondent_names; i++)
		if (sg_key_eqz(name, respondent_names[i].name))
			return respondent_names[i].rank;
	return 0;
}

static bool strip(struct sg_str *s, const char *mark)
{
	if (!sg_str_starts(*s, sg_str_of(mark)))
		return false;
	*s = sg_str_skip(*s, strlen(mark));
	return true;
}

static size_t find_colon(struct sg_str line, size_t *width)
{
	size_t ascii = sg_str_findc(line, ':'), full = sg_str_find(line, SG_STR("："));

	*width = ascii < full ? 1 : 3;
	return ascii < full ? ascii : full;
}

static size_t count_words(struct sg_str s)
{
	size_t n = 0;
	struct sg_str piece;

	while (sg_str_split(&s, ' ', &piece))
		n += piece.n > 0;
	return n;
}

bool sg_header_line(struct sg_str line, struct sg_str *name, struct sg_str *value)
{
	static const char *const marks[] = {
		"- ", "* ", "• ", "□ ", "○ ", "■ ", "**", "__"};
	size_t width;

	line = sg_str_trim(line);
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strip(&line, marks[i]))
			line = sg_str_trim(line);
	size_t colon = find_colon(line, &width);
	if (colon == SIZE_MAX)
		return false;
	struct sg_str key = sg_str_trim(sg_str_sub(line, 0, colon));
	struct sg_str rest = sg_str_trim(sg_str_skip(line, colon + width));
	if (strip(&rest, "**") || strip(&rest, "__"))
		rest = sg_str_trim(rest);
	if (sg_str_ends(key, SG_STR("**")) || sg_str_ends(key, SG_STR("__")))
		key = sg_str_trim(sg_str_sub(key, 0, key.n - 2));
	size_t letters = sg_key_length(key);
	if (letters == 0 || letters > KEY_LETTERS || count_words(key) > KEY_WORDS ||
		sg_key_length(rest) > VALUE_LETTERS)
		return false;
	for (size_t i = 0; i < key.n; i++)
		if (memchr(".?!,;\"'[]<>#|", key.p[i], 13))
			return false;
	if (sg_str_starts(rest, SG_STR("//"))) /* an address, not a key */
		return false;
	*name = key;
	*value = rest;
	return true;
}
