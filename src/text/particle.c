/* particle.c - see particle.h. The order of particles is that of Korean grammars
 * (체언 + 들 + 격 조사 + 보조사 + 서술격 조사): a small automaton whose states say
 * what has been read and whose rows say what may follow, under which condition
 * on the character before (받침).
 *
 * Particles that written answers nearly always use as something else are taken
 * in the narrow sense: 하고 only after persons (들, 님; 이용하고 is a verb), 서 only
 * after words of place (여기서; 보고서), and never 보고 (報告), 론 for 로는 (論), or 요
 * straight after a noun (수요, 개요).
 */
#include "config.h"

#include "text/particle.h"

#include <string.h>

#include "text/hangul.h"
#include "text/utf8.h"

/* What has been read. */
enum {
	FRESH = 1,    /* a noun */
	NOUN = 2,     /* a noun, or with 들 */
	PLACE = 4,    /* 에, 에게, 으로, 와: an adverb of it */
	LIMIT = 8,    /* 만, 까지, 보다: still noun-like */
	TOPIC = 16,   /* 은, 도, 이라도 */
	CASE = 32,    /* 이, 을, 의 */
	STEM = 64,    /* 이- of the copula, an ending must follow */
	CLAUSE = 128, /* a form of the copula used as a noun: 인지, 임, 이라고 */
	DONE = 256,   /* nothing may follow */
	REST = 512,   /* an inflected form that only the copula has: 였-, 입니- */
	BASE = NOUN | PLACE | LIMIT,
};

enum need {
	ANY,
	OPEN,         /* after a vowel */
	CLOSED,       /* after a final consonant */
	OPEN_OR_L,    /* after a vowel or ㄹ */
	CLOSED_NOT_L, /* after another final consonant */
	COPULA,       /* after 이-, or straight after a noun that ends in a vowel */
	PERSON,       /* after 들, 님 */
	HERE,         /* after 여기, 거기, 저기, 어디, 혼자 */
};

/* No chain of particles is longer; bounds the work. */
#define TAIL_BYTES 48

struct row {
	char form[16];
	uint16_t from;
	uint8_t need;
	uint16_t to;
};

/* Sorted by form, so that the rows of a syllable stand together. */
static const struct row rows[] = {
	{"가", BASE | CLAUSE, OPEN, CASE},
	{"같이", BASE | CLAUSE, ANY, LIMIT},
	{"거나", STEM, COPULA, DONE},
	{"거니", STEM, ANY, DONE},
	{"거니와", STEM, ANY, DONE},
	{"거든", STEM, COPULA, DONE},
	{"거든요", STEM, COPULA, DONE},
	{"건", STEM, ANY, DONE},
	{"건만", STEM, ANY, DONE},
	{"겠", STEM, COPULA, REST},
	{"고", STEM, COPULA, DONE},
	{"고도", STEM, COPULA, DONE},
	{"고서", STEM, ANY, DONE},
	{"고요", STEM, COPULA, DONE},
	{"고자", STEM, ANY, DONE},
	{"과", BASE | CLAUSE, CLOSED, PLACE},
	{"구", STEM, ANY, DONE},
	{"구나", STEM, COPULA, DONE},
	{"구만", STEM, ANY, DONE},
	{"구먼", STEM, ANY, DONE},
	{"구요", STEM, COPULA, DONE},
	{"군", STEM, ANY, DONE},
	{"군요", STEM, COPULA, DONE},
	{"기", STEM, ANY, CLAUSE},
	{"기에", STEM, ANY, DONE},
	{"까지", BASE | CLAUSE, ANY, LIMIT},
	{"까지나", BASE, ANY, TOPIC},
	{"까진", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"께", NOUN | LIMIT, ANY, PLACE},
	{"께서", NOUN, ANY, PLACE},
	{"께선", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"나", BASE | CLAUSE, OPEN, TOPIC},
	{"나마", BASE | CLAUSE, OPEN, TOPIC},
	{"냐", STEM, ANY, CLAUSE},
	{"냐", STEM, COPULA, DONE},
	{"냐고", STEM, COPULA, CLAUSE},
	{"냐는", STEM, COPULA, DONE},
	{"네", STEM, ANY, DONE},
	{"네요", STEM, COPULA, DONE},
	{"는", BASE | CLAUSE, OPEN, TOPIC},
	{"는커녕", BASE | CLAUSE, OPEN, TOPIC},
	{"니", BASE, OPEN, DONE},
	{"니", STEM, ANY, DONE},
	{"니까", STEM, COPULA, DONE},
	{"니까요", STEM, COPULA, DONE},
	{"다", STEM, COPULA, DONE},
	{"다가", STEM, ANY, DONE},
	{"다고", STEM, ANY, DONE},
	{"다는", STEM, ANY, DONE},
	{"다만", STEM, COPULA, DONE},
	{"다며", STEM, ANY, DONE},
	{"대로", BASE | CLAUSE, ANY, LIMIT},
	{"더니", STEM, ANY, DONE},
	{"더라", STEM, ANY, DONE},
	{"더라고요", STEM, COPULA, DONE},
	{"더라구요", STEM, COPULA, DONE},
	{"더라도", STEM, COPULA, DONE},
	{"더러", NOUN, ANY, PLACE},
	{"던", STEM, ANY, DONE},
	{"던가", STEM, ANY, DONE},
	{"던데", STEM, ANY, DONE},
	{"던지", STEM, ANY, DONE},
	{"던지", BASE | CLAUSE, OPEN, TOPIC},
	{"도", BASE | CLAUSE, ANY, TOPIC},
	{"도다", STEM, ANY, DONE},
	{"되", STEM, ANY, DONE},
	{"든", BASE | CLAUSE, OPEN, TOPIC},
	{"든가", BASE | CLAUSE, OPEN, TOPIC},
	{"든지", BASE | CLAUSE, OPEN, TOPIC},
	{"들", FRESH, ANY, NOUN},
	{"라", STEM, COPULA, DONE},
	{"라거나", STEM, COPULA, DONE},
	{"라고", CLAUSE, ANY, DONE},
	{"라고", STEM, COPULA, CLAUSE},
	{"라곤", STEM, COPULA, DONE},
	{"라구", STEM, COPULA, DONE},
	{"라구요", STEM, COPULA, DONE},
	{"라기", STEM, COPULA, CLAUSE},
	{"라네", STEM, COPULA, DONE},
	{"라는", CLAUSE, ANY, DONE},
	{"라는", STEM, COPULA, DONE},
	{"라는거", STEM, COPULA, REST},
	{"라는건", STEM, COPULA, DONE},
	{"라는걸", STEM, COPULA, DONE},
	{"라는게", STEM, COPULA, DONE},
	{"라는데", STEM, COPULA, DONE},
	{"라는지", STEM, COPULA, DONE},
	{"라니", STEM, COPULA, DONE},
	{"라니까", STEM, COPULA, DONE},
	{"라니요", STEM, COPULA, DONE},
	{"라더니", STEM, COPULA, DONE},
	{"라더라", STEM, COPULA, DONE},
	{"라던", STEM, COPULA, DONE},
	{"라던가", STEM, COPULA, DONE},
	{"라던지", STEM, COPULA, DONE},
	{"라도", BASE | CLAUSE, OPEN, TOPIC},
	{"라도", STEM, ANY, TOPIC},
	{"라든", STEM, COPULA, DONE},
	{"라든가", STEM, COPULA, DONE},
	{"라든지", STEM, COPULA, DONE},
	{"라며", STEM, COPULA, DONE},
	{"라면", CLAUSE, ANY, DONE},
	{"라면", STEM, COPULA, DONE},
	{"라면서", STEM, COPULA, DONE},
	{"라면야", STEM, COPULA, DONE},
	{"라서", STEM, COPULA, DONE},
	{"라서요", STEM, COPULA, DONE},
	{"라야", STEM, COPULA, DONE},
	{"라야만", STEM, COPULA, DONE},
	{"라지만", STEM, COPULA, DONE},
	{"란", BASE | CLAUSE, OPEN, TOPIC},
	{"란", STEM, ANY, TOPIC},
	{"란다", STEM, COPULA, DONE},
	{"랍니까", STEM, COPULA, DONE},
	{"랍니다", STEM, COPULA, DONE},
	{"랑", NOUN, OPEN, PLACE},
	{"래요", STEM, COPULA, DONE},
	{"랬자", STEM, ANY, DONE},
	{"랴", STEM, ANY, DONE},
	{"로", NOUN | LIMIT | CLAUSE, OPEN_OR_L, PLACE},
	{"로구나", STEM, ANY, DONE},
	{"로군", STEM, ANY, DONE},
	{"로다", STEM, ANY, DONE},
	{"로서", NOUN | LIMIT | CLAUSE, OPEN_OR_L, PLACE},
	{"로선", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"로써", NOUN | LIMIT | CLAUSE, OPEN_OR_L, PLACE},
	{"를", BASE | CLAUSE, OPEN, CASE},
	{"리라", STEM, ANY, DONE},
	{"마냥", BASE | CLAUSE, ANY, LIMIT},
	{"마다", BASE | CLAUSE, ANY, LIMIT},
	{"마저", BASE | CLAUSE, ANY, LIMIT},
	{"만", BASE | CLAUSE, ANY, LIMIT},
	{"만치", BASE | CLAUSE, ANY, LIMIT},
	{"만큼", BASE | CLAUSE, ANY, LIMIT},
	{"며", STEM, COPULA, DONE},
	{"면", STEM, COPULA, DONE},
	{"면서", STEM, COPULA, DONE},
	{"면서도", STEM, COPULA, DONE},
	{"므로", STEM, COPULA, DONE},
	{"밖에", BASE | CLAUSE, ANY, LIMIT},
	{"보다", BASE | CLAUSE, ANY, LIMIT},
	{"보단", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"부터", BASE | CLAUSE, ANY, LIMIT},
	{"부턴", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"뿐", BASE | CLAUSE, ANY, LIMIT},
	{"뿐더러", BASE, ANY, DONE},
	{"뿐만아니라", BASE | CLAUSE, ANY, DONE},
	{"뿐아니라", BASE | CLAUSE, ANY, DONE},
	{"서", NOUN, HERE, PLACE},
	{"서부터", NOUN, HERE, LIMIT},
	{"선", NOUN, HERE, TOPIC},
	{"세", STEM, ANY, REST},
	{"셨", STEM, ANY, REST},
	{"시", STEM, ANY, REST},
	{"신", STEM, ANY, REST},
	{"실", STEM, ANY, REST},
	{"십", STEM, ANY, REST},
	{"십니", BASE, OPEN, REST},
	{"아", NOUN, CLOSED, DONE},
	{"야", BASE | CLAUSE, OPEN, TOPIC},
	{"야말로", BASE | CLAUSE, OPEN, TOPIC},
	{"어도", STEM, ANY, DONE},
	{"어서", STEM, ANY, DONE},
	{"어야", STEM, ANY, DONE},
	{"어야만", STEM, ANY, DONE},
	{"어요", STEM, ANY, DONE},
	{"었", STEM, ANY, REST},
	{"에", NOUN | LIMIT | CLAUSE, ANY, PLACE},
	{"에게", NOUN | LIMIT, ANY, PLACE},
	{"에게로", NOUN | LIMIT, ANY, PLACE},
	{"에게서", NOUN | LIMIT, ANY, PLACE},
	{"에게선", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"에겐", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"에다", NOUN | LIMIT, ANY, PLACE},
	{"에다가", NOUN | LIMIT, ANY, PLACE},
	{"에서", NOUN | LIMIT | CLAUSE, ANY, PLACE},
	{"에선", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"에요", BASE, ANY, DONE},
	{"에요", STEM, ANY, DONE},
	{"엔", NOUN | LIMIT | PLACE, ANY, TOPIC},
	{"여", NOUN, OPEN, DONE},
	{"여도", BASE, OPEN, DONE},
	{"여도", STEM, ANY, DONE},
	{"여서", BASE, OPEN, DONE},
	{"여서", STEM, ANY, DONE},
	{"여야", BASE, OPEN, DONE},
	{"여야", STEM, ANY, DONE},
	{"여요", BASE, OPEN, DONE},
	{"여요", STEM, ANY, DONE},
	{"였", BASE, OPEN, REST},
	{"였", STEM, ANY, REST},
	{"예요", BASE, OPEN, DONE},
	{"예요", STEM, ANY, DONE},
	{"오", STEM, ANY, DONE},
	{"오나", STEM, ANY, DONE},
	{"오니", STEM, ANY, DONE},
	{"오며", STEM, ANY, DONE},
	{"온데", STEM, ANY, DONE},
	{"온바", STEM, ANY, DONE},
	{"올시다", STEM, ANY, DONE},
	{"옵니", STEM, ANY, REST},
	{"와", BASE | CLAUSE, OPEN, PLACE},
	{"요", PLACE | LIMIT | TOPIC | CASE | CLAUSE, ANY, DONE},
	{"으로", NOUN | LIMIT | CLAUSE, CLOSED_NOT_L, PLACE},
	{"으로서", NOUN | LIMIT | CLAUSE, CLOSED_NOT_L, PLACE},
	{"으로선", NOUN | LIMIT, CLOSED_NOT_L, TOPIC},
	{"으로써", NOUN | LIMIT | CLAUSE, CLOSED_NOT_L, PLACE},
	{"으론", NOUN | LIMIT, CLOSED_NOT_L, TOPIC},
	{"은", BASE | CLAUSE, CLOSED, TOPIC},
	{"은커녕", BASE | CLAUSE, CLOSED, TOPIC},
	{"을", BASE | CLAUSE, CLOSED, CASE},
	{"을랑", BASE | CLAUSE, CLOSED, TOPIC},
	{"의", BASE | CLAUSE, ANY, CASE},
	{"이", BASE, ANY, STEM},
	{"이", BASE | CLAUSE, CLOSED, CASE},
	{"이나", BASE | CLAUSE, CLOSED, TOPIC},
	{"이나", NOUN | PLACE | LIMIT, OPEN, TOPIC},
	{"이나마", BASE | CLAUSE, CLOSED, TOPIC},
	{"이나마", NOUN | PLACE | LIMIT, OPEN, TOPIC},
	{"이던지", BASE | CLAUSE, CLOSED, TOPIC},
	{"이든", BASE | CLAUSE, CLOSED, TOPIC},
	{"이든", NOUN | PLACE | LIMIT, OPEN, TOPIC},
	{"이든가", BASE | CLAUSE, CLOSED, TOPIC},
	{"이든가", NOUN | PLACE | LIMIT, OPEN, TOPIC},
	{"이든지", BASE | CLAUSE, CLOSED, TOPIC},
	{"이든지", NOUN | PLACE | LIMIT, OPEN, TOPIC},
	{"이라도", BASE | CLAUSE, CLOSED, TOPIC},
	{"이라도", NOUN | PLACE | LIMIT, OPEN, TOPIC},
	{"이랑", NOUN, CLOSED, PLACE},
	{"이시여", NOUN, ANY, DONE},
	{"이야", BASE | CLAUSE, CLOSED, TOPIC},
	{"이야말로", BASE | CLAUSE, CLOSED, TOPIC},
	{"이야말로", NOUN | PLACE | LIMIT, OPEN, TOPIC},
	{"이여", NOUN, ANY, DONE},
	{"이요", NOUN, CLOSED, DONE},
	{"인", BASE, ANY, DONE},
	{"인가", BASE, ANY, CLAUSE},
	{"인거", BASE, ANY, REST},
	{"인건", BASE, ANY, DONE},
	{"인걸", BASE, ANY, DONE},
	{"인것", BASE, ANY, REST},
	{"인게", BASE, ANY, DONE},
	{"인데", BASE, ANY, CLAUSE},
	{"인데다", BASE, ANY, DONE},
	{"인데다가", BASE, ANY, DONE},
	{"인들", BASE | CLAUSE, ANY, TOPIC},
	{"인듯", BASE, ANY, DONE},
	{"인만큼", BASE, ANY, DONE},
	{"인바", BASE, ANY, DONE},
	{"인양", BASE, ANY, DONE},
	{"인줄", BASE, ANY, DONE},
	{"인즉", BASE, ANY, DONE},
	{"인지", BASE, ANY, CLAUSE},
	{"인지라", BASE, ANY, DONE},
	{"일", BASE, ANY, DONE},
	{"일거", BASE, ANY, REST},
	{"일걸", BASE, ANY, DONE},
	{"일것", BASE, ANY, REST},
	{"일까", BASE, ANY, CLAUSE},
	{"일꺼", BASE, ANY, REST},
	{"일때", BASE, ANY, CLAUSE},
	{"일망정", BASE, ANY, DONE},
	{"일뿐", BASE, ANY, DONE},
	{"일수도", BASE, ANY, REST},
	{"일수록", BASE, ANY, DONE},
	{"일지", BASE, ANY, CLAUSE},
	{"일지라도", BASE, ANY, DONE},
	{"일지언정", BASE, ANY, DONE},
	{"일테니", BASE, ANY, DONE},
	{"일텐데", BASE, ANY, DONE},
	{"임", BASE, ANY, CLAUSE},
	{"입니", BASE, ANY, REST},
	{"입죠", BASE, ANY, DONE},
	{"자", STEM, ANY, DONE},
	{"잖아", STEM, COPULA, DONE},
	{"잖아요", STEM, COPULA, DONE},
	{"조차", BASE | CLAUSE, ANY, LIMIT},
	{"죠", STEM, COPULA, DONE},
	{"지", STEM, ANY, DONE},
	{"지만", STEM, COPULA, DONE},
	{"지만은", STEM, COPULA, DONE},
	{"지요", STEM, COPULA, DONE},
	{"처럼", BASE | CLAUSE, ANY, LIMIT},
	{"치고", NOUN | LIMIT, ANY, LIMIT},
	{"커녕", BASE | CLAUSE, ANY, TOPIC},
	{"하고", NOUN, PERSON, PLACE},
	{"한테", NOUN | LIMIT, ANY, PLACE},
	{"한테서", NOUN | LIMIT, ANY, PLACE},
	{"한텐", NOUN | LIMIT | PLACE, ANY, TOPIC},
};
#define ROWS (sizeof rows / sizeof *rows)

/* Whether the character last fulfils the condition; one that is no syllable
 * may be read either way. */
static bool fulfils(enum need need, uint32_t last)
{
	uint32_t final = sg_final_of(last);

	if (!sg_is_syllable(last))
		return true;
	switch (need) {
	case OPEN:
	case COPULA: return final == SG_FINAL_NONE;
	case CLOSED: return final != SG_FINAL_NONE;
	case OPEN_OR_L: return final == SG_FINAL_NONE || final == SG_FINAL_L;
	case CLOSED_NOT_L: return final != SG_FINAL_NONE && final != SG_FINAL_L;
	case PERSON: return last == U'들' || last == U'님';
	case HERE: return last == U'기' || last == U'디' || last == U'자';
	case ANY: break;
	}
	return true;
}

/* The bytes of a syllable in their order. */
static inline uint32_t syllable_key(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;

	return (uint32_t)u[0] << 16 | (uint32_t)u[1] << 8 | u[2];
}

/* The first row whose form does not sort before the syllable of that key. */
static size_t first_row(uint32_t key)
{
	size_t low = 0, high = ROWS;

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (syllable_key(rows[mid].form) < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool may_follow(const struct row *row, unsigned state, uint32_t last)
{
	if (row->need == COPULA && state != STEM)
		return (state & BASE) && fulfils(COPULA, last);
	return (row->from & state) && (state == STEM || fulfils(row->need, last));
}

static bool accepts(unsigned state, uint32_t last, struct sg_str rest)
{
	if (rest.n == 0)
		return state != STEM;
	if (state == REST)
		return true;
	if (rest.n < 3)
		return false;
	uint32_t key = syllable_key(rest.p);
	for (size_t i = first_row(key); i < ROWS; i++) {
		const struct row *row = &rows[i];
		if (syllable_key(row->form) != key)
			break;
		if (!may_follow(row, state, last))
			continue;
		struct sg_str form = sg_str_of(row->form);
		if (!sg_str_starts(rest, form))
			continue;
		size_t end = form.n;
		uint32_t next_last = sg_utf8_prev(form, &end);
		if (accepts(row->to, next_last, sg_str_skip(rest, form.n)))
			return true;
	}
	return false;
}

bool sg_particle_tail(uint32_t last, struct sg_str rest)
{
	return rest.n <= TAIL_BYTES && accepts(FRESH | NOUN, last, rest);
}

bool sg_person_tail(struct sg_str word, struct sg_str rest)
{
	static const char *const kin[] = {"아버지", "어머니", "아빠", "엄마", "부모",
		"오빠", "언니", "누나", "동생", "남편", "아내", "아들", "할머니",
		"할아버지", "이모", "고모", "삼촌", "사촌", "친구", "애인", "선배",
		"후배", "동료", "이웃", "가족", "아이", "사람", "우리"};

	if (rest.n < 6 || !(sg_str_starts(rest, SG_STR("하고")) ||
				  sg_str_starts(rest, SG_STR("하구"))))
		return false;
	for (size_t i = 0; i < sizeof kin / sizeof *kin; i++) {
		if (sg_str_ends(word, sg_str_of(kin[i])))
			return rest.n <= TAIL_BYTES &&
			       accepts(PLACE, U'고', sg_str_skip(rest, 6));
	}
	return false;
}
