/* parts.h - labelled pieces of an answer, as respondents mark them (doc/ingest.md has
 * the forms): "- 맥락 : …", "제도적으로는 …", "시급한 것은 …", "중기:". */
#ifndef SG_INGEST_PARTS_H
#define SG_INGEST_PARTS_H

#include "codebook/questionnaire.h"
#include "ingest/document.h"

/* Finds the parts of question's labels in body between span's ends. *out is an array
 * in arena, ascending, without overlap; a part runs to the next label or the end of
 * the answer, blanks at its end left off. Text before the first label is in none. */
size_t sg_parts_find(struct sg_arena *arena, const struct sg_question *question,
	struct sg_str body, struct sg_span span, struct sg_part **out);

#endif
