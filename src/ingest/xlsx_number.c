/* xlsx_number.c - see xlsx_number.h. */
#include "config.h"

#include "ingest/xlsx_number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

enum { LAST_DAY = 2958465 /* 9999-12-31 */ };

/* Appends value with at most 15 significant digits and no exponent where that has a
 * plain form. */
static void plain(double value, struct sg_buf *out)
{
	char e[40], digits[20];
	size_t n = 0;

	if (!isfinite(value) || value == 0) {
		sg_buf_addc(out, '0');
		return;
	}
	snprintf(e, sizeof e, "%.14e", fabs(value));
	const char *at = strchr(e, 'e');
	int exponent = at ? atoi(at + 1) : 0;
	for (const char *p = e; p != at && n < sizeof digits; p++)
		if (*p >= '0' && *p <= '9')
			digits[n++] = *p;
	while (n > 1 && digits[n - 1] == '0')
		n--;
	sg_buf_addz(out, value < 0 ? "-" : "");
	if (exponent > 20 || exponent < -9) {
		sg_buf_addc(out, digits[0]);
		sg_buf_addz(out, n > 1 ? "." : "");
		sg_buf_add(out, (struct sg_str){digits + 1, n - 1});
		sg_buf_printf(out, "E%+03d", exponent);
		return;
	}
	if (exponent < 0) {
		sg_buf_addz(out, "0.");
		sg_buf_pad(out, '0', (size_t)(-exponent - 1));
		sg_buf_add(out, (struct sg_str){digits, n});
		return;
	}
	size_t whole = (size_t)exponent + 1;
	sg_buf_add(out, (struct sg_str){digits, n < whole ? n : whole});
	if (n < whole)
		sg_buf_pad(out, '0', whole - n);
	if (n <= whole)
		return;
	sg_buf_addc(out, '.');
	sg_buf_add(out, (struct sg_str){digits + whole, n - whole});
}

/* Day number to a date of the proleptic Gregorian calendar, after Hinnant's
 * civil_from_days; days counts from 1970-01-01. */
static void civil(long days, struct sg_buf *out)
{
	long z = days + 719468;
	long era = z / 146097;
	long doe = z - era * 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;
	long day = doy - (153 * mp + 2) / 5 + 1;
	long month = mp < 10 ? mp + 3 : mp - 9;
	long year = yoe + era * 400 + (month <= 2);

	sg_buf_printf(out, "%04ld-%02ld-%02ld", year, month, day);
}

static void date(const struct sg_number_style *style, bool from_1904, double value,
	struct sg_buf *out)
{
	long day = (long)floor(value);
	long seconds = (long)floor((value - (double)day) * 86400 + 0.5);

	if (!style->with_time)
		seconds = 0;
	if (seconds == 86400) {
		seconds = 0;
		day++;
	}
	if (style->with_date) {
		if (from_1904)
			civil(day - 24107, out);
		else if (day == 60) /* a day that only Excel's calendar has */
			sg_buf_addz(out, "1900-02-29");
		else
			civil(day - (day < 60 ? 25568 : 25569), out);
		if (!style->with_time)
			return;
		sg_buf_addc(out, ' ');
	} else {
		seconds += day * 86400; /* [h]:mm counts on */
	}
	sg_buf_printf(out, "%02ld:%02ld", seconds / 3600, seconds / 60 % 60);
	if (seconds % 60)
		sg_buf_printf(out, ":%02ld", seconds % 60);
}

/* strtod reads the decimal sign of the locale; a file always has a full stop. */
static bool parse(struct sg_str raw, double *value)
{
	struct sg_buf z;
	char *end;

	sg_buf_init(&z);
	for (size_t i = 0; i < raw.n && raw.n < 400; i++) {
		if (raw.p[i] == '.')
			sg_buf_addz(&z, localeconv()->decimal_point);
		else if (raw.p[i] && strchr("+-0123456789eE", raw.p[i]))
			sg_buf_addc(&z, raw.p[i]);
		else
			break;
		if (i + 1 < raw.n)
			continue;
		*value = strtod(sg_buf_z(&z), &end);
		bool whole = *end == '\0' && isfinite(*value);
		sg_buf_release(&z);
		return whole;
	}
	sg_buf_release(&z);
	return false;
}

void sg_number_show(const struct sg_number_style *style, bool from_1904,
	struct sg_str raw, struct sg_buf *out)
{
	double value;

	if (!parse(raw, &value)) {
		sg_buf_add(out, raw);
		return;
	}
	switch (style->kind) {
	case SG_NUMBER_DATE:
		if (value < 0 || value >= LAST_DAY + 1)
			break;
		date(style, from_1904, value, out);
		return;
	case SG_NUMBER_PERCENT:
		plain(value * 100, out);
		sg_buf_addc(out, '%');
		return;
	case SG_NUMBER_PADDED:
		if (value < 0 || value != floor(value) || value >= 1e15)
			break;
		sg_buf_add(out, style->before);
		sg_buf_printf(out, "%0*.0f", (int)style->zeros, value);
		sg_buf_add(out, style->after);
		return;
	case SG_NUMBER_PLAIN: break;
	}
	plain(value, out);
}

/* The first section of a format without what stands in brackets; literals are copied to
 * `literal`, other signs to `signs` with one Q where a literal was. [h], [mm], [ss]
 * count as time. */
struct scan {
	struct sg_buf signs, literals[2]; /* before and after the first digit sign */
};

/* "h", "mm", "SS": one letter, repeated; [Magenta] and [<100] are no times. */
static bool is_elapsed(struct sg_str inside)
{
	for (size_t i = 0; i < inside.n; i++)
		if (!strchr("hms", inside.p[i] | 0x20) ||
			(inside.p[i] | 0x20) != (inside.p[0] | 0x20))
			return false;
	return inside.n > 0;
}

static void scan(struct sg_str code, struct scan *s)
{
	size_t side = 0;

	for (size_t i = 0; i < code.n && code.p[i] != ';'; i++) {
		char c = code.p[i];
		if (c == '"') {
			size_t n = sg_str_findc(sg_str_skip(code, i + 1), '"');
			n = n == SIZE_MAX ? code.n - i - 1 : n;
			sg_buf_add(
				&s->literals[side], sg_str_sub(code, i + 1, i + 1 + n));
			i += n + 1;
		} else if (c == '[') {
			size_t n = sg_str_findc(sg_str_skip(code, i), ']');
			n = n == SIZE_MAX ? code.n - i - 1 : n;
			if (is_elapsed(sg_str_sub(code, i + 1, i + n)))
				sg_buf_addc(&s->signs, 'h');
			i += n;
		} else if ((c == '\\' || c == '_' || c == '*') && i + 1 < code.n) {
			size_t n = sg_utf8_len((unsigned char)code.p[i + 1]);
			if (c == '\\')
				sg_buf_add(&s->literals[side],
					sg_str_sub(code, i + 1, i + 1 + n));
			i += n;
		} else {
			if (c == '0' || c == '#')
				side = 1;
			sg_buf_addc(&s->signs, c);
		}
	}
}

static bool only(struct sg_str s, const char *set)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\0' || !strchr(set, s.p[i]))
			return false;
	return s.n > 0;
}

static bool holds(struct sg_str s, const char *set)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] && strchr(set, s.p[i]))
			return true;
	return false;
}

struct sg_number_style sg_number_style_of(struct sg_str code, struct sg_arena *arena)
{
	struct sg_number_style style = {.kind = SG_NUMBER_PLAIN};
	struct scan s;

	memset(&s, 0, sizeof s);
	scan(code, &s);
	struct sg_str signs = sg_buf_str(&s.signs);
	bool number = holds(signs, "0#?");
	if (sg_str_find(signs, SG_STR("General")) != SIZE_MAX) {
		;
	} else if (only(signs, "0") && signs.n < 20 &&
		   (signs.n > 1 || s.literals[0].n)) {
		style.kind = SG_NUMBER_PADDED;
		style.zeros = (uint8_t)signs.n;
		style.before = sg_arena_str(arena, sg_buf_str(&s.literals[0]));
		style.after = sg_arena_str(arena, sg_buf_str(&s.literals[1]));
	} else if (only(signs, "0#.,%") && holds(signs, "%")) {
		style.kind = SG_NUMBER_PERCENT;
	} else if (holds(signs, "yYdD") || (holds(signs, "eE") && !number)) {
		style.kind = SG_NUMBER_DATE;
		style.with_date = true;
		style.with_time = holds(signs, "hHsS");
	} else if (holds(signs, "hHsS")) {
		style.kind = SG_NUMBER_DATE;
		style.with_time = true;
	} else if (holds(signs, "mM") && !number) {
		style.kind = SG_NUMBER_DATE;
		style.with_date = true;
	}
	sg_buf_release(&s.signs);
	sg_buf_release(&s.literals[0]);
	sg_buf_release(&s.literals[1]);
	return style;
}

struct sg_number_style sg_number_style_builtin(uint64_t id)
{
	static const struct sg_number_style day = {.kind = SG_NUMBER_DATE,
						    .with_date = true},
					    hours = {.kind = SG_NUMBER_DATE,
						    .with_time = true},
					    both = {.kind = SG_NUMBER_DATE,
						    .with_date = true,
						    .with_time = true},
					    percent = {.kind = SG_NUMBER_PERCENT},
					    none = {.kind = SG_NUMBER_PLAIN};

	if (id == 9 || id == 10)
		return percent;
	if (id == 22)
		return both;
	/* 32 and 33 are times where the program speaks Korean (18.8.30) */
	if ((id >= 18 && id <= 21) || id == 32 || id == 33 || (id >= 45 && id <= 47))
		return hours;
	if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
		return day;
	return none;
}
