/* restructure.h - changing the tree of a codebook as edits of its file: a new name, a
 * new place, two codes made one, one made two. Everything that is not part of the change
 * keeps its bytes. Where a label changes the code says what it was (`* was: C1a`), so
 * that in every project what people said goes with it. */
#ifndef SG_CODEBOOK_RESTRUCTURE_H
#define SG_CODEBOOK_RESTRUCTURE_H

#include "codebook/codebook.h"
#include "codebook/splice.h"

/* Each appends the edits of book->body that make the change. What it cannot keep (rules
 * that will select otherwise) is a warning note with its line. Errors: SG_EUSAGE for a
 * change that makes no sense, SG_EINPUT with notes when the edited book would have
 * errors. */

/* heading: "C1x 정보 격차", or only an ID, or only a name, which leaves the other as it
 * is. Rules that refer to the code are changed with it. */
int sg_restructure_rename(const struct sg_codebook *book, uint32_t code,
	struct sg_str heading, struct sg_edits *out, struct sg_notes *notes,
	struct sg_error *err);
/* parent SG_NO_CODE: makes it a theme. The code comes last among its new siblings and
 * brings its subtree; unit, within and questions that came from above it are written
 * down, so that it codes what it coded. */
int sg_restructure_move(const struct sg_codebook *book, uint32_t code, uint32_t parent,
	struct sg_edits *out, struct sg_notes *notes, struct sg_error *err);
/* from goes into into: definition, lists, rules and examples that are not there already,
 * and the codes below it. */
int sg_restructure_merge(const struct sg_codebook *book, uint32_t from, uint32_t into,
	struct sg_edits *out, struct sg_notes *notes, struct sg_error *err);
/* Rules of code go to a new sibling behind it. which: numbers of lines, or words that
 * their rules contain, with commas between. Masks and vetoes are copied, so that the two
 * together select what the one did. */
int sg_restructure_split(const struct sg_codebook *book, uint32_t code,
	struct sg_str heading, struct sg_str which, struct sg_edits *out,
	struct sg_notes *notes, struct sg_error *err);

/* A label or name that is another in the edited book. */
struct sg_relabel {
	struct sg_str from, to;
};
struct sg_relabels {
	struct sg_relabel *v;
	size_t n, cap;
};
/* Borrowed from the two books; the caller frees v. */
void sg_restructure_relabels(const struct sg_codebook *before,
	const struct sg_codebook *after, struct sg_relabels *out);
/* Edits that make the same change in the `focus:` lines of a questionnaire; each line
 * that has one is a note. */
void sg_restructure_focus(struct sg_str body, const char *path,
	const struct sg_relabels *changes, struct sg_edits *out,
	struct sg_notes *notes);

#endif
