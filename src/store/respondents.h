/* respondents.h - respondents and their attributes as documents give them. Internal to
 * src/store; sg_store_put_attributes is in store.h. */
#ifndef SG_STORE_RESPONDENTS_H
#define SG_STORE_RESPONDENTS_H

#include "store/store.h"

/* Whose document it is: the respondent it names, or else its own name. */
struct sg_str sg_respondent_name(const struct sg_document *doc);
/* The respondent's row, *made when there was none of that name, with the attributes of the
 * document. source: whose head gives them, or 0: a table of attributes. */
int sg_respondent_put(struct sg_store *s, const struct sg_document *doc, int64_t source,
	int64_t *case_, bool *made, struct sg_notes *notes, struct sg_error *err);
/* Takes away attributes that came from the source's head and are not there now, or are
 * another respondent's. */
int sg_respondent_drop_stale(struct sg_store *s, const struct sg_document *doc,
	int64_t source, struct sg_notes *notes, struct sg_error *err);

#endif
