/* hwpx_header.h - Contents/header.xml of a Hangul file. */
#ifndef SG_REPORT_HWPX_HEADER_H
#define SG_REPORT_HWPX_HEADER_H

#include "report/hwpx.h"

int sg_hwpx_header(struct sg_zip *zip, size_t sections, struct sg_error *err);

#endif
