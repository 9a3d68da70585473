/* docx.h - the parts of a Word file that do not depend on its tables (ECMA-376 Part 1,
 * WordprocessingML, Transitional): styles, settings, relations, properties. */
#ifndef SG_REPORT_DOCX_H
#define SG_REPORT_DOCX_H

#include "report/print.h"
#include "report/zip.h"

#define SG_DOCX_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define SG_DOCX_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* Adds every part but word/document.xml. */
int sg_docx_fixed_parts(struct sg_zip *zip, struct sg_str title,
	const struct sg_write_options *o, struct sg_error *err);

#endif
