/* review_compose.h - the texts of a page of review with their styles, before they are laid
 * out in rows: the answer, the entry of the codebook, a panel of choices. */
#ifndef SG_PROJECT_REVIEW_COMPOSE_H
#define SG_PROJECT_REVIEW_COMPOSE_H

#include "project/styled.h"

/* The answer; marks: what the rules hit stands in 【】. *stretch is the byte where the
 * stretch that is pointed at begins. */
void sg_compose_answer(const struct sg_reviewing *r, struct sg_styled *out, bool marks,
	size_t *stretch);
void sg_compose_entry(const struct sg_reviewing *r, struct sg_styled *out);
/* Lines of the panel in all; the title is one, what is typed another. */
size_t sg_compose_panel_lines(const struct sg_page_panel *p);
/* The panel in so many rows: the choices around the one that is chosen. */
void sg_compose_panel(
	const struct sg_page_panel *p, struct sg_styled *out, size_t rows);

#endif
