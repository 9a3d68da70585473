/* keywords.c - keyness as a table: the words that set a code's sentences apart from the
 * others, or each group of respondents from the rest. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/keyness.h"
#include "analysis/labels.h"
#include "analysis/number.h"
#include "analysis/remarks.h"
#include "analysis/uncoded.h"

enum {
	TOP = 15,
	CASES_MIN = 2,
};

enum { GROUP, TERM, G2, Z, INSIDE, PEOPLE, OUTSIDE, NCOLUMNS };

struct keywords {
	struct sg_uncoded u;
	const struct sg_table_options *o;
	struct sg_tables *t;
	struct sg_table *table;
	bool *target, *rest; /* by sentence */
};

static void name_columns(struct keywords *k, bool grouped)
{
	static const struct {
		const char *key;
		enum sg_label label;
		bool right;
	} columns[NCOLUMNS] = {
		[GROUP] = {"group", SG_LABEL_GROUP, false},
		[TERM] = {"term", SG_LABEL_WORDS, false},
		[G2] = {"g2", SG_LABEL_G2, true},
		[Z] = {"z", SG_LABEL_LOG_ODDS, true},
		[INSIDE] = {"inside", SG_LABEL_INSIDE, true},
		[PEOPLE] = {"people", SG_LABEL_PEOPLE, true},
		[OUTSIDE] = {"outside", SG_LABEL_ELSEWHERE, true},
	};

	for (size_t i = 0; i < NCOLUMNS; i++) {
		enum sg_label label = columns[i].label;
		if (grouped && i == INSIDE)
			label = SG_LABEL_IN_GROUP;
		if (grouped && i == OUTSIDE)
			label = SG_LABEL_OUT_OF_GROUP;
		sg_table_column(k->t, k->table, i, columns[i].key,
			sg_label(label, k->u.v.english), columns[i].right, i == TERM);
	}
	k->table->columns[GROUP].machine = !grouped;
}

static void add_rows(struct keywords *k, struct sg_str group)
{
	size_t n, top = k->o->top ? k->o->top : TOP, shown = 0;
	enum sg_keyness_by by = k->o->measure && strcmp(k->o->measure, "logodds") == 0
					? SG_KEYNESS_Z
					: SG_KEYNESS_G2;
	const struct sg_lexicon *l = &k->u.lexicon;

	for (uint32_t i = 0; i < l->nsentences; i++)
		k->rest[i] = !k->target[i];
	struct sg_keyword *v = sg_keyness(l, &k->u.units, k->target, k->rest, by, &n);
	for (size_t i = 0; i < n && shown < top && v[i].g2 > 0; i++) {
		if (v[i].cases < CASES_MIN)
			continue;
		struct sg_cell *cells = sg_table_row(k->t, k->table);
		cells[GROUP] = sg_cell_text(group);
		cells[TERM] = sg_cell_text(l->terms[v[i].term]);
		cells[G2] = sg_cell_real(v[i].g2, 2);
		cells[Z] = sg_cell_real(v[i].z, 2);
		cells[INSIDE] = sg_cell_count(v[i].target);
		cells[PEOPLE] = sg_cell_count(v[i].cases);
		cells[OUTSIDE] = sg_cell_count(v[i].reference);
		shown++;
	}
}

static void by_group(struct keywords *k, const struct sg_groups *groups)
{
	const struct sg_lexicon *l = &k->u.lexicon;
	const struct sg_study *s = k->u.v.s;

	for (uint32_t g = 0; g < groups->n; g++) {
		for (uint32_t i = 0; i < l->nsentences; i++) {
			uint32_t who = s->answers[l->sentences[i].answer].case_;
			k->target[i] = groups->of[who] == g;
		}
		add_rows(k, groups->names[g]);
	}
}

static void by_code(struct keywords *k, uint32_t code)
{
	const struct sg_study *s = k->u.v.s;

	for (size_t i = 0; i < s->ncodings; i++) {
		const struct sg_study_coding *c = &s->codings[i];
		if (k->u.answers[c->answer] && c->origin != SG_ORIGIN_DEFAULT &&
			sg_view_counts(&k->u.v, c) &&
			sg_study_code_within(s, c->code, code))
			sg_lexicon_mark(&k->u.lexicon, &k->u.units, c, k->target);
	}
	add_rows(k, SG_STR(""));
}

int sg_keyness_table(const struct sg_study *s, const struct sg_table_options *o,
	struct sg_tables *out, struct sg_error *err)
{
	struct keywords k = {.o = o, .t = out};
	struct sg_view named;
	struct sg_groups groups;
	uint32_t by = SG_NONE;
	struct sg_str title = o->by;

	int rc = sg_view_init(&named, s, &o->filter, &out->arena, err);
	if (rc == 0 &&
		((o->by.n == 0) == (o->filter.ncodes == 0) || o->filter.ncodes > 1))
		rc = sg_error_set(err, SG_EUSAGE,
			_("keyness compares one code (--code) or groups (--by) with "
			  "the rest"));
	if (rc == 0 && o->by.n)
		rc = sg_view_attribute(&named, o->by, &by, err);
	if (rc == 0)
		rc = sg_uncoded_init(&k.u, s, o, &out->arena, err);
	if (rc < 0)
		return rc;
	const struct sg_lexicon *l = &k.u.lexicon;
	k.target = sg_arena_array(&out->arena, l->nsentences, sizeof *k.target);
	k.rest = sg_arena_array(&out->arena, l->nsentences, sizeof *k.rest);
	k.table = sg_tables_add(out, "keyness", NCOLUMNS);
	name_columns(&k, o->by.n > 0);
	if (o->by.n) {
		sg_groups_init(&groups, &k.u.v, by);
		by_group(&k, &groups);
	} else {
		uint32_t code = sg_study_code_find(s, o->filter.codes[0]);
		title = sg_view_code_title(&named, code);
		by_code(&k, code);
	}
	k.table->caption = sg_fill(&out->arena,
		sg_label(SG_LABEL_KEYNESS_TITLE, k.u.v.english), &title, 1);
	sg_remark(out, k.table, &k.u.v, SG_NOTE_SUGGEST_MEASURES, SG_STR(""),
		SG_STR(""), SG_STR(""));
	sg_remark_source(k.table, &k.u.v);
	return 0;
}
