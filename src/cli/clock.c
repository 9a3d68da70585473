/* clock.c - the time that changes are recorded with. */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "cli/command.h"

/* The time recorded with every change: now, or SOURCE_DATE_EPOCH. */
bool sg_cli_set_now(struct sg_cli *cli)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	time_t t = time(NULL);
	struct tm tm;

	if (fixed) {
		uint64_t seconds;
		if (!sg_str_uint(sg_str_of(fixed), 253402300799u, &seconds)) {
			sg_complain(cli,
				_("SOURCE_DATE_EPOCH is no number of seconds: '%s'"),
				fixed);
			return false;
		}
		t = (time_t)seconds;
	}
	if (!gmtime_r(&t, &tm))
		return false;
	strftime(cli->now, sizeof cli->now, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return true;
}
