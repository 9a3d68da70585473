/* clock.h - the time that office files record, from the text that a run recorded. */
#ifndef SG_REPORT_CLOCK_H
#define SG_REPORT_CLOCK_H

#include "base/str.h"

/* "2026-11-29T04:05:06Z" as seconds of 1970; that of 1980-01-01 for anything else, the
 * first day that a ZIP file can record. */
int64_t sg_clock_seconds(struct sg_str iso);
/* Date and time as ZIP files have them (PKWARE APPNOTE, 4.4.6), without a time zone. */
void sg_clock_dos(struct sg_str iso, uint16_t *time, uint16_t *date);
/* The text itself, or that of 1980-01-01. */
struct sg_str sg_clock_iso(struct sg_str iso);

#endif
