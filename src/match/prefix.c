/* prefix.c - see prefix.h. What pcre2pattern(3) says about quantifiers, alternation,
 * classes and groups; whatever could make a later sign mean something else (options,
 * comments, \Q, conditions, POSIX classes) is left to PCRE2 alone. */
#include "config.h"

#include "match/prefix.h"

#include <string.h>

#include "text/fold.h"
#include "text/utf8.h"

enum { LEAST = 2 /* characters; fewer occur in nearly every text */ };

static bool is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* Offset behind the class at off; s.n + 1 when it is not simple. */
static size_t class_end(struct sg_str s, size_t off)
{
	off++;
	if (off < s.n && s.p[off] == '^')
		off++;
	if (off < s.n && s.p[off] == ']')
		off++;
	for (; off < s.n && s.p[off] != ']'; off++) {
		if (s.p[off] == '[')
			return s.n + 1;
		if (s.p[off] == '\\' && (++off >= s.n || is_one_of(s.p[off], "QEc")))
			return s.n + 1;
	}
	return off + 1;
}

/* Whether the rest of the expression can be followed, and has no | outside groups: then
 * what comes first in it comes first in every match. */
static bool is_one_branch(struct sg_str s)
{
	size_t depth = 0, off = 0;

	while (off < s.n) {
		char c = s.p[off];
		if (c == '[') {
			off = class_end(s, off);
			if (off > s.n)
				return false;
			continue;
		}
		if (c == '\\') {
			if (off + 1 >= s.n || is_one_of(s.p[off + 1], "QEcK"))
				return false;
			off += 2;
			continue;
		}
		if (c == '(') {
			depth++;
			if (off + 1 < s.n && s.p[off + 1] == '*')
				return false;
			if (off + 2 < s.n && s.p[off + 1] == '?' &&
				!is_one_of(s.p[off + 2], ":=!<>P|"))
				return false;
		}
		if ((c == '|' && depth == 0) || (c == ')' && depth-- == 0))
			return false;
		off++;
	}
	return depth == 0;
}

struct sg_str sg_regex_prefix(struct sg_str regex)
{
	size_t off = 0, last = 0, n = 0;

	while (off < regex.n) {
		size_t next = off;
		enum sg_script script = sg_script_of(sg_utf8_next(regex, &next));
		if (script == SG_SCRIPT_NONE || script == SG_SCRIPT_SKIP)
			break;
		last = off;
		off = next;
		n++;
	}
	/* A quantifier belongs to the last character only. */
	if (off < regex.n && is_one_of(regex.p[off], "?*+{")) {
		off = last;
		n -= n > 0;
	}
	if (n < LEAST || !is_one_branch(sg_str_skip(regex, off)))
		return (struct sg_str){"", 0};
	return sg_str_sub(regex, 0, off);
}
