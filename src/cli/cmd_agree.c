/* cmd_agree.c - agreement between coders. */
#include "config.h"

#include "cli/commands.h"
#include "cli/session.h"

enum { SAMPLES = 1000, SEED = 20201207 };

static int make(const struct sg_study *s, const void *ctx, struct sg_tables *out,
	struct sg_error *err)
{
	return sg_agree(s, ctx, out, err);
}

int sg_cmd_agree(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	struct sg_str coders[16];
	struct sg_selection sel;
	uint64_t level, samples, seed;
	int rc = sg_session_choice(cli, &sel);

	if (rc != 0)
		return rc;
	if (!sg_args_uint(cli, "level", 9, 0, &level) ||
		!sg_args_uint(cli, "samples", 100000, SAMPLES, &samples) ||
		!sg_args_uint(cli, "seed", UINT32_MAX, SEED, &seed))
		return SG_EXIT_USAGE;
	for (size_t i = 0; i < args->noperands; i++)
		coders[i] = sg_args_text(cli, args->operands[i]);
	struct sg_agree_options o = {.filter = sel.filter,
		.coders = coders,
		.ncoders = args->noperands,
		.unit = sg_args_get(args, "unit"),
		.level = (uint32_t)level,
		.disagreements = sg_args_has(args, "disagreements"),
		.samples = (uint32_t)samples,
		.seed = seed};
	return sg_session_tables(cli, SG_STUDY_BODIES | SG_STUDY_REJECTED, make, &o);
}
