/* restructure_work.h - what the files of restructure.h share. Internal to
 * src/codebook. */
#ifndef SG_CODEBOOK_RESTRUCTURE_WORK_H
#define SG_CODEBOOK_RESTRUCTURE_WORK_H

#include "codebook/outline.h"
#include "codebook/restructure.h"

enum { SG_DEEPEST_MARKDOWN = 6 };

struct sg_work {
	const struct sg_codebook *book;
	struct sg_outline outline;
	struct sg_edits *edits;
	struct sg_notes *notes;
	struct sg_error *err;
	struct sg_str eol;
};
void sg_work_init(struct sg_work *w, const struct sg_codebook *book,
	struct sg_edits *edits, struct sg_notes *notes, struct sg_error *err);
void sg_work_release(struct sg_work *w);

/* The items of off..stop: those before *first are before it; returns how many. */
size_t sg_work_items(
	const struct sg_work *w, size_t off, size_t stop, const struct sg_item **first);
/* A code's heading, and its own items behind it. */
const struct sg_item *sg_work_heading(const struct sg_work *w, uint32_t code);
size_t sg_work_own(
	const struct sg_work *w, uint32_t code, const struct sg_item **first);
/* Where the subtree ends; SG_NO_CODE: the book. */
size_t sg_work_end(const struct sg_work *w, uint32_t code);
struct sg_str sg_work_raw(const struct sg_work *w, const struct sg_item *item);
/* The value of a setting of that name or Korean name; false for any other item. */
bool sg_work_setting(const struct sg_item *item, const char *name, const char *korean,
	struct sg_str *value);
/* "#### ", as many as level, then text and an end of line. */
void sg_work_heading_line(const struct sg_work *w, uint32_t level, struct sg_str text,
	struct sg_buf *out);
/* Appends the file's bytes off..stop with headings `delta` levels deeper. SG_EUSAGE when
 * one would be deeper than six, or above the first. */
int sg_work_relevel(
	struct sg_work *w, size_t off, size_t stop, int delta, struct sg_buf *out);
/* Appends text and sees to an end of line behind it. */
void sg_work_lines(const struct sg_work *w, struct sg_str text, struct sg_buf *out);
/* An edit that puts a block of headings where one may stand: with a blank line before
 * it, and behind it where something follows. */
void sg_work_insert_block(struct sg_work *w, size_t off, struct sg_str text);
/* An edit that puts whole lines behind what ends at off. */
void sg_work_insert_lines(struct sg_work *w, size_t off, struct sg_str text);
/* Reads the edited book; SG_EINPUT with its errors as notes. */
int sg_work_try(struct sg_work *w, struct sg_codebook **out);

/* refs.c: edits that spell references to code by its label, or its name, otherwise;
 * outside of the bytes off..stop. */
size_t sg_work_references(struct sg_work *w, uint32_t code, struct sg_str label,
	struct sg_str name, size_t off, size_t stop);
/* Lines of the rules that refer to code. */
void sg_work_warn_references(struct sg_work *w, uint32_t code, const char *fmt);

#endif
