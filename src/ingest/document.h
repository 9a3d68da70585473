/* document.h - one source as a reader understood it: whose answers, to which
 * questions, where in the text. What ingest hands to the store. */
#ifndef SG_INGEST_DOCUMENT_H
#define SG_INGEST_DOCUMENT_H

#include "base/arena.h"
#include "text/layout.h"

enum sg_answer_state {
	SG_ANSWER_ANSWERED,   /* says something: the base of percentages */
	SG_ANSWER_NONE,       /* asked, and says nothing */
	SG_ANSWER_NOT_ASKED,  /* the questionnaire did not ask this respondent */
	SG_ANSWER_UNASSIGNED, /* text before the first question, or under none */
};

/* Why an answer says nothing, or how it is limited (doc/ingest.md). */
enum sg_answer_kind {
	SG_KIND_FULL,         /* nothing to say */
	SG_KIND_MISSING,      /* 답변란 없음: no heading for it */
	SG_KIND_BLANK,        /* 무응답: empty, 무응답, 의견 없음 */
	SG_KIND_UNKNOWN,      /* 모름: 잘 모르겠습니다, 아는 바가 없다 */
	SG_KIND_NOT_MY_FIELD, /* 소관 아님: 비전문 분야라 생략 */
	SG_KIND_PARTIAL, /* 부분: disclaims and then says something; is answered */
	SG_KIND_CROSS_REFERENCE, /* 교차참조: "Q4와 같음" and nothing else; is none */
};

/* "answered", "none", "not_asked", "unassigned"; messages translate them. */
const char *sg_answer_state_name(enum sg_answer_state state);
/* "full", "missing", "blank", "unknown", "not_my_field", "partial", "cross_reference". */
const char *sg_answer_kind_name(enum sg_answer_kind kind);
/* Takes these names and the Korean words that they are shown by, with or without blanks:
 * 무응답 and 내용 없음 are the state none, 소관 아님 the kind not_my_field. */
bool sg_answer_state_parse(struct sg_str word, enum sg_answer_state *state);
bool sg_answer_kind_parse(struct sg_str word, enum sg_answer_kind *kind);

struct sg_attribute {
	struct sg_str name, value;
};

struct sg_part {
	struct sg_str label; /* as the questionnaire spells it */
	struct sg_span span; /* bytes of the body; label included; parts may repeat and
				 ascend without overlap */
};

struct sg_answer {
	struct sg_str question; /* label, or empty */
	struct sg_span span;    /* bytes of the body, heading excluded, trimmed; empty
				   (start == stop) for a missing answer */
	enum sg_answer_state state;
	enum sg_answer_kind kind;
	struct sg_part *parts;
	size_t nparts;
	uint32_t line; /* of the heading, 1-based; 0 when there is none */
};

struct sg_document {
	struct sg_str name; /* of the source: file name, or "file#row key" for tables */
	struct sg_str path; /* of the file, as given */
	const char *reader, *encoding; /* static strings */
	char file_sha256[65]; /* of the file's bytes (of a table: of the row's text) */
	struct sg_str body;   /* stored text (text/decode.h) */
	struct sg_str respondent;
	struct sg_attribute *attributes;
	size_t nattributes;
	struct sg_answer *answers; /* ascending, not overlapping; with a questionnaire
				      one for each of its questions (missing ones too,
				      at the end), and unassigned stretches */
	size_t nanswers;
};

#endif
