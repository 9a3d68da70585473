/* holdout.c - see holdout.h. The setting "holdout" is the share (in 1/100 %) and the seed
 * on its first line, and a name of a respondent on each further one. */
#include "config.h"

#include "project/holdout.h"

#include "analysis/draw.h"
#include "store/share.h"

static const char setting[] = "holdout";

static int damaged(struct sg_error *err)
{
	return sg_error_set(err, SG_EINPUT,
		_("the setting '%s' of this project cannot be read"), setting);
}

/* "3000 7": the share in hundredths of a per cent, and the seed. */
static bool parse_draw(struct sg_str line, struct sg_holdout *out)
{
	size_t blank = sg_str_findc(line, ' ');
	uint64_t share;

	if (blank == SIZE_MAX ||
		!sg_str_uint(sg_str_sub(line, 0, blank), 10000, &share) ||
		!sg_str_uint(sg_str_skip(line, blank + 1), UINT32_MAX, &out->seed))
		return false;
	out->share = (double)share / 10000;
	return true;
}

int sg_holdout_load(struct sg_store *store, struct sg_study *study,
	struct sg_holdout *out, struct sg_error *err)
{
	struct sg_buf value;
	struct sg_str rest, line;
	bool found;

	*out = (struct sg_holdout){.share = 0};
	sg_buf_init(&value);
	int rc = sg_store_setting(store, setting, &value, &found, err);
	if (rc < 0 || !found)
		goto out;
	out->held = sg_arena_array(&study->arena, study->ncases, sizeof *out->held);
	rest = sg_buf_str(&value);
	if (!sg_str_line(&rest, &line) || !parse_draw(line, out)) {
		rc = damaged(err);
		goto out;
	}
	while (sg_str_line(&rest, &line)) {
		uint32_t at = sg_study_case_find(study, line);
		if (at == SG_NONE) /* the respondent was taken out of the project */
			continue;
		out->n += !out->held[at];
		out->held[at] = true;
	}
out:
	sg_buf_release(&value);
	return rc;
}

static unsigned per_myriad(double share)
{
	return (unsigned)(share * 10000 + 0.5);
}

int sg_holdout_draw(struct sg_store *store, struct sg_study *study, double share,
	uint64_t seed, struct sg_error *err)
{
	struct sg_holdout before;
	struct sg_buf value;
	int rc = sg_holdout_load(store, study, &before, err);

	if (rc < 0)
		return rc;
	if (before.held &&
		(per_myriad(before.share) != per_myriad(share) || before.seed != seed))
		return sg_error_set(err, SG_ECONFLICT,
			_("other respondents are held out already (%.4g%%, seed %llu); "
			  "'--holdout off' ends that"),
			100 * before.share, (unsigned long long)before.seed);
	if (before.held)
		return 0;
	bool *held = sg_arena_array(&study->arena, study->ncases, sizeof *held);
	sg_draw_respondents(study, share, seed, held);
	sg_buf_init(&value);
	sg_buf_printf(&value, "%u %llu\n", per_myriad(share), (unsigned long long)seed);
	for (size_t i = 0; i < study->ncases; i++)
		if (held[i])
			sg_buf_printf(&value, "%.*s\n", SG_ARG(study->cases[i].name));
	rc = sg_store_set(store, setting, sg_buf_z(&value), err);
	sg_buf_release(&value);
	return rc;
}

int sg_holdout_end(struct sg_store *store, struct sg_error *err)
{
	return sg_store_set(store, setting, NULL, err);
}
