/* methods.c - see methods.h: the order of the appendix, its fields, and the sections on
 * data, counting, quotations, wording and software. methods_coding.c has those on coding. */
#include "config.h"

#include "analysis/methods.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/methods_job.h"
#include "analysis/quotation.h"

#define NOTHING SG_STR("")

static const struct {
	const char *name, *ko, *en;
} fields[] = {
	{"sampling", "표집: 대상과 선정 기준, 방법",
		"Sampling: whom, by which criteria, how"},
	{"response", "섭외와 회수: 요청한 수, 회수한 수, 응답률",
		"Response: asked, returned, rate"},
	{"fieldwork", "조사 기간", "Fieldwork: dates"},
	{"mode", "자료 수집 방식(서면, 대면, 화상)",
		"Mode (written, face to face, online)"},
	{"ethics", "연구윤리: 심의와 동의", "Ethics: approval and consent"},
	{"approach", "코드의 도출(연역, 귀납, 혼합)",
		"How codes came about (deductive, inductive, both)"},
	{"training", "코더의 자격과 훈련", "Coders: qualification and training"},
	{"settling", "의견이 갈린 곳을 정한 방법", "How differences were settled"},
	{"anonymisation", "익명화: 무엇을 어떻게 가렸나",
		"Anonymisation: what and how"},
	{"translation", "영문 표기를 정한 방법", "How English wording was settled"},
};

enum { NFIELDS = sizeof fields / sizeof *fields };

const char *const sg_methods_fields[] = {"sampling", "response", "fieldwork", "mode",
	"ethics", "approach", "training", "settling", "anonymisation", "translation",
	NULL};

struct sg_str sg_methods_ask(const char *field, bool english)
{
	for (size_t i = 0; i < NFIELDS; i++)
		if (strcmp(fields[i].name, field) == 0)
			return sg_str_of(english ? fields[i].en : fields[i].ko);
	return SG_STR("");
}

struct sg_str sg_methods_text(const struct sg_methods *m, const char *name)
{
	for (size_t i = 0; i < m->ntexts; i++)
		if (sg_str_eqz(m->texts[i].name, name))
			return m->texts[i].text;
	return SG_STR("");
}

struct sg_str sg_m(const struct sg_methods_job *j, enum sg_methods_word word,
	struct sg_str a, struct sg_str b, struct sg_str c)
{
	struct sg_str args[] = {a, b, c};

	return sg_fill(j->v.arena, sg_methods_word(word, j->v.english), args, 3);
}

struct sg_str sg_m_count(const struct sg_methods_job *j, uint64_t n)
{
	return sg_count_str(j->v.arena, n);
}

static struct sg_str word(const struct sg_methods_job *j, enum sg_methods_word w)
{
	return sg_methods_word(w, j->v.english);
}

void sg_m_column(struct sg_methods_job *j, struct sg_table *t, size_t at,
	const char *key, enum sg_methods_word w, bool number)
{
	sg_table_column(j->t, t, at, key, word(j, w), number, !number);
}

struct sg_table *sg_m_items(
	struct sg_methods_job *j, const char *id, enum sg_methods_word caption)
{
	struct sg_table *t = sg_tables_add(j->t, id, 2);

	t->caption = word(j, caption);
	sg_m_column(j, t, 0, "item", SG_M_ITEM, false);
	sg_m_column(j, t, 1, "content", SG_M_CONTENT, false);
	return t;
}

static void item(struct sg_methods_job *j, struct sg_table *t, struct sg_str name,
	struct sg_str text)
{
	struct sg_cell *row = sg_table_row(j->t, t);

	row[0] = sg_cell_text(name);
	row[1] = sg_cell_text(text);
}

void sg_m_item(struct sg_methods_job *j, struct sg_table *t, enum sg_methods_word name,
	struct sg_str text)
{
	item(j, t, word(j, name), text);
}

/* A field is named before its colon; what follows says what to write there. */
void sg_m_field(struct sg_methods_job *j, struct sg_table *t, const char *field)
{
	struct sg_str ask = sg_methods_ask(field, j->v.english);
	struct sg_str text = sg_methods_text(j->m, field);
	size_t colon = sg_str_findc(ask, ':');
	struct sg_str name = sg_str_sub(ask, 0, colon == SIZE_MAX ? ask.n : colon);

	if (text.n == 0) {
		j->blanks++;
		text = sg_m(j, SG_M_BLANK, sg_str_of(field), NOTHING, NOTHING);
	}
	item(j, t, name, text);
}

enum { MANY = 12 /* values that are still listed */, FEW_NUMBERS = 6 };

static int by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* "4–34, 중앙값 15.5" where all values are numbers; empty otherwise. */
static struct sg_str number_range(struct sg_methods_job *j, uint32_t attribute)
{
	const struct sg_study *s = j->v.s;
	uint64_t *v = sg_arena_array(j->v.arena, s->ncases, sizeof *v);
	size_t n = 0, unknown = 0;

	for (uint32_t i = 0; i < s->ncases; i++) {
		struct sg_str value = s->cases[i].values[attribute];
		if (!j->v.cases[i])
			continue;
		if (value.n == 0)
			unknown++;
		else if (!sg_str_uint(value, UINT32_MAX, &v[n++]))
			return NOTHING;
	}
	if (n == 0)
		return NOTHING;
	qsort(v, n, sizeof *v, by_number);
	double median = ((double)v[(n - 1) / 2] + (double)v[n / 2]) / 2;
	struct sg_str args[] = {sg_m_count(j, v[0]), sg_m_count(j, v[n - 1]),
		sg_decimal_str(j->v.arena, median, 1), sg_m_count(j, unknown)};
	return sg_fill(j->v.arena, sg_methods_word(SG_M_RANGE, j->v.english), args, 4);
}

/* "공무원 15, 학계 10, 미상 1"; of many numbers their range, of many words how many. */
static struct sg_str group_sizes(struct sg_methods_job *j, uint32_t attribute)
{
	struct sg_groups groups;
	struct sg_buf b;

	sg_groups_init(&groups, &j->v, attribute);
	struct sg_str range = number_range(j, attribute);
	if (range.n && groups.n > FEW_NUMBERS)
		return range;
	if (groups.n > MANY)
		return sg_m(j, SG_M_MANY, sg_m_count(j, groups.n), NOTHING, NOTHING);
	sg_buf_init(&b);
	for (uint32_t g = 0; g < groups.n; g++) {
		uint32_t n = 0;
		for (uint32_t i = 0; i < j->v.s->ncases; i++)
			n += j->v.cases[i] && groups.of[i] == g;
		if (n)
			sg_buf_printf(&b, "%s%.*s %u", b.n ? ", " : "",
				SG_ARG(groups.names[g]), n);
	}
	struct sg_str out = sg_arena_str(j->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return out;
}

static void data(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	struct sg_table *t = sg_m_items(j, "methods-data", SG_M_DATA);
	uint64_t length = 0, answers = 0;

	sg_m_field(j, t, "sampling");
	sg_m_field(j, t, "response");
	sg_m_field(j, t, "fieldwork");
	sg_m_field(j, t, "mode");
	sg_m_field(j, t, "ethics");
	sg_m_item(j, t, SG_M_RESPONDENTS,
		sg_m(j, SG_M_RESPONDENTS_TEXT, sg_m_count(j, j->v.ncases),
			sg_m_count(j, sg_remark_base(&j->v, SG_BASE_VALID, SG_NONE)),
			NOTHING));
	for (uint32_t a = 0; a < s->nattributes; a++)
		item(j, t, sg_m(j, SG_M_GROUPS, s->attributes[a], NOTHING, NOTHING),
			group_sizes(j, a));
	for (size_t i = 0; i < s->ntexts; i++)
		length += s->texts[i].length;
	for (uint32_t i = 0; i < s->nanswers; i++)
		answers += sg_answer_says(s, i);
	struct sg_str args[] = {sg_m_count(j, s->ntexts), sg_m_count(j, s->nquestions),
		sg_m_count(j, answers), sg_m_count(j, length)};
	sg_m_item(j, t, SG_M_SOURCES,
		sg_fill(j->v.arena, word(j, SG_M_SOURCES_TEXT), args, 4));
	sg_remark_source(t, &j->v);
}

/* Respondents who were asked and said nothing, by kind: "무응답 2, 모름 1". */
static struct sg_str none_kinds(
	struct sg_methods_job *j, uint32_t q, uint32_t *confirmed)
{
	const struct sg_study *s = j->v.s;
	struct sg_buf b;

	sg_buf_init(&b);
	for (int kind = SG_KIND_FULL; kind <= SG_KIND_CROSS_REFERENCE; kind++) {
		uint32_t n = 0;
		for (size_t i = 0; i < s->nanswers; i++) {
			const struct sg_study_answer *a = &s->answers[i];
			if (a->question != q || a->state != SG_ANSWER_NONE ||
				(int)a->kind != kind || a->case_ == SG_NONE ||
				!j->v.cases[a->case_] ||
				sg_view_standing(&j->v, q, a->case_) !=
					SG_STANDING_ASKED)
				continue;
			n++;
			*confirmed += a->confirmed;
		}
		struct sg_str name = sg_label(
			(enum sg_label)(SG_LABEL_KIND_FULL + kind), j->v.english);
		if (n)
			sg_buf_printf(
				&b, "%s%.*s %u", b.n ? ", " : "", SG_ARG(name), n);
	}
	struct sg_str out = sg_arena_str(j->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return out;
}

/* Respondents of whose answers at least one is partial. */
static uint32_t partial(const struct sg_methods_job *j, uint32_t q)
{
	const struct sg_study *s = j->v.s;
	uint32_t n = 0, last = SG_NONE; /* answers are by case */

	for (size_t i = 0; i < s->nanswers; i++) {
		const struct sg_study_answer *a = &s->answers[i];
		if (a->question != q || a->state != SG_ANSWER_ANSWERED ||
			a->kind != SG_KIND_PARTIAL || a->case_ == SG_NONE ||
			!j->v.cases[a->case_] || a->case_ == last)
			continue;
		last = a->case_;
		n++;
	}
	return n;
}

static void questions(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	struct sg_table *t = sg_tables_add(j->t, "methods-questions", 7);
	uint32_t all = 0, confirmed = 0;

	t->caption = word(j, SG_M_QUESTIONS);
	sg_table_column(j->t, t, 0, "question",
		sg_label(SG_LABEL_QUESTION_COLUMN, j->v.english), false, false);
	t->columns[0].machine = true;
	sg_table_column(j->t, t, 1, "title",
		sg_label(SG_LABEL_QUESTION_COLUMN, j->v.english), false, true);
	sg_m_column(j, t, 2, "asked", SG_M_ASKED, true);
	sg_m_column(j, t, 3, "answered", SG_M_VALID, true);
	sg_m_column(j, t, 4, "partial", SG_M_PARTIAL, true);
	sg_m_column(j, t, 5, "none", SG_M_NONE, true);
	sg_m_column(j, t, 6, "kinds", SG_M_KINDS, false);
	for (uint32_t q = 0; q < s->nquestions; q++) {
		if (!j->v.questions[q])
			continue;
		uint32_t asked = sg_remark_base(&j->v, SG_BASE_ASKED, q);
		uint32_t valid = sg_remark_base(&j->v, SG_BASE_VALID, q);
		struct sg_str kinds = none_kinds(j, q, &confirmed);
		struct sg_cell *row = sg_table_row(j->t, t);
		row[0] = sg_cell_text(s->questions[q].label);
		row[1] = sg_cell_text(sg_view_question_title(&j->v, q));
		row[2] = sg_cell_count(asked);
		row[3] = sg_cell_count(valid);
		row[4] = sg_cell_count(partial(j, q));
		row[5] = sg_cell_count(asked - valid);
		row[6] = sg_cell_text(kinds);
		all += asked - valid;
	}
	sg_table_note(j->t, t, SG_ABOUT_RULE, word(j, SG_M_NOTE_NONE));
	sg_table_note(j->t, t, SG_ABOUT_RULE,
		sg_m(j, SG_M_NOTE_CONFIRMED, sg_m_count(j, all),
			sg_m_count(j, confirmed), NOTHING));
	sg_remark_source(t, &j->v);
}

static void counting(struct sg_methods_job *j)
{
	struct sg_table *t = sg_m_items(j, "methods-counting", SG_M_COUNTING);

	sg_m_item(j, t, SG_M_N, word(j, SG_M_N_TEXT));
	sg_m_item(j, t, SG_M_PERCENT,
		sg_m(j, SG_M_PERCENT_TEXT,
			sg_m_count(j, sg_remark_base(&j->v, SG_BASE_VALID, SG_NONE)),
			NOTHING, NOTHING));
	sg_m_item(j, t, SG_M_MULTIPLE, word(j, SG_M_MULTIPLE_TEXT));
	sg_m_item(j, t, SG_M_ROLL_UP, word(j, SG_M_ROLL_UP_TEXT));
	sg_m_item(j, t, SG_M_ROUNDING, word(j, SG_M_ROUNDING_TEXT));
	sg_m_item(j, t, SG_M_SMALL,
		sg_m(j, SG_M_SMALL_TEXT, sg_m_count(j, sg_small_group(j->o)), NOTHING,
			NOTHING));
}

/* Names of facets with a value on any counted coding. */
static struct sg_str used_facets(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t f = 0; f < s->nfacets; f++) {
		bool used = false;
		for (size_t i = 0; i < s->ncodings && !used; i++)
			used = s->codings[i].facets &&
			       s->codings[i].facets[f] != SG_NONE &&
			       sg_view_counts(&j->v, &s->codings[i]);
		if (used)
			sg_buf_printf(&b, "%s%.*s", b.n ? ", " : "",
				SG_ARG(s->facets[f].name));
	}
	struct sg_str out = sg_arena_str(j->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return out;
}

static void quoting(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	struct sg_table *t = sg_m_items(j, "methods-quotations", SG_M_QUOTING);
	struct sg_str facets = used_facets(j);
	uint32_t barred = 0;

	struct sg_str args[] = {sg_m_count(j, SG_QUOTE_TWO_FROM),
		sg_m_count(j, SG_QUOTE_MIN), sg_m_count(j, SG_QUOTE_MAX),
		sg_m_count(j, SG_QUOTE_PER_PERSON)};
	sg_m_item(j, t, SG_M_CHOSEN,
		sg_fill(j->v.arena, word(j, SG_M_CHOSEN_TEXT), args, 4));
	for (size_t i = 0; i < s->npins; i++)
		barred += s->pins[i].barred;
	sg_m_item(j, t, SG_M_PINNED,
		sg_m(j, SG_M_PINNED_TEXT, sg_m_count(j, s->npins - barred),
			sg_m_count(j, barred), NOTHING));
	sg_m_item(j, t, SG_M_EDITED, word(j, SG_M_EDITED_TEXT));
	sg_m_item(j, t, SG_M_DISSENT,
		facets.n ? sg_m(j, SG_M_DISSENT_TEXT, facets, NOTHING, NOTHING)
			 : word(j, SG_M_DISSENT_NONE));
	sg_m_field(j, t, "anonymisation");
}

/* A definition is broken in its file where the editor's line ended. */
static struct sg_str one_line(struct sg_methods_job *j, struct sg_str text)
{
	struct sg_buf b;

	sg_buf_init(&b);
	for (size_t i = 0; i < text.n; i++)
		sg_buf_addc(&b, text.p[i] == '\n' ? ' ' : text.p[i]);
	struct sg_str out = sg_arena_str(j->v.arena, sg_buf_str(&b));
	sg_buf_release(&b);
	return out;
}

static void wording(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	struct sg_table *t = sg_tables_add(j->t, "methods-wording", 4);
	size_t blanks = 0;

	t->caption = word(j, SG_M_WORDING);
	sg_table_column(j->t, t, 0, "code", sg_label(SG_LABEL_CODE, j->v.english),
		false, false);
	t->columns[0].machine = true;
	sg_m_column(j, t, 1, "original", SG_M_KOREAN, false);
	sg_m_column(j, t, 2, "english", SG_M_ENGLISH, false);
	sg_table_column(j->t, t, 3, "definition",
		sg_label(SG_LABEL_SHEET_DEFINITION, j->v.english), false, true);
	for (uint32_t c = 0; c < s->ncodes; c++) {
		if (!j->v.codes[c])
			continue;
		struct sg_cell *row = sg_table_row(j->t, t);
		const char *name = sg_arena_printf(
			j->v.arena, "english.%.*s", SG_ARG(s->codes[c].label))
					   .p;
		struct sg_str english = sg_methods_text(j->m, name);
		blanks += english.n == 0;
		row[0] = sg_cell_text(s->codes[c].label);
		row[1] = sg_cell_text(sg_view_code_title(&j->v, c));
		row[1].indent =
			(uint8_t)(s->codes[c].level > 16 ? 16 : s->codes[c].level);
		row[2] =
			sg_cell_text(english.n ? english : word(j, SG_M_BLANK_DEFAULT));
		row[3] = sg_cell_text(one_line(j, s->codes[c].definition));
	}
	j->blanks += blanks;
	if (blanks && s->ncodes)
		sg_table_note(j->t, t, SG_ABOUT_RULE,
			sg_m(j, SG_M_NOTE_WORDING, s->codes[0].label, NOTHING,
				NOTHING));
}

static void software(struct sg_methods_job *j)
{
	const struct sg_study *s = j->v.s;
	const struct sg_methods *m = j->m;
	struct sg_table *t = sg_m_items(j, "methods-software", SG_M_SOFTWARE);
	const struct sg_log_run *run = NULL;

	sg_m_item(j, t, SG_M_PROGRAM,
		sg_m(j, SG_M_PROGRAM_TEXT, m->version, NOTHING, NOTHING));
	if (s->run)
		sg_m_item(j, t, SG_M_RUN,
			sg_m(j, SG_M_RUN_TEXT, sg_m_count(j, s->run), s->run_at,
				NOTHING));
	for (size_t i = 0; m->log && i < m->log->nruns; i++)
		if (m->log->runs[i].id == sg_study_run_here(s))
			run = &m->log->runs[i];
	if (run)
		sg_m_item(j, t, SG_M_CODEBOOK_SHA,
			sg_arena_str(j->v.arena, sg_str_of(run->sha256)));
	if (m->findings.n)
		sg_m_item(j, t, SG_M_TABLES_SHA,
			sg_m(j, SG_M_TABLES_SHA_TEXT, m->findings, SG_STR("findings"),
				NOTHING));
	if (m->themes.n)
		sg_m_item(j, t, SG_M_TABLES_SHA,
			sg_m(j, SG_M_TABLES_SHA_TEXT, m->themes, SG_STR("themes"),
				NOTHING));
	sg_m_field(j, t, "translation");
}

int sg_methods_tables(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	static const struct sg_methods nothing = {0};
	struct sg_methods_job j = {
		.m = o->methods ? o->methods : &nothing, .o = o, .t = out};
	size_t first = out->n;

	int rc = sg_view_init(&j.v, s, &o->filter, &out->arena, err);
	if (rc < 0)
		return rc;
	sg_m_work_init(&j);
	data(&j);
	if (s->nquestions)
		questions(&j);
	counting(&j);
	sg_m_coding(&j);
	sg_m_coders(&j);
	rc = sg_m_agreement(&j, err);
	if (rc < 0)
		return rc;
	sg_m_review(&j);
	sg_m_versions(&j);
	quoting(&j);
	wording(&j);
	software(&j);
	if (j.blanks)
		sg_table_note(out, &out->v[first], SG_ABOUT_RULE,
			sg_m(&j, SG_M_NOTE_BLANKS, sg_m_count(&j, j.blanks), NOTHING,
				NOTHING));
	return 0;
}
