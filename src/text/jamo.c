/* jamo.c - see jamo.h. */
#include "config.h"

#include "text/jamo.h"

#include <stdlib.h>

#include "text/fold.h"
#include "text/hangul.h"
#include "text/utf8.h"

/* Initial consonants in the order of syllables (Unicode Standard, section 3.12). */
static const uint32_t initials[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139,
	0x3141, 0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B,
	0x314C, 0x314D, 0x314E};

/* The consonant that a final one is as the initial of the next syllable, by index of the
 * final; 0 for none and for clusters. */
static const uint32_t as_initial[28] = {0, 0x3131, 0x3132, 0, 0x3134, 0, 0, 0x3137,
	0x3139, 0, 0, 0, 0, 0, 0, 0, 0x3141, 0x3142, 0, 0x3145, 0x3146, 0x3147, 0x3148,
	0x314A, 0x314B, 0x314C, 0x314D, 0x314E};

/* The initial consonant of a syllable, as compatibility jamo; else 0. */
static uint32_t initial_of(uint32_t cp)
{
	return sg_is_syllable(cp) ? initials[(cp - 0xAC00U) / 588] : 0;
}

struct letters {
	uint32_t *v;
	size_t n;
};

/* Folded letters and digits alone. */
static struct letters letters_of(struct sg_str s)
{
	struct letters l = {sg_alloc(s.n + 1, sizeof *l.v), 0};

	for (size_t at = 0; at < s.n;) {
		uint32_t cp = sg_utf8_next(s, &at);
		enum sg_script script = sg_script_of(cp);
		if (script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP)
			l.v[l.n++] = sg_fold(cp);
	}
	return l;
}

/* Whether the query's letter k stands at text's letter i. The last one may be a syllable
 * that is still being typed. */
static bool fits(const struct letters *t, size_t i, const struct letters *q, size_t k)
{
	uint32_t have = t->v[i], want = q->v[k];

	if (have == want || (want == initial_of(have) && want))
		return true;
	if (k + 1 < q->n || !sg_is_syllable(want) || !sg_is_syllable(have))
		return false;
	if (sg_final_of(want) == 0)
		return sg_open_syllable(have) == want;
	return have == sg_open_syllable(want) && i + 1 < t->n &&
	       as_initial[sg_final_of(want)] != 0 &&
	       initial_of(t->v[i + 1]) == as_initial[sg_final_of(want)];
}

bool sg_jamo_within(struct sg_str text, struct sg_str query)
{
	struct letters t = letters_of(text), q = letters_of(query);
	bool found = q.n == 0;

	for (size_t i = 0; !found && i + q.n <= t.n; i++) {
		size_t k = 0;
		while (k < q.n && fits(&t, i + k, &q, k))
			k++;
		found = k == q.n;
	}
	free(t.v);
	free(q.v);
	return found;
}
