/* team.h - what people said in another file of the same study, brought into this one.
 *
 * Rows are known by their guids, so that merging twice changes nothing. Sources are found
 * by guid, name or text, texts by their content, codes by guid and then label, cases and
 * coders by name. What has no place here is kept as an orphan, and named. The order in
 * which things were said is that of their times, so that it does not matter which file
 * is merged into which.
 */
#ifndef SG_STORE_TEAM_H
#define SG_STORE_TEAM_H

#include "store/store.h"

struct sg_merged {
	size_t judgements, rulings, memos, assignments, frozen; /* new here */
	size_t coders, codes, sources, cases; /* that were not known here */
	size_t orphans;                       /* places not found here */
	size_t conflicts;
};

/* Merges the file at path, which is only read, in one transaction; dry: which is taken
 * back. Conflicts, orphans, unknown names of whom something was said, and files that
 * share no respondent and no source are notes. SG_EUSAGE for the file itself. */
int sg_store_merge(struct sg_store *s, const char *path, const char *now, bool dry,
	struct sg_merged *out, struct sg_notes *notes, struct sg_error *err);

#endif
