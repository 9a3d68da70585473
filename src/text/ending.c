/* ending.c - see ending.h. Sentence-final endings of the formal, plain and
 * polite styles, told from the last syllables of a word without a dictionary. */
#include "config.h"

#include "text/ending.h"

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

static bool among(uint32_t cp, const uint32_t *set)
{
	while (*set && *set != cp)
		set++;
	return *set != 0;
}

/* -다: strong where it cannot be the connective -다(가), as in 하다 보니. */
static enum sg_ending ending_da(const struct tail *t)
{
	/* Adjectives and auxiliaries that are common before a bare -다. */
	static const uint32_t stems[] = {U'없', U'같', U'않', U'많', U'싶', U'좋', 0};
	uint32_t b = t->cp[1], c = t->cp[2], final = sg_final_of(b);

	if (t->n < 2)
		return SG_ENDING_NONE;
	if ((b == U'니' || b == U'시') && sg_final_of(c) == SG_FINAL_B)
		return SG_ENDING_STRONG;
	if (final == SG_FINAL_SS || final == SG_FINAL_N || among(b, stems))
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

	if (t->n < 2 || among(b, nouns))
		return SG_ENDING_NONE;
	if (among(b, endings))
		return SG_ENDING_STRONG;
	if ((b == U'고' || b == U'구') && t->cp[2] == U'라' && t->cp[3] == U'더')
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
	bool yo = t->cp[0] != U'당' && among(b, endings);
	bool da = t->cp[0] == U'당' &&
		  (sg_final_of(b) == SG_FINAL_SS ||
			  (b == U'니' && sg_final_of(t->cp[2]) == SG_FINAL_B));

	return t->n > 2 && (yo || da) ? SG_ENDING_STRONG : SG_ENDING_NONE;
}

/* -음, -함, -임: strong where no noun (다음, 포함, 모임) looks the same. */
static enum sg_ending ending_nominal(const struct tail *t)
{
	static const uint32_t stems[] = {U'없', U'않', U'같', U'싶', U'많', 0};
	uint32_t a = t->cp[0], b = t->cp[1];

	if (a == U'음' && (sg_final_of(b) == SG_FINAL_SS || among(b, stems)))
		return SG_ENDING_STRONG;
	if ((a == U'임' && b == U'것') || ((a == U'함' || a == U'됨') && b == U'야'))
		return SG_ENDING_STRONG;
	return SG_ENDING_NOMINAL;
}

enum sg_ending sg_ending_of(struct sg_str s)
{
	static const uint32_t nominal[] = {U'음', U'함', U'임', U'됨', 0};
	static const uint32_t playful[] = {U'용', U'욤', U'욧', U'염', U'당', 0};
	static const uint32_t weak[] = {U'지', U'네', U'군', U'나', U'자', U'라', U'냐',
		U'니', U'가', U'아', U'어', U'해', U'야', U'래', U'대', U'걸', U'듯',
		0};
	const struct tail t = tail_of(s);

	if (t.cp[0] == U'다')
		return ending_da(&t);
	if (t.cp[0] == U'요')
		return ending_yo(&t);
	if (t.n < 2)
		return SG_ENDING_NONE;
	if (t.cp[0] == U'죠' || t.cp[0] == U'쥬')
		return SG_ENDING_STRONG;
	if (t.cp[0] == U'까')
		return t.cp[1] == U'니' && sg_final_of(t.cp[2]) == SG_FINAL_B
			       ? SG_ENDING_STRONG
			       : SG_ENDING_FINAL;
	if (t.cp[0] == U'오')
		return t.cp[1] == U'시' ? SG_ENDING_STRONG : SG_ENDING_WEAK;
	if (among(t.cp[0], playful))
		return ending_playful(&t);
	if (among(t.cp[0], nominal))
		return ending_nominal(&t);
	return among(t.cp[0], weak) ? SG_ENDING_WEAK : SG_ENDING_NONE;
}

/* Words that carry on what stands before them; '*': with whatever follows. The
 * first list also does so after a full stop (한다. 라고 했다), the second only
 * where there is none (좋을까 싶었다, 하다 보면). */
static const char quoting[] =
	"라고* 라는* 라며 라면서 라니 이라고* 이라는* 이라며 이라면서 "
	"하고 하는 하며 하면서 하던";
static const char carrying[] =
	"라든* 이라든* 이라 란 이란 하면 하니 하더* 하여 하기에 하길래 하자 해도 해서 "
	"했* 한다* "
	"합니* 한들 싶* 보니* 보면 봐야 치고 치면 치더* 고 며 는 면서 식의 식으로 "
	"말하* 말했* "
	"생각* 느껴* 느꼈* 묻* 물었* 그러더* 하겠* 말고 등의 등";
/* Adverbs that open a sentence, but for those that also join words (그리고, 또). */
static const char openers[] =
	"하지만 그러나 그런데 근데 그래서 그러니까 따라서 다만 그럼 그러면 "
	"그치만 그렇지만 왜냐하면 왜냐면 또한 한편 그래도 그러므로 즉";

/* Whether one word of list begins s, as a whole run of syllables or, with '*',
 * as its beginning. */
static bool begins_with_word(struct sg_str s, const char *list)
{
	struct sg_str rest = sg_str_of(list), word;

	while (sg_str_split(&rest, ' ', &word)) {
		bool whole = !sg_str_ends(word, SG_STR("*"));
		size_t at = whole ? word.n : word.n - 1;
		if (!sg_str_starts(s, sg_str_sub(word, 0, at)))
			continue;
		if (!whole || at == s.n || !sg_is_syllable(sg_utf8_next(s, &at)))
			return true;
	}
	return false;
}

bool sg_carries_on(struct sg_str s, bool stopped)
{
	return begins_with_word(s, quoting) ||
	       (!stopped && begins_with_word(s, carrying));
}

bool sg_opens_sentence(struct sg_str s)
{
	return begins_with_word(s, openers);
}

bool sg_pauses(struct sg_str s)
{
	static const uint32_t particles[] = {U'은', U'는', U'이', U'가', U'을', U'를',
		U'의', U'에', U'도', U'로', U'와', U'과', U'만', U'뭐', U'그', 0};

	return among(tail_of(s).cp[0], particles);
}
