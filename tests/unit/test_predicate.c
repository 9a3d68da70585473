/* Inflected forms, worked by hand after 한글 맞춤법 제15–18항 and 제32–40항 and the
 * conjugation tables of 표준국어대사전. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "text/predicate.h"

/* A dictionary form, words it must match and words it must not, both separated
 * by blanks. */
struct example {
	const char *form, *yes, *no;
};

static void check(const struct sg_predicate *p, const char *form, const char *words,
	bool expected)
{
	struct sg_str rest = sg_str_of(words), word;

	while (sg_str_split(&rest, ' ', &word)) {
		if (sg_predicate_match(p, word) != expected)
			fail_msg("~%s %s %.*s", form,
				expected ? "does not match" : "matches", SG_ARG(word));
	}
}

static void check_examples(const struct example *examples, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct sg_error err = {0};
		struct sg_predicate *p =
			sg_predicate_new(sg_str_of(examples[i].form), &err);
		assert_non_null(p);
		check(p, examples[i].form, examples[i].yes, true);
		check(p, examples[i].form, examples[i].no, false);
		sg_predicate_free(p);
	}
}

#define CHECK(examples) check_examples(examples, sizeof examples / sizeof *examples)

static void test_closed_stems(void **state)
{
	static const struct example examples[] = {
		{"먹다",
			"먹다 먹는 먹은 먹을 먹던 먹었다 먹었습니다 먹겠다 먹고 먹지만 "
			"먹으면 "
			"먹으니까 먹어 먹어서 먹어도 먹어야 먹자 먹습니다 먹는다 먹기 "
			"먹음 먹을까",
			"먹구름 먹물 먹통 먹이사슬"},
		{"받다",
			"받아 받아서 받았다 받은 받을 받는 받으면 받습니다 받고 받도록 "
			"받아요",
			"받침 받침대 받아쓰기"},
		{"막다", "막다 막는 막아 막았다 막으려고 막기 막지 막습니다",
			"막대 막내 막상 막걸리 막연히 막대한 막차"},
		{"남다", "남은 남아 남았다 남는 남고 남습니다 남아있다",
			"남자 남편 남쪽 남녀 남기는 남긴"},
		{"웃다", "웃다 웃는 웃어 웃었다 웃으며 웃으면서", "웃음 웃음을 웃돈"},
		{"벗다", "벗어 벗은 벗었다 벗는 벗고", "벗꽃 벗어나는"},
		{"얻다", "얻는 얻어 얻은 얻을 얻었다 얻고 얻으려면", "언어"},
		{"믿다", "믿고 믿어 믿는다 믿었다 믿을수있는 믿을만한", "믿음 믿음이"},
		{"높다", "높은 높아 높아서 높았다 높습니다 높고 높아지고 높으면",
			"높이 높낮이"},
		{"많다",
			"많은 많아 많다 많았다 많고 많습니다 많지만 많아서 많음 "
			"많아졌다 많네요 "
			"많을수록 많더라고요",
			"많이"},
		{"않다", "않는 않은 않아 않았다 않고 않습니다 않기 않으면 않도록",
			"안"},
		{"싫다", "싫다 싫어 싫은 싫었다 싫습니다 싫어요", "싫증 싫어하는"},
		{"읽다", "읽다 읽는 읽어 읽은 읽을 읽었다 읽고 읽습니다", "읽혔다"},
		{"밝다", "밝은 밝다 밝고 밝아 밝았다 밝습니다", "밝혔다 밝히는 밝힌"},
		{"괜찮다", "괜찮은 괜찮아요 괜찮습니다 괜찮았다 괜찮을", "괜히"},
		{"같다", "같은 같다 같아요 같아 같았다 같습니다 같고 같지만 같음",
			"갓 같이"},
		{"좋다",
			"좋은 좋다 좋아 좋아요 좋았다 좋겠다 좋겠습니다 좋을 좋네요 "
			"좋아지다",
			"좋아하는 좋아한다"},
	};

	(void)state;
	CHECK(examples);
}

static void test_open_stems(void **state)
{
	static const struct example examples[] = {
		{"가다",
			"가다 가는 간 갈 갔다 가서 가고 갑니다 가세요 가면 가도록 "
			"갈수록 갔던",
			"가장 가족 가수 가지고 가구 가정 가능하다 간단히 가운데 감정"},
		{"보다", "보고 봅니다 봤다 보았다 봐서 보면 본다 볼 보니 보아도 보세요",
			"보험 보고서 보일러 보호 본인 볼펜"},
		{"주다", "주는 준 줄 줘 주었다 줬다 주고 줍니다 주세요 주셨다 주시면",
			"주민 주요 주말 주장하는 준비 주택"},
		{"오다", "오는 온 올 와서 왔다 오고 옵니다 오세요 오너라",
			"오늘 오래 온도 올해"},
		{"배우다", "배우는 배운 배워 배워서 배웠다 배우고 배웁니다 배울",
			"배우들과 배경"},
		{"마시다", "마시는 마신 마셔 마셨다 마시고 마십니다", "마음 마지막"},
		{"되다",
			"되는 된 될 되어 돼 됐다 되었다 됩니다 되고 되면 되지 되도록 "
			"됨 돼서",
			"된장 돼지 되풀이"},
		{"내다", "내는 낸 낼 냈다 내고 내서 내어 냅니다",
			"내용 내가 내년 내일 내려"},
		{"서다", "서는 선 섰다 서고 섭니다 서서",
			"선거 선거에서 서울 서로 서비스 선생님"},
		{"사다", "산 샀다 사서 사면서 삽니다 사야",
			"사람 사회 사실 사건 사업 사용 산업 사고"},
		{"쉬다", "쉬는 쉰 쉬었다 쉬어 쉬고 쉽니다", "쉽게"},
		{"바뀌다", "바뀌는 바뀐 바뀌어 바뀌었다 바뀝니다 바꼈다 바껴서",
			"바꾸는"},
		{"나타나다", "나타나는 나타난 나타나 나타났다 나타납니다 나타나서",
			"나타내는"},
		{"줄이다", "줄이는 줄인 줄여 줄여서 줄였다 줄이고 줄입니다 줄이자",
			"줄어든 줄을"},
		{"계시다", "계시는 계신 계셔 계셨다 계세요 계십니다 계시면",
			"계속 계획"},
	};

	(void)state;
	CHECK(examples);
}

/* 제18항: irregular classes, and the regular stems that look like them. */
static void test_irregular(void **state)
{
	static const struct example examples[] = {
		{"어렵다",
			"어렵다 어려운 어려워 어려워서 어려웠다 어려울 어려움 어려움은 "
			"어려움이 "
			"어렵습니다 어렵고 어렵지 어렵게 어려우니 어려우면 "
			"어려워하십니다 어려워졌다 "
			"어려워지는 어렵지만 어려웠습니다 어려운점이 어렵더라고요 "
			"어렵잖아요",
			"어렵사리 어린이 어려서"},
		{"돕다", "돕는 도와 도왔다 도운 도울 도우면 돕고 도와서",
			"도시 도움이"},
		{"아름답다", "아름다운 아름다워 아름답고 아름다웠다 아름답습니다",
			"아름드리"},
		{"잡다", "잡아 잡은 잡았다 잡는 잡고 잡으면 잡습니다",
			"자바 잡초 잡담"},
		{"좁다", "좁은 좁아서 좁습니다 좁았다 좁으니", "조와 조우한"},
		{"굽다", "굽은 굽어 구워 구운 구웠다 굽는", "구우일모"},
		{"씹다", "씹어 씹은 씹었다 씹고", "씨와"},
		{"듣다", "듣는 들은 들어 들었다 들을 들으면 듣고 듣습니다 들으니까",
			"들어가는 듣보잡"},
		{"걷다", "걷는 걸어 걸었다 걷고 걷어 걷은 걸으면서", "걸음 걱정"},
		{"묻다", "묻는 물어 물었다 묻어 묻은 물은 묻고 물으니", "물음 물건"},
		{"받들다", "받들어 받드는 받들고 받듭니다", "받아"},
		{"닫다", "닫아 닫은 닫았다 닫는", "달아 달은"},
		{"깨닫다", "깨닫는 깨달은 깨달아 깨달았다", "깨끗한"},
		{"짓다", "짓는 지어 지은 지었다 짓고 지을 지으면", "짓밟다"},
		{"낫다", "낫다 나은 나아 나았다 나을 낫고", "낫토"},
		{"씻다", "씻어 씻은 씻었다 씻고", "씨어"},
		{"그렇다",
			"그렇다 그런 그래 그랬다 그렇게 그렇고 그렇습니다 그럴 그렇지",
			"그러나 그래서 그리고 그림"},
		{"어떻다", "어떻게 어떨까요 어떨지 어때요 어떻습니까 어떻해", "어떤"},
		{"빨갛다", "빨간 빨개 빨갰다 빨갛고 빨갛게", "빨리"},
		{"누렇다", "누런 누레 누렜다 누렇게", "누리다"},
		{"넣다", "넣는 넣어 넣은 넣었다 넣고", "너는"},
		{"모르다", "모르는 모른다 몰라 몰랐다 몰라서 모르고 모릅니다 모를",
			"모든 모임"},
		{"다르다", "다르다 다른 달라 달라서 달랐다 다르게 다릅니다 달리",
			"달리는"},
		{"부르다", "부르는 불러 불렀다 부른 부르고", "부르트다 부름켜"},
		{"따르다", "따르는 따라 따랐다 따르면 따른 따릅니다",
			"따로 따라서 딸러"},
		{"이르다", "이르는 이르러 이르렀다 일러 일렀다 이르기까지",
			"이름 이를 이른바를"},
		{"푸르다", "푸른 푸르러 푸르렀다 푸르고", "풀러"},
		{"푸다", "푸는 퍼 펐다 푼 퍼서", "푸른"},
		{"쓰다", "쓰는 쓴 써 써서 썼다 쓰고 쓸 씁니다 쓰면 쓰지",
			"쓰레기 써클"},
		{"바쁘다", "바쁜 바빠 바빠서 바빴다 바쁘고 바쁩니다", "바쁘니즘"},
		{"모으다", "모으는 모은 모아 모아서 모았다 모을 모읍니다", "모든"},
		{"잠그다", "잠그는 잠가 잠갔다 잠궜다 잠근", "잠깐"},
		{"만들다",
			"만드는 만든 만들 만들어 만들었다 만듭니다 만들고 만드니 "
			"만드세요 만들면 "
			"만들려고 만듦 만들기 만들지 만들까요 만드시는 만들어야 만들은",
			"만두 만약"},
		{"살다",
			"사는 산 살 살아 살았다 삽니다 살고 살면 사니 사세요 살기 "
			"살아있는",
			"사람 삶 삶의 사실"},
		{"들다", "드는 든 들 들어 들었다 듭니다 들고 들면 드세요",
			"들판 들깨 들어가는 들은"},
		{"늘다", "느는 늘어 늘었다 늘고 는다 늘어나는 늘면", "늘 늘씬한"},
		{"하다",
			"하는 할 해 해서 했다 하여 하였다 합니다 하고 하면 하지 함 "
			"하기 하기를 하기는 "
			"하세요 하십시오 하려고 하도록 할수있는 해야한다 하지않는 한다 "
			"한다면 한다는 "
			"하자고 하느냐 하더라 하던데요 하거든요 하잖아요 할게요 할께요 "
			"할까 할지 하네요 "
			"하구요 햇다 했었다 하겠습니다 하였으며 하는데 하니까 했는지를 "
			"할텐데",
			"하루 하나 하지만 한국 한번 함께 하늘 학교 한 할머니 하나의 "
			"해외"},
		{"필요하다",
			"필요하다 필요한 필요해 필요합니다 필요했다 필요하여 필요함 "
			"필요한것은",
			"필요 필요성 필요가"},
		{"간단하다",
			"간단하고 간단치 간단치않은 간단케 간단해 간단해서 간단하지",
			"간단히 간단"},
		{"생각하다", "생각하는 생각해 생각합니다 생각지 생각한다 생각했다",
			"생각 생각이 생각나는"},
	};

	(void)state;
	CHECK(examples);
}

static void test_single_verbs(void **state)
{
	static const struct example examples[] = {
		{"있다",
			"있다 있는 있어 있어서 있었다 있습니다 있고 있으면 있음 있음을 "
			"있을까 있는지 "
			"있는지를 있던 있겠다 있기 있도록 있네요 있거든요 있더라고요 "
			"있으시면",
			"이 인간 잊다"},
		{"없다", "없다 없는 없어 없어요 없었다 없음 없음을 없이 없습니다",
			"업무 없애다 업다"},
		{"아니다",
			"아니다 아닌 아니라 아니고 아닙니다 아니라고 아니라는 아니었다 "
			"아니에요 "
			"아닐 아니면 아니므로 아니야 아녜요",
			"아니 안 아이"},
		{"말다", "말고 말아 말라 마라 마세요 말아야 맙시다 마십시오",
			"말 만약 마시는 마음"},
		{"놓다", "놓는 놓아 놔 놨다 놓고 놓았다", "노는"},
		{"두다", "두는 둔 둬 두어 뒀다 두었다 두고", "두 두세 둘째"},
		{"못하다", "못하는 못하다 못해 못했다 못하고 못합니다 못한 못할",
			"못 못지않게"},
		{"되다", "되요 됬다 됬습니다 돼다 되서", "돼지"},
		{"안되다", "안되는 안돼 안됩니다 않되 않되는 않됩니다", "안 않는 안내"},
		{"이러다", "이러면 이래 이랬다", "이리"},
	};

	(void)state;
	CHECK(examples);
}

static void test_written_together(void **state)
{
	static const struct example examples[] = {
		{"알다",
			"알고있습니다 알수있는 알아보다 알려고 압니다 아는 안다 알았다 "
			"알겠습니다 아시는 "
			"알게되었다 알고싶은 알지못하는 알아야한다 아는것이",
			"안 아니라 아닌 알맹이 알려진 안테나 알려"},
		{"고치다",
			"고쳐야한다 고쳐주세요 고치고싶다 고쳐진 고쳐버렸다 고치게하다 "
			"고칠것같다",
			"고추"},
		{"쓰다",
			"쓸수밖에없는 쓸수없다 쓸때 쓸것이다 쓰는것은 쓰기때문에 "
			"쓰지말고 써봤다",
			"쓰임새"},
		{"바꾸다",
			"바꿔주는 바꾸어야 바꿔보자는 바꿨으면 바꾼다고 바꾸라는 "
			"바꾸자는 "
			"바꾸냐는 바꾸느냐에 바꿀까를 바꾼다던데요",
			"바깥"},
		{"적다", "적잖은 적지않은 적다는 적은데 적었을텐데 적어도",
			"적당히 적극"},
		{"지다", "지고 져서 졌다 진 지는 집니다 져야한다",
			"지어 진단 지난 지역 지금 지원 지나는"},
		{"기대하다",
			"기대하기위해 기대하길바랍니다 기대하면서도 기대한다고합니다 "
			"기대했단다",
			"기대 기대가 기대어"},
		{"지우다", "지우는 지워 지웠다 지워버린", "지원 지위 지우개"},
		{"시작하다",
			"시작하는가 시작할까요 시작하더니 시작하든지 시작하거나 "
			"시작할지라도 "
			"시작하느라 시작하자마자 시작한다기보다 시작하신다면",
			"시작 시작점"},
	};

	(void)state;
	CHECK(examples);
}

/* Wrong spellings that 국립국어원's 온라인가나다 is asked about, and what people type in
 * messages; the words that must not match are right spellings of others. */
static void test_misspelt(void **state)
{
	static const struct example examples[] = {
		{"하다",
			"할께요 할께 할꺼야 할꺼예요 할껍니다 할껀데 할려고 할려면 "
			"하구요 "
			"하드라 하드라구요 했드니 했슴 했읍니다 햇습니다 하엿다 "
			"하십시요 "
			"하십쇼 하지안고 하지안습니다 해야되는데 하므로서 합니당 "
			"했자나요",
			"한테 할머니께서"},
		{"가다", "갈께 갈께요 갈려고 갈꺼 갔슴 갈려면", "가구 가슴"},
		{"있다", "있슴 있읍니다 있구요 있엇다 있을께요 있을꺼 있드라",
			"있다금"},
		{"없다", "없슴 없읍니다 없구요 없을껄 없었슴", "없애다"},
		{"되다", "됬다 됬어요 됬는데 되요 되서 되야 되여 됫다 될꺼 될려면",
			"돼지"},
		{"안되다", "않되 않되요 않돼요 않됩니다 안되요 안됬다", "않은"},
		{"안하다", "않하고 않한다 않했다 안했슴", "않은"},
		{"어떡하다", "어떡해 어떡하지 어떻하지 어떻해 어떻해요", "어떻게"},
		{"그렇다", "그렇치 그렇치만 그렇케 그럴꺼 그렇구요 그랫다 그렇슴",
			"그치다"},
		{"많다", "많치 많구요 많슴 많았슴 많을꺼 많네여 많어서", "많이"},
		{"좋다", "좋치 좋구요 좋을꺼 좋겟다 좋았슴 좋습니당", "좋아하는"},
		{"웬만하다", "웬만한 웬만하면 왠만한 왠만하면 왠만해서는", "왠지 웬"},
		{"바라다", "바랍니다 바라는 바래요 바랬다 바램 바램은 바랄께요",
			"바라보는 바람 바로"},
		{"치르다", "치러 치렀다 치르는 치루는 치뤘다 치루고", "치우다"},
		{"담그다", "담가 담갔다 담구고 담궜다 담궈", "담가라앉다"},
		{"설레다", "설레는 설렌다 설레었다 설레이는 설레임", "설계"},
		{"희한하다", "희한한 희안한 희안하게", "희망"},
		{"이루다", "이루어 이뤄 이루워 이뤘다 이루었다", "이유"},
		{"바뀌다", "바뀌어 바껴서 바꼈다 바뀌였다", "바꾸다"},
		{"자연스럽다", "자연스러운 자연스런 자연스러워 자연스럽게",
			"자연 자연스레"},
		{"이렇다", "이렇게 이런 이렇케 이렇치", "이래 이런저런"},
	};

	(void)state;
	CHECK(examples);
}

/* Endings of each kind on one stem of each class: 어미 in the tables of 표준국어문법론,
 * and what is written together with them. */
static void test_endings(void **state)
{
	static const struct example examples[] = {
		{"추진하다",
			"추진하였듯이 추진하였다시피 추진했다시피 추진하오니 "
			"추진하오며 "
			"추진하옵고 추진하시어 추진하시었다 추진하십사 추진하고저 "
			"추진코자 추진키로 추진키로했다 추진하기로하고 추진하기라도 "
			"추진하기를바라며 추진하기위하여 추진하려하는 추진하려했다 "
			"추진하거늘 추진하리란 추진하겠노라 추진했길래 추진했자 "
			"추진해서다 추진해서였다 추진해서보다는 추진한답시고 "
			"추진하신분 추진하신것이 추진해본적이 추진해주신분들 "
			"추진하지못한것은 추진하러가는 추진하고다니는 추진했지만여전히 "
			"추진했습니다그리고 추진하면서느낀 추진해야하는데",
			"추진 추진이 추진력 추진단 추진체계를"},
		{"만들다",
			"만들려하는 만들려고 만들었다시피 만드시어 만드신분 만드오니 "
			"만들러가는 만들기위하여 만들어서다 만들어진것 만들도록",
			"만들레 만듬새"},
		{"먹다",
			"먹었다시피 먹으시어 먹으신분 먹으러가는 먹으러왔다 먹었길래 "
			"먹었자 먹는답시고 먹기라도 먹거늘 먹음직한 먹으려하는",
			"먹거리 먹자골목 먹보"},
		{"돕다", "도우시어 도우러가는 도우려하는 도왔다시피 도우신분",
			"도우미"},
		{"짓다", "지으시어 지으러오는 지었다시피 지으신분 지으려하는", "지구"},
		{"듣다", "들으시어 들으러왔다 들었다시피 들으신분 들으려하는",
			"들러리"},
		{"아니다", "아니오니 아니오라 아니오며 아니다시피 아니었길래",
			"아니꼽다"},
		{"면하다", "면치 면하지 면치못한", "면치레 면적"},
		{"떠나다", "떠난다 떠나간 떠났다시피 떠나려하는", "떠돌다"},
	};

	(void)state;
	CHECK(examples);
}

static bool has_stem(const struct sg_predicate *p, const char *beginning)
{
	const struct sg_str *stems;
	size_t n = sg_predicate_stems(p, &stems);

	for (size_t i = 0; i < n; i++)
		if (sg_str_eqz(stems[i], beginning))
			return true;
	return false;
}

static void test_stems(void **state)
{
	static const char *const expected[] = {
		"어렵", "어려우", "어려운", "어려울", "어려움", "어려워", "어려웠"};
	struct sg_error err = {0};
	struct sg_predicate *p = sg_predicate_new(SG_STR("어렵다"), &err);
	const struct sg_str *stems;

	(void)state;
	assert_non_null(p);
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
		assert_true(has_stem(p, expected[i]));
	assert_false(has_stem(p, "어려"));
	size_t n = sg_predicate_stems(p, &stems);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++)
			assert_true(i == k || !sg_str_starts(stems[i], stems[k]));
	sg_predicate_free(p);
}

/* Every form begins with one of the stems, tried on words glued from pieces that
 * forms are made of. */
static void test_stems_cover_forms(void **state)
{
	static const char *const forms[] = {"하다", "되다", "어렵다", "만들다", "가다",
		"그렇다", "모르다", "짓다", "걷다", "안되다", "아니다", "말다"};
	static const char *const heads[] = {"하", "한", "할", "해", "했", "햇", "하여",
		"되", "된", "돼", "됐", "됬", "어렵", "어려운", "어려워", "어려웠",
		"만들", "만든", "만듦", "가", "갈", "갔", "그렇", "그런", "그래",
		"모르", "몰라", "짓", "지어", "걷", "걸어", "않되", "않돼", "아니",
		"아닌", "아냐", "마", "말", "함", "합"};
	static const char *const tails[] = {"", "다", "는", "고", "요", "서", "니다",
		"지만", "을까", "습니다", "었다", "기를", "으면", "도", "수있는"};
	struct sg_buf word;
	unsigned matched = 0;

	(void)state;
	sg_buf_init(&word);
	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
		struct sg_error err = {0};
		struct sg_predicate *p = sg_predicate_new(sg_str_of(forms[f]), &err);
		const struct sg_str *stems;
		size_t n = sg_predicate_stems(p, &stems);
		for (size_t h = 0; h < sizeof heads / sizeof *heads; h++)
			for (size_t t = 0; t < sizeof tails / sizeof *tails; t++) {
				bool found = false;
				sg_buf_reset(&word);
				sg_buf_addz(&word, heads[h]);
				sg_buf_addz(&word, tails[t]);
				if (!sg_predicate_match(p, sg_buf_str(&word)))
					continue;
				for (size_t i = 0; i < n; i++)
					found |= sg_str_starts(
						sg_buf_str(&word), stems[i]);
				assert_true(found);
				matched++;
			}
		sg_predicate_free(p);
	}
	assert_true(matched > 200);
	sg_buf_release(&word);
}

static void test_refused(void **state)
{
	static const char *const wrong[] = {"", "다", "어렵", "가다가", "run다",
		"하다 ", "ㅎㅏ다",
		"가나다라마바사아자차카타파하거너더러머버서어저처커터다"};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct sg_error err = {0};
		assert_null(sg_predicate_new(sg_str_of(wrong[i]), &err));
		assert_int_equal(err.code, SG_EINPUT);
	}
	sg_predicate_free(NULL);
}

static void test_odd_runs(void **state)
{
	struct sg_error err = {0};
	struct sg_predicate *p = sg_predicate_new(SG_STR("하다"), &err);
	struct sg_buf run;

	(void)state;
	assert_false(sg_predicate_match(p, SG_STR("")));
	assert_false(sg_predicate_match(p, SG_STR("하")));
	assert_false(sg_predicate_match(p, SG_STR("했")));
	assert_false(sg_predicate_match(p, SG_STR("hada")));
	sg_buf_init(&run);
	for (int i = 0; i < 1000; i++)
		sg_buf_addz(&run, "하지");
	assert_false(sg_predicate_match(p, sg_buf_str(&run)));
	sg_buf_release(&run);
	sg_predicate_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_closed_stems),
		cmocka_unit_test(test_open_stems),
		cmocka_unit_test(test_irregular),
		cmocka_unit_test(test_single_verbs),
		cmocka_unit_test(test_written_together),
		cmocka_unit_test(test_misspelt),
		cmocka_unit_test(test_endings),
		cmocka_unit_test(test_stems),
		cmocka_unit_test(test_stems_cover_forms),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_odd_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
