/* judged.c - what people said of one code, as a list. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"

int sg_store_judged(struct sg_store *s, struct sg_str label, struct sg_judged *out,
	struct sg_error *err)
{
	struct sg_query q;
	int rc;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	sg_query_open(&q, s, SG_SQL_JUDGED_OF, err);
	sg_query_text(&q, ":label", label);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_str col[5];
		for (int i = 0; i < 5; i++)
			col[i] = sg_arena_str(&out->arena, sg_col_text(&q, i));
		SG_PUSH(out,
			(struct sg_judged_row){col[0], col[1], col[2], col[3], col[4]});
	}
	sg_query_close(&q);
	return rc;
}

void sg_judged_release(struct sg_judged *j)
{
	sg_arena_release(&j->arena);
	free(j->v);
}
