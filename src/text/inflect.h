/* inflect.h - the endings of Korean predicates as a table of transitions.
 *
 * A form is a stem and then endings, one after another. Each row says after
 * what (a set of states) an ending stands, how it is written, and what state it
 * leads to. stem.c gives the stems with their first states, predicate.c walks. */
#ifndef SG_TEXT_INFLECT_H
#define SG_TEXT_INFLECT_H

#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

/* What the written part of a form has come to; sets of bits. */
enum {
	SG_INFLECT_CLOSED = 1 << 0, /* a stem with a final consonant: 먹-, 있- */
	SG_INFLECT_OPEN = 1 << 1,   /* a stem without: 가-, 하- */
	SG_INFLECT_L = 1 << 2,      /* a stem in ㄹ: 만들- */
	SG_INFLECT_NO_L = 1 << 3, /* the same without it, before ㄴ ㅂ ㅅ 오: 만드- */
	SG_INFLECT_EU = 1 << 4, /* endings with 으 attach, the 으 written already */
	SG_INFLECT_EO = 1 << 5, /* a closed stem that takes 어 */
	SG_INFLECT_A = 1 << 6,  /* a closed stem that takes 아 */
	SG_INFLECT_INF = 1 << 7, /* behind 아/어, contracted or not: 먹어, 가, 해 */
	SG_INFLECT_PAST = 1 << 8,    /* behind 았/었/겠 */
	SG_INFLECT_COPULA = 1 << 9,  /* 아니-, 이- */
	SG_INFLECT_ADVERB = 1 << 10, /* 없-, 같-: adverb in 이 */
	SG_INFLECT_TYPO_SS = 1
			     << 11, /* ㅅ written for the past's ㅆ is no other word */
	SG_INFLECT_JI = 1 << 12,    /* behind 지: 않다, 못하다, 말다 follow */
	SG_INFLECT_GO = 1 << 13,    /* behind 고: 있다, 싶다 follow */
	SG_INFLECT_GE = 1 << 14, /* behind 게, 려고, ㄹ까, 면: 하다, 되다 follow */
	SG_INFLECT_DA = 1 << 15,    /* behind connective 다: 보다, 가 follow */
	SG_INFLECT_YA = 1 << 16,    /* behind 아야: 하다, 되다 follow */
	SG_INFLECT_QUOTE = 1 << 17, /* behind quoted 다, 라, 냐, 자: 고, 는 follow */
	SG_INFLECT_NOUN = 1 << 18, /* adnominal: the bound nouns of the table follow */
	SG_INFLECT_YO = 1 << 19,   /* 요 may follow */
	SG_INFLECT_DELIMIT = 1 << 20,  /* 는, 도, 만 may follow */
	SG_INFLECT_PARTICLE = 1 << 21, /* any particles or the copula may follow */
	SG_INFLECT_END = 1 << 22,      /* the word may end here */
	SG_INFLECT_GOING = 1 << 23, /* an infinitive that 가다, 오다, 나다 extend */
	SG_INFLECT_AUX = 1 << 24,   /* an infinitive that auxiliaries extend */
	SG_INFLECT_TRY = 1 << 25, /* one that at least 보다, 버리다, 있다 extend */
	/* Not a single open syllable (가-, 사-), where ㅁ, 구, 대, 당 mostly make
	 * other words (감, 사당); 하- and 되- are clear enough. */
	SG_INFLECT_CLEAR = 1 << 26,
	SG_INFLECT_LONG_N = 1 << 27,   /* two syllables: any noun may follow its ㄴ */
	SG_INFLECT_LONG_L = 1 << 28,   /* and its ㄹ */
	SG_INFLECT_GI = 1 << 30,       /* behind nominal 기: some particles follow */
	SG_INFLECT_ANYTHING = 1 << 29, /* any word may be written together */
};

struct sg_inflect_row {
	uint32_t from; /* any of these states */
	uint32_t to;   /* all of these */
	/* The ending, NUL-terminated. A compatibility jamo in front is the final
	 * consonant of the syllable before; an open last syllable also stands for
	 * itself with a final consonant, which the next row must then begin with. */
	char16_t text[7];
};

/* Sources: 한글 맞춤법 (2017-12) 제15–18항, 제32–40항; the endings' inventory and
 * conditions follow the tables of 표준국어문법론 (어미) and 표준국어대사전. */
extern const struct sg_inflect_row sg_inflect_rows[];
extern const size_t sg_inflect_row_count;

#endif
