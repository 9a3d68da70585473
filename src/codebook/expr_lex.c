/* expr_lex.c - see expr_lex.h. Anything that is not plainly one of the forms is an
 * error that says how to write it: a rule must never be guessed at.
 */
#include "config.h"

#include "codebook/expr_lex.h"

#include <stdlib.h>
#include <string.h>

#include "codebook/locate.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/utf8.h"

struct lexer {
	struct sg_tokens *out;
	struct sg_str text;
	size_t off;
	const struct sg_expr_place *place;
	struct sg_notes *notes;
};

/* Operators, longest first where one begins another; all in capitals. */
static const struct keyword {
	const char *word;
	enum sg_token_kind kind;
	bool distance; /* /n must follow */
	bool negated;
} keywords[] = {
	{"AND", SG_TOKEN_AND, false, false},
	{"OR", SG_TOKEN_OR, false, false},
	{"NOT", SG_TOKEN_NOT, false, false},
	{"EXCEPT", SG_TOKEN_EXCEPT, false, false},
	{"NEAR", SG_TOKEN_NEAR, true, false},
	{"THEN", SG_TOKEN_THEN, true, false},
	{"NEGATED", SG_TOKEN_POLARITY, false, true},
	{"AFFIRMED", SG_TOKEN_POLARITY, false, false},
};

uint32_t sg_sign(uint32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		return cp - 0xFEE0;
	if (cp == 0x201C || cp == 0x201D)
		return '"';
	return cp;
}

/* Most of a Korean codebook; asked before the tables, as each is asked many times. */
static bool is_syllable(uint32_t cp)
{
	return cp >= 0xAC00 && cp <= 0xD7A3;
}

bool sg_is_wchar(uint32_t cp)
{
	if (is_syllable(cp))
		return true;
	enum sg_script script = sg_script_of(cp);

	return script != SG_SCRIPT_NONE && script != SG_SCRIPT_SKIP;
}

bool sg_lex_is_blank(uint32_t cp)
{
	if (is_syllable(cp))
		return false;
	return cp <= ' ' || (cp >= 0x80 && sg_fold(cp) == ' ');
}

static bool is_delimiter(uint32_t cp)
{
	uint32_t sign = sg_sign(cp);

	return sg_lex_is_blank(cp) || sign == '(' || sign == ')' || sign == '|' ||
	       sign == '"';
}

/* Signs that may stand between the letters of one word: B/C, R&D, e-나라, 정부3.0. */
static bool is_joint(uint32_t cp)
{
	uint32_t f = sg_fold(cp);

	return f == 0xB7 || (f && f < 128 && strchr(".-_&/'+:%", (int)f));
}

void sg_expr_note(const struct sg_expr_place *place, struct sg_str text,
	struct sg_str at, struct sg_notes *notes, enum sg_severity severity,
	const char *fmt, ...)
{
	struct sg_stretch s = sg_stretch_of(
		text, place->cols, place->lines, (size_t)(at.p - text.p), at.n);
	struct sg_locus locus = {place->path, place->excerpt, place->first_line};
	va_list ap;

	if (!place->excerpt.n)
		locus.text = text;
	va_start(ap, fmt);
	sg_locus_vnote(&locus, notes, severity, s.line, s.col, s.width, fmt, ap);
	va_end(ap);
}

#define lex_error(lx, at, ...)                                                       \
	(sg_expr_note(                                                               \
		 (lx)->place, (lx)->text, (at), (lx)->notes, SG_ERROR, __VA_ARGS__), \
		SG_EINPUT)

static struct sg_str rest_of(const struct lexer *lx)
{
	return sg_str_skip(lx->text, lx->off);
}

static uint32_t peek_at(struct sg_str s, size_t off)
{
	return off < s.n ? sg_utf8_next(s, &off) : 0;
}

/* Adds a token that ends at byte `end`, with text start..stop. */
static struct sg_token *add(struct lexer *lx, enum sg_token_kind kind, size_t end,
	size_t start, size_t stop)
{
	struct sg_token t = {.kind = kind};

	t.raw = sg_str_sub(lx->text, lx->off, end);
	t.text = sg_str_sub(lx->text, start, stop);
	SG_PUSH(lx->out, t);
	lx->off = end;
	return &lx->out->v[lx->out->n - 1];
}

/* Byte offset of the quote that closes the one at off, and behind it. */
static bool find_quote(struct sg_str s, size_t off, size_t *close, size_t *end)
{
	sg_utf8_next(s, &off);
	while (off < s.n) {
		*close = off;
		if (sg_sign(sg_utf8_next(s, &off)) == '"') {
			*end = off;
			return true;
		}
	}
	return false;
}

/* A regex ends at the sign that opened it; a backslash takes the next with it. */
static bool find_slash(struct sg_str s, size_t off, size_t *close, size_t *end)
{
	uint32_t slash = sg_utf8_next(s, &off);

	while (off < s.n) {
		*close = off;
		uint32_t cp = sg_utf8_next(s, &off);
		if (cp == '\\' && off < s.n) {
			sg_utf8_next(s, &off);
		} else if (cp == slash) {
			*end = off;
			return true;
		}
	}
	return false;
}

static int lex_literal(struct lexer *lx)
{
	size_t start = lx->off, close, end;

	if (!find_quote(lx->text, lx->off, &close, &end))
		return lex_error(lx, rest_of(lx),
			_("the quotation mark is not closed: '\"' is missing"));
	sg_utf8_next(lx->text, &start);
	if (start == close)
		return lex_error(lx, sg_str_sub(lx->text, lx->off, end),
			_("nothing stands between the quotation marks"));
	add(lx, SG_TOKEN_LITERAL, end, start, close);
	return 0;
}

static int lex_regex(struct lexer *lx)
{
	size_t start = lx->off, close, end;

	if (!find_slash(lx->text, lx->off, &close, &end))
		return lex_error(lx, rest_of(lx),
			_("the regular expression is not closed: '/' is missing"));
	sg_utf8_next(lx->text, &start);
	if (start == close)
		return lex_error(lx, sg_str_sub(lx->text, lx->off, end),
			_("nothing stands between the slashes"));
	size_t flags = end;
	while (end < lx->text.n && sg_is_wchar(peek_at(lx->text, end)))
		sg_utf8_next(lx->text, &end);
	struct sg_str given = sg_str_sub(lx->text, flags, end);
	if (given.n && !sg_str_eqz(given, "i"))
		return lex_error(lx, given,
			_("'%.*s' is no flag of a regular expression; only i is"),
			SG_ARG(given));
	add(lx, SG_TOKEN_REGEX, end, start, close)->icase = given.n > 0;
	return 0;
}

/* The bare word at the lexer's place: up to a blank, parenthesis, bar or quote. */
static struct sg_str bare_word(const struct lexer *lx)
{
	size_t end = lx->off;

	while (end < lx->text.n && !is_delimiter(peek_at(lx->text, end)))
		sg_utf8_next(lx->text, &end);
	return sg_str_sub(lx->text, lx->off, end);
}

/* word with full-width signs narrowed and without invisible characters, when it is ASCII
 * and fits; otherwise "". */
static void narrow(struct sg_str word, char *out, size_t size)
{
	size_t n = 0;

	for (size_t off = 0; off < word.n;) {
		uint32_t cp = sg_sign(sg_utf8_next(word, &off));
		if (sg_fold(cp) == 0)
			continue;
		if (cp >= 128 || n + 1 >= size) {
			n = 0;
			break;
		}
		out[n++] = (char)cp;
	}
	out[n] = '\0';
}

static bool is_ascii_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool same_word(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((a[i] | 0x20) != (b[i] | 0x20))
			return false;
	return true;
}

/* NEAR and THEN in any case with whatever follows: 1 when the token was added, 0 when
 * it is a plain word. */
static int lex_distance(struct lexer *lx, const struct keyword *k, struct sg_str word,
	const char *ascii)
{
	size_t n = strlen(k->word);
	bool capitals = strncmp(ascii, k->word, n) == 0;
	struct sg_str number = sg_str_of(ascii + n);
	uint64_t distance;

	if (!capitals && number.n == 0) {
		sg_expr_note(lx->place, lx->text, word, lx->notes, SG_WARNING,
			_("'%.*s' is read as a word; the operator is written %s/5"),
			SG_ARG(word), k->word);
		return 0;
	}
	if (!capitals && number.p[0] != '/')
		return 0;
	if (!capitals || number.p[0] != '/' ||
		!sg_str_uint(sg_str_skip(number, 1), SG_MOST_EOJEOLS, &distance))
		return lex_error(lx, word,
			_("write %s/5: the number says how many eojeols apart at most"),
			k->word);
	add(lx, k->kind, lx->off + word.n, lx->off, lx->off)->distance =
		(uint32_t)distance;
	return 1;
}

/* A capital operator that runs into Hangul ("AND나마") may be a word; it is said. */
static void warn_of_run_in(struct lexer *lx, struct sg_str word)
{
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
		struct sg_str k = sg_str_of(keywords[i].word);
		if (sg_str_starts(word, k) && word.n > k.n &&
			sg_script_of(peek_at(word, k.n)) == SG_SCRIPT_HANGUL)
			sg_expr_note(lx->place, lx->text, word, lx->notes, SG_WARNING,
				_("'%.*s' is read as a word; if %s is meant, a space "
				  "is "
				  "missing"),
				SG_ARG(word), k.p);
	}
}

/* 1 when word was an operator, 0 when it is none, or an error. */
static int lex_keyword(struct lexer *lx, struct sg_str word)
{
	char ascii[32];

	narrow(word, ascii, sizeof ascii);
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
		const struct keyword *k = &keywords[i];
		size_t n = strlen(k->word);
		if (strlen(ascii) < n || !same_word(ascii, k->word, n))
			continue;
		if (k->distance && !is_ascii_letter(ascii[n]))
			return lex_distance(lx, k, word, ascii);
		if (ascii[n])
			continue;
		if (strcmp(ascii, k->word) == 0) {
			add(lx, k->kind, lx->off + word.n, lx->off, lx->off)->negated =
				k->negated;
			return 1;
		}
		sg_expr_note(lx->place, lx->text, word, lx->notes, SG_WARNING,
			_("'%.*s' is read as a word; the operator is written %s"),
			SG_ARG(word), k->word);
		return 0;
	}
	warn_of_run_in(lx, word);
	return 0;
}

/* The first run in s that cannot stand in a bare word; empty when all can. */
static struct sg_str misfit(struct sg_str s)
{
	size_t off = 0, from = 0;
	bool letter = false; /* the last character read is one */

	while (off < s.n) {
		size_t at = off;
		uint32_t cp = sg_utf8_next(s, &off);
		if (sg_fold(cp) == 0)
			continue;
		if (sg_is_wchar(cp)) {
			letter = true;
			continue;
		}
		bool last = off == s.n;
		if (letter && is_joint(cp) &&
			((last && sg_fold(cp) == '%') ||
				(!last && sg_is_wchar(peek_at(s, off))))) {
			letter = false;
			continue;
		}
		for (from = at; off < s.n && !sg_is_wchar(peek_at(s, off));)
			sg_utf8_next(s, &off);
		return sg_str_sub(s, from, off);
	}
	return (struct sg_str){s.p, 0};
}

/* Whether s holds more than characters that matching passes over. */
static bool is_visible(struct sg_str s)
{
	for (size_t off = 0; off < s.n;)
		if (sg_fold(sg_utf8_next(s, &off)) != 0)
			return true;
	return false;
}

static int bad_word(struct lexer *lx, struct sg_str word, struct sg_str bad)
{
	char sign[32];

	narrow(bad, sign, sizeof sign);
	if (sg_sign(peek_at(word, 0)) == '=' && sign[0] == '>')
		return lex_error(lx, word,
			_("facet values ('=> 입장: 반대') stand only at the end of a "
			  "rule"));
	if (strcmp(sign, "*") == 0 && bad.p + bad.n == word.p + word.n &&
		bad.p > word.p)
		return lex_error(lx, word,
			_("'%.*s' ends with '*'; a single * before the word means "
			  "anywhere"),
			SG_ARG(word));
	if (bad.n == word.n &&
		(strcmp(sign, "^") == 0 || strcmp(sign, "=") == 0 ||
			strcmp(sign, "*") == 0 || strcmp(sign, "~") == 0))
		return lex_error(lx, word,
			_("'%.*s' stands alone; write it directly before its word"),
			SG_ARG(word));
	return lex_error(lx, word, _("'%.*s' holds '%.*s'; quote it: \"%.*s\""),
		SG_ARG(word), SG_ARG(bad), SG_ARG(word));
}

/* Whether s is Hangul syllables ending in 다, one at least before it. NFD counts. */
static bool is_dictionary_form(struct sg_str s)
{
	struct sg_buf b;
	size_t syllables = 0;
	bool good = true;

	sg_buf_init(&b);
	sg_compose(s, &b);
	struct sg_str t = sg_buf_str(&b);
	for (size_t off = 0; off < t.n && good;) {
		uint32_t cp = sg_utf8_next(t, &off);
		good = (cp >= 0xAC00 && cp <= 0xD7A3) || sg_fold(cp) == 0;
		syllables += good && sg_fold(cp) != 0;
	}
	good = good && syllables >= 2 && sg_str_ends(t, SG_STR("다"));
	sg_buf_release(&b);
	return good;
}

/* A name behind $ or @. */
static int lex_name(struct lexer *lx, struct sg_str word, size_t sign)
{
	bool list = sg_sign(peek_at(word, 0)) == '$';
	size_t off = sign;

	if (off == word.n)
		return list ? lex_error(
				      lx, word, _("a list's name is missing after '$'"))
			    : lex_error(
				      lx, word, _("a code's ID is missing after '@'"));
	while (off < word.n) {
		uint32_t cp = peek_at(word, off);
		bool good = sg_is_wchar(cp) || cp == '_' ||
			    (!list && (cp == '.' || cp == '-'));
		if (!good)
			return lex_error(lx, word,
				_("'%.*s' holds '%.*s'; quote it: \"%.*s\""),
				SG_ARG(word), SG_ARG(misfit(sg_str_skip(word, off))),
				SG_ARG(word));
		sg_utf8_next(word, &off);
	}
	add(lx, list ? SG_TOKEN_LIST : SG_TOKEN_CODE, lx->off + word.n, lx->off + sign,
		lx->off + word.n);
	return 0;
}

static enum sg_edge edge_of(uint32_t sign)
{
	return sign == '^'   ? SG_EDGE_BEGINS
	       : sign == '=' ? SG_EDGE_WORD
	       : sign == '*' ? SG_EDGE_ANYWHERE
			     : SG_EDGE_EITHER;
}

static int lex_word(struct lexer *lx)
{
	struct sg_str word = bare_word(lx);
	size_t sign = 0;
	uint32_t first = sg_sign(sg_utf8_next(word, &sign));
	int rc = lex_keyword(lx, word);

	if (rc)
		return rc < 0 ? rc : 0;
	if (first == '$' || first == '@')
		return lex_name(lx, word, sign);
	bool predicate = first == '~', marked = edge_of(first) != SG_EDGE_EITHER;
	struct sg_str body = sg_str_skip(word, predicate || marked ? sign : 0);
	struct sg_str bad = is_visible(body) ? misfit(body) : word;
	if (bad.n)
		return bad_word(lx, word, bad);
	if (predicate && !is_dictionary_form(body))
		return lex_error(lx, word,
			_("'%.*s': ~ takes the dictionary form of one predicate, "
			  "ending in 다 "
			  "(~어렵다)"),
			SG_ARG(word));
	size_t end = lx->off + word.n;
	struct sg_token *t = add(lx, predicate ? SG_TOKEN_PREDICATE : SG_TOKEN_WORD,
		end, end - body.n, end);
	t->marked = marked;
	t->edge = edge_of(first);
	return 0;
}

static int lex_token(struct lexer *lx)
{
	static const struct {
		uint32_t sign;
		enum sg_token_kind kind;
	} signs[] = {{'(', SG_TOKEN_OPEN}, {')', SG_TOKEN_CLOSE}, {'|', SG_TOKEN_OR}};
	size_t end = lx->off;
	uint32_t sign = sg_sign(sg_utf8_next(lx->text, &end));

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].sign == sign) {
			add(lx, signs[i].kind, end, end, end);
			return 0;
		}
	if (sign == '"')
		return lex_literal(lx);
	if (sign == '/')
		return lex_regex(lx);
	return lex_word(lx);
}

int sg_lex(struct sg_tokens *out, struct sg_str text, const struct sg_expr_place *place,
	struct sg_notes *notes)
{
	struct lexer lx = {.out = out, .text = text, .place = place, .notes = notes};
	int rc = 0;

	memset(out, 0, sizeof *out);
	if (text.n > SG_RULE_MOST_BYTES)
		rc = lex_error(&lx, sg_str_sub(text, 0, 0),
			_("the rule is longer than %d bytes"), SG_RULE_MOST_BYTES);
	while (rc == 0 && lx.off < text.n) {
		uint32_t cp = peek_at(text, lx.off);
		if (sg_lex_is_blank(cp) || sg_fold(cp) == 0)
			sg_utf8_next(text, &lx.off);
		else
			rc = lex_token(&lx);
	}
	if (rc)
		sg_tokens_release(out);
	else
		add(&lx, SG_TOKEN_END, text.n, text.n, text.n);
	return rc;
}

void sg_tokens_release(struct sg_tokens *t)
{
	free(t->v);
	memset(t, 0, sizeof *t);
}

size_t sg_lex_arrow(struct sg_str text, size_t *len)
{
	bool token_start = true;

	for (size_t off = 0; off < text.n;) {
		size_t from = off, close, end;
		uint32_t cp = sg_sign(sg_utf8_next(text, &off));
		if (cp == '"' && find_quote(text, from, &close, &end)) {
			off = end;
		} else if (cp == '/' && token_start &&
			   find_slash(text, from, &close, &end)) {
			off = end;
			cp = 'a';
		} else if (cp == '=' && sg_sign(peek_at(text, off)) == '>') {
			sg_utf8_next(text, &off);
			*len = off - from;
			return from;
		}
		token_start = is_delimiter(cp);
	}
	*len = 0;
	return SIZE_MAX;
}
