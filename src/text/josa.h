/* josa.h - particles whose form depends on the word before them, in messages: a
 * translation says 을(를), and the form that the name before it takes is chosen when the
 * message is printed. */
#ifndef SG_TEXT_JOSA_H
#define SG_TEXT_JOSA_H

#include "base/str.h"

/* Appends message with 은(는), 이(가), 을(를), 과(와), 와(과), (으)로 and (이)라 decided
 * by the last letter before them, closing quotes and brackets aside: a syllable by its
 * final consonant, digits, capitals and endings of file names as they are read. Behind
 * anything whose reading is not known (an English word, a mark) both forms stay. */
void sg_josa_settle(struct sg_str message, struct sg_buf *out);

#endif
