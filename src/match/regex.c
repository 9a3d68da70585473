/* regex.c - see regex.h. Backtracking is bounded by the match limit and 64 MiB of
 * heap; the JIT's own stack by 1 MiB. */
#include "config.h"

#define PCRE2_CODE_UNIT_WIDTH 8

#include "match/regex.h"

#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

enum { DEFAULT_MATCH_LIMIT = 1000000, HEAP_KIB = 64 * 1024, JIT_STACK = 1 << 20 };

struct sg_regex {
	pcre2_code *code;
	/* pcre2_match, or pcre2_jit_match, which takes the same but looks at the options
	 * no more. */
	int (*match)(const pcre2_code *code, PCRE2_SPTR subject, PCRE2_SIZE n,
		PCRE2_SIZE from, uint32_t options, pcre2_match_data *data,
		pcre2_match_context *context);
};

struct sg_regex_scratch {
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
};

static int refuse(const struct sg_expr *e, const char *path, struct sg_notes *notes,
	const char *why)
{
	struct sg_note *note = sg_notes_add(notes, SG_ERROR, path, e->line, e->col,
		_("the regex /%.*s/ %s"), SG_ARG(e->text), why);
	note->width = e->width;
	return SG_EINPUT;
}

/* Whether the expression matches the empty string somewhere. PCRE2's lower bound is 0
 * for \b and a*, and where it does not know, which a rule has no need for either; it
 * speaks of the subject, so for (?=a) it is 1: the expression's own text, which holds
 * its literals, shows that. */
static bool can_be_empty(const pcre2_code *code, struct sg_str text)
{
	uint32_t shortest = 0;
	bool empty = false;

	pcre2_pattern_info(code, PCRE2_INFO_MINLENGTH, &shortest);
	if (shortest == 0)
		return true;
	struct sg_regex_scratch *s = sg_regex_scratch_new(0);
	for (size_t at = 0; at < text.n && !empty;) {
		if (pcre2_match(code, (PCRE2_SPTR)text.p, text.n, at, 0, s->data,
			    s->context) < 0)
			break;
		const PCRE2_SIZE *span = pcre2_get_ovector_pointer(s->data);
		empty = span[1] <= span[0];
		at = span[1] > at ? span[1] : text.n;
	}
	sg_regex_scratch_free(s);
	return empty;
}

/* A pattern with (*NO_JIT) is "compiled" without an error and without any code. */
static bool compiles_to_machine_code(pcre2_code *code)
{
	size_t size = 0;

	return pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0 &&
	       pcre2_pattern_info(code, PCRE2_INFO_JITSIZE, &size) == 0 && size > 0;
}

int sg_regex_new(struct sg_regex **out, const struct sg_expr *e, bool anchored,
	const char *path, struct sg_notes *notes)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	int code = 0;
	PCRE2_SIZE at = 0;

	*out = NULL;
	if (e->icase)
		options |= PCRE2_CASELESS;
	pcre2_code *compiled = pcre2_compile(
		(PCRE2_SPTR)e->text.p, e->text.n, options, &code, &at, NULL);
	if (!compiled) {
		char why[256], message[200];
		pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
		snprintf(why, sizeof why, _("does not compile: %s at byte %zu"),
			message, (size_t)at + 1);
		return refuse(e, path, notes, why);
	}
	if (can_be_empty(compiled, e->text)) {
		pcre2_code_free(compiled);
		return refuse(e, path, notes, _("can match nothing"));
	}
	if (anchored) {
		pcre2_code_free(compiled);
		compiled = pcre2_compile((PCRE2_SPTR)e->text.p, e->text.n,
			options | PCRE2_ANCHORED, &code, &at, NULL);
		if (!compiled)
			abort(); /* out of memory: it did compile */
	}
	*out = sg_alloc(1, sizeof **out);
	(*out)->code = compiled;
	(*out)->match = compiles_to_machine_code(compiled)
				? pcre2_jit_match
				: pcre2_match; /* slower, not worse */
	return 0;
}

void sg_regex_free(struct sg_regex *r)
{
	if (!r)
		return;
	pcre2_code_free(r->code);
	free(r);
}

struct sg_regex_scratch *sg_regex_scratch_new(uint32_t match_limit)
{
	struct sg_regex_scratch *s = sg_alloc(1, sizeof *s);

	if (!match_limit)
		match_limit = DEFAULT_MATCH_LIMIT;
	s->data = pcre2_match_data_create(1, NULL);
	s->context = pcre2_match_context_create(NULL);
	s->stack = pcre2_jit_stack_create(32 * 1024, JIT_STACK, NULL);
	if (!s->data || !s->context)
		abort();
	pcre2_set_match_limit(s->context, match_limit);
	pcre2_set_depth_limit(s->context, match_limit);
	pcre2_set_heap_limit(s->context, HEAP_KIB);
	if (s->stack)
		pcre2_jit_stack_assign(s->context, NULL, s->stack);
	return s;
}

void sg_regex_scratch_free(struct sg_regex_scratch *s)
{
	if (!s)
		return;
	pcre2_match_data_free(s->data);
	pcre2_match_context_free(s->context);
	pcre2_jit_stack_free(s->stack);
	free(s);
}

int sg_regex_at(const struct sg_regex *r, struct sg_regex_scratch *s,
	struct sg_str text, struct sg_span where, uint32_t off, uint32_t *stop)
{
	int rc = r->match(r->code, (PCRE2_SPTR)text.p + where.start,
		where.stop - where.start, off - where.start, PCRE2_NO_UTF_CHECK,
		s->data, s->context);

	if (rc < 0)
		return rc == PCRE2_ERROR_NOMATCH ? 0 : SG_ELIMIT;
	*stop = where.start + (uint32_t)pcre2_get_ovector_pointer(s->data)[1];
	return 1;
}

int sg_regex_scan(const struct sg_regex *r, struct sg_regex_scratch *s,
	struct sg_str text, struct sg_span where, struct sg_spans *out)
{
	PCRE2_SPTR subject = (PCRE2_SPTR)text.p + where.start;
	size_t n = where.stop - where.start, at = 0;

	while (at < n) {
		int rc = r->match(r->code, subject, n, at, PCRE2_NO_UTF_CHECK, s->data,
			s->context);
		if (rc == PCRE2_ERROR_NOMATCH)
			return 0;
		if (rc < 0)
			return SG_ELIMIT;
		const PCRE2_SIZE *span = pcre2_get_ovector_pointer(s->data);
		if (span[1] > span[0] && span[1] <= n)
			SG_PUSH(out, (struct sg_span){where.start + (uint32_t)span[0],
					     where.start + (uint32_t)span[1]});
		if (span[1] > at) {
			at = span[1];
			continue;
		}
		do
			at++;
		while (at < n && (subject[at] & 0xC0) == 0x80);
	}
	return 0;
}
