/* near.c - see near.h. */
#include "config.h"

#include "analysis/near.h"

#include <string.h>

enum { LONGEST = 96, SHOWN = 3, FEW = 12 };

static unsigned char lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Levenshtein distance over bytes, ASCII case folded; for names up to LONGEST bytes. */
static size_t distance(struct sg_str a, struct sg_str b)
{
	size_t row[LONGEST + 1];

	if (a.n > LONGEST || b.n > LONGEST)
		return SIZE_MAX;
	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t best =
				diagonal + (lower(a.p[i - 1]) != lower(b.p[j - 1]));
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			diagonal = row[j];
			row[j] = best;
		}
	}
	return row[b.n];
}

static bool near(struct sg_str a, struct sg_str b)
{
	size_t longer = a.n > b.n ? a.n : b.n;

	if (a.n == 0 || b.n == 0)
		return false;
	return sg_str_find(a, b) != SIZE_MAX || sg_str_find(b, a) != SIZE_MAX ||
	       distance(a, b) <= longer / 3;
}

/* Lists names, near ones or all; returns how many there were. */
static size_t list(struct sg_buf *out, struct sg_str name, const struct sg_str *names,
	size_t n, bool all)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		if (names[i].n == 0 || !(all || near(name, names[i])))
			continue;
		if (found++ >= (all ? FEW : SHOWN))
			break;
		sg_buf_printf(
			out, "%s'%.*s'", found == 1 ? "" : ", ", SG_ARG(names[i]));
	}
	return found;
}

int sg_near_error(struct sg_error *err, const char *message, struct sg_str name,
	const struct sg_str *names, size_t n)
{
	struct sg_buf text, near_ones;
	size_t hole = sg_str_find(sg_str_of(message), SG_STR("%.*s"));

	sg_buf_init(&text);
	sg_buf_init(&near_ones);
	sg_buf_add(&text, sg_str_sub(sg_str_of(message), 0, hole));
	if (hole != SIZE_MAX) {
		sg_buf_add(&text, name);
		sg_buf_addz(&text, message + hole + 4);
	}
	if (list(&near_ones, name, names, n, false))
		sg_error_set(err, SG_ENOTFOUND, _("%s; near it: %s"), sg_buf_z(&text),
			sg_buf_z(&near_ones));
	else if (n <= FEW && list(&near_ones, name, names, n, true))
		sg_error_set(err, SG_ENOTFOUND, _("%s; there are %s"), sg_buf_z(&text),
			sg_buf_z(&near_ones));
	else
		sg_error_set(err, SG_ENOTFOUND, "%s", sg_buf_z(&text));
	sg_buf_release(&near_ones);
	sg_buf_release(&text);
	return SG_ENOTFOUND;
}
