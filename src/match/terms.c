/* terms.c - leaves and their patterns; see terms.h. The check of a pattern in the text
 * is in edges.c. */
#include "config.h"

#include "match/terms.h"

#include <stdlib.h>
#include <string.h>

#include "match/edges.h"
#include "match/prefix.h"
#include "match/signature.h"
#include "text/fold.h"
#include "text/utf8.h"

void sg_terms_init(struct sg_terms *t)
{
	memset(t, 0, sizeof *t);
	sg_arena_init(&t->arena);
	t->automaton = sg_automaton_new();
	t->cap = 256;
	t->table = sg_zalloc(t->cap, sizeof *t->table);
	t->keys = sg_zalloc(t->cap, sizeof *t->keys);
}

void sg_terms_release(struct sg_terms *t)
{
	for (size_t i = 0; i < t->leaves.n; i++) {
		sg_predicate_free(t->leaves.v[i].predicate);
		sg_regex_free(t->leaves.v[i].regex);
	}
	free(t->leaves.v);
	free(t->patterns.v);
	free(t->table);
	free(t->keys);
	sg_automaton_free(t->automaton);
	sg_arena_release(&t->arena);
	memset(t, 0, sizeof *t);
}

/* What makes two leaves the same. */
static void make_key(const struct sg_expr *e, struct sg_buf *key)
{
	sg_buf_printf(key, "%d %d %d ", (int)e->kind, (int)e->edge, e->icase);
	if (e->kind != SG_EXPR_TERM) {
		sg_buf_add(key, e->text);
		return;
	}
	for (size_t i = 0; i < e->nwords; i++) {
		sg_fold_str(e->words[i], key);
		sg_buf_addc(key, '\n');
	}
	sg_buf_addc(key, '~');
	sg_buf_add(key, e->predicate);
}

static uint64_t hash(struct sg_str s)
{
	uint64_t h = 0xCBF29CE484222325ULL; /* FNV-1a */

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001B3ULL;
	return h ^ h >> 29;
}

static size_t find_slot(const struct sg_terms *t, struct sg_str key)
{
	size_t i = hash(key) & (t->cap - 1);

	while (t->table[i] && !sg_str_eq(*t->keys[i], key))
		i = (i + 1) & (t->cap - 1);
	return i;
}

static void grow_table(struct sg_terms *t)
{
	size_t old_cap = t->cap;
	uint32_t *table = t->table;
	const struct sg_str **keys = t->keys;

	t->cap *= 2;
	t->table = sg_zalloc(t->cap, sizeof *t->table);
	t->keys = sg_zalloc(t->cap, sizeof *t->keys);
	for (size_t i = 0; i < old_cap; i++) {
		if (!table[i])
			continue;
		size_t slot = find_slot(t, *keys[i]);
		t->table[slot] = table[i];
		t->keys[slot] = keys[i];
	}
	free(table);
	free(keys);
}

/* A pattern being put together. */
struct maker {
	SG_VEC(uint32_t) cps;
	SG_VEC(uint32_t) before;
	bool joined; /* some sign must stand between two characters */
	uint32_t
		behind; /* bytes since the last code point that is no passed-over sign */
};

/* Adds the characters of word; first is what must stand before the first of them. */
static void add_word(struct maker *m, struct sg_str word, uint32_t first)
{
	uint32_t before = first;

	for (size_t off = 0; off < word.n;) {
		size_t start = off;
		uint32_t folded = sg_fold(sg_utf8_next(word, &off));
		if (sg_is_passed(folded)) {
			if (folded)
				before = folded;
			m->behind += (uint32_t)(off - start);
			continue;
		}
		m->behind = 0;
		if (m->cps.n && before != SG_BEFORE_NOTHING && before != SG_BEFORE_GAP)
			m->joined = true;
		SG_PUSH(&m->cps, folded);
		SG_PUSH(&m->before, before);
		before = SG_BEFORE_NOTHING;
	}
}

/* Hands what the maker holds to the automaton. body: code points of the words. */
static void add_pattern(struct sg_terms *t, const struct maker *m, uint32_t leaf,
	size_t body, bool literal)
{
	struct sg_pattern p = {
		.leaf = leaf,
		.n = (uint32_t)m->cps.n,
		.stem = (uint32_t)body,
		.behind = m->behind,
		.joined = m->joined,
	};
	bool syllables = true;

	for (size_t i = 0; i < m->cps.n; i++)
		syllables = syllables && m->cps.v[i] - 0xAC00U <= 0xD7A3U - 0xAC00U;
	if (syllables)
		p.bytes = 3 * p.n; /* no other character folds to a syllable */
	if (body) {
		p.first = m->cps.v[0];
		p.last = m->cps.v[body - 1];
	}
	const struct sg_leaf *l = &t->leaves.v[leaf];
	p.prefix = l->expr->kind == SG_EXPR_REGEX;
	bool word = syllables && !literal && !l->predicate && !m->joined;
	p.plain = word && l->expr->edge == SG_EDGE_ANYWHERE;
	p.begins = word &&
		   (l->expr->edge == SG_EDGE_EITHER || l->expr->edge == SG_EDGE_BEGINS);
	if (!literal) {
		size_t size = m->before.n * sizeof *m->before.v;
		uint32_t *before = sg_arena_alloc(&t->arena, size);
		memcpy(before, m->before.v, size);
		p.before = before;
	}
	uint32_t *pairs = sg_arena_array(&t->arena, m->cps.n, sizeof *pairs);
	for (size_t i = 1; i < m->cps.n; i++) {
		uint32_t pair = sg_signature_pair(m->cps.v[i - 1], m->cps.v[i]);
		if (pair)
			pairs[p.npairs++] = pair;
	}
	p.pairs = pairs;
	if (t->leaves.v[leaf].npatterns++ == 0)
		t->leaves.v[leaf].first_pattern = (uint32_t)t->patterns.n;
	SG_PUSH(&t->patterns, p);
	sg_automaton_add(t->automaton, m->cps.v, m->cps.n);
}

/* A pattern for each stem of the predicate, behind what the maker holds. */
static void add_stems(struct sg_terms *t, struct maker *m, uint32_t leaf)
{
	const struct sg_str *stems;
	size_t n = sg_predicate_stems(t->leaves.v[leaf].predicate, &stems);
	size_t body = m->cps.n;

	for (size_t i = 0; i < n; i++) {
		add_word(m, stems[i], body ? SG_BEFORE_GAP : SG_BEFORE_NOTHING);
		add_pattern(t, m, leaf, body, false);
		m->cps.n = body;
		m->before.n = body;
	}
}

static int refuse(const struct sg_expr *e, const char *path, struct sg_notes *notes,
	const char *why)
{
	struct sg_note *note =
		sg_notes_add(notes, SG_ERROR, path, e->line, e->col, "%s", why);
	note->width = e->width;
	return SG_EINPUT;
}

static int add_term(struct sg_terms *t, const struct sg_expr *e, uint32_t leaf,
	struct maker *m, const char *path, struct sg_notes *notes)
{
	for (size_t i = 0; i < e->nwords; i++)
		add_word(m, e->words[i], i ? SG_BEFORE_GAP : SG_BEFORE_NOTHING);
	if (e->predicate.n) {
		struct sg_error err = {0};
		t->leaves.v[leaf].predicate = sg_predicate_new(e->predicate, &err);
		if (!t->leaves.v[leaf].predicate)
			return refuse(e, path, notes, err.text);
		add_stems(t, m, leaf);
	} else if (m->cps.n) {
		add_pattern(t, m, leaf, m->cps.n, false);
	} else {
		return refuse(e, path, notes, _("the term holds no letter or digit"));
	}
	return 0;
}

static int add_literal(struct sg_terms *t, const struct sg_expr *e, uint32_t leaf,
	struct maker *m, const char *path, struct sg_notes *notes)
{
	if (!e->text.n)
		return refuse(e, path, notes, _("the quoted text is empty"));
	add_word(m, e->text, SG_BEFORE_NOTHING);
	if (m->cps.n)
		add_pattern(t, m, leaf, m->cps.n, true);
	else
		t->leaves.v[leaf].searched = true;
	return 0;
}

static int add_regex(struct sg_terms *t, const struct sg_expr *e, uint32_t leaf,
	struct maker *m, const char *path, struct sg_notes *notes)
{
	struct sg_str prefix = e->icase ? SG_STR("") : sg_regex_prefix(e->text);
	int rc = sg_regex_new(&t->leaves.v[leaf].regex, e, prefix.n > 0, path, notes);

	if (rc < 0 || !prefix.n)
		return rc;
	add_word(m, prefix, SG_BEFORE_NOTHING);
	add_pattern(t, m, leaf, m->cps.n, true);
	t->leaves.v[leaf].prefixed = true;
	return 0;
}

int sg_terms_add(struct sg_terms *t, const struct sg_expr *e, const char *path,
	struct sg_notes *notes, uint32_t *leaf)
{
	struct maker maker = {0};
	struct sg_buf key;
	int rc = 0;

	sg_buf_init(&key);
	make_key(e, &key);
	size_t slot = find_slot(t, sg_buf_str(&key));
	if (t->table[slot]) {
		*leaf = t->table[slot] - 1;
		goto out;
	}
	*leaf = (uint32_t)t->leaves.n;
	SG_PUSH(&t->leaves, (struct sg_leaf){.expr = e});
	if (e->kind == SG_EXPR_REGEX)
		rc = add_regex(t, e, *leaf, &maker, path, notes);
	else if (e->kind == SG_EXPR_LITERAL)
		rc = add_literal(t, e, *leaf, &maker, path, notes);
	else
		rc = add_term(t, e, *leaf, &maker, path, notes);
	/* A refused leaf stays under its key too: one note for one content. */
	struct sg_str *kept = sg_arena_alloc(&t->arena, sizeof *kept);
	*kept = sg_arena_str(&t->arena, sg_buf_str(&key));
	t->keys[slot] = kept;
	t->table[slot] = *leaf + 1;
	if (2 * t->leaves.n > t->cap)
		grow_table(t);
out:
	sg_buf_release(&key);
	free(maker.cps.v);
	free(maker.before.v);
	return rc;
}

int sg_terms_build(struct sg_terms *t, struct sg_error *err)
{
	return sg_automaton_build(t->automaton, err);
}
