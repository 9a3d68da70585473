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

enum { SG_FOLLOW_BITS = 64 };

/* Folded code point to class, in order of addition; open addressing. Multiples of
 * SG_FOLLOW_BITS are no classes of code points. */
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
	uint64_t *follow; /* [nclasses] what may stand behind the first character of a
			     pattern: bits sg_follow_bit; 0: it begins none */
};

/* The class of a folded code point, or CLASS_NONE. */
uint32_t sg_symbols_find(const struct sg_symbols *s, uint32_t folded);

/* The bit that stands for a class in follow. Other classes share it, but no class of a
 * pattern that of CLASS_NONE: most of a text is that. */
static inline unsigned sg_follow_bit(uint32_t class)
{
	return class % SG_FOLLOW_BITS;
}

#endif
