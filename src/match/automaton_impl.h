/* automaton_impl.h - what the builder and the scanner of the automaton share. */
#ifndef SG_MATCH_AUTOMATON_IMPL_H
#define SG_MATCH_AUTOMATON_IMPL_H

#include "match/automaton.h"

#define CLASS_NONE    0U      /* a code point of no pattern */
#define CLASS_PASSED  0xFFFEU /* passed over */
#define CLASS_UNKNOWN 0xFFFFU /* not looked up yet */
#define STATE_OUTPUT  0x80000000U
#define STATE_MASK    0x7FFFFFFFU
#define NO_OUTPUT     UINT32_MAX
#define NO_OWNER      UINT32_MAX

/* Folded code point to class, 1 and up in order of addition; open addressing. */
struct sg_symbols {
	uint32_t *keys; /* 0: free */
	uint16_t *classes;
	size_t n, cap; /* cap: a power of two */
};

struct sg_slot {
	uint32_t owner; /* the state this transition belongs to */
	uint32_t next;  /* state | STATE_OUTPUT */
};

struct sg_output {
	uint32_t pattern;
	uint32_t next; /* next output of the same state */
};

struct sg_trie;

struct sg_automaton {
	struct sg_symbols symbols;
	struct sg_trie *trie; /* until built */
	size_t npatterns, nstates, nclasses, longest;
	struct sg_slot *comb;
	uint32_t *root;      /* [nclasses] states, 0: none */
	uint32_t *output_at; /* by state: first of outputs, or NO_OUTPUT */
	struct sg_output *outputs;
	uint64_t *pairs; /* bits of the pairs of classes that begin a pattern */
	unsigned pair_bits;
};

/* The class of a folded code point, or CLASS_NONE. */
uint32_t sg_symbols_find(const struct sg_symbols *s, uint32_t folded);

/* Which bit of pairs stands for two classes; different pairs may share one. */
static inline uint32_t sg_pair_bit(unsigned bits, uint32_t a, uint32_t b)
{
	return (a << 16 ^ b) * 0x9E3779B1U >> (32 - bits);
}

#endif
