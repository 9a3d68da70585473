/* clock.c - see clock.h. Own arithmetic: the system's would ask for the time zone. */
#include "config.h"

#include "report/clock.h"

#define FIRST "1980-01-01T00:00:00Z"

struct parts {
	int64_t year, month, day, hour, minute, second;
};

static bool number(struct sg_str s, size_t at, size_t n, int64_t most, int64_t *out)
{
	uint64_t value;

	if (at + n > s.n ||
		!sg_str_uint(sg_str_sub(s, at, at + n), (uint64_t)most, &value))
		return false;
	*out = (int64_t)value;
	return true;
}

static bool read(struct sg_str s, struct parts *p)
{
	return s.n >= 19 && s.p[4] == '-' && s.p[7] == '-' &&
	       number(s, 0, 4, 2107, &p->year) && p->year >= 1980 &&
	       number(s, 5, 2, 12, &p->month) && p->month >= 1 &&
	       number(s, 8, 2, 31, &p->day) && p->day >= 1 &&
	       number(s, 11, 2, 23, &p->hour) && number(s, 14, 2, 59, &p->minute) &&
	       number(s, 17, 2, 59, &p->second);
}

static struct parts parts_of(struct sg_str iso)
{
	struct parts p = {0};

	if (!read(iso, &p))
		read(SG_STR(FIRST), &p);
	return p;
}

/* Days of 1970, after Hinnant's days_from_civil. */
int64_t sg_clock_seconds(struct sg_str iso)
{
	struct parts p = parts_of(iso);
	int64_t y = p.year - (p.month <= 2);
	int64_t era = y / 400, yoe = y % 400;
	int64_t doy =
		(153 * (p.month > 2 ? p.month - 3 : p.month + 9) + 2) / 5 + p.day - 1;
	int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	int64_t days = era * 146097 + doe - 719468;

	return ((days * 24 + p.hour) * 60 + p.minute) * 60 + p.second;
}

void sg_clock_dos(struct sg_str iso, uint16_t *time, uint16_t *date)
{
	struct parts p = parts_of(iso);

	*time = (uint16_t)(p.hour << 11 | p.minute << 5 | p.second / 2);
	*date = (uint16_t)((p.year - 1980) << 9 | p.month << 5 | p.day);
}

struct sg_str sg_clock_iso(struct sg_str iso)
{
	struct parts p;

	return read(iso, &p) ? iso : SG_STR(FIRST);
}
