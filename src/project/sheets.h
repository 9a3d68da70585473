/* sheets.h - coding sheets out of a project and back into it. */
#ifndef SG_PROJECT_SHEETS_H
#define SG_PROJECT_SHEETS_H

#include "analysis/sheet.h"
#include "ingest/sheet_file.h"
#include "project/project.h"

/* Writes the sheet to path; the form goes by its extension. *answers: how many. */
int sg_project_sheet(struct sg_project *p, const struct sg_sheet_options *o,
	const char *path, size_t *answers, struct sg_error *err);

struct sg_sheet_counts {
	struct sg_str coder; /* whose codings they became; lives as long as the arena */
	size_t answers;      /* read, by a code or a mark */
	size_t unread;       /* of the sheet, without either */
	size_t codings;      /* new */
	size_t unplaced;     /* codes that could not be recorded; each is a note */
};

/* Whether the file is a coding sheet (false for an unreadable one). */
bool sg_project_is_sheet(const char *path);
/* The entries of a file, by its ending: md, xlsx, csv, tsv. */
int sg_project_sheet_load(struct sg_sheet_file *f, const char *path,
	struct sg_notes *notes, struct sg_error *err);
/* Records what a sheet holds, in one transaction. coder empty: for whom it was printed.
 * SG_ECONFLICT when it was printed for another. */
int sg_project_sheet_read(struct sg_project *p, const char *path, struct sg_str coder,
	const char *now, struct sg_arena *arena, struct sg_sheet_counts *out,
	struct sg_notes *notes, struct sg_error *err);

#endif
