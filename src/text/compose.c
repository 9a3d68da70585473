/* compose.c - sg_compose of decode.h: canonical composition where characters
 * were written apart (conjoining jamo, combining marks), and LF line ends.
 *
 * Whatever stands alone is copied in runs, so that a character with another
 * canonical form (compatibility hanja, the Ångström sign) stays as written.
 */
#include "config.h"

#include "text/decode.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <string.h>

#include <utf8proc.h>

#include "text/utf8.h"

/* The longest cluster of a character and its marks that is composed, after the
 * Stream-Safe Text Format (Unicode Standard Annex 15); no writing needs more. */
#define CLUSTER_MAX 32
#define CLUSTER_BUF (CLUSTER_MAX * 5) /* decomposed; the longest form has four */

#define L_FIRST  0x1100U
#define V_FIRST  0x1161U
#define T_BEFORE 0x11A7U
#define S_FIRST  0xAC00U
#define L_COUNT  19U
#define V_COUNT  21U
#define T_COUNT  28U

static bool is_lv(uint32_t cp)
{
	return cp >= S_FIRST && cp < S_FIRST + L_COUNT * V_COUNT * T_COUNT &&
	       (cp - S_FIRST) % T_COUNT == 0;
}

/* Whether cp joins the character before it: medial and final jamo, marks. */
static bool joins(uint32_t cp)
{
	if (cp < 0x300)
		return false;
	if ((cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FF))
		return true;
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
	return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC ||
	       c == UTF8PROC_CATEGORY_ME;
}

/* The first character at or behind at that is none of those that plain_run knows by
 * their first bytes; or one not far from the end. */
static size_t skip_plain(struct sg_str s, size_t at)
{
#ifdef __SSE2__
	while (s.n - at > 16) {
		const char *p = s.p + at;
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
		__m128i second =
			_mm_loadu_si128((const __m128i *)(const void *)(p + 1));
		__m128i cr = _mm_cmpeq_epi8(v, _mm_set1_epi8('\r'));
		__m128i low =
			_mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8(0xBF - 256)),
				_mm_cmpgt_epi8(_mm_set1_epi8(0xE4 - 256), v));
		__m128i high =
			_mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8(0xED - 256)),
				_mm_cmpgt_epi8(_mm_setzero_si128(), v));
		__m128i before =
			_mm_and_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0xEA - 256)),
				_mm_cmpgt_epi8(_mm_set1_epi8(0xB0 - 256), second));
		__m128i behind =
			_mm_and_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0xED - 256)),
				_mm_cmpgt_epi8(second, _mm_set1_epi8(0x9D - 256)));
		int bits = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(cr, low),
			_mm_or_si128(high, _mm_or_si128(before, behind))));
		if (bits)
			return at + (size_t)__builtin_ctz((unsigned)bits);
		at += 16;
	}
	while (at < s.n && sg_utf8_inner(s.p[at]))
		at++;
#endif
	return at;
}

/* Bytes at the start of s, at most up to a CR, in which nothing can join what
 * is before it. Looks at lead bytes only where whole blocks hold no mark. */
static size_t plain_run(struct sg_str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t at = 0;

	while ((at = skip_plain(s, at)) < s.n) {
		unsigned char a = p[at];
		if (a < 0x80) {
			if (a == '\r')
				break;
			at++;
		} else if ((a >= 0xE4 && a <= 0xE9) || a == 0xEB || a == 0xEC ||
			   (a == 0xEA && p[at + 1] >= 0xB0) ||
			   (a == 0xED && p[at + 1] < 0x9E)) {
			at += 3;
		} else {
			size_t next = at;
			if (joins(sg_utf8_next(s, &next)))
				break;
			at = next;
		}
	}
	return at;
}

/* Whether NFC replaces cp even where it stands alone (compatibility hanja, the
 * Ångström sign, letters excluded from composition). Such a character is the
 * author's choice: its cluster stays as written. */
static bool changes_alone(uint32_t cp)
{
	utf8proc_int32_t to[8];

	if (cp < 0x340 || (cp >= 0x1100 && cp <= 0x11FF) ||
		(cp >= S_FIRST && cp <= 0xD7A3))
		return false;
	utf8proc_ssize_t n = utf8proc_decompose_char(
		(utf8proc_int32_t)cp, to, 8, UTF8PROC_DECOMPOSE, NULL);
	if (n > 1)
		n = utf8proc_normalize_utf32(to, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	return n != 1 || to[0] != (utf8proc_int32_t)cp;
}

/* Brings combining marks into canonical order: a stable sort of each run. */
static void order_marks(utf8proc_int32_t *v, utf8proc_ssize_t n)
{
	for (utf8proc_ssize_t i = 1; i < n; i++) {
		utf8proc_int32_t cp = v[i];
		int class = utf8proc_get_property(cp)->combining_class;
		utf8proc_ssize_t j = i;
		while (class > 0 && j > 0 &&
			utf8proc_get_property(v[j - 1])->combining_class > class) {
			v[j] = v[j - 1];
			j--;
		}
		v[j] = cp;
	}
}

/* Appends the n characters of cluster, composed. */
static void put_composed(const uint32_t *cluster, size_t n, struct sg_buf *out)
{
	utf8proc_int32_t apart[CLUSTER_BUF];
	utf8proc_ssize_t m = 0;

	if (n == 2 && is_lv(cluster[0]) && cluster[1] > T_BEFORE &&
		cluster[1] < T_BEFORE + T_COUNT) {
		sg_utf8_put(out, cluster[0] + cluster[1] - T_BEFORE);
		return;
	}
	for (size_t i = 0; i < n; i++)
		m += utf8proc_decompose_char((utf8proc_int32_t)cluster[i], apart + m,
			CLUSTER_BUF - m, UTF8PROC_DECOMPOSE, NULL);
	order_marks(apart, m);
	m = utf8proc_normalize_utf32(apart, m, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	for (utf8proc_ssize_t i = 0; i < m; i++)
		sg_utf8_put(out, (uint32_t)apart[i]);
}

/* Appends the cluster that begins at s.p[at] and returns the offset behind it.
 * It holds at least one character that joins. */
static size_t put_cluster(struct sg_str s, size_t at, struct sg_buf *out)
{
	uint32_t cluster[CLUSTER_MAX];
	size_t start = at, n = 0;
	bool keep = false;

	while (at < s.n) {
		size_t next = at;
		uint32_t cp = sg_utf8_next(s, &next);
		if (at > start && !joins(cp))
			break;
		keep = keep || n == CLUSTER_MAX || changes_alone(cp);
		if (!keep && n == 1 && cp >= V_FIRST && cp < V_FIRST + V_COUNT &&
			cluster[0] >= L_FIRST && cluster[0] < L_FIRST + L_COUNT)
			cluster[0] = S_FIRST + ((cluster[0] - L_FIRST) * V_COUNT +
						       (cp - V_FIRST)) *
						       T_COUNT;
		else if (!keep)
			cluster[n++] = cp;
		at = next;
	}
	if (keep)
		sg_buf_add(out, sg_str_sub(s, start, at));
	else
		put_composed(cluster, n, out);
	return at;
}

bool sg_is_composed(struct sg_str utf8)
{
	return plain_run(utf8) == utf8.n;
}

void sg_compose(struct sg_str utf8, struct sg_buf *out)
{
	size_t at = 0;

	sg_buf_reserve(out, utf8.n + 1);
	while (at < utf8.n) {
		size_t n = plain_run(sg_str_skip(utf8, at));
		if (at + n == utf8.n || utf8.p[at + n] == '\r') {
			sg_buf_add(out, sg_str_sub(utf8, at, at + n));
			at += n;
			if (at == utf8.n)
				break;
			sg_buf_addc(out, '\n');
			at += at + 1 < utf8.n && utf8.p[at + 1] == '\n' ? 2 : 1;
			continue;
		}
		size_t base = at + n;
		if (n > 0)
			sg_utf8_prev(utf8, &base);
		sg_buf_add(out, sg_str_sub(utf8, at, base));
		at = put_cluster(utf8, base, out);
	}
}
