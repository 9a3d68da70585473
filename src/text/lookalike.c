/* lookalike.c - see lookalike.h. Members of closed classes (pronouns, numerals,
 * determiners, conjunctive adverbs, bound nouns) and the commonest adverbs and
 * nouns of this kind; no list can settle the rest, which depends on context. */
#include "config.h"

#include "text/lookalike.h"

#include <string.h>

static const struct {
	const char16_t *stem, *words;
} lookalikes[] = {
	{u"가", u"가지 가지가 가지는 가지를 가려"},
	{u"갈", u"갈라"},
	{u"감", u"감긴 감길 감기는"},
	{u"갖", u"갖은"},
	{u"걷", u"걸음*"},
	{u"걸", u"걸 건 겁니다"},
	{u"고", u"고려*"},
	{u"굶", u"굶긴 굶길 굶기는"},
	{u"권하", u"권한*"},
	{u"그러", u"그러나 그런 그런데* 그럼에도* 그러므로 그러면 그러면서* 그럼 "
		  u"그래서 그래도 그러자 그러다가"},
	{u"그렇", u"그러나 그래서 그런데 그러므로 그렇지만 그러면 그러면서* 그래도 "
		  u"그럼 그럼에도* 그러니 그러니까"},
	{u"그리", u"그림* 그리고"},
	{u"길", u"길 기세"},
	{u"깨닫", u"깨달음*"},
	{u"끊", u"끊긴 끊길 끊기는"},
	{u"나", u"나는 나도 나라* 날 나서"},
	{u"남", u"남자* 남긴 남길 남기는"},
	{u"내", u"내려 내심 내지 내면 내면은"},
	{u"넘", u"넘긴 넘길 넘기는"},
	{u"느끼", u"느낌*"},
	{u"늘", u"늘 는"},
	{u"늙", u"늙은이*"},
	{u"날", u"날을 날은"},
	{u"다르", u"다름* 달라는 달라고 달라며 달라면서"},
	{u"다투", u"다툼*"},
	{u"달", u"달 단 단지 단가* 다니 다시는 달라지*"},
	{u"담", u"담긴 담길 담기는"},
	{u"대", u"대신* 대기* 대면 대면은 대세 대지"},
	{u"대하", u"대한민국*"},
	{u"덜", u"덜"},
	{u"돌", u"도시는 돈"},
	{u"돕", u"도움*"},
	{u"되", u"돼지*"},
	{u"두", u"둘 두세"},
	{u"따르", u"따라서 따름*"},
	{u"뜯", u"뜯긴 뜯길 뜯기는"},
	{u"마르", u"말라"},
	{u"막", u"막대"},
	{u"말", u"말 마시고 마시는 마시면* 마시기* 마시던 마시러 마시지* 마시다* 마신* "
		u"마실* 마셨* 마셔* 마십니다"},
	{u"맡", u"맡긴 맡길 맡기는"},
	{u"모이", u"모임*"},
	{u"묶", u"묶음*"},
	{u"묻", u"물음*"},
	{u"믿", u"믿음*"},
	{u"바라", u"바람* 바라보* 바라본* 바라볼* 바라봄* 바라봅* 바라봤* 바라봐*"},
	{u"배", u"배려*"},
	{u"벌", u"번"},
	{u"벗", u"벗긴 벗길 벗기는"},
	{u"보", u"보다 보다는 보고서*"},
	{u"보이", u"보일러*"},
	{u"불", u"불 불러*"},
	{u"빼앗", u"빼앗긴 빼앗길 빼앗기는"},
	{u"뺏", u"뺏긴 뺏길 뺏기는"},
	{u"사", u"사실* 사건* 사는 살 살게 살지 살수* 사기* 사나 사고 사고는 사고도 "
		u"사려 사라지 사면"},
	{u"살", u"사실* 사나 삶*"},
	{u"상하", u"상해진단*"},
	{u"서", u"서면 서면은"},
	{u"세", u"세기*"},
	{u"숨", u"숨긴 숨길 숨기는"},
	{u"신", u"신고* 신긴 신길 신기는"},
	{u"싫", u"싫어하* 싫어한* 싫어할* 싫어함 싫어합* 싫어해* 싫어했*"},
	{u"싸우", u"싸움*"},
	{u"씻", u"씻긴 씻길 씻기는"},
	{u"안", u"안은 안긴 안길 안기는"},
	{u"알", u"안 아니*"},
	{u"앞서", u"앞서"},
	{u"어리", u"어린이*"},
	{u"어르", u"어르신*"},
	{u"어떻", u"어떤"},
	{u"열", u"열기가 열기와 열기의 열기에"},
	{u"오르", u"오른쪽* 오른편* 오른손*"},
	{u"옮", u"옮긴 옮길 옮기는"},
	{u"울", u"우세"},
	{u"웃", u"웃음* 웃긴 웃길 웃기는"},
	{u"이러", u"이런 이런저런* 이러나"},
	{u"이렇", u"이래 이런저런*"},
	{u"이르", u"이를 이름* 이른바*"},
	{u"일", u"일 이는 인 이나 일면 입니다"},
	{u"자", u"잘 자기* 자라* 자신* 자세"},
	{u"잠", u"잠긴 잠길 잠기는"},
	{u"잡", u"잡지를 잡지가 잡지는"},
	{u"재", u"재고"},
	{u"저러", u"저런"},
	{u"절", u"저는"},
	{u"젊", u"젊음* 젊은이*"},
	{u"제하", u"제한*"},
	{u"좋", u"좋아하* 좋아한* 좋아할* 좋아함 좋아합* 좋아해* 좋아했*"},
	{u"죽", u"죽음*"},
	{u"주", u"줄줄이"},
	{u"지", u"지나 지지를 지지는 지시는"},
	{u"지나", u"지난날* 지난해* 지난번* 지나치* 지나친* 지나침*"},
	{u"쫓", u"쫓긴 쫓길 쫓기는"},
	{u"찢", u"찢긴 찢길 찢기는"},
	{u"참", u"참고"},
	{u"추", u"추세"},
	{u"크", u"크기*"},
	{u"팔", u"판단* 팔"},
	{u"피하", u"피해가 피해는 피해와 피해도"},
	{u"하", u"한 하나 하지만* 함께* 한데 해가 해와 하기야 한가"},
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
