/* entry.c - see entry.h. */
#include "config.h"

#include "store/entry.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"

int sg_store_code_entry(struct sg_store *s, struct sg_str label, struct sg_arena *arena,
	struct sg_code_entry *out, struct sg_error *err)
{
	struct sg_query q;

	memset(out, 0, sizeof *out);
	sg_query_open(&q, s, SG_SQL_CODE_ENTRY, err);
	sg_query_text(&q, ":label", label);
	int rc = sg_query_step(&q);
	if (rc > 0)
		*out = (struct sg_code_entry){sg_arena_str(arena, sg_col_text(&q, 0)),
			sg_arena_str(arena, sg_col_text(&q, 1)),
			sg_arena_str(arena, sg_col_text(&q, 2))};
	sg_query_close(&q);
	if (rc == 0)
		return sg_error_set(err, SG_ENOTFOUND,
			_("there is no code '%.*s' in the codebook"), SG_ARG(label));
	return rc < 0 ? rc : 0;
}

int sg_store_entry_hits(struct sg_store *s, struct sg_str respondent,
	struct sg_str question, struct sg_str code, struct sg_arena *arena,
	struct sg_entry_hit **out, size_t *n, struct sg_error *err)
{
	SG_VEC(struct sg_entry_hit) v = {NULL, 0, 0};
	struct sg_query q;
	int rc;

	sg_query_open(&q, s, SG_SQL_ENTRY_HITS, err);
	sg_query_text(&q, ":case", respondent);
	sg_query_text(&q, ":question", question);
	sg_query_text(&q, ":code", code);
	while ((rc = sg_query_step(&q)) > 0)
		SG_PUSH(&v, (struct sg_entry_hit){sg_col_u32(&q, 0), sg_col_u32(&q, 1),
				    sg_col_u32(&q, 2),
				    sg_arena_str(arena, sg_col_text(&q, 3))});
	sg_query_close(&q);
	*n = v.n;
	*out = sg_arena_array(arena, v.n, sizeof **out);
	if (v.n)
		memcpy(*out, v.v, v.n * sizeof **out);
	free(v.v);
	return rc;
}
