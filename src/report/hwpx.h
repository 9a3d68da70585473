/* hwpx.h - the parts of a Hangul file (KS X 6101, OWPML) that do not depend on its
 * tables: fonts, shapes of letters and paragraphs, borders, the package around them. */
#ifndef SG_REPORT_HWPX_H
#define SG_REPORT_HWPX_H

#include "report/print.h"
#include "report/xml.h"
#include "report/zip.h"

/* Numbers of what Contents/header.xml defines. */
enum sg_hwpx_char {
	SG_HWPX_CHAR_BODY,
	SG_HWPX_CHAR_CAPTION,
	SG_HWPX_CHAR_CELL,
	SG_HWPX_CHAR_STRONG,
	SG_HWPX_CHAR_HEAD,
	SG_HWPX_CHAR_NOTE,
	SG_HWPX_CHAR_SMALL, /* the same as CELL, STRONG and HEAD where many columns are */
	SG_HWPX_CHAR_SMALL_STRONG,
	SG_HWPX_CHAR_SMALL_HEAD,
	SG_HWPX_CHARS,
};
enum sg_hwpx_para {
	SG_HWPX_PARA_BODY,
	SG_HWPX_PARA_CAPTION,
	SG_HWPX_PARA_CELL,
	SG_HWPX_PARA_NUMBER,
	SG_HWPX_PARA_HEAD,
	SG_HWPX_PARA_QUOTE,
	SG_HWPX_PARA_NOTE,
	SG_HWPX_PARA_INDENT, /* + levels - 1, up to SG_HWPX_INDENTS levels */
};
enum { SG_HWPX_INDENTS = 9 };
enum sg_hwpx_border { /* from 1 */
	SG_HWPX_BORDER_NONE = 1,
	SG_HWPX_BORDER_TEXT,
	SG_HWPX_BORDER_CELL,
	SG_HWPX_BORDER_HEAD,
	SG_HWPX_BORDERS = SG_HWPX_BORDER_HEAD,
};
/* The style's number is that of its paragraphs, 0 (바탕글) for indented ones. */

/* Opens the root element of a part with the prefixes that Hangul declares. */
void sg_hwpx_root(struct sg_xml *x, const char *name);

/* mimetype, first and not compressed, as the package must begin. */
void sg_hwpx_begin(struct sg_zip *zip);
/* Every other part but the sections and the preview's text; sections are
 * Contents/section0.xml and on. */
int sg_hwpx_fixed_parts(struct sg_zip *zip, size_t sections, struct sg_str title,
	const struct sg_write_options *o, struct sg_error *err);

#endif
