/* lookalike.c - see lookalike.h. Members of closed classes (pronouns, numerals,
 * determiners, conjunctive adverbs, bound nouns) and the commonest adverbs and
 * nouns of this kind; no list can settle the rest, which depends on context. */
#include "config.h"

#include "text/lookalike.h"

#include <string.h>

static const struct {
	const char16_t *stem, *words;
} lookalikes[] = {
	{u"가", u"가지 가지고* 가지는 가지지* 가지다 가지면 가지기* 가지를 가질 가진 가해*"},
	{u"같", u"같이"},
	{u"걷", u"걸음*"},
	{u"걸", u"걸 건 겁니다"},
	{u"그러", u"그러나 그런 그런데* 그럼에도* 그러므로 그러면 그러면서* 그럼"},
	{u"그렇", u"그러나 그래서 그런데 그러므로 그렇지만 그러면 그러면서* 그래도 그럼 그럼에도* 그러니 그러니까"},
	{u"그리", u"그림* 그리고"},
	{u"나", u"나는 나도 나라* 날"},
	{u"남", u"남자* 남긴 남길 남기는"},
	{u"내", u"내려 내리"},
	{u"넘", u"넘긴 넘길 넘기는"},
	{u"느끼", u"느낌*"},
	{u"늘", u"늘 는"},
	{u"다르", u"다름*"},
	{u"달", u"달 단 단지 다니"},
	{u"담", u"담긴 담길 담기는"},
	{u"대", u"대신* 대로"},
	{u"대하", u"대한민국*"},
	{u"돕", u"도움*"},
	{u"두", u"둘 두세"},
	{u"따르", u"따라서 따름*"},
	{u"말", u"말 마시고 마시는 마시면* 마시기* 마시던 마시러 마시지* 마시다* 마신* 마실* 마셨* 마셔* 마십니다"},
	{u"맡", u"맡긴 맡길 맡기는"},
	{u"멀", u"멀리*"},
	{u"묻", u"물음*"},
	{u"믿", u"믿음*"},
	{u"바라", u"바람*"},
	{u"벌", u"번"},
	{u"보", u"보다"},
	{u"보이", u"보일러*"},
	{u"사", u"사실* 사건* 사는 살 살게 사기 사나"},
	{u"살", u"사실* 사나 삶*"},
	{u"싫", u"싫어하* 싫어한* 싫어할* 싫어함 싫어합* 싫어해* 싫어했*"},
	{u"싸우", u"싸움*"},
	{u"아니", u"아니"},
	{u"안", u"안은 안에*"},
	{u"알", u"안 알 아니* 아닌 아닐"},
	{u"앞서", u"앞서"},
	{u"어리", u"어린이*"},
	{u"얼", u"얼음*"},
	{u"열", u"열기*"},
	{u"오", u"오리"},
	{u"울", u"울음*"},
	{u"웃", u"웃음*"},
	{u"이렇", u"이래"},
	{u"이르", u"이를 이름*"},
	{u"일", u"일 이는 인 이나 일면 일단 일당 일대"},
	{u"자", u"잘 자기* 자라* 자란 자신*"},
	{u"젊", u"젊음*"},
	{u"졸", u"졸음*"},
	{u"좋", u"좋아하* 좋아한* 좋아할* 좋아함 좋아합* 좋아해* 좋아했* 좋아하*"},
	{u"죽", u"죽음*"},
	{u"지", u"지난 지나 지지를 지지는"},
	{u"지나", u"지난날*"},
	{u"크", u"크기*"},
	{u"피하", u"피해가 피해는 피해를 피해와 피해도 피해로 피해의 피해에"},
	{u"하", u"한 하나* 하지만 함께* 한때* 한달 한데 해가 해와 하기야"},
	{u"흐르", u"흐름*"},
};

const char16_t *sg_lookalikes(const char16_t *text, size_t n)
{
	for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++) {
		const char16_t *stem = lookalikes[i].stem;
		size_t k = 0;
		while (stem[k] && k < n && stem[k] == text[k])
			k++;
		if (k == n && !stem[k])
			return lookalikes[i].words;
	}
	return NULL;
}

bool sg_lookalike_in(const char16_t *words, const char16_t *run, size_t n)
{
	while (words && *words) {
		size_t k = 0;
		while (words[k] && words[k] != u' ' && words[k] != u'*')
			k++;
		bool open = words[k] == u'*';
		if ((k == n || (open && k < n)) &&
			memcmp(words, run, k * sizeof *run) == 0)
			return true;
		words += k + open;
		words += *words == u' ';
	}
	return false;
}
