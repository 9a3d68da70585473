/* decode.c - see decode.h. Guesses the encoding of a file, turns its bytes into
 * UTF-8 (iconv does the conversions), refuses what is no text, and hands the
 * rest to sg_compose. */
#include "config.h"

#include "text/decode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

#include "text/utf8.h"

struct encoding {
	const char *name;     /* as given, case ignored */
	const char *known;    /* what sg_decode reports */
	const char *iconv[2]; /* names to try; none: UTF-8 itself */
};

/* KS X 1001 files are read as CP949, its superset: files that call themselves
 * EUC-KR mostly come from Windows and hold syllables that only CP949 has. */
static const struct encoding encodings[] = {
	{"UTF-8", "UTF-8", {NULL, NULL}},
	{"UTF8", "UTF-8", {NULL, NULL}},
	{"UTF-8-BOM", "UTF-8", {NULL, NULL}},
	{"ASCII", "UTF-8", {NULL, NULL}},
	{"US-ASCII", "UTF-8", {NULL, NULL}},
	{"CP949", "CP949", {"CP949", "UHC"}},
	{"MS949", "CP949", {"CP949", "UHC"}},
	{"UHC", "CP949", {"CP949", "UHC"}},
	{"WINDOWS-949", "CP949", {"CP949", "UHC"}},
	{"EUC-KR", "EUC-KR", {"CP949", "UHC"}},
	{"EUCKR", "EUC-KR", {"CP949", "UHC"}},
	{"KS_C_5601-1987", "EUC-KR", {"CP949", "UHC"}},
	{"KSC5601", "EUC-KR", {"CP949", "UHC"}},
	{"JOHAB", "JOHAB", {"JOHAB", "CP1361"}},
	{"CP1361", "JOHAB", {"JOHAB", "CP1361"}},
	{"ISO-2022-KR", "ISO-2022-KR", {"ISO-2022-KR", NULL}},
	{"UTF-16LE", "UTF-16LE", {"UTF-16LE", NULL}},
	{"UTF-16BE", "UTF-16BE", {"UTF-16BE", NULL}},
	{"UTF-16", "UTF-16LE", {"UTF-16LE", NULL}},
	{"UTF-32LE", "UTF-32LE", {"UTF-32LE", NULL}},
	{"UTF-32BE", "UTF-32BE", {"UTF-32BE", NULL}},
	{"WINDOWS-1252", "WINDOWS-1252", {"WINDOWS-1252", "CP1252"}},
	{"ISO-8859-1", "ISO-8859-1", {"ISO-8859-1", NULL}},
	{"SHIFT_JIS", "SHIFT_JIS", {"CP932", "SHIFT_JIS"}},
	{"EUC-JP", "EUC-JP", {"EUC-JP", NULL}},
	{"GB18030", "GB18030", {"GB18030", NULL}},
	{"BIG5", "BIG5", {"BIG5", NULL}},
};

static const struct {
	struct sg_str bytes;
	const char *known;
} boms[] = {
	{{"\xEF\xBB\xBF", 3}, "UTF-8-BOM"},
	{{"\xFF\xFE", 2}, "UTF-16LE"},
	{{"\xFE\xFF", 2}, "UTF-16BE"},
};

static const struct {
	struct sg_str bytes;
	const char *what;
} signatures[] = {
	{{"PK\x03\x04", 4}, N_("a zip file (.docx, .xlsx, .hwpx, .odt)")},
	{{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8}, N_("an OLE file (.hwp, .doc, .xls)")},
	{{"%PDF-", 5}, N_("a PDF file")},
	{{"SQLite format 3", 15}, N_("an SQLite file")},
	{{"\x89PNG\r\n\x1A\n", 8}, N_("a PNG picture")},
	{{"\xFF\xD8\xFF", 3}, N_("a JPEG picture")},
	{{"GIF8", 4}, N_("a GIF picture")},
	{{"\x1F\x8B\x08", 3}, N_("a gzip file")},
};

struct input {
	struct sg_str bytes;
	const char *source; /* for messages, may be NULL */
	bool compose;
};

/* 1-based line of the byte at off; LF, CRLF and CR end lines. */
static uint32_t line_of(struct sg_str s, size_t off)
{
	uint32_t line = 1;

	for (size_t i = 0; i < off && i < s.n; i++)
		line += s.p[i] == '\n' ||
			(s.p[i] == '\r' && (i + 1 >= s.n || s.p[i + 1] != '\n'));
	return line;
}

/* Control characters that are no blanks, in at most 64 bytes. */
static size_t count_controls(struct sg_str s)
{
	unsigned char padded[64];
	uint8_t n = 0;

	memset(padded, ' ', sizeof padded);
	memcpy(padded, s.p, s.n);
	for (size_t i = 0; i < sizeof padded; i++) {
		unsigned char c = padded[i];
		n = (uint8_t)(n +
			      ((c < '\t') | ((c > '\r') & (c < 0x20) & (c != 0x1A))));
	}
	return n;
}

/* Refuses decoded text that holds NUL, or so many control characters (one in
 * 32 bytes) that it is no text. A stray one is the author's. */
static int check_text(struct sg_str text, const struct input *in, struct sg_error *err)
{
	size_t controls = 0, nul;

	nul = sg_str_findc(text, '\0');
	if (nul != SIZE_MAX)
		return sg_error_at(err, SG_EINPUT, in->source, line_of(text, nul), 0,
			_("this is a binary file, not text: NUL at byte %zu"), nul);
	for (size_t i = 0; i < text.n; i += 64)
		controls += count_controls(sg_str_sub(text, i, i + 64));
	if (controls > text.n / 32)
		return sg_error_at(err, SG_EINPUT, in->source, 0, 0,
			_("this is a binary file, not text: %zu control characters"),
			controls);
	return 0;
}

static void put(const struct input *in, struct sg_str text, struct sg_buf *out)
{
	if (in->compose)
		sg_compose(text, out);
	else
		sg_buf_add(out, text);
}

static int check_signature(const struct input *in, struct sg_error *err)
{
	for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
		if (sg_str_starts(in->bytes, signatures[i].bytes))
			return sg_error_at(err, SG_EINPUT, in->source, 0, 0,
				_("this is %s, not text"), _(signatures[i].what));
	return 0;
}

static int cut_error(
	const struct input *in, uint32_t line, const char *known, struct sg_error *err)
{
	return sg_error_at(err, SG_EINPUT, in->source, line, 0,
		_("the file ends inside a %s character: its end is missing"), known);
}

/* Converts bytes into UTF-8, appended to out. On failure *stop is the offset of
 * the bytes that do not fit and *cut whether they are the start of a character
 * that the file ends in; returns a negative code without setting an error. */
static int convert(
	iconv_t cd, struct sg_str bytes, struct sg_buf *out, size_t *stop, bool *cut)
{
	/* iconv takes char ** but does not write through it. */
	union {
		const char *in;
		char *out;
	} from = {bytes.p};
	size_t left = bytes.n, done;

	*cut = false;
	do {
		sg_buf_reserve(out, left + left / 2 + 64);
		char *to = out->p + out->n;
		size_t room = out->cap - out->n - 1;
		done = iconv(cd, left ? &from.out : NULL, &left, &to, &room);
		out->n = (size_t)(to - out->p);
		out->p[out->n] = '\0';
	} while (done == (size_t)-1 ? errno == E2BIG : left > 0);
	*stop = bytes.n - left;
	*cut = done == (size_t)-1 && errno == EINVAL;
	return done == (size_t)-1 ? SG_EINPUT : 0;
}

static iconv_t open_iconv(const char *const names[2])
{
	iconv_t cd = (iconv_t)-1;

	for (size_t i = 0; i < 2 && names[i] && cd == (iconv_t)-1; i++)
		cd = iconv_open("UTF-8", names[i]);
	return cd;
}

/* Decodes through iconv what stands behind a BOM of skip bytes. known is for
 * messages. Where bytes fit no character, *misfit is their offset (else
 * SIZE_MAX). */
static int decode_iconv(const struct input *in, const char *const names[2],
	const char *known, size_t skip, struct sg_buf *out, size_t *misfit,
	struct sg_error *err)
{
	struct sg_buf text;
	size_t stop;
	bool cut;

	*misfit = SIZE_MAX;
	iconv_t cd = open_iconv(names);
	if (cd == (iconv_t)-1)
		return sg_error_at(err, SG_EINPUT, in->source, 0, 0,
			_("this system cannot read the encoding '%s'"), known);
	sg_buf_init(&text);
	int rc = convert(cd, sg_str_skip(in->bytes, skip), &text, &stop, &cut);
	struct sg_str body = sg_buf_str(&text);
	if (rc && cut) {
		cut_error(in, line_of(body, body.n), known, err);
	} else if (rc) {
		*misfit = skip + stop;
		sg_error_at(err, SG_EINPUT, in->source, line_of(body, body.n), 0,
			_("byte %zu (0x%02X) is no %s text"), *misfit,
			(unsigned char)in->bytes.p[*misfit], known);
	} else {
		rc = check_text(body, in, err);
	}
	if (!rc) {
		if (skip == 0 && sg_str_starts(body, boms[0].bytes))
			body = sg_str_skip(body, boms[0].bytes.n);
		put(in, body, out);
	}
	sg_buf_release(&text);
	iconv_close(cd);
	return rc;
}

/* Whether the bytes at bad, where valid UTF-8 stops, are a character's start
 * that the file ends in. */
static bool is_cut(struct sg_str s, size_t bad)
{
	unsigned char lead = (unsigned char)s.p[bad];

	if (lead < 0xC2 || lead > 0xF4 || s.n - bad >= sg_utf8_len(lead))
		return false;
	for (size_t i = bad + 1; i < s.n; i++)
		if (!sg_utf8_inner(s.p[i]))
			return false;
	return true;
}

/* Whether at least half of the bytes beyond ASCII are Hangul syllables in
 * UTF-8: then an invalid byte is damage, not a sign of CP949, in which that
 * sequence of lead bytes is all but impossible. */
static bool is_mostly_utf8(struct sg_str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t beyond = 0, hangul = 0;

	for (size_t i = 0; i < s.n;) {
		if (p[i] < 0x80) {
			i++;
		} else if (s.n - i >= 3 && p[i] >= 0xEA && p[i] <= 0xED &&
			   sg_utf8_check(sg_str_sub(s, i, i + 3)) == SIZE_MAX) {
			hangul += 3;
			beyond += 3;
			i += 3;
		} else {
			beyond++;
			i++;
		}
	}
	return hangul > 0 && hangul >= beyond / 2;
}

static int decode_utf8(
	const struct input *in, size_t skip, struct sg_buf *out, struct sg_error *err)
{
	struct sg_str text = sg_str_skip(in->bytes, skip);
	size_t bad = sg_utf8_check(text);

	if (bad != SIZE_MAX && is_cut(text, bad))
		return cut_error(in, line_of(text, bad), "UTF-8", err);
	if (bad != SIZE_MAX)
		return sg_error_at(err, SG_EINPUT, in->source, line_of(text, bad), 0,
			_("byte %zu (0x%02X) is no UTF-8 text"), skip + bad,
			(unsigned char)text.p[bad]);
	int rc = check_text(text, in, err);
	if (!rc)
		put(in, text, out);
	return rc;
}

/* Nothing is declared and there is no BOM: UTF-8 when it is valid, else CP949. */
static int decode_guess(const struct input *in, struct sg_buf *out,
	const char **encoding, struct sg_error *err)
{
	static const char *const cp949[2] = {"CP949", "UHC"};
	struct sg_error second;
	size_t misfit, nul = sg_str_findc(in->bytes, '\0');

	if (nul != SIZE_MAX)
		return check_text(in->bytes, in, err);
	size_t bad = sg_utf8_check(in->bytes);
	if (bad == SIZE_MAX || is_mostly_utf8(in->bytes)) {
		*encoding = "UTF-8";
		return decode_utf8(in, 0, out, err);
	}
	*encoding = "CP949";
	sg_error_reset(&second);
	int rc = decode_iconv(in, cp949, "CP949", 0, out, &misfit, &second);
	if (misfit != SIZE_MAX && is_cut(in->bytes, bad))
		return cut_error(in, line_of(in->bytes, bad), "UTF-8", err);
	if (misfit != SIZE_MAX)
		return sg_error_at(err, SG_EINPUT, in->source, line_of(in->bytes, bad),
			0, _("neither UTF-8 (see byte %zu) nor CP949 (see byte %zu)"),
			bad, misfit);
	if (rc)
		*err = second;
	return rc;
}

static const struct encoding *find_encoding(const char *name)
{
	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
		if (strcasecmp(encodings[i].name, name) == 0)
			return &encodings[i];
	return NULL;
}

static int decode_named(const struct input *in, const char *name, size_t skip,
	struct sg_buf *out, const char **encoding, struct sg_error *err)
{
	const struct encoding *e = find_encoding(name);
	const char *const any[2] = {name, NULL};
	size_t misfit;

	*encoding = e ? e->known : "declared";
	if (e && !e->iconv[0])
		return decode_utf8(in, skip, out, err);
	return decode_iconv(in, e ? e->iconv : any, name, skip, out, &misfit, err);
}

static int decode(struct input in, const char *declared, struct sg_buf *out,
	const char **encoding, struct sg_error *err)
{
	struct sg_str bytes = in.bytes;
	const char *found = NULL;
	size_t start = out->n;

	int rc = check_signature(&in, err);
	for (size_t i = 0; !rc && !found && i < sizeof boms / sizeof *boms; i++)
		if (sg_str_starts(bytes, boms[i].bytes)) {
			const char *inner;
			found = boms[i].known;
			rc = decode_named(
				&in, found, boms[i].bytes.n, out, &inner, err);
		}
	if (!rc && !found && declared)
		rc = decode_named(&in, declared, 0, out, &found, err);
	else if (!rc && !found)
		rc = decode_guess(&in, out, &found, err);
	if (rc)
		out->n = start;
	else if (encoding)
		*encoding = found;
	return rc;
}

int sg_decode(struct sg_str bytes, const char *declared, const char *source,
	struct sg_buf *out, const char **encoding, struct sg_error *err)
{
	return decode(
		(struct input){bytes, source, true}, declared, out, encoding, err);
}

int sg_decode_apart(struct sg_str bytes, const char *declared, const char *source,
	struct sg_buf *out, const char **encoding, struct sg_error *err)
{
	return decode(
		(struct input){bytes, source, false}, declared, out, encoding, err);
}
