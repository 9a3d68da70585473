/* stem.h - the shapes a predicate's stem takes before its endings. */
#ifndef SG_TEXT_STEM_H
#define SG_TEXT_STEM_H

#include <stdint.h>
#include <stddef.h>
#include <uchar.h>

#define SG_STEM_LENGTH 24 /* syllables at most */
#define SG_STEM_BASES  32

/* One shape: whole syllables; endings that begin with a final consonant go under
 * the last one when it has none. */
struct sg_stem_base {
	char16_t text[SG_STEM_LENGTH + 3];
	uint8_t n;
	uint32_t state; /* what it is to the endings, SG_INFLECT_* */
};

struct sg_stem {
	struct sg_stem_base base[SG_STEM_BASES];
	size_t n;
};

/* Works out all shapes of the stem text[0..n) (어렵 → 어렵, 어려우, 어려워). n is at
 * least 1 and at most SG_STEM_LENGTH; all are syllables. A stem that two verbs
 * share (걷다, 묻다, 굽다, 이르다) gets the shapes of both. */
void sg_stem_expand(struct sg_stem *stem, const char16_t *text, size_t n);

#endif
