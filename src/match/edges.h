/* edges.h - what must stand before a code point of a pattern. */
#ifndef SG_MATCH_EDGES_H
#define SG_MATCH_EDGES_H

/* Any other value is the one folded passed-over sign that must stand there. */
#define SG_BEFORE_NOTHING 0U
#define SG_BEFORE_GAP     1U /* nothing, blanks, or one sign with blanks around it */

#endif
