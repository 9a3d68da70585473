/* fuzz_ingest.c - the readers of ingest over arbitrary bytes. The first byte chooses
 * reader and questionnaire; every document must have answers inside its body, in
 * order, cut at code points, with parts inside them. */
#include "config.h"

#include <stdlib.h>

#include "ingest/reader.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char questions[] =
	"## 1 개념과 제약\n### Q1 개념\n개념을 어떻게 정의해야 합니까?\n### Q2 제약\n"
	"* parts: 제도 | 정책결정 | 시급 | 단기\n제약은 무엇입니까?\n## 2 방안\n### "
	"Q3\n"
	"* asked: 직군 = 공무원\n방안은 무엇입니까?\n### 4-1 기타\n";

static void require(bool holds)
{
	if (!holds)
		abort();
}

static bool is_cut(struct sg_str s, size_t off)
{
	return off == s.n || (off < s.n && ((unsigned char)s.p[off] & 0xC0) != 0x80);
}

static int check(void *ctx, const struct sg_document *d, struct sg_error *err)
{
	uint32_t reached = 0;

	(void)ctx;
	(void)err;
	require(sg_utf8_check(d->body) == SIZE_MAX);
	require(sg_utf8_check(d->name) == SIZE_MAX && d->respondent.n > 0);
	for (size_t i = 0; i < d->nanswers; i++) {
		const struct sg_answer *a = &d->answers[i];
		require(a->span.start >= reached && a->span.start <= a->span.stop);
		require(is_cut(d->body, a->span.start) &&
			is_cut(d->body, a->span.stop));
		uint32_t inside = a->span.start;
		for (size_t j = 0; j < a->nparts; j++) {
			struct sg_span p = a->parts[j].span;
			require(p.start >= inside && p.start <= p.stop &&
				p.stop <= a->span.stop);
			require(is_cut(d->body, p.start) && is_cut(d->body, p.stop));
			inside = p.stop;
		}
		reached = a->span.stop;
	}
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int (*const readers[])(struct sg_intake * in, const char *path,
		struct sg_str bytes, struct sg_error *err) = {
		sg_text_read_bytes, sg_table_read_bytes, sg_jsonl_read_bytes};
	struct sg_questionnaire *q = NULL;
	struct sg_ingest_options options = {.questionnaire = NULL};
	struct sg_ingest_report report = {0, 0, 0, 0};
	struct sg_notes notes;
	struct sg_error err;

	if (size == 0)
		return 0;
	sg_notes_init(&notes);
	sg_error_reset(&err);
	if (data[0] & 4)
		sg_questionnaire_read(&q, SG_STR(questions), "q.md", &notes);
	options.questionnaire = q;
	options.text_fields = data[0] & 8 ? "Q1=a,b" : NULL;
	struct sg_intake in = {.options = &options,
		.sink = check,
		.report = &report,
		.notes = &notes,
		.name = SG_STR("f"),
		.named = true};
	readers[(data[0] & 3) % 3](
		&in, "f.txt", (struct sg_str){(const char *)data + 1, size - 1}, &err);
	sg_seen_release(&in.names);
	sg_seen_release(&in.respondents);
	sg_notes_release(&notes);
	sg_questionnaire_free(q);
	return 0;
}
