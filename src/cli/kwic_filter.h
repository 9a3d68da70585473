/* kwic_filter.h - which places of a concordance are shown: those of the respondents,
 * questions and codes that the options name. */
#ifndef SG_CLI_KWIC_FILTER_H
#define SG_CLI_KWIC_FILTER_H

#include "analysis/view.h"
#include "cli/session.h"
#include "coding/concordance.h"

struct sg_kwic_filter {
	struct sg_selection selection;
	bool active, coded, uncoded; /* none given; --code; --uncoded */
	struct sg_arena arena;
	struct sg_study study;
	struct sg_view view;
	bool loaded;
};

/* Reads the options; 0, SG_EXIT_USAGE, or negative with cli->err set. The caller
 * releases in any case. */
int sg_kwic_filter_init(
	struct sg_kwic_filter *f, struct sg_cli *cli, struct sg_store *store);
void sg_kwic_filter_release(struct sg_kwic_filter *f);
/* For sg_kwic_options.keep; ctx is the filter. */
bool sg_kwic_filter_keep(void *ctx, const struct sg_kwic_place *place);

#endif
