/* standing.c - see standing.h. */
#include "config.h"

#include "store/standing.h"

#include <stdlib.h>
#include <string.h>

#include "store/db.h"

int sg_standing_load(struct sg_standing *out, struct sg_store *s, int64_t case_,
	int64_t question, struct sg_error *err)
{
	struct sg_query q;
	int rc;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	sg_query_open(&q, s, SG_SQL_STANDING, err);
	sg_query_int(&q, ":case", case_);
	sg_query_ref(&q, ":question", question);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_standing_row row = {.id = sg_col_int(&q, 0),
			.respondent = sg_arena_str(&out->arena, sg_col_text(&q, 1)),
			.question = sg_arena_str(&out->arena, sg_col_text(&q, 2)),
			.bare = sg_col_int(&q, 4) != 0};
		sg_answer_state_parse(sg_col_text(&q, 3), &row.state);
		SG_PUSH(out, row);
	}
	sg_query_close(&q);
	return rc;
}

void sg_standing_release(struct sg_standing *t)
{
	sg_arena_release(&t->arena);
	free(t->v);
}

int sg_words_load(struct sg_words *out, struct sg_store *s, int64_t answer,
	uint32_t start, uint32_t stop, struct sg_error *err)
{
	struct sg_query q;
	int rc;

	memset(out, 0, sizeof *out);
	sg_arena_init(&out->arena);
	sg_query_open(&q, s, SG_SQL_WORDS_AT, err);
	sg_query_int(&q, ":answer", answer);
	sg_query_int(&q, ":start", start);
	sg_query_int(&q, ":stop", stop);
	while ((rc = sg_query_step(&q)) > 0) {
		struct sg_str col[6];
		for (int i = 0; i < 6; i++)
			col[i] = sg_arena_str(&out->arena, sg_col_text(&q, i));
		SG_PUSH(out, (struct sg_word_row){col[0], col[1], col[2], col[3],
				     col[4], col[5], sg_col_int(&q, 6) != 0});
	}
	sg_query_close(&q);
	return rc;
}

void sg_words_release(struct sg_words *w)
{
	sg_arena_release(&w->arena);
	free(w->v);
}
