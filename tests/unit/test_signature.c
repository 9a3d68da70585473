/* test_signature.c - signatures never deny a text in which a code selects something, and
 * coding with them, edit by edit, gives what coding from scratch gives. Codebooks and
 * texts are put together at random from a fixed seed. */
#include "config.h"

#include "fixture.h"

#include "match/signature.h"
#include "random_study.h"

static uint32_t seed = 20240229;

static uint32_t pick(uint32_t n)
{
	seed = seed * 1103515245 + 12345;
	return seed / 65536 % n;
}

static const char *const words[] = {"예산", "인력", "데이터", "정부", "격차",
	"디지털 격차", "AI", "R&D", "부족", "민식이법", "漢字", "=정부", "^격차",
	"*산이", "~부족하다", "~어렵다", "\"예산 이\"", "\"…\"", "/예산.{0,3}인력/",
	"/[0-9]+년/"};
enum { NWORDS = sizeof words / sizeof *words };

static const char *word(void)
{
	return words[pick(NWORDS)];
}

/* A rule of two or three words. */
static void add_rule(struct sg_buf *b)
{
	static const char *const forms[] = {"%s", "%s | %s", "%s AND %s", "%s NOT %s",
		"%s NEAR/2 %s", "%s THEN/3 %s", "%s EXCEPT %s", "%s NOT NEAR/1 %s",
		"NEGATED(%s)", "$목록 AND %s", "%s AND ($목록 | %s)"};
	uint32_t f = pick(sizeof forms / sizeof *forms);
	char rule[256];

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-extra-args"
	snprintf(rule, sizeof rule, forms[f], word(), word());
#pragma GCC diagnostic pop
	sg_buf_printf(b, "- %s\n", rule);
}

static void make_text(struct sg_buf *b)
{
	static const char *const pieces[] = {"예산", "이 ", "인력", "을 ", "데이터",
		" ", "정부", "·", "격차", "디지털", "ＡＩ ", "ai는 ", "R & D ",
		"부족합니다. ", "부족하지 않다. ", "민식이", "법 ", "漢", "字 ",
		"어려워서 ", "2024년 ", "…", "\n", "산 이 "};

	for (uint32_t n = 1 + pick(25); n > 0; n--)
		sg_buf_addz(b, pieces[pick(sizeof pieces / sizeof *pieces)]);
}

static void denies_nothing_that_is_there(void **state)
{
	struct sg_buf book, text, signature;
	struct sg_layout layout;
	size_t denied = 0, hits_seen = 0;

	(void)state;
	sg_buf_init(&book);
	sg_buf_init(&text);
	sg_buf_init(&signature);
	sg_layout_init(&layout);
	for (int round = 0; round < 60; round++) {
		struct sg_notes notes;
		struct sg_error err = {0};
		struct sg_codebook *b;
		struct sg_engine *e;
		struct sg_hits hits = {NULL, 0, 0};
		sg_notes_init(&notes);
		sg_buf_reset(&book);
		sg_buf_printf(
			&book, "# 책\n* $목록 = %s | %s\n\n## A 가\n", word(), word());
		add_rule(&book);
		sg_buf_addz(&book, "\n## B 나\n- @A AND 정부\n");
		assert_int_equal(
			sg_codebook_read(&b, sg_buf_str(&book), "b.md", &notes), 0);
		assert_int_equal(sg_engine_new(&e, b, NULL, &notes, &err), 0);
		struct sg_scanner *s = sg_scanner_new(e);
		for (int t = 0; t < 40; t++) {
			sg_buf_reset(&text);
			make_text(&text);
			struct sg_answer_view answer = {
				.span = {0, (uint32_t)text.n}, .answered = true};
			struct sg_doc doc = {.name = "t",
				.body = sg_buf_str(&text),
				.layout = &layout,
				.answers = &answer,
				.nanswers = 1};
			bool found[2] = {false, false};
			sg_layout_build(&layout, doc.body);
			sg_signature_make(doc.body, &signature);
			assert_int_equal(sg_scan(s, &doc, &hits, &notes, &err), 0);
			for (size_t i = 0; i < hits.n; i++)
				found[hits.v[i].code] = true;
			for (uint32_t c = 0; c < 2; c++) {
				bool may = sg_signature_allows(
					e, sg_buf_str(&signature), c, NULL);
				assert_true(may || !found[c]);
				denied += !may;
				hits_seen += found[c];
			}
		}
		free(hits.v);
		sg_scanner_free(s);
		sg_engine_free(e);
		sg_codebook_free(b);
		sg_notes_release(&notes);
	}
	assert_true(denied > 500);
	assert_true(hits_seen > 200);
	sg_layout_release(&layout);
	sg_buf_release(&signature);
	sg_buf_release(&text);
	sg_buf_release(&book);
}

/* A few words as people and programs write them: other widths, cases and blanks, signs
 * that are passed over, inflected, broken over lines. */
static void make_odd_text(struct rs_random *r, struct sg_buf *b)
{
	static const char *const pieces[] = {"예산", "인력", "데이터", "정부", "정부는",
		"전자정부", "행정부를", "부족", "부\xE2\x80\x8B족", "부족한",
		"부족하지", "모자라지", "담당자", "담당자가", "바뀌어", "바뀐", "바꿔",
		"신뢰", "신\xC2\xAD뢰", "ＡＩ", "ai", "Ai는", "A\xE2\x80\x8DI",
		"개인정보", "보호", "개인정보·보호", "개인정보ㆍ보호", "개인정보/보호",
		"낮아", "낮은", "낮았다", "없", "없는", "없이", "어렵", "어려운",
		"어려움", "어려워", "2019년", "２０１９ 년", "2019", "년", "공공서비스",
		"서비스", "제도", "노인", "안", "못", "지 않다"};
	static const char *const gaps[] = {
		" ", "", " ", "\xE3\x80\x80", "\n", ". ", "·", "-", "\xC2\xA0", "\t"};

	sg_buf_reset(b);
	sg_buf_addz(b, "");
	for (size_t n = 1 + rs_below(r, 6); n > 0; n--) {
		sg_buf_addz(b, RS_PICK(r, pieces));
		sg_buf_addz(b, RS_PICK(r, gaps));
	}
	if (rs_below(r, 2) == 0)
		sg_buf_addz(b, "다.");
}

struct tally {
	size_t denied, found, rules;
};

/* Whoever selects something, a code or a rule, may select something there. */
static void compare_one(const struct sg_engine *e, const struct sg_codebook *book,
	struct sg_scanner *s, const struct sg_doc *doc, struct sg_str signature,
	struct tally *tally)
{
	struct sg_hits hits = {NULL, 0, 0};
	struct sg_error err = {0};
	struct sg_notes notes;

	sg_notes_init(&notes);
	assert_int_equal(sg_scan(s, doc, &hits, &notes, &err), 0);
	for (uint32_t c = 0; c < book->ncodes; c++) {
		bool may = sg_signature_allows(e, signature, c, NULL);
		tally->denied += !may;
		for (uint32_t r = 0; r < book->codes[c].nrules; r++) {
			bool *only = sg_zalloc(book->codes[c].nrules, sizeof *only);
			only[r] = true;
			bool rule_may = sg_signature_allows(e, signature, c, only);
			bool found = false;
			for (size_t i = 0; i < hits.n; i++)
				found |= hits.v[i].code == c && hits.v[i].rule == r;
			tally->rules += !rule_may;
			tally->found += found;
			if (found && !(may && rule_may))
				fail_msg("denied: '%.*s' in '%.*s'",
					SG_ARG(book->codes[c].rules[r].text),
					SG_ARG(doc->body));
			free(only);
		}
	}
	free(hits.v);
	sg_notes_release(&notes);
}

/* Whole codebooks: lists, references, masks, vetoes, scopes, defaults, units. */
static void denies_nothing_of_whole_codebooks(void **state)
{
	const char *z = getenv("SAEGIM_ROUNDS");
	size_t rounds = z ? (size_t)strtoul(z, NULL, 10) : 60;
	struct rs_random random = {UINT64_C(0x5DEECE66D)};
	struct sg_part_view part = {.label = SG_STR("시급")};
	struct sg_layout layout;
	struct sg_buf text, signature;
	struct tally tally = {0, 0, 0};

	(void)state;
	sg_buf_init(&text);
	sg_buf_init(&signature);
	sg_layout_init(&layout);
	for (size_t round = 0; round < rounds; round++) {
		struct rs_study study;
		struct sg_codebook *book = NULL;
		struct sg_engine *e = NULL;
		struct sg_notes notes;
		struct sg_error err = {0};
		sg_notes_init(&notes);
		rs_init(&random, &study);
		for (size_t i = rs_below(&random, 30); i > 0; i--)
			rs_edit_book(&random, &study.book);
		rs_print_book(&study.book, &text);
		char *body = sg_strdup(sg_buf_str(&text));
		bool ok =
			sg_codebook_read(&book, sg_str_of(body), "b.md", &notes) == 0 &&
			sg_engine_new(&e, book, NULL, &notes, &err) == 0;
		struct sg_scanner *s = ok ? sg_scanner_new(e) : NULL;
		for (size_t t = 0; ok && t < 60; t++) {
			make_odd_text(&random, &text);
			struct sg_answer_view answer = {
				.span = {0, (uint32_t)text.n}, .answered = true};
			answer.question = t % 3 == 0 ? SG_STR("Q1") : SG_STR("Q2");
			part.span = answer.span;
			answer.parts = &part;
			answer.nparts = t % 2;
			struct sg_doc doc = {.name = "t",
				.body = sg_buf_str(&text),
				.layout = &layout,
				.answers = &answer,
				.nanswers = 1};
			sg_layout_build(&layout, doc.body);
			sg_signature_make(doc.body, &signature);
			compare_one(e, book, s, &doc, sg_buf_str(&signature), &tally);
		}
		if (s)
			sg_scanner_free(s);
		sg_engine_free(e);
		sg_codebook_free(book);
		sg_notes_release(&notes);
		free(body);
	}
	if (z)
		print_message("# %zu denials of codes, %zu of rules; rules found %zu\n",
			tally.denied, tally.rules, tally.found);
	assert_true(tally.denied > rounds * 20);
	assert_true(tally.found > rounds * 4);
	sg_layout_release(&layout);
	sg_buf_release(&signature);
	sg_buf_release(&text);
}

/* A signature of a later form says nothing. */
static void knows_its_form(void **state)
{
	struct sg_notes notes;
	struct sg_error err = {0};
	struct sg_codebook *b;
	struct sg_engine *e;
	struct sg_buf signature;

	(void)state;
	sg_notes_init(&notes);
	sg_buf_init(&signature);
	assert_int_equal(sg_codebook_read(&b, SG_STR("# 책\n\n## A 가\n- 예산\n"),
				 "b.md", &notes),
		0);
	assert_int_equal(sg_engine_new(&e, b, NULL, &notes, &err), 0);
	sg_signature_make(SG_STR("인력이 부족하다"), &signature);
	assert_false(sg_signature_allows(e, sg_buf_str(&signature), 0, NULL));
	signature.p[0]++;
	assert_true(sg_signature_allows(e, sg_buf_str(&signature), 0, NULL));
	assert_true(sg_signature_allows(e, SG_STR(""), 0, NULL));
	sg_buf_release(&signature);
	sg_engine_free(e);
	sg_codebook_free(b);
	sg_notes_release(&notes);
}

#define LIVE                                                                    \
	"SELECT t.source,s.start,s.stop,c.label,s.origin,"                      \
	"(SELECT group_concat(r.body||':'||(h.value->>1)||':'||(h.value->>2))"  \
	" FROM json_each(s.hits) h JOIN rule r ON r.id=h.value->>0),s.facets"   \
	" FROM segment s JOIN text t ON t.id=s.text JOIN code c ON c.id=s.code" \
	" WHERE s.died IS NULL ORDER BY 1,2,3,4,5"

/* Some of the rules, in an order that now and then changes. */
static void make_book(struct sg_buf *out, char rules[12][256], bool *on)
{
	uint32_t turn = pick(8) == 0 ? pick(12) : 0;

	sg_buf_reset(out);
	sg_buf_addz(out, "# 책\n* facet 입장: 찬성 | 반대\n* $목록 = 정부 | 격차\n");
	for (int code = 0; code < 3; code++) {
		sg_buf_printf(out, "\n## %c 코드%c\n", 'A' + code, 'A' + code);
		if (code == 2)
			sg_buf_addz(out, pick(6) ? "* default: Q2\n" : "");
		for (uint32_t i = 0; i < 4; i++) {
			uint32_t r = (uint32_t)code * 4 + (i + turn) % 4;
			if (on[r])
				sg_buf_addz(out, rules[r]);
		}
	}
}

static void edits_equal_coding_from_scratch(void **state)
{
	char rules[12][256];
	bool on[12];
	struct sg_buf text, book;
	struct fx edited, fresh;
	size_t spared = 0;

	(void)state;
	sg_buf_init(&text);
	sg_buf_init(&book);
	fx_open(&edited, false);
	for (uint32_t i = 0; i < 12; i++) {
		sg_buf_reset(&book);
		add_rule(&book);
		snprintf(rules[i], sizeof rules[i], "%.*s%s\n", (int)book.n - 1, book.p,
			i % 4 == 1   ? " => 입장: 찬성"
			: i % 4 == 2 ? " => 입장: 반대"
				     : "");
		on[i] = i % 2;
	}
	for (int edit = 0; edit < 25; edit++) {
		fx_open(&fresh, false);
		uint32_t kept = seed;
		seed = 7;
		for (char name[] = "a.txt"; name[0] < 'k'; name[0]++) {
			sg_buf_reset(&text);
			sg_buf_addz(&text, "## Q1\n");
			make_text(&text);
			sg_buf_addz(&text, "\n## Q2\n");
			make_text(&text);
			char who[] = {name[0], '\0'};
			if (edit == 0)
				fx_put(&edited, name, who, sg_buf_z(&text));
			fx_put(&fresh, name, who, sg_buf_z(&text));
		}
		seed = kept;
		uint32_t changed = pick(12);
		on[changed] = !on[changed];
		make_book(&book, rules, on);
		struct sg_run_summary sum = fx_code(&edited, sg_buf_z(&book));
		spared += sum.evaluated > 0 && edit > 0 ? sum.texts - sum.scanned : 0;
		fx_code(&fresh, sg_buf_z(&book));
		char *a = fx_rows(&edited, LIVE), *b = fx_rows(&fresh, LIVE);
		assert_string_equal(a, b);
		free(a);
		free(b);
		fx_close(&fresh);
	}
	assert_true(spared > 0);
	fx_close(&edited);
	sg_buf_release(&book);
	sg_buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(denies_nothing_that_is_there),
		cmocka_unit_test(denies_nothing_of_whole_codebooks),
		cmocka_unit_test(knows_its_form),
		cmocka_unit_test(edits_equal_coding_from_scratch),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
