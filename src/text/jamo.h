/* jamo.h - finding Korean as it is being typed: by initial consonants (ㄷㅈㅌ for 디지털),
 * by a syllable that is not finished (디지 and 디짙 on the way to 디지털), without regard
 * to blanks, signs and the case of Latin letters. For choosing from a list. */
#ifndef SG_TEXT_JAMO_H
#define SG_TEXT_JAMO_H

#include "base/str.h"

/* Whether query occurs in text, read so. An empty query occurs everywhere. */
bool sg_jamo_within(struct sg_str text, struct sg_str query);

#endif
