/* hwpx_section.h - tables as the body of a Hangul file: Contents/section0.xml and on. */
#ifndef SG_REPORT_HWPX_SECTION_H
#define SG_REPORT_HWPX_SECTION_H

#include "report/hwpx.h"

/* A section with the tables from `first` up to `stop`, which have one direction of page.
 * Appends the part to out. */
int sg_hwpx_section(const struct sg_print_table *tables, size_t first, size_t stop,
	const struct sg_write_options *o, struct sg_buf *out, struct sg_error *err);

#endif
