/* png.c - SVG figures as PNG, through librsvg and Cairo where the program was built with
 * them; see chart.h. */
#include "config.h"

#include "report/chart.h"

#ifdef HAVE_RSVG
#include <librsvg/rsvg.h>

static cairo_status_t keep(void *ctx, const unsigned char *bytes, unsigned n)
{
	sg_buf_add(ctx, (struct sg_str){(const char *)bytes, n});
	return CAIRO_STATUS_SUCCESS;
}

static bool render(RsvgHandle *handle, double scale, struct sg_buf *out)
{
	double width, height;
	GError *error = NULL;

	if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height))
		return false;
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
		(int)(width * scale + 0.5), (int)(height * scale + 0.5));
	cairo_t *cairo = cairo_create(surface);
	RsvgRectangle all = {0, 0, width * scale, height * scale};
	bool ok = rsvg_handle_render_document(handle, cairo, &all, &error) &&
		  cairo_surface_write_to_png_stream(surface, keep, out) ==
			  CAIRO_STATUS_SUCCESS;
	g_clear_error(&error);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return ok;
}

int sg_png_of_svg(
	struct sg_str svg, double scale, struct sg_buf *out, struct sg_error *err)
{
	GError *error = NULL;
	RsvgHandle *handle =
		rsvg_handle_new_from_data((const guint8 *)svg.p, svg.n, &error);
	bool ok = handle && render(handle, scale, out);

	if (!ok)
		sg_error_set(err, SG_EIO, _("cannot draw the figure: %s"),
			error ? error->message : _("no picture came out"));
	g_clear_error(&error);
	if (handle)
		g_object_unref(handle);
	return ok ? 0 : SG_EIO;
}

bool sg_png_available(void)
{
	return true;
}
#else
int sg_png_of_svg(
	struct sg_str svg, double scale, struct sg_buf *out, struct sg_error *err)
{
	(void)svg, (void)scale, (void)out;
	return sg_error_set(err, SG_EUSAGE,
		_("this saegim was built without librsvg and makes no PNG; --output "
		  "FIGURE.svg makes SVG"));
}

bool sg_png_available(void)
{
	return false;
}
#endif
