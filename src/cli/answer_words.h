/* answer_words.h - states and kinds of answers in the language of the messages. In
 * Korean they are the words of the tables (analysis/labels_words.def); in English those
 * that `saegim answer` takes. */
#ifndef SG_CLI_ANSWER_WORDS_H
#define SG_CLI_ANSWER_WORDS_H

#include "ingest/document.h"

/* Static text. */
const char *sg_answer_state_word(enum sg_answer_state state);
const char *sg_answer_kind_word(enum sg_answer_kind kind);

#endif
