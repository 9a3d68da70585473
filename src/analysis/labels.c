/* labels.c - see labels.h. The words stand in labels_*.def. */
#include "config.h"

#include "analysis/labels.h"

static const struct {
	const char *ko, *en;
} labels[] = {
#define SG_TERM(name, ko, en) {ko, en},
#include "analysis/labels.def"
#undef SG_TERM
};

struct sg_str sg_label(enum sg_label label, bool english)
{
	return sg_str_of(english ? labels[label].en : labels[label].ko);
}

struct sg_str sg_fill(struct sg_arena *arena, struct sg_str template,
	const struct sg_str *args, size_t n)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < template.n; i++) {
		const char *p = template.p + i;
		bool hole = i + 2 < template.n && p[0] == '{' && p[1] >= '0' &&
			    p[1] <= '9' && p[2] == '}';
		if (!hole) {
			sg_buf_addc(&b, p[0]);
			continue;
		}
		size_t at = (size_t)(p[1] - '0');
		if (at < n)
			sg_buf_add(&b, args[at]);
		i += 2;
	}
	struct sg_str s = sg_arena_str(arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}
