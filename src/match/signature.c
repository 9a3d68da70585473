/* signature.c - see signature.h. */
#include "config.h"

#include "match/signature.h"

#include <string.h>

#include "match/scan.h"
#include "text/fold.h"
#include "text/utf8.h"

enum {
	FORM = 1, /* changes with everything that decides about bits */
	LEAST_BITS = 9,
	MOST_BITS = 20,
	BITS_A_CHARACTER = 3,
};

static bool counts(uint32_t folded)
{
	return folded - 0xAC00U <= 0xD7A3U - 0xAC00U ||
	       (folded > ' ' && folded < 0x7F) || folded - 0x4E00U <= 0x9FFFU - 0x4E00U;
}

/* Of two characters that count; the upper bits are those that are used. */
static uint32_t hash(uint32_t a, uint32_t b)
{
	uint32_t h = (a << 16 ^ b) * 0x9E3779B1U;
	return (h ^ h >> 15) * 0x85EBCA77U;
}

uint32_t sg_signature_pair(uint32_t a, uint32_t b)
{
	return counts(a) && counts(b) ? hash(a, b) | 1 : 0;
}

/* A signature being made. */
struct maker {
	unsigned char *v;
	unsigned bits;
	uint32_t last; /* character that counts, or 0 */
};

static inline void take(struct maker *m, struct sg_str body, size_t off)
{
	uint32_t folded = sg_fold(sg_utf8_next(body, &off));

	if (sg_is_passed(folded))
		return;
	uint32_t next = counts(folded) ? folded : 0;
	if (m->last && next) {
		uint32_t bit = hash(m->last, next) >> (32 - m->bits);
		m->v[bit / 8] = (unsigned char)(m->v[bit / 8] | 1U << bit % 8);
	}
	m->last = next;
}

/* Where characters start is taken from blocks of bytes at once, so that none waits for the
 * length of the one before; spaces are passed over. */
void sg_signature_make(struct sg_str body, struct sg_buf *out)
{
	size_t need = sg_utf8_count(body) * BITS_A_CHARACTER, off = 0;
	struct maker m = {.bits = LEAST_BITS};

	while (m.bits < MOST_BITS && (size_t)1 << m.bits < need)
		m.bits++;
	sg_buf_reset(out);
	sg_buf_addc(out, FORM);
	sg_buf_pad(out, '\0', (size_t)1 << m.bits >> 3);
	m.v = (unsigned char *)out->p + 1;
	for (; body.n - off >= 64; off += 64) {
		struct sg_utf8_block b = sg_utf8_block(body.p + off);
		uint64_t starts = b.starts & ~b.spaces;
		for (; starts; starts &= starts - 1)
			take(&m, body, off + (size_t)__builtin_ctzll(starts));
	}
	for (; off < body.n; off++)
		if (!sg_utf8_inner(body.p[off]))
			take(&m, body, off);
}

/* A signature being asked. */
struct sieve {
	const struct sg_engine *e;
	const unsigned char *v;
	unsigned bits;
};

static bool pattern_may(const struct sieve *s, const struct sg_pattern *p)
{
	for (uint32_t i = 0; i < p->npairs; i++) {
		uint32_t bit = p->pairs[i] >> (32 - s->bits);
		if (!(s->v[bit / 8] >> bit % 8 & 1))
			return false;
	}
	return true;
}

/* A leaf without patterns is a regex without prefix, or a literal without letters. */
static bool leaf_may(const struct sieve *s, uint32_t leaf)
{
	const struct sg_leaf *l = &s->e->terms.leaves.v[leaf];

	for (uint32_t i = 0; i < l->npatterns; i++)
		if (pattern_may(s, &s->e->terms.patterns.v[l->first_pattern + i]))
			return true;
	return l->npatterns == 0;
}

static bool code_may(const struct sieve *s, uint32_t code, const bool *rules);

/* Operands behind NOT, NOT NEAR and EXCEPT only take away. */
static bool adds(enum sg_link link)
{
	return link != SG_LINK_NOT && link != SG_LINK_NOT_NEAR &&
	       link != SG_LINK_EXCEPT;
}

static bool node_may(const struct sieve *s, const struct sg_node *n)
{
	bool any = n->expr->kind == SG_EXPR_OR;

	switch (n->expr->kind) {
	case SG_EXPR_TERM:
	case SG_EXPR_LITERAL:
	case SG_EXPR_REGEX: return leaf_may(s, n->ref);
	case SG_EXPR_LIST: return node_may(s, s->e->lists[n->ref]);
	case SG_EXPR_CODE:
		for (uint32_t i = n->ref; i <= s->e->codes[n->ref].last; i++)
			if (sg_code_within(s->e->book, i, n->ref) &&
				code_may(s, i, NULL))
				return true;
		return false;
	default: break;
	}
	for (size_t i = 0; i < n->expr->n; i++)
		if (adds(n->expr->v[i].link) && node_may(s, n->v[i]) == any)
			return any;
	return !any;
}

static bool code_may(const struct sieve *s, uint32_t code, const bool *rules)
{
	const struct sg_code *source = &s->e->book->codes[code];

	for (size_t r = 0; r < source->nrules; r++)
		if (source->rules[r].kind == SG_RULE_SELECT && (!rules || rules[r]) &&
			node_may(s, s->e->codes[code].rules[r]))
			return true;
	return false;
}

bool sg_signature_allows(const struct sg_engine *e, struct sg_str signature,
	uint32_t code, const bool *rules)
{
	struct sieve s = {e, (const unsigned char *)signature.p + 1, LEAST_BITS};

	while (s.bits < MOST_BITS && (size_t)1 << s.bits >> 3 < signature.n - 1)
		s.bits++;
	return signature.n == 0 || signature.p[0] != FORM ||
	       signature.n - 1 != (size_t)1 << s.bits >> 3 ||
	       (e->book->codes[code].ndefaults > 0 && !rules) ||
	       code_may(&s, code, rules);
}
