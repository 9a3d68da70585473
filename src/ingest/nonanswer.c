/* nonanswer.c - whether an answer says anything (METHODS.md, "Valid answer").
 *
 * An answer is none when each of its statements only disclaims. A statement disclaims
 * when its letters can be read, without a rest, as a chain of the elements below with
 * at least one core: fillers (이 부분은, 특별히, endings) and cores, which are a fixed
 * phrase (무응답, 문외한) or a pair of noun and denial (의견 + 없, 소관 + 아니). One free topic
 * may stand first ("디자인에 관하여는 식견이 없다") before cores that allow it. So a phrase
 * inside a sentence that goes on to say something never empties an answer. */
#include "config.h"

#include <string.h>

#include "ingest/ingest.h"
#include "ingest/key.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
	STATEMENT_MAX = 80, /* letters; a longer statement says something */
	TOPIC_MAX = 24, /* letters of a free topic */
};

/* Kinds of a core, the most telling last: of several the last one names the answer. */
enum core { NO_CORE, BLANK, CROSS, UNKNOWN, FIELD, N_CORES };

static const enum sg_answer_kind kinds[N_CORES] = {SG_KIND_FULL, SG_KIND_BLANK,
	SG_KIND_CROSS_REFERENCE, SG_KIND_UNKNOWN, SG_KIND_NOT_MY_FIELD};

/* Fixed phrases; open: may follow a free topic. */
static const struct phrase {
	enum core core;
	bool open;
	const char *text;
} phrases[] = {
	{BLANK, false, "무응답"},
	{BLANK, false, "미응답"},
	{BLANK, false, "무답"},
	{BLANK, false, "미기재"},
	{BLANK, false, "미작성"},
	{BLANK, false, "공란"},
	{BLANK, false, "빈칸"},
	{BLANK, false, "없"},
	{BLANK, true, "생략"},
	{BLANK, true, "답변보류"},
	{BLANK, true, "답변유보"},
	{BLANK, false, "보류"},
	{BLANK, false, "응답거부"},
	{BLANK, false, "답변거부"},
	{BLANK, true, "답변불가"},
	{BLANK, true, "응답불가"},
	{BLANK, false, "패스"},
	{BLANK, false, "na"},
	{BLANK, false, "none"},
	{BLANK, false, "nothing"},
	{BLANK, false, "no answer"},
	{BLANK, false, "no comment"},
	{BLANK, false, "no opinion"},
	{BLANK, false, "pass"},
	{BLANK, false, "x"},
	{BLANK, true, "답하지 않"},
	{BLANK, true, "답변하지 않"},
	{BLANK, true, "답변드리지 않"},
	{BLANK, true, "응답하지 않"},
	{BLANK, true, "대답하지 않"},
	{BLANK, true, "적지 않"},
	{BLANK, true, "쓰지 않"},
	{BLANK, true, "기재하지 않"},
	{BLANK, true, "작성하지 않"},
	{BLANK, true, "답하지 못"},
	{BLANK, true, "답변하지 못"},
	{BLANK, true, "답할 수 없"},
	{BLANK, true, "답변할 수 없"},
	{BLANK, true, "답변드릴 수 없"},
	{BLANK, true, "말씀드릴 수 없"},
	{BLANK, true, "의견을 낼 수 없"},
	{BLANK, true, "의견을 드릴 수 없"},
	{BLANK, false, "노코멘트"},
	{BLANK, false, "ㅡ"},
	{UNKNOWN, false, "모름"},
	{UNKNOWN, false, "모른"},
	{UNKNOWN, false, "모릅"},
	{UNKNOWN, false, "몰라"},
	{UNKNOWN, true, "모르겠"},
	{UNKNOWN, true, "잘 모르"},
	{UNKNOWN, true, "잘은 모르"},
	{UNKNOWN, true, "잘 모름"},
	{UNKNOWN, true, "잘 모릅"},
	{UNKNOWN, true, "잘 모른"},
	{UNKNOWN, true, "잘 몰라"},
	{UNKNOWN, true, "전혀 모르"},
	{UNKNOWN, true, "전혀 모름"},
	{UNKNOWN, true, "이해 못"},
	{UNKNOWN, true, "알지 못"},
	{UNKNOWN, true, "잘 알지 못"},
	{UNKNOWN, true, "이해하지 못"},
	{UNKNOWN, true, "이해가 안 되"},
	{UNKNOWN, true, "이해가 안 됨"},
	{UNKNOWN, true, "이해가 안 됩"},
	{UNKNOWN, true, "이해가 되지 않"},
	{UNKNOWN, true, "생각해 보지 않"},
	{UNKNOWN, true, "생각해 보지 못"},
	{UNKNOWN, false, "don't know"},
	{UNKNOWN, false, "I don't know"},
	{UNKNOWN, false, "dk"},
	{FIELD, true, "비전문"},
	{FIELD, true, "비전문가"},
	{FIELD, true, "비전문 분야"},
	{FIELD, true, "비전공"},
	{FIELD, true, "비전공자"},
	{FIELD, true, "문외한"},
	{FIELD, true, "잘 모르는 분야"},
	{FIELD, true, "모르는 분야"},
	{FIELD, true, "물으시"},
	{FIELD, true, "물어보"},
	{FIELD, true, "물어봐"},
	{FIELD, true, "문의"},
	{FIELD, true, "여쭤"},
	{FIELD, true, "여쭈"},
	{CROSS, false, "같음"},
	{CROSS, false, "같습니다"},
	{CROSS, false, "같다"},
	{CROSS, false, "같아요"},
	{CROSS, false, "동일"},
	{CROSS, false, "갈음"},
	{CROSS, false, "참조"},
	{CROSS, false, "참고"},
	{CROSS, false, "상동"},
	{CROSS, false, "이하 동문"},
	{CROSS, false, "동문"},
	{CROSS, false, "마찬가지"},
	{CROSS, false, "대체"},
	{CROSS, false, "대신"},
	{CROSS, false, "중복"},
	{CROSS, false, "이미 답"},
	{CROSS, false, "이미 말씀드"},
	{CROSS, false, "이미 적었"},
	{CROSS, false, "이미 기술"},
	{CROSS, false, "이미 언급"},
	{CROSS, false, "same as above"},
	{CROSS, false, "적었"},
	{CROSS, false, "썼"},
	{CROSS, false, "씀"},
	{CROSS, false, "답했"},
	{CROSS, false, "답변했"},
	{CROSS, false, "답변드렸"},
	{CROSS, false, "답변함"},
	{CROSS, false, "답함"},
	{CROSS, false, "말했"},
	{CROSS, false, "말씀드렸"},
	{CROSS, false, "언급했"},
	{CROSS, false, "언급함"},
	{CROSS, false, "기술했"},
	{CROSS, false, "기술함"},
	{CROSS, false, "서술했"},
	{CROSS, false, "작성했"},
};

/* Nouns that a denial of the same row makes a core: "의견이 없", "소관 사항이 아니". */
enum denial { LACK, NOT, HARD };
static const struct phrase nouns[] = {
	{BLANK, true, "의견"},
	{BLANK, true, "견해"},
	{BLANK, true, "할 말"},
	{BLANK, true, "할 이야기"},
	{BLANK, true, "드릴 말씀"},
	{BLANK, true, "드릴 의견"},
	{BLANK, true, "말씀드릴 것"},
	{BLANK, true, "말씀드릴 내용"},
	{BLANK, true, "말씀드릴 사항"},
	{BLANK, true, "적을 것"},
	{BLANK, true, "적을 내용"},
	{BLANK, true, "쓸 것"},
	{BLANK, true, "쓸 말"},
	{BLANK, true, "답할 것"},
	{BLANK, true, "답변할 것"},
	{BLANK, true, "답변할 내용"},
	{BLANK, true, "답변할 사항"},
	{BLANK, true, "덧붙일 것"},
	{BLANK, true, "덧붙일 말"},
	{BLANK, true, "관심"},
	{BLANK, false, "답변"},
	{BLANK, false, "응답"},
	{BLANK, false, "생각"},
	{BLANK, false, "내용"},
	{BLANK, false, "사항"},
	{BLANK, false, "해당"},
	{BLANK, false, "해당 사항"},
	{BLANK, false, "해당하는 사항"},
	{BLANK, false, "특이 사항"},
	{BLANK, false, "특별한 것"},
	{BLANK, false, "특별한 점"},
	{BLANK, false, "건의 사항"},
	{BLANK, false, "제안"},
	{BLANK, false, "제안 사항"},
	{BLANK, false, "언급할 사항"},
	{BLANK, false, "언급할 내용"},
	{BLANK, false, "언급할 것"},
	{BLANK, false, "생각나는 것"},
	{BLANK, false, "떠오르는 것"},
	{UNKNOWN, true, "아는 바"},
	{UNKNOWN, true, "아는 것"},
	{UNKNOWN, true, "아는 게"},
	{UNKNOWN, true, "아는 내용"},
	{UNKNOWN, true, "지식"},
	{UNKNOWN, true, "식견"},
	{UNKNOWN, true, "조예"},
	{UNKNOWN, true, "생각해 본 바"},
	{UNKNOWN, true, "생각해 본 적"},
	{UNKNOWN, true, "고민해 본 적"},
	{UNKNOWN, true, "검토해 본 적"},
	{UNKNOWN, true, "접해 본 적"},
	{UNKNOWN, false, "경험"},
	{UNKNOWN, false, "정보"},
	{FIELD, true, "전문성"},
	{FIELD, true, "전문 지식"},
};
static const struct phrase fields[] = {
	{FIELD, true, "소관"},
	{FIELD, true, "소관 사항"},
	{FIELD, true, "소관 업무"},
	{FIELD, true, "소관 분야"},
	{FIELD, true, "담당"},
	{FIELD, true, "담당자"},
	{FIELD, true, "담당 업무"},
	{FIELD, true, "담당 분야"},
	{FIELD, true, "담당 부서"},
	{FIELD, true, "업무"},
	{FIELD, true, "업무 영역"},
	{FIELD, true, "업무 범위"},
	{FIELD, true, "전문"},
	{FIELD, true, "전문가"},
	{FIELD, true, "전문 분야"},
	{FIELD, true, "전문 영역"},
	{FIELD, true, "전공"},
	{FIELD, true, "전공자"},
	{FIELD, true, "전공 분야"},
	{FIELD, true, "분야"},
	{FIELD, true, "영역"},
	{FIELD, true, "관할"},
	{FIELD, true, "권한"},
	{FIELD, true, "답할 문제"},
	{FIELD, true, "답할 사항"},
	{FIELD, true, "답할 내용"},
	{FIELD, true, "답할 위치"},
	{FIELD, true, "답할 처지"},
	{FIELD, true, "답할 입장"},
	{FIELD, true, "답변할 문제"},
	{FIELD, true, "답변할 사항"},
	{FIELD, true, "답변할 내용"},
	{FIELD, true, "답변할 위치"},
	{FIELD, true, "답변할 처지"},
	{FIELD, true, "답변할 입장"},
	{FIELD, true, "답변드릴 문제"},
	{FIELD, true, "답변드릴 사항"},
	{FIELD, true, "답변드릴 위치"},
	{FIELD, true, "답변드릴 처지"},
	{FIELD, true, "말할 처지"},
	{FIELD, true, "말할 위치"},
	{FIELD, true, "말씀드릴 처지"},
	{FIELD, true, "말씀드릴 위치"},
	{FIELD, true, "말씀드릴 입장"},
};
static const struct phrase tasks[] = {
	{BLANK, true, "답하기"},
	{BLANK, true, "답변하기"},
	{BLANK, true, "답변드리기"},
	{BLANK, true, "답변을 드리기"},
	{BLANK, true, "응답하기"},
	{BLANK, true, "대답하기"},
	{BLANK, true, "말하기"},
	{BLANK, true, "말씀드리기"},
	{BLANK, true, "의견 드리기"},
	{BLANK, true, "의견을 드리기"},
	{BLANK, true, "의견을 내기"},
	{BLANK, true, "의견을 말하기"},
	{BLANK, true, "적기"},
	{BLANK, true, "쓰기"},
	{BLANK, true, "답변"},
	{BLANK, true, "응답"},
	{BLANK, true, "답을 드리기"},
	{BLANK, true, "답을 하기"},
	{BLANK, true, "답변을 하기"},
	{BLANK, true, "의견 제시"},
	{BLANK, true, "의견을 제시하기"},
	{UNKNOWN, false, "판단하기"},
	{UNKNOWN, false, "알기"},
};
static const char *const particles[] = {
	"", "은", "는", "이", "가", "도", "을", "를", "에는", "으로는", "로는"};
static const char *const adverbs[] = {"", "따로", "별도로", "별로", "특별히", "딱히",
	"달리", "전혀", "거의", "아직", "잘"};
static const char *const lacks[] = {"없", "無", "전무", "부족", "짧"};
static const char *const nots[] = {"아니", "아닌", "아님", "아닙", "밖", "외", "바깥",
	"벗어나", "과 무관", "와 무관", "에 있지 않", "과 관련 없", "과 관련이 없",
	"와 관련 없", "와 관련이 없", "과 거리가 멀", "와 거리가 멀"};
static const char *const hards[] = {
	"어렵", "어려", "곤란", "힘들", "힘듦", "부적절", "조심스"};

#define N(table) (sizeof(table) / sizeof *(table))

static const struct pair {
	const struct phrase *first;
	size_t nfirst;
	const char *const *denials;
	size_t ndenials;
} pairs[] = {
	[LACK] = {nouns, N(nouns), lacks, N(lacks)},
	[NOT] = {fields, N(fields), nots, N(nots)},
	[HARD] = {tasks, N(tasks), hards, N(hards)},
};

/* Words that say nothing by themselves. */
static const char *const fillers[] = {"저는", "제가", "저", "제", "저로서는", "저로서",
	"저희는", "저희", "나는", "내가", "내", "나", "나로서는", "본인은", "본인이",
	"본인의", "본인", "우리는", "우리", "필자는", "이", "그", "본", "해당", "이번",
	"위", "상기", "앞", "앞서", "앞선", "이전", "바로", "전술한", "상술한", "기",
	"이미", "부분", "분야", "문항", "항목", "질문", "설문", "사항", "내용", "주제",
	"영역", "쪽", "측면", "번", "번째", "q", "문", "답변", "답", "응답", "대답",
	"의견", "말씀", "대해", "대해서", "대해서는", "대하여", "대하여는", "대한",
	"관해", "관해서는", "관하여", "관하여는", "관한", "관련", "관련해", "관련해서",
	"관련해서는", "관련하여", "특별한", "특별히", "특별", "특별하게", "별다른",
	"별도의", "별도", "별도로", "따로", "딱히", "달리", "구체적인", "구체적으로",
	"구체", "상세한", "상세히", "자세한", "자세히", "자세하게", "깊이", "깊게",
	"깊은", "뚜렷한", "다른", "추가", "추가적인", "추가로", "더", "더 이상",
	"그 밖의", "기타", "현재", "현재로서는", "현재로는", "현재는", "지금은",
	"지금으로서는", "아직", "전혀", "거의", "별로", "정확히", "정확하게", "정확한",
	"제대로", "솔직히", "사실", "아무래도", "아무런", "아무", "죄송하지만",
	"죄송합니다만", "죄송합니다", "죄송", "미안하지만", "송구하지만",
	"송구합니다만", "양해 바랍니다", "양해 부탁드립니다", "감사합니다", "기술적인",
	"기술적", "전문적인", "개인적으로", "개인적인", "개인적", "그냥", "굳이",
	"직접", "관련된", "관계로", "사유로", "이유로", "때문에", "때문", "것", "바",
	"점", "수", "말한", "말씀드린", "말했듯이", "말씀드렸듯이", "기술한", "언급한",
	"언급했듯이", "쓴", "적은", "작성한", "답한", "답변한", "제시한", "밝힌",
	"무엇을", "무엇이", "무엇인지", "뭘", "뭔지", "뭐라고", "어떻게", "어떤",
	"무슨", "말인지", "뜻인지", "의미인지", "질문인지", "답해야 할지", "답할지",
	"답변해야 할지", "적어야 할지", "써야 할지", "말해야 할지", "말씀드려야 할지",
	"해야 할지", "묻는지", "질문의", "의도를", "취지를", "의미를", "뜻을", "않",
	"못", "하기", "하지는", "하지", "및", "그리고", "있", "정도", "입장", "처지",
	"상황", "상태", "사람", "시간 관계상", "시간상", "시간이 없어",
	"시간이 부족하여", "지면 관계상", "지면상", "사정상", "글쎄", "글쎄요", "함께",
	"같이", "이하", "잘", "감사드립니다", "바랍니다", "부탁드립니다",
	"주시기 바랍니다", "주십시오", "주세요", "시기 바랍니다", "보시기 바랍니다",
	"하시기 바랍니다", "보세요", "하세요", "시라", "시오", "보시라", "넘어가",
	"넘어감", "넘어갑니다", "삼가", "하고자", "하려"};

/* Particles and endings: never at the beginning of an eojeol. */
static const char *const suffixes[] = {"은", "는", "이", "가", "을", "를", "도", "의",
	"와", "과", "에", "로", "으로", "에서", "에서는", "에는", "에도", "로는",
	"으로는", "만", "서", "며", "음", "임", "함", "됨", "다", "습니다", "입니다",
	"합니다", "됩니다", "니다", "이다", "이며", "인", "한", "할", "어요", "아요",
	"에요", "예요", "이에요", "네요", "군요", "지요", "죠", "요", "어", "아", "여",
	"해", "고", "고요", "구요", "는데", "는데요", "은데", "ㄴ데", "지만",
	"습니다만", "합니다만", "으나", "나", "므로", "으므로", "이므로", "어서",
	"아서", "여서", "해서", "하여", "이라", "라", "라서", "이라서", "라고",
	"이어서", "이어", "니", "으니", "기에", "겠", "겠습니다", "겠음", "겠다",
	"겠네요", "겠어요", "겠고", "겠고요", "겠으나", "겠지만", "겠는데",
	"겠습니다만", "하", "합", "했", "했습니다", "했음", "하였", "하였음", "되",
	"된", "됩", "었", "았", "였", "었음", "었습니다", "았습니다", "움", "우", "운",
	"울", "운데", "워", "워서", "웠", "움이", "있", "것 같습니다", "것 같음",
	"것 같다", "것 같아", "것 같아요", "것 같고", "편입니다", "편임", "편이라",
	"관계로", "분야", "자", "드립니다", "드리", "시", "적", "들", "께", "려", "신",
	"란", "이란", "ㅠ", "ㅜ", "ㅎ", "ㅋ"};

/* What may end a free topic, and eojeols that no topic holds: people who are spoken of,
 * and indirect questions. */
static const char *const topic_ends[] = {"은", "는", "도", "에는", "에", "대해",
	"대해서", "대하여", "관해", "관하여", "대한", "관한", "관련", "적인", "쪽",
	"분야", "부분", "까지", "의", "에게", "께", "한테", "같아", "같아서", "테니",
	"테니까"};
static const char *const no_topics[] = {"들은", "국민은", "주민은", "시민은", "군민은",
	"공무원은", "정부는", "부처는", "기관은", "현장은", "직원은", "사람은",
	"담당자는", "아무도", "누구도", "자는", "지는", "지도", "부서는", "단체는",
	"업체는", "기업은"};

/* Agreement and indifference look like blanks and are answers. */
static const char *const answers[] = {"이의 없", "이의가 없", "이의는 없",
	"이의 사항 없", "이견 없", "다 없애", "없어야"};

struct statement {
	uint32_t key[STATEMENT_MAX];
	bool starts[STATEMENT_MAX + 1]; /* an eojeol begins here (or the end) */
	bool comma[STATEMENT_MAX + 1]; /* a comma stands before this letter */
	size_t n;
	bool too_long;
};

/* Sets of states at a letter: bit core, and core + N_CORES behind a free topic. */
typedef uint16_t states;
struct chain {
	const struct statement *s;
	states at[STATEMENT_MAX + 1];
};

static uint32_t syllable(const char *word)
{
	return (uint32_t)(word[0] & 0x0F) << 12 | (uint32_t)(word[1] & 0x3F) << 6 |
	       (uint32_t)(word[2] & 0x3F);
}

static size_t match(const struct statement *s, size_t from, const char *word)
{
	size_t off = 0, i = from;
	uint32_t cp;

	/* nearly all words differ in their first letter: a Hangul syllable, mostly */
	if (from < s->n && (unsigned char)word[0] >= 0xEA &&
		(unsigned char)word[0] <= 0xED && s->key[from] != syllable(word))
		return SIZE_MAX;
	struct sg_str w = sg_str_of(word);
	while ((cp = sg_key_next(w, &off)) != 0)
		if (i >= s->n || s->key[i++] != cp)
			return SIZE_MAX;
	return i;
}

/* Adds core to the states at from and carries them to the letter stop. */
static void step(struct chain *c, size_t from, size_t stop, enum core core, bool open)
{
	states now = c->at[from];

	for (int bit = 0; bit < 2 * N_CORES; bit++) {
		int had = bit % N_CORES, free = bit - had;
		if (!(now >> bit & 1) || (core && free && !open && had == NO_CORE))
			continue;
		c->at[stop] |=
			(states)(1 << (free + (had > (int)core ? had : (int)core)));
	}
}

static void step_pairs(struct chain *c, size_t from, const struct pair *pair)
{
	for (size_t i = 0; i < pair->nfirst; i++) {
		size_t noun = match(c->s, from, pair->first[i].text);
		if (noun == SIZE_MAX)
			continue;
		for (size_t p = 0; p < N(particles); p++) {
			size_t particle = match(c->s, noun, particles[p]);
			if (particle == SIZE_MAX)
				continue;
			for (size_t a = 0; a < N(adverbs); a++) {
				size_t adverb = match(c->s, particle, adverbs[a]);
				if (adverb == SIZE_MAX)
					continue;
				for (size_t d = 0; d < pair->ndenials; d++) {
					size_t stop =
						match(c->s, adverb, pair->denials[d]);
					if (stop != SIZE_MAX)
						step(c, from, stop, pair->first[i].core,
							pair->first[i].open);
				}
			}
		}
	}
}

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static void step_all(struct chain *c, size_t from)
{
	const struct statement *s = c->s;
	size_t stop;

	for (size_t i = 0; i < N(phrases); i++)
		if ((stop = match(s, from, phrases[i].text)) != SIZE_MAX)
			step(c, from, stop, phrases[i].core, phrases[i].open);
	for (size_t i = 0; i < N(pairs); i++)
		step_pairs(c, from, &pairs[i]);
	for (size_t i = 0; i < N(fillers); i++)
		if ((stop = match(s, from, fillers[i])) != SIZE_MAX)
			step(c, from, stop, NO_CORE, true);
	for (size_t i = 0; i < N(suffixes) && !s->starts[from]; i++)
		if ((stop = match(s, from, suffixes[i])) != SIZE_MAX)
			step(c, from, stop, NO_CORE, true);
	if (is_digit(s->key[from]))
		step(c, from, from + 1, NO_CORE, true);
}

static bool ends_with(
	const struct statement *s, size_t stop, const char *const *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t letters = sg_key_length(sg_str_of(table[i]));
		if (letters <= stop && match(s, stop - letters, table[i]) == stop)
			return true;
	}
	return false;
}

static void read_chain(struct chain *c, const struct statement *s)
{
	bool barred = false;

	memset(c, 0, sizeof *c);
	c->s = s;
	c->at[0] = 1 << NO_CORE;
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0 && i <= TOPIC_MAX && s->starts[i]) {
			barred = barred || ends_with(s, i, no_topics, N(no_topics));
			if (!barred && ends_with(s, i, topic_ends, N(topic_ends)))
				c->at[i] |= 1 << (NO_CORE + N_CORES);
		}
		if (c->at[i])
			step_all(c, i);
	}
}

/* The most telling core of a chain that ends at letter stop. */
static enum core core_at(const struct chain *c, size_t stop)
{
	for (int core = N_CORES - 1; core > NO_CORE; core--)
		if (c->at[stop] >> core & 1 || c->at[stop] >> (core + N_CORES) & 1)
			return (enum core)core;
	return NO_CORE;
}

static bool is_end(uint32_t cp)
{
	static const char ends[] = ".!?;\n()[]";

	return (cp < 0x80 && cp && strchr(ends, (int)cp)) || cp == 0x3002 /* 。 */ ||
	       cp == 0x2026 /* … */ || cp == 0xFF01 || cp == 0xFF1F;
}

/* Cuts the next statement off text at *off; false at the end. */
static bool next_statement(struct sg_str text, size_t *off, struct statement *s)
{
	bool blank = true, comma = false;

	memset(s, 0, sizeof *s);
	while (*off < text.n) {
		uint32_t cp = sg_utf8_next(text, off);
		enum sg_script script = sg_script_of(cp);
		if (is_end(cp) && s->n)
			break;
		if (script == SG_SCRIPT_NONE || script == SG_SCRIPT_SKIP) {
			blank = blank || script == SG_SCRIPT_NONE;
			comma = comma || cp == ',' || cp == 0xFF0C;
			continue;
		}
		if (s->n == STATEMENT_MAX) {
			s->too_long = true;
			continue;
		}
		s->starts[s->n] = blank;
		s->comma[s->n] = comma;
		s->key[s->n++] = sg_fold(cp);
		blank = comma = false;
	}
	if (s->n < STATEMENT_MAX)
		s->starts[s->n] = true;
	return s->n > 0;
}

static bool is_answer(const struct statement *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = 0; j < N(answers); j++)
			if (match(s, i, answers[j]) != SIZE_MAX)
				return true;
	return false;
}

/* Whether a statement begins with a disclaimer: up to a comma, or up to the end of an
 * eojeol when it says whose field it is not ("법은 비전문가라 짧게 적습니다"). */
static bool begins_disclaiming(const struct chain *c)
{
	const struct statement *s = c->s;

	for (size_t i = 1; i < s->n; i++)
		if ((s->comma[i] && core_at(c, i)) ||
			(s->starts[i] && core_at(c, i) == FIELD))
			return true;
	return false;
}

enum sg_answer_state sg_answer_classify(struct sg_str text, enum sg_answer_kind *kind)
{
	struct statement s;
	struct chain c;
	enum core worst = NO_CORE;
	bool substance = false, letters = false;
	size_t off = 0;

	*kind = SG_KIND_FULL;
	while (!substance && next_statement(text, &off, &s)) {
		letters = true;
		read_chain(&c, &s);
		enum core core =
			s.too_long || is_answer(&s) ? NO_CORE : core_at(&c, s.n);
		substance =
			core == NO_CORE && (s.too_long || !c.at[s.n] || is_answer(&s));
		if (substance && worst == NO_CORE && begins_disclaiming(&c))
			*kind = SG_KIND_PARTIAL;
		worst = core > worst ? core : worst;
	}
	if (!letters)
		*kind = SG_KIND_BLANK;
	else if (substance && worst)
		*kind = SG_KIND_PARTIAL;
	else if (worst)
		*kind = kinds[worst];
	return !substance && (worst || !letters) ? SG_ANSWER_NONE : SG_ANSWER_ANSWERED;
}
