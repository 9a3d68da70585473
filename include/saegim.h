/* saegim.h - the library's face: a project, the main job, and its tables.
 *
 * Unstable until 1.0. The command line is its first user; tests/unit/test_library.c
 * is a small program that does the whole job through it.
 *
 * Strings are UTF-8 and NUL-terminated unless said otherwise. Functions return 0, or
 * a negative number; then sg_project_error says why in one sentence. Nothing is
 * printed: what a user should know is given to the message function.
 */
#ifndef SAEGIM_H
#define SAEGIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sg_project;

/* Something about an input that does not stop the work. All borrowed. */
struct sg_message {
	int severity;        /* 0 note, 1 warning, 2 error */
	const char *source;  /* file, or "" */
	uint32_t line, col;  /* 1-based, col in code points; 0: none */
	uint32_t width;      /* code points of the place, at least 1 */
	const char *excerpt; /* the line of the source, or "" */
	const char *text;
};

struct sg_project_options {
	const char *title;    /* of a new project; NULL: the file's name */
	const char *language; /* of its reports, "ko" (default) or "en" */
	const char *now;      /* time recorded with every change, ISO 8601; required */
	void (*message)(void *ctx, const struct sg_message *message); /* or NULL */
	void *ctx;
};

/* Creates a project file (":memory:" for none), or opens one. *out is set in any
 * case but lack of memory, so that the error can be asked for; close it always. */
int sg_project_create(struct sg_project **out, const char *path,
	const struct sg_project_options *options);
int sg_project_open(struct sg_project **out, const char *path, bool write,
	const struct sg_project_options *options);
void sg_project_close(struct sg_project *p);

/* "file:line:col: what is wrong" of the last failure, or "". Borrowed until the next
 * call. */
const char *sg_project_error(struct sg_project *p);

/* Reads a questionnaire and keeps it in the project; ingest after it. */
int sg_project_questionnaire(struct sg_project *p, const char *path);

struct sg_ingest_choices {
	const char *encoding;    /* NULL: recognised */
	const char *id_field;    /* NULL: recognised by name */
	const char *text_fields; /* e.g. "Q1=content"; NULL: recognised */
	const char *attribute_fields;
	const char *sheet;    /* of a workbook, by name or number; NULL: the first */
	bool attributes_only; /* the file holds respondents' attributes only */
};

struct sg_ingest_counts {
	size_t added, changed, unchanged; /* sources */
	size_t failed;                    /* files or records that could not be read */
	size_t answers, none;             /* answers; of them saying nothing */
};

/* Reads a file or folder of answers in one transaction. Inputs that cannot be read
 * are messages and counted in failed; the others go in. choices may be NULL. */
int sg_project_ingest(struct sg_project *p, const char *path,
	const struct sg_ingest_choices *choices, struct sg_ingest_counts *counts);

struct sg_code_counts {
	uint32_t run; /* 0: nothing had changed, no run was recorded */
	size_t codes, evaluated;
	size_t texts;
	size_t born, died, live; /* coded segments */
};

struct sg_code_choices {
	const char *note;   /* kept with the run, or NULL */
	bool from_scratch;  /* evaluate unchanged codes again */
	bool ignore_scopes; /* rules look everywhere */
	unsigned threads;   /* that scan; 0: one. The result does not depend on it */
};

/* Applies a codebook. Its problems are messages; one that is an error fails. */
int sg_project_code(struct sg_project *p, const char *codebook_path,
	const struct sg_code_choices *choices, struct sg_code_counts *counts);

struct sg_table_choices {
	const char *question; /* "Q4", "Q4,Q9"; NULL: all */
	const char *format;   /* "text" (default), "md", "csv", "tsv", "json", "html",
				 "xlsx", "docx", "hwpx" */
	size_t width;         /* columns of text; 0: 100 */
};

/* Writes a table, "findings", "themes", "matrix" or "cooccur", to *out, which the
 * caller frees; *size is its length in bytes. choices may be NULL. */
int sg_project_table(struct sg_project *p, const char *table,
	const struct sg_table_choices *choices, char **out, size_t *size);

/* The library's version, as "0.1.0". */
const char *sg_version(void);

#ifdef __cplusplus
}
#endif

#endif
