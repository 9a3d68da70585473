/* number.c - see number.h. printf's %f follows the locale's decimal point, so that it
 * is not used here. */
#include "config.h"

#include "analysis/number.h"

#include <math.h>

static void fixed(struct sg_buf *out, uint64_t scaled, unsigned digits)
{
	uint64_t scale = 1;

	for (unsigned i = 0; i < digits; i++)
		scale *= 10;
	sg_buf_printf(out, "%llu", (unsigned long long)(scaled / scale));
	if (digits)
		sg_buf_printf(out, ".%0*llu", (int)digits,
			(unsigned long long)(scaled % scale));
}

void sg_decimal(struct sg_buf *out, double value, unsigned digits)
{
	double scale = 1;

	if (!isfinite(value) || fabs(value) > 1e9) {
		sg_buf_addz(out, "–");
		return;
	}
	if (digits > 9)
		digits = 9;
	for (unsigned i = 0; i < digits; i++)
		scale *= 10;
	uint64_t scaled = (uint64_t)floor(fabs(value) * scale + 0.5);
	if (value < 0 && scaled > 0)
		sg_buf_addc(out, '-');
	fixed(out, scaled, digits);
}

void sg_percent(struct sg_buf *out, uint64_t n, uint64_t base)
{
	if (base == 0)
		sg_buf_addz(out, "–");
	else
		fixed(out, (n * 2000 + base) / (2 * base), 1);
}

static struct sg_str keep(struct sg_arena *a, struct sg_buf *b)
{
	struct sg_str s = sg_arena_str(a, sg_buf_str(b));

	sg_buf_release(b);
	return s;
}

struct sg_str sg_percent_str(struct sg_arena *a, uint64_t n, uint64_t base)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_percent(&b, n, base);
	return keep(a, &b);
}

struct sg_str sg_decimal_str(struct sg_arena *a, double value, unsigned digits)
{
	struct sg_buf b;

	sg_buf_init(&b);
	sg_decimal(&b, value, digits);
	return keep(a, &b);
}

struct sg_str sg_count_str(struct sg_arena *a, uint64_t n)
{
	return sg_arena_printf(a, "%llu", (unsigned long long)n);
}

struct sg_str sg_interval_str(struct sg_arena *a, double low, double high)
{
	struct sg_buf b;

	if (isnan(low) || isnan(high))
		return SG_STR("–");
	sg_buf_init(&b);
	sg_decimal(&b, low, 3);
	sg_buf_addz(&b, "–");
	sg_decimal(&b, high, 3);
	struct sg_str s = sg_arena_str(a, sg_buf_str(&b));
	sg_buf_release(&b);
	return s;
}
