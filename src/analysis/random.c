/* random.c - see random.h. */
#include "config.h"

#include "analysis/random.h"

void sg_random_init(struct sg_random *r, uint64_t seed, uint64_t stream)
{
	r->state = 0;
	r->increment = stream << 1 | 1;
	sg_random_next(r);
	r->state += seed;
	sg_random_next(r);
}

uint32_t sg_random_next(struct sg_random *r)
{
	uint64_t old = r->state;

	r->state = old * UINT64_C(6364136223846793005) + r->increment;
	uint32_t shifted = (uint32_t)((old >> 18 ^ old) >> 27);
	uint32_t turn = (uint32_t)(old >> 59);
	return shifted >> turn | shifted << (-turn & 31);
}

uint32_t sg_random_below(struct sg_random *r, uint32_t n)
{
	uint32_t least = -n % n; /* 2^32 mod n: values below it would come too often */
	uint32_t x;

	do
		x = sg_random_next(r);
	while (x < least);
	return x % n;
}
