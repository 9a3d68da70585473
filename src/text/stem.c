/* stem.c - see stem.h. The irregular classes of 한글 맞춤법 제18항 are closed or
 * have closed lists of regular members; nothing else is listed. Contractions
 * follow 제34–40항. */
#include "config.h"

#include "text/stem.h"

#include <string.h>

#include "text/hangul.h"
#include "text/inflect.h"

/* Indices of vowels and finals, Unicode Standard section 3.12. */
enum { V_A, V_AE, V_YA, V_YAE, V_EO, V_E, V_YEO, V_YE, V_O, V_WA, V_WAE, V_OE };
enum { V_U = 13, V_WO, V_WI = 16, V_EU = 18, V_I = 20 };
enum { J_G = 1, J_NH = 6, J_D, J_L, J_LH = 15, J_B = 17, J_S = 19, J_H = 27 };

#define OPEN   (SG_INFLECT_OPEN | SG_INFLECT_EU)
#define LONG   (SG_INFLECT_CLEAR | SG_INFLECT_LONG_N | SG_INFLECT_LONG_L)
#define CLOSED SG_INFLECT_CLOSED
#define JOINED                                                              \
	(SG_INFLECT_INF | SG_INFLECT_AUX | SG_INFLECT_YO | SG_INFLECT_END | \
		SG_INFLECT_DELIMIT | SG_INFLECT_GOING)

/* Final syllables, separated by blanks, that a stem may end with. */
#define REGULAR_B   u"잡 좁 씹 뽑 꼽 집 접 입 업 수줍 뵙"
#define BOTH_B      u"굽"
#define WA_B        u"돕 곱"
#define IRREGULAR_D u"듣 싣 깨닫 일컫 긷 붇 눋"
#define BOTH_D      u"걷 묻"
#define IRREGULAR_S u"짓 잇 낫 긋 붓 젓 잣"
#define REGULAR_H   u"좋 놓 넣 쌓 낳 찧 땋 빻 닿"
#define AE_H        u"이렇 그렇 저렇 요렇 고렇 조렇 어떻 아무렇"
#define REGULAR_REU u"따르 치르 들르 다다르 우러르"
#define REO_ONLY    u"푸르 노르"
#define REO_TOO     u"이르 누르"
#define L_LOOKALIKE u"깨달 일컬"
#define ADVERB_I    u"없"
#define CHANGED_EO  u"이러 그러 저러 요러 고러 조러 어쩌"
#define NOT_GOING   u"일 돌 들 듣 벗 낫 뛰 깨 달"
#define HONORIFIC   u"계시 주무시 드시 잡수시 편찮으시 돌아가시 안녕하시"
#define SHORT_CHI   u"편하 흔하 원하 성하 당하 금하 면하 변하 응하"

static unsigned initial_of(char16_t c)
{
	return (c - 0xAC00U) / 588;
}

static unsigned vowel_of(char16_t c)
{
	return (c - 0xAC00U) / 28 % 21;
}

static char16_t with_vowel(char16_t c, unsigned vowel)
{
	return (char16_t)(0xAC00U + (initial_of(c) * 21 + vowel) * 28);
}

static char16_t with_final(char16_t c, unsigned final)
{
	return (char16_t)(sg_open_syllable(c) + final);
}

static size_t length(const char16_t *text)
{
	size_t n = 0;

	while (text[n])
		n++;
	return n;
}

/* Whether text[0..n) ends with one of the words of list. */
static bool ends_in(const char16_t *text, size_t n, const char16_t *list)
{
	while (*list) {
		size_t k = 0;
		while (list[k] && list[k] != u' ')
			k++;
		if (k <= n && memcmp(text + n - k, list, k * sizeof *text) == 0)
			return true;
		list += k + (list[k] == u' ');
	}
	return false;
}

/* Adds text[0..n) and then tail. */
static void add(struct sg_stem *stem, const char16_t *text, size_t n,
	const char16_t *tail, uint32_t state)
{
	size_t more = length(tail);
	struct sg_stem_base *b = &stem->base[stem->n];

	if (stem->n == SG_STEM_BASES || n + more > SG_STEM_LENGTH + 2)
		return;
	memcpy(b->text, text, n * sizeof *text);
	memcpy(b->text + n, tail, (more + 1) * sizeof *tail);
	b->n = (uint8_t)(n + more);
	b->state = state;
	stem->n++;
}

/* The same with last in the place of the last syllable. */
static void add_last(struct sg_stem *stem, const char16_t *text, size_t n,
	char16_t last, const char16_t *tail, uint32_t state)
{
	char16_t ending[4] = {last, 0};

	for (size_t i = 0; tail[i] && i < 2; i++) {
		ending[i + 1] = tail[i];
		ending[i + 2] = 0;
	}
	add(stem, text, n - 1, ending, state);
}

static bool bright(unsigned vowel)
{
	return vowel == V_A || vowel == V_YA || vowel == V_O;
}

/* Stems whose last vowel is ㅡ lose it before 아/어 (제18항 4, 5, 8, 9). */
static void expand_eu(struct sg_stem *stem, const char16_t *text, size_t n)
{
	char16_t last = text[n - 1], before = n > 1 ? text[n - 2] : u'어';
	bool a = n > 1 && bright(vowel_of(before));
	unsigned vowel = a ? V_A : V_EO;

	if (ends_in(text, n, REO_ONLY) || ends_in(text, n, REO_TOO))
		add(stem, text, n, u"러", JOINED);
	if (ends_in(text, n, REO_ONLY))
		return;
	if (n > 1 && last == u'르' && !ends_in(text, n, REGULAR_REU)) {
		char16_t ending[3] = {with_final(before, J_L), a ? u'라' : u'러', 0};
		add(stem, text, n - 2, ending, JOINED | SG_INFLECT_TYPO_SS);
		if (ends_in(text, n, u"다르")) /* adverb, still with its complement */
			add(stem, text, n - 2, u"달리", SG_INFLECT_END);
		return;
	}
	add_last(stem, text, n, with_vowel(last, vowel), u"",
		JOINED | (n > 1 ? SG_INFLECT_TYPO_SS : 0));
	if (last == u'그') /* 담궈, 잠궜다 are common misspellings */
		add_last(stem, text, n, u'궈', u"", JOINED);
}

/* 하다: 하여, 해; 치, 케, 키, 토록 for 하지, 하게, 하기, 하도록 (제40항); 찮 for 치 않 (제39항). */
static void expand_ha(struct sg_stem *stem, const char16_t *text, size_t n)
{
	unsigned final = n > 1 ? sg_final_of(text[n - 2]) : 0;
	bool stop = final == J_G || final == J_D || final == J_B || final == J_S;

	add_last(stem, text, n, u'해', u"", JOINED | SG_INFLECT_TYPO_SS);
	add(stem, text, n, u"여", JOINED | SG_INFLECT_TYPO_SS);
	if (n == 1)
		return;
	if (n > 2 || ends_in(text, n, SHORT_CHI))
		add_last(stem, text, n, u'치', u"",
			SG_INFLECT_JI | SG_INFLECT_END | SG_INFLECT_DELIMIT);
	if (n > 2) {
		add_last(stem, text, n, u'찮', u"", CLOSED | SG_INFLECT_A);
		add_last(stem, text, n, u'케', u"", SG_INFLECT_GE | SG_INFLECT_END);
		add_last(stem, text, n, u'키', u"", SG_INFLECT_GI | SG_INFLECT_END);
		add_last(stem, text, n, u'토', u"록", SG_INFLECT_END);
		add_last(stem, text, n, u'코', u"자", SG_INFLECT_END);
		add_last(stem, text, n, u'컨', u"대", SG_INFLECT_END);
	}
	if (n > 2 && stop) {
		add_last(stem, text, n, u'지', u"", SG_INFLECT_JI | SG_INFLECT_END);
		add_last(stem, text, n, u'지', u"도", SG_INFLECT_END);
	}
}

/* ㅗ, ㅜ, ㅣ and ㅚ with 아/어 (제35–37항); false for another vowel. */
static bool expand_contracted(struct sg_stem *stem, const char16_t *text, size_t n)
{
	static const struct {
		uint8_t vowel, joined;
		const char16_t *full;
	} contractions[] = {{V_O, V_WA, u"아"}, {V_U, V_WO, u"어"}, {V_I, V_YEO, u"어"},
		{V_OE, V_WAE, u"어"}};
	char16_t last = text[n - 1];

	for (size_t i = 0; i < sizeof contractions / sizeof *contractions; i++) {
		if (vowel_of(last) != contractions[i].vowel)
			continue;
		add_last(stem, text, n, with_vowel(last, contractions[i].joined), u"",
			JOINED | (n > 1 ? SG_INFLECT_TYPO_SS : 0));
		if (n > 1 || last != u'지') /* 지어 is of 짓다 */
			add(stem, text, n, contractions[i].full, JOINED);
		if (n > 1 && contractions[i].vowel == V_U) /* misspelt: 이루워 */
			add(stem, text, n, u"워", JOINED);
		return true;
	}
	return false;
}

/* The other vowels: ㅏ, ㅓ, ㅐ, ㅔ, ㅕ swallow 아/어 (제34항). */
static void expand_swallowed(struct sg_stem *stem, const char16_t *text, size_t n)
{
	char16_t last = text[n - 1];
	unsigned vowel = vowel_of(last);
	/* Alone, an unchanged syllable (가, 내, 서) is mostly another word. */
	uint32_t same = n > 1 ? JOINED | SG_INFLECT_TYPO_SS : SG_INFLECT_INF;

	if (vowel == V_A || vowel == V_EO || vowel == V_AE || vowel == V_E ||
		vowel == V_YEO || vowel == V_YE)
		add(stem, text, n, u"", same);
	if (vowel != V_A)
		add(stem, text, n, u"어", JOINED);
	if (n > 1 && (vowel == V_WI || vowel == V_AE || vowel == V_E))
		add(stem, text, n, u"여", JOINED); /* misspelt: 바뀌였다 */
	if (n > 1 && vowel == V_WI) /* 바껴, 사겼다: heard and written */
		add_last(stem, text, n, with_vowel(last, V_YEO), u"", JOINED);
}

/* How 아/어 joins a stem without final consonant. */
static void expand_open(struct sg_stem *stem, const char16_t *text, size_t n)
{
	char16_t last = text[n - 1];

	if (n == 1 && (last == u'하' || last == u'되'))
		add(stem, text, n, u"", SG_INFLECT_CLEAR);
	if (n == 1 && (last == u'가' || last == u'타'))
		add(stem, text, n, u"", SG_INFLECT_TRY);
	if (last == u'하')
		expand_ha(stem, text, n);
	else if (vowel_of(last) == V_EU)
		expand_eu(stem, text, n);
	else if (ends_in(text, n, CHANGED_EO)) /* 그래, 어째 */
		add_last(stem, text, n, with_vowel(last, V_AE), u"",
			JOINED | SG_INFLECT_TYPO_SS);
	else if (n == 1 && last == u'푸')
		add(stem, u"퍼", 1, u"", JOINED);
	else if (!expand_contracted(stem, text, n))
		expand_swallowed(stem, text, n);
}

/* What single verbs have beside their class. */
static void expand_single(struct sg_stem *stem, const char16_t *text, size_t n)
{
	if (ends_in(text, n, u"되")) { /* 되요, 됬다; 돼다 */
		add(stem, text, n, u"",
			SG_INFLECT_INF | SG_INFLECT_AUX | SG_INFLECT_GOING |
				SG_INFLECT_TYPO_SS |
				(ends_in(text, n, u"안되 않되") ? SG_INFLECT_END : 0));
		add_last(stem, text, n, u'돼', u"", OPEN);
		add(stem, text, n, u"여", JOINED);
	}
	if (ends_in(text, n, u"아니")) {
		add(stem, text, n, u"", SG_INFLECT_COPULA);
		add_last(stem, text, n, u'냐', u"", SG_INFLECT_END | SG_INFLECT_YO);
		add_last(stem, text, n, u'녜', u"요", SG_INFLECT_END);
		add_last(stem, text, n, u'녔', u"", SG_INFLECT_PAST);
	}
	if (n == 1 && text[0] == u'이')
		add(stem, text, n, u"", SG_INFLECT_COPULA);
	if (ends_in(text, n, HONORIFIC))
		add_last(stem, text, n, u'세', u"", SG_INFLECT_END | SG_INFLECT_YO);
	if (ends_in(text, n, u"놓"))
		add_last(stem, text, n, u'놔', u"", JOINED);
	if (n == 1 && text[0] == u'말')
		add(stem, u"마", 1, u"", SG_INFLECT_INF | SG_INFLECT_END);
	if (ends_in(text, n, u"어떻"))
		add(stem, text, n, u"해",
			SG_INFLECT_INF | SG_INFLECT_END | SG_INFLECT_YO);
}

static void expand_l(struct sg_stem *stem, const char16_t *text, size_t n)
{
	char16_t last = text[n - 1];
	uint32_t harmony = bright(vowel_of(last)) ? SG_INFLECT_A : SG_INFLECT_EO;

	add(stem, text, n, u"", SG_INFLECT_L | harmony);
	add_last(stem, text, n, with_final(last, 0), u"",
		SG_INFLECT_NO_L | (n > 1 ? SG_INFLECT_LONG_N | SG_INFLECT_CLEAR : 0));
	/* 날으는, 거칠은: misspelt, unless a stem in ㄷ has this form. */
	if (n > 1 ? !ends_in(text, n, L_LOOKALIKE) : last == u'날')
		add(stem, text, n, u"으", SG_INFLECT_EU | LONG);
}

static void expand_b(struct sg_stem *stem, const char16_t *text, size_t n)
{
	char16_t open = with_final(text[n - 1], 0);
	bool both = ends_in(text, n, BOTH_B);
	uint32_t regular =
		bright(vowel_of(open)) ? CLOSED | SG_INFLECT_A : CLOSED | SG_INFLECT_EO;

	if (ends_in(text, n, REGULAR_B)) {
		add(stem, text, n, u"", regular);
		return;
	}
	/* 으 also follows CLOSED: 어렵은 is what learners write. */
	add(stem, text, n, u"", both ? regular : CLOSED);
	if (n > 2 && ends_in(text, n, u"스럽")) /* 자연스런: a common contraction */
		add_last(stem, text, n, u'런', u"", SG_INFLECT_END | SG_INFLECT_NOUN);
	add_last(stem, text, n, open, u"우", SG_INFLECT_EU | LONG);
	add_last(stem, text, n, open, u"워", JOINED | SG_INFLECT_TYPO_SS);
	if (ends_in(text, n, WA_B) || bright(vowel_of(open)))
		add_last(stem, text, n, open, u"와", JOINED);
}

static void expand_h(struct sg_stem *stem, const char16_t *text, size_t n)
{
	char16_t open = with_final(text[n - 1], 0);
	unsigned vowel = vowel_of(open);
	unsigned joined = vowel == V_YA    ? V_YAE
			  : vowel == V_YEO ? V_YE
			  : vowel == V_EO  ? V_E
					   : V_AE;

	if (ends_in(text, n, AE_H))
		joined = V_AE;
	add(stem, text, n, u"", CLOSED);
	add_last(stem, text, n, open, u"", SG_INFLECT_EU | SG_INFLECT_NO_L | LONG);
	add_last(stem, text, n, with_vowel(open, joined), u"",
		JOINED | SG_INFLECT_TYPO_SS);
}

/* ㄷ and ㅅ before a vowel: ㄹ, or nothing (제18항 2, 6). */
static void expand_vowel_changing(
	struct sg_stem *stem, const char16_t *text, size_t n, unsigned changed)
{
	char16_t other = with_final(text[n - 1], changed);
	bool a = bright(vowel_of(other));

	add_last(stem, text, n, other, u"으", SG_INFLECT_EU | LONG);
	add_last(stem, text, n, other, a ? u"아" : u"어", JOINED | SG_INFLECT_TYPO_SS);
}

/* ㅎ heard in the ending and written twice: 그렇치, 많케. */
static void expand_aspirated(struct sg_stem *stem, const char16_t *text, size_t n)
{
	const uint32_t link = SG_INFLECT_END | SG_INFLECT_DELIMIT | SG_INFLECT_YO;

	add(stem, text, n, u"치", SG_INFLECT_JI | link);
	add(stem, text, n, u"케", SG_INFLECT_GE | link);
}

static void expand_closed(struct sg_stem *stem, const char16_t *text, size_t n)
{
	char16_t last = text[n - 1];
	unsigned final = sg_final_of(last);
	uint32_t harmony = bright(vowel_of(last)) ? SG_INFLECT_A : SG_INFLECT_EO;

	if ((final == J_H && last != u'놓') || final == J_NH || final == J_LH)
		expand_aspirated(stem, text, n);
	if (final == J_L) {
		expand_l(stem, text, n);
		return;
	}
	if (final == J_B) {
		expand_b(stem, text, n);
		return;
	}
	if (final == J_H && !ends_in(text, n, REGULAR_H)) {
		expand_h(stem, text, n);
		return;
	}
	if (ends_in(text, n, IRREGULAR_D) || ends_in(text, n, BOTH_D))
		expand_vowel_changing(stem, text, n, J_L);
	if (ends_in(text, n, IRREGULAR_S))
		expand_vowel_changing(stem, text, n, 0);
	if (ends_in(text, n, IRREGULAR_D) || ends_in(text, n, IRREGULAR_S))
		harmony = 0;
	add(stem, text, n, u"",
		CLOSED | harmony |
			(ends_in(text, n, ADVERB_I) ? SG_INFLECT_ADVERB : 0));
}

/* Takes away that 가다, 오다, 나다 may follow the infinitive: 일어나다 is not of 일다. */
static void keep_apart(struct sg_stem *stem)
{
	const uint32_t harmony = SG_INFLECT_EO | SG_INFLECT_A;
	const uint32_t joined = JOINED & ~(uint32_t)SG_INFLECT_GOING;

	for (size_t i = 0, shapes = stem->n; i < shapes; i++) {
		struct sg_stem_base *b = &stem->base[i];
		b->state &= ~(uint32_t)SG_INFLECT_GOING;
		if (!(b->state & harmony))
			continue;
		add(stem, b->text, b->n, u"어", joined);
		if (b->state & SG_INFLECT_A)
			add(stem, b->text, b->n, u"아", joined);
		b->state &= ~harmony;
	}
}

/* All shapes of one spelling. */
static void expand(struct sg_stem *stem, const char16_t *text, size_t n)
{
	if (sg_final_of(text[n - 1]) == 0) {
		add(stem, text, n, u"", OPEN | (n > 1 ? LONG : 0));
		expand_open(stem, text, n);
	} else {
		expand_closed(stem, text, n);
	}
	expand_single(stem, text, n);
	if (n == 1 && ends_in(text, n, NOT_GOING))
		keep_apart(stem);
}

/* Beginnings of stems that are often misspelt, and how; where the wrong spelling
 * is a stem of its own (들리다 for 들르다), its forms are left to that stem. */
static const struct {
	const char16_t *right, *wrong;
	bool whole; /* no longer stem (바라보다) is misspelt so */
} spellings[] = {
	{u"안되", u"않되", false},
	{u"안하", u"않하", false},
	{u"웬만하", u"왠만하", false},
	{u"어떡하", u"어떻하", false},
	{u"희한하", u"희안하", false},
	{u"바라", u"바래", true},
	{u"설레", u"설레이", false},
	{u"헤매", u"헤메", false},
	{u"치르", u"치루", false},
	{u"담그", u"담구", false},
	{u"잠그", u"잠구", false},
	{u"삼가", u"삼가하", false},
	{u"베풀", u"배풀", false},
	{u"뒤처지", u"뒤쳐지", false},
	{u"무릅쓰", u"무릎쓰", false},
	{u"건드리", u"건들이", false},
	{u"닦달하", u"닥달하", false},
	{u"어이없", u"어의없", false},
	{u"일으키", u"이르키", false},
};

void sg_stem_expand(struct sg_stem *stem, const char16_t *text, size_t n)
{
	char16_t other[SG_STEM_LENGTH + 3];

	stem->n = 0;
	expand(stem, text, n);
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		size_t right = length(spellings[i].right);
		size_t wrong = length(spellings[i].wrong);
		if (n < right || (spellings[i].whole && n > right) ||
			n - right + wrong > SG_STEM_LENGTH ||
			memcmp(text, spellings[i].right, right * sizeof *text) != 0)
			continue;
		memcpy(other, spellings[i].wrong, wrong * sizeof *text);
		memcpy(other + wrong, text + right, (n - right) * sizeof *text);
		expand(stem, other, n - right + wrong);
	}
}
