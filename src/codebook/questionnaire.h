/* questionnaire.h - the questions of a study: groups, wording, focus, parts, and
 * who was asked. The same outline as a codebook:
 *
 *     ## 1 제목            a group
 *     ### Q4 제약          a question: label and title, wording as prose
 *     * focus: C, E8b      codes the question is about (관심 코드)
 *     * parts: 맥락 | 제도   labels respondents give parts of their answer (부분)
 *     * asked: 직군 = 공무원 | 교수   who was asked; everyone otherwise (대상)
 */
#ifndef SG_CODEBOOK_QUESTIONNAIRE_H
#define SG_CODEBOOK_QUESTIONNAIRE_H

#include "base/arena.h"
#include "base/notes.h"

#define SG_NO_QUESTION UINT32_MAX

struct sg_question {
	struct sg_str label;   /* "Q4" */
	struct sg_str title;   /* "제약", may be empty */
	struct sg_str wording; /* may be empty */
	uint32_t group;        /* index of its group, or UINT32_MAX */
	struct sg_str *focus;
	size_t nfocus;
	struct sg_str *parts;
	size_t nparts;
	struct sg_str asked_attribute; /* empty: everyone was asked */
	struct sg_str *asked_values;
	size_t nasked_values;
	uint32_t line;
};

struct sg_questionnaire {
	struct sg_arena arena;
	struct sg_str path, body, title;
	struct sg_str *groups;
	size_t ngroups;
	struct sg_question *questions;
	size_t nquestions;
};

/* As sg_codebook_read and _load. */
int sg_questionnaire_read(struct sg_questionnaire **out, struct sg_str body,
	const char *path, struct sg_notes *notes);
int sg_questionnaire_load(struct sg_questionnaire **out, const char *path,
	struct sg_notes *notes, struct sg_error *err);
void sg_questionnaire_free(struct sg_questionnaire *q);

/* Index of the question with that label (case of Latin letters ignored, "4" and
 * "문4" find Q4 when only one label has that number), or SG_NO_QUESTION. */
uint32_t sg_questionnaire_find(const struct sg_questionnaire *q, struct sg_str label);

#endif
