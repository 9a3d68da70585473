/* cmd_plot.c - plot: a figure of the study as SVG or PNG. */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "cli/table_options.h"
#include "project/plot.h"

enum { WIDTH_MIN = 320, WIDTH_MAX = 4000 };
#define PNG_SCALE 2.0 /* sharp in print at 190 dots an inch */

static bool wants_png(const struct sg_args *args)
{
	const char *output = sg_args_get(args, "output");

	return sg_args_has(args, "png") ||
	       (output && !sg_args_has(args, "svg") &&
		       sg_str_eqz(sg_path_ext(output), "png"));
}

/* A file that is named x.gif and holds SVG opens nowhere. */
static bool ending_known(const struct sg_args *args)
{
	const char *output = sg_args_get(args, "output");
	struct sg_str ext = sg_path_ext(output ? output : "");

	return sg_args_has(args, "png") || sg_args_has(args, "svg") || ext.n == 0 ||
	       sg_str_eqz(ext, "svg") || sg_str_eqz(ext, "png");
}

static int draw(struct sg_cli *cli, const struct sg_study *study,
	const struct sg_chart *chart, const struct sg_table_options *o, uint64_t width)
{
	struct sg_notes notes;
	struct sg_chart_options d = {.english = sg_str_eqz(study->language, "en"),
		.width = (double)width,
		.notes = &notes};
	struct sg_buf svg, png;

	sg_notes_init(&notes);
	sg_buf_init(&svg);
	sg_buf_init(&png);
	int rc = sg_plot_study(study, chart, o, &d, &svg, &cli->err);
	if (rc == 0 && wants_png(&cli->args))
		rc = sg_png_of_svg(
			sg_buf_str(&svg), PNG_SCALE, &png, &notes, &cli->err);
	if (rc == 0)
		sg_print_notes(cli, &notes);
	if (rc == 0 && !sg_session_write(cli, sg_buf_str(png.n ? &png : &svg)))
		rc = -1;
	sg_notes_release(&notes);
	sg_buf_release(&svg);
	sg_buf_release(&png);
	return rc;
}

static bool table_options(struct sg_cli *cli, struct sg_table_options *o)
{
	const struct sg_args *args = &cli->args;
	uint64_t level, min, top;

	if (!sg_args_uint(cli, "level", 9, 0, &level) ||
		!sg_args_uint(cli, "min", 1000000, 0, &min) ||
		!sg_args_uint(cli, "top", 1000000, 0, &top))
		return false;
	o->level = (uint32_t)level;
	o->min = (double)min;
	o->top = (uint32_t)top;
	o->by = sg_args_text(cli, sg_args_get(args, "by"));
	o->sort = sg_session_sort(sg_args_get(args, "sort"));
	o->base = sg_session_base(sg_args_get(args, "base"));
	o->unit = sg_args_get(args, "unit");
	return true;
}

int sg_cmd_plot(struct sg_cli *cli)
{
	const struct sg_args *args = &cli->args;
	const struct sg_chart *chart = sg_chart_find(args->operands[0]);
	struct sg_selection sel;
	struct sg_study study;
	uint64_t width;

	if (!chart)
		return sg_usage(
			cli, "plot", _("there is no figure '%s'"), args->operands[0]);
	if (sg_args_has(args, "svg") && sg_args_has(args, "png"))
		return sg_usage(cli, "plot", _("--svg and --png exclude each other"));
	if (sg_table_options_check(cli, chart->table,
		    sg_arena_printf(&cli->arena, "plot %s", chart->name).p))
		return SG_EXIT_USAGE;
	if (wants_png(args) && !sg_args_has(args, "output"))
		return sg_usage(cli, "plot", _("--png needs --output FILE"));
	if (!ending_known(args))
		return sg_usage(cli, "plot",
			_("figures are written as .svg or .png, not '%s'"),
			sg_args_get(args, "output"));
	int rc = sg_session_selection(cli, &sel);
	if (rc != 0)
		return rc;
	struct sg_table_options o = {.filter = sel.filter};
	if (!table_options(cli, &o) ||
		!sg_args_uint(cli, "width", WIDTH_MAX, 0, &width))
		return SG_EXIT_USAGE;
	if (width && width < WIDTH_MIN)
		return sg_usage(cli, "plot", _("--width is at least %d"), WIDTH_MIN);
	struct sg_project *p = sg_session_open(cli, false);
	if (!p)
		return sg_fail(cli);
	bool frozen = sg_session_at(cli, p);
	rc = sg_project_study(p, SG_STUDY_BODIES, &study);
	if (rc == 0) {
		rc = draw(cli, &study, chart, &o, width);
		sg_study_release(&study);
	}
	if (rc < 0)
		return sg_session_fail(cli, p);
	sg_session_say_at(cli, frozen);
	sg_project_close(p);
	return SG_EXIT_DONE;
}
