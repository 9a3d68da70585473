/* team_world.h - small files of a team, for the tests that bring them together. Header
 * only. */
#ifndef SG_TEST_TEAM_WORLD_H
#define SG_TEST_TEAM_WORLD_H

#include "fixture.h"

#include "base/file.h"
#include "store/team.h"

#define T1 "2026-02-01T00:00:01Z"
#define T2 "2026-02-01T00:00:02Z"
#define T3 "2026-02-01T00:00:03Z"

static const char text[] = "## Q1\n예산이 부족합니다. 인력도 사람도 없습니다. 참 "
			   "좋습니다 정말로.\n\n## Q2\n무응답\n";
static const char book[] =
	"# 책\n* facet 입장: 찬성 | 반대\n## A1 예산\n- 예산\n## A2 인력\n- 인력\n";

static inline void copy(struct fx *from, struct fx *to)
{
	struct sg_buf b;

	fx_open(to, true);
	sg_store_close(to->store);
	sg_buf_init(&b);
	FX_OK(from, sg_file_read(from->path, 64 << 20, &b, &from->err));
	FX_OK(to, sg_file_write(to->path, sg_buf_str(&b), &to->err));
	sg_buf_release(&b);
	FX_OK(to, sg_store_open(&to->store, to->path, SG_STORE_WRITE, &to->err));
}

static inline void start(struct fx *f)
{
	fx_open(f, true);
	fx_put(f, "a.txt", "가", text);
	fx_code(f, book);
}

static inline struct sg_merged merge(struct fx *f, struct fx *other)
{
	struct sg_merged sum;

	sg_notes_release(&f->notes);
	sg_notes_init(&f->notes);
	FX_OK(f, sg_store_merge(f->store, other->path, FX_NOW, false, &sum, &f->notes,
			 &f->err));
	return sum;
}

static inline void say(struct fx *f, enum sg_verdict verdict, const char *coder,
	const char *code, const char *quote, const char *now)
{
	struct sg_judge j = {.verdict = verdict,
		.coder = sg_str_of(coder),
		.respondent = SG_STR("가"),
		.question = SG_STR("Q1"),
		.code = sg_str_of(code),
		.quote = sg_str_of(quote),
		.facet = sg_str_of(verdict == SG_VERDICT_FACET ? "입장" : ""),
		.value = sg_str_of(verdict == SG_VERDICT_FACET ? "반대" : ""),
		.origin = "manual",
		.now = now};
	bool recorded;

	FX_OK(f, sg_judge(f->store, &j, &recorded, &f->err));
	assert_true(recorded);
}

#endif
