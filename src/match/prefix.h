/* prefix.h - the text that every match of a regex begins with. Where it does not occur
 * the regex need not be run: the automaton looks for it with all other terms. */
#ifndef SG_MATCH_PREFIX_H
#define SG_MATCH_PREFIX_H

#include "base/str.h"

/* The letters and digits, two characters at least, with which any match of the PCRE2
 * expression must begin when it is compiled without options but UTF and UCP; empty when
 * there are none or the expression is not simple enough to be sure. Borrowed from it. */
struct sg_str sg_regex_prefix(struct sg_str regex);

#endif
