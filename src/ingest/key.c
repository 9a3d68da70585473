/* key.c - see key.h. */
#include "config.h"

#include "ingest/key.h"

#include "text/fold.h"
#include "text/utf8.h"

uint32_t sg_key_next(struct sg_str s, size_t *off)
{
	while (*off < s.n) {
		uint32_t cp = sg_utf8_next(s, off);
		enum sg_script script = sg_script_of(cp);

		if (script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP)
			return sg_fold(cp);
	}
	return 0;
}

size_t sg_key_length(struct sg_str s)
{
	size_t off = 0, n = 0;

	while (sg_key_next(s, &off))
		n++;
	return n;
}

bool sg_key_eq(struct sg_str a, struct sg_str b)
{
	size_t i = 0, j = 0;

	for (;;) {
		uint32_t x = sg_key_next(a, &i);
		if (x != sg_key_next(b, &j))
			return false;
		if (x == 0)
			return true;
	}
}

bool sg_key_eqz(struct sg_str a, const char *z)
{
	return sg_key_eq(a, sg_str_of(z));
}

uint64_t sg_key_hash(struct sg_str s)
{
	uint64_t h = UINT64_C(14695981039346656037);
	size_t off = 0;
	uint32_t cp;

	while ((cp = sg_key_next(s, &off)) != 0)
		h = (h ^ cp) * UINT64_C(1099511628211);
	return h;
}

size_t sg_key_match(struct sg_str text, struct sg_str pattern, struct sg_str *left)
{
	size_t i = 0, j = 0, met = 0;

	for (;;) {
		size_t before = j;
		uint32_t want = sg_key_next(pattern, &j);
		if (want == 0) {
			*left = (struct sg_str){pattern.p, 0};
			return met;
		}
		uint32_t got = sg_key_next(text, &i);
		if (got == 0) {
			*left = sg_str_skip(pattern, before);
			return met;
		}
		if (got != want)
			return SIZE_MAX;
		met = i;
	}
}
