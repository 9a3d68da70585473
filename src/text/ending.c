/* ending.c - see ending.h. Sentence-final endings of the formal, plain and
 * polite styles, told from the last syllables of a word without a dictionary. */
#include "config.h"

#include "text/ending.h"

#include <string.h>

#include "text/hangul.h"
#include "text/utf8.h"

#define LOOK_BACK 4

/* The last syllables of a word, the last one first; 0 where there is none. */
struct tail {
	uint32_t cp[LOOK_BACK];
	size_t n;
};

static struct tail tail_of(struct sg_str s)
{
	struct tail t = {{0}, 0};
	size_t at = s.n;

	while (at > 0 && t.n < LOOK_BACK) {
		uint32_t cp = sg_utf8_prev(s, &at);
		if (!sg_is_syllable(cp))
			break;
		t.cp[t.n++] = cp;
	}
	return t;
}

/* -다: strong where it cannot be the connective -다(가), as in 하다 보니. */
static enum sg_ending ending_da(const struct tail *t)
{
	/* Adjectives and auxiliaries that are common before a bare -다. */
	static const uint32_t stems[] = {U'없', U'같', U'않', U'많', U'싶', U'좋',
		U'높', U'깊', U'넓', U'짧', U'작', U'낮', U'밝', U'싫', U'옳', 0};
	uint32_t b = t->cp[1], c = t->cp[2], final = sg_final_of(b);

	if (t->n < 2 || b == U'마')
		return SG_ENDING_NONE;
	if ((b == U'니' || b == U'시') && sg_final_of(c) == SG_FINAL_B)
		return SG_ENDING_STRONG;
	if (final == SG_FINAL_SS || final == SG_FINAL_N || final == SG_FINAL_B ||
		sg_cp_among(b, stems))
		return SG_ENDING_STRONG;
	if ((b == U'이' && t->n > 2) || (b == U'니' && c == U'아'))
		return SG_ENDING_STRONG;
	return SG_ENDING_FINAL;
}

/* -요: after an ending it closes a sentence; 필요, 중요, 수요 are nouns. */
static enum sg_ending ending_yo(const struct tail *t)
{
	static const uint32_t endings[] = {U'네', U'군', U'까', U'든', U'게', U'예',
		U'에', U'세', U'셔', U'아', U'어', U'여', U'해', U'돼', U'워', U'와',
		U'봐', U'져', U'려', U'켜', U'겨', U'쳐', U'혀', U'줘', U'춰', U'꿔',
		U'둬', U'대', U'래', U'데', U'지', U'걸', U'써', U'커', U'떠', U'펴',
		U'나', 0};
	static const uint32_t nouns[] = {U'필', U'중', U'주', U'수', U'개', U'소',
		U'강', U'동', U'민', U'긴', U'불', U'법', 0};
	uint32_t b = t->cp[1];

	if (t->n < 2 || sg_cp_among(b, nouns))
		return SG_ENDING_NONE;
	if (sg_cp_among(b, endings))
		return SG_ENDING_STRONG;
	if ((b == U'고' || b == U'구') && t->n > 2)
		return SG_ENDING_STRONG;
	return SG_ENDING_FINAL;
}

/* 용, 욤, 당: how people write 요 and 다 in messages, as far as no noun (이용,
 * 식당) ends in the same syllables. */
static enum sg_ending ending_playful(const struct tail *t)
{
	static const uint32_t endings[] = {U'네', U'군', U'까', U'예', U'에', U'아',
		U'어', U'해', U'워', U'셔', 0};
	uint32_t b = t->cp[1];
	bool yo = t->cp[0] != U'당' && sg_cp_among(b, endings);
	bool da = t->cp[0] == U'당' &&
		  (sg_final_of(b) == SG_FINAL_SS ||
			  (b == U'니' && sg_final_of(t->cp[2]) == SG_FINAL_B));

	return t->n > 2 && (yo || da) ? SG_ENDING_STRONG : SG_ENDING_NONE;
}

/* -음, -함, -임: strong where no noun looks the same; a noun (다음, 포함, 모임)
 * ends nothing. */
static enum sg_ending ending_nominal(const struct tail *t)
{
	static const uint32_t stems[] = {U'없', U'않', U'같', U'싶', U'많', 0};
	static const struct {
		uint32_t last, before[24];
	} nouns[] = {
		{U'음', {U'다', U'처', U'마', U'모', U'얼', U'웃', U'울', U'걸', U'믿',
				U'죽', U'젊', U'녹', U'소', U'발', U'자', U'화', 0}},
		{U'함', {U'포', U'결', U'명', U'관', U'편', U'표', 0}},
		{U'임', {U'책', U'모', U'게', U'담', U'위', U'취', U'퇴', U'신', U'부',
				U'선', U'전', U'재', U'연', U'해', 0}},
	};
	uint32_t a = t->cp[0], b = t->cp[1];

	if (a == U'음' && (sg_final_of(b) == SG_FINAL_SS || sg_cp_among(b, stems)))
		return SG_ENDING_STRONG;
	if ((a == U'임' && b == U'것') || ((a == U'함' || a == U'됨') && b == U'야'))
		return SG_ENDING_STRONG;
	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (a == nouns[i].last && sg_cp_among(b, nouns[i].before))
			return SG_ENDING_NONE;
	return SG_ENDING_NOMINAL;
}

/* The familiar endings: strong after a past or future (했지, 하겠네) and 거, of which
 * nothing else makes a word. 있어 and 있지 go on too often. */
static enum sg_ending ending_familiar(const struct tail *t)
{
	static const uint32_t strong[] = {U'지', U'어', U'네', 0};
	uint32_t a = t->cp[0], b = t->cp[1];

	if (sg_final_of(b) == SG_FINAL_SS && b != U'있' && sg_cp_among(a, strong))
		return SG_ENDING_STRONG;
	/* The particle 가 follows open syllables, the ending -ㄴ가 does not. */
	if (a == U'가' && sg_final_of(b) == SG_FINAL_NONE)
		return SG_ENDING_NONE;
	return b == U'거' && (a == U'야' || a == U'든') ? SG_ENDING_STRONG
							: SG_ENDING_WEAK;
}

/* The last syllables of the endings known here, without and with a final: a bit a final
 * by the rest of the syllable. */
#define OPEN(cp)  [((cp)-0xAC00) / 28]
#define FINAL(cp) (UINT32_C(1) << ((cp)-0xAC00) % 28)
static const uint32_t last_syllables[(0xD7A4 - 0xAC00) / 28] = {
	OPEN(U'다') = FINAL(U'다') | FINAL(U'당'),
	OPEN(U'요') = FINAL(U'요') | FINAL(U'용') | FINAL(U'욤') | FINAL(U'욧'),
	OPEN(U'죠') = FINAL(U'죠'),
	OPEN(U'쥬') = FINAL(U'쥬'),
	OPEN(U'까') = FINAL(U'까'),
	OPEN(U'오') = FINAL(U'오') | FINAL(U'옴'),
	OPEN(U'여') = FINAL(U'염'),
	OPEN(U'으') = FINAL(U'음'),
	OPEN(U'하') = FINAL(U'함'),
	OPEN(U'이') = FINAL(U'임'),
	OPEN(U'되') = FINAL(U'됨'),
	OPEN(U'주') = FINAL(U'줌'),
	OPEN(U'지') = FINAL(U'지') | FINAL(U'짐'),
	OPEN(U'키') = FINAL(U'킴'),
	OPEN(U'내') = FINAL(U'냄'),
	OPEN(U'네') = FINAL(U'네'),
	OPEN(U'구') = FINAL(U'군'),
	OPEN(U'나') = FINAL(U'나'),
	OPEN(U'자') = FINAL(U'자'),
	OPEN(U'라') = FINAL(U'라'),
	OPEN(U'냐') = FINAL(U'냐'),
	OPEN(U'니') = FINAL(U'니'),
	OPEN(U'가') = FINAL(U'가'),
	OPEN(U'아') = FINAL(U'아'),
	OPEN(U'어') = FINAL(U'어'),
	OPEN(U'해') = FINAL(U'해'),
	OPEN(U'야') = FINAL(U'야'),
	OPEN(U'래') = FINAL(U'래'),
	OPEN(U'대') = FINAL(U'대'),
	OPEN(U'거') = FINAL(U'걸'),
	OPEN(U'드') = FINAL(U'듯') | FINAL(U'든'),
};

bool sg_may_be_ending(uint32_t cp)
{
	return sg_is_syllable(cp) &&
	       (last_syllables[(cp - 0xAC00) / 28] >> (cp - 0xAC00) % 28 & 1);
}

enum sg_ending sg_ending_of(struct sg_str s)
{
	static const uint32_t nominal[] = {
		U'음', U'함', U'임', U'됨', U'줌', U'짐', U'킴', U'냄', U'옴', 0};
	static const uint32_t playful[] = {U'용', U'욤', U'욧', U'염', U'당', 0};
	static const uint32_t weak[] = {U'지', U'네', U'군', U'나', U'자', U'라', U'냐',
		U'니', U'가', U'아', U'어', U'해', U'야', U'래', U'대', U'걸', U'듯',
		0};
	size_t at = s.n;

	if (at == 0 || !sg_may_be_ending(sg_utf8_prev(s, &at)))
		return SG_ENDING_NONE;
	const struct tail t = tail_of(s);
	if (t.cp[0] == U'다')
		return ending_da(&t);
	if (t.cp[0] == U'요')
		return ending_yo(&t);
	if (t.n < 2)
		return t.cp[0] == U'함' || t.cp[0] == U'됨' ? SG_ENDING_NOMINAL
							    : SG_ENDING_NONE;
	if (t.cp[0] == U'죠' || t.cp[0] == U'쥬')
		return SG_ENDING_STRONG;
	/* -니까 gives a reason unless it asks: 합니까. */
	if (t.cp[0] == U'까' && t.cp[1] == U'니')
		return sg_final_of(t.cp[2]) == SG_FINAL_B ? SG_ENDING_STRONG
							  : SG_ENDING_NONE;
	if (t.cp[0] == U'까')
		return SG_ENDING_FINAL;
	if (t.cp[0] == U'오')
		return t.cp[1] == U'시' ? SG_ENDING_STRONG : SG_ENDING_WEAK;
	if (sg_cp_among(t.cp[0], playful))
		return ending_playful(&t);
	if (sg_cp_among(t.cp[0], nominal))
		return ending_nominal(&t);
	return sg_cp_among(t.cp[0], weak) ? ending_familiar(&t) : SG_ENDING_NONE;
}

/* Words as the lists below have them; whole: nothing may follow in the run. */
struct word {
	char z[15];
	bool whole;
};

/* What carries on even after a full stop: 한다. 라고 했다. */
static const struct word quoting[] = {{"라고", 0}, {"라는", 0}, {"라며", 1},
	{"라면서", 1}, {"라니", 1}, {"이라고", 0}, {"이라는", 0}, {"이라며", 1},
	{"이라면서", 1}, {"하고", 1}, {"하는", 1}, {"하며", 1}, {"하면서", 1},
	{"하던", 1}};

/* What carries on where there is none: 좋을까 싶었다, 하다 보면. */
static const struct word carrying[] = {{"라든", 0}, {"이라든", 0}, {"이라", 1},
	{"란", 1}, {"이란", 1}, {"하면", 1}, {"하니", 1}, {"하더", 0}, {"하여", 1},
	{"하기에", 1}, {"하길래", 1}, {"하자", 1}, {"해도", 1}, {"해서", 1}, {"했", 0},
	{"한다", 0}, {"합니", 0}, {"한들", 1}, {"싶", 0}, {"보니", 0}, {"보면", 1},
	{"봐야", 1}, {"봅니", 0}, {"봐", 1}, {"뭐", 1}, {"치고", 1}, {"치면", 1},
	{"치더", 0}, {"고", 1}, {"며", 1}, {"는", 1}, {"면서", 1}, {"식의", 1},
	{"식으로", 1}, {"말하", 0}, {"말했", 0}, {"생각", 0}, {"느껴", 0}, {"느꼈", 0},
	{"묻", 0}, {"물었", 0}, {"그러더라", 1}, {"그러더군", 0}, {"하겠", 0},
	{"말고", 1}, {"못해", 1}, {"등의", 1}, {"등", 1}};

/* Adverbs that open a sentence, but for those that also join words (그리고, 또). */
static const struct word openers[] = {{"하지만", 1}, {"그러나", 1}, {"그런데", 1},
	{"근데", 1}, {"그래서", 1}, {"그러니까", 1}, {"따라서", 1}, {"다만", 1},
	{"그럼", 1}, {"그러면", 1}, {"그치만", 1}, {"그렇지만", 1}, {"왜냐하면", 1},
	{"왜냐면", 1}, {"또한", 1}, {"한편", 1}, {"그래도", 1}, {"그러므로", 1},
	{"즉", 1}};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Whether one of the n words begins s. */
static bool begins_with(struct sg_str s, const struct word *list, size_t n)
{
	if (s.n < 3)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (memcmp(list[i].z, s.p, 3) != 0)
			continue;
		struct sg_str word = sg_str_of(list[i].z);
		size_t at = word.n;
		if (!sg_str_starts(s, word))
			continue;
		if (!list[i].whole || at == s.n ||
			!sg_is_syllable(sg_utf8_next(s, &at)))
			return true;
	}
	return false;
}

bool sg_carries_on(struct sg_str s, bool stopped)
{
	return begins_with(s, quoting, COUNT(quoting)) ||
	       (!stopped && begins_with(s, carrying, COUNT(carrying)));
}

bool sg_opens_sentence(struct sg_str s)
{
	return begins_with(s, openers, COUNT(openers));
}

bool sg_pauses(struct sg_str s)
{
	static const uint32_t particles[] = {U'은', U'는', U'이', U'가', U'을', U'를',
		U'의', U'에', U'도', U'로', U'와', U'과', U'만', U'뭐', U'그', 0};

	return sg_cp_among(tail_of(s).cp[0], particles);
}
