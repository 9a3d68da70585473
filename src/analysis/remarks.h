/* remarks.h - the notes under tables that several of them share: who was asked and who
 * answered, the base of percentages, what was filtered, who coded, and how much of it a
 * person has reviewed. */
#ifndef SG_ANALYSIS_REMARKS_H
#define SG_ANALYSIS_REMARKS_H

#include "analysis/labels.h"
#include "analysis/table.h"
#include "analysis/view.h"

/* People from whom on a group's percentages are shown. */
uint32_t sg_small_group(const struct sg_table_options *o);

/* Cases in the base; question SG_NONE: of the study. */
uint32_t sg_remark_base(const struct sg_view *v, enum sg_base base, uint32_t question);

/* "질문 30명, 유효응답 27명(공무원 10, …). 복수응답. n은 … %는 … 기준이다." */
void sg_remark_n(struct sg_tables *t, struct sg_table *table, const struct sg_view *v,
	const struct sg_groups *groups, bool grouped, enum sg_base base,
	uint32_t question);

/* The words of its two notes, for whoever puts the numbers in anew: "질문 {0}명, 유효응답
 * {1}명{2}."; and the second with n in its place. */
enum sg_label sg_remark_people_label(uint32_t question);
struct sg_str sg_remark_base_text(
	const struct sg_view *v, enum sg_base base, uint32_t question, struct sg_str n);

/* Answers that say nothing, by kind with their respondents; partial ones; codings that
 * are not counted because their answer says nothing. */
void sg_remark_none(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, uint32_t question);

/* Where, who coded, and the share of answer × code cells among the codings given (by
 * index) that a person reviewed; default codings by code; how much of all cells of the
 * view a person has seen (coverage.h). */
void sg_remark_review(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, const uint32_t *codings, size_t n);
/* The same of one question. */
void sg_remark_review_of(struct sg_tables *t, struct sg_table *table,
	const struct sg_view *v, uint32_t question, const uint32_t *codings, size_t n);

/* "자료: title(R01–R30)". */
void sg_remark_source(struct sg_table *table, const struct sg_view *v);

/* A label as a note, with up to three texts in it. */
void sg_remark(struct sg_tables *t, struct sg_table *table, const struct sg_view *v,
	enum sg_label label, struct sg_str a, struct sg_str b, struct sg_str c);

/* Appends the codings that the view counts (of one question, or all: SG_NONE) to an
 * array in the view's arena, in the order of the study. */
size_t sg_codings_counted(
	const struct sg_view *v, uint32_t question, uint32_t **codings);

#endif
