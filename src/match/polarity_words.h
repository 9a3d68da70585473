/* polarity_words.h - the closed classes of words that polarity.c tells negation by;
 * included there only. Each table is of forms, of beginnings or of endings of words,
 * as its comment or its user says, and ends with NULL. */
#ifndef SG_MATCH_POLARITY_WORDS_H
#define SG_MATCH_POLARITY_WORDS_H

#include <stddef.h>

typedef const char *const table[];

/* Adverbs of degree and time that stand between a noun and its predicate. */
static table adverbs = {"전혀", "거의", "아예", "별로", "더", "더는", "더이상", "아직",
	"늘", "잘", "절대", "결코", "도저히", "그다지", "많이", "바로", "제대로",
	"직접", "좀", "조금", "다", "또", "이미", "여전히", "그리", "썩", "딱히",
	"특별히", "굳이", "끝내", "아주", "영", "통", "도무지", "하나", "하나도",
	"조금도", "자주", "꼭", "지금", "현재", "이제", "당분간", "아무도", "누구도",
	"아무것도", "모두", "사실상", NULL};

/* Nouns that turn the clause before them into what 없다 or 아니다 is said of. */
static table dependent = {"수", "리", "줄", "순", "턱", "적", "일", "바", "필요",
	"방법", "길", "계획", "생각", "가능성", "여지", "도리", "까닭", "이유", "예정",
	"의향", "뜻", "마음", "방도", "나위", "여유", "재간", "엄두", "것", "거", "게",
	"건", "걸", "셈", "말", "얘기", "이야기", "의도", "점", "상황", "수준", "단계",
	"처지", "편", "문제", "때문", "정도", "형편", NULL};
static table dependent_tails = {
	"만", "", "이", "가", "은", "는", "도", "를", "을", "조차", "만은", NULL};

/* Auxiliaries by the ending they follow. */
static table end_go = {"고", "고는", "고도", "고만", "곤", NULL};
static table next_go = {"있", "계시", "싶", "나", NULL};
static table end_will = {"려고", "려고도", "려고는", "려", "도록", "기도", "기는",
	"기를", "기가", "길", "긴", "기", "게", "게는", "게끔", "고자", "거나", NULL};
static table next_will = {"하", "해서", "해도", "해야", "해요", "한", "할", "합", "했",
	"되", "돼", "된", "될", "됐", "들", "만들", NULL};
static table end_must = {"야", "야만", "야지", NULL};
static table next_must = {
	"하", "해", "한", "할", "합", "했", "되", "돼", "된", "될", NULL};
static table end_says = {"다고", "다고는", "다고도", "라고", "라고는", "라고도", "자고",
	"냐고", "다곤", "라곤", NULL};
static table next_says = {"하", "할", "한", "해", "했", "보", "볼", "본", "봤", "말하",
	"말할", "말씀", "생각", "여기", "여길", "믿", "느끼", "느낀", NULL};
static table next_vowel = {"있", "주", "준", "줄", "줬", "보", "본", "볼", "봤", "놓",
	"두", "둔", "버리", "내", "낸", "냈", "가", "오", "온", "나가", "지", "진",
	"드리", "드린", "계시", "하", "했", "한", NULL};

/* The negative auxiliary behind -지. */
static table negative = {"않", "아니하", "아니한", "아니할", "아니했", "아니합", "못하",
	"못했", "못한", "못할", "못합", "못해", "못함", "말", "마라", "마십", "마세",
	"맙시", "마시", "마셔", "안는", "안습", "안았", "안아", NULL};
/* Written together with what it negates. */
static table joined = {"지않", "지못", "지말", "지는않", "지도않", "지는못", "지도못",
	"지를않", "지를못", "지아니", "수없", "수는없", "수가없", "수도없", "면안되",
	"면안된", "면안돼", "서는안되", "서는안된", "서는안돼", "기는커녕", "긴커녕",
	NULL};
/* Of a noun's rest: 사용안함, 이용못하는, 소용없다. */
static table joined_rest = {"안하", "안한", "안할", "안함", "안합", "안해", "안했",
	"안되", "안된", "안될", "안됨", "안됩", "안돼", "안됐", "못하", "못한", "못할",
	"못함", "못합", "못해", "못했", "없", NULL};
static table joined_next = {"안하", "안한", "안할", "안함", "안합", "안해", "안했",
	"안되", "안된", "안될", "안됨", "안됩", "안돼", "안됐", "않되", "않돼", "않된",
	"못하", "못한", "못할", "못함", "못합", "못해", "못했", NULL};
static table allowed = {
	"안되", "안된", "안될", "안됨", "안됩", "안돼", "안됐", "않되", "않된", NULL};
static table become = {"되", "돼", "된", "될", "됨", "됩", "됐", NULL};
static table is_not = {"아니", "아닌", "아닙", "아님", "아닐", "아녜", "아녔", NULL};
/* Questions that assert: 그렇지 않나, 혁신 아니겠는가. */
static table rhetorical = {"않을까", "않나", "않은가", "않는가", "않습니까", "않느냐",
	"않겠습니까", "않겠나", "않겠는가", "않겠느냐", "않니", "않았습니까", "않았나",
	"않았는가", "않았느냐", "않았을까", "않던가", "아니었나", "아니었을까",
	"아니던가", "아닌가", "아닐까", "아닙니까", "아니겠", "아닌지", "않을지",
	"아니냐", NULL};
static table why = {"왜", "어째서", "어찌하여", "언제까지", NULL};

/* Predicates whose subject is what changes: their negation is said of it. */
static table becoming = {"되", "어지", "아지", "여지", "해지", "나타나", "생기", "보이",
	"늘", "줄", "오르", "들", "남", "있", "맞", "통하", "드러나", "나오", "끝나",
	"이루어지", "이뤄지", "풀리", "나아지", "크", "높", "많", "낮", "적", "충분하",
	"열리", "닫히", "막히", "쓰이", "바뀌", "읽히", "팔리", "잡히", "쌓이", "섞이",
	"끊이", "닿", "들리", "믿기", "당하", NULL};
/* 결론이 나지 않다: that verb by itself, as others (만나다) end in it. */
static table coming_out = {"나", "나지", "나서", "나면", "나니", "나고", "나도", "나는",
	"나네요", "난", "난다", "난다고", "날", "났다", "났고", "났습니다", "납니다",
	NULL};
/* What goes to one's mind (이해가 가다), and the forms of that verb. */
static table mental = {"이해", "믿음", "신뢰", "납득", "관심", "수긍", "짐작", "공감",
	"마음", "호감", "정", "눈길", "손", NULL};
static table going = {"가", "가지", "가서", "가면", "가니", "가고", "가도", "가는",
	"간", "간다", "갈", "갔", "갔다", "갔습니다", "갑니다", "가요", "감", NULL};

static table becoming_next = {"되", "돼", "된", "될", "됨", "됩", "됐", "나타", "나오",
	"나와", "생", "보이", "보인", "보임", "보여", "늘", "는", "줄", "준", "오르",
	"올라", "들", "남", "있", "맞", "통", "드러", "끝", "이루어", "풀", "많", "높",
	"크", "떨어", "잡히", "서", "열리", "열려", "막히", "쓰이", "쓰여", "바뀌",
	"바뀐", "읽히", "팔리", "팔려", "쌓이", "쌓여", "닿", "들리", "들려", NULL};

static table subject = {"이", "가", "께서", "이야", NULL};
static table object = {"을", "를", NULL};
static table topic = {
	"은", "는", "도", "만", "조차", "마저", "까지도", "만은", "들", NULL};
static table joining = {"과", "와", "이나", "이랑", "및", "이며", NULL};
static table adverbial = {"에", "에서", "에게", "로", "으로", "에도", "에는", "에서는",
	"에서도", "에게는", "로는", "으로는", "까지", "부터", "만큼", "보다", "처럼",
	"히", "게", "대로", "마다", "더러", "한테", NULL};
/* -아서가 아니다: the reason is what is denied. */
static table reason = {"서가", "서는", "서만이", "서만은", "때문이", "때문은", NULL};
/* Dependent adjectives behind -ㄴ, -ㄹ. */
static table seeming = {
	"만하", "만한", "만할", "듯하", "듯한", "법하", "법한", "뻔하", "뻔한", NULL};
/* Before these -나 is part of a stem (만나 보다), no ending. */
static table stems_in_na = {
	"만나", "떠나", "지나", "어나", "아나", "끝나", "타나", "러나", NULL};

static table closing = {"지만", "는데", "은데", "한데", "인데", "던데", "으나", "므로",
	"니까", "면서", "며", "으면", "하면", "되면", NULL};

#endif
